"""Angaben: wie eine einzelne Angabe einer Falldatei zu lesen ist.

Jede Funktion nimmt den Wert, wie TOML ihn liest, und gibt den gemeinten Wert oder sagt, was nicht stimmt und wie es
richtig wäre. Beträge stehen in :mod:`kooperationsvertrag.fall.betraege`, die Tabellen in
:mod:`kooperationsvertrag.fall.schema`.
"""

from __future__ import annotations

import re
from datetime import date

from cattrs import ClassValidationError

from kooperationsvertrag.ablauf.haushaltsjahr import Uebertragungsumfang
from kooperationsvertrag.aufteilung import Zahlungsschluessel
from kooperationsvertrag.fall.betraege import NegativError, lies_betrag
from kooperationsvertrag.fall.probleme import (
    LAENGSTES_ZITAT,
    MangelError,
    Pfad,
    art_des_werts,
    aufzaehlung,
    meinten_sie,
    naechster,
    zitat,
)
from kooperationsvertrag.geld import Geldbetrag

ERSTES_JAHR, LETZTES_JAHR = 1900, 2999
"""Jahre davor und danach sind Schreibfehler."""
HOECHSTES_GEWICHT = 10**15
"""Größtes Gewicht in einem Schlüssel; darüber liegt sicher ein Schreibfehler vor."""


def lies_text(wert: object, _art: object = str) -> str:
    """Liest einen Text, der etwas sagt; Leerzeichen am Rand zählen nicht.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Der Text.

    Raises:
        MangelError: Der Wert ist kein Text, leer oder mehrzeilig.

    >>> lies_text("  Büromiete ")
    'Büromiete'
    """
    text = lies_text_oder_leer(wert)
    if not text:
        raise MangelError("Der Text ist leer.", '= "…" mit einem Text')
    return text


def lies_text_oder_leer(wert: object, _art: object = str) -> str:
    """Liest einen Text, der auch leer sein darf.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Der Text ohne Leerzeichen am Rand.

    Raises:
        MangelError: Der Wert ist kein Text oder mehrzeilig.

    >>> lies_text_oder_leer("   ")
    ''
    """
    if not isinstance(wert, str):
        raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist ein Text.", '= "…" in Anführungszeichen')
    if any(zeichen < " " or "\x7f" <= zeichen <= "\x9f" for zeichen in wert):
        raise MangelError("Der Text enthält Zeilenumbrüche oder Steuerzeichen.", '= "…" in einer Zeile')
    return wert.strip()


def lies_jahr(wert: object, _art: object = int) -> int:
    """Liest eine Jahreszahl.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Das Jahr.

    Raises:
        MangelError: Der Wert ist keine ganze Zahl oder kein Jahr, das vorkommen kann.

    >>> lies_jahr(2018)
    2018
    >>> lies_jahr(218)
    Traceback (most recent call last):
        ...
    kooperationsvertrag.fall.probleme.MangelError: Ein Jahr liegt zwischen 1900 und 2999.
    """
    if not isinstance(wert, int) or isinstance(wert, bool):
        raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist eine Jahreszahl.", "= 2018")
    if not ERSTES_JAHR <= wert <= LETZTES_JAHR:
        raise MangelError(f"Ein Jahr liegt zwischen {ERSTES_JAHR} und {LETZTES_JAHR}.", "= 2018")
    return wert


def lies_wahrheitswert(wert: object, _art: object = bool) -> bool:
    """Liest ``true`` oder ``false``.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Ja oder nein.

    Raises:
        MangelError: Der Wert ist etwas anderes, zum Beispiel ein Text.

    >>> lies_wahrheitswert("ja")
    Traceback (most recent call last):
        ...
    kooperationsvertrag.fall.probleme.MangelError: Hier steht ein Text; erwartet ist true oder false.
    """
    if not isinstance(wert, bool):
        raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist true oder false.", "= true")
    return wert


def lies_datum(wert: object, _art: object = date) -> date:
    """Liest einen Tag: ein TOML-Datum ohne Uhrzeit und ohne Anführungszeichen.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Der Tag.

    Raises:
        MangelError: Der Wert ist kein Tag, oder sein Jahr kann nicht vorkommen. Was gemeint ist, steht im Beispiel.

    >>> try:
    ...     lies_datum("15.1.2018")
    ... except MangelError as mangel:
    ...     print(mangel.beispiel)
    = 2018-01-15
    """
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
    """Liest einen Betrag oder ``"alles"``.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Der Betrag in Cent, oder dass alles übertragen wird.

    Raises:
        MangelError: Der Wert ist weder ein Betrag noch „alles“.

    >>> lies_uebertragungsbetrag("alles"), lies_uebertragungsbetrag("1.000,00")
    (<Uebertragungsumfang.ALLES: 'alles'>, Geldbetrag(cent=100000))
    """
    if wert == Uebertragungsumfang.ALLES:
        return Uebertragungsumfang.ALLES
    try:
        return lies_betrag(wert)
    except MangelError as mangel:
        beispiel = '= "alles"' if isinstance(wert, str) and not re.search("[0-9]", wert) else mangel.beispiel
        raise MangelError(f"{mangel.grund} Möglich ist auch „alles“.", beispiel) from None


def lies_ausgabenbetrag(wert: object, _art: object = Geldbetrag) -> Geldbetrag:
    """Liest, was ausgegeben ist; ein negativer Betrag ist vielleicht eine Rückerstattung.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Der Betrag in Cent.

    Raises:
        MangelError: Der Wert ist kein Betrag oder negativ; dann steht dabei, wie eine Rückerstattung anzugeben ist.

    >>> try:
    ...     lies_ausgabenbetrag("-25")
    ... except MangelError as mangel:
    ...     print(mangel.beispiel)
    [[haushaltsjahr.einnahme]], darunter art = "rueckerstattung" und betrag = "25"
    """
    return _lies_ausgabe(wert, "[[haushaltsjahr.einnahme]]", 'art = "rueckerstattung"')


