"""Beleg: gleich genau dann, wenn mit derselben Fassung, Eingabe, Auslegung und Konvention gerechnet ist."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve, fields_dict
from hypothesis import given, settings
from hypothesis import strategies as st

from fall.falldateien import EINFACH
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fall.als_json import beleg_als_json, fingerabdruck_der_fassung
from kooperationsvertrag.fall.einlesen import lies_fall
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import (
    BERICHT_2017,
    Gueltigkeit,
    Klausel,
    Regelung,
    Sitz,
    Stelle,
    Vertragsfassung,
)
from kooperationsvertrag.vertrag.fassungsregister import Inkrafttreten
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from kooperationsvertrag.vertrag.partner import Partner
from revision.aenderungen import ALLE, geaenderte
from strategien import auslegungen, fassungen, konventionen

KLAUSEL = Klausel("§ 1", "Ein Wortlaut.", ("17-F8",))
ENTWURF = evolve(
    BERICHT_2017, klauseln=(KLAUSEL, evolve(KLAUSEL, kennung="§ 2")), geregelt=(Regelung("abstimmung", "mehrheit"),)
)
DUESSELDORF, *WEITERE = ENTWURF.partner
STELLE, *STELLEN = ENTWURF.stellen
SITZ, *SITZE = ENTWURF.aufsichtsgremium


def mit_partner(partner: Partner) -> Vertragsfassung:
    return evolve(ENTWURF, partner=(partner, *WEITERE))


def mit_stelle(stelle: Stelle) -> Vertragsfassung:
    return evolve(ENTWURF, stellen=(stelle, *STELLEN))


def mit_sitz(sitz: Sitz) -> Vertragsfassung:
    return evolve(ENTWURF, aufsichtsgremium=(sitz, *SITZE))


def mit_klausel(klausel: Klausel) -> Vertragsfassung:
    return evolve(ENTWURF, klauseln=(klausel, *ENTWURF.klauseln[1:]))


def umbenannt(kennung: str) -> Vertragsfassung:
    """Ein Partner mit anderer Kennung; sie steht auch bei Beitrag, Stelle, Sitz und Abordnung."""
    partner = (evolve(DUESSELDORF, kennung=kennung), *WEITERE)
    beitraege = evolve(
        ENTWURF.beitraege, paare=((kennung, ENTWURF.beitraege["duesseldorf"]), *ENTWURF.beitraege.paare[1:])
    )
    return evolve(
        ENTWURF,
        partner=partner,
        beitraege=beitraege,
        stellen=(evolve(STELLE, partner=kennung), *STELLEN),
        aufsichtsgremium=(evolve(SITZ, partner=kennung), *SITZE),
        sitz_der_abordnung=kennung,
    )


JE_FELD: dict[tuple[type, str], Vertragsfassung] = {
    (Vertragsfassung, "kennung"): evolve(ENTWURF, kennung="anders"),
    (Vertragsfassung, "bezeichnung"): evolve(ENTWURF, bezeichnung="anders"),
    (Vertragsfassung, "grundlage"): evolve(ENTWURF, grundlage="anders"),
    (Vertragsfassung, "partner"): mit_partner(evolve(DUESSELDORF, kurzname="anders")),
    (Vertragsfassung, "beitraege"): evolve(
        ENTWURF,
        beitraege=evolve(
            ENTWURF.beitraege, paare=(*ENTWURF.beitraege.paare[:2], ("ihk", ENTWURF.beitraege["mettmann"]))
        ),
    ),
    (Vertragsfassung, "stellen"): evolve(ENTWURF, stellen=()),
    (Vertragsfassung, "aufsichtsgremium"): evolve(ENTWURF, aufsichtsgremium=()),
    (Vertragsfassung, "sitz_der_abordnung"): evolve(ENTWURF, sitz_der_abordnung="ihk"),
    (Vertragsfassung, "klauseln"): evolve(ENTWURF, klauseln=()),
    (Vertragsfassung, "geregelt"): evolve(ENTWURF, geregelt=()),
    (Vertragsfassung, "entfallen"): evolve(ENTWURF, entfallen=("17-F3",)),
    (Vertragsfassung, "gueltigkeit"): evolve(ENTWURF, gueltigkeit=Gueltigkeit(bei="Beschluss")),
    (Gueltigkeit, "ab"): evolve(ENTWURF, gueltigkeit=Gueltigkeit(ab=date(2027, 1, 1))),
    (Gueltigkeit, "bei"): evolve(ENTWURF, gueltigkeit=Gueltigkeit(bei="Unterzeichnung")),
    (Klausel, "kennung"): mit_klausel(evolve(KLAUSEL, kennung="§ 3")),
    (Klausel, "text"): mit_klausel(evolve(KLAUSEL, text="Ein anderer Wortlaut.")),
    (Klausel, "ersetzt"): mit_klausel(evolve(KLAUSEL, ersetzt=("17-F9",))),
    (Regelung, "frage"): evolve(ENTWURF, geregelt=(Regelung("pruefung", "billigung_noetig"),)),
    (Regelung, "antwort"): evolve(ENTWURF, geregelt=(Regelung("abstimmung", "einstimmig"),)),
    (Regelung, "klausel"): evolve(ENTWURF, geregelt=(Regelung("abstimmung", "mehrheit", "§ 2"),)),
    (Stelle, "partner"): mit_stelle(evolve(STELLE, partner="ihk")),
    (Stelle, "funktion"): mit_stelle(evolve(STELLE, funktion=STELLEN[0].funktion)),
    (Stelle, "norm"): mit_stelle(evolve(STELLE, norm=normen.PERSONALGESTELLUNG)),
    (Sitz, "partner"): mit_sitz(evolve(SITZ, partner="ihk")),
    (Sitz, "amt"): mit_sitz(evolve(SITZ, amt="ein anderes Amt")),
    (Partner, "kennung"): umbenannt("landeshauptstadt"),
    (Partner, "name"): mit_partner(evolve(DUESSELDORF, name="anders")),
    (Partner, "kurzname"): mit_partner(evolve(DUESSELDORF, kurzname="ganz anders")),
    (Partner, "rechtsform"): mit_partner(evolve(DUESSELDORF, rechtsform=WEITERE[0].rechtsform)),
    (Partner, "entscheidungsgremium"): mit_partner(evolve(DUESSELDORF, entscheidungsgremium="anders")),
    (Partner, "kreis"): mit_partner(evolve(DUESSELDORF, kreis="anders")),
}
"""Zu jedem Feld einer Fassung und ihrer Teile eine Fassung, die sich von dem Entwurf nur darin unterscheidet."""


def test_jedes_feld_einer_fassung_und_ihrer_teile_zaehlt_im_fingerabdruck() -> None:
    klassen = {klasse for klasse, _ in JE_FELD}
    assert set(JE_FELD) == {(klasse, feld) for klasse in klassen for feld in fields_dict(klasse)}

    verschiedene = [ENTWURF, *JE_FELD.values()]
    assert len({fingerabdruck_der_fassung(fassung) for fassung in verschiedene}) == len(verschiedene)


@settings(max_examples=50)
@given(fassungen(hoechstens=3), st.data())
def test_der_fingerabdruck_ist_derselbe_genau_dann_wenn_es_die_fassung_ist(
    fassung: Vertragsfassung, data: st.DataObject
) -> None:
    alt, neu = data.draw(geaenderte(fassung, ALLE))

    assert (fingerabdruck_der_fassung(alt) == fingerabdruck_der_fassung(neu)) == (alt == neu)
    assert fingerabdruck_der_fassung(evolve(alt)) == fingerabdruck_der_fassung(alt)


FALL = lies_fall(EINFACH.encode())


@pytest.mark.parametrize(
    "anderer",
    [
        evolve(FALL, fingerabdruck="sha256:0123"),
        evolve(FALL, auslegung=Auslegung.mit(next(iter(AUSLEGUNGSFRAGEN[0])))),
        evolve(FALL, konvention=Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT)),
        evolve(FALL, konvention=Rechenkonvention(vorrang=("ihk",))),
        evolve(FALL, aufzeichnung=evolve(FALL.aufzeichnung, fassung=ENTWURF)),
        evolve(FALL, aufzeichnung=evolve(FALL.aufzeichnung, wechsel=(Inkrafttreten(ENTWURF, date(2027, 1, 1)),))),
    ],
    ids=["eingabe", "lesart", "rundung", "vorrang", "fassung", "fassungswechsel"],
)
def test_wer_anders_rechnet_hat_einen_anderen_beleg(anderer: object) -> None:
    assert isinstance(anderer, type(FALL))
    assert beleg_als_json(anderer) != beleg_als_json(FALL)


@settings(max_examples=50)
@given(
    auslegungen,
    auslegungen,
    konventionen(BERICHT_2017.partner_kennungen),
    konventionen(BERICHT_2017.partner_kennungen),
)
def test_gleiche_belege_haben_gleiche_lesarten_und_konventionen(
    eine: Auslegung, andere: Auslegung, konvention: Rechenkonvention, andere_konvention: Rechenkonvention
) -> None:
    einer = beleg_als_json(evolve(FALL, auslegung=eine, konvention=konvention))
    anderer = beleg_als_json(evolve(FALL, auslegung=andere, konvention=andere_konvention))

    assert (einer == anderer) == (eine == andere and konvention == andere_konvention)
