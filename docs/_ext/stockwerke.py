"""Stockwerke: wie das Programm aufgebaut ist, gelesen aus der Datei, mit der es geprüft wird."""

from __future__ import annotations

import tomllib
from importlib import import_module

from auszeichnung import maskiert, tabelle
from beispielfassungen import WURZEL


def stockwerke() -> tuple[tuple[str, ...], ...]:
    """Gibt die Stockwerke von oben nach unten, je mit ihren Paketen."""
    pyproject = tomllib.loads((WURZEL / "pyproject.toml").read_text(encoding="utf-8"))
    (vertrag,) = [c for c in pyproject["tool"]["importlinter"]["contracts"] if c["type"] == "layers"]
    return tuple(tuple(teil.strip() for teil in ebene.split(":")) for ebene in vertrag["layers"])


def stockwerktabelle() -> str:
    """Setzt die Stockwerke mit dem, was in jedem steht."""
    return tabelle(
        ("Stockwerk", "Pakete", "Was darin steht"),
        [
            (
                str(nummer),
                ", ".join(f"`{paket.removeprefix('kooperationsvertrag.')}`" for paket in pakete),
                " ".join(maskiert(_erster_satz(paket)) for paket in pakete),
            )
            for nummer, pakete in zip(range(len(stockwerke()) - 1, -1, -1), stockwerke(), strict=True)
        ],
        breiten="14 30 56",
        klasse="gestapelt",
    )


def _erster_satz(paket: str) -> str:
    return " ".join((import_module(paket).__doc__ or "").strip().partition("\n\n")[0].split())
