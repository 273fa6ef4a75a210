from datetime import date
from fractions import Fraction

from attrs import evolve

from darstellung.beispieljahre import AUFTEILUNG_2018, EINFACH, KOPF, NAMEN, SCHLUESSEL, betraege, eindeutig
from darstellung.test_varianten import DREI
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Haushaltsjahr, Zahlweise
from kooperationsvertrag.ablauf.jahresfolge import begruendung as schritte_von
from kooperationsvertrag.aufteilung import Zahlungsschluessel, aufteilen
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.darstellung.begruendung import aufteilungen_in, begruendung, gemischt
from kooperationsvertrag.darstellung.bericht import bericht
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.herleitung import Betragsangabe, Schritt
from kooperationsvertrag.norm import Regel
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht, kostenausgleich
from kooperationsvertrag.vertrag import festlegungen, normen
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einnahmenart, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import (
    AUSLEGUNGSFRAGEN,
    Abstimmung,
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    SchluesselNachBeitritt,
    UebertragVerbrauch,
)
from kooperationsvertrag.vertrag.partner import Rechtsform

RUECKFUEHRUNG = Schritt(
    nummer=7,
    abschnitt="Haushaltsjahr 2018",
    regel=Regel(
        name="rueckfuehrung",
        modul="kooperationsvertrag.regeln.restmittel",
        satz="Teilt nicht verausgabte Mittel auf.",
        normen=(normen.RUECKFUEHRUNG,),
        festlegungen=(festlegungen.SCHLUESSEL_AUS_BEITRAEGEN,),
    ),
    argumente={},
    betraege=(
        Betragsangabe("rest", Geldbetrag(7_658_245), "Schritt 6"),
        Betragsangabe("schichten.ihk", NULL, "null"),
        Betragsangabe("eingezahlt.ihk", Geldbetrag(100), ""),
    ),
    ergebnis=AUFTEILUNG_2018,
)
FESTSTELLUNG = evolve(
    RUECKFUEHRUNG,
    nummer=8,
    regel=Regel("ist_geprueft", "kooperationsvertrag.regeln.rechenschaft", "Ob geprüft ist.", (), ()),
    betraege=(),
    ergebnis=True,
)


def test_ein_schritt_nennt_satz_festlegung_regel_und_woher_jeder_betrag_kommt() -> None:
    assert als_text(begruendung([RUECKFUEHRUNG], NAMEN)).splitlines()[4:8] == [
        "  7. Teilt nicht verausgabte Mittel auf.",
        "     17-F8 · FL-01 · restmittel.rueckfuehrung",
        "     Aus: Rest 76.582,45 € (Schritt 6); eingezahlt IHK 1,00 € (Herkunft nicht verfolgt)",
        "     Ergebnis: Düsseldorf 31.909,36 €, Kreis Mettmann 31.909,35 €, IHK 12.763,74 €",
    ]


def test_eine_aufteilung_zeigt_genaue_bruchteile_und_den_restcent() -> None:
    gesetzt = als_text(begruendung([RUECKFUEHRUNG], NAMEN))

    assert "Düsseldorf         5/12   3.190.935 5/12         +1   31.909,36 €" in gesetzt
    assert "IHK                 1/6    1.276.374 1/6              12.763,74 €" in gesetzt
    assert "Summe                 1        7.658.245         +1   76.582,45 €" in gesetzt


def test_eine_aufteilung_ohne_rest_hat_keine_restcents() -> None:
    schritt = evolve(RUECKFUEHRUNG, ergebnis=(aufteilen(Geldbetrag(1_200), SCHLUESSEL), "übrig"))

    assert "+1" not in als_text(begruendung([schritt], NAMEN))


def test_ein_schritt_ohne_betraege_nennt_nur_sein_ergebnis() -> None:
    assert als_text(begruendung([FESTSTELLUNG], NAMEN)).splitlines()[4:] == [
        "  8. Ob geprüft ist.",
        "     rechenschaft.ist_geprueft",
        "     Ergebnis: ja",
    ]


def test_aufteilungen_werden_auch_in_folgen_gefunden() -> None:
    assert aufteilungen_in([AUFTEILUNG_2018, NULL]) == (AUFTEILUNG_2018,)
    assert aufteilungen_in(NULL) == ()


def test_ganze_cent_haben_keinen_bruch() -> None:
    assert gemischt(Fraction(1_000_000)) == "1.000.000"
    assert gemischt(Fraction(1, 2)) == "1/2"


def test_der_bericht_zeigt_ohne_begruendung_keine_schritte() -> None:
    seite = als_text(bericht(eindeutig(EINFACH), KOPF))

    assert "Abrechnung 2018" in seite
    assert "Begründung" not in seite


def test_der_bericht_zeigt_schritte_und_die_festlegungen_auf_denen_sie_beruhen() -> None:
    seite = als_text(bericht(eindeutig(EINFACH), KOPF, [RUECKFUEHRUNG, FESTSTELLUNG]))

    assert "Begründung: Haushaltsjahr 2018" in seite
    assert seite.index("Festlegungen, auf denen die Schritte beruhen") < seite.index("  FL-01     Was ist der")
    assert "FL-02" not in seite


def test_ohne_benutzte_festlegung_entfaellt_das_register() -> None:
    assert "Festlegungen" not in als_text(bericht(eindeutig(EINFACH), KOPF, [FESTSTELLUNG]))


def test_ein_mehrdeutiges_ergebnis_wird_nicht_begruendet_aber_gesagt_wann() -> None:
    seite = als_text(bericht(DREI, KOPF, []))

    assert "Begründet wird, sobald das Ergebnis eindeutig ist" in seite
    assert "Die Ergebnisse nebeneinander" in seite


