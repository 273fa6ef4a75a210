"""Entwurfsbestimmungen: was ein Entwurf an Sätzen, Klauseln und geregelten Fragen ändert, und ob es zusammenpasst.

Ein Satz des Berichts gilt, ist entfallen oder durch Klauseln ersetzt. Eine Klausel der geänderten Fassung bleibt,
entfällt oder wird ersetzt; die neue tritt dann auch an die Stelle der Sätze, die jene ersetzt hat. Fällt sie weg, so
ist zu sagen, was aus ihren Sätzen wird und aus den Fragen, die sie entschieden hat. Nichts davon wird vermutet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cattrs import BaseValidationError

from kooperationsvertrag.aufteilung import Rundung
from kooperationsvertrag.fall.angaben import lies_auswahl, mangel_der_auswahl
from kooperationsvertrag.fall.entwurfsschema import AUSKUNFT
from kooperationsvertrag.fall.probleme import (
    LAENGSTES_ZITAT,
    MangelError,
    Pfad,
    aufzaehlung,
    meinten_sie,
    naechster,
    schlicht,
    stelle,
    zitat,
)
from kooperationsvertrag.fall.schema import VERTRAGSREIHENFOLGE, lies_vorrang
from kooperationsvertrag.fall.tabellen import maengel
from kooperationsvertrag.fall.zusammenhang import Mangel, Tabelle, tabellen, text
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.geregelt import RUNDUNG, RUNDUNGSVORRANG
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from kooperationsvertrag.vertrag.normen import NORMEN, UnbekannteNormError, norm

ANTWORTEN: Mapping[str, tuple[str, ...]] = {
    **{frage.frage(): tuple(frage) for frage in AUSLEGUNGSFRAGEN},
    RUNDUNG: tuple(Rundung),
}
"""Zu jeder Frage mit festen Antworten ihre Antworten."""

_FRAGEN = (*ANTWORTEN, RUNDUNGSVORRANG)
_NEUE_KLAUSEL = '= "§ 7 Abs. 2"'


def glieder(tabelle: Tabelle, name: str) -> list[tuple[Pfad, str]]:
    """Gibt die Texte einer Liste, die etwas sagen, mit ihrem Weg.

    Args:
        tabelle: Die Tabelle, in der die Liste steht.
        name: Ihr Name.

    Returns:
        Weg und Text jedes Glieds, ohne Leerzeichen am Rand.

    >>> glieder({"entfallen": [5, " 17-F3 ", ""]}, "entfallen")
    [(('entfallen', 1), '17-F3')]
    """
    wert = tabelle.get(name)
    liste = wert if isinstance(wert, list) else []
    texte = [(nummer, glied.strip()) for nummer, glied in enumerate(liste) if isinstance(glied, str)]
    return [((name, nummer), glied) for nummer, glied in texte if glied]


def angaben(datei: Tabelle, tabelle: str, name: str) -> list[tuple[Pfad, str]]:
    """Gibt eine Angabe jeder Tabelle eines Namens mit ihrem Weg, wo sie dasteht.

    Args:
        datei: Der Inhalt der Datei.
        tabelle: Name der Tabellen.
        name: Name der Angabe.

    Returns:
        Weg und Text jeder Angabe, die etwas sagt.

    >>> angaben({"klausel": [{"kennung": "§ 7"}, {}]}, "klausel", "kennung")
    [(('klausel', 0, 'kennung'), '§ 7')]
    """
    alle = [((*pfad, name), text(inhalt, name)) for pfad, inhalt in tabellen(datei, tabelle)]
    return [(pfad, angabe) for pfad, angabe in alle if angabe]


def wiederholte(genannte: Iterable[tuple[Pfad, str]]) -> Iterator[tuple[Pfad, str]]:
    """Gibt jede Angabe, die schon weiter vorn steht.

    Args:
        genannte: Angaben mit ihrem Weg.

    Yields:
        Weg und Text jeder Wiederholung.

    >>> list(wiederholte([((0,), "ihk"), ((1,), "mettmann"), ((2,), "ihk")]))
    [((2,), 'ihk')]
    """
    gesehen: set[str] = set()
    for pfad, angabe in genannte:
        if angabe in gesehen:
            yield pfad, angabe
        gesehen.add(angabe)


def _erste_stelle(genannte: Sequence[tuple[Pfad, str]]) -> dict[str, Pfad]:
    return {angabe: pfad for pfad, angabe in reversed(genannte)}


def ersetzte_saetze(genannte: Iterable[str], grundlage: Vertragsfassung) -> tuple[str, ...]:
    """Gibt die Sätze, an deren Stelle eine neue Klausel tritt.

    Args:
        genannte: Kennungen von Sätzen, und von Klauseln der geänderten Fassung.
        grundlage: Die geänderte Fassung.

    Returns:
        Die genannten Sätze und die, die eine genannte Klausel ersetzt hat; jeden einmal.

    >>> from attrs import evolve
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Klausel
    >>> entwurf = evolve(BERICHT_2017, klauseln=(Klausel("§ 7", "Der Rest verfällt.", ("17-F8", "17-F9")),))
    >>> ersetzte_saetze(["17-F3", "§ 7"], entwurf)
    ('17-F3', '17-F8', '17-F9')
    """
    alte = {klausel.kennung: klausel.ersetzt for klausel in grundlage.klauseln}
    return tuple(dict.fromkeys(satz for genannt in genannte for satz in alte.get(genannt, (genannt,))))


def bestimmungen_in_sich(datei: Tabelle) -> Iterator[Mangel]:
    """Prüft an Sätzen, Klauseln und Fragen, was sich ohne die geänderte Fassung sagen lässt.

    Args:
        datei: Der Inhalt der Datei.

    Yields:
        Jeden Mangel mit seiner Stelle.

    >>> [(pfad, mangel)] = bestimmungen_in_sich({"entfallen": ["17-F3", "17-F3"]})
    >>> pfad, mangel.grund
    (('entfallen', 1), '„17-F3“ steht schon weiter vorn in der Liste.')
    """
    yield from _klauselkennungen(datei)
    yield from _nur_eines(datei)
    yield from _antworten(datei)
    yield from _wieder_offen(datei)


def bestimmungen_zur_grundlage(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob Sätze, Klauseln und Fragen zu der Fassung passen, die der Entwurf ändert.

    Args:
        datei: Der Inhalt der Datei.
        grundlage: Die Fassung, die der Entwurf ändert.

    Yields:
        Jeden Mangel mit seiner Stelle.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> [(pfad, mangel)] = bestimmungen_zur_grundlage({"wieder_geltend": ["17-F3"]}, BERICHT_2017)
    >>> mangel.grund
    '„17-F3“ gilt in der Fassung „bericht-2017“; wieder gelten kann nur, was nicht gilt.'
    """
    yield from unbekannte_saetze(datei, grundlage)
    yield from _vergebene_klauseln(datei, grundlage)
    yield from _genannte_klauseln(datei, grundlage)
    yield from _saetze_die_schon_nicht_gelten(datei, grundlage)
    yield from _saetze_die_noch_gelten(datei, grundlage)
    yield from _folgen_des_wegfalls(datei, grundlage)
    yield from _schon_offen(datei, grundlage)


