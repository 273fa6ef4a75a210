"""Fassungsvergleich: nichts erfunden, nichts übersehen, und auf den Cent, was es wen kostet."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Haushaltsjahr
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.norm import Umsetzung
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.revision.fassungsvergleich import (
    Aenderung,
    Angabenvergleich,
    Betragsunterschied,
    vergleiche,
    vergleiche_fall,
)
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einzahlung
from kooperationsvertrag.vertrag.fassung import (
    BERICHT_2017,
    Funktion,
    Gueltigkeit,
    Klausel,
    Regelung,
    Sitz,
    Stelle,
    Vertragsfassung,
)
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN, Rueckfuehrungsbasis
from kooperationsvertrag.vertrag.normen import NORMEN
from kooperationsvertrag.vertrag.partner import Partner, Rechtsform
from strategien import aufzeichnungen, auslegungen

KLAUSEL = Klausel("§ 7 Abs. 2", "Zurückgeführt wird nach den tatsächlichen Zahlungen.", ("17-F8",))
NEUSS = Partner("neuss", "Rhein-Kreis Neuss", "Rhein-Kreis Neuss", Rechtsform.KREIS, "Kreistag")


def euro(betrag: int) -> Geldbetrag:
    return Geldbetrag.aus_euro(betrag)


def geaenderte(alt: Vertragsfassung, neu: Vertragsfassung) -> dict[str, Aenderung]:
    return {
        eines.kennung: eines.aenderung
        for eines in vergleiche(alt, neu).bestimmungen
        if eines.aenderung is not Aenderung.UNVERAENDERT
    }


def test_eine_klausel_ersetzt_einen_satz() -> None:
    neu = evolve(BERICHT_2017, klauseln=(KLAUSEL,))

    assert geaenderte(BERICHT_2017, neu) == {"17-F8": Aenderung.GEAENDERT, "§ 7 Abs. 2": Aenderung.NEU}
    assert geaenderte(neu, BERICHT_2017) == {"17-F8": Aenderung.GEAENDERT, "§ 7 Abs. 2": Aenderung.ENTFALLEN}
    [satz] = [eines for eines in vergleiche(BERICHT_2017, neu).bestimmungen if eines.kennung == "17-F8"]
    assert satz.alt == normen.RUECKFUEHRUNG.inhalt
    assert satz.neu == "§ 7 Abs. 2: Zurückgeführt wird nach den tatsächlichen Zahlungen."


def test_ein_satz_entfaellt_und_kommt_wieder() -> None:
    ohne = evolve(BERICHT_2017, entfallen=("17-F3",))

    assert geaenderte(BERICHT_2017, ohne) == {"17-F3": Aenderung.ENTFALLEN}
    assert geaenderte(ohne, BERICHT_2017) == {"17-F3": Aenderung.NEU}


def test_der_wortlaut_einer_klausel_aendert_sich() -> None:
    alt = evolve(BERICHT_2017, klauseln=(KLAUSEL,))
    neu = evolve(BERICHT_2017, klauseln=(evolve(KLAUSEL, text="Anders."),))

    assert geaenderte(alt, neu) == {"17-F8": Aenderung.GEAENDERT, "§ 7 Abs. 2": Aenderung.GEAENDERT}


@pytest.mark.parametrize(
    ("alt", "neu", "erwartet"),
    [
        (None, "mehrheit", Aenderung.NEU_GEREGELT),
        ("mehrheit", "einstimmig", Aenderung.ANDERS_GEREGELT),
        ("mehrheit", None, Aenderung.WIEDER_OFFEN),
        ("mehrheit", "mehrheit", Aenderung.UNVERAENDERT),
    ],
)
def test_eine_frage_wird_geregelt_anders_geregelt_oder_wieder_offen(
    alt: str | None, neu: str | None, erwartet: Aenderung
) -> None:
    def fassung(antwort: str | None) -> Vertragsfassung:
        return evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", antwort),) if antwort else ())

    vergleich = vergleiche(fassung(alt), fassung(neu))

    assert [frage.aenderung for frage in vergleich.fragen] == [erwartet]
    assert vergleich.ist_leer == (erwartet is Aenderung.UNVERAENDERT)
    assert ({"17-F9", "17-G2"} <= {norm.kennung for norm in vergleich.betroffene_saetze}) != vergleich.ist_leer


def test_hoehere_beitraege_bewegen_die_regeln_der_finanzierung() -> None:
    beitraege = Betraege((("duesseldorf", euro(60_000)), ("mettmann", euro(50_000)), ("ihk", euro(20_000))))
    vergleich = vergleiche(BERICHT_2017, evolve(BERICHT_2017, beitraege=beitraege))

    assert [(eine.angabe, eine.alt, eine.neu) for eine in vergleich.angaben] == [
        ("jahresbudget", "120.000,00 €", "130.000,00 €"),
        ("beitraege.duesseldorf", "50.000,00 €", "60.000,00 €"),
    ]
    assert vergleich.betroffene_saetze == (normen.JAHRESBUDGET,)
    namen = {regel.name: saetze for regel, saetze in vergleich.betroffene_regeln}
    assert namen["zahlungsschluessel"] == (normen.JAHRESBUDGET,)
    assert "personalkosten_befunde" not in namen


def test_die_rundung_zu_regeln_bewegt_die_rueckfuehrung() -> None:
    vergleich = vergleiche(BERICHT_2017, evolve(BERICHT_2017, geregelt=(Regelung("rundung", "groesster_rest"),)))

    assert normen.RUECKFUEHRUNG in vergleich.betroffene_saetze


@pytest.mark.parametrize(
    ("neu", "angaben"),
    [
        (evolve(BERICHT_2017, gueltigkeit=Gueltigkeit(ab=date(2027, 1, 1))), [("gueltigkeit", "", "ab 01.01.2027")]),
        (
            evolve(BERICHT_2017, gueltigkeit=Gueltigkeit(bei="Unterzeichnung")),
            [("gueltigkeit", "", "mit: Unterzeichnung")],
        ),
        (
            evolve(BERICHT_2017, sitz_der_abordnung="mettmann"),
            [("sitz_der_abordnung", "duesseldorf", "mettmann")],
        ),
        (
            evolve(BERICHT_2017, aufsichtsgremium=(*BERICHT_2017.aufsichtsgremium, Sitz("ihk", "Präsident"))),
            [("aufsichtsgremium[3]", "", "ihk: Präsident")],
        ),
        (
            evolve(
                BERICHT_2017,
                stellen=(*BERICHT_2017.stellen, Stelle("ihk", Funktion.LEITUNG, normen.PERSONALGESTELLUNG)),
            ),
            [("stellen[3]", "", "ihk: leitung")],
        ),
        (
            evolve(
                BERICHT_2017,
                partner=(*BERICHT_2017.partner, NEUSS),
                beitraege=Betraege((*BERICHT_2017.beitraege.paare, ("neuss", euro(0)))),
            ),
            [
                ("reihenfolge_der_partner", "duesseldorf, mettmann, ihk", "duesseldorf, mettmann, ihk, neuss"),
                ("partner.neuss", "", "Rhein-Kreis Neuss, kreis, Kreistag"),
                ("beitraege.neuss", "", "0,00 €"),
            ],
        ),
    ],
)
def test_jede_angabe_die_sich_aendert_steht_da(neu: Vertragsfassung, angaben: list[tuple[str, str, str]]) -> None:
    gefunden = vergleiche(BERICHT_2017, neu).angaben

    assert [(eine.angabe, eine.alt, eine.neu) for eine in gefunden] == angaben
    assert all(eine.normen or eine.angabe == "gueltigkeit" for eine in gefunden)
    zurueck = vergleiche(neu, BERICHT_2017).angaben
    assert zurueck == tuple(Angabenvergleich(eine.angabe, eine.neu, eine.alt, eine.normen) for eine in gefunden)


def test_faellt_eine_stelle_weg_so_ist_auch_ihr_satz_betroffen() -> None:
    leitung, _, schwerpunkt = BERICHT_2017.stellen
    vergleich = vergleiche(BERICHT_2017, evolve(BERICHT_2017, stellen=(leitung, schwerpunkt)))

    assert {normen.LEITUNG_UND_STELLVERTRETUNG, normen.PERSONALGESTELLUNG} <= set(vergleich.betroffene_saetze)


def test_andere_reihenfolge_der_partner_ist_eine_aenderung() -> None:
    anders = evolve(
        BERICHT_2017,
        partner=BERICHT_2017.partner[::-1],
        beitraege=Betraege(BERICHT_2017.beitraege.paare[::-1]),
    )
    vergleich = vergleiche(BERICHT_2017, anders)

    assert [eine.angabe for eine in vergleich.angaben] == ["reihenfolge_der_partner"]
    assert normen.RUECKFUEHRUNG in vergleich.betroffene_saetze


def test_was_eine_andere_rueckfuehrung_wen_kostet() -> None:
    zahlungen = (
        Einzahlung("duesseldorf", euro(50_000)),
        Einzahlung("mettmann", euro(50_000)),
        Einzahlung("ihk", euro(10_000)),
    )
    jahr = Haushaltsjahr(
        2018,
        zahlungen,
        (Ausgabe("Projekte", Ausgabenart.PROJEKT, euro(80_000)),),
        geprueft=date(2019, 2, 14),
        pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
    )
    neu = evolve(
        BERICHT_2017, klauseln=(KLAUSEL,), geregelt=(Regelung("rueckfuehrungsbasis", "tatsaechliche_zahlungen"),)
    )
    vereinbart = Auslegung.mit(Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL)

    offen = vergleiche_fall(Aufzeichnung(BERICHT_2017, (jahr,)), neu)
    gewaehlt = vergleiche_fall(Aufzeichnung(BERICHT_2017, (jahr,)), neu, vereinbart)

    assert (offen.alt.ist_eindeutig, offen.neu.ist_eindeutig, offen.unterschiede) == (False, True, None)
    assert gewaehlt.unterschiede == (
        Betragsunterschied(2018, "duesseldorf", "rueckfuehrung", euro(12_500), Geldbetrag(1_363_637)),
        Betragsunterschied(2018, "mettmann", "rueckfuehrung", euro(12_500), Geldbetrag(1_363_636)),
        Betragsunterschied(2018, "ihk", "rueckfuehrung", euro(5_000), Geldbetrag(272_727)),
    )


@st.composite
def entwuerfe(zieh: st.DrawFn) -> Vertragsfassung:
    """Entwürfe, die an einer oder mehreren Stellen vom Bericht abweichen, oder an keiner."""
    fragen = zieh(st.lists(st.sampled_from(AUSLEGUNGSFRAGEN), unique=True, max_size=3))
    ersetzbar = [norm.kennung for norm in NORMEN if norm.umsetzung is Umsetzung.REGEL]
    klauseln = zieh(st.lists(st.sampled_from(ersetzbar), unique=True, max_size=2))
    beitraege = BERICHT_2017.beitraege
    if zieh(st.booleans()):
        cent = zieh(st.lists(st.integers(1, 10**7), min_size=3, max_size=3))
        beitraege = Betraege(tuple(zip(BERICHT_2017.partner_kennungen, map(Geldbetrag, cent), strict=True)))
    return evolve(
        BERICHT_2017,
        kennung="entwurf",
        beitraege=beitraege,
        klauseln=tuple(Klausel(f"§ {kennung}", "Neuer Wortlaut.", (kennung,)) for kennung in klauseln),
        geregelt=tuple(Regelung(frage.frage(), zieh(st.sampled_from(list(frage)))) for frage in fragen),
    )


@given(entwuerfe(), entwuerfe())
def test_der_vergleich_ist_genau_dann_leer_wenn_sich_nichts_aendert(alt: Vertragsfassung, neu: Vertragsfassung) -> None:
    assert vergleiche(alt, alt).ist_leer
    gleich = evolve(alt, klauseln=(), geregelt=()) == evolve(neu, klauseln=(), geregelt=())
    gleich &= set(alt.klauseln) == set(neu.klauseln) and set(alt.geregelt) == set(neu.geregelt)
    assert vergleiche(alt, neu).ist_leer == gleich
    hin, her = vergleiche(alt, neu), vergleiche(neu, alt)
    assert set(hin.betroffene_saetze) == set(her.betroffene_saetze)


@given(aufzeichnungen(hoechstens=3, jahre=2, beitritte=False), entwuerfe(), auslegungen)
def test_ein_anderer_wortlaut_allein_aendert_kein_ergebnis(
    aufzeichnung: Aufzeichnung, entwurf: Vertragsfassung, auslegung: Auslegung
) -> None:
    nur_wortlaut = evolve(aufzeichnung.fassung, klauseln=entwurf.klauseln)

    assert vergleiche_fall(aufzeichnung, nur_wortlaut, auslegung).unterschiede == ()


@given(aufzeichnungen(hoechstens=3, jahre=2), st.sampled_from(AUSLEGUNGSFRAGEN), st.data(), auslegungen)
def test_eine_frage_zu_regeln_aendert_nur_faelle_die_nach_ihr_fragen(
    aufzeichnung: Aufzeichnung, frage: type, data: st.DataObject, auslegung: Auslegung
) -> None:
    fragen = {eine.frage(): eine for eine in AUSLEGUNGSFRAGEN if eine is frage}
    [(schluessel, klasse)] = fragen.items()
    neu = evolve(aufzeichnung.fassung, geregelt=(Regelung(schluessel, data.draw(st.sampled_from(list(klasse)))),))

    verglichen = vergleiche_fall(aufzeichnung, neu, auslegung)

    gefragt = {gestellt for gestellt, _ in verglichen.alt.varianten[0].wege[0]}
    if schluessel not in gefragt:
        assert verglichen.unterschiede == ()
