"""Entwurfszusammenhang: ob die Angaben eines Entwurfs zueinander und zu der Fassung passen, die er ändert.

Geprüft wird der Inhalt der Datei, wie TOML ihn liest; Angaben von falscher Art werden hier übergangen. Was sich ohne
die geänderte Fassung sagen lässt, steht vorn, damit es auch dann gesagt wird, wenn es diese Fassung nicht gibt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import fields_dict, frozen
from cattrs import BaseValidationError

from kooperationsvertrag.aufteilung import Rundung
from kooperationsvertrag.fall.angaben import lies_auswahl, mangel_der_auswahl
from kooperationsvertrag.fall.betraege import lies_betrag
from kooperationsvertrag.fall.entwurfsschema import AM_ANFANG, Entwurfsdatei, ist_betrag, maengel
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
from kooperationsvertrag.fall.zusammenhang import KEINE_BEWERBER, Mangel, Tabelle, kreis, tabellen, text
from kooperationsvertrag.geld import Geldbetrag, summe
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.geregelt import RUNDUNG, RUNDUNGSVORRANG
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from kooperationsvertrag.vertrag.normen import NORMEN, UnbekannteNormError, norm

ANTWORTEN: Mapping[str, tuple[str, ...]] = {
    **{frage.frage(): tuple(frage) for frage in AUSLEGUNGSFRAGEN},
    RUNDUNG: tuple(Rundung),
}
"""Zu jeder Frage mit festen Antworten ihre Antworten."""

_NEUER_PARTNER = '= "rhein-kreis-neuss"'
_JE_PARTNER = '[beitraege] und darunter eine Zeile je Partner, etwa duesseldorf = "50.000"'


@frozen
class Beteiligte:
    """Wer nach einem Entwurf Partner ist und wer es nicht mehr ist."""

    bleibende: tuple[str, ...]
    """Bisherige Partner, die bleiben."""
    neue: tuple[str, ...]
    """Wer neu dabei ist."""
    ausgeschieden: tuple[str, ...]
    """Wer ausscheidet."""

    @property
    def alle(self) -> tuple[str, ...]:
        """Die Partner des Entwurfs."""
        return (*self.bleibende, *self.neue)

    def einwand(self, kennung: str) -> tuple[str, str] | None:
        """Sagt, warum jemand kein Partner ist und wer gemeint sein könnte; nichts, wenn er Partner ist."""
        if kennung in self.alle:
            return None
        if kennung in self.ausgeschieden:
            return f"„{zitat(kennung)}“ scheidet mit diesem Entwurf aus.", self.alle[0]
        gemeint = naechster(kennung, self.alle)
        grund = f"„{zitat(kennung)}“ ist kein Partner.{meinten_sie(gemeint)} Bekannt sind: {aufzaehlung(self.alle)}."
        return grund, gemeint or self.alle[0]


def widersprueche_in_sich(datei: Tabelle) -> Iterator[Mangel]:
    """Prüft, was sich ohne die geänderte Fassung sagen lässt.

    Args:
        datei: Der Inhalt der Datei.

    Yields:
        Jeden Mangel mit seiner Stelle.
    """
    if "gueltig_ab" in datei and "gueltig_bei" in datei:
        grund = "Hier steht ein Ereignis, und „gueltig_ab“ nennt schon einen Tag; nur eines von beiden ist möglich."
        yield ("gueltig_bei",), MangelError(grund, "gueltig_ab = 2027-01-01, ohne gueltig_bei")
    yield from _neue_partner(datei)
    yield from _doppelte(datei)
    yield from _klauselkennungen(datei)
    yield from _saetze(datei)
    yield from _antworten(datei)


def widersprueche_zur_grundlage(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob die Angaben zu der Fassung passen, die der Entwurf ändert.

    Args:
        datei: Der Inhalt der Datei.
        grundlage: Die Fassung, die der Entwurf ändert.

    Yields:
        Jeden Mangel mit seiner Stelle.
    """
    yield from _ausgeschiedene(datei, grundlage)
    yield from _vergebene(datei, grundlage)
    yield from _klauseln_der_grundlage(datei, grundlage)
    yield from _saetze_der_grundlage(datei, grundlage)
    beteiligte = _beteiligte(datei, grundlage)
    if beteiligte.alle:
        yield from _beitraege(datei, grundlage, beteiligte)
        yield from _abordnung(datei, grundlage, beteiligte)
        yield from _wer_stellen_und_sitze_hat(datei, beteiligte)
        yield from _vorrang(datei, grundlage, beteiligte)
    else:
        yield ("ausgeschieden",), MangelError("Nach diesem Entwurf bliebe kein Partner.", '= ["ihk"]')


