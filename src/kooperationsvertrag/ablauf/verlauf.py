"""Verlauf: was nacheinander geschah, und was sich dadurch am Stand eines Haushaltsjahres geändert hat."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from attrs import frozen

from kooperationsvertrag.ablauf.akte import Berichtigung
from kooperationsvertrag.ablauf.aufzeichnen import Jahresereignisse, nach_jahren
from kooperationsvertrag.ablauf.ereignis import Aufhebung, Ereignis, Jahresereignis
from kooperationsvertrag.ablauf.ereignisbefunde import Ereignisbefund, befunde_des_jahres
from kooperationsvertrag.ablauf.fassungsfolge import Beitritt
from kooperationsvertrag.ablauf.jahresphase import Phasenwechsel, phasenwechsel
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand
from kooperationsvertrag.norm import Befund, Norm
from kooperationsvertrag.vertrag.normen import BEITRITT


@frozen
class Verlaufsschritt:
    """Ein Ereignis oder ein Jahreswechsel, mit seinen Folgen."""

    tag: date | None
    """An welchem Tag; nichts, wenn keiner bekannt ist."""
    jahr: int | None
    """Zu welchem Haushaltsjahr; nichts, wenn zu keinem."""
    ereignis: Ereignis | None
    """Welches Ereignis; nichts beim Jahreswechsel und wenn ein Beitritt wirksam wird."""
    beitritt: Beitritt | None
    """Welcher Beitritt an diesem Tag wirksam wird; meist keiner."""
    wechsel: tuple[Phasenwechsel, ...]
    """Wie sich die Phase des Haushaltsjahres ändert; leer, wenn sie bleibt."""
    berichtigt: Berichtigung | None
    """Wodurch das Ereignis ersetzt oder aufgehoben ist; nichts, wenn es gilt."""
    befunde: tuple[Befund, ...]
    """Was an dem Ereignis nicht vorgesehen ist."""
    hebt_auf: Ereignis | None = None
    """Welches Ereignis eine Aufhebung betrifft; nichts bei anderen Ereignissen und solange es nicht bekannt ist."""

    @property
    def normen(self) -> tuple[Norm, ...]:
        """Die Sätze, auf denen Wechsel und Befunde beruhen."""
        aus_wechseln = [norm for wechsel in self.wechsel for norm in wechsel.uebergang.normen]
        aus_befunden = [norm for befund in self.befunde for norm in befund.normen]
        return tuple(dict.fromkeys([*aus_wechseln, *([BEITRITT] if self.beitritt else []), *aus_befunden]))


def verlauf(stand: Vertragsstand) -> tuple[Verlaufsschritt, ...]:
    """Erzählt, wie es zu einem Stand gekommen ist.

    Args:
        stand: Der Stand an einem Tag.

    Returns:
        Jedes Ereignis, das bis dahin bekannt ist, und jeder Jahreswechsel, nach dem Tag geordnet; was keinen Tag hat,
        zuerst. Auch was ersetzt oder aufgehoben ist, steht da.

    >>> from kooperationsvertrag.ablauf.ereignis import PlanungVorgelegt
    >>> from kooperationsvertrag.ablauf.vertragsstand import stand
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> bis_2019 = stand(BERICHT_2017, [PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018)], date(2019, 1, 1))
    >>> for schritt in verlauf(bis_2019):
    ...     art = schritt.ereignis.art if schritt.ereignis else "jahreswechsel"
    ...     print(schritt.tag, art, *[wechsel.uebergang.nach for wechsel in schritt.wechsel])
    2018-01-01 jahreswechsel laufend
    2018-01-12 planung_vorgelegt
    2019-01-01 jahreswechsel abgelaufen
    """
    befunde = _befunde_je_ereignis(stand)
    wechsel = _wechsel_je_ereignis(stand)
    berichtigt = {id(berichtigung.alt): berichtigung for berichtigung in stand.berichtigungen}
    geltend = {id(ereignis) for ereignis in stand.akte.geltende(stand.stichtag)}
    schritte = [
        Verlaufsschritt(eines.tag, jahr.jahr, None, None, (eines,), None, ())
        for jahr in stand.jahre
        for eines in jahr.wechsel
        if eines.ereignis is None
    ]
    schritte += [Verlaufsschritt(eines.ab, None, None, eines, (), None, ()) for eines in stand.beitritte or ()]
    bekannte = stand.akte.bekannte(stand.stichtag)
    je_kennung = {ereignis.kennung: ereignis for ereignis in bekannte if ereignis.kennung}
    for ereignis in bekannte:
        ist_gueltig = id(ereignis) in geltend
        schritte.append(
            Verlaufsschritt(
                tag=ereignis.datum,
                jahr=ereignis.jahr if isinstance(ereignis, Jahresereignis) else None,
                ereignis=ereignis,
                beitritt=None,
                wechsel=tuple(wechsel.pop(id(ereignis), ())) if ist_gueltig else (),
                berichtigt=None if ist_gueltig else berichtigt.get(id(ereignis)),
                befunde=tuple(befunde.get(id(ereignis), ())),
                hebt_auf=je_kennung.get(ereignis.ersetzt) if isinstance(ereignis, Aufhebung) else None,
            )
        )
    return tuple(sorted(schritte, key=lambda schritt: schritt.tag or date.min))


def _befunde_je_ereignis(stand: Vertragsstand) -> dict[int, list[Befund]]:
    """Alle Befunde zu Ereignissen, auch die, die sonst schon die Abrechnung nennt."""
    je_jahr = nach_jahren(stand.akte.geltende(stand.stichtag))
    befunde: dict[int, list[Befund]] = defaultdict(list)
    alle = [paar for jahr in stand.jahre for paar in _befunde_des_jahres(stand, jahr.jahr, je_jahr[jahr.jahr])]
    for ereignis, befund in [*alle, *stand.ereignisbefunde]:
        if befund not in befunde[id(ereignis)]:
            befunde[id(ereignis)].append(befund)
    return befunde


def _befunde_des_jahres(stand: Vertragsstand, jahr: int, ereignisse: Jahresereignisse) -> tuple[Ereignisbefund, ...]:
    wechsel = phasenwechsel(jahr, ereignisse, stand.stichtag)
    return befunde_des_jahres(ereignisse, wechsel, auch_aus_der_abrechnung=True)


def _wechsel_je_ereignis(stand: Vertragsstand) -> dict[int, list[Phasenwechsel]]:
    je_ereignis: dict[int, list[Phasenwechsel]] = defaultdict(list)
    for jahr in stand.jahre:
        for wechsel in jahr.wechsel:
            if wechsel.ereignis is not None:
                je_ereignis[id(wechsel.ereignis)].append(wechsel)
    return je_ereignis
