"""Abrechnung: ein Haushaltsjahr, von den Einzahlungen bis zum letzten Cent.

:func:`abrechnung` ist eine einzige reine Funktion einer Fassung, der Aufzeichnung eines Jahres und einer Auslegung.
Sie ruft jede Regel über ein Protokoll auf, und sie fragt nach einer Lesart nur, wo die Lesarten im vorliegenden Jahr
verschieden ausgehen können.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from kooperationsvertrag.ablauf.haushaltsjahr import (
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.aufteilung import Aufteilung, Rechenkonvention, Rundung, Zahlungsschluessel, aufteilen
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.herleitung import Protokoll, ohne_protokoll
from kooperationsvertrag.norm import Befund, Schwere, nach_schwere
from kooperationsvertrag.regeln import finanzierung, gremien, personal, rechenschaft, restmittel
from kooperationsvertrag.regeln.restmittel import Schicht, Schichtart
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.buchung import Ausgabenart, Einnahmenart, Einzahlung
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.geregelt import auslegung_der_fassung
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Drittmittel,
    Pruefung,
    Rueckfuehrungsbasis,
    SitzNachBeitritt,
    UebertragRueckfuehrung,
    UebertragVerbrauch,
    ZusatzmittelVerbrauch,
)


class Jahresstatus(StrEnum):
    """Womit ein Haushaltsjahr endet; der erste zutreffende Stand gilt."""

    UEBERSCHREITUNG = "ueberschreitung"
    AUSGEGLICHEN = "ausgeglichen"
    PRUEFUNG_AUSSTEHEND = "pruefung_ausstehend"
    BILLIGUNG_AUSSTEHEND = "billigung_ausstehend"
    RUECKFUEHRUNG_UND_UEBERTRAGUNG = "rueckfuehrung_und_uebertragung"
    UEBERTRAGUNG = "uebertragung"
    RUECKFUEHRUNG = "rueckfuehrung"


@frozen
class Beschlussfolge:
    """Was ein Übertragungsbeschluss bewirkt hat."""

    wirksam: bool
    """Ob er zustande gekommen ist."""
    beantragt: Geldbetrag
    """Wie viel übertragen werden sollte, in Cent; bei „alles“, was da war."""
    uebertragen: Geldbetrag
    """Wie viel er überträgt, in Cent."""


@frozen(cache_hash=True)
class Jahresabrechnung:
    """Die Abrechnung eines Haushaltsjahres.

    Wo nichts überschritten ist, gilt auf den Cent: Übertrag + eingezahlt + Zusatzmittel + Drittmittel = verausgabt +
    Rückführung - Forderungen + Übertrag ins Folgejahr + was auf die Prüfung wartet.
    """

    jahr: int
    """Das Haushaltsjahr."""
    jahresbudget: Geldbetrag
    """Summe der vereinbarten Beiträge, in Cent."""
    vereinbart: Betraege
    """Vereinbarter Beitrag je Partner für dieses Jahr, in Cent."""
    eingezahlt: Betraege
    """Eingezahlt je Partner, in Cent."""
    rueckstaende: Betraege
    """Vereinbart weniger eingezahlt, wo beides abweicht, in Cent; negativ bei Überzahlung."""
    uebertrag_aus_vorjahr: Geldbetrag
    """Aus früheren Jahren übertragen, in Cent."""
    zusatzmittel: Betraege
    """Bewilligte Zusatzmittel je Partner, in Cent."""
    drittmittel: Geldbetrag
    """Drittmittel, die zu den verteilbaren Mitteln gehören, in Cent."""
    verfuegbar: Geldbetrag
    """Verfügbare Mittel, in Cent."""
    verausgabt: Geldbetrag
    """Zulässige Ausgaben abzüglich Rückerstattungen, in Cent."""
    eigenanteile: Geldbetrag
    """Davon Eigenanteile aus Förderanträgen, in Cent."""
    rest: Geldbetrag
    """Nicht verausgabte Mittel, in Cent; nie negativ."""
    ueberschreitung: Geldbetrag
    """Was über die verfügbaren Mittel hinaus verausgabt ist, in Cent; wird niemandem zugeteilt."""
    status: Jahresstatus
    """Womit das Jahr endet."""
    rueckfuehrung: Betraege
    """Rückführung je Partner, in Cent; leer, wenn nichts zurückgeführt wird."""
    forderungen: Betraege
    """Was ein Partner nach dem Kostenausgleich noch schuldet, in Cent."""
    erstattungen: Betraege
    """Was ein Partner wegen Personalkosten im Budget erstattet, in Cent."""
    uebertrag_in_folgejahr: Geldbetrag
    """Was im folgenden Jahr weiter zur Verfügung steht, in Cent."""
    wartet_auf_pruefung: Geldbetrag
    """Was erst nach Prüfung oder Billigung zurückgeführt werden kann, in Cent."""
    schichten_in_folgejahr: tuple[Schicht, ...]
    """Der Übertrag ins Folgejahr nach Herkunft und Schlüssel."""
    beschluss: Beschlussfolge | None
    """Folge des Übertragungsbeschlusses, wenn es einen gab."""
    befunde: tuple[Befund, ...]
    """Hinweise, Warnungen und Verstöße."""
    aufteilungen: tuple[Aufteilung, ...] = field(eq=False, repr=False, default=())
    """Jede Aufteilung, aus der die Rückführung besteht; sie nennt, wer einen Restcent erhielt."""
    kostenaufteilung: Aufteilung | None = field(eq=False, repr=False, default=None)
    """Die Aufteilung der Kosten unter „kosten_nach_schluessel“; sie nennt, wer einen Restcent trägt."""


@frozen(eq=False, repr=False)
class _Mittel:
    """Was im Jahr zusammenkommt und ausgegeben wird."""

    eingezahlt: Betraege
    einzahlungen: Geldbetrag
    rueckstaende: Betraege
    uebertrag: Geldbetrag
    zusatzmittel: Betraege
    drittmittel: Geldbetrag
    verfuegbar: Geldbetrag
    verausgabt: Geldbetrag
    rest: Geldbetrag
    ueberschreitung: Geldbetrag


@frozen(eq=False, repr=False)
class _Lage:
    """Welche Lesarten für die Verwendung der Mittel gelten, und ob schon zurückgeführt werden darf."""

    ist_beschlossen: bool
    ist_faellig: bool
    basis: Rueckfuehrungsbasis
    reihenfolge: UebertragVerbrauch
    zusatzmittel: ZusatzmittelVerbrauch
    uebertrag_verbleibt: bool


@frozen(eq=False, repr=False)
class _Verwendung:
    """Wohin die nicht verausgabten Mittel gehen."""

    beschluss: Beschlussfolge | None
    rueckfuehrung: Betraege
    forderungen: Betraege
    wartet: Geldbetrag
    schichten: tuple[Schicht, ...]
    aufteilungen: tuple[Aufteilung, ...]
    kostenaufteilung: Aufteilung | None
    zurueck_aus_jahresmitteln: Schicht | None


def abrechnung(
    fassung: Vertragsfassung,
    jahr: Haushaltsjahr,
    auslegung: Auslegung = Auslegung(),
    konvention: Rechenkonvention = Rechenkonvention(),
    *,
    am_beschlusstag: Vertragsfassung | None = None,
    protokoll: Protokoll = ohne_protokoll,
) -> Jahresabrechnung:
    """Rechnet ein Haushaltsjahr ab.

    Args:
        fassung: Die Fassung des Jahres, mit den für dieses Jahr vereinbarten Beiträgen.
        jahr: Was über das Jahr aufgezeichnet ist, mit dem Übertrag aus früheren Jahren.
        auslegung: Die gewählten Lesarten; was die Fassung selbst regelt, geht ihnen vor.
        konvention: Wie Centbruchteile verteilt werden.
        am_beschlusstag: Die Fassung am Tag des Übertragungsbeschlusses, wenn sie eine andere ist; nach ihr wird
            abgestimmt.
        protokoll: Womit Regeln aufgerufen werden; eine Mitschrift behält jeden Schritt.

    Returns:
        Die Abrechnung, auf den Cent.

    Raises:
        LesartFehltError: Das Ergebnis hängt an einer Lesart, die nicht gewählt ist.

    Quelle:
        17-F1 bis 17-F4, 17-F7 bis 17-F9.

    >>> from datetime import date
    >>> from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
    >>> from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> ausgaben = (Ausgabe("Projekte", Ausgabenart.PROJEKT, Geldbetrag.aus_euro(90_000)),)
    >>> jahr = Haushaltsjahr(
    ...     2018,
    ...     Zahlweise.WIE_VEREINBART,
    ...     ausgaben,
    ...     geprueft=date(2019, 2, 14),
    ...     pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
    ... )
    >>> abrechnung(BERICHT_2017, jahr).rueckfuehrung
    Betraege(duesseldorf=12.500,00 €, mettmann=12.500,00 €, ihk=5.000,00 €)
    """
    auslegung = auslegung_der_fassung(fassung, auslegung)
    jahresbudget = protokoll(finanzierung.jahresbudget, fassung.beitraege)
    mittel = _mittel(fassung, jahr, auslegung, protokoll)
    stimmfassung = am_beschlusstag or fassung
    lage = _lage(fassung, stimmfassung, jahr, mittel, auslegung, protokoll)
    verwendung = _verwendung(fassung, jahr, mittel, lage, konvention, protokoll)
    arten = {ausgabe.art for ausgabe in jahr.ausgaben}
    erstattungen = Betraege()
    if Ausgabenart.PERSONALKOSTEN in arten:
        erstattungen = protokoll(personal.erstattungen, jahr.ausgaben, reihenfolge=fassung.partner_kennungen)
    eigenanteile = NULL
    if Ausgabenart.EIGENANTEIL in arten:
        eigenanteile = protokoll(finanzierung.eigenanteile, jahr.ausgaben)
    schichten = verwendung.schichten
    return Jahresabrechnung(
        jahr=jahr.jahr,
        jahresbudget=jahresbudget,
        vereinbart=fassung.beitraege,
        eingezahlt=mittel.eingezahlt,
        rueckstaende=mittel.rueckstaende,
        uebertrag_aus_vorjahr=mittel.uebertrag,
        zusatzmittel=mittel.zusatzmittel,
        drittmittel=mittel.drittmittel,
        verfuegbar=mittel.verfuegbar,
        verausgabt=mittel.verausgabt,
        eigenanteile=eigenanteile,
        rest=mittel.rest,
        ueberschreitung=mittel.ueberschreitung,
        status=_status(jahr, mittel, verwendung),
        rueckfuehrung=verwendung.rueckfuehrung,
        forderungen=verwendung.forderungen,
        erstattungen=erstattungen,
        uebertrag_in_folgejahr=protokoll(restmittel.summe_der_schichten, schichten) if schichten else NULL,
        wartet_auf_pruefung=verwendung.wartet,
        schichten_in_folgejahr=schichten,
        beschluss=verwendung.beschluss,
        befunde=_befunde(fassung, stimmfassung, jahr, mittel, lage, verwendung, erstattungen),
        aufteilungen=verwendung.aufteilungen,
        kostenaufteilung=verwendung.kostenaufteilung,
    )


def _mittel(fassung: Vertragsfassung, jahr: Haushaltsjahr, auslegung: Auslegung, protokoll: Protokoll) -> _Mittel:
    """Zählt zusammen, was da ist und was ausgegeben wurde."""
    vereinbart = fassung.beitraege
    eingezahlt, rueckstaende = vereinbart, Betraege()
    if not isinstance(jahr.eingezahlt, Zahlweise):
        einzahlungen = jahr.eingezahlt
        if jahr.ausserdem_wie_vereinbart:
            von_allen = [Einzahlung(partner, betrag) for partner, betrag in vereinbart.paare]
            einzahlungen = (*von_allen * jahr.ausserdem_wie_vereinbart, *einzahlungen)
        eingezahlt = protokoll(finanzierung.einzahlungen_je_partner, einzahlungen, vereinbart)
        rueckstaende = protokoll(finanzierung.rueckstaende, vereinbart, eingezahlt)
    zusatzmittel = Betraege()
    if jahr.zusatzmittel:
        zusatzmittel = protokoll(
            finanzierung.zusatzmittel_je_partner, jahr.zusatzmittel, reihenfolge=fassung.partner_kennungen
        )
    drittmittel = NULL
    if any(einnahme.art is Einnahmenart.DRITTMITTEL and einnahme.betrag for einnahme in jahr.einnahmen):
        lesart = auslegung.lesart(Drittmittel)
        drittmittel = protokoll(finanzierung.drittmittel_im_budget, jahr.einnahmen, lesart)
    eingezahlte = protokoll(finanzierung.eingezahlte_mittel, eingezahlt)
    uebertrag = protokoll(restmittel.summe_der_schichten, jahr.uebertrag) if jahr.uebertrag else NULL
    verfuegbar = protokoll(
        finanzierung.verfuegbare_mittel,
        uebertrag=uebertrag,
        eingezahlt=eingezahlte,
        zusatzmittel=protokoll(finanzierung.zusatzmittel_zusammen, zusatzmittel) if zusatzmittel else NULL,
        drittmittel=drittmittel,
    )
    verausgabt = protokoll(finanzierung.verausgabte_mittel, jahr.ausgaben, jahr.einnahmen)
    rest = protokoll(restmittel.nicht_verausgabte_mittel, verfuegbar, verausgabt)
    return _Mittel(
        eingezahlt=eingezahlt,
        einzahlungen=eingezahlte,
        rueckstaende=rueckstaende,
        uebertrag=uebertrag,
        zusatzmittel=zusatzmittel,
        drittmittel=drittmittel,
        verfuegbar=verfuegbar,
        verausgabt=verausgabt,
        rest=rest,
        ueberschreitung=NULL if rest else protokoll(restmittel.ueberschreitung, verfuegbar, verausgabt),
    )


def _lage(
    fassung: Vertragsfassung,
    stimmfassung: Vertragsfassung,
    jahr: Haushaltsjahr,
    mittel: _Mittel,
    auslegung: Auslegung,
    protokoll: Protokoll,
) -> _Lage:
    """Fragt nach den Lesarten, die hier einen Unterschied machen können."""
    ist_beschlossen, alles_uebertragen = False, False
    if jahr.uebertragung is not None:
        beantragt = _beantragt(jahr.uebertragung, mittel.rest)
        hat_gegenstand = bool(beantragt and mittel.rest)
        am_tag = auslegung_der_fassung(stimmfassung, auslegung)
        ist_beschlossen = _ist_beschlossen(jahr.uebertragung, stimmfassung, hat_gegenstand, am_tag, protokoll)
        alles_uebertragen = ist_beschlossen and beantragt >= mittel.rest
    etwas_uebertragen = ist_beschlossen and bool(mittel.rest)
    ist_abweichend = bool(mittel.rueckstaende)
    ist_faellig = jahr.geprueft is not None
    if (mittel.rest and not alles_uebertragen) or ist_abweichend:
        ist_faellig = _ist_faellig(jahr, auslegung, protokoll)
    basis = Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL
    if ist_abweichend and (ist_faellig or etwas_uebertragen):
        basis = auslegung.lesart(Rueckfuehrungsbasis)
    hat_uebertrag, hat_zusatz = bool(mittel.rest and mittel.uebertrag), bool(mittel.rest and mittel.zusatzmittel)
    verbleib, reihenfolge = UebertragRueckfuehrung.RUECKFUEHRBAR, UebertragVerbrauch.AELTESTE_ZUERST
    if hat_uebertrag:
        verbleib = auslegung.lesart_wenn(not alles_uebertragen, verbleib)
    verbleibt = verbleib is UebertragRueckfuehrung.VERBLEIBT
    nach_kosten = ist_faellig and basis is Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL
    zaehlt = verbleibt or nach_kosten or etwas_uebertragen
    zaehlt = zaehlt or not _haben_gleiche_schluessel(fassung, jahr, mittel, basis)
    if hat_uebertrag:
        reihenfolge = auslegung.lesart_wenn(zaehlt, reihenfolge)
    zusatzmittel = ZusatzmittelVerbrauch.ZULETZT
    if hat_zusatz:
        zusatzmittel = auslegung.lesart_wenn(zaehlt, zusatzmittel)
    return _Lage(ist_beschlossen, ist_faellig, basis, reihenfolge, zusatzmittel, verbleibt)


def _beantragt(beschluss: Uebertragungsbeschluss, vorhanden: Geldbetrag) -> Geldbetrag:
    """Wie viel ein Beschluss übertragen will; „alles“ ist, was vorhanden ist."""
    return vorhanden if isinstance(beschluss.betrag, Uebertragungsumfang) else beschluss.betrag


def _ist_faellig(jahr: Haushaltsjahr, auslegung: Auslegung, protokoll: Protokoll) -> bool:
    lesart = Pruefung.BILLIGUNG_NOETIG
    if rechenschaft.braucht_lesart_der_pruefung(jahr.geprueft, jahr.pruefungsergebnis):
        lesart = auslegung.lesart(Pruefung)
    return protokoll(rechenschaft.ist_pruefung_abgeschlossen, jahr.geprueft, jahr.pruefungsergebnis, lesart)


def _ist_beschlossen(
    beschluss: Uebertragungsbeschluss,
    fassung: Vertragsfassung,
    hat_gegenstand: bool,
    auslegung: Auslegung,
    protokoll: Protokoll,
) -> bool:
    """Stellt fest, ob ein Beschluss zustande kam; gefragt wird nur, wo die Lesarten verschieden ausgehen.

    Ist nichts zu übertragen, so hängt an der Abstimmung nichts; ohne gewählte Lesart gilt ein strittiger Beschluss dann
    als nicht wirksam (FL-28).
    """
    ausgaenge = {
        sitzfrage: {_ausgang(beschluss, fassung, sitzfrage, regel) for regel in Abstimmung}
        for sitzfrage in SitzNachBeitritt
    }
    sitz, abstimmung = SitzNachBeitritt.JEDER_PARTNER_EIN_SITZ, Abstimmung.EINSTIMMIG
    if len(set[bool]().union(*ausgaenge.values())) > 1:
        if gremien.sitze(fassung, sitz) != gremien.sitze(fassung, SitzNachBeitritt.LISTE_ABGESCHLOSSEN):
            sitz = auslegung.lesart_wenn(hat_gegenstand, sitz)
        if len(ausgaenge[sitz]) > 1:
            abstimmung = auslegung.lesart_wenn(hat_gegenstand, abstimmung)
    sitze = protokoll(gremien.sitze, fassung, sitz)
    ja = protokoll(gremien.ja_stimmen, beschluss.stimmen, sitze)
    return protokoll(gremien.ist_beschlossen, ja, sitze, fassung.beitraege, abstimmung)


def _ausgang(
    beschluss: Uebertragungsbeschluss, fassung: Vertragsfassung, sitz: SitzNachBeitritt, abstimmung: Abstimmung
) -> bool:
    sitze = gremien.sitze(fassung, sitz)
    return gremien.ist_beschlossen(gremien.ja_stimmen(beschluss.stimmen, sitze), sitze, fassung.beitraege, abstimmung)


def _schluessel_des_jahres(
    fassung: Vertragsfassung, mittel: _Mittel, basis: Rueckfuehrungsbasis, protokoll: Protokoll
) -> Zahlungsschluessel:
    if basis is Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN and mittel.einzahlungen:
        return protokoll(finanzierung.schluessel_der_zahlungen, mittel.eingezahlt)
    return protokoll(finanzierung.zahlungsschluessel, fassung.beitraege)


def _haben_gleiche_schluessel(
    fassung: Vertragsfassung, jahr: Haushaltsjahr, mittel: _Mittel, basis: Rueckfuehrungsbasis
) -> bool:
    if not jahr.uebertrag and not mittel.zusatzmittel:
        return True
    eigene = Schicht(jahr.jahr, NULL, _schluessel_des_jahres(fassung, mittel, basis, ohne_protokoll))
    schichten = [eigene, *(schicht for schicht in jahr.uebertrag if schicht.betrag)]
    if mittel.zusatzmittel:
        schichten.append(restmittel.zusatzschicht(jahr=jahr.jahr, zusatzmittel=mittel.zusatzmittel))
    return restmittel.haben_gleiche_schluessel(schichten)


def _verwendung(
    fassung: Vertragsfassung,
    jahr: Haushaltsjahr,
    mittel: _Mittel,
    lage: _Lage,
    konvention: Rechenkonvention,
    protokoll: Protokoll,
) -> _Verwendung:
    """Verbraucht die Schichten, überträgt, was beschlossen ist, und führt das Übrige zurück."""
    verblieben = _verbliebene_schichten(fassung, jahr, mittel, lage, protokoll)
    bleibend: tuple[Schicht, ...] = ()
    if lage.uebertrag_verbleibt:
        bleibend = tuple(schicht for schicht in verblieben if schicht.art is Schichtart.UEBERTRAG)
        verblieben = tuple(schicht for schicht in verblieben if schicht.art is not Schichtart.UEBERTRAG)
    beschluss, uebertragen = None, bleibend
    if jahr.uebertragung is not None:
        vorhanden = protokoll(restmittel.summe_der_schichten, verblieben)
        beantragt = _beantragt(jahr.uebertragung, vorhanden)
        betrag = NULL
        if lage.ist_beschlossen and vorhanden:
            betrag = protokoll(restmittel.uebertragener_betrag, beantragt, vorhanden)
            entnahme = protokoll(restmittel.entnahme, verblieben, betrag, lage.reihenfolge, lage.zusatzmittel)
            verblieben = entnahme.verblieben
            uebertragen = (*bleibend, *entnahme.entnommen)
        beschluss = Beschlussfolge(lage.ist_beschlossen, beantragt, betrag)
    if not lage.ist_faellig:
        wartet = protokoll(restmittel.summe_der_schichten, verblieben) if verblieben else NULL
        schichten = protokoll(restmittel.uebertrag_ins_folgejahr, uebertragen) if uebertragen else ()
        return _Verwendung(beschluss, Betraege(), Betraege(), wartet, schichten, (), None, None)
    return _rueckfuehrung(fassung, mittel, lage, konvention, protokoll, beschluss, uebertragen, verblieben)


def _verbliebene_schichten(
    fassung: Vertragsfassung, jahr: Haushaltsjahr, mittel: _Mittel, lage: _Lage, protokoll: Protokoll
) -> tuple[Schicht, ...]:
    """Bildet die Schichten des Jahres und entnimmt ihnen die Ausgaben."""
    if not mittel.rest:
        return ()
    schluessel = _schluessel_des_jahres(fassung, mittel, lage.basis, protokoll)
    if not jahr.uebertrag and not mittel.zusatzmittel:
        return (protokoll(restmittel.rest_der_jahresmittel, jahr=jahr.jahr, rest=mittel.rest, schluessel=schluessel),)
    eigene = protokoll(
        restmittel.jahresmittel,
        jahr=jahr.jahr,
        eingezahlt=mittel.einzahlungen,
        drittmittel=mittel.drittmittel,
        verausgabt=mittel.verausgabt,
        schluessel=schluessel,
    )
    uebertrag = jahr.uebertrag
    if uebertrag and lage.reihenfolge is UebertragVerbrauch.EIN_TOPF:
        eigene = protokoll(restmittel.ein_topf, eigene, uebertrag)
        uebertrag = ()
    schichten = (*uebertrag, eigene)
    if mittel.zusatzmittel:
        zusatz = protokoll(restmittel.zusatzschicht, jahr=jahr.jahr, zusatzmittel=mittel.zusatzmittel)
        schichten = (*schichten, zusatz)
    gedeckt = protokoll(restmittel.gedeckte_ausgaben, mittel.verfuegbar, mittel.verausgabt)
    return protokoll(restmittel.entnahme, schichten, gedeckt, lage.reihenfolge, lage.zusatzmittel).verblieben


def _rueckfuehrung(
    fassung: Vertragsfassung,
    mittel: _Mittel,
    lage: _Lage,
    konvention: Rechenkonvention,
    protokoll: Protokoll,
    beschluss: Beschlussfolge | None,
    uebertragen: tuple[Schicht, ...],
    verblieben: tuple[Schicht, ...],
) -> _Verwendung:
    """Führt zurück, was verblieben ist: je Schlüssel eine Aufteilung, dann zusammengezählt."""
    teile: list[Betraege] = []
    aufteilungen: list[Aufteilung] = []
    forderungen = Betraege()
    kostenaufteilung: Aufteilung | None = None
    eigene = next((schicht for schicht in verblieben if schicht.art is Schichtart.JAHRESMITTEL), None)
    if lage.basis is Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL:
        ausgleich = protokoll(
            restmittel.kostenausgleich,
            rest=eigene.betrag if eigene else NULL,
            eingezahlt=mittel.eingezahlt,
            schluessel=protokoll(finanzierung.zahlungsschluessel, fassung.beitraege),
            vorrang=konvention.vorrang,
        )
        teile.append(ausgleich.rueckfuehrung)
        kostenaufteilung = ausgleich.aufteilung
        forderungen = ausgleich.forderungen
        verblieben = tuple(schicht for schicht in verblieben if schicht.art is not Schichtart.JAHRESMITTEL)
    if len(verblieben) > 1:
        verblieben = protokoll(restmittel.zusammengelegt, verblieben)
    for schicht in verblieben:
        aufteilung = protokoll(
            restmittel.rueckfuehrung, rest=schicht.betrag, schluessel=schicht.schluessel, konvention=konvention
        )
        teile.append(aufteilung.betraege)
        aufteilungen.append(aufteilung)
        if aufteilung.verbleibt:
            uebertragen = (*uebertragen, protokoll(restmittel.bleibende_restcents, schicht, aufteilung))
    partner = tuple(mittel.eingezahlt)
    zurueck = Betraege()
    if len(teile) == 1 and tuple(teile[0]) == partner and teile[0].summe:
        zurueck = teile[0]
    elif teile:
        zurueck = protokoll(restmittel.rueckfuehrung_je_partner, teile, partner)
    schichten = protokoll(restmittel.uebertrag_ins_folgejahr, uebertragen) if uebertragen else ()
    return _Verwendung(beschluss, zurueck, forderungen, NULL, schichten, tuple(aufteilungen), kostenaufteilung, eigene)


def _status(jahr: Haushaltsjahr, mittel: _Mittel, verwendung: _Verwendung) -> Jahresstatus:
    """Der erste zutreffende Stand gilt."""
    if mittel.ueberschreitung:
        return Jahresstatus.UEBERSCHREITUNG
    if not mittel.rest:
        return Jahresstatus.AUSGEGLICHEN
    if verwendung.wartet:
        if jahr.geprueft is None:
            return Jahresstatus.PRUEFUNG_AUSSTEHEND
        return Jahresstatus.BILLIGUNG_AUSSTEHEND
    if not verwendung.schichten:
        return Jahresstatus.RUECKFUEHRUNG
    if not verwendung.rueckfuehrung:
        return Jahresstatus.UEBERTRAGUNG
    return Jahresstatus.RUECKFUEHRUNG_UND_UEBERTRAGUNG


def _befunde(
    fassung: Vertragsfassung,
    stimmfassung: Vertragsfassung,
    jahr: Haushaltsjahr,
    mittel: _Mittel,
    lage: _Lage,
    verwendung: _Verwendung,
    erstattungen: Betraege,
) -> tuple[Befund, ...]:
    """Sammelt, was zu diesem Jahr festzustellen ist, das Schwerste zuerst."""
    befunde: list[Befund] = []
    if erstattungen:
        befunde += personal.personalkosten_befunde(jahr.jahr, erstattungen, fassung.namen)
    if mittel.rueckstaende:
        befunde += finanzierung.rueckstandsbefunde(mittel.rueckstaende, fassung.beitraege, fassung.namen)
    if mittel.ueberschreitung:
        befunde.append(restmittel.befund_zur_ueberschreitung(mittel.ueberschreitung))
    if jahr.uebertragung is not None and verwendung.beschluss is not None:
        befunde += _befunde_zum_beschluss(jahr, jahr.uebertragung, stimmfassung, verwendung.beschluss, mittel.rest)
    eigene = verwendung.zurueck_aus_jahresmitteln
    if eigene and _kann_mehr_zurueckgehen_als_gezahlt(mittel, lage, verwendung):
        befunde += _befunde_zu_hoher_rueckfuehrung(fassung, jahr, mittel, lage, verwendung, eigene)
    if verwendung.forderungen:
        befunde += restmittel.befunde_zu_forderungen(verwendung.forderungen, fassung.namen)
    befunde += rechenschaft.reihenfolge_befunde(
        jahr=jahr.jahr,
        planung_erstellt=jahr.planung_erstellt,
        abschlussbericht_erstellt=jahr.abschlussbericht_erstellt,
        geprueft=jahr.geprueft,
    )
    befunde += _befunde_zu_buchungstagen(jahr)
    return nach_schwere(befunde) if befunde else ()


def _kann_mehr_zurueckgehen_als_gezahlt(mittel: _Mittel, lage: _Lage, verwendung: _Verwendung) -> bool:
    """Nein, wenn alle zahlten wie vereinbart und nur Einzahlungen nach größtem Rest oder abgerundet zurückgehen."""
    nur_einzahlungen = not mittel.drittmittel and mittel.verausgabt.cent >= 0
    eigene_schicht = lage.reihenfolge is not UebertragVerbrauch.EIN_TOPF
    rundung = verwendung.aufteilungen[0].konvention.rundung if verwendung.aufteilungen else None
    return not (
        nur_einzahlungen
        and eigene_schicht
        and not mittel.rueckstaende
        and rundung is not Rundung.KAUFMAENNISCH_LETZTER_GLEICHT_AUS
    )


def _befunde_zu_hoher_rueckfuehrung(
    fassung: Vertragsfassung,
    jahr: Haushaltsjahr,
    mittel: _Mittel,
    lage: _Lage,
    verwendung: _Verwendung,
    eigene: Schicht,
) -> tuple[Befund, ...]:
    """Vergleicht, was aus der Schicht des Jahres zurückgeht, mit dem, was jeder in sie eingezahlt hat."""
    eingebracht = [mittel.eingezahlt]
    if lage.reihenfolge is UebertragVerbrauch.EIN_TOPF:
        eingebracht += [aufteilen(schicht.betrag, schicht.schluessel).betraege for schicht in jahr.uebertrag]
    geteilt = verwendung.kostenaufteilung
    if geteilt:
        zurueck = restmittel.kostenausgleich(
            rest=eigene.betrag,
            eingezahlt=mittel.eingezahlt,
            schluessel=geteilt.schluessel,
            vorrang=geteilt.konvention.vorrang,
        ).rueckfuehrung
    else:
        zurueck = aufteilen(eigene.betrag, eigene.schluessel, verwendung.aufteilungen[0].konvention).betraege
    return restmittel.befunde_zu_hoher_rueckfuehrung(zurueck, eingebracht, fassung.namen)


def _befunde_zum_beschluss(
    jahr: Haushaltsjahr,
    beschluss: Uebertragungsbeschluss,
    stimmfassung: Vertragsfassung,
    folge: Beschlussfolge,
    rest: Geldbetrag,
) -> tuple[Befund, ...]:
    fremde = gremien.nicht_gezaehlte_stimmen(beschluss.stimmen, stimmfassung.partner_kennungen)
    nicht_gezaehlt = tuple(
        Befund(
            "stimme_nicht_gezaehlt",
            Schwere.WARNUNG,
            f"Die Stimme von {stimmfassung.namen.get(partner, partner)} zählt nicht: am {beschluss.datum:%d.%m.%Y} war "
            "das kein Vertragspartner.",
            (normen.AUFSICHTSGREMIUM,),
        )
        for partner in fremde
    )
    return nicht_gezaehlt + restmittel.befunde_zum_uebertragungsbeschluss(
        jahr=jahr.jahr,
        datum=beschluss.datum,
        ist_wirksam=folge.wirksam,
        hat_gegenstand=bool(folge.beantragt and rest),
        beantragt=folge.beantragt,
        uebertragen=folge.uebertragen,
    )


def _befunde_zu_buchungstagen(jahr: Haushaltsjahr) -> tuple[Befund, ...]:
    """Eine Buchung zählt in dem Jahr, bei dem sie steht (FL-31)."""
    einzahlungen = () if isinstance(jahr.eingezahlt, Zahlweise) else jahr.eingezahlt
    tage = {
        *[einzahlung.datum for einzahlung in einzahlungen],
        *[ausgabe.datum for ausgabe in jahr.ausgaben],
        *[einnahme.datum for einnahme in jahr.einnahmen],
    }
    fremde = sorted([tag for tag in tage if tag is not None and tag.year != jahr.jahr])
    return tuple(
        Befund(
            "buchung_ausserhalb_des_jahres",
            Schwere.HINWEIS,
            f"Eine Buchung vom {tag:%d.%m.%Y} steht im Haushaltsjahr {jahr.jahr}; sie zählt dort, wo sie steht.",
            (normen.PLANUNG_UND_BERICHT,),
        )
        for tag in fremde
    )
