"""Den Rechner bedienen, mit der Tastatur wie jemand, der keine Maus hat."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOECHSTENS = 400
"""So oft wird die Tabulatortaste höchstens gedrückt, um ein Feld zu erreichen."""


def oeffne(seite: Page, aufgabe: str) -> None:
    """Öffnet eine Aufgabe."""
    seite.evaluate(f"location.hash = '#{aufgabe}'")
    seite.wait_for_selector(f"#ansicht-{aufgabe}:not([hidden])")


def lade(seite: Page, aufgabe: str, datei: Path) -> None:
    """Lädt eine Falldatei in das Formular einer Aufgabe."""
    oeffne(seite, aufgabe)
    seite.set_input_files(f"#{aufgabe}-laden", datei)
    geladen = seite.locator(f"#ansicht-{aufgabe} .meldung", has_text=datei.name)
    geladen.or_(seite.locator(f"#ansicht-{aufgabe} .fehlerliste:not([hidden])")).first.wait_for()


def lade_text(seite: Page, aufgabe: str, text: str, ordner: Path, name: str = "fall.toml") -> Path:
    """Legt einen Text als Falldatei ab und lädt sie."""
    datei = ordner / name
    datei.write_bytes(text.encode())
    lade(seite, aufgabe, datei)
    return datei


def lade_entwurf(seite: Page, feld: str, datei: Path) -> None:
    """Lädt einen Entwurf unter einem Feld für eine Fassung."""
    aufgabe = feld.partition("-")[0]
    seite.set_input_files(f"#{feld}", datei)
    seite.locator(f'#ansicht-{aufgabe} option[value="{datei.name}"]').first.wait_for(state="attached")


def rechne(seite: Page, aufgabe: str) -> None:
    """Drückt die Schaltfläche, die rechnet."""
    seite.click(f"#{aufgabe}-rechnen")


def gespeichert(seite: Page, knopf: str) -> str:
    """Speichert, was eine Schaltfläche anbietet, und gibt seinen Text."""
    with seite.expect_download() as angeboten:
        seite.click(f"#{knopf}")
    return angeboten.value.path().read_bytes().decode()


def json_von(seite: Page, aufgabe: str) -> str:
    """Gibt das Ergebnis als JSON, wie es gespeichert wird."""
    return gespeichert(seite, f"{aufgabe}-json")


def fokus(seite: Page) -> str:
    """Nennt das Element, das den Fokus hat."""
    kennung = seite.evaluate("document.activeElement.id || document.activeElement.className")
    assert isinstance(kennung, str)
    return kennung


def gehe_zu(seite: Page, kennung: str) -> None:
    """Drückt die Tabulatortaste, bis ein Element den Fokus hat."""
    for _ in range(HOECHSTENS):
        if fokus(seite) == kennung:
            return
        seite.keyboard.press("Tab")
    raise AssertionError(f"Mit der Tastatur ist „{kennung}“ nicht zu erreichen.")


def tippe(seite: Page, kennung: str, text: str) -> None:
    """Tippt einen Text in ein Feld."""
    gehe_zu(seite, kennung)
    seite.keyboard.press("Control+a")
    seite.keyboard.type(text)


def waehle(seite: Page, kennung: str, wert: str) -> None:
    """Wählt mit den Pfeiltasten einen Wert einer Auswahlliste."""
    gehe_zu(seite, kennung)
    for _ in range(HOECHSTENS):
        if seite.evaluate("document.activeElement.value") == wert:
            return
        seite.keyboard.press("ArrowDown")
    raise AssertionError(f"„{wert}“ steht nicht zur Wahl.")


def kreuze_an(seite: Page, kennung: str) -> None:
    """Wählt ein Kästchen oder einen Knopf mit der Leertaste."""
    gehe_zu(seite, kennung)
    seite.keyboard.press("Space")


def waehle_knopf(seite: Page, gruppe: str, wert: str) -> None:
    """Wählt einen von mehreren Knöpfen: hinein mit der Tabulatortaste, weiter mit den Pfeiltasten."""
    for _ in range(HOECHSTENS):
        if fokus(seite).startswith(f"{gruppe}-weg-"):
            break
        seite.keyboard.press("Tab")
    seite.keyboard.press("Space")
    for _ in range(10):
        if fokus(seite) == f"{gruppe}-weg-{wert}":
            return
        seite.keyboard.press("ArrowDown")
    raise AssertionError(f"„{wert}“ steht nicht zur Wahl.")


def druecke(seite: Page, kennung: str) -> None:
    """Drückt eine Schaltfläche mit der Eingabetaste."""
    gehe_zu(seite, kennung)
    seite.keyboard.press("Enter")
