"""Dokument: das eigene Exemplar einer Quelle lesen.

Gelesen wird Text: UTF-8 mit oder ohne Marke, UTF-16 mit Marke, sonst die Kodierung, die Windows früher verwendete.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kooperationsvertrag.cli.deutsch import UnbrauchbareEingabeError

if TYPE_CHECKING:
    from kooperationsvertrag.revision.quellenabgleich import Satzabgleich

HOECHSTGROESSE = 20_000_000
"""Größtes lesbares Dokument, in Bytes."""

_KEIN_TEXT = (
    (b"%PDF", "eine PDF-Datei", "Im Anzeigeprogramm den ganzen Text markieren, kopieren und im Editor einfügen"),
    (
        b"PK\x03\x04",
        "eine Datei von Word oder LibreOffice",
        "Dort unter „Speichern unter“ den Dateityp „Nur Text“ wählen",
    ),
    (b"\xd0\xcf\x11\xe0", "eine ältere Datei von Word", "Dort unter „Speichern unter“ den Dateityp „Nur Text“ wählen"),
    (b"{\\rtf", "eine RTF-Datei", "In Word unter „Speichern unter“ den Dateityp „Nur Text“ wählen"),
)


def lies_abgleich(datei: Path) -> Sequence[Satzabgleich]:
    """Liest ein Dokument und vergleicht es mit dem Normregister.

    Args:
        datei: Wo das Dokument liegt.

    Returns:
        Was zu jedem Satz der enthaltenen Quellen festgestellt ist.

    Raises:
        UnbrauchbareEingabeError: Das Dokument ist nicht lesbar oder enthält keine der Quellen.
    """
    from kooperationsvertrag.revision.quellenabgleich import abgleich
    from kooperationsvertrag.vertrag.normen import NIEDERSCHRIFT_2023, NORMEN, SACHSTANDSBERICHT_2017

    saetze = abgleich(lies_dokument(datei), NORMEN)
    if not saetze:
        raise UnbrauchbareEingabeError(
            f"In {datei.name} steht kein Satz der Quellen. Erwartet wird der Text eines dieser Dokumente:\n"
            f"  {SACHSTANDSBERICHT_2017}: Aufbau des Regionalmanagements, Kreis Mettmann, Herbst 2017\n"
            f"  {NIEDERSCHRIFT_2023}: Niederschrift des Ausschusses für Wirtschaftsförderung, Kultur und Tourismus, "
            "Kreis Mettmann, 09.11.2023"
        )
    return saetze


def lies_dokument(datei: Path) -> str:
    """Liest ein Textdokument.

    Args:
        datei: Wo es liegt.

    Returns:
        Sein Text.

    Raises:
        UnbrauchbareEingabeError: Die Datei gibt es nicht, sie ist nicht lesbar oder kein Text.
    """
    inhalt = _lies_bytes(datei)
    for anfang, was, weg in _KEIN_TEXT:
        if inhalt.startswith(anfang):
            raise UnbrauchbareEingabeError(
                f"{datei.name} ist {was}; gelesen wird nur Text. {weg} und die Textdatei hier angeben."
            )
    if inhalt.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return inhalt.decode("utf-16", errors="replace")
    if b"\0" in inhalt:
        raise UnbrauchbareEingabeError(f"{datei.name} ist keine Textdatei.")
    try:
        return inhalt.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhalt.decode("cp1252", errors="replace")


def _lies_bytes(datei: Path) -> bytes:
    try:
        if datei.stat().st_size > HOECHSTGROESSE:
            raise UnbrauchbareEingabeError(f"{datei.name} ist größer als {HOECHSTGROESSE // 1_000_000} MB.")
        return datei.read_bytes()
    except FileNotFoundError:
        grund = "Diese Datei gibt es nicht"
    except PermissionError:
        grund = "Diese Datei darf nicht gelesen werden"
    except IsADirectoryError:
        grund = "Das ist ein Ordner, keine Datei"
    except (OSError, ValueError):
        grund = "Diese Datei lässt sich nicht öffnen"
    raise UnbrauchbareEingabeError(f"{grund}: {datei}")
