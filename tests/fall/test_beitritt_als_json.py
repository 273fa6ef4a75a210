"""Die Prüfung eines Beitritts als JSON."""

from __future__ import annotations

import json
from fractions import Fraction
from importlib.metadata import version

from hypothesis import given

from fall.antraege import AUSFUEHRLICH, EINFACH, antraege
from fall.veraendern import anders
from kooperationsvertrag.fall.als_json import Json, fingerabdruck_der_fassung
from kooperationsvertrag.fall.antrag import Pruefauftrag, lies_antrag
from kooperationsvertrag.fall.beitritt_als_json import FRAGEN_ZUM_BEITRITT, beitritt_als_json
from kooperationsvertrag.regeln.mitgliedschaft import ist_jahresbeginn
from kooperationsvertrag.revision.beitritt import beitraege_im_ersten_jahr, pruefe_beitritt
from kooperationsvertrag.vertrag.fassung import BERICHT_2017

TEILWEISE = anders(EINFACH, '"mettmann", "ihk", "aufsichtsgremium"', '"mettmann"')


def als_json(text: str) -> dict[str, Json]:
    return _gelesen(lies_antrag(text.encode()))


def _gelesen(auftrag: Pruefauftrag) -> dict[str, Json]:
    """Schreibt und liest das Dokument, wie es ein anderes Programm täte."""
    pruefung = pruefe_beitritt(auftrag.fassung, auftrag.antrag, auftrag.auslegung)
    gelesen: dict[str, Json] = json.loads(json.dumps(beitritt_als_json(auftrag, pruefung)))
    return gelesen


def test_das_dokument_hat_feste_schluessel_und_sagt_worauf_es_beruht() -> None:
    daten = als_json(EINFACH)

    assert list(daten) == [
        "titel",
        "fassung",
        "grundlage",
        "antrag",
        "ergebnis",
        "eindeutig",
        "wirksam",
        "auslegung",
        "schritte",
        "beitraege",
        "erstes_jahr",
        "stimmen",
        "offen",
        "beleg",
    ]
    assert (daten["titel"], daten["fassung"]) == ("Ein Gedankenspiel", "bericht-2017")
    assert daten["grundlage"] == BERICHT_2017.grundlage
    assert daten["beleg"] == {
        "version": version("kooperationsvertrag"),
        "fassung": fingerabdruck_der_fassung(BERICHT_2017),
        "eingabe": lies_antrag(EINFACH.encode()).fingerabdruck,
        "auslegung": {},
        "konventionen": {"rundung": "groesster_rest", "rundungsvorrang": "vertragsreihenfolge"},
    }


def test_der_antrag_steht_mit_allen_angaben_darin() -> None:
    assert als_json(EINFACH)["antrag"] == {
        "kennung": "rhein-kreis-neuss",
        "name": "Rhein-Kreis Neuss",
        "rechtsform": "kreis",
        "kreis": "",
        "foerderlich": True,
        "begruendung": "grenzt an",
        "beitrag": "30000.00",
        "zum": "2026-01-01",
        "zustimmung": ["duesseldorf", "mettmann", "ihk", "aufsichtsgremium"],
    }


def test_zulaessig_wirksam_und_eindeutig() -> None:
    daten = als_json(EINFACH)

    assert (daten["ergebnis"], daten["eindeutig"], daten["wirksam"]) == ("zulaessig", True, True)
    assert daten["auslegung"] == {}


def test_unzulaessig_ist_nicht_wirksam() -> None:
    daten = als_json(anders(EINFACH, '"kreis"', '"verein"'))

    assert (daten["ergebnis"], daten["eindeutig"], daten["wirksam"]) == ("unzulaessig", True, False)


def test_ohne_urteil_ist_nichts_bestimmt() -> None:
    daten = als_json(anders(anders(EINFACH, "foerderlich = true", ""), 'begruendung = "grenzt an"', ""))

    assert (daten["ergebnis"], daten["eindeutig"], daten["wirksam"]) == ("nicht_bestimmt", False, False)
    assert isinstance(daten["antrag"], dict)
    assert daten["antrag"]["foerderlich"] is None


