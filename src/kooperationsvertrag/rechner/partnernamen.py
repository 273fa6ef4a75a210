"""Partnernamen: wer in einem Fall vorkommt, und wie er heißt. Wer tippt, schreibt Namen, die Falldatei Kennungen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kooperationsvertrag.fall.probleme import EingabeError, schlicht
from kooperationsvertrag.fall.zusammenhang import Tabelle, tabellen, text
from kooperationsvertrag.rechner.aufgaben import Dateien, lies_fassung
from kooperationsvertrag.vertrag.partner import Partner

VORRANG = "rundungsvorrang"
"""Name der Angabe, die Partner der Reihe nach nennt."""


def partnernamen(datei: Tabelle, dateien: Dateien) -> Mapping[str, str]:
    """Sagt, wie jeder heißt, der in einer Falldatei vorkommen kann.

    Args:
        datei: Der Inhalt der Falldatei.
        dateien: Entwürfe, die sie nennt.

    Returns:
        Je Kennung der Name; bei Partnern einer Fassung der kurze.

    >>> partnernamen({"fassung": "bericht-2017"}, {})["mettmann"]
    'Kreis Mettmann'
    """
    angaben = (("beitritt", "kennung"), ("antrag", "kennung"), ("ereignis", "akteur"))
    bewerber = [(text(antrag, wer), text(antrag, "name")) for wo, wer in angaben for _, antrag in tabellen(datei, wo)]
    genannt = {kennung: name for kennung, name in bewerber if kennung and name}
    return genannt | {partner.kennung: partner.kurzname for partner in _partner(datei, dateien)}


def mit_kennungen_im_vorrang(datei: dict[str, object], dateien: Dateien) -> dict[str, object]:
    """Schreibt in die Reihenfolge der Restcents Kennungen, wo jemand Namen getippt hat.

    Args:
        datei: Der Inhalt der Falldatei.
        dateien: Entwürfe, die sie nennt.

    Returns:
        Dieselbe Falldatei; was niemand so heißt, bleibt stehen.

    >>> datei = {"fassung": "bericht-2017", "auslegung": {"rundungsvorrang": ["IHK", "Düsseldorf", "Bonn"]}}
    >>> mit_kennungen_im_vorrang(datei, {})["auslegung"]
    {'rundungsvorrang': ['ihk', 'duesseldorf', 'Bonn']}
    """
    auslegung = datei.get("auslegung")
    vorrang = auslegung.get(VORRANG) if isinstance(auslegung, dict) else None
    if not isinstance(auslegung, dict) or not isinstance(vorrang, list):
        return datei
    kennungen = _kennungen(datei, dateien)
    neuer = [kennungen.get(schlicht(wer), wer) if isinstance(wer, str) else wer for wer in vorrang]
    return datei | {"auslegung": auslegung | {VORRANG: neuer}}


def _kennungen(datei: Tabelle, dateien: Dateien) -> dict[str, str]:
    namen = [(name, kennung) for kennung, name in partnernamen(datei, dateien).items()]
    namen += [(partner.name, partner.kennung) for partner in _partner(datei, dateien)]
    return {schlicht(name): kennung for name, kennung in [*namen, *((kennung, kennung) for _, kennung in namen)]}


def _partner(datei: Tabelle, dateien: Dateien) -> Iterator[Partner]:
    for tabelle in (datei, *(wechsel for _, wechsel in tabellen(datei, "fassungswechsel"))):
        try:
            yield from lies_fassung(text(tabelle, "fassung"), dateien).partner
        except EingabeError:
            continue
