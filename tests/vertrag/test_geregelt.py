"""Geregelt: was ein Entwurf selbst entscheidet, ist keine Frage mehr."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.ablauf.ereignis import Ereignis
from kooperationsvertrag.ablauf.ergebnis import OffeneKonvention, ergebnis
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung
from kooperationsvertrag.ablauf.jahresfolge import jahresfolge
from kooperationsvertrag.ablauf.vertragsstand import stand
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung
from kooperationsvertrag.auslegung import Auslegung, zweige
from kooperationsvertrag.fehler import FassungError, GeregeltError
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Klausel, Regelung, Vertragsfassung
from kooperationsvertrag.vertrag.geregelt import (
    auslegung_der_fassung,
    geregelte_konvention,
    geregelte_lesarten,
    pruefe_wahl,
)
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN, Abstimmung, Rueckfuehrungsbasis
from strategien import aufzeichnungen, auslegungen
from test_lebenslauf import ereignisse_aller_art, tage

ENTWURF = evolve(
    BERICHT_2017,
    kennung="entwurf",
    klauseln=(Klausel("§ 7 Abs. 2", "Zurückgeführt wird nach den tatsächlichen Zahlungen.", ("17-F8",)),),
    geregelt=(
        Regelung("rueckfuehrungsbasis", "tatsaechliche_zahlungen", "§ 7 Abs. 2"),
        Regelung("rundung", "groesster_rest", "§ 7 Abs. 2"),
        Regelung("rundungsvorrang", ("ihk",)),
    ),
)


def mit(fassung: Vertragsfassung, auslegung: Auslegung) -> Vertragsfassung:
    """Regelt in einer Fassung alles, was in einer Auslegung gewählt ist."""
    regelungen = tuple(Regelung(frage, str(lesart)) for frage, lesart in auslegung.wahl)
    return evolve(fassung, geregelt=(*regelungen, Regelung("rundung", Rundung.GROESSTER_REST)))


def test_ein_entwurf_entscheidet_lesart_und_rundung() -> None:
    assert geregelte_lesarten(ENTWURF) == (("rueckfuehrungsbasis", Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN),)
    assert geregelte_konvention(ENTWURF) == Rechenkonvention(Rundung.GROESSTER_REST, ("ihk",))
    assert geregelte_konvention(BERICHT_2017) is None


def test_der_bericht_von_2017_entscheidet_nichts() -> None:
    auslegung = Auslegung.mit(Abstimmung.MEHRHEIT)
    assert geregelte_lesarten(BERICHT_2017) == ()
    assert auslegung_der_fassung(BERICHT_2017, auslegung) is auslegung


def test_dasselbe_noch_einmal_zu_waehlen_schadet_nicht_anderes_ist_ein_widerspruch() -> None:
    gleich = Auslegung.mit(Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN)
    anders = Auslegung.mit(Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL)

    pruefe_wahl(gleich, [ENTWURF])
    with pytest.raises(GeregeltError, match="regelt „rueckfuehrungsbasis“ selbst") as fehler:
        pruefe_wahl(anders, [ENTWURF])
    assert (fehler.value.frage, fehler.value.geregelt, fehler.value.gewaehlt, fehler.value.fassung) == (
        "rueckfuehrungsbasis",
        "tatsaechliche_zahlungen",
        "kosten_nach_schluessel",
        "entwurf",
    )


@pytest.mark.parametrize(
    ("regelung", "grund"),
    [
        (Regelung("farbe", "rot"), "„farbe“ gibt es nicht"),
        (Regelung("abstimmung", "per_los"), "möglich sind: einstimmig"),
        (Regelung("rundung", "aufrunden"), "möglich sind: groesster_rest"),
        (Regelung("rundungsvorrang", "ihk"), "eine Folge von Partnern"),
        (Regelung("rundungsvorrang", ("ihk",)), "nur mit „rundung“ zusammen"),
        (Regelung("abstimmung", "mehrheit", "§ 99"), "„§ 99“"),
    ],
)
def test_eine_unmoegliche_regelung_faellt_auf(regelung: Regelung, grund: str) -> None:
    with pytest.raises(FassungError, match=grund):
        evolve(BERICHT_2017, geregelt=(regelung,))


def test_der_vorrang_nennt_nur_partner() -> None:
    rundung = Regelung("rundung", "groesster_rest")
    with pytest.raises(FassungError, match="wuppertal"):
        evolve(BERICHT_2017, geregelt=(rundung, Regelung("rundungsvorrang", ("wuppertal",))))


def test_nichts_ist_zweimal_geregelt() -> None:
    with pytest.raises(FassungError, match="Mehr als einmal geregelt: abstimmung"):
        evolve(BERICHT_2017, geregelt=(Regelung("abstimmung", "mehrheit"), Regelung("abstimmung", "einstimmig")))


@given(aufzeichnungen(hoechstens=4), auslegungen, auslegungen)
def test_regelt_jede_fassung_eines_falls_alles_so_ist_er_eindeutig_auch_wenn_sie_es_verschieden_tun(
    aufzeichnung: Aufzeichnung, erste: Auslegung, weitere: Auslegung
) -> None:
    geregelt = evolve(
        aufzeichnung,
        fassung=mit(aufzeichnung.fassung, erste),
        wechsel=tuple(evolve(eines, fassung=mit(eines.fassung, weitere)) for eines in aufzeichnung.wechsel),
    )

    gerechnet = ergebnis(geregelt, konvention=OffeneKonvention())

    assert gerechnet.ist_eindeutig
    assert gerechnet.cent_spielraum == 0
    assert gerechnet.haushaltsjahre == jahresfolge(geregelt)


@given(aufzeichnungen(hoechstens=4, fassungswechsel=False), auslegungen)
def test_regelt_ein_entwurf_alles_so_ist_jedes_ergebnis_eindeutig(
    aufzeichnung: Aufzeichnung, auslegung: Auslegung
) -> None:
    geregelt = evolve(aufzeichnung, fassung=mit(aufzeichnung.fassung, auslegung))

    gerechnet = ergebnis(geregelt, konvention=OffeneKonvention())

    assert gerechnet.ist_eindeutig
    assert gerechnet.cent_spielraum == 0
    assert gerechnet.konvention == Rechenkonvention()
    assert gerechnet.haushaltsjahre == jahresfolge(aufzeichnung, auslegung)
    assert jahresfolge(geregelt) == gerechnet.haushaltsjahre
    assert len(zweige(lambda gefragt: jahresfolge(geregelt, gefragt))) == 1


@given(st.lists(ereignisse_aller_art, max_size=15), tage, auslegungen)
def test_regelt_ein_entwurf_alles_so_haengt_kein_stand_an_einer_lesart(
    getan: list[Ereignis], stichtag: date, auslegung: Auslegung
) -> None:
    assert stand(mit(BERICHT_2017, auslegung), getan, stichtag).offene_fragen == ()
    assert {frage for frage, _ in auslegung.wahl} == {frage.frage() for frage in AUSLEGUNGSFRAGEN}
