"""Synopse: eine Seite, die jeder lesen kann, ohne Netz, und in der nichts verschwindet."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from darstellung.vergleiche import DRITTMITTEL, KLAUSEL, NACH_ZAHLUNGEN, VIELES_ANDERS, als_html, verglichen
from kooperationsvertrag.darstellung.synopse import UNTERSCHIED_IN_WORTEN
from kooperationsvertrag.darstellung.vergleich import AENDERUNG
from kooperationsvertrag.revision.fassungsvergleich import Aenderung, vergleiche
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Klausel, Vertragsfassung
from strategien import fassungen

OHNE_ENDE = {"meta"}


class Seite(HTMLParser):
    """Liest eine Seite und prüft dabei, dass jedes Element geschlossen wird."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.offen: list[str] = []
        self.elemente: Counter[str] = Counter()
        self.attribute: list[tuple[str, dict[str, str | None]]] = []
        self.texte: list[str] = []
        self.feed(text)
        self.close()
        assert self.offen == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elemente[tag] += 1
        self.attribute.append((tag, dict(attrs)))
        if tag not in OHNE_ENDE:
            self.offen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.offen.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texte.append(data)

    def alle(self, name: str) -> list[str]:
        return [str(angaben[name]) for _, angaben in self.attribute if name in angaben]

    @property
    def text(self) -> str:
        return "".join(self.texte)


FAELLE = (
    verglichen(BERICHT_2017, VIELES_ANDERS),
    verglichen(BERICHT_2017, VIELES_ANDERS, einnahmen=DRITTMITTEL),
)
SEITEN = {
    "alles": als_html(BERICHT_2017, VIELES_ANDERS, *FAELLE),
    "umgekehrt": als_html(VIELES_ANDERS, BERICHT_2017),
    "wortlaut": als_html(NACH_ZAHLUNGEN, VIELES_ANDERS, verglichen(NACH_ZAHLUNGEN, VIELES_ANDERS)),
    "leer": als_html(BERICHT_2017, BERICHT_2017, verglichen(BERICHT_2017, BERICHT_2017)),
}
jede_seite = pytest.mark.parametrize("text", SEITEN.values(), ids=SEITEN)


@jede_seite
def test_die_seite_ist_richtig_verschachtelt_deutsch_und_hat_einen_titel(text: str) -> None:
    seite = Seite(text)

    assert text.startswith("<!DOCTYPE html>\n")
    assert dict(seite.attribute)["html"] == {"lang": "de"}
    assert [seite.elemente[einmal] for einmal in ("html", "head", "title", "h1", "main", "footer")] == [1] * 6


@jede_seite
def test_die_seite_laedt_nichts_nach_und_braucht_kein_programm(text: str) -> None:
    seite = Seite(text)

    assert "http:" not in text
    assert "https:" not in text
    assert "url(" not in text
    assert {"script", "link", "img", "iframe"} & set(seite.elemente) == set()
    assert seite.alle("src") == []


@jede_seite
def test_jede_kennung_gibt_es_einmal_und_jeder_verweis_trifft_eine(text: str) -> None:
    seite = Seite(text)
    kennungen = seite.alle("id")

    assert len(set(kennungen)) == len(kennungen)
    assert {ziel.removeprefix("#") for ziel in seite.alle("href")} <= set(kennungen)
    assert set(seite.alle("aria-labelledby")) <= set(kennungen)
    assert seite.alle("href")[0] == "#inhalt"


@jede_seite
def test_jede_tabelle_hat_eine_beschreibung_und_koepfe_mit_geltung(text: str) -> None:
    seite = Seite(text)

    assert seite.elemente["caption"] == seite.elemente["table"] == seite.elemente["thead"]
    assert all(angaben["scope"] in ("col", "row", "rowgroup") for art, angaben in seite.attribute if art == "th")
    # Wo Spalten untereinander stehen, gehen Rollen sonst verloren.
    assert all("role" in angaben for art, angaben in seite.attribute if art in ("table", "tr", "th", "td", "tbody"))
    assert all("data-spalte" in angaben or "colspan" in angaben for art, angaben in seite.attribute if art == "td")


