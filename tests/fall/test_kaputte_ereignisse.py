"""Kaputte Ereignisse: jede Datei nennt alle ihre Probleme, jedes mit Stelle, Grund und Beispiel."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from attrs import NOTHING, fields
from hypothesis import given, settings
from hypothesis import strategies as st

from fall.falldateien import (
    ALLE_EREIGNISSE,
    ANFANGSBESTAND,
    BEITRITT,
    BEITRITT_ALS_EREIGNISSE,
    BUCHUNGEN_ALS_EREIGNISSE,
    EINFACH,
    JAHR,
    KOPF,
    SONSTIGE_EREIGNISSE,
    UEBERTRAGUNG_ALS_EREIGNIS,
)
from fall.veraendern import als_toml, anders, lies_oder_nenne_probleme, probleme, veraenderte_dateien
from kooperationsvertrag.ablauf.ereignis import EREIGNISART

B = KOPF + BUCHUNGEN_ALS_EREIGNISSE
U = KOPF + UEBERTRAGUNG_ALS_EREIGNIS
N = EINFACH + BEITRITT_ALS_EREIGNISSE
S = KOPF + SONSTIGE_EREIGNISSE
ZAHLUNG = """
[[ereignis]]
art = "beitrag_gezahlt"
datum = 2018-01-15
akteur = "ihk"
jahr = 2018
betrag = "20.000"
"""
Z = KOPF + ZAHLUNG
AUFHEBUNG = '[[ereignis]]\nart = "aufhebung"\ndatum = 2018-02-01\nakteur = "ihk"\n'
ERKLAERUNG = BEITRITT_ALS_EREIGNISSE.partition("\n\n[[")[0] + "\n"
BERICHTIGT = 'kennung = "a"\nersetzt = "b"\nerfasst = 2018-02-01\n'

TEXTE: dict[str, tuple[str, dict[str, str]]] = {
    # Name: Datei, erwartete Stellen mit einem Stück des Grundes oder Beispiels
    "art_fehlt": (anders(Z, 'art = "beitrag_gezahlt"', ""), {"ereignis[0].art": 'art = "beitrag_gezahlt"'}),
    "art_unbekannt": (
        anders(Z, "beitrag_gezahlt", "beitrag_gezalt"),
        {"ereignis[0].art": "„beitrag_gezalt“ gibt es hier nicht; möglich ist: „planung_vorgelegt“"},
    ),
    "art_mit_naechstem_namen": (
        anders(Z, "beitrag_gezahlt", "Beitrag gezahlt"),
        {"ereignis[0].art": "Gemeint ist vielleicht „beitrag_gezahlt“."},
    ),
    "art_keine_bezeichnung": (anders(Z, '"beitrag_gezahlt"', "[5]"), {"ereignis[0].art": "eine Liste"}),
    "art_unbekannt_und_vieles_mehr": (
        anders(anders(Z, "beitrag_gezahlt", "zahlung"), '"20.000"', '"2.0.0"')
        .replace("2018-01-15", '"15.01.2018"')
        .replace("jahr = 2018", 'jahr = "2018"\nersetzt = "x"\nfarbe = 1'),
        {
            "ereignis[0].art": "möglich ist",
            "ereignis[0].datum": "datum = 2018-01-15",
            "ereignis[0].jahr": "ein Text",
            "ereignis[0].betrag": "gegliedert",
            "ereignis[0].ersetzt": "gibt es nicht",
            "ereignis[0].erfasst": "wann sie erfasst wurde",
            "ereignis[0].farbe": "gibt es in [[ereignis]] nicht. Bekannt sind: „art“, „datum“",
        },
    ),
    "art_unbekannt_und_tag_fehlt": (
        anders(anders(Z, "beitrag_gezahlt", "zahlung"), "datum = 2018-01-15", ""),
        {"ereignis[0].art": "möglich ist", "ereignis[0].datum": "fehlt"},
    ),
    "tag_fehlt": (anders(Z, "datum = 2018-01-15", ""), {"ereignis[0].datum": "datum = 2019-02-14"}),
    "tag_als_text": (anders(Z, "2018-01-15", '"2018-01-15"'), {"ereignis[0].datum": "ohne Anführungszeichen"}),
    "jahr_fehlt": (anders(Z, "jahr = 2018", ""), {"ereignis[0].jahr": "jahr = 2018"}),
    "betrag_fehlt": (anders(Z, 'betrag = "20.000"', ""), {"ereignis[0].betrag": "fehlt"}),
    "betrag_als_kommazahl": (anders(Z, '"20.000"', "1.50"), {"ereignis[0].betrag": 'betrag = "1.50"'}),
    "ausgabe_negativ": (
        anders(B, '"43.417,55"', '"-120,00"'),
        {"ereignis[3].betrag": 'art = "einnahme_gebucht", herkunft = "rueckerstattung" und betrag = "120,00"'},
    ),
    "angabe_unbekannt": (
        anders(Z, "betrag =", "betrga ="),
        {
            "ereignis[0].betrga": '[[ereignis]] mit art = "beitrag_gezahlt" nicht. Gemeint ist vielleicht „betrag“. '
            "Bekannt sind: „art“, „datum“, „akteur“",
            "ereignis[0].betrag": "fehlt",
        },
    ),
    "angabe_ohne_naechsten_namen": (Z + "xyz = 1\n", {"ereignis[0].xyz": "art = …"}),
    "angabe_eines_anderen_ereignisses": (
        anders(B, "jahr = 2018\n", "jahr = 2018\nbetrag = 5\n"),
        {"ereignis[0].betrag": 'art = "planung_vorgelegt" nicht'},
    ),
    "partner_statt_akteur": (
        anders(Z, "akteur", "partner"),
        {"ereignis[0].partner": "akteur = …", "ereignis[0].akteur": 'akteur = "duesseldorf"'},
    ),
    "lesart_im_ereignis": (Z + 'abstimmung = "mehrheit"\n', {"ereignis[0].abstimmung": "unter die Überschrift"}),
    "angabe_eines_ereignisses_in_der_kurzform": (
        EINFACH + "erfasst = 2018-01-01\n",
        {"haushaltsjahr[0].erfasst": "„erfasst“ gehört zu [[ereignis]]"},
    ),
    "ereignis_ist_text": ('ereignis = "x"\n' + EINFACH, {"ereignis": "[[ereignis]]"}),
    "ereignisse_sind_zahlen": (
        "ereignis = [1]\n" + EINFACH,
        {"ereignis[0]": "Hier steht eine ganze Zahl; erwartet ist eine Tabelle."},
    ),
    "einfache_klammern": (
        anders(EINFACH + ZAHLUNG, "[[ereignis]]", "[ereignis]").replace("20.000", "2.0"),
        {"ereignis": "doppelten eckigen Klammern", "ereignis.jahr": "2018 steht schon"},
    ),
    "ueberschrift_mit_tippfehler": (anders(Z, "[[ereignis]]", "[[ereignis]"), {"Zeile 4, Spalte 11": "[[ereignis]]"}),
    "art_ohne_anfuehrungszeichen": (
        anders(Z, '"beitrag_gezahlt"', "beitrag_gezahlt"),
        {"Zeile 5, Spalte 7": 'art = "beitrag_gezahlt"'},
    ),
    "zweck_ohne_anfuehrungszeichen": (
        anders(B, '"personalkosten"', "personalkosten"),
        {"Zeile 38, Spalte 9": 'zweck = "personalkosten"'},
    ),
    "kein_haushaltsjahr": (
        KOPF + '[[ereignis]]\nart = "personal_gestellt"\ndatum = 2018-01-02\nakteur = "ihk"\nperson = "Stelle 3"\n',
        {"haushaltsjahr": "es fehlt [[haushaltsjahr]] oder ein Ereignis mit „jahr“"},
    ),
    "akteur_fehlt": (anders(Z, 'akteur = "ihk"', ""), {"ereignis[0].akteur": 'akteur = "duesseldorf"'}),
    "akteur_leer": (anders(Z, '"ihk"', '" "'), {"ereignis[0].akteur": "leer"}),
    "akteur_kein_partner": (anders(Z, '"ihk"', '"koeln"'), {"ereignis[0].akteur": "„koeln“ ist kein Partner"}),
    "zahlung_eines_gremiums": (
        anders(Z, '"ihk"', '"geschaeftsstelle"'),
        {"ereignis[0].akteur": "„geschaeftsstelle“ ist kein Partner"},
    ),
    "akteur_noch_kein_partner": (
        anders(N + ZAHLUNG, 'akteur = "ihk"\njahr = 2018', 'akteur = "rhein-kreis-neuss"\njahr = 2019'),
        {"ereignis[4].akteur": "tritt erst zum 01.01.2026 bei und ist am 31.12.2019"},
    ),
    "personal_vor_dem_beitritt": (
        N + '[[ereignis]]\nart = "personal_gestellt"\ndatum = 2025-12-31\nakteur = "rhein-kreis-neuss"\nperson = "9"\n',
        {"ereignis[4].akteur": "ist am 31.12.2025 noch kein Partner"},
    ),
    "akteur_weder_partner_noch_gremium": (
        anders(B, "jahr = 2018\n", 'jahr = 2018\nakteur = "Geschäftstelle"\n'),
        {"ereignis[0].akteur": 'akteur = "geschaeftsstelle"'},
    ),
    "akteur_ganz_unbekannt": (
        anders(B, "jahr = 2018\n", 'jahr = 2018\nakteur = "xyz"\n'),
        {"ereignis[0].akteur": "„xyz“ ist weder Partner noch Gremium. Bekannt sind: „duesseldorf“"},
    ),
    "auszahlung_an_unbekannt": (anders(S, 'an = "ihk"', 'an = "ihk2"'), {"ereignis[6].an": 'an = "ihk"'}),
    "abgeordnet_an_unbekannt": (
        anders(S, 'abgeordnet_an = "duesseldorf"', 'abgeordnet_an = "bonn"'),
        {"ereignis[9].abgeordnet_an": "kein Partner"},
    ),
    "personal_von_unbekannt": (
        anders(B, 'personal_von = "duesseldorf"', 'personal_von = "bonn"'),
        {"ereignis[4].personal_von": "kein Partner"},
    ),
    "personalkosten_ohne_partner": (
        anders(B, 'personal_von = "duesseldorf"', 'personal_von = " "'),
        {"ereignis[4].personal_von": "wessen Personal"},
    ),
    "personal_bei_anderem_zweck": (
        anders(B, 'zweck = "personalkosten"', 'zweck = "projekt"'),
        {"ereignis[4].personal_von": "nur bei Personalkosten"},
    ),
    "personal_ohne_zweck": (
        anders(B, 'zweck = "personalkosten"', ""),
        {"ereignis[4].personal_von": 'zweck = "personalkosten"'},
    ),
    "personal_bei_unbekanntem_zweck": (
        anders(B, 'zweck = "personalkosten"', 'zweck = "personal"'),
        {"ereignis[4].zweck": "„personalkosten“"},
    ),
    "zweck_nicht_gegliedert": (
        anders(B, '"veranstaltung"', '"nicht_gegliedert"'),
        {"ereignis[3].zweck": "möglich ist: „projekt“"},
    ),
    "herkunft_fehlt": (
        anders(B, 'herkunft = "rueckerstattung"', ""),
        {"ereignis[5].herkunft": 'herkunft = "rueckerstattung"'},
    ),
    "ergebnis_unbekannt": (anders(B, '"gebilligt"', '"genehmigt"'), {"ereignis[8].ergebnis": "„beanstandet“"}),
    "wahrheitswert_als_text": (
        anders(S, "wichtig = true", 'wichtig = "ja"'),
        {"ereignis[0].wichtig": "true oder false"},
    ),
    "gegenstand_fehlt": (
        anders(U, 'gegenstand = "uebertragung_beschliessen"', ""),
        {"ereignis[0].gegenstand": 'gegenstand = "uebertragung_beschliessen"'},
    ),
    "gegenstand_der_empfehlung_fehlt": (
        anders(S, 'gegenstand = "uebertragung_beschliessen"', ""),
        {"ereignis[3].gegenstand": 'gegenstand = "planung_genehmigen"'},
    ),
    "uebertragung_ohne_betrag": (anders(U, 'betrag = "alles"', ""), {"ereignis[0].betrag": 'betrag = "alles"'}),
    "uebertragung_falscher_betrag": (
        anders(U, '"alles"', '"alle"'),
        {"ereignis[0].betrag": "Möglich ist auch „alles“"},
    ),
    "betrag_bei_anderem_beschluss": (
        anders(U, "uebertragung_beschliessen", "planung_genehmigen"),
        {"ereignis[0].betrag": "nur bei einer Übertragung"},
    ),
    "uebertragung_ohne_stimmen": (
        KOPF + UEBERTRAGUNG_ALS_EREIGNIS.partition("ja =")[0],
        {"ereignis[0].einstimmig": "wie abgestimmt wurde"},
    ),
    "stimme_doppelt": (anders(U, "nein = []", 'nein = ["ihk"]'), {"ereignis[0].enthaltung[0]": "schon in „nein“"}),
    "stimme_unbekannt": (anders(U, "nein = []", 'nein = ["bonn"]'), {"ereignis[0].nein[0]": "kein Partner"}),
    "stimmen_falsch_bei_anderem_beschluss": (
        anders(S, 'gegenstand = "planung_genehmigen"', 'gegenstand = "planung_genehmigen"\neinstimmig = false'),
        {"ereignis[4].einstimmig": "ja = ["},
    ),
    "erfasst_vor_dem_tag": (Z + "erfasst = 2018-01-14\n", {"ereignis[0].erfasst": "erfasst = 2018-01-15"}),
    "berichtigung_ohne_tag_der_erfassung": (
        Z + 'kennung = "b"\n' + ZAHLUNG + 'ersetzt = "b"\n',
        {"ereignis[1].erfasst": "wann sie erfasst wurde"},
    ),
    "aufhebung_ohne_ziel": (Z + AUFHEBUNG, {"ereignis[1].ersetzt": 'ersetzt = "b-17"'}),
    "aufhebung_mit_leerem_ziel": (Z + AUFHEBUNG + 'ersetzt = ""\n', {"ereignis[1].ersetzt": "leer"}),
    "ziel_gibt_es_nicht": (
        Z + 'kennung = "beitrag-1"\n' + AUFHEBUNG + 'ersetzt = "beitrag_1"\n',
        {"ereignis[1].ersetzt": 'ersetzt = "beitrag-1"'},
    ),
    "ziel_gibt_es_nicht_und_niemand_hat_eine_kennung": (
        Z + AUFHEBUNG + 'ersetzt = "b"\n',
        {"ereignis[1].ersetzt": 'kennung = "b-17" bei dem alten Ereignis'},
    ),
    "ziel_schon_ersetzt": (
        Z + 'kennung = "b"\n' + (AUFHEBUNG + 'ersetzt = "b"\n') * 2,
        {"ereignis[2].ersetzt": "ist schon ersetzt oder aufgehoben"},
    ),
    "ereignis_ersetzt_sich_selbst": (
        Z + BERICHTIGT.replace('"b"', '"a"'),
        {"ereignis[0].ersetzt": "ersetzt mittelbar sich selbst"},
    ),
    "ereignisse_ersetzen_sich_gegenseitig": (
        Z + BERICHTIGT + ZAHLUNG + BERICHTIGT.replace('"a"', '"c"').replace('"b"', '"a"').replace('"c"', '"b"'),
        {"ereignis[0].ersetzt": "mittelbar", "ereignis[1].ersetzt": "mittelbar"},
    ),
    "kennung_doppelt": (
        Z + 'kennung = "b"\n' + ZAHLUNG + 'kennung = "b"\n',
        {"ereignis[1].kennung": 'kennung = "b-2"'},
    ),
    "kennung_zu_lang": (
        Z + f'kennung = "{"x" * 61}"\n' + AUFHEBUNG + f'ersetzt = "{"x" * 61}"\n',
        {"ereignis[0].kennung": "höchstens 60 Zeichen", "ereignis[1].ersetzt": "höchstens 60 Zeichen"},
    ),
    "kennung_ist_zahl": (Z + "kennung = 17\n", {"ereignis[0].kennung": "eine ganze Zahl"}),
    "jahr_mit_zahlendreher": (
        KOPF + ZAHLUNG + ZAHLUNG.replace("jahr = 2018", "jahr = 2108"),
        {"ereignis[1].jahr": "liegen 89 Jahre ohne Ereignis"},
    ),
    "jahr_in_kurzform_und_als_ereignisse": (
        EINFACH + ZAHLUNG,
        {"ereignis[0].jahr": "beim Haushaltsjahr 2018: [[haushaltsjahr.einzahlung]]"},
    ),
    "beschluss_zur_uebertragung_neben_der_kurzform": (
        EINFACH + UEBERTRAGUNG_ALS_EREIGNIS,
        {"ereignis[0].jahr": "[haushaltsjahr.uebertragung]"},
    ),
    "luecke_nach_der_kurzform": (
        EINFACH + ZAHLUNG.replace("jahr = 2018", "jahr = 2020"),
        {"ereignis[0].jahr": "jahr = 2019"},
    ),
    "luecke_vor_der_kurzform": (
        anders(EINFACH, "jahr = 2018", "jahr = 2020") + ZAHLUNG,
        {"haushaltsjahr[0].jahr": "Zwischen 2018 und 2020 fehlt ein Jahr"},
    ),
    "luecke_in_der_kurzform_neben_spaeteren_ereignissen": (
        EINFACH + anders(JAHR, "2018", "2020") + ZAHLUNG.replace("jahr = 2018", "jahr = 2021"),
        {"haushaltsjahr[1].jahr": "Ohne Angaben bleibt nur ein Jahr zwischen zwei Jahren mit Ereignissen."},
    ),
    "anfangsbestand_nicht_vor_den_ereignissen": (
        Z + anders(ANFANGSBESTAND, "2017", "2018"),
        {"anfangsbestand[0].aus_jahr": "vor dem ersten Haushaltsjahr 2018"},
    ),
    "erklaerung_ohne_akteur": (
        anders(N, 'akteur = "rhein-kreis-neuss"', ""),
        {
            "ereignis[0].akteur": 'akteur = "rhein-kreis-neuss"',
            "ereignis[1].bewerber": "steht hier keine Erklärung",
            "ereignis[2].bewerber": 'art = "beitritt_erklaert" mit akteur = "rhein-kreis-neuss"',
            "ereignis[3].bewerber": "steht hier keine Erklärung",
        },
    ),
    "erklaerung_mit_unbrauchbarer_kennung": (
        anders(EINFACH + ERKLAERUNG, '"rhein-kreis-neuss"', '"Neuss!"'),
        {"ereignis[0].akteur": "keine Kennung"},
    ),
    "erklaerung_eines_partners": (
        anders(EINFACH + ERKLAERUNG, '"rhein-kreis-neuss"', '"ihk"'),
        {"ereignis[0].akteur": "„ihk“ ist schon vergeben"},
    ),
    "erklaerung_mit_dem_namen_eines_gremiums": (
        anders(EINFACH + ERKLAERUNG, '"rhein-kreis-neuss"', '"leitung"'),
        {"ereignis[0].akteur": "„leitung“ ist schon vergeben"},
    ),
    "beitritt_mit_dem_namen_eines_gremiums": (
        anders(anders(EINFACH + BEITRITT, '"rhein-kreis-neuss"', '"leitung"'), ', "aufsichtsgremium"', ""),
        {"beitritt[0].kennung": "„leitung“ ist schon vergeben"},
    ),
    "erklaerung_zweimal": (
        EINFACH + ERKLAERUNG + anders(ERKLAERUNG, "e-1", "e-2"),
        {"ereignis[1].akteur": 'nennt in „ersetzt“ die alte. Beispiel: ersetzt = "e-1"'},
    ),
    "erklaerung_zweimal_ohne_kennung": (
        EINFACH + anders(ERKLAERUNG, 'kennung = "e-1"', "") * 2,
        {"ereignis[1].akteur": 'kennung = "b-17" bei dem alten Ereignis'},
    ),
    "erklaerung_neben_der_kurzform": (
        EINFACH + BEITRITT + ERKLAERUNG,
        {"ereignis[0].akteur": 'akteur = "kreis-viersen"'},
    ),
    "urteil_ohne_begruendung": (
        anders(N, '"grenzt an"', '""'),
        {"ereignis[0].begruendung": "braucht seine Begründung"},
    ),
    "kreis_fehlt": (
        anders(N, '"kreis"', '"kreisangehoerige_gemeinde"'),
        {"ereignis[0].kreis": 'kreis = "Kreis Mettmann"'},
    ),
    "rechtsform_fehlt": (anders(N, 'rechtsform = "kreis"', ""), {"ereignis[0].rechtsform": "rechtsform = "}),
    "zustimmung_von_unbekannt": (
        anders(N, 'akteur = "duesseldorf"', 'akteur = "bonn"'),
        {"ereignis[1].akteur": "„aufsichtsgremium“"},
    ),
    "zustimmung_zum_eigenen_beitritt": (
        anders(N, 'akteur = "duesseldorf"', 'akteur = "rhein-kreis-neuss"'),
        {"ereignis[1].akteur": "stimmt nicht seinem eigenen Beitritt zu"},
    ),
    "zustimmung_vor_dem_eigenen_beitritt": (
        anders(
            N + anders(BEITRITT, "rhein-kreis-neuss", "viersen").replace("2026", "2027"),
            'akteur = "duesseldorf"',
            'akteur = "viersen"',
        ),
        {"ereignis[1].akteur": "tritt erst zum 01.01.2027 bei und ist am 01.01.2026"},
    ),
    "bewerber_mit_naechstem_namen": (
        anders(N, 'bewerber = "rhein-kreis-neuss"', 'bewerber = "rheinkreis-neuss"'),
        {"ereignis[1].bewerber": 'bewerber = "rhein-kreis-neuss"'},
    ),
    "bewerber_leer": (anders(N, 'bewerber = "rhein-kreis-neuss"', 'bewerber = ""'), {"ereignis[1].bewerber": "leer"}),
}


@pytest.mark.parametrize(("inhalt", "erwartet"), TEXTE.values(), ids=TEXTE.keys())
def test_kaputtes_ereignis_nennt_genau_seine_probleme(inhalt: str, erwartet: dict[str, str]) -> None:
    gefunden = probleme(inhalt)
    assert gefunden.keys() == erwartet.keys()
    for stelle, stueck in erwartet.items():
        assert stueck in f"{gefunden[stelle].grund} Beispiel: {gefunden[stelle].beispiel}"


VIELE_PROBLEME = """fassung = "bericht-2017"

