from datetime import date
from itertools import permutations, product

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kooperationsvertrag.ablauf.ergebnis import (
    OffeneKonvention,
    beteiligte,
    cent_spielraum,
    ergebnis,
    kern,
    reihenfolgen,
    stand,
    unterschied,
)
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Haushaltsjahr, Zahlweise
from kooperationsvertrag.ablauf.jahresfolge import Jahresfolge, jahresfolge
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Auslegung, Lesart, zweige
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einzahlung
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import (
    AUSLEGUNGSFRAGEN,
    Abstimmung,
    Beitrittsentscheidung,
    Drittmittel,
    Pruefung,
    Rueckfuehrungsbasis,
    UebertragRueckfuehrung,
    UebertragVerbrauch,
    ZusatzmittelVerbrauch,
)
from strategien import aufzeichnungen, auslegungen, konventionen

PLAN = Haushaltsjahr(
    jahr=2018,
    eingezahlt=Zahlweise.WIE_VEREINBART,
    ausgaben=(Ausgabe("Projekte", Ausgabenart.PROJEKT, Geldbetrag(4_341_755)),),
    abschlussbericht_erstellt=date(2018, 12, 28),
    geprueft=date(2019, 2, 14),
    pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
)
EINFACH = Aufzeichnung(BERICHT_2017, (PLAN,))
IHK_ZAHLT_DIE_HAELFTE = evolve(
    PLAN,
    eingezahlt=(
        Einzahlung("duesseldorf", Geldbetrag.aus_euro(50_000)),
        Einzahlung("mettmann", Geldbetrag.aus_euro(50_000)),
        Einzahlung("ihk", Geldbetrag.aus_euro(10_000)),
    ),
    ausgaben=(Ausgabe("Projekte", Ausgabenart.PROJEKT, Geldbetrag.aus_euro(80_000)),),
)


def test_das_einfache_jahr_ist_eindeutig() -> None:
    eindeutig = ergebnis(EINFACH)
    assert eindeutig.ist_eindeutig
    assert eindeutig.offene_fragen == ()
    assert eindeutig.cent_spielraum == 1
    assert [str(betrag) for betrag in eindeutig.haushaltsjahre[0].rueckfuehrung.values()] == [
        "31.909,36 €",
        "31.909,35 €",
        "12.763,74 €",
    ]


def test_ihk_zahlt_nur_die_haelfte_haengt_an_drei_lesarten() -> None:
    offen = ergebnis(Aufzeichnung(BERICHT_2017, (IHK_ZAHLT_DIE_HAELFTE,)))
    assert not offen.ist_eindeutig
    assert offen.haushaltsjahre == ()
    assert [dict(variante.auslegung) for variante in offen.varianten] == [
        {"rueckfuehrungsbasis": lesart} for lesart in Rueckfuehrungsbasis
    ]
    (frage,) = offen.offene_fragen
    assert (frage.frage, frage.unterschied) == ("rueckfuehrungsbasis", 833_333)
    assert [(jahr, befund.kennung) for jahr, befund in offen.gemeinsame_befunde] == [(2018, "beitragsrueckstand")]


def test_eine_frage_die_nichts_aendert_macht_das_ergebnis_nicht_uneindeutig() -> None:
    drittmittel_ohne_wirkung = evolve(PLAN, pruefungsergebnis=None, ausgaben=PLAN.ausgaben)
    offen = ergebnis(Aufzeichnung(BERICHT_2017, (drittmittel_ohne_wirkung,)))
    assert [frage.frage for frage in offen.offene_fragen] == ["pruefung"]
    gewaehlt = ergebnis(
        Aufzeichnung(BERICHT_2017, (drittmittel_ohne_wirkung,)), Auslegung.mit(Pruefung.VORNAHME_GENUEGT)
    )
    assert dict(gewaehlt.varianten[0].auslegung) == {"pruefung": Pruefung.VORNAHME_GENUEGT}


def test_offene_rundung_wird_wie_lesarten_durchgerechnet() -> None:
    hundert_euro = evolve(PLAN, ausgaben=(Ausgabe("x", Ausgabenart.PROJEKT, Geldbetrag(12_000_000 - 10_000)),))
    offen = ergebnis(Aufzeichnung(BERICHT_2017, (hundert_euro,)), konvention=OffeneKonvention())
    zurueck = {tuple(b.cent for b in variante.ergebnis[0].rueckfuehrung.values()) for variante in offen.varianten}
    assert zurueck == {(4167, 4167, 1666), (4167, 4166, 1667), (4166, 4167, 1667), (4166, 4166, 1666)}
    assert {frage.frage for frage in offen.offene_fragen} == {"rundung", "rundungsvorrang"}
    assert all(frage.unterschied <= 1 for frage in offen.offene_fragen)


