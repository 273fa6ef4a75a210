"""Vertragsstand: eine reine Funktion der Ereignisse und eines Tages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ablauf.akten import (
    JAHRE,
    PARTNER,
    ausgabe,
    ausgezahlt,
    beitraege,
    bekannt_am,
    ereignisse,
    geprueft,
    ordentliches_jahr,
    tage,
    uebertragung,
)
from ablauf.staende import BERICHT, EURO, MIT_REST, NICHTS_ZUM_PERSONAL, PLANUNG, SPAET, kennungen, stand_am
from kooperationsvertrag.ablauf.akte import Akte, Berichtigung
from kooperationsvertrag.ablauf.aufzeichnen import ereignisse_aus, unbekannt_in
from kooperationsvertrag.ablauf.ereignis import (
    AbschlussberichtGeprueft,
    BeitraegeWieVereinbart,
    BeitrittErklaert,
    BeitrittZugestimmt,
    Ereignis,
    PersonalGestellt,
    PlanungVorgelegt,
)
from kooperationsvertrag.ablauf.ergebnis import OffeneKonvention, kern
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Haushaltsjahr, Zahlweise
from kooperationsvertrag.ablauf.jahresphase import Jahresphase
from kooperationsvertrag.ablauf.pflicht import Pflichthandlung
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand, fortgeschrieben, stand
from kooperationsvertrag.aufteilung import Zahlungsschluessel
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fehler import AkteError
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.norm import Schwere
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Funktion
from kooperationsvertrag.vertrag.lesarten import (
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Planungsfrist,
    SchluesselNachBeitritt,
)
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import auslegungen, halb_offene_auslegungen


def fragen(stand_: Vertragsstand) -> list[str]:
    return [offen.frage for offen in stand_.offene_fragen]


# Ein Jahr, Tag für Tag


def test_ein_ordentliches_jahr_ist_an_keinem_tag_zu_beanstanden() -> None:
    akte = Akte(ordentliches_jahr(2018))
    for tag in range(0, 455, 7):
        am = stand(BERICHT_2017, akte, date(2017, 12, 20) + timedelta(days=tag))
        assert (am.verstoesse, am.befunde) == ((), ())
        assert am.ist_eindeutig


def test_am_stichtag_zaehlt_auch_was_an_diesem_tag_geschieht() -> None:
    vorher, am_tag = (
        stand_am(date(2019, 2, 13), *MIT_REST, geprueft(2018)),
        stand_am(date(2019, 2, 14), *MIT_REST, geprueft(2018)),
    )
    assert [s.jahre[0].phase for s in (vorher, am_tag)] == [Jahresphase.ABGESCHLOSSEN, Jahresphase.GEPRUEFT]


def test_eine_buchung_wird_ein_jahr_spaeter_berichtigt() -> None:
    alt = evolve(ausgabe(2018, 90_000), kennung="a")
    neu = evolve(ausgabe(2018, 91_000), ersetzt="a", erfasst=date(2019, 6, 1))
    akte = (*beitraege(2018), BERICHT, geprueft(2018), alt, neu)
    vorher, danach = stand_am(date(2019, 5, 31), *akte), stand_am(date(2019, 6, 1), *akte)
    reste = [s.jahre[0].abrechnung.rest if s.jahre[0].abrechnung else None for s in (vorher, danach)]
    assert reste == [EURO(30_000), EURO(29_000)]
    assert (vorher.berichtigungen, danach.berichtigungen) == ((), (Berichtigung(date(2019, 6, 1), alt, neu),))
    assert "buchung_nach_pruefung" in kennungen(danach)
    assert "buchung_nach_pruefung" not in kennungen(vorher)


def test_verweise_ins_leere_sind_ein_fehler() -> None:
    with pytest.raises(AkteError, match="„x“ gibt es nicht"):
        stand_am(SPAET, evolve(PLANUNG, ersetzt="x"))


# Laufende Jahre (FL-44)


def test_von_einem_laufenden_jahr_stehen_nur_die_summen_fest() -> None:
    akte = (PLANUNG, *beitraege(2018)[:2], ausgabe(2018, 90_000), uebertragung(2018, date(2018, 7, 1)))
    (jahr,) = stand_am(date(2018, 8, 1), *akte).jahre
    assert jahr.abrechnung
    assert not jahr.ist_abgerechnet
    assert (jahr.abrechnung.eingezahlt.summe, jahr.abrechnung.verausgabt) == (EURO(100_000), EURO(90_000))
    assert (jahr.abrechnung.beschluss, jahr.abrechnung.uebertrag_in_folgejahr) == (None, NULL)


def test_eine_pruefung_vor_dem_jahr_wird_nicht_stillschweigend_hingenommen() -> None:
    zu_frueh = geprueft(2018, date(2017, 12, 1))
    for tag in (date(2017, 12, 31), date(2018, 6, 1), SPAET):
        assert any(normen.RUECKFUEHRUNG in befund.normen for befund in stand_am(tag, PLANUNG, zu_frueh).befunde)


def test_auch_eine_erste_pruefung_ohne_bericht_wird_genannt_wenn_eine_zweite_folgt() -> None:
    zu_frueh = geprueft(2018, date(2018, 12, 20))
    gefunden = kennungen(stand_am(SPAET, *MIT_REST, zu_frueh, geprueft(2018)))
    assert {"pruefung_ohne_vorgelegten_bericht", "pruefung_vor_abschlussbericht"} & set(gefunden)


# Rückführung und Übertrag


def test_wessen_geld_uebertragen_ist_bleibt_sichtbar() -> None:
    (jahr,) = stand_am(SPAET, *MIT_REST, uebertragung(2018, date(2019, 1, 10))).jahre
    (herkunft,) = jahr.uebertrag
    assert (herkunft.schicht.aus_jahr, herkunft.schicht.betrag) == (2018, EURO(30_000))
    assert dict(herkunft.anteile) == {"duesseldorf": EURO(12_500), "mettmann": EURO(12_500), "ihk": EURO(5_000)}


def test_haengt_der_uebertrag_an_einer_lesart_so_ist_nicht_gesagt_wessen_geld_es_ist() -> None:
    strittig = evolve(uebertragung(2018, date(2019, 1, 10)), einstimmig=False, ja=PARTNER[:2], nein=("ihk",))
    gefunden = stand_am(SPAET, *MIT_REST, strittig)
    (jahr,) = gefunden.jahre
    assert (jahr.abrechnung, jahr.uebertrag) == (None, ())
    assert "abstimmung" in fragen(gefunden)


def test_der_anfangsbestand_zaehlt_zum_ersten_jahr() -> None:
    schluessel = Zahlungsschluessel((("duesseldorf", 5), ("mettmann", 5), ("ihk", 2)))
    bestand = (Schicht(2017, EURO(12_000), schluessel),)
    (jahr,) = stand(BERICHT_2017, MIT_REST, SPAET, anfangsbestand=bestand).jahre
    assert jahr.abrechnungen[0].ergebnis.uebertrag_aus_vorjahr == EURO(12_000)


def test_ist_die_konvention_offen_so_wird_nach_ihr_gefragt_wo_sie_zaehlt() -> None:
    akte = (*beitraege(2018), ausgabe(2018, 119_999), BERICHT, geprueft(2018))
    assert fragen(stand(BERICHT_2017, akte, SPAET, konvention=OffeneKonvention()))[0] in ("rundung", "rundungsvorrang")
    assert not {"rundung", "rundungsvorrang"} & set(fragen(stand_am(SPAET, *akte)))


# Mehrere Jahre


def test_ein_uebertrag_steht_im_naechsten_jahr_zur_verfuegung() -> None:
    zweites = PlanungVorgelegt(datum=date(2018, 12, 20), jahr=2019)
    erstes, folgejahr = stand_am(SPAET, *MIT_REST, uebertragung(2018, date(2019, 1, 10)), zweites).jahre
    assert erstes.phase is Jahresphase.UEBERTRAGEN
    assert folgejahr.abrechnung
    assert folgejahr.abrechnung.uebertrag_aus_vorjahr == EURO(30_000)


def test_was_erst_das_ende_des_laufenden_jahres_aufwirft_ist_noch_keine_offene_frage() -> None:
    zweites = PlanungVorgelegt(datum=date(2018, 12, 20), jahr=2019)
    akte = (*MIT_REST, uebertragung(2018, date(2019, 1, 10)), zweites, *beitraege(2019))
    assert fragen(stand_am(date(2019, 6, 1), *akte)) == []


def test_ein_jahr_ohne_ereignis_zwischen_zwei_jahren_wird_nicht_geprueft() -> None:
    akte = (*ordentliches_jahr(2018), *ordentliches_jahr(2020))
    gefunden = stand_am(date(2021, 3, 1), *akte)
    assert [jahr.jahr for jahr in gefunden.jahre] == [2018, 2019, 2020]
    assert gefunden.jahre[1].phase is Jahresphase.ABGELAUFEN
    assert gefunden.befunde == ()
    assert [pflicht for pflicht in gefunden.pflichten if pflicht.jahr == 2019] == []
    assert "Zum Haushaltsjahr 2019 ist nichts erfasst; geprüft ist es deshalb nicht." in gefunden.nicht_geprueft


def test_ein_kuenftiges_jahr_ist_geplant() -> None:
    assert [jahr.phase for jahr in stand_am(date(2017, 12, 31), PLANUNG).jahre] == [Jahresphase.GEPLANT]


# Wozu die Akte schweigt (FL-38)


def test_eine_leere_akte_ergibt_nur_was_immer_gilt() -> None:
    leer = stand_am(SPAET)
    assert (leer.jahre, leer.befunde, leer.offene_fragen, leer.berichtigungen) == ((), (), (), ())
    assert leer.beitritte == ()
    assert {pflicht.handlung for pflicht in leer.pflichten} == {
        Pflichthandlung.BERICHTEN,
        Pflichthandlung.RECHENSCHAFT_ABLEGEN,
        Pflichthandlung.RECHNUNGSPRUEFUNG_DULDEN,
    }
    assert leer.nicht_geprueft == ("Bis zu diesem Tag ist zu keinem Haushaltsjahr etwas erfasst.", NICHTS_ZUM_PERSONAL)


def test_was_erst_spaeter_geschieht_laesst_die_akte_leer() -> None:
    assert evolve(stand_am(date(2017, 1, 1), *MIT_REST), akte=Akte(())) == stand_am(date(2017, 1, 1))


# Personal


def test_leitet_ein_anderer_so_ist_das_ein_befund_am_stichtag() -> None:
    falsch = PersonalGestellt(
        datum=date(2018, 1, 2), akteur="mettmann", person="Stelle 2", funktion=Funktion.LEITUNG, vorgesetzt=False
    )
    gefunden = kennungen(stand_am(date(2018, 6, 1), falsch))
    assert {"funktion_von_anderem_partner", "vorgesetztenfunktion_abweichend"} <= set(gefunden)


# Beitritte


ERKLAERT = BeitrittErklaert(
    datum=date(2018, 9, 1),
    akteur="neuss",
    name="Rhein-Kreis Neuss",
    rechtsform=Rechtsform.KREIS,
    beitrag=EURO(30_000),
    zum=date(2019, 1, 1),
    foerderlich=True,
)
ZUGESTIMMT = tuple(
    BeitrittZugestimmt(datum=date(2018, 10, 1), akteur=wer, bewerber="neuss") for wer in (*PARTNER, "aufsichtsgremium")
)


def test_wer_beitritt_schuldet_von_da_an_seinen_beitrag() -> None:
    akte = (*MIT_REST, PlanungVorgelegt(datum=date(2018, 12, 20), jahr=2019), ERKLAERT, *ZUGESTIMMT)
    gefunden = stand_am(date(2019, 1, 1), *akte, lesarten=(SchluesselNachBeitritt.ADDITIV,))
    schuldner = {
        (pflicht.jahr, pflicht.traeger): pflicht.lagen[0].ergebnis.betrag
        for pflicht in gefunden.pflichten
        if pflicht.handlung is Pflichthandlung.BEITRAG_LEISTEN
    }
    assert (2018, "neuss") not in schuldner
    assert schuldner[(2019, "neuss")] == EURO(30_000)
    assert gefunden.beitritte
    assert [beitritt.antrag.kennung for beitritt in gefunden.beitritte] == ["neuss"]


def test_vor_dem_tag_des_beitritts_wirkt_er_nicht() -> None:
    gefunden = stand_am(
        date(2018, 12, 31), *MIT_REST, ERKLAERT, *ZUGESTIMMT, lesarten=(SchluesselNachBeitritt.ADDITIV,)
    )
    assert gefunden.beitritte == ()


def test_haengt_ein_beitritt_an_einer_lesart_so_ist_der_stand_nicht_eindeutig() -> None:
    gewaehlt = (SchluesselNachBeitritt.ADDITIV, Planungsfrist.IM_ERSTEN_VIERTELJAHR)
    gefunden = stand_am(date(2019, 2, 1), *MIT_REST, ERKLAERT, lesarten=gewaehlt)
    assert gefunden.beitritte is None
    assert not gefunden.ist_eindeutig
    assert Beitrittsentscheidung.frage() in fragen(gefunden)


def test_ein_befund_nennt_den_namen_des_beigetretenen() -> None:
    akte = (*MIT_REST, ERKLAERT, *ZUGESTIMMT, geprueft(2018), *ausgezahlt(2018, date(2019, 3, 1), neuss=1))
    gefunden = stand_am(SPAET, *akte, lesarten=(SchluesselNachBeitritt.ADDITIV,))
    assert any("an Rhein-Kreis Neuss 1,00 €" in befund.text for befund in gefunden.befunde)


# Offene Fragen


def test_zuerst_kommt_woran_geld_haengt() -> None:
    spaete_planung = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018)
    ungebilligt = AbschlussberichtGeprueft(datum=date(2019, 2, 14), jahr=2018)
    akte = (spaete_planung, *beitraege(2018), ausgabe(2018, 90_000), BERICHT, ungebilligt)
    gefunden = stand_am(SPAET, *akte)
    assert [(offen.frage, offen.unterschied) for offen in gefunden.offene_fragen] == [
        ("pruefung", 1_250_000),
        ("planungsfrist", 0),
    ]


def test_gefragt_wird_nur_woran_etwas_haengt() -> None:
    assert fragen(stand_am(SPAET, *MIT_REST, geprueft(2018))) == []
    ohne_planung = (*beitraege(2018), ausgabe(2018, 90_000), BERICHT)
    assert fragen(stand_am(date(2018, 2, 1), *ohne_planung)) == ["planungsfrist"]
    assert fragen(stand_am(date(2018, 4, 1), *ohne_planung)) == []


# Eigenschaften


@given(ereignisse(), tage, auslegungen)
def test_ist_alles_gewaehlt_so_ist_nichts_offen(alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung) -> None:
    gefunden = stand(BERICHT_2017, alle, tag, auslegung)
    assert gefunden.offene_fragen == ()
    assert gefunden.beitritte is not None
    assert all(jahr.abrechnung for jahr in gefunden.jahre)
    assert all(len(pflicht.lagen) == 1 for pflicht in gefunden.pflichten)


@given(ereignisse(), tage, halb_offene_auslegungen(), auslegungen)
def test_ist_nichts_offen_so_aendert_keine_weitere_wahl_etwas(
    alle: tuple[Ereignis, ...], tag: date, halb: Auslegung, ganz: Auslegung
) -> None:
    offen = stand(BERICHT_2017, alle, tag, halb)
    assert not {frage.frage for frage in offen.offene_fragen} & {frage for frage, _ in halb.wahl}
    if not offen.ist_eindeutig:
        return
    gewaehlt = stand(BERICHT_2017, alle, tag, Auslegung(tuple({**dict(ganz.wahl), **dict(halb.wahl)}.items())))
    assert offen.beitritte in (None, gewaehlt.beitritte)  # die Beiträge danach dürfen von einer Lesart abhängen
    for eines, anderes in zip(offen.jahre, gewaehlt.jahre, strict=True):
        assert eines.abrechnung
        assert anderes.abrechnung
        assert kern((eines.abrechnung,)) == kern((anderes.abrechnung,))
        assert eines.phase is anderes.phase
    assert [(p.handlung, p.jahr, p.traeger, p.status) for p in offen.pflichten] == [
        (p.handlung, p.jahr, p.traeger, p.status) for p in gewaehlt.pflichten
    ]


@given(ereignisse(), tage, auslegungen)
def test_was_spaeter_bekannt_wird_aendert_nichts(alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung) -> None:
    bekannte = bekannt_am(alle, tag)
    assume(len(bekannte) == len(Akte(alle).bekannte(tag)))
    ganz, nur_bekannt = (stand(BERICHT_2017, akte, tag, auslegung) for akte in (alle, bekannte))
    assert evolve(ganz, akte=nur_bekannt.akte) == nur_bekannt


@given(st.data(), ereignisse(), tage, auslegungen)
def test_in_welcher_reihenfolge_erfasst_wird_ist_gleich(
    daten: st.DataObject, alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    gemischt = daten.draw(st.permutations(alle))
    assert stand(BERICHT_2017, gemischt, tag, auslegung) == stand(BERICHT_2017, alle, tag, auslegung)


@given(st.data(), ereignisse(), tage, tage, halb_offene_auslegungen())
@settings(max_examples=60)
def test_fortgeschrieben_ist_es_als_waere_alles_von_anfang_an_da(
    daten: st.DataObject, alle: tuple[Ereignis, ...], frueher: date, tag: date, auslegung: Auslegung
) -> None:
    zuerst = bekannt_am(alle, daten.draw(tage))
    rest = [ereignis for ereignis in alle if not any(ereignis is eines for eines in zuerst)]
    bisher = stand(BERICHT_2017, zuerst, frueher, auslegung)
    assert fortgeschrieben(bisher, rest, tag) == stand(BERICHT_2017, alle, tag, auslegung)


@given(ereignisse(), tage, auslegungen)
def test_zu_einem_laufenden_jahr_stellt_die_abrechnung_nur_verstoesse_fest(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    gefunden = stand(BERICHT_2017, alle, tag, auslegung)
    zu_ereignissen = {befund for _, befund in gefunden.ereignisbefunde}
    for jahr in gefunden.jahre:
        if not jahr.ist_abgerechnet:
            assert jahr.abrechnung
            nur_warnung = [b for b in jahr.abrechnung.befunde if b.schwere is not Schwere.VERSTOSS]
            aus_anderen = {
                b for j in gefunden.jahre if j.ist_abgerechnet and j.abrechnung for b in j.abrechnung.befunde
            }
            assert not (set(nur_warnung) - zu_ereignissen - aus_anderen) & set(gefunden.befunde)


@given(ereignisse(), tage, halb_offene_auslegungen())
def test_jeder_befund_steht_einmal_mit_satz_wenn_es_einen_gibt_das_schwerste_zuerst(
    alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung
) -> None:
    befunde = stand(BERICHT_2017, alle, tag, auslegung).befunde
    assert len(befunde) == len(set(befunde))
    assert all(befund.normen or befund.kennung == "befugnis_nicht_geregelt" for befund in befunde)
    rang = [list(Schwere).index(befund.schwere) for befund in befunde]
    assert rang == sorted(rang, reverse=True)


@given(ereignisse(), tage, auslegungen)
def test_in_jedem_jahr_geht_das_geld_auf(alle: tuple[Ereignis, ...], tag: date, auslegung: Auslegung) -> None:
    gefunden = stand(BERICHT_2017, alle, tag, auslegung)
    vorher = NULL
    for jahr in gefunden.jahre:
        eines = jahr.abrechnung
        assert eines
        assert eines.uebertrag_aus_vorjahr == vorher
        vorher = eines.uebertrag_in_folgejahr
        assert sum(h.anteile.summe.cent for h in jahr.uebertrag) == vorher.cent
        if eines.ueberschreitung:
            continue
        herein = eines.uebertrag_aus_vorjahr + eines.eingezahlt.summe + eines.zusatzmittel.summe + eines.drittmittel
        hinaus = eines.verausgabt + eines.rueckfuehrung.summe - eines.forderungen.summe
        assert herein == hinaus + eines.uebertrag_in_folgejahr + eines.wartet_auf_pruefung


@given(st.lists(st.sampled_from(JAHRE), unique=True, min_size=1), st.sampled_from([0, 33_333, 120_000]), auslegungen)
def test_ordentliche_jahre_nacheinander_sind_alle_erledigt(
    jahre: list[int], ausgaben: int, auslegung: Auslegung
) -> None:
    akte = [ereignis for jahr in jahre for ereignis in ordentliches_jahr(jahr, ausgaben)]
    gefunden = stand(BERICHT_2017, akte, date(max(jahre) + 1, 3, 1), auslegung)
    for jahr in gefunden.jahre:
        if jahr.jahr in jahre:
            assert jahr.phase is (Jahresphase.AUSGEGLICHEN if ausgaben == 120_000 else Jahresphase.ZURUECKGEFUEHRT)


def test_die_kurze_angabe_aller_beitraege_ergibt_dieselbe_abrechnung() -> None:
    einzeln, kurz = (
        stand_am(SPAET, *beitrag, ausgabe(2018, 90_000), BERICHT, geprueft(2018)).jahre[0].abrechnung
        for beitrag in (beitraege(2018), (BeitraegeWieVereinbart(datum=date(2018, 1, 15), jahr=2018),))
    )
    assert einzeln
    assert einzeln == kurz


# Was die Kurzform offen lässt


def test_fehlt_in_der_kurzform_der_tag_so_ist_nicht_bekannt_ob_etwas_versaeumt_ist() -> None:
    jahr = Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, ())
    akte = ereignisse_aus(Aufzeichnung(BERICHT_2017, (jahr,)))

    gesehen = stand(BERICHT_2017, akte, date(2021, 6, 30), unbekannt=unbekannt_in([jahr]))
    vollstaendig = stand(BERICHT_2017, akte, date(2021, 6, 30))

    assert [pflicht.status.value for pflicht in gesehen.pflichten[:2]] == ["unbestimmt", "unbestimmt"]
    assert [pflicht.status.value for pflicht in vollstaendig.pflichten[:2]] == ["ueberfaellig", "ueberfaellig"]
    assert (len(gesehen.verstoesse), len(vollstaendig.verstoesse)) == (0, 2)
    assert [text for text in gesehen.nicht_geprueft if "nicht angegeben" in text] == [
        "Haushaltsjahr 2018: Ob und wann die Planung vorlag, ist nicht angegeben; geprüft ist es deshalb nicht.",
        "Haushaltsjahr 2018: Ob und wann der Abschlussbericht vorlag, ist nicht angegeben; geprüft ist es deshalb "
        "nicht.",
    ]
    assert gesehen.ist_eindeutig


def test_steht_in_der_kurzform_ein_spaeterer_tag_so_ist_bis_dahin_nichts_geschehen() -> None:
    jahr = Haushaltsjahr(
        2018,
        Zahlweise.WIE_VEREINBART,
        (),
        planung_erstellt=date(2018, 5, 22),
        abschlussbericht_erstellt=date(2019, 1, 20),
    )
    akte = ereignisse_aus(Aufzeichnung(BERICHT_2017, (jahr,)))

    gesehen = stand(BERICHT_2017, akte, date(2018, 5, 2), unbekannt=unbekannt_in([jahr]))

    assert gesehen.pflichten[0].status.value == "ueberfaellig"
    assert gesehen == fortgeschrieben(gesehen, (), date(2018, 5, 2))


def test_ausgezahlt_steht_in_der_reihenfolge_des_vertrags() -> None:
    akte = [*ordentliches_jahr(2018)]

    [jahr] = stand(BERICHT_2017, akte, date(2021, 6, 30)).jahre

    assert tuple(jahr.ausgezahlt) == BERICHT_2017.partner_kennungen


def test_vor_dem_tag_seines_beitritts_schuldet_ein_neuer_partner_noch_nichts() -> None:
    antrag = Beitrittsantrag(
        kennung="neuss",
        name="Rhein-Kreis Neuss",
        rechtsform=Rechtsform.KREIS,
        beitrag=Geldbetrag.aus_euro(30_000),
        zum=date(2019, 7, 1),
        foerderlich=True,
        begruendung="grenzt an",
        zustimmung=(*BERICHT_2017.partner_kennungen, "aufsichtsgremium"),
    )
    jahr = Haushaltsjahr(2019, (), ())
    akte = (
        *ereignisse_aus(Aufzeichnung(BERICHT_2017, (jahr,), (antrag,))),
        PlanungVorgelegt(datum=date(2019, 1, 2), jahr=2019),
    )
    lesarten = Auslegung.mit(SchluesselNachBeitritt.ADDITIV, Beitrittszeitpunkt.NACH_MONATEN)

    def stand_des_neuen(tag: date) -> set[str]:
        pflichten = stand(BERICHT_2017, akte, tag, lesarten).pflichten
        return {pflicht.status.value for pflicht in pflichten if pflicht.traeger == "neuss"}

    assert stand_des_neuen(date(2019, 6, 30)) == {"kuenftig"}
    assert stand_des_neuen(date(2019, 7, 1)) == {"offen"}
