"""Befehle ``normen`` und ``fragen``: die Register, ganz oder ein Eintrag."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kooperationsvertrag.cli.ausgabe import schreibe_json, zeige
from kooperationsvertrag.cli.deutsch import Befehl, UnbrauchbareEingabeError
from kooperationsvertrag.cli.dokument import lies_abgleich
from kooperationsvertrag.cli.grundlage import VERSTOSS, format_option

if TYPE_CHECKING:
    from kooperationsvertrag.norm import Festlegung, Norm
    from kooperationsvertrag.revision.quellenabgleich import Satzabgleich
    from kooperationsvertrag.vertrag.fragen import Vertragsfrage


@click.command(cls=Befehl, options_metavar="[OPTIONEN]", short_help="Zeigt die Sätze, auf denen die Regeln beruhen.")
@click.argument("kennung", metavar="[KENNUNG]", required=False)
@click.option(
    "--quelle",
    metavar="DATEI",
    type=click.Path(path_type=Path),
    help="Eigenes Exemplar der Quelle als Textdatei: zeigt den Satz selbst, wie er dort steht.",
)
@format_option
def normen(kennung: str | None, quelle: Path | None, ausgabeformat: str) -> int:
    """Zeigt das Normregister, oder mit KENNUNG (zum Beispiel 17-F8) alles zu einem Satz.

    Das Register gibt jeden Satz in eigenen Worten wieder. Wer die Quelle besitzt, sieht mit --quelle den Satz selbst;
    steht er dort nicht mehr so, ist der Endstatus 4.
    """
    gesucht = _normen(kennung)
    saetze = lies_abgleich(quelle) if quelle else ()
    passend = [satz for satz in saetze if satz.norm in gesucht]
    if quelle and not passend:
        raise UnbrauchbareEingabeError(
            f"{quelle.name} ist nicht die Quelle dieses Satzes. Gebraucht wird: {gesucht[0].fundstelle.dokument}."
        )
    if ausgabeformat == "json":
        _schreibe_normen(gesucht, passend, einzeln=kennung is not None)
    else:
        _zeige_normen(gesucht, passend, einzeln=kennung is not None)
    return VERSTOSS if any(satz.wortlaut == "" for satz in passend) else 0


def _normen(kennung: str | None) -> Sequence[Norm]:
    from kooperationsvertrag.vertrag.normen import NORMEN, UnbekannteNormError, norm

    if kennung is None:
        return NORMEN
    try:
        return (norm(kennung.upper()),)
    except UnbekannteNormError as fehler:
        raise UnbrauchbareEingabeError(str(fehler)) from None


def _schreibe_normen(gesucht: Sequence[Norm], saetze: Sequence[Satzabgleich], *, einzeln: bool) -> None:
    from kooperationsvertrag.darstellung.fuer_programme import norm_json

    abgleich = {satz.norm.kennung: satz for satz in saetze}
    eintraege = [norm_json(norm, abgleich.get(norm.kennung)) for norm in gesucht]
    schreibe_json(eintraege[0] if einzeln else {"normen": eintraege})


def _zeige_normen(gesucht: Sequence[Norm], saetze: Sequence[Satzabgleich], *, einzeln: bool) -> None:
    from kooperationsvertrag.darstellung.normen import normenliste, normseite

    if einzeln:
        zeige(normseite(gesucht[0], saetze[0] if saetze else None))
    else:
        zeige(normenliste(gesucht, saetze))


@click.command(cls=Befehl, options_metavar="[OPTIONEN]", short_help="Zeigt, was der Text offen lässt.")
@click.argument("kennung", metavar="[KENNUNG]", required=False)
@format_option
def fragen(kennung: str | None, ausgabeformat: str) -> int:
    """Zeigt die offenen Fragen und die Festlegungen, oder mit KENNUNG (OF-16, FL-03) eine davon.

    Eine offene Frage hat mehrere vertretbare Lesarten; welche gilt, steht in der Falldatei unter [auslegung]. Eine
    Festlegung hat diese Bibliothek selbst getroffen; sie lässt sich nicht wählen.
    """
    from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
    from kooperationsvertrag.vertrag.fragen import FRAGEN

    if kennung is not None:
        _ein_eintrag(kennung, ausgabeformat)
    elif ausgabeformat == "json":
        from kooperationsvertrag.darstellung.fuer_programme import festlegung_json, frage_json

        schreibe_json(
            {
                "fragen": [frage_json(frage) for frage in FRAGEN],
                "festlegungen": [festlegung_json(festlegung) for festlegung in FESTLEGUNGEN],
            }
        )
    else:
        from kooperationsvertrag.darstellung.fragen import fragenliste

        zeige(fragenliste(FRAGEN, FESTLEGUNGEN))
    return 0


def _ein_eintrag(kennung: str, ausgabeformat: str) -> None:
    eintrag = _festlegung(kennung) if kennung.upper().startswith("FL") else _frage(kennung)
    if ausgabeformat == "json":
        from kooperationsvertrag.darstellung.fuer_programme import eintrag_json

        schreibe_json(eintrag_json(eintrag))
    else:
        from kooperationsvertrag.darstellung.fragen import eintragsseite

        zeige(eintragsseite(eintrag))


def _festlegung(kennung: str) -> Festlegung:
    from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN

    for festlegung in FESTLEGUNGEN:
        if festlegung.kennung == kennung.upper():
            return festlegung
    raise UnbrauchbareEingabeError(
        f"Die Festlegung „{kennung}“ gibt es nicht. Es gibt {FESTLEGUNGEN[0].kennung} bis {FESTLEGUNGEN[-1].kennung}."
    )


def _frage(kennung: str) -> Vertragsfrage:
    from kooperationsvertrag.vertrag.fragen import UnbekannteFrageError, frage

    try:
        return frage(kennung)
    except UnbekannteFrageError as fehler:
        raise UnbrauchbareEingabeError(str(fehler)) from None
