from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.regeln.finanzierung import (
    drittmittel_im_budget,
    duerfen_zusatzmittel_angestrebt_werden,
    eigenanteile,
    eingezahlte_mittel,
    einzahlungen_je_partner,
    ist_aus_dem_budget_zu_tragen,
    jahresbudget,
    leistungsfaehigkeit,
    rueckstaende,
    rueckstandsbefunde,
    schluessel_der_zahlungen,
    verausgabte_mittel,
    verfuegbare_mittel,
    zahlungsschluessel,
    zusatzmittel_je_partner,
    zusatzmittel_zusammen,
)
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einnahmenart, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import Drittmittel, Leistungsfaehigkeit
from strategien import geldbetraege

BEITRAEGE = BERICHT_2017.beitraege
NAMEN = BERICHT_2017.namen
einzahlungen = st.lists(
    st.builds(Einzahlung, st.sampled_from(["duesseldorf", "mettmann", "ihk", "fremd"]), geldbetraege)
)
ausgaben = st.lists(
    st.builds(
        lambda art, betrag: Ausgabe("x", art, betrag, None, "ihk" if art is Ausgabenart.PERSONALKOSTEN else ""),
        st.sampled_from(Ausgabenart),
        geldbetraege,
    )
)
einnahmen = st.lists(st.builds(Einnahme, st.just("x"), st.sampled_from(Einnahmenart), geldbetraege))
zusatz = st.lists(st.builds(Zusatzmittel, st.sampled_from(["ihk", "mettmann", "fremd"]), geldbetraege))


def euro(betrag: int) -> Geldbetrag:
    return Geldbetrag.aus_euro(betrag)


# Fälle


def test_die_partner_bringen_zusammen_hundertzwanzigtausend_euro_auf() -> None:
    assert jahresbudget(BEITRAEGE) == euro(120_000)


def test_der_schluessel_ist_fuenf_zu_fuenf_zu_zwei() -> None:
    assert str(zahlungsschluessel(BEITRAEGE)) == "5 : 5 : 2"


def test_der_schluessel_der_zahlungen_folgt_dem_was_gezahlt_wurde() -> None:
    assert str(schluessel_der_zahlungen(Betraege.von({"mettmann": euro(50_000), "ihk": euro(10_000)}))) == "5 : 1"


def test_wer_keine_zeile_hat_hat_nichts_gezahlt() -> None:
    gezahlt = einzahlungen_je_partner([Einzahlung("ihk", euro(5)), Einzahlung("ihk", euro(6))], BEITRAEGE)
    assert dict(gezahlt) == {"duesseldorf": NULL, "mettmann": NULL, "ihk": euro(11)}


def test_ihk_zahlt_nur_die_haelfte() -> None:
    gezahlt = Betraege.von({"duesseldorf": euro(50_000), "mettmann": euro(50_000), "ihk": euro(10_000)})
    offen = rueckstaende(BEITRAEGE, gezahlt)
    assert dict(offen) == {"ihk": euro(10_000)}
    (befund,) = rueckstandsbefunde(offen, BEITRAEGE, NAMEN)
    assert (befund.kennung, befund.schwere.value) == ("beitragsrueckstand", "warnung")
    assert befund.text == "IHK hat 10.000,00 € weniger eingezahlt als vereinbart."


def test_wer_zu_viel_zahlt_steht_mit_negativem_rueckstand_da() -> None:
    gezahlt = Betraege.von({**BEITRAEGE, "mettmann": euro(51_000)})
    offen = rueckstaende(BEITRAEGE, gezahlt)
    assert dict(offen) == {"mettmann": -euro(1_000)}
    assert [befund.kennung for befund in rueckstandsbefunde(offen, BEITRAEGE, NAMEN)] == ["ueberzahlung"]


def test_eine_zahlung_ohne_mitgliedschaft_zaehlt_wie_eine_ueberzahlung() -> None:
    gezahlt = einzahlungen_je_partner([Einzahlung("neuss", euro(30_000))], BEITRAEGE)
    offen = rueckstaende(BEITRAEGE, gezahlt)
    assert offen["neuss"] == -euro(30_000)
    assert rueckstandsbefunde(offen, BEITRAEGE, NAMEN)[-1].kennung == "zahlung_ohne_mitgliedschaft"


