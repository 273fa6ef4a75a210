"""Eigene Worte: was jemand selbst geschrieben hat, steht auf einer Seite so da, wie er es geschrieben hat.

Eine Seite heißt Lesarten und Stellen der Falldatei wie das Formular und verweist auf Sätze. Ein Titel oder ein Name
kann zufällig ebenso lauten. Deshalb trägt er Marken, bevor gerechnet wird; was zwischen ihnen steht, bleibt.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar, cast

from attrs import evolve, fields, has

from kooperationsvertrag.ablauf.ereignis import Ereignis
from kooperationsvertrag.rechner.als_html import KENNUNG
from kooperationsvertrag.rechner.lesartnamen import IN_DER_FALLDATEI
from kooperationsvertrag.rechner.stellennamen import STELLE
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN

T = TypeVar("T")

ANFANG, ENDE = "\U000e01ee", "\U000e01ef"
"""Marken um eigene Worte: Zeichen ohne Breite, die sich nicht tippen lassen."""

FREIE_ANGABEN = frozenset(
    {
        *("titel", "name", "kurzname", "kreis", "entscheidungsgremium", "amt", "person"),
        *("bezeichnung", "grundlage", "text", "inhalt", "vorhaben"),
        *("begruendung", "grund", "beleg", "beschluss"),
    }
)
"""Angaben, in denen jeder Text stehen darf."""

_EIGENE_WORTE = re.compile(f"{ANFANG}([^{ANFANG}{ENDE}]*){ENDE}")
_PLATZ = re.compile(rf"{ANFANG}(\d+){ENDE}")
_LESART = re.compile("|".join(str(lesart) for frage in AUSLEGUNGSFRAGEN for lesart in frage))


def mit_marken(eingabe: T) -> T:
    """Setzt um eigene Worte Marken, wo eine Seite sie sonst ändern würde.

    Args:
        eingabe: Was aus einer Datei gelesen ist.

    Returns:
        Dasselbe mit Marken; dasselbe Objekt, wenn keine nötig sind.

    >>> from kooperationsvertrag.vertrag.buchung import Einnahme, Einnahmenart
    >>> from kooperationsvertrag.geld import Geldbetrag
    >>> spende = Einnahme("Spende", Einnahmenart.DRITTMITTEL, Geldbetrag(100))
    >>> mit_marken(spende) is spende
    True
    >>> mit_marken(evolve(spende, bezeichnung="additiv")).bezeichnung == f"{ANFANG}additiv{ENDE}"
    True
    """
    return cast(T, _markiert(eingabe, {}))


def _markiert(wert: object, schon: dict[int, object]) -> object:
    """Geht durch alle Angaben; was an zwei Stellen dasselbe ist, bleibt an beiden dasselbe."""
    if id(wert) not in schon:
        schon[id(wert)] = _neu(wert, schon)
    return schon[id(wert)]


def _neu(wert: object, schon: dict[int, object]) -> object:
    if isinstance(wert, tuple):
        teile = tuple(_markiert(teil, schon) for teil in wert)
        return teile if any(neu is not alt for neu, alt in zip(teile, wert, strict=True)) else wert
    klasse = type(wert)
    if not has(klasse):
        return wert
    neue: dict[str, object] = {}
    for feld in fields(klasse):
        alt = getattr(wert, feld.name)
        neu = _in_marken(alt) if _ist_frei(wert, feld.name, alt) else _markiert(alt, schon)
        if neu is not alt:
            neue[feld.alias or feld.name] = neu
    return evolve(wert, **neue) if neue else wert  # type: ignore[misc]  # oben geprüft: eine Klasse von attrs


def _ist_frei(wert: object, angabe: str, inhalt: object) -> bool:
    eigene_kennung = isinstance(wert, (Ereignis, Vertragsfassung)) and angabe in ("kennung", "ersetzt")
    return type(inhalt) is str and (angabe in FREIE_ANGABEN or eigene_kennung)


def _in_marken(text: object) -> object:
    wuerde_geaendert = any(muster.search(str(text)) for muster in (_LESART, STELLE, KENNUNG))
    return f"{ANFANG}{text}{ENDE}" if wuerde_geaendert or IN_DER_FALLDATEI in str(text) else text


def ohne_eigene_worte(seite: str, uebersetzt: Callable[[str], str]) -> str:
    """Übersetzt eine Seite, ohne die Worte zwischen Marken zu ändern.

    Args:
        seite: HTML, in dem eigene Worte zwischen Marken stehen.
        uebersetzt: Was mit dem übrigen geschieht.

    Returns:
        HTML ohne Marken.

    >>> ohne_eigene_worte(f"<p>{ANFANG}alt{ENDE} und alt</p>", lambda seite: seite.replace("alt", "neu"))
    '<p>alt und neu</p>'
    """
    eigene = _EIGENE_WORTE.findall(seite)
    nummern = iter(range(len(eigene)))
    uebrig = uebersetzt(_EIGENE_WORTE.sub(lambda _: f"{ANFANG}{next(nummern)}{ENDE}", seite))
    return _PLATZ.sub(lambda platz: eigene[int(platz[1])], uebrig)
