"""Beitritt: die Prüfung eines Antrags als Seite, erst das Ergebnis, dann die Schritte und was sich änderte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kooperationsvertrag.auslegung import Auslegung, Lesart
from kooperationsvertrag.darstellung.abrechnung import Kopf, kopfzeilen, restcentsatz
from kooperationsvertrag.darstellung.ereignisse import WORTE
from kooperationsvertrag.darstellung.fragen import zeile_der_falldatei
from kooperationsvertrag.darstellung.seite import (
    Baustein,
    Namen,
    Spalte,
    absatz,
    angaben,
    aufzaehlung,
    eingerueckt,
    geldspalte,
    name,
    nummeriert,
    tabelle,
    ueberschrift,
    zeilen,
)
from kooperationsvertrag.darstellung.werte import ist_lesbar, verhaeltnis
from kooperationsvertrag.fall.beitritt_als_json import FRAGEN_ZUM_BEITRITT
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.regeln.mitgliedschaft import AUFSICHTSGREMIUM, Beitrittsantrag, Urteil, ist_jahresbeginn
from kooperationsvertrag.revision.beitritt import (
    Beitragslage,
    Beitrittspruefung,
    Pruefpunkt,
    Pruefschritt,
    Stimmenlage,
    Stimmenvergleich,
    Zulaessigkeit,
    beitraege_im_ersten_jahr,
)
from kooperationsvertrag.vertrag import fragen
from kooperationsvertrag.vertrag.partner import Rechtsform

PRUEFFRAGE: Mapping[Pruefpunkt, str] = {
    Pruefpunkt.RECHTSFORM: "Kann der Bewerber nach seiner Rechtsform beitreten?",
    Pruefpunkt.FOERDERLICHKEIT: "Ist die Mitgliedschaft förderlich?",
    Pruefpunkt.ENTSCHEIDUNG: "Genügen die Zustimmungen?",
    Pruefpunkt.WIRKUNG: "Wird der Bewerber Vertragspartner?",
}
"""Was in jedem Schritt gefragt wird."""

ANTWORT: Mapping[Urteil, str] = {
    Urteil.JA: "Ja.",
    Urteil.NEIN: "Nein.",
    Urteil.NICHT_BESTIMMT: "Nicht bestimmt.",
}
"""Wie eine Antwort heißt."""

ZUM_ERSTEN_JAHR = "Beitrag im ersten Jahr"
"""Überschrift des Abschnitts, in dem steht, ab wann und mit wie viel."""


def beitrittsseite(pruefung: Beitrittspruefung, kopf: Kopf, auslegung: Auslegung) -> Iterator[Baustein]:
    """Setzt die Prüfung eines Beitritts.

    Args:
        pruefung: Was herausgekommen ist.
        kopf: Was darüber und darunter steht.
        auslegung: Die Lesarten, die gelten.
    """
    yield from kopfzeilen(kopf)
    yield absatz(ergebnissatz(pruefung), stil="bold")
    yield _antrag(pruefung.antrag, kopf.namen)
    yield ueberschrift("Die Prüfung in vier Schritten")
    for schritt in pruefung.schritte:
        yield from _schritt(schritt, pruefung)
    yield from _beitraege(pruefung, kopf.namen)
    yield from _erstes_jahr(pruefung, auslegung)
    yield from _stimmen(pruefung, kopf.namen)
    yield ueberschrift("Was der Vertrag dazu offen lässt")
    yield tabelle(
        (Spalte(""), Spalte("")), [(eines.text, ", ".join(eines.fragen)) for eines in pruefung.offen], kopf=False
    )
    yield from _schluss(kopf, auslegung)


def ergebnissatz(pruefung: Beitrittspruefung) -> str:
    """Sagt, ob der Beitritt zulässig ist, woran es liegt und ob er wirkt."""
    if pruefung.zulaessigkeit is Zulaessigkeit.ZULAESSIG:
        return f"Der Beitritt ist zulässig. {wirkungssatz(pruefung, 'er')}"
    bedingungen = pruefung.schritte[:2]
    if pruefung.zulaessigkeit is Zulaessigkeit.UNZULAESSIG:
        gruende = [_hindernis(schritt, pruefung.antrag) for schritt in bedingungen if schritt.urteil is Urteil.NEIN]
        return f"Der Beitritt ist unzulässig, weil {aufzaehlung(gruende)}. Er wirkt nicht."
    offene = [_offene_frage(schritt, pruefung.antrag) for schritt in bedingungen if _ist_offen(schritt)]
    satz = f"Ob der Beitritt zulässig ist, ist nicht bestimmt: Offen ist, {aufzaehlung(offene)}."
    if pruefung.schritte[3].urteil is Urteil.NEIN:
        genuegt = pruefung.schritte[2].urteil is not Urteil.NEIN
        return f"{satz} {'Solange das offen ist, wirkt er nicht (FL-19).' if genuegt else wirkungssatz(pruefung, 'er')}"
    if _ist_offen(pruefung.schritte[2]):
        entscheidung = _offene_frage(pruefung.schritte[2], pruefung.antrag)
        return f"{satz} Ob er wirkt, hängt außerdem davon ab, {entscheidung}."
    return f"{satz} Davon hängt auch ab, ob er wirkt."


def wirkungssatz(pruefung: Beitrittspruefung, beitritt: str = "der Beitritt") -> str:
    """Sagt, ob und ab wann der Bewerber Partner wird, oder woran das hängt.

    Args:
        pruefung: Was herausgekommen ist.
        beitritt: Wie der Beitritt im Satz heißt.

    Returns:
        Ein Satz.
    """
    wirkung, davor = pruefung.schritte[3], pruefung.schritte[:3]
    offene = [_offene_frage(schritt, pruefung.antrag) for schritt in davor if _ist_offen(schritt)]
    if wirkung.urteil is Urteil.NICHT_BESTIMMT:
        return f"Ob {beitritt} wirkt, hängt davon ab, {aufzaehlung(offene)}."
    if wirkung.urteil is Urteil.JA:
        ungewiss = "Der Bewerber wird Vertragspartner; von welchem Tag an, hängt von der Lesart ab (OF-08)."
        return wirkung.lagen[0].text if wirkung.ist_eindeutig else ungewiss
    hindernisse = [_hindernis(schritt, pruefung.antrag) for schritt in davor if schritt.urteil is Urteil.NEIN]
    if hindernisse:
        return f"{beitritt[0].upper()}{beitritt[1:]} wirkt nicht, weil {aufzaehlung(hindernisse)}."
    offene = [_offene_frage(schritt, pruefung.antrag) for schritt in davor[:2] if _ist_offen(schritt)]
    return f"Solange offen ist, {aufzaehlung(offene)}, wirkt {beitritt} nicht (FL-19)."


def _ist_offen(schritt: Pruefschritt) -> bool:
    return schritt.urteil is Urteil.NICHT_BESTIMMT


def _hindernis(schritt: Pruefschritt, antrag: Beitrittsantrag) -> str:
    """Sagt als Nebensatz, woran ein Schritt scheitert."""
    if schritt.punkt is Pruefpunkt.FOERDERLICHKEIT:
        return "die Mitgliedschaft als nicht förderlich gilt"
    if schritt.punkt is Pruefpunkt.ENTSCHEIDUNG:
        return "die Zustimmungen nicht genügen"
    if antrag.rechtsform is Rechtsform.KREISANGEHOERIGE_GEMEINDE:
        return "eine kreisangehörige Gemeinde nach der geltenden Lesart nicht selbst beitreten kann (OF-05)"
    return "nur Gebietskörperschaften beitreten können"


def _offene_frage(schritt: Pruefschritt, antrag: Beitrittsantrag) -> str:
    """Sagt als Nebensatz, was an einem Schritt offen ist."""
    if schritt.punkt is Pruefpunkt.FOERDERLICHKEIT:
        return "ob die Mitgliedschaft förderlich ist"
    if schritt.punkt is Pruefpunkt.ENTSCHEIDUNG:
        return "wer über ihn entscheidet (OF-02)"
    if antrag.rechtsform is Rechtsform.KREISANGEHOERIGE_GEMEINDE:
        return "ob eine kreisangehörige Gemeinde selbst beitreten kann (OF-05)"
    return "ob der Vertrag diese Rechtsform meint (OF-04)"


def _antrag(antrag: Beitrittsantrag, namen: Namen) -> Baustein:
    zugestimmt = [_handelnder(namen, kennung) for kennung in antrag.zustimmung]
    kreis = f" ({antrag.kreis})" if antrag.kreis else ""
    return angaben(
        [
            ("Bewerber", f"{antrag.name}, {WORTE[Rechtsform][antrag.rechtsform]}{kreis}"),
            ("Beitritt zum", f"{antrag.zum:%d.%m.%Y}"),
            ("Angebotener Beitrag", f"{antrag.beitrag} im Jahr"),
            ("Zugestimmt haben", aufzaehlung(zugestimmt) or "noch niemand"),
        ]
    )


def _handelnder(namen: Namen, kennung: str) -> str:
    return "das Aufsichtsgremium" if kennung == AUFSICHTSGREMIUM else name(namen, kennung)


def _schritt(schritt: Pruefschritt, pruefung: Beitrittspruefung) -> Iterator[Baustein]:
    """Setzt einen Schritt; wo Lesarten zu verschiedenen Antworten führen, jede mit ihrer Antwort."""
    nach_lesart = len(schritt.lagen) > 1 and _ist_offen(schritt)
    antwort = "Das hängt von der Lesart ab." if nach_lesart else ANTWORT[schritt.urteil]
    saetze = "Satz" if len(schritt.normen) == 1 else "Sätze"
    belege = f"{saetze}: {', '.join(norm.kennung for norm in schritt.normen)}. Offen dazu: {', '.join(schritt.fragen)}."
    grund = _grund(schritt, pruefung)
    yield nummeriert(schritt.nummer, [f"{PRUEFFRAGE[schritt.punkt]} {antwort}", grund, belege])
    if nach_lesart and schritt.punkt is not Pruefpunkt.WIRKUNG:
        yield from eingerueckt(*_je_lesart(schritt))
    elif schritt.punkt is Pruefpunkt.FOERDERLICHKEIT and _ist_offen(schritt):
        yield from eingerueckt(
            absatz(
                "Hat jemand geurteilt, so gehört in der Datei unter [antrag], mit true oder false statt der Punkte:"
            ),
            zeilen(["foerderlich = …", 'begruendung = "…"']),
        )


def _grund(schritt: Pruefschritt, pruefung: Beitrittspruefung) -> str:
    if schritt.punkt is Pruefpunkt.WIRKUNG:
        unten = f" Siehe unten „{ZUM_ERSTEN_JAHR}“." if _tage(schritt) > 1 else ""
        return f"{wirkungssatz(pruefung)}{unten}"
    if len(schritt.lagen) > 1:
        (frage,) = {frage for lage in schritt.lagen for frage, _ in lage.auslegung}
        return fragen.frage(frage).frage
    lage = schritt.lagen[0]
    gewaehlt = "; ".join(zeile_der_falldatei(*antwort) for antwort in lage.auslegung)
    return f"{lage.text} Es gilt {gewaehlt}." if gewaehlt else lage.text


def _tage(wirkung: Pruefschritt) -> int:
    """Zählt, wie viele Tage des Beitritts in Frage kommen."""
    return len({lage.text for lage in wirkung.lagen if lage.urteil is Urteil.JA})


def _je_lesart(schritt: Pruefschritt) -> Iterator[Baustein]:
    antworten = {antwort: lage.urteil for lage in schritt.lagen for _, antwort in lage.auslegung}
    lesarten = sorted([antwort for antwort in antworten if isinstance(antwort, Lesart)], key=_platz)
    yield tabelle(
        (Spalte("Lesart", fest=True), Spalte("Was sie heißt"), Spalte("Antwort", fest=True)),
        [(lesart, fragen.beschreibung(lesart).titel, ANTWORT[antworten[lesart]]) for lesart in lesarten],
    )
    yield from _wahl(lesarten)


def _platz(lesart: Lesart) -> int:
    return list(type(lesart)).index(lesart)


def _wahl(lesarten: Sequence[Lesart]) -> Iterator[Baustein]:
    """Setzt die Zeilen, von denen eine die Frage entscheidet."""
    yield absatz("Soll eine davon gelten, so gehört ihre Zeile in der Datei unter die Überschrift [auslegung]:")
    yield zeilen([zeile_der_falldatei(lesart.frage(), lesart) for lesart in lesarten])


def _waehlbar(*fragen_mit_lesarten: Sequence[Lesart]) -> Iterator[Baustein]:
    """Sagt, mit welchen Zeilen sich entscheiden lässt, was hier nebeneinander steht."""
    offene = [lesarten[0].frage() for lesarten in fragen_mit_lesarten if len(set(lesarten)) > 1]
    if offene:
        yield absatz(
            "Soll nur eine Lesart gelten, so gehört in der Datei unter die Überschrift [auslegung], mit ihrem Namen "
            "statt der Punkte:"
        )
        yield zeilen([zeile_der_falldatei(frage, "…") for frage in offene])


def _beitraege(pruefung: Beitrittspruefung, namen: Namen) -> Iterator[Baustein]:
    """Stellt Beiträge und Schlüssel unter jeder Lesart nebeneinander."""
    lagen, bisher = pruefung.beitragslagen, pruefung.fassung.beitraege
    yield ueberschrift("Beiträge und Schlüssel danach")
    if pruefung.schritte[3].urteil is Urteil.NEIN:
        yield absatz("Der Beitritt wirkt nicht. Von hier an steht, was gälte, wenn er wirkte.")
    if len(lagen) > 1:
        yield absatz(
            "Was künftig jeder zahlt, sagt der Vertrag nicht (OF-06). Nebeneinander steht, was unter jeder Lesart "
            "gälte, und darunter der Unterschied zu bisher."
        )
    budget = [_mit_aenderung(lage.jahresbudget, lage.jahresbudget - bisher.summe) for lage in lagen]
    yield tabelle(
        (Spalte("Partner"), geldspalte("bisher"), *map(_lesartspalte, lagen)),
        [
            (
                name(namen, partner),
                str(bisher[partner]) if partner in bisher else "–",
                *(_mit_aenderung(lage.beitraege[partner], lage.aenderung[partner]) for lage in lagen),
            )
            for partner in lagen[0].beitraege
        ],
        summe=("Jahresbudget", str(bisher.summe), *budget),
    )
    reihenfolge = aufzaehlung([name(namen, partner) for partner in lagen[0].beitraege])
    yield tabelle(
        (Spalte("Lesart", fest=True), Spalte("Was sie heißt"), Spalte("Schlüssel danach")),
        [(lage.lesart, f"{fragen.beschreibung(lage.lesart).titel}.", _schluessel(lage)) for lage in lagen],
    )
    yield absatz(f"Schlüssel in der Reihenfolge {reihenfolge}.")
    for lage in lagen:
        restcents = restcentsatz(lage.aufteilung, namen) if lage.aufteilung else ""
        if restcents:
            yield absatz(f"{lage.lesart}: {restcents}")
        mehr = lage.beitraege[pruefung.antrag.kennung] - pruefung.antrag.beitrag
        if mehr > NULL:
            yield absatz(f"{lage.lesart}: Der neue Partner zahlte im Jahr {mehr} mehr als angeboten.")
    yield from _waehlbar([lage.lesart for lage in lagen])


def _lesartspalte(lage: Beitragslage) -> Spalte:
    """Gibt die Spalte einer Lesart; ihr Name darf nur nach einem Unterstrich umbrechen."""
    return geldspalte(lage.lesart.replace("_", "_\n", 1))


def _mit_aenderung(betrag: Geldbetrag, aenderung: Geldbetrag) -> str:
    """Schreibt unter einen Betrag, um wie viel er sich ändert; nichts, wo er bleibt."""
    if not aenderung:
        return str(betrag)
    return f"{betrag}\n{'+' if aenderung > NULL else ''}{aenderung}"


def _schluessel(lage: Beitragslage) -> str:
    return verhaeltnis(lage.schluessel) if ist_lesbar(lage.schluessel) else "im Verhältnis der Beiträge oben"


def _erstes_jahr(pruefung: Beitrittspruefung, auslegung: Auslegung) -> Iterator[Baustein]:
    """Stellt den Beitrag im ersten Jahr zusammen, wenn nicht zum Jahresbeginn beigetreten wird."""
    antrag, lagen = pruefung.antrag, pruefung.beitragslagen
    if ist_jahresbeginn(antrag.zum):
        return
    je_lage = [beitraege_im_ersten_jahr(antrag, lage.beitraege[antrag.kennung], auslegung) for lage in lagen]
    lesarten = [lesart for lesart, _, _ in je_lage[0] if lesart]
    yield ueberschrift(ZUM_ERSTEN_JAHR)
    yield absatz(
        f"Beigetreten werden soll zum {antrag.zum:%d.%m.%Y}, während des Haushaltsjahres. Was der neue Partner für "
        "sein erstes Jahr zahlt, folgt aus seinem vollen Jahresbeitrag (OF-06) und daraus, wie ein Beitritt während "
        "des Jahres zählt (OF-08):"
    )
    yield tabelle(
        (Spalte("Lesart", fest=True), Spalte("ab", fest=True), *map(_lesartspalte, lagen)),
        [
            (lesart, f"{je_lage[0][stelle][1]:%d.%m.%Y}", *(str(beitraege[stelle][2]) for beitraege in je_lage))
            for stelle, lesart in enumerate(lesarten)
        ],
    )
    yield absatz(
        "Wird der Bewerber während des Jahres Partner, so zahlen die anderen in diesem Jahr weiter, was sie bisher "
        "zahlten; neu geteilt wird erst im nächsten (FL-20)."
    )
    if len(lesarten) > 1:
        yield from _wahl(lesarten)


def _stimmen(pruefung: Beitrittspruefung, namen: Namen) -> Iterator[Baustein]:
    """Stellt je Sitzfrage nebeneinander, wer vorher und nachher zusammen beschließen kann."""
    yield ueberschrift("Sitze und Stimmen im Aufsichtsgremium")
    sitzfragen = list(dict.fromkeys(vergleich.sitz for vergleich in pruefung.stimmen))
    regeln = list(dict.fromkeys(vergleich.nachher.abstimmung for vergleich in pruefung.stimmen))
    offen = ["ob der neue Partner einen Sitz hat (OF-07)"] if len(sitzfragen) > 1 else []
    offen += ["mit welcher Mehrheit beschlossen wird (OF-09)"] if len(regeln) > 1 else []
    if offen:
        yield absatz(f"Der Text sagt nicht, {aufzaehlung(offen)}.")
    yield absatz("Unter „vorher“ und „nachher“ steht, wer zusammen einen Beschluss fassen kann.")
    yield tabelle(
        (Spalte("Regel", fest=True), Spalte("Was sie heißt")),
        [(regel, f"{fragen.beschreibung(regel).titel}.") for regel in regeln],
    )
    alle = tuple(lage.lesart for lage in pruefung.beitragslagen)
    for sitz in sitzfragen:
        vergleiche = [vergleich for vergleich in pruefung.stimmen if vergleich.sitz is sitz]
        yield absatz(_sitzsatz(vergleiche[0], pruefung.antrag.kennung))
        yield tabelle(
            (Spalte("Regel", fest=True), Spalte("vorher"), Spalte("nachher")),
            [_stimmenzeile(vergleich, alle, pruefung.antrag.kennung, namen) for vergleich in vergleiche],
        )
        for partner in pruefung.fassung.partner_kennungen:
            if neu := _neu_ohne_einfluss(partner, vergleiche, alle):
                yield absatz(f"Neu ohne Einfluss: {name(namen, partner)} unter {aufzaehlung(neu)}.")
    yield from _waehlbar(sitzfragen, regeln)


def _sitzsatz(vergleich: Stimmenvergleich, bewerber: str) -> str:
    sitze = len(vergleich.nachher.sitze)
    if bewerber in vergleich.nachher.sitze:
        return f"Lesart {vergleich.sitz}: Der neue Partner hat einen Sitz; es sind dann {sitze} Sitze."
    return f"Lesart {vergleich.sitz}: Es bleibt bei {sitze} Sitzen; der neue Partner stimmt nicht mit."


def _stimmenzeile(
    vergleich: Stimmenvergleich, alle: Sequence[Lesart], bewerber: str, namen: Namen
) -> tuple[str, str, str]:
    vorher = _stimmenlage(vergleich.vorher, bewerber, namen)
    nachher = _stimmenlage(vergleich.nachher, bewerber, namen)
    gleich = vergleich.vorher.sitze == vergleich.nachher.sitze and vorher == nachher
    regel = "\n".join([vergleich.nachher.abstimmung, *(f"bei {lesart}" for lesart in _nur_bei(vergleich, alle))])
    return regel, vorher, "wie vorher" if gleich else nachher


def _nur_bei(vergleich: Stimmenvergleich, alle: Sequence[Lesart]) -> Sequence[Lesart]:
    """Nennt die Lesarten der Beiträge, unter denen es so ausgeht; keine, wenn es unter allen so ist."""
    return () if set(vergleich.schluessel) == set(alle) else vergleich.schluessel


def _stimmenlage(lage: Stimmenlage, bewerber: str, namen: Namen) -> str:
    """Nennt die kleinsten Mehrheiten und wessen Stimme nie zählt; dass ein Bewerber keinen Sitz hat, steht darüber."""
    einflusslos = [
        name(namen, partner) for partner in lage.ohne_einfluss if partner != bewerber or partner in lage.sitze
    ]
    ohne = [f"(ohne Einfluss: {aufzaehlung(einflusslos)})"] if einflusslos else []
    return "\n".join([*_mehrheiten(lage, namen), *ohne])


def _mehrheiten(lage: Stimmenlage, namen: Namen) -> list[str]:
    """Nennt die kleinsten Mehrheiten; sind es alle Gruppen einer Größe, genügt diese."""
    if not lage.mehrheiten:
        return ["niemand"]
    groesse = len(lage.mehrheiten[0])
    darin = [partner for partner in lage.sitze if any(partner in gruppe for gruppe in lage.mehrheiten)]
    if set(lage.mehrheiten) != set(combinations(darin, groesse)):
        gruppen = [aufzaehlung([name(namen, partner) for partner in gruppe]) for gruppe in lage.mehrheiten]
        return [gruppen[0], *(f"oder {gruppe}" for gruppe in gruppen[1:])]
    wer = "" if len(darin) == len(lage.sitze) else aufzaehlung([name(namen, partner) for partner in darin])
    if groesse == len(darin):
        return [wer or f"nur alle {groesse} zusammen"]
    return [f"je {groesse} von {wer or len(darin)}"]


def _neu_ohne_einfluss(partner: str, vergleiche: Sequence[Stimmenvergleich], alle: Sequence[Lesart]) -> list[str]:
    """Nennt die Regeln, unter denen es auf einen bisherigen Partner nur vorher ankommt."""
    betroffen = [
        vergleich
        for vergleich in vergleiche
        if partner in vergleich.nachher.ohne_einfluss and partner not in vergleich.vorher.ohne_einfluss
    ]
    bei = [", ".join(_nur_bei(vergleich, alle)) for vergleich in betroffen]
    return [
        f"{vergleich.nachher.abstimmung} (bei {lesarten})" if lesarten else vergleich.nachher.abstimmung
        for vergleich, lesarten in zip(betroffen, bei, strict=True)
    ]


def _schluss(kopf: Kopf, auslegung: Auslegung) -> Iterator[Baustein]:
    yield ueberschrift("Wie geprüft wurde")
    geltende = [zeile_der_falldatei(*antwort) for antwort in auslegung.geltende if antwort[0] in FRAGEN_ZUM_BEITRITT]
    yield angaben(
        [
            ("Lesarten", "; ".join(geltende) or "keine gewählt"),
            ("Rundung", "neue Jahresbeiträge nach größtem Rest in der Reihenfolge des Vertrags (FL-21)"),
            ("Beleg", " · ".join(f"{bezeichnung} {wert}" for bezeichnung, wert in kopf.beleg)),
        ]
    )
