"""Verlauf: jedes Ereignis, jeder Wechsel und jede Berichtigung an ihrer Stelle."""

from __future__ import annotations

from collections import Counter
from datetime import date

from attrs import evolve
from hypothesis import given

from ablauf.akten import PARTNER, ausgabe, ausgezahlt, beitraege, ereignisse, geprueft, ordentliches_jahr, tage
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    AbschlussberichtVorgelegt,
    Aufhebung,
    BeitrittErklaert,
    BeitrittZugestimmt,
    Ereignis,
    Jahresereignis,
    PersonalAbberufen,
    PlanungVorgelegt,
)
from kooperationsvertrag.ablauf.jahresphase import Jahresphase
from kooperationsvertrag.ablauf.verlauf import Verlaufsschritt, verlauf
from kooperationsvertrag.ablauf.vertragsstand import stand
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import SchluesselNachBeitritt
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import auslegungen

BERICHT = AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018)
SPAET = date(2019, 12, 31)


def schritte(tag: date, *akte: Ereignis, auslegung: Auslegung = Auslegung()) -> tuple[Verlaufsschritt, ...]:
    return verlauf(stand(BERICHT_2017, akte, tag, auslegung))


def zu(ereignis: Ereignis, alle: tuple[Verlaufsschritt, ...]) -> Verlaufsschritt:
    (einer,) = [schritt for schritt in alle if schritt.ereignis == ereignis]
    return einer


def test_ein_ordentliches_jahr_von_der_planung_bis_zur_letzten_auszahlung() -> None:
    erzaehlt = [
        (
            schritt.tag,
            schritt.ereignis.art if schritt.ereignis else "",
            [w.uebergang.nach.value for w in schritt.wechsel],
        )
        for schritt in schritte(date(2019, 3, 1), *ordentliches_jahr(2018))
        if not schritt.ereignis or schritt.ereignis.art != "personal_gestellt"
    ]
    neujahr, beitrag, zurueck = date(2018, 1, 1), date(2018, 1, 15), date(2019, 3, 1)
    ohne: list[str] = []
    assert erzaehlt == [
        (date(2017, 12, 20), "planung_vorgelegt", ohne),
        (neujahr, "", ["laufend"]),
        (beitrag, "beitrag_gezahlt", ohne),
        (beitrag, "beitrag_gezahlt", ohne),
        (beitrag, "beitrag_gezahlt", ohne),
        (date(2018, 6, 8), "ausgabe_gebucht", ohne),
        (date(2018, 12, 28), "abschlussbericht_vorgelegt", ["abgeschlossen"]),
        (date(2019, 2, 14), "abschlussbericht_geprueft", ["geprueft"]),
        (zurueck, "rueckfuehrung_ausgezahlt", ohne),
        (zurueck, "rueckfuehrung_ausgezahlt", ohne),
        (zurueck, "rueckfuehrung_ausgezahlt", ["zurueckgefuehrt"]),
    ]


def test_ein_wechsel_und_ein_befund_nennen_ihre_saetze() -> None:
    planung = PlanungVorgelegt(datum=date(2018, 12, 30), jahr=2018)
    alle = schritte(SPAET, *beitraege(2018), BERICHT, planung, geprueft(2018))
    assert zu(geprueft(2018), alle).normen == (normen.RUECKFUEHRUNG,)
    assert [befund.kennung for befund in zu(planung, alle).befunde] == ["planung_nach_abschlussbericht"]
    assert zu(planung, alle).normen == (normen.PLANUNG_UND_BERICHT,)


def test_was_ersetzt_ist_steht_da_mit_dem_was_an_seine_stelle_trat_und_ohne_folgen() -> None:
    falsch = AbschlussberichtVorgelegt(datum=date(2018, 12, 1), jahr=2018, kennung="b")
    richtig = evolve(BERICHT, ersetzt="b", erfasst=date(2019, 1, 15))
    akte = (*beitraege(2018), falsch, richtig)
    vorher, danach = schritte(date(2019, 1, 14), *akte), schritte(SPAET, *akte)
    assert zu(falsch, vorher).berichtigt is None
    assert [w.uebergang.nach for w in zu(falsch, vorher).wechsel] == [Jahresphase.ABGESCHLOSSEN]
    berichtigt = zu(falsch, danach).berichtigt
    assert berichtigt
    assert (berichtigt.neu, berichtigt.ab, zu(falsch, danach).wechsel) == (richtig, date(2019, 1, 15), ())
    assert zu(richtig, danach).berichtigt is None
    assert [w.uebergang.nach for w in zu(richtig, danach).wechsel] == [Jahresphase.ABGESCHLOSSEN]


