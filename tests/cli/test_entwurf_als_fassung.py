"""Ein Fall unter einem Entwurf, von der Befehlszeile aus."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.aufruf import rufe_auf
from fall.test_fall_mit_entwurf import schreibe


@pytest.mark.parametrize("optionen", [(), ("--begruendung",), ("--format", "json")])
def test_abrechnen_unter_einem_entwurf(tmp_path: Path, optionen: tuple[str, ...]) -> None:
    aufruf = rufe_auf("abrechnen", str(schreibe(tmp_path)), *optionen)

    assert (aufruf.status, aufruf.stderr) == (0, "")
    assert "entwurf-2027" in aufruf.stdout
    assert "13.636,37" in aufruf.stdout or "13636.37" in aufruf.stdout


def test_pruefen_unter_einem_entwurf(tmp_path: Path) -> None:
    aufruf = rufe_auf("pruefen", str(schreibe(tmp_path)), "--stichtag", "2019-03-01")

    assert (aufruf.status, aufruf.stderr) == (0, "")
    assert "Entwurf 2027 (entwurf-2027)" in " ".join(aufruf.stdout.split())


def test_eine_andere_wahl_als_die_des_entwurfs_endet_mit_zwei(tmp_path: Path) -> None:
    datei = schreibe(tmp_path, '[auslegung]\nrundung = "offen"\nrueckfuehrungsbasis = "kosten_nach_schluessel"\n')

    for befehl in ("abrechnen", "pruefen", "verlauf"):
        aufruf = rufe_auf(befehl, str(datei))
        assert (aufruf.status, aufruf.stdout) == (2, "")
        assert "auslegung.rundung" in aufruf.stderr
        assert "auslegung.rueckfuehrungsbasis" in aufruf.stderr
