"""Regeln: je Gegenstand des Vertrags ein Modul. Die Module kennen einander nicht."""

from __future__ import annotations

from kooperationsvertrag.norm import Norm, Regel, regel_von
from kooperationsvertrag.regeln import (
    aufgaben,
    finanzierung,
    gremien,
    mitgliedschaft,
    personal,
    rechenschaft,
    restmittel,
)

MODULE = (mitgliedschaft, finanzierung, personal, gremien, rechenschaft, restmittel, aufgaben)
"""Die Module, in der Reihenfolge des Vertrags."""


def alle_regeln() -> tuple[Regel, ...]:
    """Gibt jede Regel aller Gegenstände, nach Modul und Stelle im Modul."""
    gefunden = [
        regel_von(funktion)
        for modul in MODULE
        for funktion in vars(modul).values()
        if getattr(funktion, "__module__", "") == modul.__name__
    ]
    return tuple(regel for regel in gefunden if regel is not None)


def regeln_zu(norm: Norm) -> tuple[Regel, ...]:
    """Gibt die Regeln, die einen Satz umsetzen.

    >>> from kooperationsvertrag.vertrag import normen
    >>> [regel.name for regel in regeln_zu(normen.GROESSE_DES_BEGLEITGREMIUMS)]
    []
    """
    return tuple(regel for regel in alle_regeln() if norm in regel.normen)
