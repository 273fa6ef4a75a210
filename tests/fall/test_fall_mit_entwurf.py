"""Ein Fall kann unter einem Entwurf gerechnet werden, der neben ihm liegt."""

from __future__ import annotations

from pathlib import Path

import pytest

from fall.falldateien import EINFACH
from kooperationsvertrag.ablauf.ergebnis import ergebnis
from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.fall.antrag import lade_antrag
from kooperationsvertrag.fall.einlesen import lade_fall, lies_fall
from kooperationsvertrag.fall.probleme import EingabeError

ENTWURF = """
kennung = "entwurf-2027"
bezeichnung = "Entwurf 2027"
aufbauend_auf = "bericht-2017"

[[klausel]]
kennung = "§ 7 Abs. 2"
text = "Zurückgeführt wird nach den tatsächlichen Zahlungen, Cent nach größtem Rest."
ersetzt = ["17-F8"]

[[regelung]]
frage = "rueckfuehrungsbasis"
antwort = "tatsaechliche_zahlungen"
klausel = "§ 7 Abs. 2"

[[regelung]]
frage = "rundung"
antwort = "groesster_rest"
klausel = "§ 7 Abs. 2"

[[regelung]]
frage = "rundungsvorrang"
antwort = "vertragsreihenfolge"
"""
FALL = """
fassung = "entwurf-2027.toml"
AUSLEGUNG
[[haushaltsjahr]]
jahr = 2018
verausgabt = "80.000"
geprueft = 2019-02-14
pruefungsergebnis = "gebilligt"

  [[haushaltsjahr.einzahlung]]
  partner = "duesseldorf"
  betrag = "50.000"

  [[haushaltsjahr.einzahlung]]
  partner = "mettmann"
  betrag = "50.000"

  [[haushaltsjahr.einzahlung]]
  partner = "ihk"
  betrag = "10.000"
"""


def schreibe(ordner: Path, auslegung: str = "", entwurf: str = ENTWURF, fall: str = FALL) -> Path:
    (ordner / "entwurf-2027.toml").write_text(entwurf, encoding="utf-8")
    datei = ordner / "fall.toml"
    datei.write_text(fall.replace("AUSLEGUNG", auslegung), encoding="utf-8")
    return datei


def test_was_der_entwurf_regelt_ist_im_fall_keine_frage_mehr(tmp_path: Path) -> None:
    fall = lade_fall(schreibe(tmp_path))

    gerechnet = ergebnis(fall.aufzeichnung, fall.auslegung, fall.konvention)

    assert fall.aufzeichnung.fassung.bezeichnung == "Entwurf 2027"
    assert gerechnet.ist_eindeutig
    assert [str(b) for b in gerechnet.haushaltsjahre[0].rueckfuehrung.values()] == [
        "13.636,37 €",
        "13.636,36 €",
        "2.727,27 €",
    ]
    assert gerechnet.cent_spielraum == 0


@pytest.mark.parametrize(
    "zeile",
    [
        'rueckfuehrungsbasis = "tatsaechliche_zahlungen"',
        'rundung = "groesster_rest"',
        'rundungsvorrang = "vertragsreihenfolge"',
        'abstimmung = "mehrheit"',
    ],
)
def test_dasselbe_noch_einmal_zu_waehlen_oder_anderes_zu_waehlen_was_offen_ist_geht(tmp_path: Path, zeile: str) -> None:
    assert lade_fall(schreibe(tmp_path, f"[auslegung]\n{zeile}\n")).titel == "Ohne Titel"


@pytest.mark.parametrize(
    ("zeile", "stelle"),
    [
        ('rueckfuehrungsbasis = "kosten_nach_schluessel"', "auslegung.rueckfuehrungsbasis"),
        ('rundung = "abrunden_rest_bleibt"', "auslegung.rundung"),
        ('rundungsvorrang = ["ihk"]', "auslegung.rundungsvorrang"),
    ],
)
def test_anders_zu_waehlen_als_der_entwurf_ist_ein_problem(tmp_path: Path, zeile: str, stelle: str) -> None:
    with pytest.raises(EingabeError) as fehler:
        lade_fall(schreibe(tmp_path, f"[auslegung]\n{zeile}\n"))

    [problem] = fehler.value.probleme
    assert (problem.stelle, problem.zeile) == (stelle, 4)
    assert "regelt" in problem.grund


