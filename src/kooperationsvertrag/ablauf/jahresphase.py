"""Jahresphase: der Weg eines Haushaltsjahres von der Planung bis zur Rückführung oder Übertragung.

:data:`UEBERGAENGE` ist die ganze Zustandsmaschine: welche Phase durch welchen Auslöser in welche übergeht, und nach
welchem Satz. :data:`ZUR_UNZEIT` sagt, welches Ereignis in welcher Phase nicht vorgesehen ist. Aus beiden Tabellen
entstehen auch die Übersichten in der Dokumentation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung, Jahresstatus
from kooperationsvertrag.ablauf.aufzeichnen import Jahresereignisse, uebertragungsbeschluesse, von_art
from kooperationsvertrag.ablauf.ereignis import (
    EREIGNISARTEN,
    EREIGNISNAMEN,
    AbschlussberichtGeprueft,
    AbschlussberichtVorgelegt,
    AusgabeGebucht,
    BeitraegeWieVereinbart,
    BeitragGezahlt,
    EigenanteilGezahlt,
    EinnahmeGebucht,
    Ereignis,
    Jahresereignis,
    PlanungVorgelegt,
    RueckfuehrungAusgezahlt,
    ZusatzmittelBewilligt,
)
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.norm import Befund, Norm, Schwere
from kooperationsvertrag.regeln.gremien import Gremium
from kooperationsvertrag.vertrag import normen


class Jahresphase(StrEnum):
    """Wo ein Haushaltsjahr steht."""

    GEPLANT = "geplant"
    """Es hat noch nicht begonnen."""
    LAUFEND = "laufend"
    """Es läuft."""
    ABGELAUFEN = "abgelaufen"
    """Es ist vorbei; der Abschlussbericht fehlt noch."""
    ABGESCHLOSSEN = "abgeschlossen"
    """Der Abschlussbericht liegt vor."""
    GEPRUEFT = "geprueft"
    """Das Aufsichtsgremium hat geprüft; was zurückzuführen ist, ist noch nicht ausgezahlt."""
    ZURUECKGEFUEHRT = "zurueckgefuehrt"
    """Alles, was übrig war, ist an die Partner ausgezahlt."""
    UEBERTRAGEN = "uebertragen"
    """Alles, was übrig war, steht im folgenden Jahr weiter zur Verfügung."""
    TEILS_UEBERTRAGEN = "teils_uebertragen"
    """Ein Teil steht weiter zur Verfügung, der andere ist ausgezahlt."""
    AUSGEGLICHEN = "ausgeglichen"
    """Es war nichts übrig."""
    UEBERSCHRITTEN = "ueberschritten"
    """Es ist mehr verausgabt, als verfügbar war; wer das trägt, ist offen (OF-34)."""


class Ausloeser(StrEnum):
    """Was ein Haushaltsjahr in die nächste Phase bringt."""

    JAHRESBEGINN = "jahresbeginn"
    """Der 1. Januar des Haushaltsjahres."""
    JAHRESENDE = "jahresende"
    """Der 31. Dezember ist vorbei."""
    ABSCHLUSSBERICHT = "abschlussbericht"
    """Der Abschlussbericht ist vorgelegt."""
    PRUEFUNG = "pruefung"
    """Das Aufsichtsgremium hat geprüft."""
    NICHTS_UEBRIG = "nichts_uebrig"
    """Es ist nichts zurückzuführen und nichts zu übertragen."""
    BUDGET_UEBERSCHRITTEN = "budget_ueberschritten"
    """Es ist mehr verausgabt, als verfügbar war."""
    ALLES_AUSGEZAHLT = "alles_ausgezahlt"
    """Jeder Partner hat erhalten, was ihm zusteht."""
    ALLES_UEBERTRAGEN = "alles_uebertragen"
    """Ein Beschluss überträgt alles, was übrig ist."""
    REST_AUSGEZAHLT = "rest_ausgezahlt"
    """Jeder Partner hat erhalten, was neben dem Übertrag noch zurückzuführen war."""


LAUFENDE_PHASEN = (Jahresphase.GEPLANT, Jahresphase.LAUFEND)
"""In diesen Phasen wird noch nicht abgerechnet (FL-44)."""

ERLEDIGT = (
    Jahresphase.ZURUECKGEFUEHRT,
    Jahresphase.UEBERTRAGEN,
    Jahresphase.TEILS_UEBERTRAGEN,
    Jahresphase.AUSGEGLICHEN,
    Jahresphase.UEBERSCHRITTEN,
)
"""In diesen Phasen ist zum Geld des Jahres nach dem Vertrag nichts mehr zu tun."""

_NICHT_GEPRUEFT = (
    Jahresphase.GEPLANT,
    Jahresphase.LAUFEND,
    Jahresphase.ABGELAUFEN,
    Jahresphase.ABGESCHLOSSEN,
)
_GEPRUEFT = (Jahresphase.GEPRUEFT,)


@frozen
class Uebergang:
    """Ein Übergang der Zustandsmaschine."""

    von: Jahresphase
    """Phase davor."""
    ausloeser: Ausloeser
    """Was ihn auslöst."""
    nach: Jahresphase
    """Phase danach."""
    normen: tuple[Norm, ...] = field(repr=lambda normen: str([norm.kennung for norm in normen]))
    """Die Sätze, aus denen er folgt."""
    ist_vorgesehen: bool = True
    """Ob der Vertrag ihn so vorsieht; sonst steht zum Ereignis ein Befund."""


_F1 = (normen.JAHRESBUDGET,)
_F7 = (normen.PLANUNG_UND_BERICHT,)
_F8 = (normen.RUECKFUEHRUNG,)
_F9 = (normen.UEBERTRAGUNG,)

UEBERGAENGE: tuple[Uebergang, ...] = (
    Uebergang(Jahresphase.GEPLANT, Ausloeser.JAHRESBEGINN, Jahresphase.LAUFEND, _F7),
    Uebergang(Jahresphase.LAUFEND, Ausloeser.JAHRESENDE, Jahresphase.ABGELAUFEN, _F7),
    Uebergang(Jahresphase.LAUFEND, Ausloeser.ABSCHLUSSBERICHT, Jahresphase.ABGESCHLOSSEN, _F7),
    Uebergang(Jahresphase.LAUFEND, Ausloeser.PRUEFUNG, Jahresphase.GEPRUEFT, _F8, ist_vorgesehen=False),
    Uebergang(Jahresphase.ABGELAUFEN, Ausloeser.ABSCHLUSSBERICHT, Jahresphase.ABGESCHLOSSEN, _F7),
    Uebergang(Jahresphase.ABGELAUFEN, Ausloeser.PRUEFUNG, Jahresphase.GEPRUEFT, _F8, ist_vorgesehen=False),
    Uebergang(Jahresphase.ABGELAUFEN, Ausloeser.ALLES_UEBERTRAGEN, Jahresphase.UEBERTRAGEN, _F9),
    Uebergang(Jahresphase.ABGESCHLOSSEN, Ausloeser.PRUEFUNG, Jahresphase.GEPRUEFT, _F8),
    Uebergang(Jahresphase.ABGESCHLOSSEN, Ausloeser.NICHTS_UEBRIG, Jahresphase.AUSGEGLICHEN, _F8),
    Uebergang(Jahresphase.ABGESCHLOSSEN, Ausloeser.BUDGET_UEBERSCHRITTEN, Jahresphase.UEBERSCHRITTEN, _F1),
    Uebergang(Jahresphase.ABGESCHLOSSEN, Ausloeser.ALLES_UEBERTRAGEN, Jahresphase.UEBERTRAGEN, _F9),
    Uebergang(Jahresphase.GEPRUEFT, Ausloeser.NICHTS_UEBRIG, Jahresphase.AUSGEGLICHEN, _F8),
    Uebergang(Jahresphase.GEPRUEFT, Ausloeser.BUDGET_UEBERSCHRITTEN, Jahresphase.UEBERSCHRITTEN, _F1),
    Uebergang(Jahresphase.GEPRUEFT, Ausloeser.ALLES_AUSGEZAHLT, Jahresphase.ZURUECKGEFUEHRT, _F8),
    Uebergang(Jahresphase.GEPRUEFT, Ausloeser.ALLES_UEBERTRAGEN, Jahresphase.UEBERTRAGEN, _F9),
    Uebergang(Jahresphase.GEPRUEFT, Ausloeser.REST_AUSGEZAHLT, Jahresphase.TEILS_UEBERTRAGEN, (*_F8, *_F9)),
)
"""Alle Übergänge; was hier nicht steht, ändert die Phase nicht."""

_JE_PHASE = {(uebergang.von, uebergang.ausloeser): uebergang for uebergang in UEBERGAENGE}


def uebergang(phase: Jahresphase, ausloeser: Ausloeser) -> Uebergang | None:
    """Gibt den Übergang, den ein Auslöser in einer Phase bewirkt.

    Args:
        phase: Wo das Haushaltsjahr steht.
        ausloeser: Was geschieht.

    Returns:
        Der Übergang; nichts, wenn sich die Phase nicht ändert.

    Quelle:
        17-F7, 17-F8, 17-F9.

    >>> uebergang(Jahresphase.ABGESCHLOSSEN, Ausloeser.PRUEFUNG).nach
    <Jahresphase.GEPRUEFT: 'geprueft'>
    >>> uebergang(Jahresphase.LAUFEND, Ausloeser.ALLES_AUSGEZAHLT) is None
    True
    """
    return _JE_PHASE.get((phase, ausloeser))


@frozen
class Phasenwechsel:
    """Ein Haushaltsjahr ist in eine andere Phase gekommen."""

    tag: date
    """An welchem Tag."""
    uebergang: Uebergang
    """Welcher Übergang."""
    ereignis: Ereignis | None
    """Welches Ereignis ihn ausgelöst hat; nichts beim Jahreswechsel."""


_RANG: Mapping[type[Ereignis], int] = {art: nummer for nummer, art in enumerate(EREIGNISARTEN)}
_JAHRESWECHSEL = -1

_Anstoss = tuple[tuple[date, int], Ausloeser, Ereignis | None]


def phasenwechsel(
    jahr: int,
    ereignisse: Jahresereignisse,
    stichtag: date,
    abrechnung: Jahresabrechnung | None = None,
) -> tuple[Phasenwechsel, ...]:
    """Verfolgt ein Haushaltsjahr bis zu einem Tag.

    Args:
        jahr: Das Haushaltsjahr.
        ereignisse: Seine geltenden Ereignisse nach Art.
        stichtag: Der Tag, bis zu dem verfolgt wird.
        abrechnung: Die Abrechnung des Jahres; ohne sie endet der Weg spätestens mit der Prüfung.

    Returns:
        Jeder Wechsel der Phase, der früheste zuerst.

    >>> [wechsel.uebergang.nach.value for wechsel in phasenwechsel(2018, {}, date(2019, 1, 1))]
    ['laufend', 'abgelaufen']
    """
    anstoesse: list[_Anstoss] = [
        ((date(jahr, 1, 1), _JAHRESWECHSEL), Ausloeser.JAHRESBEGINN, None),
        ((date(jahr + 1, 1, 1), _JAHRESWECHSEL), Ausloeser.JAHRESENDE, None),
    ]
    for bericht in von_art(ereignisse, AbschlussberichtVorgelegt):
        anstoesse.append((_stelle(bericht), Ausloeser.ABSCHLUSSBERICHT, bericht))
    for pruefung in von_art(ereignisse, AbschlussberichtGeprueft):
        if pruefung.akteur == Gremium.AUFSICHTSGREMIUM:
            # Was vor dem Jahr geprüft ist, zählt von seinem Beginn an, so wie in der Abrechnung.
            ist_zu_frueh = _stelle(pruefung)[0] < date(jahr, 1, 1)
            stelle = (date(jahr, 1, 1), _rang(pruefung)) if ist_zu_frueh else _stelle(pruefung)
            anstoesse.append((stelle, Ausloeser.PRUEFUNG, None if ist_zu_frueh else pruefung))
    gegangen = _gehe([anstoss for anstoss in anstoesse if anstoss[0][0] <= stichtag])
    ende = _erledigung(gegangen, ereignisse, abrechnung) if abrechnung else None
    return _gehe([*[a for a in anstoesse if a[0][0] <= stichtag], ende]) if ende else gegangen


def _gehe(anstoesse: Iterable[_Anstoss]) -> tuple[Phasenwechsel, ...]:
    phase, gegangen = Jahresphase.GEPLANT, list[Phasenwechsel]()
    for (tag, _), ausloeser, ereignis in sorted(anstoesse, key=lambda anstoss: anstoss[0]):
        schritt = uebergang(phase, ausloeser)
        if schritt:
            gegangen.append(Phasenwechsel(tag, schritt, ereignis))
            phase = schritt.nach
    return tuple(gegangen)


def _stelle(ereignis: Ereignis) -> tuple[date, int]:
    """Wann ein Ereignis in der Folge eines Tages an der Reihe ist."""
    return ereignis.datum or date.min, _rang(ereignis)


def _rang(ereignis: Ereignis | None) -> int:
    return _RANG[type(ereignis)] if ereignis else _JAHRESWECHSEL


def phase_nach(wechsel: Sequence[Phasenwechsel]) -> Jahresphase:
    """Gibt die Phase nach den genannten Wechseln; ohne einen ist das Jahr geplant.

    Args:
        wechsel: Die Wechsel eines Haushaltsjahres, der früheste zuerst.

    Returns:
        Wo das Haushaltsjahr danach steht.

    >>> phase_nach(phasenwechsel(2018, {}, date(2018, 6, 1))), phase_nach(())
    (<Jahresphase.LAUFEND: 'laufend'>, <Jahresphase.GEPLANT: 'geplant'>)
    """
    return wechsel[-1].uebergang.nach if wechsel else Jahresphase.GEPLANT


_ENDE: Mapping[Jahresstatus, Ausloeser] = {
    Jahresstatus.AUSGEGLICHEN: Ausloeser.NICHTS_UEBRIG,
    Jahresstatus.UEBERSCHREITUNG: Ausloeser.BUDGET_UEBERSCHRITTEN,
    Jahresstatus.RUECKFUEHRUNG: Ausloeser.ALLES_AUSGEZAHLT,
    Jahresstatus.UEBERTRAGUNG: Ausloeser.ALLES_UEBERTRAGEN,
    Jahresstatus.RUECKFUEHRUNG_UND_UEBERTRAGUNG: Ausloeser.REST_AUSGEZAHLT,
}
"""Womit ein Jahr erledigt ist, je nachdem, womit es endet; bei anderem Ausgang bleibt etwas offen."""


def _erledigung(
    gegangen: Sequence[Phasenwechsel], ereignisse: Jahresereignisse, abrechnung: Jahresabrechnung
) -> _Anstoss | None:
    """Der letzte Anstoß: wann und wodurch zum Geld des Jahres nichts mehr zu tun ist.

    Er kommt nach der Auszahlung oder dem Beschluss, die ihn auslösen, und nie, solange das Jahr läuft.
    """
    ausloeser = _ENDE.get(abrechnung.status)
    abschluss = [wechsel for wechsel in gegangen if wechsel.uebergang.nach not in LAUFENDE_PHASEN]
    if not ausloeser or not abschluss:
        return None
    letzter: Ereignis | None = None
    if abrechnung.rueckfuehrung.summe:
        letzter = _letzte_noetige_auszahlung(von_art(ereignisse, RueckfuehrungAusgezahlt), abrechnung.rueckfuehrung)
        if letzter is None:
            return None
    elif ausloeser is Ausloeser.ALLES_UEBERTRAGEN:
        beschluesse = uebertragungsbeschluesse(ereignisse)
        letzter = beschluesse[-1] if beschluesse else None
    moeglich = [wechsel for wechsel in abschluss if uebergang(wechsel.uebergang.nach, ausloeser)]
    if not moeglich:
        return None
    fruehestens = (moeglich[0].tag, _rang(moeglich[0].ereignis))
    if letzter and _stelle(letzter) > fruehestens:
        return _stelle(letzter), ausloeser, letzter
    return fruehestens, ausloeser, moeglich[0].ereignis


def _letzte_noetige_auszahlung(
    auszahlungen: Sequence[RueckfuehrungAusgezahlt], rueckfuehrung: Betraege
) -> RueckfuehrungAusgezahlt | None:
    """Die Auszahlung, mit der jeder Partner erhalten hat, was ihm zusteht."""
    offen = {partner: betrag.cent for partner, betrag in rueckfuehrung.paare if betrag}
    for auszahlung in auszahlungen:
        if auszahlung.an in offen:
            offen[auszahlung.an] -= auszahlung.betrag.cent
            if offen[auszahlung.an] <= 0:
                del offen[auszahlung.an]
            if not offen:
                return auszahlung
    return None


def ausgezahlt(ereignisse: Jahresereignisse) -> Betraege:
    """Gibt, was je Partner schon zurückgeführt ist.

    Args:
        ereignisse: Die geltenden Ereignisse eines Haushaltsjahres nach Art.

    Returns:
        Betrag je Partner in Cent; nur wer etwas erhielt.

    Quelle:
        17-F8.

    >>> auszahlungen = [
    ...     RueckfuehrungAusgezahlt(datum=date(2019, monat, 1), jahr=2018, an="ihk", betrag=Geldbetrag(100))
    ...     for monat in (3, 4)
    ... ]
    >>> ausgezahlt({RueckfuehrungAusgezahlt: auszahlungen})["ihk"]
    Geldbetrag(cent=200)
    """
    return summe_je_partner(
        (auszahlung.an, auszahlung.betrag) for auszahlung in von_art(ereignisse, RueckfuehrungAusgezahlt)
    )


def summe_je_partner(posten: Iterable[tuple[str, Geldbetrag]]) -> Betraege:
    """Zählt Beträge je Partner zusammen, in der Reihenfolge der ersten Nennung.

    Args:
        posten: Je Betrag, wem er gehört; statt eines Partners auch ein Vorhaben.

    Returns:
        Summe in Cent je Name; nur wer genannt ist.

    >>> summe_je_partner([("ihk", Geldbetrag(1)), ("mettmann", Geldbetrag(2)), ("ihk", Geldbetrag(3))]).paare
    (('ihk', Geldbetrag(cent=4)), ('mettmann', Geldbetrag(cent=2)))
    """
    summen: dict[str, Geldbetrag] = {}
    for partner, betrag in posten:
        summen[partner] = summen.get(partner, NULL) + betrag
    return Betraege(tuple(summen.items()))


@frozen
class Unzeit:
    """Eine Art von Ereignis, die in einer Phase nicht vorgesehen ist."""

    art: type[Ereignis]
    """Welche Art."""
    phasen: tuple[Jahresphase, ...]
    """In welchen Phasen."""
    kennung: str
    """Fester Name des Befunds."""
    schwere: Schwere
    """Wie ernst er ist."""
    text: str
    """Was festzustellen ist."""
    normen: tuple[Norm, ...] = field(repr=lambda normen: str([norm.kennung for norm in normen]))
    """Die Sätze, die es anders vorsehen."""
    steht_in_der_abrechnung: bool = False
    """Ob schon die Abrechnung diesen Befund nennt."""


_OHNE_BERICHT = "Diese Buchung kam erst nach dem Abschlussbericht; er weist sie nicht aus."
_OHNE_PRUEFUNG = "Diese Buchung kam erst nach der Prüfung; geprüft ist ohne sie."
_NACHTRAEGLICH = (AusgabeGebucht, EigenanteilGezahlt, EinnahmeGebucht)

ZUR_UNZEIT: tuple[Unzeit, ...] = (
    Unzeit(
        PlanungVorgelegt,
        (Jahresphase.ABGELAUFEN,),
        "planung_nach_jahresende",
        Schwere.WARNUNG,
        "Die Planung liegt erst vor, als das Haushaltsjahr vorbei ist.",
        _F7,
    ),
    Unzeit(
        PlanungVorgelegt,
        (Jahresphase.ABGESCHLOSSEN, *_GEPRUEFT),
        "planung_nach_abschlussbericht",
        Schwere.WARNUNG,
        "Die Planung liegt erst nach dem Abschlussbericht oder der Prüfung vor.",
        _F7,
        steht_in_der_abrechnung=True,
    ),
    Unzeit(
        AbschlussberichtVorgelegt,
        (Jahresphase.GEPLANT,),
        "abschlussbericht_vor_jahresbeginn",
        Schwere.WARNUNG,
        "Ein Abschlussbericht liegt vor, ehe das Haushaltsjahr begonnen hat.",
        _F7,
    ),
    Unzeit(
        AbschlussberichtVorgelegt,
        _GEPRUEFT,
        "abschlussbericht_nach_pruefung",
        Schwere.WARNUNG,
        "Dieser Abschlussbericht kommt nach der Prüfung; in dieser Fassung ist er nicht geprüft.",
        _F8,
    ),
    Unzeit(
        AbschlussberichtGeprueft,
        (Jahresphase.GEPLANT,),
        "pruefung_vor_jahresbeginn",
        Schwere.WARNUNG,
        "Geprüft wird, ehe das Haushaltsjahr begonnen hat.",
        _F8,
    ),
    Unzeit(
        AbschlussberichtGeprueft,
        (Jahresphase.LAUFEND, Jahresphase.ABGELAUFEN),
        "pruefung_ohne_vorgelegten_bericht",
        Schwere.WARNUNG,
        "Geprüft wird, obwohl an diesem Tag kein Abschlussbericht vorliegt.",
        _F8,
        steht_in_der_abrechnung=True,
    ),
    *[
        Unzeit(art, (Jahresphase.ABGESCHLOSSEN,), "buchung_nach_abschlussbericht", Schwere.WARNUNG, _OHNE_BERICHT, _F7)
        for art in _NACHTRAEGLICH
    ],
    *[
        Unzeit(art, _GEPRUEFT, "buchung_nach_pruefung", Schwere.WARNUNG, _OHNE_PRUEFUNG, _F8)
        for art in (*_NACHTRAEGLICH, BeitragGezahlt, BeitraegeWieVereinbart, ZusatzmittelBewilligt)
    ],
    Unzeit(
        RueckfuehrungAusgezahlt,
        _NICHT_GEPRUEFT,
        "rueckfuehrung_vor_pruefung",
        Schwere.WARNUNG,
        "Zurückgeführt wird, obwohl an diesem Tag nicht geprüft und deshalb nichts fällig ist.",
        _F8,
    ),
)
"""Was nicht vorgesehen ist. Es geschieht trotzdem, zählt mit seinem Betrag und wird festgestellt."""


def zur_unzeit(ereignis: Jahresereignis, wechsel: Sequence[Phasenwechsel]) -> Unzeit | None:
    """Sagt, ob ein Ereignis in der Phase, in der das Jahr gerade war, nicht vorgesehen ist.

    Eine Buchung zählt von dem Tag an, an dem sie erfasst ist: Wer eine Ausgabe ein Jahr später berichtigt, ändert, was
    geprüft wurde. Alles Übrige zählt von dem Tag an, an dem es geschah.

    Args:
        ereignis: Das Ereignis.
        wechsel: Die Phasenwechsel seines Haushaltsjahres, ohne Abrechnung verfolgt: Auch ein Jahr, zu dessen Geld
            nichts mehr zu tun ist, kann ungeprüft sein.

    Returns:
        Die Zeile der Tabelle, oder nichts, wenn das Ereignis vorgesehen ist oder keinen Tag hat.

    Quelle:
        17-F7, 17-F8.

    >>> wechsel = phasenwechsel(2018, {}, date(2019, 6, 1))
    >>> zur_unzeit(PlanungVorgelegt(datum=date(2019, 3, 1), jahr=2018), wechsel).kennung
    'planung_nach_jahresende'
    >>> zur_unzeit(PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018), wechsel) is None
    True
    """
    if ereignis.datum is None:
        return None
    tag = ereignis.datum if isinstance(ereignis, _VERFAHREN) else ereignis.bekannt_ab or ereignis.datum
    davor = [einer for einer in wechsel if _ist_davor(einer, tag, ereignis)]
    phase = phase_nach(davor)
    return next((zeile for zeile in ZUR_UNZEIT if type(ereignis) is zeile.art and phase in zeile.phasen), None)


_VERFAHREN = (PlanungVorgelegt, AbschlussberichtVorgelegt, AbschlussberichtGeprueft, RueckfuehrungAusgezahlt)


def _ist_davor(wechsel: Phasenwechsel, tag: date, ereignis: Ereignis) -> bool:
    return (wechsel.tag, _rang(wechsel.ereignis)) < (tag, _rang(ereignis))


def befund_zur_unzeit(zeile: Unzeit, ereignis: Jahresereignis) -> Befund:
    """Macht aus einer Zeile der Tabelle einen Befund zu einem Ereignis.

    Args:
        zeile: Was in einer Phase nicht vorgesehen ist.
        ereignis: Das Ereignis, das trotzdem geschah.

    Returns:
        Die Feststellung mit Haushaltsjahr und Tag und mit den Sätzen, die es anders vorsehen.

    >>> befund = befund_zur_unzeit(ZUR_UNZEIT[0], PlanungVorgelegt(datum=date(2019, 3, 1), jahr=2018))
    >>> befund.kennung, befund.text.partition(":")[0]
    ('planung_nach_jahresende', 'Haushaltsjahr 2018, Planung vorgelegt vom 01.03.2019')
    """
    tag = f" vom {ereignis.datum:%d.%m.%Y}" if ereignis.datum else ""
    text = f"Haushaltsjahr {ereignis.jahr}, {EREIGNISNAMEN[type(ereignis)]}{tag}: {zeile.text}"
    return Befund(zeile.kennung, zeile.schwere, text, zeile.normen)
