from fractions import Fraction
from itertools import pairwise, permutations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel, aufteilen
from kooperationsvertrag.fehler import NegativerBetragError, SchluesselError
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from strategien import geldbetraege, konventionen, rundungen, schluessel

VERTRAG = Zahlungsschluessel.aus_betraegen(BERICHT_2017.beitraege)
KAUFMAENNISCH = Rechenkonvention(Rundung.KAUFMAENNISCH_LETZTER_GLEICHT_AUS)
ABRUNDEN = Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT)


def teile(cent: int, gewichte: Zahlungsschluessel, konvention: Rechenkonvention = Rechenkonvention()) -> list[int]:
    return [betrag.cent for betrag in aufteilen(Geldbetrag(cent), gewichte, konvention).betraege.values()]


def gleiche(anzahl: int) -> Zahlungsschluessel:
    return Zahlungsschluessel(tuple((f"p{nummer}", 1) for nummer in range(anzahl)))


# Fälle


@pytest.mark.parametrize(
    ("konvention", "erwartet"),
    [
        (Rechenkonvention(), [4167, 4167, 1666]),
        (Rechenkonvention(vorrang=("ihk",)), [4167, 4166, 1667]),
        (Rechenkonvention(vorrang=("ihk", "mettmann")), [4166, 4167, 1667]),
        (KAUFMAENNISCH, [4167, 4167, 1666]),
        (ABRUNDEN, [4166, 4166, 1666]),
    ],
)
def test_hundert_euro_nach_dem_schluessel_des_vertrags(konvention: Rechenkonvention, erwartet: list[int]) -> None:
    assert teile(10_000, VERTRAG, konvention) == erwartet


def test_beim_abrunden_bleiben_die_restcents_in_der_kasse() -> None:
    aufteilung = aufteilen(Geldbetrag(10_000), VERTRAG, ABRUNDEN)
    assert aufteilung.verbleibt == Geldbetrag(2)
    assert aufteilung.restcents == {}


def test_kaufmaennisch_geben_die_vorderen_von_hinten_ab_was_dem_letzten_fehlt() -> None:
    assert teile(2, gleiche(4), KAUFMAENNISCH) == [1, 1, 0, 0]
    assert teile(3, gleiche(6), KAUFMAENNISCH) == [1, 1, 1, 0, 0, 0]


def test_kaufmaennisch_gleicht_der_letzte_mit_gewicht_aus() -> None:
    drei_und_einer_ohne = Zahlungsschluessel((("a", 1), ("b", 1), ("c", 1), ("ohne", 0)))
    assert teile(4, drei_und_einer_ohne, KAUFMAENNISCH) == [1, 1, 2, 0]


def test_die_aufteilung_sagt_wer_den_restcent_erhielt() -> None:
    aufteilung = aufteilen(Geldbetrag(10_000), VERTRAG)
    assert aufteilung.restcents == {"duesseldorf": 1, "mettmann": 1}
    duesseldorf = aufteilung.anteile[0]
    assert (duesseldorf.bruchteil, duesseldorf.genau, duesseldorf.rest) == (
        Fraction(5, 12),
        Fraction(50_000, 12),
        Fraction(2, 3),
    )
    assert duesseldorf.restcent == 1


def test_ein_negativer_betrag_wird_nicht_aufgeteilt() -> None:
    with pytest.raises(NegativerBetragError) as fehler:
        aufteilen(Geldbetrag(-1), VERTRAG)
    assert fehler.value.cent == -1


@pytest.mark.parametrize(
    ("gewichte", "grund"),
    [
        ((), "Kein Partner hat ein Gewicht"),
        ((("a", 0), ("b", 0)), "Kein Partner hat ein Gewicht"),
        ((("a", 5), ("b", -1)), "Ein Gewicht ist negativ"),
        ((("a", 5), ("a", 1)), "Ein Partner kommt doppelt vor"),
    ],
)
def test_kein_schluessel(gewichte: tuple[tuple[str, int], ...], grund: str) -> None:
    with pytest.raises(SchluesselError, match=grund) as fehler:
        Zahlungsschluessel(gewichte)
    assert fehler.value.gewichte == gewichte


def test_ein_gewicht_ist_eine_ganze_zahl() -> None:
    with pytest.raises(SchluesselError, match="keine ganze Zahl"):
        Zahlungsschluessel((("a", 0.5),))  # type: ignore[arg-type]  # gerade das soll scheitern


