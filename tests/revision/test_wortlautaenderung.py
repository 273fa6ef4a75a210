"""Wortlautänderung: keine Regel wird übersehen, wenn ein Satz anders lautet."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kooperationsvertrag.norm import Festlegung, Fundstelle, Norm, Normart, Normstatus, Regel, Umsetzung
from kooperationsvertrag.regeln import alle_regeln
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand, abgleich
from kooperationsvertrag.revision.wortlautaenderung import Satzfolgen, Wortlautaenderung, wortlautaenderung
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fragen import Vertragsfrage
from kooperationsvertrag.vertrag.normen import NIEDERSCHRIFT_2023, NORMEN, SACHSTANDSBERICHT_2017
from quellen import quellentexte

SATZUNG = "Satzung des Lesekreises"


def _norm(nummer: int, stichwort: str, satz: str, fragen: tuple[str, ...] = ()) -> Norm:
    ohne_leerraum = satz.replace(" ", "")
    return Norm(
        kennung=f"L-{nummer}",
        arten=(Normart.TATSACHE,),
        traeger="Lesekreis",
        gegenueber="",
        inhalt="Satz aus einer erfundenen Satzung.",
        fundstelle=Fundstelle(
            dokument=SATZUNG,
            ueberschrift="Kasse",
            satz=nummer,
            stichwort=stichwort,
            abstand=ohne_leerraum.index(stichwort.replace(" ", "")),
            laenge=len(ohne_leerraum),
            sha256=sha256(ohne_leerraum.encode()).hexdigest(),
        ),
        status=Normstatus.AUSSAGE_2023,
        umsetzung=Umsetzung.REGEL,
        fragen=fragen,
    )


SAETZE = ("Jedes Mitglied zahlt im Jahr 24 Euro.", "Die Kasse führt der Kassenwart.", "Überschüsse bleiben liegen.")
BEITRAG = _norm(1, "Jedes Mitglied", SAETZE[0], ("F-1",))
KASSENFUEHRUNG = _norm(2, "der Kassenwart", SAETZE[1])
UEBERSCHUESSE = _norm(3, "Überschüsse", SAETZE[2])
LESEKREIS = (BEITRAG, KASSENFUEHRUNG, UEBERSCHUESSE)

FAELLIGKEIT = Festlegung("LF-1", "Wann wird gezahlt?", "Zum Jahresbeginn.", "L-1 nennt keinen Tag.", "Anderes.")
RUNDUNG = Festlegung("LF-2", "Wie wird gerundet?", "Gar nicht.", "Beträge sind ganz.", "Anderes.")
ANDERES = Festlegung("LF-3", "Was gilt sonst?", "Nichts.", "L-11 gibt es nicht.", "Anderes.")
JAHRESBEITRAG = Regel("jahresbeitrag", "lesekreis.kasse", "Der Beitrag.", (BEITRAG,), ())
KASSENSTAND = Regel("kassenstand", "lesekreis.kasse", "Was da ist.", (BEITRAG, UEBERSCHUESSE), (RUNDUNG,))
HOEHE = Vertragsfrage("F-1", "Höhe", "Wie hoch ist der Beitrag?", ("L-1",), "Alles.")
VERWENDUNG = Vertragsfrage("F-2", "Verwendung", "Wofür?", ("L-3",), "Wenig.")


def lesekreis(*saetze: str) -> Wortlautaenderung:
    return wortlautaenderung(
        abgleich(" ".join(saetze), LESEKREIS),
        regeln=(JAHRESBEITRAG, KASSENSTAND),
        fragen=(HOEHE, VERWENDUNG),
        festlegungen=(FAELLIGKEIT, RUNDUNG, ANDERES),
    )


def test_ist_nichts_geaendert_so_ist_nichts_zu_pruefen() -> None:
    aenderung = lesekreis(*SAETZE)

    assert len(aenderung.abgleiche) == 3
    assert (aenderung.saetze, aenderung.regeln, aenderung.ohne_regel) == ((), (), ())


def test_ein_geaenderter_satz_nennt_seine_regeln_fragen_und_festlegungen() -> None:
    aenderung = lesekreis(SAETZE[0].replace("24", "36"), *SAETZE[1:])

    [satz] = aenderung.saetze
    assert (satz.abgleich.norm, satz.abgleich.stand) == (BEITRAG, Stand.GEAENDERT)
    assert satz.regeln == (JAHRESBEITRAG, KASSENSTAND)
    assert satz.fragen == (HOEHE,)
    assert satz.festlegungen == (FAELLIGKEIT, RUNDUNG)
    assert satz.angaben == ()


def test_umgekehrt_nennt_jede_regel_ihre_geaenderten_saetze() -> None:
    aenderung = lesekreis(SAETZE[0].replace("24", "36"), SAETZE[1])

    assert {satz.abgleich.norm.kennung: satz.abgleich.stand for satz in aenderung.saetze} == {
        "L-1": Stand.GEAENDERT,
        "L-3": Stand.FEHLT,
    }
    assert [(eine.regel, eine.saetze) for eine in aenderung.regeln] == [
        (JAHRESBEITRAG, (BEITRAG,)),
        (KASSENSTAND, (BEITRAG, UEBERSCHUESSE)),
    ]


def test_ein_satz_ohne_regel_wird_genannt() -> None:
    aenderung = lesekreis(SAETZE[0], "Die Kasse führt der Kassenwart gewissenhaft.", SAETZE[2])

    assert aenderung.ohne_regel == (KASSENFUEHRUNG,)
    assert aenderung.regeln == ()


def folgen(norm: Norm) -> Satzfolgen:
    [satz] = wortlautaenderung([Satzabgleich(norm, Stand.GEAENDERT, "")]).saetze
    return satz


@pytest.mark.parametrize(
    ("norm", "angaben"),
    [
        (
            normen.JAHRESBUDGET,
            {
                "jahresbudget",
                "beitraege.duesseldorf",
                "beitraege.mettmann",
                "beitraege.ihk",
                "partner.duesseldorf",
                "partner.mettmann",
                "partner.ihk",
                "reihenfolge_der_partner",
            },
        ),
        (normen.SCHWERPUNKT_REGIONALWIRTSCHAFT, {"stellen[2]"}),
        (normen.LEITUNG_UND_STELLVERTRETUNG, {"stellen[0]", "stellen[1]"}),
        (normen.VORGESETZTENFUNKTION, set()),
    ],
)
def test_ein_satz_nennt_die_angaben_die_auf_ihm_beruhen(norm: Norm, angaben: set[str]) -> None:
    assert {angabe for angabe, _ in folgen(norm).angaben} == angaben


def test_die_rueckfuehrung_nennt_was_ueber_den_schluessel_festgelegt_und_offen_ist() -> None:
    satz = folgen(normen.RUECKFUEHRUNG)

    assert "OF-16" in [frage.kennung for frage in satz.fragen]
    assert "FL-01" in [festlegung.kennung for festlegung in satz.festlegungen]
    assert "rueckfuehrung" in [regel.name for regel in satz.regeln]


def mit_stand(staende: Iterable[Stand]) -> list[Satzabgleich]:
    return [Satzabgleich(norm, stand, "") for norm, stand in zip(NORMEN, staende, strict=True)]


@settings(max_examples=25)
@given(st.lists(st.sampled_from(Stand), min_size=len(NORMEN), max_size=len(NORMEN)))
def test_genannt_ist_genau_jede_regel_mit_einem_geaenderten_oder_fehlenden_satz(staende: list[Stand]) -> None:
    aenderung = wortlautaenderung(mit_stand(staende))
    geaendert = {norm for norm, stand in zip(NORMEN, staende, strict=True) if stand is not Stand.UNVERAENDERT}

    assert [eine.regel for eine in aenderung.regeln] == [r for r in alle_regeln() if geaendert & set(r.normen)]
    assert all(set(eine.saetze) == geaendert & set(eine.regel.normen) for eine in aenderung.regeln)
    assert {(satz.abgleich.norm.kennung, regel) for satz in aenderung.saetze for regel in satz.regeln} == {
        (norm.kennung, eine.regel) for eine in aenderung.regeln for norm in eine.saetze
    }
    assert {satz.abgleich.norm for satz in aenderung.saetze} == geaendert


@pytest.mark.parametrize("dokument", [SACHSTANDSBERICHT_2017, NIEDERSCHRIFT_2023])
def test_eine_quelle_in_der_jeder_satz_anders_ist_nennt_jede_regel_dieser_quelle(dokument: str) -> None:
    text = quellentexte()[dokument].replace("e", "ee")
    stichwoerter = "\n\n".join(norm.fundstelle.stichwort for norm in NORMEN if norm.fundstelle.dokument == dokument)

    aenderung = wortlautaenderung(abgleich(f"{text}\n\n{stichwoerter}", NORMEN))

    saetze = {norm for norm in NORMEN if norm.fundstelle.dokument == dokument}
    assert {satz.abgleich.norm for satz in aenderung.saetze} == saetze
    assert {eine.regel for eine in aenderung.regeln} == {r for r in alle_regeln() if saetze & set(r.normen)}


def test_eine_quelle_mit_anderen_betraegen_nennt_die_regeln_der_finanzierung() -> None:
    text = quellentexte()[SACHSTANDSBERICHT_2017].replace("50.000", "60.000")

    aenderung = wortlautaenderung(abgleich(text, NORMEN))

    assert [eines.abgleich.norm for eines in aenderung.saetze] == [normen.JAHRESBUDGET]
    assert "jahresbudget" in [eine.regel.name for eine in aenderung.regeln]
