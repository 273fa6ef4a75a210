"""Normen: das Register der Sätze, als Liste und einzeln."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

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
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand

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


def normenliste(normen: Iterable[Norm]) -> Iterator[Baustein]:
    """Setzt das ganze Register als Tabelle."""
    yield titel("Normregister")
    yield absatz(
        "Jeder Satz der Quellen in eigenen Worten. Grundlage ist ein Bericht über einen Vertragsentwurf, nicht der "
        "unterzeichnete Vertrag."
    )
    yield tabelle(
        (Spalte("Kennung", fest=True), Spalte("Art"), Spalte("Wer"), Spalte("Inhalt")),
        [(norm.kennung, arten(norm), norm.traeger, norm.inhalt) for norm in normen],
    )


def normseite(
    norm: Norm, regeln: Iterable[Regel], fragentitel: Mapping[str, str], abgleich: Satzabgleich | None = None
) -> Iterator[Baustein]:
    """Setzt einen Satz mit allem, was über ihn bekannt ist.

    Args:
        norm: Der Satz.
        regeln: Die Regeln, die ihn umsetzen.
        fragentitel: Titel je Kennung einer offenen Frage.
        abgleich: Was der Vergleich mit einem Dokument zu diesem Satz ergab, wenn verglichen wurde.
    """
    stelle = norm.fundstelle
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
            ("Fundstelle", f"{stelle.dokument}, {stelle.ueberschrift}, Satz {stelle.satz}, „… {stelle.stichwort} …“"),
            ("Fingerabdruck", f"{stelle.laenge} Zeichen, sha256:{stelle.sha256[:16]}…"),
        ]
    )
    if abgleich is not None:
        yield from _wortlaut(abgleich)
    umsetzende = list(regeln)
    if umsetzende:
        yield absatz("Regeln, die ihn umsetzen:")
        yield tabelle(
            (Spalte("Regel"), Spalte("Was sie tut")), [(regelname(regel), regel.satz) for regel in umsetzende]
        )
    if norm.fragen:
        yield absatz("Offene Fragen, die er aufwirft:")
        yield tabelle(
            (Spalte("", fest=True), Spalte("")), [(frage, fragentitel[frage]) for frage in norm.fragen], kopf=False
        )


def _wortlaut(abgleich: Satzabgleich) -> Iterator[Baustein]:
    if abgleich.stand is Stand.UNVERAENDERT:
        yield absatz("Im angegebenen Dokument steht er unverändert:")
        yield zeilen(abgleich.wortlaut.splitlines())
    elif abgleich.stand is Stand.GEAENDERT:
        yield absatz("Im angegebenen Dokument steht er nicht mehr so; an seiner Stelle steht ein anderer Wortlaut.")
    else:
        yield absatz("Im angegebenen Dokument fehlt er.")


def arten(norm: Norm) -> str:
    """Nennt die Arten eines Satzes."""
    return ", ".join(ART[art] for art in norm.arten)


def regelname(regel: Regel) -> str:
    """Nennt eine Regel mit ihrem Modul."""
    return f"{regel.modul.rpartition('.')[2]}.{regel.name}"
