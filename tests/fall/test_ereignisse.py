"""Gute Falldateien mit Ereignissen: was aus ihnen wird, und dass es dasselbe ist wie in der Kurzform."""

from __future__ import annotations

from datetime import date

import pytest

from fall.falldateien import (
    ALLE_EREIGNISSE,
    ANFANGSBESTAND,
    AUSFUEHRLICH,
    BEITRITT,
    BEITRITT_ALS_EREIGNISSE,
    BUCHUNGEN,
    BUCHUNGEN_ALS_EREIGNISSE,
    EINFACH,
    JAHR,
    KOPF,
    UEBERTRAGUNG,
    UEBERTRAGUNG_ALS_EREIGNIS,
)
from fall.veraendern import anders
from kooperationsvertrag.ablauf.akte import Akte
from kooperationsvertrag.ablauf.aufzeichnen import aufzeichnung, ereignisse_aus
from kooperationsvertrag.ablauf.ereignis import (
    EREIGNISART,
    AusgabeGebucht,
    BeitragGezahlt,
    BeschlussGefasst,
    PersonalGestellt,
)
from kooperationsvertrag.ablauf.ergebnis import ergebnis
from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Uebertragungsumfang
from kooperationsvertrag.fall.einlesen import Fall, lies_fall
from kooperationsvertrag.fall.probleme import EingabeError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.gremien import Handlung
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.fassung import Funktion

AUSZAHLUNG = """
[[ereignis]]
art = "rueckfuehrung_ausgezahlt"
datum = 2019-03-15
jahr = 2018
an = "ihk"
betrag = 100
"""
PLANUNG_2019 = """
[[ereignis]]
art = "planung_vorgelegt"
datum = 2019-01-12
kennung = "p-1"
jahr = 2019
"""
AUFHEBUNG = """
[[ereignis]]
art = "aufhebung"
datum = 2019-03-01
akteur = "geschaeftsstelle"
ersetzt = "p-1"
"""
KURZFORM_MIT_TAGEN = anders(
    anders(
        anders(KOPF + BUCHUNGEN, "betrag = 20000", "betrag = 20000\ndatum = 2018-01-16"),
        'betrag = "1000"',
        'betrag = "1000"\ndatum = 2018-06-09',
    ),
    'betrag = "120,00"',
    'betrag = "120,00"\ndatum = 2018-06-10',
)


def lies(text: str) -> Fall:
    return lies_fall(text.encode())


def test_jede_art_laesst_sich_lesen_und_steht_in_der_reihenfolge_der_datei() -> None:
    fall = lies(ALLE_EREIGNISSE)
    arten = [zeile.partition('"')[2].strip('"') for zeile in ALLE_EREIGNISSE.split("\n") if zeile.startswith("art = ")]
    assert [ereignis.art for ereignis in fall.ereignisse] == arten
    assert set(arten) == set(EREIGNISART)
    assert fall.akte == Akte(fall.ereignisse)


def test_alle_angaben_eines_ereignisses_kommen_an() -> None:
    ereignisse = lies(ALLE_EREIGNISSE).ereignisse
    assert ereignisse[1] == BeitragGezahlt(
        datum=date(2018, 1, 15),
        akteur="duesseldorf",
        jahr=2018,
        betrag=Geldbetrag(5_000_000),
        beleg="Kassenzeichen 4711",
        kennung="b-1",
    )
    assert ereignisse[4] == AusgabeGebucht(
        datum=date(2018, 6, 9),
        jahr=2018,
        bezeichnung="Sachbearbeitung",
        zweck=Ausgabenart.PERSONALKOSTEN,
        betrag=Geldbetrag(100_000),
        personal_von="duesseldorf",
    )
    assert ereignisse[9] == BeschlussGefasst(
        datum=date(2019, 2, 14),
        jahr=2018,
        gegenstand=Handlung.UEBERTRAGUNG_BESCHLIESSEN,
        betrag=Uebertragungsumfang.ALLES,
        ja=("duesseldorf", "mettmann"),
        enthaltung=("ihk",),
    )
    gestellt = [ereignis for ereignis in ereignisse if isinstance(ereignis, PersonalGestellt)]
    assert gestellt[0] == PersonalGestellt(
        datum=date(2018, 1, 2),
        akteur="mettmann",
        person="Stelle 2",
        funktion=Funktion.STELLVERTRETUNG,
        abgeordnet_an="duesseldorf",
        vorgesetzt=False,
    )
    assert (gestellt[1].abgeordnet_an, gestellt[1].vorgesetzt, gestellt[1].funktion) == ("", None, None)


