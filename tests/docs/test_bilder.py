"""Bilder sind aus Beträgen gezeichnet, gehen auf und sagen in Worten, was sie zeigen."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("sphinx", reason="Sphinx ist nicht eingerichtet (Extra „docs“).")

import geldfluss
import phasenbild
import schluesselbild
from attrs import evolve

from beispiele import ORDNER
from kooperationsvertrag import BERICHT_2017, Geldbetrag, Jahresabrechnung, ergebnis
from kooperationsvertrag.ablauf.jahresphase import UEBERGAENGE
from kooperationsvertrag.fall.einlesen import lade_fall
from kooperationsvertrag.geld import Betraege

SVG = "{http://www.w3.org/2000/svg}"


def jahr(name: str) -> Jahresabrechnung:
    fall = lade_fall(ORDNER / f"{name}.toml")
    return ergebnis(fall.aufzeichnung, fall.auslegung, fall.konvention).haushaltsjahre[0]


@pytest.mark.parametrize("name", ["haushaltsjahr-2018", "teiluebertragung", "start-2024-mit-anfangsbestand"])
def test_im_geldfluss_kommt_so_viel_wie_geht(name: str) -> None:
    eines = jahr(name)
    kommt = sum(posten.betrag.cent for posten in geldfluss.herkunft(eines, BERICHT_2017.namen))
    geht = sum(posten.betrag.cent for posten in geldfluss.verbleib(eines, BERICHT_2017.namen))
    assert kommt == geht == eines.verfuegbar.cent


def test_der_geldfluss_nennt_jeden_betrag_im_bild_und_in_der_beschreibung() -> None:
    eines = jahr("haushaltsjahr-2018")
    bild = ET.fromstring(geldfluss.als_svg(eines, BERICHT_2017.namen, "probe"))
    beschreibung = bild.findtext(f"{SVG}desc") or ""
    beschriftet = " ".join(text.text or "" for text in bild.iter(f"{SVG}text"))
    for betrag in (eines.verfuegbar, eines.verausgabt, *eines.rueckfuehrung.values()):
        assert str(betrag) in beschreibung
        assert str(betrag) in beschriftet
    assert bild.get("aria-labelledby") == "probe-titel probe-text"


BETRAEGE = st.integers(min_value=0, max_value=10**9).map(Geldbetrag)
JE_PARTNER = st.tuples(BETRAEGE, BETRAEGE, BETRAEGE).map(
    lambda betraege: Betraege(tuple(zip(BERICHT_2017.namen, betraege, strict=True)))
)


@st.composite
def jahre(draw: st.DrawFn) -> Jahresabrechnung:
    """Erzeugt Jahre, in denen so viel kommt wie geht, mit Beträgen von nichts bis viel."""
    geht = [draw(BETRAEGE) for _ in range(3)]
    zurueck, zusatz = draw(JE_PARTNER), draw(JE_PARTNER)
    verfuegbar = Geldbetrag(sum(teil.cent for teil in geht) + zurueck.summe.cent + zusatz.summe.cent + 1)
    return evolve(
        jahr("teiluebertragung"),
        uebertrag_aus_vorjahr=Geldbetrag(1),
        eingezahlt=Betraege((("duesseldorf", geht[0]), ("mettmann", geht[1]), ("ihk", geht[2]))),
        zusatzmittel=zusatz,
        drittmittel=zurueck.summe,
        verfuegbar=verfuegbar,
        verausgabt=geht[0],
        rueckfuehrung=zurueck,
        uebertrag_in_folgejahr=geht[1] + zusatz.summe,
        wartet_auf_pruefung=geht[2] + Geldbetrag(1),
    )


def beschriftungen(bild: ET.Element) -> list[tuple[float, float, float]]:
    """Gibt je Beschriftung, wo sie links beginnt, wo sie rechts endet und in welcher Höhe sie steht."""
    gefunden = []
    for text in bild.iter(f"{SVG}text"):
        x, breite = float(text.get("x", "")), geldfluss.ZEICHEN * len(text.text or "")
        links = {"end": x - breite, "middle": x - breite / 2}.get(text.get("text-anchor", ""), x)
        gefunden.append((links, links + breite, float(text.get("y", ""))))
    return gefunden


@given(jahre())
def test_im_geldfluss_stehen_keine_zwei_beschriftungen_aufeinander(eines: Jahresabrechnung) -> None:
    bild = ET.fromstring(geldfluss.als_svg(eines, BERICHT_2017.namen, "probe"))
    _, _, breite, hoehe = map(float, bild.get("viewBox", "").split())
    alle = beschriftungen(bild)
    for nummer, (links, rechts, y) in enumerate(alle):
        assert links >= 0
        assert rechts <= breite
        assert 0 < y < hoehe
        for anderes_links, anderes_rechts, anderes_y in alle[nummer + 1 :]:
            nebeneinander = rechts <= anderes_links or anderes_rechts <= links
            assert nebeneinander or abs(y - anderes_y) >= 18


@given(st.lists(st.floats(min_value=0, max_value=400), max_size=12).map(sorted))
def test_auseinandergerueckt_bleibt_die_reihenfolge_und_ein_abstand(mitten: list[float]) -> None:
    orte = geldfluss.auseinander(mitten, 0, 400)
    assert all(b - a >= geldfluss.ZEILE - 1e-6 for a, b in pairwise(orte))
    assert all(0 <= ort <= 400 for ort in orte)


def test_wer_platz_hat_wird_nicht_verrueckt() -> None:
    assert geldfluss.auseinander([10, 60, 110], 0, 200) == (10, 60, 110)


def test_im_phasenbild_hat_jeder_uebergang_seine_spalte() -> None:
    bild = ET.fromstring(phasenbild.als_svg())
    pfeile = [weg.get("d", "") for weg in bild.iter(f"{SVG}path") if weg.get("marker-end")]
    spalten = {pfeil.partition(",")[0] for pfeil in pfeile}
    assert len(pfeile) == len(spalten) == len(UEBERGAENGE)
    assert all(" V" in pfeil for pfeil in pfeile)


def test_eine_ueberschreitung_laesst_sich_nicht_zeichnen() -> None:
    with pytest.raises(ValueError, match="nicht gleich viel"):
        geldfluss.als_svg(jahr("ueberschreitung"), BERICHT_2017.namen, "probe")


def test_der_balken_ist_so_lang_wie_der_anteil() -> None:
    beitraege = Betraege((*BERICHT_2017.beitraege.paare, ("neu", Geldbetrag.aus_euro(30_000))))
    namen = {**BERICHT_2017.namen, "neu": "Neuer"}
    bild = ET.fromstring(schluesselbild.als_svg([schluesselbild.Balken("nachher", beitraege)], namen, "neu", "probe"))
    breiten = [float(stueck.get("width", "")) for stueck in bild.iter(f"{SVG}rect")]
    assert breiten[0] == breiten[1]
    assert breiten[3] / breiten[2] == pytest.approx(30 / 20, rel=0.01)
    assert "Neuer 30.000,00 € (20,0 %)" in (bild.findtext(f"{SVG}desc") or "")


def test_wer_nichts_zahlt_hat_kein_stueck_steht_aber_in_der_beschreibung() -> None:
    beitraege = Betraege((*BERICHT_2017.beitraege.paare, ("neu", Geldbetrag(0))))
    namen = {**BERICHT_2017.namen, "neu": "Neuer"}
    svg = schluesselbild.als_svg([schluesselbild.Balken("nachher", beitraege)], namen, "neu", "probe")
    assert len(re.findall("<rect", svg)) == 3
    assert "Neuer 0,00 € (0,0 %)" in svg
