import errno
import importlib
import io
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest

from cli.aufruf import rufe_auf
from kooperationsvertrag.cli import main, programm
from kooperationsvertrag.cli.ausgabe import melde, richte_ein
from kooperationsvertrag.cli.deutsch import meldung

BEFEHLE = (
    "abrechnen",
    "aufteilen",
    "pruefen",
    "verlauf",
    "beitritt",
    "vergleichen",
    "luecken",
    "normen",
    "fragen",
    "quelle",
    "rechner",
)

ENGLISCH = re.compile(
    r"\b(usage|options|commands?|arguments?|error|missing|invalid|value|show|this|message|and|exit|try|for|help|"
    r"unexpected|extra|no|such|requires?|the|default|required|got|does|not|take|file)\b",
    re.IGNORECASE,
)


def ohne_namen(text: str) -> str:
    """Lässt weg, was keine Sprache ist: Optionen, Formate und Namen."""
    return re.sub(r"--[\w-]+|text\|json|JSON", "", text)


def test_ohne_befehl_erscheint_die_hilfe() -> None:
    aufruf = rufe_auf()

    assert aufruf.status == 0
    assert aufruf.stdout == rufe_auf("--help").stdout
    assert all(f"  {befehl} " in aufruf.stdout for befehl in BEFEHLE)


def test_nur_was_es_gibt_wird_angekuendigt() -> None:
    assert tuple(programm.commands) == BEFEHLE


@pytest.mark.parametrize("befehl", [(), *[(befehl,) for befehl in BEFEHLE]], ids=str)
def test_jede_hilfe_ist_deutsch(befehl: tuple[str, ...]) -> None:
    aufruf = rufe_auf(*befehl, "--help")

    assert aufruf.status == 0
    assert aufruf.stdout.startswith("Aufruf: kooperationsvertrag")
    assert ENGLISCH.findall(ohne_namen(aufruf.stdout)) == []


def test_version() -> None:
    assert rufe_auf("--version").stdout == f"kooperationsvertrag {version('kooperationsvertrag')}\n"


@pytest.mark.parametrize(
    ("argumente", "erwartet"),
    [
        (["abrechen"], "Den Befehl „abrechen“ gibt es nicht. Gemeint sein könnte: abrechnen."),
        (["xyz"], f"Den Befehl „xyz“ gibt es nicht. Möglich sind: {', '.join(BEFEHLE)}."),
        (["--vesion"], "Die Option --vesion gibt es nicht. Gemeint sein könnte: --version."),
        (["abrechnen"], "Es fehlt die Angabe FALL."),
        (["pruefen"], "Es fehlt die Angabe FALL."),
        (["verlauf"], "Es fehlt die Angabe FALL."),
        (["quelle"], "Es fehlt die Angabe DATEI."),
        (["aufteilen"], "Es fehlt die Angabe BETRAG."),
        (["abrechnen", "Haushalt", "2018.toml"], "Zu viele Angaben: 2018.toml."),
        (["abrechnen", "a.toml", "--xyz"], "Die Option --xyz gibt es nicht."),
        (["abrechnen", "a.toml", "--format"], "Die Option --format braucht einen Wert."),
        (["abrechnen", "a.toml", "--format", "jsn"], "--format: „jsn“ gibt es nicht. Gemeint sein könnte: json."),
        (["abrechnen", "a.toml", "--format", "xml"], "--format: „xml“ gibt es nicht. Möglich sind: text, json."),
        (["pruefen", "a.toml", "--stichtag"], "Die Option --stichtag braucht einen Wert."),
        (["abrechnen", "a.toml", "--begruendung=ja"], "Die Option --begruendung braucht keinen Wert."),
    ],
)
def test_jeder_falsche_aufruf_ist_ein_deutscher_fehler(argumente: list[str], erwartet: str) -> None:
    aufruf = rufe_auf(*argumente)

    assert (aufruf.status, aufruf.stdout) == (2, "")
    assert erwartet in aufruf.stderr
    assert aufruf.stderr.splitlines()[-1].startswith("Hilfe: kooperationsvertrag")
    assert ENGLISCH.findall(ohne_namen(aufruf.stderr)) == []


def test_ein_fehler_ohne_zusammenhang_bleibt_lesbar() -> None:
    assert meldung(click.MissingParameter()) == "Es fehlt die Angabe ?."
    assert meldung(click.BadOptionUsage("--format", "x")) == "Die Option --format braucht einen Wert."


def test_umgeleitete_ausgabe_ist_utf8_auch_wo_windows_anderes_vorsieht() -> None:
    assert "Düsseldorf" in rufe_auf("aufteilen", "5", kodierung="cp1252").stdout


def test_ein_bildschirm_der_zeichen_nicht_kennt_bringt_nichts_zum_absturz() -> None:
    aufruf = rufe_auf("aufteilen", "5", kodierung="iso8859-5", bildschirm=True)

    assert aufruf.status == 0
    assert "D?sseldorf" in aufruf.stdout


def test_am_bildschirm_gilt_dessen_breite_und_farbe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    bunt = rufe_auf("fragen", bildschirm=True).stdout

    assert "\x1b[1m" in bunt
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", zeile)) for zeile in bunt.splitlines()) == 140


