"""Wie lange die Hauptsache dauert; zur Kenntnis, nicht als Schranke.

Der gewöhnliche Testlauf überspringt diese Messungen. Gemessen wird mit ``pytest --benchmark-only -o addopts=``.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from pytest_benchmark.fixture import BenchmarkFixture

from kooperationsvertrag import (
    BERICHT_2017,
    Aufzeichnung,
    Ausgabe,
    Ausgabenart,
    Geldbetrag,
    Haushaltsjahr,
    Pruefungsergebnis,
    Zahlweise,
    abrechnung,
    begruendung,
    ergebnis,
)
from kooperationsvertrag.herleitung import Mitschrift

JAHR = Haushaltsjahr(
    jahr=2018,
    eingezahlt=Zahlweise.WIE_VEREINBART,
    ausgaben=(Ausgabe("Ausgaben des Jahres", Ausgabenart.NICHT_GEGLIEDERT, Geldbetrag(4_341_755)),),
    planung_erstellt=date(2018, 1, 12),
    abschlussbericht_erstellt=date(2018, 12, 28),
    geprueft=date(2019, 2, 14),
    pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
)
FALL = Aufzeichnung(BERICHT_2017, (JAHR,))


def test_ein_jahr_abrechnen(benchmark: BenchmarkFixture) -> None:
    abgerechnet = benchmark(abrechnung, BERICHT_2017, JAHR)
    assert abgerechnet.rest == Geldbetrag(7_658_245)


def test_ein_jahr_abrechnen_und_mitschreiben(benchmark: BenchmarkFixture) -> None:
    abgerechnet = benchmark(lambda: abrechnung(BERICHT_2017, JAHR, protokoll=Mitschrift()))
    assert abgerechnet.rest == Geldbetrag(7_658_245)


def test_ergebnis_unter_allen_lesarten_mit_spielraum(benchmark: BenchmarkFixture) -> None:
    assert benchmark(ergebnis, FALL).ist_eindeutig


def test_begruendung_eines_jahres(benchmark: BenchmarkFixture) -> None:
    assert benchmark(begruendung, FALL)


def test_bibliothek_laden(benchmark: BenchmarkFixture) -> None:
    benchmark(subprocess.run, [sys.executable, "-c", "import kooperationsvertrag"], check=True)
