"""Aus einer Falldatei wird ein Formular und umgekehrt; was niemand ändert, bleibt."""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import fields_dict
from hypothesis import given
from hypothesis import strategies as st

from beispiele import ANTRAEGE, ENDSTATUS, ENTWUERFE, ORDNER, PRUEFUNGEN
from kooperationsvertrag.ablauf.ereignis import EREIGNISART
from kooperationsvertrag.fall.schema import Antragsdatei, Bestandsangabe, Falldatei, Jahresangabe, Uebertragungsangabe
from kooperationsvertrag.rechner.bausteine import Baustein, Bedingung, Entscheidung, Feld, Feldart, Gruppe, Liste
from kooperationsvertrag.rechner.eintragen import (
    alle_bausteine,
    ausgefuellt,
    beispiel,
    eingetragen,
    gilt,
    lies_tag,
    maengel,
    nicht_gezeigt,
)
from kooperationsvertrag.rechner.formulare import (
    ANFANGSBESTAND,
    ANTRAG,
    AUSGABEN,
    BEWERBUNG,
    EINZAHLUNGEN,
    FALL,
    FASSUNGSWECHSEL,
    FORMULARE,
    HAUSHALTSJAHR,
    UEBERTRAGUNG,
    formulare_als_json,
)
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from kooperationsvertrag.vertrag.partner import Rechtsform
from zufallsfaelle import als_toml, zufallsfall

FALLDATEIEN = [*ENDSTATUS, *PRUEFUNGEN]


def _tabellen(name: str) -> dict[str, Any]:
    return tomllib.loads((ORDNER / f"{name}.toml").read_text(encoding="utf-8"))


def _durch_die_seite(werte: object) -> Any:
    """Was die Seite aus den Werten macht, wenn niemand etwas ändert."""
    return json.loads(json.dumps(werte))


# Hin und zurück


@pytest.mark.parametrize("name", FALLDATEIEN)
def test_ein_beispielfall_ohne_aenderung_bleibt_wie_er_ist(name: str) -> None:
    tabellen = _tabellen(name)

    werte = _durch_die_seite(ausgefuellt(tabellen, FALL.glieder))

    assert eingetragen(tabellen, werte, FALL.glieder) == tabellen
    assert list(nicht_gezeigt(tabellen, FALL.glieder)) == []
    assert list(maengel(tabellen, werte, FALL.glieder, [f"{name}.toml" for name in ENTWUERFE])) == []


@pytest.mark.parametrize("name", ANTRAEGE)
def test_ein_antrag_ohne_aenderung_bleibt_wie_er_ist(name: str) -> None:
    tabellen = _tabellen(name)

    werte = _durch_die_seite(ausgefuellt(tabellen, ANTRAG.glieder))

    assert eingetragen(tabellen, werte, ANTRAG.glieder) == tabellen
    assert list(nicht_gezeigt(tabellen, ANTRAG.glieder)) == []
    assert list(maengel(tabellen, werte, ANTRAG.glieder)) == []


@pytest.mark.parametrize("zehn", range(10))
def test_hundert_zufaellige_faelle_sind_im_formular_vollstaendig(zehn: int) -> None:
    for saat in range(10 * zehn, 10 * zehn + 10):
        tabellen = tomllib.loads(als_toml(*zufallsfall(random.Random(saat))))

        werte = _durch_die_seite(ausgefuellt(tabellen, FALL.glieder))

        assert list(nicht_gezeigt(tabellen, FALL.glieder)) == []
        assert eingetragen(tabellen, werte, FALL.glieder) == tabellen
        neu = eingetragen({}, werte, FALL.glieder)
        assert _ohne_leeres(neu) == _ohne_leeres(tabellen), saat


def _ohne_leeres(wert: object) -> object:
    """Leere Listen und Texte sagen dasselbe wie keine."""
    if isinstance(wert, dict):
        return {name: _ohne_leeres(teil) for name, teil in wert.items() if teil not in ([], "")}
    return [_ohne_leeres(teil) for teil in wert] if isinstance(wert, list) else wert


