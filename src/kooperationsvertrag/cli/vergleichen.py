"""Befehl ``vergleichen``: zwei Fassungen nebeneinander, bis auf den Cent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kooperationsvertrag.cli.ausgabe import schreibe_json, zeige
from kooperationsvertrag.cli.deutsch import Befehl, eines_von
from kooperationsvertrag.cli.fassungsangabe import faelle_option, lies_fassungen_und_faelle, verlange_rechenbar
from kooperationsvertrag.cli.grundlage import ABHAENGIG

if TYPE_CHECKING:
    from kooperationsvertrag.fall.vergleich_als_json import VerglichenerFall
    from kooperationsvertrag.revision.fassungsvergleich import Fassungsvergleich


@click.command(cls=Befehl, options_metavar="[OPTIONEN]", short_help="Zeigt, was eine neue Fassung des Vertrags ändert.")
@click.argument("alt", metavar="ALT")
@click.argument("neu", metavar="NEU")
@faelle_option
@click.option(
    "--format",
    "ausgabeformat",
    metavar="text|json|html",
    default="text",
    callback=eines_von("text", "json", "html"),
    help="Text für Menschen (so, wenn nichts angegeben ist), JSON für andere Programme oder eine HTML-Seite.",
)
def vergleichen(alt: str, neu: str, faelle: tuple[Path, ...], ausgabeformat: str) -> int:
    """Vergleicht zwei Fassungen: Satz für Satz, Angabe für Angabe, Regel für Regel und Fälle auf den Cent.

    ALT und NEU sind eingebaute Fassungen (bericht-2017) oder Pfade von Entwürfen (entwurf-2027.toml). Ein Fall wird
    unter beiden gerechnet; die Fassung, die in seiner Datei steht, zählt dabei nicht. Ist „wie vereinbart“ gezahlt, so
    zahlt jeder, was unter der jeweiligen Fassung vereinbart ist. Lesarten, die er wählt, gelten unter beiden, wo nicht
    die Fassung selbst entscheidet.

    Endstatus: 2, wenn sich eine Fassung oder ein Fall nicht verwenden lässt; 3, wenn ein Fall unter NEU von einer
    Lesart abhängt; sonst 0.
    """
    from kooperationsvertrag.fall.rechnung import namen_im_vergleich, verglichener_fall
    from kooperationsvertrag.revision.fassungsvergleich import vergleiche

    (bisher, kuenftig), gelesen = lies_fassungen_und_faelle((alt, neu), faelle)
    verlange_rechenbar(gelesen, (bisher, kuenftig))
    verglichene = [verglichener_fall(fall, bisher, kuenftig) for fall in gelesen]
    _gib_aus(vergleiche(bisher, kuenftig), verglichene, ausgabeformat, namen_im_vergleich(gelesen, bisher, kuenftig))
    return 0 if all(fall.vergleich.neu.ist_eindeutig for fall in verglichene) else ABHAENGIG


def _gib_aus(
    vergleich: Fassungsvergleich, faelle: Sequence[VerglichenerFall], ausgabeformat: str, namen: dict[str, str]
) -> None:
    if ausgabeformat == "json":
        from kooperationsvertrag.fall.vergleich_als_json import vergleich_als_json

        schreibe_json(vergleich_als_json(vergleich, faelle))
    elif ausgabeformat == "html":
        from kooperationsvertrag.darstellung.beleg import beleg_des_vergleichs
        from kooperationsvertrag.darstellung.synopse import synopse

        click.echo(synopse(vergleich, faelle, namen, beleg_des_vergleichs(vergleich, faelle)), nl=False)
    else:
        from kooperationsvertrag.darstellung.beleg import beleg_des_vergleichs
        from kooperationsvertrag.darstellung.vergleich import vergleichsseite

        zeige(vergleichsseite(vergleich, faelle, namen, beleg_des_vergleichs(vergleich, faelle)))
