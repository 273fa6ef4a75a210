"""JSON einer Abrechnung: Schlüssel, Reihenfolge, Beträge als Text."""

from __future__ import annotations

import json
from importlib.metadata import version

import pytest
from attrs import evolve

from fall.falldateien import EINFACH
from kooperationsvertrag.ablauf.abrechnung import Beschlussfolge, Jahresabrechnung, Jahresstatus
from kooperationsvertrag.ablauf.ergebnis import Ergebnis, OffeneKonvention
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Antwort, OffeneFrage, Variante
from kooperationsvertrag.fall.als_json import Json, abrechnung_als_json, fingerabdruck_der_fassung
from kooperationsvertrag.fall.einlesen import lies_fall
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.herleitung import Betragsangabe, Schritt
from kooperationsvertrag.norm import Befund, Festlegung, Regel, Schwere
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import Abstimmung, Pruefung

FALL = lies_fall(EINFACH.encode())
RUECKFUEHRUNG = Betraege.von(
    {"duesseldorf": Geldbetrag(3190936), "mettmann": Geldbetrag(3190935), "ihk": Geldbetrag(1276374)}
)
JAHR = Jahresabrechnung(
    jahr=2018,
    jahresbudget=Geldbetrag(12_000_000),
    vereinbart=BERICHT_2017.beitraege,
    eingezahlt=BERICHT_2017.beitraege,
    rueckstaende=Betraege(),
    uebertrag_aus_vorjahr=NULL,
    zusatzmittel=Betraege(),
    drittmittel=NULL,
    verfuegbar=Geldbetrag(12_000_000),
    verausgabt=Geldbetrag(4341755),
    eigenanteile=NULL,
    rest=Geldbetrag(7658245),
    ueberschreitung=NULL,
    status=Jahresstatus.RUECKFUEHRUNG,
    rueckfuehrung=RUECKFUEHRUNG,
    forderungen=Betraege(),
    erstattungen=Betraege(),
    uebertrag_in_folgejahr=NULL,
    wartet_auf_pruefung=NULL,
    schichten_in_folgejahr=(),
    beschluss=None,
    befunde=(Befund("rundung", Schwere.HINWEIS, "Ein Cent.", (normen.RUECKFUEHRUNG,)),),
)
ANDERES_JAHR = evolve(
    JAHR,
    rueckfuehrung=Betraege(),
    rueckstaende=Betraege((("ihk", Geldbetrag(-500)),)),
    uebertrag_in_folgejahr=Geldbetrag(7658245),
    status=Jahresstatus.UEBERTRAGUNG,
    beschluss=Beschlussfolge(wirksam=True, beantragt=Geldbetrag(7658245), uebertragen=Geldbetrag(7658245)),
    schichten_in_folgejahr=(
        Schicht(2018, Geldbetrag(7658245), Zahlungsschluessel.aus_betraegen(BERICHT_2017.beitraege)),
        Schicht(2018, NULL, Zahlungsschluessel((("duesseldorf", 3), ("ihk", 0)))),
    ),
)
EINSTIMMIG: Antwort = ("abstimmung", Abstimmung.EINSTIMMIG)
MEHRHEIT: Antwort = ("abstimmung", Abstimmung.MEHRHEIT)
GEWICHTET: Antwort = ("abstimmung", Abstimmung.GEWICHTET_EINFACH)
BILLIGUNG: Antwort = ("pruefung", Pruefung.BILLIGUNG_NOETIG)

EINDEUTIG = Ergebnis(
    konvention=Rechenkonvention(),
    varianten=(Variante((BILLIGUNG,), ((BILLIGUNG, EINSTIMMIG), (BILLIGUNG, MEHRHEIT)), (JAHR,)),),
    offene_fragen=(),
    cent_spielraum=1,
)
OFFEN = Ergebnis(
    konvention=Rechenkonvention(),
    varianten=(
        Variante((EINSTIMMIG,), ((BILLIGUNG, EINSTIMMIG),), (JAHR,)),
        Variante((BILLIGUNG, MEHRHEIT), ((BILLIGUNG, MEHRHEIT), (BILLIGUNG, GEWICHTET)), (ANDERES_JAHR,)),
    ),
    offene_fragen=(OffeneFrage("abstimmung", 333_333), OffeneFrage("pruefung", 5)),
    cent_spielraum=0,
)


