"""Buchungen: Einzahlungen, Ausgaben, Einnahmen und Zusatzmittel eines Haushaltsjahres."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from kooperationsvertrag.geld import Geldbetrag


class Ausgabenart(StrEnum):
    """Wofür eine Ausgabe war."""

    PROJEKT = "projekt"
    VERANSTALTUNG = "veranstaltung"
    GESCHAEFTSBETRIEB = "geschaeftsbetrieb"
    EIGENANTEIL = "eigenanteil"
    PERSONALKOSTEN = "personalkosten"
    NICHT_GEGLIEDERT = "nicht_gegliedert"
    """Nur die Summe der Ausgaben ist bekannt."""


class Einnahmenart(StrEnum):
    """Woher eine Einnahme kam."""

    RUECKERSTATTUNG = "rueckerstattung"
    DRITTMITTEL = "drittmittel"


@frozen
class Einzahlung:
    """Eine Zahlung eines Partners auf seinen Beitrag."""

    partner: str
    """Wer gezahlt hat."""
    betrag: Geldbetrag
    """Betrag in Cent."""
    datum: date | None = None
    """Tag der Zahlung, wenn bekannt."""


@frozen
class Ausgabe:
    """Eine Ausgabe aus dem gemeinsamen Budget."""

    bezeichnung: str
    """Wofür, in Worten."""
    art: Ausgabenart
    """Wofür, als Art."""
    betrag: Geldbetrag
    """Betrag in Cent."""
    datum: date | None = None
    """Tag der Ausgabe, wenn bekannt."""
    partner: str = ""
    """Nur bei Personalkosten: wessen Personal."""


@frozen
class Einnahme:
    """Eine Einnahme, die kein Beitrag ist."""

    bezeichnung: str
    """Woher, in Worten."""
    art: Einnahmenart
    """Woher, als Art."""
    betrag: Geldbetrag
    """Betrag in Cent."""
    datum: date | None = None
    """Tag der Einnahme, wenn bekannt."""


@frozen
class Zusatzmittel:
    """Geld, das das Gremium eines Partners über den Beitrag hinaus bewilligt hat."""

    partner: str
    """Wer bewilligt hat."""
    betrag: Geldbetrag
    """Betrag in Cent."""
    beschluss: str = ""
    """Welcher Beschluss."""