def test_offene_rundung_mit_gewaehltem_vorrang() -> None:
    offen = ergebnis(EINFACH, konvention=OffeneKonvention(vorrang=("mettmann",)))
    assert {frage.frage for frage in offen.offene_fragen} == {"rundung"}


def test_bis_vier_partner_alle_reihenfolgen_darueber_die_aeussersten() -> None:
    assert len(reihenfolgen("abcd")) == 24
    fuenf = reihenfolgen("abcde")
    assert fuenf[0] == tuple("abcde")
    for partner in "abcde":
        assert any(reihenfolge[0] == partner for reihenfolge in fuenf)
        assert any(reihenfolge[-1] == partner for reihenfolge in fuenf)


# Eigenschaften

FRAGEN_DER_ABRECHNUNG = (
    Abstimmung,
    Rueckfuehrungsbasis,
    ZusatzmittelVerbrauch,
    Pruefung,
    Drittmittel,
    UebertragVerbrauch,
    UebertragRueckfuehrung,
)


def wahl_ohne(auslegung: Auslegung, offen: tuple[type[Lesart], ...]) -> Auslegung:
    offene = {frage.frage() for frage in offen}
    return Auslegung(tuple(antwort for antwort in auslegung.wahl if antwort[0] not in offene))


@settings(max_examples=15)
@given(aufzeichnungen(hoechstens=3, jahre=2, beitritte=False), auslegungen)
def test_varianten_sind_dasselbe_wie_das_volle_produkt_der_lesarten(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung
) -> None:
    rest = wahl_ohne(auslegung, FRAGEN_DER_ABRECHNUNG)
    voll = {
        kern(jahresfolge(aufzeichnung, Auslegung((*rest.wahl, *Auslegung.mit(*lesarten).wahl))))
        for lesarten in product(*FRAGEN_DER_ABRECHNUNG)
    }
    assert {kern(variante.ergebnis) for variante in ergebnis(aufzeichnung, rest).varianten} == voll


@settings(max_examples=50)
@given(aufzeichnungen(hoechstens=3, jahre=2), auslegungen, st.data())
def test_auch_mit_beitritten_sind_varianten_dasselbe_wie_das_volle_produkt(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, data: st.DataObject
) -> None:
    offen = tuple(data.draw(st.lists(st.sampled_from(AUSLEGUNGSFRAGEN), unique=True, max_size=3)))
    rest = wahl_ohne(auslegung, offen)
    voll = {
        kern(jahresfolge(aufzeichnung, Auslegung((*rest.wahl, *Auslegung.mit(*lesarten).wahl))))
        for lesarten in product(*offen)
    }
    gefunden = ergebnis(aufzeichnung, rest)
    assert {kern(variante.ergebnis) for variante in gefunden.varianten} == voll
    assert gefunden.ist_eindeutig == (len(voll) == 1)
    assert {frage.frage for frage in gefunden.offene_fragen} <= {frage.frage() for frage in offen}


@given(aufzeichnungen(hoechstens=4), auslegungen, st.data())
def test_ganz_gewaehlt_wird_nie_gefragt(aufzeichnung: Aufzeichnung, auslegung: Auslegung, data: st.DataObject) -> None:
    konvention = data.draw(konventionen(aufzeichnung.fassung.partner_kennungen))
    (einziger,) = zweige(lambda gefragt: jahresfolge(aufzeichnung, gefragt, konvention), auslegung)
    assert einziger.ergebnis == jahresfolge(aufzeichnung, auslegung, konvention)


@settings(max_examples=50)
@given(aufzeichnungen(hoechstens=3, jahre=2, beitritte=False), auslegungen, st.data())
def test_was_eine_variante_zu_waehlen_nennt_fuehrt_zu_ihr(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, data: st.DataObject
) -> None:
    offen = tuple(data.draw(st.lists(st.sampled_from(FRAGEN_DER_ABRECHNUNG), unique=True, max_size=3)))
    rest = wahl_ohne(auslegung, offen)
    for variante in ergebnis(aufzeichnung, rest).varianten:
        gewaehlt = ergebnis(aufzeichnung, Auslegung((*variante.auslegung, *rest.wahl)))
        assert gewaehlt.ist_eindeutig
        assert kern(gewaehlt.haushaltsjahre) == kern(variante.ergebnis)


