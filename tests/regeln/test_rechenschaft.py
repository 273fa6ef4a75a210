"""Rechenschaft: Pflichten, Prüfung und Reihenfolge."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.norm import Schwere, regel_von
from kooperationsvertrag.regeln.rechenschaft import (
    JAHRESABLAUF,
    RECHENSCHAFTSPFLICHTEN,
    Pruefungsergebnis,
    Rechenschaftshandlung,
    berichtstag,
    braucht_lesart_der_pruefung,
    ist_pruefung_abgeschlossen,
    pflichten,
    planungstag,
    reihenfolge_befunde,
)
from kooperationsvertrag.vertrag import festlegungen, normen
from kooperationsvertrag.vertrag.lesarten import Berichtsfrist, Planungsfrist, Pruefung

PLANUNG = date(2018, 1, 12)
BERICHT = date(2018, 12, 28)
PRUEFUNG = date(2019, 2, 14)

jahre = st.integers(1900, 2999)


# Letzter Tag für Planung und Bericht


@pytest.mark.parametrize(
    ("jahr", "lesart", "tag"),
    [
        (2019, Planungsfrist.VOR_JAHRESBEGINN, date(2018, 12, 31)),
        (2019, Planungsfrist.AM_ERSTEN_TAG, date(2019, 1, 1)),
        (2019, Planungsfrist.IM_ERSTEN_MONAT, date(2019, 1, 31)),
        (2019, Planungsfrist.IM_ERSTEN_VIERTELJAHR, date(2019, 3, 31)),
        (2020, Planungsfrist.VOR_JAHRESBEGINN, date(2019, 12, 31)),
        (2020, Planungsfrist.IM_ERSTEN_VIERTELJAHR, date(2020, 3, 31)),
        (2021, Planungsfrist.VOR_JAHRESBEGINN, date(2020, 12, 31)),
    ],
)
def test_letzter_tag_der_planung(jahr: int, lesart: Planungsfrist, tag: date) -> None:
    assert planungstag(jahr, lesart) == tag


@pytest.mark.parametrize(
    ("jahr", "lesart", "tag"),
    [
        (2018, Berichtsfrist.BIS_JAHRESENDE, date(2018, 12, 31)),
        (2018, Berichtsfrist.IM_FOLGENDEN_VIERTELJAHR, date(2019, 3, 31)),
        (2018, Berichtsfrist.MIT_DEM_JAHRESABSCHLUSS, date(2019, 12, 31)),
        (2019, Berichtsfrist.IM_FOLGENDEN_VIERTELJAHR, date(2020, 3, 31)),
        (2019, Berichtsfrist.MIT_DEM_JAHRESABSCHLUSS, date(2020, 12, 31)),
        (2020, Berichtsfrist.BIS_JAHRESENDE, date(2020, 12, 31)),
    ],
)
def test_letzter_tag_des_berichts(jahr: int, lesart: Berichtsfrist, tag: date) -> None:
    assert berichtstag(jahr, lesart) == tag


@given(jahr=jahre)
def test_die_lesarten_stehen_vom_fruehesten_zum_spaetesten_tag(jahr: int) -> None:
    for tage in (
        [planungstag(jahr, lesart) for lesart in Planungsfrist],
        [berichtstag(jahr, lesart) for lesart in Berichtsfrist],
    ):
        assert tage == sorted(set(tage))


@given(jahr=jahre)
def test_die_planung_ist_unter_jeder_lesart_vor_jedem_bericht_desselben_jahres_faellig(jahr: int) -> None:
    assert max(planungstag(jahr, lesart) for lesart in Planungsfrist) < min(
        berichtstag(jahr, lesart) for lesart in Berichtsfrist
    )


@given(jahr=jahre)
def test_ein_schaltjahr_aendert_keinen_tag_im_kalender(jahr: int) -> None:
    for lesart in Planungsfrist:
        assert planungstag(jahr + 1, lesart) == planungstag(jahr, lesart).replace(
            year=planungstag(jahr, lesart).year + 1
        )
    for frist in Berichtsfrist:
        assert berichtstag(jahr + 1, frist) == berichtstag(jahr, frist).replace(year=berichtstag(jahr, frist).year + 1)


@pytest.mark.parametrize("funktion", [planungstag, berichtstag])
def test_die_tage_beruhen_auf_17_f7_und_der_eigenen_festlegung(funktion: Callable[..., date]) -> None:
    regel = regel_von(funktion)
    assert regel is not None
    assert (regel.normen, regel.festlegungen) == ((normen.PLANUNG_UND_BERICHT,), (festlegungen.FRISTEN_ALS_TAGE,))


# Prüfung und Rückführung


@pytest.mark.parametrize("lesart", Pruefung)
def test_gebilligt_ist_unter_jeder_lesart_abgeschlossen(lesart: Pruefung) -> None:
    assert ist_pruefung_abgeschlossen(PRUEFUNG, Pruefungsergebnis.GEBILLIGT, lesart)


@pytest.mark.parametrize("ergebnis", [None, Pruefungsergebnis.BEANSTANDET])
def test_geprueft_ohne_billigung_genuegt_nur_wenn_die_vornahme_genuegt(ergebnis: Pruefungsergebnis | None) -> None:
    assert ist_pruefung_abgeschlossen(PRUEFUNG, ergebnis, Pruefung.VORNAHME_GENUEGT)
    assert not ist_pruefung_abgeschlossen(PRUEFUNG, ergebnis, Pruefung.BILLIGUNG_NOETIG)


@pytest.mark.parametrize("lesart", Pruefung)
@pytest.mark.parametrize("ergebnis", [None, *Pruefungsergebnis])
def test_ohne_pruefung_ist_nie_abgeschlossen(ergebnis: Pruefungsergebnis | None, lesart: Pruefung) -> None:
    assert not ist_pruefung_abgeschlossen(None, ergebnis, lesart)


@pytest.mark.parametrize("geprueft", [None, PRUEFUNG])
@pytest.mark.parametrize("ergebnis", [None, *Pruefungsergebnis])
def test_nach_der_lesart_ist_genau_zu_fragen_wenn_sie_etwas_aendert(
    geprueft: date | None, ergebnis: Pruefungsergebnis | None
) -> None:
    antworten = {ist_pruefung_abgeschlossen(geprueft, ergebnis, lesart) for lesart in Pruefung}
    assert braucht_lesart_der_pruefung(geprueft, ergebnis) is (len(antworten) == 2)


# Reihenfolge


def test_planung_bericht_pruefung_in_dieser_reihenfolge_ist_in_ordnung() -> None:
    befunde = reihenfolge_befunde(
        jahr=2018, planung_erstellt=PLANUNG, abschlussbericht_erstellt=BERICHT, geprueft=PRUEFUNG
    )
    assert befunde == ()


def test_bericht_vor_der_planung_ist_eine_warnung() -> None:
    [befund] = reihenfolge_befunde(
        jahr=2018, planung_erstellt=BERICHT, abschlussbericht_erstellt=PLANUNG, geprueft=PRUEFUNG
    )
    assert (befund.kennung, befund.schwere) == ("abschlussbericht_vor_planung", Schwere.WARNUNG)
    assert befund.text == (
        "Haushaltsjahr 2018: Der Abschlussbericht ist vom 12.01.2018, die Planung erst vom 28.12.2018."
    )
    assert [norm.kennung for norm in befund.normen] == ["17-F7"]


def test_pruefung_vor_dem_bericht_ist_eine_warnung() -> None:
    [befund] = reihenfolge_befunde(
        jahr=2018, planung_erstellt=PLANUNG, abschlussbericht_erstellt=PRUEFUNG, geprueft=BERICHT
    )
    assert (befund.kennung, befund.schwere) == ("pruefung_vor_abschlussbericht", Schwere.WARNUNG)
    assert befund.text == (
        "Haushaltsjahr 2018: Die Prüfung ist vom 28.12.2018, der Abschlussbericht erst vom 14.02.2019."
    )
    assert [norm.kennung for norm in befund.normen] == ["17-F8"]


def test_alles_verkehrt_sind_zwei_warnungen() -> None:
    befunde = reihenfolge_befunde(
        jahr=2018, planung_erstellt=PRUEFUNG, abschlussbericht_erstellt=BERICHT, geprueft=PLANUNG
    )
    assert [befund.kennung for befund in befunde] == ["abschlussbericht_vor_planung", "pruefung_vor_abschlussbericht"]


def test_pruefung_ohne_bericht_ist_ein_hinweis() -> None:
    [befund] = reihenfolge_befunde(
        jahr=2018, planung_erstellt=PLANUNG, abschlussbericht_erstellt=None, geprueft=PRUEFUNG
    )
    assert (befund.kennung, befund.schwere) == ("pruefung_ohne_abschlussbericht", Schwere.HINWEIS)
    assert befund.text == (
        "Haushaltsjahr 2018: Eine Prüfung vom 14.02.2019 ist festgehalten, aber kein Abschlussbericht."
    )


def test_pruefung_vor_der_planung_faellt_auch_ohne_bericht_auf() -> None:
    befunde = reihenfolge_befunde(
        jahr=2018, planung_erstellt=PRUEFUNG, abschlussbericht_erstellt=None, geprueft=PLANUNG
    )
    assert [(befund.kennung, befund.schwere) for befund in befunde] == [
        ("pruefung_vor_planung", Schwere.WARNUNG),
        ("pruefung_ohne_abschlussbericht", Schwere.HINWEIS),
    ]


@given(jahr=st.integers(2017, 2100), tage=st.lists(st.dates(), min_size=3, max_size=3).map(sorted))
def test_aufsteigende_tage_sind_immer_in_ordnung(jahr: int, tage: list[date]) -> None:
    planung, bericht, pruefung = tage
    befunde = reihenfolge_befunde(
        jahr=jahr, planung_erstellt=planung, abschlussbericht_erstellt=bericht, geprueft=pruefung
    )
    assert befunde == ()


@given(planung=st.dates(), bericht=st.dates(), pruefung=st.dates())
def test_jede_verkehrte_reihenfolge_wird_gewarnt(planung: date, bericht: date, pruefung: date) -> None:
    befunde = reihenfolge_befunde(
        jahr=2018, planung_erstellt=planung, abschlussbericht_erstellt=bericht, geprueft=pruefung
    )
    assert bool(befunde) is not (planung <= bericht <= pruefung)
    assert {befund.schwere for befund in befunde} <= {Schwere.WARNUNG}


@given(datum=st.dates())
def test_ein_einzelnes_bekanntes_datum_von_planung_oder_bericht_wird_nie_beanstandet(datum: date) -> None:
    for planung, bericht in ((datum, None), (None, datum)):
        befunde = reihenfolge_befunde(
            jahr=2018, planung_erstellt=planung, abschlussbericht_erstellt=bericht, geprueft=None
        )
        assert befunde == ()


@given(planung=st.none() | st.dates(), bericht=st.none() | st.dates(), pruefung=st.none() | st.dates())
def test_die_reihenfolge_ist_nie_ein_verstoss(
    planung: date | None, bericht: date | None, pruefung: date | None
) -> None:
    befunde = reihenfolge_befunde(
        jahr=2018, planung_erstellt=planung, abschlussbericht_erstellt=bericht, geprueft=pruefung
    )
    assert Schwere.VERSTOSS not in {befund.schwere for befund in befunde}
    assert all(befund.normen for befund in befunde)


@given(jahr=jahre, versatz=st.integers(1, 3000))
def test_ein_verspaeteter_bericht_faellt_in_der_reihenfolge_nicht_auf(jahr: int, versatz: int) -> None:
    bericht = berichtstag(jahr, Berichtsfrist.MIT_DEM_JAHRESABSCHLUSS) + timedelta(days=versatz)
    planung = planungstag(jahr, Planungsfrist.IM_ERSTEN_VIERTELJAHR) + timedelta(days=versatz)
    befunde = reihenfolge_befunde(
        jahr=jahr, planung_erstellt=planung, abschlussbericht_erstellt=bericht, geprueft=bericht
    )
    assert befunde == ()


# Pflichten


def test_der_jahresablauf_geht_von_der_planung_bis_zur_rueckfuehrung() -> None:
    assert JAHRESABLAUF == (
        Rechenschaftshandlung.PLANUNG_ERSTELLEN,
        Rechenschaftshandlung.ABSCHLUSSBERICHT_ERSTELLEN,
        Rechenschaftshandlung.ABSCHLUSSBERICHT_PRUEFEN,
        Rechenschaftshandlung.MITTEL_ZURUECKFUEHREN,
    )


def test_die_pflichten_beginnen_mit_dem_jahresablauf() -> None:
    assert tuple(pflicht.handlung for pflicht in RECHENSCHAFTSPFLICHTEN[:4]) == JAHRESABLAUF


@pytest.mark.parametrize("handlung", Rechenschaftshandlung)
def test_jede_handlung_schuldet_jemand(handlung: Rechenschaftshandlung) -> None:
    assert pflichten(handlung)
    assert all(pflicht.handlung is handlung and pflicht.traeger for pflicht in pflichten(handlung))


def test_voraussetzungen_gehen_im_jahresablauf_voraus() -> None:
    for pflicht in RECHENSCHAFTSPFLICHTEN:
        if pflicht.voraussetzung is not None:
            assert JAHRESABLAUF.index(pflicht.voraussetzung) < JAHRESABLAUF.index(pflicht.handlung)


def test_rueckgefuehrt_wird_erst_nach_der_pruefung() -> None:
    [pflicht] = pflichten(Rechenschaftshandlung.MITTEL_ZURUECKFUEHREN)
    assert pflicht.voraussetzung is Rechenschaftshandlung.ABSCHLUSSBERICHT_PRUEFEN


def test_regionalmanagement_berichtet_und_legt_rechenschaft_ab_geschaeftsstelle_legt_nur_rechenschaft_ab() -> None:
    [bericht] = pflichten(Rechenschaftshandlung.BERICHTEN)
    assert (bericht.traeger, bericht.gegenueber, bericht.norm.kennung) == (
        "Regionalmanagement",
        "Aufsichtsgremium",
        "17-G1",
    )
    rechenschaft = pflichten(Rechenschaftshandlung.RECHENSCHAFT_ABLEGEN)
    assert [(pflicht.traeger, pflicht.norm.kennung) for pflicht in rechenschaft] == [
        ("Regionalmanagement", "17-G1"),
        ("Geschäftsstelle", "17-F5"),
    ]


# Wo der Text schweigt


def test_nur_planung_und_bericht_haben_eine_zeit_und_sie_ist_kein_tag() -> None:
    mit_zeit = {pflicht.handlung for pflicht in RECHENSCHAFTSPFLICHTEN if pflicht.zeit}
    assert mit_zeit == set(JAHRESABLAUF[:2])
    assert all("OF-23" in pflicht.fragen for pflicht in RECHENSCHAFTSPFLICHTEN if pflicht.zeit)


def test_wem_planung_und_bericht_vorzulegen_sind_ist_offen() -> None:
    for handlung in JAHRESABLAUF[:2]:
        [pflicht] = pflichten(handlung)
        assert pflicht.gegenueber == ""
        assert "OF-22" in pflicht.fragen


def test_wer_ausser_dem_rechnungspruefungsamt_prueft_ist_offen() -> None:
    [pflicht] = pflichten(Rechenschaftshandlung.RECHNUNGSPRUEFUNG_DULDEN)
    assert pflicht.fragen == ("OF-24",)


def test_am_selben_tag_erstellt_und_geprueft_ist_in_ordnung() -> None:
    befunde = reihenfolge_befunde(
        jahr=2018, planung_erstellt=BERICHT, abschlussbericht_erstellt=BERICHT, geprueft=BERICHT
    )
    assert befunde == ()


def test_jeder_satz_ueber_rechenschaft_hat_eine_regel() -> None:
    regel = regel_von(pflichten)
    assert regel is not None
    assert {norm.kennung for norm in regel.normen} == {"17-G1", "17-F5", "17-F6", "17-F7", "17-F8"}
    assert {pflicht.norm.kennung for pflicht in RECHENSCHAFTSPFLICHTEN} == {norm.kennung for norm in regel.normen}
