import re

from kooperationsvertrag.norm import Festlegung
from kooperationsvertrag.vertrag import festlegungen
from kooperationsvertrag.vertrag.fragen import FRAGEN
from kooperationsvertrag.vertrag.normen import NORMEN


def test_alle_festlegungen_stehen_im_register_und_sind_fortlaufend_nummeriert() -> None:
    benannte = [wert for wert in vars(festlegungen).values() if isinstance(wert, Festlegung)]
    assert tuple(benannte) == festlegungen.FESTLEGUNGEN
    assert [eintrag.kennung for eintrag in benannte] == [f"FL-{nummer:02}" for nummer in range(1, len(benannte) + 1)]


def test_jede_festlegung_nennt_frage_wahl_grund_und_folge() -> None:
    for eintrag in festlegungen.FESTLEGUNGEN:
        assert eintrag.frage.endswith("?")
        assert eintrag.wahl.endswith(".")
        assert eintrag.grund.endswith(".")
        assert eintrag.folge.endswith(".")


def test_verweise_auf_saetze_fragen_und_andere_festlegungen_gehen_nicht_ins_leere() -> None:
    bekannte = {norm.kennung for norm in NORMEN} | {eintrag.kennung for eintrag in FRAGEN}
    bekannte |= {eintrag.kennung for eintrag in festlegungen.FESTLEGUNGEN}
    texte = " ".join(
        f"{eintrag.frage} {eintrag.wahl} {eintrag.grund} {eintrag.folge}" for eintrag in festlegungen.FESTLEGUNGEN
    )
    verweise = set(re.findall(r"\b(?:17-[A-Z]\d+|23-\d+|OF-\d+|FL-\d+)", texte))
    assert {"17-F7", "17-P1", "OF-23", "OF-39"} <= verweise <= bekannte
