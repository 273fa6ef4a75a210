"""Rechnerseite: legt der Dokumentation den gebauten Rechner bei und bettet ihn ein.

Gebaut wird er vorher mit ``kooperationsvertrag rechner --bauen DATEI``; seinen Ort nennt die Umgebungsvariable
``KOOPERATIONSVERTRAG_RECHNER``. Ohne sie sagt die Seite, wie man ihn baut: Die Dokumentation selbst braucht kein Netz.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

DATEI = "kooperationsvertrag-rechner.html"
"""Wie der Rechner in der Dokumentation heißt."""
UMGEBUNGSVARIABLE = "KOOPERATIONSVERTRAG_RECHNER"
"""Nennt die gebaute Datei."""

EINGEBETTET = f"""<p><a href="{DATEI}">Rechner in einem eigenen Fenster öffnen</a></p>
<iframe class="rechner" src="{DATEI}" title="Rechner zum Kooperationsvertrag" loading="lazy"></iframe>
"""
NICHT_GEBAUT = (
    "Dieser Ausgabe der Dokumentation liegt der Rechner nicht bei. Gebaut wird er einmal, im Ordner des Projekts, auf "
    "einem Computer mit Netz und npm:"
)
BEFEHL = f'pip install ".[rechner]"\nkooperationsvertrag rechner --bauen {DATEI}'


def gebauter_rechner() -> Path | None:
    """Gibt die gebaute Datei; nichts, wenn keine genannt ist.

    Raises:
        FileNotFoundError: Eine Datei ist genannt, und es gibt sie nicht.
    """
    genannt = os.environ.get(UMGEBUNGSVARIABLE)
    if not genannt:
        return None
    datei = Path(genannt)
    if not datei.is_file():
        raise FileNotFoundError(f"{UMGEBUNGSVARIABLE} nennt keine Datei: {datei}")
    return datei


class Rechner(SphinxDirective):
    """Die Anweisung ``rechner``: der Rechner selbst, oder wie man ihn baut."""

    def run(self) -> list[nodes.Node]:
        """Bettet den Rechner ein, wenn er beiliegt."""
        if gebauter_rechner():
            return [nodes.raw("", EINGEBETTET, format="html")]
        return [nodes.paragraph("", NICHT_GEBAUT), nodes.literal_block(BEFEHL, BEFEHL, language="bat")]


def lege_bei(app: Sphinx, fehler: Exception | None) -> None:
    """Legt den Rechner neben die gebauten Seiten."""
    datei = gebauter_rechner()
    if datei and not fehler and app.builder.format == "html":
        shutil.copyfile(datei, Path(app.outdir) / DATEI)


def setup(app: Sphinx) -> dict[str, bool]:
    """Meldet die Anweisung bei Sphinx an."""
    app.add_directive("rechner", Rechner)
    app.connect("build-finished", lege_bei)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
