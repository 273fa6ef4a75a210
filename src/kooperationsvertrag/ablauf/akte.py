"""Akte: alle Ereignisse eines Falls, und welche an einem Tag gelten.

Was wann erfasst wurde, ändert nichts daran, was geschehen ist: Die Akte ordnet ihre Ereignisse nach dem Tag, an dem sie
geschahen. Ein Ereignis kann ein anderes ersetzen oder aufheben. Das gilt von dem Tag an, an dem es erfasst wurde;
vorher gilt das alte (FL-41). Verloren geht keines: jede Berichtigung bleibt sichtbar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from attrs import field, frozen

from kooperationsvertrag.ablauf.ereignis import EREIGNISARTEN, Aufhebung, Ereignis
from kooperationsvertrag.fehler import AkteError

_RANG = {klasse: nummer for nummer, klasse in enumerate(EREIGNISARTEN)}


@frozen
class Berichtigung:
    """Ein Ereignis, das nicht mehr gilt, und was an seine Stelle tritt."""

    ab: date
    """Tag, an dem sie erfasst wurde; vorher galt das alte."""
    alt: Ereignis
    """Was nicht mehr gilt."""
    neu: Ereignis
    """Was an seine Stelle tritt, oder die Aufhebung."""


def _geordnet(ereignisse: Iterable[Ereignis]) -> tuple[Ereignis, ...]:
    """Ordnet nach Tag, Art und Inhalt: gleich, in welcher Reihenfolge erfasst wurde."""
    return tuple(sorted(ereignisse, key=_ordnung))


def _ordnung(ereignis: Ereignis) -> tuple[date, int, date, str, str]:
    bekannt_ab = ereignis.bekannt_ab or date.min
    return ereignis.datum or bekannt_ab, _RANG[type(ereignis)], bekannt_ab, ereignis.kennung, repr(ereignis)


@frozen
class Akte:
    """Alle Ereignisse eines Falls.

    >>> from kooperationsvertrag.ablauf.ereignis import PlanungVorgelegt
    >>> falsch = PlanungVorgelegt(datum=date(2018, 2, 12), jahr=2018, kennung="p")
    >>> richtig = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018, ersetzt="p", erfasst=date(2018, 3, 1))
    >>> akte = Akte([richtig, falsch])
    >>> [ereignis.datum.day for ereignis in akte.geltende(date(2018, 2, 28)) if ereignis.datum]
    [12]
    >>> akte.geltende(date(2018, 3, 1)) == (richtig,)
    True
    """

    ereignisse: tuple[Ereignis, ...] = field(converter=_geordnet)
    """Alle, nach dem Tag geordnet, an dem sie geschahen; auch die, die nicht mehr gelten."""

    def __attrs_post_init__(self) -> None:
        fehler = verweisfehler([(ereignis.kennung, ereignis.ersetzt) for ereignis in self.ereignisse])
        if fehler:
            raise AkteError(tuple(grund for _, grund in fehler))

    def mit(self, weitere: Iterable[Ereignis]) -> Akte:
        """Gibt die Akte mit weiteren Ereignissen, gleich wann sie geschahen."""
        return Akte((*self.ereignisse, *weitere))

    def bekannte(self, stichtag: date | None = None) -> tuple[Ereignis, ...]:
        """Gibt alles, was bis zu einem Tag bekannt ist, auch was ersetzt oder aufgehoben wurde."""
        return tuple([ereignis for ereignis in self.ereignisse if _ist_bekannt(ereignis, stichtag)])

    def geltende(self, stichtag: date | None = None) -> tuple[Ereignis, ...]:
        """Gibt, was nach dem Stand eines Tages geschehen ist.

        Args:
            stichtag: Der Tag; was später geschah oder erfasst wurde, zählt nicht. Ohne Angabe zählt alles.

        Returns:
            Die Ereignisse, die weder ersetzt noch aufgehoben sind, ohne die Aufhebungen selbst.
        """
        geltend = {id(_gilt(kette)) for kette in self._ketten(stichtag)}
        return tuple([ereignis for ereignis in self.bekannte(stichtag) if id(ereignis) in geltend])

    def _ketten(self, stichtag: date | None) -> Iterator[list[Ereignis]]:
        """Jedes Ereignis, das nichts ersetzt, mit allem, was nacheinander an seine Stelle trat.

        Jede Kette reicht bis zum letzten Glied, das bekannt ist. Ein Glied davor, das noch nicht bekannt ist, ist damit
        überholt und gilt so wenig wie das, was es ersetzt.
        """
        ersetzt_von = {ereignis.ersetzt: ereignis for ereignis in self.ereignisse if ereignis.ersetzt}
        for ereignis in self.ereignisse:
            if not ereignis.ersetzt:
                kette = _kette(ereignis, ersetzt_von)
                while kette and not _ist_bekannt(kette[-1], stichtag):
                    kette.pop()
                yield kette

    def berichtigungen(self, stichtag: date | None = None) -> tuple[Berichtigung, ...]:
        """Gibt jede Berichtigung, die an einem Tag bekannt ist, die frühere zuerst.

        Args:
            stichtag: Der Tag; ohne Angabe zählen alle.

        Returns:
            Was ersetzt oder aufgehoben wurde, wodurch und ab wann.
        """
        gefunden: list[Berichtigung] = []
        for kette in self._ketten(stichtag):
            bekannt = [ereignis for ereignis in kette if _ist_bekannt(ereignis, stichtag)]
            gefunden += [Berichtigung(neu.bekannt_ab, alt, neu) for alt, neu in pairwise(bekannt) if neu.bekannt_ab]
        return tuple(sorted(gefunden, key=lambda berichtigung: berichtigung.ab))


def verweisfehler(verweise: Sequence[tuple[str, str]]) -> tuple[tuple[int, str], ...]:
    """Prüft, ob Ereignisse so aufeinander verweisen, dass feststeht, was gilt.

    Args:
        verweise: Je Ereignis seine Kennung und die Kennung dessen, was es ersetzt oder aufhebt; leer, wo es keine gibt.

    Returns:
        Nummer des Ereignisses und was nicht stimmt; leer, wenn alles stimmt.

    >>> verweisfehler([("a", ""), ("b", "x")])
    ((1, 'Ein Ereignis mit der Kennung „x“ gibt es nicht.'),)
    """
    vergeben: dict[str, int] = {}
    ersetzt_von: dict[str, int] = {}
    fehler: list[tuple[int, str]] = []
    bekannte = {kennung for kennung, _ in verweise if kennung}
    for nummer, (kennung, ziel) in enumerate(verweise):
        if kennung and vergeben.setdefault(kennung, nummer) != nummer:
            fehler.append((nummer, f"Die Kennung „{kennung}“ hat schon ein anderes Ereignis."))
        if ziel and ziel not in bekannte:
            fehler.append((nummer, f"Ein Ereignis mit der Kennung „{ziel}“ gibt es nicht."))
        elif ziel and ersetzt_von.setdefault(ziel, nummer) != nummer:
            grund = "ist schon ersetzt oder aufgehoben; weiter berichtigt wird, was zuletzt an seine Stelle trat."
            fehler.append((nummer, f"Das Ereignis „{ziel}“ {grund}"))
    return tuple(
        fehler or [(nummer, _KREIS.format(verweise[nummer][0])) for nummer in _im_kreis(verweise, ersetzt_von)]
    )


_KREIS = "Das Ereignis „{}“ ersetzt mittelbar sich selbst."


def _im_kreis(verweise: Sequence[tuple[str, str]], ersetzt_von: Mapping[str, int]) -> list[int]:
    """Die Nummern, zu denen kein Weg von einem Ereignis führt, das nichts ersetzt."""
    offen = [nummer for nummer, (_, ziel) in enumerate(verweise) if not ziel]
    erreicht: set[int] = set()
    while offen:
        erreicht.add(nummer := offen.pop())
        if verweise[nummer][0] in ersetzt_von:
            offen.append(ersetzt_von[verweise[nummer][0]])
    return [nummer for nummer in range(len(verweise)) if nummer not in erreicht]


def _ist_bekannt(ereignis: Ereignis, stichtag: date | None) -> bool:
    return stichtag is None or ereignis.bekannt_ab is None or ereignis.bekannt_ab <= stichtag


def _kette(anfang: Ereignis, ersetzt_von: Mapping[str, Ereignis]) -> list[Ereignis]:
    """Gibt ein Ereignis und, der Reihe nach, jedes, das an die Stelle des vorigen trat."""
    kette = [anfang]
    while kette[-1].kennung in ersetzt_von:
        kette.append(ersetzt_von[kette[-1].kennung])
    return kette


def _gilt(kette: Sequence[Ereignis]) -> Ereignis | None:
    """Gibt, was von einem Ereignis und seinen Berichtigungen gilt: das letzte, oder nichts, wenn es aufgehoben ist.

    Wird eine Aufhebung ihrerseits aufgehoben, so gilt wieder, was vor beiden galt.
    """
    gebliebene: list[Ereignis] = []
    for ereignis in kette:
        if isinstance(ereignis, Aufhebung) and gebliebene and isinstance(gebliebene[-1], Aufhebung):
            gebliebene.pop()
        else:
            gebliebene.append(ereignis)
    letztes = gebliebene[-1] if gebliebene else None
    return None if isinstance(letztes, Aufhebung) else letztes
