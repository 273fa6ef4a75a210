"""Befehl ``pruefen``: Pflichten und Verstöße an einem Tag."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kooperationsvertrag.cli.ausgabe import schreibe_json, zeige
from kooperationsvertrag.cli.deutsch import Befehl
from kooperationsvertrag.cli.falldatei import lies_fall
from kooperationsvertrag.cli.grundlage import ABHAENGIG, VERSTOSS, format_option, heute, stichtag_option


@click.command(cls=Befehl, options_metavar="[OPTIONEN]", short_help="Zeigt Pflichten und Verstöße an einem Tag.")
@click.argument("fall", metavar="FALL", type=click.Path(path_type=Path))
@stichtag_option("Tag, für den geprüft wird, zum Beispiel 2019-03-01 oder 01.03.2019; sonst heute.")
@format_option
def pruefen(fall: Path, stichtag: date | None, ausgabeformat: str) -> int:
    """Zeigt, wie es an einem Tag um den Vertrag steht: Pflichten, Fristen, Verstöße.

    Was in der Falldatei FALL nach diesem Tag geschah oder erfasst wurde, zählt nicht. Der Text nennt keine Tage;
    wo eine Lesart einen ergibt, steht sie dabei.

    Endstatus: 2, wenn sich die Falldatei nicht verwenden lässt; 3, wenn ein Betrag, ein Beitritt oder der Stand
    einer Pflicht von einer Lesart abhängt; 4, wenn ein Verstoß festgestellt ist; sonst 0.
    """
    from kooperationsvertrag.fall.rechnung import stand_am

    gelesen = lies_fall(fall)
    tag = stichtag or heute()
    stand = stand_am(gelesen, tag)
    if ausgabeformat == "json":
        from kooperationsvertrag.fall.stand_als_json import stand_als_json

        schreibe_json(stand_als_json(gelesen, stand))
    else:
        from kooperationsvertrag.darstellung.beleg import kopf_des_falls
        from kooperationsvertrag.darstellung.stand import standseite

        zeige(standseite(stand, kopf_des_falls(gelesen, tag)))
    if not stand.ist_eindeutig:
        return ABHAENGIG
    return VERSTOSS if stand.verstoesse else 0
