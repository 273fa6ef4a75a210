"""Eine gute Datei mit einem Antrag, aus der die Tests andere machen."""

from __future__ import annotations

KOPF = """titel = "Ein Gedankenspiel"
fassung = "bericht-2017"
"""

AUSLEGUNG = """
[auslegung]
schluessel_nach_beitritt = "additiv"
"""

ANTRAG = """
[antrag]
kennung = "rhein-kreis-neuss"
name = "Rhein-Kreis Neuss"
rechtsform = "kreis"
kreis = ""
foerderlich = true
begruendung = "grenzt an"
beitrag = "30.000"
zum = 2026-01-01
zustimmung = ["duesseldorf", "mettmann", "ihk", "aufsichtsgremium"]
"""

EINFACH = KOPF + ANTRAG
AUSFUEHRLICH = KOPF + AUSLEGUNG + ANTRAG
