import re
from datetime import date

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ablauf.akten import ausgabe, beitraege, ereignisse, geprueft, tage
from darstellung.staende import (
    AUFGEHOBEN,
    BEITRITT,
    BERICHT_2018,
    BERICHTIGT,
    KOPF,
    OHNE_BILLIGUNG,
    PLANUNG_2018,
    RECHTZEITIG,
    SPAETE_PLANUNG,
    TEILS_GEZAHLT,
    VORAB_UEBERTRAGEN,
    am,
)
from kooperationsvertrag.ablauf.aufzeichnen import ereignisse_aus
from kooperationsvertrag.ablauf.ereignis import Ereignis
from kooperationsvertrag.ablauf.ergebnis import OffeneKonvention
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung
from kooperationsvertrag.ablauf.jahresphase import Ausloeser, Jahresphase
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand, stand
from kooperationsvertrag.auslegung import Auslegung, OffeneFrage, Variante
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.darstellung.stand import AUSLOESER, JAHRESPHASE, JE_NACH_LESART, standseite
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Pruefung,
    SchluesselNachBeitritt,
    UebertragRueckfuehrung,
)
from strategien import aufzeichnungen, auslegungen, halb_offene_auslegungen


def seite(festgestellt: Vertragsstand) -> str:
    return als_text(standseite(festgestellt, KOPF), breite=300)


def glatt(festgestellt: Vertragsstand) -> str:
    """Die Seite in einer Zeile, ohne Striche."""
    return " ".join(re.sub(r"-{3,}|={3,}", "", seite(festgestellt)).split())


def test_jede_phase_und_jeder_ausloeser_hat_worte() -> None:
    assert set(JAHRESPHASE) == set(Jahresphase)
    assert set(AUSLOESER) == set(Ausloeser)


def test_ein_jahr_in_dem_alles_rechtzeitig_geschah() -> None:
    text = glatt(am(date(2019, 4, 1), RECHTZEITIG))

    assert "Aufbau und Betrieb: Stand am 01.04.2019" in text
    assert "Am 01.04.2019 ist kein Verstoß festgestellt. Als Nächstes" in text
    assert "Zurückgeführt seit 01.03.2019 (17-F8)." in text
    assert (
        "Weg: 01.01.2018 laufend (das Haushaltsjahr beginnt, 17-F7); 28.12.2018 abgeschlossen (der Abschlussbericht "
        "liegt vor, 17-F7); 14.02.2019 geprüft (das Aufsichtsgremium hat geprüft, 17-F8); 01.03.2019 zurückgeführt "
        "(jeder Partner hat erhalten, was ihm zusteht, 17-F8) Geld: eingezahlt 120.000,00 €, verausgabt 90.000,00 €, "
        "Rest 30.000,00 € Ausgang: 30.000,00 € gehen an die Partner zurück. Ausgezahlt: an Düsseldorf 12.500,00 €, an "
        "Kreis Mettmann 12.500,00 €, an IHK 5.000,00 €"
    ) in text
    assert "Feststellungen" not in text
    assert "Berichtigt" not in text
    assert "Woran es hängt" not in text
    assert "Nicht geprüft Zum Haushaltsjahr 2019 ist nichts erfasst; geprüft ist es deshalb nicht." in text
    assert "Beleg: kooperationsvertrag 0.1.0 · Stichtag 01.03.2019" in text


def test_ein_laufendes_jahr_zeigt_was_bisher_geschah_und_keinen_ausgang() -> None:
    text = glatt(am(date(2018, 7, 1), RECHTZEITIG))

    assert "Laufend seit 01.01.2018 (17-F7). Geld: bisher eingezahlt 120.000,00 €, verausgabt 90.000,00 €, Rest" in text
    assert "Ausgang:" not in text
    assert "Weg:" not in text
    assert "Nicht geprüft" not in text


def test_ein_geplantes_jahr_hat_noch_keinen_weg() -> None:
    assert "Haushaltsjahr 2018 Geplant. Geld: bisher" in glatt(am(date(2017, 12, 24), [PLANUNG_2018]))


def test_vor_dem_ersten_ereignis_gibt_es_kein_haushaltsjahr() -> None:
    text = glatt(am(date(2010, 1, 1), RECHTZEITIG))

    assert "Haushaltsjahr 2018" not in text
    assert "Bis zu diesem Tag ist zu keinem Haushaltsjahr etwas erfasst." in text


