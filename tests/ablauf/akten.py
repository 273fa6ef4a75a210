"""Ereignisse für Tests: zufällige Akten, und Jahre, in denen alles rechtzeitig geschieht."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from kooperationsvertrag.ablauf.abrechnung import abrechnung
from kooperationsvertrag.ablauf.ereignis import (
    EREIGNISARTEN,
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
from kooperationsvertrag.ablauf.haushaltsjahr import Haushaltsjahr, Uebertragungsumfang, Zahlweise
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.gremien import Gremium, Handlung
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahmenart
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Funktion
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import stimmabgaben

PARTNER = BERICHT_2017.partner_kennungen
NEUER = "neuss"
JAHRE = (2018, 2019, 2020, 2021)
ERSTER_TAG, LETZTER_TAG = date(2017, 10, 1), date(2022, 6, 30)

tage = st.one_of(
    st.dates(ERSTER_TAG, LETZTER_TAG),
    st.sampled_from(
        [date(jahr, monat, tag) for jahr in range(2018, 2022) for monat, tag in ((1, 1), (2, 14), (12, 31))]
    ),
)
betraege = st.one_of(
    st.sampled_from([0, 1, 2_000_000, 5_000_000]), st.integers(0, 30), st.integers(0, 4_000_000), st.integers(0, 10**15)
).map(Geldbetrag)
vorhaben = st.sampled_from(["Flächen", "Radweg"])
personen = st.sampled_from(["Stelle 1", "Stelle 2", "Stelle 3"])
partner = st.sampled_from([*PARTNER, NEUER])
urteile = st.sampled_from([None, True, False])
_HANDELNDE = [*Gremium, "ihk"]
_UEBLICHE: dict[type[Ereignis], Gremium] = {
    PlanungVorgelegt: Gremium.GESCHAEFTSSTELLE,
    AbschlussberichtVorgelegt: Gremium.GESCHAEFTSSTELLE,
    AbschlussberichtGeprueft: Gremium.AUFSICHTSGREMIUM,
    RechnungGeprueft: Gremium.RECHNUNGSPRUEFUNGSAMT,
    BeschlussGefasst: Gremium.AUFSICHTSGREMIUM,
    EmpfehlungAbgegeben: Gremium.BEGLEITGREMIUM,
}
_FELDER: dict[type[Ereignis], dict[str, st.SearchStrategy[object]]] = {
    PlanungVorgelegt: {},
    BeitragGezahlt: {"akteur": partner, "betrag": betraege},
    BeitraegeWieVereinbart: {},
    AusgabeGebucht: {"bezeichnung": st.just("Ausgabe"), "zweck": st.sampled_from(Ausgabenart), "betrag": betraege},
    EinnahmeGebucht: {
        "bezeichnung": st.just("Einnahme"),
        "herkunft": st.sampled_from(Einnahmenart),
        "betrag": betraege,
    },
    EigenanteilZugesagt: {"vorhaben": vorhaben, "betrag": betraege, "wichtig": urteile},
    EigenanteilGezahlt: {"vorhaben": vorhaben, "betrag": betraege},
    ZusatzmittelBewilligt: {"akteur": partner, "betrag": betraege},
    ZusatzmittelAbgelehnt: {"akteur": partner},
    AbschlussberichtVorgelegt: {},
    AbschlussberichtGeprueft: {"ergebnis": st.sampled_from([None, *Pruefungsergebnis])},
    RechnungGeprueft: {"beanstandet": urteile},
    BeschlussGefasst: {"gegenstand": st.one_of(st.just(Handlung.UEBERTRAGUNG_BESCHLIESSEN), st.sampled_from(Handlung))},
    EmpfehlungAbgegeben: {"gegenstand": st.sampled_from(Handlung), "inhalt": st.just("Rat")},
    RueckfuehrungAusgezahlt: {"an": partner, "betrag": betraege},
    ErstattungGezahlt: {"akteur": partner, "betrag": betraege},
    ForderungBeglichen: {"akteur": partner, "betrag": betraege},
    PersonalGestellt: {
        "akteur": partner,
        "person": personen,
        "funktion": st.sampled_from([None, *Funktion]),
        "abgeordnet_an": st.sampled_from([None, "", "duesseldorf", "mettmann"]),
        "vorgesetzt": urteile,
    },
    PersonalAbberufen: {"akteur": partner, "person": personen},
    BeitrittErklaert: {
        "akteur": st.just(NEUER),
        "name": st.just("Rhein-Kreis Neuss"),
        "rechtsform": st.sampled_from([Rechtsform.KREIS, Rechtsform.KREIS, Rechtsform.VEREIN]),
        "beitrag": st.integers(0, 4_000_000).map(Geldbetrag),
        "zum": tage,
        "foerderlich": st.sampled_from([True, True, False, None]),
    },
    BeitrittZugestimmt: {
        "akteur": st.sampled_from([*PARTNER, Gremium.AUFSICHTSGREMIUM.value]),
        "bewerber": st.just(NEUER),
    },
    BeitrittVollzogen: {"bewerber": st.just(NEUER)},
    Aufhebung: {"akteur": st.sampled_from(PARTNER)},
}


@st.composite
def ein_ereignis(zieh: st.DrawFn, kennung: str = "", ersetzbar: Sequence[str] = ()) -> Ereignis:
    """Ein Ereignis irgendeiner Art.

    Args:
        zieh: Woraus Hypothesis zieht.
        kennung: Seine Kennung.
        ersetzbar: Kennungen, von denen es eine ersetzen oder aufheben darf; jede nur einmal.
    """
    ersetzt = zieh(st.sampled_from(["", "", *ersetzbar])) if ersetzbar else ""
    arten = [art for art in EREIGNISARTEN if art is not Aufhebung]
    art = zieh(st.sampled_from([*arten, Aufhebung, Aufhebung, Aufhebung] if ersetzt else arten))
    datum = zieh(tage)
    felder: dict[str, object] = {"datum": datum, "kennung": kennung, "ersetzt": ersetzt}
    felder |= {name: zieh(strategie) for name, strategie in _FELDER[art].items()}
    if issubclass(art, Jahresereignis):
        am_naechsten = min(max(datum.year, JAHRE[0]), JAHRE[-1])
        felder["jahr"] = zieh(st.one_of(st.just(am_naechsten), st.sampled_from(JAHRE)))
    if art in _UEBLICHE:
        felder["akteur"] = zieh(st.one_of(st.just(_UEBLICHE[art].value), st.sampled_from(_HANDELNDE)))
    if felder.get("zweck") is Ausgabenart.PERSONALKOSTEN:
        felder["personal_von"] = zieh(partner)
    if art is BeschlussGefasst:
        stimmen = zieh(stimmabgaben((*PARTNER, NEUER)))
        felder |= {"ja": stimmen.ja, "nein": stimmen.nein, "enthaltung": stimmen.enthaltung}
        felder["einstimmig"] = stimmen.einstimmig
        if felder["gegenstand"] is Handlung.UEBERTRAGUNG_BESCHLIESSEN:
            felder["betrag"] = zieh(st.one_of(st.just(Uebertragungsumfang.ALLES), betraege))
    spaeter = zieh(st.integers(1, 500)) if ersetzt else zieh(st.sampled_from([0, 0, 0, 30, 400]))
    if spaeter:
        felder["erfasst"] = datum + timedelta(days=spaeter)
    if art in (BeitragGezahlt, AusgabeGebucht, EinnahmeGebucht, ZusatzmittelBewilligt, BeitrittZugestimmt):
        felder["datum"] = zieh(st.sampled_from([datum, datum, datum, None if not ersetzt else datum]))
    neues: Ereignis = art(**felder)
    return neues


@st.composite
def ereignisse(zieh: st.DrawFn, hoechstens: int = 14, hat_ordentliches_jahr: bool = True) -> tuple[Ereignis, ...]:
    """Ereignisse aller Arten aus mehreren Jahren, in beliebiger Folge; Berichtigungen verweisen richtig.

    Args:
        zieh: Woraus Hypothesis zieht.
        hoechstens: So viele zufällige Ereignisse sind es höchstens.
        hat_ordentliches_jahr: Ob oft noch ein ordentliches Jahr dazukommt, dem höchstens drei Ereignisse fehlen.
    """
    ersetzbar: list[str] = []
    gefunden: list[Ereignis] = []
    for nummer in range(zieh(st.integers(0, hoechstens))):
        neues = zieh(ein_ereignis(f"e{nummer}", tuple(ersetzbar)))
        if neues.ersetzt:
            ersetzbar.remove(neues.ersetzt)
        ersetzbar.append(neues.kennung)
        gefunden.append(neues)
    if hat_ordentliches_jahr and zieh(st.booleans()):
        ausgegeben = zieh(st.sampled_from([0, 90_000, 120_000]))
        jahr = zieh(st.sampled_from(JAHRE))
        ganzes = ordentliches_jahr(jahr, ausgegeben)
        fehlend = zieh(st.lists(st.integers(0, len(ganzes) - 1), max_size=3))
        gefunden += [ereignis for nummer, ereignis in enumerate(ganzes) if nummer not in fehlend]
        gefunden += zieh(st.lists(_uebertragungen(jahr), max_size=1))
    if zieh(st.integers(0, 3)) == 3:
        gefunden += zieh(_beitritte())
    return tuple(zieh(st.permutations(gefunden)))


@st.composite
def _uebertragungen(zieh: st.DrawFn, jahr: int) -> Ereignis:
    tag = zieh(
        st.sampled_from([date(jahr, 12, 20), date(jahr + 1, 1, 10), date(jahr + 1, 2, 20), date(jahr + 1, 4, 1)])
    )
    return uebertragung(jahr, tag, zieh(st.one_of(st.just(Uebertragungsumfang.ALLES), st.just(Geldbetrag(1_800_000)))))


@st.composite
def _beitritte(zieh: st.DrawFn) -> list[Ereignis]:
    zustimmend = zieh(st.sampled_from([(), PARTNER[:2], (*PARTNER, Gremium.AUFSICHTSGREMIUM.value)]))
    zum = date(zieh(st.sampled_from(JAHRE)), zieh(st.sampled_from([1, 7])), 1)
    erklaert = BeitrittErklaert(
        datum=date(2017, 10, 1),
        akteur=NEUER,
        name="Rhein-Kreis Neuss",
        rechtsform=Rechtsform.KREIS,
        beitrag=Geldbetrag(3_000_000),
        zum=zum,
        foerderlich=True,
    )
    vollzogen = BeitrittVollzogen(datum=zum, bewerber=NEUER)
    return [
        erklaert,
        vollzogen,
        *[BeitrittZugestimmt(datum=date(2017, 11, 1), akteur=wer, bewerber=NEUER) for wer in zustimmend],
    ]


def beitraege(jahr: int, datum: date | None = None) -> tuple[Ereignis, ...]:
    """Jeder Partner zahlt seinen vollen Beitrag."""
    return tuple(
        BeitragGezahlt(datum=datum or date(jahr, 1, 15), akteur=wer, jahr=jahr, betrag=betrag)
        for wer, betrag in BERICHT_2017.beitraege.paare
    )


def ausgabe(jahr: int, euro: int, datum: date | None = None) -> AusgabeGebucht:
    """Eine Ausgabe für ein Projekt."""
    return AusgabeGebucht(
        datum=datum or date(jahr, 6, 8),
        jahr=jahr,
        bezeichnung="Projekte",
        zweck=Ausgabenart.PROJEKT,
        betrag=Geldbetrag.aus_euro(euro),
    )


def geprueft(jahr: int, datum: date | None = None) -> AbschlussberichtGeprueft:
    """Der Bericht ist geprüft und gebilligt."""
    return AbschlussberichtGeprueft(
        datum=datum or date(jahr + 1, 2, 14), jahr=jahr, ergebnis=Pruefungsergebnis.GEBILLIGT
    )


def uebertragung(
    jahr: int, datum: date, betrag: Geldbetrag | Uebertragungsumfang = Uebertragungsumfang.ALLES
) -> BeschlussGefasst:
    """Das Aufsichtsgremium überträgt einstimmig."""
    return BeschlussGefasst(
        datum=datum, jahr=jahr, gegenstand=Handlung.UEBERTRAGUNG_BESCHLIESSEN, betrag=betrag, einstimmig=True
    )


def ausgezahlt(jahr: int, datum: date, **euro: int) -> tuple[Ereignis, ...]:
    """Auszahlungen an die genannten Partner."""
    return tuple(
        RueckfuehrungAusgezahlt(datum=datum, jahr=jahr, an=an, betrag=Geldbetrag.aus_euro(betrag))
        for an, betrag in euro.items()
    )


def personal(datum: date) -> tuple[Ereignis, ...]:
    """Jeder Partner stellt zu Beginn die zugesagte Person; abgeordnet ist an Düsseldorf."""
    return tuple(
        PersonalGestellt(
            datum=datum,
            akteur=stelle.partner,
            person=f"Stelle {nummer}",
            funktion=stelle.funktion,
            abgeordnet_an="" if stelle.partner == BERICHT_2017.sitz_der_abordnung else BERICHT_2017.sitz_der_abordnung,
            vorgesetzt=stelle.funktion is Funktion.LEITUNG,
        )
        for nummer, stelle in enumerate(BERICHT_2017.stellen, start=1)
    )


def ordentliches_jahr(jahr: int, ausgaben: int = 90_000) -> tuple[Ereignis, ...]:
    """Ein Jahr, in dem unter jeder Lesart alles rechtzeitig geschieht; am Ende ist ausgezahlt, was zusteht.

    Args:
        jahr: Das Haushaltsjahr; aus Jahren davor ist nichts übertragen.
        ausgaben: Was ausgegeben wurde, in Euro.
    """
    aufgezeichnet = Haushaltsjahr(
        jahr,
        Zahlweise.WIE_VEREINBART,
        (Ausgabe("Projekte", Ausgabenart.PROJEKT, Geldbetrag.aus_euro(ausgaben)),),
        geprueft=date(jahr + 1, 2, 14),
        pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
    )
    zurueck = abrechnung(BERICHT_2017, aufgezeichnet).rueckfuehrung
    return (
        *personal(date(jahr, 1, 1)),
        PlanungVorgelegt(datum=date(jahr - 1, 12, 20), jahr=jahr),
        *beitraege(jahr),
        ausgabe(jahr, ausgaben),
        AbschlussberichtVorgelegt(datum=date(jahr, 12, 28), jahr=jahr),
        geprueft(jahr),
        *[
            RueckfuehrungAusgezahlt(datum=date(jahr + 1, 3, 1), jahr=jahr, an=an, betrag=betrag)
            for an, betrag in zurueck.paare
        ],
    )


def bekannt_am(alle: Sequence[Ereignis], tag: date) -> tuple[Ereignis, ...]:
    """Was an einem Tag bekannt ist; was etwas noch Unbekanntes berichtigt, wird weggelassen."""
    bekannt = [ereignis for ereignis in alle if ereignis.bekannt_ab is None or ereignis.bekannt_ab <= tag]
    while True:
        kennungen = {"", *[ereignis.kennung for ereignis in bekannt]}
        bleibend = [ereignis for ereignis in bekannt if ereignis.ersetzt in kennungen]
        if len(bleibend) == len(bekannt):
            return tuple(bleibend)
        bekannt = bleibend
