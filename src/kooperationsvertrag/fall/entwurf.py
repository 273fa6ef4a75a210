"""Entwurf: die Datei eines Entwurfs lesen, oder alle ihre Probleme nennen.

Ein Entwurf ändert eine andere Fassung und wird selbst eine. Was er nicht nennt, bleibt, wie es ist. Gelesen wird wie
eine Falldatei (:mod:`~kooperationsvertrag.fall.einlesen`): der Text, jede Angabe für sich
(:mod:`~kooperationsvertrag.fall.entwurfsschema`) und was mehrere Angaben zugleich betrifft
(:mod:`~kooperationsvertrag.fall.entwurfszusammenhang`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kooperationsvertrag.fall.dateitext import entziffere, lies_toml
from kooperationsvertrag.fall.einlesen import ENDUNG, alle_probleme, lies_bytes
from kooperationsvertrag.fall.entwurfsschema import (
    FORMAT,
    Entwurfsdatei,
    Partnerangabe,
    Regelungsangabe,
    Stellenangabe,
    lies_entwurfstabellen,
)
from kooperationsvertrag.fall.entwurfszusammenhang import widersprueche_in_sich, widersprueche_zur_grundlage
from kooperationsvertrag.fall.probleme import (
    EingabeError,
    MangelError,
    Problem,
    aufzaehlung,
    meinten_sie,
    naechster,
    zitat,
)
from kooperationsvertrag.fall.schema import lies_vorrang
from kooperationsvertrag.fall.zusammenhang import Mangel, Tabelle, text
from kooperationsvertrag.geld import Betraege
from kooperationsvertrag.vertrag.fassung import (
    BERICHT_2017,
    FASSUNGEN,
    Gueltigkeit,
    Regelung,
    Sitz,
    Stelle,
    Vertragsfassung,
)
from kooperationsvertrag.vertrag.geregelt import RUNDUNGSVORRANG
from kooperationsvertrag.vertrag.partner import Partner

EINGEBAUT: Mapping[str, Vertragsfassung] = {fassung.kennung: fassung for fassung in FASSUNGEN}
"""Die eingebauten Fassungen nach ihrer Kennung."""
NORM_DER_FUNKTION = {stelle.funktion: stelle.norm for stelle in BERICHT_2017.stellen}
"""Welcher Satz eine Stelle mit dieser Funktion zuweist."""


def lade_fassung(angabe: str) -> Vertragsfassung:
    """Gibt eine Fassung, die auf der Befehlszeile genannt ist.

    Args:
        angabe: Kennung einer eingebauten Fassung, oder der Pfad eines Entwurfs, Endung ``.toml``.

    Returns:
        Die Fassung.

    Raises:
        EingabeError: Die Fassung gibt es nicht, oder der Entwurf ist nicht brauchbar; nennt alle Probleme.

    >>> lade_fassung("bericht-2017").kennung
    'bericht-2017'
    """
    name = angabe.strip()
    if name.lower().endswith(ENDUNG):
        return lade_entwurf(Path(name))
    if name in EINGEBAUT:
        return EINGEBAUT[name]
    grund = (
        f"Die Fassung „{zitat(name)}“ gibt es nicht.{meinten_sie(naechster(name, EINGEBAUT))} "
        f"Eingebaut sind: {aufzaehlung(EINGEBAUT)}. Der Pfad eines Entwurfs endet auf {ENDUNG}."
    )
    raise EingabeError([Problem("Fassung", grund, f"{BERICHT_2017.kennung} oder entwurf-2027{ENDUNG}")])


def lade_entwurf(datei: Path, fassungen: Mapping[str, Vertragsfassung] = EINGEBAUT) -> Vertragsfassung:
    """Liest die Datei eines Entwurfs.

    Args:
        datei: Wo sie liegt.
        fassungen: Die Fassungen, auf denen er aufbauen kann, nach ihrer Kennung.

    Returns:
        Die Fassung, die der Entwurf beschreibt.

    Raises:
        EingabeError: Die Datei lässt sich nicht öffnen oder ist nicht brauchbar; nennt alle Probleme.
    """
    return lies_entwurf(lies_bytes(datei), fassungen)


def lies_entwurf(inhalt: bytes, fassungen: Mapping[str, Vertragsfassung] = EINGEBAUT) -> Vertragsfassung:
    """Liest den Inhalt der Datei eines Entwurfs.

    Args:
        inhalt: Die ganze Datei.
        fassungen: Die Fassungen, auf denen er aufbauen kann, nach ihrer Kennung.

    Returns:
        Die Fassung, die der Entwurf beschreibt.

    Raises:
        EingabeError: Die Datei ist nicht brauchbar; nennt alle Probleme, in der Reihenfolge der Datei.

    >>> fassung = lies_entwurf(b'''
    ... kennung = "entwurf-2027"
    ... bezeichnung = "Entwurf 2027"
    ... aufbauend_auf = "bericht-2017"
    ... ausgeschieden = ["ihk"]
    ... [[regelung]]
    ... frage = "abstimmung"
    ... antwort = "mehrheit"
    ... ''')
    >>> fassung.beitraege.summe, fassung.partner_kennungen
    (Geldbetrag(cent=10000000), ('duesseldorf', 'mettmann'))
    """
    tabellen, probleme, zeilen = lies_toml(entziffere(inhalt))
    datei, maengel = lies_entwurfstabellen(tabellen)
    if _hat_spaeteres_format(tabellen):
        raise EingabeError(alle_probleme(probleme, [mangel for mangel in maengel if mangel[0] == ("format",)], zeilen))
    grundlage, weitere = _grundlage(tabellen, fassungen)
    maengel += [*_schon_vergeben(tabellen, fassungen), *weitere, *widersprueche_in_sich(tabellen)]
    maengel += widersprueche_zur_grundlage(tabellen, grundlage) if grundlage else ()
    if probleme or maengel or not grundlage or not datei:
        raise EingabeError(alle_probleme(probleme, maengel, zeilen))
    return _fassung(datei, grundlage)


def _hat_spaeteres_format(datei: Tabelle) -> bool:
    """Ob die Datei für eine spätere Version der Bibliothek geschrieben ist; über sie lässt sich sonst nichts sagen."""
    wert = datei.get("format")
    return type(wert) is int and wert > FORMAT


def _grundlage(datei: Tabelle, fassungen: Mapping[str, Vertragsfassung]) -> tuple[Vertragsfassung | None, list[Mangel]]:
    """Sucht die Fassung, die der Entwurf ändert; ist sie nicht bekannt, die nächste, damit weiter geprüft wird."""
    name = text(datei, "aufbauend_auf")
    if not name:
        return BERICHT_2017, []
    if name in fassungen:
        return fassungen[name], []
    gemeint = naechster(name, fassungen)
    grund = f"Die Fassung „{zitat(name)}“ gibt es nicht.{meinten_sie(gemeint)} Bekannt sind: {aufzaehlung(fassungen)}."
    mangel = MangelError(grund, f'= "{gemeint or BERICHT_2017.kennung}"')
    return fassungen.get(gemeint), [(("aufbauend_auf",), mangel)]


def _schon_vergeben(datei: Tabelle, fassungen: Mapping[str, Vertragsfassung]) -> list[Mangel]:
    kennung = text(datei, "kennung")
    if kennung not in fassungen:
        return []
    grund = f"Eine Fassung „{kennung}“ gibt es schon; ein Entwurf heißt anders als sie."
    return [(("kennung",), MangelError(grund, '= "entwurf-2027"'))]


def _fassung(datei: Entwurfsdatei, grundlage: Vertragsfassung) -> Vertragsfassung:
    bleibende = tuple(partner for partner in grundlage.partner if partner.kennung not in datei.ausgeschieden)
    kennungen = tuple(partner.kennung for partner in bleibende)
    partner = (*bleibende, *map(_partner, datei.partner))
    beitraege = grundlage.beitraege if datei.beitraege is None else datei.beitraege
    return Vertragsfassung(
        kennung=datei.kennung,
        bezeichnung=datei.bezeichnung,
        grundlage=datei.grundlage or f"Entwurf, aufbauend auf: {grundlage.grundlage}",
        partner=partner,
        beitraege=Betraege(tuple((einer.kennung, beitraege[einer.kennung]) for einer in partner)),
        stellen=_stellen(datei.stelle, grundlage, kennungen),
        aufsichtsgremium=_sitze(datei.sitz, grundlage, kennungen),
        sitz_der_abordnung=datei.sitz_der_abordnung or grundlage.sitz_der_abordnung,
        klauseln=(*grundlage.klauseln, *datei.klausel),
        geregelt=_geregelt(datei.regelung, grundlage),
        entfallen=(*grundlage.entfallen, *datei.entfallen),
        gueltigkeit=Gueltigkeit(datei.gueltig_ab, datei.gueltig_bei),
    )


def _partner(angabe: Partnerangabe) -> Partner:
    return Partner(
        kennung=angabe.kennung,
        name=angabe.name,
        kurzname=angabe.kurzname or angabe.name,
        rechtsform=angabe.rechtsform,
        entscheidungsgremium=angabe.entscheidungsgremium,
        kreis=angabe.kreis,
    )


def _stellen(
    angaben: tuple[Stellenangabe, ...] | None, grundlage: Vertragsfassung, bleibende: tuple[str, ...]
) -> tuple[Stelle, ...]:
    if angaben is None:
        return tuple(stelle for stelle in grundlage.stellen if stelle.partner in bleibende)
    return tuple(Stelle(angabe.partner, angabe.funktion, NORM_DER_FUNKTION[angabe.funktion]) for angabe in angaben)


def _sitze(
    angaben: tuple[Sitz, ...] | None, grundlage: Vertragsfassung, bleibende: tuple[str, ...]
) -> tuple[Sitz, ...]:
    if angaben is None:
        return tuple(sitz for sitz in grundlage.aufsichtsgremium if sitz.partner in bleibende)
    return angaben


def _geregelt(angaben: tuple[Regelungsangabe, ...], grundlage: Vertragsfassung) -> tuple[Regelung, ...]:
    """Ergänzt, was die Grundlage regelt; zur selben Frage gilt der Entwurf."""
    neue = (Regelung(angabe.frage, _antwort(angabe), angabe.klausel) for angabe in angaben)
    return tuple({regelung.frage: regelung for regelung in (*grundlage.geregelt, *neue)}.values())


def _antwort(angabe: Regelungsangabe) -> str | tuple[str, ...]:
    return lies_vorrang(angabe.antwort) if angabe.frage == RUNDUNGSVORRANG else str(angabe.antwort)
