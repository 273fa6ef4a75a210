"""Gute Entwürfe, aus denen die Tests kaputte machen, und wie man beide liest."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from kooperationsvertrag.fall.entwurf import EINGEBAUT, lies_entwurf
from kooperationsvertrag.fall.probleme import EingabeError, Problem
from kooperationsvertrag.vertrag.fassung import Vertragsfassung

BEISPIEL = Path(__file__).resolve().parents[2] / "examples" / "entwurf-2027.toml"

KOPF = """kennung = "entwurf-2027"
bezeichnung = "Entwurf 2027"
aufbauend_auf = "bericht-2017"
"""

ANFANG = """gueltig_ab = 2027-01-01
ausgeschieden = ["ihk"]
sitz_der_abordnung = "mettmann"
entfallen = ["17-F3"]
jahresbudget = "130.000"
"""

BEITRAEGE = """
[beitraege]
duesseldorf = "50.000"
mettmann = "50.000"
rhein-kreis-neuss = "30.000"
"""

PARTNER = """
[[partner]]
kennung = "rhein-kreis-neuss"
name = "Rhein-Kreis Neuss"
kurzname = "Neuss"
rechtsform = "kreis"
entscheidungsgremium = "Kreistag des Rhein-Kreises Neuss"
kreis = ""
"""

STELLEN = """
[[stelle]]
partner = "duesseldorf"
funktion = "leitung"

[[stelle]]
partner = "rhein-kreis-neuss"
funktion = "stellvertretung"
"""

SITZE = """
[[sitz]]
partner = "duesseldorf"
amt = "Oberbürgermeister der Landeshauptstadt Düsseldorf"

[[sitz]]
partner = "rhein-kreis-neuss"
amt = "Landrat des Rhein-Kreises Neuss"
"""

KLAUSELN = """
[[klausel]]
kennung = "§ 7 Abs. 2"
text = "Zurückgeführt wird nach den Zahlungen des Jahres."
ersetzt = ["17-F8"]

[[klausel]]
kennung = "§ 8"
text = "Die Cent gehen nach dem größten Rest."
"""

REGELUNGEN = """
[[regelung]]
frage = "rueckfuehrungsbasis"
antwort = "tatsaechliche_zahlungen"
klausel = "§ 7 Abs. 2"

[[regelung]]
frage = "rundung"
antwort = "groesster_rest"
klausel = "§ 8"

[[regelung]]
frage = "rundungsvorrang"
antwort = ["rhein-kreis-neuss", "duesseldorf"]
"""

VOLL = KOPF + ANFANG + BEITRAEGE + PARTNER + STELLEN + SITZE + KLAUSELN + REGELUNGEN


def entwurf(text: str, fassungen: Mapping[str, Vertragsfassung] = EINGEBAUT) -> Vertragsfassung:
    return lies_entwurf(text.encode(), fassungen)


ERSTER = entwurf(VOLL)
MIT_ERSTEM: Mapping[str, Vertragsfassung] = {**EINGEBAUT, ERSTER.kennung: ERSTER}
"""Die bekannten Fassungen, wenn ein Entwurf auf einem Entwurf aufbaut."""
ZWEITER = """kennung = "entwurf-2028"
bezeichnung = "Entwurf 2028"
aufbauend_auf = "entwurf-2027"
"""


def probleme(inhalt: str | bytes, fassungen: Mapping[str, Vertragsfassung] = EINGEBAUT) -> dict[str, Problem]:
    with pytest.raises(EingabeError) as fehler:
        lies_entwurf(inhalt if isinstance(inhalt, bytes) else inhalt.encode(), fassungen)
    gefunden = fehler.value.probleme
    assert all(problem.stelle and problem.grund and problem.beispiel for problem in gefunden)
    assert len({problem.stelle for problem in gefunden}) == len(gefunden)
    return {problem.stelle: problem for problem in gefunden}
