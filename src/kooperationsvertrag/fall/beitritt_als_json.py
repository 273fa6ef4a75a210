"""JSON einer Beitrittsprüfung: schlichte Daten für andere Programme, Beträge als Text mit zwei Dezimalstellen.

Die Schlüssel und ihre Reihenfolge sind Teil der Schnittstelle.
"""

from __future__ import annotations

from datetime import date
from importlib.metadata import version

from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.fall.als_json import (
    Json,
    antworten_als_json,
    betraege_als_json,
    fingerabdruck_der_fassung,
    konvention_als_json,
    schluessel_als_json,
)
from kooperationsvertrag.fall.antrag import Pruefauftrag
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag, Urteil
from kooperationsvertrag.revision.beitritt import (
    Beitragslage,
    Beitrittspruefung,
    Offenes,
    Pruefschritt,
    Stimmenlage,
    Stimmenvergleich,
    beitraege_im_ersten_jahr,
)
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Kreisangehoerige,
    SchluesselNachBeitritt,
    SitzNachBeitritt,
)

FRAGEN_ZUM_BEITRITT = frozenset(
    frage.frage()
    for frage in (
        Beitrittsentscheidung,
        Kreisangehoerige,
        SchluesselNachBeitritt,
        SitzNachBeitritt,
        Beitrittszeitpunkt,
        Abstimmung,
    )
)
"""Schlüssel der Fragen, auf die es bei einem Beitritt ankommen kann."""

_WIRKSAM = {Urteil.JA: True, Urteil.NEIN: False, Urteil.NICHT_BESTIMMT: None}


def beitritt_als_json(auftrag: Pruefauftrag, pruefung: Beitrittspruefung) -> dict[str, Json]:
    """Schreibt die Prüfung eines Beitritts als schlichte Daten.

    Args:
        auftrag: Was zu prüfen war, wie es eingelesen wurde.
        pruefung: Was herausgekommen ist.

    Returns:
        Daten, die :func:`json.dumps` ohne Weiteres schreibt.

    >>> from kooperationsvertrag.fall.antrag import lies_antrag
    >>> from kooperationsvertrag.revision.beitritt import pruefe_beitritt
    >>> auftrag = lies_antrag(b'''
    ... fassung = "bericht-2017"
    ... [antrag]
    ... kennung = "rhein-kreis-neuss"
    ... name = "Rhein-Kreis Neuss"
    ... rechtsform = "kreis"
    ... beitrag = "30.000"
    ... zum = 2026-01-01
    ... ''')
    >>> daten = beitritt_als_json(auftrag, pruefe_beitritt(auftrag.fassung, auftrag.antrag, auftrag.auslegung))
    >>> daten["antrag"]["beitrag"], daten["wirksam"]
    ('30000.00', False)
    """
    fassung = auftrag.fassung
    return {
        "titel": auftrag.titel,
        "fassung": fassung.kennung,
        "grundlage": fassung.grundlage,
        "antrag": _antrag(auftrag.antrag),
        "ergebnis": str(pruefung.zulaessigkeit),
        "eindeutig": pruefung.ist_eindeutig,
        "wirksam": _WIRKSAM[pruefung.schritte[3].urteil],
        "auslegung": antworten_als_json(
            antwort for antwort in auftrag.auslegung.geltende if antwort[0] in FRAGEN_ZUM_BEITRITT
        ),
        "schritte": [_schritt(schritt) for schritt in pruefung.schritte],
        "beitraege": [_beitragslage(lage) for lage in pruefung.beitragslagen],
        "erstes_jahr": _erstes_jahr(auftrag, pruefung),
        "stimmen": [_stimmenvergleich(vergleich) for vergleich in pruefung.stimmen],
        "offen": [_offenes(eines) for eines in pruefung.offen],
        "beleg": {
            "version": version("kooperationsvertrag"),
            "fassung": fingerabdruck_der_fassung(fassung),
            "eingabe": auftrag.fingerabdruck,
            "auslegung": antworten_als_json(auftrag.auslegung.wahl),
            "konventionen": konvention_als_json(Rechenkonvention()),
        },
    }


def _antrag(antrag: Beitrittsantrag) -> dict[str, Json]:
    return {
        "kennung": antrag.kennung,
        "name": antrag.name,
        "rechtsform": str(antrag.rechtsform),
        "kreis": antrag.kreis,
        "foerderlich": antrag.foerderlich,
        "begruendung": antrag.begruendung,
        "beitrag": antrag.beitrag.dezimal(),
        "zum": antrag.zum.isoformat(),
        "zustimmung": list(antrag.zustimmung),
    }


def _schritt(schritt: Pruefschritt) -> dict[str, Json]:
    return {
        "nummer": schritt.nummer,
        "punkt": str(schritt.punkt),
        "urteil": str(schritt.urteil),
        "lesarten": [
            {"auslegung": antworten_als_json(lage.auslegung), "urteil": str(lage.urteil), "text": lage.text}
            for lage in schritt.lagen
        ],
        "fundstellen": [norm.kennung for norm in schritt.normen],
        "fragen": list(schritt.fragen),
    }


def _beitragslage(lage: Beitragslage) -> dict[str, Json]:
    return {
        "lesart": str(lage.lesart),
        "jahresbudget": lage.jahresbudget.dezimal(),
        "beitraege": betraege_als_json(lage.beitraege),
        "aenderung": betraege_als_json(lage.aenderung),
        "schluessel": schluessel_als_json(lage.schluessel),
        "restcents": dict(lage.aufteilung.restcents) if lage.aufteilung else {},
    }


def _erstes_jahr(auftrag: Pruefauftrag, pruefung: Beitrittspruefung) -> list[Json]:
    """Nennt den ersten Beitrag je Lesart der Zeit; Lesarten der Beiträge mit gleichem Betrag stehen zusammen."""
    antrag = auftrag.antrag
    je_ausgang: dict[tuple[Beitrittszeitpunkt | None, date, Geldbetrag], list[Json]] = {}
    for lage in pruefung.beitragslagen:
        voller = lage.beitraege[antrag.kennung]
        for ausgang in beitraege_im_ersten_jahr(antrag, voller, auftrag.auslegung):
            je_ausgang.setdefault(ausgang, []).append(str(lage.lesart))
    geordnet = sorted(je_ausgang.items(), key=lambda eintrag: _platz(eintrag[0][0]))
    return [
        {
            "lesart": str(lesart) if lesart else None,
            "ab": ab.isoformat(),
            "beitrag": beitrag.dezimal(),
            "schluessel": schluessel,
        }
        for (lesart, ab, beitrag), schluessel in geordnet
    ]


def _platz(lesart: Beitrittszeitpunkt | None) -> int:
    return list(Beitrittszeitpunkt).index(lesart) if lesart else 0


def _stimmenvergleich(vergleich: Stimmenvergleich) -> dict[str, Json]:
    return {
        "sitz": str(vergleich.sitz),
        "abstimmung": str(vergleich.nachher.abstimmung),
        "schluessel": [str(lesart) for lesart in vergleich.schluessel],
        "vorher": _stimmenlage(vergleich.vorher),
        "nachher": _stimmenlage(vergleich.nachher),
    }


def _stimmenlage(lage: Stimmenlage) -> dict[str, Json]:
    return {
        "sitze": list(lage.sitze),
        "mehrheiten": [list(gruppe) for gruppe in lage.mehrheiten],
        "ohne_einfluss": list(lage.ohne_einfluss),
    }


def _offenes(offenes: Offenes) -> dict[str, Json]:
    return {"thema": offenes.thema, "text": offenes.text, "fragen": list(offenes.fragen)}
