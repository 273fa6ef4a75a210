"""In jedem Zustand, hell und dunkel: keine Verstöße gegen WCAG 2.1 A und AA, kein Rollen zur Seite bei 320 Pixeln."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from beispiele import ORDNER
from browser.bedienung import gespeichert, lade, lade_entwurf, oeffne, rechne
from browser.conftest import WARTEZEIT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

ZU_BREIT = """
[document.documentElement.scrollWidth > innerWidth ? 'die ganze Seite' : '',
 ...[...document.querySelectorAll('body *')]
   .filter((eines) => eines.checkVisibility() && eines.getBoundingClientRect().right > innerWidth + 1)
   .filter((eines) => !eines.closest('.rollbar'))
   .map((eines) => eines.outerHTML.slice(0, 150))].filter(Boolean)
"""


def _start(seite: Page) -> None:
    oeffne(seite, "start")


def _leer(seite: Page) -> None:
    oeffne(seite, "abrechnen")


def _fehler(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    rechne(seite, "abrechnen")


def _ergebnis(name: str) -> Callable[[Page], None]:
    def zeige(seite: Page) -> None:
        lade(seite, "abrechnen", ORDNER / f"{name}.toml")
        rechne(seite, "abrechnen")
        seite.evaluate("document.querySelectorAll('#ansicht-abrechnen details').forEach((d) => { d.open = true; })")

    return zeige


def _beitritt(seite: Page) -> None:
    lade(seite, "beitritt", ORDNER / "beitritt-rhein-kreis-neuss.toml")
    rechne(seite, "beitritt")


def _vergleich(seite: Page) -> None:
    oeffne(seite, "vergleichen")
    lade_entwurf(seite, "vergleichen-entwurf-laden-neu", ORDNER / "entwurf-2027.toml")
    seite.set_input_files("#vergleichen-fall", ORDNER / "haushaltsjahr-2018.toml")
    seite.wait_for_selector(".dateien li")
    rechne(seite, "vergleichen")


def _pflichten(seite: Page) -> None:
    lade(seite, "pruefen", ORDNER / "personal-abberufen.toml")
    seite.fill("#pruefen-stichtag", "01.03.2019")
    rechne(seite, "pruefen")


ZUSTAENDE: dict[str, Callable[[Page], None]] = {
    "start": _start,
    "leeres Formular": _leer,
    "Fehler": _fehler,
    "eindeutiges Ergebnis": _ergebnis("haushaltsjahr-2018"),
    "Verstoß": _ergebnis("personalkosten-im-budget"),
    "Lesarten zur Wahl": _ergebnis("beitritt-zwischen-zwei-jahren"),
    "Ereignisse": _ergebnis("spaeter-berichtigt"),
    "Beitritt": _beitritt,
    "Vergleich": _vergleich,
    "Pflichten": _pflichten,
}


def _verstoesse(seite: Page, axe: str) -> list[str]:
    """Prüft eine Seite; nennt jede verletzte Regel mit den Stellen."""
    seite.evaluate(axe)
    befund = seite.evaluate("(regeln) => axe.run(document, { runOnly: regeln })", REGELN)
    return [f"{v['id']}: {[stelle['html'][:200] for stelle in v['nodes']]}" for v in befund["violations"]]


@pytest.mark.parametrize("zustand", ZUSTAENDE)
def test_axe_findet_nichts(seite: Page, axe: str, zustand: str) -> None:
    ZUSTAENDE[zustand](seite)

    for farben in ("light", "dark"):
        seite.emulate_media(color_scheme=farben)
        assert _verstoesse(seite, axe) == [], farben


@pytest.mark.parametrize("zustand", ZUSTAENDE)
def test_bei_320_pixeln_rollt_nichts_zur_seite(seite: Page, zustand: str) -> None:
    ZUSTAENDE[zustand](seite)
    seite.set_viewport_size({"width": 320, "height": 800})

    assert seite.evaluate(ZU_BREIT) == []


@pytest.mark.parametrize("zustand", ZUSTAENDE)
def test_keine_kennung_kommt_zweimal_vor(seite: Page, zustand: str) -> None:
    ZUSTAENDE[zustand](seite)
    kennungen = seite.evaluate("[...document.querySelectorAll('[id]')].map((eines) => eines.id)")

    assert sorted(kennungen) == sorted(set(kennungen))


@pytest.mark.parametrize("zustand", ZUSTAENDE)
def test_immer_steht_da_worauf_es_beruht(seite: Page, zustand: str) -> None:
    ZUSTAENDE[zustand](seite)
    seite.evaluate("window.scrollTo(0, document.body.scrollHeight)")

    assert seite.is_visible(".grundlage")
    assert seite.evaluate("document.querySelector('.grundlage').getBoundingClientRect().top") >= 0
    assert "nicht der unterzeichnete Vertrag" in seite.inner_text(".grundlage")


def test_waehrend_er_laedt_findet_axe_nichts(chromium: Browser, rechnerdatei: Path, axe: str) -> None:
    kontext = chromium.new_context(offline=True)
    kontext.add_init_script(
        "globalThis.DecompressionStream = class { constructor() { throw new Error('angehalten'); } }"
    )
    seite = kontext.new_page()
    seite.goto(rechnerdatei.as_uri())
    seite.wait_for_selector("#laden [role=alert]", timeout=WARTEZEIT)

    assert _verstoesse(seite, axe) == []
    kontext.close()


@pytest.mark.parametrize("aufgabe", ["abrechnen", "beitritt", "pruefen"])
def test_das_gespeicherte_blatt_steht_fuer_sich_und_axe_findet_nichts(
    seite: Page, chromium: Browser, axe: str, aufgabe: str, tmp_path: Path
) -> None:
    {"abrechnen": ZUSTAENDE["Lesarten zur Wahl"], "beitritt": _beitritt, "pruefen": _pflichten}[aufgabe](seite)
    blatt = tmp_path / "blatt.html"
    blatt.write_bytes(gespeichert(seite, f"{aufgabe}-html").encode())
    anfragen: list[str] = []
    kontext = chromium.new_context(offline=True)
    kontext.on("request", lambda anfrage: anfragen.append(anfrage.url))
    offen = kontext.new_page()
    offen.goto(blatt.as_uri())

    assert _verstoesse(offen, axe) == []
    assert anfragen == [blatt.as_uri()]
    assert "nicht der unterzeichnete Vertrag" in offen.inner_text("body")
    kontext.close()


def test_gedruckt_wird_nur_das_ergebnis(seite: Page) -> None:
    ZUSTAENDE["eindeutiges Ergebnis"](seite)
    seite.emulate_media(media="print")

    assert not seite.is_visible("#abrechnen-titel")
    assert not seite.is_visible("#aufgaben")
    assert not seite.is_visible("#abrechnen-drucken")
    assert seite.is_visible(".grundlage")
    assert seite.is_visible("#ansicht-abrechnen .ergebnis .kern")


@pytest.mark.parametrize("offen", [True, False])
def test_nach_dem_drucken_ist_wieder_zu_was_zu_war(seite: Page, offen: bool) -> None:
    ZUSTAENDE["eindeutiges Ergebnis"](seite)
    block = seite.locator("#ansicht-abrechnen .ergebnis details").first
    block.evaluate("(block, offen) => { block.open = offen; }", offen)

    seite.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert block.get_attribute("open") is not None
    seite.evaluate("dispatchEvent(new Event('afterprint'))")
    assert (block.get_attribute("open") is not None) == offen
