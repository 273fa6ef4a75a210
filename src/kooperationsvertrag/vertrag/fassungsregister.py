"""Fassungsregister: welche Fassung des Vertrags an welchem Tag gilt.

Eine Fassung tritt an einem festen Tag in Kraft, oder mit einem Ereignis, oder sie ist noch gar nicht angesetzt. Solange
kein Tag feststeht, gilt sie nicht. Der Bericht von 2017 nennt keinen Tag; die erste Fassung gilt deshalb, bis die
nächste in Kraft tritt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from attrs import frozen

from kooperationsvertrag.fehler import FassungError
from kooperationsvertrag.vertrag.fassung import Vertragsfassung


@frozen
class Inkrafttreten:
    """Wann eine Fassung an die Stelle der bisherigen tritt."""

    fassung: Vertragsfassung
    """Die neue Fassung; sie nennt alle Partner und Beiträge, auch die unveränderten."""
    ab: date | None
    """Der erste Tag; nichts, solange keiner feststeht."""


@frozen
class Fassungsregister:
    """Die Fassungen des Vertrags in der Zeit.

    >>> from attrs import evolve
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> neue = evolve(BERICHT_2017, kennung="entwurf-2027")
    >>> register = Fassungsregister(BERICHT_2017, (Inkrafttreten(neue, date(2027, 1, 1)),))
    >>> register.fassung_am(date(2026, 12, 31)).kennung, register.fassung_am(date(2027, 1, 1)).kennung
    ('bericht-2017', 'entwurf-2027')
    """

    beginn: Vertragsfassung
    """Die erste Fassung; sie gilt, bis eine andere in Kraft tritt."""
    weitere: tuple[Inkrafttreten, ...] = ()
    """Die übrigen Fassungen, auch die noch nicht angesetzten."""

    def __attrs_post_init__(self) -> None:
        tage = Counter(eines.ab for eines in self.weitere if eines.ab)
        for tag in sorted(tag for tag, anzahl in tage.items() if anzahl > 1):
            namen = ", ".join(f"„{eines.fassung.kennung}“" for eines in self.weitere if eines.ab == tag)
            raise FassungError(f"Am {tag:%d.%m.%Y} treten mehrere Fassungen in Kraft: {namen}.")

    @property
    def geltende(self) -> tuple[Inkrafttreten, ...]:
        """Die übrigen Fassungen, deren Tag feststeht, nach dem Tag geordnet."""
        angesetzt = [(eines.ab, eines) for eines in self.weitere if eines.ab]
        return tuple([eines for _, eines in sorted(angesetzt, key=lambda paar: paar[0])])

    @property
    def nicht_angesetzte(self) -> tuple[Vertragsfassung, ...]:
        """Die Fassungen, für die kein Tag feststeht; sie gelten nicht."""
        return tuple([eines.fassung for eines in self.weitere if eines.ab is None])

    @property
    def fassungen(self) -> tuple[Vertragsfassung, ...]:
        """Alle Fassungen, die gelten oder galten, nach dem Tag geordnet."""
        return (self.beginn, *[eines.fassung for eines in self.geltende])

    @property
    def namen(self) -> Mapping[str, str]:
        """Kurzer Name je Partner aller Fassungen; der neueste gilt."""
        return {kennung: name for fassung in self.fassungen for kennung, name in fassung.namen.items()}

    def fassung_am(self, tag: date) -> Vertragsfassung:
        """Gibt die Fassung, die an einem Tag gilt.

        Args:
            tag: Der Tag.

        Returns:
            Die Fassung; vor dem ersten Wechsel die erste.
        """
        return [self.beginn, *[eines.fassung for eines in self.geltende if eines.ab and eines.ab <= tag]][-1]


def fassungsregister(
    fassungen: Iterable[Vertragsfassung], eingetreten: Mapping[str, date] | None = None
) -> Fassungsregister:
    """Stellt ein Register aus Fassungen zusammen, die selbst sagen, ab wann sie gelten.

    Args:
        fassungen: Die Fassungen; die erste ist die, mit der alles beginnt.
        eingetreten: Tag je Ereignis, mit dem eine Fassung in Kraft tritt, soweit es eingetreten ist.

    Returns:
        Das Register. Eine Fassung, deren Ereignis nicht eingetreten ist oder die gar nichts über ihren Beginn sagt,
        steht darin ohne Tag.

    Raises:
        FassungError: Keine Fassung ist genannt, oder zwei treten am selben Tag in Kraft.

    >>> from attrs import evolve
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Gueltigkeit
    >>> neue = evolve(BERICHT_2017, kennung="neu", gueltigkeit=Gueltigkeit(bei="Unterzeichnung"))
    >>> fassungsregister([BERICHT_2017, neue]).nicht_angesetzte[0].kennung
    'neu'
    >>> fassungsregister([BERICHT_2017, neue], {"Unterzeichnung": date(2027, 3, 1)}).fassung_am(
    ...     date(2027, 3, 1)
    ... ).kennung
    'neu'
    """
    alle = tuple(fassungen)
    if not alle:
        raise FassungError("Ein Register braucht mindestens eine Fassung.")
    tage = eingetreten or {}
    weitere = [Inkrafttreten(eine, eine.gueltigkeit.ab or tage.get(eine.gueltigkeit.bei)) for eine in alle[1:]]
    return Fassungsregister(alle[0], tuple(weitere))
