"""Jede kaputte Falldatei endet am Bildschirm mit Endstatus 2 und deutschem Text, nie mit einem Absturz."""

from pathlib import Path

import pytest

from cli.aufruf import rufe_auf
from fall.test_kaputte_falldateien import BYTES, TEXTE

ALLE: dict[str, tuple[str | bytes, dict[str, str]]] = {**TEXTE, **BYTES}


@pytest.mark.parametrize("name", ALLE)
@pytest.mark.parametrize("ausgabeformat", ["text", "json"])
def test_kaputte_falldatei_endet_mit_zwei_und_nennt_alle_stellen(tmp_path: Path, name: str, ausgabeformat: str) -> None:
    inhalt, erwartet = ALLE[name]
    datei = tmp_path / "fall.toml"
    datei.write_bytes(inhalt if isinstance(inhalt, bytes) else inhalt.encode())
    aufruf = rufe_auf("abrechnen", str(datei), "--format", ausgabeformat)
    assert (aufruf.status, aufruf.stdout) == (2, "")
    assert aufruf.stderr.startswith("Fehler: In der Datei stimm")
    assert aufruf.stderr.count("Richtig wäre zum Beispiel:") >= len(erwartet)
    zeilen = [zeile.strip() for zeile in aufruf.stderr.splitlines()]
    for stelle in erwartet:
        assert any(zeile == stelle or zeile.startswith(f"{stelle} (Zeile ") for zeile in zeilen), stelle
    assert "Traceback" not in aufruf.stderr
