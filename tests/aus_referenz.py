"""Übersetzt die schlichten Fälle der zweiten Rechnung in die Datensätze der Bibliothek und ihre Ergebnisse zurück."""

from datetime import date
from typing import Any

from attrs import evolve

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.haushaltsjahr import (
    Aufzeichnung,
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einnahmenart, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from kooperationsvertrag.vertrag.partner import Rechtsform

GELDGROESSEN = (
    "uebertrag_aus_vorjahr",
    "drittmittel",
    "verfuegbar",
    "verausgabt",
    "eigenanteile",
    "rest",
    "ueberschreitung",
    "uebertrag_in_folgejahr",
    "wartet_auf_pruefung",
)
ZUORDNUNGEN = (
    "vereinbart",
    "eingezahlt",
    "rueckstaende",
    "zusatzmittel",
    "rueckfuehrung",
    "forderungen",
    "erstattungen",
)


def als_fassung(fall: dict[str, Any]) -> Vertragsfassung:
    beitraege = Betraege(tuple((wer, Geldbetrag(cent)) for wer, cent in fall["beitraege"].items()))
    return evolve(BERICHT_2017, beitraege=beitraege)


def als_aufzeichnung(fall: dict[str, Any]) -> Aufzeichnung:
    fassung = als_fassung(fall)
    reihe = [*fall["partner"], *(stand["kennung"] for stand in fall["beitritte"])]
    bestand = [
        Schicht(
            jahr, Geldbetrag(cent), Zahlungsschluessel(tuple((gewichte or fall["beitraege"]).items())).geordnet(reihe)
        )
        for jahr, cent, gewichte in sorted(fall["anfangsbestand"], key=lambda zeile: zeile[0])
    ]
    return Aufzeichnung(
        fassung=fassung,
        haushaltsjahre=tuple(als_haushaltsjahr(angaben) for angaben in fall["jahre"]),
        beitritte=tuple(als_antrag(stand) for stand in sorted(fall["beitritte"], key=lambda stand: stand["zum"])),
        anfangsbestand=tuple(bestand),
    )


def als_antrag(stand: dict[str, Any]) -> Beitrittsantrag:
    return Beitrittsantrag(
        kennung=stand["kennung"],
        name=stand["kennung"],
        rechtsform=Rechtsform(stand["rechtsform"]),
        beitrag=Geldbetrag(stand["beitrag"]),
        zum=date(*stand["zum"]),
        foerderlich=stand["foerderlich"],
        zustimmung=tuple(stand["zustimmung"]),
    )


def als_haushaltsjahr(angaben: dict[str, Any]) -> Haushaltsjahr:
    eingezahlt: tuple[Einzahlung, ...] | Zahlweise = Zahlweise.WIE_VEREINBART
    if angaben["eingezahlt"] is not None:
        eingezahlt = tuple(Einzahlung(wer, Geldbetrag(cent)) for wer, cent in angaben["eingezahlt"].items())
    beschluss = angaben["uebertragung"]
    return Haushaltsjahr(
        jahr=angaben["jahr"],
        eingezahlt=eingezahlt,
        ausgaben=tuple(
            Ausgabe("Ausgabe", Ausgabenart(art), Geldbetrag(cent), None, wer) for art, cent, wer in angaben["ausgaben"]
        ),
        einnahmen=tuple(
            Einnahme("Einnahme", Einnahmenart(art), Geldbetrag(cent)) for art, cent in angaben["einnahmen"]
        ),
        zusatzmittel=tuple(Zusatzmittel(wer, Geldbetrag(cent)) for wer, cent in angaben["zusatzmittel"]),
        geprueft=date(angaben["jahr"] + 1, 2, 14) if angaben["geprueft"] else None,
        pruefungsergebnis=Pruefungsergebnis(angaben["ergebnis"]) if angaben["ergebnis"] else None,
        uebertragung=beschluss and als_beschluss(beschluss),
    )


def als_beschluss(beschluss: dict[str, Any]) -> Uebertragungsbeschluss:
    betrag = Uebertragungsumfang.ALLES if beschluss["betrag"] is None else Geldbetrag(beschluss["betrag"])
    if beschluss["einstimmig"]:
        return Uebertragungsbeschluss(betrag, date(*beschluss["datum"]), Stimmabgabe(einstimmig=True))
    stimmen = Stimmabgabe(tuple(beschluss["ja"]), tuple(beschluss["nein"]), tuple(beschluss["enthaltung"]))
    return Uebertragungsbeschluss(betrag, date(*beschluss["datum"]), stimmen)


def als_auslegung(lesarten: dict[str, Any]) -> Auslegung:
    """Die Fragen der Abrechnung; nach Fristen und Stellen fragt sie nicht, und die zweite Rechnung kennt sie nicht."""
    return Auslegung.mit(*(frage(lesarten[frage.frage()]) for frage in AUSLEGUNGSFRAGEN if frage.frage() in lesarten))


def als_konvention(lesarten: dict[str, Any]) -> Rechenkonvention:
    return Rechenkonvention(Rundung(lesarten["rundung"]), tuple(lesarten["rundungsvorrang"]))


def ohne_nullen(zuordnung: Any) -> dict[str, Any]:
    return {wer: wert for wer, wert in zuordnung.items() if wert}


def aus_bibliothek(jahr: Jahresabrechnung) -> dict[str, Any]:
    """Die Abrechnung als schlichte Daten, vergleichbar mit der zweiten Rechnung."""
    groessen: dict[str, Any] = {name: getattr(jahr, name).cent for name in GELDGROESSEN}
    for name in ZUORDNUNGEN:
        groessen[name] = ohne_nullen({wer: betrag.cent for wer, betrag in getattr(jahr, name).items()})
    groessen["status"] = str(jahr.status)
    groessen["schichten_in_folgejahr"] = [
        (
            schicht.aus_jahr,
            schicht.betrag.cent,
            ohne_nullen({wer: schicht.schluessel.anteil(wer) for wer in schicht.schluessel.partner}),
        )
        for schicht in jahr.schichten_in_folgejahr
    ]
    groessen["beschluss"] = jahr.beschluss and {
        "wirksam": jahr.beschluss.wirksam,
        "beantragt": jahr.beschluss.beantragt.cent,
        "uebertragen": jahr.beschluss.uebertragen.cent,
    }
    return groessen


def aus_referenz(jahr: dict[str, Any]) -> dict[str, Any]:
    """Dieselben Größen aus der zweiten Rechnung."""
    groessen: dict[str, Any] = {name: jahr[name] for name in (*GELDGROESSEN, "status")}
    for name in ZUORDNUNGEN:
        groessen[name] = ohne_nullen(jahr[name])
    groessen["schichten_in_folgejahr"] = [
        (aus_jahr, cent, ohne_nullen(schluessel)) for aus_jahr, cent, schluessel in jahr["schichten_in_folgejahr"]
    ]
    groessen["beschluss"] = jahr["beschluss"]
    return groessen
