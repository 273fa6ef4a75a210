"""Das Normregister ist vollständig, wohlgeformt und enthält keinen Wortlaut der Quellen."""

import re
from inspect import getsource
from string import hexdigits

import pytest

from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.norm import Norm, Normart, Normstatus, Umsetzung
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.normen import (
    BEITRITT,
    JAHRESBUDGET,
    KENNTNISNAHME,
    NIEDERSCHRIFT_2023,
    NORMEN,
    RUECKFUEHRUNG,
    SACHSTANDSBERICHT_2017,
    UEBERTRAGUNG,
    UnbekannteNormError,
    norm,
)
from quellen import quellentexte

SAETZE_JE_UEBERSCHRIFT = {"A": 3, "Z": 4, "U": 7, "P": 5, "V": 3, "G": 3, "B": 4, "F": 9, "L": 5}

REGELN = [
    "17-Z4",
    "17-P1",
    "17-P2",
    "17-P3",
    "17-P4",
    "17-P5",
    "17-G1",
    "17-G2",
    "17-G3",
    "17-B1",
    "17-B2",
    "17-B4",
    "17-F1",
    "17-F2",
    "17-F3",
    "17-F4",
    "17-F5",
    "17-F6",
    "17-F7",
    "17-F8",
    "17-F9",
]

DATEN = [
    "17-A3",
    "17-Z1",
    "17-Z2",
    "17-Z3",
    "17-U1",
    "17-U2",
    "17-U3",
    "17-U4",
    "17-U5",
    "17-U6",
    "17-U7",
    "17-V1",
    "17-B3",
    "17-L5",
    "23-2",
    "23-3",
    "23-5",
    "23-8",
    "23-9",
    "23-15",
]


def _kennungen(umsetzung: Umsetzung) -> list[str]:
    return [satz.kennung for satz in NORMEN if satz.umsetzung is umsetzung]


def test_alle_65_saetze_stehen_in_der_reihenfolge_der_quellen() -> None:
    bericht = [f"17-{buchstabe}{satz}" for buchstabe, n in SAETZE_JE_UEBERSCHRIFT.items() for satz in range(1, n + 1)]
    niederschrift = [f"23-{satz}" for satz in range(1, 23)]
    assert (len(bericht), len(niederschrift)) == (43, 22)
    assert [satz.kennung for satz in NORMEN] == bericht + niederschrift


def test_jede_norm_ist_genau_eine_konstante_des_moduls() -> None:
    konstanten = {name: wert for name, wert in vars(normen).items() if isinstance(wert, Norm)}
    assert list(konstanten.values()) == list(NORMEN)
    assert all(re.fullmatch(r"[A-Z]+(_[A-Z]+)*", name) for name in konstanten)


def test_dokument_und_status_gehoeren_zusammen() -> None:
    for satz in NORMEN:
        erwartet = {
            "17": (SACHSTANDSBERICHT_2017, Normstatus.BERICHTETER_ENTWURF_2017),
            "23": (NIEDERSCHRIFT_2023, Normstatus.AUSSAGE_2023),
        }[satz.kennung[:2]]
        assert (satz.fundstelle.dokument, satz.status) == erwartet


def test_satznummer_ist_die_der_kennung() -> None:
    for satz in NORMEN:
        assert satz.fundstelle.satz == int(re.sub(r"^(17-[A-Z]|23-)", "", satz.kennung))


def test_jede_ueberschrift_des_berichts_hat_ihren_buchstaben() -> None:
    paare = {(satz.kennung[3], satz.fundstelle.ueberschrift) for satz in NORMEN if satz.kennung.startswith("17")}
    assert len(paare) == len({ueberschrift for _, ueberschrift in paare}) == len(SAETZE_JE_UEBERSCHRIFT)


def test_jeder_satz_ist_eingeordnet_und_beschrieben() -> None:
    for satz in NORMEN:
        assert satz.arten, satz.kennung
        assert len(set(satz.arten)) == len(satz.arten), satz.kennung
        assert satz.traeger, satz.kennung
        assert satz.inhalt.endswith("."), satz.kennung
        assert satz.fundstelle.ueberschrift, satz.kennung


def test_wer_eine_bedingung_enthaelt_nennt_sie() -> None:
    assert [satz.kennung for satz in NORMEN if Normart.BEDINGUNG in satz.arten] == ["17-Z4", "17-F3", "17-F8"]
    assert all(satz.bedingung.endswith(".") for satz in NORMEN if Normart.BEDINGUNG in satz.arten)


