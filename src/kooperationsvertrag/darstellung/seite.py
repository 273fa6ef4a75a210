"""Seite: Überschriften, Absätze und Tabellen, aus denen jede Ausgabe besteht.

Ein Baustein ist, was rich darstellen kann. :func:`als_text` macht daraus Text fester Breite; ohne Farbe ist er auf
jedem Rechner Zeichen für Zeichen derselbe. Ein Betrag wird nie umbrochen und nie gekürzt: wo er nicht passt, wird
die Zeile breiter als die Seite.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from textwrap import fill

from attrs import field, frozen
from rich.box import Box
from rich.console import Console, RenderableType
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.norm import Befund, Schwere

BREITE = 100
"""Breite einer Seite in Zeichen, wo kein Bildschirm eine andere vorgibt."""

MINDESTBREITE = 60
"""Schmaler wird nie gesetzt."""

EINZUG = 2
"""Leerzeichen vor Tabellen und eingerückten Absätzen."""

_FEST = "\ue000"
_LINIEN = Box("    \n    \n -- \n    \n    \n -- \n    \n    \n", ascii=True)
_WEITE = 100_000
_STIL = {Schwere.HINWEIS: "cyan", Schwere.WARNUNG: "yellow", Schwere.VERSTOSS: "bold red"}

Baustein = RenderableType
"""Was auf einer Seite stehen kann."""

Namen = Mapping[str, str]
"""Kurzer Name je Kennung eines Partners."""


@frozen
class Spalte:
    """Eine Spalte einer Tabelle."""

    titel: str
    """Überschrift der Spalte; leer, wenn sie keine braucht."""
    rechts: bool = field(default=False, kw_only=True)
    """Ob die Spalte rechtsbündig ist, wie bei Beträgen."""
    fest: bool = field(default=False, kw_only=True)
    """Ob ihr Inhalt nicht umbrochen wird."""
    hoechstens: int | None = field(default=None, kw_only=True)
    """Breite in Zeichen, die sie höchstens einnimmt; ohne Angabe so viel, wie da ist."""


def geldspalte(titel: str) -> Spalte:
    """Gibt eine Spalte für Beträge."""
    return Spalte(titel, rechts=True, fest=True)


def text(inhalt: str, *, stil: str = "") -> Text:
    """Setzt Text, in dem Beträge nicht vom Eurozeichen und Schlüssel gar nicht getrennt werden."""
    return Text(_druckbar(inhalt).replace(" €", f"{_FEST}€").replace(" : ", f"{_FEST}:{_FEST}"), style=stil)


def titel(inhalt: str) -> Baustein:
    """Setzt den Titel der Seite."""
    return _unterstrichen(inhalt, "=")


def ueberschrift(inhalt: str) -> Baustein:
    """Setzt eine Überschrift, mit einer Leerzeile davor."""
    return Padding(_unterstrichen(inhalt, "-"), (1, 0, 0, 0))


def absatz(inhalt: str, *, stil: str = "") -> Baustein:
    """Setzt einen Absatz, mit einer Leerzeile davor."""
    return Padding(text(inhalt, stil=stil), (1, 0, 0, 0))


def eingerueckt(*bausteine: Baustein, um: int = EINZUG) -> tuple[Baustein, ...]:
    """Rückt Bausteine ein."""
    return tuple(Padding(baustein, (0, 0, 0, um)) for baustein in bausteine)


def nummeriert(nummer: int, absaetze: Iterable[str]) -> Baustein:
    """Setzt Absätze neben eine Nummer, mit einer Leerzeile davor."""
    gesetzt = Table.grid(padding=(0, 1, 0, 0))
    gesetzt.add_row(Text(f"{nummer:>3}."), text("\n".join(absaetze)))
    return Padding(gesetzt, (1, 0, 0, 0))


def zeilen(inhalt: Iterable[str], *, um: int = 2 * EINZUG) -> Baustein:
    """Setzt Zeilen, die so abgeschrieben werden sollen, wie sie dastehen."""
    return Padding(Text("\n".join(_unteilbar(zeile) for zeile in inhalt)), (1, 0, 0, um))


def tabelle(
    spalten: Sequence[Spalte], inhalt: Iterable[Sequence[str]], *, summe: Sequence[str] = (), kopf: bool = True
) -> Baustein:
    """Setzt eine Tabelle, mit einer Leerzeile davor.

    Args:
        spalten: Die Spalten, von links nach rechts.
        inhalt: Die Zeilen, je ein Text für jede Spalte.
        summe: Eine letzte Zeile unter einem Strich; leer, wenn es keine gibt.
        kopf: Ob die Titel der Spalten darüberstehen.

    Returns:
        Ein Baustein.
    """
    gesetzt = Table(
        box=_LINIEN if kopf or summe else None,
        show_header=kopf,
        show_footer=bool(summe),
        show_edge=False,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="bold",
        footer_style="bold",
    )
    for stelle, spalte in enumerate(spalten):
        gesetzt.add_column(
            text(spalte.titel),
            footer=_zelle(spalte, summe[stelle]) if summe else "",
            justify="right" if spalte.rechts else "left",
            overflow="fold",
            no_wrap=spalte.fest,
        )
    for zeile in inhalt:
        gesetzt.add_row(*[_zelle(spalte, wert) for spalte, wert in zip(spalten, zeile, strict=True)])
    return Padding(gesetzt, (1, 0, 0, EINZUG))


def angaben(paare: Iterable[tuple[str, str]]) -> Baustein:
    """Setzt Bezeichnungen und daneben ihren Inhalt; was leer ist, entfällt."""
    return tabelle(
        (Spalte("", fest=True), Spalte("")),
        [(f"{bezeichnung}:", inhalt) for bezeichnung, inhalt in paare if inhalt],
        kopf=False,
    )


def befunde(gefunden: Iterable[Befund]) -> Baustein:
    """Setzt Befunde: Schwere, Text und die Sätze, auf denen sie beruhen."""
    gesetzt = Table.grid(padding=(0, EINZUG, 0, 0))
    for befund in gefunden:
        gesetzt.add_row(Text(SCHWERE[befund.schwere], style=_STIL[befund.schwere]), text(befund_in_worten(befund)))
    return Padding(gesetzt, (1, 0, 0, EINZUG))


SCHWERE: Mapping[Schwere, str] = {
    Schwere.HINWEIS: "Hinweis",
    Schwere.WARNUNG: "Warnung",
    Schwere.VERSTOSS: "Verstoß",
}
"""Wie die Schwere eines Befunds heißt."""


def befund_in_worten(befund: Befund) -> str:
    """Gibt den Text eines Befunds mit seinen Sätzen."""
    kennungen = ", ".join(norm.kennung for norm in befund.normen)
    return f"{befund.text} ({kennungen})" if kennungen else befund.text


def name(namen: Namen, kennung: str) -> str:
    """Gibt den kurzen Namen eines Partners, sonst seine Kennung."""
    return namen.get(kennung, kennung)


def aufzaehlung(teile: Sequence[str]) -> str:
    """Zählt auf, mit „und“ vor dem letzten Teil.

    >>> aufzaehlung(["Düsseldorf", "Kreis Mettmann", "IHK"])
    'Düsseldorf, Kreis Mettmann und IHK'
    """
    if len(teile) < 2:
        return "".join(teile)
    return f"{', '.join(teile[:-1])} und {teile[-1]}"


def cent(anzahl: int) -> str:
    """Nennt eine Zahl von Cent; ab einem Euro als Betrag.

    >>> cent(1), cent(863636)
    ('1 Cent', '8.636,36 €')
    """
    return f"{anzahl} Cent" if anzahl < 100 else str(Geldbetrag(anzahl))


def als_text(bausteine: Iterable[Baustein], *, breite: int = BREITE, farbe: bool = False) -> str:
    """Setzt Bausteine untereinander.

    Args:
        bausteine: Was auf der Seite steht.
        breite: Breite in Zeichen.
        farbe: Ob Farben gesetzt werden; nur für einen Bildschirm.

    Returns:
        Text mit Zeilenumbruch am Ende, ohne Leerzeichen an den Zeilenenden.
    """
    konsole = Console(
        file=StringIO(),
        width=_WEITE,
        color_system="standard" if farbe else None,
        force_terminal=farbe,
        force_jupyter=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with konsole.capture() as mitschnitt:
        for baustein in bausteine:
            mindestens = Measurement.get(konsole, konsole.options, baustein).minimum
            konsole.print(baustein, width=max(breite, MINDESTBREITE, mindestens), crop=False)
    gesetzt = mitschnitt.get().replace(_FEST, " ")
    return "\n".join(zeile.rstrip() for zeile in gesetzt.splitlines()) + "\n"


def _unterstrichen(inhalt: str, strich: str) -> Text:
    zeile = _unteilbar(" ".join(inhalt.split()))
    return Text.assemble((zeile, "bold"), "\n", (strich * len(zeile), "dim"))


def _zelle(spalte: Spalte, inhalt: str) -> Text:
    if spalte.fest:
        return Text(_unteilbar(inhalt))
    return text(fill(inhalt, spalte.hoechstens) if spalte.hoechstens else inhalt)


def _unteilbar(inhalt: str) -> str:
    return _druckbar(inhalt).replace(" ", _FEST)


def _druckbar(inhalt: str) -> str:
    """Ersetzt Steuerzeichen aus Eingaben: sie könnten den Bildschirm verstellen."""
    return "".join(zeichen if zeichen.isprintable() or zeichen == "\n" else "·" for zeichen in inhalt)
