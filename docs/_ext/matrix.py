"""Matrix: jeder Satz gegen Regel, Test und Frage."""

from __future__ import annotations

from collections.abc import Iterator

from auszeichnung import anzahl, ausklappbar, regelverweis, tabelle, verweis, verweise
from gegenstaende import GEGENSTAENDE, Gegenstand, saetze, satztitel
from testnachweis import Nachweis, Nachweise
from vertragsseiten import fuehrender_satz

from kooperationsvertrag.darstellung.normen import UMSETZUNG
from kooperationsvertrag.norm import Norm, Umsetzung
from kooperationsvertrag.regeln import alle_regeln, regeln_zu
from kooperationsvertrag.vertrag.fragen import FRAGEN
from kooperationsvertrag.vertrag.normen import NORMEN


def matrixseite(tests: Nachweise) -> str:
    """Setzt die Seite mit der Matrix, je Gegenstand eine Tabelle.

    Args:
        tests: Die Tests des Projekts.
    """
    teile = ["# Matrix: Satz, Regel, Test, Frage", _zusammenfassung(tests)]
    for gegenstand in GEGENSTAENDE:
        zeilen = [
            (
                f"{verweis(norm)} {satztitel(norm.kennung)}",
                _regeln(norm, tests),
                _tests(norm, tests),
                verweise(norm.fragen),
            )
            for norm in saetze(gegenstand)
        ]
        teile += [
            f"## {gegenstand.titel}",
            tabelle(("Satz", "Regeln (Tests)", "Tests", "Fragen"), zeilen, breiten="26 44 12 18", klasse="gestapelt"),
            *_testtabelle(gegenstand, tests),
        ]
    return "\n\n".join(teile) + "\n"


def _testtabelle(gegenstand: Gegenstand, tests: Nachweise) -> Iterator[str]:
    """Setzt die Tests je Regel; jede Regel steht bei dem Satz, bei dem sie ausgeschrieben ist."""
    zeilen = [
        (
            verweise(regel.normen),
            regelverweis(regel),
            "\n\n".join(f"`{test}`" for test in tests.zu(regel.modul, regel.name)),
        )
        for norm in saetze(gegenstand)
        for regel in regeln_zu(norm)
        if fuehrender_satz(regel) is norm
    ]
    if zeilen:
        inhalt = tabelle(("Sätze", "Regel", "Tests"), zeilen, breiten="14 30 56", klasse="gestapelt")
        yield ausklappbar(f"Die Tests zu: {gegenstand.titel}", inhalt)


def _zusammenfassung(tests: Nachweise) -> str:
    pruefende = {test for regel in alle_regeln() for test in tests.zu(regel.modul, regel.name)}
    mit_regel = [norm for norm in NORMEN if regeln_zu(norm)]
    return (
        f"{len(NORMEN)} Sätze; {len(mit_regel)} davon stützen {anzahl(len(alle_regeln()), 'Regel', 'Regeln')}, und "
        f"{anzahl(len(pruefende), 'Test nennt', 'Tests nennen')} wenigstens eine davon. {len(FRAGEN)} Fragen sind "
        "offen. Hinter jeder Regel steht, wie viele Tests sie unmittelbar prüfen. Fehlte einem Satz die Seite oder "
        "einer Regel der Test, so ließe sich diese Dokumentation nicht bauen."
    )


def _regeln(norm: Norm, tests: Nachweise) -> str:
    regeln = regeln_zu(norm)
    if not regeln:
        return "als Angabe" if norm.umsetzung is Umsetzung.DATEN else UMSETZUNG[Umsetzung.KEINE].partition(";")[0]
    return ", ".join(f"{regelverweis(regel)} ({len(tests.zu(regel.modul, regel.name))})" for regel in regeln)


def _tests(norm: Norm, tests: Nachweise) -> str:
    pruefende: set[Nachweis] = {test for regel in regeln_zu(norm) for test in tests.zu(regel.modul, regel.name)}
    return str(len(pruefende)) if pruefende else "–"
