"""Beleg: womit gerechnet wurde, und was deshalb über und unter jeder Seite steht."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import version

from kooperationsvertrag.ablauf.ereignis import BeitrittErklaert
from kooperationsvertrag.darstellung.abrechnung import Kopf
from kooperationsvertrag.fall.als_json import fingerabdruck_der_fassung
from kooperationsvertrag.fall.einlesen import Fall
from kooperationsvertrag.fall.vergleich_als_json import VerglichenerFall
from kooperationsvertrag.revision.fassungsvergleich import Fassungsvergleich
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten

LAENGE_DES_FINGERABDRUCKS = len("sha256:") + 12
"""So viele Zeichen eines Fingerabdrucks stehen im Text; im JSON stehen alle."""


def kopf_des_falls(fall: Fall, stichtag: date | None = None) -> Kopf:
    """Gibt, was über und unter einer Seite zu einem Fall steht.

    Args:
        fall: Der Fall.
        stichtag: Der Tag, an dem geprüft wurde; nichts, wo es auf keinen ankommt.

    Returns:
        Titel, Fassung, Namen und Beleg.

    >>> from kooperationsvertrag.fall.einlesen import lies_fall
    >>> fall = lies_fall(b'''
    ... titel = "Haushaltsjahr 2018"
    ... fassung = "bericht-2017"
    ... [[haushaltsjahr]]
    ... jahr = 2018
    ... eingezahlt = "wie vereinbart"
    ... verausgabt = "0"
    ... ''')
    >>> [bezeichnung for bezeichnung, _ in kopf_des_falls(fall, date(2019, 4, 1)).beleg]
    ['kooperationsvertrag', 'Stichtag', 'Fassung', 'Eingabe']
    """
    bewerber = {antrag.kennung: antrag.name for antrag in fall.aufzeichnung.beitritte}
    if stichtag:
        bewerber = {e.akteur: e.name for e in fall.akte.ereignisse if isinstance(e, BeitrittErklaert)}
    aufgezeichnet = fall.aufzeichnung
    return kopf(fall.titel, aufgezeichnet.fassung, bewerber, fall.fingerabdruck, stichtag, aufgezeichnet.wechsel)


def kopf(
    titel: str,
    fassung: Vertragsfassung,
    weitere_namen: Mapping[str, str],
    fingerabdruck: str,
    stichtag: date | None = None,
    wechsel: tuple[Inkrafttreten, ...] = (),
) -> Kopf:
    """Gibt, was über und unter einer Seite steht.

    Args:
        titel: Titel der Datei.
        fassung: Die Fassung, nach der gerechnet wurde.
        weitere_namen: Namen derer, die noch nicht Partner sind, je Kennung.
        fingerabdruck: Fingerabdruck der Datei.
        stichtag: Der Tag, an dem geprüft wurde; nichts, wo es auf keinen ankommt.
        wechsel: Fassungen, die an die Stelle der ersten treten.

    Returns:
        Titel, Fassung, Namen und Beleg.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> kopf("Antrag", BERICHT_2017, {"neuss": "Rhein-Kreis Neuss"}, "sha256:" + 64 * "0").namen["neuss"]
    'Rhein-Kreis Neuss'
    """
    beleg = (
        ("kooperationsvertrag", version("kooperationsvertrag")),
        *([("Stichtag", f"{stichtag:%d.%m.%Y}")] if stichtag else []),
        ("Fassung", gekuerzt(fingerabdruck_der_fassung(fassung))),
        *[("Fassung", gekuerzt(fingerabdruck_der_fassung(eines.fassung))) for eines in wechsel],
        ("Eingabe", gekuerzt(fingerabdruck)),
    )
    namen = {kennung: name for eines in wechsel for kennung, name in eines.fassung.namen.items()}
    return Kopf(titel, fassung, {**namen, **weitere_namen, **fassung.namen}, beleg, wechsel)


def beleg_des_vergleichs(
    vergleich: Fassungsvergleich, faelle: Sequence[VerglichenerFall]
) -> tuple[tuple[str, str], ...]:
    """Gibt, womit verglichen wurde.

    Args:
        vergleich: Der Vergleich zweier Fassungen.
        faelle: Fälle, die unter beiden gerechnet sind.

    Returns:
        Je Angabe Bezeichnung und Wert.

    >>> from kooperationsvertrag.revision.fassungsvergleich import vergleiche
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> [bezeichnung for bezeichnung, _ in beleg_des_vergleichs(vergleiche(BERICHT_2017, BERICHT_2017), ())]
    ['kooperationsvertrag', 'Bisher', 'Neu']
    """
    return (
        ("kooperationsvertrag", version("kooperationsvertrag")),
        ("Bisher", gekuerzt(fingerabdruck_der_fassung(vergleich.alt))),
        ("Neu", gekuerzt(fingerabdruck_der_fassung(vergleich.neu))),
        *(("Fall", gekuerzt(fall.fingerabdruck)) for fall in faelle),
    )


def gekuerzt(fingerabdruck: str) -> str:
    """Kürzt einen Fingerabdruck so, dass er in eine Zeile passt.

    >>> gekuerzt("sha256:" + 64 * "0")
    'sha256:000000000000…'
    """
    return f"{fingerabdruck[:LAENGE_DES_FINGERABDRUCKS]}…"
