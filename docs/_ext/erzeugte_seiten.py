"""Erzeugte Seiten: schreibt sie vor dem Bauen und lässt das Bauen scheitern, wenn ein Satz zu kurz käme.

Geschrieben wird nur, was sich geändert hat; was es nicht mehr gibt, wird gelöscht. So bleibt ein zweites Bauen schnell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import fassungsseiten
import fragenseiten
import garantien
import glossar
from beispielfassungen import WURZEL
from gegenstaende import GEGENSTAENDE, maengel
from matrix import matrixseite
from sphinx.application import Sphinx
from sphinx.util import logging
from testnachweis import Nachweise, lies_tests
from vertragsseiten import regelmaengel, uebersichtsseite, vertragsseite

from kooperationsvertrag.vertrag.fragen import FRAGEN

ORDNER = ("vertrag", "fragen", "fassungen")
"""Ordner, deren Seiten alle erzeugt sind."""

_bericht = logging.getLogger(__name__)


def seiten(tests: Nachweise) -> Mapping[str, str]:
    """Setzt alle erzeugten Seiten: Pfad und Inhalt."""
    return {
        "vertrag/index.md": uebersichtsseite(),
        **{f"vertrag/{gegenstand.name}.md": vertragsseite(gegenstand, tests) for gegenstand in GEGENSTAENDE},
        "vertrag/matrix.md": matrixseite(tests),
        "fassungen/index.md": fassungsseiten.uebersichtsseite(),
        "fassungen/vergleich-entwurf-2027.md": fassungsseiten.vergleichsseite(),
        "fassungen/gedankenspiel-rhein-kreis-neuss.md": fassungsseiten.beitrittsseite(),
        "fragen/index.md": fragenseiten.uebersichtsseite(),
        **{f"fragen/{fragenseiten.dateiname(frage)}.md": fragenseiten.frageseite(frage) for frage in FRAGEN},
    }


def alle_maengel(tests: Nachweise) -> Iterator[str]:
    """Nennt alles, weswegen nicht gebaut werden darf."""
    yield from maengel()
    yield from regelmaengel(tests)
    yield from fragenseiten.maengel()
    yield from garantien.maengel(tests)
    yield from glossar.maengel()


def schreibe(ordner: Path, inhalte: Mapping[str, str]) -> None:
    """Schreibt Seiten, wo sich etwas geändert hat, und löscht, was es nicht mehr gibt."""
    for alt in [datei for name in ORDNER for datei in (ordner / name).glob("*.md")]:
        if alt.relative_to(ordner).as_posix() not in inhalte:
            alt.unlink()
    for pfad, inhalt in inhalte.items():
        datei = ordner / pfad
        datei.parent.mkdir(exist_ok=True)
        if not datei.exists() or datei.read_text(encoding="utf-8") != inhalt:
            datei.write_text(inhalt, encoding="utf-8", newline="\n")


def _vor_dem_bauen(app: Sphinx) -> None:
    tests = lies_tests(WURZEL / "tests")
    for mangel in alle_maengel(tests):
        _bericht.warning(mangel, type="vertrag")
    schreibe(Path(app.srcdir), seiten(tests))


def _nach_dem_bauen(app: Sphinx, fehler: Exception | None) -> None:
    """Legt die Synopse neben die Seite, die auf sie verweist."""
    if fehler is None and app.builder.format == "html":
        datei = Path(app.outdir) / "fassungen" / fassungsseiten.SYNOPSE
        datei.write_text(fassungsseiten.synopse_des_entwurfs(), encoding="utf-8", newline="\n")


def setup(app: Sphinx) -> dict[str, bool]:
    """Meldet die erzeugten Seiten bei Sphinx an."""
    app.connect("builder-inited", _vor_dem_bauen)
    app.connect("build-finished", _nach_dem_bauen)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
