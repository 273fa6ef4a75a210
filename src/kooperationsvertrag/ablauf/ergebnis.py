"""Ergebnis: ein Fall unter jeder Lesart, die nicht ausgeschlossen ist."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from functools import partial
from itertools import permutations

from attrs import frozen

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung
from kooperationsvertrag.ablauf.jahresfolge import Jahresfolge, fassungen_der_jahre, jahresfolge
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung
from kooperationsvertrag.auslegung import (
    Antwort,
    Auslegung,
    OffeneFrage,
    Variante,
    Zweig,
    offene_fragen,
    zusammengefasst,
    zweige,
)
from kooperationsvertrag.geld import NULL
from kooperationsvertrag.norm import Befund
from kooperationsvertrag.vertrag.geregelt import (
    RUNDUNGSVORRANG,
    auslegung_der_fassung,
    gemeinsame_konvention,
    geregelte_konvention,
)
from kooperationsvertrag.vertrag.lesarten import Rueckfuehrungsbasis

ALLE_REIHENFOLGEN_BIS = 4
"""Bis zu so vielen Partnern werden alle Reihenfolgen durchgerechnet, darüber die äußersten für jeden Partner."""

UNGEWISS_NACH_KOSTEN = 2
"""Um so viele Cent ist die Schranke dann höher: einen für den Kostenanteil, einen für die Rückführung."""

SPIELRAUM_BIS = 100
"""Für so viele verschiedene Ergebnisse wird der Spielraum der Rundung berechnet; danach genügen die ersten."""


@frozen
class OffeneKonvention:
    """Statt einer Rechenkonvention: alle Arten zu runden werden wie Lesarten durchgerechnet."""

    vorrang: tuple[str, ...] | None = None
    """Wer bei Gleichstand zuerst erhält, wenn das gewählt ist; sonst jede Reihenfolge."""


@frozen
class Ergebnis:
    """Was bei einem Fall herauskommt, unter jeder Lesart, die nicht ausgeschlossen ist."""

    konvention: Rechenkonvention | OffeneKonvention
    """Wie gerundet wurde."""
    varianten: tuple[Variante[Jahresfolge], ...]
    """Jedes verschiedene Ergebnis; genau eines, wenn das Ergebnis eindeutig ist."""
    offene_fragen: tuple[OffeneFrage, ...]
    """Woran das Ergebnis hängt, der größte Unterschied in Cent zuerst."""
    cent_spielraum: int
    """Um wie viele Cent ein Partner durch eine andere Art zu runden höchstens anders stünde.

    Gibt es mehr als hundert verschiedene Ergebnisse, so ist das der Spielraum der ersten hundert.
    """

    @property
    def ist_eindeutig(self) -> bool:
        """Ob alle nicht ausgeschlossenen Lesarten übereinstimmen."""
        return len(self.varianten) == 1

    @property
    def haushaltsjahre(self) -> Jahresfolge:
        """Die Abrechnungen, wenn das Ergebnis eindeutig ist; sonst keine."""
        return self.varianten[0].ergebnis if self.ist_eindeutig else ()

    @property
    def gemeinsame_befunde(self) -> tuple[tuple[int, Befund], ...]:
        """Befunde mit ihrem Haushaltsjahr, die unter jeder Lesart gelten."""
        je_variante = [
            [(jahr.jahr, befund) for jahr in variante.ergebnis for befund in jahr.befunde]
            for variante in self.varianten
        ]
        return tuple(eintrag for eintrag in je_variante[0] if all(eintrag in andere for andere in je_variante[1:]))


def ergebnis(
    aufzeichnung: Aufzeichnung,
    auslegung: Auslegung = Auslegung(),
    konvention: Rechenkonvention | OffeneKonvention = Rechenkonvention(),
) -> Ergebnis:
    """Rechnet einen Fall unter jeder Lesart, die nicht ausgeschlossen ist.

    Args:
        aufzeichnung: Fassung, Jahre, Beitritte und Anfangsbestand.
        auslegung: Die gewählten Lesarten; was nicht gewählt ist, wird durchgerechnet, wo es etwas ändert.
        konvention: Wie Centbruchteile verteilt werden, oder dass auch das durchgerechnet wird.

    Returns:
        Das eindeutige Ergebnis, oder jedes mögliche mit der Frage, an der es hängt.

    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Zahlweise
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> jahre = (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ()),)
    >>> ergebnis(Aufzeichnung(BERICHT_2017, jahre)).ist_eindeutig
    True
    """
    fassungen = fassungen_der_jahre(aufzeichnung)
    konvention = gemeinsame_konvention(fassungen) or konvention
    alle = alle_zweige(aufzeichnung, auslegung, konvention)
    gefunden = zusammengefasst(alle, kern)
    return Ergebnis(
        konvention=konvention,
        varianten=gefunden,
        offene_fragen=offene_fragen(alle, unterschied, kern) if len(gefunden) > 1 else (),
        cent_spielraum=0
        if all(geregelte_konvention(fassung) for fassung in fassungen)
        else max(
            cent_spielraum(aufzeichnung, auslegung_aus(variante.wege[0])) for variante in gefunden[:SPIELRAUM_BIS]
        ),
    )


def alle_zweige(
    aufzeichnung: Aufzeichnung,
    auslegung: Auslegung = Auslegung(),
    konvention: Rechenkonvention | OffeneKonvention = Rechenkonvention(),
    laufend: Collection[int] = (),
) -> tuple[Zweig[Jahresfolge], ...]:
    """Rechnet einen Fall unter jeder Lesart, nach der gefragt wird, ohne gleiche Ergebnisse zusammenzufassen.

    Args:
        aufzeichnung: Fassung, Jahre, Beitritte und Anfangsbestand.
        auslegung: Die gewählten Lesarten.
        konvention: Wie Centbruchteile verteilt werden, oder dass auch das durchgerechnet wird.
        laufend: Jahre, von denen nur die bisherigen Summen feststehen.

    Returns:
        Je Folge von Antworten ihr Ergebnis.

    >>> from datetime import date
    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Zahlweise
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> jahre = (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, (), geprueft=date(2019, 2, 14)),)
    >>> [[str(antwort) for _, antwort in zweig.antworten] for zweig in alle_zweige(Aufzeichnung(BERICHT_2017, jahre))]
    [['vornahme_genuegt'], ['billigung_noetig']]
    """
    partner = beteiligte(aufzeichnung)

    def rechne(gefragt: Auslegung) -> Jahresfolge:
        return jahresfolge(aufzeichnung, gefragt, geltende_konvention(konvention, partner, gefragt), laufend=laufend)

    return zweige(rechne, auslegung)


def kern(folge: Jahresfolge) -> Hashable:
    """Gibt, worin zwei Ergebnisse übereinstimmen müssen, um dasselbe Ergebnis zu sein: alle Beträge.

    Aus welchem Jahr übertragenes Geld stammt, ob ein Beschluss ohne Folgen zustande kam und wie etwas zu beanstanden
    ist, macht allein kein anderes Ergebnis.

    Args:
        folge: Abrechnungen aufeinanderfolgender Jahre.

    Returns:
        Stand und Beträge jedes Jahres; der Übertrag nach Schlüsseln.

    >>> from attrs import evolve
    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Zahlweise
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> jahre = (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ()),)
    >>> folge = ergebnis(Aufzeichnung(BERICHT_2017, jahre)).haushaltsjahre
    >>> kern(folge) == kern((evolve(folge[0], befunde=()),))
    True
    """
    return tuple([_kern(jahr) for jahr in folge])


def _kern(jahr: Jahresabrechnung) -> Hashable:
    uebertrag: dict[frozenset[tuple[str, int]], int] = {}
    for schicht in jahr.schichten_in_folgejahr:
        schluessel = frozenset(schicht.schluessel.gekuerzt())
        uebertrag[schluessel] = uebertrag.get(schluessel, 0) + schicht.betrag.cent
    return (
        jahr.status,
        jahr.vereinbart,
        jahr.eingezahlt,
        jahr.verfuegbar.cent,
        jahr.rueckfuehrung,
        jahr.forderungen,
        jahr.wartet_auf_pruefung.cent,
        frozenset(uebertrag.items()),
    )


def beteiligte(aufzeichnung: Aufzeichnung) -> tuple[str, ...]:
    """Gibt alle, die Partner sind oder werden wollen, in der Reihenfolge des Vertrags.

    Args:
        aufzeichnung: Fassung, Jahre und Beitritte.

    Returns:
        Kennungen der Partner, danach der Bewerber.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr
    >>> beteiligte(Aufzeichnung(BERICHT_2017, (Haushaltsjahr(2018, (), ()),)))
    ('duesseldorf', 'mettmann', 'ihk')
    """
    partner = [wer for fassung in aufzeichnung.register.fassungen for wer in fassung.partner_kennungen]
    return tuple(dict.fromkeys([*partner, *[antrag.kennung for antrag in aufzeichnung.beitritte]]))


def auslegung_aus(antworten: Iterable[Antwort]) -> Auslegung:
    """Macht aus den Antworten eines Weges eine Auslegung, die genau so antwortet.

    Args:
        antworten: Schlüssel der Frage und Antwort.

    Returns:
        Die Auslegung; von zweien Antworten auf dieselbe Frage gilt die frühere.

    >>> auslegung_aus([("rundung", Rundung.GROESSTER_REST)]).lesart(Rundung)
    <Rundung.GROESSTER_REST: 'groesster_rest'>
    """
    return Auslegung(tuple(antworten))


def geltende_konvention(
    konvention: Rechenkonvention | OffeneKonvention, partner: Sequence[str], auslegung: Auslegung
) -> Rechenkonvention:
    """Gibt die Rechenkonvention; ist sie offen, so wird nach ihr wie nach einer Lesart gefragt.

    Args:
        konvention: Die erklärte Konvention, oder dass sie offen ist.
        partner: Alle Beteiligten in der Reihenfolge des Vertrags.
        auslegung: Wer antwortet, wenn sie offen ist.

    Returns:
        Die Konvention, nach der gerechnet wird.

    Raises:
        LesartFehltError: Sie ist offen, und die Auslegung antwortet nicht.

    >>> geltende_konvention(OffeneKonvention(("ihk",)), ["ihk"], Auslegung.mit(Rundung.GROESSTER_REST)).vorrang
    ('ihk',)
    """
    if isinstance(konvention, Rechenkonvention):
        return konvention
    rundung = auslegung.lesart(Rundung)
    if konvention.vorrang is not None:
        return Rechenkonvention(rundung, konvention.vorrang)
    return Rechenkonvention(rundung, auslegung.waehle(RUNDUNGSVORRANG, reihenfolgen(partner)))


def reihenfolgen(partner: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Gibt die Reihenfolgen bei Gleichstand, die durchgerechnet werden.

    Bis zu vier Partnern sind es alle. Bei mehr Partnern sind es für jeden die, in der er zuerst, und die, in der er
    zuletzt kommt: aus einer Aufteilung erhält er dazwischen weder mehr noch weniger.

    Args:
        partner: Die Partner in der Reihenfolge des Vertrags.

    Returns:
        Die Reihenfolgen; die des Vertrags zuerst.

    >>> reihenfolgen(["mettmann", "ihk"])
    (('mettmann', 'ihk'), ('ihk', 'mettmann'))
    """
    if len(partner) <= ALLE_REIHENFOLGEN_BIS:
        return tuple(permutations(partner))
    aeusserste = {tuple(partner): None}
    for einer in partner:
        andere = [kennung for kennung in partner if kennung != einer]
        aeusserste[(einer, *andere)] = None
        aeusserste[(*andere, einer)] = None
    return tuple(aeusserste)


