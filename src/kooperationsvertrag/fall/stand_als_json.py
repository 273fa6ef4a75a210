"""JSON eines Vertragsstands und seines Verlaufs: schlichte Daten für andere Programme.

Beträge sind Texte mit zwei Dezimalstellen, Tage stehen als Jahr-Monat-Tag. Die Schlüssel und ihre Reihenfolge sind Teil
der Schnittstelle.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import fields_dict

from kooperationsvertrag.ablauf.akte import Berichtigung
from kooperationsvertrag.ablauf.ereignis import Ereignis, PersonalGestellt
from kooperationsvertrag.ablauf.fassungsfolge import Beitritt
from kooperationsvertrag.ablauf.jahresphase import Phasenwechsel
from kooperationsvertrag.ablauf.moeglichkeit import Moeglichkeit
from kooperationsvertrag.ablauf.pflicht import Pflicht, Pflichtlage
from kooperationsvertrag.ablauf.verlauf import Verlaufsschritt
from kooperationsvertrag.ablauf.vertragsstand import Jahresstand, Uebertragsherkunft, Vertragsstand
from kooperationsvertrag.auslegung import Variante
from kooperationsvertrag.fall.als_json import (
    Json,
    antworten_als_json,
    befund_als_json,
    beleg_als_json,
    betraege_als_json,
    fassungen_als_json,
    jahr_als_json,
    konvention_als_json,
    schluessel_als_json,
    wege_als_json,
)
from kooperationsvertrag.fall.einlesen import Fall
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.norm import Norm


def stand_als_json(fall: Fall, stand: Vertragsstand) -> dict[str, Json]:
    """Schreibt einen Vertragsstand als schlichte Daten.

    Args:
        fall: Der Fall, wie er eingelesen wurde.
        stand: Wie es an einem Tag um den Vertrag steht.

    Returns:
        Daten, die :func:`json.dumps` ohne Weiteres schreibt.

    >>> from kooperationsvertrag.ablauf import vertragsstand
    >>> from kooperationsvertrag.fall.einlesen import lies_fall
    >>> fall = lies_fall(b'''
    ... fassung = "bericht-2017"
    ... [[ereignis]]
    ... art = "planung_vorgelegt"
    ... jahr = 2018
    ... datum = 2018-01-12
    ... ''')
    >>> am_1_juni = vertragsstand.stand(fall.aufzeichnung.fassung, fall.akte, date(2018, 6, 1))
    >>> daten = stand_als_json(fall, am_1_juni)
    >>> daten["stichtag"], daten["haushaltsjahre"][0]["phase"]
    ('2018-06-01', 'laufend')
    """
    return {
        **_kopf(fall, stand),
        "eindeutig": stand.ist_eindeutig,
        "auslegung": antworten_als_json(stand.auslegung.geltende),
        "konventionen": konvention_als_json(stand.konvention),
        "offene_fragen": [offen.frage for offen in stand.offene_fragen],
        "haushaltsjahre": [_jahresstand(jahr) for jahr in stand.jahre],
        "pflichten": [_pflicht(pflicht) for pflicht in stand.pflichten],
        "moeglichkeiten": [_moeglichkeit(moeglichkeit) for moeglichkeit in stand.moeglichkeiten],
        "personal": [_gestellt(person) for person in stand.personal.gestellt] if stand.personal.ist_erfasst else None,
        "berichtigungen": [_berichtigung(berichtigung) for berichtigung in stand.berichtigungen],
        "befunde": [befund_als_json(befund) for befund in stand.befunde],
        "ereignisbefunde": [
            {"ereignis": ereignis_als_json(ereignis), "befund": befund_als_json(befund)}
            for ereignis, befund in stand.ereignisbefunde
        ],
        "nicht_geprueft": list(stand.nicht_geprueft),
        "beleg": _beleg(fall, stand),
    }


def verlauf_als_json(fall: Fall, stand: Vertragsstand, schritte: Iterable[Verlaufsschritt]) -> dict[str, Json]:
    """Schreibt einen Verlauf als schlichte Daten.

    Args:
        fall: Der Fall, wie er eingelesen wurde.
        stand: Der Stand, zu dem der Verlauf führt.
        schritte: Was nacheinander geschah.

    Returns:
        Daten, die :func:`json.dumps` ohne Weiteres schreibt.

    >>> from kooperationsvertrag.ablauf import vertragsstand
    >>> from kooperationsvertrag.ablauf.verlauf import verlauf
    >>> from kooperationsvertrag.fall.einlesen import lies_fall
    >>> fall = lies_fall(b'''
    ... fassung = "bericht-2017"
    ... [[ereignis]]
    ... art = "planung_vorgelegt"
    ... jahr = 2018
    ... datum = 2018-01-12
    ... ''')
    >>> am_1_juni = vertragsstand.stand(fall.aufzeichnung.fassung, fall.akte, date(2018, 6, 1))
    >>> [schritt["tag"] for schritt in verlauf_als_json(fall, am_1_juni, verlauf(am_1_juni))["schritte"]]
    ['2018-01-01', '2018-01-12']
    """
    return {
        **_kopf(fall, stand),
        "schritte": [_schritt(schritt) for schritt in schritte],
        "befunde": [befund_als_json(befund) for befund in stand.befunde],
        "beleg": _beleg(fall, stand),
    }


def ereignis_als_json(ereignis: Ereignis) -> dict[str, Json]:
    """Schreibt ein Ereignis mit allen seinen Angaben; was nicht bekannt ist, ist ``null``.

    Args:
        ereignis: Das Ereignis.

    Returns:
        Art und Angaben; Beträge in Euro als Text mit zwei Dezimalstellen, Tage als Jahr-Monat-Tag.

    >>> from kooperationsvertrag.ablauf.ereignis import PlanungVorgelegt
    >>> ereignis = ereignis_als_json(PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018))
    >>> ereignis["art"], ereignis["datum"], ereignis["erfasst"]
    ('planung_vorgelegt', '2018-01-12', None)
    """
    return {"art": ereignis.art} | {name: _schlicht(getattr(ereignis, name)) for name in fields_dict(type(ereignis))}


def _schlicht(wert: object) -> Json:
    """Macht aus einer Angabe eines Ereignisses schlichte Daten."""
    if isinstance(wert, date):
        return wert.isoformat()
    if isinstance(wert, Geldbetrag):
        return wert.dezimal()
    if isinstance(wert, tuple):
        return [_schlicht(teil) for teil in wert]
    if wert is None or isinstance(wert, (bool, int)):
        return wert
    return str(wert)


def _kopf(fall: Fall, stand: Vertragsstand) -> dict[str, Json]:
    return {
        "titel": fall.titel,
        "fassung": stand.fassung.kennung,
        "grundlage": stand.fassung.grundlage,
        "fassungen": fassungen_als_json(fall),
        "stichtag": stand.stichtag.isoformat(),
    }


def _beleg(fall: Fall, stand: Vertragsstand) -> dict[str, Json]:
    return beleg_als_json(fall) | {"stichtag": stand.stichtag.isoformat()}


def _tag(tag: date | None) -> Json:
    return tag.isoformat() if tag else None


def _betrag(betrag: Geldbetrag | None) -> Json:
    return None if betrag is None else betrag.dezimal()


def _kennungen(normen: Iterable[Norm]) -> list[Json]:
    return [norm.kennung for norm in normen]


def _jahresstand(jahr: Jahresstand) -> dict[str, Json]:
    abrechnung = jahr.abrechnung
    return {
        "jahr": jahr.jahr,
        "phase": str(jahr.phase),
        "seit": _tag(jahr.wechsel[-1].tag) if jahr.wechsel else None,
        "wechsel": [_wechsel(wechsel) for wechsel in jahr.wechsel],
        "abgerechnet": jahr.ist_abgerechnet,
        "abrechnung": jahr_als_json(abrechnung) if abrechnung else None,
        "varianten": []
        if abrechnung
        else [
            wege_als_json(variante) | {"abrechnung": jahr_als_json(variante.ergebnis)} for variante in jahr.abrechnungen
        ],
        "ausgezahlt": betraege_als_json(jahr.ausgezahlt),
        "uebertrag": [_uebertrag(herkunft) for herkunft in jahr.uebertrag],
    }


def _wechsel(wechsel: Phasenwechsel) -> dict[str, Json]:
    return {
        "tag": wechsel.tag.isoformat(),
        "von": str(wechsel.uebergang.von),
        "nach": str(wechsel.uebergang.nach),
        "ausloeser": str(wechsel.uebergang.ausloeser),
        "fundstellen": _kennungen(wechsel.uebergang.normen),
    }


def _uebertrag(herkunft: Uebertragsherkunft) -> dict[str, Json]:
    return {
        "aus_jahr": herkunft.schicht.aus_jahr,
        "betrag": herkunft.schicht.betrag.dezimal(),
        "schluessel": schluessel_als_json(herkunft.schicht.schluessel),
        "anteile": betraege_als_json(herkunft.anteile),
    }


def _pflicht(pflicht: Pflicht) -> dict[str, Json]:
    """Eine Pflicht; Tag, Betrag und Rest sind ``null``, wo sie an einer Lesart hängen."""
    lagen = [lage.ergebnis for lage in pflicht.lagen]
    return {
        "jahr": pflicht.jahr,
        "handlung": str(pflicht.handlung),
        "gegenstand": pflicht.gegenstand,
        "traeger": pflicht.traeger,
        "gegenueber": pflicht.gegenueber,
        "fundstellen": _kennungen(pflicht.normen),
        "fragen": list(pflicht.fragen),
        "status": str(pflicht.status),
        "frist": {
            "ordnung": lagen[0].frist.ordnung,
            "tag": _gemeinsam({_tag(lage.frist.tag) for lage in lagen}),
        },
        "betrag": _gemeinsam({_betrag(lage.betrag) for lage in lagen}),
        "rest": _gemeinsam({_betrag(lage.rest) for lage in lagen}),
        "erfuellt_am": _gemeinsam({_tag(lage.erfuellt_am) for lage in lagen}),
        "lesarten": [_lesart(variante) for variante in pflicht.lagen],
    }


def _gemeinsam(werte: set[Json]) -> Json:
    return werte.pop() if len(werte) == 1 else None


def _lesart(variante: Variante[Pflichtlage]) -> dict[str, Json]:
    lage = variante.ergebnis
    return wege_als_json(variante) | {
        "tag": _tag(lage.frist.tag),
        "status": str(lage.status),
        "betrag": _betrag(lage.betrag),
        "rest": _betrag(lage.rest),
    }


def _moeglichkeit(moeglichkeit: Moeglichkeit) -> dict[str, Json]:
    return {
        "jahr": moeglichkeit.jahr,
        "handlung": moeglichkeit.handlung,
        "wer": moeglichkeit.wer,
        "text": moeglichkeit.text,
        "fundstellen": _kennungen(moeglichkeit.normen),
        "fragen": list(moeglichkeit.fragen),
    }


def _gestellt(person: PersonalGestellt) -> dict[str, Json]:
    return {
        "partner": person.akteur,
        "person": person.person,
        "funktion": _schlicht(person.funktion),
        "abgeordnet_an": person.abgeordnet_an,
        "vorgesetzt": person.vorgesetzt,
        "seit": _tag(person.datum),
    }


def _berichtigung(berichtigung: Berichtigung) -> dict[str, Json]:
    return {
        "ab": berichtigung.ab.isoformat(),
        "alt": ereignis_als_json(berichtigung.alt),
        "neu": ereignis_als_json(berichtigung.neu),
    }


def _schritt(schritt: Verlaufsschritt) -> dict[str, Json]:
    return {
        "tag": _tag(schritt.tag),
        "jahr": schritt.jahr,
        "ereignis": ereignis_als_json(schritt.ereignis) if schritt.ereignis else None,
        "beitritt": _beitritt(schritt.beitritt) if schritt.beitritt else None,
        "wechsel": [_wechsel(wechsel) for wechsel in schritt.wechsel],
        "berichtigt": _berichtigung(schritt.berichtigt) if schritt.berichtigt else None,
        "fundstellen": _kennungen(schritt.normen),
        "befunde": [befund_als_json(befund) for befund in schritt.befunde],
        "hebt_auf": ereignis_als_json(schritt.hebt_auf) if schritt.hebt_auf else None,
    }


def _beitritt(beitritt: Beitritt) -> dict[str, Json]:
    return {
        "kennung": beitritt.antrag.kennung,
        "name": beitritt.antrag.name,
        "ab": beitritt.ab.isoformat(),
        "beitraege": betraege_als_json(beitritt.beitraege),
        "beitrag_im_ersten_jahr": beitritt.beitrag_im_ersten_jahr.dezimal(),
    }