def _glieder(tabelle: Tabelle, name: str) -> list[tuple[Pfad, str]]:
    """Gibt die Texte einer Liste, die etwas sagen, mit ihrem Weg."""
    wert = tabelle.get(name)
    glieder = wert if isinstance(wert, list) else []
    texte = [(nummer, glied.strip()) for nummer, glied in enumerate(glieder) if isinstance(glied, str)]
    return [((name, nummer), glied) for nummer, glied in texte if glied]


def _angaben(datei: Tabelle, tabelle: str, name: str) -> list[tuple[Pfad, str]]:
    """Gibt eine Angabe jeder Tabelle eines Namens mit ihrem Weg, wo sie dasteht."""
    alle = [((*pfad, name), text(inhalt, name)) for pfad, inhalt in tabellen(datei, tabelle)]
    return [(pfad, angabe) for pfad, angabe in alle if angabe]


def _wiederholte(angaben: Iterable[tuple[Pfad, str]]) -> Iterator[tuple[Pfad, str]]:
    """Gibt jede Angabe, die schon weiter vorn steht."""
    gesehen: set[str] = set()
    for pfad, angabe in angaben:
        if angabe in gesehen:
            yield pfad, angabe
        gesehen.add(angabe)


def _beteiligte(datei: Tabelle, grundlage: Vertragsfassung) -> Beteiligte:
    ausgeschieden = tuple(kennung for _, kennung in _glieder(datei, "ausgeschieden"))
    bleibende = tuple(kennung for kennung in grundlage.partner_kennungen if kennung not in ausgeschieden)
    neue = dict.fromkeys(kennung for _, kennung in _angaben(datei, "partner", "kennung") if kennung not in bleibende)
    return Beteiligte(bleibende, tuple(neue), ausgeschieden)


def _neue_partner(datei: Tabelle) -> Iterator[Mangel]:
    kennungen = _angaben(datei, "partner", "kennung")
    for pfad, kennung in kennungen:
        if kennung in KEINE_BEWERBER:
            grund = f"„{kennung}“ kann kein Partner heißen; so heißt schon, wer im Regionalmanagement handelt."
            yield pfad, MangelError(grund, _NEUER_PARTNER)
    for pfad, kennung in _wiederholte(kennungen):
        yield pfad, MangelError(f"Die Kennung „{zitat(kennung)}“ ist schon weiter oben vergeben.", _NEUER_PARTNER)
    namen = [(pfad, schlicht(name)) for pfad, name in _angaben(datei, "partner", "name")]
    for pfad, _ in _wiederholte(namen):
        yield pfad, MangelError("Ein Partner mit diesem Namen steht schon weiter oben.", '= "Rhein-Kreis Neuss"')
    for pfad, partner in tabellen(datei, "partner"):
        for unterhalb, mangel in kreis(partner):
            yield (*pfad, *unterhalb), mangel


def _doppelte(datei: Tabelle) -> Iterator[Mangel]:
    """Prüft, ob eine Stelle zweimal dasteht oder ein Partner zwei Sitze hat."""
    gesehen: set[tuple[str, str]] = set()
    for pfad, angabe in tabellen(datei, "stelle"):
        partner, funktion = text(angabe, "partner"), text(angabe, "funktion")
        if partner and (partner, funktion) in gesehen:
            grund = f"Diese Stelle von „{zitat(partner)}“ steht schon weiter oben."
            yield (*pfad, "funktion"), MangelError(grund, "jede Stelle nur einmal")
        gesehen.add((partner, funktion))
    for pfad, partner in _wiederholte(_angaben(datei, "sitz", "partner")):
        grund = f"„{zitat(partner)}“ hat schon einen Sitz; gerechnet wird mit einer Stimme je Partner."
        yield pfad, MangelError(grund, "[[sitz]] je Partner nur einmal")


