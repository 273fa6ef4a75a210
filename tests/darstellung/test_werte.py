from datetime import date

from darstellung.beispieljahre import AUFTEILUNG_2018, HINWEIS, NAMEN, SCHLUESSEL, WARNUNG, betraege
from kooperationsvertrag.aufteilung import Zahlungsschluessel
from kooperationsvertrag.darstellung.werte import in_worten
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.buchung import Einzahlung
from kooperationsvertrag.vertrag.lesarten import Abstimmung


def test_betraege_stehen_mit_namen_und_eurozeichen() -> None:
    assert in_worten(Geldbetrag(4_341_755), NAMEN) == "43.417,55 €"
    assert in_worten(betraege(1, 2, 3), NAMEN) == "Düsseldorf 0,01 €, Kreis Mettmann 0,02 €, IHK 0,03 €"
    assert in_worten(AUFTEILUNG_2018, NAMEN) == in_worten(AUFTEILUNG_2018.betraege, NAMEN)


def test_einfache_werte() -> None:
    assert in_worten(None, NAMEN) == "nichts"
    assert in_worten(True, NAMEN) == "ja"
    assert in_worten(False, NAMEN) == "nein"
    assert in_worten(date(2019, 2, 14), NAMEN) == "14.02.2019"
    assert in_worten(2018, NAMEN) == "2018"
    assert in_worten("ihk", NAMEN) == "IHK"
    assert in_worten(Abstimmung.EINSTIMMIG, NAMEN) == "einstimmig"
    assert in_worten(SCHLUESSEL, NAMEN) == "5 : 5 : 2"


def test_leere_folgen_sind_nichts() -> None:
    leere: tuple[object, ...] = ((), [], {}, frozenset(), Betraege())
    for leer in leere:
        assert in_worten(leer, NAMEN) == "nichts"


def test_folgen_und_mengen() -> None:
    assert in_worten(("ihk", "mettmann"), NAMEN) == "IHK; Kreis Mettmann"
    assert in_worten(frozenset({"mettmann", "ihk"}), NAMEN) == "IHK, Kreis Mettmann"


def test_ein_datensatz_nennt_seine_felder() -> None:
    zahlung = Einzahlung("ihk", Geldbetrag(100))

    assert in_worten(zahlung, NAMEN) == "partner IHK, betrag 1,00 €, datum nichts"


def test_eine_schicht_nennt_betrag_herkunft_und_schluessel() -> None:
    assert in_worten(Schicht(2018, Geldbetrag(100), SCHLUESSEL), NAMEN) == "1,00 € aus 2018 (5 : 5 : 2)"


def test_befunde_und_normen_stehen_mit_ihren_kennungen() -> None:
    assert in_worten((WARNUNG, HINWEIS), NAMEN) == f"{WARNUNG.text} (17-F1); {HINWEIS.text}"
    assert in_worten(normen.RUECKFUEHRUNG, NAMEN) == "17-F8"


def test_ein_schluessel_steht_gekuerzt_solange_er_lesbar_ist() -> None:
    lesbar = Zahlungsschluessel((("duesseldorf", 999_999), ("ihk", 1)))
    zu_lang = Zahlungsschluessel((("duesseldorf", 1_000_000), ("ihk", 1)))

    assert in_worten(lesbar, NAMEN) == "999999 : 1"
    assert in_worten(zu_lang, NAMEN) == "im Verhältnis 10.000,00 € : 0,01 €"
    assert in_worten(Schicht(2018, Geldbetrag(1), zu_lang), NAMEN).endswith("(im Verhältnis 10.000,00 € : 0,01 €)")
