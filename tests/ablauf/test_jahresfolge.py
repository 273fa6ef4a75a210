from datetime import date

import pytest
from attrs import evolve, fields_dict
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung, Jahresstatus
from kooperationsvertrag.ablauf.aufzeichnen import aufzeichnung as aus_akte
from kooperationsvertrag.ablauf.ereignis import BeitragGezahlt
from kooperationsvertrag.ablauf.haushaltsjahr import (
    Aufzeichnung,
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.ablauf.jahresfolge import begruendung, jahresfolge
from kooperationsvertrag.aufteilung import Aufteilung
from kooperationsvertrag.auslegung import Auslegung, Lesart
from kooperationsvertrag.fehler import AufzeichnungError
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.herleitung import Mitschrift, betraege_in
from kooperationsvertrag.regeln.finanzierung import zahlungsschluessel
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Beitrittsentscheidung,
    SchluesselNachBeitritt,
    SitzNachBeitritt,
    UebertragRueckfuehrung,
    UebertragVerbrauch,
)
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import aufzeichnungen, auslegungen, konventionen

VERTRAG = zahlungsschluessel(BERICHT_2017.beitraege)
NEUSS = Beitrittsantrag(
    kennung="rhein-kreis-neuss",
    name="Rhein-Kreis Neuss",
    rechtsform=Rechtsform.KREIS,
    beitrag=Geldbetrag.aus_euro(30_000),
    zum=date(2019, 1, 1),
    foerderlich=True,
    begruendung="Nachbarkreis",
    zustimmung=("duesseldorf", "mettmann", "ihk"),
)


def jahr(nummer: int, ausgegeben: int, uebertragen: bool = False) -> Haushaltsjahr:
    einstimmig = Stimmabgabe(einstimmig=True)
    return Haushaltsjahr(
        jahr=nummer,
        eingezahlt=Zahlweise.WIE_VEREINBART,
        ausgaben=(Ausgabe("Projekte", Ausgabenart.PROJEKT, Geldbetrag.aus_euro(ausgegeben)),),
        abschlussbericht_erstellt=date(nummer, 12, 28),
        geprueft=date(nummer + 1, 2, 14),
        pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
        uebertragung=Uebertragungsbeschluss(Uebertragungsumfang.ALLES, date(nummer, 12, 20), einstimmig)
        if uebertragen
        else None,
    )


def rechne(aufzeichnung: Aufzeichnung, *lesarten: Lesart) -> tuple[Jahresabrechnung, ...]:
    return jahresfolge(aufzeichnung, Auslegung.mit(*lesarten))


# Jahre nacheinander


def test_was_ein_jahr_uebertraegt_findet_das_naechste_vor() -> None:
    erstes, zweites = rechne(Aufzeichnung(BERICHT_2017, (jahr(2018, 90_000, uebertragen=True), jahr(2019, 150_000))))
    assert erstes.uebertrag_in_folgejahr == zweites.uebertrag_aus_vorjahr == Geldbetrag.aus_euro(30_000)
    assert zweites.status is Jahresstatus.AUSGEGLICHEN


def test_das_erste_jahr_findet_den_anfangsbestand_vor() -> None:
    bestand = (Schicht(2017, Geldbetrag.aus_euro(12_000), VERTRAG),)
    (erstes,) = rechne(Aufzeichnung(BERICHT_2017, (jahr(2018, 132_000),), anfangsbestand=bestand))
    assert (erstes.uebertrag_aus_vorjahr, erstes.rest) == (Geldbetrag.aus_euro(12_000), NULL)


def test_wartendes_geld_ist_kein_uebertrag() -> None:
    ungeprueft = evolve(jahr(2018, 90_000), geprueft=None, pruefungsergebnis=None)
    erstes, zweites = rechne(Aufzeichnung(BERICHT_2017, (ungeprueft, jahr(2019, 120_000))))
    assert (erstes.wartet_auf_pruefung, zweites.uebertrag_aus_vorjahr) == (Geldbetrag.aus_euro(30_000), NULL)


