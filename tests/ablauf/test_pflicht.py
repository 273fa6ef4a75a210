"""Pflicht: wer wem bis wann was schuldet, in jedem Stand, den sie erreichen kann."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ablauf.akten import (
    PARTNER,
    ausgabe,
    ausgezahlt,
    beitraege,
    bekannt_am,
    ereignisse,
    geprueft,
    ordentliches_jahr,
    personal,
    tage,
    uebertragung,
)
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    AbschlussberichtVorgelegt,
    AusgabeGebucht,
    BeitraegeWieVereinbart,
    BeitragGezahlt,
    EigenanteilGezahlt,
    EigenanteilZugesagt,
    EinnahmeGebucht,
    Ereignis,
    ErstattungGezahlt,
    ForderungBeglichen,
    PersonalAbberufen,
    PersonalGestellt,
    PlanungVorgelegt,
    RechnungGeprueft,
)
from kooperationsvertrag.ablauf.pflicht import (
    HANDLUNGSNAMEN,
    Frist,
    Pflicht,
    Pflichthandlung,
    Pflichtlage,
    Pflichtstatus,
    pflichtbefunde,
    rechenschaftspflichten,
    status_nach_frist,
)
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand, stand
from kooperationsvertrag.auslegung import Auslegung, Lesart, Variante
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.norm import Schwere
from kooperationsvertrag.regeln.rechenschaft import berichtstag, planungstag
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.buchung import Ausgabenart, Einnahmenart
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import (
    Berichtsfrist,
    Planungsfrist,
    Pruefung,
    Rueckfuehrungsbasis,
    Stellendauer,
)
from strategien import auslegungen, halb_offene_auslegungen

S, H = Pflichtstatus, Pflichthandlung
EURO = Geldbetrag.aus_euro
PLANUNG = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018)
BERICHT = AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018)
SPAET = date(2021, 6, 30)
MIT_REST = (*beitraege(2018), ausgabe(2018, 90_000), BERICHT, geprueft(2018))


def stand_am(tag: date, *akte: Ereignis, lesarten: tuple[Lesart, ...] = ()) -> Vertragsstand:
    return stand(BERICHT_2017, akte, tag, Auslegung.mit(*lesarten))


def suche(stand_: Vertragsstand, handlung: Pflichthandlung, wer: str = "", jahr: int | None = 2018) -> Pflicht:
    """Die eine Pflicht dieser Art; bei Rückführungen ist „wer“, wer das Geld erhält."""
    je_jahr = [p for p in stand_.pflichten if p.handlung is handlung and p.jahr == jahr]
    (eine,) = [p for p in je_jahr if wer in ("", p.gegenueber if handlung is H.MITTEL_ZURUECKFUEHREN else p.traeger)]
    return eine


def lage(pflicht: Pflicht) -> tuple[Pflichtstatus, Geldbetrag | None, Geldbetrag | None, date | None]:
    (einzige,) = pflicht.lagen
    eine = einzige.ergebnis
    return eine.status, eine.betrag, eine.rest, eine.erfuellt_am


# Vergleich mit einem Tag


ENTSTEHT, LETZTER = date(2018, 1, 1), date(2018, 1, 31)


@pytest.mark.parametrize(
    ("stichtag", "erwartet"),
    [
        (date(2017, 12, 31), S.KUENFTIG),
        (date(2018, 1, 1), S.OFFEN),
        (date(2018, 1, 30), S.OFFEN),
        (date(2018, 1, 31), S.FAELLIG),
        (date(2018, 2, 1), S.UEBERFAELLIG),
    ],
)
def test_ohne_leistung_zaehlt_der_stichtag(stichtag: date, erwartet: Pflichtstatus) -> None:
    assert status_nach_frist(ENTSTEHT, LETZTER, None, stichtag) is erwartet


@pytest.mark.parametrize(
    ("geleistet", "erwartet"),
    [
        (date(2017, 12, 1), S.ERFUELLT),
        (date(2018, 1, 31), S.ERFUELLT),
        (date(2018, 2, 1), S.VERSPAETET_ERFUELLT),
    ],
)
@pytest.mark.parametrize("stichtag", [date(2018, 2, 1), date(2030, 1, 1)])
def test_mit_leistung_zaehlt_nur_ihr_tag(geleistet: date, erwartet: Pflichtstatus, stichtag: date) -> None:
    assert status_nach_frist(ENTSTEHT, LETZTER, geleistet, stichtag) is erwartet


def test_liegt_der_letzte_tag_vor_dem_entstehen_so_wird_sie_ohne_offen_zu_sein_faellig() -> None:
    vor_beginn = date(2018, 1, 1), date(2017, 12, 31)
    tage_ = (date(2017, 12, 30), date(2017, 12, 31), date(2018, 1, 1))
    assert [status_nach_frist(*vor_beginn, None, tag) for tag in tage_] == [S.KUENFTIG, S.FAELLIG, S.UEBERFAELLIG]


_FOLGE = [S.KUENFTIG, S.OFFEN, S.FAELLIG, S.UEBERFAELLIG]


@given(tage, st.integers(-400, 400), tage)
def test_von_tag_zu_tag_geht_es_nur_vorwaerts_und_nie_an_der_faelligkeit_vorbei(
    entsteht: date, spanne: int, stichtag: date
) -> None:
    letzter = entsteht + timedelta(days=spanne)
    heute = status_nach_frist(entsteht, letzter, None, stichtag)
    morgen = status_nach_frist(entsteht, letzter, None, stichtag + timedelta(days=1))
    assert _FOLGE.index(heute) <= _FOLGE.index(morgen)
    if morgen is S.UEBERFAELLIG:
        assert heute in (S.FAELLIG, S.UEBERFAELLIG)


# Planung, Bericht, Prüfung


@pytest.mark.parametrize("lesart", Planungsfrist)
def test_die_planung_hat_unter_jeder_lesart_ihren_tag(lesart: Planungsfrist) -> None:
    letzter = planungstag(2018, lesart)
    for versatz, erwartet in ((0, S.FAELLIG), (1, S.UEBERFAELLIG)):
        planung, _, _ = rechenschaftspflichten(2018, {}, letzter + timedelta(days=versatz), Auslegung.mit(lesart))
        assert (planung.status, planung.lagen[0].ergebnis.frist.tag) == (erwartet, letzter)
        assert planung.normen == (normen.PLANUNG_UND_BERICHT,)
        assert "OF-23" in planung.fragen


@pytest.mark.parametrize("lesart", Berichtsfrist)
def test_der_bericht_hat_unter_jeder_lesart_seinen_tag(lesart: Berichtsfrist) -> None:
    letzter = berichtstag(2018, lesart)
    for versatz, erwartet in ((0, S.FAELLIG), (1, S.UEBERFAELLIG)):
        _, bericht, _ = rechenschaftspflichten(2018, {}, letzter + timedelta(days=versatz), Auslegung.mit(lesart))
        assert (bericht.status, bericht.lagen[0].ergebnis.frist.tag) == (erwartet, letzter)


def test_ohne_lesart_ist_die_planung_zwischen_den_tagen_unbestimmt_und_danach_ueberfaellig() -> None:
    ohne = BeitraegeWieVereinbart(datum=date(2017, 12, 1), jahr=2018)
    staende = {
        tag: suche(stand_am(tag, ohne), H.PLANUNG_ERSTELLEN).status
        for tag in (date(2017, 12, 30), date(2017, 12, 31), date(2018, 3, 31), date(2018, 4, 1))
    }
    assert list(staende.values()) == [S.KUENFTIG, S.UNBESTIMMT, S.UNBESTIMMT, S.UEBERFAELLIG]


def test_die_planung_vom_12_januar_ist_je_nach_lesart_rechtzeitig_oder_verspaetet() -> None:
    planung = suche(stand_am(date(2018, 1, 12), PLANUNG), H.PLANUNG_ERSTELLEN)
    assert (planung.status, planung.erfuellt_am, planung.ist_eindeutig) == (S.UNBESTIMMT, date(2018, 1, 12), False)
    assert {dict(v.auslegung)["planungsfrist"]: v.ergebnis.status for v in planung.lagen} == {
        Planungsfrist.VOR_JAHRESBEGINN: S.VERSPAETET_ERFUELLT,
        Planungsfrist.AM_ERSTEN_TAG: S.VERSPAETET_ERFUELLT,
        Planungsfrist.IM_ERSTEN_MONAT: S.ERFUELLT,
        Planungsfrist.IM_ERSTEN_VIERTELJAHR: S.ERFUELLT,
    }


def test_vor_ihrem_tag_ist_die_planung_im_jahr_offen() -> None:
    ohne = BeitraegeWieVereinbart(datum=date(2018, 1, 1), jahr=2018)
    stand_ = stand_am(date(2018, 1, 15), ohne, lesarten=(Planungsfrist.IM_ERSTEN_MONAT,))
    assert suche(stand_, H.PLANUNG_ERSTELLEN).status is S.OFFEN


def test_die_erste_vorlage_zaehlt() -> None:
    zweite = evolve(PLANUNG, datum=date(2018, 5, 1))
    stand_ = stand_am(SPAET, zweite, PLANUNG, lesarten=(Planungsfrist.IM_ERSTEN_MONAT,))
    assert suche(stand_, H.PLANUNG_ERSTELLEN).erfuellt_am == date(2018, 1, 12)
    assert suche(stand_, H.PLANUNG_ERSTELLEN).status is S.ERFUELLT


def test_der_bericht_ist_waehrend_des_jahres_kuenftig_danach_offen() -> None:
    lesart = (Berichtsfrist.IM_FOLGENDEN_VIERTELJAHR,)
    staende = [
        suche(stand_am(tag, PLANUNG, lesarten=lesart), H.ABSCHLUSSBERICHT_ERSTELLEN).status
        for tag in (date(2018, 12, 31), date(2019, 1, 1), date(2019, 3, 31), date(2019, 4, 1))
    ]
    assert staende == [S.KUENFTIG, S.OFFEN, S.FAELLIG, S.UEBERFAELLIG]


def test_der_verspaetete_bericht_ist_eine_warnung_der_fehlende_ein_verstoss() -> None:
    lesart = (Berichtsfrist.BIS_JAHRESENDE, Planungsfrist.IM_ERSTEN_MONAT)
    spaet = AbschlussberichtVorgelegt(datum=date(2019, 1, 20), jahr=2018)
    fehlt, liegt_vor = (stand_am(tag, PLANUNG, spaet, lesarten=lesart) for tag in (date(2019, 1, 19), SPAET))
    assert suche(fehlt, H.ABSCHLUSSBERICHT_ERSTELLEN).status is S.UEBERFAELLIG
    assert suche(liegt_vor, H.ABSCHLUSSBERICHT_ERSTELLEN).status is S.VERSPAETET_ERFUELLT
    assert [(b.kennung, b.schwere) for b in fehlt.befunde if "Abschlussbericht" in b.text] == [
        ("pflicht_ueberfaellig", Schwere.VERSTOSS)
    ]
    assert [(b.kennung, b.schwere) for b in liegt_vor.befunde if "Abschlussbericht erstellen" in b.text] == [
        ("pflicht_verspaetet_erfuellt", Schwere.WARNUNG)
    ]


def test_die_pruefung_wird_mit_dem_bericht_faellig_und_nie_ueberfaellig() -> None:
    akte = (BERICHT, geprueft(2018))
    staende = [
        suche(stand_am(tag, PLANUNG, *akte), H.ABSCHLUSSBERICHT_PRUEFEN)
        for tag in (date(2018, 12, 27), date(2018, 12, 28), date(2019, 2, 14))
    ]
    assert [pflicht.status for pflicht in staende] == [S.KUENFTIG, S.FAELLIG, S.ERFUELLT]
    assert staende[-1].erfuellt_am == date(2019, 2, 14)
    assert suche(stand_am(SPAET, BERICHT), H.ABSCHLUSSBERICHT_PRUEFEN).status is S.FAELLIG
    assert suche(stand_am(SPAET, BERICHT), H.ABSCHLUSSBERICHT_PRUEFEN).traeger == "Aufsichtsgremium"


def test_eine_pruefung_durch_andere_erfuellt_die_pflicht_des_aufsichtsgremiums_nicht() -> None:
    durch_andere = evolve(geprueft(2018), akteur="rechnungspruefungsamt")
    assert suche(stand_am(SPAET, BERICHT, durch_andere), H.ABSCHLUSSBERICHT_PRUEFEN).status is S.FAELLIG


# Dauernde Pflichten


def test_wie_oft_zu_berichten_ist_bleibt_unbestimmt() -> None:
    berichten = suche(stand_am(SPAET, PLANUNG), H.BERICHTEN, jahr=None)
    assert (berichten.status, berichten.traeger, berichten.fragen) == (S.UNBESTIMMT, "Regionalmanagement", ("OF-22",))
    assert berichten.ist_eindeutig
    rechenschaft = [p for p in stand_am(SPAET, PLANUNG).pflichten if p.handlung is H.RECHENSCHAFT_ABLEGEN]
    assert [(p.traeger, p.status) for p in rechenschaft] == [
        ("Regionalmanagement", S.UNBESTIMMT),
        ("Geschäftsstelle", S.UNBESTIMMT),
    ]


def test_die_rechnungspruefung_ist_zuzulassen_und_mit_der_letzten_pruefung_zugelassen() -> None:
    pruefungen = (
        RechnungGeprueft(datum=date(2019, 5, 2), jahr=2018),
        RechnungGeprueft(datum=date(2019, 6, 2), jahr=2018, beanstandet=True),
    )
    vorher = suche(stand_am(date(2019, 5, 1), PLANUNG, *pruefungen), H.RECHNUNGSPRUEFUNG_DULDEN, jahr=None)
    danach = suche(stand_am(SPAET, PLANUNG, *pruefungen), H.RECHNUNGSPRUEFUNG_DULDEN, jahr=None)
    assert (vorher.status, vorher.erfuellt_am) == (S.OFFEN, None)
    assert (danach.status, danach.erfuellt_am) == (S.ERFUELLT, date(2019, 6, 2))
    assert danach.normen == (normen.PRUEFUNGSRECHT,)


# Beiträge


def ihk_zahlt(*teile: tuple[date, int]) -> tuple[Ereignis, ...]:
    andere = [zahlung for zahlung in beitraege(2018) if zahlung.akteur != "ihk"]
    ihk = [BeitragGezahlt(datum=tag, akteur="ihk", jahr=2018, betrag=EURO(euro)) for tag, euro in teile]
    return (*andere, *ihk)


def test_vor_dem_jahr_ist_der_beitrag_kuenftig_im_jahr_offen() -> None:
    akte = (PlanungVorgelegt(datum=date(2017, 12, 20), jahr=2018),)
    vorher, darin = stand_am(date(2017, 12, 31), *akte), stand_am(date(2018, 1, 1), *akte)
    assert lage(suche(vorher, H.BEITRAG_LEISTEN, "ihk")) == (S.KUENFTIG, EURO(20_000), EURO(20_000), None)
    assert lage(suche(darin, H.BEITRAG_LEISTEN, "ihk")) == (S.OFFEN, EURO(20_000), EURO(20_000), None)
    assert suche(darin, H.BEITRAG_LEISTEN, "ihk").fragen == ("OF-15", "OF-17")


def test_ihk_zahlt_die_haelfte_und_den_rest_im_maerz_des_naechsten_jahres() -> None:
    akte = ihk_zahlt((date(2018, 2, 1), 10_000), (date(2019, 3, 15), 10_000))
    am = {
        tag: lage(suche(stand_am(tag, *akte), H.BEITRAG_LEISTEN, "ihk"))
        for tag in (
            date(2018, 1, 31),
            date(2018, 2, 1),
            date(2018, 12, 31),
            date(2019, 1, 1),
            date(2019, 3, 14),
            date(2019, 3, 15),
        )
    }
    assert list(am.values()) == [
        (S.OFFEN, EURO(20_000), EURO(20_000), None),
        (S.OFFEN, EURO(20_000), EURO(10_000), None),
        (S.OFFEN, EURO(20_000), EURO(10_000), None),
        (S.UNBESTIMMT, EURO(20_000), EURO(10_000), None),
        (S.UNBESTIMMT, EURO(20_000), EURO(10_000), None),
        (S.ERFUELLT, EURO(20_000), NULL, date(2019, 3, 15)),
    ]


def test_ein_fehlender_beitrag_ist_nie_ein_verstoss() -> None:
    akte = (*ihk_zahlt(), PlanungVorgelegt(datum=date(2017, 12, 20), jahr=2018))
    verstoesse = stand_am(date(2019, 1, 1), *akte, BERICHT).verstoesse
    assert verstoesse == ()


def test_wer_mehr_zahlt_hat_an_dem_tag_erfuellt_an_dem_es_genug_war() -> None:
    akte = ihk_zahlt((date(2018, 2, 1), 15_000), (date(2018, 3, 1), 15_000), (date(2018, 4, 1), 15_000))
    assert lage(suche(stand_am(SPAET, *akte), H.BEITRAG_LEISTEN, "ihk")) == (
        S.ERFUELLT,
        EURO(20_000),
        NULL,
        date(2018, 3, 1),
    )


def test_wer_im_voraus_zahlt_hat_schon_vor_dem_jahr_erfuellt() -> None:
    akte = ihk_zahlt((date(2017, 12, 1), 20_000))
    assert lage(suche(stand_am(date(2017, 12, 1), *akte), H.BEITRAG_LEISTEN, "ihk"))[0] is S.ERFUELLT


def test_haben_alle_wie_vereinbart_gezahlt_so_ist_der_tag_der_leistung_nicht_bekannt() -> None:
    akte = BeitraegeWieVereinbart(datum=date(2018, 1, 15), jahr=2018)
    for wer in PARTNER:
        status, _, rest, tag = lage(suche(stand_am(SPAET, akte), H.BEITRAG_LEISTEN, wer))
        assert (status, rest, tag) == (S.ERFUELLT, NULL, None)


def test_ist_nichts_vereinbart_so_ist_nichts_zu_leisten() -> None:
    ohne_ihk = evolve(
        BERICHT_2017,
        beitraege=type(BERICHT_2017.beitraege).von({**BERICHT_2017.beitraege, "ihk": NULL}),
    )
    stand_ = stand(ohne_ihk, [PLANUNG], date(2018, 6, 1))
    assert lage(suche(stand_, H.BEITRAG_LEISTEN, "ihk")) == (S.ENTFALLEN, NULL, NULL, None)


# Eigenanteile


def zugesagt(euro: int, vorhaben: str = "Radweg") -> Ereignis:
    return EigenanteilZugesagt(datum=date(2018, 3, 1), jahr=2018, vorhaben=vorhaben, betrag=EURO(euro), wichtig=True)


def test_ein_eigenanteil_ist_offen_bis_er_ganz_gezahlt_ist() -> None:
    zahlungen = [
        EigenanteilGezahlt(datum=tag, jahr=2018, vorhaben="Radweg", betrag=EURO(4_000))
        for tag in (date(2018, 5, 1), date(2018, 7, 1))
    ]
    akte = (zugesagt(5_000), zugesagt(3_000), *zahlungen)
    am = [
        lage(suche(stand_am(tag, *akte), H.EIGENANTEIL_ZAHLEN))
        for tag in (date(2018, 3, 1), date(2018, 5, 1), date(2018, 7, 1))
    ]
    assert am == [
        (S.OFFEN, EURO(8_000), EURO(8_000), None),
        (S.OFFEN, EURO(8_000), EURO(4_000), None),
        (S.ERFUELLT, EURO(8_000), NULL, date(2018, 7, 1)),
    ]
    assert suche(stand_am(SPAET, *akte), H.EIGENANTEIL_ZAHLEN).gegenstand == "Radweg"


def test_jedes_vorhaben_hat_seinen_eigenanteil_und_einer_von_nichts_entfaellt() -> None:
    bezahlt = EigenanteilGezahlt(datum=date(2018, 5, 1), jahr=2018, vorhaben="Radweg", betrag=EURO(5_000))
    stand_ = stand_am(SPAET, zugesagt(5_000), zugesagt(0, "Flächen"), zugesagt(1, "Halle"), bezahlt)
    gefunden = {p.gegenstand: p.status for p in stand_.pflichten if p.handlung is H.EIGENANTEIL_ZAHLEN}
    assert gefunden == {"Radweg": S.ERFUELLT, "Flächen": S.ENTFALLEN, "Halle": S.OFFEN}


def test_vorhaben_stehen_in_der_reihenfolge_ihrer_ersten_zusage() -> None:
    noch_mehr = evolve(zugesagt(1_000), datum=date(2018, 5, 1))
    stand_ = stand_am(SPAET, noch_mehr, evolve(zugesagt(500, "Flächen"), datum=date(2018, 4, 1)), zugesagt(5_000))
    eigenanteile = [pflicht for pflicht in stand_.pflichten if pflicht.handlung is H.EIGENANTEIL_ZAHLEN]
    assert [(pflicht.gegenstand, lage(pflicht)[1]) for pflicht in eigenanteile] == [
        ("Radweg", EURO(6_000)),
        ("Flächen", EURO(500)),
    ]


def test_ein_eigenanteil_wird_nie_ueberfaellig() -> None:
    assert suche(stand_am(SPAET, zugesagt(5_000)), H.EIGENANTEIL_ZAHLEN).status is S.OFFEN


# Personalkosten


GEHALT = AusgabeGebucht(
    datum=date(2018, 6, 8),
    jahr=2018,
    bezeichnung="Gehalt",
    zweck=Ausgabenart.PERSONALKOSTEN,
    betrag=EURO(1_500),
    personal_von="ihk",
)


def test_personalkosten_selbst_zu_tragen_ist_im_jahr_offen_und_danach_erfuellt() -> None:
    akte = (PlanungVorgelegt(datum=date(2017, 12, 20), jahr=2018),)
    tage_ = (date(2017, 12, 31), date(2018, 1, 1), date(2018, 12, 31), date(2019, 1, 1))
    staende = [suche(stand_am(tag, *akte), H.PERSONALKOSTEN_SELBST_TRAGEN, "ihk").status for tag in tage_]
    assert staende == [S.KUENFTIG, S.OFFEN, S.OFFEN, S.ERFUELLT]


def test_hat_das_budget_personalkosten_getragen_so_ist_die_pflicht_verletzt_und_zu_erstatten() -> None:
    erstattungen = [
        ErstattungGezahlt(datum=tag, akteur="ihk", jahr=2018, betrag=EURO(euro))
        for tag, euro in ((date(2018, 9, 1), 500), (date(2018, 10, 1), 1_000))
    ]
    akte = (GEHALT, *erstattungen)
    nach_belastung, teils, ganz = (stand_am(tag, *akte) for tag in (date(2018, 6, 8), date(2018, 9, 1), SPAET))
    erstatten = [lage(suche(s, H.PERSONALKOSTEN_ERSTATTEN, "ihk")) for s in (nach_belastung, teils, ganz)]
    assert erstatten == [
        (S.FAELLIG, EURO(1_500), EURO(1_500), None),
        (S.FAELLIG, EURO(1_500), EURO(1_000), None),
        (S.ERFUELLT, EURO(1_500), NULL, date(2018, 10, 1)),
    ]
    assert {suche(s, H.PERSONALKOSTEN_SELBST_TRAGEN, "ihk").status for s in (nach_belastung, teils, ganz)} == {
        S.VERLETZT
    }
    assert suche(ganz, H.PERSONALKOSTEN_SELBST_TRAGEN, "mettmann").status is S.ERFUELLT


def test_der_verstoss_gegen_die_personalkosten_steht_nur_einmal_da() -> None:
    befunde = [b for b in stand_am(SPAET, GEHALT, PLANUNG).befunde if normen.PERSONALKOSTEN in b.normen]
    assert [befund.kennung for befund in befunde] == ["personalkosten_im_budget"]


def test_personalkosten_von_null_euro_belasten_niemanden() -> None:
    stand_ = stand_am(SPAET, evolve(GEHALT, betrag=NULL))
    assert suche(stand_, H.PERSONALKOSTEN_SELBST_TRAGEN, "ihk").status is S.ERFUELLT
    assert not [p for p in stand_.pflichten if p.handlung is H.PERSONALKOSTEN_ERSTATTEN]


def test_auch_wer_nicht_partner_ist_erstattet() -> None:
    stand_ = stand_am(SPAET, evolve(GEHALT, personal_von="neuss"))
    assert suche(stand_, H.PERSONALKOSTEN_ERSTATTEN).traeger == "neuss"
    assert suche(stand_, H.PERSONALKOSTEN_SELBST_TRAGEN, "neuss").status is S.VERLETZT


# Rückführung


def test_vor_der_pruefung_ist_die_rueckfuehrung_kuenftig_danach_faellig() -> None:
    laufend, ungeprueft, faellig = (
        stand_am(tag, *MIT_REST) for tag in (date(2018, 6, 8), date(2019, 2, 13), date(2019, 2, 14))
    )
    for vorher in (laufend, ungeprueft):
        eine = suche(vorher, H.MITTEL_ZURUECKFUEHREN)
        assert (eine.status, eine.gegenueber) == (S.KUENFTIG, "Vertragspartner")
    assert lage(suche(faellig, H.MITTEL_ZURUECKFUEHREN, "ihk")) == (S.FAELLIG, EURO(5_000), EURO(5_000), None)
    assert suche(faellig, H.MITTEL_ZURUECKFUEHREN, "ihk").traeger == "duesseldorf"


def test_die_rueckfuehrung_wird_nie_ueberfaellig() -> None:
    assert suche(stand_am(date(2030, 1, 1), *MIT_REST), H.MITTEL_ZURUECKFUEHREN, "ihk").status is S.FAELLIG


def test_ein_teil_ist_ausgezahlt() -> None:
    akte = (*MIT_REST, *ausgezahlt(2018, date(2019, 3, 1), ihk=2_000, mettmann=12_500))
    stand_ = stand_am(date(2019, 3, 1), *akte)
    assert lage(suche(stand_, H.MITTEL_ZURUECKFUEHREN, "ihk")) == (S.FAELLIG, EURO(5_000), EURO(3_000), None)
    assert lage(suche(stand_, H.MITTEL_ZURUECKFUEHREN, "mettmann")) == (
        S.ERFUELLT,
        EURO(12_500),
        NULL,
        date(2019, 3, 1),
    )
    assert lage(suche(stand_, H.MITTEL_ZURUECKFUEHREN, "duesseldorf"))[0] is S.FAELLIG


@pytest.mark.parametrize("euro", [120_000, 130_000])
def test_ist_nichts_uebrig_so_entfaellt_die_rueckfuehrung(euro: int) -> None:
    akte = (*beitraege(2018), ausgabe(2018, euro), BERICHT, geprueft(2018))
    assert lage(suche(stand_am(SPAET, *akte), H.MITTEL_ZURUECKFUEHREN)) == (S.ENTFALLEN, NULL, NULL, None)


def test_ist_alles_uebertragen_so_entfaellt_die_rueckfuehrung() -> None:
    akte = (*beitraege(2018), ausgabe(2018, 90_000), BERICHT, uebertragung(2018, date(2019, 1, 10)))
    assert suche(stand_am(SPAET, *akte), H.MITTEL_ZURUECKFUEHREN).status is S.ENTFALLEN


def test_wer_zu_unrecht_erhielt_dem_gegenueber_entfaellt_sie() -> None:
    akte = (*MIT_REST, *ausgezahlt(2018, date(2019, 3, 1), neuss=7))
    assert suche(stand_am(SPAET, *akte), H.MITTEL_ZURUECKFUEHREN, "neuss").status is S.ENTFALLEN


def test_ob_zurueckzufuehren_ist_haengt_an_der_billigung() -> None:
    ungebilligt = AbschlussberichtGeprueft(datum=date(2019, 2, 14), jahr=2018)
    akte = (*beitraege(2018), ausgabe(2018, 90_000), BERICHT, ungebilligt)
    pflicht = suche(stand_am(SPAET, *akte), H.MITTEL_ZURUECKFUEHREN, "ihk")
    assert pflicht.status is S.UNBESTIMMT
    assert {dict(v.auslegung)["pruefung"]: v.ergebnis.status for v in pflicht.lagen} == {
        Pruefung.VORNAHME_GENUEGT: S.FAELLIG,
        Pruefung.BILLIGUNG_NOETIG: S.KUENFTIG,
    }


# Forderungen nach dem Kostenausgleich: IHK zahlt 10.000 von 20.000 €, ausgegeben sind 80.000 €


_OF16 = (*ihk_zahlt((date(2018, 2, 1), 10_000)), ausgabe(2018, 80_000), BERICHT, geprueft(2018))
_NACH_KOSTEN = (Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL,)


def test_nach_kosten_schuldet_die_ihk_noch_etwas() -> None:
    stand_ = stand_am(date(2019, 2, 14), *_OF16, lesarten=_NACH_KOSTEN)
    schuld = lage(suche(stand_, H.FORDERUNG_BEGLEICHEN, "ihk"))
    assert schuld == (S.FAELLIG, Geldbetrag(333_333), Geldbetrag(333_333), None)
    zurueck = [
        suche(stand_, H.MITTEL_ZURUECKFUEHREN, wer).lagen[0].ergebnis.betrag for wer in ("duesseldorf", "mettmann")
    ]
    assert sum(betrag.cent for betrag in zurueck if betrag) == 3_000_000 + 333_333


def test_begleicht_die_ihk_ihre_forderung_so_ist_sie_erfuellt() -> None:
    beglichen = [
        ForderungBeglichen(datum=tag, akteur="ihk", jahr=2018, betrag=Geldbetrag(cent))
        for tag, cent in ((date(2019, 3, 1), 333_000), (date(2019, 4, 1), 333))
    ]
    teils, ganz = (
        lage(suche(stand_am(tag, *_OF16, *beglichen, lesarten=_NACH_KOSTEN), H.FORDERUNG_BEGLEICHEN, "ihk"))
        for tag in (date(2019, 3, 1), SPAET)
    )
    assert teils == (S.FAELLIG, Geldbetrag(333_333), Geldbetrag(333), None)
    assert ganz == (S.ERFUELLT, Geldbetrag(333_333), NULL, date(2019, 4, 1))


def test_ohne_lesart_ist_unbestimmt_ob_die_ihk_etwas_schuldet() -> None:
    pflicht = suche(stand_am(SPAET, *_OF16), H.FORDERUNG_BEGLEICHEN, "ihk")
    assert pflicht.status is S.UNBESTIMMT
    assert {v.ergebnis.status for v in pflicht.lagen} == {S.FAELLIG, S.ENTFALLEN}


def test_vor_der_pruefung_gibt_es_keine_forderung() -> None:
    stand_ = stand_am(date(2019, 2, 13), *_OF16, lesarten=_NACH_KOSTEN)
    assert not [p for p in stand_.pflichten if p.handlung is H.FORDERUNG_BEGLEICHEN]


# Personal stellen und abordnen


VOLL = personal(date(2018, 1, 2))
GEHT = PersonalAbberufen(datum=date(2018, 9, 30), akteur="ihk", person="Stelle 3")


def stelle_am(tag: date, *akte: Ereignis, lesart: Stellendauer | None = None) -> Pflichtstatus:
    lesarten = (lesart,) if lesart else ()
    return suche(stand_am(tag, *akte, lesarten=lesarten), H.PERSONAL_STELLEN, "ihk", jahr=None).status


def test_ist_zum_personal_nichts_erfasst_so_wird_nichts_behauptet() -> None:
    stand_ = stand_am(SPAET, PLANUNG)
    assert not [p for p in stand_.pflichten if p.handlung in (H.PERSONAL_STELLEN, H.PERSONAL_ABORDNEN)]


def test_wer_nie_jemanden_stellt_ist_ueberfaellig_wenn_anderes_personal_erfasst_ist() -> None:
    ohne_ihk = VOLL[:2]
    assert stelle_am(date(2018, 6, 1), *ohne_ihk, PLANUNG) is S.UEBERFAELLIG
    assert suche(stand_am(SPAET, *ohne_ihk), H.PERSONAL_STELLEN, "mettmann", jahr=None).status is S.ERFUELLT


def test_vor_dem_ersten_haushaltsjahr_ist_noch_niemand_ueberfaellig() -> None:
    planung = PlanungVorgelegt(datum=date(2017, 12, 1), jahr=2018)
    akte = (planung, *personal(date(2017, 12, 15))[:2])
    stand_ = stand_am(date(2017, 12, 31), *akte)
    assert stelle_am(date(2017, 12, 31), *akte) is not S.UEBERFAELLIG
    assert stand_.verstoesse == ()
    assert stelle_am(date(2018, 1, 1), *akte) is S.UEBERFAELLIG


@pytest.mark.parametrize("lesart", [None, *Stellendauer])
def test_wer_da_ist_erfuellt_unter_jeder_lesart(lesart: Stellendauer | None) -> None:
    assert stelle_am(date(2020, 6, 1), *VOLL, lesart=lesart) is S.ERFUELLT


@pytest.mark.parametrize(
    ("lesart", "im_jahr", "danach"),
    [
        (Stellendauer.NUR_ZU_BEGINN, S.ERFUELLT, S.ERFUELLT),
        (Stellendauer.DAUERND, S.VERLETZT, S.VERLETZT),
        (Stellendauer.ZU_BEGINN_JEDES_JAHRES, S.ERFUELLT, S.OFFEN),
        (None, S.UNBESTIMMT, S.UNBESTIMMT),
    ],
)
def test_abberufen_und_nicht_ersetzt(
    lesart: Stellendauer | None, im_jahr: Pflichtstatus, danach: Pflichtstatus
) -> None:
    assert stelle_am(date(2018, 9, 29), *VOLL, GEHT, lesart=lesart) is S.ERFUELLT
    assert stelle_am(date(2018, 9, 30), *VOLL, GEHT, lesart=lesart) is im_jahr
    assert stelle_am(date(2018, 12, 31), *VOLL, GEHT, lesart=lesart) is im_jahr
    assert stelle_am(date(2019, 1, 1), *VOLL, GEHT, lesart=lesart) is danach


@pytest.mark.parametrize("lesart", [None, *Stellendauer])
def test_wer_ersetzt_ist_fehlt_unter_keiner_lesart(lesart: Stellendauer | None) -> None:
    ersatz = PersonalGestellt(datum=date(2018, 10, 15), akteur="ihk", person="Stelle 4", abgeordnet_an="duesseldorf")
    assert stelle_am(date(2018, 10, 15), *VOLL, GEHT, ersatz, lesart=lesart) is S.ERFUELLT


def test_vor_jahresbeginn_abberufen_und_im_neuen_jahr_ersetzt() -> None:
    ersatz = PersonalGestellt(datum=date(2019, 2, 1), akteur="ihk", person="Stelle 4", abgeordnet_an="duesseldorf")
    lesart = Stellendauer.ZU_BEGINN_JEDES_JAHRES
    assert stelle_am(date(2019, 1, 31), *VOLL, GEHT, ersatz, lesart=lesart) is S.OFFEN
    assert stelle_am(date(2019, 2, 1), *VOLL, GEHT, ersatz, lesart=lesart) is S.ERFUELLT


def test_eine_verletzte_stelle_ist_ein_verstoss() -> None:
    stand_ = stand_am(date(2018, 10, 1), *VOLL, GEHT, lesarten=(Stellendauer.DAUERND,))
    (befund,) = [b for b in stand_.verstoesse if normen.PERSONALGESTELLUNG in b.normen]
    assert (befund.kennung, befund.text) == (
        "pflicht_verletzt",
        "Die Pflicht „Personal stellen“ (IHK) ist verletzt.",
    )


@pytest.mark.parametrize(
    ("wohin", "erwartet"),
    [("duesseldorf", S.ERFUELLT), ("mettmann", S.VERLETZT), ("", S.VERLETZT), (None, S.UNBESTIMMT)],
)
def test_abgeordnet_ist_an_duesseldorf(wohin: str | None, erwartet: Pflichtstatus) -> None:
    person = PersonalGestellt(datum=date(2018, 1, 2), akteur="ihk", person="Stelle 3", abgeordnet_an=wohin)
    pflicht = suche(stand_am(date(2018, 1, 2), person), H.PERSONAL_ABORDNEN, "ihk", jahr=None)
    assert (pflicht.status, pflicht.gegenstand, pflicht.gegenueber) == (erwartet, "Stelle 3", "duesseldorf")


def test_duesseldorf_ordnet_nicht_an_sich_selbst_ab_und_wer_geht_ist_nicht_mehr_abzuordnen() -> None:
    abordnungen = [p.traeger for p in stand_am(SPAET, *VOLL, GEHT).pflichten if p.handlung is H.PERSONAL_ABORDNEN]
    assert abordnungen == ["mettmann"]


def test_wer_keine_stelle_zugesagt_hat_muss_nicht_abordnen() -> None:
    fremd = PersonalGestellt(datum=date(2018, 1, 2), akteur="neuss", person="Stelle 9", abgeordnet_an="neuss")
    assert not [p for p in stand_am(SPAET, fremd).pflichten if p.handlung is H.PERSONAL_ABORDNEN]


# Befunde


def _pflicht(*staende: Pflichtstatus, gegenstand: str = "", jahr: int | None = 2018) -> Pflicht:
    lagen = tuple(Variante((), ((),), Pflichtlage(status, Frist(""))) for status in staende)
    return Pflicht(H.EIGENANTEIL_ZAHLEN, jahr, "ihk", "", gegenstand, (normen.EIGENANTEILE,), (), lagen)


def test_nur_ueberfaellig_verletzt_und_verspaetet_sind_befunde() -> None:
    gefunden = {s: [b.schwere for b in pflichtbefunde(_pflicht(s), {})] for s in Pflichtstatus}
    ohne: list[Schwere] = []
    assert gefunden == dict.fromkeys(Pflichtstatus, ohne) | {
        S.UEBERFAELLIG: [Schwere.VERSTOSS],
        S.VERLETZT: [Schwere.VERSTOSS],
        S.VERSPAETET_ERFUELLT: [Schwere.WARNUNG],
    }


def test_ein_befund_nennt_jahr_gegenstand_und_namen() -> None:
    (mit,) = pflichtbefunde(_pflicht(S.UEBERFAELLIG, gegenstand="Radweg"), {"ihk": "IHK"})
    assert mit.text == "Haushaltsjahr 2018: Die Pflicht „zugesagten Eigenanteil zahlen (Radweg)“ (IHK) ist überfällig."
    (ohne,) = pflichtbefunde(_pflicht(S.VERLETZT, jahr=None), {})
    assert ohne.text == "Die Pflicht „zugesagten Eigenanteil zahlen“ (ihk) ist verletzt."


def test_fuehren_die_lesarten_zu_verschiedenem_so_ist_der_stand_unbestimmt_und_kein_befund() -> None:
    streit = _pflicht(S.UEBERFAELLIG, S.ERFUELLT)
    assert (streit.status, streit.ist_eindeutig, pflichtbefunde(streit, {})) == (S.UNBESTIMMT, False, ())


def test_verschiedene_tage_allein_machen_keine_pflicht_strittig() -> None:
    lagen = tuple(Variante((), ((),), Pflichtlage(S.ERFUELLT, Frist("", date(2018, monat, 1)))) for monat in (1, 2))
    assert evolve(_pflicht(S.ERFUELLT), lagen=lagen).ist_eindeutig


def test_verschiedene_betraege_machen_eine_pflicht_strittig() -> None:
    lagen = tuple(Variante((), ((),), Pflichtlage(S.FAELLIG, Frist(""), EURO(euro), EURO(euro))) for euro in (1, 2))
    pflicht = evolve(_pflicht(S.FAELLIG), lagen=lagen)
    assert (pflicht.status, pflicht.ist_eindeutig) == (S.FAELLIG, False)


def test_jede_handlung_hat_einen_namen() -> None:
    assert set(HANDLUNGSNAMEN) == set(Pflichthandlung)
    assert len(set(HANDLUNGSNAMEN.values())) == len(Pflichthandlung)


# Eigenschaften


def _schluessel(pflicht: Pflicht) -> tuple[object, ...]:
    return pflicht.handlung, pflicht.jahr, pflicht.traeger, pflicht.gegenueber, pflicht.gegenstand


@given(ereignisse(), tage, halb_offene_auslegungen())
def test_jede_pflicht_steht_einmal_und_hat_genau_einen_stand(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    pflichten = stand(BERICHT_2017, alle, tag, auslegung).pflichten
    schluessel = [_schluessel(pflicht) for pflicht in pflichten]
    assert len(schluessel) == len(set(schluessel))
    for pflicht in pflichten:
        assert pflicht.lagen
        assert pflicht.normen
        staende = {lage.ergebnis.status for lage in pflicht.lagen}
        assert pflicht.status is (S.UNBESTIMMT if len(staende) > 1 else next(iter(staende)))


@given(ereignisse(), tage, auslegungen)
def test_geschuldetes_und_fehlendes_passen_zum_stand(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    for pflicht in stand(BERICHT_2017, alle, tag, auslegung).pflichten:
        (einzige,) = pflicht.lagen
        eine = einzige.ergebnis
        assert (eine.betrag is None) == (eine.rest is None)
        if eine.betrag is not None and eine.rest is not None:
            assert NULL <= eine.rest <= eine.betrag
            assert (eine.status is S.ENTFALLEN) == (not eine.betrag)
            assert (eine.status is S.ERFUELLT) == bool(eine.betrag and not eine.rest)
        if eine.erfuellt_am:
            assert eine.status in (S.ERFUELLT, S.VERSPAETET_ERFUELLT)


@given(ereignisse(), tage, auslegungen)
def test_jeder_tag_einer_frist_ist_der_tag_seiner_lesart(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    for pflicht in stand(BERICHT_2017, alle, tag, auslegung).pflichten:
        erwartet = None
        if pflicht.handlung is H.PLANUNG_ERSTELLEN and pflicht.jahr:
            erwartet = planungstag(pflicht.jahr, auslegung.lesart(Planungsfrist))
        if pflicht.handlung is H.ABSCHLUSSBERICHT_ERSTELLEN and pflicht.jahr:
            erwartet = berichtstag(pflicht.jahr, auslegung.lesart(Berichtsfrist))
        assert [einer.ergebnis.frist.tag for einer in pflicht.lagen] == [erwartet]


def _je_schluessel(pflichten: Iterable[Pflicht]) -> dict[tuple[object, ...], Pflicht]:
    return {_schluessel(pflicht): pflicht for pflicht in pflichten}


@settings(max_examples=60)
@given(ereignisse(hoechstens=10), tage, st.integers(1, 900), auslegungen)
def test_geschieht_nichts_mehr_so_bleibt_erfuellt_was_erfuellt_ist(
    alle: tuple[Ereignis, ...], tag: date, spaeter: int, auslegung: Auslegung
) -> None:
    bekannt = bekannt_am(alle, tag)
    heute = _je_schluessel(stand(BERICHT_2017, bekannt, tag, auslegung).pflichten)
    danach = _je_schluessel(stand(BERICHT_2017, bekannt, tag + timedelta(days=spaeter), auslegung).pflichten)
    je_jahr = auslegung.lesart(Stellendauer) is Stellendauer.ZU_BEGINN_JEDES_JAHRES
    for schluessel, pflicht in heute.items():
        if pflicht.status in (S.ERFUELLT, S.VERSPAETET_ERFUELLT):
            if pflicht.handlung is H.PERSONAL_STELLEN and je_jahr:
                continue
            assert danach[schluessel].status is pflicht.status
        frist = pflicht.lagen[0].ergebnis.frist.tag
        if pflicht.status is S.KUENFTIG and danach.get(schluessel, pflicht).status is S.UEBERFAELLIG:
            if pflicht.handlung is H.PERSONAL_STELLEN:  # „zu Beginn“ hat keinen Tag: der Beginn des ersten Jahres zählt
                continue
            assert frist
            assert tag < frist < tag + timedelta(days=spaeter)


@given(st.sampled_from([0, 89_999, 120_000]), st.sampled_from([2018, 2020]), auslegungen)
def test_in_einem_ordentlichen_jahr_ist_am_ende_alles_erfuellt(ausgaben: int, jahr: int, auslegung: Auslegung) -> None:
    akte = (*ordentliches_jahr(jahr, ausgaben), RechnungGeprueft(datum=date(jahr + 1, 2, 20), jahr=jahr))
    stand_ = stand(BERICHT_2017, akte, date(jahr + 1, 3, 1), auslegung)
    fertig = {S.ERFUELLT, S.ENTFALLEN}
    ohne_zeit = (H.BERICHTEN, H.RECHENSCHAFT_ABLEGEN)
    assert {p.status for p in stand_.pflichten if p.handlung not in ohne_zeit} <= fertig
    assert stand_.befunde == ()
    assert stand_.ist_eindeutig


def test_auch_ohne_gewaehlte_lesart_ist_in_einem_ordentlichen_jahr_nichts_offen() -> None:
    stand_ = stand_am(date(2019, 3, 1), *ordentliches_jahr(2018))
    assert (stand_.befunde, stand_.offene_fragen) == ((), ())


def test_eine_einnahme_ist_keine_leistung() -> None:
    einnahme = EinnahmeGebucht(
        datum=date(2018, 5, 1),
        jahr=2018,
        bezeichnung="Zuschuss",
        herkunft=Einnahmenart.DRITTMITTEL,
        betrag=EURO(20_000),
    )
    assert (
        lage(suche(stand_am(date(2018, 6, 1), einnahme, lesarten=()), H.PERSONALKOSTEN_SELBST_TRAGEN, "ihk"))[0]
        is S.OFFEN
    )
    assert {v.ergebnis.rest for v in suche(stand_am(date(2018, 6, 1), einnahme), H.BEITRAG_LEISTEN, "ihk").lagen} == {
        EURO(20_000)
    }
