"""Aufzeichnen: aus Ereignissen die Aufzeichnung der Haushaltsjahre machen, und umgekehrt.

Abgerechnet wird immer die Aufzeichnung. Ob ein Jahr in der Kurzform angegeben oder aus Ereignissen zusammengezählt ist,
macht deshalb keinen Unterschied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    AbschlussberichtVorgelegt,
    AusgabeGebucht,
    BeitraegeWieVereinbart,
    BeitragGezahlt,
    BeitrittErklaert,
    BeitrittZugestimmt,
    BeschlussGefasst,
    EigenanteilGezahlt,
    EinnahmeGebucht,
    Ereignis,
    Jahresereignis,
    PlanungVorgelegt,
    ZusatzmittelBewilligt,
)
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Haushaltsjahr, Uebertragungsbeschluss, Zahlweise
from kooperationsvertrag.regeln.gremien import Gremium, Handlung
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten

E = TypeVar("E", bound=Ereignis)

Unbekannt = frozenset[tuple[int, type[Ereignis]]]
"""Haushaltsjahr und Art eines Ereignisses, von dem nicht bekannt ist, ob es geschah."""

Jahresereignisse = Mapping[type[Ereignis], Sequence[Ereignis]]
"""Die Ereignisse eines Haushaltsjahres nach ihrer Art, je Art nach dem Tag geordnet."""


def nach_jahren(ereignisse: Iterable[Ereignis]) -> dict[int, Jahresereignisse]:
    """Ordnet Ereignisse ihren Haushaltsjahren zu.

    Args:
        ereignisse: Die geltenden Ereignisse, nach dem Tag geordnet.

    Returns:
        Je Haushaltsjahr vom ersten bis zum letzten, das vorkommt, seine Ereignisse; ein Jahr dazwischen ohne Ereignis
        kommt auch vor.

    >>> planungen = [PlanungVorgelegt(datum=date(jahr, 1, 12), jahr=jahr) for jahr in (2018, 2020)]
    >>> [(jahr, len(davon)) for jahr, davon in nach_jahren(planungen).items()]
    [(2018, 1), (2019, 0), (2020, 1)]
    """
    je_jahr: dict[int, dict[type[Ereignis], list[Ereignis]]] = {}
    for ereignis in ereignisse:
        if isinstance(ereignis, Jahresereignis):
            je_jahr.setdefault(ereignis.jahr, defaultdict(list))[type(ereignis)].append(ereignis)
    return {jahr: je_jahr.get(jahr, {}) for jahr in range(min(je_jahr), max(je_jahr) + 1)} if je_jahr else {}


def von_art(ereignisse: Jahresereignisse, art: type[E]) -> tuple[E, ...]:
    """Gibt die Ereignisse einer Art, nach dem Tag geordnet.

    Args:
        ereignisse: Die Ereignisse eines Haushaltsjahres nach Art.
        art: Die Klasse der Ereignisse.

    Returns:
        Die Ereignisse dieser Art; leer, wenn keines vorkommt.

    >>> planung = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018)
    >>> davon = nach_jahren([planung])[2018]
    >>> von_art(davon, PlanungVorgelegt) == (planung,), von_art(davon, BeitragGezahlt)
    (True, ())
    """
    return tuple([ereignis for ereignis in ereignisse.get(art, ()) if isinstance(ereignis, art)])


def haushaltsjahre(fassung: Vertragsfassung, ereignisse: Iterable[Ereignis]) -> tuple[Haushaltsjahr, ...]:
    """Zählt aus Ereignissen die Aufzeichnung jedes Haushaltsjahres zusammen.

    Args:
        fassung: Die Fassung zu Beginn.
        ereignisse: Die geltenden Ereignisse, nach dem Tag geordnet.

    Returns:
        Ein Eintrag je Haushaltsjahr, vom ersten bis zum letzten, das vorkommt; keiner, wenn keines vorkommt.

    >>> from kooperationsvertrag.geld import Geldbetrag
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> zahlung = BeitragGezahlt(datum=date(2018, 1, 15), akteur="ihk", jahr=2018, betrag=Geldbetrag(2_000_000))
    >>> [jahr] = haushaltsjahre(BERICHT_2017, [zahlung])
    >>> jahr.jahr, jahr.eingezahlt[0].partner, jahr.ausgaben
    (2018, 'ihk', ())
    """
    return tuple([_haushaltsjahr(jahr, davon) for jahr, davon in nach_jahren(ereignisse).items()])


def _haushaltsjahr(jahr: int, ereignisse: Jahresereignisse) -> Haushaltsjahr:
    pruefung = letzte_pruefung(ereignisse)
    eingezahlt, ausserdem = _einzahlungen(ereignisse)
    return Haushaltsjahr(
        jahr=jahr,
        eingezahlt=eingezahlt,
        ausgaben=_ausgaben(ereignisse),
        einnahmen=tuple(
            [
                Einnahme(einnahme.bezeichnung, einnahme.herkunft, einnahme.betrag, einnahme.datum)
                for einnahme in von_art(ereignisse, EinnahmeGebucht)
            ]
        ),
        zusatzmittel=tuple(
            [
                Zusatzmittel(bewilligt.akteur, bewilligt.betrag, bewilligt.beschluss)
                for bewilligt in von_art(ereignisse, ZusatzmittelBewilligt)
            ]
        ),
        planung_erstellt=erster_tag(von_art(ereignisse, PlanungVorgelegt)),
        abschlussbericht_erstellt=erster_tag(von_art(ereignisse, AbschlussberichtVorgelegt)),
        geprueft=pruefung.datum if pruefung else None,
        pruefungsergebnis=pruefung.ergebnis if pruefung else None,
        uebertragung=_uebertragung(ereignisse),
        ausserdem_wie_vereinbart=ausserdem,
    )


def erster_tag(ereignisse: Iterable[Ereignis]) -> date | None:
    """Gibt den Tag des ersten Ereignisses; bei mehreren Vorlagen zählt die erste (FL-36).

    Args:
        ereignisse: Ereignisse einer Art, in beliebiger Reihenfolge.

    Returns:
        Der früheste Tag; nichts, wenn keines einen hat.

    >>> erster_tag([PlanungVorgelegt(datum=date(2018, monat, 12), jahr=2018) for monat in (3, 1)])
    datetime.date(2018, 1, 12)
    """
    return min([ereignis.datum for ereignis in ereignisse if ereignis.datum], default=None)


def letzte_pruefung(ereignisse: Jahresereignisse) -> AbschlussberichtGeprueft | None:
    """Gibt die letzte Prüfung durch das Aufsichtsgremium (FL-36); andere prüfen nicht für 17-F8 (FL-43).

    Args:
        ereignisse: Die geltenden Ereignisse eines Haushaltsjahres nach Art.

    Returns:
        Die Prüfung; nichts, wenn das Aufsichtsgremium nicht geprüft hat.

    Quelle:
        17-F8.

    >>> pruefungen = [
    ...     AbschlussberichtGeprueft(datum=date(2019, 2, 14), jahr=2018),
    ...     AbschlussberichtGeprueft(datum=date(2019, 3, 1), jahr=2018),
    ...     AbschlussberichtGeprueft(datum=date(2019, 4, 1), jahr=2018, akteur="begleitgremium"),
    ... ]
    >>> letzte_pruefung({AbschlussberichtGeprueft: pruefungen}).datum
    datetime.date(2019, 3, 1)
    """
    pruefungen = [
        pruefung
        for pruefung in von_art(ereignisse, AbschlussberichtGeprueft)
        if pruefung.akteur == Gremium.AUFSICHTSGREMIUM
    ]
    return pruefungen[-1] if pruefungen else None


def uebertragungsbeschluesse(ereignisse: Jahresereignisse) -> tuple[BeschlussGefasst, ...]:
    """Gibt die Beschlüsse des Aufsichtsgremiums über eine Übertragung, nach dem Tag geordnet (FL-43).

    Args:
        ereignisse: Die geltenden Ereignisse eines Haushaltsjahres nach Art.

    Returns:
        Die Beschlüsse; leer, wenn das Aufsichtsgremium über keine Übertragung abgestimmt hat.

    Quelle:
        17-F9.

    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Uebertragungsumfang
    >>> beschluesse = [
    ...     BeschlussGefasst(
    ...         datum=date(2019, 2, 14),
    ...         akteur=gremium,
    ...         jahr=2018,
    ...         gegenstand=Handlung.UEBERTRAGUNG_BESCHLIESSEN,
    ...         betrag=Uebertragungsumfang.ALLES,
    ...         einstimmig=True,
    ...     )
    ...     for gremium in ("aufsichtsgremium", "begleitgremium")
    ... ]
    >>> [beschluss.akteur for beschluss in uebertragungsbeschluesse({BeschlussGefasst: beschluesse})]
    ['aufsichtsgremium']
    """
    return tuple(
        [
            beschluss
            for beschluss in von_art(ereignisse, BeschlussGefasst)
            if beschluss.gegenstand is Handlung.UEBERTRAGUNG_BESCHLIESSEN
            and beschluss.akteur == Gremium.AUFSICHTSGREMIUM
        ]
    )


def _uebertragung(ereignisse: Jahresereignisse) -> Uebertragungsbeschluss | None:
    """Von mehreren Beschlüssen gilt der letzte (FL-35)."""
    beschluesse = uebertragungsbeschluesse(ereignisse)
    if not beschluesse:
        return None
    letzter = beschluesse[-1]
    assert letzter.betrag is not None
    assert letzter.datum is not None
    return Uebertragungsbeschluss(letzter.betrag, letzter.datum, letzter.stimmen)


def _einzahlungen(ereignisse: Jahresereignisse) -> tuple[tuple[Einzahlung, ...] | Zahlweise, int]:
    """Zahlt jemand, obwohl alle wie vereinbart gezahlt haben, so kommt seine Zahlung hinzu."""
    einzelne = tuple(
        [Einzahlung(zahlung.akteur, zahlung.betrag, zahlung.datum) for zahlung in von_art(ereignisse, BeitragGezahlt)]
    )
    wie_vereinbart = len(von_art(ereignisse, BeitraegeWieVereinbart))
    if not einzelne and wie_vereinbart == 1:
        return Zahlweise.WIE_VEREINBART, 0
    return einzelne, wie_vereinbart


def _ausgaben(ereignisse: Jahresereignisse) -> tuple[Ausgabe, ...]:
    gebucht = [
        Ausgabe(ausgabe.bezeichnung, ausgabe.zweck, ausgabe.betrag, ausgabe.datum, ausgabe.personal_von)
        for ausgabe in von_art(ereignisse, AusgabeGebucht)
    ]
    eigenanteile = [
        Ausgabe(eigenanteil.vorhaben, Ausgabenart.EIGENANTEIL, eigenanteil.betrag, eigenanteil.datum)
        for eigenanteil in von_art(ereignisse, EigenanteilGezahlt)
    ]
    return (*gebucht, *eigenanteile)


def beitrittsantraege(ereignisse: Iterable[Ereignis]) -> tuple[Beitrittsantrag, ...]:
    """Stellt aus Erklärungen und Zustimmungen die Beitritte zusammen.

    Args:
        ereignisse: Die geltenden Ereignisse.

    Returns:
        Ein Antrag je Bewerber, nach dem Tag geordnet, zu dem er beitreten will. Erklärt sich einer mehrmals, so gilt
        die letzte Erklärung.

    Quelle:
        17-Z4.

    >>> from kooperationsvertrag.geld import Geldbetrag
    >>> from kooperationsvertrag.vertrag.partner import Rechtsform
    >>> erklaert = BeitrittErklaert(
    ...     datum=date(2019, 9, 1),
    ...     akteur="neuss",
    ...     name="Rhein-Kreis Neuss",
    ...     rechtsform=Rechtsform.KREIS,
    ...     beitrag=Geldbetrag(2_000_000),
    ...     zum=date(2020, 1, 1),
    ... )
    >>> zugestimmt = BeitrittZugestimmt(datum=date(2019, 10, 1), akteur="ihk", bewerber="neuss")
    >>> [(antrag.kennung, antrag.zustimmung) for antrag in beitrittsantraege([erklaert, zugestimmt])]
    [('neuss', ('ihk',))]
    """
    alle = tuple(ereignisse)
    erklaerungen = {erklaerung.akteur: erklaerung for erklaerung in alle if isinstance(erklaerung, BeitrittErklaert)}
    zustimmungen = [zustimmung for zustimmung in alle if isinstance(zustimmung, BeitrittZugestimmt)]
    antraege = [
        Beitrittsantrag(
            kennung=kennung,
            name=erklaert.name,
            rechtsform=erklaert.rechtsform,
            beitrag=erklaert.beitrag,
            zum=erklaert.zum,
            foerderlich=erklaert.foerderlich,
            begruendung=erklaert.begruendung,
            kreis=erklaert.kreis,
            zustimmung=tuple(dict.fromkeys([z.akteur for z in zustimmungen if z.bewerber == kennung])),
        )
        for kennung, erklaert in erklaerungen.items()
    ]
    return tuple(sorted(antraege, key=lambda antrag: (antrag.zum, antrag.kennung)))


def aufzeichnung(
    fassung: Vertragsfassung,
    ereignisse: Sequence[Ereignis],
    anfangsbestand: tuple[Schicht, ...] = (),
    wechsel: tuple[Inkrafttreten, ...] = (),
) -> Aufzeichnung | None:
    """Macht aus Ereignissen, was abgerechnet werden kann.

    Args:
        fassung: Die Fassung zu Beginn.
        ereignisse: Die geltenden Ereignisse, nach dem Tag geordnet.
        anfangsbestand: Was das erste Jahr aus Jahren davor vorfindet.
        wechsel: Fassungen, die an die Stelle der ersten treten.

    Returns:
        Die Aufzeichnung; nichts, wenn kein Haushaltsjahr vorkommt.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> planung = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018)
    >>> [jahr.planung_erstellt for jahr in aufzeichnung(BERICHT_2017, [planung]).haushaltsjahre]
    [datetime.date(2018, 1, 12)]
    >>> aufzeichnung(BERICHT_2017, []) is None
    True
    """
    jahre = haushaltsjahre(fassung, ereignisse)
    return Aufzeichnung(fassung, jahre, beitrittsantraege(ereignisse), anfangsbestand, wechsel) if jahre else None


def ereignisse_aus(aufzeichnung: Aufzeichnung) -> tuple[Ereignis, ...]:
    """Löst eine Aufzeichnung in Ereignisse auf; was keinen Tag hat, behält keinen.

    Args:
        aufzeichnung: Haushaltsjahre und Beitritte.

    Returns:
        Ereignisse, aus denen :func:`aufzeichnung` dasselbe wieder zusammenzählt. Ein Jahr, über das gar nichts
        aufgezeichnet ist, hinterlässt keines.

    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Zahlweise
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> jahr = Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, (), planung_erstellt=date(2018, 1, 12))
    >>> [ereignis.art for ereignis in ereignisse_aus(Aufzeichnung(BERICHT_2017, (jahr,)))]
    ['beitraege_wie_vereinbart', 'planung_vorgelegt']
    """
    aus_jahren = [ereignis for jahr in aufzeichnung.haushaltsjahre for ereignis in _ereignisse_des_jahres(jahr)]
    return (*aus_jahren, *[ereignis for antrag in aufzeichnung.beitritte for ereignis in _ereignisse_zu(antrag)])


def unbekannt_in(jahre: Iterable[Haushaltsjahr]) -> Unbekannt:
    """Sagt, was die Kurzform offen lässt: Steht dort kein Tag, so kann es die Planung oder den Bericht doch geben.

    Args:
        jahre: Haushaltsjahre in der Kurzform. Fehlt der Tag der Prüfung, so ist nach der Schnittstelle nicht geprüft.

    Returns:
        Haushaltsjahr und Art des Ereignisses.

    >>> sorted(
    ...     (jahr, art.__name__)
    ...     for jahr, art in unbekannt_in([Haushaltsjahr(2018, (), (), geprueft=date(2019, 2, 14))])
    ... )
    [(2018, 'AbschlussberichtVorgelegt'), (2018, 'PlanungVorgelegt')]
    """
    return frozenset(
        (jahr.jahr, art)
        for jahr in jahre
        for art, tag in (
            (PlanungVorgelegt, jahr.planung_erstellt),
            (AbschlussberichtVorgelegt, jahr.abschlussbericht_erstellt),
        )
        if tag is None
    )


def _ereignisse_des_jahres(jahr: Haushaltsjahr) -> list[Ereignis]:
    return [*_buchungen(jahr), *_rechenschaft(jahr)]


def _buchungen(jahr: Haushaltsjahr) -> list[Ereignis]:
    zahl = jahr.jahr
    gefunden: list[Ereignis] = []
    if isinstance(jahr.eingezahlt, Zahlweise):
        gefunden.append(BeitraegeWieVereinbart(datum=None, jahr=zahl))
    else:
        gefunden += [
            BeitragGezahlt(datum=zahlung.datum, akteur=zahlung.partner, jahr=zahl, betrag=zahlung.betrag)
            for zahlung in jahr.eingezahlt
        ]
    gefunden += [BeitraegeWieVereinbart(datum=None, jahr=zahl)] * jahr.ausserdem_wie_vereinbart
    gefunden += [
        AusgabeGebucht(
            datum=ausgabe.datum,
            jahr=zahl,
            bezeichnung=ausgabe.bezeichnung,
            zweck=ausgabe.art,
            betrag=ausgabe.betrag,
            personal_von=ausgabe.partner,
        )
        for ausgabe in jahr.ausgaben
    ]
    gefunden += [
        EinnahmeGebucht(
            datum=einnahme.datum,
            jahr=zahl,
            bezeichnung=einnahme.bezeichnung,
            herkunft=einnahme.art,
            betrag=einnahme.betrag,
        )
        for einnahme in jahr.einnahmen
    ]
    gefunden += [
        ZusatzmittelBewilligt(
            datum=None, akteur=bewilligt.partner, jahr=zahl, betrag=bewilligt.betrag, beschluss=bewilligt.beschluss
        )
        for bewilligt in jahr.zusatzmittel
    ]
    return gefunden


def _rechenschaft(jahr: Haushaltsjahr) -> list[Ereignis]:
    zahl, beschluss = jahr.jahr, jahr.uebertragung
    gefunden: list[Ereignis] = []
    if jahr.planung_erstellt:
        gefunden.append(PlanungVorgelegt(datum=jahr.planung_erstellt, jahr=zahl))
    if jahr.abschlussbericht_erstellt:
        gefunden.append(AbschlussberichtVorgelegt(datum=jahr.abschlussbericht_erstellt, jahr=zahl))
    if jahr.geprueft:
        gefunden.append(AbschlussberichtGeprueft(datum=jahr.geprueft, jahr=zahl, ergebnis=jahr.pruefungsergebnis))
    if beschluss:
        gefunden.append(
            BeschlussGefasst(
                datum=beschluss.datum,
                jahr=zahl,
                gegenstand=Handlung.UEBERTRAGUNG_BESCHLIESSEN,
                betrag=beschluss.betrag,
                ja=beschluss.stimmen.ja,
                nein=beschluss.stimmen.nein,
                enthaltung=beschluss.stimmen.enthaltung,
                einstimmig=beschluss.stimmen.einstimmig,
            )
        )
    return gefunden


def _ereignisse_zu(antrag: Beitrittsantrag) -> list[Ereignis]:
    erklaerung = BeitrittErklaert(
        datum=None,
        akteur=antrag.kennung,
        name=antrag.name,
        rechtsform=antrag.rechtsform,
        beitrag=antrag.beitrag,
        zum=antrag.zum,
        foerderlich=antrag.foerderlich,
        begruendung=antrag.begruendung,
        kreis=antrag.kreis,
    )
    zugestimmt = [
        BeitrittZugestimmt(datum=None, akteur=zustimmend, bewerber=antrag.kennung) for zustimmend in antrag.zustimmung
    ]
    return [erklaerung, *zugestimmt]
