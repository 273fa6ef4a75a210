"""Der Rechner und das Programm als eine Datei: vollständig, immer gleich, und ganz oder gar nicht geschrieben."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import os
import re
import stat
import subprocess
import sys
import tarfile
import zipfile
import zlib
from importlib.metadata import PackagePath, PathDistribution, distribution, version
from pathlib import Path

import pytest

from beispiele import BEISPIELE, ERWARTET, WURZEL
from kooperationsvertrag.rechner import bau, pyodide
from kooperationsvertrag.rechner.bau import baue_programm, baue_rechner
from kooperationsvertrag.rechner.fehler import BauError
from kooperationsvertrag.rechner.verpacken import FALLTEXT, LAUFZEIT, archiv, paketdateien

FALSCH = {name: f"{name} <Inhalt>".encode() for name in pyodide.FINGERABDRUCK} | {
    "pyodide-lock.json": b'{"info": {"python": "3.13"}, "packages": {"x": {}}}'
}
"""Ein Paket, das nicht pyodide ist, aber so aussieht."""


@pytest.fixture
def paket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ein Ordner mit Dateien, die als das erwartete Paket gelten."""
    ordner = tmp_path / "pyodide"
    ordner.mkdir()
    for name, inhalt in FALSCH.items():
        (ordner / name).write_bytes(inhalt)
    abdruecke = {name: hashlib.sha256(inhalt).hexdigest() for name, inhalt in FALSCH.items()}
    monkeypatch.setattr(pyodide, "FINGERABDRUCK", abdruecke)
    return ordner


def als_tgz(inhalt: dict[str, bytes]) -> bytes:
    puffer = io.BytesIO()
    with tarfile.open(fileobj=puffer, mode="w:gz") as offen:
        for name, daten in inhalt.items():
            eintrag = tarfile.TarInfo(f"package/{name}")
            eintrag.size = len(daten)
            offen.addfile(eintrag, io.BytesIO(daten))
    return puffer.getvalue()


# Verpacken


def test_im_archiv_liegen_bibliothek_und_pakete_und_sonst_nichts() -> None:
    oben = {pfad.partition("/")[0] for pfad in paketdateien((*LAUFZEIT, FALLTEXT))}
    ohne_angaben = {name for name in oben if not name.endswith(".dist-info")}

    assert ohne_angaben == {
        *("kooperationsvertrag", "attr", "attrs", "cattr", "cattrs", "click", "rich"),
        *("tomlkit", "typing_extensions.py"),
    }


def test_im_archiv_steht_nichts_ueber_diesen_rechner() -> None:
    dateien = paketdateien((*LAUFZEIT, FALLTEXT))

    assert [pfad for pfad in dateien if pfad.endswith((".pyc", "RECORD", "direct_url.json", "INSTALLER"))] == []
    assert [pfad for pfad, inhalt in dateien.items() if str(WURZEL).encode() in inhalt] == []
    assert (
        f"Version: {version('kooperationsvertrag')}".encode()
        in dateien[f"kooperationsvertrag-{version('kooperationsvertrag')}.dist-info/METADATA"]
    )


def test_gleiche_dateien_geben_gleiche_bytes() -> None:
    dateien = {"b": b"2" * 100, "a": b"1"}

    assert archiv(dateien) == archiv(dict(dateien))
    with zipfile.ZipFile(io.BytesIO(archiv(dateien, verdichtet=False))) as offen:
        assert [(eintrag.filename, eintrag.date_time) for eintrag in offen.infolist()] == [
            ("b", (1980, 1, 1, 0, 0, 0)),
            ("a", (1980, 1, 1, 0, 0, 0)),
        ]


def test_ein_fehlendes_paket_wird_mit_abhilfe_genannt() -> None:
    with pytest.raises(BauError, match=r"„gibt-es-nicht“ ist nicht installiert\. Abhilfe: pip install gibt-es-nicht"):
        paketdateien(["gibt-es-nicht"])


class _Paket(PathDistribution):
    """Ein installiertes Paket mit einer einzigen Datei."""

    def __init__(self, ordner: Path, *dateien: str) -> None:
        super().__init__(ordner)
        self.dateien = [PackagePath(datei) for datei in dateien]

    @property
    def files(self) -> list[PackagePath]:
        return self.dateien