def _klauselkennungen(datei: Tabelle) -> Iterator[Mangel]:
    kennungen = angaben(datei, "klausel", "kennung")
    for pfad, kennung in kennungen:
        if kennung in [satz.kennung for satz in NORMEN]:
            grund = f"„{kennung}“ ist die Kennung eines Satzes im Normregister; eine Klausel heißt anders."
            yield pfad, MangelError(grund, _NEUE_KLAUSEL)
    for pfad, kennung in wiederholte(kennungen):
        yield pfad, MangelError(f"Eine Klausel „{zitat(kennung)}“ steht schon weiter oben.", _NEUE_KLAUSEL)


def _ersetzte(datei: Tabelle) -> list[list[tuple[Pfad, str]]]:
    """Gibt je Klausel, welche Sätze und Klauseln sie ersetzt."""
    return [
        [((*pfad, *unterhalb), satz) for unterhalb, satz in glieder(klausel, "ersetzt")]
        for pfad, klausel in tabellen(datei, "klausel")
    ]


def _alle_ersetzten(datei: Tabelle) -> list[tuple[Pfad, str]]:
    return [genannt for liste in _ersetzte(datei) for genannt in liste]


def _nur_eines(datei: Tabelle) -> Iterator[Mangel]:
    """Prüft, ob jeder Satz und jede Klausel nur auf eine Weise wegfällt oder wieder gilt."""
    entfallen, wieder = glieder(datei, "entfallen"), glieder(datei, "wieder_geltend")
    for liste in (entfallen, wieder, *_ersetzte(datei)):
        for pfad, kennung in wiederholte(liste):
            yield pfad, MangelError(f"„{zitat(kennung)}“ steht schon weiter vorn in der Liste.", f'= ["{kennung}"]')
    weg = {kennung: pfad for pfad, kennung in _alle_ersetzten(datei)}
    for pfad, kennung in entfallen:
        if kennung in weg:
            grund = f"„{zitat(kennung)}“ steht auch unter {stelle(weg[kennung])}; ein Satz entfällt oder wird ersetzt."
            yield pfad, MangelError(grund, "den Satz nur an einer der beiden Stellen nennen")
    weg |= {kennung: pfad for pfad, kennung in entfallen}
    for pfad, kennung in wieder:
        if kennung in weg:
            grund = f"„{zitat(kennung)}“ steht auch unter {stelle(weg[kennung])}; ein Satz gilt oder gilt nicht."
            yield pfad, MangelError(grund, "den Satz nur an einer der beiden Stellen nennen")