WERTE = st.one_of(
    st.booleans(), st.integers(), st.text(max_size=5), st.dates(), st.lists(st.integers(), max_size=2), st.none()
)
TABELLEN = st.recursive(
    st.dictionaries(st.sampled_from(["titel", "jahr", "haushaltsjahr", "uebertragung", "datum", "ja", "x"]), WERTE),
    lambda innen: st.dictionaries(
        st.sampled_from(["haushaltsjahr", "uebertragung", "auslegung", "ereignis"]), st.one_of(innen, st.lists(innen))
    ),
    max_leaves=6,
)


@given(TABELLEN)
def test_auch_aus_einer_beliebigen_datei_geht_nichts_verloren(tabelle: dict[str, object]) -> None:
    werte = _durch_die_seite(ausgefuellt(tabelle, FALL.glieder))

    assert eingetragen(tabelle, werte, FALL.glieder) == _mit_text_als_titel(tabelle)


def _mit_text_als_titel(tabelle: dict[str, object]) -> dict[str, object]:
    """Eine Zahl als Titel sagt dasselbe wie der Text."""
    titel = tabelle.get("titel")
    return tabelle | {"titel": str(titel)} if type(titel) is int else tabelle


# Eingaben


def test_ein_tag_in_deutscher_form_wird_ein_datum() -> None:
    jahr = eingetragen({}, {"planung_erstellt": "12.1.2018"}, HAUSHALTSJAHR.glieder)

    assert jahr["planung_erstellt"] == date(2018, 1, 12)


def test_ein_tag_den_es_nicht_gibt_bleibt_stehen_und_wird_bemaengelt() -> None:
    werte = {"planung_erstellt": "31.02.2018"}
    jahr = eingetragen({}, werte, HAUSHALTSJAHR.glieder)

    assert jahr["planung_erstellt"] == "31.02.2018"
    assert "„31.02.2018“ ist kein Tag." in [problem.grund for problem in maengel(jahr, werte, HAUSHALTSJAHR.glieder)]


def test_ein_jahr_in_worten_wird_bemaengelt() -> None:
    werte = {"jahr": "zwanzig"}
    jahr = eingetragen({}, werte, HAUSHALTSJAHR.glieder)

    assert "„zwanzig“ ist keine Jahreszahl." in [
        problem.grund for problem in maengel(jahr, werte, HAUSHALTSJAHR.glieder)
    ]


@pytest.mark.parametrize(
    ("name", "text", "wert"),
    [
        ("jahr", "2018", 2018),
        ("geprueft", "2019-02-14", date(2019, 2, 14)),
        ("geprueft", " 14.2.2019", date(2019, 2, 14)),
    ],
)
def test_was_die_bibliothek_nur_wegen_der_schreibweise_ablehnt_wird_richtig_geschrieben(
    name: str, text: str, wert: object
) -> None:
    werte = _durch_die_seite(ausgefuellt({name: text}, HAUSHALTSJAHR.glieder))

    assert eingetragen({name: text}, werte, HAUSHALTSJAHR.glieder) == {name: wert}


def test_eine_zahl_in_einem_feld_fuer_text_wird_text() -> None:
    tabelle = {"titel": 2018, "haushaltsjahr": [{"ausgabe": [{"bezeichnung": 17}]}]}
    werte = _durch_die_seite(ausgefuellt(tabelle, FALL.glieder))

    assert eingetragen(tabelle, werte, FALL.glieder) == {
        "titel": "2018",
        "haushaltsjahr": [{"ausgabe": [{"bezeichnung": "17"}]}],
    }


@pytest.mark.parametrize("titel", [True, 1.5, 16**5000, [1]], ids=["ja", "Bruch", "unglaubhaft", "Liste"])
def test_anderes_in_einem_feld_fuer_text_bleibt(titel: object) -> None:
    werte = _durch_die_seite(ausgefuellt({"titel": titel}, FALL.glieder))

    assert eingetragen({"titel": titel}, werte, FALL.glieder)["titel"] is titel


