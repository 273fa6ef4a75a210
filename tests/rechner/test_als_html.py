"""Bausteine der Befehlszeile werden HTML, ohne dass ein Wort verloren geht."""

from __future__ import annotations

import re
import sys
from html import unescape
from html.parser import HTMLParser

import pytest
from rich.text import Text

from cli.aufruf import rufe_auf
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Spalte,
    absatz,
    angaben,
    befunde,
    eingerueckt,
    geldspalte,
    nummeriert,
    tabelle,
    titel,
    ueberschrift,
    zeilen,
)
from kooperationsvertrag.norm import Befund, Schwere
from kooperationsvertrag.rechner.als_html import als_html, ist_ueberschrift, mit_verweisen, ohne_zeilen_der_falldatei
from kooperationsvertrag.rechner.als_html import tabelle as tabelle_als_html

BEFUND = Befund("x", Schwere.WARNUNG, "Es fehlt <etwas>.", ())


class _Pruefer(HTMLParser):
    """Merkt sich, ob jedes Element geschlossen wird."""

    def __init__(self) -> None:
        super().__init__()
        self.offen: list[str] = []

    def handle_starttag(self, tag: str, _angaben: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "input", "meta", "link"):
            self.offen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.offen.pop() == tag


def ist_wohlgeformt(seite: str) -> bool:
    pruefer = _Pruefer()
    pruefer.feed(seite)
    return not pruefer.offen


def klartext(seite: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", seite))


def test_jeder_baustein_wird_das_passende_element() -> None:
    seite = als_html(
        [
            titel("Fall"),
            ueberschrift("Jahr"),
            absatz("Kern", stil="bold"),
            absatz("7 € : 5"),
            angaben([("Rundung", "ab")]),
            befunde([BEFUND]),
            nummeriert(3, ["Erst.", "Dann."]),
            *zeilen_und_tabelle(),
        ]
    )

    assert ist_wohlgeformt(seite)
    for stueck in (
        "<h2>Fall</h2>",
        "<h3>Jahr</h3>",
        '<p class="kern">Kern</p>',
        "<p>7\u00a0€\u00a0:\u00a05</p>",
        "<dl><dt>Rundung</dt><dd>ab</dd></dl>",
        '<ul class="befunde"><li class="warnung"><strong>Warnung:</strong> Es fehlt &lt;etwas&gt;.</li></ul>',
        '<div class="schritt"><p><strong>3. Erst.</strong></p><p>Dann.</p></div>',
        "<pre>a\u00a0=\u00a01</pre>",
        '<th scope="row" role="rowheader">IHK</th>',
        '<td role="cell" class="betrag" data-spalte="Betrag">1\u00a0€<br>+1\u00a0€</td>',
        "<tfoot",
    ):
        assert stueck in seite


def zeilen_und_tabelle() -> tuple[Baustein, ...]:
    spalten = (Spalte("Wer"), geldspalte("Betrag"), Spalte(""))
    return (zeilen(["a = 1"]), *eingerueckt(tabelle(spalten, [("IHK", "1 €\n+1 €", "")], summe=("Summe", "1 €", ""))))


def test_eine_tabelle_ohne_kopf_behauptet_keinen() -> None:
    seite = als_html([tabelle((Spalte(""), Spalte("")), [("a", "b"), ("c", "d")], kopf=False)])

    assert "<td>a</td><td>b</td>" in seite
    assert "role=" not in seite.replace('role="group"', "")
    assert "<thead" not in seite


def test_eine_zeile_ohne_kopfzelle_bleibt_ohne() -> None:
    assert 'scope="row"' not in tabelle_als_html(["a", "b"], [["", "1"]], betraege_ab=1)


def test_was_kein_baustein_ist_wird_nicht_stillschweigend_uebergangen() -> None:
    with pytest.raises(TypeError, match="lässt sich nicht als HTML setzen: str"):
        als_html(["Text"])


def test_eine_ueberschrift_ist_an_ihrem_strich_zu_erkennen() -> None:
    assert ist_ueberschrift(titel("A B"), "A B")
    assert ist_ueberschrift(ueberschrift("A"))
    assert not ist_ueberschrift(ueberschrift("A"), "B")
    assert not ist_ueberschrift(Text("A\nB"))
    assert not ist_ueberschrift(tabelle((Spalte("A"),), [("b",)]))


def test_zeilen_zum_abschreiben_entfallen_mit_ihrem_satz() -> None:
    bausteine = [absatz("Bleibt."), absatz("So:"), zeilen(["a = 1"]), zeilen(["b = 1"]), absatz("Bleibt auch.")]

    assert klartext(als_html(ohne_zeilen_der_falldatei(bausteine))).split() == ["Bleibt.", "Bleibt", "auch."]


def test_verweise_stehen_nur_im_text() -> None:
    assert mit_verweisen('<p id="17-F8">17-F8</p>', "s-") == '<p id="17-F8"><a href="#s-17-F8">17-F8</a></p>'


def test_was_nur_wie_ein_satz_aussieht_bleibt_text() -> None:
    assert mit_verweisen("<h2>17-F99 und 17-F8</h2>", "s-") == '<h2>17-F99 und <a href="#s-17-F8">17-F8</a></h2>'


@pytest.mark.parametrize(
    "aufruf",
    [
        ("abrechnen", "examples/personalkosten-im-budget.toml", "--begruendung"),
        ("abrechnen", "examples/beitritt-zwischen-zwei-jahren.toml"),
        ("beitritt", "examples/beitritt-rhein-kreis-neuss.toml"),
        ("pruefen", "examples/verspaetet.toml", "--stichtag", "2018-05-02"),
        ("fragen", "OF-09"),
        ("normen",),
    ],
)
def test_kein_wort_der_befehlszeile_geht_verloren(aufruf: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    gesetzt: list[Baustein] = []
    with monkeypatch.context() as ersetzt:
        for befehl in ("abrechnen", "beitritt", "pruefen", "register"):
            modul = sys.modules[f"kooperationsvertrag.cli.{befehl}"]
            ersetzt.setattr(modul, "zeige", gesetzt.extend)
        rufe_auf(*aufruf)

    seite = als_html(gesetzt)

    assert ist_wohlgeformt(seite)
    gelesen = set(klartext(seite).replace(":", " ").split())
    assert _woerter(rufe_auf(*aufruf).stdout) - gelesen == set()


def _woerter(text: str) -> set[str]:
    ohne_striche = re.sub(r"^[ =-]+$", "", text, flags=re.MULTILINE)
    return set(ohne_striche.replace(":", " ").split())
