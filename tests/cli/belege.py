"""Erdachte Dateien, jeder Befehl darauf angewandt, und ein Fingerabdruck jeder Ausgabe.

``python tests/cli/belege.py`` gibt die Fingerabdrücke aus; zwei Läufe müssen Zeichen für Zeichen dasselbe ergeben.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from cli.aufruf import rufe_auf
from fall.antraege import EINFACH as ANTRAG
from fall.entwurfsdateien import KLAUSELN, KOPF, REGELUNGEN
from zufallsfaelle import als_toml, zufallsfall

ANZAHL = 4
ENTWURF = KOPF + "\n".join([KLAUSELN, *REGELUNGEN.split("\n\n")[:2]])


def falldateien(anzahl: int = ANZAHL) -> Iterator[str]:
    """Zufällige Fälle mit den Beiträgen des Vertrags; zwei Lesarten und die Rundung sind jeweils offen."""
    zufall = random.Random(2017)
    while anzahl:
        fall, lesarten = zufallsfall(zufall)
        if sum(fall["beitraege"].values()) != 12_000_000 or len(fall["jahre"]) > 2:
            continue
        text = als_toml(fall, lesarten)
        offen = zufall.sample(sorted(set(lesarten) - {"rundung", "rundungsvorrang"}), 3)
        yield "\n".join(zeile for zeile in text.splitlines() if zeile.partition(" = ")[0] not in offen)
        anzahl -= 1


def aufrufe(ordner: Path) -> Iterator[tuple[str, ...]]:
    """Schreibt die Dateien und nennt jeden Aufruf darauf."""
    entwurf, antrag = ordner / "entwurf.toml", ordner / "antrag.toml"
    entwurf.write_text(ENTWURF, encoding="utf-8")
    antrag.write_text(ANTRAG, encoding="utf-8")
    for nummer, text in enumerate(falldateien()):
        fall = ordner / f"fall-{nummer}.toml"
        fall.write_text(text, encoding="utf-8")
        for format in ("text", "json"):
            yield "abrechnen", str(fall), "--begruendung", "--format", format
            yield "pruefen", str(fall), "--stichtag", "2021-03-01", "--format", format
            yield "verlauf", str(fall), "--format", format
    for format in ("text", "json"):
        yield "beitritt", str(antrag), "--format", format
        yield "luecken", str(entwurf), "--format", format
    for format in ("text", "json", "html"):
        yield "vergleichen", "bericht-2017", str(entwurf), "--fall", str(fall), "--format", format


def main() -> None:
    """Gibt zu jedem Aufruf Endstatus und Fingerabdruck der Ausgabe."""
    with TemporaryDirectory() as ordner:
        for argumente in aufrufe(Path(ordner)):
            aufruf = rufe_auf(*argumente)
            assert aufruf.stdout, (argumente, aufruf.stderr)
            name = " ".join(Path(argument).name for argument in argumente)
            print(name, aufruf.status, sha256(aufruf.stdout.encode()).hexdigest())


if __name__ == "__main__":
    main()
