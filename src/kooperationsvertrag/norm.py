"""Norm und Regel: welcher Satz der Quelle hinter einer Funktion steht.

Eine :class:`Norm` ist ein Satz der Quelle in eigenen Worten, mit Fundstelle. :func:`regel` heftet einer Funktion
die Normen an, die sie umsetzt, und gibt sie sonst unverändert zurück. Ein :class:`Befund` ist eine Feststellung
mit ihren Sätzen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import ParamSpec, TypeVar

from attrs import field, frozen

P = ParamSpec("P")
R = TypeVar("R")


class Normart(StrEnum):
    """Was ein Satz tut."""

    DEFINITION = "definition"
    PFLICHT = "pflicht"
    BEFUGNIS = "befugnis"
    ERLAUBNIS = "erlaubnis"
    AUSSCHLUSS = "ausschluss"
    BEDINGUNG = "bedingung"
    PARAMETER = "parameter"
    FRIST = "frist"
    PROGRAMM = "programm"
    TATSACHE = "tatsache"


class Normstatus(StrEnum):
    """Was für eine Quelle hinter dem Satz steht."""

    BERICHTETER_ENTWURF_2017 = "berichteter_entwurf_2017"
    AUSSAGE_2023 = "aussage_2023"


class Umsetzung(StrEnum):
    """Wie die Bibliothek den Satz umsetzt."""

    REGEL = "regel"
    """Durch eine Funktion."""
    DATEN = "daten"
    """Durch typisierte Angaben, die Regeln und Dokumentation verwenden."""
    KEINE = "keine"
    """Gar nicht: der Satz regelt nichts, was sich ausführen ließe."""


@frozen(eq=False)
class Fundstelle:
    """Wo ein Satz steht, ohne seinen Wortlaut.

    Der Fingerabdruck gilt für den Satz ohne Leerraum, Striche und Steuerzeichen (Unicode NFKC).
    """

    dokument: str
    """Bezeichnung des Dokuments."""
    ueberschrift: str
    """Überschrift, unter der der Satz steht."""
    satz: int
    """Nummer des Satzes unter dieser Überschrift."""
    stichwort: str
    """Höchstens fünf Wörter, an denen der Satz zu finden ist."""
    abstand: int
    """Zeichen des bereinigten Satzes vor dem Stichwort."""
    laenge: int
    """Länge des bereinigten Satzes in Zeichen."""
    sha256: str
    """SHA-256 des bereinigten Satzes (UTF-8)."""


@frozen(eq=False)
class Norm:
    """Ein Satz der Quelle, in eigenen Worten. Jeder steht genau einmal im Register."""

    kennung: str
    """Kennung, zum Beispiel ``17-F8``."""
    arten: tuple[Normart, ...]
    """Was der Satz tut; mindestens eine Art."""
    traeger: str
    """Wen der Satz verpflichtet, ermächtigt oder beschreibt; leer, wenn niemanden."""
    gegenueber: str
    """Wem gegenüber; leer, wenn niemandem."""
    inhalt: str
    """Inhalt in eigenen Worten."""
    fundstelle: Fundstelle
    """Wo der Satz steht."""
    status: Normstatus
    """Berichteter Entwurf oder mündliche Aussage."""
    umsetzung: Umsetzung
    """Ob der Satz durch eine Regel, durch Daten oder nicht umgesetzt ist."""
    fragen: tuple[str, ...] = ()
    """Kennungen der offenen Fragen, die der Satz aufwirft."""
    bedingung: str = ""
    """Wovon die Rechtsfolge abhängt; leer, wenn von nichts."""
    zeit: str = ""
    """Wann; leer, wenn der Satz keine Zeit nennt."""


@frozen(eq=False)
class Festlegung:
    """Was diese Bibliothek selbst entschieden hat, wo niemand gefragt wird."""

    kennung: str
    """Kennung, zum Beispiel ``FL-01``."""
    frage: str
    """Was zu entscheiden war."""
    wahl: str
    """Wie entschieden ist."""
    grund: str
    """Warum."""
    folge: str
    """Was anders wäre, wäre anders entschieden."""


@frozen
class Regel:
    """Was eine Funktion umsetzt."""

    name: str
    """Name der Funktion."""
    modul: str
    """Name des Moduls, in dem sie steht."""
    satz: str
    """Was sie tut, in einem Satz."""
    normen: tuple[Norm, ...]
    """Die Sätze der Quelle, die sie umsetzt."""
    festlegungen: tuple[Festlegung, ...]
    """Die eigenen Entscheidungen, auf denen sie außerdem beruht."""


def regel(*gruende: Norm | Festlegung) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Heftet einer Funktion die Sätze und Festlegungen an, die sie umsetzt.

    Args:
        gruende: Normen des Registers und Festlegungen.

    Returns:
        Ein Dekorator, der die Funktion unverändert zurückgibt.

    >>> @regel()
    ... def haelfte(cent: int) -> int:
    ...     return cent // 2
    >>> haelfte(6), regel_von(haelfte).name
    (3, 'haelfte')
    """

    def hefte_an(funktion: Callable[P, R]) -> Callable[P, R]:
        funktion.__regel__ = Regel(  # type: ignore[attr-defined]  # Funktionen haben keine festen Attribute
            name=funktion.__name__,
            modul=funktion.__module__,
            satz=(funktion.__doc__ or "").strip().partition("\n")[0],
            normen=tuple([grund for grund in gruende if isinstance(grund, Norm)]),
            festlegungen=tuple([grund for grund in gruende if isinstance(grund, Festlegung)]),
        )
        return funktion

    return hefte_an


def regel_von(funktion: object) -> Regel | None:
    """Gibt, was eine Funktion umsetzt, oder nichts, wenn sie keine Regel ist.

    Args:
        funktion: Die Funktion.

    Returns:
        Name, Satz, Normen und Festlegungen der Regel; nichts, wenn ihr nichts angeheftet ist.

    >>> regel_von(len) is None
    True
    """
    angeheftet = getattr(funktion, "__regel__", None)
    return angeheftet if isinstance(angeheftet, Regel) else None


class Schwere(StrEnum):
    """Wie ernst ein Befund ist."""

    HINWEIS = "hinweis"
    WARNUNG = "warnung"
    VERSTOSS = "verstoss"


@frozen
class Befund:
    """Eine Feststellung zu einem Sachverhalt, mit den Sätzen, auf denen sie beruht."""

    kennung: str
    """Was festgestellt ist, als fester Name."""
    schwere: Schwere
    """Hinweis, Warnung oder Verstoß."""
    text: str
    """Die Feststellung für Menschen."""
    normen: tuple[Norm, ...] = field(default=(), repr=lambda normen: str([norm.kennung for norm in normen]))
    """Die Sätze, auf denen sie beruht."""


def nach_schwere(befunde: Iterable[Befund]) -> tuple[Befund, ...]:
    """Ordnet Befunde: Verstöße zuerst, dann Warnungen, dann Hinweise; sonst bleibt die Reihenfolge.

    Args:
        befunde: Die Befunde in beliebiger Reihenfolge.

    Returns:
        Dieselben Befunde, das Schwerste zuerst.

    >>> hinweis, verstoss = Befund("a", Schwere.HINWEIS, "…"), Befund("b", Schwere.VERSTOSS, "…")
    >>> [befund.kennung for befund in nach_schwere([hinweis, verstoss])]
    ['b', 'a']
    """
    return tuple(sorted(befunde, key=_rang))


def _rang(befund: Befund) -> int:
    return -list(Schwere).index(befund.schwere)
