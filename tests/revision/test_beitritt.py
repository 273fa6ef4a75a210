"""Beitritt: die Prüfung in vier Schritten, und was sich für Beiträge, Schlüssel und Stimmen ändert."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.ablauf.fassungsfolge import fassungsfolge
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fehler import BeitrittError, LesartFehltError
from kooperationsvertrag.geld import NULL, Geldbetrag, summe
from kooperationsvertrag.regeln.gremien import ist_beschlossen
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag, Urteil
from kooperationsvertrag.revision.beitritt import (
    OFFEN_NACH_BEITRITT,
    Pruefpunkt,
    Zulaessigkeit,
    beitraege_im_ersten_jahr,
    beitreten,
    pruefe_beitritt,
)
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister
from kooperationsvertrag.vertrag.fragen import FRAGEN
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Kreisangehoerige,
    SchluesselNachBeitritt,
    SitzNachBeitritt,
)
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import auslegungen

ALLE = BERICHT_2017.partner_kennungen
NEUSS = Beitrittsantrag(
    kennung="rhein-kreis-neuss",
    name="Rhein-Kreis Neuss",
    rechtsform=Rechtsform.KREIS,
    beitrag=Geldbetrag.aus_euro(30_000),
    zum=date(2026, 1, 1),
    foerderlich=True,
    begruendung="grenzt an, gemeinsamer Wirtschaftsraum",
    zustimmung=(*ALLE, "aufsichtsgremium"),
)


def euro(*betraege: str) -> list[str]:
    return list(betraege)


def urteile(antrag: Beitrittsantrag, auslegung: Auslegung = Auslegung()) -> list[Urteil]:
    return [schritt.urteil for schritt in pruefe_beitritt(BERICHT_2017, antrag, auslegung).schritte]


def test_ein_kreis_mit_allen_zustimmungen_kann_beitreten_und_wird_partner() -> None:
    pruefung = pruefe_beitritt(BERICHT_2017, NEUSS)

    assert pruefung.zulaessigkeit is Zulaessigkeit.ZULAESSIG
    assert pruefung.ist_eindeutig
    assert [(schritt.nummer, schritt.punkt) for schritt in pruefung.schritte] == list(enumerate(Pruefpunkt, start=1))
    assert [schritt.urteil for schritt in pruefung.schritte] == [Urteil.JA] * 4
    assert [lage.text for lage in pruefung.schritte[3].lagen] == ["Der Bewerber wird am 01.01.2026 Vertragspartner."]


@pytest.mark.parametrize("rechtsform", [Rechtsform.VEREIN, Rechtsform.KAMMER, Rechtsform.UNTERNEHMEN])
def test_wer_keine_gebietskoerperschaft_ist_kann_nicht_beitreten(rechtsform: Rechtsform) -> None:
    pruefung = pruefe_beitritt(BERICHT_2017, evolve(NEUSS, rechtsform=rechtsform))

    assert pruefung.zulaessigkeit is Zulaessigkeit.UNZULAESSIG
    assert pruefung.schritte[3].urteil is Urteil.NEIN


def test_bei_zweifelhafter_rechtsform_ist_nichts_bestimmt() -> None:
    pruefung = pruefe_beitritt(BERICHT_2017, evolve(NEUSS, rechtsform=Rechtsform.LAND))

    assert pruefung.zulaessigkeit is Zulaessigkeit.NICHT_BESTIMMT
    assert not pruefung.ist_eindeutig


def test_eine_kreisangehoerige_gemeinde_haengt_von_der_lesart_ab_und_ist_gewaehlt_bestimmt() -> None:
    ratingen = evolve(
        NEUSS,
        kennung="ratingen",
        name="Ratingen",
        rechtsform=Rechtsform.KREISANGEHOERIGE_GEMEINDE,
        kreis="Kreis Mettmann",
    )

    offen = pruefe_beitritt(BERICHT_2017, ratingen)
    gewaehlt = pruefe_beitritt(BERICHT_2017, ratingen, Auslegung.mit(Kreisangehoerige.NICHT_BEITRITTSFAEHIG))

    assert offen.zulaessigkeit is Zulaessigkeit.NICHT_BESTIMMT
    assert {lage.urteil for lage in offen.schritte[0].lagen} == {Urteil.JA, Urteil.NEIN}
    assert gewaehlt.zulaessigkeit is Zulaessigkeit.UNZULAESSIG


@pytest.mark.parametrize(
    ("foerderlich", "erwartet"),
    [(True, Zulaessigkeit.ZULAESSIG), (False, Zulaessigkeit.UNZULAESSIG), (None, Zulaessigkeit.NICHT_BESTIMMT)],
)
def test_ob_es_foerderlich_ist_sagt_ein_mensch(foerderlich: bool | None, erwartet: Zulaessigkeit) -> None:
    antrag = evolve(NEUSS, foerderlich=foerderlich, begruendung="")

    pruefung = pruefe_beitritt(BERICHT_2017, antrag)

    assert pruefung.zulaessigkeit is erwartet
    assert (pruefung.schritte[3].urteil is Urteil.JA) == (foerderlich is True)


def test_fehlt_eine_zustimmung_so_kommt_es_auf_die_lesart_an() -> None:
    antrag = evolve(NEUSS, zustimmung=("duesseldorf", "mettmann"))

    entscheidung = pruefe_beitritt(BERICHT_2017, antrag).schritte[2]

    je_lesart = {dict(lage.auslegung)["beitrittsentscheidung"]: lage.urteil for lage in entscheidung.lagen}
    assert je_lesart == {
        Beitrittsentscheidung.ALLE_PARTNER: Urteil.NEIN,
        Beitrittsentscheidung.AUFSICHTSGREMIUM: Urteil.NEIN,
        Beitrittsentscheidung.MEHRHEIT_DER_PARTNER: Urteil.JA,
        Beitrittsentscheidung.ERKLAERUNG_GENUEGT: Urteil.JA,
    }
    assert entscheidung.urteil is Urteil.NICHT_BESTIMMT


def test_ein_beitritt_waehrend_des_jahres_haengt_nur_im_tag_von_der_lesart_ab() -> None:
    wirkung = pruefe_beitritt(BERICHT_2017, evolve(NEUSS, zum=date(2026, 7, 1))).schritte[3]

    assert wirkung.urteil is Urteil.JA
    assert not wirkung.ist_eindeutig
    assert {lage.text for lage in wirkung.lagen} == {
        "Der Bewerber wird am 01.07.2026 Vertragspartner.",
        "Der Bewerber wird am 01.01.2027 Vertragspartner.",
    }
    assert {frage for lage in wirkung.lagen for frage, _ in lage.auslegung} == {"beitrittszeitpunkt"}


def test_die_vier_schluessel_des_rhein_kreises_neuss() -> None:
    lagen = pruefe_beitritt(BERICHT_2017, NEUSS).beitragslagen

    assert {lage.lesart: [str(betrag) for betrag in lage.beitraege.values()] for lage in lagen} == {
        SchluesselNachBeitritt.ADDITIV: euro("50.000,00 €", "50.000,00 €", "20.000,00 €", "30.000,00 €"),
        SchluesselNachBeitritt.GLEICHES_BUDGET: euro("40.000,00 €", "40.000,00 €", "16.000,00 €", "24.000,00 €"),
        SchluesselNachBeitritt.KOMMUNAL_GLEICH: euro("33.333,34 €", "33.333,33 €", "20.000,00 €", "33.333,33 €"),
        SchluesselNachBeitritt.OHNE_BEITRAG: euro("50.000,00 €", "50.000,00 €", "20.000,00 €", "0,00 €"),
    }
    assert [str(lage.jahresbudget) for lage in lagen] == euro(
        "150.000,00 €", "120.000,00 €", "120.000,00 €", "120.000,00 €"
    )
    assert [str(lage.schluessel) for lage in lagen[:2]] == ["5 : 5 : 2 : 3"] * 2
    assert [str(betrag) for betrag in lagen[1].aenderung.values()] == euro(
        "-10.000,00 €", "-10.000,00 €", "-4.000,00 €", "24.000,00 €"
    )


def test_mit_einfacher_gewichteter_mehrheit_verliert_die_ihk_ihren_einfluss() -> None:
    auslegung = Auslegung.mit(Abstimmung.GEWICHTET_EINFACH, SitzNachBeitritt.JEDER_PARTNER_EIN_SITZ)

    vergleiche = pruefe_beitritt(BERICHT_2017, NEUSS, auslegung).stimmen

    additiv = next(v for v in vergleiche if SchluesselNachBeitritt.ADDITIV in v.schluessel)
    assert additiv.vorher.ohne_einfluss == ()
    assert additiv.nachher.ohne_einfluss == ("ihk",)
    assert additiv.nachher.mehrheiten == (
        ("duesseldorf", "mettmann"),
        ("duesseldorf", "rhein-kreis-neuss"),
        ("mettmann", "rhein-kreis-neuss"),
    )


def test_ist_die_liste_der_sitze_abgeschlossen_so_aendert_sich_an_den_stimmen_nichts() -> None:
    auslegung = Auslegung.mit(SitzNachBeitritt.LISTE_ABGESCHLOSSEN, SchluesselNachBeitritt.ADDITIV)

    for vergleich in pruefe_beitritt(BERICHT_2017, NEUSS, auslegung).stimmen:
        assert vergleich.nachher.sitze == vergleich.vorher.sitze
        assert vergleich.nachher.mehrheiten == vergleich.vorher.mehrheiten
        assert "rhein-kreis-neuss" in vergleich.nachher.ohne_einfluss


def test_beitrag_im_ersten_jahr_je_lesart() -> None:
    antrag = evolve(NEUSS, zum=date(2026, 7, 1))

    assert [(lesart, tag, str(betrag)) for lesart, tag, betrag in beitraege_im_ersten_jahr(antrag, antrag.beitrag)] == [
        (Beitrittszeitpunkt.NACH_MONATEN, date(2026, 7, 1), "15.000,00 €"),
        (Beitrittszeitpunkt.NACH_TAGEN, date(2026, 7, 1), "15.123,29 €"),
        (Beitrittszeitpunkt.VOLLER_JAHRESBEITRAG, date(2026, 7, 1), "30.000,00 €"),
        (Beitrittszeitpunkt.ERST_ZUM_JAHRESBEGINN, date(2027, 1, 1), "30.000,00 €"),
    ]
    assert beitraege_im_ersten_jahr(NEUSS, NEUSS.beitrag) == ((None, date(2026, 1, 1), NEUSS.beitrag),)


def test_aus_einem_wirksamen_beitritt_wird_eine_fassung_und_eine_liste_des_offenen() -> None:
    neue, offen = beitreten(BERICHT_2017, NEUSS, Auslegung.mit(SchluesselNachBeitritt.ADDITIV))

    assert neue.partner_kennungen == (*ALLE, "rhein-kreis-neuss")
    assert neue.stellen == BERICHT_2017.stellen
    assert neue.aufsichtsgremium == BERICHT_2017.aufsichtsgremium
    assert offen == OFFEN_NACH_BEITRITT
    assert {frage for eines in offen for frage in eines.fragen} <= {frage.kennung for frage in FRAGEN}


def test_regelt_die_fassung_den_sitz_so_ist_er_nicht_mehr_offen() -> None:
    fassung = evolve(BERICHT_2017, geregelt=(Regelung("sitz_nach_beitritt", "jeder_partner_ein_sitz"),))

    offen = pruefe_beitritt(fassung, NEUSS).offen

    assert [eines.thema for eines in offen] == [e.thema for e in OFFEN_NACH_BEITRITT if e.thema != "sitz"]
    assert beitreten(fassung, NEUSS, Auslegung.mit(SchluesselNachBeitritt.ADDITIV))[1] == offen


def test_wer_nie_beitreten_kann_braucht_keine_wahl_auch_wenn_zustimmungen_fehlen() -> None:
    verein = evolve(NEUSS, rechtsform=Rechtsform.VEREIN, zustimmung=("duesseldorf",))

    assert pruefe_beitritt(BERICHT_2017, verein).ist_eindeutig


def test_aus_einem_unwirksamen_beitritt_wird_keine_fassung() -> None:
    with pytest.raises(BeitrittError, match="wirkt nicht"):
        beitreten(BERICHT_2017, evolve(NEUSS, foerderlich=False), Auslegung())
    with pytest.raises(LesartFehltError):
        beitreten(BERICHT_2017, NEUSS, Auslegung())


def test_wer_schon_partner_ist_tritt_nicht_bei() -> None:
    with pytest.raises(BeitrittError, match="schon Partner"):
        pruefe_beitritt(BERICHT_2017, evolve(NEUSS, kennung="ihk"))
    with pytest.raises(BeitrittError, match="schon Partner"):
        beitreten(BERICHT_2017, evolve(NEUSS, kennung="ihk"), Auslegung())


antraege = st.builds(
    evolve,
    st.just(NEUSS),
    rechtsform=st.sampled_from(Rechtsform),
    beitrag=st.integers(0, 20_000_000).map(Geldbetrag),
    zum=st.dates(date(2018, 1, 1), date(2030, 12, 31)),
    foerderlich=st.sampled_from([True, False, None]),
    zustimmung=st.lists(st.sampled_from([*ALLE, "aufsichtsgremium"]), unique=True).map(tuple),
)


@given(antraege, auslegungen)
def test_mit_gewaehlten_lesarten_stimmt_die_pruefung_mit_der_fassungsfolge_ueberein(
    antrag: Beitrittsantrag, auslegung: Auslegung
) -> None:
    pruefung = pruefe_beitritt(BERICHT_2017, antrag, auslegung)
    folge = fassungsfolge(Fassungsregister(BERICHT_2017), [antrag], auslegung)

    wirkt = pruefung.schritte[3].urteil is Urteil.JA
    assert wirkt == bool(folge.beitritte)
    assert wirkt == (pruefung.zulaessigkeit is Zulaessigkeit.ZULAESSIG and pruefung.schritte[2].urteil is Urteil.JA)
    assert [len(schritt.lagen) for schritt in pruefung.schritte] == [1] * 4
    assert pruefung.ist_eindeutig == (pruefung.zulaessigkeit is not Zulaessigkeit.NICHT_BESTIMMT)
    if wirkt:
        neue, _ = beitreten(BERICHT_2017, antrag, auslegung)
        [lage] = pruefung.beitragslagen
        assert neue.beitraege == lage.beitraege


@given(antraege)
def test_die_aenderungen_der_beitraege_ergeben_die_aenderung_des_budgets(antrag: Beitrittsantrag) -> None:
    for lage in pruefe_beitritt(BERICHT_2017, antrag).beitragslagen:
        assert summe(lage.aenderung.values()) == lage.jahresbudget - BERICHT_2017.beitraege.summe
        if lage.lesart in (SchluesselNachBeitritt.ADDITIV, SchluesselNachBeitritt.OHNE_BEITRAG):
            assert all(lage.aenderung[partner] == NULL for partner in ALLE)
        else:
            assert lage.jahresbudget == BERICHT_2017.beitraege.summe


@given(antraege)
def test_jede_genannte_mehrheit_beschliesst_und_keine_ohne_eines_ihrer_mitglieder(antrag: Beitrittsantrag) -> None:
    pruefung = pruefe_beitritt(BERICHT_2017, antrag)
    je_lesart = {lage.lesart: lage.beitraege for lage in pruefung.beitragslagen}

    for vergleich in pruefung.stimmen:
        for lesart in vergleich.schluessel:
            nachher, gewichte = vergleich.nachher, je_lesart[lesart]
            for gruppe in nachher.mehrheiten:
                assert ist_beschlossen(gruppe, nachher.sitze, gewichte, nachher.abstimmung)
                for fehlt in gruppe:
                    ohne = [partner for partner in gruppe if partner != fehlt]
                    assert not ist_beschlossen(ohne, nachher.sitze, gewichte, nachher.abstimmung)
    alle_regeln = [(s, a, k) for s in SitzNachBeitritt for a in Abstimmung for k in SchluesselNachBeitritt]
    assert sorted((v.sitz, v.vorher.abstimmung, k) for v in pruefung.stimmen for k in v.schluessel) == sorted(
        alle_regeln
    )
