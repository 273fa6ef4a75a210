"""Befehl ``beitritt``: ein Antrag auf Beitritt, und was er änderte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kooperationsvertrag.cli.ausgabe import schreibe_json, zeige
from kooperationsvertrag.cli.deutsch import Befehl
from kooperationsvertrag.cli.grundlage import ABHAENGIG, format_option, unbrauchbar

if TYPE_CHECKING:
    from kooperationsvertrag.fall.antrag import Pruefauftrag
    from kooperationsvertrag.revision.beitritt import Beitrittspruefung


@click.command(cls=Befehl, options_metavar="[OPTIONEN]", short_help="Prüft einen Beitritt und zeigt, was er änderte.")
@click.argument("antrag", metavar="ANTRAG", type=click.Path(path_type=Path))
@format_option
def beitritt(antrag: Path, ausgabeformat: str) -> int:
    """Prüft den Antrag in der Datei ANTRAG: ob jemand beitreten kann, ob er Partner wird und was sich dadurch ändert.

    Die Datei nennt unter [antrag], was in einer Falldatei unter [[beitritt]] steht. Ob die Mitgliedschaft förderlich
    ist, beurteilt ein Mensch. Beiträge, Schlüssel und Stimmen stehen unter jeder Lesart nebeneinander.

    Endstatus: 2, wenn sich die Datei nicht verwenden lässt; 3, wenn eine Lesart oder ein Urteil fehlt; sonst 0. Ein
    unzulässiger Beitritt ist eine Antwort und kein Fehler.
    """
    from kooperationsvertrag.fall.antrag import lade_antrag
    from kooperationsvertrag.fall.probleme import EingabeError
    from kooperationsvertrag.revision.beitritt import pruefe_beitritt

    try:
        auftrag = lade_antrag(antrag)
    except EingabeError as fehler:
        raise unbrauchbar(fehler) from None
    pruefung = pruefe_beitritt(auftrag.fassung, auftrag.antrag, auftrag.auslegung)
    if ausgabeformat == "json":
        from kooperationsvertrag.fall.beitritt_als_json import beitritt_als_json

        schreibe_json(beitritt_als_json(auftrag, pruefung))
    else:
        _zeige(auftrag, pruefung)
    return 0 if pruefung.ist_eindeutig else ABHAENGIG


def _zeige(auftrag: Pruefauftrag, pruefung: Beitrittspruefung) -> None:
    from kooperationsvertrag.darstellung.beitritt import beitrittsseite
    from kooperationsvertrag.darstellung.beleg import kopf

    bewerber = {auftrag.antrag.kennung: auftrag.antrag.name}
    oben_und_unten = kopf(auftrag.titel, auftrag.fassung, bewerber, auftrag.fingerabdruck)
    zeige(beitrittsseite(pruefung, oben_und_unten, auftrag.auslegung))
