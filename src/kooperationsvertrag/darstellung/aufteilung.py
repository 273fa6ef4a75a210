"""Aufteilung: ein einzelner Betrag nach dem Zahlungsschlüssel, mit dem Weg jedes Cents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kooperationsvertrag.ablauf.ergebnis import reihenfolgen
from kooperationsvertrag.aufteilung import Aufteilung, Rechenkonvention, Rundung, Zahlungsschluessel, aufteilen
from kooperationsvertrag.darstellung.abrechnung import konvention_in_worten, restcentsatz, schluessel_in_worten
from kooperationsvertrag.darstellung.begruendung import weg
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Namen,
    Spalte,
    absatz,
    angaben,
    geldspalte,
    name,
    tabelle,
    titel,
    ueberschrift,
)
from kooperationsvertrag.darstellung.werte import ist_lesbar
from kooperationsvertrag.vertrag.fassung import Vertragsfassung


def aufteilungsseite(aufteilung: Aufteilung, fassung: Vertragsfassung) -> Iterator[Baustein]:
    """Setzt eine Aufteilung und daneben jede andere Art zu runden."""
    namen = {partner.kennung: partner.kurzname for partner in fassung.partner}
    yield titel(f"{aufteilung.betrag} nach dem Zahlungsschlüssel")
    yield angaben(
        [
            ("Fassung", f"{fassung.bezeichnung} ({fassung.kennung})"),
            ("Grundlage", fassung.grundlage),
            ("Schlüssel", _schluessel(aufteilung.schluessel, namen)),
            ("Rundung", f"{konvention_in_worten(aufteilung.konvention, namen)} (OF-32)"),
        ]
    )
    yield from weg(aufteilung, namen)
    andere = andere_rundungen(aufteilung)
    yield absatz(restcentsatz(aufteilung, namen) or "Die Aufteilung geht ohne Restcents auf.")
    if andere:
        yield ueberschrift("Andere Arten zu runden")
        yield _nebeneinander(andere, namen)
    else:
        yield absatz("Jede andere Art zu runden gibt hier dieselben Beträge.")


def _schluessel(schluessel: Zahlungsschluessel, namen: Namen) -> str:
    in_worten = schluessel_in_worten(schluessel, namen)
    return f"{schluessel} ({in_worten})" if ist_lesbar(schluessel) else in_worten


def andere_rundungen(aufteilung: Aufteilung) -> tuple[Aufteilung, ...]:
    """Teilt denselben Betrag auf jede Art, die zu anderen Beträgen führt, einmal auf.

    Bei Gleichstand zählt jede Reihenfolge der Partner, bei vielen Partnern die äußersten.
    """
    konventionen = [
        *[evolve(aufteilung.konvention, rundung=rundung) for rundung in Rundung],
        *[Rechenkonvention(vorrang=vorrang) for vorrang in reihenfolgen(aufteilung.schluessel.partner)],
    ]
    verschiedene = {(aufteilung.betraege, aufteilung.verbleibt): aufteilung}
    for konvention in konventionen:
        andere = aufteilen(aufteilung.betrag, aufteilung.schluessel, konvention)
        verschiedene.setdefault((andere.betraege, andere.verbleibt), andere)
    return tuple(verschiedene.values())[1:]


def _nebeneinander(andere: Sequence[Aufteilung], namen: Namen) -> Baustein:
    partner = andere[0].schluessel.partner
    return tabelle(
        (Spalte("Art zu runden"), *(geldspalte(name(namen, kennung)) for kennung in partner), geldspalte("Kasse")),
        [
            (
                konvention_in_worten(aufteilung.konvention, namen),
                *(str(aufteilung.betraege[kennung]) for kennung in partner),
                str(aufteilung.verbleibt) if aufteilung.verbleibt else "",
            )
            for aufteilung in andere
        ],
    )
