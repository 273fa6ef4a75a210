"""Geregelt: was eine Fassung selbst entscheidet, wo der Bericht von 2017 schweigt.

Regelt ein Entwurf eine Auslegungsfrage, so ist sie keine Frage mehr: Seine Antwort gilt, und eine andere zu wählen, ist
ein Widerspruch.
"""

from __future__ import annotations

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
        fassung: Die Fassung.
        auslegung: Die gewählten Lesarten.

    Returns:
        Die Auslegung, mit der zu rechnen ist; dieselbe, wenn die Fassung nichts entscheidet.

    Raises:
        GeregeltError: Gewählt ist eine andere Lesart, als die Fassung bestimmt.
    """
    geregelt = geregelte_lesarten(fassung)
    gewaehlt = dict(auslegung.wahl)
    for frage, lesart in geregelt:
        if gewaehlt.get(frage, lesart) != lesart:
            raise GeregeltError(
                frage=frage, geregelt=str(lesart), gewaehlt=str(gewaehlt[frage]), fassung=fassung.kennung
            )
    neue = tuple(antwort for antwort in geregelt if antwort[0] not in gewaehlt)
    return evolve(auslegung, wahl=(*auslegung.wahl, *neue)) if neue else auslegung


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
