"""Vertragsstand: wie es an einem Tag um den Vertrag steht.

:func:`stand` ist eine reine Funktion der Ereignisse und eines Tages. Was später geschah oder erfasst wurde, zählt
nicht, und in welcher Reihenfolge erfasst wurde, ist gleich.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

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
    EREIGNISNAMEN,
    AbschlussberichtVorgelegt,
    Ereignis,
    ErstattungGezahlt,
    ForderungBeglichen,
    Jahresereignis,
    PlanungVorgelegt,
    RueckfuehrungAusgezahlt,
    ZusatzmittelBewilligt,
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
    bezahlte_wichtige_eigenanteile,
    dauernde_moeglichkeiten,
    uebersteigt,
    uebertragung_beschliessen,
    wichtige_eigenanteile,
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
from kooperationsvertrag.aufteilung import Rechenkonvention, aufteilen
from kooperationsvertrag.auslegung import Auslegung, OffeneFrage, Zweig, offene_fragen, varianten, zusammengefasst
from kooperationsvertrag.auslegung import zweige as alle_wege
from kooperationsvertrag.geld import NULL, Betraege, summe
from kooperationsvertrag.norm import Befund, Norm, Schwere, nach_schwere
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.personal import funktionsbefunde, vorgesetztenbefunde
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.geregelt import auslegung_der_fassung, geregelte_konvention


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
    akte: Akte = field(repr=False)
    """Alle Ereignisse, auch spätere."""
    stichtag: date
    """Der Tag."""
    auslegung: Auslegung
    """Die gewählten Lesarten."""
    konvention: Rechenkonvention | OffeneKonvention
    """Wie Centbruchteile verteilt werden."""
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

    Returns:
        Haushaltsjahre, Pflichten, Möglichkeiten und Befunde. Geprüft werden nur Jahre, die vorkommen (FL-38).

    Raises:
        AkteError: Die Ereignisse beziehen sich so aufeinander, dass nicht feststeht, was gilt.
        GeregeltError: Gewählt ist eine andere Lesart, als die Fassung selbst bestimmt.

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
    auslegung = auslegung_der_fassung(fassung, auslegung)
    akte = ereignisse if isinstance(ereignisse, Akte) else Akte(ereignisse)
    geltend = akte.geltende(stichtag)
    je_jahr = nach_jahren(geltend)
    zweige = _zweige(fassung, geltend, je_jahr, stichtag, auslegung, konvention, anfangsbestand)
    jahre = tuple(
        _jahresstand(jahr, davon, stichtag, _varianten_des_jahres(zweige, nummer))
        for nummer, (jahr, davon) in enumerate(je_jahr.items())
    )
    erfasste = [jahr for jahr in jahre if je_jahr[jahr.jahr]]
    personal = personalstand(geltend, stichtag)
    antraege = beitrittsantraege(geltend)
    beitrittszweige = _beitrittszweige(fassung, antraege, stichtag, auslegung)
    schon = {beitritt.antrag.kennung for zweig in beitrittszweige for beitritt in zweig.ergebnis}
    noch_nicht = {antrag.kennung for antrag in antraege} - schon
    pflichten = (
        *[
            pflicht
            for jahr in erfasste
            for pflicht in _pflichten(fassung, jahr, je_jahr[jahr.jahr], stichtag, auslegung, unbekannt, noch_nicht)
        ],
        *personalpflichten(fassung, personal, any(date(jahr.jahr, 1, 1) <= stichtag for jahr in jahre), auslegung),
        *dauernde_pflichten([e for e in geltend if isinstance(e, Jahresereignis)]),
    )
    ereignisbefunde = (
        *[paar for jahr in jahre for paar in _befunde_des_jahres(jahr.jahr, je_jahr[jahr.jahr], stichtag)],
        *[paar for jahr in jahre for paar in _befunde_zu_zusatzmitteln(jahr, je_jahr[jahr.jahr], auslegung)],
        *[paar for jahr in jahre for paar in _zahlungen_ohne_schuld(fassung, jahr, je_jahr[jahr.jahr])],
        *personal.befunde,
        *befunde_zu_beitritten(fassung, geltend, auslegung),
    )
    return Vertragsstand(
        fassung=fassung,
        akte=akte,
        stichtag=stichtag,
        auslegung=auslegung,
        konvention=geregelte_konvention(fassung) or konvention,
        anfangsbestand=anfangsbestand,
        unbekannt=unbekannt,
        beitritte=beitrittszweige[0].ergebnis if len({zweig.ergebnis for zweig in beitrittszweige}) == 1 else None,
        jahre=jahre,
        pflichten=pflichten,
        moeglichkeiten=_moeglichkeiten(jahre, je_jahr, auslegung),
        personal=personal,
        berichtigungen=akte.berichtigungen(stichtag),
        ereignisbefunde=ereignisbefunde,
        befunde=_befunde(
            fassung,
            erfasste,
            pflichten,
            personal,
            ereignisbefunde,
            _namen(fassung, geltend),
        ),
        offene_fragen=_offene_fragen(zweige, beitrittszweige, pflichten),
        nicht_geprueft=(
            *[
                f"Zum Haushaltsjahr {jahr} ist nichts erfasst; geprüft ist es deshalb nicht."
                for jahr in je_jahr
                if not je_jahr[jahr]
            ],
            *_nicht_geprueft(jahre, personal, stichtag, unbekannt),
        ),
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
    """
    return stand(
        bisher.fassung,
        bisher.akte.mit(weitere),
        stichtag,
        bisher.auslegung,
        bisher.konvention,
        bisher.anfangsbestand,
        bisher.unbekannt,
    )


