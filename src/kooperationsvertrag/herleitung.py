"""Herleitung: wie ein Ergebnis zustande kam.

Eine Rechnung ruft ihre Regeln über ein :class:`Protokoll` auf. :func:`ohne_protokoll` ruft nur auf; eine
:class:`Mitschrift` merkt sich jeden Aufruf. :func:`herleitung` macht daraus nummerierte Schritte und sagt zu jedem
Betrag, der in einen Schritt eingeht, woher er kommt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import signature
from typing import ParamSpec, Protocol, TypeVar

from attrs import field, frozen

from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.norm import Regel, regel_von

P = ParamSpec("P")
R = TypeVar("R")


class Protokoll(Protocol):
    """Ruft eine Regel auf und gibt ihr Ergebnis; was sonst geschieht, ist Sache des Protokolls."""

    def __call__(self, regel: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Ruft die Regel mit den Argumenten auf."""
        ...


def ohne_protokoll(regel: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Ruft die Regel auf und merkt sich nichts.

    Args:
        regel: Die Regel.
        args: Ihre Argumente ohne Namen.
        kwargs: Ihre Argumente mit Namen.

    Returns:
        Was die Regel ergibt.

    >>> ohne_protokoll(max, 3, 5)
    5
    """
    return regel(*args, **kwargs)


@frozen
class Aufruf:
    """Ein Aufruf einer Regel."""

    funktion: Callable[..., object]
    """Die aufgerufene Regel."""
    positional: tuple[object, ...]
    """Argumente ohne Namen."""
    benannt: Mapping[str, object]
    """Argumente mit Namen."""
    ergebnis: object
    """Was sie ergab."""
    abschnitt: str
    """Zu welchem Teil der Rechnung er gehört."""

    def argumente(self) -> dict[str, object]:
        """Gibt alle Argumente mit ihrem Namen."""
        namen = list(signature(self.funktion).parameters)
        return {**dict(zip(namen, self.positional, strict=False)), **self.benannt}


@frozen
class Mitschrift:
    """Ein Protokoll, das jeden Aufruf behält.

    >>> from kooperationsvertrag.geld import Geldbetrag, summe
    >>> mitschrift = Mitschrift()
    >>> mitschrift(summe, [Geldbetrag(1), Geldbetrag(2)])
    Geldbetrag(cent=3)
    >>> len(mitschrift.aufrufe)
    1
    """

    abschnitt: str = ""
    """Zu welchem Teil der Rechnung die Aufrufe gehören."""
    aufrufe: list[Aufruf] = field(factory=list)
    """Die Aufrufe in ihrer Reihenfolge."""

    def im_abschnitt(self, abschnitt: str) -> Mitschrift:
        """Gibt eine Mitschrift, die in dieselbe Liste schreibt, für einen Teil der Rechnung."""
        return Mitschrift(abschnitt, self.aufrufe)

    def __call__(self, regel: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Ruft die Regel auf und behält den Aufruf."""
        ergebnis = regel(*args, **kwargs)
        self.aufrufe.append(Aufruf(regel, args, kwargs, ergebnis, self.abschnitt))
        return ergebnis


@frozen
class Betragsangabe:
    """Ein Betrag, der in einen Schritt eingeht, und woher er kommt."""

    stelle: str
    """Wo im Schritt er steht, zum Beispiel ``verfuegbar`` oder ``beitraege.ihk``."""
    betrag: Geldbetrag
    """Der Betrag in Cent."""
    herkunft: str
    """Ein früherer Schritt, eine Eingabe oder ein Parameter der Fassung; leer, wenn unbekannt."""


@frozen
class Schritt:
    """Ein Schritt der Herleitung."""

    nummer: int
    """Laufende Nummer, ab 1."""
    abschnitt: str
    """Zu welchem Teil der Rechnung er gehört, zum Beispiel „Haushaltsjahr 2018“."""
    regel: Regel
    """Die angewandte Regel, mit ihren Sätzen und Festlegungen."""
    argumente: Mapping[str, object] = field(eq=False)
    """Was in die Regel einging."""
    betraege: tuple[Betragsangabe, ...]
    """Die Beträge darunter, mit ihrer Herkunft."""
    ergebnis: object
    """Was herauskam."""


def betraege_in(wert: object, stelle: str = "") -> Iterator[tuple[str, Geldbetrag]]:
    """Findet alle Beträge in einem Wert, gleich wie tief.

    Args:
        wert: Ein Betrag, eine Zuordnung, eine Folge oder ein Datensatz daraus.
        stelle: Name des Werts.

    Returns:
        Stelle und Betrag.

    >>> list(betraege_in({"ihk": Geldbetrag(5)}, "eingezahlt"))
    [('eingezahlt.ihk', Geldbetrag(cent=5))]
    """
    if isinstance(wert, Geldbetrag):
        yield stelle, wert
    elif isinstance(wert, Mapping):
        for name, teil in wert.items():
            yield from betraege_in(teil, f"{stelle}.{name}" if stelle else str(name))
    elif isinstance(wert, (tuple, list)):
        for nummer, teil in enumerate(wert):
            yield from betraege_in(teil, f"{stelle}[{nummer}]")
    elif isinstance(felder := getattr(wert, "__attrs_attrs__", None), tuple):
        for name in [feld.name for feld in felder]:
            yield from betraege_in(getattr(wert, name), f"{stelle}.{name}" if stelle else name)


def herleitung(aufrufe: Iterable[Aufruf], quellen: Mapping[str, object]) -> tuple[Schritt, ...]:
    """Macht aus Aufrufen nummerierte Schritte und verfolgt jeden Betrag zurück.

    Ein Betrag gilt als verfolgt, wenn er derselbe ist (nicht bloß gleich groß) wie eine Angabe der Quellen oder ein
    Betrag aus dem Ergebnis eines früheren Schritts.

    Args:
        aufrufe: Die Aufrufe einer Mitschrift.
        quellen: Eingaben und Parameter, je mit ihrer Bezeichnung.

    Returns:
        Ein Schritt je Aufruf einer Regel.

    >>> from kooperationsvertrag.norm import regel
    >>> @regel()
    ... def rest(verfuegbar: Geldbetrag, verausgabt: Geldbetrag) -> Geldbetrag:
    ...     return verfuegbar - verausgabt
    >>> mitschrift, budget, ausgaben = Mitschrift(), Geldbetrag(500), Geldbetrag(200)
    >>> _ = mitschrift(rest, mitschrift(rest, budget, ausgaben), ausgaben)
    >>> schritte = herleitung(mitschrift.aufrufe, {"budget": budget, "ausgaben": ausgaben})
    >>> [[angabe.herkunft for angabe in schritt.betraege] for schritt in schritte]
    [['budget', 'ausgaben'], ['Schritt 1', 'ausgaben']]
    """
    herkunft: dict[int, str] = {id(NULL): "null"}
    for bezeichnung, wert in quellen.items():
        for stelle, betrag in betraege_in(wert, bezeichnung):
            herkunft.setdefault(id(betrag), stelle)
    schritte: list[Schritt] = []
    for aufruf in aufrufe:
        angewandt = regel_von(aufruf.funktion)
        if angewandt is None:
            continue
        argumente = aufruf.argumente()
        betraege = tuple(
            Betragsangabe(stelle, betrag, herkunft.get(id(betrag), ""))
            for name, wert in argumente.items()
            for stelle, betrag in betraege_in(wert, name)
        )
        nummer = len(schritte) + 1
        schritte.append(Schritt(nummer, aufruf.abschnitt, angewandt, argumente, betraege, aufruf.ergebnis))
        for _, betrag in betraege_in(aufruf.ergebnis):
            herkunft.setdefault(id(betrag), f"Schritt {nummer}")
    return tuple(schritte)
