"""Varianten: was herauskommt, wenn das Ergebnis von einer Lesart abhängt.

Erst woran es hängt, dann die Ergebnisse nebeneinander, dann die Zeilen, mit denen sich jedes wählen lässt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.ergebnis import Ergebnis, Jahresfolge
from kooperationsvertrag.auslegung import Antwort, OffeneFrage, Variante
from kooperationsvertrag.darstellung.fragen import bedeutung, bezeichnung_der_frage, zeile_der_falldatei
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Namen,
    Spalte,
    absatz,
    befunde,
    cent,
    geldspalte,
    name,
    tabelle,
    ueberschrift,
    zeilen,
)
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.norm import Befund

NEBENEINANDER = 4
"""So viele Ergebnisse stehen höchstens nebeneinander."""

GEZEIGT = 8
"""So viele Ergebnisse werden höchstens gezeigt; sind es mehr, nur die ersten :data:`NEBENEINANDER`."""


@frozen
class Betragszeile:
    """Ein Betrag, der nicht in jedem Ergebnis gleich ist."""

    jahr: int
    """Haushaltsjahr."""
    bezeichnung: str
    """Was der Betrag ist."""
    betraege: tuple[Geldbetrag | None, ...]
    """Der Betrag je Variante, in Cent; nichts, wo es ihn nicht gibt."""

    @property
    def unterschied(self) -> int:
        """Größter Unterschied zwischen zwei Varianten, in Cent; was es nicht gibt, zählt dabei null."""
        werte = [betrag.cent if betrag is not None else 0 for betrag in self.betraege]
        return max(werte) - min(werte)


def variantenblock(ergebnis: Ergebnis, namen: Namen) -> Iterator[Baustein]:
    """Setzt ein Ergebnis, das von Lesarten abhängt."""
    anzahl = len(ergebnis.varianten)
    gezeigt = ergebnis.varianten if anzahl <= GEZEIGT else ergebnis.varianten[:NEBENEINANDER]
    yield absatz(_kernsatz(ergebnis), stil="bold")
    for frage in ergebnis.offene_fragen:
        yield from _frage(frage, ergebnis)
    yield ueberschrift("Die Ergebnisse nebeneinander")
    if len(gezeigt) < anzahl:
        yield absatz(
            f"Gezeigt sind {len(gezeigt)} von {anzahl} Ergebnissen. Weniger werden es, wenn die erste Frage oben "
            "entschieden ist: eine ihrer Zeilen in die Falldatei schreiben und neu rechnen."
        )
    for erste, grenze in pairwise([*range(0, len(gezeigt), NEBENEINANDER), len(gezeigt)]):
        yield from _nebeneinander(ergebnis, range(erste, grenze), namen)
    if ergebnis.gemeinsame_befunde:
        yield ueberschrift("Befunde in jedem Ergebnis")
        yield befunde(
            (f"{jahr}: ", befund.schwere, befund.text, befund.normen) for jahr, befund in ergebnis.gemeinsame_befunde
        )
    yield ueberschrift("So wird eines davon gewählt")
    yield absatz("In die Falldatei gehört der Abschnitt zu dem Ergebnis, das gelten soll. Wer das entscheidet und warum, sollte in den Akten stehen.")
    for nummer, variante in enumerate(gezeigt):
        yield from _wahl(nummer, variante, ergebnis)


def _kernsatz(ergebnis: Ergebnis) -> str:
    anzahl = len(ergebnis.offene_fragen)
    wovon = "einer Frage" if anzahl == 1 else f"{anzahl} Fragen"
    return (
        f"Das Ergebnis hängt von {wovon} ab, die der Text nicht beantwortet. Es gibt {len(ergebnis.varianten)} "
        "verschiedene Ergebnisse; keines davon ist vorausgewählt."
    )


def buchstabe(nummer: int) -> str:
    """Benennt die Varianten A, B, … Z, AA, AB, …

    >>> buchstabe(0), buchstabe(25), buchstabe(26)
    ('A', 'Z', 'AA')
    """
    vorne, hinten = divmod(nummer, 26)
    return (buchstabe(vorne - 1) if vorne else "") + chr(ord("A") + hinten)


def _frage(frage: OffeneFrage, ergebnis: Ergebnis) -> Iterator[Baustein]:
    """Setzt eine Frage mit ihren Lesarten und wozu jede führt."""
    kennung, titel, worum = bezeichnung_der_frage(frage.frage)
    yield ueberschrift(f"{kennung} {titel}")
    unterschied = f"bis zu {cent(frage.unterschied)}" if frage.unterschied else "keinen Cent, wohl aber den Stand"
    yield absatz(f"{worum} Sie bewegt {unterschied}.".strip())
    yield tabelle(
        (Spalte("Lesart"), Spalte("Bedeutung"), Spalte("Ergebnis")),
        [
            (_wert(antwort), bedeutung(frage.frage, antwort), ", ".join(_fuehrt_zu((frage.frage, antwort), ergebnis)))
            for antwort in antworten_auf(frage.frage, ergebnis.varianten)
        ],
    )


def _wert(antwort: object) -> str:
    return ", ".join(antwort) if isinstance(antwort, tuple) else str(antwort)


def antworten_auf(frage: str, varianten: Sequence[Variante[Jahresfolge]]) -> tuple[object, ...]:
    """Nennt jede Antwort auf eine Frage, mit der gerechnet wurde, in der Reihenfolge des Rechnens."""
    antworten = [
        antwort
        for variante in varianten
        for weg in variante.wege
        for gefragt, antwort in weg
        if gefragt == frage
    ]
    return tuple(dict.fromkeys(antworten))


def _fuehrt_zu(antwort: Antwort, ergebnis: Ergebnis) -> list[str]:
    """Nennt die Ergebnisse, zu denen eine Antwort führen kann."""
    moeglich = [
        buchstabe(nummer)
        for nummer, variante in enumerate(ergebnis.varianten)
        if any(antwort in weg for weg in variante.wege)
    ]
    return moeglich if len(moeglich) <= GEZEIGT else [*moeglich[: NEBENEINANDER], "…"]


def _nebeneinander(ergebnis: Ergebnis, auswahl: range, namen: Namen) -> Iterator[Baustein]:
    betragszeilen = verschiedene_betraege(ergebnis.varianten, namen)
    if not betragszeilen:
        yield absatz("Die Beträge sind überall gleich; verschieden sind nur Befunde oder die Herkunft des Übertrags.")
        return
    yield tabelle(
        (
            Spalte("Jahr"),
            Spalte("Betrag"),
            *(geldspalte(buchstabe(nummer)) for nummer in auswahl),
            geldspalte("Unterschied"),
        ),
        [
            (
                str(zeile.jahr),
                zeile.bezeichnung,
                *(str(zeile.betraege[nummer]) if zeile.betraege[nummer] is not None else "" for nummer in auswahl),
                cent(zeile.unterschied),
            )
            for zeile in betragszeilen
        ],
    )


def verschiedene_betraege(varianten: Sequence[Variante[Jahresfolge]], namen: Namen) -> tuple[Betragszeile, ...]:
    """Stellt jeden Betrag, der nicht überall gleich ist, zusammen; der größte Unterschied zuerst."""
    je_variante = [
        {
            (jahr.jahr, bezeichnung): betrag
            for jahr in variante.ergebnis
            for bezeichnung, betrag in _betraege(jahr, namen)
        }
        for variante in varianten
    ]
    stellen = dict.fromkeys(stelle for betraege in je_variante for stelle in betraege)
    alle = [
        Betragszeile(jahr, bezeichnung, tuple(betraege.get((jahr, bezeichnung)) for betraege in je_variante))
        for jahr, bezeichnung in stellen
    ]
    return tuple(sorted((zeile for zeile in alle if zeile.unterschied), key=lambda zeile: -zeile.unterschied))


def _betraege(jahr: Jahresabrechnung, namen: Namen) -> Iterator[tuple[str, Geldbetrag]]:
    """Nennt die Beträge eines Jahres, in denen sich Lesarten zeigen."""
    for bezeichnung, betraege in (
        ("Vereinbart", jahr.vereinbart),
        ("Rückstand", jahr.rueckstaende),
        ("Rückführung", jahr.rueckfuehrung),
        ("Schuldet noch", jahr.forderungen),
        ("Erstattet", jahr.erstattungen),
    ):
        for partner, betrag in betraege.items():
            yield f"{bezeichnung} {name(namen, partner)}", betrag
    yield "Verfügbar", jahr.verfuegbar
    yield "Überschreitung", jahr.ueberschreitung
    yield f"Übertrag nach {jahr.jahr + 1}", jahr.uebertrag_in_folgejahr
    yield "wartet auf die Prüfung", jahr.wartet_auf_pruefung


def _wahl(nummer: int, variante: Variante[Jahresfolge], ergebnis: Ergebnis) -> Iterator[Baustein]:
    """Setzt die Zeilen, mit denen gerade dieses Ergebnis gilt, und was nur in ihm auffällt."""
    yield absatz(f"Ergebnis {buchstabe(nummer)}")
    yield zeilen(["[auslegung]", *(zeile_der_falldatei(*antwort) for antwort in variante.auslegung)])
    eigene = _eigene_befunde(variante, ergebnis)
    if eigene:
        yield befunde((f"{jahr}: ", befund.schwere, befund.text, befund.normen) for jahr, befund in eigene)


def _eigene_befunde(variante: Variante[Jahresfolge], ergebnis: Ergebnis) -> list[tuple[int, Befund]]:
    alle = [(jahr.jahr, befund) for jahr in variante.ergebnis for befund in jahr.befunde]
    return [eintrag for eintrag in alle if eintrag not in ergebnis.gemeinsame_befunde]
