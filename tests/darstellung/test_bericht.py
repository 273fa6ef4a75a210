from hypothesis import HealthCheck, given, settings

from darstellung.beispieljahre import KOPF
from kooperationsvertrag.ablauf.ergebnis import ergebnis
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung
from kooperationsvertrag.ablauf.jahresfolge import begruendung
from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.darstellung.bericht import bericht
from kooperationsvertrag.darstellung.seite import als_text
from strategien import aufzeichnungen, auslegungen, halb_offene_auslegungen


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(aufzeichnung=aufzeichnungen(hoechstens=4, jahre=2), auslegung=halb_offene_auslegungen())
def test_jedes_ergebnis_laesst_sich_zeigen_und_verschweigt_keinen_betrag(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung
) -> None:
    gerechnet = ergebnis(aufzeichnung, auslegung)
    seite = als_text(bericht(gerechnet, KOPF))

    assert "…" not in seite or not gerechnet.ist_eindeutig
    assert gerechnet.ist_eindeutig != ("Die Ergebnisse nebeneinander" in seite)
    for jahr in gerechnet.haushaltsjahre:
        assert f"Abrechnung {jahr.jahr}" in seite
        assert all(str(betrag) in seite for betrag in jahr.rueckfuehrung.values())
        assert all(str(betrag) in seite for betrag in jahr.eingezahlt.values())
        assert str(jahr.verausgabt) in seite


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(aufzeichnung=aufzeichnungen(hoechstens=4, jahre=2), auslegung=auslegungen)
def test_die_begruendung_jedes_weges_nennt_jeden_schritt(aufzeichnung: Aufzeichnung, auslegung: Auslegung) -> None:
    schritte = begruendung(aufzeichnung, auslegung, Rechenkonvention())
    eindeutig = ergebnis(aufzeichnung, auslegung)
    seite = als_text(bericht(eindeutig, KOPF, schritte))

    assert all(f"\n{schritt.nummer:>3}. " in seite for schritt in schritte)
