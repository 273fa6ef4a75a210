"""Aufzeichnen: aus Ereignissen wird dieselbe Aufzeichnung wie aus der Kurzform."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from kooperationsvertrag.ablauf.akte import Akte
from kooperationsvertrag.ablauf.aufzeichnen import (
    aufzeichnung,
    beitrittsantraege,
    ereignisse_aus,
    erster_tag,
    haushaltsjahre,
)
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    BeitraegeWieVereinbart,
    BeitragGezahlt,
    BeitrittErklaert,
    BeitrittZugestimmt,
    BeschlussGefasst,
    EigenanteilGezahlt,
    PersonalAbberufen,
    PlanungVorgelegt,
    RechnungGeprueft,
)
from kooperationsvertrag.ablauf.haushaltsjahr import (
    Aufzeichnung,
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.ablauf.jahresfolge import jahresfolge
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.gremien import Gremium, Handlung, Stimmabgabe
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einzahlung
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import aufzeichnungen, auslegungen

ALLES = Uebertragungsumfang.ALLES
WIE_VEREINBART = BeitraegeWieVereinbart(datum=date(2018, 1, 10), jahr=2018)
ZAHLUNG = BeitragGezahlt(datum=date(2018, 1, 15), akteur="ihk", jahr=2018, betrag=Geldbetrag(2_000_000))


def test_alle_wie_vereinbart_bleibt_eine_zahlweise() -> None:
    (jahr,) = haushaltsjahre(BERICHT_2017, [WIE_VEREINBART])
    assert jahr == Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ())


def test_wer_zahlt_obwohl_alle_gezahlt_haben_zahlt_zusaetzlich() -> None:
    (jahr,) = haushaltsjahre(BERICHT_2017, [WIE_VEREINBART, ZAHLUNG])
    assert jahr.eingezahlt == (Einzahlung("ihk", Geldbetrag(2_000_000), date(2018, 1, 15)),)
    assert jahr.ausserdem_wie_vereinbart == 1


def test_zweimal_wie_vereinbart_heisst_zweimal_gezahlt() -> None:
    (jahr,) = haushaltsjahre(BERICHT_2017, [WIE_VEREINBART, evolve(WIE_VEREINBART, datum=date(2018, 2, 1))])
    (abgerechnet,) = jahresfolge(Aufzeichnung(BERICHT_2017, (jahr,)), Auslegung())

    assert (jahr.eingezahlt, jahr.ausserdem_wie_vereinbart) == ((), 2)
    assert abgerechnet.eingezahlt.paare == tuple((wer, betrag + betrag) for wer, betrag in BERICHT_2017.beitraege.paare)


def test_ein_gezahlter_eigenanteil_ist_eine_ausgabe() -> None:
    tag = date(2018, 9, 1)
    (jahr,) = haushaltsjahre(
        BERICHT_2017, [EigenanteilGezahlt(datum=tag, jahr=2018, vorhaben="Flächen", betrag=Geldbetrag(5))]
    )
    assert jahr.ausgaben == (Ausgabe("Flächen", Ausgabenart.EIGENANTEIL, Geldbetrag(5), tag),)


def test_ein_jahr_dazwischen_ohne_ereignis_ist_ein_leeres_jahr() -> None:
    jahre = haushaltsjahre(BERICHT_2017, [ZAHLUNG, evolve(ZAHLUNG, jahr=2020)])
    assert [jahr.jahr for jahr in jahre] == [2018, 2019, 2020]
    assert jahre[1] == Haushaltsjahr(2019, (), ())


def test_was_zu_keinem_haushaltsjahr_gehoert_ergibt_keines() -> None:
    abberufen = PersonalAbberufen(datum=date(2018, 1, 1), akteur="ihk", person="Stelle 3")
    assert haushaltsjahre(BERICHT_2017, [abberufen]) == ()
    assert aufzeichnung(BERICHT_2017, [abberufen]) is None


def test_die_erste_vorlage_zaehlt_und_die_letzte_pruefung() -> None:
    vorlagen = [PlanungVorgelegt(datum=date(2018, monat, 1), jahr=2018) for monat in (1, 3)]
    pruefungen = [
        AbschlussberichtGeprueft(datum=date(2019, 1, 1), jahr=2018, ergebnis=Pruefungsergebnis.BEANSTANDET),
        AbschlussberichtGeprueft(datum=date(2019, 2, 1), jahr=2018, ergebnis=Pruefungsergebnis.GEBILLIGT),
    ]
    (jahr,) = haushaltsjahre(BERICHT_2017, Akte([*pruefungen, *vorlagen]).geltende())
    assert jahr.planung_erstellt == erster_tag(vorlagen) == date(2018, 1, 1)
    assert (jahr.geprueft, jahr.pruefungsergebnis) == (date(2019, 2, 1), Pruefungsergebnis.GEBILLIGT)


def test_nur_die_pruefung_durch_das_aufsichtsgremium_zaehlt() -> None:
    durch_andere = AbschlussberichtGeprueft(
        datum=date(2019, 3, 1), jahr=2018, akteur="duesseldorf", ergebnis=Pruefungsergebnis.GEBILLIGT
    )
    (jahr,) = haushaltsjahre(BERICHT_2017, [durch_andere, RechnungGeprueft(datum=date(2019, 3, 1), jahr=2018)])
    assert (jahr.geprueft, jahr.pruefungsergebnis) == (None, None)


def test_der_letzte_beschluss_des_aufsichtsgremiums_ueber_die_uebertragung_gilt() -> None:
    erster = BeschlussGefasst(
        datum=date(2019, 1, 1),
        jahr=2018,
        gegenstand=Handlung.UEBERTRAGUNG_BESCHLIESSEN,
        betrag=Geldbetrag(5),
        ja=("ihk",),
    )
    letzter = evolve(erster, datum=date(2019, 2, 1), betrag=ALLES, ja=(), einstimmig=True)
    empfehlend = evolve(erster, datum=date(2019, 3, 1), akteur=Gremium.BEGLEITGREMIUM.value)
    anderer = evolve(erster, datum=date(2019, 4, 1), gegenstand=Handlung.BERATEN, betrag=None)
    (jahr,) = haushaltsjahre(BERICHT_2017, [erster, letzter, empfehlend, anderer])
    assert jahr.uebertragung == Uebertragungsbeschluss(ALLES, date(2019, 2, 1), Stimmabgabe(einstimmig=True))


def test_die_letzte_erklaerung_eines_bewerbers_gilt_und_jeder_stimmt_nur_einmal_zu() -> None:
    erste = BeitrittErklaert(
        datum=date(2025, 1, 1),
        akteur="neuss",
        name="Neuss",
        rechtsform=Rechtsform.KREIS,
        beitrag=Geldbetrag(5),
        zum=date(2026, 1, 1),
    )
    spaetere = evolve(erste, datum=date(2025, 2, 1), zum=date(2027, 1, 1))
    frueher = evolve(erste, akteur="viersen", zum=date(2026, 7, 1))
    zustimmung = BeitrittZugestimmt(datum=date(2025, 3, 1), akteur="ihk", bewerber="neuss")
    antraege = beitrittsantraege([erste, frueher, spaetere, zustimmung, zustimmung])
    assert [(antrag.kennung, antrag.zum, antrag.zustimmung) for antrag in antraege] == [
        ("viersen", date(2026, 7, 1), ()),
        ("neuss", date(2027, 1, 1), ("ihk",)),
    ]


def test_wollen_zwei_zum_selben_tag_beitreten_so_ordnet_sie_ihre_kennung() -> None:
    neuss = BeitrittErklaert(
        datum=date(2025, 2, 1),
        akteur="neuss",
        name="Neuss",
        rechtsform=Rechtsform.KREIS,
        beitrag=Geldbetrag(5),
        zum=date(2026, 1, 1),
    )
    viersen = evolve(neuss, datum=date(2025, 1, 1), akteur="viersen", name="Viersen")
    assert [antrag.kennung for antrag in beitrittsantraege([viersen, neuss])] == ["neuss", "viersen"]


def _zwilling(fall: Aufzeichnung) -> Aufzeichnung:
    geltende = Akte(ereignisse_aus(fall)).geltende()
    zwilling = aufzeichnung(fall.fassung, geltende, fall.anfangsbestand, fall.wechsel)
    assume(zwilling and len(zwilling.haushaltsjahre) == len(fall.haushaltsjahre))
    assert zwilling
    return zwilling


@given(aufzeichnungen(hoechstens=5), auslegungen)
def test_aus_ereignissen_wird_dieselbe_abrechnung(fall: Aufzeichnung, auslegung: Auslegung) -> None:
    assert jahresfolge(_zwilling(fall), auslegung) == jahresfolge(fall, auslegung)


@given(st.data(), aufzeichnungen(hoechstens=5))
def test_die_reihenfolge_der_ereignisse_aendert_nichts(daten: st.DataObject, fall: Aufzeichnung) -> None:
    gemischt = daten.draw(st.permutations(ereignisse_aus(fall)))
    assert aufzeichnung(fall.fassung, Akte(gemischt).geltende(), fall.anfangsbestand) == aufzeichnung(
        fall.fassung, Akte(ereignisse_aus(fall)).geltende(), fall.anfangsbestand
    )


@given(aufzeichnungen(hoechstens=5))
def test_noch_einmal_aufgeloest_sind_es_dieselben_ereignisse(fall: Aufzeichnung) -> None:
    assert Akte(ereignisse_aus(_zwilling(fall))) == Akte(ereignisse_aus(fall))
