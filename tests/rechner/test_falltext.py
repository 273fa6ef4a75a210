"""Der Text einer Falldatei ändert sich nur, wo sich ihr Inhalt ändert."""

from __future__ import annotations

import copy
import random
import re
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
    assert re.findall("#.*", text) == ["# Kopf", "# der Titel", "# zweite Ausgabe", "# zwei"]


DREI = """[[haushaltsjahr]]
jahr = 2018

# A davor
[[haushaltsjahr.ausgabe]]  # A am Kopf
# A darin
betrag = "1"  # A daneben

# B davor
[[haushaltsjahr.ausgabe]]
# B darin
betrag = "2"  # B daneben
# C davor
[[haushaltsjahr.ausgabe]]
betrag = "3"  # C daneben
# C danach

# Das nächste Jahr

# D davor
[[haushaltsjahr]]
jahr = 2019
"""
OHNE_A = {"haushaltsjahr": [{"#": 0, "ausgabe": [{"#": 1}, {"#": 2}]}, {"#": 1}]}


def test_wer_eine_zeile_entfernt_und_die_naechste_aendert_behaelt_deren_kommentare() -> None:
    tabellen = tomllib.loads(DREI)
    del tabellen["haushaltsjahr"][0]["ausgabe"][0]
    tabellen["haushaltsjahr"][0]["ausgabe"][0]["betrag"] = "9"
    beginn, rest = DREI.split("# A davor")
    ohne_a = beginn + "# B davor" + rest.split("# B davor")[1].replace('"2"', '"9"')

    assert geaendert(DREI, tabellen, OHNE_A) == (ohne_a, True)


def test_ist_jede_zeile_eine_andere_so_sagt_das_formular_welche_bleiben() -> None:
    tabellen = tomllib.loads(DREI)
    tabellen["haushaltsjahr"][0]["ausgabe"] = [{"betrag": "8"}, {"betrag": "9"}]
    formular = {"haushaltsjahr": [{"#": 0, "ausgabe": [{"#": 2}, {}]}, {"#": 1}]}

    text, ist_erhalten = geaendert(DREI, tabellen, formular)

    assert ist_erhalten
    assert text == (
        "[[haushaltsjahr]]\njahr = 2018\n\n# C davor\n[[haushaltsjahr.ausgabe]]\n"
        'betrag = "8"  # C daneben\n# C danach\n'
        '\n[[haushaltsjahr.ausgabe]]\nbetrag = "9"\n\n# Das nächste Jahr\n\n# D davor\n[[haushaltsjahr]]\njahr = 2019\n'
    )


def test_ein_kommentar_vor_der_naechsten_ueberschrift_bleibt_bei_ihr_wenn_davor_etwas_hinzukommt() -> None:
    tabellen = tomllib.loads(DREI)
    jahr = tabellen["haushaltsjahr"][0]
    jahr["eingezahlt"] = "wie vereinbart"
    jahr["ausgabe"][1]["datum"] = date(2018, 1, 2)
    jahr["uebertragung"] = {"betrag": "alles"}

    text, ist_erhalten = geaendert(DREI, tabellen)

    assert ist_erhalten
    assert text == (
        DREI.replace("jahr = 2018\n", 'jahr = 2018\neingezahlt = "wie vereinbart"\n')
        .replace("# C davor\n", "datum = 2018-01-02\n# C davor\n")
        .replace("# C danach\n", '# C danach\n\n[haushaltsjahr.uebertragung]\nbetrag = "alles"\n')
    )


def test_eine_entfernte_tabelle_nimmt_die_kommentare_der_naechsten_nicht_mit() -> None:
    text = 'titel = "A"\n\n# weg\n[antrag]\n# weg\nname = "B"\n\n# bleibt\n[auslegung]\nrundung = "offen"\n'

    assert geaendert(text, {"titel": "A", "auslegung": {"rundung": "offen"}}) == (
        'titel = "A"\n\n# bleibt\n[auslegung]\nrundung = "offen"\n',
        True,
    )


def test_ein_entferntes_jahr_nimmt_auch_mit_was_zwischen_seinen_tabellen_steht() -> None:
    erstes = "[[haushaltsjahr]]\njahr = 1\n\n# frei\n\n[[haushaltsjahr.ausgabe]]\n\n"
    zweites = "# frei 2\n\n[[haushaltsjahr]]\njahr = 2\n"

    neu, ist_erhalten = geaendert(erstes + zweites, {"haushaltsjahr": [{"jahr": 2}]}, {"haushaltsjahr": [{"#": 1}]})

    assert (neu, ist_erhalten) == (zweites, True)


