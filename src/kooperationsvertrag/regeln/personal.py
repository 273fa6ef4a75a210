"""Personal: wer welche Stelle besetzt, wohin abgeordnet wird und wer das Personal bezahlt.

Sätze: 17-P1 (eine Person je Gründungspartner), 17-P2 (Abordnung), 17-P3 (Leitung und Stellvertretung), 17-P4
(Schwerpunkt Regionalwirtschaft), 17-P5 (Vorgesetztenfunktion) und 17-F4 (Personalkosten).

Nicht geregelt: ob Stellen auch nach dem Beginn zu besetzen sind (OF-27; die Lesarten geben Antworten), Stellen später
beigetretener Partner (OF-27), Ersatz und Vakanz (OF-28), die Abordnung an sich selbst (OF-29), ob die Leitung nur
fachlich vorgesetzt ist (OF-30), was zu den Personalkosten zählt (OF-27, OF-31).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.norm import Befund, Schwere, regel
from kooperationsvertrag.vertrag import festlegungen, normen
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart
from kooperationsvertrag.vertrag.fassung import Funktion, Stelle, Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import Stellendauer

FUNKTIONSNAMEN: Mapping[Funktion, str] = {
    Funktion.LEITUNG: "Leitung",
    Funktion.STELLVERTRETUNG: "Stellvertretung",
    Funktion.SCHWERPUNKT_REGIONALWIRTSCHAFT: "Schwerpunkt Regionalwirtschaft",
}
"""Wie die Funktionen in Sätzen heißen."""


@frozen
class Besetzung:
    """Eine Person, die ein Partner zu Beginn tatsächlich gestellt hat."""

    partner: str
    """Wer sie stellt."""
    funktion: Funktion | None = None
    """Was sie tut, wenn bekannt."""
    abgeordnet_an: str | None = None
    """Partner, an den sie abgeordnet ist; leer, wenn an niemanden; ohne Angabe nicht bekannt."""
    ist_vorgesetzt: bool | None = None
    """Ob sie die Vorgesetztenfunktion ausübt, wenn bekannt."""


@frozen
class Personalaufwand:
    """Was eine gestellte Person kostet."""

    besetzung: Besetzung
    """Die Person und der Partner, der sie stellt."""
    betrag: Geldbetrag
    """Ihre Personalkosten in Cent."""


def stellenbefunde(fassung: Vertragsfassung, besetzungen: Sequence[Besetzung]) -> tuple[Befund, ...]:
    """Vergleicht die Besetzung zu Beginn mit allem, was über das Personal vereinbart ist.

    Wie ernst ein Befund ist: Wer eine Pflicht nicht erfüllt, verstößt gegen den Vertrag (17-P1, 17-P2). Wo die
    Aufgaben anders verteilt sind als beschrieben, steht eine Warnung, weil der Ersatz nicht geregelt ist (17-P3 bis
    17-P5, OF-28). Wozu der Text schweigt, ist höchstens ein Hinweis. Was nicht bekannt ist, ist kein Befund.

    Args:
        fassung: Die Fassung mit den zugesagten Stellen.
        besetzungen: Alle, die zu Beginn gestellt sind; ein Partner, der fehlt, hat niemanden gestellt.

    Returns:
        Die Befunde in der Reihenfolge der Sätze; leer, wenn alles wie zugesagt ist.

    Quelle:
        17-P1, 17-P2, 17-P3, 17-P4, 17-P5.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> besetzungen = [Besetzung("duesseldorf"), Besetzung("mettmann", abgeordnet_an="duesseldorf")]
    >>> [befund.text for befund in stellenbefunde(BERICHT_2017, besetzungen)]
    ['IHK: Zu Beginn ist niemand gestellt; zugesagt ist 1 Stelle.']
    """
    return (
        *personalgestellung_befunde(fassung, besetzungen),
        *abordnungsbefunde(fassung, besetzungen),
        *funktionsbefunde(fassung, besetzungen),
        *vorgesetztenbefunde(fassung, besetzungen),
    )


@regel(normen.PERSONALGESTELLUNG)
def personalgestellung_befunde(fassung: Vertragsfassung, besetzungen: Sequence[Besetzung]) -> tuple[Befund, ...]:
    """Jeder Gründungspartner stellt zu Beginn so viele Personen, wie er Stellen zugesagt hat.

    Args:
        fassung: Die Fassung mit den zugesagten Stellen.
        besetzungen: Alle, die zu Beginn gestellt sind.

    Returns:
        Ein Verstoß je Partner, der weniger stellt; ein Hinweis je Partner, der mehr stellt (OF-27). Partner ohne
        zugesagte Stelle kommen nicht vor.

    Quelle:
        17-P1.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> [befund.schwere.value for befund in personalgestellung_befunde(BERICHT_2017, [])]
    ['verstoss', 'verstoss', 'verstoss']
    """
    befunde: list[Befund] = []
    for partner in dict.fromkeys([stelle.partner for stelle in fassung.stellen]):
        zugesagt = len([stelle for stelle in fassung.stellen if stelle.partner == partner])
        gestellt = len([besetzung for besetzung in besetzungen if besetzung.partner == partner])
        beginn = f"{_name(fassung, partner)}: Zu Beginn {_personen(gestellt)} gestellt; zugesagt "
        zusage = "ist 1 Stelle" if zugesagt == 1 else f"sind {zugesagt} Stellen"
        if gestellt < zugesagt:
            befunde.append(
                Befund("stelle_nicht_besetzt", Schwere.VERSTOSS, f"{beginn}{zusage}.", (normen.PERSONALGESTELLUNG,))
            )
        elif gestellt > zugesagt:
            text = f"{beginn}{zusage}. Ob mehr verlangt oder erlaubt ist, sagt der Text nicht."
            befunde.append(Befund("mehr_gestellt_als_zugesagt", Schwere.HINWEIS, text, (normen.PERSONALGESTELLUNG,)))
    return tuple(befunde)


@regel(normen.PERSONALGESTELLUNG, festlegungen.BEGINN_DER_STELLEN)
def ist_personal_gestellt(*, zugesagt: int, jemals: int, im_jahr: int, am_stichtag: int, lesart: Stellendauer) -> bool:
    """Ein Partner hat sein Personal gestellt, wenn zur verlangten Zeit so viele Personen da waren wie zugesagt.

    Gezählt werden Personen, die gleichzeitig gestellt sind; „zu Beginn“ ist kein Tag.

    Args:
        zugesagt: Zahl der Stellen, die der Partner zugesagt hat.
        jemals: Höchste Zahl bis zum Stichtag.
        im_jahr: Höchste Zahl im Kalenderjahr des Stichtags, bis zu diesem.
        am_stichtag: Zahl am Stichtag.
        lesart: Wie lange die Stellen zu besetzen sind.

    Returns:
        Ob die Pflicht am Stichtag erfüllt ist.

    Quelle:
        17-P1. Wie lange die Stellen zu besetzen sind, sagt der Text nicht (OF-27).

    >>> abberufen = {"zugesagt": 1, "jemals": 1, "im_jahr": 1, "am_stichtag": 0}
    >>> ist_personal_gestellt(**abberufen, lesart=Stellendauer.NUR_ZU_BEGINN)
    True
    >>> ist_personal_gestellt(**abberufen, lesart=Stellendauer.DAUERND)
    False
    """
    gestellt = {
        Stellendauer.NUR_ZU_BEGINN: jemals,
        Stellendauer.DAUERND: am_stichtag,
        Stellendauer.ZU_BEGINN_JEDES_JAHRES: im_jahr,
    }[lesart]
    return gestellt >= zugesagt


@regel(normen.ABORDNUNG)
def abordnungsbefunde(fassung: Vertragsfassung, besetzungen: Sequence[Besetzung]) -> tuple[Befund, ...]:
    """Das Personal der Gründungspartner ist an die Landeshauptstadt Düsseldorf abgeordnet.

    Wer am Sitz der Abordnung selbst beschäftigt ist, braucht keine Abordnung (OF-29). Für später beigetretene Partner
    ist nichts geregelt (OF-27).

    Args:
        fassung: Die Fassung mit dem Sitz der Abordnung.
        besetzungen: Alle, die zu Beginn gestellt sind.

    Returns:
        Ein Verstoß je Person, die bekanntermaßen anders oder gar nicht abgeordnet ist.

    Quelle:
        17-P2.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> [befund.text for befund in abordnungsbefunde(BERICHT_2017, [Besetzung("ihk", abgeordnet_an="")])]
    ['IHK: Die gestellte Person ist nicht abgeordnet; zugesagt ist die Abordnung an: Düsseldorf.']
    """
    sitz = fassung.sitz_der_abordnung
    gruender = {stelle.partner for stelle in fassung.stellen}
    befunde: list[Befund] = []
    for besetzung in besetzungen:
        erfuellt = ("", sitz) if besetzung.partner == sitz else (sitz,)
        ziel = besetzung.abgeordnet_an
        if besetzung.partner not in gruender or ziel is None or ziel in erfuellt:
            continue
        ist = f"abgeordnet an: {_name(fassung, ziel)}" if ziel else "nicht abgeordnet"
        text = (
            f"{_name(fassung, besetzung.partner)}: Die gestellte Person ist {ist}; "
            f"zugesagt ist die Abordnung an: {_name(fassung, sitz)}."
        )
        befunde.append(Befund("abordnung_abweichend", Schwere.VERSTOSS, text, (normen.ABORDNUNG,)))
    return tuple(befunde)


@regel(normen.LEITUNG_UND_STELLVERTRETUNG, normen.SCHWERPUNKT_REGIONALWIRTSCHAFT)
def funktionsbefunde(fassung: Vertragsfassung, besetzungen: Sequence[Besetzung]) -> tuple[Befund, ...]:
    """Leitung, Stellvertretung und Schwerpunkt Regionalwirtschaft kommen von dem Partner, dem sie zugewiesen sind.

    Args:
        fassung: Die Fassung mit den zugesagten Stellen.
        besetzungen: Alle, die zu Beginn gestellt sind.

    Returns:
        Eine Warnung je Person, die eine Funktion eines anderen Partners wahrnimmt; ein Hinweis je Funktion, die der
        Partner trotz gestellter Person bekanntermaßen nicht besetzt und auch sonst niemand wahrnimmt (OF-28).

    Quelle:
        17-P3, 17-P4.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> besetzungen = [Besetzung("mettmann", Funktion.LEITUNG), Besetzung("ihk")]
    >>> [befund.text for befund in funktionsbefunde(BERICHT_2017, besetzungen)]
    ['Leitung: wahrgenommen von Kreis Mettmann; zugewiesen an Düsseldorf.']
    """
    return tuple([befund for stelle in fassung.stellen for befund in _funktionsbefunde(stelle, fassung, besetzungen)])


def _funktionsbefunde(stelle: Stelle, fassung: Vertragsfassung, besetzungen: Sequence[Besetzung]) -> tuple[Befund, ...]:
    """Befunde zu einer zugesagten Stelle."""
    funktion, zugewiesen = FUNKTIONSNAMEN[stelle.funktion], _name(fassung, stelle.partner)
    inhaber = [besetzung.partner for besetzung in besetzungen if besetzung.funktion is stelle.funktion]
    if not inhaber and _hat_andere_funktionen(stelle.partner, besetzungen):
        text = f"{funktion}: nimmt niemand wahr; zugewiesen an {zugewiesen}. Ein Ersatz ist nicht geregelt."
        return (Befund("funktion_nicht_wahrgenommen", Schwere.HINWEIS, text, (stelle.norm,)),)
    return tuple(
        Befund(
            "funktion_von_anderem_partner",
            Schwere.WARNUNG,
            f"{funktion}: wahrgenommen von {_name(fassung, partner)}; zugewiesen an {zugewiesen}.",
            (stelle.norm,),
        )
        for partner in inhaber
        if partner != stelle.partner
    )


def _hat_andere_funktionen(partner: str, besetzungen: Sequence[Besetzung]) -> bool:
    """Ob der Partner jemanden stellt und von allen Gestellten bekannt ist, was sie tun."""
    gestellt = any(besetzung.partner == partner for besetzung in besetzungen)
    return gestellt and all(besetzung.funktion is not None for besetzung in besetzungen)


@regel(normen.VORGESETZTENFUNKTION)
def vorgesetztenbefunde(fassung: Vertragsfassung, besetzungen: Sequence[Besetzung]) -> tuple[Befund, ...]:
    """Die Vorgesetztenfunktion übt die Leitung des Regionalmanagements aus.

    Ob das nur die fachliche Leitung meint oder auch den Dienstvorgesetzten, ist offen (OF-30).

    Args:
        fassung: Die Fassung mit den Namen der Partner.
        besetzungen: Alle, die zu Beginn gestellt sind.

    Returns:
        Eine Warnung je Person, die anders als die Leitung vorgesetzt ist oder als Leitung nicht vorgesetzt ist. Was
        nicht bekannt ist, ergibt nichts.

    Quelle:
        17-P5.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> besetzung = Besetzung("mettmann", Funktion.STELLVERTRETUNG, ist_vorgesetzt=True)
    >>> [befund.text for befund in vorgesetztenbefunde(BERICHT_2017, [besetzung])]
    ['Stellvertretung (Kreis Mettmann): übt die Vorgesetztenfunktion aus; sie liegt bei der Leitung.']
    """
    befunde: list[Befund] = []
    for besetzung in besetzungen:
        if besetzung.funktion is None or besetzung.ist_vorgesetzt is None:
            continue
        if besetzung.ist_vorgesetzt is not (besetzung.funktion is Funktion.LEITUNG):
            person = f"{FUNKTIONSNAMEN[besetzung.funktion]} ({_name(fassung, besetzung.partner)})"
            ist = "übt die Vorgesetztenfunktion" + (" aus" if besetzung.ist_vorgesetzt else " nicht aus")
            text = f"{person}: {ist}; sie liegt bei der Leitung."
            befunde.append(
                Befund("vorgesetztenfunktion_abweichend", Schwere.WARNUNG, text, (normen.VORGESETZTENFUNKTION,))
            )
    return tuple(befunde)


@regel(normen.PERSONALKOSTEN)
def personalkosten_traeger(besetzung: Besetzung) -> str:
    """Die Personalkosten trägt der Partner, der die Person stellt, nicht der, an den sie abgeordnet ist.

    Args:
        besetzung: Die gestellte Person.

    Returns:
        Kennung des Partners, der ihre Personalkosten trägt.

    Quelle:
        17-F4.

    >>> personalkosten_traeger(Besetzung("ihk", abgeordnet_an="duesseldorf"))
    'ihk'
    """
    return besetzung.partner


@regel(normen.PERSONALKOSTEN)
def personalkosten_je_partner(aufwand: Sequence[Personalaufwand]) -> Betraege:
    """Jeder Partner trägt die Personalkosten der Personen, die er stellt, neben seinem Beitrag.

    Args:
        aufwand: Personen und was sie kosten.

    Returns:
        Summe je Partner in Cent; nur Partner mit Personal, in der Reihenfolge der ersten Nennung.

    Quelle:
        17-F4.

    >>> personalkosten_je_partner([Personalaufwand(Besetzung("ihk"), Geldbetrag(6_000_000))])
    Betraege(ihk=60.000,00 €)
    """
    return _summen([(personalkosten_traeger(eintrag.besetzung), eintrag.betrag) for eintrag in aufwand])


@regel(normen.PERSONALKOSTEN, festlegungen.PERSONALKOSTEN_GELTEN_ALS_VORHANDEN)
def erstattungen(ausgaben: Sequence[Ausgabe], reihenfolge: Sequence[str] = ()) -> Betraege:
    """Personalkosten, die das gemeinsame Budget getragen hat, erstattet der Partner, dessen Personal es ist.

    Args:
        ausgaben: Alle Ausgaben eines Haushaltsjahres.
        reihenfolge: Die Partner in der Reihenfolge des Vertrags; wer fehlt, folgt nach seiner Kennung.

    Returns:
        Summe je Partner in Cent, nur wo sie nicht null ist.

    Quelle:
        17-F4.

    >>> erstattungen([Ausgabe("Gehalt", Ausgabenart.PERSONALKOSTEN, Geldbetrag(150_000), partner="ihk")])
    Betraege(ihk=1.500,00 €)
    """
    summen = _summen(
        [(ausgabe.partner, ausgabe.betrag) for ausgabe in ausgaben if ausgabe.art is Ausgabenart.PERSONALKOSTEN]
    )
    weitere = sorted(partner for partner in summen if partner not in reihenfolge)
    geordnet = [partner for partner in (*reihenfolge, *weitere) if summen.get(partner)]
    return Betraege(tuple([(partner, summen[partner]) for partner in geordnet]))


@regel(normen.PERSONALKOSTEN)
def personalkosten_befunde(jahr: int, erstattungen: Betraege, namen: Mapping[str, str]) -> tuple[Befund, ...]:
    """Personalkosten im gemeinsamen Budget sind ein Verstoß gegen den Vertrag.

    Args:
        jahr: Das Haushaltsjahr.
        erstattungen: Was jeder Partner zu erstatten hat, in Cent.
        namen: Name je Kennung, wie er im Text stehen soll; wer fehlt, erscheint mit seiner Kennung.

    Returns:
        Ein Verstoß je Partner, der etwas zu erstatten hat.

    Quelle:
        17-F4.

    >>> [befund] = personalkosten_befunde(2018, Betraege((("ihk", Geldbetrag(150_000)),)), {"ihk": "IHK"})
    >>> befund.schwere.value, befund.text.partition(". ")[0]
    ('verstoss', 'Haushaltsjahr 2018: Das gemeinsame Budget hat 1.500,00 € Personalkosten getragen')
    """
    return tuple(
        Befund(
            "personalkosten_im_budget",
            Schwere.VERSTOSS,
            f"Haushaltsjahr {jahr}: Das gemeinsame Budget hat {betrag} Personalkosten getragen. Die trägt der Partner, "
            f"der das Personal stellt; zu erstatten von: {namen.get(partner, partner)}.",
            (normen.PERSONALKOSTEN,),
        )
        for partner, betrag in erstattungen.paare
        if betrag
    )


def _summen(posten: Iterable[tuple[str, Geldbetrag]]) -> Betraege:
    """Zählt Beträge je Partner zusammen; jede Summe ist ein neuer Betrag."""
    cent: dict[str, int] = {}
    for partner, betrag in posten:
        cent[partner] = cent.get(partner, 0) + betrag.cent
    return Betraege(tuple([(partner, Geldbetrag(summe)) for partner, summe in cent.items()]))


def _name(fassung: Vertragsfassung, partner: str) -> str:
    """Kurzer Name eines Partners; wer keiner ist, erscheint mit seiner Kennung."""
    return {eintrag.kennung: eintrag.kurzname for eintrag in fassung.partner}.get(partner, partner)


def _personen(anzahl: int) -> str:
    """Anzahl mit Verb, wie sie vor „gestellt“ steht."""
    return f"sind {anzahl} Personen" if anzahl > 1 else "ist 1 Person" if anzahl else "ist niemand"
