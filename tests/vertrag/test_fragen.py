import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import chain, combinations

import pytest

from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel, aufteilen
from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.geld import NULL, Geldbetrag, summe
from kooperationsvertrag.regeln.rechenschaft import berichtstag, planungstag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
from kooperationsvertrag.vertrag.fragen import (
    FRAGEN,
    Lesartbeschreibung,
    UnbekannteFrageError,
    Vertragsfrage,
    beschreibung,
    frage,
)
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN, Berichtsfrist, Planungsfrist
from kooperationsvertrag.vertrag.normen import NORMEN

AUSLEGUNG_DER_FALLDATEI = {
    ("OF-02", "beitrittsentscheidung"): (
        "alle_partner",
        "aufsichtsgremium",
        "mehrheit_der_partner",
        "erklaerung_genuegt",
    ),
    ("OF-05", "kreisangehoerige"): ("beitrittsfaehig", "nicht_beitrittsfaehig"),
    ("OF-06", "schluessel_nach_beitritt"): ("additiv", "gleiches_budget", "kommunal_gleich", "ohne_beitrag"),
    ("OF-07", "sitz_nach_beitritt"): ("jeder_partner_ein_sitz", "liste_abgeschlossen"),
    ("OF-08", "beitrittszeitpunkt"): ("nach_monaten", "nach_tagen", "voller_jahresbeitrag", "erst_zum_jahresbeginn"),
    ("OF-09", "abstimmung"): ("einstimmig", "mehrheit", "gewichtet_einfach", "gewichtet_zwei_drittel"),
    ("OF-16", "rueckfuehrungsbasis"): ("vereinbarter_schluessel", "tatsaechliche_zahlungen", "kosten_nach_schluessel"),
    ("OF-18", "wechseljahr"): ("alte_fassung", "neue_fassung", "nach_monaten", "nach_tagen"),
    ("OF-20", "leistungsfaehigkeit"): ("jahresbudget", "noch_freie_mittel"),
    ("OF-21", "zusatzmittel_verbrauch"): ("zuletzt", "anteilig"),
    ("OF-23", "planungsfrist"): ("vor_jahresbeginn", "am_ersten_tag", "im_ersten_monat", "im_ersten_vierteljahr"),
    ("OF-23", "berichtsfrist"): ("bis_jahresende", "im_folgenden_vierteljahr", "mit_dem_jahresabschluss"),
    ("OF-25", "pruefung"): ("vornahme_genuegt", "billigung_noetig"),
    ("OF-26", "drittmittel"): ("erhoehen_die_mittel", "ausserhalb_des_budgets"),
    ("OF-27", "stellendauer"): ("nur_zu_beginn", "dauernd", "zu_beginn_jedes_jahres"),
    ("OF-33", "uebertrag_verbrauch"): ("ein_topf", "aelteste_zuerst", "juengste_zuerst", "anteilig"),
    ("OF-33", "uebertrag_rueckfuehrung"): ("rueckfuehrbar", "verbleibt"),
}
KONVENTIONEN_DER_FALLDATEI = {
    ("OF-32", "rundung"): ("groesster_rest", "kaufmaennisch_letzter_gleicht_aus", "abrunden_rest_bleibt", "offen"),
    ("OF-32", "rundungsvorrang"): ("vertragsreihenfolge",),
}


def namen(moeglichkeiten: tuple[Lesartbeschreibung, ...]) -> tuple[str, ...]:
    return tuple(moeglichkeit.schluessel for moeglichkeit in moeglichkeiten)


def alle_lesarten(eintrag: Vertragsfrage) -> Iterator[Lesartbeschreibung]:
    yield from chain(*eintrag.waehlbar.values(), eintrag.lesarten)


def texte(eintrag: Vertragsfrage) -> dict[str, str]:
    """Jeder Text des Eintrags, unter dem Namen des Feldes oder der Lesart."""
    felder = {
        "titel": eintrag.titel,
        "frage": eintrag.frage,
        "auswirkung": eintrag.auswirkung,
        "empfehlung": eintrag.empfehlung,
    }
    return felder | {lesart.schluessel: f"{lesart.titel}: {lesart.bedeutung}" for lesart in alle_lesarten(eintrag)}


# Das Register ist vollständig -----------------------------------------------------------------------------------------


def test_kein_rat_besteht_aus_einem_buchstaben() -> None:
    assert [frage.kennung for frage in FRAGEN if re.search(r"\b[a-g]\b", frage.empfehlung)] == []