[[haushaltsjahr]]
jahr = 2018
eingezahlt = "wie vereinbart"
verausgabt = 0

[[ereignis]]
art = "beitrag_gezahlt"
datum = 2018-01-15
akteur = "iihk"
jahr = 2018
betrag = 1.5
ersetzt = "b-1"

[[ereignis]]
art = "planung"
datum = "12.01.2018"
jahr = 2020

[[ereignis]]
art = "ausgabe_gebucht"
datum = 2021-01-05
erfasst = 2021-01-04
akteur = "kasse"
jahr = 2021
zweck = "personalkosten"
betrag = "5"
"""


def test_viele_probleme_auf_einmal_und_in_der_reihenfolge_der_datei() -> None:
    gefunden = probleme(VIELE_PROBLEME)
    assert {stelle: problem.zeile for stelle, problem in gefunden.items()} == {
        "ereignis[0].erfasst": 8,
        "ereignis[0].akteur": 11,
        "ereignis[0].jahr": 12,
        "ereignis[0].betrag": 13,
        "ereignis[0].ersetzt": 14,
        "ereignis[1].art": 17,
        "ereignis[1].datum": 18,
        "ereignis[1].jahr": 19,
        "ereignis[2].bezeichnung": 21,
        "ereignis[2].personal_von": 21,
        "ereignis[2].erfasst": 24,
        "ereignis[2].akteur": 25,
    }
    assert list(gefunden) == sorted(gefunden, key=lambda stelle: gefunden[stelle].zeile or 0)


@pytest.mark.parametrize("art", EREIGNISART)
def test_ein_leeres_ereignis_nennt_alles_was_fehlt_mit_einem_brauchbaren_beispiel(art: str) -> None:
    noetige = [feld.name for feld in fields(EREIGNISART[art]) if feld.default is NOTHING]
    gefunden = probleme(f'{EINFACH}[[ereignis]]\nart = "{art}"\n')
    assert {stelle.removeprefix("ereignis[0].") for stelle in gefunden} == set(noetige)
    gute = "".join(f"{gefunden[f'ereignis[0].{name}'].beispiel}\n" for name in noetige)
    assert set(tomllib.loads(gute)) == set(noetige)
    lies_oder_nenne_probleme(f'{EINFACH}[[ereignis]]\nart = "{art}"\n{gute}'.encode())


@given(veraenderte_dateien(ALLE_EREIGNISSE))
@settings(max_examples=400)
def test_veraenderte_ereignisse_geben_einen_fall_oder_probleme(inhalt: bytes) -> None:
    lies_oder_nenne_probleme(inhalt)


@given(
    st.integers(0, len(ALLE_EREIGNISSE)),
    st.integers(0, 20),
    st.text(max_size=5) | st.sampled_from(["[", '"', "=", "\n", "\n[[ereignis]]\n"]),
)
@settings(max_examples=200)
def test_zerschnittene_ereignisse_geben_einen_fall_oder_probleme(stelle: int, weg: int, hinein: str) -> None:
    text = ALLE_EREIGNISSE[:stelle] + hinein + ALLE_EREIGNISSE[stelle + weg :]
    lies_oder_nenne_probleme(text.encode("utf-8", "replace"))


KENNUNGEN = st.sampled_from(["", "a", "b", "c"])
EREIGNISSE = st.fixed_dictionaries(
    {
        "art": st.sampled_from(["beitrag_gezahlt", "rechnung_geprueft", "aufhebung", "beitritt_erklaert"]),
        "datum": st.dates(date(2018, 1, 1), date(2018, 12, 31)),
        "jahr": st.integers(2016, 2022),
        "kennung": KENNUNGEN,
        "ersetzt": KENNUNGEN,
    }
)


@given(st.lists(EREIGNISSE, max_size=5), st.lists(st.integers(2016, 2022), max_size=3, unique=True).map(sorted))
@settings(max_examples=300)
def test_jahre_und_verweise_in_jeder_mischung_geben_einen_fall_oder_probleme(
    ereignisse: list[dict[str, object]], kurzform: list[int]
) -> None:
    zeilen = {
        "beitrag_gezahlt": 'akteur = "ihk"\nbetrag = 5\nerfasst = 2019-01-01\n',
        "rechnung_geprueft": "erfasst = 2019-01-01\n",
        "aufhebung": 'akteur = "ihk"\n',
        "beitritt_erklaert": 'akteur = "neu"\nname = "N"\nrechtsform = "kreis"\nbeitrag = 1\nzum = 2019-01-01\n'
        "erfasst = 2019-01-01\n",
    }
    text = KOPF + "".join(anders(JAHR, "2018", str(jahr)) for jahr in kurzform)
    for ereignis in ereignisse:
        art = str(ereignis["art"])
        ohne_jahr = art in {"aufhebung", "beitritt_erklaert"}
        angaben = {name: wert for name, wert in ereignis.items() if not (name == "jahr" and ohne_jahr)}
        text += "[[ereignis]]\n" + "".join(f"{name} = {als_toml(wert)}\n" for name, wert in angaben.items())
        text += zeilen[art]
    lies_oder_nenne_probleme(text.encode())


def test_mindestens_dreissig_kaputte_ereignisse() -> None:
    assert len(TEXTE) >= 30
