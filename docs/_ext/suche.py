"""Suche: Kennungen gelten als ein Wort, und Seiten lassen sich auch mit Wörtern finden, die nicht auf ihnen stehen.

Sphinx zerlegt „OF-16“ in zwei Wörter und fände damit jede Seite, auf der eines steht. Stichwörter und Kennungen kommen
in das Stichwortverzeichnis, das die Suche mit durchsieht; als Seite gibt es das Verzeichnis nicht.
"""

from __future__ import annotations

import re

from auszeichnung import VERWEISE, ziel
from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.search.de import SearchGerman
from sphinx.util import logging

from kooperationsvertrag.vertrag import fragen

STICHWOERTER = {
    "aus-programmen": ("Endstatus", "JSON", "Schnittstelle"),
    "aus-python": ("API", "Python"),
    "erste-schritte": ("Anfang", "Einrichten", "Installieren", "Installation"),
    "fragen/of-38": ("Auflösung", "Austritt", "Kündigung"),
    "jahr-abrechnen": ("Abrechnung", "Haushaltsjahr", "Jahresabschluss"),
    "pflichten": ("Frist", "Pflicht", "Stichtag", "Termin"),
    "rechner": ("Browser", "Formular", "Offline"),
    "rundung": ("Cent", "Restcent", "Rundung"),
    "vertrag/aufgaben": ("Aufgabe",),
    "vertrag/finanzierung": (
        *("Beitrag", "Budget", "Drittmittel", "Eigenanteil", "Jahresbudget", "Kosten", "Zahlung", "Zahlungsschlüssel"),
        "Zusatzmittel",
    ),
    "vertrag/gremien": (
        *("Abstimmung", "Aufsichtsgremium", "Begleitgremium", "Beschluss", "Gremium", "Mehrheit", "Stimme", "Vorsitz"),
        "Überwachung",
    ),
    "vertrag/mitgliedschaft": ("Aufnahme", "Beitritt", "Mitglied", "Partner"),
    "vertrag/personal": ("Abordnung", "Geschäftsstelle", "Personal", "Personalkosten", "Stelle"),
    "vertrag/rechenschaft": (
        *("Abschlussbericht", "Bericht", "Jahresplanung", "Planung", "Prüfung", "Rechenschaft", "Rechnungsprüfung"),
    ),
    "vertrag/restmittel": (
        *("Erstattung", "Restmittel", "Rückerstattung", "Rückführung", "Rückzahlung", "Überschuss", "Übertrag"),
        *("Übertragung", "Verbleib"),
    ),
}
"""Wonach jemand sucht, je Seite, auf die es zuerst führen soll."""

WORT = r"17-[a-z]\d+|23-\d+|(?:of|fl)-\d\d"
"""Wie eine Kennung aussieht, in JavaScript ebenso; groß oder klein."""

FRAGEN = {frage.kennung for frage in fragen.FRAGEN}
_KENNUNGEN = {ziel(kennung): kennung for kennung in VERWEISE}
_bericht = logging.getLogger(__name__)


class Suchsprache(SearchGerman):
    """Deutsch, mit Kennungen als einem Wort."""

    _word_re = re.compile(rf"\b(?:{WORT})\b|\w+", re.IGNORECASE)
    js_splitter_code = (
        "var splitQuery = (anfrage) => "
        rf"anfrage.match(/(?<![\p{{L}}\p{{N}}_])(?:{WORT})(?![\p{{L}}\p{{N}}_])|[\p{{L}}\p{{N}}_]+/giu) ?? [];"
    )


def verzeichne(app: Sphinx, baum: nodes.document) -> None:
    """Nimmt die Stichwörter einer Seite und die Kennungen auf ihr ins Verzeichnis."""
    eintraege = [(wort, "") for wort in STICHWOERTER.get(app.env.current_document.docname, ())]
    for marke, kennung in sorted(_KENNUNGEN.items()):
        if marke in baum.ids:
            eintraege.append((kennung, "" if kennung in FRAGEN else marke))  # eine Frage hat ihre eigene Seite
    if eintraege:
        baum += addnodes.index(entries=[("single", wort, marke, "main", None) for wort, marke in eintraege])


def _pruefe_seiten(app: Sphinx) -> None:
    for seite in STICHWOERTER.keys() - app.env.found_docs:
        _bericht.warning("Stichwörter nennt die Suche für eine Seite, die es nicht gibt: %s.", seite)


def seiten_im_verzeichnis(_app: Sphinx, umgebung: BuildEnvironment) -> list[str]:
    """Gibt die Seiten mit Stichwörtern oder Kennungen; sie sind bei jedem Bauen neu zu schreiben.

    Von Seiten, die es nicht neu schreibt, vergisst Sphinx das Verzeichnis.
    """
    stellen = umgebung.domains.standard_domain.anonlabels
    return sorted({*STICHWOERTER, *(stellen[marke][0] for marke in _KENNUNGEN if marke in stellen)})


def setup(app: Sphinx) -> dict[str, bool]:
    """Meldet sich bei Sphinx an."""
    app.add_search_language(Suchsprache)
    app.connect("doctree-read", verzeichne)
    app.connect("env-updated", seiten_im_verzeichnis)
    app.connect("env-check-consistency", lambda app, _umgebung: _pruefe_seiten(app))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
