"""JSON eines Vergleichs: dieselben Angaben und Beträge wie im Vergleich, mit festen Schlüsseln."""

from __future__ import annotations

import json
from typing import cast

from attrs import evolve
from hypothesis import given, settings

from darstellung.vergleiche import DRITTMITTEL, NACH_ZAHLUNGEN, VIELES_ANDERS, verglichen
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fall.als_json import fingerabdruck_der_fassung
from kooperationsvertrag.fall.vergleich_als_json import VerglichenerFall, luecken_als_json, vergleich_als_json
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.revision.fassungsvergleich import vergleiche, vergleiche_fall
from kooperationsvertrag.revision.luecken import geschlossen, luecken, musterfaelle
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Vertragsfassung
from strategien import aufzeichnungen, auslegungen, fassungen

Daten = dict[str, object]


def als_daten(alt: Vertragsfassung, neu: Vertragsfassung, *faelle: VerglichenerFall) -> Daten:
    """Schreibt und liest wieder, wie es ein anderes Programm tut."""
    return cast(Daten, json.loads(json.dumps(vergleich_als_json(vergleiche(alt, neu), faelle))))


def eintraege(daten: Daten, name: str) -> list[Daten]:
    return cast(list[Daten], daten[name])


def test_die_schluessel_und_ihre_reihenfolge_stehen_fest() -> None:
    daten = als_daten(BERICHT_2017, VIELES_ANDERS, verglichen(BERICHT_2017, VIELES_ANDERS))

    assert list(daten) == ["alt", "neu", "leer", "bestimmungen", "fragen", "angaben", "regeln", "faelle", "beleg"]
    for name, schluessel in (
        ("bestimmungen", ["kennung", "aenderung", "alt", "neu"]),
        ("fragen", ["frage", "kennung", "aenderung", "alt", "neu"]),
        ("angaben", ["angabe", "alt", "neu", "satz", "saetze"]),
        ("regeln", ["modul", "name", "saetze"]),
        ("faelle", ["titel", "alt", "neu", "unterschiede"]),
    ):
        assert {tuple(eintrag) for eintrag in eintraege(daten, name)} == {tuple(schluessel)}


def test_auch_unveraenderte_bestimmungen_stehen_da() -> None:
    daten = als_daten(BERICHT_2017, VIELES_ANDERS)
    aenderungen = {str(eine["kennung"]): eine["aenderung"] for eine in eintraege(daten, "bestimmungen")}

    assert len(aenderungen) == 66
    assert aenderungen["17-F1"] == "unveraendert"
    assert aenderungen["17-F3"] == "entfallen"
    assert aenderungen["17-F8"] == "geaendert"
    assert aenderungen["§ 7 Abs. 2"] == "neu"
    assert {None} == {eine["neu"] for eine in eintraege(daten, "bestimmungen") if eine["kennung"] == "17-F3"}


def test_eine_frage_steht_mit_antwort_und_klausel_da() -> None:
    fragen = {str(eine["frage"]): eine for eine in eintraege(als_daten(NACH_ZAHLUNGEN, VIELES_ANDERS), "fragen")}

    assert fragen["rueckfuehrungsbasis"] == {
        "frage": "rueckfuehrungsbasis",
        "kennung": "OF-16",
        "aenderung": "anders_geregelt",
        "alt": {"antwort": "tatsaechliche_zahlungen", "klausel": "§ 7 Abs. 2"},
        "neu": {"antwort": "vereinbarter_schluessel", "klausel": "§ 7 Abs. 2"},
    }
    assert fragen["rundungsvorrang"]["alt"] is None
    assert fragen["rundungsvorrang"]["neu"] == {"antwort": ["ihk", "mettmann"], "klausel": None}


def test_eine_angabe_ohne_satz_nennt_keinen() -> None:
    angaben = {str(eine["angabe"]): eine for eine in eintraege(als_daten(BERICHT_2017, VIELES_ANDERS), "angaben")}

    assert angaben["gueltigkeit"] == {
        "angabe": "gueltigkeit",
        "alt": None,
        "neu": "ab 01.01.2027",
        "satz": None,
        "saetze": [],
    }
    assert angaben["beitraege.duesseldorf"]["satz"] == "17-F1"
    assert angaben["stellen[1]"]["neu"] is None


def test_solange_ein_ergebnis_an_einer_lesart_haengt_gibt_es_keine_unterschiede() -> None:
    fall = verglichen(BERICHT_2017, NACH_ZAHLUNGEN, einnahmen=DRITTMITTEL)
    [eintrag] = eintraege(als_daten(BERICHT_2017, NACH_ZAHLUNGEN, fall), "faelle")

    assert eintrag["titel"] == "Die IHK zahlt die Hälfte"
    assert set(cast(list[str], cast(Daten, eintrag["alt"])["offene_fragen"])) == {"rueckfuehrungsbasis", "drittmittel"}
    assert eintrag["neu"] == {"eindeutig": False, "offene_fragen": ["drittmittel"]}
    assert eintrag["unterschiede"] is None


