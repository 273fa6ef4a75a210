"""Vergleich: was sich ändert, steht da; was bleibt, ist gezählt; jeder Betrag stimmt."""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from hypothesis import given, settings

from darstellung.vergleiche import DRITTMITTEL, NACH_ZAHLUNGEN, NAMEN, VIELES_ANDERS, als_seite, verglichen
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Zahlweise
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.darstellung.vergleich import (
    GROESSE,
    betragszeilen,
    fallsaetze,
    frage_in_worten,
    fragenzeilen,
    geaenderte,
    kernsatz,
    regelzeilen,
)
from kooperationsvertrag.fall.entwurf import lies_entwurf
from kooperationsvertrag.fall.entwurf_als_toml import entwurf_als_toml
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.revision.fassungsvergleich import vergleiche, vergleiche_fall
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Klausel, Vertragsfassung
from kooperationsvertrag.vertrag.fragen import FRAGEN, Vertragsfrage
from kooperationsvertrag.vertrag.lesarten import Drittmittel, Rueckfuehrungsbasis
from strategien import aufzeichnungen, auslegungen, fassungen


def test_der_erste_satz_sagt_was_sich_aendert() -> None:
    assert kernsatz(vergleiche(BERICHT_2017, NACH_ZAHLUNGEN)) == (
        "Gegenüber der bisherigen Fassung: 1 Bestimmung geändert, 1 Bestimmung neu und 1 Frage neu geregelt."
    )
    assert kernsatz(vergleiche(NACH_ZAHLUNGEN, VIELES_ANDERS)) == (
        "Gegenüber der bisherigen Fassung: 2 Bestimmungen geändert, 1 Bestimmung entfallen, 2 Fragen neu geregelt, 1 "
        "Frage anders geregelt und 10 Angaben geändert."
    )


def test_ein_ersetzter_satz_steht_mit_altem_und_neuem_inhalt_da() -> None:
    seite = als_seite(BERICHT_2017, NACH_ZAHLUNGEN)

    assert "2 von 66 Bestimmungen ändern sich, 64 bleiben, wie sie sind." in seite
    assert "17-F8: geändert\n\n  Bisher:  Was vom Budget des Jahres übrig ist" in seite
    assert "  Neu:     § 7 Abs. 2: Was übrig ist, geht nach den Zahlungen des Jahres zurück.\n" in seite
    assert "§ 7 Abs. 2: neu\n\n  Bisher:  –\n  Neu:     Was übrig ist" in seite
    assert "17-F3" not in seite


def test_ein_einziger_entfallener_satz_steht_in_der_einzahl() -> None:
    ohne = lies_entwurf(b'kennung = "e"\nbezeichnung = "E"\naufbauend_auf = "bericht-2017"\nentfallen = ["17-F3"]\n')
    seite = als_seite(BERICHT_2017, ohne)

    assert "1 von 65 Bestimmungen ändert sich, 64 bleiben, wie sie sind." in seite
    assert "17-F3: entfallen\n" in seite
    assert "Fragen, die der Bericht" not in seite
    assert "Angaben\n-------" not in seite


def test_eine_klausel_die_keinen_satz_ersetzt_bewegt_keine_regel() -> None:
    seite = als_seite(BERICHT_2017, evolve(BERICHT_2017, klauseln=(Klausel("§ 9", "Gute Zusammenarbeit."),)))

    assert "§ 9: neu\n" in seite
    assert "Regeln, die anders antworten können" not in seite


def test_eine_geregelte_frage_steht_mit_lesart_und_klausel_da() -> None:
    assert fragenzeilen(vergleiche(BERICHT_2017, NACH_ZAHLUNGEN), NAMEN) == [
        (
            "OF-16 Zahlungsschlüssel, wenn anders gezahlt wurde als vereinbart",
            "neu geregelt",
            "offen",
            "Nach den wirklichen Zahlungen (§ 7 Abs. 2)",
        )
    ]


def test_eine_reihenfolge_der_rundung_nennt_die_partner() -> None:
    zeilen = fragenzeilen(vergleiche(BERICHT_2017, VIELES_ANDERS), NAMEN)

    assert (
        "OF-32 Wer den Restcent bekommt: Reihenfolge bei Gleichstand",
        "neu geregelt",
        "offen",
        "IHK, Kreis Mettmann",
    ) in zeilen
    wieder_offen = fragenzeilen(vergleiche(VIELES_ANDERS, BERICHT_2017), NAMEN)
    assert {zeile[1] for zeile in wieder_offen} == {"wieder offen"}


def test_was_gleich_geregelt_bleibt_steht_nicht_da() -> None:
    assert fragenzeilen(vergleiche(NACH_ZAHLUNGEN, NACH_ZAHLUNGEN), NAMEN) == []


