"""Falltext: den Text einer Falldatei so ändern, dass alles andere bleibt, auch Kommentare und Abstände.

Was entfällt oder neu ist, wird zeilenweise entfernt und eingefügt: Ein Kommentar unmittelbar vor einer Überschrift
gehört zu ihr und teilt ihr Schicksal. Einzelne Werte ändert danach tomlkit an ihrer Stelle.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import groupby, pairwise

import tomlkit
from attrs import frozen
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from kooperationsvertrag.fall.entwurf_als_toml import toml_text
from kooperationsvertrag.fall.probleme import Pfad
from kooperationsvertrag.rechner.eintragen import NUMMER, zeilen_von

IN_EINER_ZEILE = "schluessel"
"""Name der Tabelle, die in einer Zeile steht."""

_TEXT_ODER_KOMMENTAR = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|' r"'''.*?'{3,5}|" r'"(?:\\.|[^"\\\n])*"|' r"'[^'\n]*'|#[^\n]*", re.DOTALL
)


@frozen
class Abschnitt:
    """Eine Tabelle im Text, mit Überschrift und den Kommentaren unmittelbar davor."""

    pfad: Pfad
    """Der Weg zur Tabelle; leer für den Anfang der Datei."""
    beginn: int
    """Ihre erste Zeile."""
    ende: int
    """Die Zeile nach ihrer letzten."""


def geaendert(
    text: str, tabellen: Mapping[str, object], formular: Mapping[str, object] | None = None
) -> tuple[str, bool]:
    r"""Ändert den Text einer Falldatei so, dass in ihm andere Tabellen stehen.

    Args:
        text: Der Text, wie er war; leer bei einer neuen Datei.
        tabellen: Was in ihm stehen soll.
        formular: Das Formular, aus dem sie stammen; es sagt, die wievielte ihrer Art jede Tabelle war.

    Returns:
        Der neue Text, und ob alle Kommentare geblieben sind, außer denen entfernter Tabellen. Lässt sich der Text nicht
        ändern, so ist er neu geschrieben und ohne Kommentare.

    >>> geaendert('titel = "A" # bleibt', {"titel": "B"})
    ('titel = "B" # bleibt', True)
    >>> geaendert('ja = ["ihk", # per Brief\n]', {"ja": ["mettmann"]})
    ('ja = ["mettmann"]', False)
    """
    if not text.strip():
        return neu_geschrieben(tabellen), True
    if _liest_sich_als(text, tabellen):
        return text, True
    if "\r" in text and text.count("\r\n") == text.count("\n"):
        neu, ist_erhalten = geaendert(text.replace("\r\n", "\n"), tabellen, formular)
        return neu.replace("\n", "\r\n"), ist_erhalten
    gekuerzt = _ohne_entfallendes(text, tabellen, formular or {})
    angeglichen = _angeglichen(_mit_neuem(gekuerzt, tabellen), tabellen)
    if _liest_sich_als(angeglichen, tabellen):
        return angeglichen, _kommentare(gekuerzt) <= _kommentare(angeglichen)
    return neu_geschrieben(tabellen), False


def _liest_sich_als(text: str, tabellen: Mapping[str, object]) -> bool:
    try:
        gelesen = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return gelesen == tabellen and _vergleichbar(gelesen) == _vergleichbar(tabellen)  # für Python ist True gleich 1


def _vergleichbar(zeile: object) -> str:
    return json.dumps(_schlicht(zeile), default=str, sort_keys=True)


def _kommentare(text: str) -> Counter[str]:
    return Counter(teil.rstrip() for teil in _TEXT_ODER_KOMMENTAR.findall(text) if teil.startswith("#"))


# Abschnitte des Textes


def _abschnitte(text: str) -> list[Abschnitt]:
    """Nennt die Tabellen, die im Text eine Überschrift haben, und den Anfang der Datei."""
    ganze, zeilen = text.split("\n"), _ohne_texte(text).split("\n")
    koepfe = [(nummer, name) for nummer, zeile in enumerate(zeilen) if (name := _ueberschrift(zeile, ganze[nummer]))]
    anfaenge = [0, *(_mit_kommentaren_davor(zeilen, nummer) for nummer, _ in koepfe), len(zeilen)]
    pfade = [(), *_pfade([name for _, name in koepfe])]
    return [
        Abschnitt(pfad, beginn, _ende_des_inhalts(zeilen, beginn, danach))
        for pfad, (beginn, danach) in zip(pfade, pairwise(anfaenge), strict=True)
    ]


def _ohne_texte(text: str) -> str:
    """Überdeckt Texte in Anführungszeichen, damit in ihnen nichts wie eine Überschrift oder ein Kommentar aussieht."""
    return _TEXT_ODER_KOMMENTAR.sub(
        lambda teil: teil[0] if teil[0].startswith("#") else re.sub(r"[^\n]", "x", teil[0]), text
    )


def _ueberschrift(zeile: str, ganze: str) -> Mapping[str, object]:
    """Liest eine Überschrift; leer, wenn die Zeile keine ist."""
    if not re.fullmatch(r"\s*\[.*\]\s*(#.*)?", zeile):
        return {}
    try:
        return tomllib.loads(ganze)
    except tomllib.TOMLDecodeError:
        return {}


def _pfade(koepfe: Sequence[Mapping[str, object]]) -> Iterator[Pfad]:
    """Zählt Überschriften in doppelten Klammern: die wievielte ihrer Art jede ist."""
    gezaehlt: Counter[Pfad] = Counter()
    for kopf in koepfe:
        pfad: Pfad = ()
        inhalt: object = kopf
        while isinstance(inhalt, Mapping) and inhalt:
            ((name, inhalt),) = inhalt.items()
            pfad = (*pfad, name)
            if isinstance(inhalt, list):
                gezaehlt[pfad] += 1
            if gezaehlt[pfad]:
                pfad = (*pfad, gezaehlt[pfad] - 1)
        yield pfad


def _mit_kommentaren_davor(zeilen: Sequence[str], nummer: int) -> int:
    while nummer and zeilen[nummer - 1].lstrip().startswith("#"):
        nummer -= 1
    return nummer


def _ende_des_inhalts(zeilen: Sequence[str], beginn: int, danach: int) -> int:
    """Findet das Ende einer Tabelle; ein Kommentar nach einer leeren Zeile gehört nicht mehr zu ihr."""
    inhalt = [nr for nr in range(beginn, danach) if zeilen[nr].strip() and not zeilen[nr].lstrip().startswith("#")]
    ende = inhalt[-1] + 1 if inhalt else beginn
    while ende < danach and zeilen[ende].lstrip().startswith("#"):
        ende += 1
    return ende


# Was entfällt


def _ohne_entfallendes(text: str, tabellen: Mapping[str, object], formular: Mapping[str, object]) -> str:
    entfallende = set(_entfallende(tomllib.loads(text), tabellen, formular, ()))
    zeilen, abschnitte = text.split("\n"), _abschnitte(text)
    for entfaellt, gruppe in groupby(
        reversed(abschnitte), lambda teil: not entfallende.isdisjoint(_stuecke(teil.pfad))
    ):
        block = list(gruppe)
        if entfaellt:
            beginn, ende = block[-1].beginn, block[0].ende
            while beginn and not zeilen[beginn - 1].strip() and not "".join(zeilen[ende : ende + 1]).strip():
                beginn -= 1
            del zeilen[beginn:ende]
    gekuerzt = "\n".join(zeilen)
    return _lesbar_oder(text, gekuerzt if text.startswith("\n") else gekuerzt.lstrip("\n"))


def _stuecke(pfad: Pfad) -> list[Pfad]:
    return [pfad[:laenge] for laenge in range(1, len(pfad) + 1)]


def _lesbar_oder(sonst: str, text: str) -> str:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return sonst
    return text


def _entfallende(
    alt: Mapping[str, object], neu: Mapping[str, object], formular: Mapping[str, object], pfad: Pfad
) -> Iterator[Pfad]:
    """Nennt die Tabellen und Angaben, die es nicht mehr gibt."""
    for name, war in alt.items():
        hier, wird, eingabe = (*pfad, name), neu.get(name), formular.get(name)
        if zeilen_von(war) and zeilen_von(wird):
            zeilen, werden, eingaben = zeilen_von(war), zeilen_von(wird), zeilen_von(eingabe)
            bleiben = _bleibende(zeilen, werden, eingaben)
            yield from ((*hier, nummer) for nummer in range(len(zeilen)) if nummer not in bleiben)
            for nummer, stelle in enumerate(bleiben):
                innen = eingaben[nummer] if nummer < len(eingaben) else {}
                yield from _entfallende(zeilen[stelle], werden[nummer], innen, (*hier, stelle))
        elif isinstance(war, Mapping) and isinstance(wird, Mapping):
            yield from _entfallende(war, wird, eingabe if isinstance(eingabe, Mapping) else {}, hier)
        elif type(war) is not type(wird):
            yield hier


def _bleibende(
    alt: Sequence[Mapping[str, object]], neu: Sequence[Mapping[str, object]], eingaben: Sequence[Mapping[str, object]]
) -> Sequence[int]:
    """Nennt die alten Zeilen, die bleiben, der Reihe nach; das Formular weiß es, sonst zählt, welche sich gleichen."""
    nummern = [nr for zeile in eingaben if isinstance(nr := zeile.get(NUMMER), int) and nr < len(alt)]
    neue_am_ende = all(NUMMER in zeile for zeile in eingaben[: len(nummern)])
    if len(eingaben) == len(neu) and nummern == sorted(set(nummern)) and neue_am_ende:
        return nummern
    return _paare([_vergleichbar(zeile) for zeile in alt], [_vergleichbar(zeile) for zeile in neu])


def _paare(vorher: Sequence[str], nachher: Sequence[str]) -> list[int]:
    """Nennt die alten Zeilen, die bleiben, der Reihe nach; kommt etwas dazwischen, so bleiben die ersten."""
    bleiben: list[int] = []
    for art, a, b, c, d in SequenceMatcher(None, vorher, nachher, autojunk=False).get_opcodes():
        if art == "equal" or b - a >= d - c or b == len(vorher):
            bleiben += range(a, min(b, a + d - c))
        else:
            return list(range(min(len(vorher), len(nachher))))
    return bleiben


# Was hinzukommt


def _mit_neuem(text: str, tabellen: Mapping[str, object]) -> str:
    zeilen, abschnitte = text.split("\n"), _abschnitte(text)
    stellen: list[tuple[int, bool, int, list[str]]] = []
    for pfad, ist_tabelle, neue in _neues(tomllib.loads(text), tabellen, ()):
        passende = [
            teil for teil in abschnitte if teil.pfad[: len(pfad)] == pfad and (ist_tabelle or teil.pfad == pfad)
        ]
        if passende and passende[-1].ende > passende[-1].beginn:
            stellen.append((passende[-1].ende, ist_tabelle, -len(pfad), neue))
    stellen.sort(key=lambda eintrag: eintrag[:3])
    for stelle, _, _, neue in reversed(stellen):
        zeilen[stelle:stelle] = neue
    return _lesbar_oder(text, "\n".join(zeilen))


def _neues(alt: Mapping[str, object], neu: Mapping[str, object], pfad: Pfad) -> Iterator[tuple[Pfad, bool, list[str]]]:
    """Nennt neue Zeilen, die Tabelle, zu der sie gehören, und ob sie selbst Tabellen sind, die ans Ende gehören."""
    voll = "".join(f"{_name(teil)}." for teil in pfad if isinstance(teil, str))
    for name, wird in neu.items():
        hier, war = (*pfad, name), alt.get(name)
        zeilen, werden = zeilen_von(war), zeilen_von(wird)
        if name not in alt:
            yield pfad, _ist_tabelle(name, wird), list(_zeilen({name: wird}, voll))
        elif zeilen and werden:
            for nummer, (zeile, werdend) in enumerate(zip(zeilen, werden, strict=False)):
                yield from _neues(zeile, werdend, (*hier, nummer))
            if werden[len(zeilen) :]:
                yield hier, True, list(_zeilen({name: werden[len(zeilen) :]}, voll))
        elif isinstance(war, Mapping) and isinstance(wird, Mapping):
            yield from _neues(war, wird, hier)


# Was sich ändert


def _angeglichen(text: str, tabellen: Mapping[str, object]) -> str:
    """Gleicht den Text an; leer, wo er sich so nicht lesen lässt, etwa weil er sehr tief verschachtelt ist."""
    if _liest_sich_als(text, tabellen):
        return text
    try:
        dokument = tomlkit.parse(text)
    except (TOMLKitError, RecursionError):
        return ""
    _gleiche_an(dokument, tabellen)
    return tomlkit.dumps(dokument)


def _gleiche_an(ziel: MutableMapping[str, object], soll: Mapping[str, object]) -> None:
    for name in [name for name in ziel if name not in soll]:
        del ziel[name]
    for name, wert in soll.items():
        da = ziel.get(name)
        if _schlicht(da) == wert and type(_schlicht(da)) is type(wert):
            continue
        if isinstance(da, AoT) and isinstance(wert, list) and wert:
            _gleiche_zeilen_an(da, wert)
        elif isinstance(da, MutableMapping) and isinstance(wert, Mapping):
            _gleiche_an(da, wert)
        else:
            ziel[name] = wert


def _gleiche_zeilen_an(ziel: AoT, soll: Sequence[Mapping[str, object]]) -> None:
    for stelle in reversed(range(len(soll), len(ziel))):
        del ziel[stelle]
    for zeile, wird in zip(ziel, soll, strict=False):
        _gleiche_an(zeile, wird)


def _schlicht(wert: object) -> object:
    return wert.unwrap() if hasattr(wert, "unwrap") else wert


# Eine neue Datei


def neu_geschrieben(tabellen: Mapping[str, object]) -> str:
    """Schreibt Tabellen als neue Datei.

    Args:
        tabellen: Was in ihr steht.

    Returns:
        Der Text.

    >>> print(neu_geschrieben({"titel": "A", "haushaltsjahr": [{"jahr": 2018}]}), end="")
    titel = "A"
    <BLANKLINE>
    [[haushaltsjahr]]
    jahr = 2018
    """
    return "\n".join(_zeilen(tabellen, "")).strip("\n") + "\n"


def _zeilen(tabelle: Mapping[str, object], pfad: str) -> Iterator[str]:
    darunter = {name: wert for name, wert in tabelle.items() if _ist_tabelle(name, wert)}
    yield from (f"{_name(name)} = {_wert(wert)}" for name, wert in tabelle.items() if name not in darunter)
    for name, wert in darunter.items():
        voll = f"{pfad}{_name(name)}"
        for teil in wert if isinstance(wert, list) else [wert]:
            assert isinstance(teil, Mapping)
            yield from ("", f"[[{voll}]]" if isinstance(wert, list) else f"[{voll}]")
            yield from _zeilen(teil, f"{voll}.")


def _ist_tabelle(name: str, wert: object) -> bool:
    if isinstance(wert, list):
        return bool(wert) and all(isinstance(teil, Mapping) for teil in wert)
    return isinstance(wert, Mapping) and name != IN_EINER_ZEILE


def _name(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else toml_text(name)


def _wert(wert: object) -> str:
    if isinstance(wert, bool):
        return "true" if wert else "false"
    if isinstance(wert, str):
        return toml_text(wert)
    if isinstance(wert, date):
        return wert.isoformat()
    if isinstance(wert, list):
        return f"[{', '.join(map(_wert, wert))}]"
    if isinstance(wert, Mapping):
        return f"{{ {', '.join(f'{_name(name)} = {_wert(teil)}' for name, teil in wert.items())} }}"
    return str(wert)
