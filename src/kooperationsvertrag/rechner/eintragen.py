"""Eintragen: aus einer Falldatei wird ein ausgefülltes Formular, aus einem ausgefüllten Formular eine Falldatei.

Ein Formular ist ausgefüllt mit Texten, so wie jemand sie tippt. Was es nicht zeigt oder was niemand geändert hat,
bleibt in der Falldatei, wie es ist. Nur was lesbar, aber verschrieben ist, steht danach richtig da: ein Tag oder ein
Jahr in Anführungszeichen.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from kooperationsvertrag.ablauf.haushaltsjahr import Uebertragungsumfang
from kooperationsvertrag.fall.fassungen import ENDUNG
from kooperationsvertrag.fall.probleme import Pfad, Problem, stelle, zitat
from kooperationsvertrag.fall.schema import VERTRAGSREIHENFOLGE
from kooperationsvertrag.rechner.bausteine import (
    Baustein,
    Bedingung,
    Entscheidung,
    Feld,
    Feldart,
    Gruppe,
    Liste,
    Weg,
)

Tabelle = Mapping[str, object]
"""Eine Tabelle der Falldatei."""

Ausgefuellt = Mapping[str, object]
"""Ein Teil eines ausgefüllten Formulars."""

NUMMER = "#"
"""Unter diesem Namen steht, die wievielte ihrer Art eine Tabelle in der gelesenen Datei war."""

VORHANDEN = "?"
"""Unter diesem Namen steht, ob es eine freiwillige Gruppe gibt."""

JA, NEIN = "ja", "nein"
"""Wie ein Wahrheitswert im Formular steht."""

BEISPIELE_JE_ART = {
    Feldart.DATUM: "14.02.2019",
    Feldart.JAHR: "2018",
    Feldart.BETRAG: "43.417,55",
    Feldart.PARTNER: "Düsseldorf",
}
"""Was in einem Feld stehen könnte."""

UNGLAUBHAFT = 10**100
"""So große Zahlen sind nie gemeint; ein Feld zeigt sie nicht."""


# Aus der Falldatei


def ausgefuellt(tabelle: Tabelle, glieder: Iterable[Baustein]) -> dict[str, object]:
    """Füllt ein Formular mit dem, was in einer Tabelle steht.

    Args:
        tabelle: Die Tabelle, wie TOML sie liest.
        glieder: Die Bausteine des Formulars.

    Returns:
        Was in jedem Feld steht; leer, wo die Tabelle nichts hat oder das Feld es nicht zeigen kann.

    >>> from kooperationsvertrag.rechner.formulare import TITEL
    >>> ausgefuellt({"titel": "Haushaltsjahr 2018"}, [TITEL])
    {'titel': 'Haushaltsjahr 2018'}
    """
    werte: dict[str, object] = {}
    for glied in glieder:
        werte.update(_glied(tabelle, glied))
    return werte


def _glied(tabelle: Tabelle, glied: Baustein) -> dict[str, object]:
    if isinstance(glied, Feld):
        return {glied.name: _gezeigt(tabelle, glied)}
    if isinstance(glied, Entscheidung):
        weg = _weg(tabelle, glied)
        werte: dict[str, object] = {f"{VORHANDEN}{glied.name}": weg.wert if weg else ""}
        for einer in glied.wege:
            werte.update(ausgefuellt(tabelle, einer.glieder))
        return werte
    if isinstance(glied, Gruppe):
        vorhanden = isinstance(tabelle.get(glied.name), dict)
        return {
            glied.name: {
                VORHANDEN: JA if vorhanden else "",
                **ausgefuellt(_tabelle(tabelle.get(glied.name)), glied.glieder),
            }
        }
    zeilen = zeilen_von(tabelle.get(glied.name))
    return {glied.name: [{NUMMER: nr, **ausgefuellt(zeile, glied.glieder)} for nr, zeile in enumerate(zeilen)]}


def _tabelle(wert: object) -> Tabelle:
    return wert if isinstance(wert, Mapping) else {}


def zeilen_von(wert: object) -> list[Tabelle]:
    """Gibt die Tabellen einer Liste; keine, wo etwas anderes steht: das zeigt ein Formular nicht.

    Args:
        wert: Der Wert, wie TOML ihn liest.

    Returns:
        Die Tabellen.

    >>> zeilen_von([{"jahr": 2018}]), zeilen_von([2018])
    ([{'jahr': 2018}], [])
    """
    zeilen = wert if isinstance(wert, list) else []
    return list(zeilen) if all(isinstance(zeile, Mapping) for zeile in zeilen) else []


def _weg(tabelle: Tabelle, entscheidung: Entscheidung) -> Weg | None:
    """Findet die Antwort, die in der Tabelle steht; stehen mehrere da, ist keine gewählt."""
    gegebene = [weg for weg in entscheidung.wege if _steht_da(tabelle, weg)]
    return gegebene[0] if len(gegebene) == 1 else None


def _steht_da(tabelle: Tabelle, weg: Weg) -> bool:
    return bool(weg.angabe and tabelle.get(weg.angabe[0]) == weg.angabe[1]) or _hat_etwas(tabelle, weg)


def _hat_etwas(tabelle: Tabelle, weg: Weg) -> bool:
    return any(name in tabelle for name in _namen(weg.glieder))


def _namen(glieder: Iterable[Baustein]) -> Iterator[str]:
    """Nennt die Angaben der Falldatei, die Bausteine belegen."""
    for glied in glieder:
        if isinstance(glied, Feld):
            yield from (glied.name, *glied.weitere)
        elif isinstance(glied, Entscheidung):
            yield glied.name
            for weg in glied.wege:
                yield from _namen(weg.glieder)
        else:
            yield glied.name


def _gezeigt(tabelle: Tabelle, feld: Feld) -> object:
    wert = tabelle.get(feld.name)
    if feld.art is Feldart.BETEILIGTE:
        return _texte(wert)
    if feld.art is Feldart.STIMMEN:
        return {wer: name for name in (feld.name, *feld.weitere) for wer in _texte(tabelle.get(name))}
    if feld.art is Feldart.GEWICHTE:
        return {str(wer): _text(gewicht) for wer, gewicht in _tabelle(wert).items()}
    if feld.art is Feldart.REIHENFOLGE and isinstance(wert, list):
        return ", ".join(_texte(wert))
    return _text(wert)


def _texte(wert: object) -> list[str]:
    return [teil for teil in wert if isinstance(teil, str)] if isinstance(wert, list) else []


def _text(wert: object) -> str:
    if isinstance(wert, bool):
        return JA if wert else NEIN
    if isinstance(wert, date) and not isinstance(wert, datetime):
        return f"{wert:%d.%m.%Y}"
    if isinstance(wert, int) and abs(wert) >= UNGLAUBHAFT:
        return ""
    return str(wert) if isinstance(wert, (str, int, float)) else ""


# In die Falldatei


def eingetragen(tabelle: Tabelle, werte: Ausgefuellt, glieder: Iterable[Baustein]) -> dict[str, object]:
    """Trägt ein ausgefülltes Formular in eine Tabelle ein.

    Args:
        tabelle: Die Tabelle, wie sie war; leer bei einem neuen Fall.
        werte: Was im Formular steht.
        glieder: Die Bausteine des Formulars.

    Returns:
        Die neue Tabelle. Was das Formular nicht zeigt oder was so blieb, ist dasselbe wie vorher; lesbar
        Verschriebenes ist richtiggestellt.

    >>> from kooperationsvertrag.rechner.formulare import DATUM
    >>> eingetragen({"beleg": "Az. 1"}, {"datum": "14.02.2019"}, [DATUM])
    {'beleg': 'Az. 1', 'datum': datetime.date(2019, 2, 14)}
    """
    neu, alle = dict(tabelle), tuple(glieder)
    for feld in (glied for glied in alle if isinstance(glied, Feld)):
        _entferne_unnoetiges(neu, tabelle, werte, feld)
    for glied in alle:
        if isinstance(glied, Feld):
            _trage_feld_ein(neu, tabelle, werte, glied)
        elif isinstance(glied, Entscheidung):
            _trage_entscheidung_ein(neu, tabelle, werte, glied)
        elif isinstance(glied, Gruppe):
            _trage_gruppe_ein(neu, tabelle, werte, glied)
        else:
            _trage_liste_ein(neu, tabelle, werte, glied)
    return neu


def _entferne_unnoetiges(neu: dict[str, object], alt: Tabelle, werte: Ausgefuellt, feld: Feld) -> None:
    """Entfernt, was durch eine andere Antwort unnötig wird; was schon vorher nicht passte, bleibt."""
    if feld.wenn and not gilt(feld.wenn, werte) and gilt(feld.wenn, texte_aus(alt)):
        _entferne(neu, (feld.name, *feld.weitere))


def texte_aus(tabelle: Tabelle) -> dict[str, str]:
    """Gibt die Angaben einer Tabelle, wie sie in Feldern stehen.

    Args:
        tabelle: Die Tabelle.

    Returns:
        Je Angabe ein Text.

    >>> texte_aus({"jahr": 2018, "einstimmig": True})
    {'jahr': '2018', 'einstimmig': 'ja'}
    """
    return {name: _text(wert) for name, wert in tabelle.items()}


def _trage_feld_ein(neu: dict[str, object], alt: Tabelle, werte: Ausgefuellt, feld: Feld) -> None:
    vorher = _gezeigt(alt, feld)
    wert = werte.get(feld.name, vorher)
    ist_unveraendert = wert == vorher and (feld.name in neu or feld.name not in alt)
    bleibt = ist_unveraendert and not _ist_lesbar_verschrieben(alt.get(feld.name), feld)
    if bleibt or (feld.wenn and not gilt(feld.wenn, werte)):
        return
    _entferne(neu, (feld.name, *feld.weitere))
    neu.update(_angaben(feld, wert, alt))


def _ist_lesbar_verschrieben(wert: object, feld: Feld) -> bool:
    """Sagt, ob die Falldatei etwas anderes hat, als sie braucht, das aber dasselbe sagt: einen Tag als Text."""
    if feld.art is Feldart.TEXT:
        return isinstance(wert, int) and not isinstance(wert, bool) and bool(_text(wert))
    if feld.art is Feldart.GEWICHTE:
        gewichte = list(_tabelle(wert).values())
        sind_zahlen = all(isinstance(_zahl(_text(gewicht)), int) for gewicht in gewichte)
        return sind_zahlen and any(isinstance(gewicht, str) for gewicht in gewichte)
    return isinstance(wert, str) and _gelesen(feld, wert.strip()) not in (wert.strip(), [])


def gilt(bedingung: Bedingung, werte: Ausgefuellt) -> bool:
    """Sagt, ob ein Baustein gebraucht wird.

    Args:
        bedingung: Wann er gebraucht wird.
        werte: Was in den Feldern derselben Tabelle steht.

    Returns:
        Ob er gebraucht wird.

    >>> gilt(Bedingung("geprueft"), {"geprueft": "14.02.2019"}), gilt(Bedingung("geprueft"), {})
    (True, False)
    """
    wert = werte.get(bedingung.feld, "")
    if bedingung.und and not gilt(bedingung.und, werte):
        return False
    return wert in bedingung.werte if bedingung.werte else bool(wert)


def _entferne(tabelle: dict[str, object], namen: Iterable[str]) -> None:
    for name in namen:
        tabelle.pop(name, None)


def _angaben(feld: Feld, wert: object, alt: Tabelle) -> dict[str, object]:
    """Schreibt, was in einem Feld steht, so wie die Falldatei es braucht; ein leeres Feld ist keine Angabe."""
    if feld.art is Feldart.STIMMEN:
        stimmen = _tabelle(wert)
        if not any(stimmen.values()):
            return {}
        listen = {name: [wer for wer, wie in stimmen.items() if wie == name] for name in (feld.name, *feld.weitere)}
        return {name: liste for name, liste in listen.items() if liste or name in alt}
    if feld.art is Feldart.GEWICHTE:
        gewichte = {wer: _zahl(str(gewicht)) for wer, gewicht in _tabelle(wert).items() if str(gewicht).strip()}
        return {feld.name: gewichte} if gewichte else {}
    if feld.art is Feldart.BETEILIGTE:
        return {feld.name: _texte(wert)} if wert else {}
    text = str(wert).strip()
    return {feld.name: _gelesen(feld, text)} if text else {}


def _gelesen(feld: Feld, text: str) -> object:
    if feld.art is Feldart.DATUM:
        return lies_tag(text) or text
    if feld.art is Feldart.JAHR:
        return _zahl(text)
    if feld.art is Feldart.JA_NEIN:
        return {JA: True, NEIN: False}.get(text, text)
    if feld.art is Feldart.REIHENFOLGE:
        reihenfolge = [teil.strip() for teil in text.split(",") if teil.strip()]
        return VERTRAGSREIHENFOLGE if text.lower() == VERTRAGSREIHENFOLGE else reihenfolge
    if feld.beispiel == Uebertragungsumfang.ALLES and text.lower() == Uebertragungsumfang.ALLES:
        return Uebertragungsumfang.ALLES.value
    return text


def lies_tag(text: str) -> date | None:
    """Liest einen Tag in deutscher Form oder als Jahr-Monat-Tag.

    Args:
        text: Was jemand eingetippt hat.

    Returns:
        Der Tag; nichts, wenn es keiner ist.

    >>> lies_tag("14.02.2019") == lies_tag(" 14. 2. 2019 ") == lies_tag("2019-02-14")
    True
    >>> lies_tag("31.02.2019")
    """
    deutsch = re.fullmatch(r"([0-9]{1,2})[.] ?([0-9]{1,2})[.] ?([0-9]{4})", text.strip())
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text.strip())
    try:
        if deutsch:
            return date(int(deutsch[3]), int(deutsch[2]), int(deutsch[1]))
        return date(int(iso[1]), int(iso[2]), int(iso[3])) if iso else None
    except ValueError:
        return None


def _zahl(text: str) -> object:
    """Gibt eine ganze Zahl; was keine ist, bleibt Text und wird beim Lesen der Falldatei bemängelt."""
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text.strip()) else text


def _trage_entscheidung_ein(
    neu: dict[str, object], alt: Tabelle, werte: Ausgefuellt, entscheidung: Entscheidung
) -> None:
    vorher = _weg(alt, entscheidung)
    gewaehlt = next(
        (weg for weg in entscheidung.wege if weg.wert == werte.get(f"{VORHANDEN}{entscheidung.name}")), None
    )
    if gewaehlt is None:
        return
    if gewaehlt != vorher:
        for weg in entscheidung.wege:
            _entferne(neu, [*([weg.angabe[0]] if weg.angabe else []), *_namen(weg.glieder)])
        neu.update([gewaehlt.angabe] if gewaehlt.angabe else [])
    eigene = {name: alt[name] for name in _namen(gewaehlt.glieder) if name in alt}
    _entferne(neu, _namen(gewaehlt.glieder))
    neu.update(eingetragen(eigene, werte, gewaehlt.glieder))


def _trage_gruppe_ein(neu: dict[str, object], alt: Tabelle, werte: Ausgefuellt, gruppe: Gruppe) -> None:
    inhalt = _tabelle(werte.get(gruppe.name))
    if gruppe.freiwillig and not inhalt.get(VORHANDEN):
        if isinstance(alt.get(gruppe.name), Mapping):
            _entferne(neu, [gruppe.name])
        return
    eintrag = eingetragen(_tabelle(alt.get(gruppe.name)), inhalt, gruppe.glieder)
    if eintrag or gruppe.freiwillig or isinstance(alt.get(gruppe.name), Mapping):
        neu[gruppe.name] = eintrag


def _trage_liste_ein(neu: dict[str, object], alt: Tabelle, werte: Ausgefuellt, liste: Liste) -> None:
    zeilen, bisher = zeilen_von(werte.get(liste.name)), zeilen_von(alt.get(liste.name))
    if not zeilen and not bisher:
        return
    neue = [eingetragen(_bisherige(zeile, bisher), zeile, liste.glieder) for zeile in zeilen]
    _entferne(neu, [] if neue else [liste.name])
    neu.update({liste.name: neue} if neue else {})


def _bisherige(zeile: Ausgefuellt, bisher: Sequence[Tabelle]) -> Tabelle:
    nummer = zeile.get(NUMMER)
    return bisher[nummer] if isinstance(nummer, int) and nummer < len(bisher) else {}


# Was ein Formular nicht zeigt, und was an ihm nicht stimmt


def nicht_gezeigt(tabelle: Tabelle, glieder: Sequence[Baustein], pfad: Pfad = ()) -> Iterator[Pfad]:
    """Nennt, was in einer Tabelle steht und im Formular nicht zu sehen ist.

    Args:
        tabelle: Die Tabelle.
        glieder: Die Bausteine des Formulars.
        pfad: Der Weg zur Tabelle.

    Yields:
        Den Weg zu jeder solchen Angabe.

    >>> from kooperationsvertrag.rechner.formulare import TITEL
    >>> list(nicht_gezeigt({"titel": "", "ereignis": []}, [TITEL]))
    [('ereignis',)]
    """
    alle = list(alle_bausteine(glieder))
    gezeigt = {name for glied in alle for name in _namen([glied])}
    yield from ((*pfad, name) for name in tabelle if name not in gezeigt)
    for glied in alle:
        if isinstance(glied, Gruppe):
            yield from nicht_gezeigt(_tabelle(tabelle.get(glied.name)), glied.glieder, (*pfad, glied.name))
        elif isinstance(glied, Liste):
            for nummer, zeile in enumerate(zeilen_von(tabelle.get(glied.name))):
                yield from nicht_gezeigt(zeile, glied.glieder, (*pfad, glied.name, nummer))


def alle_bausteine(glieder: Iterable[Baustein]) -> Iterator[Baustein]:
    """Nennt Bausteine und die, die hinter einer Entscheidung stehen.

    Args:
        glieder: Die Bausteine.

    Yields:
        Jeden Baustein, der zur selben Tabelle gehört.

    >>> from kooperationsvertrag.rechner.formulare import AUSGABEN
    >>> [baustein.name for baustein in alle_bausteine([AUSGABEN])]
    ['verausgabt', 'verausgabt', 'ausgabe']
    """
    for glied in glieder:
        yield glied
        if isinstance(glied, Entscheidung):
            for weg in glied.wege:
                yield from alle_bausteine(weg.glieder)


def maengel(
    tabelle: Tabelle,
    werte: Ausgefuellt,
    glieder: Iterable[Baustein],
    entwuerfe: Collection[str] = (),
    pfad: Pfad = (),
) -> Iterator[Problem]:
    """Nennt, was an den Einträgen in Worten eines Formulars zu bemängeln ist.

    Args:
        tabelle: Die eingetragene Tabelle.
        werte: Das Formular, aus dem sie entstand.
        glieder: Die Bausteine des Formulars.
        entwuerfe: Namen der Entwürfe, die geladen sind.
        pfad: Der Weg zur Tabelle.

    Yields:
        Jeden Mangel mit seiner Stelle.

    >>> from kooperationsvertrag.rechner.formulare import DATUM
    >>> [str(problem) for problem in maengel({"datum": "31.02.2019"}, {"datum": "31.02.2019"}, [DATUM])]
    ['datum: „31.02.2019“ ist kein Tag. Richtig wäre zum Beispiel: 14.02.2019']
    """
    for glied in glieder:
        hier = (*pfad, glied.name)
        if isinstance(glied, Feld):
            yield from _mangel(tabelle, glied, entwuerfe, hier)
        elif isinstance(glied, Entscheidung):
            yield from _mangel_der_entscheidung(tabelle, werte, glied, entwuerfe, pfad)
        elif isinstance(glied, Gruppe):
            if isinstance(tabelle.get(glied.name, None if glied.freiwillig else {}), Mapping):
                innen = _tabelle(tabelle.get(glied.name)), _tabelle(werte.get(glied.name))
                yield from maengel(*innen, glied.glieder, entwuerfe, hier)
        else:
            zeilen = zip(zeilen_von(tabelle.get(glied.name)), zeilen_von(werte.get(glied.name)), strict=False)
            for nummer, (zeile, eingabe) in enumerate(zeilen):
                yield from maengel(zeile, eingabe, glied.glieder, entwuerfe, (*hier, nummer))


def _mangel_der_entscheidung(
    tabelle: Tabelle, werte: Ausgefuellt, entscheidung: Entscheidung, entwuerfe: Collection[str], pfad: Pfad
) -> Iterator[Problem]:
    gewaehlt = werte.get(f"{VORHANDEN}{entscheidung.name}")
    weg = next((weg for weg in entscheidung.wege if weg.wert == gewaehlt), None)
    hier, moeglich = (
        stelle((*pfad, entscheidung.name)),
        " oder ".join(f"„{weg.beschriftung}“" for weg in entscheidung.wege),
    )
    if weg and weg.fehlt and not _hat_etwas(tabelle, weg):
        yield Problem(hier, weg.fehlt, "")
    elif weg:
        yield from maengel(tabelle, werte, weg.glieder, entwuerfe, pfad)
    elif any(_steht_da(tabelle, weg) for weg in entscheidung.wege):
        yield Problem(hier, f"In der Datei steht mehreres nebeneinander. Möglich ist nur eines: {moeglich}.", "")
    else:
        yield Problem(hier, f"Hier ist noch nichts gewählt. Möglich ist {moeglich}.", "")


def _mangel(tabelle: Tabelle, feld: Feld, entwuerfe: Collection[str], pfad: Pfad) -> Iterator[Problem]:
    wert = tabelle.get(feld.name)
    if feld.wenn and not gilt(feld.wenn, texte_aus(tabelle)):
        return
    if wert is None and feld.noetig and feld.art is Feldart.FASSUNG:
        yield Problem(stelle(pfad), "Hier ist noch keine Fassung gewählt.", "")
    elif wert is None and feld.noetig:
        yield Problem(stelle(pfad), "Hier fehlt eine Angabe.", beispiel(feld))
    elif feld.art is Feldart.FASSUNG and _ist_entwurf(wert) and wert not in entwuerfe:
        grund = f"Der Entwurf „{zitat(str(wert))}“ ist nicht geladen; er lässt sich unter dem Feld laden."
        yield Problem(stelle(pfad), grund, "")
    elif feld.art is Feldart.DATUM and isinstance(wert, str):
        yield Problem(stelle(pfad), f"„{zitat(wert)}“ ist kein Tag.", beispiel(feld))
    elif feld.art is Feldart.JAHR and isinstance(wert, str):
        yield Problem(stelle(pfad), f"„{zitat(wert)}“ ist keine Jahreszahl.", beispiel(feld))


def _ist_entwurf(wert: object) -> bool:
    return isinstance(wert, str) and wert.endswith(ENDUNG)


def beispiel(feld: Feld) -> str:
    """Sagt, was in einem Feld stehen könnte.

    Args:
        feld: Das Feld.

    Returns:
        Ein Beispiel; leer, wenn keines hilft.

    >>> beispiel(Feld("ab", Feldart.DATUM, "Gilt ab")), beispiel(Feld("grund", Feldart.TEXT, "Grund"))
    ('14.02.2019', '')
    """
    if feld.beispiel is not None:
        return feld.beispiel
    return feld.auswahl[0][1] if feld.auswahl else BEISPIELE_JE_ART.get(feld.art, "")
