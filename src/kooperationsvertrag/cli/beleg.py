"""Beleg: womit gerechnet wurde, und was deshalb über und unter jeder Seite steht."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kooperationsvertrag.darstellung.abrechnung import Kopf
    from kooperationsvertrag.vertrag.fassung import Vertragsfassung
    from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten

LAENGE_DES_FINGERABDRUCKS = len("sha256:") + 12
"""So viele Zeichen eines Fingerabdrucks stehen im Text; im JSON stehen alle."""


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
    """
    from importlib.metadata import version

    from kooperationsvertrag.darstellung.abrechnung import Kopf
    from kooperationsvertrag.fall.als_json import fingerabdruck_der_fassung

    beleg = (
        ("kooperationsvertrag", version("kooperationsvertrag")),
        *([("Stichtag", f"{stichtag:%d.%m.%Y}")] if stichtag else []),
        ("Fassung", gekuerzt(fingerabdruck_der_fassung(fassung))),
        *[("Fassung", gekuerzt(fingerabdruck_der_fassung(eines.fassung))) for eines in wechsel],
        ("Eingabe", gekuerzt(fingerabdruck)),
    )
    namen = {kennung: name for eines in wechsel for kennung, name in eines.fassung.namen.items()}
    return Kopf(titel, fassung, {**namen, **weitere_namen, **fassung.namen}, beleg, wechsel)


def gekuerzt(fingerabdruck: str) -> str:
    """Kürzt einen Fingerabdruck so, dass er in eine Zeile passt."""
    return f"{fingerabdruck[:LAENGE_DES_FINGERABDRUCKS]}…"
