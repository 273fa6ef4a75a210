"""Ereignisbefunde: Ereignisse, die der Vertrag so nicht vorsieht, je mit dem Satz, der es anders sagt.

Kein Ereignis wird verworfen. Was jemand ohne Befugnis tut, hat auf das Geld keine Wirkung (FL-43); alles Übrige zählt,
auch zur Unzeit. Festgestellt wird beides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from kooperationsvertrag.ablauf.aufzeichnen import (
    Jahresereignisse,
    beitrittsantraege,
    letzte_pruefung,
    uebertragungsbeschluesse,
    von_art,
)
from kooperationsvertrag.ablauf.ereignis import (
    EREIGNISNAMEN,
    AbschlussberichtGeprueft,
    AbschlussberichtVorgelegt,
    BeitraegeWieVereinbart,
    BeitragGezahlt,
    BeitrittVollzogen,
    BeitrittZugestimmt,
    BeschlussGefasst,
    EmpfehlungAbgegeben,
    Ereignis,
    Jahresereignis,
    PlanungVorgelegt,
    RechnungGeprueft,
    RueckfuehrungAusgezahlt,
)
from kooperationsvertrag.ablauf.fassungsfolge import fassungsfolge
from kooperationsvertrag.ablauf.jahresphase import Phasenwechsel, Unzeit, befund_zur_unzeit, zur_unzeit
from kooperationsvertrag.auslegung import Auslegung, varianten
from kooperationsvertrag.norm import Befund, Schwere
from kooperationsvertrag.regeln.gremien import GREMIENNAMEN, Befugnis, Gremium, Handlung, befugnis
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister

Ereignisbefund = tuple[Ereignis, Befund]
"""Ein Ereignis und was dazu festzustellen ist."""

_HANDLUNGEN: Mapping[type[Ereignis], Callable[[Ereignis], Handlung]] = {
    PlanungVorgelegt: lambda _: Handlung.PLANUNG_ERSTELLEN,
    AbschlussberichtVorgelegt: lambda _: Handlung.ABSCHLUSSBERICHT_ERSTELLEN,
    AbschlussberichtGeprueft: lambda _: Handlung.ABSCHLUSSBERICHT_PRUEFEN,
    RechnungGeprueft: lambda _: Handlung.RECHNUNG_PRUEFEN,
    EmpfehlungAbgegeben: lambda _: Handlung.EMPFEHLEN,
}
"""Welche Handlung ein Ereignis ist, soweit der Vertrag sie einem Gremium zuweist."""


def befunde_des_jahres(
    ereignisse: Jahresereignisse, wechsel: Sequence[Phasenwechsel], *, auch_aus_der_abrechnung: bool = False
) -> tuple[Ereignisbefund, ...]:
    """Stellt fest, welche Ereignisse eines Haushaltsjahres nicht vorgesehen sind.

    Args:
        ereignisse: Seine geltenden Ereignisse nach Art.
        wechsel: Seine Phasenwechsel, ohne Abrechnung verfolgt.
        auch_aus_der_abrechnung: Ob auch genannt wird, was schon die Abrechnung feststellt.

    Returns:
        Ereignisse mit ihren Befunden, je Art nach dem Tag geordnet.

    Quelle:
        17-B2, 17-F6 bis 17-F9, 17-G3.

    >>> from kooperationsvertrag.ablauf.jahresphase import phasenwechsel
    >>> davon = {PlanungVorgelegt: [PlanungVorgelegt(datum=date(2019, 3, 1), jahr=2018)]}
    >>> [(_, befund)] = befunde_des_jahres(davon, phasenwechsel(2018, davon, date(2019, 6, 1)))
    >>> befund.kennung
    'planung_nach_jahresende'
    """
    gefunden: list[Ereignisbefund] = []
    for art in ereignisse:
        for ereignis in ereignisse[art]:
            assert isinstance(ereignis, Jahresereignis)
            zeile = zur_unzeit(ereignis, wechsel)
            if zeile and _ist_nachgeholt(ereignis, ereignisse):
                zeile = None
            if zeile and (auch_aus_der_abrechnung or not _steht_in_der_abrechnung(zeile, ereignis, ereignisse)):
                gefunden.append((ereignis, befund_zur_unzeit(zeile, ereignis)))
            gefunden += [(ereignis, befund) for befund in befunde_zum_akteur(ereignis)]
    return (
        *gefunden,
        *_mehrere_beschluesse(ereignisse),
        *_uebertragung_nach_auszahlung(ereignisse),
        *_zahlung_neben_allen(ereignisse),
    )


def _ist_nachgeholt(ereignis: Jahresereignis, ereignisse: Jahresereignisse) -> bool:
    """Ein späterer Bericht weist eine Buchung aus, und eine Prüfung danach hat ihn zum Gegenstand (FL-36)."""
    if isinstance(ereignis, AbschlussberichtVorgelegt):
        berichte = [ereignis.datum]
    elif isinstance(ereignis, (PlanungVorgelegt, AbschlussberichtGeprueft, RueckfuehrungAusgezahlt)):
        return False
    else:
        ab = ereignis.bekannt_ab or date.min
        berichte = [b.datum for b in von_art(ereignisse, AbschlussberichtVorgelegt) if b.datum and b.datum >= ab]
    pruefung = letzte_pruefung(ereignisse)
    war_geprueft = any(
        fruehere.akteur == Gremium.AUFSICHTSGREMIUM
        and fruehere.datum
        and fruehere.datum < (ereignis.bekannt_ab or date.min)
        for fruehere in von_art(ereignisse, AbschlussberichtGeprueft)
    )
    if not war_geprueft:
        return bool(berichte) and not isinstance(ereignis, AbschlussberichtVorgelegt)
    return any(bericht and pruefung and pruefung.datum and pruefung.datum >= bericht for bericht in berichte)


def _steht_in_der_abrechnung(zeile: Unzeit, ereignis: Jahresereignis, ereignisse: Jahresereignisse) -> bool:
    """Die Abrechnung sieht nur die erste Planung und die letzte Prüfung (FL-36)."""
    gesehen = (von_art(ereignisse, PlanungVorgelegt)[:1], (letzte_pruefung(ereignisse),))
    return zeile.steht_in_der_abrechnung and any(eines is ereignis for davon in gesehen for eines in davon)


def befunde_zum_akteur(ereignis: Ereignis) -> tuple[Befund, ...]:
    """Sagt, ob der Text eine Handlung dem zuweist, der gehandelt hat.

    Args:
        ereignis: Das Ereignis.

    Returns:
        Eine Warnung, wenn der Text die Handlung anderen zuweist; ein Hinweis, wenn er sie niemandem zuweist; sonst
        nichts.

    Quelle:
        17-B2, 17-F6, 17-F8, 17-F9, 17-G3.

    >>> pruefung = AbschlussberichtGeprueft(datum=date(2019, 2, 14), jahr=2018, akteur="begleitgremium")
    >>> [befund.kennung for befund in befunde_zum_akteur(pruefung)]
    ['ohne_befugnis']
    """
    if isinstance(ereignis, BeschlussGefasst):
        handlung = ereignis.gegenstand
    elif type(ereignis) in _HANDLUNGEN:
        handlung = _HANDLUNGEN[type(ereignis)](ereignis)
    else:
        return ()
    bindet_an = (Handlung.ABSCHLUSSBERICHT_PRUEFEN, Handlung.UEBERTRAGUNG_BESCHLIESSEN)
    tag = f" vom {ereignis.datum:%d.%m.%Y}"
    if ereignis.akteur not in tuple(Gremium):
        if handlung not in bindet_an:
            return ()
        text = f"{EREIGNISNAMEN[type(ereignis)]}{tag}: Das steht nur dem Aufsichtsgremium zu; am Geld ändert es nichts."
        saetze = befugnis(Gremium.AUFSICHTSGREMIUM, handlung).normen
        return (Befund("ohne_befugnis", Schwere.WARNUNG, text, saetze),)
    auskunft = befugnis(Gremium(ereignis.akteur), handlung)
    if auskunft.befugnis is Befugnis.ERLAUBT:
        return ()
    wer = GREMIENNAMEN[auskunft.gremium]
    text = f"{EREIGNISNAMEN[type(ereignis)]}{tag} durch {wer}: {auskunft.erlaeuterung}"
    if auskunft.befugnis is Befugnis.NICHT_GEREGELT and handlung not in bindet_an:
        return (Befund("befugnis_nicht_geregelt", Schwere.HINWEIS, text, auskunft.normen),)
    wirkung = " Am Geld ändert das nichts." if handlung in bindet_an else ""
    return (Befund("ohne_befugnis", Schwere.WARNUNG, f"{text}{wirkung}", auskunft.normen),)


def _mehrere_beschluesse(ereignisse: Jahresereignisse) -> list[Ereignisbefund]:
    beschluesse = uebertragungsbeschluesse(ereignisse)
    return [
        (
            frueher,
            Befund(
                "uebertragungsbeschluss_ueberholt",
                Schwere.WARNUNG,
                f"Haushaltsjahr {frueher.jahr}: Der Beschluss vom {frueher.datum:%d.%m.%Y} ist überholt; es gilt der "
                f"vom {beschluesse[-1].datum:%d.%m.%Y}.",
                (normen.UEBERTRAGUNG,),
            ),
        )
        for frueher in beschluesse[:-1]
    ]


def _uebertragung_nach_auszahlung(ereignisse: Jahresereignisse) -> list[Ereignisbefund]:
    auszahlungen = [a.datum for a in von_art(ereignisse, RueckfuehrungAusgezahlt) if a.datum]
    return [
        (
            beschluss,
            Befund(
                "uebertragung_nach_rueckfuehrung",
                Schwere.WARNUNG,
                f"Haushaltsjahr {beschluss.jahr}: Der Beschluss vom {beschluss.datum:%d.%m.%Y} betrifft Mittel, von "
                f"denen seit dem {min(auszahlungen):%d.%m.%Y} schon zurückgeführt ist.",
                (normen.UEBERTRAGUNG, normen.RUECKFUEHRUNG),
            ),
        )
        for beschluss in uebertragungsbeschluesse(ereignisse)[-1:]
        if auszahlungen and beschluss.datum and min(auszahlungen) < beschluss.datum
    ]


def _zahlung_neben_allen(ereignisse: Jahresereignisse) -> list[Ereignisbefund]:
    """Zahlungen neben der Angabe, dass alle wie vereinbart gezahlt haben, sind Überzahlungen."""
    wie_vereinbart = von_art(ereignisse, BeitraegeWieVereinbart)
    weitere = (*wie_vereinbart[1:], *(von_art(ereignisse, BeitragGezahlt) if wie_vereinbart else ()))
    return [
        (
            zahlung,
            Befund(
                "zahlung_neben_allen_beitraegen",
                Schwere.WARNUNG,
                f"Haushaltsjahr {zahlung.jahr}: Erfasst ist schon, dass alle wie vereinbart gezahlt haben; diese "
                "Zahlung kommt hinzu. Ist sie darin enthalten, so ist eine der beiden Angaben aufzuheben.",
                (normen.JAHRESBUDGET,),
            ),
        )
        for zahlung in weitere
    ]


def befunde_zu_beitritten(
    register: Fassungsregister, ereignisse: Sequence[Ereignis], auslegung: Auslegung
) -> tuple[Ereignisbefund, ...]:
    """Stellt fest, was an Zustimmungen und vollzogenen Beitritten nicht zu den Erklärungen passt.

    Args:
        register: Die Fassung zu Beginn und die, die an ihre Stelle treten.
        ereignisse: Die geltenden Ereignisse, nach dem Tag geordnet.
        auslegung: Die gewählten Lesarten; was nicht gewählt ist, wird durchgerechnet.

    Returns:
        Ereignisse mit ihren Befunden.

    Quelle:
        17-Z4.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> zugestimmt = BeitrittZugestimmt(datum=date(2019, 10, 1), akteur="ihk", bewerber="neuss")
    >>> [(_, befund)] = befunde_zu_beitritten(Fassungsregister(BERICHT_2017), [zugestimmt], Auslegung())
    >>> befund.text
    'Von „neuss“ ist bis zu diesem Tag keine Beitrittserklärung erfasst.'
    """
    antraege = beitrittsantraege(ereignisse)
    erklaert = {antrag.kennung for antrag in antraege}
    gefunden: list[Ereignisbefund] = []
    for ereignis in ereignisse:
        if isinstance(ereignis, (BeitrittZugestimmt, BeitrittVollzogen)) and ereignis.bewerber not in erklaert:
            text = f"Von „{ereignis.bewerber}“ ist bis zu diesem Tag keine Beitrittserklärung erfasst."
            gefunden.append((ereignis, Befund("beitritt_ohne_erklaerung", Schwere.WARNUNG, text, (normen.BEITRITT,))))
        elif isinstance(ereignis, BeitrittVollzogen) and ereignis.datum:

            def ist_partner(bewerber: str, tag: date, gefragt: Auslegung) -> bool:
                folge = fassungsfolge(register, antraege, gefragt)
                return bewerber in folge.am(tag).partner_kennungen

            moeglich = varianten(partial(ist_partner, ereignis.bewerber, ereignis.datum), auslegung)
            befund = _befund_zum_vollzug(ereignis.datum, {variante.ergebnis for variante in moeglich})
            gefunden += [(ereignis, befund)] if befund else []
    return tuple(gefunden)


def _befund_zum_vollzug(tag: date, ist_partner: set[bool]) -> Befund | None:
    if ist_partner == {True}:
        return None
    if ist_partner == {False}:
        text = f"Am {tag:%d.%m.%Y} wird ein Beitritt als vollzogen behandelt, der nach dem Vertrag nicht wirkt."
        return Befund("beitritt_wirkt_nicht", Schwere.WARNUNG, text, (normen.BEITRITT,))
    text = f"Ob der am {tag:%d.%m.%Y} vollzogene Beitritt wirkt, hängt von einer Lesart ab."
    return Befund("beitritt_haengt_von_lesart_ab", Schwere.HINWEIS, text, (normen.BEITRITT,))
