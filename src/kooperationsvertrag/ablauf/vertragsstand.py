"""Vertragsstand: wie es an einem Tag um den Vertrag steht.

:func:`stand` ist eine reine Funktion der Ereignisse und eines Tages. Was später geschah oder erfasst wurde, zählt
nicht, und in welcher Reihenfolge erfasst wurde, ist gleich.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date

from attrs import evolve, field, frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.akte import Akte, Berichtigung
from kooperationsvertrag.ablauf.aufzeichnen import (
    Jahresereignisse,
    Unbekannt,
    beitrittsantraege,
    haushaltsjahre,
    nach_jahren,
)
from kooperationsvertrag.ablauf.ereignis import (
    Ereignis,
    Jahresereignis,
)
from kooperationsvertrag.ablauf.ereignisbefunde import Ereignisbefund, befunde_des_jahres, befunde_zu_beitritten
from kooperationsvertrag.ablauf.ergebnis import OffeneKonvention, alle_zweige, kern, unterschied
from kooperationsvertrag.ablauf.fassungsfolge import Beitritt, fassungsfolge
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Haushaltsjahr
from kooperationsvertrag.ablauf.jahresfolge import Jahresfolge
from kooperationsvertrag.ablauf.jahresphase import (
    LAUFENDE_PHASEN,
    Jahresphase,
    Phasenwechsel,
    ausgezahlt,
    phase_nach,
    phasenwechsel,
)
from kooperationsvertrag.ablauf.moeglichkeit import (
    Moeglichkeit,
    dauernde_moeglichkeiten,
    uebertragung_beschliessen,
    zusatzmittel_anstreben,
)
from kooperationsvertrag.ablauf.personalstand import Personalstand, personalstand
from kooperationsvertrag.ablauf.pflicht import (
    Jahresvarianten,
    Pflicht,
    Pflichtlage,
    beitragspflichten,
    dauernde_pflichten,
    eigenanteilspflichten,
    personalkostenpflichten,
    personalpflichten,
    pflichtbefunde,
    rechenschaftspflichten,
    rueckfuehrungspflichten,
)
from kooperationsvertrag.ablauf.standbefunde import (
    befunde_der_abrechnung,
    nicht_geprueft,
    rueckfuehrungen_zu_hoch,
    zahlungen_ohne_schuld,
    zusatzmittel_ohne_anlass,
)
from kooperationsvertrag.aufteilung import Rechenkonvention, aufteilen
from kooperationsvertrag.auslegung import Auslegung, OffeneFrage, Zweig, offene_fragen, zusammengefasst
from kooperationsvertrag.auslegung import zweige as alle_wege
from kooperationsvertrag.geld import Betraege
from kooperationsvertrag.norm import Befund, Schwere, nach_schwere
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.personal import funktionsbefunde, vorgesetztenbefunde
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister, Inkrafttreten
from kooperationsvertrag.vertrag.geregelt import (
    auslegung_der_fassung,
    gemeinsame_konvention,
    pruefe_wahl,
    wirksame_wahl,
)


@frozen
class Uebertragsherkunft:
    """Wessen Geld in einem Übertrag steckt."""

    schicht: Schicht
    """Herkunftsjahr, Betrag und Schlüssel."""
    anteile: Betraege
    """Was davon auf jeden Partner entfällt, in Cent."""


@frozen
class Jahresstand:
    """Wie es um ein Haushaltsjahr steht."""

    jahr: int
    """Das Haushaltsjahr."""
    phase: Jahresphase
    """Wo es steht; hängt das Ende an einer Lesart, so die letzte Phase, die feststeht."""
    wechsel: tuple[Phasenwechsel, ...]
    """Der Weg dahin."""
    ist_abgerechnet: bool
    """Ob abgerechnet wird; vorher ist die Abrechnung nur ein Zwischenstand (FL-44)."""
    abrechnungen: Jahresvarianten
    """Die Abrechnung oder der Zwischenstand, unter jeder Lesart, die nicht ausgeschlossen ist."""
    ausgezahlt: Betraege
    """Was je Partner schon zurückgeführt ist, in Cent."""

    @property
    def abrechnung(self) -> Jahresabrechnung | None:
        """Die Abrechnung oder der Zwischenstand; nichts, wenn sie an einer Lesart hängen."""
        return self.abrechnungen[0].ergebnis if len(self.abrechnungen) == 1 else None

    @property
    def uebertrag(self) -> tuple[Uebertragsherkunft, ...]:
        """Was ins folgende Jahr übertragen ist, und wessen Geld es ist; nichts, wenn das an einer Lesart hängt."""
        schichten = self.abrechnung.schichten_in_folgejahr if self.abrechnung else ()
        return tuple(Uebertragsherkunft(eine, aufteilen(eine.betrag, eine.schluessel).betraege) for eine in schichten)


@frozen
class Vertragsstand:
    """Wie es an einem Tag um den Vertrag steht."""

    fassung: Vertragsfassung
    """Die Fassung zu Beginn."""
    wechsel: tuple[Inkrafttreten, ...]
    """Fassungen, die an ihre Stelle treten, auch spätere."""
    akte: Akte = field(repr=False)
    """Alle Ereignisse, auch spätere."""
    stichtag: date
    """Der Tag."""
    auslegung: Auslegung
    """Die gewählten Lesarten."""
    gewaehlte_konvention: Rechenkonvention | OffeneKonvention
    """Wie Centbruchteile verteilt werden, wo keine Fassung etwas darüber sagt."""
    anfangsbestand: tuple[Schicht, ...]
    """Was das erste Jahr aus Jahren davor vorfindet."""
    unbekannt: Unbekannt
    """Wovon nicht bekannt ist, ob es geschah."""
    beitritte: tuple[Beitritt, ...] | None
    """Beitritte, die bis zu diesem Tag wirken; nichts, wenn das an einer Lesart hängt."""
    jahre: tuple[Jahresstand, ...]
    """Jedes Haushaltsjahr, das bis zu diesem Tag vorkommt."""
    pflichten: tuple[Pflicht, ...]
    """Alle Pflichten mit ihrem Stand."""
    moeglichkeiten: tuple[Moeglichkeit, ...]
    """Was jetzt getan werden darf."""
    personal: Personalstand
    """Wer gestellt ist."""
    berichtigungen: tuple[Berichtigung, ...]
    """Was bis zu diesem Tag ersetzt oder aufgehoben wurde."""
    ereignisbefunde: tuple[Ereignisbefund, ...]
    """Ereignisse, die der Vertrag so nicht vorsieht."""
    befunde: tuple[Befund, ...]
    """Alle Feststellungen, die unter jeder Lesart gelten, das Schwerste zuerst."""
    offene_fragen: tuple[OffeneFrage, ...]
    """Auslegungsfragen, an denen Beträge oder Pflichten hängen; zuerst die mit dem größten Unterschied."""
    nicht_geprueft: tuple[str, ...]
    """Wozu die Akte nichts enthält."""

    @property
    def register(self) -> Fassungsregister:
        """Welche Fassung wann gilt, ohne Beitritte."""
        return Fassungsregister(self.fassung, self.wechsel)

    @property
    def konvention(self) -> Rechenkonvention | OffeneKonvention:
        """Wie Centbruchteile verteilt werden: wie alle Fassungen bis zu diesem Tag es regeln, sonst wie gewählt."""
        bis_dahin = tuple(eines for eines in self.wechsel if eines.ab and eines.ab <= self.stichtag)
        return gemeinsame_konvention(Fassungsregister(self.fassung, bis_dahin).fassungen) or self.gewaehlte_konvention

    @property
    def ist_eindeutig(self) -> bool:
        """Ob alle nicht ausgeschlossenen Lesarten übereinstimmen."""
        return not self.offene_fragen

    @property
    def verstoesse(self) -> tuple[Befund, ...]:
        """Die Verstöße, die unter jeder Lesart festgestellt sind."""
        return tuple(befund for befund in self.befunde if befund.schwere is Schwere.VERSTOSS)


def stand(
    fassung: Vertragsfassung,
    ereignisse: Akte | Iterable[Ereignis],
    stichtag: date,
    auslegung: Auslegung = Auslegung(),
    konvention: Rechenkonvention | OffeneKonvention = Rechenkonvention(),
    anfangsbestand: tuple[Schicht, ...] = (),
    unbekannt: Unbekannt = frozenset(),
    wechsel: tuple[Inkrafttreten, ...] = (),
) -> Vertragsstand:
    """Stellt fest, wie es an einem Tag um den Vertrag steht.

    Args:
        fassung: Die Fassung zu Beginn.
        ereignisse: Was geschehen ist, in beliebiger Reihenfolge; spätere Ereignisse zählen nicht.
        stichtag: Der Tag.
        auslegung: Die gewählten Lesarten; was nicht gewählt ist, wird durchgerechnet, wo es etwas ändert.
        konvention: Wie Centbruchteile verteilt werden.
        anfangsbestand: Was das erste Jahr aus Jahren davor vorfindet.
        unbekannt: Wovon nicht bekannt ist, ob es geschah; sonst gilt die Aufzählung der Ereignisse als vollständig.
        wechsel: Fassungen, die an die Stelle der ersten treten; was erst nach dem Stichtag in Kraft tritt, zählt nicht.

    Returns:
        Haushaltsjahre, Pflichten, Möglichkeiten und Befunde. Geprüft werden nur Jahre, die vorkommen (FL-38).

    Raises:
        AkteError: Die Ereignisse beziehen sich so aufeinander, dass nicht feststeht, was gilt.
        GeregeltError: Gewählt ist eine andere Lesart, als jede Fassung selbst bestimmt.

    Quelle:
        17-F1 bis 17-F9, 17-P1 bis 17-P5, 17-G1 bis 17-G3, 17-B2, 17-Z4.

    >>> from kooperationsvertrag.ablauf import ereignis
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> akte = [
    ...     ereignis.PlanungVorgelegt(datum=date(2017, 12, 20), jahr=2018),
    ...     ereignis.BeitraegeWieVereinbart(datum=date(2018, 1, 15), jahr=2018),
    ...     ereignis.AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018),
    ... ]
    >>> am_1_maerz = stand(BERICHT_2017, akte, date(2019, 3, 1))
    >>> am_1_maerz.jahre[0].phase.value
    'abgeschlossen'
    >>> [pflicht.status.value for pflicht in am_1_maerz.pflichten[:3]]
    ['erfuellt', 'erfuellt', 'faellig']
    """
    register = Fassungsregister(fassung, tuple(eines for eines in wechsel if eines.ab and eines.ab <= stichtag))
    pruefe_wahl(auslegung, Fassungsregister(fassung, wechsel).fassungen)
    heute = register.fassung_am(stichtag)
    heutige_auslegung = auslegung_der_fassung(heute, auslegung)
    akte = ereignisse if isinstance(ereignisse, Akte) else Akte(ereignisse)
    geltend = akte.geltende(stichtag)
    je_jahr = nach_jahren(geltend)
    zweige = _zweige(register, geltend, je_jahr, stichtag, auslegung, konvention, anfangsbestand)
    jahre = tuple(
        _jahresstand(jahr, davon, stichtag, _varianten_des_jahres(zweige, nummer))
        for nummer, (jahr, davon) in enumerate(je_jahr.items())
    )
    erfasste = [jahr for jahr in jahre if je_jahr[jahr.jahr]]
    personal = personalstand(geltend, stichtag)
    antraege = beitrittsantraege(geltend)
    beitrittszweige = _beitrittszweige(register, antraege, stichtag, auslegung)
    schon = {beitritt.antrag.kennung for zweig in beitrittszweige for beitritt in zweig.ergebnis}
    noch_nicht = {antrag.kennung for antrag in antraege} - schon
    hat_begonnen = any(date(jahr.jahr, 1, 1) <= stichtag for jahr in jahre)
    pflichten = (
        *[
            pflicht
            for jahr in erfasste
            for pflicht in _pflichten(
                _fassung_des_jahres(register, jahr.jahr),
                jahr,
                je_jahr[jahr.jahr],
                stichtag,
                _auslegung_des_jahres(register, jahr.jahr, auslegung),
                unbekannt,
                noch_nicht,
            )
        ],
        *personalpflichten(heute, personal, hat_begonnen, heutige_auslegung),
        *dauernde_pflichten([e for e in geltend if isinstance(e, Jahresereignis)]),
    )
    ereignisbefunde = (
        *[paar for jahr in jahre for paar in _befunde_des_jahres(jahr.jahr, je_jahr[jahr.jahr], stichtag)],
        *[
            paar
            for jahr in jahre
            for paar in zusatzmittel_ohne_anlass(
                jahr.jahr, je_jahr[jahr.jahr], jahr.abrechnungen, _auslegung_des_jahres(register, jahr.jahr, auslegung)
            )
        ],
        *[
            paar
            for jahr in jahre
            for paar in zahlungen_ohne_schuld(
                _fassung_des_jahres(register, jahr.jahr), jahr.jahr, je_jahr[jahr.jahr], jahr.abrechnungen
            )
        ],
        *personal.befunde,
        *befunde_zu_beitritten(register, geltend, auslegung),
    )
    return Vertragsstand(
        fassung=fassung,
        wechsel=wechsel,
        akte=akte,
        stichtag=stichtag,
        auslegung=heutige_auslegung,
        gewaehlte_konvention=konvention,
        anfangsbestand=anfangsbestand,
        unbekannt=unbekannt,
        beitritte=beitrittszweige[0].ergebnis if len({zweig.ergebnis for zweig in beitrittszweige}) == 1 else None,
        jahre=jahre,
        pflichten=pflichten,
        moeglichkeiten=_moeglichkeiten(jahre, je_jahr, register, auslegung),
        personal=personal,
        berichtigungen=akte.berichtigungen(stichtag),
        ereignisbefunde=ereignisbefunde,
        befunde=_befunde(
            heute,
            erfasste,
            pflichten,
            personal,
            ereignisbefunde,
            _namen(register, geltend),
        ),
        offene_fragen=_offene_fragen(zweige, beitrittszweige, pflichten),
        nicht_geprueft=nicht_geprueft(je_jahr, personal, stichtag, unbekannt),
    )


def _befunde_des_jahres(jahr: int, ereignisse: Jahresereignisse, stichtag: date) -> tuple[Ereignisbefund, ...]:
    return befunde_des_jahres(ereignisse, phasenwechsel(jahr, ereignisse, stichtag))


def fortgeschrieben(bisher: Vertragsstand, weitere: Iterable[Ereignis], stichtag: date) -> Vertragsstand:
    """Führt einen Stand mit weiteren Ereignissen auf einen anderen Tag fort.

    Args:
        bisher: Der Stand.
        weitere: Was hinzukommt, gleich wann es geschah.
        stichtag: Der neue Tag.

    Returns:
        Derselbe Stand, als wäre von Anfang an alles erfasst gewesen.

    Raises:
        AkteError: Die Ereignisse beziehen sich so aufeinander, dass nicht feststeht, was gilt.

    >>> from kooperationsvertrag.ablauf.ereignis import PlanungVorgelegt
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> planung = PlanungVorgelegt(datum=date(2017, 12, 20), jahr=2018)
    >>> am_1_juni = stand(BERICHT_2017, [planung], date(2018, 6, 1))
    >>> am_1_maerz = fortgeschrieben(am_1_juni, [], date(2019, 3, 1))
    >>> [einer.jahre[0].phase.value for einer in (am_1_juni, am_1_maerz)]
    ['laufend', 'abgelaufen']
    """
    return stand(
        bisher.fassung,
        bisher.akte.mit(weitere),
        stichtag,
        bisher.auslegung,
        bisher.gewaehlte_konvention,
        bisher.anfangsbestand,
        bisher.unbekannt,
        bisher.wechsel,
    )


def _fassung_des_jahres(register: Fassungsregister, jahr: int) -> Vertragsfassung:
    """Für ein Haushaltsjahr gilt die Fassung an seinem ersten Tag (FL-46)."""
    return register.fassung_am(date(jahr, 1, 1))


def _auslegung_des_jahres(register: Fassungsregister, jahr: int, auslegung: Auslegung) -> Auslegung:
    return auslegung_der_fassung(_fassung_des_jahres(register, jahr), auslegung)


def _beitrittszweige(
    register: Fassungsregister, antraege: Sequence[Beitrittsantrag], stichtag: date, auslegung: Auslegung
) -> tuple[Zweig[tuple[Beitritt, ...]], ...]:
    def wirksame(gefragt: Auslegung) -> tuple[Beitritt, ...]:
        folge = fassungsfolge(register, [antrag for antrag in antraege if antrag.zum <= stichtag], gefragt)
        return tuple(beitritt for beitritt in folge.beitritte if beitritt.ab <= stichtag)

    return alle_wege(wirksame, auslegung)


def _namen(register: Fassungsregister, geltend: Sequence[Ereignis]) -> Mapping[str, str]:
    return {**{antrag.kennung: antrag.name for antrag in beitrittsantraege(geltend)}, **register.namen}


def _zweige(
    register: Fassungsregister,
    geltend: Sequence[Ereignis],
    je_jahr: Mapping[int, Jahresereignisse],
    stichtag: date,
    auslegung: Auslegung,
    konvention: Rechenkonvention | OffeneKonvention,
    anfangsbestand: tuple[Schicht, ...],
) -> tuple[Zweig[Jahresfolge], ...]:
    """Rechnet alle Jahre ab; was noch läuft, nur bis zu den Summen."""
    if not je_jahr:
        return ()
    laufend = {jahr for jahr in je_jahr if not _ist_abgerechnet(phasenwechsel(jahr, je_jahr[jahr], stichtag))}
    jahre = tuple(_bisher(jahr) if jahr.jahr in laufend else jahr for jahr in haushaltsjahre(register.beginn, geltend))
    aufzeichnung = Aufzeichnung(register.beginn, jahre, beitrittsantraege(geltend), anfangsbestand, register.weitere)
    waehlbar = wirksame_wahl(auslegung, register.fassungen)
    return alle_zweige(aufzeichnung, waehlbar, gemeinsame_konvention(register.fassungen) or konvention, laufend)


def _ist_abgerechnet(wechsel: Sequence[Phasenwechsel]) -> bool:
    return phase_nach(wechsel) not in LAUFENDE_PHASEN


def _bisher(jahr: Haushaltsjahr) -> Haushaltsjahr:
    """Was von einem laufenden Jahr feststeht: seine Buchungen, nicht sein Ende (FL-44)."""
    return evolve(jahr, geprueft=None, pruefungsergebnis=None, uebertragung=None)


def _varianten_des_jahres(zweige: Sequence[Zweig[Jahresfolge]], nummer: int) -> Jahresvarianten:
    einzeln = [Zweig(zweig.antworten, zweig.ergebnis[nummer]) for zweig in zweige]
    return zusammengefasst(einzeln, lambda jahr: kern((jahr,)))


def _jahresstand(jahr: int, ereignisse: Jahresereignisse, stichtag: date, abrechnungen: Jahresvarianten) -> Jahresstand:
    ohne_ende = phasenwechsel(jahr, ereignisse, stichtag)
    wege = {phasenwechsel(jahr, ereignisse, stichtag, variante.ergebnis) for variante in abrechnungen}
    wechsel = wege.pop() if len(wege) == 1 else ohne_ende
    return Jahresstand(
        jahr=jahr,
        phase=phase_nach(wechsel),
        wechsel=wechsel,
        ist_abgerechnet=_ist_abgerechnet(ohne_ende),
        abrechnungen=abrechnungen,
        ausgezahlt=_in_vertragsreihenfolge(ausgezahlt(ereignisse), abrechnungen),
    )


def _in_vertragsreihenfolge(betraege: Betraege, abrechnungen: Jahresvarianten) -> Betraege:
    folge = [partner for variante in abrechnungen for partner in variante.ergebnis.vereinbart]
    return Betraege(tuple((wer, betraege[wer]) for wer in dict.fromkeys([*folge, *betraege]) if wer in betraege))


def _pflichten(
    fassung: Vertragsfassung,
    jahr: Jahresstand,
    ereignisse: Jahresereignisse,
    stichtag: date,
    auslegung: Auslegung,
    unbekannt: Unbekannt,
    noch_nicht: Collection[str],
) -> tuple[Pflicht, ...]:
    partner = tuple(dict.fromkeys([p for variante in jahr.abrechnungen for p in variante.ergebnis.vereinbart]))
    return (
        *rechenschaftspflichten(
            jahr.jahr, ereignisse, stichtag, auslegung, {art for eines, art in unbekannt if eines == jahr.jahr}
        ),
        *beitragspflichten(jahr.jahr, ereignisse, stichtag, jahr.abrechnungen, noch_nicht),
        *eigenanteilspflichten(jahr.jahr, ereignisse),
        *personalkostenpflichten(jahr.jahr, ereignisse, stichtag, partner, noch_nicht),
        *rueckfuehrungspflichten(
            jahr.jahr, ereignisse, jahr.abrechnungen, jahr.ist_abgerechnet, fassung.sitz_der_abordnung
        ),
    )


def _moeglichkeiten(
    jahre: Sequence[Jahresstand],
    je_jahr: Mapping[int, Jahresereignisse],
    register: Fassungsregister,
    auslegung: Auslegung,
) -> tuple[Moeglichkeit, ...]:
    gefunden: list[Moeglichkeit | None] = []
    for jahr in jahre:
        davon, abrechnungen = je_jahr[jahr.jahr], [variante.ergebnis for variante in jahr.abrechnungen]
        des_jahres = _auslegung_des_jahres(register, jahr.jahr, auslegung)
        gefunden.append(zusatzmittel_anstreben(jahr.phase, davon, abrechnungen, des_jahres))
        gefunden.append(uebertragung_beschliessen(jahr.phase, davon, abrechnungen, des_jahres))
    return (*[moeglichkeit for moeglichkeit in gefunden if moeglichkeit], *dauernde_moeglichkeiten())


def _befunde(
    fassung: Vertragsfassung,
    jahre: Sequence[Jahresstand],
    pflichten: Sequence[Pflicht],
    personal: Personalstand,
    ereignisbefunde: Sequence[Ereignisbefund],
    namen: Mapping[str, str],
) -> tuple[Befund, ...]:
    gefunden = [befund for jahr in jahre for befund in befunde_der_abrechnung(jahr.abrechnungen, jahr.ist_abgerechnet)]
    gefunden += [befund for _, befund in ereignisbefunde]
    gefunden += [
        befund
        for jahr in jahre
        if jahr.ist_abgerechnet
        for befund in rueckfuehrungen_zu_hoch(jahr.jahr, jahr.ausgezahlt, jahr.abrechnungen, namen)
    ]
    gefunden += funktionsbefunde(fassung, personal.besetzungen)
    gefunden += vorgesetztenbefunde(fassung, personal.besetzungen)
    gefunden += [befund for pflicht in pflichten for befund in pflichtbefunde(pflicht, namen)]
    return nach_schwere(dict.fromkeys(gefunden))


def _offene_fragen(
    zweige: Sequence[Zweig[Jahresfolge]],
    beitrittszweige: Sequence[Zweig[tuple[Beitritt, ...]]],
    pflichten: Sequence[Pflicht],
) -> tuple[OffeneFrage, ...]:
    """Zuerst die Fragen, an denen Beträge hängen, dann die zu Beitritten und zum Stand einer Pflicht."""
    am_geld = offene_fragen(zweige, unterschied, kern) if zweige else ()
    gefunden = {offen.frage: offen for offen in am_geld}
    for offen in offene_fragen(beitrittszweige, lambda eine, andere: 0, _wer_ab_wann):
        gefunden.setdefault(offen.frage, offen)
    for pflicht in pflichten:
        if not pflicht.ist_eindeutig:
            lagen = [Zweig(weg, lage.ergebnis) for lage in pflicht.lagen for weg in lage.wege]
            for offen in offene_fragen(lagen, lambda eine, andere: 0, _stand_der_lage):
                gefunden.setdefault(offen.frage, offen)
    return tuple(gefunden.values())


def _wer_ab_wann(beitritte: tuple[Beitritt, ...]) -> Hashable:
    """Was ein Beitritt kostet, zeigt sich an den Beiträgen eines Jahres; hier zählt nur, wer ab wann Partner ist."""
    return tuple((beitritt.antrag.kennung, beitritt.ab) for beitritt in beitritte)


def _stand_der_lage(lage: Pflichtlage) -> Hashable:
    return lage.status, lage.betrag, lage.rest