def unbekannte_saetze(datei: Tabelle, grundlage: Vertragsfassung | None) -> Iterator[Mangel]:
    """Prüft, ob es jeden Satz und jede Klausel gibt, die wegfallen oder wieder gelten.

    Args:
        datei: Der Inhalt der Datei.
        grundlage: Die Fassung, die der Entwurf ändert; ohne sie wird nur gesagt, was kein Satz ist, aber so heißt.

    Yields:
        Jeden Mangel mit seiner Stelle.

    >>> [(pfad, mangel)] = unbekannte_saetze({"entfallen": ["17-F33", "§ 7"]}, None)
    >>> pfad, mangel.grund
    (('entfallen', 0), 'Das Normregister kennt „17-F33“ nicht. Gemeint ist vielleicht „17-F3“.')
    """
    klauseln = [klausel.kennung for klausel in grundlage.klauseln] if grundlage else []
    for pfad, kennung in (*glieder(datei, "entfallen"), *_alle_ersetzten(datei)):
        if kennung not in klauseln and (grundlage or re.fullmatch("[0-9]{2}-[A-Z]+[0-9]+", kennung)):
            yield from _unbekannt(pfad, kennung, klauseln, datei, grundlage)
    for pfad, kennung in glieder(datei, "wieder_geltend"):
        if kennung in klauseln:
            grund = f"„{zitat(kennung)}“ ist eine Klausel; wieder gelten kann nur ein Satz des Normregisters."
            yield pfad, MangelError(grund, '= ["17-F3"]')
        else:
            yield from _unbekannt(pfad, kennung, (), datei, None)


def _unbekannt(
    pfad: Pfad, kennung: str, klauseln: Iterable[str], datei: Tabelle, grundlage: Vertragsfassung | None
) -> Iterator[Mangel]:
    try:
        norm(kennung[: LAENGSTES_ZITAT + 1])
    except UnbekannteNormError as fehler:
        if kennung in [neue for _, neue in angaben(datei, "klausel", "kennung")]:
            grund = f"„{zitat(kennung)}“ steht erst in diesem Entwurf; wegfallen kann nur, was bisher gilt."
            yield pfad, MangelError(grund, '= ["17-F8"]')
            return
        gemeint = _naechste(kennung, klauseln) or next(iter(fehler.aehnliche), "")
        wer = f"Weder das Normregister noch die Fassung „{grundlage.kennung}“" if grundlage and klauseln else ""
        grund = f"{wer} kennt „{zitat(kennung)}“." if wer else f"Das Normregister kennt „{zitat(kennung)}“ nicht."
        yield pfad, MangelError(f"{grund}{meinten_sie(zitat(gemeint))}", f'= ["{zitat(gemeint) or "17-F8"}"]')