@pytest.mark.parametrize(
    ("lesarten", "zurueck"),
    [
        (
            (UebertragRueckfuehrung.RUECKFUEHRBAR, UebertragVerbrauch.EIN_TOPF),
            ["6.666,67 €", "6.666,67 €", "2.666,66 €", "4.000,00 €"],
        ),
        (
            (UebertragRueckfuehrung.RUECKFUEHRBAR, UebertragVerbrauch.AELTESTE_ZUERST),
            ["6.666,67 €", "6.666,67 €", "2.666,66 €", "4.000,00 €"],
        ),
        (
            (UebertragRueckfuehrung.RUECKFUEHRBAR, UebertragVerbrauch.JUENGSTE_ZUERST),
            ["7.666,67 €", "7.666,67 €", "3.066,66 €", "1.600,00 €"],
        ),
        (
            (UebertragRueckfuehrung.RUECKFUEHRBAR, UebertragVerbrauch.ANTEILIG),
            ["6.790,13 €", "6.790,12 €", "2.716,05 €", "3.703,70 €"],
        ),
        (
            (UebertragRueckfuehrung.VERBLEIBT, UebertragVerbrauch.JUENGSTE_ZUERST),
            ["2.666,67 €", "2.666,67 €", "1.066,66 €", "1.600,00 €"],
        ),
    ],
)
def test_uebertragenes_geld_nach_einem_beitritt(lesarten: tuple[Lesart, ...], zurueck: list[str]) -> None:
    aufzeichnung = Aufzeichnung(
        BERICHT_2017, (jahr(2018, 108_000, uebertragen=True), jahr(2019, 142_000)), beitritte=(NEUSS,)
    )
    gewaehlt = (Beitrittsentscheidung.ALLE_PARTNER, SchluesselNachBeitritt.ADDITIV)
    erstes, zweites = rechne(aufzeichnung, *gewaehlt, *lesarten)
    assert erstes.uebertrag_in_folgejahr == Geldbetrag.aus_euro(12_000)
    assert zweites.jahresbudget == Geldbetrag.aus_euro(150_000)
    assert [str(betrag) for betrag in zweites.rueckfuehrung.values()] == zurueck


def test_befunde_zum_beitritt_stehen_im_jahr_des_beitritts() -> None:
    beide = Aufzeichnung(BERICHT_2017, (jahr(2018, 120_000), jahr(2019, 150_000)), beitritte=(NEUSS,))
    erstes, zweites = rechne(beide, Beitrittsentscheidung.ALLE_PARTNER, SchluesselNachBeitritt.ADDITIV)
    assert [befund.kennung for befund in erstes.befunde] == []
    assert [befund.kennung for befund in zweites.befunde] == ["beitritt"]


def test_befunde_zu_einem_frueheren_beitritt_stehen_im_ersten_jahr() -> None:
    frueher = evolve(NEUSS, zum=date(2017, 1, 1))
    (erstes,) = rechne(
        Aufzeichnung(BERICHT_2017, (jahr(2018, 150_000),), beitritte=(frueher,)),
        Beitrittsentscheidung.ALLE_PARTNER,
        SchluesselNachBeitritt.ADDITIV,
    )
    assert [befund.kennung for befund in erstes.befunde] == ["beitritt"]


def test_ein_beitritt_nach_dem_letzten_jahr_und_beschluss_ist_nur_ein_hinweis() -> None:
    spaeter = evolve(NEUSS, zum=date(2020, 1, 1))
    (erstes,) = rechne(Aufzeichnung(BERICHT_2017, (jahr(2018, 120_000),), beitritte=(spaeter,)))
    assert [befund.kennung for befund in erstes.befunde] == ["beitritt_nach_diesem_fall"]


def test_wer_zwischen_jahresende_und_beschluss_beitritt_stimmt_mit() -> None:
    dagegen = Stimmabgabe(ja=("duesseldorf", "mettmann"), nein=("ihk", "rhein-kreis-neuss"))
    beschluss = Uebertragungsbeschluss(Uebertragungsumfang.ALLES, date(2019, 2, 14), dagegen)
    aufzeichnung = Aufzeichnung(BERICHT_2017, (evolve(jahr(2018, 90_000), uebertragung=beschluss),), (NEUSS,))
    gewaehlt = (
        Beitrittsentscheidung.ALLE_PARTNER,
        SchluesselNachBeitritt.ADDITIV,
        SitzNachBeitritt.JEDER_PARTNER_EIN_SITZ,
        Abstimmung.MEHRHEIT,
    )
    (mit_neuem,) = rechne(aufzeichnung, *gewaehlt)
    (ohne_neuen,) = rechne(evolve(aufzeichnung, beitritte=()), *gewaehlt)
    assert mit_neuem.beschluss is not None
    assert ohne_neuen.beschluss is not None
    assert (mit_neuem.beschluss.wirksam, ohne_neuen.beschluss.wirksam) == (False, True)


@pytest.mark.parametrize("nummern", [(), (2018, 2020), (2019, 2018), (2018, 2018)])
def test_jahre_folgen_ohne_luecke_aufeinander(nummern: tuple[int, ...]) -> None:
    with pytest.raises(AufzeichnungError, match="ohne Lücke"):
        Aufzeichnung(BERICHT_2017, tuple(jahr(nummer, 0) for nummer in nummern))


def test_beitritte_stehen_nach_dem_tag_geordnet() -> None:
    frueher = evolve(NEUSS, kennung="duisburg", zum=date(2018, 1, 1))
    with pytest.raises(AufzeichnungError, match="nach dem Tag"):
        Aufzeichnung(BERICHT_2017, (jahr(2018, 0),), beitritte=(NEUSS, frueher))


