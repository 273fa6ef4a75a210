"""Vertragsstände, die dargestellt werden müssen: jeder steht für eine Lage."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ablauf.akten import ausgabe, ausgezahlt, beitraege, geprueft, ordentliches_jahr, personal, uebertragung
from darstellung.beispieljahre import NAMEN
from kooperationsvertrag.ablauf.akte import Akte
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    AbschlussberichtVorgelegt,
    Aufhebung,
    AusgabeGebucht,
    BeitraegeWieVereinbart,
    BeitragGezahlt,
    BeitrittErklaert,
    BeitrittZugestimmt,
    EigenanteilGezahlt,
    EigenanteilZugesagt,
    Ereignis,
    PersonalAbberufen,
    PlanungVorgelegt,
)
from kooperationsvertrag.ablauf.ergebnis import OffeneKonvention
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Haushaltsjahr
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand, stand
from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.darstellung.abrechnung import Kopf
from kooperationsvertrag.fall.einlesen import Fall
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.partner import Rechtsform

NEUSS = "neuss"
KOPF = Kopf(
    "Aufbau und Betrieb",
    BERICHT_2017,
    {**NAMEN, NEUSS: "Rhein-Kreis Neuss"},
    (("kooperationsvertrag", "0.1.0"), ("Stichtag", "01.03.2019")),
)
RECHTZEITIG = ordentliches_jahr(2018)
PLANUNG_2018 = PlanungVorgelegt(datum=date(2017, 12, 20), jahr=2018)
BERICHT_2018 = AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018)
SPAETE_PLANUNG = PlanungVorgelegt(datum=date(2018, 2, 12), jahr=2018)
FALSCHE_BUCHUNG = AusgabeGebucht(
    datum=date(2018, 6, 8),
    jahr=2018,
    bezeichnung="Standortkongress",
    zweck=Ausgabenart.VERANSTALTUNG,
    betrag=Geldbetrag.aus_euro(90_000),
    kennung="a1",
)
RICHTIGE_BUCHUNG = AusgabeGebucht(
    datum=date(2018, 6, 8),
    jahr=2018,
    bezeichnung="Standortkongress",
    zweck=Ausgabenart.VERANSTALTUNG,
    betrag=Geldbetrag.aus_euro(91_000),
    beleg="Rechnung 17",
    ersetzt="a1",
    erfasst=date(2019, 6, 1),
)
BERICHTIGT = (PLANUNG_2018, *beitraege(2018), FALSCHE_BUCHUNG, RICHTIGE_BUCHUNG, BERICHT_2018, geprueft(2018))
AUFGEHOBEN = (
    PlanungVorgelegt(datum=date(2018, 1, 5), jahr=2018, kennung="p1"),
    Aufhebung(datum=date(2018, 2, 1), akteur="geschaeftsstelle", ersetzt="p1", grund="versehentlich erfasst"),
)
OHNE_BILLIGUNG = (
    *personal(date(2018, 1, 1)),
    PLANUNG_2018,
    *beitraege(2018),
    ausgabe(2018, 90_000),
    BERICHT_2018,
    AbschlussberichtGeprueft(datum=date(2019, 2, 14), jahr=2018),
    *ausgezahlt(2018, date(2019, 3, 1), duesseldorf=12_500),
)
"""Geprüft, aber keine Billigung festgehalten; Düsseldorf hat seinen Anteil schon."""
VORAB_UEBERTRAGEN = (
    PLANUNG_2018,
    *beitraege(2018),
    ausgabe(2018, 90_000),
    uebertragung(2018, date(2018, 12, 10)),
    BERICHT_2018,
    geprueft(2018),
    BeitraegeWieVereinbart(datum=None, jahr=2019),
)
"""Alles ist übertragen, noch ehe geprüft ist."""
ABBERUFEN = (*RECHTZEITIG, PersonalAbberufen(datum=date(2018, 9, 2), akteur="ihk", person="Stelle 3"))
TEILS_GEZAHLT = (
    BeitragGezahlt(datum=date(2018, 1, 15), akteur="ihk", jahr=2018, betrag=Geldbetrag.aus_euro(5_000)),
    EigenanteilZugesagt(datum=date(2018, 2, 1), jahr=2018, vorhaben="Radweg", betrag=Geldbetrag.aus_euro(3_000)),
    EigenanteilGezahlt(datum=date(2018, 3, 1), jahr=2018, vorhaben="Radweg", betrag=Geldbetrag.aus_euro(1_000)),
    AusgabeGebucht(
        datum=date(2018, 4, 1),
        jahr=2018,
        bezeichnung="Gehalt",
        zweck=Ausgabenart.PERSONALKOSTEN,
        betrag=Geldbetrag.aus_euro(700),
        personal_von="mettmann",
    ),
)
BEITRITT = (
    BeitrittErklaert(
        datum=date(2017, 11, 1),
        akteur=NEUSS,
        name="Rhein-Kreis Neuss",
        rechtsform=Rechtsform.KREIS,
        beitrag=Geldbetrag.aus_euro(30_000),
        zum=date(2018, 7, 1),
        foerderlich=True,
        begruendung="grenzt an",
    ),
    *[
        BeitrittZugestimmt(datum=date(2017, 12, 1), akteur=wer, bewerber=NEUSS)
        for wer in (*BERICHT_2017.partner_kennungen, "aufsichtsgremium")
    ],
    BeitraegeWieVereinbart(datum=date(2018, 1, 15), jahr=2018),
)
BEANSTANDET = AbschlussberichtGeprueft(
    datum=date(2019, 2, 14), jahr=2018, ergebnis=Pruefungsergebnis.BEANSTANDET, beleg="Az. 12"
)


def am(
    tag: date,
    ereignisse: Iterable[Ereignis],
    auslegung: Auslegung = Auslegung(),
    konvention: Rechenkonvention | OffeneKonvention = Rechenkonvention(),
) -> Vertragsstand:
    """Der Stand eines Tages nach der Fassung des Berichts."""
    return stand(BERICHT_2017, ereignisse, tag, auslegung, konvention)


def fall_zu(festgestellt: Vertragsstand) -> Fall:
    """Ein Fall, aus dem dieser Stand kommen könnte."""
    return Fall(
        titel="Aufbau und Betrieb",
        aufzeichnung=Aufzeichnung(festgestellt.fassung, (Haushaltsjahr(2018, (), ()),)),
        auslegung=festgestellt.auslegung,
        konvention=festgestellt.konvention,
        fingerabdruck="sha256:0123",
        ereignisse=festgestellt.akte.ereignisse,
        akte=Akte(festgestellt.akte.ereignisse),
    )
