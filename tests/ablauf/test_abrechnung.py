from datetime import date
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung, Jahresstatus, abrechnung
from kooperationsvertrag.ablauf.haushaltsjahr import (
    Aufzeichnung,
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.ablauf.jahresfolge import jahresfolge
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Auslegung, Lesart, zweige
from kooperationsvertrag.fehler import LesartFehltError
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.regeln.finanzierung import zahlungsschluessel
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einnahmenart, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Sitz
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Drittmittel,
    Pruefung,
    Rueckfuehrungsbasis,
    SitzNachBeitritt,
    UebertragRueckfuehrung,
    UebertragVerbrauch,
    ZusatzmittelVerbrauch,
)
from kooperationsvertrag.vertrag.partner import Partner, Rechtsform
from strategien import aufzeichnungen, auslegungen, konventionen

VERTRAG = zahlungsschluessel(BERICHT_2017.beitraege)
EINSTIMMIG = Stimmabgabe(einstimmig=True)


def euro(betrag: int) -> Geldbetrag:
    return Geldbetrag.aus_euro(betrag)


def ausgabe(betrag: int, art: Ausgabenart = Ausgabenart.PROJEKT) -> Ausgabe:
    return Ausgabe("Ausgabe", art, euro(betrag))


def beschluss(
    betrag: int | None, stimmen: Stimmabgabe = EINSTIMMIG, datum: date = date(2019, 2, 14)
) -> Uebertragungsbeschluss:
    return Uebertragungsbeschluss(Uebertragungsumfang.ALLES if betrag is None else euro(betrag), datum, stimmen)


PLAN = Haushaltsjahr(
    jahr=2018,
    eingezahlt=Zahlweise.WIE_VEREINBART,
    ausgaben=(ausgabe(90_000),),
    planung_erstellt=date(2018, 1, 12),
    abschlussbericht_erstellt=date(2018, 12, 28),
    geprueft=date(2019, 2, 14),
    pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
)
IHK_ZAHLT_DIE_HAELFTE = (
    Einzahlung("duesseldorf", euro(50_000)),
    Einzahlung("mettmann", euro(50_000)),
    Einzahlung("ihk", euro(10_000)),
)


def rechne(jahr: Haushaltsjahr, *lesarten: Lesart, rundung: Rundung = Rundung.GROESSTER_REST) -> Jahresabrechnung:
    return abrechnung(BERICHT_2017, jahr, Auslegung.mit(*lesarten), Rechenkonvention(rundung))


def gestellte_fragen(jahr: Haushaltsjahr, *lesarten: Lesart) -> set[str]:
    alle = zweige(lambda auslegung: abrechnung(BERICHT_2017, jahr, auslegung), Auslegung.mit(*lesarten))
    return {frage for zweig in alle for frage, _ in zweig.antworten}


