"""Beispielfassungen: die eingebaute Fassung, der mitgelieferte Entwurf und was sie unterscheidet."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kooperationsvertrag import BERICHT_2017
from kooperationsvertrag.fall.entwurf import lade_fassung
from kooperationsvertrag.revision.fassungsvergleich import Fassungsvergleich, vergleiche
from kooperationsvertrag.vertrag.fassung import FASSUNGEN

WURZEL = Path(__file__).resolve().parents[2]
"""Ordner des Projekts."""

BEISPIELE = WURZEL / "examples"
"""Ordner der mitgelieferten Beispiele."""

GEDANKENSPIEL = (
    "Gedankenspiel: Ein solcher Entwurf ist nicht bekannt; Partner, Beiträge, Klauseln und Tag sind erfunden."
)
"""Was zum mitgelieferten Entwurf immer dabeisteht."""


@cache
def fassungsvergleiche() -> tuple[Fassungsvergleich, ...]:
    """Vergleicht den Bericht von 2017 mit jeder anderen eingebauten Fassung und mit dem mitgelieferten Entwurf."""
    andere = [fassung for fassung in FASSUNGEN if fassung is not BERICHT_2017]
    entwurf = lade_fassung(str(BEISPIELE / "entwurf-2027.toml"))
    return tuple(vergleiche(BERICHT_2017, neu) for neu in [*andere, entwurf])
