from datetime import date

import pytest
from attrs import evolve

from kooperationsvertrag.ablauf.fassungsfolge import Fassungsfolge, fassungsfolge
from kooperationsvertrag.auslegung import Auslegung, Lesart, zweige
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister
from kooperationsvertrag.vertrag.lesarten import (
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Kreisangehoerige,
    SchluesselNachBeitritt,
)
from kooperationsvertrag.vertrag.partner import Rechtsform

ALLE = BERICHT_2017.partner_kennungen
ANTRAG = Beitrittsantrag(
    kennung="neuss",
    name="Rhein-Kreis Neuss",
    rechtsform=Rechtsform.KREIS,
    beitrag=Geldbetrag.aus_euro(30_000),
    zum=date(2025, 7, 1),
    foerderlich=True,
    begruendung="Nachbarkreis",
    zustimmung=(*ALLE, "aufsichtsgremium"),
)


def folge(*antraege: Beitrittsantrag, lesarten: tuple[Lesart, ...] = ()) -> Fassungsfolge:
    gewaehlt = (
        Beitrittsentscheidung.ALLE_PARTNER,
        Beitrittszeitpunkt.NACH_MONATEN,
        SchluesselNachBeitritt.GLEICHES_BUDGET,
        Kreisangehoerige.BEITRITTSFAEHIG,
        *lesarten,
    )
    return fassungsfolge(Fassungsregister(BERICHT_2017), antraege, Auslegung.mit(*gewaehlt))


