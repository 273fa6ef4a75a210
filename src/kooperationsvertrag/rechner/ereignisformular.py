"""Ereignisformular: was zu einem Ereignis auszufüllen ist, je nach seiner Art.

Welche Angaben eine Art hat, sagt ihr Datensatz; hier steht nur, wie sie heißen und wie man sie ausfüllt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import get_args

from attrs import NOTHING, Attribute, fields_dict, resolve_types

from kooperationsvertrag.ablauf.ereignis import EREIGNISART, EREIGNISNAMEN, BeitrittErklaert, Ereignis
from kooperationsvertrag.darstellung.ereignisse import ANGABEN, WORTE
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.rechner.bausteine import Bedingung, Feld, Feldart, Liste, Wahl
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.partner import Rechtsform

PARTNER = frozenset({"an", "personal_von", "abgeordnet_an", "bewerber"})
"""Angaben, die einen Partner oder Bewerber nennen."""

STIMMEN = ("ja", "nein", "enthaltung")
"""Angaben, die zusammen ein Feld sind."""

ZUERST = ("datum", "jahr", "akteur")
"""Angaben, die vorn stehen."""

ZULETZT = ("beleg", "kennung", "ersetzt", "erfasst")
"""Angaben, die hinten stehen."""

BERICHTIGUNG = ("kennung", "ersetzt", "erfasst")
"""Angaben, die nur bei einer Berichtigung nötig sind."""

BESCHRIFTUNG: Mapping[str, str] = MappingProxyType(
    {
        "datum": "Tag",
        "jahr": "Zum Haushaltsjahr",
        "akteur": "Wer",
        "an": "An wen",
        "kennung": "Kennung des Ereignisses",
        "ersetzt": "Ersetzt das Ereignis",
        "erfasst": "Erfasst am",
        "ja": "Stimmen",
        "beitrag": "Angebotener Beitrag in Euro",
        "begruendung": "Begründung dieses Urteils",
        "foerderlich": "Ist die Mitgliedschaft förderlich?",
        "kreis": "Gehört zu welchem Kreis?",
        "personal_von": "Wessen Personal?",
        "zum": "Beitritt zum",
        "betrag": "Betrag in Euro",
    }
)
"""Wie Felder heißen, wo die Bezeichnung aus Sätzen nicht genügt."""

HINWEISE: Mapping[str, str] = MappingProxyType(
    {
        "akteur": "Der Name in kleinen Buchstaben ohne Umlaute und Leerzeichen, zum Beispiel rhein-kreis-neuss.",
        "ergebnis": "Leer heißt: ob gebilligt wurde, ist nicht festgehalten; dann ist eine Lesart zu wählen.",
        "zum": "Zum Beispiel 01.01.2026.",
        "kennung": "Nur nötig, wenn ein anderes Ereignis dieses ersetzt.",
        "ersetzt": "Kennung des anderen Ereignisses; sie steht dort unter „Berichtigung“.",
        "erfasst": "Tag, an dem die Berichtigung bekannt wurde.",
        "ja": "Wer nicht abgestimmt hat, hat nicht zugestimmt.",
    }
)
"""Was zum Ausfüllen zu sagen ist; beim Akteur, wenn er ein Bewerber ist."""

BEISPIELE: Mapping[str, str] = MappingProxyType(
    {
        "akteur": "rhein-kreis-neuss",
        "begruendung": "grenzt an, gemeinsamer Wirtschaftsraum",
        "beitrag": "30.000",
        "bewerber": "",
        "bezeichnung": "Standortkongress",
        "inhalt": "die Planung zu genehmigen",
        "kreis": "Kreis Mettmann",
        "name": "Rhein-Kreis Neuss",
        "person": "Stelle 1",
        "vorhaben": "Förderantrag Gewerbeflächen",
        "zum": "01.01.2026",
    }
)
"""Was dastehen könnte, wo es die Art des Feldes nicht ergibt; beim Akteur, wenn er ein Bewerber ist."""

NUR_WENN: Mapping[str, Bedingung] = MappingProxyType(
    {
        "personal_von": Bedingung("zweck", (Ausgabenart.PERSONALKOSTEN.value,)),
        "kreis": Bedingung("rechtsform", (Rechtsform.KREISANGEHOERIGE_GEMEINDE.value,)),
        "begruendung": Bedingung("foerderlich"),
    }
)
"""Angaben, die nur bei bestimmten anderen Angaben gebraucht werden und dann nötig sind."""


def ereignisliste() -> Liste:
    """Beschreibt die Liste der Ereignisse.

    Returns:
        Ein Baustein, in dem die Art bestimmt, welche Felder es gibt.

    >>> ereignisliste().glieder[0].name
    'art'
    """
    arten = tuple((art, EREIGNISNAMEN[klasse]) for art, klasse in EREIGNISART.items())
    return Liste(
        "ereignis",
        "Ereignisse",
        "Ereignis",
        (Feld("art", Feldart.AUSWAHL, "Was geschah?", noetig=True, auswahl=arten), *_felder()),
        "Wer ein Jahr Ereignis für Ereignis angibt, entfernt oben das Haushaltsjahr.",
        hinzufuegen="Ereignis hinzufügen",
        je_zeile=True,
    )


def _felder() -> Iterator[Feld]:
    """Gibt zu jeder Angabe ein Feld je Weise, sie auszufüllen, mit den Arten, die sie haben."""
    arten: dict[Feld, list[str]] = {}
    for art, klasse in EREIGNISART.items():
        for name, angabe in fields_dict(resolve_types(klasse)).items():
            if name not in STIMMEN[1:]:
                arten.setdefault(_feld(klasse, name, angabe), []).append(art)
    for feld in sorted(arten, key=lambda feld: _platz(feld.name)):
        yield Feld(
            feld.name,
            feld.art,
            feld.beschriftung,
            feld.hinweis,
            noetig=feld.noetig,
            beispiel=feld.beispiel,
            auswahl=feld.auswahl,
            weitere=feld.weitere,
            wenn=Bedingung("art", tuple(arten[feld]), NUR_WENN.get(feld.name)),
            selten=feld.name in BERICHTIGUNG and not feld.noetig,
        )


def _platz(name: str) -> int:
    """Gibt den Platz einer Angabe: Tag und Jahr vorn, Beleg und Berichtigung hinten."""
    if name in ZUERST:
        return ZUERST.index(name) - len(ZUERST)
    return 1 + ZULETZT.index(name) if name in ZULETZT else 0


def _feld(klasse: type[Ereignis], name: str, angabe: Attribute[object]) -> Feld:
    art, auswahl = _art(klasse, name, angabe)
    bezeichnung = BESCHRIFTUNG.get(name) or ANGABEN.get(name, name)
    hinweis, beispiel = HINWEISE.get(name, ""), BEISPIELE.get(name)
    if name == "akteur":
        ist_bewerber = klasse is BeitrittErklaert
        bezeichnung = "Kennung des Bewerbers" if ist_bewerber else bezeichnung
        hinweis, beispiel = (hinweis, beispiel) if ist_bewerber else ("", None)
    return Feld(
        name,
        art,
        bezeichnung[:1].upper() + bezeichnung[1:],
        hinweis,
        noetig=angabe.default is NOTHING or name in NUR_WENN,
        beispiel=beispiel,
        auswahl=auswahl,
        weitere=STIMMEN[1:] if name == STIMMEN[0] else (),
    )


def _art(klasse: type[Ereignis], name: str, angabe: Attribute[object]) -> tuple[Feldart, tuple[Wahl, ...]]:
    """Sagt, wie eine Angabe ausgefüllt wird: nach der Art ihres Wertes."""
    arten = [art for art in (get_args(angabe.type) or (angabe.type,)) if art is not type(None)]
    if name == STIMMEN[0]:
        return Feldart.STIMMEN, ()
    if name == "akteur":
        if klasse is BeitrittErklaert:
            return Feldart.TEXT, ()
        return (Feldart.PARTNER if angabe.default is NOTHING else Feldart.AKTEUR), ()
    if name in PARTNER:
        return Feldart.PARTNER, ()
    if bool in arten:
        return Feldart.JA_NEIN, (("ja", "Ja"), ("nein", "Nein"))
    if Geldbetrag in arten:
        return Feldart.BETRAG, ()
    for art in arten:
        if isinstance(art, type) and issubclass(art, StrEnum):
            return Feldart.AUSWAHL, _auswahl(art)
    return {date: Feldart.DATUM, int: Feldart.JAHR}.get(arten[0], Feldart.TEXT), ()


def _auswahl(art: type[StrEnum]) -> tuple[Wahl, ...]:
    worte = WORTE[art]
    return tuple(
        (str(wert), worte[wert][:1].upper() + worte[wert][1:])
        for wert in art
        if wert is not Ausgabenart.NICHT_GEGLIEDERT
    )
