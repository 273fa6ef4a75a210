"""Laufzeit: welche Fassung für ein Haushaltsjahr gilt, wenn der Vertrag geändert wird.

Satz: 17-F7 (Haushaltsjahr) und 17-F1 (jährliches Budget). Ein Haushaltsjahr richtet sich nach einer Fassung.

Nicht geregelt: Laufzeit und Änderung des Vertrags, und was für ein Jahr gilt, in dessen Lauf eine neue Fassung in Kraft
tritt (OF-18).
"""

from __future__ import annotations

from calendar import isleap
from datetime import date

from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.norm import Befund, Schwere, regel
from kooperationsvertrag.vertrag import festlegungen, normen
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import Wechseljahr


@regel(normen.PLANUNG_UND_BERICHT, festlegungen.FASSUNG_DES_HAUSHALTSJAHRES)
def fassung_wirksam_ab(ab: date, lesart: Wechseljahr) -> date:
    """Sagt, ab wann eine neue Fassung für Sitze, Stimmen und das laufende Jahr zählt.

    Args:
        ab: Der Tag, an dem sie in Kraft tritt.
        lesart: Was für das angefangene Jahr gilt (OF-18).

    Returns:
        Derselbe Tag; soll das Jahr enden, wie es begann, der nächste 1. Januar.

    Quelle:
        17-F7; die Änderung des Vertrags ist nicht geregelt.

    >>> fassung_wirksam_ab(date(2027, 7, 1), Wechseljahr.ALTE_FASSUNG)
    datetime.date(2028, 1, 1)
    """
    if lesart is Wechseljahr.ALTE_FASSUNG and ab != date(ab.year, 1, 1):
        return date(ab.year + 1, 1, 1)
    return ab


@regel(normen.JAHRESBUDGET)
def beitraege_im_wechseljahr(
    dieses_jahr: Betraege, alt: Betraege, neu: Betraege, ab: date, lesart: Wechseljahr
) -> Betraege:
    """Gibt die Beiträge eines Jahres, in dessen Lauf eine neue Fassung in Kraft tritt.

    Args:
        dieses_jahr: Was jeder nach der bisherigen Fassung für dieses Jahr schuldete, in Cent; wer erst im Laufe des
            Jahres beigetreten ist, mit seinem Teil.
        alt: Jährlicher Beitrag je Partner nach der bisherigen Fassung, in Cent.
        neu: Jährlicher Beitrag je Partner nach der neuen Fassung, in Cent.
        ab: Der Tag, an dem die neue Fassung in Kraft tritt.
        lesart: Was für das angefangene Jahr gilt (OF-18).

    Returns:
        Beitrag je Partner für dieses Jahr, in Cent, kaufmännisch gerundet. Wird anteilig gerechnet, so entfällt vom
        alten Beitrag der Teil für die Zeit danach, und der neue kommt für diese Zeit hinzu. Auch wer nach der neuen
        Fassung nicht mehr Partner ist, schuldet dann seinen Teil; er steht zuletzt.

    Quelle:
        17-F1 schweigt.

    >>> alt, neu = Betraege.von({"ihk": Geldbetrag(2_000_000)}), Betraege.von({"ihk": Geldbetrag(3_000_000)})
    >>> beitraege_im_wechseljahr(alt, alt, neu, date(2027, 7, 1), Wechseljahr.NACH_TAGEN)
    Betraege(ihk=25.041,10 €)
    """
    if lesart is Wechseljahr.ALTE_FASSUNG:
        return dieses_jahr
    if lesart is Wechseljahr.NEUE_FASSUNG:
        return neu
    if lesart is Wechseljahr.NACH_MONATEN:
        danach, nenner = 13 - ab.month, 12
    else:
        danach, nenner = (date(ab.year, 12, 31) - ab).days + 1, 366 if isleap(ab.year) else 365
    partner = dict.fromkeys([*neu, *dieses_jahr])
    return Betraege(
        tuple(
            [
                (wer, _anteilig(dieses_jahr.get(wer, NULL), alt.get(wer, NULL), neu.get(wer, NULL), danach, nenner))
                for wer in partner
            ]
        )
    )


