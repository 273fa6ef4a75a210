"""Ereignis: was es von jeder Art zu sagen gibt, und was es so nicht geben kann."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve, fields
from hypothesis import given

from ablauf.akten import ein_ereignis
from kooperationsvertrag.ablauf import ereignis as modul
from kooperationsvertrag.ablauf.ereignis import (
    EREIGNISART,
    EREIGNISARTEN,
    EREIGNISNAMEN,
    VERTRAGSPARTNER,
    Aufhebung,
    AusgabeGebucht,
    BeitraegeWieVereinbart,
    BeitragGezahlt,
    BeitrittErklaert,
    BeschlussGefasst,
    Ereignis,
    Jahresereignis,
    PersonalAbberufen,
    PlanungVorgelegt,
    Verfahrensereignis,
)
from kooperationsvertrag.ablauf.haushaltsjahr import Uebertragungsumfang
from kooperationsvertrag.fehler import BuchungError, EreignisError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.gremien import Handlung, Stimmabgabe, StimmabgabeError
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.partner import Rechtsform

TAG, SPAETER = date(2018, 6, 8), date(2018, 6, 9)


def planung(
    datum: date | None = TAG, erfasst: date | None = None, kennung: str = "", ersetzt: str = ""
) -> PlanungVorgelegt:
    return PlanungVorgelegt(datum=datum, jahr=2018, erfasst=erfasst, kennung=kennung, ersetzt=ersetzt)


def beschluss(
    datum: date | None = TAG,
    gegenstand: Handlung = Handlung.UEBERTRAGUNG_BESCHLIESSEN,
    betrag: Geldbetrag | Uebertragungsumfang | None = Uebertragungsumfang.ALLES,
    ja: tuple[str, ...] = (),
    einstimmig: bool = False,
) -> BeschlussGefasst:
    return BeschlussGefasst(datum=datum, jahr=2018, gegenstand=gegenstand, betrag=betrag, ja=ja, einstimmig=einstimmig)


# Tabellen


def test_jede_art_steht_genau_einmal_in_jeder_tabelle() -> None:
    grundlagen = (Ereignis, Jahresereignis, Verfahrensereignis)
    alle = {
        wert
        for wert in vars(modul).values()
        if isinstance(wert, type) and issubclass(wert, Ereignis) and wert not in grundlagen
    }
    assert len(EREIGNISARTEN) == len(set(EREIGNISARTEN))
    assert set(EREIGNISARTEN) == set(EREIGNISART.values()) == set(EREIGNISNAMEN) == alle
    assert len(set(EREIGNISNAMEN.values())) == len(EREIGNISNAMEN)


def test_eine_art_heisst_wie_ihre_klasse_in_kleinen_buchstaben() -> None:
    assert EREIGNISART["beitraege_wie_vereinbart"] is BeitraegeWieVereinbart
    assert EREIGNISART["aufhebung"] is Aufhebung
    assert list(EREIGNISART) == [name.lower() for name in EREIGNISART]


def test_jedes_ereignis_hat_tag_handelnden_beleg_und_berichtigung() -> None:
    gemeinsam = {"datum", "akteur", "beleg", "kennung", "ersetzt", "erfasst"}
    for art in EREIGNISARTEN:
        assert gemeinsam <= {feld.name for feld in fields(art)}


# Ab wann etwas bekannt ist


def test_bekannt_ist_es_ab_dem_tag_an_dem_es_geschah() -> None:
    assert planung().bekannt_ab == TAG


def test_spaeter_erfasst_ist_es_erst_ab_dann_bekannt() -> None:
    assert planung(erfasst=SPAETER).bekannt_ab == SPAETER


def test_ohne_tag_ist_es_vom_beginn_seines_haushaltsjahres_an_bekannt() -> None:
    zahlung = BeitraegeWieVereinbart(datum=None, jahr=2018)
    assert zahlung.bekannt_ab == date(2018, 1, 1)
    assert evolve(zahlung, erfasst=SPAETER).bekannt_ab == SPAETER


def test_ohne_tag_und_ohne_haushaltsjahr_ist_nicht_bekannt_ab_wann() -> None:
    assert PersonalAbberufen(datum=None, akteur="ihk", person="Stelle 3").bekannt_ab is None


# Was es nicht geben kann


def test_niemand_erfasst_was_noch_nicht_geschehen_ist() -> None:
    assert planung(erfasst=TAG).bekannt_ab == TAG
    with pytest.raises(EreignisError, match="frühestens an dem Tag"):
        planung(erfasst=date(2018, 6, 7))


def test_kein_ereignis_ersetzt_sich_selbst() -> None:
    with pytest.raises(EreignisError, match="ersetzt nicht sich selbst") as fehler:
        planung(kennung="p", ersetzt="p")
    assert isinstance(fehler.value.ereignis, PlanungVorgelegt)


def test_eine_berichtigung_ohne_tag_sagt_wann_sie_erfasst_wurde() -> None:
    with pytest.raises(EreignisError, match="wann sie erfasst wurde"):
        PersonalAbberufen(datum=None, akteur="ihk", person="Stelle 3", ersetzt="a")
    erfasst = PersonalAbberufen(datum=None, akteur="ihk", person="Stelle 3", ersetzt="a", erfasst=TAG)
    assert erfasst.bekannt_ab == TAG


def test_eine_aufhebung_nennt_was_sie_aufhebt() -> None:
    assert Aufhebung(datum=TAG, akteur="ihk", ersetzt="a", grund="Doppelt gebucht").ersetzt == "a"
    with pytest.raises(EreignisError, match="nennt das Ereignis"):
        Aufhebung(datum=TAG, akteur="ihk", ersetzt="")


@pytest.mark.parametrize(("zweck", "personal_von"), [(Ausgabenart.PERSONALKOSTEN, ""), (Ausgabenart.PROJEKT, "ihk")])
def test_nur_bei_personalkosten_steht_wessen_personal_es_ist(zweck: Ausgabenart, personal_von: str) -> None:
    with pytest.raises(EreignisError, match="Bei Personalkosten, und nur dort"):
        AusgabeGebucht(
            datum=TAG, jahr=2018, bezeichnung="Gehalt", zweck=zweck, betrag=Geldbetrag(1), personal_von=personal_von
        )


def test_kein_gebuchter_betrag_ist_negativ() -> None:
    with pytest.raises(BuchungError):
        BeitragGezahlt(datum=TAG, akteur="ihk", jahr=2018, betrag=Geldbetrag(-1))
    with pytest.raises(BuchungError):
        BeitrittErklaert(
            datum=TAG, akteur="neuss", name="Neuss", rechtsform=Rechtsform.KREIS, beitrag=Geldbetrag(-1), zum=TAG
        )
    with pytest.raises(BuchungError):
        beschluss(betrag=Geldbetrag(-1))


def test_bei_einer_uebertragung_und_nur_dort_steht_ein_betrag() -> None:
    with pytest.raises(EreignisError, match="Bei einer Übertragung, und nur dort"):
        beschluss(betrag=None)
    with pytest.raises(EreignisError, match="Bei einer Übertragung, und nur dort"):
        beschluss(gegenstand=Handlung.PLANUNG_GENEHMIGEN)
    assert beschluss(gegenstand=Handlung.PLANUNG_GENEHMIGEN, betrag=None).betrag is None
    assert beschluss(betrag=Geldbetrag(0)).betrag == Geldbetrag(0)


def test_auf_den_tag_kommt_es_an_wo_ein_verfahren_weitergeht() -> None:
    for handle in (beschluss, planung):
        with pytest.raises(EreignisError, match="kommt es auf den Tag an"):
            handle(datum=None)


def test_stimmen_widersprechen_sich_nicht() -> None:
    with pytest.raises(StimmabgabeError):
        beschluss(ja=("ihk", "ihk"))
    with pytest.raises(StimmabgabeError):
        beschluss(ja=("ihk",), einstimmig=True)
    assert beschluss(ja=("ihk",)).stimmen == Stimmabgabe(ja=("ihk",))


# Wer handelt, wenn nichts dabeisteht


def test_wo_nur_einer_in_frage_kommt_ist_er_der_akteur() -> None:
    assert planung().akteur == "geschaeftsstelle"
    assert beschluss().akteur == "aufsichtsgremium"
    assert BeitraegeWieVereinbart(datum=TAG, jahr=2018).akteur == VERTRAGSPARTNER


@given(ein_ereignis("e1", ("e0",)))
def test_jedes_ereignis_ist_unter_dem_namen_seiner_art_zu_finden(ereignis: Ereignis) -> None:
    assert EREIGNISART[ereignis.art] is type(ereignis)
    assert ereignis.bekannt_ab is None or ereignis.datum is None or ereignis.bekannt_ab >= ereignis.datum
