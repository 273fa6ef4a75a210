"""Stände für Tests: ein Haushaltsjahr mit Rest, und wie es an einem Tag darum steht."""

from __future__ import annotations

from datetime import date

from ablauf.akten import (
    ausgabe,
    beitraege,
)
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtVorgelegt,
    Ereignis,
    PlanungVorgelegt,
)
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand, stand
from kooperationsvertrag.auslegung import Auslegung, Lesart
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017

EURO = Geldbetrag.aus_euro
PLANUNG = PlanungVorgelegt(datum=date(2017, 12, 20), jahr=2018)
BERICHT = AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018)
MIT_REST = (PLANUNG, *beitraege(2018), ausgabe(2018, 90_000), BERICHT)
SPAET = date(2019, 12, 31)
NICHTS_ZUM_PERSONAL = "Zum Personal ist nichts erfasst; ob es gestellt und abgeordnet ist, ist nicht geprüft."


def stand_am(tag: date, *akte: Ereignis, lesarten: tuple[Lesart, ...] = ()) -> Vertragsstand:
    return stand(BERICHT_2017, akte, tag, Auslegung.mit(*lesarten))


def kennungen(stand_: Vertragsstand) -> list[str]:
    return [befund.kennung for befund in stand_.befunde]