def lies_gebuchte_ausgabe(wert: object, _art: object = Geldbetrag) -> Geldbetrag:
    """Liest, was ein Ereignis als Ausgabe bucht.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Der Betrag in Cent.

    Raises:
        MangelError: Der Wert ist kein Betrag oder negativ; dann steht dabei, wie eine Rückerstattung anzugeben ist.

    >>> try:
    ...     lies_gebuchte_ausgabe("-25")
    ... except MangelError as mangel:
    ...     print(mangel.beispiel)
    [[ereignis]], darunter art = "einnahme_gebucht", herkunft = "rueckerstattung" und betrag = "25"
    """
    return _lies_ausgabe(wert, "[[ereignis]]", 'art = "einnahme_gebucht", herkunft = "rueckerstattung"')


def _lies_ausgabe(wert: object, ueberschrift: str, angaben: str) -> Geldbetrag:
    try:
        return lies_betrag(wert)
    except NegativError as mangel:
        grund = f"{mangel.grund} Geld, das zurückkam, steht als Rückerstattung unter {ueberschrift}."
        raise MangelError(grund, f"{ueberschrift}, darunter {angaben} und betrag {mangel.beispiel}") from None


def lies_auswahl(wert: object, moegliche: tuple[str, ...]) -> str:
    """Liest einen von mehreren festen Namen.

    Args:
        wert: Der Wert aus der Datei.
        moegliche: Die festen Namen.

    Returns:
        Der Name.

    Raises:
        MangelError: Der Wert ist keiner von ihnen.

    >>> lies_auswahl("mehrheit", ("einstimmig", "mehrheit"))
    'mehrheit'
    """
    if isinstance(wert, str) and wert in moegliche:
        return wert
    raise mangel_der_auswahl(wert, moegliche)


def mangel_der_auswahl(wert: object, moegliche: tuple[str, ...], unterhalb: Pfad = ()) -> MangelError:
    """Sagt, welche festen Namen möglich sind.

    Args:
        wert: Der Wert aus der Datei, der keiner von ihnen ist.
        moegliche: Die festen Namen.
        unterhalb: Weg von der geprüften Tabelle zur Angabe.

    Returns:
        Der Mangel; als Beispiel der Name, der vielleicht gemeint ist.

    >>> mangel_der_auswahl("Mehrheiten", ("einstimmig", "mehrheit")).beispiel
    '= "mehrheit"'
    """
    genannt = f"„{zitat(wert)}“ gibt es hier nicht" if isinstance(wert, str) else f"Hier steht {art_des_werts(wert)}"
    gemeint = naechster(wert, moegliche) if isinstance(wert, str) else ""
    grund = f"{genannt}; möglich ist: {aufzaehlung(moegliche)}.{meinten_sie(gemeint)}"
    return MangelError(grund, f'= "{gemeint or moegliche[0]}"', unterhalb=unterhalb)


def lies_kennung(wert: object, _art: object = str) -> str:
    """Liest die Kennung eines neuen Partners.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Die Kennung.

    Raises:
        MangelError: Der Wert ist kein Text oder hat mehr als kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche.

    >>> lies_kennung("rhein-kreis-neuss")
    'rhein-kreis-neuss'
    """
    text = lies_text(wert)
    if len(text) > 60 or not re.fullmatch(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*", text):
        grund = f"„{zitat(text)}“ ist keine Kennung: kleine Buchstaben ohne Umlaute, Ziffern, Bindestriche."
        raise MangelError(grund, '= "rhein-kreis-neuss"')
    return text


def lies_ereigniskennung(wert: object, _art: object = str) -> str:
    """Liest, woran ein Ereignis zu erkennen ist; leer, wenn es keine Kennung hat.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Die Kennung ohne Leerzeichen am Rand.

    Raises:
        MangelError: Der Wert ist kein Text oder zu lang.

    >>> lies_ereigniskennung(" b-17 ")
    'b-17'
    """
    text = lies_text_oder_leer(wert)
    if len(text) > LAENGSTES_ZITAT:
        raise MangelError(f"Die Kennung eines Ereignisses hat höchstens {LAENGSTES_ZITAT} Zeichen.", '= "b-17"')
    return text


def lies_aufgehobenes(wert: object, _art: object = str) -> str:
    """Liest, welches Ereignis aufgehoben wird.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Die Kennung des Ereignisses.

    Raises:
        MangelError: Der Wert ist kein Text, leer oder zu lang.

    >>> lies_aufgehobenes("")
    Traceback (most recent call last):
        ...
    kooperationsvertrag.fall.probleme.MangelError: Der Text ist leer.
    """
    return lies_ereigniskennung(lies_text(wert))


def lies_schluessel(wert: object, _art: object = Zahlungsschluessel) -> Zahlungsschluessel:
    """Liest ein Gewicht je Partner.

    Args:
        wert: Der Wert aus der Datei.

    Returns:
        Der Schlüssel, in der Reihenfolge der Datei.

    Raises:
        MangelError: Der Wert ist keine Tabelle, oder kein Partner hat ein Gewicht.
        ClassValidationError: Einzelne Gewichte sind nicht brauchbar; nennt jedes.

    >>> lies_schluessel({"duesseldorf": 5, "mettmann": 5, "ihk": 2}).partner
    ('duesseldorf', 'mettmann', 'ihk')
    """
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
