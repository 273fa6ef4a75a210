"""Angaben: welche Angaben der Regelmodule auf einem Satz beruhen, allein aus dem Quelltext gelesen.

Eine Angabe ist eine Konstante mit Docstring. Sie beruht auf einem Satz, wenn sie ihn im Register nennt oder wenn ihr
Docstring seine Kennung trägt.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import pairwise

from attrs import frozen
from auszeichnung import KENNUNG

from kooperationsvertrag import regeln
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.regeln.aufgaben import AUFGABEN, Leitsatz
from kooperationsvertrag.vertrag import normen


@frozen
class Angabe:
    """Eine Konstante, die festhält, was Sätze sagen."""

    modul: str
    """Modul, in dem sie steht."""
    name: str
    """Ihr Name."""
    beschreibung: str
    """Was sie festhält: die erste Zeile ihres Docstrings."""
    kennungen: frozenset[str]
    """Kennungen der Sätze, auf denen sie beruht."""
    leser: tuple[str, ...]
    """Funktionen des Moduls, die sie wiedergeben, ohne selbst Regeln zu sein."""


def angaben_zu(norm: Norm) -> tuple[Angabe, ...]:
    """Gibt die Angaben, die auf einem Satz beruhen, in der Reihenfolge der Module."""
    return tuple(angabe for angabe in _alle() if norm.kennung in angabe.kennungen)


def festgehalten(angabe: Angabe, norm: Norm) -> tuple[str, ...]:
    """Gibt in Worten, was eine Angabe zu einem Satz festhält; leer, wo sie keine Worte dafür hat.

    >>> angabe = angaben_zu(normen.GRUNDLAGE_DER_KERNAUFGABE)[0]
    >>> festgehalten(angabe, normen.GRUNDLAGE_DER_KERNAUFGABE)[0].partition(";")[0]
    'Grundlage sind das Handlungskonzept der Region und das Arbeitsprogramm der Metropolregion Rheinland'
    """
    wert = getattr(import_module(angabe.modul), angabe.name)
    if isinstance(wert, Leitsatz):
        return (wert.text,)
    return tuple(aufgabe.bezeichnung for aufgabe in AUFGABEN if wert is AUFGABEN and aufgabe.norm is norm)


@cache
def _alle() -> tuple[Angabe, ...]:
    return tuple(angabe for name in regeln.MODULE for angabe in _angaben(f"{regeln.__name__}.{name}"))


def _angaben(modul: str) -> Iterator[Angabe]:
    baum = ast.parse(inspect.getsource(import_module(modul)))
    for anweisung, danach in pairwise(baum.body):
        name = _name(anweisung)
        if name.isupper() and not name.startswith("_") and (docstring := _text(danach)):
            yield Angabe(
                modul,
                name,
                docstring.partition("\n")[0],
                frozenset(KENNUNG.findall(docstring)) | frozenset(_genannte_saetze(anweisung)),
                tuple(
                    funktion.name
                    for funktion in baum.body
                    if isinstance(funktion, ast.FunctionDef) and name in _namen(funktion) and not _ist_regel(funktion)
                ),
            )


def _name(anweisung: ast.stmt) -> str:
    ziele = anweisung.targets if isinstance(anweisung, ast.Assign) else [getattr(anweisung, "target", None)]
    return ziele[0].id if isinstance(ziele[0], ast.Name) else ""


def _text(anweisung: ast.stmt) -> str:
    wert = anweisung.value if isinstance(anweisung, ast.Expr) else None
    return wert.value if isinstance(wert, ast.Constant) and isinstance(wert.value, str) else ""


def _namen(knoten: ast.AST) -> set[str]:
    return {teil.id for teil in ast.walk(knoten) if isinstance(teil, ast.Name)}


def _ist_regel(funktion: ast.FunctionDef) -> bool:
    return any("regel" in _namen(dekorator) for dekorator in funktion.decorator_list)


def _genannte_saetze(anweisung: ast.stmt) -> Iterator[str]:
    for knoten in ast.walk(anweisung):
        if isinstance(knoten, ast.Attribute) and isinstance(knoten.value, ast.Name) and knoten.value.id == "normen":
            wert = getattr(normen, knoten.attr, None)
            if isinstance(wert, Norm):
                yield wert.kennung
