"""Die Bibliothek und eine zweite, anders geschriebene Rechnung kommen zu denselben Beträgen."""

import random

import pytest

from aus_referenz import als_aufzeichnung, als_auslegung, als_konvention, aus_bibliothek, aus_referenz
from kooperationsvertrag.ablauf.jahresfolge import jahresfolge
from referenz import rechne
from zufallsfaelle import zufallsfall


@pytest.mark.parametrize("hundert", range(100))
def test_hundert_zufaellige_faelle_stimmen_mit_der_zweiten_rechnung_ueberein(hundert: int) -> None:
    for saat in range(100 * hundert, 100 * hundert + 100):
        fall, lesarten = zufallsfall(random.Random(saat))
        jahre = jahresfolge(als_aufzeichnung(fall), als_auslegung(lesarten), als_konvention(lesarten))
        assert [aus_bibliothek(jahr) for jahr in jahre] == [aus_referenz(jahr) for jahr in rechne(fall, lesarten)], saat