# Die Mitschrift ändert nichts, und sie ist vollständig


@given(aufzeichnungen(), auslegungen, st.data())
def test_die_mitschrift_aendert_kein_ergebnis(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, data: st.DataObject
) -> None:
    konvention = data.draw(konventionen(aufzeichnung.fassung.partner_kennungen))
    mitschrift = Mitschrift()
    assert jahresfolge(aufzeichnung, auslegung, konvention, mitschrift) == jahresfolge(
        aufzeichnung, auslegung, konvention
    )
    assert mitschrift.aufrufe


@given(aufzeichnungen(), auslegungen, st.data())
def test_jeder_betrag_in_einem_schritt_ist_eingabe_parameter_oder_frueheres_ergebnis(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, data: st.DataObject
) -> None:
    konvention = data.draw(konventionen(aufzeichnung.fassung.partner_kennungen))
    for schritt in begruendung(aufzeichnung, auslegung, konvention):
        assert all(angabe.herkunft for angabe in schritt.betraege), schritt
        assert schritt.regel.normen or schritt.regel.festlegungen


@given(aufzeichnungen(), auslegungen, st.data())
def test_jeder_betrag_im_ergebnis_kommt_aus_einem_schritt_oder_der_eingabe(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, data: st.DataObject
) -> None:
    konvention = data.draw(konventionen(aufzeichnung.fassung.partner_kennungen))
    mitschrift = Mitschrift()
    folge = jahresfolge(aufzeichnung, auslegung, konvention, mitschrift)
    bekannt = {id(betrag) for _, betrag in betraege_in(aufzeichnung)} | {id(NULL)}
    for aufruf in mitschrift.aufrufe:
        bekannt |= {id(betrag) for _, betrag in betraege_in(aufruf.ergebnis)}
    for abrechnung in folge:
        for name in set(fields_dict(Jahresabrechnung)) - {"aufteilungen", "befunde"}:
            for stelle, betrag in betraege_in(getattr(abrechnung, name), name):
                assert id(betrag) in bekannt, stelle


def herkunft_der_ausgaben(*ausgaben: Ausgabe) -> list[str]:
    aufzeichnung = Aufzeichnung(BERICHT_2017, (evolve(jahr(2018, 0), ausgaben=ausgaben),))
    (schritt,) = [s for s in begruendung(aufzeichnung) if s.regel.name == "verausgabte_mittel"]
    return [angabe.herkunft for angabe in schritt.betraege]


def test_die_herkunft_heisst_wie_die_stelle_in_der_falldatei() -> None:
    projekt = Ausgabe("Projekt", Ausgabenart.PROJEKT, Geldbetrag(1))
    assert herkunft_der_ausgaben(projekt, evolve(projekt, betrag=Geldbetrag(2))) == [
        "haushaltsjahr[0].ausgabe[0].betrag",
        "haushaltsjahr[0].ausgabe[1].betrag",
    ]
    summe = Ausgabe("Ausgaben des Jahres", Ausgabenart.NICHT_GEGLIEDERT, Geldbetrag(3))
    assert herkunft_der_ausgaben(summe) == ["haushaltsjahr[0].verausgabt"]


def test_ein_betrag_aus_einem_ereignis_wird_mit_seinem_ereignis_genannt() -> None:
    zahlung = BeitragGezahlt(datum=date(2018, 1, 15), akteur="ihk", jahr=2018, betrag=Geldbetrag(1_234_567))
    aus_ereignissen = aus_akte(BERICHT_2017, [zahlung])
    assert aus_ereignissen

    schritte = begruendung(aus_ereignissen, ereignisse=[zahlung])

    herkunft = {b.herkunft for schritt in schritte for b in schritt.betraege if b.betrag == zahlung.betrag}
    assert "ereignis[0].betrag" in herkunft
    assert not any(stelle.startswith("haushaltsjahr") for stelle in herkunft)


def test_die_begruendung_nennt_bruch_rest_und_wer_den_cent_erhielt() -> None:
    aufzeichnung = Aufzeichnung(BERICHT_2017, (jahr(2018, 119_900),))
    (schritt,) = [s for s in begruendung(aufzeichnung) if s.regel.name == "rueckfuehrung"]
    assert schritt.abschnitt == "Haushaltsjahr 2018"
    assert [norm.kennung for norm in schritt.regel.normen] == ["17-F8"]
    assert isinstance(schritt.ergebnis, Aufteilung)
    assert [(str(a.bruchteil), str(a.rest), a.restcent) for a in schritt.ergebnis.anteile] == [
        ("5/12", "2/3", 1),
        ("5/12", "2/3", 1),
        ("1/6", "2/3", 0),
    ]
