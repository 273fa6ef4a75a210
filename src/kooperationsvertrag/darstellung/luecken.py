"""Lücken: die Verhandlungsliste einer Fassung als Seite, das Teuerste zuerst."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kooperationsvertrag.darstellung.abrechnung import Kopf, kopfzeilen
from kooperationsvertrag.darstellung.seite import Baustein, Spalte, absatz, angaben, geldspalte, tabelle, ueberschrift
from kooperationsvertrag.geld import NULL
from kooperationsvertrag.revision.luecken import Luecke


def lueckenseite(liste: Sequence[Luecke], geschlossene: Sequence[Luecke], kopf: Kopf) -> Iterator[Baustein]:
    """Setzt die Lücken einer Fassung.

    Args:
        liste: Ihre Lücken, die mit dem größten Unterschied zuerst.
        geschlossene: Welche Lücken des Berichts von 2017 sie schließt.
        kopf: Was darüber und darunter steht.
    """
    bewegt = [luecke for luecke in liste if luecke.fall]
    still = [luecke for luecke in liste if luecke.schluessel and not luecke.fall]
    beschrieben = [luecke for luecke in liste if not luecke.schluessel]
    yield from kopfzeilen(kopf)
    yield absatz(_kernsatz(liste, bewegt), stil="bold")
    if bewegt:
        yield ueberschrift("Worüber zu verhandeln ist")
        yield _rangliste(bewegt)
        yield absatz(
            "Der Betrag ist der größte Unterschied für einen Partner in einem Haushaltsjahr, den allein diese Frage "
            "macht. Fälle ohne Nummer sind erdacht; ihre Beträge folgen aus den Beiträgen der Fassung."
        )
    if still:
        yield ueberschrift("Offen, aber in keinem dieser Fälle von Wirkung auf Beträge")
        yield _kurzliste(still)
    if beschrieben:
        yield ueberschrift("Offen und nicht zu rechnen")
        yield _kurzliste(beschrieben)
    if geschlossene:
        yield ueberschrift("Was diese Fassung schließt")
        yield _rangliste(geschlossene)
    yield ueberschrift("Wie gemessen wurde")
    yield angaben([("Beleg", " · ".join(f"{bezeichnung} {wert}" for bezeichnung, wert in kopf.beleg))])


def _kernsatz(liste: Sequence[Luecke], bewegt: Sequence[Luecke]) -> str:
    if not liste:
        return "Diese Fassung lässt keine Frage offen."
    offen = len({luecke.frage.kennung for luecke in liste})
    anzahl = "eine Frage" if offen == 1 else f"{offen} Fragen"
    if not bewegt:
        return f"Diese Fassung lässt {anzahl} offen; in den gerechneten Fällen bewegt davon keine einen Betrag."
    groesste = bewegt[0]
    return (
        f"Diese Fassung lässt {anzahl} offen. Am meisten bewegt {groesste.frage.kennung} ({groesste.frage.titel}): bis "
        f"zu {groesste.unterschied} für einen Partner in einem Haushaltsjahr."
    )


def _rangliste(liste: Iterable[Luecke]) -> Baustein:
    return tabelle(
        (geldspalte("bewegt bis zu"), Spalte("Frage"), Spalte("Im Fall"), Spalte("Sätze", hoechstens=20)),
        [
            (
                str(luecke.unterschied) if luecke.unterschied > NULL else "–",
                _frage(luecke),
                luecke.fall or "–",
                _saetze(luecke),
            )
            for luecke in liste
        ],
    )


def _kurzliste(liste: Iterable[Luecke]) -> Baustein:
    return tabelle(
        (Spalte("Frage"), Spalte("Sätze")),
        [(_frage(luecke), _saetze(luecke)) for luecke in liste],
        kopf=False,
    )


def _frage(luecke: Luecke) -> str:
    schluessel = f" ({luecke.schluessel})" if luecke.schluessel else ""
    return f"{luecke.frage.kennung} {luecke.frage.titel}{schluessel}"


def _saetze(luecke: Luecke) -> str:
    return ", ".join(norm.kennung for norm in luecke.normen) or "–"
