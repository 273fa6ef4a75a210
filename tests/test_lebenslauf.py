"""Der Vertrag lebt: zufällige Folgen von Ereignissen über mehrere Jahre, mit Beitritt, Berichtigungen und Beschlüssen.

Nach jedem Ereignis gilt: kein Cent geht verloren, jede Pflicht hat genau einen Stand, jedes Ereignis steht im Verlauf.
Am Ende gilt: die Reihenfolge des Erfassens ist gleich, und Anfang und Fortsetzung ergeben das Ganze.
"""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kooperationsvertrag import Auslegung, Geldbetrag, Jahresabrechnung, Uebertragungsumfang, Vertragsstand
from kooperationsvertrag.ablauf.akte import Akte
from kooperationsvertrag.ablauf.aufzeichnen import aufzeichnung
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    AbschlussberichtVorgelegt,
    Aufhebung,
    AusgabeGebucht,
    BeitraegeWieVereinbart,
    BeitragGezahlt,
    BeitrittErklaert,
    BeitrittVollzogen,
    BeitrittZugestimmt,
    BeschlussGefasst,
    EigenanteilGezahlt,
    EigenanteilZugesagt,
    EinnahmeGebucht,
    EmpfehlungAbgegeben,
    Ereignis,
    ErstattungGezahlt,
    ForderungBeglichen,
    Jahresereignis,
    PersonalAbberufen,
    PersonalGestellt,
    PlanungVorgelegt,
    RechnungGeprueft,
    RueckfuehrungAusgezahlt,
    ZusatzmittelAbgelehnt,
    ZusatzmittelBewilligt,
)
from kooperationsvertrag.ablauf.jahresfolge import jahresfolge
from kooperationsvertrag.ablauf.jahresphase import ERLEDIGT, LAUFENDE_PHASEN, Jahresphase, phasenwechsel
from kooperationsvertrag.ablauf.pflicht import Pflichthandlung, Pflichtstatus
from kooperationsvertrag.ablauf.verlauf import verlauf
from kooperationsvertrag.ablauf.vertragsstand import fortgeschrieben, stand
from kooperationsvertrag.geld import NULL, summe
from kooperationsvertrag.regeln.gremien import Gremium, Handlung
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.vertrag.buchung import Ausgabenart, Einnahmenart
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Funktion
from kooperationsvertrag.vertrag.lesarten import Berichtsfrist, Planungsfrist, Stellendauer
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import auslegungen, halb_offene_auslegungen

ERSTES, LETZTES = date(2017, 11, 1), date(2021, 12, 31)
NEU = "rhein-kreis-neuss"

jahre = st.integers(2018, 2020)
tage = st.dates(ERSTES, LETZTES)
gruender = st.sampled_from(BERICHT_2017.partner_kennungen)
partner = st.one_of(gruender, gruender, st.just(NEU))
betraege = st.one_of(st.integers(0, 12), st.integers(0, 9_000_000)).map(Geldbetrag)
gremien = st.sampled_from([*Gremium, "duesseldorf"]).map(str)


def _geldereignisse() -> st.SearchStrategy[Ereignis]:
    geld = {"datum": tage, "jahr": jahre, "betrag": betraege}
    return st.one_of(
        st.builds(BeitragGezahlt, akteur=partner, **geld),
        st.builds(BeitragGezahlt, akteur=gruender, datum=tage, jahr=jahre, betrag=st.just(Geldbetrag(5_000_000))),
        st.builds(BeitraegeWieVereinbart, datum=tage, jahr=jahre),
        st.builds(
            AusgabeGebucht,
            bezeichnung=st.just("Projekt"),
            zweck=st.sampled_from([art for art in Ausgabenart if art is not Ausgabenart.PERSONALKOSTEN]),
            **geld,
        ),
        st.builds(
            AusgabeGebucht,
            bezeichnung=st.just("Gehalt"),
            zweck=st.just(Ausgabenart.PERSONALKOSTEN),
            personal_von=gruender,
            **geld,
        ),
        st.builds(EinnahmeGebucht, bezeichnung=st.just("Förderung"), herkunft=st.sampled_from(Einnahmenart), **geld),
        st.builds(EigenanteilZugesagt, vorhaben=st.sampled_from("AB"), wichtig=st.sampled_from([None, True]), **geld),
        st.builds(EigenanteilGezahlt, vorhaben=st.sampled_from("AB"), **geld),
        st.builds(ZusatzmittelBewilligt, akteur=gruender, **geld),
        st.builds(ZusatzmittelAbgelehnt, akteur=gruender, datum=tage, jahr=jahre),
        st.builds(RueckfuehrungAusgezahlt, an=partner, **geld),
        st.builds(ErstattungGezahlt, akteur=gruender, **geld),
        st.builds(ForderungBeglichen, akteur=gruender, **geld),
    )


