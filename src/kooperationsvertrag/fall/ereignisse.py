"""Ereignisse: was mehrere Angaben der Tabellen ``[[ereignis]]`` zugleich betrifft.

Wie in :mod:`~kooperationsvertrag.fall.zusammenhang` wird der Inhalt der Datei geprüft, wie TOML ihn liest, und alles
auf einmal genannt. Ob eine Handlung nach dem Vertrag erlaubt war, ist keine Frage der Eingabe; das sagen die Regeln.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from kooperationsvertrag.ablauf import ereignis as arten
from kooperationsvertrag.ablauf.akte import verweisfehler
from kooperationsvertrag.fall.angaben import lies_ereigniskennung
from kooperationsvertrag.fall.probleme import MangelError, Pfad, aufzaehlung, meinten_sie, naechster, zitat
from kooperationsvertrag.fall.schema import ereignisklasse
from kooperationsvertrag.fall.zusammenhang import (
    EIGENER_BEITRITT,
    KEINE_BEWERBER,
    Beteiligte,
    Mangel,
    Tabelle,
    beteiligte_in,
    geltende_erklaerungen,
    jahreszahl,
    je_jahr,
    kreis,
    mit_namen,
    stimmen,
    tabellen,
    tag,
    text,
    urteil,
    zustimmende,
)
from kooperationsvertrag.regeln.gremien import Handlung
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister

Ereignisklasse = type[arten.Ereignis]
"""Die Klasse, die zur ``art`` eines Ereignisses gehört."""

AUFZEICHNENDE: dict[Ereignisklasse, str] = {
    arten.BeitragGezahlt: "[[haushaltsjahr.einzahlung]]",
    arten.BeitraegeWieVereinbart: 'eingezahlt = "wie vereinbart"',
    arten.AusgabeGebucht: "[[haushaltsjahr.ausgabe]]",
    arten.EigenanteilGezahlt: "[[haushaltsjahr.ausgabe]]",
    arten.EinnahmeGebucht: "[[haushaltsjahr.einnahme]]",
    arten.ZusatzmittelBewilligt: "[[haushaltsjahr.zusatzmittel]]",
    arten.PlanungVorgelegt: "planung_erstellt = 2018-01-12",
    arten.AbschlussberichtVorgelegt: "abschlussbericht_erstellt = 2018-12-28",
    arten.AbschlussberichtGeprueft: "geprueft = 2019-02-14",
    arten.BeschlussGefasst: "[haushaltsjahr.uebertragung]",
}
"""Ereignisse, aus denen ein Haushaltsjahr zusammengezählt wird, und was in der Kurzform an ihrer Stelle steht."""
OHNE_KENNUNG = 'kennung = "b-17" bei dem alten Ereignis und ersetzt = "b-17" bei dem neuen'
"""Wie ein Ereignis auf ein anderes verweist."""
VON_PARTNERN_IM_JAHR: tuple[Ereignisklasse, ...] = (
    arten.BeitragGezahlt,
    arten.ZusatzmittelBewilligt,
    arten.ZusatzmittelAbgelehnt,
    arten.ErstattungGezahlt,
    arten.ForderungBeglichen,
)
"""Ereignisse, deren Akteur ein Partner des Haushaltsjahres ist."""
VON_PARTNERN_AM_TAG: tuple[Ereignisklasse, ...] = (arten.PersonalGestellt, arten.PersonalAbberufen)
"""Ereignisse, deren Akteur an ihrem Tag Partner ist."""


@frozen
class Umfeld:
    """Was ein Ereignis von den übrigen Angaben der Datei wissen muss."""

    beteiligte: Beteiligte
    """Partner und Bewerber."""
    kurzform: Sequence[int]
    """Jahre, die als ``[[haushaltsjahr]]`` angegeben sind."""


def zusammenhang_der_ereignisse(datei: Tabelle, register: Fassungsregister) -> Iterator[Mangel]:
    """Prüft, ob die Ereignisse einer Datei zueinander und zu ihren übrigen Angaben passen.

    Args:
        datei: Der Inhalt der Datei.
        register: Die Fassungen, die sie nennt.

    Yields:
        Jeden Mangel mit seiner Stelle.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> datei = {"ereignis": [{"art": "aufhebung", "ersetzt": "b-17", "datum": date(2019, 2, 14)}]}
    >>> for pfad, mangel in zusammenhang_der_ereignisse(datei, Fassungsregister(BERICHT_2017)):
    ...     print(pfad, mangel)
    ('ereignis', 0, 'ersetzt') Ein Ereignis mit der Kennung „b-17“ gibt es nicht.
    """
    ereignisse = tabellen(datei, "ereignis")
    yield from _verweise(ereignisse)
    yield from _doppelte_erklaerungen(datei, register.beginn.partner_kennungen)
    umfeld = Umfeld(beteiligte_in(datei, register), tuple(je_jahr(tabellen(datei, "haushaltsjahr"))))
    for pfad, ereignis in ereignisse:
        for unterhalb, mangel in _ereignis(ereignis, umfeld):
            yield (*pfad, *unterhalb), mangel


def _verweise(ereignisse: Sequence[tuple[Pfad, Tabelle]]) -> Iterator[Mangel]:
    """Prüft, ob feststeht, welches Ereignis an die Stelle welches anderen tritt."""
    verweise = [(_kennung(ereignis, "kennung"), _kennung(ereignis, "ersetzt")) for _, ereignis in ereignisse]
    doppelte = verweisfehler([(kennung, "") for kennung, _ in verweise])
    bekannte = [kennung for kennung, _ in verweise if kennung]
    for nummer, grund in verweisfehler(verweise):
        pfad, (kennung, ziel) = ereignisse[nummer][0], verweise[nummer]
        if (nummer, grund) in doppelte:
            yield (*pfad, "kennung"), MangelError(grund, f'= "{kennung}-2"')
        else:
            gemeint = "" if ziel in bekannte else naechster(ziel, bekannte)
            beispiel = f'= "{gemeint}"' if gemeint else OHNE_KENNUNG
            yield (*pfad, "ersetzt"), MangelError(grund + meinten_sie(gemeint), beispiel)


def _kennung(ereignis: Tabelle, name: str) -> str:
    try:
        return lies_ereigniskennung(ereignis.get(name, ""))
    except MangelError:
        return ""


def _doppelte_erklaerungen(datei: Tabelle, gruender: tuple[str, ...]) -> Iterator[Mangel]:
    """Prüft, ob jeder nur einen Beitritt erklärt; wer sich anders erklärt, ersetzt seine frühere Erklärung."""
    vergeben = {*gruender, *KEINE_BEWERBER, *[text(beitritt, "kennung") for _, beitritt in tabellen(datei, "beitritt")]}
    erklaert: dict[str, str] = {}
    for pfad, erklaerung in geltende_erklaerungen(datei):
        akteur = text(erklaerung, "akteur")
        if akteur in vergeben - {""}:
            beispiel = '= "rhein-kreis-neuss"' if akteur != "rhein-kreis-neuss" else '= "kreis-viersen"'
            yield (*pfad, "akteur"), MangelError(f"Die Kennung „{zitat(akteur)}“ ist schon vergeben.", beispiel)
        elif akteur in erklaert:
            grund = f"„{zitat(akteur)}“ hat sich schon erklärt; eine neue Erklärung nennt in „ersetzt“ die alte."
            alte = erklaert[akteur]
            yield (*pfad, "akteur"), MangelError(grund, f'ersetzt = "{zitat(alte)}"' if alte else OHNE_KENNUNG)
        erklaert |= {akteur: text(erklaerung, "kennung")} if akteur else {}


def _ereignis(ereignis: Tabelle, umfeld: Umfeld) -> Iterator[Mangel]:
    """Prüft ein Ereignis."""
    klasse = ereignisklasse(ereignis)
    yield from _erfassung(ereignis, klasse)
    if klasse is None:
        return
    yield from _akteur(ereignis, klasse, umfeld.beteiligte)
    yield from _partner(ereignis, umfeld.beteiligte)
    yield from _kurzform(ereignis, klasse, umfeld.kurzform)
    if klasse is arten.AusgabeGebucht:
        yield from _personalkosten(ereignis)
    elif klasse is arten.BeschlussGefasst:
        yield from _beschluss(ereignis, umfeld.beteiligte)
    elif klasse is arten.BeitrittErklaert:
        yield from urteil(ereignis)
        yield from kreis(ereignis)
    elif klasse in {arten.BeitrittZugestimmt, arten.BeitrittVollzogen}:
        yield from _bewerber(ereignis, umfeld.beteiligte)


def _erfassung(ereignis: Tabelle, klasse: Ereignisklasse | None) -> Iterator[Mangel]:
    """Prüft, ob feststeht, ab wann eine Berichtigung gilt."""
    datum, erfasst = tag(ereignis, "datum"), tag(ereignis, "erfasst")
    if datum and erfasst and erfasst < datum:
        grund = "Erfasst wird ein Ereignis frühestens an dem Tag, an dem es geschieht."
        yield ("erfasst",), MangelError(grund, f"= {datum}")
    if text(ereignis, "ersetzt") and "erfasst" not in ereignis and klasse is not arten.Aufhebung:
        grund = "Bei einer Berichtigung muss stehen, wann sie erfasst wurde; vorher gilt die alte Angabe."
        yield ("erfasst",), MangelError(grund, "= 2019-02-14", fehlt=("erfasst",))


def _akteur(ereignis: Tabelle, klasse: Ereignisklasse, beteiligte: Beteiligte) -> Iterator[Mangel]:
    """Prüft, ob es den gibt, der gehandelt hat; ein Bewerber darf neu sein."""
    akteur = text(ereignis, "akteur")
    if not akteur or klasse is arten.BeitrittErklaert:
        return
    if klasse in VON_PARTNERN_IM_JAHR:
        mangel = beteiligte.mangel(akteur, _jahresende(ereignis))
    elif klasse in VON_PARTNERN_AM_TAG:
        mangel = beteiligte.mangel(akteur, tag(ereignis, "datum"))
    elif klasse is arten.BeitrittZugestimmt:
        mangel = _mangel_am_zustimmenden(akteur, text(ereignis, "bewerber"), beteiligte)
    else:
        mangel = _mangel_am_handelnden(akteur, beteiligte)
    if mangel:
        yield ("akteur",), mit_namen(mangel)


def _mangel_am_zustimmenden(akteur: str, bewerber: str, beteiligte: Beteiligte) -> MangelError | None:
    if akteur == bewerber:
        return MangelError(EIGENER_BEITRITT, f'"{beteiligte.gruender[0]}"')
    return zustimmende(beteiligte).mangel(akteur, beteiligte.beitritte.get(bewerber))


def _mangel_am_handelnden(akteur: str, beteiligte: Beteiligte) -> MangelError | None:
    bekannte = (*beteiligte.alle, *KEINE_BEWERBER)
    if akteur in bekannte:
        return None
    gemeint = naechster(akteur, bekannte)
    grund = f"„{zitat(akteur)}“ ist weder Partner noch Gremium.{meinten_sie(gemeint)}"
    return MangelError(f"{grund} Bekannt sind: {aufzaehlung(bekannte)}.", f'"{gemeint or bekannte[0]}"')


def _jahresende(ereignis: Tabelle) -> date | None:
    jahr = jahreszahl(ereignis, "jahr")
    return date(jahr, 12, 31) if jahr else None


def _partner(ereignis: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    """Prüft, wer außer dem Akteur genannt ist; zurückgeführt wird auch an Partner, die ausgeschieden sind (FL-46)."""
    genannte = {
        "an": (_jahresende(ereignis), evolve(beteiligte, ausgeschieden={})),
        "personal_von": (_jahresende(ereignis), beteiligte),
        "abgeordnet_an": (tag(ereignis, "datum"), beteiligte),
    }
    for name, (stichtag, moegliche) in genannte.items():
        kennung = text(ereignis, name)
        mangel = moegliche.mangel(kennung, stichtag) if kennung else None
        if mangel:
            yield (name,), mit_namen(mangel)


def _kurzform(ereignis: Tabelle, klasse: Ereignisklasse, kurzform: Sequence[int]) -> Iterator[Mangel]:
    """Prüft, ob ein Jahr nicht in der Kurzform und zugleich als Ereignisse steht."""
    jahr = jahreszahl(ereignis, "jahr")
    ohne_geld = klasse is arten.BeschlussGefasst and not _ist_uebertragung(ereignis)
    if klasse in AUFZEICHNENDE and not ohne_geld and jahr in kurzform:
        grund = (
            f"Das Haushaltsjahr {jahr} steht schon unter [[haushaltsjahr]]; was es aufzeichnet, steht dann nur dort, "
            "oder das ganze Jahr steht nur als Ereignisse."
        )
        yield ("jahr",), MangelError(grund, f"beim Haushaltsjahr {jahr}: {AUFZEICHNENDE[klasse]}")


def _ist_uebertragung(beschluss: Tabelle) -> bool:
    return beschluss.get("gegenstand") == Handlung.UEBERTRAGUNG_BESCHLIESSEN


def _personalkosten(ausgabe: Tabelle) -> Iterator[Mangel]:
    zweck = ausgabe.get("zweck", Ausgabenart.NICHT_GEGLIEDERT)
    genannt = bool(text(ausgabe, "personal_von"))
    if zweck == Ausgabenart.PERSONALKOSTEN and not genannt and isinstance(ausgabe.get("personal_von", ""), str):
        grund = "Bei Personalkosten muss stehen, wessen Personal es ist."
        yield ("personal_von",), MangelError(grund, '= "duesseldorf"', fehlt=("personal_von",))
    elif genannt and zweck != Ausgabenart.PERSONALKOSTEN and zweck in tuple(Ausgabenart):
        grund = "Wessen Personal es ist, steht nur bei Personalkosten."
        beispiel = 'zweck = "personalkosten", oder die Zeile „personal_von“ weglassen'
        yield ("personal_von",), MangelError(grund, beispiel, fehlt=() if "zweck" in ausgabe else ("zweck",))


def _beschluss(beschluss: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    """Prüft einen Beschluss; nur bei einer Übertragung sind Betrag und Stimmen nötig."""
    ist_uebertragung = _ist_uebertragung(beschluss)
    if ist_uebertragung and "betrag" not in beschluss:
        grund = "Bei einer Übertragung muss stehen, wie viel übertragen werden soll."
        yield ("betrag",), MangelError(grund, '= "alles"', fehlt=("betrag",))
    elif not ist_uebertragung and "betrag" in beschluss and beschluss.get("gegenstand") in tuple(Handlung):
        grund = "Ein Betrag steht nur bei einer Übertragung."
        beispiel = 'gegenstand = "uebertragung_beschliessen", oder die Zeile „betrag“ weglassen'
        yield ("betrag",), MangelError(grund, beispiel)
    yield from stimmen(beschluss, beteiligte, noetig=ist_uebertragung)


def _bewerber(ereignis: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    bewerber = text(ereignis, "bewerber")
    if not bewerber or bewerber in beteiligte.beitritte:
        return
    gemeint = naechster(bewerber, beteiligte.beitritte)
    bekannt = f" Bekannt sind: {aufzaehlung(beteiligte.beitritte)}." if beteiligte.beitritte else ""
    grund = f"Für „{zitat(bewerber)}“ steht hier keine Erklärung, beitreten zu wollen.{meinten_sie(gemeint)}{bekannt}"
    beispiel = f'art = "beitritt_erklaert" mit akteur = "{zitat(bewerber)}" in einem anderen Ereignis'
    yield ("bewerber",), MangelError(grund, f'= "{gemeint}"' if gemeint else beispiel)
