"""Ausgabe: was auf den Bildschirm oder in eine Datei geht.

Geschrieben wird UTF-8, auch wo Windows für umgeleitete Ausgaben eine andere Kodierung vorsieht. Ein Bildschirm behält
seine Kodierung; was er nicht zeigen kann, ersetzt er.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from kooperationsvertrag.darstellung.seite import Baustein

SCHREIBFEHLER: Mapping[int | None, str] = {
    errno.ENOSPC: "Auf dem Datenträger ist kein Platz mehr.",
    errno.EFBIG: "Die Datei wird zu groß.",
    errno.EACCES: "Das Schreiben ist nicht erlaubt.",
    errno.EPERM: "Das Schreiben ist nicht erlaubt.",
    errno.EROFS: "Der Datenträger ist schreibgeschützt.",
    errno.EBUSY: "Ein anderes Programm benutzt die Datei gerade.",
    errno.ENOENT: "Den Ordner gibt es nicht.",
    errno.ENOTDIR: "Was davor steht, ist kein Ordner.",
    errno.EISDIR: "Das ist ein Ordner; nötig ist ein Dateiname.",
    errno.EBADF: "Die Standardausgabe ist geschlossen.",
    errno.EIO: "Das Gerät meldet einen Fehler.",
}
"""Woran es liegt, wenn sich nichts schreiben lässt."""


def richte_ein(strom: TextIO | None) -> None:
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


def grund(fehler: OSError) -> str:
    """Sagt auf Deutsch, warum sich nichts schreiben lässt."""
    return SCHREIBFEHLER.get(fehler.errno, f"Das Betriebssystem meldet den Fehler {fehler.errno}.")


def melde(text: str) -> None:
    """Schreibt eine Meldung auf die Fehlerausgabe; lässt auch sie sich nicht schreiben, so entfällt die Meldung."""
    try:
        click.echo(text, err=True)
    except OSError:
        verwirf(sys.stderr)


def verwirf(strom: TextIO) -> None:
    """Leitet einen Strom ins Nichts: was sich nicht schreiben ließ, soll am Ende nicht noch einmal scheitern."""
    with contextlib.suppress(OSError), Path(os.devnull).open("wb") as nichts:
        os.dup2(nichts.fileno(), strom.fileno())