def test_verspaetung_personal_und_fehlende_beitraege() -> None:
    text = glatt(am(date(2019, 3, 1), TEILS_GEZAHLT))

    assert "Am 01.03.2019 sind 2 Verstöße festgestellt." in text
    assert "Feststellungen Verstoß" in text
    assert text.index("Verstoß Haushaltsjahr 2018: Die Pflicht") < text.index("Warnung IHK hat")


def test_ein_verstoss_steht_in_der_einzahl() -> None:
    assert "Am 01.01.2019 ist ein Verstoß festgestellt." in glatt(am(date(2019, 1, 1), [BERICHT_2018]))


def test_eine_pflicht_haengt_von_einer_lesart_ab() -> None:
    text = glatt(am(date(2018, 3, 1), [SPAETE_PLANUNG]))

    assert "Der Stand einer Pflicht hängt von einer Lesart ab." in text
    assert 'OF-23 Beginn und Ende des Haushaltsjahres planungsfrist = "vor_jahresbeginn"' in text
    assert "bewegt bis zu" not in text
    assert "Die gewählten Zeilen gehören in der Falldatei unter die Überschrift [auslegung]" in text


def test_haengt_geld_von_einer_lesart_ab_verweist_die_seite_auf_abrechnen() -> None:
    text = glatt(am(date(2019, 4, 1), OHNE_BILLIGUNG))

    assert "Der Stand von 3 Pflichten hängt von einer Lesart ab." in text
    assert JE_NACH_LESART in text
    assert "OF-25 Was Prüfung durch das Aufsichtsgremium heißt; bewegt bis zu 12.500,00 € je Partner" in text
    assert "Geld: eingezahlt 120.000,00 €, verausgabt 90.000,00 €, Rest 30.000,00 €" in text


def test_haengt_ein_beitrag_von_der_lesart_ab_steht_kein_betrag_da() -> None:
    text = glatt(am(date(2018, 8, 1), BEITRITT, Auslegung.mit(SchluesselNachBeitritt.ADDITIV)))

    assert "Geld: bisher eingezahlt je nach Lesart, verausgabt 0,00 €, Rest je nach Lesart" in text
    assert "Ausgang:" not in text


def test_haengt_nur_ein_beitritt_an_einer_lesart_stehen_ihre_lesarten_aus_dem_register_da() -> None:
    planung = evolve(PLANUNG_2018, datum=date(2016, 12, 1), jahr=2017)
    bericht = evolve(BERICHT_2018, datum=date(2017, 12, 28), jahr=2017)
    text = glatt(am(date(2018, 8, 1), [*BEITRITT[:-1], planung, bericht]))

    assert "Beträge hängen von einer Lesart ab." not in text
    assert "Ob ein Beitritt wirkt, hängt von einer Lesart ab." in text
    assert 'beitrittszeitpunkt = "nach_monaten" beitrittszeitpunkt = "nach_tagen"' in text


def test_die_gewaehlten_lesarten_stehen_am_ende() -> None:
    gewaehlt = Auslegung.mit(Pruefung.VORNAHME_GENUEGT, Abstimmung.EINSTIMMIG)

    assert 'Lesarten: pruefung = "vornahme_genuegt"; abstimmung = "einstimmig"' in glatt(
        am(date(2019, 4, 1), OHNE_BILLIGUNG, gewaehlt)
    )


def test_ein_uebertrag_vor_der_pruefung_und_wessen_geld_er_ist() -> None:
    text = glatt(am(date(2019, 3, 1), VORAB_UEBERTRAGEN))

    assert "Übertragen seit 28.12.2018 (17-F9)." in text
    assert "30.000,00 € stehen 2019 weiter zur Verfügung; zurückgeführt wird nichts." in text
    assert (
        "Der Übertrag nach 2019, und wessen Geld er ist: Aus dem Jahr Betrag Davon entfallen auf "
        "2018 30.000,00 € Düsseldorf 12.500,00 €, Kreis Mettmann 12.500,00 €, IHK 5.000,00 €"
    ) in text
    assert "Geld: bisher Übertrag aus dem Vorjahr 30.000,00 €, eingezahlt 120.000,00 €" in text


def test_ein_ueberschrittenes_budget_hat_eine_eigene_phase() -> None:
    text = glatt(am(date(2019, 4, 1), [*beitraege(2018), ausgabe(2018, 130_000), BERICHT_2018, geprueft(2018)]))

    assert "Überschritten seit 28.12.2018 (17-F1)." in text
    assert "Rest 0,00 €, Überschreitung 10.000,00 €" in text