def euro(folge_: Fassungsfolge, tag: date) -> dict[str, int]:
    return {partner: betrag.cent // 100 for partner, betrag in folge_.am(tag).beitraege.items()}


def test_ohne_beitritt_gilt_immer_dieselbe_fassung() -> None:
    assert folge().am(date(2030, 1, 1)) == folge().im_jahr(2030) == BERICHT_2017


def test_im_jahr_des_beitritts_kommt_der_teil_des_neuen_hinzu() -> None:
    im_jahr = folge(ANTRAG).im_jahr(2025)
    assert {partner: betrag.cent for partner, betrag in im_jahr.beitraege.items()} == {
        "duesseldorf": 5_000_000,
        "mettmann": 5_000_000,
        "ihk": 2_000_000,
        "neuss": 1_200_000,
    }


def test_die_neue_aufteilung_beginnt_mit_dem_naechsten_jahr() -> None:
    neue = {"duesseldorf": 40_000, "mettmann": 40_000, "ihk": 16_000, "neuss": 24_000}
    assert euro(folge(ANTRAG), date(2026, 1, 1)) == neue
    assert {partner: betrag.cent // 100 for partner, betrag in folge(ANTRAG).im_jahr(2026).beitraege.items()} == neue


def test_am_tag_zaehlen_die_vollen_jahresbeitraege_dieses_tages() -> None:
    assert euro(folge(ANTRAG), date(2025, 6, 30)) == {"duesseldorf": 50_000, "mettmann": 50_000, "ihk": 20_000}
    assert euro(folge(ANTRAG), date(2025, 7, 1)) == {
        "duesseldorf": 50_000,
        "mettmann": 50_000,
        "ihk": 20_000,
        "neuss": 24_000,
    }


def test_erst_zum_jahresbeginn_ist_der_neue_im_laufenden_jahr_nicht_partner() -> None:
    spaeter = folge(ANTRAG, lesarten=(Beitrittszeitpunkt.ERST_ZUM_JAHRESBEGINN,))
    assert spaeter.im_jahr(2025) == BERICHT_2017
    assert spaeter.am(date(2025, 12, 31)) == BERICHT_2017
    assert spaeter.am(date(2026, 1, 1)).partner_kennungen == (*ALLE, "neuss")


def test_zum_jahresbeginn_gilt_alles_sofort() -> None:
    sofort = folge(evolve(ANTRAG, zum=date(2026, 1, 1)))
    assert sofort.im_jahr(2026).beitraege["neuss"] == Geldbetrag.aus_euro(24_000)
    assert sofort.am(date(2026, 1, 1)) == sofort.im_jahr(2026)


def test_zwei_beitritte_bauen_aufeinander_auf() -> None:
    zweiter = evolve(
        ANTRAG,
        kennung="duisburg",
        zum=date(2026, 1, 1),
        zustimmung=(*ALLE, "neuss"),
        beitrag=Geldbetrag.aus_euro(40_000),
    )
    beide = folge(ANTRAG, zweiter, lesarten=(SchluesselNachBeitritt.ADDITIV,))
    assert euro(beide, date(2026, 1, 1)) == {
        "duesseldorf": 50_000,
        "mettmann": 50_000,
        "ihk": 20_000,
        "neuss": 30_000,
        "duisburg": 40_000,
    }


def test_wer_beigetreten_ist_muss_dem_naechsten_zustimmen() -> None:
    zweiter = evolve(ANTRAG, kennung="duisburg", zum=date(2026, 1, 1))
    beide = folge(ANTRAG, zweiter)
    assert "duisburg" not in beide.am(date(2026, 1, 1)).partner_kennungen
    assert beide.befunde[-1][1].kennung == "beitritt_nicht_entschieden"


@pytest.mark.parametrize(
    ("antrag", "kennung"),
    [
        (evolve(ANTRAG, rechtsform=Rechtsform.VEREIN), "beitritt_unzulaessig"),
        (evolve(ANTRAG, rechtsform=Rechtsform.LANDSCHAFTSVERBAND), "beitritt_nicht_bestimmt"),
        (evolve(ANTRAG, foerderlich=False), "beitritt_unzulaessig"),
        (evolve(ANTRAG, foerderlich=None), "foerderlichkeit_nicht_beurteilt"),
        (evolve(ANTRAG, zustimmung=("ihk",)), "beitritt_nicht_entschieden"),
    ],
)
def test_ein_beitritt_der_nicht_wirkt_ist_eine_warnung(antrag: Beitrittsantrag, kennung: str) -> None:
    ohne_wirkung = folge(antrag)
    assert ohne_wirkung.im_jahr(2026) == BERICHT_2017
    ((jahr, befund),) = ohne_wirkung.befunde
    assert (jahr, befund.kennung, befund.schwere.value) == (2025, kennung, "warnung")


def gestellte_fragen(antrag: Beitrittsantrag) -> set[str]:
    alle = zweige(lambda auslegung: fassungsfolge(Fassungsregister(BERICHT_2017), [antrag], auslegung))
    return {frage for zweig in alle for frage, _ in zweig.antworten}


def test_gefragt_wird_nur_was_fuer_den_antrag_offen_ist() -> None:
    assert gestellte_fragen(evolve(ANTRAG, zum=date(2026, 1, 1))) == {"schluessel_nach_beitritt"}
    assert gestellte_fragen(ANTRAG) == {"schluessel_nach_beitritt", "beitrittszeitpunkt"}
    assert gestellte_fragen(evolve(ANTRAG, zustimmung=ALLE)) == {
        "beitrittsentscheidung",
        "schluessel_nach_beitritt",
        "beitrittszeitpunkt",
    }
    gemeinde = evolve(ANTRAG, rechtsform=Rechtsform.KREISANGEHOERIGE_GEMEINDE, zum=date(2026, 1, 1))
    assert gestellte_fragen(gemeinde) == {"kreisangehoerige", "schluessel_nach_beitritt"}
    assert gestellte_fragen(evolve(gemeinde, foerderlich=None)) == set()
    assert gestellte_fragen(evolve(ANTRAG, rechtsform=Rechtsform.VEREIN)) == set()
    assert gestellte_fragen(evolve(gemeinde, zustimmung=())) == {
        "beitrittsentscheidung",
        "kreisangehoerige",
        "schluessel_nach_beitritt",
    }


def test_ist_nicht_entschieden_so_ist_nach_der_gemeinde_nicht_mehr_zu_fragen() -> None:
    gemeinde = evolve(ANTRAG, rechtsform=Rechtsform.KREISANGEHOERIGE_GEMEINDE, zustimmung=())
    gewaehlt = Auslegung.mit(Beitrittsentscheidung.ALLE_PARTNER)
    (einziger,) = zweige(
        lambda auslegung: fassungsfolge(Fassungsregister(BERICHT_2017), [gemeinde], auslegung), gewaehlt
    )
    assert [frage for frage, _ in einziger.antworten] == ["beitrittsentscheidung"]