@pytest.mark.parametrize(
    ("alt", "neu"), [(BERICHT_2017, VIELES_ANDERS), (VIELES_ANDERS, BERICHT_2017), (NACH_ZAHLUNGEN, VIELES_ANDERS)]
)
def test_jede_geaenderte_bestimmung_steht_da_mit_wort_verweis_und_beiden_texten(
    alt: Vertragsfassung, neu: Vertragsfassung
) -> None:
    seite = Seite(als_html(alt, neu))

    for nummer, eine in enumerate(vergleiche(alt, neu).bestimmungen, start=1):
        assert f"{eine.kennung} {AENDERUNG[eine.aenderung]}" in seite.text
        assert eine.alt in seite.text
        assert eine.neu in seite.text
        assert f"bestimmung-{nummer}" in seite.alle("id")
        verwiesen = f"#bestimmung-{nummer}" in seite.alle("href")
        assert verwiesen == (eine.aenderung is not Aenderung.UNVERAENDERT)


def test_in_aehnlichen_texten_sind_die_geaenderten_woerter_bezeichnet() -> None:
    assert "den Zahlungen des <del>Jahres</del> zurück." in SEITEN["wortlaut"]
    assert "den Zahlungen des <ins>Vorjahres</ins> zurück." in SEITEN["wortlaut"]
    assert UNTERSCHIED_IN_WORTEN in SEITEN["wortlaut"]


def test_ein_eingefuegtes_wort_ist_ohne_seine_leerzeichen_bezeichnet() -> None:
    mehr = evolve(NACH_ZAHLUNGEN, klauseln=(evolve(KLAUSEL, text=KLAUSEL.text.replace("Jahres", "alten Jahres")),))

    assert " <ins>alten</ins> Jahres" in als_html(NACH_ZAHLUNGEN, mehr)
    assert "<del>" not in als_html(NACH_ZAHLUNGEN, mehr)


def test_wo_ein_satz_ganz_ersetzt_ist_waeren_bezeichnete_woerter_ein_flickenteppich() -> None:
    text = als_html(BERICHT_2017, NACH_ZAHLUNGEN)

    assert "<del>" not in text
    assert "<ins>" not in text
    assert UNTERSCHIED_IN_WORTEN not in text


def test_faelle_stehen_mit_saetzen_und_betraegen_da() -> None:
    seite = Seite(SEITEN["alles"])

    assert seite.text.count("Fall: Die IHK zahlt die Hälfte") == 2
    assert "2018, IHK: Rückführung" in seite.text
    assert "0,00 € bis 5.000,00 €" in seite.text
    assert "Unter der neuen Fassung hängt das Ergebnis von einer Lesart ab: OF-26" in seite.text


def test_ein_fall_ohne_unterschied_hat_keine_tabelle() -> None:
    gewaehlt = verglichen(NACH_ZAHLUNGEN, NACH_ZAHLUNGEN)
    seite = Seite(als_html(NACH_ZAHLUNGEN, NACH_ZAHLUNGEN, gewaehlt))

    assert seite.elemente["table"] == 1
    assert "Kein Betrag eines Partners ändert sich." in seite.text


def test_was_im_entwurf_steht_kann_die_seite_nicht_veraendern() -> None:
    boese = Klausel('"><b id=x>', "<script>alert(1)</script>\u202e\x1b[2J & so\nweiter")
    seite = Seite(als_html(BERICHT_2017, evolve(BERICHT_2017, kennung="<i>", klauseln=(boese,))))

    assert {"script", "b", "i"} & set(seite.elemente) == set()
    assert "<script>alert(1)</script>··[2J & so\nweiter" in seite.text


@given(fassungen(hoechstens=6))
def test_eine_fassung_mit_sich_selbst_verglichen_bezeichnet_nichts(fassung: Vertragsfassung) -> None:
    seite = Seite(als_html(fassung, fassung))

    assert "es ändert sich nichts" in seite.text
    assert "anders" not in seite.alle("class")
    assert seite.elemente["table"] == 1
    assert "nav" not in seite.elemente


klauseln = st.lists(
    st.builds(Klausel, st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=80)),
    max_size=3,
    unique_by=lambda klausel: klausel.kennung,
).map(tuple)


@settings(max_examples=40)
@given(klauseln, klauseln)
def test_beliebige_klauseln_geben_eine_richtige_seite(alt: tuple[Klausel, ...], neu: tuple[Klausel, ...]) -> None:
    eine, andere = evolve(BERICHT_2017, klauseln=alt), evolve(BERICHT_2017, klauseln=neu)
    seite = Seite(als_html(eine, andere))

    anders = [b for b in vergleiche(eine, andere).bestimmungen if b.aenderung is not Aenderung.UNVERAENDERT]
    assert seite.alle("class").count("anders") == len(anders)
