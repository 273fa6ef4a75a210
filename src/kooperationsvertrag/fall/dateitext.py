"""Dateitext: von den Bytes einer Datei zu TOML-Tabellen, oder zu Problemen mit Zeile und Spalte."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from kooperationsvertrag.fall.betraege import Kommazahl, lies_betrag
from kooperationsvertrag.fall.probleme import EingabeError, MangelError, Pfad, Problem, schlicht, zitat
from kooperationsvertrag.fall.schema import UEBERSCHRIFTEN, UEBERSCHRIFTEN_DES_ANTRAGS

HOECHSTGROESSE = 5_000_000
"""Größte lesbare Datei, in Bytes; ein Fall mit hundert Jahren hat keine hunderttausend."""

_BEISPIELZEILE = 'titel = "Haushaltsjahr 2018"'
_UTF8 = (
    "im Editor von Windows: Datei, Speichern unter, Codierung „UTF-8“; in Notepad++: Kodierung, Konvertiere zu UTF-8"
)

_MELDUNGEN: tuple[tuple[str, str, str], ...] = (
    ("Expected '=' after a key", "Nach dem Namen fehlt das Gleichheitszeichen.", _BEISPIELZEILE),
    ("Cannot overwrite a value", "Diese Angabe steht schon weiter oben.", "jede Angabe nur einmal in ihrer Tabelle"),
    ("Duplicate inline table key", "Eine Angabe steht in den geschweiften Klammern doppelt.", "{ ihk = 2 }"),
    ("Cannot declare", "Diese Überschrift steht schon weiter oben.", "jede Überschrift nur einmal"),
    ("Cannot mutate immutable", "Diese Liste oder Tabelle steht schon weiter oben.", "jede Angabe nur einmal"),
    ("Expected ']", "Die Überschrift endet nicht mit ihren eckigen Klammern.", "[[haushaltsjahr]]"),
    ("Invalid initial character", "Hier müsste der Name einer Angabe stehen.", _BEISPIELZEILE),
    ("Invalid statement", "Hier müsste eine Überschrift oder der Name einer Angabe stehen.", _BEISPIELZEILE),
    ("Unclosed array", "In einer Liste fehlt ein Komma oder die Klammer am Ende.", 'ja = ["duesseldorf", "mettmann"]'),
    (
        "Unclosed inline table",
        "Eine geschweifte Klammer ist nicht geschlossen.",
        "schluessel = { duesseldorf = 5, ihk = 2 }",
    ),
    ("Unterminated string", "Anführungszeichen sind nicht geschlossen.", _BEISPIELZEILE),
    ("Expected '", "Anführungszeichen sind nicht geschlossen.", _BEISPIELZEILE),
    ("Illegal character '\\n'", "Anführungszeichen sind in dieser Zeile nicht geschlossen.", _BEISPIELZEILE),
    ("Illegal character", "Hier steht ein unsichtbares Steuerzeichen.", "die Zeile neu eintippen"),
    ("Found invalid character", "Hier steht ein Zeichen, das nicht erlaubt ist.", "die Zeile neu eintippen"),
    (
        "Unescaped '\\\\'",
        "Ein umgekehrter Schrägstrich braucht einen zweiten.",
        'fassung = "C:\\\\Ordner\\\\entwurf.toml"',
    ),
    ("Invalid hex value", "Nach \\u stehen vier Ziffern oder Buchstaben von A bis F.", "\\u00fc"),
    ("Escaped character", "Dieses Zeichen gibt es nicht.", "\\u00fc"),
    ("Invalid date", "Diesen Tag gibt es nicht.", "datum = 2018-01-15"),
    ("Expected newline", "Nach dem Wert steht noch etwas in der Zeile.", "je Zeile eine Angabe"),
    ("Invalid value", "Der Wert ist nicht lesbar; Texte stehen in Anführungszeichen.", _BEISPIELZEILE),
)
"""Anfang der Meldung von tomllib, was sie heißt, Beispiel."""

_ANGABE = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=(.*)")
_UNERLAUBTER_NAME = re.compile(r"\s*([A-Za-z0-9_ -]*[ÄÖÜäöüß][A-Za-z0-9_ÄÖÜäöüß -]*?)\s*=(.*)")
_UEBERSCHRIFT = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_-]+(?:\s*[.]\s*[A-Za-z0-9_-]+)*)\s*\]")
_NAME_AM_ANFANG = re.compile(r"\s*([^\s=:]+)")
_MEHRZEILIG = re.compile("\"{3}|'{3}")
_ZU_TIEF = re.compile(r"\s*\[{0,2}(?:[^\s.=#]+\s*[.]\s*){50}")
_BEKANNTE_UEBERSCHRIFTEN = {
    kopf.strip("[]"): kopf for kopf in (*UEBERSCHRIFTEN.values(), *UEBERSCHRIFTEN_DES_ANTRAGS.values())
}


@frozen
class Zeile:
    """Eine Zeile der Datei, und was von ihr gelesen wird."""

    nummer: int
    """Die wievielte sie in der Datei ist."""
    wortlaut: str
    """Wie sie in der Datei steht."""
    gelesen: str
    """Wie sie gelesen wird: berichtigt, oder leer, wenn sie übergangen ist."""


def entziffere(inhalt: bytes) -> str:
    r"""Macht aus den Bytes einer Datei Text, mit oder ohne Marke für UTF-8 am Anfang.

    Args:
        inhalt: Die ganze Datei.

    Returns:
        Der Text ohne Marke, jede Zeile mit einem einfachen Zeilenende.

    Raises:
        EingabeError: Die Datei ist zu groß, leer, kein Text oder nicht in UTF-8 gespeichert.

    >>> entziffere('titel = "Übertrag"\r\n'.encode("utf-8-sig"))
    'titel = "Übertrag"\n'
    """
    if len(inhalt) > HOECHSTGROESSE:
        raise EingabeError([zu_gross()])
    if inhalt.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise EingabeError([_datei("Die Datei ist in UTF-16 gespeichert, nicht in UTF-8.", _UTF8)])
    if b"\0" in inhalt:
        raise EingabeError([_datei("Das ist keine Textdatei.", "eine Datei aus einem Texteditor, Endung .toml")])
    try:
        text = inhalt.decode("utf-8-sig")
    except UnicodeDecodeError as fehler:
        zeile = inhalt.count(b"\n", 0, fehler.start) + 1
        grund = f"Die Datei ist nicht in UTF-8 gespeichert; in Zeile {zeile} steht ein Zeichen in anderer Kodierung."
        raise EingabeError([Problem("Datei", grund, _UTF8, zeile)]) from None
    if not text.strip():
        raise EingabeError([_datei("Die Datei ist leer.", 'fassung = "bericht-2017"')])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def zu_gross() -> Problem:
    """Sagt, dass eine Datei größer ist als jede Falldatei.

    Returns:
        Das Problem.

    >>> zu_gross().grund
    'Die Datei ist größer als 5 MB.'
    """
    return _datei(f"Die Datei ist größer als {HOECHSTGROESSE // 1_000_000} MB.", "eine Falldatei mit einigen Kilobyte")


def _datei(grund: str, beispiel: str) -> Problem:
    return Problem("Datei", grund, beispiel)


def fingerabdruck(text: str) -> str:
    """Gibt den Fingerabdruck eines Textes.

    Args:
        text: Der Text.

    Returns:
        Name des Verfahrens und Prüfsumme.

    >>> fingerabdruck("")[:20]
    'sha256:e3b0c44298fc1'
    """
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def lies_toml(text: str) -> tuple[dict[str, object], list[Problem], dict[Pfad, int]]:
    r"""Liest TOML; was nicht lesbar ist, wird genannt und übergangen, damit auch die übrigen Probleme sichtbar werden.

    Args:
        text: Der Text der Datei.

    Returns:
        Die Tabellen, ein Problem je unlesbarer Zeile, und zu Tabellen und Angaben die Zeile, in der sie stehen.

    Raises:
        EingabeError: Nach einem Fehler lässt sich nicht sagen, wie es weitergeht.

    >>> tabellen, [problem], _ = lies_toml("jahr = 2018\nbetrag = 43.417,55")
    >>> tabellen, problem.beispiel
    ({'jahr': 2018}, 'betrag = "43.417,55"')
    """
    zeilen = [Zeile(nummer, zeile, zeile) for nummer, zeile in enumerate(text.split("\n"), 1)]
    probleme: list[Problem] = []
    tief = next((zeile.nummer for zeile in zeilen if _ZU_TIEF.match(zeile.gelesen)), None)
    if tief:
        raise _abbruch([_zu_tief(tief)])
    while True:
        try:
            return _lade(zeilen), probleme, _zeilennummern(zeilen)
        except RecursionError:
            raise _abbruch([*probleme, _zu_tief(None)]) from None
        except tomllib.TOMLDecodeError as fehler:
            meldung = str(fehler)
        except ValueError:
            raise _abbruch([*probleme, _datei("Eine Zahl hat unglaubhaft viele Ziffern.", "jahr = 2018")]) from None
        index, spalte = _ort(meldung, zeilen)
        probleme.append(_uebersetzt(meldung, zeilen[index], spalte))
        weiter = _ohne_den_fehler(meldung, zeilen, index)
        if weiter is None or weiter == zeilen or len(text) * len(probleme) > HOECHSTGROESSE:
            raise _abbruch(probleme)
        zeilen = weiter


def _lade(zeilen: Iterable[Zeile]) -> dict[str, object]:
    return tomllib.loads("\n".join(zeile.gelesen for zeile in zeilen), parse_float=Kommazahl)


def _abbruch(probleme: Sequence[Problem]) -> EingabeError:
    """Sagt beim letzten Problem dazu, dass danach nichts mehr geprüft ist."""
    letztes = probleme[-1]
    grund = f"{letztes.grund} Der Rest der Datei ließ sich deshalb noch nicht prüfen."
    return EingabeError([*probleme[:-1], evolve(letztes, grund=grund)])


def _zu_tief(zeile: int | None) -> Problem:
    return Problem(
        "Datei", "Listen oder Tabellen sind zu tief ineinander geschachtelt.", "[[haushaltsjahr.ausgabe]]", zeile
    )


def _ort(meldung: str, zeilen: Sequence[Zeile]) -> tuple[int, int]:
    """Die wievielte Zeile (von null an) und Spalte tomllib meint; am Ende der Datei die letzte beschriebene."""
    treffer = re.search(r"at line (\d+), column (\d+)", meldung)
    if treffer:
        return int(treffer[1]) - 1, int(treffer[2])
    letzte = max(index for index, zeile in enumerate(zeilen) if zeile.gelesen.strip() or index == 0)
    return letzte, len(zeilen[letzte].gelesen) + 1


def _ohne_den_fehler(meldung: str, zeilen: list[Zeile], index: int) -> list[Zeile] | None:
    """Berichtigt oder übergeht eine unlesbare Zeile; nichts, wo das Folgende dann anders zu lesen wäre."""
    zeile = zeilen[index].gelesen
    if not _ist_lesbar(zeilen[:index]) or _hat_mehrzeiligen_text(zeilen):
        return None
    if _beginnt_als_ueberschrift(zeile):
        if meldung.startswith("Cannot"):
            return _mit_vereinter_ueberschrift(zeilen, index)
        return _ersetzt(zeilen, {index: _gemeinte_ueberschrift(zeile)})
    if any(zeile.count(auf) > zeile.count(zu) for auf, zu in ("[]", "{}")):
        return None
    return _ersetzt(zeilen, {index: ""})


def _ist_lesbar(zeilen: Iterable[Zeile]) -> bool:
    """Sagt, ob die Zeilen für sich vollständig sind, also keine Liste und kein Text über sie hinausreicht."""
    try:
        _lade(zeilen)
    except ValueError:
        return False
    return True


def _hat_mehrzeiligen_text(zeilen: Iterable[Zeile]) -> bool:
    return any(_MEHRZEILIG.search(zeile.wortlaut) for zeile in zeilen)


def _ersetzt(zeilen: list[Zeile], neu: dict[int, str]) -> list[Zeile]:
    return [evolve(zeile, gelesen=neu.get(index, zeile.gelesen)) for index, zeile in enumerate(zeilen)]


def _beginnt_als_ueberschrift(zeile: str) -> bool:
    return zeile.lstrip().startswith("[")


def _gemeinte_ueberschrift(zeile: str) -> str:
    """Schreibt eine Überschrift so, wie sie gemeint ist; steht kein Name darin, bleibt sie.

    >>> _gemeinte_ueberschrift("[Haushaltsjahr 2018]]"), _gemeinte_ueberschrift("[haushaltsjahr.übertragung")
    ('[[haushaltsjahr]]', '[haushaltsjahr.uebertragung]')
    """
    kern = re.split(r"[]\[#]", zeile.lstrip(" \t["), maxsplit=1)[0]
    name = re.sub(r"[^a-z]+", ".", schlicht(kern)).strip(".")
    if not name:
        return zeile
    return _BEKANNTE_UEBERSCHRIFTEN.get(name) or (f"[[{name}]]" if re.search(r"\[\[|\]\]", zeile) else f"[{name}]")


def _mit_vereinter_ueberschrift(zeilen: list[Zeile], index: int) -> list[Zeile] | None:
    """Liest Angaben unter einer wiederholten Überschrift, als stünden sie unter der ersten."""
    kopf = _gemeinte_ueberschrift(zeilen[index].gelesen)
    gleiche = [
        stelle
        for stelle, zeile in enumerate(zeilen[: index + 1])
        if _beginnt_als_ueberschrift(zeile.gelesen) and _gemeinte_ueberschrift(zeile.gelesen) == kopf
    ]
    if kopf not in _BEKANNTE_UEBERSCHRIFTEN.values():
        return None
    if kopf.startswith("[["):
        return _ersetzt(zeilen, dict.fromkeys(gleiche, kopf))
    if len(gleiche) == 1:
        return None
    ende, ende_der_ersten = _naechste_ueberschrift(zeilen, index), _naechste_ueberschrift(zeilen, gleiche[-2])
    ohne = _ersetzt(zeilen, {index: ""})
    return [*ohne[:ende_der_ersten], *ohne[index:ende], *ohne[ende_der_ersten:index], *ohne[ende:]]


def _naechste_ueberschrift(zeilen: Sequence[Zeile], index: int) -> int:
    weitere = range(index + 1, len(zeilen))
    return next((stelle for stelle in weitere if _beginnt_als_ueberschrift(zeilen[stelle].gelesen)), len(zeilen))


def _uebersetzt(meldung: str, zeile: Zeile, spalte: int) -> Problem:
    """Sagt auf Deutsch, was an einer Zeile kein TOML ist."""
    angabe = _ANGABE.match(zeile.wortlaut)
    lautet = f"Die Zeile lautet: „{zitat(zeile.wortlaut.strip())}“."
    unerlaubt = _UNERLAUBTER_NAME.match(zeile.wortlaut)
    if unerlaubt:
        grund = "Der Name einer Angabe besteht aus Buchstaben ohne Umlaute, Ziffern, Unterstrich und Bindestrich."
        beispiel = f"{schlicht(unerlaubt[1])} ={unerlaubt[2]}"
        return Problem(f"Zeile {zeile.nummer}", f"{grund} {lautet}", zitat(beispiel), zeile.nummer)
    gemeint = _an_der_ueberschrift(meldung, zeile.gelesen)
    if angabe and meldung.startswith(("Invalid value", "Expected newline")):
        gemeint = _am_wert(angabe)
    grund, beispiel = gemeint or next(
        ((grund, beispiel) for anfang, grund, beispiel in _MELDUNGEN if meldung.startswith(anfang)),
        ("Diese Zeile ist nicht lesbar.", _BEISPIELZEILE),
    )
    return Problem(f"Zeile {zeile.nummer}, Spalte {spalte}", f"{grund} {lautet}", beispiel, zeile.nummer)


def _an_der_ueberschrift(meldung: str, zeile: str) -> tuple[str, str] | None:
    """Sagt, was an einer Überschrift falsch ist, oder nichts, wenn es nicht an ihr liegt."""
    kopf = _gemeinte_ueberschrift(zeile)
    if not _beginnt_als_ueberschrift(zeile) or (kopf == zeile and not meldung.startswith("Cannot")):
        return None
    if meldung.startswith("Expected ']"):
        return "Die Überschrift endet nicht mit ihren eckigen Klammern.", kopf
    if meldung.startswith(("Expected newline", "Invalid initial")):
        return "Diese Überschrift ist nicht lesbar.", kopf
    if not meldung.startswith("Cannot") or kopf not in _BEKANNTE_UEBERSCHRIFTEN.values():
        return None
    if not kopf.startswith("[["):
        return (
            "Diese Überschrift steht schon weiter oben.",
            f"die Zeilen unter die vorhandene Überschrift {kopf} setzen",
        )
    if "[[" not in zeile:
        return "Diese Überschrift steht in doppelten eckigen Klammern.", kopf
    andere = "Weiter oben steht diese Überschrift mit anderen Klammern, oder eine ihrer Untertabellen steht vor ihr."
    return andere, kopf


def _am_wert(angabe: re.Match[str]) -> tuple[str, str] | None:
    """Erkennt, was jemand ohne die nötigen Anführungszeichen gemeint hat."""
    name, wert = angabe[1], angabe[2].partition("#")[0].strip()
    tag = re.fullmatch(r"(\d{1,2})[.](\d{1,2})[.](\d{4})", wert)
    if tag:
        jahr, monat, im_monat = int(tag[3]), int(tag[2]), int(tag[1])
        try:
            beispiel = date(jahr, monat, im_monat).isoformat()
        except ValueError:
            beispiel = "2018-01-15"
        return "Ein Datum steht als Jahr-Monat-Tag.", f"{name} = {beispiel}"
    if wert[:1] in "„“”‚‘’«»" and wert:
        text = zitat(wert.strip("„“”‚‘’«»"))
        return 'Anführungszeichen sind in TOML gerade und stehen oben: ".', f'{name} = "{text}"'
    if re.fullmatch(r"[0-9][0-9.,\s]*(?:€|EUR|Euro)?", wert):
        try:
            lies_betrag(wert)
        except MangelError as mangel:
            return f"{mangel.grund}", mangel.als_problem((name,), None).beispiel
        return "Ein Betrag mit Punkt oder Komma steht in Anführungszeichen.", f'{name} = "{wert}"'
    if re.fullmatch(r"[A-Za-zÄÖÜäöüß][^\"'=\[\]{}]*", wert) and wert not in {"true", "false"}:
        return "Ein Text steht in Anführungszeichen.", f'{name} = "{zitat(wert)}"'
    return None


def _zeilennummern(zeilen: Sequence[Zeile]) -> dict[Pfad, int]:
    """Findet zu Tabellen und Angaben die Zeile, in der sie stehen; auch zu Angaben, die übergangen sind.

    Mehrzeilige Texte könnten wie Angaben aussehen; kommen sie vor, wird keine Zeile genannt.

    >>> zeilen = [Zeile(1, "[[haushaltsjahr]", "[[haushaltsjahr]]"), Zeile(2, "jahr 2018", "")]
    >>> _zeilennummern(zeilen)[("haushaltsjahr", 0, "jahr")]
    2
    """
    if _hat_mehrzeiligen_text(zeilen):
        return {}
    gefunden: dict[Pfad, int] = {}
    anzahl: dict[Pfad, int] = {}
    tabelle: Pfad = ()
    for zeile in zeilen:
        ueberschrift = _UEBERSCHRIFT.match(zeile.gelesen)
        angabe = _ANGABE.match(zeile.gelesen)
        uebergangen = None if zeile.gelesen else _NAME_AM_ANFANG.match(zeile.wortlaut)
        if ueberschrift:
            tabelle = ()
            namen = [name.strip() for name in ueberschrift[2].split(".")]
            for tiefe, name in enumerate(namen, 1):
                tabelle = (*tabelle, name)
                if tiefe == len(namen) and ueberschrift[1] == "[[":
                    anzahl[tabelle] = anzahl.get(tabelle, 0) + 1
                if tabelle in anzahl:
                    tabelle = (*tabelle, anzahl[tabelle] - 1)
            gefunden.setdefault(tabelle, zeile.nummer)
        elif angabe:
            gefunden.setdefault((*tabelle, angabe[1]), zeile.nummer)
        elif uebergangen:
            gefunden.setdefault((*tabelle, schlicht(uebergangen[1])), zeile.nummer)
    return gefunden
