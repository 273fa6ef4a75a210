"""Aufgaben: was der Rechner kann, als Funktionen über Texte. Gerechnet wird mit denselben Funktionen wie am Bildschirm.

Jede Aufgabe nimmt den Text einer Falldatei und gibt eine Antwort: das Ergebnis als HTML und als JSON, oder alle
Probleme der Datei.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TypeVar

from attrs import evolve, frozen

from kooperationsvertrag.ablauf.ergebnis import ergebnis
from kooperationsvertrag.darstellung.abrechnung import Kopf
from kooperationsvertrag.darstellung.beleg import beleg_des_vergleichs, kopf, kopf_des_falls
from kooperationsvertrag.darstellung.synopse import synopse
from kooperationsvertrag.fall.als_json import Json, abrechnung_als_json
from kooperationsvertrag.fall.antrag import Pruefauftrag, lies_antrag
from kooperationsvertrag.fall.beitritt_als_json import beitritt_als_json
from kooperationsvertrag.fall.einlesen import Fall, lies_fall
from kooperationsvertrag.fall.entwurf import EINGEBAUT, lade_entwurf
from kooperationsvertrag.fall.probleme import EingabeError, Problem
from kooperationsvertrag.fall.rechnung import namen_im_vergleich, schritte, stand_am, verglichener_fall
from kooperationsvertrag.fall.schema import OHNE_TITEL
from kooperationsvertrag.fall.stand_als_json import stand_als_json
from kooperationsvertrag.fall.vergleich_als_json import VerglichenerFall, vergleich_als_json
from kooperationsvertrag.rechner.eigeneworte import mit_marken
from kooperationsvertrag.rechner.ergebnisblatt import ergebnisblatt
from kooperationsvertrag.rechner.seiten import (
    abrechnungsseite,
    beitragsbild,
    pflichtenseite,
    pruefungsseite,
    vergleichswahl,
)
from kooperationsvertrag.revision.beitritt import Beitrittspruefung, pruefe_beitritt
from kooperationsvertrag.revision.fassungsvergleich import hindernisse, vergleiche
from kooperationsvertrag.vertrag.fassung import Vertragsfassung

T = TypeVar("T")

Dateien = Mapping[str, str]
"""Inhalt weiterer Dateien je Name: Entwürfe, die ein Fall als Fassung nennt."""

KEINE: Dateien = MappingProxyType({})
"""Wo keine weitere Datei nötig ist."""


IN_DER_DATEI = " Gewählt wird sie in der Falldatei unter [auslegung]."
"""Was die Synopse zum Wählen sagt; im Rechner wird angekreuzt."""

KEINE_FASSUNG = "Hier ist noch keine Fassung gewählt. Unter dem Feld lässt sich ein Entwurf laden."
"""Was zu sagen ist, wo keine bekannte Fassung steht."""


@frozen
class Antwort:
    """Was zu einer Aufgabe herauskommt."""

    seite: str = ""
    """Das Ergebnis als HTML ohne Gerüst; leer, wenn die Eingabe nicht brauchbar ist."""
    blatt: str = ""
    """Das Ergebnis als ganze HTML-Datei zum Ablegen."""
    json: str = ""
    """Das Ergebnis als JSON, Zeichen für Zeichen wie von der Befehlszeile."""
    eindeutig: bool = False
    """Ob keine Lesart zu wählen ist."""
    probleme: tuple[Problem, ...] = ()
    """Was an der Eingabe nicht stimmt."""


def rechne_ab(text: str, dateien: Dateien = KEINE) -> Antwort:
    """Rechnet die Haushaltsjahre eines Falls ab.

    Args:
        text: Die Falldatei.
        dateien: Entwürfe, die sie nennt.

    Returns:
        Das Ergebnis mit Begründung, oder die Probleme.

    >>> rechne_ab("").probleme[0].grund
    'Die Datei ist leer.'
    """
    try:
        fall = _gelesen(lies_fall, text, dateien)
    except EingabeError as fehler:
        return Antwort(probleme=fehler.probleme)
    gerechnet = ergebnis(fall.aufzeichnung, fall.auslegung, fall.konvention)
    gezeigt = mit_marken(fall)
    unter_marken = gerechnet if gezeigt is fall else ergebnis(gezeigt.aufzeichnung, fall.auslegung, fall.konvention)
    oben = evolve(kopf_des_falls(gezeigt), titel=_titel(gezeigt), beleg=kopf_des_falls(fall).beleg)
    begruendet = schritte(gezeigt, unter_marken)
    return Antwort(
        seite=abrechnungsseite(unter_marken, oben, begruendet),
        blatt=ergebnisblatt(_titel(fall), abrechnungsseite(unter_marken, oben, begruendet, waehlbar=False)),
        json=als_text(abrechnung_als_json(fall, gerechnet)),
        eindeutig=gerechnet.ist_eindeutig,
    )


def _titel(fall: Fall) -> str:
    """Nennt einen Fall ohne Titel nach seinen Jahren."""
    jahre = sorted(jahr.jahr for jahr in fall.aufzeichnung.haushaltsjahre)
    if fall.titel != OHNE_TITEL or not jahre:
        return fall.titel
    return f"Haushaltsjahr {jahre[0]}" if len(jahre) == 1 else f"Haushaltsjahre {jahre[0]} bis {jahre[-1]}"


def pruefe_antrag(text: str, dateien: Dateien = KEINE) -> Antwort:
    """Prüft einen Antrag auf Beitritt.

    Args:
        text: Die Datei des Antrags.
        dateien: Entwürfe, die sie nennt.

    Returns:
        Das Ergebnis, oder die Probleme.
    """
    try:
        auftrag = _gelesen(lies_antrag, text, dateien)
    except EingabeError as fehler:
        return Antwort(probleme=fehler.probleme)
    pruefung, gezeigt = _geprueft(auftrag), mit_marken(auftrag)
    unter_marken = pruefung if gezeigt is auftrag else _geprueft(gezeigt)
    oben = evolve(_kopf_des_antrags(gezeigt), beleg=_kopf_des_antrags(auftrag).beleg)
    return Antwort(
        seite=pruefungsseite(unter_marken, gezeigt, oben),
        blatt=ergebnisblatt(auftrag.titel, pruefungsseite(unter_marken, gezeigt, oben, waehlbar=False)),
        json=als_text(beitritt_als_json(auftrag, pruefung)),
        eindeutig=pruefung.ist_eindeutig,
    )


def _geprueft(auftrag: Pruefauftrag) -> Beitrittspruefung:
    return pruefe_beitritt(auftrag.fassung, auftrag.antrag, auftrag.auslegung)


def _kopf_des_antrags(auftrag: Pruefauftrag) -> Kopf:
    bewerber = {auftrag.antrag.kennung: auftrag.antrag.name}
    return kopf(auftrag.titel, auftrag.fassung, bewerber, auftrag.fingerabdruck)


def zeige_pflichten(text: str, stichtag: date, dateien: Dateien = KEINE) -> Antwort:
    """Zeigt, wie es an einem Tag um den Vertrag steht.

    Args:
        text: Die Falldatei.
        stichtag: Der Tag.
        dateien: Entwürfe, die sie nennt.

    Returns:
        Der Stand, oder die Probleme.
    """
    try:
        fall = _gelesen(lies_fall, text, dateien)
    except EingabeError as fehler:
        return Antwort(probleme=fehler.probleme)
    stand, gezeigt = stand_am(fall, stichtag), mit_marken(fall)
    unter_marken = stand if gezeigt is fall else stand_am(gezeigt, stichtag)
    beleg = kopf_des_falls(fall, stichtag).beleg
    oben = evolve(kopf_des_falls(gezeigt, stichtag), titel=_titel(gezeigt), beleg=beleg)
    return Antwort(
        seite=pflichtenseite(unter_marken, oben),
        blatt=ergebnisblatt(_titel(fall), pflichtenseite(unter_marken, oben, waehlbar=False)),
        json=als_text(stand_als_json(fall, stand)),
        eindeutig=stand.ist_eindeutig,
    )


def vergleiche_fassungen(alt: str, neu: str, faelle: Sequence[str] = (), dateien: Dateien = KEINE) -> Antwort:
    """Vergleicht zwei Fassungen, auch an Fällen.

    Args:
        alt: Kennung der bisherigen Fassung oder Name eines Entwurfs.
        neu: Kennung der neuen Fassung oder Name eines Entwurfs.
        faelle: Texte von Falldateien, an denen gerechnet wird.
        dateien: Die Entwürfe.

    Returns:
        Die Synopse, oder die Probleme.
    """
    probleme: list[Problem] = []
    fassungen = [
        _versucht(lies_fassung, probleme, stelle, name, dateien) for stelle, name in (("alt", alt), ("neu", neu))
    ]
    gelesen = [
        _versucht(_lies_fall, probleme, f"faelle[{nummer}]", text, dateien) for nummer, text in enumerate(faelle)
    ]
    bisher, kuenftig = fassungen
    if probleme or bisher is None or kuenftig is None:
        return Antwort(probleme=tuple(probleme))
    alle = [fall for fall in gelesen if fall]
    probleme += _nicht_rechenbar(alle, (bisher, kuenftig))
    if probleme:
        return Antwort(probleme=tuple(probleme))
    vergleich = vergleiche(bisher, kuenftig)
    verglichene = [verglichener_fall(fall, bisher, kuenftig) for fall in alle]
    namen, beleg = namen_im_vergleich(alle, bisher, kuenftig), beleg_des_vergleichs(vergleich, verglichene)
    blatt = synopse(vergleich, verglichene, namen, beleg)
    return Antwort(
        seite=_mitte(blatt, beitragsbild(bisher, kuenftig), _wahl(verglichene)),
        blatt=blatt,
        json=als_text(vergleich_als_json(vergleich, verglichene)),
        eindeutig=all(fall.vergleich.neu.ist_eindeutig for fall in verglichene),
    )


def _nicht_rechenbar(faelle: Sequence[Fall], fassungen: Sequence[Vertragsfassung]) -> Iterator[Problem]:
    for nummer, fall in enumerate(faelle):
        gruende = dict.fromkeys(grund for fassung in fassungen for grund in hindernisse(fall.aufzeichnung, fassung))
        for grund in gruende:
            yield Problem(f"faelle[{nummer}]", f"„{fall.titel}“ lässt sich nicht rechnen: {grund}", "")


def _wahl(verglichene: Sequence[VerglichenerFall]) -> str:
    return vergleichswahl([ergebnis for fall in verglichene for ergebnis in (fall.vergleich.alt, fall.vergleich.neu)])


def _mitte(blatt: str, bild: str, wahl: str) -> str:
    """Nimmt aus der ganzen Synopse, was in ihr steht; nach dem ersten Satz ein Bild, am Ende, was zu wählen ist."""
    oben = blatt.partition("<header>")[2].partition("</header>")[0].replace("h1>", "h2>")
    kern, absatz, inhalt = blatt.partition('<main id="inhalt">')[2].partition("</main>")[0].partition("</p>")
    beleg = blatt.partition("<footer>")[2].partition("</footer>")[0]
    eine_ebene_tiefer = _regeln_zugeklappt(inhalt).replace("<h2", "<h3").replace("</h2>", "</h3>")
    return f"{oben}{kern}{absatz}{bild}{eine_ebene_tiefer.replace(IN_DER_DATEI, '')}{wahl}{beleg}"


def _regeln_zugeklappt(inhalt: str) -> str:
    """Klappt zu, was nur angeht, wer mit der Bibliothek rechnet."""
    davor, kopf, rest = inhalt.partition('<section aria-labelledby="regeln"><h2 id="regeln">')
    titel, _, rest = rest.partition("</h2>")
    tafel, _, danach = rest.partition("</section>")
    if not kopf:
        return inhalt
    return f'{davor}<details class="technik"><summary>Für die Technik: {titel}</summary>{tafel}</details>{danach}'


def lies_fassung(name: str, dateien: Dateien = KEINE) -> Vertragsfassung:
    """Gibt eine eingebaute Fassung oder liest einen Entwurf.

    Args:
        name: Kennung der Fassung oder Name des Entwurfs.
        dateien: Die Entwürfe.

    Returns:
        Die Fassung.

    Raises:
        EingabeError: Die Fassung gibt es nicht, oder der Entwurf ist nicht brauchbar.

    >>> lies_fassung("bericht-2017").kennung
    'bericht-2017'
    """
    if name in EINGEBAUT:
        return EINGEBAUT[name]
    if name not in dateien:
        raise EingabeError([Problem("Datei", KEINE_FASSUNG, "")])
    with _ordner(dateien) as ordner:
        return lade_entwurf(ordner / PurePath(name).name)


def _lies_fall(text: str, dateien: Dateien) -> Fall:
    return _gelesen(lies_fall, text, dateien)


def _versucht(
    lies: Callable[[str, Dateien], T], probleme: list[Problem], wo: str, was: str, dateien: Dateien
) -> T | None:
    try:
        return lies(was, dateien)
    except EingabeError as fehler:
        probleme += [evolve(problem, stelle=wo, grund=_mit_ort(problem)) for problem in fehler.probleme]
        return None


def _mit_ort(problem: Problem) -> str:
    return problem.grund if problem.stelle == "Datei" else f"{problem.ort}: {problem.grund}"


def _gelesen(lies: Callable[[bytes, Path], T], text: str, dateien: Dateien) -> T:
    with _ordner(dateien) as ordner:
        return lies(text.encode(), ordner)


@contextmanager
def _ordner(dateien: Dateien) -> Iterator[Path]:
    """Legt Entwürfe in einen Ordner, wo die Bibliothek sie neben der Falldatei sucht."""
    with tempfile.TemporaryDirectory() as name:
        for datei, text in dateien.items():
            (Path(name) / PurePath(datei).name).write_bytes(text.encode())
        yield Path(name)


def als_text(inhalt: Mapping[str, Json]) -> str:
    r"""Schreibt JSON wie die Befehlszeile.

    Args:
        inhalt: Was zu schreiben ist.

    Returns:
        Das Dokument mit Zeilenende.

    >>> als_text({"titel": "Übertrag"})
    '{\n  "titel": "Übertrag"\n}\n'
    """
    return json.dumps(inhalt, ensure_ascii=False, indent=2) + "\n"
