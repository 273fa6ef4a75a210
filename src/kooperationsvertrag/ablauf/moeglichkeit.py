"""Möglichkeit: was an einem Tag getan werden darf, von wem und nach welchem Satz.

Eine Pflicht ist keine davon: Wer etwas darf, muss es nicht.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from attrs import field, frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.aufzeichnen import Jahresereignisse, von_art
from kooperationsvertrag.ablauf.ereignis import AusgabeGebucht, EigenanteilGezahlt, EigenanteilZugesagt
from kooperationsvertrag.ablauf.jahresphase import ERLEDIGT, LAUFENDE_PHASEN, Jahresphase, ausgezahlt
from kooperationsvertrag.auslegung import Auslegung, varianten
from kooperationsvertrag.geld import NULL, Geldbetrag, summe
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.regeln.finanzierung import duerfen_zusatzmittel_angestrebt_werden, leistungsfaehigkeit
from kooperationsvertrag.regeln.gremien import Befugnis, Gremium, Handlung, befugnis
from kooperationsvertrag.vertrag import fragen, normen
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.lesarten import Abstimmung, Leistungsfaehigkeit


@frozen
class Moeglichkeit:
    """Was jemand an einem Tag tun darf."""

    handlung: str
    """Was, als fester Name."""
    jahr: int | None
    """Zu welchem Haushaltsjahr; nichts, wenn es an keinem hängt."""
    wer: str
    """Wer es darf."""
    text: str
    """Was es ist und worauf es ankommt."""
    normen: tuple[Norm, ...] = field(repr=lambda normen: str([norm.kennung for norm in normen]))
    """Die Sätze, die es erlauben."""
    fragen: tuple[str, ...]
    """Kennungen der offenen Fragen dazu."""


_IMMER = (
    (Gremium.AUFSICHTSGREMIUM, Handlung.UEBERWACHEN, "Tätigkeit und Einsatz der Mittel überwachen."),
    (Gremium.BEGLEITGREMIUM, Handlung.BERATEN, "Das Aufsichtsgremium beraten."),
    (Gremium.BEGLEITGREMIUM, Handlung.EMPFEHLEN, "Dem Aufsichtsgremium etwas empfehlen; binden kann es nicht."),
    (
        Gremium.RECHNUNGSPRUEFUNGSAMT,
        Handlung.RECHNUNG_PRUEFEN,
        "Die Rechnung prüfen; die Prüfung durch das Aufsichtsgremium ersetzt das nicht.",
    ),
    (
        Gremium.LEITUNG,
        Handlung.VORGESETZTENFUNKTION_AUSUEBEN,
        "Die Vorgesetztenfunktion ausüben; ob nur fachlich, ist offen.",
    ),
)
"""Was unabhängig vom Haushaltsjahr erlaubt ist."""


def dauernde_moeglichkeiten() -> tuple[Moeglichkeit, ...]:
    """Was jederzeit erlaubt ist: Befugnisse der Gremien und der Beitritt.

    Returns:
        Die Möglichkeiten, die an keinem Haushaltsjahr hängen.

    Quelle:
        17-G3, 17-B2, 17-F6, 17-P5, 17-Z4.

    >>> dauernde_moeglichkeiten()[-1].handlung
    'beitreten'
    """
    immer = [(befugnis(gremium, handlung), text) for gremium, handlung, text in _IMMER]
    return (
        *[
            Moeglichkeit(auskunft.handlung.value, None, auskunft.gremium.value, text, auskunft.normen, auskunft.fragen)
            for auskunft, text in immer
            if auskunft.befugnis is Befugnis.ERLAUBT
        ],
        Moeglichkeit(
            "beitreten",
            None,
            "weitere Gebietskörperschaften",
            "Beitreten, wenn die Mitgliedschaft förderlich ist; offen ist, wer entscheidet.",
            (normen.BEITRITT,),
            normen.BEITRITT.fragen,
        ),
    )


def uebertragung_beschliessen(
    phase: Jahresphase, ereignisse: Jahresereignisse, abrechnungen: Sequence[Jahresabrechnung], auslegung: Auslegung
) -> Moeglichkeit | None:
    """Solange nicht verausgabte Mittel da sind, kann das Aufsichtsgremium sie übertragen.

    Args:
        phase: Wo das Haushaltsjahr steht.
        ereignisse: Seine geltenden Ereignisse nach Art.
        abrechnungen: Seine Abrechnung oder sein Zwischenstand, unter jeder Lesart, die nicht ausgeschlossen ist.
        auslegung: Die gewählten Lesarten; ist die Abstimmung darunter, so steht die Mehrheit fest.

    Returns:
        Die Möglichkeit mit dem Betrag, der noch zu übertragen wäre; nichts, wenn nichts mehr da ist.

    Quelle:
        17-F9.

    >>> from kooperationsvertrag.ablauf.ereignis import BeitraegeWieVereinbart
    >>> from kooperationsvertrag.ablauf.vertragsstand import stand
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> from datetime import date
    >>> akte = [BeitraegeWieVereinbart(datum=date(2018, 1, 15), jahr=2018)]
    >>> jahr = stand(BERICHT_2017, akte, date(2019, 1, 1)).jahre[0]
    >>> uebertragung_beschliessen(jahr.phase, {}, [jahr.abrechnung], Auslegung()).text.partition(";")[0]
    'Bis zu 120.000,00 € des Haushaltsjahres 2018 können durch Beschluss ins Jahr 2019 übertragen werden'
    """
    if phase is Jahresphase.GEPLANT or phase in ERLEDIGT:
        return None
    je_lesart = {a.rest - a.uebertrag_in_folgejahr - ausgezahlt(ereignisse).summe for a in abrechnungen}
    noch_da, jahr = max(je_lesart), abrechnungen[0].jahr
    if noch_da <= NULL:
        return None
    auskunft = befugnis(Gremium.AUFSICHTSGREMIUM, Handlung.UEBERTRAGUNG_BESCHLIESSEN)
    gewaehlt = [regel for regel in Abstimmung if auslegung.ist_gewaehlt(regel)]
    mehrheit = (
        f"mit welcher Mehrheit, sagt die Lesart „{fragen.beschreibung(gewaehlt[0]).titel}“"
        if gewaehlt
        else "mit welcher Mehrheit, ist offen"
    )
    vorlaeufig = " nach heutigem Stand" if phase in LAUFENDE_PHASEN else ""
    text = (
        f"{'Bis' if len(je_lesart) == 1 else 'Je nach Lesart bis'} zu {noch_da} des Haushaltsjahres {jahr} "
        f"können{vorlaeufig} durch Beschluss ins Jahr {jahr + 1} übertragen werden; {mehrheit}."
    )
    return Moeglichkeit(auskunft.handlung.value, jahr, auskunft.gremium.value, text, auskunft.normen, auskunft.fragen)


def zusatzmittel_anstreben(
    phase: Jahresphase, ereignisse: Jahresereignisse, abrechnungen: Sequence[Jahresabrechnung], auslegung: Auslegung
) -> Moeglichkeit | None:
    """Übersteigen wichtige Eigenanteile die Leistungsfähigkeit, so dürfen Zusatzmittel angestrebt werden.

    Args:
        phase: Wo das Haushaltsjahr steht.
        ereignisse: Seine geltenden Ereignisse nach Art.
        abrechnungen: Sein Zwischenstand, unter jeder Lesart, die nicht ausgeschlossen ist.
        auslegung: Die gewählten Lesarten; was die Leistungsfähigkeit ist, wird sonst durchgerechnet (OF-20).

    Returns:
        Die Möglichkeit; nichts, wenn sie unter keiner Lesart besteht oder das Jahr vorbei ist.

    Quelle:
        17-F3.

    >>> from kooperationsvertrag.ablauf.ereignis import BeitraegeWieVereinbart
    >>> from kooperationsvertrag.ablauf.vertragsstand import stand
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> from datetime import date
    >>> akte = [BeitraegeWieVereinbart(datum=date(2018, 1, 15), jahr=2018)]
    >>> jahr = stand(BERICHT_2017, akte, date(2018, 6, 1)).jahre[0]
    >>> zusage = EigenanteilZugesagt(
    ...     datum=date(2018, 5, 1), jahr=2018, vorhaben="Radweg", betrag=Geldbetrag(12_000_001), wichtig=True
    ... )
    >>> moeglich = zusatzmittel_anstreben(jahr.phase, {EigenanteilZugesagt: [zusage]}, [jahr.abrechnung], Auslegung())
    >>> moeglich.handlung
    'zusatzmittel_anstreben'
    """
    wichtige = wichtige_eigenanteile(ereignisse)
    if phase not in LAUFENDE_PHASEN or not wichtige:
        return None
    antworten = {
        variante.ergebnis
        for abrechnung in abrechnungen
        for variante in varianten(
            partial(uebersteigt, wichtige, bezahlte_wichtige_eigenanteile(ereignisse), abrechnung), auslegung
        )
    }
    if antworten == {False}:
        return None
    ob = "dürfen" if antworten == {True} else "dürfen, je nach Lesart der Leistungsfähigkeit,"
    text = f"Wichtige Eigenanteile von {wichtige}: Die Partner {ob} bei ihren Gremien Zusatzmittel anstreben."
    return Moeglichkeit(
        "zusatzmittel_anstreben",
        abrechnungen[0].jahr,
        "Vertragspartner",
        text,
        (normen.ZUSATZMITTEL,),
        normen.ZUSATZMITTEL.fragen,
    )


def wichtige_eigenanteile(ereignisse: Jahresereignisse) -> Geldbetrag:
    """Zählt die zugesagten Eigenanteile zusammen, die jemand für wichtig hält.

    Args:
        ereignisse: Die geltenden Ereignisse eines Haushaltsjahres nach Art.

    Returns:
        Die Summe in Cent; null, wenn nichts Wichtiges zugesagt ist.

    Quelle:
        17-F3.

    >>> from datetime import date
    >>> zusagen = [
    ...     EigenanteilZugesagt(
    ...         datum=date(2018, 5, 1), jahr=2018, vorhaben=name, betrag=Geldbetrag(100), wichtig=wichtig
    ...     )
    ...     for name, wichtig in (("Radweg", True), ("Flächen", None))
    ... ]
    >>> wichtige_eigenanteile({EigenanteilZugesagt: zusagen})
    Geldbetrag(cent=100)
    """
    return summe([z.betrag for z in von_art(ereignisse, EigenanteilZugesagt) if z.wichtig])


def bezahlte_wichtige_eigenanteile(ereignisse: Jahresereignisse) -> Geldbetrag:
    """Zählt zusammen, was zu wichtigen Vorhaben schon als Eigenanteil bezahlt ist.

    Args:
        ereignisse: Die geltenden Ereignisse eines Haushaltsjahres nach Art.

    Returns:
        Die Summe in Cent; Zahlungen zu Vorhaben, die niemand für wichtig hält, zählen nicht.

    Quelle:
        17-F3.

    >>> from datetime import date
    >>> zusage = EigenanteilZugesagt(
    ...     datum=date(2018, 5, 1), jahr=2018, vorhaben="Radweg", betrag=Geldbetrag(100), wichtig=True
    ... )
    >>> zahlungen = [
    ...     EigenanteilGezahlt(datum=date(2018, 6, 1), jahr=2018, vorhaben=name, betrag=Geldbetrag(30))
    ...     for name in ("Radweg", "Flächen")
    ... ]
    >>> bezahlte_wichtige_eigenanteile({EigenanteilZugesagt: [zusage], EigenanteilGezahlt: zahlungen})
    Geldbetrag(cent=30)
    """
    wichtige = {zusage.vorhaben for zusage in von_art(ereignisse, EigenanteilZugesagt) if zusage.wichtig}
    gezahlt = [z.betrag for z in von_art(ereignisse, EigenanteilGezahlt) if z.vorhaben in wichtige]
    gebucht = [
        a.betrag
        for a in von_art(ereignisse, AusgabeGebucht)
        if a.zweck is Ausgabenart.EIGENANTEIL and a.bezeichnung in wichtige
    ]
    return summe([*gezahlt, *gebucht])


def uebersteigt(
    eigenanteile: Geldbetrag, davon_bezahlt: Geldbetrag, abrechnung: Jahresabrechnung, auslegung: Auslegung
) -> bool:
    """Sagt, ob Eigenanteile die Leistungsfähigkeit eines Jahres übersteigen.

    Gebunden ist, was schon ausgegeben ist, ohne die wichtigen Eigenanteile selbst.

    Args:
        eigenanteile: Wichtige Eigenanteile in Cent.
        davon_bezahlt: Was von ihnen schon ausgegeben ist, in Cent.
        abrechnung: Der Zwischenstand des Jahres.
        auslegung: Die Auslegung.

    Returns:
        Ja, wenn die Partner Zusatzmittel anstreben dürfen.

    Quelle:
        17-F3.

    >>> from kooperationsvertrag.ablauf.ereignis import BeitraegeWieVereinbart
    >>> from kooperationsvertrag.ablauf.vertragsstand import stand
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> from datetime import date
    >>> akte = [BeitraegeWieVereinbart(datum=date(2018, 1, 15), jahr=2018)]
    >>> jahr = stand(BERICHT_2017, akte, date(2018, 6, 1)).jahre[0].abrechnung
    >>> lesart = Auslegung.mit(Leistungsfaehigkeit.JAHRESBUDGET)
    >>> [uebersteigt(Geldbetrag(cent), NULL, jahr, lesart) for cent in (12_000_000, 12_000_001)]
    [False, True]
    """
    faehig = leistungsfaehigkeit(
        jahresbudget=abrechnung.jahresbudget,
        uebertrag=abrechnung.uebertrag_aus_vorjahr,
        gebunden=abrechnung.verausgabt - davon_bezahlt,
        lesart=auslegung.lesart(Leistungsfaehigkeit),
    )
    return duerfen_zusatzmittel_angestrebt_werden(
        eigenanteile=eigenanteile, leistungsfaehigkeit=faehig, ist_wichtig=True
    )
