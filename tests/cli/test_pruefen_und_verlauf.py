"""Die Befehle ``pruefen`` und ``verlauf``: Stichtag, Endstatus, Text und JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from cli.aufruf import Aufruf, rufe_auf
from kooperationsvertrag.cli.grundlage import heute

RECHTZEITIG = """
titel = "Haushaltsjahr 2018"
fassung = "bericht-2017"

[[haushaltsjahr]]
jahr = 2018
eingezahlt = "wie vereinbart"
verausgabt = "43.417,55"
planung_erstellt = 2017-12-20
abschlussbericht_erstellt = 2018-12-28
geprueft = 2019-02-14
pruefungsergebnis = "gebilligt"
"""
SPAETE_PLANUNG = RECHTZEITIG.replace("2017-12-20", "2018-01-12")
PERSONAL_IM_BUDGET = (
    RECHTZEITIG.replace('verausgabt = "43.417,55"\n', "")
    + """
  [[haushaltsjahr.ausgabe]]
  bezeichnung = "Gehalt"
  art = "personalkosten"
  partner = "ihk"
  betrag = "1.000"
"""
)
OHNE_PLANUNG = RECHTZEITIG.replace("planung_erstellt = 2017-12-20\n", "")
KEINE_BILLIGUNG = RECHTZEITIG.replace('pruefungsergebnis = "gebilligt"\n', "")
OHNE_TAGE = """
fassung = "bericht-2017"
[[haushaltsjahr]]
jahr = 2018
eingezahlt = "wie vereinbart"
verausgabt = "43.417,55"
"""
MIT_BEITRITT = """
[[beitritt]]
kennung = "rhein-kreis-neuss"
name = "Rhein-Kreis Neuss"
rechtsform = "kreis"
foerderlich = true
begruendung = "grenzt an"
beitrag = "30.000"
zum = 2020-01-01
zustimmung = ["duesseldorf", "mettmann", "ihk", "aufsichtsgremium"]
"""
MIT_BERICHTIGUNG = """
[[ereignis]]
art = "rueckfuehrung_ausgezahlt"
datum = 2019-03-01
jahr = 2018
an = "ihk"
betrag = "13.000"
kennung = "r1"

