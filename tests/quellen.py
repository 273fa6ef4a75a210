"""Die beiden Quellentexte, wo sie vorliegen; das Projekt selbst enthält sie nicht."""

from pathlib import Path

import pytest

_ORDNER = Path(__file__).resolve().parents[2] / "shared" / "quellen"
_DATEIEN = {
    "Sachstandsbericht 2017": _ORDNER / "sachstandsbericht-2017.txt",
    "Niederschrift 2023": _ORDNER / "niederschrift-2023.txt",
}


def quellentexte() -> dict[str, str]:
    """Gibt die Texte nach Dokument oder überspringt den Test, wo sie fehlen."""
    if not all(datei.exists() for datei in _DATEIEN.values()):
        pytest.skip("Die Quellentexte liegen hier nicht vor; das Projekt darf sie nicht enthalten.")
    return {dokument: datei.read_text(encoding="utf-8") for dokument, datei in _DATEIEN.items()}
