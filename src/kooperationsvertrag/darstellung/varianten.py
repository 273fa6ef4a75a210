"""Varianten: was herauskommt, wenn das Ergebnis von einer Lesart abhängt.

Erst woran es hängt, dann die Ergebnisse nebeneinander, dann die Zeilen, mit denen sich jedes wählen lässt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.ergebnis import Ergebnis
from kooperationsvertrag.ablauf.jahresfolge import Jahresfolge
from kooperationsvertrag.auslegung import Antwort, Lesart, OffeneFrage, Variante
from kooperationsvertrag.darstellung.fragen import bedeutung, ohne_beispiel, wert_der_antwort, zeile_der_falldatei
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
from kooperationsvertrag.vertrag import fragen

NEBENEINANDER = 4
"""So viele Ergebnisse stehen höchstens nebeneinander."""

GEZEIGT = 8
"""So viele Ergebnisse werden höchstens gezeigt; sind es mehr, nur die ersten :data:`NEBENEINANDER`."""


OHNE_UNTERSCHIED = "Sie bewegt keinen Betrag, den ein Partner erhält oder schuldet, wohl aber anderes im Ergebnis."
"""Was von einer Frage zu sagen ist, an der kein Betrag eines Partners hängt."""


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
            "entschieden ist: eine ihrer Lesarten in die Falldatei schreiben und neu rechnen. Die Spalte „Unterschied“ "
            "gilt für alle."
        )
    for erste, grenze in pairwise([*range(0, len(gezeigt), NEBENEINANDER), len(gezeigt)]):
        yield from _nebeneinander(ergebnis, range(erste, grenze), namen)
    if ergebnis.gemeinsame_befunde:
        yield ueberschrift("Befunde in jedem Ergebnis")
        yield befunde(_mit_jahr(ergebnis.gemeinsame_befunde))
    yield ueberschrift("So wird eines davon gewählt")
    yield absatz("In die Falldatei gehören die Zeilen zu dem Ergebnis, das gelten soll.")
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
    eintrag = fragen.frage(frage.frage)
    yield ueberschrift(f"{eintrag.kennung} {eintrag.titel} ({frage.frage})")
    bewegt = f"Sie bewegt bis zu {cent(frage.unterschied)} je Partner." if frage.unterschied else OHNE_UNTERSCHIED
    yield absatz(f"{ohne_beispiel(eintrag.frage)} {bewegt}")
    yield tabelle(
        (Spalte("Lesart"), Spalte("Was sie heißt"), Spalte("Führt zu")),
        [
            (wert_der_antwort(antwort), bedeutung(antwort), _fuehrt_zu((frage.frage, antwort), ergebnis))
            for antwort in antworten_auf(frage.frage, ergebnis.varianten)
        ],
    )


def antworten_auf(frage: str, varianten: Sequence[Variante[Jahresfolge]]) -> tuple[object, ...]:
    """Nennt jede Antwort auf eine Frage, mit der gerechnet wurde; Lesarten in der Reihenfolge des Registers."""
    wege = [weg for variante in varianten for weg in variante.wege]
    antworten = dict.fromkeys(antwort for weg in wege for gefragt, antwort in weg if gefragt == frage)
    return tuple(sorted(antworten, key=_platz))


def _platz(antwort: object) -> int:
    """Gibt den Platz einer Lesart unter den Lesarten ihrer Frage."""
    return list(type(antwort)).index(antwort) if isinstance(antwort, Lesart) else 0


def _fuehrt_zu(antwort: Antwort, ergebnis: Ergebnis) -> str:
    """Nennt die Ergebnisse, zu denen eine Antwort führen kann."""
    moeglich = [
        buchstabe(nummer)
        for nummer, variante in enumerate(ergebnis.varianten)
        if any(antwort in weg for weg in variante.wege)
    ]
    if len(moeglich) > GEZEIGT:
        return f"{len(moeglich)} Ergebnissen"
    return ", ".join(moeglich)


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
                *(_betrag(zeile.betraege[nummer]) for nummer in auswahl),
                cent(zeile.unterschied),
            )
            for zeile in betragszeilen
        ],
    )


def _betrag(betrag: Geldbetrag | None) -> str:
    return "–" if betrag is None else str(betrag)


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
    yield from _gleichwertige(variante)
    eigene = _eigene_befunde(variante, ergebnis)
    if eigene:
        yield befunde(_mit_jahr(eigene))


def _gleichwertige(variante: Variante[Jahresfolge]) -> Iterator[Baustein]:
    """Nennt, was statt der gezeigten Zeilen zu demselben Ergebnis führt: keine Lesart soll nahegelegt werden."""
    andere = [
        ", ".join(zeile_der_falldatei(*antwort) for antwort in weg if antwort not in variante.auslegung)
        for weg in variante.wege
        if any(antwort not in weg for antwort in variante.auslegung)
    ]
    if andere:
        yield absatz("Zu demselben Ergebnis führt auch:")
        weitere = [f"… und {len(andere) - NEBENEINANDER} weitere"] if len(andere) > NEBENEINANDER else []
        yield zeilen([*andere[:NEBENEINANDER], *weitere])


def _mit_jahr(gefunden: Iterable[tuple[int, Befund]]) -> Iterator[Befund]:
    """Nennt das Haushaltsjahr vor dem Text, wo der Befund es nicht selbst nennt."""
    for jahr, befund in gefunden:
        genannt = befund.text.startswith(f"Haushaltsjahr {jahr}")
        yield befund if genannt else evolve(befund, text=f"Haushaltsjahr {jahr}: {befund.text}")


def _eigene_befunde(variante: Variante[Jahresfolge], ergebnis: Ergebnis) -> list[tuple[int, Befund]]:
    alle = [(jahr.jahr, befund) for jahr in variante.ergebnis for befund in jahr.befunde]
    gemeinsame = ergebnis.gemeinsame_befunde
    return [eintrag for eintrag in alle if eintrag not in gemeinsame]
