"""Fassungsseiten: zwei Fassungen nebeneinander und ein Beitritt als Gedankenspiel.

Verglichen wird mit denselben Funktionen wie bei ``kooperationsvertrag vergleichen``, geprüft mit denselben wie bei
``kooperationsvertrag beitritt``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from attrs import evolve
from auszeichnung import ausklappbar, bild, kasten, maskiert, merkmale, mit_verweisen, tabelle, verweise
from beispielfassungen import BEISPIELE, GEDANKENSPIEL
from fragenbeispiele import lesartentabelle
from schluesselbild import Balken
from schluesselbild import als_svg as als_schluesselbild

from kooperationsvertrag import BERICHT_2017, Auslegung, Jahresabrechnung, ergebnis
from kooperationsvertrag.darstellung.beitritt import ANTWORT, PRUEFFRAGE, ergebnissatz
from kooperationsvertrag.darstellung.synopse import synopse
from kooperationsvertrag.darstellung.vergleich import (
    AENDERUNG,
    NICHTS,
    angabenzeilen,
    bestimmungssatz,
    betragszeilen,
    fallsaetze,
    fassung_in_worten,
    fragenzeilen,
    geaenderte,
    kernsatz,
    regelzeilen,
)
from kooperationsvertrag.fall.als_json import fingerabdruck_der_fassung
from kooperationsvertrag.fall.antrag import lade_antrag
from kooperationsvertrag.fall.einlesen import lade_fall
from kooperationsvertrag.fall.entwurf import lade_fassung
from kooperationsvertrag.fall.vergleich_als_json import VerglichenerFall
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.revision.beitritt import Beitrittspruefung, pruefe_beitritt
from kooperationsvertrag.revision.fassungsvergleich import Fassungsvergleich, vergleiche, vergleiche_fall
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fragen import beschreibung
from kooperationsvertrag.vertrag.lesarten import SchluesselNachBeitritt, UebertragRueckfuehrung, UebertragVerbrauch

ENTWURF = "entwurf-2027"
ANTRAG = "beitritt-rhein-kreis-neuss"
UEBERTRAG = "beitritt-zwischen-zwei-jahren"
FAELLE = ("haushaltsjahr-2018", "ihk-zahlt-die-haelfte")
SYNOPSE = "synopse-entwurf-2027.html"
"""Name der Synopse neben den Seiten."""


def uebersichtsseite() -> str:
    """Setzt die Seite, die Fassungen und Vergleiche nennt."""
    zeilen = [
        (f"`{BERICHT_2017.kennung}`", "eingebaut", f"{BERICHT_2017.bezeichnung}. Grundlage: {BERICHT_2017.grundlage}."),
        (f"`{ENTWURF}`", "Beispiel", GEDANKENSPIEL),
    ]
    return (
        "\n\n".join(
            [
                "# Fassungen",
                "Eine Fassung des Vertrags ändert sich nicht. Ein Beitritt oder eine Änderung ergibt eine neue, und "
                "zwei lassen sich vergleichen, Satz für Satz und auf den Cent.",
                tabelle(("Fassung", "was sie ist", "Grundlage"), zeilen, breiten="20 14 66", klasse="gestapelt"),
                "- [Bericht 2017 und Entwurf 2027](vergleich-entwurf-2027.md): was ein Entwurf ändert und wen es was "
                "kostet (Gedankenspiel)\n- [Beitritt des Rhein-Kreises Neuss](gedankenspiel-rhein-kreis-neuss.md): was "
                "ein Beitritt ändern würde, und an wen übertragenes Geld zurückginge (Gedankenspiel)",
                "Wie man selbst vergleicht, steht unter [Eine Änderung vorbereiten](../revision.md).",
                "```{toctree}\n:hidden:\n\nvergleich-entwurf-2027\ngedankenspiel-rhein-kreis-neuss\n```",
            ]
        )
        + "\n"
    )


# Vergleich ------------------------------------------------------------------------------------------------------------


def _entwurf() -> Vertragsfassung:
    return lade_fassung(str(BEISPIELE / f"{ENTWURF}.toml"))


def _verglichen(name: str, neu: Vertragsfassung) -> VerglichenerFall:
    fall = lade_fall(BEISPIELE / f"{name}.toml")
    aufzeichnung = evolve(fall.aufzeichnung, fassung=BERICHT_2017)
    vergleich = vergleiche_fall(aufzeichnung, neu, fall.auslegung, fall.konvention)
    return VerglichenerFall(fall.titel, fall.fingerabdruck, vergleich)


def synopse_des_entwurfs() -> str:
    """Setzt die Synopse als eigene HTML-Seite, wie ``vergleichen --format html``."""
    neu = _entwurf()
    vergleich = vergleiche(BERICHT_2017, neu)
    beleg = (("Bisher", _kurz(BERICHT_2017)), ("Neu", _kurz(neu)))
    faelle = [_verglichen(name, neu) for name in FAELLE]
    return synopse(vergleich, faelle, {**BERICHT_2017.namen, **neu.namen}, beleg)


def _kurz(fassung: Vertragsfassung) -> str:
    return f"{fingerabdruck_der_fassung(fassung)[:19]}…"


def vergleichsseite() -> str:
    """Setzt den Vergleich des Berichts von 2017 mit dem mitgelieferten Entwurf."""
    neu = _entwurf()
    vergleich = vergleiche(BERICHT_2017, neu)
    namen = {**vergleich.alt.namen, **vergleich.neu.namen}
    return "\n\n".join(_vergleich(vergleich, namen)) + "\n"


def _vergleich(vergleich: Fassungsvergleich, namen: dict[str, str]) -> Iterator[str]:
    yield f"# Vergleich: {vergleich.alt.kennung} und {vergleich.neu.kennung}"
    yield kasten("Gedankenspiel", GEDANKENSPIEL.removeprefix("Gedankenspiel: "), klasse="warning")
    fassungen = (("Bisher", vergleich.alt), ("Neu", vergleich.neu))
    yield merkmale((name, maskiert(fassung_in_worten(fassung))) for name, fassung in fassungen)
    yield f"**{kernsatz(vergleich)}**"
    yield f'Als eine Seite zum Ausdrucken, jede Bestimmung nebeneinander: <a href="{SYNOPSE}">Synopse</a>.'
    yield f"## Sätze und Klauseln\n\n{bestimmungssatz(vergleich)}"
    yield tabelle(
        ("Bestimmung", "Was sich ändert", "Bisher", "Neu"),
        [
            (
                mit_verweisen(eine.kennung),
                AENDERUNG[eine.aenderung],
                mit_verweisen(eine.alt or NICHTS),
                maskiert(eine.neu or NICHTS),
            )
            for eine in geaenderte(vergleich)
        ],
        breiten="14 14 36 36",
        klasse="gestapelt",
    )
    yield "## Fragen, die der Bericht von 2017 offen lässt"
    yield tabelle(
        ("Frage", "Was sich ändert", "Bisher", "Neu"),
        _markiert(fragenzeilen(vergleich, namen)),
        breiten="38 18 14 30",
        klasse="gestapelt",
    )
    yield "## Angaben"
    yield tabelle(
        ("Angabe", "Bisher", "Neu", "Satz"),
        _markiert(angabenzeilen(vergleich, namen)),
        breiten="30 30 30 10",
        klasse="gestapelt",
    )
    yield "## Regeln, die anders antworten können"
    regeln = tabelle(
        ("Gegenstand", "Regeln", "über die Sätze"),
        _markiert(regelzeilen(vergleich)),
        breiten="18 52 30",
        klasse="gestapelt",
    )
    yield ausklappbar("Welche das sind, nach Gegenstand und Satz", regeln)
    for name in FAELLE:
        yield from _fall(_verglichen(name, vergleich.neu), vergleich.neu, namen)


def _markiert(zeilen: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    return [tuple(mit_verweisen(zelle) for zelle in zeile) for zeile in zeilen]


def _fall(fall: VerglichenerFall, neu: Vertragsfassung, namen: dict[str, str]) -> Iterator[str]:
    yield f"## Fall: {maskiert(fall.titel)}"
    yield "\n\n".join(mit_verweisen(satz) for satz in fallsaetze(fall.vergleich, neu))
    zeilen = betragszeilen(fall.vergleich, namen)
    if zeilen:
        yield tabelle(
            ("Jahr", "Partner", "Was", "Bisher", "Neu", "Unterschied"),
            [(str(z.jahr), z.partner, z.groesse, z.alt, z.neu, z.differenz) for z in zeilen],
            klasse="gestapelt betraege",
        )


# Beitritt -------------------------------------------------------------------------------------------------------------


def beitrittsseite() -> str:
    """Setzt das Gedankenspiel zum Beitritt des Rhein-Kreises Neuss."""
    auftrag = lade_antrag(BEISPIELE / f"{ANTRAG}.toml")
    pruefung = pruefe_beitritt(auftrag.fassung, auftrag.antrag, auftrag.auslegung)
    return "\n\n".join([*_beitritt(pruefung), *_uebertrag()]) + "\n"


def _beitritt(pruefung: Beitrittspruefung) -> Iterator[str]:
    antrag, bisher = pruefung.antrag, pruefung.fassung.beitraege
    namen = {**pruefung.fassung.namen, antrag.kennung: antrag.name}
    yield f"# Gedankenspiel: Der {antrag.name} tritt bei"
    yield kasten(
        "Ein Gedankenspiel",
        "Ein solcher Beitritt ist nicht bekannt. Beitrag, Urteil und Zustimmungen sind erfunden, damit sich zeigen "
        "lässt, was ein Beitritt ändert und was der Vertrag dazu offen lässt.",
        klasse="warning",
    )
    yield f"**{mit_verweisen(ergebnissatz(pruefung))}**"
    yield "## Die Prüfung in vier Schritten"
    yield tabelle(
        ("Schritt", "Antwort", "Grund", "Sätze", "offen"),
        [
            (
                f"{schritt.nummer}. {PRUEFFRAGE[schritt.punkt]}",
                ANTWORT[schritt.urteil],
                maskiert(schritt.lagen[0].text),
                verweise(schritt.normen),
                verweise(schritt.fragen),
            )
            for schritt in pruefung.schritte
        ],
        breiten="28 10 34 14 14",
        klasse="gestapelt",
    )
    yield "## Der Zahlungsschlüssel vorher und nachher"
    svg = als_schluesselbild(_balken(pruefung), namen, antrag.kennung, "beitritt")
    yield bild(svg, "Zahlungsschlüssel vor und nach einem Beitritt")
    yield "Was künftig jeder zahlt, sagt der Vertrag nicht ([OF-06](#frage-of-06)). Unter jeder Lesart gälte:"
    yield tabelle(
        ("Partner", "bisher", *(f"`{lage.lesart}`" for lage in pruefung.beitragslagen)),
        [
            *(
                (
                    namen[wer],
                    str(bisher[wer]) if wer in bisher else NICHTS,
                    *(_mit_aenderung(lage.beitraege[wer], lage.aenderung[wer]) for lage in pruefung.beitragslagen),
                )
                for wer in pruefung.beitragslagen[0].beitraege
            ),
            (
                "Jahresbudget",
                str(bisher.summe),
                *(
                    _mit_aenderung(lage.jahresbudget, lage.jahresbudget - bisher.summe)
                    for lage in pruefung.beitragslagen
                ),
            ),
        ],
        klasse="gestapelt betraege",
    )
    yield "\n".join(f"- `{lage.lesart}`: {beschreibung(lage.lesart).titel}." for lage in pruefung.beitragslagen)
    yield "## Sitze und Stimmen"
    yield (
        "Ob der neue Partner einen Sitz hat ([OF-07](#frage-of-07)) und mit welcher Mehrheit beschlossen wird "
        "([OF-09](#frage-of-09)), ist offen. Wer zusammen beschließen kann:"
    )
    for sitz in dict.fromkeys(eine.sitz for eine in pruefung.stimmen):
        yield f"### {beschreibung(sitz).titel}\n\nLesart `{sitz}`:"
        yield tabelle(
            ("Abstimmung", "Beiträge", "vorher", "nachher"),
            [
                (
                    beschreibung(eine.nachher.abstimmung).titel,
                    _beitragslesarten(eine.schluessel),
                    _mehrheiten(eine.vorher.mehrheiten, namen),
                    _mehrheiten(eine.nachher.mehrheiten, namen),
                )
                for eine in pruefung.stimmen
                if eine.sitz is sitz
            ],
            breiten="26 22 26 26",
            klasse="gestapelt",
        )
    yield "## Was der Vertrag dazu offen lässt"
    yield "\n".join(f"- {maskiert(eines.text)} {verweise(eines.fragen)}" for eines in pruefung.offen)
    yield ausklappbar(
        "Die Datei des Antrags", f"```{{literalinclude}} ../../examples/{ANTRAG}.toml\n:language: toml\n```"
    )


def _balken(pruefung: Beitrittspruefung) -> list[Balken]:
    return [
        Balken(f"bisher: {pruefung.fassung.beitraege.summe} im Jahr", pruefung.fassung.beitraege),
        *(
            Balken(f"{beschreibung(lage.lesart).titel}: {lage.jahresbudget} im Jahr", lage.beitraege)
            for lage in pruefung.beitragslagen
        ),
    ]


def _mit_aenderung(betrag: Geldbetrag, aenderung: Geldbetrag) -> str:
    if not aenderung:
        return str(betrag)
    return f"{betrag}\n\n({'+' if aenderung > NULL else ''}{aenderung})"


def _beitragslesarten(lesarten: tuple[SchluesselNachBeitritt, ...]) -> str:
    if len(lesarten) == len(SchluesselNachBeitritt):
        return "gleich welche"
    return ", ".join(f"`{lesart}`" for lesart in lesarten)


def _mehrheiten(gruppen: tuple[tuple[str, ...], ...], namen: dict[str, str]) -> str:
    return "\n\n".join(" + ".join(namen[wer] for wer in gruppe) for gruppe in gruppen) or "keine"


# Übertragenes Geld ----------------------------------------------------------------------------------------------------


def _uebertrag() -> Iterator[str]:
    fall = lade_fall(BEISPIELE / f"{UEBERTRAG}.toml")
    antrag = fall.aufzeichnung.beitritte[0]
    namen = {**BERICHT_2017.namen, antrag.kennung: antrag.name}
    jahre = {
        wahl: _letztes_jahr(Auslegung.mit(*wahl))
        for wahl in product(SchluesselNachBeitritt, UebertragRueckfuehrung, UebertragVerbrauch)
    }
    yield "## An wen gingen die übertragenen 12.000 €?"
    erstes = _erstes_jahr(Auslegung.mit(*next(iter(jahre))))
    yield (
        f"Angenommen, der Beitritt wirkt zum {antrag.zum:%d.%m.%Y}. Aus {erstes.jahr} sind "
        f"{erstes.uebertrag_in_folgejahr} übertragen; sie haben die drei Gründer aufgebracht. Am Ende von "
        f"{fall.aufzeichnung.haushaltsjahre[-1].jahr} ist Geld übrig. Ob es das alte oder das neue ist, sagt der "
        "Vertrag nicht ([OF-33](#frage-of-33)); gewählt ist hier, dass der neue Beitrag hinzukommt (`additiv`)."
    )
    for rueckfuehrung in UebertragRueckfuehrung:
        yield f"### {beschreibung(rueckfuehrung).titel}\n\nLesart `{rueckfuehrung}`:"
        yield lesartentabelle(
            {v: jahre[SchluesselNachBeitritt.ADDITIV, rueckfuehrung, v] for v in UebertragVerbrauch}, namen
        )
    yield f"### Was der {antrag.name} unter allen {len(jahre)} Verbindungen von Lesarten zurückerhält"
    yield tabelle(
        ("Verbrauch", "Rückführung", *(f"`{schluessel}`" for schluessel in SchluesselNachBeitritt)),
        [
            (
                f"`{v}`",
                f"`{r}`",
                *(str(jahre[s, r, v].rueckfuehrung.get(antrag.kennung, NULL)) for s in SchluesselNachBeitritt),
            )
            for r, v in product(UebertragRueckfuehrung, UebertragVerbrauch)
        ],
        klasse="gestapelt betraege",
    )
    additiv = [jahr for wahl, jahr in jahre.items() if SchluesselNachBeitritt.ADDITIV in wahl]
    andere = [jahr for wahl, jahr in jahre.items() if SchluesselNachBeitritt.ADDITIV not in wahl]
    betraege = [jahr.rueckfuehrung.get(antrag.kennung, NULL) for jahr in additiv]
    fehlbetraege = {jahr.ueberschreitung for jahr in andere}
    yield (
        f"Kommt der neue Beitrag hinzu (`additiv`), so erhält der {antrag.name} je nach den übrigen Lesarten "
        f"**{min(betraege)} bis {max(betraege)}** zurück. Eine Klausel nähme diese Unsicherheit. Unter den anderen "
        f"Lesarten bleibt das Jahresbudget, wie es war; am Jahresende fehlen dann "
        f"{' oder '.join(map(str, sorted(fehlbetraege)))}, und zu verteilen ist nichts ([OF-34](#frage-of-34))."
    )
    yield ausklappbar("Die Falldatei", f"```{{literalinclude}} ../../examples/{UEBERTRAG}.toml\n:language: toml\n```")


def _folge(auslegung: Auslegung) -> tuple[Jahresabrechnung, ...]:
    fall = lade_fall(BEISPIELE / f"{UEBERTRAG}.toml")
    gerechnet = ergebnis(fall.aufzeichnung, auslegung, fall.konvention)
    if not gerechnet.ist_eindeutig:
        raise ValueError(f"Das Ergebnis hängt noch von {gerechnet.offene_fragen} ab.")
    return gerechnet.haushaltsjahre


def _erstes_jahr(auslegung: Auslegung) -> Jahresabrechnung:
    return _folge(auslegung)[0]


def _letztes_jahr(auslegung: Auslegung) -> Jahresabrechnung:
    return _folge(auslegung)[-1]
