"""Stand: wie es an einem Tag um den Vertrag steht, als Seite.

Erst was zu tun ist, dann jedes Haushaltsjahr mit seinen Pflichten, dann was offen, möglich, berichtigt und
festzustellen ist. Was es nicht gibt, entfällt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from attrs import evolve

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.akte import Berichtigung
from kooperationsvertrag.ablauf.ergebnis import OffeneKonvention
from kooperationsvertrag.ablauf.jahresphase import Ausloeser, Jahresphase, Phasenwechsel
from kooperationsvertrag.ablauf.vertragsstand import Jahresstand, Vertragsstand
from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.auslegung import OffeneFrage
from kooperationsvertrag.darstellung.abrechnung import (
    OFFENE_RUNDUNG,
    Kopf,
    konvention_in_worten,
    kopfzeilen,
    standsatz,
)
from kooperationsvertrag.darstellung.ereignisse import (
    akteurname,
    ereignis_in_worten,
    gross,
    tag_in_worten,
    unterschied_in_worten,
)
from kooperationsvertrag.darstellung.fragen import zeile_der_falldatei
from kooperationsvertrag.darstellung.pflichten import als_naechstes, pflichtblock
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Namen,
    Spalte,
    absatz,
    angaben,
    befunde,
    cent,
    geldspalte,
    name,
    tabelle,
    ueberschrift,
)
from kooperationsvertrag.darstellung.varianten import GEZEIGT, STATT_RUNDUNG, UNTER_AUSLEGUNG, antworten_auf
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.vertrag import fragen

JAHRESPHASE: Mapping[Jahresphase, str] = MappingProxyType(
    {
        Jahresphase.GEPLANT: "geplant",
        Jahresphase.LAUFEND: "laufend",
        Jahresphase.ABGELAUFEN: "abgelaufen",
        Jahresphase.ABGESCHLOSSEN: "abgeschlossen",
        Jahresphase.GEPRUEFT: "geprüft",
        Jahresphase.ZURUECKGEFUEHRT: "zurückgeführt",
        Jahresphase.UEBERTRAGEN: "übertragen",
        Jahresphase.TEILS_UEBERTRAGEN: "teils übertragen, teils zurückgeführt",
        Jahresphase.AUSGEGLICHEN: "ausgeglichen",
        Jahresphase.UEBERSCHRITTEN: "überschritten",
    }
)
"""Wie die Phase eines Haushaltsjahres heißt."""

AUSLOESER: Mapping[Ausloeser, str] = MappingProxyType(
    {
        Ausloeser.JAHRESBEGINN: "das Haushaltsjahr beginnt",
        Ausloeser.JAHRESENDE: "das Haushaltsjahr ist vorbei",
        Ausloeser.ABSCHLUSSBERICHT: "der Abschlussbericht liegt vor",
        Ausloeser.PRUEFUNG: "das Aufsichtsgremium hat geprüft",
        Ausloeser.NICHTS_UEBRIG: "es ist nichts übrig",
        Ausloeser.ALLES_AUSGEZAHLT: "jeder Partner hat erhalten, was ihm zusteht",
        Ausloeser.ALLES_UEBERTRAGEN: "alles, was übrig war, ist übertragen",
        Ausloeser.REST_AUSGEZAHLT: "was nicht übertragen ist, ist ausgezahlt",
        Ausloeser.BUDGET_UEBERSCHRITTEN: "es ist mehr verausgabt, als verfügbar war",
    }
)
"""Was eine Phase herbeigeführt hat."""

JE_NACH_LESART = "Das Ergebnis hängt von einer Lesart ab; alle Ergebnisse nebeneinander zeigt der Befehl „abrechnen“."
"""Was von einem Haushaltsjahr zu sagen ist, dessen Beträge an einer Lesart hängen."""

BREITE_DES_AKTEURS = 24
"""So viele Zeichen nimmt der Name dessen höchstens ein, der etwas tun darf."""

_Betragsangabe = tuple[str, Callable[[Jahresabrechnung], Geldbetrag]]

_BETRAEGE: tuple[_Betragsangabe, ...] = (
    ("Übertrag aus dem Vorjahr", lambda jahr: jahr.uebertrag_aus_vorjahr),
    ("eingezahlt", lambda jahr: jahr.eingezahlt.summe),
    ("Zusatzmittel", lambda jahr: jahr.zusatzmittel.summe),
    ("Drittmittel", lambda jahr: jahr.drittmittel),
    ("verausgabt", lambda jahr: jahr.verausgabt),
    ("Rest", lambda jahr: jahr.rest),
    ("Überschreitung", lambda jahr: jahr.ueberschreitung),
)
_IMMER_GENANNT = ("eingezahlt", "verausgabt", "Rest")


def standseite(stand: Vertragsstand, kopf: Kopf) -> Iterator[Baustein]:
    """Setzt den Stand eines Tages.

    Args:
        stand: Wie es an diesem Tag um den Vertrag steht.
        kopf: Was darüber und darunter steht.
    """
    namen, partner = kopf.namen, stand.register.fassung_am(stand.stichtag).partner_kennungen
    yield from kopfzeilen(evolve(kopf, titel=f"{kopf.titel}: Stand am {tag_in_worten(stand.stichtag)}"))
    yield absatz(_kernsatz(stand), stil="bold")
    yield ueberschrift("Als Nächstes")
    yield from als_naechstes(stand.pflichten, stand.stichtag, partner, namen)
    for jahr in stand.jahre:
        yield from _jahresblock(jahr, stand, namen)
    dauernde = [pflicht for pflicht in stand.pflichten if pflicht.jahr is None]
    yield ueberschrift("Pflichten ohne Haushaltsjahr")
    yield from pflichtblock(dauernde, partner, namen)
    if stand.offene_fragen:
        yield from _fragen(stand)
    yield ueberschrift("Was jetzt möglich ist")
    yield _moeglichkeiten(stand, namen)
    if stand.berichtigungen:
        yield ueberschrift("Berichtigt")
        yield _berichtigt(stand.berichtigungen, namen)
    if stand.befunde:
        yield ueberschrift("Feststellungen")
        yield befunde(stand.befunde)
    if stand.nicht_geprueft:
        yield ueberschrift("Nicht geprüft")
        for hinweis in stand.nicht_geprueft:
            yield absatz(hinweis)
    yield from schluss(stand, kopf)


def _kernsatz(stand: Vertragsstand) -> str:
    """Sagt in einem Satz, wie viele Verstöße festgestellt sind und bei wie vielen Pflichten das offen ist."""
    anzahl = len(stand.verstoesse)
    verstoesse = {0: "kein Verstoß", 1: "ein Verstoß"}.get(anzahl, f"{anzahl} Verstöße")
    satz = f"Am {tag_in_worten(stand.stichtag)} {'sind' if anzahl > 1 else 'ist'} {verstoesse} festgestellt."
    offen = sum(not pflicht.ist_eindeutig for pflicht in stand.pflichten)
    if offen:
        satz += f" Der Stand {f'von {offen} Pflichten' if offen > 1 else 'einer Pflicht'} hängt von einer Lesart ab."
    elif not stand.ist_eindeutig:
        woran = "Ob ein Beitritt wirkt, hängt" if stand.beitritte is None else "Beträge hängen"
        satz += f" {woran} von einer Lesart ab."
    return satz


def _jahresblock(jahr: Jahresstand, stand: Vertragsstand, namen: Namen) -> Iterator[Baustein]:
    yield ueberschrift(f"Haushaltsjahr {jahr.jahr}")
    yield absatz(phasensatz(jahr), stil="bold")
    partner = tuple(dict.fromkeys(kennung for lage in jahr.abrechnungen for kennung in lage.ergebnis.vereinbart))
    ausgezahlt = [
        (an, jahr.ausgezahlt[an]) for an in dict.fromkeys([*partner, *jahr.ausgezahlt]) if an in jahr.ausgezahlt
    ]
    yield angaben(
        [
            ("Weg", "; ".join(wechsel_in_worten(wechsel) for wechsel in jahr.wechsel if len(jahr.wechsel) > 1)),
            ("Geld", _geld(jahr)),
            ("Ausgang", _ausgang(jahr)),
            ("Ausgezahlt", ", ".join(f"an {name(namen, an)} {betrag}" for an, betrag in ausgezahlt)),
        ]
    )
    if jahr.uebertrag:
        yield absatz(f"Der Übertrag nach {jahr.jahr + 1}, und wessen Geld er ist:")
        yield _uebertrag(jahr, namen)
    pflichten = [pflicht for pflicht in stand.pflichten if pflicht.jahr == jahr.jahr]
    yield from pflichtblock(pflichten, partner, namen)


def phasensatz(jahr: Jahresstand) -> str:
    """Sagt, in welcher Phase ein Haushaltsjahr ist und seit wann."""
    phase = JAHRESPHASE[jahr.phase]
    if not jahr.wechsel:
        return f"{gross(phase)}."
    letzter = jahr.wechsel[-1]
    return f"{gross(phase)} seit {tag_in_worten(letzter.tag)} ({_saetze(letzter.uebergang.normen)})."


def wechsel_in_worten(wechsel: Phasenwechsel) -> str:
    """Nennt einen Wechsel der Phase mit Tag, Auslöser und Satz."""
    uebergang = wechsel.uebergang
    return (
        f"{tag_in_worten(wechsel.tag)} {JAHRESPHASE[uebergang.nach]} "
        f"({AUSLOESER[uebergang.ausloeser]}, {_saetze(uebergang.normen)})"
    )


def _saetze(normen: Sequence[Norm]) -> str:
    return ", ".join(norm.kennung for norm in normen)


def _geld(jahr: Jahresstand) -> str:
    """Nennt die Summen des Jahres; was an einer Lesart hängt, ohne Betrag."""
    teile: list[str] = []
    for bezeichnung, betrag in _BETRAEGE:
        moeglich = {betrag(variante.ergebnis) for variante in jahr.abrechnungen}
        if len(moeglich) > 1:
            teile.append(f"{bezeichnung} je nach Lesart")
        elif any(moeglich) or bezeichnung in _IMMER_GENANNT:
            teile.append(f"{bezeichnung} {moeglich.pop()}")
    return f"{'' if jahr.ist_abgerechnet else 'bisher '}{', '.join(teile)}"


def _ausgang(jahr: Jahresstand) -> str:
    if not jahr.ist_abgerechnet:
        return ""
    return standsatz(jahr.abrechnung) if jahr.abrechnung else JE_NACH_LESART


def _uebertrag(jahr: Jahresstand, namen: Namen) -> Baustein:
    return tabelle(
        (Spalte("Aus dem Jahr"), geldspalte("Betrag"), Spalte("Davon entfallen auf")),
        [
            (
                str(herkunft.schicht.aus_jahr),
                str(herkunft.schicht.betrag),
                ", ".join(f"{name(namen, wer)} {betrag}" for wer, betrag in herkunft.anteile.paare if betrag),
            )
            for herkunft in jahr.uebertrag
        ],
    )


def _fragen(stand: Vertragsstand) -> Iterator[Baustein]:
    """Setzt, woran etwas hängt, mit den Zeilen, die es entscheiden."""
    yield ueberschrift("Woran es hängt")
    yield tabelle(
        (Spalte("Frage"), Spalte("Wählbar in der Falldatei")),
        [_frage(offen, stand) for offen in stand.offene_fragen],
    )
    satz = f"Die gewählten Zeilen gehören in der Falldatei {UNTER_AUSLEGUNG}"
    yield absatz(f"{satz} {STATT_RUNDUNG}" if isinstance(stand.konvention, OffeneKonvention) else satz)


def _frage(offen: OffeneFrage, stand: Vertragsstand) -> tuple[str, str]:
    eintrag = fragen.frage(offen.frage)
    gestellt = [
        *[antwort for jahr in stand.jahre for antwort in antworten_auf(offen.frage, jahr.abrechnungen)],
        *[antwort for pflicht in stand.pflichten for antwort in antworten_auf(offen.frage, pflicht.lagen)],
    ]
    aus_dem_register = [lesart.schluessel for lesart in eintrag.waehlbar[offen.frage]]
    zeilen = [zeile_der_falldatei(offen.frage, antwort) for antwort in dict.fromkeys(gestellt or aus_dem_register)]
    weitere = [f"und {len(zeilen) - GEZEIGT} weitere"] if len(zeilen) > GEZEIGT else []
    bewegt = f"; bewegt bis zu {cent(offen.unterschied)} je Partner" if offen.unterschied else ""
    return f"{eintrag.kennung} {eintrag.titel}{bewegt}", "\n".join([*zeilen[:GEZEIGT], *weitere])


def _moeglichkeiten(stand: Vertragsstand, namen: Namen) -> Baustein:
    return tabelle(
        (Spalte("Wer", hoechstens=BREITE_DES_AKTEURS), Spalte("Was")),
        [
            (
                gross(akteurname(moeglich.wer, namen)),
                f"{moeglich.text} ({', '.join([*(norm.kennung for norm in moeglich.normen), *moeglich.fragen])})",
            )
            for moeglich in stand.moeglichkeiten
        ],
    )


def _berichtigt(berichtigungen: Sequence[Berichtigung], namen: Namen) -> Baustein:
    return tabelle(
        (Spalte("Seit", fest=True), Spalte("Was vorher galt"), Spalte("Was jetzt gilt")),
        [
            (
                tag_in_worten(berichtigung.ab),
                f"{tag_in_worten(berichtigung.alt.datum)}: {ereignis_in_worten(berichtigung.alt, namen)}",
                unterschied_in_worten(berichtigung, namen),
            )
            for berichtigung in berichtigungen
        ],
    )


def schluss(stand: Vertragsstand, kopf: Kopf) -> Iterator[Baustein]:
    """Setzt, wie geprüft wurde: gewählte Lesarten, Rundung, Beleg."""
    yield ueberschrift("Wie geprüft wurde")
    yield angaben(
        [
            ("Lesarten", "; ".join(zeile_der_falldatei(*antwort) for antwort in stand.auslegung.geltende)),
            ("Rundung", _rundung(stand.konvention, kopf.namen)),
            ("Beleg", " · ".join(f"{bezeichnung} {wert}" for bezeichnung, wert in kopf.beleg)),
        ]
    )


def _rundung(konvention: Rechenkonvention | OffeneKonvention, namen: Namen) -> str:
    if isinstance(konvention, OffeneKonvention):
        return OFFENE_RUNDUNG
    return f"{konvention_in_worten(konvention, namen)} (OF-32)"
