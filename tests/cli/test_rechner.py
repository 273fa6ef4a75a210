"""Der Befehl ``rechner``: er baut, oder er sagt, was dazu fehlt."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from cli.aufruf import rufe_auf


def test_ohne_ziel_sagt_der_befehl_was_er_braucht() -> None:
    aufruf = rufe_auf("rechner")

    assert aufruf.status == 2
    assert "--bauen DATEI.html oder --pyz DATEI.pyz" in aufruf.stderr


def test_das_programm_wird_gebaut_und_seine_groesse_genannt(tmp_path: Path) -> None:
    ziel = tmp_path / "kooperationsvertrag.pyz"

    aufruf = rufe_auf("rechner", "--pyz", str(ziel))

    assert (aufruf.status, aufruf.stderr) == (0, "")
    assert aufruf.stdout == f"{ziel} ist gebaut, {-(-ziel.stat().st_size // 1000)} Kilobyte.\n"


def test_der_rechner_wird_gebaut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gebaut: list[tuple[Path, Path | None]] = []

    def baue(ziel: Path, quelle: Path | None) -> int:
        gebaut.append((ziel, quelle))
        return 1001

    monkeypatch.setattr("kooperationsvertrag.rechner.bau.baue_rechner", baue)
    ziel, quelle = tmp_path / "rechner.html", tmp_path / "pyodide"

    aufruf = rufe_auf("rechner", "--bauen", str(ziel), "--pyodide", str(quelle))

    assert gebaut == [(ziel, quelle)]
    assert aufruf.stdout == f"{ziel} ist gebaut, 2 Kilobyte.\n"


def test_ein_falsches_paket_wird_auf_deutsch_zurueckgewiesen(tmp_path: Path) -> None:
    aufruf = rufe_auf("rechner", "--bauen", str(tmp_path / "rechner.html"), "--pyodide", str(tmp_path))

    assert aufruf.status == 2
    assert "enthält nicht das Paket pyodide; es fehlt" in aufruf.stderr
    assert list(tmp_path.iterdir()) == []


def test_ein_ordner_den_es_nicht_gibt_wird_genannt(tmp_path: Path) -> None:
    aufruf = rufe_auf("rechner", "--pyz", str(tmp_path / "fehlt" / "x.pyz"))

    assert (aufruf.status, "Den Ordner gibt es nicht." in aufruf.stderr) == (2, True)


def test_ein_ordner_ist_kein_dateiname(tmp_path: Path) -> None:
    for option in ("--bauen", "--pyz"):
        aufruf = rufe_auf("rechner", option, str(tmp_path))

        assert (aufruf.status, aufruf.stdout) == (2, "")
        assert aufruf.stderr == f"Fehler: {tmp_path} ist ein Ordner; nötig ist ein Dateiname.\n"


def test_ein_leerer_name_ist_keiner() -> None:
    aufruf = rufe_auf("rechner", "--pyz", "")

    assert (aufruf.status, "nötig ist ein Dateiname." in aufruf.stderr) == (2, True)


@pytest.mark.parametrize(
    ("nummer", "grund"),
    [
        (errno.ENOENT, "Den Ordner gibt es nicht."),
        (errno.ENOTDIR, "Was davor steht, ist kein Ordner."),
        (errno.EISDIR, "Das ist ein Ordner; nötig ist ein Dateiname."),
        (errno.EROFS, "Der Datenträger ist schreibgeschützt."),
        (errno.EBUSY, "Ein anderes Programm benutzt die Datei gerade."),
        (errno.EACCES, "Das Schreiben ist nicht erlaubt."),
        (errno.EPERM, "Das Schreiben ist nicht erlaubt."),
        (errno.EXDEV, f"Das Betriebssystem meldet den Fehler {errno.EXDEV}."),
    ],
)
def test_warum_sich_nichts_schreiben_laesst_steht_auf_deutsch_da(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nummer: int, grund: str
) -> None:
    def scheitere(_ziel: Path) -> int:
        raise OSError(nummer, "failed")

    monkeypatch.setattr("kooperationsvertrag.rechner.bau.baue_programm", scheitere)

    aufruf = rufe_auf("rechner", "--pyz", str(tmp_path / "x.pyz"))

    assert (aufruf.status, f"ließ sich nicht schreiben: {grund}" in aufruf.stderr) == (2, True)


def test_ist_kein_platz_mehr_so_sagt_es_die_meldung(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def voll(_ziel: Path) -> int:
        raise OSError(28, "voll")

    monkeypatch.setattr("kooperationsvertrag.rechner.bau.baue_programm", voll)

    aufruf = rufe_auf("rechner", "--pyz", str(tmp_path / "x.pyz"))

    assert (aufruf.status, "Auf dem Datenträger ist kein Platz mehr." in aufruf.stderr) == (2, True)
