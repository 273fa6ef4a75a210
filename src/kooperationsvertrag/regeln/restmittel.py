"""Restmittel: was nicht verausgabt ist, wohin es geht und wer davon wie viel erhält.

Sätze: 17-F8 (Rückführung nach dem Zahlungsschlüssel) und 17-F9 (Übertragung durch Beschluss).

Nicht geregelt: Cent (OF-32), Rückführung bei abweichender Zahlung (OF-16), Verbrauch und Rückführung übertragener
Mittel (OF-33), Zusatzmittel in der Rückführung (OF-21), Überschreitung (OF-34).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from attrs import evolve, frozen

from kooperationsvertrag.aufteilung import Aufteilung, Rechenkonvention, Zahlungsschluessel, aufteilen
from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag, summe
from kooperationsvertrag.norm import Befund, Schwere, regel
from kooperationsvertrag.vertrag import festlegungen, normen
from kooperationsvertrag.vertrag.lesarten import UebertragVerbrauch, ZusatzmittelVerbrauch


class Schichtart(StrEnum):
    """Woher das Geld einer Schicht kommt."""

    JAHRESMITTEL = "jahresmittel"
    """Einzahlungen des Jahres selbst, mit dem, was den Schlüssel des Jahres teilt."""
    UEBERTRAG = "uebertrag"
    """Aus einem früheren Jahr übertragen."""
    ZUSATZMITTEL = "zusatzmittel"
    """Von Partnern zusätzlich bewilligt."""


@frozen
class Schicht:
    """Geld gleicher Herkunft und gleichen Schlüssels."""

    aus_jahr: int
    """Haushaltsjahr, aus dem das Geld stammt."""
    betrag: Geldbetrag
    """Wie viel davon da ist, in Cent."""
    schluessel: Zahlungsschluessel
    """Wessen Geld es ist."""
    art: Schichtart = Schichtart.UEBERTRAG
    """Woher es kommt."""


@frozen
class Entnahme:
    """Was aus Schichten entnommen wurde und was in ihnen blieb; leere Schichten entfallen."""

    entnommen: tuple[Schicht, ...]
    """Der entnommene Teil jeder Schicht."""
    verblieben: tuple[Schicht, ...]
    """Der verbliebene Teil jeder Schicht."""
    aufteilung: Aufteilung | None = None
    """Wie der Betrag auf die Schichten kam, wenn anteilig entnommen wurde; je Schicht ihr Herkunftsjahr."""


@frozen
class Kostenausgleich:
    """Wer nach dem Schlüssel welche Kosten trägt, und was das gegen seine Einzahlung heißt."""

    kosten: Geldbetrag
    """Was von den Einzahlungen nicht zurückgeht, in Cent."""
    kostenanteile: Betraege
    """Anteil jedes Partners an den Kosten, in Cent."""
    rueckfuehrung: Betraege
    """Was er mehr eingezahlt hat, als er trägt, in Cent."""
    forderungen: Betraege
    """Was er weniger eingezahlt hat, als er trägt, in Cent; nur wer etwas schuldet."""
    aufteilung: Aufteilung
    """Die Aufteilung der Kosten (bei negativen Kosten die ihres Betrags)."""


class NegativerRestError(KooperationsvertragError, ValueError):
    """Es ist mehr verausgabt als verfügbar; zu verteilen ist nichts."""

    def __init__(self, *, rest: Geldbetrag) -> None:
        self.rest = rest
        super().__init__(f"Der Rest ist {rest}. Eine Überschreitung wird niemandem zugeteilt (OF-34).")


@regel(normen.RUECKFUEHRUNG)
def nicht_verausgabte_mittel(verfuegbar: Geldbetrag, verausgabt: Geldbetrag) -> Geldbetrag:
    """Stellt fest, was von den verfügbaren Mitteln nicht verausgabt ist.

    Args:
        verfuegbar: Verfügbare Mittel, in Cent.
        verausgabt: Verausgabte Mittel, in Cent.

    Returns:
        Der Rest in Cent; null, wenn nichts übrig ist.

    Quelle:
        17-F8.

    >>> nicht_verausgabte_mittel(Geldbetrag(120), Geldbetrag(50))
    Geldbetrag(cent=70)
    """
    return verfuegbar - verausgabt if verausgabt < verfuegbar else NULL


@regel(normen.JAHRESBUDGET, festlegungen.UEBERSCHREITUNG_OHNE_VERTEILUNG)
def ueberschreitung(verfuegbar: Geldbetrag, verausgabt: Geldbetrag) -> Geldbetrag:
    """Stellt fest, was über die verfügbaren Mittel hinaus verausgabt ist; zugeteilt wird es niemandem.

    Args:
        verfuegbar: Verfügbare Mittel, in Cent.
        verausgabt: Verausgabte Mittel, in Cent.

    Returns:
        Die Überschreitung in Cent; null, wenn es keine gibt.

    Quelle:
        17-F1; wer sie trägt, ist nicht geregelt (OF-34).

    >>> ueberschreitung(Geldbetrag(120), Geldbetrag(150))
    Geldbetrag(cent=30)
    """
    return verausgabt - verfuegbar if verausgabt > verfuegbar else NULL


@regel(normen.JAHRESBUDGET, festlegungen.UEBERSCHREITUNG_OHNE_VERTEILUNG)
def gedeckte_ausgaben(verfuegbar: Geldbetrag, verausgabt: Geldbetrag) -> Geldbetrag:
    """Stellt fest, welcher Teil der Ausgaben aus den verfügbaren Mitteln gedeckt ist.

    Args:
        verfuegbar: Verfügbare Mittel, in Cent.
        verausgabt: Verausgabte Mittel, in Cent; negativ, wenn mehr erstattet als ausgegeben wurde.

    Returns:
        Was den Schichten zu entnehmen ist, in Cent; nie negativ.

    Quelle:
        17-F1.

    >>> gedeckte_ausgaben(Geldbetrag(120), Geldbetrag(150)), gedeckte_ausgaben(Geldbetrag(120), Geldbetrag(-3))
    (Geldbetrag(cent=120), Geldbetrag(cent=0))
    """
    if verausgabt < NULL:
        return NULL
    return min(verausgabt, verfuegbar)


@regel(normen.JAHRESBUDGET, festlegungen.RUECKERSTATTUNG_MINDERT_AUSGABEN)
def jahresmittel(
    *,
    jahr: int,
    eingezahlt: Geldbetrag,
    drittmittel: Geldbetrag,
    verausgabt: Geldbetrag,
    schluessel: Zahlungsschluessel,
) -> Schicht:
    """Bildet die Schicht der eigenen Mittel des Jahres.

    Args:
        jahr: Haushaltsjahr.
        eingezahlt: Einzahlungen des Jahres, in Cent.
        drittmittel: Drittmittel, die zu den Mitteln gehören, in Cent.
        verausgabt: Verausgabt, in Cent; ist es negativ, gehört der Überschuss zu den Jahresmitteln.
        schluessel: Schlüssel des Jahres.

    Returns:
        Die Schicht des Jahres.

    Quelle:
        17-F1.

    >>> schluessel = Zahlungsschluessel((("ihk", 1),))
    >>> jahresmittel(
    ...     jahr=2018,
    ...     eingezahlt=Geldbetrag(9),
    ...     drittmittel=Geldbetrag(2),
    ...     verausgabt=Geldbetrag(-1),
    ...     schluessel=schluessel,
    ... ).betrag
    Geldbetrag(cent=12)
    """
    betrag = eingezahlt
    if drittmittel:
        betrag = betrag + drittmittel
    if verausgabt < NULL:
        betrag = betrag - verausgabt
    return Schicht(jahr, betrag, schluessel, Schichtart.JAHRESMITTEL)


@regel(normen.RUECKFUEHRUNG, normen.JAHRESBUDGET)
def rest_der_jahresmittel(*, jahr: int, rest: Geldbetrag, schluessel: Zahlungsschluessel) -> Schicht:
    """Ordnet den ganzen Rest den eigenen Mitteln des Jahres zu, weil es keine anderen gab.

    Args:
        jahr: Haushaltsjahr.
        rest: Nicht verausgabte Mittel, in Cent.
        schluessel: Schlüssel des Jahres.

    Returns:
        Die Schicht des Jahres, soweit sie nicht verausgabt ist.

    Quelle:
        17-F8, 17-F1.

    >>> rest_der_jahresmittel(jahr=2018, rest=Geldbetrag(5), schluessel=Zahlungsschluessel((("ihk", 1),))).aus_jahr
    2018
    """
    return Schicht(jahr, rest, schluessel, Schichtart.JAHRESMITTEL)


@regel(normen.ZUSATZMITTEL, festlegungen.ZUSATZMITTEL_SIND_EIGENE_SCHICHT)
def zusatzschicht(*, jahr: int, zusatzmittel: Betraege) -> Schicht:
    """Bildet die Schicht der Zusatzmittel; ihr Schlüssel ist, wer wie viel bewilligt hat.

    Args:
        jahr: Haushaltsjahr.
        zusatzmittel: Bewilligte Zusatzmittel je Partner, in Cent; mindestens ein Cent.

    Returns:
        Die Schicht der Zusatzmittel.

    Quelle:
        17-F3; ein Schlüssel ist nicht geregelt (OF-21).

    >>> str(zusatzschicht(jahr=2018, zusatzmittel=Betraege.von({"ihk": Geldbetrag(7)})).betrag)
    '0,07 €'
    """
    schluessel = Zahlungsschluessel.aus_betraegen(zusatzmittel)
    return Schicht(jahr, zusatzmittel.summe, schluessel, Schichtart.ZUSATZMITTEL)


@regel(normen.RUECKFUEHRUNG, normen.UEBERTRAGUNG)
def summe_der_schichten(schichten: Sequence[Schicht]) -> Geldbetrag:
    """Zählt zusammen, was in Schichten liegt.

    Args:
        schichten: Schichten beliebiger Herkunft.

    Returns:
        Die Summe in Cent.

    Quelle:
        17-F8, 17-F9.

    >>> summe_der_schichten([])
    Geldbetrag(cent=0)
    """
    return summe([schicht.betrag for schicht in schichten])


def haben_gleiche_schluessel(schichten: Sequence[Schicht]) -> bool:
    """Sagt, ob alle Schichten nach demselben Verhältnis geteilt würden.

    Args:
        schichten: Geld verschiedener Herkunft; mindestens eine Schicht.

    Returns:
        Ja, wenn es für die Teilung gleich ist, aus welcher Schicht ein Betrag kommt.

    >>> fuenf_fuenf_zwei = Schicht(2018, Geldbetrag(1), Zahlungsschluessel((("duesseldorf", 5), ("ihk", 2))))
    >>> zehn_zehn_vier = Schicht(2019, Geldbetrag(9), Zahlungsschluessel((("duesseldorf", 10), ("ihk", 4))))
    >>> haben_gleiche_schluessel([fuenf_fuenf_zwei, zehn_zehn_vier])
    True
    """
    return all(schicht.schluessel.ist_verhaeltnisgleich(schichten[0].schluessel) for schicht in schichten[1:])


@regel(normen.UEBERTRAGUNG)
def ein_topf(jahresmittel: Schicht, uebertragen: Sequence[Schicht]) -> Schicht:
    """Legt Übertrag und Jahresmittel zu einer Schicht dieses Jahres mit dem Schlüssel dieses Jahres zusammen.

    Args:
        jahresmittel: Die eigene Schicht des Jahres.
        uebertragen: Die übertragenen Schichten.

    Returns:
        Eine einzige Schicht.

    Quelle:
        17-F9, in der Lesart „ein_topf“ (OF-33).

    >>> schluessel = Zahlungsschluessel((("ihk", 1),))
    >>> ein_topf(Schicht(2018, Geldbetrag(5), schluessel), [Schicht(2017, Geldbetrag(4), schluessel)]).betrag
    Geldbetrag(cent=9)
    """
    return evolve(jahresmittel, betrag=summe([jahresmittel.betrag, *(schicht.betrag for schicht in uebertragen)]))


@regel(normen.UEBERTRAGUNG, normen.ZUSATZMITTEL, festlegungen.REIHENFOLGE_OHNE_FOLGEN)
def entnahme(
    schichten: Sequence[Schicht],
    betrag: Geldbetrag,
    reihenfolge: UebertragVerbrauch,
    zusatzmittel: ZusatzmittelVerbrauch,
) -> Entnahme:
    """Entnimmt den Schichten einen Betrag in der Reihenfolge, die die Lesart vorgibt.

    Args:
        schichten: Schichten, innerhalb eines Herkunftsjahres in der Reihenfolge des Verbrauchs.
        betrag: Was entnommen wird, in Cent; höchstens die Summe der Schichten.
        reihenfolge: Wie übertragene und eigene Mittel aufeinander folgen (OF-33).
        zusatzmittel: Ob Zusatzmittel zuletzt oder anteilig verbraucht werden (OF-21).

    Returns:
        Was entnommen wurde und was blieb.

    Quelle:
        17-F9 lässt die Reihenfolge offen.

    >>> schluessel = Zahlungsschluessel((("ihk", 1),))
    >>> alt, neu = Schicht(2017, Geldbetrag(5), schluessel), Schicht(2018, Geldbetrag(9), schluessel)
    >>> verbleib = entnahme(
    ...     [alt, neu], Geldbetrag(7), UebertragVerbrauch.AELTESTE_ZUERST, ZusatzmittelVerbrauch.ZULETZT
    ... )
    >>> [(schicht.aus_jahr, str(schicht.betrag)) for schicht in verbleib.verblieben]
    [(2018, '0,07 €')]
    """
    teile, aufteilung = _teile_der_entnahme(schichten, betrag.cent, reihenfolge, zusatzmittel)
    entnommen = []
    verblieben = []
    for schicht, teil in zip(schichten, teile, strict=True):
        if teil:
            entnommen.append(Schicht(schicht.aus_jahr, Geldbetrag(teil), schicht.schluessel, schicht.art))
        if schicht.betrag.cent > teil:
            rest = Geldbetrag(schicht.betrag.cent - teil)
            verblieben.append(Schicht(schicht.aus_jahr, rest, schicht.schluessel, schicht.art))
    return Entnahme(tuple(entnommen), tuple(verblieben), aufteilung)


def _teile_der_entnahme(
    schichten: Sequence[Schicht], cent: int, reihenfolge: UebertragVerbrauch, zusatzmittel: ZusatzmittelVerbrauch
) -> tuple[list[int], Aufteilung | None]:
    """Wie viele Cent jede Schicht gibt: erst zwischen Zusatzmitteln und den übrigen, dann innerhalb."""
    zusaetzlich = [i for i, schicht in enumerate(schichten) if schicht.art is Schichtart.ZUSATZMITTEL]
    uebrige = [i for i, schicht in enumerate(schichten) if schicht.art is not Schichtart.ZUSATZMITTEL]
    vorhanden = [schicht.betrag.cent for schicht in schichten]
    aus_zusatz = sum(vorhanden[i] for i in zusaetzlich)
    aus_uebrigen = sum(vorhanden[i] for i in uebrige)
    if zusatzmittel is ZusatzmittelVerbrauch.ZULETZT:
        aus_zusatz = max(cent - aus_uebrigen, 0)
    elif aus_zusatz:
        aus_zusatz = cent * aus_zusatz // (aus_zusatz + aus_uebrigen)
    teile = [0] * len(schichten)
    _nacheinander(teile, vorhanden, zusaetzlich, aus_zusatz)
    if reihenfolge is UebertragVerbrauch.ANTEILIG:
        return teile, _anteilig(teile, schichten, uebrige, cent - aus_zusatz)
    vorzeichen = -1 if reihenfolge is UebertragVerbrauch.JUENGSTE_ZUERST else 1
    folge = sorted(uebrige, key=lambda i: vorzeichen * schichten[i].aus_jahr)
    _nacheinander(teile, vorhanden, folge, cent - aus_zusatz)
    return teile, None


def _nacheinander(teile: list[int], vorhanden: Sequence[int], folge: Sequence[int], cent: int) -> None:
    """Leert die Schichten der Reihe nach, bis der Betrag beisammen ist."""
    for i in folge:
        teile[i] = min(vorhanden[i], cent)
        cent -= teile[i]


def _anteilig(teile: list[int], schichten: Sequence[Schicht], folge: Sequence[int], cent: int) -> Aufteilung | None:
    """Entnimmt allen Schichten im Verhältnis dessen, was in ihnen liegt; bei Gleichstand der ältesten zuerst."""
    geordnet = sorted(folge, key=lambda i: schichten[i].aus_jahr)
    if not sum(schichten[i].betrag.cent for i in geordnet):
        return None
    namen = [f"{nummer}. Schicht, aus {schichten[i].aus_jahr}" for nummer, i in enumerate(geordnet, 1)]
    vorhanden = [schichten[i].betrag.cent for i in geordnet]
    aufteilung = aufteilen(Geldbetrag(cent), Zahlungsschluessel(tuple(zip(namen, vorhanden, strict=True))))
    for i, betrag in zip(geordnet, aufteilung.betraege.values(), strict=True):
        teile[i] = betrag.cent
    return aufteilung


@regel(normen.UEBERTRAGUNG, festlegungen.UEBERTRAGUNG_HOECHSTENS_DER_REST)
def uebertragener_betrag(beantragt: Geldbetrag, vorhanden: Geldbetrag) -> Geldbetrag:
    """Bestimmt, wie viel ein wirksamer Beschluss überträgt: was beantragt ist, höchstens was da ist.

    Args:
        beantragt: Wie viel übertragen werden soll, in Cent.
        vorhanden: Was der Beschluss erfassen kann, in Cent.

    Returns:
        Der übertragene Betrag in Cent.

    Quelle:
        17-F9.

    >>> uebertragener_betrag(Geldbetrag(50), Geldbetrag(30))
    Geldbetrag(cent=30)
    """
    return min(beantragt, vorhanden)


@regel(normen.UEBERTRAGUNG)
def uebertrag_ins_folgejahr(uebertragen: Sequence[Schicht]) -> tuple[Schicht, ...]:
    """Stellt zusammen, was im folgenden Jahr weiter zur Verfügung steht; jede Schicht behält Herkunft und Schlüssel.

    Args:
        uebertragen: Schichten, die ein Beschluss überträgt oder die ohne ihn bleiben.

    Returns:
        Die Schichten nach Herkunftsjahr; gleiche Herkunft mit gleichem Verhältnis steht zusammen.

    Quelle:
        17-F9.

    >>> schluessel = Zahlungsschluessel((("ihk", 1),))
    >>> uebertrag_ins_folgejahr([Schicht(2018, Geldbetrag(4), schluessel, Schichtart.JAHRESMITTEL)])[0].art
    <Schichtart.UEBERTRAG: 'uebertrag'>
    """
    gesammelt: list[Schicht] = []
    for schicht in sorted(uebertragen, key=lambda schicht: schicht.aus_jahr):
        for stelle, vorhandene in enumerate(gesammelt):
            if vorhandene.aus_jahr == schicht.aus_jahr and vorhandene.schluessel.ist_verhaeltnisgleich(
                schicht.schluessel
            ):
                gesammelt[stelle] = evolve(vorhandene, betrag=vorhandene.betrag + schicht.betrag)
                break
        else:
            gesammelt.append(evolve(schicht, art=Schichtart.UEBERTRAG))
    return tuple(gesammelt)


@regel(normen.RUECKFUEHRUNG, festlegungen.SCHICHTEN_GLEICHEN_SCHLUESSELS)
def zusammengelegt(schichten: Sequence[Schicht]) -> tuple[Schicht, ...]:
    """Legt Schichten zusammen, deren Schlüssel im selben Verhältnis stehen.

    Args:
        schichten: Schichten, die zurückgeführt werden.

    Returns:
        Eine Schicht je Schlüssel; ihre Herkunft ist die jüngste darunter.

    Quelle:
        17-F8.

    >>> schluessel = Zahlungsschluessel((("ihk", 1),))
    >>> zusammen = zusammengelegt([Schicht(2017, Geldbetrag(4), schluessel), Schicht(2018, Geldbetrag(5), schluessel)])
    >>> [(schicht.aus_jahr, schicht.betrag.cent) for schicht in zusammen]
    [(2018, 9)]
    """
    gesammelt: list[Schicht] = []
    for schicht in schichten:
        for stelle, vorhandene in enumerate(gesammelt):
            if vorhandene.schluessel.ist_verhaeltnisgleich(schicht.schluessel):
                juengste = max(vorhandene.aus_jahr, schicht.aus_jahr)
                gesammelt[stelle] = evolve(vorhandene, aus_jahr=juengste, betrag=vorhandene.betrag + schicht.betrag)
                break
        else:
            gesammelt.append(schicht)
    return tuple(gesammelt)


@regel(normen.RUECKFUEHRUNG)
def rueckfuehrung(*, rest: Geldbetrag, schluessel: Zahlungsschluessel, konvention: Rechenkonvention) -> Aufteilung:
    """Teilt nicht verausgabte Mittel nach dem Zahlungsschlüssel auf die Partner auf.

    Args:
        rest: Nach Prüfung des Abschlussberichts noch vorhandene Mittel, in Cent.
        schluessel: Gewicht je Partner, zum Beispiel 5 : 5 : 2 (keine Prozente).
        konvention: Wie Bruchteile eines Cents verteilt werden (OF-32).

    Returns:
        Betrag je Partner; mit dem, was bei ``abrunden_rest_bleibt`` übrig ist, auf den Cent der Rest.

    Raises:
        NegativerRestError: Es ist mehr verausgabt als verfügbar; verteilt wird dann nichts (OF-34).

    Quelle:
        17-F8. Centreste: Rechenkonvention, der Text schweigt.

    >>> schluessel = Zahlungsschluessel((("duesseldorf", 5), ("mettmann", 5), ("ihk", 2)))
    >>> rueckfuehrung(rest=Geldbetrag.aus_euro(30_000), schluessel=schluessel, konvention=Rechenkonvention()).betraege
    Betraege(duesseldorf=12.500,00 €, mettmann=12.500,00 €, ihk=5.000,00 €)
    """
    if rest < NULL:
        raise NegativerRestError(rest=rest)
    return aufteilen(rest, schluessel, konvention)


@regel(normen.RUECKFUEHRUNG, normen.JAHRESBUDGET, festlegungen.KOSTENAUSGLEICH)
def kostenausgleich(
    *, rest: Geldbetrag, eingezahlt: Betraege, schluessel: Zahlungsschluessel, vorrang: tuple[str, ...] = ()
) -> Kostenausgleich:
    """Teilt erst die Kosten nach dem vereinbarten Schlüssel und stellt sie dann den Einzahlungen gegenüber.

    Args:
        rest: Was von den Mitteln des Jahres zurückgeht, in Cent.
        eingezahlt: Eingezahlt je Partner, in Cent.
        schluessel: Der vereinbarte Schlüssel des Jahres.
        vorrang: Wer bei gleichem Bruchteil zuerst einen Restcent der Kosten trägt.

    Returns:
        Was jeder Partner zurückerhält oder noch schuldet; beides zusammen ergibt auf den Cent den Rest.

    Quelle:
        17-F8 in der Lesart „kosten_nach_schluessel“ (OF-16); wer Kosten trägt, folgt aus 17-F1.

    >>> eingezahlt = Betraege.von({"duesseldorf": Geldbetrag(500), "ihk": Geldbetrag(100)})
    >>> ausgleich = kostenausgleich(
    ...     rest=Geldbetrag(60), eingezahlt=eingezahlt, schluessel=Zahlungsschluessel((("duesseldorf", 5), ("ihk", 2)))
    ... )
    >>> ausgleich.rueckfuehrung, ausgleich.forderungen
    (Betraege(duesseldorf=1,14 €, ihk=0,00 €), Betraege(ihk=0,54 €))
    """
    kosten = eingezahlt.summe - rest
    aufteilung = aufteilen(max(kosten, -kosten), schluessel, Rechenkonvention(vorrang=vorrang))
    anteile = aufteilung.betraege if kosten >= NULL else Betraege(tuple((p, -b) for p, b in aufteilung.betraege.paare))
    unterschied = [(partner, betrag - anteile.get(partner, NULL)) for partner, betrag in eingezahlt.paare]
    return Kostenausgleich(
        kosten=kosten,
        kostenanteile=anteile,
        rueckfuehrung=Betraege(tuple((partner, max(betrag, NULL)) for partner, betrag in unterschied)),
        forderungen=Betraege(tuple((partner, -betrag) for partner, betrag in unterschied if betrag < NULL)),
        aufteilung=aufteilung,
    )


@regel(normen.RUECKFUEHRUNG)
def bleibende_restcents(schicht: Schicht, aufteilung: Aufteilung) -> Schicht:
    """Behält Restcents, die niemand erhielt, als Übertrag mit ihrem Schlüssel.

    Args:
        schicht: Die aufgeteilte Schicht.
        aufteilung: Ihre Aufteilung, bei der etwas übrig blieb.

    Returns:
        Die Schicht mit den übrigen Cent.

    Quelle:
        17-F8 schweigt zu Centresten (OF-32).

    >>> schicht = Schicht(2018, Geldbetrag(1), Zahlungsschluessel((("mettmann", 1), ("ihk", 1))))
    >>> from kooperationsvertrag.aufteilung import Rundung
    >>> teilung = aufteilen(schicht.betrag, schicht.schluessel, Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT))
    >>> bleibende_restcents(schicht, teilung).betrag
    Geldbetrag(cent=1)
    """
    return Schicht(schicht.aus_jahr, aufteilung.verbleibt, schicht.schluessel, Schichtart.UEBERTRAG)


@regel(normen.RUECKFUEHRUNG)
def rueckfuehrung_je_partner(teile: Sequence[Betraege], partner: Sequence[str]) -> Betraege:
    """Zählt zusammen, was jeder Partner aus allen Schichten zurückerhält.

    Args:
        teile: Rückführung je Schicht und Partner, in Cent.
        partner: Alle Partner des Jahres; wer nichts erhält, steht mit null da.

    Returns:
        Rückführung je Partner, in Cent; leer, wenn niemand etwas erhält.

    Quelle:
        17-F8.

    >>> rueckfuehrung_je_partner([Betraege.von({"ihk": Geldbetrag(3)})], ["mettmann", "ihk"])
    Betraege(mettmann=0,00 €, ihk=0,03 €)
    """
    zusammen = dict.fromkeys(partner, 0)
    for teil in teile:
        for kennung, betrag in teil.paare:
            zusammen[kennung] = zusammen.get(kennung, 0) + betrag.cent
    if not any(zusammen.values()):
        return Betraege()
    return Betraege(tuple([(kennung, Geldbetrag(cent)) for kennung, cent in zusammen.items()]))


@regel(normen.JAHRESBUDGET, normen.ZUSATZMITTEL, festlegungen.UEBERSCHREITUNG_OHNE_VERTEILUNG)
def befund_zur_ueberschreitung(ueberschreitung: Geldbetrag) -> Befund:
    """Warnt, dass mehr verausgabt ist, als verfügbar war.

    Args:
        ueberschreitung: Was über die verfügbaren Mittel hinaus verausgabt ist, in Cent.

    Returns:
        Eine Warnung.

    Quelle:
        17-F1; wer eine Überschreitung trägt, ist nicht geregelt (OF-34).

    >>> befund_zur_ueberschreitung(Geldbetrag(100)).kennung
    'ueberschreitung'
    """
    return Befund(
        "ueberschreitung",
        Schwere.WARNUNG,
        f"Es ist {ueberschreitung} mehr verausgabt, als verfügbar war. Wer das trägt, ist nicht geregelt (OF-34); es "
        "wird niemandem zugeteilt.",
        (normen.JAHRESBUDGET, normen.ZUSATZMITTEL),
    )


@regel(normen.RUECKFUEHRUNG)
def befunde_zu_hoher_rueckfuehrung(
    zurueck: Betraege, eingebracht: Sequence[Betraege], namen: Mapping[str, str]
) -> tuple[Befund, ...]:
    """Warnt, wenn ein Partner aus der Schicht des Jahres mehr zurückerhält, als er in sie eingezahlt hat.

    Args:
        zurueck: Was jeder aus der Schicht zurückerhält, in Cent.
        eingebracht: Was jeder in sie eingebracht hat, je Herkunft, in Cent.
        namen: Name je Partner.

    Returns:
        Eine Warnung je Partner, der mehr zurückerhält.

    Quelle:
        17-F8 (OF-16).

    >>> befunde = befunde_zu_hoher_rueckfuehrung(
    ...     Betraege.von({"ihk": Geldbetrag(30)}), [Betraege.von({"ihk": Geldbetrag(20)})], {"ihk": "IHK"}
    ... )
    >>> [befund.text for befund in befunde]
    ['IHK erhält aus den Mitteln des Jahres 0,30 € zurück und hat nur 0,20 € eingebracht.']
    """
    befunde: list[Befund] = []
    for partner, betrag in zurueck.paare:
        eigenes = summe([beitrag.get(partner, NULL) for beitrag in eingebracht])
        if betrag > eigenes:
            text = (
                f"{namen.get(partner, partner)} erhält aus den Mitteln des Jahres {betrag} zurück und hat nur "
                f"{eigenes} eingebracht."
            )
            befunde.append(Befund("mehr_zurueck_als_eingezahlt", Schwere.WARNUNG, text, (normen.RUECKFUEHRUNG,)))
    return tuple(befunde)


@regel(normen.RUECKFUEHRUNG, festlegungen.KOSTENAUSGLEICH_ERST_NACH_PRUEFUNG)
def befunde_zu_forderungen(forderungen: Betraege, namen: Mapping[str, str]) -> tuple[Befund, ...]:
    """Weist darauf hin, wie viel der Rückführung warten muss, bis Forderungen bezahlt sind.

    Args:
        forderungen: Was Partner nach dem Kostenausgleich noch schulden, in Cent.
        namen: Name je Partner.

    Returns:
        Ein Hinweis.

    Quelle:
        17-F8 in der Lesart „kosten_nach_schluessel“ (OF-16).

    >>> befunde_zu_forderungen(Betraege.von({"ihk": Geldbetrag(500)}), {"ihk": "IHK"})[0].text
    'Noch zu zahlen: IHK 5,00 €. Bis dahin muss von der Rückführung 5,00 € warten.'
    """
    posten = ", ".join(f"{namen.get(partner, partner)} {betrag}" for partner, betrag in forderungen.paare)
    text = f"Noch zu zahlen: {posten}. Bis dahin muss von der Rückführung {forderungen.summe} warten."
    return (Befund("forderungen_vor_rueckfuehrung", Schwere.HINWEIS, text, (normen.RUECKFUEHRUNG,)),)


@regel(
    normen.UEBERTRAGUNG,
    normen.RUECKFUEHRUNG,
    festlegungen.UEBERTRAGUNG_HOECHSTENS_DER_REST,
    festlegungen.SCHEITERN_HEISST_RUECKFUEHRUNG,
    festlegungen.UEBERTRAGUNG_OHNE_PRUEFUNG,
    festlegungen.ALLES_HEISST_AUCH_DEN_UEBERTRAG,
    festlegungen.STRITTIGER_BESCHLUSS_OHNE_GEGENSTAND,
    festlegungen.SPAETER_BESCHLUSS_WIRKT,
)
def befunde_zum_uebertragungsbeschluss(
    *, jahr: int, datum: date, ist_wirksam: bool, hat_gegenstand: bool, beantragt: Geldbetrag, uebertragen: Geldbetrag
) -> tuple[Befund, ...]:
    """Sagt, was zu einem Übertragungsbeschluss festzustellen ist.

    Args:
        jahr: Das Haushaltsjahr, dessen Mittel übertragen werden sollen.
        datum: Tag des Beschlusses.
        ist_wirksam: Ob er zustande kam.
        hat_gegenstand: Ob etwas übertragen werden sollte und etwas übrig ist.
        beantragt: Wie viel übertragen werden sollte, in Cent.
        uebertragen: Wie viel er überträgt, in Cent.

    Returns:
        Warnungen und Hinweise: zu spät, zu früh, ohne Gegenstand, mehr als vorhanden, gescheitert.

    Quelle:
        17-F9.

    >>> befunde = befunde_zum_uebertragungsbeschluss(
    ...     jahr=2018, datum=date(2020, 1, 7), ist_wirksam=True, hat_gegenstand=False, beantragt=NULL, uebertragen=NULL
    ... )
    >>> [befund.kennung for befund in befunde]
    ['uebertragungsbeschluss_verspaetet', 'uebertragung_ohne_gegenstand']
    """
    befunde: list[Befund] = []
    if datum.year > jahr + 1:
        text = f"Der Beschluss vom {datum:%d.%m.%Y} kommt nach Ablauf des Jahres, in das er überträgt ({jahr + 1})."
        befunde.append(Befund("uebertragungsbeschluss_verspaetet", Schwere.WARNUNG, text, (normen.UEBERTRAGUNG,)))
    if datum.year < jahr:
        text = f"Der Beschluss vom {datum:%d.%m.%Y} liegt vor dem Haushaltsjahr {jahr}, dessen Mittel er überträgt."
        befunde.append(Befund("uebertragungsbeschluss_verfrueht", Schwere.WARNUNG, text, (normen.UEBERTRAGUNG,)))
    if not hat_gegenstand:
        text = "Zu übertragen ist nichts; der Beschluss bewirkt nichts."
        befunde.append(Befund("uebertragung_ohne_gegenstand", Schwere.HINWEIS, text, (normen.UEBERTRAGUNG,)))
    elif not ist_wirksam:
        text = "Der Übertragungsbeschluss ist nicht zustande gekommen; es bleibt bei der Rückführung."
        befunde.append(
            Befund("uebertragung_nicht_beschlossen", Schwere.HINWEIS, text, (normen.UEBERTRAGUNG, normen.RUECKFUEHRUNG))
        )
    elif beantragt > uebertragen:
        text = (
            f"Übertragen werden sollten {beantragt}, vorhanden sind {uebertragen}; übertragen wird, was vorhanden ist."
        )
        befunde.append(Befund("uebertragung_uebersteigt_rest", Schwere.WARNUNG, text, (normen.UEBERTRAGUNG,)))
    return tuple(befunde)
