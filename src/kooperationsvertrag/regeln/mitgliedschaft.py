"""Mitgliedschaft: wer dem Vertrag beitreten kann, wer darüber entscheidet und was ein Beitritt bewirkt.

Satz: 17-Z4 (weitere Gebietskörperschaften, deren Mitgliedschaft förderlich ist, können beitreten).

Nicht geregelt: wer entscheidet (OF-02), welche Körperschaften gemeint sind (OF-04), kreisangehörige Gemeinden und der
Maßstab für „förderlich“ (OF-05), Beiträge und Schlüssel danach (OF-06), ein Sitz im Aufsichtsgremium (OF-07), ein
Beitritt während des Jahres (OF-08).
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kooperationsvertrag.aufteilung import Aufteilung, Zahlungsschluessel, aufteilen
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag, summe
from kooperationsvertrag.norm import Befund, Schwere, regel
from kooperationsvertrag.vertrag import festlegungen, normen
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import (
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Kreisangehoerige,
    SchluesselNachBeitritt,
)
from kooperationsvertrag.vertrag.partner import Partner, Rechtsform

if TYPE_CHECKING:
    from fractions import Fraction

AUFSICHTSGREMIUM = "aufsichtsgremium"
"""Name des Aufsichtsgremiums unter den Zustimmenden eines Antrags."""


class Urteil(StrEnum):
    """Ob eine Bedingung erfüllt ist, oder ob das offen ist."""

    JA = "ja"
    NEIN = "nein"
    NICHT_BESTIMMT = "nicht_bestimmt"


@frozen
class Beitrittsantrag:
    """Ein Beitritt, wie ihn ein Bewerber will."""

    kennung: str
    """Kennung des Bewerbers, wie sie in Falldateien steht."""
    name: str
    """Voller Name."""
    rechtsform: Rechtsform
    """Rechtsform."""
    beitrag: Geldbetrag
    """Angebotener jährlicher Beitrag, in Cent."""
    zum: date
    """Tag, zu dem beigetreten werden soll."""
    foerderlich: bool | None = None
    """Ob jemand die Mitgliedschaft für förderlich hält; nichts, wenn das noch nicht beurteilt ist."""
    begruendung: str = ""
    """Der Grund für dieses Urteil."""
    kreis: str = ""
    """Bei einer kreisangehörigen Gemeinde ihr Kreis."""
    zustimmung: tuple[str, ...] = ()
    """Welche Partner zugestimmt haben; auch ``aufsichtsgremium`` kann hier stehen."""


@frozen
class NeueBeitraege:
    """Die jährlichen Beiträge nach einem Beitritt."""

    beitraege: Betraege
    """Jährlicher Beitrag je Partner, in Cent; der neue Partner steht zuletzt."""
    aufteilung: Aufteilung | None = None
    """Wie geteilt wurde, wo alte Beträge neu geteilt werden."""


@frozen
class Zeitanteil:
    """Der Teil eines Jahresbeitrags für einen Teil des Jahres."""

    jahresbeitrag: Geldbetrag
    """Der ganze Jahresbeitrag, in Cent."""
    zaehler: int
    """Monate oder Tage, für die gezahlt wird."""
    nenner: int
    """Monate oder Tage des ganzen Jahres."""
    betrag: Geldbetrag
    """Der Teil, in Cent, kaufmännisch gerundet."""

    @property
    def genau(self) -> Fraction:
        """Der genaue Teil in Cent, vor dem Runden."""
        from fractions import Fraction  # erst hier: das Laden kostet Zeit

        return Fraction(self.jahresbeitrag.cent * self.zaehler, self.nenner)

    def __str__(self) -> str:
        ganze, rest = divmod(self.jahresbeitrag.cent * self.zaehler, self.nenner)
        bruch = f" {rest}/{self.nenner}" if rest else ""
        return f"{self.zaehler}/{self.nenner} von {self.jahresbeitrag} sind {ganze}{bruch} Cent, gerundet {self.betrag}"


_KOERPERSCHAFTEN = {
    Rechtsform.KREISFREIE_STADT: Urteil.JA,
    Rechtsform.KREIS: Urteil.JA,
    Rechtsform.KREISANGEHOERIGE_GEMEINDE: Urteil.JA,
    Rechtsform.LAND: Urteil.NICHT_BESTIMMT,
    Rechtsform.BUND: Urteil.NICHT_BESTIMMT,
    Rechtsform.LANDSCHAFTSVERBAND: Urteil.NICHT_BESTIMMT,
    Rechtsform.REGIONALVERBAND: Urteil.NICHT_BESTIMMT,
    Rechtsform.STAEDTEREGION: Urteil.NICHT_BESTIMMT,
    Rechtsform.ZWECKVERBAND: Urteil.NEIN,
    Rechtsform.KAMMER: Urteil.NEIN,
    Rechtsform.VEREIN: Urteil.NEIN,
    Rechtsform.UNTERNEHMEN: Urteil.NEIN,
    Rechtsform.SONSTIGE: Urteil.NICHT_BESTIMMT,
}


@regel(normen.BEITRITT)
def ist_gebietskoerperschaft(rechtsform: Rechtsform) -> Urteil:
    """Sagt, ob ein Bewerber dieser Rechtsform eine Gebietskörperschaft im Sinne des Vertrags ist.

    Kreise, Städte und Gemeinden sind es; Zweckverbände, Kammern, Vereine und Unternehmen nicht. Dass die IHK
    Gründungspartner ist, öffnet anderen Kammern keinen Weg. Bei Land, Bund, höheren Kommunalverbänden und sonstigen
    Körperschaften ist offen, ob der Vertrag sie meint.

    Args:
        rechtsform: Rechtsform des Bewerbers.

    Returns:
        Ja, nein oder nicht bestimmt (OF-04).

    Quelle:
        17-Z4; dazu passt 23-8.

    >>> ist_gebietskoerperschaft(Rechtsform.KREIS), ist_gebietskoerperschaft(Rechtsform.KAMMER)
    (<Urteil.JA: 'ja'>, <Urteil.NEIN: 'nein'>)
    """
    return _KOERPERSCHAFTEN[rechtsform]


@regel(normen.BEITRITT, normen.EINZELNE_STADT, normen.EINBINDUNG_UEBER_DEN_KREIS)
def ist_beitrittsfaehig(rechtsform: Rechtsform, lesart: Kreisangehoerige) -> Urteil:
    """Sagt, ob ein Bewerber nach seiner Rechtsform beitreten kann.

    Args:
        rechtsform: Rechtsform des Bewerbers.
        lesart: Ob eine kreisangehörige Gemeinde, die schon über ihren Kreis eingebunden ist, selbst beitreten kann.

    Returns:
        Ja, nein oder nicht bestimmt.

    Quelle:
        17-Z4; zu kreisangehörigen Gemeinden 23-5 und 23-9, die nichts regeln (OF-05).

    >>> ist_beitrittsfaehig(Rechtsform.KREISANGEHOERIGE_GEMEINDE, Kreisangehoerige.NICHT_BEITRITTSFAEHIG)
    <Urteil.NEIN: 'nein'>
    """
    ist_kreisangehoerig = rechtsform is Rechtsform.KREISANGEHOERIGE_GEMEINDE
    if ist_kreisangehoerig and lesart is Kreisangehoerige.NICHT_BEITRITTSFAEHIG:
        return Urteil.NEIN
    return ist_gebietskoerperschaft(rechtsform)


@regel(normen.BEITRITT, normen.VERTRAGSZIEL)
def ist_foerderlich(beurteilung: bool | None) -> Urteil:
    """Gibt wieder, ob jemand die Mitgliedschaft für förderlich hält; berechnet wird das nie.

    Args:
        beurteilung: Das Urteil eines Menschen, oder nichts, wenn noch niemand geurteilt hat.

    Returns:
        Ja, nein oder nicht bestimmt.

    Quelle:
        17-Z4; die Vertragsziele stehen in 17-Z1. Maßstab und Urteilender sind nicht geregelt (OF-05).

    >>> ist_foerderlich(None)
    <Urteil.NICHT_BESTIMMT: 'nicht_bestimmt'>
    """
    if beurteilung is None:
        return Urteil.NICHT_BESTIMMT
    return Urteil.JA if beurteilung else Urteil.NEIN


@regel(normen.BEITRITT, festlegungen.PARTNER_AM_TAG_DES_BEITRITTS)
def ist_entschieden(zustimmung: Sequence[str], partner: Sequence[str], lesart: Beitrittsentscheidung) -> bool:
    """Sagt, ob die Zustimmungen für den Beitritt genügen.

    Args:
        zustimmung: Wer zugestimmt hat: Partner, auch ``aufsichtsgremium``.
        partner: Die Partner an dem Tag, zu dem beigetreten werden soll.
        lesart: Wer entscheidet (OF-02).

    Returns:
        Ja, wenn nach dieser Lesart entschieden ist.

    Quelle:
        17-Z4 erlaubt den Beitritt und sagt nicht, wer entscheidet.

    >>> ist_entschieden(["mettmann", "ihk"], ["duesseldorf", "mettmann", "ihk"], Beitrittsentscheidung.ALLE_PARTNER)
    False
    """
    zustimmende = [kennung for kennung in partner if kennung in zustimmung]
    if lesart is Beitrittsentscheidung.ALLE_PARTNER:
        return len(zustimmende) == len(partner)
    if lesart is Beitrittsentscheidung.AUFSICHTSGREMIUM:
        return AUFSICHTSGREMIUM in zustimmung
    if lesart is Beitrittsentscheidung.MEHRHEIT_DER_PARTNER:
        return 2 * len(zustimmende) > len(partner)
    return True


@regel(normen.BEITRITT, festlegungen.BEITRITTSJAHR_KOMMT_HINZU)
def wirksam_ab(zum: date, lesart: Beitrittszeitpunkt) -> date:
    """Bestimmt den Tag, ab dem der Bewerber Vertragspartner ist.

    Args:
        zum: Tag, zu dem beigetreten werden soll.
        lesart: Ob ein Beitritt während des Jahres möglich ist (OF-08).

    Returns:
        Der Tag selbst; unter ``erst_zum_jahresbeginn`` der nächste 1. Januar, wenn es nicht schon einer ist.

    Quelle:
        17-Z4 nennt keine Zeit.

    >>> wirksam_ab(date(2025, 7, 1), Beitrittszeitpunkt.ERST_ZUM_JAHRESBEGINN)
    datetime.date(2026, 1, 1)
    """
    if lesart is Beitrittszeitpunkt.ERST_ZUM_JAHRESBEGINN and not ist_jahresbeginn(zum):
        return date(zum.year + 1, 1, 1)
    return zum


def ist_jahresbeginn(tag: date) -> bool:
    """Sagt, ob ein Tag der erste eines Haushaltsjahres ist.

    Args:
        tag: Der Tag.

    Returns:
        Ja am 1. Januar.

    >>> ist_jahresbeginn(date(2026, 1, 1)), ist_jahresbeginn(date(2026, 1, 2))
    (True, False)
    """
    return (tag.month, tag.day) == (1, 1)


@regel(normen.BEITRITT, normen.JAHRESBUDGET, festlegungen.NEUE_BEITRAEGE_NACH_GROESSTEM_REST)
def beitraege_nach_beitritt(
    beitraege: Betraege, kammern: Sequence[str], bewerber: str, angebot: Geldbetrag, lesart: SchluesselNachBeitritt
) -> NeueBeitraege:
    """Bestimmt die jährlichen Beiträge aller Partner nach einem Beitritt.

    Args:
        beitraege: Bisheriger jährlicher Beitrag je Partner, in Cent.
        kammern: Partner, die keine kommunalen sind; unter ``kommunal_gleich`` bleibt ihr Beitrag.
        bewerber: Kennung des neuen Partners.
        angebot: Sein angebotener jährlicher Beitrag, in Cent.
        lesart: Was der Beitritt für Beiträge und Schlüssel heißt (OF-06).

    Returns:
        Die neuen Beiträge, und wie sie geteilt wurden.

    Quelle:
        17-Z4 schweigt; die bisherigen Beiträge stehen in 17-F1.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> beitraege_nach_beitritt(
    ...     BERICHT_2017.beitraege,
    ...     ["ihk"],
    ...     "rhein-kreis-neuss",
    ...     Geldbetrag.aus_euro(30_000),
    ...     SchluesselNachBeitritt.GLEICHES_BUDGET,
    ... ).beitraege
    Betraege(duesseldorf=40.000,00 €, mettmann=40.000,00 €, ihk=16.000,00 €, rhein-kreis-neuss=24.000,00 €)
    """
    if lesart is SchluesselNachBeitritt.OHNE_BEITRAG:
        return NeueBeitraege(Betraege((*beitraege.paare, (bewerber, NULL))))
    mit_angebot = Betraege((*beitraege.paare, (bewerber, angebot)))
    if lesart is SchluesselNachBeitritt.ADDITIV:
        return NeueBeitraege(mit_angebot)
    if lesart is SchluesselNachBeitritt.GLEICHES_BUDGET:
        aufteilung = aufteilen(beitraege.summe, Zahlungsschluessel.aus_betraegen(mit_angebot))
        return NeueBeitraege(aufteilung.betraege, aufteilung)
    kommunal = [partner for partner in mit_angebot if partner not in kammern]
    uebriges = beitraege.summe - summe([beitraege[partner] for partner in beitraege if partner in kammern])
    aufteilung = aufteilen(uebriges, Zahlungsschluessel(tuple((partner, 1) for partner in kommunal)))
    gleiche = aufteilung.betraege
    neu = Betraege(tuple((partner, gleiche.get(partner, betrag)) for partner, betrag in mit_angebot.paare))
    return NeueBeitraege(neu, aufteilung)


@regel(normen.BEITRITT, normen.JAHRESBUDGET)
def beitrag_im_beitrittsjahr(beitrag: Geldbetrag, zum: date, lesart: Beitrittszeitpunkt) -> Zeitanteil:
    """Bestimmt, was der neue Partner im Jahr seines Beitritts beiträgt.

    Args:
        beitrag: Sein jährlicher Beitrag, in Cent.
        zum: Tag, ab dem er Partner ist.
        lesart: Nach Monaten (der Monat des Beitritts zählt ganz), nach Tagen oder voll (OF-08).

    Returns:
        Der Beitrag für dieses Jahr, kaufmännisch gerundet, mit seinem Bruchteil.

    Quelle:
        17-Z4 und 17-F1 schweigen.

    >>> beitrag_im_beitrittsjahr(Geldbetrag.aus_euro(30_000), date(2025, 7, 1), Beitrittszeitpunkt.NACH_TAGEN).betrag
    Geldbetrag(cent=1512329)
    """
    if lesart is Beitrittszeitpunkt.NACH_MONATEN:
        return _bruchteil(beitrag, 13 - zum.month, 12)
    if lesart is Beitrittszeitpunkt.NACH_TAGEN:
        tage_ab_beitritt = (date(zum.year, 12, 31) - zum).days + 1
        return _bruchteil(beitrag, tage_ab_beitritt, 366 if isleap(zum.year) else 365)
    return Zeitanteil(beitrag, 1, 1, beitrag)


def _bruchteil(betrag: Geldbetrag, zaehler: int, nenner: int) -> Zeitanteil:
    """Nimmt einen Bruchteil und rundet halbe Cent auf."""
    return Zeitanteil(betrag, zaehler, nenner, Geldbetrag((2 * betrag.cent * zaehler + nenner) // (2 * nenner)))


@regel(normen.JAHRESBUDGET, festlegungen.BEITRITTSJAHR_KOMMT_HINZU)
def beitraege_mit_neuem_partner(beitraege: Betraege, bewerber: str, beitrag: Geldbetrag) -> Betraege:
    """Fügt den Beitrag des neuen Partners hinzu; die Beiträge der bisherigen bleiben.

    Args:
        beitraege: Beitrag je bisherigem Partner, in Cent.
        bewerber: Kennung des neuen Partners.
        beitrag: Sein Beitrag, in Cent.

    Returns:
        Beitrag je Partner, in Cent; der neue Partner steht zuletzt.

    Quelle:
        17-F1.

    >>> beitraege_mit_neuem_partner(Betraege.von({"ihk": Geldbetrag(2)}), "neuss", Geldbetrag(3))
    Betraege(ihk=0,02 €, neuss=0,03 €)
    """
    return Betraege((*beitraege.paare, (bewerber, beitrag)))


@regel(normen.BEITRITT)
def fassung_nach_beitritt(fassung: Vertragsfassung, antrag: Beitrittsantrag, beitraege: Betraege) -> Vertragsfassung:
    """Bildet die Vertragsfassung mit dem neuen Partner.

    Args:
        fassung: Die bisherige Fassung.
        antrag: Der Beitritt.
        beitraege: Jährlicher Beitrag je Partner, der neue zuletzt, in Cent.

    Returns:
        Eine neue Fassung; Stellen und benannte Sitze bleiben, denn dazu schweigt 17-Z4 (OF-07, OF-27).

    Raises:
        FassungError: Die Beiträge passen nicht zu den Partnern.

    Quelle:
        17-Z4.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> antrag = Beitrittsantrag(
    ...     "neuss", "Rhein-Kreis Neuss", Rechtsform.KREIS, Geldbetrag.aus_euro(30_000), date(2026, 1, 1)
    ... )
    >>> beitraege = Betraege((*BERICHT_2017.beitraege.paare, ("neuss", antrag.beitrag)))
    >>> fassung_nach_beitritt(BERICHT_2017, antrag, beitraege).partner_kennungen
    ('duesseldorf', 'mettmann', 'ihk', 'neuss')
    """
    neuer = Partner(antrag.kennung, antrag.name, antrag.name, antrag.rechtsform, "", antrag.kreis)
    return evolve(fassung, partner=(*fassung.partner, neuer), beitraege=beitraege)


@regel(
    normen.BEITRITT,
    normen.UNTERNEHMERVERBAENDE_NICHT_ERFASST,
    normen.EINZELNE_STADT,
    normen.EINBINDUNG_UEBER_DEN_KREIS,
)
def befunde_zur_rechtsform(antrag: Beitrittsantrag, faehig: Urteil) -> tuple[Befund, ...]:
    """Sagt, was die Rechtsform des Bewerbers für den Beitritt heißt.

    Args:
        antrag: Der Beitritt.
        faehig: Ob der Bewerber nach seiner Rechtsform beitreten kann.

    Returns:
        Eine Warnung, wenn er es nicht kann oder das offen ist; ein Hinweis bei einer kreisangehörigen Gemeinde, die
        beitreten kann.

    Quelle:
        17-Z4, 23-5, 23-8, 23-9.

    >>> verein = Beitrittsantrag("v", "Ein Verein", Rechtsform.VEREIN, Geldbetrag(1), date(2026, 1, 1))
    >>> befunde_zur_rechtsform(verein, Urteil.NEIN)[0].kennung
    'beitritt_unzulaessig'
    """
    if antrag.rechtsform is Rechtsform.KREISANGEHOERIGE_GEMEINDE:
        return (_befund_zur_gemeinde(antrag, faehig),)
    if faehig is Urteil.NEIN:
        text = (
            f"{antrag.name} kann nicht beitreten: Beitreten können nur Gebietskörperschaften. Der Beitritt wirkt nicht."
        )
        gruende = (normen.BEITRITT, normen.UNTERNEHMERVERBAENDE_NICHT_ERFASST)
        return (Befund("beitritt_unzulaessig", Schwere.WARNUNG, text, gruende),)
    if faehig is Urteil.NICHT_BESTIMMT:
        text = (
            f"Ob {antrag.name} als Gebietskörperschaft im Sinne des Vertrags gilt, ist offen (OF-04). Der Beitritt "
            "wirkt hier nicht."
        )
        return (Befund("beitritt_nicht_bestimmt", Schwere.WARNUNG, text, (normen.BEITRITT,)),)
    return ()


def _befund_zur_gemeinde(antrag: Beitrittsantrag, faehig: Urteil) -> Befund:
    kreis = antrag.kreis or "ihren Kreis"
    gruende = (normen.BEITRITT, normen.EINZELNE_STADT, normen.EINBINDUNG_UEBER_DEN_KREIS)
    if faehig is Urteil.NEIN:
        text = (
            f"{antrag.name} kann nach der Lesart „nicht_beitrittsfaehig“ nicht selbst beitreten, weil sie über {kreis} "
            "eingebunden ist (OF-05). Der Beitritt wirkt nicht."
        )
        return Befund("beitritt_unzulaessig", Schwere.WARNUNG, text, gruende)
    text = (
        f"{antrag.name} ist über {kreis} schon eingebunden; das hindert einen eigenen Beitritt nicht, spricht aber bei "
        "der Frage mit, ob er förderlich ist (OF-05)."
    )
    return Befund("kreisangehoerige_gemeinde", Schwere.HINWEIS, text, gruende)


@regel(normen.BEITRITT, festlegungen.BEITRITT_OHNE_URTEIL)
def befunde_zur_foerderlichkeit(antrag: Beitrittsantrag) -> tuple[Befund, ...]:
    """Warnt, wenn die Mitgliedschaft nicht förderlich ist oder das noch niemand beurteilt hat.

    Args:
        antrag: Der Beitritt.

    Returns:
        Eine Warnung, oder nichts, wenn jemand die Mitgliedschaft für förderlich hält.

    Quelle:
        17-Z4.

    >>> kreis = Beitrittsantrag("k", "Ein Kreis", Rechtsform.KREIS, Geldbetrag(1), date(2026, 1, 1))
    >>> befunde_zur_foerderlichkeit(kreis)[0].kennung
    'foerderlichkeit_nicht_beurteilt'
    """
    urteil = ist_foerderlich(antrag.foerderlich)
    if urteil is Urteil.NEIN:
        text = f"Die Mitgliedschaft von {antrag.name} gilt als nicht förderlich. Der Beitritt hat keine Wirkung."
        return (Befund("beitritt_unzulaessig", Schwere.WARNUNG, text, (normen.BEITRITT,)),)
    if urteil is Urteil.NICHT_BESTIMMT:
        text = (
            f"Ob die Mitgliedschaft von {antrag.name} förderlich ist, hat noch niemand beurteilt. Der Beitritt hat "
            "hier keine Wirkung."
        )
        return (Befund("foerderlichkeit_nicht_beurteilt", Schwere.WARNUNG, text, (normen.BEITRITT,)),)
    return ()


@regel(normen.BEITRITT)
def befund_zur_entscheidung(antrag: Beitrittsantrag, ab: date | None) -> Befund:
    """Hält fest, ob der Beitritt zustande gekommen ist.

    Args:
        antrag: Der Beitritt.
        ab: Tag, ab dem der Bewerber Partner ist; nichts, wenn Zustimmungen fehlen.

    Returns:
        Ein Hinweis, wenn er wirkt; eine Warnung, wenn Zustimmungen fehlen.

    Quelle:
        17-Z4; wer entscheidet, ist nicht geregelt (OF-02).

    >>> kreis = Beitrittsantrag("k", "Ein Kreis", Rechtsform.KREIS, Geldbetrag(1), date(2026, 1, 1))
    >>> befund_zur_entscheidung(kreis, None).schwere
    <Schwere.WARNUNG: 'warnung'>
    """
    if ab is not None:
        text = (
            f"{antrag.name} ist ab {ab:%d.%m.%Y} Vertragspartner. Nicht geregelt ist, ob dafür auch Personal zu "
            "stellen ist (OF-27)."
        )
        return Befund("beitritt", Schwere.HINWEIS, text, (normen.BEITRITT,))
    text = f"Der Beitritt von {antrag.name} ist nicht beschlossen; Zustimmungen fehlen. Er hat keine Wirkung."
    return Befund("beitritt_nicht_entschieden", Schwere.WARNUNG, text, (normen.BEITRITT,))


@regel(normen.BEITRITT)
def befund_zum_bisherigen_partner(antrag: Beitrittsantrag) -> Befund:
    """Warnt, wenn beitreten will, wer schon Partner ist.

    Args:
        antrag: Der Beitritt.

    Returns:
        Eine Warnung.

    Quelle:
        17-Z4 lässt weitere Gebietskörperschaften beitreten.

    >>> befund_zum_bisherigen_partner(
    ...     Beitrittsantrag("ihk", "IHK", Rechtsform.KAMMER, Geldbetrag(1), date(2026, 1, 1))
    ... ).kennung
    'beitritt_schon_partner'
    """
    text = f"{antrag.name} ist zum {antrag.zum:%d.%m.%Y} schon Vertragspartner. Der Beitritt hat keine Wirkung."
    return Befund("beitritt_schon_partner", Schwere.WARNUNG, text, (normen.BEITRITT,))


@regel(normen.BEITRITT)
def befund_zum_spaeten_beitritt(antrag: Beitrittsantrag) -> Befund:
    """Weist darauf hin, dass ein Beitritt erst nach allem liegt, was abgerechnet wird.

    Args:
        antrag: Der Beitritt.

    Returns:
        Ein Hinweis.

    Quelle:
        17-Z4.

    >>> befund_zum_spaeten_beitritt(
    ...     Beitrittsantrag("k", "Ein Kreis", Rechtsform.KREIS, Geldbetrag(1), date(2026, 1, 1))
    ... ).text
    'Der Beitritt von Ein Kreis zum 01.01.2026 liegt nach allem, was hier abgerechnet wird; geprüft ist er nicht.'
    """
    text = (
        f"Der Beitritt von {antrag.name} zum {antrag.zum:%d.%m.%Y} liegt nach allem, was hier abgerechnet wird; "
        "geprüft ist er nicht."
    )
    return Befund("beitritt_nach_diesem_fall", Schwere.HINWEIS, text, (normen.BEITRITT,))
