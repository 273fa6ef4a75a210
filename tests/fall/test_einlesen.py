"""Gute Falldateien: was aus ihnen wird."""

from __future__ import annotations

from datetime import date

import pytest

from fall.falldateien import ANFANGSBESTAND, AUSFUEHRLICH, AUSLEGUNG, BEITRITT, EINFACH, JAHR, KOPF
from kooperationsvertrag.ablauf.ergebnis import OffeneKonvention
from kooperationsvertrag.ablauf.haushaltsjahr import (
    Aufzeichnung,
    Haushaltsjahr,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlweise,
)
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Auslegung, Lesart
from kooperationsvertrag.fall import einlesen
from kooperationsvertrag.fall.einlesen import Fall, lies_fall
from kooperationsvertrag.fall.probleme import EingabeError
from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.gremien import Stimmabgabe
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag import lesarten
from kooperationsvertrag.vertrag.buchung import (
    Ausgabe,
    Ausgabenart,
    Einnahme,
    Einnahmenart,
    Einzahlung,
    Zusatzmittel,
)
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.partner import Rechtsform


def lies(text: str) -> Fall:
    return lies_fall(text.encode())


def test_einfaches_jahr_braucht_vier_angaben() -> None:
    fall = lies(EINFACH)
    ausgabe = Ausgabe("Ausgaben des Jahres", Ausgabenart.NICHT_GEGLIEDERT, Geldbetrag(4341755))
    assert fall.titel == "Haushaltsjahr 2018"
    assert fall.aufzeichnung == Aufzeichnung(BERICHT_2017, (Haushaltsjahr(2018, Zahlweise.WIE_VEREINBART, (ausgabe,)),))
    assert fall.auslegung == Auslegung()
    assert fall.konvention == Rechenkonvention()


def test_ausfuehrliche_datei_kommt_ganz_an() -> None:
    fall = lies(AUSFUEHRLICH)
    (jahr,) = fall.aufzeichnung.haushaltsjahre
    assert jahr == Haushaltsjahr(
        jahr=2018,
        eingezahlt=(
            Einzahlung("duesseldorf", Geldbetrag(5_000_000), date(2018, 1, 15)),
            Einzahlung("ihk", Geldbetrag(2_000_000)),
        ),
        ausgaben=(
            Ausgabe("Standortkongress", Ausgabenart.VERANSTALTUNG, Geldbetrag(4341755), date(2018, 6, 8)),
            Ausgabe("Sachbearbeitung", Ausgabenart.PERSONALKOSTEN, Geldbetrag(100_000), partner="duesseldorf"),
        ),
        einnahmen=(Einnahme("Rückzahlung Saalmiete", Einnahmenart.RUECKERSTATTUNG, Geldbetrag(12_000)),),
        zusatzmittel=(Zusatzmittel("duesseldorf", Geldbetrag(1_000_000), "Rat 2018-05-03"),),
        planung_erstellt=date(2018, 1, 12),
        abschlussbericht_erstellt=date(2018, 12, 28),
        geprueft=date(2019, 2, 14),
        pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
        uebertragung=Uebertragungsbeschluss(
            Uebertragungsumfang.ALLES,
            date(2019, 2, 14),
            Stimmabgabe(ja=("duesseldorf", "mettmann"), enthaltung=("ihk",)),
        ),
    )
    schluessel = Zahlungsschluessel((("duesseldorf", 5), ("mettmann", 5), ("ihk", 2)))
    assert fall.aufzeichnung.anfangsbestand == (Schicht(2017, Geldbetrag(1_200_000), schluessel),)
    assert fall.aufzeichnung.beitritte == (
        Beitrittsantrag(
            kennung="rhein-kreis-neuss",
            name="Rhein-Kreis Neuss",
            rechtsform=Rechtsform.KREIS,
            beitrag=Geldbetrag(3_000_000),
            zum=date(2026, 1, 1),
            foerderlich=True,
            begruendung="grenzt an",
            zustimmung=("duesseldorf", "mettmann", "ihk", "aufsichtsgremium"),
        ),
    )
    assert fall.auslegung == Auslegung.mit(lesarten.Abstimmung.EINSTIMMIG)


def test_nichts_ausgegeben_ist_eine_null() -> None:
    assert lies(EINFACH.replace("43.417,55", "0")).aufzeichnung.haushaltsjahre[0].ausgaben == ()


def test_leere_listen_heissen_es_gab_keine() -> None:
    (jahr,) = lies(f"{KOPF}[[haushaltsjahr]]\njahr = 2018\neinzahlung = []\nausgabe = []").aufzeichnung.haushaltsjahre
    assert (jahr.eingezahlt, jahr.ausgaben) == ((), ())


def test_titel_darf_fehlen() -> None:
    assert lies(EINFACH.partition("\n")[2]).titel == "Ohne Titel"


def test_mehrere_jahre_ohne_luecke() -> None:
    fall = lies(EINFACH + JAHR.replace("2018", "2019"))
    assert [jahr.jahr for jahr in fall.aufzeichnung.haushaltsjahre] == [2018, 2019]