def cent_spielraum(aufzeichnung: Aufzeichnung, auslegung: Auslegung) -> int:
    """Berechnet, um wie viele Cent ein Partner durch eine andere Art zu runden höchstens anders stünde.

    Gerechnet wird der ganze Fall unter jeder Rundung und unter jeder Reihenfolge von :func:`reihenfolgen`; verglichen
    wird je Haushaltsjahr und Partner, was er zurückerhält und was er noch schuldet. Werden die Kosten nach dem
    Schlüssel geteilt und sind es mehr als vier Partner, so ist das Ergebnis eine sichere obere Schranke: Kostenanteil
    und Rückführung können dann gegenläufig um je einen Cent abweichen, ohne dass es jede Reihenfolge zeigt.

    Args:
        aufzeichnung: Fassung, Jahre, Beitritte und Anfangsbestand.
        auslegung: Die gewählten Lesarten. Fragen, die erst eine andere Rundung aufwirft (zum Beispiel weil Restcents
            übertragen werden), werden durchgerechnet.

    Returns:
        Der größte Unterschied in Cent.

    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Zahlweise
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> jahre = (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ()),)
    >>> cent_spielraum(Aufzeichnung(BERICHT_2017, jahre), Auslegung())
    0
    """
    partner = beteiligte(aufzeichnung)
    nach_kosten = any(
        auslegung_der_fassung(fassung, auslegung).ist_gewaehlt(Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL)
        for fassung in fassungen_der_jahre(aufzeichnung)
    )
    ergebnisse = {
        zweig.ergebnis
        for konvention in _konventionen(partner, nach_kosten)
        for zweig in zweige(partial(_rechne, aufzeichnung, konvention), auslegung)
    }
    ungewiss = UNGEWISS_NACH_KOSTEN if nach_kosten and len(partner) > ALLE_REIHENFOLGEN_BIS else 0
    return ungewiss + max(unterschied(eines, anderes) for eines in ergebnisse for anderes in ergebnisse)


