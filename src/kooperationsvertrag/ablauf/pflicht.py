"""Pflicht: wer wem bis wann was schuldet, und wie es an einem Tag darum steht.

Der Text nennt keine Tage, nur Beginn und Ende des Haushaltsjahres und eine Reihenfolge. Wo eine Lesart einen Tag
ergibt, steht sie dabei; wo die Lesarten zu verschiedenen Ständen führen, ist der Stand unbestimmt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from types import MappingProxyType

from attrs import field, frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.aufzeichnen import Jahresereignisse, erster_tag, letzte_pruefung, von_art
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtVorgelegt,
    AusgabeGebucht,
    BeitragGezahlt,
    EigenanteilGezahlt,
    EigenanteilZugesagt,
    Ereignis,
    ErstattungGezahlt,
    ForderungBeglichen,
    Jahresereignis,
    PlanungVorgelegt,
    RechnungGeprueft,
    RueckfuehrungAusgezahlt,
)
from kooperationsvertrag.ablauf.jahresphase import ausgezahlt, summe_je_partner
from kooperationsvertrag.ablauf.personalstand import Personalstand, Personalzahl
from kooperationsvertrag.auslegung import Auslegung, Variante, Zweig, varianten, zusammengefasst
from kooperationsvertrag.geld import NULL, Geldbetrag, summe
from kooperationsvertrag.norm import Befund, Norm, Schwere
from kooperationsvertrag.regeln.gremien import Gremium
from kooperationsvertrag.regeln.personal import ist_personal_gestellt
from kooperationsvertrag.regeln.rechenschaft import (
    Rechenschaftshandlung,
    Rechenschaftspflicht,
    berichtstag,
    pflichten,
    planungstag,
)
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import Berichtsfrist, Planungsfrist, Stellendauer

_Zahlung = BeitragGezahlt | EigenanteilGezahlt | ErstattungGezahlt | ForderungBeglichen | RueckfuehrungAusgezahlt


class Pflichtstatus(StrEnum):
    """Wie es um eine Pflicht steht."""

    KUENFTIG = "kuenftig"
    """Sie entsteht erst noch."""
    OFFEN = "offen"
    """Sie besteht; der letzte Tag ist noch nicht da, oder es gibt keinen."""
    FAELLIG = "faellig"
    """Jetzt ist zu leisten: Heute ist der letzte Tag, oder die Voraussetzung ist erfüllt und keine Frist genannt."""
    UEBERFAELLIG = "ueberfaellig"
    """Der letzte Tag ist vorbei, und nichts ist geschehen."""
    ERFUELLT = "erfuellt"
    """Geleistet."""
    VERSPAETET_ERFUELLT = "verspaetet_erfuellt"
    """Geleistet, aber nach dem letzten Tag."""
    VERLETZT = "verletzt"
    """Das Gegenteil dessen ist geschehen, was geschuldet ist."""
    ENTFALLEN = "entfallen"
    """Es ist nichts zu leisten."""
    UNBESTIMMT = "unbestimmt"
    """Der Text sagt es nicht, oder die Lesarten führen zu verschiedenen Ständen."""


class Pflichthandlung(StrEnum):
    """Was geschuldet ist."""

    PLANUNG_ERSTELLEN = "planung_erstellen"
    ABSCHLUSSBERICHT_ERSTELLEN = "abschlussbericht_erstellen"
    ABSCHLUSSBERICHT_PRUEFEN = "abschlussbericht_pruefen"
    BEITRAG_LEISTEN = "beitrag_leisten"
    EIGENANTEIL_ZAHLEN = "eigenanteil_zahlen"
    PERSONALKOSTEN_SELBST_TRAGEN = "personalkosten_selbst_tragen"
    PERSONALKOSTEN_ERSTATTEN = "personalkosten_erstatten"
    MITTEL_ZURUECKFUEHREN = "mittel_zurueckfuehren"
    FORDERUNG_BEGLEICHEN = "forderung_begleichen"
    PERSONAL_STELLEN = "personal_stellen"
    PERSONAL_ABORDNEN = "personal_abordnen"
    BERICHTEN = "berichten"
    RECHENSCHAFT_ABLEGEN = "rechenschaft_ablegen"
    RECHNUNGSPRUEFUNG_DULDEN = "rechnungspruefung_dulden"


HANDLUNGSNAMEN: Mapping[Pflichthandlung, str] = MappingProxyType(
    {
        Pflichthandlung.PLANUNG_ERSTELLEN: "Jahres- und Finanzplanung erstellen",
        Pflichthandlung.ABSCHLUSSBERICHT_ERSTELLEN: "Abschlussbericht erstellen",
        Pflichthandlung.ABSCHLUSSBERICHT_PRUEFEN: "Abschlussbericht prüfen",
        Pflichthandlung.BEITRAG_LEISTEN: "Beitrag leisten",
        Pflichthandlung.EIGENANTEIL_ZAHLEN: "zugesagten Eigenanteil zahlen",
        Pflichthandlung.PERSONALKOSTEN_SELBST_TRAGEN: "Personalkosten selbst tragen",
        Pflichthandlung.PERSONALKOSTEN_ERSTATTEN: "Personalkosten erstatten",
        Pflichthandlung.MITTEL_ZURUECKFUEHREN: "nicht verausgabte Mittel zurückführen",
        Pflichthandlung.FORDERUNG_BEGLEICHEN: "Forderung aus dem Kostenausgleich begleichen",
        Pflichthandlung.PERSONAL_STELLEN: "Personal stellen",
        Pflichthandlung.PERSONAL_ABORDNEN: "Personal abordnen",
        Pflichthandlung.BERICHTEN: "berichten",
        Pflichthandlung.RECHENSCHAFT_ABLEGEN: "Rechenschaft ablegen",
        Pflichthandlung.RECHNUNGSPRUEFUNG_DULDEN: "Rechnungsprüfung zulassen",
    }
)
"""Wie jede Handlung in Sätzen heißt."""


@frozen
class Frist:
    """Bis wann zu leisten ist."""

    ordnung: str
    """Was der Text sagt oder woraus es folgt, in Worten; leer, wenn er nichts sagt."""
    tag: date | None = None
    """Der letzte Tag; nur, wo eine Lesart einen ergibt."""


@frozen
class Pflichtlage:
    """Wie es um eine Pflicht unter einer bestimmten Auslegung steht."""

    status: Pflichtstatus
    """Der Stand."""
    frist: Frist
    """Bis wann."""
    betrag: Geldbetrag | None = None
    """Was im Ganzen geschuldet ist, in Cent; nichts, wenn es nicht um Geld geht."""
    rest: Geldbetrag | None = None
    """Was davon noch fehlt, in Cent."""
    erfuellt_am: date | None = None
    """Tag der Leistung, wenn bekannt."""


@frozen
class Pflicht:
    """Eine Pflicht und ihr Stand an einem Tag."""

    handlung: Pflichthandlung
    """Was geschuldet ist."""
    jahr: int | None
    """Haushaltsjahr; nichts, wenn sie an keinem hängt."""
    traeger: str
    """Wer schuldet: Kennung eines Partners oder Name eines Gremiums."""
    gegenueber: str
    """Wem gegenüber; leer, wenn der Text niemanden nennt."""
    gegenstand: str
    """Worum es im Einzelnen geht, zum Beispiel ein Vorhaben; meist leer."""
    normen: tuple[Norm, ...] = field(repr=lambda normen: str([norm.kennung for norm in normen]))
    """Die Sätze, aus denen sie folgt."""
    fragen: tuple[str, ...]
    """Kennungen der offenen Fragen dazu."""
    lagen: tuple[Variante[Pflichtlage], ...]
    """Der Stand unter jeder Lesart, die nicht ausgeschlossen ist."""

    @property
    def ist_eindeutig(self) -> bool:
        """Ob Stand und Betrag unter jeder Lesart dieselben sind; der Tag allein darf verschieden sein."""
        return len({(lage.ergebnis.status, lage.ergebnis.betrag, lage.ergebnis.rest) for lage in self.lagen}) == 1

    @property
    def status(self) -> Pflichtstatus:
        """Der Stand; unbestimmt, wenn die Lesarten zu verschiedenen führen."""
        stand = {lage.ergebnis.status for lage in self.lagen}
        return stand.pop() if len(stand) == 1 else Pflichtstatus.UNBESTIMMT

    @property
    def erfuellt_am(self) -> date | None:
        """Tag der Leistung, wenn bekannt."""
        return self.lagen[0].ergebnis.erfuellt_am


def status_nach_frist(entsteht: date, letzter_tag: date, erfuellt_am: date | None, stichtag: date) -> Pflichtstatus:
    """Vergleicht eine Leistung mit ihrem letzten Tag.

    Args:
        entsteht: Tag, ab dem zu leisten ist; davor ist die Pflicht künftig, wenn der letzte Tag noch aussteht.
        letzter_tag: Der letzte Tag.
        erfuellt_am: Tag der Leistung, wenn sie geschehen ist.
        stichtag: Der Tag, für den gefragt wird.

    Returns:
        Künftig, offen, fällig, überfällig, erfüllt oder verspätet erfüllt.

    >>> monat = date(2018, 1, 1), date(2018, 1, 31)
    >>> status_nach_frist(*monat, None, date(2018, 2, 1)).value
    'ueberfaellig'
    >>> status_nach_frist(*monat, date(2018, 2, 12), date(2018, 3, 1)).value
    'verspaetet_erfuellt'
    """
    if erfuellt_am:
        return Pflichtstatus.ERFUELLT if erfuellt_am <= letzter_tag else Pflichtstatus.VERSPAETET_ERFUELLT
    if stichtag > letzter_tag:
        return Pflichtstatus.UEBERFAELLIG
    if stichtag == letzter_tag:
        return Pflichtstatus.FAELLIG
    return Pflichtstatus.OFFEN if stichtag >= entsteht else Pflichtstatus.KUENFTIG


def rechenschaftspflichten(
    jahr: int,
    ereignisse: Jahresereignisse,
    stichtag: date,
    auslegung: Auslegung,
    unbekannt: Collection[type[Ereignis]] = (),
) -> tuple[Pflicht, ...]:
    """Planung, Abschlussbericht und Prüfung eines Haushaltsjahres.

    Args:
        jahr: Das Haushaltsjahr.
        ereignisse: Seine geltenden Ereignisse nach Art.
        stichtag: Der Tag, für den gefragt wird.
        auslegung: Die gewählten Lesarten; was nicht gewählt ist, wird durchgerechnet.
        unbekannt: Wovon nicht bekannt ist, ob es geschah; dann ist auch der Stand nicht bestimmt.

    Returns:
        Die drei Pflichten, in der Reihenfolge des Jahres.

    Quelle:
        17-F7, 17-F8; die Tage nach OF-23.

    >>> [planung, bericht, pruefung] = rechenschaftspflichten(2018, {}, date(2019, 6, 1), Auslegung())
    >>> planung.status.value, bericht.status.value, pruefung.status.value
    ('ueberfaellig', 'unbestimmt', 'kuenftig')
    """
    planung_am = erster_tag(von_art(ereignisse, PlanungVorgelegt))
    berichte = von_art(ereignisse, AbschlussberichtVorgelegt)
    bericht_am = erster_tag([bericht for bericht in berichte if bericht.datum and bericht.datum >= date(jahr, 1, 1)])

    def planung(gefragt: Auslegung) -> Pflichtlage:
        tag = planungstag(jahr, gefragt.lesart(Planungsfrist))
        status = status_nach_frist(date(jahr, 1, 1), tag, planung_am, stichtag)
        status = _soweit_bekannt(status, PlanungVorgelegt in unbekannt)
        return Pflichtlage(status, Frist("zu Beginn des Haushaltsjahres", tag), erfuellt_am=planung_am)

    def bericht(gefragt: Auslegung) -> Pflichtlage:
        tag = berichtstag(jahr, gefragt.lesart(Berichtsfrist))
        status = status_nach_frist(date(jahr + 1, 1, 1), tag, bericht_am, stichtag)
        status = _soweit_bekannt(status, AbschlussberichtVorgelegt in unbekannt)
        return Pflichtlage(status, Frist("am Ende des Haushaltsjahres", tag), erfuellt_am=bericht_am)

    return (
        _rechenschaft(Rechenschaftshandlung.PLANUNG_ERSTELLEN, jahr, varianten(planung, auslegung)),
        _rechenschaft(Rechenschaftshandlung.ABSCHLUSSBERICHT_ERSTELLEN, jahr, varianten(bericht, auslegung)),
        _rechenschaft(
            Rechenschaftshandlung.ABSCHLUSSBERICHT_PRUEFEN, jahr, _eine(_lage_der_pruefung(ereignisse, bericht_am))
        ),
    )


def _soweit_bekannt(status: Pflichtstatus, ist_unbekannt: bool) -> Pflichtstatus:
    """Ist nicht bekannt, ob etwas geschah, so ist es weder offen noch überfällig."""
    offen = (Pflichtstatus.OFFEN, Pflichtstatus.FAELLIG, Pflichtstatus.UEBERFAELLIG)
    return Pflichtstatus.UNBESTIMMT if ist_unbekannt and status in offen else status


def _lage_der_pruefung(ereignisse: Jahresereignisse, bericht_am: date | None) -> Pflichtlage:
    frist = Frist("nach dem Abschlussbericht")
    pruefung = letzte_pruefung(ereignisse)
    if pruefung:
        return Pflichtlage(Pflichtstatus.ERFUELLT, frist, erfuellt_am=pruefung.datum)
    return Pflichtlage(Pflichtstatus.FAELLIG if bericht_am else Pflichtstatus.KUENFTIG, frist)


def _rechenschaft(
    handlung: Rechenschaftshandlung, jahr: int | None, lagen: tuple[Variante[Pflichtlage], ...]
) -> Pflicht:
    return _nach(pflichten(handlung)[0], jahr, lagen)


def _nach(pflicht: Rechenschaftspflicht, jahr: int | None, lagen: tuple[Variante[Pflichtlage], ...]) -> Pflicht:
    return Pflicht(
        handlung=Pflichthandlung(pflicht.handlung.value),
        jahr=jahr,
        traeger=pflicht.traeger,
        gegenueber=pflicht.gegenueber,
        gegenstand="",
        normen=(pflicht.norm,),
        fragen=pflicht.fragen,
        lagen=lagen,
    )


def _eine(lage: Pflichtlage) -> tuple[Variante[Pflichtlage], ...]:
    """Ein Stand, an dem keine Lesart etwas ändert."""
    return (Variante((), ((),), lage),)


def dauernde_pflichten(ereignisse: Iterable[Jahresereignis]) -> tuple[Pflicht, ...]:
    """Was ohne Zeitpunkt geschuldet ist: berichten, Rechenschaft ablegen, die Rechnungsprüfung zulassen.

    Args:
        ereignisse: Die geltenden Ereignisse aller Jahre.

    Returns:
        Die Pflichten. Wie oft zu berichten ist, sagt der Text nicht (OF-22); das bleibt unbestimmt.

    Quelle:
        17-G1, 17-F5, 17-F6.

    >>> geprueft = RechnungGeprueft(datum=date(2019, 5, 1), jahr=2018)
    >>> [(pflicht.handlung.value, pflicht.status.value) for pflicht in dauernde_pflichten([geprueft])][-2:]
    [('rechenschaft_ablegen', 'unbestimmt'), ('rechnungspruefung_dulden', 'erfuellt')]
    """
    geprueft = [
        ereignis.datum
        for ereignis in ereignisse
        if isinstance(ereignis, RechnungGeprueft) and ereignis.akteur == Gremium.RECHNUNGSPRUEFUNGSAMT
    ]
    unbestimmt = _eine(Pflichtlage(Pflichtstatus.UNBESTIMMT, Frist("")))
    geduldet = Pflichtlage(Pflichtstatus.ERFUELLT, Frist(""), erfuellt_am=geprueft[-1]) if geprueft else None
    ohne_zeit = (Rechenschaftshandlung.BERICHTEN, Rechenschaftshandlung.RECHENSCHAFT_ABLEGEN)
    return (
        *[_nach(pflicht, None, unbestimmt) for handlung in ohne_zeit for pflicht in pflichten(handlung)],
        _rechenschaft(
            Rechenschaftshandlung.RECHNUNGSPRUEFUNG_DULDEN,
            None,
            _eine(geduldet or Pflichtlage(Pflichtstatus.OFFEN, Frist(""))),
        ),
    )


Jahresvarianten = tuple[Variante[Jahresabrechnung], ...]
"""Die Abrechnung eines Haushaltsjahres unter jeder Lesart, die nicht ausgeschlossen ist."""


def _je_abrechnung(
    abrechnungen: Jahresvarianten, lage: Callable[[Jahresabrechnung], Pflichtlage]
) -> tuple[Variante[Pflichtlage], ...]:
    """Stellt den Stand unter jeder Abrechnung fest und fasst gleiche zusammen."""
    return zusammengefasst(
        [
            Zweig(weg, ergebnis)
            for variante in abrechnungen
            for ergebnis in [lage(variante.ergebnis)]
            for weg in variante.wege
        ]
    )


def beitragspflichten(
    jahr: int,
    ereignisse: Jahresereignisse,
    stichtag: date,
    abrechnungen: Jahresvarianten,
    noch_nicht: Collection[str] = (),
) -> tuple[Pflicht, ...]:
    """Der Beitrag jedes Partners.

    Wann er zu zahlen ist, sagt der Text nicht (OF-17), und ob überhaupt zu zahlen und nicht nur zu veranschlagen ist,
    ist offen (OF-15). Fehlt er nach dem Ende des Haushaltsjahres, so ist der Stand deshalb unbestimmt.

    Args:
        jahr: Das Haushaltsjahr.
        ereignisse: Seine geltenden Ereignisse nach Art.
        stichtag: Der Tag, für den gefragt wird.
        abrechnungen: Seine Abrechnung oder sein Zwischenstand.
        noch_nicht: Wer in diesem Jahr erst noch beitritt.

    Returns:
        Eine Pflicht je Partner.

    Quelle:
        17-F1.

    >>> from kooperationsvertrag.ablauf.vertragsstand import stand
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> zahlung = BeitragGezahlt(datum=date(2018, 1, 15), akteur="ihk", jahr=2018, betrag=Geldbetrag(2_000_000))
    >>> abrechnungen = stand(BERICHT_2017, [zahlung], date(2018, 6, 1)).jahre[0].abrechnungen
    >>> alle = beitragspflichten(2018, {BeitragGezahlt: [zahlung]}, date(2018, 6, 1), abrechnungen)
    >>> [(pflicht.traeger, pflicht.status.value) for pflicht in alle]
    [('duesseldorf', 'offen'), ('mettmann', 'offen'), ('ihk', 'erfuellt')]
    """
    return tuple(
        Pflicht(
            handlung=Pflichthandlung.BEITRAG_LEISTEN,
            jahr=jahr,
            traeger=partner,
            gegenueber="gemeinsames Budget",
            gegenstand="",
            normen=(normen.JAHRESBUDGET,),
            fragen=("OF-15", "OF-17"),
            lagen=_je_abrechnung(
                abrechnungen, partial(_beitragslage, partner, ereignisse, stichtag, partner in noch_nicht)
            ),
        )
        for partner in _partner(abrechnungen)
    )


def _beitragslage(
    partner: str, ereignisse: Jahresereignisse, stichtag: date, tritt_erst_bei: bool, abrechnung: Jahresabrechnung
) -> Pflichtlage:
    frist = Frist("im Haushaltsjahr")
    vereinbart = abrechnung.vereinbart.get(partner, NULL)
    if not vereinbart:
        return Pflichtlage(Pflichtstatus.ENTFALLEN, frist, NULL, NULL)
    rest = _fehlend(vereinbart, abrechnung.eingezahlt.get(partner, NULL))
    if not rest:
        zahlungen = [zahlung for zahlung in von_art(ereignisse, BeitragGezahlt) if zahlung.akteur == partner]
        return Pflichtlage(Pflichtstatus.ERFUELLT, frist, vereinbart, NULL, _tag_der_leistung(zahlungen, vereinbart))
    if stichtag.year < abrechnung.jahr or tritt_erst_bei:
        return Pflichtlage(Pflichtstatus.KUENFTIG, frist, vereinbart, rest)
    status = Pflichtstatus.OFFEN if stichtag.year == abrechnung.jahr else Pflichtstatus.UNBESTIMMT
    return Pflichtlage(status, frist, vereinbart, rest)


def _partner(abrechnungen: Jahresvarianten) -> tuple[str, ...]:
    """Alle, die unter einer Lesart Partner sind, in der Reihenfolge des Vertrags."""
    return tuple(dict.fromkeys([partner for v in abrechnungen for partner in v.ergebnis.vereinbart]))


def _fehlend(geschuldet: Geldbetrag, geleistet: Geldbetrag) -> Geldbetrag:
    return geschuldet - geleistet if geschuldet > geleistet else NULL


def _tag_der_leistung(zahlungen: Iterable[_Zahlung], geschuldet: Geldbetrag) -> date | None:
    """Der Tag, an dem genug gezahlt war; nichts, wenn er sich aus den Zahlungen nicht ergibt."""
    summe = NULL
    for zahlung in zahlungen:
        summe += zahlung.betrag
        if summe >= geschuldet:
            return zahlung.datum
    return None


def eigenanteilspflichten(jahr: int, ereignisse: Jahresereignisse) -> tuple[Pflicht, ...]:
    """Zugesagte Eigenanteile sind aus dem gemeinsamen Budget zu zahlen.

    Args:
        jahr: Das Haushaltsjahr.
        ereignisse: Seine geltenden Ereignisse nach Art.

    Returns:
        Eine Pflicht je Vorhaben, zu dem etwas zugesagt ist; einen Zeitpunkt nennt der Text nicht.

    Quelle:
        17-F2.

    >>> zugesagt = EigenanteilZugesagt(datum=date(2018, 5, 1), jahr=2018, vorhaben="Radweg", betrag=Geldbetrag(500))
    >>> gezahlt = EigenanteilGezahlt(datum=date(2018, 6, 1), jahr=2018, vorhaben="Radweg", betrag=Geldbetrag(200))
    >>> [pflicht] = eigenanteilspflichten(2018, {EigenanteilZugesagt: [zugesagt], EigenanteilGezahlt: [gezahlt]})
    >>> pflicht.status.value, pflicht.lagen[0].ergebnis.rest
    ('offen', Geldbetrag(cent=300))
    """
    zugesagt = summe_je_partner((z.vorhaben, z.betrag) for z in von_art(ereignisse, EigenanteilZugesagt))
    frist = Frist("")
    lagen: list[tuple[str, Pflichtlage]] = []
    for vorhaben, betrag in zugesagt.paare:
        zahlungen = [z for z in von_art(ereignisse, EigenanteilGezahlt) if z.vorhaben == vorhaben]
        lagen.append((vorhaben, _zahlungslage(betrag, zahlungen, Pflichtstatus.OFFEN, frist)))
    return tuple(
        Pflicht(
            handlung=Pflichthandlung.EIGENANTEIL_ZAHLEN,
            jahr=jahr,
            traeger="gemeinsames Budget",
            gegenueber="Fördergeber",
            gegenstand=vorhaben,
            normen=(normen.EIGENANTEILE,),
            fragen=("OF-19",),
            lagen=_eine(lage),
        )
        for vorhaben, lage in lagen
    )


def _zahlungslage(
    geschuldet: Geldbetrag, zahlungen: Sequence[_Zahlung], sonst: Pflichtstatus, frist: Frist
) -> Pflichtlage:
    """Erfüllt, wenn genug gezahlt ist; entfallen, wenn nichts geschuldet ist."""
    if not geschuldet:
        return Pflichtlage(Pflichtstatus.ENTFALLEN, frist, NULL, NULL)
    rest = _fehlend(geschuldet, summe([zahlung.betrag for zahlung in zahlungen]))
    if rest:
        return Pflichtlage(sonst, frist, geschuldet, rest)
    return Pflichtlage(Pflichtstatus.ERFUELLT, frist, geschuldet, NULL, _tag_der_leistung(zahlungen, geschuldet))


def personalkostenpflichten(
    jahr: int,
    ereignisse: Jahresereignisse,
    stichtag: date,
    partner: Sequence[str],
    noch_nicht: Collection[str] = (),
) -> tuple[Pflicht, ...]:
    """Jeder Partner trägt seine Personalkosten selbst; hat sie das Budget getragen, so erstattet er sie.

    Args:
        jahr: Das Haushaltsjahr.
        ereignisse: Seine geltenden Ereignisse nach Art.
        stichtag: Der Tag, für den gefragt wird.
        partner: Die Partner des Jahres in der Reihenfolge des Vertrags.
        noch_nicht: Wer in diesem Jahr erst noch beitritt.

    Returns:
        Je Partner die Pflicht, selbst zu tragen, und die Pflicht zu erstatten, wo etwas zu erstatten ist. Eine Summe
        der Ausgaben, die nicht gegliedert ist, gilt als zulässig (FL-29).

    Quelle:
        17-F4.

    >>> gehalt = AusgabeGebucht(
    ...     datum=date(2018, 6, 8),
    ...     jahr=2018,
    ...     bezeichnung="Gehalt",
    ...     zweck=Ausgabenart.PERSONALKOSTEN,
    ...     betrag=Geldbetrag(100),
    ...     personal_von="ihk",
    ... )
    >>> alle = personalkostenpflichten(2018, {AusgabeGebucht: [gehalt]}, date(2019, 1, 1), ("mettmann", "ihk"))
    >>> for pflicht in alle:
    ...     print(pflicht.traeger, pflicht.handlung, pflicht.status)
    mettmann personalkosten_selbst_tragen erfuellt
    ihk personalkosten_selbst_tragen verletzt
    ihk personalkosten_erstatten faellig
    """
    belastet = summe_je_partner(
        (ausgabe.personal_von, ausgabe.betrag)
        for ausgabe in von_art(ereignisse, AusgabeGebucht)
        if ausgabe.zweck is Ausgabenart.PERSONALKOSTEN and ausgabe.betrag
    )
    ist_vorbei = stichtag.year > jahr
    pflichten: list[Pflicht] = []
    for kennung in dict.fromkeys([*partner, *belastet]):
        status = Pflichtstatus.ERFUELLT if ist_vorbei else Pflichtstatus.OFFEN
        if kennung in belastet:
            status = Pflichtstatus.VERLETZT
        elif stichtag.year < jahr or kennung in noch_nicht:
            status = Pflichtstatus.KUENFTIG
        lage = Pflichtlage(status, Frist("im Haushaltsjahr"))
        pflichten.append(_personalkosten(Pflichthandlung.PERSONALKOSTEN_SELBST_TRAGEN, jahr, kennung, lage))
    for kennung, betrag in belastet.paare:
        zahlungen = [z for z in von_art(ereignisse, ErstattungGezahlt) if z.akteur == kennung]
        lage = _zahlungslage(betrag, zahlungen, Pflichtstatus.FAELLIG, Frist(""))
        pflichten.append(_personalkosten(Pflichthandlung.PERSONALKOSTEN_ERSTATTEN, jahr, kennung, lage))
    return tuple(pflichten)


def _personalkosten(handlung: Pflichthandlung, jahr: int, partner: str, lage: Pflichtlage) -> Pflicht:
    return Pflicht(
        handlung=handlung,
        jahr=jahr,
        traeger=partner,
        gegenueber="gemeinsames Budget",
        gegenstand="",
        normen=(normen.PERSONALKOSTEN,),
        fragen=("OF-31",),
        lagen=_eine(lage),
    )


def rueckfuehrungspflichten(
    jahr: int, ereignisse: Jahresereignisse, abrechnungen: Jahresvarianten, ist_abgerechnet: bool, traeger: str
) -> tuple[Pflicht, ...]:
    """Was an die Partner zurückzuführen ist, und was sie nach dem Kostenausgleich noch schulden.

    Eine Frist nennt der Text nicht: Nach der Prüfung ist die Rückführung fällig, überfällig wird sie nie (FL-42).

    Args:
        jahr: Das Haushaltsjahr.
        ereignisse: Seine geltenden Ereignisse nach Art.
        abrechnungen: Seine Abrechnung oder sein Zwischenstand.
        ist_abgerechnet: Ob das Jahr schon abgerechnet wird.
        traeger: Wer das Geld hält (OF-35).

    Returns:
        Je Partner, der unter einer Lesart etwas erhält, eine Pflicht; erhält keiner etwas, so ist es eine einzige.

    Quelle:
        17-F8.

    >>> from kooperationsvertrag.ablauf.ereignis import AbschlussberichtGeprueft, BeitraegeWieVereinbart
    >>> from kooperationsvertrag.ablauf.vertragsstand import stand
    >>> from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> akte = [
    ...     BeitraegeWieVereinbart(datum=date(2018, 1, 15), jahr=2018),
    ...     AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018),
    ...     AbschlussberichtGeprueft(datum=date(2019, 2, 14), jahr=2018, ergebnis=Pruefungsergebnis.GEBILLIGT),
    ... ]
    >>> abrechnungen = stand(BERICHT_2017, akte, date(2019, 3, 1)).jahre[0].abrechnungen
    >>> for pflicht in rueckfuehrungspflichten(2018, {}, abrechnungen, True, "duesseldorf"):
    ...     print(pflicht.gegenueber, pflicht.status, pflicht.lagen[0].ergebnis.betrag)
    duesseldorf faellig 50.000,00 €
    mettmann faellig 50.000,00 €
    ihk faellig 20.000,00 €
    """
    empfaenger = [p for p in _partner(abrechnungen) if any(v.ergebnis.rueckfuehrung.get(p) for v in abrechnungen)]
    schon = [*dict.fromkeys([*empfaenger, *ausgezahlt(ereignisse)])] if ist_abgerechnet else []
    zurueck = [
        Pflicht(
            handlung=Pflichthandlung.MITTEL_ZURUECKFUEHREN,
            jahr=jahr,
            traeger=traeger,
            gegenueber=partner or "Vertragspartner",
            gegenstand="",
            normen=(normen.RUECKFUEHRUNG,),
            fragen=("OF-16", "OF-25", "OF-26", "OF-35"),
            lagen=_je_abrechnung(abrechnungen, partial(_rueckfuehrungslage, partner, ereignisse, ist_abgerechnet)),
        )
        for partner in schon or [""]
    ]
    schuldner = [p for p in _partner(abrechnungen) if any(v.ergebnis.forderungen.get(p) for v in abrechnungen)]
    offen = [
        Pflicht(
            handlung=Pflichthandlung.FORDERUNG_BEGLEICHEN,
            jahr=jahr,
            traeger=partner,
            gegenueber="gemeinsames Budget",
            gegenstand="",
            normen=(normen.RUECKFUEHRUNG,),
            fragen=("OF-16",),
            lagen=_je_abrechnung(abrechnungen, partial(_forderungslage, partner, ereignisse)),
        )
        for partner in (schuldner if ist_abgerechnet else ())
    ]
    return (*zurueck, *offen)


def _rueckfuehrungslage(
    partner: str, ereignisse: Jahresereignisse, ist_abgerechnet: bool, abrechnung: Jahresabrechnung
) -> Pflichtlage:
    frist = Frist("nach der Prüfung")
    if not ist_abgerechnet or (abrechnung.wartet_auf_pruefung and not abrechnung.rueckfuehrung):
        return Pflichtlage(Pflichtstatus.KUENFTIG, frist)
    zahlungen = [zahlung for zahlung in von_art(ereignisse, RueckfuehrungAusgezahlt) if zahlung.an == partner]
    return _zahlungslage(abrechnung.rueckfuehrung.get(partner, NULL), zahlungen, Pflichtstatus.FAELLIG, frist)


def _forderungslage(partner: str, ereignisse: Jahresereignisse, abrechnung: Jahresabrechnung) -> Pflichtlage:
    zahlungen = [zahlung for zahlung in von_art(ereignisse, ForderungBeglichen) if zahlung.akteur == partner]
    geschuldet = abrechnung.forderungen.get(partner, NULL)
    return _zahlungslage(geschuldet, zahlungen, Pflichtstatus.FAELLIG, Frist("mit der Rückführung"))


def personalpflichten(
    fassung: Vertragsfassung, stand: Personalstand, hat_begonnen: bool, auslegung: Auslegung
) -> tuple[Pflicht, ...]:
    """Jeder Gründungspartner stellt zu Beginn Personal; das Personal ist an einen Partner abgeordnet.

    Args:
        fassung: Die Fassung mit den zugesagten Stellen.
        stand: Wer an dem Tag gestellt ist.
        hat_begonnen: Ob das erste Haushaltsjahr des Falls begonnen hat (FL-39).
        auslegung: Die gewählten Lesarten; ob zu ersetzen ist, wer geht, wird sonst durchgerechnet (OF-27).

    Returns:
        Eine Pflicht je Partner mit zugesagter Stelle und eine je gestellter Person, die abzuordnen ist; keine, wenn zum
        Personal nichts erfasst ist.

    Quelle:
        17-P1, 17-P2.

    >>> from kooperationsvertrag.ablauf.ereignis import PersonalGestellt
    >>> from kooperationsvertrag.ablauf.personalstand import personalstand
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> gestellt = PersonalGestellt(
    ...     datum=date(2018, 1, 2), akteur="ihk", person="Stelle 3", abgeordnet_an="duesseldorf"
    ... )
    >>> stand = personalstand([gestellt], date(2018, 6, 1))
    >>> alle = personalpflichten(BERICHT_2017, stand, True, Auslegung())
    >>> for pflicht in alle:
    ...     print(pflicht.traeger, pflicht.handlung, pflicht.status)
    duesseldorf personal_stellen ueberfaellig
    mettmann personal_stellen ueberfaellig
    ihk personal_stellen erfuellt
    ihk personal_abordnen erfuellt
    """
    if not stand.ist_erfasst:
        return ()
    zugesagt = Counter(stelle.partner for stelle in fassung.stellen)
    stellen = [
        Pflicht(
            handlung=Pflichthandlung.PERSONAL_STELLEN,
            jahr=None,
            traeger=partner,
            gegenueber="Regionalmanagement",
            gegenstand="",
            normen=(normen.PERSONALGESTELLUNG,),
            fragen=("OF-27", "OF-28"),
            lagen=varianten(partial(_stellenlage, stand.zahl(partner), anzahl, hat_begonnen), auslegung),
        )
        for partner, anzahl in zugesagt.items()
    ]
    sitz = fassung.sitz_der_abordnung
    abordnungen = [
        Pflicht(
            handlung=Pflichthandlung.PERSONAL_ABORDNEN,
            jahr=None,
            traeger=einer.akteur,
            gegenueber=sitz,
            gegenstand=einer.person,
            normen=(normen.ABORDNUNG,),
            fragen=("OF-29",),
            lagen=_eine(Pflichtlage(_abordnungsstatus(einer.abgeordnet_an, sitz), Frist("zu Beginn"))),
        )
        for einer in stand.gestellt
        if einer.akteur in zugesagt and einer.akteur != sitz
    ]
    return (*stellen, *abordnungen)


def _stellenlage(zahl: Personalzahl, zugesagt: int, hat_begonnen: bool, auslegung: Auslegung) -> Pflichtlage:
    """Wer nie genug gestellt hat, ist überfällig (FL-39); wer einmal, schuldet je nach Lesart Ersatz."""
    frist = Frist("zu Beginn")
    if zahl.jemals < zugesagt:
        return Pflichtlage(Pflichtstatus.UEBERFAELLIG if hat_begonnen else Pflichtstatus.KUENFTIG, frist)
    lesart = Stellendauer.DAUERND
    if zahl.am_stichtag < zugesagt:
        lesart = auslegung.lesart(Stellendauer)
    ist_gestellt = ist_personal_gestellt(
        zugesagt=zugesagt, jemals=zahl.jemals, im_jahr=zahl.im_jahr, am_stichtag=zahl.am_stichtag, lesart=lesart
    )
    if ist_gestellt:
        return Pflichtlage(Pflichtstatus.ERFUELLT, frist)
    offen = lesart is Stellendauer.ZU_BEGINN_JEDES_JAHRES
    return Pflichtlage(Pflichtstatus.OFFEN if offen else Pflichtstatus.VERLETZT, frist)


def _abordnungsstatus(abgeordnet_an: str | None, sitz: str) -> Pflichtstatus:
    """Ist nicht bekannt, an wen abgeordnet ist, so bleibt es unbestimmt."""
    if abgeordnet_an is None:
        return Pflichtstatus.UNBESTIMMT
    return Pflichtstatus.ERFUELLT if abgeordnet_an == sitz else Pflichtstatus.VERLETZT


_BEFUNDE_ZUM_STATUS = {
    Pflichtstatus.UEBERFAELLIG: ("pflicht_ueberfaellig", Schwere.VERSTOSS, "ist überfällig"),
    Pflichtstatus.VERLETZT: ("pflicht_verletzt", Schwere.VERSTOSS, "ist verletzt"),
    Pflichtstatus.VERSPAETET_ERFUELLT: ("pflicht_verspaetet_erfuellt", Schwere.WARNUNG, "ist verspätet erfüllt"),
}


def pflichtbefunde(pflicht: Pflicht, namen: Mapping[str, str]) -> tuple[Befund, ...]:
    """Macht aus dem Stand einer Pflicht einen Befund.

    Args:
        pflicht: Die Pflicht.
        namen: Kurzer Name je Partner.

    Returns:
        Ein Verstoß, wenn sie überfällig oder verletzt ist; eine Warnung, wenn sie verspätet erfüllt ist (FL-37). Dass
        Personalkosten das Budget belastet haben, stellt schon die Abrechnung fest.

    >>> [planung, *_] = rechenschaftspflichten(2018, {}, date(2019, 6, 1), Auslegung())
    >>> [befund] = pflichtbefunde(planung, {})
    >>> print(befund.schwere, befund.text)
    verstoss Haushaltsjahr 2018: Die Pflicht „Jahres- und Finanzplanung erstellen“ (Geschäftsstelle) ist überfällig.
    """
    zeile = _BEFUNDE_ZUM_STATUS.get(pflicht.status)
    if not zeile or pflicht.handlung is Pflichthandlung.PERSONALKOSTEN_SELBST_TRAGEN:
        return ()
    kennung, schwere, stand = zeile
    jahr = f"Haushaltsjahr {pflicht.jahr}: " if pflicht.jahr else ""
    was = f" ({pflicht.gegenstand})" if pflicht.gegenstand else ""
    wer = namen.get(pflicht.traeger, pflicht.traeger)
    text = f"{jahr}Die Pflicht „{HANDLUNGSNAMEN[pflicht.handlung]}{was}“ ({wer}) {stand}."
    return (Befund(kennung, schwere, text, pflicht.normen),)
