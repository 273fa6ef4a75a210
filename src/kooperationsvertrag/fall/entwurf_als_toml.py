"""Entwurf als TOML: eine Fassung so aufschreiben, dass beim Lesen dieselbe herauskommt.

Geschrieben wird vollständig, also auch, was sich nicht ändert. Nur von Klauseln, Regelungen und entfallenen Sätzen
steht da, was sich gegenüber der Grundlage ändert. Das Geschriebene wird sofort gelesen und verglichen; eine Fassung,
die ein Entwurf nicht ausdrücken kann, wird abgelehnt und nicht verändert aufgeschrieben.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import TypeVar

from attrs import evolve, fields, frozen

from kooperationsvertrag.fall.entwurf import EINGEBAUT, lies_entwurf
from kooperationsvertrag.fall.entwurfsschema import FORMAT
from kooperationsvertrag.fall.probleme import EingabeError, aufzaehlung
from kooperationsvertrag.fall.schema import VERTRAGSREIHENFOLGE
from kooperationsvertrag.fehler import FassungError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Gueltigkeit, Klausel, Regelung, Vertragsfassung
from kooperationsvertrag.vertrag.partner import Partner

N = TypeVar("N")


def entwurf_als_toml(
    fassung: Vertragsfassung,
    aufbauend_auf: str = BERICHT_2017.kennung,
    fassungen: Mapping[str, Vertragsfassung] = EINGEBAUT,
) -> str:
    """Schreibt eine Fassung als vollständigen Entwurf.

    Args:
        fassung: Die Fassung.
        aufbauend_auf: Name der Fassung, die der Entwurf ändert.
        fassungen: Die bekannten Fassungen nach dem Namen, unter dem die Datei sie nennt: ihrer Kennung, oder dem Pfad
            eines anderen Entwurfs. Die geschriebene selbst gehört nicht dazu.

    Returns:
        Die Datei als Text; :func:`~kooperationsvertrag.fall.entwurf.lies_entwurf` liest daraus dieselbe Fassung.

    Raises:
        FassungError: Die Fassung lässt sich nicht so aufschreiben; sagt, woran es liegt.

    >>> from attrs import evolve
    >>> entwurf = evolve(BERICHT_2017, kennung="entwurf-2027", entfallen=("17-F3",))
    >>> print(entwurf_als_toml(entwurf).splitlines()[7])
    entfallen = ["17-F3"]
    """
    grundlage = fassungen.get(aufbauend_auf)
    if grundlage is None:
        raise FassungError(f"Eine Fassung „{aufbauend_auf}“ gibt es nicht; bekannt sind: {aufzaehlung(fassungen)}.")
    text = "\n".join(_zeilen(fassung, aufbauend_auf, grundlage)) + "\n"
    try:
        gelesen = lies_entwurf(text.encode(), fassungen)
    except UnicodeEncodeError:
        raise _abgelehnt(fassung, "Ein Text enthält ein Zeichen, das es in UTF-8 nicht gibt.") from None
    except EingabeError as fehler:
        raise _abgelehnt(fassung, str(fehler)) from fehler
    andere = [
        feld.name for feld in fields(Vertragsfassung) if getattr(gelesen, feld.name) != getattr(fassung, feld.name)
    ]
    if andere:
        grund = f"{aufzaehlung(andere)} lässt sich nicht als Änderung von „{aufbauend_auf}“ ausdrücken."
        raise _abgelehnt(fassung, grund)
    return text


def _abgelehnt(fassung: Vertragsfassung, grund: str) -> FassungError:
    return FassungError(f"Die Fassung „{fassung.kennung}“ lässt sich nicht als Entwurf aufschreiben. {grund}")


def _zeilen(fassung: Vertragsfassung, aufbauend_auf: str, grundlage: Vertragsfassung) -> Iterator[str]:
    bleibende = _bleibende(fassung.partner, grundlage.partner)
    bestimmungen = _bestimmungen(fassung, grundlage)
    yield f"format = {FORMAT}"
    yield f"kennung = {toml_text(fassung.kennung)}"
    yield f"bezeichnung = {toml_text(fassung.bezeichnung)}"
    yield f"aufbauend_auf = {toml_text(aufbauend_auf)}"
    yield f"grundlage = {toml_text(fassung.grundlage)}"
    yield from _gueltigkeit(fassung.gueltigkeit)
    yield f"ausgeschieden = {_liste(einer.kennung for einer in grundlage.partner if einer not in bleibende)}"
    yield f"sitz_der_abordnung = {toml_text(fassung.sitz_der_abordnung)}"
    yield f"entfallen = {_liste(bestimmungen.entfallen)}"
    yield from _wenn_noetig("wieder_geltend", bestimmungen.wieder_geltend)
    yield from _wenn_noetig("wieder_offen", bestimmungen.wieder_offen)
    yield f"jahresbudget = {_betrag(fassung.beitraege.summe)}"
    if not fassung.stellen:
        yield "stelle = []"
    if not fassung.aufsichtsgremium:
        yield "sitz = []"
    yield from ("", "[beitraege]")
    yield from (f"{_name(partner)} = {_betrag(betrag)}" for partner, betrag in fassung.beitraege.items())
    for neuer in fassung.partner[len(bleibende) :]:
        yield from _partner(neuer)
    for stelle in fassung.stellen:
        yield from _tabelle("stelle", {"partner": stelle.partner, "funktion": stelle.funktion})
    for sitz in fassung.aufsichtsgremium:
        yield from _tabelle("sitz", {"partner": sitz.partner, "amt": sitz.amt})
    for klausel in bestimmungen.klauseln:
        yield from _tabelle("klausel", {"kennung": klausel.kennung, "text": klausel.text})
        yield f"ersetzt = {_liste(klausel.ersetzt)}"
    for regelung in bestimmungen.geregelt:
        yield from _regelung(regelung)


def _gueltigkeit(gueltigkeit: Gueltigkeit) -> Iterator[str]:
    if gueltigkeit.ab:
        yield f"gueltig_ab = {gueltigkeit.ab.isoformat()}"
    if gueltigkeit.bei:
        yield f"gueltig_bei = {toml_text(gueltigkeit.bei)}"


def _wenn_noetig(name: str, texte: tuple[str, ...]) -> Iterator[str]:
    """Schreibt eine Liste nur, wo etwas darin steht; Version 0.1.0 kennt diese Angaben noch nicht."""
    if texte:
        yield f"{name} = {_liste(texte)}"


@frozen
class Bestimmungen:
    """Was ein Entwurf an Sätzen, Klauseln und geregelten Fragen seiner Grundlage ändert."""

    entfallen: tuple[str, ...]
    """Sätze und Klauseln, die entfallen."""
    wieder_geltend: tuple[str, ...]
    """Sätze, die wieder gelten."""
    wieder_offen: tuple[str, ...]
    """Fragen, die nicht mehr geregelt sind."""
    klauseln: tuple[Klausel, ...]
    """Die neuen Klauseln, mit den Klauseln, an deren Stelle sie treten."""
    geregelt: tuple[Regelung, ...]
    """Was neu oder anders geregelt ist."""


def _bestimmungen(fassung: Vertragsfassung, grundlage: Vertragsfassung) -> Bestimmungen:
    bleibende = _bleibende(fassung.klauseln, grundlage.klauseln)
    weg = {klausel.kennung: klausel for klausel in grundlage.klauseln if klausel not in bleibende}
    neue = [_an_stelle(klausel, weg.get(klausel.kennung)) for klausel in fassung.klauseln[len(bleibende) :]]
    ersatzlos = [kennung for kennung in weg if not any(kennung in klausel.ersetzt for klausel in neue)]
    fragen = [regelung.frage for regelung in fassung.geregelt]
    aufgehoben = {*fassung.entfallen, *(satz for klausel in fassung.klauseln for satz in klausel.ersetzt)}
    vorher = (*grundlage.entfallen, *(satz for kennung in ersatzlos for satz in weg[kennung].ersetzt))
    return Bestimmungen(
        entfallen=(*_neue(fassung.entfallen, grundlage.entfallen), *ersatzlos),
        wieder_geltend=tuple(dict.fromkeys(satz for satz in vorher if satz not in aufgehoben)),
        wieder_offen=tuple(regelung.frage for regelung in grundlage.geregelt if regelung.frage not in fragen),
        klauseln=tuple(neue),
        geregelt=tuple(
            regelung for regelung in fassung.geregelt if regelung not in grundlage.geregelt or regelung.klausel in weg
        ),
    )


def _an_stelle(klausel: Klausel, alte: Klausel | None) -> Klausel:
    """Nennt die gleichnamige Klausel der Grundlage als ersetzt, wenn die neue alles ersetzt, was jene ersetzt hat."""
    if alte and set(alte.ersetzt) <= set(klausel.ersetzt):
        return evolve(klausel, ersetzt=(*klausel.ersetzt, alte.kennung))
    return klausel


def _bleibende(alle: tuple[N, ...], bisherige: tuple[N, ...]) -> tuple[N, ...]:
    """Gibt die ersten, soweit sie unverändert und in derselben Reihenfolge in der Grundlage stehen."""
    uebrige = iter(bisherige)
    return tuple(takewhile(lambda eines: eines in uebrige, alle))


def _neue(alle: Iterable[N], bisherige: tuple[N, ...]) -> list[N]:
    return [eines for eines in alle if eines not in bisherige]


def _partner(partner: Partner) -> Iterator[str]:
    angaben = {
        "kennung": partner.kennung,
        "name": partner.name,
        "kurzname": partner.kurzname,
        "rechtsform": partner.rechtsform,
        "entscheidungsgremium": partner.entscheidungsgremium,
        "kreis": partner.kreis,
    }
    yield from _tabelle("partner", angaben)


def _regelung(regelung: Regelung) -> Iterator[str]:
    antwort = regelung.antwort or VERTRAGSREIHENFOLGE
    yield from ("", "[[regelung]]", f"frage = {toml_text(regelung.frage)}")
    yield f"antwort = {_liste(antwort) if isinstance(antwort, tuple) else toml_text(antwort)}"
    if regelung.klausel:
        yield f"klausel = {toml_text(regelung.klausel)}"


def _tabelle(name: str, angaben: Mapping[str, str]) -> Iterator[str]:
    yield from ("", f"[[{name}]]")
    yield from (f"{angabe} = {toml_text(wert)}" for angabe, wert in angaben.items())


def _liste(texte: Iterable[str]) -> str:
    return f"[{', '.join(map(toml_text, texte))}]"


def _betrag(betrag: Geldbetrag) -> str:
    return toml_text(str(betrag).removesuffix(" €"))


def _name(partner: str) -> str:
    """Schreibt einen Namen vor dem Gleichheitszeichen; in Anführungszeichen nur, wo TOML sie verlangt."""
    return partner if re.fullmatch(r"[A-Za-z0-9_-]+", partner) else toml_text(partner)


def toml_text(text: str) -> str:
    r"""Schreibt einen Text in Anführungszeichen, so wie TOML ihn liest.

    TOML kennt dieselben Ersatzzeichen wie JSON, verlangt sie aber auch für das Zeichen U+007F.

    Args:
        text: Der Text; ohne halbe Zeichen (einzelne Surrogate), die es in keiner Datei gibt.

    Returns:
        Der Text, wie er in der Datei steht.

    >>> print(toml_text('§ 7 „Rest“ \\ "alt"'))
    "§ 7 „Rest“ \\ \"alt\""
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
