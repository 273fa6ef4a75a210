"""Befehl ``luecken``: was eine Fassung offen lässt, und wie viel davon abhängt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kooperationsvertrag.cli.ausgabe import schreibe_json, zeige
from kooperationsvertrag.cli.deutsch import Befehl
from kooperationsvertrag.cli.fassungsangabe import faelle_option, lies_fassungen_und_faelle, verlange_rechenbar
from kooperationsvertrag.cli.grundlage import format_option

if TYPE_CHECKING:
    from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung
    from kooperationsvertrag.fall.einlesen import Fall
    from kooperationsvertrag.revision.luecken import Luecke
    from kooperationsvertrag.vertrag.fassung import Vertragsfassung


@click.command(cls=Befehl, options_metavar="[OPTIONEN]", short_help="Zeigt, worüber noch zu verhandeln ist.")
@click.argument("fassung", metavar="FASSUNG")
@faelle_option
@format_option
def luecken(fassung: str, faelle: tuple[Path, ...], ausgabeformat: str) -> int:
    """Zeigt, welche Fragen eine Fassung offen lässt, die mit dem größten Unterschied in Euro zuerst.

    FASSUNG ist eine eingebaute Fassung (bericht-2017) oder der Pfad eines Entwurfs (entwurf-2027.toml). Gemessen wird
    an erdachten Fällen und an den Falldateien hinter --fall; Lesarten, die dort gewählt sind, zählen hier nicht. Zu
    einem Entwurf steht dabei, welche Lücken des Berichts von 2017 er schließt.

    Endstatus: 2, wenn sich die Fassung oder ein Fall nicht verwenden lässt; sonst 0.
    """
    from kooperationsvertrag.revision.luecken import luecken as finde

    [gewaehlt], gelesen = lies_fassungen_und_faelle((fassung,), faelle)
    verlange_rechenbar(gelesen, (gewaehlt,))
    liste = finde(gewaehlt, _gerechnete_faelle(gelesen, gewaehlt))
    geschlossene = _geschlossene(liste, gelesen)
    if ausgabeformat == "json":
        from kooperationsvertrag.fall.vergleich_als_json import luecken_als_json

        schreibe_json(luecken_als_json(gewaehlt, liste, geschlossene, [fall.fingerabdruck for fall in gelesen]))
    else:
        _zeige(gewaehlt, liste, geschlossene, gelesen)
    return 0


def _gerechnete_faelle(faelle: Sequence[Fall], fassung: Vertragsfassung) -> Mapping[str, Aufzeichnung]:
    """Gibt die Fälle der Befehlszeile, mit Nummer, und die erdachten; jeden unter der Fassung, die er berührt."""
    from attrs import evolve

    from kooperationsvertrag.revision.luecken import musterfaelle

    eigene = {
        f"Fall {nummer}: {fall.titel}": evolve(fall.aufzeichnung, fassung=fassung, wechsel=())
        for nummer, fall in enumerate(faelle, start=1)
    }
    return {**eigene, **musterfaelle(fassung)}


def _geschlossene(liste: Sequence[Luecke], faelle: Sequence[Fall]) -> tuple[Luecke, ...]:
    """Gibt, was der Bericht von 2017 offen lässt und die Fassung nicht; gemessen, was sich unter ihm rechnen lässt."""
    from kooperationsvertrag.revision.fassungsvergleich import hindernisse
    from kooperationsvertrag.revision.luecken import geschlossen
    from kooperationsvertrag.revision.luecken import luecken as finde
    from kooperationsvertrag.vertrag.fassung import BERICHT_2017

    rechenbare = [fall for fall in faelle if not hindernisse(fall.aufzeichnung, BERICHT_2017)]
    return geschlossen(finde(BERICHT_2017, _gerechnete_faelle(rechenbare, BERICHT_2017)), liste)


def _zeige(
    fassung: Vertragsfassung, liste: Sequence[Luecke], geschlossene: Sequence[Luecke], faelle: Sequence[Fall]
) -> None:
    from importlib.metadata import version

    from kooperationsvertrag.darstellung.abrechnung import Kopf
    from kooperationsvertrag.darstellung.beleg import gekuerzt
    from kooperationsvertrag.darstellung.luecken import lueckenseite
    from kooperationsvertrag.fall.als_json import fingerabdruck_der_fassung

    beleg = (
        ("kooperationsvertrag", version("kooperationsvertrag")),
        ("Fassung", gekuerzt(fingerabdruck_der_fassung(fassung))),
        *(("Fall", gekuerzt(fall.fingerabdruck)) for fall in faelle),
    )
    zeige(lueckenseite(liste, geschlossene, Kopf(f"Lücken: {fassung.kennung}", fassung, fassung.namen, beleg)))
