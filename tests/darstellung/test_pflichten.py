from datetime import date

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from ablauf.akten import ereignisse, tage
from darstellung.staende import (
    ABBERUFEN,
    BERICHT_2018,
    KOPF,
    OHNE_BILLIGUNG,
    PLANUNG_2018,
    RECHTZEITIG,
    SPAETE_PLANUNG,
    TEILS_GEZAHLT,
    am,
)
from kooperationsvertrag.ablauf.ereignis import Ereignis
from kooperationsvertrag.ablauf.pflicht import Frist, Pflicht, Pflichthandlung, Pflichtlage, Pflichtstatus
from kooperationsvertrag.ablauf.vertragsstand import Vertragsstand
from kooperationsvertrag.auslegung import Antwort, Auslegung, Variante
from kooperationsvertrag.darstellung.pflichten import (
    EMPFAENGER,
    PFLICHTSTATUS,
    ZULETZT,
    als_naechstes,
    lage_in_worten,
    pflichtblock,
    pflichtzeilen,
    stand_in_worten,
)
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.fall.einlesen import lies_fall
from kooperationsvertrag.fall.rechnung import stand_am
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import Abstimmung, Berichtsfrist, Planungsfrist, Pruefung
from strategien import auslegungen

BEITRAG = evolve(TEILS_GEZAHLT[0], datum=date(2018, 1, 1))
PARTNER, NAMEN = BERICHT_2017.partner_kennungen, KOPF.namen
WEGE: tuple[tuple[Antwort, ...], ...] = tuple(
    (("pruefung", pruefung), ("abstimmung", abstimmung)) for pruefung in Pruefung for abstimmung in Abstimmung
)


def tabelle(stand: Vertragsstand, jahr: int | None = 2018) -> str:
    gesucht = [pflicht for pflicht in stand.pflichten if pflicht.jahr == jahr]
    return als_text(pflichtblock(gesucht, PARTNER, NAMEN), breite=200)


def zeile(stand: Vertragsstand, anfang: str, jahr: int | None = 2018) -> str:
    """Die Zeile der Tabelle, die so beginnt; mehrere Leerzeichen trennen die Spalten."""
    [gefunden] = [eine.strip() for eine in tabelle(stand, jahr).splitlines() if eine.strip().startswith(anfang)]
    return " | ".join(teil.strip() for teil in gefunden.split("  ") if teil.strip())


def naechstes(stand: Vertragsstand) -> str:
    return " ".join(als_text(als_naechstes(stand.pflichten, stand.stichtag, PARTNER, NAMEN), breite=300).split())


def pflicht(*lagen: Variante[Pflichtlage], traeger: str = "ihk") -> Pflicht:
    return Pflicht(
        handlung=Pflichthandlung.BEITRAG_LEISTEN,
        jahr=2018,
        traeger=traeger,
        gegenueber="gemeinsames Budget",
        gegenstand="",
        normen=(normen.JAHRESBUDGET,),
        fragen=("OF-17",),
        lagen=lagen,
    )


def lage(status: Pflichtstatus, cent: int, *wege: tuple[Antwort, ...]) -> Variante[Pflichtlage]:
    return Variante(wege[0], wege, Pflichtlage(status, Frist(""), Geldbetrag(cent), Geldbetrag(cent)))


def test_jeder_stand_einer_pflicht_hat_ein_wort() -> None:
    assert set(PFLICHTSTATUS) == set(Pflichtstatus)


def test_was_fuer_alle_partner_gleich_ist_steht_in_einer_zeile() -> None:
    stand = am(date(2019, 4, 1), RECHTZEITIG)

    assert zeile(stand, "Beitrag leisten") == (
        "Beitrag leisten: alle Partner an das gemeinsame Budget (17-F1) | im Haushaltsjahr | erfüllt am 15.01.2018"
    )
    assert zeile(stand, "Personalkosten") == (
        "Personalkosten selbst tragen: alle Partner (17-F4) | im Haushaltsjahr | erfüllt"
    )
    assert zeile(stand, "Nicht verausgabte Mittel") == (
        "Nicht verausgabte Mittel zurückführen: Düsseldorf an alle Partner (17-F8) | nach der Prüfung | "
        "erfüllt am 01.03.2019"
    )