@pytest.mark.parametrize(
    ("schluessel", "wird"),
    [
        ({"duesseldorf": "5", "ihk": 2}, {"duesseldorf": 5, "ihk": 2}),
        ({"duesseldorf": "fünf", "ihk": "2"}, {"duesseldorf": "fünf", "ihk": "2"}),
        ({"duesseldorf": "5", "ihk": [2]}, {"duesseldorf": "5", "ihk": [2]}),
        ({"duesseldorf": "5", "ihk": True}, {"duesseldorf": "5", "ihk": True}),
    ],
)
def test_ein_schluessel_aus_ziffern_als_text_wird_einer_aus_zahlen(
    schluessel: dict[str, object], wird: dict[str, object]
) -> None:
    tabelle = {"schluessel": schluessel}
    werte = _durch_die_seite(ausgefuellt(tabelle, ANFANGSBESTAND.glieder))

    assert eingetragen(tabelle, werte, ANFANGSBESTAND.glieder) == {"schluessel": wird}


def test_eine_leere_reihenfolge_in_der_datei_bleibt() -> None:
    tabelle = {"auslegung": {"rundungsvorrang": ""}}
    werte = _durch_die_seite(ausgefuellt(tabelle, FALL.glieder))

    assert eingetragen(tabelle, werte, FALL.glieder) == tabelle


@pytest.mark.parametrize(
    ("tabelle", "entscheidung"),
    [({"einstimmig": False}, UEBERTRAGUNG.glieder[2]), ({"eingezahlt": "x"}, EINZAHLUNGEN)],
)
def test_eine_angabe_mit_anderem_wert_ist_nicht_die_antwort(tabelle: dict[str, object], entscheidung: Baustein) -> None:
    werte = ausgefuellt(tabelle, [entscheidung])

    assert werte[f"?{entscheidung.name}"] == ""
    assert eingetragen(tabelle, werte, [entscheidung]) == tabelle


def test_eine_angekreuzte_leere_uebertragung_steht_in_der_datei() -> None:
    assert eingetragen({}, {"uebertragung": {"?": "ja"}}, [UEBERTRAGUNG]) == {"uebertragung": {}}


def test_alles_ist_nur_bei_der_uebertragung_ein_betrag() -> None:
    werte = {"?verausgabt": "summe", "verausgabt": "Alles"}

    assert eingetragen({}, werte, [AUSGABEN]) == {"verausgabt": "Alles"}


@pytest.mark.parametrize(
    ("vorher", "nachher"),
    [
        ({"ja": ["ihk"]}, {"ja": ["ihk", "mettmann"]}),
        ({"ja": ["ihk"], "nein": []}, {"ja": ["ihk", "mettmann"], "nein": []}),
    ],
)
def test_eine_leere_stimmliste_steht_nur_da_wo_sie_schon_stand(
    vorher: dict[str, object], nachher: dict[str, object]
) -> None:
    werte = {"uebertragung": {"?": "ja", "?einstimmig": "einzeln", "ja": {"ihk": "ja", "mettmann": "ja"}}}

    assert eingetragen({"uebertragung": vorher}, werte, [UEBERTRAGUNG]) == {"uebertragung": nachher}


@pytest.mark.parametrize("text", ["31.02.2019", " morgen ", ""])
def test_was_sich_nicht_lesen_laesst_bleibt_zeichen_fuer_zeichen(text: str) -> None:
    werte = _durch_die_seite(ausgefuellt({"geprueft": text}, HAUSHALTSJAHR.glieder))

    assert eingetragen({"geprueft": text}, werte, HAUSHALTSJAHR.glieder) == {"geprueft": text}


@pytest.mark.parametrize("text", ["Alles", " ALLES ", "alles"])
def test_alles_laesst_sich_gross_und_klein_schreiben(text: str) -> None:
    neu = eingetragen({}, {"uebertragung": {"?": "ja", "betrag": text}}, [UEBERTRAGUNG])

    assert neu == {"uebertragung": {"betrag": "alles"}}


def test_wieder_geleerte_stimmen_sind_keine_angabe() -> None:
    tabelle = {"uebertragung": {"ja": ["ihk"], "nein": [], "enthaltung": []}}
    werte = {"uebertragung": {"?": "ja", "?einstimmig": "einzeln", "ja": {"ihk": ""}}}

    assert eingetragen(tabelle, werte, [UEBERTRAGUNG]) == {"uebertragung": {}}


