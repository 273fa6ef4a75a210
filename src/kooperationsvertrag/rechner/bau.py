"""Bau: der Rechner als eine HTML-Datei, und das Programm als eine Datei für Python.

Geschrieben wird erst, wenn alles fertig ist; sonst bleibt am Ziel, was dort war.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
import tempfile
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from kooperationsvertrag.rechner import pyodide
from kooperationsvertrag.rechner.formulare import formulare_als_json
from kooperationsvertrag.rechner.verpacken import FALLTEXT, LAUFZEIT, PROJEKT, archiv, paketdateien

SKRIPTE = ("laden.js", "formular.js", "dateien.js", "ansicht.js", "start.js")
"""Die Module der Seite, in der Reihenfolge, in der sie einander brauchen."""

PYTHON = b"#!/usr/bin/env python3\n"
"""Erste Zeile der Datei für Python; unter Windows ohne Bedeutung."""

EINSTIEG = b"from kooperationsvertrag.cli import main\n\nmain()\n"
"""Was beim Aufruf der Datei für Python geschieht."""


def baue_rechner(ziel: Path, quelle: Path | None = None) -> int:
    """Baut den Rechner für den Browser.

    Args:
        ziel: Die HTML-Datei, die entsteht; eine vorhandene wird ersetzt.
        quelle: Das Paket pyodide als Ordner oder Archiv; ohne Angabe holt es npm.

    Returns:
        Größe der Datei in Bytes.

    Raises:
        BauError: Es fehlt etwas zum Bauen.
        OSError: Die Datei lässt sich nicht schreiben.
    """
    return _schreibe(ziel, rechner(pyodide.lies_pyodide(quelle)).encode())


def baue_programm(ziel: Path) -> int:
    """Baut das Programm mit allem, was es zum Laufen braucht, als eine Datei für Python.

    Args:
        ziel: Die Datei, die entsteht, Endung ``.pyz``; eine vorhandene wird ersetzt.

    Returns:
        Größe der Datei in Bytes.

    Raises:
        BauError: Es fehlt etwas zum Bauen.
        OSError: Die Datei lässt sich nicht schreiben.
    """
    return _schreibe(ziel, PYTHON + archiv({"__main__.py": EINSTIEG, **paketdateien(LAUFZEIT)}))


def rechner(laufzeit: dict[str, bytes]) -> str:
    """Setzt die HTML-Datei zusammen.

    Args:
        laufzeit: Die Dateien von Pyodide.

    Returns:
        Die ganze Seite.
    """
    pakete = archiv(paketdateien((*LAUFZEIT, FALLTEXT)), verdichtet=False)
    stil, skript = _lies("stil.css"), _ohne_module("\n".join(_lies(name) for name in SKRIPTE))
    teile = {
        "STIL": stil,
        "STILABDRUCK": _abdruck(stil),
        "SKRIPT": skript,
        "SKRIPTABDRUCK": _abdruck(skript),
        "FORMULARE": _in_skript(formulare_als_json()),
        "ANGABEN": _in_skript(json.dumps(_angaben(laufzeit), ensure_ascii=False)),
        "PYODIDE": _kodiert(laufzeit["pyodide.js"]),
        "EMSCRIPTEN": _kodiert(laufzeit["pyodide.asm.js"]),
        "WASM": _kodiert(laufzeit["pyodide.asm.wasm"]),
        "BIBLIOTHEK": _kodiert(laufzeit["python_stdlib.zip"]),
        "PAKETE": _kodiert(pakete),
    }
    return re.sub(r"<!--\{([A-Z]+)\}-->|/\*\{([A-Z]+)\}\*/", lambda ort: teile[ort[1] or ort[2]], _lies("rechner.html"))


def _angaben(laufzeit: dict[str, bytes]) -> dict[str, object]:
    """Sagt, was im Rechner steckt, und welche Pakete Pyodide kennt: keine, denn es soll keine nachladen."""
    kennzeichen = json.loads(laufzeit["pyodide-lock.json"])["info"]
    pakete = [f"{paket} {version(paket)}" for paket in (*LAUFZEIT, FALLTEXT)]
    return {
        "version": version(PROJEKT),
        "pyodide": pyodide.VERSION,
        "pakete": pakete,
        "verzeichnis": {"info": kennzeichen, "packages": {}},
    }


def _lies(name: str) -> str:
    return (files("kooperationsvertrag.rechner") / "seite" / name).read_text(encoding="utf-8")


def _ohne_module(skript: str) -> str:
    """Macht aus mehreren Modulen eines: eine Datei kann von der Festplatte keine anderen laden."""
    ohne_import = re.sub(r"^import\b.*?;\n", "", skript, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"^export ", "", ohne_import, flags=re.MULTILINE)


def _abdruck(text: str) -> str:
    """Nennt dem Browser den einzigen Text, den er als Skript ausführen oder als Stil anwenden darf."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _in_skript(text: str) -> str:
    """Schreibt JSON so, dass es in einem Element ``script`` stehen kann."""
    return text.replace("<", "\\u003c")


def _kodiert(inhalt: bytes) -> str:
    """Verdichtet Bytes und schreibt sie als Text."""
    return base64.b64encode(gzip.compress(inhalt, compresslevel=9, mtime=0)).decode()


def _schreibe(ziel: Path, inhalt: bytes) -> int:
    """Schreibt eine Datei ganz oder gar nicht."""
    griff, name = tempfile.mkstemp(dir=ziel.parent, prefix=f".{ziel.name}-")
    vorlaeufig = Path(name)
    try:
        with os.fdopen(griff, "wb") as offen:
            offen.write(inhalt)
        vorlaeufig.chmod(0o644)
        vorlaeufig.replace(ziel)
    except BaseException:
        vorlaeufig.unlink(missing_ok=True)
        raise
    return len(inhalt)
