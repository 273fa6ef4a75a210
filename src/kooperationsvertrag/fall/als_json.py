"""JSON einer Abrechnung: schlichte Daten für andere Programme, Beträge als Text mit zwei Dezimalstellen.

Die Schlüssel und ihre Reihenfolge sind Teil der Schnittstelle.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import TypeAlias, TypeVar

from attrs import fields_dict, has

from kooperationsvertrag.ablauf.abrechnung import Beschlussfolge, Jahresabrechnung
from kooperationsvertrag.ablauf.ergebnis import Ergebnis, OffeneKonvention
from kooperationsvertrag.ablauf.jahresfolge import Jahresfolge
from kooperationsvertrag.aufteilung import Rechenkonvention, Zahlungsschluessel
from kooperationsvertrag.auslegung import Antwort, Variante
from kooperationsvertrag.fall.einlesen import Fall
from kooperationsvertrag.fall.schema import RUNDUNG_OFFEN, VERTRAGSREIHENFOLGE
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.herleitung import Schritt, betraege_in
from kooperationsvertrag.norm import Befund, Norm
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.fassung import Vertragsfassung

T = TypeVar("T")

Json: TypeAlias = "bool | int | str | Sequence[Json] | Mapping[str, Json] | None"
"""Was in JSON stehen kann, ohne Gleitkommazahlen."""
Begruendung = Mapping[int, Sequence[Schritt]]
"""Die Schritte der Herleitung je Haushaltsjahr."""


def abrechnung_als_json(fall: Fall, ergebnis: Ergebnis, begruendung: Begruendung | None = None) -> dict[str, Json]:
    """Schreibt das Ergebnis eines Falls als schlichte Daten.

    Args:
        fall: Der Fall, wie er eingelesen wurde.
        ergebnis: Was herausgekommen ist.
        begruendung: Die Schritte je Haushaltsjahr, wenn sie mit ausgegeben werden sollen.

    Returns:
        Daten, die :func:`json.dumps` ohne Weiteres schreibt.
    """
    fassung = fall.aufzeichnung.fassung
    wege = [weg for variante in ergebnis.varianten for weg in variante.wege]
    return {
        "titel": fall.titel,
        "fassung": fassung.kennung,
        "grundlage": fassung.grundlage,
        "eindeutig": ergebnis.ist_eindeutig,
        "auslegung": antworten_als_json(antwort for antwort in wege[0] if all(antwort in weg for weg in wege)),
        "konventionen": konvention_als_json(ergebnis.konvention),
        "cent_spielraum": ergebnis.cent_spielraum,
        "offene_fragen": [offen.frage for offen in ergebnis.offene_fragen],
        "unterschiede": {offen.frage: Geldbetrag(offen.unterschied).dezimal() for offen in ergebnis.offene_fragen},
        "varianten": [] if ergebnis.ist_eindeutig else [_variante(variante) for variante in ergebnis.varianten],
        "beleg": beleg_als_json(fall),
        "haushaltsjahre": [jahr_als_json(jahr) | _begruendung(jahr, begruendung) for jahr in ergebnis.haushaltsjahre],
    }


def fingerabdruck_der_fassung(fassung: Vertragsfassung) -> str:
    """Gibt den Fingerabdruck einer Fassung; gleich genau dann, wenn sie dieselben Bestimmungen hat.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> fingerabdruck_der_fassung(BERICHT_2017)[:7]
    'sha256:'
    """
    text = json.dumps(_schlicht(fassung), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _schlicht(wert: object) -> Json:
    """Macht aus einem Datensatz schlichte Daten; von einer Norm bleibt ihre Kennung."""
    if isinstance(wert, Norm):
        return wert.kennung
    if isinstance(wert, Geldbetrag):
        return wert.dezimal()
    if isinstance(wert, tuple):
        return [_schlicht(teil) for teil in wert]
    klasse = type(wert)
    if has(klasse):
        return {name: _schlicht(getattr(wert, name)) for name in fields_dict(klasse)}
    return str(wert)


def beleg_als_json(fall: Fall) -> dict[str, Json]:
    """Womit sich ein Ergebnis wiederholen lässt."""
    return {
        "version": version("kooperationsvertrag"),
        "fassung": fingerabdruck_der_fassung(fall.aufzeichnung.fassung),
        "eingabe": fall.fingerabdruck,
    }


def antworten_als_json(antworten: Iterable[Antwort]) -> dict[str, Json]:
    """Lesarten, wie sie in der Falldatei stehen."""
    return {frage: list(antwort) if isinstance(antwort, tuple) else str(antwort) for frage, antwort in antworten}


def konvention_als_json(konvention: Rechenkonvention | OffeneKonvention) -> dict[str, Json]:
    """Wie gerundet wird."""
    if isinstance(konvention, Rechenkonvention):
        return {"rundung": str(konvention.rundung), "rundungsvorrang": list(konvention.vorrang) or VERTRAGSREIHENFOLGE}
    if konvention.vorrang is None:
        return {"rundung": RUNDUNG_OFFEN, "rundungsvorrang": RUNDUNG_OFFEN}
    return {"rundung": RUNDUNG_OFFEN, "rundungsvorrang": list(konvention.vorrang) or VERTRAGSREIHENFOLGE}


def _variante(variante: Variante[Jahresfolge]) -> dict[str, Json]:
    return wege_als_json(variante) | {"haushaltsjahre": [jahr_als_json(jahr) for jahr in variante.ergebnis]}


def wege_als_json(variante: Variante[T]) -> dict[str, Json]:
    """Unter welchen Lesarten ein Ergebnis gilt; führen mehrere Folgen von Antworten dahin, stehen sie alle dabei."""
    daten: dict[str, Json] = {"auslegung": antworten_als_json(variante.auslegung)}
    if len(variante.wege) > 1:
        daten["gleichwertig"] = [antworten_als_json(weg) for weg in variante.wege]
    return daten


def jahr_als_json(jahr: Jahresabrechnung) -> dict[str, Json]:
    """Die Abrechnung eines Haushaltsjahres."""
    return {
        "jahr": jahr.jahr,
        "jahresbudget": jahr.jahresbudget.dezimal(),
        "vereinbart": betraege_als_json(jahr.vereinbart),
        "eingezahlt": betraege_als_json(jahr.eingezahlt),
        "rueckstaende": betraege_als_json(jahr.rueckstaende),
        "uebertrag_aus_vorjahr": jahr.uebertrag_aus_vorjahr.dezimal(),
        "zusatzmittel": betraege_als_json(jahr.zusatzmittel),
        "drittmittel": jahr.drittmittel.dezimal(),
        "verfuegbar": jahr.verfuegbar.dezimal(),
        "verausgabt": jahr.verausgabt.dezimal(),
        "eigenanteile": jahr.eigenanteile.dezimal(),
        "rest": jahr.rest.dezimal(),
        "ueberschreitung": jahr.ueberschreitung.dezimal(),
        "status": str(jahr.status),
        "rueckfuehrung": betraege_als_json(jahr.rueckfuehrung),
        "forderungen": betraege_als_json(jahr.forderungen),
        "erstattungen": betraege_als_json(jahr.erstattungen),
        "uebertrag_in_folgejahr": jahr.uebertrag_in_folgejahr.dezimal(),
        "wartet_auf_pruefung": jahr.wartet_auf_pruefung.dezimal(),
        "schichten_in_folgejahr": [_schicht(schicht) for schicht in jahr.schichten_in_folgejahr],
        "beschluss": _beschluss(jahr.beschluss) if jahr.beschluss else None,
        "befunde": [befund_als_json(befund) for befund in jahr.befunde],
    }


def betraege_als_json(betraege: Betraege) -> dict[str, Json]:
    """Beträge je Partner."""
    return {partner: betrag.dezimal() for partner, betrag in betraege.paare}


def _schicht(schicht: Schicht) -> dict[str, Json]:
    return {
        "aus_jahr": schicht.aus_jahr,
        "betrag": schicht.betrag.dezimal(),
        "schluessel": schluessel_als_json(schicht.schluessel),
    }


def schluessel_als_json(schluessel: Zahlungsschluessel) -> dict[str, Json]:
    """Anteil je Partner als gekürzter Bruch, auch ein ganzer: ``1/1``."""
    anteile = {partner: schluessel.anteil(partner) for partner in schluessel.partner}
    return {partner: f"{anteil.numerator}/{anteil.denominator}" for partner, anteil in anteile.items()}


def _beschluss(folge: Beschlussfolge) -> dict[str, Json]:
    return {
        "wirksam": folge.wirksam,
        "beantragt": folge.beantragt.dezimal(),
        "uebertragen": folge.uebertragen.dezimal(),
    }


def befund_als_json(befund: Befund) -> dict[str, Json]:
    """Eine Feststellung mit ihren Sätzen."""
    return {
        "kennung": befund.kennung,
        "schwere": str(befund.schwere),
        "text": befund.text,
        "fundstellen": [norm.kennung for norm in befund.normen],
    }


def _begruendung(jahr: Jahresabrechnung, begruendung: Begruendung | None) -> dict[str, Json]:
    if begruendung is None:
        return {}
    return {"begruendung": [_schritt(schritt) for schritt in begruendung.get(jahr.jahr, ())]}


def _schritt(schritt: Schritt) -> dict[str, Json]:
    return {
        "nummer": schritt.nummer,
        "regel": schritt.regel.name,
        "satz": schritt.regel.satz,
        "fundstellen": [norm.kennung for norm in schritt.regel.normen],
        "festlegungen": [festlegung.kennung for festlegung in schritt.regel.festlegungen],
        "betraege": [
            {"stelle": angabe.stelle, "betrag": angabe.betrag.dezimal(), "herkunft": angabe.herkunft}
            for angabe in schritt.betraege
        ],
        "ergebnis": [
            {"stelle": stelle, "betrag": betrag.dezimal()} for stelle, betrag in betraege_in(schritt.ergebnis)
        ],
    }
