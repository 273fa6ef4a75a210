"""Regelabschnitt: eine Regel mit Erklärung, gerechnetem Beispiel, Quelltext und Tests."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from itertools import groupby
from textwrap import dedent
from typing import cast

from auszeichnung import anzahl, ausklappbar, code, maskiert, regelziel, verweise
from beispielsaetze import beispielsatz
from rechenbeispiel import ausgefuehrt, ohne_beispiele
from sphinx.config import Config as SphinxConfig
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring
from testnachweis import Nachweis, Nachweise

from kooperationsvertrag.norm import Regel

_NAPOLEON = Config(napoleon_custom_sections=["Quelle"], napoleon_use_rtype=False)


_FELDER = (
    (r"^:param (\w+):", r":\1:"),
    (r"^:returns:", ":Ergebnis:"),
    (r"^:raises (\w+):", r":Fehler: \1:"),
    (r"^\.\. rubric:: Quelle\n\n", ":Quelle: "),
)
"""Wie die Felder eines Docstrings auf Deutsch heißen."""


def funktion_zu(regel: Regel) -> Callable[..., object]:
    """Gibt die Funktion einer Regel."""
    return cast(Callable[..., object], getattr(import_module(regel.modul), regel.name))


def regelabschnitt(regel: Regel, tests: Nachweise, *, offen: bool = False, schlicht: bool = False) -> str:
    """Setzt eine Regel als ausklappbaren Abschnitt.

    Args:
        regel: Die Regel.
        tests: Die Tests des Projekts.
        offen: Ob der Abschnitt von Anfang an offen ist.
        schlicht: Ob die Regel nur eine Hilfsrechnung ist.
    """
    funktion = funktion_zu(regel)
    fall = beispielsatz(regel).replace(" €", "\N{NO-BREAK SPACE}€")
    kurz = f"{regel.modul.removeprefix('kooperationsvertrag.')}.{regel.name}"
    teile = [
        *([f"**Beispiel**, beim Bauen dieser Seite gerechnet: {fall}"] if fall else []),
        _erklaerung(funktion),
        f"In der Referenz: {{func}}`{kurz} <{regel.modul}.{regel.name}>`"
        + (f" · außerdem nach {verweise(regel.festlegungen)}" if regel.festlegungen else ""),
        "**In Python**, beim Bauen dieser Seite ausgeführt:",
        code(ausgefuehrt(funktion), "pycon"),
        ausklappbar("Quelltext der Regel", code(quelltext(funktion), "python"), schlicht=True),
        *_tests(tests.pruefende(regel.modul, regel.name), "Test prüft diese Regel", "Tests prüfen diese Regel"),
        *_tests(tests.benutzende(regel.modul, regel.name), "weiterer Test benutzt sie", "weitere Tests benutzen sie"),
    ]
    return ausklappbar(maskiert(regel.satz), "\n\n".join(teile), marke=regelziel(regel), offen=offen, schlicht=schlicht)


def _tests(tests: Sequence[Nachweis], einer: str, mehrere: str) -> Iterator[str]:
    if tests:
        yield ausklappbar(anzahl(len(tests), einer, mehrere), liste_der_tests(tests), schlicht=True)


def liste_der_tests(tests: Sequence[Nachweis]) -> str:
    """Setzt Tests unter der Datei, in der sie stehen, wie pytest sie nennt; dazu ihre Beschreibung, wo es eine gibt."""
    teile: list[str] = []
    for datei, gruppe in groupby(tests, key=lambda test: test.datei):
        zeilen = [
            f"- `{test.name}`" + (f": {maskiert(test.beschreibung)}" if test.beschreibung else "") for test in gruppe
        ]
        teile.append(f"In `{datei}`:\n\n" + "\n".join(zeilen))
    return "\n\n".join(teile)


def _erklaerung(funktion: Callable[..., object]) -> str:
    """Der Docstring ohne ersten Satz und ohne Beispiele, als Feldliste."""
    docstring = ohne_beispiele(inspect.getdoc(funktion) or "").partition("\n")[2].strip()
    rst = str(GoogleDocstring(docstring, cast(SphinxConfig, _NAPOLEON), what="function"))
    for muster, feld in _FELDER:
        rst = re.sub(muster, feld, rst, flags=re.MULTILINE)
    return f"```{{eval-rst}}\n{rst.strip()}\n```"


def quelltext(funktion: Callable[..., object]) -> str:
    """Gibt den Quelltext einer Funktion ohne ihren Docstring, samt den Sätzen, die ihr angeheftet sind."""
    text = dedent(inspect.getsource(funktion))
    knoten = ast.parse(text).body[0]
    assert isinstance(knoten, ast.FunctionDef)
    zeilen = text.splitlines()
    beschreibung = knoten.body[0]
    ende = beschreibung.end_lineno or beschreibung.lineno
    return "\n".join([*zeilen[: beschreibung.lineno - 1], *zeilen[ende:]])
