"""Auf den Seiten des Rechners heißt eine Stelle der Falldatei wie im Formular."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from kooperationsvertrag.rechner.aufgaben import Antwort, pruefe_antrag, rechne_ab, zeige_pflichten
from kooperationsvertrag.rechner.bausteine import Liste
from kooperationsvertrag.rechner.eintragen import alle_bausteine
from kooperationsvertrag.rechner.formulare import FALL
from kooperationsvertrag.rechner.stellennamen import EINTRAEGE, mit_stellen_in_worten
from rechner.aufgaben_am_beispiel import AUFGABEN, ENTWURFSDATEIEN, text_von


def _antwort(aufgabe: str, name: str, tag: str) -> Antwort:
    if aufgabe == "pruefen":
        return zeige_pflichten(text_von(name), date.fromisoformat(tag), ENTWURFSDATEIEN)
    return (rechne_ab if aufgabe == "abrechnen" else pruefe_antrag)(text_von(name), ENTWURFSDATEIEN)


def _sichtbar(seite: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", seite.partition("<main>")[2] or seite))


@pytest.mark.parametrize(("aufgabe", "name", "tag"), AUFGABEN)
def test_keine_seite_nennt_eine_stelle_wie_in_der_falldatei(aufgabe: str, name: str, tag: str) -> None:
    antwort = _antwort(aufgabe, name, tag)

    for seite in (antwort.seite, antwort.blatt):
        assert re.findall(r"\w+\[\d+\]\S*", _sichtbar(seite)) == []
        assert re.findall(r"beitritt [a-z-]+\.\S*", _sichtbar(seite)) == []


def test_der_anfangsbestand_heisst_wie_im_formular() -> None:
    seite = rechne_ab(text_von("start-2024-mit-anfangsbestand")).seite.replace("\u00a0", " ")

    assert "Mittel aus 2023 12.000,00 € (Eingabe: 1. Anfangsbestand)" in seite


def test_auch_der_beitrag_eines_beitritts_heisst_wie_im_formular() -> None:
    gewaehlt = 'uebertrag_verbrauch = "aelteste_zuerst"\nuebertrag_rueckfuehrung = "rueckfuehrbar"\n'
    antwort = rechne_ab(text_von("beitritt-zwischen-zwei-jahren").replace("[auslegung]\n", f"[auslegung]\n{gewaehlt}"))

    assert antwort.eindeutig
    assert "30.000,00 € (Eingabe: Beitritt)" in antwort.seite.replace("\u00a0", " ")
    assert "beitritt rhein-kreis-neuss" not in _sichtbar(antwort.seite)


def test_jeder_eintrag_heisst_wie_im_formular() -> None:
    listen = [glied for glied in alle_bausteine(FALL.glieder) if isinstance(glied, Liste)]

    assert {liste.name: liste.einzeln for liste in listen} == dict(EINTRAEGE)


@pytest.mark.parametrize(
    ("stelle", "worte"),
    [
        ("haushaltsjahr[1]", "Eingabe: 2. Haushaltsjahr"),
        ("haushaltsjahr[0].ausgabe[3].betrag", "Eingabe: 1. Haushaltsjahr, Ausgabe 4"),
        ("haushaltsjahr[0].einzahlung[0].betrag;", "Eingabe: 1. Haushaltsjahr, Einzahlung 1;"),
        ("haushaltsjahr[0].verausgabt)", "Eingabe: 1. Haushaltsjahr, Summe der Ausgaben)"),
        ("haushaltsjahr[0].uebertragung.betrag", "Eingabe: 1. Haushaltsjahr, Übertragung"),
        ("ereignis[4].betrag", "Eingabe: 5. Ereignis"),
        ("anfangsbestand[1].schluessel.ihk", "Eingabe: 2. Anfangsbestand"),
        ("(beitritt rhein-kreis-neuss.beitrag)", "(Eingabe: Beitritt)"),
        ("bestand[0]", "Eingabe: 1. Bestand"),
        ("haushaltsjahr[0].geprueft", "Eingabe: 1. Haushaltsjahr, geprueft"),
        ("Satz [1]", "Satz [1]"),
    ],
)
def test_eine_stelle_heisst_nach_ihrem_eintrag(stelle: str, worte: str) -> None:
    assert mit_stellen_in_worten(stelle) == worte
