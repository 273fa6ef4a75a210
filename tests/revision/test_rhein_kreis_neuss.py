"""Das Gedankenspiel in ``examples/``: Was wäre, wenn der Rhein-Kreis Neuss mit 30.000 € beitreten wollte?

Die Beträge sind von Hand nachgerechnet; siehe die Beispiele zu OF-06 und OF-33 im Fragenregister.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kooperationsvertrag.ablauf.ergebnis import ergebnis
from kooperationsvertrag.fall.antrag import lade_antrag
from kooperationsvertrag.fall.einlesen import lade_fall
from kooperationsvertrag.fall.entwurf import lade_fassung
from kooperationsvertrag.regeln.mitgliedschaft import Urteil
from kooperationsvertrag.revision.beitritt import Beitrittspruefung, Zulaessigkeit, pruefe_beitritt
from kooperationsvertrag.revision.fassungsvergleich import vergleiche
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import Abstimmung, SchluesselNachBeitritt, SitzNachBeitritt

BEISPIELE = Path(__file__).resolve().parents[2] / "examples"
NEU = "rhein-kreis-neuss"


@pytest.fixture(scope="module")
def pruefung() -> Beitrittspruefung:
    auftrag = lade_antrag(BEISPIELE / "beitritt-rhein-kreis-neuss.toml")
    return pruefe_beitritt(auftrag.fassung, auftrag.antrag, auftrag.auslegung)


def test_der_beitritt_waere_zulaessig_entschieden_und_wirkte_zum_jahresbeginn(pruefung: Beitrittspruefung) -> None:
    assert pruefung.zulaessigkeit is Zulaessigkeit.ZULAESSIG
    assert [schritt.urteil for schritt in pruefung.schritte] == [Urteil.JA] * 4
    assert "01.01.2026" in pruefung.schritte[-1].lagen[0].text


def test_vier_lesarten_geben_vier_schluessel(pruefung: Beitrittspruefung) -> None:
    euro = {lage.lesart: [b.cent // 100 for b in lage.beitraege.values()] for lage in pruefung.beitragslagen}
    assert euro == {
        SchluesselNachBeitritt.ADDITIV: [50_000, 50_000, 20_000, 30_000],
        SchluesselNachBeitritt.GLEICHES_BUDGET: [40_000, 40_000, 16_000, 24_000],
        SchluesselNachBeitritt.KOMMUNAL_GLEICH: [33_333, 33_333, 20_000, 33_333],
        SchluesselNachBeitritt.OHNE_BEITRAG: [50_000, 50_000, 20_000, 0],
    }
    [additiv] = [lage for lage in pruefung.beitragslagen if lage.lesart is SchluesselNachBeitritt.ADDITIV]
    assert [gewicht for _, gewicht in additiv.schluessel.gekuerzt()] == [5, 5, 2, 3]


def test_mit_einem_vierten_sitz_genuegen_zwei_von_dreien_nicht_mehr(pruefung: Beitrittspruefung) -> None:
    [koepfe] = [
        stimmen
        for stimmen in pruefung.stimmen
        if stimmen.sitz is SitzNachBeitritt.JEDER_PARTNER_EIN_SITZ and stimmen.vorher.abstimmung is Abstimmung.MEHRHEIT
    ]
    assert {len(gruppe) for gruppe in koepfe.vorher.mehrheiten} == {2}
    assert {len(gruppe) for gruppe in koepfe.nachher.mehrheiten} == {3}


def test_die_ihk_verliert_ihren_einfluss_nicht_erst_durch_den_beitritt(pruefung: Beitrittspruefung) -> None:
    """Nach Gewicht 5 : 5 : 2 genügen Düsseldorf und Mettmann zusammen, und ohne beide geht es nicht."""
    gewichtet = [
        stimmen
        for stimmen in pruefung.stimmen
        if stimmen.vorher.abstimmung is Abstimmung.GEWICHTET_ZWEI_DRITTEL
        and SchluesselNachBeitritt.ADDITIV in stimmen.schluessel
        and stimmen.sitz is SitzNachBeitritt.JEDER_PARTNER_EIN_SITZ
    ]
    [stimmen] = gewichtet
    assert stimmen.vorher.ohne_einfluss == ("ihk",)
    assert set(stimmen.nachher.mehrheiten) >= {("duesseldorf", "mettmann")}


def test_wessen_geld_die_uebertragenen_12000_euro_sind_bewegt_jede_lesart_von_of_33() -> None:
    fall = lade_fall(BEISPIELE / "beitritt-zwischen-zwei-jahren.toml")

    gerechnet = ergebnis(fall.aufzeichnung, fall.auslegung, fall.konvention)

    gefunden = {}
    for variante in gerechnet.varianten:
        letztes = variante.ergebnis[-1]
        cent = tuple(betrag.cent for betrag in letztes.rueckfuehrung.values())
        for weg in variante.wege:
            lesarten = dict(weg)
            gefunden[str(lesarten["uebertrag_rueckfuehrung"]), str(lesarten["uebertrag_verbrauch"])] = (
                cent,
                letztes.uebertrag_in_folgejahr.cent,
            )
    neuer_schluessel = (666_667, 666_667, 266_666, 400_000)
    assert gefunden == {
        ("rueckfuehrbar", "ein_topf"): (neuer_schluessel, 0),
        ("rueckfuehrbar", "aelteste_zuerst"): (neuer_schluessel, 0),
        ("rueckfuehrbar", "juengste_zuerst"): ((766_667, 766_667, 306_666, 160_000), 0),
        ("rueckfuehrbar", "anteilig"): ((679_013, 679_012, 271_605, 370_370), 0),
        ("verbleibt", "ein_topf"): (neuer_schluessel, 0),
        ("verbleibt", "aelteste_zuerst"): (neuer_schluessel, 0),
        ("verbleibt", "juengste_zuerst"): ((266_667, 266_667, 106_666, 160_000), 1_200_000),
        ("verbleibt", "anteilig"): ((617_284, 617_284, 246_914, 370_370), 148_148),
    }
    assert {sum(cent) + uebertrag for cent, uebertrag in gefunden.values()} == {2_000_000}


def test_der_entwurf_mit_dem_neuen_partner_aendert_genau_was_er_nennt() -> None:
    neu = lade_fassung(str(BEISPIELE / "entwurf-2027.toml"))

    vergleich = vergleiche(BERICHT_2017, neu)

    geaendert = {eine.angabe for eine in vergleich.angaben}
    assert geaendert == {
        "gueltigkeit",
        "reihenfolge_der_partner",
        "jahresbudget",
        f"partner.{NEU}",
        f"beitraege.{NEU}",
        "aufsichtsgremium[3]",
    }


@pytest.mark.parametrize("datei", ["beitritt-rhein-kreis-neuss", "beitritt-zwischen-zwei-jahren", "entwurf-2027"])
def test_jedes_stueck_sagt_dass_es_ein_gedankenspiel_ist(datei: str) -> None:
    text = (BEISPIELE / f"{datei}.toml").read_text(encoding="utf-8")
    erfunden = text.split("\n\n", 1)[0].replace("\n# ", " ")
    assert "Gedankenspiel" in erfunden
    assert "nicht bekannt" in erfunden
    assert "erfunden" in erfunden
