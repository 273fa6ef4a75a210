"""Schnittstelle: was die Seite im Browser von der Bibliothek verlangt, Text hinein und Text heraus."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import asdict, evolve

from kooperationsvertrag.darstellung.ereignisse import tag_in_worten
from kooperationsvertrag.fall.dateitext import lies_toml
from kooperationsvertrag.fall.probleme import EingabeError, Pfad, Problem, stelle
from kooperationsvertrag.rechner.aufgaben import (
    Antwort,
    Dateien,
    lies_fassung,
    pruefe_antrag,
    rechne_ab,
    vergleiche_fassungen,
    zeige_pflichten,
)
from kooperationsvertrag.rechner.eintragen import ausgefuellt, eingetragen, lies_tag, maengel, nicht_gezeigt
from kooperationsvertrag.rechner.falltext import geaendert
from kooperationsvertrag.rechner.formulare import FORMULARE

LETZTER_TAG = date(2999, 12, 31)
"""Fehlt der Stichtag, wird an diesem Tag geprüft, damit auch die übrigen Probleme sichtbar werden."""

IM_FORMULAR = {
    "[[haushaltsjahr]]": "Haushaltsjahre",
    "[[haushaltsjahr.einzahlung]]": "Einzahlungen",
    "[[haushaltsjahr.ausgabe]]": "Ausgaben",
    "[[haushaltsjahr.einnahme]]": "Weitere Einnahmen",
    "[[haushaltsjahr.zusatzmittel]]": "Zusatzmittel",
    "[[ereignis]]": "Ereignisse",
    "[auslegung]": "Lesarten und Rundung",
}
"""Wie im Formular heißt, was in der Falldatei eine Überschrift ist."""

Auftrag = Mapping[str, object]
"""Was die Seite verlangt."""


def antworte(auftrag: str) -> str:
    """Erledigt einen Auftrag der Seite.

    Args:
        auftrag: Was zu tun ist, als JSON; unter ``was`` steht, was.

    Returns:
        Die Antwort als JSON.

    >>> json.loads(antworte('{"was": "fassung", "name": "bericht-2017"}'))["probleme"]
    []
    """
    gelesen = _mit_ganzen_zeichen(json.loads(auftrag))
    return json.dumps(_AUFTRAEGE[str(gelesen["was"])](gelesen), ensure_ascii=False)


def _mit_ganzen_zeichen(gelesen: dict[str, object]) -> dict[str, object]:
    """Ersetzt halbe Zeichen, die sich in keine Datei schreiben lassen, so wie es der Browser beim Speichern tut."""
    ganze = json.dumps(gelesen, ensure_ascii=False).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    ersetzt = json.loads(ganze)
    assert isinstance(ersetzt, dict)
    return ersetzt


def _oeffne(auftrag: Auftrag) -> dict[str, object]:
    """Füllt das Formular mit einer Falldatei."""
    text = str(auftrag["text"])
    glieder = FORMULARE[str(auftrag["aufgabe"])].glieder
    try:
        tabellen = tomllib.loads(text)
    except (ValueError, RecursionError):
        return {"probleme": _probleme(_probleme_des_texts(text))}
    weitere = [_benannt(pfad) for pfad in nicht_gezeigt(tabellen, glieder)]
    return {"werte": ausgefuellt(tabellen, glieder), "weitere": weitere, "probleme": []}


def _probleme_des_texts(text: str) -> Sequence[Problem]:
    try:
        return lies_toml(text)[1]
    except EingabeError as fehler:
        return fehler.probleme


def _benannt(pfad: Pfad) -> str:
    """Nennt, was das Formular nicht zeigt, in Worten."""
    return f"„{stelle(pfad)}“"


def _rechne(auftrag: Auftrag) -> dict[str, object]:
    """Trägt das Formular in die Falldatei ein und rechnet."""
    aufgabe, dateien = str(auftrag["aufgabe"]), _dateien(auftrag)
    text, ist_erhalten, eingetragene = _eingetragen(auftrag)
    tag = lies_tag(str(auftrag.get("stichtag", "")))
    antwort = _loese(aufgabe, text, tag, dateien)
    glieder = FORMULARE[aufgabe].glieder
    werte = auftrag["werte"]
    assert isinstance(werte, Mapping)
    eigene = tuple(maengel(eingetragene, werte, glieder, dateien))
    if aufgabe == "pruefen" and tag is None:
        eigene += (Problem("stichtag", "Hier fehlt der Tag, für den geprüft wird.", "01.04.2019"),)
    probleme = _vereint(eigene, antwort.probleme)
    return {
        "text": text,
        "erhalten": ist_erhalten,
        **asdict(Antwort() if probleme else evolve(antwort, probleme=())),
        "probleme": _probleme(probleme),
    }


def _loese(aufgabe: str, text: str, tag: date | None, dateien: Dateien) -> Antwort:
    if aufgabe == "abrechnen":
        return rechne_ab(text, dateien)
    if aufgabe == "beitritt":
        return pruefe_antrag(text, dateien)
    return zeige_pflichten(text, tag or LETZTER_TAG, dateien)


def _vereint(eigene: tuple[Problem, ...], weitere: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Nennt je Stelle nur ein Problem; zuerst, was in Worten des Formulars gesagt ist."""
    stellen = {problem.stelle for problem in eigene}
    return (*eigene, *(problem for problem in weitere if problem.stelle not in stellen))


