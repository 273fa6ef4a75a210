"""Was die Bibliothek bemängelt, steht auf der Seite in Worten des Formulars, nicht in denen der Falldatei."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from fall import test_kaputte_antraege, test_kaputte_ereignisse, test_kaputte_falldateien
from fall.falldateien import EINFACH, KOPF
from kooperationsvertrag.fall.probleme import Problem, zitat
from kooperationsvertrag.rechner.formulare import ANTRAG, FALL
from kooperationsvertrag.rechner.problemsaetze import ABSCHNITTE, ort, problem_in_worten
from rechner.aufgaben_am_beispiel import beauftrage, rechne

KAPUTT = {
    "abrechnen": {**test_kaputte_falldateien.TEXTE, **test_kaputte_ereignisse.TEXTE},
    "beitritt": test_kaputte_antraege.TEXTE,
}
DATEIWORT = re.compile(r"\[|\]| = |…“ |\b(?:true|false)\b|Untertabelle|Anführungszeichen|kooperationsvertrag |\w+_\w+")
EINFACHER_FALL = (
    'fassung = "bericht-2017"\n[[haushaltsjahr]]\njahr = 2018\neingezahlt = "wie vereinbart"\nverausgabt = "0"\n'
)
UEBERTRAGUNG = '[[ereignis]]\nart = "beschluss_gefasst"\ndatum = 2019-02-14\njahr = 2018\n'


def _ladbare(aufgabe: str) -> Iterator[tuple[str, str]]:
    """Kaputte Dateien, die sich ins Formular laden lassen."""
    for name, (text, _) in KAPUTT[aufgabe].items():
        if len(text) < 2000:
            yield name, text


def _probleme(aufgabe: str, text: str) -> list[dict[str, Any]]:
    geoeffnet = beauftrage("oeffne", aufgabe=aufgabe, text=text)
    if geoeffnet["probleme"]:
        return []
    probleme = beauftrage("rechne", aufgabe=aufgabe, text=text, werte=geoeffnet["werte"])["probleme"]
    assert isinstance(probleme, list)
    return probleme


def _eigene_worte(wert: object) -> Iterator[str]:
    """Was jemand selbst in die Datei geschrieben hat; das darf eine Meldung wiederholen."""
    if isinstance(wert, dict):
        for teil in wert.values():
            yield from _eigene_worte(teil)
    elif isinstance(wert, list):
        for teil in wert:
            yield from _eigene_worte(teil)
    else:
        yield str(wert)


@pytest.mark.parametrize(
    ("aufgabe", "text"),
    [pytest.param(aufgabe, text, id=name) for aufgabe in KAPUTT for name, text in _ladbare(aufgabe)],
)
def test_keine_meldung_spricht_die_sprache_der_falldatei(aufgabe: str, text: str) -> None:
    for problem in _probleme(aufgabe, text):
        gesagt = f"{problem['grund']} {problem['beispiel']}"
        for eigenes in (*_eigene_worte(tomllib.loads(text)), problem["stelle"].rpartition(".")[2]):
            gesagt = gesagt.replace(f"„{zitat(eigenes)}“", "")
        assert not DATEIWORT.search(gesagt), gesagt
        assert problem["grund"]


def test_die_kaputten_dateien_geben_genug_zu_sagen() -> None:
    gruende = {p["grund"] for aufgabe in KAPUTT for _, text in _ladbare(aufgabe) for p in _probleme(aufgabe, text)}

    assert len(gruende) > 100


def _grund(stelle: str, grund: str, beispiel: str = "", **tabellen: object) -> tuple[str, str]:
    gesagt = problem_in_worten(Problem(stelle, grund, beispiel), FALL.glieder, tabellen, {"ihk": "IHK"})
    assert gesagt
    return gesagt.grund, gesagt.beispiel


def test_ohne_haushaltsjahr_steht_da_was_fehlt() -> None:
    (problem,) = _probleme("abrechnen", KOPF)

    assert problem["grund"] == "Es fehlt ein Haushaltsjahr oder ein Ereignis mit der Angabe „Zum Haushaltsjahr“."


def test_eine_abstimmung_ohne_stimmen_fragt_wer_wie_gestimmt_hat() -> None:
    text = (
        EINFACHER_FALL
        + UEBERTRAGUNG.replace("2018", "2019")
        + ('gegenstand = "uebertragung_beschliessen"\nbetrag = "alles"\n')
    )

    assert [(p["stelle"], p["grund"], p["beispiel"]) for p in _probleme("abrechnen", text)] == [
        ("ereignis[0].einstimmig", "Es ist noch nicht angegeben, wer wie gestimmt hat.", "")
    ]


def test_einstimmig_und_einzelne_stimmen_zugleich_geht_nicht() -> None:
    text = EINFACHER_FALL + UEBERTRAGUNG + 'gegenstand = "beraten"\neinstimmig = true\nja = ["ihk"]\n'

    assert [(p["grund"], p["beispiel"]) for p in _probleme("abrechnen", text)] == [
        ("Entweder „Einstimmig“ oder die einzelnen Stimmen.", "")
    ]


def test_ein_leerer_antrag_nennt_nur_seine_felder() -> None:
    probleme = beauftrage("rechne", aufgabe="beitritt", text="", werte={"fassung": "bericht-2017", "antrag": {}})

    assert "antrag" not in {problem["stelle"] for problem in probleme["probleme"]}


def test_eine_unbekannte_angabe_nennt_ihr_jahr() -> None:
    (problem,) = _probleme("abrechnen", EINFACH + "jahre = 1\n")

    assert problem["grund"] == (
        "Haushaltsjahr 2018: Die Angabe „jahre“ aus der Datei gibt es hier nicht. Gemeint ist vielleicht „Jahr“. "
        "Ändern lässt es sich unter „Die Datei als Text“."
    )


def test_partner_und_feste_werte_heissen_wie_im_formular() -> None:
    bekannt = "„bonn“ ist kein Partner. Bekannt sind: „ihk“."

    assert _grund("haushaltsjahr[0].einzahlung[0].partner", bekannt, 'partner = "ihk"') == (
        "„bonn“ ist kein Partner. Bekannt sind: „IHK“.",
        "IHK",
    )
    assert _grund("auslegung.rundung", "„x“ gibt es hier nicht.", 'rundung = "offen"')[1] == (
        "Alle Arten zu runden durchrechnen"
    )


def test_was_nur_anders_geschrieben_ist_laesst_sich_neu_waehlen() -> None:
    grund = "„IHK“ ist kein Partner. Gemeint ist vielleicht „ihk“. Bekannt sind: „ihk“."

    assert _grund("haushaltsjahr[0].einzahlung[0].partner", grund)[0] == "Gemeint ist wohl „IHK“; bitte neu wählen."


def test_eine_kennung_die_jemand_tippt_bleibt_eine_kennung() -> None:
    assert _grund("beitritt[0].kennung", "Die Kennung „ihk“ ist schon vergeben.")[0] == (
        "Die Kennung „ihk“ ist schon vergeben."
    )


@pytest.mark.parametrize(
    ("beispiel", "gezeigt"),
    [
        ('verausgabt = "43.417,55"', "43.417,55"),
        ("verausgabt = 2019-02-14", "14.02.2019"),
        ('[[haushaltsjahr.einnahme]], darunter art = "rueckerstattung"', ""),
        ('verausgabt = "…" mit einem Text', ""),
        ("…", ""),
        ('verausgabt = "entwurf-2027.toml"', ""),
        ('anderes = "1"', ""),
        ("ein anderer Fall", "ein anderer Fall"),
        ('verausgabt = "1.234" für Tausender, "1,23" für Euro', "„1.234“ für Tausender, „1,23“ für Euro"),
    ],
)
def test_ein_beispiel_steht_da_wie_es_in_ein_feld_gehoert(beispiel: str, gezeigt: str) -> None:
    assert _grund("haushaltsjahr[0].verausgabt", "Falsch.", beispiel)[1] == gezeigt


def test_ein_betrag_als_zahl_laesst_sich_neu_eintippen_auch_ohne_dass_er_anders_aussieht() -> None:
    text = EINFACHER_FALL.replace('"0"', "43.417")

    (problem,) = _probleme("abrechnen", text)
    werte = beauftrage("oeffne", aufgabe="abrechnen", text=text)["werte"]
    assert werte["haushaltsjahr"][0]["verausgabt"] == "43.417"
    werte["haushaltsjahr"][0]["verausgabt"] = problem["beispiel"]

    assert problem["grund"].endswith("so ist er nicht auf den Cent genau. Bitte neu eintippen.")
    assert beauftrage("rechne", aufgabe="abrechnen", text=text, werte=werte)["probleme"] == []


def test_der_ort_nennt_eintraege_der_reihe_nach() -> None:
    jahr = {"haushaltsjahr": [{"jahr": 2018, "ausgabe": [{}, {}]}]}

    assert ort("haushaltsjahr[0].ausgabe[1].betrag", FALL.glieder, jahr).in_worten == (
        "Haushaltsjahr 2018",
        "2. Ausgabe",
    )
    assert ort("haushaltsjahr[3].uebertragung.ja", FALL.glieder, jahr).in_worten == (
        "4. Haushaltsjahr",
        "Beschluss über eine Übertragung",
    )
    assert ort("haushaltsjahr", FALL.glieder, jahr).angabe == "haushaltsjahr"
    assert ort("antrag", ANTRAG.glieder, {"antrag": {}}).in_worten == ("Wer will beitreten?",)


def test_die_abschnitte_heissen_wie_im_formular() -> None:
    def beschriftungen(glieder: Any) -> Iterator[str]:
        for glied in glieder:
            yield glied.beschriftung
            yield from beschriftungen(getattr(glied, "glieder", ()))
            for weg in getattr(glied, "wege", ()):
                yield from beschriftungen(weg.glieder)

    assert set(ABSCHNITTE.values()) <= {*beschriftungen(FALL.glieder), *beschriftungen(ANTRAG.glieder)}


def test_ein_tag_und_ein_jahr_in_anfuehrungszeichen_werden_beim_rechnen_richtig_geschrieben() -> None:
    text = EINFACHER_FALL.replace("2018", '"2018"') + 'geprueft = "2019-02-14"\nplanung_erstellt = "12.01.2018"\n'

    antwort = rechne("abrechnen", text + 'pruefungsergebnis = "gebilligt"\n')

    assert antwort["probleme"] == []
    jahr = tomllib.loads(antwort["text"])["haushaltsjahr"][0]
    assert (jahr["jahr"], str(jahr["geprueft"]), str(jahr["planung_erstellt"])) == (2018, "2019-02-14", "2018-01-12")


@pytest.mark.parametrize("getippt", ["ja", "offen", "datum", "ihk", "mehrheit", "ein_topf"])
def test_was_jemand_getippt_hat_steht_so_im_fehler(getippt: str) -> None:
    text = EINFACHER_FALL.replace('verausgabt = "0"', f'verausgabt = "{getippt}"')

    (problem,) = _probleme("abrechnen", text)

    assert problem["grund"] == f"„{getippt}“ ist kein Betrag."


def test_die_kennung_die_ein_ereignis_ersetzen_soll_steht_so_im_fehler() -> None:
    text = (
        EINFACHER_FALL
        + UEBERTRAGUNG
        + 'akteur = "aufsichtsgremium"\nbetrag = "alles"\neinstimmig = true\nersetzt = "offen"\n'
    )

    assert any("„offen“" in problem["grund"] for problem in _probleme("abrechnen", text))


@pytest.mark.parametrize("jahr", [True, 10_000])
def test_was_kein_jahr_ist_benennt_kein_haushaltsjahr(jahr: object) -> None:
    wo = ort("haushaltsjahr[0].notiz", FALL.glieder, {"haushaltsjahr": [{"jahr": jahr}]})

    assert wo.in_worten == ("1. Haushaltsjahr",)
