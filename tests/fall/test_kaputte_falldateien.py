"""Kaputte Falldateien: jede nennt alle ihre Probleme, jedes mit Stelle, Grund und Beispiel."""

from __future__ import annotations

import os
import stat
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fall.falldateien import AUSFUEHRLICH, AUSLEGUNG, BEITRITT, BUCHUNGEN, EINFACH, JAHR, KOPF
from fall.veraendern import als_toml, anders, lies_oder_nenne_probleme, probleme, veraenderte_dateien
from kooperationsvertrag.fall.einlesen import lade_fall, lies_fall
from kooperationsvertrag.fall.probleme import EingabeError

E = EINFACH
A = AUSFUEHRLICH
J = "haushaltsjahr[0]"
SPAET = anders(anders(JAHR, "2018", "2019"), "43.417,55", "1.5.5")
STEHT_IN = "Die Zeile lautet:"
ABBRUCH = "Der Rest der Datei ließ sich deshalb noch nicht prüfen."
TEXTE: dict[str, tuple[str, dict[str, str]]] = {
    # Name: Datei, erwartete Stellen mit einem Stück des Grundes oder Beispiels
    "nur_kommentare": ("# nichts\n", {"fassung": "fehlt", "haushaltsjahr": "[[haushaltsjahr]]"}),
    "fassung_fehlt": (JAHR, {"fassung": 'fassung = "bericht-2017"'}),
    "fassung_unbekannt": (
        anders(E, "bericht-2017", "bericht-2071"),
        {"fassung": "Gemeint ist vielleicht „bericht-2017“"},
    ),
    "fassung_pfad": (anders(E, "bericht-2017", "entwurf/neu.toml"), {"fassung": "Eingebaut sind: „bericht-2017“"}),
    "fassung_leer": (anders(E, "bericht-2017", " "), {"fassung": "leer"}),
    "fassung_zahl": (anders(E, '"bericht-2017"', "2017"), {"fassung": "eine ganze Zahl"}),
    "titel_leer": (anders(E, "Haushaltsjahr 2018", "  "), {"titel": "leer"}),
    "titel_mit_steuerzeichen": (anders(E, "Haushaltsjahr 2018", "a\\u001b[31m"), {"titel": "Steuerzeichen"}),
    "titel_liste": (anders(E, '"Haushaltsjahr 2018"', '["a"]'), {"titel": "eine Liste"}),
    "unbekannte_angabe": ("xyz = 1\n" + E, {"xyz": "Bekannt sind: „fassung“"}),
    "unbekannte_angabe_mit_naechstem_namen": (
        anders(E, "verausgabt", "verausgebt"),
        {f"{J}.verausgebt": "„verausgabt“", f"{J}.verausgabt": "fehlt"},
    ),
    "angabe_in_der_falschen_tabelle": (
        KOPF + BUCHUNGEN + "geprueft = 2019-01-01",
        {f"{J}.zusatzmittel[0].geprueft": "gehört zu [[haushaltsjahr]]"},
    ),
    "unbekannter_name_sehr_lang": ("a" * 500 + " = 1\n" + E, {"a" * 59 + "…": "Bekannt sind"}),
    "kein_jahr": ("haushaltsjahr = []\n" + KOPF, {"haushaltsjahr": "mindestens ein Haushaltsjahr"}),
    "jahr_als_text": ('haushaltsjahr = "2018"\n' + KOPF, {"haushaltsjahr": "erwartet ist eine Liste"}),
    "jahre_als_zahlen": (
        "haushaltsjahr = [2018, 2019]\n" + KOPF,
        {f"{J}": "erwartet ist eine Tabelle", "haushaltsjahr[1]": "Tabelle"},
    ),
    "einfache_klammern": (anders(E, "[[haushaltsjahr]]", "[haushaltsjahr]"), {"haushaltsjahr": "doppelten"}),
    "einfache_klammern_und_falscher_betrag": (
        anders(anders(E, "[[haushaltsjahr]]", "[haushaltsjahr]"), '"43.417,55"', "1.5"),
        {"haushaltsjahr": "doppelten", "haushaltsjahr.verausgabt": '"1.5"'},
    ),
    "doppelte_klammern": (
        A.replace("[haushaltsjahr.uebertragung]", "[[haushaltsjahr.uebertragung]]"),
        {f"{J}.uebertragung": "erwartet ist eine Tabelle"},
    ),
    "auslegung_ist_text": ('auslegung = "x"\n' + E, {"auslegung": "[auslegung]"}),
    "jahreszahl_fehlt": (anders(E, "jahr = 2018", ""), {f"{J}.jahr": "jahr = 2018"}),
    "jahreszahl_text": (anders(E, "= 2018", '= "2018"'), {f"{J}.jahr": "ein Text"}),
    "jahreszahl_wahrheitswert": (anders(E, "= 2018", "= true"), {f"{J}.jahr": "Wahrheitswert"}),
    "jahreszahl_zu_klein": (anders(E, "= 2018", "= 18"), {f"{J}.jahr": "zwischen 1900 und 2999"}),
    "jahreszahl_riesig": (anders(E, "= 2018", "= 0x" + "f" * 5000), {f"{J}.jahr": "zwischen 1900 und 2999"}),
    "luecke_zwischen_jahren": (E + anders(JAHR, "2018", "2020"), {"haushaltsjahr[1].jahr": "jahr = 2019"}),
    "jahr_doppelt": (E + JAHR, {"haushaltsjahr[1].jahr": "schon weiter oben"}),
    "jahre_absteigend": (E + anders(JAHR, "2018", "2017"), {"haushaltsjahr[1].jahr": "aufsteigend"}),
    "betrag_als_kommazahl": (anders(E, '"43.417,55"', "43417.55"), {f"{J}.verausgabt": 'verausgabt = "43417.55"'}),
    "betrag_unendlich": (anders(E, '"43.417,55"', "inf"), {f"{J}.verausgabt": "„inf“ ist keine erlaubte"}),
    "betrag_keine_zahl": (anders(E, '"43.417,55"', "nan"), {f"{J}.verausgabt": "„nan“ ist keine erlaubte"}),
    "betrag_mit_zehnerpotenz": (anders(E, '"43.417,55"', "1e3"), {f"{J}.verausgabt": "„1e3“ ist keine erlaubte"}),
    "jahreszahl_keine_ganze_zahl": (anders(E, "= 2018", "= nan"), {f"{J}.jahr": "eine Zahl, die keine ganze ist"}),
    "betrag_wahrheitswert": (anders(E, '"43.417,55"', "true"), {f"{J}.verausgabt": "Wahrheitswert"}),
    "betrag_datum": (anders(E, '"43.417,55"', "2018-01-01"), {f"{J}.verausgabt": "ein Datum"}),
    "betrag_mehrdeutig": (anders(E, "43.417,55", "1,234"), {f"{J}.verausgabt": "auf zwei Arten"}),
    "betrag_dritte_nachkommastelle": (
        anders(E, "43.417,55", "43.417,555"),
        {f"{J}.verausgabt": "zwei Nachkommastellen"},
    ),
    "betrag_falsch_gegliedert": (anders(E, "43.417,55", "1.2345"), {f"{J}.verausgabt": "gegliedert"}),
    "betrag_negativ": (anders(E, "43.417,55", "-5"), {f"{J}.verausgabt": "nie negativ"}),
    "ausgabe_negativ": (
        anders(A, '"43.417,55"', '"-120,00"'),
        {f"{J}.ausgabe[0].betrag": 'darunter art = "rueckerstattung" und betrag = "120,00"'},
    ),
    "beitrag_negativ": (anders(A, '"30.000"', '"-30.000"'), {"beitritt[0].beitrag": 'beitrag = "30.000"'}),
    "betrag_negative_ganze_zahl": (anders(E, '"43.417,55"', "-5"), {f"{J}.verausgabt": "nie negativ"}),
    "betrag_riesig": (anders(E, "43.417,55", "9" * 30), {f"{J}.verausgabt": "unglaubhaft"}),
    "betrag_riesig_ganze_zahl": (anders(E, '"43.417,55"', "0x" + "f" * 5000), {f"{J}.verausgabt": "unglaubhaft"}),
    "betrag_leer": (anders(E, "43.417,55", ""), {f"{J}.verausgabt": '"0"'}),
    "zahlungen_fehlen": (
        anders(E, 'eingezahlt = "wie vereinbart"', ""),
        {f"{J}.eingezahlt": "[[haushaltsjahr.einzahlung]]"},
    ),
    "zahlungen_doppelt": (
        E + '[[haushaltsjahr.einzahlung]]\npartner = "ihk"\nbetrag = 1\n',
        {f"{J}.eingezahlt": "nur eines"},
    ),
    "zahlweise_falsch": (anders(E, "wie vereinbart", "vereinbart"), {f"{J}.eingezahlt": "„wie vereinbart“"}),
    "zahlweise_betrag": (anders(E, '"wie vereinbart"', "120000"), {f"{J}.eingezahlt": "„wie vereinbart“"}),
    "ausgaben_fehlen": (anders(E, 'verausgabt = "43.417,55"', ""), {f"{J}.verausgabt": '"0"'}),
    "ausgaben_doppelt": (
        E + '[[haushaltsjahr.ausgabe]]\nbezeichnung = "a"\nart = "projekt"\nbetrag = 1\n',
        {f"{J}.verausgabt": "nur eines"},
    ),
    "partner_unbekannt": (anders(A, '"duesseldorf"', '"koeln"'), {f"{J}.einzahlung[0].partner": "kein Partner"}),
    "partner_mit_naechstem_namen": (
        anders(A, '"duesseldorf"', '"Düsseldorf"'),
        {f"{J}.einzahlung[0].partner": 'partner = "duesseldorf"'},
    ),
    "partner_fehlt": (anders(A, 'partner = "duesseldorf"', ""), {f"{J}.einzahlung[0].partner": "fehlt"}),
    "partner_liste": (anders(A, '"duesseldorf"', '["duesseldorf"]'), {f"{J}.einzahlung[0].partner": "eine Liste"}),
    "zusatzmittel_von_unbekannt": (
        A.replace('"duesseldorf"\n  betrag = "10000.00"', '"bonn"\n  betrag = "10000.00"'),
        {f"{J}.zusatzmittel[0].partner": "kein Partner"},
    ),
    "ausgabenart_unbekannt": (
        anders(A, '"veranstaltung"', '"veranstaltungen"'),
        {f"{J}.ausgabe[0].art": 'art = "veranstaltung"'},
    ),
    "ausgabenart_nicht_gegliedert": (
        anders(A, '"veranstaltung"', '"nicht_gegliedert"'),
        {f"{J}.ausgabe[0].art": "„eigenanteil“"},
    ),
    "ausgabenart_fehlt": (anders(A, 'art = "veranstaltung"', ""), {f"{J}.ausgabe[0].art": "art = "}),
    "personalkosten_ohne_partner": (
        anders(A, 'betrag = "1000"\n  partner = "duesseldorf"', "betrag = 1"),
        {f"{J}.ausgabe[1].partner": "wessen Personal"},
    ),
    "partner_bei_anderer_art": (
        anders(A, '"personalkosten"', '"projekt"'),
        {f"{J}.ausgabe[1].partner": "nur bei Personalkosten"},
    ),
    "bezeichnung_leer": (anders(A, '"Standortkongress"', '""'), {f"{J}.ausgabe[0].bezeichnung": "leer"}),
    "einnahmeart_unbekannt": (
        anders(A, '"rueckerstattung"', '"rückerstattung"'),
        {f"{J}.einnahme[0].art": 'art = "rueckerstattung"'},
    ),
    "pruefungsergebnis_ohne_pruefung": (
        anders(A, "geprueft = 2019-02-14", ""),
        {f"{J}.pruefungsergebnis": "geprueft = 2019-02-14"},
    ),
    "pruefungsergebnis_unbekannt": (
        anders(A, '"gebilligt"', '"genehmigt"'),
        {f"{J}.pruefungsergebnis": "„beanstandet“"},
    ),
    "datum_deutsch_als_text": (
        anders(A, "2018-01-15", '"15.01.2018"'),
        {f"{J}.einzahlung[0].datum": "datum = 2018-01-15"},
    ),
    "datum_als_text": (anders(A, "2018-01-15", '"2018-01-15"'), {f"{J}.einzahlung[0].datum": "datum = 2018-01-15"}),
    "datum_kein_tag": (anders(A, "2018-01-15", '"31.02.2018"'), {f"{J}.einzahlung[0].datum": "ohne Anführungszeichen"}),
    "datum_mit_uhrzeit": (anders(A, "2018-01-15", "2018-01-15T10:00:00"), {f"{J}.einzahlung[0].datum": "mit Uhrzeit"}),
    "datum_mit_zeitzone": (
        anders(A, "2018-01-15", "2018-01-15T10:00:00Z"),
        {f"{J}.einzahlung[0].datum": "mit Uhrzeit"},
    ),
    "datum_uhrzeit": (anders(A, "2018-01-15", "10:00:00"), {f"{J}.einzahlung[0].datum": "eine Uhrzeit"}),
    "datum_zahl": (anders(A, "2018-01-15", "20180115"), {f"{J}.einzahlung[0].datum": "eine ganze Zahl"}),
    "datum_vor_langer_zeit": (
        anders(A, "2018-01-15", "0018-01-15"),
        {f"{J}.einzahlung[0].datum": "zwischen 1900 und 2999"},
    ),
    "lesart_in_einer_anderen_tabelle": (
        A + 'uebertrag_verbrauch = "ein_topf"\nrundung = "offen"\n',
        {
            "beitritt[0].uebertrag_verbrauch": "„uebertrag_verbrauch“ gehört unter die Überschrift [auslegung].",
            "beitritt[0].rundung": "[auslegung] und in einer Zeile darunter rundung = …",
        },
    ),
    "lesart_vor_der_ersten_ueberschrift": (
        'abstimmung = "mehrheit"\n' + E,
        {"abstimmung": "gehört unter die Überschrift [auslegung]"},
    ),
    "kopf_unter_auslegung": (
        AUSLEGUNG + E,
        {
            "auslegung.titel": "„titel“ gehört an den Anfang der Datei, vor die erste Überschrift.",
            "auslegung.fassung": 'fassung = "bericht-2017", über der ersten Überschrift',
        },
    ),
    "frage_unbekannt": (anders(A, "abstimmung", "abstimung"), {"auslegung.abstimung": "abstimmung = "}),
    "lesart_unbekannt": (anders(A, "einstimmig", "einstimig"), {"auslegung.abstimmung": 'abstimmung = "einstimmig"'}),
    "lesart_kein_text": (anders(A, '"einstimmig"', "true"), {"auslegung.abstimmung": "„gewichtet_zwei_drittel“"}),
    "rundung_unbekannt": (
        anders(A, 'abstimmung = "einstimmig"', 'rundung = "kaufmaennisch"'),
        {"auslegung.rundung": "„offen“"},
    ),
    "rundungsvorrang_unbekannter_partner": (
        anders(A, 'abstimmung = "einstimmig"', 'rundungsvorrang = ["koeln"]'),
        {"auslegung.rundungsvorrang[0]": "kein Partner"},
    ),
    "rundungsvorrang_doppelt": (
        anders(A, 'abstimmung = "einstimmig"', 'rundungsvorrang = ["ihk", "ihk"]'),
        {"auslegung.rundungsvorrang[1]": "„ihk“ steht weiter vorn in der Liste schon; jeder Partner steht nur einmal"},
    ),
    "rundungsvorrang_unbekanntes_wort": (
        anders(A, 'abstimmung = "einstimmig"', 'rundungsvorrang = "vertrag"'),
        {"auslegung.rundungsvorrang": "„vertragsreihenfolge“"},
    ),
    "rundungsvorrang_leer": (
        anders(A, 'abstimmung = "einstimmig"', "rundungsvorrang = []"),
        {"auslegung.rundungsvorrang": "leere Liste"},
    ),
    "rundungsvorrang_zahl": (
        anders(A, 'abstimmung = "einstimmig"', "rundungsvorrang = 3"),
        {"auslegung.rundungsvorrang": "eine ganze Zahl"},
    ),
    "rundungsvorrang_zahlen": (
        anders(A, 'abstimmung = "einstimmig"', "rundungsvorrang = [3]"),
        {"auslegung.rundungsvorrang[0]": "eine ganze Zahl"},
    ),
    "stimme_doppelt": (
        anders(A, "nein = []", 'nein = ["mettmann"]'),
        {f"{J}.uebertragung.nein[0]": "steht schon in „ja“"},
    ),
    "stimme_doppelt_in_einer_liste": (
        anders(A, "nein = []", 'nein = ["ihk", "ihk"]').replace('enthaltung = ["ihk"]', ""),
        {f"{J}.uebertragung.nein[1]": "weiter vorn in der Liste schon"},
    ),
    "stimme_unbekannt": (anders(A, "nein = []", 'nein = ["koeln"]'), {f"{J}.uebertragung.nein[0]": "kein Partner"}),
    "stimme_vor_dem_beitritt": (
        anders(A, "nein = []", 'nein = ["rhein-kreis-neuss"]'),
        {f"{J}.uebertragung.nein[0]": "tritt erst zum 01.01.2026"},
    ),
    "stimmen_keine_liste": (anders(A, "nein = []", 'nein = "ihk"'), {f"{J}.uebertragung.nein": "eine Liste"}),
    "stimmen_fehlen": (
        KOPF + JAHR + "[haushaltsjahr.uebertragung]\nbetrag = 5\ndatum = 2019-01-01\n",
        {f"{J}.uebertragung.einstimmig": "wie abgestimmt"},
    ),
    "einstimmig_und_listen": (
        anders(A, "nein = []", "einstimmig = true"),
        {f"{J}.uebertragung.einstimmig": "nur eines"},
    ),
    "einstimmig_falsch": (anders(A, "nein = []", "einstimmig = false"), {f"{J}.uebertragung.einstimmig": "ja = ["}),
    "einstimmig_text": (
        anders(A, "nein = []", 'einstimmig = "ja"'),
        {f"{J}.uebertragung.einstimmig": "true oder false"},
    ),
    "uebertragung_ohne_datum": (anders(A, "datum = 2019-02-14", ""), {f"{J}.uebertragung.datum": "datum = 2019-02-14"}),
    "uebertragung_wort": (anders(A, '"alles"', '"alle"'), {f"{J}.uebertragung.betrag": '"alles"'}),
    "uebertragung_zahl": (anders(A, '"alles"', "1.5"), {f"{J}.uebertragung.betrag": '"1.5"'}),
    "anfangsbestand_zu_spaet": (
        anders(A, "aus_jahr = 2017", "aus_jahr = 2018"),
        {"anfangsbestand[0].aus_jahr": "aus_jahr = 2017"},
    ),
    "anfangsbestand_ohne_jahr": (anders(A, "aus_jahr = 2017", ""), {"anfangsbestand[0].aus_jahr": "fehlt"}),
    "schluessel_unbekannter_partner": (
        anders(A, "mettmann = 5 }", "bonn = 5 }"),
        {"anfangsbestand[0].schluessel.bonn": "kein Partner"},
    ),
    "schluessel_spaeterer_partner": (
        anders(A, "mettmann = 5 }", "rhein-kreis-neuss = 5 }"),
        {"anfangsbestand[0].schluessel.rhein-kreis-neuss": "tritt erst"},
    ),
    "schluessel_negativ": (
        anders(A, "mettmann = 5 }", "mettmann = -5 }"),
        {"anfangsbestand[0].schluessel.mettmann": "nicht negativ"},
    ),
    "schluessel_riesig": (
        anders(A, "mettmann = 5 }", "mettmann = 0x" + "f" * 5000 + " }"),
        {"anfangsbestand[0].schluessel.mettmann": "unglaubhaft"},
    ),
    "schluessel_null": (
        anders(A, "{ ihk = 2, duesseldorf = 5, mettmann = 5 }", "{ ihk = 0 }"),
        {"anfangsbestand[0].schluessel": "Kein Partner"},
    ),
    "schluessel_leer": (
        anders(A, "{ ihk = 2, duesseldorf = 5, mettmann = 5 }", "{}"),
        {"anfangsbestand[0].schluessel": "Kein Partner"},
    ),
    "schluessel_text": (
        anders(A, "{ ihk = 2, duesseldorf = 5, mettmann = 5 }", '"5:5:2"'),
        {"anfangsbestand[0].schluessel": "Gewicht je Partner"},
    ),
    "kennung_vergeben": (
        anders(A, '"rhein-kreis-neuss"', '"ihk"'),
        {"beitritt[0].kennung": "schon vergeben", "beitritt[0].zustimmung[2]": "eigenen Beitritt"},
    ),
    "kennung_doppelt": (A + BEITRITT, {"beitritt[1].kennung": "schon vergeben"}),
    "kennung_aufsichtsgremium": (
        anders(A, '"rhein-kreis-neuss"', '"aufsichtsgremium"'),
        {"beitritt[0].kennung": "schon vergeben", "beitritt[0].zustimmung[3]": "eigenen Beitritt"},
    ),
    "kennung_mit_umlaut": (
        anders(A, '"rhein-kreis-neuss"', '"Mönchengladbach"'),
        {"beitritt[0].kennung": "keine Kennung"},
    ),
    "kennung_tabelle": (anders(A, '"rhein-kreis-neuss"', "[1]"), {"beitritt[0].kennung": "eine Liste"}),
    "rechtsform_unbekannt": (anders(A, '"kreis"', '"gmbh"'), {"beitritt[0].rechtsform": "„unternehmen“"}),
    "kreis_fehlt": (
        anders(A, '"kreis"', '"kreisangehoerige_gemeinde"'),
        {"beitritt[0].kreis": 'kreis = "Kreis Mettmann"'},
    ),
    "kreis_zu_viel": (anders(A, 'kreis = ""', 'kreis = "Kreis Mettmann"'), {"beitritt[0].kreis": 'kreis = ""'}),
    "kreis_zahl": (anders(A, 'kreis = ""', "kreis = 5"), {"beitritt[0].kreis": "eine ganze Zahl"}),
    "foerderlich_ohne_begruendung": (
        anders(A, '"grenzt an"', '""'),
        {"beitritt[0].begruendung": "braucht seine Begründung"},
    ),
    "begruendung_ohne_urteil": (anders(A, "foerderlich = true", ""), {"beitritt[0].foerderlich": "foerderlich = true"}),
    "foerderlich_text": (
        anders(A, "foerderlich = true", 'foerderlich = "ja"'),
        {"beitritt[0].foerderlich": "true oder false"},
    ),
    "zum_fehlt": (anders(A, "zum = 2026-01-01", ""), {"beitritt[0].zum": "zum = 2026-01-01"}),
    "zustimmung_unbekannt": (
        anders(A, '"ihk", "aufsichtsgremium"', '"bezirksregierung"'),
        {"beitritt[0].zustimmung[2]": "„aufsichtsgremium“"},
    ),
    "zustimmung_doppelt": (
        anders(A, '"ihk", "aufsichtsgremium"', '"mettmann"'),
        {"beitritt[0].zustimmung[2]": "nur einmal"},
    ),
    "buchung_vor_dem_beitritt": (
        anders(A, 'partner = "ihk"', 'partner = "rhein-kreis-neuss"'),
        {f"{J}.einzahlung[1].partner": "tritt erst zum 01.01.2026"},
    ),
    # kein TOML
    "umlaut_im_namen_und_weiteres_problem": (
        'fassung = "bericht-2017"\n[[haushaltsjahr]]\njahr = 2018\neingezahlt = "wie vereinbart"\n'
        "verausgabt = 1.5\ngeprüft am = 2019-01-01\n",
        {"Zeile 6": "ohne Umlaute", "haushaltsjahr[0].verausgabt": "Anführungszeichen"},
    ),
    "ohne_gleichheitszeichen": ("titel\n" + E, {"Zeile 1, Spalte 6": "Gleichheitszeichen"}),
    "angabe_doppelt": (
        anders(E, "jahr = 2018", "jahr = 2018\njahr = 2019"),
        {"Zeile 6, Spalte 12": "schon weiter oben"},
    ),
    "auslegung_doppelt": (
        AUSLEGUNG + E.replace(KOPF, "") + '[auslegung]\nrundung = "x"\nabstimmung = "mehrheit"\n' + BEITRITT + SPAET,
        {
            "fassung": "fehlt",
            "Zeile 9, Spalte 11": "die Zeilen unter die vorhandene Überschrift [auslegung]",
            "Zeile 11, Spalte 24": "Diese Angabe steht schon weiter oben",
            "auslegung.rundung": "gibt es hier nicht",
            "haushaltsjahr[1].verausgabt": "gegliedert",
        },
    ),
    "uebertragung_doppelt": (
        anders(A, "nein = []", "[haushaltsjahr.uebertragung]\nnein = 5") + SPAET,
        {
            "Zeile 49, Spalte 30": "unter die vorhandene Überschrift [haushaltsjahr.uebertragung]",
            f"{J}.uebertragung.nein": "eine Liste",
            "haushaltsjahr[1].verausgabt": "gegliedert",
        },
    ),
    "auslegung_auch_mit_doppelten_klammern": (
        KOPF + AUSLEGUNG + '[[auslegung]]\npruefung = "x"\n' + JAHR,
        {"Zeile 6, Spalte 12": "vorhandene Überschrift [auslegung]", "auslegung.pruefung": "„billigung_noetig“"},
    ),
    "jahr_mit_einfachen_klammern_nach_dem_ersten": (
        E + anders(SPAET, "[[haushaltsjahr]]", "[haushaltsjahr]"),
        {"Zeile 9, Spalte 15": "in doppelten eckigen Klammern", "haushaltsjahr[1].verausgabt": "gegliedert"},
    ),
    "nur_das_erste_jahr_mit_einfachen_klammern": (
        anders(E, "[[haushaltsjahr]]", "[haushaltsjahr]") + SPAET,
        {"Zeile 9, Spalte 16": "mit anderen Klammern", "haushaltsjahr[1].verausgabt": "gegliedert"},
    ),
    "untertabelle_vor_ihrem_jahr": (
        KOPF + '[[haushaltsjahr.einzahlung]]\npartner = "ihk"\n' + JAHR,
        {"Zeile 6, Spalte 16": f"eine ihrer Untertabellen steht vor ihr. {STEHT_IN} „[[haushaltsjahr]]“. {ABBRUCH}"},
    ),
    "fremde_ueberschrift_doppelt": (
        E + "[x]\n[x]\n",
        {"Zeile 9, Spalte 3": f"Diese Überschrift steht schon weiter oben. {STEHT_IN} „[x]“. {ABBRUCH}"},
    ),
    "auslegung_in_klammern_und_als_tabelle": ("auslegung = {}\n" + E + AUSLEGUNG, {"Zeile 10, Spalte 11": ABBRUCH}),
    "klammer_fehlt": (
        anders(A, "[[haushaltsjahr.ausgabe]]", "[[haushaltsjahr.ausgabe]") + SPAET,
        {"Zeile 23, Spalte 26": "Beispiel: [[haushaltsjahr.ausgabe]]", "haushaltsjahr[1].verausgabt": "gegliedert"},
    ),
    "klammern_fehlen_hinten": (
        anders(A, "[haushaltsjahr.uebertragung]", "[haushaltsjahr.uebertragung").replace("nein = []", "nein = 5"),
        {"Zeile 45, Spalte 30": "[haushaltsjahr.uebertragung]", f"{J}.uebertragung.nein": "eine Liste"},
    ),
    "klammer_zu_viel": (
        KOPF + anders(AUSLEGUNG, "[auslegung]", "[auslegung]]") + JAHR + SPAET,
        {"Zeile 4, Spalte 12": "Beispiel: [auslegung]", "haushaltsjahr[1].verausgabt": "gegliedert"},
    ),
    "ueberschrift_mit_jahreszahl": (
        anders(E, "[[haushaltsjahr]]", "[[Haushaltsjahr 2018]]") + SPAET,
        {"Zeile 4, Spalte 17": "Beispiel: [[haushaltsjahr]]", "haushaltsjahr[1].verausgabt": "gegliedert"},
    ),
    "ueberschrift_mit_umlaut": (
        A.replace("[haushaltsjahr.uebertragung]", "[haushaltsjahr.übertragung]"),
        {"Zeile 45, Spalte 18": "Diese Überschrift ist nicht lesbar"},
    ),
    "fremde_ueberschrift_ohne_klammer": (
        E + "[notiz\na = 1\n" + "[[bemerkung]\na = 1\n",
        {
            "Zeile 8, Spalte 7": "[notiz]",
            "notiz": "gibt es hier nicht",
            "Zeile 10, Spalte 12": "[[bemerkung]]",
            "bemerkung": "gibt es hier nicht",
        },
    ),
    "ueberschrift_ohne_namen": (E + "[]\n", {"Zeile 8, Spalte 2": ABBRUCH}),
    "zeile_ohne_gleichheitszeichen_und_weiteres": (
        anders(E, "jahr = 2018", "jahr: 2018") + SPAET,
        {"Zeile 5, Spalte 5": "Gleichheitszeichen", "haushaltsjahr[1].verausgabt": "gegliedert"},
    ),
    "liste_ueber_mehrere_zeilen_mit_fehler_am_anfang": (
        anders(A, "nein = []", "nein = [ihk,\n]"),
        {"Zeile 49, Spalte 11": ABBRUCH},
    ),
    "liste_ohne_ende_vor_einer_ueberschrift": (
        anders(A, 'enthaltung = ["ihk"]', 'enthaltung = ["ihk"'),
        {"Zeile 52, Spalte 1": f"die Klammer am Ende. {STEHT_IN} „[[anfangsbestand]]“. {ABBRUCH}"},
    ),
    "unlesbare_zeile_neben_mehrzeiligem_text": (
        anders(anders(E, '"Haushaltsjahr 2018"', '"""Jahr"""'), '"wie vereinbart"', "wie vereinbart") + SPAET,
        {"Zeile 6, Spalte 14": ABBRUCH},
    ),
    "anfuehrungszeichen_fehlen_am_ende": (
        anders(E, '2018"\nfassung', "2018\nfassung"),
        {"Zeile 1, Spalte 28": "nicht geschlossen"},
    ),
    "anfuehrungszeichen_am_dateiende": (
        'titel = "a',
        {"Zeile 1, Spalte 11": "nicht geschlossen", "fassung": "fehlt", "haushaltsjahr": "fehlt"},
    ),
    "anfuehrungszeichen_aus_word": (
        anders(E, '"Haushaltsjahr 2018"', "„Haushaltsjahr 2018“"),
        {"Zeile 1, Spalte 9": 'titel = "Haushaltsjahr 2018"'},
    ),
    "text_ohne_anfuehrungszeichen": (
        anders(E, '"wie vereinbart"', "wie vereinbart  # so"),
        {"Zeile 6, Spalte 14": 'eingezahlt = "wie vereinbart"'},
    ),
    "betrag_ohne_anfuehrungszeichen": (
        anders(E, '"43.417,55"', "43.417,55"),
        {"Zeile 7, Spalte 20": 'verausgabt = "43.417,55"'},
    ),
    "betrag_mit_leerzeichen_ohne_anfuehrungszeichen": (
        anders(E, '"43.417,55"', "43 417"),
        {"Zeile 7, Spalte 17": 'verausgabt = "43.417"'},
    ),
    "datum_deutsch_ohne_anfuehrungszeichen": (
        anders(A, "2018-01-15", "15.01.2018"),
        {"Zeile 17, Spalte 16": "datum = 2018-01-15"},
    ),
    "datum_unmoeglich_ohne_anfuehrungszeichen": (
        anders(A, "2018-01-15", "31.02.2018"),
        {"Zeile 17, Spalte 16": "Jahr-Monat-Tag"},
    ),
    "tag_gibt_es_nicht": (anders(A, "2018-01-15", "2018-02-30"), {"Zeile 17, Spalte 11": "gibt es nicht"}),
    "wert_fehlt": (anders(E, "jahr = 2018", "jahr ="), {"Zeile 5, Spalte 7": "nicht lesbar"}),
    "liste_ohne_ende": (anders(A, "nein = []", 'nein = ["ihk"'), {"Zeile 50, Spalte 3": "Liste"}),
    "wert_in_falscher_zeile": (anders(A, "nein = []", "nein = [\n"), {"Zeile 51, Spalte 3": "nicht lesbar"}),
    "mehrzeiliger_text_ohne_ende": (anders(E, '"43.417,55"', '"""'), {"Zeile 7, Spalte 17": "nicht geschlossen"}),
    "steuerzeichen_in_der_datei": (anders(E, "= 2018", "= \x01"), {"Zeile 5, Spalte 8": "nicht lesbar"}),
    "fremdes_zeichen": (E + "€", {"Zeile 8, Spalte 1": "Überschrift"}),
    "innen_doppelt": (anders(A, "ihk = 2,", "ihk = 2, ihk = 3,"), {"Zeile 55, Spalte 32": "doppelt"}),
    "tief_geschachtelte_listen": ("a = " + "[" * 100_000 + "\n" + E, {"Datei": "geschachtelt"}),
    "tief_geschachtelte_tabellen": ("a = " + "{a=" * 100_000 + "\n" + E, {"Datei": "geschachtelt"}),
    "tief_geschachtelte_namen": ("a." * 1_000_000 + "a = 1\n" + E, {"Datei": "geschachtelt"}),
    "tief_aber_lesbar": ("a = " + "[" * 300 + "]" * 300 + "\n" + E, {"a": "gibt es hier nicht"}),
    "zahl_mit_tausenden_ziffern": ("a = " + "9" * 5000 + "\n" + E, {"Datei": "viele Ziffern"}),
}

