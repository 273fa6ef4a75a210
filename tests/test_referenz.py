"""Die zweite Rechnung gegen die durchgerechneten Beispiele der offenen Fragen und gegen die Erhaltung des Geldes."""

import random
import tomllib
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from referenz import Fall, Lesarten, groesster_rest, jahresbeitraege, letzter_gleicht_aus, rechne, vereinbart
from zufallsfaelle import GRUENDER, LESARTEN, VERTRAG, als_toml, zufallsfall

NEU = "rhein-kreis-neuss"
ALLE = {"ja": list(GRUENDER), "nein": [], "enthaltung": [], "einstimmig": False, "datum": (2018, 12, 18)}


def lesarten(**andere: str) -> Lesarten:
    gewaehlt: Lesarten = {frage: werte[0] for frage, werte in LESARTEN.items()}
    return {**gewaehlt, "uebertrag_verbrauch": "aelteste_zuerst", "rundungsvorrang": [], **andere}


def ein_jahr(ausgegeben: int, **andere: Any) -> dict[str, Any]:
    return {
        "jahr": 2018,
        "eingezahlt": None,
        "ausgaben": [("veranstaltung", ausgegeben, "")],
        "einnahmen": [],
        "zusatzmittel": [],
        "geprueft": True,
        "ergebnis": "gebilligt",
        "uebertragung": None,
        **andere,
    }


def fall_mit(*jahre: dict[str, Any], **andere: Any) -> Fall:
    leer: Fall = {"anfangsbestand": [], "beitritte": []}
    return {"partner": list(GRUENDER), "beitraege": dict(VERTRAG), "jahre": list(jahre), **leer, **andere}


def neuer(zum: tuple[int, int, int], **andere: Any) -> dict[str, Any]:
    antrag = {"kennung": NEU, "rechtsform": "kreis", "foerderlich": True, "beitrag": 30_000_00, "zum": zum}
    return {**antrag, "zustimmung": list(GRUENDER), **andere}


# Beitritt -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lesart", "beitraege"),
    [
        ("additiv", [50_000_00, 50_000_00, 20_000_00, 30_000_00]),
        ("gleiches_budget", [40_000_00, 40_000_00, 16_000_00, 24_000_00]),
        ("kommunal_gleich", [33_333_34, 33_333_33, 20_000_00, 33_333_33]),
        ("ohne_beitrag", [50_000_00, 50_000_00, 20_000_00, 0]),
    ],
)
def test_schluessel_nach_beitritt(lesart: str, beitraege: list[int]) -> None:
    fall = fall_mit(beitritte=[neuer((2019, 1, 1))])
    gewaehlt = lesarten(schluessel_nach_beitritt=lesart)
    assert vereinbart(fall, gewaehlt, 2018) == VERTRAG
    assert vereinbart(fall, gewaehlt, 2019) == dict(zip([*GRUENDER, NEU], beitraege, strict=True))


@pytest.mark.parametrize(
    ("lesart", "jahr", "erwartet"),
    [
        ("nach_monaten", 2019, 15_000_00),
        ("nach_tagen", 2019, 15_123_29),
        ("nach_tagen", 2020, 15_081_97),
        ("voller_jahresbeitrag", 2019, 30_000_00),
    ],
)
def test_beitritt_zum_ersten_juli(lesart: str, jahr: int, erwartet: int) -> None:
    gewaehlt = lesarten(beitrittszeitpunkt=lesart)
    fall = fall_mit(beitritte=[neuer((jahr, 7, 1))])
    assert vereinbart(fall, gewaehlt, jahr) == {**VERTRAG, NEU: erwartet}
    assert vereinbart(fall, gewaehlt, jahr + 1)[NEU] == 30_000_00


def test_beitritt_erst_zum_jahresbeginn() -> None:
    gewaehlt = lesarten(beitrittszeitpunkt="erst_zum_jahresbeginn")
    fall = fall_mit(beitritte=[neuer((2019, 7, 1))])
    assert vereinbart(fall, gewaehlt, 2019) == VERTRAG
    assert vereinbart(fall, gewaehlt, 2020)[NEU] == 30_000_00


