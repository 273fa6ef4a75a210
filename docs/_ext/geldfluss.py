"""Geldfluss: Bild einer Jahresabrechnung, woher das Geld kommt und wohin es geht; gezeichnet aus den Beträgen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from attrs import frozen

from kooperationsvertrag import Geldbetrag, Jahresabrechnung
from kooperationsvertrag.geld import NULL

BREITE, HOEHE = 720, 320
RAND, KOPF = 8, 34
SPALTE = 22
LUECKE = 14
MINDESTENS = 3
"""So viele Punkte ist ein Strom mindestens hoch."""

_STIL = """<style>
.geldfluss { max-width: 100%; height: auto; color: var(--pst-color-text-base, #222); }
.geldfluss text { fill: currentColor; font: 15px sans-serif; dominant-baseline: central; }
.geldfluss .kopf { font-weight: bold; }
.geldfluss rect { fill: currentColor; }
.geldfluss path { fill: currentColor; fill-opacity: .22; stroke: currentColor; stroke-opacity: .5; stroke-width: .5; }
.geldfluss .ausgabe { fill-opacity: .42; }
</style>"""


@frozen
class Posten:
    """Woher Geld kommt oder wohin es geht."""

    name: str
    """Bezeichnung."""
    betrag: Geldbetrag
    """Wie viel."""


def herkunft(jahr: Jahresabrechnung, namen: Mapping[str, str]) -> tuple[Posten, ...]:
    """Gibt, woher die verfügbaren Mittel eines Jahres kommen; was null ist, entfällt."""
    posten = [
        Posten("Übertrag", jahr.uebertrag_aus_vorjahr),
        *(Posten(namen[wer], betrag) for wer, betrag in jahr.eingezahlt.items()),
        *(Posten(f"Zusatzmittel {namen[wer]}", betrag) for wer, betrag in jahr.zusatzmittel.items()),
        Posten("Drittmittel", jahr.drittmittel),
    ]
    return tuple(einer for einer in posten if einer.betrag > NULL)


def verbleib(jahr: Jahresabrechnung, namen: Mapping[str, str]) -> tuple[Posten, ...]:
    """Gibt, wohin die verfügbaren Mittel eines Jahres gehen; was null ist, entfällt."""
    posten = [
        Posten("Verausgabt", jahr.verausgabt),
        *(Posten(f"zurück an {namen[wer]}", betrag) for wer, betrag in jahr.rueckfuehrung.items()),
        Posten("weiter ins nächste Jahr", jahr.uebertrag_in_folgejahr),
        Posten("wartet auf die Prüfung", jahr.wartet_auf_pruefung),
    ]
    return tuple(einer for einer in posten if einer.betrag > NULL)


def als_satz(jahr: Jahresabrechnung, namen: Mapping[str, str]) -> str:
    """Sagt in Worten, was das Bild zeigt."""
    woher = ", ".join(f"{einer.name} {einer.betrag}" for einer in herkunft(jahr, namen))
    wohin = ", ".join(f"{einer.name} {einer.betrag}" for einer in verbleib(jahr, namen))
    return f"Haushaltsjahr {jahr.jahr}. Es kommen: {woher}; zusammen {jahr.verfuegbar}. Es gehen: {wohin}."


def als_svg(jahr: Jahresabrechnung, namen: Mapping[str, str], kennung: str) -> str:
    """Zeichnet den Geldfluss eines Haushaltsjahres.

    Args:
        jahr: Die Abrechnung, ohne Überschreitung und ohne Forderungen; sonst ginge das Bild nicht auf.
        namen: Name je Partner.
        kennung: Wodurch sich die Sprungmarken des Bildes von denen anderer Bilder unterscheiden.

    Raises:
        ValueError: Was kommt und was geht, ist nicht gleich viel.
    """
    links, rechts = herkunft(jahr, namen), verbleib(jahr, namen)
    if _summe(links) != _summe(rechts):
        raise ValueError("Was kommt und was geht, ist nicht gleich viel.")
    massstab = (HOEHE - KOPF - RAND - LUECKE * (max(len(links), len(rechts)) - 1)) / _summe(links)
    mitte = BREITE / 2
    kasten_oben = (HOEHE + KOPF - _summe(links) * massstab) / 2
    teile = [
        f'<text class="kopf" x="{RAND}" y="14">Was kommt</text>',
        f'<text class="kopf" x="{mitte}" y="14" text-anchor="middle">{jahr.verfuegbar}</text>',
        f'<text class="kopf" x="{BREITE - RAND}" y="14" text-anchor="end">Was geht</text>',
        f'<rect x="{mitte - 4}" y="{kasten_oben:.1f}" width="8" height="{_summe(links) * massstab:.1f}"/>',
    ]
    teile += _seite(links, massstab, kasten_oben, RAND + 190, mitte - 4, ist_links=True)
    teile += _seite(rechts, massstab, kasten_oben, BREITE - RAND - 220, mitte + 4, ist_links=False)
    return "".join(
        [
            f'<svg class="geldfluss" role="img" viewBox="0 0 {BREITE} {HOEHE}" xmlns="http://www.w3.org/2000/svg" '
            f'aria-labelledby="{kennung}-titel {kennung}-text">',
            f'<title id="{kennung}-titel">Wohin das Geld im Haushaltsjahr {jahr.jahr} geht</title>',
            f'<desc id="{kennung}-text">{escape(als_satz(jahr, namen))}</desc>',
            _STIL,
            *teile,
            "</svg>",
        ]
    )


def _summe(posten: Sequence[Posten]) -> int:
    return sum(einer.betrag.cent for einer in posten)


def _seite(
    posten: Sequence[Posten], massstab: float, kasten_oben: float, aussen: float, innen: float, *, ist_links: bool
) -> list[str]:
    """Zeichnet die Ströme einer Seite und beschriftet sie außen."""
    hoehen = [max(MINDESTENS, einer.betrag.cent * massstab) for einer in posten]
    oben = KOPF + (HOEHE - KOPF - RAND - sum(hoehen) - LUECKE * (len(posten) - 1)) / 2
    am_kasten = kasten_oben
    teile = []
    for einer, hoehe in zip(posten, hoehen, strict=True):
        dicke = einer.betrag.cent * massstab
        biegung = (aussen + innen) / 2
        weg = (
            f"M{aussen},{oben:.1f} C{biegung},{oben:.1f} {biegung},{am_kasten:.1f} {innen},{am_kasten:.1f} "
            f"L{innen},{am_kasten + dicke:.1f} C{biegung},{am_kasten + dicke:.1f} {biegung},{oben + hoehe:.1f} "
            f"{aussen},{oben + hoehe:.1f} Z"
        )
        klasse = ' class="ausgabe"' if einer.name == "Verausgabt" else ""
        x, anker = (aussen - 8, "end") if ist_links else (aussen + 8, "start")
        y = oben + hoehe / 2
        teile += [
            f'<path d="{weg}"{klasse}/>',
            f'<text x="{x}" y="{y - 9:.1f}" text-anchor="{anker}">{escape(einer.name)}</text>',
            f'<text x="{x}" y="{y + 9:.1f}" text-anchor="{anker}">{einer.betrag}</text>',
        ]
        oben += hoehe + LUECKE
        am_kasten += dicke
    return teile
