from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.vertrag import lesarten


def test_jede_frage_steht_in_der_liste() -> None:
    fragen = [
        wert
        for wert in vars(lesarten).values()
        if isinstance(wert, type) and issubclass(wert, Lesart) and wert is not Lesart
    ]
    assert tuple(fragen) == lesarten.AUSLEGUNGSFRAGEN


def test_der_name_in_der_datei_folgt_aus_dem_namen_des_glieds() -> None:
    for frage in lesarten.AUSLEGUNGSFRAGEN:
        assert [str(lesart) for lesart in frage] == [lesart.name.lower() for lesart in frage]
