"""Einstellungen der Dokumentation; was hier gerechnet wird, steht auf den Seiten."""

from importlib.metadata import version as version_von

from kooperationsvertrag import BERICHT_2017
from kooperationsvertrag.norm import Festlegung
from kooperationsvertrag.regeln import alle_regeln
from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
from kooperationsvertrag.vertrag.normen import NORMEN

project = "kooperationsvertrag"
author = ""
copyright = ""
version = release = version_von("kooperationsvertrag")
language = "de"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "sphinx_design",
]
exclude_patterns = ["_build"]

html_theme = "pydata_sphinx_theme"
html_title = "Kooperationsvertrag"
html_static_path = ["_static"]
html_css_files = ["anpassung.css"]
html_sidebars = {"referenz/**": ["sidebar-nav-bs"], "*": []}
html_show_sourcelink = False
html_show_copyright = False
html_theme_options = {
    "navbar_align": "left",
    "navbar_persistent": [],
    "navbar_end": ["search-button", "theme-switcher"],
    "footer_start": [],
    "footer_end": [],
    "search_bar_text": "In der Dokumentation suchen",
    "show_prev_next": True,
    "navigation_with_keys": False,
}

add_module_names = False
toc_object_entries_show_parents = "hide"
autodoc_default_options = {"members": True, "member-order": "bysource", "no-value": True}
napoleon_custom_sections = ["Quelle"]
doctest_test_doctest_blocks = ""  # Beispiele in Docstrings prüft schon pytest

nitpick_ignore_regex = [
    # Namen der Standardbibliothek und von attrs: ihr Verzeichnis läge im Netz, gebaut wird ohne Netz.
    (r"py:.*", r"(?!kooperationsvertrag).*"),
    # Typvariablen: sie stehen für etwas, sind aber selbst keine Seite wert.
    (r"py:.*", r"kooperationsvertrag\.\w+\.[LMPRT]"),
]

myst_enable_extensions = ["colon_fence", "deflist", "substitution"]
myst_heading_anchors = 3


def _tabelle(breiten: str, *zeilen: tuple[str, ...]) -> str:
    """Baut eine Tabelle; die erste Zeile ist ihr Kopf."""
    gesetzt = ["* - " + "\n  - ".join(zeile) for zeile in zeilen]
    return "\n".join(["```{list-table}", ":header-rows: 1", f":widths: {breiten}", "", *gesetzt, "```"])


def _regeln(festlegung: Festlegung) -> str:
    namen = [regel.name for regel in alle_regeln() if festlegung in regel.festlegungen]
    return ", ".join(f"`{name}`" for name in namen)


myst_substitutions = {
    "grundlage": BERICHT_2017.grundlage,
    "anzahl_saetze": str(len(NORMEN)),
    "anzahl_regeln": str(len(alle_regeln())),
    "anzahl_festlegungen": str(len(FESTLEGUNGEN)),
    "jahresbudget": str(BERICHT_2017.beitraege.summe),
    "festlegungen": _tabelle(
        "9 25 36 30",
        ("Nr.", "Frage", "Festlegung und Grund", "Regeln"),
        *((fest.kennung, fest.frage, f"**{fest.wahl}** {fest.grund}", _regeln(fest)) for fest in FESTLEGUNGEN),
    ),
}
