"""Bausteine der Formulare: Felder, Listen und Entscheidungen, als schlichte Daten.

Jeder Baustein heißt wie die Angabe in der Falldatei, zu der er gehört. Deshalb findet ein Problem, das die Bibliothek
nennt (``haushaltsjahr[0].ausgabe[2].betrag``), sein Feld.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

Wahl = tuple[str, str]
"""Ein Wert und wie er heißt."""


class Feldart(StrEnum):
    """Wie ein Feld ausgefüllt wird."""

    TEXT = "text"
    BETRAG = "betrag"
    DATUM = "datum"
    JAHR = "jahr"
    AUSWAHL = "auswahl"
    JA_NEIN = "ja_nein"
    FASSUNG = "fassung"
    PARTNER = "partner"
    AKTEUR = "akteur"
    BETEILIGTE = "beteiligte"
    STIMMEN = "stimmen"
    GEWICHTE = "gewichte"
    REIHENFOLGE = "reihenfolge"


@frozen
class Bedingung:
    """Wann ein Baustein gebraucht wird."""

    feld: str
    """Name des Feldes derselben Tabelle, auf das es ankommt."""
    werte: tuple[str, ...] = ()
    """Seine Werte, bei denen der Baustein gebraucht wird; leer: jeder außer dem leeren."""
    und: Bedingung | None = None
    """Was außerdem gelten muss; nichts, wenn das genügt."""


@frozen
class Feld:
    """Ein Feld."""

    name: str
    """Name der Angabe in der Falldatei."""
    art: Feldart
    """Wie es ausgefüllt wird."""
    beschriftung: str
    """Was darüber steht."""
    hinweis: str = ""
    """Was zum Ausfüllen zu sagen ist; leer, wenn sich das Feld von selbst versteht."""
    noetig: bool = False
    """Ob es ausgefüllt sein muss."""
    beispiel: str | None = None
    """Was darin stehen könnte; leer, wenn kein Beispiel hilft; nichts, wenn es die Art des Feldes ergibt."""
    auswahl: tuple[Wahl, ...] = ()
    """Was sich auswählen lässt."""
    weitere: tuple[str, ...] = ()
    """Namen weiterer Angaben der Falldatei, in die es geschrieben wird."""
    wenn: Bedingung | None = None
    """Wann es gebraucht wird; nichts: immer."""
    selten: bool = False
    """Ob es nur selten gebraucht wird und deshalb anfangs zugeklappt ist."""


@frozen
class Weg:
    """Eine Antwort auf eine Entscheidung, und was dann auszufüllen ist."""

    wert: str
    """Wie die Antwort im Formular heißt."""
    beschriftung: str
    """Was daneben steht."""
    angabe: tuple[str, str | bool] | None = None
    """Die Angabe der Falldatei, die allein diese Antwort ausdrückt."""
    glieder: tuple[Baustein, ...] = ()
    """Was dann auszufüllen ist."""
    fehlt: str = ""
    """Was zu sagen ist, wenn davon noch nichts da steht."""


@frozen
class Entscheidung:
    """Eine Frage mit mehreren Antworten, von denen jede anderes auszufüllen verlangt."""

    name: str
    """Name der Angabe, an der ein Problem mit der Entscheidung gemeldet wird."""
    beschriftung: str
    """Die Frage."""
    wege: tuple[Weg, ...]
    """Die Antworten."""
    hinweis: str = ""
    """Was dazu zu sagen ist."""


@frozen
class Gruppe:
    """Eine Tabelle der Falldatei, die es höchstens einmal gibt."""

    name: str
    """Name der Tabelle."""
    beschriftung: str
    """Was darüber steht."""
    glieder: tuple[Baustein, ...]
    """Was darin auszufüllen ist."""
    hinweis: str = ""
    """Was dazu zu sagen ist."""
    zuklappbar: bool = False
    """Ob sie anfangs zugeklappt ist."""
    freiwillig: str = ""
    """Frage, ob es sie gibt; leer, wenn es sie immer gibt."""


@frozen
class Liste:
    """Eine Tabelle der Falldatei, die es mehrmals geben kann."""

    name: str
    """Name der Tabelle."""
    beschriftung: str
    """Was darüber steht."""
    einzeln: str
    """Wie ein Eintrag heißt."""
    glieder: tuple[Baustein, ...]
    """Was je Eintrag auszufüllen ist."""
    hinweis: str = ""
    """Was dazu zu sagen ist."""
    anfangs: int = 0
    """So viele Einträge hat ein leeres Formular."""
    vorschlag: str = ""
    """Name des Feldes, das in einem neuen Eintrag um eins weiterzählt; leer, wenn keines."""
    hinzufuegen: str = ""
    """Was auf der Schaltfläche für einen weiteren Eintrag steht."""
    je_zeile: bool = False
    """Ob ein Eintrag in eine Zeile passt."""


Baustein = Feld | Entscheidung | Gruppe | Liste
"""Woraus ein Formular besteht."""
