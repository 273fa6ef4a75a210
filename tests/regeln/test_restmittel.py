from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag, summe
from kooperationsvertrag.regeln.restmittel import (
    Entnahme,
    NegativerRestError,
    Schicht,
    Schichtart,
    befund_zur_ueberschreitung,
    befunde_zu_forderungen,
    befunde_zu_hoher_rueckfuehrung,
    befunde_zum_uebertragungsbeschluss,
    bleibende_restcents,
    ein_topf,
    entnahme,
    gedeckte_ausgaben,
    haben_gleiche_schluessel,
    jahresmittel,
    kostenausgleich,
    nicht_verausgabte_mittel,
    rest_der_jahresmittel,
    rueckfuehrung,
    rueckfuehrung_je_partner,
    summe_der_schichten,
    ueberschreitung,
    uebertrag_ins_folgejahr,
    uebertragener_betrag,
    zusammengelegt,
    zusatzschicht,
)
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import UebertragVerbrauch, ZusatzmittelVerbrauch
from strategien import geldbetraege, konventionen, schluessel

VERTRAG = Zahlungsschluessel.aus_betraegen(BERICHT_2017.beitraege)
ANDERER = Zahlungsschluessel((("duesseldorf", 1), ("mettmann", 1), ("ihk", 1)))
ZULETZT, ANTEILIG = ZusatzmittelVerbrauch.ZULETZT, ZusatzmittelVerbrauch.ANTEILIG


def euro(betrag: int) -> Geldbetrag:
    return Geldbetrag.aus_euro(betrag)


def schicht(
    aus_jahr: int, cent: int, key: Zahlungsschluessel = VERTRAG, art: Schichtart = Schichtart.UEBERTRAG
) -> Schicht:
    return Schicht(aus_jahr, Geldbetrag(cent), key, art)


def verbleib(entnommen: Entnahme) -> list[tuple[int, int]]:
    return [(eine.aus_jahr, eine.betrag.cent) for eine in entnommen.verblieben]


# Rest und Überschreitung


def test_der_rest_ist_was_nicht_verausgabt_ist() -> None:
    assert nicht_verausgabte_mittel(euro(120_000), euro(43_000)) == euro(77_000)
    assert nicht_verausgabte_mittel(euro(120_000), euro(121_000)) == NULL


def test_eine_ueberschreitung_wird_gemeldet_und_nicht_verteilt() -> None:
    zu_viel = ueberschreitung(euro(120_000), euro(121_000))
    assert zu_viel == euro(1_000)
    assert ueberschreitung(euro(120_000), euro(120_000)) == NULL
    befund = befund_zur_ueberschreitung(zu_viel)
    assert (befund.kennung, befund.schwere.value) == ("ueberschreitung", "warnung")
    assert "OF-34" in befund.text


def test_ein_negativer_rest_wird_nicht_zurueckgefuehrt() -> None:
    with pytest.raises(NegativerRestError) as fehler:
        rueckfuehrung(rest=Geldbetrag(-1), schluessel=VERTRAG, konvention=Rechenkonvention())
    assert fehler.value.rest == Geldbetrag(-1)


@given(geldbetraege, st.integers(-(10**15), 10**15).map(Geldbetrag))
def test_rest_und_gedeckte_ausgaben_ergeben_was_verfuegbar_ist(verfuegbar: Geldbetrag, verausgabt: Geldbetrag) -> None:
    rest = nicht_verausgabte_mittel(verfuegbar, verausgabt)
    zu_viel = ueberschreitung(verfuegbar, verausgabt)
    gedeckt = gedeckte_ausgaben(verfuegbar, verausgabt)
    assert rest - zu_viel == verfuegbar - verausgabt
    assert not (rest and zu_viel)
    assert NULL <= gedeckt <= verfuegbar
    assert rest + gedeckt == verfuegbar - min(verausgabt, NULL)


# Schichten


def test_mehr_erstattet_als_ausgegeben_gehoert_zu_den_jahresmitteln() -> None:
    eigene = jahresmittel(
        jahr=2018, eingezahlt=euro(100), drittmittel=euro(10), verausgabt=-euro(1), schluessel=VERTRAG
    )
    assert (eigene.betrag, eigene.art) == (euro(111), Schichtart.JAHRESMITTEL)


