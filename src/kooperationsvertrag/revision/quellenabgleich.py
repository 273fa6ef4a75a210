"""Quellenabgleich: steht in einem Dokument noch, wovon die Regeln ausgehen?

Das Normregister enthält die Quellen nicht, aber von jedem Satz einen Fingerabdruck: Länge und SHA-256 des bereinigten
Satzes. Wer das Dokument besitzt, kann damit sein eigenes Exemplar prüfen. Verglichen wird ohne Leerraum, Striche und
Aufzählungszeichen; anderer Umbruch und andere Silbentrennung ändern also nichts. Jedes andere Zeichen zählt.

Ein Satz ist *unverändert*, wenn er mit seinem Fingerabdruck dasteht. Sonst ist er *geändert*, wenn an seinem Platz,
zwischen den nächsten unveränderten Sätzen desselben Dokuments, sein Stichwort steht oder ein Satz, der zu keinem
Stichwort gehört. Steht dort nichts oder nur eine Überschrift, so *fehlt* er. Fremder Text vor dem ersten oder nach dem
letzten Satz kann einen fehlenden Satz als geändert erscheinen lassen, nie einen geänderten als unverändert.

Nicht bemerkt wird, was ein Dokument zusätzlich enthält.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise

from attrs import frozen

from kooperationsvertrag.norm import Fundstelle, Norm

_OHNE_BEDEUTUNG = frozenset({"Zs", "Zl", "Zp", "Pd", "Cc", "Cf", "Co"})
"""Unicode-Klassen, die der Vergleich übergeht: Leerraum, Striche, Steuerzeichen, private Zeichen."""

_AUFZAEHLUNGSZEICHEN = frozenset("•‣⁃▪▫■□●○◦")
"""Zeichen, die Textprogramme vor Listenpunkte setzen."""

_SATZENDE = re.compile(r"(?:[^\W\d_]{3}|[a-zäöüß]{2})\W?[.!?](?=\s|$)|e\.\s?V\.(?=\s+[A-ZÄÖÜ]|$)")
"""Ein Punkt nach einem Wort oder einem Verein, nicht nach „Nr.“, „z.B.“ oder im Datum; Überschriften enden nicht so."""

_SATZENDE_ODER_DOPPELPUNKT = re.compile(_SATZENDE.pattern + r"|(?:\S+\s+){5}\S+:(?=\s|$)")
"""Wie das Satzende, oder ein Doppelpunkt nach mindestens sechs Wörtern; kürzer ist es eine Überschrift."""

_SILBENTRENNUNG = re.compile(r"[-\u00ad\u2010][^\S\n]*\n\s*")


class Stand(StrEnum):
    """Wie ein Satz im Dokument steht."""

    UNVERAENDERT = "unveraendert"
    GEAENDERT = "geaendert"
    FEHLT = "fehlt"


@frozen
class Satzabgleich:
    """Was der Abgleich zu einem Satz ergeben hat."""

    norm: Norm
    """Der gesuchte Satz."""
    stand: Stand
    """Unverändert, geändert oder nicht vorhanden."""
    wortlaut: str
    """Der Satz, wie er im Dokument umbrochen ist; leer, wenn er nicht unverändert dasteht."""


@frozen
class _Bereinigt:
    """Ein bereinigter Text, der weiß, woher jedes Zeichen stammt."""

    vorlage: str
    """Der Text, wie er gegeben ist."""
    zeichen: str
    """Der bereinigte Text."""
    von: tuple[int, ...]
    """Je Zeichen die Stelle der Vorlage, an der es beginnt."""
    bis: tuple[int, ...]
    """Je Zeichen die Stelle der Vorlage, an der es endet."""

    def ausschnitt(self, stelle: _Stelle) -> str:
        """Gibt, was in der Vorlage an einer Stelle des bereinigten Textes steht."""
        return self.vorlage[self.von[stelle.von] : self.bis[stelle.bis - 1]] if stelle.von < stelle.bis else ""


@frozen(order=True)
class _Stelle:
    """Ein Abschnitt des bereinigten Textes."""

    von: int
    """Erstes Zeichen."""
    bis: int
    """Erstes Zeichen danach."""


def bereinigt(text: str) -> str:
    r"""Gibt einen Text so, wie er verglichen wird: nach Unicode NFKC, ohne Leerraum, Striche und Aufzählungszeichen.

    Args:
        text: Text aus einem Dokument.

    Returns:
        Der Text ohne alles, was beim Umbrechen, Trennen und Kopieren entsteht oder verloren geht.

    >>> bereinigt("Rück-\nführung der Mittel – anteilig")
    'RückführungderMittelanteilig'
    """
    return _bereinige(text).zeichen


def dokumente_in(text: str, normen: Iterable[Norm]) -> tuple[str, ...]:
    """Gibt die Dokumente, die ein Text enthält.

    Ein Dokument ist enthalten, wenn mindestens einer seiner Sätze unverändert dasteht oder mindestens die Hälfte
    seiner Stichwörter vorkommt.

    Args:
        text: Text des zu prüfenden Dokuments.
        normen: Sätze des Registers, aller Dokumente.

    Returns:
        Bezeichnungen der Dokumente in der Reihenfolge des Registers; leer, wenn der Text keines enthält.

    >>> from kooperationsvertrag.vertrag.normen import NORMEN
    >>> dokumente_in("Ein Text über etwas ganz anderes.", NORMEN)
    ()
    """
    gesamt = _bereinige(text)
    register = tuple(normen)
    return _dokumente(gesamt, register, _funde(gesamt, register))


def abgleich(text: str, normen: Iterable[Norm]) -> tuple[Satzabgleich, ...]:
    """Stellt fest, welche Sätze der Quellen in einem Dokument noch unverändert stehen.

    Args:
        text: Text des zu prüfenden Dokuments.
        normen: Sätze des Registers in der Reihenfolge der Quellen. Für die Unterscheidung von geänderten und
            fehlenden Sätzen sind alle Sätze eines Dokuments nötig, weil jeder seinen Platz zwischen Nachbarn hat.

    Returns:
        Je Satz das Ergebnis, in der gegebenen Reihenfolge. Sätze von Dokumenten, die der Text nicht enthält
        (:func:`dokumente_in`), kommen nicht vor; enthält er keines, ist das Ergebnis leer.

    >>> from kooperationsvertrag.vertrag.normen import NORMEN
    >>> abgleich("Ein Text über etwas ganz anderes.", NORMEN)
    ()
    """
    gesamt = _bereinige(text)
    register = tuple(normen)
    funde = _funde(gesamt, register)
    dokumente = _dokumente(gesamt, register, funde)
    gesucht = [norm for norm in register if norm.fundstelle.dokument in dokumente]
    geaendert = _geaenderte(gesamt, gesucht, funde)
    return tuple([_ergebnis(gesamt, norm, funde, geaendert) for norm in gesucht])


def _ergebnis(gesamt: _Bereinigt, norm: Norm, funde: Mapping[str, _Stelle], geaendert: frozenset[str]) -> Satzabgleich:
    if norm.kennung in funde:
        return Satzabgleich(norm, Stand.UNVERAENDERT, _geordnet(gesamt.ausschnitt(funde[norm.kennung])))
    return Satzabgleich(norm, Stand.GEAENDERT if norm.kennung in geaendert else Stand.FEHLT, "")


def _geordnet(text: str) -> str:
    """Lässt Zeilenumbrüche stehen und macht aus anderem Leerraum ein einzelnes Leerzeichen."""
    return re.sub(r"[^\S\n]+", " ", re.sub(r"[^\S\n]*\n\s*", "\n", text))


def _bereinige(text: str) -> _Bereinigt:
    spuren = [
        (zeichen, von, bis)
        for von, bis in _zeichenfolgen(text)
        for zeichen in unicodedata.normalize("NFKC", text[von:bis])
        if unicodedata.category(zeichen) not in _OHNE_BEDEUTUNG and zeichen not in _AUFZAEHLUNGSZEICHEN
    ]
    return _Bereinigt(
        vorlage=text,
        zeichen="".join([zeichen for zeichen, _, _ in spuren]),
        von=tuple([von for _, von, _ in spuren]),
        bis=tuple([bis for _, _, bis in spuren]),
    )


def _zeichenfolgen(text: str) -> Iterator[tuple[int, int]]:
    """Zerlegt einen Text in Buchstaben mit ihren angehängten Zeichen (u und Trema gehören zusammen)."""
    anfaenge = [stelle for stelle, zeichen in enumerate(text) if stelle == 0 or not unicodedata.combining(zeichen)]
    return pairwise([*anfaenge, len(text)])


def _fund(zeichen: str, fundstelle: Fundstelle) -> _Stelle | None:
    """Sucht einen Satz: nur wo das Stichwort im richtigen Abstand steht, wird der Fingerabdruck gebildet."""
    stichwort = bereinigt(fundstelle.stichwort)
    treffer = zeichen.find(stichwort, fundstelle.abstand)
    while treffer >= 0:
        von = treffer - fundstelle.abstand
        if sha256(zeichen[von : von + fundstelle.laenge].encode()).hexdigest() == fundstelle.sha256:
            return _Stelle(von, von + fundstelle.laenge)
        treffer = zeichen.find(stichwort, treffer + 1)
    return None


def _funde(gesamt: _Bereinigt, normen: Iterable[Norm]) -> dict[str, _Stelle]:
    gesucht = {norm.kennung: _fund(gesamt.zeichen, norm.fundstelle) for norm in normen}
    return {kennung: stelle for kennung, stelle in gesucht.items() if stelle is not None}


def _je_dokument(normen: Iterable[Norm]) -> dict[str, list[Norm]]:
    dokumente: dict[str, list[Norm]] = {}
    for norm in normen:
        dokumente.setdefault(norm.fundstelle.dokument, []).append(norm)
    return dokumente


def _dokumente(gesamt: _Bereinigt, normen: Iterable[Norm], funde: Mapping[str, _Stelle]) -> tuple[str, ...]:
    return tuple(
        [
            dokument
            for dokument, saetze in _je_dokument(normen).items()
            if any(norm.kennung in funde for norm in saetze)
            or 2 * sum(_hat_stichwort(gesamt.zeichen, norm) for norm in saetze) >= len(saetze)
        ]
    )


def _hat_stichwort(zeichen: str, norm: Norm) -> bool:
    return bereinigt(norm.fundstelle.stichwort) in zeichen


def _geaenderte(gesamt: _Bereinigt, normen: Iterable[Norm], funde: Mapping[str, _Stelle]) -> frozenset[str]:
    """Gibt die Kennungen der Sätze, die verändert an ihrem Platz stehen."""
    luecken = _luecken(gesamt, funde.values())
    geaendert: set[str] = set()
    for saetze in _je_dokument(normen).values():
        gefunden = [stelle for stelle, norm in enumerate(saetze) if norm.kennung in funde]
        for links, rechts in pairwise([-1, *gefunden, len(saetze)]):
            if rechts - links == 1:
                continue
            davor = saetze[links] if links >= 0 else None
            danach = saetze[rechts] if rechts < len(saetze) else None
            texte = [
                gesamt.ausschnitt(luecke)
                for luecke in luecken
                if (davor is None and danach is None)
                or (davor is not None and luecke.von == funde[davor.kennung].bis)
                or (danach is not None and luecke.bis == funde[danach.kennung].von)
            ]
            geaendert |= _geaendert_zwischen(davor, saetze[links + 1 : rechts], danach, "\n\n".join(texte))
    return frozenset(geaendert)


def _luecken(gesamt: _Bereinigt, funde: Iterable[_Stelle]) -> list[_Stelle]:
    """Gibt, was zwischen den unveränderten Sätzen liegt."""
    grenzen = [0, *[grenze for fund in sorted(funde) for grenze in (fund.von, fund.bis)], len(gesamt.zeichen)]
    return [_Stelle(von, bis) for von, bis in zip(grenzen[::2], grenzen[1::2], strict=True)]


def _geaendert_zwischen(davor: Norm | None, saetze: Sequence[Norm], danach: Norm | None, luecke: str) -> set[str]:
    """Ordnet zu, was zwischen zwei unveränderten Sätzen steht: erst nach dem Stichwort, dann nach Ähnlichkeit.

    Am Anfang und am Ende eines Dokuments zählt nur, was dem Nachbarn am nächsten steht: Weiteres kann fremd sein.
    """
    am_stichwort = [norm for norm in saetze if _hat_stichwort(bereinigt(luecke), norm)]
    offen = [norm for norm in saetze if norm not in am_stichwort]
    stuecke = _satzstuecke(davor, saetze, danach, luecke)
    if davor is None and danach is not None:
        stuecke = stuecke[-len(saetze) :]
    if danach is None and davor is not None:
        stuecke = stuecke[: len(saetze)]
    for stueck in stuecke:
        if offen and not any(_hat_stichwort(stueck, norm) for norm in am_stichwort):
            offen.remove(min(offen, key=lambda norm: _unaehnlichkeit(stueck, norm)))
    return {norm.kennung for norm in saetze if norm not in offen}


def _unaehnlichkeit(stueck: str, norm: Norm) -> tuple[Fraction, int]:
    """Vergleicht erst, wie viel vom Stichwort fehlt, dann die Länge."""
    woerter = norm.fundstelle.stichwort.split()
    fehlend = sum(bereinigt(wort) not in stueck for wort in woerter)
    return Fraction(fehlend, len(woerter)), abs(norm.fundstelle.laenge - len(stueck))


def _satzstuecke(davor: Norm | None, saetze: Sequence[Norm], danach: Norm | None, luecke: str) -> list[str]:
    """Gibt bereinigt, was in einer Lücke wie ein Satz aussieht.

    Was kein Satzende hat, kann eine Überschrift sein. Liegt zwischen den Nachbarn keine, so zählt es ebenfalls, wenn
    es mindestens halb so lang ist wie der kürzeste gesuchte Satz. Ein Satz, der vor einer Überschrift steht und mit
    seinem Stichwort auch sein Satzende verloren hat, ist deshalb von einem fehlenden nicht zu unterscheiden.
    """
    fliesstext = _SILBENTRENNUNG.sub("", luecke)
    muster = _SATZENDE if davor is None else _SATZENDE_ODER_DOPPELPUNKT
    enden = [treffer.end() for treffer in muster.finditer(fliesstext)]
    stuecke = [bereinigt(fliesstext[von:bis]) for von, bis in pairwise([0, *enden])]
    rest = bereinigt(fliesstext[enden[-1] if enden else 0 :])
    ueberschriften = {norm.fundstelle.ueberschrift for norm in (davor, *saetze, danach) if norm is not None}
    ist_ohne_ueberschrift = davor is not None and danach is not None and len(ueberschriften) == 1
    if ist_ohne_ueberschrift and 2 * len(rest) >= min([norm.fundstelle.laenge for norm in saetze]):
        stuecke.append(rest)
    return stuecke
