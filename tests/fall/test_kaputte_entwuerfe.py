"""Kaputte Entwürfe: jeder nennt alle seine Probleme, jedes mit Stelle, Grund und Beispiel."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fall.entwurfsdateien import (
    ANFANG,
    BEITRAEGE,
    KLAUSELN,
    KOPF,
    MIT_ERSTEM,
    PARTNER,
    SITZE,
    STELLEN,
    VOLL,
    ZWEITER,
    entwurf,
    probleme,
)
from fall.veraendern import als_toml, anders, veraenderte_dateien
from kooperationsvertrag.fall.entwurf import EINGEBAUT, lies_entwurf
from kooperationsvertrag.fall.entwurfsbestimmungen import ANTWORTEN
from kooperationsvertrag.fall.probleme import EingabeError, Problem
from kooperationsvertrag.vertrag.fassung import Funktion, Vertragsfassung
from kooperationsvertrag.vertrag.partner import Rechtsform

V = VOLL
BEITRAG_IHK = anders(V, 'mettmann = "50.000"', 'mettmann = "50.000"\nihk = "20.000"')
TEXTE: dict[str, tuple[str, dict[str, str]]] = {
    # Name: Datei, erwartete Stellen mit einem Stück des Grundes oder Beispiels
    "nur_kommentare": ("# nichts\n", {"kennung": '"entwurf-2027"', "bezeichnung": "fehlt", "aufbauend_auf": "fehlt"}),
    # Kopf
    "kennung_vergeben": (anders(V, "entwurf-2027", "bericht-2017"), {"kennung": "gibt es schon"}),
    "kennung_mit_umlaut": (
        anders(V, "entwurf-2027", "Entwurf für 2027"),
        {"kennung": 'Beispiel: kennung = "entwurf-2027"'},
    ),
    "bezeichnung_leer": (anders(V, '"Entwurf 2027"', '" "'), {"bezeichnung": "leer"}),
    "bezeichnung_zahl": (anders(V, '"Entwurf 2027"', "2027"), {"bezeichnung": "eine ganze Zahl"}),
    "grundlage_leer": ('grundlage = ""\n' + V, {"grundlage": "leer"}),
    "aufbauend_auf_unbekannt": (
        anders(V, "bericht-2017", "bericht-2071"),
        {"aufbauend_auf": "Gemeint ist vielleicht „bericht-2017“. Bekannt sind: „bericht-2017“"},
    ),
    "aufbauend_auf_ganz_anderem_und_weiteres": (
        anders(anders(V, "bericht-2017", "x.toml"), "17-F8", "17-F88"),
        {"aufbauend_auf": '"bericht-2017"', "klausel[0].ersetzt[0]": "Gemeint ist vielleicht „17-F8“"},
    ),
    "aufbauend_auf_liste": (anders(V, '"bericht-2017"', '["bericht-2017"]'), {"aufbauend_auf": "eine Liste"}),
    "tag_und_ereignis": (
        anders(V, "2027-01-01", '2027-01-01\ngueltig_bei = "Unterzeichnung"'),
        {"gueltig_bei": "nur eines von beiden"},
    ),
    "tag_als_text": (anders(V, "2027-01-01", '"01.01.2027"'), {"gueltig_ab": "gueltig_ab = 2027-01-01"}),
    "ereignis_leer": (anders(V, "gueltig_ab = 2027-01-01", 'gueltig_bei = ""'), {"gueltig_bei": "leer"}),
    # Format
    "format_text": ('format = "1"\n' + V, {"format": "format = 1"}),
    "format_wahrheitswert": ("format = true\n" + V, {"format": "Wahrheitswert"}),
    "format_null": ("format = 0\n" + V, {"format": "das erste ist 1"}),
    "format_spaeter": ("format = 2\n" + V, {"format": "neuere Version der Bibliothek verwenden"}),
    "format_spaeter_und_unbekanntes": ("format = 17\nneu = 1\n" + KOPF, {"format": "das Format 17"}),
    "format_riesig": ("format = 0x" + "f" * 5000 + "\n" + V, {"format": "ein unbekanntes Format"}),
    # unbekannte Angaben
    "unbekannte_angabe": ("xyz = 1\n" + V, {"xyz": "Bekannt sind: „kennung“, „bezeichnung“"}),
    "unbekannte_angabe_mit_naechstem_namen": (
        anders(V, "entfallen", "entfallne"),
        {"entfallne": "Gemeint ist vielleicht „entfallen“"},
    ),
    "falldatei_statt_entwurf": (
        'titel = "Jahr"\nfassung = "bericht-2017"\n[[haushaltsjahr]]\njahr = 2018\n',
        {
            "titel": "in einem Entwurf heißt es „bezeichnung“",
            "fassung": "in einem Entwurf heißt es „aufbauend_auf“",
            "haushaltsjahr": "gehört in eine Falldatei. ",
            "kennung": "fehlt",
            "bezeichnung": "fehlt",
            "aufbauend_auf": "fehlt",
        },
    ),
    "angabe_unter_der_falschen_ueberschrift": (
        anders(V, 'name = "Rhein-Kreis Neuss"', 'name = "Rhein-Kreis Neuss"\namt = "Landrat"'),
        {"partner[0].amt": "gehört zu [[sitz]]"},
    ),
    "angabe_am_ende_statt_am_anfang": (V + "bezeichnung = 5\n", {"regelung[2].bezeichnung": "an den Anfang der Datei"}),
    "angaben_unter_den_beitraegen": (
        KOPF + BEITRAEGE.replace("rhein-kreis-neuss", "ihk") + 'jahresbudget = "130.000"\nentfallen = ["17-F3"]\n',
        {"beitraege.jahresbudget": "an den Anfang der Datei", "beitraege.entfallen": "an den Anfang der Datei"},
    ),
    # Beiträge
    "beitraege_fehlen": (anders(V, BEITRAEGE, ""), {"beitraege": "Neu dabei: „rhein-kreis-neuss“"}),
    "beitraege_sind_text": (
        'beitraege = "50.000"\n' + anders(V, BEITRAEGE, ""),
        {"beitraege": "erwartet ist eine Tabelle"},
    ),
    "beitraege_in_doppelten_klammern": (anders(V, "[beitraege]", "[[beitraege]]"), {"beitraege": "[beitraege]"}),
    "beitrag_fuer_wen_es_nicht_gibt": (
        anders(V, "mettmann = ", "metmann = "),
        {"beitraege.metmann": "Gemeint ist vielleicht „mettmann“", "beitraege.mettmann": "fehlt der Beitrag"},
    ),
    "beitrag_fuer_wer_ausscheidet": (BEITRAG_IHK, {"beitraege.ihk": "„ihk“ scheidet mit diesem Entwurf aus"}),
    "partner_ohne_beitrag": (
        anders(V, 'mettmann = "50.000"\n', ""),
        {"beitraege.mettmann": 'mettmann = "50.000"'},
    ),
    "alle_beitraege_fehlen": (
        anders(V, BEITRAEGE, "\n[beitraege]\n"),
        {f"beitraege.{partner}": "fehlt" for partner in ("duesseldorf", "mettmann", "rhein-kreis-neuss")},
    ),
    "beitrag_mehrdeutig": (anders(V, '"30.000"', '"30,000"'), {"beitraege.rhein-kreis-neuss": "auf zwei Arten"}),
    "beitrag_als_kommazahl": (anders(V, '"30.000"', "30.000"), {"beitraege.rhein-kreis-neuss": "Anführungszeichen"}),
    "beitrag_negativ": (anders(V, '"30.000"', '"-30.000"'), {"beitraege.rhein-kreis-neuss": "nie negativ"}),
    "alle_beitraege_null": (
        KOPF + "[beitraege]\nduesseldorf = 0\nmettmann = 0\nihk = 0\n",
        {"beitraege": "zusammen sind null"},
    ),
    "jahresbudget_ist_nicht_die_summe": (
        anders(V, '"130.000"', '"120.000"'),
        {"jahresbudget": "ist 120.000,00 €, die Beiträge ergeben zusammen 130.000,00 €"},
    ),
    "jahresbudget_ist_nicht_die_summe_der_bisherigen": (
        KOPF + 'jahresbudget = "130.000"\n',
        {"jahresbudget": 'jahresbudget = "120.000,00 €"'},
    ),
    "jahresbudget_kein_betrag": (anders(V, '"130.000"', '"viel"'), {"jahresbudget": "kein Betrag"}),
    # Partner
    "kennung_eines_partners_vergeben": (
        anders(V, '["ihk"]', "[]").replace("rhein-kreis-neuss", "ihk"),
        {"partner[0].kennung": "ist schon Partner"},
    ),
    "kennung_eines_partners_doppelt": (
        V + anders(PARTNER, "Rhein-Kreis Neuss", "Neuss II"),
        {"partner[1].kennung": "schon weiter oben vergeben"},
    ),
    "kennung_eines_partners_ungueltig": (
        V.replace("rhein-kreis-neuss", "Neuss").replace("Neuss = ", "neuss = "),
        {"partner[0].kennung": "keine Kennung", "beitraege.neuss": "kein Partner", "beitraege.Neuss": "fehlt"},
    ),
    "kennung_eines_partners_ist_ein_gremium": (
        V.replace("rhein-kreis-neuss", "aufsichtsgremium"),
        {"partner[0].kennung": "wer im Regionalmanagement handelt"},
    ),
    "name_eines_partners_vergeben": (
        anders(V, '"Rhein-Kreis Neuss"', '"Kreis Mettmann"'),
        {"partner[0].name": "So heißt schon „mettmann“"},
    ),
    "name_eines_partners_doppelt": (
        anders(V, "[beitraege]", '[beitraege]\nneuss = "0"') + anders(PARTNER, "rhein-kreis-neuss", "neuss"),
        {"partner[1].name": "steht schon weiter oben"},
    ),
    "name_eines_partners_fehlt": (anders(V, 'name = "Rhein-Kreis Neuss"\n', ""), {"partner[0].name": "fehlt"}),
    "rechtsform_unbekannt": (anders(V, '"kreis"', '"kreise"'), {"partner[0].rechtsform": 'rechtsform = "kreis"'}),
    "gemeinde_ohne_kreis": (
        anders(V, '"kreis"', '"kreisangehoerige_gemeinde"'),
        {"partner[0].kreis": "fehlt ihr Kreis"},
    ),
    "kreis_mit_kreis": (anders(V, 'kreis = ""', 'kreis = "Mettmann"'), {"partner[0].kreis": "nur bei"}),
    "partner_in_einfachen_klammern": (
        anders(anders(V, "[[partner]]", "[partner]"), '"Neuss"', "5"),
        {"partner": "doppelten eckigen Klammern", "partner.kurzname": "eine ganze Zahl"},
    ),
    "neuer_partner_ohne_beitraege": (KOPF + PARTNER, {"beitraege": "was jeder beiträgt"}),
    "ausgeschieden_ist_niemand_bekanntes": (
        anders(V, '["ihk"]', '["ihk", "metman"]'),
        {"ausgeschieden[1]": 'ausgeschieden = ["mettmann"]'},
    ),
    "ausgeschieden_doppelt": (anders(V, '["ihk"]', '["ihk", "ihk"]'), {"ausgeschieden[1]": "schon weiter vorn"}),
    "ausgeschieden_sind_alle": (
        KOPF + 'ausgeschieden = ["ihk", "mettmann", "duesseldorf"]\n' + STELLEN + SITZE,
        {"ausgeschieden": "bliebe kein Partner"},
    ),
    "ausgeschieden_ist_text": (
        anders(V, '["ihk"]', '"ihk"'),
        {"ausgeschieden": 'ausgeschieden = ["ihk"]', "beitraege.ihk": "fehlt"},
    ),
    "ausgeschieden_mit_zahl_und_leerem": (
        KOPF + 'ausgeschieden = [5, " ", "ihk"]\n',
        {"ausgeschieden[0]": "eine ganze Zahl", "ausgeschieden[1]": "leer"},
    ),
    # Abordnung, Stellen, Sitze
    "abordnung_an_fremde": (anders(V, '= "mettmann"', '= "koeln"'), {"sitz_der_abordnung": "kein Partner"}),
    "abordnung_an_wen_es_nicht_mehr_gibt": (
        anders(V, '= "mettmann"', '= "ihk"'),
        {"sitz_der_abordnung": "scheidet mit diesem Entwurf aus"},
    ),
    "sitz_der_abordnung_scheidet_aus": (
        KOPF + 'ausgeschieden = ["duesseldorf"]\n',
        {"sitz_der_abordnung": "an wen künftig abgeordnet wird"},
    ),
    "sitz_der_abordnung_leer": (
        KOPF + 'ausgeschieden = ["duesseldorf"]\nsitz_der_abordnung = ""\n',
        {"sitz_der_abordnung": "leer"},
    ),
    "stelle_von_wer_kein_partner_ist": (
        anders(V, STELLEN, STELLEN.replace('"duesseldorf"', '"ihk"')),
        {"stelle[0].partner": "scheidet"},
    ),
    "stelle_doppelt": (
        anders(V, STELLEN, STELLEN + '[[stelle]]\npartner = "duesseldorf"\nfunktion = "leitung"\n'),
        {"stelle[2].funktion": "steht schon weiter oben"},
    ),
    "funktion_unbekannt": (anders(V, '"leitung"', '"Leitung"'), {"stelle[0].funktion": 'funktion = "leitung"'}),
    "sitz_von_wer_kein_partner_ist": (
        anders(V, SITZE, SITZE.replace('"duesseldorf"', '"duesseldorv"')),
        {"sitz[0].partner": 'partner = "duesseldorf"'},
    ),
    "zwei_sitze_eines_partners": (
        anders(V, SITZE, SITZE + '[[sitz]]\npartner = "duesseldorf"\namt = "Kämmerei"\n'),
        {"sitz[2].partner": "einer Stimme je Partner"},
    ),
    "sitz_ohne_amt": (V + '[[sitz]]\npartner = "mettmann"\n', {"sitz[2].amt": "Landrat des Kreises Mettmann"}),
    "sitze_sind_keine_tabellen": (
        anders("sitz = [5]\n" + V, SITZE, ""),
        {"sitz[0]": "erwartet ist eine Tabelle"},
    ),
    "stelle_in_einfachen_klammern": (
        anders(V, STELLEN, '[stelle]\npartner = "duesseldorf"\nfunktion = "leitung"\n'),
        {"stelle": "doppelten eckigen Klammern"},
    ),
    "sitze_sind_text": ('sitz = "alle"\n' + anders(V, SITZE, ""), {"sitz": "ein Text; erwartet ist eine Liste"}),
    # Klauseln und Sätze
    "klausel_heisst_wie_ein_satz": (
        anders(V, 'kennung = "§ 8"', 'kennung = "17-F9"').replace('klausel = "§ 8"', 'klausel = "17-F9"'),
        {"klausel[1].kennung": "Satzes im Normregister"},
    ),
    "klausel_doppelt": (
        V.replace('"§ 8"', '"§ 7 Abs. 2"'),
        {"klausel[1].kennung": "steht schon weiter oben"},
    ),
    "klausel_ohne_text": (
        anders(V, 'text = "Die Cent gehen nach dem größten Rest."', ""),
        {"klausel[1].text": "fehlt"},
    ),
    "klausel_mit_leerem_text": (
        anders(V, '"Die Cent gehen nach dem größten Rest."', '"""\n\n"""'),
        {"klausel[1].text": "leer"},
    ),
    "klausel_mit_tabulator": (
        anders(V, "Die Cent gehen", "Die\\tCent gehen"),
        {"klausel[1].text": "Steuerzeichen"},
    ),
    "ersetzt_unbekannten_satz": (anders(V, "17-F8", "17-f8"), {"klausel[0].ersetzt[0]": 'ersetzt = ["17-F8"]'}),
    "ersetzt_ganz_unbekanntes": (anders(V, "17-F8", "x" * 80), {"klausel[0].ersetzt[0]": "xxx…“ nicht. Beispiel"}),
    "ersetzt_doppelt": (anders(V, '["17-F8"]', '["17-F8", "17-F8"]'), {"klausel[0].ersetzt[1]": "schon weiter vorn"}),
    "ersetzt_ist_text": (anders(V, '["17-F8"]', '"17-F8"'), {"klausel[0].ersetzt": 'ersetzt = ["17-F8"]'}),
    "entfallen_unbekannt": (anders(V, "17-F3", "17-F33"), {"entfallen[0]": "Gemeint ist vielleicht „17-F3“"}),
    "entfallen_doppelt": (anders(V, '["17-F3"]', '["17-F3", "17-F3"]'), {"entfallen[1]": "schon weiter vorn"}),
    "entfallen_und_ersetzt": (
        anders(V, '"17-F3"', '"17-F3", "17-F8"'),
        {"entfallen[1]": "auch unter klausel[0].ersetzt[0]"},
    ),
    # Regelungen
    "frage_unbekannt": (
        anders(V, '"rueckfuehrungsbasis"', '"Rückführungsbasis"'),
        {"regelung[0].frage": 'frage = "rueckfuehrungsbasis"'},
    ),
    "frage_fehlt": (anders(V, 'frage = "rueckfuehrungsbasis"', ""), {"regelung[0].frage": "fehlt"}),
    "antwort_unbekannt": (
        anders(V, '"tatsaechliche_zahlungen"', '"tatsächliche Zahlungen"'),
        {"regelung[0].antwort": 'antwort = "tatsaechliche_zahlungen"'},
    ),
    "antwort_fehlt": (anders(V, 'antwort = "tatsaechliche_zahlungen"', ""), {"regelung[0].antwort": "fehlt"}),
    "antwort_ist_eine_liste": (
        anders(V, '"groesster_rest"', '["groesster_rest"]'),
        {"regelung[1].antwort": "Hier steht eine Liste; möglich ist: „groesster_rest“"},
    ),
    "antwort_auf_eine_andere_frage": (
        anders(V, '"groesster_rest"', '"mehrheit"'),
        {"regelung[1].antwort": "„mehrheit“ gibt es hier nicht"},
    ),
    "frage_zweimal_geregelt": (
        V + '[[regelung]]\nfrage = "rundung"\nantwort = "abrunden_rest_bleibt"\n',
        {"regelung[3].frage": "schon weiter oben geregelt"},
    ),
    "klausel_gibt_es_nicht": (
        anders(V, 'klausel = "§ 7 Abs. 2"', 'klausel = "§ 7 Abs.2"'),
        {"regelung[0].klausel": 'klausel = "§ 7 Abs. 2"'},
    ),
    "klausel_gibt_es_nicht_und_keine_aehnliche": (
        anders(V, 'klausel = "§ 7 Abs. 2"', 'klausel = "Anlage"'),
        {"regelung[0].klausel": "Bekannt sind: „§ 7 Abs. 2“, „§ 8“. Beispiel: [[klausel]] mit dieser Kennung"},
    ),
    "klausel_ohne_jede_klausel": (
        KOPF + '[[regelung]]\nfrage = "abstimmung"\nantwort = "mehrheit"\nklausel = "§ 1"\n',
        {"regelung[0].klausel": "Der Entwurf hat keine"},
    ),
    "klausel_leer": (anders(V, 'klausel = "§ 8"', 'klausel = ""'), {"regelung[1].klausel": "leer"}),
    "vorrang_ohne_rundung": (
        anders(V, 'frage = "rundung"', 'frage = "drittmittel"').replace("groesster_rest", "erhoehen_die_mittel"),
        {"regelung[2].frage": "nur zusammen mit der Rundung"},
    ),
    "vorrang_nennt_fremde": (
        anders(V, '["rhein-kreis-neuss", "duesseldorf"]', '["ihk", "duesseldorv"]'),
        {"regelung[2].antwort[0]": "scheidet", "regelung[2].antwort[1]": 'antwort = ["duesseldorf"]'},
    ),
    "vorrang_doppelt": (
        anders(V, '["rhein-kreis-neuss", "duesseldorf"]', '["duesseldorf", "duesseldorf"]'),
        {"regelung[2].antwort[1]": "nur einmal"},
    ),
    "vorrang_leer": (
        anders(V, '["rhein-kreis-neuss", "duesseldorf"]', "[]"),
        {"regelung[2].antwort": "eine leere Liste"},
    ),
    "vorrang_verschrieben": (
        anders(V, '["rhein-kreis-neuss", "duesseldorf"]', '"Vertragsreihenfolge"'),
        {"regelung[2].antwort": "Gemeint ist vielleicht „vertragsreihenfolge“"},
    ),
    "vorrang_mit_zahl": (
        anders(V, '["rhein-kreis-neuss", "duesseldorf"]', '["duesseldorf", 5]'),
        {"regelung[2].antwort[1]": "eine ganze Zahl"},
    ),
    "wieder_offen_wo_gar_nichts_geregelt_ist": (
        KOPF + 'wieder_offen = ["abstimmung"]\n',
        {"wieder_offen[0]": "Sie regelt gar keine Frage. Beispiel: die Zeile weglassen"},
    ),
    "wieder_offen_mit_zahl": (KOPF + "wieder_offen = [5]\n", {"wieder_offen[0]": "eine ganze Zahl"}),
    # kein TOML
    "angabe_ohne_wert": (
        anders(V, '"Entwurf 2027"', ""),
        {"Zeile 2, Spalte 15": "Der Wert ist nicht lesbar; Texte stehen in Anführungszeichen. Die Zeile lautet: „bez"},
    ),
    "unbekannte_angabe_ohne_wert": (
        "x = \n" + anders(V, "17-F3", "17-F33"),
        {"Zeile 1, Spalte 5": "Die Zeile lautet: „x =“", "entfallen[0]": "Normregister"},
    ),
    "nur_eine_angabe_ohne_wert": (
        "x = ",
        {"Zeile 1, Spalte 5": "nicht lesbar", "kennung": "fehlt", "bezeichnung": "fehlt", "aufbauend_auf": "fehlt"},
    ),
    "unlesbare_zeile_und_weiteres_problem": (
        anders(anders(V, '"Entwurf 2027"', "Entwurf 2027"), "17-F3", "17-F33"),
        {"Zeile 2, Spalte 15": 'bezeichnung = "Entwurf 2027"', "entfallen[0]": "Normregister"},
    ),
    "unlesbarer_beitrag": (
        anders(V, '"30.000"', "30.000,00"),
        {"Zeile 13, Spalte 27": 'rhein-kreis-neuss = "30.000,00"'},
    ),
}

BYTES: dict[str, tuple[bytes, dict[str, str]]] = {
    "leer": (b"", {"Datei": "leer"}),
    "cp1252": (VOLL.encode("cp1252"), {"Datei": "nicht in UTF-8"}),
    "binaer": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", {"Datei": "keine Textdatei"}),
    "windows_zeilenenden": (anders(V, "17-F3", "17-F33").replace("\n", "\r\n").encode(), {"entfallen[0]": "17-F33"}),
}

AUF_DEM_ERSTEN: dict[str, tuple[str, dict[str, str]]] = {
    # was sich erst an einem Entwurf zeigt, der auf einem Entwurf aufbaut
    "kennung_vergeben": (anders(ZWEITER, "entwurf-2028", "entwurf-2027"), {"kennung": "gibt es schon"}),
    "klausel_der_grundlage_doppelt": (
        ZWEITER + '[[klausel]]\nkennung = "§ 8"\ntext = "Neu."\n',
        {"klausel[0].kennung": "hat schon die Fassung „entwurf-2027“"},
    ),
    "schon_entfallen": (ZWEITER + 'entfallen = ["17-F3"]', {"entfallen[0]": "schon entfallen"}),
    "schon_ersetzt": (ZWEITER + 'entfallen = ["17-F8"]', {"entfallen[0]": "schon durch „§ 7 Abs. 2“ ersetzt"}),
    "ersetzt_was_schon_entfallen_ist": (
        ZWEITER + '[[klausel]]\nkennung = "§ 9"\ntext = "Neu."\nersetzt = ["17-F3"]\n',
        {"klausel[0].ersetzt[0]": "schon entfallen"},
    ),
    "klausel_der_grundlage_verschrieben": (
        ZWEITER + 'entfallen = ["§ 7 Abs.2"]\n',
        {"entfallen[0]": "Weder das Normregister noch die Fassung „entwurf-2027“ kennt „§ 7 Abs.2“. Gemeint ist"},
    ),
    "ersetzt_klausel_die_es_nicht_gibt": (
        ZWEITER + '[[klausel]]\nkennung = "§ 9"\ntext = "Neu."\nersetzt = ["Anlage"]\n',
        {"klausel[0].ersetzt[0]": 'ersetzt = ["17-F8"]'},
    ),
    "ersetzt_sich_selbst": (
        ZWEITER + '[[klausel]]\nkennung = "§ 9"\ntext = "Neu."\nersetzt = ["§ 9"]\n',
        {"klausel[0].ersetzt[0]": "steht erst in diesem Entwurf"},
    ),
    "klausel_entfaellt_und_wird_ersetzt": (
        ZWEITER
        + 'entfallen = ["§ 8"]\nwieder_offen = ["rundung", "rundungsvorrang"]\n'
        + '[[klausel]]\nkennung = "§ 8"\ntext = "Neu."\nersetzt = ["§ 8"]\n',
        {"entfallen[0]": "steht auch unter klausel[0].ersetzt[0]"},
    ),
    "klausel_entfaellt_und_niemand_sagt_was_aus_frage_und_satz_wird": (
        ZWEITER + 'entfallen = ["§ 7 Abs. 2"]\n',
        {
            "entfallen[0]": "Sie regelt „rueckfuehrungsbasis“: Das wird neu geregelt oder ist wieder offen. "
            "Sie ersetzt „17-F8“: Das entfällt, wird neu ersetzt oder gilt wieder. "
            'Beispiel: wieder_offen = ["rueckfuehrungsbasis"] und wieder_geltend = ["17-F8"]'
        },
    ),
    "klausel_entfaellt_und_niemand_sagt_was_aus_ihrem_satz_wird": (
        ZWEITER.replace("entwurf-2027", "nur-klausel") + 'entfallen = ["§ 1"]\n',
        {"entfallen[0]": "fällt eine Klausel weg. Sie ersetzt „17-F3“"},
    ),
    "klausel_ersetzt_und_niemand_bestaetigt_die_antwort": (
        ZWEITER + '[[klausel]]\nkennung = "§ 8"\ntext = "Neu."\nersetzt = ["§ 8"]\n',
        {"klausel[0].ersetzt[0]": "Sie regelt „rundung“: Das wird neu geregelt oder ist wieder offen. Beispiel: "},
    ),
    "regelung_beruft_sich_auf_eine_klausel_die_wegfaellt": (
        ZWEITER + 'entfallen = ["§ 8"]\n[[regelung]]\nfrage = "rundung"\nantwort = "groesster_rest"\nklausel = "§ 8"\n',
        {"regelung[0].klausel": "Die Klausel „§ 8“ fällt mit entfallen[0] weg. Bekannt sind: „§ 7 Abs. 2“."},
    ),
    "satz_entfaellt_den_die_neue_klausel_mit_der_alten_ersetzt": (
        ZWEITER
        + 'entfallen = ["17-F8"]\nwieder_offen = ["rueckfuehrungsbasis"]\n'
        + '[[klausel]]\nkennung = "§ 9"\ntext = "Neu."\nersetzt = ["§ 7 Abs. 2"]\n',
        {"entfallen[0]": "durch „§ 7 Abs. 2“ ersetzt, und an deren Stelle tritt klausel[0].ersetzt[0]"},
    ),
    "satz_gilt_wieder_und_die_klausel_bleibt": (
        ZWEITER + 'wieder_geltend = ["17-F8"]\n',
        {"wieder_geltend[0]": "schon durch „§ 7 Abs. 2“ ersetzt. Damit der Satz wieder gilt, muss die Klausel"},
    ),
    "satz_gilt_wieder_und_eine_neue_klausel_tritt_an_die_stelle_der_alten": (
        ZWEITER
        + 'wieder_geltend = ["17-F8"]\nwieder_offen = ["rueckfuehrungsbasis"]\n'
        + '[[klausel]]\nkennung = "§ 9"\ntext = "Neu."\nersetzt = ["§ 7 Abs. 2"]\n',
        {"wieder_geltend[0]": "an deren Stelle tritt klausel[0].ersetzt[0]"},
    ),
    "satz_gilt_wieder_der_gilt": (ZWEITER + 'wieder_geltend = ["17-F1"]\n', {"wieder_geltend[0]": "was nicht gilt"}),
    "satz_gilt_wieder_und_entfaellt": (
        ZWEITER + 'entfallen = ["17-F1"]\nwieder_geltend = ["17-F1", "17-F3", "17-F3"]\n',
        {"wieder_geltend[0]": "auch unter entfallen[0]; ein Satz gilt oder gilt", "wieder_geltend[2]": "weiter vorn"},
    ),
    "satz_gilt_wieder_den_es_nicht_gibt": (
        ZWEITER + 'wieder_geltend = ["17-F33"]\n',
        {"wieder_geltend[0]": 'wieder_geltend = ["17-F3"]'},
    ),
    "klausel_gilt_wieder": (ZWEITER + 'wieder_geltend = ["§ 8"]\n', {"wieder_geltend[0]": "ist eine Klausel"}),
    "wieder_geltend_ist_text": (
        ZWEITER + 'wieder_geltend = "17-F3"\n',
        {"wieder_geltend": 'wieder_geltend = ["17-F3"]'},
    ),
    "wieder_offen_was_die_grundlage_nicht_regelt": (
        ZWEITER + 'wieder_offen = ["abstimmung"]\n',
        {"wieder_offen[0]": "die Frage ist schon offen. Geregelt ist dort: „rueckfuehrungsbasis“, „rundung“"},
    ),
    "wieder_offen_unbekannt": (
        ZWEITER + 'wieder_offen = ["Rückführungsbasis", "x"]\n',
        {
            "wieder_offen[0]": 'wieder_offen = ["rueckfuehrungsbasis"]',
            "wieder_offen[1]": 'wieder_offen = ["abstimmung"]',
        },
    ),
    "wieder_offen_und_geregelt": (
        ZWEITER + 'wieder_offen = ["rundung"]\n[[regelung]]\nfrage = "rundung"\nantwort = "groesster_rest"\n',
        {"wieder_offen[0]": "auch unter regelung[0].frage; eine Frage ist geregelt oder offen"},
    ),
    "wieder_offen_doppelt": (
        ZWEITER + 'wieder_offen = ["rundungsvorrang", "rundungsvorrang"]\n',
        {"wieder_offen[1]": "schon weiter vorn"},
    ),
    "rundung_wieder_offen_ohne_den_vorrang": (
        ZWEITER + 'wieder_offen = ["rundung"]\n',
        {"wieder_offen[0]": 'wieder_offen = ["rundung", "rundungsvorrang"]'},
    ),
    "rundung_wieder_offen_und_vorrang_neu": (
        ZWEITER
        + 'wieder_offen = ["rundung"]\n'
        + '[[regelung]]\nfrage = "rundungsvorrang"\nantwort = "vertragsreihenfolge"\n',
        {"regelung[0].frage": "nur zusammen mit der Rundung"},
    ),
    "vieles_auf_einmal": (
        ZWEITER
        + 'entfallen = ["§ 8", "17-F3"]\nwieder_geltend = ["17-F1"]\nwieder_offen = ["abstimmung"]\n'
        + '[[klausel]]\nkennung = "§ 7 Abs. 2"\ntext = "Neu."\nersetzt = ["§ 88"]\n',
        {
            "entfallen[0]": "Mit „§ 8“ fällt eine Klausel weg. Sie regelt „rundung“",
            "entfallen[1]": "schon entfallen",
            "wieder_geltend[0]": "gilt in der Fassung",
            "wieder_offen[0]": "schon offen",
            "klausel[0].kennung": 'ersetzt = ["§ 7 Abs. 2"]',
            "klausel[0].ersetzt[0]": "„§ 88“",
        },
    ),
    "vorrang_der_grundlage_nennt_wer_ausscheidet": (
        ZWEITER + 'ausgeschieden = ["rhein-kreis-neuss"]\n',
        {"ausgeschieden": "das ist neu zu regeln"},
    ),
    "wer_bleibt_zahlt_nichts": (
        ZWEITER.replace("entwurf-2027", "umsonst") + 'ausgeschieden = ["ihk"]\n',
        {"ausgeschieden": "zusammen sind null"},
    ),
}
UMSONST = entwurf(KOPF.replace("entwurf-2027", "umsonst") + "[beitraege]\nduesseldorf = 0\nmettmann = 0\nihk = 1\n")
NUR_KLAUSEL = entwurf(
    KOPF.replace("entwurf-2027", "nur-klausel") + '[[klausel]]\nkennung = "§ 1"\ntext = "Neu."\nersetzt = ["17-F3"]\n'
)
VIELE: Mapping[str, Vertragsfassung] = {**MIT_ERSTEM, "umsonst": UMSONST, "nur-klausel": NUR_KLAUSEL}


def pruefe(inhalt: str | bytes, erwartet: dict[str, str], fassungen: Mapping[str, Vertragsfassung]) -> None:
    gefunden = probleme(inhalt, fassungen)
    assert gefunden.keys() == erwartet.keys()
    for stelle, stueck in erwartet.items():
        assert stueck in f"{gefunden[stelle].grund} Beispiel: {gefunden[stelle].beispiel}"


@pytest.mark.parametrize(("inhalt", "erwartet"), (TEXTE | BYTES).values(), ids=(TEXTE | BYTES).keys())
def test_kaputter_entwurf_nennt_genau_seine_probleme(inhalt: str | bytes, erwartet: dict[str, str]) -> None:
    pruefe(inhalt, erwartet, EINGEBAUT)


@pytest.mark.parametrize(("inhalt", "erwartet"), AUF_DEM_ERSTEN.values(), ids=AUF_DEM_ERSTEN.keys())
def test_kaputter_entwurf_auf_einem_entwurf(inhalt: str, erwartet: dict[str, str]) -> None:
    pruefe(inhalt, erwartet, VIELE)


def test_mindestens_dreissig_kaputte_entwuerfe() -> None:
    assert len(TEXTE) + len(BYTES) + len(AUF_DEM_ERSTEN) >= 30


ZEHN_PROBLEME = """kennung = "bericht-2017"
bezeichnung = ""
aufbauend_auf = "bericht-2071"
gueltig_ab = 2027-01-01
gueltig_bei = "Unterzeichnung"
ausgeschieden = ["ihk", "neuss"]
entfallen = ["17-F99"]