def _klauselkennungen(datei: Tabelle) -> Iterator[Mangel]:
    kennungen = _angaben(datei, "klausel", "kennung")
    beispiel = '= "§ 7 Abs. 2"'
    for pfad, kennung in kennungen:
        if kennung in [norm.kennung for norm in NORMEN]:
            grund = f"„{kennung}“ ist die Kennung eines Satzes im Normregister; eine Klausel heißt anders."
            yield pfad, MangelError(grund, beispiel)
    for pfad, kennung in _wiederholte(kennungen):
        yield pfad, MangelError(f"Eine Klausel „{zitat(kennung)}“ steht schon weiter oben.", beispiel)


def _ersetzte(datei: Tabelle) -> list[list[tuple[Pfad, str]]]:
    """Gibt je Klausel, welche Sätze sie ersetzt."""
    return [
        [((*pfad, *unterhalb), satz) for unterhalb, satz in _glieder(klausel, "ersetzt")]
        for pfad, klausel in tabellen(datei, "klausel")
    ]


def _saetze(datei: Tabelle) -> Iterator[Mangel]:
    """Prüft, ob es jeden genannten Satz gibt, und ob er nur auf eine Weise wegfällt."""
    listen = [_glieder(datei, "entfallen"), *_ersetzte(datei)]
    for liste in listen:
        for pfad, kennung in liste:
            yield from _unbekannter_satz(pfad, kennung)
        for pfad, kennung in _wiederholte(liste):
            yield pfad, MangelError(f"„{zitat(kennung)}“ steht schon weiter vorn in der Liste.", f'= ["{kennung}"]')
    ersetzt = {kennung: pfad for liste in listen[1:] for pfad, kennung in liste}
    for pfad, kennung in listen[0]:
        if kennung in ersetzt:
            grund = f"„{kennung}“ steht auch unter {stelle(ersetzt[kennung])}; ein Satz entfällt oder wird ersetzt."
            yield pfad, MangelError(grund, "den Satz nur an einer der beiden Stellen nennen")


def _unbekannter_satz(pfad: Pfad, kennung: str) -> Iterator[Mangel]:
    try:
        norm(kennung[: LAENGSTES_ZITAT + 1])
    except UnbekannteNormError as fehler:
        gemeint = fehler.aehnliche[0] if fehler.aehnliche else ""
        grund = f"Das Normregister kennt „{zitat(kennung)}“ nicht.{meinten_sie(gemeint)}"
        yield pfad, MangelError(grund, f'= ["{gemeint or "17-F8"}"]')


def _antworten(datei: Tabelle) -> Iterator[Mangel]:
    """Prüft, ob es jede Frage gibt, ob sie nur einmal geregelt ist, und ob die Antwort zu ihr passt."""
    fragen = _angaben(datei, "regelung", "frage")
    for pfad, frage in fragen:
        if frage not in ANTWORTEN and frage != RUNDUNGSVORRANG:
            yield pfad, mangel_der_auswahl(frage, (*ANTWORTEN, RUNDUNGSVORRANG))
    for pfad, frage in _wiederholte(fragen):
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
            for nummer, partner in _wiederholte(_nummeriert(lies_vorrang(antwort))):
                grund = f"„{zitat(partner)}“ steht schon weiter vorn in der Liste; jeder Partner steht nur einmal."
                yield nummer, MangelError(grund, f'antwort = "{VERTRAGSREIHENFOLGE}"')
    except MangelError as mangel:
        yield (), mangel
    except BaseValidationError as gruppe:
        yield from maengel(gruppe, ())


def _nummeriert(texte: Iterable[str]) -> list[tuple[Pfad, str]]:
    return [((nummer,), glied) for nummer, glied in enumerate(texte)]


