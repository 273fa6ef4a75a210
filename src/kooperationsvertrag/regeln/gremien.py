"""Gremien: wer im Aufsichtsgremium sitzt, wie es beschließt und was welches Gremium darf.

Sätze: 17-G2 (Mitglieder des Aufsichtsgremiums), 17-G3 (Überwachung), 17-B1 bis 17-B3 (Begleitgremium), 17-B4
(unberührte Befugnisse), 17-F6 (Prüfungsrecht) und 17-F9 (Beschluss über eine Übertragung).

Nicht geregelt: wie abgestimmt wird (OF-09), Vertretung und Beschlussfähigkeit (OF-10), Bindung der Mitglieder an ihr
Gremium (OF-11), was die Überwachung einschließt (OF-12), Größe und Zusammensetzung des Begleitgremiums (OF-13), wie
weit die unberührten Befugnisse reichen (OF-14), Sitze später beigetretener Partner (OF-07).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

from attrs import field, frozen

from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.geld import Betraege
from kooperationsvertrag.norm import Norm, regel
from kooperationsvertrag.vertrag import festlegungen, normen
from kooperationsvertrag.vertrag.fassung import Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import Abstimmung, SitzNachBeitritt


class StimmabgabeError(KooperationsvertragError, ValueError):
    """Eine Stimmabgabe widerspricht sich."""

    def __init__(self, grund: str, *, partner: tuple[str, ...]) -> None:
        self.partner = partner
        super().__init__(f"{grund}: {', '.join(partner)}.")


@frozen
class Stimmabgabe:
    """Wer wie gestimmt hat; wer in keiner Liste steht, war nicht dabei.

    >>> Stimmabgabe(ja=("duesseldorf", "mettmann"), enthaltung=("ihk",)).genannt
    ('duesseldorf', 'mettmann', 'ihk')
    """

    ja: tuple[str, ...] = ()
    """Partner, deren Mitglied zugestimmt hat."""
    nein: tuple[str, ...] = ()
    """Partner, deren Mitglied abgelehnt hat."""
    enthaltung: tuple[str, ...] = ()
    """Partner, deren Mitglied sich enthalten hat."""
    einstimmig: bool = False
    """Statt der Listen: alle Mitglieder haben zugestimmt."""

    def __attrs_post_init__(self) -> None:
        doppelt = tuple(dict.fromkeys([partner for partner in self.genannt if self.genannt.count(partner) > 1]))
        if doppelt:
            raise StimmabgabeError("Jedes Mitglied stimmt höchstens einmal ab; mehrfach genannt", partner=doppelt)
        if self.einstimmig and self.genannt:
            raise StimmabgabeError("Bei „einstimmig“ bleiben die Listen leer; genannt sind", partner=self.genannt)

    @property
    def genannt(self) -> tuple[str, ...]:
        """Alle, die in einer Liste stehen."""
        return (*self.ja, *self.nein, *self.enthaltung)


@regel(normen.AUFSICHTSGREMIUM)
def sitze(fassung: Vertragsfassung, lesart: SitzNachBeitritt) -> tuple[str, ...]:
    """Im Aufsichtsgremium sitzt je Partner ein Mitglied kraft Amtes.

    Args:
        fassung: Die Fassung mit ihren Partnern und den benannten Sitzen.
        lesart: Ob ein Partner, für den kein Sitz benannt ist, dennoch einen hat.

    Returns:
        Kennungen der Partner mit Sitz, in der Reihenfolge des Vertrags.

    Quelle:
        17-G2. Sitze später beigetretener Partner: OF-07, der Text schweigt.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> sitze(BERICHT_2017, SitzNachBeitritt.LISTE_ABGESCHLOSSEN)
    ('duesseldorf', 'mettmann', 'ihk')
    """
    if lesart is SitzNachBeitritt.JEDER_PARTNER_EIN_SITZ:
        return fassung.partner_kennungen
    benannt = {sitz.partner for sitz in fassung.aufsichtsgremium}
    return tuple([partner for partner in fassung.partner_kennungen if partner in benannt])


@regel(normen.AUFSICHTSGREMIUM)
def ja_stimmen(stimmen: Stimmabgabe, sitze: Sequence[str]) -> tuple[str, ...]:
    """Zugestimmt hat nur, wer einen Sitz hat und mit Ja gestimmt hat.

    Args:
        stimmen: Wer wie gestimmt hat.
        sitze: Partner mit Sitz.

    Returns:
        Die Partner mit Sitz, deren Mitglied zugestimmt hat, in der Reihenfolge der Sitze.

    Quelle:
        17-G2.

    >>> ja_stimmen(Stimmabgabe(ja=("ihk", "gast")), ("duesseldorf", "mettmann", "ihk"))
    ('ihk',)
    """
    return tuple([partner for partner in sitze if stimmen.einstimmig or partner in stimmen.ja])


@regel(normen.AUFSICHTSGREMIUM)
def nicht_gezaehlte_stimmen(stimmen: Stimmabgabe, sitze: Sequence[str]) -> tuple[str, ...]:
    """Wer keinen Sitz hat, dessen Stimme zählt nicht.

    Args:
        stimmen: Wer wie gestimmt hat.
        sitze: Partner mit Sitz.

    Returns:
        Genannte ohne Sitz: erst Ja, dann Nein, dann Enthaltung.

    Quelle:
        17-G2.

    >>> nicht_gezaehlte_stimmen(Stimmabgabe(ja=("ihk", "gast")), ("duesseldorf", "mettmann", "ihk"))
    ('gast',)
    """
    return tuple([partner for partner in stimmen.genannt if partner not in sitze])


@regel(
    normen.UEBERTRAGUNG,
    normen.AUFSICHTSGREMIUM,
    festlegungen.FEHLEN_IST_KEIN_JA,
    festlegungen.STIMMTAG,
    festlegungen.OHNE_GEWICHT_KEIN_BESCHLUSS,
)
def ist_beschlossen(ja: Sequence[str], sitze: Sequence[str], gewichte: Betraege, lesart: Abstimmung) -> bool:
    """Das Aufsichtsgremium hat beschlossen, wenn genug seiner Mitglieder zugestimmt haben.

    Enthaltung und Abwesenheit sind keine Zustimmung. Haben alle Sitze zusammen kein Gewicht, kommt ein gewichteter
    Beschluss nicht zustande.

    Args:
        ja: Partner, deren Mitglied zugestimmt hat; wer keinen Sitz hat, zählt nicht.
        sitze: Partner mit Sitz.
        gewichte: Voller Jahresbeitrag je Partner am Tag des Beschlusses, in Cent; mindestens für alle Sitze.
        lesart: Wie abgestimmt wird.

    Returns:
        Ob der Beschluss zustande gekommen ist.

    Raises:
        KeyError: Bei gewichteter Abstimmung fehlt das Gewicht eines Sitzes; ein fehlendes ist nicht null.

    Quelle:
        17-F9, 17-G2. Die Art der Abstimmung: OF-09, der Text schweigt.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> alle, gewichte = BERICHT_2017.partner_kennungen, BERICHT_2017.beitraege
    >>> ist_beschlossen(("duesseldorf", "ihk"), alle, gewichte, Abstimmung.MEHRHEIT)
    True
    >>> ist_beschlossen(("duesseldorf", "ihk"), alle, gewichte, Abstimmung.GEWICHTET_ZWEI_DRITTEL)
    False
    """
    dafuer = [partner for partner in sitze if partner in ja]
    if lesart is Abstimmung.EINSTIMMIG:
        return 0 < len(sitze) == len(dafuer)
    if lesart is Abstimmung.MEHRHEIT:
        return 2 * len(dafuer) > len(sitze)
    gewicht_dafuer = sum([gewichte[partner].cent for partner in dafuer])
    gewicht_aller = sum([gewichte[partner].cent for partner in sitze])
    if lesart is Abstimmung.GEWICHTET_EINFACH:
        return 2 * gewicht_dafuer > gewicht_aller
    return 0 < 2 * gewicht_aller <= 3 * gewicht_dafuer


@regel(normen.AUFSICHTSGREMIUM)
def minimale_mehrheiten(sitze: Sequence[str], gewichte: Betraege, lesart: Abstimmung) -> tuple[tuple[str, ...], ...]:
    """Eine kleinste Mehrheit beschließt gemeinsam, aber nicht mehr, sobald ein Mitglied fehlt.

    Args:
        sitze: Partner mit Sitz.
        gewichte: Voller Jahresbeitrag je Partner, in Cent.
        lesart: Wie abgestimmt wird.

    Returns:
        Die kleinsten Mehrheiten, kleinere zuerst, sonst in der Reihenfolge der Sitze; keine, wenn nie ein Beschluss
        zustande kommt.

    Quelle:
        17-G2, OF-09.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> alle, gewichte = BERICHT_2017.partner_kennungen, BERICHT_2017.beitraege
    >>> minimale_mehrheiten(alle, gewichte, Abstimmung.GEWICHTET_ZWEI_DRITTEL)
    (('duesseldorf', 'mettmann'),)
    """
    gefunden: list[tuple[str, ...]] = []
    for anzahl in range(1, len(sitze) + 1):
        for gruppe in combinations(sitze, anzahl):
            if ist_beschlossen(gruppe, sitze, gewichte, lesart) and not any(
                ist_beschlossen([partner for partner in gruppe if partner != fehlt], sitze, gewichte, lesart)
                for fehlt in gruppe
            ):
                gefunden.append(gruppe)
    return tuple(gefunden)


@regel(normen.AUFSICHTSGREMIUM)
def ist_ohne_einfluss(partner: str, sitze: Sequence[str], gewichte: Betraege, lesart: Abstimmung) -> bool:
    """Ein Partner ist ohne Einfluss, wenn seine Stimme nie etwas am Ausgang ändert.

    Args:
        partner: Wessen Stimme betrachtet wird; ohne Sitz ist sie immer ohne Einfluss.
        sitze: Partner mit Sitz.
        gewichte: Voller Jahresbeitrag je Partner, in Cent.
        lesart: Wie abgestimmt wird.

    Returns:
        Ob jede Abstimmung mit und ohne seine Zustimmung gleich ausgeht.

    Quelle:
        17-G2, OF-09.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> alle, gewichte = BERICHT_2017.partner_kennungen, BERICHT_2017.beitraege
    >>> ist_ohne_einfluss("ihk", alle, gewichte, Abstimmung.GEWICHTET_ZWEI_DRITTEL)
    True
    """
    return all(partner not in gruppe for gruppe in minimale_mehrheiten(sitze, gewichte, lesart))


class Gremium(StrEnum):
    """Wer im Regionalmanagement oder bei den Partnern handelt."""

    AUFSICHTSGREMIUM = "aufsichtsgremium"
    BEGLEITGREMIUM = "begleitgremium"
    ENTSCHEIDUNGSGREMIEN_DER_PARTNER = "entscheidungsgremien_der_partner"
    RECHNUNGSPRUEFUNGSAMT = "rechnungspruefungsamt"
    GESCHAEFTSSTELLE = "geschaeftsstelle"
    LEITUNG = "leitung"


class Handlung(StrEnum):
    """Was zu tun oder zu entscheiden ist."""

    UEBERWACHEN = "ueberwachen"
    """Tätigkeit und Einsatz der Mittel überwachen."""
    ABSCHLUSSBERICHT_PRUEFEN = "abschlussbericht_pruefen"
    """Den Abschlussbericht prüfen, bevor zurückgeführt wird."""
    ABSCHLUSSBERICHT_BILLIGEN = "abschlussbericht_billigen"
    """Den Abschlussbericht billigen."""
    UEBERTRAGUNG_BESCHLIESSEN = "uebertragung_beschliessen"
    """Nicht verausgabte Mittel ins folgende Haushaltsjahr übertragen."""
    BERATEN = "beraten"
    """Das Aufsichtsgremium beraten."""
    EMPFEHLEN = "empfehlen"
    """Dem Aufsichtsgremium etwas empfehlen."""
    PLANUNG_ERSTELLEN = "planung_erstellen"
    """Jahres- und Finanzplanung erstellen."""
    PLANUNG_GENEHMIGEN = "planung_genehmigen"
    """Jahres- und Finanzplanung genehmigen."""
    ABSCHLUSSBERICHT_ERSTELLEN = "abschlussbericht_erstellen"
    """Finanziellen und sachlichen Abschlussbericht erstellen."""
    VORGESETZTENFUNKTION_AUSUEBEN = "vorgesetztenfunktion_ausueben"
    """Vorgesetzt sein."""
    WEISUNG_ERTEILEN = "weisung_erteilen"
    """Der Geschäftsstelle Weisungen erteilen."""
    RECHNUNG_PRUEFEN = "rechnung_pruefen"
    """Das Prüfungsrecht der Rechnungsprüfung ausüben."""
    BEITRAG_VERANSCHLAGEN = "beitrag_veranschlagen"
    """Den Beitrag eines Partners veranschlagen."""
    ZUSATZMITTEL_BEREITSTELLEN = "zusatzmittel_bereitstellen"
    """Zusatzmittel bereitstellen."""
    UEBER_BEITRITT_ENTSCHEIDEN = "ueber_beitritt_entscheiden"
    """Über den Beitritt einer Gebietskörperschaft entscheiden."""
    VERTRAG_AENDERN = "vertrag_aendern"
    """Den Vertrag, das Budget oder den Schlüssel ändern."""
    UEBER_WEITERE_AUFGABEN_ENTSCHEIDEN = "ueber_weitere_aufgaben_entscheiden"
    """Eine mögliche weitere Aufgabe übernehmen."""
    PARTNER_VERPFLICHTEN = "partner_verpflichten"
    """Die Partner rechtlich verpflichten."""


class Befugnis(StrEnum):
    """Ob ein Gremium eine Handlung vornehmen darf."""

    ERLAUBT = "erlaubt"
    """Der Text weist ihm die Handlung zu oder lässt sie ihm."""
    BERATEND = "beratend"
    """Es darf dazu höchstens beraten und empfehlen."""
    VORBEHALTEN = "vorbehalten"
    """Der Text weist die Handlung anderen zu."""
    NICHT_GEREGELT = "nicht_geregelt"
    """Der Text sagt es nicht."""


@frozen
class Befugnisauskunft:
    """Ob ein Gremium eine Handlung vornehmen darf, und woraus das folgt."""

    gremium: Gremium
    """Um welches Gremium es geht."""
    handlung: Handlung
    """Um welche Handlung es geht."""
    befugnis: Befugnis
    """Ob es sie vornehmen darf."""
    vorbehalten_fuer: tuple[Gremium, ...]
    """Wem die Handlung zusteht, wenn der Text sie anderen zuweist."""
    normen: tuple[Norm, ...] = field(repr=lambda normen: str([norm.kennung for norm in normen]))
    """Die Sätze, aus denen es folgt; leer, wenn keiner etwas sagt."""
    fragen: tuple[str, ...]
    """Kennungen der offenen Fragen dazu."""
    erlaeuterung: str
    """Die Antwort in einem Satz oder zweien."""


_JA = Befugnis.ERLAUBT
_RAT = Befugnis.BERATEND
_NEIN = Befugnis.VORBEHALTEN
_OFFEN = Befugnis.NICHT_GEREGELT


@frozen
class Tabellenzeile:
    """Eine Handlung und wer sie vornehmen darf."""

    handlung: Handlung
    """Um welche Handlung es geht."""
    befugnisse: tuple[Befugnis, Befugnis, Befugnis, Befugnis, Befugnis, Befugnis]
    """Je Gremium eine Antwort, in der Reihenfolge von :class:`Gremium`."""
    normen: tuple[Norm, ...]
    """Die Sätze zu dieser Handlung."""
    fragen: tuple[str, ...]
    """Kennungen der offenen Fragen zu dieser Handlung."""
    ist_entscheidung: bool
    """Ob die Handlung etwas verbindlich entscheidet."""
    erlaeuterung: str
    """Was der Text zu dieser Handlung sagt."""


TABELLE: tuple[Tabellenzeile, ...] = (
    # Spalten: Aufsicht, Begleitung, Entscheidungsgremien, Rechnungsprüfungsamt, Geschäftsstelle, Leitung
    Tabellenzeile(
        Handlung.UEBERWACHEN,
        (_JA, _RAT, _OFFEN, _NEIN, _NEIN, _NEIN),
        (normen.UEBERWACHUNG,),
        ("OF-12",),
        False,
        "Das Aufsichtsgremium überwacht Tätigkeit und Einsatz der Mittel.",
    ),
    Tabellenzeile(
        Handlung.ABSCHLUSSBERICHT_PRUEFEN,
        (_JA, _RAT, _OFFEN, _NEIN, _NEIN, _NEIN),
        (normen.RUECKFUEHRUNG,),
        ("OF-25",),
        False,
        "Das Aufsichtsgremium prüft den Abschlussbericht, bevor zurückgeführt wird.",
    ),
    Tabellenzeile(
        Handlung.ABSCHLUSSBERICHT_BILLIGEN,
        (_OFFEN, _RAT, _OFFEN, _OFFEN, _OFFEN, _OFFEN),
        (normen.RUECKFUEHRUNG,),
        ("OF-12", "OF-25"),
        True,
        "Der Text nennt eine Prüfung des Abschlussberichts, aber keine Billigung.",
    ),
    Tabellenzeile(
        Handlung.UEBERTRAGUNG_BESCHLIESSEN,
        (_JA, _RAT, _OFFEN, _NEIN, _NEIN, _NEIN),
        (normen.UEBERTRAGUNG,),
        ("OF-09", "OF-33"),
        True,
        "Das Aufsichtsgremium kann eine Übertragung beschließen; mit welcher Mehrheit, sagt der Text nicht.",
    ),
    Tabellenzeile(
        Handlung.BERATEN,
        (_OFFEN, _JA, _OFFEN, _OFFEN, _OFFEN, _OFFEN),
        (normen.BERATUNG_UND_EMPFEHLUNG,),
        (),
        False,
        "Das Begleitgremium berät das Aufsichtsgremium; von anderen sagt der Text es nicht.",
    ),
    Tabellenzeile(
        Handlung.EMPFEHLEN,
        (_OFFEN, _JA, _OFFEN, _OFFEN, _OFFEN, _OFFEN),
        (normen.BERATUNG_UND_EMPFEHLUNG,),
        (),
        False,
        "Das Begleitgremium empfiehlt dem Aufsichtsgremium etwas; von anderen sagt der Text es nicht.",
    ),
    Tabellenzeile(
        Handlung.PLANUNG_ERSTELLEN,
        (_OFFEN, _RAT, _OFFEN, _OFFEN, _JA, _JA),
        (normen.PLANUNG_UND_BERICHT,),
        ("OF-22",),
        False,
        "Eine Jahres- und Finanzplanung wird erstellt; von wem, sagt der Text nicht. Dem Zusammenhang nach ist es die "
        "Geschäftsstelle mit ihrer Leitung.",
    ),
    Tabellenzeile(
        Handlung.PLANUNG_GENEHMIGEN,
        (_OFFEN, _RAT, _OFFEN, _OFFEN, _OFFEN, _OFFEN),
        (normen.PLANUNG_UND_BERICHT, normen.UEBERWACHUNG),
        ("OF-12",),
        True,
        "Der Text verlangt eine Planung, aber keine Genehmigung.",
    ),
    Tabellenzeile(
        Handlung.ABSCHLUSSBERICHT_ERSTELLEN,
        (_OFFEN, _RAT, _OFFEN, _OFFEN, _JA, _JA),
        (normen.PLANUNG_UND_BERICHT,),
        ("OF-22",),
        False,
        "Ein Abschlussbericht wird erstellt; von wem, sagt der Text nicht. Dem Zusammenhang nach ist es die "
        "Geschäftsstelle mit ihrer Leitung.",
    ),
    Tabellenzeile(
        Handlung.VORGESETZTENFUNKTION_AUSUEBEN,
        (_NEIN, _NEIN, _OFFEN, _NEIN, _NEIN, _JA),
        (normen.VORGESETZTENFUNKTION,),
        ("OF-29", "OF-30"),
        False,
        "Vorgesetzt ist die Leitung; ob nur fachlich, sagt der Text nicht.",
    ),
    Tabellenzeile(
        Handlung.WEISUNG_ERTEILEN,
        (_OFFEN, _RAT, _OFFEN, _OFFEN, _OFFEN, _JA),
        (normen.VORGESETZTENFUNKTION, normen.UEBERWACHUNG),
        ("OF-12", "OF-30"),
        True,
        "Die Leitung ist vorgesetzt; ein Weisungsrecht anderer nennt der Text nicht.",
    ),
    Tabellenzeile(
        Handlung.RECHNUNG_PRUEFEN,
        (_NEIN, _NEIN, _OFFEN, _JA, _NEIN, _NEIN),
        (normen.PRUEFUNGSRECHT,),
        ("OF-24",),
        False,
        "Das Prüfungsrecht des Rechnungsprüfungsamtes bleibt unberührt; die Prüfung durch das Aufsichtsgremium ersetzt "
        "es nicht.",
    ),
    Tabellenzeile(
        Handlung.BEITRAG_VERANSCHLAGEN,
        (_NEIN, _NEIN, _JA, _NEIN, _NEIN, _NEIN),
        (normen.JAHRESBUDGET, normen.UNBERUEHRTE_BEFUGNISSE),
        ("OF-15",),
        True,
        "Jeder Partner veranschlagt seinen Beitrag; die Befugnisse seiner Gremien bleiben unberührt.",
    ),
    Tabellenzeile(
        Handlung.ZUSATZMITTEL_BEREITSTELLEN,
        (_NEIN, _NEIN, _JA, _NEIN, _NEIN, _NEIN),
        (normen.ZUSATZMITTEL, normen.UNBERUEHRTE_BEFUGNISSE),
        ("OF-21",),
        True,
        "Zusatzmittel stellen nur die zuständigen Gremien der Partner bereit; verpflichtet sind sie dazu nicht.",
    ),
    Tabellenzeile(
        Handlung.UEBER_BEITRITT_ENTSCHEIDEN,
        (_OFFEN, _RAT, _OFFEN, _OFFEN, _OFFEN, _OFFEN),
        (normen.BEITRITT,),
        ("OF-02",),
        True,
        "Der Text erlaubt den Beitritt, sagt aber nicht, wer darüber entscheidet.",
    ),
    Tabellenzeile(
        Handlung.VERTRAG_AENDERN,
        (_OFFEN, _RAT, _OFFEN, _OFFEN, _OFFEN, _OFFEN),
        (),
        ("OF-41",),
        True,
        "Der Text sagt nicht, wie der Vertrag, das Budget oder der Schlüssel geändert wird.",
    ),
    Tabellenzeile(
        Handlung.UEBER_WEITERE_AUFGABEN_ENTSCHEIDEN,
        (_OFFEN, _RAT, _OFFEN, _OFFEN, _OFFEN, _OFFEN),
        (normen.MOEGLICHE_WEITERE_AUFGABEN,),
        ("OF-36",),
        True,
        "Der Text nennt mögliche weitere Aufgaben, aber nicht, wer über sie entscheidet.",
    ),
    Tabellenzeile(
        Handlung.PARTNER_VERPFLICHTEN,
        (_OFFEN, _RAT, _OFFEN, _OFFEN, _OFFEN, _OFFEN),
        (normen.VERTRETUNG_BEIM_LAND,),
        ("OF-37",),
        True,
        "Das Regionalmanagement vertritt Interessen; eine Macht, die Partner rechtlich zu verpflichten, nennt der Text "
        "nicht.",
    ),
)
"""Alle Handlungen, je mit einer Antwort für jedes Gremium."""

_ZEILEN = {zeile.handlung: zeile for zeile in TABELLE}

GREMIENNAMEN: Mapping[Gremium, str] = {
    Gremium.AUFSICHTSGREMIUM: "das Aufsichtsgremium",
    Gremium.BEGLEITGREMIUM: "das Begleitgremium",
    Gremium.ENTSCHEIDUNGSGREMIEN_DER_PARTNER: "die Entscheidungsgremien der Partner",
    Gremium.RECHNUNGSPRUEFUNGSAMT: "das Rechnungsprüfungsamt der Landeshauptstadt Düsseldorf",
    Gremium.GESCHAEFTSSTELLE: "die Geschäftsstelle",
    Gremium.LEITUNG: "die Leitung",
}
"""Wie die Gremien in Sätzen heißen."""

UNBERUEHRT: Mapping[Gremium, Norm] = {
    Gremium.ENTSCHEIDUNGSGREMIEN_DER_PARTNER: normen.UNBERUEHRTE_BEFUGNISSE,
    Gremium.RECHNUNGSPRUEFUNGSAMT: normen.PRUEFUNGSRECHT,
}
"""Wessen eigene Befugnisse der Vertrag unberührt lässt, mit dem Satz dazu."""

_FRAGEN_JE_GREMIUM: Mapping[Gremium, tuple[str, ...]] = {
    Gremium.AUFSICHTSGREMIUM: ("OF-12",),
    Gremium.BEGLEITGREMIUM: ("OF-13",),
    Gremium.ENTSCHEIDUNGSGREMIEN_DER_PARTNER: ("OF-11", "OF-14"),
    Gremium.RECHNUNGSPRUEFUNGSAMT: ("OF-24",),
    Gremium.GESCHAEFTSSTELLE: ("OF-22",),
    Gremium.LEITUNG: ("OF-30",),
}


@regel(
    normen.UEBERWACHUNG,
    normen.BERATUNG_UND_EMPFEHLUNG,
    normen.UNBERUEHRTE_BEFUGNISSE,
    normen.PRUEFUNGSRECHT,
    normen.UEBERTRAGUNG,
    festlegungen.GESCHAEFTSSTELLE_ERSTELLT,
)
def befugnis(gremium: Gremium, handlung: Handlung) -> Befugnisauskunft:
    """Jedes Gremium darf nur, was ihm der Text zuweist oder lässt; wozu der Text schweigt, bleibt offen.

    Args:
        gremium: Wer handeln will.
        handlung: Was er tun will.

    Returns:
        Die Antwort mit ihren Sätzen und offenen Fragen.

    Quelle:
        17-G3, 17-B2, 17-B4, 17-F6, 17-F9 und die Sätze der einzelnen Handlung.

    >>> befugnis(Gremium.BEGLEITGREMIUM, Handlung.UEBERTRAGUNG_BESCHLIESSEN).befugnis
    <Befugnis.BERATEND: 'beratend'>
    >>> befugnis(Gremium.AUFSICHTSGREMIUM, Handlung.PLANUNG_GENEHMIGEN).fragen
    ('OF-12',)
    """
    zeile = _ZEILEN[handlung]
    antworten = dict(zip(Gremium, zeile.befugnisse, strict=True))
    antwort = antworten[gremium]
    zustaendig = tuple([anderes for anderes in Gremium if antwort is _NEIN and antworten[anderes] is _JA])
    unberuehrt = gremium in UNBERUEHRT and antwort is not _JA
    saetze, fragen, erlaeuterung = zeile.normen, zeile.fragen, zeile.erlaeuterung
    if antwort is _RAT:
        saetze = (normen.BERATUNG_UND_EMPFEHLUNG, *saetze)
        erlaeuterung = f"Das Begleitgremium berät und empfiehlt höchstens. {erlaeuterung}"
    elif antwort is _OFFEN:
        erlaeuterung = f"Nicht geregelt. {erlaeuterung}"
    elif antwort is _NEIN:
        erlaeuterung = f"Zuständig: {', '.join(GREMIENNAMEN[anderes] for anderes in zustaendig)}. {erlaeuterung}"
    if unberuehrt:
        saetze = tuple(dict.fromkeys([*saetze, UNBERUEHRT[gremium]]))
        erlaeuterung = f"{erlaeuterung} Eigene Befugnisse bleiben unberührt."
    if antwort is _OFFEN or unberuehrt:
        fragen = tuple(dict.fromkeys([*fragen, *_FRAGEN_JE_GREMIUM[gremium]]))
    return Befugnisauskunft(gremium, handlung, antwort, zustaendig, saetze, fragen, erlaeuterung)


@regel(normen.BERATUNG_UND_EMPFEHLUNG)
def ist_bindend(gremium: Gremium, handlung: Handlung) -> bool | None:
    """Rat und Empfehlung binden nie; bindend ist nur eine Entscheidung dessen, der sie treffen darf.

    Args:
        gremium: Wer sich geäußert hat.
        handlung: Wozu.

    Returns:
        Ob die Äußerung bindet; nichts, wenn nicht geregelt ist, ob das Gremium entscheiden darf.

    Quelle:
        17-B2.

    >>> ist_bindend(Gremium.BEGLEITGREMIUM, Handlung.UEBERTRAGUNG_BESCHLIESSEN)
    False
    >>> ist_bindend(Gremium.AUFSICHTSGREMIUM, Handlung.UEBERTRAGUNG_BESCHLIESSEN)
    True
    """
    if not _ZEILEN[handlung].ist_entscheidung:
        return False
    antwort = befugnis(gremium, handlung).befugnis
    return None if antwort is _OFFEN else antwort is _JA


@regel(normen.UNBERUEHRTE_BEFUGNISSE, normen.PRUEFUNGSRECHT)
def ist_unberuehrt(gremium: Gremium) -> bool:
    """Die Entscheidungsgremien der Partner und das Rechnungsprüfungsamt behalten ihre eigenen Befugnisse.

    Neue Befugnisse entstehen daraus nicht. Wie weit das gegenüber dem Aufsichtsgremium reicht, ist offen (OF-14).

    Args:
        gremium: Um wen es geht.

    Returns:
        Ob der Vertrag seine eigenen Befugnisse unberührt lässt.

    Quelle:
        17-B4, 17-F6.

    >>> ist_unberuehrt(Gremium.RECHNUNGSPRUEFUNGSAMT)
    True
    """
    return gremium in UNBERUEHRT


@frozen
class Begleitgremium:
    """Das Gremium, das die Arbeit begleitet; der Text nennt es auch Beteiligungsgremium."""

    herkunft: Mapping[str, str]
    """Je Partner, woher seine Mitglieder kommen."""
    groesse: int | None
    """Anzahl der Mitglieder; ohne Angabe nicht bekannt, niemals null."""
    fragen: tuple[str, ...]
    """Kennungen der offenen Fragen dazu."""


BEGLEITGREMIUM = Begleitgremium(
    herkunft=MappingProxyType(
        {
            "duesseldorf": "Mitglieder des Rates der Landeshauptstadt Düsseldorf",
            "mettmann": "Mitglieder des Kreistages des Kreises Mettmann",
            "ihk": "Vertreter der IHK zu Düsseldorf",
        }
    ),
    groesse=None,
    fragen=("OF-13",),
)
"""Das Begleitgremium, soweit der Bericht von 2017 es beschreibt (17-B1, 17-B3)."""


@regel(normen.BEGLEITGREMIUM)
def entsendet_ins_begleitgremium(partner: str) -> bool | None:
    """Das Begleitgremium besteht aus Mitgliedern von Rat und Kreistag und aus Vertretern der IHK.

    Args:
        partner: Kennung eines Partners.

    Returns:
        Ob der Partner Mitglieder stellt; nichts bei einem später beigetretenen, dazu schweigt der Text (OF-13).

    Quelle:
        17-B1.

    >>> entsendet_ins_begleitgremium("ihk"), entsendet_ins_begleitgremium("rhein-kreis-neuss")
    (True, None)
    """
    return True if partner in BEGLEITGREMIUM.herkunft else None
