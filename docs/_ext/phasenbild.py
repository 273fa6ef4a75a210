"""Bild der Jahresphasen: gezeichnet aus der Tabelle der Übergänge, nie von Hand.

Jede Phase ist eine Zeile, jeder Übergang ein Pfeil in einer eigenen Spalte. So kreuzt sich nichts.
"""

from __future__ import annotations

from html import escape

from kooperationsvertrag.ablauf.jahresphase import ERLEDIGT, UEBERGAENGE, Jahresphase, Uebergang
from kooperationsvertrag.darstellung.stand import AUSLOESER, JAHRESPHASE

KASTEN, HOEHE = 164, 38
SPALTE, ZEILE = 34, 52
RAND = 2
RADIUS = 12

_STIL = """<style>
.phasenbild { max-width: 100%; height: auto; color: var(--pst-color-text-base, #222); }
.phasenbild rect { fill: none; stroke: currentColor; }
.phasenbild .erledigt { stroke-width: 2.5; }
.phasenbild path { fill: none; stroke: currentColor; stroke-width: 1.5; }
.phasenbild .zeile { stroke-width: 1; stroke-opacity: .25; }
.phasenbild .nebenweg { stroke-dasharray: 5 4; }
.phasenbild text { fill: currentColor; font: 15px sans-serif; text-anchor: middle; dominant-baseline: central; }
.phasenbild circle { fill: var(--pst-color-background, #fff); stroke: currentColor; }
.phasenbild .nummer { font-size: 13px; }
.phasenbild marker path { fill: currentColor; stroke: none; }
</style>"""


def _hoehe(phase: Jahresphase) -> float:
    """Wo die Mitte der Zeile einer Phase liegt."""
    return RAND + HOEHE / 2 + list(Jahresphase).index(phase) * ZEILE


def _spalte(nummer: int) -> float:
    """Wo die Mitte der Spalte eines Übergangs liegt."""
    return RAND + KASTEN + nummer * SPALTE


def _zeile(phase: Jahresphase, breite: float) -> str:
    """Der Kasten einer Phase und die Linie, an der ihre Pfeile beginnen und enden."""
    y = _hoehe(phase)
    klasse = ' class="erledigt"' if phase in ERLEDIGT else ""
    return (
        f'<path class="zeile" d="M{RAND + KASTEN},{y} H{breite - RAND}"/>'
        f'<rect x="{RAND}" y="{y - HOEHE / 2}" width="{KASTEN}" height="{HOEHE}" rx="6"{klasse}/>'
        f"{_beschriftung(JAHRESPHASE[phase], RAND + KASTEN / 2, y)}"
    )


def _pfeil(nummer: int, uebergang: Uebergang) -> str:
    """Ein Pfeil von Phase zu Phase; seine Nummer steht, wo er beginnt."""
    x, von, nach = _spalte(nummer), _hoehe(uebergang.von), _hoehe(uebergang.nach)
    klasse = "" if uebergang.ist_vorgesehen else ' class="nebenweg"'
    return (
        f'<path d="M{x},{von} V{nach}"{klasse} marker-end="url(#pfeilspitze)"/>'
        f'<circle cx="{x}" cy="{von}" r="{RADIUS}"/>'
        f'<text class="nummer" x="{x}" y="{von}">{nummer}</text>'
    )


def _beschriftung(name: str, x: float, y: float) -> str:
    """Der Name einer Phase; nach einem Komma beginnt eine neue Zeile."""
    zeilen = name.split(", ")
    oben = y - 8 * (len(zeilen) - 1)
    return "".join(
        f'<text x="{x}" y="{oben + 16 * nummer}">{escape(zeile)}</text>' for nummer, zeile in enumerate(zeilen)
    )


def als_svg() -> str:
    """Zeichnet die Phasen eines Haushaltsjahres und ihre Übergänge."""
    breite = _spalte(len(UEBERGAENGE)) + SPALTE / 2 + RAND
    hoehe = _hoehe(list(Jahresphase)[-1]) + HOEHE / 2 + RAND
    beschreibung = "; ".join(
        f"{nummer}: von {JAHRESPHASE[u.von]} nach {JAHRESPHASE[u.nach]}, {AUSLOESER[u.ausloeser]}"
        for nummer, u in enumerate(UEBERGAENGE, start=1)
    )
    return "".join(
        [
            f'<svg class="phasenbild" role="img" viewBox="0 0 {breite} {hoehe}" xmlns="http://www.w3.org/2000/svg" '
            'aria-labelledby="phasenbild-titel phasenbild-text">',
            '<title id="phasenbild-titel">Die Phasen eines Haushaltsjahres</title>',
            f'<desc id="phasenbild-text">{escape(beschreibung)}</desc>',
            _STIL,
            '<defs><marker id="pfeilspitze" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="10" markerHeight="10" '
            'markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L10,5 L0,10 z"/></marker></defs>',
            *(_zeile(phase, breite) for phase in Jahresphase),
            *(_pfeil(nummer, uebergang) for nummer, uebergang in enumerate(UEBERGAENGE, start=1)),
            "</svg>",
        ]
    )
