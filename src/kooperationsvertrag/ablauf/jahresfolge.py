"""Jahresfolge: Haushaltsjahre nacheinander, mit Übertrag, Beitritten und neuen Fassungen dazwischen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from attrs import evolve

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung, Jahresstatus, abrechnung
from kooperationsvertrag.ablauf.fassungsfolge import fassungsfolge
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Haushaltsjahr
from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import NULL
from kooperationsvertrag.herleitung import Mitschrift, Schritt, herleitung, ohne_protokoll
from kooperationsvertrag.norm import Befund, Schwere, nach_schwere
from kooperationsvertrag.regeln.laufzeit import befund_zur_ausstehenden_fassung
from kooperationsvertrag.regeln.mitgliedschaft import befund_zum_spaeten_beitritt
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister
from kooperationsvertrag.vertrag.geregelt import geregelte_konvention, pruefe_wahl

Jahresfolge = tuple[Jahresabrechnung, ...]
"""Die Abrechnungen aufeinanderfolgender Jahre."""


def jahresfolge(
    aufzeichnung: Aufzeichnung,
    auslegung: Auslegung = Auslegung(),
    konvention: Rechenkonvention = Rechenkonvention(),
    mitschrift: Mitschrift | None = None,
    laufend: Collection[int] = (),
) -> Jahresfolge:
    """Rechnet Haushaltsjahre nacheinander ab; was eines überträgt, findet das nächste vor.

    Args:
        aufzeichnung: Fassungen, Jahre, Beitritte und Anfangsbestand.
        auslegung: Die gewählten Lesarten; was eine Fassung selbst regelt, geht ihnen für ihre Jahre vor.
        konvention: Wie Centbruchteile verteilt werden, wo die Fassung nichts darüber sagt.
        mitschrift: Behält jeden Schritt, wenn angegeben; am Ergebnis ändert sie nichts.
        laufend: Jahre, von denen nur die bisherigen Summen feststehen (FL-44); sie geben nichts weiter.

    Returns:
        Eine Abrechnung je Haushaltsjahr.

    Raises:
        LesartFehltError: Das Ergebnis hängt an einer Lesart, die nicht gewählt ist.
        GeregeltError: Gewählt ist eine andere Lesart, als jede Fassung selbst bestimmt.

    Quelle:
        17-F9 (jeweils folgendes Haushaltsjahr), 17-Z4 (Beitritt), 17-F7 (Haushaltsjahr).

    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Zahlweise
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> jahre = (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ()),)
    >>> [str(jahr.wartet_auf_pruefung) for jahr in jahresfolge(Aufzeichnung(BERICHT_2017, jahre))]
    ['120.000,00 €']
    """
    pruefe_wahl(auslegung, aufzeichnung.register.fassungen)
    protokoll = mitschrift.im_abschnitt("Fassungen und Beitritte") if mitschrift else ohne_protokoll
    ende = _letzter_tag(aufzeichnung)
    antraege = [antrag for antrag in aufzeichnung.beitritte if antrag.zum <= ende]
    bis_dahin = tuple(eines for eines in aufzeichnung.wechsel if eines.ab and eines.ab <= ende)
    folge = fassungsfolge(Fassungsregister(aufzeichnung.fassung, bis_dahin), antraege, auslegung, protokoll)
    uebertrag = aufzeichnung.anfangsbestand
    abrechnungen: list[Jahresabrechnung] = []
    erstes, letztes = aufzeichnung.haushaltsjahre[0].jahr, aufzeichnung.haushaltsjahre[-1].jahr
    for jahr in aufzeichnung.haushaltsjahre:
        protokoll = mitschrift.im_abschnitt(f"Haushaltsjahr {jahr.jahr}") if mitschrift else ohne_protokoll
        beschluss = jahr.uebertragung
        fassung = folge.im_jahr(jahr.jahr, protokoll)
        ergebnis = abrechnung(
            fassung,
            evolve(jahr, uebertrag=uebertrag),
            auslegung,
            geregelte_konvention(fassung) or konvention,
            am_beschlusstag=folge.am(beschluss.datum) if beschluss else None,
            protokoll=protokoll,
        )
        if jahr.jahr in laufend:
            ergebnis = _nur_summen(ergebnis)
        weitere = tuple(befund for tag, befund in folge.befunde if min(max(tag, erstes), letztes) == jahr.jahr)
        if jahr.jahr == letztes:
            weitere += tuple(map(befund_zum_spaeten_beitritt, aufzeichnung.beitritte[len(antraege) :]))
            weitere += tuple(
                befund_zur_ausstehenden_fassung(eines.fassung, eines.ab)
                for eines in aufzeichnung.wechsel
                if eines not in bis_dahin
            )
        if fassung.kennung == aufzeichnung.fassung.kennung:
            weitere = (*_befunde_zur_gueltigkeit(aufzeichnung.fassung, jahr.jahr), *weitere)
        if weitere:
            ergebnis = evolve(ergebnis, befunde=nach_schwere((*weitere, *ergebnis.befunde)))
        abrechnungen.append(ergebnis)
        uebertrag = ergebnis.schichten_in_folgejahr
    return tuple(abrechnungen)


def fassungen_der_jahre(aufzeichnung: Aufzeichnung) -> tuple[Vertragsfassung, ...]:
    """Gibt die Fassungen, die in den abgerechneten Jahren gelten, nach dem Tag geordnet.

    Args:
        aufzeichnung: Fassungen und Jahre.

    Returns:
        Die Fassung am ersten Tag und jede, die bis zum Ende des letzten Jahres in Kraft tritt.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten
    >>> wechsel = (Inkrafttreten(evolve(BERICHT_2017, kennung="entwurf-2027"), date(2027, 1, 1)),)
    >>> fall = Aufzeichnung(BERICHT_2017, (Haushaltsjahr(2018, (), ()),), wechsel=wechsel)
    >>> [fassung.kennung for fassung in fassungen_der_jahre(fall)]
    ['bericht-2017']
    """
    beginn = date(aufzeichnung.haushaltsjahre[0].jahr, 1, 1)
    ende = date(aufzeichnung.haushaltsjahre[-1].jahr, 12, 31)
    register = aufzeichnung.register
    spaetere = [eines.fassung for eines in register.geltende if eines.ab and beginn < eines.ab <= ende]
    return (register.fassung_am(beginn), *spaetere)


def _befunde_zur_gueltigkeit(fassung: Vertragsfassung, jahr: int) -> tuple[Befund, ...]:
    """Warnt, wenn ein Jahr nach einer Fassung gerechnet ist, die an seinem Beginn noch nicht gilt."""
    ab = fassung.gueltigkeit.ab
    if ab is None or ab <= date(jahr, 1, 1):
        return ()
    text = (
        f"Haushaltsjahr {jahr}: Die Fassung „{fassung.kennung}“ gilt erst ab {ab:%d.%m.%Y}; gerechnet ist, als gälte "
        "sie für das ganze Jahr."
    )
    return (Befund("fassung_gilt_noch_nicht", Schwere.WARNUNG, text),)


def _nur_summen(jahr: Jahresabrechnung) -> Jahresabrechnung:
    """Wohin die Mittel eines laufenden Jahres gehen, steht noch nicht fest (FL-44)."""
    return evolve(
        jahr,
        status=Jahresstatus.PRUEFUNG_AUSSTEHEND if jahr.rest else jahr.status,
        uebertrag_in_folgejahr=NULL,
        schichten_in_folgejahr=(),
        wartet_auf_pruefung=jahr.rest,
    )


def _letzter_tag(aufzeichnung: Aufzeichnung) -> date:
    """Der letzte Tag, an dem ein Beitritt noch etwas bewirken kann: Jahresende oder ein späterer Beschluss."""
    tage = [date(aufzeichnung.haushaltsjahre[-1].jahr, 12, 31)]
    tage += [jahr.uebertragung.datum for jahr in aufzeichnung.haushaltsjahre if jahr.uebertragung]
    return max(tage)


def begruendung(
    aufzeichnung: Aufzeichnung,
    auslegung: Auslegung = Auslegung(),
    konvention: Rechenkonvention = Rechenkonvention(),
    ereignisse: Sequence[object] = (),
) -> tuple[Schritt, ...]:
    """Gibt jeden Schritt der Abrechnung mit seinen Sätzen und der Herkunft jedes Betrags.

    Jede Angabe braucht ihren eigenen :class:`~kooperationsvertrag.geld.Geldbetrag`: Steht derselbe an zwei Stellen der
    Aufzeichnung, so wird nur die erste als Herkunft genannt.

    Args:
        aufzeichnung: Fassung, Jahre, Beitritte und Anfangsbestand.
        auslegung: Die gewählten Lesarten.
        konvention: Wie Centbruchteile verteilt werden.
        ereignisse: Woraus die Aufzeichnung zusammengezählt ist, in der Reihenfolge der Falldatei; ein Betrag daraus
            wird mit seinem Ereignis genannt.

    Returns:
        Die Schritte, fortlaufend nummeriert, je mit ihrem Haushaltsjahr.

    Raises:
        LesartFehltError: Das Ergebnis hängt an einer Lesart, die nicht gewählt ist.

    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Zahlweise
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> schritte = begruendung(Aufzeichnung(BERICHT_2017, (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ()),)))
    >>> schritte[0].regel.name, schritte[0].betraege[0].herkunft
    ('jahresbudget', 'Fassung bericht-2017: beitraege.duesseldorf')
    """
    mitschrift = Mitschrift()
    jahresfolge(aufzeichnung, auslegung, konvention, mitschrift)
    quellen: dict[str, object] = {
        **{f"ereignis[{nummer}]": ereignis for nummer, ereignis in enumerate(ereignisse)},
        **{f"Fassung {eine.kennung}: beitraege": eine.beitraege for eine in aufzeichnung.register.fassungen},
        "anfangsbestand": aufzeichnung.anfangsbestand,
        **{f"beitritt {antrag.kennung}": antrag for antrag in aufzeichnung.beitritte},
    }
    for nummer, jahr in enumerate(aufzeichnung.haushaltsjahre):
        quellen |= {f"haushaltsjahr[{nummer}].{name}": angabe for name, angabe in _angaben(jahr).items()}
    return herleitung(mitschrift.aufrufe, quellen)


def _angaben(jahr: Haushaltsjahr) -> dict[str, object]:
    """Die Angaben eines Jahres unter den Namen, die sie in der Falldatei haben."""
    angaben: dict[str, object] = {
        "einzahlung": jahr.eingezahlt,
        "ausgabe": jahr.ausgaben,
        "einnahme": jahr.einnahmen,
        "zusatzmittel": jahr.zusatzmittel,
        "uebertragung": jahr.uebertragung,
    }
    if len(jahr.ausgaben) == 1 and jahr.ausgaben[0].art is Ausgabenart.NICHT_GEGLIEDERT:
        angaben["verausgabt"] = jahr.ausgaben[0].betrag
        del angaben["ausgabe"]
    return angaben