@pytest.mark.parametrize("zahl", [16**5000, -(10**5000)], ids=["positiv", "negativ"])
def test_eine_unglaubhaft_grosse_zahl_zeigt_das_formular_nicht_und_sie_bleibt(zahl: int) -> None:
    tabelle = {"jahr": zahl, "verausgabt": zahl}
    werte = _durch_die_seite(ausgefuellt(tabelle, HAUSHALTSJAHR.glieder))

    assert (werte["jahr"], werte["verausgabt"]) == ("", "")
    assert eingetragen(tabelle, werte, HAUSHALTSJAHR.glieder) == tabelle


def test_steht_statt_einer_tabelle_etwas_anderes_da_wird_in_ihr_nichts_verlangt() -> None:
    tabelle: dict[str, object] = {"uebertragung": [{}]}
    werte = _durch_die_seite(ausgefuellt(tabelle, [UEBERTRAGUNG]))

    assert list(maengel(tabelle, werte, [UEBERTRAGUNG])) == []


def test_ein_geleertes_feld_ist_keine_angabe() -> None:
    assert eingetragen({"titel": "Alt", "fassung": "x"}, {"titel": " "}, FALL.glieder) == {"fassung": "x"}


def test_ein_betrag_bleibt_wie_getippt() -> None:
    werte = {"?verausgabt": "summe", "verausgabt": "43.417,55"}

    assert eingetragen({}, werte, [AUSGABEN]) == {"verausgabt": "43.417,55"}


def test_eine_ganze_zahl_bleibt_eine_solange_niemand_sie_aendert() -> None:
    tabelle = {"verausgabt": 50000}
    werte = _durch_die_seite(ausgefuellt(tabelle, [AUSGABEN]))

    assert eingetragen(tabelle, werte, [AUSGABEN]) == {"verausgabt": 50000}
    assert eingetragen(tabelle, werte | {"verausgabt": "50001"}, [AUSGABEN]) == {"verausgabt": "50001"}


def test_wer_sich_umentscheidet_hat_nur_die_neue_antwort() -> None:
    tabelle = {"jahr": 2018, "eingezahlt": "wie vereinbart"}
    werte = {"?eingezahlt": "einzeln", "einzahlung": [{"partner": "ihk", "betrag": "1", "datum": ""}]}

    neu = eingetragen(tabelle, werte, [EINZAHLUNGEN])

    assert neu == {"jahr": 2018, "einzahlung": [{"partner": "ihk", "betrag": "1"}]}
    assert eingetragen(neu, {"?eingezahlt": "wie vereinbart"}, [EINZAHLUNGEN]) == tabelle


BEIDES = {"eingezahlt": "wie vereinbart", "einzahlung": [{"partner": "ihk", "betrag": "1", "beleg": "a"}]}


def test_stehen_zwei_antworten_in_der_datei_ist_keine_gewaehlt_und_alles_bleibt() -> None:
    werte = _durch_die_seite(ausgefuellt(BEIDES, [EINZAHLUNGEN]))

    assert werte["?eingezahlt"] == ""
    assert eingetragen(BEIDES, werte, [EINZAHLUNGEN]) == BEIDES
    assert [problem.grund for problem in maengel(BEIDES, werte, [EINZAHLUNGEN])] == [
        "In der Datei steht mehreres nebeneinander. Möglich ist nur eines: „Alle haben gezahlt, was vereinbart ist“ "
        "oder „Etwas anderes; die Zahlungen einzeln angeben“."
    ]


@pytest.mark.parametrize(("wahl", "bleibt"), [("wie vereinbart", "eingezahlt"), ("einzeln", "einzahlung")])
def test_wer_zwischen_zwei_antworten_waehlt_behaelt_nur_diese_und_sie_ganz(wahl: str, bleibt: str) -> None:
    werte = _durch_die_seite(ausgefuellt(BEIDES, [EINZAHLUNGEN])) | {"?eingezahlt": wahl}

    assert eingetragen(BEIDES, werte, [EINZAHLUNGEN]) == {bleibt: BEIDES[bleibt]}


