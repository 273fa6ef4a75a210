"""Befehlszeile: Worte auf dem Bildschirm, Dateien hinein und heraus. Hier steht keine Regel.

Endstatus, der erste zutreffende: 2 die Eingabe ist unbrauchbar oder die Ausgabe lässt sich nicht schreiben, 3 das
Ergebnis hängt von einer Lesart ab, 4 ein Verstoß oder eine Abweichung ist festgestellt, sonst 0. Der Status 1 bleibt
dem Absturz.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from kooperationsvertrag.cli.abrechnen import abrechnen
from kooperationsvertrag.cli.aufteilen import aufteilen
from kooperationsvertrag.cli.ausgabe import grund, melde, richte_ein, verwirf
from kooperationsvertrag.cli.beitritt import beitritt
from kooperationsvertrag.cli.deutsch import UNBRAUCHBARE_EINGABE, Gruppe, meldung
from kooperationsvertrag.cli.luecken import luecken
from kooperationsvertrag.cli.pruefen import pruefen
from kooperationsvertrag.cli.quelle import quelle
from kooperationsvertrag.cli.rechner import rechner
from kooperationsvertrag.cli.register import fragen, normen
from kooperationsvertrag.cli.vergleichen import vergleichen
from kooperationsvertrag.cli.verlauf import verlauf

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

    Wie es geendet hat, sagt der Endstatus: 0 ohne Beanstandung, 2 die Eingabe ist nicht verwendbar oder die Ausgabe
    lässt sich nicht schreiben, 3 das Ergebnis hängt von einer Lesart ab, 4 ein Verstoß oder eine Abweichung ist
    festgestellt.
    """
    if kontext.invoked_subcommand is None:
        click.echo(kontext.get_help())


for _befehl in (
    abrechnen,
    aufteilen,
    pruefen,
    verlauf,
    beitritt,
    vergleichen,
    luecken,
    normen,
    fragen,
    quelle,
    rechner,
):
    programm.add_command(_befehl)


def main(argumente: Sequence[str] | None = None) -> NoReturn:
    """Führt das Programm aus und beendet es mit seinem Status.

    Args:
        argumente: Befehl und Angaben; ohne sie gilt, womit das Programm aufgerufen wurde.
    """
    richte_ein(sys.stdout)
    richte_ein(sys.stderr)
    if sys.stdout is None:
        melde("Die Ausgabe ließ sich nicht schreiben: Es gibt keine Standardausgabe.")
        sys.exit(UNBRAUCHBARE_EINGABE)
    try:
        status = _fuehre_aus(sys.argv[1:] if argumente is None else argumente)
        sys.stdout.flush()
    except KeyboardInterrupt:
        melde("Abgebrochen.")
        status = ABGEBROCHEN
    except BrokenPipeError:
        verwirf(sys.stdout)
        status = OHNE_LESER
    except OSError as fehler:
        verwirf(sys.stdout)
        melde(f"Die Ausgabe ließ sich nicht schreiben: {grund(fehler)}")
        status = UNBRAUCHBARE_EINGABE
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
