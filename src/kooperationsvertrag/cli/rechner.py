"""Befehl ``rechner``: den Rechner für den Browser bauen, oder das Programm als eine Datei."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from kooperationsvertrag.cli.ausgabe import grund
from kooperationsvertrag.cli.deutsch import Befehl, UnbrauchbareEingabeError

PFAD = click.Path(path_type=Path)


@click.command(
    cls=Befehl, options_metavar="[OPTIONEN]", short_help="Baut den Rechner für den Browser oder das Programm als Datei."
)
@click.option("--bauen", metavar="DATEI", type=PFAD, help="Baut den Rechner: eine HTML-Datei, die ohne Netz läuft.")
@click.option(
    "--pyodide",
    metavar="ORDNER|ARCHIV",
    type=PFAD,
    envvar="KOOPERATIONSVERTRAG_PYODIDE",
    help="Das npm-Paket pyodide, ausgepackt oder als Archiv; sonst holt es npm aus dem Netz.",
)
@click.option("--pyz", metavar="DATEI", type=PFAD, help="Baut das Programm als eine Datei, die Python ausführt.")
def rechner(bauen: Path | None, pyodide: Path | None, pyz: Path | None) -> int:
    """Baut den Rechner: dieselbe Bibliothek ohne Installation.

    Mit --bauen entsteht eine HTML-Datei; sie öffnet sich durch Doppelklick und lädt nichts nach. Mit --pyz entsteht
    eine Datei für Rechner, auf denen Python ist, aber nichts installiert werden kann: python3 DATEI abrechnen FALL.

    Endstatus: 2, wenn zum Bauen etwas fehlt oder sich die Datei nicht schreiben lässt; sonst 0.
    """
    from kooperationsvertrag.rechner.bau import baue_programm, baue_rechner

    if bauen is None and pyz is None:
        raise click.UsageError("Es fehlt, was gebaut werden soll: --bauen DATEI.html oder --pyz DATEI.pyz.")
    if bauen:
        _baue(lambda: baue_rechner(bauen, pyodide), bauen)
    if pyz:
        _baue(lambda: baue_programm(pyz), pyz)
    return 0


def _baue(baue: Callable[[], int], ziel: Path) -> None:
    from kooperationsvertrag.rechner.fehler import BauError

    if ziel.is_dir():
        raise UnbrauchbareEingabeError(f"{ziel} ist ein Ordner; nötig ist ein Dateiname.")
    if not ziel.absolute().parent.is_dir():
        raise UnbrauchbareEingabeError(f"{ziel}: Den Ordner gibt es nicht.")
    try:
        groesse = baue()
    except BauError as fehler:
        raise UnbrauchbareEingabeError(str(fehler)) from None
    except OSError as fehler:
        raise UnbrauchbareEingabeError(f"{ziel} ließ sich nicht schreiben: {grund(fehler)}") from None
    click.echo(f"{ziel} ist gebaut, {-(-groesse // 1000)} Kilobyte.")
