"""Wer in einem Fall vorkommt, heißt, wie er heißt."""

from __future__ import annotations

from typing import Any

import pytest

from kooperationsvertrag.rechner.partnernamen import (
    mehrdeutiges_im_vorrang,
    mit_kennungen_im_vorrang,
    partnernamen,
)
from rechner.aufgaben_am_beispiel import ENTWURFSDATEIEN

FALL: dict[str, Any] = {"fassung": "bericht-2017"}
WECHSEL = [{"ab": "01.01.2027", "fassung": "entwurf-2027.toml"}]
EREIGNIS = {"art": "beitritt_erklaert", "akteur": "stadt-krefeld", "name": "Stadt Krefeld"}


def _vorrang(fall: dict[str, Any], *getippt: object) -> object:
    neu: Any = mit_kennungen_im_vorrang(fall | {"auslegung": {"rundungsvorrang": list(getippt)}}, ENTWURFSDATEIEN)
    return neu["auslegung"]["rundungsvorrang"]


def _mit_beitritten(*beitritte: tuple[str, str]) -> dict[str, Any]:
    return FALL | {"beitritt": [{"kennung": kennung, "name": name} for kennung, name in beitritte]}


def test_wer_in_einem_ereignis_beitritt_heisst_wie_er_heisst() -> None:
    fall = FALL | {"ereignis": [EREIGNIS]}

    assert partnernamen(fall, {})["stadt-krefeld"] == "Stadt Krefeld"
    assert _vorrang(fall, "Stadt Krefeld") == ["stadt-krefeld"]


def test_auch_partner_einer_zweiten_fassung_heissen_wie_sie_heissen() -> None:
    fall = FALL | {"fassungswechsel": WECHSEL}

    assert partnernamen(fall, ENTWURFSDATEIEN)["rhein-kreis-neuss"] == "Rhein-Kreis Neuss"
    assert _vorrang(fall, "Rhein-Kreis Neuss", "IHK") == ["rhein-kreis-neuss", "ihk"]


@pytest.mark.parametrize("getippt", ["Landeshauptstadt Düsseldorf", " landeshauptstadt düsseldorf", "Düsseldorf"])
def test_auch_der_volle_name_zaehlt(getippt: str) -> None:
    assert _vorrang(FALL, getippt) == ["duesseldorf"]


def test_wie_mehrere_heissen_bleibt_stehen_und_wird_bemaengelt() -> None:
    fall = _mit_beitritten(("neu", "Köln"), ("neu2", "Köln"))

    assert _vorrang(fall, "Köln", "IHK", 1) == ["Köln", "ihk", 1]
    vorrang = {"auslegung": {"rundungsvorrang": ["Köln", "IHK", "neu", "Bonn", 1]}}
    assert [(problem.stelle, problem.grund) for problem in mehrdeutiges_im_vorrang(fall | vorrang, {})] == [
        (
            "auslegung.rundungsvorrang[0]",
            "„Köln“ heißen mehrere; statt des Namens ist die Kennung nötig: neu oder neu2.",
        )
    ]


def test_wer_zweimal_genannt_ist_heisst_nicht_mehrdeutig() -> None:
    assert _vorrang(_mit_beitritten(("neu", "Köln"), ("neu", "Köln")), "Köln") == ["neu"]


def test_eine_kennung_meint_sich_selbst_auch_wenn_ein_anderer_so_heisst() -> None:
    fall = _mit_beitritten(("koeln", "Stadt Köln"), ("neu", "Köln"))

    assert _vorrang(fall, "koeln", "Köln") == ["koeln", "Köln"]
    vorrang = {"auslegung": {"rundungsvorrang": ["koeln", "Köln"]}}
    assert [problem.stelle for problem in mehrdeutiges_im_vorrang(fall | vorrang, {})] == [
        "auslegung.rundungsvorrang[1]"
    ]


@pytest.mark.parametrize("auslegung", [{"auslegung": 1}, {"auslegung": {"rundungsvorrang": "vertragsreihenfolge"}}, {}])
def test_ohne_liste_bleibt_alles(auslegung: dict[str, Any]) -> None:
    assert mit_kennungen_im_vorrang(FALL | auslegung, {}) == FALL | auslegung
    assert list(mehrdeutiges_im_vorrang(FALL | auslegung, {})) == []
