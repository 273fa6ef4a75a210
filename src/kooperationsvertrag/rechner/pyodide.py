"""Pyodide: Python für den Browser, in genau einer Version.

Geholt wird das npm-Paket ``pyodide`` beim Bauen, oder es liegt schon als Ordner oder Archiv vor. Verwendet wird es nur,
wenn jede Datei den erwarteten Fingerabdruck hat.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from kooperationsvertrag.rechner.fehler import BauError

VERSION = "0.29.5"
"""Die Version, mit der der Rechner geprüft ist."""

FINGERABDRUCK: Mapping[str, str] = {
    "pyodide.js": "7f832a350240263d9946a9c3c877f7bcdab6c37d6dc65f72cd3be5905dca62dd",
    "pyodide.asm.js": "356c42f69e1695397e9d8670bd3c2e678248cde76e18bdae1731e848537b47d7",
    "pyodide.asm.wasm": "54309a5a2cfd757b1f0fdbc9093c92503f7b341500110329d932487183912718",
    "pyodide-lock.json": "14d2c2dba101277999e17135e653d8f15389ad1437f53eae213bf0c3cdff723d",
    "python_stdlib.zip": "831fd1e535084b972f87c6a35275de3d236efd5166f5e77ce89497710635e73c",
}
"""SHA-256 jeder Datei, die in den Rechner kommt."""

WARTEZEIT = 300
"""So viele Sekunden darf das Holen höchstens dauern."""

OHNE_NETZ = (
    f"Ohne Netz: das Paket auf einem anderen Rechner mit „npm pack pyodide@{VERSION}“ holen und die Datei hier mit "
    "--pyodide angeben."
)
"""Was zu tun ist, wenn sich das Paket nicht holen lässt."""


def lies_pyodide(quelle: Path | None = None) -> dict[str, bytes]:
    """Liest die Dateien von Pyodide, die in den Rechner kommen.

    Args:
        quelle: Ein Ordner mit dem ausgepackten Paket oder sein Archiv (``.tgz``); ohne Angabe holt npm das Paket.

    Returns:
        Inhalt je Datei.

    Raises:
        BauError: Das Paket lässt sich nicht holen oder lesen, oder es ist nicht die erwartete Version.
    """
    dateien = _gelesen(quelle) if quelle else _geholt()
    falsche = [
        name for name, erwartet in FINGERABDRUCK.items() if hashlib.sha256(dateien[name]).hexdigest() != erwartet
    ]
    if falsche:
        raise BauError(
            f"Das ist nicht das Paket pyodide in der Version {VERSION}: {', '.join(falsche)} hat nicht den erwarteten "
            f"Fingerabdruck. Richtig wäre: npm pack pyodide@{VERSION}"
        )
    return dateien


def _gelesen(quelle: Path) -> dict[str, bytes]:
    try:
        if quelle.is_dir():
            return {name: (quelle / name).read_bytes() for name in FINGERABDRUCK}
        with tarfile.open(quelle) as offen:
            return {name: _aus_dem_archiv(offen, name) for name in FINGERABDRUCK}
    except (KeyError, FileNotFoundError) as fehler:
        fehlt = fehler.filename if isinstance(fehler, FileNotFoundError) else "eine der nötigen Dateien"
        grund = f"es fehlt: {fehlt}"
    except (tarfile.TarError, EOFError, zlib.error):
        grund = "die Datei ist kein Archiv, wie npm es schreibt"
    except OSError:
        grund = "die Datei ist nicht lesbar"
    raise BauError(
        f"{quelle} enthält nicht das Paket pyodide; {grund}. Angegeben wird der Ordner des Pakets oder das Archiv, das "
        f"„npm pack pyodide@{VERSION}“ schreibt."
    )


def _aus_dem_archiv(offen: tarfile.TarFile, name: str) -> bytes:
    datei = offen.extractfile(f"package/{name}")
    if datei is None:
        raise KeyError(name)
    return datei.read()


def _geholt() -> dict[str, bytes]:
    npm = shutil.which("npm")
    if npm is None:
        raise BauError(
            "Zum Bauen holt das Programm „npm“ das Paket pyodide; npm ist nicht installiert. Es gehört zu Node.js "
            f"(unter Debian: apt install npm). {OHNE_NETZ}"
        )
    with tempfile.TemporaryDirectory() as ordner:
        befehl = [npm, "pack", f"pyodide@{VERSION}", "--pack-destination", ordner]
        try:
            lauf = subprocess.run(
                befehl, capture_output=True, encoding="utf-8", errors="replace", timeout=WARTEZEIT, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            raise BauError(f"npm ließ sich nicht ausführen oder antwortet nicht. {OHNE_NETZ}") from None
        archive = sorted(Path(ordner).glob("*.tgz"))
        if lauf.returncode or not archive:
            grund = next((zeile for zeile in lauf.stderr.splitlines() if "code" in zeile), "").strip()
            genannt = f" npm meldet: {grund}." if grund else ""
            raise BauError(f"npm konnte das Paket pyodide@{VERSION} nicht holen.{genannt} {OHNE_NETZ}")
        return _gelesen(archive[0])
