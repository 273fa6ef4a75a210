"""Die Suche der Dokumentation zerlegt Texte so, dass Kennungen ein Wort bleiben, und führt zur richtigen Seite."""

from __future__ import annotations

import pytest

pytest.importorskip("sphinx", reason="Sphinx ist nicht eingerichtet (Extra „docs“).")
pytest.importorskip("snowballstemmer", reason="Das Extra „docs“ ist nicht eingerichtet.")

import suche
from auszeichnung import VERWEISE


def test_eine_kennung_ist_ein_wort_und_bleibt_es() -> None:
    sprache = suche.Suchsprache({})
    for kennung in VERWEISE:
        assert sprache.split(f"siehe {kennung}, dort") == ["siehe", kennung, "dort"]
        assert sprache.stem(kennung) == kennung.lower()
        assert sprache.word_filter(sprache.stem(kennung))


def test_was_keine_kennung_ist_zerfaellt_in_woerter() -> None:
    assert suche.Suchsprache({}).split("Rhein-Kreis Neuss, OF-123") == ["Rhein", "Kreis", "Neuss", "OF", "123"]


def test_kein_stichwort_fuehrt_auf_zwei_seiten() -> None:
    woerter = [wort.lower() for eine in suche.STICHWOERTER.values() for wort in eine]
    assert sorted(woerter) == sorted(set(woerter))
