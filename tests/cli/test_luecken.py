"""Der Befehl ``luecken``, wie er von der Befehlszeile aufgerufen wird, mit Entwürfen als Dateien."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from cli.aufruf import rufe_auf
from cli.test_vergleichen import DRITTMITTEL, ENTWURF, FALL, OHNE_IHK
from kooperationsvertrag.darstellung.abrechnung import Kopf
from kooperationsvertrag.darstellung.luecken import lueckenseite
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.fall.entwurf_als_toml import entwurf_als_toml
from kooperationsvertrag.revision.luecken import luecken, musterfaelle
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN

KOPF = Kopf("Lücken", BERICHT_2017, BERICHT_2017.namen, (("kooperationsvertrag", "1"),))

ALLES_GEREGELT = evolve(
    BERICHT_2017,
    kennung="alles-geregelt",
    geregelt=tuple(Regelung(frage.frage(), str(next(iter(frage)))) for frage in AUSLEGUNGSFRAGEN),
)


def test_der_bericht_von_2017_beginnt_mit_dem_groessten_betrag_und_schliesst_nichts() -> None:
    aufruf = rufe_auf("luecken", "bericht-2017")

    assert (aufruf.status, aufruf.stderr) == (0, "")
    assert aufruf.stdout.startswith("Lücken: bericht-2017\n====")
    assert "Diese Fassung lässt 40 Fragen offen. Am meisten bewegt OF-07 (Sitz des neuen Partners im\n" in aufruf.stdout
    assert "Worüber zu verhandeln ist" in aufruf.stdout
    assert "OF-27 Personal „zu Beginn“ (stellendauer)" in aufruf.stdout
    assert "OF-01 Art des Vertrags " in aufruf.stdout
    assert "Was diese Fassung schließt" not in aufruf.stdout


def test_ein_entwurf_zeigt_was_er_schliesst(tmp_path: Path) -> None:
    (tmp_path / "fall.toml").write_text(FALL, encoding="utf-8")
    aufruf = rufe_auf("luecken", ENTWURF, "--fall", str(tmp_path / "fall.toml"))

    assert aufruf.status == 0
    offen, geschlossen = aufruf.stdout.split("Was diese Fassung schließt")
    assert "(rueckfuehrungsbasis)" not in offen
    assert "OF-09 Mehrheit im" in geschlossen
    assert "OF-16 Zahlungsschlüssel, wenn" in geschlossen
    assert aufruf.stdout.count("sha256:") == 2


def test_ein_eigener_fall_bestimmt_den_rang(tmp_path: Path) -> None:
    gross = (FALL + DRITTMITTEL).replace("12.000", "1.200.000")
    (tmp_path / "gross.toml").write_text(gross, encoding="utf-8")
    aufruf = rufe_auf("luecken", "bericht-2017", "--fall", str(tmp_path / "gross.toml"), "--format", "json")
    erste = json.loads(aufruf.stdout)["offen"][0]

    assert aufruf.status == 0
    assert (erste["frage"], erste["fall"]) == ("drittmittel", "Fall 1: Die IHK zahlt die Hälfte")
    # Nach den wirklichen Zahlungen gehen von den 1.200.000 Drittmitteln 50/110 an Düsseldorf, oder nichts.
    assert erste["unterschied"] == "545454.55"


def test_ein_fall_mit_neuem_partner_zaehlt_nur_unter_dem_entwurf(tmp_path: Path) -> None:
    fall = FALL.replace("bericht-2017", ENTWURF.replace("\\", "/")).replace('"ihk"', '"rhein-kreis-neuss"')
    (tmp_path / "fall.toml").write_text(fall + DRITTMITTEL, encoding="utf-8")
    aufruf = rufe_auf("luecken", ENTWURF, "--fall", str(tmp_path / "fall.toml"), "--format", "json")
    daten = json.loads(aufruf.stdout)

    assert aufruf.status == 0
    assert [eine["fall"] for eine in daten["geschlossen"]] == [
        "Nach einem Beitritt ist eine Übertragung umstritten",
        "Ein Partner zahlt nur die Hälfte",
    ]


def test_ein_fall_mit_fremdem_partner_wird_abgelehnt(tmp_path: Path) -> None:
    (tmp_path / "fall.toml").write_text(FALL, encoding="utf-8")
    (tmp_path / "ohne-ihk.toml").write_text(OHNE_IHK, encoding="utf-8")
    aufruf = rufe_auf("luecken", str(tmp_path / "ohne-ihk.toml"), "--fall", str(tmp_path / "fall.toml"))

    assert (aufruf.status, aufruf.stdout) == (2, "")
    assert "„ihk“ kommt vor und ist dort kein Partner." in aufruf.stderr


@pytest.mark.parametrize("ausgabeformat", ["text", "json"])
def test_eine_unbekannte_fassung_ist_unbrauchbare_eingabe(ausgabeformat: str) -> None:
    aufruf = rufe_auf("luecken", "bericht-2018", "--format", ausgabeformat)

    assert (aufruf.status, aufruf.stdout) == (2, "")
    assert "Gemeint ist vielleicht „bericht-2017“." in aufruf.stderr


def test_ist_alles_geregelt_bleibt_nur_was_sich_nicht_rechnen_laesst(tmp_path: Path) -> None:
    (tmp_path / "alles.toml").write_text(entwurf_als_toml(ALLES_GEREGELT), encoding="utf-8")
    aufruf = rufe_auf("luecken", str(tmp_path / "alles.toml"))

    assert "bewegt davon keine einen Betrag" in aufruf.stdout
    assert "Worüber zu verhandeln ist" not in aufruf.stdout
    assert "ohne Wirkung" not in aufruf.stdout
    daten = json.loads(rufe_auf("luecken", str(tmp_path / "alles.toml"), "--format", "json").stdout)
    assert daten["offen"] == []
    assert {eine["frage"] for eine in daten["geschlossen"]} == {frage.frage() for frage in AUSLEGUNGSFRAGEN}


def test_keine_und_eine_luecke_stehen_in_der_einzahl() -> None:
    [eine] = [luecke for luecke in luecken(BERICHT_2017, {}) if luecke.schluessel == "abstimmung"]

    assert "Diese Fassung lässt keine Frage offen." in als_text(lueckenseite([], [], KOPF))
    seite = als_text(lueckenseite([eine], [], KOPF))
    assert "Diese Fassung lässt eine Frage offen; in den gerechneten Fällen bewegt davon keine einen Betrag." in seite


def test_bewegt_eine_frage_nur_anderes_als_betraege_steht_ein_strich() -> None:
    liste = luecken(BERICHT_2017, musterfaelle(BERICHT_2017))
    ohne_betrag = evolve(liste[0], unterschied=liste[-1].unterschied)

    assert f"              –   {liste[0].frage.kennung}" in als_text(lueckenseite([ohne_betrag], [], KOPF))