def test_gab_es_nur_jahresmittel_so_ist_auch_der_rest_geld_des_jahres() -> None:
    rest = rest_der_jahresmittel(jahr=2018, rest=euro(30), schluessel=VERTRAG)
    assert rest == schicht(2018, 3_000, VERTRAG, Schichtart.JAHRESMITTEL)


def test_zusatzmittel_haben_den_schluessel_derer_die_sie_bewilligt_haben() -> None:
    zusatz = zusatzschicht(jahr=2018, zusatzmittel=Betraege.von({"mettmann": euro(10), "ihk": euro(5)}))
    assert (zusatz.betrag, str(zusatz.schluessel), zusatz.art) == (euro(15), "2 : 1", Schichtart.ZUSATZMITTEL)


ALT, EIGEN = schicht(2017, 500), schicht(2018, 900, ANDERER, Schichtart.JAHRESMITTEL)
SEHR_ALT = schicht(2016, 100)
ZUSATZ = Schicht(2018, Geldbetrag(200), Zahlungsschluessel((("ihk", 1),)), Schichtart.ZUSATZMITTEL)


@pytest.mark.parametrize(
    ("reihenfolge", "erwartet"),
    [
        (UebertragVerbrauch.AELTESTE_ZUERST, [(2017, 300), (2018, 900)]),
        (UebertragVerbrauch.JUENGSTE_ZUERST, [(2016, 100), (2017, 500), (2018, 600)]),
        (UebertragVerbrauch.ANTEILIG, [(2016, 80), (2017, 400), (2018, 720)]),
    ],
)
def test_in_welcher_reihenfolge_verbraucht_wird(
    reihenfolge: UebertragVerbrauch, erwartet: list[tuple[int, int]]
) -> None:
    assert verbleib(entnahme([SEHR_ALT, ALT, EIGEN], Geldbetrag(300), reihenfolge, ZULETZT)) == erwartet


def test_juengste_zuerst_nimmt_nach_den_eigenen_die_juengeren() -> None:
    genommen = entnahme([SEHR_ALT, ALT, EIGEN], Geldbetrag(1_000), UebertragVerbrauch.JUENGSTE_ZUERST, ZULETZT)
    assert verbleib(genommen) == [(2016, 100), (2017, 400)]


def test_anteilig_geht_bei_gleichstand_der_cent_an_die_aelteste() -> None:
    genommen = entnahme(
        [schicht(2018, 1, ANDERER), schicht(2016, 1)], Geldbetrag(1), UebertragVerbrauch.ANTEILIG, ZULETZT
    )
    assert verbleib(genommen) == [(2018, 1)]


def test_zusatzmittel_zuletzt_werden_erst_angegriffen_wenn_alles_andere_verbraucht_ist() -> None:
    assert verbleib(entnahme([EIGEN, ZUSATZ], Geldbetrag(900), UebertragVerbrauch.EIN_TOPF, ZULETZT)) == [(2018, 200)]
    assert verbleib(entnahme([EIGEN, ZUSATZ], Geldbetrag(950), UebertragVerbrauch.EIN_TOPF, ZULETZT)) == [(2018, 150)]


def test_zusatzmittel_anteilig_trifft_der_ungerade_cent_die_anderen_mittel() -> None:
    genommen = entnahme([EIGEN, ZUSATZ], Geldbetrag(100), UebertragVerbrauch.EIN_TOPF, ANTEILIG)
    assert [eine.betrag.cent for eine in genommen.entnommen] == [82, 18]


def test_anteilig_ohne_zusatzmittel_gibt_alles_wer_da_ist() -> None:
    leer = Schicht(2018, NULL, ZUSATZ.schluessel, Schichtart.ZUSATZMITTEL)
    genommen = entnahme([EIGEN, leer], Geldbetrag(100), UebertragVerbrauch.EIN_TOPF, ANTEILIG)
    assert verbleib(genommen) == [(2018, 800)]


def test_anteilig_ohne_andere_mittel_gehen_die_zusatzmittel_allein_ab() -> None:
    leer = schicht(2018, 0, ANDERER, Schichtart.JAHRESMITTEL)
    genommen = entnahme([leer, ZUSATZ], Geldbetrag(50), UebertragVerbrauch.ANTEILIG, ANTEILIG)
    assert verbleib(genommen) == [(2018, 150)]


