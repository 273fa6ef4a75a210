"""In jedem Zustand, hell und dunkel: keine Verstöße gegen WCAG 2.1 A und AA, kein Rollen zur Seite bei 320 Pixeln."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from beispiele import ORDNER
from browser.bedienung import gespeichert, lade, lade_entwurf, oeffne, rechne
from browser.conftest import WARTEZEIT, beginne

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FARBREGELN = ["color-contrast", "link-in-text-block"]
"""Die Regeln, deren Befund von den Farben abhängt; jede andere prüft schon, wer einmal prüft."""

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
    faelle = [ORDNER / f"{name}.toml" for name in ("haushaltsjahr-2018", "ihk-zahlt-die-haelfte")]
    seite.set_input_files("#vergleichen-fall", faelle)
    seite.wait_for_selector(".dateien li")
    rechne(seite, "vergleichen")
    seite.evaluate("document.querySelectorAll('#ansicht-vergleichen details').forEach((d) => { d.open = true; })")


def _fehler_am_fall(seite: Page) -> None:
    oeffne(seite, "vergleichen")
    seite.set_input_files(
        "#vergleichen-fall", {"name": "unvollstaendig.toml", "mimeType": "", "buffer": b"haushaltsjahr = 2018\n"}
    )
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
    "Fehler an einem Fall": _fehler_am_fall,
    "Pflichten": _pflichten,
}


@pytest.fixture(scope="module", params=ZUSTAENDE)
def zustand(geladen: Page, request: pytest.FixtureRequest) -> Page:
    """Der Rechner in einem Zustand; hergestellt wird jeder nur einmal."""
    ZUSTAENDE[request.param](beginne(geladen))
    return geladen


def _verstoesse(seite: Page, axe: str, regeln: list[str]) -> list[str]:
    """Prüft eine Seite; nennt jede verletzte Regel mit den Stellen."""
    seite.evaluate(axe)
    befund = seite.evaluate("(regeln) => axe.run(document, { runOnly: regeln })", regeln)
    return [f"{v['id']}: {[stelle['html'][:200] for stelle in v['nodes']]}" for v in befund["violations"]]


@pytest.mark.parametrize(("farben", "regeln"), [("light", REGELN), ("dark", FARBREGELN)], ids=["hell", "dunkel"])
def test_axe_findet_nichts(zustand: Page, axe: str, farben: Literal["light", "dark"], regeln: list[str]) -> None:
    zustand.set_viewport_size({"width": 1200, "height": 900})
    zustand.emulate_media(color_scheme=farben)

    assert _verstoesse(zustand, axe, regeln) == []


def test_bei_320_pixeln_rollt_nichts_zur_seite(zustand: Page) -> None:
    zustand.set_viewport_size({"width": 320, "height": 800})

    assert zustand.evaluate(ZU_BREIT) == []


def test_keine_kennung_kommt_zweimal_vor(zustand: Page) -> None:
    kennungen = zustand.evaluate("[...document.querySelectorAll('[id]')].map((eines) => eines.id)")

    assert sorted(kennungen) == sorted(set(kennungen))


@pytest.mark.parametrize("breite", [320, 1200])
def test_immer_steht_da_worauf_es_beruht(zustand: Page, breite: int) -> None:
    zustand.set_viewport_size({"width": breite, "height": 800})
    zustand.evaluate("window.scrollTo(0, document.body.scrollHeight)")

    assert zustand.is_visible(".grundlage")
    assert zustand.evaluate("document.querySelector('.grundlage').getBoundingClientRect().top") >= 0
    assert "nicht der unterzeichnete Vertrag" in zustand.inner_text(".grundlage")


def test_waehrend_er_laedt_findet_axe_nichts(chromium: Browser, rechnerdatei: Path, axe: str) -> None:
    kontext = chromium.new_context(offline=True)
    kontext.add_init_script(
        "globalThis.DecompressionStream = class { constructor() { throw new Error('angehalten'); } }"
    )
    seite = kontext.new_page()
    seite.goto(rechnerdatei.as_uri())
    seite.wait_for_selector("#laden [role=alert]", timeout=WARTEZEIT)

    assert _verstoesse(seite, axe, REGELN) == []
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

    assert _verstoesse(offen, axe, REGELN) == []
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


def test_von_einem_offenen_ergebnis_ist_nur_gedruckt_was_auf_papier_etwas_heisst(seite: Page) -> None:
    ZUSTAENDE["Lesarten zur Wahl"](seite)
    knoepfe = seite.locator("#ansicht-abrechnen .lesartwahl input")
    anleitung = seite.locator("#ansicht-abrechnen .lesartwahl", has_text="Keine Lesart ist vorausgewählt")
    assert knoepfe.first.is_visible()
    assert "eine Lesart wählen" in anleitung.inner_text()
    seite.emulate_media(media="print")

    assert not any(knopf.is_visible() for knopf in knoepfe.all())
    assert anleitung.inner_text().startswith("Woran es hängt\n")
    assert "Keine Lesart ist vorausgewählt" not in anleitung.inner_text()
    assert "führt zu Ergebnis" in anleitung.inner_text()


@pytest.mark.parametrize("aufgabe", ["abrechnen", "vergleichen"])
def test_ohne_ergebnis_ist_gedruckt_dass_es_keines_gibt(seite: Page, aufgabe: str) -> None:
    oeffne(seite, aufgabe)
    satz = seite.locator(f"#ansicht-{aufgabe} .ohne-ergebnis")
    assert not satz.is_visible()
    seite.emulate_media(media="print")

    assert satz.inner_text() == "Gedruckt wird das Ergebnis. Hier ist noch nichts gerechnet."


def test_mit_ergebnis_ist_nicht_gedruckt_dass_es_keines_gibt(seite: Page) -> None:
    ZUSTAENDE["eindeutiges Ergebnis"](seite)
    seite.emulate_media(media="print")

    assert not seite.is_visible("#ansicht-abrechnen .ohne-ergebnis")


def test_gedruckt_steht_die_summe_einer_tabelle_nur_an_ihrem_ende(seite: Page) -> None:
    ZUSTAENDE["eindeutiges Ergebnis"](seite)
    seite.emulate_media(media="print")
    darstellung = "getComputedStyle(document.querySelector('#ansicht-abrechnen tfoot')).display"

    assert seite.evaluate(darstellung) == "table-row-group"


def test_gedruckt_stehen_keine_namen_von_funktionen(seite: Page) -> None:
    _vergleich(seite)
    technik = seite.locator("#ansicht-vergleichen .technik")
    assert technik.is_visible()
    seite.emulate_media(media="print")

    assert not technik.is_visible()


@pytest.mark.parametrize("offen", [True, False])
def test_nach_dem_drucken_ist_wieder_zu_was_zu_war(seite: Page, offen: bool) -> None:
    ZUSTAENDE["eindeutiges Ergebnis"](seite)
    block = seite.locator("#ansicht-abrechnen .ergebnis details").first
    block.evaluate("(block, offen) => { block.open = offen; }", offen)

    seite.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert block.get_attribute("open") is not None
    seite.evaluate("dispatchEvent(new Event('afterprint'))")
    assert (block.get_attribute("open") is not None) == offen


def test_auf_breitem_bildschirm_ist_keine_tabelle_eines_beitritts_abgeschnitten(seite: Page) -> None:
    _beitritt(seite)

    assert (
        seite.evaluate("[...document.querySelectorAll('.rollbar')].filter((t) => t.scrollWidth > t.clientWidth)") == []
    )
