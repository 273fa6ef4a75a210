"""Auszeichnung: Text aus den Registern als Markdown, ohne dass ein Zeichen darin etwas anderes bewirkt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from kooperationsvertrag.norm import Festlegung, Norm, Regel
from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
from kooperationsvertrag.vertrag.fragen import FRAGEN
from kooperationsvertrag.vertrag.normen import NORMEN

SAETZE = {norm.kennung for norm in NORMEN}
"""Kennungen aller Sätze."""
VERWEISE = SAETZE | {frage.kennung for frage in FRAGEN} | {festlegung.kennung for festlegung in FESTLEGUNGEN}
"""Alles, worauf sich verweisen lässt."""
KENNUNG = re.compile(r"\b(?:17-[A-Z]\d+|23-\d+|OF-\d\d|FL-\d\d)\b")
"""Wie eine Kennung aussieht."""


def maskiert(text: str) -> str:
    """Nimmt jedem Zeichen seine Bedeutung in Markdown.

    >>> maskiert("zusatz_mittel [1] *")
    'zusatz\\\\_mittel \\\\[1\\\\] \\\\*'
    """
    return re.sub(r"([\\`*_{}\[\]<>|#~$^])", r"\\\1", text)


def mit_verweisen(text: str) -> str:
    """Maskiert einen Text und macht aus jeder Kennung darin einen Verweis auf ihren Eintrag.

    >>> mit_verweisen("siehe OF-16")
    'siehe [OF-16](#frage-of-16)'
    """
    return KENNUNG.sub(lambda treffer: _verweis(treffer[0]), maskiert(text))


def _verweis(kennung: str) -> str:
    return f"[{kennung}](#{ziel(kennung)})" if kennung in VERWEISE else kennung


def ziel(kennung: str) -> str:
    """Gibt die Sprungmarke eines Satzes, einer Frage oder einer Festlegung.

    >>> ziel("17-F8"), ziel("OF-16"), ziel("FL-01")
    ('satz-17-f8', 'frage-of-16', 'festlegung-fl-01')
    """
    art = "satz" if kennung in SAETZE else "frage" if kennung.startswith("OF") else "festlegung"
    return f"{art}-{kennung.lower()}"


def verweis(eintrag: Norm | Festlegung | str) -> str:
    """Verweist auf einen Satz, eine Frage oder eine Festlegung."""
    return _verweis(eintrag if isinstance(eintrag, str) else eintrag.kennung)


def verweise(eintraege: Iterable[Norm | Festlegung | str]) -> str:
    """Verweist auf mehrere; ein Strich, wo es keinen gibt."""
    return ", ".join(verweis(eintrag) for eintrag in eintraege) or "–"


def regelziel(regel: Regel) -> str:
    """Gibt die Sprungmarke einer Regel."""
    return f"regel-{regel.modul.rpartition('.')[2]}-{regel.name}".replace("_", "-")


def regelverweis(regel: Regel) -> str:
    """Verweist auf die Stelle, an der eine Regel im Vertrag steht."""
    return f"[`{regel.name}`](#{regelziel(regel)})"


def tabelle(kopf: Sequence[str], zeilen: Iterable[Sequence[str]], *, breiten: str = "auto", klasse: str = "") -> str:
    """Setzt eine Tabelle aus fertigem Markdown.

    Args:
        kopf: Überschriften der Spalten.
        zeilen: Je Zeile ein Text für jede Spalte.
        breiten: Breiten der Spalten, in Teilen.
        klasse: Weitere Klasse der Tabelle.
    """
    alle = [kopf, *zeilen]
    gesetzt = ["* - " + "\n  - ".join(_zelle(zelle) for zelle in zeile) for zeile in alle]
    angaben = [":header-rows: 1", ":stub-columns: 1", f":widths: {breiten}", *([f":class: {klasse}"] if klasse else [])]
    return "\n".join(["```{list-table}", *angaben, "", *gesetzt, "```"])


def _zelle(inhalt: str) -> str:
    return inhalt.replace("\n", "\n    ")


def merkmale(paare: Iterable[tuple[str, str]]) -> str:
    """Setzt Bezeichnungen und ihren Inhalt untereinander; was leer ist, entfällt."""
    return "\n\n".join(f"{bezeichnung}\n: {inhalt}" for bezeichnung, inhalt in paare if inhalt)


def bild(svg: str, name: str) -> str:
    """Setzt ein Bild, das sich auf schmalem Bildschirm auch mit der Tastatur verschieben lässt."""
    rahmen = f'<div class="bild" role="region" tabindex="0" aria-label="Bild: {escape(name)}">'
    return f"```{{raw}} html\n{rahmen}{svg}</div>\n```"


def kasten(titel: str, inhalt: str, *, klasse: str = "") -> str:
    """Setzt einen hervorgehobenen Kasten."""
    angaben = f":class: {klasse}\n" if klasse else ""
    return f":::{{admonition}} {titel}\n{angaben}\n{inhalt}\n:::"


def ausklappbar(titel: str, inhalt: str, *, marke: str = "", offen: bool = False, schlicht: bool = False) -> str:
    """Setzt einen Abschnitt, der sich auf- und zuklappen lässt; schlicht, wo er nur eine Nebensache ist."""
    angaben = [
        *([f":name: {marke}"] if marke else []),
        *([":open:"] if offen else []),
        *([":class-container: sd-shadow-none", ":class-title: sd-font-weight-normal sd-py-1"] if schlicht else []),
    ]
    doppelpunkte = ":" * (3 + max((len(m) for m in re.findall(r"^:{3,}", inhalt, flags=re.MULTILINE)), default=2) - 2)
    return "\n".join([f"{doppelpunkte}{{dropdown}} {titel}", *angaben, "", inhalt, doppelpunkte])


def code(quelltext: str, sprache: str) -> str:
    """Setzt Quelltext oder eine Ausgabe, so wie sie ist."""
    zaun = "`" * max(3, 1 + max((len(z) for z in re.findall(r"`{3,}", quelltext)), default=2))
    return f"{zaun}{sprache}\n{quelltext.rstrip()}\n{zaun}"


def anzahl(zahl: int, einer: str, mehrere: str) -> str:
    """Zählt mit dem passenden Wort.

    >>> anzahl(1, "Test", "Tests"), anzahl(3, "Test", "Tests")
    ('1 Test', '3 Tests')
    """
    return f"{zahl} {einer if zahl == 1 else mehrere}"