def test_wer_niemandem_gegenueber_steht_und_wer_wem_abordnet() -> None:
    stand = am(date(2019, 4, 1), RECHTZEITIG)

    assert zeile(stand, "Abschlussbericht prüfen") == (
        "Abschlussbericht prüfen: Aufsichtsgremium (17-F8) | nach dem Abschlussbericht | erfüllt am 14.02.2019"
    )
    assert zeile(stand, "Personal abordnen „Stelle 3“", None) == (
        "Personal abordnen „Stelle 3“: IHK an Düsseldorf (17-P2) | zu Beginn | erfüllt"
    )
    assert zeile(stand, "Rechenschaft ablegen: Geschäftsstelle", None) == (
        "Rechenschaft ablegen: Geschäftsstelle gegenüber dem Aufsichtsgremium (17-F5) | nicht bestimmt (OF-22) | "
        "unbestimmt (OF-22)"
    )


def test_gleiche_betraege_gelten_fuer_jeden_und_verschiedene_stehen_einzeln() -> None:
    stand = am(date(2018, 3, 1), [PLANUNG_2018])

    assert zeile(stand, "Beitrag leisten: Düsseldorf und Kreis Mettmann").endswith("offen, je 50.000,00 €")
    assert zeile(stand, "Beitrag leisten: IHK").endswith("offen, 20.000,00 €")


def test_teils_gezahltes_nennt_was_noch_fehlt() -> None:
    stand = am(date(2019, 3, 1), TEILS_GEZAHLT)

    assert zeile(stand, "Beitrag leisten: IHK").endswith("unbestimmt, noch 15.000,00 € von 20.000,00 € (OF-15, OF-17)")
    assert zeile(stand, "Zugesagten Eigenanteil zahlen") == (
        "Zugesagten Eigenanteil zahlen „Radweg“: gemeinsames Budget an den Fördergeber (17-F2) | "
        "nicht bestimmt (OF-19) | offen, noch 2.000,00 € von 3.000,00 €"
    )
    assert zeile(stand, "Personalkosten selbst tragen: Kreis Mettmann").endswith("verletzt")
    assert zeile(stand, "Personalkosten selbst tragen: Düsseldorf und IHK").endswith("erfüllt")
    assert zeile(stand, "Personalkosten erstatten").endswith("fällig, 700,00 €")


def test_duesseldorf_behaelt_den_eigenen_anteil() -> None:
    stand = am(date(2019, 4, 1), OHNE_BILLIGUNG, Auslegung.mit(Pruefung.VORNAHME_GENUEGT))

    assert "zurückführen: Düsseldorf, eigener Anteil (17-F8)" in tabelle(stand)


def test_kuenftiges_und_entfallenes_steht_am_ende() -> None:
    stand = am(date(2018, 3, 1), [PLANUNG_2018])
    zeilen = pflichtzeilen([p for p in stand.pflichten if p.jahr], PARTNER, NAMEN)
    ist_zuletzt = [eine.pflichten[0].status in ZULETZT for eine in zeilen]

    assert ist_zuletzt == sorted(ist_zuletzt)
    assert True in ist_zuletzt
    assert False in ist_zuletzt


def test_ein_kuenftiger_tag_steht_mit_der_lesart_aus_der_er_folgt() -> None:
    tage_des_berichts = tabelle(am(date(2018, 3, 1), [PLANUNG_2018]))

    assert "31.12.2018 (Bericht bis zum 31. Dezember)" in tage_des_berichts
    assert "31.03.2019 (Bericht kurz danach)" in tage_des_berichts
    gewaehlt = am(date(2018, 3, 1), [PLANUNG_2018], Auslegung.mit(Berichtsfrist.BIS_JAHRESENDE))
    assert zeile(gewaehlt, "Abschlussbericht erstellen").endswith("31.12.2018 (Bericht bis zum 31. Dezember) | künftig")


