"""Die gebaute Dokumentation im Browser: barrierefrei, schmal lesbar, ohne Netz, mit der Tastatur bedienbar.

Gebraucht werden die gebauten Seiten: ``sphinx-build docs docs/_build/html``, oder ihr Ordner in der Umgebungsvariablen
``KOOPERATIONSVERTRAG_DOKUMENTATION``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import frozen

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

SYNOPSE = "fassungen/synopse-entwurf-2027.html"
"""Sie ist eine Seite für sich, ohne die Kopfleiste und die Farbwahl der anderen."""

REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
FARBREGELN = ["color-contrast", "link-in-text-block"]
"""Die Regeln, deren Befund von den Farben abhängt; jede andere prüft schon, wer einmal prüft."""

OHNE_BEWEGUNG = "*, *::before, *::after { transition: none !important; animation: none !important; }"

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


# Welche Tabellen und Quelltexte breiter sind als ihr Platz.
ABGESCHNITTEN = """() => [...document.querySelectorAll('main pre, main .pst-scrollable-table-container')]
  .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1).map(e => e.textContent.trim().slice(0, 60))"""

# Ob das, worauf die Tastatur steht, anders umrandet ist als ohne sie.
UMRANDET = """() => {
  const e = document.activeElement;
  const rand = () => [null, '::before', '::after'].map(teil => {
    const s = getComputedStyle(e, teil);
    return [s.content, s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.border].join(' ');
  }).join(' | ');
  const mit = rand(), breite = e.getBoundingClientRect().width;
  e.blur();
  return e !== document.body && breite > 0 && mit !== rand();
}"""


@frozen
class Befund:
    """Was an einer Seite aufgefallen ist."""

    hell: list[str]
    """Was axe-core in hellen Farben beanstandet."""
    dunkel: list[str]
    """Was axe-core in dunklen Farben beanstandet."""
    zu_breit: list[str]
    """Was bei 320 Punkten nicht auf die Seite passt oder sich nur mit der Maus verschieben lässt."""
    aus_dem_netz: list[str]
    """Adressen, die weder auf der Festplatte noch in der Seite selbst liegen."""


@pytest.fixture(scope="module")
def ordner() -> Path:
    """Der Ordner mit den gebauten Seiten."""
    gebaut = Path(os.environ.get("KOOPERATIONSVERTRAG_DOKUMENTATION", WURZEL / "docs" / "_build" / "html"))
    if not (gebaut / "index.html").exists():
        fehlt("Die Dokumentation ist nicht gebaut.")
    return gebaut


@pytest.fixture
def blatt(chromium: Browser) -> Iterator[Page]:
    """Ein leeres Blatt, das nach dem Test wieder zugeht."""
    leer = chromium.new_page(viewport={"width": 1280, "height": 900})
    yield leer
    leer.close()


def oeffne(blatt: Page, ordner: Path, datei: str) -> None:
    """Öffnet eine Seite; danach sind ihre Skripte gelaufen, und nichts an ihr bewegt sich."""
    blatt.emulate_media(color_scheme="light")
    blatt.goto((ordner / datei).as_uri())
    blatt.add_style_tag(content=OHNE_BEWEGUNG)


def verdunkle(blatt: Page, *, von_selbst: bool = False) -> None:
    """Stellt auf dunkle Farben; eine Seite, die es nicht von selbst tut, hat ein Skript dafür."""
    blatt.emulate_media(color_scheme="dark")
    if not von_selbst:
        blatt.wait_for_selector("html[data-theme=dark]")


def verletzungen(blatt: Page, axe: str, regeln: list[str] = REGELN) -> list[str]:
    """Gibt, was axe-core auf einer Seite beanstandet."""
    if not blatt.evaluate("'axe' in window"):
        blatt.evaluate(axe)
    befund = blatt.evaluate("regeln => axe.run(document, {runOnly: regeln})", regeln)
    return [f"{eine['id']}: {stelle['html'][:120]}" for eine in befund["violations"] for stelle in eine["nodes"]]


def untersuche(chromium: Browser, ordner: Path, axe: str, datei: str) -> Befund:
    """Lädt eine Seite einmal und sieht sie schmal, hell und dunkel an."""
    blatt: Page = chromium.new_page(viewport={"width": 320, "height": 900})
    gefragt: list[str] = []
    blatt.on("request", lambda anfrage: gefragt.append(anfrage.url))
    oeffne(blatt, ordner, datei)
    breite = blatt.evaluate("document.documentElement.scrollWidth")
    zu_breit = [*blatt.evaluate(RAGT_HINAUS), *blatt.evaluate(VERSCHIEBBAR_OHNE_TASTATUR)]
    zu_breit += [f"die ganze Seite: {breite}"] if breite > 320 else []
    blatt.set_viewport_size({"width": 1280, "height": 900})
    hell = verletzungen(blatt, axe)
    verdunkle(blatt, von_selbst=datei == SYNOPSE)
    dunkel = verletzungen(blatt, axe, FARBREGELN)
    blatt.close()
    aus_dem_netz = [adresse for adresse in gefragt if not adresse.startswith(("file:", "data:", "blob:"))]
    return Befund(hell, dunkel, zu_breit, aus_dem_netz)


@pytest.fixture(scope="module")
def befund(chromium: Browser, ordner: Path, axe: str) -> Callable[[str], Befund]:
    """Was an einer Seite aufgefallen ist; jede wird nur einmal geladen."""
    return cache(lambda datei: untersuche(chromium, ordner, axe, datei))


@pytest.mark.parametrize("datei", SEITEN)
def test_seite_ist_ohne_befund_der_barrierefreiheit(befund: Callable[[str], Befund], datei: str) -> None:
    assert befund(datei).hell == []
    assert befund(datei).dunkel == []


@pytest.mark.parametrize("datei", SEITEN)
def test_seite_passt_auf_320_punkte(befund: Callable[[str], Befund], datei: str) -> None:
    assert befund(datei).zu_breit == []


@pytest.mark.parametrize("datei", SEITEN)
def test_seite_laedt_nichts_aus_dem_netz(befund: Callable[[str], Befund], datei: str) -> None:
    assert befund(datei).aus_dem_netz == []


def test_auch_aufgeklappt_ist_ein_satz_ohne_befund(blatt: Page, ordner: Path, axe: str) -> None:
    oeffne(blatt, ordner, "vertrag/restmittel.html")
    blatt.evaluate("document.querySelectorAll('main details').forEach(eines => eines.open = true)")
    assert verletzungen(blatt, axe) == []
    verdunkle(blatt)
    assert verletzungen(blatt, axe, FARBREGELN) == []


def test_auch_die_uebersicht_auf_schmalem_bildschirm_ist_ohne_befund(blatt: Page, ordner: Path, axe: str) -> None:
    blatt.set_viewport_size({"width": 320, "height": 900})
    oeffne(blatt, ordner, "vertrag/restmittel.html")
    assert verletzungen(blatt, axe) == []
    blatt.locator("button.primary-toggle").click()
    blatt.wait_for_selector("#pst-primary-sidebar-modal[open]")
    assert verletzungen(blatt, axe) == []
    verdunkle(blatt)
    assert verletzungen(blatt, axe, FARBREGELN) == []


def test_die_kopfleiste_ist_einzeilig_und_die_suche_steht_rechts(blatt: Page, ordner: Path) -> None:
    oeffne(blatt, ordner, "festlegungen.html")
    for breite in (960, 1000, 1280):
        blatt.set_viewport_size({"width": breite, "height": 900})
        teile = blatt.locator(".bd-header .navbar-nav > li, .bd-header .search-button").all()
        kaesten = [kasten for kasten in (teil.bounding_box() for teil in teile) if kasten]
        mitten = [kasten["y"] + kasten["height"] / 2 for kasten in kaesten]
        assert len(kaesten) == 8
        assert max(mitten) - min(mitten) < 10
        assert kaesten[-1]["x"] > max(kasten["x"] + kasten["width"] for kasten in kaesten[:-1])


@pytest.mark.parametrize(
    "datei",
    [
        "festlegungen.html",
        "fassungen/vergleich-entwurf-2027.html",
        "fragen/of-32.html",
        "jahr-abrechnen.html",
        "vertrag/restmittel.html",
    ],
)
def test_auf_breitem_bildschirm_ist_nichts_abgeschnitten(blatt: Page, ordner: Path, datei: str) -> None:
    oeffne(blatt, ordner, datei)
    blatt.evaluate("document.querySelectorAll('main details').forEach(eines => eines.open = true)")
    for breite in (1000, 1280):
        blatt.set_viewport_size({"width": breite, "height": 900})
        assert blatt.evaluate(ABGESCHNITTEN) == [], f"bei {breite} Punkten"


def test_gedruckt_fehlen_die_testlisten_der_matrix(blatt: Page, ordner: Path) -> None:
    oeffne(blatt, ordner, "vertrag/matrix.html")
    listen = blatt.locator("main details")
    assert listen.count() > 0
    assert all(liste.is_visible() for liste in listen.all())
    blatt.emulate_media(media="print")
    assert not any(liste.is_visible() for liste in listen.all())
    assert blatt.locator("main table").first.is_visible()


def test_mit_der_tastatur_ist_zu_sehen_wo_sie_ist(blatt: Page, ordner: Path) -> None:
    oeffne(blatt, ordner, "index.html")
    for nummer in range(1, 21):
        blatt.keyboard.press("Tab")
        gemeint = blatt.evaluate("document.activeElement.outerHTML.slice(0, 120)")
        assert blatt.evaluate(UMRANDET), f"nach {nummer} Schritten: {gemeint}"


def suche(blatt: Page, wort: str) -> list[str]:
    """Sucht mit der Tastatur; gibt die Titel der Treffer und wartet, bis ihre Zahl dasteht."""
    blatt.keyboard.press("Control+k")
    blatt.keyboard.type(wort)
    blatt.keyboard.press("Enter")
    blatt.wait_for_url("**/search.html?*")
    blatt.wait_for_function("document.querySelector('.search-summary')?.innerText")
    return blatt.locator("#search-results li a").all_inner_texts()


def test_die_suche_geht_mit_der_tastatur_auf_und_findet(blatt: Page, ordner: Path) -> None:
    gescheitert: list[str] = []
    blatt.on("pageerror", lambda fehler: gescheitert.append(str(fehler)))
    oeffne(blatt, ordner, "index.html")
    titel = suche(blatt, "Rückführung")
    assert len(titel) > 1
    assert blatt.locator(".search-summary").inner_text() == f"{len(titel)} Treffer."
    assert gescheitert == []


@pytest.mark.parametrize(
    ("wort", "seite"),
    [
        ("Rückzahlung", "Restmittel"),
        ("OF-16", "OF-16 Zahlungsschlüssel, wenn anders gezahlt wurde als vereinbart"),
        ("fl-04", "Festlegungen"),
        ("17-F8", "Restmittel"),
        ("Frist", "Pflichten, Fristen, Verlauf"),
        ("Beitritt", "Mitgliedschaft und Beitritt"),
        ("Aufsichtsgremium", "Gremien"),
    ],
)
def test_die_suche_nennt_zuerst_die_seite_um_die_es_geht(blatt: Page, ordner: Path, wort: str, seite: str) -> None:
    oeffne(blatt, ordner, "index.html")
    assert suche(blatt, wort)[0] == seite


def test_eine_kennung_findet_nur_seiten_die_sie_nennen(blatt: Page, ordner: Path) -> None:
    oeffne(blatt, ordner, "index.html")
    suche(blatt, "OF-16")
    for adresse in {eine.get_attribute("href") or "" for eine in blatt.locator("#search-results li a").all()}:
        datei = ordner / adresse.partition("?")[0].partition("#")[0]
        assert "OF-16" in datei.read_text(encoding="utf-8")


def test_ein_abschnitt_klappt_mit_der_tastatur_auf(blatt: Page, ordner: Path) -> None:
    oeffne(blatt, ordner, "vertrag/restmittel.html")
    abschnitt = blatt.locator("main details:not([open])").first.element_handle()
    kopf = abschnitt.query_selector("summary")
    assert kopf
    kopf.focus()
    blatt.keyboard.press("Enter")
    assert abschnitt.evaluate("abschnitt => abschnitt.open")


def test_der_beigelegte_rechner_oeffnet_sich_in_der_seite(blatt: Page, ordner: Path) -> None:
    if not (ordner / "kooperationsvertrag-rechner.html").exists():
        fehlt("Der Dokumentation liegt kein Rechner bei.")
    oeffne(blatt, ordner, "rechner.html")
    eingebettet = blatt.frame_locator("iframe.rechner")
    eingebettet.locator("html[data-bereit]").wait_for(timeout=WARTEZEIT, state="attached")
    assert "abrechnen" in eingebettet.locator("body").inner_text()
