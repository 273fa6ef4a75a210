"""Quelle: was der Vergleich eines Dokuments mit dem Normregister ergeben hat und was deshalb zu prüfen ist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kooperationsvertrag.darstellung.normen import STAND, UMSETZUNG, fundstelle, regelname
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Namen,
    Spalte,
    absatz,
    angaben,
    aufzaehlung,
    tabelle,
    titel,
    ueberschrift,
)
from kooperationsvertrag.darstellung.vergleich import angabe_in_worten, wert_in_worten
from kooperationsvertrag.norm import Norm, Regel
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand
from kooperationsvertrag.revision.wortlautaenderung import BetroffeneRegel, Satzfolgen, Wortlautaenderung


def quellenseite(datei: str, aenderung: Wortlautaenderung, namen: Namen) -> Iterator[Baustein]:
    """Setzt den Abgleich eines Dokuments.

    Args:
        datei: Name des Dokuments.
        aenderung: Was es am Wortlaut ändert und was deshalb zu prüfen ist.
        namen: Kurzer Name je Partner.
    """
    abweichend = len(aenderung.saetze)
    yield titel(f"Abgleich von {datei}")
    yield absatz(_kernsatz(len(aenderung.abgleiche), abweichend), stil="bold")
    yield _zaehlung(aenderung.abgleiche)
    if abweichend:
        yield absatz(
            "Gerechnet wird weiter nach dem Wortlaut, der im Register steht. Zu jedem dieser Sätze ist deshalb zu "
            "prüfen, ob die Regeln, Angaben, Fragen und Festlegungen noch stimmen, die auf ihm beruhen."
        )
    for satz in aenderung.saetze:
        yield from _satz(satz, namen)
    if aenderung.regeln:
        yield from _regeln(aenderung.regeln)
    if abweichend:
        yield absatz(_ohne_regel(aenderung.ohne_regel))
    yield absatz("Nicht bemerkt wird, was das Dokument zusätzlich enthält.")


def _kernsatz(anzahl: int, abweichend: int) -> str:
    if not abweichend:
        return f"Alle {anzahl} Sätze stehen unverändert im Dokument."
    return f"{abweichend} von {anzahl} Sätzen {'steht' if abweichend == 1 else 'stehen'} nicht mehr so im Dokument."


def _zaehlung(saetze: Sequence[Satzabgleich]) -> Baustein:
    je_dokument = {satz.norm.fundstelle.dokument: Counter[Stand]() for satz in saetze}
    for satz in saetze:
        je_dokument[satz.norm.fundstelle.dokument][satz.stand] += 1
    return tabelle(
        (Spalte("Quelle"), *(Spalte(STAND[stand], rechts=True) for stand in Stand)),
        [(dokument, *(str(anzahl[stand]) for stand in Stand)) for dokument, anzahl in je_dokument.items()],
    )


def _satz(satz: Satzfolgen, namen: Namen) -> Iterator[Baustein]:
    norm = satz.abgleich.norm
    yield ueberschrift(f"Satz {norm.kennung}: {STAND[satz.abgleich.stand]}")
    yield absatz(f"Bisher, in eigenen Worten: {norm.inhalt}")
    yield angaben(
        [
            ("Fundstelle", fundstelle(norm)),
            ("Umgesetzt", UMSETZUNG[norm.umsetzung]),
            ("Regeln", _je_modul(satz.regeln) or "keine"),
            ("Angaben", "\n".join(_angabe(angabe, wert, namen) for angabe, wert in satz.angaben)),
            ("Offene Fragen", "\n".join(f"{frage.kennung} {frage.titel}" for frage in satz.fragen)),
            ("Festlegungen", "\n".join(f"{eine.kennung} {eine.frage} {eine.wahl}" for eine in satz.festlegungen)),
        ]
    )


def _je_modul(regeln: Iterable[Regel]) -> str:
    """Nennt Regeln, je Modul eine Zeile."""
    je_modul: dict[str, list[str]] = {}
    for regel in regeln:
        je_modul.setdefault(regel.modul.rpartition(".")[2], []).append(regel.name)
    return "\n".join(f"{modul}: {', '.join(namen)}" for modul, namen in je_modul.items())


def _angabe(angabe: str, wert: str, namen: Namen) -> str:
    return f"{angabe_in_worten(angabe, namen)}: {wert_in_worten(angabe, wert, namen)}"


def _regeln(betroffene: Iterable[BetroffeneRegel]) -> Iterator[Baustein]:
    yield ueberschrift("Regeln, die zu prüfen sind")
    yield tabelle(
        (Spalte("Regel", fest=True), Spalte("Was sie tut"), Spalte("Sätze", hoechstens=20)),
        [
            (
                regelname(betroffen.regel),
                betroffen.regel.satz,
                ", ".join(norm.kennung for norm in betroffen.saetze),
            )
            for betroffen in betroffene
        ],
    )


def _ohne_regel(saetze: Sequence[Norm]) -> str:
    if not saetze:
        return "Jeden dieser Sätze setzt mindestens eine Regel um."
    kennungen = aufzaehlung([norm.kennung for norm in saetze])
    if len(saetze) == 1:
        return f"Den Satz {kennungen} setzt keine Regel um."
    return f"Diese Sätze setzt keine Regel um: {kennungen}."