def wahrer_spielraum(aufzeichnung: Aufzeichnung, auslegung: Auslegung) -> int:
    """Jede Rundung mit jeder Reihenfolge aller Beteiligten, ohne Abkürzung."""
    ergebnisse: list[Jahresfolge] = []
    for rundung, vorrang in product(Rundung, permutations(beteiligte(aufzeichnung))):
        ergebnisse.append(jahresfolge(aufzeichnung, auslegung, Rechenkonvention(rundung, vorrang)))
    groesster = 0
    for nummer in range(len(aufzeichnung.haushaltsjahre)):
        for partner in (*beteiligte(aufzeichnung), "neu"):
            werte = [
                folge[nummer].rueckfuehrung.get(partner, NULL).cent - folge[nummer].forderungen.get(partner, NULL).cent
                for folge in ergebnisse
            ]
            groesster = max(groesster, max(werte) - min(werte))
    return groesster


@settings(max_examples=60)
@given(aufzeichnungen(hoechstens=4, jahre=2, beitritte=False), auslegungen)
def test_cent_spielraum_ist_der_wahre_spielraum(aufzeichnung: Aufzeichnung, auslegung: Auslegung) -> None:
    assert cent_spielraum(aufzeichnung, auslegung) == wahrer_spielraum(aufzeichnung, auslegung)


def test_der_spielraum_sieht_auch_gegenlaeufige_cent_unter_jeder_rundung() -> None:
    """Der Kostenanteil folgt der Reihenfolge auch dort, wo die Rundung der Rückführung ihr nicht folgt."""
    jahr = evolve(
        PLAN,
        eingezahlt=IHK_ZAHLT_DIE_HAELFTE.eingezahlt,
        ausgaben=(Ausgabe("x", Ausgabenart.PROJEKT, Geldbetrag(2_125_660)),),
    )
    bestand = (
        Schicht(2017, Geldbetrag(798_937), Zahlungsschluessel((("duesseldorf", 2), ("mettmann", 3), ("ihk", 8)))),
    )
    aufzeichnung = Aufzeichnung(BERICHT_2017, (jahr,), anfangsbestand=bestand)
    auslegung = Auslegung.mit(
        Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL,
        UebertragVerbrauch.JUENGSTE_ZUERST,
        UebertragRueckfuehrung.RUECKFUEHRBAR,
    )
    assert cent_spielraum(aufzeichnung, auslegung) == wahrer_spielraum(aufzeichnung, auslegung) == 2


nach_kosten = auslegungen.filter(lambda wahl: wahl.ist_gewaehlt(Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL))


@settings(max_examples=10)
@given(aufzeichnungen(hoechstens=5, jahre=1, beitritte=False), nach_kosten)
def test_ueber_vier_partner_hinaus_ist_der_spielraum_nach_kosten_eine_obere_schranke(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung
) -> None:
    assert cent_spielraum(aufzeichnung, auslegung) >= wahrer_spielraum(aufzeichnung, auslegung)


ohne_kostenausgleich = auslegungen.filter(
    lambda auslegung: auslegung.lesart(Rueckfuehrungsbasis) is not Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL
)


@settings(max_examples=15)
@given(aufzeichnungen(hoechstens=5, jahre=1, beitritte=False), ohne_kostenausgleich)
def test_auch_ueber_vier_partner_hinaus_genuegen_die_aeussersten_reihenfolgen(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung
) -> None:
    assert cent_spielraum(aufzeichnung, auslegung) == wahrer_spielraum(aufzeichnung, auslegung)


@settings(max_examples=50)
@given(aufzeichnungen(hoechstens=3, jahre=2), auslegungen)
def test_der_unterschied_ist_symmetrisch_und_zu_sich_selbst_null(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung
) -> None:
    eine = jahresfolge(aufzeichnung, auslegung)
    andere = jahresfolge(aufzeichnung, auslegung, Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT))
    assert unterschied(eine, eine) == 0
    assert unterschied(eine, andere) == unterschied(andere, eine)


def test_der_stand_eines_partners_ist_rueckfuehrung_weniger_forderung() -> None:
    (jahr,) = jahresfolge(
        Aufzeichnung(BERICHT_2017, (IHK_ZAHLT_DIE_HAELFTE,)), Auslegung.mit(Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL)
    )
    assert [stand(jahr, partner) for partner in ("mettmann", "ihk", "fremd")] == [1_666_667, -333_333, 0]


@pytest.mark.parametrize("lesart", Beitrittsentscheidung)
def test_ohne_beitritt_spielt_keine_beitrittsfrage_eine_rolle(lesart: Beitrittsentscheidung) -> None:
    assert ergebnis(EINFACH, Auslegung.mit(lesart)).haushaltsjahre == ergebnis(EINFACH).haushaltsjahre
