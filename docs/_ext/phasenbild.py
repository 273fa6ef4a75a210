"""Bild der Jahresphasen: gezeichnet aus der Tabelle der Übergänge, nie von Hand."""

from __future__ import annotations

from html import escape

from kooperationsvertrag.ablauf.jahresphase import UEBERGAENGE, Jahresphase, Uebergang
from kooperationsvertrag.darstellung.stand import AUSLOESER, JAHRESPHASE

BREITE, HOEHE = 136, 42
SPALTE, ZEILE = 178, 92
RAND = 12

_STIL = """<style>
.phasenbild { max-width: 100%; height: auto; color: var(--pst-color-text-base, #222); }
.phasenbild rect { fill: none; stroke: currentColor; }
.phasenbild path { fill: none; stroke: currentColor; }
.phasenbild .nebenweg { stroke-dasharray: 5 4; }
.phasenbild text { fill: currentColor; font: 15px sans-serif; text-anchor: middle; dominant-baseline: central; }
.phasenbild circle { fill: var(--pst-color-background, #fff); stroke: currentColor; }
.phasenbild .nummer { font-size: 13px; }
.phasenbild marker path { fill: currentColor; stroke: none; }
</style>"""


def _rang(phase: Jahresphase) -> int:
    """Wie viele Schritte der längste Weg bis zu einer Phase hat."""
    davor = [_rang(uebergang.von) for uebergang in UEBERGAENGE if uebergang.nach is phase]
    return max(davor) + 1 if davor else 0


def _orte() -> dict[Jahresphase, tuple[float, float]]:
    """Mitte jeder Phase: je Rang eine Spalte, darin gleichmäßig verteilt."""
    spalten: dict[int, list[Jahresphase]] = {}
    for phase in Jahresphase:
        spalten.setdefault(_rang(phase), []).append(phase)
    hoechste = max(len(spalte) for spalte in spalten.values())
    return {
        phase: (
            RAND + BREITE / 2 + rang * SPALTE,
            RAND + ZEILE * (hoechste - len(spalte)) / 2 + HOEHE / 2 + nummer * ZEILE + ZEILE,
        )
        for rang, spalte in spalten.items()
        for nummer, phase in enumerate(spalte)
    }


def _pfeil(nummer: int, uebergang: Uebergang, orte: dict[Jahresphase, tuple[float, float]]) -> str:
    """Ein Pfeil mit seiner Nummer; wer Phasen überspringt, geht im Bogen, Nebenwege oben, andere unten."""
    (x1, y1), (x2, y2) = orte[uebergang.von], orte[uebergang.nach]
    sprung = _rang(uebergang.nach) - _rang(uebergang.von) - 1
    halb = BREITE / 2
    if not sprung:
        start, ziel = (x1 + halb, y1), (x2 - halb, y2)
        mitte = (start[0] + ziel[0]) / 2
        weg = f"M{start[0]},{start[1]} C{mitte},{start[1]} {mitte},{ziel[1]} {ziel[0] - 2},{ziel[1]}"
        ort = (mitte, (start[1] + ziel[1]) / 2)
    else:
        richtung = -1 if not uebergang.ist_vorgesehen or y2 < y1 else 1
        start, ziel = (x1, y1 + richtung * HOEHE / 2), (x2, y2 + richtung * HOEHE / 2)
        tiefe = richtung * (40 + 34 * sprung)
        if y2 != y1:
            ziel = (x2 - halb, y2)
            weg = f"M{start[0]},{start[1]} Q{x1 + 20},{y2} {ziel[0] - 2},{ziel[1]}"
            ort = ((start[0] + 2 * (x1 + 20) + ziel[0]) / 4, (start[1] + 2 * y2 + ziel[1]) / 4)
        else:
            weg = f"M{start[0]},{start[1]} C{x1},{start[1] + tiefe} {x2},{ziel[1] + tiefe} {ziel[0]},{ziel[1]}"
            ort = ((x1 + x2) / 2, start[1] + 0.75 * tiefe)
    klasse = "" if uebergang.ist_vorgesehen else ' class="nebenweg"'
    return (
        f'<path d="{weg}"{klasse} marker-end="url(#pfeilspitze)"/>'
        f'<circle cx="{ort[0]}" cy="{ort[1]}" r="11"/>'
        f'<text class="nummer" x="{ort[0]}" y="{ort[1]}">{nummer}</text>'
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
    orte = _orte()
    breite = max(x for x, _ in orte.values()) + BREITE / 2 + RAND
    hoehe = max(y for _, y in orte.values()) + HOEHE / 2 + RAND + ZEILE
    kaesten = [
        f'<rect x="{x - BREITE / 2}" y="{y - HOEHE / 2}" width="{BREITE}" height="{HOEHE}" rx="6"/>'
        f"{_beschriftung(JAHRESPHASE[phase], x, y)}"
        for phase, (x, y) in orte.items()
    ]
    pfeile = [_pfeil(nummer, uebergang, orte) for nummer, uebergang in enumerate(UEBERGAENGE, start=1)]
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
            '<defs><marker id="pfeilspitze" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
            'orient="auto"><path d="M0,0 L10,5 L0,10 z"/></marker></defs>',
            *pfeile,
            *kaesten,
            "</svg>",
        ]
    )
