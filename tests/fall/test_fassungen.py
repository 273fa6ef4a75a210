"""Eine Falldatei kann sagen, ab wann welche Fassung gilt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kooperationsvertrag.ablauf.ergebnis import ergebnis
from kooperationsvertrag.fall.als_json import (
    abrechnung_als_json,
    beleg_als_json,
    fassungen_als_json,
    fingerabdruck_der_fassung,
)
from kooperationsvertrag.fall.einlesen import lade_fall
from kooperationsvertrag.fall.probleme import EingabeError, Problem
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten

ENTWURF = """
kennung = "entwurf-2027"
bezeichnung = "Entwurf 2027"
aufbauend_auf = "bericht-2017"
ausgeschieden = ["ihk"]
GUELTIGKEIT

[beitraege]
duesseldorf = "50.000"
mettmann = "50.000"
neuss = "30.000"

[[partner]]
kennung = "neuss"
name = "Rhein-Kreis Neuss"
rechtsform = "kreis"

[[regelung]]
frage = "abstimmung"
antwort = "mehrheit"
"""
JAHR = """
[[haushaltsjahr]]
jahr = {}
eingezahlt = "wie vereinbart"
verausgabt = "100.000"
geprueft = {}-02-14
pruefungsergebnis = "gebilligt"
"""


def fall(ordner: Path, *, wechsel: str, jahre: str = "", gueltigkeit: str = "", oben: str = "") -> Path:
    (ordner / "entwurf.toml").write_text(ENTWURF.replace("GUELTIGKEIT", gueltigkeit), encoding="utf-8")
    (ordner / "anderer.toml").write_text(
        ENTWURF.replace("GUELTIGKEIT", "").replace("entwurf-2027", "entwurf-2028"), encoding="utf-8"
    )
    datei = ordner / "fall.toml"
    jahre = jahre or JAHR.format(2026, 2027) + JAHR.format(2027, 2028)
    datei.write_text(f'fassung = "bericht-2017"\n{oben}\n{wechsel}\n{jahre}', encoding="utf-8")
    return datei


def wechsel(ab: str = "", fassung: str = "entwurf.toml") -> str:
    return f'[[fassungswechsel]]\nfassung = "{fassung}"\n' + (f"ab = {ab}\n" if ab else "")


def probleme(datei: Path) -> list[Problem]:
    with pytest.raises(EingabeError) as fehler:
        lade_fall(datei)
    return list(fehler.value.probleme)


def test_jedes_jahr_wird_nach_seiner_fassung_abgerechnet(tmp_path: Path) -> None:
    gelesen = lade_fall(fall(tmp_path, wechsel=wechsel("2027-01-01")))

    erstes, zweites = ergebnis(gelesen.aufzeichnung).haushaltsjahre

    assert dict(erstes.vereinbart.paare)["ihk"] == Geldbetrag.aus_euro(20_000)
    assert tuple(zweites.vereinbart) == ("duesseldorf", "mettmann", "neuss")
    assert zweites.jahresbudget == Geldbetrag.aus_euro(130_000)


@pytest.mark.parametrize(
    ("gueltigkeit", "ab", "erwartet"),
    [
        ("gueltig_ab = 2027-07-01", "", date(2027, 7, 1)),
        ("gueltig_ab = 2027-07-01", "2027-07-01", date(2027, 7, 1)),
        ('gueltig_bei = "Unterzeichnung"', "2027-07-01", date(2027, 7, 1)),
        ('gueltig_bei = "Unterzeichnung"', "", None),
        ("", "", None),
    ],
    ids=["Entwurf nennt den Tag", "beide nennen denselben", "Ereignis eingetreten", "noch nicht eingetreten", "offen"],
)
def test_der_tag_steht_im_entwurf_oder_beim_wechsel_oder_noch_nicht_fest(
    tmp_path: Path, gueltigkeit: str, ab: str, erwartet: date | None
) -> None:
    gelesen = lade_fall(fall(tmp_path, wechsel=wechsel(ab), gueltigkeit=gueltigkeit))
    [eines] = gelesen.aufzeichnung.wechsel
    assert isinstance(eines, Inkrafttreten)
    assert eines.ab == erwartet


def test_nennen_entwurf_und_fall_verschiedene_tage_so_ist_das_ein_fehler(tmp_path: Path) -> None:
    [problem] = probleme(fall(tmp_path, wechsel=wechsel("2027-02-01"), gueltigkeit="gueltig_ab = 2027-01-01"))
    assert problem.stelle == "fassungswechsel[0].ab"
    assert "sagt selbst, dass sie ab 01.01.2027 gilt" in problem.grund


def test_zwei_fassungen_am_selben_tag_sind_ein_fehler(tmp_path: Path) -> None:
    [problem] = probleme(fall(tmp_path, wechsel=wechsel("2027-01-01") + wechsel("2027-01-01", "anderer.toml")))
    assert problem.stelle == "fassungswechsel[1].ab"
    assert "Am 01.01.2027 tritt schon die Fassung „entwurf-2027“ in Kraft" in problem.grund


@pytest.mark.parametrize(
    ("tabelle", "stelle", "grund"),
    [
        ("[[fassungswechsel]]\nab = 2027-01-01\n", "fassungswechsel[0].fassung", "fehlt"),
        (wechsel("2027-01-01", "bericht-2018"), "fassungswechsel[0].fassung", "gibt es nicht"),
        (wechsel("2027-01-01", "fehlt.toml"), "fassungswechsel[0].fassung", "Diese Datei gibt es nicht"),
        (wechsel('"2027"'), "fassungswechsel[0].ab", "ein Tag steht"),
        (wechsel("2027-01-01") + "bis = 2030-01-01\n", "fassungswechsel[0].bis", "gibt es hier nicht"),
    ],
    ids=["ohne Fassung", "unbekannte Fassung", "keine Datei", "kein Tag", "unbekannte Angabe"],
)
def test_ein_falscher_wechsel_wird_an_seiner_stelle_genannt(
    tmp_path: Path, tabelle: str, stelle: str, grund: str
) -> None:
    gefunden = probleme(fall(tmp_path, wechsel=tabelle))
    assert (stelle, True) in [(problem.stelle, grund in problem.grund) for problem in gefunden]


def test_alle_maengel_eines_entwurfs_und_des_falls_kommen_auf_einmal(tmp_path: Path) -> None:
    datei = fall(tmp_path, wechsel=wechsel("2027-01-01", "kaputt.toml") + wechsel("gestern"))
    (tmp_path / "kaputt.toml").write_text('kennung = "x"\nfarbe = "rot"\n', encoding="utf-8")
    stellen = [problem.stelle for problem in probleme(datei)]
    assert len(stellen) > 2
    assert set(stellen) >= {"fassungswechsel[0].fassung"}


def zahlung(zahl: int, partner: str) -> str:
    return f"""
