"""Dateitext: von den Bytes einer Datei zu TOML-Tabellen, oder zu Problemen mit Zeile und Spalte."""

from __future__ import annotations

import hashlib
import re
import tomllib
from datetime import date

from kooperationsvertrag.fall.betraege import Kommazahl, lies_betrag
from kooperationsvertrag.fall.probleme import EingabeError, MangelError, Pfad, Problem, schlicht, zitat

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
    ("Cannot declare", "Diese Überschrift steht schon weiter oben.", "[[haushaltsjahr]] für jedes weitere Jahr"),
    ("Cannot redefine namespace", "Diese Überschrift steht schon weiter oben, mit anderen Klammern.", "[auslegung]"),
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
_MEHRZEILIG = re.compile("\"{3}|'{3}")
_ZU_TIEF = re.compile(r"\s*\[{0,2}(?:[^\s.=#]+\s*[.]\s*){50}")


def entziffere(inhalt: bytes) -> str:
    """Macht aus den Bytes einer Datei Text, mit oder ohne Marke für UTF-8 am Anfang.

    Args:
        inhalt: Die ganze Datei.

    Returns:
        Der Text ohne Marke, jede Zeile mit einem einfachen Zeilenende.

    Raises:
        EingabeError: Die Datei ist zu groß, leer, kein Text oder nicht in UTF-8 gespeichert.
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
    """Das Problem einer Datei, die größer ist als jede Falldatei."""
    return _datei(f"Die Datei ist größer als {HOECHSTGROESSE // 1_000_000} MB.", "eine Falldatei mit einigen Kilobyte")


def _datei(grund: str, beispiel: str) -> Problem:
    return Problem("Datei", grund, beispiel)


def fingerabdruck(text: str) -> str:
    """Gibt den Fingerabdruck eines Textes.

    >>> fingerabdruck("")[:20]
    'sha256:e3b0c44298fc1'
    """
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def lies_toml(text: str) -> tuple[dict[str, object], list[Problem]]:
    """Liest TOML; eine unlesbare Angabe wird genannt und übergangen, damit auch die übrigen Probleme sichtbar werden.

    Args:
        text: Der Text der Datei.

    Returns:
        Die Tabellen, und ein Problem je übergangener Zeile.

    Raises:
        EingabeError: Nach einem Fehler lässt sich nicht sagen, wie es weitergeht.
    """
    zeilen = text.split("\n")
    probleme: list[Problem] = []
    tief = next((nummer for nummer, zeile in enumerate(zeilen, 1) if _ZU_TIEF.match(zeile)), None)
    if tief:
        raise EingabeError([_zu_tief(tief)])
    while True:
        try:
            return tomllib.loads("\n".join(zeilen), parse_float=Kommazahl), probleme
        except RecursionError:
            raise EingabeError([*probleme, _zu_tief(None)]) from None
        except ValueError as fehler:
            if not isinstance(fehler, tomllib.TOMLDecodeError):
                zu_lang = _datei("Eine Zahl hat unglaubhaft viele Ziffern.", "jahr = 2018")
                raise EingabeError([*probleme, zu_lang]) from None
            nummer, spalte = _ort(str(fehler), zeilen)
            zeile = zeilen[nummer - 1]
            probleme.append(_uebersetzt(str(fehler), nummer, spalte, zeile))
            liegt_am_wert = _ANGABE.match(zeile) and spalte > zeile.find("=") and "Unclosed" not in str(fehler)
            if (
                not (liegt_am_wert or _UNERLAUBTER_NAME.match(zeile))
                or _MEHRZEILIG.search(text)
                or len(text) * len(probleme) > HOECHSTGROESSE
            ):
                raise EingabeError(probleme) from None
            zeilen[nummer - 1] = ""


def _zu_tief(zeile: int | None) -> Problem:
    return Problem(
        "Datei", "Listen oder Tabellen sind zu tief ineinander geschachtelt.", "[[haushaltsjahr.ausgabe]]", zeile
    )


def _ort(meldung: str, zeilen: list[str]) -> tuple[int, int]:
    """Zeile und Spalte einer Meldung von tomllib; am Ende der Datei deren letzte beschriebene Zeile."""
    treffer = re.search(r"at line (\d+), column (\d+)", meldung)
    if treffer:
        return int(treffer[1]), int(treffer[2])
    letzte = max(nummer for nummer, zeile in enumerate(zeilen, 1) if zeile.strip() or nummer == 1)
    return letzte, len(zeilen[letzte - 1]) + 1


def _uebersetzt(meldung: str, nummer: int, spalte: int, zeile: str) -> Problem:
    """Sagt auf Deutsch, was an einer Zeile kein TOML ist."""
    angabe = _ANGABE.match(zeile)
    unerlaubt = _UNERLAUBTER_NAME.match(zeile)
    if unerlaubt:
        grund = "Der Name einer Angabe besteht aus Buchstaben ohne Umlaute, Ziffern, Unterstrich und Bindestrich."
        beispiel = f"{schlicht(unerlaubt[1])} ={unerlaubt[2]}"
        return Problem(f"Zeile {nummer}", f"{grund} Die Zeile lautet: {zitat(zeile.strip())}", zitat(beispiel), nummer)
    gemeint = _am_wert(angabe) if angabe and meldung.startswith(("Invalid value", "Expected newline")) else None
    grund, beispiel = gemeint or next(
        ((grund, beispiel) for anfang, grund, beispiel in _MELDUNGEN if meldung.startswith(anfang)),
        ("Diese Zeile ist nicht lesbar.", _BEISPIELZEILE),
    )
    stelle = f"Zeile {nummer}, Spalte {spalte}"
    return Problem(stelle, f"{grund} Die Zeile lautet: {zitat(zeile.strip())}", beispiel, nummer)


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


def zeilennummern(text: str) -> dict[Pfad, int]:
    r"""Findet zu Tabellen und Angaben die Zeile, in der sie stehen.

    Mehrzeilige Texte könnten wie Angaben aussehen; kommen sie vor, wird keine Zeile genannt.

    >>> zeilennummern("[[haushaltsjahr]]\njahr = 2018")[("haushaltsjahr", 0, "jahr")]
    2
    """
    if _MEHRZEILIG.search(text):
        return {}
    gefunden: dict[Pfad, int] = {}
    anzahl: dict[Pfad, int] = {}
    tabelle: Pfad = ()
    for nummer, zeile in enumerate(text.split("\n"), 1):
        ueberschrift = _UEBERSCHRIFT.match(zeile)
        angabe = _ANGABE.match(zeile)
        if ueberschrift:
            tabelle = ()
            namen = [name.strip() for name in ueberschrift[2].split(".")]
            for tiefe, name in enumerate(namen, 1):
                tabelle = (*tabelle, name)
                if tiefe == len(namen) and ueberschrift[1] == "[[":
                    anzahl[tabelle] = anzahl.get(tabelle, 0) + 1
                if tabelle in anzahl:
                    tabelle = (*tabelle, anzahl[tabelle] - 1)
            gefunden.setdefault(tabelle, nummer)
        elif angabe:
            gefunden.setdefault((*tabelle, angabe[1]), nummer)
    return gefunden