def _naechste(kennung: str, klauseln: Iterable[str]) -> str:
    """Gibt die Kennung einer Klausel, die einer unbekannten am nächsten kommt, oder nichts."""
    bekannte = {schlicht(klausel): klausel for klausel in klauseln}
    return bekannte.get(naechster(kennung, bekannte), "")


def _antworten(datei: Tabelle) -> Iterator[Mangel]:
    """Prüft, ob es jede Frage gibt, ob sie nur einmal geregelt ist, und ob die Antwort zu ihr passt."""
    fragen = angaben(datei, "regelung", "frage")
    for pfad, frage in fragen:
        if frage not in _FRAGEN:
            yield pfad, mangel_der_auswahl(frage, _FRAGEN)
    for pfad, frage in wiederholte(fragen):
        grund = f"„{zitat(frage)}“ ist schon weiter oben geregelt."
        yield pfad, MangelError(grund, "jede Frage nur einmal, mit einer Antwort")
    for pfad, regelung in tabellen(datei, "regelung"):
        if "antwort" in regelung:
            for unterhalb, mangel in _antwort(text(regelung, "frage"), regelung["antwort"]):
                yield (*pfad, "antwort", *unterhalb), mangel


def _antwort(frage: str, antwort: object) -> Iterator[Mangel]:
    try:
        if frage in ANTWORTEN:
            lies_auswahl(antwort, ANTWORTEN[frage])
        elif frage == RUNDUNGSVORRANG:
            for nummer, partner in wiederholte(_nummeriert(lies_vorrang(antwort))):
                grund = f"„{zitat(partner)}“ steht schon weiter vorn in der Liste; jeder Partner steht nur einmal."
                yield nummer, MangelError(grund, f'antwort = "{VERTRAGSREIHENFOLGE}"')
    except MangelError as mangel:
        yield (), mangel
    except BaseValidationError as gruppe:
        yield from maengel(gruppe, (), AUSKUNFT)


def _nummeriert(texte: Iterable[str]) -> list[tuple[Pfad, str]]:
    return [((nummer,), glied) for nummer, glied in enumerate(texte)]


def _wieder_offen(datei: Tabelle) -> Iterator[Mangel]:
    """Prüft, ob es jede Frage gibt, die wieder offen ist, und ob der Entwurf sie nicht zugleich regelt."""
    offene = glieder(datei, "wieder_offen")
    geregelt = {frage: pfad for pfad, frage in angaben(datei, "regelung", "frage")}
    for pfad, frage in offene:
        if frage not in _FRAGEN:
            mangel = mangel_der_auswahl(frage, _FRAGEN)
            yield pfad, MangelError(mangel.grund, f'= ["{naechster(frage, _FRAGEN) or "abstimmung"}"]')
        elif frage in geregelt:
            grund = f"„{frage}“ steht auch unter {stelle(geregelt[frage])}; eine Frage ist geregelt oder offen."
            yield pfad, MangelError(grund, "die Frage nur an einer der beiden Stellen nennen")
    for pfad, frage in wiederholte(offene):
        yield pfad, MangelError(f"„{zitat(frage)}“ steht schon weiter vorn in der Liste.", "jede Frage nur einmal")