@pytest.mark.parametrize(
    ("vorher", "nachher"),
    [
        ('ja = [\n  "ihk", # per Mail\n  "mettmann",\n]\n', {"ja": ["ihk"]}),
        ("haushaltsjahr = [{jahr = 2018}] # K\n", {"haushaltsjahr": [{"jahr": 2019}]}),
        ('jahr = 2018\ntitel = "A" # entfällt mit der Angabe\n', {"jahr": 2018}),
    ],
)
def test_geht_ein_kommentar_verloren_so_wird_es_gesagt(vorher: str, nachher: dict[str, Any]) -> None:
    neu, ist_erhalten = geaendert(vorher, nachher)

    assert tomllib.loads(neu) == nachher
    assert not ist_erhalten


@pytest.mark.parametrize(
    "zitat", ["'# kein'", '"# kein"', '"""\n# kein\n[[x]]\n"""', "'''\n# kein\n[[x]]\n'''", '"\\"# kein"']
)
def test_ein_text_mit_raute_oder_klammern_ist_kein_kommentar_und_keine_ueberschrift(zitat: str) -> None:
    vorher = f"[[x]]\na = {zitat}\n\n# zwei\n[[x]]\nb = 1 # eins\n"
    tabellen = tomllib.loads(vorher)

    assert geaendert(vorher, {"x": [tabellen["x"][0] | {"a": "neu"}, {"b": 1}]}) == (
        '[[x]]\na = "neu"\n\n# zwei\n[[x]]\nb = 1 # eins\n',
        True,
    )
    assert geaendert(vorher, {"x": [{"b": 2}]}, {"x": [{"#": 1}]}) == ("# zwei\n[[x]]\nb = 2 # eins\n", True)


def test_eine_zeile_die_nur_wie_eine_ueberschrift_aussieht_schadet_nicht() -> None:
    vorher = "[[x]]\na = [\n  [1]\n]\n\n[[x]]\na = 2\n"

    neu, _ = geaendert(vorher, {"x": [{"a": 2, "b": 3}]}, {"x": [{"#": 1}]})

    assert tomllib.loads(neu) == {"x": [{"a": 2, "b": 3}]}


def test_eine_datei_mit_den_zeilenenden_von_windows_behaelt_sie() -> None:
    tabellen = tomllib.loads(DREI)
    tabellen["haushaltsjahr"][0]["ausgabe"] = [{"betrag": "8"}, {"betrag": "9"}]
    tabellen["haushaltsjahr"].append({"jahr": 2020})
    formular = {"haushaltsjahr": [{"#": 0, "ausgabe": [{"#": 1}, {"#": 2}]}, {"#": 1}, {}]}

    neu, ist_erhalten = geaendert(DREI.replace("\n", "\r\n"), tabellen, formular)

    assert ist_erhalten
    assert neu == geaendert(DREI, tabellen, formular)[0].replace("\n", "\r\n")
    assert "# A" not in neu
    assert tomllib.loads(neu) == tabellen


@pytest.mark.parametrize("nummern", [[{}, {"#": 1}], [{"#": 1}, {"#": 1}], [{"#": 1}, {"#": 0}]])
def test_passen_die_nummern_nicht_zur_reihenfolge_so_bleibt_was_sich_gleicht(nummern: list[dict[str, int]]) -> None:
    text = "# A\n[[x]]\na = 1\n\n# B\n[[x]]\na = 2\n"

    assert geaendert(text, {"x": [{"a": 3}, {"a": 2}]}, {"x": nummern}) == (text.replace("a = 1", "a = 3"), True)


def test_neue_untertabellen_stehen_vor_neuen_tabellen_der_datei() -> None:
    tabellen = {"ereignis": [{"art": "x"}], "haushaltsjahr": [{"jahr": 2018, "ausgabe": [{"betrag": "1"}]}]}

    assert geaendert("[[haushaltsjahr]]\njahr = 2018\n", tabellen) == (
        '[[haushaltsjahr]]\njahr = 2018\n\n[[haushaltsjahr.ausgabe]]\nbetrag = "1"\n\n[[ereignis]]\nart = "x"\n',
        True,
    )


def test_gemischte_zeilenenden_bleiben_wo_sie_sind() -> None:
    assert geaendert("a = 1\r\nb = 2\n", {"a": 1, "b": 3}) == ("a = 1\r\nb = 3\n", True)


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
    tief = 'titel = "A"\na = ' + "[" * 300 + "]" * 300 + "\n"
    tabellen = tomllib.loads(tief)

    assert geaendert(tief, tabellen) == (tief, True)
    neu, ist_erhalten = geaendert(tief, {**tabellen, "titel": "B"})
    assert tomllib.loads(neu) == {**tabellen, "titel": "B"}
    assert not ist_erhalten


def test_eine_liste_in_einer_liste_ist_keine_ueberschrift() -> None:
    text = 'x = [\n["a", "b"]\n]\ntitel = "A" # bleibt\n\n[y]\nz = 1\n'

    assert geaendert(text, {"x": [["a", "b"]], "titel": "B"}) == ('x = [\n["a", "b"]\n]\ntitel = "B" # bleibt\n', True)