def test_jede_angabe_steht_mit_altem_und_neuem_wert_und_ihrem_satz_da() -> None:
    zeilen = [zeile.split("  ") for zeile in als_seite(BERICHT_2017, VIELES_ANDERS).splitlines()]
    gekuerzt = [tuple(teil.strip() for teil in zeile if teil.strip()) for zeile in zeilen]

    for erwartet in (
        ("Gültigkeit", "–", "ab 01.01.2027", "–"),
        ("Jahresbudget", "120.000,00 €", "130.000,00 €", "17-F1"),
        ("Jährlicher Beitrag: Düsseldorf", "50.000,00 €", "60.000,00 €", "17-F1"),
        ("Sitz der Abordnung", "Düsseldorf", "Kreis Mettmann", "17-P2"),
        ("Stelle, Nr. 1", "Düsseldorf: Leitung", "Kreis Mettmann: Leitung", "17-P3"),
    ):
        assert erwartet in gekuerzt


def test_regeln_stehen_nach_gegenstand_und_saetzen_zusammen() -> None:
    vergleich = vergleiche(BERICHT_2017, NACH_ZAHLUNGEN)
    zeilen = regelzeilen(vergleich)

    assert [zeile[0] for zeile in zeilen] == sorted(zeile[0] for zeile in zeilen)
    assert len({(gegenstand, saetze) for gegenstand, _, saetze in zeilen}) == len(zeilen)
    genannt = {regel for _, regeln, _ in zeilen for regel in regeln.split(", ")}
    assert genannt == {regel.name for regel, _ in vergleich.betroffene_regeln}
    assert "rueckfuehrung" in genannt


def test_was_die_neue_fassung_regelt_steht_beim_fall_mit_spanne_und_betrag() -> None:
    fall = verglichen(BERICHT_2017, NACH_ZAHLUNGEN)
    seite = als_seite(BERICHT_2017, NACH_ZAHLUNGEN, fall)

    assert fallsaetze(fall.vergleich, NACH_ZAHLUNGEN) == [
        "Bisher hängt das Ergebnis von einer Lesart ab: OF-16 Zahlungsschlüssel, wenn anders gezahlt wurde als "
        "vereinbart.",
        "Die neue Fassung regelt „OF-16 Zahlungsschlüssel, wenn anders gezahlt wurde als vereinbart“: Nach den "
        "wirklichen Zahlungen (§ 7 Abs. 2).",
    ]
    # Rest 30.000: nach Zahlungen 50 : 50 : 10, nach Schlüssel 5 : 5 : 2; nach Kosten schuldet die IHK 3.333,33.
    ihk = [zeile for zeile in betragszeilen(fall.vergleich, NAMEN) if zeile.partner == "IHK"]
    assert [(zeile.groesse, zeile.alt, zeile.neu, zeile.differenz) for zeile in ihk] == [
        ("Rückführung", "0,00 € bis 5.000,00 €", "2.727,27 €", "–"),
        ("noch zu zahlen", "0,00 € bis 3.333,33 €", "0,00 €", "–"),
    ]
    assert "Fall: Die IHK zahlt die Hälfte\n" in seite
    assert re.search(r"0,00 € bis 5\.000,00 € +2\.727,27 € ", seite)


def test_ist_beides_eindeutig_steht_der_unterschied_da() -> None:
    fall = verglichen(NACH_ZAHLUNGEN, VIELES_ANDERS)

    zeilen = [(z.partner, z.groesse, z.alt, z.neu, z.differenz) for z in betragszeilen(fall.vergleich, NAMEN)]
    # Unter dem neuen Schlüssel 6 : 5 : 2 von 30.000.
    assert zeilen == [
        ("Düsseldorf", "Beitrag", "50.000,00 €", "60.000,00 €", "+10.000,00 €"),
        ("Düsseldorf", "Rückführung", "13.636,37 €", "13.846,15 €", "+209,78 €"),
        ("Kreis Mettmann", "Rückführung", "13.636,36 €", "11.538,46 €", "-2.097,90 €"),
        ("IHK", "Rückführung", "2.727,27 €", "4.615,39 €", "+1.888,12 €"),
    ]
    assert fallsaetze(fall.vergleich, VIELES_ANDERS) == []


def test_bleibt_eine_frage_offen_steht_wo_gewaehlt_wird() -> None:
    fall = verglichen(NACH_ZAHLUNGEN, BERICHT_2017)

    assert fallsaetze(fall.vergleich, BERICHT_2017) == [
        "Unter der neuen Fassung hängt das Ergebnis von einer Lesart ab: OF-16 Zahlungsschlüssel, wenn anders gezahlt "
        "wurde als vereinbart. Gewählt wird sie in der Falldatei unter [auslegung]."
    ]