@pytest.mark.parametrize(("art", "erwartet"), [(art, art is not Ausgabenart.PERSONALKOSTEN) for art in Ausgabenart])
def test_was_das_gemeinsame_budget_tragen_darf(art: Ausgabenart, erwartet: bool) -> None:
    assert ist_aus_dem_budget_zu_tragen(art) is erwartet


def test_personalkosten_sind_keine_ausgabe_des_budgets() -> None:
    gehalt = Ausgabe("Gehalt", Ausgabenart.PERSONALKOSTEN, euro(5_000), partner="duesseldorf")
    assert verausgabte_mittel([gehalt, Ausgabe("Saal", Ausgabenart.VERANSTALTUNG, euro(900))]) == euro(900)


def test_rueckerstattungen_mindern_die_ausgaben_drittmittel_nicht() -> None:
    saal = Ausgabe("Saal", Ausgabenart.VERANSTALTUNG, euro(900))
    zurueck = Einnahme("Saal", Einnahmenart.RUECKERSTATTUNG, euro(120))
    spende = Einnahme("Spende", Einnahmenart.DRITTMITTEL, euro(50))
    assert verausgabte_mittel([saal], [zurueck, spende]) == euro(780)
    assert verausgabte_mittel([], [zurueck]) == -euro(120)


def test_eigenanteile_sind_ein_teil_der_ausgaben() -> None:
    eigenanteil = Ausgabe("Radroute", Ausgabenart.EIGENANTEIL, euro(700))
    saal = Ausgabe("Saal", Ausgabenart.VERANSTALTUNG, euro(900))
    assert eigenanteile([eigenanteil, saal]) == euro(700)
    assert verausgabte_mittel([eigenanteil, saal]) == euro(1_600)


def test_drittmittel_nach_beiden_lesarten() -> None:
    spende = Einnahme("Spende", Einnahmenart.DRITTMITTEL, euro(50))
    zurueck = Einnahme("Saal", Einnahmenart.RUECKERSTATTUNG, euro(120))
    assert drittmittel_im_budget([spende, zurueck], Drittmittel.ERHOEHEN_DIE_MITTEL) == euro(50)
    assert drittmittel_im_budget([spende, zurueck], Drittmittel.AUSSERHALB_DES_BUDGETS) == NULL


def test_zusatzmittel_stehen_nur_fuer_den_der_sie_bewilligt_hat() -> None:
    bewilligt = [Zusatzmittel("ihk", euro(5)), Zusatzmittel("fremd", euro(2)), Zusatzmittel("mettmann", NULL)]
    je_partner = zusatzmittel_je_partner(bewilligt, BERICHT_2017.partner_kennungen)
    assert list(je_partner.items()) == [("ihk", euro(5)), ("fremd", euro(2))]
    assert zusatzmittel_zusammen(je_partner) == euro(7)


def test_neunzigtausend_eigenanteile_uebersteigen_nur_die_noch_freien_mittel() -> None:
    antworten = {
        lesart: duerfen_zusatzmittel_angestrebt_werden(
            eigenanteile=euro(90_000),
            leistungsfaehigkeit=leistungsfaehigkeit(
                jahresbudget=euro(120_000), uebertrag=NULL, gebunden=euro(45_000), lesart=lesart
            ),
            ist_wichtig=True,
        )
        for lesart in Leistungsfaehigkeit
    }
    assert antworten == {Leistungsfaehigkeit.JAHRESBUDGET: False, Leistungsfaehigkeit.NOCH_FREIE_MITTEL: True}


def test_der_uebertrag_zaehlt_zu_den_noch_freien_mitteln() -> None:
    assert leistungsfaehigkeit(
        jahresbudget=euro(120_000),
        uebertrag=euro(12_000),
        gebunden=euro(45_000),
        lesart=Leistungsfaehigkeit.NOCH_FREIE_MITTEL,
    ) == euro(87_000)


