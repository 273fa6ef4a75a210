"""Zugänglich: Tabellen so ausgeben, dass sie sich auf schmalen Bildschirmen stapeln lassen.

Jede Zelle einer Tabelle trägt die Überschrift ihrer Spalte; die Gestaltung zeigt sie nur, wo die Tabelle gestapelt ist.
Außerdem bekommt jeder Schalter der Übersicht, der Unterseiten zeigt, einen Namen.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator


def spaltenkopf(zelle: nodes.entry) -> str:
    """Gibt die Überschrift über einer Zelle; leer, wenn die Tabelle keine hat."""
    gruppe = zelle.parent.parent.parent
    kopf = next(iter(gruppe.findall(nodes.thead)), None)
    if kopf is None or zelle.parent.parent is kopf:
        return ""
    stelle = zelle.parent.index(zelle)
    zellen = list(kopf.findall(nodes.entry))
    return zellen[stelle].astext() if stelle < len(zellen) else ""


TRENNSTELLE = re.compile(r"(?<=\w)(?:::|_|/|\.)(?=\w)")


class Uebersetzer(HTML5Translator):
    """Schreibt HTML wie Sphinx, mit den Überschriften der Spalten an den Zellen."""

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802  # so heißt sie bei docutils
        """Schreibt Text; ein langer Name darf nach seinen Trennzeichen umbrechen."""
        stelle = len(self.body)
        super().visit_Text(node)
        if self.protect_literal_text:
            self.body[stelle:] = [TRENNSTELLE.sub(r"\g<0><wbr>", teil) for teil in self.body[stelle:]]

    def visit_entry(self, node: nodes.entry) -> None:
        """Beginnt eine Zelle."""
        super().visit_entry(node)
        kopf = spaltenkopf(node)
        if kopf:
            self.body[-1] = re.sub(r"^<t[dh]\b", rf'\g<0> data-spalte="{escape(kopf)}"', self.body[-1])


SCHALTER = "<summary>"
BENANNTER_SCHALTER = '<summary aria-label="Unterseiten zeigen">'


def benenne_schalter(
    _app: Sphinx, _seite: str, _vorlage: str, umgebung: dict[str, Any], _baum: nodes.document | None
) -> None:
    """Gibt den Schaltern der Übersicht einen Namen; das Thema lässt sie namenlos."""
    uebersicht = umgebung.get("generate_toctree_html")
    if callable(uebersicht):
        umgebung["generate_toctree_html"] = lambda *angaben, **benannte: str(uebersicht(*angaben, **benannte)).replace(
            SCHALTER, BENANNTER_SCHALTER
        )


def setup(app: Sphinx) -> dict[str, bool]:
    """Meldet sich bei Sphinx an."""
    app.set_translator("html", Uebersetzer)
    app.connect("html-page-context", benenne_schalter, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
