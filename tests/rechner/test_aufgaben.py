"""Der Rechner gibt dasselbe wie die Befehlszeile."""

from __future__ import annotations

import json
import random
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from beispiele import ENTWUERFE, ORDNER
from cli.aufruf import rufe_auf
from kooperationsvertrag.rechner.aufgaben import (
    Antwort,
    lies_fassung,
    pruefe_antrag,
    rechne_ab,
    vergleiche_fassungen,
    zeige_pflichten,
)
from rechner.aufgaben_am_beispiel import AUFGABEN, ENTWURFSDATEIEN, text_von
from rechner.test_als_html import ist_wohlgeformt
from zufallsfaelle import als_toml, zufallsfall

HALB = text_von("ihk-zahlt-die-haelfte")


def _antwort(aufgabe: str, text: str, tag: str) -> Antwort:
    if aufgabe == "pruefen":
        return zeige_pflichten(text, date.fromisoformat(tag), ENTWURFSDATEIEN)
    return (rechne_ab if aufgabe == "abrechnen" else pruefe_antrag)(text, ENTWURFSDATEIEN)


@pytest.mark.parametrize(("aufgabe", "name", "tag"), AUFGABEN)
def test_jedes_beispiel_gibt_das_json_der_befehlszeile(aufgabe: str, name: str, tag: str) -> None:
    antwort = _antwort(aufgabe, text_von(name), tag)
    aufruf = rufe_auf(aufgabe, str(ORDNER / f"{name}.toml"), *(["--stichtag", tag] if tag else []), "--format", "json")

    assert antwort.probleme == ()
    assert antwort.json == aufruf.stdout
    assert antwort.eindeutig is (aufruf.status != 3)


@pytest.mark.parametrize("saat", range(40))
def test_zufaellige_faelle_geben_das_json_der_befehlszeile(saat: int, tmp_path: Path) -> None:
    fall, lesarten = zufallsfall(random.Random(saat))
    datei = tmp_path / "fall.toml"
    datei.write_text(als_toml(fall, lesarten), encoding="utf-8")

    antwort = rechne_ab(datei.read_text(encoding="utf-8"))
    aufruf = rufe_auf("abrechnen", str(datei), "--format", "json")

    assert antwort.json == aufruf.stdout
    assert bool(antwort.probleme) is (aufruf.status == 2)


@pytest.mark.parametrize("entwurf", ENTWUERFE)
def test_ein_vergleich_gibt_json_und_synopse_der_befehlszeile(entwurf: str) -> None:
    faelle = ["haushaltsjahr-2018", "ihk-zahlt-die-haelfte"]
    pfade = [teil for fall in faelle for teil in ("--fall", str(ORDNER / f"{fall}.toml"))]
    befehl = ("vergleichen", "bericht-2017", str(ORDNER / f"{entwurf}.toml"), *pfade)

    antwort = vergleiche_fassungen(
        "bericht-2017", f"{entwurf}.toml", [text_von(fall) for fall in faelle], ENTWURFSDATEIEN
    )

    assert antwort.json == rufe_auf(*befehl, "--format", "json").stdout
    assert antwort.blatt == rufe_auf(*befehl, "--format", "html").stdout
    assert ist_wohlgeformt(antwort.seite)
    assert "<h1" not in antwort.seite
    assert "Beleg: kooperationsvertrag" in antwort.seite
    assert antwort.seite.count("Was jeder im Jahr zahlt") == 1


# Die Seite


