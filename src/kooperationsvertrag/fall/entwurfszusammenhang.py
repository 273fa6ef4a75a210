"""Entwurfszusammenhang: ob die Angaben eines Entwurfs zueinander und zu der Fassung passen, die er ändert.

Geprüft wird der Inhalt der Datei, wie TOML ihn liest; Angaben von falscher Art werden hier übergangen. Was sich ohne
die geänderte Fassung sagen lässt, steht vorn, damit es auch dann gesagt wird, wenn es diese Fassung nicht gibt.
Sätze, Klauseln und geregelte Fragen prüft :mod:`kooperationsvertrag.fall.entwurfsbestimmungen`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import fields_dict, frozen

from kooperationsvertrag.aufteilung import Rundung
from kooperationsvertrag.fall.betraege import lies_betrag
from kooperationsvertrag.fall.entwurfsbestimmungen import (
    angaben,
    bestimmungen_in_sich,
    bestimmungen_zur_grundlage,
    glieder,
    unbekannte_saetze,
    wiederholte,
)
from kooperationsvertrag.fall.entwurfsschema import AM_ANFANG, Entwurfsdatei, ist_betrag
from kooperationsvertrag.fall.probleme import (
    MangelError,
    aufzaehlung,
    meinten_sie,
    naechster,
    schlicht,
    zitat,
)
from kooperationsvertrag.fall.schema import VERTRAGSREIHENFOLGE
from kooperationsvertrag.fall.zusammenhang import KEINE_BEWERBER, Mangel, Tabelle, kreis, tabellen, text
from kooperationsvertrag.geld import Geldbetrag, summe
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.geregelt import RUNDUNG, RUNDUNGSVORRANG

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


def widersprueche(datei: Tabelle, grundlage: Vertragsfassung | None) -> Iterator[Mangel]:
    """Prüft, ob die Angaben eines Entwurfs zueinander und zu der Fassung passen, die er ändert.

    Args:
        datei: Der Inhalt der Datei.
        grundlage: Die Fassung, die der Entwurf ändert; ohne sie wird nur geprüft, was sich ohne sie sagen lässt.

    Yields:
        Jeden Mangel mit seiner Stelle.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> [(pfad, mangel)] = widersprueche({"jahresbudget": "130.000"}, BERICHT_2017)
    >>> mangel.grund
    'Das Jahresbudget ist 130.000,00 €, die Beiträge ergeben zusammen 120.000,00 €.'
    """
    if "gueltig_ab" in datei and "gueltig_bei" in datei:
        grund = "Hier steht ein Ereignis, und „gueltig_ab“ nennt schon einen Tag; nur eines von beiden ist möglich."
        yield ("gueltig_bei",), MangelError(grund, "gueltig_ab = 2027-01-01, ohne gueltig_bei")
    yield from _neue_partner(datei)
    yield from _doppelte(datei)
    yield from bestimmungen_in_sich(datei)
    if grundlage:
        yield from _zur_grundlage(datei, grundlage)
    else:
        yield from unbekannte_saetze(datei, None)


def _zur_grundlage(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    yield from _ausgeschiedene(datei, grundlage)
    yield from _vergebene(datei, grundlage)
    yield from bestimmungen_zur_grundlage(datei, grundlage)
    beteiligte = _beteiligte(datei, grundlage)
    if beteiligte.alle:
        yield from _beitraege(datei, grundlage, beteiligte)
        yield from _abordnung(datei, grundlage, beteiligte)
        yield from _wer_stellen_und_sitze_hat(datei, beteiligte)
        yield from _vorrang(datei, grundlage, beteiligte)
    else:
        yield ("ausgeschieden",), MangelError("Nach diesem Entwurf bliebe kein Partner.", '= ["ihk"]')


def _beteiligte(datei: Tabelle, grundlage: Vertragsfassung) -> Beteiligte:
    ausgeschieden = tuple(kennung for _, kennung in glieder(datei, "ausgeschieden"))
    bleibende = tuple(kennung for kennung in grundlage.partner_kennungen if kennung not in ausgeschieden)
    neue = dict.fromkeys(kennung for _, kennung in angaben(datei, "partner", "kennung") if kennung not in bleibende)
    return Beteiligte(bleibende, tuple(neue), ausgeschieden)


def _neue_partner(datei: Tabelle) -> Iterator[Mangel]:
    kennungen = angaben(datei, "partner", "kennung")
    for pfad, kennung in kennungen:
        if kennung in KEINE_BEWERBER:
            grund = f"„{kennung}“ kann kein Partner heißen; so heißt schon, wer im Regionalmanagement handelt."
            yield pfad, MangelError(grund, _NEUER_PARTNER)
    for pfad, kennung in wiederholte(kennungen):
        yield pfad, MangelError(f"Die Kennung „{zitat(kennung)}“ ist schon weiter oben vergeben.", _NEUER_PARTNER)
    namen = [(pfad, schlicht(name)) for pfad, name in angaben(datei, "partner", "name")]
    for pfad, _ in wiederholte(namen):
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
    for pfad, partner in wiederholte(angaben(datei, "sitz", "partner")):
        grund = f"„{zitat(partner)}“ hat schon einen Sitz; gerechnet wird mit einer Stimme je Partner."
        yield pfad, MangelError(grund, "[[sitz]] je Partner nur einmal")


def _ausgeschiedene(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    bisherige = Beteiligte(grundlage.partner_kennungen, (), ())
    genannte = glieder(datei, "ausgeschieden")
    for pfad, kennung in genannte:
        einwand = bisherige.einwand(kennung)
        if einwand:
            yield pfad, MangelError(einwand[0], f'= ["{einwand[1]}"]')
    for pfad, kennung in wiederholte(genannte):
        yield pfad, MangelError(f"„{zitat(kennung)}“ steht schon weiter vorn in der Liste.", '= ["ihk"]')


def _vergebene(datei: Tabelle, grundlage: Vertragsfassung) -> Iterator[Mangel]:
    """Prüft, ob ein neuer Partner heißt wie einer, der bleibt."""
    bleibende = _beteiligte(datei, grundlage).bleibende
    for pfad, kennung in angaben(datei, "partner", "kennung"):
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
        for pfad, kennung in angaben(datei, name, "partner"):
            einwand = beteiligte.einwand(kennung)
            if einwand:
                yield pfad, MangelError(einwand[0], f'= "{einwand[1]}"')


def _vorrang(datei: Tabelle, grundlage: Vertragsfassung, beteiligte: Beteiligte) -> Iterator[Mangel]:
    """Prüft, ob der Vorrang bei der Rundung zu ihr und zu den Partnern passt."""
    offen = [frage for _, frage in glieder(datei, "wieder_offen")]
    bisher = {regelung.frage: regelung.antwort for regelung in grundlage.geregelt if regelung.frage not in offen}
    neu = {frage: pfad for pfad, frage in angaben(datei, "regelung", "frage")}
    if RUNDUNGSVORRANG in neu and RUNDUNG not in {*bisher, *neu}:
        grund = "Wer bei Gleichstand zuerst erhält, lässt sich nur zusammen mit der Rundung regeln."
        beispiel = f'[[regelung]] und darunter frage = "{RUNDUNG}" und antwort = "{Rundung.GROESSTER_REST}"'
        yield neu[RUNDUNGSVORRANG], MangelError(grund, beispiel)
    for pfad, regelung in tabellen(datei, "regelung"):
        vorrang = glieder(regelung, "antwort") if text(regelung, "frage") == RUNDUNGSVORRANG else []
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
