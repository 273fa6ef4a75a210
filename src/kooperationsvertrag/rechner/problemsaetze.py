"""Problemsätze: was die Bibliothek an einer Falldatei bemängelt, in Worten des Formulars.

Die Bibliothek nennt Überschriften, Namen und Kennungen der Datei. Wer ein Formular ausfüllt, kennt sie nicht; für ihn
heißen sie wie die Felder und Abschnitte, die er sieht.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import evolve, frozen

from kooperationsvertrag.ablauf.ereignis import VERTRAGSPARTNER
from kooperationsvertrag.darstellung.ereignisse import tag_in_worten
from kooperationsvertrag.fall.betraege import lies_betrag
from kooperationsvertrag.fall.probleme import Problem
from kooperationsvertrag.fall.zusammenhang import Tabelle
from kooperationsvertrag.rechner.bausteine import Baustein, Feld, Feldart, Gruppe, Liste
from kooperationsvertrag.rechner.eintragen import alle_bausteine, gilt, lies_tag, texte_aus, zeilen_von
from kooperationsvertrag.regeln.gremien import GREMIENNAMEN, Gremium

IM_TEXT = "Ändern lässt es sich unter „Die Datei als Text“."
"""Wo sich ändern lässt, was kein Feld zeigt."""

KOMMAZAHL = "Die Datei nennt diesen Betrag als Zahl mit Punkt, und so ist er nicht auf den Cent genau."
"""Was an einer Zahl mit Punkt nicht stimmt."""

ABSCHNITTE: Mapping[str, str] = MappingProxyType(
    {
        "[[haushaltsjahr]]": "Haushaltsjahre",
        "[[haushaltsjahr.einzahlung]]": "Einzahlungen",
        "[[haushaltsjahr.ausgabe]]": "Ausgaben",
        "[[haushaltsjahr.einnahme]]": "Weitere Einnahmen",
        "[[haushaltsjahr.zusatzmittel]]": "Zusatzmittel",
        "[haushaltsjahr.uebertragung]": "Beschluss über eine Übertragung",
        "[[ereignis]]": "Ereignisse",
        "[[anfangsbestand]]": "Übertrag aus Jahren vor diesem Fall",
        "[[beitritt]]": "Beitritte während dieser Jahre",
        "[[fassungswechsel]]": "Fassungen, die an die Stelle der ersten treten",
        "[auslegung]": "Lesarten und Rundung",
        "[antrag]": "Wer will beitreten?",
    }
)
"""Wie im Formular heißt, was in der Falldatei eine Überschrift ist."""

SAETZE: tuple[tuple[str, str], ...] = (
    (r"Es fehlt der Antrag, der zu prüfen ist: .*", ""),
    (
        r"Ein Fall hat mindestens ein Haushaltsjahr; .*",
        "Es fehlt ein Haushaltsjahr oder ein Ereignis mit der Angabe „Zum Haushaltsjahr“.",
    ),
    (r"Es fehlt, wie abgestimmt wurde: .*", "Es ist noch nicht angegeben, wer wie gestimmt hat."),
    (
        r"War der Beschluss nicht einstimmig, .*",
        "War der Beschluss nicht einstimmig, so ist anzugeben, wer wie gestimmt hat.",
    ),
    (r"„einstimmig“ und .* stehen nebeneinander; .*", "Entweder „Einstimmig“ oder die einzelnen Stimmen."),
    (r"Beträge mit Punkt stehen in Anführungszeichen; [^.]*\.", f"{KOMMAZAHL} Bitte neu eintippen."),
    (r"Hier steht (.*); ein Betrag steht in Anführungszeichen\.", r"In der Datei steht hier \1, kein Betrag."),
    (r"Hier steht (.*); ein Tag steht als .*", r"In der Datei steht hier \1, kein Tag."),
    (r"Hier steht (.*); erwartet ist true oder false\.", r"In der Datei steht hier \1; möglich ist Ja oder Nein."),
    (r"Hier steht (.*); erwartet ist eine (?:Tabelle|Liste)\.", rf"In der Datei steht hier \1. {IM_TEXT}"),
    (r"ein Wahrheitswert \(true oder false\)", "ja oder nein"),
    (
        r"Diese Tabelle steht in doppelten eckigen Klammern\.",
        f"In der Datei steht dieser Abschnitt in einfachen statt in doppelten eckigen Klammern. {IM_TEXT}",
    ),
    (
        r"Der Antrag steht in einfachen eckigen Klammern\.",
        f"In der Datei steht der Antrag in doppelten statt in einfachen eckigen Klammern. {IM_TEXT}",
    ),
    (r"gehört unter die Überschrift (\[auslegung\])\.", rf"gehört zu \1. {IM_TEXT}"),
    (r"gehört an den Anfang der Datei, vor die erste Überschrift\.", rf"\g<0> {IM_TEXT}"),
    (
        r"Einen Antrag prüft der Befehl .*",
        "Das gehört zu einem Antrag auf Beitritt; er lässt sich unter „Beitritt prüfen“ laden.",
    ),
    (
        r"(?:(„.*?“) gehört in eine Falldatei; |Unter \[\[beitritt\]\] steht ein Beitritt in einer Falldatei).*",
        "Das gehört zu einem Fall; er lässt sich unter „Haushaltsjahr abrechnen“ laden.",
    ),
    (r"steht schon in „[^“]*“; jeder", "steht schon bei einer anderen Stimme; jeder"),
    (r"Die Zeile kann entfallen\.", "Das Feld kann leer bleiben."),
    (r"„vertragsreihenfolge“ oder eine Liste von Partnern", "eine Liste von Partnern"),
    (
        r"„([^„“]*)“ hat sich schon erklärt; .*",
        r"„\1“ hat sich schon erklärt; eine neue Erklärung nennt unter „Berichtigung“ die alte.",
    ),
)
"""Muster eines Satzes der Bibliothek, und was statt seiner dasteht; leer, wenn es das Formular selbst sagt."""

FESTE_WORTE: Mapping[str, str] = MappingProxyType(
    {str(gremium): GREMIENNAMEN[gremium].partition(" ")[2] for gremium in Gremium}
    | {VERTRAGSPARTNER: "alle Partner", "true": "Ja", "false": "Nein"}
)
"""Wie feste Werte heißen, die zu keinem Feld gehören."""

GETIPPTE = (Feldart.TEXT, Feldart.BETRAG, Feldart.DATUM, Feldart.JAHR)
"""Felder, in denen steht, was jemand getippt hat; es bleibt, wie es ist."""

_UNBEKANNT = re.compile(r"Diese Angabe gibt es .*?nicht\.(?:.*?( Gemeint ist vielleicht „[^“]*“\.))?.*")
_NUR_ANDERS_GESCHRIEBEN = re.compile(r"„([^“]*)“ .*Gemeint ist vielleicht „\1“\..*")
_NAME_UND_WERT = re.compile(r"(\w+) = (.*)")
_NUR_IN_DER_DATEI = re.compile(r"[=\[…]|weglassen|Überschrift|\.toml|^kooperationsvertrag |^jede |Anführungszeichen")


@frozen
class Ort:
    """Wohin ein Weg in der Falldatei im Formular führt."""

    glieder: tuple[Baustein, ...]
    """Die Bausteine der Tabelle."""
    tabelle: Tabelle
    """Was in ihr steht."""
    in_worten: tuple[str, ...]
    """Wie die Tabelle heißt, von außen nach innen."""
    angabe: str
    """Name der Angabe darin; leer, wenn die Tabelle selbst gemeint ist."""


def problem_in_worten(
    problem: Problem, glieder: Iterable[Baustein], tabellen: Tabelle, namen: Mapping[str, str]
) -> Problem | None:
    """Sagt ein Problem in Worten des Formulars.

    Args:
        problem: Was die Bibliothek an der Falldatei bemängelt.
        glieder: Die Bausteine des Formulars.
        tabellen: Was in der Falldatei steht.
        namen: Kurzname je Kennung eines Partners.

    Returns:
        Dasselbe Problem; nichts, wenn das Formular es schon selbst sagt.

    >>> from kooperationsvertrag.rechner.formulare import FALL
    >>> doppelt = Problem("einstimmig", "„einstimmig“ und „ja“ stehen nebeneinander; nur eines.", "einstimmig = true")
    >>> problem_in_worten(doppelt, FALL.glieder, {}, {}).grund
    'Entweder „Einstimmig“ oder die einzelnen Stimmen.'
    """
    alle = tuple(glieder)
    wo = ort(problem.stelle, alle, tabellen)
    ist_kennung = "Kennung" in problem.grund or wo.angabe == "bewerber"
    wer = {} if ist_kennung else {**FESTE_WORTE, **namen}
    worte = _worte(_tief(alle), {}, "") | wer | _worte(wo.glieder, wo.tabelle, wo.angabe)
    worte.pop(_getippt(wo), None)
    unbekannt = _UNBEKANNT.fullmatch(problem.grund)
    if unbekannt:
        return evolve(problem, grund=_unbekannt(wo, _uebersetzt(unbekannt[1] or "", worte)), beispiel="")
    grund = _uebersetzt(_grund(problem.grund), worte)
    if not grund:
        return None
    ist_entweder_oder = grund.startswith("Entweder")
    return evolve(problem, grund=grund, beispiel="" if ist_entweder_oder else _beispiel(problem, wo.angabe, worte))


def _getippt(wo: Ort) -> str:
    """Gibt, was jemand in das Feld getippt hat; leer, wo es gewählt statt getippt wird."""
    wert = wo.tabelle.get(wo.angabe)
    felder = [glied for glied in alle_bausteine(wo.glieder) if isinstance(glied, Feld) and glied.name == wo.angabe]
    return wert.strip() if isinstance(wert, str) and any(feld.art in GETIPPTE for feld in felder) else ""


def _tief(glieder: Iterable[Baustein]) -> Iterator[Baustein]:
    """Nennt jeden Baustein des Formulars."""
    for glied in alle_bausteine(glieder):
        yield glied
        if isinstance(glied, (Gruppe, Liste)):
            yield from _tief(glied.glieder)


def ort(stelle: str, glieder: Iterable[Baustein], tabellen: Tabelle) -> Ort:
    """Folgt dem Weg zu einer Angabe der Falldatei durch das Formular.

    Args:
        stelle: Der Weg, wie er in Problemen steht.
        glieder: Die Bausteine des Formulars.
        tabellen: Was in der Falldatei steht.

    Returns:
        Wo das Formular sie zeigt oder zeigen würde.

    >>> from kooperationsvertrag.rechner.formulare import FALL
    >>> wo = ort("haushaltsjahr[0].notiz", FALL.glieder, {"haushaltsjahr": [{"jahr": 2018}]})
    >>> wo.in_worten, wo.angabe
    (('Haushaltsjahr 2018',), 'notiz')
    """
    hier, tabelle, worte = tuple(glieder), tabellen, list[str]()
    schritte = re.findall(r"([^.\[\]]+)(?:\[(\d+)\])?", stelle)
    for name, nummer in schritte:
        glied = next((g for g in alle_bausteine(hier) if g.name == name and isinstance(g, (Gruppe, Liste))), None)
        if glied is None or (isinstance(glied, Liste) and not nummer):
            return Ort(hier, tabelle, tuple(worte), name)
        wert = tabelle.get(name)
        if isinstance(glied, Liste):
            zeilen = zeilen_von(wert)
            tabelle = zeilen[int(nummer)] if int(nummer) < len(zeilen) else {}
            worte.append(_eintrag(glied, int(nummer), tabelle))
        else:
            tabelle = wert if isinstance(wert, Mapping) else {}
            worte.append(glied.beschriftung)
        hier = glied.glieder
    return Ort(hier, tabelle, tuple(worte), "")


def _eintrag(liste: Liste, nummer: int, tabelle: Tabelle) -> str:
    jahr = liste.vorschlag and tabelle.get(liste.vorschlag)
    ist_jahr = isinstance(jahr, int) and not isinstance(jahr, bool) and jahr < 10**4
    return f"{liste.einzeln} {jahr}" if ist_jahr else f"{nummer + 1}. {liste.einzeln}"


def _worte(glieder: Iterable[Baustein], tabelle: Tabelle, angabe: str) -> dict[str, str]:
    """Sagt, wie Namen und Werte der Falldatei im Formular heißen; am nächsten liegt, was zur Angabe selbst gehört."""
    alle, texte = list(alle_bausteine(glieder)), texte_aus(tabelle)
    felder = [glied for glied in alle if isinstance(glied, Feld)]
    gezeigte = [feld for feld in felder if not feld.wenn or gilt(feld.wenn, texte)]
    worte = {wert: wort for feld in felder for wert, wort in feld.auswahl}
    worte |= {glied.name: glied.beschriftung for glied in (*alle, *felder, *gezeigte)}
    return worte | {wert: wort for feld in (*felder, *gezeigte) if feld.name == angabe for wert, wort in feld.auswahl}


def _unbekannt(wo: Ort, gemeint: str) -> str:
    """Sagt, dass eine Angabe der Datei nirgends hingehört; das Formular zeigt sie nicht."""
    davor = f"{', '.join(wo.in_worten)}: " if wo.in_worten else ""
    return f"{davor}Die Angabe „{wo.angabe}“ aus der Datei gibt es hier nicht.{gemeint} {IM_TEXT}"


def _grund(grund: str) -> str:
    for muster, satz in SAETZE:
        grund = re.sub(muster, satz, grund)
    for ueberschrift, abschnitt in ABSCHNITTE.items():
        grund = grund.replace(ueberschrift, f"„{abschnitt}“")
    return grund


def _beispiel(problem: Problem, angabe: str, worte: Mapping[str, str]) -> str:
    """Schreibt ein Beispiel aus einer Falldatei so, wie es in ein Feld gehört; leer, wo es in keines gehört."""
    benannt = _NAME_UND_WERT.fullmatch(problem.beispiel)
    if benannt and benannt[1] != angabe:
        return ""
    wert = benannt[2] if benannt else problem.beispiel
    if "Beträge mit Punkt" in problem.grund:
        wert = re.sub(r'"([0-9.,]+)"', lambda fund: f'"{str(lies_betrag(fund[1])).removesuffix(" €")}"', wert)
    if _NUR_IN_DER_DATEI.search(wert):
        return ""
    tag, einfach = lies_tag(wert), re.fullmatch(r'"([^"]*)"', wert)
    if tag:
        return tag_in_worten(tag)
    if einfach or '"' not in wert:
        wert = einfach[1] if einfach else wert
        return worte.get(wert, wert)
    return _uebersetzt(re.sub(r'"([^"]*)"', "„\\1“", wert), worte)


def _uebersetzt(text: str, worte: Mapping[str, str]) -> str:
    """Ersetzt Namen in Anführungszeichen; ist danach dasselbe gemeint, wie dasteht, war es nur anders geschrieben."""
    neu = re.sub(r"„([^„“]*)“", lambda fund: f"„{worte.get(fund[1], fund[1])}“", text)
    return re.sub(_NUR_ANDERS_GESCHRIEBEN, r"Gemeint ist wohl „\1“; bitte neu wählen.", neu)


def nicht_gezeigtes_in_worten(stellen: Iterable[str], glieder: Iterable[Baustein], tabellen: Tabelle) -> Iterator[str]:
    """Nennt, was das Formular nicht zeigt, mit dem Abschnitt, in dem es steht.

    Args:
        stellen: Die Wege dahin.
        glieder: Die Bausteine des Formulars.
        tabellen: Was in der Falldatei steht.

    Yields:
        Je Weg die Angabe und ihren Abschnitt.

    >>> from kooperationsvertrag.rechner.formulare import FALL
    >>> jahre = {"haushaltsjahr": [{"jahr": 2018, "notiz": "x"}]}
    >>> list(nicht_gezeigtes_in_worten(["haushaltsjahr[0].notiz"], FALL.glieder, jahre))
    ['„notiz“ (Haushaltsjahr 2018)']
    """
    alle = tuple(glieder)
    for stelle in stellen:
        wo = ort(stelle, alle, tabellen)
        abschnitt = ", ".join(wo.in_worten)
        yield f"„{wo.angabe}“ ({abschnitt})" if abschnitt else f"„{wo.angabe}“"