def test_ein_unterschied_steht_mit_vorzeichen_und_zwei_dezimalstellen_da() -> None:
    fall = verglichen(NACH_ZAHLUNGEN, VIELES_ANDERS)
    [eintrag] = eintraege(als_daten(NACH_ZAHLUNGEN, VIELES_ANDERS, fall), "faelle")

    assert {
        "jahr": 2018,
        "partner": "mettmann",
        "groesse": "rueckfuehrung",
        "alt": "13636.36",
        "neu": "11538.46",
        "differenz": "-2097.90",
    } in cast(list[Daten], eintrag["unterschiede"])


def test_der_beleg_nennt_beide_fassungen_und_die_faelle() -> None:
    beleg = cast(Daten, als_daten(BERICHT_2017, VIELES_ANDERS, verglichen(BERICHT_2017, VIELES_ANDERS))["beleg"])

    assert beleg["alt"] == fingerabdruck_der_fassung(BERICHT_2017)
    assert beleg["neu"] == fingerabdruck_der_fassung(VIELES_ANDERS)
    assert beleg["faelle"] == ["sha256:abc"]
    assert beleg["auslegung"] == [{}]
    assert beleg["konventionen"] == [{"rundung": "groesster_rest", "rundungsvorrang": "vertragsreihenfolge"}]


@given(fassungen(hoechstens=6))
def test_eine_fassung_mit_sich_selbst_verglichen_ist_leer(fassung: Vertragsfassung) -> None:
    daten = als_daten(fassung, fassung)

    assert daten["leer"] is True
    assert {eine["aenderung"] for eine in eintraege(daten, "bestimmungen")} == {"unveraendert"}
    assert (daten["angaben"], daten["regeln"]) == ([], [])


@settings(max_examples=40)
@given(aufzeichnungen(hoechstens=3, jahre=2), auslegungen)
def test_die_betraege_sind_die_des_vergleichs(aufzeichnung: Aufzeichnung, auslegung: Auslegung) -> None:
    neu = _mit_einem_cent_mehr(aufzeichnung.fassung)
    fall = vergleiche_fall(aufzeichnung, neu, auslegung)
    [eintrag] = eintraege(als_daten(aufzeichnung.fassung, neu, VerglichenerFall("F", "", fall)), "faelle")

    assert fall.unterschiede is not None
    assert [
        (einer["jahr"], einer["partner"], einer["groesse"], einer["alt"], einer["neu"], einer["differenz"])
        for einer in cast(list[Daten], eintrag["unterschiede"])
    ] == [
        (e.jahr, e.partner, e.groesse, e.alt.dezimal(), e.neu.dezimal(), (e.neu - e.alt).dezimal())
        for e in fall.unterschiede
    ]


def _mit_einem_cent_mehr(fassung: Vertragsfassung) -> Vertragsfassung:
    """Erhöht den ersten Beitrag um einen Cent, damit sich Schlüssel und Beträge verschieben."""
    (wer, betrag), *rest = fassung.beitraege.paare
    return evolve(fassung, kennung="anders", beitraege=Betraege(((wer, Geldbetrag(betrag.cent + 1)), *rest)))


def test_luecken_stehen_mit_betrag_fall_und_saetzen_da() -> None:
    alt = luecken(BERICHT_2017, musterfaelle(BERICHT_2017))
    neu = luecken(NACH_ZAHLUNGEN, musterfaelle(NACH_ZAHLUNGEN))
    daten = cast(Daten, json.loads(json.dumps(luecken_als_json(NACH_ZAHLUNGEN, neu, geschlossen(alt, neu), ["x"]))))

    assert list(daten) == ["fassung", "grundlage", "offen", "nur_beschrieben", "geschlossen", "beleg"]
    offen = {str(eine["frage"]): eine for eine in eintraege(daten, "offen")}
    assert "rueckfuehrungsbasis" not in offen
    assert offen["stellendauer"]["unterschied"] == "0.00"
    assert offen["stellendauer"]["fall"] is None
    assert [eine["frage"] for eine in eintraege(daten, "geschlossen")] == ["rueckfuehrungsbasis"]
    assert eintraege(daten, "geschlossen")[0]["unterschied"] == "8333.33"
    assert eintraege(daten, "nur_beschrieben")[0] == {
        "kennung": "OF-01",
        "titel": "Art des Vertrags",
        "saetze": ["17-A3"],
    }
    beleg = cast(Daten, daten["beleg"])
    assert (beleg["faelle"], beleg["auslegung"]) == (["x"], {})
    assert beleg["konventionen"] == {"rundung": "groesster_rest", "rundungsvorrang": "vertragsreihenfolge"}
