"""Das Projekt hält, was es von sich sagt: Befehle, Dateien, Docstrings, Register, Abhängigkeiten."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

import kooperationsvertrag
from kooperationsvertrag import ablauf, aufteilung, auslegung, fall, geld, herleitung, norm, regeln, revision, vertrag
from kooperationsvertrag.norm import Festlegung, Norm, Regel, Umsetzung, regel_von
from kooperationsvertrag.regeln import alle_regeln, regeln_zu
from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
from kooperationsvertrag.vertrag.normen import NORMEN

WURZEL = Path(__file__).resolve().parents[1]
PAKET = Path(kooperationsvertrag.__file__).parent


def _lies(*teile: str) -> str:
    return WURZEL.joinpath(*teile).read_text(encoding="utf-8")


# Dateien und Befehle


@pytest.mark.parametrize(
    "name",
    [
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        ".gitignore",
        ".ci/run",
        "docs/index.md",
        "examples/README.md",
    ],
)
def test_datei_liegt_vor_und_ist_nicht_leer(name: str) -> None:
    assert _lies(name).strip()


def _einzeiler(text: str) -> list[str]:
    return re.findall(r"^ *(python3 -m venv \.venv && .*)$", text, flags=re.MULTILINE)


def test_die_pruefung_fuehrt_die_beiden_befehle_der_readme_woertlich_aus() -> None:
    befehle = _einzeiler(_lies("README.md"))

    assert befehle == [
        "python3 -m venv .venv && .venv/bin/pip install . && "
        ".venv/bin/kooperationsvertrag abrechnen examples/haushaltsjahr-2018.toml",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest",
    ]
    assert _einzeiler(_lies(".ci", "run")) == befehle


def test_die_readme_zeigt_die_ausgabe_des_programms() -> None:
    ausgabe = _lies("examples", "erwartet", "haushaltsjahr-2018.txt")
    gezeigt = re.findall(r"^```text\n(.*?)^```", _lies("README.md"), flags=re.MULTILINE | re.DOTALL)

    assert gezeigt
    assert [stueck for stueck in gezeigt if stueck not in ausgabe] == []


def test_das_python_beispiel_der_readme_rechnet_was_dort_steht() -> None:
    (programm,) = re.findall(r"^```python\n(.*?)^```", _lies("README.md"), flags=re.MULTILINE | re.DOTALL)
    erwartet = "".join(f"{zeile}\n" for zeile in re.findall(r"# -> (.*)", programm))

    lauf = subprocess.run([sys.executable, "-X", "utf8", "-c", programm], capture_output=True, check=True)

    assert erwartet
    assert lauf.stdout.decode().replace("\r\n", "\n") == erwartet


def test_das_aenderungsverzeichnis_beginnt_mit_der_version() -> None:
    (erste, *_) = re.findall(r"^## (\S+) – \d{4}-\d{2}-\d{2}$", _lies("CHANGELOG.md"), flags=re.MULTILINE)

    assert erste == tomllib.loads(_lies("pyproject.toml"))["project"]["version"] == version("kooperationsvertrag")


@pytest.mark.parametrize(
    "alles", ["", "; [getattr(kooperationsvertrag, name) for name in kooperationsvertrag.__all__]"]
)
def test_das_laden_der_bibliothek_braucht_nur_die_standardbibliothek_und_attrs(alles: str) -> None:
    programm = (
        f"import sys; vorher = set(sys.modules); import kooperationsvertrag{alles}; "
        "print(*sorted(set(sys.modules) - vorher))"
    )

    geladen = subprocess.run(
        [sys.executable, "-c", programm], capture_output=True, check=True, text=True
    ).stdout.split()
    fremde = {name.partition(".")[0] for name in geladen} - sys.stdlib_module_names

    assert "kooperationsvertrag" in fremde
    assert fremde <= {"kooperationsvertrag", "attr", "attrs"}
    assert "tomllib" not in geladen
    assert [name for name in geladen if name.startswith(("kooperationsvertrag.cli", "kooperationsvertrag.fall"))] == []


def test_die_bibliothek_kennt_ihre_namen_und_keine_anderen() -> None:
    assert set(kooperationsvertrag.__all__) <= set(dir(kooperationsvertrag))
    assert all(getattr(kooperationsvertrag, name) is not None for name in kooperationsvertrag.__all__)
    with pytest.raises(AttributeError, match="gibt_es_nicht"):
        kooperationsvertrag.gibt_es_nicht  # type: ignore[attr-defined]  # noqa: B018  # gerade das soll scheitern


# Docstrings

KERN: tuple[ModuleType, ...] = (
    geld,
    aufteilung,
    auslegung,
    norm,
    herleitung,
    vertrag,
    regeln,
    ablauf,
    revision,
    fall,
)


def _kernmodule() -> Iterator[ModuleType]:
    for oben in KERN:
        yield oben
        for eintrag in pkgutil.iter_modules(getattr(oben, "__path__", [])):
            yield importlib.import_module(f"{oben.__name__}.{eintrag.name}")


def _ist_eigen(wert: object, modul: ModuleType) -> bool:
    return getattr(wert, "__module__", "") == modul.__name__


FUNKTIONEN: dict[str, Callable[..., object]] = {
    f"{modul.__name__}.{name}": wert
    for modul in _kernmodule()
    for name, wert in vars(modul).items()
    if inspect.isfunction(wert) and _ist_eigen(wert, modul) and not name.startswith("_")
}

KLASSEN: dict[str, type] = {
    f"{modul.__name__}.{name}": wert
    for modul in _kernmodule()
    for name, wert in vars(modul).items()
    if inspect.isclass(wert) and _ist_eigen(wert, modul) and not name.startswith("_")
}

METHODEN = {
    f"{klasse}.{name}": glied
    for klasse, art in KLASSEN.items()
    for name, glied in vars(art).items()
    if not name.startswith("_") and isinstance(glied, (classmethod, staticmethod, property)) | inspect.isfunction(glied)
}

ENGLISCH = re.compile(r"\b(the|and|of|returns?|this|with|for|is|are|given)\b")


def _ist_deutscher_satz(satz: str) -> bool:
    return bool(re.fullmatch(r"[A-ZÄÖÜ„].*\.", satz)) and not ENGLISCH.search(satz)


def test_jeder_oeffentliche_name_ist_mit_einem_deutschen_satz_beschrieben() -> None:
    erste_saetze = {
        name: (inspect.getdoc(wert) or "").partition("\n")[0]
        for name, wert in {**FUNKTIONEN, **KLASSEN, **METHODEN}.items()
    }

    assert {name: satz for name, satz in erste_saetze.items() if not _ist_deutscher_satz(satz)} == {}


def _abschnitt(docstring: str, name: str) -> str:
    """Die eingerückten Zeilen unter einer Überschrift wie `Args:`."""
    gefunden = re.search(rf"^{name}:\n((?:(?:    .*)?\n)+)", f"{docstring}\n", flags=re.MULTILINE)
    return gefunden[1] if gefunden else ""


def _fehlt_im_docstring(funktion: Callable[..., object]) -> Iterator[str]:
    docstring, signatur = inspect.getdoc(funktion) or "", inspect.signature(funktion)
    beschrieben = re.findall(r"^    (\w+):", _abschnitt(docstring, "Args"), flags=re.MULTILINE)
    ungenutzte = {name for name in signatur.parameters if name.startswith("_")}
    yield from [f"Args: {name}" for name in signatur.parameters if name not in {*beschrieben, *ungenutzte}]
    if signatur.return_annotation != "None" and not _abschnitt(docstring, "Returns") + _abschnitt(docstring, "Yields"):
        yield "Returns:"
    if ">>> " not in docstring:
        yield "Beispiel"


def test_jede_oeffentliche_funktion_nennt_angaben_und_ergebnis_und_zeigt_ein_beispiel() -> None:
    fehlt = {name: list(_fehlt_im_docstring(funktion)) for name, funktion in FUNKTIONEN.items()}

    assert {name: teile for name, teile in fehlt.items() if teile} == {}


def _felder_ohne_docstring(modul: Path) -> Iterator[str]:
    for klasse in ast.walk(ast.parse(modul.read_text(encoding="utf-8"))):
        if not isinstance(klasse, ast.ClassDef) or klasse.name.startswith("_"):
            continue
        for feld, danach in zip(klasse.body, [*klasse.body[1:], None], strict=True):
            if isinstance(feld, ast.AnnAssign) and isinstance(feld.target, ast.Name):
                beschrieben = isinstance(danach, ast.Expr) and isinstance(danach.value, ast.Constant)
                if not beschrieben and not feld.target.id.startswith("_"):
                    yield f"{klasse.name}.{feld.target.id}"


def test_unter_jedem_feld_steht_was_es_ist() -> None:
    assert [feld for modul in sorted(PAKET.rglob("*.py")) for feld in _felder_ohne_docstring(modul)] == []


REGELN = {name: funktion for name, funktion in FUNKTIONEN.items() if regel_von(funktion)}


@pytest.mark.parametrize("name", REGELN)
def test_regel_nennt_quelle_beispiel_angaben_und_ergebnis(name: str) -> None:
    docstring = inspect.getdoc(REGELN[name]) or ""

    assert [teil for teil in ("Args:", "Returns:", "Quelle:", ">>> ") if teil not in docstring] == []


@pytest.mark.parametrize("name", REGELN)
def test_regel_nennt_in_quelle_die_saetze_die_ihr_angeheftet_sind(name: str) -> None:
    quelle = re.search(r"^Quelle:\n((?:    .*\n?)+)", inspect.getdoc(REGELN[name]) or "", flags=re.MULTILINE)
    regel = regel_von(REGELN[name])

    assert quelle
    assert regel
    assert any(norm.kennung.partition("-")[2] in quelle[1] for norm in regel.normen), quelle[1]


def test_jedes_modul_steht_in_der_referenz() -> None:
    seiten = "".join(seite.read_text(encoding="utf-8") for seite in (WURZEL / "docs" / "referenz").glob("*.rst"))
    beschrieben = set(re.findall(r"^\.\. automodule:: (\S+)$", seiten, flags=re.MULTILINE))

    pakete = {modul.__name__ for modul in KERN if hasattr(modul, "__path__")}
    assert {modul.__name__ for modul in _kernmodule()} - pakete - beschrieben == set()


# Register


def test_alle_regeln_findet_jede_regel() -> None:
    assert {f"{regel.modul}.{regel.name}" for regel in alle_regeln()} == set(REGELN)


@pytest.mark.parametrize(
    "norm", [norm for norm in NORMEN if norm.umsetzung is Umsetzung.REGEL], ids=lambda n: n.kennung
)
def test_jeder_satz_der_eine_regel_verlangt_hat_eine(norm: Norm) -> None:
    assert regeln_zu(norm)


@pytest.mark.parametrize("regel", alle_regeln(), ids=lambda regel: regel.name)
def test_regel_beruht_auf_saetzen_und_festlegungen_des_registers(regel: Regel) -> None:
    assert regel.normen
    assert set(regel.normen) <= set(NORMEN)
    assert set(regel.festlegungen) <= set(FESTLEGUNGEN)


def test_saetze_ohne_rechtsfolge_haben_keine_regel() -> None:
    assert [norm.kennung for norm in NORMEN if norm.umsetzung is Umsetzung.KEINE and regeln_zu(norm)] == []


def test_festlegungen_sind_fortlaufend_nummeriert() -> None:
    erwartet = [f"FL-{nummer:02}" for nummer in range(1, len(FESTLEGUNGEN) + 1)]
    assert [festlegung.kennung for festlegung in FESTLEGUNGEN] == erwartet


@pytest.mark.parametrize("festlegung", FESTLEGUNGEN, ids=lambda festlegung: festlegung.kennung)
def test_festlegung_gehoert_zu_einer_regel_oder_ist_anderswo_genannt(festlegung: Festlegung) -> None:
    an_regeln = any(festlegung in regel.festlegungen for regel in alle_regeln())
    andere_texte = [pfad.read_text(encoding="utf-8") for pfad in PAKET.rglob("*.py") if pfad.stem != "festlegungen"]

    assert an_regeln or any(festlegung.kennung in text for text in andere_texte)
