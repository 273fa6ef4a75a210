"""Die Beispiele, wie der Rechner sie bekommt."""

from __future__ import annotations

import json
from typing import Any

from beispiele import ANTRAEGE, ENDSTATUS, ENTWUERFE, ORDNER, PRUEFUNGEN
from kooperationsvertrag.rechner.schnittstelle import antworte

ENTWURFSDATEIEN = {f"{name}.toml": (ORDNER / f"{name}.toml").read_text(encoding="utf-8") for name in ENTWUERFE}

AUFGABEN = [
    *(("abrechnen", name, "") for name in ENDSTATUS),
    *(("abrechnen", name, "") for name in PRUEFUNGEN),
    *(("pruefen", name, tag) for name, tage in PRUEFUNGEN.items() for tag, _ in tage),
    *(("beitritt", name, "") for name in ANTRAEGE),
]


def text_von(name: str) -> str:
    return (ORDNER / f"{name}.toml").read_text(encoding="utf-8")


def beauftrage(was: str, **angaben: object) -> dict[str, Any]:
    """Schickt einen Auftrag wie die Seite: Text hinein, Text heraus."""
    antwort = json.loads(antworte(json.dumps({"was": was, "dateien": ENTWURFSDATEIEN, **angaben})))
    assert isinstance(antwort, dict)
    return antwort


def rechne(aufgabe: str, text: str, stichtag: str = "") -> dict[str, Any]:
    """Öffnet eine Falldatei und rechnet sie, ohne etwas zu ändern."""
    geoeffnet = beauftrage("oeffne", aufgabe=aufgabe, text=text)
    return beauftrage("rechne", aufgabe=aufgabe, text=text, werte=geoeffnet["werte"], stichtag=stichtag)
