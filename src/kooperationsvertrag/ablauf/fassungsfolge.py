"""Fassungsfolge: welche Vertragsfassung an welchem Tag gilt, wenn Partner beitreten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.herleitung import Protokoll, ohne_protokoll
from kooperationsvertrag.norm import Befund
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
from kooperationsvertrag.vertrag.lesarten import (
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Kreisangehoerige,
    SchluesselNachBeitritt,
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
class Fassungsfolge:
    """Die Fassung zu Beginn und die Beitritte, die wirken."""

    beginn: Vertragsfassung
    """Die Fassung, die zu Beginn gilt."""
    beitritte: tuple[Beitritt, ...] = ()
    """Die wirksamen Beitritte, nach dem Tag geordnet."""
    befunde: tuple[tuple[int, Befund], ...] = ()
    """Was zu Beitritten festzustellen ist, mit dem Kalenderjahr."""

    def am(self, tag: date) -> Vertragsfassung:
        """Gibt die Fassung eines Tages, mit den vollen Jahresbeiträgen dieses Tages.

        Args:
            tag: Der Tag.

        Returns:
            Die Fassung. Im Jahr eines Beitritts zahlen die bisherigen Partner weiter, was sie zahlten.
        """
        fassung = self._zu_beginn(tag.year)
        for beitritt in self.beitritte:
            if beitritt.ab.year == tag.year and beitritt.ab <= tag and not ist_jahresbeginn(beitritt.ab):
                kennung = beitritt.antrag.kennung
                beitraege = beitraege_mit_neuem_partner(fassung.beitraege, kennung, beitritt.beitraege[kennung])
                fassung = fassung_nach_beitritt(fassung, beitritt.antrag, beitraege)
        return fassung

    def im_jahr(self, jahr: int, protokoll: Protokoll = ohne_protokoll) -> Vertragsfassung:
        """Gibt die Fassung eines Haushaltsjahres, mit den für dieses Jahr vereinbarten Beiträgen.

        Args:
            jahr: Das Haushaltsjahr.
            protokoll: Womit Regeln aufgerufen werden.

        Returns:
            Die Fassung zu Jahresbeginn; wer im Jahr beitritt, kommt mit seinem Beitrag für dieses Jahr hinzu.
        """
        fassung = self._zu_beginn(jahr)
        for beitritt in self.beitritte:
            if beitritt.ab.year == jahr and not ist_jahresbeginn(beitritt.ab):
                kennung = beitritt.antrag.kennung
                beitrag = beitritt.beitrag_im_ersten_jahr
                beitraege = protokoll(beitraege_mit_neuem_partner, fassung.beitraege, kennung, beitrag)
                fassung = fassung_nach_beitritt(fassung, beitritt.antrag, beitraege)
        return fassung

    def _zu_beginn(self, jahr: int) -> Vertragsfassung:
        fassung = self.beginn
        for beitritt in self.beitritte:
            if beitritt.ab <= date(jahr, 1, 1):
                fassung = fassung_nach_beitritt(fassung, beitritt.antrag, beitritt.beitraege)
        return fassung


def fassungsfolge(
    fassung: Vertragsfassung,
    antraege: Iterable[Beitrittsantrag],
    auslegung: Auslegung,
    protokoll: Protokoll = ohne_protokoll,
) -> Fassungsfolge:
    """Stellt fest, welche Beitritte wirken und ab wann.

    Nach einer Lesart gefragt wird nur, wo sie für den Antrag einen Unterschied macht.

    Args:
        fassung: Die Fassung zu Beginn.
        antraege: Die Beitritte, nach dem Tag geordnet.
        auslegung: Die Auslegung.
        protokoll: Womit Regeln aufgerufen werden.

    Returns:
        Die Fassungen nacheinander und was zu den Beitritten festzustellen ist.
    """
    folge = Fassungsfolge(fassung)
    for antrag in antraege:
        befunde, beitritt = _pruefe(antrag, folge, auslegung, protokoll)
        beitritte = (*folge.beitritte, beitritt) if beitritt else folge.beitritte
        neue = tuple((antrag.zum.year, befund) for befund in befunde)
        folge = evolve(folge, beitritte=beitritte, befunde=(*folge.befunde, *neue))
    return folge


def _pruefe(
    antrag: Beitrittsantrag, folge: Fassungsfolge, auslegung: Auslegung, protokoll: Protokoll
) -> tuple[tuple[Befund, ...], Beitritt | None]:
    """Prüft Förderlichkeit, Entscheidung und Rechtsform; was scheitert, lässt nach dem Übrigen nicht mehr fragen."""
    kann_wirken = ist_gebietskoerperschaft(antrag.rechtsform) is Urteil.JA and antrag.foerderlich is True
    partner = folge.am(antrag.zum).partner_kennungen
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
    return (*befunde, befund_zur_entscheidung(antrag, beitritt.ab if beitritt else None)), beitritt


def _ist_entschieden(
    antrag: Beitrittsantrag, partner: Sequence[str], auslegung: Auslegung, protokoll: Protokoll
) -> bool:
    antworten = {ist_entschieden(antrag.zustimmung, partner, lesart) for lesart in Beitrittsentscheidung}
    lesart = Beitrittsentscheidung.ALLE_PARTNER
    if len(antworten) > 1:
        lesart = auslegung.lesart(Beitrittsentscheidung)
    return protokoll(ist_entschieden, antrag.zustimmung, partner, lesart)


def _beitritt(antrag: Beitrittsantrag, folge: Fassungsfolge, auslegung: Auslegung, protokoll: Protokoll) -> Beitritt:
    zeitpunkt = Beitrittszeitpunkt.VOLLER_JAHRESBEITRAG
    if not ist_jahresbeginn(antrag.zum):
        zeitpunkt = auslegung.lesart(Beitrittszeitpunkt)
    ab = protokoll(wirksam_ab, antrag.zum, zeitpunkt)
    bisher = folge.beitritte[-1].beitraege if folge.beitritte else folge.beginn.beitraege
    kammern = tuple(partner.kennung for partner in folge.beginn.partner if partner.rechtsform is Rechtsform.KAMMER)
    lesart = auslegung.lesart(SchluesselNachBeitritt)
    neue = protokoll(beitraege_nach_beitritt, bisher, kammern, antrag.kennung, antrag.beitrag, lesart)
    im_ersten_jahr = neue.beitraege[antrag.kennung]
    if not ist_jahresbeginn(ab):
        im_ersten_jahr = protokoll(beitrag_im_beitrittsjahr, im_ersten_jahr, ab, zeitpunkt).betrag
    return Beitritt(antrag, ab, neue.beitraege, im_ersten_jahr)
