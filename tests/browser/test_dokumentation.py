"""Die gebaute Dokumentation im Browser: barrierefrei, schmal lesbar, ohne Netz, mit der Tastatur bedienbar.

Gebraucht werden die gebauten Seiten: ``sphinx-build docs docs/_build/html``, oder ihr Ordner in der Umgebungsvariablen
``KOOPERATIONSVERTRAG_DOKUMENTATION``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from beispiele import WURZEL
from browser.conftest import WARTEZEIT, fehlt

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SEITEN = (
    "index.html",
    "rechner.html",
    "jahr-abrechnen.html",
    "pflichten.html",
    "vertrag/restmittel.html",
    "vertrag/matrix.html",
    "fragen/index.html",
    "fragen/of-16.html",
    "fassungen/vergleich-entwurf-2027.html",
    "fassungen/gedankenspiel-rhein-kreis-neuss.html",
    "fassungen/synopse-entwurf-2027.html",
    "garantien.html",
    "glossar.html",
    "architektur.html",
    "referenz/restmittel.html",
    "barrierefreiheit.html",
    "search.html",
)
"""Von jeder Art wenigstens eine Seite."""

REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
FARBEN: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# Was über den rechten Rand ragt und sich nicht für sich verschieben lässt.
RAGT_HINAUS = """() => [...document.querySelectorAll('main *, body > header *')].filter(e => {
  const r = e.getBoundingClientRect();
  if (r.width === 0 || r.height === 0 || r.right <= innerWidth + 1) return false;
  if (r.left < 0 || getComputedStyle(e).visibility === 'hidden') return false;
  for (let p = e; p; p = p.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX) && p !== document.body && p.tagName !== 'HTML')
      return false;
  }
  return true;
}).map(e => e.tagName + ' ' + (e.textContent || '').trim().slice(0, 60))"""

VERSCHIEBBAR_OHNE_TASTATUR = """() => [...document.querySelectorAll('main *')].filter(e =>
  ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.scrollWidth > e.clientWidth + 1
  && e.tabIndex < 0 && !e.querySelector('a[href], button, [tabindex="0"]')
).map(e => e.tagName + ' ' + e.className)"""


@pytest.fixture(scope="module")
def ordner() -> Path:
    """Der Ordner mit den gebauten Seiten."""
    gebaut = Path(os.environ.get("KOOPERATIONSVERTRAG_DOKUMENTATION", WURZEL / "docs" / "_build" / "html"))
    if not (gebaut / "index.html").exists():
        fehlt("Die Dokumentation ist nicht gebaut.")
    return gebaut


def oeffne(
    chromium: Browser,
    ordner: Path,
    datei: str,
    *,
    breite: int = 1280,
    farbe: Literal["light", "dark"] = "light",
) -> Page:
    """Öffnet eine Seite und wartet, bis ihre Skripte fertig sind."""
    blatt: Page = chromium.new_page(viewport={"width": breite, "height": 900}, color_scheme=farbe)
    blatt.goto((ordner / datei).as_uri())
    blatt.wait_for_timeout(200)
    return blatt


def verletzungen(blatt: Page, axe: str) -> list[str]:
    """Gibt, was axe-core auf einer Seite beanstandet."""
    blatt.evaluate(axe)
    befund = blatt.evaluate("regeln => axe.run(document, {runOnly: regeln})", REGELN)
    return [f"{eine['id']}: {stelle['html'][:120]}" for eine in befund["violations"] for stelle in eine["nodes"]]


@pytest.mark.parametrize("farbe", FARBEN)
@pytest.mark.parametrize("datei", SEITEN)
def test_seite_ist_ohne_befund_der_barrierefreiheit(
    chromium: Browser, ordner: Path, axe: str, datei: str, farbe: Literal["light", "dark"]
) -> None:
    blatt = oeffne(chromium, ordner, datei, farbe=farbe)
    if farbe == "dark" and not datei.startswith("fassungen/synopse"):
        assert blatt.evaluate("document.documentElement.dataset.theme") == "dark"
    assert verletzungen(blatt, axe) == []
    blatt.close()


@pytest.mark.parametrize("farbe", FARBEN)
def test_auch_aufgeklappt_ist_ein_satz_ohne_befund(
    chromium: Browser, ordner: Path, axe: str, farbe: Literal["light", "dark"]
) -> None:
    blatt = oeffne(chromium, ordner, "vertrag/restmittel.html", farbe=farbe)
    blatt.evaluate("document.querySelectorAll('main details').forEach(eines => eines.open = true)")
    blatt.wait_for_timeout(400)
    assert verletzungen(blatt, axe) == []
    blatt.close()


@pytest.mark.parametrize("farbe", FARBEN)
def test_auch_die_uebersicht_auf_schmalem_bildschirm_ist_ohne_befund(
    chromium: Browser, ordner: Path, axe: str, farbe: Literal["light", "dark"]
) -> None:
    blatt = oeffne(chromium, ordner, "vertrag/restmittel.html", breite=320, farbe=farbe)
    assert verletzungen(blatt, axe) == []
    blatt.locator("button.primary-toggle").click()
    blatt.wait_for_timeout(600)
    assert verletzungen(blatt, axe) == []
    blatt.close()


@pytest.mark.parametrize("datei", SEITEN)
def test_seite_passt_auf_320_punkte(chromium: Browser, ordner: Path, datei: str) -> None:
    blatt = oeffne(chromium, ordner, datei, breite=320)
    assert blatt.evaluate("document.documentElement.scrollWidth") <= 320
    assert blatt.evaluate(RAGT_HINAUS) == []
    assert blatt.evaluate(VERSCHIEBBAR_OHNE_TASTATUR) == []
    blatt.close()


@pytest.mark.parametrize("datei", SEITEN)
def test_seite_laedt_nichts_aus_dem_netz(chromium: Browser, ordner: Path, datei: str) -> None:
    blatt: Page = chromium.new_page()
    gefragt: list[str] = []
    blatt.on("request", lambda anfrage: gefragt.append(anfrage.url))
    blatt.goto((ordner / datei).as_uri())
    blatt.wait_for_timeout(300)
    assert [adresse for adresse in gefragt if not adresse.startswith(("file:", "data:", "blob:"))] == []
    blatt.close()


def test_mit_der_tastatur_ist_zu_sehen_wo_sie_ist(chromium: Browser, ordner: Path) -> None:
    blatt = oeffne(chromium, ordner, "index.html")
    for _ in range(12):
        blatt.keyboard.press("Tab")
        sichtbar = blatt.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();"
            " return e !== document.body && r.width > 0"
            " && (s.outlineStyle !== 'none' || s.boxShadow !== 'none' || e.matches(':focus-visible')); }"
        )
        assert sichtbar
    blatt.close()


def test_die_suche_geht_mit_der_tastatur_auf_und_findet(chromium: Browser, ordner: Path) -> None:
    blatt = oeffne(chromium, ordner, "index.html")
    blatt.keyboard.press("Control+k")
    blatt.keyboard.type("Rückführung")
    blatt.keyboard.press("Enter")
    blatt.wait_for_selector("#search-results li")
    assert blatt.locator("#search-results li").count() > 0
    blatt.close()


def test_ein_abschnitt_klappt_mit_der_tastatur_auf(chromium: Browser, ordner: Path) -> None:
    blatt = oeffne(chromium, ordner, "vertrag/restmittel.html")
    abschnitt = blatt.locator("main details:not([open])").first.element_handle()
    kopf = abschnitt.query_selector("summary")
    assert kopf
    kopf.focus()
    blatt.keyboard.press("Enter")
    assert abschnitt.evaluate("abschnitt => abschnitt.open")
    blatt.close()


def test_der_beigelegte_rechner_oeffnet_sich_in_der_seite(chromium: Browser, ordner: Path) -> None:
    if not (ordner / "kooperationsvertrag-rechner.html").exists():
        fehlt("Der Dokumentation liegt kein Rechner bei.")
    blatt = oeffne(chromium, ordner, "rechner.html")
    eingebettet = blatt.frame_locator("iframe.rechner")
    eingebettet.locator("html[data-bereit]").wait_for(timeout=WARTEZEIT, state="attached")
    assert "abrechnen" in eingebettet.locator("body").inner_text()
    blatt.close()