@pytest.mark.parametrize(
    ("entscheidung", "grund"),
    [
        (EINZAHLUNGEN, "Hier steht noch keine Einzahlung. Hat niemand gezahlt, genügt eine mit dem Betrag 0."),
        (AUSGABEN, "Hier steht noch keine Ausgabe. Wurde nichts ausgegeben, genügt die Summe 0."),
    ],
)
def test_einzeln_ohne_zeile_sagt_was_zu_tun_ist(entscheidung: Entscheidung, grund: str) -> None:
    werte = {f"?{entscheidung.name}": "einzeln", "einzahlung": [], "ausgabe": []}

    assert [problem.grund for problem in maengel({}, werte, [entscheidung])] == [grund]


def test_einzeln_ohne_stimme_sagt_dass_keine_da_steht() -> None:
    werte = {"uebertragung": {"?": "ja", "?einstimmig": "einzeln", "ja": {}, "betrag": "1", "datum": "14.02.2019"}}
    tabelle = eingetragen({}, werte, [UEBERTRAGUNG])

    assert [(problem.stelle, problem.grund) for problem in maengel(tabelle, werte, [UEBERTRAGUNG])] == [
        ("uebertragung.einstimmig", "Hier steht noch keine Stimme.")
    ]


def test_eine_entfernte_zeile_nimmt_nur_sich_selbst_mit() -> None:
    tabelle = {"ausgabe": [{"betrag": "1", "beleg": "a"}, {"betrag": "2", "beleg": "b"}]}
    werte = _durch_die_seite(ausgefuellt(tabelle, [AUSGABEN]))
    del werte["ausgabe"][0]

    assert eingetragen(tabelle, werte, [AUSGABEN]) == {"ausgabe": [{"betrag": "2", "beleg": "b"}]}


def test_sind_alle_zeilen_entfernt_entfaellt_die_liste() -> None:
    assert eingetragen({"anfangsbestand": [{"betrag": "1"}]}, {"anfangsbestand": []}, [ANFANGSBESTAND]) == {}


def test_stimmen_stehen_in_drei_listen() -> None:
    stimmen = {"duesseldorf": "ja", "mettmann": "nein", "ihk": "enthaltung", "neu": ""}
    werte = {
        "uebertragung": {"?": "ja", "?einstimmig": "einzeln", "ja": stimmen, "betrag": "alles", "datum": "14.02.2019"}
    }

    neu = eingetragen({}, werte, [UEBERTRAGUNG])["uebertragung"]

    assert neu == {
        "betrag": "alles",
        "datum": date(2019, 2, 14),
        "ja": ["duesseldorf"],
        "nein": ["mettmann"],
        "enthaltung": ["ihk"],
    }


def test_ohne_abstimmung_gibt_es_keine_uebertragung() -> None:
    tabelle = {"uebertragung": {"betrag": "alles", "einstimmig": True}}

    assert eingetragen(tabelle, {"uebertragung": {"?": ""}}, [UEBERTRAGUNG]) == {}
    assert eingetragen({}, {"uebertragung": {"?": ""}}, [UEBERTRAGUNG]) == {}


def test_ein_schluessel_besteht_aus_ganzen_zahlen() -> None:
    werte = {
        "anfangsbestand": [
            {"aus_jahr": "2017", "betrag": "1", "schluessel": {"duesseldorf": "5", "ihk": " ", "x": "a"}}
        ]
    }

    assert eingetragen({}, werte, [ANFANGSBESTAND])["anfangsbestand"] == [
        {"aus_jahr": 2017, "betrag": "1", "schluessel": {"duesseldorf": 5, "x": "a"}}
    ]


def test_ein_leerer_schluessel_ist_keine_angabe() -> None:
    alt = {"anfangsbestand": [{"schluessel": {"ihk": 5}}]}
    werte = {"anfangsbestand": [{"#": 0, "schluessel": {"ihk": ""}}]}

    assert eingetragen(alt, werte, [ANFANGSBESTAND]) == {"anfangsbestand": [{}]}


def test_wer_zugestimmt_hat_steht_in_einer_liste() -> None:
    assert eingetragen({}, {"zustimmung": ["ihk"]}, BEWERBUNG) == {"zustimmung": ["ihk"]}
    assert eingetragen({"zustimmung": ["ihk"]}, {"zustimmung": []}, BEWERBUNG) == {}


