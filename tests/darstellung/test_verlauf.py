from datetime import date

from attrs import evolve
from hypothesis import HealthCheck, given, settings

from ablauf.akten import ereignisse, tage
from darstellung.staende import (
    AUFGEHOBEN,
    BEITRITT,
    BERICHTIGT,
    KOPF,
    OHNE_BILLIGUNG,
    RECHTZEITIG,
    VORAB_UEBERTRAGEN,
    am,
)
from kooperationsvertrag.ablauf.ereignis import Ereignis
from kooperationsvertrag.ablauf.verlauf import verlauf
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.darstellung.ereignisse import ereignis_in_worten
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.darstellung.verlauf import (
    BEITRITT_JE_NACH_LESART,
    ENDE_JE_NACH_LESART,
    haengt_von_lesart_ab,
    verlaufsseite,
)
from kooperationsvertrag.vertrag.lesarten import Beitrittsentscheidung, Beitrittszeitpunkt, SchluesselNachBeitritt
from strategien import auslegungen

WIRKSAM = Auslegung.mit(
    Beitrittsentscheidung.ERKLAERUNG_GENUEGT, SchluesselNachBeitritt.ADDITIV, Beitrittszeitpunkt.NACH_MONATEN
)


def seite(stand: Vertragsstand, breite: int = 300) -> str:
    return als_text(verlaufsseite(stand, verlauf(stand), KOPF), breite=breite)


def glatt(stand: Vertragsstand) -> str:
    return " ".join(seite(stand).split())


def test_jeder_tag_steht_mit_dem_was_geschah_und_der_phase_danach() -> None:
    text = glatt(am(date(2019, 4, 1), RECHTZEITIG))

    assert "Aufbau und Betrieb: Verlauf bis 01.04.2019" in text
    assert "Tag Jahr Was geschah Danach Befund" in text
    assert "20.12.2017 2018 Planung vorgelegt 01.01.2018 2018 Das Haushaltsjahr beginnt laufend (17-F7)" in text
    assert "15.01.2018 2018 Beitrag gezahlt: IHK, 20.000,00 €" in text
    assert "14.02.2019 2018 Abschlussbericht geprüft: gebilligt geprüft (17-F8)" in text
    assert "Rückführung ausgezahlt: an IHK, 5.000,00 €" in text
    assert "zurückgeführt (17-F8)" in text
    assert "Befunde" not in text
    assert "Beleg: kooperationsvertrag 0.1.0" in text


def test_was_keinen_tag_hat_steht_am_anfang() -> None:
    text = glatt(am(date(2019, 3, 1), VORAB_UEBERTRAGEN))

    assert text.index("ohne Tag 2019 Beiträge wie vereinbart gezahlt") < text.index("20.12.2017")


def test_ein_beschluss_vor_dem_bericht_wirkt_erst_mit_ihm() -> None:
    text = glatt(am(date(2019, 3, 1), VORAB_UEBERTRAGEN))

    assert "alles, was übrig ist, einstimmig 28.12.2018" in text
    assert "Abschlussbericht vorgelegt abgeschlossen (17-F7); übertragen (17-F9)" in text


def test_ersetztes_und_aufgehobenes_bleibt_sichtbar() -> None:
    berichtigt = glatt(am(date(2019, 7, 1), BERICHTIGT))

    assert "90.000,00 €, Veranstaltung (gilt nicht mehr: berichtigt am 01.06.2019)" in berichtigt
    assert "91.000,00 €, Veranstaltung, Beleg: Rechnung 17, erfasst am 01.06.2019" in berichtigt
    aufgehoben = glatt(am(date(2018, 3, 1), AUFGEHOBEN))
    assert "Planung vorgelegt (gilt nicht mehr: aufgehoben am 01.02.2018)" in aufgehoben
    assert (
        "Ereignis aufgehoben: Geschäftsstelle, Grund: versehentlich erfasst (hebt auf: 05.01.2018, Planung vorgelegt)"
        in aufgehoben
    )
    assert "hebt auf" not in berichtigt


def test_ein_befund_steht_mit_seiner_nummer_unter_der_tabelle() -> None:
    text = glatt(am(date(2019, 7, 1), BERICHTIGT))

    assert "erfasst am 01.06.2019 1 " in text
    assert (
        "1 Warnung Haushaltsjahr 2018, Ausgabe gebucht vom 08.06.2018: Diese Buchung kam erst nach der Prüfung" in text
    )


def test_ein_beitritt_der_wirkt_hat_seinen_tag() -> None:
    stand = am(date(2018, 8, 1), BEITRITT, WIRKSAM)

    assert "01.07.2018 Rhein-Kreis Neuss ist von diesem Tag an Vertragspartner (17-Z4)" in glatt(stand)
    assert not haengt_von_lesart_ab(stand)


def test_haengt_ein_beitritt_an_einer_lesart_fehlt_sein_tag() -> None:
    stand = am(date(2018, 8, 1), BEITRITT)

    assert stand.beitritte is None
    assert haengt_von_lesart_ab(stand)
    assert BEITRITT_JE_NACH_LESART in glatt(stand)
    assert "ist von diesem Tag an Vertragspartner" not in glatt(stand)


def test_haengt_das_ende_eines_jahres_an_einer_lesart_ist_das_gesagt() -> None:
    stand = am(date(2019, 4, 1), OHNE_BILLIGUNG)

    assert haengt_von_lesart_ab(stand)
    assert ENDE_JE_NACH_LESART in glatt(stand)
    assert BEITRITT_JE_NACH_LESART not in glatt(stand)
    assert ENDE_JE_NACH_LESART not in glatt(am(date(2019, 4, 1), RECHTZEITIG))


def test_vor_dem_ersten_ereignis_ist_nichts_zu_erzaehlen() -> None:
    assert "Bis zu diesem Tag ist nichts erfasst." in glatt(am(date(2010, 1, 1), RECHTZEITIG))


def test_auch_schmal_bleibt_jeder_tag_ganz() -> None:
    text = seite(am(date(2019, 4, 1), RECHTZEITIG), breite=60)

    assert all(tag in text for tag in ("20.12.2017", "28.12.2018", "14.02.2019", "01.03.2019"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(akte=ereignisse(), tag=tage, auslegung=auslegungen)
def test_jedes_bekannte_ereignis_steht_im_verlauf(akte: tuple[Ereignis, ...], tag: date, auslegung: Auslegung) -> None:
    stand = am(tag, akte, auslegung)
    text = glatt(stand)
    saetze = [ereignis_in_worten(ereignis, KOPF.namen) for ereignis in stand.akte.bekannte(tag)]

    assert all(text.count(satz) >= saetze.count(satz) for satz in saetze)
    assert evolve(stand, offene_fragen=()).ist_eindeutig
