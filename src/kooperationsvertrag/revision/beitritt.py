"""Beitritt: darf diese Körperschaft beitreten, unter welchen Bedingungen, und was ändert sich dadurch für wen.

Geprüft wird in vier Schritten: Rechtsform, Förderlichkeit, Entscheidung, Wirkung. Was der Vertrag nicht regelt, steht
als Lesart daneben oder in der Liste dessen, was offen bleibt.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from attrs import field, frozen

from kooperationsvertrag.ablauf.fassungsfolge import fassungsfolge
from kooperationsvertrag.aufteilung import Aufteilung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Antwort, Auslegung, Lesart, varianten
from kooperationsvertrag.fehler import BeitrittError
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.regeln.gremien import ist_ohne_einfluss, minimale_mehrheiten, sitze
from kooperationsvertrag.regeln.mitgliedschaft import (
    Beitrittsantrag,
    Urteil,
    beitraege_nach_beitritt,
    beitrag_im_beitrittsjahr,
    fassung_nach_beitritt,
    ist_beitrittsfaehig,
    ist_entschieden,
    ist_foerderlich,
    ist_jahresbeginn,
    wirksam_ab,
)
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister
from kooperationsvertrag.vertrag.geregelt import auslegung_der_fassung, pruefe_wahl
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Kreisangehoerige,
    SchluesselNachBeitritt,
    SitzNachBeitritt,
)
from kooperationsvertrag.vertrag.partner import Rechtsform


class Zulaessigkeit(StrEnum):
    """Was die Prüfung ergibt."""

    ZULAESSIG = "zulaessig"
    UNZULAESSIG = "unzulaessig"
    NICHT_BESTIMMT = "nicht_bestimmt"


class Pruefpunkt(StrEnum):
    """Was geprüft wird, in dieser Reihenfolge."""

    RECHTSFORM = "rechtsform"
    FOERDERLICHKEIT = "foerderlichkeit"
    ENTSCHEIDUNG = "entscheidung"
    WIRKUNG = "wirkung"


@frozen
class Antwortlage:
    """Die Antwort auf einen Prüfpunkt unter einer Lesart."""

    auslegung: tuple[Antwort, ...]
    """Die Lesart; leer, wenn keine etwas ändert."""
    urteil: Urteil
    """Die Antwort."""
    text: str
    """Die Antwort in einem Satz."""


@frozen
class Pruefschritt:
    """Ein Schritt der Prüfung."""

    nummer: int
    """Laufende Nummer, ab 1."""
    punkt: Pruefpunkt
    """Was geprüft wird."""
    lagen: tuple[Antwortlage, ...]
    """Die Antwort; mehrere, wenn Lesarten zu verschiedenen führen."""
    normen: tuple[Norm, ...] = field(repr=lambda normen: str([norm.kennung for norm in normen]))
    """Die Sätze, aus denen sie folgt."""
    fragen: tuple[str, ...]
    """Kennungen der offenen Fragen dazu."""

    @property
    def urteil(self) -> Urteil:
        """Die Antwort; nicht bestimmt, wenn Lesarten zu verschiedenen führen."""
        urteile = {lage.urteil for lage in self.lagen}
        return urteile.pop() if len(urteile) == 1 else Urteil.NICHT_BESTIMMT

    @property
    def ist_eindeutig(self) -> bool:
        """Ob jede Lesart zu derselben Antwort führt, auch zu demselben Tag."""
        return len({(lage.urteil, lage.text) for lage in self.lagen}) == 1


@frozen
class Beitragslage:
    """Beiträge und Schlüssel nach dem Beitritt unter einer Lesart."""

    lesart: SchluesselNachBeitritt
    """Die Lesart (OF-06)."""
    beitraege: Betraege
    """Jährlicher Beitrag je Partner, in Cent."""
    aenderung: Betraege
    """Unterschied zum bisherigen Beitrag je Partner, in Cent; negativ, wer weniger zahlt."""
    aufteilung: Aufteilung | None
    """Wie geteilt wurde, wo alte Beträge neu geteilt werden."""

    @property
    def jahresbudget(self) -> Geldbetrag:
        """Summe der Beiträge, in Cent."""
        return self.beitraege.summe

    @property
    def schluessel(self) -> Zahlungsschluessel:
        """Der Zahlungsschlüssel danach."""
        return Zahlungsschluessel.aus_betraegen(self.beitraege)


@frozen
class Stimmenlage:
    """Wer zusammen beschließen kann, unter einer Abstimmungsregel."""

    abstimmung: Abstimmung
    """Die Regel (OF-09)."""
    sitze: tuple[str, ...]
    """Partner mit Sitz."""
    mehrheiten: tuple[tuple[str, ...], ...]
    """Die kleinsten Mehrheiten."""
    ohne_einfluss: tuple[str, ...]
    """Wessen Stimme nie etwas ändert."""


@frozen
class Stimmenvergleich:
    """Wer vorher und nachher zusammen beschließen kann."""

    sitz: SitzNachBeitritt
    """Ob der neue Partner einen Sitz hat (OF-07)."""
    schluessel: tuple[SchluesselNachBeitritt, ...]
    """Unter welchen Lesarten der Beiträge es so ist; auf eine Abstimmung nach Köpfen wirken sie nicht."""
    vorher: Stimmenlage
    """Vor dem Beitritt."""
    nachher: Stimmenlage
    """Nach dem Beitritt."""


@frozen
class Offenes:
    """Was der Vertrag über einen Beitritt nicht regelt."""

    thema: str
    """Fester Name."""
    text: str
    """Was offen bleibt."""
    fragen: tuple[str, ...]
    """Kennungen der offenen Fragen dazu."""


@frozen
class Beitrittspruefung:
    """Das Ergebnis der Prüfung eines Beitritts."""

    fassung: Vertragsfassung
    """Die Fassung, der beigetreten werden soll."""
    antrag: Beitrittsantrag
    """Der Antrag."""
    schritte: tuple[Pruefschritt, ...]
    """Die vier Schritte."""
    beitragslagen: tuple[Beitragslage, ...]
    """Beiträge und Schlüssel danach, je Lesart, die nicht ausgeschlossen ist."""
    stimmen: tuple[Stimmenvergleich, ...]
    """Sitze und Mehrheiten vorher und nachher."""
    offen: tuple[Offenes, ...]
    """Was der Vertrag dazu nicht regelt."""

    @property
    def zulaessigkeit(self) -> Zulaessigkeit:
        """Ob die beiden Bedingungen des Vertrags erfüllt sind: Rechtsform und Förderlichkeit."""
        bedingungen = {schritt.urteil for schritt in self.schritte[:2]}
        if Urteil.NEIN in bedingungen:
            return Zulaessigkeit.UNZULAESSIG
        if bedingungen == {Urteil.JA}:
            return Zulaessigkeit.ZULAESSIG
        return Zulaessigkeit.NICHT_BESTIMMT

    @property
    def ist_eindeutig(self) -> bool:
        """Ob feststeht, ob der Bewerber beitreten kann, ob er Partner wird und ab wann."""
        wirkung = self.schritte[-1]
        return self.zulaessigkeit is not Zulaessigkeit.NICHT_BESTIMMT and wirkung.ist_eindeutig


def pruefe_beitritt(
    fassung: Vertragsfassung, antrag: Beitrittsantrag, auslegung: Auslegung = Auslegung()
) -> Beitrittspruefung:
    """Prüft einen Beitritt und zeigt, was sich durch ihn änderte.

    Args:
        fassung: Die Fassung, der beigetreten werden soll.
        antrag: Der Antrag.
        auslegung: Die gewählten Lesarten; was nicht gewählt ist, steht nebeneinander.

    Returns:
        Die vier Schritte, die Folgen für Beiträge, Schlüssel und Stimmen und was offen bleibt.

    Raises:
        BeitrittError: Der Bewerber ist schon Partner.
        GeregeltError: Gewählt ist eine andere Lesart, als die Fassung selbst bestimmt.

    Quelle:
        17-Z4; Beiträge 17-F1, Sitze 17-G2.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> verein = Beitrittsantrag("v", "Ein Verein", Rechtsform.VEREIN, Geldbetrag(1), date(2026, 1, 1))
    >>> pruefe_beitritt(BERICHT_2017, verein).zulaessigkeit
    <Zulaessigkeit.UNZULAESSIG: 'unzulaessig'>
    """
    _pruefe_ob_neu(fassung, antrag)
    pruefe_wahl(auslegung, [fassung])
    auslegung = auslegung_der_fassung(fassung, auslegung)
    lagen = _beitragslagen(fassung, antrag, auslegung)
    return Beitrittspruefung(
        fassung=fassung,
        antrag=antrag,
        schritte=(
            _rechtsform(antrag, auslegung),
            _foerderlichkeit(antrag),
            _entscheidung(fassung, antrag, auslegung),
            _wirkung(fassung, antrag, auslegung),
        ),
        beitragslagen=lagen,
        stimmen=_stimmen(fassung, antrag, lagen, auslegung),
        offen=_offen(fassung),
    )


def _offen(fassung: Vertragsfassung) -> tuple[Offenes, ...]:
    """Was über einen Beitritt offen bleibt; über den Sitz kann eine Fassung selbst entscheiden."""
    ist_sitz_geregelt = SitzNachBeitritt.frage() in [regelung.frage for regelung in fassung.geregelt]
    return tuple(eines for eines in OFFEN_NACH_BEITRITT if not (ist_sitz_geregelt and eines.thema == "sitz"))


def beitreten(
    fassung: Vertragsfassung, antrag: Beitrittsantrag, auslegung: Auslegung
) -> tuple[Vertragsfassung, tuple[Offenes, ...]]:
    """Bildet die Fassung, die nach einem Beitritt gilt.

    Args:
        fassung: Die bisherige Fassung.
        antrag: Der Antrag.
        auslegung: Die gewählten Lesarten.

    Returns:
        Die Fassung mit den vollen Jahresbeiträgen nach dem Beitritt, und was der Vertrag dazu offen lässt.

    Raises:
        BeitrittError: Der Beitritt wirkt nicht, oder der Bewerber ist schon Partner.
        LesartFehltError: Ob oder wie er wirkt, hängt an einer Lesart, die nicht gewählt ist.

    Quelle:
        17-Z4.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> antrag = Beitrittsantrag(
    ...     "neuss",
    ...     "Rhein-Kreis Neuss",
    ...     Rechtsform.KREIS,
    ...     Geldbetrag.aus_euro(30_000),
    ...     date(2026, 1, 1),
    ...     foerderlich=True,
    ...     zustimmung=("duesseldorf", "mettmann", "ihk", "aufsichtsgremium"),
    ... )
    >>> neue, offen = beitreten(BERICHT_2017, antrag, Auslegung.mit(SchluesselNachBeitritt.ADDITIV))
    >>> str(neue.beitraege.summe), [eines.thema for eines in offen]
    ('150.000,00 €', ['sitz', 'personal', 'begleitgremium', 'altverpflichtungen', 'uebertragenes_geld'])
    """
    _pruefe_ob_neu(fassung, antrag)
    pruefe_wahl(auslegung, [fassung])
    beitritte = fassungsfolge(Fassungsregister(fassung), [antrag], auslegung).beitritte
    if not beitritte:
        raise BeitrittError("Der Beitritt wirkt nicht", antrag=antrag)
    return fassung_nach_beitritt(fassung, antrag, beitritte[0].beitraege), _offen(fassung)


def _pruefe_ob_neu(fassung: Vertragsfassung, antrag: Beitrittsantrag) -> None:
    if antrag.kennung in fassung.partner_kennungen:
        raise BeitrittError("Der Bewerber ist schon Partner", antrag=antrag)


def _rechtsform(antrag: Beitrittsantrag, auslegung: Auslegung) -> Pruefschritt:
    def faehig(gefragt: Auslegung) -> Urteil:
        lesart = Kreisangehoerige.BEITRITTSFAEHIG
        if antrag.rechtsform is Rechtsform.KREISANGEHOERIGE_GEMEINDE:
            lesart = gefragt.lesart(Kreisangehoerige)
        return ist_beitrittsfaehig(antrag.rechtsform, lesart)

    texte = {
        Urteil.JA: "Nach der Rechtsform kann beigetreten werden.",
        Urteil.NEIN: "Beitreten können nur Gebietskörperschaften; der Bewerber ist nach dieser Prüfung keine, die "
        "beitreten kann.",
        Urteil.NICHT_BESTIMMT: "Ob der Vertrag diese Rechtsform meint, ist offen.",
    }
    lagen = tuple(Antwortlage(v.auslegung, v.ergebnis, texte[v.ergebnis]) for v in varianten(faehig, auslegung))
    return Pruefschritt(1, Pruefpunkt.RECHTSFORM, lagen, (normen.BEITRITT,), ("OF-04", "OF-05"))


def _foerderlichkeit(antrag: Beitrittsantrag) -> Pruefschritt:
    grund = f"„{antrag.begruendung}“" if antrag.begruendung else "ohne Begründung"
    texte = {
        Urteil.JA: f"Die Mitgliedschaft gilt als förderlich: {grund}.",
        Urteil.NEIN: f"Die Mitgliedschaft gilt als nicht förderlich: {grund}.",
        Urteil.NICHT_BESTIMMT: "Noch niemand hat beurteilt, ob die Mitgliedschaft förderlich ist. Das ist ein Urteil "
        "von Menschen; berechnet wird es nie.",
    }
    urteil = ist_foerderlich(antrag.foerderlich)
    lage = Antwortlage((), urteil, texte[urteil])
    return Pruefschritt(2, Pruefpunkt.FOERDERLICHKEIT, (lage,), (normen.BEITRITT, normen.VERTRAGSZIEL), ("OF-05",))


def _entscheidung(fassung: Vertragsfassung, antrag: Beitrittsantrag, auslegung: Auslegung) -> Pruefschritt:
    partner = fassung.partner_kennungen

    def entschieden(gefragt: Auslegung) -> Urteil:
        antworten = {ist_entschieden(antrag.zustimmung, partner, lesart) for lesart in Beitrittsentscheidung}
        if len(antworten) > 1:
            antworten = {ist_entschieden(antrag.zustimmung, partner, gefragt.lesart(Beitrittsentscheidung))}
        return Urteil.JA if antworten == {True} else Urteil.NEIN

    zugestimmt = [kennung for kennung in partner if kennung in antrag.zustimmung]
    stand = f"Zugestimmt haben {len(zugestimmt)} von {len(partner)} Partnern."
    texte = {
        Urteil.JA: f"{stand} Das genügt.",
        Urteil.NEIN: f"{stand} Das genügt nicht.",
    }
    lagen = tuple(
        Antwortlage(weg, variante.ergebnis, texte[variante.ergebnis])
        for variante in varianten(entschieden, auslegung)
        for weg in variante.wege
    )
    return Pruefschritt(3, Pruefpunkt.ENTSCHEIDUNG, lagen, (normen.BEITRITT,), ("OF-02",))


def _wirkung(fassung: Vertragsfassung, antrag: Beitrittsantrag, auslegung: Auslegung) -> Pruefschritt:
    """Ob und ab wann der Bewerber Partner ist; darauf haben Beiträge und Schlüssel keinen Einfluss."""

    def ab(gefragt: Auslegung) -> date | None:
        beitritte = fassungsfolge(Fassungsregister(fassung), [antrag], gefragt).beitritte
        return beitritte[0].ab if beitritte else None

    schluessel = SchluesselNachBeitritt.frage()
    ohne_schluessel = [antwort for antwort in auslegung.wahl if antwort[0] != schluessel]
    gefragt = Auslegung((*ohne_schluessel, (schluessel, SchluesselNachBeitritt.ADDITIV)))
    lagen = tuple(
        Antwortlage(
            tuple(antwort for antwort in weg if antwort[0] != schluessel),
            Urteil.JA if variante.ergebnis else Urteil.NEIN,
            f"Der Bewerber wird am {variante.ergebnis:%d.%m.%Y} Vertragspartner."
            if variante.ergebnis
            else "Der Beitritt wirkt nicht.",
        )
        for variante in varianten(ab, gefragt)
        for weg in variante.wege
    )
    return Pruefschritt(4, Pruefpunkt.WIRKUNG, lagen, (normen.BEITRITT,), ("OF-08",))


def beitraege_im_ersten_jahr(
    antrag: Beitrittsantrag, jahresbeitrag: Geldbetrag, auslegung: Auslegung = Auslegung()
) -> tuple[tuple[Beitrittszeitpunkt | None, date, Geldbetrag], ...]:
    """Zeigt, ab wann und mit welchem Beitrag für das erste Jahr beigetreten würde.

    Args:
        antrag: Der Antrag.
        jahresbeitrag: Voller Jahresbeitrag des neuen Partners, in Cent.
        auslegung: Die gewählten Lesarten.

    Returns:
        Je Lesart, die nicht ausgeschlossen ist, der Tag und der Beitrag für das Jahr dieses Tages, in Cent; ohne
        Lesart, wenn zum Jahresbeginn beigetreten wird.

    Quelle:
        17-Z4 nennt keine Zeit (OF-08).

    >>> from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
    >>> beitrag = Geldbetrag(3_000_000)
    >>> antrag = Beitrittsantrag("neuss", "Rhein-Kreis Neuss", Rechtsform.KREIS, beitrag, zum=date(2026, 7, 1))
    >>> for lesart, ab, betrag in beitraege_im_ersten_jahr(antrag, beitrag):
    ...     print(lesart, ab, betrag)
    nach_monaten 2026-07-01 15.000,00 €
    nach_tagen 2026-07-01 15.123,29 €
    voller_jahresbeitrag 2026-07-01 30.000,00 €
    erst_zum_jahresbeginn 2027-01-01 30.000,00 €
    """
    if ist_jahresbeginn(antrag.zum):
        return ((None, antrag.zum, jahresbeitrag),)
    gefunden: list[tuple[Beitrittszeitpunkt | None, date, Geldbetrag]] = []
    for lesart in _erwogene(Beitrittszeitpunkt, auslegung):
        tag = wirksam_ab(antrag.zum, lesart)
        beitrag = jahresbeitrag
        if not ist_jahresbeginn(tag):
            beitrag = beitrag_im_beitrittsjahr(jahresbeitrag, tag, lesart).betrag
        gefunden.append((lesart, tag, beitrag))
    return tuple(gefunden)


L = TypeVar("L", bound=Lesart)


def _erwogene(frage: type[L], auslegung: Auslegung) -> tuple[L, ...]:
    """Die gewählte Lesart, oder alle, wenn keine gewählt ist."""
    return tuple(variante.ergebnis for variante in varianten(lambda gefragt: gefragt.lesart(frage), auslegung))


def _beitragslagen(fassung: Vertragsfassung, antrag: Beitrittsantrag, auslegung: Auslegung) -> tuple[Beitragslage, ...]:
    kammern = tuple(partner.kennung for partner in fassung.partner if partner.rechtsform is Rechtsform.KAMMER)
    lagen: list[Beitragslage] = []
    for lesart in _erwogene(SchluesselNachBeitritt, auslegung):
        neue = beitraege_nach_beitritt(fassung.beitraege, kammern, antrag.kennung, antrag.beitrag, lesart)
        aenderung = tuple(
            (partner, betrag - fassung.beitraege.get(partner, NULL)) for partner, betrag in neue.beitraege.paare
        )
        lagen.append(Beitragslage(lesart, neue.beitraege, Betraege(aenderung), neue.aufteilung))
    return tuple(lagen)


def _stimmen(
    fassung: Vertragsfassung, antrag: Beitrittsantrag, lagen: Sequence[Beitragslage], auslegung: Auslegung
) -> tuple[Stimmenvergleich, ...]:
    """Vergleicht je Sitzfrage und Abstimmungsregel; Lesarten der Beiträge mit gleichem Ausgang stehen zusammen."""
    gefunden: list[Stimmenvergleich] = []
    for sitz in _erwogene(SitzNachBeitritt, auslegung):
        for abstimmung in _erwogene(Abstimmung, auslegung):
            vorher = _stimmenlage(fassung, sitz, abstimmung)
            je_ausgang: dict[Stimmenlage, list[SchluesselNachBeitritt]] = {}
            for lage in lagen:
                neue = fassung_nach_beitritt(fassung, antrag, lage.beitraege)
                je_ausgang.setdefault(_stimmenlage(neue, sitz, abstimmung), []).append(lage.lesart)
            gefunden += [
                Stimmenvergleich(sitz, tuple(lesarten), vorher, nachher) for nachher, lesarten in je_ausgang.items()
            ]
    return tuple(gefunden)


def _stimmenlage(fassung: Vertragsfassung, sitz: SitzNachBeitritt, abstimmung: Abstimmung) -> Stimmenlage:
    mit_sitz = sitze(fassung, sitz)
    return Stimmenlage(
        abstimmung=abstimmung,
        sitze=mit_sitz,
        mehrheiten=minimale_mehrheiten(mit_sitz, fassung.beitraege, abstimmung),
        ohne_einfluss=tuple(
            partner
            for partner in fassung.partner_kennungen
            if ist_ohne_einfluss(partner, mit_sitz, fassung.beitraege, abstimmung)
        ),
    )


OFFEN_NACH_BEITRITT: tuple[Offenes, ...] = (
    Offenes("sitz", "Ob der neue Partner einen Sitz im Aufsichtsgremium hat.", ("OF-07",)),
    Offenes("personal", "Ob der neue Partner Personal stellt und abordnet.", ("OF-27",)),
    Offenes("begleitgremium", "Ob der neue Partner Mitglieder ins Begleitgremium entsendet.", ("OF-13",)),
    Offenes(
        "altverpflichtungen", "Ob der neue Partner für das einsteht, was vor seinem Beitritt zugesagt ist.", ("OF-08",)
    ),
    Offenes(
        "uebertragenes_geld",
        "Ob der neue Partner an Geld teilhat, das aus Jahren vor seinem Beitritt übertragen ist.",
        ("OF-08", "OF-33"),
    ),
)
"""Was der Vertrag über einen Beitritt nicht regelt, gleich wer beitritt."""
