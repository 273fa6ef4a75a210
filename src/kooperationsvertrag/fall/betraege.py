"""Beträge: wie ein Betrag in einer Falldatei steht.

Erlaubt sind ganze Zahlen (Euro) und Texte in schlichter (``43417.55``) oder deutscher Form (``43.417,55 €``). Ein
Punkt vor genau drei Ziffern ist ein Tausenderpunkt. Was sich auf zwei Arten lesen lässt, wird nicht geraten.
"""

from __future__ import annotations

import re

from attrs import frozen

from kooperationsvertrag.fall.probleme import MangelError, art_des_werts, zitat
from kooperationsvertrag.geld import Geldbetrag

HOECHSTBETRAG = Geldbetrag(10**17)
"""Größter lesbarer Betrag, in Cent; darüber liegt sicher ein Schreibfehler vor."""
LAENGSTER_BETRAG = 100
"""So viele Zeichen hat ein Betrag höchstens."""

GESCHUETZT = "[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
"""Leerzeichen, an denen eine Zeile nicht umbricht; sie sehen aus wie andere."""

_BEISPIEL = '= "43.417,55"'
_WAEHRUNG = r"(?:€|Euro|EUR)"
_HINTEN = re.compile(rf"\s*{_WAEHRUNG}$", re.IGNORECASE)
_VORN = re.compile(rf"^{_WAEHRUNG}\s*", re.IGNORECASE)
_SCHLICHT = re.compile(r"(0|[1-9][0-9]*)(?:[.]([0-9]{1,2}))?")
_DEUTSCH = re.compile(r"(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:[.][0-9]{3})+)(?:,([0-9]{1,2}))?")
_GETRENNT = re.compile(r"(?<=[0-9])\s+(?=[0-9])")
_ZU_VIEL: tuple[tuple[re.Pattern[str], str], ...] = (
    (_GETRENNT, "In einem Betrag steht kein Leerzeichen."),
    (_VORN, "Die Währung steht hinter dem Betrag, nicht davor."),
    (re.compile(r"^[+]"), "Ein Betrag steht ohne Pluszeichen."),
    (re.compile(rf"[,.][-–—]{{1,2}}\s*{_WAEHRUNG}?$", re.IGNORECASE), "Ein Betrag endet nicht mit einem Strich."),
    (re.compile(r"(?<=[0-9])['’_](?=[0-9])"), "Tausender trennt ein Punkt."),
)
"""Was in einem Betrag zu viel ist, und was dazu zu sagen ist."""
_ENGLISCH = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+[.][0-9]{1,2}|(?:,[0-9]{3}){2,})")


@frozen
class Kommazahl:
    """Eine TOML-Zahl, die keine ganze ist, so wie sie in der Datei steht; sie wird nie zu einem Betrag."""

    text: str
    """Die Zahl, wie sie geschrieben ist."""


class NegativError(MangelError):
    """Ein Betrag ist negativ."""


def lies_betrag(wert: object) -> Geldbetrag:
    """Liest einen Betrag.

    Args:
        wert: Der Wert aus der Datei: Text oder ganze Zahl in Euro.

    Returns:
        Der Betrag in Cent, nie negativ.

    Raises:
        MangelError: Der Wert ist kein Betrag oder lässt sich auf zwei Arten lesen.

    >>> lies_betrag("50.000"), lies_betrag("50.00"), lies_betrag(50)
    (Geldbetrag(cent=5000000), Geldbetrag(cent=5000), Geldbetrag(cent=5000))
    """
    if isinstance(wert, str) and len(wert) > LAENGSTER_BETRAG:
        raise MangelError(f"Der Text ist für einen Betrag zu lang: „{zitat(wert)}“.", _BEISPIEL)
    if isinstance(wert, str):
        cent = _cent(_HINTEN.sub("", wert.strip()))
        if cent is None:
            raise _mangel_am_text(wert.strip())
    elif type(wert) is int:
        cent = wert * 100
        if cent < 0:
            raise _negativ(_BEISPIEL if cent < -HOECHSTBETRAG.cent else f'= "{-wert}"')
    elif isinstance(wert, Kommazahl):
        raise _mangel_ohne_anfuehrungszeichen(wert.text)
    else:
        raise MangelError(f"Hier steht {art_des_werts(wert)}; ein Betrag steht in Anführungszeichen.", _BEISPIEL)
    if cent > HOECHSTBETRAG.cent:
        raise MangelError(f"Der Betrag ist unglaubhaft groß; möglich sind höchstens {HOECHSTBETRAG}.", _BEISPIEL)
    return Geldbetrag(cent)


