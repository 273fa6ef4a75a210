"""Lücken: jede Frage, die offen ist, und wie viel sie bewegt."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given, settings

from kooperationsvertrag.ablauf.ergebnis import ergebnis
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.geld import NULL, Geldbetrag
from kooperationsvertrag.revision.luecken import geschlossen, luecken, musterfaelle
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung, Vertragsfassung
from kooperationsvertrag.vertrag.fragen import FRAGEN
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from strategien import auslegungen

NICHT_AM_GELD = {"leistungsfaehigkeit", "planungsfrist", "berichtsfrist", "stellendauer"}


def mit(*regelungen: tuple[str, str]) -> Vertragsfassung:
    return evolve(BERICHT_2017, geregelt=tuple(Regelung(frage, antwort) for frage, antwort in regelungen))


def test_der_bericht_von_2017_laesst_alles_offen() -> None:
    liste = luecken(BERICHT_2017, musterfaelle(BERICHT_2017))

    assert {luecke.schluessel for luecke in liste if luecke.schluessel} == {frage.frage() for frage in AUSLEGUNGSFRAGEN}
    assert {luecke.frage.kennung for luecke in liste} == {frage.kennung for frage in FRAGEN} - {"OF-32"}
    assert all(luecke.normen for luecke in liste if luecke.frage.norm_kennungen)


def test_die_musterfaelle_beruehren_jede_frage_an_der_geld_haengt() -> None:
    liste = luecken(BERICHT_2017, musterfaelle(BERICHT_2017))

    bewegt = {luecke.schluessel for luecke in liste if luecke.unterschied}
    assert bewegt == {frage.frage() for frage in AUSLEGUNGSFRAGEN} - NICHT_AM_GELD
    assert all(bool(luecke.fall) == bool(luecke.unterschied) for luecke in liste)


def test_die_liste_beginnt_mit_dem_was_am_meisten_bewegt_und_endet_mit_dem_was_sich_nicht_rechnen_laesst() -> None:
    liste = luecken(BERICHT_2017, musterfaelle(BERICHT_2017))

    unterschiede = [luecke.unterschied for luecke in liste]
    assert unterschiede == sorted(unterschiede, reverse=True)
    nur_beschrieben = [not luecke.schluessel for luecke in liste]
    assert nur_beschrieben == sorted(nur_beschrieben)


def test_die_haelfte_der_ihk_macht_bei_der_rueckfuehrungsbasis_den_unterschied() -> None:
    fall = {"IHK": musterfaelle(BERICHT_2017)["Ein Partner zahlt nur die Hälfte"]}

    [einzige] = [luecke for luecke in luecken(BERICHT_2017, fall) if luecke.unterschied]

    # Rest 50.000: nach Schlüssel erhält die IHK 8.333,33; nach Kosten schuldet sie 10.000 - 10.000 = 0.
    assert einzige.schluessel == "rueckfuehrungsbasis"
    assert einzige.unterschied == Geldbetrag(833_333)


def test_ein_entwurf_schliesst_was_er_regelt() -> None:
    entwurf = mit(("abstimmung", "mehrheit"), ("pruefung", "vornahme_genuegt"))
    alt = luecken(BERICHT_2017, musterfaelle(BERICHT_2017))
    neu = luecken(entwurf, musterfaelle(entwurf))

    assert {luecke.schluessel for luecke in geschlossen(alt, neu)} == {"abstimmung", "pruefung"}
    assert geschlossen(neu, alt) == ()


def test_ohne_faelle_bewegt_nichts_etwas() -> None:
    assert {luecke.unterschied for luecke in luecken(BERICHT_2017, {})} == {NULL}


@settings(max_examples=25)
@given(auslegungen)
def test_regelt_ein_entwurf_alles_so_ist_jeder_musterfall_eindeutig(auslegung: Auslegung) -> None:
    entwurf = mit(*[(frage, str(lesart)) for frage, lesart in auslegung.wahl])

    assert all(ergebnis(fall).ist_eindeutig for fall in musterfaelle(entwurf).values())
    assert [luecke for luecke in luecken(entwurf, musterfaelle(entwurf)) if luecke.schluessel] == []