def test_eine_aufhebung_steht_selbst_im_verlauf() -> None:
    falsch = evolve(ausgabe(2018, 5), kennung="a")
    storno = Aufhebung(datum=date(2018, 7, 1), akteur="geschaeftsstelle", ersetzt="a")
    alle = schritte(SPAET, falsch, storno)
    assert zu(storno, alle).jahr is None
    berichtigt = zu(falsch, alle).berichtigt
    assert berichtigt
    assert berichtigt.neu == storno


def test_eine_aufhebung_nennt_was_sie_aufhebt_sobald_es_bekannt_ist() -> None:
    falsch = evolve(ausgabe(2018, 5), kennung="a", erfasst=date(2018, 9, 1))
    storno = Aufhebung(datum=date(2018, 7, 1), akteur="geschaeftsstelle", ersetzt="a", kennung="s")
    doch = Aufhebung(datum=date(2018, 10, 1), akteur="geschaeftsstelle", ersetzt="s")

    assert zu(storno, schritte(date(2018, 8, 31), falsch, storno, doch)).hebt_auf is None
    alle = schritte(SPAET, falsch, storno, doch)
    assert [zu(eines, alle).hebt_auf for eines in (falsch, storno, doch)] == [None, falsch, storno]


def test_eine_berichtigung_hebt_nichts_auf() -> None:
    falsch = evolve(ausgabe(2018, 5), kennung="a")
    richtig = evolve(ausgabe(2018, 6), ersetzt="a", erfasst=date(2018, 7, 1))
    assert zu(richtig, schritte(SPAET, falsch, richtig)).hebt_auf is None


def test_was_nach_aufgehobener_aufhebung_wieder_gilt_ist_nicht_berichtigt() -> None:
    buchung = evolve(ausgabe(2018, 5), kennung="a")
    storno = Aufhebung(datum=date(2018, 7, 1), akteur="geschaeftsstelle", ersetzt="a", kennung="s")
    doch = Aufhebung(datum=date(2018, 8, 1), akteur="geschaeftsstelle", ersetzt="s")
    alle = schritte(SPAET, buchung, storno, doch)
    assert zu(buchung, alle).berichtigt is None
    assert zu(storno, alle).berichtigt is not None


def test_was_keinen_tag_hat_steht_zuerst() -> None:
    ohne_tag = evolve(ausgabe(2018, 5), datum=None)
    assert schritte(SPAET, BERICHT, ohne_tag)[0].ereignis == ohne_tag
    assert schritte(SPAET, BERICHT, ohne_tag)[0].tag is None


def test_ein_befund_zum_personal_steht_beim_ereignis() -> None:
    falsch = PersonalAbberufen(datum=date(2018, 6, 1), akteur="ihk", person="Stelle 9")
    assert [befund.kennung for befund in zu(falsch, schritte(SPAET, falsch)).befunde] == ["abberufung_ohne_gestellung"]


def test_ein_beitritt_wird_an_seinem_tag_wirksam() -> None:
    erklaert = BeitrittErklaert(
        datum=date(2018, 9, 1),
        akteur="neuss",
        name="Rhein-Kreis Neuss",
        rechtsform=Rechtsform.KREIS,
        beitrag=Geldbetrag.aus_euro(30_000),
        zum=date(2019, 1, 1),
        foerderlich=True,
    )
    zugestimmt = [
        BeitrittZugestimmt(datum=date(2018, 10, 1), akteur=wer, bewerber="neuss")
        for wer in (*PARTNER, "aufsichtsgremium")
    ]
    gewaehlt = Auslegung.mit(SchluesselNachBeitritt.ADDITIV)
    akte = (erklaert, *zugestimmt)
    (schritt,) = [s for s in schritte(date(2019, 1, 1), *akte, auslegung=gewaehlt) if s.beitritt]
    assert (schritt.tag, schritt.ereignis, schritt.normen) == (date(2019, 1, 1), None, (normen.BEITRITT,))
    assert schritt.beitritt
    assert schritt.beitritt.antrag.kennung == "neuss"
    assert not [s for s in schritte(date(2018, 12, 31), *akte, auslegung=gewaehlt) if s.beitritt]
    assert not [s for s in schritte(date(2019, 1, 1), *akte) if s.beitritt]


