"""Glossar: Begriff des Vertrags, Bezeichner im Programm, Satz."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module

from attrs import frozen
from auszeichnung import maskiert, tabelle, verweise

from kooperationsvertrag.vertrag.normen import NORMEN


@frozen
class Eintrag:
    """Ein Begriff."""

    begriff: str
    """Wie er im Vertrag oder in der Verwaltung heißt."""
    bedeutung: str
    """Was gemeint ist."""
    bezeichner: tuple[str, ...]
    """Wie er im Programm heißt, mit Modul."""
    saetze: tuple[str, ...] = ()
    """Kennungen der Sätze."""


GLOSSAR = (
    Eintrag(
        "Abordnung",
        "So kommt das Personal der Partner zur Landeshauptstadt; nach welchem Recht, ist offen (OF-29).",
        ("vertrag.fassung.Vertragsfassung", "regeln.personal.abordnungsbefunde"),
        ("17-P2",),
    ),
    Eintrag(
        "Abrechnung",
        "Ein Haushaltsjahr von den Einzahlungen bis zum letzten Cent.",
        ("ablauf.abrechnung.abrechnung", "ablauf.abrechnung.Jahresabrechnung"),
        ("17-F1", "17-F8"),
    ),
    Eintrag(
        "Abschlussbericht",
        "Bericht am Ende des Haushaltsjahres; erst nach seiner Prüfung geht Geld zurück.",
        ("regeln.rechenschaft.berichtstag", "ablauf.haushaltsjahr.Haushaltsjahr"),
        ("17-F7", "17-F8"),
    ),
    Eintrag(
        "Abstimmung",
        "Mit welcher Mehrheit das Aufsichtsgremium beschließt; der Text sagt es nicht.",
        ("regeln.gremien.ist_beschlossen", "vertrag.lesarten.Abstimmung"),
        ("17-G2", "17-F9"),
    ),
    Eintrag(
        "Akte", "Alles, was geschehen ist, Ereignis für Ereignis; berichtigt wird, gelöscht nie.", ("ablauf.akte.Akte",)
    ),
    Eintrag(
        "Aufsichtsgremium",
        "Die Hauptverwaltungsbeamten und der Hauptgeschäftsführer; überwacht, prüft, überträgt.",
        ("regeln.gremien.sitze", "vertrag.fassung.Sitz"),
        ("17-G2", "17-G3", "17-F9"),
    ),
    Eintrag(
        "Aufteilung",
        "Ein Betrag, nach dem Schlüssel auf ganze Cent geteilt.",
        ("aufteilung.aufteilen", "aufteilung.Aufteilung"),
        ("17-F8",),
    ),
    Eintrag(
        "Ausgabe",
        "Was für das Jahr als ausgegeben aufgezeichnet ist, mit Art und Tag.",
        ("vertrag.buchung.Ausgabe", "vertrag.buchung.Ausgabenart"),
        ("17-F1", "17-F8"),
    ),
    Eintrag("Auslegung", "Die gewählten Lesarten.", ("auslegung.Auslegung",)),
    Eintrag(
        "Befund", "Eine Feststellung: Hinweis, Warnung oder Verstoß, mit ihrem Satz.", ("norm.Befund", "norm.Schwere")
    ),
    Eintrag(
        "Begleitgremium",
        "Berät und empfiehlt; entscheidet nicht.",
        ("regeln.gremien.Begleitgremium",),
        ("17-B1", "17-B2", "17-B3"),
    ),
    Eintrag(
        "Beitrag",
        "Was ein Partner jährlich veranschlagt.",
        ("regeln.finanzierung.jahresbudget", "vertrag.fassung.Vertragsfassung"),
        ("17-F1",),
    ),
    Eintrag(
        "Beitritt",
        "Eine weitere Gebietskörperschaft wird Partner.",
        ("regeln.mitgliedschaft.Beitrittsantrag", "revision.beitritt.pruefe_beitritt"),
        ("17-Z4",),
    ),
    Eintrag(
        "Beleg",
        "Womit gerechnet ist: Version, Lesarten, Rundung und Fingerabdrücke; bei einem Ereignis: wo es belegt ist.",
        ("fall.einlesen.Fall", "fall.als_json.fingerabdruck_der_fassung"),
    ),
    Eintrag(
        "Drittmittel",
        "Geld von außen, das kein Partner gibt.",
        ("regeln.finanzierung.drittmittel_im_budget",),
        ("17-F8",),
    ),
    Eintrag(
        "Eigenanteil",
        "Was bei einem Förderantrag selbst zu tragen ist.",
        ("regeln.finanzierung.eigenanteile",),
        ("17-F2",),
    ),
    Eintrag(
        "Einnahme, Rückerstattung",
        "Geld, das nicht von den Partnern kommt: Drittmittel oder eine Rückerstattung; diese mindert die Ausgaben.",
        ("vertrag.buchung.Einnahme", "vertrag.buchung.Einnahmenart"),
        ("17-F8",),
    ),
    Eintrag(
        "Einzahlung",
        "Was ein Partner wirklich gezahlt hat.",
        ("vertrag.buchung.Einzahlung", "regeln.finanzierung.einzahlungen_je_partner"),
        ("17-F1",),
    ),
    Eintrag(
        "Entwurf", "Eine Fassung in einer eigenen Datei, die nur nennt, was sie ändert.", ("fall.entwurf.lade_fassung",)
    ),
    Eintrag("Ereignis", "Was geschehen ist: ein Tag, eine Art, wer es tat.", ("ablauf.ereignis.Ereignis",)),
    Eintrag(
        "Erstattung",
        "Was ein Partner zurückgibt, weil Personalkosten im Budget standen.",
        ("regeln.personal.erstattungen",),
        ("17-F4",),
    ),
    Eintrag("Fassung", "Der Vertrag zu einer Zeit; sie ändert sich nie.", ("vertrag.fassung.Vertragsfassung",)),
    Eintrag("Festlegung", "Was diese Bibliothek selbst entschieden hat.", ("norm.Festlegung",)),
    Eintrag(
        "förderlich",
        "Ob die Mitgliedschaft den Zielen des Vertrags dient; das beurteilen Menschen.",
        ("regeln.mitgliedschaft.ist_foerderlich",),
        ("17-Z4",),
    ),
    Eintrag(
        "Forderung",
        "Was ein Partner nach dem Kostenausgleich noch schuldet.",
        ("regeln.restmittel.kostenausgleich",),
        ("17-F8",),
    ),
    Eintrag(
        "Frist",
        "Der letzte Tag einer Pflicht; der Text nennt keinen, Lesarten ergeben ihn.",
        ("ablauf.pflicht.Frist", "regeln.rechenschaft.planungstag"),
        ("17-F7",),
    ),
    Eintrag("Fundstelle", "Wo ein Satz steht, ohne seinen Wortlaut, mit Fingerabdruck.", ("norm.Fundstelle",)),
    Eintrag(
        "Gebietskörperschaft",
        "Kreis, Stadt, Gemeinde; keine Kammer, kein Verein. Ob ein Land gemeint ist, ist offen (OF-04).",
        ("regeln.mitgliedschaft.ist_gebietskoerperschaft", "vertrag.partner.Rechtsform"),
        ("17-Z4",),
    ),
    Eintrag(
        "Geschäftsstelle",
        "Sie gibt Rechenschaft und erstellt Planung und Bericht (FL-26).",
        ("regeln.rechenschaft.Rechenschaftspflicht",),
        ("17-P3", "17-F5", "17-F7"),
    ),
    Eintrag(
        "Haushaltsjahr",
        "Das Haushaltsjahr der Landeshauptstadt; gerechnet wird mit dem Kalenderjahr (FL-34).",
        ("ablauf.haushaltsjahr.Haushaltsjahr",),
        ("17-F7",),
    ),
    Eintrag("Jahresbudget", "Die Summe der Beiträge.", ("regeln.finanzierung.jahresbudget",), ("17-F1",)),
    Eintrag(
        "Kostenausgleich",
        "Eine Lesart: erst die Kosten nach dem Schlüssel teilen, dann mit den Zahlungen vergleichen (OF-16).",
        ("regeln.restmittel.kostenausgleich", "regeln.restmittel.Kostenausgleich"),
        ("17-F8",),
    ),
    Eintrag(
        "Leistungsfähigkeit",
        "Das Maß, an dem Eigenanteile gemessen werden.",
        ("regeln.finanzierung.leistungsfaehigkeit",),
        ("17-F3",),
    ),
    Eintrag(
        "Leitung, Stellvertretung",
        "Wer das Regionalmanagement führt.",
        ("vertrag.fassung.Funktion", "regeln.personal.funktionsbefunde"),
        ("17-P3",),
    ),
    Eintrag(
        "Lesart",
        "Eine vertretbare Art, eine offene Frage zu beantworten.",
        ("auslegung.Lesart", "vertrag.lesarten.Rueckfuehrungsbasis"),
    ),
    Eintrag(
        "Lücke", "Eine Frage, die eine Fassung offen lässt, und wie viel sie bewegt.", ("revision.luecken.luecken",)
    ),
    Eintrag("Norm, Satz", "Ein Satz der Quelle in eigenen Worten.", ("norm.Norm",)),
    Eintrag("Partner", "Wer den Vertrag schließt oder ihm beitritt.", ("vertrag.partner.Partner",), ("17-A3",)),
    Eintrag(
        "Personalkosten",
        "Trägt jeder Partner selbst; nicht aus dem Budget.",
        ("regeln.personal.personalkosten_traeger",),
        ("17-F4",),
    ),
    Eintrag(
        "Pflicht",
        "Was jemand tun muss; an jedem Tag hat sie einen Stand, etwa offen, erfüllt oder überfällig.",
        ("ablauf.pflicht.Pflicht", "ablauf.pflicht.Pflichtstatus"),
        ("17-G1", "17-F5", "17-F7"),
    ),
    Eintrag(
        "Planung",
        "Jahres- und Finanzplanung zu Beginn des Haushaltsjahres.",
        ("regeln.rechenschaft.planungstag",),
        ("17-F7",),
    ),
    Eintrag(
        "Prüfung",
        "Das Aufsichtsgremium prüft den Abschlussbericht.",
        ("regeln.rechenschaft.ist_pruefung_abgeschlossen",),
        ("17-F7", "17-F8"),
    ),
    Eintrag(
        "Prüfungsrecht", "Die Rechnungsprüfung Düsseldorfs behält ihres.", ("regeln.gremien.befugnis",), ("17-F6",)
    ),
    Eintrag(
        "Rechenkonvention, Rundung",
        "Wie Bruchteile eines Cents verteilt werden.",
        ("aufteilung.Rechenkonvention", "aufteilung.Rundung"),
        ("17-F8",),
    ),
    Eintrag("Regel", "Eine Funktion, die Sätze des Vertrags umsetzt.", ("norm.regel", "norm.Regel")),
    Eintrag(
        "Regionalmanagement",
        "Die gemeinsame Einrichtung der Partner; eine eigene Rechtspersönlichkeit nennt der Text nicht.",
        ("vertrag.fassung.Vertragsfassung",),
        ("17-A1", "17-Z1"),
    ),
    Eintrag("Rest", "Nicht verausgabte Mittel.", ("regeln.restmittel.nicht_verausgabte_mittel",), ("17-F8",)),
    Eintrag("Restcent", "Der Cent, der beim Teilen übrig bleibt.", ("aufteilung.Aufteilung",), ("17-F8",)),
    Eintrag(
        "Rückführung", "Was jeder Partner vom Rest zurückerhält.", ("regeln.restmittel.rueckfuehrung",), ("17-F8",)
    ),
    Eintrag("Rückstand", "Vereinbart weniger eingezahlt.", ("regeln.finanzierung.rueckstaende",), ("17-F1",)),
    Eintrag("Schicht", "Geld gleicher Herkunft und gleichen Schlüssels.", ("regeln.restmittel.Schicht",), ("17-F9",)),
    Eintrag(
        "Stelle", "Was ein Partner an Personal zugesagt hat.", ("vertrag.fassung.Stelle",), ("17-P1", "17-P3", "17-P4")
    ),
    Eintrag(
        "Überschreitung",
        "Was über die verfügbaren Mittel hinaus ausgegeben ist.",
        ("regeln.restmittel.ueberschreitung",),
        ("17-F1",),
    ),
    Eintrag(
        "Übertrag, Übertragung",
        "Geld, das ins nächste Jahr geht, in der Regel durch Beschluss.",
        ("ablauf.haushaltsjahr.Uebertragungsbeschluss", "regeln.restmittel.uebertrag_ins_folgejahr"),
        ("17-F9",),
    ),
    Eintrag(
        "Verfügbare Mittel",
        "Alles, was im Jahr ausgegeben werden kann.",
        ("regeln.finanzierung.verfuegbare_mittel",),
        ("17-F1", "17-F3"),
    ),
    Eintrag(
        "Vorgesetztenfunktion",
        "Die Leitung ist Vorgesetzte des Personals; wie weit, ist offen (OF-30).",
        ("regeln.personal.vorgesetztenbefunde",),
        ("17-P5",),
    ),
    Eintrag(
        "Zahlungsschlüssel",
        "Das Verhältnis der Beiträge, zum Beispiel 5 : 5 : 2.",
        ("regeln.finanzierung.zahlungsschluessel", "aufteilung.Zahlungsschluessel"),
        ("17-F1", "17-F8"),
    ),
    Eintrag(
        "Zusatzmittel",
        "Geld, das ein Partner über seinen Beitrag hinaus gibt.",
        ("regeln.finanzierung.zusatzmittel_je_partner", "vertrag.buchung.Zusatzmittel"),
        ("17-F3",),
    ),
)
"""Alle Begriffe, nach dem Alphabet."""


def glossartabelle() -> str:
    """Setzt das Glossar."""
    return tabelle(
        ("Begriff", "Was gemeint ist", "Im Programm", "Sätze"),
        [
            (
                eintrag.begriff,
                maskiert(eintrag.bedeutung),
                ", ".join(_verweis(bezeichner) for bezeichner in eintrag.bezeichner),
                verweise(eintrag.saetze),
            )
            for eintrag in GLOSSAR
        ],
        breiten="20 38 28 14",
        klasse="gestapelt",
    )


def _verweis(bezeichner: str) -> str:
    rolle = "class" if inspect.isclass(_wert(bezeichner)) else "func"
    return f"{{{rolle}}}`{bezeichner.rpartition('.')[2]} <kooperationsvertrag.{bezeichner}>`"


def _wert(bezeichner: str) -> object:
    modul, _, name = bezeichner.rpartition(".")
    return getattr(import_module(f"kooperationsvertrag.{modul}"), name)


def maengel(eintraege: tuple[Eintrag, ...] = GLOSSAR) -> Iterator[str]:
    """Nennt jeden Bezeichner und jeden Satz des Glossars, den es nicht gibt."""
    bekannt = {norm.kennung for norm in NORMEN}
    for eintrag in eintraege:
        yield from (
            f"Das Glossar nennt bei „{eintrag.begriff}“ einen Satz, den es nicht gibt: {satz}."
            for satz in eintrag.saetze
            if satz not in bekannt
        )
        for bezeichner in eintrag.bezeichner:
            try:
                _wert(bezeichner)
            except (ImportError, AttributeError):
                yield f"Das Glossar nennt bei „{eintrag.begriff}“ einen Bezeichner, den es nicht gibt: {bezeichner}."
