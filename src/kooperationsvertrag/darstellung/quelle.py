"""Quelle: was der Vergleich eines Dokuments mit dem Normregister ergeben hat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kooperationsvertrag.darstellung.normen import STAND
from kooperationsvertrag.darstellung.seite import Baustein, Spalte, absatz, tabelle, titel
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.regeln import regeln_zu
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand


def quellenseite(datei: str, saetze: Sequence[Satzabgleich]) -> Iterator[Baustein]:
    """Setzt den Abgleich eines Dokuments.

    Args:
        datei: Name des Dokuments.
        saetze: Was zu jedem Satz festgestellt ist.
    """
    abweichend = [satz for satz in saetze if satz.stand is not Stand.UNVERAENDERT]
    yield titel(f"Abgleich von {datei}")
    yield absatz(_kernsatz(len(saetze), len(abweichend)), stil="bold")
    yield _zaehlung(saetze)
    if abweichend:
        yield absatz("Zu prüfen sind diese Sätze und die Regeln, die auf ihnen beruhen:")
        yield tabelle(
            (
                Spalte("Satz", fest=True),
                Spalte("Stand", fest=True),
                Spalte("Inhalt im Register", hoechstens=34),
                Spalte("Regeln"),
            ),
            [
                (
                    satz.norm.kennung,
                    STAND[satz.stand],
                    satz.norm.inhalt,
                    _regeln(satz.norm),
                )
                for satz in abweichend
            ],
        )
    yield absatz("Nicht bemerkt wird, was das Dokument zusätzlich enthält.")


def _regeln(norm: Norm) -> str:
    """Nennt die Regeln eines Satzes, je Modul eine Zeile."""
    je_modul: dict[str, list[str]] = {}
    for regel in regeln_zu(norm):
        je_modul.setdefault(regel.modul.rpartition(".")[2], []).append(regel.name)
    return "\n".join(f"{modul}: {', '.join(namen)}" for modul, namen in je_modul.items()) or "keine"


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
