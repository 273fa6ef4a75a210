"""Laufzeit: was für ein Jahr gilt, in dem eine neue Fassung in Kraft tritt."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.norm import Schwere
from kooperationsvertrag.regeln.laufzeit import (
    befund_zur_ausstehenden_fassung,
    befunde_zum_fassungswechsel,
    beitraege_im_wechseljahr,
    fassung_wirksam_ab,
)
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import Wechseljahr
from kooperationsvertrag.vertrag.partner import METTMANN
from strategien import cents

ALT = BERICHT_2017.beitraege
NEU = Betraege(
    (
        ("duesseldorf", Geldbetrag.aus_euro(50_000)),
        ("ihk", Geldbetrag.aus_euro(30_000)),
        ("neuss", Geldbetrag.aus_euro(12_000)),
    )
)
ERSTER_JULI = date(2027, 7, 1)
tage = st.dates(date(2018, 1, 1), date(2040, 12, 31))
ANTEILIG = (Wechseljahr.NACH_MONATEN, Wechseljahr.NACH_TAGEN)


def beitraege(lesart: Wechseljahr, ab: date = ERSTER_JULI) -> dict[str, int]:
    return {wer: betrag.cent for wer, betrag in beitraege_im_wechseljahr(ALT, ALT, NEU, ab, lesart).items()}


def test_das_jahr_endet_wie_es_begann_oder_gilt_ganz_als_neues() -> None:
    assert beitraege(Wechseljahr.ALTE_FASSUNG) == {wer: betrag.cent for wer, betrag in ALT.items()}
    assert beitraege(Wechseljahr.NEUE_FASSUNG) == {wer: betrag.cent for wer, betrag in NEU.items()}


def test_anteilig_zahlt_jeder_fuer_die_zeit_in_der_er_partner_ist() -> None:
    assert beitraege(Wechseljahr.NACH_MONATEN) == {
        "duesseldorf": 5_000_000,
        "ihk": 2_500_000,
        "neuss": 600_000,
        "mettmann": 2_500_000,
    }
    assert beitraege(Wechseljahr.NACH_TAGEN)["mettmann"] == 2_479_452  # 181/365 von 50.000 €
    assert beitraege(Wechseljahr.NACH_TAGEN, date(2028, 7, 1))["mettmann"] == 2_486_339  # 182/366


def test_der_monat_des_wechsels_zaehlt_voll_zur_neuen_fassung() -> None:
    assert beitraege(Wechseljahr.NACH_MONATEN, date(2027, 7, 31)) == beitraege(Wechseljahr.NACH_MONATEN)


def test_wer_im_selben_jahr_beigetreten_ist_zahlt_nur_fuer_die_zeit_seither() -> None:
    """Beitritt zum 1. April, neuer Beitrag ab 1. Juli: drei Monate alt, sechs Monate neu."""
    voll = Betraege.von({"neuss": Geldbetrag.aus_euro(12_000)})
    dieses_jahr = Betraege.von({"neuss": Geldbetrag.aus_euro(9_000)})
    neu = Betraege.von({"neuss": Geldbetrag.aus_euro(24_000)})

    fuer_das_jahr = beitraege_im_wechseljahr(dieses_jahr, voll, neu, ERSTER_JULI, Wechseljahr.NACH_MONATEN)

    assert fuer_das_jahr["neuss"] == Geldbetrag.aus_euro(3_000 + 12_000)


def test_wer_gerade_erst_beigetreten_ist_und_gleich_ausscheidet_schuldet_nie_weniger_als_nichts() -> None:
    """Beitritt am 20. Juli nach Tagen, neue Fassung am 25. Juli nach Monaten: abgezogen würde mehr, als er schuldet."""
    voll = Betraege.von({"viersen": Geldbetrag.aus_euro(36_500)})
    dieses_jahr = Betraege.von({"viersen": Geldbetrag.aus_euro(16_500)})

    fuer_das_jahr = beitraege_im_wechseljahr(dieses_jahr, voll, Betraege(), date(2027, 7, 25), Wechseljahr.NACH_MONATEN)

    assert fuer_das_jahr["viersen"] == NULL


def test_die_neue_fassung_wirkt_an_ihrem_tag_oder_mit_dem_naechsten_jahr() -> None:
    assert fassung_wirksam_ab(ERSTER_JULI, Wechseljahr.ALTE_FASSUNG) == date(2028, 1, 1)
    assert {fassung_wirksam_ab(ERSTER_JULI, lesart) for lesart in (Wechseljahr.NEUE_FASSUNG, *ANTEILIG)} == {
        ERSTER_JULI
    }
    assert fassung_wirksam_ab(date(2027, 1, 2), Wechseljahr.ALTE_FASSUNG) == date(2028, 1, 1)
    assert {fassung_wirksam_ab(date(2028, 1, 1), lesart) for lesart in Wechseljahr} == {date(2028, 1, 1)}


def test_wen_die_neue_fassung_nicht_mehr_nennt_der_scheidet_mit_einer_warnung_aus() -> None:
    ohne_mettmann = evolve(
        BERICHT_2017,
        kennung="neu",
        partner=tuple(einer for einer in BERICHT_2017.partner if einer is not METTMANN),
        beitraege=Betraege(tuple(paar for paar in ALT.paare if paar[0] != "mettmann")),
        stellen=(),
        aufsichtsgremium=(),
    )

    wechsel, ausscheiden = befunde_zum_fassungswechsel(BERICHT_2017, ohne_mettmann, ERSTER_JULI, date(2028, 1, 1))

    assert (wechsel.kennung, wechsel.schwere) == ("fassungswechsel", Schwere.HINWEIS)
    assert "erst ab 01.01.2028" in wechsel.text
    assert (ausscheiden.kennung, ausscheiden.schwere) == ("partner_scheidet_aus", Schwere.WARNUNG)
    assert "Kreis Mettmann ist ab 01.01.2028 kein Vertragspartner" in ausscheiden.text


@pytest.mark.parametrize(("ab", "satz"), [(None, "noch kein Tag"), (date(2030, 1, 1), "gilt ab 01.01.2030")])
def test_eine_fassung_die_noch_nicht_gilt_ist_einen_hinweis_wert(ab: date | None, satz: str) -> None:
    befund = befund_zur_ausstehenden_fassung(BERICHT_2017, ab)
    assert befund.schwere is Schwere.HINWEIS
    assert satz in befund.text


@given(cents, cents, tage, st.sampled_from(ANTEILIG))
def test_anteilig_liegt_der_beitrag_zwischen_altem_und_neuem(alt: int, neu: int, ab: date, lesart: Wechseljahr) -> None:
    bisher, kuenftig = Betraege.von({"ihk": Geldbetrag(alt)}), Betraege.von({"ihk": Geldbetrag(neu)})

    anteilig = beitraege_im_wechseljahr(bisher, bisher, kuenftig, ab, lesart)["ihk"].cent

    assert min(alt, neu) <= anteilig <= max(alt, neu)


@given(cents, tage, st.sampled_from(Wechseljahr))
def test_aendert_sich_der_beitrag_nicht_so_aendert_ihn_auch_kein_wechsel(
    cent: int, ab: date, lesart: Wechseljahr
) -> None:
    beitrag = Betraege.von({"ihk": Geldbetrag(cent)})
    assert beitraege_im_wechseljahr(beitrag, beitrag, beitrag, ab, lesart) == beitrag


@given(cents, cents, tage)
def test_nach_tagen_weicht_der_beitrag_keinen_halben_cent_vom_genauen_ab(alt: int, neu: int, ab: date) -> None:
    bisher, kuenftig = Betraege.von({"ihk": Geldbetrag(alt)}), Betraege.von({"ihk": Geldbetrag(neu)})
    vorher, im_jahr = (ab - date(ab.year, 1, 1)).days, (date(ab.year + 1, 1, 1) - date(ab.year, 1, 1)).days
    genau = Fraction(alt * vorher + neu * (im_jahr - vorher), im_jahr)

    anteilig = beitraege_im_wechseljahr(bisher, bisher, kuenftig, ab, Wechseljahr.NACH_TAGEN)["ihk"].cent

    assert Fraction(-1, 2) < anteilig - genau <= Fraction(1, 2)


@given(cents, tage, st.sampled_from(ANTEILIG))
def test_wer_ausscheidet_und_wer_hinzukommt_zahlen_bei_gleichem_beitrag_zusammen_das_ganze_jahr(
    cent: int, ab: date, lesart: Wechseljahr
) -> None:
    alt, neu = Betraege.von({"mettmann": Geldbetrag(cent)}), Betraege.von({"neuss": Geldbetrag(cent)})

    geteilt = beitraege_im_wechseljahr(alt, alt, neu, ab, lesart)

    assert tuple(geteilt) == ("neuss", "mettmann")
    assert 0 <= geteilt.summe.cent - cent <= 1  # beide halben Cent werden aufgerundet
    assert geteilt["mettmann"] >= NULL
