"""Falldatei: sie lesen, oder den Befehl mit allen ihren Problemen beenden."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kooperationsvertrag.cli.grundlage import unbrauchbar

if TYPE_CHECKING:
    from kooperationsvertrag.fall.einlesen import Fall


def lies_fall(datei: Path) -> Fall:
    """Liest eine Falldatei; lässt sie sich nicht verwenden, so endet der Befehl mit allen ihren Problemen."""
    from kooperationsvertrag.fall.einlesen import lade_fall
    from kooperationsvertrag.fall.probleme import EingabeError

    try:
        return lade_fall(datei)
    except EingabeError as fehler:
        raise unbrauchbar(fehler) from None
