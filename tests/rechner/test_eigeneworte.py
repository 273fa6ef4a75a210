"""Was jemand selbst geschrieben hat, steht auf jeder Seite unverändert."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from beispiele import ORDNER
from cli.aufruf import rufe_auf
from kooperationsvertrag.ablauf.ereignis import PlanungVorgelegt
from kooperationsvertrag.darstellung.synopse import html
from kooperationsvertrag.fall.einlesen import lade_fall
from kooperationsvertrag.rechner.aufgaben import Antwort, pruefe_antrag, rechne_ab, zeige_pflichten
from kooperationsvertrag.rechner.eigeneworte import ANFANG, ENDE, mit_marken
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from rechner.aufgaben_am_beispiel import AUFGABEN

NAMEN = [str(lesart) for frage in AUSLEGUNGSFRAGEN for lesart in frage]
STELLEN = ["haushaltsjahr[0].ausgabe[1]", "ereignis[3].betrag", "anfangsbestand[0]", "beitritt neuer.beitrag"]
HEIKEL = st.one_of(
    st.sampled_from([*NAMEN, *STELLEN, "17-F8", "23-A1", "In der Falldatei"]),
    st.builds("Zu {} und {} <1>".format, st.sampled_from(NAMEN), st.sampled_from([*STELLEN, "17-F8"])),
    st.sampled_from(AUSLEGUNGSFRAGEN).map(lambda frage: f"{frage.frage()} = '{next(iter(frage))}'"),
).filter(lambda wort: len(wort) <= 60)
TAG = date(2027, 6, 1)

FALL = """
titel = "{wort}"
fassung = "neu.toml"

[auslegung]
schluessel_nach_beitritt = "additiv"
uebertrag_verbrauch = "aelteste_zuerst"
uebertrag_rueckfuehrung = "rueckfuehrbar"
abstimmung = "mehrheit"
berichtsfrist = "bis_jahresende"
zusatzmittel_verbrauch = "zuletzt"

[[haushaltsjahr]]
jahr = 2026
eingezahlt = "wie vereinbart"
geprueft = 2027-02-12
pruefungsergebnis = "gebilligt"

[[haushaltsjahr.ausgabe]]
bezeichnung = "{wort}"
art = "projekt"
betrag = "140.000,01"

[[haushaltsjahr.einnahme]]
bezeichnung = "{wort}"
art = "rueckerstattung"
betrag = "1.000"

[[haushaltsjahr.zusatzmittel]]
partner = "ihk"
betrag = "1"
beschluss = "{wort}"

[[beitritt]]
kennung = "neuer"
name = "{wort}"
rechtsform = "kreis"
foerderlich = true
begruendung = "{wort}"
beitrag = "30.000"
zum = 2026-01-01
zustimmung = ["duesseldorf", "mettmann", "ihk", "aufsichtsgremium"]
"""

ANTRAG = """
titel = "{wort}"
fassung = "bericht-2017"

[auslegung]
schluessel_nach_beitritt = "additiv"

[antrag]
kennung = "neuer"
name = "{wort}"
rechtsform = "kreisangehoerige_gemeinde"
kreis = "{wort}"
foerderlich = true
begruendung = "{wort}"
beitrag = "30.000"
zum = 2026-01-01
"""

PERSONAL = """
titel = "{wort}"
fassung = "bericht-2017"

[[ereignis]]
art = "personal_gestellt"
datum = 2018-01-15
akteur = "ihk"
person = "{wort}"
funktion = "schwerpunkt_regionalwirtschaft"
abgeordnet_an = "duesseldorf"
kennung = "{wort}"
beleg = "{wort}"

