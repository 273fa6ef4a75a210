from kooperationsvertrag.norm import Festlegung
from kooperationsvertrag.vertrag import festlegungen


def test_alle_festlegungen_stehen_im_register_und_sind_fortlaufend_nummeriert() -> None:
    benannte = [wert for wert in vars(festlegungen).values() if isinstance(wert, Festlegung)]
    assert tuple(benannte) == festlegungen.FESTLEGUNGEN
    assert [eintrag.kennung for eintrag in benannte] == [f"FL-{nummer:02}" for nummer in range(1, len(benannte) + 1)]


def test_jede_festlegung_nennt_frage_wahl_und_grund() -> None:
    for eintrag in festlegungen.FESTLEGUNGEN:
        assert eintrag.frage.endswith("?")
        assert eintrag.wahl.endswith(".")
        assert eintrag.grund.endswith(".")
