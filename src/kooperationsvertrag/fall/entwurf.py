"""Entwurf: die Datei eines Entwurfs lesen, oder alle ihre Probleme nennen.

Ein Entwurf ändert eine andere Fassung und wird selbst eine; auch einen Entwurf kann ein anderer ändern. Was er nicht
nennt, bleibt, wie es ist. Gelesen wird wie eine Falldatei (:mod:`~kooperationsvertrag.fall.einlesen`): der Text, jede
Angabe für sich (:mod:`~kooperationsvertrag.fall.entwurfsschema`) und was mehrere Angaben zugleich betrifft
(:mod:`~kooperationsvertrag.fall.entwurfszusammenhang`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import evolve, frozen

from kooperationsvertrag.fall.dateitext import entziffere, lies_toml
from kooperationsvertrag.fall.einlesen import alle_probleme, lies_bytes
from kooperationsvertrag.fall.entwurfsbestimmungen import ersetzte_saetze
from kooperationsvertrag.fall.entwurfsschema import (
    FORMAT,
    Entwurfsdatei,
    Partnerangabe,
    Regelungsangabe,
    Stellenangabe,
    lies_entwurfstabellen,
)
from kooperationsvertrag.fall.entwurfszusammenhang import widersprueche
from kooperationsvertrag.fall.fassungen import ENDUNG
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
    Klausel,
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
LAENGSTE_KETTE = 20
"""So viele Entwürfe bauen höchstens aufeinander auf; darüber liegt sicher ein Versehen vor."""


@frozen
class Umgebung:
    """Was ein Entwurf kennt, wenn er sagt, worauf er aufbaut."""

    fassungen: Mapping[str, Vertragsfassung]
    """Fassungen nach dem Namen, unter dem er sie nennt."""
    ordner: Path | None = None
    """Wo seine Datei liegt; ohne Angabe baut er auf keiner anderen Datei auf."""
    dateien: tuple[Path, ...] = ()
    """Die Dateien, die von ihm aus gesehen auf ihm aufbauen, und er selbst zuletzt."""


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
        fassungen: Die Fassungen, auf denen er aufbauen kann, nach dem Namen, unter dem er sie nennt; dazu jeder andere
            Entwurf, dessen Datei er nennt.

    Returns:
        Die Fassung, die der Entwurf beschreibt.

    Raises:
        EingabeError: Die Datei lässt sich nicht öffnen oder ist nicht brauchbar; nennt alle Probleme.

    >>> try:
    ...     lade_entwurf(Path("fehlt.toml"))
    ... except EingabeError as fehler:
    ...     fehler.probleme[0].grund
    'Diese Datei gibt es nicht: fehlt.toml.'
    """
    return _lade(datei, Umgebung(fassungen))[-1]


