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
    "personalkosten-im-budget": 4,
    "ueberschreitung": 0,
}
"""Womit ``abrechnen`` bei jeder Falldatei endet."""

MIT_BEGRUENDUNG = ("haushaltsjahr-2018", "personalkosten-im-budget")
"""Falldateien, zu denen auch die Begründung abgelegt ist."""

PROGRAMME = ("berechnen", "begruendung_erfragen")
"""Beispiele in Python."""


@frozen
class Beispiel:
    """Ein Aufruf und die Datei, in der seine Ausgabe steht."""

    datei: str
    argumente: tuple[str, ...]
    status: int


def _abrechnen(name: str, *optionen: str) -> tuple[str, ...]:
    return ("-m", "kooperationsvertrag", "abrechnen", f"examples/{name}.toml", *optionen)


BEISPIELE = (
    *(Beispiel(f"{name}.txt", _abrechnen(name), status) for name, status in ENDSTATUS.items()),
    *(Beispiel(f"{name}.json", _abrechnen(name, "--format", "json"), status) for name, status in ENDSTATUS.items()),
    *(
        Beispiel(f"{name}.begruendung.txt", _abrechnen(name, "--begruendung"), ENDSTATUS[name])
        for name in MIT_BEGRUENDUNG
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
