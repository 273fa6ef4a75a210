"""Ausgabe: was auf den Bildschirm oder in eine Datei geht.

Geschrieben wird UTF-8, auch wo Windows für umgeleitete Ausgaben eine andere Kodierung vorsieht. Ein Bildschirm behält
seine Kodierung; was er nicht zeigen kann, ersetzt er.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from kooperationsvertrag.darstellung.seite import Baustein


def richte_ein(strom: TextIO) -> None:
    """Stellt einen Ausgabestrom so ein, dass kein Zeichen ihn zum Absturz bringt."""
    if isinstance(strom, TextIOWrapper):
        if strom.isatty():
            strom.reconfigure(errors="replace")
        else:
            strom.reconfigure(encoding="utf-8", errors="backslashreplace")


def zeige(bausteine: Iterable[Baustein]) -> None:
    """Schreibt eine Seite: am Bildschirm in dessen Breite und mit Farbe, sonst immer gleich."""
    from kooperationsvertrag.darstellung.seite import als_text

    if sys.stdout.isatty():
        farbe = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
        text = als_text(bausteine, breite=shutil.get_terminal_size().columns, farbe=farbe)
    else:
        text = als_text(bausteine)
    click.echo(text, nl=False)


def schreibe_json(inhalt: object) -> None:
    """Schreibt ein JSON-Dokument."""
    click.echo(json.dumps(inhalt, ensure_ascii=False, indent=2))
