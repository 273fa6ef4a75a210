"""Gemeinsame Strategien: Beträge bis zu 10^15 Cent, 1 bis 40 Partner, beliebige Gewichte, auch null."""

from datetime import date

from attrs import evolve
from hypothesis import strategies as st

from kooperationsvertrag.ablauf.haushaltsjahr import (
    Aufzeichnung,
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einnahmenart, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung, Sitz, Vertragsfassung
from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from kooperationsvertrag.vertrag.partner import Partner, Rechtsform

HOECHSTBETRAG = 10**15

cents = st.one_of(
    st.integers(0, 30),
    st.integers(0, 20_000_000),
    st.integers(0, HOECHSTBETRAG),
)
geldbetraege = cents.map(Geldbetrag)
gewichte = st.one_of(st.integers(0, 6), st.integers(0, 10**12))
rundungen = st.sampled_from(Rundung)


def kennungen(anzahl: int) -> tuple[str, ...]:
    return tuple(f"p{nummer:02}" for nummer in range(anzahl))


@st.composite
def schluessel(zieh: st.DrawFn, hoechstens: int = 40) -> Zahlungsschluessel:
    anzahl = zieh(st.integers(1, hoechstens))
    liste = zieh(st.lists(gewichte, min_size=anzahl, max_size=anzahl).filter(any))
    return Zahlungsschluessel(tuple(zip(kennungen(anzahl), liste, strict=True)))


@st.composite
def konventionen(zieh: st.DrawFn, partner: tuple[str, ...]) -> Rechenkonvention:
    vorrang = zieh(st.lists(st.sampled_from(partner), unique=True))
    return Rechenkonvention(zieh(rundungen), tuple(vorrang))


@st.composite
def fassungen(zieh: st.DrawFn, hoechstens: int = 40) -> Vertragsfassung:
    """Die Fassung des Berichts, oder eine mit beliebig vielen Partnern und Beiträgen."""
    if zieh(st.booleans()):
        return BERICHT_2017
    anzahl = zieh(st.integers(1, hoechstens))
    beitraege = zieh(st.lists(st.one_of(st.integers(0, 6), cents), min_size=anzahl, max_size=anzahl).filter(any))
    partner = tuple(Partner(kennung, kennung, kennung, Rechtsform.KREIS, "") for kennung in kennungen(anzahl))
    return Vertragsfassung(
        kennung="erdacht",
        bezeichnung="Erdachte Fassung",
        grundlage="Erdacht",
        partner=partner,
        beitraege=Betraege(tuple((p.kennung, Geldbetrag(b)) for p, b in zip(partner, beitraege, strict=True))),
        stellen=(),
        aufsichtsgremium=tuple(Sitz(p.kennung, "Leitung") for p in partner),
        sitz_der_abordnung=partner[0].kennung,
    )


@st.composite
def wechsel(zieh: st.DrawFn, bisher: Vertragsfassung, hoechstens: int = 2) -> tuple[Inkrafttreten, ...]:
    """Bis zu zwei neue Fassungen: mit anderen Beiträgen, Partnern, Sitzen und geregelten Fragen."""
    tage = [
        date(2018, 1, 1),
        date(2018, 7, 1),
        date(2018, 12, 31),
        date(2019, 1, 1),
        date(2019, 3, 15),
        date(2020, 1, 1),
    ]
    gewaehlt = zieh(st.lists(st.sampled_from(tage), unique=True, max_size=hoechstens))
    return tuple(
        Inkrafttreten(zieh(spaetere(bisher, nummer)), ab if zieh(st.integers(0, 5)) else None)
        for nummer, ab in enumerate(gewaehlt)
    )


@st.composite
def spaetere(zieh: st.DrawFn, bisher: Vertragsfassung, nummer: int) -> Vertragsfassung:
    bleiben = zieh(st.lists(st.sampled_from(bisher.partner), unique=True, min_size=1)) if zieh(st.booleans()) else None
    partner = list(bisher.partner) if bleiben is None else sorted(bleiben, key=bisher.partner.index)
    if zieh(st.booleans()):
        partner.append(Partner("spaeter", "Später dabei", "Später", Rechtsform.KREIS, ""))
    hoechster = max(betrag.cent for betrag in bisher.beitraege.values())
    anteile = st.lists(st.integers(0, hoechster), min_size=len(partner), max_size=len(partner)).filter(any)
    kennungen_danach = [einer.kennung for einer in partner]
    lesarten = zieh(st.lists(st.sampled_from([lesart for frage in AUSLEGUNGSFRAGEN for lesart in frage]), max_size=4))
    return evolve(
        bisher,
        kennung=f"spaeter-{nummer}",
        partner=tuple(partner),
        beitraege=Betraege(tuple(zip(kennungen_danach, map(Geldbetrag, zieh(anteile)), strict=True))),
        stellen=tuple(stelle for stelle in bisher.stellen if stelle.partner in kennungen_danach),
        aufsichtsgremium=tuple(Sitz(kennung, "Leitung") for kennung in kennungen_danach),
        sitz_der_abordnung=kennungen_danach[0],
        geregelt=tuple(
            Regelung(frage, lesart) for frage, lesart in {eine.frage(): str(eine) for eine in lesarten}.items()
        ),
    )


@st.composite
def stimmabgaben(zieh: st.DrawFn, partner: tuple[str, ...]) -> Stimmabgabe:
    if zieh(st.booleans()):
        return Stimmabgabe(einstimmig=True)
    verteilung = zieh(st.lists(st.sampled_from("jjjne-"), min_size=len(partner), max_size=len(partner)))
    wer = {art: tuple(p for p, v in zip(partner, verteilung, strict=True) if v == art) for art in "jne"}
    return Stimmabgabe(wer["j"], wer["n"], wer["e"])


@st.composite
def haushaltsjahre(zieh: st.DrawFn, jahr: int, partner: tuple[str, ...], budget: int) -> Haushaltsjahr:
    """Ein Jahr mit allem, was vorkommen kann; meist reicht das Geld."""
    klein = st.one_of(st.integers(0, 30), st.integers(0, budget // 4 + 1))
    einzahlung = st.builds(Einzahlung, st.sampled_from(partner), cents.map(Geldbetrag))
    arten = st.sampled_from([art for art in Ausgabenart if art is not Ausgabenart.PERSONALKOSTEN])
    ausgabe = st.builds(lambda art, cent: Ausgabe("Ausgabe", art, Geldbetrag(cent)), arten, klein)
    personal = st.builds(
        lambda cent, wer: Ausgabe("Personal", Ausgabenart.PERSONALKOSTEN, Geldbetrag(cent), None, wer),
        klein,
        st.sampled_from(partner),
    )
    geprueft = zieh(st.sampled_from([None, date(jahr + 1, 2, 14), date(jahr + 1, 2, 14)]))
    beschluss = None
    if zieh(st.booleans()):
        umfang = zieh(st.one_of(st.just(Uebertragungsumfang.ALLES), klein.map(Geldbetrag)))
        beschluss = Uebertragungsbeschluss(umfang, date(jahr + 1, 3, 1), zieh(stimmabgaben(partner)))
    return Haushaltsjahr(
        jahr=jahr,
        eingezahlt=zieh(st.one_of(st.just(Zahlweise.WIE_VEREINBART), st.lists(einzahlung, max_size=4).map(tuple))),
        ausgaben=tuple(zieh(st.lists(st.one_of(ausgabe, ausgabe, personal), max_size=4))),
        einnahmen=tuple(
            zieh(
                st.lists(
                    st.builds(
                        lambda art, cent: Einnahme("Einnahme", art, Geldbetrag(cent)),
                        st.sampled_from(Einnahmenart),
                        klein,
                    ),
                    max_size=2,
                )
            )
        ),
        zusatzmittel=tuple(
            zieh(
                st.lists(
                    st.builds(lambda wer, cent: Zusatzmittel(wer, Geldbetrag(cent)), st.sampled_from(partner), klein),
                    max_size=2,
                )
            )
        ),
        geprueft=geprueft,
        pruefungsergebnis=zieh(st.sampled_from([None, *Pruefungsergebnis])) if geprueft else None,
        uebertragung=beschluss,
    )


@st.composite
def aufzeichnungen(
    zieh: st.DrawFn, hoechstens: int = 40, jahre: int = 3, beitritte: bool = True, fassungswechsel: bool = True
) -> Aufzeichnung:
    """Ein bis drei Jahre, mit Anfangsbestand, Beitritten und neuen Fassungen."""
    fassung = zieh(fassungen(hoechstens))
    partner = fassung.partner_kennungen
    budget = fassung.beitraege.summe.cent
    schichten = st.builds(
        lambda aus_jahr, cent, liste: Schicht(
            aus_jahr, Geldbetrag(cent), Zahlungsschluessel(tuple(zip(partner, liste, strict=True)))
        ),
        st.integers(2015, 2017),
        st.integers(1, budget // 4 + 2),
        st.one_of(
            st.just([betrag.cent for betrag in fassung.beitraege.values()]),
            st.lists(st.integers(0, 5), min_size=len(partner), max_size=len(partner)).filter(any),
        ),
    )
    antraege: list[Beitrittsantrag] = []
    if beitritte and zieh(st.booleans()):
        antraege.append(
            Beitrittsantrag(
                kennung="neu",
                name="Ein neuer Partner",
                rechtsform=zieh(st.sampled_from([Rechtsform.KREIS, Rechtsform.KREISANGEHOERIGE_GEMEINDE])),
                beitrag=zieh(st.integers(0, budget).map(Geldbetrag)),
                zum=zieh(st.sampled_from([date(2018, 1, 1), date(2018, 7, 1), date(2019, 1, 1), date(2019, 10, 15)])),
                foerderlich=True,
                zustimmung=tuple(zieh(st.lists(st.sampled_from([*partner, "aufsichtsgremium"]), unique=True))),
            )
        )
    return Aufzeichnung(
        fassung=fassung,
        haushaltsjahre=tuple(
            zieh(haushaltsjahre(jahr, partner, budget)) for jahr in range(2018, 2018 + zieh(st.integers(1, jahre)))
        ),
        beitritte=tuple(antraege),
        anfangsbestand=tuple(sorted(zieh(st.lists(schichten, max_size=2)), key=lambda schicht: schicht.aus_jahr)),
        wechsel=zieh(wechsel(fassung)) if fassungswechsel and zieh(st.booleans()) else (),
    )


auslegungen = st.tuples(*(st.sampled_from(frage) for frage in AUSLEGUNGSFRAGEN)).map(
    lambda lesarten: Auslegung.mit(*lesarten)
)


@st.composite
def halb_offene_auslegungen(zieh: st.DrawFn) -> Auslegung:
    """Fast alles gewählt; höchstens drei Fragen sind offen, damit ein Fall nicht tausende Ergebnisse hat."""
    gewaehlt = zieh(auslegungen)
    offen = zieh(st.lists(st.sampled_from([frage for frage, _ in gewaehlt.wahl]), unique=True, max_size=3))
    return Auslegung(tuple(antwort for antwort in gewaehlt.wahl if antwort[0] not in offen))