def test_eindeutiges_ergebnis_hat_jeden_schluessel_in_der_reihenfolge_der_schnittstelle() -> None:
    daten = abrechnung_als_json(FALL, EINDEUTIG)
    assert json.loads(json.dumps(daten)) == {
        "titel": "Haushaltsjahr 2018",
        "fassung": "bericht-2017",
        "grundlage": BERICHT_2017.grundlage,
        "fassungen": [
            {
                "fassung": "bericht-2017",
                "bezeichnung": BERICHT_2017.bezeichnung,
                "grundlage": BERICHT_2017.grundlage,
                "ab": None,
                "geregelt": {},
            }
        ],
        "eindeutig": True,
        "auslegung": {"pruefung": "billigung_noetig"},
        "konventionen": {"rundung": "groesster_rest", "rundungsvorrang": "vertragsreihenfolge"},
        "cent_spielraum": 1,
        "offene_fragen": [],
        "unterschiede": {},
        "varianten": [],
        "beleg": {
            "version": version("kooperationsvertrag"),
            "fassung": fingerabdruck_der_fassung(BERICHT_2017),
            "eingabe": FALL.fingerabdruck,
            "weitere_fassungen": [],
            "auslegung": {},
            "konventionen": {"rundung": "groesster_rest", "rundungsvorrang": "vertragsreihenfolge"},
        },
        "haushaltsjahre": [
            {
                "jahr": 2018,
                "jahresbudget": "120000.00",
                "vereinbart": {"duesseldorf": "50000.00", "mettmann": "50000.00", "ihk": "20000.00"},
                "eingezahlt": {"duesseldorf": "50000.00", "mettmann": "50000.00", "ihk": "20000.00"},
                "rueckstaende": {},
                "uebertrag_aus_vorjahr": "0.00",
                "zusatzmittel": {},
                "drittmittel": "0.00",
                "verfuegbar": "120000.00",
                "verausgabt": "43417.55",
                "eigenanteile": "0.00",
                "rest": "76582.45",
                "ueberschreitung": "0.00",
                "status": "rueckfuehrung",
                "rueckfuehrung": {"duesseldorf": "31909.36", "mettmann": "31909.35", "ihk": "12763.74"},
                "forderungen": {},
                "erstattungen": {},
                "uebertrag_in_folgejahr": "0.00",
                "wartet_auf_pruefung": "0.00",
                "schichten_in_folgejahr": [],
                "beschluss": None,
                "befunde": [
                    {"kennung": "rundung", "schwere": "hinweis", "text": "Ein Cent.", "fundstellen": ["17-F8"]}
                ],
            }
        ],
    }
    assert " ".join(daten) == SCHLUESSEL
    (jahr,) = json.loads(json.dumps(daten["haushaltsjahre"]))
    assert " ".join(jahr) == JAHRESSCHLUESSEL


SCHLUESSEL = (
    "titel fassung grundlage fassungen eindeutig auslegung konventionen cent_spielraum offene_fragen unterschiede "
    "varianten beleg haushaltsjahre"
)
JAHRESSCHLUESSEL = (
    "jahr jahresbudget vereinbart eingezahlt rueckstaende uebertrag_aus_vorjahr zusatzmittel drittmittel verfuegbar "
    "verausgabt eigenanteile rest ueberschreitung status rueckfuehrung forderungen erstattungen "
    "uebertrag_in_folgejahr wartet_auf_pruefung schichten_in_folgejahr beschluss befunde"
)


def test_offenes_ergebnis_zeigt_varianten_und_kein_haushaltsjahr() -> None:
    daten = json.loads(json.dumps(abrechnung_als_json(FALL, OFFEN)))
    assert not daten["eindeutig"]
    assert daten["haushaltsjahre"] == []
    assert daten["auslegung"] == {"pruefung": "billigung_noetig"}
    assert daten["offene_fragen"] == ["abstimmung", "pruefung"]
    assert daten["unterschiede"] == {"abstimmung": "3333.33", "pruefung": "0.05"}
    erste, zweite = daten["varianten"]
    assert list(erste) == ["auslegung", "haushaltsjahre"]
    assert erste["auslegung"] == {"abstimmung": "einstimmig"}
    assert zweite["gleichwertig"] == [
        {"pruefung": "billigung_noetig", "abstimmung": "mehrheit"},
        {"pruefung": "billigung_noetig", "abstimmung": "gewichtet_einfach"},
    ]
    (jahr,) = zweite["haushaltsjahre"]
    assert jahr["rueckstaende"] == {"ihk": "-5.00"}
    assert jahr["beschluss"] == {"wirksam": True, "beantragt": "76582.45", "uebertragen": "76582.45"}
    assert jahr["schichten_in_folgejahr"] == [
        {
            "aus_jahr": 2018,
            "betrag": "76582.45",
            "schluessel": {"duesseldorf": "5/12", "mettmann": "5/12", "ihk": "1/6"},
        },
        {"aus_jahr": 2018, "betrag": "0.00", "schluessel": {"duesseldorf": "1/1", "ihk": "0/1"}},
    ]