def _konventionen(partner: Sequence[str], nach_kosten: bool) -> list[Rechenkonvention]:
    """Jede Rundung; mit jeder Reihenfolge, wo sie auf sie wirken kann."""
    return [
        Rechenkonvention(rundung, vorrang)
        for rundung in Rundung
        for nummer, vorrang in enumerate(reihenfolgen(partner))
        if nach_kosten or rundung is Rundung.GROESSTER_REST or nummer == 0
    ]


def _rechne(aufzeichnung: Aufzeichnung, konvention: Rechenkonvention, auslegung: Auslegung) -> Jahresfolge:
    return jahresfolge(aufzeichnung, auslegung, konvention)


def unterschied(eine: Jahresfolge, andere: Jahresfolge) -> int:
    """Gibt den größten Unterschied, den zwei Ergebnisse für einen Partner in einem Haushaltsjahr machen.

    Verglichen wird, was ein Partner zurückerhält abzüglich dessen, was er schuldet.

    Args:
        eine: Abrechnungen aufeinanderfolgender Jahre.
        andere: Abrechnungen derselben Jahre.

    Returns:
        Der Unterschied in Cent, nicht negativ.

    >>> from attrs import evolve
    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Zahlweise
    >>> from kooperationsvertrag.geld import Betraege, Geldbetrag
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> jahre = (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ()),)
    >>> [jahr] = ergebnis(Aufzeichnung(BERICHT_2017, jahre)).haushaltsjahre
    >>> unterschied((jahr,), (evolve(jahr, forderungen=Betraege((("ihk", Geldbetrag(7)),))),))
    7
    """
    paare = list(zip(eine, andere, strict=True))
    return max(_unterschied_der_partner(a, b) for a, b in paare)


