"""Synopse: zwei Fassungen nebeneinander als eine HTML-Seite, die ohne Netz und ohne Programm auskommt.

Jede Bestimmung steht da, auch die unveränderte. Was sich ändert, ist mit einem Wort bezeichnet; Farbe kommt nur hinzu.
Auf einem schmalen Bildschirm stehen die Fassungen untereinander.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from html import escape
from itertools import groupby

from kooperationsvertrag.darstellung.seite import Namen
from kooperationsvertrag.darstellung.vergleich import (
    AENDERUNG,
    NICHTS,
    Beleg,
    angabenzeilen,
    bestimmungssatz,
    betragszeilen,
    fallsaetze,
    fassung_in_worten,
    fragenzeilen,
    geaenderte,
    kernsatz,
    regelzeilen,
)
from kooperationsvertrag.fall.vergleich_als_json import VerglichenerFall
from kooperationsvertrag.revision.fassungsvergleich import (
    Aenderung,
    Bestimmungsvergleich,
    Fassungsvergleich,
)
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.normen import NORMEN

AEHNLICH_GENUG = 0.5
"""Ab dieser Ähnlichkeit sind in einem Text die geänderten Wörter bezeichnet; darunter wäre es ein Flickenteppich."""

UNTERSCHIED_IN_WORTEN = "In geänderten Texten ist Gestrichenes durchgestrichen und Hinzugekommenes unterstrichen."
"""Was zu bezeichneten Wörtern zu sagen ist."""

_DOKUMENT = {norm.kennung: norm.fundstelle.dokument for norm in NORMEN}
_KLAUSELN = "Klauseln der Entwürfe"

_STIL = """
:root { color-scheme: light dark; --grund: #fff; --text: #1a1a1a; --leise: #595959; --linie: #c4c4c4;
  --kopf: #f2f2f2; --alt: #fdeaea; --neu: #e6f4e8; --marke: #7a4a00; --verweis: #0b4f9e; }
@media (prefers-color-scheme: dark) {
  :root { --grund: #17191c; --text: #eaeaea; --leise: #b3b3b3; --linie: #4d5157; --kopf: #24272c;
    --alt: #3f2324; --neu: #1f3827; --marke: #f3bd6b; --verweis: #8ec2ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--grund); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; hyphens: auto; }
a { color: var(--verweis); }
a:focus-visible { outline: 3px solid var(--verweis); outline-offset: 2px; }
.sprung { position: absolute; left: -100rem; }
.sprung:focus { position: static; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; line-height: 1.3; }
.kern { font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 1rem; }
caption { text-align: left; color: var(--leise); padding: .25rem 0 .5rem; }
th, td { border: 1px solid var(--linie); padding: .4rem .6rem; text-align: left; vertical-align: top;
  white-space: pre-line; }
thead th, .gruppe th { background: var(--kopf); }
tbody th { font-weight: 600; }
.synopse { table-layout: fixed; }
.synopse thead th:first-child { width: 9rem; }
.anders .alt { background: var(--alt); }
.anders .neu { background: var(--neu); }
.art { display: block; font-weight: 600; color: var(--marke); }
.gleich .art { font-weight: 400; color: var(--leise); }
.gleich td { color: var(--leise); }
.betraege thead th:not(:first-child) { text-align: right; }
.betrag { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
del { text-decoration: line-through 2px; }
ins { text-decoration: underline 2px; text-underline-offset: .2em; }
footer { margin-top: 3rem; border-top: 1px solid var(--linie); color: var(--leise); font-size: .9rem; }
@media (max-width: 44rem) {
  body { padding: .75rem; overflow-wrap: anywhere; }
  dl { display: block; }
  dd { margin-bottom: .5rem; }
  table, caption, tbody, tr, th, td { display: block; width: auto !important; }
  thead { position: absolute; left: -100rem; }
  tr { border: 1px solid var(--linie); margin-bottom: .75rem; }
  th, td { border: 0; border-bottom: 1px solid var(--linie); }
  tr > :last-child { border-bottom: 0; }
  tbody th { background: var(--kopf); }
  td::before { content: attr(data-spalte) ": "; font-weight: 600; }
  td[colspan]::before { content: ""; }
  .betrag { text-align: left; white-space: normal; }
}
@media print {
  :root { color-scheme: light; --grund: #fff; --text: #000; --leise: #333; --linie: #777; --kopf: #eee;
    --alt: #fff; --neu: #fff; --marke: #000; --verweis: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .sprung, nav { display: none; }
  thead { display: table-header-group; }
  tr, h2 { break-inside: avoid; }
  h2 { break-after: avoid; }
}
"""


def synopse(vergleich: Fassungsvergleich, faelle: Sequence[VerglichenerFall], namen: Namen, beleg: Beleg) -> str:
    """Setzt den Vergleich zweier Fassungen als HTML-Seite.

    Args:
        vergleich: Was die Fassungen unterscheidet.
        faelle: Die Fälle, die unter beiden gerechnet sind.
        namen: Kurzer Name je Partner.
        beleg: Womit sich der Vergleich wiederholen lässt.

    Returns:
        Die ganze Seite; sie lädt nichts nach.

    >>> from kooperationsvertrag.revision.fassungsvergleich import vergleiche
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> synopse(vergleiche(BERICHT_2017, BERICHT_2017), (), {}, ()).splitlines()[0]
    '<!DOCTYPE html>'
    """
    ueberschrift = f"Synopse: {vergleich.alt.kennung} und {vergleich.neu.kennung}"
    teile = [
        "<!DOCTYPE html>",
        '<html lang="de">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{html(ueberschrift)}</title>",
        f"<style>{_STIL}</style>",
        "</head>",
        "<body>",
        '<a class="sprung" href="#inhalt">Zum Inhalt springen</a>',
        f"<header><h1>{html(ueberschrift)}</h1>{_fassungen(vergleich)}</header>",
        '<main id="inhalt">',
        f'<p class="kern">{html(kernsatz(vergleich))}</p>',
        _verweise(vergleich),
        _bestimmungen(vergleich),
        _fragen(vergleich, namen),
        _angaben(vergleich, namen),
        _regeln(vergleich),
        *[_fall(nummer, fall, vergleich.neu, namen) for nummer, fall in enumerate(faelle, start=1)],
        "</main>",
        f"<footer><p>Beleg: {html(' · '.join(f'{bezeichnung} {wert}' for bezeichnung, wert in beleg))}</p></footer>",
        "</body>",
        "</html>",
    ]
    return "\n".join(filter(None, teile)) + "\n"


def html(text: str) -> str:
    r"""Macht einen Text für HTML unschädlich; Steuerzeichen werden sichtbar.

    >>> html("a < b\u202e")
    'a &lt; b·'
    """
    return escape("".join("·" if _ist_unsichtbar(zeichen) else zeichen for zeichen in text))


def _ist_unsichtbar(zeichen: str) -> bool:
    return zeichen != "\n" and unicodedata.category(zeichen) in ("Cc", "Cf", "Cs")


def _fassungen(vergleich: Fassungsvergleich) -> str:
    return (
        f"<dl><dt>Bisher</dt><dd>{html(fassung_in_worten(vergleich.alt))}</dd>"
        f"<dt>Neu</dt><dd>{html(fassung_in_worten(vergleich.neu))}</dd></dl>"
    )


def _verweise(vergleich: Fassungsvergleich) -> str:
    """Setzt Sprünge zu jeder geänderten Bestimmung."""
    punkte = [
        f'<li><a href="#bestimmung-{nummer}">{html(eine.kennung)}</a>: {AENDERUNG[eine.aenderung]}</li>'
        for nummer, eine in enumerate(vergleich.bestimmungen, start=1)
        if eine.aenderung is not Aenderung.UNVERAENDERT
    ]
    if not punkte:
        return ""
    liste = "\n".join(punkte)
    return f'<nav aria-labelledby="verweise"><h2 id="verweise">Was sich ändert</h2>\n<ul>\n{liste}\n</ul></nav>'


def _bestimmungen(vergleich: Fassungsvergleich) -> str:
    """Setzt alle Bestimmungen in ihrer Reihenfolge, je Dokument eine Gruppe."""
    satz = bestimmungssatz(vergleich)
    if any(_woerter_bezeichnet(eine) for eine in geaenderte(vergleich)):
        satz = f"{satz} {UNTERSCHIED_IN_WORTEN}"
    numeriert = enumerate(vergleich.bestimmungen, start=1)
    gruppen = [
        "\n".join(
            [
                '<tbody role="rowgroup">',
                f'<tr class="gruppe" role="row"><th scope="rowgroup" role="rowheader" colspan="3">{html(wo)}</th></tr>',
                *[_bestimmung(nummer, eine) for nummer, eine in eintraege],
                "</tbody>",
            ]
        )
        for wo, eintraege in groupby(numeriert, key=lambda eintrag: _DOKUMENT.get(eintrag[1].kennung, _KLAUSELN))
    ]
    kopf = _kopf(("Bestimmung", "Bisher", "Neu"))
    return _abschnitt(
        "synopse",
        "Sätze und Klauseln",
        f'<table class="synopse" role="table"><caption>{html(satz)}</caption>\n{kopf}\n'
        + "\n".join(gruppen)
        + "\n</table>",
    )


def _bestimmung(nummer: int, eine: Bestimmungsvergleich) -> str:
    kopf = (
        f'<th scope="row" role="rowheader">{html(eine.kennung)} '
        f'<span class="art">{AENDERUNG[eine.aenderung]}</span></th>'
    )
    if eine.aenderung is Aenderung.UNVERAENDERT:
        return (
            f'<tr id="bestimmung-{nummer}" class="gleich" role="row">{kopf}'
            f'<td role="cell" colspan="2">{html(eine.alt or NICHTS)}</td></tr>'
        )
    alt, neu = _mit_bezeichneten_woertern(eine)
    return (
        f'<tr id="bestimmung-{nummer}" class="anders" role="row">{kopf}'
        f'<td role="cell" class="alt" data-spalte="Bisher">{alt}</td>'
        f'<td role="cell" class="neu" data-spalte="Neu">{neu}</td></tr>'
    )


def _abgleich(eine: Bestimmungsvergleich) -> SequenceMatcher[str]:
    return SequenceMatcher(None, _woerter(eine.alt), _woerter(eine.neu), autojunk=False)


def _woerter(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)


def _woerter_bezeichnet(eine: Bestimmungsvergleich) -> bool:
    return bool(eine.alt and eine.neu) and _abgleich(eine).ratio() >= AEHNLICH_GENUG


def _mit_bezeichneten_woertern(eine: Bestimmungsvergleich) -> tuple[str, str]:
    """Gibt alten und neuen Text; sind sie einander ähnlich, mit bezeichneten Unterschieden."""
    if not _woerter_bezeichnet(eine):
        return html(eine.alt or NICHTS), html(eine.neu or NICHTS)
    vorher, nachher = _woerter(eine.alt), _woerter(eine.neu)
    alt, neu = [], []
    for art, a, b, c, d in _abgleich(eine).get_opcodes():
        gleich = art == "equal"
        alt.append(_bezeichnet("".join(vorher[a:b]), "" if gleich else "del"))
        neu.append(_bezeichnet("".join(nachher[c:d]), "" if gleich else "ins"))
    return "".join(alt), "".join(neu)


def _bezeichnet(text: str, element: str) -> str:
    """Setzt Text in ein Element, die Leerzeichen an seinen Enden davor und dahinter."""
    kern = text.strip()
    if not element or not kern:
        return html(text)
    davor, _, dahinter = text.partition(kern)
    return f"{html(davor)}<{element}>{html(kern)}</{element}>{html(dahinter)}"


def _fragen(vergleich: Fassungsvergleich, namen: Namen) -> str:
    zeilen = fragenzeilen(vergleich, namen)
    if not zeilen:
        return ""
    return _abschnitt(
        "fragen",
        "Fragen",
        _tabelle(
            "Fragen, die der Bericht von 2017 offen lässt, und wie die Fassungen sie regeln.",
            ("Frage", "Was sich ändert", "Bisher", "Neu"),
            zeilen,
        ),
    )


def _angaben(vergleich: Fassungsvergleich, namen: Namen) -> str:
    if not vergleich.angaben:
        return ""
    return _abschnitt(
        "angaben",
        "Angaben",
        _tabelle(
            "Angaben, die sich ändern, mit dem Satz, der sie bestimmt.",
            ("Angabe", "Bisher", "Neu", "Satz"),
            angabenzeilen(vergleich, namen),
        ),
    )


def _regeln(vergleich: Fassungsvergleich) -> str:
    if not vergleich.betroffene_regeln:
        return ""
    return _abschnitt(
        "regeln",
        "Regeln",
        _tabelle(
            "Regeln, die anders antworten können, und die Sätze, auf denen sie beruhen.",
            ("Gegenstand", "Regeln", "Sätze"),
            regelzeilen(vergleich),
        ),
    )


def _fall(nummer: int, fall: VerglichenerFall, neu: Vertragsfassung, namen: Namen) -> str:
    saetze = "\n".join(f"<p>{html(satz)}</p>" for satz in fallsaetze(fall.vergleich, neu))
    zeilen = [
        (f"{zeile.jahr}, {zeile.partner}: {zeile.groesse}", zeile.alt, zeile.neu, zeile.differenz)
        for zeile in betragszeilen(fall.vergleich, namen)
    ]
    kopf = ("Jahr, Partner, Betrag", "Bisher", "Neu", "Unterschied")
    tabelle = _tabelle("Beträge, die sich ändern.", kopf, zeilen, betraege=True) if zeilen else ""
    return _abschnitt(f"fall-{nummer}", f"Fall: {fall.titel}", f"{saetze}\n{tabelle}")


def _abschnitt(kennung: str, ueberschrift: str, inhalt: str) -> str:
    return f'<section aria-labelledby="{kennung}"><h2 id="{kennung}">{html(ueberschrift)}</h2>\n{inhalt}\n</section>'


def _kopf(spalten: Iterable[str]) -> str:
    zellen = "".join(f'<th scope="col" role="columnheader">{html(spalte)}</th>' for spalte in spalten)
    return f'<thead role="rowgroup"><tr role="row">{zellen}</tr></thead>'


def _tabelle(
    beschreibung: str, spalten: Sequence[str], zeilen: Iterable[Sequence[str]], *, betraege: bool = False
) -> str:
    """Setzt eine Tabelle, deren erste Spalte sagt, worum es in der Zeile geht."""
    klasse = ' class="betrag"' if betraege else ""
    klasse_der_tabelle = ' class="betraege"' if betraege else ""
    gesetzt = [
        f'<tr role="row"><th scope="row" role="rowheader">{html(zeile[0])}</th>'
        + "".join(
            f'<td role="cell"{klasse} data-spalte="{html(spalte)}">{html(wert)}</td>'
            for spalte, wert in zip(spalten[1:], zeile[1:], strict=True)
        )
        + "</tr>"
        for zeile in zeilen
    ]
    return (
        f'<table{klasse_der_tabelle} role="table"><caption>{html(beschreibung)}</caption>\n{_kopf(spalten)}\n'
        '<tbody role="rowgroup">\n' + "\n".join(gesetzt) + "\n</tbody></table>"
    )
