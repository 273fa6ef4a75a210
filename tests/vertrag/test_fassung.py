import pytest
from attrs import evolve

from kooperationsvertrag.fehler import FassungError
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, FASSUNGEN, Funktion, Sitz


def test_die_zahlen_des_berichts() -> None:
    assert dict(BERICHT_2017.beitraege) == {
        "duesseldorf": Geldbetrag.aus_euro(50_000),
        "mettmann": Geldbetrag.aus_euro(50_000),
        "ihk": Geldbetrag.aus_euro(20_000),
    }
    assert BERICHT_2017.beitraege.summe == Geldbetrag.aus_euro(120_000)
    assert {stelle.partner: stelle.funktion for stelle in BERICHT_2017.stellen} == {
        "duesseldorf": Funktion.LEITUNG,
        "mettmann": Funktion.STELLVERTRETUNG,
        "ihk": Funktion.SCHWERPUNKT_REGIONALWIRTSCHAFT,
    }
    assert [sitz.partner for sitz in BERICHT_2017.aufsichtsgremium] == ["duesseldorf", "mettmann", "ihk"]
    assert BERICHT_2017.namen["ihk"] == "IHK"
    assert "nicht der unterzeichnete Vertrag" in BERICHT_2017.grundlage


def test_kennungen_der_fassungen_sind_verschieden() -> None:
    assert len({fassung.kennung for fassung in FASSUNGEN}) == len(FASSUNGEN)


def test_beitraege_stehen_fuer_genau_die_partner() -> None:
    with pytest.raises(FassungError, match="Partner sind"):
        evolve(BERICHT_2017, beitraege=Betraege(BERICHT_2017.beitraege.paare[:2]))


@pytest.mark.parametrize("cent", [(0, 0, 0), (5, 5, -2)])
def test_beitraege_sind_nicht_negativ_und_nicht_alle_null(cent: tuple[int, ...]) -> None:
    beitraege = zip(BERICHT_2017.partner_kennungen, map(Geldbetrag, cent), strict=True)
    with pytest.raises(FassungError, match="nicht negativ"):
        evolve(BERICHT_2017, beitraege=Betraege(tuple(beitraege)))


def test_ein_sitz_ohne_partner_faellt_auf() -> None:
    with pytest.raises(FassungError, match="wuppertal"):
        evolve(BERICHT_2017, aufsichtsgremium=(Sitz("wuppertal", "Oberbürgermeister"),))
