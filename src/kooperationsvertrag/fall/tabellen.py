"""Tabellen: die Tabellen einer Datei Angabe für Angabe lesen und alle Mängel nennen, nicht nur den ersten.

Welche Tabellen es gibt, steht anderswo: für Falldateien und Anträge in :mod:`kooperationsvertrag.fall.schema`, für
Entwürfe in :mod:`kooperationsvertrag.fall.entwurfsschema`. Hier steht, was für alle gilt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar, get_args, get_origin

from attrs import frozen, has
from cattrs import BaseValidationError, ClassValidationError, Converter, ForbiddenExtraKeysError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from kooperationsvertrag.fall.angaben import lies_auswahl, lies_datum, lies_text
from kooperationsvertrag.fall.betraege import lies_betrag
from kooperationsvertrag.fall.probleme import MangelError, Pfad, WiderspruchError, art_des_werts
from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.geld import Geldbetrag

T = TypeVar("T")

Leser = Callable[[object, object], object]
"""Liest eine Angabe: nimmt den Wert, wie TOML ihn liest, und seine Art, und gibt den gemeinten Wert."""

_LISTE_VON_PARTNERN = '= ["duesseldorf", "mettmann"]'


@frozen
class Auskunft:
    """Was zu den Tabellen einer Art von Dateien zu sagen ist, wenn etwas nicht stimmt."""

    ueberschrift: Callable[[type], str]
    """Wie die Überschrift einer Tabelle in der Datei steht."""
    unbekannt: Callable[[str, type], MangelError]
    """Was zu sagen ist, wenn es eine Angabe in einer Tabelle nicht gibt."""
    beispiel: Callable[[str, type, Iterable[StrEnum]], str]
    """Was für eine Angabe dastehen könnte, die in einer Tabelle fehlt; das dritte ist ihre Art."""


def umwandlung(ueberschrift: Callable[[type], str], leser: Callable[[type], Mapping[str, Leser]]) -> Converter:
    """Baut, was die Tabellen einer Datei in Datensätze umwandelt.

    Args:
        ueberschrift: Wie die Überschrift einer Tabelle in der Datei steht.
        leser: Die Leser der Angaben einer Tabelle, bei denen ihre Art nicht sagt, wie sie zu lesen sind.

    Returns:
        Die Umwandlung; sie kennt Tabellen, Listen, Texte, Tage, Beträge und feste Namen.

    >>> umwandlung(lambda klasse: "", lambda klasse: {}).structure("43.417,55", Geldbetrag)
    Geldbetrag(cent=4341755)
    """
    neue = Converter()
    neue.register_structure_hook_factory(
        has, lambda klasse: _tabelle(neue, klasse, ueberschrift(klasse), leser(klasse))
    )
    neue.register_structure_hook_factory(_ist_tupel, lambda art: _liste(neue, get_args(art)[0], ueberschrift))
    neue.register_structure_hook(StrEnum, lambda wert, auswahl: auswahl(lies_auswahl(wert, tuple(auswahl))))
    neue.register_structure_hook(str, lies_text)
    neue.register_structure_hook(date, lies_datum)
    neue.register_structure_hook(Geldbetrag, lambda wert, _art: lies_betrag(wert))
    return neue


def lies_datei(
    umwandlung: Converter, tabellen: Mapping[str, object], klasse: type[T], auskunft: Auskunft
) -> tuple[T | None, list[tuple[Pfad, MangelError]]]:
    """Bringt die Tabellen einer Datei in ihre Form.

    Args:
        umwandlung: Wie ihre Tabellen zu lesen sind.
        tabellen: Der Inhalt der Datei, wie TOML ihn liest.
        klasse: Der Datensatz der ganzen Datei.
        auskunft: Was zu sagen ist, wenn etwas nicht stimmt.

    Returns:
        Der Datensatz, wenn jede Angabe für sich brauchbar ist, und alle Mängel mit ihrer Stelle.

    >>> from kooperationsvertrag.fall.entwurfsschema import AUSKUNFT
    >>> from kooperationsvertrag.vertrag.fassung import Sitz
    >>> tabellen = umwandlung(AUSKUNFT.ueberschrift, lambda klasse: {})
    >>> lies_datei(tabellen, {"partner": "ihk", "amt": "Präsidentin"}, Sitz, AUSKUNFT)
    (Sitz(partner='ihk', amt='Präsidentin'), [])
    """
    try:
        return umwandlung.structure(tabellen, klasse), []
    except BaseValidationError as fehler:
        return None, list(maengel(fehler, (), auskunft))


def maengel(gruppe: BaseValidationError, pfad: Pfad, auskunft: Auskunft) -> Iterator[tuple[Pfad, MangelError]]:
    """Breitet die geschachtelten Fehler von cattrs aus.

    Args:
        gruppe: Die Fehler.
        pfad: Der Weg zur Angabe, die sie betreffen.
        auskunft: Was zu sagen ist, wenn es eine Angabe nicht gibt oder eine fehlt.

    Yields:
        Jeden Mangel mit seiner Stelle.

    >>> from kooperationsvertrag.fall.entwurfsschema import AUSKUNFT
    >>> from kooperationsvertrag.vertrag.fassung import Sitz
    >>> tabellen = umwandlung(AUSKUNFT.ueberschrift, lambda klasse: {})
    >>> try:
    ...     tabellen.structure({"partner": "ihk"}, Sitz)
    ... except BaseValidationError as fehler:
    ...     [(pfad, mangel.grund) for pfad, mangel in maengel(fehler, ("sitz", 0), AUSKUNFT)]
    [(('sitz', 0, 'amt'), 'Die Angabe fehlt.')]
    """
    for fehler in gruppe.exceptions:
        notiz = next(iter(getattr(fehler, "__notes__", ())), None)
        hier = pfad
        if isinstance(notiz, AttributeValidationNote):
            hier = (*pfad, notiz.name)
        elif isinstance(notiz, IterableValidationNote):
            hier = (*pfad, notiz.index)
        if isinstance(fehler, BaseValidationError):
            yield from maengel(fehler, hier, auskunft)
        elif isinstance(fehler, ForbiddenExtraKeysError):
            for name in sorted(fehler.extra_fields):
                yield (*pfad, name), auskunft.unbekannt(name, fehler.cl)
        elif isinstance(fehler, MangelError):
            yield (*hier, *fehler.unterhalb), fehler
        elif isinstance(fehler, KooperationsvertragError):
            yield hier, WiderspruchError(str(fehler), auskunft.ueberschrift(gruppe.cl))
        else:
            name = str(hier[-1])
            beispiel = auskunft.beispiel(name, gruppe.cl, getattr(notiz, "type", ()))
            yield hier, MangelError("Die Angabe fehlt.", beispiel, fehlt=(name,))


def fehler_in(umwandlung: Converter, wert: object, klasse: type) -> tuple[Exception, ...]:
    """Gibt die Fehler einer Tabelle, ohne dass jemand mit ihr weiterrechnet.

    Args:
        umwandlung: Wie sie zu lesen ist.
        wert: Die Tabelle, wie TOML sie liest.
        klasse: Ihr Datensatz.

    Returns:
        Die Fehler; keine, wenn die Tabelle brauchbar ist.

    >>> from kooperationsvertrag.fall.entwurfsschema import AUSKUNFT
    >>> from kooperationsvertrag.vertrag.fassung import Sitz
    >>> tabellen = umwandlung(AUSKUNFT.ueberschrift, lambda klasse: {})
    >>> len(fehler_in(tabellen, {"partner": 5}, Sitz)), fehler_in(tabellen, {"partner": "ihk", "amt": "?"}, Sitz)
    (2, ())
    """
    try:
        umwandlung.structure(wert, klasse)
    except BaseValidationError as fehler:
        return tuple(fehler.exceptions)
    return ()


def _tabelle(
    umwandlung: Converter, klasse: type[T], ueberschrift: str, leser: Mapping[str, Leser]
) -> Callable[[object, object], T]:
    """Baut den Leser einer Tabelle."""
    eigene = {name: override(struct_hook=lies) for name, lies in leser.items()}
    lies = make_dict_structure_fn(
        klasse,
        umwandlung,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **eigene,  # type: ignore[arg-type]  # cattrs nimmt die Felder neben seinen eigenen Schlüsselwörtern
    )

    def lies_tabelle(wert: object, _art: object) -> T:
        if not isinstance(wert, dict):
            raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist eine Tabelle.", ueberschrift)
        return lies(wert, klasse)

    return lies_tabelle


def _liste(
    umwandlung: Converter, glied: type[T], ueberschrift: Callable[[type], str]
) -> Callable[[object, object], tuple[T, ...]]:
    """Baut den Leser einer Liste; eine einzelne Tabelle wird trotz falscher Klammern mitgelesen."""
    beispiel = ueberschrift(glied) if has(glied) else _LISTE_VON_PARTNERN

    def lies_liste(wert: object, _art: object) -> tuple[T, ...]:
        if isinstance(wert, dict) and has(glied):
            einzeln = MangelError("Diese Tabelle steht in doppelten eckigen Klammern.", beispiel)
            raise ClassValidationError("liste", [einzeln, *fehler_in(umwandlung, wert, glied)], glied)
        if not isinstance(wert, list):
            raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist eine Liste.", beispiel)
        return tuple(umwandlung.structure(wert, list[glied]))  # type: ignore[valid-type]  # erst hier bekannt

    return lies_liste


def _ist_tupel(art: object) -> bool:
    return get_origin(art) is tuple
