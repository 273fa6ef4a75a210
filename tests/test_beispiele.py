"""Jedes Beispiel gibt aus, was daneben abgelegt ist."""

from __future__ import annotations

import json

import pytest

from beispiele import (
    ANTRAEGE,
    BEISPIELE,
    ENDSTATUS,
    ENTWUERFE,
    ERWARTET,
    ORDNER,
    PROGRAMME,
    PRUEFUNGEN,
    VERLAEUFE,
    Beispiel,
    fuehre_aus,
)
from kooperationsvertrag.ablauf.ergebnis import ergebnis
from kooperationsvertrag.fall.einlesen import lade_fall


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=lambda beispiel: beispiel.datei)
def test_beispiel_gibt_aus_was_abgelegt_ist(beispiel: Beispiel) -> None:
    status, ausgabe, fehler = fuehre_aus(beispiel)

    assert (status, fehler) == (beispiel.status, "")
    assert ausgabe.decode() == (ERWARTET / beispiel.datei).read_bytes().replace(b"\r\n", b"\n").decode()


def test_jede_falldatei_und_jedes_programm_ist_ein_beispiel() -> None:
    gezeigt = [*ENDSTATUS, *PRUEFUNGEN, *ANTRAEGE, *ENTWUERFE]
    assert sorted(datei.stem for datei in ORDNER.glob("*.toml")) == sorted(gezeigt)
    assert set(VERLAEUFE) <= set(PRUEFUNGEN)
    assert {datei.stem for datei in ORDNER.glob("*.py")} == set(PROGRAMME)


def test_jede_abgelegte_ausgabe_gehoert_zu_einem_beispiel() -> None:
    assert {datei.name for datei in ERWARTET.iterdir()} == {beispiel.datei for beispiel in BEISPIELE}


def test_die_uebersicht_nennt_jede_datei() -> None:
    uebersicht = (ORDNER / "README.md").read_text(encoding="utf-8")

    fehlend = [datei.name for datei in ORDNER.iterdir() if datei.suffix in {".toml", ".py"}]
    assert [name for name in fehlend if f"`{name}`" not in uebersicht] == []


@pytest.mark.parametrize("name", ENDSTATUS)
def test_abgelegtes_json_sagt_worauf_es_beruht_und_geht_auf(name: str) -> None:
    dokument = json.loads((ERWARTET / f"{name}.json").read_text(encoding="utf-8"))

    assert "nicht der unterzeichnete Vertrag" in dokument["grundlage"]
    assert dokument["eindeutig"] is (ENDSTATUS[name] != 3)
    assert bool(dokument["varianten"]) is not dokument["eindeutig"]
    for eines in dokument["varianten"] or [dokument]:
        for jahr in eines["haushaltsjahre"]:
            assert _herkunft(jahr) + _cent(jahr["ueberschreitung"]) == _verbleib(jahr)


@pytest.mark.parametrize("name", PRUEFUNGEN)
def test_auch_eine_falldatei_aus_ereignissen_laesst_sich_abrechnen(name: str) -> None:
    fall = lade_fall(ORDNER / f"{name}.toml")

    assert ergebnis(fall.aufzeichnung, fall.auslegung, fall.konvention).ist_eindeutig


@pytest.mark.parametrize("name", PRUEFUNGEN)
def test_abgelegte_pruefung_nennt_zu_jeder_pflicht_genau_einen_stand(name: str) -> None:
    for tag, status in PRUEFUNGEN[name]:
        dokument = json.loads((ERWARTET / f"{name}.pruefen-{tag}.json").read_text(encoding="utf-8"))
        assert dokument["stichtag"] == tag
        assert dokument["eindeutig"] is (status != 3)
        assert all(isinstance(pflicht["status"], str) and pflicht["status"] for pflicht in dokument["pflichten"])
        verstoesse = [befund for befund in dokument["befunde"] if befund["schwere"] == "verstoss"]
        assert bool(verstoesse) is (status == 4)


def _cent(betrag: str) -> int:
    return int(betrag.replace(".", ""))


def _summe(betraege: dict[str, str]) -> int:
    return sum(_cent(betrag) for betrag in betraege.values())


def _herkunft(jahr: dict[str, dict[str, str]]) -> int:
    einzeln = [jahr["uebertrag_aus_vorjahr"], jahr["drittmittel"]]
    return sum(_cent(str(betrag)) for betrag in einzeln) + _summe(jahr["eingezahlt"]) + _summe(jahr["zusatzmittel"])


def _verbleib(jahr: dict[str, dict[str, str]]) -> int:
    einzeln = [jahr["verausgabt"], jahr["uebertrag_in_folgejahr"], jahr["wartet_auf_pruefung"]]
    return sum(_cent(str(betrag)) for betrag in einzeln) + _summe(jahr["rueckfuehrung"]) - _summe(jahr["forderungen"])
