"""Wo ein Satz, eine Frage oder eine Festlegung genannt ist, führt ein Verweis dorthin."""

from __future__ import annotations

import doctest
import re
from importlib import import_module

import pytest

pytest.importorskip("sphinx", reason="Sphinx ist nicht eingerichtet (Extra „docs“).")

import auszeichnung
from fragenseiten import ohne_betraege, regeln_zur_frage
from rechenbeispiel import BeispielError, ausgefuehrt, ohne_beispiele

from beispiele import WURZEL
from kooperationsvertrag.regeln.restmittel import rueckfuehrung
from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
from kooperationsvertrag.vertrag.fragen import FRAGEN, frage
from kooperationsvertrag.vertrag.normen import NORMEN

KENNUNGEN = [
    *(norm.kennung for norm in NORMEN),
    *(eine.kennung for eine in FRAGEN),
    *(festlegung.kennung for festlegung in FESTLEGUNGEN),
]


def test_jede_kennung_eines_registers_wird_erkannt() -> None:
    assert [kennung for kennung in KENNUNGEN if not auszeichnung.KENNUNG.fullmatch(kennung)] == []
    assert set(KENNUNGEN) == auszeichnung.VERWEISE


def test_sprungmarken_sind_verschieden() -> None:
    marken = [auszeichnung.ziel(kennung) for kennung in KENNUNGEN]
    assert len(marken) == len(set(marken))


def test_eine_kennung_die_es_nicht_gibt_bleibt_text() -> None:
    assert auszeichnung.mit_verweisen("OF-99 und 17-F8") == "OF-99 und [17-F8](#satz-17-f8)"


def test_ausklappbares_im_ausklappbaren_schliesst_sich_zuletzt() -> None:
    innen = auszeichnung.ausklappbar("innen", "Text")
    aussen = auszeichnung.ausklappbar("außen", innen)
    assert [len(zaun) for zaun in re.findall(r"^:+", aussen, re.MULTILINE)] == [4, 3, 3, 4]


def test_quelltext_mit_zaun_bleibt_ganz() -> None:
    assert auszeichnung.code("a\n```\nb", "text") == "````text\na\n```\nb\n````"


def test_ein_beispiel_zeigt_was_wirklich_herauskommt() -> None:
    def doppelt() -> None:
        """Beispiel.

        >>> 2 * 21
        42
        """

    assert ausgefuehrt(doppelt) == ">>> 2 * 21\n42"
    assert ohne_beispiele(doppelt.__doc__ or "").strip() == "Beispiel."


def test_ein_beispiel_das_etwas_anderes_ergibt_ist_ein_fehler() -> None:
    def falsch() -> None:
        """Beispiel.

        >>> 2 * 21
        43
        """

    with pytest.raises(BeispielError, match="42"):
        ausgefuehrt(falsch)


def test_die_rueckfuehrung_zeigt_ihr_beispiel() -> None:
    assert ausgefuehrt(rueckfuehrung).startswith(">>> ")


def test_texte_neben_gerechneten_betraegen_nennen_keine() -> None:
    for eintrag in FRAGEN:
        for moeglichkeit in [lesart for werte in eintrag.waehlbar.values() for lesart in werte]:
            assert "€" not in ohne_betraege(moeglichkeit.bedeutung)


@pytest.mark.parametrize("name", sorted(datei.stem for datei in (WURZEL / "docs" / "_ext").glob("*.py")))
def test_die_beispiele_der_erweiterungen_stimmen(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_zur_frage_gehoeren_die_regeln_die_nach_ihrer_lesart_gehen() -> None:
    assert "ist_beschlossen" in [regel.name for regel in regeln_zur_frage(frage("abstimmung"))]
    assert "entnahme" in [regel.name for regel in regeln_zur_frage(frage("uebertrag_verbrauch"))]