def _schreibe(auftrag: Auftrag) -> dict[str, object]:
    """Trägt das Formular in die Falldatei ein, ohne zu rechnen."""
    text, ist_erhalten, _ = _eingetragen(auftrag)
    return {"text": text, "erhalten": ist_erhalten}


def _eingetragen(auftrag: Auftrag) -> tuple[str, bool, dict[str, object]]:
    text, werte = str(auftrag.get("text", "")), auftrag["werte"]
    assert isinstance(werte, Mapping)
    tabellen = eingetragen(tomllib.loads(text), werte, FORMULARE[str(auftrag["aufgabe"])].glieder)
    neu, ist_erhalten = geaendert(text, tabellen)
    return neu, ist_erhalten, tabellen


def _vergleiche(auftrag: Auftrag) -> dict[str, object]:
    faelle = auftrag.get("faelle", ())
    assert isinstance(faelle, list)
    antwort = vergleiche_fassungen(
        str(auftrag["alt"]), str(auftrag["neu"]), [str(text) for text in faelle], _dateien(auftrag)
    )
    return {**asdict(evolve(antwort, probleme=())), "probleme": _probleme(antwort.probleme)}


def _fassung(auftrag: Auftrag) -> dict[str, object]:
    """Liest einen Entwurf und sagt, wer seine Partner sind."""
    name, dateien = str(auftrag["name"]), _dateien(auftrag)
    try:
        fassung = lies_fassung(name, dateien)
    except EingabeError as fehler:
        return {"probleme": _probleme(fehler.probleme)}
    return {
        "name": name,
        "bezeichnung": f"{fassung.bezeichnung} ({name})",
        "partner": [[partner.kennung, partner.kurzname] for partner in fassung.partner],
        "probleme": [],
    }


def _dateien(auftrag: Auftrag) -> Dateien:
    dateien = auftrag.get("dateien", {})
    assert isinstance(dateien, Mapping)
    return {str(name): str(text) for name, text in dateien.items()}


def _probleme(probleme: Sequence[Problem]) -> list[dict[str, object]]:
    return [
        {"stelle": problem.stelle, "grund": _grund(problem.grund), "beispiel": _beispiel(problem.beispiel)}
        for problem in probleme
    ]


def _grund(grund: str) -> str:
    """Nennt statt der Überschriften einer Falldatei die Abschnitte des Formulars.

    >>> _grund("Geld, das zurückkam, steht unter [[haushaltsjahr.einnahme]].")
    'Geld, das zurückkam, steht unter „Weitere Einnahmen“.'
    """
    for ueberschrift, abschnitt in IM_FORMULAR.items():
        grund = grund.replace(ueberschrift, f"„{abschnitt}“")
    return grund


def _beispiel(beispiel: str) -> str:
    """Schreibt ein Beispiel aus einer Falldatei so, wie es in ein Feld gehört.

    >>> _beispiel('betrag = "43.417,55"'), _beispiel("datum = 2019-02-14")
    ('43.417,55', '14.02.2019')
    >>> _beispiel('[[haushaltsjahr.einnahme]], darunter art = "rueckerstattung"')
    ''
    """
    wert = re.sub(r"^\w+ = ", "", beispiel)
    einfach = re.fullmatch(r'"([^"]*)"', wert)
    tag = lies_tag(wert)
    if tag:
        return tag_in_worten(tag)
    if einfach:
        return einfach[1]
    return "" if "=" in wert or "[[" in wert else re.sub(r'"([^"]*)"', "„\\1“", wert)


_AUFTRAEGE = {
    "oeffne": _oeffne,
    "rechne": _rechne,
    "schreibe": _schreibe,
    "vergleiche": _vergleiche,
    "fassung": _fassung,
}
