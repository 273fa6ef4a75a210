"""Befehl ``quelle``: sagt ein Dokument noch, wovon die Regeln ausgehen?"""

from __future__ import annotations

from pathlib import Path

import click

from kooperationsvertrag.cli.ausgabe import schreibe_json, zeige
from kooperationsvertrag.cli.deutsch import Befehl
from kooperationsvertrag.cli.dokument import lies_abgleich
from kooperationsvertrag.cli.grundlage import VERSTOSS, format_option


@click.command(
    cls=Befehl,
    options_metavar="[OPTIONEN]",
    short_help="Prüft, ob ein Dokument noch sagt, wovon die Regeln ausgehen.",
)
@click.argument("datei", metavar="DATEI", type=click.Path(path_type=Path))
@format_option
def quelle(datei: Path, ausgabeformat: str) -> int:
    """Vergleicht das eigene Exemplar einer Quelle Satz für Satz mit dem Normregister.

    DATEI ist der Text des Sachstandsberichts 2017 oder der Niederschrift 2023, als Textdatei. Umbruch und
    Silbentrennung spielen keine Rolle, jedes andere Zeichen zählt.

    Steht jeder Satz unverändert da, ist der Endstatus 0; ist einer geändert oder fehlt er, 4; enthält das Dokument
    keine der Quellen, 2.
    """
    from kooperationsvertrag.revision.quellenabgleich import Stand

    saetze = lies_abgleich(datei)
    if ausgabeformat == "json":
        from kooperationsvertrag.darstellung.fuer_programme import quelle_json

        schreibe_json(quelle_json(datei.name, saetze))
    else:
        from kooperationsvertrag.darstellung.quelle import quellenseite

        zeige(quellenseite(datei.name, saetze))
    return 0 if all(satz.stand is Stand.UNVERAENDERT for satz in saetze) else VERSTOSS