def ganze_euro(jahr: Jahresabrechnung) -> list[int]:
    return [betrag.cent // 100 for betrag in jahr.rueckfuehrung.values()]


# Das einfache Jahr


def test_ein_jahr_in_dem_alles_stimmt_braucht_keine_wahl() -> None:
    jahr = rechne(PLAN)
    assert ganze_euro(jahr) == [12_500, 12_500, 5_000]
    assert (jahr.status, jahr.befunde, jahr.beschluss) == (Jahresstatus.RUECKFUEHRUNG, (), None)
    assert (jahr.jahresbudget, jahr.rest, jahr.uebertrag_in_folgejahr) == (euro(120_000), euro(30_000), NULL)
    assert gestellte_fragen(PLAN) == set()


def test_alles_ausgegeben() -> None:
    jahr = rechne(evolve(PLAN, ausgaben=(ausgabe(120_000),)))
    assert (jahr.status, jahr.wartet_auf_pruefung) == (Jahresstatus.AUSGEGLICHEN, NULL)
    assert jahr.rueckfuehrung == {}


def test_mehr_ausgegeben_als_da_war() -> None:
    jahr = rechne(evolve(PLAN, ausgaben=(ausgabe(121_000),)))
    assert (jahr.status, jahr.ueberschreitung, jahr.rest) == (Jahresstatus.UEBERSCHREITUNG, euro(1_000), NULL)
    assert jahr.rueckfuehrung == {}
    assert [befund.kennung for befund in jahr.befunde] == ["ueberschreitung"]


def test_personalkosten_im_budget_werden_erstattet_und_gelten_als_vorhanden() -> None:
    gehalt = Ausgabe("Gehalt", Ausgabenart.PERSONALKOSTEN, euro(4_000), partner="mettmann")
    jahr = rechne(evolve(PLAN, ausgaben=(ausgabe(90_000), gehalt)))
    assert dict(jahr.erstattungen) == {"mettmann": euro(4_000)}
    assert jahr.verausgabt == euro(90_000)
    assert ganze_euro(jahr) == [12_500, 12_500, 5_000]
    assert [befund.schwere.value for befund in jahr.befunde] == ["verstoss"]


def test_eigenanteile_stehen_eigens_da() -> None:
    jahr = rechne(evolve(PLAN, ausgaben=(ausgabe(20_000, Ausgabenart.EIGENANTEIL), ausgabe(70_000))))
    assert (jahr.eigenanteile, jahr.verausgabt) == (euro(20_000), euro(90_000))


@pytest.mark.parametrize("tag", [date(2019, 1, 3), date(2017, 1, 3)])
def test_eine_buchung_aus_einem_anderen_jahr_ist_ein_hinweis(tag: date) -> None:
    anderswann = Ausgabe("Nachzügler", Ausgabenart.PROJEKT, euro(1), tag)
    jahr = rechne(evolve(PLAN, ausgaben=(anderswann, anderswann)))
    assert [(befund.kennung, befund.schwere.value) for befund in jahr.befunde] == [
        ("buchung_ausserhalb_des_jahres", "hinweis")
    ]
    assert f"{tag:%d.%m.%Y}" in jahr.befunde[0].text


def test_das_schwerste_steht_vorn() -> None:
    gehalt = Ausgabe("Gehalt", Ausgabenart.PERSONALKOSTEN, euro(1), date(2019, 1, 3), "ihk")
    jahr = rechne(evolve(PLAN, ausgaben=(gehalt, ausgabe(200_000))))
    assert [befund.schwere.value for befund in jahr.befunde] == ["verstoss", "warnung", "hinweis"]


# Prüfung


def test_ohne_pruefung_wartet_das_geld() -> None:
    jahr = rechne(evolve(PLAN, geprueft=None, pruefungsergebnis=None))
    assert (jahr.status, jahr.wartet_auf_pruefung) == (Jahresstatus.PRUEFUNG_AUSSTEHEND, euro(30_000))
    assert jahr.rueckfuehrung == {}
    assert jahr.uebertrag_in_folgejahr == NULL


@pytest.mark.parametrize("ergebnis", [None, Pruefungsergebnis.BEANSTANDET])
def test_ohne_billigung_haengt_es_an_der_lesart(ergebnis: Pruefungsergebnis | None) -> None:
    geprueft = evolve(PLAN, pruefungsergebnis=ergebnis)
    assert gestellte_fragen(geprueft) == {"pruefung"}
    assert rechne(geprueft, Pruefung.VORNAHME_GENUEGT).status is Jahresstatus.RUECKFUEHRUNG
    wartend = rechne(geprueft, Pruefung.BILLIGUNG_NOETIG)
    assert (wartend.status, wartend.wartet_auf_pruefung) == (Jahresstatus.BILLIGUNG_AUSSTEHEND, euro(30_000))


def test_ist_nichts_zurueckzufuehren_stellt_sich_die_frage_der_billigung_nicht() -> None:
    assert gestellte_fragen(evolve(PLAN, pruefungsergebnis=None, ausgaben=(ausgabe(120_000),))) == set()


# Anders gezahlt als vereinbart


@pytest.mark.parametrize(
    ("basis", "zurueck", "forderungen"),
    [
        (Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL, ["12.500,00 €", "12.500,00 €", "5.000,00 €"], {}),
        (Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN, ["13.636,37 €", "13.636,36 €", "2.727,27 €"], {}),
        (
            Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL,
            ["16.666,66 €", "16.666,67 €", "0,00 €"],
            {"ihk": Geldbetrag(333_333)},
        ),
    ],
)
def test_ihk_zahlt_nur_die_haelfte(
    basis: Rueckfuehrungsbasis, zurueck: list[str], forderungen: dict[str, Geldbetrag]
) -> None:
    jahr = evolve(PLAN, eingezahlt=IHK_ZAHLT_DIE_HAELFTE, ausgaben=(ausgabe(80_000),))
    assert gestellte_fragen(jahr) == {"rueckfuehrungsbasis"}
    ergebnis = rechne(jahr, basis)
    assert [str(betrag) for betrag in ergebnis.rueckfuehrung.values()] == zurueck
    assert ergebnis.forderungen == forderungen
    assert dict(ergebnis.rueckstaende) == {"ihk": euro(10_000)}


def test_nach_kosten_schuldet_die_ihk_auch_wenn_nichts_uebrig_ist() -> None:
    jahr = evolve(PLAN, eingezahlt=IHK_ZAHLT_DIE_HAELFTE, ausgaben=(ausgabe(110_000),))
    ergebnis = rechne(jahr, Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL)
    assert ergebnis.status is Jahresstatus.AUSGEGLICHEN
    assert dict(ergebnis.forderungen) == {"ihk": Geldbetrag(833_333)}
    assert ergebnis.rueckfuehrung.summe == ergebnis.forderungen.summe
    assert "forderungen_vor_rueckfuehrung" in [befund.kennung for befund in ergebnis.befunde]


def test_nach_vereinbartem_schluessel_faellt_auf_wer_mehr_zurueckerhaelt_als_er_gezahlt_hat() -> None:
    jahr = evolve(PLAN, eingezahlt=IHK_ZAHLT_DIE_HAELFTE[:2], ausgaben=(ausgabe(80_000),))
    ergebnis = rechne(jahr, Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL)
    assert [befund.kennung for befund in ergebnis.befunde] == ["beitragsrueckstand", "mehr_zurueck_als_eingezahlt"]
    mit_spende = evolve(jahr, einnahmen=(Einnahme("Spende", Einnahmenart.DRITTMITTEL, euro(1)),))
    ergebnis = rechne(mit_spende, Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL, Drittmittel.ERHOEHEN_DIE_MITTEL)
    assert "mehr_zurueck_als_eingezahlt" in [befund.kennung for befund in ergebnis.befunde]


def test_auch_nach_kosten_faellt_auf_wer_mehr_zurueckerhaelt_als_er_gezahlt_hat() -> None:
    gezahlt = (*IHK_ZAHLT_DIE_HAELFTE[:2], Einzahlung("ihk", euro(10)))
    spende = (Einnahme("Spende", Einnahmenart.DRITTMITTEL, euro(12_000)),)
    jahr = evolve(PLAN, eingezahlt=gezahlt, ausgaben=(), einnahmen=spende)
    ergebnis = rechne(jahr, Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL, Drittmittel.ERHOEHEN_DIE_MITTEL)
    assert ergebnis.rueckfuehrung["ihk"] == euro(2_010)
    assert any(
        befund.text.startswith("IHK erhält aus den Mitteln des Jahres 2.010,00 €") for befund in ergebnis.befunde
    )


def test_kaufmaennisch_faellt_auf_wer_durch_runden_mehr_erhaelt_als_er_gezahlt_hat() -> None:
    cent = [Einzahlung(partner, Geldbetrag(betrag)) for partner, betrag in (("duesseldorf", 4), ("mettmann", 4))]
    jahr = evolve(PLAN, eingezahlt=(*cent, Einzahlung("ihk", Geldbetrag(1))), ausgaben=())
    ausgegeben = evolve(jahr, ausgaben=(Ausgabe("x", Ausgabenart.PROJEKT, Geldbetrag(6)),))
    ergebnis = rechne(
        ausgegeben,
        Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN,
        rundung=Rundung.KAUFMAENNISCH_LETZTER_GLEICHT_AUS,
    )
    assert {partner: betrag.cent for partner, betrag in ergebnis.rueckfuehrung.items()} == {
        "duesseldorf": 1,
        "mettmann": 1,
        "ihk": 1,
    }


def test_wer_nichts_eingezahlt_und_nichts_zurueckerhalten_hat_faellt_nicht_auf() -> None:
    fast_alles = Ausgabe("x", Ausgabenart.PROJEKT, euro(100_000) - Geldbetrag(1))
    jahr = evolve(PLAN, eingezahlt=IHK_ZAHLT_DIE_HAELFTE[:2], ausgaben=(fast_alles,))
    ergebnis = rechne(jahr, Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL)
    assert ergebnis.rueckfuehrung["ihk"] == NULL
    assert [befund.kennung for befund in ergebnis.befunde] == ["beitragsrueckstand"]


def test_aus_einem_topf_zaehlt_mit_was_der_uebertrag_einbrachte() -> None:
    einer = Zahlungsschluessel((("ihk", 1),))
    jahr = evolve(
        PLAN,
        eingezahlt=IHK_ZAHLT_DIE_HAELFTE[:2],
        ausgaben=(),
        uebertrag=(Schicht(2017, euro(50_000), einer),),
    )
    gewaehlt = (Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL, UebertragRueckfuehrung.RUECKFUEHRBAR)
    topf = rechne(jahr, *gewaehlt, UebertragVerbrauch.EIN_TOPF)
    auffaellig = [befund.text for befund in topf.befunde if befund.kennung == "mehr_zurueck_als_eingezahlt"]
    assert topf.rueckfuehrung["ihk"] == euro(25_000)
    assert [text.split()[0] for text in auffaellig] == ["Düsseldorf", "Kreis"]


def test_hat_niemand_gezahlt_gilt_auch_nach_zahlungen_der_vereinbarte_schluessel() -> None:
    spende = (Einnahme("Spende", Einnahmenart.DRITTMITTEL, euro(12)),)
    jahr = evolve(PLAN, eingezahlt=(), ausgaben=(), einnahmen=spende)
    ergebnis = rechne(jahr, Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN, Drittmittel.ERHOEHEN_DIE_MITTEL)
    assert ganze_euro(ergebnis) == [5, 5, 2]


def test_solange_das_geld_wartet_stellt_sich_die_frage_der_basis_nicht() -> None:
    jahr = evolve(PLAN, eingezahlt=IHK_ZAHLT_DIE_HAELFTE, geprueft=None, pruefungsergebnis=None)
    assert gestellte_fragen(jahr) == set()
    assert gestellte_fragen(evolve(jahr, uebertragung=beschluss(5))) == {"rueckfuehrungsbasis"}


# Drittmittel und Rückerstattungen


def test_drittmittel_nach_beiden_lesarten() -> None:
    jahr = evolve(PLAN, einnahmen=(Einnahme("Spende", Einnahmenart.DRITTMITTEL, euro(1_200)),))
    assert gestellte_fragen(jahr) == {"drittmittel"}
    assert ganze_euro(rechne(jahr, Drittmittel.ERHOEHEN_DIE_MITTEL)) == [13_000, 13_000, 5_200]
    ausserhalb = rechne(jahr, Drittmittel.AUSSERHALB_DES_BUDGETS)
    assert (ganze_euro(ausserhalb), ausserhalb.drittmittel) == ([12_500, 12_500, 5_000], NULL)


def test_mehr_erstattet_als_ausgegeben() -> None:
    jahr = evolve(PLAN, ausgaben=(), einnahmen=(Einnahme("Saal", Einnahmenart.RUECKERSTATTUNG, euro(1_200)),))
    ergebnis = rechne(jahr)
    assert (ergebnis.verausgabt, ergebnis.rest) == (-euro(1_200), euro(121_200))
    assert ganze_euro(ergebnis) == [50_500, 50_500, 20_200]


# Übertragung


def test_ein_teil_wird_uebertragen() -> None:
    jahr = rechne(evolve(PLAN, uebertragung=beschluss(18_000)))
    assert jahr.status is Jahresstatus.RUECKFUEHRUNG_UND_UEBERTRAGUNG
    assert ganze_euro(jahr) == [5_000, 5_000, 2_000]
    assert jahr.schichten_in_folgejahr == (Schicht(2018, euro(18_000), VERTRAG),)
    assert jahr.beschluss is not None
    assert (jahr.beschluss.wirksam, jahr.beschluss.beantragt, jahr.beschluss.uebertragen) == (
        True,
        euro(18_000),
        euro(18_000),
    )


def test_alles_wird_uebertragen_auch_ohne_pruefung() -> None:
    jahr = rechne(evolve(PLAN, geprueft=None, pruefungsergebnis=None, uebertragung=beschluss(None)))
    assert (jahr.status, jahr.uebertrag_in_folgejahr) == (Jahresstatus.UEBERTRAGUNG, euro(30_000))
    assert jahr.beschluss is not None
    assert jahr.beschluss.beantragt == euro(30_000)


def test_mehr_uebertragen_als_da_ist_heisst_alles() -> None:
    jahr = rechne(evolve(PLAN, uebertragung=beschluss(40_000)))
    assert jahr.uebertrag_in_folgejahr == euro(30_000)
    assert [befund.kennung for befund in jahr.befunde] == ["uebertragung_uebersteigt_rest"]


def test_ein_gescheiterter_beschluss_laesst_es_bei_der_rueckfuehrung() -> None:
    niemand = Stimmabgabe(nein=("duesseldorf", "mettmann", "ihk"))
    jahr = rechne(evolve(PLAN, uebertragung=beschluss(None, niemand)))
    assert (jahr.status, ganze_euro(jahr)) == (Jahresstatus.RUECKFUEHRUNG, [12_500, 12_500, 5_000])
    assert [befund.kennung for befund in jahr.befunde] == ["uebertragung_nicht_beschlossen"]


@pytest.mark.parametrize(
    ("ja", "wirksam"),
    [
        (("duesseldorf", "mettmann"), {"mehrheit", "gewichtet_einfach", "gewichtet_zwei_drittel"}),
        (("duesseldorf", "ihk"), {"mehrheit", "gewichtet_einfach"}),
    ],
)
def test_bei_geteilten_stimmen_haengt_es_an_der_abstimmungsregel(ja: tuple[str, ...], wirksam: set[str]) -> None:
    jahr = evolve(PLAN, uebertragung=beschluss(None, Stimmabgabe(ja=ja)))
    assert gestellte_fragen(jahr) == {"abstimmung"}
    gefunden = {str(lesart) for lesart in Abstimmung if rechne(jahr, lesart).status is Jahresstatus.UEBERTRAGUNG}
    assert gefunden == wirksam


def test_ist_nichts_uebrig_haengt_an_der_abstimmung_nichts() -> None:
    stimmen = Stimmabgabe(ja=("duesseldorf", "mettmann"))
    jahr = evolve(PLAN, ausgaben=(ausgabe(120_000),), uebertragung=beschluss(None, stimmen))
    assert gestellte_fragen(jahr) == set()
    ergebnis = rechne(jahr)
    assert ergebnis.beschluss is not None
    assert (ergebnis.beschluss.wirksam, ergebnis.beschluss.uebertragen) == (False, NULL)
    assert [befund.kennung for befund in ergebnis.befunde] == ["uebertragung_ohne_gegenstand"]
    gewaehlt = rechne(jahr, Abstimmung.MEHRHEIT)
    assert gewaehlt.beschluss is not None
    assert gewaehlt.beschluss.wirksam


def test_ein_beschluss_ueber_nichts_stellt_keine_frage() -> None:
    stimmen = Stimmabgabe(ja=("duesseldorf", "mettmann"))
    assert gestellte_fragen(evolve(PLAN, uebertragung=beschluss(0, stimmen))) == set()
    nichts_uebrig = evolve(PLAN, ausgaben=(ausgabe(120_000),), uebertragung=beschluss(500, stimmen))
    assert gestellte_fragen(nichts_uebrig) == set()


def test_wer_am_tag_des_beschlusses_nicht_partner_ist_stimmt_nicht_mit() -> None:
    stimmen = Stimmabgabe(ja=("duesseldorf", "mettmann", "ihk", "neuss"))
    jahr = rechne(evolve(PLAN, uebertragung=beschluss(None, stimmen)))
    assert [befund.kennung for befund in jahr.befunde] == ["stimme_nicht_gezaehlt"]
    assert jahr.status is Jahresstatus.UEBERTRAGUNG


NEUSS = Partner("neuss", "Rhein-Kreis Neuss", "Neuss", Rechtsform.KREIS, "")
ZU_VIERT = evolve(
    BERICHT_2017,
    partner=(*BERICHT_2017.partner, NEUSS),
    beitraege=type(BERICHT_2017.beitraege)((*BERICHT_2017.beitraege.paare, ("neuss", euro(30_000)))),
)


def test_am_tag_des_beschlusses_zaehlen_mitglieder_und_gewichte_dieses_tages() -> None:
    stimmen = Stimmabgabe(ja=("duesseldorf", "mettmann"), nein=("ihk", "neuss"))
    jahr = evolve(PLAN, uebertragung=beschluss(None, stimmen))

    def ist_wirksam(*lesarten: Lesart) -> bool:
        ergebnis = abrechnung(BERICHT_2017, jahr, Auslegung.mit(*lesarten), am_beschlusstag=ZU_VIERT)
        assert ergebnis.beschluss is not None
        return ergebnis.beschluss.wirksam

    mit_sitz, ohne_sitz = SitzNachBeitritt.JEDER_PARTNER_EIN_SITZ, SitzNachBeitritt.LISTE_ABGESCHLOSSEN
    assert not ist_wirksam(mit_sitz, Abstimmung.MEHRHEIT)
    assert ist_wirksam(ohne_sitz, Abstimmung.MEHRHEIT)
    assert ist_wirksam(mit_sitz, Abstimmung.GEWICHTET_EINFACH)
    assert not ist_wirksam(mit_sitz, Abstimmung.EINSTIMMIG)


def test_stimmen_alle_benannten_zu_so_kommt_es_noch_auf_den_sitz_des_neuen_an() -> None:
    jahr = evolve(PLAN, uebertragung=beschluss(None, Stimmabgabe(ja=("duesseldorf", "mettmann", "ihk"))))
    alle = zweige(lambda auslegung: abrechnung(BERICHT_2017, jahr, auslegung, am_beschlusstag=ZU_VIERT))
    assert [[frage for frage, _ in zweig.antworten] for zweig in alle][-1] == ["sitz_nach_beitritt"]


def test_hat_jeder_partner_einen_benannten_sitz_stellt_sich_die_sitzfrage_nicht() -> None:
    mit_sitz = evolve(ZU_VIERT, aufsichtsgremium=(*BERICHT_2017.aufsichtsgremium, Sitz("neuss", "Landrat")))
    jahr = evolve(PLAN, uebertragung=beschluss(None, Stimmabgabe(ja=("duesseldorf", "mettmann", "ihk"))))
    alle = zweige(lambda auslegung: abrechnung(BERICHT_2017, jahr, auslegung, am_beschlusstag=mit_sitz))
    assert {frage for zweig in alle for frage, _ in zweig.antworten} == {"abstimmung"}


# Übertragenes Geld


MIT_UEBERTRAG = evolve(PLAN, ausgaben=(ausgabe(100_000),), uebertrag=(Schicht(2017, euro(12_000), VERTRAG),))
EIN_PARTNER = Zahlungsschluessel((("ihk", 1),))


def test_uebertragenes_geld_ist_rueckfuehrbar_oder_verbleibt() -> None:
    assert gestellte_fragen(MIT_UEBERTRAG, UebertragRueckfuehrung.RUECKFUEHRBAR) == {"uebertrag_rueckfuehrung"}
    assert rechne(MIT_UEBERTRAG, UebertragRueckfuehrung.RUECKFUEHRBAR).rueckfuehrung.summe == euro(32_000)
    bleibt = rechne(MIT_UEBERTRAG, UebertragRueckfuehrung.VERBLEIBT, UebertragVerbrauch.JUENGSTE_ZUERST)
    assert (bleibt.rueckfuehrung.summe, bleibt.uebertrag_in_folgejahr) == (euro(20_000), euro(12_000))
    assert bleibt.schichten_in_folgejahr == MIT_UEBERTRAG.uebertrag


@pytest.mark.parametrize(
    ("reihenfolge", "bleibt"),
    [
        (UebertragVerbrauch.EIN_TOPF, 0),
        (UebertragVerbrauch.AELTESTE_ZUERST, 0),
        (UebertragVerbrauch.JUENGSTE_ZUERST, 12_000_00),
        (UebertragVerbrauch.ANTEILIG, 2_909_09),
    ],
)
def test_was_unter_verbleibt_von_der_reihenfolge_des_verbrauchs_abhaengt(
    reihenfolge: UebertragVerbrauch, bleibt: int
) -> None:
    jahr = rechne(MIT_UEBERTRAG, UebertragRueckfuehrung.VERBLEIBT, reihenfolge)
    assert jahr.uebertrag_in_folgejahr == Geldbetrag(bleibt)


def test_ein_beschluss_ueber_alles_uebertraegt_alles_in_jeder_reihenfolge() -> None:
    jahr = evolve(MIT_UEBERTRAG, uebertragung=beschluss(None))
    assert gestellte_fragen(jahr) == {"uebertrag_verbrauch"}
    assert {rechne(jahr, lesart).uebertrag_in_folgejahr for lesart in UebertragVerbrauch} == {euro(32_000)}


def test_gewaehlte_lesarten_gelten_auch_wo_sie_keinen_betrag_aendern() -> None:
    jahr = evolve(MIT_UEBERTRAG, ausgaben=(ausgabe(6_000),), uebertragung=beschluss(None))

    def schichten(lesart: UebertragVerbrauch) -> list[tuple[int, Geldbetrag]]:
        return [(schicht.aus_jahr, schicht.betrag) for schicht in rechne(jahr, lesart).schichten_in_folgejahr]

    assert schichten(UebertragVerbrauch.EIN_TOPF) == [(2018, euro(126_000))]
    assert schichten(UebertragVerbrauch.AELTESTE_ZUERST) == [(2017, euro(6_000)), (2018, euro(120_000))]
    assert schichten(UebertragVerbrauch.JUENGSTE_ZUERST) == [(2017, euro(12_000)), (2018, euro(114_000))]


def test_ist_verbleibt_gewaehlt_so_erfasst_ein_beschluss_ueber_alles_nur_das_uebrige() -> None:
    jahr = evolve(MIT_UEBERTRAG, ausgaben=(ausgabe(102_000),), uebertragung=beschluss(30_000))
    ergebnis = rechne(jahr, UebertragRueckfuehrung.VERBLEIBT, UebertragVerbrauch.JUENGSTE_ZUERST)
    assert ergebnis.beschluss is not None
    assert ergebnis.beschluss.uebertragen == euro(18_000)
    assert ergebnis.uebertrag_in_folgejahr == euro(30_000)
    assert [befund.kennung for befund in ergebnis.befunde] == ["uebertragung_uebersteigt_rest"]


def test_unter_verbleibt_erfasst_ein_beschluss_nur_das_uebrige() -> None:
    jahr = evolve(MIT_UEBERTRAG, uebertragung=beschluss(5_000))
    ergebnis = rechne(jahr, UebertragRueckfuehrung.VERBLEIBT, UebertragVerbrauch.JUENGSTE_ZUERST)
    assert ergebnis.uebertrag_in_folgejahr == euro(17_000)
    assert [(schicht.aus_jahr, schicht.betrag) for schicht in ergebnis.schichten_in_folgejahr] == [
        (2017, euro(12_000)),
        (2018, euro(5_000)),
    ]


def test_hat_das_uebertragene_geld_einen_anderen_schluessel_zaehlt_die_reihenfolge() -> None:
    jahr = evolve(MIT_UEBERTRAG, uebertrag=(Schicht(2017, euro(12_000), EIN_PARTNER),))
    fragen = gestellte_fragen(jahr, UebertragRueckfuehrung.RUECKFUEHRBAR)
    assert fragen == {"uebertrag_rueckfuehrung", "uebertrag_verbrauch"}
    rueckfuehrbar = UebertragRueckfuehrung.RUECKFUEHRBAR
    assert rechne(jahr, rueckfuehrbar, UebertragVerbrauch.JUENGSTE_ZUERST).rueckfuehrung["ihk"] > euro(12_000)
    assert rechne(jahr, rueckfuehrbar, UebertragVerbrauch.AELTESTE_ZUERST).rueckfuehrung["ihk"] < euro(12_000)


def test_auch_ohne_eigene_mittel_gibt_ein_topf_den_schluessel_des_jahres() -> None:
    jahr = evolve(PLAN, eingezahlt=(), ausgaben=(), uebertrag=(Schicht(2017, euro(12), EIN_PARTNER),))
    gewaehlt = (Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL, UebertragRueckfuehrung.RUECKFUEHRBAR)
    assert ganze_euro(rechne(jahr, *gewaehlt, UebertragVerbrauch.EIN_TOPF)) == [5, 5, 2]
    assert ganze_euro(rechne(jahr, *gewaehlt, UebertragVerbrauch.AELTESTE_ZUERST)) == [0, 0, 12]


def test_nach_kosten_zaehlt_die_reihenfolge_auch_bei_gleichem_schluessel() -> None:
    jahr = evolve(MIT_UEBERTRAG, eingezahlt=IHK_ZAHLT_DIE_HAELFTE, ausgaben=(ausgabe(80_000),))
    gewaehlt = (Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL, UebertragRueckfuehrung.RUECKFUEHRBAR)
    forderungen = {lesart: rechne(jahr, *gewaehlt, lesart).forderungen.summe.cent for lesart in UebertragVerbrauch}
    assert forderungen[UebertragVerbrauch.JUENGSTE_ZUERST] == 333_333
    assert forderungen[UebertragVerbrauch.AELTESTE_ZUERST] == 133_333


def test_beim_abrunden_bleiben_restcents_als_uebertrag() -> None:
    jahr = rechne(
        evolve(PLAN, ausgaben=(Ausgabe("x", Ausgabenart.PROJEKT, euro(120_000) - Geldbetrag(10_000)),)),
        rundung=Rundung.ABRUNDEN_REST_BLEIBT,
    )
    assert jahr.rueckfuehrung.summe == Geldbetrag(9_998)
    assert jahr.schichten_in_folgejahr == (Schicht(2018, Geldbetrag(2), VERTRAG),)
    assert jahr.status is Jahresstatus.RUECKFUEHRUNG_UND_UEBERTRAGUNG


# Zusatzmittel


MIT_ZUSATZ = evolve(PLAN, zusatzmittel=(Zusatzmittel("duesseldorf", euro(10_000), "Rat 2018-05-03"),))


def test_zusatzmittel_gehen_an_den_zurueck_der_sie_bewilligt_hat() -> None:
    assert gestellte_fragen(MIT_ZUSATZ) == {"zusatzmittel_verbrauch"}
    assert ganze_euro(rechne(MIT_ZUSATZ, ZusatzmittelVerbrauch.ZULETZT)) == [22_500, 12_500, 5_000]
    anteilig = rechne(MIT_ZUSATZ, ZusatzmittelVerbrauch.ANTEILIG)
    assert [str(betrag) for betrag in anteilig.rueckfuehrung.values()] == ["18.461,54 €", "15.384,61 €", "6.153,85 €"]


def test_uebertragene_zusatzmittel_sind_gewoehnlicher_uebertrag_ihres_schluessels() -> None:
    jahr = rechne(evolve(MIT_ZUSATZ, uebertragung=beschluss(None)), ZusatzmittelVerbrauch.ZULETZT)
    nur_duesseldorf = Zahlungsschluessel((("duesseldorf", 1_000_000),))
    assert jahr.schichten_in_folgejahr == (
        Schicht(2018, euro(30_000), VERTRAG),
        Schicht(2018, euro(10_000), nur_duesseldorf),
    )


# Eigenschaften, je an die Lesarten gebunden, für die sie gelten


def bilanz(jahr: Jahresabrechnung) -> tuple[Geldbetrag, Geldbetrag]:
    kommt = jahr.uebertrag_aus_vorjahr + jahr.eingezahlt.summe + jahr.zusatzmittel.summe + jahr.drittmittel
    geht = jahr.verausgabt + jahr.rueckfuehrung.summe - jahr.forderungen.summe
    return kommt, geht + jahr.uebertrag_in_folgejahr + jahr.wartet_auf_pruefung


@given(aufzeichnungen(), auslegungen, st.data())
def test_was_kommt_ist_was_geht_unter_jeder_lesart(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, data: st.DataObject
) -> None:
    konvention = data.draw(konventionen(aufzeichnung.fassung.partner_kennungen))
    for jahr in jahresfolge(aufzeichnung, auslegung, konvention):
        kommt, geht = bilanz(jahr)
        assert jahr.verfuegbar == kommt
        assert geht - jahr.ueberschreitung == kommt
        assert not (jahr.rest and jahr.ueberschreitung)
        summe_der_schichten = sum(schicht.betrag.cent for schicht in jahr.schichten_in_folgejahr)
        assert jahr.uebertrag_in_folgejahr.cent == summe_der_schichten


@given(aufzeichnungen(), auslegungen, st.data())
def test_keine_rueckfuehrung_ist_negativ_unter_keiner_lesart(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, data: st.DataObject
) -> None:
    konvention = data.draw(konventionen(aufzeichnung.fassung.partner_kennungen))
    for jahr in jahresfolge(aufzeichnung, auslegung, konvention):
        groessen = [jahr.rest, jahr.ueberschreitung, jahr.wartet_auf_pruefung, jahr.uebertrag_in_folgejahr]
        assert all(betrag >= NULL for betrag in [*groessen, *jahr.rueckfuehrung.values(), *jahr.forderungen.values()])
        assert not jahr.rueckfuehrung or set(jahr.rueckfuehrung) >= set(jahr.vereinbart)


@given(aufzeichnungen(beitritte=False), auslegungen, st.randoms(), st.data())
def test_die_reihenfolge_der_buchungen_aendert_nichts(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, zufall: Random, data: st.DataObject
) -> None:
    konvention = data.draw(konventionen(aufzeichnung.fassung.partner_kennungen))

    def gemischt(jahr: Haushaltsjahr) -> Haushaltsjahr:
        gezahlt = jahr.eingezahlt
        if not isinstance(gezahlt, Zahlweise):
            gezahlt = tuple(zufall.sample(gezahlt, len(gezahlt)))
        return evolve(
            jahr,
            eingezahlt=gezahlt,
            ausgaben=tuple(zufall.sample(jahr.ausgaben, len(jahr.ausgaben))),
            einnahmen=tuple(zufall.sample(jahr.einnahmen, len(jahr.einnahmen))),
            zusatzmittel=tuple(zufall.sample(jahr.zusatzmittel, len(jahr.zusatzmittel))),
        )

    umgestellt = evolve(aufzeichnung, haushaltsjahre=tuple(gemischt(jahr) for jahr in aufzeichnung.haushaltsjahre))
    assert jahresfolge(aufzeichnung, auslegung, konvention) == jahresfolge(umgestellt, auslegung, konvention)


@given(aufzeichnungen(beitritte=False, jahre=1), auslegungen, st.data())
def test_nach_zahlungen_erhaelt_niemand_mehr_zurueck_als_er_in_die_schicht_gezahlt_hat(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung, data: st.DataObject
) -> None:
    rundung = data.draw(st.sampled_from([Rundung.GROESSTER_REST, Rundung.ABRUNDEN_REST_BLEIBT]))
    (jahr,) = aufzeichnung.haushaltsjahre
    nur_einzahlungen = evolve(jahr, einnahmen=(), zusatzmittel=())
    lesarten = Auslegung((("rueckfuehrungsbasis", Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN), *auslegung.wahl))
    ergebnis = abrechnung(aufzeichnung.fassung, nur_einzahlungen, lesarten, Rechenkonvention(rundung))
    for partner, betrag in ergebnis.rueckfuehrung.items():
        assert betrag <= ergebnis.eingezahlt[partner]


def test_nach_vereinbartem_schluessel_erhaelt_einer_mehr_zurueck_als_er_gezahlt_hat() -> None:
    jahr = evolve(PLAN, eingezahlt=IHK_ZAHLT_DIE_HAELFTE[:2], ausgaben=(ausgabe(40_000),))
    ergebnis = rechne(jahr, Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL)
    assert ergebnis.rueckfuehrung["ihk"] > ergebnis.eingezahlt["ihk"]


@given(st.integers(0, 12_000_000))
def test_im_einfachen_jahr_unterscheiden_sich_gleiche_partner_hoechstens_um_einen_cent(cent: int) -> None:
    jahr = rechne(evolve(PLAN, ausgaben=(Ausgabe("x", Ausgabenart.PROJEKT, Geldbetrag(cent)),)))
    if jahr.rueckfuehrung:
        assert (jahr.rueckfuehrung["duesseldorf"] - jahr.rueckfuehrung["mettmann"]).cent in (0, 1)


def test_eine_nicht_gewaehlte_lesart_ist_ein_fehler_wenn_es_auf_sie_ankommt() -> None:
    with pytest.raises(LesartFehltError, match="rueckfuehrungsbasis"):
        rechne(evolve(PLAN, eingezahlt=IHK_ZAHLT_DIE_HAELFTE))
