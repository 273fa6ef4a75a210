"""Tabellen lesen: jede Angabe für sich, und alle Mängel auf einmal mit ihrer Stelle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

import pytest
from attrs import field, frozen
from cattrs import BaseValidationError

from kooperationsvertrag.fall.probleme import MangelError, WiderspruchError
from kooperationsvertrag.fall.tabellen import Auskunft, Leser, fehler_in, lies_datei, maengel, umwandlung
from kooperationsvertrag.fehler import FassungError
from kooperationsvertrag.geld import Geldbetrag


class Farbe(StrEnum):
    ROT = "rot"
    BLAU = "blau"


@frozen
class Posten:
    betrag: Geldbetrag = field()
    farbe: Farbe
    tag: date | None = None
    wer: tuple[str, ...] = ()

    @betrag.validator
    def _nicht_null(self, _feld: object, betrag: Geldbetrag) -> None:
        if not betrag:
            raise FassungError("Der Betrag ist null.")


@frozen
class Datei:
    titel: str
    posten: tuple[Posten, ...] = ()


def ueberschrift(klasse: type) -> str:
    return f"[[{klasse.__name__.lower()}]]"


def leser(klasse: type) -> Mapping[str, Leser]:
    return {"titel": lambda wert, _art: str(wert).upper()} if klasse is Datei else {}


def unbekannt(name: str, klasse: type) -> MangelError:
    return MangelError(f"{klasse.__name__} kennt {name} nicht.", "weglassen")


def beispiel(name: str, klasse: type, art: Iterable[StrEnum]) -> str:
    return f"= {klasse.__name__}.{name}" + ("".join(f" {glied}" for glied in art) if name == "farbe" else "")


UMWANDLUNG = umwandlung(ueberschrift, leser)
AUSKUNFT = Auskunft(ueberschrift, unbekannt, beispiel)


def lies(tabellen: Mapping[str, object]) -> tuple[Datei | None, dict[tuple[str | int, ...], tuple[str, str]]]:
    datei, gefunden = lies_datei(UMWANDLUNG, tabellen, Datei, AUSKUNFT)
    assert len({pfad for pfad, _ in gefunden}) == len(gefunden)
    return datei, {pfad: (mangel.grund, mangel.beispiel) for pfad, mangel in gefunden}


def test_eine_brauchbare_datei() -> None:
    posten = {"betrag": "1.000,50", "farbe": "blau", "tag": date(2018, 1, 2), "wer": [" ihk "]}

    datei, gefunden = lies({"titel": "jahr", "posten": [posten]})

    assert datei == Datei("JAHR", (Posten(Geldbetrag(100_050), Farbe.BLAU, date(2018, 1, 2), ("ihk",)),))
    assert gefunden == {}


def test_jeder_mangel_an_seiner_stelle() -> None:
    posten = [
        {"betrag": "viel", "farbe": "grün", "tag": "heute", "wer": "ihk"},
        {"frabe": "rot", "wer": ["ihk", 5]},
        7,
        {"betrag": 0, "farbe": "rot"},
    ]

    datei, gefunden = lies({"posten": posten, "neu": 1})

    assert datei is None
    assert gefunden == {
        ("titel",): ("Die Angabe fehlt.", "= Datei.titel"),
        ("neu",): ("Datei kennt neu nicht.", "weglassen"),
        ("posten", 0, "betrag"): ("„viel“ ist kein Betrag.", '= "43.417,55"'),
        ("posten", 0, "farbe"): ("„grün“ gibt es hier nicht; möglich ist: „rot“, „blau“.", '= "rot"'),
        ("posten", 0, "tag"): (
            "Hier steht ein Text; ein Tag steht als Jahr-Monat-Tag ohne Anführungszeichen und ohne Uhrzeit.",
            "= 2018-01-15",
        ),
        ("posten", 0, "wer"): ("Hier steht ein Text; erwartet ist eine Liste.", '= ["duesseldorf", "mettmann"]'),
        ("posten", 1, "betrag"): ("Die Angabe fehlt.", "= Posten.betrag"),
        ("posten", 1, "farbe"): ("Die Angabe fehlt.", "= Posten.farbe rot blau"),
        ("posten", 1, "frabe"): ("Posten kennt frabe nicht.", "weglassen"),
        ("posten", 1, "wer", 1): ("Hier steht eine ganze Zahl; erwartet ist ein Text.", '= "…" in Anführungszeichen'),
        ("posten", 2): ("Hier steht eine ganze Zahl; erwartet ist eine Tabelle.", "[[posten]]"),
        ("posten", 3): ("Der Betrag ist null.", "[[posten]]"),
    }


def test_lehnt_ein_datensatz_seine_angaben_ab_so_ist_das_ein_widerspruch() -> None:
    _, [(_, mangel)] = lies_datei(UMWANDLUNG, {"titel": "", "posten": [{"betrag": 0, "farbe": "rot"}]}, Datei, AUSKUNFT)
    assert isinstance(mangel, WiderspruchError)


def test_was_fehlt_nennt_seinen_namen() -> None:
    _, [(_, mangel)] = lies_datei(UMWANDLUNG, {}, Datei, AUSKUNFT)
    assert mangel.fehlt == ("titel",)


def test_eine_tabelle_in_einfachen_klammern_wird_trotzdem_gelesen() -> None:
    _, gefunden = lies({"titel": "", "posten": {"betrag": "viel", "farbe": "rot"}})
    assert gefunden == {
        ("posten",): ("Diese Tabelle steht in doppelten eckigen Klammern.", "[[posten]]"),
        ("posten", "betrag"): ("„viel“ ist kein Betrag.", '= "43.417,55"'),
    }


def test_fehler_einer_tabelle_ohne_sie_zu_verwenden() -> None:
    assert fehler_in(UMWANDLUNG, {"betrag": 1, "farbe": "rot"}, Posten) == ()
    assert len(fehler_in(UMWANDLUNG, {"betrag": "viel"}, Posten)) == 2


def test_maengel_unterhalb_einer_stelle() -> None:
    with pytest.raises(BaseValidationError) as fehler:
        UMWANDLUNG.structure(["ihk", ""], tuple[str, ...])
    [(pfad, mangel)] = maengel(fehler.value, ("regelung", 0), AUSKUNFT)
    assert (pfad, mangel.grund) == (("regelung", 0, 1), "Der Text ist leer.")