def test_ist_rechtzeitig_geleistet_genuegt_die_ordnung_in_worten() -> None:
    stand = am(date(2019, 4, 1), RECHTZEITIG)

    assert zeile(stand, "Jahres- und Finanzplanung erstellen").endswith(
        "zu Beginn des Haushaltsjahres | erfüllt am 20.12.2017"
    )
    gewaehlt = am(date(2019, 4, 1), [SPAETE_PLANUNG], Auslegung.mit(Planungsfrist.IM_ERSTEN_MONAT))
    assert zeile(gewaehlt, "Jahres- und Finanzplanung erstellen").endswith(
        "31.01.2018 (Planung im ersten Monat) | verspätet erfüllt am 12.02.2018"
    )


def test_wo_lesarten_auseinandergehen_steht_jede_mit_tag_stand_und_zeile() -> None:
    text = tabelle(am(date(2018, 3, 1), [SPAETE_PLANUNG]))

    assert "unbestimmt, je nach Lesart" in text
    assert "Jahres- und Finanzplanung erstellen (Geschäftsstelle), je nach Lesart:" in text
    assert [
        [teil.strip() for teil in eine.split("  ") if teil.strip()]
        for eine in text.splitlines()
        if "planungsfrist" in eine
    ] == [
        ["verspätet erfüllt am 12.02.2018", "31.12.2017", 'planungsfrist = "vor_jahresbeginn"'],
        ["01.01.2018", 'planungsfrist = "am_ersten_tag"'],
        ["31.01.2018", 'planungsfrist = "im_ersten_monat"'],
        ["erfüllt am 12.02.2018", "31.03.2018", 'planungsfrist = "im_ersten_vierteljahr"'],
    ]


def test_betraege_je_partner_stehen_unter_jeder_lesart_einzeln() -> None:
    text = tabelle(am(date(2019, 4, 1), OHNE_BILLIGUNG))

    assert "Nicht verausgabte Mittel zurückführen (Düsseldorf an alle Partner), je nach Lesart:" in text
    assert "Düsseldorf: erfüllt am 01.03.2019" in text
    assert "IHK: fällig, 5.000,00 €" in text
    assert 'pruefung = "billigung_noetig"' in text
    assert "Letzter Tag" not in text


def test_auch_wo_nur_der_betrag_von_der_lesart_abhaengt_ist_das_gesagt() -> None:
    eine = pflicht(
        lage(Pflichtstatus.FAELLIG, 100, WEGE[0]), lage(Pflichtstatus.FAELLIG, 200, WEGE[1]), traeger="mettmann"
    )

    assert stand_in_worten(eine) == "fällig, Betrag je nach Lesart"


def test_fuehren_mehrere_wege_zum_selben_stand_sind_die_ersten_genannt() -> None:
    eine = pflicht(lage(Pflichtstatus.FAELLIG, 100, *WEGE[:6]), lage(Pflichtstatus.ERFUELLT, 0, WEGE[6]))
    text = als_text(pflichtblock([eine], PARTNER, NAMEN), breite=200)

    assert 'oder pruefung = "vornahme_genuegt"; abstimmung = "mehrheit"' in text
    assert "oder 1 weitere Verbindungen" in text


def test_mehr_als_acht_staende_werden_gezaehlt_und_nicht_gezeigt() -> None:
    wege = [(("rundungsvorrang", (f"p{nummer}",)),) for nummer in range(10)]
    viele = pflicht(*[lage(Pflichtstatus.FAELLIG, nummer + 1, weg) for nummer, weg in enumerate(wege)])
    text = als_text(pflichtblock([viele], PARTNER, NAMEN), breite=200)

    assert 'rundungsvorrang = ["p7"]' in text
    assert "p8" not in text
    assert "Gezeigt sind 8 von 10 Ständen." in text


def test_ein_beglichener_betrag_steht_nicht_mehr_da() -> None:
    assert lage_in_worten(Pflichtlage(Pflichtstatus.ERFUELLT, Frist(""), Geldbetrag(100), NULL)) == "erfüllt"


# Als Nächstes


