from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.auslegung import Auslegung, Lesart, offene_fragen, varianten, zweige
from kooperationsvertrag.fehler import LesartFehltError, UnbekannteLesartError


class ErsteFrage(Lesart):
    A = "a"
    B = "b"


class ZweiteFrage(Lesart):
    X = "x"
    Y = "y"
    Z = "z"


class DritteFrage(Lesart):
    EINS = "eins"
    ZWEI = "zwei"


FRAGEN = (ErsteFrage, ZweiteFrage, DritteFrage)


def test_der_schluessel_einer_frage_folgt_aus_ihrem_namen() -> None:
    assert [frage.frage() for frage in FRAGEN] == ["erste_frage", "zweite_frage", "dritte_frage"]


def test_gewaehlte_lesart() -> None:
    assert Auslegung.mit(ErsteFrage.B, ZweiteFrage.X).lesart(ErsteFrage) is ErsteFrage.B


def test_die_spaetere_wahl_gilt() -> None:
    assert Auslegung.mit(ErsteFrage.A, ErsteFrage.B).lesart(ErsteFrage) is ErsteFrage.B


def test_ohne_wahl_nennt_der_fehler_frage_und_lesarten() -> None:
    with pytest.raises(LesartFehltError) as fehler:
        Auslegung().lesart(ErsteFrage)
    assert (fehler.value.frage, fehler.value.lesarten) == ("erste_frage", ("a", "b"))
    assert "erste_frage" in str(fehler.value)


def test_eine_lesart_darf_auch_als_text_gewaehlt_sein() -> None:
    assert Auslegung((("erste_frage", "b"),)).lesart(ErsteFrage) is ErsteFrage.B


def test_eine_lesart_die_es_nicht_gibt_ist_ein_fehler_und_keine_andere_lesart() -> None:
    with pytest.raises(UnbekannteLesartError, match="möglich sind: a, b") as fehler:
        Auslegung((("erste_frage", "quatsch"),)).lesart(ErsteFrage)
    assert (fehler.value.frage, fehler.value.gewaehlt, fehler.value.lesarten) == ("erste_frage", "quatsch", ("a", "b"))


def test_worauf_es_nicht_ankommt_wird_nicht_gefragt_aber_eine_wahl_gilt() -> None:
    assert Auslegung().lesart_wenn(False, ErsteFrage.A) is ErsteFrage.A
    assert Auslegung.mit(ErsteFrage.B).lesart_wenn(False, ErsteFrage.A) is ErsteFrage.B
    with pytest.raises(LesartFehltError):
        Auslegung().lesart_wenn(True, ErsteFrage.A)
    gefunden = zweige(lambda auslegung: auslegung.lesart_wenn(False, ErsteFrage.A))
    assert [zweig.antworten for zweig in gefunden] == [()]


def test_ob_eine_lesart_gewaehlt_ist() -> None:
    assert Auslegung.mit(ErsteFrage.B).ist_gewaehlt(ErsteFrage.B)
    assert not Auslegung.mit(ErsteFrage.B).ist_gewaehlt(ErsteFrage.A)
    assert not Auslegung().ist_gewaehlt(ErsteFrage.A)


def test_was_im_kern_gleich_ist_steht_zusammen() -> None:
    def rechne(auslegung: Auslegung) -> str:
        return str(auslegung.lesart(ZweiteFrage))

    (einzige,) = varianten(rechne, kern=len)
    assert (einzige.ergebnis, einzige.auslegung, len(einzige.wege)) == ("x", (), 3)
    assert offene_fragen(zweige(rechne), lambda a, b: 1, kern=len) == ()


def test_wonach_nicht_gefragt_wird_verzweigt_nicht() -> None:
    gestellt: list[tuple[Lesart, ...]] = []

    def rechne(auslegung: Auslegung) -> str:
        erste = auslegung.lesart(ErsteFrage)
        zweite = auslegung.lesart(ZweiteFrage) if erste is ErsteFrage.B else None
        gestellt.append((erste, zweite) if zweite else (erste,))
        return f"{erste}{zweite or ''}"

    assert [zweig.ergebnis for zweig in zweige(rechne)] == ["a", "bx", "by", "bz"]
    assert len(gestellt) == 4


def test_zweimal_gefragt_wird_gleich_geantwortet() -> None:
    gefunden = zweige(lambda auslegung: (auslegung.lesart(ErsteFrage), auslegung.lesart(ErsteFrage)))
    assert [zweig.ergebnis for zweig in gefunden] == [("a", "a"), ("b", "b")]


