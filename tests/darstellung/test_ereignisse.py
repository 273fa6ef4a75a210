from datetime import date
from enum import StrEnum

import pytest
from attrs import evolve, fields_dict
from hypothesis import given
from hypothesis import strategies as st

from ablauf.akten import ein_ereignis
from darstellung.staende import (
    AUFGEHOBEN,
    BEANSTANDET,
    FALSCHE_BUCHUNG,
    KOPF,
    RICHTIGE_BUCHUNG,
)
from kooperationsvertrag.ablauf.akte import Berichtigung
from kooperationsvertrag.ablauf.ereignis import (
    EREIGNISARTEN,
    AbschlussberichtVorgelegt,
    Aufhebung,
    BeitrittErklaert,
    BeitrittVollzogen,
    BeschlussGefasst,
    Ereignis,
    PersonalGestellt,
    PlanungVorgelegt,
    RechnungGeprueft,
    RueckfuehrungAusgezahlt,
)
from kooperationsvertrag.ablauf.haushaltsjahr import Uebertragungsumfang
from kooperationsvertrag.darstellung.ereignisse import (
    ANGABEN,
    OHNE_BEZEICHNUNG,
    ORDNUNG,
    VERWEISE,
    WORTE,
    ZITIERT,
    akteurname,
    ereignis_in_worten,
    unterschied_in_worten,
)
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.gremien import Gremium, Handlung
from kooperationsvertrag.vertrag.partner import Rechtsform

NAMEN = KOPF.namen
TAG = date(2019, 3, 1)
ABSTIMMUNG = BeschlussGefasst(
    datum=date(2019, 2, 14),
    jahr=2018,
    gegenstand=Handlung.UEBERTRAGUNG_BESCHLIESSEN,
    betrag=Uebertragungsumfang.ALLES,
    ja=("duesseldorf", "mettmann"),
    nein=("ihk",),
)
GESTELLT = PersonalGestellt(
    datum=date(2018, 1, 2), akteur="ihk", person="Stelle 3", abgeordnet_an="duesseldorf", vorgesetzt=False, kennung="g"
)


def statt(alt: Ereignis, neu: Ereignis) -> str:
    return unterschied_in_worten(Berichtigung(TAG, alt, neu), NAMEN)


def test_jede_angabe_jedes_ereignisses_hat_einen_namen() -> None:
    felder = {feld for art in EREIGNISARTEN for feld in fields_dict(art)}

    assert felder == {*ANGABEN, *ORDNUNG, *VERWEISE}
    assert set(ANGABEN) >= ZITIERT | OHNE_BEZEICHNUNG


def test_jeder_feste_wert_hat_ein_wort() -> None:
    assert all(set(worte) == set(art) for art, worte in WORTE.items())
    assert all(wort and "_" not in wort for worte in WORTE.values() for wort in worte.values())


@pytest.mark.parametrize("gremium", Gremium)
def test_ein_gremium_heisst_ohne_artikel(gremium: Gremium) -> None:
    assert akteurname(gremium.value, {})[0].isupper() or gremium is Gremium.ENTSCHEIDUNGSGREMIEN_DER_PARTNER
    assert not akteurname(gremium.value, {}).startswith(("das ", "die "))


def test_handeln_alle_partner_gemeinsam_heissen_sie_so() -> None:
    vollzogen = BeitrittVollzogen(datum=TAG, akteur="ihk", bewerber="neuss")

    assert statt(vollzogen, evolve(vollzogen, akteur="vertragspartner")) == "Wer: alle Partner statt IHK"


@pytest.mark.parametrize(
    ("ereignis", "satz"),
    [
        (PlanungVorgelegt(datum=TAG, jahr=2018), "Planung vorgelegt"),
        (PlanungVorgelegt(datum=TAG, jahr=2018, akteur="leitung"), "Planung vorgelegt: Leitung"),
        (
            RICHTIGE_BUCHUNG,
            "Ausgabe gebucht: „Standortkongress“, 91.000,00 €, Veranstaltung, Beleg: Rechnung 17",
        ),
        (BEANSTANDET, "Abschlussbericht geprüft: beanstandet, Beleg: Az. 12"),
        (
            ABSTIMMUNG,
            "Abstimmung: Übertragung ins folgende Jahr, alles, was übrig ist, dafür: Düsseldorf, Kreis Mettmann, "
            "dagegen: IHK",
        ),
        (evolve(ABSTIMMUNG, ja=(), nein=(), einstimmig=True), "Abstimmung: Übertragung ins folgende Jahr, alles, was "
         "übrig ist, einstimmig"),
        (GESTELLT, "Personal gestellt: IHK, „Stelle 3“, abgeordnet an: Düsseldorf, nicht vorgesetzt"),
        (
            evolve(GESTELLT, abgeordnet_an="", vorgesetzt=True),
            "Personal gestellt: IHK, „Stelle 3“, abgeordnet an: niemand, vorgesetzt",
        ),
        (
            RueckfuehrungAusgezahlt(datum=TAG, jahr=2018, an="ihk", betrag=Geldbetrag(500_000)),
            "Rückführung ausgezahlt: an IHK, 5.000,00 €",
        ),
        (
            BeitrittErklaert(
                datum=None,
                akteur="neuss",
                name="Rhein-Kreis Neuss",
                rechtsform=Rechtsform.KREIS,
                beitrag=Geldbetrag(3_000_000),
                zum=date(2026, 1, 1),
            ),
            "Beitritt erklärt: Rhein-Kreis Neuss, Beitrag: 30.000,00 €, Kreis, zum: 01.01.2026",
        ),
    ],
    ids=lambda wert: wert.art if isinstance(wert, Ereignis) else "",
)  # fmt: skip
def test_ein_ereignis_steht_in_einer_zeile(ereignis: Ereignis, satz: str) -> None:
    assert ereignis_in_worten(ereignis, NAMEN) == satz


