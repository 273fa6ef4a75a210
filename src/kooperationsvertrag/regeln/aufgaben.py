"""Aufgaben: der Aufgabenkatalog des Regionalmanagements, als Angaben ohne Rechnung.

Sätze: 17-Z1 (Ziel), 17-U1 bis 17-U7 (Aufgaben), 17-L5 (Vertretung im Beirat), 23-3 (Sprachrohr) und 23-15 (operativ).

Nicht geregelt: wo die Grenzen der Aufgaben liegen und wer über weitere entscheidet (OF-36); eine Macht, die Partner
rechtlich zu binden, nennt kein Satz (OF-37). Eine Aufgabe ist darum hier nur eine Bezeichnung: Ob ein Vorhaben unter
sie fällt, rechnet niemand aus.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from kooperationsvertrag.norm import Norm
from kooperationsvertrag.vertrag import normen


class Aufgabenart(StrEnum):
    """Wie der Text eine Aufgabe einführt."""

    KERNAUFGABE = "kernaufgabe"
    """Als Kern der Arbeit."""
    MOEGLICHE_WEITERE = "moegliche_weitere"
    """Als Möglichkeit; die Liste ist offen."""
    WEITERE = "weitere"
    """Als weitere Aufgabe der Strukturförderung."""
    SOLL = "soll"
    """Als Soll: ein Ziel, keine einklagbare Pflicht."""
    VERTRETUNG = "vertretung"
    """Als Stimme der Region nach außen."""


@frozen
class Leitsatz:
    """Was für mehrere Aufgaben gilt: ein Ziel, eine Grundlage oder eine Grenze."""

    kennung: str
    """Fester Name."""
    text: str
    """Der Leitsatz in eigenen Worten."""
    normen: tuple[Norm, ...] = field(repr=lambda normen: str([norm.kennung for norm in normen]))
    """Die Sätze, auf denen er beruht."""
    fragen: tuple[str, ...] = ()
    """Kennungen der offenen Fragen dazu."""


ZIEL = Leitsatz(
    "ziel",
    "Die Zusammenarbeit in der Region, 2014 mit einem Handlungskonzept begonnen, vertiefen und auf Dauer stellen.",
    (normen.VERTRAGSZIEL,),
    ("OF-05",),
)
"""Wozu es das Regionalmanagement gibt; Maßstab dafür, was die Vertragsziele fördert (17-Z1)."""

GRUNDLAGE = Leitsatz(
    "grundlage",
    "Grundlage sind das Handlungskonzept der Region und das Arbeitsprogramm der Metropolregion Rheinland; ob in der "
    "jeweils geltenden Fassung, sagt der Text nicht.",
    (normen.GRUNDLAGE_DER_KERNAUFGABE,),
    ("OF-36",),
)
"""Worauf die Kernaufgabe aufbaut (17-U2)."""

OPERATIV = Leitsatz(
    "operativ",
    "Das Regionalmanagement arbeitet grundsätzlich operativ, nicht strategisch; so eine mündliche Aussage von 2023.",
    (normen.OPERATIV_NICHT_STRATEGISCH,),
    ("OF-36",),
)
"""Grenze nach 23-15; zum Erstellen von Handlungskonzepten steht sie in Spannung."""

OHNE_BINDUNG = Leitsatz(
    "ohne_bindung",
    "Vertreten heißt, für die Region zu sprechen; die Partner rechtlich zu binden, erlaubt kein Satz.",
    (normen.VERTRETUNG_BEIM_LAND, normen.VERTRETUNG_IM_BEIRAT),
    ("OF-37",),
)
"""Grenze jeder Vertretung (17-U7, 17-L5)."""

OHNE_ANTRAGSTELLER = Leitsatz(
    "ohne_antragsteller",
    "Anträge werden angeregt und begleitet; wer sie stellt, sagt der Text nicht.",
    (normen.STRUKTURFOERDERUNG,),
    ("OF-19",),
)
"""Grenze der Begleitung von Förderanträgen (17-U5)."""


@frozen
class Aufgabe:
    """Eine Aufgabe des Regionalmanagements."""

    kennung: str
    """Fester Name."""
    bezeichnung: str
    """Die Aufgabe in eigenen Worten."""
    art: Aufgabenart
    """Wie der Text sie einführt."""
    norm: Norm = field(repr=lambda norm: norm.kennung)
    """Der Satz, der sie nennt."""
    beispiele: tuple[str, ...] = ()
    """Beispiele des Textes; nie abschließend."""
    grenzen: tuple[Leitsatz, ...] = ()
    """Was sie begrenzt oder worauf sie aufbaut."""


AUFGABEN: tuple[Aufgabe, ...] = (
    Aufgabe(
        "innerregionale_abstimmung",
        "Die Abstimmung innerhalb der Region zur Entwicklung von Wirtschaft und Raum anstoßen und begleiten",
        Aufgabenart.KERNAUFGABE,
        normen.KERNAUFGABE,
        grenzen=(GRUNDLAGE, OPERATIV),
    ),
    Aufgabe(
        "wirtschaft_und_raumentwicklung",
        "Weitere Themen der regionalen Wirtschaft, einzelner Gewerbezweige oder der Raumentwicklung",
        Aufgabenart.MOEGLICHE_WEITERE,
        normen.MOEGLICHE_WEITERE_AUFGABEN,
        beispiele=("Abstimmungen zur Regionalplanung",),
        grenzen=(OPERATIV,),
    ),
    Aufgabe(
        "leuchtturmprojekte",
        "Leuchtturmprojekte anstoßen und dafür nach Möglichkeit öffentliche Strukturförderung nutzen",
        Aufgabenart.SOLL,
        normen.LEUCHTTURMPROJEKTE,
        grenzen=(OPERATIV,),
    ),
    Aufgabe(
        "handlungskonzepte",
        "Handlungskonzepte für die Region erstellen und fortschreiben",
        Aufgabenart.WEITERE,
        normen.STRUKTURFOERDERUNG,
        grenzen=(OPERATIV,),
    ),
    Aufgabe(
        "foerderprogramme",
        "Förderprogramme erkunden",
        Aufgabenart.WEITERE,
        normen.STRUKTURFOERDERUNG,
        grenzen=(OPERATIV,),
    ),
    Aufgabe(
        "foerderantraege",
        "Förderanträge anregen und begleiten",
        Aufgabenart.WEITERE,
        normen.STRUKTURFOERDERUNG,
        grenzen=(OPERATIV, OHNE_ANTRAGSTELLER),
    ),
    Aufgabe(
        "foerdermittelakquise",
        "Auswerten und dokumentieren, welche Fördermittel die Region einwirbt",
        Aufgabenart.WEITERE,
        normen.STRUKTURFOERDERUNG,
        grenzen=(OPERATIV,),
    ),
    Aufgabe(
        "interregionale_kooperation",
        "Die Zusammenarbeit mit anderen Akteuren der Regionen begleiten und verstärken",
        Aufgabenart.SOLL,
        normen.INTERREGIONALE_KOOPERATION,
        beispiele=(
            "regionen.NRW",
            "Metropolregion Rheinland",
            "Kommunale Arbeitsgemeinschaft Bergisch Land",
            "Regionale Arbeitsgemeinschaft mit dem Rhein-Kreis Neuss",
        ),
        grenzen=(OPERATIV,),
    ),
    Aufgabe(
        "vertretung_beim_land",
        "Mit dem Land zusammenarbeiten und dort die Interessen der Region vertreten",
        Aufgabenart.VERTRETUNG,
        normen.VERTRETUNG_BEIM_LAND,
        beispiele=(
            "Begleitausschuss für den EFRE",
            "Runde der regionalen Entwicklungsorganisationen",
            "Konsultationsverfahren",
        ),
        grenzen=(OHNE_BINDUNG,),
    ),
    Aufgabe(
        "vertretung_im_beirat",
        "Im Beirat der Metropolregion Rheinland für die Region sprechen",
        Aufgabenart.VERTRETUNG,
        normen.VERTRETUNG_IM_BEIRAT,
        grenzen=(OHNE_BINDUNG,),
    ),
    Aufgabe(
        "sprachrohr",
        "Für den Kreis Mettmann beim Ministerium zur regionalen Förderung sprechen; so eine mündliche Aussage von 2023",
        Aufgabenart.VERTRETUNG,
        normen.SPRACHROHR,
        grenzen=(OHNE_BINDUNG,),
    ),
)
"""Alle Aufgaben, von denen die Quellen berichten, in der Reihenfolge der Sätze."""


def aufgaben(art: Aufgabenart) -> tuple[Aufgabe, ...]:
    """Nennt die Aufgaben einer Art.

    Args:
        art: Wie der Text die Aufgaben einführt.

    Returns:
        Die Aufgaben in der Reihenfolge der Sätze.

    >>> [aufgabe.kennung for aufgabe in aufgaben(Aufgabenart.KERNAUFGABE)]
    ['innerregionale_abstimmung']
    """
    return tuple([aufgabe for aufgabe in AUFGABEN if aufgabe.art is art])