def _schon_offen(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob die geänderte Fassung regelt, was wieder offen sein soll; ohne Rundung gibt es auch keinen Vorrang."""
    alte = [regelung.frage for regelung in grundlage.geregelt]
    offene = _erste_stelle(glieder(datei, "wieder_offen"))
    neue = [frage for _, frage in angaben(datei, "regelung", "frage")]
    for frage, pfad in offene.items():
        if frage in _FRAGEN and frage not in alte:
            geregelt = f"Geregelt ist dort: {aufzaehlung(alte)}." if alte else "Sie regelt gar keine Frage."
            grund = f"Die Fassung „{grundlage.kennung}“ regelt „{frage}“ nicht; die Frage ist schon offen. {geregelt}"
            yield pfad, MangelError(grund, f'= ["{alte[0]}"]' if alte else "die Zeile weglassen")
    ohne_rundung = RUNDUNG in offene and RUNDUNG not in neue
    if ohne_rundung and RUNDUNGSVORRANG in alte and RUNDUNGSVORRANG not in {*offene, *neue}:
        grund = (
            f"Die Fassung „{grundlage.kennung}“ regelt auch „{RUNDUNGSVORRANG}“; ohne Rundung gibt es keinen Vorrang."
        )
        yield offene[RUNDUNG], MangelError(grund, f'= ["{RUNDUNG}", "{RUNDUNGSVORRANG}"]')


def _weggefallene(datei: Tabelle, grundlage: Vertragsfassung) -> dict[str, Pfad]:
    """Gibt die Klauseln der Grundlage, die entfallen oder ersetzt sind, und die erste Stelle, die das sagt."""
    genannte = _erste_stelle([*glieder(datei, "entfallen"), *_alle_ersetzten(datei)])
    return {klausel.kennung: genannte[klausel.kennung] for klausel in grundlage.klauseln if klausel.kennung in genannte}


def _vergebene_klauseln(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob eine Klausel heißt wie eine der Grundlage, die bleibt."""
    weg = _weggefallene(datei, grundlage)
    bleibende = [klausel.kennung for klausel in grundlage.klauseln if klausel.kennung not in weg]
    for pfad, kennung in angaben(datei, "klausel", "kennung"):
        if kennung in bleibende:
            grund = (
                f"Eine Klausel „{zitat(kennung)}“ hat schon die Fassung „{grundlage.kennung}“; sie gilt weiter. Soll "
                f'die neue an ihre Stelle treten, so gehört darunter ersetzt = ["{zitat(kennung)}"].'
            )
            yield pfad, MangelError(grund, _NEUE_KLAUSEL)


def _genannte_klauseln(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob es jede Klausel gibt, auf die sich eine Regelung beruft."""
    weg = _weggefallene(datei, grundlage)
    bleibende = [klausel.kennung for klausel in grundlage.klauseln if klausel.kennung not in weg]
    bekannte = [*bleibende, *(kennung for _, kennung in angaben(datei, "klausel", "kennung"))]
    for pfad, kennung in angaben(datei, "regelung", "klausel"):
        if kennung not in bekannte:
            gemeint = zitat(_naechste(kennung, bekannte))
            bekannt = f"Bekannt sind: {aufzaehlung(map(zitat, bekannte))}." if bekannte else "Der Entwurf hat keine."
            grund = f"Eine Klausel „{zitat(kennung)}“ gibt es nicht.{meinten_sie(gemeint)} {bekannt}"
            if kennung in weg:
                grund = f"Die Klausel „{zitat(kennung)}“ fällt mit {stelle(weg[kennung])} weg. {bekannt}"
            beispiel = "[[klausel]] mit dieser Kennung, oder die Zeile „klausel“ weglassen"
            yield pfad, MangelError(grund, f'= "{gemeint}"' if gemeint else beispiel)


def _schon_ersetzt(datei: Tabelle, grundlage: Vertragsfassung) -> dict[str, str]:
    """Gibt zu jedem Satz, den eine bleibende Klausel der Grundlage ersetzt, deren Kennung."""
    weg = _weggefallene(datei, grundlage)
    bleibende = [klausel for klausel in grundlage.klauseln if klausel.kennung not in weg]
    return {satz: zitat(klausel.kennung) for klausel in bleibende for satz in klausel.ersetzt}


def _saetze_die_schon_nicht_gelten(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob ein Satz schon nach der geänderten Fassung nicht mehr gilt."""
    entfallen = dict.fromkeys(grundlage.entfallen, f"in der Fassung „{grundlage.kennung}“ schon entfallen")
    ersetzt = {
        satz: f"in der Fassung „{grundlage.kennung}“ schon durch „{klausel}“ ersetzt"
        for satz, klausel in _schon_ersetzt(datei, grundlage).items()
    }
    geerbt = {
        satz: f"durch „{zitat(alte)}“ ersetzt, und an deren Stelle tritt {stelle(pfad)}"
        for pfad, alte in _alle_ersetzten(datei)
        for klausel in grundlage.klauseln
        if klausel.kennung == alte
        for satz in klausel.ersetzt
    }
    for pfad, satz in glieder(datei, "entfallen"):
        grund = (geerbt | ersetzt | entfallen).get(satz)
        if grund:
            yield pfad, MangelError(f"„{satz}“ ist {grund}.", '= ["17-F3"], nur was bisher gilt')
    for pfad, satz in _alle_ersetzten(datei):
        if satz in entfallen:
            yield pfad, MangelError(f"„{satz}“ ist {entfallen[satz]}.", '= ["17-F8"], nur was bisher gilt')
    for pfad, satz in glieder(datei, "wieder_geltend"):
        grund = (geerbt | ersetzt).get(satz)
        if grund:
            hinweis = "Damit der Satz wieder gilt, muss die Klausel ersatzlos entfallen"
            yield pfad, MangelError(f"„{satz}“ ist {grund}. {hinweis}.", "die Klausel unter „entfallen“ nennen")


def _saetze_die_noch_gelten(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob ein Satz wieder gelten soll, der nach der geänderten Fassung gilt."""
    geltende = {satz.kennung for satz in NORMEN} - {*grundlage.entfallen}
    geltende -= {satz for klausel in grundlage.klauseln for satz in klausel.ersetzt}
    weg = {kennung for _, kennung in (*glieder(datei, "entfallen"), *_alle_ersetzten(datei))}
    for pfad, satz in glieder(datei, "wieder_geltend"):
        if satz in geltende - weg:
            grund = f"„{satz}“ gilt in der Fassung „{grundlage.kennung}“; wieder gelten kann nur, was nicht gilt."
            yield pfad, MangelError(grund, "den Satz hier weglassen")


def _folgen_des_wegfalls(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob zu jeder Klausel, die wegfällt, gesagt ist, was aus ihren Fragen und Sätzen wird."""
    genannte = [genannt for _, genannt in _alle_ersetzten(datei)]
    geklaert = {*ersetzte_saetze(genannte, grundlage), *_schon_ersetzt(datei, grundlage), *grundlage.entfallen}
    geklaert |= {satz for name in ("entfallen", "wieder_geltend") for _, satz in glieder(datei, name)}
    beantwortet = {frage for _, frage in (*angaben(datei, "regelung", "frage"), *glieder(datei, "wieder_offen"))}
    weg = _weggefallene(datei, grundlage)
    for klausel in grundlage.klauseln:
        fragen = [
            regelung.frage
            for regelung in grundlage.geregelt
            if regelung.klausel == klausel.kennung and regelung.frage not in beantwortet
        ]
        saetze = [satz for satz in klausel.ersetzt if satz not in geklaert]
        if klausel.kennung in weg and (fragen or saetze):
            yield weg[klausel.kennung], _offene_folge(zitat(klausel.kennung), fragen, saetze)


def _offene_folge(klausel: str, fragen: list[str], saetze: list[str]) -> MangelError:
    gruende, beispiele = [f"Mit „{klausel}“ fällt eine Klausel weg."], []
    if fragen:
        gruende.append(f"Sie regelt {aufzaehlung(fragen)}: Das wird neu geregelt oder ist wieder offen.")
        beispiele.append(f"wieder_offen = {_liste(fragen)}")
    if saetze:
        gruende.append(f"Sie ersetzt {aufzaehlung(saetze)}: Das entfällt, wird neu ersetzt oder gilt wieder.")
        beispiele.append(f"wieder_geltend = {_liste(saetze)}")
    return MangelError(" ".join(gruende), " und ".join(beispiele))


def _liste(texte: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{glied}"' for glied in texte) + "]"
