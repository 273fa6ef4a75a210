"""Jeden Satz hält ein Test; fehlt einer, lässt sich die Dokumentation nicht bauen."""

from __future__ import annotations

import pytest

pytest.importorskip("sphinx", reason="Sphinx ist nicht eingerichtet (Extra „docs“).")
pytest.importorskip("myst_parser", reason="Das Extra „docs“ ist nicht eingerichtet.")

import erzeugte_seiten
from angaben import angaben_zu
from satznachweis import REGISTERTESTS, nachweismaengel, satznachweis
from testnachweis import Nachweise, lies_tests

from beispiele import WURZEL
from kooperationsvertrag.norm import Umsetzung
from kooperationsvertrag.vertrag.normen import (
    GROESSE_DES_BEGLEITGREMIUMS,
    GRUENDUNGSAUFTRAG,
    KERNAUFGABE,
    NORMEN,
    RUECKFUEHRUNG,
    SCHWERPUNKT_REGIONALWIRTSCHAFT,
)


@pytest.fixture(scope="module")
def tests() -> Nachweise:
    """Alle Tests des Projekts."""
    return lies_tests(WURZEL / "tests")


def ohne(tests: Nachweise, *dateien: str) -> Nachweise:
    """Nimmt die Tests einiger Dateien weg."""
    return Nachweise({test: namen for test, namen in tests.genannt.items() if test.datei not in dateien})


def test_so_wie_es_ist_haelt_jeden_satz_ein_test(tests: Nachweise) -> None:
    assert list(nachweismaengel(tests)) == []
    assert all(satznachweis(norm, tests).register for norm in NORMEN)


def test_ein_satz_ohne_test_bricht_das_bauen_ab(tests: Nachweise) -> None:
    zu_wenig = ohne(tests, *REGISTERTESTS)
    assert list(nachweismaengel(zu_wenig, (GRUENDUNGSAUFTRAG,))) == ["Satz 17-A1 prüft kein Test des Registers."]
    assert set(nachweismaengel(zu_wenig)) <= set(erzeugte_seiten.alle_maengel(zu_wenig))


def test_ein_satz_dessen_angaben_kein_test_prueft_ist_ein_mangel(tests: Nachweise) -> None:
    zu_wenig = ohne(tests, "tests/regeln/test_aufgaben.py")
    assert list(nachweismaengel(zu_wenig, (KERNAUFGABE,))) == ["Die Angaben zu Satz 17-U1 prüft kein Test."]


def test_ein_satz_dessen_regeln_kein_test_prueft_ist_ein_mangel(tests: Nachweise) -> None:
    zu_wenig = Nachweise(
        {
            test: namen
            for test, namen in tests.genannt.items()
            if not test.datei.startswith("tests/regeln/") or test.datei == "tests/regeln/test_aufgaben.py"
        }
    )
    maengel = list(nachweismaengel(zu_wenig))
    assert "Satz 17-F8 verlangt eine Regel, und keinen Test gibt es dazu." in maengel
    assert any(
        mangel.startswith("Die Regel kooperationsvertrag.regeln.restmittel.rueckfuehrung ") for mangel in maengel
    )
    assert len([mangel for mangel in maengel if mangel.startswith("Satz ")]) == len(
        [norm for norm in NORMEN if norm.umsetzung is Umsetzung.REGEL]
    )


def test_angaben_beruhen_auf_den_saetzen_die_sie_oder_ihr_docstring_nennen() -> None:
    assert [angabe.name for angabe in angaben_zu(KERNAUFGABE)] == ["AUFGABEN"]
    assert [angabe.name for angabe in angaben_zu(GROESSE_DES_BEGLEITGREMIUMS)] == ["BEGLEITGREMIUM"]
    assert angaben_zu(GRUENDUNGSAUFTRAG) == ()


def test_ein_gleicher_name_an_anderer_stelle_ist_kein_satz() -> None:
    """``Funktion.SCHWERPUNKT_REGIONALWIRTSCHAFT`` heißt wie ein Satz des Registers und ist keiner."""
    assert angaben_zu(SCHWERPUNKT_REGIONALWIRTSCHAFT) == ()


def test_was_die_angaben_wiedergibt_prueft_sie_mit(tests: Nachweise) -> None:
    namen = {test.name for test in satznachweis(KERNAUFGABE, tests).angaben}
    assert "test_leuchtturmprojekte_und_interregionale_kooperation_sind_nur_ein_soll" in namen
    assert satznachweis(RUECKFUEHRUNG, tests).regeln