@pytest.mark.parametrize(("eingabe", "wert"), [("ja", True), ("nein", False), ("vielleicht", "vielleicht")])
def test_ein_urteil_ist_ein_wahrheitswert(eingabe: str, wert: object) -> None:
    assert eingetragen({}, {"foerderlich": eingabe}, BEWERBUNG)["foerderlich"] == wert


@pytest.mark.parametrize(
    ("eingabe", "wert"), [("ihk, mettmann", ["ihk", "mettmann"]), ("vertragsreihenfolge", "vertragsreihenfolge")]
)
def test_ein_vorrang_ist_eine_liste_oder_die_reihenfolge_des_vertrags(eingabe: str, wert: object) -> None:
    neu = eingetragen({}, {"auslegung": {"rundungsvorrang": eingabe}}, FALL.glieder)

    assert neu["auslegung"] == {"rundungsvorrang": wert}


def test_ein_vorrang_aus_der_datei_steht_mit_kommas_im_formular() -> None:
    werte = ausgefuellt({"auslegung": {"rundungsvorrang": ["ihk", "mettmann"]}}, FALL.glieder)

    assert werte["auslegung"]["rundungsvorrang"] == "ihk, mettmann"  # type: ignore[index]  # eine Gruppe ist ein dict


def test_was_eine_andere_antwort_unnoetig_macht_entfaellt() -> None:
    tabelle = {"art": "personalkosten", "partner": "ihk"}
    felder = HAUSHALTSJAHR.glieder[2].wege[1].glieder[0].glieder  # type: ignore[union-attr]  # die Liste der Ausgaben

    assert eingetragen(tabelle, {"art": "projekt", "partner": "ihk"}, felder) == {"art": "projekt"}


def test_was_schon_vorher_nicht_passte_bleibt_und_die_bibliothek_bemaengelt_es() -> None:
    tabelle = {"art": "projekt", "partner": "ihk"}
    felder = HAUSHALTSJAHR.glieder[2].wege[1].glieder[0].glieder  # type: ignore[union-attr]  # die Liste der Ausgaben

    assert eingetragen(tabelle, {"art": "projekt", "partner": "ihk"}, felder) == tabelle


def test_ein_feld_das_es_bei_beiden_arten_gibt_behaelt_seinen_wert() -> None:
    felder = [
        Feld("art", Feldart.AUSWAHL, "Art"),
        Feld("wer", Feldart.PARTNER, "Wer", wenn=Bedingung("art", ("a",))),
        Feld("wer", Feldart.TEXT, "Wer", wenn=Bedingung("art", ("b",))),
    ]

    assert eingetragen({"art": "a", "wer": "ihk"}, {"art": "b", "wer": "ihk"}, felder) == {"art": "b", "wer": "ihk"}


# Mängel in Worten des Formulars


def test_ein_leeres_formular_nennt_jede_noetige_angabe() -> None:
    werte = {"fassung": "bericht-2017", "haushaltsjahr": [{"?eingezahlt": "", "?verausgabt": ""}]}
    tabellen = eingetragen({}, werte, FALL.glieder)

    assert [problem.stelle for problem in maengel(tabellen, werte, FALL.glieder)] == [
        "haushaltsjahr[0].jahr",
        "haushaltsjahr[0].eingezahlt",
        "haushaltsjahr[0].verausgabt",
    ]


def test_eine_beantwortete_frage_verlangt_was_dazu_gehoert() -> None:
    werte = {"?verausgabt": "summe", "verausgabt": ""}

    (problem,) = maengel(eingetragen({}, werte, [AUSGABEN]), werte, [AUSGABEN])

    assert (problem.stelle, problem.grund, problem.beispiel) == ("verausgabt", "Hier fehlt eine Angabe.", "43.417,55")


def test_ein_beispiel_passt_zum_feld() -> None:
    werte = {"?eingezahlt": "einzeln", "einzahlung": [{}], "?verausgabt": "einzeln", "ausgabe": [{}]}
    glieder = [EINZAHLUNGEN, AUSGABEN]

    beispiele = {p.stelle: p.beispiel for p in maengel(eingetragen({}, werte, glieder), werte, glieder)}

    assert beispiele["einzahlung[0].partner"] == "Düsseldorf"
    assert beispiele["ausgabe[0].art"] == "Projekt"
    assert beispiele["ausgabe[0].bezeichnung"] == "Standortkongress"