def _installiert(monkeypatch: pytest.MonkeyPatch, paket: _Paket) -> None:
    echte = distribution
    monkeypatch.setattr(
        "kooperationsvertrag.rechner.verpacken.distribution",
        lambda name: paket if name == "paket" else echte(name),
    )


def test_maschinencode_kommt_nicht_in_den_rechner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _installiert(monkeypatch, _Paket(tmp_path, "paket/kern.so", "paket/__pycache__/x.pyc", "../bin/paket"))

    with pytest.raises(BauError, match=r"„paket“ läuft nur auf diesem Rechner: paket/kern\.so ist Maschinencode"):
        paketdateien(["paket"])


def test_ein_paket_ohne_verzeichnis_laesst_sich_nicht_verpacken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _installiert(monkeypatch, _Paket(tmp_path))

    with pytest.raises(BauError, match="Von hier aus lässt sich nicht bauen"):
        paketdateien(["paket"])


# Pyodide


def test_das_paket_kommt_aus_einem_ordner_oder_einem_archiv(paket: Path, tmp_path: Path) -> None:
    gepackt = tmp_path / "pyodide.tgz"
    gepackt.write_bytes(als_tgz(FALSCH))

    assert pyodide.lies_pyodide(paket) == pyodide.lies_pyodide(gepackt) == FALSCH


def test_ein_anderes_paket_wird_am_fingerabdruck_erkannt(paket: Path) -> None:
    (paket / "pyodide.js").write_bytes(b"anders")

    with pytest.raises(BauError, match=r"pyodide.js hat nicht den erwarteten Fingerabdruck.*npm pack pyodide@"):
        pyodide.lies_pyodide(paket)


@pytest.mark.parametrize(
    ("inhalt", "grund"),
    [
        (b"kein Archiv", "kein Archiv"),
        (als_tgz({"pyodide.js": b""}), "eine der nötigen Dateien"),
        (als_tgz(FALSCH)[:-20], "kein Archiv"),
    ],
)
def test_eine_unbrauchbare_datei_sagt_was_erwartet_ist(tmp_path: Path, inhalt: bytes, grund: str) -> None:
    datei = tmp_path / "x.tgz"
    datei.write_bytes(inhalt)

    with pytest.raises(BauError, match=f"{grund}.*npm pack pyodide@"):
        pyodide.lies_pyodide(datei)


def test_ein_ordner_statt_einer_datei_im_archiv_ist_keine(tmp_path: Path) -> None:
    puffer = io.BytesIO()
    with tarfile.open(fileobj=puffer, mode="w") as offen:
        eintrag = tarfile.TarInfo("package/pyodide.js")
        eintrag.type = tarfile.DIRTYPE
        offen.addfile(eintrag)
    datei = tmp_path / "x.tar"
    datei.write_bytes(puffer.getvalue())

    with pytest.raises(BauError, match="eine der nötigen Dateien"):
        pyodide.lies_pyodide(datei)


def test_ein_beschaedigtes_archiv_ist_keines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def beschaedigt(*_: object) -> None:
        raise zlib.error

    datei = tmp_path / "x.tgz"
    datei.write_bytes(b"")
    monkeypatch.setattr(tarfile, "open", beschaedigt)

    with pytest.raises(BauError, match=r"kein Archiv.*npm pack pyodide@"):
        pyodide.lies_pyodide(datei)


def test_was_nicht_lesbar_ist_wird_genannt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def verweigert(*_: object) -> None:
        raise PermissionError

    datei = tmp_path / "x.tgz"
    datei.write_bytes(b"")
    monkeypatch.setattr(tarfile, "open", verweigert)

    with pytest.raises(BauError, match="die Datei ist nicht lesbar"):
        pyodide.lies_pyodide(datei)


def test_fehlt_npm_steht_da_was_zu_tun_ist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)

    with pytest.raises(BauError, match=r"npm ist nicht installiert.*Ohne Netz: .*--pyodide"):
        pyodide.lies_pyodide()