schichten = st.lists(
    st.builds(
        Schicht,
        st.integers(2015, 2018),
        st.one_of(st.integers(0, 9), st.integers(0, 10**15)).map(Geldbetrag),
        st.sampled_from([VERTRAG, ANDERER]),
        st.sampled_from(Schichtart),
    ),
    min_size=1,
    max_size=5,
)


@given(schichten, st.data(), st.sampled_from(UebertragVerbrauch), st.sampled_from(ZusatzmittelVerbrauch))
def test_eine_entnahme_verliert_nichts_und_nimmt_nie_mehr_als_da_ist(
    vorhanden: list[Schicht], data: st.DataObject, reihenfolge: UebertragVerbrauch, zusatz: ZusatzmittelVerbrauch
) -> None:
    alles = summe_der_schichten(vorhanden)
    betrag = Geldbetrag(data.draw(st.integers(0, alles.cent)))
    genommen = entnahme(vorhanden, betrag, reihenfolge, zusatz)
    assert summe_der_schichten(genommen.entnommen) == betrag
    assert summe_der_schichten(genommen.verblieben) == alles - betrag
    assert all(eine.betrag > NULL for eine in (*genommen.entnommen, *genommen.verblieben))
    for key in (VERTRAG, ANDERER):
        vorher = summe([eine.betrag for eine in vorhanden if eine.schluessel == key])
        nachher = summe([eine.betrag for eine in (*genommen.entnommen, *genommen.verblieben) if eine.schluessel == key])
        assert vorher == nachher


@given(schichten, st.data())
def test_zuletzt_verbrauchte_zusatzmittel_bleiben_solange_anderes_da_ist(
    vorhanden: list[Schicht], data: st.DataObject
) -> None:
    anderes = sum(eine.betrag.cent for eine in vorhanden if eine.art is not Schichtart.ZUSATZMITTEL)
    betrag = Geldbetrag(data.draw(st.integers(0, anderes)))
    genommen = entnahme(vorhanden, betrag, UebertragVerbrauch.ANTEILIG, ZULETZT)
    assert all(eine.art is not Schichtart.ZUSATZMITTEL for eine in genommen.entnommen)


def test_ein_topf_hat_jahr_und_schluessel_der_eigenen_mittel() -> None:
    assert ein_topf(EIGEN, [SEHR_ALT, ALT]) == Schicht(2018, Geldbetrag(1_500), ANDERER, Schichtart.JAHRESMITTEL)


def test_gleiche_schluessel() -> None:
    assert haben_gleiche_schluessel([SEHR_ALT, ALT])
    assert not haben_gleiche_schluessel([SEHR_ALT, ALT, EIGEN])


def test_schichten_gleichen_schluessels_werden_einmal_aufgeteilt() -> None:
    assert zusammengelegt([SEHR_ALT, EIGEN, ALT]) == (schicht(2017, 600), EIGEN)
    assert zusammengelegt([ALT]) == (ALT,)


@given(schichten, st.randoms())
def test_zusammenlegen_haengt_nicht_an_der_reihenfolge(vorhanden: list[Schicht], zufall: Random) -> None:
    umgestellt = list(vorhanden)
    zufall.shuffle(umgestellt)

    def je_schluessel(liste: list[Schicht]) -> set[tuple[int, int, str]]:
        return {(eine.aus_jahr, eine.betrag.cent, str(eine.schluessel)) for eine in zusammengelegt(liste)}

    assert je_schluessel(vorhanden) == je_schluessel(umgestellt)
    assert summe_der_schichten(zusammengelegt(vorhanden)) == summe_der_schichten(vorhanden)


def test_der_uebertrag_ist_nach_jahren_geordnet_und_wird_gewoehnlicher_uebertrag() -> None:
    assert uebertrag_ins_folgejahr([EIGEN, schicht(2017, 7), ALT]) == (
        schicht(2017, 507),
        schicht(2018, 900, ANDERER),
    )


def test_uebertragen_wird_hoechstens_was_da_ist() -> None:
    assert uebertragener_betrag(euro(50), euro(30)) == euro(30)
    assert uebertragener_betrag(euro(20), euro(30)) == euro(20)


# Rückführung