def test_gleiche_ergebnisse_stehen_zusammen() -> None:
    eines, anderes = varianten(lambda auslegung: auslegung.lesart(ZweiteFrage) is ZweiteFrage.Y)
    assert (eines.ergebnis, [dict(weg) for weg in eines.wege]) == (
        False,
        [{"zweite_frage": "x"}, {"zweite_frage": "z"}],
    )
    assert (anderes.ergebnis, anderes.auslegung) == (True, (("zweite_frage", "y"),))


def test_die_genannte_auslegung_genuegt_fuer_das_ergebnis() -> None:
    def rechne(auslegung: Auslegung) -> bool:
        return (auslegung.lesart(ErsteFrage) is ErsteFrage.A) == (auslegung.lesart(DritteFrage) is DritteFrage.EINS)

    for variante in varianten(rechne):
        gewaehlt = Auslegung(variante.auslegung)
        assert {zweig.ergebnis for zweig in zweige(rechne, gewaehlt)} == {variante.ergebnis}


def test_moeglichkeiten_die_erst_der_fall_ergibt() -> None:
    gefunden = zweige(lambda auslegung: auslegung.waehle("reihenfolge", [(1, 2), (2, 1)]))
    assert [zweig.ergebnis for zweig in gefunden] == [(1, 2), (2, 1)]


def test_die_frage_mit_dem_groessten_unterschied_steht_vorn() -> None:
    def rechne(auslegung: Auslegung) -> int:
        erste = 1 if auslegung.lesart(ErsteFrage) is ErsteFrage.A else 2
        zweite = {"x": 0, "y": 10, "z": 100}[auslegung.lesart(ZweiteFrage)]
        auslegung.lesart(DritteFrage)
        return erste + zweite

    fragen = offene_fragen(zweige(rechne), lambda a, b: abs(a - b))
    assert [(frage.frage, frage.unterschied) for frage in fragen] == [("zweite_frage", 100), ("erste_frage", 1)]


@st.composite
def rechnungen(zieh: st.DrawFn) -> dict[tuple[str, ...], int]:
    """Eine beliebige Tafel: Antworten auf drei Fragen, wobei die dritte nur manchmal gestellt wird."""
    return {antworten: zieh(st.integers(0, 3)) for antworten in product("ab", "xyz", ("eins", "zwei"))}


@given(rechnungen(), st.sampled_from(["a", "b", "keine"]))
def test_varianten_sind_dasselbe_wie_das_volle_produkt(tafel: dict[tuple[str, ...], int], ohne_dritte: str) -> None:
    def rechne(auslegung: Auslegung) -> int:
        zweite = auslegung.lesart(ZweiteFrage)
        erste = auslegung.lesart(ErsteFrage)
        if erste == ohne_dritte:
            return tafel[erste, zweite, "eins"]
        return tafel[erste, zweite, auslegung.lesart(DritteFrage)]

    voll = {}
    for wahl in product(*FRAGEN):
        voll[wahl] = rechne(Auslegung.mit(*wahl))
    gefunden = varianten(rechne)
    assert {variante.ergebnis for variante in gefunden} == set(voll.values())
    for wahl, ergebnis in voll.items():
        (variante,) = varianten(rechne, Auslegung.mit(*wahl))
        assert variante.ergebnis == ergebnis
    fragen = offene_fragen(zweige(rechne), lambda a, b: abs(a - b))
    assert bool(fragen) == (len(gefunden) > 1)


@given(rechnungen())
def test_ganz_gewaehlt_gibt_es_genau_einen_zweig(tafel: dict[tuple[str, ...], int]) -> None:
    def rechne(auslegung: Auslegung) -> int:
        return tafel[tuple(auslegung.lesart(frage) for frage in FRAGEN)]

    for wahl in product(*FRAGEN):
        assert len(zweige(rechne, Auslegung.mit(*wahl))) == 1


def test_bei_gleichem_unterschied_steht_zuerst_wonach_zuerst_gefragt_wird() -> None:
    gefragte = [f"frage_{nummer}" for nummer in range(6)]

    def rechne(auslegung: Auslegung) -> tuple[bool, ...]:
        return tuple(auslegung.waehle(frage, (False, True)) for frage in gefragte)

    fragen = offene_fragen(zweige(rechne), lambda a, b: 0)

    assert [frage.frage for frage in fragen] == gefragte
