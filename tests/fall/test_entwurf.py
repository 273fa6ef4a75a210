"""Entwürfe: was ein Entwurf nennt, gilt; was er nicht nennt, bleibt."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from fall.entwurfsdateien import BEISPIEL, ERSTER, KOPF, MIT_ERSTEM, REGELUNGEN, VOLL, ZWEITER, entwurf
from fall.veraendern import anders
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung
from kooperationsvertrag.fall.einlesen import lade_fall
from kooperationsvertrag.fall.entwurf import (
    EINGEBAUT,
    LAENGSTE_KETTE,
    NORM_DER_FUNKTION,
    lade_entwurf,
    lade_fassung,
    lies_entwurf,
)
from kooperationsvertrag.fall.entwurf_als_toml import entwurf_als_toml
from kooperationsvertrag.fall.probleme import EingabeError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.revision.fassungsvergleich import vergleiche
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


NEUER_SATZ_8 = '[[klausel]]\nkennung = "§ 8"\ntext = "Abgerundet wird."\nersetzt = ["§ 8"]\n'
NEUE_RUNDUNG = '[[regelung]]\nfrage = "rundung"\nantwort = "abrunden_rest_bleibt"\nklausel = "§ 8"\n'


class TestKlauselnDerGrundlageFallenWeg:
    def test_eine_klausel_mit_neuem_wortlaut_ersetzt_die_alte_gleichen_namens(self) -> None:
        fassung = entwurf(ZWEITER + NEUER_SATZ_8 + NEUE_RUNDUNG, MIT_ERSTEM)
        assert fassung.klauseln == (ERSTER.klauseln[0], Klausel("§ 8", "Abgerundet wird."))
        assert fassung.geregelt[1] == Regelung("rundung", "abrunden_rest_bleibt", "§ 8")

    def test_die_neue_klausel_tritt_auch_an_die_stelle_der_saetze_die_die_alte_ersetzt_hat(self) -> None:
        text = '[[klausel]]\nkennung = "§ 9"\ntext = "Der Rest verfällt."\nersetzt = ["17-F4", "§ 7 Abs. 2", "17-F8"]\n'
        fassung = entwurf(ZWEITER + 'wieder_offen = ["rueckfuehrungsbasis"]\n' + text, MIT_ERSTEM)
        assert fassung.klauseln == (ERSTER.klauseln[1], Klausel("§ 9", "Der Rest verfällt.", ("17-F4", "17-F8")))
        assert [regelung.frage for regelung in fassung.geregelt] == ["rundung", "rundungsvorrang"]

    def test_zwei_neue_klauseln_teilen_sich_die_stelle_einer_alten(self) -> None:
        text = NEUER_SATZ_8 + NEUER_SATZ_8.replace('kennung = "§ 8"', 'kennung = "§ 8a"') + NEUE_RUNDUNG
        assert [klausel.kennung for klausel in entwurf(ZWEITER + text, MIT_ERSTEM).klauseln] == [
            "§ 7 Abs. 2",
            "§ 8",
            "§ 8a",
        ]

    @pytest.mark.parametrize(
        ("satz", "entfallen"),
        [('wieder_geltend = ["17-F8"]', ("17-F3",)), ('entfallen = ["§ 7 Abs. 2", "17-F8"]', ("17-F3", "17-F8"))],
        ids=["satz_gilt_wieder", "satz_entfaellt_auch"],
    )
    def test_eine_klausel_entfaellt_ersatzlos(self, satz: str, entfallen: tuple[str, ...]) -> None:
        text = satz if satz.startswith("entfallen") else f'entfallen = ["§ 7 Abs. 2"]\n{satz}'
        fassung = entwurf(f'{ZWEITER}{text}\nwieder_offen = ["rueckfuehrungsbasis"]\n', MIT_ERSTEM)
        assert fassung.klauseln == ERSTER.klauseln[1:]
        assert fassung.entfallen == entfallen
        assert fassung.geregelt == ERSTER.geregelt[1:]

    def test_ein_entfallener_satz_gilt_wieder(self) -> None:
        assert entwurf(ZWEITER + 'wieder_geltend = ["17-F3"]', MIT_ERSTEM).entfallen == ()

    def test_eine_frage_ist_wieder_offen_auch_wo_keine_klausel_wegfaellt(self) -> None:
        fassung = entwurf(ZWEITER + 'wieder_offen = ["rundung", "rundungsvorrang"]', MIT_ERSTEM)
        assert (fassung.klauseln, fassung.geregelt) == (ERSTER.klauseln, ERSTER.geregelt[:1])

    def test_ist_der_vorrang_wieder_offen_so_darf_ausscheiden_wen_er_nennt(self) -> None:
        text = 'ausgeschieden = ["rhein-kreis-neuss"]\nwieder_offen = ["rundungsvorrang"]'
        assert entwurf(ZWEITER + text, MIT_ERSTEM).geregelt == ERSTER.geregelt[:2]

    def test_der_vergleich_zeigt_was_weggefallen_ersetzt_und_wieder_offen_ist(self) -> None:
        text = (
            'entfallen = ["§ 7 Abs. 2"]\nwieder_geltend = ["17-F3", "17-F8"]\nwieder_offen = ["rueckfuehrungsbasis"]\n'
        )
        vergleich = vergleiche(ERSTER, entwurf(ZWEITER + text + NEUER_SATZ_8 + NEUE_RUNDUNG, MIT_ERSTEM))
        bestimmungen = {eines.kennung: eines.aenderung.value for eines in vergleich.bestimmungen}
        assert {kennung: was for kennung, was in bestimmungen.items() if was != "unveraendert"} == {
            "17-F3": "neu",
            "17-F8": "geaendert",
            "§ 7 Abs. 2": "entfallen",
            "§ 8": "geaendert",
        }
        assert [(eine.frage, eine.aenderung.value) for eine in vergleich.fragen] == [
            ("rueckfuehrungsbasis", "wieder_offen"),
            ("rundung", "anders_geregelt"),
            ("rundungsvorrang", "unveraendert"),
        ]


AUF_DATEI = anders(ZWEITER, '"entwurf-2027"', '"entwurf-2027.toml"')


def abgelegt(ordner: Path, **dateien: str) -> Path:
    """Legt Entwürfe in einen Ordner; gibt die letzte Datei."""
    for name, inhalt in dateien.items():
        (ordner / f"{name}.toml").write_text(inhalt, encoding="utf-8")
    return ordner / f"{list(dateien)[-1]}.toml"


def kopf(kennung: str, aufbauend_auf: str) -> str:
    return f'kennung = "{kennung}"\nbezeichnung = "Entwurf"\naufbauend_auf = "{aufbauend_auf}"\n'


def meldungen(datei: Path) -> list[str]:
    with pytest.raises(EingabeError) as fehler:
        lade_entwurf(datei)
    return [str(problem) for problem in fehler.value.probleme]


class TestAufEinerAnderenDatei:
    def test_ein_entwurf_auf_dem_entwurf_daneben(self, tmp_path: Path) -> None:
        (tmp_path / "entwurf-2027.toml").write_text(VOLL, encoding="utf-8")
        zweiter = abgelegt(tmp_path, zweiter=AUF_DATEI)
        assert lade_entwurf(zweiter) == lade_fassung(str(zweiter)) == entwurf(ZWEITER, MIT_ERSTEM)
        assert lies_entwurf(AUF_DATEI.encode(), ordner=tmp_path) == lade_entwurf(zweiter)

    def test_auch_in_einem_anderen_ordner_und_von_dort_aus_weiter(self, tmp_path: Path) -> None:
        (tmp_path / "alt").mkdir()
        abgelegt(tmp_path / "alt", a=kopf("a", "bericht-2017") + 'ausgeschieden = ["ihk"]\n', b=kopf("b", "a.toml"))
        assert lade_entwurf(abgelegt(tmp_path, c=kopf("c", "alt/b.TOML".lower()))).partner == (DUESSELDORF, METTMANN)

    def test_was_geschrieben_ist_liest_sich_neben_der_grundlage_wieder(self, tmp_path: Path) -> None:
        fassung = entwurf(ZWEITER + NEUER_SATZ_8 + NEUE_RUNDUNG, MIT_ERSTEM)
        (tmp_path / "entwurf-2027.toml").write_text(VOLL, encoding="utf-8")
        geschrieben = entwurf_als_toml(fassung, "entwurf-2027.toml", {**EINGEBAUT, "entwurf-2027.toml": ERSTER})
        assert lade_entwurf(abgelegt(tmp_path, zweiter=geschrieben)) == fassung

    def test_ein_fall_kann_unter_einem_entwurf_auf_einem_entwurf_stehen(self, tmp_path: Path) -> None:
        abgelegt(tmp_path, a=kopf("a", "bericht-2017") + 'ausgeschieden = ["ihk"]\n', b=kopf("b", "a.toml"))
        fall = 'fassung = "b.toml"\n[[haushaltsjahr]]\njahr = 2027\neingezahlt = "wie vereinbart"\nverausgabt = "0"\n'
        assert lade_fall(abgelegt(tmp_path, fall=fall)).aufzeichnung.fassung.kennung == "b"

    def test_die_andere_datei_fehlt_und_im_entwurf_ist_auch_etwas_falsch(self, tmp_path: Path) -> None:
        fehlt, satz = meldungen(abgelegt(tmp_path, zweiter=AUF_DATEI + 'entfallen = ["17-F33", "§ 99"]\n'))
        assert fehlt.startswith(
            "aufbauend_auf (Zeile 3): Im Entwurf „entwurf-2027.toml“, Datei: Diese Datei gibt es nicht"
        )
        assert satz.startswith("entfallen[0] (Zeile 4): Das Normregister kennt „17-F33“ nicht.")

    def test_probleme_der_anderen_datei_stehen_dort(self, tmp_path: Path) -> None:
        kaputt = anders(kopf("a", "bericht-2017"), '"Entwurf"', "5") + 'entfallen = ["17-F33"]\n'
        erstes, zweites = meldungen(abgelegt(tmp_path, a=kaputt, b=kopf("b", "a.toml") + 'entfallen = ["§ 7"]\n'))
        assert erstes.startswith("aufbauend_auf (Zeile 3): Im Entwurf „a.toml“, bezeichnung (Zeile 2): Hier steht eine")
        assert zweites.startswith("aufbauend_auf (Zeile 3): Im Entwurf „a.toml“, entfallen[0] (Zeile 4): Das Norm")
        assert zweites.endswith('Richtig wäre zum Beispiel: entfallen = ["17-F3"]')

    def test_probleme_einer_noch_weiter_entfernten_datei_nennen_den_weg(self, tmp_path: Path) -> None:
        [problem] = meldungen(abgelegt(tmp_path, a="x =", b=kopf("b", "a.toml"), c=kopf("c", "b.toml")))[:1]
        assert "Im Entwurf „b.toml“, aufbauend_auf (Zeile 3): Im Entwurf „a.toml“, " in problem

    def test_ein_spaeteres_format_in_der_anderen_datei(self, tmp_path: Path) -> None:
        a = "format = 2\nunbekannt = 1\n" + kopf("a", "bericht-2017")
        [problem] = meldungen(abgelegt(tmp_path, a=a, b=kopf("b", "a.toml")))
        assert "Im Entwurf „a.toml“, format (Zeile 1): Dieser Entwurf hat das Format 2" in problem

    def test_im_kreis(self, tmp_path: Path) -> None:
        [problem] = meldungen(abgelegt(tmp_path, a=kopf("a", "b.toml"), b=kopf("b", "a.toml")))
        assert "Im Entwurf „a.toml“, aufbauend_auf (Zeile 3): Im Entwurf „b.toml“, aufbauend_auf: " in problem
        assert "bauen im Kreis aufeinander auf: b.toml → a.toml → b.toml." in problem

    def test_auf_sich_selbst(self, tmp_path: Path) -> None:
        [problem] = meldungen(abgelegt(tmp_path, a=kopf("a", "./a.toml")))
        assert "im Kreis aufeinander auf: a.toml → a.toml." in problem

    @pytest.mark.parametrize(("anzahl", "zu_lang"), [(LAENGSTE_KETTE, False), (LAENGSTE_KETTE + 1, True)])
    def test_die_kette_hat_ein_ende(self, tmp_path: Path, anzahl: int, zu_lang: bool) -> None:
        glieder = {f"e{n}": kopf(f"e{n}", f"e{n - 1}.toml" if n else "bericht-2017") for n in range(anzahl)}
        datei = abgelegt(tmp_path, **glieder)
        if zu_lang:
            assert "Mehr als 20 Entwürfe bauen aufeinander auf" in meldungen(datei)[0]
        else:
            assert lade_entwurf(datei).kennung == f"e{anzahl - 1}"

    def test_zwei_entwuerfe_einer_kette_heissen_nicht_gleich(self, tmp_path: Path) -> None:
        glieder = {"a": kopf("a", "bericht-2017"), "b": kopf("b", "a.toml"), "c": kopf("a", "b.toml")}
        [problem] = meldungen(abgelegt(tmp_path, **glieder))
        assert problem.startswith("kennung (Zeile 1): Eine Fassung „a“ gibt es schon")

    def test_wer_die_kennung_statt_der_datei_nennt_erfaehrt_wie_es_geht(self, tmp_path: Path) -> None:
        [problem] = meldungen(abgelegt(tmp_path, a=kopf("a", "bericht-2017"), b=kopf("b", "a")))
        assert "Ein anderer Entwurf ist mit dem Pfad seiner Datei zu nennen, Endung .toml." in problem


def test_der_entwurf_auf_einem_entwurf_aus_der_dokumentation(tmp_path: Path) -> None:
    seite = (BEISPIEL.parents[1] / "docs" / "revision.md").read_text(encoding="utf-8")
    [text] = re.findall(r'```toml\n(.*?aufbauend_auf = "entwurf-2027.toml".*?)```', seite, re.DOTALL)
    (tmp_path / BEISPIEL.name).write_bytes(BEISPIEL.read_bytes())
    erster = lade_entwurf(BEISPIEL)
    fassung = lade_entwurf(abgelegt(tmp_path, zweiter=text))
    assert [klausel.kennung for klausel in fassung.klauseln] == ["§ 5 Abs. 1", "§ 7 Abs. 2"]
    assert fassung.klauseln[0] == erster.klauseln[1]
    assert [regelung.frage for regelung in erster.geregelt] == ["rueckfuehrungsbasis", "rundung", "abstimmung"]
    assert [regelung.frage for regelung in fassung.geregelt] == ["rundung", "abstimmung"]


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
