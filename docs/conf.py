"""Einstellungen der Dokumentation; was hier gerechnet wird, steht auf den Seiten."""

import sys
from importlib.metadata import version as version_von
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))
from tabellen import ersetzungen  # liegt neben dieser Datei, nicht im Paket

HIER = Path(__file__).parent
"""Für Pfade, die Sphinx sonst vom Ort des Aufrufs aus suchte."""

project = "kooperationsvertrag"
author = ""
copyright = ""
version = release = version_von("kooperationsvertrag")
language = "de"
locale_dirs = [str(HIER / "_sprache")]
html_copy_source = False

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "sphinx_design",
    "befehl",
    "erzeugte_seiten",
    "kennungen",
    "rechnerseite",
    "suche",
    "zugaenglich",
]
exclude_patterns = ["_build"]

html_theme = "pydata_sphinx_theme"
html_title = "Kooperationsvertrag"
html_static_path = ["_static"]
templates_path = ["_templates"]
html_search_scorer = str(HIER / "_static" / "suche.js")
html_show_search_summary = False  # sie läse die Seiten nach; von der Festplatte geöffnet, verbietet das der Browser
html_css_files = ["anpassung.css"]
html_sidebars = {
    "**": ["sidebar-nav-bs"],
    "index": [],
    "garantien": [],
    "rechner": [],
    "quellenlage": [],
    "barrierefreiheit": [],
    "search": [],
}
html_show_sourcelink = False
html_show_copyright = False
html_use_index = False
html_domain_indices = False
html_theme_options = {
    "navbar_align": "left",
    "header_links_before_dropdown": 6,
    "header_dropdown_text": "Mehr",
    "navbar_persistent": [],
    "navbar_end": ["search-button", "theme-switcher"],
    "footer_start": ["fusszeile"],
    "footer_end": [],
    "search_bar_text": "In der Dokumentation suchen",
    "show_prev_next": True,
    "collapse_navigation": True,
    "navigation_with_keys": False,
}

add_module_names = False
toc_object_entries_show_parents = "hide"
autodoc_use_type_comments = False  # gibt es hier nicht; danach zu suchen dauert nur
autodoc_default_options = {"members": True, "member-order": "bysource", "no-value": True}
napoleon_custom_sections = ["Quelle"]
doctest_test_doctest_blocks = ""  # Beispiele in Docstrings prüft schon pytest

nitpick_ignore_regex = [
    # Namen der Standardbibliothek und von attrs: ihr Verzeichnis läge im Netz, gebaut wird ohne Netz.
    (r"py:.*", r"(?!kooperationsvertrag).*"),
    # Typvariablen: sie stehen für etwas, sind aber selbst keine Seite wert.
    (r"py:.*", r"kooperationsvertrag(\.\w+)+\.[ELMPRT]"),
]

myst_enable_extensions = ["colon_fence", "deflist", "substitution"]
myst_heading_anchors = 3
myst_substitutions = dict(ersetzungen())