def _beitrittszweige(
    fassung: Vertragsfassung, antraege: Sequence[Beitrittsantrag], stichtag: date, auslegung: Auslegung
) -> tuple[Zweig[tuple[Beitritt, ...]], ...]:
    def wirksame(gefragt: Auslegung) -> tuple[Beitritt, ...]:
        folge = fassungsfolge(fassung, [antrag for antrag in antraege if antrag.zum <= stichtag], gefragt)
        return tuple(beitritt for beitritt in folge.beitritte if beitritt.ab <= stichtag)

    return alle_wege(wirksame, auslegung)


def _namen(fassung: Vertragsfassung, geltend: Sequence[Ereignis]) -> Mapping[str, str]:
    return {**{antrag.kennung: antrag.name for antrag in beitrittsantraege(geltend)}, **fassung.namen}


def _zweige(
    fassung: Vertragsfassung,
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
    jahre = tuple(_bisher(jahr) if jahr.jahr in laufend else jahr for jahr in haushaltsjahre(fassung, geltend))
    aufzeichnung = Aufzeichnung(fassung, jahre, beitrittsantraege(geltend), anfangsbestand)
    return alle_zweige(aufzeichnung, auslegung, geregelte_konvention(fassung) or konvention, laufend)


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
    jahre: Sequence[Jahresstand], je_jahr: Mapping[int, Jahresereignisse], auslegung: Auslegung
) -> tuple[Moeglichkeit, ...]:
    gefunden: list[Moeglichkeit | None] = []
    for jahr in jahre:
        davon, abrechnungen = je_jahr[jahr.jahr], [variante.ergebnis for variante in jahr.abrechnungen]
        gefunden.append(zusatzmittel_anstreben(jahr.phase, davon, abrechnungen, auslegung))
        gefunden.append(uebertragung_beschliessen(jahr.phase, davon, abrechnungen, auslegung))
    return (*[moeglichkeit for moeglichkeit in gefunden if moeglichkeit], *dauernde_moeglichkeiten())


def _zahlungen_ohne_schuld(
    fassung: Vertragsfassung, jahr: Jahresstand, ereignisse: Jahresereignisse
) -> list[Ereignisbefund]:
    """Wer zahlt, was unter keiner Lesart geschuldet ist, und wer zurückführt, ohne das Geld zu halten."""
    gefunden: list[Ereignisbefund] = []
    for art, groesse, norm in _SCHULDEN:
        zahlungen = ereignisse.get(art, ())
        for wer in dict.fromkeys(zahlung.akteur for zahlung in zahlungen):
            davon = [z for z in zahlungen if isinstance(z, (ErstattungGezahlt, ForderungBeglichen)) and z.akteur == wer]
            hoechstens = max(getattr(variante.ergebnis, groesse).get(wer, NULL) for variante in jahr.abrechnungen)
            if summe([zahlung.betrag for zahlung in davon]) > hoechstens:
                text = (
                    f"Haushaltsjahr {jahr.jahr}, {EREIGNISNAMEN[art]}: {fassung.namen.get(wer, wer)} hat mehr gezahlt, "
                    f"als nach dem Stand dieses Tages geschuldet ist (höchstens {hoechstens})."
                )
                gefunden.append((davon[-1], Befund("zahlung_ohne_schuld", Schwere.WARNUNG, text, (norm,))))
    for auszahlung in ereignisse.get(RueckfuehrungAusgezahlt, ()):
        if auszahlung.akteur != fassung.sitz_der_abordnung:
            zahler = fassung.namen.get(auszahlung.akteur, auszahlung.akteur)
            text = (
                f"Haushaltsjahr {jahr.jahr}, Rückführung ausgezahlt durch {zahler}: "
                f"Das Geld hält dem Zusammenhang nach {fassung.namen[fassung.sitz_der_abordnung]} (OF-35)."
            )
            befund = Befund("rueckfuehrung_durch_andere", Schwere.HINWEIS, text, (normen.RUECKFUEHRUNG,))
            gefunden.append((auszahlung, befund))
    return gefunden


_SCHULDEN: tuple[tuple[type[Ereignis], str, Norm], ...] = (
    (ErstattungGezahlt, "erstattungen", normen.PERSONALKOSTEN),
    (ForderungBeglichen, "forderungen", normen.RUECKFUEHRUNG),
)


