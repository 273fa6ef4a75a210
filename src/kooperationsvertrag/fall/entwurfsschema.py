"""Entwurfsschema: welche Tabellen und Angaben die Datei eines Entwurfs hat und von welcher Art jede ist.

Die Klassen heißen ihre Felder wie die Datei ihre Schlüssel. Was mehrere Angaben zugleich betrifft, und was eine
Regelung beantworten kann, prüft :mod:`kooperationsvertrag.fall.entwurf`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from attrs import fields_dict, frozen
from cattrs import ClassValidationError

from kooperationsvertrag.fall.angaben import (
    lies_kennung,
    lies_text,
    lies_text_oder_leer,
)
from kooperationsvertrag.fall.betraege import lies_betrag
from kooperationsvertrag.fall.probleme import (
    MangelError,
    Pfad,
    art_des_werts,
    aufzaehlung,
    meinten_sie,
    naechster,
)
from kooperationsvertrag.fall.schema import Falldatei
from kooperationsvertrag.fall.tabellen import Auskunft, Leser, lies_datei, umwandlung
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.vertrag.fassung import Funktion, Klausel, Sitz
from kooperationsvertrag.vertrag.partner import Rechtsform

T = TypeVar("T")
G = TypeVar("G", str, int)

FORMAT = 1
"""Format der Entwürfe, die diese Bibliothek liest und schreibt."""


@frozen
class Partnerangabe:
    """Die Tabelle ``[[partner]]``: wer neu dabei ist."""

    kennung: str
    """Kennung."""
    name: str
    """Voller Name."""
    rechtsform: Rechtsform
    """Rechtsform."""
    kurzname: str = ""
    """Kurzer Name; leer, wenn es der volle ist."""
    entscheidungsgremium: str = ""
    """Gremium des Partners; leer, wenn nicht bekannt."""
    kreis: str = ""
    """Bei einer kreisangehörigen Gemeinde ihr Kreis."""


@frozen
class Stellenangabe:
    """Die Tabelle ``[[stelle]]``; den Satz, der die Stelle zuweist, bestimmt ihre Funktion."""

    partner: str
    """Wer sie besetzt."""
    funktion: Funktion
    """Was sie tut."""


@frozen
class Regelungsangabe:
    """Die Tabelle ``[[regelung]]``."""

    frage: str
    """Schlüssel der Frage."""
    antwort: object
    """Die Antwort, noch ungeprüft: Was möglich ist, hängt von der Frage ab."""
    klausel: str = ""
    """Kennung der Klausel, die es bestimmt."""


@frozen
class Entwurfsdatei:
    """Die ganze Datei eines Entwurfs."""

    kennung: str
    """Name der Fassung."""
    bezeichnung: str
    """Bezeichnung für Menschen."""
    aufbauend_auf: str
    """Die Fassung, die der Entwurf ändert: ihre Kennung, oder der Pfad eines anderen Entwurfs."""
    format: int = FORMAT
    """Format der Datei."""
    grundlage: str = ""
    """Worauf der Entwurf beruht; leer, wenn auf der Fassung, die er ändert."""
    gueltig_ab: date | None = None
    """Der erste Tag."""
    gueltig_bei: str = ""
    """Das Ereignis, mit dem er in Kraft tritt."""
    ausgeschieden: tuple[str, ...] = ()
    """Partner, die nicht mehr dabei sind."""
    sitz_der_abordnung: str = ""
    """Partner, an den abgeordnet wird; leer, wenn wie bisher."""
    entfallen: tuple[str, ...] = ()
    """Sätze und Klauseln, die nicht mehr gelten."""
    wieder_geltend: tuple[str, ...] = ()
    """Sätze, die wieder gelten, obwohl sie nach der geänderten Fassung entfallen oder ersetzt sind."""
    wieder_offen: tuple[str, ...] = ()
    """Schlüssel der Fragen, die die geänderte Fassung regelt und der Entwurf nicht mehr."""
    jahresbudget: Geldbetrag | None = None
    """Summe der Beiträge in Cent, zur Kontrolle."""
    beitraege: Mapping[str, Geldbetrag] | None = None
    """Jährlicher Beitrag je Partner in Cent; ohne Angabe wie bisher."""
    partner: tuple[Partnerangabe, ...] = ()
    """Wer neu dabei ist."""
    stelle: tuple[Stellenangabe, ...] | None = None
    """Alle Stellen; ohne Angabe die bisherigen."""
    sitz: tuple[Sitz, ...] | None = None
    """Alle Sitze im Aufsichtsgremium; ohne Angabe die bisherigen."""
    klausel: tuple[Klausel, ...] = ()
    """Neue Bestimmungen."""
    regelung: tuple[Regelungsangabe, ...] = ()
    """Was der Entwurf selbst entscheidet."""


UEBERSCHRIFTEN_DES_ENTWURFS: dict[type, str] = {
    Partnerangabe: "[[partner]]",
    Stellenangabe: "[[stelle]]",
    Sitz: "[[sitz]]",
    Klausel: "[[klausel]]",
    Regelungsangabe: "[[regelung]]",
}
"""Wie die Überschrift jeder Tabelle in der Datei steht."""

AM_ANFANG = "„{}“ gehört an den Anfang der Datei, vor die erste Überschrift."
"""Wohin eine Angabe gehört, die unter einer Überschrift steht und dort nichts bedeutet."""

_GANZ_OBEN = "Angaben vor der ersten Überschrift"

_STATT = {
    "titel": "„bezeichnung“",
    "fassung": "„aufbauend_auf“",
    "auslegung": "[[regelung]]",
    "beitritt": "[[partner]]",
}
"""Wie in einem Entwurf heißt, was jemand aus einer Falldatei kennt."""

_BEISPIELE: dict[type, dict[str, str]] = {
    Entwurfsdatei: {
        "kennung": '= "entwurf-2027"',
        "bezeichnung": '= "Entwurf 2027"',
        "aufbauend_auf": '= "bericht-2017"',
    },
    Partnerangabe: {
        "kennung": '= "rhein-kreis-neuss"',
        "name": '= "Rhein-Kreis Neuss"',
        "rechtsform": '= "kreis"',
    },
    Stellenangabe: {"partner": '= "duesseldorf"', "funktion": '= "leitung"'},
    Sitz: {"partner": '= "mettmann"', "amt": '= "Landrat des Kreises Mettmann"'},
    Klausel: {"kennung": '= "§ 7 Abs. 2"', "text": '= "Zurückgeführt wird nach den Zahlungen des Jahres."'},
    Regelungsangabe: {"frage": '= "rueckfuehrungsbasis"', "antwort": '= "tatsaechliche_zahlungen"'},
}
"""Was für eine Angabe dastehen könnte, die fehlt; nur diese müssen da sein."""


def lies_entwurfskennung(wert: object, _art: object = str) -> str:
    """Liest die Kennung eines Entwurfs.

    Args:
        wert: Der Wert, wie TOML ihn liest.

    Returns:
        Die Kennung.

    Raises:
        MangelError: Sie ist keine.

    >>> lies_entwurfskennung("entwurf-2027")
    'entwurf-2027'
    """
    try:
        return lies_kennung(wert)
    except MangelError as mangel:
        raise MangelError(mangel.grund, _BEISPIELE[Entwurfsdatei]["kennung"]) from None


def lies_format(wert: object, _art: object = int) -> int:
    """Liest das Format der Datei; von einem späteren ist nicht bekannt, was seine Angaben bedeuten.

    Args:
        wert: Der Wert, wie TOML ihn liest.

    Returns:
        Das Format.

    Raises:
        MangelError: Das Format gibt es nicht, oder diese Version der Bibliothek liest es noch nicht.

    >>> lies_format(1)
    1
    """
    if type(wert) is not int:
        raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist eine ganze Zahl.", f"= {FORMAT}")
    if wert < FORMAT:
        raise MangelError(f"Ein solches Format gibt es nicht; das erste ist {FORMAT}.", f"= {FORMAT}")
    if wert > FORMAT:
        genannt = f"das Format {wert}" if wert < 1000 else "ein unbekanntes Format"
        grund = (
            f"Dieser Entwurf hat {genannt}; diese Version der Bibliothek liest nur Format {FORMAT}. Entweder eine "
            "neuere Version der Bibliothek verwenden oder den Entwurf nach der Anleitung dieser Version schreiben."
        )
        raise MangelError(grund, f"format = {FORMAT} und nur Angaben, die es in Format {FORMAT} gibt")
    return wert


def lies_wortlaut(wert: object, _art: object = str) -> str:
    r"""Liest den Text einer Klausel; er kann über mehrere Zeilen gehen, ein Zeilenende zählt wie ein Leerzeichen.

    Args:
        wert: Der Wert, wie TOML ihn liest.

    Returns:
        Der Text in einer Zeile.

    Raises:
        MangelError: Da steht kein Text, oder er ist leer.

    >>> lies_wortlaut("Der Rest wird\n  zurückgeführt.\n")
    'Der Rest wird zurückgeführt.'
    """
    return lies_text(re.sub(r"[ \t]*\n[ \t\n]*", " ", wert) if isinstance(wert, str) else wert)


def lies_beitraege(wert: object, _art: object = None) -> Mapping[str, Geldbetrag]:
    """Liest einen Betrag je Partner; Angaben vom Anfang der Datei, die hierher geraten sind, sind keine Beträge.

    Args:
        wert: Der Wert, wie TOML ihn liest.

    Returns:
        Der Betrag je Partner, in der Reihenfolge der Datei.

    Raises:
        MangelError: Da steht keine Tabelle.
        ClassValidationError: Ein Betrag ist nicht lesbar; nennt jeden.

    >>> lies_beitraege({"duesseldorf": "50.000"})
    {'duesseldorf': Geldbetrag(cent=5000000)}
    """
    if not isinstance(wert, dict):
        grund = f"Hier steht {art_des_werts(wert)}; erwartet ist eine Tabelle mit einem Betrag je Partner."
        raise MangelError(grund, "[beitraege]")
    verirrt = {name for name in wert if name in fields_dict(Entwurfsdatei) and not ist_betrag(wert[name])}
    return _je_glied({name: betrag for name, betrag in wert.items() if name not in verirrt}, lies_betrag)


def ist_betrag(wert: object) -> bool:
    """Ob sich etwas als Betrag lesen lässt.

    Args:
        wert: Der Wert, wie TOML ihn liest.

    Returns:
        Wahr, wenn es ein Betrag ist.

    >>> ist_betrag("50.000"), ist_betrag("viel")
    (True, False)
    """
    try:
        lies_betrag(wert)
    except MangelError:
        return False
    return True


def _texte(beispiel: str) -> Callable[[object, object], tuple[str, ...]]:
    """Baut den Leser einer Liste von Texten."""

    def lies_texte(wert: object, _art: object) -> tuple[str, ...]:
        if not isinstance(wert, list):
            raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist eine Liste.", beispiel)
        return tuple(_je_glied(dict(enumerate(wert)), lies_text, beispiel).values())

    return lies_texte


def _je_glied(glieder: Mapping[G, object], lies: Callable[[object], T], beispiel: str = "") -> dict[G, T]:
    """Liest jedes Glied für sich und nennt jeden Mangel."""
    gelesen: dict[G, T] = {}
    maengel: list[MangelError] = []
    for name, glied in glieder.items():
        try:
            gelesen[name] = lies(glied)
        except MangelError as mangel:
            maengel.append(MangelError(mangel.grund, beispiel or mangel.beispiel, unterhalb=(name,)))
    if maengel:
        raise ClassValidationError("glieder", maengel, Entwurfsdatei)
    return gelesen


_EIGENE_LESER: dict[type, dict[str, Leser]] = {
    Entwurfsdatei: {
        "kennung": lies_entwurfskennung,
        "format": lies_format,
        "beitraege": lies_beitraege,
        "ausgeschieden": _texte('= ["ihk"]'),
        "entfallen": _texte('= ["17-F3"]'),
        "wieder_geltend": _texte('= ["17-F3"]'),
        "wieder_offen": _texte('= ["abstimmung"]'),
    },
    Partnerangabe: {
        "kennung": lies_kennung,
        "kurzname": lies_text_oder_leer,
        "entscheidungsgremium": lies_text_oder_leer,
        "kreis": lies_text_oder_leer,
    },
    Klausel: {"text": lies_wortlaut, "ersetzt": _texte('= ["17-F8"]')},
    Regelungsangabe: {"antwort": lambda wert, _art: wert},
}
"""Angaben, bei denen ihre Art nicht sagt, wie sie zu lesen sind."""


def lies_entwurfstabellen(
    tabellen: Mapping[str, object],
) -> tuple[Entwurfsdatei | None, list[tuple[Pfad, MangelError]]]:
    """Bringt die Tabellen der Datei eines Entwurfs in ihre Form.

    Args:
        tabellen: Der Inhalt der Datei, wie TOML ihn liest.

    Returns:
        Die Entwurfsdatei, wenn jede Angabe für sich brauchbar ist, und alle Mängel mit ihrer Stelle.

    >>> _, maengel = lies_entwurfstabellen({"kennung": "entwurf-2027"})
    >>> [(pfad, mangel.grund) for pfad, mangel in maengel]
    [(('bezeichnung',), 'Die Angabe fehlt.'), (('aufbauend_auf',), 'Die Angabe fehlt.')]
    """
    return lies_datei(_UMWANDLUNG, tabellen, Entwurfsdatei, AUSKUNFT)


def _unbekannt(name: str, klasse: type) -> MangelError:
    """Sagt, welche Angaben eine Tabelle kennt, oder wohin diese gehört."""
    bekannte = tuple(fields_dict(klasse))
    gemeint = naechster(name, bekannte)
    hinweis = meinten_sie(gemeint) or _gehoert_zu(name, klasse)
    return MangelError(
        f"Diese Angabe gibt es hier nicht.{hinweis} Bekannt sind: {aufzaehlung(bekannte)}.",
        f"{gemeint or bekannte[0]} = …",
    )


def _gehoert_zu(name: str, klasse: type) -> str:
    """Sagt, wohin eine Angabe gehört, die es hier nicht gibt; nichts, wenn es sie nirgends gibt."""
    if klasse is Entwurfsdatei and name in fields_dict(Falldatei):
        statt = _STATT.get(name)
        return f" „{name}“ gehört in eine Falldatei" + (f"; in einem Entwurf heißt es {statt}." if statt else ".")
    for tabelle, kopf in UEBERSCHRIFTEN_DES_ENTWURFS.items():
        if name in fields_dict(tabelle):
            return f" „{name}“ gehört zu {kopf}."
    return f" {AM_ANFANG.format(name)}" if name in fields_dict(Entwurfsdatei) else ""


def _ueberschrift(klasse: type) -> str:
    return UEBERSCHRIFTEN_DES_ENTWURFS.get(klasse, _GANZ_OBEN)


def _leser(klasse: type) -> Mapping[str, Leser]:
    return _EIGENE_LESER.get(klasse, {})


def _beispiel(name: str, klasse: type, _art: object) -> str:
    return _BEISPIELE[klasse][name]


_UMWANDLUNG = umwandlung(_ueberschrift, _leser)

AUSKUNFT = Auskunft(_ueberschrift, _unbekannt, _beispiel)
"""Was zu sagen ist, wenn in der Datei eines Entwurfs etwas nicht stimmt."""