def test_das_register_nennt_41_fragen_lueckenlos_in_der_reihenfolge_ihrer_nummer() -> None:
    assert [eintrag.kennung for eintrag in FRAGEN] == [f"OF-{nummer:02}" for nummer in range(1, 42)]


def test_jede_frage_hat_titel_frage_auswirkung_und_wenigstens_zwei_antworten() -> None:
    for eintrag in FRAGEN:
        assert eintrag.titel, eintrag.kennung
        assert not eintrag.titel.endswith((".", "?")), eintrag.kennung
        assert "?" in eintrag.frage, eintrag.kennung
        assert eintrag.auswirkung.endswith("."), eintrag.kennung
        assert len(list(alle_lesarten(eintrag))) >= 2, eintrag.kennung


def test_jede_lesart_sagt_in_ganzen_saetzen_was_sie_heisst() -> None:
    for eintrag in FRAGEN:
        for lesart in alle_lesarten(eintrag):
            assert lesart.titel, (eintrag.kennung, lesart.schluessel)
            assert not lesart.titel.endswith("."), (eintrag.kennung, lesart.schluessel)
            assert lesart.bedeutung.endswith("."), (eintrag.kennung, lesart.schluessel)


def test_eine_empfehlung_gibt_sich_als_rat_zu_erkennen() -> None:
    empfehlungen = [eintrag.empfehlung for eintrag in FRAGEN if eintrag.empfehlung]
    assert len(empfehlungen) > len(FRAGEN) // 2
    assert all(empfehlung.startswith("Ratsam ist") for empfehlung in empfehlungen)


def test_jeder_genannte_satz_steht_im_normregister() -> None:
    bekannte = {norm.kennung for norm in NORMEN}
    for eintrag in FRAGEN:
        im_text = re.findall(r"\b(?:17|23)-[A-Z]?\d+\b", " ".join(texte(eintrag).values()))
        assert all(re.fullmatch(r"17-[A-Z]\d+|23-\d+", kennung) for kennung in eintrag.norm_kennungen)
        assert len(set(eintrag.norm_kennungen)) == len(eintrag.norm_kennungen)
        assert bekannte.issuperset(eintrag.norm_kennungen), eintrag.kennung
        assert bekannte.issuperset(im_text), eintrag.kennung


def test_jeder_satz_der_eine_frage_aufwirft_steht_bei_dieser_frage() -> None:
    for norm in NORMEN:
        for kennung in norm.fragen:
            assert norm.kennung in frage(kennung).norm_kennungen, kennung


def test_verweise_auf_andere_fragen_und_festlegungen_gehen_nicht_ins_leere() -> None:
    bekannte = {eintrag.kennung for eintrag in FRAGEN} | {festlegung.kennung for festlegung in FESTLEGUNGEN}
    verweise = {
        verweis
        for eintrag in FRAGEN
        for text in texte(eintrag).values()
        for verweis in re.findall(r"(?:OF|FL)-\d+", text)
    }
    assert verweise
    assert verweise <= bekannte


# Was sich wählen lässt ------------------------------------------------------------------------------------------------


def test_ausfuehrbar_sind_genau_die_schluessel_und_namen_der_falldatei() -> None:
    gefunden = {
        (eintrag.kennung, auswahl.schluessel): namen(auswahl.moeglichkeiten)
        for eintrag in FRAGEN
        for auswahl in eintrag.auswahlen
    }
    assert gefunden == AUSLEGUNG_DER_FALLDATEI


def test_rundung_und_rundungsvorrang_sind_konventionen_und_keine_auslegungsfragen() -> None:
    gefunden = {
        (eintrag.kennung, konvention.schluessel): namen(konvention.moeglichkeiten)
        for eintrag in FRAGEN
        for konvention in eintrag.konventionen
    }
    assert gefunden == KONVENTIONEN_DER_FALLDATEI
    assert frage("OF-32").auswahlen == ()


def test_jede_auslegungsfrage_gehoert_zu_genau_einer_frage_mit_jeder_lesart_in_ihrer_reihenfolge() -> None:
    auswahlen = [auswahl for eintrag in FRAGEN for auswahl in eintrag.auswahlen]
    assert [auswahl.lesart for auswahl in auswahlen] == list(AUSLEGUNGSFRAGEN)
    for auswahl in auswahlen:
        assert namen(auswahl.moeglichkeiten) == tuple(lesart.value for lesart in auswahl.lesart)


