"""Werte: was in eine Regel eingeht und herauskommt, in Worten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import fields_dict, has

from kooperationsvertrag.aufteilung import Aufteilung, Zahlungsschluessel
from kooperationsvertrag.darstellung.seite import Namen, befund_in_worten, name
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.norm import Befund, Festlegung, Norm
from kooperationsvertrag.regeln.mitgliedschaft import NeueBeitraege
from kooperationsvertrag.regeln.restmittel import Entnahme, Kostenausgleich, Schicht

LESBARES_GEWICHT = 999_999
"""Bis zu diesem gekürzten Gewicht ist ein Schlüssel lesbar; darüber stehen die Beiträge selbst da."""


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
    if isinstance(wert, Entnahme):
        return f"entnommen {in_worten(wert.entnommen, namen)}; verblieben {in_worten(wert.verblieben, namen)}"
    if isinstance(wert, NeueBeitraege):
        return in_worten(wert.beitraege, namen)
    if isinstance(wert, Schicht):
        return f"{wert.betrag} aus {wert.aus_jahr} ({verhaeltnis(wert.schluessel)})"
    if isinstance(wert, Zahlungsschluessel):
        return verhaeltnis(wert)
    if isinstance(wert, Kostenausgleich):
        return _kostenausgleich(wert, namen)
    if isinstance(wert, (Norm, Festlegung)):
        return wert.kennung
    klasse = type(wert)
    if klasse.__str__ is not object.__str__ or not has(klasse):
        return str(wert)
    return ", ".join(f"{feld} {in_worten(getattr(wert, feld), namen)}" for feld in fields_dict(klasse))


def _kostenausgleich(ausgleich: Kostenausgleich, namen: Namen) -> str:
    """Nennt, wer welche Kosten trägt, was er zurückerhält und was er noch schuldet."""
    teile = (
        ("Kosten", ausgleich.kosten),
        ("davon tragen", ausgleich.kostenanteile),
        ("zurück erhalten", ausgleich.rueckfuehrung),
        ("noch zu zahlen haben", ausgleich.forderungen),
    )
    return "; ".join(f"{bezeichnung} {in_worten(teil, namen)}" for bezeichnung, teil in teile if teil != Betraege())


def ist_lesbar(schluessel: Zahlungsschluessel) -> bool:
    """Sagt, ob ein Schlüssel gekürzt kurz genug ist, um gelesen zu werden."""
    return all(gewicht <= LESBARES_GEWICHT for _, gewicht in schluessel.gekuerzt())


def verhaeltnis(schluessel: Zahlungsschluessel) -> str:
    """Schreibt einen Schlüssel gekürzt, oder, wo das unlesbar lang würde, mit den Beiträgen.

    >>> verhaeltnis(Zahlungsschluessel((("duesseldorf", 5_000_000), ("ihk", 2_000_000))))
    '5 : 2'
    >>> verhaeltnis(Zahlungsschluessel((("duesseldorf", 5_000_000), ("ihk", 1_209_863))))
    'im Verhältnis 50.000,00 € : 12.098,63 €'
    """
    if ist_lesbar(schluessel):
        return str(schluessel)
    return f"im Verhältnis {' : '.join(str(Geldbetrag(gewicht)) for _, gewicht in schluessel.gewichte)}"
