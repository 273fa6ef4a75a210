"""Gegenstände: welcher Satz auf welcher Seite steht.

Die Seiten folgen den Gegenständen des Vertrags wie die Module der Regeln. Jeder Satz gehört auf genau eine.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from kooperationsvertrag.norm import Norm
from kooperationsvertrag.vertrag.normen import NORMEN


@frozen
class Gegenstand:
    """Eine Seite des Vertrags."""

    name: str
    """Name der Seite und, wo es eines gibt, des Moduls der Regeln."""
    titel: str
    """Überschrift."""
    einleitung: str
    """Worum es geht, in zwei, drei Sätzen."""
    titel_der_saetze: tuple[tuple[str, str], ...]
    """Kennung und Titel jedes Satzes, in der Reihenfolge der Seite."""

    @property
    def kennungen(self) -> tuple[str, ...]:
        """Kennungen der Sätze."""
        return tuple(kennung for kennung, _ in self.titel_der_saetze)


GEGENSTAENDE = (
    Gegenstand(
        "grundlagen",
        "Grundlagen und Ziele",
        "Wie es zum Vertrag kam, wozu er da ist und wie das Regionalmanagement eingerichtet wurde. Diese Sätze rechnen "
        "nichts aus; an den Zielen misst sich, ob ein Beitritt förderlich ist.",
        (
            ("17-A1", "Auftrag zur Gründung"),
            ("17-A2", "Unterrichtung des Ausschusses"),
            ("17-A3", "Öffentlich-rechtlicher Vertrag"),
            ("17-Z1", "Ziel des Vertrags"),
            ("17-Z2", "Engere Zusammenarbeit"),
            ("17-Z3", "Stärkung der Region"),
            ("17-V1", "Ansiedlung"),
            ("17-V2", "Anbahnung der Zusammenarbeit"),
            ("17-V3", "Abstimmungsgespräche"),
        ),
    ),
    Gegenstand(
        "mitgliedschaft",
        "Mitgliedschaft und Beitritt",
        "Wer beitreten kann und was dann aus Beiträgen, Schlüssel und Stimmen wird. Der Vertrag erlaubt den Beitritt "
        "in einem einzigen Satz; fast alles, was danach kommt, ist offen.",
        (
            ("17-Z4", "Beitritt"),
            ("23-4", "Zugang zu Fördermitteln"),
            ("23-5", "Einzelne Stadt"),
            ("23-7", "Frage nach Unternehmerverbänden"),
            ("23-8", "Unternehmerverbände nicht erfasst"),
            ("23-9", "Einbindung über den Kreis"),
        ),
    ),
    Gegenstand(
        "aufgaben",
        "Aufgaben",
        "Was das Regionalmanagement tun soll. Diese Sätze lassen sich nicht rechnen; sie stehen als Angaben in der "
        "Bibliothek, damit kein Satz fehlt.",
        (
            ("17-U1", "Kernaufgabe"),
            ("17-U2", "Grundlage der Kernaufgabe"),
            ("17-U3", "Mögliche weitere Aufgaben"),
            ("17-U4", "Leuchtturmprojekte"),
            ("17-U5", "Strukturförderung"),
            ("17-U6", "Zusammenarbeit mit anderen Regionen"),
            ("17-U7", "Vertretung beim Land"),
            ("23-15", "Umsetzen, nicht Strategie"),
        ),
    ),
    Gegenstand(
        "finanzierung",
        "Finanzierung",
        "Wer wie viel beiträgt, was daraus bezahlt wird und wann ein Partner mehr geben kann.",
        (
            ("17-F1", "Jahresbudget"),
            ("17-F2", "Eigenanteile"),
            ("17-F3", "Zusatzmittel"),
        ),
    ),
    Gegenstand(
        "personal",
        "Personal",
        "Wer welche Stelle besetzt, wohin abgeordnet wird und wer die Personalkosten trägt.",
        (
            ("17-P1", "Personalgestellung"),
            ("17-P2", "Abordnung"),
            ("17-P3", "Leitung und Stellvertretung"),
            ("17-P4", "Schwerpunkt Regionalwirtschaft"),
            ("17-P5", "Vorgesetztenfunktion"),
            ("17-F4", "Personalkosten"),
        ),
    ),
    Gegenstand(
        "gremien",
        "Gremien",
        "Wer im Aufsichtsgremium sitzt, wie es beschließt, was das Begleitgremium darf und was den Gremien der Partner "
        "vorbehalten bleibt.",
        (
            ("17-G2", "Aufsichtsgremium"),
            ("17-G3", "Überwachung"),
            ("17-B1", "Begleitgremium"),
            ("17-B2", "Beratung und Empfehlung"),
            ("17-B3", "Größe des Begleitgremiums"),
            ("17-B4", "Unberührte Befugnisse"),
        ),
    ),
    Gegenstand(
        "rechenschaft",
        "Rechenschaft",
        "Was bis wann zu planen, zu berichten und zu prüfen ist, und wer in die Bücher sehen darf.",
        (
            ("17-G1", "Berichtspflicht"),
            ("17-F5", "Rechenschaftspflicht"),
            ("17-F6", "Prüfungsrecht"),
            ("17-F7", "Planung und Bericht"),
        ),
    ),
    Gegenstand(
        "restmittel",
        "Restmittel",
        "Was mit Geld geschieht, das am Jahresende übrig ist: Es geht an die Partner zurück, oder ein Beschluss "
        "überträgt es ins nächste Jahr.",
        (
            ("17-F8", "Rückführung"),
            ("17-F9", "Übertragung"),
        ),
    ),
    Gegenstand(
        "weitere",
        "Berichte und Äußerungen ohne Regel",
        "Was die beiden Quellen außerdem sagen: laufende Tätigkeiten (2017) und die Aussprache im Ausschuss (2023). "
        "Nichts davon regelt etwas; es steht hier, damit nachgesehen werden kann, dass kein Satz übergangen ist.",
        (
            ("17-L1", "Anerkennung"),
            ("17-L2", "Vorstellung beim Ministerium"),
            ("17-L3", "Auftritt in Berlin"),
            ("17-L4", "Internetauftritt"),
            ("17-L5", "Vertretung im Beirat"),
            ("23-1", "Bericht im Ausschuss"),
            ("23-2", "Trägerschaft"),
            ("23-3", "Sprachrohr"),
            ("23-6", "Chance"),
            ("23-10", "Werkstatt für neue Ideen"),
            ("23-11", "Lob für die Beteiligung"),
            ("23-12", "Eindruck"),
            ("23-13", "Weitergegebenes Lob"),
            ("23-14", "Frage nach der Einordnung"),
            ("23-16", "Zusammenarbeit mit Akteuren"),
            ("23-17", "Vernetzung"),
            ("23-18", "Frühere Regionale"),
            ("23-19", "Bedeutung der Netzwerkarbeit"),
            ("23-20", "Vorhaben einer Universität"),
            ("23-21", "Wirkung dieses Vorhabens"),
            ("23-22", "Kenntnisnahme"),
        ),
    ),
)
"""Alle Seiten, in der Reihenfolge der Quellen."""


def saetze(gegenstand: Gegenstand, normen: tuple[Norm, ...] = NORMEN) -> tuple[Norm, ...]:
    """Gibt die Sätze einer Seite."""
    je_kennung = {norm.kennung: norm for norm in normen}
    return tuple(je_kennung[kennung] for kennung in gegenstand.kennungen if kennung in je_kennung)


def seite_von(kennung: str) -> Gegenstand:
    """Gibt die Seite, auf der ein Satz steht."""
    return next(gegenstand for gegenstand in GEGENSTAENDE if kennung in gegenstand.kennungen)


def satztitel(kennung: str) -> str:
    """Gibt den Titel eines Satzes.

    >>> satztitel("17-F8")
    'Rückführung'
    """
    return dict(seite_von(kennung).titel_der_saetze)[kennung]


def maengel(gegenstaende: tuple[Gegenstand, ...] = GEGENSTAENDE, normen: tuple[Norm, ...] = NORMEN) -> Iterator[str]:
    """Nennt jeden Satz, der auf keiner oder auf mehreren Seiten steht, und jede Kennung, die es nicht gibt."""
    genannt = [kennung for gegenstand in gegenstaende for kennung in gegenstand.kennungen]
    bekannt = [norm.kennung for norm in normen]
    yield from (f"Satz {kennung} steht auf keiner Seite des Vertrags." for kennung in bekannt if kennung not in genannt)
    yield from (
        f"Satz {kennung} steht auf mehreren Seiten des Vertrags."
        for kennung in dict.fromkeys(genannt)
        if genannt.count(kennung) > 1
    )
    yield from (f"Einen Satz {kennung} gibt es nicht." for kennung in genannt if kennung not in bekannt)
