"""Fassungsfolge: welche Vertragsfassung an welchem Tag gilt, wenn Partner beitreten oder der Vertrag geändert wird."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from attrs import evolve, frozen

from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.herleitung import Protokoll, ohne_protokoll
from kooperationsvertrag.norm import Befund
from kooperationsvertrag.regeln.laufzeit import (
    befunde_zum_fassungswechsel,
    beitraege_im_wechseljahr,
    fassung_wirksam_ab,
)
from kooperationsvertrag.regeln.mitgliedschaft import (
    Beitrittsantrag,
    Urteil,
    befund_zum_bisherigen_partner,
    befund_zur_entscheidung,
    befunde_zur_foerderlichkeit,
    befunde_zur_rechtsform,
    beitraege_mit_neuem_partner,
    beitraege_nach_beitritt,
    beitrag_im_beitrittsjahr,
    fassung_nach_beitritt,
    ist_beitrittsfaehig,
    ist_entschieden,
    ist_gebietskoerperschaft,
    ist_jahresbeginn,
    wirksam_ab,
)
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister
from kooperationsvertrag.vertrag.geregelt import auslegung_der_fassung
from kooperationsvertrag.vertrag.lesarten import (
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Kreisangehoerige,
    SchluesselNachBeitritt,
    Wechseljahr,
)
from kooperationsvertrag.vertrag.partner import Rechtsform


@frozen
class Beitritt:
    """Ein Beitritt, der wirkt."""

    antrag: Beitrittsantrag
    """Der Antrag."""
    ab: date
    """Tag, ab dem der Bewerber Partner ist."""
    beitraege: Betraege
    """Jährlicher Beitrag je Partner ab dem nächsten Jahresbeginn, in Cent."""
    beitrag_im_ersten_jahr: Geldbetrag
    """Beitrag des neuen Partners für das Jahr des Beitritts, in Cent."""


@frozen
class Wechsel:
    """Eine neue Fassung, die in Kraft tritt."""

    fassung: Vertragsfassung
    """Die neue Fassung."""
    in_kraft: date
    """Der Tag, an dem sie in Kraft tritt."""
    lesart: Wechseljahr
    """Was für das angefangene Jahr gilt."""
    ab: date
    """Der Tag, von dem an nach ihr gerechnet würde, auch wenn dann schon eine spätere Fassung an ihrer Stelle steht."""


@frozen
class Fassungsfolge:
    """Die Fassung zu Beginn, die Fassungen, die an ihre Stelle treten, und die Beitritte, die wirken."""

    beginn: Vertragsfassung
    """Die Fassung, die zu Beginn gilt."""
    beitritte: tuple[Beitritt, ...] = ()
    """Die wirksamen Beitritte, nach dem Tag geordnet."""
    befunde: tuple[tuple[int, Befund], ...] = ()
    """Was zu Beitritten und Fassungen festzustellen ist, mit dem Kalenderjahr."""
    wechsel: tuple[Wechsel, ...] = ()
    """Die neuen Fassungen, nach dem Tag geordnet."""

    def am(self, tag: date) -> Vertragsfassung:
        """Gibt die Fassung eines Tages, mit den vollen Jahresbeiträgen dieses Tages.

        Args:
            tag: Der Tag.

        Returns:
            Die Fassung. Im Jahr eines Beitritts zahlen die bisherigen Partner weiter, was sie zahlten.
        """
        fassung = self.mit_vollen_beitraegen(date(tag.year, 1, 1))
        for eines in self._im_laufe_von(tag.year):
            if eines.ab > tag:
                break
            if isinstance(eines, Wechsel):
                fassung = eines.fassung
            else:
                kennung = eines.antrag.kennung
                beitraege = beitraege_mit_neuem_partner(fassung.beitraege, kennung, eines.beitraege[kennung])
                fassung = fassung_nach_beitritt(fassung, eines.antrag, beitraege)
        return fassung

    def im_jahr(self, jahr: int, protokoll: Protokoll = ohne_protokoll) -> Vertragsfassung:
        """Gibt die Fassung eines Haushaltsjahres, mit den für dieses Jahr vereinbarten Beiträgen.

        Args:
            jahr: Das Haushaltsjahr.
            protokoll: Womit Regeln aufgerufen werden.

        Returns:
            Die Fassung zu Jahresbeginn; wer im Jahr beitritt, kommt mit seinem Beitrag für dieses Jahr hinzu. Tritt im
            Jahr eine neue Fassung in Kraft und wird nach ihr abgerechnet, dann sie, mit den Beiträgen des Wechseljahrs.
        """
        fassung = self.mit_vollen_beitraegen(date(jahr, 1, 1))
        alt = fassung.beitraege
        for eines in self._im_laufe_von(jahr):
            if isinstance(eines, Wechsel):
                neu = eines.fassung.beitraege
                beitraege = protokoll(
                    beitraege_im_wechseljahr, fassung.beitraege, alt, neu, eines.in_kraft, eines.lesart
                )
                fassung = _mit_ausgeschiedenen(eines.fassung, fassung, beitraege)
                alt = neu
            else:
                kennung = eines.antrag.kennung
                beitrag = eines.beitrag_im_ersten_jahr
                beitraege = protokoll(beitraege_mit_neuem_partner, fassung.beitraege, kennung, beitrag)
                fassung = fassung_nach_beitritt(fassung, eines.antrag, beitraege)
                alt = beitraege_mit_neuem_partner(alt, kennung, eines.beitraege[kennung])
        return fassung

    def mit_vollen_beitraegen(self, tag: date) -> Vertragsfassung:
        """Gibt die Fassung eines Tages, als begänne an ihm ein Jahr.

        Args:
            tag: Der Tag.

        Returns:
            Die Fassung mit den neuen Beiträgen aller, auch im Jahr eines Beitritts.
        """
        fassung = self.beginn
        for eines in self._nacheinander():
            if eines.ab > tag:
                break
            if isinstance(eines, Wechsel):
                fassung = eines.fassung
            else:
                fassung = fassung_nach_beitritt(fassung, eines.antrag, eines.beitraege)
        return fassung

    def _im_laufe_von(self, jahr: int) -> Iterator[Wechsel | Beitritt]:
        """Was in einem Jahr nach seinem ersten Tag geschieht."""
        return (eines for eines in self._nacheinander() if eines.ab.year == jahr and not ist_jahresbeginn(eines.ab))

    def _nacheinander(self) -> list[Wechsel | Beitritt]:
        """Alles nach dem Tag; am selben Tag zuerst die neue Fassung."""
        return sorted([*self.wirksame_wechsel, *self.beitritte], key=lambda eines: eines.ab)

    @property
    def wirksame_wechsel(self) -> tuple[Wechsel, ...]:
        """Die neuen Fassungen ohne die, an deren Stelle schon eine spätere steht, wenn nach ihnen zu rechnen wäre."""
        wirksame: list[Wechsel] = []
        for eines in self.wechsel:
            wirksame = [frueheres for frueheres in wirksame if frueheres.ab < eines.ab]
            wirksame.append(eines)
        return tuple(wirksame)


def _mit_ausgeschiedenen(neu: Vertragsfassung, bisher: Vertragsfassung, beitraege: Betraege) -> Vertragsfassung:
    """Behält für das Wechseljahr auch Partner, die danach keine mehr sind, wenn sie für einen Teil schulden."""
    weitere = [einer for einer in bisher.partner if einer.kennung in beitraege and einer.kennung not in neu.beitraege]
    return evolve(neu, partner=(*neu.partner, *weitere), beitraege=beitraege)


def fassungsfolge(
    register: Fassungsregister,
    antraege: Iterable[Beitrittsantrag],
    auslegung: Auslegung,
    protokoll: Protokoll = ohne_protokoll,
) -> Fassungsfolge:
    """Stellt fest, welche Fassungen und Beitritte wirken und ab wann.

    Nach einer Lesart gefragt wird nur, wo sie für den Wechsel oder den Antrag einen Unterschied macht.

    Args:
        register: Die Fassung zu Beginn und die, die an ihre Stelle treten.
        antraege: Die Beitritte, nach dem Tag geordnet.
        auslegung: Die gewählten Lesarten; was eine Fassung selbst regelt, geht ihnen vor.
        protokoll: Womit Regeln aufgerufen werden.

    Returns:
        Die Fassungen nacheinander und was dazu festzustellen ist.

    Raises:
        LesartFehltError: Das Ergebnis hängt an einer Lesart, die nicht gewählt ist.

    Quelle:
        17-Z4 (Beitritt), 17-F7 (Haushaltsjahr).

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten
    >>> neue = evolve(BERICHT_2017, kennung="entwurf-2027")
    >>> register = Fassungsregister(BERICHT_2017, (Inkrafttreten(neue, date(2027, 7, 1)),))
    >>> folge = fassungsfolge(register, (), Auslegung.mit(Wechseljahr.ALTE_FASSUNG))
    >>> folge.im_jahr(2027).kennung, folge.im_jahr(2028).kennung
    ('bericht-2017', 'entwurf-2027')
    """
    folge = Fassungsfolge(register.beginn)
    for eines in register.geltende:
        assert eines.ab is not None
        lesart = Wechseljahr.NEUE_FASSUNG
        if not ist_jahresbeginn(eines.ab):
            lesart = auslegung_der_fassung(eines.fassung, auslegung).lesart(Wechseljahr)
        ab = protokoll(fassung_wirksam_ab, eines.ab, lesart)
        folge = evolve(folge, wechsel=(*folge.wechsel, Wechsel(eines.fassung, eines.ab, lesart, ab)))
    for antrag in antraege:
        befunde, beitritt = _pruefe(antrag, folge, auslegung, protokoll)
        beitritte = (*folge.beitritte, beitritt) if beitritt else folge.beitritte
        neue = tuple((antrag.zum.year, befund) for befund in befunde)
        folge = evolve(folge, beitritte=beitritte, befunde=(*folge.befunde, *neue))
    return evolve(folge, befunde=(*_befunde_zu_wechseln(folge), *folge.befunde))


def _befunde_zu_wechseln(folge: Fassungsfolge) -> Iterator[tuple[int, Befund]]:
    for wechsel in folge.wechsel:
        ab = wechsel.ab if wechsel in folge.wirksame_wechsel else None
        bisher = folge.am((ab or wechsel.in_kraft) - timedelta(days=1))
        for befund in befunde_zum_fassungswechsel(bisher, wechsel.fassung, wechsel.in_kraft, ab):
            yield wechsel.in_kraft.year, befund


def _pruefe(
    antrag: Beitrittsantrag, folge: Fassungsfolge, auslegung: Auslegung, protokoll: Protokoll
) -> tuple[tuple[Befund, ...], Beitritt | None]:
    """Prüft Förderlichkeit, Entscheidung und Rechtsform; was scheitert, lässt nach dem Übrigen nicht mehr fragen."""
    kann_wirken = ist_gebietskoerperschaft(antrag.rechtsform) is Urteil.JA and antrag.foerderlich is True
    fassung = folge.am(antrag.zum)
    auslegung = auslegung_der_fassung(fassung, auslegung)
    partner = fassung.partner_kennungen
    if antrag.kennung in partner:
        return (befund_zum_bisherigen_partner(antrag),), None
    entschieden = kann_wirken and _ist_entschieden(antrag, partner, auslegung, protokoll)
    lesart = Kreisangehoerige.BEITRITTSFAEHIG
    if entschieden and antrag.rechtsform is Rechtsform.KREISANGEHOERIGE_GEMEINDE:
        lesart = auslegung.lesart(Kreisangehoerige)
    faehig = protokoll(ist_beitrittsfaehig, antrag.rechtsform, lesart)
    befunde = (*befunde_zur_rechtsform(antrag, faehig), *befunde_zur_foerderlichkeit(antrag))
    if not kann_wirken or faehig is not Urteil.JA:
        return befunde, None
    beitritt = _beitritt(antrag, folge, auslegung, protokoll) if entschieden else None
    if entschieden and beitritt is None:
        return (befund_zum_bisherigen_partner(antrag),), None
    return (*befunde, befund_zur_entscheidung(antrag, beitritt.ab if beitritt else None)), beitritt


def _ist_entschieden(
    antrag: Beitrittsantrag, partner: Sequence[str], auslegung: Auslegung, protokoll: Protokoll
) -> bool:
    antworten = {ist_entschieden(antrag.zustimmung, partner, lesart) for lesart in Beitrittsentscheidung}
    lesart = Beitrittsentscheidung.ALLE_PARTNER
    if len(antworten) > 1:
        lesart = auslegung.lesart(Beitrittsentscheidung)
    return protokoll(ist_entschieden, antrag.zustimmung, partner, lesart)


def _beitritt(
    antrag: Beitrittsantrag, folge: Fassungsfolge, auslegung: Auslegung, protokoll: Protokoll
) -> Beitritt | None:
    """Gibt den Beitritt; nichts, wenn eine neue Fassung den Bewerber an diesem Tag schon als Partner nennt."""
    zeitpunkt = Beitrittszeitpunkt.VOLLER_JAHRESBEITRAG
    if not ist_jahresbeginn(antrag.zum):
        zeitpunkt = auslegung.lesart(Beitrittszeitpunkt)
    ab = protokoll(wirksam_ab, antrag.zum, zeitpunkt)
    bisher = folge.mit_vollen_beitraegen(ab)
    if antrag.kennung in bisher.partner_kennungen:
        return None
    kammern = tuple(partner.kennung for partner in bisher.partner if partner.rechtsform is Rechtsform.KAMMER)
    lesart = auslegung.lesart(SchluesselNachBeitritt)
    neue = protokoll(beitraege_nach_beitritt, bisher.beitraege, kammern, antrag.kennung, antrag.beitrag, lesart)
    im_ersten_jahr = neue.beitraege[antrag.kennung]
    if not ist_jahresbeginn(ab):
        im_ersten_jahr = protokoll(beitrag_im_beitrittsjahr, im_ersten_jahr, ab, zeitpunkt).betrag
    return Beitritt(antrag, ab, neue.beitraege, im_ersten_jahr)