BYTES: dict[str, tuple[bytes, dict[str, str]]] = {
    "leer": (b"", {"Datei": "leer"}),
    "nur_leerzeilen": (b"\r\n \r\n", {"Datei": "leer"}),
    "nur_marke": (b"\xef\xbb\xbf", {"Datei": "leer"}),
    "fehler_hinter_der_marke": (b"\xef\xbb\xbftitel\n" + E.encode(), {"Zeile 1, Spalte 6": "Gleichheitszeichen"}),
    "cp1252": ((KOPF + BUCHUNGEN).encode("cp1252"), {"Datei": "Zeile 33"}),
    "utf_16": (E.encode("utf-16"), {"Datei": "UTF-16"}),
    "utf_16_ohne_marke": (E.encode("utf-16-le"), {"Datei": "keine Textdatei"}),
    "binaer": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", {"Datei": "keine Textdatei"}),
    "fuenfzig_megabyte": (b"#" * 50_000_000, {"Datei": "größer als 5 MB"}),
    "windows_zeilenenden": (anders(E, "= 2018", "= 18").replace("\n", "\r\n").encode(), {f"{J}.jahr": "zwischen"}),
}


@pytest.mark.parametrize(("inhalt", "erwartet"), (TEXTE | BYTES).values(), ids=(TEXTE | BYTES).keys())
def test_kaputte_datei_nennt_genau_ihre_probleme(inhalt: str | bytes, erwartet: dict[str, str]) -> None:
    gefunden = probleme(inhalt)
    assert gefunden.keys() == erwartet.keys()
    for stelle, stueck in erwartet.items():
        assert stueck in f"{gefunden[stelle].grund} Beispiel: {gefunden[stelle].beispiel}"


