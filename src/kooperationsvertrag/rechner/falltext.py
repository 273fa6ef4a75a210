"""Falltext: den Text einer Falldatei so ändern, dass alles andere bleibt, auch Kommentare und Abstände."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from datetime import date
from difflib import SequenceMatcher

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from kooperationsvertrag.fall.entwurf_als_toml import toml_text

IN_EINER_ZEILE = "schluessel"
"""Name der Tabelle, die in einer Zeile steht."""


def geaendert(text: str, tabellen: Mapping[str, object]) -> tuple[str, bool]:
    """Ändert den Text einer Falldatei so, dass in ihm andere Tabellen stehen.

    Args:
        text: Der Text, wie er war; leer bei einer neuen Datei.
        tabellen: Was in ihm stehen soll.

    Returns:
        Der neue Text, und ob alles andere geblieben ist; sonst ist er neu geschrieben und ohne Kommentare.

    >>> geaendert('titel = "A" # bleibt', {"titel": "B"})
    ('titel = "B" # bleibt', True)
    """
    if not text.strip():
        return neu_geschrieben(tabellen), True
    if _liest_sich_als(text, tabellen):
        return text, True
    angeglichen = _angeglichen(text, tabellen)
    if _liest_sich_als(angeglichen, tabellen):
        return angeglichen, True
    return neu_geschrieben(tabellen), False


def _angeglichen(text: str, tabellen: Mapping[str, object]) -> str:
    """Gleicht den Text an; leer, wo er sich so nicht lesen lässt, etwa weil er sehr tief verschachtelt ist."""
    try:
        dokument = tomlkit.parse(text)
    except (TOMLKitError, RecursionError):
        return ""
    _gleiche_an(dokument, tabellen)
    return tomlkit.dumps(dokument)


def _liest_sich_als(text: str, tabellen: Mapping[str, object]) -> bool:
    try:
        gelesen = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return gelesen == tabellen and _vergleichbar(gelesen) == _vergleichbar(tabellen)  # für Python ist True gleich 1


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
            ziel[name] = _als_toml(wert, name)


def _gleiche_zeilen_an(ziel: AoT, soll: Sequence[Mapping[str, object]]) -> None:
    """Gleicht Tabellen einer Liste an; unveränderte behalten ihre Kommentare, auch wenn vor ihnen eine entfällt."""
    paare = _paare([_vergleichbar(zeile) for zeile in ziel], [_vergleichbar(zeile) for zeile in soll])
    for stelle in reversed(range(len(ziel))):
        if stelle not in paare:
            del ziel[stelle]
    for zeile, wird in zip(ziel, soll, strict=False):
        _gleiche_an(zeile, wird)
    for zeile in soll[len(ziel) :]:
        neue = _als_tabelle(zeile)
        neue.trivia.indent = "\n"
        ziel.append(neue)


def _vergleichbar(zeile: object) -> str:
    return json.dumps(_schlicht(zeile), default=str, sort_keys=True)


def _paare(vorher: Sequence[str], nachher: Sequence[str]) -> list[int]:
    """Nennt die alten Zeilen, die bleiben, der Reihe nach; kommt etwas dazwischen, so bleiben die ersten."""
    bleiben: list[int] = []
    for art, a, b, c, d in SequenceMatcher(None, vorher, nachher, autojunk=False).get_opcodes():
        if art == "equal" or b - a >= d - c or b == len(vorher):
            bleiben += range(a, min(b, a + d - c))
        else:
            return list(range(min(len(vorher), len(nachher))))
    return bleiben


def _schlicht(wert: object) -> object:
    return wert.unwrap() if hasattr(wert, "unwrap") else wert


def _als_toml(wert: object, name: str) -> object:
    if isinstance(wert, Mapping) and name == IN_EINER_ZEILE:
        zeile = tomlkit.inline_table()
        zeile.update(wert)
        return zeile
    if isinstance(wert, Mapping):
        return _als_tabelle(wert)
    if isinstance(wert, list) and wert and all(isinstance(teil, Mapping) for teil in wert):
        return _als_liste(wert)
    return wert


def _als_liste(zeilen: Sequence[Mapping[str, object]]) -> AoT:
    liste = tomlkit.aot()
    for zeile in zeilen:
        liste.append(_als_tabelle(zeile))
    return liste


def _als_tabelle(inhalt: Mapping[str, object]) -> Table:
    tabelle = tomlkit.table()
    for name, wert in inhalt.items():
        tabelle[name] = _als_toml(wert, name)
    return tabelle


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