def _anteilig(dieses_jahr: Geldbetrag, alt: Geldbetrag, neu: Geldbetrag, danach: int, nenner: int) -> Geldbetrag:
    """Ersetzt für die Zeit danach den alten Jahresbeitrag durch den neuen und rundet halbe Cent auf."""
    bis_dahin = max(0, dieses_jahr.cent * nenner - alt.cent * danach)
    zaehler = bis_dahin + neu.cent * danach
    return Geldbetrag((2 * zaehler + nenner) // (2 * nenner))


@regel(normen.PLANUNG_UND_BERICHT, festlegungen.FASSUNG_DES_HAUSHALTSJAHRES)
def befunde_zum_fassungswechsel(
    bisher: Vertragsfassung, neu: Vertragsfassung, ab: date, wirksam_ab: date | None
) -> tuple[Befund, ...]:
    """Hält fest, dass eine neue Fassung gilt, und wer nach ihr nicht mehr Partner ist.

    Args:
        bisher: Die Fassung am Tag davor, mit allen, die beigetreten sind.
        neu: Die neue Fassung.
        ab: Der Tag, an dem sie in Kraft tritt.
        wirksam_ab: Der Tag, von dem an nach ihr gerechnet wird; nichts, wenn vorher schon die nächste gilt.

    Returns:
        Ein Hinweis auf den Wechsel; eine Warnung je Partner, den die neue Fassung nicht mehr nennt.

    Quelle:
        17-F7; die Änderung des Vertrags und das Ausscheiden sind nicht geregelt.

    >>> from attrs import evolve
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> tag = date(2027, 1, 1)
    >>> [befund] = befunde_zum_fassungswechsel(BERICHT_2017, evolve(BERICHT_2017, kennung="neu"), tag, tag)
    >>> befund.text
    'Ab 01.01.2027 gilt die Fassung „neu“ statt „bericht-2017“.'
    """
    text = f"Ab {ab:%d.%m.%Y} gilt die Fassung „{neu.kennung}“ statt „{bisher.kennung}“."
    if wirksam_ab is None:
        text += " Nach der gewählten Lesart wird nach ihr nicht gerechnet: Bis dahin gilt schon die nächste."
    elif wirksam_ab != ab:
        text += f" Nach der gewählten Lesart wird nach ihr erst ab {wirksam_ab:%d.%m.%Y} gerechnet."
    wechsel = Befund("fassungswechsel", Schwere.HINWEIS, text, (normen.PLANUNG_UND_BERICHT,))
    if wirksam_ab is None:
        return (wechsel,)
    ausgeschieden = [partner for partner in bisher.partner if partner.kennung not in neu.partner_kennungen]
    return (wechsel, *[_befund_zum_ausscheiden(partner.kurzname, neu, wirksam_ab) for partner in ausgeschieden])


def _befund_zum_ausscheiden(name: str, neu: Vertragsfassung, ab: date) -> Befund:
    text = (
        f"Die Fassung „{neu.kennung}“ nennt {name} nicht mehr: {name} ist ab {ab:%d.%m.%Y} kein Vertragspartner. An "
        "Geld, das aus früheren Jahren übertragen ist, behält sein Schlüssel den alten Anteil; geregelt ist das nicht."
    )
    return Befund("partner_scheidet_aus", Schwere.WARNUNG, text, (normen.JAHRESBUDGET, normen.UEBERTRAGUNG))


@regel(normen.PLANUNG_UND_BERICHT, festlegungen.FASSUNG_DES_HAUSHALTSJAHRES)
def befund_zur_ausstehenden_fassung(fassung: Vertragsfassung, ab: date | None) -> Befund:
    """Weist darauf hin, dass eine Fassung für das, was abgerechnet wird, noch nicht gilt.

    Args:
        fassung: Die Fassung.
        ab: Der Tag, an dem sie in Kraft tritt; nichts, solange keiner feststeht.

    Returns:
        Ein Hinweis.

    Quelle:
        17-F7; die Änderung des Vertrags ist nicht geregelt.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> befund_zur_ausstehenden_fassung(BERICHT_2017, None).text
    'Für die Fassung „bericht-2017“ steht noch kein Tag fest; sie gilt hier nicht.'
    """
    text = f"Für die Fassung „{fassung.kennung}“ steht noch kein Tag fest; sie gilt hier nicht."
    if ab is not None:
        text = f"Die Fassung „{fassung.kennung}“ gilt ab {ab:%d.%m.%Y}, nach allem, was hier abgerechnet wird."
    return Befund("fassung_gilt_noch_nicht", Schwere.HINWEIS, text, (normen.PLANUNG_UND_BERICHT,))
