"""Akte: was an einem Tag gilt, und dass nichts verloren geht."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from ablauf.akten import ERSTER_TAG, LETZTER_TAG, bekannt_am, ereignisse, tage
from kooperationsvertrag.ablauf.akte import Akte, Berichtigung
from kooperationsvertrag.ablauf.ereignis import Aufhebung, AusgabeGebucht, Ereignis, PersonalAbberufen, PlanungVorgelegt
from kooperationsvertrag.fehler import AkteError
from kooperationsvertrag.geld import Geldbetrag

MAERZ, APRIL, MAI, JUNI = (date(2019, monat, 1) for monat in (3, 4, 5, 6))


def buchung(euro: int, kennung: str = "", ersetzt: str = "", erfasst: date | None = None) -> AusgabeGebucht:
    return AusgabeGebucht(
        datum=date(2018, 6, 8),
        jahr=2018,
        bezeichnung="Kongress",
        betrag=Geldbetrag.aus_euro(euro),
        kennung=kennung,
        ersetzt=ersetzt,
        erfasst=erfasst,
    )


def aufhebung(ersetzt: str, datum: date, kennung: str = "") -> Aufhebung:
    return Aufhebung(datum=datum, akteur="geschaeftsstelle", kennung=kennung, ersetzt=ersetzt)


ALT = buchung(90_000, kennung="a")
NEU = buchung(91_000, kennung="b", ersetzt="a", erfasst=MAERZ)
NOCH_NEUER = buchung(92_000, kennung="c", ersetzt="b", erfasst=APRIL)


# Berichtigungen


def test_eine_berichtigung_zaehlt_von_dem_tag_an_an_dem_sie_erfasst_ist() -> None:
    akte = Akte([ALT, NEU])
    assert akte.geltende(date(2019, 2, 28)) == (ALT,)
    assert akte.geltende(MAERZ) == (NEU,)
    assert akte.berichtigungen(date(2019, 2, 28)) == ()
    assert akte.berichtigungen(MAERZ) == (Berichtigung(MAERZ, ALT, NEU),)


def test_auch_was_ersetzt_ist_bleibt_bekannt() -> None:
    assert set(Akte([ALT, NEU]).bekannte(JUNI)) == {ALT, NEU}


def test_eine_berichtigung_der_berichtigung_gilt() -> None:
    akte = Akte([NOCH_NEUER, NEU, ALT])
    assert [akte.geltende(tag) for tag in (date(2018, 6, 8), MAERZ, APRIL)] == [(ALT,), (NEU,), (NOCH_NEUER,)]
    assert akte.berichtigungen() == (Berichtigung(MAERZ, ALT, NEU), Berichtigung(APRIL, NEU, NOCH_NEUER))


def test_berichtigungen_verschiedener_buchungen_stehen_nach_dem_tag_ihrer_erfassung() -> None:
    fruehe = evolve(ALT, datum=date(2018, 2, 1))
    spaete = buchung(5, kennung="x")
    zu_frueher = evolve(NEU, erfasst=MAI)
    zu_spaeter = buchung(6, ersetzt="x", erfasst=APRIL)

    akte = Akte([zu_frueher, spaete, zu_spaeter, fruehe])

    assert akte.berichtigungen() == (Berichtigung(APRIL, spaete, zu_spaeter), Berichtigung(MAI, fruehe, zu_frueher))


def test_was_aufgehoben_ist_gilt_nicht_mehr() -> None:
    storno = aufhebung("a", MAERZ)
    akte = Akte([ALT, storno])
    assert akte.geltende(date(2019, 2, 28)) == (ALT,)
    assert akte.geltende(MAERZ) == ()
    assert akte.berichtigungen(MAERZ) == (Berichtigung(MAERZ, ALT, storno),)


def test_ist_die_aufhebung_aufgehoben_so_gilt_wieder_was_vorher_galt() -> None:
    akte = Akte([ALT, NEU, aufhebung("b", APRIL, "c"), aufhebung("c", MAI)])
    assert [akte.geltende(tag) for tag in (MAERZ, APRIL, MAI)] == [(NEU,), (), (NEU,)]


def test_dreimal_aufgehoben_ist_wieder_aufgehoben() -> None:
    akte = Akte([ALT, aufhebung("a", MAERZ, "b"), aufhebung("b", APRIL, "c"), aufhebung("c", MAI)])
    assert [akte.geltende(tag) for tag in (MAERZ, APRIL, MAI)] == [(), (ALT,), ()]


def test_wird_die_aufhebung_durch_eine_buchung_ersetzt_so_gilt_diese() -> None:
    wieder = buchung(93_000, ersetzt="b", erfasst=APRIL)
    akte = Akte([ALT, aufhebung("a", MAERZ, "b"), wieder])
    assert [akte.geltende(tag) for tag in (MAERZ, APRIL)] == [(), (wieder,)]


def test_eine_berichtigung_die_vor_ihrem_original_bekannt_ist_gilt_allein() -> None:
    spaet_erfasst = evolve(ALT, erfasst=APRIL)
    akte = Akte([spaet_erfasst, NEU])
    assert [akte.geltende(tag) for tag in (date(2019, 2, 28), MAERZ, APRIL)] == [(), (NEU,), (NEU,)]
    assert akte.berichtigungen(MAERZ) == ()
    assert len(akte.berichtigungen(APRIL)) == 1


def test_eine_aufhebung_die_vor_ihrem_original_bekannt_ist_laesst_es_nie_gelten() -> None:
    akte = Akte([evolve(ALT, erfasst=APRIL), aufhebung("a", MAERZ)])
    assert [akte.geltende(tag) for tag in (MAERZ, APRIL)] == [(), ()]


def test_eine_aufgehobene_aufhebung_eines_noch_unbekannten_ereignisses_laesst_nichts_gelten() -> None:
    akte = Akte([evolve(ALT, erfasst=JUNI), aufhebung("a", MAERZ, "b"), aufhebung("b", APRIL)])
    assert [len(akte.geltende(tag)) for tag in (MAERZ, APRIL, JUNI)] == [0, 0, 1]


def test_nie_gelten_zwei_angaben_zu_derselben_buchung() -> None:
    zwischendurch = evolve(NEU, erfasst=MAI)
    akte = Akte([ALT, zwischendurch, NOCH_NEUER])
    assert [akte.geltende(tag) for tag in (MAERZ, APRIL, MAI)] == [(ALT,), (NOCH_NEUER,), (NOCH_NEUER,)]


def test_zwei_gleiche_buchungen_sind_zwei_buchungen() -> None:
    akte = Akte([buchung(5), buchung(5)])
    assert akte.geltende() == (buchung(5), buchung(5))
    assert len(Akte([ALT, NEU, buchung(5), buchung(5)]).geltende(MAERZ)) == 3


def test_dieselbe_buchung_zweimal_genannt_zaehlt_zweimal() -> None:
    eine = buchung(5)
    assert Akte([eine, eine]).geltende() == (eine, eine)


def test_was_keinen_tag_hat_ist_immer_bekannt_und_steht_zuerst() -> None:
    ohne_tag = PersonalAbberufen(datum=None, akteur="ihk", person="Stelle 3")
    assert Akte([ALT, ohne_tag]).geltende(date(2000, 1, 1)) == (ohne_tag,)
    assert Akte([ALT, ohne_tag]).ereignisse == (ohne_tag, ALT)


def test_eine_buchung_ohne_tag_steht_dort_wo_sie_bekannt_wird() -> None:
    ohne_tag = evolve(buchung(5), datum=None)
    spaeter_erfasst = evolve(ohne_tag, erfasst=APRIL)
    im_herbst, im_maerz = (evolve(buchung(6), datum=tag) for tag in (date(2017, 11, 1), MAERZ))

    assert Akte([im_herbst, ohne_tag, ALT]).ereignisse == (im_herbst, ohne_tag, ALT)
    assert Akte([spaeter_erfasst, im_maerz, ALT]).ereignisse == (ALT, im_maerz, spaeter_erfasst)


def test_am_selben_tag_ist_die_folge_die_des_haushaltsjahres() -> None:
    planung = PlanungVorgelegt(datum=date(2018, 6, 8), jahr=2018)
    assert Akte([ALT, planung]).ereignisse == (planung, ALT)


def test_mit_weiteren_ereignissen_ist_es_die_akte_aller() -> None:
    assert Akte([NEU, ALT]) == Akte([ALT]).mit([NEU])


# Falsche Verweise


def test_ein_verweis_ins_leere_nennt_die_kennung() -> None:
    with pytest.raises(AkteError) as fehler:
        Akte([NEU])
    assert fehler.value.gruende == ("Ein Ereignis mit der Kennung „a“ gibt es nicht.",)


def test_alle_falschen_verweise_werden_auf_einmal_genannt() -> None:
    with pytest.raises(AkteError) as fehler:
        Akte(
            [
                ALT,
                buchung(1, kennung="a"),
                buchung(2, ersetzt="x", erfasst=MAERZ),
                buchung(3, kennung="n", ersetzt="a", erfasst=MAERZ),
                aufhebung("a", APRIL),
            ]
        )
    assert len(fehler.value.gruende) == 3
    text = str(fehler.value)
    assert "Die Kennung „a“ hat schon ein anderes Ereignis." in text
    assert "„x“ gibt es nicht" in text
    assert "„a“ ist schon ersetzt oder aufgehoben" in text


def test_ein_kreis_nennt_alle_die_in_ihm_stehen() -> None:
    with pytest.raises(AkteError) as fehler:
        Akte(
            [
                ALT,
                buchung(1, kennung="k1", ersetzt="k3", erfasst=MAERZ),
                buchung(2, kennung="k2", ersetzt="k1", erfasst=MAERZ),
                buchung(3, kennung="k3", ersetzt="k2", erfasst=MAERZ),
            ]
        )
    assert sorted(fehler.value.gruende) == [
        f"Das Ereignis „{kennung}“ ersetzt mittelbar sich selbst." for kennung in ("k1", "k2", "k3")
    ]


# Eigenschaften


@given(st.data(), ereignisse(), tage)
def test_die_reihenfolge_des_erfassens_ist_gleich(daten: st.DataObject, alle: tuple[Ereignis, ...], tag: date) -> None:
    akte, gemischt = Akte(alle), Akte(daten.draw(st.permutations(alle)))
    assert akte == gemischt
    assert akte.geltende(tag) == gemischt.geltende(tag)
    assert akte.berichtigungen(tag) == gemischt.berichtigungen(tag)


@given(ereignisse(), tage)
def test_was_bekannt_ist_gilt_oder_ist_sichtbar_berichtigt(alle: tuple[Ereignis, ...], tag: date) -> None:
    akte = Akte(alle)
    berichtigt = [berichtigung.alt for berichtigung in akte.berichtigungen(tag)]
    for ereignis in akte.bekannte(tag):
        assert ereignis in akte.geltende(tag) or ereignis in berichtigt or isinstance(ereignis, Aufhebung)
    assert set(akte.geltende(tag)) <= set(akte.bekannte(tag))
    assert not any(isinstance(ereignis, Aufhebung) for ereignis in akte.geltende(tag))


@given(ereignisse(), tage)
def test_was_spaeter_bekannt_wird_aendert_am_tag_nichts(alle: tuple[Ereignis, ...], tag: date) -> None:
    akte = Akte(alle)
    assert set(akte.bekannte(tag)) == {e for e in alle if e.bekannt_ab is None or e.bekannt_ab <= tag}
    nur_bekannte = bekannt_am(alle, tag)
    assume(len(nur_bekannte) == len(akte.bekannte(tag)))
    assert akte.geltende(tag) == Akte(nur_bekannte).geltende()


@given(ereignisse())
def test_vor_dem_ersten_tag_gilt_nur_was_keinen_hat_und_nach_dem_letzten_alles(alle: tuple[Ereignis, ...]) -> None:
    akte = Akte(alle)
    assert all(ereignis.bekannt_ab is None for ereignis in akte.geltende(date(ERSTER_TAG.year - 2, 1, 1)))
    assert akte.geltende(date(LETZTER_TAG.year + 3, 1, 1)) == akte.geltende()


@given(ereignisse(hat_ordentliches_jahr=False), tage)
def test_von_jeder_kette_gilt_an_jedem_tag_hoechstens_eines(alle: tuple[Ereignis, ...], tag: date) -> None:
    ziele = {ereignis.kennung: ereignis.ersetzt for ereignis in alle}

    def anfang(kennung: str) -> str:
        return anfang(ziele[kennung]) if ziele[kennung] else kennung

    geltend = Akte(alle).geltende(tag)
    anfaenge = [anfang(ereignis.kennung) for ereignis in geltend if ereignis.kennung]
    assert len(anfaenge) == len(set(anfaenge))
