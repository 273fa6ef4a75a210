"""Standbefunde: was sich erst aus Ereignissen und Abrechnung zusammen ergibt."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ablauf.akten import (
    ausgabe,
    ausgezahlt,
    beitraege,
    geprueft,
    personal,
)
from ablauf.staende import EURO, MIT_REST, NICHTS_ZUM_PERSONAL, PLANUNG, SPAET, kennungen, stand_am
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    AusgabeGebucht,
    EigenanteilZugesagt,
    Ereignis,
    ErstattungGezahlt,
    ForderungBeglichen,
    ZusatzmittelBewilligt,
)
from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.norm import Schwere
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.lesarten import (
    Leistungsfaehigkeit,
    Pruefung,
)

# Befunde der Abrechnung, auch in laufenden Jahren (FL-44)


def test_ein_noch_fehlender_beitrag_ist_im_laufenden_jahr_kein_befund_danach_schon() -> None:
    akte = (PLANUNG, *beitraege(2018)[:2], ausgabe(2018, 90_000))
    assert kennungen(stand_am(date(2018, 12, 31), *akte)) == []
    vorbei = stand_am(date(2019, 1, 1), *akte)
    assert any("IHK" in befund.text and befund.schwere is not Schwere.VERSTOSS for befund in vorbei.befunde)


def test_personalkosten_im_budget_sind_auch_im_laufenden_jahr_ein_verstoss() -> None:
    gehalt = AusgabeGebucht(
        datum=date(2018, 6, 8),
        jahr=2018,
        bezeichnung="Gehalt",
        zweck=Ausgabenart.PERSONALKOSTEN,
        betrag=EURO(1),
        personal_von="ihk",
    )
    assert kennungen(stand_am(date(2018, 6, 8), PLANUNG, gehalt)) == ["personalkosten_im_budget"]


# Rückführungen, die zu hoch sind


def test_wer_zu_viel_zurueckerhaelt_faellt_auf() -> None:
    zahlungen = ausgezahlt(2018, date(2019, 3, 1), duesseldorf=12_500, mettmann=12_500, ihk=5_001, neuss=1)
    gefunden = stand_am(SPAET, *MIT_REST, geprueft(2018), *zahlungen)
    texte = [befund.text for befund in gefunden.befunde if befund.kennung == "rueckfuehrung_zu_hoch"]
    assert texte == [
        "Haushaltsjahr 2018: Zurückgeführt sind an IHK 5.001,00 €; nach dem Stand dieses Tages stehen höchstens "
        "5.000,00 € zu.",
        "Haushaltsjahr 2018: Zurückgeführt sind an neuss 1,00 €; nach dem Stand dieses Tages steht nichts zu.",
    ]
    assert dict(gefunden.jahre[0].ausgezahlt)["ihk"] == EURO(5_001)


def test_zu_viel_ist_nur_was_unter_jeder_lesart_zu_viel_ist() -> None:
    ungebilligt = AbschlussberichtGeprueft(datum=date(2019, 2, 14), jahr=2018)
    akte = (*MIT_REST, ungebilligt, *ausgezahlt(2018, date(2019, 3, 1), ihk=5_000))
    assert "rueckfuehrung_zu_hoch" not in kennungen(stand_am(SPAET, *akte))
    noetig = stand_am(SPAET, *akte, lesarten=(Pruefung.BILLIGUNG_NOETIG,))
    assert "rueckfuehrung_zu_hoch" in kennungen(noetig)


# Zahlungen, die niemand schuldet


def test_wer_zahlt_was_er_nicht_schuldet_faellt_auf() -> None:
    erstattung = ErstattungGezahlt(datum=date(2019, 3, 1), akteur="mettmann", jahr=2018, betrag=EURO(20))
    beglichen = ForderungBeglichen(datum=date(2019, 3, 1), akteur="ihk", jahr=2018, betrag=EURO(5))
    belastet = AusgabeGebucht(
        datum=date(2018, 5, 1),
        jahr=2018,
        bezeichnung="Gehalt",
        zweck=Ausgabenart.PERSONALKOSTEN,
        betrag=EURO(20),
        personal_von="mettmann",
    )

    ohne = stand_am(SPAET, *MIT_REST, erstattung, beglichen)
    mit = stand_am(SPAET, *MIT_REST, belastet, erstattung)

    assert [(e.akteur, b.normen) for e, b in ohne.ereignisbefunde if b.kennung == "zahlung_ohne_schuld"] == [
        ("mettmann", (normen.PERSONALKOSTEN,)),
        ("ihk", (normen.RUECKFUEHRUNG,)),
    ]
    assert "zahlung_ohne_schuld" not in kennungen(mit)


def test_fuehrt_ein_anderer_zurueck_als_wer_das_geld_haelt_so_wird_darauf_hingewiesen() -> None:
    [von_duesseldorf] = ausgezahlt(2018, date(2019, 3, 1), ihk=5_000)
    durch_andere = evolve(von_duesseldorf, akteur="begleitgremium")

    assert "rueckfuehrung_durch_andere" in kennungen(stand_am(SPAET, *MIT_REST, geprueft(2018), durch_andere))
    assert "rueckfuehrung_durch_andere" not in kennungen(stand_am(SPAET, *MIT_REST, geprueft(2018), von_duesseldorf))


# Zusatzmittel ohne Anlass


BEWILLIGT = ZusatzmittelBewilligt(datum=date(2018, 5, 2), akteur="mettmann", jahr=2018, betrag=EURO(1_000))


def zusage(euro: int, wichtig: bool | None = True) -> EigenanteilZugesagt:
    return EigenanteilZugesagt(datum=date(2018, 3, 1), jahr=2018, vorhaben="Radweg", betrag=EURO(euro), wichtig=wichtig)


@pytest.mark.parametrize(
    ("zusagen", "lesarten", "ist_befund"),
    [
        ((zusage(5_000),), (), True),
        ((zusage(90_000),), (), False),
        ((zusage(90_000),), (Leistungsfaehigkeit.JAHRESBUDGET,), True),
        ((zusage(90_000),), (Leistungsfaehigkeit.NOCH_FREIE_MITTEL,), False),
        ((zusage(130_000),), (Leistungsfaehigkeit.JAHRESBUDGET,), False),
        ((zusage(5_000, None),), (), False),
        ((), (), False),
    ],
)
def test_zusatzmittel_ohne_anlass_sind_ein_hinweis(
    zusagen: tuple[Ereignis, ...], lesarten: tuple[Lesart, ...], ist_befund: bool
) -> None:
    betrieb = ausgabe(2018, 45_000, date(2018, 2, 1))
    gefunden = stand_am(date(2018, 6, 1), PLANUNG, betrieb, *zusagen, BEWILLIGT, lesarten=lesarten)
    assert [(e, b.schwere) for e, b in gefunden.ereignisbefunde if b.kennung == "zusatzmittel_ohne_anlass"] == (
        [(BEWILLIGT, Schwere.HINWEIS)] if ist_befund else []
    )


# Wozu die Akte schweigt (FL-38)


@pytest.mark.parametrize(
    ("tag", "hinweise"),
    [
        (date(2018, 12, 31), ()),
        (date(2019, 1, 1), ("Zum Haushaltsjahr 2019 ist nichts erfasst; geprüft ist es deshalb nicht.",)),
        (
            date(2020, 1, 1),
            ("Zu den Haushaltsjahren 2019 bis 2020 ist nichts erfasst; geprüft sind sie deshalb nicht.",),
        ),
    ],
)
def test_spaetere_jahre_ohne_eintrag_sind_nicht_geprueft(tag: date, hinweise: tuple[str, ...]) -> None:
    mit_personal = stand_am(tag, *MIT_REST, *personal(date(2018, 1, 2)))
    assert mit_personal.nicht_geprueft == hinweise
    assert stand_am(tag, *MIT_REST).nicht_geprueft == (*hinweise, NICHTS_ZUM_PERSONAL)
