"""Bilder sind aus Beträgen gezeichnet, gehen auf und sagen in Worten, was sie zeigen."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

pytest.importorskip("sphinx", reason="Sphinx ist nicht eingerichtet (Extra „docs“).")

import geldfluss
import schluesselbild

from beispiele import ORDNER
from kooperationsvertrag import BERICHT_2017, Geldbetrag, Jahresabrechnung, ergebnis
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
