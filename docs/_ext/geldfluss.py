"""Geldfluss: Bild einer Jahresabrechnung, woher das Geld kommt und wohin es geht; gezeichnet aus den Beträgen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from attrs import frozen

from kooperationsvertrag import Geldbetrag, Jahresabrechnung
from kooperationsvertrag.geld import NULL

HOEHE = 320
"""So hoch ist das Bild mindestens."""
RAND, KOPF = 8, 34
LUECKE = 14
MINDESTENS = 3
"""So viele Punkte ist ein Strom mindestens hoch."""
STROM = 130
"""So breit ist ein Strom."""
LINIE = 22
"""So breit ist der Platz zwischen Strom und Beschriftung."""
ZEICHEN = 8.0
"""So breit ist ein Zeichen der Beschriftung höchstens im Mittel."""
ZEILE = 22
"""So weit stehen Beschriftungen wenigstens auseinander."""

_STIL = """<style>
.geldfluss { max-width: 100%; height: auto; color: var(--pst-color-text-base, #222); }
.geldfluss text { fill: currentColor; font: 15px sans-serif; dominant-baseline: central; }
.geldfluss .kopf { font-weight: bold; }
.geldfluss rect { fill: currentColor; }
.geldfluss path { fill: currentColor; fill-opacity: .22; stroke: currentColor; stroke-opacity: .5; stroke-width: .5; }
.geldfluss .ausgabe { fill-opacity: .42; }
.geldfluss .linie { fill: none; stroke-opacity: 1; stroke-width: 1; }
</style>"""


@frozen
class Posten:
    """Woher Geld kommt oder wohin es geht."""

    name: str
    """Bezeichnung."""
    betrag: Geldbetrag
    """Wie viel."""

    @property
    def beschriftung(self) -> str:
        """Was im Bild daneben steht."""
        return f"{self.name} {self.betrag}"


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
    woher = ", ".join(einer.beschriftung for einer in herkunft(jahr, namen))
    wohin = ", ".join(einer.beschriftung for einer in verbleib(jahr, namen))
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
    meiste = max(len(links), len(rechts))
    hoehe = max(HOEHE, KOPF + RAND + meiste * ZEILE)
    massstab = (hoehe - KOPF - RAND - (LUECKE + MINDESTENS) * meiste) / _summe(links)
    aussen_links = RAND + _breite(links) + LINIE
    mitte = aussen_links + STROM
    aussen_rechts = mitte + STROM
    breite = aussen_rechts + LINIE + _breite(rechts) + RAND
    kasten_oben = (hoehe + KOPF - _summe(links) * massstab) / 2
    teile = [
        f'<text class="kopf" x="{RAND}" y="14">Was kommt</text>',
        f'<text class="kopf" x="{mitte}" y="14" text-anchor="middle">{jahr.verfuegbar}</text>',
        f'<text class="kopf" x="{breite - RAND}" y="14" text-anchor="end">Was geht</text>',
        f'<rect x="{mitte - 4}" y="{kasten_oben:.1f}" width="8" height="{_summe(links) * massstab:.1f}"/>',
        *_seite(links, massstab, hoehe, aussen_links, mitte - 4),
        *_seite(rechts, massstab, hoehe, aussen_rechts, mitte + 4),
    ]
    return "".join(
        [
            f'<svg class="geldfluss" role="img" viewBox="0 0 {breite} {hoehe}" xmlns="http://www.w3.org/2000/svg" '
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


def _breite(posten: Sequence[Posten]) -> float:
    return ZEICHEN * max(len(einer.beschriftung) for einer in posten)


def auseinander(mitten: Sequence[float], oben: float, unten: float) -> tuple[float, ...]:
    """Rückt Beschriftungen so weit auseinander, dass keine die nächste berührt.

    Args:
        mitten: Wo sie am liebsten stünden, von oben nach unten.
        oben: Wo die erste frühestens stehen darf.
        unten: Wo die letzte spätestens stehen darf; alle zusammen müssen dazwischen Platz haben.

    >>> auseinander([10, 100, 105], 0, 200)
    (10, 100, 122)
    >>> auseinander([100, 105, 110], 0, 120)
    (76, 98, 120)
    """
    orte: list[float] = []
    for nummer, mitte in enumerate(mitten):
        frueheste = orte[-1] + ZEILE if orte else oben
        spaeteste = unten - (len(mitten) - 1 - nummer) * ZEILE
        orte.append(min(max(mitte, frueheste), spaeteste))
    return tuple(orte)


def _seite(posten: Sequence[Posten], massstab: float, gesamt: float, aussen: float, innen: float) -> list[str]:
    """Zeichnet die Ströme einer Seite, beschriftet sie außen und führt von jeder Beschriftung eine Linie zum Strom."""
    dicken = [einer.betrag.cent * massstab for einer in posten]
    hoehen = [max(MINDESTENS, dicke) for dicke in dicken]
    oben = KOPF + (gesamt - KOPF - RAND - sum(hoehen) - LUECKE * (len(posten) - 1)) / 2
    anfaenge = [oben + sum(hoehen[:nummer]) + LUECKE * nummer for nummer in range(len(posten))]
    mitten = [anfang + hoehe / 2 for anfang, hoehe in zip(anfaenge, hoehen, strict=True)]
    orte = auseinander(mitten, KOPF + ZEILE / 2, gesamt - RAND - ZEILE / 2)
    richtung, anker = (-1, "end") if aussen < innen else (1, "start")
    biegung = (aussen + innen) / 2
    am_kasten = (gesamt + KOPF - sum(dicken)) / 2
    teile = []
    for einer, dicke, hoehe, anfang, mitte, ort in zip(posten, dicken, hoehen, anfaenge, mitten, orte, strict=True):
        weg = (
            f"M{aussen},{anfang:.1f} C{biegung},{anfang:.1f} {biegung},{am_kasten:.1f} {innen},{am_kasten:.1f} "
            f"L{innen},{am_kasten + dicke:.1f} C{biegung},{am_kasten + dicke:.1f} {biegung},{anfang + hoehe:.1f} "
            f"{aussen},{anfang + hoehe:.1f} Z"
        )
        klasse = ' class="ausgabe"' if einer.name == "Verausgabt" else ""
        ende = aussen + richtung * (LINIE - 6)
        teile += [
            f'<path d="{weg}"{klasse}/>',
            f'<path class="linie" d="M{aussen},{mitte:.1f} L{ende},{ort:.1f}"/>',
            f'<text x="{aussen + richtung * LINIE}" y="{ort:.1f}" text-anchor="{anker}">'
            f"{escape(einer.beschriftung)}</text>",
        ]
        am_kasten += dicke
    return teile
