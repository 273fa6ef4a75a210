"""Stellennamen: auf einer Seite des Rechners heißt eine Stelle der Falldatei wie im Formular."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

STELLE = re.compile(r"\b(\w+)\[(\d+)\](?:\.(\w+)(?:\[(\d+)\])?(?:\.[\w-]+)*)?|\bbeitritt [\w-]+\.beitrag\b")
"""Eine Stelle der Falldatei: der wievielte Eintrag und was darin, oder der Beitritt eines Bewerbers."""

EINTRAEGE: Mapping[str, str] = MappingProxyType(
    {
        "haushaltsjahr": "Haushaltsjahr",
        "ereignis": "Ereignis",
        "anfangsbestand": "Anfangsbestand",
        "beitritt": "Beitritt",
        "fassungswechsel": "Fassungswechsel",
    }
)
"""Wie ein Eintrag im Formular heißt."""

_IM_HAUSHALTSJAHR = {
    "ausgabe": "Ausgabe",
    "einzahlung": "Einzahlung",
    "einnahme": "Einnahme",
    "zusatzmittel": "Zusatzmittel",
    "verausgabt": "Summe der Ausgaben",
    "uebertragung": "Übertragung",
}


def mit_stellen_in_worten(seite: str) -> str:
    """Nennt Stellen der Falldatei so, wie sie im Formular heißen.

    Args:
        seite: HTML.

    Returns:
        HTML, in dem keine Stelle mehr heißt wie in der Falldatei.

    >>> mit_stellen_in_worten("<p>(anfangsbestand[0].betrag)</p>")
    '<p>(Eingabe: 1. Anfangsbestand)</p>'
    >>> mit_stellen_in_worten("haushaltsjahr[0].ausgabe[3].betrag")
    'Eingabe: 1. Haushaltsjahr, Ausgabe 4'
    """
    return STELLE.sub(_in_worten, seite)


def _in_worten(stelle: re.Match[str]) -> str:
    if not stelle[1]:
        return f"Eingabe: {EINTRAEGE['beitritt']}"
    eintrag = f"Eingabe: {int(stelle[2]) + 1}. {EINTRAEGE.get(stelle[1], stelle[1].capitalize())}"
    if stelle[1] != "haushaltsjahr" or not stelle[3]:
        return eintrag
    nummer = f" {int(stelle[4]) + 1}" if stelle[4] else ""
    return f"{eintrag}, {_IM_HAUSHALTSJAHR.get(stelle[3], stelle[3])}{nummer}"
