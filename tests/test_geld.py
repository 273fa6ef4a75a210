import pickle
from decimal import Decimal, localcontext

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.fehler import KeinGanzerCentError
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag, summe
from strategien import geldbetraege

ganze = st.integers(-(10**18), 10**18)


@pytest.mark.parametrize("wert", [1.0, "100", True, None, 0.5])
def test_ein_betrag_nimmt_nur_ganze_cent(wert: object) -> None:
    with pytest.raises(KeinGanzerCentError) as fehler:
        Geldbetrag(wert)  # type: ignore[arg-type]  # gerade das soll scheitern
    assert fehler.value.wert is wert
    assert "ganzen Cent" in str(fehler.value)


def test_mit_blossen_zahlen_laesst_sich_nicht_rechnen() -> None:
    with pytest.raises(TypeError):
        Geldbetrag(1) + 1  # type: ignore[operator]  # gerade das soll scheitern
    with pytest.raises(TypeError):
        Geldbetrag(1) - 1  # type: ignore[operator]  # gerade das soll scheitern


@pytest.mark.parametrize("vergleich", ["__lt__", "__le__", "__gt__", "__ge__"])
def test_mit_blossen_zahlen_laesst_sich_nicht_vergleichen(vergleich: str) -> None:
    assert getattr(Geldbetrag(1), vergleich)(1) is NotImplemented
    bloss: object = 1
    assert Geldbetrag(1) != bloss


def test_ein_betrag_laesst_sich_nicht_aendern() -> None:
    with pytest.raises(AttributeError):
        Geldbetrag(1).cent = 2  # type: ignore[misc]  # gerade das soll scheitern


@pytest.mark.parametrize(
    ("cent", "deutsch", "dezimal"),
    [
        (0, "0,00 €", "0.00"),
        (-5, "-0,05 €", "-0.05"),
        (100, "1,00 €", "1.00"),
        (12_000_000, "120.000,00 €", "120000.00"),
        (-123_456_789, "-1.234.567,89 €", "-1234567.89"),
    ],
)
def test_schreibweisen(cent: int, deutsch: str, dezimal: str) -> None:
    assert (str(Geldbetrag(cent)), Geldbetrag(cent).dezimal()) == (deutsch, dezimal)


@given(ganze)
def test_die_deutsche_schreibweise_ist_die_amtliche(cent: int) -> None:
    with localcontext() as kontext:
        kontext.prec = 40
        erwartet = format_decimal(Decimal(cent) / 100, format="#,##0.00", locale="de_DE")
    assert str(Geldbetrag(cent)) == f"{erwartet} €"


@given(ganze, ganze)
def test_rechnen_und_vergleichen_wie_mit_ganzen_zahlen(a: int, b: int) -> None:
    eins, zwei = Geldbetrag(a), Geldbetrag(b)
    assert (eins + zwei).cent == a + b
    assert (eins - zwei).cent == a - b
    assert (-eins).cent == -a
    assert (eins < zwei, eins <= zwei, eins > zwei, eins >= zwei) == (a < b, a <= b, a > b, a >= b)
    assert (eins == zwei) == (a == b)
    assert bool(eins) == bool(a)


@given(st.lists(geldbetraege))
def test_summe_haengt_nicht_an_der_reihenfolge(betraege: list[Geldbetrag]) -> None:
    assert summe(betraege) == summe(reversed(betraege)) == Geldbetrag(sum(betrag.cent for betrag in betraege))
    assert summe([]) == NULL


def test_betraege_sind_eine_unveraenderliche_zuordnung() -> None:
    betraege = Betraege.von({"mettmann": Geldbetrag(5), "ihk": Geldbetrag(2)})
    assert dict(betraege) == {"mettmann": Geldbetrag(5), "ihk": Geldbetrag(2)}
    assert betraege["ihk"] == Geldbetrag(2)
    assert betraege.summe == Geldbetrag(7)
    assert len(betraege) == 2
    assert "duesseldorf" not in betraege
    with pytest.raises(KeyError):
        betraege["duesseldorf"]


def test_betraege_sind_gleich_unabhaengig_von_der_reihenfolge() -> None:
    eine = Betraege((("mettmann", Geldbetrag(5)), ("ihk", Geldbetrag(2))))
    andere = Betraege((("ihk", Geldbetrag(2)), ("mettmann", Geldbetrag(5))))
    assert eine == andere
    assert hash(eine) == hash(andere)
    assert eine != Betraege((("mettmann", Geldbetrag(5)),))
    assert repr(eine) == "Betraege(mettmann=0,05 €, ihk=0,02 €)"


def test_betraege_lassen_sich_verschicken() -> None:
    betraege = Betraege.von({"ihk": Geldbetrag(2)})
    assert pickle.loads(pickle.dumps(betraege)) == betraege
