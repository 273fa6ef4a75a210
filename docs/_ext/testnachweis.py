"""Testnachweis: welche Tests eine Funktion prüfen, allein aus dem Quelltext der Tests gelesen.

Ein Test nennt eine Funktion selbst oder über eine Hilfe der Tests. Was die Bibliothek selbst aufruft, zählt nicht:
Sonst prüfte jeder Test der Abrechnung jede Regel. Steht er in der Datei, die zum Modul der Funktion gehört
(``tests/regeln/test_restmittel.py`` zu ``regeln/restmittel.py``), so prüft er sie; sonst benutzt er sie nur.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attrs import frozen

PAKET = "kooperationsvertrag"
NUR_VOLLSTAENDIGKEIT = ("tests/docs/", "tests/test_projekt.py")
"""Tests, die alles durchgehen, ohne etwas davon zu rechnen; sie zählen bei keiner Regel."""

Name = tuple[str, str]
"""Modul und Name darin."""


@frozen(order=True)
class Nachweis:
    """Ein Test, so wie pytest ihn nennt."""

    datei: str
    """Pfad der Datei, vom Projekt aus."""
    name: str
    """Name der Testfunktion."""
    zeile: int
    """Zeile, in der sie beginnt."""
    beschreibung: str = ""
    """Der erste Satz ihres Docstrings, wenn sie einen hat."""

    def __str__(self) -> str:
        return f"{self.datei}::{self.name}"


@frozen
class Nachweise:
    """Alle Tests und die Namen der Bibliothek, die jeder nennt."""

    genannt: Mapping[Nachweis, frozenset[Name]]
    """Je Test Modul und Name dessen, was er nennt."""

    def zu(self, modul: str, name: str) -> tuple[Nachweis, ...]:
        """Gibt die Tests, die eine Funktion oder Angabe nennen."""
        return tuple(
            sorted(
                test
                for test, namen in self.genannt.items()
                if (modul, name) in namen and not test.datei.startswith(NUR_VOLLSTAENDIGKEIT)
            )
        )

    def pruefende(self, modul: str, name: str) -> tuple[Nachweis, ...]:
        """Gibt die Tests in der Datei, die zum Modul gehört."""
        return tuple(test for test in self.zu(modul, name) if test.datei == testdatei(modul))

    def benutzende(self, modul: str, name: str) -> tuple[Nachweis, ...]:
        """Gibt die Tests in anderen Dateien."""
        return tuple(test for test in self.zu(modul, name) if test.datei != testdatei(modul))

    def test(self, angabe: str) -> Nachweis | None:
        """Gibt den Test mit der Angabe ``datei::name``, oder nichts, wenn es ihn nicht gibt."""
        return next((test for test in self.genannt if str(test) == angabe), None)


def testdatei(modul: str) -> str:
    """Gibt die Testdatei, die zu einem Modul gehört.

    >>> testdatei("kooperationsvertrag.regeln.restmittel")
    'tests/regeln/test_restmittel.py'
    """
    *ordner, name = modul.split(".")[1:]
    return "/".join(["tests", *ordner, f"test_{name}.py"])


@frozen
class _Datei:
    """Was eine Testdatei bestimmt und woher sie ihre Namen hat."""

    modul: str
    bestimmt: Mapping[str, frozenset[str]]
    eingefuehrt: Mapping[str, Name]
    tests: Mapping[str, ast.FunctionDef]


def lies_tests(ordner: Path) -> Nachweise:
    """Liest alle Tests eines Ordners, ohne sie auszuführen.

    Args:
        ordner: Der Ordner ``tests``.

    Returns:
        Jeder Test mit den Namen der Bibliothek, die er nennt, auch über Hilfen der Tests.
    """
    dateien = {datei: _lies(datei, ordner) for datei in sorted(ordner.rglob("*.py"))}
    je_modul = {gelesen.modul: gelesen for gelesen in dateien.values()}
    return Nachweise(
        {
            Nachweis(
                (Path(ordner.name) / datei.relative_to(ordner)).as_posix(),
                name,
                test.lineno,
                (ast.get_docstring(test) or "").partition("\n\n")[0].replace("\n", " "),
            ): frozenset(_erreichbar((gelesen.modul, name), je_modul))
            for datei, gelesen in dateien.items()
            for name, test in gelesen.tests.items()
        }
    )


def _lies(datei: Path, ordner: Path) -> _Datei:
    baum = ast.parse(datei.read_text(encoding="utf-8"), filename=str(datei))
    bestimmt: dict[str, frozenset[str]] = {}
    for anweisung in baum.body:
        for name in _bestimmte_namen(anweisung):
            bestimmt[name] = bestimmt.get(name, frozenset()) | frozenset(_genannte_namen(anweisung))
    return _Datei(
        modul=".".join(datei.relative_to(ordner).with_suffix("").parts),
        bestimmt=bestimmt,
        eingefuehrt=dict(_einfuhren(baum)),
        tests={
            anweisung.name: anweisung
            for anweisung in baum.body
            if isinstance(anweisung, ast.FunctionDef) and anweisung.name.startswith("test_")
        },
    )


def _bestimmte_namen(anweisung: ast.stmt) -> Iterator[str]:
    if isinstance(anweisung, (ast.FunctionDef, ast.ClassDef)):
        yield anweisung.name
    elif isinstance(anweisung, (ast.Assign, ast.AnnAssign)):
        for knoten in ast.walk(anweisung):
            if isinstance(knoten, ast.Name) and isinstance(knoten.ctx, ast.Store):
                yield knoten.id


def _genannte_namen(anweisung: ast.stmt) -> Iterator[str]:
    """Namen, auch mit einem Punkt darin, und Angaben eines Tests, die von einer Hilfe gleichen Namens kommen."""
    for knoten in ast.walk(anweisung):
        if isinstance(knoten, ast.Name):
            yield knoten.id
        elif isinstance(knoten, ast.arg):
            yield knoten.arg
        elif isinstance(knoten, ast.Attribute) and isinstance(knoten.value, ast.Name):
            yield f"{knoten.value.id}.{knoten.attr}"


def _einfuhren(baum: ast.Module) -> Iterator[tuple[str, Name]]:
    for knoten in ast.walk(baum):
        if isinstance(knoten, ast.ImportFrom) and knoten.module:
            for name in knoten.names:
                yield name.asname or name.name, (knoten.module, name.name)
        elif isinstance(knoten, ast.Import):
            for name in knoten.names:
                yield name.asname or name.name, (name.name, "")


def _erreichbar(start: Name, je_modul: Mapping[str, _Datei]) -> Iterator[Name]:
    """Was ein Name der Tests aus der Bibliothek nennt, über alle Hilfen der Tests."""
    offen, gesehen = [start], {start}
    while offen:
        modul, name = offen.pop()
        if modul.startswith(PAKET):
            yield modul, name
            continue
        for ziel in _ziele(modul, name, je_modul):
            if ziel not in gesehen:
                gesehen.add(ziel)
                offen.append(ziel)


def _ziele(modul: str, name: str, je_modul: Mapping[str, _Datei]) -> Iterable[Name]:
    datei = je_modul.get(modul)
    if datei is None:
        return
    for genannt in datei.bestimmt.get(name, frozenset()):
        kopf, _, glied = genannt.partition(".")
        if genannt in datei.bestimmt:
            yield modul, genannt
        elif kopf in datei.eingefuehrt:
            aus, was = datei.eingefuehrt[kopf]
            voll = f"{aus}.{was}".rstrip(".")
            yield (voll, glied) if glied else (aus, was)