def test_die_rundungen_stehen_in_der_reihenfolge_der_rechnung_und_die_voreinstellung_zuerst() -> None:
    rundung = namen(frage("rundung").waehlbar["rundung"])
    assert rundung == (*[art.value for art in Rundung], "offen")
    assert rundung[0] == Rechenkonvention().rundung.value


def test_nur_beschriebene_lesarten_haben_einen_kleinen_buchstaben_und_keine_den_einer_anderen() -> None:
    for eintrag in FRAGEN:
        buchstaben = namen(eintrag.lesarten)
        assert all(re.fullmatch("[a-z]", buchstabe) for buchstabe in buchstaben), eintrag.kennung
        assert sorted(set(buchstaben)) == list(buchstaben), eintrag.kennung


def test_schluessel_auf_das_budget_abzueglich_rueckstand_ist_vor_dem_runden_der_kostenausgleich() -> None:
    anteile = [Fraction(beitrag.cent, BERICHT_2017.beitraege.summe.cent) for beitrag in VEREINBART]
    nach_budget = [
        anteil * (BUDGET - AUSGABEN).cent - (beitrag - zahlung).cent
        for anteil, beitrag, zahlung in zip(anteile, VEREINBART, ZAHLUNGEN, strict=True)
    ]
    nach_kosten = [zahlung.cent - anteil * AUSGABEN.cent for anteil, zahlung in zip(anteile, ZAHLUNGEN, strict=True)]
    assert nach_budget == nach_kosten
    assert namen(frage("OF-16").lesarten) == ("d",)


# Suchen ---------------------------------------------------------------------------------------------------------------


def test_eine_frage_findet_sich_unter_kennung_und_schluessel_gleich_wie_geschrieben() -> None:
    for eintrag in FRAGEN:
        for name in (eintrag.kennung, *eintrag.waehlbar):
            assert frage(name) is eintrag
            assert frage(f" {name.lower()} ") is eintrag
            assert frage(name.upper()) is eintrag


@pytest.mark.parametrize(
    ("vertippt", "gemeint"),
    [
        ("0F-16", "OF-16"),
        ("of16", "OF-16"),
        ("rückfuehrungsbasis", "rueckfuehrungsbasis"),
        ("abstimung", "abstimmung"),
        ("Rundungs-Vorrang", "rundungsvorrang"),
    ],
)
def test_wer_sich_vertippt_erfaehrt_die_naechsten_namen(vertippt: str, gemeint: str) -> None:
    with pytest.raises(UnbekannteFrageError) as fehler:
        frage(vertippt)
    assert gemeint in fehler.value.aehnliche
    assert fehler.value.kennung == vertippt
    assert f"„{vertippt}“" in str(fehler.value)
    assert gemeint in str(fehler.value)


def test_wo_nichts_aehnlich_ist_nennt_der_fehler_beispiele_die_es_gibt() -> None:
    with pytest.raises(UnbekannteFrageError, match="zum Beispiel OF-16 oder rueckfuehrungsbasis") as fehler:
        frage("Wetter")
    assert fehler.value.aehnliche == ()
    assert frage("OF-16") is frage("rueckfuehrungsbasis")
    assert isinstance(fehler.value, KooperationsvertragError)
    assert isinstance(fehler.value, LookupError)


def test_jede_lesart_und_jede_rundung_hat_ihre_beschreibung() -> None:
    klassen: tuple[type[Lesart], ...] = (*AUSLEGUNGSFRAGEN, Rundung)
    for klasse in klassen:
        for lesart in klasse:
            assert beschreibung(lesart).schluessel == lesart.value
            assert beschreibung(lesart) in frage(klasse.frage()).waehlbar[klasse.frage()]


def test_eine_lesart_ausserhalb_des_registers_hat_keine_beschreibung() -> None:
    class WerZahlt(Lesart):
        ALLE = "alle"

    with pytest.raises(UnbekannteFrageError, match="wer_zahlt"):
        beschreibung(WerZahlt.ALLE)


# Die Beispiele stimmen ------------------------------------------------------------------------------------------------


def euro(betrag: int) -> Geldbetrag:
    return Geldbetrag.aus_euro(betrag)


def geteilt(
    betrag: Geldbetrag, *gewichte: int, konvention: Rechenkonvention = Rechenkonvention()
) -> tuple[Geldbetrag, ...]:
    """Ein Betrag nach Gewichten für Düsseldorf, Kreis Mettmann, IHK, neuen Partner."""
    schluessel = Zahlungsschluessel(tuple((f"partner {i}", gewicht) for i, gewicht in enumerate(gewichte)))
    return tuple(aufteilen(betrag, schluessel, konvention).betraege.values())