def test_ausgabe_ohne_zweck_ist_nicht_gegliedert() -> None:
    text = anders(KOPF + BUCHUNGEN_ALS_EREIGNISSE, 'zweck = "veranstaltung"\n', "")
    assert lies(text).aufzeichnung.haushaltsjahre[0].ausgaben[0].art is Ausgabenart.NICHT_GEGLIEDERT


@pytest.mark.parametrize(
    ("kurzform", "ereignisse"),
    [
        (KURZFORM_MIT_TAGEN, KOPF + BUCHUNGEN_ALS_EREIGNISSE),
        (
            KURZFORM_MIT_TAGEN + UEBERTRAGUNG + ANFANGSBESTAND,
            KOPF + UEBERTRAGUNG_ALS_EREIGNIS + BUCHUNGEN_ALS_EREIGNISSE + ANFANGSBESTAND,
        ),
        (
            EINFACH,
            KOPF + '[[ereignis]]\nart = "beitraege_wie_vereinbart"\ndatum = 2018-01-15\njahr = 2018\n'
            '[[ereignis]]\nart = "ausgabe_gebucht"\ndatum = 2018-06-08\njahr = 2018\n'
            'bezeichnung = "Ausgaben des Jahres"\nbetrag = "43.417,55"\n',
        ),
    ],
    ids=["buchungen", "mit_beschluss_und_anfangsbestand", "einfaches_jahr"],
)
def test_kurzform_und_ereignisse_geben_dieselbe_abrechnung(kurzform: str, ereignisse: str) -> None:
    kurz, lang = lies(kurzform), lies(ereignisse)
    assert lang.titel == kurz.titel
    assert ergebnis(lang.aufzeichnung, lang.auslegung, lang.konvention) == ergebnis(
        kurz.aufzeichnung, kurz.auslegung, kurz.konvention
    )


def test_kurzform_mit_tagen_und_ereignisse_sind_dieselbe_aufzeichnung_und_dieselbe_akte() -> None:
    kurz = lies(KURZFORM_MIT_TAGEN + UEBERTRAGUNG)
    lang = lies(KOPF + BUCHUNGEN_ALS_EREIGNISSE + UEBERTRAGUNG_ALS_EREIGNIS)
    assert lang.aufzeichnung == kurz.aufzeichnung
    assert [ereignis.art for ereignis in lang.akte.ereignisse if ereignis.datum] == [
        ereignis.art
        for ereignis in sorted(lang.ereignisse, key=lambda e: (e.datum or date.min, list(EREIGNISART).index(e.art)))
    ]
    ohne_tag = [ereignis.art for ereignis in kurz.akte.ereignisse if not ereignis.datum]
    assert ohne_tag == ["zusatzmittel_bewilligt"]


def test_auch_eine_reine_kurzform_hat_eine_akte() -> None:
    fall = lies(AUSFUEHRLICH)
    assert fall.ereignisse == ()
    assert fall.akte == Akte(ereignisse_aus(fall.aufzeichnung))
    aus_der_akte = aufzeichnung(fall.aufzeichnung.fassung, fall.akte.geltende(), fall.aufzeichnung.anfangsbestand)
    assert aus_der_akte
    assert ergebnis(aus_der_akte, fall.auslegung) == ergebnis(fall.aufzeichnung, fall.auslegung)


def test_was_nach_der_abrechnung_geschieht_aendert_an_der_kurzform_nichts() -> None:
    fall = lies(EINFACH + BEITRITT + AUSZAHLUNG)
    assert fall.aufzeichnung == lies(EINFACH + BEITRITT).aufzeichnung
    assert [ereignis.art for ereignis in fall.ereignisse] == ["rueckfuehrung_ausgezahlt"]
    assert len(fall.akte.ereignisse) == len(lies(EINFACH + BEITRITT).akte.ereignisse) + 1


