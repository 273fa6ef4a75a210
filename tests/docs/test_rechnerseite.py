"""Der Dokumentation liegt der Rechner bei, wenn er gebaut ist; sonst sagt sie, wie man ihn baut."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sphinx", reason="Sphinx ist nicht eingerichtet (Extra „docs“).")
pytest.importorskip("myst_parser", reason="Das Extra „docs“ ist nicht eingerichtet.")

import rechnerseite

from beispiele import WURZEL

EINSTELLUNGEN = f"""
import sys
sys.path.insert(0, {str(WURZEL / "docs" / "_ext")!r})
extensions = ["myst_parser", "rechnerseite"]
"""


def baue(ordner: Path) -> subprocess.CompletedProcess[str]:
    (ordner / "conf.py").write_text(EINSTELLUNGEN, encoding="utf-8")
    (ordner / "index.md").write_text("# Rechner\n\n```{rechner}\n```\n", encoding="utf-8")
    befehl = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", str(ordner), str(ordner / "aus")]
    return subprocess.run(befehl, capture_output=True, text=True, encoding="utf-8", check=False)


def test_ein_gebauter_rechner_liegt_bei_und_ist_eingebettet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gebaut = tmp_path / "r.html"
    gebaut.write_text("<title>Rechner</title>", encoding="utf-8")
    monkeypatch.setenv(rechnerseite.UMGEBUNGSVARIABLE, str(gebaut))

    lauf = baue(tmp_path)

    assert lauf.returncode == 0, lauf.stderr
    assert (tmp_path / "aus" / rechnerseite.DATEI).read_bytes() == gebaut.read_bytes()
    assert f'<iframe class="rechner" src="{rechnerseite.DATEI}"' in (tmp_path / "aus" / "index.html").read_text("utf-8")


def test_ohne_gebauten_rechner_sagt_die_seite_wie_man_ihn_baut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(rechnerseite.UMGEBUNGSVARIABLE, raising=False)

    lauf = baue(tmp_path)

    seite = (tmp_path / "aus" / "index.html").read_text("utf-8")
    assert lauf.returncode == 0, lauf.stderr
    assert rechnerseite.NICHT_GEBAUT in seite
    assert "<iframe" not in seite
    assert not (tmp_path / "aus" / rechnerseite.DATEI).exists()


def test_ein_genannter_rechner_den_es_nicht_gibt_bricht_den_bau_ab(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(rechnerseite.UMGEBUNGSVARIABLE, str(tmp_path / "fehlt.html"))

    lauf = baue(tmp_path)

    assert lauf.returncode != 0
    assert "nennt keine Datei" in lauf.stderr
