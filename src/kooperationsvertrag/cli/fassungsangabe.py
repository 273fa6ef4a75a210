"""Fassungsangabe: Fassungen und Falldateien der Befehlszeile lesen, oder alles nennen, was daran nicht stimmt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from kooperationsvertrag.cli.deutsch import UnbrauchbareEingabeError

if TYPE_CHECKING:
    from kooperationsvertrag.fall.einlesen import Fall
    from kooperationsvertrag.vertrag.fassung import Vertragsfassung

A = TypeVar("A")
T = TypeVar("T")

faelle_option = click.option(
    "--fall",
    "faelle",
    metavar="FALL",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Falldatei, an der gerechnet wird; lässt sich mehrmals angeben. Ihre eigene Fassung zählt hier nicht.",
)
"""Die Option, die Falldateien nennt."""


def lies_fassungen_und_faelle(
    fassungen: Sequence[str], faelle: Sequence[Path]
) -> tuple[list[Vertragsfassung], list[Fall]]:
    """Liest Fassungen und Falldateien.

    Args:
        fassungen: Kennungen eingebauter Fassungen oder Pfade von Entwürfen.
        faelle: Pfade von Falldateien.

    Returns:
        Die Fassungen und die Fälle, in der genannten Reihenfolge.

    Raises:
        UnbrauchbareEingabeError: Etwas davon lässt sich nicht verwenden; nennt alle Probleme aller Dateien.
    """
    from kooperationsvertrag.fall.einlesen import lade_fall
    from kooperationsvertrag.fall.entwurf import lade_fassung

    meldungen: dict[str, None] = {}
    gelesene = [_gelesen(lade_fassung, angabe, f"Fassung {angabe}", meldungen) for angabe in fassungen]
    gelesene_faelle = [_gelesen(lade_fall, datei, f"Falldatei {datei}", meldungen) for datei in faelle]
    if meldungen:
        raise UnbrauchbareEingabeError("\n\n".join(meldungen))
    return [eine for eine in gelesene if eine], [fall for fall in gelesene_faelle if fall]


def _gelesen(lade: Callable[[A], T], angabe: A, wo: str, meldungen: dict[str, None]) -> T | None:
    from kooperationsvertrag.fall.probleme import EingabeError

    try:
        return lade(angabe)
    except EingabeError as fehler:
        meldungen["\n".join([f"{wo} lässt sich nicht verwenden:", *[f"  {p}" for p in fehler.probleme]])] = None
        return None


def verlange_rechenbar(faelle: Sequence[Fall], fassungen: Sequence[Vertragsfassung]) -> None:
    """Weist Fälle zurück, die sich unter einer Fassung nicht rechnen lassen.

    Args:
        faelle: Die Fälle.
        fassungen: Die Fassungen.

    Raises:
        UnbrauchbareEingabeError: Nennt jeden Fall mit jedem Hindernis.
    """
    from kooperationsvertrag.revision.fassungsvergleich import hindernisse

    meldungen = dict.fromkeys(
        f"Der Fall „{fall.titel}“ lässt sich unter der Fassung „{fassung.kennung}“ nicht rechnen: {' '.join(gruende)}"
        for fall in faelle
        for fassung in fassungen
        if (gruende := hindernisse(fall.aufzeichnung, fassung))
    )
    if meldungen:
        raise UnbrauchbareEingabeError("\n\n".join(meldungen))
