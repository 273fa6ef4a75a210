"""Geregelt: was eine Fassung selbst entscheidet, wo der Bericht von 2017 schweigt.

Regelt ein Entwurf eine Auslegungsfrage, so ist sie keine Frage mehr: Seine Antwort gilt, und eine andere zu wählen, ist
ein Widerspruch.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung
from kooperationsvertrag.auslegung import Antwort, Auslegung
from kooperationsvertrag.fehler import GeregeltError
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN

RUNDUNG = Rundung.__name__.lower()
"""Schlüssel der Rundung."""
RUNDUNGSVORRANG = "rundungsvorrang"
"""Schlüssel der Reihenfolge bei Gleichstand."""


def geregelte_lesarten(fassung: Vertragsfassung) -> tuple[Antwort, ...]:
    """Gibt die Auslegungsfragen, die eine Fassung selbst entscheidet, mit ihrer Lesart.

    Args:
        fassung: Die Fassung.

    Returns:
        Schlüssel und Lesart, in der Reihenfolge der Fassung.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung
    >>> geregelte_lesarten(evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", "mehrheit"),)))
    (('abstimmung', <Abstimmung.MEHRHEIT: 'mehrheit'>),)
    """
    fragen = {frage.frage(): frage for frage in AUSLEGUNGSFRAGEN}
    return tuple(
        (regelung.frage, fragen[regelung.frage](str(regelung.antwort)))
        for regelung in fassung.geregelt
        if regelung.frage in fragen
    )


def auslegung_der_fassung(fassung: Vertragsfassung, auslegung: Auslegung) -> Auslegung:
    """Ergänzt eine Auslegung um das, was die Fassung selbst entscheidet.

    Args:
        fassung: Die Fassung, nach der gerechnet wird.
        auslegung: Die gewählten Lesarten; was sie von einer anderen Fassung hat, gilt hier nicht.

    Returns:
        Die Auslegung, mit der zu rechnen ist. Was die Fassung entscheidet, geht einer Wahl vor; ob eine Wahl damit
        vereinbar ist, sagt :func:`pruefe_wahl`.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung
    >>> from kooperationsvertrag.vertrag.lesarten import Abstimmung
    >>> entwurf = evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", "mehrheit"),))
    >>> auslegung_der_fassung(entwurf, Auslegung()).lesart(Abstimmung)
    <Abstimmung.MEHRHEIT: 'mehrheit'>
    """
    geregelt = geregelte_lesarten(fassung)
    return auslegung if geregelt == auslegung.geregelt else evolve(auslegung, geregelt=geregelt)


def pruefe_wahl(auslegung: Auslegung, fassungen: Iterable[Vertragsfassung]) -> None:
    """Prüft, ob eine Wahl unter den Fassungen eines Falls etwas ausrichten kann.

    Args:
        auslegung: Die gewählten Lesarten.
        fassungen: Alle Fassungen, nach denen gerechnet wird. Lässt eine die Frage offen, so gilt die Wahl für sie.

    Raises:
        GeregeltError: Jede Fassung entscheidet die Frage selbst, und keine so, wie gewählt ist.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung
    >>> from kooperationsvertrag.vertrag.lesarten import Abstimmung
    >>> entwurf = evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", "mehrheit"),))
    >>> pruefe_wahl(Auslegung.mit(Abstimmung.EINSTIMMIG), [BERICHT_2017, entwurf])
    >>> pruefe_wahl(Auslegung.mit(Abstimmung.EINSTIMMIG), [entwurf])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    kooperationsvertrag.fehler.GeregeltError: Die Fassung „bericht-2017“ regelt „abstimmung“ selbst: mehrheit. ...
    """
    je_fassung = [(fassung.kennung, dict(geregelte_lesarten(fassung))) for fassung in fassungen]
    for frage, gewaehlt in auslegung.wahl:
        antworten = [(kennung, geregelt[frage]) for kennung, geregelt in je_fassung if frage in geregelt]
        if len(antworten) == len(je_fassung) and gewaehlt not in [antwort for _, antwort in antworten]:
            kennung, antwort = antworten[0]
            raise GeregeltError(frage=frage, geregelt=str(antwort), gewaehlt=str(gewaehlt), fassung=kennung)


def wirksame_wahl(auslegung: Auslegung, fassungen: Iterable[Vertragsfassung]) -> Auslegung:
    """Lässt von einer Wahl weg, was jede Fassung selbst entscheidet; am Ergebnis ändert das nichts.

    Args:
        auslegung: Die gewählten Lesarten.
        fassungen: Die Fassungen, nach denen gerechnet wird.

    Returns:
        Die Auslegung mit dem, was wenigstens eine der Fassungen offen lässt.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung
    >>> from kooperationsvertrag.vertrag.lesarten import Abstimmung
    >>> entwurf = evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", "mehrheit"),))
    >>> wirksame_wahl(Auslegung.mit(Abstimmung.EINSTIMMIG), [entwurf]).wahl
    ()
    """
    je_fassung = [dict(geregelte_lesarten(fassung)) for fassung in fassungen]
    offene = [antwort for antwort in auslegung.wahl if any(antwort[0] not in geregelt for geregelt in je_fassung)]
    return evolve(auslegung, wahl=tuple(offene))


def gemeinsame_konvention(fassungen: Iterable[Vertragsfassung]) -> Rechenkonvention | None:
    """Gibt, wie nach allen Fassungen eines Falls zu runden ist.

    Args:
        fassungen: Die Fassungen.

    Returns:
        Die Rechenkonvention; nichts, wenn eine nichts darüber sagt oder sie verschiedenes sagen.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung
    >>> entwurf = evolve(BERICHT_2017, geregelt=(Regelung("rundung", "groesster_rest"),))
    >>> gemeinsame_konvention([BERICHT_2017, entwurf]) is None
    True
    """
    konventionen = {geregelte_konvention(fassung) for fassung in fassungen}
    return konventionen.pop() if len(konventionen) == 1 else None


def geregelte_konvention(fassung: Vertragsfassung) -> Rechenkonvention | None:
    """Gibt, wie nach der Fassung zu runden ist.

    Args:
        fassung: Die Fassung.

    Returns:
        Die Rechenkonvention; nichts, wenn die Fassung über Centbruchteile nichts sagt. Sagt sie nichts über den
        Gleichstand, so gilt die Reihenfolge des Vertrags (FL-45).

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung
    >>> geregelte_konvention(evolve(BERICHT_2017, geregelt=(Regelung("rundung", "groesster_rest"),))).rundung
    <Rundung.GROESSTER_REST: 'groesster_rest'>
    """
    geregelt = {regelung.frage: regelung.antwort for regelung in fassung.geregelt}
    if RUNDUNG not in geregelt:
        return None
    vorrang = geregelt.get(RUNDUNGSVORRANG, ())
    return Rechenkonvention(Rundung(str(geregelt[RUNDUNG])), vorrang if isinstance(vorrang, tuple) else ())