def test_der_bericht_nennt_gewaehlte_lesarten() -> None:
    seite = als_text(bericht(eindeutig(EINFACH, antworten=(("abstimmung", Abstimmung.EINSTIMMIG),)), KOPF))

    assert '  Lesarten:  abstimmung = "einstimmig"\n' in seite


def test_der_bericht_nennt_fragen_die_hier_nichts_bewegen() -> None:
    ergebnis = eindeutig(EINFACH)
    wege = tuple((("abstimmung", lesart),) for lesart in Abstimmung)
    variante = evolve(ergebnis.varianten[0], wege=wege)
    seite = als_text(bericht(evolve(ergebnis, varianten=(variante,)), KOPF))

    assert "Ohne Einfluss:  abstimmung (hier führt jede Lesart zu demselben Ergebnis)" in seite
    assert "Lesarten:" not in seite


def test_gegenstaende_stehen_mit_namen_statt_mit_nummern() -> None:
    jahr = Haushaltsjahr(
        jahr=2018,
        eingezahlt=(Einzahlung("ihk", Geldbetrag.aus_euro(20_000)),),
        ausgaben=(Ausgabe("Standortkongress", Ausgabenart.VERANSTALTUNG, Geldbetrag(500)),),
        einnahmen=(Einnahme("Saalmiete zurück", Einnahmenart.RUECKERSTATTUNG, Geldbetrag(20)),),
        zusatzmittel=(Zusatzmittel("ihk", Geldbetrag(30)),),
        geprueft=date(2019, 2, 14),
        pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
    )
    bestand = (Schicht(2017, Geldbetrag(7_000), Zahlungsschluessel((("ihk", 1),))),)
    gewaehlt = Auslegung.mit(*(next(iter(frage)) for frage in AUSLEGUNGSFRAGEN), UebertragVerbrauch.AELTESTE_ZUERST)
    schritte = schritte_von(Aufzeichnung(BERICHT_2017, (jahr,), anfangsbestand=bestand), gewaehlt)
    text = " ".join(als_text(begruendung(schritte, NAMEN)).split())
    assert "„Standortkongress“ 5,00 € (haushaltsjahr[0].ausgabe[0].betrag)" in text
    assert "„Saalmiete zurück“ 0,20 € (haushaltsjahr[0].einnahme[0].betrag)" in text
    assert "Aus: IHK 20.000,00 € (haushaltsjahr[0].einzahlung[0].betrag)" in text
    assert "Aus: IHK 0,30 € (haushaltsjahr[0].zusatzmittel[0].betrag)" in text
    assert "Aus: Mittel aus 2017 70,00 € (anfangsbestand[0].betrag)" in text
    assert "Kreis Mettmann" in text.partition("Zählt zusammen, was jeder Partner")[2]


def test_der_kostenausgleich_steht_in_worten_und_mit_dem_weg_der_kosten() -> None:
    ausgleich = kostenausgleich(
        rest=Geldbetrag.aus_euro(30_000), eingezahlt=betraege(5_000_000, 5_000_000, 1_000_000), schluessel=SCHLUESSEL
    )
    seite = als_text(begruendung([evolve(RUECKFUEHRUNG, ergebnis=ausgleich)], NAMEN))
    text = " ".join(seite.split())

    assert (
        "Ergebnis: Kosten 80.000,00 €; davon tragen Düsseldorf 33.333,34 €, Kreis Mettmann 33.333,33 €, "
        "IHK 13.333,33 €; zurück erhalten Düsseldorf 16.666,66 €, Kreis Mettmann 16.666,67 €, IHK 0,00 €; "
        "noch zu zahlen haben IHK 3.333,33 €"
    ) in text
    assert "Düsseldorf 5/12 3.333.333 1/3 +1 33.333,34 €" in text


def test_ohne_forderungen_nennt_der_kostenausgleich_keine() -> None:
    ausgleich = kostenausgleich(rest=NULL, eingezahlt=betraege(5, 5, 2), schluessel=SCHLUESSEL)

    assert "noch zu zahlen" not in als_text(begruendung([evolve(RUECKFUEHRUNG, ergebnis=ausgleich)], NAMEN))


def test_auch_andere_rundungen_zeigen_bruch_und_rest() -> None:
    jahr = Haushaltsjahr(
        2025, Zahlweise.WIE_VEREINBART, (Ausgabe("x", Ausgabenart.PROJEKT, Geldbetrag(100)),), geprueft=date(2026, 2, 1)
    )
    antrag = Beitrittsantrag(
        "neuss", "Neuss", Rechtsform.KREIS, Geldbetrag.aus_euro(30_001), date(2025, 7, 1), foerderlich=True
    )
    bestand = (Schicht(2024, Geldbetrag(7_001), Zahlungsschluessel((("ihk", 1),))),)
    gewaehlt = Auslegung.mit(
        *(next(iter(frage)) for frage in AUSLEGUNGSFRAGEN),
        Beitrittsentscheidung.ERKLAERUNG_GENUEGT,
        Beitrittszeitpunkt.NACH_TAGEN,
        SchluesselNachBeitritt.GLEICHES_BUDGET,
        UebertragVerbrauch.ANTEILIG,
    )
    schritte = schritte_von(Aufzeichnung(BERICHT_2017, (jahr,), (antrag,), bestand), gewaehlt)
    text = " ".join(als_text(begruendung(schritte, NAMEN)).split())
    assert "Ergebnis: Düsseldorf 39.999,74 €" in text
    assert "neuss 30001/150001" in text
    assert "Ergebnis: 184/365 von 24.000,64 € sind" in text
    assert "1. Schicht, aus 2024" in text
    assert "Ergebnis: entnommen" in text