def test_was_ein_laufendes_jahr_weitergaebe_ist_noch_kein_uebertrag() -> None:
    verbleibt = Auslegung.mit(UebertragRueckfuehrung.VERBLEIBT)
    text = glatt(am(date(2019, 3, 1), VORAB_UEBERTRAGEN, verbleibt))

    assert "Der Übertrag nach 2019" in text
    assert "Der Übertrag nach 2020" not in text


def test_eine_buchung_ein_jahr_spaeter_berichtigt() -> None:
    text = glatt(am(date(2019, 7, 1), BERICHTIGT))

    assert (
        "01.06.2019 08.06.2018: Ausgabe gebucht: „Standortkongress“, 90.000,00 €, Veranstaltung Betrag: 91.000,00 € "
        "statt 90.000,00 €; Beleg: Rechnung 17 (vorher nicht angegeben)"
    ) in text
    assert "Berichtigt" not in glatt(am(date(2019, 5, 31), BERICHTIGT))


def test_eine_aufhebung_steht_unter_den_berichtigungen() -> None:
    assert "01.02.2018 05.01.2018: Planung vorgelegt aufgehoben, Grund: versehentlich erfasst" in glatt(
        am(date(2018, 3, 1), AUFGEHOBEN)
    )


def test_was_moeglich_ist_steht_mit_dem_der_es_darf() -> None:
    text = glatt(am(date(2018, 3, 1), [PLANUNG_2018]))

    assert "Aufsichtsgremium Tätigkeit und Einsatz der Mittel überwachen. (17-G3, OF-12)" in text
    assert "Weitere Beitreten, wenn die Mitgliedschaft förderlich ist" in text


def test_bei_offener_rundung_steht_wie_eine_gewaehlt_wird() -> None:
    offen = am(date(2019, 4, 1), [*RECHTZEITIG[:-3]], konvention=OffeneKonvention())
    beides = glatt(evolve(offen, offene_fragen=(OffeneFrage("rundungsvorrang", 1),)))

    assert "Rundung: offen; jede Art zu runden ist durchgerechnet wie eine Lesart (OF-32)" in beides
    assert "Steht dort schon eine Zeile „rundung = …“" in beides
    assert "Beträge hängen von einer Lesart ab." in beides


def test_von_vielen_antworten_stehen_nur_die_ersten_da() -> None:
    festgestellt = am(date(2019, 4, 1), RECHTZEITIG)
    [erste, *weitere] = festgestellt.pflichten
    antworten = [(("rundungsvorrang", (f"p{nummer}",)),) for nummer in range(10)]
    lagen = tuple(Variante(antwort, (antwort,), erste.lagen[0].ergebnis) for antwort in antworten)
    text = glatt(
        evolve(
            festgestellt,
            pflichten=(evolve(erste, lagen=lagen), *weitere),
            offene_fragen=(OffeneFrage("rundungsvorrang", 1),),
        )
    )

    assert 'rundungsvorrang = ["p7"] und 2 weitere' in text
    assert "bewegt bis zu 1 Cent je Partner" in text


@pytest.mark.parametrize("breite", [60, 80, 100])
def test_keine_zeile_ist_breiter_als_die_seite_wenn_alles_hineinpasst(breite: int) -> None:
    text = als_text(standseite(am(date(2019, 7, 1), BERICHTIGT), KOPF), breite=breite)

    assert max(len(zeile) for zeile in text.splitlines()) <= breite


# Für jeden Stand


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(akte=ereignisse(), tag=tage, auslegung=auslegungen)
def test_jeder_stand_einer_akte_laesst_sich_setzen(akte: tuple[Ereignis, ...], tag: date, auslegung: Auslegung) -> None:
    festgestellt = am(tag, akte, auslegung)
    text = glatt(festgestellt)

    assert all(f"Haushaltsjahr {jahr.jahr}" in text for jahr in festgestellt.jahre)
    assert all(" ".join(befund.text.split()) in text for befund in festgestellt.befunde)
    assert "None" not in text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    aufzeichnung=aufzeichnungen(hoechstens=4, jahre=2),
    auslegung=halb_offene_auslegungen(),
    tag=st.dates(date(2018, 1, 1), date(2020, 6, 1)),
)
def test_jede_kurzform_laesst_sich_auch_mit_offenen_fragen_setzen(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, tag: date
) -> None:
    festgestellt = stand(
        aufzeichnung.fassung,
        ereignisse_aus(aufzeichnung),
        tag,
        auslegung,
        anfangsbestand=aufzeichnung.anfangsbestand,
    )
    text = glatt(festgestellt)

    assert all(f"{frage.frage} = " in text for frage in festgestellt.offene_fragen)
