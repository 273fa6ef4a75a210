"""Kennungen: Wo im Text ein Satz, eine Frage oder eine Festlegung genannt ist, führt ein Verweis dorthin.

Das gilt für jede Seite, auch für Docstrings in der Referenz. Überschriften, Quelltexte und vorhandene Verweise bleiben.
"""

from __future__ import annotations

from collections.abc import Mapping

from auszeichnung import KENNUNG, VERWEISE, ziel
from docutils import nodes
from sphinx.application import Sphinx

UNBERUEHRT = (nodes.reference, nodes.literal, nodes.literal_block, nodes.title, nodes.rubric, nodes.raw)
"""Worin Kennungen stehen bleiben, wie sie sind."""


def verweise_auf_kennungen(app: Sphinx, baum: nodes.document, seite: str) -> None:
    """Macht aus jeder Kennung im Text einer Seite einen Verweis."""
    if app.builder.format != "html":
        return
    stellen: Mapping[str, tuple[str, str]] = app.env.domains.standard_domain.anonlabels
    for text in list(baum.findall(nodes.Text)):
        if KENNUNG.search(text) and not _steht_in(text, UNBERUEHRT):
            text.parent.replace(text, _teile(app, text, seite, stellen))


def _steht_in(knoten: nodes.Node, arten: tuple[type[nodes.Node], ...]) -> bool:
    eltern = knoten.parent
    while eltern is not None:
        if isinstance(eltern, arten):
            return True
        eltern = eltern.parent
    return False


def _teile(app: Sphinx, text: nodes.Text, seite: str, stellen: Mapping[str, tuple[str, str]]) -> list[nodes.Node]:
    """Zerlegt einen Text in Verweise und was dazwischensteht."""
    teile: list[nodes.Node] = []
    ende = 0
    for treffer in KENNUNG.finditer(text):
        if treffer[0] in VERWEISE and ziel(treffer[0]) in stellen:
            datei, marke = stellen[ziel(treffer[0])]
            adresse = "" if datei == seite else app.builder.get_relative_uri(seite, datei)
            verweis = nodes.reference("", treffer[0], internal=True, refuri=f"{adresse}#{marke}")
            teile += [nodes.Text(text[ende : treffer.start()]), verweis]
            ende = treffer.end()
    return [*teile, nodes.Text(text[ende:])]


def setup(app: Sphinx) -> dict[str, bool]:
    """Meldet sich bei Sphinx an."""
    app.connect("doctree-resolved", verweise_auf_kennungen)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