def test_als_naechstes_kommt_was_faellig_ist() -> None:
    stand = am(date(2019, 1, 5), [PLANUNG_2018, BERICHT_2018])

    assert naechstes(stand) == "Fällig Haushaltsjahr 2018: Abschlussbericht prüfen (Aufsichtsgremium)"


def test_ueberfaelliges_steht_vor_faelligem() -> None:
    text = naechstes(am(date(2019, 1, 5), [BERICHT_2018]))

    assert text.index("Überfällig Haushaltsjahr 2018: Jahres- und") < text.index("Fällig Haushaltsjahr 2018")


def test_ist_nichts_faellig_kommt_der_naechste_tag_mit_seiner_lesart() -> None:
    assert naechstes(am(date(2018, 3, 1), RECHTZEITIG)) == (
        "Bis 31.12.2018 Haushaltsjahr 2018: Abschlussbericht erstellen (Geschäftsstelle), nach der Lesart "
        "„Bericht bis zum 31. Dezember“"
    )


def test_was_nur_nach_einer_lesart_faellig_ist_heisst_so_und_der_naechste_tag_steht_dabei() -> None:
    assert naechstes(am(date(2018, 1, 1), [BEITRAG])) == (
        "Je nach Lesart überfällig oder fällig Haushaltsjahr 2018: Jahres- und Finanzplanung erstellen "
        "(Geschäftsstelle) Bis 31.01.2018 Haushaltsjahr 2018: Jahres- und Finanzplanung erstellen (Geschäftsstelle), "
        "nach der Lesart „Planung im ersten Monat“"
    )


def test_ist_nichts_erfasst_so_steht_nichts_an() -> None:
    assert naechstes(am(date(2018, 1, 1), [])) == (
        "Nichts ist fällig, und keine Lesart ergibt einen Tag, der noch kommt."
    )


KURZ = b"""
fassung = "bericht-2017"
[[haushaltsjahr]]
jahr = 2018
eingezahlt = "wie vereinbart"
verausgabt = "43.417,55"
"""


@pytest.mark.parametrize(
    ("tag", "frist", "lesart"),
    [
        (date(2019, 3, 31), "31.03.2019", "Bericht kurz danach"),
        (date(2019, 4, 1), "31.12.2019", "Bericht mit dem Jahresabschluss Düsseldorfs"),
    ],
)
def test_ist_nicht_angegeben_ob_etwas_geschah_so_steht_der_tag_trotzdem_da(tag: date, frist: str, lesart: str) -> None:
    assert naechstes(stand_am(lies_fall(KURZ), tag)) == (
        f"Bis {frist} Haushaltsjahr 2018: Abschlussbericht erstellen (Geschäftsstelle), nach der Lesart „{lesart}“; "
        "ob es geschehen ist, ist nicht angegeben"
    )


# Für jede Akte


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(akte=ereignisse(), tag=tage, auslegung=auslegungen)
def test_jede_pflicht_gehoert_zu_genau_einer_zeile(akte: tuple[Ereignis, ...], tag: date, auslegung: Auslegung) -> None:
    pflichten = am(tag, akte, auslegung).pflichten
    in_zeilen = [eine for zeile in pflichtzeilen(pflichten, PARTNER, NAMEN) for eine in zeile.pflichten]

    assert sorted(map(id, in_zeilen)) == sorted(map(id, pflichten))
    assert {p.gegenueber for p in pflichten} <= {"", *EMPFAENGER, *NAMEN}


def test_jeder_empfaenger_ist_belegt() -> None:
    stand = am(date(2019, 3, 1), [*TEILS_GEZAHLT, *ABBERUFEN])

    assert {p.gegenueber for p in stand.pflichten} >= set(EMPFAENGER) - {"Vertragspartner"}


@pytest.mark.parametrize("breite", [60, 100])
def test_die_tabelle_laesst_sich_in_jeder_breite_setzen(breite: int) -> None:
    stand = am(date(2019, 3, 1), TEILS_GEZAHLT)

    assert "überfällig" in als_text(pflichtblock(stand.pflichten, PARTNER, NAMEN), breite=breite)
