"""Verpacken: die Bibliothek und was sie zum Laufen braucht, als ein Archiv.

Verpackt wird, was installiert ist. Gleiche Eingaben ergeben dieselben Bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from importlib.resources.abc import Traversable

from kooperationsvertrag.rechner.fehler import BauError

PROJEKT = "kooperationsvertrag"
"""Name des Pakets."""

LAUFZEIT = ("attrs", "cattrs", "click", "rich", "typing_extensions")
"""Pakete, die zum Laufen nötig sind. Was rich nur zum Einfärben von Quelltext braucht, gehört nicht dazu."""

FALLTEXT = "tomlkit"
"""Paket, mit dem der Rechner im Browser Falldateien schreibt, ohne ihre Kommentare zu verlieren."""

_ZEIT = (1980, 1, 1, 0, 0, 0)
_RECHTE = 0o644 << 16
_NUR_HIER = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")
_MASCHINENCODE = (".so", ".pyd", ".dll", ".dylib")


def paketdateien(pakete: Iterable[str] = LAUFZEIT) -> dict[str, bytes]:
    """Sammelt die Dateien der Bibliothek und weiterer Pakete.

    Args:
        pakete: Namen installierter Pakete, die mit hinein sollen.

    Returns:
        Inhalt je Pfad, nach Pfaden geordnet.

    Raises:
        BauError: Ein Paket ist nicht installiert oder enthält Maschinencode.
    """
    gesammelt = dict(_eigene())
    for paket in pakete:
        gesammelt |= _fremde(paket)
    return dict(sorted(gesammelt.items()))


def archiv(dateien: Mapping[str, bytes], *, verdichtet: bool = True) -> bytes:
    """Macht aus Dateien ein Zip-Archiv, dessen Bytes nur von ihnen abhängen.

    Args:
        dateien: Inhalt je Pfad.
        verdichtet: Ob jede Datei für sich verdichtet wird.

    Returns:
        Das Archiv.

    >>> archiv({"a.txt": b"1"}) == archiv({"a.txt": b"1"})
    True
    """
    puffer = io.BytesIO()
    art = zipfile.ZIP_DEFLATED if verdichtet else zipfile.ZIP_STORED
    with zipfile.ZipFile(puffer, "w") as offen:
        for pfad, inhalt in dateien.items():
            eintrag = zipfile.ZipInfo(pfad, _ZEIT)
            eintrag.external_attr = _RECHTE
            eintrag.create_system = 3
            offen.writestr(eintrag, inhalt, art, 9)
    return puffer.getvalue()


def _eigene() -> Iterator[tuple[str, bytes]]:
    """Gibt die Bibliothek selbst; auch wenn sie zum Entwickeln eingebunden und nicht kopiert ist."""
    yield from _unter(files(PROJEKT), PROJEKT)
    installiert = distribution(PROJEKT)
    ordner = f"{PROJEKT}-{installiert.version}.dist-info"
    yield f"{ordner}/METADATA", (installiert.read_text("METADATA") or "").encode()


def _unter(ordner: Traversable, pfad: str) -> Iterator[tuple[str, bytes]]:
    for eintrag in [einer for einer in ordner.iterdir() if einer.name != "__pycache__"]:
        if eintrag.is_dir():
            yield from _unter(eintrag, f"{pfad}/{eintrag.name}")
        else:
            yield f"{pfad}/{eintrag.name}", eintrag.read_bytes()


def _fremde(paket: str) -> dict[str, bytes]:
    try:
        installiert = distribution(paket)
    except PackageNotFoundError:
        raise BauError(f"Das Paket „{paket}“ ist nicht installiert. Abhilfe: pip install {paket}") from None
    if not installiert.files:
        raise BauError("Von hier aus lässt sich nicht bauen: dazu muss die Bibliothek mit pip installiert sein.")
    dateien = {datei.as_posix(): datei for datei in installiert.files}
    gebraucht = {pfad: datei for pfad, datei in dateien.items() if _gehoert_dazu(pfad)}
    maschinencode = sorted(pfad for pfad in gebraucht if pfad.endswith(_MASCHINENCODE))
    if maschinencode:
        raise BauError(f"Das Paket „{paket}“ läuft nur auf diesem Rechner: {maschinencode[0]} ist Maschinencode.")
    return {pfad: datei.read_binary() for pfad, datei in gebraucht.items()}


def _gehoert_dazu(pfad: str) -> bool:
    name = pfad.rpartition("/")[2]
    return not (pfad.startswith(("../", "/")) or "__pycache__" in pfad or name.endswith(".pyc") or name in _NUR_HIER)
