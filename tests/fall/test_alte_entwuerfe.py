"""Entwürfe, wie Version 0.1.0 sie las und schrieb, bleiben für immer brauchbar und sagen für immer dasselbe.

Unter ``entwuerfe_0_1_0`` liegen die Dateien und, von derselben Version gelesen, die Fassungen. Beides bleibt so.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from attrs import Attribute, asdict

from kooperationsvertrag.fall.entwurf import EINGEBAUT, lade_entwurf
from kooperationsvertrag.fall.entwurf_als_toml import entwurf_als_toml
from kooperationsvertrag.fall.entwurfsschema import FORMAT
from kooperationsvertrag.geld import Betraege
from kooperationsvertrag.norm import Norm

ORDNER = Path(__file__).parent / "entwuerfe_0_1_0"
FASSUNGEN: dict[str, dict[str, object]] = json.loads((ORDNER / "fassungen.json").read_text(encoding="utf-8"))


def als_json(_datensatz: object, _feld: Attribute[object], wert: object) -> object:
    if isinstance(wert, Norm):
        return wert.kennung
    if isinstance(wert, Betraege):
        return {partner: betrag.cent for partner, betrag in wert.items()}
    return wert.isoformat() if isinstance(wert, date) else wert


def test_zu_jeder_datei_liegt_die_fassung_dabei() -> None:
    assert {datei.stem for datei in ORDNER.glob("*.toml")} == set(FASSUNGEN)


@pytest.mark.parametrize("name", FASSUNGEN)
def test_ein_alter_entwurf_liest_sich_als_dieselbe_fassung(name: str) -> None:
    gelesen = json.loads(json.dumps(asdict(lade_entwurf(ORDNER / f"{name}.toml"), value_serializer=als_json)))
    assert {feld: gelesen[feld] for feld in FASSUNGEN[name]} == FASSUNGEN[name]
    assert list(gelesen["beitraege"]) == [partner["kennung"] for partner in gelesen["partner"]]


@pytest.mark.parametrize("name", [name for name in FASSUNGEN if name.startswith("geschrieben-")])
def test_was_0_1_0_geschrieben_hat_schreibt_diese_version_gleich(name: str) -> None:
    datei = ORDNER / f"{name}.toml"
    assert entwurf_als_toml(lade_entwurf(datei), fassungen=EINGEBAUT) == datei.read_text(encoding="utf-8")


def test_ein_neues_format_braucht_neue_dateien_neben_den_alten() -> None:
    assert FORMAT == 1
