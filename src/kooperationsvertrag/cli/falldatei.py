"""Falldatei: sie lesen, und was über einer Seite zu ihr an einem Stichtag steht."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kooperationsvertrag.cli.beleg import kopf
from kooperationsvertrag.cli.grundlage import unbrauchbar

if TYPE_CHECKING:
    from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand
    from kooperationsvertrag.darstellung.abrechnung import Kopf
    from kooperationsvertrag.fall.einlesen import Fall


def lies_fall(datei: Path) -> Fall:
    """Liest eine Falldatei; lässt sie sich nicht verwenden, so endet der Befehl mit allen ihren Problemen."""
    from kooperationsvertrag.fall.einlesen import lade_fall
    from kooperationsvertrag.fall.probleme import EingabeError

    try:
        return lade_fall(datei)
    except EingabeError as fehler:
        raise unbrauchbar(fehler) from None


def stand_am(fall: Fall, stichtag: date) -> Vertragsstand:
    """Stellt fest, wie es an einem Tag um den Vertrag eines Falls steht."""
    from kooperationsvertrag.ablauf.vertragsstand import stand

    aufgezeichnet = fall.aufzeichnung
    return stand(
        aufgezeichnet.fassung,
        fall.akte,
        stichtag,
        fall.auslegung,
        fall.konvention,
        aufgezeichnet.anfangsbestand,
        fall.unbekannt,
        aufgezeichnet.wechsel,
    )


def kopf_am(fall: Fall, stichtag: date) -> Kopf:
    """Gibt, was über und unter einer Seite zu einem Stichtag steht."""
    from kooperationsvertrag.ablauf.ereignis import BeitrittErklaert

    bewerber = {e.akteur: e.name for e in fall.akte.ereignisse if isinstance(e, BeitrittErklaert)}
    aufgezeichnet = fall.aufzeichnung
    return kopf(
        fall.titel, aufgezeichnet.fassung, bewerber, fall.fingerabdruck, stichtag, wechsel=aufgezeichnet.wechsel
    )
