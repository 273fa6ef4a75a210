"""Gute Falldateien verändern und lesen, was dann an ihnen nicht stimmt."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from hypothesis import strategies as st

from kooperationsvertrag.fall.einlesen import lies_fall
from kooperationsvertrag.fall.probleme import EingabeError, Problem


def probleme(inhalt: str | bytes) -> dict[str, Problem]:
    with pytest.raises(EingabeError) as fehler:
        lies_fall(inhalt if isinstance(inhalt, bytes) else inhalt.encode())
    gefunden = fehler.value.probleme
    assert all(problem.stelle and problem.grund and problem.beispiel for problem in gefunden)
    assert str(gefunden[0]) in str(fehler.value)
    je_stelle: dict[str, Problem] = {}
    for problem in gefunden:
        je_stelle.setdefault(problem.stelle, problem)
    return je_stelle


def anders(text: str, alt: str, neu: str) -> str:
    assert alt in text
    return text.replace(alt, neu, 1)


TOML_WERTE = st.recursive(
    st.one_of(
        st.sampled_from(
            ["x", "", "duesseldorf", "ihk", "alles", "1,5", "-1", "2018-01-01", "rhein-kreis-neuss", "personalkosten"]
        ),
        st.text(),
        st.integers(-3, 3000),
        st.integers(),
        st.floats(),
        st.booleans(),
        st.dates(),
        st.datetimes(),
        st.times(),
    ),
    lambda teile: st.lists(teile, max_size=3) | st.dictionaries(st.text(), teile, max_size=3),
    max_leaves=5,
)
NAMEN = (
    st.sampled_from(["jahr", "betrag", "partner", "ja", "nein", "art", "kennung", "schluessel", "eingezahlt"])
    | st.sampled_from(["akteur", "datum", "ersetzt", "erfasst", "zweck", "personal_von", "gegenstand", "einstimmig"])
    | st.text()
)


def als_toml(wert: object) -> str:
    if isinstance(wert, bool):
        return "true" if wert else "false"
    if isinstance(wert, str):
        zeichen = "".join(f"\\U{ord(z):08x}" if not z.isalnum() or ord(z) > 126 else z for z in wert)
        return f'"{zeichen}"'
    if isinstance(wert, (date, datetime, time)):
        return wert.isoformat()
    if isinstance(wert, list):
        return f"[{', '.join(als_toml(teil) for teil in wert)}]"
    if isinstance(wert, dict):
        return "{" + ", ".join(f"{als_toml(name)} = {als_toml(teil)}" for name, teil in wert.items()) + "}"
    return repr(wert)


def orte(wert: object) -> list[dict[str, object] | list[object]]:
    """Alle Tabellen und Listen, gleich wie tief."""
    if isinstance(wert, dict):
        return [wert, *(ort for teil in wert.values() for ort in orte(teil))]
    if isinstance(wert, list):
        return [wert, *(ort for teil in wert for ort in orte(teil))]
    return []


@st.composite
def veraenderte_dateien(zieh: Callable[..., object], vorlage: str) -> bytes:
    datei: dict[str, object] = tomllib.loads(vorlage)
    for _ in range(int(str(zieh(st.integers(1, 4))))):
        ort = zieh(st.sampled_from(orte(datei)))
        wert = zieh(TOML_WERTE)
        if isinstance(ort, dict):
            name = str(zieh(st.sampled_from(list(ort)) | NAMEN if ort else NAMEN))
            ort.pop(name, None)
            if zieh(st.booleans()):
                ort[name] = wert
        elif isinstance(ort, list):
            ort[: int(str(zieh(st.integers(0, 2))))] = [wert] * int(str(zieh(st.integers(0, 2))))
    zeilen = [f"{als_toml(name)} = {als_toml(wert)}" for name, wert in datei.items()]
    return "\n".join(zeilen).encode("utf-8", "surrogatepass")


def lies_oder_nenne_probleme(inhalt: bytes) -> None:
    gefunden: tuple[Problem, ...]
    try:
        assert lies_fall(inhalt).aufzeichnung.haushaltsjahre
        return
    except EingabeError as fehler:
        gefunden = fehler.probleme
    assert gefunden
    assert all(problem.grund and problem.beispiel and problem.stelle for problem in gefunden)
