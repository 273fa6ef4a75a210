import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from darstellung.beispieljahre import SCHLUESSEL
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, aufteilen
from kooperationsvertrag.darstellung.aufteilung import andere_rundungen, aufteilungsseite
from kooperationsvertrag.darstellung.fragen import (
    bedeutung,
    eintragsseite,
    fragenliste,
    ohne_beispiel,
    zeile_der_falldatei,
)
from kooperationsvertrag.darstellung.fuer_programme import aufteilung_json, eintrag_json, norm_json
from kooperationsvertrag.darstellung.normen import normenliste, normseite
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.geld import Geldbetrag, summe
from kooperationsvertrag.norm import Festlegung, Norm
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
from kooperationsvertrag.vertrag.fragen import FRAGEN, Vertragsfrage, frage
from kooperationsvertrag.vertrag.lesarten import Rueckfuehrungsbasis
from kooperationsvertrag.vertrag.normen import NORMEN

UNVERAENDERT = Satzabgleich(normen.RUECKFUEHRUNG, Stand.UNVERAENDERT, "Erste Zeile\nzweite Zeile.")
GEAENDERT = Satzabgleich(normen.UEBERTRAGUNG, Stand.GEAENDERT, "")
FEHLT = Satzabgleich(normen.STAERKUNG_DER_REGION, Stand.FEHLT, "")

EINTRAEGE: tuple[Vertragsfrage | Festlegung, ...] = (*FRAGEN, *FESTLEGUNGEN)


def aufgeteilt(cent: int, konvention: Rechenkonvention = Rechenkonvention()) -> str:
    return als_text(aufteilungsseite(aufteilen(Geldbetrag(cent), SCHLUESSEL, konvention), BERICHT_2017))


def test_ein_betrag_unter_einem_euro_zeigt_dass_die_ihk_einen_cent_verlieren_kann() -> None:
    assert "IHK erhält 1 Cent" in aufgeteilt(3)
    assert "IHK                 1/6              2/3              0,00 €" in aufgeteilt(4)


def test_wo_es_aufgeht_ist_die_rundung_gleichgueltig() -> None:
    assert "geht ohne Restcents auf" in aufgeteilt(1_200)
    assert "Jede andere Art zu runden gibt hier dieselben Beträge." in aufgeteilt(1_200)


def test_andere_rundungen_stehen_daneben() -> None:
    seite = aufgeteilt(10_000)

    assert "abgerundet, übrige Cent bleiben in der Kasse           41,66 €          41,66 €   16,66 €   0,02 €" in seite
    assert "bei Gleichstand zuerst" in seite


def test_die_gewaehlte_rundung_steht_oben() -> None:
    assert "Rundung:    kaufmännisch gerundet" in aufgeteilt(
        6, Rechenkonvention(Rundung.KAUFMAENNISCH_LETZTER_GLEICHT_AUS)
    )


@given(cent=st.integers(0, 10**9), rundung=st.sampled_from(Rundung))
def test_jede_andere_rundung_gibt_andere_betraege_mit_derselben_summe(cent: int, rundung: Rundung) -> None:
    gewaehlt = aufteilen(Geldbetrag(cent), SCHLUESSEL, Rechenkonvention(rundung))
    alle = [gewaehlt, *andere_rundungen(gewaehlt)]

    assert len({(eine.betraege, eine.verbleibt) for eine in alle}) == len(alle)
    assert all(summe([*eine.betraege.values(), eine.verbleibt]) == Geldbetrag(cent) for eine in alle)


def test_aufteilung_als_json() -> None:
    daten = aufteilung_json(aufteilen(Geldbetrag(10_000), SCHLUESSEL), BERICHT_2017)

    assert daten["betraege"] == {"duesseldorf": "41.67", "mettmann": "41.67", "ihk": "16.66"}
    assert daten["konventionen"] == {"rundung": "groesster_rest", "rundungsvorrang": "vertragsreihenfolge"}
    assert daten["anteile"][2] == {  # type: ignore[index]  # JSON ist schlicht object
        "partner": "ihk",
        "anteil": "1/6",
        "genau_in_cent": "5000/3",
        "restcent": 0,
        "betrag": "16.66",
    }
    json.dumps(daten)


def test_die_normenliste_nennt_jeden_satz() -> None:
    seite = als_text(normenliste(NORMEN))

    assert all(f"\n  {norm.kennung} " in seite for norm in NORMEN)
    assert "Im Dokument" not in seite


