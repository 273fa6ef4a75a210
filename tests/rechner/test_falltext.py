"""Der Text einer Falldatei ändert sich nur, wo sich ihr Inhalt ändert."""

from __future__ import annotations

import copy
import random
import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beispiele import ANTRAEGE, ENDSTATUS, ENTWUERFE, ORDNER, PRUEFUNGEN
from kooperationsvertrag.rechner.falltext import geaendert, neu_geschrieben
from zufallsfaelle import als_toml, zufallsfall

DATEIEN = [*ENDSTATUS, *PRUEFUNGEN, *ANTRAEGE, *ENTWUERFE]
KOMMENTIERT = """# Kopf
titel = "A"  # der Titel

[[haushaltsjahr]]
jahr = 2018
  # erste Ausgabe
  [[haushaltsjahr.ausgabe]]
  betrag = "1"   # eins
  # zweite Ausgabe
  [[haushaltsjahr.ausgabe]]
  betrag = "2"   # zwei
"""


def _text(name: str) -> str:
    return (ORDNER / f"{name}.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DATEIEN)
def test_ohne_aenderung_bleibt_der_text_zeichen_fuer_zeichen(name: str) -> None:
    assert geaendert(_text(name), tomllib.loads(_text(name))) == (_text(name), True)


@pytest.mark.parametrize("name", DATEIEN)
def test_neu_geschrieben_liest_sich_gleich(name: str) -> None:
    tabellen = tomllib.loads(_text(name))

    assert tomllib.loads(neu_geschrieben(tabellen)) == tabellen


def test_ein_geaenderter_betrag_aendert_nur_seine_stelle() -> None:
    tabellen = tomllib.loads(KOMMENTIERT)
    tabellen["haushaltsjahr"][0]["ausgabe"][1]["betrag"] = "3"

    assert geaendert(KOMMENTIERT, tabellen) == (KOMMENTIERT.replace('"2"   # zwei', '"3"   # zwei'), True)


def test_eine_entfernte_zeile_nimmt_andere_kommentare_nicht_mit() -> None:
    tabellen = tomllib.loads(KOMMENTIERT)
    del tabellen["haushaltsjahr"][0]["ausgabe"][0]

    text, ist_erhalten = geaendert(KOMMENTIERT, tabellen)

    assert ist_erhalten
    assert tomllib.loads(text) == tabellen
    assert "# zwei" in text
    assert "# eins" not in text


def test_neue_tabellen_kommen_hinzu() -> None:
    tabellen = tomllib.loads(KOMMENTIERT)
    jahr = tabellen["haushaltsjahr"][0]
    jahr["ausgabe"].append({"betrag": "3", "datum": date(2018, 1, 2)})
    jahr["einnahme"] = [{"betrag": "4"}]
    jahr["uebertragung"] = {"ja": ["ihk"], "einstimmig": True}
    tabellen["anfangsbestand"] = [{"schluessel": {"ihk": 1, "düsseldorf": 2}}]
    tabellen["fassung"] = "bericht-2017"

    text, ist_erhalten = geaendert(KOMMENTIERT, tabellen)

    assert ist_erhalten
    assert tomllib.loads(text) == tabellen
    assert "# zwei" in text
    assert neu_geschrieben(tomllib.loads(text)) == neu_geschrieben(tabellen)


def test_vor_einer_neuen_zeile_der_liste_steht_eine_leere() -> None:
    text = 'titel = "A"\n\n[[haushaltsjahr]]\njahr = 2018\n'

    neu, _ = geaendert(text, {"titel": "A", "haushaltsjahr": [{"jahr": 2018}, {"jahr": 2019}, {"jahr": 2020}]})

    assert neu == (
        'titel = "A"\n\n[[haushaltsjahr]]\njahr = 2018\n\n[[haushaltsjahr]]\njahr = 2019\n\n'
        "[[haushaltsjahr]]\njahr = 2020\n"
    )


def test_eine_erste_liste_und_ihre_untertabellen_stehen_mit_leeren_zeilen() -> None:
    neu, _ = geaendert('titel = "A"\n', {"titel": "A", "ereignis": [{"art": "x"}, {"art": "y"}]})

    assert neu == 'titel = "A"\n\n[[ereignis]]\nart = "x"\n\n[[ereignis]]\nart = "y"\n'


def test_true_ist_nicht_eins() -> None:
    assert geaendert("a = 1", {"a": True}) == ("a = true", True)


def test_ein_leerer_text_wird_neu_geschrieben() -> None:
    assert geaendert(" \n", {"titel": "A"}) == ('titel = "A"\n', True)


def test_laesst_sich_der_text_nicht_erhalten_so_wird_es_gesagt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kooperationsvertrag.rechner.falltext.tomlkit.dumps", lambda _dokument: "unlesbar")

    assert geaendert("a = 1 # eins", {"a": 2}) == ("a = 2\n", False)


@pytest.mark.parametrize("zehn", range(10))
def test_aus_einem_fall_wird_jeder_andere_und_die_kommentare_bleiben(zehn: int) -> None:
    for saat in range(10 * zehn, 10 * zehn + 10):
        vorher = "# oben\n" + als_toml(*zufallsfall(random.Random(saat)))
        nachher = tomllib.loads(als_toml(*zufallsfall(random.Random(saat + 1000))))

        text, _ = geaendert(vorher, copy.deepcopy(nachher))

        assert tomllib.loads(text) == nachher, saat
        assert text.startswith("# oben"), saat


SCHLICHT = st.one_of(
    st.booleans(), st.integers(-(10**15), 10**15), st.text(max_size=8), st.dates(), st.lists(st.integers(), max_size=3)
)
NAMEN = st.text(min_size=1, max_size=4)
INHALT: st.SearchStrategy[dict[str, Any]] = st.recursive(
    st.dictionaries(NAMEN, SCHLICHT, max_size=3),
    lambda innen: st.dictionaries(
        NAMEN, st.one_of(SCHLICHT, innen, st.lists(innen, min_size=1, max_size=2)), max_size=3
    ),
    max_leaves=5,
)


@given(INHALT, INHALT)
def test_jeder_inhalt_laesst_sich_schreiben_und_in_jeden_anderen_aendern(
    vorher: dict[str, Any], nachher: dict[str, Any]
) -> None:
    text = neu_geschrieben(vorher)

    assert tomllib.loads(text) == vorher
    assert tomllib.loads(geaendert(text, nachher)[0]) == nachher


def test_sehr_tief_verschachteltes_wird_neu_geschrieben_statt_zu_scheitern() -> None:
    tief = "a = " + "[" * 300 + "]" * 300 + "\n"
    tabellen = tomllib.loads(tief)

    assert geaendert(tief, tabellen) == (tief, True)
    neu, ist_erhalten = geaendert(tief, {**tabellen, "titel": "B"})
    assert tomllib.loads(neu) == {**tabellen, "titel": "B"}
    assert not ist_erhalten
