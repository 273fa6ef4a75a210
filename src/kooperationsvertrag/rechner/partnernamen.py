"""Partnernamen: wer in einem Fall vorkommt, und wie er heißt. Wer tippt, schreibt Namen, die Falldatei Kennungen."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from kooperationsvertrag.fall.probleme import EingabeError, Problem, schlicht, stelle, zitat
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
    genannt = {kennung: name for kennung, name in _bewerber(datei) if kennung and name}
    return genannt | {partner.kennung: partner.kurzname for partner in _partner(datei, dateien)}


def _bewerber(datei: Tabelle) -> Iterator[tuple[str, str]]:
    for wo, wer in (("beitritt", "kennung"), ("antrag", "kennung"), ("ereignis", "akteur")):
        yield from ((text(antrag, wer), text(antrag, "name")) for _, antrag in tabellen(datei, wo))


def mit_kennungen_im_vorrang(datei: dict[str, object], dateien: Dateien) -> dict[str, object]:
    """Schreibt in die Reihenfolge der Restcents Kennungen, wo jemand Namen getippt hat.

    Args:
        datei: Der Inhalt der Falldatei.
        dateien: Entwürfe, die sie nennt.

    Returns:
        Dieselbe Falldatei; wie niemand oder wie mehrere heißen, das bleibt stehen.

    >>> datei = {"fassung": "bericht-2017", "auslegung": {"rundungsvorrang": ["IHK", "Düsseldorf", "Bonn"]}}
    >>> mit_kennungen_im_vorrang(datei, {})["auslegung"]
    {'rundungsvorrang': ['ihk', 'duesseldorf', 'Bonn']}
    """
    auslegung, vorrang = datei.get("auslegung"), _vorrang(datei)
    if not isinstance(auslegung, dict) or not vorrang:
        return datei
    gemeinte = _gemeinte(datei, dateien)
    neuer = [next(iter(wen)) if len(wen := _wen(gemeinte, wer)) == 1 else wer for wer in vorrang]
    return datei | {"auslegung": auslegung | {VORRANG: neuer}}


def mehrdeutiges_im_vorrang(datei: Tabelle, dateien: Dateien) -> Iterator[Problem]:
    """Nennt in der Reihenfolge der Restcents Namen, die mehrere haben.

    Args:
        datei: Der Inhalt der Falldatei.
        dateien: Entwürfe, die sie nennt.

    Yields:
        Je Name ein Problem mit den Kennungen, die ihn ersetzen können.

    >>> beitritte = [{"kennung": "neu", "name": "Köln"}, {"kennung": "neu2", "name": "Köln"}]
    >>> datei = {"beitritt": beitritte, "auslegung": {"rundungsvorrang": ["Köln"]}}
    >>> [problem.grund for problem in mehrdeutiges_im_vorrang(datei, {})]
    ['„Köln“ heißen mehrere; statt des Namens ist die Kennung nötig: neu oder neu2.']
    """
    gemeinte = _gemeinte(datei, dateien)
    for nummer, wer in enumerate(_vorrang(datei)):
        wen = _wen(gemeinte, wer)
        if len(wen) > 1:
            kennungen = " oder ".join(map(zitat, wen))
            grund = f"„{zitat(str(wer))}“ heißen mehrere; statt des Namens ist die Kennung nötig: {kennungen}."
            yield Problem(stelle(("auslegung", VORRANG, nummer)), grund, "")


def _vorrang(datei: Tabelle) -> list[object]:
    auslegung = datei.get("auslegung")
    vorrang = auslegung.get(VORRANG) if isinstance(auslegung, Mapping) else None
    return vorrang if isinstance(vorrang, list) else []


def _wen(gemeinte: Mapping[str, Collection[str]], wer: object) -> Collection[str]:
    """Nennt die Kennungen, die gemeint sein können; eine Kennung meint sich selbst, wie auch immer andere heißen."""
    if not isinstance(wer, str):
        return ()
    wen = gemeinte.get(schlicht(wer), ())
    return (wer,) if wer in wen else wen


def _gemeinte(datei: Tabelle, dateien: Dateien) -> dict[str, dict[str, None]]:
    """Sammelt je Name die Kennungen derer, die so heißen, in der Reihenfolge der Datei."""
    namen = [(name, kennung) for kennung, name in _bewerber(datei) if kennung and name]
    for partner in _partner(datei, dateien):
        namen += [(partner.kurzname, partner.kennung), (partner.name, partner.kennung)]
    gemeinte: dict[str, dict[str, None]] = {}
    for name, kennung in namen:
        gemeinte.setdefault(schlicht(name), {})[kennung] = None
        gemeinte.setdefault(schlicht(kennung), {})[kennung] = None
    return gemeinte


def _partner(datei: Tabelle, dateien: Dateien) -> Iterator[Partner]:
    for tabelle in (datei, *(wechsel for _, wechsel in tabellen(datei, "fassungswechsel"))):
        try:
            yield from lies_fassung(text(tabelle, "fassung"), dateien).partner
        except EingabeError:
            continue
