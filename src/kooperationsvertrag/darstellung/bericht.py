"""Bericht: das Ergebnis eines Falls als ganze Seite, eindeutig oder nicht."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kooperationsvertrag.ablauf.ergebnis import Ergebnis
from kooperationsvertrag.darstellung.abrechnung import Kopf, jahresblock, kopfzeilen, schlusszeilen
from kooperationsvertrag.darstellung.begruendung import begruendung, benutzte_festlegungen, festlegungsregister
from kooperationsvertrag.darstellung.fragen import zeile_der_falldatei
from kooperationsvertrag.darstellung.seite import Baustein, absatz, ueberschrift
from kooperationsvertrag.darstellung.varianten import antworten_auf, variantenblock
from kooperationsvertrag.herleitung import Schritt


def bericht(ergebnis: Ergebnis, kopf: Kopf, schritte: Sequence[Schritt] | None = None) -> Iterator[Baustein]:
    """Setzt das Ergebnis eines Falls.

    Args:
        ergebnis: Was herausgekommen ist.
        kopf: Was darüber und darunter steht.
        schritte: Die Begründung, wenn sie mit gezeigt werden soll.
    """
    yield from kopfzeilen(kopf)
    if ergebnis.ist_eindeutig:
        for jahr in ergebnis.haushaltsjahre:
            yield from jahresblock(jahr, kopf.namen)
    else:
        yield from variantenblock(ergebnis, kopf.namen)
    if schritte is not None:
        yield from _begruendung(ergebnis, schritte, kopf)
    yield from schlusszeilen(ergebnis, kopf, _lesarten(ergebnis))


def _begruendung(ergebnis: Ergebnis, schritte: Sequence[Schritt], kopf: Kopf) -> Iterator[Baustein]:
    if not ergebnis.ist_eindeutig:
        yield ueberschrift("Begründung")
        yield absatz("Begründet wird, sobald das Ergebnis eindeutig ist: erst eine Lesart wählen, dann neu rechnen.")
        return
    yield from begruendung(schritte, kopf.namen)
    benutzt = benutzte_festlegungen(schritte)
    if benutzt:
        yield ueberschrift("Festlegungen, auf denen die Schritte beruhen")
        yield from festlegungsregister(benutzt)


def _lesarten(ergebnis: Ergebnis) -> list[tuple[str, str]]:
    """Nennt die gewählten Lesarten, und die Fragen, die hier offen bleiben können."""
    wege = [weg for variante in ergebnis.varianten for weg in variante.wege]
    gewaehlt = [antwort for antwort in wege[0] if all(antwort in weg for weg in wege)]
    bewegt = {offen.frage for offen in ergebnis.offene_fragen}
    gestellt = dict.fromkeys(frage for weg in wege for frage, _ in weg)
    egal = [frage for frage in gestellt if frage not in bewegt and len(antworten_auf(frage, ergebnis.varianten)) > 1]
    return [
        ("Lesarten", "; ".join(zeile_der_falldatei(*antwort) for antwort in gewaehlt)),
        ("Ohne Einfluss", ", ".join(egal) and f"{', '.join(egal)} (hier führt jede Lesart zu demselben Ergebnis)"),
    ]
