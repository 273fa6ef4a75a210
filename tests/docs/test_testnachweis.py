"""Welche Tests eine Regel prüfen, wird aus dem Quelltext der Tests gelesen."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("sphinx", reason="Sphinx ist nicht eingerichtet (Extra „docs“).")

from testnachweis import lies_tests

from beispiele import WURZEL
from kooperationsvertrag.regeln import alle_regeln

RESTMITTEL = "kooperationsvertrag.regeln.restmittel"


def lies(ordner: Path, **dateien: str) -> list[str]:
    """Legt Testdateien an und gibt die Tests, die ``rueckfuehrung`` nennen."""
    tests = ordner / "tests"
    for name, inhalt in dateien.items():
        datei = tests / f"{name}.py"
        datei.parent.mkdir(parents=True, exist_ok=True)
        datei.write_text(inhalt, encoding="utf-8")
    return [str(test) for test in lies_tests(tests).zu(RESTMITTEL, "rueckfuehrung")]


def test_ein_test_der_die_regel_nennt_prueft_sie(tmp_path: Path) -> None:
    inhalt = f"from {RESTMITTEL} import rueckfuehrung\ndef test_a():\n    rueckfuehrung()\ndef test_b():\n    pass\n"
    assert lies(tmp_path, test_x=inhalt) == ["tests/test_x.py::test_a"]


def test_auch_unter_anderem_namen_und_ueber_das_modul(tmp_path: Path) -> None:
    anders = f"from {RESTMITTEL} import rueckfuehrung as r\ndef test_a():\n    r()\n"
    modul = "from kooperationsvertrag.regeln import restmittel\ndef test_b():\n    restmittel.rueckfuehrung()\n"
    assert lies(tmp_path, test_x=anders, test_y=modul) == ["tests/test_x.py::test_a", "tests/test_y.py::test_b"]


def test_auch_ueber_hilfen_angaben_und_tabellen_der_tests(tmp_path: Path) -> None:
    hilfe = f"from {RESTMITTEL} import rueckfuehrung\ndef geteilt():\n    return rueckfuehrung()\n"
    fremd = "from hilfe import geteilt\ndef test_a():\n    geteilt()\n"
    eigen = f"from {RESTMITTEL} import rueckfuehrung\nFAELLE = [rueckfuehrung]\ndef test_b():\n    FAELLE[0]()\n"
    angabe = (
        f"from {RESTMITTEL} import rueckfuehrung\ndef geld():\n    rueckfuehrung()\ndef test_c(geld):\n    geld()\n"
    )
    assert lies(tmp_path, hilfe=hilfe, test_x=fremd, test_y=eigen, test_z=angabe) == [
        "tests/test_x.py::test_a",
        "tests/test_y.py::test_b",
        "tests/test_z.py::test_c",
    ]


def test_was_nur_die_bibliothek_aufruft_zaehlt_nicht(tmp_path: Path) -> None:
    inhalt = "from kooperationsvertrag import abrechnung\ndef test_a():\n    abrechnung()\n"
    assert lies(tmp_path, test_x=inhalt) == []


def test_eine_eigene_funktion_gleichen_namens_ist_nicht_die_regel(tmp_path: Path) -> None:
    inhalt = "def rueckfuehrung():\n    pass\ndef test_a():\n    rueckfuehrung()\n"
    assert lies(tmp_path, test_x=inhalt) == []


def test_ein_test_findet_sich_unter_datei_und_name(tmp_path: Path) -> None:
    lies(tmp_path, **{"regeln/test_x": "def test_a():\n    pass\n"})
    verzeichnis = lies_tests(tmp_path / "tests")
    assert verzeichnis.test("tests/regeln/test_x.py::test_a") is not None
    assert verzeichnis.test("tests/regeln/test_x.py::test_b") is None


def test_geprueft_ist_eine_regel_nur_in_der_datei_ihres_moduls(tmp_path: Path) -> None:
    inhalt = f"from {RESTMITTEL} import rueckfuehrung\ndef test_a():\n    rueckfuehrung()\n"
    lies(tmp_path, **{"regeln/test_restmittel": inhalt, "ablauf/test_abrechnung": inhalt})
    tests = lies_tests(tmp_path / "tests")
    assert [test.datei for test in tests.pruefende(RESTMITTEL, "rueckfuehrung")] == ["tests/regeln/test_restmittel.py"]
    assert [test.datei for test in tests.benutzende(RESTMITTEL, "rueckfuehrung")] == ["tests/ablauf/test_abrechnung.py"]


def test_wer_nur_die_vollstaendigkeit_prueft_zaehlt_nicht(tmp_path: Path) -> None:
    inhalt = f"from {RESTMITTEL} import rueckfuehrung\ndef test_a():\n    rueckfuehrung()\n"
    assert lies(tmp_path, **{"docs/test_x": inhalt, "test_projekt": inhalt}) == []
    assert lies_tests(tmp_path / "tests").test("tests/docs/test_x.py::test_a") is not None


def test_der_erste_satz_des_docstrings_beschreibt_den_test(tmp_path: Path) -> None:
    inhalt = 'def test_a():\n    """Am 1. April beigetreten.\n\n    Mehr.\n    """\ndef test_b():\n    pass\n'
    lies(tmp_path, test_x=inhalt)
    tests = lies_tests(tmp_path / "tests")
    assert [test.beschreibung for test in sorted(tests.genannt)] == ["Am 1. April beigetreten.", ""]


def test_jede_regel_hat_einen_test_in_der_datei_ihres_moduls() -> None:
    tests = lies_tests(WURZEL / "tests")
    assert [regel.name for regel in alle_regeln() if not tests.pruefende(regel.modul, regel.name)] == []
