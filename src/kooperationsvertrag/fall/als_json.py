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
from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten

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

    >>> from kooperationsvertrag.ablauf.ergebnis import ergebnis
    >>> from kooperationsvertrag.fall.einlesen import lies_fall
    >>> fall = lies_fall(b'''
    ... fassung = "bericht-2017"
    ... [[haushaltsjahr]]
    ... jahr = 2018
    ... eingezahlt = "wie vereinbart"
    ... verausgabt = 120000
    ... ''')
    >>> daten = abrechnung_als_json(fall, ergebnis(fall.aufzeichnung))
    >>> daten["eindeutig"], daten["haushaltsjahre"][0]["rest"]
    (True, '0.00')
    """
    fassung = fall.aufzeichnung.fassung
    wege = [weg for variante in ergebnis.varianten for weg in variante.wege]
    return {
        "titel": fall.titel,
        "fassung": fassung.kennung,
        "grundlage": fassung.grundlage,
        "fassungen": fassungen_als_json(fall),
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


def fassungen_als_json(fall: Fall) -> list[dict[str, Json]]:
    """Schreibt, welche Fassungen ein Fall nennt und ab wann jede gilt.

    Args:
        fall: Der Fall, wie er eingelesen wurde.

    Returns:
        Die Fassung zu Beginn und die, die an ihre Stelle treten, mit dem, was jede selbst regelt; ``ab`` ist nichts, wo
        kein Tag feststeht.

    >>> from kooperationsvertrag.fall.einlesen import lies_fall
    >>> fall = lies_fall(b'''
    ... fassung = "bericht-2017"
    ... [[haushaltsjahr]]
    ... jahr = 2018
    ... eingezahlt = "wie vereinbart"
    ... verausgabt = 120000
    ... ''')
    >>> [(eine["fassung"], eine["ab"]) for eine in fassungen_als_json(fall)]
    [('bericht-2017', None)]
    """
    alle = (Inkrafttreten(fall.aufzeichnung.fassung, None), *fall.aufzeichnung.wechsel)
    return [
        {
            "fassung": eines.fassung.kennung,
            "bezeichnung": eines.fassung.bezeichnung,
            "grundlage": eines.fassung.grundlage,
            "ab": eines.ab.isoformat() if eines.ab else None,
            "geregelt": {
                regelung.frage: list(regelung.antwort) if isinstance(regelung.antwort, tuple) else regelung.antwort
                for regelung in eines.fassung.geregelt
            },
        }
        for eines in alle
    ]


def fingerabdruck_der_fassung(fassung: Vertragsfassung) -> str:
    """Gibt den Fingerabdruck einer Fassung; gleich genau dann, wenn sie dieselben Bestimmungen hat.

    Args:
        fassung: Die Fassung.

    Returns:
        Name des Verfahrens und Prüfsumme.

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
    """Nennt, womit sich ein Ergebnis wiederholen lässt.

    Args:
        fall: Der Fall, wie er eingelesen wurde.

    Returns:
        Version der Bibliothek, Fingerabdrücke der Fassungen und der Datei, gewählte Lesarten und Konventionen. Gleiche
        Belege geben Zeichen für Zeichen dieselbe Ausgabe.

    >>> from kooperationsvertrag.fall.einlesen import lies_fall
    >>> fall = lies_fall(b'''
    ... fassung = "bericht-2017"
    ... [[haushaltsjahr]]
    ... jahr = 2018
    ... eingezahlt = "wie vereinbart"
    ... verausgabt = 120000
    ... ''')
    >>> beleg_als_json(fall)["eingabe"] == fall.fingerabdruck
    True
    """
    return {
        "version": version("kooperationsvertrag"),
        "fassung": fingerabdruck_der_fassung(fall.aufzeichnung.fassung),
        "eingabe": fall.fingerabdruck,
        "weitere_fassungen": [fingerabdruck_der_fassung(eines.fassung) for eines in fall.aufzeichnung.wechsel],
        "auslegung": antworten_als_json(fall.auslegung.wahl),
        "konventionen": konvention_als_json(fall.konvention),
    }


def antworten_als_json(antworten: Iterable[Antwort]) -> dict[str, Json]:
    """Schreibt Lesarten so, wie sie in der Falldatei stehen.

    Args:
        antworten: Schlüssel der Frage und Antwort.

    Returns:
        Je Frage die Antwort als Text, eine Reihenfolge als Liste.

    >>> antworten_als_json([("abstimmung", "mehrheit"), ("rundungsvorrang", ("ihk", "mettmann"))])
    {'abstimmung': 'mehrheit', 'rundungsvorrang': ['ihk', 'mettmann']}
    """
    return {frage: list(antwort) if isinstance(antwort, tuple) else str(antwort) for frage, antwort in antworten}