def _verfahrensereignisse() -> st.SearchStrategy[Ereignis]:
    wann = {"datum": tage, "jahr": jahre}
    einstimmig = st.fixed_dictionaries({"einstimmig": st.just(True)})
    geteilt = st.fixed_dictionaries({"ja": st.lists(gruender, unique=True, max_size=2).map(tuple)})
    umfang = st.one_of(st.just(Uebertragungsumfang.ALLES), betraege)
    return st.one_of(
        st.builds(PlanungVorgelegt, **wann),
        st.builds(AbschlussberichtVorgelegt, **wann),
        st.builds(
            AbschlussberichtGeprueft,
            akteur=st.one_of(st.just("aufsichtsgremium"), st.just("aufsichtsgremium"), gremien),
            ergebnis=st.sampled_from([None, *Pruefungsergebnis]),
            **wann,
        ),
        st.builds(RechnungGeprueft, **wann),
        st.builds(
            lambda stimmen, **felder: BeschlussGefasst(**felder, **stimmen),
            stimmen=st.one_of(einstimmig, geteilt),
            akteur=st.one_of(st.just("aufsichtsgremium"), st.just("aufsichtsgremium"), gremien),
            gegenstand=st.just(Handlung.UEBERTRAGUNG_BESCHLIESSEN),
            betrag=umfang,
            **wann,
        ),
        st.builds(
            BeschlussGefasst,
            akteur=gremien,
            gegenstand=st.sampled_from([h for h in Handlung if h is not Handlung.UEBERTRAGUNG_BESCHLIESSEN]),
            **wann,
        ),
        st.builds(
            EmpfehlungAbgegeben, akteur=gremien, gegenstand=st.sampled_from(Handlung), inhalt=st.just("…"), **wann
        ),
    )


def _personalereignisse() -> st.SearchStrategy[Ereignis]:
    person = st.sampled_from(["Stelle 1", "Stelle 2"])
    return st.one_of(
        st.builds(
            PersonalGestellt,
            datum=tage,
            akteur=gruender,
            person=person,
            funktion=st.sampled_from([None, *Funktion]),
            abgeordnet_an=st.sampled_from([None, "", "duesseldorf", "ihk"]),
            vorgesetzt=st.sampled_from([None, True, False]),
        ),
        st.builds(PersonalAbberufen, datum=tage, akteur=gruender, person=person),
    )


def _beitrittsereignisse() -> st.SearchStrategy[Ereignis]:
    return st.one_of(
        st.builds(
            BeitrittErklaert,
            datum=tage,
            akteur=st.just(NEU),
            name=st.just("Rhein-Kreis Neuss"),
            rechtsform=st.sampled_from([Rechtsform.KREIS, Rechtsform.KREISANGEHOERIGE_GEMEINDE, Rechtsform.VEREIN]),
            beitrag=betraege,
            zum=st.sampled_from([date(2019, 1, 1), date(2019, 7, 1), date(2020, 1, 1)]),
            foerderlich=st.sampled_from([True, True, None]),
        ),
        st.builds(
            BeitrittZugestimmt,
            datum=tage,
            akteur=st.one_of(gruender, st.just("aufsichtsgremium")),
            bewerber=st.just(NEU),
        ),
        st.builds(BeitrittVollzogen, datum=tage, bewerber=st.just(NEU)),
    )


ereignisse_aller_art = st.one_of(
    _geldereignisse(), _geldereignisse(), _verfahrensereignisse(), _personalereignisse(), _beitrittsereignisse()
)


def _gilt(kette: list[Ereignis]) -> Ereignis | None:
    """Unabhängig nachgezählt: gerade viele Aufhebungen am Ende heben sich auf, ungerade viele heben auf."""
    ende = len(kette)
    while ende and isinstance(kette[ende - 1], Aufhebung):
        ende -= 1
    return kette[ende - 1] if ende and (len(kette) - ende) % 2 == 0 else None


