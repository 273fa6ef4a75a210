"""Quelle: was der Abgleich eines Dokuments den Lesern sagt."""

from __future__ import annotations

from kooperationsvertrag.darstellung.quelle import quellenseite
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand
from kooperationsvertrag.revision.wortlautaenderung import wortlautaenderung
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017

UNVERAENDERT = Satzabgleich(normen.RUECKFUEHRUNG, Stand.UNVERAENDERT, "Ein Satz.")
GEAENDERT = Satzabgleich(normen.AUFSICHTSGREMIUM, Stand.GEAENDERT, "")


def fehlt(norm: Norm) -> Satzabgleich:
    return Satzabgleich(norm, Stand.FEHLT, "")


def seite(*saetze: Satzabgleich) -> str:
    return als_text(quellenseite("bericht.txt", wortlautaenderung(saetze), BERICHT_2017.namen))


def test_ohne_abweichung_ist_nichts_zu_pruefen() -> None:
    gesetzt = seite(UNVERAENDERT)

    assert "Alle 1 Sätze stehen unverändert im Dokument." in gesetzt
    assert "zu prüfen" not in gesetzt
    assert "setzt" not in gesetzt


def test_jeder_abweichende_satz_steht_mit_allem_da_was_an_ihm_haengt() -> None:
    gesetzt = seite(UNVERAENDERT, GEAENDERT, fehlt(normen.STAERKUNG_DER_REGION))

    assert "2 von 3 Sätzen stehen nicht mehr so im Dokument." in gesetzt
    assert "  Sachstandsbericht 2017             1          1       1\n" in gesetzt
    assert "\nSatz 17-G2: geändert\n" in gesetzt
    assert "Bisher, in eigenen Worten: Das Aufsichtsgremium besteht aus drei Personen kraft Amtes" in gesetzt
    assert "  Fundstelle:     Sachstandsbericht 2017, " in gesetzt
    assert "Sitz im Aufsichtsgremium, Nr. 3: IHK: Hauptgeschäftsführer der IHK zu Düsseldorf" in gesetzt
    assert "OF-09 " in gesetzt
    assert "FL-08 Wie zählen Enthaltung und Abwesenheit? Sie sind kein Ja." in gesetzt


def test_umgekehrt_steht_jede_regel_mit_ihren_saetzen_da() -> None:
    gesetzt = seite(GEAENDERT, fehlt(normen.UEBERTRAGUNG))

    [zeile] = [zeile for zeile in gesetzt.splitlines() if zeile.startswith("  gremien.ist_beschlossen ")]
    assert zeile.endswith("17-G2, 17-F9")
    assert "Jeden dieser Sätze setzt mindestens eine Regel um." in gesetzt


def test_ein_satz_ohne_regel_wird_so_genannt() -> None:
    gesetzt = seite(UNVERAENDERT, fehlt(normen.STAERKUNG_DER_REGION))

    assert "1 von 2 Sätzen steht nicht mehr so im Dokument." in gesetzt
    assert "  Regeln:      keine\n" in gesetzt
    assert "Den Satz 17-Z3 setzt keine Regel um." in gesetzt
    assert "Regeln, die zu prüfen sind" not in gesetzt


def test_mehrere_saetze_ohne_regel_werden_aufgezaehlt() -> None:
    gesetzt = seite(GEAENDERT, fehlt(normen.STAERKUNG_DER_REGION), fehlt(normen.INTENSIVIERUNG))

    assert "Diese Sätze setzt keine Regel um: 17-Z3 und 17-Z2." in gesetzt