def lies_entwurf(
    inhalt: bytes, fassungen: Mapping[str, Vertragsfassung] = EINGEBAUT, ordner: Path | None = None
) -> Vertragsfassung:
    """Liest den Inhalt der Datei eines Entwurfs.

    Args:
        inhalt: Die ganze Datei.
        fassungen: Die Fassungen, auf denen er aufbauen kann, nach dem Namen, unter dem er sie nennt.
        ordner: Wo sie liegt; von dort aus wird ein anderer Entwurf gesucht, auf dem er aufbaut. Ohne Angabe sind nur
            die genannten Fassungen bekannt.

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
    return _lies(inhalt, Umgebung(fassungen, ordner))[-1]


def _lade(datei: Path, umgebung: Umgebung) -> tuple[Vertragsfassung, ...]:
    """Liest eine Datei und alle, auf denen sie aufbaut; ihre eigene Fassung steht zuletzt."""
    inhalt = lies_bytes(datei)
    dateien = (*umgebung.dateien, datei.resolve())
    if dateien[-1] in umgebung.dateien:
        kreis = " → ".join(zitat(eine.name) for eine in dateien[dateien.index(dateien[-1]) :])
        grund = (
            f"Die Entwürfe bauen im Kreis aufeinander auf: {kreis}. Einer muss auf einer Fassung außerhalb aufbauen."
        )
        raise EingabeError([_falsche_grundlage(grund)])
    if len(dateien) > LAENGSTE_KETTE:
        grund = f"Mehr als {LAENGSTE_KETTE} Entwürfe bauen aufeinander auf; so weit wird nicht zurückgegangen."
        raise EingabeError([_falsche_grundlage(grund)])
    return _lies(inhalt, Umgebung(umgebung.fassungen, datei.parent, dateien))


def _falsche_grundlage(grund: str) -> Problem:
    return Problem("aufbauend_auf", grund, f'aufbauend_auf = "{BERICHT_2017.kennung}"')


def _lies(inhalt: bytes, umgebung: Umgebung) -> tuple[Vertragsfassung, ...]:
    tabellen, probleme, zeilen = lies_toml(entziffere(inhalt))
    datei, maengel = lies_entwurfstabellen(tabellen)
    if _hat_spaeteres_format(tabellen):
        raise EingabeError(alle_probleme(probleme, [mangel for mangel in maengel if mangel[0] == ("format",)], zeilen))
    kette, weitere = _grundlagen(tabellen, umgebung)
    maengel += [*_schon_vergeben(tabellen, umgebung, kette), *weitere]
    maengel += widersprueche(tabellen, kette[-1] if kette else None)
    if probleme or maengel or not kette or not datei:
        raise EingabeError(alle_probleme(probleme, maengel, zeilen))
    return (*kette, _fassung(datei, kette[-1]))


def _hat_spaeteres_format(datei: Tabelle) -> bool:
    """Ob die Datei für eine spätere Version der Bibliothek geschrieben ist; über sie lässt sich sonst nichts sagen."""
    wert = datei.get("format")
    return type(wert) is int and wert > FORMAT


def _grundlagen(datei: Tabelle, umgebung: Umgebung) -> tuple[tuple[Vertragsfassung, ...], list[Mangel]]:
    """Sucht die Fassung, die der Entwurf ändert, als letzte nach denen, auf denen sie selbst aufbaut.

    Ist sie nicht bekannt, wird mit der nächsten weiter geprüft; ist ihre Datei nicht brauchbar, mit keiner.
    """
    name, fassungen = text(datei, "aufbauend_auf"), umgebung.fassungen
    if not name:
        return (BERICHT_2017,), []
    if name in fassungen:
        return (fassungen[name],), []
    if umgebung.ordner and name.lower().endswith(ENDUNG):
        return _andere_datei(umgebung.ordner / name, umgebung)
    gemeint = naechster(name, fassungen)
    grund = (
        f"Die Fassung „{zitat(name)}“ gibt es nicht.{meinten_sie(gemeint)} Bekannt sind: {aufzaehlung(fassungen)}. "
        f"Ein anderer Entwurf ist mit dem Pfad seiner Datei zu nennen, Endung {ENDUNG}."
    )
    mangel = MangelError(grund, f'= "{gemeint or BERICHT_2017.kennung}"')
    return ((fassungen[gemeint],) if gemeint else ()), [(("aufbauend_auf",), mangel)]


def _andere_datei(datei: Path, umgebung: Umgebung) -> tuple[tuple[Vertragsfassung, ...], list[Mangel]]:
    try:
        return _lade(datei, umgebung), []
    except EingabeError as fehler:
        wo = f"Im Entwurf „{zitat(datei.name)}“"
        return (), [(("aufbauend_auf",), MangelError(f"{wo}, {p.ort}: {p.grund}", p.beispiel)) for p in fehler.probleme]


def _schon_vergeben(datei: Tabelle, umgebung: Umgebung, kette: tuple[Vertragsfassung, ...]) -> list[Mangel]:
    kennung = text(datei, "kennung")
    if kennung not in {fassung.kennung for fassung in (*umgebung.fassungen.values(), *kette)}:
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
        klauseln=_klauseln(datei, grundlage),
        geregelt=_geregelt(datei, grundlage),
        entfallen=_entfallen(datei, grundlage),
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


def _klauseln(datei: Entwurfsdatei, grundlage: Vertragsfassung) -> tuple[Klausel, ...]:
    """Gibt die Klauseln der Grundlage, die bleiben, und die neuen."""
    weg = {*datei.entfallen, *(genannt for klausel in datei.klausel for genannt in klausel.ersetzt)}
    neue = (evolve(klausel, ersetzt=ersetzte_saetze(klausel.ersetzt, grundlage)) for klausel in datei.klausel)
    return (*(klausel for klausel in grundlage.klauseln if klausel.kennung not in weg), *neue)


def _geregelt(datei: Entwurfsdatei, grundlage: Vertragsfassung) -> tuple[Regelung, ...]:
    """Ergänzt, was die Grundlage regelt; zur selben Frage gilt der Entwurf."""
    alte = (regelung for regelung in grundlage.geregelt if regelung.frage not in datei.wieder_offen)
    neue = (Regelung(angabe.frage, _antwort(angabe), angabe.klausel) for angabe in datei.regelung)
    return tuple({regelung.frage: regelung for regelung in (*alte, *neue)}.values())


def _entfallen(datei: Entwurfsdatei, grundlage: Vertragsfassung) -> tuple[str, ...]:
    """Gibt die Sätze, die entfallen; eine Klausel der Grundlage, die entfällt, ist einfach nicht mehr da."""
    alte = (satz for satz in grundlage.entfallen if satz not in datei.wieder_geltend)
    klauseln = [klausel.kennung for klausel in grundlage.klauseln]
    return (*alte, *(genannt for genannt in datei.entfallen if genannt not in klauseln))


def _antwort(angabe: Regelungsangabe) -> str | tuple[str, ...]:
    return lies_vorrang(angabe.antwort) if angabe.frage == RUNDUNGSVORRANG else str(angabe.antwort)
