"""Auf den Seiten des Rechners heißt eine Lesart wie im Formular."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from beispiele import ANTRAEGE, ENDSTATUS, ORDNER, PRUEFUNGEN
from kooperationsvertrag.rechner.aufgaben import Antwort, pruefe_antrag, rechne_ab, zeige_pflichten
from kooperationsvertrag.rechner.lesartnamen import mit_lesarten_in_worten
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN

ALLE = sorted({str(lesart) for frage in AUSLEGUNGSFRAGEN for lesart in frage})
NAMEN = [name for name in ALLE if "_" in name or name == "additiv"]


def _namen_in(antwort: Antwort) -> list[str]:
    """Welche Namen aus der Falldatei zu lesen sind; ein Wort der Umgangssprache ist einer, wo es in Zeichen steht."""
    assert antwort.seite
    text = unescape(" ".join(re.sub(r"<[^>]*>", " ", antwort.seite).split()))
    sichtbar = text + " ".join(re.findall(r'data-spalte="([^"]*)"', antwort.seite))
    in_zeichen = [name for name in ALLE if re.search(rf"[„\"‚']{name}[“\"‘']", sichtbar)]
    return in_zeichen + [name for name in NAMEN if re.search(rf"\b{name}\b", sichtbar)]


@pytest.mark.parametrize("name", sorted(ENDSTATUS))
def test_eine_abrechnung_nennt_keine_lesart_wie_in_der_falldatei(name: str) -> None:
    text = (ORDNER / f"{name}.toml").read_text(encoding="utf-8")
    dateien = {"entwurf-2027.toml": (ORDNER / "entwurf-2027.toml").read_text(encoding="utf-8")}

    assert _namen_in(rechne_ab(text, dateien)) == []
    assert _namen_in(zeige_pflichten(text, date(2020, 1, 1), dateien)) == []


@pytest.mark.parametrize(("name", "tag"), [(name, tag) for name, tage in PRUEFUNGEN.items() for tag, _ in tage])
def test_ein_stand_nennt_keine_lesart_wie_in_der_falldatei(name: str, tag: str) -> None:
    text = (ORDNER / f"{name}.toml").read_text(encoding="utf-8")

    assert _namen_in(zeige_pflichten(text, date.fromisoformat(tag))) == []
    assert _namen_in(rechne_ab(text)) == []


@pytest.mark.parametrize("tag", ["2026-01-01", "2026-07-01"])
@pytest.mark.parametrize("name", ANTRAEGE)
def test_eine_pruefung_nennt_keine_lesart_wie_in_der_falldatei(name: str, tag: str) -> None:
    text = (ORDNER / f"{name}.toml").read_text(encoding="utf-8")

    assert _namen_in(pruefe_antrag(text.replace("zum = 2026-01-01", f"zum = {tag}"))) == []


@pytest.mark.parametrize(
    ("seite", "worte"),
    [
        ("<th>additiv</th>", "<th>Der neue Beitrag kommt hinzu</th>"),
        ("<th>kommunal_<br>gleich</th>", "<th>Die kommunalen Partner zahlen gleich viel</th>"),
        ('<td data-spalte="additiv">1</td>', '<td data-spalte="Der neue Beitrag kommt hinzu">1</td>'),
        ("<p>Unter „ein_topf“ nicht.</p>", "<p>Unter „Ein Topf mit dem Schlüssel des Jahres“ nicht.</p>"),
        ('<input value="additiv">', '<input value="additiv">'),
        ("<td>anteilig_nach_monaten</td>", "<td>anteilig_nach_monaten</td>"),
        ("<p>Alle stimmen einstimmig.</p>", "<p>Alle stimmen einstimmig.</p>"),
        ("<th>einstimmig</th>", "<th>Alle Mitglieder stimmen zu</th>"),
    ],
)
def test_ersetzt_wird_nur_was_der_name_einer_lesart_ist(seite: str, worte: str) -> None:
    assert mit_lesarten_in_worten(seite) == worte


def test_eine_tabelle_die_nur_namen_erklaerte_sagt_es_nicht_doppelt() -> None:
    seite = mit_lesarten_in_worten(
        '<table><tr><th scope="col" role="columnheader">Regel</th><th scope="col">Was sie heißt</th></tr>'
        '<tr><th scope="row" role="rowheader">mehrheit</th>'
        '<td role="cell" data-spalte="Was sie heißt">Mehr als die Hälfte der Mitglieder.</td></tr></table>'
    )

    assert seite.count("Mehr als die Hälfte der Mitglieder") == 1
    assert "Was sie heißt" not in seite


def test_eine_tabelle_die_auch_anderes_erklaert_bleibt_ganz() -> None:
    zeile = '<tr><th scope="row" role="rowheader">{}</th><td role="cell" data-spalte="Was sie heißt">{}.</td></tr>'
    seite = mit_lesarten_in_worten(
        '<table><tr><th scope="col" role="columnheader">Regel</th><th scope="col">Was sie heißt</th></tr>'
        + zeile.format("mehrheit", "Mehr als die Hälfte der Mitglieder")
        + zeile.format("einstimmig", "Niemand ist dagegen")
        + "</table>"
    )

    assert seite.count("Mehr als die Hälfte der Mitglieder") == 2
    assert '<th scope="col">Was sie heißt</th>' in seite
    assert ">Niemand ist dagegen.</td>" in seite
