"""Ein Bild zeigt Beträge im richtigen Verhältnis und sagt sie auch."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.rechner.bild import Abschnitt, Balken, Zeitpunkt, balkenbild, zeitbild


def _breiten(bild: str) -> list[float]:
    return [float(breite) for breite in re.findall(r'<rect width="([\d.]+)%" height="12" class="(?!grund)', bild)]


def test_der_groesste_balken_ist_so_breit_wie_das_bild() -> None:
    balken = (
        Balken("Ganzes", Geldbetrag(300)),
        Balken("Drittel", Geldbetrag(100), "zurueck"),
        Balken("Nichts", Geldbetrag(0)),
    )

    bild = balkenbild("Verteilung", [Abschnitt("2018", balken)], "b")

    assert _breiten(bild) == [100.0, 33.33, 0.0]
    assert "<span>Drittel</span> <span>1,00 €</span>" in bild
    assert "<p>2018</p>" in bild
    assert 'aria-labelledby="b"' in bild


def test_wo_nichts_ist_gibt_es_kein_bild() -> None:
    assert balkenbild("Verteilung", [Abschnitt("", (Balken("Nichts", Geldbetrag(0)),))], "b") == ""


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=5).filter(any))
def test_kein_balken_ist_breiter_als_das_bild(cent: list[int]) -> None:
    breiten = _breiten(balkenbild("x", [Abschnitt("", tuple(Balken("y", Geldbetrag(c)) for c in cent))], "b"))

    assert max(breiten) == 100
    assert all(breiten[i] <= breiten[j] for i, a in enumerate(cent) for j, b in enumerate(cent) if a <= b)


def test_tage_stehen_in_ihrer_folge() -> None:
    bild = zeitbild("Weg", [Zeitpunkt(date(2018, 1, 1), "laufend"), Zeitpunkt(date(2018, 12, 28), "<fertig>")], "w")

    assert re.sub(r"<[^>]*>", " ", bild).split() == ["Weg", "01.01.2018", "laufend", "28.12.2018", "&lt;fertig&gt;"]


def test_was_jemand_eingibt_wird_kein_html() -> None:
    assert "<b>" not in balkenbild("<b>", [Abschnitt("<b>", (Balken("<b>", Geldbetrag(1)),))], "b")
