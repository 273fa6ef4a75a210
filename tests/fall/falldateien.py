"""Gute Falldateien, in der Kurzform und als Ereignisse, aus denen die Tests kaputte machen."""

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

BUCHUNGEN_ALS_EREIGNISSE = """
[[ereignis]]
art = "planung_vorgelegt"
datum = 2018-01-12
jahr = 2018

[[ereignis]]
art = "beitrag_gezahlt"
datum = 2018-01-15
akteur = "duesseldorf"
jahr = 2018
betrag = "50.000"
beleg = "Kassenzeichen 4711"
kennung = "b-1"

[[ereignis]]
art = "beitrag_gezahlt"
datum = 2018-01-16
akteur = "ihk"
jahr = 2018
betrag = 20000

[[ereignis]]
art = "ausgabe_gebucht"
datum = 2018-06-08
jahr = 2018
bezeichnung = "Standortkongress"
zweck = "veranstaltung"
betrag = "43.417,55"

[[ereignis]]
art = "ausgabe_gebucht"
datum = 2018-06-09
jahr = 2018
bezeichnung = "Sachbearbeitung"
zweck = "personalkosten"
betrag = "1000"
personal_von = "duesseldorf"

[[ereignis]]
art = "einnahme_gebucht"
datum = 2018-06-10
jahr = 2018
bezeichnung = "Rückzahlung Saalmiete"
herkunft = "rueckerstattung"
betrag = "120,00"

[[ereignis]]
art = "zusatzmittel_bewilligt"
datum = 2018-05-03
akteur = "duesseldorf"
jahr = 2018
betrag = "10000.00"
beschluss = "Rat 2018-05-03"

[[ereignis]]
art = "abschlussbericht_vorgelegt"
datum = 2018-12-28
jahr = 2018

[[ereignis]]
art = "abschlussbericht_geprueft"
datum = 2019-02-14
jahr = 2018
ergebnis = "gebilligt"
"""

UEBERTRAGUNG_ALS_EREIGNIS = """
[[ereignis]]
art = "beschluss_gefasst"
datum = 2019-02-14
jahr = 2018
gegenstand = "uebertragung_beschliessen"
betrag = "alles"
ja = ["duesseldorf", "mettmann"]
nein = []
enthaltung = ["ihk"]
"""

BEITRITT_ALS_EREIGNISSE = """
[[ereignis]]
art = "beitritt_erklaert"
datum = 2025-06-01
akteur = "rhein-kreis-neuss"
kennung = "e-1"
name = "Rhein-Kreis Neuss"
rechtsform = "kreis"
kreis = ""
foerderlich = true
begruendung = "grenzt an"
beitrag = "30.000"
zum = 2026-01-01

[[ereignis]]
art = "beitritt_zugestimmt"
datum = 2025-07-01
akteur = "duesseldorf"
bewerber = "rhein-kreis-neuss"

[[ereignis]]
art = "beitritt_zugestimmt"
datum = 2025-07-02
akteur = "aufsichtsgremium"
bewerber = "rhein-kreis-neuss"

[[ereignis]]
art = "beitritt_vollzogen"
datum = 2026-01-01
bewerber = "rhein-kreis-neuss"
"""

SONSTIGE_EREIGNISSE = """
[[ereignis]]
art = "eigenanteil_zugesagt"
datum = 2018-03-01
jahr = 2018
vorhaben = "Gewerbeflächen"
betrag = "5.000"
wichtig = true

[[ereignis]]
art = "eigenanteil_gezahlt"
datum = 2018-09-01
jahr = 2018
vorhaben = "Gewerbeflächen"
betrag = "4.000"

[[ereignis]]
art = "zusatzmittel_abgelehnt"
datum = 2018-05-04
akteur = "mettmann"
jahr = 2018

[[ereignis]]
art = "empfehlung_abgegeben"
datum = 2019-01-20
jahr = 2018
gegenstand = "uebertragung_beschliessen"
inhalt = "die Hälfte zu übertragen"

[[ereignis]]
art = "beschluss_gefasst"
datum = 2018-01-20
jahr = 2018
gegenstand = "planung_genehmigen"

[[ereignis]]
art = "rechnung_geprueft"
datum = 2019-03-01
jahr = 2018
beanstandet = false

[[ereignis]]
art = "rueckfuehrung_ausgezahlt"
datum = 2019-03-15
jahr = 2018
an = "ihk"
betrag = 100

[[ereignis]]
art = "erstattung_gezahlt"
datum = 2019-03-16
akteur = "duesseldorf"
jahr = 2018
betrag = 1000

[[ereignis]]
art = "forderung_beglichen"
datum = 2019-03-17
akteur = "mettmann"
jahr = 2018
betrag = 100

[[ereignis]]
art = "personal_gestellt"
datum = 2018-01-02
akteur = "mettmann"
person = "Stelle 2"
funktion = "stellvertretung"
abgeordnet_an = "duesseldorf"
vorgesetzt = false

[[ereignis]]
art = "personal_gestellt"
datum = 2018-01-02
akteur = "ihk"
person = "Stelle 3"
abgeordnet_an = ""

[[ereignis]]
art = "personal_abberufen"
datum = 2018-10-01
akteur = "mettmann"
person = "Stelle 9"

[[ereignis]]
art = "beitraege_wie_vereinbart"
datum = 2019-01-10
jahr = 2019
kennung = "w-1"

[[ereignis]]
art = "aufhebung"
datum = 2019-01-11
akteur = "geschaeftsstelle"
ersetzt = "w-1"
grund = "Mettmann fehlte"

[[ereignis]]
art = "planung_vorgelegt"
datum = 2019-01-08
jahr = 2019
kennung = "p-1"

[[ereignis]]
art = "planung_vorgelegt"
datum = 2019-01-09
erfasst = 2019-02-01
jahr = 2019
ersetzt = "p-1"
"""

ALLE_EREIGNISSE = (
    KOPF
    + AUSLEGUNG
    + BUCHUNGEN_ALS_EREIGNISSE
    + UEBERTRAGUNG_ALS_EREIGNIS
    + SONSTIGE_EREIGNISSE
    + ANFANGSBESTAND
    + BEITRITT_ALS_EREIGNISSE
)
