"""Lesartnamen: auf einer Seite des Rechners heißt eine Lesart wie im Formular, nicht wie in der Falldatei."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.darstellung.synopse import html
from kooperationsvertrag.vertrag import fragen
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN

IN_DER_FALLDATEI = "In der Falldatei"
"""Kopf einer Spalte, in der steht, wie Lesarten in der Falldatei heißen."""

_TITEL: Mapping[str, str] = {
    str(lesart): html(fragen.beschreibung(lesart).titel) for frage in AUSLEGUNGSFRAGEN for lesart in frage
}
_ZEILE: Mapping[str, Lesart] = {
    html(f'{lesart.frage()} = "{lesart}"'): lesart for frage in AUSLEGUNGSFRAGEN for lesart in frage
}
_EIGENE = "|".join(name for name in _TITEL if "_" in name or name == "additiv")
_IM_SATZ = re.compile(rf"(?<!\w)„?({_EIGENE})“?(?!\w)")
"""Namen, die kein Wort der Umgangssprache sind; die übrigen stehen nur für sich in einer Zelle."""
_ALLEIN = re.compile(
    rf"(?P<davor>>|data-spalte=\")(?P<name>{'|'.join(name.replace('_', '_(?:<br>)?', 1) for name in _TITEL)})(?=[<\"])"
)
"""Ein Name, der für sich in einer Zelle steht, oder als Kopf einer Spalte."""
_WIEDERHOLT = re.compile(r'(<th scope="row" role="rowheader">)([^<]+)</th><td role="cell"[^>]*>\2\.?</td>')
_KOPF_DAZU = re.compile(r'(<th scope="col" role="columnheader">(?:Lesart|Regel)</th>)<th[^>]*>Was sie heißt</th>')


def mit_lesarten_in_worten(seite: str) -> str:
    """Ersetzt, was in eine Falldatei gehört, durch die Worte des Formulars.

    Args:
        seite: HTML, in dem Lesarten heißen wie in der Falldatei.

    Returns:
        HTML, in dem sie heißen wie im Formular.

    >>> mit_lesarten_in_worten("<p>Das gilt bei gleiches_budget.</p>")
    '<p>Das gilt bei „Das Jahresbudget bleibt und wird neu verteilt“.</p>'
    """
    seite = seite.replace(f">{IN_DER_FALLDATEI}<", ">Lesart<")
    for zeile, lesart in _ZEILE.items():
        seite = seite.replace(zeile, f"{fragen.frage(lesart.frage()).kennung} „{_TITEL[lesart]}“")
    seite = _ALLEIN.sub(lambda fund: fund["davor"] + _TITEL[fund["name"].replace("<br>", "")], seite)
    teile = re.split(r"(<[^>]*>)", seite)
    worte = (teil if teil.startswith("<") else _IM_SATZ.sub(_in_anfuehrung, teil) for teil in teile)
    return _ohne_wiederholung("".join(worte))


def _in_anfuehrung(fund: re.Match[str]) -> str:
    return f"„{_TITEL[fund[1]]}“"


def _ohne_wiederholung(seite: str) -> str:
    """Lässt in Tabellen, die Namen erklären, die Erklärung weg, die nun der Name ist."""
    tabellen = re.split(r"(<table.*?</table>)", seite, flags=re.DOTALL)
    return "".join(
        _WIEDERHOLT.sub(r"\1\2</th>", _KOPF_DAZU.sub(r"\1", teil)) if _erklaert_nur(teil) else teil for teil in tabellen
    )


def _erklaert_nur(teil: str) -> bool:
    zeilen = teil.count('<th scope="row"')
    return bool(_KOPF_DAZU.search(teil)) and len(_WIEDERHOLT.findall(teil)) == zeilen
