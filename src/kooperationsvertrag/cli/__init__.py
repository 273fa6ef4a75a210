"""Befehlszeile: Worte auf dem Bildschirm, Dateien hinein und heraus. Hier steht keine Regel.

Endstatus, der erste zutreffende: 2 die Eingabe ist unbrauchbar, 3 das Ergebnis hängt von einer Lesart ab, 4 ein Verstoß
oder eine Abweichung ist festgestellt, sonst 0. Der Status 1 bleibt dem Absturz.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from kooperationsvertrag.cli.abrechnen import abrechnen
from kooperationsvertrag.cli.aufteilen import aufteilen
from kooperationsvertrag.cli.ausgabe import richte_ein
from kooperationsvertrag.cli.deutsch import Gruppe, meldung
from kooperationsvertrag.cli.quelle import quelle
from kooperationsvertrag.cli.register import fragen, normen

PROGRAMM = "kooperationsvertrag"
"""Name des Programms, wie er in der Hilfe steht."""

ABGEBROCHEN = 130
"""Endstatus, wenn mit Strg+C abgebrochen wurde."""

OHNE_LESER = 141
"""Endstatus, wenn niemand mehr liest, was geschrieben wird."""


def _zeige_version(kontext: click.Context, _parameter: click.Parameter, gewuenscht: bool) -> None:
    if gewuenscht:
        from importlib.metadata import version

        click.echo(f"{PROGRAMM} {version(PROGRAMM)}")
        kontext.exit()


@click.group(cls=Gruppe, invoke_without_command=True, options_metavar="", subcommand_metavar="BEFEHL …")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_zeige_version,
    help="Zeigt die Version des Programms.",
)
@click.pass_context
def programm(kontext: click.Context) -> None:
    """Rechnet den Kooperationsvertrag des Regionalmanagements Düsseldorf – Kreis Mettmann nach.

    Auf den Cent genau, jeder Betrag mit dem Satz, auf dem er beruht. Grundlage ist ein Bericht über einen
    Vertragsentwurf, nicht der unterzeichnete Vertrag.

    Wie es geendet hat, sagt der Endstatus: 0 ohne Beanstandung, 2 die Eingabe ist nicht verwendbar, 3 das Ergebnis
    hängt von einer Lesart ab, 4 ein Verstoß oder eine Abweichung ist festgestellt.
    """
    if kontext.invoked_subcommand is None:
        click.echo(kontext.get_help())


for _befehl in (abrechnen, aufteilen, normen, fragen, quelle):
    programm.add_command(_befehl)


def main(argumente: Sequence[str] | None = None) -> NoReturn:
    """Führt das Programm aus und beendet es mit seinem Status.

    Args:
        argumente: Befehl und Angaben; ohne sie gilt, womit das Programm aufgerufen wurde.
    """
    richte_ein(sys.stdout)
    richte_ein(sys.stderr)
    try:
        status = _fuehre_aus(sys.argv[1:] if argumente is None else argumente)
        sys.stdout.flush()
    except KeyboardInterrupt:
        click.echo("Abgebrochen.", err=True)
        status = ABGEBROCHEN
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = OHNE_LESER
    sys.exit(status)


def _fuehre_aus(argumente: Sequence[str]) -> int:
    try:
        with programm.make_context(PROGRAMM, list(argumente)) as kontext:
            return programm.invoke(kontext) or 0
    except click.exceptions.Exit as ende:
        return ende.exit_code
    except click.ClickException as fehler:
        click.echo(f"Fehler: {meldung(fehler)}", err=True)
        return fehler.exit_code
