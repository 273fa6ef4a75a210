"""JSON eines Vertragsstands und eines Verlaufs: Schlüssel, Reihenfolge, Beträge und Tage als Text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version

from attrs import fields_dict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ablauf.akten import ein_ereignis, ereignisse, tage
from darstellung.staende import (
    ABBERUFEN,
    AUFGEHOBEN,
    BEITRITT,
    BERICHTIGT,
    OHNE_BILLIGUNG,
    PLANUNG_2018,
    RECHTZEITIG,
    SPAETE_PLANUNG,
    TEILS_GEZAHLT,
    VORAB_UEBERTRAGEN,
    am,
    fall_zu,
)
from kooperationsvertrag.ablauf.aufzeichnen import ereignisse_aus
from kooperationsvertrag.ablauf.ereignis import EREIGNISART, BeschlussGefasst, Ereignis, PersonalGestellt
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Uebertragungsumfang
from kooperationsvertrag.ablauf.verlauf import verlauf
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand, stand
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fall.als_json import Json, fingerabdruck_der_fassung, jahr_als_json
from kooperationsvertrag.fall.stand_als_json import ereignis_als_json, stand_als_json, verlauf_als_json
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.gremien import Handlung
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import (
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Planungsfrist,
    Pruefung,
    SchluesselNachBeitritt,
)
from strategien import aufzeichnungen, auslegungen, halb_offene_auslegungen

Objekt = Mapping[str, Json]


def daten(festgestellt: Vertragsstand) -> Objekt:
    return stand_als_json(fall_zu(festgestellt), festgestellt)


def schritte(festgestellt: Vertragsstand) -> list[Objekt]:
    return liste(verlauf_als_json(fall_zu(festgestellt), festgestellt, verlauf(festgestellt)), "schritte")


def liste(objekt: Objekt, name: str) -> list[Objekt]:
    """Eine Liste von Objekten."""
    glieder = objekt[name]
    assert isinstance(glieder, Sequence)
    objekte = [glied for glied in glieder if isinstance(glied, Mapping)]
    assert len(objekte) == len(glieder)
    return objekte


def einziges(glieder: Sequence[Objekt], **gesucht: Json) -> Objekt:
    [gefunden] = [glied for glied in glieder if all(glied[name] == wert for name, wert in gesucht.items())]
    return gefunden


def test_ein_rechtzeitiges_jahr_hat_jeden_schluessel_in_der_reihenfolge_der_schnittstelle() -> None:
    festgestellt = am(date(2019, 4, 1), RECHTZEITIG)
    geschrieben = daten(festgestellt)

    assert list(geschrieben) == [
        "titel",
        "fassung",
        "grundlage",
        "fassungen",
        "stichtag",
        "eindeutig",
        "auslegung",
        "konventionen",
        "offene_fragen",
        "haushaltsjahre",
        "pflichten",
        "moeglichkeiten",
        "personal",
        "berichtigungen",
        "befunde",
        "ereignisbefunde",
        "nicht_geprueft",
        "beleg",
    ]
    assert geschrieben["titel"] == "Aufbau und Betrieb"
    assert geschrieben["fassung"] == "bericht-2017"
    assert geschrieben["stichtag"] == "2019-04-01"
    assert geschrieben["eindeutig"] is True
    assert geschrieben["konventionen"] == {"rundung": "groesster_rest", "rundungsvorrang": "vertragsreihenfolge"}
    assert geschrieben["beleg"] == {
        "version": version("kooperationsvertrag"),
        "fassung": fingerabdruck_der_fassung(BERICHT_2017),
        "eingabe": "sha256:0123",
        "weitere_fassungen": [],
        "auslegung": {},
        "konventionen": {"rundung": "groesster_rest", "rundungsvorrang": "vertragsreihenfolge"},
        "stichtag": "2019-04-01",
    }
    assert geschrieben["nicht_geprueft"] == ["Zum Haushaltsjahr 2019 ist nichts erfasst; geprüft ist es deshalb nicht."]


def test_ein_haushaltsjahr_nennt_phase_weg_und_dieselbe_abrechnung_wie_abrechnen() -> None:
    festgestellt = am(date(2019, 4, 1), RECHTZEITIG)
    [jahr] = liste(daten(festgestellt), "haushaltsjahre")

    assert festgestellt.jahre[0].abrechnung
    assert jahr["abrechnung"] == jahr_als_json(festgestellt.jahre[0].abrechnung)
    assert {name: wert for name, wert in jahr.items() if name not in ("abrechnung", "wechsel")} == {
        "jahr": 2018,
        "phase": "zurueckgefuehrt",
        "seit": "2019-03-01",
        "abgerechnet": True,
        "varianten": [],
        "ausgezahlt": {"duesseldorf": "12500.00", "mettmann": "12500.00", "ihk": "5000.00"},
        "uebertrag": [],
    }
    assert liste(jahr, "wechsel")[1] == {
        "tag": "2018-12-28",
        "von": "laufend",
        "nach": "abgeschlossen",
        "ausloeser": "abschlussbericht",
        "fundstellen": ["17-F7"],
    }


def test_ein_geplantes_jahr_hat_noch_keinen_weg() -> None:
    [jahr] = liste(daten(am(date(2017, 12, 24), [PLANUNG_2018])), "haushaltsjahre")

    assert (jahr["phase"], jahr["seit"], jahr["wechsel"], jahr["abgerechnet"]) == ("geplant", None, [], False)


def test_haengt_das_geld_an_einer_lesart_steht_jede_abrechnung_da() -> None:
    geschrieben = daten(am(date(2019, 4, 1), OHNE_BILLIGUNG))
    [jahr] = liste(geschrieben, "haushaltsjahre")
    varianten = liste(jahr, "varianten")

    assert geschrieben["eindeutig"] is False
    assert geschrieben["offene_fragen"] == ["pruefung"]
    assert jahr["abrechnung"] is None
    assert jahr["uebertrag"] == []
    assert [variante["auslegung"] for variante in varianten] == [
        {"pruefung": "vornahme_genuegt"},
        {"pruefung": "billigung_noetig"},
    ]
    assert all(set(variante) == {"auslegung", "abrechnung"} for variante in varianten)


def test_die_gewaehlten_lesarten_stehen_da() -> None:
    gewaehlt = Auslegung.mit(Pruefung.VORNAHME_GENUEGT)

    assert daten(am(date(2019, 4, 1), OHNE_BILLIGUNG, gewaehlt))["auslegung"] == {"pruefung": "vornahme_genuegt"}


def test_ein_uebertrag_nennt_wessen_geld_er_ist() -> None:
    jahre = liste(daten(am(date(2019, 3, 1), VORAB_UEBERTRAGEN)), "haushaltsjahre")

    assert jahre[0]["uebertrag"] == [
        {
            "aus_jahr": 2018,
            "betrag": "30000.00",
            "schluessel": {"duesseldorf": "5/12", "mettmann": "5/12", "ihk": "1/6"},
            "anteile": {"duesseldorf": "12500.00", "mettmann": "12500.00", "ihk": "5000.00"},
        }
    ]
    assert jahre[1]["abgerechnet"] is False


def test_eine_pflicht_mit_allen_angaben() -> None:
    pflichten = liste(daten(am(date(2019, 3, 1), TEILS_GEZAHLT)), "pflichten")

    assert einziges(pflichten, handlung="beitrag_leisten", traeger="ihk") == {
        "jahr": 2018,
        "handlung": "beitrag_leisten",
        "gegenstand": "",
        "traeger": "ihk",
        "gegenueber": "gemeinsames Budget",
        "fundstellen": ["17-F1"],
        "fragen": ["OF-15", "OF-17"],
        "status": "unbestimmt",
        "frist": {"ordnung": "im Haushaltsjahr", "tag": None},
        "betrag": "20000.00",
        "rest": "15000.00",
        "erfuellt_am": None,
        "lesarten": [{"auslegung": {}, "tag": None, "status": "unbestimmt", "betrag": "20000.00", "rest": "15000.00"}],
    }


def test_haengt_eine_pflicht_an_einer_lesart_fehlt_der_gemeinsame_tag() -> None:
    pflichten = liste(daten(am(date(2018, 3, 1), [SPAETE_PLANUNG])), "pflichten")
    planung = einziges(pflichten, handlung="planung_erstellen")

    assert (planung["status"], planung["erfuellt_am"]) == ("unbestimmt", "2018-02-12")
    assert planung["frist"] == {"ordnung": "zu Beginn des Haushaltsjahres", "tag": None}
    assert [(lesart["tag"], lesart["status"]) for lesart in liste(planung, "lesarten")] == [
        ("2017-12-31", "verspaetet_erfuellt"),
        ("2018-01-01", "verspaetet_erfuellt"),
        ("2018-01-31", "verspaetet_erfuellt"),
        ("2018-03-31", "erfuellt"),
    ]


def test_ist_die_lesart_gewaehlt_steht_der_tag_da() -> None:
    gewaehlt = Auslegung.mit(Planungsfrist.IM_ERSTEN_MONAT)
    pflichten = liste(daten(am(date(2018, 3, 1), [SPAETE_PLANUNG], gewaehlt)), "pflichten")
    planung = einziges(pflichten, handlung="planung_erstellen")

    assert planung["frist"] == {"ordnung": "zu Beginn des Haushaltsjahres", "tag": "2018-01-31"}
    assert planung["lesarten"] == [
        {
            "auslegung": {"planungsfrist": "im_ersten_monat"},
            "tag": "2018-01-31",
            "status": "verspaetet_erfuellt",
            "betrag": None,
            "rest": None,
        }
    ]


def test_eine_moeglichkeit_mit_allen_angaben() -> None:
    moeglichkeiten = liste(daten(am(date(2019, 1, 15), RECHTZEITIG)), "moeglichkeiten")
    uebertragen = einziges(moeglichkeiten, handlung="uebertragung_beschliessen")

    assert list(uebertragen) == ["jahr", "handlung", "wer", "text", "fundstellen", "fragen"]
    assert (uebertragen["jahr"], uebertragen["wer"]) == (2018, "aufsichtsgremium")
    assert uebertragen["fundstellen"] == ["17-F9"]


def test_wer_gestellt_ist_steht_da_und_wer_abberufen_ist_nicht() -> None:
    personal = liste(daten(am(date(2018, 12, 1), ABBERUFEN)), "personal")

    assert [person["partner"] for person in personal] == ["duesseldorf", "mettmann"]
    assert personal[1] == {
        "partner": "mettmann",
        "person": "Stelle 2",
        "funktion": "stellvertretung",
        "abgeordnet_an": "duesseldorf",
        "vorgesetzt": False,
        "seit": "2018-01-01",
    }


def test_ist_zum_personal_nichts_erfasst_ist_das_nicht_dasselbe_wie_niemand() -> None:
    assert daten(am(date(2018, 12, 1), [PLANUNG_2018]))["personal"] is None


def test_eine_berichtigung_nennt_altes_und_neues() -> None:
    geschrieben = daten(am(date(2019, 7, 1), BERICHTIGT))
    [berichtigung] = liste(geschrieben, "berichtigungen")

    assert berichtigung["ab"] == "2019-06-01"
    assert isinstance(berichtigung["alt"], Mapping)
    assert isinstance(berichtigung["neu"], Mapping)
    assert (berichtigung["alt"]["betrag"], berichtigung["neu"]["betrag"]) == ("90000.00", "91000.00")


def test_befunde_stehen_nach_schwere_und_mit_ihrem_ereignis() -> None:
    geschrieben = daten(am(date(2019, 7, 1), BERICHTIGT))
    [paar] = liste(geschrieben, "ereignisbefunde")

    assert isinstance(paar["befund"], Mapping)
    assert paar["befund"]["kennung"] == "buchung_nach_pruefung"
    assert paar["befund"] in liste(geschrieben, "befunde")
    assert isinstance(paar["ereignis"], Mapping)
    assert paar["ereignis"]["art"] == "ausgabe_gebucht"


def test_ein_ereignis_mit_allen_seinen_angaben() -> None:
    abstimmung = BeschlussGefasst(
        datum=date(2019, 2, 14),
        jahr=2018,
        gegenstand=Handlung.UEBERTRAGUNG_BESCHLIESSEN,
        betrag=Uebertragungsumfang.ALLES,
        ja=("duesseldorf", "mettmann"),
        kennung="b1",
    )

    assert ereignis_als_json(abstimmung) == {
        "art": "beschluss_gefasst",
        "datum": "2019-02-14",
        "beleg": "",
        "kennung": "b1",
        "ersetzt": "",
        "erfasst": None,
        "jahr": 2018,
        "akteur": "aufsichtsgremium",
        "gegenstand": "uebertragung_beschliessen",
        "betrag": "alles",
        "ja": ["duesseldorf", "mettmann"],
        "nein": [],
        "enthaltung": [],
        "einstimmig": False,
    }


def test_unbekanntes_ist_null_und_nicht_falsch() -> None:
    gestellt = ereignis_als_json(PersonalGestellt(datum=date(2018, 1, 2), akteur="ihk", person="Stelle 3"))

    assert (gestellt["vorgesetzt"], gestellt["abgeordnet_an"], gestellt["funktion"]) == (None, None, None)


# Verlauf


def test_der_verlauf_hat_jeden_schluessel_in_der_reihenfolge_der_schnittstelle() -> None:
    festgestellt = am(date(2019, 4, 1), RECHTZEITIG)
    geschrieben = verlauf_als_json(fall_zu(festgestellt), festgestellt, verlauf(festgestellt))

    assert list(geschrieben) == [
        "titel",
        "fassung",
        "grundlage",
        "fassungen",
        "stichtag",
        "schritte",
        "befunde",
        "beleg",
    ]
    assert geschrieben["stichtag"] == "2019-04-01"
    assert all(
        list(schritt)
        == ["tag", "jahr", "ereignis", "beitritt", "wechsel", "berichtigt", "fundstellen", "befunde", "hebt_auf"]
        for schritt in liste(geschrieben, "schritte")
    )


def test_ein_jahreswechsel_hat_kein_ereignis() -> None:
    beginn = einziges(schritte(am(date(2019, 4, 1), RECHTZEITIG)), ereignis=None)

    assert (beginn["tag"], beginn["jahr"], beginn["fundstellen"]) == ("2018-01-01", 2018, ["17-F7"])
    assert [wechsel["nach"] for wechsel in liste(beginn, "wechsel")] == ["laufend"]


def test_was_keinen_tag_hat_steht_am_anfang() -> None:
    assert schritte(am(date(2019, 3, 1), VORAB_UEBERTRAGEN))[0]["tag"] is None


def test_ein_aufgehobenes_ereignis_sagt_wodurch() -> None:
    [aufgehoben] = [schritt for schritt in schritte(am(date(2018, 3, 1), AUFGEHOBEN)) if schritt["berichtigt"]]

    assert isinstance(aufgehoben["berichtigt"], Mapping)
    assert isinstance(aufgehoben["berichtigt"]["neu"], Mapping)
    assert aufgehoben["berichtigt"]["neu"]["grund"] == "versehentlich erfasst"


def test_eine_aufhebung_nennt_das_ereignis_das_nicht_mehr_gilt() -> None:
    alle = schritte(am(date(2018, 3, 1), AUFGEHOBEN))
    [aufhebung] = [schritt for schritt in alle if schritt["hebt_auf"]]

    assert isinstance(aufhebung["ereignis"], Mapping)
    assert isinstance(aufhebung["hebt_auf"], Mapping)
    assert (aufhebung["ereignis"]["art"], aufhebung["hebt_auf"]["art"]) == ("aufhebung", "planung_vorgelegt")
    assert aufhebung["hebt_auf"]["kennung"] == aufhebung["ereignis"]["ersetzt"]


def test_ein_beitritt_der_wirkt_nennt_die_neuen_beitraege() -> None:
    wirksam = Auslegung.mit(
        Beitrittsentscheidung.ERKLAERUNG_GENUEGT, SchluesselNachBeitritt.ADDITIV, Beitrittszeitpunkt.NACH_MONATEN
    )
    [schritt] = [schritt for schritt in schritte(am(date(2018, 8, 1), BEITRITT, wirksam)) if schritt["beitritt"]]

    assert schritt["beitritt"] == {
        "kennung": "neuss",
        "name": "Rhein-Kreis Neuss",
        "ab": "2018-07-01",
        "beitraege": {"duesseldorf": "50000.00", "mettmann": "50000.00", "ihk": "20000.00", "neuss": "30000.00"},
        "beitrag_im_ersten_jahr": "15000.00",
    }
    assert schritt["fundstellen"] == ["17-Z4"]


# Für jede Akte


def pruefe(festgestellt: Vertragsstand) -> None:
    """Alles lässt sich schreiben, und jede Pflicht steht genau einmal da."""
    geschrieben = json.loads(json.dumps(daten(festgestellt)))
    erzaehlt = json.loads(json.dumps(schritte(festgestellt)))

    assert Counter((p["jahr"], p["handlung"], p["gegenstand"], p["traeger"], p["gegenueber"], *p["fundstellen"])
                   for p in geschrieben["pflichten"]) == Counter(
        (p.jahr, p.handlung, p.gegenstand, p.traeger, p.gegenueber, *(norm.kennung for norm in p.normen))
        for p in festgestellt.pflichten
    )  # fmt: skip
    assert geschrieben["eindeutig"] is (geschrieben["offene_fragen"] == [])
    assert all((jahr["abrechnung"] is None) == bool(jahr["varianten"]) for jahr in geschrieben["haushaltsjahre"])
    assert len(erzaehlt) >= len(festgestellt.akte.bekannte(festgestellt.stichtag))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(akte=ereignisse(), tag=tage, auslegung=auslegungen)
def test_jeder_stand_einer_akte_laesst_sich_schreiben(
    akte: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    pruefe(am(tag, akte, auslegung))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    aufzeichnung=aufzeichnungen(hoechstens=4, jahre=2),
    auslegung=halb_offene_auslegungen(),
    tag=st.dates(date(2018, 1, 1), date(2020, 6, 1)),
)
def test_jede_kurzform_laesst_sich_auch_mit_offenen_fragen_schreiben(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, tag: date
) -> None:
    fassung, davor = aufzeichnung.fassung, aufzeichnung.anfangsbestand
    pruefe(stand(fassung, ereignisse_aus(aufzeichnung), tag, auslegung, anfangsbestand=davor))


@given(ein_ereignis())
def test_ein_ereignis_schreibt_genau_seine_angaben(ereignis: Ereignis) -> None:
    geschrieben = ereignis_als_json(ereignis)

    assert EREIGNISART[str(geschrieben["art"])] is type(ereignis)
    assert list(geschrieben) == ["art", *fields_dict(type(ereignis))]
    assert json.loads(json.dumps(geschrieben)) == geschrieben
    betrag = getattr(ereignis, "betrag", None)
    assert not isinstance(betrag, Geldbetrag) or geschrieben["betrag"] == betrag.dezimal()
