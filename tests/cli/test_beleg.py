"""Derselbe Beleg, dieselben Bytes: in jedem Prozess, auf jedem Rechner, mit jedem Zeilenende."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.aufruf import rufe_auf
from cli.belege import ENTWURF, falldateien
from fall.antraege import EINFACH as ANTRAG
from fall.falldateien import EINFACH

TESTS = Path(__file__).resolve().parents[1]


def test_zwei_prozesse_mit_anderer_streuung_geben_zu_jedem_befehl_dieselben_bytes() -> None:
    laeufe = [
        subprocess.Popen(
            [sys.executable, str(TESTS / "cli" / "belege.py")],
            env={
                **os.environ,
                "PYTHONHASHSEED": streuung,
                "PYTHONPATH": os.pathsep.join([str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])]),
            },
            stdout=subprocess.PIPE,
        )
        for streuung in ("1", "2017")
    ]
    einer, anderer = [lauf.communicate()[0].decode().splitlines() for lauf in laeufe]

    assert [lauf.returncode for lauf in laeufe] == [0, 0]
    assert len(einer) > 30
    assert einer == anderer


@pytest.mark.parametrize("text", [EINFACH, *falldateien(2)], ids=["einfach", "zufall-0", "zufall-1"])
@pytest.mark.parametrize("befehl", [("abrechnen",), ("pruefen", "--stichtag", "2021-03-01"), ("verlauf",)])
def test_zeilenenden_und_marke_am_dateianfang_aendern_kein_byte(
    tmp_path: Path, befehl: tuple[str, ...], text: str
) -> None:
    datei = tmp_path / "fall.toml"
    ausgaben = set()
    for inhalt in (text, text.replace("\n", "\r\n"), "\ufeff" + text, "\ufeff" + text.replace("\n", "\r\n")):
        datei.write_bytes(inhalt.encode())
        ausgaben |= {rufe_auf(befehl[0], str(datei), *befehl[1:], "--format", f).stdout for f in ("text", "json")}

    assert len(ausgaben) == 2


def ohne_eingabe(ausgabe: str) -> object:
    daten = json.loads(ausgabe)
    assert daten["beleg"].pop("eingabe")
    return daten


def umgestellt(text: str) -> str:
    """Dreht in jeder Tabelle die Reihenfolge der Angaben um, auch innerhalb geschweifter Klammern."""
    stuecke: list[list[str]] = [[]]
    for zeile in text.splitlines():
        if zeile.strip().startswith("["):
            stuecke.append([])
        stuecke[-1].append(zeile)
    umgedreht = []
    for stueck in stuecke:
        kopf = [zeile for zeile in stueck if zeile.strip().startswith("[")]
        angaben = [zeile for zeile in stueck if zeile.strip() and zeile not in kopf]
        umgedreht += [*kopf, *[_mit_umgestellter_klammer(zeile) for zeile in reversed(angaben)]]
    return "\n".join(umgedreht)


def _mit_umgestellter_klammer(zeile: str) -> str:
    davor, klammer, rest = zeile.partition("{")
    if not klammer:
        return zeile
    glieder = rest.rstrip(" }").split(",")
    return f"{davor}{{{', '.join(reversed(glieder))} }}"


@pytest.mark.parametrize("text", list(falldateien(4)))
def test_die_reihenfolge_der_angaben_aendert_nur_den_fingerabdruck_der_eingabe(tmp_path: Path, text: str) -> None:
    datei, anders = tmp_path / "fall.toml", tmp_path / "anders.toml"
    datei.write_text(text, encoding="utf-8")
    anders.write_text(umgestellt(text), encoding="utf-8")

    einer, anderer = (rufe_auf("abrechnen", str(eine), "--format", "json") for eine in (datei, anders))

    assert einer.stdout != anderer.stdout
    assert ohne_eingabe(einer.stdout) == ohne_eingabe(anderer.stdout)


@pytest.mark.parametrize("befehl", ["abrechnen", "pruefen", "verlauf", "beitritt", "vergleichen", "luecken"])
def test_jeder_befehl_nennt_den_beleg_im_json_und_am_fuss_der_seite(tmp_path: Path, befehl: str) -> None:
    fall, antrag, entwurf = tmp_path / "fall.toml", tmp_path / "antrag.toml", tmp_path / "entwurf.toml"
    fall.write_text(EINFACH, encoding="utf-8")
    antrag.write_text(ANTRAG, encoding="utf-8")
    entwurf.write_text(ENTWURF, encoding="utf-8")
    argumente = {
        "beitritt": (str(antrag),),
        "vergleichen": ("bericht-2017", str(entwurf), "--fall", str(fall)),
        "luecken": (str(entwurf), "--fall", str(fall)),
        "pruefen": (str(fall), "--stichtag", "2019-03-01"),
    }.get(befehl, (str(fall),))

    beleg = json.loads(rufe_auf(befehl, *argumente, "--format", "json").stdout)["beleg"]
    am_fuss = " ".join(rufe_auf(befehl, *argumente).stdout.partition("Beleg:")[2].split())

    assert {"version", "auslegung", "konventionen"} <= set(beleg)
    fingerabdruecke = [wert for wert in beleg.values() if isinstance(wert, str) and wert.startswith("sha256:")]
    fingerabdruecke += beleg.get("faelle", [])
    assert len(fingerabdruecke) >= 2
    assert f"kooperationsvertrag {beleg['version']}" in am_fuss
    assert [eines for eines in fingerabdruecke if eines[:19] not in am_fuss] == []
