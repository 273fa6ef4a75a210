"""Befehl: zeigt einen Aufruf des Programms mit dem, was es beim Bauen wirklich ausgibt, und seinem Endstatus."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import cache
from io import BytesIO, TextIOWrapper
from typing import ClassVar

from beispielfassungen import WURZEL
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from kooperationsvertrag.cli import main

ENDSTATUS = {
    0: "nichts zu beanstanden",
    2: "die Eingabe ist nicht brauchbar",
    3: "es braucht eine Entscheidung",
    4: "ein Verstoß ist festgestellt",
}
"""Was jeder Endstatus heißt."""


@cache
def fuehre_aus(argumente: tuple[str, ...]) -> tuple[int, str]:
    """Ruft das Programm im Ordner des Projekts auf.

    Args:
        argumente: Befehl und Angaben, Ordner mit Schrägstrich getrennt.

    Returns:
        Endstatus und alles, was auf dem Bildschirm stünde.
    """
    strom = TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n")
    status = 0
    with contextlib.chdir(WURZEL), contextlib.redirect_stdout(strom), contextlib.redirect_stderr(strom):
        try:
            main(argumente)
        except SystemExit as ende:
            status = int(ende.code or 0)
    strom.flush()
    puffer = strom.buffer
    assert isinstance(puffer, BytesIO)
    return status, puffer.getvalue().decode()


def auszug(ausgabe: str, von: str, bis: str) -> str:
    """Gibt die Zeilen einer Ausgabe ab der, die mit ``von`` beginnt, bis vor die, die mit ``bis`` beginnt.

    >>> auszug("a\\nb\\nc\\n", "b", "c")
    'b'
    """
    zeilen = ausgabe.splitlines()
    anfang = _stelle(zeilen, von, 0) if von else 0
    ende = _stelle(zeilen, bis, anfang + 1) if bis else len(zeilen)
    return "\n".join(zeilen[anfang:ende]).rstrip()


def _stelle(zeilen: Sequence[str], anfang: str, ab: int) -> int:
    for nummer, zeile in enumerate(zeilen[ab:], start=ab):
        if zeile.lstrip().startswith(anfang):
            return nummer
    raise ValueError(f"In der Ausgabe beginnt keine Zeile mit „{anfang}“.")


class Befehl(SphinxDirective):
    """Die Anweisung ``befehl``: Aufruf, Ausgabe, Endstatus."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {
        "von": directives.unchanged,
        "bis": directives.unchanged,
        "sprache": directives.unchanged,
        "endstatus": directives.nonnegative_int,
    }

    def run(self) -> list[nodes.Node]:
        """Führt den Aufruf aus; ein anderer Endstatus als der erwartete ist ein Fehler der Seite."""
        argumente = tuple(self.arguments[0].split())
        status, ausgabe = fuehre_aus(argumente)
        erwartet = self.options.get("endstatus", 0)
        if status != erwartet:
            raise self.error(f"Endstatus {status} statt {erwartet}: {' '.join(argumente)}\n{ausgabe}")
        try:
            gezeigt = auszug(ausgabe, self.options.get("von", ""), self.options.get("bis", ""))
        except ValueError as fehler:
            raise self.error(str(fehler)) from None
        eingabe = _block(" ".join(["kooperationsvertrag", *argumente]), "bat", "eingabe")
        bildschirm = _block(gezeigt, self.options.get("sprache", "text"), "ausgabe")
        vermerk = nodes.paragraph("", f"Endstatus {status}: {ENDSTATUS[status]}.", classes=["endstatus"])
        return [eingabe, bildschirm, vermerk]


def _block(text: str, sprache: str, klasse: str) -> nodes.literal_block:
    return nodes.literal_block(text, text, language=sprache, classes=[klasse])


def setup(app: Sphinx) -> dict[str, bool]:
    """Meldet die Anweisung bei Sphinx an."""
    app.add_directive("befehl", Befehl)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
