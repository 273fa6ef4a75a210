"""Der Befehl ``vergleichen``, wie er von der Befehlszeile aufgerufen wird, mit Entwürfen als Dateien."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.aufruf import rufe_auf
from darstellung.vergleiche import NACH_ZAHLUNGEN, VIELES_ANDERS
from kooperationsvertrag.fall.entwurf import lade_fassung
from kooperationsvertrag.fall.entwurf_als_toml import entwurf_als_toml
from kooperationsvertrag.fall.probleme import EingabeError
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Vertragsfassung

BEISPIELE = Path(__file__).resolve().parents[2] / "examples"
ENTWURF = str(BEISPIELE / "entwurf-2027.toml")

FALL = """titel = "Die IHK zahlt die Hälfte"
fassung = "bericht-2017"

[[haushaltsjahr]]
jahr = 2018
verausgabt = "80.000"
geprueft = 2019-02-14
pruefungsergebnis = "gebilligt"

  [[haushaltsjahr.einzahlung]]
  partner = "duesseldorf"
  betrag = "50.000"

  [[haushaltsjahr.einzahlung]]
  partner = "mettmann"
  betrag = "50.000"

  [[haushaltsjahr.einzahlung]]
  partner = "ihk"
  betrag = "10.000"
"""

DRITTMITTEL = """
  [[haushaltsjahr.einnahme]]
  bezeichnung = "Förderung"
  art = "drittmittel"
  betrag = "12.000"
"""

OHNE_IHK = """kennung = "ohne-ihk"
bezeichnung = "Ohne IHK"
aufbauend_auf = "bericht-2017"
ausgeschieden = ["ihk"]
"""

ALLES_GENANNT = """titel = "Alles genannt"
fassung = "bericht-2017"

[[anfangsbestand]]
aus_jahr = 2017
betrag = "12.000"

[[beitritt]]
kennung = "rhein-kreis-neuss"
name = "Rhein-Kreis Neuss"
rechtsform = "kreis"
foerderlich = true
begruendung = "grenzt an"
beitrag = "30.000"
zum = 2019-01-01
zustimmung = ["duesseldorf", "mettmann", "aufsichtsgremium"]

[[haushaltsjahr]]
jahr = 2018
eingezahlt = "wie vereinbart"

  [[haushaltsjahr.ausgabe]]
  bezeichnung = "Sachbearbeitung"
  art = "personalkosten"
  betrag = "1000"
  partner = "duesseldorf"

  [[haushaltsjahr.zusatzmittel]]
  partner = "mettmann"
  betrag = "1000"
  beschluss = "Kreistag"

  [haushaltsjahr.uebertragung]
  betrag = "alles"
  datum = 2019-02-14
  ja = ["duesseldorf", "mettmann"]
  nein = ["ihk"]
