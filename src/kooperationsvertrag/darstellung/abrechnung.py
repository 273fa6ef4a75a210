"""Abrechnung: Haushaltsjahre als Text, wie sie ein Prüfer liest.

Ein Jahr besteht aus einem Satz, der den Stand nennt, der Kasse, den Beträgen je Partner, der Übertragung, den
Restcents und den Befunden. Was es in einem Jahr nicht gab, entfällt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung, Jahresstatus
from kooperationsvertrag.ablauf.ergebnis import SPIELRAUM_BIS, Ergebnis, OffeneKonvention
from kooperationsvertrag.aufteilung import Aufteilung, Rechenkonvention, Rundung, Zahlungsschluessel
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Namen,
    Spalte,
    absatz,
    angaben,
    aufzaehlung,
    befunde,
    geldspalte,
    name,
    tabelle,
    titel,
    ueberschrift,
)
from kooperationsvertrag.darstellung.werte import ist_lesbar, verhaeltnis
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag, summe
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten
from kooperationsvertrag.vertrag.geregelt import geregelte_konvention

RUNDUNG: Mapping[Rundung, str] = {
    Rundung.GROESSTER_REST: "abgerundet, fehlende Cent an die größten Reste",
    Rundung.KAUFMAENNISCH_LETZTER_GLEICHT_AUS: "kaufmännisch gerundet, der letzte Partner gleicht aus",
    Rundung.ABRUNDEN_REST_BLEIBT: "abgerundet, übrige Cent bleiben in der Kasse",
}
"""Was jede Art zu runden tut."""

OFFENE_RUNDUNG = "offen; jede Art zu runden ist durchgerechnet wie eine Lesart (OF-32)"
"""Was von der Rundung zu sagen ist, wenn keine gewählt ist."""

SPALTEN_IN_EINER_TABELLE = 4
"""So viele Betragsspalten stehen höchstens nebeneinander; sonst werden es zwei Tabellen."""


@frozen
class Kopf:
    """Was über und unter einer Abrechnung steht."""

    titel: str
    """Titel des Falls."""
    fassung: Vertragsfassung
    """Die Fassung, nach der zu Beginn gerechnet wird."""
    namen: Namen
    """Kurzer Name je Partner."""
    beleg: tuple[tuple[str, str], ...] = ()
    """Womit sich das Ergebnis wiederholen lässt: Version und Fingerabdrücke, je mit Bezeichnung."""
    wechsel: tuple[Inkrafttreten, ...] = ()
    """Fassungen, die an die Stelle der ersten treten."""


def kopfzeilen(kopf: Kopf) -> tuple[Baustein, ...]:
    """Setzt Titel, Fassung und Grundlage."""
    return (
        titel(kopf.titel),
        angaben(
            [
                ("Fassung", f"{kopf.fassung.bezeichnung} ({kopf.fassung.kennung})"),
                ("Grundlage", kopf.fassung.grundlage),
                *[zeile for eines in kopf.wechsel for zeile in _wechselzeilen(eines)],
            ]
        ),
    )


def _wechselzeilen(eines: Inkrafttreten) -> tuple[tuple[str, str], tuple[str, str]]:
    ab = f"Ab {eines.ab:%d.%m.%Y}" if eines.ab else "Ohne Tag"
    return (ab, f"{eines.fassung.bezeichnung} ({eines.fassung.kennung})"), ("Grundlage", eines.fassung.grundlage)


def jahresblock(jahr: Jahresabrechnung, namen: Namen) -> Iterator[Baustein]:
    """Setzt ein Haushaltsjahr."""
    yield ueberschrift(f"Abrechnung {jahr.jahr}")
    yield absatz(standsatz(jahr), stil="bold")
    yield _kasse(jahr)
    yield from _partner(jahr, namen)
    yield from _uebertragung(jahr, namen)
    yield from _restcents(jahr, namen)
    if jahr.befunde:
        yield befunde(jahr.befunde)


def standsatz(jahr: Jahresabrechnung) -> str:
    """Sagt in einem Satz, womit das Jahr endet."""
    zurueck, weiter = jahr.rueckfuehrung.summe, jahr.uebertrag_in_folgejahr
    saetze = {
        Jahresstatus.UEBERSCHREITUNG: f"Verausgabt ist {jahr.ueberschreitung} mehr, als verfügbar war; wer das trägt, "
        "regelt der Text nicht (OF-34). Zugeteilt wird es niemandem.",
        Jahresstatus.AUSGEGLICHEN: "Alle verfügbaren Mittel sind verausgabt; es bleibt nichts übrig."
        if jahr.verfuegbar
        else "Es waren keine Mittel da, und es ist nichts verausgabt.",
        Jahresstatus.PRUEFUNG_AUSSTEHEND: f"{jahr.wartet_auf_pruefung} warten darauf, dass das Aufsichtsgremium den "
        "Abschlussbericht prüft (17-F8). Vorher werden sie nicht zurückgeführt.",
        Jahresstatus.BILLIGUNG_AUSSTEHEND: f"{jahr.wartet_auf_pruefung} warten darauf, dass das Aufsichtsgremium den "
        "geprüften Abschlussbericht billigt (17-F8, OF-25). Vorher werden sie nicht zurückgeführt.",
        Jahresstatus.RUECKFUEHRUNG_UND_UEBERTRAGUNG: f"{zurueck} gehen an die Partner zurück, {weiter} stehen "
        f"{jahr.jahr + 1} weiter zur Verfügung.",
        Jahresstatus.UEBERTRAGUNG: f"{weiter} stehen {jahr.jahr + 1} weiter zur Verfügung; zurückgeführt wird nichts.",
        Jahresstatus.RUECKFUEHRUNG: f"{zurueck} gehen an die Partner zurück.",
    }
    return saetze[jahr.status]


def _kasse(jahr: Jahresabrechnung) -> Baustein:
    """Stellt Einnahmen und Ausgaben untereinander, bis zum Rest und wohin er geht."""
    einnahmen = [
        ("Übertrag aus dem Vorjahr", jahr.uebertrag_aus_vorjahr),
        ("Eingezahlt", jahr.eingezahlt.summe),
        ("Zusatzmittel", jahr.zusatzmittel.summe),
        ("Drittmittel", jahr.drittmittel),
    ]
    vorhanden = [(bezeichnung, betrag) for bezeichnung, betrag in einnahmen if betrag or bezeichnung == "Eingezahlt"]
    eigenanteile = f" (davon Eigenanteile {jahr.eigenanteile})" if jahr.eigenanteile else ""
    return tabelle(
        (Spalte(""), Spalte(""), geldspalte("")),
        [
            *[("+" if stelle else "", *zeile) for stelle, zeile in enumerate(_als_text(vorhanden))],
            *([("=", "Verfügbar", str(jahr.verfuegbar))] if len(vorhanden) > 1 else []),
            ("-", f"Verausgabt{eigenanteile}", str(jahr.verausgabt)),
            _ergebniszeile(jahr),
            *[("", *zeile) for zeile in _als_text(_verbleib(jahr))],
        ],
        kopf=False,
    )


def _als_text(zeilen: Iterable[tuple[str, Geldbetrag]]) -> Iterator[tuple[str, str]]:
    return ((bezeichnung, str(betrag)) for bezeichnung, betrag in zeilen)


def _ergebniszeile(jahr: Jahresabrechnung) -> tuple[str, str, str]:
    if jahr.ueberschreitung:
        return "=", "Überschreitung", str(-jahr.ueberschreitung)
    return "=", "Rest", str(jahr.rest)


def _verbleib(jahr: Jahresabrechnung) -> list[tuple[str, Geldbetrag]]:
    """Wohin der Rest geht, wo er mehr als ein Ziel hat."""
    ziele = [
        ("Rückführung", jahr.rueckfuehrung.summe),
        ("abzüglich Forderungen", -jahr.forderungen.summe),
        (f"Übertrag nach {jahr.jahr + 1}", jahr.uebertrag_in_folgejahr),
        ("wartet auf die Prüfung", jahr.wartet_auf_pruefung),
    ]
    besetzt = [(f"  {ziel}", betrag) for ziel, betrag in ziele if betrag]
    return besetzt if len(besetzt) > 1 else []


def _partner(jahr: Jahresabrechnung, namen: Namen) -> Iterator[Baustein]:
    """Stellt die Beträge je Partner nebeneinander; leere Spalten entfallen."""
    gezahlt = [
        ("Vereinbart", jahr.vereinbart),
        ("Eingezahlt", jahr.eingezahlt),
        ("Rückstand", jahr.rueckstaende),
        ("Zusatzmittel", jahr.zusatzmittel),
    ]
    erhalten = [
        ("Rückführung", jahr.rueckfuehrung),
        ("Schuldet noch", jahr.forderungen),
        ("Zu erstatten", jahr.erstattungen),
    ]
    links = [spalte for spalte in gezahlt if spalte[1]]
    rechts = [spalte for spalte in erhalten if spalte[1]]
    if len(links) + len(rechts) <= SPALTEN_IN_EINER_TABELLE:
        yield _partnertabelle(jahr, [*links, *rechts], namen)
    else:
        yield _partnertabelle(jahr, links, namen)
        yield _partnertabelle(jahr, rechts, namen)


def _partnertabelle(jahr: Jahresabrechnung, spalten: Sequence[tuple[str, Betraege]], namen: Namen) -> Baustein:
    partner = dict.fromkeys([*jahr.vereinbart, *(kennung for _, betraege in spalten for kennung in betraege)])
    return tabelle(
        (Spalte("Partner"), *(geldspalte(bezeichnung) for bezeichnung, _ in spalten)),
        [(name(namen, kennung), *(_betrag(betraege, kennung) for _, betraege in spalten)) for kennung in partner],
        summe=("Summe", *(str(betraege.summe) for _, betraege in spalten)),
    )


def _betrag(betraege: Betraege, partner: str) -> str:
    return str(betraege[partner]) if partner in betraege else ""


def _uebertragung(jahr: Jahresabrechnung, namen: Namen) -> Iterator[Baustein]:
    """Sagt, was der Beschluss bewirkt und was nach Herkunft und Schlüssel weiter zur Verfügung steht."""
    if jahr.beschluss is not None:
        stand = "wirksam" if jahr.beschluss.wirksam else "nicht zustande gekommen"
        yield absatz(
            f"Beschluss über die Übertragung: {stand}. Beantragt {jahr.beschluss.beantragt}, "
            f"übertragen {jahr.beschluss.uebertragen} (17-F9)."
        )
    if jahr.schichten_in_folgejahr:
        yield absatz(f"Der Übertrag nach {jahr.jahr + 1}, nach Herkunft:")
        yield _schichten(jahr.schichten_in_folgejahr, namen)


def _schichten(schichten: Iterable[Schicht], namen: Namen) -> Baustein:
    return tabelle(
        (Spalte("Aus dem Jahr"), geldspalte("Betrag"), Spalte("Schlüssel")),
        [
            (str(schicht.aus_jahr), str(schicht.betrag), schluessel_in_worten(schicht.schluessel, namen))
            for schicht in schichten
        ],
    )


def schluessel_in_worten(schluessel: Zahlungsschluessel, namen: Namen) -> str:
    """Nennt den Anteil jedes Partners als Bruch, oder seinen Beitrag, wo der Bruch unlesbar lang würde."""
    if not ist_lesbar(schluessel):
        beitraege = [(partner, Geldbetrag(gewicht)) for partner, gewicht in schluessel.gewichte if gewicht]
        return f"im Verhältnis {', '.join(f'{name(namen, partner)} {betrag}' for partner, betrag in beitraege)}"
    return ", ".join(
        f"{name(namen, partner)} {schluessel.anteil(partner)}" for partner, gewicht in schluessel.gewichte if gewicht
    )


def _restcents(jahr: Jahresabrechnung, namen: Namen) -> Iterator[Baustein]:
    saetze = [kostenrestcentsatz(jahr, namen), *(restcentsatz(teilung, namen) for teilung in jahr.aufteilungen)]
    if any(saetze):
        yield absatz(" ".join(satz for satz in saetze if satz))


def kostenrestcentsatz(jahr: Jahresabrechnung, namen: Namen) -> str:
    """Sagt, wer einen Restcent der Kosten trägt; leer, wenn keine Kosten geteilt wurden oder die Teilung aufgeht.

    Sind die Kosten negativ, so ist der Überschuss geteilt: wer davon einen Restcent hat, erhält ihn.
    """
    aufteilung = jahr.kostenaufteilung
    if aufteilung is None or not aufteilung.restcents:
        return ""
    ausgeglichen = jahr.rueckfuehrung.summe - jahr.forderungen.summe
    nach_schluessel = summe([teilung.betraege.summe for teilung in jahr.aufteilungen])
    ist_ueberschuss = jahr.eingezahlt.summe - (ausgeglichen - nach_schluessel) < NULL
    woraus, verb = ("dem Überschuss", "erhält") if ist_ueberschuss else ("den Kosten", "trägt")
    wer = [f"{name(namen, partner)} {verb} {anzahl} Cent" for partner, anzahl in aufteilung.restcents.items()]
    return f"Restcents aus {woraus} von {aufteilung.betrag} ({verhaeltnis(aufteilung.schluessel)}): {aufzaehlung(wer)}."


def restcentsatz(aufteilung: Aufteilung, namen: Namen) -> str:
    """Sagt, wer einen Restcent erhielt oder abgab; leer, wenn die Aufteilung aufgeht."""
    empfaenger = [
        f"{name(namen, partner)} {f'erhält {anzahl}' if anzahl > 0 else f'gibt {-anzahl}'} Cent"
        f"{'' if anzahl > 0 else ' ab'}"
        for partner, anzahl in aufteilung.restcents.items()
    ]
    if aufteilung.verbleibt:
        empfaenger.append(
            f"{aufteilung.verbleibt.cent} Cent {'bleibt' if aufteilung.verbleibt.cent == 1 else 'bleiben'} in der Kasse"
        )
    if not empfaenger:
        return ""
    return f"Restcents aus {aufteilung.betrag} ({verhaeltnis(aufteilung.schluessel)}): {aufzaehlung(empfaenger)}."


def konventionssatz(ergebnis: Ergebnis, namen: Namen) -> str:
    """Nennt die Art zu runden und was eine andere höchstens änderte."""
    if isinstance(ergebnis.konvention, OffeneKonvention):
        return OFFENE_RUNDUNG
    return f"{konvention_in_worten(ergebnis.konvention, namen)} (OF-32).{_spielraum(ergebnis)}"


def _spielraum(ergebnis: Ergebnis) -> str:
    """Sagt, was eine andere Rundung änderte; nichts, wo nichts aufgeteilt ist."""
    jahre = [jahr for variante in ergebnis.varianten for jahr in variante.ergebnis]
    ist_verteilt = any(jahr.aufteilungen or jahr.kostenaufteilung for jahr in jahre)
    if not ist_verteilt and not ergebnis.cent_spielraum:
        return ""
    satz = (
        f" Eine andere Art zu runden änderte je Partner höchstens {ergebnis.cent_spielraum} Cent."
        if ergebnis.cent_spielraum
        else " Jede andere Art zu runden gäbe dieselben Beträge."
    )
    if len(ergebnis.varianten) > SPIELRAUM_BIS:
        return f"{satz} Geprüft ist das für die ersten {SPIELRAUM_BIS} Ergebnisse."
    return satz


def konvention_in_worten(konvention: Rechenkonvention, namen: Namen) -> str:
    """Beschreibt eine Art zu runden."""
    if konvention.rundung is not Rundung.GROESSTER_REST:
        return RUNDUNG[konvention.rundung]
    if not konvention.vorrang:
        return f"{RUNDUNG[konvention.rundung]}, bei Gleichstand in der Reihenfolge des Vertrags"
    reihenfolge = ", dann ".join(name(namen, partner) for partner in konvention.vorrang)
    return f"{RUNDUNG[konvention.rundung]}, bei Gleichstand zuerst {reihenfolge}"


def schlusszeilen(ergebnis: Ergebnis, kopf: Kopf, lesarten: Sequence[tuple[str, str]] = ()) -> Iterator[Baustein]:
    """Setzt, wie gerechnet wurde: gewählte Lesarten, Rundung, Beleg."""
    yield ueberschrift("Wie gerechnet wurde")
    beleg = " · ".join(f"{bezeichnung} {wert}" for bezeichnung, wert in kopf.beleg)
    geregelt = _geregelte_rundungen(ergebnis, kopf)
    yield angaben([*lesarten, ("Rundung", konventionssatz(ergebnis, kopf.namen) + geregelt), ("Beleg", beleg)])


def _geregelte_rundungen(ergebnis: Ergebnis, kopf: Kopf) -> str:
    """Nennt Fassungen, die für ihre Jahre anders zu runden bestimmen, als sonst gerundet ist."""
    fassungen = dict.fromkeys([kopf.fassung, *[eines.fassung for eines in kopf.wechsel if eines.ab]])
    konventionen = [(fassung.kennung, geregelte_konvention(fassung)) for fassung in fassungen]
    return "".join(
        f" Für die Jahre der Fassung „{kennung}“ bestimmt sie selbst: {konvention_in_worten(konvention, kopf.namen)}."
        for kennung, konvention in konventionen
        if konvention and konvention != ergebnis.konvention
    )
