"""Einlesen: eine Falldatei lesen, oder alle ihre Probleme nennen.

Gelesen wird in drei Schritten, und jeder nennt alles, was er findet: der Text (:mod:`~.dateitext`), jede Angabe für
sich (:mod:`~.schema`) und was mehrere Angaben zugleich betrifft (:mod:`~.zusammenhang`, :mod:`~.ereignisse`).
Ein Haushaltsjahr steht in der Datei entweder in der Kurzform oder als Ereignisse; abgerechnet wird beides gleich.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from attrs import evolve, frozen

from kooperationsvertrag.ablauf.akte import Akte
from kooperationsvertrag.ablauf.aufzeichnen import (
    Unbekannt,
    beitrittsantraege,
    ereignisse_aus,
    haushaltsjahre,
    unbekannt_in,
)
from kooperationsvertrag.ablauf.ereignis import BeitrittErklaert, BeitrittZugestimmt, Ereignis, Jahresereignis
from kooperationsvertrag.ablauf.ergebnis import OffeneKonvention
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Haushaltsjahr, Uebertragungsbeschluss
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fall.dateitext import (
    HOECHSTGROESSE,
    entziffere,
    fingerabdruck,
    lies_toml,
    zu_gross,
)
from kooperationsvertrag.fall.ereignisse import zusammenhang_der_ereignisse
from kooperationsvertrag.fall.fassungen import genannte_fassung, genannte_wechsel
from kooperationsvertrag.fall.probleme import (
    EingabeError,
    MangelError,
    Pfad,
    Problem,
    WiderspruchError,
    zitat,
)
from kooperationsvertrag.fall.schema import (
    RUNDUNG_OFFEN,
    VERTRAGSREIHENFOLGE,
    Auslegungsangabe,
    Bestandsangabe,
    Falldatei,
    Jahresangabe,
    Uebertragungsangabe,
    lies_tabellen,
)
from kooperationsvertrag.fall.zusammenhang import zusammenhang
from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister
from kooperationsvertrag.vertrag.geregelt import RUNDUNG, RUNDUNGSVORRANG

SUMME_DER_AUSGABEN = "Ausgaben des Jahres"
"""Bezeichnung, wo nur die Summe der Ausgaben bekannt ist."""


@frozen
class Fall:
    """Ein Fall, wie er in einer Datei steht."""

    titel: str
    """Titel für Menschen."""
    aufzeichnung: Aufzeichnung
    """Was abzurechnen ist."""
    auslegung: Auslegung
    """Die gewählten Lesarten."""
    konvention: Rechenkonvention | OffeneKonvention
    """Wie gerundet wird."""
    fingerabdruck: str
    """Fingerabdruck der Datei; gleich bei gleichem Text, auch mit anderen Zeilenenden."""
    ereignisse: tuple[Ereignis, ...]
    """Die Ereignisse in der Reihenfolge der Datei; keine, wenn nur die Kurzform vorkommt."""
    akte: Akte
    """Alle Ereignisse, auch die, in die sich die Kurzform auflöst."""
    unbekannt: Unbekannt = frozenset()
    """Was die Kurzform offen lässt: ob die Planung und der Bericht eines Jahres vorlagen."""


def lade_fall(datei: Path) -> Fall:
    """Liest eine Falldatei.

    Args:
        datei: Wo sie liegt.

    Returns:
        Der Fall.

    Raises:
        EingabeError: Die Datei lässt sich nicht öffnen oder ist nicht brauchbar; nennt alle Probleme.

    >>> lade_fall(Path("gibt-es-nicht.toml"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    kooperationsvertrag.fall.probleme.EingabeError: Datei: Diese Datei gibt es nicht: gibt-es-nicht.toml. Richtig ...
    """
    return lies_fall(lies_bytes(datei), datei.parent)


def lies_fall(inhalt: bytes, ordner: Path | None = None) -> Fall:
    """Liest den Inhalt einer Falldatei.

    Args:
        inhalt: Die ganze Datei.
        ordner: Wo sie liegt; von dort aus wird ein Entwurf gesucht, den sie als Fassung nennt. Ohne Angabe sind nur die
            eingebauten Fassungen bekannt.

    Returns:
        Der Fall.

    Raises:
        EingabeError: Die Datei ist nicht brauchbar; nennt alle Probleme, in der Reihenfolge der Datei.

    >>> fall = lies_fall(b'''
    ... fassung = "bericht-2017"
    ... [[haushaltsjahr]]
    ... jahr = 2018
    ... eingezahlt = "wie vereinbart"
    ... verausgabt = "43.417,55"
    ... ''')
    >>> fall.aufzeichnung.haushaltsjahre[0].ausgaben[0].betrag
    Geldbetrag(cent=4341755)
    """
    text = entziffere(inhalt)
    tabellen, probleme, zeilen = lies_toml(text)
    fassung, maengel = genannte_fassung(tabellen, ordner)
    wechsel, maengel_der_wechsel = genannte_wechsel(tabellen, fassung or BERICHT_2017, ordner)
    falldatei, formmaengel = lies_tabellen(tabellen)
    maengel += [*maengel_der_wechsel, *formmaengel]
    register = Fassungsregister(fassung or BERICHT_2017, wechsel)
    maengel += _widersprueche(register, tabellen)
    maengel += zusammenhang(tabellen, register)
    maengel += zusammenhang_der_ereignisse(tabellen, register)
    if probleme or maengel or not fassung or not falldatei:
        raise EingabeError(alle_probleme(probleme, maengel, zeilen))
    try:
        return _fall(falldatei, register, fingerabdruck(text))
    except EingabeError:
        raise
    except KooperationsvertragError as fehler:
        raise EingabeError(
            [Problem("Datei", str(fehler), "die Angaben, wie die Dokumentation sie beschreibt")]
        ) from fehler


def lies_bytes(datei: Path) -> bytes:
    """Liest eine Datei, höchstens bis zur Grenze.

    Args:
        datei: Wo sie liegt.

    Returns:
        Der Inhalt.

    Raises:
        EingabeError: Die Datei gibt es nicht, sie darf nicht gelesen werden, oder sie ist zu groß.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as ordner:
    ...     datei = Path(ordner, "fall.toml")
    ...     _ = datei.write_bytes(b"jahr = 2018")
    ...     lies_bytes(datei)
    b'jahr = 2018'
    """
    try:
        if datei.stat().st_size > HOECHSTGROESSE:
            raise EingabeError([zu_gross()])
        with datei.open("rb") as offen:
            return offen.read(HOECHSTGROESSE + 1)
    except EingabeError:
        raise
    except FileNotFoundError:
        grund = "Diese Datei gibt es nicht"
    except PermissionError:
        grund = "Diese Datei darf nicht gelesen werden"
    except IsADirectoryError:
        grund = "Das ist ein Ordner, keine Datei"
    except (OSError, ValueError):
        grund = "Diese Datei lässt sich nicht öffnen"
    raise EingabeError([Problem("Datei", f"{grund}: {zitat(str(datei))}.", "der Pfad einer Falldatei, Endung .toml")])


def _widersprueche(register: Fassungsregister, tabellen: Mapping[str, object]) -> list[tuple[Pfad, MangelError]]:
    """Prüft, ob eine Falldatei anders wählt, als jede ihrer Fassungen selbst bestimmt."""
    gewaehlt = tabellen.get("auslegung")
    je_fassung = [_geregeltes(fassung) for fassung in register.fassungen]
    maengel: list[tuple[Pfad, MangelError]] = []
    for frage in je_fassung[0]:
        gilt = [geregelt[frage] for geregelt in je_fassung if frage in geregelt]
        offen = len(gilt) < len(je_fassung)
        if not offen and isinstance(gewaehlt, dict) and gewaehlt.get(frage, gilt[0]) not in gilt:
            grund = (
                f"Die Fassung regelt „{frage}“ selbst; eine andere Wahl ist nicht möglich. Die Zeile kann entfallen."
            )
            maengel.append((("auslegung", frage), MangelError(grund, f"= {json.dumps(gilt[0], ensure_ascii=False)}")))
    return maengel


def _geregeltes(fassung: Vertragsfassung) -> dict[str, str | list[str]]:
    """Gibt, was eine Fassung regelt, so, wie es in einer Falldatei stünde."""
    geregelt = {regelung.frage: regelung.antwort for regelung in fassung.geregelt}
    if RUNDUNG in geregelt:
        geregelt.setdefault(RUNDUNGSVORRANG, ())
    return {
        frage: list(antwort) or VERTRAGSREIHENFOLGE if isinstance(antwort, tuple) else str(antwort)
        for frage, antwort in geregelt.items()
    }


def alle_probleme(
    probleme: Iterable[Problem], maengel: Collection[tuple[Pfad, MangelError]], zeilen: Mapping[Pfad, int]
) -> list[Problem]:
    """Bringt alle Probleme in die Reihenfolge der Datei.

    Was in einer unlesbaren Zeile steht, fehlt nicht; diese Zeile ist schon genannt. Lehnt ein Datensatz seine Angaben
    ab, sagt das nur etwas, wo nicht schon genauer gesagt ist, woran es liegt.

    Args:
        probleme: Was am Text der Datei nicht lesbar ist.
        maengel: Was an einzelnen Angaben nicht stimmt, mit ihrer Stelle.
        zeilen: Die Zeile je Tabelle und Angabe.

    Returns:
        Die Probleme, das oberste der Datei zuerst.

    >>> zeilen = {("titel",): 1, ("jahr",): 2}
    >>> maengel = [(("jahr",), MangelError("Kein Jahr.", "= 2018")), (("titel",), MangelError("Leer.", '= "…"'))]
    >>> [problem.stelle for problem in alle_probleme([], maengel, zeilen)]
    ['titel', 'jahr']
    """
    alle = list(probleme)
    unlesbar = {problem.zeile for problem in alle if problem.zeile}
    genaue = [pfad for pfad, mangel in maengel if not isinstance(mangel, WiderspruchError)]
    for pfad, mangel in maengel:
        if isinstance(mangel, WiderspruchError) and any(genauer[: len(pfad)] == pfad for genauer in genaue):
            continue
        if not any(zeilen.get((*pfad[:-1], name)) in unlesbar for name in mangel.fehlt):
            alle.append(mangel.als_problem(pfad, _zeile(pfad, zeilen)))
    return sorted(alle, key=lambda problem: problem.zeile or 0)


def _zeile(pfad: Pfad, zeilen: Mapping[Pfad, int]) -> int | None:
    """Die Zeile der Angabe, sonst die der Tabelle, in der sie steht."""
    anfaenge = (pfad[:laenge] for laenge in range(len(pfad), 0, -1))
    return next((zeilen[anfang] for anfang in anfaenge if anfang in zeilen), None)


def _fall(datei: Falldatei, register: Fassungsregister, fingerabdruck: str) -> Fall:
    kurzform = _kurzform(datei, register)
    akte = Akte((*ereignisse_aus(kurzform), *datei.ereignis))
    return Fall(
        titel=datei.titel,
        aufzeichnung=_mit_ereignissen(kurzform, datei, akte) if datei.ereignis else kurzform,
        auslegung=Auslegung.mit(*datei.auslegung.lesarten),
        konvention=_konvention(datei.auslegung),
        fingerabdruck=fingerabdruck,
        ereignisse=datei.ereignis,
        akte=akte,
        unbekannt=unbekannt_in(_haushaltsjahr(angabe) for angabe in datei.haushaltsjahr),
    )


def _kurzform(datei: Falldatei, register: Fassungsregister) -> Aufzeichnung:
    """Gibt, was in der Kurzform steht; ein Jahr, von dem nur Ereignisse bekannt sind, ist noch leer."""
    je_jahr = {angabe.jahr: _haushaltsjahr(angabe) for angabe in datei.haushaltsjahr}
    return Aufzeichnung(
        fassung=register.beginn,
        haushaltsjahre=_ohne_luecke(je_jahr, _jahre(datei.ereignis)),
        beitritte=tuple(sorted(datei.beitritt, key=lambda beitritt: beitritt.zum)),
        anfangsbestand=tuple(_schicht(angabe, register.beginn) for angabe in datei.anfangsbestand),
        wechsel=register.weitere,
    )


def _mit_ereignissen(kurzform: Aufzeichnung, datei: Falldatei, akte: Akte) -> Aufzeichnung:
    """Zählt zur Kurzform, was die geltenden Ereignisse aufzeichnen."""
    geltende = Akte(datei.ereignis).geltende()
    je_jahr = {jahr.jahr: jahr for jahr in haushaltsjahre(kurzform.fassung, geltende)}
    angegeben = {angabe.jahr for angabe in datei.haushaltsjahr}
    je_jahr |= {jahr.jahr: jahr for jahr in kurzform.haushaltsjahre if jahr.jahr in angegeben}
    if not je_jahr:
        grund = "Alle Ereignisse, die zu einem Haushaltsjahr gehören, sind aufgehoben; es bleibt keines abzurechnen."
        raise EingabeError([Problem("ereignis", grund, "[[haushaltsjahr]]")])
    zu_beitritten = any(isinstance(ereignis, (BeitrittErklaert, BeitrittZugestimmt)) for ereignis in datei.ereignis)
    return evolve(
        kurzform,
        haushaltsjahre=_ohne_luecke(je_jahr, ()),
        beitritte=beitrittsantraege(akte.geltende()) if zu_beitritten else kurzform.beitritte,
    )


def _jahre(ereignisse: Iterable[Ereignis]) -> list[int]:
    return [ereignis.jahr for ereignis in ereignisse if isinstance(ereignis, Jahresereignis)]


def _ohne_luecke(je_jahr: Mapping[int, Haushaltsjahr], weitere: Iterable[int]) -> tuple[Haushaltsjahr, ...]:
    """Ordnet die Jahre; ein Jahr dazwischen, über das nichts bekannt ist, ist leer."""
    jahre = {*je_jahr, *weitere}
    leere = (Haushaltsjahr(jahr, (), ()) for jahr in range(min(jahre), max(jahre) + 1))
    return tuple(je_jahr.get(leer.jahr, leer) for leer in leere)


def _konvention(angabe: Auslegungsangabe) -> Rechenkonvention | OffeneKonvention:
    if angabe.rundung == RUNDUNG_OFFEN:
        return OffeneKonvention(angabe.rundungsvorrang)
    return Rechenkonvention(Rundung(angabe.rundung), angabe.rundungsvorrang or ())


def _haushaltsjahr(angabe: Jahresangabe) -> Haushaltsjahr:
    return Haushaltsjahr(
        jahr=angabe.jahr,
        eingezahlt=angabe.eingezahlt or angabe.einzahlung,
        ausgaben=_ausgaben(angabe),
        einnahmen=angabe.einnahme,
        zusatzmittel=angabe.zusatzmittel,
        planung_erstellt=angabe.planung_erstellt,
        abschlussbericht_erstellt=angabe.abschlussbericht_erstellt,
        geprueft=angabe.geprueft,
        pruefungsergebnis=angabe.pruefungsergebnis,
        uebertragung=_beschluss(angabe.uebertragung) if angabe.uebertragung else None,
    )


def _ausgaben(angabe: Jahresangabe) -> tuple[Ausgabe, ...]:
    if not angabe.verausgabt:
        return angabe.ausgabe
    return (Ausgabe(SUMME_DER_AUSGABEN, Ausgabenart.NICHT_GEGLIEDERT, angabe.verausgabt),)


def _beschluss(angabe: Uebertragungsangabe) -> Uebertragungsbeschluss:
    stimmen = Stimmabgabe(angabe.ja, angabe.nein, angabe.enthaltung, angabe.einstimmig)
    return Uebertragungsbeschluss(angabe.betrag, angabe.datum, stimmen)


def _schicht(angabe: Bestandsangabe, fassung: Vertragsfassung) -> Schicht:
    schluessel = angabe.schluessel or Zahlungsschluessel.aus_betraegen(fassung.beitraege)
    return Schicht(angabe.aus_jahr, angabe.betrag, schluessel.geordnet(fassung.partner_kennungen))
