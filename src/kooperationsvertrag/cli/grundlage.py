"""Grundlage der Befehle: gemeinsame Optionen und was eine unbrauchbare Eingabe meldet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

import click

from kooperationsvertrag.cli.deutsch import UnbrauchbareEingabeError, eines_von

if TYPE_CHECKING:
    from kooperationsvertrag.fall.probleme import EingabeError, Problem

F = TypeVar("F", bound=Callable[..., object])

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


def lies_stichtag(kontext: click.Context, parameter: click.Parameter, angabe: str | None) -> date | None:
    """Liest einen Tag in schlichter oder deutscher Form."""
    from kooperationsvertrag.fall.angaben import lies_datum
    from kooperationsvertrag.fall.probleme import MangelError

    if angabe is None:
        return None
    lesen = click.DateTime(formats=["%Y-%m-%d", "%d.%m.%Y"])
    try:
        gelesen = lesen.convert(angabe, parameter, kontext)
        assert isinstance(gelesen, datetime)
        return lies_datum(gelesen.date())
    except click.BadParameter:
        grund = f"„{angabe}“ ist kein Tag."
    except MangelError as mangel:
        grund = mangel.grund
    raise click.UsageError(
        f"--stichtag: {grund} Richtig wäre zum Beispiel: 2019-03-01 oder 01.03.2019.", kontext
    ) from None


def stichtag_option(hilfe: str) -> Callable[[F], F]:
    """Gibt die Option, die einen Tag nennt."""
    return click.option("--stichtag", metavar="DATUM", callback=lies_stichtag, help=hilfe)


def heute() -> date:
    """Gibt den heutigen Tag, wie ihn der Rechner kennt; nur hier sieht das Programm auf die Uhr."""
    return datetime.now().astimezone().date()


def unbrauchbar(fehler: EingabeError) -> UnbrauchbareEingabeError:
    """Macht aus allen Problemen einer Datei eine Meldung."""
    anzahl = len(fehler.probleme)
    kopf = "In der Datei stimmt etwas nicht:" if anzahl == 1 else f"In der Datei stimmen {anzahl} Angaben nicht:"
    return UnbrauchbareEingabeError("\n\n".join([kopf, *[_absatz(problem) for problem in fehler.probleme]]))


def _absatz(problem: Problem) -> str:
    zeile = f" (Zeile {problem.zeile})" if problem.zeile and not problem.stelle.startswith("Zeile") else ""
    return f"  {problem.stelle}{zeile}\n    {problem.grund}\n    Richtig wäre zum Beispiel: {problem.beispiel}"