def geltende(ereignisse: list[Ereignis], stichtag: date) -> list[Ereignis]:
    bekannt = [e for e in ereignisse if e.bekannt_ab is None or e.bekannt_ab <= stichtag]
    gelten: list[Ereignis] = []
    for anfang in bekannt:
        if anfang.ersetzt and any(anfang.ersetzt == e.kennung for e in bekannt):
            continue
        kette = [anfang]
        while folgt := [e for e in bekannt if e.ersetzt and e.ersetzt == kette[-1].kennung]:
            kette += folgt
        gilt = _gilt(kette)
        gelten += [gilt] if gilt else []
    return gelten


def _im_gleichgewicht(jahr: Jahresabrechnung) -> bool:
    zufluss = (
        jahr.uebertrag_aus_vorjahr + jahr.eingezahlt.summe + jahr.zusatzmittel.summe + jahr.drittmittel
    ) + jahr.ueberschreitung
    abfluss = jahr.verausgabt + jahr.rueckfuehrung.summe - jahr.forderungen.summe + jahr.uebertrag_in_folgejahr
    return zufluss == abfluss + jahr.wartet_auf_pruefung


class Lebenslauf(RuleBasedStateMachine):
    """Erfasst Ereignisse in beliebiger Reihenfolge und blickt an beliebigen Tagen auf den Vertrag."""

    def __init__(self) -> None:
        super().__init__()
        self.erfasst: list[Ereignis] = []
        self.stichtag = ERSTES
        self.auslegung = Auslegung()
        self.zaehler = 0

    @initialize(auslegung=auslegungen)
    def lege_alles_aus(self, auslegung: Auslegung) -> None:
        self.auslegung = auslegung

    def _kennung(self) -> str:
        self.zaehler += 1
        return f"e{self.zaehler}"

    @rule(ereignis=ereignisse_aller_art)
    def erfasse(self, ereignis: Ereignis) -> None:
        self.erfasst.append(evolve(ereignis, kennung=self._kennung()))

    @rule(tage=st.integers(1, 200))
    def warte(self, tage: int) -> None:
        self.stichtag = min(self.stichtag + timedelta(days=tage), LETZTES)

    @rule(tag=tage)
    def blicke_auf(self, tag: date) -> None:
        self.stichtag = tag

    def _berichtigbare(self) -> list[Ereignis]:
        berichtigt = {ereignis.ersetzt for ereignis in self.erfasst}
        return [ereignis for ereignis in self.erfasst if ereignis.kennung not in berichtigt]

    @precondition(lambda self: self.erfasst)
    @rule(data=st.data(), spaeter=st.integers(0, 400), cent=betraege)
    def berichtige(self, data: st.DataObject, spaeter: int, cent: Geldbetrag) -> None:
        alt = data.draw(st.sampled_from(self._berichtigbare()))
        if isinstance(alt, Aufhebung):
            return
        assert alt.bekannt_ab
        neu = evolve(
            alt, kennung=self._kennung(), ersetzt=alt.kennung, erfasst=alt.bekannt_ab + timedelta(days=spaeter)
        )
        if isinstance(neu, (BeitragGezahlt, AusgabeGebucht, RueckfuehrungAusgezahlt)):
            neu = evolve(neu, betrag=cent)
        self.erfasst.append(neu)

    @precondition(lambda self: self.erfasst)
    @rule(data=st.data(), spaeter=st.integers(0, 400))
    def hebe_auf(self, data: st.DataObject, spaeter: int) -> None:
        alt = data.draw(st.sampled_from(self._berichtigbare()))
        assert alt.bekannt_ab
        tag = alt.bekannt_ab + timedelta(days=spaeter)
        self.erfasst.append(
            Aufhebung(datum=tag, akteur="geschaeftsstelle", kennung=self._kennung(), ersetzt=alt.kennung)
        )

    def _stand(self) -> Vertragsstand:
        return stand(BERICHT_2017, self.erfasst, self.stichtag, self.auslegung)

    @invariant()
    def kein_cent_geht_verloren(self) -> None:
        gelten = [e for e in geltende(self.erfasst, self.stichtag) if isinstance(e, Jahresereignis)]
        uebertrag = NULL
        for jahr in self._stand().jahre:
            abrechnung = jahr.abrechnung
            assert abrechnung
            davon = [e for e in gelten if e.jahr == jahr.jahr]
            assert _im_gleichgewicht(abrechnung)
            assert abrechnung.uebertrag_aus_vorjahr == uebertrag
            uebertrag = abrechnung.uebertrag_in_folgejahr
            if not any(isinstance(e, BeitraegeWieVereinbart) for e in davon):
                gezahlt = summe([e.betrag for e in davon if isinstance(e, BeitragGezahlt)])
                assert abrechnung.eingezahlt.summe == gezahlt
            ausgaben = [
                e.betrag
                for e in davon
                if isinstance(e, EigenanteilGezahlt)
                or (isinstance(e, AusgabeGebucht) and e.zweck is not Ausgabenart.PERSONALKOSTEN)
            ]
            zurueck = [
                e.betrag for e in davon if isinstance(e, EinnahmeGebucht) and e.herkunft is Einnahmenart.RUECKERSTATTUNG
            ]
            assert abrechnung.verausgabt == summe(ausgaben) - summe(zurueck)
            assert jahr.ausgezahlt.summe == summe([e.betrag for e in davon if isinstance(e, RueckfuehrungAusgezahlt)])
            for herkunft in jahr.uebertrag:
                assert herkunft.anteile.summe == herkunft.schicht.betrag

    @invariant()
    def jede_pflicht_hat_genau_einen_stand(self) -> None:
        gesehen = self._stand()
        schluessel = [(p.handlung, p.jahr, p.traeger, p.gegenueber, p.gegenstand) for p in gesehen.pflichten]
        assert len(schluessel) == len(set(schluessel))
        for pflicht in gesehen.pflichten:
            assert pflicht.ist_eindeutig
            assert [pflicht.status] == [lage.ergebnis.status for lage in pflicht.lagen]
        assert gesehen.ist_eindeutig

    @invariant()
    def jedes_bekannte_ereignis_steht_einmal_im_verlauf(self) -> None:
        gesehen = self._stand()
        bekannt = [e.kennung for e in self.erfasst if e.bekannt_ab and e.bekannt_ab <= self.stichtag]
        schritte = verlauf(gesehen)
        assert sorted(s.ereignis.kennung for s in schritte if s.ereignis) == sorted(bekannt)
        for jahr in gesehen.jahre:
            phase = Jahresphase.GEPLANT
            for wechsel in jahr.wechsel:
                assert wechsel.uebergang.von is phase
                phase = wechsel.uebergang.nach
            assert jahr.phase is phase
            assert jahr.ist_abgerechnet == (phase not in LAUFENDE_PHASEN)
            assert jahr.phase not in ERLEDIGT or not _noch_zurueckzufuehren(gesehen, jahr.jahr)

    def teardown(self) -> None:
        gesehen = self._stand()
        assert stand(BERICHT_2017, self.erfasst[::-1], self.stichtag, self.auslegung) == gesehen
        gerade = stand(BERICHT_2017, self.erfasst[::2] + self.erfasst[1::2], self.stichtag, self.auslegung)
        assert gerade == gesehen
        haelfte = _ohne_offene_verweise(self.erfasst[: len(self.erfasst) // 2])
        rest = [ereignis for ereignis in self.erfasst if ereignis not in haelfte]
        anfang = stand(BERICHT_2017, haelfte, ERSTES, self.auslegung)
        assert fortgeschrieben(anfang, rest, self.stichtag) == gesehen
        bekannt = [e for e in self.erfasst if e.bekannt_ab and e.bekannt_ab <= self.stichtag]
        if _ohne_offene_verweise(bekannt) == bekannt:
            nur_bekanntes = stand(BERICHT_2017, bekannt, self.stichtag, self.auslegung)
            assert evolve(nur_bekanntes, akte=gesehen.akte) == gesehen


def _noch_zurueckzufuehren(gesehen: Vertragsstand, jahr: int) -> list[Pflichtstatus]:
    return [
        pflicht.status
        for pflicht in gesehen.pflichten
        if pflicht.jahr == jahr
        and pflicht.handlung is Pflichthandlung.MITTEL_ZURUECKFUEHREN
        and pflicht.status not in (Pflichtstatus.ERFUELLT, Pflichtstatus.ENTFALLEN)
    ]


def _ohne_offene_verweise(ereignisse: list[Ereignis]) -> list[Ereignis]:
    kennungen = {ereignis.kennung for ereignis in ereignisse}
    return [ereignis for ereignis in ereignisse if not ereignis.ersetzt or ereignis.ersetzt in kennungen]


TestLebenslauf = Lebenslauf.TestCase
TestLebenslauf.settings = settings(max_examples=40, stateful_step_count=25)


@given(st.integers(0, 13_000_000), auslegungen)
def test_ein_jahr_in_dem_alles_geschieht_ist_am_ende_erledigt(cent: int, gewaehlt: Auslegung) -> None:
    fristen = (Planungsfrist.VOR_JAHRESBEGINN, Berichtsfrist.BIS_JAHRESENDE, Stellendauer.DAUERND)
    auslegung = Auslegung((*[(lesart.frage(), lesart) for lesart in fristen], *gewaehlt.wahl))
    getan: list[Ereignis] = [
        PlanungVorgelegt(datum=date(2017, 12, 20), jahr=2018),
        *[
            PersonalGestellt(
                datum=date(2018, 1, 2), akteur=wer, person="eine", abgeordnet_an="duesseldorf", funktion=stelle.funktion
            )
            for stelle in BERICHT_2017.stellen
            for wer in [stelle.partner]
        ],
        *[
            BeitragGezahlt(datum=date(2018, 1, 15), akteur=wer, jahr=2018, betrag=betrag)
            for wer, betrag in BERICHT_2017.beitraege.paare
        ],
        AusgabeGebucht(datum=date(2018, 6, 8), jahr=2018, bezeichnung="Projekte", betrag=Geldbetrag(cent)),
        AbschlussberichtVorgelegt(datum=date(2018, 12, 28), jahr=2018),
        AbschlussberichtGeprueft(datum=date(2019, 2, 14), jahr=2018, ergebnis=Pruefungsergebnis.GEBILLIGT),
    ]
    bis_dahin = aufzeichnung(BERICHT_2017, Akte(getan).geltende())
    assert bis_dahin
    [abgerechnet] = jahresfolge(bis_dahin, auslegung)
    getan += [
        RueckfuehrungAusgezahlt(datum=date(2019, 3, 1), jahr=2018, an=wer, betrag=betrag)
        for wer, betrag in abgerechnet.rueckfuehrung.paare
    ]

    gesehen = stand(BERICHT_2017, getan, date(2019, 4, 1), auslegung)

    assert [jahr.phase in ERLEDIGT for jahr in gesehen.jahre] == [True]
    assert {pflicht.status for pflicht in gesehen.pflichten if pflicht.jahr == 2018} <= {
        Pflichtstatus.ERFUELLT,
        Pflichtstatus.ENTFALLEN,
    }
    assert {befund.kennung for befund in gesehen.befunde} <= {"ueberschreitung"}
    assert [wechsel.uebergang.ist_vorgesehen for jahr in gesehen.jahre for wechsel in jahr.wechsel].count(False) == 0


@given(st.lists(ereignisse_aller_art, max_size=25), tage, halb_offene_auslegungen())
def test_auch_mit_offenen_lesarten_steht_zu_allem_etwas_da(
    getan: list[Ereignis], stichtag: date, auslegung: Auslegung
) -> None:
    gesehen = stand(BERICHT_2017, getan, stichtag, auslegung)

    for jahr in gesehen.jahre:
        assert all(_im_gleichgewicht(variante.ergebnis) for variante in jahr.abrechnungen)
        assert (jahr.abrechnung is None) == (len(jahr.abrechnungen) > 1)
    for pflicht in gesehen.pflichten:
        moeglich = {lage.ergebnis.status for lage in pflicht.lagen}
        assert pflicht.status in (moeglich if len(moeglich) == 1 else {Pflichtstatus.UNBESTIMMT})
        assert pflicht.ist_eindeutig or gesehen.offene_fragen
    gewaehlt = {frage for frage, _ in auslegung.wahl}
    assert not gewaehlt & {offen.frage for offen in gesehen.offene_fragen}
    assert len(verlauf(gesehen)) >= len(gesehen.akte.bekannte(stichtag))


def test_der_weg_eines_jahres_braucht_keine_abrechnung_bis_zur_pruefung() -> None:
    assert [wechsel.uebergang.nach for wechsel in phasenwechsel(2018, {}, date(2018, 6, 1))] == [Jahresphase.LAUFEND]