def test_mindestens_fuenfzig_kaputte_dateien() -> None:
    assert len(TEXTE) + len(BYTES) >= 50


ZEHN_PROBLEME = """titel = "Zehn Probleme"
fassung = "bericht-2071"

[auslegung]
abstimung = "mehrheit"
pruefung = "vornahme"

[[haushaltsjahr]]
jahr = 2018
verausgabt = 43.417,55
pruefungsergebnis = "gebilligt"

[[haushaltsjahr]]
jahr = 2020
eingezahlt = "wie vereinbart"
  [[haushaltsjahr.einzahlung]]
  partner = "koeln"
  betrag = "1,234"
  datum = "15.01.2018"
  [[haushaltsjahr.ausgabe]]
  bezeichnung = "Kongress"
  art = "personalkosten"
  betrag = 5
"""


def test_zehn_probleme_auf_einmal_und_in_der_reihenfolge_der_datei() -> None:
    gefunden = probleme(ZEHN_PROBLEME)
    assert list(gefunden) == [
        "fassung",
        "auslegung.abstimung",
        "auslegung.pruefung",
        "haushaltsjahr[0].eingezahlt",
        "Zeile 10, Spalte 20",
        "haushaltsjahr[0].pruefungsergebnis",
        "haushaltsjahr[1].jahr",
        "haushaltsjahr[1].eingezahlt",
        "haushaltsjahr[1].einzahlung[0].partner",
        "haushaltsjahr[1].einzahlung[0].betrag",
        "haushaltsjahr[1].einzahlung[0].datum",
        "haushaltsjahr[1].ausgabe[0].partner",
    ]
    zeilen = [problem.zeile for problem in gefunden.values()]
    assert zeilen == [2, 5, 6, 8, 10, 11, 14, 15, 17, 18, 19, 20]


