"""JSON des Abgleichs eines Dokuments mit dem Normregister.

Die Schlüssel und ihre Reihenfolge sind Teil der Schnittstelle.
"""

from __future__ import annotations

from kooperationsvertrag.fall.als_json import Json
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.regeln import regeln_zu
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand
from kooperationsvertrag.revision.wortlautaenderung import BetroffeneRegel, Satzfolgen, Wortlautaenderung


def quelle_als_json(datei: str, aenderung: Wortlautaenderung) -> dict[str, Json]:
    """Schreibt den Abgleich eines Dokuments als schlichte Daten.

    Args:
        datei: Name des Dokuments.
        aenderung: Was es am Wortlaut ändert und was deshalb zu prüfen ist.

    Returns:
        Daten, die :func:`json.dumps` ohne Weiteres schreibt.

    >>> from kooperationsvertrag.revision.wortlautaenderung import wortlautaenderung
    >>> from kooperationsvertrag.vertrag.normen import UEBERTRAGUNG
    >>> daten = quelle_als_json("neu.txt", wortlautaenderung([Satzabgleich(UEBERTRAGUNG, Stand.GEAENDERT, "")]))
    >>> daten["anzahl"]
    {'unveraendert': 0, 'geaendert': 1, 'fehlt': 0}
    """
    saetze = aenderung.abgleiche
    return {
        "datei": datei,
        "anzahl": {stand.value: sum(satz.stand is stand for satz in saetze) for stand in Stand},
        "saetze": [_satz(satz) for satz in saetze],
        "geaendert": [_folgen(satz) for satz in aenderung.saetze],
        "regeln": [_regel(regel) for regel in aenderung.regeln],
        "ohne_regel": [norm.kennung for norm in aenderung.ohne_regel],
    }


def _satz(satz: Satzabgleich) -> dict[str, Json]:
    return {
        "kennung": satz.norm.kennung,
        "dokument": satz.norm.fundstelle.dokument,
        "stand": satz.stand.value,
        "regeln": [f"{regel.modul}.{regel.name}" for regel in regeln_zu(satz.norm)],
    }


def _folgen(satz: Satzfolgen) -> dict[str, Json]:
    norm = satz.abgleich.norm
    return {
        "kennung": norm.kennung,
        "stand": satz.abgleich.stand.value,
        "inhalt": norm.inhalt,
        "fundstelle": _fundstelle(norm),
        "umsetzung": norm.umsetzung.value,
        "regeln": [{"modul": regel.modul, "name": regel.name} for regel in satz.regeln],
        "angaben": [{"angabe": angabe, "wert": wert} for angabe, wert in satz.angaben],
        "fragen": [{"kennung": frage.kennung, "titel": frage.titel} for frage in satz.fragen],
        "festlegungen": [
            {"kennung": festlegung.kennung, "frage": festlegung.frage, "wahl": festlegung.wahl}
            for festlegung in satz.festlegungen
        ],
    }


def _fundstelle(norm: Norm) -> dict[str, Json]:
    stelle = norm.fundstelle
    return {
        "dokument": stelle.dokument,
        "ueberschrift": stelle.ueberschrift,
        "satz": stelle.satz,
        "stichwort": stelle.stichwort,
    }


def _regel(betroffen: BetroffeneRegel) -> dict[str, Json]:
    return {
        "modul": betroffen.regel.modul,
        "name": betroffen.regel.name,
        "satz": betroffen.regel.satz,
        "saetze": [norm.kennung for norm in betroffen.saetze],
    }
