"""Für Programme: Aufteilung und Register als JSON.

Beträge sind Texte mit zwei Nachkommastellen, Bruchteile Texte wie ``5/12``. Das JSON einer Abrechnung steht in
:mod:`kooperationsvertrag.fall.als_json`.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kooperationsvertrag.aufteilung import Aufteilung, Rechenkonvention
from kooperationsvertrag.darstellung.aufteilung import andere_rundungen
from kooperationsvertrag.geld import Betraege
from kooperationsvertrag.norm import Festlegung, Norm, Regel
from kooperationsvertrag.regeln import regeln_zu
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fragen import Lesartbeschreibung, Vertragsfrage

Json = dict[str, object]
"""Ein JSON-Objekt."""


def aufteilung_json(aufteilung: Aufteilung, fassung: Vertragsfassung) -> Json:
    """Gibt eine Aufteilung mit dem Weg jedes Cents und jeder anderen Art zu runden."""
    return {
        "fassung": fassung.kennung,
        "grundlage": fassung.grundlage,
        "betrag": aufteilung.betrag.dezimal(),
        "konventionen": _konventionen(aufteilung.konvention),
        "betraege": _betraege(aufteilung.betraege),
        "verbleibt": aufteilung.verbleibt.dezimal(),
        "anteile": [
            {
                "partner": anteil.partner,
                "anteil": _bruch(anteil.bruchteil),
                "genau_in_cent": _bruch(anteil.genau),
                "restcent": anteil.restcent,
                "betrag": anteil.betrag.dezimal(),
            }
            for anteil in aufteilung.anteile
        ],
        "andere_rundungen": [
            {
                "konventionen": _konventionen(andere.konvention),
                "betraege": _betraege(andere.betraege),
                "verbleibt": andere.verbleibt.dezimal(),
            }
            for andere in andere_rundungen(aufteilung)
        ],
    }


def _konventionen(konvention: Rechenkonvention) -> Json:
    vorrang = list(konvention.vorrang) or "vertragsreihenfolge"
    return {"rundung": konvention.rundung.value, "rundungsvorrang": vorrang}


def _betraege(betraege: Betraege) -> dict[str, str]:
    return {partner: betrag.dezimal() for partner, betrag in betraege.items()}


def _bruch(bruch: Fraction) -> str:
    return f"{bruch.numerator}/{bruch.denominator}"


def norm_json(norm: Norm, abgleich: Satzabgleich | None = None) -> Json:
    """Gibt einen Satz mit seinen Regeln, und dem Wortlaut, wenn mit einem Dokument verglichen wurde."""
    stelle = norm.fundstelle
    eintrag: Json = {
        "kennung": norm.kennung,
        "arten": [art.value for art in norm.arten],
        "traeger": norm.traeger,
        "gegenueber": norm.gegenueber,
        "inhalt": norm.inhalt,
        "bedingung": norm.bedingung,
        "zeit": norm.zeit,
        "status": norm.status.value,
        "umsetzung": norm.umsetzung.value,
        "fragen": list(norm.fragen),
        "regeln": [_regel(regel) for regel in regeln_zu(norm)],
        "fundstelle": {
            "dokument": stelle.dokument,
            "ueberschrift": stelle.ueberschrift,
            "satz": stelle.satz,
            "stichwort": stelle.stichwort,
            "laenge": stelle.laenge,
            "sha256": stelle.sha256,
        },
    }
    if abgleich is not None:
        eintrag["im_dokument"] = {"stand": abgleich.stand.value, "wortlaut": abgleich.wortlaut}
    return eintrag


def _regel(regel: Regel) -> Json:
    return {"name": regel.name, "modul": regel.modul, "satz": regel.satz}


def eintrag_json(eintrag: Vertragsfrage | Festlegung) -> Json:
    """Gibt einen Eintrag: eine Frage oder eine Festlegung."""
    return frage_json(eintrag) if isinstance(eintrag, Vertragsfrage) else festlegung_json(eintrag)


def frage_json(frage: Vertragsfrage) -> Json:
    """Gibt eine offene Frage mit ihren Lesarten."""
    return {
        "kennung": frage.kennung,
        "titel": frage.titel,
        "frage": frage.frage,
        "normen": list(frage.norm_kennungen),
        "auswirkung": frage.auswirkung,
        "auswahlen": [
            {"schluessel": auswahl.schluessel, "lesarten": _lesarten(auswahl.moeglichkeiten)}
            for auswahl in frage.auswahlen
        ],
        "konventionen": [
            {"schluessel": konvention.schluessel, "moeglichkeiten": _lesarten(konvention.moeglichkeiten)}
            for konvention in frage.konventionen
        ],
        "nur_beschrieben": _lesarten(frage.lesarten),
        "empfehlung": frage.empfehlung,
    }


def _lesarten(lesarten: Iterable[Lesartbeschreibung]) -> list[Json]:
    return [
        {"schluessel": lesart.schluessel, "titel": lesart.titel, "bedeutung": lesart.bedeutung} for lesart in lesarten
    ]


def festlegung_json(festlegung: Festlegung) -> Json:
    """Gibt eine Festlegung."""
    return {
        "kennung": festlegung.kennung,
        "frage": festlegung.frage,
        "wahl": festlegung.wahl,
        "grund": festlegung.grund,
        "folge": festlegung.folge,
    }
