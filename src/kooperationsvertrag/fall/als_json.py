"""JSON einer Abrechnung: schlichte Daten für andere Programme, Beträge als Text mit zwei Dezimalstellen.

Die Schlüssel und ihre Reihenfolge sind Teil der Schnittstelle.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from typing import TypeAlias

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
        "auslegung": _antworten(antwort for antwort in wege[0] if all(antwort in weg for weg in wege)),
        "konventionen": _konvention(ergebnis.konvention),
        "cent_spielraum": ergebnis.cent_spielraum,
        "offene_fragen": [offen.frage for offen in ergebnis.offene_fragen],
        "unterschiede": {offen.frage: Geldbetrag(offen.unterschied).dezimal() for offen in ergebnis.offene_fragen},
        "varianten": [] if ergebnis.ist_eindeutig else [_variante(variante) for variante in ergebnis.varianten],
        "beleg": {
            "version": version("kooperationsvertrag"),
            "fassung": fingerabdruck_der_fassung(fassung),
            "eingabe": fall.fingerabdruck,
        },
        "haushaltsjahre": [_jahr(jahr) | _begruendung(jahr, begruendung) for jahr in ergebnis.haushaltsjahre],
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


def _antworten(antworten: Iterable[Antwort]) -> dict[str, Json]:
    return {frage: list(antwort) if isinstance(antwort, tuple) else str(antwort) for frage, antwort in antworten}


def _konvention(konvention: Rechenkonvention | OffeneKonvention) -> dict[str, Json]:
    if isinstance(konvention, Rechenkonvention):
        return {"rundung": str(konvention.rundung), "rundungsvorrang": list(konvention.vorrang) or VERTRAGSREIHENFOLGE}
    if konvention.vorrang is None:
        return {"rundung": RUNDUNG_OFFEN, "rundungsvorrang": RUNDUNG_OFFEN}
    return {"rundung": RUNDUNG_OFFEN, "rundungsvorrang": list(konvention.vorrang) or VERTRAGSREIHENFOLGE}


def _variante(variante: Variante[Jahresfolge]) -> dict[str, Json]:
    """Ein Ergebnis; führen mehrere Folgen von Antworten dahin, stehen sie alle dabei."""
    daten: dict[str, Json] = {"auslegung": _antworten(variante.auslegung)}
    if len(variante.wege) > 1:
        daten["gleichwertig"] = [_antworten(weg) for weg in variante.wege]
    return daten | {"haushaltsjahre": [_jahr(jahr) for jahr in variante.ergebnis]}


def _jahr(jahr: Jahresabrechnung) -> dict[str, Json]:
    return {
        "jahr": jahr.jahr,
        "jahresbudget": jahr.jahresbudget.dezimal(),
        "vereinbart": _betraege(jahr.vereinbart),
        "eingezahlt": _betraege(jahr.eingezahlt),
        "rueckstaende": _betraege(jahr.rueckstaende),
        "uebertrag_aus_vorjahr": jahr.uebertrag_aus_vorjahr.dezimal(),
        "zusatzmittel": _betraege(jahr.zusatzmittel),
        "drittmittel": jahr.drittmittel.dezimal(),
        "verfuegbar": jahr.verfuegbar.dezimal(),
        "verausgabt": jahr.verausgabt.dezimal(),
        "eigenanteile": jahr.eigenanteile.dezimal(),
        "rest": jahr.rest.dezimal(),
        "ueberschreitung": jahr.ueberschreitung.dezimal(),
        "status": str(jahr.status),
        "rueckfuehrung": _betraege(jahr.rueckfuehrung),
        "forderungen": _betraege(jahr.forderungen),
        "erstattungen": _betraege(jahr.erstattungen),
        "uebertrag_in_folgejahr": jahr.uebertrag_in_folgejahr.dezimal(),
        "wartet_auf_pruefung": jahr.wartet_auf_pruefung.dezimal(),
        "schichten_in_folgejahr": [_schicht(schicht) for schicht in jahr.schichten_in_folgejahr],
        "beschluss": _beschluss(jahr.beschluss) if jahr.beschluss else None,
        "befunde": [_befund(befund) for befund in jahr.befunde],
    }


def _betraege(betraege: Betraege) -> dict[str, Json]:
    return {partner: betrag.dezimal() for partner, betrag in betraege.paare}


def _schicht(schicht: Schicht) -> dict[str, Json]:
    return {
        "aus_jahr": schicht.aus_jahr,
        "betrag": schicht.betrag.dezimal(),
        "schluessel": _schluessel(schicht.schluessel),
    }


def _schluessel(schluessel: Zahlungsschluessel) -> dict[str, Json]:
    """Anteil je Partner als gekürzter Bruch, auch ein ganzer: ``1/1``."""
    anteile = {partner: schluessel.anteil(partner) for partner in schluessel.partner}
    return {partner: f"{anteil.numerator}/{anteil.denominator}" for partner, anteil in anteile.items()}


def _beschluss(folge: Beschlussfolge) -> dict[str, Json]:
    return {
        "wirksam": folge.wirksam,
        "beantragt": folge.beantragt.dezimal(),
        "uebertragen": folge.uebertragen.dezimal(),
    }


def _befund(befund: Befund) -> dict[str, Json]:
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
