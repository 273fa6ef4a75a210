from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.regeln.mitgliedschaft import (
    Beitrittsantrag,
    Urteil,
    befund_zum_bisherigen_partner,
    befund_zum_spaeten_beitritt,
    befund_zur_entscheidung,
    befunde_zur_foerderlichkeit,
    befunde_zur_rechtsform,
    beitraege_mit_neuem_partner,
    beitraege_nach_beitritt,
    beitrag_im_beitrittsjahr,
    fassung_nach_beitritt,
    ist_beitrittsfaehig,
    ist_entschieden,
    ist_foerderlich,
    ist_gebietskoerperschaft,
    ist_jahresbeginn,
    wirksam_ab,
)
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import (
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Kreisangehoerige,
    SchluesselNachBeitritt,
)
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import geldbetraege

GRUENDER = BERICHT_2017.partner_kennungen
DREISSIGTAUSEND = Geldbetrag.aus_euro(30_000)


def antrag(
    rechtsform: Rechtsform = Rechtsform.KREIS, foerderlich: bool | None = True, kreis: str = ""
) -> Beitrittsantrag:
    return Beitrittsantrag(
        kennung="rhein-kreis-neuss",
        name="Rhein-Kreis Neuss",
        rechtsform=rechtsform,
        beitrag=DREISSIGTAUSEND,
        zum=date(2026, 1, 1),
        foerderlich=foerderlich,
        kreis=kreis,
    )


def neue_beitraege(lesart: SchluesselNachBeitritt, angebot: Geldbetrag = DREISSIGTAUSEND) -> list[int]:
    beitraege = beitraege_nach_beitritt(BERICHT_2017.beitraege, ["ihk"], "rhein-kreis-neuss", angebot, lesart).beitraege
    assert list(beitraege) == [*GRUENDER, "rhein-kreis-neuss"]
    return [betrag.cent for betrag in beitraege.values()]


# Wer beitreten kann


@pytest.mark.parametrize("rechtsform", [Rechtsform.ZWECKVERBAND, Rechtsform.VEREIN, Rechtsform.UNTERNEHMEN])
def test_wer_keine_gebietskoerperschaft_ist_kann_nicht_beitreten(rechtsform: Rechtsform) -> None:
    assert ist_gebietskoerperschaft(rechtsform) is Urteil.NEIN
    (befund,) = befunde_zur_rechtsform(antrag(rechtsform), Urteil.NEIN)
    assert befund.kennung == "beitritt_unzulaessig"


def test_dass_die_ihk_gruenderin_ist_oeffnet_anderen_kammern_keinen_weg() -> None:
    assert "ihk" in GRUENDER
    assert ist_gebietskoerperschaft(Rechtsform.KAMMER) is Urteil.NEIN


@pytest.mark.parametrize(
    "rechtsform", [Rechtsform.KREISFREIE_STADT, Rechtsform.KREIS, Rechtsform.KREISANGEHOERIGE_GEMEINDE]
)
def test_kreise_staedte_und_gemeinden_sind_gebietskoerperschaften(rechtsform: Rechtsform) -> None:
    assert ist_gebietskoerperschaft(rechtsform) is Urteil.JA


@pytest.mark.parametrize(
    "rechtsform",
    [
        Rechtsform.LAND,
        Rechtsform.BUND,
        Rechtsform.LANDSCHAFTSVERBAND,
        Rechtsform.REGIONALVERBAND,
        Rechtsform.STAEDTEREGION,
        Rechtsform.SONSTIGE,
    ],
)
def test_zweifelhafte_koerperschaften_sind_nicht_bestimmt(rechtsform: Rechtsform) -> None:
    assert ist_gebietskoerperschaft(rechtsform) is Urteil.NICHT_BESTIMMT
    (befund,) = befunde_zur_rechtsform(antrag(rechtsform), Urteil.NICHT_BESTIMMT)
    assert "OF-04" in befund.text


def test_kreisangehoerige_gemeinde_nach_beiden_lesarten() -> None:
    antworten = [ist_beitrittsfaehig(Rechtsform.KREISANGEHOERIGE_GEMEINDE, lesart) for lesart in Kreisangehoerige]
    assert antworten == [Urteil.JA, Urteil.NEIN]
    hinweis, *_ = befunde_zur_rechtsform(
        antrag(Rechtsform.KREISANGEHOERIGE_GEMEINDE, kreis="den Kreis Mettmann"), Urteil.JA
    )
    assert hinweis.schwere.value == "hinweis"
    assert "den Kreis Mettmann" in hinweis.text
    (warnung,) = befunde_zur_rechtsform(antrag(Rechtsform.KREISANGEHOERIGE_GEMEINDE), Urteil.NEIN)
    assert (warnung.kennung, warnung.schwere.value) == ("beitritt_unzulaessig", "warnung")
    assert "nur Gebietskörperschaften" not in warnung.text, "eine Gemeinde ist eine"
    assert "23-8" not in [norm.kennung for norm in warnung.normen]


