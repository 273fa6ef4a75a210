"""Antrag: die Datei eines Antrags auf Beitritt lesen, oder alle ihre Probleme nennen.

Gelesen wird wie eine Falldatei (:mod:`~kooperationsvertrag.fall.einlesen`); statt Haushaltsjahren hat sie eine
Tabelle ``[antrag]`` mit denselben Angaben wie ``[[beitritt]]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fall.dateitext import entziffere, fingerabdruck, lies_toml
from kooperationsvertrag.fall.einlesen import alle_probleme, lies_bytes
from kooperationsvertrag.fall.fassungen import genannte_fassung
from kooperationsvertrag.fall.probleme import EingabeError, MangelError, Pfad, art_des_werts, schlicht, zitat
from kooperationsvertrag.fall.schema import UEBERSCHRIFTEN_DES_ANTRAGS, lies_antragstabellen
from kooperationsvertrag.fall.zusammenhang import Mangel, Tabelle, tabellen, text, zusammenhang_des_antrags
from kooperationsvertrag.fehler import GeregeltError
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Vertragsfassung
from kooperationsvertrag.vertrag.geregelt import auslegung_der_fassung, pruefe_wahl

UEBERSCHRIFT = UEBERSCHRIFTEN_DES_ANTRAGS[Beitrittsantrag]
"""Wie die Überschrift des Antrags in der Datei steht."""


@frozen
class Pruefauftrag:
    """Ein Beitritt, der geprüft werden soll, wie er in einer Datei steht."""

    titel: str
    """Titel für Menschen."""
    fassung: Vertragsfassung
    """Die Fassung, der beigetreten werden soll."""
    antrag: Beitrittsantrag
    """Der Antrag."""
    auslegung: Auslegung
    """Die Lesarten, die gelten: in der Datei gewählt oder von der Fassung selbst bestimmt."""
    fingerabdruck: str
    """Fingerabdruck der Datei; gleich bei gleichem Text, auch mit anderen Zeilenenden."""


def lade_antrag(datei: Path) -> Pruefauftrag:
    """Liest die Datei eines Antrags.

    Args:
        datei: Wo sie liegt.

    Returns:
        Was zu prüfen ist.

    Raises:
        EingabeError: Die Datei lässt sich nicht öffnen oder ist nicht brauchbar; nennt alle Probleme.

    >>> lade_antrag(Path("gibt-es-nicht.toml"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    kooperationsvertrag.fall.probleme.EingabeError: Datei: Diese Datei gibt es nicht: gibt-es-nicht.toml. Richtig ...
    """
    return lies_antrag(lies_bytes(datei), datei.parent)


def lies_antrag(inhalt: bytes, ordner: Path | None = None) -> Pruefauftrag:
    """Liest den Inhalt der Datei eines Antrags.

    Args:
        inhalt: Die ganze Datei.
        ordner: Wo sie liegt; von dort aus wird ein Entwurf gesucht, den sie als Fassung nennt.

    Returns:
        Was zu prüfen ist.

    Raises:
        EingabeError: Die Datei ist nicht brauchbar; nennt alle Probleme, in der Reihenfolge der Datei.

    >>> auftrag = lies_antrag(b'''
    ... fassung = "bericht-2017"
    ... [antrag]
    ... kennung = "rhein-kreis-neuss"
    ... name = "Rhein-Kreis Neuss"
    ... rechtsform = "kreis"
    ... beitrag = "30.000"
    ... zum = 2026-01-01
    ... ''')
    >>> auftrag.titel, auftrag.antrag.beitrag
    ('Beitritt: Rhein-Kreis Neuss', Geldbetrag(cent=3000000))
    """
    dateitext = entziffere(inhalt)
    gelesen, probleme, zeilen = lies_toml(dateitext)
    fassung, maengel = genannte_fassung(gelesen, ordner)
    ort, mangel = _ort_des_antrags(gelesen)
    maengel += [mangel] if mangel else []
    datei = _mit_dem_antrag(gelesen, ort)
    angaben, formmaengel = lies_antragstabellen(datei)
    im_antrag = [*formmaengel, *_zusammenhang(datei, fassung or BERICHT_2017)]
    maengel += [(_am_ort(pfad, ort), mangel) for pfad, mangel in im_antrag]
    if probleme or maengel or not fassung or not angaben or not angaben.antrag:
        raise EingabeError(alle_probleme(probleme, maengel, zeilen))
    try:
        auslegung = Auslegung.mit(*angaben.auslegung.lesarten)
        pruefe_wahl(auslegung, [fassung])
    except GeregeltError as fehler:
        mangel = ("auslegung", fehler.frage), MangelError(str(fehler), f'= "{fehler.geregelt}"')
        raise EingabeError(alle_probleme((), [mangel], zeilen)) from None
    return Pruefauftrag(
        titel=angaben.titel or f"Beitritt: {angaben.antrag.name}",
        fassung=fassung,
        antrag=angaben.antrag,
        auslegung=auslegung_der_fassung(fassung, auslegung),
        fingerabdruck=fingerabdruck(dateitext),
    )


def _ort_des_antrags(datei: Tabelle) -> tuple[Pfad | None, Mangel | None]:
    """Findet den Antrag, auch unter der Überschrift einer Falldatei oder in doppelten Klammern."""
    if isinstance(datei.get("antrag"), dict):
        return ("antrag",), None
    for name in ("antrag", "beitritt"):
        if name in datei:
            gefunden = tabellen(datei, name)
            ort = gefunden[0][0] if gefunden else None
            return ort, (ort or (name,), _falsche_form(name, datei[name], len(gefunden)))
    grund = f"Es fehlt der Antrag, der zu prüfen ist: eine Tabelle {UEBERSCHRIFT}."
    return None, (("antrag",), MangelError(grund, UEBERSCHRIFT, fehlt=("antrag",)))


def _falsche_form(name: str, wert: object, anzahl: int) -> MangelError:
    """Sagt, warum eine Tabelle kein Antrag ist."""
    if not anzahl:
        return MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist eine Tabelle.", UEBERSCHRIFT)
    nur_einer = f" Geprüft wird nur einer; hier stehen {anzahl}." if anzahl > 1 else ""
    if name == "antrag":
        return MangelError(f"Der Antrag steht in einfachen eckigen Klammern.{nur_einer}", UEBERSCHRIFT)
    grund = (
        f"Unter [[beitritt]] steht ein Beitritt in einer Falldatei. Der Befehl „beitritt“ prüft einen einzelnen "
        f"Antrag, er steht unter {UEBERSCHRIFT}; eine Falldatei rechnet der Befehl „abrechnen“ ab.{nur_einer}"
    )
    return MangelError(grund, UEBERSCHRIFT)


def _mit_dem_antrag(datei: Tabelle, ort: Pfad | None) -> dict[str, object]:
    """Gibt den Inhalt der Datei so, als stünde der Antrag unter seiner Überschrift."""
    namen = {"antrag"} if "antrag" in datei else {"antrag", "beitritt"}
    uebrige = {name: wert for name, wert in datei.items() if name not in namen}
    antraege = dict(tabellen(datei, str(ort[0]))) if ort else {}
    return {**uebrige, "antrag": antraege[ort]} if ort else uebrige


def _am_ort(pfad: Pfad, ort: Pfad | None) -> Pfad:
    """Setzt vor einen Weg im Antrag, wo der Antrag wirklich steht."""
    return (*ort, *pfad[1:]) if ort and pfad[0] == "antrag" else pfad


def _zusammenhang(datei: Mapping[str, object], fassung: Vertragsfassung) -> Iterator[Mangel]:
    yield from zusammenhang_des_antrags(datei, fassung.partner_kennungen)
    vergeben = {schlicht(name): name for partner in fassung.partner for name in (partner.name, partner.kurzname)}
    for pfad, antrag in tabellen(datei, "antrag"):
        name = vergeben.get(schlicht(text(antrag, "name")))
        if name and text(antrag, "kennung") not in fassung.partner_kennungen:
            grund = f"„{zitat(name)}“ ist schon Partner und kann nicht noch einmal beitreten."
            yield (*pfad, "name"), MangelError(grund, '= "Rhein-Kreis Neuss"')