[[haushaltsjahr]]
jahr = {zahl}
verausgabt = "0"
  [[haushaltsjahr.einzahlung]]
  partner = "{partner}"
  betrag = "1.000"
"""


def test_wer_erst_nach_dem_wechsel_partner_ist_kann_davor_nicht_zahlen(tmp_path: Path) -> None:
    jahre = zahlung(2026, "neuss") + zahlung(2027, "neuss")
    [problem] = probleme(fall(tmp_path, wechsel=wechsel("2027-01-01"), jahre=jahre))
    assert problem.stelle == "haushaltsjahr[0].einzahlung[0].partner"
    assert "tritt erst zum 01.01.2027 bei" in problem.grund


def test_wer_ausgeschieden_ist_kann_danach_nicht_mehr_zahlen(tmp_path: Path) -> None:
    jahre = zahlung(2026, "ihk") + zahlung(2027, "ihk")
    [problem] = probleme(fall(tmp_path, wechsel=wechsel("2027-01-01"), jahre=jahre))
    assert problem.stelle == "haushaltsjahr[1].einzahlung[0].partner"
    assert "seit 01.01.2027 gilt, kein Partner mehr" in problem.grund


def test_an_einen_ausgeschiedenen_kann_uebertragenes_geld_noch_zurueckgehen(tmp_path: Path) -> None:
    auszahlung = """
