"""Was zu kurz kommt, bricht das Bauen der Dokumentation ab."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sphinx", reason="Sphinx ist nicht eingerichtet (Extra „docs“).")
pytest.importorskip("myst_parser", reason="Das Extra „docs“ ist nicht eingerichtet.")

import erzeugte_seiten
import gegenstaende
import glossar
from garantien import GARANTIEN, Garantie
from garantien import maengel as garantiemaengel
from testnachweis import Nachweise, lies_tests

from beispiele import WURZEL
from kooperationsvertrag.vertrag.normen import NORMEN

EINSTELLUNGEN = f"""
import sys
sys.path.insert(0, {str(WURZEL / "docs" / "_ext")!r})
{{eingriff}}
extensions = ["myst_parser", "sphinx_design", "sphinx.ext.autodoc", "befehl", "erzeugte_seiten"]
myst_enable_extensions = ["colon_fence", "deflist"]
suppress_warnings = ["myst", "ref", "toc", "image"]
"""


def baue(ordner: Path, eingriff: str) -> subprocess.CompletedProcess[str]:
    """Baut nur die erzeugten Seiten, nach einem Eingriff in das, woraus sie entstehen."""
    quelle = ordner / "quelle"
    quelle.mkdir()
    (quelle / "conf.py").write_text(EINSTELLUNGEN.format(eingriff=eingriff), encoding="utf-8")
    (quelle / "index.md").write_text("# Probe\n", encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "dummy", str(quelle), str(ordner / "ziel")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_ein_satz_ohne_seite_bricht_das_bauen_ab(tmp_path: Path) -> None:
    lauf = baue(
        tmp_path,
        "import gegenstaende, erzeugte_seiten\n"
        "ohne = tuple(g for g in gegenstaende.GEGENSTAENDE if g.name != 'restmittel')\n"
        "erzeugte_seiten.maengel = lambda: gegenstaende.maengel(ohne)",
    )
    assert lauf.returncode != 0
    assert "Satz 17-F8 steht auf keiner Seite des Vertrags." in lauf.stderr


def test_eine_regel_ohne_test_bricht_das_bauen_ab(tmp_path: Path) -> None:
    lauf = baue(
        tmp_path,
        "import erzeugte_seiten, testnachweis\nerzeugte_seiten.lies_tests = lambda ordner: testnachweis.Nachweise({})",
    )
    assert lauf.returncode != 0
    assert "Die Regel kooperationsvertrag.regeln." in lauf.stderr
    assert "prüft kein Test." in lauf.stderr


def test_eine_garantie_ohne_test_bricht_das_bauen_ab(tmp_path: Path) -> None:
    lauf = baue(
        tmp_path,
        "import garantien\n"
        "garantien.GARANTIEN['cent'] = (garantien.Garantie('Es regnet nie.', ('tests/test_wetter.py::test_regen',)),)",
    )
    assert lauf.returncode != 0
    assert "nennt einen Test, den es nicht gibt" in lauf.stderr
    assert "tests/test_wetter.py::test_regen" in lauf.stderr


def test_so_wie_es_ist_fehlt_nichts() -> None:
    assert list(erzeugte_seiten.alle_maengel(lies_tests(WURZEL / "tests"))) == []


def test_jeder_satz_steht_auf_genau_einer_seite() -> None:
    kennungen = [kennung for gegenstand in gegenstaende.GEGENSTAENDE for kennung in gegenstand.kennungen]
    assert sorted(kennungen) == sorted(norm.kennung for norm in NORMEN)


def test_ein_satz_auf_zwei_seiten_ist_ein_mangel() -> None:
    doppelt = (*gegenstaende.GEGENSTAENDE, gegenstaende.GEGENSTAENDE[0])
    assert "Satz 17-A1 steht auf mehreren Seiten des Vertrags." in list(gegenstaende.maengel(doppelt))


def test_ein_satz_den_es_nicht_gibt_ist_ein_mangel() -> None:
    fremd = gegenstaende.Gegenstand("fremd", "Fremd", "", (("17-X1", "Unbekannt"),))
    assert "Einen Satz 17-X1 gibt es nicht." in list(gegenstaende.maengel((*gegenstaende.GEGENSTAENDE, fremd)))


def test_eine_zusage_ohne_jeden_test_ist_ein_mangel() -> None:
    leer = Garantie("Es regnet nie.", ())
    assert list(garantiemaengel(Nachweise({}), [leer])) == ["Die Garantie „Es regnet nie.“ hält kein Test."]
    assert all(zusagen for zusagen in GARANTIEN.values())


def test_ein_begriff_mit_falschem_bezeichner_ist_ein_mangel() -> None:
    falsch = glossar.Eintrag("Wetter", "Regen.", ("geld.Regen",), ("17-X1",))
    assert list(glossar.maengel((falsch,))) == [
        "Das Glossar nennt bei „Wetter“ einen Satz, den es nicht gibt: 17-X1.",
        "Das Glossar nennt bei „Wetter“ einen Bezeichner, den es nicht gibt: geld.Regen.",
    ]


def test_das_glossar_ist_geordnet() -> None:
    umlaute = str.maketrans({"Ä": "A", "ä": "a", "Ö": "O", "ö": "o", "Ü": "U", "ü": "u", "ß": "s"})
    begriffe = [eintrag.begriff.translate(umlaute).lower() for eintrag in glossar.GLOSSAR]
    assert begriffe == sorted(begriffe)


def test_ein_zweites_schreiben_laesst_unveraenderte_seiten_liegen_und_loescht_alte(tmp_path: Path) -> None:
    erzeugte_seiten.schreibe(tmp_path, {"vertrag/a.md": "eins", "fragen/b.md": "zwei"})
    vorher = (tmp_path / "vertrag" / "a.md").stat().st_mtime_ns
    erzeugte_seiten.schreibe(tmp_path, {"vertrag/a.md": "eins"})
    assert (tmp_path / "vertrag" / "a.md").stat().st_mtime_ns == vorher
    assert not (tmp_path / "fragen" / "b.md").exists()


def test_die_erzeugten_seiten_sind_jedes_mal_dieselben() -> None:
    tests = lies_tests(WURZEL / "tests")
    assert erzeugte_seiten.seiten(tests) == erzeugte_seiten.seiten(tests)