def test_neue_aufteilung_erst_im_jahr_nach_dem_beitritt() -> None:
    gewaehlt = lesarten(schluessel_nach_beitritt="gleiches_budget")
    fall = fall_mit(beitritte=[neuer((2019, 7, 15))])
    assert vereinbart(fall, gewaehlt, 2019) == {**VERTRAG, NEU: 12_000_00}
    assert jahresbeitraege(fall, gewaehlt, date(2019, 7, 14)) == VERTRAG
    assert jahresbeitraege(fall, gewaehlt, date(2019, 7, 15)) == {**VERTRAG, NEU: 24_000_00}
    assert list(jahresbeitraege(fall, gewaehlt, date(2020, 1, 1)).values()) == [
        40_000_00,
        40_000_00,
        16_000_00,
        24_000_00,
    ]


@pytest.mark.parametrize(
    ("antrag", "auslegung"),
    [
        ({"rechtsform": "verein"}, {}),
        ({"foerderlich": None}, {}),
        ({"foerderlich": False}, {}),
        ({"rechtsform": "kreisangehoerige_gemeinde"}, {"kreisangehoerige": "nicht_beitrittsfaehig"}),
        ({"zustimmung": ["duesseldorf", "mettmann"]}, {}),
        ({"zustimmung": ["ihk"]}, {"beitrittsentscheidung": "mehrheit_der_partner"}),
        ({}, {"beitrittsentscheidung": "aufsichtsgremium"}),
    ],
)
def test_beitritt_ohne_wirkung(antrag: dict[str, Any], auslegung: dict[str, str]) -> None:
    fall = fall_mit(beitritte=[neuer((2019, 1, 1), **antrag)])
    assert vereinbart(fall, lesarten(**auslegung), 2019) == VERTRAG


# Rückführung ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("basis", "zurueck", "schuld"),
    [
        ("vereinbarter_schluessel", [12_500_00, 12_500_00, 5_000_00], {}),
        ("tatsaechliche_zahlungen", [13_636_37, 13_636_36, 2_727_27], {}),
        ("kosten_nach_schluessel", [16_666_66, 16_666_67, 0], {"ihk": 3_333_33}),
    ],
)
def test_ihk_zahlt_nur_die_haelfte(basis: str, zurueck: list[int], schuld: dict[str, int]) -> None:
    gezahlt = {**VERTRAG, "ihk": 10_000_00}
    (jahr,) = rechne(fall_mit(ein_jahr(80_000_00, eingezahlt=gezahlt)), lesarten(rueckfuehrungsbasis=basis))
    assert jahr["rueckstaende"] == {"ihk": 10_000_00}
    assert list(jahr["rueckfuehrung"].values()) == zurueck
    assert jahr["forderungen"] == schuld


@pytest.mark.parametrize(
    ("rundung", "zurueck", "bleibt"),
    [
        ("groesster_rest", [41_67, 41_67, 16_66], 0),
        ("kaufmaennisch_letzter_gleicht_aus", [41_67, 41_67, 16_66], 0),
        ("abrunden_rest_bleibt", [41_66, 41_66, 16_66], 2),
    ],
)
def test_hundert_euro(rundung: str, zurueck: list[int], bleibt: int) -> None:
    (jahr,) = rechne(fall_mit(ein_jahr(119_900_00)), lesarten(rundung=rundung))
    assert list(jahr["rueckfuehrung"].values()) == zurueck
    assert jahr["uebertrag_in_folgejahr"] == bleibt
    assert jahr["status"] == ("rueckfuehrung_und_uebertragung" if bleibt else "rueckfuehrung")


def test_rundungsvorrang_gibt_der_ihk_den_cent() -> None:
    (jahr,) = rechne(fall_mit(ein_jahr(119_900_00)), {**lesarten(), "rundungsvorrang": ["ihk"]})
    assert list(jahr["rueckfuehrung"].values()) == [41_67, 41_66, 16_67]