def test_haengt_die_wirkung_von_einer_lesart_ab_so_ist_sie_leer_und_jede_lesart_steht_dabei() -> None:
    daten = als_json(TEILWEISE)

    assert (daten["ergebnis"], daten["eindeutig"], daten["wirksam"]) == ("zulaessig", False, None)
    assert isinstance(daten["schritte"], list)
    entscheidung = daten["schritte"][2]
    assert isinstance(entscheidung, dict)
    assert list(entscheidung) == ["nummer", "punkt", "urteil", "lesarten", "fundstellen", "fragen"]
    assert (entscheidung["nummer"], entscheidung["punkt"], entscheidung["urteil"]) == (
        3,
        "entscheidung",
        "nicht_bestimmt",
    )
    assert (entscheidung["fundstellen"], entscheidung["fragen"]) == (["17-Z4"], ["OF-02"])
    assert isinstance(entscheidung["lesarten"], list)
    assert {
        "auslegung": {"beitrittsentscheidung": "mehrheit_der_partner"},
        "urteil": "ja",
        "text": "Zugestimmt haben 2 von 3 Partnern. Das genügt.",
    } in entscheidung["lesarten"]


def test_eine_gewaehlte_lesart_entscheidet_und_steht_dabei() -> None:
    gewaehlt = TEILWEISE + '[auslegung]\nbeitrittsentscheidung = "alle_partner"\nrueckfuehrungsbasis = '
    daten = als_json(gewaehlt + '"vereinbarter_schluessel"\n')

    assert (daten["ergebnis"], daten["eindeutig"], daten["wirksam"]) == ("zulaessig", True, False)
    assert daten["auslegung"] == {"beitrittsentscheidung": "alle_partner"}


def test_die_vier_schluessel_des_gedankenspiels() -> None:
    daten = als_json(EINFACH)

    assert isinstance(daten["beitraege"], list)
    assert [lage["lesart"] for lage in daten["beitraege"] if isinstance(lage, dict)] == [
        "additiv",
        "gleiches_budget",
        "kommunal_gleich",
        "ohne_beitrag",
    ]
    assert daten["beitraege"][1] == {
        "lesart": "gleiches_budget",
        "jahresbudget": "120000.00",
        "beitraege": {
            "duesseldorf": "40000.00",
            "mettmann": "40000.00",
            "ihk": "16000.00",
            "rhein-kreis-neuss": "24000.00",
        },
        "aenderung": {
            "duesseldorf": "-10000.00",
            "mettmann": "-10000.00",
            "ihk": "-4000.00",
            "rhein-kreis-neuss": "24000.00",
        },
        "schluessel": {"duesseldorf": "1/3", "mettmann": "1/3", "ihk": "2/15", "rhein-kreis-neuss": "1/5"},
        "restcents": {},
    }
    kommunal = daten["beitraege"][2]
    assert isinstance(kommunal, dict)
    assert kommunal["restcents"] == {"duesseldorf": 1}
    assert daten["erstes_jahr"] == [
        {"lesart": None, "ab": "2026-01-01", "beitrag": "30000.00", "schluessel": ["additiv"]},
        {"lesart": None, "ab": "2026-01-01", "beitrag": "24000.00", "schluessel": ["gleiches_budget"]},
        {"lesart": None, "ab": "2026-01-01", "beitrag": "33333.33", "schluessel": ["kommunal_gleich"]},
        {"lesart": None, "ab": "2026-01-01", "beitrag": "0.00", "schluessel": ["ohne_beitrag"]},
    ]


def test_im_ersten_jahr_zaehlt_der_beitritt_im_juli_nach_jeder_lesart_anders() -> None:
    assert als_json(anders(AUSFUEHRLICH, "2026-01-01", "2026-07-01"))["erstes_jahr"] == [
        {"lesart": "nach_monaten", "ab": "2026-07-01", "beitrag": "15000.00", "schluessel": ["additiv"]},
        {"lesart": "nach_tagen", "ab": "2026-07-01", "beitrag": "15123.29", "schluessel": ["additiv"]},
        {"lesart": "voller_jahresbeitrag", "ab": "2026-07-01", "beitrag": "30000.00", "schluessel": ["additiv"]},
        {"lesart": "erst_zum_jahresbeginn", "ab": "2027-01-01", "beitrag": "30000.00", "schluessel": ["additiv"]},
    ]


