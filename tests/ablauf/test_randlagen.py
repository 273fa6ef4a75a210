"""Randlagen: Folgen von Ereignissen, in denen Geld, Phase, Pflichten und Befunde zueinander passen müssen."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ablauf.akten import ausgabe, ausgezahlt, beitraege, geprueft
from kooperationsvertrag import Auslegung, Geldbetrag
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtVorgelegt,
    BeitraegeWieVereinbart,
    BeitragGezahlt,
    BeitrittErklaert,
    BeitrittZugestimmt,
    EigenanteilGezahlt,
    EigenanteilZugesagt,
    Ereignis,
    PersonalAbberufen,
    PersonalGestellt,
    PlanungVorgelegt,
    RechnungGeprueft,
    ZusatzmittelBewilligt,
)
from kooperationsvertrag.ablauf.jahresphase import Jahresphase
from kooperationsvertrag.ablauf.personalstand import Personalzahl
from kooperationsvertrag.ablauf.pflicht import Pflichthandlung, Pflichtstatus
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand, stand
from kooperationsvertrag.aufteilung import Zahlungsschluessel
from kooperationsvertrag.fehler import EreignisError
from kooperationsvertrag.geld import NULL
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import (
    Leistungsfaehigkeit,
    Rueckfuehrungsbasis,
    SchluesselNachBeitritt,
    UebertragRueckfuehrung,
    UebertragVerbrauch,
)
from kooperationsvertrag.vertrag.partner import Rechtsform

PLANUNG = PlanungVorgelegt(datum=date(2017, 12, 20), jahr=2018)
BERICHT = AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018)
ALLE = BeitraegeWieVereinbart(datum=None, jahr=2018)


def am(tag: date, *akte: Ereignis, auslegung: Auslegung = Auslegung()) -> Vertragsstand:
    return stand(BERICHT_2017, akte, tag, auslegung)


def status(gesehen: Vertragsstand, handlung: Pflichthandlung, traeger: str = "") -> set[Pflichtstatus]:
    return {p.status for p in gesehen.pflichten if p.handlung is handlung and traeger in ("", p.traeger)}


def kennungen(gesehen: Vertragsstand) -> set[str]:
    return {befund.kennung for befund in gesehen.befunde}


@pytest.mark.parametrize(
    "auslegung",
    [
        Auslegung(),
        Auslegung.mit(UebertragRueckfuehrung.VERBLEIBT, UebertragVerbrauch.JUENGSTE_ZUERST),
    ],
)
def test_ein_laufendes_jahr_gibt_seinen_uebertrag_nicht_schon_weiter(auslegung: Auslegung) -> None:
    bestand = (Schicht(2017, Geldbetrag.aus_euro(12_000), Zahlungsschluessel.aus_betraegen(BERICHT_2017.beitraege)),)
    plan = PlanungVorgelegt(datum=date(2018, 12, 20), jahr=2019)
    gesehen = stand(
        BERICHT_2017,
        (PLANUNG, ALLE, ausgabe(2018, 10_000), plan),
        date(2018, 12, 21),
        auslegung,
        anfangsbestand=bestand,
    )
    erstes, zweites = [jahr.abrechnung for jahr in gesehen.jahre]
    assert erstes is not None
    assert zweites is not None
    assert erstes.wartet_auf_pruefung == Geldbetrag.aus_euro(122_000)
    assert zweites.uebertrag_aus_vorjahr == NULL
    assert [offen.frage for offen in gesehen.offene_fragen] == []


def test_nach_neuem_bericht_und_neuer_pruefung_ist_nichts_mehr_ungeprueft() -> None:
    nachbuchung = evolve(ausgabe(2018, 100, date(2018, 12, 1)), erfasst=date(2019, 3, 1))
    beanstandet = evolve(geprueft(2018), ergebnis=Pruefungsergebnis.BEANSTANDET)
    neu = AbschlussberichtVorgelegt(datum=date(2019, 3, 10), jahr=2018)
    akte = (PLANUNG, ALLE, ausgabe(2018, 90_000), BERICHT, beanstandet, nachbuchung, neu)
    falsch = {"buchung_nach_pruefung", "abschlussbericht_nach_pruefung"}
    assert falsch <= kennungen(am(date(2019, 3, 31), *akte))
    assert not falsch & kennungen(am(date(2019, 5, 1), *akte, geprueft(2018, date(2019, 4, 1))))


def test_eine_zweite_pruefung_ohne_neuen_bericht_heilt_die_buchung_nicht() -> None:
    nachbuchung = evolve(ausgabe(2018, 100, date(2018, 12, 1)), erfasst=date(2019, 3, 1))
    akte = (PLANUNG, ALLE, BERICHT, geprueft(2018), nachbuchung, geprueft(2018, date(2019, 4, 1)))
    assert "buchung_nach_pruefung" in kennungen(am(date(2019, 5, 1), *akte))


def test_ein_neuer_bericht_weist_die_spaete_buchung_aus() -> None:
    spaet = ausgabe(2018, 100, date(2018, 12, 30))
    neu = AbschlussberichtVorgelegt(datum=date(2019, 1, 10), jahr=2018)
    assert "buchung_nach_abschlussbericht" in kennungen(am(date(2019, 2, 1), PLANUNG, ALLE, BERICHT, spaet))
    assert "buchung_nach_abschlussbericht" not in kennungen(am(date(2019, 2, 1), PLANUNG, ALLE, BERICHT, spaet, neu))


def test_was_vor_dem_jahr_geprueft_ist_gilt_fuer_geld_und_phase_gleich() -> None:
    zu_frueh = geprueft(2018, date(2017, 12, 31))
    (zahlung,) = ausgezahlt(2018, date(2019, 3, 1), ihk=5_000)
    gesehen = am(date(2019, 5, 1), PLANUNG, ALLE, ausgabe(2018, 90_000), BERICHT, zu_frueh, zahlung)
    assert gesehen.jahre[0].phase is Jahresphase.GEPRUEFT
    assert "pruefung_vor_jahresbeginn" in kennungen(gesehen)
    assert "rueckfuehrung_vor_pruefung" not in kennungen(gesehen)


def test_ein_bericht_vor_jahresbeginn_erfuellt_die_pflicht_nicht() -> None:
    zu_frueh = AbschlussberichtVorgelegt(datum=date(2017, 12, 31), jahr=2018)
    gesehen = am(date(2020, 1, 1), PLANUNG, ALLE, zu_frueh)
    assert gesehen.jahre[0].phase is Jahresphase.ABGELAUFEN
    assert status(gesehen, Pflichthandlung.ABSCHLUSSBERICHT_ERSTELLEN) == {Pflichtstatus.UEBERFAELLIG}
    assert status(gesehen, Pflichthandlung.ABSCHLUSSBERICHT_PRUEFEN) == {Pflichtstatus.KUENFTIG}


def test_nach_dem_kostenausgleich_ist_erst_erledigt_wenn_ausgezahlt_ist() -> None:
    alle = [zahlung for zahlung in beitraege(2018) if isinstance(zahlung, BeitragGezahlt)]
    gezahlt = [evolve(z, betrag=Geldbetrag.aus_euro(10_000)) if z.akteur == "ihk" else z for z in alle]
    akte = (PLANUNG, *gezahlt, ausgabe(2018, 110_000), BERICHT, geprueft(2018))
    auslegung = Auslegung.mit(Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL)
    assert am(date(2019, 3, 1), *akte, auslegung=auslegung).jahre[0].phase is Jahresphase.GEPRUEFT
    zurueck = ausgezahlt(2018, date(2019, 3, 2), duesseldorf=4_167, mettmann=4_167)
    assert am(date(2019, 3, 2), *akte, *zurueck, auslegung=auslegung).jahre[0].phase is Jahresphase.AUSGEGLICHEN


def kommt(tag: date, person: str) -> Ereignis:
    return PersonalGestellt(datum=tag, akteur="ihk", person=person, abgeordnet_an="duesseldorf")


def test_wer_da_ist_und_am_selben_tag_abberufen_und_gestellt_wird_bleibt() -> None:
    tag = date(2018, 5, 1)
    geht = PersonalAbberufen(datum=tag, akteur="ihk", person="Stelle 3")
    gesehen = am(tag, kommt(date(2018, 1, 2), "Stelle 3"), geht, kommt(tag, "Stelle 3"))
    assert gesehen.personal.zahl("ihk") == Personalzahl(1, 1, 1)


def test_ein_wechsel_am_selben_tag_macht_nicht_zwei_aus_einem() -> None:
    tag = date(2018, 5, 1)
    geht = PersonalAbberufen(datum=tag, akteur="ihk", person="Stelle 3")
    gesehen = am(tag, kommt(date(2018, 1, 2), "Stelle 3"), geht, kommt(tag, "Stelle 4"))
    assert gesehen.personal.zahl("ihk") == Personalzahl(1, 1, 1)


def test_nur_die_pruefung_durch_das_rechnungspruefungsamt_ist_geduldet() -> None:
    fremde = RechnungGeprueft(datum=date(2018, 5, 1), jahr=2018, akteur="ihk")
    assert status(am(date(2018, 6, 1), fremde), Pflichthandlung.RECHNUNGSPRUEFUNG_DULDEN) == {Pflichtstatus.OFFEN}


def test_was_fuer_anderes_ausgegeben_ist_ist_auch_als_eigenanteil_gebunden() -> None:
    akte = (
        ALLE,
        EigenanteilGezahlt(
            datum=date(2018, 3, 1), jahr=2018, vorhaben="Nebensache", betrag=Geldbetrag.aus_euro(60_000)
        ),
        EigenanteilZugesagt(
            datum=date(2018, 4, 1), jahr=2018, vorhaben="Radweg", betrag=Geldbetrag.aus_euro(70_000), wichtig=True
        ),
        ZusatzmittelBewilligt(datum=date(2018, 5, 1), jahr=2018, akteur="ihk", betrag=Geldbetrag.aus_euro(1_000)),
    )
    gesehen = am(date(2018, 6, 1), *akte, auslegung=Auslegung.mit(Leistungsfaehigkeit.NOCH_FREIE_MITTEL))
    assert "zusatzmittel_anstreben" in [moeglichkeit.handlung for moeglichkeit in gesehen.moeglichkeiten]
    assert "zusatzmittel_ohne_anlass" not in kennungen(gesehen)


@pytest.mark.parametrize("jahr", [-1, 0, 1, 9999, 10_000])
def test_ein_haushaltsjahr_steht_im_kalender(jahr: int) -> None:
    with pytest.raises(EreignisError):
        PlanungVorgelegt(datum=date(2018, 1, 1), jahr=jahr)


def test_im_letzten_jahr_des_kalenders_tritt_niemand_bei() -> None:
    with pytest.raises(EreignisError, match="Nach diesem Jahr"):
        BeitrittErklaert(
            datum=date(2018, 1, 1),
            akteur="neuss",
            name="Rhein-Kreis Neuss",
            rechtsform=Rechtsform.KREIS,
            beitrag=Geldbetrag.aus_euro(1),
            zum=date(9999, 1, 1),
        )


def test_wer_schon_partner_ist_tritt_nicht_noch_einmal_bei() -> None:
    erklaert = BeitrittErklaert(
        datum=date(2018, 1, 1),
        akteur="mettmann",
        name="Kreis Mettmann",
        rechtsform=Rechtsform.KREIS,
        beitrag=Geldbetrag.aus_euro(1),
        zum=date(2018, 7, 1),
        foerderlich=True,
    )
    zugestimmt = [
        BeitrittZugestimmt(datum=date(2018, 2, 1), akteur=wer, bewerber="mettmann")
        for wer in (*BERICHT_2017.partner_kennungen, "aufsichtsgremium")
    ]
    gesehen = am(date(2019, 2, 1), PLANUNG, ALLE, BERICHT, erklaert, *zugestimmt)
    assert gesehen.beitritte == ()
    assert "beitritt_schon_partner" in kennungen(gesehen)


def test_wie_vereinbart_meint_die_beitraege_des_jahres_auch_wenn_jemand_mehr_zahlt() -> None:
    erklaert = BeitrittErklaert(
        datum=date(2018, 5, 1),
        akteur="neuss",
        name="Rhein-Kreis Neuss",
        rechtsform=Rechtsform.KREIS,
        beitrag=Geldbetrag.aus_euro(30_000),
        zum=date(2019, 1, 1),
        foerderlich=True,
    )
    zugestimmt = [
        BeitrittZugestimmt(datum=date(2018, 6, 1), akteur=wer, bewerber="neuss")
        for wer in (*BERICHT_2017.partner_kennungen, "aufsichtsgremium")
    ]
    alle = BeitraegeWieVereinbart(datum=None, jahr=2019)
    mehr = BeitragGezahlt(datum=date(2019, 5, 1), jahr=2019, akteur="ihk", betrag=Geldbetrag(1))
    auslegung = Auslegung.mit(SchluesselNachBeitritt.ADDITIV)
    (jahr,) = am(date(2020, 6, 1), erklaert, *zugestimmt, alle, mehr, auslegung=auslegung).jahre
    assert jahr.abrechnung is not None
    assert jahr.abrechnung.eingezahlt["neuss"] == Geldbetrag.aus_euro(30_000)
    assert jahr.abrechnung.eingezahlt.summe == Geldbetrag.aus_euro(150_000) + Geldbetrag(1)
