"""Zugänglich: Seiten so ausgeben, dass sie sich auch auf schmalen Bildschirmen lesen lassen.

Jede Zelle einer Tabelle trägt die Überschrift ihrer Spalte; die Gestaltung zeigt sie nur, wo die Tabelle gestapelt ist.
Spalten voller Beträge sind kenntlich, damit sie rechts ausgerichtet stehen. Lange Namen und Überschriften dürfen
umbrechen, wo sie sich trennen lassen. Außerdem bekommt jeder Schalter, der in der Übersicht Unterseiten zeigt, einen
Namen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator


def spalte(zelle: nodes.entry) -> tuple[nodes.entry, ...]:
    """Gibt alle Zellen einer Spalte, von oben nach unten, mit der Überschrift."""
    stelle = zelle.parent.index(zelle)
    zeilen = (list(zeile.findall(nodes.entry)) for zeile in zelle.parent.parent.parent.findall(nodes.row))
    return tuple(zeile[stelle] for zeile in zeilen if stelle < len(zeile))


def _steht_im_kopf(zelle: nodes.entry) -> bool:
    return isinstance(zelle.parent.parent, nodes.thead)


def spaltenkopf(zelle: nodes.entry) -> str:
    """Gibt die Überschrift über einer Zelle; leer, wenn die Tabelle keine hat."""
    oberste = spalte(zelle)[0]
    return oberste.astext() if _steht_im_kopf(oberste) and not _steht_im_kopf(zelle) else ""


BETRAG = re.compile(r"[+−-]?[\d.]+,\d\d\s€(?: bis [+−-]?[\d.]+,\d\d\s€)?")
LEER = ("–", "")


def ist_betragsspalte(zellen: Iterable[nodes.entry]) -> bool:
    """Sagt, ob in einer Spalte unter der Überschrift nur Beträge stehen."""
    inhalte = [zelle.astext().strip() for zelle in zellen if not _steht_im_kopf(zelle)]
    betraege = [bool(BETRAG.fullmatch(inhalt)) for inhalt in inhalte if inhalt not in LEER]
    return bool(betraege) and all(betraege)


TRENNSTELLE = re.compile(r"(?<=\w)(?:::|_|/|\.)(?=\w)")
"""Wo ein Name umbrechen darf: nach einem Trennzeichen."""
WORTFUGE = re.compile(
    r"(?<=[a-zäöüß]{3})(?:ions|ungs|heits|keits|schafts|tritts|fähig|schluss|setzten)(?=[a-zäöüß]{4})"
)
"""Wo sich ein langes Wort einer Überschrift trennen lässt: nach einer Wortfuge."""


class Uebersetzer(HTML5Translator):
    """Schreibt HTML wie Sphinx, mit Trennstellen und mit Angaben zur Spalte an den Zellen."""

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802  # so heißt sie bei docutils
        """Schreibt Text mit den Stellen, an denen er umbrechen darf."""
        stelle = len(self.body)
        super().visit_Text(node)
        if self.protect_literal_text:
            self.body[stelle:] = [TRENNSTELLE.sub(r"\g<0><wbr>", teil) for teil in self.body[stelle:]]
        elif isinstance(node.parent, nodes.title):
            self.body[stelle:] = [WORTFUGE.sub(r"\g<0>&shy;", teil) for teil in self.body[stelle:]]

    def visit_entry(self, node: nodes.entry) -> None:
        """Beginnt eine Zelle."""
        if ist_betragsspalte(spalte(node)):
            node["classes"].append("betrag")
        super().visit_entry(node)
        kopf = spaltenkopf(node)
        if kopf:
            self.body[-1] = re.sub(r"^<t[dh]\b", lambda tag: f'{tag[0]} data-spalte="{escape(kopf)}"', self.body[-1])


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
