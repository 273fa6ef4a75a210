"""Regelabschnitt: eine Regel mit Erklärung, gerechnetem Beispiel, Quelltext und Tests."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable
from importlib import import_module
from textwrap import dedent
from typing import cast

from auszeichnung import anzahl, ausklappbar, code, maskiert, regelziel, verweise
from rechenbeispiel import ausgefuehrt, ohne_beispiele
from sphinx.config import Config as SphinxConfig
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring
from testnachweis import Nachweis

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


def regelabschnitt(regel: Regel, tests: tuple[Nachweis, ...], *, offen: bool = False) -> str:
    """Setzt eine Regel als ausklappbaren Abschnitt.

    Args:
        regel: Die Regel.
        tests: Was sie prüft.
        offen: Ob der Abschnitt von Anfang an offen ist.
    """
    funktion = funktion_zu(regel)
    kurz = f"{regel.modul.removeprefix('kooperationsvertrag.')}.{regel.name}"
    teile = [
        _erklaerung(funktion),
        f"In der Referenz: {{func}}`{kurz} <{regel.modul}.{regel.name}>`"
        + (f" · außerdem nach {verweise(regel.festlegungen)}" if regel.festlegungen else ""),
        "**Beispiel**, beim Bauen dieser Seite gerechnet:",
        code(ausgefuehrt(funktion), "pycon"),
        ausklappbar("Quelltext der Regel", code(quelltext(funktion), "python")),
        ausklappbar(f"{anzahl(len(tests), 'Test prüft', 'Tests prüfen')} diese Regel", testliste(tests)),
    ]
    return ausklappbar(f"{maskiert(regel.satz)}", "\n\n".join(teile), marke=regelziel(regel), offen=offen)


def testliste(tests: tuple[Nachweis, ...]) -> str:
    """Setzt Tests mit ihrem Namen in Worten und der Stelle, an der sie stehen."""
    return "\n".join(f"- {in_worten(test.name)}: `{test}`" for test in tests)


def in_worten(name: str) -> str:
    """Gibt den Namen eines Tests als Satz.

    >>> in_worten("test_kein_cent_geht_verloren")
    'Kein cent geht verloren'
    """
    worte = name.removeprefix("test_").replace("_", " ")
    return worte[:1].upper() + worte[1:]


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
