"""Befehl ``abrechnen``: die Haushaltsjahre eines Falls."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kooperationsvertrag.cli.ausgabe import schreibe_json, zeige
from kooperationsvertrag.cli.deutsch import Befehl
from kooperationsvertrag.cli.falldatei import lies_fall
from kooperationsvertrag.cli.grundlage import ABHAENGIG, VERSTOSS, format_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kooperationsvertrag.ablauf.ergebnis import Ergebnis
    from kooperationsvertrag.fall.einlesen import Fall
    from kooperationsvertrag.herleitung import Schritt


@click.command(cls=Befehl, options_metavar="[OPTIONEN]", short_help="Rechnet die Haushaltsjahre eines Falls ab.")
@click.argument("fall", metavar="FALL", type=click.Path(path_type=Path))
@format_option
@click.option("--begruendung", is_flag=True, help="Zeigt zu jedem Betrag die Regel, ihren Satz und woher er kommt.")
def abrechnen(fall: Path, ausgabeformat: str, begruendung: bool) -> int:
    """Rechnet die Haushaltsjahre der Falldatei FALL ab: was zurückgeht, was bleibt, was zu beanstanden ist.

    Wo das Ergebnis von einer Lesart abhängt, die nicht gewählt ist, stehen alle Ergebnisse nebeneinander, mit den
    Zeilen, die in der Falldatei eines davon wählen.

    Endstatus: 2, wenn sich die Falldatei nicht verwenden lässt; 3, wenn das Ergebnis von einer Lesart abhängt; 4, wenn
    ein Verstoß festgestellt ist; sonst 0.
    """
    from kooperationsvertrag.ablauf.ergebnis import ergebnis
    from kooperationsvertrag.fall.rechnung import schritte

    gelesen = lies_fall(fall)
    gerechnet = ergebnis(gelesen.aufzeichnung, gelesen.auslegung, gelesen.konvention)
    begruendet = schritte(gelesen, gerechnet) if begruendung else None
    if ausgabeformat == "json":
        from kooperationsvertrag.fall.als_json import abrechnung_als_json

        schreibe_json(abrechnung_als_json(gelesen, gerechnet, _je_jahr(gerechnet, begruendet)))
    else:
        _zeige(gelesen, gerechnet, begruendet)
    return _status(gerechnet)


def _je_jahr(gerechnet: Ergebnis, schritte: Sequence[Schritt] | None) -> dict[int, list[Schritt]] | None:
    """Ordnet die Schritte ihren Haushaltsjahren zu; was davor liegt, gehört zum ersten."""
    if schritte is None:
        return None
    jahre = {f"Haushaltsjahr {jahr.jahr}": jahr.jahr for jahr in gerechnet.haushaltsjahre}
    geordnet: dict[int, list[Schritt]] = {jahr: [] for jahr in jahre.values()}
    for schritt in schritte:
        geordnet[jahre.get(schritt.abschnitt, min(geordnet))].append(schritt)
    return geordnet


def _zeige(fall: Fall, gerechnet: Ergebnis, schritte: Sequence[Schritt] | None) -> None:
    from kooperationsvertrag.darstellung.beleg import kopf_des_falls
    from kooperationsvertrag.darstellung.bericht import bericht

    zeige(bericht(gerechnet, kopf_des_falls(fall), schritte))


def _status(gerechnet: Ergebnis) -> int:
    from kooperationsvertrag.norm import Schwere

    if not gerechnet.ist_eindeutig:
        return ABHAENGIG
    verstoesse = [
        befund for jahr in gerechnet.haushaltsjahre for befund in jahr.befunde if befund.schwere is Schwere.VERSTOSS
    ]
    return VERSTOSS if verstoesse else 0
