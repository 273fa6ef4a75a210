"""Gremien: Sitze, Abstimmung und Befugnisse."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.norm import regel_von
from kooperationsvertrag.regeln.gremien import (
    BEGLEITGREMIUM,
    GREMIENNAMEN,
    TABELLE,
    UNBERUEHRT,
    Befugnis,
    Gremium,
    Handlung,
    Stimmabgabe,
    StimmabgabeError,
    befugnis,
    entsendet_ins_begleitgremium,
    ist_beschlossen,
    ist_bindend,
    ist_ohne_einfluss,
    ist_unberuehrt,
    ja_stimmen,
    minimale_mehrheiten,
    nicht_gezaehlte_stimmen,
    sitze,
)
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import Abstimmung, SitzNachBeitritt
from kooperationsvertrag.vertrag.partner import Partner, Rechtsform

D, ME, IHK = DREI = ("duesseldorf", "mettmann", "ihk")
FUENF_FUENF_ZWEI = BERICHT_2017.beitraege
GEWICHTET = (Abstimmung.GEWICHTET_EINFACH, Abstimmung.GEWICHTET_ZWEI_DRITTEL)

NEUSS = Partner(
    kennung="rhein-kreis-neuss",
    name="Rhein-Kreis Neuss",
    kurzname="Rhein-Kreis Neuss",
    rechtsform=Rechtsform.KREIS,
    entscheidungsgremium="Kreistag",
)


def betraege(*cent: int) -> Betraege:
    """Beträge für Partner a, b, c, …"""
    return Betraege(tuple((chr(ord("a") + i), Geldbetrag(c)) for i, c in enumerate(cent)))


def mit_neuss() -> Vertragsfassung:
    """Die Fassung nach einem Beitritt; ein Sitz ist dabei nicht benannt."""
    return evolve(
        BERICHT_2017,
        partner=(*BERICHT_2017.partner, NEUSS),
        beitraege=Betraege((*BERICHT_2017.beitraege.paare, (NEUSS.kennung, Geldbetrag.aus_euro(30_000)))),
    )


def beschliessende_gruppen(lesart: Abstimmung) -> set[frozenset[str]]:
    """Alle Gruppen der drei Gründungspartner, die einen Beschluss fassen können."""
    return {
        frozenset(gruppe)
        for anzahl in range(4)
        for gruppe in combinations(DREI, anzahl)
        if ist_beschlossen(gruppe, DREI, FUENF_FUENF_ZWEI, lesart)
    }


# Sitze und Stimmen


@pytest.mark.parametrize("lesart", SitzNachBeitritt)
def test_jeder_gruendungspartner_hat_einen_sitz(lesart: SitzNachBeitritt) -> None:
    assert sitze(BERICHT_2017, lesart) == DREI


def test_neuer_partner_hat_einen_sitz_wenn_jeder_partner_einen_hat() -> None:
    assert sitze(mit_neuss(), SitzNachBeitritt.JEDER_PARTNER_EIN_SITZ) == (*DREI, "rhein-kreis-neuss")


def test_neuer_partner_hat_keinen_sitz_wenn_die_liste_abgeschlossen_ist() -> None:
    assert sitze(mit_neuss(), SitzNachBeitritt.LISTE_ABGESCHLOSSEN) == DREI


def test_sitze_stehen_in_der_reihenfolge_des_vertrags_auch_wenn_sie_anders_benannt_sind() -> None:
    umgekehrt = evolve(BERICHT_2017, aufsichtsgremium=BERICHT_2017.aufsichtsgremium[::-1])
    assert sitze(umgekehrt, SitzNachBeitritt.LISTE_ABGESCHLOSSEN) == DREI


def test_wer_zugestimmt_hat_steht_in_der_reihenfolge_der_sitze() -> None:
    assert ja_stimmen(Stimmabgabe(ja=(IHK, D), nein=(ME,)), DREI) == (D, IHK)


def test_einstimmig_heisst_dass_jedes_mitglied_zugestimmt_hat() -> None:
    assert ja_stimmen(Stimmabgabe(einstimmig=True), DREI) == DREI


def test_enthaltung_und_abwesenheit_sind_keine_zustimmung() -> None:
    assert ja_stimmen(Stimmabgabe(enthaltung=(D, ME)), DREI) == ()


def test_stimme_ohne_sitz_wird_genannt_und_nicht_gezaehlt() -> None:
    stimmen = Stimmabgabe(ja=(D, "a"), nein=("b", ME), enthaltung=("c",))
    assert nicht_gezaehlte_stimmen(stimmen, DREI) == ("a", "b", "c")
    assert ja_stimmen(stimmen, DREI) == (D,)


def test_doppelte_stimme_ist_ein_fehler_und_nennt_den_partner() -> None:
    with pytest.raises(StimmabgabeError, match="höchstens einmal ab; mehrfach genannt: ihk") as fehler:
        Stimmabgabe(ja=(D, IHK), nein=(IHK,))
    assert fehler.value.partner == (IHK,)


def test_einstimmig_neben_einer_liste_ist_ein_fehler() -> None:
    with pytest.raises(StimmabgabeError, match="bleiben die Listen leer; genannt sind: ihk"):
        Stimmabgabe(nein=(IHK,), einstimmig=True)


# Abstimmung, von Hand gerechnet


@pytest.mark.parametrize(
    ("ja", "erwartet"),
    [
        (DREI, (True, True, True, True)),
        ((D, ME), (False, True, True, True)),  # 10 von 12
        ((D, IHK), (False, True, True, False)),  # 7 von 12
        ((ME, IHK), (False, True, True, False)),
        ((D,), (False, False, False, False)),  # 5 von 12
        ((IHK,), (False, False, False, False)),
        ((), (False, False, False, False)),
    ],
)
def test_beschluss_der_drei_gruendungspartner(ja: tuple[str, ...], erwartet: tuple[bool, ...]) -> None:
    assert tuple(ist_beschlossen(ja, DREI, FUENF_FUENF_ZWEI, lesart) for lesart in Abstimmung) == erwartet


@pytest.mark.parametrize("lesart", [Abstimmung.MEHRHEIT, Abstimmung.GEWICHTET_EINFACH])
def test_gleichstand_von_vier_gleichen_ist_keine_mehrheit(lesart: Abstimmung) -> None:
    assert not ist_beschlossen("ab", "abcd", betraege(1, 1, 1, 1), lesart)


def test_genau_zwei_drittel_genuegen_und_ein_cent_weniger_nicht() -> None:
    assert ist_beschlossen("a", "ab", betraege(200, 100), Abstimmung.GEWICHTET_ZWEI_DRITTEL)
    assert not ist_beschlossen("a", "ab", betraege(199, 100), Abstimmung.GEWICHTET_ZWEI_DRITTEL)


def test_stimme_ohne_sitz_verhilft_zu_keinem_beschluss() -> None:
    gewichte = betraege(1, 1, 1, 100)
    assert [ist_beschlossen("ad", "abc", gewichte, lesart) for lesart in Abstimmung] == [False] * 4


@pytest.mark.parametrize("lesart", GEWICHTET)
def test_ohne_jedes_gewicht_kommt_kein_gewichteter_beschluss_zustande(lesart: Abstimmung) -> None:
    assert not ist_beschlossen("ab", "ab", betraege(0, 0), lesart)
    assert minimale_mehrheiten("ab", betraege(0, 0), lesart) == ()
    assert ist_ohne_einfluss("a", "ab", betraege(0, 0), lesart)


@pytest.mark.parametrize("lesart", Abstimmung)
def test_ohne_sitze_kommt_kein_beschluss_zustande(lesart: Abstimmung) -> None:
    assert not ist_beschlossen("a", "", betraege(1), lesart)


@pytest.mark.parametrize("lesart", GEWICHTET)
def test_fehlendes_gewicht_ist_nicht_null_sondern_ein_fehler(lesart: Abstimmung) -> None:
    with pytest.raises(KeyError):
        ist_beschlossen("a", "ab", betraege(1), lesart)


def test_bei_zwei_dritteln_entscheiden_duesseldorf_und_mettmann_und_die_ihk_ist_ohne_einfluss() -> None:
    lesart = Abstimmung.GEWICHTET_ZWEI_DRITTEL
    assert minimale_mehrheiten(DREI, FUENF_FUENF_ZWEI, lesart) == ((D, ME),)
    assert [ist_ohne_einfluss(partner, DREI, FUENF_FUENF_ZWEI, lesart) for partner in DREI] == [False, False, True]


def test_einfache_gewichtung_und_mehrheit_der_koepfe_haben_dieselben_gewinner() -> None:
    gewinner = beschliessende_gruppen(Abstimmung.MEHRHEIT)
    assert beschliessende_gruppen(Abstimmung.GEWICHTET_EINFACH) == gewinner
    assert gewinner == {frozenset(gruppe) for gruppe in ((D, ME), (D, IHK), (ME, IHK), DREI)}


def test_einstimmigkeit_laesst_nur_alle_gemeinsam_beschliessen() -> None:
    assert minimale_mehrheiten(DREI, FUENF_FUENF_ZWEI, Abstimmung.EINSTIMMIG) == (DREI,)


def test_wer_keinen_sitz_hat_ist_ohne_einfluss() -> None:
    assert ist_ohne_einfluss("rhein-kreis-neuss", DREI, FUENF_FUENF_ZWEI, Abstimmung.MEHRHEIT)


def test_kleinste_mehrheiten_von_zwoelf_partnern() -> None:
    zwoelf = "abcdefghijkl"
    assert len(minimale_mehrheiten(zwoelf, betraege(*[1] * 12), Abstimmung.MEHRHEIT)) == 792  # 7 aus 12


# Abstimmung, Eigenschaften

gewichte_von_partnern = st.lists(st.integers(0, 30), min_size=1, max_size=6).map(lambda cent: betraege(*cent))
lesarten = st.sampled_from(Abstimmung)


@st.composite
def abstimmungen(ziehe: st.DrawFn) -> tuple[Betraege, list[str]]:
    """Gewichte der Sitze und wer zugestimmt hat."""
    gewichte = ziehe(gewichte_von_partnern)
    return gewichte, ziehe(st.lists(st.sampled_from(list(gewichte)), unique=True))


@given(abstimmungen(), lesarten, st.data())
def test_eine_zustimmung_mehr_kippt_keinen_beschluss(
    abstimmung: tuple[Betraege, list[str]], lesart: Abstimmung, daten: st.DataObject
) -> None:
    gewichte, ja = abstimmung
    dazu = daten.draw(st.sampled_from(list(gewichte)))
    vorher = ist_beschlossen(ja, list(gewichte), gewichte, lesart)
    assert ist_beschlossen([*ja, dazu], list(gewichte), gewichte, lesart) >= vorher


@given(abstimmungen(), lesarten, st.integers(1, 10**9))
def test_vielfache_gewichte_aendern_nichts(
    abstimmung: tuple[Betraege, list[str]], lesart: Abstimmung, faktor: int
) -> None:
    gewichte, ja = abstimmung
    vielfache = betraege(*[gewicht.cent * faktor for gewicht in gewichte.values()])
    ergebnis = ist_beschlossen(ja, list(gewichte), gewichte, lesart)
    assert ist_beschlossen(ja, list(gewichte), vielfache, lesart) is ergebnis


@given(abstimmungen(), lesarten, st.data())
def test_die_reihenfolge_der_stimmen_und_sitze_aendert_nichts(
    abstimmung: tuple[Betraege, list[str]], lesart: Abstimmung, daten: st.DataObject
) -> None:
    gewichte, ja = abstimmung
    anders = ist_beschlossen(
        daten.draw(st.permutations(ja)), daten.draw(st.permutations(list(gewichte))), gewichte, lesart
    )
    assert anders is ist_beschlossen(ja, list(gewichte), gewichte, lesart)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6).filter(any), lesarten)
def test_stimmen_alle_zu_ist_unter_jeder_lesart_beschlossen(cent: list[int], lesart: Abstimmung) -> None:
    gewichte = betraege(*cent)
    alle = ja_stimmen(Stimmabgabe(einstimmig=True), list(gewichte))
    assert ist_beschlossen(alle, list(gewichte), gewichte, lesart)


@given(abstimmungen())
def test_zwei_drittel_schliessen_die_einfache_mehrheit_ein(abstimmung: tuple[Betraege, list[str]]) -> None:
    gewichte, ja = abstimmung
    einfach, zwei_drittel = (ist_beschlossen(ja, list(gewichte), gewichte, lesart) for lesart in GEWICHTET)
    assert einfach >= zwei_drittel


@given(abstimmungen(), lesarten)
def test_beschlossen_ist_genau_wenn_eine_kleinste_mehrheit_dabei_ist(
    abstimmung: tuple[Betraege, list[str]], lesart: Abstimmung
) -> None:
    gewichte, ja = abstimmung
    mehrheiten = minimale_mehrheiten(list(gewichte), gewichte, lesart)
    enthalten = any(set(mehrheit) <= set(ja) for mehrheit in mehrheiten)
    assert enthalten is ist_beschlossen(ja, list(gewichte), gewichte, lesart)


@given(gewichte_von_partnern, lesarten)
def test_keine_kleinste_mehrheit_enthaelt_eine_andere(gewichte: Betraege, lesart: Abstimmung) -> None:
    mehrheiten = [set(mehrheit) for mehrheit in minimale_mehrheiten(list(gewichte), gewichte, lesart)]
    assert not any(eine < andere for eine in mehrheiten for andere in mehrheiten)
    assert len({frozenset(mehrheit) for mehrheit in mehrheiten}) == len(mehrheiten)


@given(gewichte_von_partnern, lesarten)
def test_ohne_einfluss_ist_wer_keine_abstimmung_aendert(gewichte: Betraege, lesart: Abstimmung) -> None:
    alle = list(gewichte)
    for partner in alle:
        andere = [kennung for kennung in alle if kennung != partner]
        gruppen = [gruppe for anzahl in range(len(alle)) for gruppe in combinations(andere, anzahl)]
        aendert_nie = all(
            ist_beschlossen(gruppe, alle, gewichte, lesart)
            == ist_beschlossen([*gruppe, partner], alle, gewichte, lesart)
            for gruppe in gruppen
        )
        assert ist_ohne_einfluss(partner, alle, gewichte, lesart) is aendert_nie


@given(st.integers(1, 10**7))
def test_die_ihk_ist_bei_zwei_dritteln_in_jeder_hoehe_des_budgets_ohne_einfluss(cent: int) -> None:
    gewichte = betraege(5 * cent, 5 * cent, 2 * cent)
    assert ist_ohne_einfluss("c", "abc", gewichte, Abstimmung.GEWICHTET_ZWEI_DRITTEL)


# Befugnisse, Fall für Fall


@pytest.mark.parametrize(
    ("gremium", "handlung", "erwartet"),
    [
        (Gremium.AUFSICHTSGREMIUM, Handlung.UEBERWACHEN, Befugnis.ERLAUBT),
        (Gremium.AUFSICHTSGREMIUM, Handlung.ABSCHLUSSBERICHT_PRUEFEN, Befugnis.ERLAUBT),
        (Gremium.AUFSICHTSGREMIUM, Handlung.UEBERTRAGUNG_BESCHLIESSEN, Befugnis.ERLAUBT),
        (Gremium.BEGLEITGREMIUM, Handlung.UEBERTRAGUNG_BESCHLIESSEN, Befugnis.BERATEND),
        (Gremium.BEGLEITGREMIUM, Handlung.EMPFEHLEN, Befugnis.ERLAUBT),
        (Gremium.GESCHAEFTSSTELLE, Handlung.UEBERTRAGUNG_BESCHLIESSEN, Befugnis.VORBEHALTEN),
        (Gremium.GESCHAEFTSSTELLE, Handlung.PLANUNG_ERSTELLEN, Befugnis.ERLAUBT),
        (Gremium.LEITUNG, Handlung.VORGESETZTENFUNKTION_AUSUEBEN, Befugnis.ERLAUBT),
    ],
)
def test_befugnis(gremium: Gremium, handlung: Handlung, erwartet: Befugnis) -> None:
    assert befugnis(gremium, handlung).befugnis is erwartet


@pytest.mark.parametrize("handlung", [Handlung.BEITRAG_VERANSCHLAGEN, Handlung.ZUSATZMITTEL_BEREITSTELLEN])
def test_geld_der_partner_bewilligen_nur_ihre_eigenen_gremien(handlung: Handlung) -> None:
    eigene = Gremium.ENTSCHEIDUNGSGREMIEN_DER_PARTNER
    assert befugnis(eigene, handlung).befugnis is Befugnis.ERLAUBT
    for gremium in set(Gremium) - {eigene}:
        auskunft = befugnis(gremium, handlung)
        assert auskunft.befugnis is Befugnis.VORBEHALTEN
        assert auskunft.vorbehalten_fuer == (eigene,)
        assert normen.UNBERUEHRTE_BEFUGNISSE in auskunft.normen


def test_pruefung_durch_das_aufsichtsgremium_ersetzt_die_rechnungspruefung_nicht() -> None:
    auskunft = befugnis(Gremium.AUFSICHTSGREMIUM, Handlung.RECHNUNG_PRUEFEN)
    assert auskunft.befugnis is Befugnis.VORBEHALTEN
    assert auskunft.vorbehalten_fuer == (Gremium.RECHNUNGSPRUEFUNGSAMT,)
    assert auskunft.normen == (normen.PRUEFUNGSRECHT,)


def test_rechnungspruefungsamt_prueft_und_ersetzt_die_pruefung_des_aufsichtsgremiums_nicht() -> None:
    assert befugnis(Gremium.RECHNUNGSPRUEFUNGSAMT, Handlung.RECHNUNG_PRUEFEN).befugnis is Befugnis.ERLAUBT
    auskunft = befugnis(Gremium.RECHNUNGSPRUEFUNGSAMT, Handlung.ABSCHLUSSBERICHT_PRUEFEN)
    assert auskunft.vorbehalten_fuer == (Gremium.AUFSICHTSGREMIUM,)
    assert auskunft.normen == (normen.RUECKFUEHRUNG, normen.PRUEFUNGSRECHT)
    assert auskunft.erlaeuterung.startswith("Zuständig: das Aufsichtsgremium.")
    assert auskunft.erlaeuterung.endswith("Eigene Befugnisse bleiben unberührt.")


def test_unberuehrt_bleiben_nur_die_gremien_der_partner_und_das_rechnungspruefungsamt() -> None:
    assert {gremium for gremium in Gremium if ist_unberuehrt(gremium)} == {
        Gremium.ENTSCHEIDUNGSGREMIEN_DER_PARTNER,
        Gremium.RECHNUNGSPRUEFUNGSAMT,
    }


def test_beschluss_ueber_eine_uebertragung_bindet_und_beruehrt_die_gremien_der_partner_nach_of_14() -> None:
    assert ist_bindend(Gremium.AUFSICHTSGREMIUM, Handlung.UEBERTRAGUNG_BESCHLIESSEN) is True
    auskunft = befugnis(Gremium.ENTSCHEIDUNGSGREMIEN_DER_PARTNER, Handlung.UEBERTRAGUNG_BESCHLIESSEN)
    assert auskunft.befugnis is Befugnis.NICHT_GEREGELT
    assert "OF-14" in auskunft.fragen
    assert normen.UNBERUEHRTE_BEFUGNISSE in auskunft.normen


def test_wer_ueberwacht_entscheidet_damit_nichts_verbindlich() -> None:
    assert ist_bindend(Gremium.AUFSICHTSGREMIUM, Handlung.UEBERWACHEN) is False


def test_auskunft_zeigt_saetze_kurz() -> None:
    assert "normen=['17-G3']" in repr(befugnis(Gremium.AUFSICHTSGREMIUM, Handlung.UEBERWACHEN))


# Befugnisse, die Tabelle als Ganzes

ALLE_PAARE = list(product(Gremium, Handlung))


def test_die_tabelle_hat_jede_handlung_genau_einmal() -> None:
    assert sorted(zeile.handlung for zeile in TABELLE) == sorted(Handlung)


@pytest.mark.parametrize(("gremium", "handlung"), ALLE_PAARE)
def test_jedes_paar_hat_eine_vollstaendige_antwort(gremium: Gremium, handlung: Handlung) -> None:
    auskunft = befugnis(gremium, handlung)
    assert (auskunft.gremium, auskunft.handlung) == (gremium, handlung)
    assert auskunft.erlaeuterung.endswith(".")
    assert bool(auskunft.vorbehalten_fuer) is (auskunft.befugnis is Befugnis.VORBEHALTEN)
    assert gremium not in auskunft.vorbehalten_fuer
    assert len(set(auskunft.normen)) == len(auskunft.normen)
    assert len(set(auskunft.fragen)) == len(auskunft.fragen)
    if auskunft.befugnis is Befugnis.NICHT_GEREGELT:
        assert auskunft.fragen
    else:
        assert auskunft.normen


@pytest.mark.parametrize(("gremium", "handlung"), ALLE_PAARE)
def test_vorbehalten_ist_nur_was_andere_duerfen(gremium: Gremium, handlung: Handlung) -> None:
    for anderes in befugnis(gremium, handlung).vorbehalten_fuer:
        assert befugnis(anderes, handlung).befugnis is Befugnis.ERLAUBT


@pytest.mark.parametrize("handlung", Handlung)
def test_das_begleitgremium_bindet_nie(handlung: Handlung) -> None:
    assert ist_bindend(Gremium.BEGLEITGREMIUM, handlung) is False


def test_beratend_ist_nur_das_begleitgremium() -> None:
    beratend = {
        gremium for gremium, handlung in ALLE_PAARE if befugnis(gremium, handlung).befugnis is Befugnis.BERATEND
    }
    assert beratend == {Gremium.BEGLEITGREMIUM}


@pytest.mark.parametrize("handlung", Handlung)
@pytest.mark.parametrize("gremium", UNBERUEHRT)
def test_wo_sie_nicht_zustaendig_sind_bleiben_eigene_befugnisse_unberuehrt(
    gremium: Gremium, handlung: Handlung
) -> None:
    auskunft = befugnis(gremium, handlung)
    assert auskunft.befugnis is Befugnis.ERLAUBT or UNBERUEHRT[gremium] in auskunft.normen


def test_jedes_gremium_hat_einen_namen() -> None:
    assert set(GREMIENNAMEN) == set(Gremium)


# Wo der Text schweigt


@pytest.mark.parametrize(
    ("handlung", "frage"),
    [
        (Handlung.PLANUNG_GENEHMIGEN, "OF-12"),
        (Handlung.ABSCHLUSSBERICHT_BILLIGEN, "OF-25"),
        (Handlung.WEISUNG_ERTEILEN, "OF-12"),
        (Handlung.UEBER_BEITRITT_ENTSCHEIDEN, "OF-02"),
        (Handlung.VERTRAG_AENDERN, "OF-41"),
        (Handlung.UEBER_WEITERE_AUFGABEN_ENTSCHEIDEN, "OF-36"),
        (Handlung.PARTNER_VERPFLICHTEN, "OF-37"),
    ],
)
def test_ob_das_aufsichtsgremium_es_darf_ist_nicht_geregelt(handlung: Handlung, frage: str) -> None:
    auskunft = befugnis(Gremium.AUFSICHTSGREMIUM, handlung)
    assert auskunft.befugnis is Befugnis.NICHT_GEREGELT
    assert frage in auskunft.fragen
    assert ist_bindend(Gremium.AUFSICHTSGREMIUM, handlung) is None


def test_bindung_der_mitglieder_an_ihr_gremium_ist_offen() -> None:
    auskunft = befugnis(Gremium.ENTSCHEIDUNGSGREMIEN_DER_PARTNER, Handlung.WEISUNG_ERTEILEN)
    assert auskunft.befugnis is Befugnis.NICHT_GEREGELT
    assert "OF-11" in auskunft.fragen


def test_groesse_des_begleitgremiums_ist_unbekannt_und_nicht_null() -> None:
    assert BEGLEITGREMIUM.groesse is None
    assert BEGLEITGREMIUM.fragen == normen.GROESSE_DES_BEGLEITGREMIUMS.fragen


def test_gruendungspartner_entsenden_ins_begleitgremium_bei_anderen_ist_es_offen() -> None:
    assert [entsendet_ins_begleitgremium(partner) for partner in (*DREI, NEUSS.kennung)] == [True, True, True, None]


# Anbindung an die Sätze


def test_jeder_satz_ueber_gremien_hat_eine_regel() -> None:
    regeln = [
        regel_von(funktion)
        for funktion in (sitze, ist_beschlossen, befugnis, ist_unberuehrt, entsendet_ins_begleitgremium)
    ]
    kennungen = {norm.kennung for regel in regeln if regel is not None for norm in regel.normen}
    assert {"17-G2", "17-G3", "17-B1", "17-B2", "17-B4", "17-F6", "17-F9"} <= kennungen
