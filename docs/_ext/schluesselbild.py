"""Schlüsselbild: der Zahlungsschlüssel vor und nach einem Beitritt als Balken, je Partner ein Stück."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from attrs import frozen

from kooperationsvertrag.geld import Betraege

BREITE = 720
BALKEN = 44
ZEILE = 104
RAND = 2

_STIL = """<style>
.schluesselbild { max-width: 100%; height: auto; color: var(--pst-color-text-base, #222); }
.schluesselbild text { fill: currentColor; font: 15px sans-serif; dominant-baseline: central; }
.schluesselbild .kopf { font-weight: bold; }
.schluesselbild rect { fill: currentColor; fill-opacity: .08; stroke: currentColor; stroke-width: 1.5; }
.schluesselbild .hell { fill-opacity: .2; }
.schluesselbild .neu { stroke-dasharray: 5 4; stroke-width: 2.5; }
</style>"""


@frozen
class Balken:
    """Ein Schlüssel als Balken."""

    titel: str
    """Was darüber steht."""
    beitraege: Betraege
    """Jährlicher Beitrag je Partner; die Länge der Stücke folgt ihnen."""


def als_satz(balken: Sequence[Balken], namen: Mapping[str, str]) -> str:
    """Sagt in Worten, was das Bild zeigt."""
    return " ".join(
        f"{einer.titel}: "
        + ", ".join(f"{namen[wer]} {betrag} ({_anteil(einer, wer)})" for wer, betrag in einer.beitraege.items())
        + "."
        for einer in balken
    )


def als_svg(balken: Sequence[Balken], namen: Mapping[str, str], neu: str, kennung: str) -> str:
    """Zeichnet Zahlungsschlüssel untereinander.

    Args:
        balken: Die Schlüssel.
        namen: Name je Partner.
        neu: Wer hinzugekommen ist; sein Stück ist gestrichelt umrandet.
        kennung: Wodurch sich die Sprungmarken des Bildes von denen anderer Bilder unterscheiden.
    """
    hoehe = ZEILE * len(balken)
    teile = []
    for nummer, einer in enumerate(balken):
        oben = nummer * ZEILE
        teile.append(f'<text class="kopf" x="{RAND}" y="{oben + 12}">{escape(einer.titel)}</text>')
        teile += _stuecke(einer, namen, neu, oben + 26)
    return "".join(
        [
            f'<svg class="schluesselbild" role="img" viewBox="0 0 {BREITE} {hoehe}" '
            f'xmlns="http://www.w3.org/2000/svg" aria-labelledby="{kennung}-titel {kennung}-text">',
            f'<title id="{kennung}-titel">Zahlungsschlüssel vor und nach einem Beitritt</title>',
            f'<desc id="{kennung}-text">{escape(als_satz(balken, namen))}</desc>',
            _STIL,
            *teile,
            "</svg>",
        ]
    )


def _stuecke(balken: Balken, namen: Mapping[str, str], neu: str, oben: float) -> list[str]:
    teile = []
    links = float(RAND)
    gesamt = balken.beitraege.summe.cent
    for nummer, (wer, betrag) in enumerate(balken.beitraege.items()):
        breite = (BREITE - 2 * RAND) * betrag.cent / gesamt
        if not breite:
            continue
        klasse = "neu" if wer == neu else "hell" if nummer % 2 else ""
        mitte = links + breite / 2
        teile += [
            f'<rect class="{klasse}" x="{links:.1f}" y="{oben}" width="{breite:.1f}" height="{BALKEN}"/>',
            f'<text x="{mitte:.1f}" y="{oben + 14}" text-anchor="middle">{escape(namen[wer])}</text>',
            f'<text x="{mitte:.1f}" y="{oben + 32}" text-anchor="middle">{_anteil(balken, wer)}</text>',
        ]
        links += breite
    return teile


def _anteil(balken: Balken, wer: str) -> str:
    """Der Anteil in Prozent mit einer Stelle, ohne Gleitkommazahl gerundet."""
    zehntel = (2000 * balken.beitraege[wer].cent + balken.beitraege.summe.cent) // (2 * balken.beitraege.summe.cent)
    return f"{zehntel // 10},{zehntel % 10} %"
