"""Einstellungen der Dokumentation; was hier gerechnet wird, steht auf den Seiten."""

import sys
from importlib.metadata import version as version_von
from pathlib import Path

from attrs import NOTHING, fields

from kooperationsvertrag import BERICHT_2017
from kooperationsvertrag.ablauf.ereignis import EREIGNISART, EREIGNISNAMEN, Ereignis, Jahresereignis
from kooperationsvertrag.ablauf.jahresphase import UEBERGAENGE, ZUR_UNZEIT
from kooperationsvertrag.darstellung.seite import SCHWERE
from kooperationsvertrag.darstellung.stand import AUSLOESER, JAHRESPHASE
from kooperationsvertrag.norm import Festlegung
from kooperationsvertrag.regeln import alle_regeln
from kooperationsvertrag.regeln.rechenschaft import berichtstag, planungstag
from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
from kooperationsvertrag.vertrag.lesarten import Berichtsfrist, Planungsfrist
from kooperationsvertrag.vertrag.normen import NORMEN

sys.path.insert(0, str(Path(__file__).parent / "_ext"))
from phasenbild import als_svg  # liegt neben dieser Datei, nicht im Paket

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
    (r"py:.*", r"kooperationsvertrag(\.\w+)+\.[ELMPRT]"),
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


IMMER = {feld.name for feld in fields(Jahresereignis)}


def _angaben(art: type[Ereignis], noetig: bool) -> str:
    """Die Schlüssel einer Art, die nicht jedes Ereignis hat; nötig oder nicht."""
    gezeigt = (IMMER ^ {"akteur", "ersetzt"}) if noetig else IMMER
    namen = [feld.name for feld in fields(art) if (feld.default is NOTHING) == noetig and feld.name not in gezeigt]
    return ", ".join(f"`{name}`" for name in namen) or "–"


def _jahr(art: type[Ereignis]) -> str:
    return "ja" if issubclass(art, Jahresereignis) else "–"


myst_substitutions = {
    "fristen": _tabelle(
        "30 40 30",
        ("Schlüssel", "Lesart", "letzter Tag für 2018"),
        *((f"`{lesart.frage()}`", f"`{lesart}`", f"{planungstag(2018, lesart):%d.%m.%Y}") for lesart in Planungsfrist),
        *((f"`{lesart.frage()}`", f"`{lesart}`", f"{berichtstag(2018, lesart):%d.%m.%Y}") for lesart in Berichtsfrist),
    ),
    "phasenbild": f"```{{raw}} html\n{als_svg()}\n```",
    "uebergaenge": _tabelle(
        "6 22 44 18 10",
        ("Nr.", "Von", "Durch", "Nach", "Satz"),
        *(
            (
                str(nummer),
                JAHRESPHASE[u.von],
                AUSLOESER[u.ausloeser] + ("" if u.ist_vorgesehen else " (nicht vorgesehen, mit Befund)"),
                JAHRESPHASE[u.nach],
                ", ".join(norm.kennung for norm in u.normen),
            )
            for nummer, u in enumerate(UEBERGAENGE, start=1)
        ),
    ),
    "zur_unzeit": _tabelle(
        "22 28 10 30 10",
        ("Ereignis", "In der Phase", "Schwere", "Befund", "Satz"),
        *(
            (
                EREIGNISNAMEN[zeile.art],
                ", ".join(JAHRESPHASE[phase] for phase in zeile.phasen),
                SCHWERE[zeile.schwere],
                zeile.text,
                ", ".join(norm.kennung for norm in zeile.normen),
            )
            for zeile in ZUR_UNZEIT
        ),
    ),
    "ereignisarten": _tabelle(
        "30 26 10 17 17",
        ("`art`", "Was geschah", "`jahr`", "außerdem nötig", "möglich"),
        *(
            (f"`{name}`", EREIGNISNAMEN[art], _jahr(art), _angaben(art, True), _angaben(art, False))
            for name, art in EREIGNISART.items()
        ),
    ),
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
