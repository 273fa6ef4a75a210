"""Bild: Beträge als Balken und Tage an einer Linie, gezeichnet als SVG neben ihrem Text.

Was ein Bild zeigt, steht als Text dabei und hängt an keiner Farbe; wer es nicht sieht, hört dieselben Beträge und Tage.
Auch auf einem schmalen Bildschirm bleibt es lesbar.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from attrs import frozen

from kooperationsvertrag.darstellung.synopse import html
from kooperationsvertrag.geld import NULL, Geldbetrag


@frozen
class Balken:
    """Ein Betrag mit seiner Beschriftung."""

    beschriftung: str
    """Was der Betrag ist."""
    betrag: Geldbetrag
    """Wie viel es ist, in Cent, nicht negativ."""
    klasse: str = "balken"
    """Wozu er gehört; bestimmt nur die Farbe."""


@frozen
class Abschnitt:
    """Balken, die zusammengehören."""

    ueberschrift: str
    """Was darüber steht; leer, wenn es nur einen Abschnitt gibt."""
    balken: tuple[Balken, ...]
    """Die Balken, von oben nach unten; ohne einen steht da, dass es nichts ist."""


@frozen
class Zeitpunkt:
    """Was an einem Tag begann."""

    tag: date
    """Der Tag."""
    was: str
    """Was begann."""


def balkenbild(titel: str, abschnitte: Sequence[Abschnitt], kennung: str) -> str:
    """Zeichnet Beträge als Balken untereinander, der größte so breit wie das Bild.

    Args:
        titel: Was das Bild zeigt.
        abschnitte: Die Beträge.
        kennung: Kennung des Bildes im Dokument.

    Returns:
        Das Bild als HTML; leer, wo es nichts zu zeigen gibt.

    >>> balkenbild("Nichts", [], "bild")
    ''
    """
    groesster = max((einer.betrag for abschnitt in abschnitte for einer in abschnitt.balken), default=NULL)
    if not groesster:
        return ""
    return _bild(titel, "".join(_abschnitt(abschnitt, groesster) for abschnitt in abschnitte), kennung)


def _abschnitt(abschnitt: Abschnitt, groesster: Geldbetrag) -> str:
    ueberschrift = f"<p>{html(abschnitt.ueberschrift)}</p>" if abschnitt.ueberschrift else ""
    zeilen = "".join(_balken(balken, groesster) for balken in abschnitt.balken) or "<li>Nichts.</li>"
    return f'{ueberschrift}<ul class="saeulen">{zeilen}</ul>'


def _balken(balken: Balken, groesster: Geldbetrag) -> str:
    return (
        f"<li><span>{html(balken.beschriftung)}</span> <span>{html(str(balken.betrag))}</span>"
        '<svg aria-hidden="true" width="100%" height="12"><rect width="100%" height="12" class="grund"/>'
        f'<rect width="{_prozent(balken.betrag, groesster)}%" height="12" class="{html(balken.klasse)}"/></svg></li>'
    )


def zeitbild(titel: str, punkte: Sequence[Zeitpunkt], kennung: str) -> str:
    """Zeichnet Tage untereinander an eine Linie.

    Args:
        titel: Was das Bild zeigt.
        punkte: Die Tage, in ihrer Folge.
        kennung: Kennung des Bildes im Dokument.

    Returns:
        Das Bild als HTML; leer, wo es nichts zu zeigen gibt.

    >>> zeitbild("Nichts", [], "bild")
    ''
    """
    if not punkte:
        return ""
    marke = '<svg aria-hidden="true" width="16" height="16"><circle cx="8" cy="8" r="6" class="punkt"/></svg>'
    zeilen = [f"<li>{marke}<span>{punkt.tag:%d.%m.%Y}</span> <span>{html(punkt.was)}</span></li>" for punkt in punkte]
    return _bild(titel, f'<ol class="zeitlauf">{"".join(zeilen)}</ol>', kennung)


def _bild(titel: str, inhalt: str, kennung: str) -> str:
    return (
        f'<figure class="bild" aria-labelledby="{kennung}"><figcaption id="{kennung}">{html(titel)}</figcaption>'
        f"{inhalt}</figure>"
    )


def _prozent(betrag: Geldbetrag, groesster: Geldbetrag) -> str:
    """Gibt die Breite in Prozent, auf hundertstel gerundet und ohne Gleitkommazahl."""
    hundertstel = round(Fraction(betrag.cent * 10_000, groesster.cent))
    return f"{hundertstel // 100}.{hundertstel % 100:02d}"
