"""Ereignisse: was geschah, in Worten, und was eine Berichtigung daran ändert."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from attrs import NOTHING, fields_dict

from kooperationsvertrag.ablauf.akte import Berichtigung
from kooperationsvertrag.ablauf.ereignis import EREIGNISNAMEN, VERTRAGSPARTNER, Aufhebung, Ereignis
from kooperationsvertrag.ablauf.haushaltsjahr import Uebertragungsumfang
from kooperationsvertrag.darstellung.seite import Namen, name
from kooperationsvertrag.regeln.gremien import GREMIENNAMEN, Gremium, Handlung
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.vertrag.buchung import Ausgabenart, Einnahmenart
from kooperationsvertrag.vertrag.fassung import Funktion
from kooperationsvertrag.vertrag.partner import Rechtsform

ANGABEN: Mapping[str, str] = MappingProxyType(
    {
        "akteur": "Wer",
        "bewerber": "Beitritt von",
        "an": "an",
        "name": "Name",
        "bezeichnung": "Bezeichnung",
        "vorhaben": "Vorhaben",
        "person": "Person",
        "gegenstand": "Gegenstand",
        "inhalt": "Inhalt",
        "ergebnis": "Ergebnis",
        "beanstandet": "beanstandet",
        "betrag": "Betrag",
        "beitrag": "Beitrag",
        "zweck": "Art der Ausgabe",
        "herkunft": "Art der Einnahme",
        "personal_von": "Personal von",
        "wichtig": "wichtig",
        "einstimmig": "einstimmig",
        "ja": "dafür",
        "nein": "dagegen",
        "enthaltung": "enthalten",
        "funktion": "Funktion",
        "abgeordnet_an": "abgeordnet an",
        "vorgesetzt": "vorgesetzt",
        "rechtsform": "Rechtsform",
        "kreis": "gehört zu",
        "zum": "zum",
        "foerderlich": "förderlich",
        "begruendung": "Begründung",
        "beschluss": "Beschluss",
        "grund": "Grund",
        "beleg": "Beleg",
    }
)
"""Wie die Angaben eines Ereignisses heißen, in der Reihenfolge, in der sie im Satz stehen."""

OHNE_BEZEICHNUNG = frozenset(
    {"akteur", "name", "bezeichnung", "vorhaben", "person", "gegenstand", "inhalt", "ergebnis", "betrag", "zweck"}
    | {"herkunft", "rechtsform"}
)
"""Angaben, die für sich sprechen."""

ZITIERT = frozenset({"bezeichnung", "vorhaben", "person", "inhalt"})
"""Angaben, die jemand frei benannt hat."""

ORDNUNG: Mapping[str, str] = MappingProxyType({"datum": "Tag", "jahr": "Haushaltsjahr"})
"""Angaben, die sagen, wann ein Ereignis geschah und wohin es gehört."""

VERWEISE = frozenset({"kennung", "ersetzt", "erfasst"})
"""Angaben darüber, wie ein Ereignis in die Akte kam; in Sätzen stehen sie nicht."""

LEER = (None, "", ())
"""So steht da, was nicht angegeben ist."""

WORTE: Mapping[type[StrEnum], Mapping[StrEnum, str]] = MappingProxyType(
    {
        Uebertragungsumfang: {Uebertragungsumfang.ALLES: "alles, was übrig ist"},
        Ausgabenart: {
            Ausgabenart.PROJEKT: "Projekt",
            Ausgabenart.VERANSTALTUNG: "Veranstaltung",
            Ausgabenart.GESCHAEFTSBETRIEB: "Geschäftsbetrieb",
            Ausgabenart.EIGENANTEIL: "Eigenanteil",
            Ausgabenart.PERSONALKOSTEN: "Personalkosten",
            Ausgabenart.NICHT_GEGLIEDERT: "nicht gegliedert",
        },
        Einnahmenart: {
            Einnahmenart.RUECKERSTATTUNG: "Rückerstattung",
            Einnahmenart.DRITTMITTEL: "Drittmittel",
        },
        Pruefungsergebnis: {
            Pruefungsergebnis.GEBILLIGT: "gebilligt",
            Pruefungsergebnis.BEANSTANDET: "beanstandet",
        },
        Funktion: {
            Funktion.LEITUNG: "Leitung",
            Funktion.STELLVERTRETUNG: "Stellvertretung",
            Funktion.SCHWERPUNKT_REGIONALWIRTSCHAFT: "Schwerpunkt Regionalwirtschaft",
        },
        Rechtsform: {
            Rechtsform.KREISFREIE_STADT: "kreisfreie Stadt",
            Rechtsform.KREIS: "Kreis",
            Rechtsform.KREISANGEHOERIGE_GEMEINDE: "kreisangehörige Gemeinde",
            Rechtsform.LAND: "Land",
            Rechtsform.BUND: "Bund",
            Rechtsform.LANDSCHAFTSVERBAND: "Landschaftsverband",
            Rechtsform.REGIONALVERBAND: "Regionalverband",
            Rechtsform.STAEDTEREGION: "Städteregion",
            Rechtsform.ZWECKVERBAND: "Zweckverband",
            Rechtsform.KAMMER: "Kammer",
            Rechtsform.VEREIN: "Verein",
            Rechtsform.UNTERNEHMEN: "Unternehmen",
            Rechtsform.SONSTIGE: "sonstige Rechtsform",
        },
        Handlung: {
            Handlung.UEBERWACHEN: "Überwachung",
            Handlung.ABSCHLUSSBERICHT_PRUEFEN: "Prüfung des Abschlussberichts",
            Handlung.ABSCHLUSSBERICHT_BILLIGEN: "Billigung des Abschlussberichts",
            Handlung.UEBERTRAGUNG_BESCHLIESSEN: "Übertragung ins folgende Jahr",
            Handlung.BERATEN: "Beratung",
            Handlung.EMPFEHLEN: "Empfehlung",
            Handlung.PLANUNG_ERSTELLEN: "Jahres- und Finanzplanung",
            Handlung.PLANUNG_GENEHMIGEN: "Genehmigung der Jahres- und Finanzplanung",
            Handlung.ABSCHLUSSBERICHT_ERSTELLEN: "Abschlussbericht",
            Handlung.VORGESETZTENFUNKTION_AUSUEBEN: "Vorgesetztenfunktion",
            Handlung.WEISUNG_ERTEILEN: "Weisung an die Geschäftsstelle",
            Handlung.RECHNUNG_PRUEFEN: "Rechnungsprüfung",
            Handlung.BEITRAG_VERANSCHLAGEN: "Veranschlagung eines Beitrags",
            Handlung.ZUSATZMITTEL_BEREITSTELLEN: "Zusatzmittel",
            Handlung.UEBER_BEITRITT_ENTSCHEIDEN: "Beitritt",
            Handlung.VERTRAG_AENDERN: "Änderung des Vertrags",
            Handlung.UEBER_WEITERE_AUFGABEN_ENTSCHEIDEN: "weitere Aufgabe",
            Handlung.PARTNER_VERPFLICHTEN: "Verpflichtung der Partner",
        },
    }
)
"""Wie feste Werte in Sätzen heißen."""


def akteurname(kennung: str, namen: Namen) -> str:
    """Nennt, wer handelt: einen Partner, ein Gremium oder alle Partner.

    >>> akteurname("aufsichtsgremium", {}), akteurname("vertragspartner", {}), akteurname("ihk", {"ihk": "IHK"})
    ('Aufsichtsgremium', 'alle Partner', 'IHK')
    """
    if kennung == VERTRAGSPARTNER:
        return "alle Partner"
    if kennung in tuple(Gremium):
        return GREMIENNAMEN[Gremium(kennung)].partition(" ")[2]
    return name(namen, kennung)


def tag_in_worten(tag: date | None) -> str:
    """Schreibt einen Tag, wie er in Sätzen steht.

    >>> tag_in_worten(date(2018, 1, 5)), tag_in_worten(None)
    ('05.01.2018', 'ohne Tag')
    """
    return f"{tag:%d.%m.%Y}" if tag else "ohne Tag"


def gross(inhalt: str) -> str:
    """Beginnt einen Satz groß."""
    return f"{inhalt[0].upper()}{inhalt[1:]}"


def ereignis_in_worten(ereignis: Ereignis, namen: Namen) -> str:
    """Sagt in einer Zeile, was geschah; was sich von selbst versteht oder nicht bekannt ist, entfällt.

    >>> from kooperationsvertrag.ablauf.ereignis import BeitragGezahlt
    >>> from kooperationsvertrag.geld import Geldbetrag
    >>> zahlung = BeitragGezahlt(datum=None, akteur="ihk", jahr=2018, betrag=Geldbetrag(2_000_000), beleg="KZ 4711")
    >>> ereignis_in_worten(zahlung, {"ihk": "IHK"})
    'Beitrag gezahlt: IHK, 20.000,00 €, Beleg: KZ 4711'
    """
    felder = fields_dict(type(ereignis))
    genannt = [feld for feld in ANGABEN if feld in felder and not _versteht_sich(ereignis, feld)]
    teile = dict.fromkeys(_teil(feld, getattr(ereignis, feld), namen) for feld in genannt)
    return f"{EREIGNISNAMEN[type(ereignis)]}{': ' if teile else ''}{', '.join(teile)}"


def _versteht_sich(ereignis: Ereignis, feld: str) -> bool:
    """Ob eine Angabe so ist, wie sie ohne Weiteres wäre; eine verlangte Angabe fehlt nur, wo sie leer ist."""
    ohne_weiteres = fields_dict(type(ereignis))[feld].default
    return bool(getattr(ereignis, feld) == ("" if ohne_weiteres is NOTHING else ohne_weiteres))


def _teil(feld: str, wert: object, namen: Namen) -> str:
    if isinstance(wert, bool):
        return ANGABEN[feld] if wert else f"nicht {ANGABEN[feld]}"
    in_worten = _wert(feld, wert, namen)
    if feld == "an":
        return f"an {in_worten}"
    return in_worten if feld in OHNE_BEZEICHNUNG else f"{ANGABEN[feld]}: {in_worten}"


def _wert(feld: str, wert: object, namen: Namen) -> str:
    if wert is None:
        return "nicht bekannt"
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, date):
        return tag_in_worten(wert)
    if isinstance(wert, tuple):
        return ", ".join(akteurname(teil, namen) for teil in wert) or "niemand"
    if isinstance(wert, StrEnum) and type(wert) in WORTE:
        return WORTE[type(wert)][wert]
    if isinstance(wert, str):
        return f"„{wert}“" if feld in ZITIERT else akteurname(wert, namen) or "niemand"
    return str(wert)


def unterschied_in_worten(berichtigung: Berichtigung, namen: Namen) -> str:
    """Sagt, was sich durch eine Berichtigung ändert.

    >>> from kooperationsvertrag.ablauf.ereignis import PlanungVorgelegt
    >>> alt = PlanungVorgelegt(datum=date(2018, 2, 12), jahr=2018, kennung="p")
    >>> neu = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018, ersetzt="p", erfasst=date(2018, 3, 1))
    >>> unterschied_in_worten(Berichtigung(date(2018, 3, 1), alt, neu), {})
    'Tag: 12.01.2018 statt 12.02.2018'
    """
    alt, neu = berichtigung.alt, berichtigung.neu
    if isinstance(neu, Aufhebung):
        was = "gilt wieder, was vorher galt" if isinstance(alt, Aufhebung) else "aufgehoben"
        teile = [f"{ANGABEN[feld]}: {getattr(neu, feld)}" for feld in ("grund", "beleg") if getattr(neu, feld)]
        return ", ".join([was, *teile])
    if type(neu) is not type(alt):
        return f"{ereignis_in_worten(neu, namen)} ({tag_in_worten(neu.datum)})"
    geaendert = [
        f"{bezeichnung}: {_statt(feld, getattr(neu, feld), getattr(alt, feld), namen)}"
        for feld, bezeichnung in ({**ORDNUNG, **ANGABEN}).items()
        if feld in fields_dict(type(neu)) and getattr(neu, feld) != getattr(alt, feld)
    ]
    return "; ".join(geaendert) or "keine Angabe geändert"


def _statt(feld: str, neu: object, alt: object, namen: Namen) -> str:
    """Stellt eine Angabe neben die frühere; auch dass eine fehlt, muss dastehen."""
    if alt in LEER and feld != "abgeordnet_an":
        return f"{_wert(feld, neu, namen)} (vorher nicht angegeben)"
    jetzt = "nicht angegeben" if neu in LEER and feld != "abgeordnet_an" else _wert(feld, neu, namen)
    return f"{jetzt} statt {_wert(feld, alt, namen)}"
