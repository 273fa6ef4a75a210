"""JSON eines Vergleichs zweier Fassungen und einer Liste von Lücken, Beträge als Text mit zwei Dezimalstellen.

Die Schlüssel und ihre Reihenfolge sind Teil der Schnittstelle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.metadata import version

from attrs import field, frozen

from kooperationsvertrag.ablauf.ergebnis import Ergebnis, OffeneKonvention
from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fall.als_json import (
    Json,
    antworten_als_json,
    fingerabdruck_der_fassung,
    konvention_als_json,
)
from kooperationsvertrag.revision.fassungsvergleich import (
    Angabenvergleich,
    Bestimmungsvergleich,
    Betragsunterschied,
    Fallvergleich,
    Fassungsvergleich,
    Fragenvergleich,
)
from kooperationsvertrag.revision.luecken import Luecke
from kooperationsvertrag.vertrag.fassung import Regelung, Vertragsfassung
from kooperationsvertrag.vertrag.fragen import frage
from kooperationsvertrag.vertrag.geregelt import geregelte_konvention


@frozen
class VerglichenerFall:
    """Ein Fall, unter zwei Fassungen gerechnet."""

    titel: str
    """Titel des Falls."""
    fingerabdruck: str
    """Fingerabdruck der Falldatei."""
    vergleich: Fallvergleich
    """Was unter beiden Fassungen herauskommt."""
    auslegung: Auslegung = field(factory=Auslegung)
    """Die Lesarten, die der Fall wählt."""
    konvention: Rechenkonvention | OffeneKonvention = field(factory=Rechenkonvention)
    """Die Rechenkonvention, die der Fall wählt."""


def vergleich_als_json(vergleich: Fassungsvergleich, faelle: Sequence[VerglichenerFall] = ()) -> dict[str, Json]:
    """Schreibt den Vergleich zweier Fassungen als schlichte Daten.

    Args:
        vergleich: Was die Fassungen unterscheidet.
        faelle: Die Fälle, die unter beiden gerechnet sind.

    Returns:
        Daten, die :func:`json.dumps` ohne Weiteres schreibt.

    >>> from kooperationsvertrag.revision.fassungsvergleich import vergleiche
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> vergleich_als_json(vergleiche(BERICHT_2017, BERICHT_2017))["leer"]
    True
    """
    return {
        "alt": _fassung(vergleich.alt),
        "neu": _fassung(vergleich.neu),
        "leer": vergleich.ist_leer,
        "bestimmungen": [_bestimmung(bestimmung) for bestimmung in vergleich.bestimmungen],
        "fragen": [_frage(eine) for eine in vergleich.fragen],
        "angaben": [_angabe(angabe) for angabe in vergleich.angaben],
        "regeln": [
            {"modul": regel.modul, "name": regel.name, "saetze": [norm.kennung for norm in saetze]}
            for regel, saetze in vergleich.betroffene_regeln
        ],
        "faelle": [_fall(fall) for fall in faelle],
        "beleg": {
            "version": version("kooperationsvertrag"),
            "alt": fingerabdruck_der_fassung(vergleich.alt),
            "neu": fingerabdruck_der_fassung(vergleich.neu),
            "faelle": [fall.fingerabdruck for fall in faelle],
            "auslegung": [antworten_als_json(fall.auslegung.wahl) for fall in faelle],
            "konventionen": [konvention_als_json(fall.konvention) for fall in faelle],
        },
    }


def _fassung(fassung: Vertragsfassung) -> dict[str, Json]:
    return {"kennung": fassung.kennung, "bezeichnung": fassung.bezeichnung, "grundlage": fassung.grundlage}


def _bestimmung(bestimmung: Bestimmungsvergleich) -> dict[str, Json]:
    return {
        "kennung": bestimmung.kennung,
        "aenderung": str(bestimmung.aenderung),
        "alt": bestimmung.alt or None,
        "neu": bestimmung.neu or None,
    }


def _frage(vergleich: Fragenvergleich) -> dict[str, Json]:
    return {
        "frage": vergleich.frage,
        "kennung": frage(vergleich.frage).kennung,
        "aenderung": str(vergleich.aenderung),
        "alt": _regelung(vergleich.alt),
        "neu": _regelung(vergleich.neu),
    }


def _regelung(regelung: Regelung | None) -> dict[str, Json] | None:
    if regelung is None:
        return None
    antwort = regelung.antwort
    return {
        "antwort": list(antwort) if isinstance(antwort, tuple) else str(antwort),
        "klausel": regelung.klausel or None,
    }


def _angabe(angabe: Angabenvergleich) -> dict[str, Json]:
    return {
        "angabe": angabe.angabe,
        "alt": angabe.alt or None,
        "neu": angabe.neu or None,
        "satz": angabe.normen[0].kennung if angabe.normen else None,
        "saetze": [norm.kennung for norm in angabe.normen],
    }


def _fall(fall: VerglichenerFall) -> dict[str, Json]:
    unterschiede = fall.vergleich.unterschiede
    return {
        "titel": fall.titel,
        "alt": _ergebnis(fall.vergleich.alt),
        "neu": _ergebnis(fall.vergleich.neu),
        "unterschiede": None if unterschiede is None else [_unterschied(einer) for einer in unterschiede],
    }


def _ergebnis(ergebnis: Ergebnis) -> dict[str, Json]:
    return {
        "eindeutig": ergebnis.ist_eindeutig,
        "offene_fragen": [offen.frage for offen in ergebnis.offene_fragen],
    }


def _unterschied(unterschied: Betragsunterschied) -> dict[str, Json]:
    return {
        "jahr": unterschied.jahr,
        "partner": unterschied.partner,
        "groesse": unterschied.groesse,
        "alt": unterschied.alt.dezimal(),
        "neu": unterschied.neu.dezimal(),
        "differenz": (unterschied.neu - unterschied.alt).dezimal(),
    }


def luecken_als_json(
    fassung: Vertragsfassung, liste: Iterable[Luecke], geschlossene: Iterable[Luecke], faelle: Sequence[str] = ()
) -> dict[str, Json]:
    """Schreibt die Lücken einer Fassung als schlichte Daten.

    Args:
        fassung: Die Fassung.
        liste: Ihre Lücken.
        geschlossene: Welche Lücken des Berichts von 2017 sie schließt.
        faelle: Fingerabdrücke der Falldateien, an denen außer den erdachten Fällen gemessen ist.

    Returns:
        Daten, die :func:`json.dumps` ohne Weiteres schreibt.

    >>> from kooperationsvertrag.revision.luecken import luecken
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> offene = luecken_als_json(BERICHT_2017, luecken(BERICHT_2017, {}), [])["offen"]
    >>> offene[0]["frage"], offene[0]["unterschied"]
    ('beitrittsentscheidung', '0.00')
    """
    alle = list(liste)
    return {
        "fassung": fassung.kennung,
        "grundlage": fassung.grundlage,
        "offen": [_luecke(luecke) for luecke in alle if luecke.schluessel],
        "nur_beschrieben": [
            {
                "kennung": luecke.frage.kennung,
                "titel": luecke.frage.titel,
                "saetze": [norm.kennung for norm in luecke.normen],
            }
            for luecke in alle
            if not luecke.schluessel
        ],
        "geschlossen": [_luecke(luecke) for luecke in geschlossene],
        "beleg": {
            "version": version("kooperationsvertrag"),
            "fassung": fingerabdruck_der_fassung(fassung),
            "faelle": list(faelle),
            "auslegung": {},
            "konventionen": konvention_als_json(geregelte_konvention(fassung) or Rechenkonvention()),
        },
    }


def _luecke(luecke: Luecke) -> dict[str, Json]:
    return {
        "frage": luecke.schluessel,
        "kennung": luecke.frage.kennung,
        "titel": luecke.frage.titel,
        "unterschied": luecke.unterschied.dezimal(),
        "fall": luecke.fall or None,
        "saetze": [norm.kennung for norm in luecke.normen],
    }