"""


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    (tmp_path / "fall.toml").write_text(FALL, encoding="utf-8")
    (tmp_path / "drittmittel.toml").write_text(FALL + DRITTMITTEL, encoding="utf-8")
    (tmp_path / "alles.toml").write_text(ALLES_GENANNT, encoding="utf-8")
    (tmp_path / "ohne-ihk.toml").write_text(OHNE_IHK, encoding="utf-8")
    for fassung in (NACH_ZAHLUNGEN, VIELES_ANDERS):
        (tmp_path / f"{fassung.kennung}.toml").write_text(entwurf_als_toml(fassung), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("fassung", [NACH_ZAHLUNGEN, VIELES_ANDERS], ids=lambda fassung: str(fassung.kennung))
def test_eine_fassung_ist_eine_kennung_oder_eine_datei(ordner: Path, fassung: Vertragsfassung) -> None:
    assert lade_fassung(" bericht-2017 ") == BERICHT_2017
    assert lade_fassung(str(ordner / f"{fassung.kennung}.toml")) == fassung


def test_eine_unbekannte_fassung_nennt_die_naechste_und_den_weg_zum_entwurf() -> None:
    with pytest.raises(EingabeError, match=r"Gemeint ist vielleicht „bericht-2017“\. .* endet auf \.toml\."):
        lade_fassung("bericht2017")


@pytest.mark.parametrize(
    ("alt", "neu", "faelle", "status"),
    [
        ("bericht-2017", "entwurf-a.toml", [], 0),
        ("bericht-2017", "entwurf-a.toml", ["fall.toml"], 0),
        ("entwurf-a.toml", "entwurf-b.toml", ["fall.toml"], 0),
        ("entwurf-a.toml", "bericht-2017", ["fall.toml"], 3),
        ("bericht-2017", "entwurf-a.toml", ["fall.toml", "drittmittel.toml"], 3),
        ("bericht-2017", "bericht-2017", ["fall.toml"], 3),
    ],
)
@pytest.mark.parametrize("ausgabeformat", ["text", "json", "html"])
def test_der_endstatus_sagt_ob_unter_der_neuen_fassung_eine_wahl_fehlt(
    ordner: Path,
    monkeypatch: pytest.MonkeyPatch,
    alt: str,
    neu: str,
    faelle: list[str],
    status: int,
    ausgabeformat: str,
) -> None:
    monkeypatch.chdir(ordner)
    optionen = [teil for fall in faelle for teil in ("--fall", fall)]
    erster, zweiter = (rufe_auf("vergleichen", alt, neu, *optionen, "--format", ausgabeformat) for _ in range(2))

    assert (erster.status, erster.stderr) == (status, "")
    assert erster == zweiter


def test_der_text_beginnt_mit_beiden_fassungen_und_einem_satz(ordner: Path) -> None:
    aufruf = rufe_auf("vergleichen", "bericht-2017", ENTWURF, "--fall", str(ordner / "fall.toml"))

    assert aufruf.stdout.startswith("Vergleich: bericht-2017 und entwurf-2027\n====")
    assert "Gegenüber der bisherigen Fassung: 1 Bestimmung geändert, 2 Bestimmungen neu" in aufruf.stdout
    assert "Fall: Die IHK zahlt die Hälfte\n" in aufruf.stdout
    assert "Rhein-Kreis Neuss" in aufruf.stdout
    assert aufruf.stdout.count("sha256:") == 3


def test_der_fall_zaehlt_unter_beiden_fassungen_und_nicht_unter_seiner_eigenen(ordner: Path) -> None:
    eigene = (ordner / "fall.toml").read_text(encoding="utf-8").replace("bericht-2017", "entwurf-b.toml")
    (ordner / "eigene.toml").write_text(eigene, encoding="utf-8")

    ausgaben = [
        json.loads(
            rufe_auf(
                "vergleichen",
                "bericht-2017",
                str(ordner / "entwurf-a.toml"),
                "--fall",
                str(ordner / name),
                "--format",
                "json",
            ).stdout
        )
        for name in ("fall.toml", "eigene.toml")
    ]
    assert ausgaben[0]["faelle"] == ausgaben[1]["faelle"]


def test_lesart_und_rundung_des_falls_gelten(ordner: Path) -> None:
    wahl = '\n[auslegung]\nrueckfuehrungsbasis = "vereinbarter_schluessel"\nrundung = "abrunden_rest_bleibt"\n'
    gewaehlt = FALL.replace('fassung = "bericht-2017"\n', f'fassung = "bericht-2017"\n{wahl}')
    (ordner / "gewaehlt.toml").write_text(gewaehlt, encoding="utf-8")
    aufruf = rufe_auf(
        "vergleichen",
        "bericht-2017",
        str(ordner / "entwurf-a.toml"),
        "--fall",
        str(ordner / "gewaehlt.toml"),
        "--format",
        "json",
    )
    [fall] = json.loads(aufruf.stdout)["faelle"]

    assert aufruf.status == 0
    # Rest 30.000: bisher 5 : 5 : 2, neu 50 : 50 : 10, beides abgerundet.
    assert [(e["partner"], e["alt"], e["neu"], e["differenz"]) for e in fall["unterschiede"]] == [
        ("duesseldorf", "12500.00", "13636.36", "1136.36"),
        ("mettmann", "12500.00", "13636.36", "1136.36"),
        ("ihk", "5000.00", "2727.27", "-2272.73"),
    ]


def test_ein_fall_mit_fremden_partnern_wird_mit_jedem_grund_abgelehnt(ordner: Path) -> None:
    aufruf = rufe_auf(
        "vergleichen",
        str(ordner / "ohne-ihk.toml"),
        ENTWURF,
        "--fall",
        str(ordner / "fall.toml"),
        "--fall",
        str(ordner / "alles.toml"),
    )

    assert (aufruf.status, aufruf.stdout) == (2, "")
    assert aufruf.stderr.split("\n\n") == [
        "Fehler: Der Fall „Die IHK zahlt die Hälfte“ lässt sich unter der Fassung „ohne-ihk“ nicht rechnen: „ihk“ "
        "kommt vor und ist dort kein Partner.",
        "Der Fall „Alles genannt“ lässt sich unter der Fassung „ohne-ihk“ nicht rechnen: „ihk“ kommt vor und ist dort "
        "kein Partner.",
        "Der Fall „Alles genannt“ lässt sich unter der Fassung „entwurf-2027“ nicht rechnen: „rhein-kreis-neuss“ tritt "
        "bei und ist dort schon Partner.\n",
    ]


def test_ein_beitritt_im_fall_wird_beim_namen_genannt(ordner: Path) -> None:
    aufruf = rufe_auf("vergleichen", "bericht-2017", "bericht-2017", "--fall", str(ordner / "alles.toml"))

    assert aufruf.status == 3
    assert "OF-09" in aufruf.stdout


def test_alle_probleme_aller_dateien_stehen_auf_einmal_da(ordner: Path) -> None:
    kaputt = OHNE_IHK.replace('ihk"]', 'ikh"]') + "jahresbudget = 1\nxyz = 2\n"
    (ordner / "kaputt.toml").write_text(kaputt, encoding="utf-8")
    aufruf = rufe_auf(
        "vergleichen",
        "bericht-2018",
        str(ordner / "kaputt.toml"),
        "--fall",
        str(ordner / "fehlt.toml"),
        "--fall",
        str(ordner / "fehlt.toml"),
    )

    assert (aufruf.status, aufruf.stdout) == (2, "")
    absaetze = aufruf.stderr.removeprefix("Fehler: ").split("\n\n")
    assert len(absaetze) == 3
    assert absaetze[0].startswith("Fassung bericht-2018 lässt sich nicht verwenden:\n  Fassung: ")
    for stelle in ("ausgeschieden", "xyz"):
        assert f"\n  {stelle}" in absaetze[1]
    assert "Diese Datei gibt es nicht" in absaetze[2]


def test_html_ist_eine_ganze_seite_ohne_verweis_ins_netz(ordner: Path) -> None:
    aufruf = rufe_auf("vergleichen", "bericht-2017", ENTWURF, "--fall", str(ordner / "fall.toml"), "--format", "html")

    assert aufruf.stdout.startswith("<!DOCTYPE html>\n")
    assert aufruf.stdout.endswith("</html>\n")
    assert "http" not in aufruf.stdout
    assert "Beleg: kooperationsvertrag" in aufruf.stdout


@pytest.mark.parametrize(
    ("argumente", "erwartet"),
    [
        (["vergleichen"], "Es fehlt die Angabe ALT."),
        (["vergleichen", "bericht-2017"], "Es fehlt die Angabe NEU."),
        (["vergleichen", "a", "b", "--format", "htm"], "--format: „htm“ gibt es nicht. Gemeint sein könnte: html."),
        (["luecken"], "Es fehlt die Angabe FASSUNG."),
    ],
)
def test_falsche_aufrufe_sind_deutsche_fehler(argumente: list[str], erwartet: str) -> None:
    aufruf = rufe_auf(*argumente)

    assert (aufruf.status, aufruf.stdout) == (2, "")
    assert erwartet in aufruf.stderr