@given(st.sampled_from(Rechtsform), st.sampled_from(Kreisangehoerige))
def test_die_lesart_zu_gemeinden_aendert_fuer_andere_nichts(rechtsform: Rechtsform, lesart: Kreisangehoerige) -> None:
    faehig = ist_beitrittsfaehig(rechtsform, lesart)
    assert faehig is ist_gebietskoerperschaft(rechtsform) or rechtsform is Rechtsform.KREISANGEHOERIGE_GEMEINDE


@pytest.mark.parametrize(
    ("beurteilung", "urteil", "befunde"),
    [
        (True, Urteil.JA, []),
        (False, Urteil.NEIN, ["beitritt_unzulaessig"]),
        (None, Urteil.NICHT_BESTIMMT, ["foerderlichkeit_nicht_beurteilt"]),
    ],
)
def test_foerderlich_ist_ein_urteil_und_wird_nie_berechnet(
    beurteilung: bool | None, urteil: Urteil, befunde: list[str]
) -> None:
    assert ist_foerderlich(beurteilung) is urteil
    assert [befund.kennung for befund in befunde_zur_foerderlichkeit(antrag(foerderlich=beurteilung))] == befunde


# Wer entscheidet


@pytest.mark.parametrize(
    ("zustimmung", "entscheiden"),
    [
        (GRUENDER, {"alle_partner", "mehrheit_der_partner", "erklaerung_genuegt"}),
        (("duesseldorf", "mettmann"), {"mehrheit_der_partner", "erklaerung_genuegt"}),
        (("aufsichtsgremium",), {"aufsichtsgremium", "erklaerung_genuegt"}),
        ((), {"erklaerung_genuegt"}),
    ],
)
def test_wer_ueber_den_beitritt_entscheidet(zustimmung: tuple[str, ...], entscheiden: set[str]) -> None:
    gefunden = {str(lesart) for lesart in Beitrittsentscheidung if ist_entschieden(zustimmung, GRUENDER, lesart)}
    assert gefunden == entscheiden


@given(st.lists(st.sampled_from([*GRUENDER, "aufsichtsgremium"])), st.sampled_from([*GRUENDER, "aufsichtsgremium"]))
def test_eine_zustimmung_mehr_verhindert_nie_einen_beitritt(zustimmung: list[str], weitere: str) -> None:
    for lesart in Beitrittsentscheidung:
        vorher = ist_entschieden(zustimmung, GRUENDER, lesart)
        assert ist_entschieden([*zustimmung, weitere], GRUENDER, lesart) or not vorher


def test_die_entscheidung_wird_festgehalten() -> None:
    beigetreten = befund_zur_entscheidung(antrag(), date(2027, 1, 1))
    assert beigetreten.kennung == "beitritt"
    assert "ab 01.01.2027" in beigetreten.text, "es zählt der Tag, ab dem er wirkt, nicht der beantragte"
    assert befund_zur_entscheidung(antrag(), None).kennung == "beitritt_nicht_entschieden"


def test_wer_schon_partner_ist_tritt_nicht_noch_einmal_bei() -> None:
    befund = befund_zum_bisherigen_partner(antrag())
    assert (befund.kennung, befund.schwere.value) == ("beitritt_schon_partner", "warnung")
    assert "keine Wirkung" in befund.text


def test_ein_beitritt_nach_allem_was_abgerechnet_wird_ist_ein_hinweis() -> None:
    befund = befund_zum_spaeten_beitritt(antrag())
    assert (befund.kennung, befund.schwere.value) == ("beitritt_nach_diesem_fall", "hinweis")


# Beiträge und Schlüssel danach


def test_additiv_bleiben_die_alten_beitraege() -> None:
    assert neue_beitraege(SchluesselNachBeitritt.ADDITIV) == [5_000_000, 5_000_000, 2_000_000, 3_000_000]


def test_gleiches_budget_wird_neu_geteilt() -> None:
    assert neue_beitraege(SchluesselNachBeitritt.GLEICHES_BUDGET) == [4_000_000, 4_000_000, 1_600_000, 2_400_000]


def test_kommunal_gleich_laesst_der_ihk_ihren_beitrag() -> None:
    assert neue_beitraege(SchluesselNachBeitritt.KOMMUNAL_GLEICH) == [3_333_334, 3_333_333, 2_000_000, 3_333_333]


def test_ohne_beitrag_aendert_sich_fuer_niemanden_etwas() -> None:
    assert neue_beitraege(SchluesselNachBeitritt.OHNE_BEITRAG) == [5_000_000, 5_000_000, 2_000_000, 0]


@given(geldbetraege, st.sampled_from(SchluesselNachBeitritt))
def test_das_budget_nach_dem_beitritt(angebot: Geldbetrag, lesart: SchluesselNachBeitritt) -> None:
    budget = sum(neue_beitraege(lesart, angebot))
    assert budget == 12_000_000 + (angebot.cent if lesart is SchluesselNachBeitritt.ADDITIV else 0)


@given(geldbetraege)
def test_additiv_und_ohne_beitrag_aendern_keine_alte_pflicht(angebot: Geldbetrag) -> None:
    for lesart in (SchluesselNachBeitritt.ADDITIV, SchluesselNachBeitritt.OHNE_BEITRAG):
        assert neue_beitraege(lesart, angebot)[:3] == [5_000_000, 5_000_000, 2_000_000]