def _befunde_zu_zusatzmitteln(
    jahr: Jahresstand, ereignisse: Jahresereignisse, auslegung: Auslegung
) -> list[Ereignisbefund]:
    """Zusatzmittel ohne Anlass schaden niemandem; es wird nur darauf hingewiesen."""
    bewilligt = ereignisse.get(ZusatzmittelBewilligt, ())
    wichtige = wichtige_eigenanteile(ereignisse)
    if not bewilligt or not wichtige:
        return []
    bezahlt = bezahlte_wichtige_eigenanteile(ereignisse)
    moeglich = {
        antwort.ergebnis
        for variante in jahr.abrechnungen
        for antwort in varianten(partial(uebersteigt, wichtige, bezahlt, variante.ergebnis), auslegung)
    }
    if True in moeglich:
        return []
    text = (
        f"Haushaltsjahr {jahr.jahr}: Zusatzmittel sind bewilligt, obwohl die wichtigen Eigenanteile von {wichtige} "
        "die Leistungsfähigkeit unter keiner Lesart übersteigen."
    )
    befund = Befund("zusatzmittel_ohne_anlass", Schwere.HINWEIS, text, (normen.ZUSATZMITTEL,))
    return [(bewilligt[0], befund)]


def _befunde(
    fassung: Vertragsfassung,
    jahre: Sequence[Jahresstand],
    pflichten: Sequence[Pflicht],
    personal: Personalstand,
    ereignisbefunde: Sequence[Ereignisbefund],
    namen: Mapping[str, str],
) -> tuple[Befund, ...]:
    gefunden = [befund for jahr in jahre for befund in _befunde_der_abrechnung(jahr)]
    gefunden += [befund for _, befund in ereignisbefunde]
    gefunden += [befund for jahr in jahre for befund in _befunde_zur_auszahlung(jahr, namen)]
    gefunden += funktionsbefunde(fassung, personal.besetzungen)
    gefunden += vorgesetztenbefunde(fassung, personal.besetzungen)
    gefunden += [befund for pflicht in pflichten for befund in pflichtbefunde(pflicht, namen)]
    return nach_schwere(dict.fromkeys(gefunden))


def _befunde_der_abrechnung(jahr: Jahresstand) -> list[Befund]:
    """Was unter jeder Lesart gilt; von einem laufenden Jahr nur Verstöße, alles andere kann noch werden (FL-44)."""
    je_variante = [variante.ergebnis.befunde for variante in jahr.abrechnungen]
    gemeinsame = [befund for befund in je_variante[0] if all(befund in andere for andere in je_variante[1:])]
    return [befund for befund in gemeinsame if jahr.ist_abgerechnet or befund.schwere is Schwere.VERSTOSS]


def _befunde_zur_auszahlung(jahr: Jahresstand, namen: Mapping[str, str]) -> list[Befund]:
    """Wer unter jeder Lesart mehr erhielt, als ihm zusteht."""
    befunde: list[Befund] = []
    for partner, betrag in jahr.ausgezahlt.paare:
        hoechstens = max(variante.ergebnis.rueckfuehrung.get(partner, NULL) for variante in jahr.abrechnungen)
        if jahr.ist_abgerechnet and betrag > hoechstens:
            zusteht = f"stehen höchstens {hoechstens} zu" if hoechstens else "steht nichts zu"
            text = (
                f"Haushaltsjahr {jahr.jahr}: Zurückgeführt sind an {namen.get(partner, partner)} {betrag}; nach dem "
                f"Stand dieses Tages {zusteht}."
            )
            befunde.append(Befund("rueckfuehrung_zu_hoch", Schwere.WARNUNG, text, (normen.RUECKFUEHRUNG,)))
    return befunde


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


_UNBEKANNTES: tuple[tuple[type[Ereignis], str], ...] = (
    (PlanungVorgelegt, "die Planung"),
    (AbschlussberichtVorgelegt, "der Abschlussbericht"),
)


def _nicht_geprueft(
    jahre: Sequence[Jahresstand], personal: Personalstand, stichtag: date, unbekannt: Unbekannt
) -> tuple[str, ...]:
    """Sagt, wozu die Akte schweigt: Schweigen einer Akte ist kein Befund (FL-38)."""
    hinweise = [
        f"Haushaltsjahr {jahr.jahr}: Ob und wann {was} vorlag, ist nicht angegeben; geprüft ist es deshalb nicht."
        for jahr in jahre
        for art, was in _UNBEKANNTES
        if (jahr.jahr, art) in unbekannt
    ]
    if not jahre:
        hinweise.append("Bis zu diesem Tag ist zu keinem Haushaltsjahr etwas erfasst.")
    elif jahre[-1].jahr + 1 == stichtag.year:
        hinweise.append(f"Zum Haushaltsjahr {stichtag.year} ist nichts erfasst; geprüft ist es deshalb nicht.")
    elif jahre[-1].jahr < stichtag.year:
        spanne = f"{jahre[-1].jahr + 1} bis {stichtag.year}"
        hinweise.append(f"Zu den Haushaltsjahren {spanne} ist nichts erfasst; geprüft sind sie deshalb nicht.")
    if not personal.ist_erfasst:
        hinweise.append("Zum Personal ist nichts erfasst; ob es gestellt und abgeordnet ist, ist nicht geprüft.")
    return tuple(hinweise)
