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
    Silbentrennung spielen keine Rolle, jedes andere Zeichen zählt. Zu jedem Satz, der geändert ist oder fehlt, steht
    da, welche Regeln, Angaben, offenen Fragen und Festlegungen auf ihm beruhen, und zu jeder Regel, um welche Sätze es
    geht.

    Steht jeder Satz unverändert da, ist der Endstatus 0; ist einer geändert oder fehlt er, 4; enthält das Dokument
    keine der Quellen, 2.
    """
    from kooperationsvertrag.revision.wortlautaenderung import wortlautaenderung

    aenderung = wortlautaenderung(lies_abgleich(datei))
    if ausgabeformat == "json":
        from kooperationsvertrag.fall.quelle_als_json import quelle_als_json

        schreibe_json(quelle_als_json(datei.name, aenderung))
    else:
        from kooperationsvertrag.darstellung.quelle import quellenseite
        from kooperationsvertrag.vertrag.fassung import BERICHT_2017

        zeige(quellenseite(datei.name, aenderung, BERICHT_2017.namen))
    return VERSTOSS if aenderung.saetze else 0
