"""Fehler der Bibliothek: jeder nennt die Werte, an denen es liegt.

Fehler der Eingabe (Falldateien) stehen in :mod:`kooperationsvertrag.fall`; hier stehen die
Fehler, die eine Regel oder das Rechnen mit Geld selbst meldet.
"""

from __future__ import annotations


class KooperationsvertragError(Exception):
    """Grundklasse aller Fehler dieser Bibliothek."""


class KeinGanzerCentError(KooperationsvertragError, TypeError):
    """Ein Geldbetrag wurde nicht aus ganzen Cent gebildet."""

    def __init__(self, *, wert: object) -> None:
        self.wert = wert
        super().__init__(
            f"Ein Geldbetrag besteht aus ganzen Cent (int); {wert!r} ist {type(wert).__name__}. "
            "Richtig wäre zum Beispiel Geldbetrag(4341755) für 43.417,55 €."
        )


class NegativerBetragError(KooperationsvertragError, ValueError):
    """Ein negativer Betrag sollte aufgeteilt werden."""

    def __init__(self, *, cent: int) -> None:
        self.cent = cent
        super().__init__(f"Aufgeteilt wird nur, was vorhanden ist; der Betrag ist {cent} Cent.")


class SchluesselError(KooperationsvertragError, ValueError):
    """Ein Zahlungsschlüssel ist keiner: ohne Gewicht, negativ oder mit doppeltem Partner."""

    def __init__(self, grund: str, *, gewichte: object) -> None:
        self.gewichte = gewichte
        super().__init__(f"{grund} (Gewichte: {gewichte!r}). Richtig wäre zum Beispiel 5 : 5 : 2.")


class LesartFehltError(KooperationsvertragError, LookupError):
    """Eine Regel fragt nach einer Lesart, die nicht gewählt ist."""

    def __init__(self, *, frage: str, lesarten: tuple[str, ...]) -> None:
        self.frage = frage
        self.lesarten = lesarten
        super().__init__(f"Die Auslegungsfrage „{frage}“ ist nicht entschieden; möglich sind: {', '.join(lesarten)}.")


class UnbekannteLesartError(KooperationsvertragError, ValueError):
    """Gewählt ist eine Lesart, die es zu dieser Frage nicht gibt."""

    def __init__(self, *, frage: str, gewaehlt: object, lesarten: tuple[str, ...]) -> None:
        self.frage = frage
        self.gewaehlt = gewaehlt
        self.lesarten = lesarten
        super().__init__(
            f"Zur Auslegungsfrage „{frage}“ gibt es die Lesart {gewaehlt!r} nicht; möglich sind: {', '.join(lesarten)}."
        )


class AufzeichnungError(KooperationsvertragError, ValueError):
    """Eine Aufzeichnung, aus der sich Jahre nicht nacheinander abrechnen lassen."""


class FassungError(KooperationsvertragError, ValueError):
    """Eine Vertragsfassung widerspricht sich."""


class BuchungError(KooperationsvertragError, ValueError):
    """Eine Buchung, die es so nicht geben kann."""

    def __init__(self, grund: str, *, buchung: object) -> None:
        self.buchung = buchung
        super().__init__(f"{grund}: {buchung!r}.")


class EreignisError(KooperationsvertragError, ValueError):
    """Ein Ereignis, das es so nicht geben kann."""

    def __init__(self, grund: str, *, ereignis: object) -> None:
        self.ereignis = ereignis
        super().__init__(f"{grund}: {ereignis!r}.")


class AkteError(KooperationsvertragError, ValueError):
    """Ereignisse, die sich so nicht aufeinander beziehen können; nennt alle Gründe."""

    def __init__(self, gruende: tuple[str, ...]) -> None:
        self.gruende = gruende
        super().__init__(" ".join(gruende))


class BeitrittError(KooperationsvertragError, ValueError):
    """Ein Beitritt, aus dem keine Fassung wird."""

    def __init__(self, grund: str, *, antrag: object) -> None:
        self.antrag = antrag
        super().__init__(f"{grund}: {antrag!r}.")


class GeregeltError(KooperationsvertragError, ValueError):
    """Gewählt ist eine andere Lesart, als die Fassung selbst bestimmt."""

    def __init__(self, *, frage: str, geregelt: str, gewaehlt: str, fassung: str) -> None:
        self.frage = frage
        self.geregelt = geregelt
        self.gewaehlt = gewaehlt
        self.fassung = fassung
        super().__init__(
            f"Die Fassung „{fassung}“ regelt „{frage}“ selbst: {geregelt}. Gewählt ist {gewaehlt}; die Zeile entfällt."
        )
