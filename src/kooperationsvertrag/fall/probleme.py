"""Probleme: was an einer Falldatei nicht stimmt, wo es steht und wie es richtig wäre."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from difflib import get_close_matches

from attrs import frozen

from kooperationsvertrag.fehler import KooperationsvertragError

Pfad = tuple[str | int, ...]
"""Weg zu einer Angabe, zum Beispiel ``("haushaltsjahr", 0, "jahr")``."""

LAENGSTES_ZITAT = 60
"""So viele Zeichen einer Angabe nennt ein Problem höchstens."""


@frozen
class Problem:
    """Ein Problem einer Falldatei.

    >>> print(Problem("haushaltsjahr[0].jahr", "Die Angabe fehlt.", "jahr = 2018", zeile=3))
    haushaltsjahr[0].jahr (Zeile 3): Die Angabe fehlt. Richtig wäre zum Beispiel: jahr = 2018
    """

    stelle: str
    """Wo: ``haushaltsjahr[0].ausgabe[2].betrag``, ``Zeile 7, Spalte 3`` oder ``Datei``."""
    grund: str
    """Was nicht stimmt."""
    beispiel: str
    """Wie es richtig wäre."""
    zeile: int | None = None
    """Zeile der Datei, wenn sie sich bestimmen lässt."""

    @property
    def ort(self) -> str:
        """Die Stelle, und die Zeile, wenn sie bekannt ist und nicht schon dasteht."""
        return self.stelle + (f" (Zeile {self.zeile})" if self.zeile and not self.stelle.startswith("Zeile") else "")

    def __str__(self) -> str:
        return f"{self.ort}: {self.grund} Richtig wäre zum Beispiel: {self.beispiel}"


class EingabeError(KooperationsvertragError, ValueError):
    """Eine Eingabe ist nicht brauchbar; nennt alle Probleme."""

    def __init__(self, probleme: Iterable[Problem]) -> None:
        self.probleme = tuple(probleme)
        super().__init__("\n".join(str(problem) for problem in self.probleme))


class MangelError(KooperationsvertragError, ValueError):
    """Eine einzelne Angabe ist nicht brauchbar; wo sie steht, weiß erst, wer die Datei liest."""

    def __init__(self, grund: str, beispiel: str, *, unterhalb: Pfad = (), fehlt: tuple[str, ...] = ()) -> None:
        self.grund = grund
        """Was nicht stimmt."""
        self.beispiel = beispiel
        """Wie es richtig wäre; beginnt es mit ``=``, kommt noch der Name der Angabe davor."""
        self.unterhalb = unterhalb
        """Weg von der geprüften Tabelle zur Angabe."""
        self.fehlt = fehlt
        """Namen der Angaben, von denen eine fehlt; sonst leer."""
        super().__init__(grund)

    def als_problem(self, pfad: Pfad, zeile: int | None) -> Problem:
        """Macht daraus ein Problem der Datei."""
        name = next((teil for teil in reversed(pfad) if isinstance(teil, str)), "")
        beispiel = f"{name} {self.beispiel}" if self.beispiel.startswith("=") else self.beispiel
        return Problem(stelle(pfad), self.grund, beispiel, zeile)


class WiderspruchError(MangelError):
    """Ein Datensatz lehnt seine Angaben zusammen ab, obwohl jede für sich brauchbar ist."""


class FalscherOrtError(MangelError):
    """Eine Angabe gibt es, aber nicht in der Tabelle, in der sie steht."""


def stelle(pfad: Pfad) -> str:
    """Schreibt den Weg zu einer Angabe.

    Args:
        pfad: Der Weg von außen nach innen.

    Returns:
        Der Weg, wie er in Meldungen steht; „Datei“, wenn er leer ist.

    >>> stelle(("haushaltsjahr", 0, "ausgabe", 2, "betrag"))
    'haushaltsjahr[0].ausgabe[2].betrag'
    """
    teile = [f"[{teil}]" if isinstance(teil, int) else f".{zitat(teil)}" for teil in pfad]
    return "".join(teile).removeprefix(".") or "Datei"


def zitat(text: str) -> str:
    r"""Gibt einen Text so kurz und ohne Steuerzeichen, dass er in eine Meldung passt.

    Args:
        text: Der Text aus der Datei.

    Returns:
        Der Text, höchstens so lang, wie :data:`LAENGSTES_ZITAT` sagt.

    >>> zitat("a\nb")
    'a·b'
    """
    sichtbar = "".join(zeichen if zeichen.isprintable() else "·" for zeichen in text[: LAENGSTES_ZITAT + 1])
    return sichtbar if len(text) <= LAENGSTES_ZITAT else sichtbar[: LAENGSTES_ZITAT - 1] + "…"


_ARTEN: tuple[tuple[type, str], ...] = (
    (str, "ein Text"),
    (bool, "ein Wahrheitswert (true oder false)"),
    (int, "eine ganze Zahl"),
    (datetime, "ein Datum mit Uhrzeit"),
    (date, "ein Datum"),
    (time, "eine Uhrzeit"),
    (list, "eine Liste"),
    (dict, "eine Tabelle"),
)


def art_des_werts(wert: object) -> str:
    """Sagt in Worten, was für ein Wert in der Datei steht.

    Args:
        wert: Der Wert, wie TOML ihn liest.

    Returns:
        Die Art mit ihrem Artikel.

    >>> art_des_werts(True)
    'ein Wahrheitswert (true oder false)'
    """
    return next((wort for art, wort in _ARTEN if isinstance(wert, art)), "eine Zahl, die keine ganze ist")


def naechster(name: str, bekannte: Iterable[str]) -> str:
    """Gibt den bekannten Namen, der einem unbekannten am nächsten kommt.

    Args:
        name: Der unbekannte Name.
        bekannte: Die Namen, die gemeint sein können.

    Returns:
        Der bekannte Name; leer, wenn keiner nah genug ist.

    >>> naechster("Düsseldorf", ["duesseldorf", "mettmann"]), naechster("xyz", ["duesseldorf"])
    ('duesseldorf', '')
    """
    if len(name) > LAENGSTES_ZITAT:
        return ""
    treffer = get_close_matches(schlicht(name), list(bekannte), n=1)
    return treffer[0] if treffer else ""


def schlicht(name: str) -> str:
    """Schreibt einen Namen so, wie Namen in Falldateien geschrieben werden.

    Args:
        name: Der Name, wie jemand ihn schreibt.

    Returns:
        Der Name in kleinen Buchstaben, ohne Umlaute und Leerzeichen.

    >>> schlicht("Geprüft am")
    'geprueft_am'
    """
    schlichter = name.strip().lower().replace(" ", "_")
    for umlaut, ersatz in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        schlichter = schlichter.replace(umlaut, ersatz)
    return schlichter


def meinten_sie(naechster: str) -> str:
    """Sagt, was gemeint sein könnte, als ganzen Satz oder gar nicht.

    Args:
        naechster: Der bekannte Name, der am nächsten kommt; leer, wenn es keinen gibt.

    Returns:
        Der Satz mit einem Leerzeichen davor, oder leer.

    >>> meinten_sie("ihk")
    ' Gemeint ist vielleicht „ihk“.'
    """
    return f" Gemeint ist vielleicht „{naechster}“." if naechster else ""


def aufzaehlung(namen: Iterable[str]) -> str:
    """Zählt Namen auf.

    Args:
        namen: Die Namen.

    Returns:
        Jeder Name in Anführungszeichen, durch Kommas getrennt.

    >>> aufzaehlung(["projekt", "veranstaltung"])
    '„projekt“, „veranstaltung“'
    """
    return ", ".join(f"„{name}“" for name in namen)