def zusammen(*reihen: tuple[Geldbetrag, ...]) -> tuple[Geldbetrag, ...]:
    return tuple(summe(spalte) for spalte in zip(*reihen, strict=True))


def kaufmaennisch(cent: Fraction) -> Geldbetrag:
    return Geldbetrag(int((2 * cent + 1) // 2))


def aufrunden_ab_der_haelfte(betrag: Geldbetrag, *gewichte: int) -> tuple[Geldbetrag, ...]:
    """Jeder Teil für sich gerundet; die Summe geht nicht immer auf."""
    return tuple(kaufmaennisch(Fraction(betrag.cent * gewicht, sum(gewichte))) for gewicht in gewichte)


VEREINBART = tuple(BERICHT_2017.beitraege.values())
BUDGET = BERICHT_2017.beitraege.summe
GRUENDER = (5, 5, 2)

NEUER_BEITRAG = euro(30_000)
ZAHLUNGEN = (euro(50_000), euro(50_000), euro(10_000))
AUSGABEN = euro(80_000)
REST = summe(ZAHLUNGEN) - AUSGABEN
KOSTEN = geteilt(AUSGABEN, *GRUENDER)
AUSGLEICH = tuple(zahlung - kosten for zahlung, kosten in zip(ZAHLUNGEN, KOSTEN, strict=True))

EIGENANTEILE = euro(90_000)
GESCHAEFTSBETRIEB = euro(45_000)

UEBERTRAG = euro(12_000)
NEUES_BUDGET = BUDGET + NEUER_BEITRAG
NEUE = (5, 5, 2, 3)
VERAUSGABT = euro(142_000)
UEBRIG = UEBERTRAG + NEUES_BUDGET - VERAUSGABT
VOM_JAHR_ALLEIN = NEUES_BUDGET - VERAUSGABT
AUS_UEBERTRAG, AUS_DEM_JAHR = geteilt(VERAUSGABT, UEBERTRAG.cent, NEUES_BUDGET.cent)
UEBERTRAG_UEBRIG, JAHR_UEBRIG = UEBERTRAG - AUS_UEBERTRAG, NEUES_BUDGET - AUS_DEM_JAHR

HUNDERT, SECHS_CENT = euro(100), Geldbetrag(6)
KAUFMAENNISCH = Rechenkonvention(Rundung.KAUFMAENNISCH_LETZTER_GLEICHT_AUS)
ABRUNDEN = Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT)

BEISPIELE: dict[tuple[str, str], tuple[Geldbetrag, ...]] = {
    ("OF-06", "frage"): (NEUER_BEITRAG,),
    ("OF-06", "additiv"): (NEUES_BUDGET,),
    ("OF-06", "gleiches_budget"): (
        BUDGET,
        *geteilt(BUDGET, *[beitrag.cent for beitrag in (*VEREINBART, NEUER_BEITRAG)]),
    ),
    ("OF-06", "kommunal_gleich"): (VEREINBART[2], *geteilt(BUDGET - VEREINBART[2], 1, 1, 1)),
    ("OF-08", "frage"): (NEUER_BEITRAG,),
    ("OF-08", "nach_monaten"): (kaufmaennisch(NEUER_BEITRAG.cent * Fraction(6, 12)),),
    ("OF-08", "nach_tagen"): (
        kaufmaennisch(NEUER_BEITRAG.cent * Fraction(184, 365)),
        kaufmaennisch(NEUER_BEITRAG.cent * Fraction(184, 366)),
    ),
    ("OF-08", "voller_jahresbeitrag"): (NEUER_BEITRAG,),
    ("OF-16", "frage"): (ZAHLUNGEN[0], ZAHLUNGEN[2], AUSGABEN, REST),
    ("OF-16", "vereinbarter_schluessel"): (
        *geteilt(REST, *GRUENDER),
        ZAHLUNGEN[2] - geteilt(REST, *GRUENDER)[2],
    ),
    ("OF-16", "tatsaechliche_zahlungen"): geteilt(REST, *[zahlung.cent for zahlung in ZAHLUNGEN]),
    ("OF-16", "kosten_nach_schluessel"): (*KOSTEN, *AUSGLEICH[:2], -AUSGLEICH[2]),
    ("OF-16", "d"): (BUDGET - AUSGABEN, VEREINBART[2] - ZAHLUNGEN[2]),
    ("OF-18", "frage"): (BUDGET,),
    ("OF-18", "alte_fassung"): (euro(20_000), NEUER_BEITRAG, euro(20_000)),
    ("OF-18", "neue_fassung"): (NEUER_BEITRAG,),
    ("OF-18", "nach_monaten"): (kaufmaennisch((euro(20_000).cent + NEUER_BEITRAG.cent) * Fraction(6, 12)),),
    ("OF-18", "nach_tagen"): (
        kaufmaennisch(euro(20_000).cent * Fraction(181, 365) + NEUER_BEITRAG.cent * Fraction(184, 365)),
    ),
    ("OF-20", "frage"): (EIGENANTEILE, GESCHAEFTSBETRIEB),
    ("OF-20", "jahresbudget"): (BUDGET,),
    ("OF-20", "noch_freie_mittel"): (BUDGET - GESCHAEFTSBETRIEB,),
    ("OF-31", "a"): (BUDGET,),
    ("OF-32", "frage"): (
        HUNDERT,
        *aufrunden_ab_der_haelfte(HUNDERT, *GRUENDER),
        summe(aufrunden_ab_der_haelfte(HUNDERT, *GRUENDER)),
    ),
    ("OF-32", "groesster_rest"): (
        SECHS_CENT,
        *geteilt(SECHS_CENT, *GRUENDER),
        HUNDERT,
        *geteilt(HUNDERT, *GRUENDER),
    ),
    ("OF-32", "kaufmaennisch_letzter_gleicht_aus"): (
        SECHS_CENT,
        *geteilt(SECHS_CENT, *GRUENDER, konvention=KAUFMAENNISCH),
    ),
    ("OF-32", "abrunden_rest_bleibt"): (
        HUNDERT,
        *geteilt(HUNDERT, *GRUENDER, konvention=ABRUNDEN),
        HUNDERT - summe(geteilt(HUNDERT, *GRUENDER, konvention=ABRUNDEN)),
    ),
    ("OF-33", "frage"): (UEBERTRAG, NEUES_BUDGET, VERAUSGABT, UEBRIG),
    ("OF-33", "ein_topf"): geteilt(UEBRIG, *NEUE),
    ("OF-33", "juengste_zuerst"): (
        VOM_JAHR_ALLEIN,
        UEBERTRAG,
        *zusammen(geteilt(VOM_JAHR_ALLEIN, *NEUE), geteilt(UEBERTRAG, *GRUENDER, 0)),
    ),
    ("OF-33", "anteilig"): (
        JAHR_UEBRIG,
        UEBERTRAG_UEBRIG,
        *zusammen(geteilt(JAHR_UEBRIG, *NEUE), geteilt(UEBERTRAG_UEBRIG, *GRUENDER, 0)),
    ),
    ("OF-33", "verbleibt"): (UEBERTRAG, VOM_JAHR_ALLEIN),
    ("OF-38", "auswirkung"): (BUDGET - VEREINBART[0],),
}


def betraege_in(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d[\d.]*,\d\d €", text))


@pytest.mark.parametrize(("stelle", "betraege"), BEISPIELE.items(), ids=lambda wert: "-".join(map(str, wert)))
def test_jeder_betrag_eines_beispiels_ist_nachgerechnet(
    stelle: tuple[str, str], betraege: tuple[Geldbetrag, ...]
) -> None:
    kennung, name = stelle
    assert betraege_in(texte(frage(kennung))[name]) == tuple(str(betrag) for betrag in betraege)


def test_kein_betrag_steht_in_einem_text_ohne_nachgerechnet_zu_sein() -> None:
    mit_betrag = {
        (eintrag.kennung, name)
        for eintrag in FRAGEN
        for name, text in texte(eintrag).items()
        if re.search(r"€|\bEuro\b|\bEUR\b", text)
    }
    assert mit_betrag == set(BEISPIELE)


def test_im_beispiel_zur_rueckfuehrung_geht_jede_lesart_auf_den_cent_auf() -> None:
    assert summe(geteilt(REST, *GRUENDER)) == summe(geteilt(REST, 5, 5, 1)) == summe(AUSGLEICH) == REST
    assert AUSGLEICH[2] < NULL


def test_im_beispiel_zum_uebertrag_ist_immer_dasselbe_uebrig() -> None:
    for schluessel in ("ein_topf", "juengste_zuerst", "anteilig"):
        assert summe(BEISPIELE["OF-33", schluessel][-4:]) == UEBRIG
    vom_jahr_nach_altem_geld = NEUES_BUDGET - (VERAUSGABT - UEBERTRAG)
    assert geteilt(vom_jahr_nach_altem_geld, *NEUE) == BEISPIELE["OF-33", "ein_topf"]


def test_im_beispiel_zur_leistungsfaehigkeit_entscheidet_die_lesart() -> None:
    assert BUDGET - GESCHAEFTSBETRIEB < EIGENANTEILE < BUDGET


@pytest.mark.parametrize(
    ("kennung", "name", "beitraege", "verhaeltnis"),
    [
        ("OF-06", "additiv", (*VEREINBART, NEUER_BEITRAG), "5 : 5 : 2 : 3"),
        ("OF-09", "gewichtet_einfach", VEREINBART, "5 : 5 : 2"),
        ("OF-16", "vereinbarter_schluessel", VEREINBART, "5 : 5 : 2"),
        ("OF-16", "tatsaechliche_zahlungen", ZAHLUNGEN, "5 : 5 : 1"),
        ("OF-33", "frage", (*VEREINBART, NEUER_BEITRAG), "5 : 5 : 2 : 3"),
    ],
)
def test_die_genannten_schluessel_folgen_aus_den_betraegen(
    kennung: str, name: str, beitraege: tuple[Geldbetrag, ...], verhaeltnis: str
) -> None:
    assert str(Zahlungsschluessel(tuple((str(i), beitrag.cent) for i, beitrag in enumerate(beitraege)))) == verhaeltnis
    assert verhaeltnis in texte(frage(kennung))[name]


MONATE = {1: "Januar", 3: "März", 12: "Dezember"}


def tag_und_monat(tag: date) -> str:
    return f"{tag.day}. {MONATE[tag.month]}"


@pytest.mark.parametrize("lesart", [*Planungsfrist, *Berichtsfrist])
def test_die_beschreibung_einer_frist_endet_mit_dem_gerechneten_tag(lesart: Planungsfrist | Berichtsfrist) -> None:
    tag = planungstag(2018, lesart) if isinstance(lesart, Planungsfrist) else berichtstag(2018, lesart)
    eintrag = beschreibung(lesart)
    genannt = re.findall(r"\d+\. (?:Januar|März|Dezember)", f"{eintrag.titel}: {eintrag.bedeutung}")
    assert genannt[-1] == tag_und_monat(tag)
    assert ("Vorjahres" in eintrag.bedeutung) is (tag.year == 2017)
    assert ("Folgejahres" in eintrag.bedeutung) is (tag.year == 2019)


def test_gewichtete_mehrheit_der_gruender_ist_zwei_von_drei_und_zwei_drittel_braucht_die_ihk_nie() -> None:
    gewichte = dict(zip(BERICHT_2017.partner_kennungen, GRUENDER, strict=True))
    gruppen = [set(gruppe) for anzahl in range(4) for gruppe in combinations(gewichte, anzahl)]
    stimmen = {frozenset(gruppe): sum(gewichte[partner] for partner in gruppe) for gruppe in gruppen}
    assert sum(GRUENDER) == 12
    for gruppe in gruppen:
        assert (stimmen[frozenset(gruppe)] > 6) == (len(gruppe) >= 2)
        assert (stimmen[frozenset(gruppe)] >= 8) == (gruppe >= {"duesseldorf", "mettmann"})
    assert "mehr als 6 von 12" in beschreibung(frage("OF-09").auswahlen[0].lesart("gewichtet_einfach")).bedeutung
    assert "mindestens 8 von 12" in beschreibung(frage("OF-09").auswahlen[0].lesart("gewichtet_zwei_drittel")).bedeutung


def test_einzeln_gerundet_stimmt_die_summe_bei_der_haelfte_der_betraege_nicht() -> None:
    falsch = [cent for cent in range(12) if summe(aufrunden_ab_der_haelfte(Geldbetrag(cent), *GRUENDER)).cent != cent]
    assert len(falsch) == 12 // 2
    assert "bei der Hälfte aller Beträge nicht" in frage("OF-32").frage


def test_die_reihenfolge_entscheidet_den_restcent_in_fuenf_von_zwoelf_faellen() -> None:
    umgekehrt = Rechenkonvention(vorrang=("partner 2", "partner 1", "partner 0"))
    gleichstaende = [
        cent
        for cent in range(12)
        if geteilt(Geldbetrag(cent), *GRUENDER) != geteilt(Geldbetrag(cent), *GRUENDER, konvention=umgekehrt)
    ]
    assert f"in {len(gleichstaende)} von 12 Fällen" in frage("OF-32").empfehlung
