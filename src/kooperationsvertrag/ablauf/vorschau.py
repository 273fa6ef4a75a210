"""Vorschau: wie die kommenden Haushaltsjahre ausgingen, wenn sie nach Plan verlaufen.

Angenommen wird für jedes geplante Jahr, dass alle zahlen, was vereinbart ist, dass ausgegeben wird, was geplant ist,
und dass das Aufsichtsgremium prüft und billigt. Gerechnet wird es dann wie jedes andere Jahr.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import evolve, field, frozen

from kooperationsvertrag.ablauf.ergebnis import Ergebnis, OffeneKonvention, ergebnis
from kooperationsvertrag.ablauf.haushaltsjahr import (
    Aufzeichnung,
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, nicht_negativ

ANGENOMMENER_PRUEFTAG = (3, 31)
"""Monat und Tag im folgenden Jahr, an dem in der Vorschau geprüft und beschlossen wird; auf Beträge wirkt er nicht."""


@frozen
class Jahresplan:
    """Was für ein Haushaltsjahr geplant ist."""

    verausgabt: Geldbetrag = field(validator=nicht_negativ)
    """Was ausgegeben werden soll, in Cent."""
    uebertragung: Geldbetrag | Uebertragungsumfang | None = None
    """Was einstimmig ins folgende Jahr übertragen werden soll, in Cent, oder alles; ohne Angabe wird zurückgeführt."""


def geplante_jahre(ab: int, plaene: Sequence[Jahresplan]) -> tuple[Haushaltsjahr, ...]:
    """Macht aus Plänen Haushaltsjahre, die nach Plan verlaufen sind.

    Args:
        ab: Das erste geplante Haushaltsjahr.
        plaene: Je Haushaltsjahr ein Plan.

    Returns:
        Die Haushaltsjahre, ohne Lücke.

    >>> [jahr.jahr for jahr in geplante_jahre(2027, [Jahresplan(Geldbetrag.aus_euro(110_000))] * 3)]
    [2027, 2028, 2029]
    """
    return tuple(_geplantes_jahr(jahr, plan) for jahr, plan in enumerate(plaene, start=ab))


def _geplantes_jahr(jahr: int, plan: Jahresplan) -> Haushaltsjahr:
    prueftag = date(jahr + 1, *ANGENOMMENER_PRUEFTAG)
    beschluss = None
    if plan.uebertragung is not None:
        beschluss = Uebertragungsbeschluss(plan.uebertragung, prueftag, Stimmabgabe(einstimmig=True))
    return Haushaltsjahr(
        jahr=jahr,
        eingezahlt=Zahlweise.WIE_VEREINBART,
        ausgaben=(Ausgabe("Geplante Ausgaben", Ausgabenart.NICHT_GEGLIEDERT, plan.verausgabt),),
        geprueft=prueftag,
        pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
        uebertragung=beschluss,
    )


def vorschau(
    aufzeichnung: Aufzeichnung,
    plaene: Sequence[Jahresplan],
    auslegung: Auslegung = Auslegung(),
    konvention: Rechenkonvention | OffeneKonvention = Rechenkonvention(),
) -> Ergebnis:
    """Rechnet nach den aufgezeichneten Jahren die geplanten weiter.

    Args:
        aufzeichnung: Was bisher geschah, mit den Beitritten, auch künftigen.
        plaene: Je kommendem Haushaltsjahr ein Plan.
        auslegung: Die gewählten Lesarten; was nicht gewählt ist, wird durchgerechnet, wo es etwas ändert.
        konvention: Wie Centbruchteile verteilt werden.

    Returns:
        Das Ergebnis aller Jahre, der aufgezeichneten und der geplanten.

    Quelle:
        17-F1, 17-F8, 17-F9.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> bisher = Aufzeichnung(BERICHT_2017, geplante_jahre(2026, [Jahresplan(Geldbetrag.aus_euro(120_000))]))
    >>> sparen = Jahresplan(Geldbetrag.aus_euro(100_000), Uebertragungsumfang.ALLES)
    >>> [str(jahr.uebertrag_in_folgejahr) for jahr in vorschau(bisher, [sparen] * 3).haushaltsjahre]
    ['0,00 €', '20.000,00 €', '40.000,00 €', '60.000,00 €']
    """
    weitere = geplante_jahre(aufzeichnung.haushaltsjahre[-1].jahr + 1, plaene)
    return ergebnis(
        evolve(aufzeichnung, haushaltsjahre=(*aufzeichnung.haushaltsjahre, *weitere)), auslegung, konvention
    )
