"""JSON des Quellenabgleichs: was zu prüfen ist, für andere Programme."""

from __future__ import annotations

import json

from kooperationsvertrag.fall.quelle_als_json import quelle_als_json
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand
from kooperationsvertrag.revision.wortlautaenderung import wortlautaenderung
from kooperationsvertrag.vertrag import normen

UNVERAENDERT = Satzabgleich(normen.RUECKFUEHRUNG, Stand.UNVERAENDERT, "Ein Satz.")
GEAENDERT = Satzabgleich(normen.AUFSICHTSGREMIUM, Stand.GEAENDERT, "")
FEHLT = Satzabgleich(normen.STAERKUNG_DER_REGION, Stand.FEHLT, "")


def test_je_satz_der_stand_und_je_geaendertem_satz_was_an_ihm_haengt() -> None:
    daten = json.loads(json.dumps(quelle_als_json("neu.txt", wortlautaenderung([UNVERAENDERT, GEAENDERT, FEHLT]))))

    assert list(daten) == ["datei", "anzahl", "saetze", "geaendert", "regeln", "ohne_regel"]
    assert (daten["datei"], daten["anzahl"]) == ("neu.txt", {"unveraendert": 1, "geaendert": 1, "fehlt": 1})
    assert [(satz["kennung"], satz["stand"]) for satz in daten["saetze"]] == [
        ("17-F8", "unveraendert"),
        ("17-G2", "geaendert"),
        ("17-Z3", "fehlt"),
    ]
    gremium, ohne = daten["geaendert"]
    assert list(gremium) == [
        "kennung",
        "stand",
        "inhalt",
        "fundstelle",
        "umsetzung",
        "regeln",
        "angaben",
        "fragen",
        "festlegungen",
    ]
    assert gremium["inhalt"] == normen.AUFSICHTSGREMIUM.inhalt
    assert gremium["fundstelle"]["dokument"] == "Sachstandsbericht 2017"
    assert {"modul": "kooperationsvertrag.regeln.gremien", "name": "sitze"} in gremium["regeln"]
    assert [angabe["angabe"] for angabe in gremium["angaben"]] == [
        "reihenfolge_der_partner",
        "aufsichtsgremium[0]",
        "aufsichtsgremium[1]",
        "aufsichtsgremium[2]",
    ]
    assert [frage["kennung"] for frage in gremium["fragen"]] == ["OF-07", "OF-09", "OF-10", "OF-11"]
    assert {"kennung", "frage", "wahl"} == set(gremium["festlegungen"][0])
    assert (ohne["kennung"], ohne["regeln"], daten["ohne_regel"]) == ("17-Z3", [], ["17-Z3"])


def test_umgekehrt_je_regel_ihre_geaenderten_saetze() -> None:
    daten = quelle_als_json("neu.txt", wortlautaenderung([UNVERAENDERT, GEAENDERT, FEHLT]))

    assert {
        "modul": "kooperationsvertrag.regeln.gremien",
        "name": "sitze",
        "satz": "Im Aufsichtsgremium sitzt je Partner ein Mitglied kraft Amtes.",
        "saetze": ["17-G2"],
    } in daten["regeln"]  # type: ignore[operator]  # JSON ist schlicht Json


def test_unveraendertes_laesst_nichts_zu_pruefen() -> None:
    daten = quelle_als_json("alt.txt", wortlautaenderung([UNVERAENDERT]))

    assert (daten["geaendert"], daten["regeln"], daten["ohne_regel"]) == ([], [], [])
