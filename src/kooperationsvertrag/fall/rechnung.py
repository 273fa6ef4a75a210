"""Rechnung: was Befehlszeile und Rechner mit einem eingelesenen Fall tun."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from kooperationsvertrag.ablauf.ergebnis import Ergebnis, auslegung_aus, beteiligte, geltende_konvention
from kooperationsvertrag.ablauf.jahresfolge import begruendung
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand, stand
from kooperationsvertrag.fall.einlesen import Fall
from kooperationsvertrag.fall.vergleich_als_json import VerglichenerFall
from kooperationsvertrag.herleitung import Schritt
from kooperationsvertrag.revision.fassungsvergleich import vergleiche_fall
from kooperationsvertrag.vertrag.fassung import Vertragsfassung


def stand_am(fall: Fall, stichtag: date) -> Vertragsstand:
    """Stellt fest, wie es an einem Tag um den Vertrag eines Falls steht.

    Args:
        fall: Der Fall.
        stichtag: Der Tag.

    Returns:
        Der Stand.

    >>> from kooperationsvertrag.fall.einlesen import lies_fall
    >>> fall = lies_fall(b'''
    ... fassung = "bericht-2017"
    ... [[haushaltsjahr]]
    ... jahr = 2018
    ... eingezahlt = "wie vereinbart"
    ... verausgabt = "0"
    ... ''')
    >>> stand_am(fall, date(2018, 6, 1)).jahre[0].phase.value
    'laufend'
    """
    aufgezeichnet = fall.aufzeichnung
    return stand(
        aufgezeichnet.fassung,
        fall.akte,
        stichtag,
        fall.auslegung,
        fall.konvention,
        aufgezeichnet.anfangsbestand,
        fall.unbekannt,
        aufgezeichnet.wechsel,
    )


def schritte(fall: Fall, gerechnet: Ergebnis) -> Sequence[Schritt]:
    """Gibt die Begründung eines Ergebnisses.

    Args:
        fall: Der Fall.
        gerechnet: Was bei ihm herauskam.

    Returns:
        Jeden Schritt; keinen, wenn das Ergebnis nicht eindeutig ist.

    >>> from kooperationsvertrag.ablauf.ergebnis import ergebnis
    >>> from kooperationsvertrag.fall.einlesen import lies_fall
    >>> fall = lies_fall(b'''
    ... fassung = "bericht-2017"
    ... [[haushaltsjahr]]
    ... jahr = 2018
    ... eingezahlt = "wie vereinbart"
    ... verausgabt = "0"
    ... ''')
    >>> schritte(fall, ergebnis(fall.aufzeichnung))[0].regel.name
    'jahresbudget'
    """
    if not gerechnet.ist_eindeutig:
        return ()
    auslegung = auslegung_aus(gerechnet.varianten[0].wege[0])
    konvention = geltende_konvention(gerechnet.konvention, beteiligte(fall.aufzeichnung), auslegung)
    return begruendung(fall.aufzeichnung, auslegung, konvention, fall.ereignisse)


def verglichener_fall(fall: Fall, alt: Vertragsfassung, neu: Vertragsfassung) -> VerglichenerFall:
    """Rechnet einen Fall unter zwei Fassungen; die in seiner Datei und ihre Wechsel zählen nicht.

    Args:
        fall: Der Fall.
        alt: Die bisherige Fassung.
        neu: Die neue Fassung.

    Returns:
        Beide Ergebnisse, mit dem, was der Fall gewählt hat.

    >>> from kooperationsvertrag.fall.einlesen import lies_fall
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> fall = lies_fall(b'''
    ... fassung = "bericht-2017"
    ... [[haushaltsjahr]]
    ... jahr = 2018
    ... eingezahlt = "wie vereinbart"
    ... verausgabt = "0"
    ... ''')
    >>> verglichener_fall(fall, BERICHT_2017, BERICHT_2017).vergleich.unterschiede
    ()
    """
    aufzeichnung = evolve(fall.aufzeichnung, fassung=alt, wechsel=())
    vergleich = vergleiche_fall(aufzeichnung, neu, fall.auslegung, fall.konvention)
    return VerglichenerFall(fall.titel, fall.fingerabdruck, vergleich, fall.auslegung, fall.konvention)


def namen_im_vergleich(faelle: Sequence[Fall], *fassungen: Vertragsfassung) -> dict[str, str]:
    """Gibt die Namen aller, die in einem Vergleich vorkommen.

    Args:
        faelle: Die Fälle.
        fassungen: Die Fassungen; die letzte gibt den Namen.

    Returns:
        Kurzer Name je Partner und je Bewerber.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> namen_im_vergleich([], BERICHT_2017)["ihk"]
    'IHK'
    """
    beitretende = {antrag.kennung: antrag.name for fall in faelle for antrag in fall.aufzeichnung.beitritte}
    return beitretende | {kennung: name for fassung in fassungen for kennung, name in fassung.namen.items()}
