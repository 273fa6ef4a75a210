"""Grundlage der Befehle: gemeinsame Optionen und was eine unbrauchbare Eingabe meldet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kooperationsvertrag.cli.deutsch import UnbrauchbareEingabeError, eines_von

if TYPE_CHECKING:
    from kooperationsvertrag.fall.probleme import EingabeError, Problem

VERSTOSS = 4
"""Endstatus, wenn ein Verstoß oder eine Abweichung festgestellt ist."""

ABHAENGIG = 3
"""Endstatus, wenn das Ergebnis von einer Lesart abhängt."""

format_option = click.option(
    "--format",
    "ausgabeformat",
    metavar="text|json",
    default="text",
    callback=eines_von("text", "json"),
    help="Text für Menschen (so, wenn nichts angegeben ist) oder JSON für andere Programme.",
)
"""Die Option, die jeder Befehl hat."""


def unbrauchbar(fehler: EingabeError) -> UnbrauchbareEingabeError:
    """Macht aus allen Problemen einer Datei eine Meldung."""
    anzahl = len(fehler.probleme)
    kopf = (
        "In der Falldatei stimmt etwas nicht:" if anzahl == 1 else f"In der Falldatei stimmen {anzahl} Angaben nicht:"
    )
    return UnbrauchbareEingabeError("\n\n".join([kopf, *[_absatz(problem) for problem in fehler.probleme]]))


def _absatz(problem: Problem) -> str:
    zeile = f" (Zeile {problem.zeile})" if problem.zeile and not problem.stelle.startswith("Zeile") else ""
    return f"  {problem.stelle}{zeile}\n    {problem.grund}\n    Richtig wäre zum Beispiel: {problem.beispiel}"
