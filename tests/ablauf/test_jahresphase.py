"""Jahresphase: der Weg eines Haushaltsjahres, und was in welcher Phase nicht vorgesehen ist."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ablauf.akten import (
    PARTNER,
    ausgabe,
    ausgezahlt,
    beitraege,
    ereignisse,
    geprueft,
    ordentliches_jahr,
    tage,
    uebertragung,
)
from kooperationsvertrag.ablauf import jahresphase
from kooperationsvertrag.ablauf.akte import Akte
from kooperationsvertrag.ablauf.aufzeichnen import nach_jahren
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    AbschlussberichtVorgelegt,
    BeitraegeWieVereinbart,
    BeitragGezahlt,
    EigenanteilGezahlt,
    EinnahmeGebucht,
    Ereignis,
    Jahresereignis,
    PlanungVorgelegt,
    RueckfuehrungAusgezahlt,
    ZusatzmittelBewilligt,
)
from kooperationsvertrag.ablauf.jahresphase import (
    ERLEDIGT,
    LAUFENDE_PHASEN,
    UEBERGAENGE,
    ZUR_UNZEIT,
    Ausloeser,
    Jahresphase,
    Phasenwechsel,
    Unzeit,
    befund_zur_unzeit,
    phase_nach,
    phasenwechsel,
    summe_je_partner,
    uebergang,
    zur_unzeit,
)
from kooperationsvertrag.ablauf.verlauf import verlauf
from kooperationsvertrag.ablauf.vertragsstand import Jahresstand, Vertragsstand, stand
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.regeln.gremien import Gremium
from kooperationsvertrag.vertrag.buchung import Einnahmenart
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from strategien import auslegungen

P, A = Jahresphase, Ausloeser
SPAET = date(2021, 6, 30)
PLANUNG = PlanungVorgelegt(datum=date(2017, 12, 20), jahr=2018)
BERICHT = AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018)
SPAETER_BERICHT = AbschlussberichtVorgelegt(datum=date(2019, 1, 20), jahr=2018)
FRUEH_GEPRUEFT = geprueft(2018, date(2018, 12, 30))
AUSZAHLUNG = ausgezahlt(2018, date(2019, 3, 1), duesseldorf=12_500, mettmann=12_500, ihk=5_000)
GANZ_AUSGEGEBEN = (*beitraege(2018), ausgabe(2018, 120_000))
MIT_REST = (*beitraege(2018), ausgabe(2018, 90_000))
UEBERSCHRITTEN = (*beitraege(2018), ausgabe(2018, 130_000))
TEILS = uebertragung(2018, date(2019, 2, 20), Geldbetrag.aus_euro(18_000))


def stand_am(tag: date, *akte: Ereignis) -> Vertragsstand:
    return stand(BERICHT_2017, akte, tag)


def jahr_am(tag: date, *akte: Ereignis) -> Jahresstand:
    return stand_am(tag, *akte).jahre[0]


def weg(jahr: Jahresstand) -> list[tuple[Jahresphase, Ausloeser, Jahresphase]]:
    return [(w.uebergang.von, w.uebergang.ausloeser, w.uebergang.nach) for w in jahr.wechsel]


def kennungen(stand_: Vertragsstand) -> list[str]:
    return [befund.kennung for befund in stand_.befunde]


# Die Tabelle


def test_jeder_uebergang_steht_einmal_und_hat_einen_satz() -> None:
    assert len({(u.von, u.ausloeser) for u in UEBERGAENGE}) == len(UEBERGAENGE)
    assert all(u.normen for u in UEBERGAENGE)
    assert {u.ausloeser for u in UEBERGAENGE} == set(Ausloeser)


def test_aus_einer_erledigten_phase_fuehrt_nichts_heraus() -> None:
    assert not [u for u in UEBERGAENGE if u.von in ERLEDIGT]


def test_jede_phase_ist_vom_geplanten_jahr_aus_erreichbar() -> None:
    erreicht, neu = set[Jahresphase](), {P.GEPLANT}
    while neu:
        erreicht |= neu
        neu = {u.nach for u in UEBERGAENGE if u.von in erreicht} - erreicht
    assert erreicht == set(Jahresphase)
    assert all(any(u.von is phase for u in UEBERGAENGE) for phase in set(Jahresphase) - set(ERLEDIGT))


def test_geld_geht_nur_nach_der_pruefung_zurueck() -> None:
    zurueck = [u.von for u in UEBERGAENGE if u.ausloeser in (A.ALLES_AUSGEZAHLT, A.REST_AUSGEZAHLT)]
    assert zurueck == [P.GEPRUEFT, P.GEPRUEFT]


def test_nicht_vorgesehen_ist_nur_die_pruefung_ohne_bericht() -> None:
    assert [(u.von, u.ausloeser) for u in UEBERGAENGE if not u.ist_vorgesehen] == [
        (P.LAUFEND, A.PRUEFUNG),
        (P.ABGELAUFEN, A.PRUEFUNG),
    ]


@given(st.sampled_from(Jahresphase), st.sampled_from(Ausloeser))
def test_was_nicht_in_der_tabelle_steht_aendert_die_phase_nicht(phase: Jahresphase, ausloeser: Ausloeser) -> None:
    erwartet = [u for u in UEBERGAENGE if (u.von, u.ausloeser) == (phase, ausloeser)]
    gefunden = uebergang(phase, ausloeser)
    assert ([gefunden] if gefunden else []) == erwartet


@pytest.mark.parametrize(
    ("akte", "von", "ausloeser", "nach", "am"),
    [
        ((*MIT_REST, PLANUNG), P.GEPLANT, A.JAHRESBEGINN, P.LAUFEND, date(2018, 1, 1)),
        (MIT_REST, P.LAUFEND, A.JAHRESENDE, P.ABGELAUFEN, date(2019, 1, 1)),
        ((*MIT_REST, BERICHT), P.LAUFEND, A.ABSCHLUSSBERICHT, P.ABGESCHLOSSEN, date(2018, 12, 28)),
        ((*MIT_REST, FRUEH_GEPRUEFT), P.LAUFEND, A.PRUEFUNG, P.GEPRUEFT, date(2018, 12, 30)),
        ((*MIT_REST, SPAETER_BERICHT), P.ABGELAUFEN, A.ABSCHLUSSBERICHT, P.ABGESCHLOSSEN, date(2019, 1, 20)),
        ((*MIT_REST, geprueft(2018)), P.ABGELAUFEN, A.PRUEFUNG, P.GEPRUEFT, date(2019, 2, 14)),
        (
            (*MIT_REST, uebertragung(2018, date(2019, 1, 10))),
            P.ABGELAUFEN,
            A.ALLES_UEBERTRAGEN,
            P.UEBERTRAGEN,
            date(2019, 1, 10),
        ),
        ((*MIT_REST, BERICHT, geprueft(2018)), P.ABGESCHLOSSEN, A.PRUEFUNG, P.GEPRUEFT, date(2019, 2, 14)),
        ((*GANZ_AUSGEGEBEN, BERICHT), P.ABGESCHLOSSEN, A.NICHTS_UEBRIG, P.AUSGEGLICHEN, date(2018, 12, 28)),
        ((*UEBERSCHRITTEN, BERICHT), P.ABGESCHLOSSEN, A.BUDGET_UEBERSCHRITTEN, P.UEBERSCHRITTEN, date(2018, 12, 28)),
        ((*UEBERSCHRITTEN, geprueft(2018)), P.GEPRUEFT, A.BUDGET_UEBERSCHRITTEN, P.UEBERSCHRITTEN, date(2019, 2, 14)),
        (
            (*MIT_REST, BERICHT, uebertragung(2018, date(2019, 1, 10))),
            P.ABGESCHLOSSEN,
            A.ALLES_UEBERTRAGEN,
            P.UEBERTRAGEN,
            date(2019, 1, 10),
        ),
        ((*GANZ_AUSGEGEBEN, geprueft(2018)), P.GEPRUEFT, A.NICHTS_UEBRIG, P.AUSGEGLICHEN, date(2019, 2, 14)),
        (
            (*MIT_REST, BERICHT, geprueft(2018), *AUSZAHLUNG),
            P.GEPRUEFT,
            A.ALLES_AUSGEZAHLT,
            P.ZURUECKGEFUEHRT,
            date(2019, 3, 1),
        ),
        (
            (*MIT_REST, BERICHT, geprueft(2018), uebertragung(2018, date(2019, 2, 20))),
            P.GEPRUEFT,
            A.ALLES_UEBERTRAGEN,
            P.UEBERTRAGEN,
            date(2019, 2, 20),
        ),
        (
            (
                *MIT_REST,
                BERICHT,
                geprueft(2018),
                TEILS,
                *ausgezahlt(2018, date(2019, 3, 1), duesseldorf=5_000, mettmann=5_000, ihk=2_000),
            ),
            P.GEPRUEFT,
            A.REST_AUSGEZAHLT,
            P.TEILS_UEBERTRAGEN,
            date(2019, 3, 1),
        ),
    ],
)
def test_jeder_uebergang_in_seiner_lage(
    akte: tuple[Ereignis, ...], von: Jahresphase, ausloeser: Ausloeser, nach: Jahresphase, am: date
) -> None:
    danach, davor = jahr_am(am, *akte), jahr_am(am - timedelta(days=1), *akte)
    (gesucht,) = [w for w in danach.wechsel if w.uebergang is uebergang(von, ausloeser)]
    assert (gesucht.tag, danach.wechsel[-1], danach.phase) == (am, gesucht, nach)
    assert gesucht not in davor.wechsel
    assert davor.wechsel == danach.wechsel[: len(davor.wechsel)]


def test_die_lagen_oben_sind_alle_uebergaenge() -> None:
    markierung = test_jeder_uebergang_in_seiner_lage.pytestmark[0]  # type: ignore[attr-defined]  # so hält pytest es
    gezeigt = {(von, ausloeser) for _, von, ausloeser, _, _ in markierung.args[1]}
    assert gezeigt == {(u.von, u.ausloeser) for u in UEBERGAENGE}


# Wege


def test_ein_ordentliches_jahr_geht_den_ganzen_weg() -> None:
    jahr = jahr_am(SPAET, *ordentliches_jahr(2018))
    assert weg(jahr) == [
        (P.GEPLANT, A.JAHRESBEGINN, P.LAUFEND),
        (P.LAUFEND, A.ABSCHLUSSBERICHT, P.ABGESCHLOSSEN),
        (P.ABGESCHLOSSEN, A.PRUEFUNG, P.GEPRUEFT),
        (P.GEPRUEFT, A.ALLES_AUSGEZAHLT, P.ZURUECKGEFUEHRT),
    ]
    assert all(w.uebergang.ist_vorgesehen for w in jahr.wechsel)


def test_ohne_bericht_bleibt_das_jahr_abgelaufen() -> None:
    assert jahr_am(SPAET, *MIT_REST).phase is P.ABGELAUFEN
    assert jahr_am(SPAET, *GANZ_AUSGEGEBEN).phase is P.ABGELAUFEN


def test_ist_noch_nicht_alles_ausgezahlt_bleibt_es_geprueft() -> None:
    akte = (*MIT_REST, BERICHT, geprueft(2018), *AUSZAHLUNG[:2])
    assert jahr_am(SPAET, *akte).phase is P.GEPRUEFT


def test_mit_der_letzten_noetigen_auszahlung_ist_es_zurueckgefuehrt() -> None:
    reichlich = ausgezahlt(2018, date(2019, 4, 1), ihk=6_000)
    nachzuegler = ausgezahlt(2018, date(2019, 5, 1), ihk=1, neuss=1)
    akte = (*MIT_REST, BERICHT, geprueft(2018), *AUSZAHLUNG[:2], *reichlich, *nachzuegler)
    assert jahr_am(SPAET, *akte).wechsel[-1].tag == date(2019, 4, 1)
    assert jahr_am(SPAET, *akte).wechsel[-1].ereignis is reichlich[0]


def test_wer_in_teilen_zahlt_ist_mit_dem_letzten_teil_fertig() -> None:
    teile = (
        *ausgezahlt(2018, date(2019, 3, 1), duesseldorf=12_500, mettmann=12_500, ihk=2_000),
        *ausgezahlt(2018, date(2019, 3, 8), ihk=3_000),
    )
    akte = (*MIT_REST, BERICHT, geprueft(2018), *teile)
    assert jahr_am(date(2019, 3, 7), *akte).phase is P.GEPRUEFT
    assert jahr_am(date(2019, 3, 8), *akte).phase is P.ZURUECKGEFUEHRT


def test_ein_beschluss_vor_jahresende_uebertraegt_sobald_der_bericht_vorliegt() -> None:
    beschluss = uebertragung(2018, date(2018, 12, 20))
    akte = (*MIT_REST, BERICHT, beschluss)
    assert jahr_am(date(2018, 12, 27), *akte).phase is P.LAUFEND
    assert jahr_am(date(2018, 12, 28), *akte).phase is P.UEBERTRAGEN
    ohne_bericht = jahr_am(SPAET, *MIT_REST, beschluss)
    assert (ohne_bericht.phase, ohne_bericht.wechsel[-1].tag) == (P.UEBERTRAGEN, date(2019, 1, 1))


def test_haengt_das_ende_an_einer_lesart_so_steht_die_letzte_sichere_phase() -> None:
    ohne_billigung = AbschlussberichtGeprueft(datum=date(2019, 2, 14), jahr=2018)
    jahr = jahr_am(SPAET, *MIT_REST, BERICHT, ohne_billigung, *AUSZAHLUNG)
    assert (jahr.phase, len(jahr.abrechnungen)) == (P.GEPRUEFT, 2)


def test_nach_einer_ueberschreitung_ist_nichts_zurueckzufuehren() -> None:
    jahr = jahr_am(SPAET, *UEBERSCHRITTEN, BERICHT, geprueft(2018))
    assert jahr.phase is P.UEBERSCHRITTEN
    assert jahr.phase in ERLEDIGT


def test_nur_die_pruefung_durch_das_aufsichtsgremium_prueft() -> None:
    durch_andere = evolve(geprueft(2018), akteur=Gremium.BEGLEITGREMIUM.value)
    assert jahr_am(SPAET, *MIT_REST, BERICHT, durch_andere).phase is P.ABGESCHLOSSEN


def test_ein_bericht_vor_jahresbeginn_schliesst_das_jahr_nicht_ab() -> None:
    zu_frueh = AbschlussberichtVorgelegt(datum=date(2017, 12, 1), jahr=2018)
    assert jahr_am(date(2018, 6, 1), *MIT_REST, zu_frueh).phase is P.LAUFEND


# Derselbe Tag


def test_am_selben_tag_kommt_der_bericht_vor_der_pruefung_und_die_vor_der_auszahlung() -> None:
    tag = date(2019, 2, 14)
    bericht = AbschlussberichtVorgelegt(datum=tag, jahr=2018)
    auszahlung = ausgezahlt(2018, tag, duesseldorf=12_500, mettmann=12_500, ihk=5_000)
    stand_ = stand_am(tag, *auszahlung, geprueft(2018), bericht, *MIT_REST)
    assert [a for _, a, _ in weg(stand_.jahre[0])][-3:] == [A.ABSCHLUSSBERICHT, A.PRUEFUNG, A.ALLES_AUSGEZAHLT]
    assert not {"rueckfuehrung_vor_pruefung", "pruefung_vor_abschlussbericht"} & set(kennungen(stand_))


def test_am_neujahrstag_ist_das_jahr_vorbei_ehe_der_bericht_kommt() -> None:
    bericht = AbschlussberichtVorgelegt(datum=date(2019, 1, 1), jahr=2018)
    assert [nach for _, _, nach in weg(jahr_am(SPAET, *MIT_REST, bericht))] == [
        P.LAUFEND,
        P.ABGELAUFEN,
        P.ABGESCHLOSSEN,
    ]


def test_eine_buchung_vom_tag_des_berichts_steht_noch_in_ihm() -> None:
    assert "buchung_nach_abschlussbericht" not in kennungen(
        stand_am(SPAET, *beitraege(2018), ausgabe(2018, 5, date(2018, 12, 28)), BERICHT)
    )


# Zur Unzeit


def _am(art: type[Jahresereignis], tag: date) -> Jahresereignis:
    betrag = Geldbetrag(1)
    if art is EinnahmeGebucht:
        rueck = Einnahmenart.RUECKERSTATTUNG
        return EinnahmeGebucht(datum=tag, jahr=2018, bezeichnung="Skonto", herkunft=rueck, betrag=betrag)
    if art is EigenanteilGezahlt:
        return EigenanteilGezahlt(datum=tag, jahr=2018, vorhaben="Radweg", betrag=betrag)
    if art is BeitragGezahlt:
        return BeitragGezahlt(datum=tag, jahr=2018, akteur="ihk", betrag=betrag)
    if art is ZusatzmittelBewilligt:
        return ZusatzmittelBewilligt(datum=tag, jahr=2018, akteur="ihk", betrag=betrag)
    if art is RueckfuehrungAusgezahlt:
        return RueckfuehrungAusgezahlt(datum=tag, jahr=2018, an="ihk", betrag=betrag)
    if art in (PlanungVorgelegt, BeitraegeWieVereinbart, AbschlussberichtVorgelegt, AbschlussberichtGeprueft):
        return art(datum=tag, jahr=2018) if art is not AbschlussberichtGeprueft else geprueft(2018, tag)
    return ausgabe(2018, 1, tag)


def _zeile(art: type[Ereignis], tag: date, *uebrige: Ereignis) -> str:
    """Die Kennung der Zeile, die für ein Ereignis dieser Art an diesem Tag gilt."""
    eines = _am(art, tag)  # type: ignore[arg-type]  # die Tabelle nennt nur Jahresereignisse
    wechsel = phasenwechsel(2018, nach_jahren(Akte([eines, *uebrige]).geltende())[2018], SPAET)
    zeile = zur_unzeit(eines, wechsel)
    return zeile.kennung if zeile else ""


_LAGEN: dict[Jahresphase, tuple[date, tuple[Ereignis, ...]]] = {
    P.GEPLANT: (date(2017, 12, 31), ()),
    P.LAUFEND: (date(2018, 1, 1), ()),
    P.ABGELAUFEN: (date(2019, 1, 1), ()),
    P.ABGESCHLOSSEN: (date(2018, 12, 29), (BERICHT,)),
    P.GEPRUEFT: (date(2019, 2, 15), (BERICHT, geprueft(2018))),
}


@pytest.mark.parametrize("zeile", ZUR_UNZEIT, ids=lambda zeile: f"{zeile.art.__name__}-{zeile.kennung}")
@pytest.mark.parametrize("phase", _LAGEN)
def test_zur_unzeit_ist_genau_was_in_der_tabelle_steht(zeile: Unzeit, phase: Jahresphase) -> None:
    tag, akte = _LAGEN[phase]
    assert (_zeile(zeile.art, tag, *akte) == zeile.kennung) is (phase in zeile.phasen)


@pytest.mark.parametrize(
    ("art", "tag", "kennung"),
    [
        (PlanungVorgelegt, date(2019, 1, 1), "planung_nach_jahresende"),
        (AbschlussberichtVorgelegt, date(2017, 12, 31), "abschlussbericht_vor_jahresbeginn"),
        (RueckfuehrungAusgezahlt, date(2019, 3, 1), "rueckfuehrung_vor_pruefung"),
        (AbschlussberichtGeprueft, date(2019, 3, 1), "pruefung_ohne_vorgelegten_bericht"),
    ],
)
def test_ohne_bericht_und_pruefung(art: type[Ereignis], tag: date, kennung: str) -> None:
    assert _zeile(art, tag) == kennung


def test_einen_tag_davor_oder_danach_ist_es_noch_zur_zeit() -> None:
    assert _zeile(PlanungVorgelegt, date(2018, 12, 31)) == ""
    assert _zeile(AbschlussberichtVorgelegt, date(2018, 1, 1)) == ""
    assert _zeile(AbschlussberichtGeprueft, date(2018, 12, 28), BERICHT) == ""
    assert _zeile(AbschlussberichtGeprueft, date(2018, 12, 27), BERICHT) == "pruefung_ohne_vorgelegten_bericht"


@pytest.mark.parametrize(
    ("art", "kennung"),
    [
        (PlanungVorgelegt, "planung_nach_abschlussbericht"),
        *[(a, "buchung_nach_abschlussbericht") for a in (type(ausgabe(2018, 1)), EigenanteilGezahlt, EinnahmeGebucht)],
    ],
)
def test_einen_tag_nach_dem_bericht_ist_es_zu_spaet(art: type[Ereignis], kennung: str) -> None:
    assert _zeile(art, date(2018, 12, 28), BERICHT) == ""
    assert _zeile(art, date(2018, 12, 29), BERICHT) == kennung


@pytest.mark.parametrize(
    "art",
    [
        type(ausgabe(2018, 1)),
        EigenanteilGezahlt,
        EinnahmeGebucht,
        BeitragGezahlt,
        BeitraegeWieVereinbart,
        ZusatzmittelBewilligt,
    ],
)
def test_einen_tag_nach_der_pruefung_ist_nicht_mehr_geprueft_was_gebucht_wird(art: type[Ereignis]) -> None:
    akte = (BERICHT, geprueft(2018))
    assert _zeile(art, date(2019, 2, 14), *akte) in ("", "buchung_nach_abschlussbericht")
    assert _zeile(art, date(2019, 2, 15), *akte) == "buchung_nach_pruefung"


def test_ein_neuer_bericht_nach_der_pruefung_ist_nicht_geprueft() -> None:
    akte = (BERICHT, geprueft(2018))
    assert _zeile(AbschlussberichtVorgelegt, date(2019, 2, 14), *akte) == ""
    assert _zeile(AbschlussberichtVorgelegt, date(2019, 2, 15), *akte) == "abschlussbericht_nach_pruefung"


def test_am_tag_der_pruefung_darf_ausgezahlt_werden_am_tag_davor_nicht() -> None:
    akte = (BERICHT, geprueft(2018))
    assert _zeile(RueckfuehrungAusgezahlt, date(2019, 2, 13), *akte) == "rueckfuehrung_vor_pruefung"
    assert _zeile(RueckfuehrungAusgezahlt, date(2019, 2, 14), *akte) == ""


def test_eine_buchung_zaehlt_vom_tag_ihrer_erfassung_an() -> None:
    wechsel = jahr_am(SPAET, *MIT_REST, BERICHT, geprueft(2018)).wechsel
    nachgetragen = evolve(ausgabe(2018, 5), erfasst=date(2019, 6, 1))
    zeile = zur_unzeit(nachgetragen, wechsel)
    assert zeile
    assert zeile.kennung == "buchung_nach_pruefung"
    assert zur_unzeit(ausgabe(2018, 5), wechsel) is None


def test_eine_auszahlung_zaehlt_vom_tag_der_auszahlung_an_auch_wenn_sie_spaeter_erfasst_ist() -> None:
    wechsel = jahr_am(SPAET, *MIT_REST, BERICHT, geprueft(2018)).wechsel
    (zu_frueh,) = ausgezahlt(2018, date(2019, 2, 13), ihk=5_000)
    assert isinstance(zu_frueh, RueckfuehrungAusgezahlt)
    zeile = zur_unzeit(evolve(zu_frueh, erfasst=date(2019, 6, 1)), wechsel)
    assert zeile
    assert zeile.kennung == "rueckfuehrung_vor_pruefung"


def test_eine_vorlage_zaehlt_vom_tag_der_vorlage_an() -> None:
    wechsel = jahr_am(SPAET, *MIT_REST, BERICHT, geprueft(2018)).wechsel
    nachgetragen = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018, erfasst=date(2019, 6, 1))
    assert zur_unzeit(nachgetragen, wechsel) is None


def test_was_keinen_tag_hat_ist_nie_zur_unzeit() -> None:
    ohne_tag = evolve(ausgabe(2018, 5), datum=None)
    assert zur_unzeit(ohne_tag, jahr_am(SPAET, *MIT_REST, BERICHT).wechsel) is None


def test_der_befund_nennt_jahr_ereignis_und_tag() -> None:
    zeile = next(zeile for zeile in ZUR_UNZEIT if zeile.kennung == "rueckfuehrung_vor_pruefung")
    befund = befund_zur_unzeit(zeile, AUSZAHLUNG[0])  # type: ignore[arg-type]  # ist ein Jahresereignis
    assert befund.text.startswith("Haushaltsjahr 2018, Rückführung ausgezahlt vom 01.03.2019: ")
    assert (befund.kennung, befund.schwere, befund.normen) == (zeile.kennung, zeile.schwere, zeile.normen)
    ohne_tag = befund_zur_unzeit(zeile, evolve(ausgabe(2018, 5), datum=None))
    assert ohne_tag.text.startswith("Haushaltsjahr 2018, Ausgabe gebucht: ")


# Was einen Wechsel auslöst, ist das Letzte, was noch fehlte


def test_wird_zu_frueh_ausgezahlt_so_ist_das_jahr_erst_durch_die_pruefung_zurueckgefuehrt() -> None:
    zu_frueh = ausgezahlt(2018, date(2019, 1, 10), duesseldorf=12_500, mettmann=12_500, ihk=5_000)
    letzter = jahr_am(SPAET, *MIT_REST, BERICHT, geprueft(2018), *zu_frueh).wechsel[-1]
    assert (letzter.tag, letzter.uebergang.nach) == (date(2019, 2, 14), P.ZURUECKGEFUEHRT)
    assert letzter.ereignis == geprueft(2018)


def test_wird_vor_dem_bericht_uebertragen_so_ist_das_jahr_erst_mit_dem_bericht_uebertragen() -> None:
    letzter = jahr_am(SPAET, *MIT_REST, BERICHT, uebertragung(2018, date(2018, 12, 20))).wechsel[-1]
    assert (letzter.tag, letzter.uebergang.nach, letzter.ereignis) == (date(2018, 12, 28), P.UEBERTRAGEN, BERICHT)


def test_wird_vor_jahresende_uebertragen_und_fehlt_der_bericht_so_uebertraegt_das_jahresende() -> None:
    letzter = jahr_am(SPAET, *MIT_REST, uebertragung(2018, date(2018, 12, 20))).wechsel[-1]
    assert (letzter.tag, letzter.uebergang.nach, letzter.ereignis) == (date(2019, 1, 1), P.UEBERTRAGEN, None)


def test_ist_nichts_uebrig_so_ist_das_jahr_mit_dem_bericht_ausgeglichen_auch_wenn_am_selben_tag_geprueft_wird() -> None:
    akte = (*GANZ_AUSGEGEBEN, BERICHT, geprueft(2018, date(2018, 12, 28)))
    stand_ = stand_am(SPAET, *akte)
    davon = [w for schritt in verlauf(stand_) for w in schritt.wechsel]
    assert davon == list(stand_.jahre[0].wechsel)


# Übertragen oder ausgeglichen heißt nicht geprüft


def test_ein_bericht_nach_der_uebertragung_kommt_nicht_nach_einer_pruefung_die_es_nicht_gab() -> None:
    akte = (*MIT_REST, uebertragung(2018, date(2019, 1, 10)), SPAETER_BERICHT)
    assert "abschlussbericht_nach_pruefung" not in kennungen(stand_am(SPAET, *akte))


def test_eine_buchung_im_ausgeglichenen_jahr_kommt_nach_dem_bericht_nicht_nach_einer_pruefung() -> None:
    spaeter = (
        evolve(ausgabe(2018, 5), datum=date(2018, 12, 30)),
        EinnahmeGebucht(
            datum=date(2018, 12, 30),
            jahr=2018,
            bezeichnung="Skonto",
            herkunft=Einnahmenart.RUECKERSTATTUNG,
            betrag=Geldbetrag(500),
        ),
    )
    gefunden = kennungen(stand_am(SPAET, *GANZ_AUSGEGEBEN, BERICHT, *spaeter))
    assert "buchung_nach_pruefung" not in gefunden
    assert gefunden.count("buchung_nach_abschlussbericht") == 2


def test_auszahlen_nach_der_uebertragung_ohne_pruefung_ist_vor_der_pruefung() -> None:
    akte = (*MIT_REST, uebertragung(2018, date(2019, 1, 10)), *AUSZAHLUNG)
    assert "rueckfuehrung_vor_pruefung" in kennungen(stand_am(SPAET, *akte))


def test_die_uebertragung_aendert_nicht_dass_ohne_bericht_geprueft_wird() -> None:
    akte = (uebertragung(2018, date(2019, 1, 10)), geprueft(2018))
    (schritt,) = [s for s in verlauf(stand_am(SPAET, *MIT_REST, *akte)) if s.ereignis == geprueft(2018)]
    assert [befund.kennung for befund in schritt.befunde] == ["pruefung_ohne_vorgelegten_bericht"]


# Summen


def test_gezaehlt_wird_je_partner_in_der_reihenfolge_der_ersten_nennung() -> None:
    posten = [("ihk", Geldbetrag(1)), ("mettmann", Geldbetrag(2)), ("ihk", Geldbetrag(3))]
    assert summe_je_partner(posten).paare == (("ihk", Geldbetrag(4)), ("mettmann", Geldbetrag(2)))


def test_ausgezahlt_ist_was_je_partner_zurueckgefuehrt_ist() -> None:
    jahr = nach_jahren(AUSZAHLUNG)[2018]
    erwartet = (("duesseldorf", 12_500), ("mettmann", 12_500), ("ihk", 5_000))
    assert jahresphase.ausgezahlt(jahr) == Betraege(tuple((p, Geldbetrag.aus_euro(b)) for p, b in erwartet))
    assert jahresphase.ausgezahlt({}) == Betraege()


# Eigenschaften


def _haengen_zusammen(wechsel: Iterable[Phasenwechsel]) -> bool:
    phase, tag = P.GEPLANT, date.min
    for einer in wechsel:
        if einer.uebergang.von is not phase or einer.tag < tag:
            return False
        phase, tag = einer.uebergang.nach, einer.tag
    return True


@given(ereignisse(), tage, auslegungen)
def test_phasen_folgen_lueckenlos_aufeinander_und_nie_nach_dem_stichtag(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    for jahr in stand(BERICHT_2017, alle, tag, auslegung).jahre:
        assert _haengen_zusammen(jahr.wechsel)
        assert all(wechsel.tag <= tag and wechsel.uebergang in UEBERGAENGE for wechsel in jahr.wechsel)
        assert jahr.phase is phase_nach(jahr.wechsel)
        if jahr.phase in LAUFENDE_PHASEN:
            assert jahr.phase is (P.GEPLANT if tag < date(jahr.jahr, 1, 1) else P.LAUFEND)
            assert tag.year <= jahr.jahr


@given(ereignisse(), tage, auslegungen)
def test_jeder_wechsel_geschieht_an_dem_tag_seines_ereignisses(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    for jahr in stand(BERICHT_2017, alle, tag, auslegung).jahre:
        for wechsel in jahr.wechsel:
            assert wechsel.ereignis is None or wechsel.ereignis.datum == wechsel.tag


@given(st.sampled_from([0, 89_999, 90_000, 120_000]), st.sampled_from([2018, 2019, 2020]))
def test_ein_ordentliches_jahr_ist_am_ende_erledigt(ausgaben: int, jahr: int) -> None:
    ende = stand(BERICHT_2017, ordentliches_jahr(jahr, ausgaben), date(jahr + 1, 3, 1)).jahre[0]
    assert ende.phase is (P.AUSGEGLICHEN if ausgaben == 120_000 else P.ZURUECKGEFUEHRT)
    assert set(ende.ausgezahlt) <= set(PARTNER)
