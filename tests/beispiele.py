"""Die Beispiele unter ``examples/``, wie man sie aufruft und womit sie enden.

Die erwarteten Ausgaben liegen daneben in ``examples/erwartet/``. Nach einer gewollten Änderung schreibt
``python tests/beispiele.py`` sie neu; was sich geändert hat, ist dann im Vergleich der Versionsverwaltung zu lesen.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from attrs import frozen

WURZEL = Path(__file__).resolve().parents[1]
ORDNER = WURZEL / "examples"
ERWARTET = ORDNER / "erwartet"

ENDSTATUS = {
    "haushaltsjahr-2018": 0,
    "teiluebertragung": 0,
    "ihk-zahlt-die-haelfte": 3,
    "start-2024-mit-anfangsbestand": 0,
    "beitritt-zwischen-zwei-jahren": 3,
    "fassungswechsel": 0,
    "personalkosten-im-budget": 4,
    "ueberschreitung": 0,
}
"""Womit ``abrechnen`` bei jeder Falldatei endet."""

MIT_BEGRUENDUNG = ("haushaltsjahr-2018", "personalkosten-im-budget")
"""Falldateien, zu denen auch die Begründung abgelegt ist."""

PRUEFUNGEN = {
    "alles-rechtzeitig": (("2019-04-01", 0),),
    "verspaetet": (("2018-05-02", 4), ("2020-03-01", 0)),
    "nie-geprueft": (("2021-06-01", 0),),
    "uebertragung-vor-der-pruefung": (("2019-03-01", 0), ("2019-05-02", 0)),
    "spaeter-berichtigt": (("2019-04-01", 0), ("2020-04-01", 0)),
    "personal-abberufen": (("2019-03-01", 3),),
}
"""Womit ``pruefen`` an welchem Tag bei jeder Falldatei endet, die für ``pruefen`` und ``verlauf`` gemacht ist."""

VERLAEUFE = ("alles-rechtzeitig", "uebertragung-vor-der-pruefung", "spaeter-berichtigt")
"""Falldateien, zu denen auch der Verlauf abgelegt ist."""

ANTRAEGE = ("beitritt-rhein-kreis-neuss",)
"""Dateien für ``beitritt``."""

ENTWUERFE = ("entwurf-2027",)
"""Entwürfe; abgelegt ist, worin sie sich vom Bericht unterscheiden und was sie offen lassen."""

PROGRAMME = ("berechnen", "begruendung_erfragen", "vorschau")
"""Beispiele in Python."""


@frozen
class Beispiel:
    """Ein Aufruf und die Datei, in der seine Ausgabe steht."""

    datei: str
    argumente: tuple[str, ...]
    status: int


def _befehl(befehl: str, name: str, *optionen: str) -> tuple[str, ...]:
    return ("-m", "kooperationsvertrag", befehl, f"examples/{name}.toml", *optionen)


def _vergleich(entwurf: str) -> tuple[str, ...]:
    faelle = ("haushaltsjahr-2018", "ihk-zahlt-die-haelfte")
    gewaehlt = [angabe for fall in faelle for angabe in ("--fall", f"examples/{fall}.toml")]
    return ("-m", "kooperationsvertrag", "vergleichen", "bericht-2017", f"examples/{entwurf}.toml", *gewaehlt)


def _in_beiden_formaten(ausgabe: str, argumente: tuple[str, ...], status: int) -> tuple[Beispiel, Beispiel]:
    return (
        Beispiel(f"{ausgabe}.txt", argumente, status),
        Beispiel(f"{ausgabe}.json", (*argumente, "--format", "json"), status),
    )


BEISPIELE = (
    *(
        beispiel
        for name, status in ENDSTATUS.items()
        for beispiel in _in_beiden_formaten(name, _befehl("abrechnen", name), status)
    ),
    *(
        Beispiel(f"{name}.begruendung.txt", _befehl("abrechnen", name, "--begruendung"), ENDSTATUS[name])
        for name in MIT_BEGRUENDUNG
    ),
    *(
        beispiel
        for name, tage in PRUEFUNGEN.items()
        for tag, status in tage
        for beispiel in _in_beiden_formaten(
            f"{name}.pruefen-{tag}", _befehl("pruefen", name, "--stichtag", tag), status
        )
    ),
    *(
        beispiel
        for name in VERLAEUFE
        for beispiel in _in_beiden_formaten(f"{name}.verlauf", _befehl("verlauf", name), 0)
    ),
    *(beispiel for name in ANTRAEGE for beispiel in _in_beiden_formaten(name, _befehl("beitritt", name), 0)),
    *(beispiel for name in ENTWUERFE for beispiel in _in_beiden_formaten(f"{name}.vergleich", _vergleich(name), 0)),
    *(Beispiel(f"{name}.synopse.html", (*_vergleich(name), "--format", "html"), 0) for name in ENTWUERFE),
    *(
        beispiel
        for name in ENTWUERFE
        for beispiel in _in_beiden_formaten(f"{name}.luecken", _befehl("luecken", name), 0)
    ),
    *(Beispiel(f"{name}.txt", (f"examples/{name}.py",), 0) for name in PROGRAMME),
)


def fuehre_aus(beispiel: Beispiel) -> tuple[int, bytes, str]:
    """Ruft ein Beispiel auf wie von der Befehlszeile; gibt Endstatus, Ausgabe und Fehlermeldungen."""
    lauf = subprocess.run(
        [sys.executable, *beispiel.argumente],
        cwd=WURZEL,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    return lauf.returncode, lauf.stdout.replace(b"\r\n", b"\n"), lauf.stderr.decode()


def erneuere() -> None:
    """Schreibt alle erwarteten Ausgaben neu."""
    for beispiel in BEISPIELE:
        status, ausgabe, fehler = fuehre_aus(beispiel)
        if status != beispiel.status or fehler:
            sys.exit(f"{beispiel.datei}: Endstatus {status} statt {beispiel.status}\n{fehler}")
        (ERWARTET / beispiel.datei).write_bytes(ausgabe)


if __name__ == "__main__":
    erneuere()
