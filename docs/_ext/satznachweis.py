"""Satznachweis: welche Tests einen Satz halten, und was fehlt.

Drei Arten von Tests halten einen Satz: die seiner Regeln, die seiner Angaben und die des Registers, in denen jeder Satz
der Reihe nach geprüft ist.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from angaben import Angabe, angaben_zu
from attrs import frozen
from testnachweis import Nachweis, Nachweise

from kooperationsvertrag.norm import Norm, Regel, Umsetzung
from kooperationsvertrag.regeln import alle_regeln, regeln_zu
from kooperationsvertrag.vertrag import normen

REGISTERTESTS = ("tests/vertrag/test_normen.py", "tests/revision/test_quellenabgleich.py")
"""Die Dateien, deren Tests das Register durchgehen: ob es vollständig ist und ob es zu den Quellen passt."""


@frozen
class Satznachweis:
    """Die Tests, die einen Satz halten."""

    regeln: tuple[Nachweis, ...]
    """Tests der Regeln, die er trägt."""
    angaben: tuple[Nachweis, ...]
    """Tests der Angaben, die auf ihm beruhen."""
    register: tuple[Nachweis, ...]
    """Tests, die jeden Satz des Registers prüfen."""


def registertests(tests: Nachweise) -> tuple[Nachweis, ...]:
    """Gibt die Tests, die das Register Satz für Satz prüfen."""
    return tuple(test for test in tests.zu(normen.__name__, "NORMEN") if test.datei in REGISTERTESTS)


def angabentests(angabe: Angabe, tests: Nachweise) -> tuple[Nachweis, ...]:
    """Gibt die Tests, die eine Angabe prüfen, auch über eine Funktion, die sie wiedergibt."""
    gefunden = {test for name in (angabe.name, *angabe.leser) for test in tests.pruefende(angabe.modul, name)}
    return tuple(sorted(gefunden))


def satznachweis(norm: Norm, tests: Nachweise) -> Satznachweis:
    """Gibt die Tests, die einen Satz halten.

    Args:
        norm: Der Satz.
        tests: Die Tests des Projekts.
    """
    der_regeln = {test for regel in regeln_zu(norm) for test in tests.pruefende(regel.modul, regel.name)}
    der_angaben = {test for angabe in angaben_zu(norm) for test in angabentests(angabe, tests)}
    return Satznachweis(tuple(sorted(der_regeln)), tuple(sorted(der_angaben)), registertests(tests))


def nachweismaengel(
    tests: Nachweise, saetze: Sequence[Norm] = normen.NORMEN, regeln: Sequence[Regel] = ()
) -> Iterator[str]:
    """Nennt jede Regel und jeden Satz, die kein Test hält.

    Args:
        tests: Die Tests des Projekts.
        saetze: Die Sätze, die einen Test brauchen.
        regeln: Die Regeln, die einen Test brauchen; ohne Angabe alle.
    """
    for regel in regeln or alle_regeln():
        if not tests.pruefende(regel.modul, regel.name):
            saetze_der_regel = ", ".join(norm.kennung for norm in regel.normen)
            yield f"Die Regel {regel.modul}.{regel.name} (Satz {saetze_der_regel}) prüft kein Test."
    for norm in saetze:
        nachweis = satznachweis(norm, tests)
        if norm.umsetzung is Umsetzung.REGEL and not nachweis.regeln:
            yield f"Satz {norm.kennung} verlangt eine Regel, und keinen Test gibt es dazu."
        if angaben_zu(norm) and not nachweis.angaben:
            yield f"Die Angaben zu Satz {norm.kennung} prüft kein Test."
        if not nachweis.register:
            yield f"Satz {norm.kennung} prüft kein Test des Registers."
