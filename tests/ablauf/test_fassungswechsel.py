"""Fassungswechsel: eine neue Fassung tritt an die Stelle der alten, zwischen zwei Jahren oder mitten in einem."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    AbschlussberichtVorgelegt,
    BeitraegeWieVereinbart,
    PlanungVorgelegt,
    RueckfuehrungAusgezahlt,
)
from kooperationsvertrag.ablauf.ergebnis import beteiligte, ergebnis
from kooperationsvertrag.ablauf.fassungsfolge import Fassungsfolge, fassungsfolge
from kooperationsvertrag.ablauf.haushaltsjahr import (
    Aufzeichnung,
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.ablauf.jahresfolge import jahresfolge
from kooperationsvertrag.ablauf.pflicht import Pflichthandlung, Pflichtstatus
from kooperationsvertrag.ablauf.vertragsstand import fortgeschrieben, stand
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Auslegung, Lesart, zweige
from kooperationsvertrag.fehler import GeregeltError
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einzahlung
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung, Sitz, Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister, Inkrafttreten
from kooperationsvertrag.vertrag.geregelt import pruefe_wahl
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Beitrittszeitpunkt,
    Pruefung,
    SchluesselNachBeitritt,
    UebertragRueckfuehrung,
    UebertragVerbrauch,
    Wechseljahr,
)
from kooperationsvertrag.vertrag.partner import Partner, Rechtsform
from strategien import aufzeichnungen, auslegungen, fassungen, spaetere, wechsel

NEUSS = Partner("neuss", "Rhein-Kreis Neuss", "Neuss", Rechtsform.KREIS, "Kreistag")


def mit_neuss(*geregelt: Regelung, ohne: tuple[str, ...] = ()) -> Vertragsfassung:
    """Der Bericht mit einem vierten Partner, der 30.000 € zahlt."""
    partner = tuple(einer for einer in (*BERICHT_2017.partner, NEUSS) if einer.kennung not in ohne)
    beitraege = {**dict(BERICHT_2017.beitraege.paare), "neuss": Geldbetrag.aus_euro(30_000)}
    return evolve(
        BERICHT_2017,
        kennung="entwurf-2027",
        partner=partner,
        beitraege=Betraege(tuple((einer.kennung, beitraege[einer.kennung]) for einer in partner)),
        stellen=tuple(stelle for stelle in BERICHT_2017.stellen if stelle.partner not in ohne),
        aufsichtsgremium=tuple(Sitz(einer.kennung, "Leitung") for einer in partner),
        geregelt=geregelt,
    )


def jahr(zahl: int, euro: int, uebertragung: Uebertragungsbeschluss | None = None) -> Haushaltsjahr:
    ausgaben = (Ausgabe("Projekte", Ausgabenart.PROJEKT, Geldbetrag.aus_euro(euro)),)
    return Haushaltsjahr(
        zahl,
        Zahlweise.WIE_VEREINBART,
        ausgaben,
        geprueft=date(zahl + 1, 2, 14),
        pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
        uebertragung=uebertragung,
    )


def folge(ab: date, *lesarten: Lesart, neu: Vertragsfassung | None = None) -> Fassungsfolge:
    register = Fassungsregister(BERICHT_2017, (Inkrafttreten(neu or mit_neuss(), ab),))
    return fassungsfolge(register, (), Auslegung.mit(*lesarten))


def euro(betraege: Betraege) -> list[int]:
    return [betrag.cent // 100 for betrag in betraege.values()]


def test_zwischen_zwei_jahren_gilt_jedes_jahr_seine_fassung_ohne_dass_etwas_zu_waehlen_ist() -> None:
    gewechselt = folge(date(2027, 1, 1))
    assert euro(gewechselt.im_jahr(2026).beitraege) == [50_000, 50_000, 20_000]
    assert euro(gewechselt.im_jahr(2027).beitraege) == [50_000, 50_000, 20_000, 30_000]
    assert gewechselt.am(date(2026, 12, 31)).kennung == "bericht-2017"
    assert gewechselt.am(date(2027, 1, 1)).kennung == "entwurf-2027"


def test_mitten_im_jahr_ist_es_eine_frage_und_ihre_lesarten_ergeben_vier_beitraege() -> None:
    register = Fassungsregister(BERICHT_2017, (Inkrafttreten(mit_neuss(), date(2027, 7, 1)),))
    wege = zweige(lambda auslegung: fassungsfolge(register, (), auslegung).im_jahr(2027))

    assert {str(zweig.antworten[0][1]): zweig.ergebnis.beitraege.get("neuss") for zweig in wege} == {
        "alte_fassung": None,
        "neue_fassung": Geldbetrag.aus_euro(30_000),
        "nach_monaten": Geldbetrag.aus_euro(15_000),
        "nach_tagen": Geldbetrag(1_512_329),
    }


def test_regelt_die_neue_fassung_was_fuer_das_wechseljahr_gilt_so_wird_nicht_gefragt() -> None:
    neu = mit_neuss(Regelung("wechseljahr", "nach_monaten"))
    assert euro(folge(date(2027, 7, 1), neu=neu).im_jahr(2027).beitraege) == [50_000, 50_000, 20_000, 15_000]


def test_zaehlt_die_neue_fassung_erst_im_naechsten_jahr_so_stimmt_der_neue_bis_dahin_nicht_mit() -> None:
    tag = date(2027, 10, 1)
    assert "neuss" not in folge(date(2027, 7, 1), Wechseljahr.ALTE_FASSUNG).am(tag).partner_kennungen
    assert "neuss" in folge(date(2027, 7, 1), Wechseljahr.NEUE_FASSUNG).am(tag).partner_kennungen
    assert "neuss" not in folge(date(2027, 7, 1), Wechseljahr.NEUE_FASSUNG).am(date(2027, 6, 30)).partner_kennungen


def test_wer_mitten_im_jahr_ausscheidet_schuldet_anteilig_seinen_teil_und_danach_nichts() -> None:
    gewechselt = folge(date(2027, 7, 1), Wechseljahr.NACH_MONATEN, neu=mit_neuss(ohne=("ihk",)))

    assert dict(gewechselt.im_jahr(2027).beitraege.paare)["ihk"] == Geldbetrag.aus_euro(10_000)
    assert "ihk" not in gewechselt.im_jahr(2028).beitraege


def test_ueber_einen_beschluss_wird_nach_der_fassung_seines_tages_abgestimmt() -> None:
    """Drei von vieren stimmen zu; die alte Fassung hätte Einstimmigkeit verlangt."""
    alt = evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", "einstimmig"),))
    neu = mit_neuss(Regelung("abstimmung", "mehrheit"))
    stimmen = Stimmabgabe(ja=("duesseldorf", "mettmann", "neuss"), nein=("ihk",))
    beschluss = Uebertragungsbeschluss(Uebertragungsumfang.ALLES, date(2027, 2, 14), stimmen)

    def uebertragen(ab: date) -> bool:
        fall = Aufzeichnung(alt, (jahr(2026, 100_000, beschluss),), wechsel=(Inkrafttreten(neu, ab),))
        [abgerechnet] = jahresfolge(fall)
        return abgerechnet.beschluss is not None and abgerechnet.beschluss.wirksam

    assert uebertragen(date(2027, 1, 1))
    assert not uebertragen(date(2028, 1, 1))


def test_jedes_jahr_wird_nach_dem_gerechnet_was_seine_fassung_regelt() -> None:
    alt = evolve(BERICHT_2017, geregelt=(Regelung("rueckfuehrungsbasis", "vereinbarter_schluessel"),))
    neu = evolve(BERICHT_2017, kennung="neu", geregelt=(Regelung("rueckfuehrungsbasis", "tatsaechliche_zahlungen"),))
    gezahlt = (
        Einzahlung("duesseldorf", Geldbetrag.aus_euro(50_000)),
        Einzahlung("mettmann", Geldbetrag.aus_euro(50_000)),
        Einzahlung("ihk", Geldbetrag.aus_euro(10_000)),
    )
    jahre = tuple(evolve(jahr(zahl, 50_000), eingezahlt=gezahlt) for zahl in (2026, 2027))
    gerechnet = ergebnis(Aufzeichnung(alt, jahre, wechsel=(Inkrafttreten(neu, date(2027, 1, 1)),)))

    assert [euro(eines.rueckfuehrung)[2] for eines in gerechnet.haushaltsjahre] == [10_000, 5_454]
    assert "rueckfuehrungsbasis" not in dict(gerechnet.varianten[0].wege[0])


def test_uebertragenes_geld_behaelt_seinen_schluessel_auch_fuer_den_der_ausgeschieden_ist() -> None:
    """12.000 € der drei alten Partner; die IHK scheidet aus, und 2027 wird nichts davon gebraucht."""
    einstimmig = Stimmabgabe(einstimmig=True)
    fall = Aufzeichnung(
        BERICHT_2017,
        (
            jahr(2026, 108_000, Uebertragungsbeschluss(Uebertragungsumfang.ALLES, date(2026, 12, 10), einstimmig)),
            jahr(2027, 130_000),
        ),
        wechsel=(Inkrafttreten(mit_neuss(ohne=("ihk",)), date(2027, 1, 1)),),
    )
    lesarten = (UebertragVerbrauch.JUENGSTE_ZUERST, UebertragRueckfuehrung.RUECKFUEHRBAR)

    zurueck = jahresfolge(fall, Auslegung.mit(*lesarten))[-1].rueckfuehrung

    assert {wer: betrag.cent for wer, betrag in zurueck.items()} == {
        "duesseldorf": 500_000,
        "mettmann": 500_000,
        "neuss": 0,
        "ihk": 200_000,
    }


def test_ein_beitritt_nach_dem_wechsel_baut_auf_der_neuen_fassung_auf_und_davor_ersetzt_sie_ihn() -> None:
    antrag = Beitrittsantrag(
        "viersen",
        "Kreis Viersen",
        Rechtsform.KREIS,
        Geldbetrag.aus_euro(15_000),
        date(2028, 1, 1),
        foerderlich=True,
        begruendung="erdacht",
        zustimmung=(*BERICHT_2017.partner_kennungen, "neuss", "aufsichtsgremium"),
    )
    register = Fassungsregister(BERICHT_2017, (Inkrafttreten(mit_neuss(), date(2027, 1, 1)),))
    additiv = Auslegung.mit(SchluesselNachBeitritt.ADDITIV)

    danach = fassungsfolge(register, [antrag], additiv)
    davor = fassungsfolge(register, [evolve(antrag, zum=date(2026, 1, 1))], additiv)

    assert danach.im_jahr(2028).partner_kennungen == ("duesseldorf", "mettmann", "ihk", "neuss", "viersen")
    assert davor.im_jahr(2026).partner_kennungen == ("duesseldorf", "mettmann", "ihk", "viersen")
    assert davor.im_jahr(2027).partner_kennungen == ("duesseldorf", "mettmann", "ihk", "neuss")
    assert "partner_scheidet_aus" in [befund.kennung for _, befund in davor.befunde]


def test_wen_die_neue_fassung_schon_nennt_der_tritt_nicht_noch_einmal_bei() -> None:
    antrag = Beitrittsantrag(
        "neuss",
        "Rhein-Kreis Neuss",
        Rechtsform.KREIS,
        Geldbetrag.aus_euro(15_000),
        date(2026, 7, 1),
        foerderlich=True,
        begruendung="erdacht",
        zustimmung=(*BERICHT_2017.partner_kennungen, "aufsichtsgremium"),
    )
    register = Fassungsregister(BERICHT_2017, (Inkrafttreten(mit_neuss(), date(2027, 1, 1)),))

    def beitritte(auslegung: Auslegung) -> tuple[str, ...]:
        gefunden = fassungsfolge(register, [antrag], auslegung)
        assert gefunden.im_jahr(2027).beitraege == mit_neuss().beitraege
        return tuple(befund.kennung for _, befund in gefunden.befunde)

    moegliche = {zweig.ergebnis for zweig in zweige(beitritte)}
    assert ("fassungswechsel", "beitritt_schon_partner") in moegliche  # erst zum Jahresbeginn
    assert ("fassungswechsel", "beitritt") in moegliche  # schon im Jahr


def test_was_erst_spaeter_oder_nie_gilt_ist_ein_hinweis() -> None:
    fall = Aufzeichnung(
        BERICHT_2017,
        (jahr(2026, 120_000),),
        wechsel=(Inkrafttreten(mit_neuss(), date(2030, 1, 1)), Inkrafttreten(evolve(mit_neuss(), kennung="x"), None)),
    )
    [abgerechnet] = jahresfolge(fall)
    hinweise = [befund.text for befund in abgerechnet.befunde if befund.kennung == "fassung_gilt_noch_nicht"]
    assert hinweise == [
        "Die Fassung „entwurf-2027“ gilt ab 01.01.2030, nach allem, was hier abgerechnet wird.",
        "Für die Fassung „x“ steht noch kein Tag fest; sie gilt hier nicht.",
    ]


def test_der_stand_eines_tages_richtet_sich_nach_der_fassung_dieses_tages() -> None:
    neu = mit_neuss(Regelung("stellendauer", "dauernd"))
    wechsel_2027 = (Inkrafttreten(neu, date(2027, 1, 1)),)
    vorher = stand(BERICHT_2017, (), date(2026, 12, 31), wechsel=wechsel_2027)
    nachher = stand(BERICHT_2017, (), date(2027, 1, 1), wechsel=wechsel_2027)

    assert vorher == evolve(stand(BERICHT_2017, (), date(2026, 12, 31)), wechsel=wechsel_2027)
    assert dict(nachher.auslegung.geregelt) == {"stellendauer": "dauernd"}


# Eigenschaften


@given(
    aufzeichnungen(hoechstens=5, beitritte=False, fassungswechsel=False).flatmap(
        lambda fall: st.tuples(st.just(fall), spaetere(fall.fassung, 0))
    ),
    auslegungen,
)
def test_ein_wechsel_zum_jahresbeginn_ist_dasselbe_wie_zwei_getrennte_faelle(
    gezogen: tuple[Aufzeichnung, Vertragsfassung], auslegung: Auslegung
) -> None:
    """Bis dahin nach der alten Fassung; danach nach der neuen, mit dem Übertrag als Anfangsbestand."""
    fall, neue = gezogen
    assume(len(fall.haushaltsjahre) > 1)
    # Ein Beschluss, über den schon nach der neuen Fassung abgestimmt wird, gehörte zu keinem der beiden Fälle allein.
    erstes, uebrige = evolve(fall.haushaltsjahre[0], uebertragung=None), fall.haushaltsjahre[1:]
    geregelt = {regelung.frage for regelung in neue.geregelt}
    offen = Auslegung(tuple(antwort for antwort in auslegung.wahl if antwort[0] not in geregelt))
    wechsel_2019 = (Inkrafttreten(neue, date(2019, 1, 1)),)

    zusammen = jahresfolge(evolve(fall, haushaltsjahre=(erstes, *uebrige), wechsel=wechsel_2019), auslegung)
    alt = jahresfolge(evolve(fall, haushaltsjahre=(erstes,)), auslegung)
    neu = jahresfolge(Aufzeichnung(neue, uebrige, anfangsbestand=alt[0].schichten_in_folgejahr), offen)

    assert [evolve(jahr, befunde=()) for jahr in zusammen] == [evolve(jahr, befunde=()) for jahr in (*alt, *neu)]


@given(aufzeichnungen(hoechstens=5, fassungswechsel=False), auslegungen, st.dates(date(2018, 1, 2), date(2020, 12, 31)))
def test_eine_fassung_gegen_sich_selbst_zu_tauschen_aendert_keinen_betrag(
    fall: Aufzeichnung, auslegung: Auslegung, tag: date
) -> None:
    assume(not fall.beitritte)
    getauscht = evolve(fall, wechsel=(Inkrafttreten(evolve(fall.fassung, kennung="gleich"), tag),))

    vorher, nachher = jahresfolge(fall, auslegung), jahresfolge(getauscht, auslegung)

    assert [evolve(jahr, befunde=()) for jahr in nachher] == [evolve(jahr, befunde=()) for jahr in vorher]


@given(aufzeichnungen(hoechstens=5), auslegungen)
def test_was_nicht_angesetzt_ist_aendert_keinen_betrag(fall: Aufzeichnung, auslegung: Auslegung) -> None:
    ohne = evolve(fall, wechsel=tuple(eines for eines in fall.wechsel if eines.ab))

    vorher, nachher = jahresfolge(ohne, auslegung), jahresfolge(fall, auslegung)

    assert [evolve(jahr, befunde=()) for jahr in nachher] == [evolve(jahr, befunde=()) for jahr in vorher]


@given(fassungen(4).flatmap(lambda fassung: st.tuples(st.just(fassung), wechsel(fassung))), auslegungen)
def test_jedes_jahr_hat_eine_fassung_und_am_neujahrstag_gilt_ihr_register(
    gezogen: tuple[Vertragsfassung, tuple[Inkrafttreten, ...]], auslegung: Auslegung
) -> None:
    register = Fassungsregister(*gezogen)
    gewechselt = fassungsfolge(register, (), auslegung)
    unterjaehrig = {eines.ab.year for eines in register.geltende if eines.ab and eines.ab != date(eines.ab.year, 1, 1)}

    for zahl in range(2017, 2023):
        neujahr = register.fassung_am(date(zahl, 1, 1))
        assert gewechselt.am(date(zahl, 1, 1)) == neujahr
        if zahl not in unterjaehrig:
            assert gewechselt.im_jahr(zahl) == neujahr


def test_die_rundung_gilt_je_jahr_wie_seine_fassung_sie_regelt() -> None:
    alt = evolve(BERICHT_2017, geregelt=(Regelung("rundung", Rundung.ABRUNDEN_REST_BLEIBT),))
    neu = evolve(BERICHT_2017, kennung="neu", geregelt=(Regelung("rundung", Rundung.GROESSTER_REST),))
    jahre = tuple(evolve(jahr(zahl, 0), ausgaben=_ausgaben(zahl)) for zahl in (2026, 2027))
    fall = Aufzeichnung(alt, jahre, wechsel=(Inkrafttreten(neu, date(2027, 1, 1)),))

    gerechnet = ergebnis(fall, Auslegung.mit(UebertragRueckfuehrung.RUECKFUEHRBAR, UebertragVerbrauch.EIN_TOPF))

    assert gerechnet.cent_spielraum == 0
    erstes, zweites = gerechnet.haushaltsjahre
    assert erstes.uebertrag_in_folgejahr == Geldbetrag(2)  # 100 Cent im Verhältnis 5 : 5 : 2
    assert zweites.uebertrag_in_folgejahr == Geldbetrag(0)


def _ausgaben(zahl: int) -> tuple[Ausgabe, ...]:
    """So viel, dass im ersten Jahr ein Betrag übrig bleibt, der sich nicht durch zwölf teilen lässt."""
    return (Ausgabe("Projekte", Ausgabenart.PROJEKT, Geldbetrag(12_000_000 - 100 - zahl % 2)),)


def test_die_genannte_rundung_ist_die_nach_der_gerechnet_ist_auch_wenn_spaeter_eine_andere_fassung_kommt() -> None:
    alt = evolve(BERICHT_2017, geregelt=(Regelung("rundung", Rundung.ABRUNDEN_REST_BLEIBT),))
    fall = Aufzeichnung(alt, (jahr(2026, 100_000),), wechsel=(Inkrafttreten(BERICHT_2017, date(2030, 1, 1)),))
    assert ergebnis(fall).konvention == Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT)
    davor = Aufzeichnung(BERICHT_2017, (jahr(2026, 100_000),), wechsel=(Inkrafttreten(alt, date(2020, 1, 1)),))
    assert ergebnis(davor).konvention == Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT)


def test_regeln_alte_und_neue_fassung_eine_frage_verschieden_so_haengt_das_ergebnis_am_wechseljahr() -> None:
    """Geregelt ist keine Antwort, die jemand wählen könnte: offen ist allein, welche Fassung gilt."""
    alt = evolve(BERICHT_2017, geregelt=(Regelung("rueckfuehrungsbasis", "vereinbarter_schluessel"),))
    neu = evolve(BERICHT_2017, kennung="neu", geregelt=(Regelung("rueckfuehrungsbasis", "tatsaechliche_zahlungen"),))

    gerechnet = ergebnis(_die_ihk_zahlt_die_haelfte(alt, neu))

    assert [(offen.frage, offen.unterschied) for offen in gerechnet.offene_fragen] == [("wechseljahr", 454_546)]
    assert [variante.auslegung for variante in gerechnet.varianten] == [
        (("wechseljahr", Wechseljahr.ALTE_FASSUNG),),
        (("wechseljahr", Wechseljahr.NEUE_FASSUNG),),
    ]


def test_regelt_nur_die_neue_fassung_eine_frage_so_bleiben_sie_und_das_wechseljahr_offen() -> None:
    neu = evolve(BERICHT_2017, kennung="neu", geregelt=(Regelung("rueckfuehrungsbasis", "tatsaechliche_zahlungen"),))

    gerechnet = ergebnis(_die_ihk_zahlt_die_haelfte(BERICHT_2017, neu))

    assert {offen.frage for offen in gerechnet.offene_fragen} == {"wechseljahr", "rueckfuehrungsbasis"}


def _die_ihk_zahlt_die_haelfte(alt: Vertragsfassung, neu: Vertragsfassung) -> Aufzeichnung:
    gezahlt = tuple(
        Einzahlung(wer, Geldbetrag.aus_euro(betrag))
        for wer, betrag in (("duesseldorf", 50_000), ("mettmann", 50_000), ("ihk", 10_000))
    )
    jahre = (evolve(jahr(2027, 50_000), eingezahlt=gezahlt),)
    return Aufzeichnung(alt, jahre, wechsel=(Inkrafttreten(neu, date(2027, 7, 1)),))


def test_steht_schon_eine_spaetere_fassung_an_ihrer_stelle_so_kommt_die_aufgeschobene_nicht_zurueck() -> None:
    """Die erste zählte nach ihrer Regelung erst 2028; da gilt schon die zweite."""
    erste = mit_neuss(Regelung("wechseljahr", "alte_fassung"), ohne=("ihk",))
    zweite = evolve(BERICHT_2017, kennung="zweite", geregelt=(Regelung("wechseljahr", "neue_fassung"),))
    register = Fassungsregister(
        BERICHT_2017, (Inkrafttreten(erste, date(2027, 3, 1)), Inkrafttreten(zweite, date(2027, 9, 1)))
    )
    gewechselt = fassungsfolge(register, (), Auslegung())

    assert gewechselt.im_jahr(2028) == gewechselt.am(date(2028, 1, 1)) == zweite
    assert [befund.text for _, befund in gewechselt.befunde] == [
        "Ab 01.03.2027 gilt die Fassung „entwurf-2027“ statt „bericht-2017“. Nach der gewählten Lesart wird nach ihr "
        "nicht gerechnet: Bis dahin gilt schon die nächste.",
        "Ab 01.09.2027 gilt die Fassung „zweite“ statt „bericht-2017“.",
    ]


def test_zaehlen_zwei_fassungen_erst_vom_selben_neujahr_an_so_gilt_die_letzte_und_niemand_scheidet_vorher_aus() -> None:
    ohne_ihk = Inkrafttreten(mit_neuss(ohne=("ihk",)), date(2027, 3, 1))
    wieder_drei = Inkrafttreten(evolve(BERICHT_2017, kennung="zweite"), date(2027, 9, 1))
    register = Fassungsregister(BERICHT_2017, (ohne_ihk, wieder_drei))

    gewechselt = fassungsfolge(register, (), Auslegung.mit(Wechseljahr.ALTE_FASSUNG))

    assert gewechselt.am(date(2028, 1, 1)).kennung == "zweite"
    assert [(zahl, befund.kennung) for zahl, befund in gewechselt.befunde] == [(2027, "fassungswechsel")] * 2


def test_zwei_wechsel_in_einem_jahr_zaehlen_jeden_partner_fuer_seine_monate() -> None:
    """Von März bis August gehört Neuss dazu, seit September die IHK nicht mehr."""
    register = Fassungsregister(
        BERICHT_2017,
        (
            Inkrafttreten(mit_neuss(), date(2027, 3, 1)),
            Inkrafttreten(mit_neuss(ohne=("ihk", "neuss")), date(2027, 9, 1)),
        ),
    )
    beitraege = fassungsfolge(register, (), Auslegung.mit(Wechseljahr.NACH_MONATEN)).im_jahr(2027).beitraege

    assert {wer: betrag.cent for wer, betrag in beitraege.items()} == {
        "duesseldorf": 5_000_000,
        "mettmann": 5_000_000,
        "ihk": 1_333_333,
        "neuss": 1_500_000,
    }


def test_wer_im_wechseljahr_beitrat_und_nicht_mehr_genannt_ist_schuldet_die_monate_dazwischen() -> None:
    """Beitritt zum 1. April mit 12.000 € im Jahr, neue Fassung ab 1. Juli: drei Monate."""
    register = Fassungsregister(BERICHT_2017, (Inkrafttreten(mit_neuss(), date(2027, 7, 1)),))
    lesarten = (SchluesselNachBeitritt.ADDITIV, Beitrittszeitpunkt.NACH_MONATEN, Wechseljahr.NACH_MONATEN)

    gewechselt = fassungsfolge(register, [_viersen(date(2027, 4, 1))], Auslegung.mit(*lesarten))

    assert gewechselt.im_jahr(2027).beitraege["viersen"] == Geldbetrag.aus_euro(3_000)
    assert "viersen" not in gewechselt.im_jahr(2028).beitraege


def test_am_selben_tag_gilt_zuerst_die_neue_fassung_und_der_beitritt_baut_auf_ihr_auf() -> None:
    tag = date(2027, 7, 1)
    register = Fassungsregister(BERICHT_2017, (Inkrafttreten(mit_neuss(), tag),))
    lesarten = (SchluesselNachBeitritt.ADDITIV, Beitrittszeitpunkt.NACH_MONATEN, Wechseljahr.NACH_MONATEN)

    gewechselt = fassungsfolge(register, [_viersen(tag)], Auslegung.mit(*lesarten))

    assert gewechselt.am(tag).partner_kennungen == ("duesseldorf", "mettmann", "ihk", "neuss", "viersen")
    assert euro(gewechselt.im_jahr(2027).beitraege) == [50_000, 50_000, 20_000, 15_000, 6_000]


def test_ueber_einen_beitritt_entscheidet_wen_die_fassung_dieses_tages_nennt() -> None:
    neu = mit_neuss(Regelung("beitrittsentscheidung", "mehrheit_der_partner"))
    register = Fassungsregister(BERICHT_2017, (Inkrafttreten(neu, date(2027, 1, 1)),))
    antrag = evolve(_viersen(date(2028, 1, 1)), zustimmung=BERICHT_2017.partner_kennungen)

    gewechselt = fassungsfolge(register, [antrag], Auslegung.mit(SchluesselNachBeitritt.ADDITIV))

    assert "viersen" in gewechselt.im_jahr(2028).partner_kennungen


def test_auch_am_letzten_tag_des_letzten_jahres_kann_noch_gewechselt_werden() -> None:
    fall = Aufzeichnung(BERICHT_2017, (jahr(2026, 100_000),), wechsel=(Inkrafttreten(mit_neuss(), date(2026, 12, 31)),))
    [abgerechnet] = jahresfolge(fall, Auslegung.mit(Wechseljahr.NACH_TAGEN))
    assert abgerechnet.vereinbart["neuss"] == Geldbetrag(8_219)  # 1/365 von 30.000 €


def test_ein_wechsel_vor_dem_ersten_jahr_steht_bei_diesem() -> None:
    fall = Aufzeichnung(
        BERICHT_2017,
        (jahr(2026, 150_000), jahr(2027, 150_000)),
        wechsel=(Inkrafttreten(mit_neuss(), date(2020, 1, 1)),),
    )
    befunde = [{befund.kennung for befund in eines.befunde} for eines in jahresfolge(fall)]
    assert ["fassungswechsel" in kennungen for kennungen in befunde] == [True, False]


def _viersen(zum: date) -> Beitrittsantrag:
    return Beitrittsantrag(
        "viersen",
        "Kreis Viersen",
        Rechtsform.KREIS,
        Geldbetrag.aus_euro(12_000),
        zum,
        foerderlich=True,
        begruendung="erdacht",
        zustimmung=(*BERICHT_2017.partner_kennungen, "neuss", "aufsichtsgremium"),
    )


def test_eine_wahl_die_erst_nach_dem_wechsel_zaehlt_stoert_den_stand_davor_nicht() -> None:
    alt = evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", "mehrheit"),))
    wechsel_2027 = (Inkrafttreten(evolve(BERICHT_2017, kennung="neu"), date(2027, 1, 1)),)
    akte = (PlanungVorgelegt(datum=date(2025, 12, 10), jahr=2026),)
    einstimmig = Auslegung.mit(Abstimmung.EINSTIMMIG)

    vorher = stand(alt, akte, date(2026, 6, 1), einstimmig, wechsel=wechsel_2027)

    assert vorher.auslegung.lesart(Abstimmung) is Abstimmung.MEHRHEIT
    nachher = fortgeschrieben(vorher, (), date(2027, 1, 1))
    assert nachher.auslegung.lesart(Abstimmung) is Abstimmung.EINSTIMMIG
    with pytest.raises(GeregeltError):
        stand(alt, akte, date(2026, 6, 1), einstimmig)


def test_ein_altes_jahr_fuehrt_zurueck_wer_nach_seiner_fassung_das_geld_haelt() -> None:
    """Ab 2027 hält Mettmann das Geld; zurückgeführt wird im Februar 2027 noch für 2026, und zwar durch Düsseldorf."""
    neu = evolve(BERICHT_2017, kennung="neu", sitz_der_abordnung="mettmann")
    akte = (
        BeitraegeWieVereinbart(datum=date(2026, 1, 15), jahr=2026),
        AbschlussberichtVorgelegt(datum=date(2026, 12, 20), jahr=2026),
        AbschlussberichtGeprueft(datum=date(2027, 2, 1), jahr=2026, ergebnis=Pruefungsergebnis.GEBILLIGT),
        RueckfuehrungAusgezahlt(
            datum=date(2027, 2, 20), akteur="duesseldorf", an="ihk", jahr=2026, betrag=Geldbetrag.aus_euro(20_000)
        ),
    )

    gewechselt = stand(BERICHT_2017, akte, date(2027, 3, 1), wechsel=(Inkrafttreten(neu, date(2027, 1, 1)),))

    assert "rueckfuehrung_durch_andere" not in [befund.kennung for befund in gewechselt.befunde]
    rueckfuehrungen = [
        pflicht for pflicht in gewechselt.pflichten if pflicht.handlung is Pflichthandlung.MITTEL_ZURUECKFUEHREN
    ]
    assert [(pflicht.traeger, pflicht.gegenueber, pflicht.status) for pflicht in rueckfuehrungen] == [
        ("duesseldorf", "duesseldorf", Pflichtstatus.FAELLIG),
        ("duesseldorf", "mettmann", Pflichtstatus.FAELLIG),
        ("duesseldorf", "ihk", Pflichtstatus.ERFUELLT),
    ]


def test_waehlbar_ist_was_irgendeine_fassung_regelt() -> None:
    fassungen_2027 = [
        evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", antwort),)) for antwort in ("mehrheit", "einstimmig")
    ]
    for lesart in (Abstimmung.MEHRHEIT, Abstimmung.EINSTIMMIG):
        pruefe_wahl(Auslegung.mit(lesart), fassungen_2027)
    with pytest.raises(GeregeltError):
        pruefe_wahl(Auslegung.mit(Abstimmung.GEWICHTET_EINFACH), fassungen_2027)


def test_was_erst_nach_dem_stichtag_in_kraft_tritt_aendert_am_laufenden_jahr_nichts() -> None:
    akte = (BeitraegeWieVereinbart(datum=date(2027, 1, 15), jahr=2027),)
    im_juli = (Inkrafttreten(mit_neuss(), date(2027, 7, 1)),)
    vorher = stand(BERICHT_2017, akte, date(2027, 6, 30), wechsel=im_juli)
    assert vorher == evolve(stand(BERICHT_2017, akte, date(2027, 6, 30)), wechsel=im_juli)


def test_die_gewaehlte_rundung_gilt_wieder_sobald_eine_fassung_sie_offen_laesst() -> None:
    alt = evolve(BERICHT_2017, geregelt=(Regelung("rundung", Rundung.ABRUNDEN_REST_BLEIBT),))
    wechsel_2027 = (Inkrafttreten(evolve(BERICHT_2017, kennung="neu"), date(2027, 1, 1)),)
    gewaehlt = Rechenkonvention(Rundung.KAUFMAENNISCH_LETZTER_GLEICHT_AUS)

    vorher = stand(alt, (), date(2026, 6, 1), konvention=gewaehlt, wechsel=wechsel_2027)

    assert vorher.konvention == Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT)
    assert fortgeschrieben(vorher, (), date(2027, 1, 1)).konvention == gewaehlt


def test_die_schicht_eines_neuen_partners_traegt_seinen_schluessel() -> None:
    fall = Aufzeichnung(
        BERICHT_2017,
        (
            jahr(
                2027,
                0,
                Uebertragungsbeschluss(Uebertragungsumfang.ALLES, date(2027, 12, 1), Stimmabgabe(einstimmig=True)),
            ),
        ),
        wechsel=(Inkrafttreten(mit_neuss(), date(2027, 1, 1)),),
    )
    [schicht] = jahresfolge(fall, Auslegung.mit(Abstimmung.MEHRHEIT, Pruefung.VORNAHME_GENUEGT))[
        0
    ].schichten_in_folgejahr
    assert schicht == Schicht(
        2027, Geldbetrag.aus_euro(150_000), Zahlungsschluessel.aus_betraegen(mit_neuss().beitraege)
    )


def test_wer_nur_in_einer_spaeteren_fassung_steht_ist_beteiligt() -> None:
    fall = Aufzeichnung(BERICHT_2017, (jahr(2027, 0),), wechsel=(Inkrafttreten(mit_neuss(), date(2027, 1, 1)),))
    assert beteiligte(fall) == ("duesseldorf", "mettmann", "ihk", "neuss")


def test_regelt_nur_eine_von_zwei_fassungen_die_rundung_so_bleibt_der_spielraum_der_anderen() -> None:
    neu = evolve(BERICHT_2017, kennung="neu", geregelt=(Regelung("rundung", Rundung.GROESSTER_REST),))
    jahre = tuple(evolve(jahr(zahl, 0), ausgaben=_ausgaben(zahl)) for zahl in (2026, 2027))
    fall = Aufzeichnung(BERICHT_2017, jahre, wechsel=(Inkrafttreten(neu, date(2027, 1, 1)),))
    assert ergebnis(fall).cent_spielraum > 0
