"""Fragen: was der Text offen lässt, als Liste, einzeln und in einem Ergebnis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.darstellung.begruendung import festlegungsregister
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Spalte,
    absatz,
    angaben,
    tabelle,
    titel,
    ueberschrift,
    zeilen,
)
from kooperationsvertrag.norm import Festlegung
from kooperationsvertrag.vertrag.fragen import Lesartbeschreibung, Vertragsfrage, beschreibung


def fragenliste(fragen: Sequence[Vertragsfrage], festlegungen: Iterable[Festlegung]) -> Iterator[Baustein]:
    """Setzt das Fragenregister und danach die Festlegungen."""
    yield titel("Offene Fragen")
    yield absatz(
        "Was der Text offen lässt. Mit einem Schlüssel lässt sich eine Frage in der Falldatei unter [auslegung] "
        "entscheiden; die anderen sind nur beschrieben."
    )
    yield tabelle(
        (Spalte("Kennung", fest=True), Spalte("Worum es geht"), Spalte("Schlüssel", fest=True), Spalte("Sätze")),
        [
            (frage.kennung, frage.titel, "\n".join(frage.waehlbar) or "–", ", ".join(frage.norm_kennungen))
            for frage in fragen
        ],
    )
    yield ueberschrift("Festlegungen")
    yield absatz("Was diese Bibliothek selbst entschieden hat. Wählen lässt sich hier nichts, widersprechen schon.")
    yield from festlegungsregister(festlegungen)


def eintragsseite(eintrag: Vertragsfrage | Festlegung) -> Iterator[Baustein]:
    """Setzt einen Eintrag: eine Frage oder eine Festlegung."""
    return frageseite(eintrag) if isinstance(eintrag, Vertragsfrage) else festlegungsseite(eintrag)


def frageseite(frage: Vertragsfrage) -> Iterator[Baustein]:
    """Setzt eine Frage mit ihren Lesarten und den Zeilen, die sie entscheiden."""
    yield titel(f"{frage.kennung} {frage.titel}")
    yield absatz(frage.frage)
    yield angaben([("Was davon abhängt", frage.auswirkung), ("Sätze", ", ".join(frage.norm_kennungen))])
    for auswahl in frage.auswahlen:
        yield from _waehlbar(
            f"Lesarten, in der Falldatei wählbar: {auswahl.schluessel}", auswahl.schluessel, auswahl.moeglichkeiten
        )
    for konvention in frage.konventionen:
        yield from _waehlbar(
            f"Rechenkonvention, die erste ist voreingestellt: {konvention.schluessel}",
            konvention.schluessel,
            konvention.moeglichkeiten,
        )
    if frage.lesarten:
        wozu = "Weitere Lesarten" if frage.waehlbar else "Lesarten"
        yield ueberschrift(f"{wozu}, nur beschrieben; gerechnet wird mit ihnen nicht")
        yield _lesarten(frage.lesarten)
    if frage.empfehlung:
        yield ueberschrift("Rat für den, der wählen muss; er steht nicht in der Quelle")
        yield absatz(frage.empfehlung)


def _waehlbar(kopf: str, schluessel: str, werte: Sequence[Lesartbeschreibung]) -> Iterator[Baustein]:
    yield ueberschrift(kopf)
    yield _lesarten(werte)
    yield absatz("In der Falldatei, zum Beispiel:")
    yield zeilen(["[auslegung]", zeile_der_falldatei(schluessel, werte[0].schluessel)])


def _lesarten(lesarten: Iterable[Lesartbeschreibung]) -> Baustein:
    return tabelle(
        (Spalte("Lesart"), Spalte("Was sie heißt")),
        [(lesart.schluessel, f"{lesart.titel}. {lesart.bedeutung}") for lesart in lesarten],
    )


def festlegungsseite(festlegung: Festlegung) -> Iterator[Baustein]:
    """Setzt eine einzelne Festlegung."""
    yield titel(f"Festlegung {festlegung.kennung}")
    yield angaben(
        [
            ("Frage", festlegung.frage),
            ("Festlegung", festlegung.wahl),
            ("Grund", festlegung.grund),
            ("Was sonst wäre", festlegung.folge),
        ]
    )


def bedeutung(antwort: object) -> str:
    """Sagt, was eine Antwort heißt: eine Lesart nach dem Register, eine Reihenfolge der Partner als solche."""
    if isinstance(antwort, Lesart):
        beschrieben = beschreibung(antwort)
        return " ".join(teil for teil in (f"{beschrieben.titel}.", ohne_beispiel(beschrieben.bedeutung)) if teil)
    return "Bei Gleichstand erhält zuerst einen Restcent, wer vorn steht."


def ohne_beispiel(inhalt: str) -> str:
    """Lässt die Sätze weg, die ein Rechenbeispiel sind: neben den Beträgen eines Falls verwirren sie.

    >>> ohne_beispiel("Der Monat zählt voll. Im Beispiel 15.000,00 €.")
    'Der Monat zählt voll.'
    """
    saetze = re.split(r"(?<=[^\d][.?]) ", inhalt)
    return " ".join(satz for satz in saetze if "Beispiel" not in satz and "€" not in satz)


def wert_der_antwort(antwort: object) -> str:
    """Nennt eine Antwort mit ihrem Namen in der Falldatei."""
    return ", ".join(antwort) if isinstance(antwort, tuple) else str(antwort)


def zeile_der_falldatei(schluessel: str, antwort: object) -> str:
    """Schreibt die Zeile, die in der Falldatei eine Antwort wählt.

    >>> zeile_der_falldatei("abstimmung", "einstimmig")
    'abstimmung = "einstimmig"'
    >>> zeile_der_falldatei("rundungsvorrang", ("ihk", "mettmann"))
    'rundungsvorrang = ["ihk", "mettmann"]'
    """
    if isinstance(antwort, tuple):
        teile = ", ".join(f'"{teil}"' for teil in antwort)
        return f"{schluessel} = [{teile}]"
    return f'{schluessel} = "{antwort}"'
