"""Kaputte Dateien mit einem Antrag: jede nennt alle ihre Probleme, jedes mit Stelle, Grund und Beispiel."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from fall.antraege import ANTRAG, AUSFUEHRLICH, AUSLEGUNG, EINFACH, KOPF
from fall.falldateien import AUSFUEHRLICH as FALL
from fall.falldateien import BEITRITT, JAHR
from fall.veraendern import anders, veraenderte_dateien
from kooperationsvertrag.fall import fassungen
from kooperationsvertrag.fall.antrag import lade_antrag, lies_antrag
from kooperationsvertrag.fall.einlesen import lies_fall
from kooperationsvertrag.fall.probleme import EingabeError, Problem
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung
from kooperationsvertrag.vertrag.lesarten import SchluesselNachBeitritt

E = EINFACH
WIE_FALL = KOPF + anders(ANTRAG, "[antrag]", "[[beitritt]]")
DREI_FEHLER = anders(anders(anders(E, '"kreis"', '"kries"'), '"30.000"', "30000.5"), "2026-01-01", '"1.1.2026"')

TEXTE: dict[str, tuple[str, dict[str, str]]] = {
    # Name: Datei, erwartete Stellen mit einem Stück des Grundes oder Beispiels
    "nur_kommentare": ("# nichts\n", {"fassung": "fehlt", "antrag": "[antrag]"}),
    "antrag_fehlt": (KOPF, {"antrag": "Es fehlt der Antrag"}),
    "fassung_fehlt": (ANTRAG, {"fassung": 'fassung = "bericht-2017"'}),
    "fassung_unbekannt": (anders(E, "bericht-2017", "bericht-2071"), {"fassung": "„bericht-2017“"}),
    "titel_leer": (anders(E, "Ein Gedankenspiel", " "), {"titel": "leer"}),
    "titel_im_antrag": (KOPF + ANTRAG + 'titel = "x"\n', {"antrag.titel": "an den Anfang der Datei"}),
    "antrag_ist_text": (KOPF + 'antrag = "Neuss"\n', {"antrag": "erwartet ist eine Tabelle"}),
    "antrag_ist_leere_liste": (KOPF + "antrag = []\n", {"antrag": "Hier steht eine Liste"}),
    "doppelte_klammern": (anders(E, "[antrag]", "[[antrag]]"), {"antrag[0]": "einfachen eckigen Klammern"}),
    "doppelte_klammern_und_falscher_betrag": (
        anders(anders(E, "[antrag]", "[[antrag]]"), '"30.000"', "30000.5"),
        {"antrag[0]": "einfachen", "antrag[0].beitrag": "in Anführungszeichen"},
    ),
    "zwei_antraege": (
        anders(E, "[antrag]", "[[antrag]]") + anders(ANTRAG, "[antrag]", "[[antrag]]"),
        {"antrag[0]": "Geprüft wird nur einer; hier stehen 2."},
    ),
    "ueberschrift_ohne_ende": (
        anders(E, "[antrag]", "[antrag"),
        {"Zeile 4, Spalte 8": "Die Überschrift endet nicht mit ihren eckigen Klammern."},
    ),
    "ueberschrift_wiederholt": (
        E + '[antrag]\nname = "x"\n',
        {"Zeile 14, Spalte 8": "steht schon weiter oben", "Zeile 15, Spalte 11": "schon weiter oben"},
    ),
    "ueberschrift_grossgeschrieben": (
        anders(E, "[antrag]", "[Antrag]"),
        {"Antrag": "Gemeint ist vielleicht „antrag“", "antrag": "Es fehlt der Antrag"},
    ),
    "kennung_fehlt": (anders(E, 'kennung = "rhein-kreis-neuss"', ""), {"antrag.kennung": "fehlt"}),
    "kennung_mit_umlaut": (anders(E, '"rhein-kreis-neuss"', '"Köln"'), {"antrag.kennung": "keine Kennung"}),
    "kennung_eines_gremiums": (
        anders(E, '"rhein-kreis-neuss"', '"aufsichtsgremium"'),
        {"antrag.kennung": "schon vergeben", "antrag.zustimmung[3]": "eigenen Beitritt"},
    ),
    "schon_partner": (
        anders(anders(E, '"rhein-kreis-neuss"', '"ihk"'), '"mettmann", "ihk"', '"mettmann"'),
        {"antrag.kennung": "ist schon Partner"},
    ),
    "schon_partner_unter_anderer_kennung": (
        anders(anders(E, "rhein-kreis-neuss", "kreis-me"), "Rhein-Kreis Neuss", "kreis Mettmann"),
        {"antrag.name": "„Kreis Mettmann“ ist schon Partner"},
    ),
    "name_fehlt": (anders(E, 'name = "Rhein-Kreis Neuss"', ""), {"antrag.name": 'name = "Rhein-Kreis Neuss"'}),
    "name_leer": (anders(E, "Rhein-Kreis Neuss", " "), {"antrag.name": "leer"}),
    "rechtsform_unbekannt": (anders(E, '"kreis"', '"kries"'), {"antrag.rechtsform": "Gemeint ist vielleicht „kreis“"}),
    "rechtsform_fehlt": (anders(E, 'rechtsform = "kreis"', ""), {"antrag.rechtsform": "fehlt"}),
    "gemeinde_ohne_kreis": (
        anders(E, '"kreis"', '"kreisangehoerige_gemeinde"'),
        {"antrag.kreis": 'kreis = "Kreis Mettmann"'},
    ),
    "kreis_mit_kreis": (anders(E, 'kreis = ""', 'kreis = "Kreis Wesel"'), {"antrag.kreis": "nur bei einer kreis"}),
    "urteil_ohne_begruendung": (anders(E, 'begruendung = "grenzt an"', ""), {"antrag.begruendung": "fehlt|Begründung"}),
    "begruendung_ohne_urteil": (anders(E, "foerderlich = true", ""), {"antrag.foerderlich": "„foerderlich“ fehlt"}),
    "urteil_als_text": (anders(E, "= true", '= "ja"'), {"antrag.foerderlich": "true oder false"}),
    "beitrag_fehlt": (anders(E, 'beitrag = "30.000"', ""), {"antrag.beitrag": 'beitrag = "30.000"'}),
    "beitrag_als_kommazahl": (anders(E, '"30.000"', "30000.50"), {"antrag.beitrag": 'beitrag = "30000.50"'}),
    "beitrag_negativ": (anders(E, '"30.000"', '"-30.000"'), {"antrag.beitrag": "nie negativ"}),
    "beitrag_mehrdeutig": (anders(E, '"30.000"', '"30,000"'), {"antrag.beitrag": "auf zwei Arten"}),
    "tag_fehlt": (anders(E, "zum = 2026-01-01", ""), {"antrag.zum": "zum = 2026-01-01"}),
    "tag_auf_deutsch": (anders(E, "2026-01-01", '"01.07.2026"'), {"antrag.zum": "zum = 2026-07-01"}),
    "tag_ohne_anfuehrungszeichen": (anders(E, "2026-01-01", "01.07.2026"), {"Zeile 12, Spalte 8": "zum = 2026-07-01"}),
    "tag_mit_uhrzeit": (anders(E, "2026-01-01", "2026-01-01T08:00:00"), {"antrag.zum": "ein Datum mit Uhrzeit"}),
    "zustimmung_unbekannt": (anders(E, '"ihk"', '"koeln"'), {"antrag.zustimmung[2]": "kein Partner"}),
    "zustimmung_doppelt": (anders(E, '"ihk"', '"mettmann"'), {"antrag.zustimmung[2]": "nur einmal"}),
    "zustimmung_als_text": (
        anders(E, '["duesseldorf", "mettmann", "ihk", "aufsichtsgremium"]', '"alle"'),
        {"antrag.zustimmung": "erwartet ist eine Liste"},
    ),
    "bewerber_stimmt_sich_selbst_zu": (
        anders(E, '"ihk"', '"rhein-kreis-neuss"'),
        {"antrag.zustimmung[2]": "eigenen Beitritt"},
    ),
    "unbekannte_angabe": (E + "foerderlichkeit = true\n", {"antrag.foerderlichkeit": "„foerderlich“"}),
    "angabe_am_anfang_statt_im_antrag": (
        "zum = 2026-01-01\n" + anders(E, "zum = 2026-01-01", ""),
        {"zum": "„zum“ gehört zu [antrag].", "antrag.zum": "fehlt"},
    ),
    "lesart_unbekannt": (
        anders(AUSFUEHRLICH, '"additiv"', '"aditiv"'),
        {"auslegung.schluessel_nach_beitritt": "Gemeint ist vielleicht „additiv“"},
    ),
    "frage_unbekannt": (
        anders(AUSFUEHRLICH, "schluessel_nach_beitritt", "schluessel_beitritt"),
        {"auslegung.schluessel_beitritt": "schluessel_nach_beitritt"},
    ),
    "lesart_im_antrag": (E + 'abstimmung = "mehrheit"\n', {"antrag.abstimmung": "unter die Überschrift [auslegung]"}),
    "rundungsvorrang_unbekannt": (
        KOPF + '[auslegung]\nrundungsvorrang = ["koeln"]\n' + ANTRAG,
        {"auslegung.rundungsvorrang[0]": "kein Partner"},
    ),
    "falldatei": (
        FALL,
        {
            "haushaltsjahr": "der Befehl „abrechnen“",
            "anfangsbestand": "kooperationsvertrag abrechnen FALL",
            "beitritt[0]": "Unter [[beitritt]] steht ein Beitritt in einer Falldatei.",
        },
    ),
    "falldatei_ohne_beitritt": (KOPF + JAHR, {"haushaltsjahr": "der Befehl „abrechnen“", "antrag": "Es fehlt"}),
    "ueberschrift_der_falldatei": (WIE_FALL, {"beitritt[0]": "er steht unter [antrag]"}),
    "ueberschrift_der_falldatei_und_weitere_fehler": (
        anders(anders(WIE_FALL, '"kreis"', '"kries"'), '"ihk"', '"koeln"'),
        {
            "beitritt[0]": "der Befehl „abrechnen“",
            "beitritt[0].rechtsform": "„kreis“",
            "beitritt[0].zustimmung[2]": "kein Partner",
        },
    ),
    "beitritt_in_einfachen_klammern": (
        KOPF + anders(ANTRAG, "[antrag]", "[beitritt]"),
        {"beitritt": "er steht unter [antrag]"},
    ),
    "beitritt_ist_text": (KOPF + 'beitritt = "Neuss"\n', {"beitritt": "erwartet ist eine Tabelle"}),
    "antrag_und_beitritt": (E + BEITRITT, {"beitritt": "gehört in eine Falldatei"}),
    "mehrere_zugleich": (
        DREI_FEHLER,
        {"antrag.rechtsform": "„kreis“", "antrag.beitrag": '"30000.5"', "antrag.zum": "zum = 2026-01-01"},
    ),
    "mehrere_in_allen_tabellen": (
        anders(anders(AUSFUEHRLICH, '"additiv"', '"aditiv"'), "bericht-2017", "bericht")
        .replace('kreis = ""', 'kreis = "x"')
        .replace("2026-01-01", "2026-02-30"),
        {
            "fassung": "„bericht-2017“",
            "auslegung.schluessel_nach_beitritt": "„additiv“",
            "antrag.kreis": "nur bei einer",
            "Zeile 15, Spalte 7": "Diesen Tag gibt es nicht.",
        },
    ),
}


def probleme(inhalt: str | bytes) -> dict[str, Problem]:
    with pytest.raises(EingabeError) as fehler:
        lies_antrag(inhalt if isinstance(inhalt, bytes) else inhalt.encode())
    gefunden = fehler.value.probleme
    assert all(problem.stelle and problem.grund and problem.beispiel for problem in gefunden)
    return {problem.stelle: problem for problem in gefunden}


@pytest.mark.parametrize("name", TEXTE)
def test_kaputte_datei_nennt_genau_ihre_probleme(name: str) -> None:
    text, erwartet = TEXTE[name]
    gefunden = probleme(text)

    assert set(gefunden) == set(erwartet)
    for stelle, stuecke in erwartet.items():
        problem = gefunden[stelle]
        assert any(stueck in f"{problem.grund} {problem.beispiel}" for stueck in stuecke.split("|")), problem


def test_probleme_stehen_in_der_reihenfolge_der_datei_mit_ihrer_zeile() -> None:
    gefunden = list(probleme(DREI_FEHLER).values())

    assert [(problem.stelle, problem.zeile) for problem in gefunden] == [
        ("antrag.rechtsform", 7),
        ("antrag.beitrag", 11),
        ("antrag.zum", 12),
    ]


def test_die_falsche_ueberschrift_steht_mit_ihrer_zeile_vor_dem_was_unter_ihr_steht() -> None:
    gefunden = list(probleme(anders(WIE_FALL, '"30.000"', '"-5"')).values())

    assert [(problem.stelle, problem.zeile) for problem in gefunden] == [
        ("beitritt[0]", 4),
        ("beitritt[0].beitrag", 11),
    ]


def test_wer_beides_verwechselt_erfaehrt_beim_anderen_befehl_den_richtigen() -> None:
    with pytest.raises(EingabeError) as fehler:
        lies_fall(EINFACH.encode())

    assert "Einen Antrag prüft der Befehl „beitritt“" in str(fehler.value)
    assert "[[beitritt]]" in str(fehler.value)


@pytest.mark.parametrize(
    ("inhalt", "grund"),
    [
        (b"", "leer"),
        (b"\xff\xfea\0", "UTF-16"),
        (b"\0", "keine Textdatei"),
        (EINFACH.replace("Gedankenspiel", "Müll").encode("latin-1"), "nicht in UTF-8"),
        (b" " * 5_000_001, "größer als 5 MB"),
    ],
)
def test_was_keine_lesbare_datei_ist_wird_beim_namen_genannt(inhalt: bytes, grund: str) -> None:
    assert grund in probleme(inhalt)["Datei"].grund


def test_was_die_fassung_selbst_regelt_laesst_sich_nicht_anders_waehlen(monkeypatch: pytest.MonkeyPatch) -> None:
    geregelt = evolve(BERICHT_2017, geregelt=(Regelung("schluessel_nach_beitritt", "gleiches_budget"),))
    monkeypatch.setattr(fassungen, "FASSUNGEN", (geregelt,))

    [problem] = probleme(AUSFUEHRLICH).values()

    assert (problem.stelle, problem.zeile) == ("auslegung.schluessel_nach_beitritt", 5)
    assert problem.beispiel == 'schluessel_nach_beitritt = "gleiches_budget"'
    assert lies_antrag(EINFACH.encode()).auslegung.lesart(SchluesselNachBeitritt) == "gleiches_budget"


def test_eine_fehlende_datei_ist_ein_problem(tmp_path: Path) -> None:
    with pytest.raises(EingabeError, match="Diese Datei gibt es nicht"):
        lade_antrag(tmp_path / "fehlt.toml")


def lies_oder_nenne_probleme(inhalt: bytes) -> None:
    gefunden: tuple[Problem, ...]
    try:
        assert lies_antrag(inhalt).antrag.kennung
        return
    except EingabeError as fehler:
        gefunden = fehler.probleme
    assert gefunden
    assert all(problem.grund and problem.beispiel and problem.stelle for problem in gefunden)


@given(veraenderte_dateien(AUSFUEHRLICH))
@settings(max_examples=200)
def test_veraenderte_datei_gibt_einen_antrag_oder_probleme(inhalt: bytes) -> None:
    lies_oder_nenne_probleme(inhalt)


@given(st.binary())
def test_beliebige_bytes_geben_probleme(inhalt: bytes) -> None:
    lies_oder_nenne_probleme(inhalt)


@given(
    st.integers(0, len(AUSFUEHRLICH)),
    st.integers(0, 20),
    st.text(max_size=5) | st.sampled_from(["[", '"', "=", "\n", "\n[antrag]\n", "\n[[beitritt]]\n", AUSLEGUNG]),
)
@settings(max_examples=200)
def test_zerschnittener_text_gibt_einen_antrag_oder_probleme(stelle: int, weg: int, hinein: str) -> None:
    text = AUSFUEHRLICH[:stelle] + hinein + AUSFUEHRLICH[stelle + weg :]
    lies_oder_nenne_probleme(text.encode("utf-8", "replace"))