def test_die_normenliste_zeigt_den_stand_im_eigenen_dokument() -> None:
    seite = als_text(
        normenliste([normen.RUECKFUEHRUNG, normen.UEBERTRAGUNG, normen.TRAEGERSCHAFT], [UNVERAENDERT, GEAENDERT])
    )

    assert seite.count("unverändert") == 1
    assert seite.count("geändert") == 1
    assert seite.count("nicht enthalten") == 1


@pytest.mark.parametrize("norm", NORMEN, ids=[norm.kennung for norm in NORMEN])
def test_jeder_satz_laesst_sich_zeigen(norm: Norm) -> None:
    seite = als_text(normseite(norm))

    assert seite.startswith(f"Satz {norm.kennung}\n")
    assert all(f"  {kennung}  " in seite for kennung in norm.fragen)
    assert "Im angegebenen Dokument" not in seite
    json.dumps(norm_json(norm))


def test_ein_unveraenderter_satz_wird_aus_dem_eigenen_exemplar_gezeigt() -> None:
    assert "steht er unverändert:\n\n    Erste Zeile\n    zweite Zeile.\n" in als_text(
        normseite(UNVERAENDERT.norm, UNVERAENDERT)
    )
    assert norm_json(UNVERAENDERT.norm, UNVERAENDERT)["im_dokument"] == {
        "stand": "unveraendert",
        "wortlaut": "Erste Zeile\nzweite Zeile.",
    }


def test_ein_geaenderter_und_ein_fehlender_satz_werden_so_genannt() -> None:
    assert "steht er nicht mehr so" in als_text(normseite(GEAENDERT.norm, GEAENDERT))
    assert "Im angegebenen Dokument fehlt er." in als_text(normseite(FEHLT.norm, FEHLT))


def test_die_fragenliste_nennt_jede_frage_und_jede_festlegung() -> None:
    seite = als_text(fragenliste(FRAGEN, FESTLEGUNGEN))

    assert all(f"\n  {eintrag.kennung} " in seite for eintrag in EINTRAEGE)
    assert all(schluessel in seite for eintrag in FRAGEN for schluessel in eintrag.waehlbar)


@pytest.mark.parametrize("eintrag", EINTRAEGE, ids=[eintrag.kennung for eintrag in EINTRAEGE])
def test_jeder_eintrag_laesst_sich_zeigen(eintrag: Vertragsfrage | Festlegung) -> None:
    assert eintrag.kennung in als_text(eintragsseite(eintrag)).splitlines()[0]
    json.dumps(eintrag_json(eintrag))


@pytest.mark.parametrize("festlegung", FESTLEGUNGEN, ids=[festlegung.kennung for festlegung in FESTLEGUNGEN])
def test_eine_festlegung_sagt_was_sonst_waere(festlegung: Festlegung) -> None:
    seite = " ".join(als_text(eintragsseite(festlegung)).split())

    assert festlegung.folge in seite
    assert festlegung.folge in json.dumps(eintrag_json(festlegung), ensure_ascii=False)


def test_eine_waehlbare_frage_zeigt_die_zeile_fuer_die_falldatei_und_den_rat_als_rat() -> None:
    seite = als_text(eintragsseite(frage("OF-16")))

    assert '    [auslegung]\n    rueckfuehrungsbasis = "vereinbarter_schluessel"\n' in seite
    assert "Weitere Lesarten, nur beschrieben" in seite
    assert "Rat für den, der wählen muss; er steht nicht in der Quelle" in seite


def test_eine_nur_beschriebene_frage_hat_keine_zeile_fuer_die_falldatei() -> None:
    seite = als_text(eintragsseite(frage("OF-04")))

    assert "[auslegung]" not in seite
    assert "\nLesarten, nur beschrieben" in seite


def test_eine_lesart_steht_im_ergebnis_ohne_rechenbeispiel() -> None:
    assert bedeutung(Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL) == (
        "Erst die Kosten nach dem Schlüssel, dann der Vergleich mit den Zahlungen."
    )


def test_ein_datum_beendet_keinen_satz() -> None:
    assert ohne_beispiel("Es gilt vom 1. Januar an. Im Beispiel nichts.") == "Es gilt vom 1. Januar an."


def test_die_zeile_der_falldatei_nennt_eine_liste_in_klammern() -> None:
    assert zeile_der_falldatei("rundungsvorrang", ("ihk",)) == 'rundungsvorrang = ["ihk"]'
