"""Verlauf: was nacheinander geschah, als Tabelle; darunter, was daran festzustellen ist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kooperationsvertrag.ablauf.akte import Berichtigung
from kooperationsvertrag.ablauf.ereignis import Aufhebung
from kooperationsvertrag.ablauf.verlauf import Verlaufsschritt
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand
from kooperationsvertrag.darstellung.abrechnung import Kopf, kopfzeilen
from kooperationsvertrag.darstellung.ereignisse import ereignis_in_worten, gross, tag_in_worten
from kooperationsvertrag.darstellung.seite import (
    SCHWERE,
    Baustein,
    Namen,
    Spalte,
    absatz,
    befund_in_worten,
    befunde,
    tabelle,
    ueberschrift,
)
from kooperationsvertrag.darstellung.stand import AUSLOESER, JAHRESPHASE, schluss
from kooperationsvertrag.norm import Befund
from kooperationsvertrag.vertrag.normen import BEITRITT

ENDE_JE_NACH_LESART = (
    "Wie ein Haushaltsjahr endet, hängt von einer Lesart ab; gezeigt ist der Zustand nur so weit, wie er unter jeder "
    "Lesart derselbe ist. Was zu wählen ist, zeigt der Befehl „pruefen“."
)
"""Was zu sagen ist, wenn Beträge an einer Lesart hängen."""

BEITRITT_JE_NACH_LESART = (
    "Ob, wann oder mit welchen Beiträgen ein Beitritt wirkt, hängt von einer Lesart ab; er fehlt deshalb hier."
)
"""Was zu sagen ist, wenn ein Beitritt an einer Lesart hängt."""


def haengt_von_lesart_ab(stand: Vertragsstand) -> bool:
    """Sagt, ob der Verlauf von einer Lesart abhängt: weil Beträge oder weil Beitritte an ihr hängen."""
    return stand.beitritte is None or any(jahr.abrechnung is None for jahr in stand.jahre)


def verlaufsseite(stand: Vertragsstand, schritte: Sequence[Verlaufsschritt], kopf: Kopf) -> Iterator[Baustein]:
    """Setzt, wie es zu einem Stand gekommen ist.

    Args:
        stand: Der Stand, zu dem der Verlauf führt.
        schritte: Was nacheinander geschah.
        kopf: Was darüber und darunter steht.
    """
    yield from kopfzeilen(evolve(kopf, titel=f"{kopf.titel}: Verlauf bis {tag_in_worten(stand.stichtag)}"))
    if stand.beitritte is None:
        yield absatz(BEITRITT_JE_NACH_LESART)
    if any(jahr.abrechnung is None for jahr in stand.jahre):
        yield absatz(ENDE_JE_NACH_LESART)
    gefunden = tuple(dict.fromkeys(befund for schritt in schritte for befund in schritt.befunde))
    if schritte:
        yield _tabelle(schritte, gefunden, kopf.namen)
    else:
        yield absatz("Bis zu diesem Tag ist nichts erfasst.")
    if gefunden:
        yield ueberschrift("Befunde")
        yield tabelle(
            (Spalte("Nr.", rechts=True), Spalte("Schwere"), Spalte("Feststellung")),
            [
                (str(nummer), SCHWERE[befund.schwere], befund_in_worten(befund))
                for nummer, befund in enumerate(gefunden, start=1)
            ],
        )
    uebrige = [befund for befund in stand.befunde if befund not in gefunden]
    if uebrige:
        yield ueberschrift(f"Außerdem festgestellt am {tag_in_worten(stand.stichtag)}")
        yield befunde(uebrige)
    yield from schluss(stand, kopf)


def _tabelle(schritte: Sequence[Verlaufsschritt], gefunden: Sequence[Befund], namen: Namen) -> Baustein:
    return tabelle(
        (
            Spalte("Tag", fest=True),
            Spalte("Jahr"),
            Spalte("Was geschah"),
            Spalte("Danach"),
            Spalte("Befund"),
        ),
        [
            (
                tag_in_worten(schritt.tag),
                str(schritt.jahr or ""),
                schritt_in_worten(schritt, namen),
                _danach(schritt),
                ", ".join(str(gefunden.index(befund) + 1) for befund in schritt.befunde),
            )
            for schritt in schritte
        ],
    )


def schritt_in_worten(schritt: Verlaufsschritt, namen: Namen) -> str:
    """Sagt, was geschah: ein Ereignis, ein Beitritt, der wirkt, oder der Wechsel des Haushaltsjahres."""
    if schritt.beitritt:
        return f"{schritt.beitritt.antrag.name} ist von diesem Tag an Vertragspartner ({BEITRITT.kennung})"
    if schritt.ereignis is None:
        return gross("; ".join(AUSLOESER[wechsel.uebergang.ausloeser] for wechsel in schritt.wechsel))
    erfasst = schritt.ereignis.erfasst
    spaeter = f", erfasst am {tag_in_worten(erfasst)}" if erfasst and erfasst != schritt.tag else ""
    zeilen = [f"{ereignis_in_worten(schritt.ereignis, namen)}{spaeter}"]
    if schritt.hebt_auf:
        aufgehoben = ereignis_in_worten(schritt.hebt_auf, namen)
        zeilen.append(f"(hebt auf: {tag_in_worten(schritt.hebt_auf.datum)}, {aufgehoben})")
    if schritt.berichtigt:
        zeilen.append(_berichtigung(schritt.berichtigt))
    return "\n".join(zeilen)


def _berichtigung(berichtigung: Berichtigung) -> str:
    wie = "aufgehoben" if isinstance(berichtigung.neu, Aufhebung) else "berichtigt"
    return f"(gilt nicht mehr: {wie} am {tag_in_worten(berichtigung.ab)})"


def _danach(schritt: Verlaufsschritt) -> str:
    return "; ".join(
        f"{JAHRESPHASE[wechsel.uebergang.nach]} ({', '.join(norm.kennung for norm in wechsel.uebergang.normen)})"
        for wechsel in schritt.wechsel
    )
