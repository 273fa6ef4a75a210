"""Dateiart: ob eine Datei zu der Stelle passt, an der sie geladen wird; sonst, warum nicht, in einem Satz.

Das wird gesagt, ehe irgendetwas geladen ist. Eine leere Datei, eine unlesbare oder eine von anderer Art gäbe sonst
lauter Fehler, die nur Folgen dieses einen sind.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum

from attrs import fields_dict

from kooperationsvertrag.fall.dateitext import lies_toml
from kooperationsvertrag.fall.entwurfsschema import Entwurfsdatei
from kooperationsvertrag.fall.probleme import EingabeError, Problem
from kooperationsvertrag.fall.schema import Antragsdatei, Falldatei


class Dateiart(StrEnum):
    """Was in einer Datei steht; der Wert nennt es in Worten."""

    FALL = "ein Fall"
    ANTRAG = "ein Antrag auf Beitritt"
    ENTWURF = "ein Entwurf"


ENTWURF_LADEN = "entwurf"
"""Die Stelle, an der ein Entwurf geladen wird; jede andere heißt wie ihre Aufgabe."""

ERWARTET: Mapping[str, Dateiart] = {
    "abrechnen": Dateiart.FALL,
    "pruefen": Dateiart.FALL,
    "vergleichen": Dateiart.FALL,
    "beitritt": Dateiart.ANTRAG,
    ENTWURF_LADEN: Dateiart.ENTWURF,
}
"""Was an einer Stelle geladen wird."""

_NAMEN = {Dateiart.FALL: Falldatei, Dateiart.ANTRAG: Antragsdatei, Dateiart.ENTWURF: Entwurfsdatei}
_AUCH_IM_ANTRAG = frozenset({"beitritt"})
"""Was in einem Antrag aus Versehen steht und darum nichts entscheidet."""


def art_der_datei(tabellen: Mapping[str, object]) -> Dateiart | None:
    """Erkennt an ihren Angaben, was für eine Datei es ist.

    Args:
        tabellen: Was in ihr steht.

    Returns:
        Die Art; nichts, wenn keine Angabe oder Angaben verschiedener Arten dafür sprechen.

    >>> art_der_datei({"fassung": "bericht-2017", "ereignis": []}), art_der_datei({"titel": "Ohne alles"})
    (<Dateiart.FALL: 'ein Fall'>, None)
    """
    gefunden = [art for art in Dateiart if any(name in tabellen for name in _eigene(art))]
    return gefunden[0] if len(gefunden) == 1 else None


def _eigene(art: Dateiart) -> frozenset[str]:
    """Nennt die Angaben, die nur Dateien dieser Art haben."""
    andere = {name for weitere in Dateiart if weitere is not art for name in fields_dict(_NAMEN[weitere])}
    return frozenset(fields_dict(_NAMEN[art])) - andere - _AUCH_IM_ANTRAG


def ablehnung(name: str, text: str, stelle: str) -> tuple[Problem, ...]:
    """Sagt, warum eine Datei nicht geladen wird.

    Args:
        name: Name der Datei; leer, wenn es nur ein Text ist.
        text: Ihr Inhalt.
        stelle: Wo sie geladen werden soll, einer der Namen in :data:`ERWARTET`.

    Returns:
        Die Probleme; keine, wenn sie sich laden lässt. Wo eines für sich spricht, nennt es keine Stelle.

    >>> [problem.grund for problem in ablehnung("", "  ", "abrechnen")]
    ['Der Text ist leer.']
    """
    wer = f"„{name}“" if name else "Der Text"
    if not text.strip():
        return (Problem("", f"Die Datei {wer} ist leer." if name else f"{wer} ist leer.", ""),)
    try:
        tabellen = tomllib.loads(text)
    except (ValueError, RecursionError):
        return _unlesbares(text)
    art = art_der_datei(tabellen)
    if art is None or art is ERWARTET[stelle]:
        return ()
    return (Problem("", f"{wer} ist {art}{_stattdessen(art, stelle)}", ""),)


def _unlesbares(text: str) -> tuple[Problem, ...]:
    """Nennt nur, was nicht zu lesen ist; was daraus folgt, verschwindet mit ihm."""
    try:
        return tuple(lies_toml(text)[1])
    except EingabeError as fehler:
        return fehler.probleme


def _stattdessen(art: Dateiart, stelle: str) -> str:
    """Sagt, was erwartet war und wohin die Datei gehört."""
    erwartet = ERWARTET[stelle]
    if erwartet is Dateiart.ENTWURF:
        return ", kein Entwurf."
    if art is Dateiart.ANTRAG:
        return "; er gehört zu „Beitritt prüfen“."
    kein = ", kein Fall." if erwartet is Dateiart.FALL else ", kein Antrag auf Beitritt."
    if art is Dateiart.ENTWURF:
        return f"{kein} Er lässt sich {'oben' if stelle == 'vergleichen' else 'unten'} als Fassung laden."
    return f"{kein} Er gehört zu „Haushaltsjahr abrechnen“ oder „Pflichten an einem Tag zeigen“."
