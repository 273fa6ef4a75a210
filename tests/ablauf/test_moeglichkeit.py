"""Möglichkeit: was getan werden darf, von wem, und wann nicht mehr."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from ablauf.akten import ausgabe, ausgezahlt, beitraege, ereignisse, geprueft, tage, uebertragung
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtVorgelegt,
    EigenanteilGezahlt,
    EigenanteilZugesagt,
    EinnahmeGebucht,
    Ereignis,
    PlanungVorgelegt,
)
from kooperationsvertrag.ablauf.jahresphase import ERLEDIGT, LAUFENDE_PHASEN, Jahresphase
from kooperationsvertrag.ablauf.moeglichkeit import Moeglichkeit, dauernde_moeglichkeiten
from kooperationsvertrag.ablauf.vertragsstand import stand
from kooperationsvertrag.auslegung import Auslegung, Lesart
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.buchung import Einnahmenart
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import Abstimmung, Drittmittel, Leistungsfaehigkeit
from strategien import halb_offene_auslegungen

BERICHT = AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018)
MIT_REST = (PlanungVorgelegt(datum=date(2017, 12, 1), jahr=2018), *beitraege(2018), ausgabe(2018, 90_000))
SPAET = date(2021, 6, 30)


def moeglich(handlung: str, tag: date, *akte: Ereignis, lesarten: tuple[Lesart, ...] = ()) -> list[Moeglichkeit]:
    alle = stand(BERICHT_2017, akte, tag, Auslegung.mit(*lesarten)).moeglichkeiten
    return [einzelne for einzelne in alle if einzelne.handlung == handlung]


# Immer


def test_immer_erlaubt_ist_was_die_befugnisse_sagen() -> None:
    assert {(m.wer, m.handlung, tuple(norm.kennung for norm in m.normen)) for m in dauernde_moeglichkeiten()} == {
        ("aufsichtsgremium", "ueberwachen", ("17-G3",)),
        ("begleitgremium", "beraten", ("17-B2",)),
        ("begleitgremium", "empfehlen", ("17-B2",)),
        ("rechnungspruefungsamt", "rechnung_pruefen", ("17-F6",)),
        ("leitung", "vorgesetztenfunktion_ausueben", ("17-P5",)),
        ("weitere Gebietskörperschaften", "beitreten", ("17-Z4",)),
    }
    assert all(m.jahr is None for m in dauernde_moeglichkeiten())


def test_ist_die_abstimmung_gewaehlt_so_ist_die_mehrheit_nicht_offen() -> None:
    [offen] = moeglich("uebertragung_beschliessen", date(2018, 6, 8), *MIT_REST)
    [gewaehlt] = moeglich("uebertragung_beschliessen", date(2018, 6, 8), *MIT_REST, lesarten=(Abstimmung.MEHRHEIT,))

    assert offen.text.endswith("mit welcher Mehrheit, ist offen.")
    assert gewaehlt.text.endswith("mit welcher Mehrheit, sagt die Lesart „Mehr als die Hälfte der Mitglieder“.")


def test_auch_in_einer_leeren_akte_ist_das_immer_erlaubte_erlaubt() -> None:
    assert stand(BERICHT_2017, [], SPAET).moeglichkeiten == dauernde_moeglichkeiten()


# Übertragen


@pytest.mark.parametrize(
    ("tag", "akte", "betrag"),
    [
        (date(2017, 12, 31), (), None),
        (date(2018, 1, 1), (), None),
        (date(2018, 1, 15), (), "120.000,00 €"),
        (date(2018, 6, 8), (), "30.000,00 €"),
        (date(2019, 1, 1), (), "30.000,00 €"),
        (date(2019, 2, 14), (BERICHT, geprueft(2018)), "30.000,00 €"),
        (
            date(2019, 3, 1),
            (BERICHT, geprueft(2018), *ausgezahlt(2018, date(2019, 3, 1), ihk=5_000)),
            "25.000,00 €",
        ),
        (
            date(2019, 3, 1),
            (
                BERICHT,
                geprueft(2018),
                uebertragung(2018, date(2019, 2, 20), Geldbetrag.aus_euro(18_000)),
                *ausgezahlt(2018, date(2019, 3, 1), ihk=2_000),
            ),
            "10.000,00 €",
        ),
        (
            date(2019, 3, 1),
            (
                BERICHT,
                geprueft(2018),
                *ausgezahlt(2018, date(2019, 3, 1), duesseldorf=12_500, mettmann=12_500, ihk=5_000),
            ),
            None,
        ),
        (date(2019, 1, 10), (BERICHT, uebertragung(2018, date(2019, 1, 10))), None),
    ],
)
def test_uebertragen_werden_kann_was_noch_da_ist(tag: date, akte: tuple[Ereignis, ...], betrag: str | None) -> None:
    gefunden = moeglich("uebertragung_beschliessen", tag, *MIT_REST, *akte)
    assert [f"Bis zu {betrag} des Haushaltsjahres 2018" in m.text for m in gefunden] == ([True] if betrag else [])
    assert all((m.wer, m.jahr, m.normen) == ("aufsichtsgremium", 2018, (normen.UEBERTRAGUNG,)) for m in gefunden)
    assert all(("nach heutigem Stand" in m.text) is (tag.year == 2018) for m in gefunden)


def test_ist_mehr_ausgezahlt_als_da_war_ist_nichts_mehr_zu_uebertragen() -> None:
    zu_viel = ausgezahlt(2018, date(2019, 3, 1), neuss=40_000)
    assert moeglich("uebertragung_beschliessen", SPAET, *MIT_REST, BERICHT, geprueft(2018), *zu_viel) == []


def test_haengt_an_einer_lesart_wie_viel_da_ist_so_steht_kein_betrag_als_der_einzige_da() -> None:
    drittmittel = EinnahmeGebucht(
        datum=date(2018, 5, 1),
        jahr=2018,
        bezeichnung="Zuschuss",
        herkunft=Einnahmenart.DRITTMITTEL,
        betrag=Geldbetrag.aus_euro(7_000),
    )
    mit, ohne = (
        moeglich("uebertragung_beschliessen", SPAET, *MIT_REST, drittmittel, lesarten=(lesart,))[0].text
        for lesart in Drittmittel
    )
    offen = [m.text for m in moeglich("uebertragung_beschliessen", SPAET, *MIT_REST, drittmittel)]
    assert "37.000,00 €" in mit
    assert "30.000,00 €" in ohne
    assert offen != [mit]
    assert offen != [ohne]


# Zusatzmittel anstreben: Betrieb 45.000 €, Eigenanteile 90.000 € oder 130.000 €


def zusage(euro: int, wichtig: bool | None = True) -> EigenanteilZugesagt:
    return EigenanteilZugesagt(
        datum=date(2018, 3, 1), jahr=2018, vorhaben="Radweg", betrag=Geldbetrag.aus_euro(euro), wichtig=wichtig
    )


BETRIEB = (PlanungVorgelegt(datum=date(2017, 12, 1), jahr=2018), ausgabe(2018, 45_000, date(2018, 2, 1)))
MAERZ = date(2018, 3, 1)


def anstreben(tag: date, *akte: Ereignis, lesarten: tuple[Lesart, ...] = ()) -> list[Moeglichkeit]:
    return moeglich("zusatzmittel_anstreben", tag, *BETRIEB, *akte, lesarten=lesarten)


@pytest.mark.parametrize(
    ("lesart", "erlaubt"), [(Leistungsfaehigkeit.JAHRESBUDGET, False), (Leistungsfaehigkeit.NOCH_FREIE_MITTEL, True)]
)
def test_90_000_euro_uebersteigen_nur_die_noch_freien_mittel(lesart: Leistungsfaehigkeit, erlaubt: bool) -> None:
    assert bool(anstreben(MAERZ, zusage(90_000), lesarten=(lesart,))) is erlaubt


def test_ohne_lesart_heisst_es_je_nach_lesart() -> None:
    (eine,) = anstreben(MAERZ, zusage(90_000))
    assert "dürfen, je nach Lesart der Leistungsfähigkeit, bei ihren Gremien" in eine.text
    assert (eine.wer, eine.jahr, eine.normen) == ("Vertragspartner", 2018, (normen.ZUSATZMITTEL,))


def test_130_000_euro_uebersteigen_unter_jeder_lesart() -> None:
    (eine,) = anstreben(MAERZ, zusage(130_000))
    assert "Die Partner dürfen bei ihren Gremien" in eine.text
    assert "130.000,00 €" in eine.text


def test_75_000_euro_uebersteigen_unter_keiner_lesart_ein_cent_mehr_schon() -> None:
    assert anstreben(MAERZ, zusage(75_000)) == []
    ein_cent = EigenanteilZugesagt(
        datum=MAERZ, jahr=2018, vorhaben="Radweg", betrag=Geldbetrag(7_500_001), wichtig=True
    )
    assert len(anstreben(MAERZ, ein_cent)) == 1


@pytest.mark.parametrize("wichtig", [None, False])
def test_was_niemand_fuer_wichtig_haelt_zaehlt_nicht(wichtig: bool | None) -> None:
    assert anstreben(MAERZ, zusage(130_000, wichtig)) == []


def test_gezahlte_eigenanteile_binden_nicht_noch_einmal() -> None:
    gezahlt = EigenanteilGezahlt(datum=MAERZ, jahr=2018, vorhaben="Radweg", betrag=Geldbetrag.aus_euro(70_000))
    assert anstreben(MAERZ, zusage(75_000), gezahlt) == []


def test_nach_dem_jahr_ist_es_zu_spaet() -> None:
    assert len(anstreben(date(2018, 12, 31), zusage(130_000))) == 1
    assert anstreben(date(2019, 1, 1), zusage(130_000)) == []


@given(ereignisse(), tage, halb_offene_auslegungen())
def test_moeglich_ist_etwas_nur_in_einer_phase_die_es_erlaubt(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    stand_ = stand(BERICHT_2017, alle, tag, auslegung)
    phasen = {jahr.jahr: jahr.phase for jahr in stand_.jahre}
    for einzelne in stand_.moeglichkeiten:
        assert einzelne.normen
        if einzelne.jahr is not None:
            phase = phasen[einzelne.jahr]
            assert phase not in ERLEDIGT
            if einzelne.handlung == "uebertragung_beschliessen":
                assert phase is not Jahresphase.GEPLANT
            else:
                assert phase in LAUFENDE_PHASEN