def _unterschied_der_partner(eine: Jahresabrechnung, andere: Jahresabrechnung) -> int:
    partner = {*eine.rueckfuehrung, *andere.rueckfuehrung, *eine.forderungen, *andere.forderungen}
    return max((abs(stand(eine, kennung) - stand(andere, kennung)) for kennung in partner), default=0)


def stand(jahr: Jahresabrechnung, partner: str) -> int:
    """Gibt, was ein Partner in einem Jahr zurückerhält, abzüglich dessen, was er noch schuldet.

    Args:
        jahr: Die Abrechnung des Haushaltsjahres.
        partner: Kennung des Partners.

    Returns:
        Der Unterschied in Cent; negativ, wenn er mehr schuldet, als er erhält.

    >>> from attrs import evolve
    >>> from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Zahlweise
    >>> from kooperationsvertrag.geld import Betraege, Geldbetrag
    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> jahre = (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ()),)
    >>> [jahr] = ergebnis(Aufzeichnung(BERICHT_2017, jahre)).haushaltsjahre
    >>> stand(evolve(jahr, forderungen=Betraege((("ihk", Geldbetrag(7)),))), "ihk")
    -7
    """
    return jahr.rueckfuehrung.get(partner, NULL).cent - jahr.forderungen.get(partner, NULL).cent
