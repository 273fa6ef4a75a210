"""Beträge in Falldateien: was gelesen wird, was nicht, und was dann vorgeschlagen wird."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.fall.betraege import HOECHSTBETRAG, Kommazahl, lies_betrag
from kooperationsvertrag.fall.probleme import MangelError
from kooperationsvertrag.geld import Geldbetrag

GELESEN = {
    "43417.55": 4341755,
    "50000": 5000000,
    "43.417,55": 4341755,
    "50.000": 5000000,
    "43.417,55 €": 4341755,
    "43.417,55€": 4341755,
    "43.417,55\N{NO-BREAK SPACE}€": 4341755,
    "43.417,55 EUR": 4341755,
    "43.417,55 Euro": 4341755,
    "1.000.000,00 EUR": 100_000_000,
    "50.00": 5000,
    "50.0": 5000,
    "50,5": 5050,
    "1.234,5": 123450,
    "1234,56": 123456,
    "0": 0,
    "0,01": 1,
    "0.01": 1,
    " 50 ": 5000,
    "1000000000000000": 10**17,
}

ABGELEHNT = {
    "1,234": '"1.234" für Tausender, "1,23" für Euro und Cent',
    "1234,567": '"43.417,55"',
    "1.234,567": '"43.417,55"',
    "1.2345": '"43.417,55"',
    "12.34.567": '"43.417,55"',
    "1.234.56": '"43.417,55"',
    "1234.567": '"43.417,55"',
    "0.500": '"43.417,55"',
    "50.": '"43.417,55"',
    "-50": '"50"',
    "−1.000,50 €": '"1.000,50"',
    "-x": '"43.417,55"',
    " 50 000 ": '"50.000"',
    "1\N{NO-BREAK SPACE}234,56 €": '"1.234,56"',
    "50'000": '"50.000"',
    "50_000": '"50.000"',
    "1,234.56": '"1.234,56"',
    "1,234,567": '"1.234.567"',
    "€ 50.000": '"50.000"',
    "EUR 50.000,00": '"50.000,00"',
    "50.000,-": '"50.000"',
    "50.000,-- €": '"50.000"',
    "+50": '"50"',
    "+ 50": '"50"',
    "1 0000": '"43.417,55"',
    "0050": '"50"',
    ",50": '"0,50"',
    "": '"0"',
    "€": '"43.417,55"',
    "alles": '"43.417,55"',
    "nan": '"43.417,55"',
    "1e5": '"43.417,55"',
    "٣": '"43.417,55"',
    "1000000000000001": '"43.417,55"',
    "9" * 5000: '"43.417,55"',
}


@pytest.mark.parametrize(("text", "cent"), GELESEN.items())
def test_erlaubte_schreibweise(text: str, cent: int) -> None:
    assert lies_betrag(text) == Geldbetrag(cent)


@pytest.mark.parametrize(("text", "beispiel"), ABGELEHNT.items(), ids=lambda wert: wert[:20])
def test_abgelehnte_schreibweise_nennt_die_richtige(text: str, beispiel: str) -> None:
    with pytest.raises(MangelError) as fehler:
        lies_betrag(text)
    assert fehler.value.beispiel == f"= {beispiel}"


@pytest.mark.parametrize(
    ("text", "beispiel"),
    [
        ("43417.55", '"43417.55"'),
        ("1.10", '"1.10"'),
        ("50.000", '"50.000" für Tausender oder "50.00" für ganze Euro'),
        ("43.417", '"43.417"'),
        ("1e5", '"43.417,55"'),
        ("inf", '"43.417,55"'),
        ("nan", '"43.417,55"'),
        ("-1.5", '"1.5"'),
        ("-1.5555", '"43.417,55"'),
        ("-inf", '"43.417,55"'),
        ("1e3", '"43.417,55"'),
    ],
)
def test_toml_kommazahl_wird_nie_ein_betrag(text: str, beispiel: str) -> None:
    with pytest.raises(MangelError) as fehler:
        lies_betrag(Kommazahl(text))
    assert fehler.value.beispiel == f"= {beispiel}"


@pytest.mark.parametrize(
    "wert", [True, False, None, [], {}, date(2018, 1, 1), -1, 10**15 + 1, 16**5000], ids=lambda wert: str(type(wert))
)
def test_was_kein_betrag_ist(wert: object) -> None:
    with pytest.raises(MangelError):
        lies_betrag(wert)


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "1e3"])
def test_zahl_ohne_punkt_wird_nicht_nach_ihrem_punkt_gefragt(text: str) -> None:
    with pytest.raises(MangelError) as fehler:
        lies_betrag(Kommazahl(text))
    assert fehler.value.grund == f"„{text}“ ist keine erlaubte Schreibweise für einen Betrag."


@pytest.mark.parametrize(("wert", "beispiel"), [(-5, '"5"'), (-(16**5000), '"43.417,55"')], ids=["klein", "riesig"])
def test_negative_ganze_zahl_wird_positiv_vorgeschlagen(wert: int, beispiel: str) -> None:
    with pytest.raises(MangelError) as fehler:
        lies_betrag(wert)
    assert fehler.value.beispiel == f"= {beispiel}"


def test_ganze_zahl_sind_euro_bis_zur_grenze() -> None:
    assert lies_betrag(50_000) == Geldbetrag(5_000_000)
    assert lies_betrag(10**15) == HOECHSTBETRAG


@pytest.mark.parametrize(
    ("text", "grund"),
    [
        ("43\N{NO-BREAK SPACE}417,55", "In einem Betrag steht kein Leerzeichen."),
        ("43 417,55 €", "In einem Betrag steht kein Leerzeichen."),
        ("43\N{NARROW NO-BREAK SPACE}417,55", "In einem Betrag steht kein Leerzeichen."),
        ("434 17,55", "In einem Betrag steht kein Leerzeichen."),
        ("50.000,-", "Ein Betrag endet nicht mit einem Strich."),
        ("50.000,-- €", "Ein Betrag endet nicht mit einem Strich."),
        ("€ 50.000", "Die Währung steht hinter dem Betrag, nicht davor."),
        ("EUR 50.000", "Die Währung steht hinter dem Betrag, nicht davor."),
        ("Euro 50.000", "Die Währung steht hinter dem Betrag, nicht davor."),
        ("+50", "Ein Betrag steht ohne Pluszeichen."),
        ("+ 50", "Ein Betrag steht ohne Pluszeichen."),
        ("++50", "„++50“ ist kein Betrag."),
        ("'50", "„'50“ ist kein Betrag."),
        ("50'000", "Tausender trennt ein Punkt."),
        ("0050", "„0050“ ist keine erlaubte Schreibweise für einen Betrag."),
        ("viel\N{NO-BREAK SPACE}Geld", "„viel Geld“ ist kein Betrag."),
    ],
)
def test_der_grund_sagt_was_wegzulassen_ist(text: str, grund: str) -> None:
    with pytest.raises(MangelError) as fehler:
        lies_betrag(text)
    assert fehler.value.grund == grund


CENT = st.integers(0, 10**15)


@given(CENT)
def test_deutsche_form_kommt_genau_zurueck(cent: int) -> None:
    ganze, bruch = divmod(cent, 100)
    deutsch = format_decimal(ganze, locale="de_DE", format="#,##0") + f",{bruch:02}"
    assert lies_betrag(deutsch) == lies_betrag(f"{deutsch} €") == Geldbetrag(cent)
    assert lies_betrag(str(Geldbetrag(cent))) == Geldbetrag(cent)


@given(CENT)
def test_schlichte_form_kommt_genau_zurueck(cent: int) -> None:
    assert lies_betrag(Geldbetrag(cent).dezimal()) == Geldbetrag(cent)


@given(st.text() | st.from_regex(r"[-+€EUR0-9.,'  _]{0,20}", fullmatch=True))
def test_jeder_text_ist_ein_betrag_oder_ein_mangel(text: str) -> None:
    with suppress(MangelError):
        assert Geldbetrag(0) <= lies_betrag(text) <= HOECHSTBETRAG


@given(st.from_regex(r"[-+€0-9.,' _]{1,20}", fullmatch=True))
def test_jeder_vorschlag_ist_selbst_lesbar(text: str) -> None:
    try:
        lies_betrag(text)
    except MangelError as mangel:
        vorschlag = mangel.beispiel.split('"')[1]
        assert isinstance(lies_betrag(vorschlag), Geldbetrag)