def konvention_als_json(konvention: Rechenkonvention | OffeneKonvention) -> dict[str, Json]:
    """Schreibt, wie gerundet wird.

    Args:
        konvention: Die Rechenkonvention, oder dass sie offen ist.

    Returns:
        Rundung und Reihenfolge bei Gleichstand, mit den Worten der Falldatei.

    >>> konvention_als_json(Rechenkonvention())
    {'rundung': 'groesster_rest', 'rundungsvorrang': 'vertragsreihenfolge'}
    >>> konvention_als_json(OffeneKonvention(("ihk",)))
    {'rundung': 'offen', 'rundungsvorrang': ['ihk']}
    """
    if isinstance(konvention, Rechenkonvention):
        return {"rundung": str(konvention.rundung), "rundungsvorrang": list(konvention.vorrang) or VERTRAGSREIHENFOLGE}
    if konvention.vorrang is None:
        return {"rundung": RUNDUNG_OFFEN, "rundungsvorrang": RUNDUNG_OFFEN}
    return {"rundung": RUNDUNG_OFFEN, "rundungsvorrang": list(konvention.vorrang) or VERTRAGSREIHENFOLGE}


def _variante(variante: Variante[Jahresfolge]) -> dict[str, Json]:
    return wege_als_json(variante) | {"haushaltsjahre": [jahr_als_json(jahr) for jahr in variante.ergebnis]}


def wege_als_json(variante: Variante[T]) -> dict[str, Json]:
    """Schreibt, unter welchen Lesarten ein Ergebnis gilt.

    Args:
        variante: Ein Ergebnis mit allen Lesarten, die dahin führen.

    Returns:
        Antworten, die genügen; führen mehrere Folgen von Antworten dahin, stehen sie alle dabei.

    >>> wege_als_json(Variante((), ((("abstimmung", "mehrheit"),), (("abstimmung", "einstimmig"),)), 5))
    {'auslegung': {}, 'gleichwertig': [{'abstimmung': 'mehrheit'}, {'abstimmung': 'einstimmig'}]}
    """
    daten: dict[str, Json] = {"auslegung": antworten_als_json(variante.auslegung)}
    if len(variante.wege) > 1:
        daten["gleichwertig"] = [antworten_als_json(weg) for weg in variante.wege]
    return daten


def jahr_als_json(jahr: Jahresabrechnung) -> dict[str, Json]:
    """Schreibt die Abrechnung eines Haushaltsjahres.

    Args:
        jahr: Die Abrechnung.

    Returns:
        Alle Beträge in Euro als Text mit zwei Dezimalstellen, Stand, Beschluss und Befunde.

    >>> from kooperationsvertrag.ablauf.ergebnis import ergebnis
    >>> from kooperationsvertrag.fall.einlesen import lies_fall
    >>> fall = lies_fall(b'''
    ... fassung = "bericht-2017"
    ... [[haushaltsjahr]]
    ... jahr = 2018
    ... eingezahlt = "wie vereinbart"
    ... verausgabt = 120001
    ... ''')
    >>> [jahr] = ergebnis(fall.aufzeichnung).haushaltsjahre
    >>> jahr_als_json(jahr)["ueberschreitung"]
    '1.00'
    """
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
    """Schreibt Beträge je Partner.

    Args:
        betraege: Betrag je Partner, in Cent.

    Returns:
        Je Partner der Betrag in Euro als Text mit zwei Dezimalstellen.

    >>> betraege_als_json(Betraege((("ihk", Geldbetrag(1_000_005)),)))
    {'ihk': '10000.05'}
    """
    return {partner: betrag.dezimal() for partner, betrag in betraege.paare}


def _schicht(schicht: Schicht) -> dict[str, Json]:
    return {
        "aus_jahr": schicht.aus_jahr,
        "betrag": schicht.betrag.dezimal(),
        "schluessel": schluessel_als_json(schicht.schluessel),
    }


def schluessel_als_json(schluessel: Zahlungsschluessel) -> dict[str, Json]:
    """Schreibt den Anteil je Partner.

    Args:
        schluessel: Gewicht je Partner.

    Returns:
        Je Partner ein gekürzter Bruch, auch ein ganzer: ``1/1``.

    >>> schluessel_als_json(Zahlungsschluessel((("duesseldorf", 50), ("mettmann", 50), ("ihk", 20))))
    {'duesseldorf': '5/12', 'mettmann': '5/12', 'ihk': '1/6'}
    """
    anteile = {partner: schluessel.anteil(partner) for partner in schluessel.partner}
    return {partner: f"{anteil.numerator}/{anteil.denominator}" for partner, anteil in anteile.items()}


def _beschluss(folge: Beschlussfolge) -> dict[str, Json]:
    return {
        "wirksam": folge.wirksam,
        "beantragt": folge.beantragt.dezimal(),
        "uebertragen": folge.uebertragen.dezimal(),
    }


def befund_als_json(befund: Befund) -> dict[str, Json]:
    """Schreibt eine Feststellung mit ihren Sätzen.

    Args:
        befund: Die Feststellung.

    Returns:
        Fester Name, Schwere, Text und Kennungen der Sätze.

    >>> from kooperationsvertrag.norm import Schwere
    >>> from kooperationsvertrag.vertrag.normen import JAHRESBUDGET
    >>> befund_als_json(Befund("rueckstand", Schwere.HINWEIS, "Es fehlt etwas.", (JAHRESBUDGET,)))["fundstellen"]
    ['17-F1']
    """
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
