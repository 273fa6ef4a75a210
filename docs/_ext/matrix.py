"""Matrix: jeder Satz gegen Regel, Test und Frage."""

from __future__ import annotations

from collections.abc import Iterator

from angaben import angaben_zu
from auszeichnung import anzahl, ausklappbar, regelverweis, tabelle, verweis, verweise
from gegenstaende import GEGENSTAENDE, Gegenstand, saetze, satztitel
from regelabschnitt import liste_der_tests
from satznachweis import angabentests, registertests, satznachweis
from testnachweis import Nachweise
from vertragsseiten import REGISTERTESTS, fuehrender_satz

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
                _umsetzung(norm, tests),
                _tests(norm, tests),
                verweise(norm.fragen),
            )
            for norm in saetze(gegenstand)
        ]
        kopf = ("Satz", "Regeln und Angaben (Tests)", "Tests", "Fragen")
        teile += [
            f"## {gegenstand.titel}",
            tabelle(kopf, zeilen, breiten="26 44 12 18", klasse="gestapelt"),
            *_testtabelle(gegenstand, tests),
        ]
    return "\n\n".join([*teile, *_registertests(tests)]) + "\n"


def _registertests(tests: Nachweise) -> Iterator[str]:
    yield f"({REGISTERTESTS})=\n## Tests des Registers"
    yield (
        "Diese Tests gehen jeden Satz durch: ob er im Register steht, an seiner Stelle, eingeordnet, mit Stichwort und "
        "Fingerabdruck. Die Tests, die das Register mit den Quellen vergleichen, laufen nur, wo diese vorliegen; im "
        "Projekt stehen sie nicht."
    )
    yield liste_der_tests(registertests(tests))


def _testtabelle(gegenstand: Gegenstand, tests: Nachweise) -> Iterator[str]:
    """Setzt die Tests je Regel; jede Regel steht bei dem Satz, bei dem sie ausgeschrieben ist."""
    zeilen = [
        (
            verweise(regel.normen),
            regelverweis(regel),
            liste_der_tests(tests.pruefende(regel.modul, regel.name)),
        )
        for norm in saetze(gegenstand)
        for regel in regeln_zu(norm)
        if fuehrender_satz(regel) is norm
    ]
    if zeilen:
        inhalt = tabelle(("Sätze", "Regel", "Tests"), zeilen, breiten="14 30 56", klasse="gestapelt")
        yield ausklappbar(f"Die Tests zu: {gegenstand.titel}", inhalt)


def _zusammenfassung(tests: Nachweise) -> str:
    pruefende = {test for regel in alle_regeln() for test in tests.pruefende(regel.modul, regel.name)}
    mit_regel = [norm for norm in NORMEN if regeln_zu(norm)]
    return (
        f"{len(NORMEN)} Sätze; {len(mit_regel)} davon stützen {anzahl(len(alle_regeln()), 'Regel', 'Regeln')}, und "
        f"{anzahl(len(pruefende), 'Test prüft', 'Tests prüfen')} diese Regeln. {len(FRAGEN)} Fragen sind offen. Hinter "
        "jeder Regel und Angabe steht, wie viele Tests sie unmittelbar prüfen. In der Spalte „Tests“ stehen die "
        "Tests seiner Regeln und Angaben und, hinter dem Plus oder allein, die "
        f"[{anzahl(len(registertests(tests)), 'Test', 'Tests')} des Registers](#{REGISTERTESTS}), die jeden Satz "
        "prüfen. Fehlte einem Satz die Seite oder der Test, so ließe sich diese Dokumentation nicht bauen."
    )


def _umsetzung(norm: Norm, tests: Nachweise) -> str:
    teile = [f"{regelverweis(regel)} ({len(tests.pruefende(regel.modul, regel.name))})" for regel in regeln_zu(norm)]
    teile += [
        f"{{data}}`{angabe.name} <{angabe.modul}.{angabe.name}>` ({len(angabentests(angabe, tests))})"
        for angabe in angaben_zu(norm)
    ]
    return ", ".join(teile) or ("im Register" if norm.umsetzung is Umsetzung.DATEN else "nichts auszuführen")


def _tests(norm: Norm, tests: Nachweise) -> str:
    """Erst die Tests seiner Regeln und Angaben, dann die des Registers."""
    nachweis = satznachweis(norm, tests)
    eigene = len({*nachweis.regeln, *nachweis.angaben})
    return f"{eigene} + {len(nachweis.register)}" if eigene else str(len(nachweis.register))
