"""Der Kooperationsvertrag des Regionalmanagements Düsseldorf – Kreis Mettmann als Programmbibliothek.

Grundlage ist ein Bericht von 2017 über einen Vertragsentwurf, nicht der unterzeichnete Vertrag.

Die Namen dieses Moduls werden erst geladen, wenn jemand sie verwendet; das Laden der Bibliothek selbst kostet darum
fast nichts. Hier steht, was zum Abrechnen eines Haushaltsjahres gebraucht wird. Die Regeln stehen je Gegenstand in
:mod:`kooperationsvertrag.regeln`, die Falldateien in :mod:`kooperationsvertrag.fall`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung, Jahresstatus, abrechnung
    from kooperationsvertrag.ablauf.akte import Akte
    from kooperationsvertrag.ablauf.ergebnis import Ergebnis, OffeneKonvention, ergebnis
    from kooperationsvertrag.ablauf.haushaltsjahr import (
        Aufzeichnung,
        Haushaltsjahr,
        Uebertragungsbeschluss,
        Uebertragungsumfang,
        Zahlweise,
    )
    from kooperationsvertrag.ablauf.jahresfolge import begruendung, jahresfolge
    from kooperationsvertrag.ablauf.verlauf import verlauf
    from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand, fortgeschrieben, stand
    from kooperationsvertrag.ablauf.vorschau import Jahresplan, geplante_jahre, vorschau
    from kooperationsvertrag.aufteilung import Aufteilung, Rechenkonvention, Rundung, Zahlungsschluessel, aufteilen
    from kooperationsvertrag.auslegung import Auslegung
    from kooperationsvertrag.fehler import KooperationsvertragError
    from kooperationsvertrag.geld import Betraege, Geldbetrag
    from kooperationsvertrag.regeln.gremien import Stimmabgabe
    from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
    from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
    from kooperationsvertrag.regeln.restmittel import Schicht
    from kooperationsvertrag.vertrag.buchung import (
        Ausgabe,
        Ausgabenart,
        Einnahme,
        Einnahmenart,
        Einzahlung,
        Zusatzmittel,
    )
    from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Vertragsfassung
    from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister, Inkrafttreten, fassungsregister
else:  # beim Ausführen kommen die Namen erst, wenn sie gebraucht werden

    def __getattr__(name: str) -> object:
        if name in _FUNDORTE:
            return getattr(import_module(_FUNDORTE[name], __name__), name)
        raise AttributeError(f"Das Modul {__name__} kennt {name!r} nicht.")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


__all__ = [
    "BERICHT_2017",
    "Akte",
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
    "Fassungsregister",
    "Geldbetrag",
    "Haushaltsjahr",
    "Inkrafttreten",
    "Jahresabrechnung",
    "Jahresplan",
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
    "Vertragsstand",
    "Zahlungsschluessel",
    "Zahlweise",
    "Zusatzmittel",
    "abrechnung",
    "aufteilen",
    "begruendung",
    "ergebnis",
    "fassungsregister",
    "fortgeschrieben",
    "geplante_jahre",
    "jahresfolge",
    "stand",
    "verlauf",
    "vorschau",
]

_FUNDORTE = {
    "Akte": ".ablauf.akte",
    "Aufteilung": ".aufteilung",
    "Aufzeichnung": ".ablauf.haushaltsjahr",
    "Ausgabe": ".vertrag.buchung",
    "Ausgabenart": ".vertrag.buchung",
    "Auslegung": ".auslegung",
    "BERICHT_2017": ".vertrag.fassung",
    "Beitrittsantrag": ".regeln.mitgliedschaft",
    "Betraege": ".geld",
    "Einnahme": ".vertrag.buchung",
    "Einnahmenart": ".vertrag.buchung",
    "Einzahlung": ".vertrag.buchung",
    "Ergebnis": ".ablauf.ergebnis",
    "Fassungsregister": ".vertrag.fassungsregister",
    "Geldbetrag": ".geld",
    "Haushaltsjahr": ".ablauf.haushaltsjahr",
    "Inkrafttreten": ".vertrag.fassungsregister",
    "Jahresabrechnung": ".ablauf.abrechnung",
    "Jahresplan": ".ablauf.vorschau",
    "Jahresstatus": ".ablauf.abrechnung",
    "KooperationsvertragError": ".fehler",
    "OffeneKonvention": ".ablauf.ergebnis",
    "Pruefungsergebnis": ".regeln.rechenschaft",
    "Rechenkonvention": ".aufteilung",
    "Rundung": ".aufteilung",
    "Schicht": ".regeln.restmittel",
    "Stimmabgabe": ".regeln.gremien",
    "Uebertragungsbeschluss": ".ablauf.haushaltsjahr",
    "Uebertragungsumfang": ".ablauf.haushaltsjahr",
    "Vertragsfassung": ".vertrag.fassung",
    "Vertragsstand": ".ablauf.vertragsstand",
    "Zahlungsschluessel": ".aufteilung",
    "Zahlweise": ".ablauf.haushaltsjahr",
    "Zusatzmittel": ".vertrag.buchung",
    "abrechnung": ".ablauf.abrechnung",
    "aufteilen": ".aufteilung",
    "begruendung": ".ablauf.jahresfolge",
    "ergebnis": ".ablauf.ergebnis",
    "fassungsregister": ".vertrag.fassungsregister",
    "fortgeschrieben": ".ablauf.vertragsstand",
    "geplante_jahre": ".ablauf.vorschau",
    "jahresfolge": ".ablauf.jahresfolge",
    "stand": ".ablauf.vertragsstand",
    "verlauf": ".ablauf.verlauf",
    "vorschau": ".ablauf.vorschau",
}
"""Wo jeder Name steht."""
