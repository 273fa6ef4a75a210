"""Seiten: was zu einem Ergebnis im Browser steht, mit Bild, Begründung und den Lesarten zur Wahl.

Die Sätze und Tabellen sind die der Befehlszeile. Was dort sagt, welche Zeile in die Falldatei gehört, ist hier eine
Auswahl zum Anklicken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from math import ceil

from attrs import evolve, frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.ergebnis import Ergebnis
from kooperationsvertrag.ablauf.jahresfolge import Jahresfolge
from kooperationsvertrag.ablauf.vertragsstand import Jahresstand, Vertragsstand
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.darstellung.abrechnung import Kopf, jahresblock, kopfzeilen
from kooperationsvertrag.darstellung.begruendung import begruendung, benutzte_festlegungen, festlegungsregister
from kooperationsvertrag.darstellung.beitritt import beitrittsseite
from kooperationsvertrag.darstellung.bericht import bericht
from kooperationsvertrag.darstellung.fragen import bedeutung, ohne_beispiel, wert_der_antwort
from kooperationsvertrag.darstellung.seite import Baustein, Namen, aufzaehlung, befunde, cent, name
from kooperationsvertrag.darstellung.stand import JAHRESPHASE, standseite
from kooperationsvertrag.darstellung.synopse import html
from kooperationsvertrag.darstellung.varianten import (
    OHNE_UNTERSCHIED,
    Vergleichszeile,
    antworten_auf,
    buchstabe,
    vergleichszeilen,
)
from kooperationsvertrag.darstellung.vergleich import frage_in_worten
from kooperationsvertrag.fall.antrag import Pruefauftrag
from kooperationsvertrag.fall.beitritt_als_json import FRAGEN_ZUM_BEITRITT
from kooperationsvertrag.geld import NULL
from kooperationsvertrag.herleitung import Schritt
from kooperationsvertrag.norm import Befund
from kooperationsvertrag.rechner.als_html import (
    als_html,
    genannte_saetze,
    ist_ueberschrift,
    mit_verweisen,
    ohne_zeilen_der_falldatei,
    tabelle,
)
from kooperationsvertrag.rechner.bild import Abschnitt, Balken, Zeitpunkt, balkenbild, zeitbild
from kooperationsvertrag.rechner.eigeneworte import ohne_eigene_worte
from kooperationsvertrag.rechner.lesartnamen import mit_lesarten_in_worten
from kooperationsvertrag.rechner.stellennamen import mit_stellen_in_worten
from kooperationsvertrag.revision.beitritt import Beitragslage, Beitrittspruefung
from kooperationsvertrag.vertrag import fragen
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from kooperationsvertrag.vertrag.normen import norm

GEZEIGT = 8
"""So viele Ergebnisse sind höchstens gezeigt."""

IN_EINER_TABELLE = 5
"""So viele Ergebnisse stehen höchstens in einer Tabelle nebeneinander; mehr passen nicht auf einen Bildschirm."""

SATZ = "satz-"
"""Anfang der Kennung, unter der ein Satz am Ende einer Seite steht."""


@frozen
class Lesartwahl:
    """Eine Frage, die der Text offen lässt, mit ihren Lesarten zur Wahl."""

    schluessel: str
    """Schlüssel der Frage in der Falldatei."""
    antworten: tuple[tuple[str, str, str], ...]
    """Je Lesart ihr Name in der Falldatei, was sie heißt und wozu sie führt."""
    bewegt: str = ""
    """Was von der Antwort abhängt; leer, wenn es daneben steht."""


# Haushaltsjahre abrechnen


def abrechnungsseite(ergebnis: Ergebnis, kopf: Kopf, schritte: Sequence[Schritt], *, waehlbar: bool = True) -> str:
    """Setzt das Ergebnis eines Falls.

    Args:
        ergebnis: Was herausgekommen ist.
        kopf: Was darüber und darunter steht.
        schritte: Die Begründung; keine, solange das Ergebnis von einer Lesart abhängt.
        waehlbar: Ob die Lesarten zur Wahl stehen; sonst stehen sie nur da.

    Returns:
        HTML ohne Gerüst.
    """
    ganz = list(bericht(ergebnis, kopf))
    if ergebnis.ist_eindeutig:
        inhalt = [*(_jahr(jahr, kopf.namen) for jahr in ergebnis.haushaltsjahre), _begruendung(schritte, kopf.namen)]
    else:
        inhalt = list(_varianten(ergebnis, ganz, kopf.namen, waehlbar=waehlbar))
    return _seite([als_html(kopfzeilen(kopf)), *inhalt, als_html(ganz[-2:])])


def _jahr(jahr: Jahresabrechnung, namen: Namen) -> str:
    ueberschrift, satz, *weitere = jahresblock(jahr, namen)
    return "\n".join([als_html([ueberschrift, satz]), _wohin_das_geld_geht(jahr, namen), als_html(weitere)])


def _wohin_das_geld_geht(jahr: Jahresabrechnung, namen: Namen) -> str:
    balken = [
        Balken("Verfügbar", jahr.verfuegbar, "ganzes"),
        Balken("Verausgabt", jahr.verausgabt, "ausgabe"),
        *(Balken(f"Zurück an {name(namen, wer)}", betrag, "zurueck") for wer, betrag in jahr.rueckfuehrung.items()),
        Balken(f"Übertrag nach {jahr.jahr + 1}", jahr.uebertrag_in_folgejahr, "weiter"),
        Balken("Wartet auf die Prüfung", jahr.wartet_auf_pruefung, "wartet"),
    ]
    gezeigt = [einer for einer in balken if einer.betrag > NULL or einer.klasse in ("ganzes", "zurueck")]
    return balkenbild(f"Wohin das Geld {jahr.jahr} geht", [Abschnitt("", tuple(gezeigt))], f"bild-{jahr.jahr}")


def _begruendung(schritte: Sequence[Schritt], namen: Namen) -> str:
    teile = [
        "<details><summary>Begründung: jeder Schritt mit seinem Satz</summary>",
        als_html(begruendung(schritte, namen)),
        "<h3>Festlegungen, auf denen die Schritte beruhen</h3>",
        als_html(festlegungsregister(benutzte_festlegungen(schritte))),
        "</details>",
    ]
    return "\n".join(teile)


def _varianten(ergebnis: Ergebnis, ganz: Sequence[Baustein], namen: Namen, *, waehlbar: bool) -> Iterator[str]:
    """Setzt Ergebnisse nebeneinander, darunter die Fragen mit ihren Lesarten zur Wahl."""
    ab_dem_kern = [baustein for baustein in ganz if not ist_ueberschrift(baustein)][1:]
    yield als_html(ab_dem_kern[:1])
    yield "<h3>Die Ergebnisse nebeneinander</h3>"
    if len(ergebnis.varianten) > GEZEIGT:
        yield (
            f"<p>Gezeigt sind {GEZEIGT} von {len(ergebnis.varianten)} Ergebnissen. Weniger werden es, wenn unten eine "
            "Lesart gewählt ist. Die Spalte „Unterschied“ gilt für alle.</p>"
        )
    yield _nebeneinander(ergebnis, namen)
    yield from _befunde_der_varianten(ergebnis)
    yield lesartwahl(
        [_frage(offen.frage, offen.unterschied, ergebnis, namen) for offen in ergebnis.offene_fragen], waehlbar
    )


def _nebeneinander(ergebnis: Ergebnis, namen: Namen) -> str:
    zeilen = vergleichszeilen(ergebnis.varianten, namen)
    if not zeilen:
        return "<p>Die Beträge sind überall gleich; verschieden sind nur Befunde oder die Herkunft des Übertrags.</p>"
    anzahl = min(len(ergebnis.varianten), GEZEIGT)
    bild = balkenbild(
        "Was zurückgeht, übertragen wird oder wartet, je Ergebnis",
        [_abschnitt(nummer, ergebnis.varianten[nummer].ergebnis, namen) for nummer in range(anzahl)],
        "bild-ergebnisse",
    )
    tabellen = ceil(anzahl / IN_EINER_TABELLE)
    grenzen = [anzahl * stelle // tabellen for stelle in range(tabellen + 1)]
    return bild + "".join(_tabelle(zeilen, range(erste, grenze)) for erste, grenze in pairwise(grenzen))


def _abschnitt(nummer: int, jahre: Jahresfolge, namen: Namen) -> Abschnitt:
    """Zeigt, wohin das Geld geht, wenn ein Ergebnis gilt."""
    balken = [balken for jahr in jahre for balken in _balken_des_jahres(jahr, namen)]
    return Abschnitt(f"Ergebnis {buchstabe(nummer)}", tuple(balken))


def _balken_des_jahres(jahr: Jahresabrechnung, namen: Namen) -> Iterator[Balken]:
    for wer, betrag in jahr.rueckfuehrung.items():
        yield Balken(f"{jahr.jahr}: zurück an {name(namen, wer)}", betrag, "zurueck")
    if jahr.uebertrag_in_folgejahr:
        yield Balken(f"{jahr.jahr}: Übertrag nach {jahr.jahr + 1}", jahr.uebertrag_in_folgejahr, "weiter")
    if jahr.wartet_auf_pruefung:
        yield Balken(f"{jahr.jahr}: wartet auf die Prüfung", jahr.wartet_auf_pruefung, "wartet")


def _tabelle(zeilen: Sequence[Vergleichszeile], auswahl: range) -> str:
    return tabelle(
        ["Betrag", *map(buchstabe, auswahl), "Unterschied"],
        [[f"{z.jahr}: {z.bezeichnung}", *(z.zellen[nummer] for nummer in auswahl), z.unterschied] for z in zeilen],
        betraege_ab=1,
    )


def _befunde_der_varianten(ergebnis: Ergebnis) -> Iterator[str]:
    gemeinsame = ergebnis.gemeinsame_befunde
    if gemeinsame:
        yield "<h3>Befunde in jedem Ergebnis</h3>"
        yield als_html([befunde(_mit_jahr(gemeinsame))])
    for nummer, variante in enumerate(ergebnis.varianten[:GEZEIGT]):
        alle = [(jahr.jahr, befund) for jahr in variante.ergebnis for befund in jahr.befunde]
        eigene = [eintrag for eintrag in alle if eintrag not in gemeinsame]
        if eigene:
            yield f"<h3>Befunde zu Ergebnis {buchstabe(nummer)}</h3>"
            yield als_html([befunde(_mit_jahr(eigene))])


def _mit_jahr(gefunden: Iterable[tuple[int, Befund]]) -> Iterator[Befund]:
    for jahr, befund in gefunden:
        genannt = befund.text.startswith(f"Haushaltsjahr {jahr}")
        yield befund if genannt else evolve(befund, text=f"Haushaltsjahr {jahr}: {befund.text}")


def _frage(schluessel: str, unterschied: int, ergebnis: Ergebnis, namen: Namen) -> Lesartwahl:
    bewegt = f"Die Frage bewegt bis zu {cent(unterschied)} je Partner." if unterschied else OHNE_UNTERSCHIED
    antworten = antworten_auf(schluessel, ergebnis.varianten)
    return Lesartwahl(
        schluessel,
        tuple(
            (wert_der_antwort(antwort), _bedeutung(antwort, namen), _fuehrt_zu((schluessel, antwort), ergebnis))
            for antwort in antworten
        ),
        bewegt,
    )


def _bedeutung(antwort: object, namen: Namen) -> str:
    """Sagt, was eine Antwort heißt; eine Reihenfolge nennt die Partner beim Namen."""
    if not isinstance(antwort, tuple):
        return bedeutung(antwort)
    return f"{', '.join(name(namen, wer) for wer in antwort)}: {bedeutung(antwort)}"


def _fuehrt_zu(antwort: tuple[str, object], ergebnis: Ergebnis) -> str:
    ziele = [
        nummer for nummer, variante in enumerate(ergebnis.varianten) if any(antwort in weg for weg in variante.wege)
    ]
    if len(ziele) > GEZEIGT:
        return f"führt zu {len(ziele)} Ergebnissen"
    gezeigte = [buchstabe(nummer) for nummer in ziele if nummer < GEZEIGT]
    if not gezeigte:
        return "führt zu einem Ergebnis, das hier nicht steht"
    weitere = ["einem, das hier nicht steht"] if len(gezeigte) < len(ziele) else []
    return f"führt zu Ergebnis {aufzaehlung([*gezeigte, *weitere]).replace(' und ', ' oder ')}"


# Lesarten wählen


FUER_DIESEN_FALL = (
    "Gewählt wird für diesen Fall; die Wahl steht danach in der Falldatei und lässt sich im Formular unter „Lesarten "
    "und Rundung“ ändern."
)
FUER_ALLE_FAELLE = (
    "Gewählt wird für alle geladenen Fälle; die Wahl steht danach in ihnen, und oben lassen sie sich speichern. Was "
    "eine Fassung selbst regelt, gilt unter ihr weiter."
)


def lesartwahl(wahlen: Sequence[Lesartwahl], waehlbar: bool = True, hinweis: str = FUER_DIESEN_FALL) -> str:
    """Setzt offene Fragen mit ihren Lesarten.

    Args:
        wahlen: Die Fragen, die wichtigste zuerst.
        waehlbar: Ob die Lesarten zur Wahl stehen; sonst stehen sie nur da.
        hinweis: Wofür gewählt wird.

    Returns:
        HTML; leer, wenn nichts offen ist.

    >>> lesartwahl([])
    ''
    """
    if not wahlen:
        return ""
    bloecke = [_wahlblock(wahl, waehlbar) for wahl in wahlen]
    if not waehlbar:
        return "\n".join(["<h3>Woran es hängt</h3>", *bloecke])
    return "\n".join(
        [
            '<div class="lesartwahl">',
            '<h3>Woran es hängt<span class="am-bildschirm">: eine Lesart wählen</span></h3>',
            f'<p class="am-bildschirm">Keine Lesart ist vorausgewählt. {html(hinweis)}</p>',
            *bloecke,
            '<button type="button" data-tut="lesarten">Mit den gewählten Lesarten rechnen</button>',
            "</div>",
        ]
    )


def _wahlblock(wahl: Lesartwahl, waehlbar: bool) -> str:
    eintrag, titel = fragen.frage(wahl.schluessel), frage_in_worten(wahl.schluessel)
    satz = " ".join(filter(None, [ohne_beispiel(eintrag.frage), wahl.bewegt]))
    if not waehlbar:
        punkte = [f"<li>{_antwort(antwort)}</li>" for antwort in wahl.antworten]
        return f"<h4>{html(titel)}</h4><p>{html(satz)}</p><ul>{''.join(punkte)}</ul>"
    felder = [
        f'<label class="wahl"><input type="radio" name="lesart-{wahl.schluessel}" data-frage="{wahl.schluessel}" '
        f'value="{html(antwort[0])}"> <span>{_antwort(antwort)}</span></label>'
        for antwort in wahl.antworten
    ]
    return f"<fieldset><legend>{html(titel)}</legend><p>{html(satz)}</p>{''.join(felder)}</fieldset>"


def _antwort(antwort: tuple[str, str, str]) -> str:
    _, bedeutet, fuehrt_zu = antwort
    ziel = f" <em>({html(fuehrt_zu)})</em>" if fuehrt_zu else ""
    return f"{html(bedeutet)}{ziel}"


def _aus_dem_register(schluessel: str, bewegt: str = "") -> Lesartwahl:
    """Gibt eine Frage mit allen Lesarten, die das Register kennt."""
    frage = next(frage for frage in AUSLEGUNGSFRAGEN if frage.frage() == schluessel)
    return Lesartwahl(schluessel, tuple((str(lesart), bedeutung(lesart), "") for lesart in frage), bewegt)


def vergleichswahl(ergebnisse: Iterable[Ergebnis]) -> str:
    """Setzt die Fragen, von denen die Fälle eines Vergleichs abhängen, mit ihren Lesarten zur Wahl.

    Args:
        ergebnisse: Was unter beiden Fassungen herauskommt.

    Returns:
        HTML; leer, wenn nichts zu wählen ist.

    >>> vergleichswahl([])
    ''
    """
    offene = {offen.frage for ergebnis in ergebnisse for offen in ergebnis.offene_fragen}
    schluessel = [frage.frage() for frage in AUSLEGUNGSFRAGEN if frage.frage() in offene]
    return lesartwahl([_aus_dem_register(einer) for einer in schluessel], hinweis=FUER_ALLE_FAELLE)


# Einen Beitritt prüfen


def pruefungsseite(pruefung: Beitrittspruefung, auftrag: Pruefauftrag, kopf: Kopf, *, waehlbar: bool = True) -> str:
    """Setzt die Prüfung eines Beitritts.

    Args:
        pruefung: Was herausgekommen ist.
        auftrag: Was zu prüfen war.
        kopf: Was darüber und darunter steht.
        waehlbar: Ob die Lesarten zur Wahl stehen; sonst stehen sie nur da.

    Returns:
        HTML ohne Gerüst.
    """
    bausteine = list(ohne_zeilen_der_falldatei(beitrittsseite(pruefung, kopf, auftrag.auslegung)))
    vor_den_schritten = list(takewhile(lambda baustein: not ist_ueberschrift(baustein), bausteine[1:]))
    oben, schluss = 1 + len(vor_den_schritten), bausteine[-2:]
    return _seite(
        [
            als_html(bausteine[:oben]),
            _schluesselbild(pruefung, kopf.namen),
            als_html(bausteine[oben:-2]),
            lesartwahl(
                [_aus_dem_register(frage) for frage in _offene_im_beitritt(pruefung, auftrag.auslegung)], waehlbar
            ),
            als_html(schluss),
        ]
    )


def _offene_im_beitritt(pruefung: Beitrittspruefung, auslegung: Auslegung) -> list[str]:
    """Nennt die Fragen, auf die es bei diesem Beitritt ankommt und die nicht entschieden sind."""
    gestellt = [frage for schritt in pruefung.schritte for lage in schritt.lagen for frage, _ in lage.auslegung]
    gestellt += ["schluessel_nach_beitritt"] if len(pruefung.beitragslagen) > 1 else []
    gestellt += ["sitz_nach_beitritt"] if len({vergleich.sitz for vergleich in pruefung.stimmen}) > 1 else []
    gestellt += ["abstimmung"] if len({vergleich.nachher.abstimmung for vergleich in pruefung.stimmen}) > 1 else []
    gewaehlt = {frage for frage, _ in auslegung.wahl}
    offen = dict.fromkeys(frage for frage in gestellt if frage in FRAGEN_ZUM_BEITRITT - gewaehlt)
    return list(offen)


def _schluesselbild(pruefung: Beitrittspruefung, namen: Namen) -> str:
    """Zeigt die Beiträge vor und nach dem Beitritt, unter jeder Lesart."""
    bisher = tuple(Balken(name(namen, wer), betrag, "bisher") for wer, betrag in pruefung.fassung.beitraege.items())
    danach = [Abschnitt(_ueberschrift(lage), _balken(lage, namen)) for lage in pruefung.beitragslagen]
    titel = "Was jeder im Jahr zahlt: bisher und unter jeder Lesart"
    return balkenbild(titel, [Abschnitt("Bisher", bisher), *danach], "bild-beitraege")


def _ueberschrift(lage: Beitragslage) -> str:
    return f"Danach, wenn gilt: {fragen.beschreibung(lage.lesart).titel}"


def _balken(lage: Beitragslage, namen: Namen) -> tuple[Balken, ...]:
    return tuple(Balken(name(namen, wer), betrag, "zurueck") for wer, betrag in lage.beitraege.items())


# Fassungen vergleichen


def beitragsbild(bisher: Vertragsfassung, neu: Vertragsfassung) -> str:
    """Zeigt, was jeder unter zwei Fassungen im Jahr zahlt.

    Args:
        bisher: Die eine Fassung.
        neu: Die andere Fassung.

    Returns:
        Das Bild als HTML.
    """
    namen = {**neu.namen, **bisher.namen}
    abschnitte = [
        Abschnitt(wann, tuple(Balken(name(namen, wer), betrag, klasse) for wer, betrag in fassung.beitraege.items()))
        for wann, fassung, klasse in (("Bisher", bisher, "bisher"), ("Neu", neu, "zurueck"))
    ]
    return balkenbild("Was jeder im Jahr zahlt", abschnitte, "bild-fassungen")


# Pflichten zeigen


def pflichtenseite(stand: Vertragsstand, kopf: Kopf, *, waehlbar: bool = True) -> str:
    """Setzt den Stand eines Tages.

    Args:
        stand: Wie es an diesem Tag um den Vertrag steht.
        kopf: Was darüber und darunter steht.
        waehlbar: Ob die Lesarten zur Wahl stehen; sonst stehen sie nur da.

    Returns:
        HTML ohne Gerüst.
    """
    bausteine = list(_ohne_abschnitt("Woran es hängt", standseite(stand, kopf)))
    offene = [offen for offen in stand.offene_fragen if offen.frage in {f.frage() for f in AUSLEGUNGSFRAGEN}]
    wahlen = [
        _aus_dem_register(o.frage, f"Die Frage bewegt bis zu {cent(o.unterschied)}." if o.unterschied else "")
        for o in offene
    ]
    nach_den_jahren = len(bausteine) - 2
    return _seite(
        [
            als_html(bausteine[:3]),
            "".join(_zeitlauf(jahr) for jahr in stand.jahre),
            als_html(bausteine[3:nach_den_jahren]),
            lesartwahl(wahlen, waehlbar),
            als_html(bausteine[nach_den_jahren:]),
        ]
    )


def _ohne_abschnitt(titel: str, bausteine: Iterable[Baustein]) -> Iterator[Baustein]:
    darin = False
    for baustein in bausteine:
        darin = ist_ueberschrift(baustein, titel) or (darin and not ist_ueberschrift(baustein))
        if not darin:
            yield baustein


def _zeitlauf(jahr: Jahresstand) -> str:
    """Zeigt, wann ein Haushaltsjahr in welche Phase kam."""
    punkte = [Zeitpunkt(wechsel.tag, JAHRESPHASE[wechsel.uebergang.nach]) for wechsel in jahr.wechsel]
    return zeitbild(f"Der Weg des Haushaltsjahres {jahr.jahr}", punkte, f"bild-weg-{jahr.jahr}")


# Was jede Seite hat


def _seite(teile: Iterable[str]) -> str:
    """Setzt eine Seite zusammen; was jemand selbst geschrieben hat, bleibt, wie es ist."""
    return ohne_eigene_worte("\n".join(filter(None, teile)), _in_worten_mit_saetzen)


def _in_worten_mit_saetzen(seite: str) -> str:
    """Nennt Lesarten und Stellen in Worten, und am Ende die Sätze, die auf der Seite vorkommen."""
    inhalt = mit_stellen_in_worten(mit_lesarten_in_worten(seite))
    return f"{mit_verweisen(inhalt, SATZ)}\n{saetze(genannte_saetze(inhalt))}"


def saetze(kennungen: Iterable[str]) -> str:
    """Setzt die Sätze, auf denen ein Ergebnis beruht, in eigenen Worten.

    Args:
        kennungen: Kennungen der Sätze.

    Returns:
        HTML.
    """
    zeilen = [
        f'<dt id="{SATZ}{eine.kennung}" tabindex="-1">{eine.kennung}</dt><dd>{html(eine.inhalt)} '
        f'<span class="leise">({html(eine.fundstelle.dokument)}, „{html(eine.fundstelle.ueberschrift)}“, '
        f"Satz {eine.fundstelle.satz})</span></dd>"
        for eine in map(norm, kennungen)
    ]
    return f'<h3>Die genannten Sätze, in eigenen Worten</h3>\n<dl class="saetze">{"".join(zeilen)}</dl>'