def test_ein_beispiel_ist_eines_oder_fehlt() -> None:
    felder: list[Feld] = [
        glied for formular in FORMULARE.values() for glied in _tief(formular.glieder) if isinstance(glied, Feld)
    ]
    noetige = {feld for feld in felder if feld.noetig and feld.art is not Feldart.FASSUNG}

    assert {feld.beschriftung for feld in noetige if not beispiel(feld)} == {"Beitritt von", "Ersetzt das Ereignis"}
    assert {feld.beschriftung: beispiel(feld) for feld in noetige if feld.art is Feldart.TEXT and beispiel(feld)} == {
        "Bezeichnung": "Standortkongress",
        "Name": "Rhein-Kreis Neuss",
        "Kennung": "rhein-kreis-neuss",
        "Kennung des Bewerbers": "rhein-kreis-neuss",
        "Gehört zu welchem Kreis?": "Kreis Mettmann",
        "Begründung dieses Urteils": "grenzt an, gemeinsamer Wirtschaftsraum",
        "Vorhaben": "Förderantrag Gewerbeflächen",
        "Inhalt": "die Planung zu genehmigen",
        "Person": "Stelle 1",
    }


def test_ohne_fassung_wird_keine_vorgeschlagen() -> None:
    (problem,) = maengel({"fassungswechsel": [{}]}, {"fassungswechsel": [{}]}, [FASSUNGSWECHSEL])

    assert (problem.stelle, problem.grund, problem.beispiel) == (
        "fassungswechsel[0].fassung",
        "Hier ist noch keine Fassung gewählt.",
        "",
    )


def test_in_einer_freiwilligen_gruppe_fehlt_nur_etwas_wenn_es_sie_gibt() -> None:
    ohne: dict[str, object] = {"uebertragung": {"?": ""}}
    mit: dict[str, object] = {"uebertragung": {"?": "ja", "?einstimmig": "einstimmig"}}

    assert list(maengel(eingetragen({}, ohne, [UEBERTRAGUNG]), ohne, [UEBERTRAGUNG])) == []
    assert [p.stelle for p in maengel(eingetragen({}, mit, [UEBERTRAGUNG]), mit, [UEBERTRAGUNG])] == [
        "uebertragung.betrag",
        "uebertragung.datum",
    ]


@pytest.mark.parametrize("text", ["14.02.2019", "14.2.2019", "14. 2. 2019", " 2019-02-14 "])
def test_ein_tag_laesst_sich_deutsch_und_als_jahr_monat_tag_schreiben(text: str) -> None:
    assert lies_tag(text) == date(2019, 2, 14)


@pytest.mark.parametrize("text", ["", "14.02.19", "2019-2-14", "31.02.2019", "00.01.2019", "0000-01-01", "morgen"])
def test_was_kein_tag_ist_wird_nicht_geraten(text: str) -> None:
    assert lies_tag(text) is None


# Vollständigkeit


def _namen(glieder: Any) -> set[str]:
    namen: set[str] = set()
    for glied in glieder:
        namen |= {glied.name, *getattr(glied, "weitere", ())}
        for weg in getattr(glied, "wege", ()):
            namen |= _namen(weg.glieder)
    return namen


def _tief(glieder: Iterable[Baustein]) -> Iterator[Baustein]:
    for glied in alle_bausteine(glieder):
        yield glied
        if isinstance(glied, (Gruppe, Liste)):
            yield from _tief(glied.glieder)