def test_mehrere_unlesbare_zeilen_werden_alle_genannt() -> None:
    text = anders(anders(E, '"wie vereinbart"', "wie vereinbart"), '"43.417,55"', "43.417,55")
    assert list(probleme(text)) == ["Zeile 6, Spalte 14", "Zeile 7, Spalte 20"]


def test_nach_berichtigten_und_verschobenen_zeilen_stimmen_die_zeilennummern() -> None:
    text = anders(E, "[[haushaltsjahr]]", "[haushaltsjahr") + AUSLEGUNG + SPAET + '[auslegung]\nrundung = "x"\n'
    gefunden = probleme(text)
    zeilen = {problem.stelle: problem.zeile for problem in gefunden.values()}
    assert zeilen == {
        "Zeile 4, Spalte 15": 4,
        "haushaltsjahr[1].verausgabt": 15,
        "Zeile 16, Spalte 11": 16,
        "auslegung.rundung": 17,
    }
    assert not any(ABBRUCH in problem.grund for problem in gefunden.values())


def test_in_grossen_dateien_genuegt_die_erste_unlesbare_zeile() -> None:
    text = anders(anders(E, '"wie vereinbart"', "wie vereinbart"), '"43.417,55"', "43.417,55") + "#" * 3_000_000
    assert list(probleme(text)) == ["Zeile 6, Spalte 14", "Zeile 7, Spalte 20"]
    assert list(probleme(text + "#" * 1_999_000)) == ["Zeile 6, Spalte 14", "Zeile 7, Spalte 20"]