def _ausgeschiedene(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    bisherige = Beteiligte(grundlage.partner_kennungen, (), ())
    genannte = _glieder(datei, "ausgeschieden")
    for pfad, kennung in genannte:
        einwand = bisherige.einwand(kennung)
        if einwand:
            yield pfad, MangelError(einwand[0], f'= ["{einwand[1]}"]')
    for pfad, kennung in _wiederholte(genannte):
        yield pfad, MangelError(f"„{zitat(kennung)}“ steht schon weiter vorn in der Liste.", '= ["ihk"]')


def _vergebene(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob ein neuer Partner heißt wie einer, der bleibt."""
    bleibende = _beteiligte(datei, grundlage).bleibende
    for pfad, kennung in _angaben(datei, "partner", "kennung"):
        if kennung in bleibende:
            grund = (
                f"„{kennung}“ ist schon Partner. Ändern sich nur sein Name oder seine Rechtsform, so steht er auch "
                "unter „ausgeschieden“."
            )
            yield pfad, MangelError(grund, _NEUER_PARTNER)
    namen = {
        schlicht(name): partner.kennung
        for partner in grundlage.partner
        if partner.kennung in bleibende
        for name in (partner.name, partner.kurzname)
    }
    for pfad, partner in tabellen(datei, "partner"):
        gleicher = namen.get(schlicht(text(partner, "name")))
        if gleicher and text(partner, "kennung") != gleicher:
            yield (*pfad, "name"), MangelError(f"So heißt schon „{gleicher}“.", '= "Rhein-Kreis Neuss"')


def _klauseln_der_grundlage(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob eine Klausel heißt wie eine der Grundlage, und ob es jede gibt, auf die sich eine Regelung beruft."""
    alte = [klausel.kennung for klausel in grundlage.klauseln]
    kennungen = _angaben(datei, "klausel", "kennung")
    for pfad, kennung in kennungen:
        if kennung in alte:
            grund = f"Eine Klausel „{zitat(kennung)}“ hat schon die Fassung „{grundlage.kennung}“; sie gilt weiter."
            yield pfad, MangelError(grund, '= "§ 7 Abs. 2"')
    bekannte = [*alte, *(kennung for _, kennung in kennungen)]
    for pfad, kennung in _angaben(datei, "regelung", "klausel"):
        if kennung not in bekannte:
            gemeint = {schlicht(name): name for name in bekannte}.get(naechster(kennung, map(schlicht, bekannte)), "")
            bekannt = f"Bekannt sind: {aufzaehlung(map(zitat, bekannte))}." if bekannte else "Der Entwurf hat keine."
            grund = f"Eine Klausel „{zitat(kennung)}“ gibt es nicht.{meinten_sie(zitat(gemeint))} {bekannt}"
            beispiel = "[[klausel]] mit dieser Kennung, oder die Zeile „klausel“ weglassen"
            yield pfad, MangelError(grund, f'= "{zitat(gemeint)}"' if gemeint else beispiel)


def _saetze_der_grundlage(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob ein Satz schon nach der geänderten Fassung nicht mehr gilt."""
    entfallen = dict.fromkeys(grundlage.entfallen, f"in der Fassung „{grundlage.kennung}“ schon entfallen")
    ersetzt = {
        satz: f"in der Fassung „{grundlage.kennung}“ schon durch „{zitat(klausel.kennung)}“ ersetzt"
        for klausel in grundlage.klauseln
        for satz in klausel.ersetzt
    }
    for pfad, satz in _glieder(datei, "entfallen"):
        grund = (ersetzt | entfallen).get(satz)
        if grund:
            yield pfad, MangelError(f"„{satz}“ ist {grund}.", '= ["17-F3"], nur was bisher gilt')
    for klausel in _ersetzte(datei):
        for pfad, satz in klausel:
            if satz in entfallen:
                yield pfad, MangelError(f"„{satz}“ ist {entfallen[satz]}.", '= ["17-F8"], nur was bisher gilt')


def _beitraege(datei: Tabelle, grundlage: Vertragsfassung, beteiligte: Beteiligte) -> Iterator[Mangel]:
    angabe = datei.get("beitraege")
    if "beitraege" not in datei and beteiligte.neue:
        grund = f"Neu dabei: {aufzaehlung(map(zitat, beteiligte.neue))}. Darum muss hier stehen, was jeder beiträgt."
        yield ("beitraege",), MangelError(grund, _JE_PARTNER, fehlt=("beitraege",))
    elif "beitraege" not in datei:
        bisherige = [grundlage.beitraege[kennung] for kennung in beteiligte.bleibende]
        yield from _summe_der_beitraege(datei, bisherige, "ausgeschieden")
    elif isinstance(angabe, dict):
        yield from _beitragende(angabe, beteiligte)
        if set(angabe) == set(beteiligte.alle) and all(ist_betrag(betrag) for betrag in angabe.values()):
            yield from _summe_der_beitraege(datei, [lies_betrag(betrag) for betrag in angabe.values()], "beitraege")


def _beitragende(beitraege: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    """Prüft, ob jeder Partner einen Beitrag hat und niemand sonst."""
    for kennung in beitraege:
        einwand = beteiligte.einwand(kennung)
        if einwand and kennung in fields_dict(Entwurfsdatei):
            einwand = AM_ANFANG.format(kennung), einwand[1]
        if einwand:
            yield ("beitraege", kennung), MangelError(einwand[0], f'{einwand[1]} = "50.000"')
    for kennung in beteiligte.alle:
        if kennung not in beitraege:
            grund = "Für diesen Partner fehlt der Beitrag; zahlt er nichts, steht eine Null."
            yield ("beitraege", kennung), MangelError(grund, '= "50.000"', fehlt=(kennung,))


def _summe_der_beitraege(datei: Tabelle, beitraege: Iterable[Geldbetrag], stelle: str) -> Iterator[Mangel]:
    zusammen = summe(beitraege)
    if not zusammen:
        grund = "Alle Beiträge zusammen sind null; ohne Beitrag gibt es weder Budget noch Schlüssel."
        yield (stelle,), MangelError(grund, _JE_PARTNER)
    budget = datei.get("jahresbudget")
    if ist_betrag(budget) and lies_betrag(budget) != zusammen:
        grund = f"Das Jahresbudget ist {lies_betrag(budget)}, die Beiträge ergeben zusammen {zusammen}."
        yield ("jahresbudget",), MangelError(grund, f'= "{zusammen}"')


def _abordnung(datei: Tabelle, grundlage: Vertragsfassung, beteiligte: Beteiligte) -> Iterator[Mangel]:
    einwand = beteiligte.einwand(text(datei, "sitz_der_abordnung") or grundlage.sitz_der_abordnung)
    if einwand and text(datei, "sitz_der_abordnung"):
        yield ("sitz_der_abordnung",), MangelError(einwand[0], f'= "{einwand[1]}"')
    elif einwand and "sitz_der_abordnung" not in datei:
        grund = f"{einwand[0]} Darum muss hier stehen, an wen künftig abgeordnet wird."
        yield ("sitz_der_abordnung",), MangelError(grund, f'= "{einwand[1]}"', fehlt=("sitz_der_abordnung",))


def _wer_stellen_und_sitze_hat(datei: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    for name in ("stelle", "sitz"):
        for pfad, kennung in _angaben(datei, name, "partner"):
            einwand = beteiligte.einwand(kennung)
            if einwand:
                yield pfad, MangelError(einwand[0], f'= "{einwand[1]}"')


def _vorrang(datei: Tabelle, grundlage: Vertragsfassung, beteiligte: Beteiligte) -> Iterator[Mangel]:
    """Prüft, ob der Vorrang bei der Rundung zu ihr und zu den Partnern passt."""
    bisher = {regelung.frage: regelung.antwort for regelung in grundlage.geregelt}
    neu = {frage: pfad for pfad, frage in _angaben(datei, "regelung", "frage")}
    if RUNDUNGSVORRANG in neu and RUNDUNG not in {*bisher, *neu}:
        grund = "Wer bei Gleichstand zuerst erhält, lässt sich nur zusammen mit der Rundung regeln."
        beispiel = f'[[regelung]] und darunter frage = "{RUNDUNG}" und antwort = "{Rundung.GROESSTER_REST}"'
        yield neu[RUNDUNGSVORRANG], MangelError(grund, beispiel)
    for pfad, regelung in tabellen(datei, "regelung"):
        vorrang = _glieder(regelung, "antwort") if text(regelung, "frage") == RUNDUNGSVORRANG else []
        for unterhalb, kennung in vorrang:
            einwand = beteiligte.einwand(kennung)
            if einwand:
                yield (*pfad, *unterhalb), MangelError(einwand[0], f'= ["{einwand[1]}"]')
    fremde = [kennung for kennung in bisher.get(RUNDUNGSVORRANG, ()) if kennung not in beteiligte.alle]
    if fremde and RUNDUNGSVORRANG not in neu:
        grund = (
            f"Die Fassung „{grundlage.kennung}“ regelt, wer bei Gleichstand zuerst erhält, und nennt dabei "
            f"{aufzaehlung(fremde)}; das ist neu zu regeln."
        )
        beispiel = f'[[regelung]] und darunter frage = "{RUNDUNGSVORRANG}" und antwort = "{VERTRAGSREIHENFOLGE}"'
        yield ("ausgeschieden",), MangelError(grund, beispiel)
