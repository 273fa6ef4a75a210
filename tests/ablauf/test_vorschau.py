"""Vorschau: geplante Jahre werden gerechnet wie aufgezeichnete."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.ablauf.ergebnis import ergebnis
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Uebertragungsumfang
from kooperationsvertrag.ablauf.jahresfolge import jahresfolge
from kooperationsvertrag.ablauf.vorschau import Jahresplan, geplante_jahre, vorschau
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fehler import BuchungError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import SchluesselNachBeitritt, UebertragVerbrauch
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import aufzeichnungen, auslegungen


def euro(betrag: int) -> Geldbetrag:
    return Geldbetrag.aus_euro(betrag)


def test_ohne_uebertragung_geht_jedes_jahr_der_rest_zurueck() -> None:
    bisher = Aufzeichnung(BERICHT_2017, geplante_jahre(2026, [Jahresplan(euro(120_000))]))

    jahre = vorschau(bisher, [Jahresplan(euro(96_000))] * 2).haushaltsjahre

    assert [jahr.jahr for jahr in jahre] == [2026, 2027, 2028]
    assert [list(jahr.rueckfuehrung.values()) for jahr in jahre[1:]] == [[euro(10_000), euro(10_000), euro(4_000)]] * 2


def test_gespartes_bezahlt_ein_teures_jahr() -> None:
    bisher = Aufzeichnung(BERICHT_2017, geplante_jahre(2026, [Jahresplan(euro(100_000), Uebertragungsumfang.ALLES)]))

    teuer, danach = vorschau(bisher, [Jahresplan(euro(140_000)), Jahresplan(euro(125_000))]).haushaltsjahre[1:]

    assert (teuer.rest, teuer.ueberschreitung) == (euro(0), euro(0))
    assert danach.ueberschreitung == euro(5_000)


def test_ein_kuenftiger_beitritt_aendert_die_beitraege_der_geplanten_jahre() -> None:
    antrag = Beitrittsantrag(
        kennung="rhein-kreis-neuss",
        name="Rhein-Kreis Neuss",
        rechtsform=Rechtsform.KREIS,
        beitrag=euro(30_000),
        zum=date(2028, 1, 1),
        foerderlich=True,
        begruendung="angenommen",
        zustimmung=("duesseldorf", "mettmann", "ihk", "aufsichtsgremium"),
    )
    bisher = Aufzeichnung(BERICHT_2017, geplante_jahre(2026, [Jahresplan(euro(120_000))]), beitritte=(antrag,))
    auslegung = Auslegung.mit(SchluesselNachBeitritt.ADDITIV, UebertragVerbrauch.AELTESTE_ZUERST)

    jahre = vorschau(bisher, [Jahresplan(euro(120_000))] * 2, auslegung).haushaltsjahre

    assert [jahr.jahresbudget for jahr in jahre] == [euro(120_000), euro(120_000), euro(150_000)]


def test_ein_plan_ist_nicht_negativ() -> None:
    with pytest.raises(BuchungError):
        Jahresplan(Geldbetrag(-1))


@given(aufzeichnungen(hoechstens=3, jahre=2), auslegungen, st.integers(0, 3), st.integers(0, 10**8))
def test_die_vorschau_aendert_an_den_aufgezeichneten_jahren_nichts(
    bisher: Aufzeichnung, auslegung: Auslegung, anzahl: int, cent: int
) -> None:
    ohne_vorschau = jahresfolge(bisher, auslegung)
    letztes = bisher.haushaltsjahre[-1].jahr
    spaetere = [antrag.zum for antrag in bisher.beitritte if antrag.zum.year > letztes]
    spaetere += [eines.ab or date.max for eines in bisher.wechsel if not eines.ab or eines.ab.year > letztes]

    gerechnet = vorschau(bisher, [Jahresplan(Geldbetrag(cent))] * anzahl, auslegung).haushaltsjahre

    assert len(gerechnet) == len(ohne_vorschau) + anzahl
    if not spaetere:
        assert gerechnet[: len(ohne_vorschau)] == ohne_vorschau


@given(st.lists(st.integers(0, 30_000_000).map(lambda cent: Jahresplan(Geldbetrag(cent))), min_size=2, max_size=5))
def test_ein_plan_auf_einmal_und_jahr_fuer_jahr_ergeben_dasselbe(plaene: list[Jahresplan]) -> None:
    auf_einmal = ergebnis(Aufzeichnung(BERICHT_2017, geplante_jahre(2026, plaene)))
    erstes = Aufzeichnung(BERICHT_2017, geplante_jahre(2026, plaene[:1]))

    assert vorschau(erstes, plaene[1:]).haushaltsjahre == auf_einmal.haushaltsjahre