[beitraege]
duesseldorf = "50.000"
ihk = "20,000"

[[stelle]]
partner = "ihk"
funktion = "leitung"

[[klausel]]
kennung = "17-F8"
text = "Neu."
ersetz = ["17-F8"]

[[regelung]]
frage = "abstimmung"
antwort = "mehrheitlich"
klausel = "§ 9"

[[regelung]]
frage = "abstimmung"
antwort = mehrheit
"""


def test_viele_probleme_auf_einmal_und_in_der_reihenfolge_der_datei() -> None:
    with pytest.raises(EingabeError) as fehler:
        lies_entwurf(ZEHN_PROBLEME.encode())
    stellen = [(problem.stelle, problem.zeile) for problem in fehler.value.probleme]
    assert list(dict.fromkeys(stellen)) == [
        ("kennung", 1),
        ("bezeichnung", 2),
        ("aufbauend_auf", 3),
        ("gueltig_bei", 5),
        ("ausgeschieden[1]", 6),
        ("entfallen[0]", 7),
        ("beitraege.mettmann", 9),
        ("beitraege.ihk", 11),
        ("stelle[0].partner", 14),
        ("klausel[0].kennung", 18),
        ("klausel[0].ersetz", 20),
        ("regelung[0].antwort", 24),
        ("regelung[0].klausel", 25),
        ("regelung[1].frage", 28),
        ("Zeile 29, Spalte 11", 29),
    ]


def lies_oder_nenne_probleme(inhalt: bytes, fassungen: Mapping[str, Vertragsfassung] = EINGEBAUT) -> bool:
    """Ob der Entwurf brauchbar ist; ist er es nicht, hat jedes Problem Stelle, Grund und Beispiel."""
    gefunden: tuple[Problem, ...]
    try:
        return lies_entwurf(inhalt, fassungen).kennung not in fassungen
    except EingabeError as fehler:
        gefunden = fehler.probleme
    assert gefunden
    assert all(problem.grund and problem.beispiel and problem.stelle for problem in gefunden)
    return False


@given(veraenderte_dateien(VOLL))
def test_veraenderte_entwuerfe_sind_brauchbar_oder_nennen_probleme(inhalt: bytes) -> None:
    lies_oder_nenne_probleme(inhalt)


@given(st.integers(0, len(VOLL) - 1), st.integers(0, 40), st.text(max_size=5))
def test_an_einer_stelle_veraenderter_text(ab: int, laenge: int, ersatz: str) -> None:
    lies_oder_nenne_probleme((VOLL[:ab] + ersatz + VOLL[ab + laenge :]).encode("utf-8", "surrogatepass"))


@given(st.binary())
def test_beliebige_bytes(inhalt: bytes) -> None:
    assert not lies_oder_nenne_probleme(inhalt)


PARTNERNAMEN = st.sampled_from(["duesseldorf", "mettmann", "ihk", "rhein-kreis-neuss", "bonn"])
SAETZE = st.lists(st.sampled_from(["17-F3", "17-F4", "17-F8", "23-1"]), max_size=2)
KLAUSELNAMEN = st.sampled_from(["§ 7 Abs. 2", "§ 8", "§ 9", "17-F8"])
BETRAEGE = st.sampled_from([0, 1, "50.000", "0,01"])


def tabelle(
    pflicht: dict[str, st.SearchStrategy[object]], **kuer: st.SearchStrategy[object]
) -> st.SearchStrategy[object]:
    return st.fixed_dictionaries(pflicht, optional=kuer)


REGELUNGSTABELLEN = st.sampled_from([*ANTWORTEN, "rundung", "rundungsvorrang"]).flatmap(
    lambda frage: tabelle(
        {
            "frage": st.just(frage),
            "antwort": st.sampled_from(ANTWORTEN[frage])
            if frage in ANTWORTEN
            else st.just("vertragsreihenfolge") | st.lists(PARTNERNAMEN, min_size=1, max_size=2),
        },
        klausel=KLAUSELNAMEN,
    )
)
SINNVOLLE_ENTWUERFE = tabelle(
    {
        "kennung": st.just("entwurf-2029"),
        "bezeichnung": st.just("Entwurf"),
        "aufbauend_auf": st.sampled_from(["bericht-2017", "entwurf-2027", "umsonst"]),
    },
    ausgeschieden=st.lists(PARTNERNAMEN, max_size=2),
    sitz_der_abordnung=PARTNERNAMEN,
    entfallen=SAETZE,
    jahresbudget=st.sampled_from(["120.000", "130.000"]),
    beitraege=st.dictionaries(PARTNERNAMEN, BETRAEGE),
    partner=st.lists(
        tabelle({"kennung": PARTNERNAMEN, "name": st.sampled_from("AB"), "rechtsform": st.sampled_from(Rechtsform)}),
        max_size=2,
    ),
    stelle=st.lists(tabelle({"partner": PARTNERNAMEN, "funktion": st.sampled_from(Funktion)}), max_size=2),
    sitz=st.lists(tabelle({"partner": PARTNERNAMEN, "amt": st.just("Amt")}), max_size=2),
    klausel=st.lists(tabelle({"kennung": KLAUSELNAMEN, "text": st.just("Neu.")}, ersetzt=SAETZE), max_size=2),
    regelung=st.lists(REGELUNGSTABELLEN, max_size=2),
)
"""Entwürfe, in denen jede Angabe für sich stimmt."""


@given(SINNVOLLE_ENTWUERFE)
def test_wo_jede_angabe_stimmt_bleibt_kein_widerspruch_unerkannt(datei: dict[str, object]) -> None:
    zeilen = [f"{als_toml(name)} = {als_toml(wert)}" for name, wert in datei.items()]
    lies_oder_nenne_probleme("\n".join(zeilen).encode(), VIELE)


def test_unveraenderte_vorlagen_sind_brauchbar() -> None:
    assert lies_oder_nenne_probleme(VOLL.encode())
    assert lies_oder_nenne_probleme(ZWEITER.encode(), MIT_ERSTEM)
    assert lies_oder_nenne_probleme((KOPF + ANFANG.replace("130.000", "100.000") + KLAUSELN).encode())