def test_gleiche_beitraege_im_ersten_jahr_stehen_zusammen() -> None:
    daten = als_json(anders(EINFACH, '"30.000"', '"0"'))

    assert isinstance(daten["erstes_jahr"], list)
    assert {
        "lesart": None,
        "ab": "2026-01-01",
        "beitrag": "0.00",
        "schluessel": ["additiv", "gleiches_budget", "ohne_beitrag"],
    } in daten["erstes_jahr"]


def test_mit_einfacher_gewichteter_mehrheit_ist_die_ihk_danach_ohne_einfluss() -> None:
    stimmen = als_json(EINFACH)["stimmen"]

    assert isinstance(stimmen, list)
    assert {
        "sitz": "jeder_partner_ein_sitz",
        "abstimmung": "gewichtet_einfach",
        "schluessel": ["additiv", "gleiches_budget", "kommunal_gleich"],
        "vorher": {
            "sitze": ["duesseldorf", "mettmann", "ihk"],
            "mehrheiten": [["duesseldorf", "mettmann"], ["duesseldorf", "ihk"], ["mettmann", "ihk"]],
            "ohne_einfluss": [],
        },
        "nachher": {
            "sitze": ["duesseldorf", "mettmann", "ihk", "rhein-kreis-neuss"],
            "mehrheiten": [
                ["duesseldorf", "mettmann"],
                ["duesseldorf", "rhein-kreis-neuss"],
                ["mettmann", "rhein-kreis-neuss"],
            ],
            "ohne_einfluss": ["ihk"],
        },
    } in stimmen


def test_was_offen_bleibt_nennt_seine_fragen() -> None:
    offen = als_json(EINFACH)["offen"]

    assert isinstance(offen, list)
    assert {
        "thema": "personal",
        "text": "Ob der neue Partner Personal stellt und abordnet.",
        "fragen": ["OF-27"],
    } in offen


@given(antraege())
def test_jeder_antrag_gibt_ein_dokument_mit_den_betraegen_der_pruefung(auftrag: Pruefauftrag) -> None:
    pruefung = pruefe_beitritt(auftrag.fassung, auftrag.antrag, auftrag.auslegung)
    daten = _gelesen(auftrag)

    assert (daten["ergebnis"], daten["eindeutig"]) == (pruefung.zulaessigkeit, pruefung.ist_eindeutig)
    assert isinstance(daten["auslegung"], dict)
    assert set(daten["auslegung"]) <= FRAGEN_ZUM_BEITRITT
    assert isinstance(daten["beitraege"], list)
    for eintrag, lage in zip(daten["beitraege"], pruefung.beitragslagen, strict=True):
        assert isinstance(eintrag, dict)
        assert isinstance(eintrag["schluessel"], dict)
        assert eintrag["beitraege"] == {partner: betrag.dezimal() for partner, betrag in lage.beitraege.items()}
        assert eintrag["jahresbudget"] == lage.jahresbudget.dezimal()
        assert sum(Fraction(str(anteil)) for anteil in eintrag["schluessel"].values()) == 1
    _pruefe_erstes_jahr(auftrag, daten)


def _pruefe_erstes_jahr(auftrag: Pruefauftrag, daten: dict[str, Json]) -> None:
    antrag = auftrag.antrag
    erwartet = {
        (str(lesart) if lesart else None, ab.isoformat(), betrag.dezimal(), str(lage.lesart))
        for lage in pruefe_beitritt(auftrag.fassung, antrag, auftrag.auslegung).beitragslagen
        for lesart, ab, betrag in beitraege_im_ersten_jahr(antrag, lage.beitraege[antrag.kennung], auftrag.auslegung)
    }
    gefunden = set()
    assert isinstance(daten["erstes_jahr"], list)
    for eintrag in daten["erstes_jahr"]:
        assert isinstance(eintrag, dict)
        assert isinstance(eintrag["schluessel"], list)
        gefunden |= {(eintrag["lesart"], eintrag["ab"], eintrag["beitrag"], name) for name in eintrag["schluessel"]}
        assert (eintrag["lesart"] is None) == ist_jahresbeginn(antrag.zum)
    assert gefunden == erwartet