def test_nach_jahren_der_kurzform_folgen_jahre_aus_ereignissen() -> None:
    spaeter = PLANUNG_2019.replace("2019", "2021").replace("p-1", "p-2")
    fall = lies(EINFACH + PLANUNG_2019 + spaeter)
    jahre = fall.aufzeichnung.haushaltsjahre
    assert [jahr.jahr for jahr in jahre] == [2018, 2019, 2020, 2021]
    assert jahre[0] == lies(EINFACH).aufzeichnung.haushaltsjahre[0]
    assert jahre[1] == Haushaltsjahr(2019, (), (), planung_erstellt=date(2019, 1, 12))
    assert jahre[2] == Haushaltsjahr(2020, (), ())


def test_zwischen_jahren_der_kurzform_duerfen_jahre_aus_ereignissen_stehen() -> None:
    fall = lies(EINFACH + PLANUNG_2019 + JAHR.replace("2018", "2020"))
    assert [jahr.jahr for jahr in fall.aufzeichnung.haushaltsjahre] == [2018, 2019, 2020]
    assert len(fall.akte.ereignisse) == 5


def test_sind_alle_ereignisse_eines_jahres_dazwischen_aufgehoben_bleibt_es_leer() -> None:
    fall = lies(EINFACH + PLANUNG_2019 + AUFHEBUNG + JAHR.replace("2018", "2020"))
    assert fall.aufzeichnung.haushaltsjahre[1] == Haushaltsjahr(2019, (), ())


def test_sind_alle_ereignisse_des_letzten_jahres_aufgehoben_gibt_es_das_jahr_nicht() -> None:
    fall = lies(EINFACH + PLANUNG_2019 + AUFHEBUNG)
    assert fall.aufzeichnung == lies(EINFACH).aufzeichnung


def test_ist_alles_aufgehoben_bleibt_nichts_abzurechnen() -> None:
    with pytest.raises(EingabeError) as fehler:
        lies(KOPF + PLANUNG_2019 + AUFHEBUNG)
    (problem,) = fehler.value.probleme
    assert (problem.stelle, problem.beispiel) == ("ereignis", "[[haushaltsjahr]]")
    assert "aufgehoben" in problem.grund


def test_die_berichtigung_wird_abgerechnet_und_beide_stehen_in_der_akte() -> None:
    berichtigung = """
[[ereignis]]
art = "beitrag_gezahlt"
datum = 2018-01-15
erfasst = 2019-05-02
akteur = "duesseldorf"
jahr = 2018
betrag = "5.000"
ersetzt = "b-1"
"""
    fall = lies(KOPF + BUCHUNGEN_ALS_EREIGNISSE + berichtigung)
    eingezahlt = fall.aufzeichnung.haushaltsjahre[0].eingezahlt
    assert [zahlung.betrag for zahlung in eingezahlt if not isinstance(zahlung, str)] == [
        Geldbetrag(500_000),
        Geldbetrag(2_000_000),
    ]
    assert [b.neu for b in fall.akte.berichtigungen()] == [fall.ereignisse[-1]]


def test_anfangsbestand_vor_dem_ersten_jahr_der_ereignisse() -> None:
    (schicht,) = lies(KOPF + PLANUNG_2019 + ANFANGSBESTAND.replace("2017", "2018")).aufzeichnung.anfangsbestand
    assert schicht.aus_jahr == 2018


def test_beitritt_aus_ereignissen() -> None:
    (antrag,) = lies(EINFACH + BEITRITT_ALS_EREIGNISSE).aufzeichnung.beitritte
    (kurz,) = lies(EINFACH + BEITRITT).aufzeichnung.beitritte
    assert antrag.zustimmung == ("duesseldorf", "aufsichtsgremium")
    assert (antrag.kennung, antrag.beitrag, antrag.zum, antrag.begruendung) == (
        kurz.kennung,
        kurz.beitrag,
        kurz.zum,
        kurz.begruendung,
    )


