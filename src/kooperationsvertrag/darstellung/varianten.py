"""Varianten: was herauskommt, wenn das Ergebnis von einer Lesart abhängt.

Erst woran es hängt, dann die Ergebnisse nebeneinander, dann die Zeilen, mit denen sich jedes wählen lässt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from attrs import evolve, frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.ergebnis import Ergebnis, OffeneKonvention
from kooperationsvertrag.ablauf.jahresfolge import Jahresfolge
from kooperationsvertrag.aufteilung import Zahlungsschluessel
from kooperationsvertrag.auslegung import Antwort, Lesart, OffeneFrage, Variante
from kooperationsvertrag.darstellung.abrechnung import schluessel_in_worten
from kooperationsvertrag.darstellung.fragen import bedeutung, ohne_beispiel, wert_der_antwort, zeile_der_falldatei
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Namen,
    Spalte,
    absatz,
    befunde,
    cent,
    geldspalte,
    name,
    tabelle,
    ueberschrift,
    zeilen,
)
from kooperationsvertrag.darstellung.werte import ist_lesbar, verhaeltnis
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.norm import Befund
from kooperationsvertrag.vertrag import fragen

T = TypeVar("T")

NEBENEINANDER = 4
"""So viele Ergebnisse stehen höchstens nebeneinander."""

GEZEIGT = 8
"""So viele Ergebnisse werden höchstens gezeigt; sind es mehr, nur die ersten :data:`NEBENEINANDER`."""

OHNE_UNTERSCHIED = (
    "Die Frage ist ohne Unterschied je Partner in diesen Jahren, aber nicht ohne Folgen: was verschieden ist, zeigt "
    "der Vergleich der Ergebnisse."
)
"""Was von einer Frage zu sagen ist, an der kein Betrag eines Partners hängt."""

UNTER_AUSLEGUNG = (
    "unter die Überschrift [auslegung]; hat sie keine, so gehört diese Überschrift mit den Zeilen darunter zwischen "
    "die Zeile „fassung“ und die erste Überschrift in doppelten Klammern, „[[…]]“."
)
"""Wohin in der Falldatei eine gewählte Lesart gehört."""

STATT_RUNDUNG = "Steht dort schon eine Zeile „rundung = …“ und soll eine neue gelten, so ersetzt die neue sie."
"""Was bei offener Rundung dazu zu sagen ist."""


@frozen
class Betragszeile:
    """Ein Betrag, der nicht in jedem Ergebnis gleich ist."""

    jahr: int
    """Haushaltsjahr."""
    bezeichnung: str
    """Was der Betrag ist."""
    betraege: tuple[Geldbetrag | None, ...]
    """Der Betrag je Variante, in Cent; nichts, wo es ihn nicht gibt."""

    @property
    def unterschied(self) -> int:
        """Größter Unterschied zwischen zwei Varianten, in Cent; was es nicht gibt, zählt dabei null."""
        werte = [betrag.cent if betrag is not None else 0 for betrag in self.betraege]
        return max(werte) - min(werte)


@frozen
class Vergleichszeile:
    """Was nicht in jedem Ergebnis gleich ist, so wie es in der Tabelle steht."""

    jahr: int
    """Haushaltsjahr."""
    bezeichnung: str
    """Was verglichen wird."""
    zellen: tuple[str, ...]
    """Betrag oder Text je Variante; ein Strich, wo es nichts gibt."""
    unterschied: str
    """Größter Unterschied zwischen zwei Varianten; leer, wo er keine Zahl ist."""


def variantenblock(ergebnis: Ergebnis, namen: Namen) -> Iterator[Baustein]:
    """Setzt ein Ergebnis, das von Lesarten abhängt."""
    anzahl = len(ergebnis.varianten)
    gezeigt = ergebnis.varianten if anzahl <= GEZEIGT else ergebnis.varianten[:NEBENEINANDER]
    yield absatz(_kernsatz(ergebnis), stil="bold")
    for frage in ergebnis.offene_fragen:
        yield from _frage(frage, ergebnis)
    yield ueberschrift("Die Ergebnisse nebeneinander")
    if len(gezeigt) < anzahl:
        yield absatz(
            f"Gezeigt sind {len(gezeigt)} von {anzahl} Ergebnissen. Weniger werden es, wenn die erste Frage oben "
            "entschieden ist: eine ihrer Lesarten in die Falldatei schreiben und neu rechnen. Die Spalte „Unterschied“ "
            "gilt für alle."
        )
    for erste, grenze in pairwise([*range(0, len(gezeigt), NEBENEINANDER), len(gezeigt)]):
        yield from _nebeneinander(ergebnis, range(erste, grenze), namen)
    if ergebnis.gemeinsame_befunde:
        yield ueberschrift("Befunde in jedem Ergebnis")
        yield befunde(_mit_jahr(ergebnis.gemeinsame_befunde))
    yield ueberschrift("So wird eines davon gewählt")
    yield absatz(_wohin(ergebnis))
    strittig = strittige_fragen(ergebnis.varianten)
    for nummer, variante in enumerate(gezeigt):
        yield from _wahl(nummer, variante, strittig)
        eigene = _eigene_befunde(variante, ergebnis)
        if eigene:
            yield befunde(_mit_jahr(eigene))


def _kernsatz(ergebnis: Ergebnis) -> str:
    anzahl = len(ergebnis.offene_fragen)
    wovon = "einer Frage" if anzahl == 1 else f"{anzahl} Fragen"
    return (
        f"Das Ergebnis hängt von {wovon} ab, die der Text nicht beantwortet. Es gibt {len(ergebnis.varianten)} "
        "verschiedene Ergebnisse; keines davon ist vorausgewählt."
    )


def buchstabe(nummer: int) -> str:
    """Benennt die Varianten A, B, … Z, AA, AB, …

    >>> buchstabe(0), buchstabe(25), buchstabe(26)
    ('A', 'Z', 'AA')
    """
    vorne, hinten = divmod(nummer, 26)
    return (buchstabe(vorne - 1) if vorne else "") + chr(ord("A") + hinten)


def _frage(frage: OffeneFrage, ergebnis: Ergebnis) -> Iterator[Baustein]:
    """Setzt eine Frage mit ihren Lesarten und wozu jede führt."""
    eintrag = fragen.frage(frage.frage)
    yield ueberschrift(f"{eintrag.kennung} {eintrag.titel} ({frage.frage})")
    bewegt = f"Die Frage bewegt bis zu {cent(frage.unterschied)} je Partner." if frage.unterschied else OHNE_UNTERSCHIED
    yield absatz(f"{ohne_beispiel(eintrag.frage)} {bewegt}")
    moeglich = [
        (wert_der_antwort(antwort), bedeutung(antwort), _fuehrt_zu((frage.frage, antwort), ergebnis))
        for antwort in antworten_auf(frage.frage, ergebnis.varianten)
    ]
    if len({heisst for _, heisst, _ in moeglich}) == 1:
        yield absatz(f"{moeglich[0][1]} {'; '.join(f'{wert} führt zu {ziel}' for wert, _, ziel in moeglich)}.")
    else:
        yield tabelle((Spalte("Lesart"), Spalte("Was sie heißt"), Spalte("Führt zu")), moeglich)


def antworten_auf(frage: str, varianten: Sequence[Variante[T]]) -> tuple[object, ...]:
    """Nennt jede Antwort auf eine Frage, mit der gerechnet wurde; Lesarten in der Reihenfolge des Registers."""
    wege = [weg for variante in varianten for weg in variante.wege]
    antworten = dict.fromkeys(antwort for weg in wege for gefragt, antwort in weg if gefragt == frage)
    return tuple(sorted(antworten, key=_platz))


def _platz(antwort: object) -> int:
    """Gibt den Platz einer Lesart unter den Lesarten ihrer Frage."""
    return list(type(antwort)).index(antwort) if isinstance(antwort, Lesart) else 0


def _fuehrt_zu(antwort: Antwort, ergebnis: Ergebnis) -> str:
    """Nennt die Ergebnisse, zu denen eine Antwort führen kann."""
    moeglich = [
        buchstabe(nummer)
        for nummer, variante in enumerate(ergebnis.varianten)
        if any(antwort in weg for weg in variante.wege)
    ]
    if len(moeglich) > GEZEIGT:
        return f"{len(moeglich)} Ergebnissen"
    return ", ".join(moeglich)


def _nebeneinander(ergebnis: Ergebnis, auswahl: range, namen: Namen) -> Iterator[Baustein]:
    vergleich = vergleichszeilen(ergebnis.varianten, namen)
    if not vergleich:
        yield absatz("Die Beträge sind überall gleich; verschieden sind nur Befunde oder die Herkunft des Übertrags.")
        return
    yield tabelle(
        (
            Spalte("Jahr"),
            Spalte("Betrag"),
            *(geldspalte(buchstabe(nummer)) for nummer in auswahl),
            geldspalte("Unterschied"),
        ),
        [
            (str(zeile.jahr), zeile.bezeichnung, *(zeile.zellen[nummer] for nummer in auswahl), zeile.unterschied)
            for zeile in vergleich
        ],
    )


def vergleichszeilen(varianten: Sequence[Variante[Jahresfolge]], namen: Namen) -> tuple[Vergleichszeile, ...]:
    """Stellt zusammen, worin sich die Varianten unterscheiden; je zwei unterscheiden sich in mindestens einer Zeile.

    Erst die Beträge, der größte Unterschied zuerst, dann die Schlüssel des Übertrags, wo sie verschieden sind. Wo das
    zwei Varianten noch nicht unterscheidet, folgt, was sie unterscheidet.
    """
    alle = _betragszeilen(varianten, namen)
    zeilen = [_vergleich(zeile) for zeile in _mit_unterschied(alle)]
    verschiedene_schluessel, alle_schluessel = _schluesselzeilen(varianten, namen)
    zeilen += verschiedene_schluessel
    for weitere in [*(_vergleich(zeile) for zeile in alle if not zeile.unterschied), *alle_schluessel]:
        if _unterschiedene([*zeilen, weitere]) > _unterschiedene(zeilen):
            zeilen.append(weitere)
    return tuple(zeilen)


def _unterschiedene(zeilen: Sequence[Vergleichszeile]) -> int:
    """Zählt, wie viele Varianten sich in diesen Zeilen auseinanderhalten lassen."""
    return len(set(zip(*[zeile.zellen for zeile in zeilen], strict=True))) if zeilen else 1


def _vergleich(zeile: Betragszeile) -> Vergleichszeile:
    zellen = tuple("–" if betrag is None else str(betrag) for betrag in zeile.betraege)
    unterschied = cent(zeile.unterschied) if zeile.unterschied else ""
    return Vergleichszeile(zeile.jahr, zeile.bezeichnung, zellen, unterschied)


def _schluesselzeilen(
    varianten: Sequence[Variante[Jahresfolge]], namen: Namen
) -> tuple[list[Vergleichszeile], list[Vergleichszeile]]:
    """Nennt je Jahr den Übertrag nach Schlüsseln: zuerst, wo die Schlüssel verschieden sind, danach alles."""
    verschieden: list[Vergleichszeile] = []
    alle: list[Vergleichszeile] = []
    for stelle, jahr in enumerate(varianten[0].ergebnis):
        je_variante = [_nach_schluessel(variante.ergebnis[stelle]) for variante in varianten]
        zellen = tuple(_gestapelt([f"{summe}\n{_nach(schluessel)}" for summe, schluessel in b]) for b in je_variante)
        zeile = Vergleichszeile(jahr.jahr, "Schlüssel des Übertrags", zellen, "")
        anteile = tuple(
            _gestapelt([f"{summe}\n{_anteile(schluessel, namen)}" for summe, schluessel in b]) for b in je_variante
        )
        alle += [zeile, Vergleichszeile(jahr.jahr, "Anteile am Übertrag", anteile, "")]
        if len({frozenset(frozenset(s.gekuerzt()) for _, s in b) for b in je_variante if b}) > 1:
            verschieden.append(zeile)
    return verschieden, alle


def _nach_schluessel(jahr: Jahresabrechnung) -> list[tuple[Geldbetrag, Zahlungsschluessel]]:
    """Zählt den Übertrag je Schlüssel zusammen; gleiche Verhältnisse sind ein Schlüssel."""
    gesammelt: dict[frozenset[tuple[str, int]], tuple[Geldbetrag, Zahlungsschluessel]] = {}
    for schicht in jahr.schichten_in_folgejahr:
        gleiche = frozenset(schicht.schluessel.gekuerzt())
        bisher, schluessel = gesammelt.get(gleiche, (NULL, schicht.schluessel))
        gesammelt[gleiche] = (bisher + schicht.betrag, schluessel)
    return sorted(gesammelt.values(), key=lambda eintrag: eintrag[1].gewichte)


def _gestapelt(eintraege: Sequence[str]) -> str:
    return "\n".join(eintraege) or "–"


def _nach(schluessel: Zahlungsschluessel) -> str:
    return f"nach {verhaeltnis(schluessel)}" if ist_lesbar(schluessel) else _untereinander(verhaeltnis(schluessel))


def _anteile(schluessel: Zahlungsschluessel, namen: Namen) -> str:
    return schluessel_in_worten(schluessel, namen).replace(", ", ",\n")


def _untereinander(langer_schluessel: str) -> str:
    return langer_schluessel.replace("Verhältnis ", "Verhältnis\n").replace(" : ", " :\n")


def verschiedene_betraege(varianten: Sequence[Variante[Jahresfolge]], namen: Namen) -> tuple[Betragszeile, ...]:
    """Stellt jeden Betrag, der nicht überall gleich ist, zusammen; der größte Unterschied zuerst."""
    return tuple(_mit_unterschied(_betragszeilen(varianten, namen)))


def _mit_unterschied(zeilen: Iterable[Betragszeile]) -> list[Betragszeile]:
    return sorted((zeile for zeile in zeilen if zeile.unterschied), key=lambda zeile: -zeile.unterschied)


def _betragszeilen(varianten: Sequence[Variante[Jahresfolge]], namen: Namen) -> list[Betragszeile]:
    je_variante = [
        {
            (jahr.jahr, bezeichnung): betrag
            for jahr in variante.ergebnis
            for bezeichnung, betrag in _betraege(jahr, namen)
        }
        for variante in varianten
    ]
    stellen = dict.fromkeys(stelle for betraege in je_variante for stelle in betraege)
    return [
        Betragszeile(jahr, bezeichnung, tuple(betraege.get((jahr, bezeichnung)) for betraege in je_variante))
        for jahr, bezeichnung in stellen
    ]


def _betraege(jahr: Jahresabrechnung, namen: Namen) -> Iterator[tuple[str, Geldbetrag]]:
    """Nennt die Beträge eines Jahres, in denen sich Lesarten zeigen."""
    for bezeichnung, betraege in (
        ("Vereinbart", jahr.vereinbart),
        ("Rückstand", jahr.rueckstaende),
        ("Rückführung", jahr.rueckfuehrung),
        ("Schuldet noch", jahr.forderungen),
        ("Zu erstatten", jahr.erstattungen),
    ):
        for partner, betrag in betraege.items():
            yield f"{bezeichnung} {name(namen, partner)}", betrag
    yield "Verfügbar", jahr.verfuegbar
    yield "Überschreitung", jahr.ueberschreitung
    yield f"Übertrag nach {jahr.jahr + 1}", jahr.uebertrag_in_folgejahr
    yield "wartet auf die Prüfung", jahr.wartet_auf_pruefung


def _wohin(ergebnis: Ergebnis) -> str:
    """Sagt, wohin in der Falldatei die Zeilen gehören."""
    satz = f"Die Zeilen zu dem Ergebnis, das gelten soll, gehören in der Falldatei {UNTER_AUSLEGUNG}"
    if isinstance(ergebnis.konvention, OffeneKonvention):
        return f"{satz} {STATT_RUNDUNG}"
    return satz


def strittige_fragen(varianten: Iterable[Variante[T]]) -> frozenset[str]:
    """Nennt die Fragen, auf die es mehr als eine Antwort gibt; jede andere ist in der Falldatei schon entschieden."""
    antworten = {antwort for variante in varianten for weg in variante.wege for antwort in weg}
    anzahl = Counter(frage for frage, _ in antworten)
    return frozenset(frage for frage in anzahl if anzahl[frage] > 1)


def auswahlzeilen(weg: Iterable[Antwort], strittig: Container[str]) -> tuple[str, ...]:
    """Schreibt die Zeilen der Falldatei, die einen Weg wählen; was dort schon entschieden ist, entfällt."""
    return tuple(zeile_der_falldatei(frage, antwort) for frage, antwort in weg if frage in strittig)


def _wahl(nummer: int, variante: Variante[Jahresfolge], strittig: Container[str]) -> Iterator[Baustein]:
    """Setzt die Zeilen, mit denen gerade dieses Ergebnis gilt."""
    yield absatz(f"Ergebnis {buchstabe(nummer)}")
    yield zeilen(auswahlzeilen(variante.auslegung, strittig))
    yield from _gleichwertige(variante, strittig)


def _gleichwertige(variante: Variante[Jahresfolge], strittig: Container[str]) -> Iterator[Baustein]:
    """Nennt, was statt der gezeigten Zeilen zu demselben Ergebnis führt: keine Lesart soll nahegelegt werden."""
    andere = [auswahlzeilen(weg, strittig) for weg in andere_wege(variante)]
    for stelle, block in enumerate(andere[:NEBENEINANDER]):
        yield absatz("oder" if stelle else "Zu demselben Ergebnis führen statt aller dieser Zeilen auch:")
        yield zeilen(block)
    if len(andere) > NEBENEINANDER:
        yield absatz(f"Ebenso führen dahin {len(andere) - NEBENEINANDER} weitere Verbindungen von Lesarten.")


def andere_wege(variante: Variante[T]) -> list[tuple[Antwort, ...]]:
    """Gibt die Wege zu einem Ergebnis, die ohne seine gezeigten Antworten auskommen."""
    return [weg for weg in variante.wege if any(antwort not in weg for antwort in variante.auslegung)]


def _mit_jahr(gefunden: Iterable[tuple[int, Befund]]) -> Iterator[Befund]:
    """Nennt das Haushaltsjahr vor dem Text, wo der Befund es nicht selbst nennt."""
    for jahr, befund in gefunden:
        genannt = befund.text.startswith(f"Haushaltsjahr {jahr}")
        yield befund if genannt else evolve(befund, text=f"Haushaltsjahr {jahr}: {befund.text}")


def _eigene_befunde(variante: Variante[Jahresfolge], ergebnis: Ergebnis) -> list[tuple[int, Befund]]:
    alle = [(jahr.jahr, befund) for jahr in variante.ergebnis for befund in jahr.befunde]
    gemeinsame = ergebnis.gemeinsame_befunde
    return [eintrag for eintrag in alle if eintrag not in gemeinsame]
