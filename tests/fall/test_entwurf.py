"""Entwürfe: was ein Entwurf nennt, gilt; was er nicht nennt, bleibt."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from fall.entwurfsdateien import BEISPIEL, ERSTER, KOPF, MIT_ERSTEM, REGELUNGEN, VOLL, ZWEITER, entwurf
from fall.veraendern import anders
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung
from kooperationsvertrag.fall.entwurf import NORM_DER_FUNKTION, lade_entwurf
from kooperationsvertrag.fall.probleme import EingabeError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import (
    BERICHT_2017,
    Funktion,
    Gueltigkeit,
    Klausel,
    Regelung,
    Sitz,
    Stelle,
)
from kooperationsvertrag.vertrag.geregelt import geregelte_konvention, geregelte_lesarten
from kooperationsvertrag.vertrag.lesarten import Rueckfuehrungsbasis
from kooperationsvertrag.vertrag.partner import DUESSELDORF, METTMANN, Partner, Rechtsform

NEUSS = Partner("rhein-kreis-neuss", "Rhein-Kreis Neuss", "Neuss", Rechtsform.KREIS, "Kreistag des Rhein-Kreises Neuss")


def test_wer_nichts_aendert_hat_dieselben_bestimmungen() -> None:
    erwartet = evolve(
        BERICHT_2017,
        kennung="entwurf-2027",
        bezeichnung="Entwurf 2027",
        grundlage=f"Entwurf, aufbauend auf: {BERICHT_2017.grundlage}",
    )
    assert entwurf(KOPF) == erwartet
    assert entwurf("format = 1\n" + KOPF) == erwartet


def test_eigene_grundlage() -> None:
    assert entwurf(KOPF + 'grundlage = "  Vorlage vom Mai "').grundlage == "Vorlage vom Mai"


def test_partner_beitraege_und_abordnung() -> None:
    assert ERSTER.partner == (DUESSELDORF, METTMANN, NEUSS)
    assert [(partner, betrag.cent) for partner, betrag in ERSTER.beitraege.items()] == [
        ("duesseldorf", 5_000_000),
        ("mettmann", 5_000_000),
        ("rhein-kreis-neuss", 3_000_000),
    ]
    assert ERSTER.sitz_der_abordnung == "mettmann"


def test_beitraege_stehen_in_der_reihenfolge_der_partner_auch_wenn_die_datei_sie_anders_nennt() -> None:
    text = KOPF + "[beitraege]\nihk = 1\nmettmann = 2\nduesseldorf = 3\n"
    assert tuple(entwurf(text).beitraege) == ("duesseldorf", "mettmann", "ihk")
    assert entwurf(text).beitraege["ihk"] == Geldbetrag.aus_euro(1)


def test_stellen_und_sitze_ersetzen_die_bisherigen() -> None:
    assert ERSTER.stellen == (
        Stelle("duesseldorf", Funktion.LEITUNG, normen.LEITUNG_UND_STELLVERTRETUNG),
        Stelle("rhein-kreis-neuss", Funktion.STELLVERTRETUNG, normen.LEITUNG_UND_STELLVERTRETUNG),
    )
    assert ERSTER.aufsichtsgremium == (
        Sitz("duesseldorf", "Oberbürgermeister der Landeshauptstadt Düsseldorf"),
        Sitz("rhein-kreis-neuss", "Landrat des Rhein-Kreises Neuss"),
    )


def test_leere_listen_heissen_keine_stellen_und_keine_sitze() -> None:
    fassung = entwurf(KOPF + "stelle = []\nsitz = []\n")
    assert (fassung.stellen, fassung.aufsichtsgremium) == ((), ())


def test_zu_jeder_funktion_gibt_es_den_satz_der_sie_zuweist() -> None:
    assert NORM_DER_FUNKTION.keys() == set(Funktion)


def test_klauseln_regelungen_und_entfallene_saetze() -> None:
    assert ERSTER.klauseln == (
        Klausel("§ 7 Abs. 2", "Zurückgeführt wird nach den Zahlungen des Jahres.", ("17-F8",)),
        Klausel("§ 8", "Die Cent gehen nach dem größten Rest."),
    )
    assert ERSTER.geregelt == (
        Regelung("rueckfuehrungsbasis", "tatsaechliche_zahlungen", "§ 7 Abs. 2"),
        Regelung("rundung", "groesster_rest", "§ 8"),
        Regelung("rundungsvorrang", ("rhein-kreis-neuss", "duesseldorf")),
    )
    assert ERSTER.entfallen == ("17-F3",)


def test_was_der_entwurf_regelt_gilt_beim_rechnen() -> None:
    assert geregelte_lesarten(ERSTER) == (("rueckfuehrungsbasis", Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN),)
    assert geregelte_konvention(ERSTER) == Rechenkonvention(
        Rundung.GROESSTER_REST, ("rhein-kreis-neuss", "duesseldorf")
    )


def test_vertragsreihenfolge_als_vorrang() -> None:
    text = anders(VOLL, '["rhein-kreis-neuss", "duesseldorf"]', '"vertragsreihenfolge"')
    assert entwurf(text).geregelt[2] == Regelung("rundungsvorrang", ())


@pytest.mark.parametrize(
    ("angabe", "erwartet"),
    [
        ("", Gueltigkeit()),
        ("gueltig_ab = 2027-01-01", Gueltigkeit(date(2027, 1, 1))),
        ('gueltig_bei = "Unterzeichnung"', Gueltigkeit(None, "Unterzeichnung")),
    ],
    ids=["nicht_bestimmt", "tag", "ereignis"],
)
def test_ab_wann_er_gilt(angabe: str, erwartet: Gueltigkeit) -> None:
    assert entwurf(KOPF + angabe).gueltigkeit == erwartet


def test_wer_ausscheidet_nimmt_beitrag_stelle_und_sitz_mit() -> None:
    fassung = entwurf(KOPF + 'ausgeschieden = ["ihk"]\njahresbudget = "100.000"')
    assert fassung.partner == (DUESSELDORF, METTMANN)
    assert fassung.beitraege.summe == Geldbetrag.aus_euro(100_000)
    assert fassung.stellen == BERICHT_2017.stellen[:2]
    assert fassung.aufsichtsgremium == BERICHT_2017.aufsichtsgremium[:2]


def test_scheidet_der_sitz_der_abordnung_aus_so_nennt_der_entwurf_einen_neuen() -> None:
    fassung = entwurf(KOPF + 'ausgeschieden = ["duesseldorf"]\nsitz_der_abordnung = "ihk"')
    assert (fassung.sitz_der_abordnung, fassung.partner_kennungen) == ("ihk", ("mettmann", "ihk"))


def test_ein_partner_mit_neuem_namen_scheidet_aus_und_steht_neu_da() -> None:
    text = 'ausgeschieden = ["mettmann"]\n[beitraege]\nduesseldorf = 1\nihk = 1\nmettmann = 1\n'
    text += '[[partner]]\nkennung = "mettmann"\nname = "Kreis Mettmann"\nrechtsform = "zweckverband"\n'
    fassung = entwurf(KOPF + text)
    assert fassung.partner_kennungen == ("duesseldorf", "ihk", "mettmann")
    assert fassung.partner[2] == Partner("mettmann", "Kreis Mettmann", "Kreis Mettmann", Rechtsform.ZWECKVERBAND, "")
    assert [stelle.partner for stelle in fassung.stellen] == ["duesseldorf", "ihk"]


def test_eine_gemeinde_nennt_ihren_kreis() -> None:
    text = anders(VOLL, '"kreis"', '"kreisangehoerige_gemeinde"').replace('kreis = ""', 'kreis = "Kreis X"')
    assert entwurf(text).partner[2].kreis == "Kreis X"


def test_der_text_einer_klausel_darf_ueber_mehrere_zeilen_gehen() -> None:
    text = anders(VOLL, '"Die Cent gehen nach dem größten Rest."', '"""\nDie Cent gehen\n\n\tnach dem Rest.\n"""')
    assert entwurf(text).klauseln[1].text == "Die Cent gehen nach dem Rest."


class TestEntwurfAufEntwurf:
    def test_was_er_nicht_nennt_bleibt_wie_im_ersten(self) -> None:
        fassung = entwurf(ZWEITER, MIT_ERSTEM)
        unveraendert = evolve(
            ERSTER,
            kennung="entwurf-2028",
            bezeichnung="Entwurf 2028",
            grundlage=f"Entwurf, aufbauend auf: {ERSTER.grundlage}",
            gueltigkeit=Gueltigkeit(),
        )
        assert fassung == unveraendert

    def test_was_er_nennt_kommt_dazu(self) -> None:
        text = 'entfallen = ["17-F4"]\n[[klausel]]\nkennung = "§ 9"\ntext = "Es gilt die Mehrheit."\n'
        text += '[[regelung]]\nfrage = "abstimmung"\nantwort = "mehrheit"\nklausel = "§ 9"\n'
        fassung = entwurf(ZWEITER + text, MIT_ERSTEM)
        assert fassung.entfallen == ("17-F3", "17-F4")
        assert fassung.klauseln == (*ERSTER.klauseln, Klausel("§ 9", "Es gilt die Mehrheit."))
        assert fassung.geregelt == (*ERSTER.geregelt, Regelung("abstimmung", "mehrheit", "§ 9"))

    def test_dieselbe_frage_neu_geregelt_ersetzt_die_alte_antwort(self) -> None:
        text = '[[regelung]]\nfrage = "rundung"\nantwort = "abrunden_rest_bleibt"\nklausel = "§ 7 Abs. 2"\n'
        geregelt = entwurf(ZWEITER + text, MIT_ERSTEM).geregelt
        assert geregelt == (
            ERSTER.geregelt[0],
            Regelung("rundung", "abrunden_rest_bleibt", "§ 7 Abs. 2"),
            ERSTER.geregelt[2],
        )

    def test_vorrang_neu_geregelt_wo_ein_genannter_ausscheidet(self) -> None:
        text = (
            'ausgeschieden = ["rhein-kreis-neuss"]\n[[regelung]]\nfrage = "rundungsvorrang"\nantwort = ["mettmann"]\n'
        )
        assert entwurf(ZWEITER + text, MIT_ERSTEM).geregelt[2].antwort == ("mettmann",)

    def test_vorrang_allein_geregelt_wo_die_grundlage_die_rundung_regelt(self) -> None:
        text = '[[regelung]]\nfrage = "rundungsvorrang"\nantwort = "vertragsreihenfolge"\n'
        assert entwurf(ZWEITER + text, MIT_ERSTEM).geregelt[1:] == (
            ERSTER.geregelt[1],
            Regelung("rundungsvorrang", ()),
        )


class TestDateien:
    def test_das_beispiel(self) -> None:
        fassung = lade_entwurf(BEISPIEL)
        assert fassung.beitraege.summe == Geldbetrag.aus_euro(150_000)
        assert fassung.partner_kennungen == ("duesseldorf", "mettmann", "ihk", "rhein-kreis-neuss")
        assert [regelung.frage for regelung in fassung.geregelt] == ["rueckfuehrungsbasis", "rundung", "abstimmung"]
        assert "nicht der unterzeichnete Vertrag" in fassung.grundlage

    def test_das_beispiel_sagt_dass_es_erfunden_ist(self) -> None:
        assert "erfunden" in BEISPIEL.read_text(encoding="utf-8")
        assert "Gedankenspiel" in lade_entwurf(BEISPIEL).bezeichnung

    def test_mit_weiteren_fassungen(self, tmp_path: Path) -> None:
        (tmp_path / "zweiter.toml").write_text(ZWEITER, encoding="utf-8")
        assert lade_entwurf(tmp_path / "zweiter.toml", MIT_ERSTEM).partner == ERSTER.partner

    def test_gibt_es_nicht(self, tmp_path: Path) -> None:
        with pytest.raises(EingabeError, match="gibt es nicht"):
            lade_entwurf(tmp_path / "fehlt.toml")


def test_die_reihenfolge_der_regelungen_ist_die_der_datei() -> None:
    umgekehrt = "[[regelung]]".join(["", *reversed(REGELUNGEN.split("[[regelung]]")[1:])])
    assert entwurf(anders(VOLL, REGELUNGEN, umgekehrt)).geregelt == ERSTER.geregelt[::-1]
