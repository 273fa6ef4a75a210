"""Begründung: jeder Schritt einer Abrechnung mit seinem Satz, seinen Eingängen und seinem Ergebnis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from kooperationsvertrag.aufteilung import Anteil, Aufteilung
from kooperationsvertrag.darstellung.normen import regelname
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Namen,
    Spalte,
    eingerueckt,
    geldspalte,
    name,
    nummeriert,
    tabelle,
    ueberschrift,
)
from kooperationsvertrag.darstellung.werte import in_worten
from kooperationsvertrag.herleitung import Betragsangabe, Schritt
from kooperationsvertrag.norm import Festlegung, Norm
from kooperationsvertrag.regeln.mitgliedschaft import NeueBeitraege
from kooperationsvertrag.regeln.restmittel import Entnahme, Kostenausgleich, Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Einnahme, Einzahlung, Zusatzmittel

EINZUG_DER_SCHRITTE = 4
"""Leerzeichen vor allem, was unter der Nummer eines Schritts steht."""

LESBAR = {
    "angebot": "angebotener Beitrag",
    "antrag": "Antrag",
    "aufteilung": "Aufteilung",
    "beitraege": "Beitrag",
    "beitrag": "Beitrag",
    "betrag": "Betrag",
    "gewichte": "Beitrag",
    "jahresmittel": "Mittel des Jahres",
    "rest": "Rest",
    "rueckfuehrung": "Rückführung",
    "schicht": "Mittel",
    "uebertrag": "Übertrag",
    "verfuegbar": "verfügbar",
    "verbleibt": "verbleibt in der Kasse",
    "zusatzmittel": "Zusatzmittel",
    "drittmittel": "Drittmittel",
}
"""Wie Argumente der Regeln in Sätzen heißen, wo ihr Name allein nicht lesbar ist."""


def begruendung(schritte: Iterable[Schritt], namen: Namen) -> Iterator[Baustein]:
    """Setzt Schritte untereinander, mit einer Überschrift je Abschnitt der Rechnung."""
    for abschnitt, folge in groupby(schritte, key=lambda schritt: schritt.abschnitt):
        yield ueberschrift(f"Begründung: {abschnitt}")
        for schritt in folge:
            yield from _schritt(schritt, namen)


def _schritt(schritt: Schritt, namen: Namen) -> Iterator[Baustein]:
    gruende: list[Norm | Festlegung] = [*schritt.regel.normen, *schritt.regel.festlegungen]
    eingaenge = [_eingang(angabe, schritt, namen) for angabe in schritt.betraege if angabe.herkunft != "null"]
    yield nummeriert(
        schritt.nummer,
        [
            schritt.regel.satz,
            " · ".join([*(grund.kennung for grund in gruende), regelname(schritt.regel)]),
            *([f"Aus: {'; '.join(eingaenge)}"] if eingaenge else []),
            f"Ergebnis: {in_worten(schritt.ergebnis, namen)}",
        ],
    )
    for aufteilung in aufteilungen_in(schritt.ergebnis):
        yield from eingerueckt(*weg(aufteilung, namen), um=EINZUG_DER_SCHRITTE)


def _eingang(angabe: Betragsangabe, schritt: Schritt, namen: Namen) -> str:
    herkunft = re.sub(r"\bbeitraege\.([\w-]+)", lambda ort: f"Beitrag {name(namen, ort[1])}", angabe.herkunft)
    return f"{_stelle(angabe.stelle, schritt, namen)} {angabe.betrag} ({herkunft or 'Herkunft nicht verfolgt'})"


def _stelle(stelle: str, schritt: Schritt, namen: Namen) -> str:
    """Nennt den Gegenstand, zu dem ein Betrag gehört, statt seiner Nummer in einer Liste."""
    in_liste = re.fullmatch(r"(\w+)\[(\d+)\](.*)", stelle)
    if in_liste is None:
        return " ".join(name(namen, LESBAR.get(teil, teil)) for teil in stelle.split(".") if teil != "fassung")
    liste = schritt.argumente[in_liste[1]]
    gegenstand = liste[int(in_liste[2])] if isinstance(liste, (tuple, list)) else liste
    if isinstance(gegenstand, (Ausgabe, Einnahme)):
        return f"„{gegenstand.bezeichnung}“"
    if isinstance(gegenstand, (Einzahlung, Zusatzmittel)):
        return name(namen, gegenstand.partner)
    if isinstance(gegenstand, Schicht):
        return f"Mittel aus {gegenstand.aus_jahr}"
    return name(namen, in_liste[3].lstrip("."))


def aufteilungen_in(wert: object) -> tuple[Aufteilung, ...]:
    """Findet Aufteilungen im Ergebnis eines Schritts: es selbst oder seine Teile."""
    if isinstance(wert, Aufteilung):
        return (wert,)
    if isinstance(wert, (Kostenausgleich, Entnahme, NeueBeitraege)):
        return (wert.aufteilung,) if wert.aufteilung else ()
    if isinstance(wert, (tuple, list)):
        return tuple(teil for teil in wert if isinstance(teil, Aufteilung))
    return ()


def weg(aufteilung: Aufteilung, namen: Namen) -> Sequence[Baustein]:
    """Setzt den Weg zu jedem Teilbetrag: genauer Bruch, Rest, Restcent, Betrag."""
    return (
        tabelle(
            (
                Spalte("Partner"),
                Spalte("Anteil", rechts=True),
                Spalte("genau, in Cent", rechts=True, fest=True),
                Spalte("Restcent", rechts=True),
                geldspalte("Betrag"),
            ),
            [
                (
                    name(namen, anteil.partner),
                    str(anteil.bruchteil),
                    gemischt(anteil.genau),
                    _restcent(anteil),
                    str(anteil.betrag),
                )
                for anteil in aufteilung.anteile
            ],
            summe=(
                "Summe",
                "1",
                gemischt(Fraction(aufteilung.betrag.cent)),
                _restcentsumme(aufteilung),
                str(aufteilung.betraege.summe),
            ),
        ),
    )


def gemischt(bruch: Fraction) -> str:
    """Schreibt einen Bruch als ganze Zahl und Rest.

    >>> gemischt(Fraction(38291225, 12))
    '3.190.935 5/12'
    """
    ganze, rest = divmod(bruch.numerator, bruch.denominator)
    vorne = f"{ganze:,}".replace(",", ".") if ganze or not rest else ""
    return f"{vorne} {rest}/{bruch.denominator}".strip() if rest else vorne


def _restcent(anteil: Anteil) -> str:
    return f"{anteil.restcent:+d}" if anteil.restcent else ""


def _restcentsumme(aufteilung: Aufteilung) -> str:
    anzahl = sum(aufteilung.restcents.values())
    return f"{anzahl:+d}" if anzahl else ""


def festlegungsregister(festlegungen: Iterable[Festlegung]) -> Iterator[Baustein]:
    """Setzt die Festlegungen: was gefragt war, wie entschieden ist und warum."""
    yield tabelle(
        (Spalte("Kennung", fest=True), Spalte("Frage"), Spalte("Festlegung"), Spalte("Grund")),
        [(f.kennung, f.frage, f.wahl, f.grund) for f in festlegungen],
    )


def benutzte_festlegungen(schritte: Iterable[Schritt]) -> tuple[Festlegung, ...]:
    """Nennt jede Festlegung, auf der ein Schritt beruht, einmal, nach ihrer Nummer."""
    benutzt = {festlegung for schritt in schritte for festlegung in schritt.regel.festlegungen}
    return tuple(sorted(benutzt, key=lambda festlegung: festlegung.kennung))
