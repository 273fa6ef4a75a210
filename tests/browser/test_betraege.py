"""Jeder Betrag des Rechners ist der der Befehlszeile."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from beispiele import ANTRAEGE, ENDSTATUS, ENTWUERFE, ORDNER, PRUEFUNGEN
from browser.bedienung import gespeichert, json_von, lade, lade_entwurf, lade_text, oeffne, rechne
from cli.aufruf import rufe_auf
from zufallsfaelle import als_toml, zufallsfall

if TYPE_CHECKING:
    from playwright.sync_api import Page

ERZEUGTE = (0, 1, 2, 4, 5, 6, 7, 8, 9, 10)
"""Erzeugte Fälle, die zu den Beispielen kommen; zusammen sind es mehr als zwanzig."""

OHNE_LESARTEN = re.compile(r"^\[auslegung\]\n(?:.+\n)*", flags=re.MULTILINE)
"""Der Abschnitt einer Falldatei, in dem Lesarten gewählt sind."""

OFFENE = (0, 6)
"""Erzeugte Fälle, deren Ergebnis ohne gewählte Lesarten nicht eindeutig ist."""

MIT_ENTWURF = {"fassungswechsel"}
"""Beispiele, die einen Entwurf nennen."""


def _deutsch(betrag: str) -> str:
    ganze, cent = betrag.split(".")
    return f"{int(ganze):,}".replace(",", ".") + f",{cent} €"


def _betraege(wert: Any) -> set[str]:
    """Alle Beträge, die in einer Rückführung stehen."""
    if isinstance(wert, list):
        return {betrag for teil in wert for betrag in _betraege(teil)}
    eigene = set(wert.get("rueckfuehrung", {}).values())
    return eigene | _betraege(wert.get("haushaltsjahre", [])) | _betraege(wert.get("varianten", []))


def _vergleiche_mit_der_befehlszeile(seite: Page, datei: Path) -> None:
    rechne(seite, "abrechnen")
    ergebnis = json_von(seite, "abrechnen")

    assert ergebnis == rufe_auf("abrechnen", str(datei), "--format", "json").stdout
    dokument = json.loads(ergebnis)
    gezeigt = seite.inner_text("#ansicht-abrechnen .ergebnis").replace("\u00a0", " ")
    if len(dokument["varianten"]) <= 8:
        assert [betrag for betrag in _betraege(dokument) if _deutsch(betrag) not in gezeigt] == []


@pytest.mark.parametrize("name", sorted({*ENDSTATUS, *PRUEFUNGEN}))
def test_ein_beispiel_gibt_das_json_der_befehlszeile(seite: Page, name: str) -> None:
    datei = ORDNER / f"{name}.toml"
    if name in MIT_ENTWURF:
        oeffne(seite, "abrechnen")
        lade_entwurf(seite, "abrechnen-entwurf-laden-fassung", ORDNER / "entwurf-2027.toml")
    lade(seite, "abrechnen", datei)

    _vergleiche_mit_der_befehlszeile(seite, datei)


@pytest.mark.parametrize("saat", ERZEUGTE)
def test_ein_erzeugter_fall_gibt_das_json_der_befehlszeile(seite: Page, saat: int, tmp_path: Path) -> None:
    datei = lade_text(seite, "abrechnen", als_toml(*zufallsfall(random.Random(saat))), tmp_path)

    _vergleiche_mit_der_befehlszeile(seite, datei)


@pytest.mark.parametrize("saat", OFFENE)
def test_ein_erzeugter_fall_ohne_gewaehlte_lesarten_gibt_alle_ergebnisse(
    seite: Page, saat: int, tmp_path: Path
) -> None:
    text = OHNE_LESARTEN.sub("", als_toml(*zufallsfall(random.Random(saat))))
    datei = lade_text(seite, "abrechnen", text, tmp_path)

    _vergleiche_mit_der_befehlszeile(seite, datei)
    assert seite.query_selector_all("input[data-frage]")


@pytest.mark.parametrize(("name", "tag"), [(name, tage[0][0]) for name, tage in PRUEFUNGEN.items()])
def test_ein_stand_gibt_das_json_der_befehlszeile(seite: Page, name: str, tag: str) -> None:
    datei = ORDNER / f"{name}.toml"
    lade(seite, "pruefen", datei)
    seite.fill("#pruefen-stichtag", tag)
    rechne(seite, "pruefen")

    assert json_von(seite, "pruefen") == rufe_auf("pruefen", str(datei), "--stichtag", tag, "--format", "json").stdout


@pytest.mark.parametrize("name", ANTRAEGE)
def test_ein_antrag_gibt_das_json_der_befehlszeile(seite: Page, name: str) -> None:
    datei = ORDNER / f"{name}.toml"
    lade(seite, "beitritt", datei)
    rechne(seite, "beitritt")

    assert json_von(seite, "beitritt") == rufe_auf("beitritt", str(datei), "--format", "json").stdout


@pytest.mark.parametrize("name", ENTWUERFE)
def test_ein_vergleich_gibt_json_und_synopse_der_befehlszeile(seite: Page, name: str) -> None:
    entwurf, fall = ORDNER / f"{name}.toml", ORDNER / "ihk-zahlt-die-haelfte.toml"
    befehl = ("vergleichen", "bericht-2017", str(entwurf), "--fall", str(fall))
    oeffne(seite, "vergleichen")
    lade_entwurf(seite, "vergleichen-entwurf-laden-neu", entwurf)
    seite.set_input_files("#vergleichen-fall", fall)
    seite.wait_for_selector(".dateien li")
    rechne(seite, "vergleichen")

    assert json_von(seite, "vergleichen") == rufe_auf(*befehl, "--format", "json").stdout
    assert gespeichert(seite, "vergleichen-html") == rufe_auf(*befehl, "--format", "html").stdout


def test_eine_im_vergleich_gewaehlte_lesart_steht_danach_im_fall(seite: Page, tmp_path: Path) -> None:
    entwurf, fall = ORDNER / "entwurf-2027.toml", ORDNER / "ihk-zahlt-die-haelfte.toml"
    oeffne(seite, "vergleichen")
    lade_entwurf(seite, "vergleichen-entwurf-laden-neu", entwurf)
    seite.set_input_files("#vergleichen-fall", fall)
    seite.wait_for_selector(".dateien li")
    rechne(seite, "vergleichen")
    assert "hängt das Ergebnis von einer Lesart ab" in seite.inner_text("#ansicht-vergleichen .ergebnis")

    seite.check("#ansicht-vergleichen input[data-frage=rueckfuehrungsbasis][value=kosten_nach_schluessel]")
    seite.click("#ansicht-vergleichen [data-tut=lesarten]")

    assert "hängt das Ergebnis von einer Lesart ab" not in seite.inner_text("#ansicht-vergleichen .ergebnis")
    assert not seite.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    mit_lesart = tmp_path / fall.name
    mit_lesart.write_bytes(gespeichert(seite, "vergleichen-falldatei-0-speichern").encode())
    assert seite.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    assert seite.inner_text("#ansicht-vergleichen .veraltet") == ""
    befehl = ("vergleichen", "bericht-2017", str(entwurf), "--fall", str(mit_lesart))
    assert json_von(seite, "vergleichen") == rufe_auf(*befehl, "--format", "json").stdout
    assert gespeichert(seite, "vergleichen-html") == rufe_auf(*befehl, "--format", "html").stdout


LESARTEN = ["vereinbarter_schluessel", "tatsaechliche_zahlungen", "kosten_nach_schluessel"]


@pytest.mark.parametrize("lesart", LESARTEN)
def test_eine_gewaehlte_lesart_gibt_was_die_befehlszeile_mit_ihr_gibt(seite: Page, lesart: str, tmp_path: Path) -> None:
    lade(seite, "abrechnen", ORDNER / "ihk-zahlt-die-haelfte.toml")
    rechne(seite, "abrechnen")
    assert seite.query_selector_all("input[data-frage]:checked") == []

    seite.check(f"input[data-frage=rueckfuehrungsbasis][value={lesart}]")
    seite.click("[data-tut=lesarten]")

    datei = tmp_path / "fall.toml"
    datei.write_bytes(gespeichert(seite, "abrechnen-speichern").encode())
    assert f'rueckfuehrungsbasis = "{lesart}"' in datei.read_text(encoding="utf-8")
    ergebnis = json_von(seite, "abrechnen")
    assert json.loads(ergebnis)["auslegung"]["rueckfuehrungsbasis"] == lesart
    assert ergebnis == rufe_auf("abrechnen", str(datei), "--format", "json").stdout


def test_ohne_wahl_bleibt_es_beim_hinweis(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "ihk-zahlt-die-haelfte.toml")
    rechne(seite, "abrechnen")
    seite.click("[data-tut=lesarten]")

    assert seite.inner_text("#ansicht-abrechnen .meldung") == "Noch ist keine Lesart gewählt."
    assert seite.evaluate("document.activeElement.dataset.frage") == "rueckfuehrungsbasis"
