"""Ereignisbefunde: was der Vertrag so nicht vorsieht, mit dem Satz, der es anders sagt."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given

from ablauf.akten import PARTNER, ausgabe, ausgezahlt, beitraege, ereignisse, geprueft, tage, uebertragung
from kooperationsvertrag.ablauf.akte import Akte
from kooperationsvertrag.ablauf.aufzeichnen import nach_jahren
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    AbschlussberichtVorgelegt,
    BeitraegeWieVereinbart,
    BeitrittErklaert,
    BeitrittVollzogen,
    BeitrittZugestimmt,
    BeschlussGefasst,
    EmpfehlungAbgegeben,
    Ereignis,
    PlanungVorgelegt,
    RechnungGeprueft,
)
from kooperationsvertrag.ablauf.ereignisbefunde import (
    Ereignisbefund,
    befunde_des_jahres,
    befunde_zu_beitritten,
    befunde_zum_akteur,
)
from kooperationsvertrag.ablauf.jahresphase import phasenwechsel
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.norm import Schwere
from kooperationsvertrag.regeln.gremien import Gremium, Handlung
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister
from kooperationsvertrag.vertrag.lesarten import Beitrittsentscheidung, Beitrittszeitpunkt, SchluesselNachBeitritt
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import auslegungen

BERICHT = AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018)
GEPRUEFT = geprueft(2018)
WIE_VEREINBART = BeitraegeWieVereinbart(datum=date(2018, 1, 15), jahr=2018)
SPAET = date(2021, 6, 30)


def im_jahr(*akte: Ereignis, alle: bool = False) -> list[Ereignisbefund]:
    je_art = nach_jahren(Akte(akte).geltende())[2018]
    return list(befunde_des_jahres(je_art, phasenwechsel(2018, je_art, SPAET), auch_aus_der_abrechnung=alle))


def kennungen(befunde: list[Ereignisbefund]) -> list[str]:
    return [befund.kennung for _, befund in befunde]


# Was vorgesehen ist


def test_ein_ordentliches_jahr_ergibt_keinen_befund() -> None:
    auszahlung = ausgezahlt(2018, date(2019, 3, 1), ihk=5_000)
    planung = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018)
    assert im_jahr(planung, *beitraege(2018), ausgabe(2018, 5), BERICHT, GEPRUEFT, *auszahlung, alle=True) == []


# Zur Unzeit


def test_was_schon_die_abrechnung_nennt_steht_nur_auf_verlangen_da() -> None:
    zu_spaet = PlanungVorgelegt(datum=date(2019, 1, 2), jahr=2018)
    assert im_jahr(zu_spaet, BERICHT) == []
    assert kennungen(im_jahr(zu_spaet, BERICHT, alle=True)) == ["planung_nach_abschlussbericht"]


def test_eine_zweite_zu_spaete_planung_faellt_auf_obwohl_die_erste_rechtzeitig_war() -> None:
    erste = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018)
    zweite = evolve(erste, datum=date(2019, 1, 2))
    ((ereignis, befund),) = im_jahr(erste, zweite, BERICHT)
    assert (ereignis, befund.kennung) == (zweite, "planung_nach_abschlussbericht")


def test_eine_buchung_nach_der_pruefung_traegt_ihren_befund() -> None:
    spaet = ausgabe(2018, 5, date(2019, 2, 15))
    ((ereignis, befund),) = im_jahr(BERICHT, GEPRUEFT, spaet)
    assert (ereignis, befund.kennung, befund.normen) == (spaet, "buchung_nach_pruefung", (normen.RUECKFUEHRUNG,))


# Wer gehandelt hat


def abstimmung(akteur: str, gegenstand: Handlung) -> BeschlussGefasst:
    if gegenstand is Handlung.UEBERTRAGUNG_BESCHLIESSEN:
        return evolve(uebertragung(2018, date(2019, 2, 14)), akteur=akteur)
    return BeschlussGefasst(datum=date(2019, 2, 14), jahr=2018, akteur=akteur, gegenstand=gegenstand, einstimmig=True)


@pytest.mark.parametrize(
    "ereignis",
    [
        PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018),
        PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018, akteur="leitung"),
        PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018, akteur="duesseldorf"),
        BERICHT,
        GEPRUEFT,
        RechnungGeprueft(datum=date(2019, 3, 1), jahr=2018),
        RechnungGeprueft(datum=date(2019, 3, 1), jahr=2018, akteur="mettmann"),
        EmpfehlungAbgegeben(
            datum=date(2019, 3, 1), jahr=2018, gegenstand=Handlung.UEBERTRAGUNG_BESCHLIESSEN, inhalt="Übertragen"
        ),
        abstimmung("aufsichtsgremium", Handlung.UEBERTRAGUNG_BESCHLIESSEN),
        abstimmung("entscheidungsgremien_der_partner", Handlung.ZUSATZMITTEL_BEREITSTELLEN),
        ausgabe(2018, 5),
    ],
    ids=lambda ereignis: f"{ereignis.art}-{ereignis.akteur}",
)
def test_wer_darf_oder_wozu_der_text_nichts_sagt_ergibt_keinen_befund(ereignis: Ereignis) -> None:
    assert befunde_zum_akteur(ereignis) == ()


@pytest.mark.parametrize(
    "ereignis",
    [
        evolve(BERICHT, akteur="aufsichtsgremium"),
        PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018, akteur="rechnungspruefungsamt"),
        abstimmung("aufsichtsgremium", Handlung.ABSCHLUSSBERICHT_BILLIGEN),
        abstimmung("aufsichtsgremium", Handlung.UEBER_BEITRITT_ENTSCHEIDEN),
        EmpfehlungAbgegeben(
            datum=date(2019, 3, 1), jahr=2018, akteur="aufsichtsgremium", gegenstand=Handlung.BERATEN, inhalt="Rat"
        ),
    ],
    ids=lambda ereignis: f"{ereignis.art}-{ereignis.akteur}",
)
def test_wozu_der_text_schweigt_ist_nur_ein_hinweis(ereignis: Ereignis) -> None:
    (befund,) = befunde_zum_akteur(ereignis)
    assert (befund.kennung, befund.schwere) == ("befugnis_nicht_geregelt", Schwere.HINWEIS)
    assert "Geld" not in befund.text


@pytest.mark.parametrize(
    ("ereignis", "ohne_wirkung"),
    [
        (evolve(GEPRUEFT, akteur="begleitgremium"), True),
        (evolve(GEPRUEFT, akteur="entscheidungsgremien_der_partner"), True),
        (evolve(GEPRUEFT, akteur="geschaeftsstelle"), True),
        (evolve(GEPRUEFT, akteur="mettmann"), True),
        (abstimmung("begleitgremium", Handlung.UEBERTRAGUNG_BESCHLIESSEN), True),
        (abstimmung("entscheidungsgremien_der_partner", Handlung.UEBERTRAGUNG_BESCHLIESSEN), True),
        (abstimmung("rechnungspruefungsamt", Handlung.UEBERTRAGUNG_BESCHLIESSEN), True),
        (abstimmung("ihk", Handlung.UEBERTRAGUNG_BESCHLIESSEN), True),
        (abstimmung("begleitgremium", Handlung.PLANUNG_GENEHMIGEN), False),
        (abstimmung("aufsichtsgremium", Handlung.ZUSATZMITTEL_BEREITSTELLEN), False),
        (RechnungGeprueft(datum=date(2019, 3, 1), jahr=2018, akteur="aufsichtsgremium"), False),
        (PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018, akteur="begleitgremium"), False),
    ],
    ids=lambda wert: f"{wert.art}-{wert.akteur}" if isinstance(wert, Ereignis) else str(wert),
)
def test_was_der_text_anderen_zuweist_ist_eine_warnung(ereignis: Ereignis, ohne_wirkung: bool) -> None:
    (befund,) = befunde_zum_akteur(ereignis)
    assert (befund.kennung, befund.schwere) == ("ohne_befugnis", Schwere.WARNUNG)
    assert ("Geld" in befund.text) is ohne_wirkung
    assert befund.normen


def test_der_befund_zum_begleitgremium_nennt_tag_und_saetze() -> None:
    (befund,) = befunde_zum_akteur(abstimmung("begleitgremium", Handlung.UEBERTRAGUNG_BESCHLIESSEN))
    assert befund.text.startswith("Abstimmung vom 14.02.2019 durch das Begleitgremium: ")
    assert {normen.BERATUNG_UND_EMPFEHLUNG, normen.UEBERTRAGUNG} <= set(befund.normen)


# Mehrere Beschlüsse


def test_von_drei_beschluessen_gilt_der_letzte() -> None:
    drei = [uebertragung(2018, date(2019, monat, 1), Geldbetrag(monat)) for monat in (1, 2, 3)]
    gefunden = im_jahr(*drei)
    assert [ereignis for ereignis, _ in gefunden] == drei[:-1]
    assert kennungen(gefunden) == ["uebertragungsbeschluss_ueberholt"] * 2
    assert gefunden[0][1].text.endswith("Der Beschluss vom 01.01.2019 ist überholt; es gilt der vom 01.03.2019.")


def test_ein_beschluss_nach_der_ersten_auszahlung_uebertraegt_was_schon_weg_ist() -> None:
    auszahlung = (*ausgezahlt(2018, date(2019, 3, 1), ihk=1), *ausgezahlt(2018, date(2019, 3, 9), mettmann=1))
    spaet = uebertragung(2018, date(2019, 3, 2))
    ((ereignis, befund),) = im_jahr(BERICHT, GEPRUEFT, *auszahlung, spaet)
    assert (ereignis, befund.kennung) == (spaet, "uebertragung_nach_rueckfuehrung")
    assert "seit dem 01.03.2019" in befund.text
    am_selben_tag = uebertragung(2018, date(2019, 3, 1))
    assert im_jahr(BERICHT, GEPRUEFT, *auszahlung, am_selben_tag) == []


def test_von_zwei_beschluessen_nach_der_auszahlung_ist_der_erste_nur_ueberholt() -> None:
    auszahlung = ausgezahlt(2018, date(2019, 3, 1), ihk=1)
    erster, zweiter = uebertragung(2018, date(2019, 3, 2)), uebertragung(2018, date(2019, 3, 5), Geldbetrag(5))
    gefunden = im_jahr(BERICHT, GEPRUEFT, *auszahlung, erster, zweiter)
    assert [(ereignis, befund.kennung) for ereignis, befund in gefunden] == [
        (erster, "uebertragungsbeschluss_ueberholt"),
        (zweiter, "uebertragung_nach_rueckfuehrung"),
    ]


# Zahlungen neben allen


def test_wer_neben_allen_zahlt_zahlt_vielleicht_doppelt() -> None:
    zahlung = beitraege(2018)[2]
    noch_einmal = evolve(WIE_VEREINBART, datum=date(2018, 2, 1))
    gefunden = im_jahr(WIE_VEREINBART, noch_einmal, zahlung)
    assert [(ereignis, befund.kennung) for ereignis, befund in gefunden] == [
        (noch_einmal, "zahlung_neben_allen_beitraegen"),
        (zahlung, "zahlung_neben_allen_beitraegen"),
    ]
    assert im_jahr(WIE_VEREINBART) == im_jahr(*beitraege(2018)) == []


# Beitritte


ERKLAERT = BeitrittErklaert(
    datum=date(2019, 9, 1),
    akteur="neuss",
    name="Rhein-Kreis Neuss",
    rechtsform=Rechtsform.KREIS,
    beitrag=Geldbetrag.aus_euro(30_000),
    zum=date(2020, 1, 1),
    foerderlich=True,
)
ZUGESTIMMT = tuple(
    BeitrittZugestimmt(datum=date(2019, 10, 1), akteur=wer, bewerber="neuss") for wer in (*PARTNER, "aufsichtsgremium")
)
VOLLZOGEN = BeitrittVollzogen(datum=date(2020, 1, 1), bewerber="neuss")


def zu_beitritten(*akte: Ereignis, auslegung: Auslegung = Auslegung()) -> list[Ereignisbefund]:
    return list(befunde_zu_beitritten(Fassungsregister(BERICHT_2017), Akte(akte).geltende(), auslegung))


def test_ein_vollzogener_beitritt_der_wirkt_ergibt_keinen_befund() -> None:
    assert zu_beitritten(ERKLAERT, *ZUGESTIMMT, VOLLZOGEN) == []


@pytest.mark.parametrize("ereignis", [ZUGESTIMMT[0], VOLLZOGEN], ids=["zugestimmt", "vollzogen"])
def test_ohne_erklaerung_gibt_es_nichts_zuzustimmen_und_nichts_zu_vollziehen(ereignis: Ereignis) -> None:
    ((gefunden, befund),) = zu_beitritten(ereignis)
    assert (gefunden, befund.kennung, befund.normen) == (ereignis, "beitritt_ohne_erklaerung", (normen.BEITRITT,))
    assert zu_beitritten(ERKLAERT, ZUGESTIMMT[0]) == []


@pytest.mark.parametrize(
    "akte",
    [
        (evolve(ERKLAERT, foerderlich=None), *ZUGESTIMMT, VOLLZOGEN),
        (evolve(ERKLAERT, rechtsform=Rechtsform.VEREIN), *ZUGESTIMMT, VOLLZOGEN),
        (ERKLAERT, *ZUGESTIMMT, evolve(VOLLZOGEN, datum=date(2019, 12, 31))),
    ],
    ids=["nicht_beurteilt", "verein", "vor_dem_tag"],
)
def test_ein_vollzogener_beitritt_der_nicht_wirkt_ist_eine_warnung(akte: tuple[Ereignis, ...]) -> None:
    ((_, befund),) = zu_beitritten(*akte)
    assert (befund.kennung, befund.schwere) == ("beitritt_wirkt_nicht", Schwere.WARNUNG)


def test_fehlen_zustimmungen_so_haengt_der_vollzug_an_einer_lesart() -> None:
    ((_, befund),) = zu_beitritten(ERKLAERT, VOLLZOGEN)
    assert (befund.kennung, befund.schwere) == ("beitritt_haengt_von_lesart_ab", Schwere.HINWEIS)
    gewaehlt = (SchluesselNachBeitritt.ADDITIV, Beitrittszeitpunkt.NACH_TAGEN)
    genuegt = Auslegung.mit(Beitrittsentscheidung.ERKLAERUNG_GENUEGT, *gewaehlt)
    alle = Auslegung.mit(Beitrittsentscheidung.ALLE_PARTNER, *gewaehlt)
    assert zu_beitritten(ERKLAERT, VOLLZOGEN, auslegung=genuegt) == []
    assert [befund.kennung for _, befund in zu_beitritten(ERKLAERT, VOLLZOGEN, auslegung=alle)] == [
        "beitritt_wirkt_nicht"
    ]


def test_ein_vollzug_ohne_tag_laesst_sich_nicht_pruefen() -> None:
    assert zu_beitritten(ERKLAERT, evolve(VOLLZOGEN, datum=None)) == []


# Eigenschaften


@given(ereignisse(), auslegungen)
def test_jeder_befund_gehoert_zu_einem_geltenden_ereignis_und_hat_einen_satz_wenn_es_einen_gibt(
    alle: tuple[Ereignis, ...], auslegung: Auslegung
) -> None:
    geltend = Akte(alle).geltende()
    gefunden = list(befunde_zu_beitritten(Fassungsregister(BERICHT_2017), geltend, auslegung))
    for jahr, davon in nach_jahren(geltend).items():
        weg = phasenwechsel(jahr, davon, SPAET)
        kurz, lang = befunde_des_jahres(davon, weg), befunde_des_jahres(davon, weg, auch_aus_der_abrechnung=True)
        assert [paar for paar in lang if paar in kurz] == list(kurz)
        gefunden += lang
    for ereignis, befund in gefunden:
        assert ereignis in geltend
        assert befund.normen or befund.kennung == "befugnis_nicht_geregelt"
        assert befund.text.endswith((".", "“"))


@given(ereignisse(), tage)
def test_nur_das_aufsichtsgremium_prueft_und_uebertraegt_ohne_befund(alle: tuple[Ereignis, ...], tag: date) -> None:
    for ereignis in Akte(alle).geltende(tag):
        prueft = isinstance(ereignis, AbschlussberichtGeprueft)
        uebertraegt = isinstance(ereignis, BeschlussGefasst) and ereignis.betrag is not None
        if prueft or uebertraegt:
            warnt = any(befund.kennung == "ohne_befugnis" for befund in befunde_zum_akteur(ereignis))
            assert warnt is (ereignis.akteur != Gremium.AUFSICHTSGREMIUM)