def test_schluessel_in_kleinsten_zahlen() -> None:
    assert str(VERTRAG) == "5 : 5 : 2"
    assert VERTRAG.gekuerzt() == (("duesseldorf", 5), ("mettmann", 5), ("ihk", 2))
    assert [VERTRAG.anteil(partner) for partner in VERTRAG.partner] == [
        Fraction(5, 12),
        Fraction(5, 12),
        Fraction(1, 6),
    ]


def test_schluessel_nach_der_reihenfolge_des_vertrags() -> None:
    geschrieben = Zahlungsschluessel((("ihk", 2), ("fremd", 1), ("duesseldorf", 5)))
    assert geschrieben.geordnet(("duesseldorf", "mettmann", "ihk")).partner == ("duesseldorf", "ihk", "fremd")


def test_verhaeltnisgleiche_schluessel() -> None:
    assert VERTRAG.ist_verhaeltnisgleich(Zahlungsschluessel((("ihk", 4), ("mettmann", 10), ("duesseldorf", 10))))
    assert VERTRAG.ist_verhaeltnisgleich(
        Zahlungsschluessel((("duesseldorf", 5), ("mettmann", 5), ("ihk", 2), ("neu", 0)))
    )
    assert not VERTRAG.ist_verhaeltnisgleich(Zahlungsschluessel((("duesseldorf", 5), ("mettmann", 5), ("ihk", 3))))


# Bekannte Tatsachen über den Schlüssel des Vertrags


def test_gleichstand_entsteht_in_fuenf_von_zwoelf_centresten() -> None:
    haengt_am_vorrang = {
        cent
        for cent in range(12)
        if len({tuple(teile(cent, VERTRAG, Rechenkonvention(vorrang=v))) for v in permutations(VERTRAG.partner)}) > 1
    }
    assert haengt_am_vorrang == {1, 4, 6, 8, 11}


def test_in_der_vertragsreihenfolge_verliert_die_ihk_einen_cent_wenn_ein_cent_hinzukommt() -> None:
    assert teile(3, VERTRAG)[2] == 1
    assert teile(4, VERTRAG)[2] == 0


def test_monoton_sind_nur_die_reihenfolgen_mit_der_ihk_in_der_mitte() -> None:
    def ist_monoton(vorrang: tuple[str, ...]) -> bool:
        folgen = [teile(cent, VERTRAG, Rechenkonvention(vorrang=vorrang)) for cent in range(25)]
        return all(a <= b for vorher, nachher in pairwise(folgen) for a, b in zip(vorher, nachher, strict=True))

    assert {vorrang for vorrang in permutations(VERTRAG.partner) if ist_monoton(vorrang)} == {
        ("duesseldorf", "ihk", "mettmann"),
        ("mettmann", "ihk", "duesseldorf"),
    }


@given(geldbetraege, st.sampled_from([("duesseldorf", "ihk", "mettmann"), ("mettmann", "ihk", "duesseldorf")]))
def test_mit_der_ihk_in_der_mitte_verliert_niemand_wenn_ein_cent_hinzukommt(
    betrag: Geldbetrag, vorrang: tuple[str, ...]
) -> None:
    konvention = Rechenkonvention(vorrang=vorrang)
    vorher, nachher = teile(betrag.cent, VERTRAG, konvention), teile(betrag.cent + 1, VERTRAG, konvention)
    assert all(a <= b for a, b in zip(vorher, nachher, strict=True))


@given(geldbetraege)
def test_wer_vor_seinesgleichen_steht_erhaelt_den_cent(betrag: Geldbetrag) -> None:
    duesseldorf, mettmann, _ = teile(betrag.cent, VERTRAG)
    assert duesseldorf - mettmann in (0, 1)


# Eigenschaften


@given(geldbetraege, schluessel(), st.data())
def test_nichts_geht_verloren(betrag: Geldbetrag, gewichte: Zahlungsschluessel, data: st.DataObject) -> None:
    aufteilung = aufteilen(betrag, gewichte, data.draw(konventionen(gewichte.partner)))
    assert aufteilung.betraege.summe + aufteilung.verbleibt == betrag
    if aufteilung.konvention.rundung is not Rundung.ABRUNDEN_REST_BLEIBT:
        assert not aufteilung.verbleibt


@given(geldbetraege, schluessel(), st.data())
def test_niemand_erhaelt_etwas_negatives_und_ohne_gewicht_niemand_etwas(
    betrag: Geldbetrag, gewichte: Zahlungsschluessel, data: st.DataObject
) -> None:
    aufteilung = aufteilen(betrag, gewichte, data.draw(konventionen(gewichte.partner)))
    for (_, gewicht), teil in zip(gewichte.gewichte, aufteilung.betraege.values(), strict=True):
        assert teil.cent >= 0
        assert gewicht or not teil.cent