def test_ihk_zahlt_nur_die_haelfte_nach_vereinbartem_schluessel() -> None:
    zurueck = rueckfuehrung(rest=euro(30_000), schluessel=VERTRAG, konvention=Rechenkonvention())
    assert [str(betrag) for betrag in zurueck.betraege.values()] == ["12.500,00 €", "12.500,00 €", "5.000,00 €"]


GEZAHLT = Betraege.von({"duesseldorf": euro(50_000), "mettmann": euro(50_000), "ihk": euro(10_000)})


def test_ihk_zahlt_nur_die_haelfte_nach_tatsaechlichen_zahlungen() -> None:
    key = Zahlungsschluessel.aus_betraegen(GEZAHLT)
    zurueck = rueckfuehrung(rest=euro(30_000), schluessel=key, konvention=Rechenkonvention())
    assert [str(betrag) for betrag in zurueck.betraege.values()] == ["13.636,37 €", "13.636,36 €", "2.727,27 €"]


def test_ihk_zahlt_nur_die_haelfte_nach_kosten() -> None:
    ausgleich = kostenausgleich(rest=euro(30_000), eingezahlt=GEZAHLT, schluessel=VERTRAG)
    assert ausgleich.kosten == euro(80_000)
    assert [str(b) for b in ausgleich.kostenanteile.values()] == ["33.333,34 €", "33.333,33 €", "13.333,33 €"]
    assert [str(b) for b in ausgleich.rueckfuehrung.values()] == ["16.666,66 €", "16.666,67 €", "0,00 €"]
    assert dict(ausgleich.forderungen) == {"ihk": Geldbetrag(333_333)}


def test_geht_mehr_zurueck_als_eingezahlt_sind_die_kosten_negativ() -> None:
    ausgleich = kostenausgleich(rest=euro(110_012), eingezahlt=GEZAHLT, schluessel=VERTRAG)
    assert ausgleich.kosten == -euro(12)
    assert [str(b) for b in ausgleich.rueckfuehrung.values()] == ["50.005,00 €", "50.005,00 €", "10.002,00 €"]


@given(geldbetraege, st.lists(geldbetraege, min_size=3, max_size=3), st.permutations(VERTRAG.partner))
def test_kostenausgleich_geht_auf_den_cent_auf(rest: Geldbetrag, gezahlt: list[Geldbetrag], vorrang: list[str]) -> None:
    eingezahlt = Betraege(tuple(zip(VERTRAG.partner, gezahlt, strict=True)))
    ausgleich = kostenausgleich(rest=rest, eingezahlt=eingezahlt, schluessel=VERTRAG, vorrang=tuple(vorrang))
    assert ausgleich.rueckfuehrung.summe - ausgleich.forderungen.summe == rest
    assert ausgleich.kostenanteile.summe == ausgleich.kosten == eingezahlt.summe - rest
    assert all(betrag >= NULL for betrag in ausgleich.rueckfuehrung.values())
    assert all(betrag > NULL for betrag in ausgleich.forderungen.values())
    for partner in ausgleich.forderungen:
        assert not ausgleich.rueckfuehrung[partner]


@given(geldbetraege, schluessel(), st.data())
def test_die_rueckfuehrung_ergibt_den_rest(rest: Geldbetrag, key: Zahlungsschluessel, data: st.DataObject) -> None:
    zurueck = rueckfuehrung(rest=rest, schluessel=key, konvention=data.draw(konventionen(key.partner)))
    assert zurueck.betraege.summe + zurueck.verbleibt == rest


@given(st.data(), st.sampled_from([Rundung.GROESSTER_REST, Rundung.ABRUNDEN_REST_BLEIBT]))
def test_nach_zahlungen_erhaelt_niemand_mehr_als_er_gezahlt_hat(data: st.DataObject, rundung: Rundung) -> None:
    key = data.draw(schluessel())
    rest = Geldbetrag(data.draw(st.integers(0, key.summe)))
    zurueck = rueckfuehrung(rest=rest, schluessel=key, konvention=Rechenkonvention(rundung))
    assert all(zurueck.betraege[partner].cent <= gezahlt for partner, gezahlt in key.gewichte)