def _npm(monkeypatch: pytest.MonkeyPatch, lauf: object) -> None:
    """Setzt an die Stelle von npm, was stattdessen geschieht."""
    monkeypatch.setattr("shutil.which", lambda _name: "npm")
    monkeypatch.setattr("subprocess.run", lauf)


def test_npm_holt_genau_die_eine_version(paket: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def holt(befehl: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        assert befehl[:3] == ["npm", "pack", f"pyodide@{pyodide.VERSION}"]
        Path(befehl[-1], "pyodide.tgz").write_bytes(als_tgz(FALSCH))
        return subprocess.CompletedProcess(befehl, 0, "", "")

    _npm(monkeypatch, holt)

    assert pyodide.lies_pyodide() == FALSCH


@pytest.mark.parametrize(
    ("meldung", "genannt"),
    [
        ("npm error code ENOTFOUND\nnpm error x", "npm meldet: npm error code ENOTFOUND."),
        ("", "nicht holen. Ohne Netz"),
    ],
)
def test_scheitert_npm_steht_da_woran_und_was_zu_tun_ist(
    monkeypatch: pytest.MonkeyPatch, meldung: str, genannt: str
) -> None:
    _npm(monkeypatch, lambda befehl, **_: subprocess.CompletedProcess(befehl, 1, "", meldung))

    with pytest.raises(BauError, match=re.escape(genannt)):
        pyodide.lies_pyodide()


def test_antwortet_npm_nicht_wird_nicht_ewig_gewartet(monkeypatch: pytest.MonkeyPatch) -> None:
    def haengt(befehl: list[str], timeout: float, **_: object) -> None:
        raise subprocess.TimeoutExpired(befehl, timeout)

    _npm(monkeypatch, haengt)

    with pytest.raises(BauError, match="antwortet nicht"):
        pyodide.lies_pyodide()


# Rechner


def test_der_rechner_enthaelt_alles_und_verweist_auf_nichts(paket: Path, tmp_path: Path) -> None:
    groesse = baue_rechner(tmp_path / "rechner.html", paket)
    seite = (tmp_path / "rechner.html").read_text(encoding="utf-8")

    assert groesse == (tmp_path / "rechner.html").stat().st_size
    assert not re.search(r"<!--\{|/\*\{", seite)
    assert not re.search(r'(?:src|href)="(?!#|data:,)', seite)
    assert "http://" not in seite.replace("http://www.w3.org", "")
    assert "https://" not in seite
    assert "\nimport " not in seite
    assert "\nexport " not in seite
    assert _enthalten(seite, "wasm") == FALSCH["pyodide.asm.wasm"]
    with zipfile.ZipFile(io.BytesIO(_enthalten(seite, "pakete"))) as pakete:
        assert "kooperationsvertrag/rechner/schnittstelle.py" in pakete.namelist()


def _enthalten(seite: str, kennung: str) -> bytes:
    gefunden = re.search(rf'id="daten-{kennung}">([^<]*)</script>', seite)
    assert gefunden
    return gzip.decompress(base64.b64decode(gefunden[1]))


def test_ausgefuehrt_und_angewandt_wird_nur_was_beim_bauen_da_war(paket: Path, tmp_path: Path) -> None:
    baue_rechner(tmp_path / "rechner.html", paket)
    seite = (tmp_path / "rechner.html").read_text(encoding="utf-8")

    for anfang, ende in (('<script type="module">', "</script>"), ("<style>", "</style>")):
        inhalt = seite.partition(anfang)[2].partition(ende)[0]
        abdruck = base64.b64encode(hashlib.sha256(inhalt.encode()).digest()).decode()
        assert inhalt
        assert f"'sha256-{abdruck}'" in seite.partition("Content-Security-Policy")[2].partition(">")[0]
    assert "unsafe-inline" not in seite
    assert " style=" not in seite


def test_der_rechner_sagt_woraus_er_besteht_und_darf_nichts_nachladen(paket: Path, tmp_path: Path) -> None:
    baue_rechner(tmp_path / "rechner.html", paket)
    gefunden = re.search(r'id="daten-angaben">(.*?)</script>', (tmp_path / "rechner.html").read_text(encoding="utf-8"))

    assert gefunden
    angaben = json.loads(gefunden[1])
    assert angaben["verzeichnis"] == {"info": {"python": "3.13"}, "packages": {}}
    assert angaben["version"] == version("kooperationsvertrag")
    assert f"tomlkit {version('tomlkit')}" in angaben["pakete"]


def test_zweimal_gebaut_ist_zweimal_dasselbe(paket: Path, tmp_path: Path) -> None:
    baue_rechner(tmp_path / "1.html", paket)
    baue_rechner(tmp_path / "2.html", paket)

    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def test_ein_gescheiterter_bau_laesst_alles_wie_es_war(
    paket: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ziel = tmp_path / "ziel" / "rechner.html"
    ziel.parent.mkdir()
    ziel.write_text("alt", encoding="utf-8")

    def voll(*_: object) -> None:
        raise OSError(28, "voll")

    monkeypatch.setattr(Path, "replace", voll)
    with pytest.raises(OSError, match="voll"):
        baue_rechner(ziel, paket)

    assert [datei.name for datei in ziel.parent.iterdir()] == ["rechner.html"]
    assert ziel.read_text(encoding="utf-8") == "alt"


def test_text_in_json_schliesst_kein_skript(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bau, "formulare_als_json", lambda: '"</script>"')

    assert '<script type="application/json" id="daten-formulare">"\\u003c/script>"</script>' in bau.rechner(FALSCH)


# Programm


@pytest.fixture(scope="module")
def programm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ziel = tmp_path_factory.mktemp("programm") / "kooperationsvertrag.pyz"
    baue_programm(ziel)
    return ziel


def _rufe(programm: Path, *argumente: str) -> subprocess.CompletedProcess[bytes]:
    """Ruft das Programm mit nichts als Python auf: ohne installierte Pakete und ohne Umgebung."""
    umgebung = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if sys.platform == "win32" else {}
    befehl = [sys.executable, "-I", "-S", str(programm), *argumente]
    return subprocess.run(befehl, cwd=WURZEL, env=umgebung, capture_output=True, check=False)


JE_BEFEHL = {eines.argumente[2]: eines for eines in BEISPIELE if eines.argumente[0] == "-m"}
"""Zu jedem Befehl das letzte Beispiel."""


@pytest.mark.parametrize("befehl", JE_BEFEHL)
def test_das_programm_gibt_aus_was_abgelegt_ist(programm: Path, befehl: str) -> None:
    beispiel = JE_BEFEHL[befehl]

    lauf = _rufe(programm, *beispiel.argumente[2:])

    assert (lauf.returncode, lauf.stderr) == (beispiel.status, b"")
    assert lauf.stdout.replace(b"\r\n", b"\n") == (ERWARTET / beispiel.datei).read_bytes().replace(b"\r\n", b"\n")


def test_das_programm_kennt_seine_version_und_jeden_befehl(programm: Path) -> None:
    assert _rufe(programm, "--version").stdout.decode().split()[1] == version("kooperationsvertrag")
    for befehl in (["normen"], ["fragen"], ["aufteilen", "100"], ["--help"]):
        assert _rufe(programm, *befehl).returncode == 0


def test_aus_dem_programm_heraus_laesst_sich_nicht_bauen(programm: Path, tmp_path: Path) -> None:
    lauf = _rufe(programm, "rechner", "--pyz", str(tmp_path / "zweites.pyz"))

    assert lauf.returncode == 2
    assert "mit pip installiert" in lauf.stderr.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Rechte gibt es so nur unter Unix")
def test_die_gebaute_datei_darf_jeder_lesen(programm: Path) -> None:
    assert stat.S_IMODE(programm.stat().st_mode) == 0o644


def test_das_programm_ist_zweimal_gebaut_dasselbe(tmp_path: Path) -> None:
    baue_programm(tmp_path / "1.pyz")
    baue_programm(tmp_path / "2.pyz")

    assert (tmp_path / "1.pyz").read_bytes() == (tmp_path / "2.pyz").read_bytes()
