"""Personalstand: wer an einem Tag gestellt ist, und wie viele es einmal waren."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import groupby

from attrs import frozen

from kooperationsvertrag.ablauf.ereignis import Ereignis, PersonalAbberufen, PersonalGestellt
from kooperationsvertrag.norm import Befund, Schwere
from kooperationsvertrag.regeln.personal import Besetzung
from kooperationsvertrag.vertrag import normen


@frozen
class Personalzahl:
    """Wie viele Personen ein Partner zugleich gestellt hat."""

    jemals: int = 0
    """Höchstens bisher."""
    im_jahr: int = 0
    """Höchstens im Kalenderjahr des Stichtags."""
    am_stichtag: int = 0
    """Am Stichtag."""


@frozen
class Personalstand:
    """Wer an einem Tag gestellt ist."""

    gestellt: tuple[PersonalGestellt, ...]
    """Wer am Stichtag gestellt ist, in der Reihenfolge der Gestellung."""
    zahlen: tuple[tuple[str, Personalzahl], ...]
    """Je Partner, der jemals jemanden gestellt hat."""
    befunde: tuple[tuple[Ereignis, Befund], ...]
    """Abberufungen, zu denen niemand gestellt war."""
    ist_erfasst: bool
    """Ob die Akte zum Personal überhaupt etwas enthält."""

    def zahl(self, partner: str) -> Personalzahl:
        """Gibt, wie viele ein Partner gestellt hat; null, wenn zum Personal etwas erfasst ist, aber nichts von ihm."""
        return dict(self.zahlen).get(partner, Personalzahl())

    @property
    def besetzungen(self) -> tuple[Besetzung, ...]:
        """Wer am Stichtag gestellt ist, so wie die Regeln zum Personal es brauchen."""
        return tuple(
            Besetzung(einer.akteur, einer.funktion, einer.abgeordnet_an, einer.vorgesetzt) for einer in self.gestellt
        )


def personalstand(ereignisse: Iterable[Ereignis], stichtag: date) -> Personalstand:
    """Stellt aus Gestellungen und Abberufungen fest, wer an einem Tag da ist.

    Wird dieselbe Person noch einmal gestellt, so gilt die spätere Angabe. Wer schon da ist und an einem Tag abberufen
    und gestellt wird, geht erst und kommt dann wieder; wer nicht da ist, kommt erst.

    Args:
        ereignisse: Die geltenden Ereignisse, nach dem Tag geordnet.
        stichtag: Der Tag.

    Returns:
        Der Stand am Ende dieses Tages.

    Quelle:
        17-P1, 17-P2.

    >>> kommt = PersonalGestellt(datum=date(2018, 1, 2), akteur="ihk", person="Stelle 3")
    >>> geht = PersonalAbberufen(datum=date(2018, 9, 30), akteur="ihk", person="Stelle 3")
    >>> personalstand([kommt, geht], date(2018, 12, 31)).zahl("ihk")
    Personalzahl(jemals=1, im_jahr=1, am_stichtag=0)
    """
    da: dict[tuple[str, str], PersonalGestellt] = {}
    zahlen: dict[str, Personalzahl] = {}
    befunde: list[tuple[Ereignis, Befund]] = []
    im_stichjahr = False
    ist_erfasst = False
    for ereignis in _der_reihe_nach(ereignisse, da):
        ist_erfasst = True
        if not im_stichjahr and ereignis.datum and ereignis.datum.year >= stichtag.year:
            im_stichjahr, zahlen = True, _neues_jahr(zahlen)
        schluessel = (ereignis.akteur, ereignis.person)
        if isinstance(ereignis, PersonalGestellt):
            da.pop(schluessel, None)
            da[schluessel] = ereignis
        elif da.pop(schluessel, None) is None:
            befunde.append((ereignis, _befund_ohne_gestellung(ereignis)))
            zahlen[ereignis.akteur] = _war_schon_da(zahlen.get(ereignis.akteur, Personalzahl()))
        zahlen[ereignis.akteur] = _gezaehlt(
            zahlen.get(ereignis.akteur, Personalzahl()), sum(partner == ereignis.akteur for partner, _ in da)
        )
    if not im_stichjahr:
        zahlen = _neues_jahr(zahlen)
    return Personalstand(tuple(da.values()), tuple(zahlen.items()), tuple(befunde), ist_erfasst)


_Personalereignis = PersonalGestellt | PersonalAbberufen


def _der_reihe_nach(ereignisse: Iterable[Ereignis], da: Collection[tuple[str, str]]) -> Iterator[_Personalereignis]:
    """An jedem Tag zuerst, wer geht und da ist, dann, wer kommt, zuletzt, wer am selben Tag wieder geht."""
    zum_personal = [e for e in ereignisse if isinstance(e, (PersonalGestellt, PersonalAbberufen))]
    for _, gruppe in groupby(zum_personal, key=lambda ereignis: ereignis.datum):
        am_tag = list(gruppe)
        gehen = {
            (e.akteur, e.person): e for e in am_tag if isinstance(e, PersonalAbberufen) and (e.akteur, e.person) in da
        }
        zuerst = [id(ereignis) for ereignis in gehen.values()]
        yield from gehen.values()
        yield from [ereignis for ereignis in am_tag if id(ereignis) not in zuerst]


def _neues_jahr(zahlen: dict[str, Personalzahl]) -> dict[str, Personalzahl]:
    """Mit dem Kalenderjahr des Stichtags beginnt die Zählung des Jahres bei dem, was gerade da ist."""
    return {partner: Personalzahl(zahl.jemals, zahl.am_stichtag, zahl.am_stichtag) for partner, zahl in zahlen.items()}


def _war_schon_da(bisher: Personalzahl) -> Personalzahl:
    """Wer abberufen wird, war gestellt, auch wenn der Tag nicht erfasst ist."""
    return Personalzahl(max(bisher.jemals, 1), max(bisher.im_jahr, 1), bisher.am_stichtag)


def _gezaehlt(bisher: Personalzahl, anzahl: int) -> Personalzahl:
    return Personalzahl(max(bisher.jemals, anzahl), max(bisher.im_jahr, anzahl), anzahl)


def _befund_ohne_gestellung(ereignis: PersonalAbberufen) -> Befund:
    text = f"Abberufen ist „{ereignis.person}“; dass diese Person gestellt war, ist nicht erfasst."
    return Befund("abberufung_ohne_gestellung", Schwere.WARNUNG, text, (normen.PERSONALGESTELLUNG,))