def test_alle_probleme_des_entwurfs_und_des_falls_stehen_auf_einmal_da(tmp_path: Path) -> None:
    kaputt = ENTWURF.replace('"tatsaechliche_zahlungen"', '"per_los"').replace('["17-F8"]', '["17-F88"]')
    datei = schreibe(tmp_path, entwurf=kaputt, fall=FALL.replace("80.000", "80.0.0"))

    with pytest.raises(EingabeError) as fehler:
        lade_fall(datei)

    gruende = [f"{problem.stelle}: {problem.grund}" for problem in fehler.value.probleme]
    assert sum("Im Entwurf „entwurf-2027.toml“, regelung[0].antwort" in grund for grund in gruende) == 1
    assert sum("Im Entwurf „entwurf-2027.toml“, klausel[0].ersetzt[0]" in grund for grund in gruende) == 1
    assert sum(grund.startswith("haushaltsjahr[0].verausgabt") for grund in gruende) == 1


def test_fehlt_der_entwurf_so_sagt_es_die_stelle_an_der_er_genannt_ist(tmp_path: Path) -> None:
    datei = schreibe(tmp_path)
    (tmp_path / "entwurf-2027.toml").unlink()

    with pytest.raises(EingabeError) as fehler:
        lade_fall(datei)

    assert [problem.stelle for problem in fehler.value.probleme] == ["fassung"]
    assert "gibt es nicht" in fehler.value.probleme[0].grund


def test_ohne_ordner_sind_nur_eingebaute_fassungen_bekannt() -> None:
    with pytest.raises(EingabeError) as fehler:
        lies_fall(EINFACH.replace("bericht-2017", "entwurf-2027.toml").encode())

    assert "Eingebaut sind" in fehler.value.probleme[0].grund


def test_auch_ein_antrag_kann_zu_einem_entwurf_gestellt_werden(tmp_path: Path) -> None:
    antrag = """
fassung = "entwurf-2027.toml"
[antrag]
kennung = "rhein-kreis-neuss"
name = "Rhein-Kreis Neuss"
rechtsform = "kreis"
beitrag = "30.000"
zum = 2027-01-01
"""
    assert lade_antrag(schreibe(tmp_path, fall=antrag)).fassung.kennung == "entwurf-2027"


def test_ein_jahr_vor_der_gueltigkeit_des_entwurfs_wird_gerechnet_und_bemerkt(tmp_path: Path) -> None:
    entwurf = ENTWURF.replace("[[klausel]]", "gueltig_ab = 2027-01-01\n\n[[klausel]]", 1)
    fall = lade_fall(schreibe(tmp_path, entwurf=entwurf))

    befunde = ergebnis(fall.aufzeichnung, fall.auslegung, fall.konvention).haushaltsjahre[0].befunde

    [befund] = [befund for befund in befunde if befund.kennung == "fassung_gilt_noch_nicht"]
    assert "gilt erst ab 01.01.2027" in befund.text


def test_regelt_der_entwurf_nur_die_rundung_so_gilt_bei_gleichstand_die_reihenfolge_des_vertrags(
    tmp_path: Path,
) -> None:
    ohne_vorrang = ENTWURF.partition('[[regelung]]\nfrage = "rundungsvorrang"')[0]
    assert lade_fall(schreibe(tmp_path, entwurf=ohne_vorrang)).konvention == Rechenkonvention()

    with pytest.raises(EingabeError, match="rundungsvorrang"):
        lade_fall(schreibe(tmp_path, '[auslegung]\nrundungsvorrang = ["ihk"]\n', entwurf=ohne_vorrang))