def test_gleiche_reste_in_fuenf_von_zwoelf_centresten() -> None:
    gewichte = {"duesseldorf": 5, "mettmann": 5, "ihk": 2}
    rueckwaerts = list(reversed(GRUENDER))
    streitig = [
        c for c in range(12) if groesster_rest(c, gewichte, GRUENDER) != groesster_rest(c, gewichte, rueckwaerts)
    ]
    einzeln = [c for c in range(12) if sum((2 * c * g + 12) // 24 for g in gewichte.values()) != c]
    assert streitig == [1, 4, 6, 8, 11]
    assert einzeln == [1, 4, 6, 8, 9, 11]


def test_kaufmaennisch_geben_die_vorderen_von_hinten_ab() -> None:
    viertel = {wer: Fraction(1, 4) for wer in "abcd"}
    assert letzter_gleicht_aus(2, viertel, "abcd") == {"a": 1, "b": 1, "c": 0, "d": 0}


@pytest.mark.parametrize(
    ("auslegung", "erwartet"),
    [
        ({"uebertrag_verbrauch": "ein_topf"}, [6_666_67, 6_666_67, 2_666_66, 4_000_00]),
        ({"uebertrag_verbrauch": "aelteste_zuerst"}, [6_666_67, 6_666_67, 2_666_66, 4_000_00]),
        ({"uebertrag_verbrauch": "juengste_zuerst"}, [7_666_67, 7_666_67, 3_066_66, 1_600_00]),
        ({"uebertrag_verbrauch": "anteilig"}, [6_790_13, 6_790_12, 2_716_05, 3_703_70]),
        (
            {"uebertrag_verbrauch": "juengste_zuerst", "uebertrag_rueckfuehrung": "verbleibt"},
            [2_666_67, 2_666_67, 1_066_66, 1_600_00],
        ),
    ],
)
def test_uebertrag_und_neuer_partner(auslegung: dict[str, str], erwartet: list[int]) -> None:
    fall = fall_mit(
        ein_jahr(108_000_00, uebertragung={"betrag": None, **ALLE}),
        ein_jahr(142_000_00, jahr=2019),
        beitritte=[neuer((2019, 1, 1))],
    )
    zuvor, jahr = rechne(fall, lesarten(**auslegung))
    zwoelftel = {wer: Fraction(VERTRAG[wer], 120_000_00) for wer in GRUENDER}
    assert zuvor["schichten_in_folgejahr"] == [(2018, 12_000_00, zwoelftel)]
    assert list(jahr["rueckfuehrung"].values()) == erwartet
    verbleibt = "uebertrag_rueckfuehrung" in auslegung
    assert jahr["schichten_in_folgejahr"] == ([(2018, 12_000_00, zwoelftel)] if verbleibt else [])


def test_nicht_geprueft_wartet_das_geld_und_kehrt_nicht_wieder() -> None:
    fall = fall_mit(ein_jahr(100_000_00, geprueft=False, ergebnis=None), ein_jahr(120_000_00, jahr=2019))
    erstes, zweites = rechne(fall, lesarten())
    assert (erstes["status"], erstes["wartet_auf_pruefung"]) == ("pruefung_ausstehend", 20_000_00)
    assert (zweites["status"], zweites["uebertrag_aus_vorjahr"]) == ("ausgeglichen", 0)


def test_zusatzmittel_zuletzt_und_anteilig() -> None:
    fall = fall_mit(ein_jahr(75_000_01, zusatzmittel=[("duesseldorf", 30_000_00)]))
    (zuletzt,) = rechne(fall, lesarten())
    (anteilig,) = rechne(fall, lesarten(zusatzmittel_verbrauch="anteilig"))
    assert sum(zuletzt["rueckfuehrung"].values()) == sum(anteilig["rueckfuehrung"].values()) == 74_999_99
    assert zuletzt["rueckfuehrung"]["duesseldorf"] == 30_000_00 + 18_750_00
    assert anteilig["rueckfuehrung"]["duesseldorf"] == 15_000_00 + 25_000_00


# Zufällige Fälle ------------------------------------------------------------------------------------------------------


def pruefe_erhaltung(jahr: dict[str, Any]) -> None:
    summe = {name: sum(jahr[name].values()) for name in ("eingezahlt", "zusatzmittel", "rueckfuehrung", "forderungen")}
    hinein = jahr["uebertrag_aus_vorjahr"] + summe["eingezahlt"] + summe["zusatzmittel"] + jahr["drittmittel"]
    hinaus = jahr["verausgabt"] + summe["rueckfuehrung"] - summe["forderungen"]
    hinaus += jahr["uebertrag_in_folgejahr"] + jahr["wartet_auf_pruefung"] - jahr["ueberschreitung"]
    assert hinein == hinaus == jahr["verfuegbar"]
    assert jahr["rest"] == max(0, jahr["verfuegbar"] - jahr["verausgabt"])
    assert min([0, *jahr["rueckfuehrung"].values(), *jahr["forderungen"].values()]) == 0


@pytest.mark.parametrize("saat", range(300))
def test_geld_bleibt_erhalten(saat: int) -> None:
    fall, gewaehlt = zufallsfall(random.Random(saat))
    bestand = sum(cent for _, cent, _ in fall["anfangsbestand"])
    for jahr in rechne(fall, gewaehlt):
        pruefe_erhaltung(jahr)
        assert jahr["uebertrag_aus_vorjahr"] == bestand
        bestand = jahr["uebertrag_in_folgejahr"]
        assert sum(cent for _, cent, _ in jahr["schichten_in_folgejahr"]) == bestand
        assert all(cent > 0 and sum(s.values()) == 1 for _, cent, s in jahr["schichten_in_folgejahr"])
        assert [h for h, _, _ in jahr["schichten_in_folgejahr"]] == sorted(
            h for h, _, _ in jahr["schichten_in_folgejahr"]
        )


@pytest.mark.parametrize("saat", range(100))
def test_zufallsfall_ist_wiederholbar_und_als_falldatei_lesbar(saat: int) -> None:
    fall, gewaehlt = zufallsfall(random.Random(saat))
    assert (fall, gewaehlt) == zufallsfall(random.Random(saat))
    gelesen = tomllib.loads(als_toml(fall, gewaehlt))
    assert [jahr["jahr"] for jahr in gelesen["haushaltsjahr"]] == [jahr["jahr"] for jahr in fall["jahre"]]
    assert all(("eingezahlt" in jahr) != ("einzahlung" in jahr) for jahr in gelesen["haushaltsjahr"])
    assert all(("verausgabt" in jahr) != ("ausgabe" in jahr) for jahr in gelesen["haushaltsjahr"])
    assert len(gelesen.get("anfangsbestand", [])) == len(fall["anfangsbestand"])
    assert len(gelesen.get("beitritt", [])) == len(fall["beitritte"])
    assert set(gelesen["auslegung"]) == set(gewaehlt)


def test_zufaellige_faelle_erreichen_jeden_zustand() -> None:
    jahre = [jahr for saat in range(300) for jahr in rechne(*zufallsfall(random.Random(saat)))]
    assert {jahr["status"] for jahr in jahre} == {
        "ueberschreitung",
        "ausgeglichen",
        "pruefung_ausstehend",
        "billigung_ausstehend",
        "rueckfuehrung_und_uebertragung",
        "uebertragung",
        "rueckfuehrung",
    }
    assert any(jahr["forderungen"] for jahr in jahre)
    assert any(jahr["verausgabt"] < 0 for jahr in jahre)
    assert any(jahr["erstattungen"] for jahr in jahre)
    assert any(len(jahr["vereinbart"]) == 5 for jahr in jahre)
    assert {jahr["beschluss"]["wirksam"] for jahr in jahre if jahr["beschluss"]} == {True, False}
