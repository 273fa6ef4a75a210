"""Werte: was in eine Regel eingeht und herauskommt, in Worten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import fields_dict, has

from kooperationsvertrag.aufteilung import Aufteilung
from kooperationsvertrag.darstellung.seite import Namen, befund_in_worten, name
from kooperationsvertrag.norm import Befund, Festlegung, Norm
from kooperationsvertrag.regeln.restmittel import Schicht


def in_worten(wert: object, namen: Namen) -> str:
    """Schreibt einen Wert, wie er in einem Satz stehen kann.

    Args:
        wert: Ein Betrag, eine Zuordnung, eine Folge, ein Datensatz oder ein einfacher Wert.
        namen: Kurzer Name je Partner.

    Returns:
        Der Wert in Worten; nichts ist „nichts“.

    >>> in_worten((True, None), {})
    'ja; nichts'
    """
    if wert is None or wert == ():
        return "nichts"
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, date):
        return f"{wert:%d.%m.%Y}"
    if isinstance(wert, str):
        return name(namen, str(wert))
    if isinstance(wert, (Mapping, tuple, list, frozenset)):
        return _gesammelt(wert, namen)
    return _datensatz(wert, namen)


def _gesammelt(wert: object, namen: Namen) -> str:
    if isinstance(wert, Mapping):
        teile = [f"{name(namen, str(schluessel))} {in_worten(teil, namen)}" for schluessel, teil in wert.items()]
        return ", ".join(teile) or "nichts"
    if isinstance(wert, frozenset):
        return ", ".join(sorted(in_worten(teil, namen) for teil in wert)) or "nichts"
    assert isinstance(wert, (tuple, list))
    return "; ".join(in_worten(teil, namen) for teil in wert) or "nichts"


def _datensatz(wert: object, namen: Namen) -> str:
    if isinstance(wert, Aufteilung):
        return in_worten(wert.betraege, namen)
    if isinstance(wert, Befund):
        return befund_in_worten(wert)
    if isinstance(wert, Schicht):
        return f"{wert.betrag} aus {wert.aus_jahr} ({wert.schluessel})"
    if isinstance(wert, (Norm, Festlegung)):
        return wert.kennung
    klasse = type(wert)
    if klasse.__str__ is not object.__str__ or not has(klasse):
        return str(wert)
    return ", ".join(f"{feld} {in_worten(getattr(wert, feld), namen)}" for feld in fields_dict(klasse))