def test_kaufmaennisch_kann_der_letzte_mehr_erhalten_als_er_gezahlt_hat() -> None:
    key = Zahlungsschluessel((("a", 3), ("b", 3), ("c", 3), ("d", 3), ("letzter", 1)))
    konvention = Rechenkonvention(Rundung.KAUFMAENNISCH_LETZTER_GLEICHT_AUS)
    zurueck = rueckfuehrung(rest=Geldbetrag(6), schluessel=key, konvention=konvention)
    assert zurueck.betraege["letzter"] == Geldbetrag(2)


def test_restcents_die_niemand_erhielt_bleiben_mit_ihrem_schluessel() -> None:
    eine = schicht(2018, 10_000)
    teilung = rueckfuehrung(
        rest=eine.betrag, schluessel=VERTRAG, konvention=Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT)
    )
    assert bleibende_restcents(eine, teilung) == schicht(2018, 2)


def test_was_ein_partner_aus_mehreren_schichten_erhaelt_steht_zusammen() -> None:
    eine, andere = Betraege.von({"ihk": Geldbetrag(3)}), Betraege.von({"ihk": Geldbetrag(4), "neu": Geldbetrag(1)})
    zusammen = rueckfuehrung_je_partner([eine, andere], ["mettmann", "ihk"])
    assert list(zusammen.items()) == [("mettmann", NULL), ("ihk", Geldbetrag(7)), ("neu", Geldbetrag(1))]


def test_wird_nichts_zurueckgefuehrt_ist_die_zuordnung_leer() -> None:
    nichts = Betraege.von({"mettmann": NULL, "ihk": NULL})
    assert rueckfuehrung_je_partner([nichts], ["mettmann", "ihk"]) == Betraege()
    assert rueckfuehrung_je_partner([nichts, nichts], ["mettmann", "ihk"]) == Betraege()


# Befunde


@pytest.mark.parametrize(("zurueck", "faellt_auf"), [(99, False), (100, False), (101, True)])
def test_wer_mehr_zurueckerhaelt_als_er_eingezahlt_hat_faellt_auf(zurueck: int, faellt_auf: bool) -> None:
    eingebracht = [Betraege.von({"ihk": Geldbetrag(60), "mettmann": euro(5)}), Betraege.von({"ihk": Geldbetrag(40)})]
    befunde = befunde_zu_hoher_rueckfuehrung(
        Betraege.von({"ihk": Geldbetrag(zurueck), "mettmann": euro(5)}), eingebracht, BERICHT_2017.namen
    )
    assert [befund.text for befund in befunde] == (
        ["IHK erhält aus den Mitteln des Jahres 1,01 € zurück und hat nur 1,00 € eingebracht."] if faellt_auf else []
    )


def test_forderungen_lassen_einen_teil_der_rueckfuehrung_warten() -> None:
    (befund,) = befunde_zu_forderungen(Betraege.von({"ihk": Geldbetrag(333_333)}), BERICHT_2017.namen)
    assert befund.text.endswith("Bis dahin muss von der Rückführung 3.333,33 € warten.")


@pytest.mark.parametrize(
    ("datum", "wirksam", "beantragt", "uebertragen", "kennungen"),
    [
        (date(2018, 1, 1), True, 5, 5, []),
        (date(2018, 12, 20), True, 5, 5, []),
        (date(2019, 2, 1), True, 5, 5, []),
        (date(2019, 12, 31), True, 5, 5, []),
        (date(2020, 1, 1), True, 5, 5, ["uebertragungsbeschluss_verspaetet"]),
        (date(2017, 12, 31), True, 5, 5, ["uebertragungsbeschluss_verfrueht"]),
        (date(2019, 2, 1), False, 5, 0, ["uebertragung_nicht_beschlossen"]),
        (date(2019, 2, 1), True, 5, 4, ["uebertragung_uebersteigt_rest"]),
        (date(2019, 2, 1), False, 0, 0, ["uebertragung_ohne_gegenstand"]),
    ],
)
def test_befunde_zum_uebertragungsbeschluss(
    datum: date, wirksam: bool, beantragt: int, uebertragen: int, kennungen: list[str]
) -> None:
    befunde = befunde_zum_uebertragungsbeschluss(
        jahr=2018,
        datum=datum,
        ist_wirksam=wirksam,
        hat_gegenstand=bool(beantragt),
        beantragt=Geldbetrag(beantragt),
        uebertragen=Geldbetrag(uebertragen),
    )
    assert [befund.kennung for befund in befunde] == kennungen
