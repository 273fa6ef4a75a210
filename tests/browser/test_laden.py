"""Der Rechner öffnet sich von der Festplatte, sagt, was er tut, und lädt nichts nach."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from browser.conftest import WARTEZEIT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MERKE_FORTSCHRITT = """
globalThis.fortschritt = [];
new MutationObserver(() => {
  const balken = document.getElementById("laden-balken");
  if (!balken) return;
  const stand = [Number(balken.getAttribute("aria-valuenow")), document.getElementById("laden-stand").textContent];
  const letzter = globalThis.fortschritt.at(-1);
  if (!letzter || letzter[0] !== stand[0] || letzter[1] !== stand[1]) globalThis.fortschritt.push(stand);
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
"""


@pytest.fixture(scope="module")
def oeffnung(chromium: Browser, rechnerdatei: Path) -> dict[str, list[object]]:
    """Was geschieht, während sich der Rechner öffnet: Anfragen, Meldungen, Fortschritt."""
    anfragen: list[object] = []
    meldungen: list[object] = []
    kontext = chromium.new_context(offline=True)
    kontext.on("request", lambda anfrage: anfragen.append(anfrage.url))
    kontext.add_init_script(MERKE_FORTSCHRITT)
    seite = kontext.new_page()
    seite.on("console", lambda meldung: meldungen.append(meldung.text))
    seite.on("pageerror", lambda fehler: meldungen.append(str(fehler)))
    seite.goto(rechnerdatei.as_uri())
    seite.wait_for_selector("html[data-bereit]", timeout=WARTEZEIT)
    for aufgabe in ("abrechnen", "beitritt", "vergleichen", "pruefen"):
        seite.click(f"#aufgaben a[href='#{aufgabe}']")
        seite.click(f"#{aufgabe}-rechnen")
    ergebnis = {
        "anfragen": anfragen,
        "meldungen": meldungen,
        "fortschritt": seite.evaluate("globalThis.fortschritt"),
        "fuss": [seite.inner_text("#fuss")],
        "speicher": [seite.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")],
    }
    kontext.close()
    return ergebnis


def test_verlangt_wird_nur_die_datei_selbst(oeffnung: dict[str, list[object]], rechnerdatei: Path) -> None:
    andere = [str(adresse) for adresse in oeffnung["anfragen"] if not str(adresse).startswith(("blob:", "data:"))]

    assert andere == [rechnerdatei.as_uri()]


def test_es_gibt_keine_fehlermeldung(oeffnung: dict[str, list[object]]) -> None:
    assert oeffnung["meldungen"] == []


def test_der_fortschritt_steigt_und_sagt_was_geschieht(oeffnung: dict[str, list[object]]) -> None:
    prozente = [stand[0] for stand in oeffnung["fortschritt"]]  # type: ignore[index]  # Prozent und Text
    texte = [stand[1] for stand in oeffnung["fortschritt"]]  # type: ignore[index]  # Prozent und Text

    assert prozente == sorted(prozente)
    assert prozente[-1] == 100
    assert "Python wird gestartet." in texte
    assert "Die Regeln des Vertrags werden geladen." in texte
    assert "Zur Probe wird gerechnet." in texte


def test_am_fuss_steht_womit_gerechnet_wird(oeffnung: dict[str, list[object]]) -> None:
    assert f"kooperationsvertrag {version('kooperationsvertrag')} · Pyodide 0.29.5" in str(oeffnung["fuss"][0])


def test_der_rechner_hebt_nichts_auf(oeffnung: dict[str, list[object]]) -> None:
    assert oeffnung["speicher"] == [[0, 0, ""]]


def test_laesst_er_sich_nicht_starten_so_sagt_er_es_auf_deutsch(chromium: Browser, rechnerdatei: Path) -> None:
    kontext = chromium.new_context(offline=True)
    kontext.add_init_script("delete globalThis.DecompressionStream")
    seite = kontext.new_page()
    seite.goto(rechnerdatei.as_uri())

    hinweis = seite.wait_for_selector("#laden [role=alert]", timeout=WARTEZEIT)

    assert hinweis
    assert "Er braucht einen Browser aus den letzten Jahren" in hinweis.inner_text()
    kontext.close()


def test_ein_eingeschleustes_skript_wird_nicht_ausgefuehrt(seite: Page) -> None:
    seite.evaluate(
        "() => { const fremd = document.createElement('script');"
        " fremd.textContent = 'globalThis.eingeschleust = true'; document.body.append(fremd); fremd.remove(); }"
    )

    assert seite.evaluate("globalThis.eingeschleust") is None
