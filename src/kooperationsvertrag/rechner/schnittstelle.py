"""Schnittstelle: was die Seite im Browser von der Bibliothek verlangt, Text hinein und Text heraus."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import asdict, evolve

from kooperationsvertrag.fall.angaben import lies_datum
from kooperationsvertrag.fall.probleme import EingabeError, MangelError, Problem, stelle, zitat
from kooperationsvertrag.rechner.aufgaben import (
    Antwort,
    Dateien,
    lies_fassung,
    pruefe_antrag,
    rechne_ab,
    vergleiche_fassungen,
    zeige_pflichten,
)
from kooperationsvertrag.rechner.dateiart import ENTWURF_LADEN, ablehnung
from kooperationsvertrag.rechner.eintragen import ausgefuellt, eingetragen, lies_tag, maengel, nicht_gezeigt
from kooperationsvertrag.rechner.falltext import geaendert
from kooperationsvertrag.rechner.formulare import FORMULARE
from kooperationsvertrag.rechner.partnernamen import mehrdeutiges_im_vorrang, mit_kennungen_im_vorrang, partnernamen
from kooperationsvertrag.rechner.problemsaetze import nicht_gezeigtes_in_worten, problem_in_worten

LETZTER_TAG = date(2999, 12, 31)
"""Fehlt der Stichtag, wird an diesem Tag geprüft, damit auch die übrigen Probleme sichtbar werden."""

BEISPIELTAG = "01.04.2019"
"""Ein Tag, wie er sich eintippen lässt."""

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
    aufgabe, text = str(auftrag["aufgabe"]), str(auftrag["text"])
    probleme = ablehnung(str(auftrag.get("name", "")), text, aufgabe)
    if probleme:
        return {"probleme": _der_datei(probleme)}
    glieder, tabellen = FORMULARE[aufgabe].glieder, tomllib.loads(text)
    weitere = list(nicht_gezeigtes_in_worten(map(stelle, nicht_gezeigt(tabellen, glieder)), glieder, tabellen))
    return {"werte": ausgefuellt(tabellen, glieder), "weitere": weitere, "probleme": []}


def _rechne(auftrag: Auftrag) -> dict[str, object]:
    """Trägt das Formular in die Falldatei ein und rechnet."""
    aufgabe, dateien = str(auftrag["aufgabe"]), _dateien(auftrag)
    text, ist_erhalten, eingetragene = _eingetragen(auftrag)
    tag, mangel_am_tag = _stichtag(str(auftrag.get("stichtag", "")))
    antwort = _loese(aufgabe, text, tag, dateien)
    glieder = FORMULARE[aufgabe].glieder
    werte = auftrag["werte"]
    assert isinstance(werte, Mapping)
    eigene = tuple(maengel(eingetragene, werte, glieder, dateien))
    eigene += tuple(mehrdeutiges_im_vorrang(eingetragene, dateien))
    if aufgabe == "pruefen":
        eigene += mangel_am_tag
    namen = partnernamen(eingetragene, dateien) if antwort.probleme else {}
    weitere = [problem_in_worten(problem, glieder, eingetragene, namen) for problem in antwort.probleme]
    probleme = _vereint(eigene, [problem for problem in weitere if problem])
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


def _stichtag(text: str) -> tuple[date | None, tuple[Problem, ...]]:
    """Liest den Tag, für den geprüft wird, so wie ihn die Befehlszeile nimmt."""
    tag = lies_tag(text)
    if tag is None:
        grund = (
            f"„{zitat(text.strip())}“ ist kein Tag." if text.strip() else "Hier fehlt der Tag, für den geprüft wird."
        )
        return None, (Problem("stichtag", grund, BEISPIELTAG),)
    try:
        return lies_datum(tag), ()
    except MangelError as mangel:
        return None, (Problem("stichtag", mangel.grund, BEISPIELTAG),)


def _vereint(eigene: tuple[Problem, ...], weitere: Sequence[Problem]) -> tuple[Problem, ...]:
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
    tabellen = mit_kennungen_im_vorrang(tabellen, _dateien(auftrag))
    neu, ist_erhalten = geaendert(text, tabellen, werte)
    return neu, ist_erhalten, tabellen


def _vergleiche(auftrag: Auftrag) -> dict[str, object]:
    faelle = auftrag.get("faelle", ())
    assert isinstance(faelle, list)
    antwort = vergleiche_fassungen(
        str(auftrag["alt"]), str(auftrag["neu"]), [str(text) for text in faelle], _dateien(auftrag)
    )
    return {**asdict(evolve(antwort, probleme=())), "probleme": [asdict(problem) for problem in antwort.probleme]}


def _fall(auftrag: Auftrag) -> dict[str, object]:
    """Sagt, ob eine Datei ein Fall ist, an dem sich Fassungen vergleichen lassen."""
    return {"probleme": _der_datei(ablehnung(str(auftrag["name"]), str(auftrag["text"]), "vergleichen"))}


def _waehle(auftrag: Auftrag) -> dict[str, object]:
    """Schreibt gewählte Lesarten in Falldateien; alles andere bleibt."""
    texte, lesarten = auftrag["texte"], auftrag["lesarten"]
    assert isinstance(texte, list)
    assert isinstance(lesarten, Mapping)
    return {"texte": [_mit_lesarten(str(text), lesarten) for text in texte]}


def _mit_lesarten(text: str, lesarten: Mapping[str, object]) -> str:
    tabellen = tomllib.loads(text)
    bisher = tabellen.get("auslegung", {})
    return geaendert(text, {**tabellen, "auslegung": {**bisher, **lesarten}})[0]


def _fassung(auftrag: Auftrag) -> dict[str, object]:
    """Liest einen Entwurf und sagt, wer seine Partner sind."""
    name, dateien = str(auftrag["name"]), _dateien(auftrag)
    probleme = ablehnung(name, dateien[name], ENTWURF_LADEN) if name in dateien else ()
    if probleme:
        return {"probleme": _der_datei(probleme)}
    try:
        fassung = lies_fassung(name, dateien)
    except EingabeError as fehler:
        return {"probleme": _der_datei(fehler.probleme)}
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


def _der_datei(probleme: Sequence[Problem]) -> list[dict[str, object]]:
    """Nennt Probleme so, wie sie in der Datei zu beheben sind: mit der Zeile und dem Beispiel, wie es dort steht."""
    return [{"stelle": problem.ort, "grund": problem.grund, "beispiel": problem.beispiel} for problem in probleme]


def _probleme(probleme: Sequence[Problem]) -> list[dict[str, object]]:
    return [{"stelle": p.stelle, "grund": p.grund, "beispiel": p.beispiel} for p in probleme]


_AUFTRAEGE = {
    "oeffne": _oeffne,
    "rechne": _rechne,
    "schreibe": _schreibe,
    "vergleiche": _vergleiche,
    "fall": _fall,
    "waehle": _waehle,
    "fassung": _fassung,
}
