"""Tabellen und Überschriften der Dokumentation tragen, was sie zum Umbrechen und Ausrichten brauchen."""

from __future__ import annotations

import pytest

pytest.importorskip("sphinx", reason="Sphinx ist nicht eingerichtet (Extra „docs“).")

from docutils import nodes
from zugaenglich import WORTFUGE, ist_betragsspalte, spaltenkopf


def spalte(*inhalte: str) -> list[nodes.entry]:
    zellen = [nodes.entry("", nodes.paragraph("", inhalt)) for inhalt in inhalte]
    nodes.thead("", nodes.row("", zellen[0]))
    nodes.tbody("", *(nodes.row("", zelle) for zelle in zellen[1:]))
    return zellen


def test_nur_eine_spalte_voller_betraege_steht_rechts() -> None:
    assert ist_betragsspalte(spalte("Bisher", "1.234,56 €", "–", "+0,10 €"))
    assert not ist_betragsspalte(spalte("Bisher", "1.234,56 €", "nichts"))
    assert not ist_betragsspalte(spalte("Bisher", "–"))


def test_jede_zelle_kennt_ihre_ueberschrift() -> None:
    kopf, zelle = spalte("Bisher", "1.234,56 €")
    nodes.tgroup("", kopf.parent.parent, zelle.parent.parent)
    assert spaltenkopf(zelle) == "Bisher"
    assert spaltenkopf(kopf) == ""


@pytest.mark.parametrize(
    ("wort", "getrennt"),
    [
        ("Kooperationsvertrag", "Kooperations-vertrag"),
        ("Zahlungsschlüssel", "Zahlungs-schlüssel"),
        ("Vorgesetztenfunktion", "Vorgesetzten-funktion"),
        ("Leistungsfähigkeit", "Leistungs-fähig-keit"),
        ("Rundung", "Rundung"),
        ("Beitritt", "Beitritt"),
    ],
)
def test_lange_woerter_trennen_sich_an_der_fuge(wort: str, getrennt: str) -> None:
    assert WORTFUGE.sub(r"\g<0>-", wort) == getrennt