def test_eine_berichtigung_nennt_nur_was_sich_aendert() -> None:
    assert statt(FALSCHE_BUCHUNG, RICHTIGE_BUCHUNG) == (
        "Betrag: 91.000,00 € statt 90.000,00 €; Beleg: Rechnung 17 (vorher nicht angegeben)"
    )
    assert statt(RICHTIGE_BUCHUNG, FALSCHE_BUCHUNG) == (
        "Betrag: 90.000,00 € statt 91.000,00 €; Beleg: nicht angegeben statt Rechnung 17"
    )


def test_eine_berichtigung_des_jahres_und_des_tages() -> None:
    alt = PlanungVorgelegt(datum=date(2018, 2, 12), jahr=2018)

    assert statt(alt, evolve(alt, datum=date(2018, 1, 12), jahr=2019)) == (
        "Tag: 12.01.2018 statt 12.02.2018; Haushaltsjahr: 2019 statt 2018"
    )
    assert statt(alt, alt) == "keine Angabe geändert"


def test_eine_berichtigung_der_stimmen_und_urteile() -> None:
    anders = evolve(ABSTIMMUNG, ja=("ihk",), nein=())
    geprueft = RechnungGeprueft(datum=TAG, jahr=2018, beanstandet=True)

    assert statt(ABSTIMMUNG, anders) == (
        "dafür: IHK statt Düsseldorf, Kreis Mettmann; dagegen: nicht angegeben statt IHK"
    )
    assert statt(geprueft, evolve(geprueft, beanstandet=False)) == "beanstandet: nein statt ja"


def test_an_niemanden_abgeordnet_ist_eine_angabe_und_keine_luecke() -> None:
    an_niemanden, unbekannt = evolve(GESTELLT, abgeordnet_an=""), evolve(GESTELLT, abgeordnet_an=None)

    assert statt(GESTELLT, an_niemanden) == "abgeordnet an: niemand statt Düsseldorf"
    assert statt(an_niemanden, GESTELLT) == "abgeordnet an: Düsseldorf statt niemand"
    assert statt(GESTELLT, unbekannt) == "abgeordnet an: nicht bekannt statt Düsseldorf"


def test_wird_aus_einer_art_eine_andere_steht_das_neue_ganz_da() -> None:
    bericht = AbschlussberichtVorgelegt(datum=TAG, jahr=2018, akteur="leitung")

    assert statt(FALSCHE_BUCHUNG, bericht) == "Abschlussbericht vorgelegt: Leitung (01.03.2019)"


def test_eine_aufhebung_nennt_ihren_grund() -> None:
    planung, aufhebung = AUFGEHOBEN

    assert statt(planung, aufhebung) == "aufgehoben, Grund: versehentlich erfasst"
    assert isinstance(aufhebung, Aufhebung)
    assert statt(aufhebung, evolve(aufhebung, grund="", beleg="Vermerk")) == (
        "gilt wieder, was vorher galt, Beleg: Vermerk"
    )


@given(alt=ein_ereignis(), neu=ein_ereignis(ersetzbar=["e0"]))
def test_jedes_ereignis_und_jeder_unterschied_laesst_sich_sagen(alt: Ereignis, neu: Ereignis) -> None:
    saetze = [ereignis_in_worten(alt, NAMEN), ereignis_in_worten(neu, NAMEN), statt(alt, neu)]

    assert all(satz and "None" not in satz and "_" not in satz for satz in saetze)


@given(st.sampled_from(sorted(WORTE, key=lambda art: art.__name__)))
def test_feste_werte_sind_worte_und_keine_kennungen(art: type[StrEnum]) -> None:
    assert len(set(WORTE[art].values())) == len(art)