@pytest.mark.parametrize(("variable", "wert"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_farbe_laesst_sich_abschalten(monkeypatch: pytest.MonkeyPatch, variable: str, wert: str) -> None:
    monkeypatch.setenv(variable, wert)

    assert "\x1b" not in rufe_auf("fragen", bildschirm=True).stdout


def test_umgeleitet_haengt_die_ausgabe_nicht_vom_bildschirm_ab(monkeypatch: pytest.MonkeyPatch) -> None:
    vorher = rufe_auf("normen").stdout
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert rufe_auf("normen").stdout == vorher
    assert max(len(zeile) for zeile in vorher.splitlines()) <= 100


def test_andere_stroeme_bleiben_wie_sie_sind() -> None:
    strom = io.StringIO()
    richte_ein(strom)

    assert strom.write("ü") == 1


def test_abbruch_mit_strg_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def abgebrochen(*_argumente: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(programm, "invoke", abgebrochen)
    aufruf = rufe_auf("normen")

    assert (aufruf.status, aufruf.stderr) == (130, "Abgebrochen.\n")


def test_argumente_kommen_sonst_von_der_befehlszeile(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["kooperationsvertrag", "--version"])
    with pytest.raises(SystemExit) as ende:
        main()

    assert ende.value.code == 0
    assert capsys.readouterr().out.startswith("kooperationsvertrag ")


def als_modul(*argumente: str, **umgebung: str) -> subprocess.CompletedProcess[bytes]:
    befehl = [sys.executable, "-m", "kooperationsvertrag", *argumente]
    return subprocess.run(befehl, capture_output=True, check=False, env={**os.environ, **umgebung})


def test_als_modul_mit_fremder_kodierung() -> None:
    gelaufen = als_modul("aufteilen", "100", PYTHONIOENCODING="cp1252")

    assert gelaufen.returncode == 0
    assert "Düsseldorf" in gelaufen.stdout.decode("utf-8")


def test_als_modul_mit_falscher_eingabe() -> None:
    gelaufen = als_modul("abrechnen", "fehlt.toml", "--format", "json", PYTHONIOENCODING="cp1252")

    assert (gelaufen.returncode, gelaufen.stdout) == (2, b"")
    assert "Diese Datei gibt es nicht" in gelaufen.stderr.decode("utf-8")


def test_wer_nicht_zu_ende_liest_bekommt_keinen_absturz(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def niemand_liest(*_argumente: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(programm, "invoke", niemand_liest)
    with (tmp_path / "ausgabe").open("w") as strom:
        monkeypatch.setattr(sys, "stdout", strom)
        with pytest.raises(SystemExit) as ende:
            main(["normen"])

    assert ende.value.code == 141


def test_das_modul_laesst_sich_importieren_ohne_zu_laufen() -> None:
    assert importlib.import_module("kooperationsvertrag.__main__").__name__ == "kooperationsvertrag.__main__"


VOLL = Path("/dev/full")

braucht_volles_geraet = pytest.mark.skipif(not VOLL.exists(), reason="ein stets volles Gerät gibt es nur unter Linux")


@braucht_volles_geraet
@pytest.mark.parametrize(
    "argumente", [("fragen",), ("--help",), ("--version",), ("aufteilen", "5", "--format", "json")]
)
def test_auf_ein_volles_laufwerk_geschrieben_endet_mit_einem_deutschen_satz(argumente: tuple[str, ...]) -> None:
    with VOLL.open("wb") as strom:
        gelaufen = subprocess.run(
            [sys.executable, "-m", "kooperationsvertrag", *argumente], stdout=strom, stderr=subprocess.PIPE, check=False
        )

    assert gelaufen.returncode == 2
    assert gelaufen.stderr.decode("utf-8") == (
        "Die Ausgabe ließ sich nicht schreiben: Auf dem Datenträger ist kein Platz mehr.\n"
    )


@braucht_volles_geraet
def test_laesst_sich_auch_die_meldung_nicht_schreiben_bleibt_der_status() -> None:
    with VOLL.open("wb") as strom:
        befehl = [sys.executable, "-m", "kooperationsvertrag", "fragen"]
        gelaufen = subprocess.run(befehl, stdout=strom, stderr=strom, check=False)

    assert gelaufen.returncode == 2


def scheitert_mit(fehler: OSError, monkeypatch: pytest.MonkeyPatch) -> str:
    def scheitert(*_argumente: object) -> None:
        raise fehler

    monkeypatch.setattr(programm, "invoke", scheitert)
    aufruf = rufe_auf("normen")
    assert (aufruf.status, aufruf.stdout) == (2, "")
    return aufruf.stderr


def test_jeder_schreibfehler_endet_mit_einem_deutschen_satz(monkeypatch: pytest.MonkeyPatch) -> None:
    assert scheitert_mit(OSError(errno.EBADF, "Bad file descriptor"), monkeypatch) == (
        "Die Ausgabe ließ sich nicht schreiben: Die Standardausgabe ist geschlossen.\n"
    )
    assert scheitert_mit(OSError(9999, "?"), monkeypatch).endswith("Das Betriebssystem meldet den Fehler 9999.\n")


def test_eine_meldung_die_niemand_annimmt_entfaellt(monkeypatch: pytest.MonkeyPatch) -> None:
    class Voll(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(errno.ENOSPC, "voll")

    strom = Voll()
    monkeypatch.setattr(sys, "stderr", strom)
    melde("nichts")

    assert strom.getvalue() == ""


def test_ohne_standardausgabe_gibt_es_einen_deutschen_satz(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(SystemExit) as ende:
        main(["normen"])

    assert ende.value.code == 2
    assert capsys.readouterr().err == "Die Ausgabe ließ sich nicht schreiben: Es gibt keine Standardausgabe.\n"