def test_von_zwei_offenen_fragen_bleibt_eine() -> None:
    fall = verglichen(BERICHT_2017, NACH_ZAHLUNGEN, einnahmen=DRITTMITTEL)
    bisher, geregelt, kuenftig = fallsaetze(fall.vergleich, NACH_ZAHLUNGEN)

    assert "OF-16" in bisher
    assert "OF-26" in bisher
    assert geregelt.startswith("Die neue Fassung regelt „OF-16")
    assert "OF-26" in kuenftig
    assert "OF-16" not in kuenftig


def test_eine_frage_auf_die_es_nicht_mehr_ankommt() -> None:
    wie_gezahlt = lies_entwurf(
        b'kennung = "e"\nbezeichnung = "E"\naufbauend_auf = "bericht-2017"\n'
        b'[beitraege]\nduesseldorf = "50.000"\nmettmann = "50.000"\nihk = "10.000"\n'
    )
    fall = verglichen(BERICHT_2017, wie_gezahlt)

    assert fallsaetze(fall.vergleich, wie_gezahlt)[1:] == [
        "Unter der neuen Fassung kommt es auf „OF-16 Zahlungsschlüssel, wenn anders gezahlt wurde als vereinbart“ "
        "nicht mehr an."
    ]


def test_aendert_sich_kein_betrag_steht_auch_das_da() -> None:
    fall = verglichen(BERICHT_2017, NACH_ZAHLUNGEN, eingezahlt=Zahlweise.WIE_VEREINBART)

    assert fallsaetze(fall.vergleich, NACH_ZAHLUNGEN) == ["Kein Betrag eines Partners ändert sich."]
    assert betragszeilen(fall.vergleich, NAMEN) == []
    assert "Unterschied" not in als_seite(BERICHT_2017, NACH_ZAHLUNGEN, fall)


@given(fassungen(hoechstens=6))
def test_eine_fassung_mit_sich_selbst_verglichen_aendert_nichts(fassung: Vertragsfassung) -> None:
    seite = als_seite(fassung, fassung)

    assert "Die beiden Fassungen bestimmen dasselbe; es ändert sich nichts." in seite
    assert "Sätze und Klauseln" not in seite
    assert geaenderte(vergleiche(fassung, fassung)) == []


@settings(max_examples=40)
@given(aufzeichnungen(hoechstens=3, jahre=2), auslegungen)
def test_was_der_vergleich_an_betraegen_findet_steht_in_den_zeilen(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung
) -> None:
    fall = vergleiche_fall(aufzeichnung, _mit_doppelten_beitraegen(aufzeichnung.fassung), auslegung)
    zeilen = betragszeilen(fall, {})

    assert fall.unterschiede is not None
    gefunden = {
        (einer.jahr, einer.partner, GROESSE[einer.groesse], str(einer.alt), str(einer.neu), einer.neu - einer.alt)
        for einer in fall.unterschiede
    }
    assert {(z.jahr, z.partner, z.groesse, z.alt, z.neu) for z in zeilen} == {einer[:5] for einer in gefunden}
    assert sorted(zeile.differenz for zeile in zeilen) == sorted(
        f"+{differenz}" if differenz > NULL else str(differenz) for *_, differenz in gefunden
    )


def _mit_doppelten_beitraegen(fassung: Vertragsfassung) -> Vertragsfassung:
    doppelte = tuple((wer, Geldbetrag(2 * betrag.cent)) for wer, betrag in fassung.beitraege.paare)
    return evolve(fassung, kennung="doppelt", beitraege=Betraege(doppelte))


def test_ein_entwurf_als_datei_vergleicht_sich_wie_die_fassung_selbst() -> None:
    gelesen = lies_entwurf(entwurf_als_toml(VIELES_ANDERS).encode())

    assert als_seite(BERICHT_2017, gelesen) == als_seite(BERICHT_2017, VIELES_ANDERS)


def test_eine_gewaehlte_lesart_macht_beide_ergebnisse_eindeutig() -> None:
    wahl = Auslegung.mit(Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN, Drittmittel.ERHOEHEN_DIE_MITTEL)
    fall = verglichen(BERICHT_2017, NACH_ZAHLUNGEN, wahl, einnahmen=DRITTMITTEL)

    assert fallsaetze(fall.vergleich, NACH_ZAHLUNGEN) == ["Kein Betrag eines Partners ändert sich."]


@pytest.mark.parametrize("frage", [frage for frage in FRAGEN if len(frage.waehlbar) > 1], ids=lambda f: f.kennung)
def test_teile_einer_frage_heissen_verschieden_und_nicht_wie_in_der_falldatei(frage: Vertragsfrage) -> None:
    titel = {schluessel: frage_in_worten(schluessel) for schluessel in frage.waehlbar}

    assert len(set(titel.values())) == len(titel)
    assert all(text.startswith(f"{frage.kennung} {frage.titel}: ") for text in titel.values())
    assert not [schluessel for schluessel, text in titel.items() if schluessel in text]
