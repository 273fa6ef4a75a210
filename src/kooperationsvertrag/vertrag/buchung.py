"""Buchungen: Einzahlungen, Ausgaben, Einnahmen und Zusatzmittel eines Haushaltsjahres."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import Attribute, field, frozen

from kooperationsvertrag.fehler import BuchungError
from kooperationsvertrag.geld import NULL, Geldbetrag


def nicht_negativ(buchung: object, _feld: Attribute[Geldbetrag] | None, betrag: Geldbetrag) -> None:
    """Prüft, dass ein gebuchter Betrag nicht negativ ist.

    Args:
        buchung: Die Buchung, in der er steht.
        betrag: Der Betrag in Cent.

    Raises:
        BuchungError: Der Betrag ist negativ.

    >>> nicht_negativ("Büromiete", None, Geldbetrag(-1))
    Traceback (most recent call last):
        ...
    kooperationsvertrag.fehler.BuchungError: Ein gebuchter Betrag ist nicht negativ: 'Büromiete'.
    """
    if betrag < NULL:
        raise BuchungError("Ein gebuchter Betrag ist nicht negativ", buchung=buchung)


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
    betrag: Geldbetrag = field(validator=nicht_negativ)
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
    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""
    datum: date | None = None
    """Tag der Ausgabe, wenn bekannt."""
    partner: str = ""
    """Nur bei Personalkosten: wessen Personal."""

    def __attrs_post_init__(self) -> None:
        if (self.art is Ausgabenart.PERSONALKOSTEN) != bool(self.partner):
            raise BuchungError("Bei Personalkosten, und nur dort, steht ein Partner", buchung=self)


@frozen
class Einnahme:
    """Eine Einnahme, die kein Beitrag ist."""

    bezeichnung: str
    """Woher, in Worten."""
    art: Einnahmenart
    """Woher, als Art."""
    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""
    datum: date | None = None
    """Tag der Einnahme, wenn bekannt."""


@frozen
class Zusatzmittel:
    """Geld, das das Gremium eines Partners über den Beitrag hinaus bewilligt hat."""

    partner: str
    """Wer bewilligt hat."""
    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""
    beschluss: str = ""
    """Welcher Beschluss."""
