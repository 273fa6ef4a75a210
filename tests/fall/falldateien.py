"""Gute Falldateien, aus denen die Tests kaputte machen."""

from __future__ import annotations

KOPF = """titel = "Haushaltsjahr 2018"
fassung = "bericht-2017"
"""

JAHR = """
[[haushaltsjahr]]
jahr = 2018
eingezahlt = "wie vereinbart"
verausgabt = "43.417,55"
"""

AUSLEGUNG = """
[auslegung]
abstimmung = "einstimmig"
"""

BUCHUNGEN = """
[[haushaltsjahr]]
jahr = 2018
planung_erstellt = 2018-01-12
abschlussbericht_erstellt = 2018-12-28
geprueft = 2019-02-14
pruefungsergebnis = "gebilligt"

  [[haushaltsjahr.einzahlung]]
  partner = "duesseldorf"
  betrag = "50.000"
  datum = 2018-01-15

  [[haushaltsjahr.einzahlung]]
  partner = "ihk"
  betrag = 20000

  [[haushaltsjahr.ausgabe]]
  bezeichnung = "Standortkongress"
  art = "veranstaltung"
  betrag = "43.417,55"
  datum = 2018-06-08

  [[haushaltsjahr.ausgabe]]
  bezeichnung = "Sachbearbeitung"
  art = "personalkosten"
  betrag = "1000"
  partner = "duesseldorf"

  [[haushaltsjahr.einnahme]]
  bezeichnung = "Rückzahlung Saalmiete"
  art = "rueckerstattung"
  betrag = "120,00"

  [[haushaltsjahr.zusatzmittel]]
  partner = "duesseldorf"
  betrag = "10000.00"
  beschluss = "Rat 2018-05-03"
"""

UEBERTRAGUNG = """
  [haushaltsjahr.uebertragung]
  betrag = "alles"
  datum = 2019-02-14
  ja = ["duesseldorf", "mettmann"]
  nein = []
  enthaltung = ["ihk"]
"""

ANFANGSBESTAND = """
[[anfangsbestand]]
aus_jahr = 2017
betrag = "12.000"
schluessel = { ihk = 2, duesseldorf = 5, mettmann = 5 }
"""

BEITRITT = """
[[beitritt]]
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

EINFACH = KOPF + JAHR
AUSFUEHRLICH = KOPF + AUSLEGUNG + BUCHUNGEN + UEBERTRAGUNG + ANFANGSBESTAND + BEITRITT
