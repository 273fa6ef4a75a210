"""Ereignis: was an einem Tag geschehen ist, wer es getan hat und wo es belegt ist.

Ein Ereignis stellt nichts fest und bewirkt für sich nichts; was aus ihm folgt, sagen die Regeln. Jede Klasse ist eine
Art von Ereignis; ihr Name in Falldateien ist der Name der Klasse in kleinen Buchstaben, zum Beispiel
``beitrag_gezahlt``. Wie Ereignisse einander berichtigen, steht in :mod:`~kooperationsvertrag.ablauf.akte`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from attrs import field, frozen

from kooperationsvertrag.ablauf.haushaltsjahr import Uebertragungsumfang
from kooperationsvertrag.fehler import EreignisError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.gremien import Gremium, Handlung, Stimmabgabe
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.vertrag.buchung import Ausgabenart, Einnahmenart, nicht_negativ
from kooperationsvertrag.vertrag.fassung import Funktion
from kooperationsvertrag.vertrag.partner import DUESSELDORF, Rechtsform

VERTRAGSPARTNER = "vertragspartner"
"""Wer handelt, wenn alle Partner gemeinsam handeln."""


@frozen(kw_only=True)
class Ereignis:
    """Was jedes Ereignis hat.

    >>> PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018).art
    'planung_vorgelegt'
    """

    datum: date | None
    """Tag, an dem es geschah; nichts nur, wo eine Kurzform keinen Tag nennt."""
    akteur: str
    """Wer gehandelt hat: Kennung eines Partners oder Name eines Gremiums."""
    beleg: str = ""
    """Wo es belegt ist, zum Beispiel ein Aktenzeichen."""
    kennung: str = ""
    """Woran andere Ereignisse es erkennen; leer, wenn keines sich auf es bezieht."""
    ersetzt: str = ""
    """Kennung des Ereignisses, an dessen Stelle dieses tritt; leer, wenn es keines ersetzt."""
    erfasst: date | None = None
    """Tag, an dem es erfasst wurde; ohne Angabe der Tag, an dem es geschah."""

    def __attrs_post_init__(self) -> None:
        self._pruefe()

    def _pruefe(self) -> None:
        if self.erfasst and self.datum and self.erfasst < self.datum:
            raise EreignisError("Erfasst wird ein Ereignis frühestens an dem Tag, an dem es geschieht", ereignis=self)
        if self.ersetzt and self.ersetzt == self.kennung:
            raise EreignisError("Ein Ereignis ersetzt nicht sich selbst", ereignis=self)
        if self.ersetzt and not self.bekannt_ab:
            raise EreignisError("Bei einer Berichtigung steht, wann sie erfasst wurde", ereignis=self)

    @property
    def art(self) -> str:
        """Name der Art, wie er in Falldateien steht."""
        return _artname(type(self).__name__)

    @property
    def bekannt_ab(self) -> date | None:
        """Tag, ab dem es bekannt ist; nichts, wenn kein Tag genannt ist."""
        return self.erfasst or self.datum


@frozen(kw_only=True)
class Jahresereignis(Ereignis):
    """Ein Ereignis, das zu einem Haushaltsjahr gehört, gleich in welchem Jahr es geschieht."""

    jahr: int
    """Haushaltsjahr, zu dem es gehört."""

    def _pruefe(self) -> None:
        if not date.min.year < self.jahr < date.max.year:
            raise EreignisError("Dieses Haushaltsjahr gibt es im Kalender nicht", ereignis=self)
        super()._pruefe()

    @property
    def bekannt_ab(self) -> date | None:
        """Tag, ab dem es bekannt ist; ohne Tag der Beginn seines Haushaltsjahres (FL-40)."""
        return self.erfasst or self.datum or date(self.jahr, 1, 1)


@frozen(kw_only=True)
class Verfahrensereignis(Jahresereignis):
    """Ein Schritt der Rechenschaft oder ein Akt eines Gremiums: Auf seinen Tag kommt es an."""

    def _pruefe(self) -> None:
        super()._pruefe()
        if self.datum is None:
            raise EreignisError("Hier kommt es auf den Tag an; er fehlt", ereignis=self)


@frozen(kw_only=True)
class Aufhebung(Ereignis):
    """Ein anderes Ereignis gilt nicht mehr, ohne dass etwas an seine Stelle tritt."""

    ersetzt: str
    """Kennung des Ereignisses, das nicht mehr gilt."""
    grund: str = ""
    """Warum es nicht mehr gilt."""

    def _pruefe(self) -> None:
        super()._pruefe()
        if not self.ersetzt:
            raise EreignisError("Eine Aufhebung nennt das Ereignis, das nicht mehr gilt", ereignis=self)


# Geld


@frozen(kw_only=True)
class BeitragGezahlt(Jahresereignis):
    """Ein Partner hat auf seinen Beitrag gezahlt; der Partner ist der Akteur."""

    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""


@frozen(kw_only=True)
class BeitraegeWieVereinbart(Jahresereignis):
    """Alle Partner haben gezahlt, was für das Jahr vereinbart ist."""

    akteur: str = VERTRAGSPARTNER
    """Alle Partner."""


@frozen(kw_only=True)
class AusgabeGebucht(Jahresereignis):
    """Aus dem gemeinsamen Budget wurde etwas bezahlt."""

    akteur: str = Gremium.GESCHAEFTSSTELLE.value
    """Wer gebucht hat."""
    bezeichnung: str
    """Wofür, in Worten."""
    zweck: Ausgabenart = Ausgabenart.NICHT_GEGLIEDERT
    """Wofür, als Art; ohne Angabe nicht gegliedert."""
    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""
    personal_von: str = ""
    """Nur bei Personalkosten: wessen Personal."""

    def _pruefe(self) -> None:
        super()._pruefe()
        if (self.zweck is Ausgabenart.PERSONALKOSTEN) != bool(self.personal_von):
            raise EreignisError("Bei Personalkosten, und nur dort, steht, wessen Personal es ist", ereignis=self)


@frozen(kw_only=True)
class EinnahmeGebucht(Jahresereignis):
    """Dem gemeinsamen Budget floss etwas zu, das kein Beitrag ist."""

    akteur: str = Gremium.GESCHAEFTSSTELLE.value
    """Wer gebucht hat."""
    bezeichnung: str
    """Woher, in Worten."""
    herkunft: Einnahmenart
    """Woher, als Art."""
    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""


@frozen(kw_only=True)
class EigenanteilZugesagt(Jahresereignis):
    """Zu einem Förderantrag ist ein Eigenanteil zugesagt, aber noch nicht bezahlt."""

    akteur: str = Gremium.GESCHAEFTSSTELLE.value
    """Wer zugesagt hat."""
    vorhaben: str
    """Wofür, in Worten; unter demselben Namen steht die Zahlung."""
    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""
    wichtig: bool | None = None
    """Ob jemand das Vorhaben für wichtig hält; nichts, wenn das noch nicht beurteilt ist."""


@frozen(kw_only=True)
class EigenanteilGezahlt(Jahresereignis):
    """Ein Eigenanteil wurde aus dem gemeinsamen Budget bezahlt."""

    akteur: str = Gremium.GESCHAEFTSSTELLE.value
    """Wer gezahlt hat."""
    vorhaben: str
    """Wofür, in Worten."""
    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""


@frozen(kw_only=True)
class ZusatzmittelBewilligt(Jahresereignis):
    """Das Gremium eines Partners hat Geld über den Beitrag hinaus bewilligt; der Partner ist der Akteur."""

    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""
    beschluss: str = ""
    """Welcher Beschluss."""


@frozen(kw_only=True)
class ZusatzmittelAbgelehnt(Jahresereignis):
    """Das Gremium eines Partners hat Zusatzmittel abgelehnt; der Partner ist der Akteur."""

    beschluss: str = ""
    """Welcher Beschluss."""


@frozen(kw_only=True)
class RueckfuehrungAusgezahlt(Jahresereignis):
    """Nicht verausgabte Mittel sind an einen Partner zurückgeflossen."""

    akteur: str = DUESSELDORF.kennung
    """Wer gezahlt hat."""
    an: str
    """An welchen Partner."""
    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""


@frozen(kw_only=True)
class ErstattungGezahlt(Jahresereignis):
    """Ein Partner hat Personalkosten erstattet, die das Budget getragen hatte; der Partner ist der Akteur."""

    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""


@frozen(kw_only=True)
class ForderungBeglichen(Jahresereignis):
    """Ein Partner hat gezahlt, was er nach dem Kostenausgleich schuldete; der Partner ist der Akteur."""

    betrag: Geldbetrag = field(validator=nicht_negativ)
    """Betrag in Cent."""


# Rechenschaft und Gremien


@frozen(kw_only=True)
class PlanungVorgelegt(Verfahrensereignis):
    """Die Jahres- und Finanzplanung liegt vor."""

    akteur: str = Gremium.GESCHAEFTSSTELLE.value
    """Wer sie vorgelegt hat."""


@frozen(kw_only=True)
class AbschlussberichtVorgelegt(Verfahrensereignis):
    """Der finanzielle und sachliche Abschlussbericht liegt vor."""

    akteur: str = Gremium.GESCHAEFTSSTELLE.value
    """Wer ihn vorgelegt hat."""


@frozen(kw_only=True)
class AbschlussberichtGeprueft(Verfahrensereignis):
    """Der Abschlussbericht ist geprüft."""

    akteur: str = Gremium.AUFSICHTSGREMIUM.value
    """Wer geprüft hat; nur die Prüfung durch das Aufsichtsgremium zählt."""
    ergebnis: Pruefungsergebnis | None = None
    """Gebilligt oder beanstandet; ohne Angabe ist keine Billigung festgehalten."""


@frozen(kw_only=True)
class RechnungGeprueft(Verfahrensereignis):
    """Das Rechnungsprüfungsamt hat geprüft."""

    akteur: str = Gremium.RECHNUNGSPRUEFUNGSAMT.value
    """Wer geprüft hat."""
    beanstandet: bool | None = None
    """Ob es etwas beanstandet hat; nichts, wenn das nicht festgehalten ist."""


@frozen(kw_only=True)
class BeschlussGefasst(Verfahrensereignis):
    """Ein Gremium hat abgestimmt; ob ein Beschluss zustande kam, sagen die Regeln.

    >>> beschluss = BeschlussGefasst(
    ...     datum=date(2019, 2, 14),
    ...     jahr=2018,
    ...     gegenstand=Handlung.UEBERTRAGUNG_BESCHLIESSEN,
    ...     betrag=Uebertragungsumfang.ALLES,
    ...     ja=("duesseldorf", "mettmann"),
    ...     nein=("ihk",),
    ... )
    >>> beschluss.stimmen.genannt
    ('duesseldorf', 'mettmann', 'ihk')
    """

    akteur: str = Gremium.AUFSICHTSGREMIUM.value
    """Welches Gremium."""
    gegenstand: Handlung
    """Worüber."""
    betrag: Geldbetrag | Uebertragungsumfang | None = None
    """Nur bei einer Übertragung: wie viel, in Cent, oder alles."""
    ja: tuple[str, ...] = ()
    """Wessen Mitglied dafür war."""
    nein: tuple[str, ...] = ()
    """Wessen Mitglied dagegen war."""
    enthaltung: tuple[str, ...] = ()
    """Wessen Mitglied sich enthalten hat."""
    einstimmig: bool = False
    """Statt der drei Listen: alle Mitglieder haben zugestimmt."""

    def _pruefe(self) -> None:
        super()._pruefe()
        if (self.gegenstand is Handlung.UEBERTRAGUNG_BESCHLIESSEN) != (self.betrag is not None):
            raise EreignisError("Bei einer Übertragung, und nur dort, steht ein Betrag", ereignis=self)
        if isinstance(self.betrag, Geldbetrag):
            nicht_negativ(self, None, self.betrag)
        Stimmabgabe(self.ja, self.nein, self.enthaltung, self.einstimmig)

    @property
    def stimmen(self) -> Stimmabgabe:
        """Wer wie gestimmt hat."""
        return Stimmabgabe(self.ja, self.nein, self.enthaltung, self.einstimmig)


@frozen(kw_only=True)
class EmpfehlungAbgegeben(Verfahrensereignis):
    """Ein Gremium hat etwas empfohlen."""

    akteur: str = Gremium.BEGLEITGREMIUM.value
    """Welches Gremium."""
    gegenstand: Handlung
    """Wozu."""
    inhalt: str
    """Was es empfiehlt, in Worten."""


# Personal


@frozen(kw_only=True)
class PersonalGestellt(Ereignis):
    """Ein Partner hat eine Person gestellt; der Partner ist der Akteur."""

    person: str
    """Woran sich die Person erkennen lässt, zum Beispiel eine Stellennummer; kein Name."""
    funktion: Funktion | None = None
    """Was sie tut, wenn bekannt."""
    abgeordnet_an: str | None = None
    """Partner, an den sie abgeordnet ist; leer, wenn an niemanden; ohne Angabe nicht bekannt."""
    vorgesetzt: bool | None = None
    """Ob sie die Vorgesetztenfunktion ausübt, wenn bekannt."""


@frozen(kw_only=True)
class PersonalAbberufen(Ereignis):
    """Ein Partner hat eine gestellte Person abberufen; der Partner ist der Akteur."""

    person: str
    """Woran sich die Person erkennen lässt, wie bei der Gestellung."""


# Mitgliedschaft


@frozen(kw_only=True)
class BeitrittErklaert(Ereignis):
    """Ein Bewerber hat erklärt, dass er beitreten will; seine Kennung ist der Akteur."""

    name: str
    """Voller Name."""
    rechtsform: Rechtsform
    """Rechtsform."""
    beitrag: Geldbetrag = field(validator=nicht_negativ)
    """Angebotener jährlicher Beitrag, in Cent."""
    zum: date
    """Tag, zu dem beigetreten werden soll."""
    foerderlich: bool | None = None
    """Ob jemand die Mitgliedschaft für förderlich hält; nichts, wenn das noch nicht beurteilt ist."""
    begruendung: str = ""
    """Der Grund für dieses Urteil."""
    kreis: str = ""
    """Bei einer kreisangehörigen Gemeinde ihr Kreis."""

    def _pruefe(self) -> None:
        super()._pruefe()
        if self.zum.year == date.max.year:
            raise EreignisError(
                "Nach diesem Jahr gibt es keines mehr, zu dem der Beitritt wirken könnte", ereignis=self
            )


@frozen(kw_only=True)
class BeitrittZugestimmt(Ereignis):
    """Ein Partner oder das Aufsichtsgremium hat einem Beitritt zugestimmt; wer zustimmt, ist der Akteur."""

    bewerber: str
    """Kennung des Bewerbers."""


@frozen(kw_only=True)
class BeitrittVollzogen(Ereignis):
    """Ein Beitritt wird als wirksam behandelt; ob er es ist, sagen die Regeln."""

    akteur: str = VERTRAGSPARTNER
    """Wer ihn so behandelt."""
    bewerber: str
    """Kennung des Bewerbers."""


EREIGNISARTEN: tuple[type[Ereignis], ...] = (
    PlanungVorgelegt,
    BeitragGezahlt,
    BeitraegeWieVereinbart,
    AusgabeGebucht,
    EinnahmeGebucht,
    EigenanteilZugesagt,
    EigenanteilGezahlt,
    ZusatzmittelBewilligt,
    ZusatzmittelAbgelehnt,
    AbschlussberichtVorgelegt,
    AbschlussberichtGeprueft,
    RechnungGeprueft,
    BeschlussGefasst,
    EmpfehlungAbgegeben,
    RueckfuehrungAusgezahlt,
    ErstattungGezahlt,
    ForderungBeglichen,
    PersonalGestellt,
    PersonalAbberufen,
    BeitrittErklaert,
    BeitrittZugestimmt,
    BeitrittVollzogen,
    Aufhebung,
)
"""Alle Arten von Ereignissen, etwa in der Folge, in der sie an einem Tag aufeinander folgen."""


@cache
def _artname(klasse: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", klasse).lower()


EREIGNISART: Mapping[str, type[Ereignis]] = MappingProxyType(
    {_artname(klasse.__name__): klasse for klasse in EREIGNISARTEN}
)
"""Die Klasse zu jedem Namen einer Art, wie er in Falldateien steht."""

EREIGNISNAMEN: Mapping[type[Ereignis], str] = MappingProxyType(
    {
        PlanungVorgelegt: "Planung vorgelegt",
        BeitragGezahlt: "Beitrag gezahlt",
        BeitraegeWieVereinbart: "Beiträge wie vereinbart gezahlt",
        AusgabeGebucht: "Ausgabe gebucht",
        EinnahmeGebucht: "Einnahme gebucht",
        EigenanteilZugesagt: "Eigenanteil zugesagt",
        EigenanteilGezahlt: "Eigenanteil gezahlt",
        ZusatzmittelBewilligt: "Zusatzmittel bewilligt",
        ZusatzmittelAbgelehnt: "Zusatzmittel abgelehnt",
        AbschlussberichtVorgelegt: "Abschlussbericht vorgelegt",
        AbschlussberichtGeprueft: "Abschlussbericht geprüft",
        RechnungGeprueft: "Rechnung geprüft",
        BeschlussGefasst: "Abstimmung",
        EmpfehlungAbgegeben: "Empfehlung abgegeben",
        RueckfuehrungAusgezahlt: "Rückführung ausgezahlt",
        ErstattungGezahlt: "Erstattung gezahlt",
        ForderungBeglichen: "Forderung beglichen",
        PersonalGestellt: "Personal gestellt",
        PersonalAbberufen: "Personal abberufen",
        BeitrittErklaert: "Beitritt erklärt",
        BeitrittZugestimmt: "Beitritt zugestimmt",
        BeitrittVollzogen: "Beitritt vollzogen",
        Aufhebung: "Ereignis aufgehoben",
    }
)
"""Wie jede Art in Sätzen heißt."""
