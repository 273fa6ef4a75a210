"""Fassungsvergleich: was zwei Fassungen unterscheidet, nach Sätzen, Angaben, Regeln und auf den Cent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import evolve, field, frozen

from kooperationsvertrag.ablauf.ergebnis import Ergebnis, OffeneKonvention, ergebnis
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Zahlweise
from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.norm import Norm, Regel
from kooperationsvertrag.regeln import regeln_zu
from kooperationsvertrag.regeln.mitgliedschaft import AUFSICHTSGREMIUM
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Gueltigkeit, Klausel, Regelung, Vertragsfassung
from kooperationsvertrag.vertrag.fragen import FRAGEN
from kooperationsvertrag.vertrag.normen import NORMEN


class Aenderung(StrEnum):
    """Was sich an einer Bestimmung ändert."""

    UNVERAENDERT = "unveraendert"
    GEAENDERT = "geaendert"
    NEU = "neu"
    ENTFALLEN = "entfallen"
    NEU_GEREGELT = "neu_geregelt"
    """Bisher offen, jetzt von der Fassung entschieden."""
    ANDERS_GEREGELT = "anders_geregelt"
    """Bisher anders entschieden."""
    WIEDER_OFFEN = "wieder_offen"
    """Bisher entschieden, jetzt offen."""


@frozen
class Bestimmungsvergleich:
    """Ein Satz des Berichts oder eine Klausel, alt und neu."""

    kennung: str
    """Kennung des Satzes oder der Klausel."""
    aenderung: Aenderung
    """Was sich ändert."""
    alt: str
    """Inhalt bisher; leer, wenn es nichts gab."""
    neu: str
    """Inhalt künftig; leer, wenn nichts mehr gilt."""


@frozen
class Fragenvergleich:
    """Eine Auslegungsfrage oder Rechenkonvention, alt und neu."""

    frage: str
    """Schlüssel der Frage."""
    aenderung: Aenderung
    """Was sich ändert."""
    alt: Regelung | None
    """Wie sie bisher geregelt ist; nichts, wenn sie offen war."""
    neu: Regelung | None
    """Wie sie künftig geregelt ist; nichts, wenn sie offen ist."""


@frozen
class Angabenvergleich:
    """Eine Angabe der Fassung, die sich ändert."""

    angabe: str
    """Was, zum Beispiel ``beitraege.ihk``."""
    alt: str
    """Bisher; leer, wenn es nichts gab."""
    neu: str
    """Künftig; leer, wenn nichts mehr gilt."""
    normen: tuple[Norm, ...] = field(repr=lambda normen: str([norm.kennung for norm in normen]))
    """Die Sätze, denen sie zugrunde liegt oder lag, der bestimmende zuerst; leer, wenn es keiner ist."""


@frozen
class Fassungsvergleich:
    """Was zwei Fassungen unterscheidet."""

    alt: Vertragsfassung
    """Die bisherige Fassung."""
    neu: Vertragsfassung
    """Die neue Fassung."""
    bestimmungen: tuple[Bestimmungsvergleich, ...]
    """Jeder Satz des Berichts und jede Klausel, auch die unveränderten."""
    fragen: tuple[Fragenvergleich, ...]
    """Jede Frage, die eine der beiden Fassungen regelt."""
    angaben: tuple[Angabenvergleich, ...]
    """Jede Angabe, die sich ändert."""

    @property
    def ist_leer(self) -> bool:
        """Ob sich gar nichts ändert."""
        aenderungen = {eines.aenderung for eines in self.bestimmungen} | {eine.aenderung for eine in self.fragen}
        return aenderungen <= {Aenderung.UNVERAENDERT} and not self.angaben

    @property
    def betroffene_saetze(self) -> tuple[Norm, ...]:
        """Die Sätze, die ersetzt sind, entfallen, deren Angaben sich ändern oder deren Fragen anders geregelt sind."""
        geaendert = {eines.kennung for eines in self.bestimmungen if eines.aenderung is not Aenderung.UNVERAENDERT}
        geaendert |= {norm.kennung for eine in self.angaben for norm in eine.normen}
        bewegte = {eine.frage for eine in self.fragen if eine.aenderung is not Aenderung.UNVERAENDERT}
        for frage in FRAGEN:
            schluessel = {auswahl.schluessel for auswahl in frage.auswahlen}
            schluessel |= {konvention.schluessel for konvention in frage.konventionen}
            geaendert |= set(frage.norm_kennungen) if schluessel & bewegte else set()
        return tuple(norm for norm in NORMEN if norm.kennung in geaendert)

    @property
    def betroffene_regeln(self) -> tuple[tuple[Regel, tuple[Norm, ...]], ...]:
        """Regeln, die anders antworten können, je mit den Sätzen, über die."""
        je_regel: dict[Regel, list[Norm]] = {}
        for norm in self.betroffene_saetze:
            for regel in regeln_zu(norm):
                je_regel.setdefault(regel, []).append(norm)
        return tuple((regel, tuple(saetze)) for regel, saetze in je_regel.items())


def vergleiche(alt: Vertragsfassung, neu: Vertragsfassung) -> Fassungsvergleich:
    """Stellt zwei Fassungen nebeneinander.

    Args:
        alt: Die bisherige Fassung.
        neu: Die neue Fassung.

    Returns:
        Was sich an Sätzen, Klauseln, geregelten Fragen und Angaben ändert.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> vergleiche(BERICHT_2017, BERICHT_2017).ist_leer
    True
    >>> strenger = evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", "einstimmig"),))
    >>> [(frage.frage, frage.aenderung.value) for frage in vergleiche(BERICHT_2017, strenger).fragen]
    [('abstimmung', 'neu_geregelt')]
    """
    return Fassungsvergleich(
        alt=alt,
        neu=neu,
        bestimmungen=(*[_satz(norm, alt, neu) for norm in NORMEN], *_klauseln(alt, neu)),
        fragen=_fragen(alt, neu),
        angaben=_angaben(alt, neu),
    )


def _satz(norm: Norm, alt: Vertragsfassung, neu: Vertragsfassung) -> Bestimmungsvergleich:
    vorher, nachher = _inhalt(norm, alt), _inhalt(norm, neu)
    return Bestimmungsvergleich(norm.kennung, _aenderung(vorher, nachher), vorher, nachher)


def _inhalt(norm: Norm, fassung: Vertragsfassung) -> str:
    """Was an der Stelle eines Satzes gilt: er selbst, die Klauseln, die ihn ersetzen, oder nichts."""
    if norm.kennung in fassung.entfallen:
        return ""
    ersatz = [f"{klausel.kennung}: {klausel.text}" for klausel in fassung.klauseln if norm.kennung in klausel.ersetzt]
    return " ".join(ersatz) or norm.inhalt


def _klauseln(alt: Vertragsfassung, neu: Vertragsfassung) -> list[Bestimmungsvergleich]:
    vorher, nachher = _texte(alt.klauseln), _texte(neu.klauseln)
    return [
        Bestimmungsvergleich(
            kennung,
            _aenderung(vorher.get(kennung, ""), nachher.get(kennung, "")),
            vorher.get(kennung, ""),
            nachher.get(kennung, ""),
        )
        for kennung in dict.fromkeys([*vorher, *nachher])
    ]


def _texte(klauseln: Iterable[Klausel]) -> Mapping[str, str]:
    return {klausel.kennung: klausel.text for klausel in klauseln}


def _aenderung(alt: str, neu: str) -> Aenderung:
    if alt == neu:
        return Aenderung.UNVERAENDERT
    if not alt:
        return Aenderung.NEU
    return Aenderung.GEAENDERT if neu else Aenderung.ENTFALLEN


def _fragen(alt: Vertragsfassung, neu: Vertragsfassung) -> tuple[Fragenvergleich, ...]:
    vorher = {regelung.frage: regelung for regelung in alt.geregelt}
    nachher = {regelung.frage: regelung for regelung in neu.geregelt}
    gefunden: list[Fragenvergleich] = []
    for frage in dict.fromkeys([*vorher, *nachher]):
        bisher, kuenftig = vorher.get(frage), nachher.get(frage)
        if bisher and kuenftig:
            gleich = bisher.antwort == kuenftig.antwort
            aenderung = Aenderung.UNVERAENDERT if gleich else Aenderung.ANDERS_GEREGELT
        else:
            aenderung = Aenderung.NEU_GEREGELT if kuenftig else Aenderung.WIEDER_OFFEN
        gefunden.append(Fragenvergleich(frage, aenderung, bisher, kuenftig))
    return tuple(gefunden)


_Angabe = tuple[str, tuple[Norm, ...]]
_KEINE: _Angabe = ("", ())


def _angaben(alt: Vertragsfassung, neu: Vertragsfassung) -> tuple[Angabenvergleich, ...]:
    vorher, nachher = angaben_der_fassung(alt), angaben_der_fassung(neu)
    gefunden: list[Angabenvergleich] = []
    for angabe in dict.fromkeys([*vorher, *nachher]):
        bisher, fruehere = vorher.get(angabe, _KEINE)
        kuenftig, kuenftige = nachher.get(angabe, _KEINE)
        if bisher != kuenftig:
            saetze = tuple(dict.fromkeys([*kuenftige, *fruehere]))
            gefunden.append(Angabenvergleich(angabe, bisher, kuenftig, saetze))
    return tuple(gefunden)


def angaben_der_fassung(fassung: Vertragsfassung) -> Mapping[str, tuple[str, tuple[Norm, ...]]]:
    """Gibt jede einzelne Angabe einer Fassung, in Worten, mit den Sätzen, denen sie zugrunde liegt.

    Args:
        fassung: Die Fassung.

    Returns:
        Je Angabe ihr Wert und ihre Sätze, der bestimmende zuerst.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> wert, [norm] = angaben_der_fassung(BERICHT_2017)["beitraege.ihk"]
    >>> wert, norm.kennung
    ('20.000,00 €', '17-F1')
    """
    angaben: dict[str, _Angabe] = {
        "gueltigkeit": (_gueltigkeit(fassung.gueltigkeit), ()),
        "jahresbudget": (str(fassung.beitraege.summe), (normen.JAHRESBUDGET,)),
        "sitz_der_abordnung": (fassung.sitz_der_abordnung, (normen.ABORDNUNG, normen.RUECKFUEHRUNG)),
        "reihenfolge_der_partner": (", ".join(fassung.partner_kennungen), _VON_ALLEN_PARTNERN),
    }
    for partner in fassung.partner:
        merkmale = (partner.name, partner.kurzname, partner.rechtsform, partner.entscheidungsgremium, partner.kreis)
        ist_gruender = partner.kennung in BERICHT_2017.partner_kennungen
        norm = normen.JAHRESBUDGET if ist_gruender else normen.BEITRITT
        angaben[f"partner.{partner.kennung}"] = (", ".join(filter(None, dict.fromkeys(merkmale))), (norm,))
    for kennung, betrag in fassung.beitraege.paare:
        angaben[f"beitraege.{kennung}"] = (str(betrag), (normen.JAHRESBUDGET,))
    for nummer, stelle in enumerate(fassung.stellen):
        saetze = tuple(dict.fromkeys([stelle.norm, normen.PERSONALGESTELLUNG, normen.ABORDNUNG]))
        angaben[f"stellen[{nummer}]"] = (f"{stelle.partner}: {stelle.funktion}", saetze)
    for nummer, sitz in enumerate(fassung.aufsichtsgremium):
        angaben[f"aufsichtsgremium[{nummer}]"] = (f"{sitz.partner}: {sitz.amt}", (normen.AUFSICHTSGREMIUM,))
    return angaben


_VON_ALLEN_PARTNERN = (
    normen.JAHRESBUDGET,
    normen.BEITRITT,
    normen.PERSONALKOSTEN,
    normen.AUFSICHTSGREMIUM,
    normen.RUECKFUEHRUNG,
)
"""Sätze, die von jedem Partner handeln; ihre Reihenfolge zählt, wo Cent nach ihr verteilt werden (OF-32)."""


def _gueltigkeit(gueltigkeit: Gueltigkeit) -> str:
    if gueltigkeit.ab:
        return f"ab {gueltigkeit.ab:%d.%m.%Y}"
    return f"mit: {gueltigkeit.bei}" if gueltigkeit.bei else ""


@frozen
class Betragsunterschied:
    """Was ein Partner in einem Haushaltsjahr unter der neuen Fassung mehr oder weniger hat."""

    jahr: int
    """Das Haushaltsjahr."""
    partner: str
    """Kennung des Partners."""
    groesse: str
    """Worum es geht: ``beitrag``, ``rueckfuehrung`` oder ``forderung``."""
    alt: Geldbetrag
    """Bisher, in Cent."""
    neu: Geldbetrag
    """Künftig, in Cent."""


@frozen
class Fallvergleich:
    """Derselbe Sachverhalt unter zwei Fassungen."""

    alt: Ergebnis
    """Was unter der bisherigen Fassung herauskommt."""
    neu: Ergebnis
    """Was unter der neuen Fassung herauskommt."""

    @property
    def unterschiede(self) -> tuple[Betragsunterschied, ...] | None:
        """Jeder Betrag, der sich ändert; nichts, solange eines der beiden Ergebnisse an einer Lesart hängt."""
        if not self.alt.ist_eindeutig or not self.neu.ist_eindeutig:
            return None
        gefunden: list[Betragsunterschied] = []
        for bisher, kuenftig in zip(self.alt.haushaltsjahre, self.neu.haushaltsjahre, strict=True):
            for groesse, vorher, nachher in (
                ("beitrag", bisher.vereinbart, kuenftig.vereinbart),
                ("rueckfuehrung", bisher.rueckfuehrung, kuenftig.rueckfuehrung),
                ("forderung", bisher.forderungen, kuenftig.forderungen),
            ):
                for partner in dict.fromkeys([*vorher, *nachher]):
                    alt, neu = vorher.get(partner, NULL), nachher.get(partner, NULL)
                    if alt != neu:
                        gefunden.append(Betragsunterschied(bisher.jahr, partner, groesse, alt, neu))
        return tuple(gefunden)


def vergleiche_fall(
    aufzeichnung: Aufzeichnung,
    neu: Vertragsfassung,
    auslegung: Auslegung = Auslegung(),
    konvention: Rechenkonvention | OffeneKonvention = Rechenkonvention(),
) -> Fallvergleich:
    """Rechnet einen Sachverhalt unter seiner Fassung und unter einer anderen.

    Gewählte Lesarten gelten unter beiden; was eine Fassung selbst regelt, geht ihnen unter ihr vor.

    Args:
        aufzeichnung: Der Sachverhalt mit der bisherigen Fassung.
        neu: Die neue Fassung.
        auslegung: Die gewählten Lesarten.
        konvention: Wie Centbruchteile verteilt werden, wo die Fassung selbst nichts darüber sagt.

    Returns:
        Beide Ergebnisse.

    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Zahlweise
    >>> from kooperationsvertrag.geld import Betraege, Geldbetrag
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> halbe = Betraege(tuple((wer, Geldbetrag(betrag.cent // 2)) for wer, betrag in BERICHT_2017.beitraege.paare))
    >>> jahre = (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ()),)
    >>> vergleich = vergleiche_fall(Aufzeichnung(BERICHT_2017, jahre), evolve(BERICHT_2017, beitraege=halbe))
    >>> [str(eines.haushaltsjahre[0].jahresbudget) for eines in (vergleich.alt, vergleich.neu)]
    ['120.000,00 €', '60.000,00 €']
    """
    return Fallvergleich(
        alt=ergebnis(aufzeichnung, _ohne_geregeltes(aufzeichnung.fassung, auslegung), konvention),
        neu=ergebnis(evolve(aufzeichnung, fassung=neu), _ohne_geregeltes(neu, auslegung), konvention),
    )


def _ohne_geregeltes(fassung: Vertragsfassung, auslegung: Auslegung) -> Auslegung:
    geregelt = {regelung.frage for regelung in fassung.geregelt}
    return Auslegung(tuple(antwort for antwort in auslegung.wahl if antwort[0] not in geregelt))


def hindernisse(aufzeichnung: Aufzeichnung, fassung: Vertragsfassung) -> tuple[str, ...]:
    """Sagt, warum sich ein Sachverhalt unter einer Fassung nicht rechnen lässt, die nicht seine eigene ist.

    Args:
        aufzeichnung: Der Sachverhalt.
        fassung: Die Fassung, unter der er gerechnet werden soll.

    Returns:
        Je Hindernis ein Satz; keiner, wenn es geht.

    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Zahlweise
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> hindernisse(Aufzeichnung(BERICHT_2017, (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ()),)), BERICHT_2017)
    ()
    """
    beitretende = [antrag.kennung for antrag in aufzeichnung.beitritte]
    moegliche = {*fassung.partner_kennungen, *beitretende}
    fremde = dict.fromkeys(wer for wer in _genannte(aufzeichnung) if wer not in moegliche)
    return (
        *(f"„{wer}“ kommt vor und ist dort kein Partner." for wer in fremde),
        *(f"„{wer}“ tritt bei und ist dort schon Partner." for wer in beitretende if wer in fassung.partner_kennungen),
    )


def _genannte(aufzeichnung: Aufzeichnung) -> Iterator[str]:
    """Wer in einem Sachverhalt zahlt, gibt, stimmt, Personal stellt oder einen Anteil an altem Geld hat."""
    for schicht in aufzeichnung.anfangsbestand:
        yield from schicht.schluessel.partner
    for antrag in aufzeichnung.beitritte:
        yield from (wer for wer in antrag.zustimmung if wer != AUFSICHTSGREMIUM)
    for jahr in aufzeichnung.haushaltsjahre:
        if not isinstance(jahr.eingezahlt, Zahlweise):
            yield from (einzahlung.partner for einzahlung in jahr.eingezahlt)
        yield from (ausgabe.partner for ausgabe in jahr.ausgaben if ausgabe.partner)
        yield from (mittel.partner for mittel in jahr.zusatzmittel)
        if jahr.uebertragung:
            yield from jahr.uebertragung.stimmen.genannt
