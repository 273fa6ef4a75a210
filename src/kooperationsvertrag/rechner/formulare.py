"""Formulare: was je Aufgabe auszufüllen ist.

Ausgefüllt wird, was in der Falldatei steht. Was ein Formular nicht zeigt, bleibt in der Datei, wie es ist.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from attrs import asdict, frozen

from kooperationsvertrag.ablauf.ereignis import VERTRAGSPARTNER
from kooperationsvertrag.aufteilung import Rundung
from kooperationsvertrag.darstellung.abrechnung import RUNDUNG
from kooperationsvertrag.darstellung.ereignisse import WORTE
from kooperationsvertrag.fall.schema import RUNDUNG_OFFEN
from kooperationsvertrag.rechner.bausteine import (
    Baustein,
    Bedingung,
    Entscheidung,
    Feld,
    Feldart,
    Gruppe,
    Liste,
    Wahl,
    Weg,
)
from kooperationsvertrag.rechner.ereignisformular import BEISPIELE, BESCHRIFTUNG, HINWEISE, ereignisliste
from kooperationsvertrag.regeln.gremien import GREMIENNAMEN, Gremium
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.vertrag import fragen
from kooperationsvertrag.vertrag.buchung import Ausgabenart, Einnahmenart
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, FASSUNGEN
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from kooperationsvertrag.vertrag.partner import Rechtsform


@frozen
class Formular:
    """Was zu einer Aufgabe auszufüllen ist."""

    glieder: tuple[Baustein, ...]
    """Die Bausteine, von oben nach unten."""
    vorgabe: Mapping[str, str]
    """Womit ein leeres Formular beginnt."""


def _worte(auswahl: type[StrEnum], ohne: Iterable[StrEnum] = ()) -> tuple[Wahl, ...]:
    return tuple((str(wert), _gross(WORTE[auswahl][wert])) for wert in auswahl if wert not in tuple(ohne))


def _gross(text: str) -> str:
    return text[:1].upper() + text[1:]


TITEL = Feld("titel", Feldart.TEXT, "Titel", "Ein Name für diesen Fall, zum Beispiel „Haushaltsjahr 2018“.")
FASSUNG = Feld("fassung", Feldart.FASSUNG, "Fassung des Vertrags", noetig=True)
PARTNER = Feld("partner", Feldart.PARTNER, "Partner", noetig=True)
BETRAG = Feld("betrag", Feldart.BETRAG, "Betrag in Euro", noetig=True)
BEZEICHNUNG = Feld("bezeichnung", Feldart.TEXT, "Bezeichnung", noetig=True, beispiel=BEISPIELE["bezeichnung"])
DATUM = Feld("datum", Feldart.DATUM, "Datum")

EINZAHLUNGEN = Entscheidung(
    "eingezahlt",
    "Was haben die Partner eingezahlt?",
    (
        Weg("wie vereinbart", "Alle haben gezahlt, was vereinbart ist", ("eingezahlt", "wie vereinbart")),
        Weg(
            "einzeln",
            "Etwas anderes; die Zahlungen einzeln angeben",
            glieder=(
                Liste(
                    "einzahlung",
                    "Einzahlungen",
                    "Einzahlung",
                    (PARTNER, BETRAG, DATUM),
                    "Wer hier nicht steht, hat nichts gezahlt.",
                    anfangs=1,
                    hinzufuegen="Einzahlung hinzufügen",
                    je_zeile=True,
                ),
            ),
            fehlt="Hier steht noch keine Einzahlung. Hat niemand gezahlt, genügt eine mit dem Betrag 0.",
        ),
    ),
)

AUSGABEN = Entscheidung(
    "verausgabt",
    "Was ist verausgabt?",
    (
        Weg(
            "summe",
            "Nur die Summe angeben",
            glieder=(
                Feld(
                    "verausgabt",
                    Feldart.BETRAG,
                    "Summe der Ausgaben in Euro",
                    "Zum Beispiel 43.417,55. Wurde nichts ausgegeben: 0.",
                    noetig=True,
                ),
            ),
        ),
        Weg(
            "einzeln",
            "Die Ausgaben einzeln angeben",
            glieder=(
                Liste(
                    "ausgabe",
                    "Ausgaben",
                    "Ausgabe",
                    (
                        BEZEICHNUNG,
                        Feld(
                            "art",
                            Feldart.AUSWAHL,
                            "Art",
                            noetig=True,
                            auswahl=_worte(Ausgabenart, [Ausgabenart.NICHT_GEGLIEDERT]),
                        ),
                        BETRAG,
                        DATUM,
                        Feld(
                            "partner",
                            Feldart.PARTNER,
                            "Wessen Personal?",
                            noetig=True,
                            wenn=Bedingung("art", (Ausgabenart.PERSONALKOSTEN.value,)),
                        ),
                    ),
                    anfangs=1,
                    hinzufuegen="Ausgabe hinzufügen",
                    je_zeile=True,
                ),
            ),
            fehlt="Hier steht noch keine Ausgabe. Wurde nichts ausgegeben, genügt die Summe 0.",
        ),
    ),
)

EINNAHMEN = Liste(
    "einnahme",
    "Weitere Einnahmen",
    "Einnahme",
    (
        BEZEICHNUNG,
        Feld("art", Feldart.AUSWAHL, "Art", noetig=True, auswahl=_worte(Einnahmenart)),
        BETRAG,
    ),
    "Rückerstattungen mindern die Ausgaben. Ob Drittmittel die Mittel erhöhen, sagt der Text nicht (OF-26).",
    hinzufuegen="Einnahme hinzufügen",
    je_zeile=True,
)

ZUSATZMITTEL = Liste(
    "zusatzmittel",
    "Zusatzmittel",
    "Zusatzmittel",
    (PARTNER, BETRAG, Feld("beschluss", Feldart.TEXT, "Beschluss", "Zum Beispiel „Rat 03.05.2018“.")),
    "Geld, das ein Partner über seinen Beitrag hinaus gibt.",
    hinzufuegen="Zusatzmittel hinzufügen",
    je_zeile=True,
)

UEBERTRAGUNG = Gruppe(
    "uebertragung",
    "Beschluss über eine Übertragung",
    (
        Feld(
            "betrag",
            Feldart.BETRAG,
            "Wie viel soll übertragen werden?",
            "Ein Betrag oder das Wort „alles“.",
            noetig=True,
            beispiel="alles",
        ),
        Feld("datum", Feldart.DATUM, "Tag des Beschlusses", noetig=True),
        Entscheidung(
            "einstimmig",
            "Wie wurde abgestimmt?",
            (
                Weg("einstimmig", "Einstimmig", ("einstimmig", True)),
                Weg(
                    "einzeln",
                    "Die Stimmen einzeln angeben",
                    glieder=(
                        Feld(
                            "ja",
                            Feldart.STIMMEN,
                            "Stimmen",
                            "Wer nicht abgestimmt hat, hat nicht zugestimmt.",
                            weitere=("nein", "enthaltung"),
                        ),
                    ),
                    fehlt="Hier steht noch keine Stimme.",
                ),
            ),
        ),
    ),
    freiwillig="Das Aufsichtsgremium hat über eine Übertragung ins folgende Jahr abgestimmt.",
)

RECHENSCHAFT: tuple[Baustein, ...] = (
    Feld("planung_erstellt", Feldart.DATUM, "Jahres- und Finanzplanung erstellt am"),
    Feld("abschlussbericht_erstellt", Feldart.DATUM, "Abschlussbericht erstellt am"),
    Feld(
        "geprueft",
        Feldart.DATUM,
        "Vom Aufsichtsgremium geprüft am",
        "Leer lassen, wenn noch nicht geprüft ist; dann wird nichts zurückgeführt.",
    ),
    Feld(
        "pruefungsergebnis",
        Feldart.AUSWAHL,
        "Ergebnis der Prüfung",
        HINWEISE["ergebnis"],
        auswahl=_worte(Pruefungsergebnis),
        wenn=Bedingung("geprueft"),
    ),
)

HAUSHALTSJAHR = Liste(
    "haushaltsjahr",
    "Haushaltsjahre",
    "Haushaltsjahr",
    (
        Feld("jahr", Feldart.JAHR, "Jahr", "Zum Beispiel 2018.", noetig=True),
        EINZAHLUNGEN,
        AUSGABEN,
        *RECHENSCHAFT,
        EINNAHMEN,
        ZUSATZMITTEL,
        UEBERTRAGUNG,
    ),
    "Jahre folgen ohne Lücke aufeinander. Was ein Jahr überträgt, findet das nächste vor.",
    anfangs=1,
    vorschlag="jahr",
    hinzufuegen="Folgendes Haushaltsjahr hinzufügen",
)

ANFANGSBESTAND = Liste(
    "anfangsbestand",
    "Übertrag aus Jahren vor diesem Fall",
    "Anfangsbestand",
    (
        Feld("aus_jahr", Feldart.JAHR, "Aus dem Jahr", noetig=True),
        BETRAG,
        Feld(
            "schluessel",
            Feldart.GEWICHTE,
            "Zahlungsschlüssel von damals",
            "Ganze Zahlen, zum Beispiel 5, 5, 2. Überall leer: der Schlüssel der Fassung.",
        ),
    ),
    hinzufuegen="Übertrag hinzufügen",
)

BEWERBUNG: tuple[Baustein, ...] = (
    Feld("name", Feldart.TEXT, "Name", "Zum Beispiel „Rhein-Kreis Neuss“.", noetig=True, beispiel=BEISPIELE["name"]),
    Feld(
        "kennung",
        Feldart.TEXT,
        "Kennung",
        HINWEISE["akteur"],
        noetig=True,
        beispiel=BEISPIELE["akteur"],
    ),
    Feld("rechtsform", Feldart.AUSWAHL, "Rechtsform", noetig=True, auswahl=_worte(Rechtsform)),
    Feld(
        "kreis",
        Feldart.TEXT,
        BESCHRIFTUNG["kreis"],
        noetig=True,
        beispiel=BEISPIELE["kreis"],
        wenn=Bedingung("rechtsform", (Rechtsform.KREISANGEHOERIGE_GEMEINDE.value,)),
    ),
    Feld(
        "beitrag",
        Feldart.BETRAG,
        "Angebotener Beitrag im Jahr, in Euro",
        "Zum Beispiel 30.000.",
        noetig=True,
        beispiel=BEISPIELE["beitrag"],
    ),
    Feld("zum", Feldart.DATUM, BESCHRIFTUNG["zum"], HINWEISE["zum"], noetig=True, beispiel=BEISPIELE["zum"]),
    Feld(
        "foerderlich",
        Feldart.JA_NEIN,
        "Ist die Mitgliedschaft förderlich?",
        "Das beurteilt ein Mensch. Leer lassen, wenn noch niemand geurteilt hat.",
        auswahl=(("ja", "Ja"), ("nein", "Nein")),
    ),
    Feld(
        "begruendung",
        Feldart.TEXT,
        BESCHRIFTUNG["begruendung"],
        noetig=True,
        beispiel=BEISPIELE["begruendung"],
        wenn=Bedingung("foerderlich"),
    ),
    Feld("zustimmung", Feldart.BETEILIGTE, "Wer hat zugestimmt?"),
)

BEITRITTE = Liste(
    "beitritt",
    "Beitritte während dieser Jahre",
    "Beitritt",
    BEWERBUNG,
    hinzufuegen="Beitritt hinzufügen",
)


EREIGNISSE = ereignisliste()


def _lesartfeld(schluessel: str) -> Feld:
    eintrag = fragen.frage(schluessel)
    moeglich = next(auswahl.moeglichkeiten for auswahl in eintrag.auswahlen if auswahl.schluessel == schluessel)
    return Feld(
        schluessel,
        Feldart.AUSWAHL,
        f"{eintrag.kennung} {eintrag.titel}",
        auswahl=tuple((lesart.schluessel, lesart.titel) for lesart in moeglich),
    )


RUNDUNGSFELDER = (
    Feld(
        "rundung",
        Feldart.AUSWAHL,
        "OF-32 Rundung",
        "Ohne Wahl wird abgerundet, und fehlende Cent gehen an die größten Reste.",
        auswahl=(
            *((str(rundung), _gross(RUNDUNG[rundung])) for rundung in Rundung),
            (RUNDUNG_OFFEN, "Alle Arten zu runden durchrechnen"),
        ),
    ),
    Feld(
        "rundungsvorrang",
        Feldart.REIHENFOLGE,
        "OF-32 Wer erhält bei Gleichstand zuerst einen Restcent?",
        "Namen mit Komma, zum Beispiel: IHK, Kreis Mettmann, Düsseldorf. Leer: in der Reihenfolge des Vertrags.",
        beispiel="IHK, Kreis Mettmann, Düsseldorf",
    ),
)

AUSLEGUNG = Gruppe(
    "auslegung",
    "Lesarten und Rundung",
    (*(_lesartfeld(frage.frage()) for frage in AUSLEGUNGSFRAGEN), *RUNDUNGSFELDER),
    "Hier muss nichts gewählt werden. Hängt das Ergebnis von einer Frage ab, die der Text offen lässt, so stehen die "
    "Ergebnisse nebeneinander, und die Lesart lässt sich dort wählen.",
    zuklappbar=True,
)

FASSUNGSWECHSEL = Liste(
    "fassungswechsel",
    "Fassungen, die an die Stelle der ersten treten",
    "Fassungswechsel",
    (FASSUNG, Feld("ab", Feldart.DATUM, "Gilt ab", "Leer lassen, wenn die Fassung ihren ersten Tag selbst nennt.")),
    hinzufuegen="Fassungswechsel hinzufügen",
)

FALL = Formular(
    (TITEL, FASSUNG, HAUSHALTSJAHR, EREIGNISSE, ANFANGSBESTAND, BEITRITTE, FASSUNGSWECHSEL, AUSLEGUNG),
    {"fassung": BERICHT_2017.kennung},
)
"""Ein Fall: Haushaltsjahre mit allem, was dazu gehört."""

ANTRAG = Formular(
    (
        TITEL,
        FASSUNG,
        Gruppe("antrag", "Wer will beitreten?", BEWERBUNG),
        AUSLEGUNG,
    ),
    {"fassung": BERICHT_2017.kennung},
)
"""Ein Antrag auf Beitritt."""

FORMULARE: Mapping[str, Formular] = MappingProxyType({"abrechnen": FALL, "beitritt": ANTRAG, "pruefen": FALL})
"""Je Aufgabe ihr Formular; ein Vergleich hat keines, er nimmt Fassungen und Fälle als Dateien."""


def formulare_als_json() -> str:
    """Schreibt alle Formulare und die eingebauten Fassungen als JSON, wie die Seite sie liest.

    Returns:
        Ein JSON-Dokument.

    >>> sorted(json.loads(formulare_als_json()))
    ['fassungen', 'formulare', 'gremien']
    """
    inhalt = {
        "formulare": {
            aufgabe: {"glieder": [_schlicht(glied) for glied in formular.glieder], "vorgabe": dict(formular.vorgabe)}
            for aufgabe, formular in FORMULARE.items()
        },
        "fassungen": [
            {
                "name": fassung.kennung,
                "bezeichnung": fassung.bezeichnung,
                "partner": [[partner.kennung, partner.kurzname] for partner in fassung.partner],
            }
            for fassung in FASSUNGEN
        ],
        "gremien": [
            *[[str(gremium), GREMIENNAMEN[gremium].partition(" ")[2]] for gremium in Gremium],
            [VERTRAGSPARTNER, "alle Partner"],
        ],
    }
    return json.dumps(inhalt, ensure_ascii=False, separators=(",", ":"))


def _schlicht(baustein: Baustein) -> dict[str, object]:
    return {"baustein": type(baustein).__name__.lower()} | asdict(baustein, recurse=False) | _unterhalb(baustein)


def _unterhalb(baustein: Baustein) -> dict[str, object]:
    if isinstance(baustein, Entscheidung):
        wege = [asdict(weg, recurse=False) | {"glieder": [_schlicht(g) for g in weg.glieder]} for weg in baustein.wege]
        return {"wege": wege}
    if isinstance(baustein, Feld):
        return {"wenn": asdict(baustein.wenn) if baustein.wenn else None}
    return {"glieder": [_schlicht(glied) for glied in baustein.glieder]}