def test_ohne_zeile_wo_mehrzeilige_texte_stehen() -> None:
    text = anders(E, '"43.417,55"', '"""1,234"""')
    assert probleme(text)[f"{J}.verausgabt"].zeile is None


def test_unbekannte_meldung_von_tomllib_wird_trotzdem_ein_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def loads(_text: str, **_optionen: object) -> None:
        raise tomllib.TOMLDecodeError("Something new (at line 1, column 1)")

    monkeypatch.setattr(tomllib, "loads", loads)
    assert probleme("titel = 1")["Zeile 1, Spalte 1"].grund.startswith("Diese Zeile ist nicht lesbar.")


class TestDateien:
    def meldung(self, datei: Path) -> str:
        with pytest.raises(EingabeError) as fehler:
            lade_fall(datei)
        (problem,) = fehler.value.probleme
        assert problem.stelle == "Datei"
        return problem.grund

    def test_gute_datei(self, tmp_path: Path) -> None:
        (tmp_path / "fall.toml").write_text(EINFACH, encoding="utf-8")
        assert lade_fall(tmp_path / "fall.toml").titel == "Haushaltsjahr 2018"

    def test_gibt_es_nicht(self, tmp_path: Path) -> None:
        assert "gibt es nicht" in self.meldung(tmp_path / "fehlt.toml")

    def test_ordner(self, tmp_path: Path) -> None:
        assert "Ordner" in self.meldung(tmp_path)

    def test_unmoeglicher_name(self) -> None:
        assert "nicht öffnen" in self.meldung(Path("a\0b"))

    def test_zu_grosse_datei_wird_nicht_gelesen(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        datei = tmp_path / "gross.toml"
        with datei.open("wb") as offen:
            offen.truncate(50_000_000)
        monkeypatch.setattr(Path, "open", None)
        assert "größer als 5 MB" in self.meldung(datei)

    def test_datei_ohne_ende_wird_nur_bis_zur_grenze_gelesen(self) -> None:
        endlos = Path("/dev/zero")
        if not (endlos.exists() and stat.S_ISCHR(os.stat(endlos).st_mode)):
            pytest.skip("nur wo es /dev/zero gibt")
        assert "größer als 5 MB" in self.meldung(endlos)

    def test_keine_erlaubnis(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def verweigert(*_args: object, **_kwargs: object) -> None:
            raise PermissionError

        monkeypatch.setattr(Path, "stat", verweigert)
        assert "darf nicht" in self.meldung(tmp_path)


# Zufällige Veränderungen einer guten Datei


@given(veraenderte_dateien(AUSFUEHRLICH))
@settings(max_examples=300)
def test_veraenderte_datei_gibt_einen_fall_oder_probleme(inhalt: bytes) -> None:
    lies_oder_nenne_probleme(inhalt)


@given(st.binary())
def test_beliebige_bytes_geben_probleme(inhalt: bytes) -> None:
    lies_oder_nenne_probleme(inhalt)


@given(
    st.integers(0, len(AUSFUEHRLICH)), st.integers(0, 20), st.text(max_size=5) | st.sampled_from(["[", '"', "=", "\n"])
)
@settings(max_examples=300)
def test_zerschnittener_text_gibt_einen_fall_oder_probleme(stelle: int, weg: int, hinein: str) -> None:
    text = AUSFUEHRLICH[:stelle] + hinein + AUSFUEHRLICH[stelle + weg :]
    lies_oder_nenne_probleme(text.encode("utf-8", "replace"))


@given(
    st.integers(0, len(AUSFUEHRLICH)),
    st.integers(0, 20),
    st.text("[]{}=.: \nax1ä", max_size=4) | st.sampled_from(["\n[auslegung]\n", "\n[haushaltsjahr.uebertragung]\n"]),
)
@settings(max_examples=300)
def test_was_nach_einem_fehler_steht_ist_geprueft_oder_als_ungeprueft_genannt(
    stelle: int, weg: int, hinein: str
) -> None:
    text = AUSFUEHRLICH[:stelle] + hinein + AUSFUEHRLICH[stelle + weg :] + SPAET
    with pytest.raises(EingabeError) as fehler:
        lies_fall(text.encode())
    assert "„1.5.5“" in str(fehler.value) or ABBRUCH in str(fehler.value)


STIMMEN = st.lists(st.sampled_from(["duesseldorf", "ihk", " ihk ", "rhein-kreis-neuss"]), max_size=3)


@given(
    st.lists(st.integers(2016, 2019), min_size=1, max_size=4),
    st.lists(st.dates(date(2015, 1, 1), date(2020, 12, 31)), max_size=3),
    st.fixed_dictionaries(
        {}, optional={"ja": STIMMEN, "nein": STIMMEN, "enthaltung": STIMMEN, "einstimmig": st.booleans()}
    ),
)
def test_jahre_beitritte_und_stimmen_in_jeder_folge_geben_einen_fall_oder_probleme(
    jahre: list[int], tage: list[date], stimmen: dict[str, object]
) -> None:
    beschluss = "[haushaltsjahr.uebertragung]\nbetrag = 5\ndatum = 2018-02-01\n"
    beschluss += "".join(f"{name} = {als_toml(wert)}\n" for name, wert in stimmen.items())
    beitritte = "".join(
        anders(anders(BEITRITT, "rhein-kreis-neuss", f"neu-{nummer}"), "2026-01-01", tag.isoformat())
        for nummer, tag in enumerate(tage)
    )
    text = KOPF + "".join(anders(JAHR, "2018", str(jahr)) for jahr in jahre) + beschluss + beitritte
    lies_oder_nenne_probleme(text.encode())


def test_beitritte_stehen_im_fall_nach_ihrem_tag() -> None:
    spaeter, frueher = BEITRITT, anders(anders(BEITRITT, "rhein-kreis-neuss", "neu"), "2026-01-01", "2025-01-01")
    beitritte = lies_fall((E + spaeter + frueher).encode()).aufzeichnung.beitritte
    assert [beitritt.kennung for beitritt in beitritte] == ["neu", "rhein-kreis-neuss"]
