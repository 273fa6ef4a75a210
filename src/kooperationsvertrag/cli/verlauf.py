"""Befehl ``verlauf``: was nacheinander geschah."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kooperationsvertrag.cli.ausgabe import schreibe_json, zeige
from kooperationsvertrag.cli.deutsch import Befehl
from kooperationsvertrag.cli.falldatei import lies_fall
from kooperationsvertrag.cli.grundlage import ABHAENGIG, VERSTOSS, format_option, stichtag_option

if TYPE_CHECKING:
    from kooperationsvertrag.fall.einlesen import Fall


@click.command(cls=Befehl, options_metavar="[OPTIONEN]", short_help="Zeigt, was nacheinander geschah.")
@click.argument("fall", metavar="FALL", type=click.Path(path_type=Path))
@stichtag_option("Letzter Tag, der gezeigt wird, zum Beispiel 2019-03-01; sonst der letzte Tag, den die Datei nennt.")
@format_option
def verlauf(fall: Path, stichtag: date | None, ausgabeformat: str) -> int:
    """Zeigt der Reihe nach, was in der Falldatei FALL geschah und was daraus folgte.

    Auch was später berichtigt oder aufgehoben wurde, bleibt stehen. Was keinen Tag hat, steht am Anfang.

    Endstatus: 2, wenn sich die Falldatei nicht verwenden lässt; 3, wenn ein Betrag oder die Wirkung eines Beitritts
    von einer Lesart abhängt und deshalb nicht feststeht, wie ein Haushaltsjahr endet; 4, wenn am letzten Tag ein
    Verstoß festgestellt ist; sonst 0. Hängt nur der Stand einer Pflicht von einer Lesart ab, so ändert das hier nichts;
    das zeigt der Befehl „pruefen“.
    """
    from kooperationsvertrag.ablauf.verlauf import verlauf as erzaehle
    from kooperationsvertrag.darstellung.verlauf import haengt_von_lesart_ab
    from kooperationsvertrag.fall.rechnung import stand_am

    gelesen = lies_fall(fall)
    tag = stichtag or letzter_tag(gelesen)
    stand = stand_am(gelesen, tag)
    schritte = erzaehle(stand)
    if ausgabeformat == "json":
        from kooperationsvertrag.fall.stand_als_json import verlauf_als_json

        schreibe_json(verlauf_als_json(gelesen, stand, schritte))
    else:
        from kooperationsvertrag.darstellung.beleg import kopf_des_falls
        from kooperationsvertrag.darstellung.verlauf import verlaufsseite

        zeige(verlaufsseite(stand, schritte, kopf_des_falls(gelesen, tag)))
    if haengt_von_lesart_ab(stand):
        return ABHAENGIG
    return VERSTOSS if stand.verstoesse else 0


def letzter_tag(fall: Fall) -> date:
    """Gibt den letzten Tag, den die Falldatei nennt; nennt sie keinen, das Ende des letzten Haushaltsjahres."""
    from kooperationsvertrag.ablauf.ereignis import BeitrittErklaert

    tage = [tag for ereignis in fall.akte.ereignisse for tag in (ereignis.datum, ereignis.erfasst) if tag]
    tage += [ereignis.zum for ereignis in fall.akte.ereignisse if isinstance(ereignis, BeitrittErklaert)]
    return max(tage, default=date(fall.aufzeichnung.haushaltsjahre[-1].jahr, 12, 31))
