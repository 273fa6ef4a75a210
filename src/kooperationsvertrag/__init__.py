"""Der Kooperationsvertrag des Regionalmanagements Düsseldorf – Kreis Mettmann als Programmbibliothek.

Grundlage ist ein Bericht von 2017 über einen Vertragsentwurf, nicht der unterzeichnete Vertrag.

Hier steht, was zum Abrechnen eines Haushaltsjahres gebraucht wird. Die Regeln stehen je Gegenstand in
:mod:`kooperationsvertrag.regeln`, die Falldateien in :mod:`kooperationsvertrag.fall`.
"""

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung, Jahresstatus, abrechnung
from kooperationsvertrag.ablauf.ergebnis import Ergebnis, OffeneKonvention, ergebnis
from kooperationsvertrag.ablauf.haushaltsjahr import (
    Aufzeichnung,
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.ablauf.jahresfolge import begruendung, jahresfolge
from kooperationsvertrag.aufteilung import Aufteilung, Rechenkonvention, Rundung, Zahlungsschluessel, aufteilen
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einnahmenart, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Vertragsfassung

__all__ = [
    "BERICHT_2017",
    "Aufteilung",
    "Aufzeichnung",
    "Ausgabe",
    "Ausgabenart",
    "Auslegung",
    "Beitrittsantrag",
    "Betraege",
    "Einnahme",
    "Einnahmenart",
    "Einzahlung",
    "Ergebnis",
    "Geldbetrag",
    "Haushaltsjahr",
    "Jahresabrechnung",
    "Jahresstatus",
    "KooperationsvertragError",
    "OffeneKonvention",
    "Pruefungsergebnis",
    "Rechenkonvention",
    "Rundung",
    "Schicht",
    "Stimmabgabe",
    "Uebertragungsbeschluss",
    "Uebertragungsumfang",
    "Vertragsfassung",
    "Zahlungsschluessel",
    "Zahlweise",
    "Zusatzmittel",
    "abrechnung",
    "aufteilen",
    "begruendung",
    "ergebnis",
    "jahresfolge",
]
