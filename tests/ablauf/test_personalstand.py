"""Personalstand: wer da ist, und wie viele es zugleich waren."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from ablauf.akten import PARTNER, ereignisse, personal, tage
from kooperationsvertrag.ablauf.akte import Akte
from kooperationsvertrag.ablauf.ereignis import Ereignis, PersonalAbberufen, PersonalGestellt, PlanungVorgelegt
from kooperationsvertrag.ablauf.personalstand import Personalstand, Personalzahl, personalstand
from kooperationsvertrag.norm import Schwere
from kooperationsvertrag.regeln.personal import Besetzung
from kooperationsvertrag.vertrag.fassung import Funktion
from kooperationsvertrag.vertrag.normen import PERSONALGESTELLUNG


def kommt(tag: date, person: str = "Stelle 3", akteur: str = "ihk", funktion: Funktion | None = None) -> Ereignis:
    return PersonalGestellt(datum=tag, akteur=akteur, person=person, funktion=funktion, abgeordnet_an="duesseldorf")


def geht(tag: date, person: str = "Stelle 3", akteur: str = "ihk") -> Ereignis:
    return PersonalAbberufen(datum=tag, akteur=akteur, person=person)


def stand_am(tag: date, *alle: Ereignis) -> Personalstand:
    return personalstand(Akte(alle).geltende(tag), tag)


def test_ohne_ereignis_zum_personal_ist_nichts_erfasst() -> None:
    leer = stand_am(date(2018, 6, 1), PlanungVorgelegt(datum=date(2018, 1, 1), jahr=2018))
    assert leer == Personalstand((), (), (), False)
    assert (leer.zahl("ihk"), leer.besetzungen) == (Personalzahl(0, 0, 0), ())


def test_zu_beginn_stellt_jeder_eine_person() -> None:
    alle = stand_am(date(2018, 1, 2), *personal(date(2018, 1, 2)))
    assert {wer: alle.zahl(wer) for wer in PARTNER} == dict.fromkeys(PARTNER, Personalzahl(1, 1, 1))
    assert Besetzung("ihk", Funktion.SCHWERPUNKT_REGIONALWIRTSCHAFT, "duesseldorf", False) in alle.besetzungen


def test_wer_im_jahr_abberufen_ist_war_in_diesem_jahr_da_und_im_naechsten_nicht() -> None:
    akte = (kommt(date(2018, 1, 2)), geht(date(2018, 9, 30)))
    assert stand_am(date(2018, 9, 29), *akte).zahl("ihk") == Personalzahl(1, 1, 1)
    assert stand_am(date(2018, 9, 30), *akte).zahl("ihk") == Personalzahl(1, 1, 0)
    assert stand_am(date(2018, 12, 31), *akte).zahl("ihk") == Personalzahl(1, 1, 0)
    assert stand_am(date(2019, 1, 1), *akte).zahl("ihk") == Personalzahl(1, 0, 0)


def test_wer_bleibt_ist_auch_im_naechsten_jahr_da() -> None:
    assert stand_am(date(2020, 6, 1), kommt(date(2018, 1, 2))).zahl("ihk") == Personalzahl(1, 1, 1)


def test_wer_im_neuen_jahr_geht_war_in_ihm_noch_da() -> None:
    akte = (kommt(date(2018, 1, 2)), geht(date(2019, 2, 1)))
    assert stand_am(date(2019, 6, 1), *akte).zahl("ihk") == Personalzahl(1, 1, 0)


def test_wer_am_neujahrstag_geht_war_zu_beginn_des_jahres_noch_da() -> None:
    akte = (kommt(date(2018, 1, 2)), geht(date(2019, 1, 1)))
    assert stand_am(date(2019, 1, 1), *akte).zahl("ihk") == Personalzahl(1, 1, 0)


def test_ein_ersatz_zaehlt_als_eine_person_und_nicht_als_zwei() -> None:
    akte = (kommt(date(2018, 1, 2)), geht(date(2018, 9, 30)), kommt(date(2018, 10, 15), "Stelle 4"))
    assert stand_am(date(2018, 12, 31), *akte).zahl("ihk") == Personalzahl(1, 1, 1)


def test_mit_ueberschneidung_waren_es_zwei_zugleich() -> None:
    akte = (kommt(date(2018, 1, 2)), kommt(date(2018, 9, 1), "Stelle 4"), geht(date(2018, 9, 30)))
    assert stand_am(date(2018, 12, 31), *akte).zahl("ihk") == Personalzahl(2, 2, 1)
    assert stand_am(date(2019, 12, 31), *akte).zahl("ihk") == Personalzahl(2, 1, 1)


def test_am_selben_tag_gestellt_und_abberufen_heisst_einen_tag_da() -> None:
    akte = (geht(date(2018, 1, 2)), kommt(date(2018, 1, 2)))
    assert stand_am(date(2018, 1, 2), *akte).zahl("ihk") == Personalzahl(1, 1, 0)
    assert stand_am(date(2018, 1, 2), *akte).befunde == ()


def test_dieselbe_person_noch_einmal_gestellt_gilt_die_spaetere_angabe() -> None:
    akte = (kommt(date(2018, 1, 2)), kommt(date(2018, 3, 1), funktion=Funktion.LEITUNG))
    stand_ = stand_am(date(2018, 6, 1), *akte)
    assert stand_.gestellt == (akte[1],)
    assert stand_.zahl("ihk") == Personalzahl(1, 1, 1)


def test_wer_noch_einmal_gestellt_ist_steht_hinter_denen_die_vorher_kamen() -> None:
    akte = (kommt(date(2018, 1, 2)), kommt(date(2018, 2, 1), "Stelle 4"), kommt(date(2018, 3, 1)))
    assert stand_am(date(2018, 6, 1), *akte).gestellt == (akte[1], akte[2])


def test_gleiche_stellennummern_zweier_partner_sind_zwei_personen() -> None:
    akte = (kommt(date(2018, 1, 2)), kommt(date(2018, 1, 2), akteur="mettmann"), geht(date(2018, 6, 1)))
    assert [einer.akteur for einer in stand_am(date(2018, 6, 1), *akte).gestellt] == ["mettmann"]


def test_wer_nie_gestellt_war_kann_nicht_abberufen_werden() -> None:
    falsch = geht(date(2018, 6, 1), "Stelle 9")
    stand_ = stand_am(date(2018, 6, 1), kommt(date(2018, 1, 2)), falsch)
    ((ereignis, befund),) = stand_.befunde
    assert (ereignis, befund.kennung, befund.schwere) == (falsch, "abberufung_ohne_gestellung", Schwere.WARNUNG)
    assert befund.normen == (PERSONALGESTELLUNG,)
    assert "Stelle 9" in befund.text
    assert stand_.zahl("ihk") == Personalzahl(1, 1, 1)


def test_zweimal_abberufen_ist_einmal_zu_viel() -> None:
    akte = (kommt(date(2018, 1, 2)), geht(date(2018, 6, 1)), geht(date(2018, 7, 1)))
    assert [ereignis for ereignis, _ in stand_am(date(2018, 8, 1), *akte).befunde] == [akte[2]]


def test_wer_abberufen_wird_war_gestellt_auch_wenn_der_tag_nicht_erfasst_ist() -> None:
    assert stand_am(date(2018, 12, 31), geht(date(2018, 6, 1))).zahl("ihk") == Personalzahl(1, 1, 0)
    assert stand_am(date(2019, 1, 1), geht(date(2018, 6, 1))).zahl("ihk") == Personalzahl(1, 0, 0)


@given(ereignisse(), tage)
def test_nie_sind_mehr_da_als_im_jahr_und_nie_im_jahr_mehr_als_jemals(alle: tuple[Ereignis, ...], tag: date) -> None:
    stand_ = stand_am(tag, *alle)
    for partner, zahl in stand_.zahlen:
        assert 0 <= zahl.am_stichtag <= zahl.im_jahr <= zahl.jemals
        assert zahl.am_stichtag == sum(einer.akteur == partner for einer in stand_.gestellt)
    assert stand_.ist_erfasst == bool(stand_.zahlen)


@given(ereignisse(), tage)
def test_die_zahlen_sind_die_hoechsten_der_tage(alle: tuple[Ereignis, ...], tag: date) -> None:
    """Ein zweiter Weg: an jedem Tag eines Ereignisses nachzählen, wer gerade da ist, auch zwischen zwei Ereignissen."""
    geltend = [e for e in Akte(alle).geltende(tag) if isinstance(e, (PersonalGestellt, PersonalAbberufen))]
    da: set[tuple[str, str]] = set()
    jemals, im_jahr = dict.fromkeys((*PARTNER, "neuss"), 0), dict.fromkeys((*PARTNER, "neuss"), 0)

    def zaehle(bis: date, mindestens: str = "") -> None:
        for wer in jemals:
            anzahl = max(sum(partner == wer for partner, _ in da), wer == mindestens)
            jemals[wer] = max(jemals[wer], anzahl)
            if bis >= date(tag.year, 1, 1):
                im_jahr[wer] = max(im_jahr[wer], anzahl)

    for am in sorted({eines.datum for eines in geltend if eines.datum}):
        zaehle(am)
        heute = [eines for eines in geltend if eines.datum == am]
        gehen = {(e.akteur, e.person) for e in heute if isinstance(e, PersonalAbberufen)} & da
        da -= gehen
        for eines in heute:
            person = (eines.akteur, eines.person)
            if isinstance(eines, PersonalGestellt):
                da.add(person)
            elif person in gehen:
                gehen.discard(person)
            else:
                zaehle(am, mindestens="" if person in da else eines.akteur)
                da.discard(person)
            zaehle(am)
    zaehle(tag)
    stand_ = stand_am(tag, *alle)
    for wer in jemals:
        assert (stand_.zahl(wer).jemals, stand_.zahl(wer).im_jahr) == (jemals[wer], im_jahr[wer])
