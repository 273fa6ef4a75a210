"""Gute Dateien mit einem Antrag: was aus ihnen wird."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fall.antraege import ANTRAG, AUSFUEHRLICH, EINFACH, KOPF
from fall.veraendern import anders
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fall.antrag import Pruefauftrag, lade_antrag, lies_antrag
from kooperationsvertrag.fall.einlesen import lies_fall
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import Abstimmung, Kreisangehoerige, SchluesselNachBeitritt
from kooperationsvertrag.vertrag.partner import Rechtsform


def lies(text: str) -> Pruefauftrag:
    return lies_antrag(text.encode())


def test_ausfuehrliche_datei_kommt_ganz_an() -> None:
    auftrag = lies(AUSFUEHRLICH)

    assert auftrag.titel == "Ein Gedankenspiel"
    assert auftrag.fassung == BERICHT_2017
    assert auftrag.auslegung == Auslegung.mit(SchluesselNachBeitritt.ADDITIV)
    assert auftrag.antrag == Beitrittsantrag(
        kennung="rhein-kreis-neuss",
        name="Rhein-Kreis Neuss",
        rechtsform=Rechtsform.KREIS,
        beitrag=Geldbetrag.aus_euro(30_000),
        zum=date(2026, 1, 1),
        foerderlich=True,
        begruendung="grenzt an",
        zustimmung=("duesseldorf", "mettmann", "ihk", "aufsichtsgremium"),
    )


def test_ohne_titel_urteil_und_zustimmung_heisst_die_pruefung_nach_dem_bewerber() -> None:
    auftrag = lies(
        """
        fassung = "bericht-2017"
        [antrag]
        kennung = "ratingen"
        name = "Stadt Ratingen"
        rechtsform = "kreisangehoerige_gemeinde"
        kreis = "Kreis Mettmann"
        beitrag = 5000
        zum = 2027-07-01
        """
    )

    assert auftrag.titel == "Beitritt: Stadt Ratingen"
    assert auftrag.auslegung == Auslegung()
    assert (auftrag.antrag.foerderlich, auftrag.antrag.zustimmung) == (None, ())
    assert (auftrag.antrag.kreis, auftrag.antrag.beitrag) == ("Kreis Mettmann", Geldbetrag.aus_euro(5_000))


def test_derselbe_beitritt_wird_in_einer_falldatei_gleich_gelesen() -> None:
    jahr = '[[haushaltsjahr]]\njahr = 2025\neingezahlt = "wie vereinbart"\nverausgabt = 0\n'
    fall = lies_fall((KOPF + jahr + anders(ANTRAG, "[antrag]", "[[beitritt]]")).encode())

    assert fall.aufzeichnung.beitritte == (lies(EINFACH).antrag,)


def test_lesarten_gelten_und_eine_rundung_stoert_nicht() -> None:
    auslegung = """
[auslegung]
kreisangehoerige = "nicht_beitrittsfaehig"
abstimmung = "mehrheit"
rundung = "abrunden_rest_bleibt"
rundungsvorrang = ["rhein-kreis-neuss", "ihk"]
"""

    assert lies(KOPF + auslegung + ANTRAG).auslegung == Auslegung.mit(
        Kreisangehoerige.NICHT_BEITRITTSFAEHIG, Abstimmung.MEHRHEIT
    )


@pytest.mark.parametrize("rundung", ["offen", "groesster_rest"])
def test_jede_rundung_der_schnittstelle_ist_erlaubt(rundung: str) -> None:
    assert lies(KOPF + f'[auslegung]\nrundung = "{rundung}"\n' + ANTRAG).auslegung == Auslegung()


def test_der_fingerabdruck_haengt_am_text_und_nicht_an_zeilenenden_oder_marke() -> None:
    fuer_windows = b"\xef\xbb\xbf" + EINFACH.replace("\n", "\r\n").encode()

    assert lies_antrag(fuer_windows).fingerabdruck == lies(EINFACH).fingerabdruck
    assert lies(EINFACH + "# nichts\n").fingerabdruck != lies(EINFACH).fingerabdruck


def test_eine_datei_wird_gelesen_wo_sie_liegt(tmp_path: Path) -> None:
    datei = tmp_path / "antrag.toml"
    datei.write_text(EINFACH, encoding="utf-8")

    assert lade_antrag(datei) == lies(EINFACH)
