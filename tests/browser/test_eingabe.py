"""Jedes Formular lässt sich mit der Tastatur allein ausfüllen; falsche Eingaben werden am Feld und oben genannt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from beispiele import ORDNER
from browser.bedienung import (
    druecke,
    fokus,
    gehe_zu,
    gespeichert,
    json_von,
    kreuze_an,
    lade,
    lade_entwurf,
    lade_text,
    oeffne,
    rechne,
    tippe,
    waehle,
    waehle_knopf,
)
from cli.aufruf import rufe_auf

if TYPE_CHECKING:
    from playwright.sync_api import Page

JAHR = "abrechnen-haushaltsjahr-0-"


def _zur_aufgabe(seite: Page, aufgabe: str) -> None:
    """Geht mit der Tastatur vom Anfang der Seite über den Verweis oben zu einer Aufgabe."""
    seite.evaluate("document.querySelector('.sprung').focus()")
    for _ in range(30):
        seite.keyboard.press("Tab")
        if seite.evaluate("document.activeElement.hash") == f"#{aufgabe}":
            break
    seite.keyboard.press("Enter")
    seite.locator(f"#{aufgabe}-ueberschrift:focus").wait_for()


def _wie_die_befehlszeile(seite: Page, aufgabe: str, ordner: Path, *optionen: str) -> str:
    """Speichert die Eingaben, rechnet sie auf der Befehlszeile und vergleicht."""
    datei = ordner / "gespeichert.toml"
    datei.write_bytes(gespeichert(seite, f"{aufgabe}-speichern").encode())
    ergebnis = json_von(seite, aufgabe)
    assert ergebnis == rufe_auf(aufgabe, str(datei), *optionen, "--format", "json").stdout
    return ergebnis


def test_ein_haushaltsjahr_mit_der_tastatur_allein(seite: Page, tmp_path: Path) -> None:
    _zur_aufgabe(seite, "abrechnen")
    tippe(seite, "abrechnen-titel", "Jahr 2018")
    tippe(seite, f"{JAHR}jahr", "2018")
    waehle_knopf(seite, f"{JAHR}eingezahlt", "einzeln")
    waehle(seite, f"{JAHR}einzahlung-0-partner", "ihk")
    tippe(seite, f"{JAHR}einzahlung-0-betrag", "20.000,00 €")
    druecke(seite, f"{JAHR}einzahlung-mehr")
    waehle(seite, f"{JAHR}einzahlung-1-partner", "duesseldorf")
    tippe(seite, f"{JAHR}einzahlung-1-betrag", "50000")
    tippe(seite, f"{JAHR}einzahlung-1-datum", "2018-01-15")
    druecke(seite, f"{JAHR}einzahlung-mehr")
    waehle(seite, f"{JAHR}einzahlung-2-partner", "mettmann")
    tippe(seite, f"{JAHR}einzahlung-2-betrag", "50.000")
    waehle_knopf(seite, f"{JAHR}verausgabt", "summe")
    tippe(seite, f"{JAHR}verausgabt", "43.417,55")
    tippe(seite, f"{JAHR}geprueft", "14.02.2019")
    waehle(seite, f"{JAHR}pruefungsergebnis", "gebilligt")
    kreuze_an(seite, f"{JAHR}uebertragung-gibt-es")
    tippe(seite, f"{JAHR}uebertragung-betrag", "10.000")
    tippe(seite, f"{JAHR}uebertragung-datum", "14.2.2019")
    waehle_knopf(seite, f"{JAHR}uebertragung-einstimmig", "einzeln")
    for partner in ("duesseldorf", "mettmann", "ihk"):
        waehle(seite, f"{JAHR}uebertragung-ja-{partner}", "ja")
    druecke(seite, "abrechnen-rechnen")

    assert fokus(seite) == "ergebnis"
    dokument = json.loads(_wie_die_befehlszeile(seite, "abrechnen", tmp_path))
    (jahr,) = dokument["haushaltsjahre"]
    assert jahr["rest"] == "76582.45"
    assert jahr["beschluss"] == {"wirksam": True, "beantragt": "10000.00", "uebertragen": "10000.00"}


def test_ein_antrag_mit_der_tastatur_allein(seite: Page, tmp_path: Path) -> None:
    _zur_aufgabe(seite, "beitritt")
    tippe(seite, "beitritt-antrag-name", "Ratingen")
    tippe(seite, "beitritt-antrag-kennung", "ratingen")
    waehle(seite, "beitritt-antrag-rechtsform", "kreisangehoerige_gemeinde")
    tippe(seite, "beitritt-antrag-kreis", "Kreis Mettmann")
    tippe(seite, "beitritt-antrag-beitrag", "12.000")
    tippe(seite, "beitritt-antrag-zum", "01.07.2026")
    waehle(seite, "beitritt-antrag-foerderlich", "ja")
    tippe(seite, "beitritt-antrag-begruendung", "grenzt an")
    kreuze_an(seite, "beitritt-antrag-zustimmung-duesseldorf")
    kreuze_an(seite, "beitritt-antrag-zustimmung-ihk")
    druecke(seite, "beitritt-rechnen")

    dokument = json.loads(_wie_die_befehlszeile(seite, "beitritt", tmp_path))
    assert dokument["eindeutig"] is False
    assert "kreisangehoerige" in seite.inner_html("#ansicht-beitritt .lesartwahl")


def test_pflichten_aus_ereignissen_mit_der_tastatur_allein(seite: Page, tmp_path: Path) -> None:
    _zur_aufgabe(seite, "pruefen")
    druecke(seite, "pruefen-haushaltsjahr-0-weg")
    druecke(seite, "pruefen-ereignis-mehr")
    waehle(seite, "pruefen-ereignis-0-art", "planung_vorgelegt")
    tippe(seite, "pruefen-ereignis-0-datum", "12.01.2018")
    tippe(seite, "pruefen-ereignis-0-jahr", "2018")
    druecke(seite, "pruefen-ereignis-mehr")
    waehle(seite, "pruefen-ereignis-1-art", "beitrag_gezahlt")
    tippe(seite, "pruefen-ereignis-1-datum", "15.01.2018")
    tippe(seite, "pruefen-ereignis-1-jahr", "2018")
    waehle(seite, "pruefen-ereignis-1-akteur", "duesseldorf")
    tippe(seite, "pruefen-ereignis-1-betrag", "50.000")
    tippe(seite, "pruefen-stichtag", "01.04.2018")
    druecke(seite, "pruefen-rechnen")

    _wie_die_befehlszeile(seite, "pruefen", tmp_path, "--stichtag", "2018-04-01")
    assert "erfüllt am 15.01.2018" in seite.inner_text("#ansicht-pruefen .ergebnis")


def test_ein_vergleich_mit_der_tastatur_allein(seite: Page) -> None:
    oeffne(seite, "vergleichen")
    lade_entwurf(seite, "vergleichen-entwurf-laden-neu", ORDNER / "entwurf-2027.toml")
    seite.select_option("#vergleichen-neu", "")
    _zur_aufgabe(seite, "abrechnen")
    _zur_aufgabe(seite, "vergleichen")
    waehle(seite, "vergleichen-neu", "entwurf-2027.toml")
    druecke(seite, "vergleichen-rechnen")

    assert fokus(seite) == "ergebnis"
    assert "Synopse: bericht-2017 und entwurf-2027" in seite.inner_text("#ansicht-vergleichen .ergebnis")


def test_wer_tippt_verliert_den_fokus_nicht_wenn_ein_feld_hinzukommt(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    tippe(seite, f"{JAHR}geprueft", "14.02.2019")

    assert fokus(seite) == f"{JAHR}geprueft"
    assert seite.input_value(f"#{JAHR}geprueft") == "14.02.2019"
    assert seite.is_visible(f"#{JAHR}pruefungsergebnis")


def test_ein_neuer_partner_steht_sofort_zur_wahl(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    druecke(seite, "abrechnen-beitritt-mehr")
    tippe(seite, "abrechnen-beitritt-0-name", "Solingen")
    tippe(seite, "abrechnen-beitritt-0-kennung", "solingen")
    seite.evaluate("document.activeElement.blur()")
    waehle_knopf(seite, f"{JAHR}eingezahlt", "einzeln")

    assert "Solingen" in seite.inner_text(f"#{JAHR}einzahlung-0-partner")


def test_ein_weiteres_jahr_zaehlt_weiter(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    tippe(seite, f"{JAHR}jahr", "2018")
    druecke(seite, "abrechnen-haushaltsjahr-mehr")

    assert fokus(seite) == "abrechnen-haushaltsjahr-1-jahr"
    assert seite.input_value("#abrechnen-haushaltsjahr-1-jahr") == "2019"


# Fehler


def test_falsche_eingaben_stehen_am_feld_und_oben(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    tippe(seite, f"{JAHR}jahr", "2018")
    waehle_knopf(seite, f"{JAHR}eingezahlt", "wie-vereinbart")
    waehle_knopf(seite, f"{JAHR}verausgabt", "summe")
    tippe(seite, f"{JAHR}verausgabt", "1,234")
    tippe(seite, f"{JAHR}geprueft", "31.02.2019")
    druecke(seite, "abrechnen-rechnen")

    assert fokus(seite) == "fehlerliste"
    oben = seite.inner_text("#ansicht-abrechnen .fehlerliste")
    assert "2 Angaben stimmen nicht" in oben
    for feld, satz in (("verausgabt", "lässt sich auf zwei Arten lesen"), ("geprueft", "„31.02.2019“ ist kein Tag.")):
        assert satz in oben
        assert satz in seite.inner_text(f"#{JAHR}{feld}-fehler")
        assert seite.get_attribute(f"#{JAHR}{feld}", "aria-invalid") == "true"
        beschrieben = seite.get_attribute(f"#{JAHR}{feld}", "aria-describedby")
        assert f"{JAHR}{feld}-fehler" in (beschrieben or "").split()
    assert not seite.is_visible("#ansicht-abrechnen .ergebnis")


def test_nach_einer_frage_steht_oben_kein_doppelpunkt(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    druecke(seite, "abrechnen-rechnen")
    oben = seite.inner_text("#ansicht-abrechnen .fehlerliste")

    assert "Was haben die Partner eingezahlt? Hier ist noch nichts gewählt." in oben
    assert "Jahr: Hier fehlt eine Angabe." in oben


def test_der_verweis_oben_fuehrt_zum_feld(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    druecke(seite, "abrechnen-rechnen")
    seite.keyboard.press("Tab")
    seite.keyboard.press("Enter")

    assert fokus(seite) == f"{JAHR}jahr"
    assert seite.evaluate("location.hash") == "#abrechnen"


def test_ist_der_fehler_behoben_verschwindet_er(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    seite.fill(f"#{JAHR}jahr", "x")
    rechne(seite, "abrechnen")
    assert seite.get_attribute(f"#{JAHR}jahr", "aria-invalid") == "true"

    seite.fill(f"#{JAHR}jahr", "2018")
    rechne(seite, "abrechnen")

    assert seite.get_attribute(f"#{JAHR}jahr", "aria-invalid") is None
    assert not seite.is_visible("#ansicht-abrechnen .fehlerliste")
    assert seite.is_visible("#ansicht-abrechnen .ergebnis")


def test_ein_fehler_in_einem_zugeklappten_teil_klappt_ihn_auf(seite: Page, tmp_path: Path) -> None:
    text = (ORDNER / "haushaltsjahr-2018.toml").read_text(encoding="utf-8")
    falsch = text.replace("[[haushaltsjahr]]", '[auslegung]\nabstimmung = "einstimig"\n\n[[haushaltsjahr]]', 1)
    lade_text(seite, "abrechnen", falsch, tmp_path)
    rechne(seite, "abrechnen")

    assert seite.is_visible("#abrechnen-auslegung-abstimmung")
    assert "Gemeint ist vielleicht „Alle Mitglieder stimmen zu“." in seite.inner_text(
        "#abrechnen-auslegung-abstimmung-fehler"
    )


def test_ohne_stichtag_steht_der_fehler_am_stichtag(seite: Page) -> None:
    lade(seite, "pruefen", ORDNER / "alles-rechtzeitig.toml")
    seite.fill("#pruefen-stichtag", "gestern")
    rechne(seite, "pruefen")

    assert "„gestern“ ist kein Tag." in seite.inner_text("#pruefen-stichtag-fehler")
    seite.click(".fehlerliste:visible a")
    assert fokus(seite) == "pruefen-stichtag"


@pytest.mark.parametrize(
    ("inhalt", "satz"),
    [
        (b"titel = \xff\xfe", "ist keine Textdatei in UTF-8"),
        (b"x" * 1_000_001, "ist größer als 1 MB"),
        (b"titel = A\n", "Zeile 1"),
    ],
)
def test_eine_unbrauchbare_datei_wird_auf_deutsch_abgelehnt(
    seite: Page, inhalt: bytes, satz: str, tmp_path: Path
) -> None:
    datei = tmp_path / "kaputt.toml"
    datei.write_bytes(inhalt)
    lade(seite, "abrechnen", datei)

    assert satz in seite.inner_text("#ansicht-abrechnen .fehlerliste")
    assert seite.evaluate("document.activeElement.className") == "fehlerliste"


def test_wird_ein_entwurf_abgelehnt_steht_keine_fruehere_meldung_mehr_da(seite: Page) -> None:
    oeffne(seite, "vergleichen")
    seite.set_input_files("#vergleichen-fall", ORDNER / "haushaltsjahr-2018.toml")
    seite.locator("#ansicht-vergleichen .meldung", has_text="Geladen").wait_for()
    seite.set_input_files("#vergleichen-entwurf-laden-neu", ORDNER / "haushaltsjahr-2018.toml")

    assert _melde_und_fehler(seite, "vergleichen") == ("", "„haushaltsjahr-2018.toml“ ist ein Fall, kein Entwurf.")


def test_ein_kaputter_entwurf_nennt_seine_fehler(seite: Page, tmp_path: Path) -> None:
    entwurf = tmp_path / "kaputt.toml"
    entwurf.write_text("kennung = 1\n", encoding="utf-8")
    oeffne(seite, "vergleichen")
    seite.set_input_files("#vergleichen-entwurf-laden-neu", entwurf)
    seite.wait_for_selector("#ansicht-vergleichen .fehlerliste:not([hidden])")

    assert "kaputt.toml, kennung (Zeile 1):" in seite.inner_text("#ansicht-vergleichen .fehlerliste")


def test_scheitert_etwas_unerwartet_so_steht_das_da(seite: Page) -> None:
    oeffne(seite, "beitritt")
    seite.evaluate("setTimeout(() => { throw new Error('unerwartet'); })")
    seite.wait_for_selector("#ansicht-beitritt .meldung:not(:empty)")

    assert "Fehler des Rechners, nicht der Eingaben" in seite.inner_text("#ansicht-beitritt .meldung")


# Falldateien


@pytest.mark.parametrize("name", ["haushaltsjahr-2018", "alles-rechtzeitig", "teiluebertragung"])
def test_gespeichert_ist_zeichen_fuer_zeichen_was_geladen_war(seite: Page, name: str) -> None:
    datei = ORDNER / f"{name}.toml"
    lade(seite, "abrechnen", datei)

    assert gespeichert(seite, "abrechnen-speichern") == datei.read_text(encoding="utf-8")


def test_gespeichert_und_wieder_geladen_gibt_dasselbe_ergebnis(seite: Page, tmp_path: Path) -> None:
    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    seite.fill(f"#{JAHR}ausgabe-1-betrag", "12.400,07")
    seite.click(f"#{JAHR}ausgabe-0-weg")
    rechne(seite, "abrechnen")
    vorher = json_von(seite, "abrechnen")
    text = gespeichert(seite, "abrechnen-speichern")

    lade_text(seite, "abrechnen", text, tmp_path, "wieder.toml")
    rechne(seite, "abrechnen")

    assert json_von(seite, "abrechnen") == vorher
    assert "# kommt aus demselben Budget, nicht obendrauf" in text
    assert "Standortkongress" not in text


def test_was_das_formular_nicht_zeigt_wird_gesagt_und_bleibt(seite: Page, tmp_path: Path) -> None:
    text = (ORDNER / "haushaltsjahr-2018.toml").read_text(encoding="utf-8") + '\n[haushaltsjahr.notiz]\nvon = "Kasse"\n'
    lade_text(seite, "abrechnen", text, tmp_path)

    assert "Die Datei enthält außerdem „notiz“ (Haushaltsjahr 2018)." in seite.inner_text("#ansicht-abrechnen .meldung")
    assert gespeichert(seite, "abrechnen-speichern") == text


def test_der_text_der_falldatei_laesst_sich_aendern(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "ueberschreitung.toml")
    seite.evaluate("document.querySelector('#ansicht-abrechnen .falltext').open = true")
    seite.fill("#abrechnen-text", (ORDNER / "haushaltsjahr-2018.toml").read_text(encoding="utf-8"))
    seite.click("#abrechnen-uebernehmen")
    rechne(seite, "abrechnen")

    assert "76.582,45" in seite.inner_text("#ansicht-abrechnen .ergebnis .kern")


def test_neu_beginnen_leert_alles(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    rechne(seite, "abrechnen")
    gehe_zu(seite, "abrechnen-neu")
    seite.keyboard.press("Enter")

    assert seite.input_value("#abrechnen-titel") == ""
    assert not seite.is_visible("#ansicht-abrechnen .ergebnis")


def _ungespeichert(seite: Page) -> bool:
    """Ob der Browser beim Schließen nachfragt."""
    return not seite.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")


def _mache_rueckgaengig(seite: Page) -> None:
    gehe_zu(seite, "abrechnen-rueckgaengig")
    seite.keyboard.press("Enter")


def test_neu_begonnen_laesst_sich_rueckgaengig_machen(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    assert not seite.is_visible("#abrechnen-rueckgaengig")
    seite.fill("#abrechnen-titel", "Mit Handarbeit")
    seite.click("#abrechnen-neu")
    assert seite.inner_text("#ansicht-abrechnen .meldung") == "Das Formular ist leer."

    _mache_rueckgaengig(seite)

    assert seite.input_value("#abrechnen-titel") == "Mit Handarbeit"
    assert "# kommt aus demselben Budget, nicht obendrauf" in gespeichert(seite, "abrechnen-speichern")


def test_eine_entfernte_zeile_laesst_sich_zurueckholen_auch_nach_dem_speichern(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    vorher = seite.input_value("#abrechnen-text")
    seite.click(f"#{JAHR}ausgabe-0-weg")
    assert seite.inner_text("#ansicht-abrechnen .meldung") == "Entfernt: 1. Ausgabe."
    assert gespeichert(seite, "abrechnen-speichern") != vorher

    _mache_rueckgaengig(seite)

    assert gespeichert(seite, "abrechnen-speichern") == (ORDNER / "haushaltsjahr-2018.toml").read_text(encoding="utf-8")


def test_ein_entferntes_haushaltsjahr_laesst_sich_zurueckholen(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "beitritt-zwischen-zwei-jahren.toml")
    seite.click("#abrechnen-haushaltsjahr-1-weg")
    assert seite.locator("#abrechnen-haushaltsjahr-1-jahr").count() == 0

    _mache_rueckgaengig(seite)

    assert seite.input_value("#abrechnen-haushaltsjahr-1-jahr") == "2026"


def test_ein_verdraengter_fall_laesst_sich_zurueckholen_und_wieder_weglegen(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    seite.fill("#abrechnen-titel", "Noch nicht gespeichert")
    lade(seite, "abrechnen", ORDNER / "ueberschreitung.toml")
    geladen = seite.input_value("#abrechnen-titel")
    assert geladen != "Noch nicht gespeichert"

    _mache_rueckgaengig(seite)
    assert seite.input_value("#abrechnen-titel") == "Noch nicht gespeichert"
    assert not seite.is_visible("#abrechnen-rueckgaengig")  # was geladen war, liegt als Datei vor


def test_rueckgaengig_bleibt_moeglich_wenn_etwas_anderes_gemeldet_wird(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    seite.fill("#abrechnen-titel", "Noch nicht gespeichert")
    lade(seite, "abrechnen", ORDNER / "ueberschreitung.toml")
    gespeichert(seite, "abrechnen-speichern")

    _mache_rueckgaengig(seite)

    assert seite.input_value("#abrechnen-titel") == "Noch nicht gespeichert"


def test_text_der_ein_geaendertes_formular_ueberschreibt_laesst_sich_zuruecknehmen(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    seite.evaluate("document.querySelector('#ansicht-abrechnen .falltext').open = true")
    seite.wait_for_timeout(100)
    text = seite.input_value("#abrechnen-text")
    seite.fill("#abrechnen-titel", "Im Formular geändert")
    seite.fill("#abrechnen-text", text.replace("2018", "2019"))
    seite.click("#abrechnen-uebernehmen")
    assert seite.input_value(f"#{JAHR}jahr") == "2019"

    _mache_rueckgaengig(seite)

    assert seite.input_value("#abrechnen-titel") == "Im Formular geändert"
    assert seite.input_value(f"#{JAHR}jahr") == "2018"
    assert seite.input_value("#abrechnen-text") == text.replace("2018", "2019")


def test_wer_ungespeichert_schliesst_wird_gefragt(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    assert not _ungespeichert(seite)

    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    rechne(seite, "abrechnen")
    assert not _ungespeichert(seite)

    seite.fill("#abrechnen-titel", "Anders")
    assert _ungespeichert(seite)

    gespeichert(seite, "abrechnen-speichern")
    assert not _ungespeichert(seite)


def test_von_mehreren_faellen_wird_jeder_gelesen_und_jeder_fehler_genannt(seite: Page, tmp_path: Path) -> None:
    for nummer in (1, 2):
        (tmp_path / f"kaputt-{nummer}.toml").write_bytes(b"\xff\xfe")
    dateien = [tmp_path / "kaputt-1.toml", ORDNER / "haushaltsjahr-2018.toml", tmp_path / "kaputt-2.toml"]
    oeffne(seite, "vergleichen")
    seite.set_input_files("#vergleichen-fall", dateien)
    seite.wait_for_selector("#ansicht-vergleichen .fehlerliste:not([hidden])")

    assert seite.inner_text("#ansicht-vergleichen .meldung") == "Geladen: „haushaltsjahr-2018.toml“."
    for nummer in (1, 2):
        assert f"„kaputt-{nummer}.toml“ ist keine Textdatei" in seite.inner_text("#ansicht-vergleichen .fehlerliste")


def test_eine_adresse_die_es_nicht_gibt_aendert_nichts(seite: Page) -> None:
    seite.evaluate("location.hash = '#toString'")
    seite.wait_for_timeout(100)

    assert seite.is_visible("#ansicht-start")
    assert seite.inner_text("#ansicht-start h1") == "Was ist zu tun?"


def test_beide_angaben_zu_den_einzahlungen_verlangen_eine_wahl(seite: Page, tmp_path: Path) -> None:
    text = (ORDNER / "ueberschreitung.toml").read_text(encoding="utf-8")
    doppelt = text + '\n[[haushaltsjahr.einzahlung]]\npartner = "ihk"\nbetrag = "1,00"\n'
    assert 'eingezahlt = "wie vereinbart"' in doppelt
    lade_text(seite, "abrechnen", doppelt, tmp_path)
    rechne(seite, "abrechnen")
    assert "Möglich ist nur eines" in seite.inner_text(f"#{JAHR}eingezahlt-gruppe-fehler")

    seite.check(f"#{JAHR}eingezahlt-weg-wie-vereinbart")
    rechne(seite, "abrechnen")

    assert seite.is_visible("#ansicht-abrechnen .ergebnis")
    assert gespeichert(seite, "abrechnen-speichern").rstrip() == text.rstrip()


def test_einzeln_ohne_zeile_sagt_was_genuegt(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "ueberschreitung.toml")
    seite.check(f"#{JAHR}eingezahlt-weg-einzeln")
    if seite.locator(f"#{JAHR}einzahlung-0-weg").count():
        seite.click(f"#{JAHR}einzahlung-0-weg")
    rechne(seite, "abrechnen")

    assert "Hier steht noch keine Einzahlung." in seite.inner_text(f"#{JAHR}eingezahlt-gruppe-fehler")


def test_ein_ergebnis_zu_frueheren_eingaben_ist_als_solches_zu_erkennen(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    rechne(seite, "abrechnen")
    hinweis = seite.locator("#ansicht-abrechnen .veraltet")
    assert hinweis.inner_text() == ""

    titel = seite.input_value("#abrechnen-titel")
    seite.fill("#abrechnen-titel", "Ein anderer Titel")
    hinweis.filter(has_text="seither geändert").wait_for()

    seite.fill("#abrechnen-titel", titel)
    seite.locator("#ansicht-abrechnen .veraltet:empty").wait_for(state="attached")


def test_geaenderter_text_geht_beim_rechnen_und_speichern_nicht_verloren(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    seite.evaluate("document.querySelector('#ansicht-abrechnen .falltext').open = true")
    seite.wait_for_timeout(100)
    geaendert = seite.input_value("#abrechnen-text").replace("2018", "2019")
    seite.fill("#abrechnen-text", geaendert)

    for knopf in ("rechnen", "speichern"):
        seite.click(f"#abrechnen-{knopf}")
        assert "noch nicht in das Formular übernommen" in seite.inner_text("#ansicht-abrechnen .fehlerliste")
        assert seite.input_value("#abrechnen-text") == geaendert

    seite.click("#abrechnen-verwerfen")
    assert seite.locator("#ansicht-abrechnen .fehlerliste").is_hidden()
    assert "2019" not in seite.input_value("#abrechnen-text").split("geprueft")[0]


def test_eine_fassung_mit_sich_selbst_zu_vergleichen_ist_ein_fehler_am_feld(seite: Page) -> None:
    oeffne(seite, "vergleichen")
    seite.select_option("#vergleichen-neu", "bericht-2017")
    rechne(seite, "vergleichen")
    assert "dieselbe Fassung wie die bisherige" in seite.inner_text("#ansicht-vergleichen .fehlerliste")


def test_ein_fehler_bleibt_am_feld_bis_neu_gerechnet_wird_auch_wenn_das_formular_sich_aendert(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    seite.fill(f"#{JAHR}jahr", "zweitausend")
    rechne(seite, "abrechnen")
    fehler = f"#{JAHR}jahr-fehler"
    assert seite.inner_text(fehler)

    seite.click(f"#{JAHR}einnahme-mehr")

    assert seite.inner_text(fehler)
    assert seite.get_attribute(f"#{JAHR}jahr", "aria-invalid") == "true"

    seite.click("#abrechnen-neu")
    assert seite.inner_text(fehler) == ""


# Dateien, die nicht passen


def _melde_und_fehler(seite: Page, aufgabe: str) -> tuple[str, str]:
    seite.locator(f"#ansicht-{aufgabe} .fehlerliste:not([hidden])").wait_for()
    liste = seite.locator(f"#ansicht-{aufgabe} .fehlerliste li")
    return seite.inner_text(f"#ansicht-{aufgabe} .meldung"), "\n".join(liste.all_inner_texts())


@pytest.mark.parametrize(
    ("feld", "datei", "satz"),
    [
        (
            "vergleichen-fall",
            "entwurf-2027",
            "„entwurf-2027.toml“ ist ein Entwurf, kein Fall. Er lässt sich oben als Fassung laden.",
        ),
        (
            "vergleichen-fall",
            "beitritt-rhein-kreis-neuss",
            "„beitritt-rhein-kreis-neuss.toml“ ist ein Antrag auf Beitritt; er gehört zu „Beitritt prüfen“.",
        ),
        (
            "vergleichen-entwurf-laden-neu",
            "haushaltsjahr-2018",
            "„haushaltsjahr-2018.toml“ ist ein Fall, kein Entwurf.",
        ),
        (
            "abrechnen-laden",
            "entwurf-2027",
            "„entwurf-2027.toml“ ist ein Entwurf, kein Fall. Er lässt sich unten als Fassung laden.",
        ),
        (
            "beitritt-laden",
            "haushaltsjahr-2018",
            "„haushaltsjahr-2018.toml“ ist ein Fall, kein Antrag auf Beitritt. Er gehört zu „Haushaltsjahr abrechnen“ "
            "oder „Pflichten an einem Tag zeigen“.",
        ),
    ],
    ids=["Entwurf als Fall", "Antrag als Fall", "Fall als Entwurf", "Entwurf ins Formular", "Fall als Antrag"],
)
def test_eine_datei_von_anderer_art_wird_mit_einem_satz_abgelehnt(
    seite: Page, feld: str, datei: str, satz: str
) -> None:
    aufgabe = feld.partition("-")[0]
    oeffne(seite, aufgabe)
    seite.set_input_files(f"#{feld}", ORDNER / f"{datei}.toml")

    assert _melde_und_fehler(seite, aufgabe) == ("", satz)
    assert seite.inner_text(f"#ansicht-{aufgabe} .fehlerliste h2") == "Das ist nicht geladen"
    assert seite.locator(".dateien li").count() == 0


@pytest.mark.parametrize("feld", ["abrechnen-laden", "vergleichen-fall", "vergleichen-entwurf-laden-neu"])
def test_eine_leere_datei_gilt_nicht_als_geladen(seite: Page, feld: str, tmp_path: Path) -> None:
    (tmp_path / "leer.toml").write_bytes(b"\n")
    aufgabe = feld.partition("-")[0]
    oeffne(seite, aufgabe)
    seite.set_input_files(f"#{feld}", tmp_path / "leer.toml")

    assert _melde_und_fehler(seite, aufgabe) == ("", "Die Datei „leer.toml“ ist leer.")
    assert seite.locator(".dateien li").count() == 0


def test_was_nicht_geladen_wird_laesst_alles_wie_es_ist(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    rechne(seite, "abrechnen")
    seite.set_input_files("#abrechnen-laden", ORDNER / "entwurf-2027.toml")
    _melde_und_fehler(seite, "abrechnen")

    assert seite.input_value("#abrechnen-titel") == "Haushaltsjahr 2018"
    assert seite.is_visible("#ansicht-abrechnen .ergebnis")
    assert seite.locator("#ansicht-abrechnen .veraltet:empty").count() == 1


def test_ein_unbrauchbarer_fall_traegt_seine_fehler_in_der_liste(seite: Page, tmp_path: Path) -> None:
    gut = ORDNER / "haushaltsjahr-2018.toml"
    (tmp_path / "kaputt.toml").write_bytes(gut.read_bytes().replace(b'fassung = "bericht-2017"', b""))
    oeffne(seite, "vergleichen")
    lade_entwurf(seite, "vergleichen-entwurf-laden-neu", ORDNER / "entwurf-2027.toml")
    seite.set_input_files("#vergleichen-fall", [gut, tmp_path / "kaputt.toml"])
    seite.locator(".dateien li").nth(1).wait_for()
    rechne(seite, "vergleichen")

    satz = 'fassung: Die Angabe fehlt. Richtig wäre zum Beispiel: fassung = "bericht-2017"'
    assert _melde_und_fehler(seite, "vergleichen")[1] == f"kaputt.toml: {satz}"
    assert seite.locator(".dateien li .fehler").all_inner_texts() == ["", satz]
    seite.click("#ansicht-vergleichen .fehlerliste a")
    assert fokus(seite) == "vergleichen-falldatei-1"

    seite.click("#vergleichen-falldatei-1")
    assert not seite.is_visible("#ansicht-vergleichen .fehlerliste")
    rechne(seite, "vergleichen")
    assert seite.is_visible("#ansicht-vergleichen .ergebnis")


def test_in_einer_unlesbaren_falldatei_steht_nur_was_nicht_zu_lesen_ist(seite: Page, tmp_path: Path) -> None:
    (tmp_path / "kaputt.toml").write_text("[[haushaltsjahr]]\nverausgabt = 43.417,55\n", encoding="utf-8")
    oeffne(seite, "vergleichen")
    seite.set_input_files("#vergleichen-fall", tmp_path / "kaputt.toml")

    (zeile,) = _melde_und_fehler(seite, "vergleichen")[1].split("\n")
    assert zeile.startswith("kaputt.toml, Zeile 2, Spalte ")
    assert zeile.endswith('Richtig wäre zum Beispiel: verausgabt = "43.417,55"')


# Was mitgeht, wenn sich die Eingaben ändern


def test_ein_vergleich_ist_ueberholt_sobald_ein_fall_dazukommt(seite: Page) -> None:
    oeffne(seite, "vergleichen")
    lade_entwurf(seite, "vergleichen-entwurf-laden-neu", ORDNER / "entwurf-2027.toml")
    rechne(seite, "vergleichen")
    hinweis = seite.locator("#ansicht-vergleichen .veraltet")
    assert hinweis.inner_text() == ""
    seite.set_input_files("#vergleichen-fall", ORDNER / "haushaltsjahr-2018.toml")

    hinweis.filter(has_text="seither geändert").wait_for()


def test_ein_vergleich_ist_ueberholt_sobald_ein_anderer_entwurf_geladen_ist(seite: Page, tmp_path: Path) -> None:
    oeffne(seite, "vergleichen")
    lade_entwurf(seite, "vergleichen-entwurf-laden-neu", ORDNER / "entwurf-2027.toml")
    rechne(seite, "vergleichen")
    text = (ORDNER / "entwurf-2027.toml").read_text(encoding="utf-8")
    (tmp_path / "entwurf-2027.toml").write_text(text.replace("Gedankenspiel:", "Anderes:"), encoding="utf-8")
    seite.set_input_files("#vergleichen-entwurf-laden-neu", tmp_path / "entwurf-2027.toml")

    seite.locator("#ansicht-vergleichen .veraltet", has_text="seither geändert").wait_for()


def test_ein_haushaltsjahr_heisst_nach_dem_jahr_das_im_feld_steht(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    jahr, titel = seite.locator(f"#{JAHR}jahr"), seite.locator("#abrechnen-haushaltsjahr-0 > legend")
    assert titel.inner_text() == "1. Haushaltsjahr"
    for wert in ("2025", "2026"):
        jahr.fill(wert)
        assert titel.inner_text() == f"Haushaltsjahr {wert}"
        assert seite.get_attribute(f"#{JAHR}weg", "aria-label") == f"Haushaltsjahr {wert} entfernen"


def test_die_fehler_oben_stehen_in_der_reihenfolge_des_formulars(seite: Page) -> None:
    oeffne(seite, "abrechnen")
    tippe(seite, f"{JAHR}jahr", "1017")
    waehle_knopf(seite, f"{JAHR}eingezahlt", "wie-vereinbart")
    waehle_knopf(seite, f"{JAHR}verausgabt", "summe")
    tippe(seite, f"{JAHR}verausgabt", "1,234")
    tippe(seite, f"{JAHR}planung_erstellt", "gestern")
    druecke(seite, "abrechnen-rechnen")

    ziele = seite.eval_on_selector_all(".fehlerliste:not([hidden]) a", "(alle) => alle.map((a) => a.hash)")
    felder = seite.eval_on_selector_all("#ansicht-abrechnen [aria-invalid]", "(alle) => alle.map((f) => `#${f.id}`)")
    assert ziele == felder
    assert len(ziele) == 3


def test_was_geschah_steht_in_einem_ereignis_auf_einer_eigenen_zeile(seite: Page) -> None:
    oeffne(seite, "pruefen")
    druecke(seite, "pruefen-ereignis-mehr")
    waehle(seite, "pruefen-ereignis-0-art", "beitrag_gezahlt")
    auswahl = seite.locator("#pruefen-ereignis-0-art")
    zeile = seite.locator("#pruefen-ereignis-0 > .zeile")

    assert auswahl.evaluate("(eine) => eine.closest('.feld').getBoundingClientRect().width") == zeile.evaluate(
        "(eine) => eine.getBoundingClientRect().width"
    )


def test_in_einer_zeile_stehen_beschriftungen_fehler_und_felder_auf_einer_hoehe(seite: Page) -> None:
    oeffne(seite, "pruefen")
    druecke(seite, "pruefen-ereignis-mehr")
    waehle(seite, "pruefen-ereignis-0-art", "beitrag_gezahlt")
    tippe(seite, "pruefen-ereignis-0-datum", "gestern")
    rechne(seite, "pruefen")
    for teil in ("label", ".fehler", ":is(input, select)"):
        oben = seite.eval_on_selector_all(
            f"#pruefen-ereignis-0 > .zeile > .feld:has(> .fehler:not(:empty)) > {teil}",
            "(alle) => alle.map((eines) => eines.getBoundingClientRect().top)",
        )
        assert len(oben) == 4
        assert len(set(oben)) == 1, teil


def test_ohne_titel_heissen_datei_und_ergebnis_nach_dem_jahr(seite: Page) -> None:
    lade(seite, "abrechnen", ORDNER / "haushaltsjahr-2018.toml")
    seite.fill("#abrechnen-titel", "")
    rechne(seite, "abrechnen")
    with seite.expect_download() as angeboten:
        seite.click("#abrechnen-json")

    assert seite.inner_text("#ansicht-abrechnen .ergebnis h2") == "Haushaltsjahr 2018"
    assert angeboten.value.suggested_filename == "haushaltsjahr-2018.json"
    assert '"titel": "Ohne Titel"' in angeboten.value.path().read_text(encoding="utf-8")
