"""Schema: welche Tabellen und Angaben eine Falldatei hat und von welcher Art jede ist.

Die Klassen heißen ihre Felder wie die Datei ihre Schlüssel. Wo eine Tabelle der Datei und ein Datensatz der
Abrechnung gleich gebaut sind, steht hier der Datensatz selbst. Was mehrere Angaben zugleich betrifft, prüft
:mod:`kooperationsvertrag.fall.zusammenhang`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar, get_args, get_origin

from attrs import field as feld
from attrs import fields_dict, frozen, has, make_class
from cattrs import BaseValidationError, ClassValidationError, Converter, ForbiddenExtraKeysError
from cattrs.errors import AttributeValidationNote, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from kooperationsvertrag.ablauf.haushaltsjahr import Uebertragungsumfang, Zahlweise
from kooperationsvertrag.aufteilung import Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.fall.betraege import NegativError, lies_betrag
from kooperationsvertrag.fall.probleme import (
    FalscherOrtError,
    MangelError,
    Pfad,
    WiderspruchError,
    art_des_werts,
    aufzaehlung,
    meinten_sie,
    naechster,
    zitat,
)
from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN

T = TypeVar("T")

OHNE_TITEL = "Ohne Titel"
"""Titel eines Falls, der keinen nennt."""
RUNDUNG_OFFEN = "offen"
"""Statt einer Rundung: alle werden durchgerechnet."""
VERTRAGSREIHENFOLGE = "vertragsreihenfolge"
"""Statt einer Liste: bei Gleichstand gilt die Reihenfolge des Vertrags."""
ERSTES_JAHR, LETZTES_JAHR = 1900, 2999
"""Jahre davor und danach sind Schreibfehler."""
HOECHSTES_GEWICHT = 10**15
"""Größtes Gewicht in einem Schlüssel; darüber liegt sicher ein Schreibfehler vor."""


@frozen
class Uebertragungsangabe:
    """Die Tabelle ``[haushaltsjahr.uebertragung]``."""

    betrag: Geldbetrag | Uebertragungsumfang
    """Wie viel, in Cent, oder alles."""
    datum: date
    """Tag des Beschlusses."""
    ja: tuple[str, ...] = ()
    """Wer dafür war."""
    nein: tuple[str, ...] = ()
    """Wer dagegen war."""
    enthaltung: tuple[str, ...] = ()
    """Wer sich enthalten hat."""
    einstimmig: bool = False
    """Statt der drei Listen."""


@frozen
class Jahresangabe:
    """Die Tabelle ``[[haushaltsjahr]]``."""

    jahr: int
    """Das Haushaltsjahr."""
    eingezahlt: Zahlweise | None = None
    """Statt der Einzahlungen."""
    einzahlung: tuple[Einzahlung, ...] = ()
    """Die Einzahlungen."""
    verausgabt: Geldbetrag | None = None
    """Statt der Ausgaben ihre Summe, in Cent."""
    ausgabe: tuple[Ausgabe, ...] = ()
    """Die Ausgaben."""
    einnahme: tuple[Einnahme, ...] = ()
    """Die Einnahmen."""
    zusatzmittel: tuple[Zusatzmittel, ...] = ()
    """Die Zusatzmittel."""
    planung_erstellt: date | None = None
    """Tag der Planung."""
    abschlussbericht_erstellt: date | None = None
    """Tag des Abschlussberichts."""
    geprueft: date | None = None
    """Tag der Prüfung."""
    pruefungsergebnis: Pruefungsergebnis | None = None
    """Ergebnis der Prüfung."""
    uebertragung: Uebertragungsangabe | None = None
    """Beschluss, Mittel zu übertragen."""


@frozen
class Bestandsangabe:
    """Die Tabelle ``[[anfangsbestand]]``."""

    aus_jahr: int
    """Herkunftsjahr."""
    betrag: Geldbetrag
    """Betrag in Cent."""
    schluessel: Zahlungsschluessel | None = None
    """Schlüssel in der Reihenfolge der Datei; ohne Angabe gilt der der Fassung."""


@frozen
class Auslegungsangabe:
    """Die Tabelle ``[auslegung]``."""

    lesarten: tuple[Lesart, ...] = ()
    """Die gewählten Lesarten."""
    rundung: str = Rundung.GROESSTER_REST.value
    """Die gewählte Rundung, oder ``offen``."""
    rundungsvorrang: tuple[str, ...] | None = None
    """Wer bei Gleichstand zuerst erhält; leer für die Reihenfolge des Vertrags, nichts ohne Angabe."""


@frozen
class Falldatei:
    """Eine ganze Falldatei."""

    fassung: str
    """Name der Fassung."""
    haushaltsjahr: tuple[Jahresangabe, ...]
    """Die Haushaltsjahre."""
    titel: str = OHNE_TITEL
    """Titel des Falls."""
    auslegung: Auslegungsangabe = Auslegungsangabe()
    """Gewählte Lesarten und Rechenkonvention."""
    anfangsbestand: tuple[Bestandsangabe, ...] = ()
    """Was das erste Jahr vorfindet."""
    beitritt: tuple[Beitrittsantrag, ...] = ()
    """Die Beitritte."""


UEBERSCHRIFTEN: dict[type, str] = {
    Jahresangabe: "[[haushaltsjahr]]",
    Einzahlung: "[[haushaltsjahr.einzahlung]]",
    Ausgabe: "[[haushaltsjahr.ausgabe]]",
    Einnahme: "[[haushaltsjahr.einnahme]]",
    Zusatzmittel: "[[haushaltsjahr.zusatzmittel]]",
    Uebertragungsangabe: "[haushaltsjahr.uebertragung]",
    Auslegungsangabe: "[auslegung]",
    Bestandsangabe: "[[anfangsbestand]]",
    Beitrittsantrag: "[[beitritt]]",
}
"""Wie die Überschrift jeder Tabelle in der Datei steht."""

_ANGABEN_AM_ANFANG = ("titel", "fassung")
_BEISPIELE = {
    "titel": '= "Haushaltsjahr 2018"',
    "fassung": '= "bericht-2017"',
    "haushaltsjahr": "[[haushaltsjahr]]",
    "jahr": "= 2018",
    "aus_jahr": "= 2017",
    "betrag": '= "43.417,55"',
    "beitrag": '= "30.000"',
    "datum": "= 2019-02-14",
    "zum": "= 2026-01-01",
    "partner": '= "duesseldorf"',
    "bezeichnung": '= "Standortkongress"',
    "kennung": '= "rhein-kreis-neuss"',
    "name": '= "Rhein-Kreis Neuss"',
}


def lies_text(wert: object, _art: object = str) -> str:
    """Liest einen Text, der etwas sagt; Leerzeichen am Rand zählen nicht."""
    text = lies_text_oder_leer(wert)
    if not text:
        raise MangelError("Der Text ist leer.", '= "…" mit einem Text')
    return text


def lies_text_oder_leer(wert: object, _art: object = str) -> str:
    """Liest einen Text, der auch leer sein darf."""
    if not isinstance(wert, str):
        raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist ein Text.", '= "…" in Anführungszeichen')
    if any(zeichen < " " or "\x7f" <= zeichen <= "\x9f" for zeichen in wert):
        raise MangelError("Der Text enthält Zeilenumbrüche oder Steuerzeichen.", '= "…" in einer Zeile')
    return wert.strip()


def lies_jahr(wert: object, _art: object = int) -> int:
    """Liest eine Jahreszahl."""
    if not isinstance(wert, int) or isinstance(wert, bool):
        raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist eine Jahreszahl.", "= 2018")
    if not ERSTES_JAHR <= wert <= LETZTES_JAHR:
        raise MangelError(f"Ein Jahr liegt zwischen {ERSTES_JAHR} und {LETZTES_JAHR}.", "= 2018")
    return wert


def lies_wahrheitswert(wert: object, _art: object = bool) -> bool:
    """Liest ``true`` oder ``false``."""
    if not isinstance(wert, bool):
        raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist true oder false.", "= true")
    return wert


def lies_datum(wert: object, _art: object = date) -> date:
    """Liest einen Tag: ein TOML-Datum ohne Uhrzeit und ohne Anführungszeichen."""
    if type(wert) is date:
        if not ERSTES_JAHR <= wert.year <= LETZTES_JAHR:
            raise MangelError(f"Ein Jahr liegt zwischen {ERSTES_JAHR} und {LETZTES_JAHR}.", "= 2018-01-15")
        return wert
    grund = (
        f"Hier steht {art_des_werts(wert)}; ein Tag steht als Jahr-Monat-Tag ohne Anführungszeichen und ohne Uhrzeit."
    )
    raise MangelError(grund, f"= {_gemeinter_tag(wert)}")


def _gemeinter_tag(wert: object) -> str:
    """Der Tag, den eine falsche Schreibweise meint, oder ein Beispiel."""
    text = str(wert)[:10] if isinstance(wert, (str, date)) else ""
    deutsch = re.fullmatch(r"([0-9]{1,2})[.]([0-9]{1,2})[.]([0-9]{4})", text.strip())
    try:
        if deutsch:
            return date(int(deutsch[3]), int(deutsch[2]), int(deutsch[1])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return "2018-01-15"


def lies_uebertragungsbetrag(wert: object, _art: object = None) -> Geldbetrag | Uebertragungsumfang:
    """Liest einen Betrag oder ``"alles"``."""
    if wert == Uebertragungsumfang.ALLES:
        return Uebertragungsumfang.ALLES
    try:
        return lies_betrag(wert)
    except MangelError as mangel:
        beispiel = '= "alles"' if isinstance(wert, str) and not re.search("[0-9]", wert) else mangel.beispiel
        raise MangelError(f"{mangel.grund} Möglich ist auch „alles“.", beispiel) from None


def lies_ausgabenbetrag(wert: object, _art: object = Geldbetrag) -> Geldbetrag:
    """Liest, was ausgegeben ist; ein negativer Betrag ist vielleicht eine Rückerstattung."""
    try:
        return lies_betrag(wert)
    except NegativError as mangel:
        grund = f"{mangel.grund} Geld, das zurückkam, steht als Rückerstattung unter [[haushaltsjahr.einnahme]]."
        beispiel = f'[[haushaltsjahr.einnahme]], darunter art = "rueckerstattung" und betrag {mangel.beispiel}'
        raise MangelError(grund, beispiel) from None


def lies_auswahl(wert: object, moegliche: tuple[str, ...]) -> str:
    """Liest einen von mehreren festen Namen."""
    if isinstance(wert, str) and wert in moegliche:
        return wert
    genannt = f"„{zitat(wert)}“ gibt es hier nicht" if isinstance(wert, str) else f"Hier steht {art_des_werts(wert)}"
    gemeint = naechster(wert, moegliche) if isinstance(wert, str) else ""
    grund = f"{genannt}; möglich ist: {aufzaehlung(moegliche)}.{meinten_sie(gemeint)}"
    raise MangelError(grund, f'= "{gemeint or moegliche[0]}"')


def lies_kennung(wert: object, _art: object = str) -> str:
    """Liest die Kennung eines neuen Partners."""
    text = lies_text(wert)
    if len(text) > 60 or not re.fullmatch(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*", text):
        grund = f"„{zitat(text)}“ ist keine Kennung: kleine Buchstaben ohne Umlaute, Ziffern, Bindestriche."
        raise MangelError(grund, '= "rhein-kreis-neuss"')
    return text


def lies_schluessel(wert: object, _art: object = Zahlungsschluessel) -> Zahlungsschluessel:
    """Liest ein Gewicht je Partner."""
    beispiel = "= { duesseldorf = 5, mettmann = 5, ihk = 2 }"
    if not isinstance(wert, dict):
        raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist ein Gewicht je Partner.", beispiel)
    falsche = [partner for partner, gewicht in wert.items() if not _ist_gewicht(gewicht)]
    if falsche:
        grund = "Ein Gewicht ist eine ganze Zahl, nicht negativ und nicht unglaubhaft groß."
        maengel = [MangelError(grund, "= 5", unterhalb=(partner,)) for partner in falsche]
        raise ClassValidationError("schluessel", maengel, Zahlungsschluessel)
    if not any(wert.values()):
        raise MangelError("Kein Partner hat ein Gewicht.", beispiel)
    return Zahlungsschluessel(tuple(wert.items()))


def _ist_gewicht(wert: object) -> bool:
    return type(wert) is int and 0 <= wert <= HOECHSTES_GEWICHT


def lies_vorrang(wert: object, _art: object = None) -> tuple[str, ...]:
    """Liest, wer bei Gleichstand zuerst erhält."""
    if wert == VERTRAGSREIHENFOLGE:
        return ()
    beispiel = f'= "{VERTRAGSREIHENFOLGE}" oder = ["ihk", "duesseldorf", "mettmann"]'
    if isinstance(wert, str):
        grund = f"„{zitat(wert)}“ gibt es hier nicht; möglich ist „{VERTRAGSREIHENFOLGE}“ oder eine Liste von Partnern."
        raise MangelError(grund + meinten_sie(naechster(wert, [VERTRAGSREIHENFOLGE])), beispiel)
    if not isinstance(wert, list) or not wert:
        grund = "Hier steht eine leere Liste" if wert == [] else f"Hier steht {art_des_werts(wert)}"
        raise MangelError(f"{grund}; möglich ist „{VERTRAGSREIHENFOLGE}“ oder eine Liste von Partnern.", beispiel)
    return _UMWANDLUNG.structure(wert, tuple[str, ...])


def _lies_glied(wert: object, auswahl: type[StrEnum]) -> StrEnum:
    """Liest ein Glied einer Aufzählung; dass Ausgaben nicht gegliedert sind, sagt nur ``verausgabt``."""
    return auswahl(
        lies_auswahl(wert, tuple(glied.value for glied in auswahl if glied is not Ausgabenart.NICHT_GEGLIEDERT))
    )


def _lies_auslegung(wert: object, _art: object = Auslegungsangabe) -> Auslegungsangabe:
    tabelle: object = _UMWANDLUNG.structure(wert, _AUSLEGUNGSTABELLE)
    angaben = {name: getattr(tabelle, name) for name in fields_dict(_AUSLEGUNGSTABELLE)}
    rundung, vorrang = angaben.pop("rundung"), angaben.pop("rundungsvorrang")
    return Auslegungsangabe(tuple(lesart for lesart in angaben.values() if lesart), rundung, vorrang)


_AUSLEGUNGSTABELLE = make_class(
    "Auslegungstabelle",
    {frage.frage(): feld(type=frage, default=None) for frage in AUSLEGUNGSFRAGEN}
    | {"rundung": feld(type=str, default=Rundung.GROESSTER_REST.value), "rundungsvorrang": feld(default=None)},
)
"""Je Auslegungsfrage ein Feld, dazu die Rechenkonvention."""

_EIGENE_LESER: dict[type, dict[str, Callable[[object, object], object]]] = {
    Jahresangabe: {"verausgabt": lies_ausgabenbetrag},
    Ausgabe: {"betrag": lies_ausgabenbetrag},
    Uebertragungsangabe: {"betrag": lies_uebertragungsbetrag},
    Beitrittsantrag: {"kennung": lies_kennung, "kreis": lies_text_oder_leer, "begruendung": lies_text_oder_leer},
    Zusatzmittel: {"beschluss": lies_text_oder_leer},
    _AUSLEGUNGSTABELLE: {
        "rundung": lambda wert, _art: lies_auswahl(wert, (*Rundung, RUNDUNG_OFFEN)),
        "rundungsvorrang": lies_vorrang,
    },
}
"""Angaben, bei denen ihre Art nicht sagt, wie sie zu lesen sind."""


def _tabelle(klasse: type[T]) -> Callable[[object, object], T]:
    """Baut den Leser einer Tabelle."""
    eigene = {name: override(struct_hook=leser) for name, leser in _EIGENE_LESER.get(klasse, {}).items()}
    lies = make_dict_structure_fn(
        klasse,
        _UMWANDLUNG,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=True,
        **eigene,  # type: ignore[arg-type]  # cattrs nimmt die Felder neben seinen eigenen Schlüsselwörtern
    )

    def lies_tabelle(wert: object, _art: object) -> T:
        if not isinstance(wert, dict):
            ueberschrift = UEBERSCHRIFTEN.get(klasse, UEBERSCHRIFTEN[Auslegungsangabe])
            raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist eine Tabelle.", ueberschrift)
        return lies(wert, klasse)

    return lies_tabelle


def _liste(art: type[tuple[T, ...]]) -> Callable[[object, object], tuple[T, ...]]:
    """Baut den Leser einer Liste; eine einzelne Tabelle wird trotz falscher Klammern mitgelesen."""
    glied = get_args(art)[0]
    ueberschrift = UEBERSCHRIFTEN.get(glied, '= ["duesseldorf", "mettmann"]')

    def lies_liste(wert: object, _art: object) -> tuple[T, ...]:
        if isinstance(wert, dict) and has(glied):
            einzeln = MangelError("Diese Tabelle steht in doppelten eckigen Klammern.", ueberschrift)
            raise ClassValidationError("liste", [einzeln, *_fehler_in(wert, glied)], glied)
        if not isinstance(wert, list):
            raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist eine Liste.", ueberschrift)
        return tuple(_UMWANDLUNG.structure(wert, list[glied]))  # type: ignore[valid-type]  # erst hier bekannt

    return lies_liste


def _fehler_in(wert: object, klasse: type) -> tuple[Exception, ...]:
    try:
        _UMWANDLUNG.structure(wert, klasse)
    except BaseValidationError as fehler:
        return tuple(fehler.exceptions)
    return ()


def _ist_tupel(art: object) -> bool:
    return get_origin(art) is tuple


def _umwandlung() -> Converter:
    umwandlung = Converter()
    umwandlung.register_structure_hook_factory(has, _tabelle)
    umwandlung.register_structure_hook_factory(_ist_tupel, _liste)
    umwandlung.register_structure_hook(StrEnum, _lies_glied)
    umwandlung.register_structure_hook(str, lies_text)
    umwandlung.register_structure_hook(int, lies_jahr)
    umwandlung.register_structure_hook(bool, lies_wahrheitswert)
    umwandlung.register_structure_hook(date, lies_datum)
    umwandlung.register_structure_hook(Geldbetrag, lambda wert, _art: lies_betrag(wert))
    umwandlung.register_structure_hook(Zahlungsschluessel, lies_schluessel)
    umwandlung.register_structure_hook(Auslegungsangabe, _lies_auslegung)
    return umwandlung


_UMWANDLUNG = _umwandlung()


def lies_tabellen(tabellen: Mapping[str, object]) -> tuple[Falldatei | None, list[tuple[Pfad, MangelError]]]:
    """Bringt die Tabellen einer Datei in ihre Form.

    Args:
        tabellen: Der Inhalt der Datei, wie TOML ihn liest.

    Returns:
        Die Falldatei, wenn jede Angabe für sich brauchbar ist, und alle Mängel mit ihrer Stelle.
    """
    try:
        return _UMWANDLUNG.structure(tabellen, Falldatei), []
    except BaseValidationError as fehler:
        maengel = list(_maengel(fehler, ()))
    verirrt = {(pfad[-1],) for pfad, mangel in maengel if pfad and isinstance(mangel, FalscherOrtError)}
    return None, [(pfad, mangel) for pfad, mangel in maengel if not (mangel.fehlt and pfad in verirrt)]


def _maengel(gruppe: BaseValidationError, pfad: Pfad) -> Iterator[tuple[Pfad, MangelError]]:
    """Breitet die geschachtelten Fehler von cattrs aus."""
    for fehler in gruppe.exceptions:
        notiz = next(iter(getattr(fehler, "__notes__", ())), None)
        hier = pfad
        if isinstance(notiz, AttributeValidationNote):
            hier = (*pfad, notiz.name)
        elif isinstance(notiz, IterableValidationNote):
            hier = (*pfad, notiz.index)
        if isinstance(fehler, BaseValidationError):
            yield from _maengel(fehler, hier)
        elif isinstance(fehler, ForbiddenExtraKeysError):
            for name in sorted(fehler.extra_fields):
                yield (*pfad, name), _unbekannt(name, fehler.cl)
        elif isinstance(fehler, MangelError):
            yield (*hier, *fehler.unterhalb), fehler
        elif isinstance(fehler, KooperationsvertragError):
            yield hier, WiderspruchError(str(fehler), UEBERSCHRIFTEN[gruppe.cl])
        else:
            yield hier, _fehlt(str(hier[-1]), getattr(notiz, "type", ()))


def _unbekannt(name: str, klasse: type) -> MangelError:
    """Sagt, welche Angaben eine Tabelle kennt, oder wohin diese gehört."""
    if name in _ANGABEN_AM_ANFANG:
        grund = f"„{name}“ gehört an den Anfang der Datei, vor die erste Überschrift."
        return FalscherOrtError(grund, f"{name} {_BEISPIELE[name]}, über der ersten Überschrift")
    if name in fields_dict(_AUSLEGUNGSTABELLE):
        grund = f"„{name}“ gehört unter die Überschrift [auslegung]."
        return FalscherOrtError(grund, f"[auslegung] und in einer Zeile darunter {name} = …")
    bekannte = tuple(fields_dict(klasse))
    andere = [kopf for tabelle, kopf in UEBERSCHRIFTEN.items() if has(tabelle) and name in fields_dict(tabelle)]
    gemeint = naechster(name, bekannte)
    hinweis = meinten_sie(gemeint)
    if not hinweis and andere:
        hinweis = f" „{zitat(name)}“ gehört zu {andere[0]}, dort vor die erste Untertabelle."
    return MangelError(
        f"Diese Angabe gibt es hier nicht.{hinweis} Bekannt sind: {aufzaehlung(bekannte)}.",
        f"{gemeint or bekannte[0]} = …",
    )


def _fehlt(name: str, auswahl: Iterable[StrEnum]) -> MangelError:
    beispiel = _BEISPIELE.get(name) or f'= "{next(iter(auswahl)).value}"'
    return MangelError("Die Angabe fehlt.", beispiel, fehlt=(name,))