[[ereignis]]
art = "rueckfuehrung_ausgezahlt"
datum = 2019-03-01
jahr = 2018
an = "ihk"
betrag = "12.763,74"
ersetzt = "r1"
erfasst = 2019-04-01
"""
AM_1_MAERZ = ("--stichtag", "2019-03-01")


def rufe(befehl: str, ordner: Path, inhalt: str, *optionen: str) -> Aufruf:
    pfad = ordner / "fall.toml"
    pfad.write_text(inhalt, encoding="utf-8")
    aufruf = rufe_auf(befehl, str(pfad), *optionen)
    assert "Traceback" not in aufruf.stderr
    return aufruf


@pytest.mark.parametrize("ausgabeformat", ["text", "json"])
@pytest.mark.parametrize(
    ("inhalt", "status"),
    [
        ("fassung = 'bericht-2017'", 2),
        (SPAETE_PLANUNG, 3),
        (KEINE_BILLIGUNG, 3),
        (PERSONAL_IM_BUDGET.replace('pruefungsergebnis = "gebilligt"\n', ""), 3),
        (PERSONAL_IM_BUDGET, 4),
        (OHNE_PLANUNG, 0),
        (RECHTZEITIG, 0),
    ],
    ids=[
        "unbrauchbar",
        "spaete_planung",
        "keine_billigung",
        "keine_billigung_und_verstoss",
        "verstoss",
        "ob_es_eine_planung_gab_ist_nicht_angegeben",
        "rechtzeitig",
    ],
)
def test_endstatus_von_pruefen(tmp_path: Path, inhalt: str, status: int, ausgabeformat: str) -> None:
    assert rufe("pruefen", tmp_path, inhalt, *AM_1_MAERZ, "--format", ausgabeformat).status == status


@pytest.mark.parametrize("ausgabeformat", ["text", "json"])
@pytest.mark.parametrize(
    ("inhalt", "status"),
    [
        ("fassung = 'bericht-2017'", 2),
        (SPAETE_PLANUNG, 0),
        (KEINE_BILLIGUNG, 3),
        (PERSONAL_IM_BUDGET.replace('pruefungsergebnis = "gebilligt"\n', ""), 3),
        (PERSONAL_IM_BUDGET, 4),
        (OHNE_PLANUNG, 0),
        (RECHTZEITIG, 0),
    ],
    ids=[
        "unbrauchbar",
        "spaete_planung",
        "keine_billigung",
        "keine_billigung_und_verstoss",
        "verstoss",
        "ob_es_eine_planung_gab_ist_nicht_angegeben",
        "rechtzeitig",
    ],
)
def test_endstatus_von_verlauf(tmp_path: Path, inhalt: str, status: int, ausgabeformat: str) -> None:
    assert rufe("verlauf", tmp_path, inhalt, "--format", ausgabeformat).status == status


@pytest.mark.parametrize("angabe", ["2019-03-01", "01.03.2019", "1.3.2019"])
def test_der_stichtag_steht_in_beiden_schreibweisen(tmp_path: Path, angabe: str) -> None:
    aufruf = rufe("pruefen", tmp_path, RECHTZEITIG, "--stichtag", angabe)

    assert aufruf.stdout.startswith("Haushaltsjahr 2018: Stand am 01.03.2019\n")
    assert "Stichtag 01.03.2019" in " ".join(aufruf.stdout.split())


@pytest.mark.parametrize("befehl", ["pruefen", "verlauf"])
@pytest.mark.parametrize(
    ("angabe", "grund"),
    [
        ("gestern", "„gestern“ ist kein Tag."),
        ("2019-02-30", "„2019-02-30“ ist kein Tag."),
        ("01.03.19", "„01.03.19“ ist kein Tag."),
        ("20190301", "„20190301“ ist kein Tag."),
        ("", "„“ ist kein Tag."),
        ("0019-03-01", "Ein Jahr liegt zwischen 1900 und 2999."),
    ],
)
def test_ein_falscher_stichtag_ist_ein_deutscher_fehler(tmp_path: Path, befehl: str, angabe: str, grund: str) -> None:
    aufruf = rufe(befehl, tmp_path, RECHTZEITIG, "--stichtag", angabe)

    assert (aufruf.status, aufruf.stdout) == (2, "")
    assert aufruf.stderr.splitlines() == [
        f"Fehler: --stichtag: {grund} Richtig wäre zum Beispiel: 2019-03-01 oder 01.03.2019.",
        f"Hilfe: kooperationsvertrag {befehl} --help",
    ]


def test_ohne_stichtag_wird_fuer_heute_geprueft(tmp_path: Path) -> None:
    vorher = heute()
    aufruf = rufe("pruefen", tmp_path, RECHTZEITIG, "--format", "json")

    assert vorher <= date.fromisoformat(json.loads(aufruf.stdout)["stichtag"]) <= heute()


def test_pruefen_als_json_ist_genau_ein_dokument(tmp_path: Path) -> None:
    daten = json.loads(rufe("pruefen", tmp_path, RECHTZEITIG, *AM_1_MAERZ, "--format", "json").stdout)
    abgerechnet = json.loads(rufe("abrechnen", tmp_path, RECHTZEITIG, "--format", "json").stdout)

    assert daten["haushaltsjahre"][0]["phase"] == "geprueft"
    assert daten["haushaltsjahre"][0]["abrechnung"] == abgerechnet["haushaltsjahre"][0]
    assert daten["beleg"] == abgerechnet["beleg"] | {"stichtag": "2019-03-01"}


def test_was_nach_dem_stichtag_liegt_zaehlt_nicht(tmp_path: Path) -> None:
    aufruf = rufe("pruefen", tmp_path, RECHTZEITIG, "--stichtag", "2018-12-31", "--format", "json")

    assert json.loads(aufruf.stdout)["haushaltsjahre"][0]["phase"] == "abgeschlossen"


def test_mit_den_gezeigten_zeilen_wird_der_stand_eindeutig(tmp_path: Path) -> None:
    gezeigt = rufe("pruefen", tmp_path, SPAETE_PLANUNG, *AM_1_MAERZ).stdout
    [zeile, *_] = [zeile.split("  ")[-1].strip() for zeile in gezeigt.splitlines() if "im_ersten_monat" in zeile]
    gewaehlt = SPAETE_PLANUNG.replace("\n[[haus", f"\n[auslegung]\n{zeile}\n\n[[haus")
    aufruf = rufe("pruefen", tmp_path, gewaehlt, *AM_1_MAERZ)

    assert aufruf.status == 0
    assert f"Lesarten:  {zeile}" in aufruf.stdout


def test_der_verlauf_reicht_bis_zum_letzten_tag_der_datei(tmp_path: Path) -> None:
    aufruf = rufe("verlauf", tmp_path, RECHTZEITIG)

    assert aufruf.stdout.startswith("Haushaltsjahr 2018: Verlauf bis 14.02.2019\n")
    assert "ohne Tag" in aufruf.stdout


def test_auch_eine_berichtigung_und_ein_beitritt_nennen_tage(tmp_path: Path) -> None:
    berichtigt = rufe("verlauf", tmp_path, RECHTZEITIG + MIT_BERICHTIGUNG)
    beigetreten = rufe("verlauf", tmp_path, RECHTZEITIG + MIT_BEITRITT)

    assert "Verlauf bis 01.04.2019" in berichtigt.stdout
    assert "(gilt nicht mehr: berichtigt am 01.04.2019)" in " ".join(berichtigt.stdout.split())
    assert "Verlauf bis 01.01.2020" in beigetreten.stdout
    assert "Beitritt erklärt: Rhein-Kreis Neuss" in " ".join(beigetreten.stdout.split())


def test_nennt_die_datei_keinen_tag_reicht_der_verlauf_bis_zum_jahresende(tmp_path: Path) -> None:
    daten = json.loads(rufe("verlauf", tmp_path, OHNE_TAGE, "--format", "json").stdout)

    assert daten["stichtag"] == "2018-12-31"
    assert [schritt["tag"] for schritt in daten["schritte"]] == [None, None, "2018-01-01"]


def test_der_verlauf_laesst_sich_frueher_beenden(tmp_path: Path) -> None:
    aufruf = rufe("verlauf", tmp_path, RECHTZEITIG, "--stichtag", "31.12.2018")

    assert "Verlauf bis 31.12.2018" in aufruf.stdout
    assert "14.02.2019" not in aufruf.stdout


@pytest.mark.parametrize("befehl", ["pruefen", "verlauf"])
def test_auf_einem_alten_bildschirm_bringt_kein_zeichen_etwas_zum_absturz(tmp_path: Path, befehl: str) -> None:
    pfad = tmp_path / "fall.toml"
    pfad.write_text(RECHTZEITIG + MIT_BERICHTIGUNG, encoding="utf-8")
    aufruf = rufe_auf(befehl, str(pfad), *AM_1_MAERZ, kodierung="cp1252", bildschirm=True)

    assert aufruf.stderr == ""
    assert "?" not in aufruf.stdout