def _cent(zahl: str) -> int | None:
    """Liest eine der erlaubten Schreibweisen, oder gar nichts."""
    treffer = _SCHLICHT.fullmatch(zahl) or _DEUTSCH.fullmatch(zahl)
    if not treffer:
        return None
    return int(treffer[1].replace(".", "")) * 100 + int((treffer[2] or "").ljust(2, "0"))


def _mangel_am_text(text: str) -> MangelError:
    """Sagt, was an einem Text falsch ist, der kein lesbarer Betrag ist."""
    zahl = _VORN.sub("", _HINTEN.sub("", text))
    genannt = f"„{zitat(re.sub(GESCHUETZT, ' ', text))}“"
    if not text:
        return MangelError("Der Betrag ist leer. Wo nichts gezahlt ist, steht eine Null.", '= "0"')
    if zahl[:1] in {"-", "−", "–"}:
        positiv = _richtiggestellt(zahl[1:].strip())
        return _negativ(f'= "{positiv}"' if positiv else _BEISPIEL)
    richtig = _richtiggestellt(zahl)
    if richtig or _GETRENNT.search(zahl):
        zu_viel = next((grund for muster, grund in _ZU_VIEL if muster.search(text)), None)
        grund = zu_viel or f"{genannt} ist keine erlaubte Schreibweise für einen Betrag."
        return MangelError(grund, f'= "{richtig}"' if richtig else _BEISPIEL)
    if re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", zahl):
        grund = f"{genannt} lässt sich auf zwei Arten lesen: Komma vor drei Ziffern."
        return MangelError(grund, f'= "{zahl.replace(",", ".")}" für Tausender, "{zahl[:-1]}" für Euro und Cent')
    if re.fullmatch(r"[0-9.]+,[0-9]{3,}", zahl):
        return MangelError(f"{genannt} hat mehr als zwei Nachkommastellen.", _BEISPIEL)
    if re.fullmatch(r"[0-9]*[.][0-9.]*(?:,[0-9]*)?", zahl):
        grund = "Nach einem Tausenderpunkt stehen genau drei Ziffern, nach einem Dezimalpunkt höchstens zwei"
        return MangelError(f"{genannt} ist falsch gegliedert. {grund}.", _BEISPIEL)
    return MangelError(f"{genannt} ist kein Betrag.", _BEISPIEL)


def _richtiggestellt(zahl: str) -> str | None:
    """Schreibt einen Betrag richtig, wenn nur eine Lesart in Frage kommt."""
    richtig = re.sub(r"^[+]\s*|[,.][-–—]{1,2}$", "", zahl)
    richtig = re.sub(r"(?<=[0-9])[\s'’_](?=[0-9]{3}(?![0-9]))", ".", richtig)
    if _ENGLISCH.fullmatch(richtig):
        richtig = richtig.translate(str.maketrans(",.", ".,"))
    richtig = re.sub(r"^0+(?=[0-9])", "", richtig)
    richtig = f"0{richtig}" if richtig.startswith(",") else richtig
    return zitat(richtig) if _cent(richtig) is not None else None


def _mangel_ohne_anfuehrungszeichen(text: str) -> MangelError:
    """Sagt, wie eine TOML-Zahl, die keine ganze ist, als Betrag zu schreiben ist."""
    if not re.fullmatch(r"[+-]?[0-9_]+[.][0-9_]+", text):
        return MangelError(f"„{zitat(text)}“ ist keine erlaubte Schreibweise für einen Betrag.", _BEISPIEL)
    grund = "Beträge mit Punkt stehen in Anführungszeichen; ohne sie sind sie nicht auf den Cent genau."
    if text.startswith("-"):
        return _negativ(_BEISPIEL if _cent(text[1:]) is None else f'= "{zitat(text[1:])}"')
    if re.fullmatch(r"[1-9][0-9]{0,2}[.]000", text):
        return MangelError(grund, f'= "{text}" für Tausender oder "{text[:-1]}" für ganze Euro')
    return MangelError(grund, _BEISPIEL if _cent(text) is None else f'= "{zitat(text)}"')


def _negativ(beispiel: str) -> NegativError:
    return NegativError("Ein Betrag ist nie negativ.", beispiel)
