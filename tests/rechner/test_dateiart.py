"""Jede Datei wird als das erkannt, was sie ist, und am falschen Ort mit einem Satz abgelehnt."""

from __future__ import annotations

import pytest

from beispiele import ANTRAEGE, ENTWUERFE, ORDNER
from kooperationsvertrag.rechner.dateiart import ERWARTET, Dateiart, ablehnung
from rechner.aufgaben_am_beispiel import beauftrage, text_von

BEISPIELE = sorted(datei.stem for datei in ORDNER.glob("*.toml"))


def _art(name: str) -> Dateiart:
    if name in ANTRAEGE:
        return Dateiart.ANTRAG
    return Dateiart.ENTWURF if name in ENTWUERFE else Dateiart.FALL


@pytest.mark.parametrize("stelle", ERWARTET)
@pytest.mark.parametrize("name", BEISPIELE)
def test_ein_beispiel_wird_genau_dort_geladen_wo_es_hingehoert(name: str, stelle: str) -> None:
    probleme = ablehnung(f"{name}.toml", text_von(name), stelle)

    assert bool(probleme) is (_art(name) is not ERWARTET[stelle])
    assert len(probleme) <= 1


@pytest.mark.parametrize(
    ("name", "stelle", "satz"),
    [
        ("entwurf-2027", "vergleichen", "ein Entwurf, kein Fall. Er lässt sich oben als Fassung laden."),
        ("entwurf-2027", "pruefen", "ein Entwurf, kein Fall. Er lässt sich unten als Fassung laden."),
        ("entwurf-2027", "beitritt", "ein Entwurf, kein Antrag auf Beitritt. Er lässt sich unten als Fassung laden."),
        ("beitritt-rhein-kreis-neuss", "abrechnen", "ein Antrag auf Beitritt; er gehört zu „Beitritt prüfen“."),
        ("beitritt-rhein-kreis-neuss", "entwurf", "ein Antrag auf Beitritt, kein Entwurf."),
        ("haushaltsjahr-2018", "entwurf", "ein Fall, kein Entwurf."),
        (
            "haushaltsjahr-2018",
            "beitritt",
            "ein Fall, kein Antrag auf Beitritt. Er gehört zu „Haushaltsjahr abrechnen“ oder „Pflichten an einem "
            "Tag zeigen“.",
        ),
    ],
)
def test_ein_satz_sagt_was_es_ist_und_wohin_es_gehoert(name: str, stelle: str, satz: str) -> None:
    (problem,) = ablehnung("x.toml", text_von(name), stelle)

    assert (problem.stelle, problem.grund, problem.beispiel) == ("", f"„x.toml“ ist {satz}", "")


def test_ein_antrag_unter_der_ueberschrift_einer_falldatei_bleibt_ein_antrag() -> None:
    text = text_von("beitritt-rhein-kreis-neuss").replace("[antrag]", "[[beitritt]]")

    assert ablehnung("a.toml", text, "beitritt") == ()


def test_wo_nichts_auf_eine_art_hinweist_wird_nichts_abgelehnt() -> None:
    assert [ablehnung("a.toml", 'titel = "A"', stelle) for stelle in ERWARTET] == [()] * len(ERWARTET)
    assert ablehnung("a.toml", "haushaltsjahr = 1\nantrag = 1", "beitritt") == ()


@pytest.mark.parametrize("leer", ["", " \n\t\n"])
def test_eine_leere_datei_ist_leer_und_braucht_kein_beispiel(leer: str) -> None:
    (problem,) = ablehnung("a.toml", leer, "vergleichen")

    assert (problem.grund, problem.beispiel) == ("Die Datei „a.toml“ ist leer.", "")


def test_in_einer_unlesbaren_datei_zaehlt_nur_was_nicht_zu_lesen_ist() -> None:
    (problem,) = ablehnung("a.toml", "haushaltsjahr = 43.417,55\n", "vergleichen")

    assert problem.ort.startswith("Zeile 1")


@pytest.mark.parametrize("aufgabe", ["abrechnen", "pruefen", "beitritt"])
@pytest.mark.parametrize("text", ["", text_von("entwurf-2027"), "a = [\n" + "[" * 2000])
def test_das_formular_bleibt_leer_wo_nichts_zu_laden_ist(aufgabe: str, text: str) -> None:
    antwort = beauftrage("oeffne", aufgabe=aufgabe, text=text, name="a.toml")

    assert len(antwort["probleme"]) == 1
    assert "werte" not in antwort


def test_ein_fall_wird_weder_fassung_noch_ein_entwurf_zum_fall() -> None:
    dateien = {"fall.toml": text_von("haushaltsjahr-2018")}

    (als_fassung,) = beauftrage("fassung", name="fall.toml", dateien=dateien)["probleme"]
    (als_fall,) = beauftrage("fall", name="e.toml", text=text_von("entwurf-2027"))["probleme"]

    assert als_fassung["grund"] == "„fall.toml“ ist ein Fall, kein Entwurf."
    assert als_fall["grund"].startswith("„e.toml“ ist ein Entwurf, kein Fall.")
    assert beauftrage("fall", name="f.toml", text=text_von("haushaltsjahr-2018"))["probleme"] == []


def test_ein_beispiel_fuer_eine_datei_steht_so_da_wie_sie_es_braucht() -> None:
    (problem,) = beauftrage("oeffne", aufgabe="abrechnen", text="titel = Haushalt\n")["probleme"]

    assert problem["beispiel"] == 'titel = "Haushalt"'
