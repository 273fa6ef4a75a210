"""Als HTML: die Bausteine, aus denen die Ausgabe der Befehlszeile besteht, als Überschriften, Absätze und Tabellen.

So steht im Browser, was auch am Bildschirm steht, und es gibt jeden Satz nur einmal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from kooperationsvertrag.darstellung.seite import EINZUG, SCHWERE, Baustein
from kooperationsvertrag.darstellung.synopse import html
from kooperationsvertrag.vertrag.normen import NORMEN

OBERSTE_UEBERSCHRIFT = 2
"""Ebene der Überschrift, die in einem Text der Titel der Seite ist."""

KENNUNG = re.compile(r"\b(?:17|23)-[A-Z]+\d+\b")
"""Was aussieht wie die Kennung eines Satzes."""

_FEST = "\ue000"
_SCHWERE = {wort: str(schwere) for schwere, wort in SCHWERE.items()}
_NUMMER = re.compile(r"\s*(\d+)\.")


def als_html(bausteine: Iterable[Baustein], *, ebene: int = OBERSTE_UEBERSCHRIFT) -> str:
    r"""Setzt Bausteine als HTML untereinander.

    Args:
        bausteine: Was auf der Seite steht.
        ebene: Ebene der Überschrift für einen Titel; andere Überschriften stehen eine darunter.

    Returns:
        HTML ohne Gerüst.

    >>> from kooperationsvertrag.darstellung.seite import absatz, titel
    >>> als_html([titel("Fall"), absatz("a < b")])
    '<h2>Fall</h2>\n<p>a &lt; b</p>'
    """
    return "\n".join(stueck for baustein in bausteine for stueck in _stuecke(baustein, ebene))


def genannte_saetze(text: str) -> tuple[str, ...]:
    """Findet die Sätze der Quelle, die ein Text nennt.

    Args:
        text: Text oder HTML.

    Returns:
        Ihre Kennungen, jede einmal, in der Reihenfolge des Registers.

    >>> genannte_saetze("Beruht auf 17-F8 und 17-F1, nicht auf 17-X99.")
    ('17-F1', '17-F8')
    """
    genannt = set(KENNUNG.findall(text))
    return tuple(norm.kennung for norm in NORMEN if norm.kennung in genannt)


def mit_verweisen(seite: str, stamm: str) -> str:
    """Macht aus jeder Kennung eines Satzes einen Verweis; was keine ist, bleibt Text.

    Args:
        seite: HTML, in dem die Kennungen als Text stehen.
        stamm: Anfang der Kennung des Ziels im Dokument.

    Returns:
        HTML mit Verweisen.

    >>> mit_verweisen("<p>Siehe 17-F8.</p>", "satz-")
    '<p>Siehe <a href="#satz-17-F8">17-F8</a>.</p>'
    """
    saetze = frozenset(genannte_saetze(seite))

    def verweis(gefunden: re.Match[str]) -> str:
        kennung = gefunden[0]
        return f'<a href="#{stamm}{kennung}">{kennung}</a>' if kennung in saetze else kennung

    teile = re.split(r"(<[^>]*>)", seite)
    return "".join(teil if teil.startswith("<") else KENNUNG.sub(verweis, teil) for teil in teile)


def ist_ueberschrift(baustein: Baustein, titel: str = "") -> bool:
    """Sagt, ob ein Baustein eine Überschrift ist.

    Args:
        baustein: Der Baustein.
        titel: Wie sie lautet; leer: irgendeine.

    >>> from kooperationsvertrag.darstellung.seite import absatz, ueberschrift
    >>> ist_ueberschrift(ueberschrift("Als Nächstes")), ist_ueberschrift(absatz("Als Nächstes"))
    (True, False)
    """
    innen, _ = _ausgepackt(baustein)
    gefunden = _ueberschrift(innen) if isinstance(innen, Text) else None
    return gefunden is not None and (not titel or gefunden[0] == titel)


def ohne_zeilen_der_falldatei(bausteine: Iterable[Baustein]) -> Iterator[Baustein]:
    """Lässt weg, was jemand in eine Falldatei abschreiben soll, mit dem Satz, der es ankündigt.

    Args:
        bausteine: Was auf der Seite steht.

    Yields:
        Die übrigen Bausteine.

    >>> from kooperationsvertrag.darstellung.seite import absatz, zeilen
    >>> list(ohne_zeilen_der_falldatei([absatz("Dann steht dort:"), zeilen(["a = 1"])]))
    []
    """
    alle = list(bausteine)
    for baustein, folgender in zip(alle, [*alle[1:], None], strict=True):
        kuendigt_an = folgender is not None and _ist_zeilenblock(folgender) and not _ist_zeilenblock(baustein)
        if not kuendigt_an and not _ist_zeilenblock(baustein):
            yield baustein


def _ist_zeilenblock(baustein: Baustein) -> bool:
    innen, einzug = _ausgepackt(baustein)
    return isinstance(innen, Text) and einzug >= 2 * EINZUG


def _ueberschrift(text: Text) -> tuple[str, bool] | None:
    """Gibt den Wortlaut einer Überschrift und ob sie der Titel der Seite ist; nichts, wenn es keine ist."""
    zeilen = text.plain.split("\n")
    if len(zeilen) == 2 and zeilen[0] and set(zeilen[1]) in ({"="}, {"-"}):
        return zeilen[0].replace(_FEST, " "), zeilen[1].startswith("=")
    return None


def _stuecke(baustein: Baustein, ebene: int) -> Iterator[str]:
    innen, eingerueckt = _ausgepackt(baustein)
    if isinstance(innen, Text):
        yield _text(innen, eingerueckt, ebene)
    elif isinstance(innen, Table):
        yield _tafel(innen)
    else:
        raise TypeError(f"So ein Baustein lässt sich nicht als HTML setzen: {type(innen).__name__}")


def _ausgepackt(baustein: Baustein) -> tuple[object, int]:
    """Nimmt Abstände weg; gibt, was darin ist, und wie weit es eingerückt war."""
    einzug = 0
    while isinstance(baustein, Padding):
        einzug += baustein.left
        baustein = baustein.renderable
    return baustein, einzug


def _text(text: Text, einzug: int, ebene: int) -> str:
    kopf = _ueberschrift(text)
    if kopf:
        stufe = ebene if kopf[1] else ebene + 1
        return f"<h{stufe}>{html(kopf[0])}</h{stufe}>"
    if einzug >= 2 * EINZUG:
        return f"<pre>{_inhalt(text.plain)}</pre>"
    klasse = ' class="kern"' if "bold" in str(text.style) else ""
    return f"<p{klasse}>{_inhalt(text.plain)}</p>"


def _inhalt(text: str) -> str:
    return html(text.replace(_FEST, "\u00a0"))


def _tafel(tafel: Table) -> str:
    zeilen = _zeilen(tafel)
    ohne_kopf = not any(_klartext(spalte.header) for spalte in tafel.columns)
    if ohne_kopf and len(zeilen) == 1 and _NUMMER.fullmatch(zeilen[0][0]):
        return _schritt(zeilen[0])
    if ohne_kopf and all(zeile[0] in _SCHWERE for zeile in zeilen):
        return _befunde(zeilen)
    if ohne_kopf and all(zeile[0].endswith(":") for zeile in zeilen):
        return _angaben(zeilen)
    return _tabelle(tafel, zeilen, ohne_kopf=ohne_kopf)


def _zeilen(tafel: Table) -> list[list[str]]:
    return [list(zeile) for zeile in zip(*[_zellen(spalte) for spalte in tafel.columns], strict=True)]


def _zellen(spalte: Column) -> list[str]:
    return [_klartext(zelle) for zelle in spalte.cells]


def _klartext(zelle: object) -> str:
    """Gibt den Text einer Zelle; Leerzeichen, die nicht umbrochen werden, bleiben solche."""
    text = zelle.plain if isinstance(zelle, Text) else str(zelle)
    return text.replace(_FEST, "\u00a0")


def _schritt(zeile: Sequence[str]) -> str:
    nummer = _NUMMER.fullmatch(zeile[0])
    assert nummer
    erster, *weitere = zeile[1].split("\n")
    absaetze = "".join(f"<p>{html(absatz)}</p>" for absatz in weitere)
    return f'<div class="schritt"><p><strong>{nummer[1]}. {html(erster)}</strong></p>{absaetze}</div>'


def _befunde(zeilen: Iterable[Sequence[str]]) -> str:
    punkte = [
        f'<li class="{_SCHWERE[schwere]}"><strong>{html(schwere)}:</strong> {html(text)}</li>'
        for schwere, text in zeilen
    ]
    return f'<ul class="befunde">{"".join(punkte)}</ul>'


def _angaben(zeilen: Iterable[Sequence[str]]) -> str:
    paare = [f"<dt>{html(bezeichnung.removesuffix(':'))}</dt><dd>{html(inhalt)}</dd>" for bezeichnung, inhalt in zeilen]
    return f"<dl>{''.join(paare)}</dl>"


def _tabelle(tafel: Table, zeilen: Sequence[Sequence[str]], *, ohne_kopf: bool) -> str:
    return _tabelle_aus(
        [] if ohne_kopf else [_klartext(spalte.header) for spalte in tafel.columns],
        zeilen,
        [_klartext(spalte.footer) for spalte in tafel.columns] if tafel.show_footer else [],
        [spalte.justify == "right" for spalte in tafel.columns],
    )


def tabelle(kopf: Sequence[str], zeilen: Sequence[Sequence[str]], *, betraege_ab: int) -> str:
    """Setzt eine Tabelle.

    Args:
        kopf: Überschriften der Spalten.
        zeilen: Der Inhalt, je ein Text für jede Spalte.
        betraege_ab: Die erste Spalte, in der Beträge stehen.

    Returns:
        HTML.

    >>> '<td role="cell" data-spalte="b">1</td>' in tabelle(["a", "b"], [["x", "1"]], betraege_ab=2)
    True
    """
    return _tabelle_aus(kopf, zeilen, [], [stelle >= betraege_ab for stelle in range(len(kopf))])


def _tabelle_aus(
    kopf: Sequence[str], zeilen: Sequence[Sequence[str]], summe: Sequence[str], rechts: Sequence[bool]
) -> str:
    """Setzt eine Tabelle; mit Kopf steht sie auf einem schmalen Bildschirm Zeile für Zeile untereinander."""
    genannt = [titel.replace("\n", "") for titel in kopf if titel]
    name = html(f"Tabelle: {', '.join(genannt)}" if genannt else "Tabelle")
    reihen = [f"<tr{_rolle('row', kopf)}>{_zellen_als_html(zeile, kopf, rechts)}</tr>" for zeile in zeilen]
    teile = [f'<div class="rollbar" tabindex="0" role="group" aria-label="{name}"><table{_rolle("table", kopf)}>']
    if kopf:
        teile.append(f'<thead role="rowgroup"><tr role="row">{_kopfzellen(kopf, rechts)}</tr></thead>')
    teile.append(f"<tbody{_rolle('rowgroup', kopf)}>{''.join(reihen)}</tbody>")
    if summe:
        zellen = _zellen_als_html(summe, kopf, rechts)
        teile.append(f"<tfoot{_rolle('rowgroup', kopf)}><tr{_rolle('row', kopf)}>{zellen}</tr></tfoot>")
    return "".join([*teile, "</table></div>"])


def _rolle(rolle: str, kopf: Sequence[str]) -> str:
    """Nennt die Rolle, die einem Teil einer Tabelle sonst verloren ginge, wenn er anders gesetzt wird."""
    return f' role="{rolle}"' if kopf else ""


def _kopfzellen(kopf: Sequence[str], rechts: Sequence[bool]) -> str:
    return "".join(
        f'<th scope="col" role="columnheader"{_klasse(ist_rechts)}>{_umbrochen(titel)}</th>' if titel else "<td></td>"
        for titel, ist_rechts in zip(kopf, rechts, strict=True)
    )


def _zellen_als_html(zellen: Sequence[str], kopf: Sequence[str], rechts: Sequence[bool]) -> str:
    """Setzt Zellen; hat die Tabelle einen Kopf, so ist die erste Zelle der Kopf ihrer Zeile."""
    gesetzt = []
    for stelle, (zelle, ist_rechts) in enumerate(zip(zellen, rechts, strict=True)):
        if kopf and zelle and stelle == 0:
            gesetzt.append(f'<th scope="row" role="rowheader"{_klasse(ist_rechts)}>{_umbrochen(zelle)}</th>')
        else:
            spalte = f' data-spalte="{html(kopf[stelle].replace(chr(10), ""))}"' if kopf and kopf[stelle] else ""
            gesetzt.append(f"<td{_rolle('cell', kopf)}{_klasse(ist_rechts)}{spalte}>{_umbrochen(zelle)}</td>")
    return "".join(gesetzt)


def _klasse(ist_rechts: bool) -> str:
    return ' class="betrag"' if ist_rechts else ""


def _umbrochen(zelle: str) -> str:
    return html(zelle).replace("\n", "<br>")
