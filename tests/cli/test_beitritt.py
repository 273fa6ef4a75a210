"""Der Befehl ``beitritt``, wie er von der Befehlszeile aufgerufen wird."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.aufruf import Aufruf, rufe_auf
from fall.antraege import ANTRAG, AUSFUEHRLICH, EINFACH, KOPF
from fall.test_kaputte_antraege import TEXTE
from fall.veraendern import anders

OHNE_URTEIL = anders(anders(EINFACH, "foerderlich = true", ""), 'begruendung = "grenzt an"', "")
EINER_FEHLT = anders(EINFACH, '"ihk", ', "")
BEISPIEL = Path(__file__).resolve().parents[2] / "examples" / "beitritt-rhein-kreis-neuss.toml"


def pruefe(ordner: Path, inhalt: str, *optionen: str) -> Aufruf:
    datei = ordner / "antrag.toml"
    datei.write_text(inhalt, encoding="utf-8")
    return rufe_auf("beitritt", str(datei), *optionen)


@pytest.mark.parametrize(
    ("inhalt", "status", "ergebnis"),
    [
        (EINFACH, 0, "zulaessig"),
        (anders(EINFACH, '"kreis"', '"verein"'), 0, "unzulaessig"),
        (anders(EINFACH, "foerderlich = true", "foerderlich = false"), 0, "unzulaessig"),
        (anders(EINFACH, '"kreis"', '"land"'), 3, "nicht_bestimmt"),
        (OHNE_URTEIL, 3, "nicht_bestimmt"),
        (EINER_FEHLT, 3, "zulaessig"),
        (EINER_FEHLT + '[auslegung]\nbeitrittsentscheidung = "alle_partner"\n', 0, "zulaessig"),
        (anders(EINFACH, "2026-01-01", "2026-07-01"), 3, "zulaessig"),
        (
            anders(EINFACH, "2026-01-01", "2026-07-01") + '[auslegung]\nbeitrittszeitpunkt = "nach_tagen"\n',
            0,
            "zulaessig",
        ),
    ],
)
def test_der_endstatus_sagt_ob_eine_wahl_oder_ein_urteil_fehlt(
    tmp_path: Path, inhalt: str, status: int, ergebnis: str
) -> None:
    als_text, als_json = pruefe(tmp_path, inhalt), pruefe(tmp_path, inhalt, "--format", "json")

    assert (als_text.status, als_text.stderr) == (status, "")
    assert (als_json.status, als_json.stderr) == (status, "")
    daten = json.loads(als_json.stdout)
    assert (daten["ergebnis"], daten["eindeutig"]) == (ergebnis, status == 0)


def test_der_text_nennt_bewerber_ergebnis_und_beleg(tmp_path: Path) -> None:
    aufruf = pruefe(tmp_path, AUSFUEHRLICH)

    assert aufruf.stdout.startswith("Ein Gedankenspiel\n=================\n")
    assert "Der Beitritt ist zulässig. Der Bewerber wird am 01.01.2026 Vertragspartner." in aufruf.stdout
    assert "Rhein-Kreis Neuss" in aufruf.stdout
    assert "… · Eingabe sha256:" in aufruf.stdout
    assert max(len(zeile) for zeile in aufruf.stdout.splitlines()) <= 100


@pytest.mark.parametrize("ausgabeformat", ["text", "json"])
def test_derselbe_antrag_gibt_dieselben_zeichen(tmp_path: Path, ausgabeformat: str) -> None:
    erster, zweiter = (pruefe(tmp_path, EINFACH, "--format", ausgabeformat) for _ in range(2))

    assert erster == zweiter


@pytest.mark.parametrize("name", TEXTE)
@pytest.mark.parametrize("ausgabeformat", ["text", "json"])
def test_kaputte_datei_endet_mit_zwei_und_nennt_alle_stellen(tmp_path: Path, name: str, ausgabeformat: str) -> None:
    inhalt, erwartet = TEXTE[name]
    aufruf = pruefe(tmp_path, inhalt, "--format", ausgabeformat)

    assert (aufruf.status, aufruf.stdout) == (2, "")
    zeilen = [zeile.strip() for zeile in aufruf.stderr.splitlines()]
    for stelle in erwartet:
        assert any(zeile == stelle or zeile.startswith(f"{stelle} (Zeile ") for zeile in zeilen), stelle
    assert "Traceback" not in aufruf.stderr


def test_eine_fehlende_datei_ist_unbrauchbare_eingabe(tmp_path: Path) -> None:
    aufruf = rufe_auf("beitritt", str(tmp_path / "fehlt.toml"))

    assert (aufruf.status, aufruf.stdout) == (2, "")
    assert "Diese Datei gibt es nicht" in aufruf.stderr


def test_ein_antrag_bei_abrechnen_nennt_den_richtigen_befehl(tmp_path: Path) -> None:
    datei = tmp_path / "antrag.toml"
    datei.write_text(KOPF + ANTRAG, encoding="utf-8")
    aufruf = rufe_auf("abrechnen", str(datei))

    assert aufruf.status == 2
    assert "Einen Antrag prüft der Befehl „beitritt“" in aufruf.stderr


def test_das_beispiel_ist_als_gedankenspiel_gekennzeichnet() -> None:
    aufruf = rufe_auf("beitritt", str(BEISPIEL))

    assert aufruf.status == 0
    assert aufruf.stdout.startswith("Gedankenspiel: ")
    assert "nicht bekannt" in BEISPIEL.read_text(encoding="utf-8")
