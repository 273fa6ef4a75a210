"""Der Rechner in Chromium: gebaut, geöffnet und bedient wie von der Festplatte.

Gebraucht werden das Paket playwright, das Programm chromium und die npm-Pakete pyodide und axe-core. Fehlt etwas, so
werden diese Tests übersprungen; mit der Umgebungsvariable ``KOOPERATIONSVERTRAG_BROWSER=noetig`` scheitern sie. Die
npm-Pakete nennen ``KOOPERATIONSVERTRAG_PYODIDE`` und ``KOOPERATIONSVERTRAG_AXE`` (Ordner oder Archiv); ohne sie holt
npm beide.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from kooperationsvertrag.rechner.bau import baue_rechner
from kooperationsvertrag.rechner.fehler import BauError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = ("4.14.1", "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c")
"""Version von axe-core und SHA-256 ihrer Datei ``axe.min.js``."""

SCHALTER = (
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic"),
)
"""Womit Chromium startet: ohne Bildschirm, ohne eigene Anfragen ins Netz."""

WARTEZEIT = 180_000
"""So viele Millisekunden darf der Rechner zum Laden höchstens brauchen, auch wenn viele zugleich laden."""


def fehlt(grund: str) -> NoReturn:
    """Überspringt, oder scheitert, wo diese Tests nötig sind."""
    if os.environ.get("KOOPERATIONSVERTRAG_BROWSER") == "noetig":
        pytest.fail(f"Die Tests im Browser sind nötig, aber: {grund}", pytrace=False)
    pytest.skip(reason=grund)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Lässt die Tests des Rechners in einem Prozess laufen und die der Dokumentation in einem anderen."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            gruppe = "dokumentation" if item.path.name == "test_dokumentation.py" else "rechner"
            item.add_marker(pytest.mark.xdist_group(gruppe))


@contextmanager
def _allein(sperre: Path) -> Iterator[None]:
    """Lässt von mehreren Prozessen immer nur einen weiter."""
    for _ in range(600):
        try:
            sperre.mkdir()
            break
        except FileExistsError:
            time.sleep(1)
    else:
        fehlt("Ein anderer Prozess baut den Rechner und wird nicht fertig.")
    try:
        yield
    finally:
        sperre.rmdir()


@pytest.fixture(scope="session")
def gemeinsam(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Ein Ordner, den alle Prozesse dieses Laufs gemeinsam haben."""
    ordner = tmp_path_factory.getbasetemp()
    return ordner if worker_id == "master" else ordner.parent


@pytest.fixture(scope="session")
def rechnerdatei(gemeinsam: Path) -> Path:
    """Der gebaute Rechner; gebaut wird er je Lauf einmal."""
    ziel = gemeinsam / "kooperationsvertrag-rechner.html"
    quelle = os.environ.get("KOOPERATIONSVERTRAG_PYODIDE")
    with _allein(gemeinsam / "bau"):
        if not ziel.exists():
            try:
                baue_rechner(ziel, Path(quelle) if quelle else None)
            except BauError as fehler:
                fehlt(f"Der Rechner ließ sich nicht bauen. {fehler}")
    return ziel


@pytest.fixture(scope="session")
def axe(gemeinsam: Path) -> str:
    """Das Programm axe-core, das Seiten auf Barrierefreiheit prüft."""
    version, abdruck = AXE
    datei = gemeinsam / "axe.min.js"
    with _allein(gemeinsam / "axe"):
        if not datei.exists():
            datei.write_bytes(_axe_aus(os.environ.get("KOOPERATIONSVERTRAG_AXE"), gemeinsam))
    inhalt = datei.read_bytes()
    if hashlib.sha256(inhalt).hexdigest() != abdruck:
        datei.unlink()
        fehlt(f"axe-core ist nicht die erwartete Version {version}.")
    return inhalt.decode()


def _axe_aus(quelle: str | None, ordner: Path) -> bytes:
    ort = Path(quelle) if quelle else _hole_mit_npm(f"axe-core@{AXE[0]}", ordner)
    try:
        if ort.is_dir():
            return (ort / "axe.min.js").read_bytes()
        with tarfile.open(ort) as archiv:
            datei = archiv.extractfile("package/axe.min.js")
            assert datei
            return datei.read()
    except (OSError, KeyError, tarfile.TarError):
        fehlt(f"{ort} enthält nicht das Paket axe-core.")


def _hole_mit_npm(paket: str, ordner: Path) -> Path:
    npm = shutil.which("npm")
    if npm is None:
        fehlt("npm ist nicht installiert.")
    befehl = [npm, "pack", paket, "--pack-destination", str(ordner)]
    lauf = subprocess.run(befehl, capture_output=True, text=True, timeout=300, check=False)
    gefunden = sorted(ordner.glob("axe-core-*.tgz"))
    if lauf.returncode or not gefunden:
        fehlt(f"npm konnte {paket} nicht holen.")
    return gefunden[0]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Ein Chromium ohne Bildschirm."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        fehlt("Das Paket playwright ist nicht installiert (Extra „browser“).")
    programm = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if programm is None:
        fehlt("Chromium ist nicht installiert.")
    with sync_playwright() as laufend:
        browser = laufend.chromium.launch(executable_path=programm, args=list(SCHALTER))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def geladen(chromium: Browser, rechnerdatei: Path) -> Iterator[Page]:
    """Der geöffnete Rechner, ohne Netz; alle Tests benutzen dasselbe Fenster."""
    kontext = chromium.new_context(
        accept_downloads=True, offline=True, locale="de-DE", viewport={"width": 1200, "height": 900}
    )
    seite = kontext.new_page()
    seite.goto(rechnerdatei.as_uri())
    seite.wait_for_selector("html[data-bereit]", timeout=WARTEZEIT)
    yield seite
    kontext.close()


def beginne(geladen: Page) -> Page:
    """Setzt den Rechner auf den Anfang: leere Formulare, keine geladenen Entwürfe, breit und hell."""
    geladen.set_viewport_size({"width": 1200, "height": 900})
    geladen.emulate_media(color_scheme="light", media="screen")
    for _ in range(2):  # beim ersten Mal ließe sich noch rückgängig machen, was verschwand
        geladen.evaluate("document.querySelectorAll('[id$=-neu]').forEach((knopf) => knopf.click())")
    while geladen.query_selector(".dateien button"):
        geladen.evaluate("document.querySelector('.dateien button').click()")
    geladen.evaluate("document.querySelector('#ansicht-vergleichen .meldung').replaceChildren()")
    geladen.evaluate("document.querySelector('#ansicht-vergleichen .fehlerliste').hidden = true")
    geladen.evaluate("location.hash = '#start'")
    geladen.wait_for_selector("#ansicht-start:not([hidden])")
    return geladen


@pytest.fixture
def seite(geladen: Page) -> Page:
    """Der Rechner, so wie er sich öffnet."""
    return beginne(geladen)
