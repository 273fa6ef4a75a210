"""Lücken: welche Fragen eine Fassung offen lässt, und wie viel jede bewegt. Darüber ist zu verhandeln.

Gemessen wird an gegebenen Fällen und an :func:`musterfaelle`: erdachten Sachverhalten, von denen jeder eine Stelle
berührt, zu der der Bericht schweigt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve, field, frozen

from kooperationsvertrag.ablauf.ergebnis import alle_zweige, kern, unterschied
from kooperationsvertrag.ablauf.haushaltsjahr import (
    Aufzeichnung,
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.aufteilung import Zahlungsschluessel
from kooperationsvertrag.auslegung import offene_fragen
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einnahmenart, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten
from kooperationsvertrag.vertrag.fragen import FRAGEN, Vertragsfrage
from kooperationsvertrag.vertrag.normen import NORMEN
from kooperationsvertrag.vertrag.partner import Rechtsform

MUSTERJAHR = 2030
"""In diesem Jahr spielen die erdachten Fälle; auf die Beträge wirkt es nicht."""


@frozen
class Luecke:
    """Eine Frage, die eine Fassung offen lässt."""

    frage: Vertragsfrage = field(repr=lambda frage: str(frage.kennung))
    """Die Frage im Register."""
    schluessel: str
    """Ihr Schlüssel in Falldateien; leer, wenn sie nur beschrieben ist und sich nicht rechnen lässt."""
    unterschied: Geldbetrag
    """Größter Unterschied für einen Partner in einem Haushaltsjahr, den allein diese Frage macht, in Cent."""
    fall: str
    """In welchem Fall er entsteht; leer, wenn die Frage in keinem Fall etwas bewegt."""
    normen: tuple[Norm, ...] = field(repr=lambda normen: str([norm.kennung for norm in normen]))
    """Die Sätze, um die es geht."""


def luecken(fassung: Vertragsfassung, faelle: Mapping[str, Aufzeichnung]) -> tuple[Luecke, ...]:
    """Sagt, welche Fragen eine Fassung offen lässt, die mit dem größten Unterschied zuerst.

    Args:
        fassung: Die Fassung.
        faelle: Bezeichnung und Sachverhalt; gerechnet wird jeder unter der Fassung, mit der er aufgezeichnet ist.

    Returns:
        Jede Frage des Registers, die nicht geregelt ist; zuletzt die, die sich nicht rechnen lassen. Wie gerundet wird,
        ist keine Auslegungsfrage und steht nicht dabei.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> liste = luecken(BERICHT_2017, musterfaelle(BERICHT_2017))
    >>> liste[0].unterschied >= liste[1].unterschied
    True
    """
    groesste: dict[str, tuple[int, str]] = {}
    for bezeichnung, aufzeichnung in faelle.items():
        for offen in offene_fragen(alle_zweige(aufzeichnung), unterschied, kern):
            if offen.unterschied > groesste.get(offen.frage, (-1, ""))[0]:
                groesste[offen.frage] = (offen.unterschied, bezeichnung)
    geregelt = {regelung.frage for regelung in fassung.geregelt}
    rechenbar = [
        _luecke(frage, auswahl.schluessel, *groesste.get(auswahl.schluessel, (0, "")))
        for frage in FRAGEN
        for auswahl in frage.auswahlen
        if auswahl.schluessel not in geregelt
    ]
    beschrieben = [_luecke(frage, "", 0, "") for frage in FRAGEN if not frage.auswahlen and not frage.konventionen]
    bewegt = sorted(rechenbar, key=lambda luecke: (not luecke.fall, -luecke.unterschied.cent))
    return (*bewegt, *beschrieben)


def _luecke(frage: Vertragsfrage, schluessel: str, cent: int, fall: str) -> Luecke:
    saetze = tuple(norm for norm in NORMEN if norm.kennung in frage.norm_kennungen)
    return Luecke(frage, schluessel, Geldbetrag(cent), fall, saetze)


def geschlossen(alt: Sequence[Luecke], neu: Sequence[Luecke]) -> tuple[Luecke, ...]:
    """Gibt die Lücken einer Fassung, die eine andere schließt.

    Args:
        alt: Lücken der bisherigen Fassung.
        neu: Lücken der neuen Fassung.

    Returns:
        Was bisher offen war und es nicht mehr ist, in der Reihenfolge von ``alt``.

    >>> from attrs import evolve
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung
    >>> entwurf = evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", "mehrheit"),))
    >>> [luecke.schluessel for luecke in geschlossen(luecken(BERICHT_2017, {}), luecken(entwurf, {}))]
    ['abstimmung']
    """
    offen = {(luecke.frage.kennung, luecke.schluessel) for luecke in neu}
    return tuple(luecke for luecke in alt if (luecke.frage.kennung, luecke.schluessel) not in offen)


def musterfaelle(fassung: Vertragsfassung) -> Mapping[str, Aufzeichnung]:
    """Erdenkt zu einer Fassung Sachverhalte, von denen jeder eine offene Stelle berührt.

    Args:
        fassung: Die Fassung; aus ihren Beiträgen ergeben sich die Beträge.

    Returns:
        Bezeichnung und Sachverhalt.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> list(musterfaelle(BERICHT_2017))[0]
    'Ein Partner zahlt nur die Hälfte'
    """
    partner = fassung.partner_kennungen
    budget = fassung.beitraege.summe
    erster, letzter = partner[0], partner[-1]
    haelfte = tuple(
        Einzahlung(wer, Geldbetrag(betrag.cent // 2) if wer == letzter else betrag)
        for wer, betrag in fassung.beitraege.paare
    )
    strittig = Stimmabgabe(ja=partner[: len(partner) // 2 + 1], nein=partner[len(partner) // 2 + 1 :])
    anderer_schluessel = Zahlungsschluessel(tuple((wer, 1 + (wer == erster)) for wer in partner))
    alt = Schicht(MUSTERJAHR - 1, Geldbetrag(budget.cent // 10), anderer_schluessel)
    hoeher = {letzter: Geldbetrag(fassung.beitraege[letzter].cent * 3 // 2)}
    teurer = Betraege(tuple((wer, hoeher.get(wer, betrag)) for wer, betrag in fassung.beitraege.paare))
    naechste = evolve(fassung, kennung="musterfassung", beitraege=teurer)
    return {
        "Ein Partner zahlt nur die Hälfte": Aufzeichnung(fassung, (_jahr(budget, eingezahlt=haelfte),)),
        "Der Bericht ist geprüft und beanstandet": Aufzeichnung(
            fassung, (_jahr(budget, pruefungsergebnis=Pruefungsergebnis.BEANSTANDET),)
        ),
        "Eine Übertragung ist umstritten": Aufzeichnung(
            fassung,
            (_jahr(budget, uebertragung=Uebertragungsbeschluss(Uebertragungsumfang.ALLES, _BESCHLUSSTAG, strittig)),),
        ),
        "Ein Partner gibt Zusatzmittel": Aufzeichnung(
            fassung, (_jahr(budget, zusatzmittel=(Zusatzmittel(erster, Geldbetrag(budget.cent // 4)),)),)
        ),
        "Drittmittel gehen ein": Aufzeichnung(
            fassung,
            (
                _jahr(
                    budget,
                    einnahmen=(Einnahme("Förderung", Einnahmenart.DRITTMITTEL, Geldbetrag(budget.cent // 5)),),
                ),
            ),
        ),
        "Übertragenes Geld mit anderem Schlüssel ist noch da": Aufzeichnung(
            fassung, (_jahr(budget),), anfangsbestand=(alt,)
        ),
        "Ein Kreis tritt während des Jahres bei, ein Partner hat nicht zugestimmt": Aufzeichnung(
            fassung, (_jahr(budget),), beitritte=(_antrag(fassung, Rechtsform.KREIS, partner[:-1]),)
        ),
        "Eine kreisangehörige Gemeinde tritt bei": Aufzeichnung(
            fassung,
            (_jahr(budget),),
            beitritte=(_antrag(fassung, Rechtsform.KREISANGEHOERIGE_GEMEINDE, (*partner, "aufsichtsgremium")),),
        ),
        "Im Laufe des Jahres tritt eine neue Fassung mit anderen Beiträgen in Kraft": Aufzeichnung(
            fassung, (_jahr(budget),), wechsel=(Inkrafttreten(naechste, date(MUSTERJAHR, 7, 1)),)
        ),
        "Nach einem Beitritt ist eine Übertragung umstritten": Aufzeichnung(
            fassung,
            (
                _jahr(
                    budget,
                    uebertragung=Uebertragungsbeschluss(
                        Uebertragungsumfang.ALLES, _BESCHLUSSTAG, Stimmabgabe(ja=partner, nein=(_NEU,))
                    ),
                ),
            ),
            beitritte=(_antrag(fassung, Rechtsform.KREIS, (*partner, "aufsichtsgremium"), date(MUSTERJAHR, 1, 1)),),
        ),
    }


_NEU = "musterkreis"
_BESCHLUSSTAG = date(MUSTERJAHR + 1, 2, 14)


def _jahr(
    budget: Geldbetrag,
    *,
    eingezahlt: tuple[Einzahlung, ...] | Zahlweise = Zahlweise.WIE_VEREINBART,
    einnahmen: tuple[Einnahme, ...] = (),
    zusatzmittel: tuple[Zusatzmittel, ...] = (),
    pruefungsergebnis: Pruefungsergebnis = Pruefungsergebnis.GEBILLIGT,
    uebertragung: Uebertragungsbeschluss | None = None,
) -> Haushaltsjahr:
    """Ein Jahr, in dem die Hälfte des Budgets ausgegeben wird."""
    return Haushaltsjahr(
        jahr=MUSTERJAHR,
        eingezahlt=eingezahlt,
        ausgaben=(Ausgabe("Projekte", Ausgabenart.PROJEKT, Geldbetrag(budget.cent // 2)),),
        einnahmen=einnahmen,
        zusatzmittel=zusatzmittel,
        geprueft=_BESCHLUSSTAG,
        pruefungsergebnis=pruefungsergebnis,
        uebertragung=uebertragung,
    )


def _antrag(
    fassung: Vertragsfassung, rechtsform: Rechtsform, zustimmung: tuple[str, ...], zum: date = date(MUSTERJAHR, 7, 1)
) -> Beitrittsantrag:
    return Beitrittsantrag(
        kennung=_NEU,
        name="Musterkreis",
        rechtsform=rechtsform,
        beitrag=Geldbetrag(fassung.beitraege.summe.cent // 4),
        zum=zum,
        foerderlich=True,
        begruendung="erdacht",
        kreis="Musterkreis" if rechtsform is Rechtsform.KREISANGEHOERIGE_GEMEINDE else "",
        zustimmung=zustimmung,
    )
