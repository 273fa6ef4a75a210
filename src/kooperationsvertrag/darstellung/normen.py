"""Normen: das Register der Sätze, als Liste und einzeln."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Spalte,
    absatz,
    angaben,
    tabelle,
    titel,
    zeilen,
)
from kooperationsvertrag.norm import Norm, Normart, Normstatus, Regel, Umsetzung
from kooperationsvertrag.regeln import regeln_zu
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand
from kooperationsvertrag.vertrag import fragen

ART: Mapping[Normart, str] = {
    Normart.DEFINITION: "Definition",
    Normart.PFLICHT: "Pflicht",
    Normart.BEFUGNIS: "Befugnis",
    Normart.ERLAUBNIS: "Erlaubnis",
    Normart.AUSSCHLUSS: "Ausschluss",
    Normart.BEDINGUNG: "Bedingung",
    Normart.PARAMETER: "Zahl",
    Normart.FRIST: "Frist",
    Normart.PROGRAMM: "Programm",
    Normart.TATSACHE: "Tatsache",
}
"""Wie jede Art eines Satzes heißt."""

STATUS: Mapping[Normstatus, str] = {
    Normstatus.BERICHTETER_ENTWURF_2017: "Bericht über einen Vertragsentwurf (2017), nicht der unterzeichnete Vertrag",
    Normstatus.AUSSAGE_2023: "mündliche Aussage im Ausschuss (2023), keine Regel des Vertrags",
}
"""Was für eine Quelle hinter einem Satz steht."""

UMSETZUNG: Mapping[Umsetzung, str] = {
    Umsetzung.REGEL: "durch Regeln",
    Umsetzung.DATEN: "durch Angaben, die Regeln und Dokumentation verwenden",
    Umsetzung.KEINE: "gar nicht; der Satz regelt nichts, was sich ausführen ließe",
}
"""Wie ein Satz umgesetzt ist."""

STAND: Mapping[Stand, str] = {
    Stand.UNVERAENDERT: "unverändert",
    Stand.GEAENDERT: "geändert",
    Stand.FEHLT: "fehlt",
}
"""Wie ein Satz in einem Dokument steht."""


def normenliste(normen: Sequence[Norm], abgleich: Sequence[Satzabgleich] = ()) -> Iterator[Baustein]:
    """Setzt das ganze Register als Tabelle.

    Args:
        normen: Die Sätze.
        abgleich: Was der Vergleich mit einem Dokument ergab, wenn verglichen wurde.
    """
    stand = {satz.norm.kennung: STAND[satz.stand] for satz in abgleich}
    yield titel("Normregister")
    yield absatz(
        "Jeder Satz der Quellen in eigenen Worten. Grundlage ist ein Bericht über einen Vertragsentwurf, nicht der "
        "unterzeichnete Vertrag."
    )
    yield tabelle(
        (
            Spalte("Kennung", fest=True),
            Spalte("Art", hoechstens=12),
            Spalte("Wer", hoechstens=22),
            Spalte("Inhalt"),
            *([Spalte("Im Dokument", fest=True)] if abgleich else []),
        ),
        [
            (
                norm.kennung,
                arten(norm),
                norm.traeger,
                erster_satz(norm.inhalt),
                *([stand.get(norm.kennung, "nicht enthalten")] if abgleich else []),
            )
            for norm in normen
        ],
    )


def normseite(norm: Norm, abgleich: Satzabgleich | None = None) -> Iterator[Baustein]:
    """Setzt einen Satz mit allem, was über ihn bekannt ist.

    Args:
        norm: Der Satz.
        abgleich: Was der Vergleich mit einem Dokument zu diesem Satz ergab, wenn verglichen wurde.
    """
    yield titel(f"Satz {norm.kennung}")
    yield absatz(norm.inhalt)
    yield angaben(
        [
            ("Art", arten(norm)),
            ("Wer", norm.traeger),
            ("Wem gegenüber", norm.gegenueber),
            ("Bedingung", norm.bedingung),
            ("Wann", norm.zeit),
            ("Umgesetzt", UMSETZUNG[norm.umsetzung]),
            ("Status", STATUS[norm.status]),
            ("Fundstelle", fundstelle(norm)),
            ("Fingerabdruck", f"{norm.fundstelle.laenge} Zeichen, sha256:{norm.fundstelle.sha256[:16]}…"),
        ]
    )
    if abgleich is not None:
        yield from _wortlaut(abgleich)
    umsetzende = regeln_zu(norm)
    if umsetzende:
        yield absatz("Regeln, die ihn umsetzen:")
        yield tabelle(
            (Spalte("Regel"), Spalte("Was sie tut")), [(regelname(regel), regel.satz) for regel in umsetzende]
        )
    if norm.fragen:
        yield absatz("Offene Fragen, die er aufwirft:")
        yield tabelle(
            (Spalte("", fest=True), Spalte("")),
            [(frage, fragen.frage(frage).titel) for frage in norm.fragen],
            kopf=False,
        )


def _wortlaut(abgleich: Satzabgleich) -> Iterator[Baustein]:
    if abgleich.stand is Stand.UNVERAENDERT:
        yield absatz("Im angegebenen Dokument steht er unverändert:")
        yield zeilen(abgleich.wortlaut.splitlines())
    elif abgleich.stand is Stand.GEAENDERT:
        yield absatz("Im angegebenen Dokument steht er nicht mehr so; an seiner Stelle steht ein anderer Wortlaut.")
    else:
        yield absatz("Im angegebenen Dokument fehlt er.")


def erster_satz(inhalt: str) -> str:
    """Gibt den ersten Satz eines Inhalts; mehr steht auf der Seite des Satzes.

    >>> erster_satz("Drei Partner stellen Personal. Wie viel, ist offen.")
    'Drei Partner stellen Personal.'
    """
    return re.split(r"(?<=[^\d][.]) ", inhalt, maxsplit=1)[0]


def fundstelle(norm: Norm) -> str:
    """Sagt, wo ein Satz steht."""
    stelle = norm.fundstelle
    return f"{stelle.dokument}, {stelle.ueberschrift}, Satz {stelle.satz}, „… {stelle.stichwort} …“"


def arten(norm: Norm) -> str:
    """Nennt die Arten eines Satzes."""
    return ", ".join(ART[art] for art in norm.arten)


def regelname(regel: Regel) -> str:
    """Nennt eine Regel mit ihrem Modul."""
    return f"{regel.modul.rpartition('.')[2]}.{regel.name}"
