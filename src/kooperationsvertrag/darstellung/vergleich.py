"""Vergleich: was zwei Fassungen unterscheidet, als Seite.

Erst in einem Satz, was sich ändert, dann die Bestimmungen, die Fragen, die Angaben, die Regeln und zuletzt die Fälle
auf den Cent. Was gleich bleibt, ist nur gezählt. Die Worte stehen auch der Synopse zur Verfügung.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from attrs import frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.ergebnis import Ergebnis
from kooperationsvertrag.darstellung.ereignisse import WORTE
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Namen,
    Spalte,
    absatz,
    angaben,
    aufzaehlung,
    geldspalte,
    name,
    tabelle,
    titel,
    ueberschrift,
)
from kooperationsvertrag.fall.vergleich_als_json import VerglichenerFall
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.revision.fassungsvergleich import (
    Aenderung,
    Bestimmungsvergleich,
    Fallvergleich,
    Fassungsvergleich,
)
from kooperationsvertrag.vertrag import fragen
from kooperationsvertrag.vertrag.fassung import Funktion, Regelung, Vertragsfassung
from kooperationsvertrag.vertrag.partner import Rechtsform

AENDERUNG: Mapping[Aenderung, str] = MappingProxyType(
    {
        Aenderung.UNVERAENDERT: "unverändert",
        Aenderung.GEAENDERT: "geändert",
        Aenderung.NEU: "neu",
        Aenderung.ENTFALLEN: "entfallen",
        Aenderung.NEU_GEREGELT: "neu geregelt",
        Aenderung.ANDERS_GEREGELT: "anders geregelt",
        Aenderung.WIEDER_OFFEN: "wieder offen",
    }
)
"""Wie heißt, was sich ändert."""

GROESSE: Mapping[str, str] = MappingProxyType(
    {"beitrag": "Beitrag", "rueckfuehrung": "Rückführung", "forderung": "noch zu zahlen"}
)
"""Wie heißt, worum es bei einem Betrag geht."""

OFFEN = "offen"
"""Was von einer Frage zu sagen ist, die eine Fassung nicht regelt."""

NICHTS = "–"
"""Steht, wo es nichts gibt."""

Beleg = tuple[tuple[str, str], ...]
"""Womit sich der Vergleich wiederholen lässt: Versionen und Fingerabdrücke, je mit Bezeichnung."""


@frozen
class Betragszeile:
    """Ein Betrag eines Falls, der unter den beiden Fassungen nicht derselbe ist."""

    jahr: int
    """Das Haushaltsjahr."""
    partner: str
    """Kurzer Name des Partners."""
    groesse: str
    """Worum es geht, in Worten."""
    alt: str
    """Bisher; „… bis …“, wo er von einer Lesart abhängt."""
    neu: str
    """Künftig."""
    differenz: str
    """Was sich ändert, mit Vorzeichen; ein Strich, wo es keine Zahl ist."""


def vergleichsseite(
    vergleich: Fassungsvergleich, faelle: Sequence[VerglichenerFall], namen: Namen, beleg: Beleg
) -> Iterator[Baustein]:
    """Setzt den Vergleich zweier Fassungen.

    Args:
        vergleich: Was die Fassungen unterscheidet.
        faelle: Die Fälle, die unter beiden gerechnet sind.
        namen: Kurzer Name je Partner.
        beleg: Womit sich der Vergleich wiederholen lässt.
    """
    yield titel(f"Vergleich: {vergleich.alt.kennung} und {vergleich.neu.kennung}")
    yield angaben([("Bisher", fassung_in_worten(vergleich.alt)), ("Neu", fassung_in_worten(vergleich.neu))])
    yield absatz(kernsatz(vergleich), stil="bold")
    if not vergleich.ist_leer:
        yield from _aenderungen(vergleich, namen)
    for fall in faelle:
        yield from _fall(fall, vergleich.neu, namen)
    yield ueberschrift("Wie verglichen wurde")
    yield angaben([("Beleg", " · ".join(f"{bezeichnung} {wert}" for bezeichnung, wert in beleg))])


def _aenderungen(vergleich: Fassungsvergleich, namen: Namen) -> Iterator[Baustein]:
    yield ueberschrift("Sätze und Klauseln")
    yield absatz(bestimmungssatz(vergleich))
    for bestimmung in geaenderte(vergleich):
        yield absatz(f"{bestimmung.kennung}: {AENDERUNG[bestimmung.aenderung]}", stil="bold")
        yield angaben([("Bisher", bestimmung.alt or NICHTS), ("Neu", bestimmung.neu or NICHTS)])
    if vergleich.fragen:
        yield ueberschrift("Fragen, die der Bericht von 2017 offen lässt")
        yield tabelle(
            (Spalte("Frage"), Spalte("Was sich ändert"), Spalte("Bisher"), Spalte("Neu")),
            fragenzeilen(vergleich, namen),
        )
    if vergleich.angaben:
        yield ueberschrift("Angaben")
        yield tabelle(
            (Spalte("Angabe"), Spalte("Bisher"), Spalte("Neu"), Spalte("Satz")), angabenzeilen(vergleich, namen)
        )
    if vergleich.betroffene_regeln:
        yield ueberschrift("Regeln, die anders antworten können")
        yield tabelle((Spalte("Gegenstand"), Spalte("Regeln"), Spalte("über die Sätze")), regelzeilen(vergleich))


def _fall(fall: VerglichenerFall, neu: Vertragsfassung, namen: Namen) -> Iterator[Baustein]:
    yield ueberschrift(f"Fall: {fall.titel}")
    for satz in fallsaetze(fall.vergleich, neu):
        yield absatz(satz)
    zeilen = betragszeilen(fall.vergleich, namen)
    if zeilen:
        yield tabelle(
            (
                Spalte("Jahr"),
                Spalte("Partner"),
                Spalte("Was"),
                geldspalte("Bisher"),
                geldspalte("Neu"),
                geldspalte("Unterschied"),
            ),
            [(str(z.jahr), z.partner, z.groesse, z.alt, z.neu, z.differenz) for z in zeilen],
        )


def fassung_in_worten(fassung: Vertragsfassung) -> str:
    """Nennt eine Fassung mit Bezeichnung, Kennung und Grundlage."""
    return f"{fassung.bezeichnung} ({fassung.kennung}). Grundlage: {fassung.grundlage}."


def kernsatz(vergleich: Fassungsvergleich) -> str:
    """Sagt in einem Satz, was sich ändert."""
    if vergleich.ist_leer:
        return "Die beiden Fassungen bestimmen dasselbe; es ändert sich nichts."
    teile = [
        *_gezaehlt(Counter(eine.aenderung for eine in vergleich.bestimmungen), "Bestimmung", "Bestimmungen"),
        *_gezaehlt(Counter(eine.aenderung for eine in vergleich.fragen), "Frage", "Fragen"),
    ]
    if vergleich.angaben:
        teile.append(f"{_anzahl(len(vergleich.angaben), 'Angabe', 'Angaben')} geändert")
    return f"Gegenüber der bisherigen Fassung: {aufzaehlung(teile)}."


def _gezaehlt(anzahlen: Mapping[Aenderung, int], einer: str, mehrere: str) -> list[str]:
    return [
        f"{_anzahl(anzahlen[art], einer, mehrere)} {wort}"
        for art, wort in AENDERUNG.items()
        if anzahlen.get(art) and art is not Aenderung.UNVERAENDERT
    ]


def _anzahl(anzahl: int, einer: str, mehrere: str) -> str:
    return f"{anzahl} {einer if anzahl == 1 else mehrere}"


def geaenderte(vergleich: Fassungsvergleich) -> list[Bestimmungsvergleich]:
    """Gibt die Bestimmungen, die nicht bleiben, wie sie sind."""
    return [eine for eine in vergleich.bestimmungen if eine.aenderung is not Aenderung.UNVERAENDERT]


def bestimmungssatz(vergleich: Fassungsvergleich) -> str:
    """Sagt, wie viele Bestimmungen sich ändern und wie viele bleiben."""
    alle, anders = len(vergleich.bestimmungen), len(geaenderte(vergleich))
    return (
        f"{anders} von {alle} Bestimmungen {'ändert' if anders == 1 else 'ändern'} sich, {alle - anders} bleiben, wie "
        "sie sind. Sätze des Berichts stehen hier in eigenen Worten, Klauseln im Wortlaut des Entwurfs."
    )


def fragenzeilen(vergleich: Fassungsvergleich, namen: Namen) -> list[tuple[str, str, str, str]]:
    """Gibt je Frage, an der sich etwas ändert, was sich ändert und wie sie geregelt ist."""
    return [
        (
            frage_in_worten(eine.frage),
            AENDERUNG[eine.aenderung],
            regelung_in_worten(eine.alt, namen),
            regelung_in_worten(eine.neu, namen),
        )
        for eine in vergleich.fragen
        if eine.aenderung is not Aenderung.UNVERAENDERT
    ]


def regelung_in_worten(regelung: Regelung | None, namen: Namen) -> str:
    """Sagt, wie eine Frage geregelt ist und durch welche Klausel."""
    if regelung is None:
        return OFFEN
    klausel = f" ({regelung.klausel})" if regelung.klausel else ""
    return f"{_antwort(regelung, namen)}{klausel}"


def _antwort(regelung: Regelung, namen: Namen) -> str:
    if isinstance(regelung.antwort, tuple):
        return ", ".join(name(namen, wer) for wer in regelung.antwort) or "Reihenfolge des Vertrags"
    moeglich = fragen.frage(regelung.frage).waehlbar[regelung.frage]
    return next(lesart.titel for lesart in moeglich if lesart.schluessel == regelung.antwort)


_TEILFRAGE = {
    "planungsfrist": "Frist der Planung",
    "berichtsfrist": "Frist des Berichts",
    "rundung": "Art der Rundung",
    "rundungsvorrang": "Reihenfolge bei Gleichstand",
    "uebertrag_verbrauch": "Reihenfolge des Verbrauchs",
    "uebertrag_rueckfuehrung": "Rückführung",
}
"""Wie ein Teil einer Frage heißt, von der sich mehrere Teile wählen lassen."""


def frage_in_worten(schluessel: str) -> str:
    """Nennt eine Frage mit Nummer und Titel, und welchen Teil von ihr, wenn sich mehrere wählen lassen.

    Args:
        schluessel: Ihr Schlüssel in der Falldatei.

    Returns:
        Ein Text ohne Punkt.

    Raises:
        UnbekannteFrageError: Diesen Schlüssel gibt es nicht.

    >>> frage_in_worten("rundung")
    'OF-32 Wer den Restcent bekommt: Art der Rundung'
    """
    eintrag = fragen.frage(schluessel)
    zusatz = f": {_TEILFRAGE[schluessel]}" if len(eintrag.waehlbar) > 1 else ""
    return f"{eintrag.kennung} {eintrag.titel}{zusatz}"


def angabenzeilen(vergleich: Fassungsvergleich, namen: Namen) -> list[tuple[str, str, str, str]]:
    """Gibt je Angabe, wie sie war, wie sie wird und welcher Satz sie bestimmt."""
    return [
        (
            angabe_in_worten(eine.angabe, namen),
            wert_in_worten(eine.angabe, eine.alt, namen),
            wert_in_worten(eine.angabe, eine.neu, namen),
            eine.normen[0].kennung if eine.normen else NICHTS,
        )
        for eine in vergleich.angaben
    ]


_BEZEICHNUNG = {
    "gueltigkeit": "Gültigkeit",
    "jahresbudget": "Jahresbudget",
    "sitz_der_abordnung": "Sitz der Abordnung",
    "reihenfolge_der_partner": "Partner, in der Reihenfolge des Vertrags",
    "partner": "Partner",
    "beitraege": "Jährlicher Beitrag",
    "stellen": "Stelle",
    "aufsichtsgremium": "Sitz im Aufsichtsgremium",
}
_MIT_PARTNER = ("sitz_der_abordnung", "stellen", "aufsichtsgremium")


def angabe_in_worten(angabe: str, namen: Namen) -> str:
    """Sagt, worum es bei einer Angabe geht: „Jährlicher Beitrag: IHK“, „Stelle, Nr. 2“."""
    worum, punkt, partner = angabe.partition(".")
    if punkt:
        return f"{_BEZEICHNUNG[worum]}: {name(namen, partner)}"
    mit_nummer = re.fullmatch(r"(\w+)\[(\d+)]", angabe)
    if mit_nummer:
        return f"{_BEZEICHNUNG[mit_nummer[1]]}, Nr. {int(mit_nummer[2]) + 1}"
    return _BEZEICHNUNG[worum]


def wert_in_worten(angabe: str, wert: str, namen: Namen) -> str:
    """Setzt den Wert einer Angabe, mit den Namen der Partner."""
    if angabe == "reihenfolge_der_partner":
        return ", ".join(name(namen, partner) for partner in wert.split(", "))
    if angabe.startswith("partner."):
        return ", ".join(_wort(Rechtsform, merkmal) for merkmal in wert.split(", ")) or NICHTS
    if not angabe.startswith(_MIT_PARTNER):
        return wert or NICHTS
    partner, doppelpunkt, rest = wert.partition(": ")
    return f"{name(namen, partner)}{doppelpunkt}{_wort(Funktion, rest)}" or NICHTS


def _wort(art: type[StrEnum], wert: str) -> str:
    """Gibt das Wort zu einem Wert, der in einer Fassung als Kennung steht; anderes bleibt, wie es ist."""
    return next((wort for kennung, wort in WORTE[art].items() if kennung == wert), wert)


def regelzeilen(vergleich: Fassungsvergleich) -> list[tuple[str, str, str]]:
    """Gibt die Regeln, die anders antworten können, je Gegenstand und nach den Sätzen, über die."""
    gruppen: dict[tuple[str, str], list[str]] = {}
    for regel, saetze in vergleich.betroffene_regeln:
        gegenstand = regel.modul.rpartition(".")[2].capitalize()
        gruppen.setdefault((gegenstand, ", ".join(norm.kennung for norm in saetze)), []).append(regel.name)
    return [
        (gegenstand, ", ".join(regeln), saetze)
        for (gegenstand, saetze), regeln in sorted(gruppen.items(), key=lambda gruppe: gruppe[0][0])
    ]


def fallsaetze(vergleich: Fallvergleich, neu: Vertragsfassung) -> list[str]:
    """Sagt zu einem Fall, ob sich Beträge ändern und woran ein Ergebnis hängt.

    Args:
        vergleich: Der Fall unter beiden Fassungen.
        neu: Die neue Fassung.

    Returns:
        Ein Satz oder mehrere.
    """
    saetze = []
    if not vergleich.alt.ist_eindeutig:
        saetze.append(f"Bisher hängt das Ergebnis von einer Lesart ab: {_offene(vergleich.alt)}.")
        saetze += _was_daraus_wird(vergleich, neu)
    if not vergleich.neu.ist_eindeutig:
        saetze.append(
            f"Unter der neuen Fassung hängt das Ergebnis von einer Lesart ab: {_offene(vergleich.neu)}. Gewählt wird "
            "sie in der Falldatei unter [auslegung]."
        )
    if vergleich.unterschiede == ():
        saetze.append("Kein Betrag eines Partners ändert sich.")
    return saetze


def _offene(ergebnis: Ergebnis) -> str:
    return "; ".join(frage_in_worten(offen.frage) for offen in ergebnis.offene_fragen)


def _was_daraus_wird(vergleich: Fallvergleich, neu: Vertragsfassung) -> Iterator[str]:
    """Sagt je Frage, an der das bisherige Ergebnis hängt, was die neue Fassung daraus macht."""
    geregelt = {regelung.frage: regelung for regelung in neu.geregelt}
    bleibend = {offen.frage for offen in vergleich.neu.offene_fragen}
    for offen in vergleich.alt.offene_fragen:
        if offen.frage in geregelt:
            wie = regelung_in_worten(geregelt[offen.frage], neu.namen)
            yield f"Die neue Fassung regelt „{frage_in_worten(offen.frage)}“: {wie}."
        elif offen.frage not in bleibend:
            yield f"Unter der neuen Fassung kommt es auf „{frage_in_worten(offen.frage)}“ nicht mehr an."


def betragszeilen(vergleich: Fallvergleich, namen: Namen) -> list[Betragszeile]:
    """Gibt jeden Betrag, der unter den beiden Fassungen nicht derselbe ist.

    Hängt ein Ergebnis an einer Lesart, so steht an seiner Stelle der kleinste und der größte Betrag.
    """
    bisher, kuenftig = _moegliche(vergleich.alt), _moegliche(vergleich.neu)
    zeilen = []
    for stelle in dict.fromkeys([*bisher, *kuenftig]):
        alt, neu = bisher.get(stelle, {NULL}), kuenftig.get(stelle, {NULL})
        if alt != neu or len(alt) > 1:
            jahr, groesse, partner = stelle
            differenz = _mit_vorzeichen(max(neu) - max(alt)) if len(alt) == len(neu) == 1 else NICHTS
            zeilen.append(
                Betragszeile(jahr, name(namen, partner), GROESSE[groesse], _spanne(alt), _spanne(neu), differenz)
            )
    return sorted(zeilen, key=lambda zeile: zeile.jahr)


def _moegliche(ergebnis: Ergebnis) -> dict[tuple[int, str, str], set[Geldbetrag]]:
    """Gibt zu jedem Jahr, jeder Größe und jedem Partner die Beträge aller Varianten."""
    je_variante = [
        {(jahr.jahr, groesse, wer): betrag for jahr in variante.ergebnis for groesse, wer, betrag in _betraege(jahr)}
        for variante in ergebnis.varianten
    ]
    stellen = dict.fromkeys(stelle for betraege in je_variante for stelle in betraege)
    return {stelle: {betraege.get(stelle, NULL) for betraege in je_variante} for stelle in stellen}


def _betraege(jahr: Jahresabrechnung) -> Iterator[tuple[str, str, Geldbetrag]]:
    groessen: Iterable[tuple[str, Betraege]] = (
        ("beitrag", jahr.vereinbart),
        ("rueckfuehrung", jahr.rueckfuehrung),
        ("forderung", jahr.forderungen),
    )
    for groesse, betraege in groessen:
        yield from ((groesse, wer, betrag) for wer, betrag in betraege.items())


def _spanne(betraege: set[Geldbetrag]) -> str:
    kleinster, groesster = min(betraege), max(betraege)
    return str(kleinster) if kleinster == groesster else f"{kleinster} bis {groesster}"


def _mit_vorzeichen(differenz: Geldbetrag) -> str:
    return f"+{differenz}" if differenz > NULL else str(differenz)
