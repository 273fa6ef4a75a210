"""Die Erweiterungen der Dokumentation liegen neben ihr und nicht im Paket."""

import sys

from beispiele import WURZEL

sys.path.insert(0, str(WURZEL / "docs" / "_ext"))
