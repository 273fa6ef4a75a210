"""Auslegung: gewählte Lesarten, und alle Lesarten, wo keine gewählt ist.

Wo der Vertrag schweigt oder mehrdeutig ist, fragt eine Regel mit :meth:`Auslegung.lesart`. Eine
:class:`Auslegung` antwortet mit der gewählten Lesart. :func:`varianten` rechnet dieselbe Rechnung unter jeder
Lesart, nach der sie wirklich fragt, und unter keiner anderen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Generic, TypeVar, cast

from attrs import field, frozen

from kooperationsvertrag.fehler import LesartFehltError, UnbekannteLesartError


class Lesart(StrEnum):
    """Grundklasse der Auslegungsfragen: die Klasse ist die Frage, ihre Glieder sind die Lesarten.

    >>> class WerZahlt(Lesart):
    ...     ALLE = "alle"
    ...     EINER = "einer"
    >>> WerZahlt.frage()
    'wer_zahlt'
    """

    @classmethod
    def frage(cls) -> str:
        """Gibt den Schlüssel der Frage, wie er in Falldateien steht."""
        return _als_schluessel(cls.__name__)


@cache
def _als_schluessel(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()


L = TypeVar("L", bound=Lesart)
M = TypeVar("M")
T = TypeVar("T")

Antwort = tuple[str, object]
"""Schlüssel einer Frage und die Lesart, mit der geantwortet wurde."""


@frozen
class Auslegung:
    """Die gewählten Lesarten.

    >>> class WerZahlt(Lesart):
    ...     ALLE = "alle"
    ...     EINER = "einer"
    >>> Auslegung.mit(WerZahlt.ALLE).lesart(WerZahlt)
    <WerZahlt.ALLE: 'alle'>
    """

    wahl: tuple[Antwort, ...] = ()
    """Schlüssel der Frage und gewählte Lesart."""
    geregelt: tuple[Antwort, ...] = ()
    """Was die Fassung, nach der gerade gerechnet wird, selbst entscheidet; das geht jeder Wahl vor."""

    @property
    def geltende(self) -> tuple[Antwort, ...]:
        """Was gilt: die Wahl, soweit nicht geregelt, dann das Geregelte."""
        geregelte = dict(self.geregelt)
        return (*[antwort for antwort in self.wahl if antwort[0] not in geregelte], *self.geregelt)

    @classmethod
    def mit(cls, *lesarten: Lesart) -> Auslegung:
        """Wählt die genannten Lesarten; von zweien zu derselben Frage gilt die spätere."""
        return cls(tuple({lesart.frage(): lesart for lesart in lesarten}.items()))

    def lesart(self, frage: type[L]) -> L:
        """Antwortet auf eine Auslegungsfrage.

        Args:
            frage: Die Frage, eine Unterklasse von :class:`Lesart`.

        Returns:
            Die gewählte Lesart.

        Raises:
            LesartFehltError: Zu dieser Frage ist nichts gewählt.
            UnbekannteLesartError: Gewählt ist etwas, das keine ihrer Lesarten ist.
        """
        gewaehlt = self.waehle(frage.frage(), frage)
        try:
            return frage(gewaehlt)
        except ValueError:
            raise UnbekannteLesartError(
                frage=frage.frage(), gewaehlt=gewaehlt, lesarten=tuple(str(lesart) for lesart in frage)
            ) from None

    def ist_gewaehlt(self, lesart: Lesart) -> bool:
        """Sagt, ob diese Lesart gewählt oder geregelt ist, ohne nach ihr zu fragen."""
        return {**dict(self.wahl), **dict(self.geregelt)}.get(lesart.frage()) == lesart

    def lesart_wenn(self, ist_noetig: bool, sonst: L) -> L:
        """Fragt nach einer Lesart, wenn es auf sie ankommt; eine gewählte gilt auch sonst.

        Args:
            ist_noetig: Ob die Lesarten hier verschieden ausgehen können.
            sonst: Was gilt, wenn es nicht darauf ankommt und nichts gewählt ist.

        Returns:
            Die Lesart, nach der gerechnet wird.

        Raises:
            LesartFehltError: Es kommt auf die Frage an, und nichts ist gewählt.
        """
        frage = type(sonst)
        if ist_noetig or any(schluessel == frage.frage() for schluessel, _ in (*self.geregelt, *self.wahl)):
            return self.lesart(frage)
        return sonst

    def waehle(self, frage: str, moeglichkeiten: Iterable[M]) -> M:
        """Antwortet auf eine Frage, deren Möglichkeiten erst der Fall ergibt.

        Args:
            frage: Schlüssel der Frage.
            moeglichkeiten: Alle möglichen Antworten.

        Returns:
            Die gewählte Antwort.

        Raises:
            LesartFehltError: Zu dieser Frage ist nichts gewählt.
        """
        for schluessel, antwort in (*self.geregelt, *self.wahl):
            if schluessel == frage:
                return cast(M, antwort)
        raise LesartFehltError(frage=frage, lesarten=tuple(str(m) for m in moeglichkeiten))


@frozen(eq=False, repr=False)
class _Weg(Auslegung):
    """Ein Weg durch die offenen Fragen: erst die vorgegebenen Antworten, dann jeweils die erste mögliche."""

    vorgabe: tuple[int, ...] = ()
    antworten: dict[str, object] = field(factory=dict)
    offen: list[tuple[str, int, int]] = field(factory=list)
    geregelte: dict[str, set[object]] = field(factory=dict)

    def waehle(self, frage: str, moeglichkeiten: Iterable[M]) -> M:
        for schluessel, antwort in self.geregelt:
            if schluessel == frage:
                self.geregelte.setdefault(frage, set()).add(antwort)
                return cast(M, antwort)
        if frage not in self.antworten:
            self.antworten[frage] = self._antworte(frage, moeglichkeiten)
        return cast(M, self.antworten[frage])

    def _antworte(self, frage: str, moeglichkeiten: Iterable[M]) -> object:
        for schluessel, antwort in self.wahl:
            if schluessel == frage:
                return antwort
        tiefe = len(self.offen)
        stelle = self.vorgabe[tiefe] if tiefe < len(self.vorgabe) else 0
        alle = tuple(moeglichkeiten)
        self.offen.append((frage, stelle, len(alle)))
        return alle[stelle]

    def alle_antworten(self, einhellig: Mapping[str, object]) -> tuple[Antwort, ...]:
        """Gibt die Antworten, zuletzt, was auf allen Wegen einhellig geregelt ist."""
        geregelte = [(frage, einhellig[frage]) for frage in self.geregelte if frage in einhellig]
        return (*self.antworten.items(), *geregelte)

    def naechste_vorgabe(self) -> tuple[int, ...] | None:
        """Gibt die Antworten des nächsten Weges, oder nichts, wenn dieser der letzte war."""
        stellen = [(stelle, anzahl) for _, stelle, anzahl in self.offen]
        while stellen and stellen[-1][0] == stellen[-1][1] - 1:
            stellen.pop()
        if not stellen:
            return None
        return (*(stelle for stelle, _ in stellen[:-1]), stellen[-1][0] + 1)


@frozen
class Zweig(Generic[T]):
    """Ein Ergebnis und die Antworten, mit denen es gerechnet wurde."""

    antworten: tuple[Antwort, ...]
    """Alle Fragen, die gestellt wurden, mit ihrer Antwort, in der Reihenfolge des Fragens; geregelte zuletzt."""
    ergebnis: T
    """Was unter diesen Antworten herauskommt."""


@frozen
class Variante(Generic[T]):
    """Ein Ergebnis und alle Lesarten, die dahin führen."""

    auslegung: tuple[Antwort, ...]
    """Antworten, die genügen, damit gerade dieses Ergebnis gilt."""
    wege: tuple[tuple[Antwort, ...], ...]
    """Jede vollständige Folge von Antworten, die dahin führt."""
    ergebnis: T
    """Das Ergebnis."""


@frozen
class OffeneFrage:
    """Eine nicht entschiedene Frage, an der das Ergebnis hängt."""

    frage: str
    """Schlüssel der Frage."""
    unterschied: int
    """Größter Unterschied, den allein diese Frage macht, in der Einheit des Abstands (Cent)."""


def zweige(rechne: Callable[[Auslegung], T], auslegung: Auslegung = Auslegung()) -> tuple[Zweig[T], ...]:
    """Rechnet unter jeder Lesart, nach der die Rechnung wirklich fragt.

    Args:
        rechne: Die Rechnung; sie fragt die Auslegung, die sie bekommt, und sonst nichts.
        auslegung: Was schon gewählt ist; danach wird nicht verzweigt.

    Returns:
        Ein Zweig je Folge von Antworten; genau einer, wenn alles gewählt ist, wonach gefragt wird.

    >>> class WerZahlt(Lesart):
    ...     ALLE = "alle"
    ...     EINER = "einer"
    >>> def wer(gefragt: Auslegung) -> str:
    ...     return gefragt.lesart(WerZahlt).value
    >>> [zweig.ergebnis for zweig in zweige(wer)], len(zweige(wer, Auslegung.mit(WerZahlt.EINER)))
    (['alle', 'einer'], 1)
    """
    wege: list[_Weg] = []
    ergebnisse: list[T] = []
    vorgabe: tuple[int, ...] | None = ()
    while vorgabe is not None:
        weg = _Weg(auslegung.wahl, auslegung.geregelt, vorgabe)
        ergebnisse.append(rechne(weg))
        wege.append(weg)
        vorgabe = weg.naechste_vorgabe()
    einhellig = _einhellig_geregelte(wege)
    return tuple(Zweig(weg.alle_antworten(einhellig), ergebnis) for weg, ergebnis in zip(wege, ergebnisse, strict=True))


def _einhellig_geregelte(wege: Sequence[_Weg]) -> dict[str, object]:
    """Was jede Fassung, die gefragt wird, gleich regelt; sonst wäre es auf dem einen Weg anders als auf dem anderen."""
    geregelte: dict[str, set[object]] = {}
    for weg in wege:
        for frage, antworten in weg.geregelte.items():
            geregelte.setdefault(frage, set()).update(antworten)
    gefragt = {frage for weg in wege for frage in weg.antworten}
    return {frage: antwort for frage, (antwort, *andere) in geregelte.items() if not andere and frage not in gefragt}


def varianten(
    rechne: Callable[[Auslegung], T],
    auslegung: Auslegung = Auslegung(),
    kern: Callable[[T], Hashable] = lambda ergebnis: ergebnis,
) -> tuple[Variante[T], ...]:
    """Rechnet unter jeder Lesart und fasst gleiche Ergebnisse zusammen.

    Args:
        rechne: Die Rechnung.
        auslegung: Was schon gewählt ist.
        kern: Worin zwei Ergebnisse übereinstimmen müssen, um gleich zu sein; es muss sich hashen lassen.

    Returns:
        Ein Eintrag je verschiedenem Ergebnis; genau einer, wenn das Ergebnis eindeutig ist.

    >>> class WerZahlt(Lesart):
    ...     ALLE = "alle"
    ...     EINER = "einer"
    >>> [(v.auslegung, v.ergebnis) for v in varianten(lambda a: 3 if a.lesart(WerZahlt) is WerZahlt.ALLE else 1)]
    [((('wer_zahlt', <WerZahlt.ALLE: 'alle'>),), 3), ((('wer_zahlt', <WerZahlt.EINER: 'einer'>),), 1)]
    >>> [v.auslegung for v in varianten(lambda a: len(a.lesart(WerZahlt)) * 0)]
    [()]
    """
    return zusammengefasst(zweige(rechne, auslegung), kern)


def zusammengefasst(
    alle: Iterable[Zweig[T]], kern: Callable[[T], Hashable] = lambda ergebnis: ergebnis
) -> tuple[Variante[T], ...]:
    """Fasst Zweige mit gleichem Kern des Ergebnisses zu Varianten zusammen.

    Args:
        alle: Die Zweige einer Rechnung.
        kern: Worin zwei Ergebnisse übereinstimmen müssen, um gleich zu sein.

    Returns:
        Eine Variante je verschiedenem Kern; das erste Ergebnis steht für alle gleichen.

    >>> alle = [Zweig((("wer_zahlt", "alle"),), 5), Zweig((("wer_zahlt", "einer"),), 5)]
    >>> [(variante.auslegung, len(variante.wege)) for variante in zusammengefasst(alle)]
    [((), 2)]
    """
    saemtliche = tuple(alle)
    kerne = [kern(zweig.ergebnis) for zweig in saemtliche]
    gruppen: dict[Hashable, list[Zweig[T]]] = {}
    for zweig, sein_kern in zip(saemtliche, kerne, strict=True):
        gruppen.setdefault(sein_kern, []).append(zweig)
    baum = _baum([Zweig(zweig.antworten, k) for zweig, k in zip(saemtliche, kerne, strict=True)])
    return tuple(
        Variante(
            _genuegende_antworten([zweig.antworten for zweig in gruppe], sein_kern, baum),
            tuple(zweig.antworten for zweig in gruppe),
            gruppe[0].ergebnis,
        )
        for sein_kern, gruppe in gruppen.items()
    )


def _genuegende_antworten(
    wege: list[tuple[Antwort, ...]], kern: Hashable, baum: _Knoten[Hashable]
) -> tuple[Antwort, ...]:
    """Was alle Wege gemeinsam haben, wenn es nur zu diesem Ergebnis führt; sonst der erste Weg ganz."""
    gemeinsam = set(wege[0]).intersection(*wege[1:])
    genuegt = all(anderer == kern for anderer in _unter(baum, dict(gemeinsam)))
    return tuple([antwort for antwort in wege[0] if antwort in gemeinsam]) if genuegt else wege[0]


def offene_fragen(
    alle: Sequence[Zweig[T]],
    abstand: Callable[[T, T], int],
    kern: Callable[[T], Hashable] = lambda ergebnis: ergebnis,
) -> tuple[OffeneFrage, ...]:
    """Sagt, an welchen Fragen das Ergebnis hängt, die mit dem größten Unterschied zuerst.

    Verglichen werden Zweige, die sich in der Antwort auf genau eine gemeinsame Frage unterscheiden.

    Args:
        alle: Die Zweige einer Rechnung.
        abstand: Wie weit zwei Ergebnisse auseinanderliegen, zum Beispiel in Cent.
        kern: Worin zwei Ergebnisse übereinstimmen müssen, um gleich zu sein.

    Returns:
        Nur Fragen, die verschiedene Ergebnisse machen; bei gleichem Unterschied in der Reihenfolge des Fragens.

    >>> alle = [Zweig((("wer_zahlt", "alle"),), 5), Zweig((("wer_zahlt", "einer"),), 2)]
    >>> offene_fragen(alle, lambda eines, anderes: abs(eines - anderes))
    (OffeneFrage(frage='wer_zahlt', unterschied=3),)
    """
    nummern: dict[Hashable, int] = {}
    ergebnisse: list[T] = []
    nummeriert: list[Zweig[int]] = []
    for zweig in alle:
        nummer = nummern.setdefault(kern(zweig.ergebnis), len(nummern))
        if nummer == len(ergebnisse):
            ergebnisse.append(zweig.ergebnis)
        nummeriert.append(Zweig(zweig.antworten, nummer))
    unterschiede: dict[str, int] = {}
    for frage, eines, anderes in _verschiedene(_baum(nummeriert)):
        unterschiede[frage] = max(unterschiede.get(frage, 0), abstand(ergebnisse[eines], ergebnisse[anderes]))
    gestellt = dict.fromkeys(frage for zweig in alle for frage, _ in zweig.antworten)
    geordnet = sorted([frage for frage in gestellt if frage in unterschiede], key=lambda frage: -unterschiede[frage])
    return tuple(OffeneFrage(frage, unterschiede[frage]) for frage in geordnet)


@frozen(eq=False, repr=False)
class _Knoten(Generic[T]):
    """Eine Frage mit allen Zweigen darunter, je Antwort ein Kind; ohne Frage das Ende eines Weges."""

    zweige: Sequence[Zweig[T]]
    frage: str = ""
    kinder: dict[object, _Knoten[T]] = field(factory=dict)


def _baum(alle: Sequence[Zweig[T]], tiefe: int = 0) -> _Knoten[T]:
    if len(alle[0].antworten) == tiefe:
        return _Knoten(alle)
    gruppen: dict[object, list[Zweig[T]]] = {}
    for zweig in alle:
        gruppen.setdefault(zweig.antworten[tiefe][1], []).append(zweig)
    kinder = {antwort: _baum(gruppe, tiefe + 1) for antwort, gruppe in gruppen.items()}
    return _Knoten(alle, alle[0].antworten[tiefe][0], kinder)


def _unter(knoten: _Knoten[T], gegeben: Mapping[str, object]) -> Iterator[T]:
    """Die Ergebnisse, die sich mit gegebenen Antworten vertragen."""
    if not knoten.kinder:
        yield knoten.zweige[0].ergebnis
    for antwort, kind in knoten.kinder.items():
        if gegeben.get(knoten.frage, antwort) == antwort:
            yield from _unter(kind, gegeben)


def _verschiedene(knoten: _Knoten[T]) -> set[tuple[str, T, T]]:
    """Alle Paare verschiedener Ergebnisse, zwischen denen nur eine gemeinsame Frage anders beantwortet ist."""
    kinder = list(knoten.kinder.values())
    gefunden = {paar for kind in kinder for paar in _verschiedene(kind)}
    for nummer, kind in enumerate(kinder):
        for zweig in kind.zweige:
            gegeben = dict(zweig.antworten)
            for spaeter in kinder[nummer + 1 :]:
                for anderes in _unter(spaeter, gegeben):
                    if anderes != zweig.ergebnis:
                        gefunden.add((knoten.frage, zweig.ergebnis, anderes))
    return gefunden
