"""Tabellen und Bilder, die auf handgeschriebenen Seiten stehen: dort als ``{{ name }}``."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import NOTHING, fields
from auszeichnung import bild, maskiert, mit_verweisen, regelverweis, tabelle, verweise, ziel
from beispielfassungen import BEISPIELE
from garantien import GARANTIEN, garantientabelle
from geldfluss import als_satz
from geldfluss import als_svg as als_geldfluss
from glossar import glossartabelle
from phasenbild import als_svg
from stockwerke import stockwerktabelle

from kooperationsvertrag import BERICHT_2017, ergebnis
from kooperationsvertrag.ablauf.ereignis import EREIGNISART, EREIGNISNAMEN, Ereignis, Jahresereignis
from kooperationsvertrag.ablauf.jahresphase import UEBERGAENGE, ZUR_UNZEIT
from kooperationsvertrag.darstellung.seite import SCHWERE
from kooperationsvertrag.darstellung.stand import AUSLOESER, JAHRESPHASE
from kooperationsvertrag.fall.einlesen import lade_fall
from kooperationsvertrag.norm import Festlegung
from kooperationsvertrag.regeln import alle_regeln
from kooperationsvertrag.regeln.rechenschaft import berichtstag, planungstag
from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
from kooperationsvertrag.vertrag.fragen import FRAGEN
from kooperationsvertrag.vertrag.lesarten import Berichtsfrist, Planungsfrist
from kooperationsvertrag.vertrag.normen import NORMEN

GELDFLUESSE = ("haushaltsjahr-2018", "teiluebertragung")
"""Falldateien, deren erstes Jahr gezeichnet ist."""

IMMER = {feld.name for feld in fields(Jahresereignis)}


def ersetzungen() -> Mapping[str, str]:
    """Gibt alles, was auf handgeschriebenen Seiten an die Stelle eines Namens tritt."""
    return {
        "grundlage": BERICHT_2017.grundlage,
        "anzahl_saetze": str(len(NORMEN)),
        "anzahl_regeln": str(len(alle_regeln())),
        "anzahl_festlegungen": str(len(FESTLEGUNGEN)),
        "anzahl_fragen": str(len(FRAGEN)),
        "jahresbudget": str(BERICHT_2017.beitraege.summe),
        "fristen": _fristen(),
        "phasenbild": bild(als_svg(), "Die Phasen eines Haushaltsjahres"),
        "uebergaenge": _uebergaenge(),
        "zur_unzeit": _zur_unzeit(),
        "ereignisarten": _ereignisarten(),
        "festlegungen": _festlegungen(),
        "glossar": glossartabelle(),
        "stockwerke": stockwerktabelle(),
        **{f"garantien_{thema}": garantientabelle(zusagen) for thema, zusagen in GARANTIEN.items()},
        **{f"geldfluss_{name.replace('-', '_')}": _geldfluss(name) for name in GELDFLUESSE},
    }


def _geldfluss(name: str) -> str:
    """Zeichnet das erste Jahr einer Falldatei; darunter steht dasselbe in Worten."""
    fall = lade_fall(BEISPIELE / f"{name}.toml")
    jahr = ergebnis(fall.aufzeichnung, fall.auslegung, fall.konvention).haushaltsjahre[0]
    svg = als_geldfluss(jahr, BERICHT_2017.namen, f"geldfluss-{name}")
    gezeichnet = bild(svg, f"Wohin das Geld geht, {fall.titel}")
    return f"{gezeichnet}\n\n{maskiert(als_satz(jahr, BERICHT_2017.namen))}"


def _fristen() -> str:
    return tabelle(
        ("Schlüssel", "Lesart", "letzter Tag für 2018"),
        [
            *(
                (f"`{lesart.frage()}`", f"`{lesart}`", f"{planungstag(2018, lesart):%d.%m.%Y}")
                for lesart in Planungsfrist
            ),
            *(
                (f"`{lesart.frage()}`", f"`{lesart}`", f"{berichtstag(2018, lesart):%d.%m.%Y}")
                for lesart in Berichtsfrist
            ),
        ],
        breiten="30 40 30",
        klasse="gestapelt",
    )


def _uebergaenge() -> str:
    return tabelle(
        ("Nr.", "Von", "Durch", "Nach", "Satz"),
        [
            (
                str(nummer),
                JAHRESPHASE[u.von],
                AUSLOESER[u.ausloeser] + ("" if u.ist_vorgesehen else " (nicht vorgesehen, mit Befund)"),
                JAHRESPHASE[u.nach],
                verweise(u.normen),
            )
            for nummer, u in enumerate(UEBERGAENGE, start=1)
        ],
        breiten="6 22 38 23 11",
        klasse="gestapelt",
    )


def _zur_unzeit() -> str:
    return tabelle(
        ("Ereignis", "In der Phase", "Schwere", "Befund", "Satz"),
        [
            (
                EREIGNISNAMEN[zeile.art],
                ", ".join(JAHRESPHASE[phase] for phase in zeile.phasen),
                SCHWERE[zeile.schwere],
                maskiert(zeile.text),
                verweise(zeile.normen),
            )
            for zeile in ZUR_UNZEIT
        ],
        breiten="20 24 15 31 10",
        klasse="gestapelt",
    )


def _ereignisarten() -> str:
    return tabelle(
        ("`art`", "Was geschah", "`jahr`", "außerdem nötig", "möglich"),
        [
            (f"`{name}`", EREIGNISNAMEN[art], _jahr(art), _angaben(art, True), _angaben(art, False))
            for name, art in EREIGNISART.items()
        ],
        breiten="30 26 10 17 17",
        klasse="gestapelt",
    )


def _jahr(art: type[Ereignis]) -> str:
    return "ja" if issubclass(art, Jahresereignis) else "–"


def _angaben(art: type[Ereignis], noetig: bool) -> str:
    """Die Schlüssel einer Art, die nicht jedes Ereignis hat; nötig oder nicht."""
    gezeigt = (IMMER ^ {"akteur", "ersetzt"}) if noetig else IMMER
    namen = [feld.name for feld in fields(art) if (feld.default is NOTHING) == noetig and feld.name not in gezeigt]
    return ", ".join(f"`{name}`" for name in namen) or "–"


def _festlegungen() -> str:
    return tabelle(
        ("Nr.", "Frage", "Festlegung, Grund und was sonst wäre", "Wirkt in"),
        [
            (
                f"({ziel(fest.kennung)})=\n{fest.kennung}",
                mit_verweisen(fest.frage),
                f"**{mit_verweisen(fest.wahl)}** {mit_verweisen(fest.grund)}\n\n*{mit_verweisen(fest.folge)}*",
                _regeln(fest),
            )
            for fest in FESTLEGUNGEN
        ],
        breiten="9 24 44 23",
        klasse="gestapelt",
    )


def _regeln(festlegung: Festlegung) -> str:
    regeln = [regelverweis(regel) for regel in alle_regeln() if festlegung in regel.festlegungen]
    return ", ".join(regeln) or "Ablauf"