def test_derselbe_bericht_zweimal_in_der_akte_wechselt_die_phase_nur_einmal() -> None:
    zweimal = schritte(SPAET, *beitraege(2018), BERICHT, BERICHT, ausgabe(2018, 5))
    assert [len(schritt.wechsel) for schritt in zweimal if schritt.ereignis == BERICHT] == [1, 0]


# Wechsel stehen an ihrer Stelle


def _phasen(alle: tuple[Verlaufsschritt, ...], jahr: int) -> list[tuple[Jahresphase, Jahresphase]]:
    return [(w.uebergang.von, w.uebergang.nach) for s in alle if s.jahr == jahr for w in s.wechsel]


def test_wird_vor_der_pruefung_ausgezahlt_so_folgen_die_phasen_doch_aufeinander() -> None:
    zu_frueh = ausgezahlt(2018, date(2019, 1, 10), duesseldorf=12_500, mettmann=12_500, ihk=5_000)
    alle = schritte(SPAET, *beitraege(2018), ausgabe(2018, 90_000), BERICHT, geprueft(2018), *zu_frueh)
    assert _phasen(alle, 2018)[-2:] == [
        (Jahresphase.ABGESCHLOSSEN, Jahresphase.GEPRUEFT),
        (Jahresphase.GEPRUEFT, Jahresphase.ZURUECKGEFUEHRT),
    ]


@given(ereignisse(), tage, auslegungen)
def test_phasen_folgen_im_verlauf_lueckenlos_aufeinander(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    stand_ = stand(BERICHT_2017, alle, tag, auslegung)
    erzaehlt = verlauf(stand_)
    for jahr in stand_.jahre:
        assert _phasen(erzaehlt, jahr.jahr) == [(w.uebergang.von, w.uebergang.nach) for w in jahr.wechsel]


@given(ereignisse(), tage, auslegungen)
def test_jedes_bekannte_ereignis_steht_genau_einmal_da_und_nach_dem_tag_geordnet(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    stand_ = stand(BERICHT_2017, alle, tag, auslegung)
    erzaehlt = verlauf(stand_)
    assert Counter(s.ereignis for s in erzaehlt if s.ereignis) == Counter(stand_.akte.bekannte(tag))
    reihe = [schritt.tag or date.min for schritt in erzaehlt]
    assert reihe == sorted(reihe)
    geltend = stand_.akte.geltende(tag)
    for schritt in erzaehlt:
        if schritt.ereignis is None:
            assert bool(schritt.wechsel) is (schritt.beitritt is None)
            continue
        assert schritt.tag == schritt.ereignis.datum
        assert schritt.jahr == (schritt.ereignis.jahr if isinstance(schritt.ereignis, Jahresereignis) else None)
        if schritt.ereignis in geltend:
            assert schritt.berichtigt is None
        else:
            assert (schritt.wechsel, schritt.befunde) == ((), ())
            assert schritt.berichtigt or isinstance(schritt.ereignis, Aufhebung)


@given(ereignisse(), tage, auslegungen)
def test_jeder_befund_zu_einem_ereignis_steht_bei_ihm(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    stand_ = stand(BERICHT_2017, alle, tag, auslegung)
    erzaehlt = [(s.ereignis, befund) for s in verlauf(stand_) for befund in s.befunde]
    assert set(stand_.ereignisbefunde) <= set(erzaehlt)
    pruefungen = [e for e in stand_.akte.geltende(tag) if isinstance(e, AbschlussberichtGeprueft)]
    ohne_bericht = [e for e, befund in erzaehlt if befund.kennung == "pruefung_ohne_vorgelegten_bericht"]
    assert set(ohne_bericht) <= set(pruefungen)
