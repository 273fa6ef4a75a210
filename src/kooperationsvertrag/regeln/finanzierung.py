"""Finanzierung: das Jahresbudget, wer was beiträgt, was daraus bezahlt werden darf und wann mehr Geld erbeten wird.

Sätze: 17-F1 (Jahresbudget und Beiträge), 17-F2 (Eigenanteile), 17-F3 (Zusatzmittel), 17-F4 (keine Personalkosten).

Nicht geregelt: Fälligkeit (OF-17), erstes und letztes Jahr (OF-18), welche Eigenanteile (OF-19), was die finanzielle
Leistungsfähigkeit ist (OF-20), der Schlüssel von Zusatzmitteln (OF-21), Drittmittel (OF-26), Gemeinkosten (OF-31).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kooperationsvertrag.aufteilung import Zahlungsschluessel
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag, summe
from kooperationsvertrag.norm import Befund, Schwere, regel
from kooperationsvertrag.vertrag import festlegungen, normen
from kooperationsvertrag.vertrag.buchung import (
    Ausgabe,
    Ausgabenart,
    Einnahme,
    Einnahmenart,
    Einzahlung,
    Zusatzmittel,
)
from kooperationsvertrag.vertrag.lesarten import Drittmittel, Leistungsfaehigkeit


@regel(normen.JAHRESBUDGET)
def jahresbudget(beitraege: Betraege) -> Geldbetrag:
    """Zählt die vereinbarten Beiträge zum Jahresbudget zusammen.

    Args:
        beitraege: Vereinbarter Beitrag je Partner, in Cent.

    Returns:
        Das Jahresbudget in Cent.

    Quelle:
        17-F1.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> str(jahresbudget(BERICHT_2017.beitraege))
    '120.000,00 €'
    """
    return beitraege.summe


@regel(normen.JAHRESBUDGET, normen.RUECKFUEHRUNG, festlegungen.SCHLUESSEL_AUS_BEITRAEGEN)
def zahlungsschluessel(beitraege: Betraege) -> Zahlungsschluessel:
    """Leitet den Zahlungsschlüssel aus den vereinbarten Beiträgen ab.

    Args:
        beitraege: Vereinbarter Beitrag je Partner, in Cent.

    Returns:
        Gewicht je Partner; der Anteil jedes Partners ist ein genauer Bruch.

    Raises:
        SchluesselError: Niemand trägt etwas bei.

    Quelle:
        17-F1 nennt die Beiträge, 17-F8 den Schlüssel. Dass er aus ihnen folgt, ist eine Festlegung.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> str(zahlungsschluessel(BERICHT_2017.beitraege))
    '5 : 5 : 2'
    """
    return Zahlungsschluessel.aus_betraegen(beitraege)


@regel(normen.RUECKFUEHRUNG)
def schluessel_der_zahlungen(eingezahlt: Betraege) -> Zahlungsschluessel:
    """Leitet den Zahlungsschlüssel aus dem ab, was tatsächlich eingezahlt wurde.

    Args:
        eingezahlt: Eingezahlt je Partner, in Cent.

    Returns:
        Gewicht je Partner.

    Raises:
        SchluesselError: Niemand hat etwas eingezahlt.

    Quelle:
        17-F8 in der Lesart „tatsaechliche_zahlungen“ (OF-16).

    >>> str(schluessel_der_zahlungen(Betraege.von({"mettmann": Geldbetrag(500), "ihk": Geldbetrag(100)})))
    '5 : 1'
    """
    return Zahlungsschluessel.aus_betraegen(eingezahlt)


@regel(normen.JAHRESBUDGET, festlegungen.ZAHLUNG_OHNE_MITGLIEDSCHAFT)
def einzahlungen_je_partner(einzahlungen: Iterable[Einzahlung], vereinbart: Betraege) -> Betraege:
    """Zählt die Einzahlungen jedes Partners zusammen.

    Args:
        einzahlungen: Die Einzahlungen des Jahres.
        vereinbart: Vereinbarter Beitrag je Partner; wer hier steht und nichts gezahlt hat, hat null gezahlt.

    Returns:
        Eingezahlt je Partner, in Cent; wer ohne Partner zu sein gezahlt hat, steht dahinter.

    Quelle:
        17-F1.

    >>> zahlung = Einzahlung("ihk", Geldbetrag.aus_euro(10_000))
    >>> einzahlungen_je_partner([zahlung], Betraege.von({"ihk": Geldbetrag.aus_euro(20_000)}))
    Betraege(ihk=10.000,00 €)
    """
    gezahlt: dict[str, int] = dict.fromkeys(vereinbart, 0)
    for zahlung in einzahlungen:
        gezahlt[zahlung.partner] = gezahlt.get(zahlung.partner, 0) + zahlung.betrag.cent
    weitere = sorted(partner for partner in gezahlt if partner not in vereinbart)
    return Betraege(tuple([(partner, Geldbetrag(gezahlt[partner])) for partner in (*vereinbart, *weitere)]))


@regel(normen.JAHRESBUDGET)
def eingezahlte_mittel(eingezahlt: Betraege) -> Geldbetrag:
    """Zählt zusammen, was die Partner eingezahlt haben.

    Args:
        eingezahlt: Eingezahlt je Partner, in Cent.

    Returns:
        Die Summe in Cent.

    Quelle:
        17-F1.

    >>> eingezahlte_mittel(Betraege.von({"ihk": Geldbetrag(5), "mettmann": Geldbetrag(7)}))
    Geldbetrag(cent=12)
    """
    return eingezahlt.summe


@regel(normen.JAHRESBUDGET, festlegungen.GEZAHLT_WIE_VEREINBART_OHNE_WAHL)
def rueckstaende(vereinbart: Betraege, eingezahlt: Betraege) -> Betraege:
    """Stellt fest, wer weniger oder mehr gezahlt hat als vereinbart.

    Args:
        vereinbart: Vereinbarter Beitrag je Partner, in Cent.
        eingezahlt: Eingezahlt je Partner, in Cent.

    Returns:
        Vereinbart weniger eingezahlt, nur wo beides abweicht, in Cent; negativ bei Überzahlung.

    Quelle:
        17-F1; Fälligkeit und Verzug sind nicht geregelt (OF-17).

    >>> rueckstaende(Betraege.von({"ihk": Geldbetrag(20)}), Betraege.von({"ihk": Geldbetrag(12)}))
    Betraege(ihk=0,08 €)
    """
    offen = [(partner, vereinbart.get(partner, NULL) - betrag) for partner, betrag in eingezahlt.paare]
    return Betraege(tuple([(partner, betrag) for partner, betrag in offen if betrag]))


@regel(normen.JAHRESBUDGET, normen.BEITRITT)
def rueckstandsbefunde(rueckstaende: Betraege, vereinbart: Betraege, namen: Mapping[str, str]) -> tuple[Befund, ...]:
    """Warnt, wo anders gezahlt als vereinbart wurde.

    Args:
        rueckstaende: Vereinbart weniger eingezahlt, in Cent.
        vereinbart: Vereinbarter Beitrag je Partner, in Cent.
        namen: Name je Partner.

    Returns:
        Eine Warnung je abweichendem Partner.

    Quelle:
        17-F1.

    >>> befunde = rueckstandsbefunde(Betraege.von({"ihk": Geldbetrag(8)}), Betraege.von({"ihk": Geldbetrag(20)}), {})
    >>> befunde[0].text
    'ihk hat 0,08 € weniger eingezahlt als vereinbart.'
    """
    return tuple(_rueckstandsbefund(partner, betrag, vereinbart, namen) for partner, betrag in rueckstaende.paare)


def _rueckstandsbefund(partner: str, rueckstand: Geldbetrag, vereinbart: Betraege, namen: Mapping[str, str]) -> Befund:
    name = namen.get(partner, partner)
    if partner not in vereinbart:
        return Befund(
            "zahlung_ohne_mitgliedschaft",
            Schwere.WARNUNG,
            f"{name} hat {-rueckstand} eingezahlt, ist aber in diesem Jahr nicht Vertragspartner.",
            (normen.JAHRESBUDGET, normen.BEITRITT),
        )
    if rueckstand > NULL:
        return Befund(
            "beitragsrueckstand",
            Schwere.WARNUNG,
            f"{name} hat {rueckstand} weniger eingezahlt als vereinbart.",
            (normen.JAHRESBUDGET,),
        )
    return Befund(
        "ueberzahlung",
        Schwere.WARNUNG,
        f"{name} hat {-rueckstand} mehr eingezahlt als vereinbart.",
        (normen.JAHRESBUDGET,),
    )


@regel(normen.JAHRESBUDGET, normen.EIGENANTEILE, normen.PERSONALKOSTEN, festlegungen.SUMME_GILT_ALS_ZULAESSIG)
def ist_aus_dem_budget_zu_tragen(art: Ausgabenart) -> bool:
    """Sagt, ob das gemeinsame Budget eine Ausgabe dieser Art tragen darf.

    Args:
        art: Wofür die Ausgabe war.

    Returns:
        Nein bei Personalkosten, sonst ja. Eine nicht gegliederte Summe gilt als zulässig.

    Quelle:
        17-F1 (Projekte, Veranstaltungen, Geschäftsbetrieb), 17-F2 (Eigenanteile), 17-F4 (keine Personalkosten).

    >>> ist_aus_dem_budget_zu_tragen(Ausgabenart.PERSONALKOSTEN)
    False
    """
    return art is not Ausgabenart.PERSONALKOSTEN


@regel(
    normen.JAHRESBUDGET,
    normen.EIGENANTEILE,
    normen.PERSONALKOSTEN,
    festlegungen.KASSENPRINZIP,
    festlegungen.RUECKERSTATTUNG_MINDERT_AUSGABEN,
    festlegungen.PERSONALKOSTEN_GELTEN_ALS_VORHANDEN,
)
def verausgabte_mittel(ausgaben: Iterable[Ausgabe], einnahmen: Iterable[Einnahme] = ()) -> Geldbetrag:
    """Zählt die zulässigen Ausgaben zusammen und zieht Rückerstattungen ab.

    Args:
        ausgaben: Die Ausgaben des Jahres.
        einnahmen: Die Einnahmen des Jahres; nur Rückerstattungen zählen hier.

    Returns:
        Verausgabt, in Cent; negativ, wenn mehr erstattet als ausgegeben wurde.

    Quelle:
        17-F1, 17-F2; Personalkosten zählen nach 17-F4 nicht mit.

    >>> saal = Ausgabe("Saalmiete", Ausgabenart.VERANSTALTUNG, Geldbetrag(900))
    >>> zurueck = Einnahme("Saalmiete", Einnahmenart.RUECKERSTATTUNG, Geldbetrag(120))
    >>> verausgabte_mittel([saal], [zurueck])
    Geldbetrag(cent=780)
    """
    ausgegeben = sum([ausgabe.betrag.cent for ausgabe in ausgaben if ist_aus_dem_budget_zu_tragen(ausgabe.art)])
    erstattet = sum([e.betrag.cent for e in einnahmen if e.art is Einnahmenart.RUECKERSTATTUNG])
    return Geldbetrag(ausgegeben - erstattet)


@regel(normen.EIGENANTEILE)
def eigenanteile(ausgaben: Iterable[Ausgabe]) -> Geldbetrag:
    """Zählt die Eigenanteile aus Förderanträgen zusammen, die das gemeinsame Budget trägt.

    Args:
        ausgaben: Die Ausgaben des Jahres.

    Returns:
        Die Summe in Cent; sie ist ein Teil der Ausgaben und kommt nicht hinzu.

    Quelle:
        17-F2.

    >>> eigenanteile([Ausgabe("Radroute", Ausgabenart.EIGENANTEIL, Geldbetrag(700))])
    Geldbetrag(cent=700)
    """
    return summe([ausgabe.betrag for ausgabe in ausgaben if ausgabe.art is Ausgabenart.EIGENANTEIL])


@regel(normen.ZUSATZMITTEL, festlegungen.ZUSATZMITTEL_SIND_EIGENE_SCHICHT)
def zusatzmittel_je_partner(bewilligungen: Sequence[Zusatzmittel], reihenfolge: Sequence[str]) -> Betraege:
    """Zählt die bewilligten Zusatzmittel jedes Partners zusammen.

    Args:
        bewilligungen: Was die Gremien der Partner über den Beitrag hinaus bewilligt haben.
        reihenfolge: Die Partner in der Reihenfolge des Vertrags.

    Returns:
        Zusatzmittel je Partner, der welche bewilligt hat, in Cent.

    Quelle:
        17-F3; ein Schlüssel für Zusatzmittel ist nicht geregelt (OF-21).

    >>> zusatzmittel_je_partner([Zusatzmittel("ihk", Geldbetrag(5)), Zusatzmittel("ihk", Geldbetrag(6))], ["ihk"])
    Betraege(ihk=0,11 €)
    """
    bewilligt: dict[str, int] = {}
    for bewilligung in bewilligungen:
        bewilligt[bewilligung.partner] = bewilligt.get(bewilligung.partner, 0) + bewilligung.betrag.cent
    weitere = sorted(partner for partner in bewilligt if partner not in reihenfolge)
    return Betraege(
        tuple([(p, Geldbetrag(bewilligt[p])) for p in (*reihenfolge, *weitere) if bewilligt.get(p)]),
    )


@regel(normen.ZUSATZMITTEL)
def zusatzmittel_zusammen(zusatzmittel: Betraege) -> Geldbetrag:
    """Zählt die bewilligten Zusatzmittel aller Partner zusammen.

    Args:
        zusatzmittel: Zusatzmittel je Partner, in Cent.

    Returns:
        Die Summe in Cent.

    Quelle:
        17-F3.

    >>> zusatzmittel_zusammen(Betraege.von({"ihk": Geldbetrag(5), "mettmann": Geldbetrag(7)}))
    Geldbetrag(cent=12)
    """
    return zusatzmittel.summe


@regel(normen.JAHRESBUDGET, normen.RUECKFUEHRUNG)
def drittmittel_im_budget(einnahmen: Iterable[Einnahme], lesart: Drittmittel) -> Geldbetrag:
    """Stellt fest, welche Drittmittel zu den verteilbaren Mitteln gehören.

    Args:
        einnahmen: Die Einnahmen des Jahres.
        lesart: Ob Drittmittel die Mittel erhöhen oder außerhalb des Budgets bleiben (OF-26).

    Returns:
        Die Summe in Cent; null, wenn sie außerhalb bleiben.

    Quelle:
        17-F1 und 17-F8 sprechen nur vom Jahresbudget der Partner; zu Drittmitteln schweigen sie.

    >>> spende = Einnahme("Sponsor", Einnahmenart.DRITTMITTEL, Geldbetrag(500))
    >>> drittmittel_im_budget([spende], Drittmittel.AUSSERHALB_DES_BUDGETS)
    Geldbetrag(cent=0)
    """
    if lesart is Drittmittel.AUSSERHALB_DES_BUDGETS:
        return NULL
    return summe([einnahme.betrag for einnahme in einnahmen if einnahme.art is Einnahmenart.DRITTMITTEL])


@regel(normen.JAHRESBUDGET, normen.UEBERTRAGUNG, normen.ZUSATZMITTEL, festlegungen.KEINE_ANRECHNUNG)
def verfuegbare_mittel(
    *, uebertrag: Geldbetrag, eingezahlt: Geldbetrag, zusatzmittel: Geldbetrag, drittmittel: Geldbetrag
) -> Geldbetrag:
    """Zählt zusammen, was im Haushaltsjahr zur Verfügung steht.

    Args:
        uebertrag: Aus früheren Jahren übertragen, in Cent.
        eingezahlt: Einzahlungen des Jahres, in Cent.
        zusatzmittel: Bewilligte Zusatzmittel, in Cent.
        drittmittel: Drittmittel, die zu den Mitteln gehören, in Cent.

    Returns:
        Verfügbare Mittel in Cent.

    Quelle:
        17-F1 (Beiträge), 17-F9 (Übertrag), 17-F3 (Zusatzmittel).

    >>> verfuegbare_mittel(
    ...     uebertrag=Geldbetrag(1), eingezahlt=Geldbetrag(2), zusatzmittel=Geldbetrag(3), drittmittel=Geldbetrag(4)
    ... )
    Geldbetrag(cent=10)
    """
    return Geldbetrag(uebertrag.cent + eingezahlt.cent + zusatzmittel.cent + drittmittel.cent)


@regel(normen.ZUSATZMITTEL, normen.EIGENANTEILE)
def leistungsfaehigkeit(
    *, jahresbudget: Geldbetrag, uebertrag: Geldbetrag, gebunden: Geldbetrag, lesart: Leistungsfaehigkeit
) -> Geldbetrag:
    """Bestimmt die finanzielle Leistungsfähigkeit, an der Eigenanteile gemessen werden.

    Args:
        jahresbudget: Das Jahresbudget in Cent.
        uebertrag: Aus früheren Jahren übertragen, in Cent.
        gebunden: Was ohne die Eigenanteile schon verplant oder ausgegeben ist, in Cent.
        lesart: Das ganze Jahresbudget, oder nur die noch freien Mittel mit dem Übertrag (OF-20).

    Returns:
        Die Leistungsfähigkeit in Cent; negativ, wenn mehr gebunden als da ist.

    Quelle:
        17-F3 nennt sie, ohne sie zu bestimmen.

    >>> leistungsfaehigkeit(
    ...     jahresbudget=Geldbetrag.aus_euro(120_000),
    ...     uebertrag=NULL,
    ...     gebunden=Geldbetrag.aus_euro(45_000),
    ...     lesart=Leistungsfaehigkeit.NOCH_FREIE_MITTEL,
    ... )
    Geldbetrag(cent=7500000)
    """
    if lesart is Leistungsfaehigkeit.JAHRESBUDGET:
        return jahresbudget
    return jahresbudget + uebertrag - gebunden


@regel(normen.ZUSATZMITTEL)
def duerfen_zusatzmittel_angestrebt_werden(
    *, eigenanteile: Geldbetrag, leistungsfaehigkeit: Geldbetrag, ist_wichtig: bool
) -> bool:
    """Sagt, ob die Partner bei ihren Gremien Zusatzmittel anstreben dürfen; eine Pflicht dazu gibt es nie.

    Args:
        eigenanteile: Voraussichtliche Eigenanteile wichtiger Förderprojekte, zusammen, in Cent.
        leistungsfaehigkeit: Finanzielle Leistungsfähigkeit, in Cent.
        ist_wichtig: Ob jemand die Förderprojekte für wichtig hält; das wird nie berechnet.

    Returns:
        Ja, wenn die Projekte wichtig sind und ihre Eigenanteile die Leistungsfähigkeit übersteigen.

    Quelle:
        17-F3.

    >>> duerfen_zusatzmittel_angestrebt_werden(
    ...     eigenanteile=Geldbetrag.aus_euro(90_000),
    ...     leistungsfaehigkeit=Geldbetrag.aus_euro(75_000),
    ...     ist_wichtig=True,
    ... )
    True
    """
    return ist_wichtig and eigenanteile > leistungsfaehigkeit
