"""Jeder Befehl, der auf einer Seite steht, läuft so, wie er dasteht."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from beispiele import WURZEL
from cli.aufruf import rufe_auf

SEITEN = sorted([*(WURZEL / "docs").rglob("*.md"), WURZEL / "README.md", WURZEL / "examples" / "README.md"])
PROGRAMM = re.compile(r"^(?:\.venv\\Scripts\\)?kooperationsvertrag (.+)$")


def gezeigte_befehle() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Jede Zeile in einem Block für die Eingabeaufforderung, die das Programm aufruft, ohne Umleitung in eine Datei."""
    for seite in SEITEN:
        for block in re.findall(r"^ *```bat\n(.*?)^ *```", seite.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            for zeile in block.splitlines():
                treffer = PROGRAMM.match(zeile.strip())
                if treffer:
                    aufruf = treffer[1].partition(" > ")[0].replace("\\", "/")
                    yield seite.relative_to(WURZEL).as_posix(), tuple(shlex.split(aufruf))


ALLE = sorted({argumente for _, argumente in gezeigte_befehle()})
MIT_EIGENEM_DOKUMENT = [argumente for argumente in ALLE if any(angabe.endswith(".txt") for angabe in argumente)]
"""Aufrufe, die ein Dokument nennen, das nur hat, wer es hat."""
BEFEHLE = [argumente for argumente in ALLE if argumente not in MIT_EIGENEM_DOKUMENT]


@pytest.fixture
def ordner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ein Ordner wie der des Projekts, in dem schon eine Falldatei kopiert ist."""
    shutil.copytree(WURZEL / "examples", tmp_path / "examples")
    shutil.copy(WURZEL / "examples" / "haushaltsjahr-2018.toml", tmp_path / "mein-jahr.toml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_auf_den_seiten_stehen_befehle() -> None:
    assert len(BEFEHLE) > 10


@pytest.mark.usefixtures("ordner")
@pytest.mark.parametrize("argumente", BEFEHLE, ids=" ".join)
def test_jeder_gezeigte_befehl_laeuft(argumente: tuple[str, ...]) -> None:
    aufruf = rufe_auf(*argumente)

    assert aufruf.status in {0, 3, 4}
    assert aufruf.stderr == ""
    assert aufruf.stdout


@pytest.mark.usefixtures("ordner")
@pytest.mark.parametrize("argumente", MIT_EIGENEM_DOKUMENT, ids=" ".join)
def test_einem_befehl_zum_eigenen_dokument_fehlt_nur_dieses(argumente: tuple[str, ...]) -> None:
    aufruf = rufe_auf(*argumente)

    assert aufruf.status == 2
    assert "Diese Datei gibt es nicht" in aufruf.stderr