@given(geldbetraege, schluessel(), st.data())
def test_nach_groesstem_rest_liegt_niemand_einen_ganzen_cent_neben_seinem_anteil(
    betrag: Geldbetrag, gewichte: Zahlungsschluessel, data: st.DataObject
) -> None:
    vorrang = data.draw(konventionen(gewichte.partner)).vorrang
    for anteil in aufteilen(betrag, gewichte, Rechenkonvention(vorrang=vorrang)).anteile:
        assert abs(anteil.betrag.cent - anteil.genau) < 1
        assert anteil.restcent in (0, 1)


@given(geldbetraege, schluessel(), st.data())
def test_nach_groesstem_rest_liegen_gleiche_gewichte_hoechstens_einen_cent_auseinander(
    betrag: Geldbetrag, gewichte: Zahlungsschluessel, data: st.DataObject
) -> None:
    vorrang = data.draw(konventionen(gewichte.partner)).vorrang
    ergebnis = teile(betrag.cent, gewichte, Rechenkonvention(vorrang=vorrang))
    je_gewicht: dict[int, set[int]] = {}
    for (_, gewicht), teil in zip(gewichte.gewichte, ergebnis, strict=True):
        je_gewicht.setdefault(gewicht, set()).add(teil)
    assert all(max(gruppe) - min(gruppe) <= 1 for gruppe in je_gewicht.values())


def test_kaufmaennisch_gilt_das_alles_nicht() -> None:
    zehn = teile(14, gleiche(10), KAUFMAENNISCH)
    assert zehn == [1] * 9 + [5]
    assert abs(zehn[9] - Fraction(14, 10)) > 1
    assert max(zehn) - min(zehn) > 1


def test_beim_abrunden_ergibt_die_summe_nicht_den_betrag() -> None:
    assert sum(teile(10_000, VERTRAG, ABRUNDEN)) == 9_998


@given(geldbetraege, schluessel())
def test_die_fehlenden_cent_erhalten_die_groessten_reste(betrag: Geldbetrag, gewichte: Zahlungsschluessel) -> None:
    anteile = aufteilen(betrag, gewichte).anteile
    mit = [anteil.rest for anteil in anteile if anteil.restcent]
    ohne = [anteil.rest for anteil in anteile if not anteil.restcent]
    assert not mit or not ohne or min(mit) >= max(ohne)


@given(geldbetraege, schluessel(), st.integers(2, 1000), st.data())
def test_ein_vielfaches_des_schluessels_aendert_nichts(
    betrag: Geldbetrag, gewichte: Zahlungsschluessel, faktor: int, data: st.DataObject
) -> None:
    vielfaches = Zahlungsschluessel(tuple((partner, gewicht * faktor) for partner, gewicht in gewichte.gewichte))
    konvention = data.draw(konventionen(gewichte.partner))
    assert gewichte.ist_verhaeltnisgleich(vielfaches)
    assert str(gewichte) == str(vielfaches)
    assert aufteilen(betrag, gewichte, konvention).betraege == aufteilen(betrag, vielfaches, konvention).betraege


@given(geldbetraege, schluessel(hoechstens=6), st.data())
def test_nach_groesstem_rest_zaehlt_nur_der_vorrang_nicht_wer_wo_geschrieben_steht(
    betrag: Geldbetrag, gewichte: Zahlungsschluessel, data: st.DataObject
) -> None:
    umgestellt = Zahlungsschluessel(tuple(data.draw(st.permutations(gewichte.gewichte))))
    konvention = Rechenkonvention(vorrang=gewichte.partner)
    assert aufteilen(betrag, gewichte, konvention).betraege == aufteilen(betrag, umgestellt, konvention).betraege


@given(st.integers(0, 10**15), schluessel(), rundungen)
@example(1, gleiche(40), Rundung.GROESSTER_REST)
def test_ganze_vielfache_gehen_ohne_rest_auf(cent: int, gewichte: Zahlungsschluessel, rundung: Rundung) -> None:
    betrag = cent * gewichte.summe
    assume(betrag < 10**30)
    erwartet = Betraege(tuple((partner, Geldbetrag(cent * gewicht)) for partner, gewicht in gewichte.gewichte))
    assert aufteilen(Geldbetrag(betrag), gewichte, Rechenkonvention(rundung)).betraege == erwartet