[[ereignis]]
art = "eigenanteil_zugesagt"
datum = 2018-02-01
jahr = 2018
vorhaben = "{wort}"
betrag = "1.000"
"""

ENTWURF = 'kennung = "neu"\nbezeichnung = "{wort}"\ngrundlage = "{wort}"\naufbauend_auf = "bericht-2017"\n'


def _antworten(wort: str) -> tuple[Antwort, ...]:
    entwurf = {"neu.toml": ENTWURF.format(wort=wort)}
    fall = FALL.format(wort=wort)
    return (
        rechne_ab(fall, entwurf),
        zeige_pflichten(fall, TAG, entwurf),
        pruefe_antrag(ANTRAG.format(wort=wort)),
        zeige_pflichten(PERSONAL.format(wort=wort), date(2018, 6, 1)),
    )


UNVERFAENGLICH = "Wxyz"
HARMLOS = _antworten(UNVERFAENGLICH)


@settings(max_examples=40, deadline=None)
@given(HEIKEL)
def test_eigene_worte_aendern_an_einer_seite_nichts_als_sich_selbst(wort: str) -> None:
    """Lesarten, Stellen und Verweise daneben bleiben dieselben, auch die Sätze am Ende."""
    for antwort, harmlos in zip(_antworten(wort), HARMLOS, strict=True):
        assert antwort.probleme == ()
        assert harmlos.seite.count(UNVERFAENGLICH) > 1
        for heikel, sonst in ((antwort.seite, harmlos.seite), (antwort.blatt, harmlos.blatt)):
            assert _vergleichbar(heikel) == _vergleichbar(sonst.replace(UNVERFAENGLICH, html(wort)))
        assert ANFANG not in antwort.seite + antwort.blatt + antwort.json
        assert ENDE not in antwort.seite + antwort.blatt + antwort.json


def _vergleichbar(seite: str) -> str:
    """Ohne Fingerabdrücke und ohne Umbrüche: Die hängen daran, wie lang ein Wort ist."""
    return re.sub(r"sha256:\w+", "", re.sub(r"<br>|\s", "", seite))


@pytest.mark.parametrize(("befehl", "text"), [("abrechnen", FALL), ("pruefen", PERSONAL), ("beitritt", ANTRAG)])
def test_das_json_bleibt_das_der_befehlszeile(befehl: str, text: str, tmp_path: Path) -> None:
    wort = "additiv, siehe 17-F8"
    entwurf, datei = ENTWURF.format(wort=wort), tmp_path / "fall.toml"
    datei.write_text(text.format(wort=wort), encoding="utf-8")
    (tmp_path / "neu.toml").write_text(entwurf, encoding="utf-8")
    stichtag = ["--stichtag", "2018-06-01"] if befehl == "pruefen" else []
    antwort = _antworten(wort)[("abrechnen", "", "beitritt", "pruefen").index(befehl)]

    assert antwort.json == rufe_auf(befehl, str(datei), *stichtag, "--format", "json").stdout
    beleg = re.findall(r"sha256:\w+", rufe_auf(befehl, str(datei), *stichtag).stdout)
    assert beleg
    assert re.findall(r"sha256:\w+", antwort.seite) == beleg


@pytest.mark.parametrize(("aufgabe", "name", "tag"), AUFGABEN)
def test_wo_nichts_zu_schuetzen_ist_wird_nicht_zweimal_gerechnet(aufgabe: str, name: str, tag: str) -> None:
    if aufgabe != "beitritt":
        fall = lade_fall(ORDNER / f"{name}.toml")
        assert mit_marken(fall) is fall


def test_marken_stehen_auch_in_den_fassungen_und_aendern_keinen_betrag() -> None:
    partner = evolve(BERICHT_2017.partner[0], kurzname="mehrheit")
    fassung = mit_marken(evolve(BERICHT_2017, partner=(partner, *BERICHT_2017.partner[1:])))

    assert fassung.partner[0].kurzname == f"{ANFANG}mehrheit{ENDE}"
    assert fassung.partner[0].kennung == "duesseldorf"
    assert fassung.beitraege is BERICHT_2017.beitraege
    assert fassung.partner[1] is BERICHT_2017.partner[1]


def test_dasselbe_ereignis_bleibt_an_zwei_stellen_dasselbe() -> None:
    ereignis = PlanungVorgelegt(datum=date(2018, 1, 12), jahr=2018, beleg="additiv")
    eines, anderes = mit_marken((ereignis, ereignis))

    assert eines is anderes
    assert eines.beleg == f"{ANFANG}additiv{ENDE}"
