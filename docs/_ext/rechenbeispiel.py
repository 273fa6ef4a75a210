"""Rechenbeispiel: die Beispiele eines Docstrings ausführen und zeigen, was dabei herauskommt."""

from __future__ import annotations

import contextlib
import doctest
from collections.abc import Callable
from importlib import import_module
from io import StringIO


class BeispielError(Exception):
    """Ein Beispiel ergibt nicht, was in seinem Docstring steht."""


def ausgefuehrt(funktion: Callable[..., object]) -> str:
    """Führt die Beispiele einer Funktion aus.

    Args:
        funktion: Eine Funktion mit Beispielen im Docstring.

    Returns:
        Eingaben und Ausgaben, wie sie auf dem Bildschirm stünden; die Ausgaben sind die wirklichen.

    Raises:
        BeispielError: Herausgekommen ist etwas anderes, als der Docstring sagt.
    """
    umgebung = dict(vars(import_module(funktion.__module__)))
    pruefer = doctest.OutputChecker()
    zeilen: list[str] = []
    for beispiel in doctest.DocTestParser().get_examples(funktion.__doc__ or ""):
        ausgabe = StringIO()
        with contextlib.redirect_stdout(ausgabe):
            exec(compile(beispiel.source, f"<Beispiel zu {funktion.__name__}>", "single"), umgebung)
        if not pruefer.check_output(beispiel.want, ausgabe.getvalue(), doctest.NORMALIZE_WHITESPACE):
            raise BeispielError(f"{funktion.__module__}.{funktion.__name__}: {ausgabe.getvalue()!r}")
        eingabe = beispiel.source.rstrip("\n").split("\n")
        zeilen += [f">>> {eingabe[0]}", *(f"... {zeile}" for zeile in eingabe[1:])]
        zeilen += ausgabe.getvalue().splitlines()
    return "\n".join(zeilen)


def ohne_beispiele(docstring: str) -> str:
    """Gibt einen Docstring ohne seine Beispiele."""
    teile = doctest.DocTestParser().parse(docstring)
    return "".join(teil for teil in teile if isinstance(teil, str)).rstrip()
