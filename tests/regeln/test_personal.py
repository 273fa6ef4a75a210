"""Personal: Stellen, Abordnung, Funktionen und Personalkosten."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.geld import Betraege, Geldbetrag, summe
from kooperationsvertrag.norm import Befund, Schwere, regel_von
from kooperationsvertrag.regeln.personal import (
    FUNKTIONSNAMEN,
    Besetzung,
    Personalaufwand,
    abordnungsbefunde,
    erstattungen,
    funktionsbefunde,
    ist_personal_gestellt,
    personalgestellung_befunde,
    personalkosten_befunde,
    personalkosten_je_partner,
    personalkosten_traeger,
    stellenbefunde,
    vorgesetztenbefunde,
)
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Funktion, Stelle
from kooperationsvertrag.vertrag.lesarten import Stellendauer

D, ME, IHK = DREI = ("duesseldorf", "mettmann", "ihk")

LEITUNG = Besetzung(D, Funktion.LEITUNG, abgeordnet_an="", ist_vorgesetzt=True)
STELLVERTRETUNG = Besetzung(ME, Funktion.STELLVERTRETUNG, abgeordnet_an=D, ist_vorgesetzt=False)
REGIONALWIRTSCHAFT = Besetzung(IHK, Funktion.SCHWERPUNKT_REGIONALWIRTSCHAFT, abgeordnet_an=D, ist_vorgesetzt=False)
WIE_ZUGESAGT = (LEITUNG, STELLVERTRETUNG, REGIONALWIRTSCHAFT)
NAMEN = {partner.kennung: partner.kurzname for partner in BERICHT_2017.partner}


def kurz(befunde: tuple[Befund, ...]) -> list[tuple[str, Schwere, list[str]]]:
    """Kennung, Schwere und Sätze je Befund."""
    return [(befund.kennung, befund.schwere, [norm.kennung for norm in befund.normen]) for befund in befunde]


def personalausgabe(partner: str, cent: int) -> Ausgabe:
    """Personalkosten, die das gemeinsame Budget getragen hat."""
    return Ausgabe("Gehalt", Ausgabenart.PERSONALKOSTEN, Geldbetrag(cent), partner=partner)


# Besetzung zu Beginn


def test_besetzung_wie_zugesagt_hat_keinen_befund() -> None:
    assert stellenbefunde(BERICHT_2017, WIE_ZUGESAGT) == ()


def test_partner_der_niemanden_stellt_verstoesst_gegen_den_vertrag() -> None:
    befunde = stellenbefunde(BERICHT_2017, (LEITUNG, STELLVERTRETUNG))
    assert kurz(befunde) == [("stelle_nicht_besetzt", Schwere.VERSTOSS, ["17-P1"])]
    assert befunde[0].text == "IHK: Zu Beginn ist niemand gestellt; zugesagt ist 1 Stelle."


def test_niemand_stellt_jemanden_sind_drei_verstoesse() -> None:
    befunde = stellenbefunde(BERICHT_2017, ())
    assert kurz(befunde) == [("stelle_nicht_besetzt", Schwere.VERSTOSS, ["17-P1"])] * 3
    assert [befund.text.partition(":")[0] for befund in befunde] == ["Düsseldorf", "Kreis Mettmann", "IHK"]


def test_mehr_personal_als_zugesagt_ist_nur_ein_hinweis() -> None:
    befunde = stellenbefunde(BERICHT_2017, (*WIE_ZUGESAGT, Besetzung(IHK, abgeordnet_an=D)))
    assert kurz(befunde) == [("mehr_gestellt_als_zugesagt", Schwere.HINWEIS, ["17-P1"])]
    assert befunde[0].text.startswith("IHK: Zu Beginn sind 2 Personen gestellt; zugesagt ist 1 Stelle.")


def test_fassung_mit_zwei_stellen_eines_partners_verlangt_zwei_personen() -> None:
    zweite = Stelle(IHK, Funktion.SCHWERPUNKT_REGIONALWIRTSCHAFT, BERICHT_2017.stellen[2].norm)
    fassung = evolve(BERICHT_2017, stellen=(*BERICHT_2017.stellen, zweite))
    [befund] = personalgestellung_befunde(fassung, WIE_ZUGESAGT)
    assert befund.text == "IHK: Zu Beginn ist 1 Person gestellt; zugesagt sind 2 Stellen."


def test_personal_das_nicht_abgeordnet_ist_ist_ein_verstoss() -> None:
    befunde = stellenbefunde(BERICHT_2017, (LEITUNG, evolve(STELLVERTRETUNG, abgeordnet_an=""), REGIONALWIRTSCHAFT))
    assert kurz(befunde) == [("abordnung_abweichend", Schwere.VERSTOSS, ["17-P2"])]
    assert "ist nicht abgeordnet" in befunde[0].text


def test_personal_das_an_einen_anderen_partner_abgeordnet_ist_ist_ein_verstoss() -> None:
    befunde = stellenbefunde(BERICHT_2017, (LEITUNG, STELLVERTRETUNG, evolve(REGIONALWIRTSCHAFT, abgeordnet_an=ME)))
    assert kurz(befunde) == [("abordnung_abweichend", Schwere.VERSTOSS, ["17-P2"])]
    assert befunde[0].text == (
        "IHK: Die gestellte Person ist abgeordnet an: Kreis Mettmann; zugesagt ist die Abordnung an: Düsseldorf."
    )


@pytest.mark.parametrize("ziel", [None, "", D])
def test_duesseldorf_braucht_keine_abordnung_an_sich_selbst(ziel: str | None) -> None:
    assert abordnungsbefunde(BERICHT_2017, (evolve(LEITUNG, abgeordnet_an=ziel),)) == ()


def test_duesseldorfs_personal_an_anderer_stelle_ist_ein_verstoss() -> None:
    befunde = abordnungsbefunde(BERICHT_2017, (evolve(LEITUNG, abgeordnet_an=ME),))
    assert kurz(befunde) == [("abordnung_abweichend", Schwere.VERSTOSS, ["17-P2"])]


def test_vertauschte_leitung_und_stellvertretung_sind_zwei_warnungen() -> None:
    vertauscht = (
        evolve(LEITUNG, funktion=Funktion.STELLVERTRETUNG, ist_vorgesetzt=False),
        evolve(STELLVERTRETUNG, funktion=Funktion.LEITUNG, ist_vorgesetzt=True),
        REGIONALWIRTSCHAFT,
    )
    befunde = stellenbefunde(BERICHT_2017, vertauscht)
    assert kurz(befunde) == [("funktion_von_anderem_partner", Schwere.WARNUNG, ["17-P3"])] * 2
    assert [befund.text for befund in befunde] == [
        "Leitung: wahrgenommen von Kreis Mettmann; zugewiesen an Düsseldorf.",
        "Stellvertretung: wahrgenommen von Düsseldorf; zugewiesen an Kreis Mettmann.",
    ]


def test_schwerpunkt_regionalwirtschaft_von_einem_anderen_partner_ist_eine_warnung() -> None:
    zusaetzlich = Besetzung(ME, Funktion.SCHWERPUNKT_REGIONALWIRTSCHAFT)
    befunde = funktionsbefunde(BERICHT_2017, (*WIE_ZUGESAGT, zusaetzlich))
    assert kurz(befunde) == [("funktion_von_anderem_partner", Schwere.WARNUNG, ["17-P4"])]


def test_leitung_ist_nicht_vorgesetzt_ist_eine_warnung() -> None:
    befunde = stellenbefunde(BERICHT_2017, (evolve(LEITUNG, ist_vorgesetzt=False), STELLVERTRETUNG, REGIONALWIRTSCHAFT))
    assert kurz(befunde) == [("vorgesetztenfunktion_abweichend", Schwere.WARNUNG, ["17-P5"])]
    assert befunde[0].text == (
        "Leitung (Düsseldorf): übt die Vorgesetztenfunktion nicht aus; sie liegt bei der Leitung."
    )


def test_stellvertretung_ist_vorgesetzt_ist_eine_warnung() -> None:
    befunde = vorgesetztenbefunde(BERICHT_2017, (evolve(STELLVERTRETUNG, ist_vorgesetzt=True),))
    assert kurz(befunde) == [("vorgesetztenfunktion_abweichend", Schwere.WARNUNG, ["17-P5"])]


# Personalkosten


def test_personalkosten_traegt_der_entsendende_partner_nicht_die_stadt_bei_der_gearbeitet_wird() -> None:
    assert [personalkosten_traeger(besetzung) for besetzung in WIE_ZUGESAGT] == [D, ME, IHK]


def test_personalkosten_je_partner_ohne_den_der_keine_hat() -> None:
    aufwand = [
        Personalaufwand(STELLVERTRETUNG, Geldbetrag(6_000_000)),
        Personalaufwand(LEITUNG, Geldbetrag(7_000_000)),
        Personalaufwand(STELLVERTRETUNG, Geldbetrag(1)),
    ]
    assert personalkosten_je_partner(aufwand).paare == ((ME, Geldbetrag(6_000_001)), (D, Geldbetrag(7_000_000)))


def test_personalkosten_im_budget_erstattet_der_partner() -> None:
    ausgaben = [
        personalausgabe(IHK, 150_000),
        Ausgabe("Tagung", Ausgabenart.VERANSTALTUNG, Geldbetrag(999_999), date(2018, 6, 8)),
        personalausgabe(D, 20_000),
        personalausgabe(IHK, 5),
    ]
    assert erstattungen(ausgaben, DREI).paare == ((D, Geldbetrag(20_000)), (IHK, Geldbetrag(150_005)))
    assert erstattungen([personalausgabe(IHK, 0)], DREI).paare == ()


def test_ohne_personalkosten_im_budget_erstattet_niemand() -> None:
    andere = [art for art in Ausgabenart if art is not Ausgabenart.PERSONALKOSTEN]
    assert erstattungen([Ausgabe("", art, Geldbetrag(100)) for art in andere]) == Betraege()


def test_erstattung_ist_ein_neuer_betrag_auch_bei_einer_einzigen_ausgabe() -> None:
    ausgabe = personalausgabe(IHK, 150_000)
    assert erstattungen([ausgabe])[IHK] is not ausgabe.betrag


def test_personalkosten_im_budget_sind_ein_verstoss_je_partner() -> None:
    zu_erstatten = Betraege(((IHK, Geldbetrag(150_005)), (D, Geldbetrag(20_000))))
    befunde = personalkosten_befunde(2018, zu_erstatten, NAMEN)
    assert kurz(befunde) == [("personalkosten_im_budget", Schwere.VERSTOSS, ["17-F4"])] * 2
    assert befunde[0].text == (
        "Haushaltsjahr 2018: Das gemeinsame Budget hat 1.500,05 € Personalkosten getragen. Die trägt der Partner, "
        "der das Personal stellt; zu erstatten von: IHK."
    )


def test_wessen_name_fehlt_der_erscheint_mit_seiner_kennung() -> None:
    [befund] = personalkosten_befunde(2018, Betraege((("neuss", Geldbetrag(1)),)), {})
    assert befund.text.endswith("zu erstatten von: neuss.")


def test_null_euro_personalkosten_sind_kein_verstoss() -> None:
    assert personalkosten_befunde(2018, erstattungen([personalausgabe(IHK, 0)]), NAMEN) == ()


# Eigenschaften

besetzungen_der_partner = st.lists(
    st.builds(
        Besetzung,
        partner=st.sampled_from([*DREI, "rhein-kreis-neuss"]),
        funktion=st.none() | st.sampled_from(Funktion),
        abgeordnet_an=st.none() | st.sampled_from(["", *DREI]),
        ist_vorgesetzt=st.none() | st.booleans(),
    ),
    max_size=6,
)
ausgaben_der_partner = st.lists(
    st.builds(
        lambda art, betrag, partner: Ausgabe(
            "", art, betrag, partner=partner if art is Ausgabenart.PERSONALKOSTEN else ""
        ),
        st.sampled_from(Ausgabenart),
        st.integers(0, 10**9).map(Geldbetrag),
        st.sampled_from(DREI),
    ),
    max_size=12,
)


@given(besetzungen_der_partner)
def test_jeder_befund_hat_satz_und_text(besetzungen: list[Besetzung]) -> None:
    for befund in stellenbefunde(BERICHT_2017, besetzungen):
        assert befund.normen
        assert befund.text.endswith(".")


@given(besetzungen_der_partner)
def test_ein_verstoss_ist_nur_was_17_p1_oder_17_p2_verletzt(besetzungen: list[Besetzung]) -> None:
    befunde = stellenbefunde(BERICHT_2017, besetzungen)
    assert {befund.kennung for befund in befunde if befund.schwere is Schwere.VERSTOSS} <= {
        "stelle_nicht_besetzt",
        "abordnung_abweichend",
    }


@given(ausgaben_der_partner, st.data())
def test_erstattungen_haengen_nicht_von_der_reihenfolge_ab(ausgaben: list[Ausgabe], daten: st.DataObject) -> None:
    umgestellt = daten.draw(st.permutations(ausgaben))
    assert erstattungen(umgestellt, DREI).paare == erstattungen(ausgaben, DREI).paare


@given(ausgaben_der_partner)
def test_erstattet_wird_auf_den_cent_was_personalkosten_waren(ausgaben: list[Ausgabe]) -> None:
    personal = [ausgabe for ausgabe in ausgaben if ausgabe.art is Ausgabenart.PERSONALKOSTEN]
    assert erstattungen(ausgaben).summe == summe([ausgabe.betrag for ausgabe in personal])
    assert set(erstattungen(ausgaben)) == {ausgabe.partner for ausgabe in personal if ausgabe.betrag}


@given(ausgaben_der_partner)
def test_ein_befund_je_partner_mit_betrag(ausgaben: list[Ausgabe]) -> None:
    zu_erstatten = erstattungen(ausgaben)
    erwartet = [partner for partner, betrag in zu_erstatten.paare if betrag.cent > 0]
    befunde = personalkosten_befunde(2018, zu_erstatten, NAMEN)
    assert [befund.text.rpartition(": ")[2] for befund in befunde] == [f"{NAMEN[partner]}." for partner in erwartet]


# Wo der Text schweigt


def test_personal_eines_beigetretenen_partners_ist_nicht_geregelt() -> None:
    neuss = Besetzung("rhein-kreis-neuss", abgeordnet_an="rhein-kreis-neuss")
    assert stellenbefunde(BERICHT_2017, (*WIE_ZUGESAGT, neuss)) == ()


def test_leitung_durch_einen_beigetretenen_partner_weicht_von_der_zuweisung_ab() -> None:
    neuss = Besetzung("rhein-kreis-neuss", Funktion.LEITUNG)
    [befund] = stellenbefunde(BERICHT_2017, (*WIE_ZUGESAGT, neuss))
    assert befund.text == "Leitung: wahrgenommen von rhein-kreis-neuss; zugewiesen an Düsseldorf."


def test_unbekanntes_ist_kein_befund() -> None:
    assert stellenbefunde(BERICHT_2017, [Besetzung(partner) for partner in DREI]) == ()


@pytest.mark.parametrize("funktion", [None, *Funktion])
def test_wer_vorgesetzt_ist_bleibt_ohne_befund_wenn_es_nicht_bekannt_ist(funktion: Funktion | None) -> None:
    assert vorgesetztenbefunde(BERICHT_2017, [Besetzung(D, funktion)]) == ()


def test_vorgesetzt_bei_unbekannter_funktion_ist_kein_befund() -> None:
    assert vorgesetztenbefunde(BERICHT_2017, [Besetzung(ME, ist_vorgesetzt=True)]) == ()


def test_unbesetzte_leitung_ist_ein_hinweis_weil_ersatz_nicht_geregelt_ist() -> None:
    ohne_leitung = (evolve(LEITUNG, funktion=Funktion.STELLVERTRETUNG), STELLVERTRETUNG, REGIONALWIRTSCHAFT)
    befunde = funktionsbefunde(BERICHT_2017, ohne_leitung)
    assert ("funktion_nicht_wahrgenommen", Schwere.HINWEIS, ["17-P3"]) in kurz(befunde)
    assert befunde[0].text == "Leitung: nimmt niemand wahr; zugewiesen an Düsseldorf. Ein Ersatz ist nicht geregelt."


def test_unbesetzte_leitung_bleibt_ohne_befund_solange_eine_funktion_unbekannt_ist() -> None:
    ungewiss = (evolve(LEITUNG, funktion=None), STELLVERTRETUNG, REGIONALWIRTSCHAFT)
    assert funktionsbefunde(BERICHT_2017, ungewiss) == ()


def test_ersatz_fuer_den_partner_der_niemanden_stellt_ist_nicht_geregelt() -> None:
    assert funktionsbefunde(BERICHT_2017, (STELLVERTRETUNG, REGIONALWIRTSCHAFT)) == ()


# Wie lange die Stellen zu besetzen sind

NIE = (0, 0, 0)
FRUEHER_ABBERUFEN = (1, 0, 0)
DIESES_JAHR_ABBERUFEN = (1, 1, 0)
DA = (1, 1, 1)
ALLE_DREI = set(Stellendauer)


@pytest.mark.parametrize(
    ("zugesagt", "gestellt", "erfuellt_unter"),
    [
        pytest.param(1, NIE, set(), id="nie gestellt"),
        pytest.param(1, FRUEHER_ABBERUFEN, {Stellendauer.NUR_ZU_BEGINN}, id="in einem früheren Jahr abberufen"),
        pytest.param(1, DIESES_JAHR_ABBERUFEN, ALLE_DREI - {Stellendauer.DAUERND}, id="in diesem Jahr abberufen"),
        pytest.param(1, DA, ALLE_DREI, id="da"),
        pytest.param(2, DA, set(), id="einer von zweien"),
        pytest.param(2, (2, 2, 1), ALLE_DREI - {Stellendauer.DAUERND}, id="einer von zweien abberufen"),
        pytest.param(1, (3, 3, 3), ALLE_DREI, id="mehr als zugesagt"),
        pytest.param(0, NIE, ALLE_DREI, id="nichts zugesagt"),
    ],
)
def test_unter_welchen_lesarten_das_personal_gestellt_ist(
    zugesagt: int, gestellt: tuple[int, int, int], erfuellt_unter: set[Stellendauer]
) -> None:
    jemals, im_jahr, am_stichtag = gestellt
    assert erfuellt_unter == {
        lesart
        for lesart in Stellendauer
        if ist_personal_gestellt(
            zugesagt=zugesagt, jemals=jemals, im_jahr=im_jahr, am_stichtag=am_stichtag, lesart=lesart
        )
    }


@given(zugesagt=st.integers(0, 4), zahlen=st.lists(st.integers(0, 5), min_size=3, max_size=3).map(sorted))
def test_wer_dauernd_stellt_stellt_auch_jedes_jahr_und_wer_jedes_jahr_stellt_auch_zu_beginn(
    zugesagt: int, zahlen: list[int]
) -> None:
    am_stichtag, im_jahr, jemals = zahlen
    dauernd, jedes_jahr, zu_beginn = (
        ist_personal_gestellt(zugesagt=zugesagt, jemals=jemals, im_jahr=im_jahr, am_stichtag=am_stichtag, lesart=lesart)
        for lesart in (Stellendauer.DAUERND, Stellendauer.ZU_BEGINN_JEDES_JAHRES, Stellendauer.NUR_ZU_BEGINN)
    )
    assert dauernd <= jedes_jahr <= zu_beginn


# Anbindung an die Sätze


def test_jede_funktion_hat_einen_namen() -> None:
    assert set(FUNKTIONSNAMEN) == set(Funktion)


def test_jeder_satz_ueber_personal_hat_eine_regel() -> None:
    regeln = [
        regel_von(funktion)
        for funktion in (
            personalgestellung_befunde,
            ist_personal_gestellt,
            abordnungsbefunde,
            funktionsbefunde,
            vorgesetztenbefunde,
            personalkosten_traeger,
        )
    ]
    kennungen = {norm.kennung for regel in regeln if regel is not None for norm in regel.normen}
    assert kennungen == {"17-P1", "17-P2", "17-P3", "17-P4", "17-P5", "17-F4"}
