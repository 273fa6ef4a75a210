"""Standbefunde: was sich erst zeigt, wenn Ereignisse und Abrechnung eines Haushaltsjahres nebeneinander stehen.

Was ein Ereignis für sich nicht vorsieht, steht in :mod:`~kooperationsvertrag.ablauf.ereignisbefunde`, was eine Pflicht
angeht, in :mod:`~kooperationsvertrag.ablauf.pflicht`. Hier steht, wer mehr zahlt, als er schuldet, wer mehr erhält, als
ihm zusteht, und wozu die Akte schweigt. Festgestellt wird nur, was unter jeder Lesart gilt.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from kooperationsvertrag.ablauf.aufzeichnen import Jahresereignisse, Unbekannt
from kooperationsvertrag.ablauf.ereignis import (
    EREIGNISNAMEN,
    AbschlussberichtVorgelegt,
    Ereignis,
    ErstattungGezahlt,
    ForderungBeglichen,
    PlanungVorgelegt,
    RueckfuehrungAusgezahlt,
    ZusatzmittelBewilligt,
)
from kooperationsvertrag.ablauf.ereignisbefunde import Ereignisbefund
from kooperationsvertrag.ablauf.moeglichkeit import (
    bezahlte_wichtige_eigenanteile,
    uebersteigt,
    wichtige_eigenanteile,
)
from kooperationsvertrag.ablauf.personalstand import Personalstand
from kooperationsvertrag.ablauf.pflicht import Jahresvarianten
from kooperationsvertrag.auslegung import Auslegung, varianten
from kooperationsvertrag.geld import NULL, Betraege, summe
from kooperationsvertrag.norm import Befund, Norm, Schwere
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import Vertragsfassung

_SCHULDEN: tuple[tuple[type[Ereignis], str, Norm], ...] = (
    (ErstattungGezahlt, "erstattungen", normen.PERSONALKOSTEN),
    (ForderungBeglichen, "forderungen", normen.RUECKFUEHRUNG),
)
"""Womit eine Schuld beglichen wird, wo die Abrechnung sie nennt, und der Satz dazu."""

_UNBEKANNTES: tuple[tuple[type[Ereignis], str], ...] = (
    (PlanungVorgelegt, "die Planung"),
    (AbschlussberichtVorgelegt, "der Abschlussbericht"),
)


def befunde_der_abrechnung(abrechnungen: Jahresvarianten, ist_abgerechnet: bool) -> tuple[Befund, ...]:
    """Gibt die Befunde der Abrechnung, die unter jeder Lesart gelten.

    Args:
        abrechnungen: Die Abrechnung eines Haushaltsjahres oder sein Zwischenstand.
        ist_abgerechnet: Ob das Jahr schon abgerechnet wird.

    Returns:
        Von einem laufenden Jahr nur Verstöße; alles andere kann noch werden (FL-44).

    >>> from kooperationsvertrag.ablauf.ereignis import BeitragGezahlt
    >>> from kooperationsvertrag.ablauf.vertragsstand import stand
    >>> from kooperationsvertrag.geld import Geldbetrag
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> zahlung = BeitragGezahlt(datum=date(2018, 1, 15), akteur="ihk", jahr=2018, betrag=Geldbetrag(2_000_000))
    >>> abrechnungen = stand(BERICHT_2017, [zahlung], date(2019, 1, 1)).jahre[0].abrechnungen
    >>> [len(befunde_der_abrechnung(abrechnungen, ist_abgerechnet)) for ist_abgerechnet in (False, True)]
    [0, 2]
    """
    je_variante = [variante.ergebnis.befunde for variante in abrechnungen]
    gemeinsame = [befund for befund in je_variante[0] if all(befund in andere for andere in je_variante[1:])]
    return tuple([befund for befund in gemeinsame if ist_abgerechnet or befund.schwere is Schwere.VERSTOSS])


def rueckfuehrungen_zu_hoch(
    jahr: int, ausgezahlt: Betraege, abrechnungen: Jahresvarianten, namen: Mapping[str, str]
) -> tuple[Befund, ...]:
    """Stellt fest, wer unter jeder Lesart mehr erhielt, als ihm zusteht.

    Args:
        jahr: Das Haushaltsjahr; es wird schon abgerechnet.
        ausgezahlt: Was je Partner zurückgeführt ist, in Cent.
        abrechnungen: Seine Abrechnung.
        namen: Kurzer Name je Partner.

    Returns:
        Eine Warnung je Partner, der zu viel erhielt.

    Quelle:
        17-F8.

    >>> from kooperationsvertrag.ablauf.vertragsstand import stand
    >>> from kooperationsvertrag.geld import Geldbetrag
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> planung = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018)
    >>> abrechnungen = stand(BERICHT_2017, [planung], date(2019, 1, 1)).jahre[0].abrechnungen
    >>> [befund] = rueckfuehrungen_zu_hoch(2018, Betraege((("ihk", Geldbetrag(1)),)), abrechnungen, {"ihk": "IHK"})
    >>> befund.text
    'Haushaltsjahr 2018: Zurückgeführt sind an IHK 0,01 €; nach dem Stand dieses Tages steht nichts zu.'
    """
    befunde: list[Befund] = []
    for partner, betrag in ausgezahlt.paare:
        hoechstens = max(variante.ergebnis.rueckfuehrung.get(partner, NULL) for variante in abrechnungen)
        if betrag > hoechstens:
            zusteht = f"stehen höchstens {hoechstens} zu" if hoechstens else "steht nichts zu"
            text = (
                f"Haushaltsjahr {jahr}: Zurückgeführt sind an {namen.get(partner, partner)} {betrag}; nach dem "
                f"Stand dieses Tages {zusteht}."
            )
            befunde.append(Befund("rueckfuehrung_zu_hoch", Schwere.WARNUNG, text, (normen.RUECKFUEHRUNG,)))
    return tuple(befunde)


def zahlungen_ohne_schuld(
    fassung: Vertragsfassung, jahr: int, ereignisse: Jahresereignisse, abrechnungen: Jahresvarianten
) -> tuple[Ereignisbefund, ...]:
    """Stellt fest, wer zahlt, was unter keiner Lesart geschuldet ist, und wer zurückführt, ohne das Geld zu halten.

    Args:
        fassung: Die Fassung mit den Namen der Partner und dem Sitz der Abordnung.
        jahr: Das Haushaltsjahr.
        ereignisse: Seine geltenden Ereignisse nach Art.
        abrechnungen: Seine Abrechnung oder sein Zwischenstand.

    Returns:
        Eine Warnung zur letzten Zahlung dessen, der zu viel erstattet oder beglichen hat; ein Hinweis zu jeder
        Auszahlung durch einen anderen als den Sitz (OF-35).

    Quelle:
        17-F4, 17-F8.

    >>> from kooperationsvertrag.ablauf.vertragsstand import stand
    >>> from kooperationsvertrag.geld import Geldbetrag
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> erstattung = ErstattungGezahlt(datum=date(2018, 9, 3), akteur="ihk", jahr=2018, betrag=Geldbetrag(100))
    >>> abrechnungen = stand(BERICHT_2017, [erstattung], date(2019, 1, 1)).jahre[0].abrechnungen
    >>> [(_, befund)] = zahlungen_ohne_schuld(BERICHT_2017, 2018, {ErstattungGezahlt: [erstattung]}, abrechnungen)
    >>> befund.kennung
    'zahlung_ohne_schuld'
    """
    gefunden: list[Ereignisbefund] = []
    for art, groesse, norm in _SCHULDEN:
        zahlungen = ereignisse.get(art, ())
        for wer in dict.fromkeys(zahlung.akteur for zahlung in zahlungen):
            davon = [z for z in zahlungen if isinstance(z, (ErstattungGezahlt, ForderungBeglichen)) and z.akteur == wer]
            hoechstens = max(getattr(variante.ergebnis, groesse).get(wer, NULL) for variante in abrechnungen)
            if summe([zahlung.betrag for zahlung in davon]) > hoechstens:
                text = (
                    f"Haushaltsjahr {jahr}, {EREIGNISNAMEN[art]}: {fassung.namen.get(wer, wer)} hat mehr gezahlt, "
                    f"als nach dem Stand dieses Tages geschuldet ist (höchstens {hoechstens})."
                )
                gefunden.append((davon[-1], Befund("zahlung_ohne_schuld", Schwere.WARNUNG, text, (norm,))))
    for auszahlung in ereignisse.get(RueckfuehrungAusgezahlt, ()):
        if auszahlung.akteur != fassung.sitz_der_abordnung:
            zahler = fassung.namen.get(auszahlung.akteur, auszahlung.akteur)
            text = (
                f"Haushaltsjahr {jahr}, Rückführung ausgezahlt durch {zahler}: "
                f"Das Geld hält dem Zusammenhang nach {fassung.namen[fassung.sitz_der_abordnung]} (OF-35)."
            )
            befund = Befund("rueckfuehrung_durch_andere", Schwere.HINWEIS, text, (normen.RUECKFUEHRUNG,))
            gefunden.append((auszahlung, befund))
    return tuple(gefunden)


def zusatzmittel_ohne_anlass(
    jahr: int, ereignisse: Jahresereignisse, abrechnungen: Jahresvarianten, auslegung: Auslegung
) -> tuple[Ereignisbefund, ...]:
    """Weist auf Zusatzmittel hin, zu denen wichtige Eigenanteile keinen Anlass geben; sie schaden niemandem.

    Args:
        jahr: Das Haushaltsjahr.
        ereignisse: Seine geltenden Ereignisse nach Art.
        abrechnungen: Seine Abrechnung oder sein Zwischenstand.
        auslegung: Die gewählten Lesarten; was die Leistungsfähigkeit ist, wird sonst durchgerechnet (OF-20).

    Returns:
        Ein Hinweis zur ersten Bewilligung; keiner, wenn kein wichtiger Eigenanteil zugesagt ist oder die Zusagen unter
        einer Lesart die Leistungsfähigkeit übersteigen.

    Quelle:
        17-F3.

    >>> from kooperationsvertrag.ablauf.ereignis import BeitraegeWieVereinbart, EigenanteilZugesagt
    >>> from kooperationsvertrag.ablauf.vertragsstand import stand
    >>> from kooperationsvertrag.geld import Geldbetrag
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> akte = [BeitraegeWieVereinbart(datum=date(2018, 1, 15), jahr=2018)]
    >>> abrechnungen = stand(BERICHT_2017, akte, date(2018, 6, 1)).jahre[0].abrechnungen
    >>> zusage = EigenanteilZugesagt(
    ...     datum=date(2018, 2, 1), jahr=2018, vorhaben="Radweg", betrag=Geldbetrag(100), wichtig=True
    ... )
    >>> bewilligt = ZusatzmittelBewilligt(datum=date(2018, 3, 1), akteur="ihk", jahr=2018, betrag=Geldbetrag(100))
    >>> ereignisse = {EigenanteilZugesagt: [zusage], ZusatzmittelBewilligt: [bewilligt]}
    >>> [(_, befund)] = zusatzmittel_ohne_anlass(2018, ereignisse, abrechnungen, Auslegung())
    >>> befund.kennung
    'zusatzmittel_ohne_anlass'
    """
    bewilligt = ereignisse.get(ZusatzmittelBewilligt, ())
    wichtige = wichtige_eigenanteile(ereignisse)
    if not bewilligt or not wichtige:
        return ()
    bezahlt = bezahlte_wichtige_eigenanteile(ereignisse)
    moeglich = {
        antwort.ergebnis
        for variante in abrechnungen
        for antwort in varianten(partial(uebersteigt, wichtige, bezahlt, variante.ergebnis), auslegung)
    }
    if True in moeglich:
        return ()
    text = (
        f"Haushaltsjahr {jahr}: Zusatzmittel sind bewilligt, obwohl die wichtigen Eigenanteile von {wichtige} "
        "die Leistungsfähigkeit unter keiner Lesart übersteigen."
    )
    return ((bewilligt[0], Befund("zusatzmittel_ohne_anlass", Schwere.HINWEIS, text, (normen.ZUSATZMITTEL,))),)


def nicht_geprueft(
    je_jahr: Mapping[int, Jahresereignisse], personal: Personalstand, stichtag: date, unbekannt: Unbekannt
) -> tuple[str, ...]:
    """Sagt, wozu die Akte schweigt: Schweigen einer Akte ist kein Befund (FL-38).

    Args:
        je_jahr: Die geltenden Ereignisse je Haushaltsjahr, vom ersten bis zum letzten, das vorkommt.
        personal: Wer gestellt ist.
        stichtag: Der Tag, für den gefragt wird.
        unbekannt: Haushaltsjahr und Art der Ereignisse, von denen nicht bekannt ist, ob sie geschahen.

    Returns:
        Ein Satz je Lücke.

    >>> from kooperationsvertrag.ablauf.personalstand import personalstand
    >>> nicht_geprueft({2018: {}}, personalstand([], date(2018, 6, 1)), date(2018, 6, 1), frozenset())[0]
    'Zum Haushaltsjahr 2018 ist nichts erfasst; geprüft ist es deshalb nicht.'
    """
    hinweise = [
        f"Zum Haushaltsjahr {jahr} ist nichts erfasst; geprüft ist es deshalb nicht."
        for jahr, ereignisse in je_jahr.items()
        if not ereignisse
    ]
    hinweise += [
        f"Haushaltsjahr {jahr}: Ob und wann {was} vorlag, ist nicht angegeben; geprüft ist es deshalb nicht."
        for jahr in je_jahr
        for art, was in _UNBEKANNTES
        if (jahr, art) in unbekannt
    ]
    letztes = max(je_jahr, default=None)
    if letztes is None:
        hinweise.append("Bis zu diesem Tag ist zu keinem Haushaltsjahr etwas erfasst.")
    elif letztes + 1 == stichtag.year:
        hinweise.append(f"Zum Haushaltsjahr {stichtag.year} ist nichts erfasst; geprüft ist es deshalb nicht.")
    elif letztes < stichtag.year:
        spanne = f"{letztes + 1} bis {stichtag.year}"
        hinweise.append(f"Zu den Haushaltsjahren {spanne} ist nichts erfasst; geprüft sind sie deshalb nicht.")
    if not personal.ist_erfasst:
        hinweise.append("Zum Personal ist nichts erfasst; ob es gestellt und abgeordnet ist, ist nicht geprüft.")
    return tuple(hinweise)
