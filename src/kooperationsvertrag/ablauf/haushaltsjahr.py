"""Haushaltsjahr: was über ein Jahr aufgezeichnet ist, und was ein ganzer Fall davon enthält.

Diese Datensätze stellen nichts fest und rechnen nichts; sie sind die Eingabe der Abrechnung.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from kooperationsvertrag.fehler import AufzeichnungError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Einnahme, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister, Inkrafttreten


class Zahlweise(StrEnum):
    """Statt einzelner Einzahlungen: alle haben gezahlt, was vereinbart ist."""

    WIE_VEREINBART = "wie vereinbart"


class Uebertragungsumfang(StrEnum):
    """Statt eines Betrags: alles, was nicht verausgabt ist, soll übertragen werden."""

    ALLES = "alles"


@frozen
class Uebertragungsbeschluss:
    """Ein Beschluss des Aufsichtsgremiums, Mittel ins folgende Haushaltsjahr zu übertragen."""

    betrag: Geldbetrag | Uebertragungsumfang
    """Wie viel übertragen werden soll, in Cent, oder alles."""
    datum: date
    """Tag des Beschlusses; an ihm zählen Mitglieder und Gewichte."""
    stimmen: Stimmabgabe
    """Wer wie gestimmt hat."""


@frozen
class Haushaltsjahr:
    """Was über ein Haushaltsjahr aufgezeichnet ist."""

    jahr: int
    """Das Haushaltsjahr, zugleich Kalenderjahr."""
    eingezahlt: tuple[Einzahlung, ...] | Zahlweise
    """Die Einzahlungen; wer nicht vorkommt, hat nichts gezahlt. Oder: alle wie vereinbart."""
    ausgaben: tuple[Ausgabe, ...]
    """Die Ausgaben; leer heißt: es gab keine."""
    einnahmen: tuple[Einnahme, ...] = ()
    """Rückerstattungen und Drittmittel."""
    zusatzmittel: tuple[Zusatzmittel, ...] = ()
    """Bewilligte Zusatzmittel."""
    planung_erstellt: date | None = None
    """Tag der Jahres- und Finanzplanung, wenn bekannt."""
    abschlussbericht_erstellt: date | None = None
    """Tag des Abschlussberichts, wenn bekannt."""
    geprueft: date | None = None
    """Tag der Prüfung durch das Aufsichtsgremium; ohne Angabe ist nicht geprüft."""
    pruefungsergebnis: Pruefungsergebnis | None = None
    """Gebilligt oder beanstandet; ohne Angabe ist keine Billigung festgehalten."""
    uebertragung: Uebertragungsbeschluss | None = None
    """Beschluss, Mittel zu übertragen, wenn es einen gab."""
    uebertrag: tuple[Schicht, ...] = ()
    """Was aus früheren Jahren übertragen ist, je Herkunftsjahr und Schlüssel."""
    ausserdem_wie_vereinbart: int = 0
    """Wie oft außer den Einzahlungen erfasst ist, dass alle zahlten, was vereinbart ist; fast immer nie."""


@frozen
class Aufzeichnung:
    """Alles, woraus mehrere Jahre nacheinander abgerechnet werden."""

    fassung: Vertragsfassung
    """Die Fassung, die zu Beginn gilt."""
    haushaltsjahre: tuple[Haushaltsjahr, ...]
    """Die Jahre, ohne Lücke aufsteigend; jedes ohne Übertrag, den ergibt das Jahr davor."""
    beitritte: tuple[Beitrittsantrag, ...] = ()
    """Beitritte, nach dem Tag geordnet."""
    anfangsbestand: tuple[Schicht, ...] = ()
    """Was das erste Jahr aus Jahren davor vorfindet."""
    wechsel: tuple[Inkrafttreten, ...] = ()
    """Fassungen, die an die Stelle der ersten treten."""

    @property
    def register(self) -> Fassungsregister:
        """Welche Fassung wann gilt, ohne Beitritte."""
        return Fassungsregister(self.fassung, self.wechsel)

    def __attrs_post_init__(self) -> None:
        jahre = [jahr.jahr for jahr in self.haushaltsjahre]
        if not jahre or jahre != list(range(jahre[0], jahre[0] + len(jahre))):
            raise AufzeichnungError(f"Haushaltsjahre folgen ohne Lücke aufeinander, mindestens eines: {jahre}.")
        tage = [antrag.zum for antrag in self.beitritte]
        if tage != sorted(tage):
            raise AufzeichnungError("Beitritte stehen nach dem Tag geordnet.")
