"""Aufteilung: ein Betrag nach einem Schlüssel, auf den Cent.

Der Vertrag schweigt zu Centbruchteilen (OF-32). Darum gilt eine erklärte :class:`Rechenkonvention`, und jede
:class:`Aufteilung` sagt, wer einen Restcent erhielt. Gerechnet wird nur mit ganzen Zahlen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from math import gcd
from typing import TYPE_CHECKING

from attrs import field, frozen

from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.fehler import NegativerBetragError, SchluesselError
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag

if TYPE_CHECKING:
    from fractions import Fraction


@frozen
class Zahlungsschluessel:
    """Gewicht je Partner, in der Reihenfolge des Vertrags; zum Beispiel 5 : 5 : 2, keine Prozente.

    >>> schluessel = Zahlungsschluessel((("duesseldorf", 50_000), ("mettmann", 50_000), ("ihk", 20_000)))
    >>> str(schluessel), schluessel.anteil("ihk")
    ('5 : 5 : 2', Fraction(1, 6))
    """

    gewichte: tuple[tuple[str, int], ...]
    """Partner und Gewicht; ein Gewicht von null erhält nichts."""
    summe: int = field(init=False, repr=False, eq=False)
    """Summe der Gewichte."""

    def __attrs_post_init__(self) -> None:
        summe = 0
        for _, gewicht in self.gewichte:
            if type(gewicht) is not int:
                raise SchluesselError("Ein Gewicht ist keine ganze Zahl", gewichte=self.gewichte)
            if gewicht < 0:
                raise SchluesselError("Ein Gewicht ist negativ", gewichte=self.gewichte)
            summe += gewicht
        if summe == 0:
            raise SchluesselError("Kein Partner hat ein Gewicht", gewichte=self.gewichte)
        if len({partner for partner, _ in self.gewichte}) < len(self.gewichte):
            raise SchluesselError("Ein Partner kommt doppelt vor", gewichte=self.gewichte)
        object.__setattr__(self, "summe", summe)

    @classmethod
    def aus_betraegen(cls, betraege: Betraege) -> Zahlungsschluessel:
        """Nimmt Beträge als Gewichte: wer das Doppelte zahlt, hat das doppelte Gewicht."""
        return cls(tuple([(partner, betrag.cent) for partner, betrag in betraege.paare]))

    @property
    def partner(self) -> tuple[str, ...]:
        """Die Partner in der Reihenfolge des Vertrags."""
        return tuple(partner for partner, _ in self.gewichte)

    def anteil(self, partner: str) -> Fraction:
        """Gibt den Anteil eines Partners als genauen Bruch."""
        from fractions import Fraction  # erst hier: das Laden kostet mehr als der Rest des Moduls

        return Fraction(dict(self.gewichte)[partner], self.summe)

    def gekuerzt(self) -> tuple[tuple[str, int], ...]:
        """Gibt die Gewichte in kleinsten ganzen Zahlen, ohne Partner mit Gewicht null."""
        teiler = reduce(gcd, [gewicht for _, gewicht in self.gewichte])
        return tuple([(partner, gewicht // teiler) for partner, gewicht in self.gewichte if gewicht])

    def ist_verhaeltnisgleich(self, anderer: Zahlungsschluessel) -> bool:
        """Ob beide Schlüssel jedem Partner denselben Bruchteil geben."""
        return self.gewichte == anderer.gewichte or set(self.gekuerzt()) == set(anderer.gekuerzt())

    def geordnet(self, reihenfolge: Iterable[str]) -> Zahlungsschluessel:
        """Ordnet die Partner nach der Reihenfolge des Vertrags; wer dort fehlt, steht zuletzt."""
        gewichte = dict(self.gewichte)
        vorne = [(partner, gewichte.pop(partner)) for partner in reihenfolge if partner in gewichte]
        return Zahlungsschluessel((*vorne, *gewichte.items()))

    def __str__(self) -> str:
        teiler = reduce(gcd, [gewicht for _, gewicht in self.gewichte])
        return " : ".join(str(gewicht // teiler) for _, gewicht in self.gewichte)


class Rundung(Lesart):
    """Wie Centbruchteile behandelt werden, wo der Vertrag schweigt (OF-32)."""

    GROESSTER_REST = "groesster_rest"
    """Abrunden; die fehlenden Cent gehen einzeln an die größten Bruchteile."""
    KAUFMAENNISCH_LETZTER_GLEICHT_AUS = "kaufmaennisch_letzter_gleicht_aus"
    """Kaufmännisch runden; der letzte Partner des Vertrags, der ein Gewicht hat (FL-22), nimmt, was übrig ist."""
    ABRUNDEN_REST_BLEIBT = "abrunden_rest_bleibt"
    """Abrunden; die übrigen Cent bleiben in der Kasse."""


@frozen
class Rechenkonvention:
    """Die erklärte Art zu runden.

    >>> Rechenkonvention().rundung
    <Rundung.GROESSTER_REST: 'groesster_rest'>
    """

    rundung: Rundung = Rundung.GROESSTER_REST
    """Wie Bruchteile eines Cents verteilt werden."""
    vorrang: tuple[str, ...] = ()
    """Wer bei gleichem Bruchteil zuerst einen Restcent erhält; wer fehlt, folgt in der Reihenfolge des Vertrags."""


@frozen
class Anteil:
    """Der Teil eines Partners, mit dem Weg dahin."""

    partner: str
    """Kennung des Partners."""
    bruchteil: Fraction
    """Genauer Anteil am Schlüssel."""
    genau: Fraction
    """Genauer Betrag in Cent, vor dem Runden."""
    betrag: Geldbetrag
    """Zugeteilter Betrag in Cent."""

    @property
    def rest(self) -> Fraction:
        """Bruchteil eines Cents, der beim Abrunden übrig bleibt."""
        return self.genau % 1

    @property
    def restcent(self) -> int:
        """Cent, die der Partner über das Abgerundete hinaus erhielt; negativ, wo er welche abgab."""
        return self.betrag.cent - int(self.genau // 1)


@frozen
class Aufteilung:
    """Ein aufgeteilter Betrag.

    Die Beträge und der Rest in der Kasse ergeben zusammen auf den Cent den aufgeteilten Betrag.
    """

    betrag: Geldbetrag
    """Was aufgeteilt wurde, in Cent."""
    schluessel: Zahlungsschluessel
    """Nach welchem Schlüssel."""
    konvention: Rechenkonvention
    """Wie gerundet wurde."""
    betraege: Betraege
    """Betrag je Partner, in Cent."""
    verbleibt: Geldbetrag = NULL
    """Restcents, die niemand erhielt (nur bei ``abrunden_rest_bleibt``)."""

    @property
    def anteile(self) -> tuple[Anteil, ...]:
        """Der Weg zu jedem Teilbetrag: genauer Bruch, Rest, Restcent."""
        return tuple(
            Anteil(partner, self.schluessel.anteil(partner), self.schluessel.anteil(partner) * self.betrag.cent, betrag)
            for partner, betrag in self.betraege.paare
        )

    @property
    def restcents(self) -> Mapping[str, int]:
        """Wer wie viele Restcents erhielt; leer, wenn die Aufteilung aufgeht."""
        return {anteil.partner: anteil.restcent for anteil in self.anteile if anteil.restcent}


def aufteilen(
    betrag: Geldbetrag, schluessel: Zahlungsschluessel, konvention: Rechenkonvention = Rechenkonvention()
) -> Aufteilung:
    """Teilt einen Betrag nach einem Schlüssel auf.

    Args:
        betrag: Der Betrag in Cent, nicht negativ.
        schluessel: Gewicht je Partner.
        konvention: Wie Bruchteile eines Cents verteilt werden.

    Returns:
        Betrag je Partner; zusammen mit dem Rest in der Kasse genau der Betrag.

    Raises:
        NegativerBetragError: Der Betrag ist negativ; aufgeteilt wird dann nichts.

    >>> schluessel = Zahlungsschluessel((("duesseldorf", 5), ("mettmann", 5), ("ihk", 2)))
    >>> aufteilen(Geldbetrag(10_000), schluessel).betraege
    Betraege(duesseldorf=41,67 €, mettmann=41,67 €, ihk=16,66 €)
    """
    if betrag.cent < 0:
        raise NegativerBetragError(cent=betrag.cent)
    if konvention.rundung is Rundung.GROESSTER_REST:
        teile = _nach_groesstem_rest(betrag.cent, schluessel, konvention.vorrang)
    elif konvention.rundung is Rundung.ABRUNDEN_REST_BLEIBT:
        teile = [betrag.cent * gewicht // schluessel.summe for _, gewicht in schluessel.gewichte]
    else:
        teile = _kaufmaennisch(betrag.cent, schluessel)
    paare = tuple([(partner, Geldbetrag(teil)) for (partner, _), teil in zip(schluessel.gewichte, teile, strict=True)])
    uebrig = betrag.cent - sum(teile)
    return Aufteilung(betrag, schluessel, konvention, Betraege(paare), Geldbetrag(uebrig) if uebrig else NULL)


def _nach_groesstem_rest(cent: int, schluessel: Zahlungsschluessel, vorrang: tuple[str, ...]) -> list[int]:
    """Rundet ab und gibt die fehlenden Cent den größten Resten; bei Gleichstand entscheidet der Vorrang."""
    summe = schluessel.summe
    teile = [cent * gewicht // summe for _, gewicht in schluessel.gewichte]
    fehlend = cent - sum(teile)
    if fehlend:
        reste = [cent * gewicht % summe for _, gewicht in schluessel.gewichte]
        rang = _raenge(schluessel, vorrang) if vorrang else range(len(teile))
        for stelle in sorted(range(len(teile)), key=lambda i: (-reste[i], rang[i]))[:fehlend]:
            teile[stelle] += 1
    return teile


def _raenge(schluessel: Zahlungsschluessel, vorrang: tuple[str, ...]) -> list[int]:
    """Rang je Partner: erst die genannten, dann alle übrigen in der Reihenfolge des Vertrags."""
    platz = {partner: rang for rang, partner in enumerate(vorrang)}
    return [platz.get(partner, len(vorrang) + i) for i, (partner, _) in enumerate(schluessel.gewichte)]


def _kaufmaennisch(cent: int, schluessel: Zahlungsschluessel) -> list[int]:
    """Rundet halbe Cent auf; der letzte Partner mit Gewicht nimmt, was übrig ist.

    Reicht es dafür nicht, erhält er nichts, und die vor ihm geben von hinten ab, was fehlt.
    """
    summe = schluessel.summe
    teile = [(2 * cent * gewicht + summe) // (2 * summe) for _, gewicht in schluessel.gewichte]
    letzter = max(i for i, (_, gewicht) in enumerate(schluessel.gewichte) if gewicht)
    teile[letzter] = cent - (sum(teile) - teile[letzter])
    for stelle in range(letzter, 1, -1):
        if teile[stelle] < 0:
            teile[stelle - 1] += teile[stelle]
            teile[stelle] = 0
    return teile
