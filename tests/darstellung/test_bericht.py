from hypothesis import HealthCheck, given, settings

from darstellung.beispieljahre import KOPF
from kooperationsvertrag.ablauf.ergebnis import auslegung_aus, ergebnis
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung
from kooperationsvertrag.ablauf.jahresfolge import begruendung
from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.darstellung.bericht import bericht
from kooperationsvertrag.darstellung.seite import als_text
from strategien import aufzeichnungen


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(aufzeichnung=aufzeichnungen(hoechstens=4, jahre=2))
def test_jedes_ergebnis_laesst_sich_zeigen_und_verschweigt_keinen_betrag(aufzeichnung: Aufzeichnung) -> None:
    gerechnet = ergebnis(aufzeichnung)
    seite = als_text(bericht(gerechnet, KOPF))

    assert "…" not in seite or not gerechnet.ist_eindeutig
    assert gerechnet.ist_eindeutig != ("Die Ergebnisse nebeneinander" in seite)
    for jahr in gerechnet.haushaltsjahre:
        assert f"Abrechnung {jahr.jahr}" in seite
        assert all(str(betrag) in seite for betrag in jahr.rueckfuehrung.values())
        assert all(str(betrag) in seite for betrag in jahr.eingezahlt.values())
        assert str(jahr.verausgabt) in seite


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(aufzeichnung=aufzeichnungen(hoechstens=4, jahre=2))
def test_die_begruendung_jedes_weges_nennt_jeden_schritt(aufzeichnung: Aufzeichnung) -> None:
    gerechnet = ergebnis(aufzeichnung)
    auslegung = auslegung_aus(gerechnet.varianten[0].wege[0])
    schritte = begruendung(aufzeichnung, auslegung, Rechenkonvention())
    eindeutig = ergebnis(aufzeichnung, auslegung)
    seite = als_text(bericht(eindeutig, KOPF, schritte))

    assert all(f"\n{schritt.nummer:>3}. " in seite for schritt in schritte)