def test_wer_eine_frist_enthaelt_nennt_sie() -> None:
    assert [satz.kennung for satz in NORMEN if Normart.FRIST in satz.arten] == ["17-P1", "17-F7"]
    assert all(satz.zeit for satz in NORMEN if Normart.FRIST in satz.arten)


def test_regel_daten_und_keine_sind_vollstaendig_verteilt() -> None:
    assert _kennungen(Umsetzung.REGEL) == REGELN
    assert sorted(_kennungen(Umsetzung.DATEN)) == sorted(DATEN)
    assert len(_kennungen(Umsetzung.KEINE)) == 65 - len(REGELN) - len(DATEN) == 24


def test_fragen_sind_wohlgeformt_geordnet_und_im_bereich() -> None:
    bekannt = {f"OF-{nummer:02d}" for nummer in range(1, 42)}
    for satz in NORMEN:
        assert set(satz.fragen) <= bekannt, satz.kennung
        assert list(satz.fragen) == sorted(set(satz.fragen)), satz.kennung


def test_fragen_zu_beitritt_budget_und_restmitteln() -> None:
    assert BEITRITT.fragen == ("OF-02", "OF-04", "OF-05", "OF-06", "OF-07", "OF-08")
    assert JAHRESBUDGET.fragen == ("OF-06", "OF-15", "OF-16", "OF-17", "OF-18", "OF-34")
    assert RUECKFUEHRUNG.fragen == ("OF-16", "OF-25", "OF-26", "OF-32", "OF-33")
    assert UEBERTRAGUNG.fragen == ("OF-09", "OF-25", "OF-26", "OF-32", "OF-33")


def test_stichwort_hat_hoechstens_fuenf_woerter_und_passt_in_den_satz() -> None:
    for satz in NORMEN:
        stelle = satz.fundstelle
        assert 1 <= len(stelle.stichwort.split()) <= 5, satz.kennung
        assert 0 <= stelle.abstand < stelle.laenge, satz.kennung


def test_fingerabdruecke_sind_verschiedene_sha256() -> None:
    abdruecke = [satz.fundstelle.sha256 for satz in NORMEN]
    assert len(set(abdruecke)) == 65
    assert all(len(abdruck) == 64 and set(abdruck) <= set(hexdigits.lower()) for abdruck in abdruecke)


def test_norm_findet_jede_kennung() -> None:
    assert [norm(satz.kennung) for satz in NORMEN] == list(NORMEN)
    assert norm("23-22") is KENNTNISNAHME


@pytest.mark.parametrize(
    ("kennung", "aehnlich"), [("17-F88", "17-F8"), ("17-f9", "17-F9"), ("F8", "17-F8"), ("17F1", "17-F1")]
)
def test_vertippte_kennung_nennt_die_richtige(kennung: str, aehnlich: str) -> None:
    with pytest.raises(UnbekannteNormError, match=aehnlich) as fehler:
        norm(kennung)
    assert fehler.value.kennung == kennung
    assert fehler.value.aehnliche[0] == aehnlich
    assert isinstance(fehler.value, KooperationsvertragError)


def test_ganz_fremde_kennung_nennt_ein_beispiel() -> None:
    with pytest.raises(UnbekannteNormError, match=r"Richtig wäre zum Beispiel 17-F8\.") as fehler:
        norm("Paragraf")
    assert fehler.value.aehnliche == ()


def _woerter(text: str) -> list[str]:
    return re.findall(r"\w+", re.sub(r"(\w)-\s*\n\s*", r"\1", text).casefold())


def _sechsergruppen(text: str) -> set[tuple[str, ...]]:
    woerter = _woerter(text)
    return {tuple(woerter[stelle : stelle + 6]) for stelle in range(len(woerter) - 5)}


def test_kein_wortlaut_der_quellen_im_register() -> None:
    quelle = {gruppe for text in quellentexte().values() for gruppe in _sechsergruppen(text)}
    assert len(quelle) > 1000
    assert not _sechsergruppen(getsource(normen)) & quelle


def test_kein_name_einer_person_im_register() -> None:
    namen = {
        name.casefold()
        for text in quellentexte().values()
        for name in re.findall(r"(?:Herrn?|Hr\.|Frau|Fr\.|KA) ([A-ZÄÖÜ]\w+)", text)
    }
    assert len(namen) >= 6
    assert not set(_woerter(getsource(normen))) & namen