def test_schluessel_der_fassung_wo_keiner_genannt_ist() -> None:
    zeile = "schluessel = { ihk = 2, duesseldorf = 5, mettmann = 5 }"
    (schicht,) = lies(EINFACH + ANFANGSBESTAND.replace(zeile, "")).aufzeichnung.anfangsbestand
    assert schicht.schluessel == Zahlungsschluessel.aus_betraegen(BERICHT_2017.beitraege)


def test_beitritte_nach_dem_tag_geordnet() -> None:
    zweiter = BEITRITT.replace("rhein-kreis-neuss", "viersen").replace("2026-01-01", "2025-07-01")
    beitritte = lies(EINFACH + BEITRITT + zweiter).aufzeichnung.beitritte
    assert [antrag.kennung for antrag in beitritte] == ["viersen", "rhein-kreis-neuss"]


def test_beitritt_noch_nicht_beurteilt_und_eine_gemeinde_mit_ihrem_kreis() -> None:
    text = BEITRITT.replace("foerderlich = true\n", "").replace('"grenzt an"', '""')
    text = text.replace('"kreis"\nkreis = ""', '"kreisangehoerige_gemeinde"\nkreis = "Kreis Mettmann"')
    (antrag,) = lies(EINFACH + text).aufzeichnung.beitritte
    assert (antrag.foerderlich, antrag.begruendung, antrag.kreis) == (None, "", "Kreis Mettmann")


def test_neuer_partner_bucht_ab_dem_jahr_seines_beitritts_und_stimmt_ab_seinem_tag() -> None:
    jahr = """
[[haushaltsjahr]]
jahr = 2026
verausgabt = 0
einzahlung = [{ partner = "rhein-kreis-neuss", betrag = 1 }]
[haushaltsjahr.uebertragung]
betrag = "1.000,50"
datum = 2026-12-31
ja = ["rhein-kreis-neuss"]
"""
    beschluss = lies(KOPF + jahr + BEITRITT).aufzeichnung.haushaltsjahre[0].uebertragung
    assert beschluss
    assert beschluss.betrag == Geldbetrag(100_050)
    assert beschluss.stimmen.ja == ("rhein-kreis-neuss",)


def test_einstimmig_statt_der_listen() -> None:
    zeilen = "[haushaltsjahr.uebertragung]\nbetrag = 5\ndatum = 2019-01-01\neinstimmig = true"
    beschluss = lies(EINFACH + zeilen).aufzeichnung.haushaltsjahre[0].uebertragung
    assert beschluss
    assert beschluss.stimmen == Stimmabgabe(einstimmig=True)


@pytest.mark.parametrize(
    ("zeilen", "konvention"),
    [
        ('rundungsvorrang = "vertragsreihenfolge"', Rechenkonvention()),
        ('rundungsvorrang = ["ihk"]', Rechenkonvention(vorrang=("ihk",))),
        ('rundung = "abrunden_rest_bleibt"', Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT)),
        ('rundung = "offen"', OffeneKonvention()),
        ('rundung = "offen"\nrundungsvorrang = "vertragsreihenfolge"', OffeneKonvention(())),
        ('rundung = "offen"\nrundungsvorrang = ["ihk"]', OffeneKonvention(("ihk",))),
    ],
)
def test_rechenkonvention(zeilen: str, konvention: Rechenkonvention | OffeneKonvention) -> None:
    fall = lies(EINFACH + "[auslegung]\n" + zeilen)
    assert fall.konvention == konvention
    assert fall.auslegung == Auslegung()


@pytest.mark.parametrize("frage", lesarten.AUSLEGUNGSFRAGEN, ids=lambda frage: frage.frage())
def test_jede_lesart_ist_waehlbar(frage: type[Lesart]) -> None:
    for lesart in frage:
        fall = lies(f'{EINFACH}[auslegung]\n{frage.frage()} = "{lesart}"')
        assert fall.auslegung.lesart(frage) is lesart


def test_marke_und_zeilenenden_aendern_weder_fall_noch_fingerabdruck() -> None:
    windows = AUSFUEHRLICH.replace("\n", "\r\n").encode()
    assert lies_fall(windows) == lies_fall(b"\xef\xbb\xbf" + windows) == lies(AUSFUEHRLICH)


def test_fingerabdruck_haengt_am_text() -> None:
    assert lies(EINFACH).fingerabdruck.startswith("sha256:")
    assert lies(EINFACH).fingerabdruck != lies(EINFACH + "\n").fingerabdruck


def test_auslegung_ohne_angaben() -> None:
    assert lies(EINFACH + AUSLEGUNG.partition("]")[0] + "]").auslegung == Auslegung()


def test_was_erst_ein_datensatz_ablehnt_wird_auch_ein_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def lehnt_ab(*_angaben: object) -> None:
        raise KooperationsvertragError("Das geht nicht.")

    monkeypatch.setattr(einlesen, "_fall", lehnt_ab)
    with pytest.raises(EingabeError, match="Das geht nicht"):
        lies(EINFACH)


def test_was_nur_ein_datensatz_ablehnt_steht_bei_seiner_tabelle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kooperationsvertrag.fall.zusammenhang._wessen_personal", lambda *_: ())
    with pytest.raises(EingabeError) as fehler:
        lies(AUSFUEHRLICH.replace('"personalkosten"', '"projekt"'))
    assert [problem.stelle for problem in fehler.value.probleme] == ["haushaltsjahr[0].ausgabe[1]"]
