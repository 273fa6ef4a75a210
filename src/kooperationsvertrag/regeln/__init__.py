"""Regeln: je Gegenstand des Vertrags ein Modul. Die Module kennen einander nicht."""

from __future__ import annotations

from importlib import import_module

from kooperationsvertrag.norm import Norm, Regel, regel_von

MODULE = (
    "mitgliedschaft",
    "finanzierung",
    "personal",
    "gremien",
    "rechenschaft",
    "restmittel",
    "aufgaben",
    "laufzeit",
)
"""Die Module, in der Reihenfolge des Vertrags."""


def alle_regeln() -> tuple[Regel, ...]:
    """Gibt jede Regel aller Gegenstände, nach Modul und Stelle im Modul.

    Returns:
        Alle Funktionen, denen Sätze oder Festlegungen angeheftet sind.

    >>> alle_regeln()[0].name
    'ist_gebietskoerperschaft'
    """
    gefunden = []
    for name in MODULE:
        modul = import_module(f"{__name__}.{name}")
        gefunden += [regel_von(wert) for wert in vars(modul).values() if _steht_in(modul.__name__, wert)]
    return tuple(regel for regel in gefunden if regel is not None)


def _steht_in(modul: str, wert: object) -> bool:
    return getattr(wert, "__module__", "") == modul


def regeln_zu(norm: Norm) -> tuple[Regel, ...]:
    """Gibt die Regeln, die einen Satz umsetzen.

    Args:
        norm: Der Satz.

    Returns:
        Die Regeln in der Reihenfolge des Vertrags; leer, wenn der Satz keine hat.

    >>> from kooperationsvertrag.vertrag import normen
    >>> [regel.name for regel in regeln_zu(normen.EIGENANTEILE)][0]
    'ist_aus_dem_budget_zu_tragen'
    """
    return tuple(regel for regel in alle_regeln() if norm in regel.normen)