def test_fuer_unwichtige_projekte_gibt_es_keinen_weg_zu_zusatzmitteln() -> None:
    assert not duerfen_zusatzmittel_angestrebt_werden(
        eigenanteile=euro(500_000), leistungsfaehigkeit=NULL, ist_wichtig=False
    )


# Eigenschaften


@given(einzahlungen, st.randoms())
def test_die_reihenfolge_der_einzahlungen_aendert_nichts(zahlungen: list[Einzahlung], zufall: Random) -> None:
    umgestellt = list(zahlungen)
    zufall.shuffle(umgestellt)
    vorher = einzahlungen_je_partner(zahlungen, BEITRAEGE)
    assert vorher.paare == einzahlungen_je_partner(umgestellt, BEITRAEGE).paare
    assert eingezahlte_mittel(vorher).cent == sum(zahlung.betrag.cent for zahlung in zahlungen)


@given(einzahlungen)
def test_vereinbart_ist_eingezahlt_und_rueckstand_zusammen(zahlungen: list[Einzahlung]) -> None:
    gezahlt = einzahlungen_je_partner(zahlungen, BEITRAEGE)
    offen = rueckstaende(BEITRAEGE, gezahlt)
    for partner, betrag in gezahlt.items():
        assert betrag + offen.get(partner, NULL) == BEITRAEGE.get(partner, NULL)
    assert all(offen.values())


@given(ausgaben, einnahmen, st.randoms())
def test_die_reihenfolge_der_buchungen_aendert_nichts(
    gebucht: list[Ausgabe], eingegangen: list[Einnahme], zufall: Random
) -> None:
    umgestellt, andere = list(gebucht), list(eingegangen)
    zufall.shuffle(umgestellt)
    zufall.shuffle(andere)
    assert verausgabte_mittel(gebucht, eingegangen) == verausgabte_mittel(umgestellt, andere)
    assert eigenanteile(gebucht) == eigenanteile(umgestellt)
    assert eigenanteile(gebucht) <= verausgabte_mittel(gebucht)


@given(ausgaben)
def test_personalkosten_bewegen_das_budget_nie(gebucht: list[Ausgabe]) -> None:
    ohne = [ausgabe for ausgabe in gebucht if ausgabe.art is not Ausgabenart.PERSONALKOSTEN]
    assert verausgabte_mittel(gebucht) == verausgabte_mittel(ohne)


@given(zusatz, st.randoms())
def test_die_reihenfolge_der_bewilligungen_aendert_nichts(bewilligt: list[Zusatzmittel], zufall: Random) -> None:
    umgestellt = list(bewilligt)
    zufall.shuffle(umgestellt)
    reihenfolge = BERICHT_2017.partner_kennungen
    vorher = zusatzmittel_je_partner(bewilligt, reihenfolge)
    assert vorher.paare == zusatzmittel_je_partner(umgestellt, reihenfolge).paare
    assert zusatzmittel_zusammen(vorher).cent == sum(bewilligung.betrag.cent for bewilligung in bewilligt)


@given(geldbetraege, geldbetraege, geldbetraege, geldbetraege)
def test_verfuegbar_ist_alles_zusammen(a: Geldbetrag, b: Geldbetrag, c: Geldbetrag, d: Geldbetrag) -> None:
    assert verfuegbare_mittel(uebertrag=a, eingezahlt=b, zusatzmittel=c, drittmittel=d) == a + b + c + d


@given(geldbetraege, geldbetraege, geldbetraege)
def test_mehr_eigenanteile_versperren_den_weg_zu_zusatzmitteln_nie(
    eigen: Geldbetrag, mehr: Geldbetrag, kraft: Geldbetrag
) -> None:
    vorher = duerfen_zusatzmittel_angestrebt_werden(eigenanteile=eigen, leistungsfaehigkeit=kraft, ist_wichtig=True)
    nachher = duerfen_zusatzmittel_angestrebt_werden(
        eigenanteile=eigen + mehr, leistungsfaehigkeit=kraft, ist_wichtig=True
    )
    assert nachher or not vorher