def test_zustimmungen_als_ereignisse_kommen_zu_einem_beitritt_der_kurzform() -> None:
    ohne = anders(BEITRITT, '["duesseldorf", "mettmann", "ihk", "aufsichtsgremium"]', '["mettmann"]')
    andere = ohne.replace("rhein-kreis-neuss", "viersen").replace("2026", "2025")
    zustimmung = """
[[ereignis]]
art = "beitritt_zugestimmt"
datum = 2025-07-01
akteur = "ihk"
bewerber = "rhein-kreis-neuss"
"""
    beitritte = lies(EINFACH + ohne + andere + zustimmung).aufzeichnung.beitritte
    assert [(antrag.kennung, antrag.zustimmung) for antrag in beitritte] == [
        ("viersen", ("mettmann",)),
        ("rhein-kreis-neuss", ("mettmann", "ihk")),
    ]


def test_wer_sich_neu_erklaert_ersetzt_seine_fruehere_erklaerung_und_bucht_ab_dem_neuen_tag() -> None:
    neue = anders(
        BEITRITT_ALS_EREIGNISSE.partition("\n\n[[")[0],
        'kennung = "e-1"\n',
        'ersetzt = "e-1"\nerfasst = 2025-08-01\n',
    ).replace("zum = 2026-01-01", "zum = 2027-01-01")
    zahlung = """
[[ereignis]]
art = "beitrag_gezahlt"
datum = 2027-01-15
akteur = " rhein-kreis-neuss "
jahr = 2027
betrag = 1
"""
    fall = lies(KOPF + BEITRITT_ALS_EREIGNISSE + neue + zahlung)
    assert [antrag.zum for antrag in fall.aufzeichnung.beitritte] == [date(2027, 1, 1)]
    with pytest.raises(EingabeError, match=r"tritt erst zum 01\.01\.2027 bei"):
        lies(KOPF + BEITRITT_ALS_EREIGNISSE + neue + zahlung.replace("jahr = 2027", "jahr = 2026"))


def test_wer_seine_erklaerung_zurueckzieht_ist_kein_bewerber_mehr_und_die_datei_bleibt_lesbar() -> None:
    zurueckgezogen = anders(AUFHEBUNG, "p-1", "e-1").replace("2019", "2026")
    zahlung = """
[[ereignis]]
art = "beitrag_gezahlt"
datum = 2026-01-15
akteur = "rhein-kreis-neuss"
jahr = 2026
betrag = 1
"""
    fall = lies(KOPF + BEITRITT_ALS_EREIGNISSE + zurueckgezogen + zahlung)
    assert fall.aufzeichnung.beitritte == ()
    gerechnet = ergebnis(fall.aufzeichnung, fall.auslegung)
    assert {folge.verfuegbar for variante in gerechnet.varianten for folge in variante.ergebnis} == {Geldbetrag(100)}


def test_ein_beschluss_ueber_anderes_braucht_weder_betrag_noch_stimmen() -> None:
    text = KOPF + JAHR + '[[ereignis]]\nart = "beschluss_gefasst"\ndatum = 2018-01-20\njahr = 2018\n'
    (beschluss,) = lies(text + 'gegenstand = "planung_genehmigen"\n').ereignisse
    assert isinstance(beschluss, BeschlussGefasst)
    assert (beschluss.betrag, beschluss.stimmen.genannt) == (None, ())


def test_eine_person_abzuberufen_die_niemand_gestellt_hat_ist_kein_fehler_der_eingabe() -> None:
    text = '[[ereignis]]\nart = "personal_abberufen"\ndatum = 2018-10-01\nakteur = "ihk"\nperson = "Stelle 9"\n'
    assert lies(EINFACH + text).aufzeichnung == lies(EINFACH).aufzeichnung


def test_was_nur_ein_ereignis_ablehnt_steht_bei_seiner_tabelle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kooperationsvertrag.fall.ereignisse._personalkosten", lambda *_: ())
    with pytest.raises(EingabeError) as fehler:
        lies(anders(KOPF + BUCHUNGEN_ALS_EREIGNISSE, '"personalkosten"', '"projekt"'))
    (problem,) = fehler.value.probleme
    assert (problem.stelle, problem.beispiel) == ("ereignis[4]", "[[ereignis]]")