[[ereignis]]
art = "rueckfuehrung_ausgezahlt"
akteur = "duesseldorf"
an = "ihk"
jahr = 2027
datum = 2028-03-01
betrag = "2.000"
"""
    lade_fall(fall(tmp_path, wechsel=wechsel("2027-01-01"), jahre=auszahlung))
    zu_frueh = auszahlung.replace('"ihk"', '"neuss"').replace("jahr = 2027", "jahr = 2026")
    [problem] = probleme(fall(tmp_path, wechsel=wechsel("2027-01-01"), jahre=zu_frueh))
    assert problem.stelle == "ereignis[0].an"


def test_im_wechseljahr_selbst_kann_noch_zahlen_wer_im_lauf_des_jahres_ausscheidet(tmp_path: Path) -> None:
    jahre = zahlung(2026, "ihk") + zahlung(2027, "ihk")
    lade_fall(fall(tmp_path, wechsel=wechsel("2027-07-01"), jahre=jahre))


def test_eine_wahl_gilt_wo_eine_fassung_die_frage_offen_laesst(tmp_path: Path) -> None:
    """Der Entwurf regelt die Abstimmung; für die Zeit davor bleibt sie wählbar."""
    gewaehlt = '[auslegung]\nabstimmung = "einstimmig"\n'
    lade_fall(fall(tmp_path, wechsel=wechsel("2027-01-01"), oben=gewaehlt))


def test_gegen_alle_fassungen_laesst_sich_nicht_waehlen(tmp_path: Path) -> None:
    gewaehlt = '[auslegung]\nabstimmung = "einstimmig"\n'
    datei = fall(tmp_path, wechsel=wechsel("2027-01-01", "anderer.toml"), oben=gewaehlt)
    datei.write_text(datei.read_text(encoding="utf-8").replace("bericht-2017", "entwurf.toml"), encoding="utf-8")
    datei.write_text(datei.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    [problem] = probleme(datei)
    assert problem.stelle == "auslegung.abstimmung"
    assert "regelt „abstimmung“ selbst" in problem.grund


def test_das_json_nennt_jede_fassung_mit_ihrem_tag_und_den_fingerabdruck_jeder(tmp_path: Path) -> None:
    gelesen = lade_fall(fall(tmp_path, wechsel=wechsel("2027-01-01") + wechsel(fassung="anderer.toml")))

    daten = abrechnung_als_json(gelesen, ergebnis(gelesen.aufzeichnung))

    assert daten["fassung"] == "bericht-2017"
    assert [(eine["fassung"], eine["ab"]) for eine in fassungen_als_json(gelesen)] == [
        ("bericht-2017", None),
        ("entwurf-2027", "2027-01-01"),
        ("entwurf-2028", None),
    ]
    assert daten["fassungen"] == fassungen_als_json(gelesen)
    weitere = [fingerabdruck_der_fassung(eines.fassung) for eines in gelesen.aufzeichnung.wechsel]
    assert beleg_als_json(gelesen)["weitere_fassungen"] == weitere


def test_was_die_erste_fassung_regelt_bleibt_waehlbar_wenn_die_zweite_es_offen_laesst(tmp_path: Path) -> None:
    datei = fall(
        tmp_path, wechsel=wechsel("2027-01-01", "bericht-2017"), oben='[auslegung]\nabstimmung = "einstimmig"\n'
    )
    text = datei.read_text(encoding="utf-8").replace('fassung = "bericht-2017"', 'fassung = "entwurf.toml"', 1)
    datei.write_text(text, encoding="utf-8")
    lade_fall(datei)


def test_wer_zwischendurch_nicht_genannt_ist_und_wiederkommt_kann_wieder_zahlen(tmp_path: Path) -> None:
    zurueck = wechsel("2027-01-01") + wechsel("2028-01-01", "bericht-2017")
    lade_fall(
        fall(tmp_path, wechsel=zurueck, jahre=zahlung(2026, "ihk") + zahlung(2027, "neuss") + zahlung(2028, "ihk"))
    )


def test_wen_zwei_spaetere_fassungen_nennen_der_ist_seit_der_ersten_partner(tmp_path: Path) -> None:
    beide = wechsel("2027-01-01") + wechsel("2028-01-01", "anderer.toml")
    lade_fall(fall(tmp_path, wechsel=beide, jahre=zahlung(2026, "ihk") + zahlung(2027, "neuss")))


def test_dieselbe_fassung_noch_einmal_ist_kein_wechsel_zurueck_zur_ersten_schon(tmp_path: Path) -> None:
    noch_einmal = wechsel("2027-01-01") + wechsel("2028-01-01")
    [problem] = probleme(fall(tmp_path, wechsel=noch_einmal))
    assert problem.stelle == "fassungswechsel[1].fassung"
    assert "„entwurf-2027“ gilt hier schon" in problem.grund

    zurueck = wechsel("2027-01-01") + wechsel("2028-01-01", "bericht-2017")
    assert len(lade_fall(fall(tmp_path, wechsel=zurueck)).aufzeichnung.wechsel) == 2


def test_zwei_verschiedene_entwuerfe_heissen_nicht_gleich(tmp_path: Path) -> None:
    datei = fall(tmp_path, wechsel=wechsel("2027-01-01") + wechsel("2028-01-01", "gleich.toml"))
    (tmp_path / "gleich.toml").write_text(
        ENTWURF.replace("GUELTIGKEIT", "").replace('bezeichnung = "Entwurf 2027"', 'bezeichnung = "Anders"'),
        encoding="utf-8",
    )
    [problem] = probleme(datei)
    assert problem.stelle == "fassungswechsel[1].fassung"
    assert "Eine andere Fassung heißt schon „entwurf-2027“" in problem.grund


def test_wer_ausgeschieden_ist_tritt_nicht_wieder_bei_sondern_steht_in_einer_weiteren_fassung(tmp_path: Path) -> None:
    beitritt = """
[[beitritt]]
kennung = "ihk"
name = "IHK zu Düsseldorf"
rechtsform = "kammer"
beitrag = "20.000"
zum = 2028-01-01
"""
    datei = fall(tmp_path, wechsel=wechsel("2027-01-01"))
    datei.write_text(datei.read_text(encoding="utf-8") + beitritt, encoding="utf-8")
    [problem] = probleme(datei)
    assert problem.stelle == "beitritt[0].kennung"
    assert "wenn eine weitere Fassung ihn nennt" in problem.grund
