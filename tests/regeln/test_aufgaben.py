"""Aufgaben: der Katalog als Angaben."""

from __future__ import annotations

from itertools import chain

import pytest

from kooperationsvertrag.norm import Normstatus
from kooperationsvertrag.regeln.aufgaben import (
    AUFGABEN,
    GRUNDLAGE,
    OHNE_ANTRAGSTELLER,
    OHNE_BINDUNG,
    OPERATIV,
    ZIEL,
    Aufgabenart,
    aufgaben,
)


def kennungen(art: Aufgabenart) -> list[str]:
    """Namen der Aufgaben einer Art."""
    return [aufgabe.kennung for aufgabe in aufgaben(art)]


def test_es_gibt_eine_kernaufgabe_mit_grundlage() -> None:
    [kernaufgabe] = aufgaben(Aufgabenart.KERNAUFGABE)
    assert kernaufgabe.kennung == "innerregionale_abstimmung"
    assert GRUNDLAGE in kernaufgabe.grenzen


def test_strukturfoerderung_umfasst_vier_aufgaben_aus_einem_satz() -> None:
    assert kennungen(Aufgabenart.WEITERE) == [
        "handlungskonzepte",
        "foerderprogramme",
        "foerderantraege",
        "foerdermittelakquise",
    ]
    assert {aufgabe.norm.kennung for aufgabe in aufgaben(Aufgabenart.WEITERE)} == {"17-U5"}


def test_leuchtturmprojekte_und_interregionale_kooperation_sind_nur_ein_soll() -> None:
    assert kennungen(Aufgabenart.SOLL) == ["leuchtturmprojekte", "interregionale_kooperation"]


def test_jede_aufgabe_steht_unter_genau_einer_art() -> None:
    assert sorted(chain.from_iterable(kennungen(art) for art in Aufgabenart)) == sorted(
        aufgabe.kennung for aufgabe in AUFGABEN
    )
    assert len({aufgabe.kennung for aufgabe in AUFGABEN}) == len(AUFGABEN)


@pytest.mark.parametrize("art", Aufgabenart)
def test_keine_art_ist_leer(art: Aufgabenart) -> None:
    assert aufgaben(art)


def test_alle_saetze_ueber_aufgaben_sind_aufgenommen() -> None:
    saetze = {aufgabe.norm.kennung for aufgabe in AUFGABEN}
    leitsaetze = {norm.kennung for leitsatz in (ZIEL, GRUNDLAGE, OPERATIV, OHNE_BINDUNG) for norm in leitsatz.normen}
    assert saetze == {"17-U1", "17-U3", "17-U4", "17-U5", "17-U6", "17-U7", "17-L5", "23-3"}
    assert leitsaetze == {"17-Z1", "17-U2", "23-15", "17-U7", "17-L5"}


# Wo der Text schweigt


def test_keine_vertretung_bindet_die_partner() -> None:
    for aufgabe in aufgaben(Aufgabenart.VERTRETUNG):
        assert OHNE_BINDUNG in aufgabe.grenzen
    assert OHNE_BINDUNG.fragen == ("OF-37",)


def test_operativ_ist_eine_aussage_von_2023_und_begrenzt_alles_ausser_der_vertretung() -> None:
    assert {norm.status for norm in OPERATIV.normen} == {Normstatus.AUSSAGE_2023}
    assert OPERATIV.fragen == ("OF-36",)
    for aufgabe in AUFGABEN:
        assert (OPERATIV in aufgabe.grenzen) is (aufgabe.art is not Aufgabenart.VERTRETUNG)


def test_wer_foerderantraege_stellt_ist_offen() -> None:
    [foerderantraege] = [aufgabe for aufgabe in AUFGABEN if aufgabe.kennung == "foerderantraege"]
    assert OHNE_ANTRAGSTELLER in foerderantraege.grenzen
    assert OHNE_ANTRAGSTELLER.fragen == ("OF-19",)


def test_anzeige_einer_aufgabe_nennt_nur_die_kennung_ihres_satzes() -> None:
    assert "norm=17-U1," in repr(AUFGABEN[0])
    assert "normen=['17-Z1']" in repr(ZIEL)
