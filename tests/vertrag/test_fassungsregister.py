"""Fassungsregister: an jedem Tag gilt genau eine Fassung."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.fehler import FassungError
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Gueltigkeit, Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister, Inkrafttreten, fassungsregister

tage = st.dates(date(2017, 1, 1), date(2040, 12, 31))


def fassung(kennung: str, ab: date | None = None, bei: str = "") -> Vertragsfassung:
    return evolve(BERICHT_2017, kennung=kennung, gueltigkeit=Gueltigkeit(ab, bei))


def test_vor_dem_ersten_wechsel_gilt_die_erste_fassung_und_am_tag_des_wechsels_die_neue() -> None:
    register = fassungsregister([BERICHT_2017, fassung("neu", date(2027, 1, 1))])

    assert register.fassung_am(date(1990, 1, 1)) is BERICHT_2017
    assert register.fassung_am(date(2026, 12, 31)) is BERICHT_2017
    assert register.fassung_am(date(2027, 1, 1)).kennung == "neu"


def test_eine_fassung_gilt_erst_wenn_das_ereignis_eingetreten_ist_mit_dem_sie_in_kraft_tritt() -> None:
    fassungen = [BERICHT_2017, fassung("neu", bei="Unterzeichnung durch alle")]
    danach = date(2030, 1, 1)

    assert fassungsregister(fassungen).fassung_am(danach) is BERICHT_2017
    assert fassungsregister(fassungen, {"Beschluss des Rates": danach}).fassung_am(danach) is BERICHT_2017
    eingetreten = fassungsregister(fassungen, {"Unterzeichnung durch alle": danach})
    assert eingetreten.fassung_am(danach).kennung == "neu"
    assert eingetreten.fassung_am(danach - timedelta(days=1)) is BERICHT_2017


def test_ein_fester_tag_geht_dem_tag_des_ereignisses_vor() -> None:
    fassungen = [BERICHT_2017, fassung("neu", date(2027, 1, 1), bei="Unterzeichnung")]
    register = fassungsregister(fassungen, {"Unterzeichnung": date(2030, 1, 1)})
    assert [eines.ab for eines in register.geltende] == [date(2027, 1, 1)]


def test_was_nicht_angesetzt_ist_steht_im_register_und_gilt_nicht() -> None:
    register = fassungsregister([BERICHT_2017, fassung("irgendwann"), fassung("neu", date(2027, 1, 1))])

    assert [eine.kennung for eine in register.nicht_angesetzte] == ["irgendwann"]
    assert [eine.kennung for eine in register.fassungen] == ["bericht-2017", "neu"]


def test_zwei_fassungen_am_selben_tag_widersprechen_sich() -> None:
    tag = date(2027, 1, 1)
    with pytest.raises(FassungError, match=r"Am 01\.01\.2027 treten mehrere Fassungen in Kraft: „eine“, „andere“"):
        fassungsregister([BERICHT_2017, fassung("eine", tag), fassung("andere", tag)])


def test_ein_leeres_register_gibt_es_nicht() -> None:
    with pytest.raises(FassungError, match="mindestens eine"):
        fassungsregister([])


@given(st.lists(tage, unique=True, max_size=5), tage)
def test_in_welcher_reihenfolge_fassungen_genannt_sind_ist_gleich(beginn: list[date], tag: date) -> None:
    weitere = [Inkrafttreten(fassung(f"ab-{ab}", ab), ab) for ab in beginn]
    gemischt = list(reversed(weitere))

    eines = Fassungsregister(BERICHT_2017, tuple(weitere)).fassung_am(tag)

    assert eines == Fassungsregister(BERICHT_2017, tuple(gemischt)).fassung_am(tag)
    erwartet = max((ab for ab in beginn if ab <= tag), default=None)
    assert eines.gueltigkeit.ab == erwartet