# Beitritt während des Jahres


@pytest.mark.parametrize(
    ("zum", "lesart", "cent"),
    [
        (date(2025, 7, 1), Beitrittszeitpunkt.NACH_MONATEN, 1_500_000),
        (date(2025, 7, 15), Beitrittszeitpunkt.NACH_MONATEN, 1_500_000),
        (date(2025, 7, 1), Beitrittszeitpunkt.NACH_TAGEN, 1_512_329),
        (date(2024, 7, 1), Beitrittszeitpunkt.NACH_TAGEN, 1_508_197),
        (date(2025, 7, 1), Beitrittszeitpunkt.VOLLER_JAHRESBEITRAG, 3_000_000),
    ],
)
def test_beitrag_ab_juli(zum: date, lesart: Beitrittszeitpunkt, cent: int) -> None:
    anteil = beitrag_im_beitrittsjahr(DREISSIGTAUSEND, zum, lesart)
    assert anteil.betrag == Geldbetrag(cent)
    assert abs(anteil.genau - cent) * 2 <= 1


def test_der_anteil_sagt_bruchteil_und_rest() -> None:
    tage = beitrag_im_beitrittsjahr(DREISSIGTAUSEND, date(2025, 7, 1), Beitrittszeitpunkt.NACH_TAGEN)
    assert str(tage) == "184/365 von 30.000,00 € sind 1512328 280/365 Cent, gerundet 15.123,29 €"
    monate = beitrag_im_beitrittsjahr(DREISSIGTAUSEND, date(2025, 7, 1), Beitrittszeitpunkt.NACH_MONATEN)
    assert str(monate) == "6/12 von 30.000,00 € sind 1500000 Cent, gerundet 15.000,00 €"


def test_erst_zum_jahresbeginn() -> None:
    assert wirksam_ab(date(2025, 7, 1), Beitrittszeitpunkt.ERST_ZUM_JAHRESBEGINN) == date(2026, 1, 1)
    assert wirksam_ab(date(2025, 1, 1), Beitrittszeitpunkt.ERST_ZUM_JAHRESBEGINN) == date(2025, 1, 1)


tage = st.dates(date(2018, 1, 1), date(2035, 12, 31))


@given(geldbetraege, tage, st.sampled_from(Beitrittszeitpunkt))
def test_wer_spaeter_beitritt_zahlt_im_ersten_jahr_nicht_mehr(
    beitrag: Geldbetrag, zum: date, lesart: Beitrittszeitpunkt
) -> None:
    teil = beitrag_im_beitrittsjahr(beitrag, zum, lesart).betrag
    assert NULL <= teil <= beitrag
    morgen = zum + timedelta(days=1)
    if morgen.year == zum.year:
        assert beitrag_im_beitrittsjahr(beitrag, morgen, lesart).betrag <= teil
    if ist_jahresbeginn(zum):
        assert teil == beitrag


@given(geldbetraege, tage)
def test_tage_vor_und_nach_dem_beitritt_ergeben_das_ganze_jahr(beitrag: Geldbetrag, zum: date) -> None:
    teil = beitrag_im_beitrittsjahr(beitrag, zum, Beitrittszeitpunkt.NACH_TAGEN).betrag
    tage_im_jahr = (date(zum.year + 1, 1, 1) - date(zum.year, 1, 1)).days
    tage_danach = (date(zum.year + 1, 1, 1) - zum).days
    assert abs(2 * (teil.cent * tage_im_jahr - beitrag.cent * tage_danach)) <= tage_im_jahr


@given(tage, st.sampled_from(Beitrittszeitpunkt))
def test_niemand_wird_vor_dem_beantragten_tag_partner(zum: date, lesart: Beitrittszeitpunkt) -> None:
    ab = wirksam_ab(zum, lesart)
    assert ab == zum or (ab > zum and ist_jahresbeginn(ab) and ab.year == zum.year + 1)


# Die neue Fassung


def test_die_neue_fassung_hat_einen_partner_mehr_und_laesst_stellen_und_sitze() -> None:
    beitraege = beitraege_mit_neuem_partner(BERICHT_2017.beitraege, "rhein-kreis-neuss", DREISSIGTAUSEND)
    neu = fassung_nach_beitritt(BERICHT_2017, antrag(), beitraege)
    assert neu.partner_kennungen == (*GRUENDER, "rhein-kreis-neuss")
    assert neu.namen["rhein-kreis-neuss"] == "Rhein-Kreis Neuss"
    assert (neu.stellen, neu.aufsichtsgremium) == (BERICHT_2017.stellen, BERICHT_2017.aufsichtsgremium)
    assert BERICHT_2017.partner_kennungen == GRUENDER


@given(geldbetraege)
def test_wer_hinzukommt_aendert_den_beitrag_der_anderen_nicht(beitrag: Geldbetrag) -> None:
    beitraege = beitraege_mit_neuem_partner(BERICHT_2017.beitraege, "neu", beitrag)
    assert beitraege == Betraege((*BERICHT_2017.beitraege.paare, ("neu", beitrag)))
