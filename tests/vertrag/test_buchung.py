import pytest

from kooperationsvertrag.fehler import BuchungError
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einnahmenart, Einzahlung, Zusatzmittel

MINUS = Geldbetrag(-1)


def test_ein_gebuchter_betrag_ist_nicht_negativ() -> None:
    with pytest.raises(BuchungError, match="nicht negativ"):
        Einzahlung("ihk", MINUS)
    with pytest.raises(BuchungError, match="nicht negativ"):
        Ausgabe("Saal", Ausgabenart.PROJEKT, MINUS)
    with pytest.raises(BuchungError, match="nicht negativ"):
        Einnahme("Saal", Einnahmenart.DRITTMITTEL, MINUS)
    with pytest.raises(BuchungError, match="nicht negativ"):
        Zusatzmittel("ihk", MINUS)


def test_personalkosten_nennen_wessen_personal() -> None:
    with pytest.raises(BuchungError, match="Personalkosten") as fehler:
        Ausgabe("Gehalt", Ausgabenart.PERSONALKOSTEN, Geldbetrag(1))
    assert isinstance(fehler.value.buchung, Ausgabe)


def test_andere_ausgaben_nennen_keinen_partner() -> None:
    with pytest.raises(BuchungError, match="nur dort"):
        Ausgabe("Saal", Ausgabenart.PROJEKT, Geldbetrag(1), partner="ihk")
