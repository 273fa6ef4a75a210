"""Die Seiten des Vertrags sagen, was der Satz sagt, und zeigen zuerst, was entscheidet."""

from __future__ import annotations

import pytest

pytest.importorskip("sphinx", reason="Sphinx ist nicht eingerichtet (Extra „docs“).")
pytest.importorskip("myst_parser", reason="Das Extra „docs“ ist nicht eingerichtet.")

import beispielsaetze
from beispielsaetze import BEISPIELE, beispielsatz
from beteiligte import NICHT_GENANNT, art, wem_gegenueber, wer
from gegenstaende import GEGENSTAENDE, seite_von
from regelabschnitt import liste_der_tests
from testnachweis import Nachweis, Nachweise, lies_tests
from vertragsseiten import LEITREGELN, fuehrender_satz, vertragsseite

from beispiele import WURZEL
from kooperationsvertrag.aufteilung import Zahlungsschluessel
from kooperationsvertrag.norm import Norm, Normart
from kooperationsvertrag.regeln import alle_regeln
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.normen import NORMEN

REGELN = {regel.name: regel for regel in alle_regeln()}


@pytest.fixture(scope="module")
def tests() -> Nachweise:
    """Alle Tests des Projekts."""
    return lies_tests(WURZEL / "tests")


def abschnitt(norm: Norm, tests: Nachweise) -> str:
    """Der Teil einer Seite, der von einem Satz handelt."""
    seite = vertragsseite(seite_von(norm.kennung), tests)
    return seite.partition(f"## {norm.kennung} ")[2].partition("\n## ")[0]


# Wer, wem gegenüber, welcher Art


def test_ob_der_vorbehalt_auch_das_aufsichtsgremium_meint_steht_als_offen_da() -> None:
    assert normen.UNBERUEHRTE_BEFUGNISSE.gegenueber == "Begleitgremium, Aufsichtsgremium"
    assert wem_gegenueber(normen.UNBERUEHRTE_BEFUGNISSE) == (
        "Begleitgremium; ob auch Aufsichtsgremium, ist offen ([OF-14](#frage-of-14))"
    )


def test_nur_die_beiden_soll_saetze_heissen_soll_vorschrift() -> None:
    assert [norm.kennung for norm in NORMEN if "Soll-Vorschrift" in art(norm)] == ["17-U4", "17-U6"]
    assert all("Pflicht" not in art(norm) for norm in (normen.LEUCHTTURMPROJEKTE, normen.INTERREGIONALE_KOOPERATION))


def test_wen_nur_der_zusammenhang_nennt_steht_dabei() -> None:
    assert [norm.kennung for norm in NORMEN if "aus dem Zusammenhang" in wer(norm)] == ["17-F7", "17-F8"]
    assert all("Zusammenhang" in norm.inhalt for norm in (normen.PLANUNG_UND_BERICHT, normen.RUECKFUEHRUNG))


def test_pflichten_und_rechte_ohne_gegenueber_sagen_es_begriffe_nicht() -> None:
    nicht_genannt = [norm for norm in NORMEN if wem_gegenueber(norm) == NICHT_GENANNT]
    assert [norm.kennung for norm in nicht_genannt] == ["17-U3", "17-U4", "17-F4", "17-F7"]
    leer = [norm for norm in NORMEN if not wem_gegenueber(norm)]
    assert all(not {Normart.PFLICHT, Normart.BEFUGNIS, Normart.ERLAUBNIS} & set(norm.arten) for norm in leer)


# Was auf den Seiten steht


def test_jeder_satz_zeigt_fingerabdruck_und_tests(tests: Nachweise) -> None:
    for gegenstand in GEGENSTAENDE:
        seite = vertragsseite(gegenstand, tests)
        for kennung in gegenstand.kennungen:
            assert f"`{normen.norm(kennung).fundstelle.sha256[:16]}…`" in seite
        assert seite.count("zu jedem Satz des Registers](#tests-des-registers)") == len(gegenstand.kennungen)


def test_was_entscheidet_steht_vor_den_hilfsrechnungen(tests: Nachweise) -> None:
    entscheidend, _, hilfen = abschnitt(normen.RUECKFUEHRUNG, tests).partition("### Hilfsrechnungen und Hinweise")
    assert entscheidend.count(":name: regel-") == len(LEITREGELN[normen.RUECKFUEHRUNG]) == 5
    assert ":name: regel-restmittel-rueckfuehrung\n:open:" in entscheidend
    assert ":name: regel-restmittel-zusammengelegt" in hilfen
    assert ":open:" not in hilfen


def test_eine_aufgabe_steht_mit_dem_was_zu_ihr_festgehalten_ist(tests: Nachweise) -> None:
    seite = abschnitt(normen.LEUCHTTURMPROJEKTE, tests)
    assert "Leuchtturmprojekte anstoßen" in seite
    assert "<kooperationsvertrag.regeln.aufgaben.AUFGABEN>" in seite
    assert "Tests prüfen diese Angaben" in seite


def test_tests_stehen_mit_ihrem_namen_unter_ihrer_datei() -> None:
    liste = liste_der_tests(
        [
            Nachweis("tests/a.py", "test_x", 1),
            Nachweis("tests/a.py", "test_y", 2, "Am 1. April."),
            Nachweis("b", "c", 1),
        ]
    )
    assert liste == "In `tests/a.py`:\n\n- `test_x`\n- `test_y`: Am 1. April.\n\nIn `b`:\n\n- `c`"


# Gerechnete Beispiele


def test_jede_entscheidende_regel_steht_bei_ihrem_satz_und_hat_ein_beispiel_in_worten() -> None:
    for norm, namen in LEITREGELN.items():
        for name in namen:
            assert fuehrender_satz(REGELN[name]) is norm, name
            assert beispielsatz(REGELN[name]), name


def test_jedes_beispiel_gehoert_zu_einer_regel() -> None:
    assert {(regel.modul.rpartition(".")[2], regel.name) for regel in alle_regeln()} >= set(BEISPIELE)


def test_die_betraege_der_beispiele_sind_gerechnet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beispielsaetze, "SCHLUESSEL", Zahlungsschluessel((("duesseldorf", 1), ("ihk", 2))))
    assert beispielsatz(REGELN["rueckfuehrung"]) == (
        "Sind nach der Prüfung 30.000,00 € übrig, so erhalten Düsseldorf 10.000,00 €, IHK 20.000,00 €."
    )


def test_ein_beispiel_zeigt_jede_lesart() -> None:
    zeilen = beispielsatz(REGELN["ist_beschlossen"]).splitlines()
    assert zeilen[2:] == [
        "- „Alle Mitglieder stimmen zu“: nicht beschlossen",
        "- „Mehr als die Hälfte der Mitglieder“: beschlossen",
        "- „Mehr als die Hälfte nach Beiträgen“: beschlossen",
        "- „Zwei Drittel nach Beiträgen“: nicht beschlossen",
    ]