class _Ziele(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.kennungen: list[str] = []
        self.verweise: list[str] = []
        self.adressen: list[str] = []
        self.ebenen: list[int] = []

    def handle_starttag(self, tag: str, angaben: list[tuple[str, str | None]]) -> None:
        gefunden = dict(angaben)
        self.kennungen += [gefunden["id"]] if gefunden.get("id") else []  # type: ignore[list-item]  # oben geprüft
        adresse = gefunden.get("href") or gefunden.get("src") or ""
        (self.verweise if adresse.startswith("#") else self.adressen).append(adresse)
        self.ebenen += [int(tag[1])] if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else []


@pytest.mark.parametrize(("aufgabe", "name", "tag"), AUFGABEN)
def test_jede_seite_ist_wohlgeformt_und_verweist_nur_auf_sich(aufgabe: str, name: str, tag: str) -> None:
    antwort = _antwort(aufgabe, text_von(name), tag)

    for seite, oberste in ((antwort.seite, 2), (antwort.blatt, 1)):
        ziele = _Ziele()
        ziele.feed(seite)
        assert ist_wohlgeformt(seite)
        assert {verweis[1:] for verweis in ziele.verweise} <= set(ziele.kennungen)
        assert len(set(ziele.kennungen)) == len(ziele.kennungen)
        assert [adresse for adresse in ziele.adressen if adresse] == []
        assert min(ziele.ebenen) == ziele.ebenen[0] == oberste
        assert ziele.ebenen.count(oberste) == 1
        assert all(danach <= davor + 1 for davor, danach in zip(ziele.ebenen, ziele.ebenen[1:], strict=False))


@pytest.mark.parametrize(("aufgabe", "name", "tag"), AUFGABEN)
def test_keine_seite_schickt_jemanden_in_die_falldatei(aufgabe: str, name: str, tag: str) -> None:
    antwort = _antwort(aufgabe, text_von(name), tag)

    for seite in (antwort.seite, antwort.blatt):
        assert "[auslegung]" not in seite
        assert "[antrag]" not in seite
        assert "&quot;" not in seite.partition('value="')[0]
        assert "haushaltsjahr[" not in seite
        assert "ereignis[" not in seite


@pytest.mark.parametrize(("aufgabe", "name", "tag"), AUFGABEN)
def test_jede_seite_sagt_worauf_sie_beruht_und_traegt_ihren_beleg(aufgabe: str, name: str, tag: str) -> None:
    antwort = _antwort(aufgabe, text_von(name), tag)

    for seite in (antwort.seite, antwort.blatt):
        assert "nicht der unterzeichnete Vertrag" in seite or "Entwurf" in seite
        assert "<dt>Beleg</dt><dd>kooperationsvertrag " in seite
        assert "Eingabe sha256:" in seite


def test_ein_eindeutiges_ergebnis_zeigt_betraege_bild_und_begruendung() -> None:
    seite = rechne_ab(text_von("haushaltsjahr-2018")).seite

    assert "31.909,36 €" in seite
    assert "Wohin das Geld 2018 geht" in seite
    assert "Restcents aus 76.582,45 € (5 : 5 : 2): Düsseldorf erhält 1 Cent." in seite.replace("\u00a0", " ")
    assert "<summary>Begründung: jeder Schritt mit seinem Satz</summary>" in seite
    assert "Eingabe: 1. Haushaltsjahr, Ausgabe 4" in seite
    assert '<dt id="satz-17-F8"' in seite
    assert "data-frage" not in seite


def test_haengt_es_an_einer_lesart_so_stehen_die_ergebnisse_nebeneinander_und_jede_zur_wahl() -> None:
    antwort = rechne_ab(HALB)
    dokument = json.loads(antwort.json)

    assert not antwort.eindeutig
    for lesart in ("vereinbarter_schluessel", "tatsaechliche_zahlungen", "kosten_nach_schluessel"):
        assert f'data-frage="rueckfuehrungsbasis" value="{lesart}"' in antwort.seite
    for variante in dokument["varianten"]:
        for jahr in variante["haushaltsjahre"]:
            for betrag in jahr["rueckfuehrung"].values():
                assert _deutsch(betrag) in antwort.seite
    assert "checked" not in antwort.seite
    assert "Befunde zu Ergebnis C" in antwort.seite
    assert "<input" not in antwort.blatt
    assert "Woran es hängt" in antwort.blatt


def _deutsch(betrag: str) -> str:
    ganze, cent = betrag.split(".")
    return f"{int(ganze):,}".replace(",", ".") + f",{cent} €"


def test_sind_es_viele_ergebnisse_stehen_acht_da_und_jede_frage_zur_wahl() -> None:
    viele = (
        HALB.replace("fassung =", "# fassung =").replace("titel =", 'fassung = "bericht-2017"\ntitel =')
        + """
[haushaltsjahr.uebertragung]
betrag = "10.000"
datum = 2019-02-14
ja = ["duesseldorf", "mettmann"]
nein = ["ihk"]

[[haushaltsjahr.zusatzmittel]]
partner = "ihk"
betrag = "1.000"

[auslegung]
rundung = "offen"
"""
    )
    antwort = rechne_ab(viele)

    assert antwort.probleme == ()
    assert len(json.loads(antwort.json)["varianten"]) > 8
    assert "Gezeigt sind 8 von" in antwort.seite
    assert 'data-frage="rundungsvorrang" value="duesseldorf, mettmann, ihk"' in antwort.seite
    assert "Düsseldorf, Kreis Mettmann, IHK: Bei Gleichstand" in antwort.seite
    assert "OF-32 Wer den Restcent bekommt: Art der Rundung</legend>" in antwort.seite
    assert "OF-32 Wer den Restcent bekommt: Reihenfolge bei Gleichstand</legend>" in antwort.seite
    assert " Ergebnissen)" in antwort.seite


def test_unterscheiden_sich_nur_befunde_so_wird_es_gesagt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kooperationsvertrag.rechner.seiten.vergleichszeilen", lambda _varianten, _namen: ())

    assert "Die Beträge sind überall gleich" in rechne_ab(HALB).seite


def test_ohne_gemeinsame_feststellungen_entfaellt_ihr_abschnitt() -> None:
    einnahme = """
[[haushaltsjahr.einnahme]]
bezeichnung = "Spende"
art = "drittmittel"
betrag = "1.000"
"""
    seite = rechne_ab(text_von("haushaltsjahr-2018") + einnahme).seite

    assert 'data-frage="drittmittel"' in seite
    assert "Befunde in jedem Ergebnis" not in seite


def test_ein_beitritt_zeigt_schritte_beitraege_und_die_offenen_fragen_zur_wahl() -> None:
    seite = pruefe_antrag(text_von("beitritt-rhein-kreis-neuss")).seite

    assert "Kann der Bewerber nach seiner Rechtsform beitreten? Ja." in seite
    assert "Danach, wenn gilt: Der neue Beitrag kommt hinzu" in seite
    assert 'data-frage="schluessel_nach_beitritt" value="additiv"' in seite
    assert 'data-frage="sitz_nach_beitritt"' in seite
    assert 'data-frage="beitrittsentscheidung"' not in seite


def test_ist_zum_beitritt_alles_gewaehlt_steht_nichts_zur_wahl() -> None:
    gewaehlt = """[auslegung]
schluessel_nach_beitritt = "additiv"
sitz_nach_beitritt = "liste_abgeschlossen"
abstimmung = "mehrheit"

[antrag]"""
    antwort = pruefe_antrag(text_von("beitritt-rhein-kreis-neuss").replace("[antrag]", gewaehlt))

    assert antwort.eindeutig
    assert "data-frage" not in antwort.seite


def test_der_stand_zeigt_den_weg_des_jahres_und_lesarten_in_worten() -> None:
    seite = zeige_pflichten(text_von("personal-abberufen"), date(2019, 3, 1)).seite

    assert "Der Weg des Haushaltsjahres 2018" in seite
    assert "OF-27 „Dauernde Mindestbesetzung“" in seite
    assert 'data-frage="stellendauer" value="dauernd"' in seite
    assert "Wählbar in der Falldatei" not in seite


def test_eine_frage_im_stand_sagt_was_sie_bewegt() -> None:
    assert "Die Frage bewegt bis zu 8.333,33 €." in zeige_pflichten(HALB, date(2019, 3, 1)).seite


# Unbrauchbare Eingaben


@pytest.mark.parametrize("pruefe", [rechne_ab, pruefe_antrag, lambda text: zeige_pflichten(text, date(2019, 1, 1))])
def test_eine_unbrauchbare_datei_gibt_alle_probleme_und_kein_ergebnis(pruefe: object) -> None:
    antwort = pruefe('fassung = "x"\njahr = 1')  # type: ignore[operator]  # eine der drei Aufgaben

    assert len(antwort.probleme) > 1
    assert (antwort.seite, antwort.blatt, antwort.json) == ("", "", "")


def test_ein_vergleich_nennt_die_probleme_jeder_datei() -> None:
    antwort = vergleiche_fassungen("bericht-2017", "", ["jahr = 1", HALB], {})

    assert {problem.stelle for problem in antwort.probleme} == {"neu", "faelle[0]"}
    assert antwort.json == ""


def test_ein_fall_der_unter_der_neuen_fassung_nicht_rechenbar_ist_wird_genannt() -> None:
    fall = _fall_mit_rhein_kreis_neuss()

    antwort = vergleiche_fassungen("bericht-2017", "entwurf-2027.toml", [fall], ENTWURFSDATEIEN)

    assert [problem.stelle for problem in antwort.probleme] == ["faelle[0]"] * len(antwort.probleme)
    assert "lässt sich nicht rechnen" in antwort.probleme[0].grund


def _fall_mit_rhein_kreis_neuss() -> str:
    """Ein Fall, in dem beitritt, wer unter dem Entwurf schon Partner ist."""
    return text_von("beitritt-zwischen-zwei-jahren")


def test_ein_entwurf_liegt_neben_der_falldatei() -> None:
    assert lies_fassung("entwurf-2027.toml", ENTWURFSDATEIEN).kennung == "entwurf-2027"


def test_ein_pfad_fuehrt_nicht_aus_dem_ordner() -> None:
    pfad = "../../entwurf-2027.toml"

    assert lies_fassung(pfad, {pfad: ENTWURFSDATEIEN["entwurf-2027.toml"]}).kennung == "entwurf-2027"


# Was nicht leer sein darf und was nicht in die Irre führen soll

OHNE_PRUEFUNGSERGEBNIS = """
fassung = "bericht-2017"

[[haushaltsjahr]]
jahr = 2025
eingezahlt = "wie vereinbart"
verausgabt = "43.417,55"
geprueft = 2026-02-14
"""


def test_ein_ergebnis_ohne_rueckfuehrung_zeigt_was_wartet() -> None:
    antwort = rechne_ab(OHNE_PRUEFUNGSERGEBNIS)
    bild = antwort.seite.partition("<figure")[2].partition("</figure>")[0]

    assert not antwort.eindeutig
    assert "<span>2025: wartet auf die Prüfung</span> <span>76.582,45" in bild
    assert '<ul class="saeulen"></ul>' not in bild


@pytest.mark.parametrize("datei", [OHNE_PRUEFUNGSERGEBNIS, OHNE_PRUEFUNGSERGEBNIS.replace("2025", "2026") + "[x]"])
def test_ohne_titel_heisst_ein_fall_nach_seinem_jahr_nur_auf_der_seite(datei: str) -> None:
    if "[x]" in datei:
        datei = datei.replace(
            "[x]", '\n[[haushaltsjahr]]\njahr = 2027\neingezahlt = "wie vereinbart"\nverausgabt = "0"\n'
        )
    antwort = rechne_ab(datei)
    titel = "Haushaltsjahre 2026 bis 2027" if "2027" in datei else "Haushaltsjahr 2025"

    assert f"<h2>{titel}</h2>" in antwort.seite
    assert f"<title>{titel}</title>" in antwort.blatt
    assert json.loads(antwort.json)["titel"] == "Ohne Titel"
    assert f"<h2>{titel}" in zeige_pflichten(datei, date(2026, 3, 1)).seite


VIELE = """
fassung = "bericht-2017"

[[haushaltsjahr]]
jahr = 2018
verausgabt = "43.417,55"
geprueft = 2019-02-14

[[haushaltsjahr.einzahlung]]
partner = "ihk"
betrag = "10.000"

[[haushaltsjahr.einzahlung]]
partner = "duesseldorf"
betrag = "50.000"

[[haushaltsjahr.einzahlung]]
partner = "mettmann"
betrag = "50.000"

[haushaltsjahr.uebertragung]
betrag = "10.000"
datum = 2019-02-14
ja = ["duesseldorf", "mettmann"]
nein = ["ihk"]
"""


def test_eine_lesart_nennt_nur_ergebnisse_die_zu_sehen_sind() -> None:
    antwort = rechne_ab(VIELE)
    anzahl = len(json.loads(antwort.json)["varianten"])
    genannt = set(re.findall(r"\b[A-Z]\b", " ".join(re.findall(r"\(führt zu (Ergebnis.*?)\)", antwort.seite))))

    assert anzahl > 8
    assert genannt
    assert genannt <= set("ABCDEFGH")
    assert "oder einem, das hier nicht steht" in antwort.seite


def test_stehen_alle_ergebnisse_einer_lesart_da_so_sind_sie_alle_genannt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kooperationsvertrag.rechner.seiten.GEZEIGT", 26)
    genannt = re.findall(r"\(führt zu Ergebnis ([^)]*)\)", rechne_ab(VIELE).seite)
    meiste = max(genannt, key=len)
    anzahl = len(re.findall(r"\b[A-Z]\b", meiste))

    monkeypatch.setattr("kooperationsvertrag.rechner.seiten.GEZEIGT", anzahl)
    seite = rechne_ab(VIELE).seite

    assert anzahl > 2
    assert f"führt zu {anzahl} Ergebnissen" not in seite

    monkeypatch.setattr("kooperationsvertrag.rechner.seiten.GEZEIGT", anzahl - 1)

    assert f"führt zu {anzahl} Ergebnissen" in rechne_ab(VIELE).seite


def test_stehen_genau_alle_ergebnisse_da_so_fehlt_keines(monkeypatch: pytest.MonkeyPatch) -> None:
    anzahl = len(json.loads(rechne_ab(HALB).json)["varianten"])
    monkeypatch.setattr("kooperationsvertrag.rechner.seiten.GEZEIGT", anzahl)

    assert "Gezeigt sind" not in rechne_ab(HALB).seite

    monkeypatch.setattr("kooperationsvertrag.rechner.seiten.GEZEIGT", anzahl - 1)

    assert f"Gezeigt sind {anzahl - 1} von {anzahl} Ergebnissen" in rechne_ab(HALB).seite


def test_eine_lesart_deren_ergebnis_nicht_dasteht_sagt_es_in_einem_ganzen_satz(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kooperationsvertrag.rechner.seiten.GEZEIGT", 1)
    seite = rechne_ab(HALB).seite

    assert "(führt zu Ergebnis A)" in seite
    assert "(führt zu einem Ergebnis, das hier nicht steht)" in seite
    assert "Ergebnis einem" not in seite


def test_hoechstens_fuenf_ergebnisse_stehen_in_einer_tabelle_und_jede_zeile_heisst_nach_ihrem_betrag() -> None:
    tabellen = re.findall(r'aria-label="Tabelle: (Betrag, [^"]*)".*?</table>', rechne_ab(VIELE).seite)

    assert tabellen == ["Betrag, A, B, C, D, Unterschied", "Betrag, E, F, G, H, Unterschied"]
    assert 'role="rowheader">2018: Rückführung Düsseldorf</th>' in rechne_ab(HALB).seite


def test_die_regeln_eines_vergleichs_stehen_zugeklappt() -> None:
    antwort = vergleiche_fassungen("bericht-2017", "entwurf-2027.toml", [], ENTWURFSDATEIEN)

    assert 'id="regeln"' in antwort.blatt
    assert 'id="regeln"' not in antwort.seite
    assert '<details class="technik"><summary>Für die Technik: Regeln</summary>' in antwort.seite


def test_gibt_es_keine_betroffene_regel_so_gibt_es_nichts_zuzuklappen() -> None:
    umbenannt = 'kennung = "neu"\nbezeichnung = "Neu"\naufbauend_auf = "bericht-2017"\n'
    antwort = vergleiche_fassungen("bericht-2017", "neu.toml", [], {"neu.toml": umbenannt})

    assert antwort.seite
    assert "technik" not in antwort.seite


def test_ein_problem_in_einem_fall_nennt_seine_stelle() -> None:
    text = text_von("haushaltsjahr-2018").replace('fassung = "bericht-2017"', "")
    (problem,) = vergleiche_fassungen("bericht-2017", "entwurf-2027.toml", [text], ENTWURFSDATEIEN).probleme

    assert problem.stelle == "faelle[0]"
    assert problem.grund.startswith("fassung: ")


HALBE_FAELLE = [text_von("ihk-zahlt-die-haelfte")]


def test_haengt_ein_vergleich_an_einer_lesart_so_steht_sie_auf_der_seite_zur_wahl_und_nicht_im_blatt() -> None:
    antwort = vergleiche_fassungen("bericht-2017", "entwurf-2027.toml", HALBE_FAELLE, ENTWURFSDATEIEN)

    assert 'data-frage="rueckfuehrungsbasis" value="kosten_nach_schluessel"' in antwort.seite
    assert "Gewählt wird für alle geladenen Fälle" in antwort.seite
    assert "data-frage" not in antwort.blatt


def test_haengt_auch_die_neue_fassung_an_ihr_so_verweist_die_seite_nicht_auf_die_datei() -> None:
    umbenannt = 'kennung = "neu"\nbezeichnung = "Neu"\naufbauend_auf = "bericht-2017"\n'
    antwort = vergleiche_fassungen("bericht-2017", "neu.toml", HALBE_FAELLE, {"neu.toml": umbenannt})

    assert "in der Falldatei unter [auslegung]" in antwort.blatt
    assert "[auslegung]" not in antwort.seite
    assert antwort.seite.count("<legend>OF-16") == 1


def test_ist_nichts_offen_so_steht_im_vergleich_nichts_zur_wahl() -> None:
    antwort = vergleiche_fassungen(
        "bericht-2017", "entwurf-2027.toml", [text_von("haushaltsjahr-2018")], ENTWURFSDATEIEN
    )

    assert antwort.seite
    assert "data-frage" not in antwort.seite
