"""Fassungen: welche Vertragsfassungen eine Falldatei nennt, und ab wann jede gilt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kooperationsvertrag.fall.probleme import (
    EingabeError,
    MangelError,
    Pfad,
    aufzaehlung,
    meinten_sie,
    naechster,
    zitat,
)
from kooperationsvertrag.fall.zusammenhang import Mangel, Tabelle, tabellen, tag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, FASSUNGEN, Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten

ENDUNG = ".toml"
"""Endet der Name einer Fassung so, dann ist er der Pfad eines Entwurfs."""


def genannte_fassung(
    tabelle: Mapping[str, object], ordner: Path | None = None
) -> tuple[Vertragsfassung | None, list[Mangel]]:
    """Sucht die Fassung, die eine Tabelle unter „fassung“ nennt.

    Args:
        tabelle: Die Tabelle, wie TOML sie liest.
        ordner: Wo die Datei liegt; ohne Angabe sind nur die eingebauten Fassungen bekannt.

    Returns:
        Die Fassung, wenn es sie gibt und sie brauchbar ist, und was daran nicht stimmt. Ist die Angabe kein Text, sagt
        das schon das Schema.

    >>> fassung, maengel = genannte_fassung({"fassung": "bericht-2018"})
    >>> print(maengel[0][1])
    Die Fassung „bericht-2018“ gibt es nicht. Gemeint ist vielleicht „bericht-2017“. Eingebaut sind: „bericht-2017“.
    """
    name = tabelle.get("fassung")
    if not isinstance(name, str) or not name.strip():
        return None, []
    if ordner and name.strip().endswith(ENDUNG):
        return _entwurf(ordner / name.strip())
    eingebaut = {fassung.kennung: fassung for fassung in FASSUNGEN}
    if name.strip() in eingebaut:
        return eingebaut[name.strip()], []
    grund = f"Die Fassung „{zitat(name)}“ gibt es nicht.{meinten_sie(naechster(name, eingebaut))}"
    mangel = MangelError(f"{grund} Eingebaut sind: {aufzaehlung(eingebaut)}.", f'= "{BERICHT_2017.kennung}"')
    return None, [(("fassung",), mangel)]


def _entwurf(datei: Path) -> tuple[Vertragsfassung | None, list[Mangel]]:
    from kooperationsvertrag.fall.entwurf import lade_entwurf  # erst hier: Entwürfe brauchen dieses Modul

    try:
        return lade_entwurf(datei), []
    except EingabeError as fehler:
        wo = f"Im Entwurf „{zitat(datei.name)}“"
        return None, [(("fassung",), MangelError(f"{wo}, {p.stelle}: {p.grund}", p.beispiel)) for p in fehler.probleme]


def genannte_wechsel(
    datei: Tabelle, beginn: Vertragsfassung, ordner: Path | None = None
) -> tuple[tuple[Inkrafttreten, ...], list[Mangel]]:
    """Sucht die Fassungen, die nach einer Falldatei an die Stelle der ersten treten.

    Args:
        datei: Der Inhalt der Datei.
        beginn: Die Fassung, mit der sie beginnt.
        ordner: Wo sie liegt; von dort aus werden Entwürfe gesucht.

    Returns:
        Je brauchbarem ``[[fassungswechsel]]`` die Fassung mit ihrem Tag, und was an den übrigen nicht stimmt.

    >>> datei = {"fassungswechsel": [{"fassung": "bericht-2017", "ab": date(2027, 1, 1)}]}
    >>> print(genannte_wechsel(datei, BERICHT_2017)[1][0][1])
    Die Fassung „bericht-2017“ gilt hier schon; ein Wechsel nennt eine andere.
    """
    bekannte = {beginn.kennung: beginn}
    bisher = beginn
    wechsel: list[Inkrafttreten] = []
    maengel: list[Mangel] = []
    je_tag: dict[date, str] = {}
    for pfad, tabelle in tabellen(datei, "fassungswechsel"):
        fassung, gefunden = genannte_fassung(tabelle, ordner)
        maengel += [((*pfad, *unterhalb), mangel) for unterhalb, mangel in gefunden]
        if fassung is None:
            continue
        ab = tag(tabelle, "ab")
        fest = fassung.gueltigkeit.ab
        if ab and fest and ab != fest:
            grund = f"Die Fassung „{fassung.kennung}“ sagt selbst, dass sie ab {fest:%d.%m.%Y} gilt."
            maengel.append(((*pfad, "ab"), MangelError(grund, f"= {fest.isoformat()}, oder die Zeile weglassen")))
        ab = fest or ab
        einwand = _einwand(fassung, bisher, bekannte)
        if einwand:
            maengel.append(((*pfad, "fassung"), einwand))
            continue
        if ab and ab in je_tag:
            maengel.append(_am_selben_tag((*pfad, "ab" if "ab" in tabelle else "fassung"), fassung, ab, je_tag[ab]))
            continue
        wechsel.append(Inkrafttreten(fassung, ab))
        je_tag |= {ab: fassung.kennung} if ab else {}
        bekannte[fassung.kennung] = bisher = fassung
    return tuple(wechsel), maengel


def _einwand(
    fassung: Vertragsfassung, bisher: Vertragsfassung, bekannte: Mapping[str, Vertragsfassung]
) -> MangelError | None:
    """Zu einer früheren Fassung zurückzukehren geht; dieselbe noch einmal und zwei gleichen Namens gehen nicht."""
    if fassung == bisher:
        grund = f"Die Fassung „{fassung.kennung}“ gilt hier schon; ein Wechsel nennt eine andere."
        return MangelError(grund, '= "entwurf-2027.toml"')
    if bekannte.get(fassung.kennung, fassung) != fassung:
        grund = f"Eine andere Fassung heißt schon „{fassung.kennung}“; in einem Fall heißt jede anders."
        return MangelError(grund, 'im Entwurf kennung = "entwurf-2028"')
    return None


def _am_selben_tag(pfad: Pfad, fassung: Vertragsfassung, ab: date, andere: str) -> Mangel:
    grund = (
        f"Am {ab:%d.%m.%Y} tritt schon die Fassung „{andere}“ in Kraft; zugleich kann „{fassung.kennung}“ nicht gelten."
    )
    return pfad, MangelError(grund, "zwei Fassungen mit verschiedenen Tagen, oder nur eine von beiden")