def test_das_formular_zeigt_jede_angabe_der_falldatei() -> None:
    gezeigt = {glied.name: glied for glied in FALL.glieder}

    assert set(gezeigt) == set(fields_dict(Falldatei))
    assert _namen(HAUSHALTSJAHR.glieder) == set(fields_dict(Jahresangabe))
    assert _namen(UEBERTRAGUNG.glieder) == set(fields_dict(Uebertragungsangabe))
    assert _namen(ANFANGSBESTAND.glieder) == set(fields_dict(Bestandsangabe))
    assert _namen(BEWERBUNG) == set(fields_dict(Beitrittsantrag))
    assert {glied.name for glied in ANTRAG.glieder} == set(fields_dict(Antragsdatei))
    fragen = {frage.frage() for frage in AUSLEGUNGSFRAGEN}
    assert _namen(gezeigt["auslegung"].glieder) == fragen | {"rundung", "rundungsvorrang"}  # type: ignore[union-attr]  # eine Gruppe


def test_das_formular_zeigt_jede_angabe_jedes_ereignisses() -> None:
    (liste,) = (glied for glied in FALL.glieder if glied.name == "ereignis")

    for art, klasse in EREIGNISART.items():
        felder = [feld for feld in liste.glieder if not feld.wenn or art in feld.wenn.werte]  # type: ignore[union-attr]  # eine Liste von Feldern
        assert _namen(felder) == {"art", *fields_dict(klasse)}
        assert len({feld.name for feld in felder}) == len(felder)


def _ereignisfelder(**werte: str) -> dict[str, Feld]:
    (liste,) = (glied for glied in FALL.glieder if glied.name == "ereignis")
    assert isinstance(liste, Liste)
    felder = [feld for feld in liste.glieder if isinstance(feld, Feld)]
    return {feld.name: feld for feld in felder if not feld.wenn or gilt(feld.wenn, werte)}


def test_wessen_personal_wird_nur_bei_personalkosten_gefragt() -> None:
    assert "personal_von" not in _ereignisfelder(art="ausgabe_gebucht", zweck="projekt")
    assert "personal_von" not in _ereignisfelder(art="einnahme_gebucht", zweck="personalkosten")
    assert _ereignisfelder(art="ausgabe_gebucht", zweck="personalkosten")["personal_von"].noetig


def test_wer_im_ereignis_beitritt_wird_gefragt_wie_im_antrag() -> None:
    felder = _ereignisfelder(
        art="beitritt_erklaert", foerderlich="ja", rechtsform=Rechtsform.KREISANGEHOERIGE_GEMEINDE.value
    )
    antrag = {feld.name: feld for feld in BEWERBUNG if isinstance(feld, Feld)}

    assert felder["akteur"].beschriftung == "Kennung des Bewerbers"
    assert felder["akteur"].hinweis == antrag["kennung"].hinweis
    for name in ("zum", "kreis", "begruendung", "foerderlich"):
        assert felder[name].beschriftung == antrag[name].beschriftung
        assert felder[name].noetig == antrag[name].noetig
    assert "begruendung" not in _ereignisfelder(art="beitritt_erklaert")


def test_ein_jahr_heisst_nicht_zweimal_haushaltsjahr() -> None:
    assert HAUSHALTSJAHR.glieder[0].beschriftung == "Jahr"


def test_ohne_ergebnis_der_pruefung_sagt_der_hinweis_was_das_heisst() -> None:
    (feld,) = (glied for glied in HAUSHALTSJAHR.glieder if glied.name == "pruefungsergebnis")

    assert feld.hinweis == _ereignisfelder(art="abschlussbericht_geprueft")["ergebnis"].hinweis
    assert "eine Lesart zu wählen" in feld.hinweis


def test_die_formulare_sind_json() -> None:
    gelesen = json.loads(formulare_als_json())

    assert set(gelesen["formulare"]) == set(FORMULARE)
    assert gelesen["fassungen"][0]["partner"] == [
        ["duesseldorf", "Düsseldorf"],
        ["mettmann", "Kreis Mettmann"],
        ["ihk", "IHK"],
    ]
    assert ["vertragspartner", "alle Partner"] in gelesen["gremien"]


def test_kein_baustein_heisst_wie_ein_anderer_derselben_tabelle() -> None:
    for formular in FORMULARE.values():
        namen = [glied.name for glied in formular.glieder]
        assert len(set(namen)) == len(namen)


def test_die_beispiele_liegen_wo_die_tests_sie_suchen() -> None:
    assert all(Path(ORDNER / f"{name}.toml").is_file() for name in [*FALLDATEIEN, *ANTRAEGE])
