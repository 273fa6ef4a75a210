"""Wie lange die Hauptsache dauert; zur Kenntnis, nicht als Schranke.

Der gewöhnliche Testlauf überspringt diese Messungen. Gemessen wird mit ``pytest --benchmark-only -o addopts=``.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
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
    stand,
)
from kooperationsvertrag.ablauf.ereignis import AusgabeGebucht
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


@pytest.mark.parametrize("anzahl", [10**2, 10**3, 10**4])
def test_stand_an_einem_tag(benchmark: BenchmarkFixture, anzahl: int) -> None:
    """Die Zeit je Ereignis bleibt gleich: Verglichen werden die drei Zeilen der Tabelle."""
    buchungen = [
        AusgabeGebucht(
            datum=date(2018 + nummer % 2, 1, 1) + timedelta(days=nummer * 37 % 360),
            jahr=2018 + nummer % 2,
            bezeichnung=f"Beleg {nummer}",
            betrag=Geldbetrag(100 + nummer % 7),
        )
        for nummer in range(anzahl)
    ]
    gesehen = benchmark(stand, BERICHT_2017, buchungen, date(2020, 6, 1))
    assert len(gesehen.akte.ereignisse) == anzahl


def test_bibliothek_laden(benchmark: BenchmarkFixture) -> None:
    benchmark(subprocess.run, [sys.executable, "-c", "import kooperationsvertrag"], check=True)