@pytest.mark.parametrize(
    ("konvention", "rundung", "vorrang"),
    [
        (Rechenkonvention(vorrang=("ihk",)), "groesster_rest", ["ihk"]),
        (Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT), "abrunden_rest_bleibt", "vertragsreihenfolge"),
        (OffeneKonvention(), "offen", "offen"),
        (OffeneKonvention(()), "offen", "vertragsreihenfolge"),
        (OffeneKonvention(("ihk",)), "offen", ["ihk"]),
    ],
)
def test_konventionen(konvention: Rechenkonvention | OffeneKonvention, rundung: str, vorrang: Json) -> None:
    daten = abrechnung_als_json(FALL, evolve(EINDEUTIG, konvention=konvention))
    assert daten["konventionen"] == {"rundung": rundung, "rundungsvorrang": vorrang}


def test_rundungsvorrang_als_antwort_ist_eine_liste() -> None:
    antworten: tuple[Antwort, ...] = (("rundung", Rundung.GROESSTER_REST), ("rundungsvorrang", ("ihk", "mettmann")))
    ergebnis = evolve(EINDEUTIG, varianten=(Variante(antworten, (antworten,), (JAHR,)),))
    assert abrechnung_als_json(FALL, ergebnis)["auslegung"] == {
        "rundung": "groesster_rest",
        "rundungsvorrang": ["ihk", "mettmann"],
    }


def test_begruendung_steht_je_jahr() -> None:
    regel = Regel("rest", "m", "Was übrig ist.", (normen.RUECKFUEHRUNG,), (Festlegung("FL-01", "?", "!", ".", "."),))
    angabe = Betragsangabe("verfuegbar", Geldbetrag(12_000_000), "Schritt 1")
    schritt = Schritt(
        2, "Haushaltsjahr 2018", regel, {"verfuegbar": Geldbetrag(12_000_000)}, (angabe,), Geldbetrag(7658245)
    )
    daten = abrechnung_als_json(FALL, EINDEUTIG, {2018: (schritt,)})
    (jahr,) = json.loads(json.dumps(daten["haushaltsjahre"]))
    assert " ".join(jahr) == f"{JAHRESSCHLUESSEL} begruendung"
    assert jahr["begruendung"] == [
        {
            "nummer": 2,
            "regel": "rest",
            "satz": "Was übrig ist.",
            "fundstellen": ["17-F8"],
            "festlegungen": ["FL-01"],
            "betraege": [{"stelle": "verfuegbar", "betrag": "120000.00", "herkunft": "Schritt 1"}],
            "ergebnis": [{"stelle": "", "betrag": "76582.45"}],
        }
    ]


def test_fingerabdruck_der_fassung_haengt_an_jeder_bestimmung_aber_nicht_am_wortlaut_der_norm() -> None:
    eigener = fingerabdruck_der_fassung(BERICHT_2017)
    stellen = BERICHT_2017.stellen
    umformuliert = evolve(stellen[0], norm=evolve(stellen[0].norm, inhalt="anders gesagt"))
    andere_norm = evolve(stellen[0], norm=normen.RUECKFUEHRUNG)
    beitraege = Betraege(tuple((partner, betrag + Geldbetrag(1)) for partner, betrag in BERICHT_2017.beitraege.paare))
    assert fingerabdruck_der_fassung(evolve(BERICHT_2017, stellen=(umformuliert, *stellen[1:]))) == eigener
    assert fingerabdruck_der_fassung(evolve(BERICHT_2017, stellen=(andere_norm, *stellen[1:]))) != eigener
    assert fingerabdruck_der_fassung(evolve(BERICHT_2017, beitraege=beitraege)) != eigener
    assert fingerabdruck_der_fassung(evolve(BERICHT_2017, bezeichnung="X")) != eigener


def test_daten_sind_schlicht() -> None:
    def pruefe(wert: object) -> None:
        assert isinstance(wert, (str, int, list, dict, type(None)))
        assert type(wert) in {str, int, bool, list, dict, type(None)}
        for teil in wert.values() if isinstance(wert, dict) else wert if isinstance(wert, list) else ():
            pruefe(teil)

    pruefe(abrechnung_als_json(FALL, OFFEN))
    pruefe(abrechnung_als_json(FALL, EINDEUTIG))
