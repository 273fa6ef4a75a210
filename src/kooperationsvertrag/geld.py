"""Geld: ganze Cent, sonst nichts.

Ein :class:`Geldbetrag` ist eine Anzahl Cent. Er nimmt keine Gleitkommazahl an und lässt sich nicht mit
bloßen Zahlen verrechnen. :class:`Betraege` ordnet Partnern Beträge zu. Das Aufteilen eines Betrags steht in
:mod:`kooperationsvertrag.aufteilung`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from kooperationsvertrag.fehler import KeinGanzerCentError

_setze = object.__setattr__


@frozen(init=False)
class Geldbetrag:
    """Ein Betrag in ganzen Cent; negativ, wo etwas fehlt.

    >>> Geldbetrag(4341755)
    Geldbetrag(cent=4341755)
    >>> str(Geldbetrag(4341755))
    '43.417,55 €'
    >>> Geldbetrag(150) + Geldbetrag(-200)
    Geldbetrag(cent=-50)
    """

    cent: int
    """Anzahl Cent."""

    def __init__(self, cent: int) -> None:
        if type(cent) is not int:
            raise KeinGanzerCentError(wert=cent)
        _setze(self, "cent", cent)

    @classmethod
    def aus_euro(cls, euro: int) -> Geldbetrag:
        """Bildet einen Betrag aus ganzen Euro.

        >>> Geldbetrag.aus_euro(120_000)
        Geldbetrag(cent=12000000)
        """
        return cls(euro * 100)

    def __add__(self, anderer: Geldbetrag) -> Geldbetrag:
        if not isinstance(anderer, Geldbetrag):
            return NotImplemented
        return Geldbetrag(self.cent + anderer.cent)

    def __sub__(self, anderer: Geldbetrag) -> Geldbetrag:
        if not isinstance(anderer, Geldbetrag):
            return NotImplemented
        return Geldbetrag(self.cent - anderer.cent)

    def __neg__(self) -> Geldbetrag:
        return Geldbetrag(-self.cent)

    def __lt__(self, anderer: Geldbetrag) -> bool:
        if not isinstance(anderer, Geldbetrag):
            return NotImplemented
        return self.cent < anderer.cent

    def __le__(self, anderer: Geldbetrag) -> bool:
        if not isinstance(anderer, Geldbetrag):
            return NotImplemented
        return self.cent <= anderer.cent

    def __gt__(self, anderer: Geldbetrag) -> bool:
        if not isinstance(anderer, Geldbetrag):
            return NotImplemented
        return self.cent > anderer.cent

    def __ge__(self, anderer: Geldbetrag) -> bool:
        if not isinstance(anderer, Geldbetrag):
            return NotImplemented
        return self.cent >= anderer.cent

    def __bool__(self) -> bool:
        return self.cent != 0

    def __str__(self) -> str:
        euro, cent = divmod(abs(self.cent), 100)
        ganze = f"{euro:,}".replace(",", ".")
        return f"{'-' if self.cent < 0 else ''}{ganze},{cent:02} €"

    def dezimal(self) -> str:
        """Gibt den Betrag als schlichte Dezimalzahl mit zwei Stellen, wie sie andere Programme lesen.

        >>> Geldbetrag(-5).dezimal()
        '-0.05'
        """
        euro, cent = divmod(abs(self.cent), 100)
        return f"{'-' if self.cent < 0 else ''}{euro}.{cent:02}"


NULL = Geldbetrag(0)
"""Null Euro."""


def summe(betraege: Iterable[Geldbetrag]) -> Geldbetrag:
    """Zählt Beträge zusammen; nichts ergibt null Euro.

    Args:
        betraege: Beträge in Cent.

    Returns:
        Die Summe in Cent.

    >>> summe([Geldbetrag(1), Geldbetrag(2)])
    Geldbetrag(cent=3)
    """
    return Geldbetrag(sum([betrag.cent for betrag in betraege]))


@frozen(eq=False, repr=False)
class Betraege(Mapping[str, Geldbetrag]):
    """Beträge je Partner, unveränderlich, in der Reihenfolge des Vertrags.

    Zwei Zuordnungen sind gleich, wenn jeder Partner denselben Betrag hat; die Reihenfolge zählt nicht.

    >>> betraege = Betraege.von({"duesseldorf": Geldbetrag(500), "ihk": Geldbetrag(200)})
    >>> betraege["ihk"], betraege.summe
    (Geldbetrag(cent=200), Geldbetrag(cent=700))
    """

    paare: tuple[tuple[str, Geldbetrag], ...] = ()
    """Partner und Betrag, in der Reihenfolge des Vertrags."""

    @classmethod
    def von(cls, zuordnung: Mapping[str, Geldbetrag]) -> Betraege:
        """Übernimmt eine Zuordnung von Partnern zu Beträgen."""
        return cls(tuple(zuordnung.items()))

    @property
    def summe(self) -> Geldbetrag:
        """Die Summe aller Beträge in Cent."""
        return Geldbetrag(sum([betrag.cent for _, betrag in self.paare]))

    def __getitem__(self, partner: str) -> Geldbetrag:
        for kennung, betrag in self.paare:
            if kennung == partner:
                return betrag
        raise KeyError(partner)

    def __iter__(self) -> Iterator[str]:
        return iter([kennung for kennung, _ in self.paare])

    def __len__(self) -> int:
        return len(self.paare)

    def __hash__(self) -> int:
        return hash(frozenset(self.paare))

    def __repr__(self) -> str:
        return f"Betraege({', '.join(f'{kennung}={betrag}' for kennung, betrag in self.paare)})"
