import json
import tomllib
from pathlib import Path

import pytest

from cli.aufruf import Aufruf, rufe_auf
from kooperationsvertrag.cli.dokument import lies_dokument
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand
from kooperationsvertrag.vertrag.normen import norm
from quellen import quellentexte

JAHR = """
titel = "Haushaltsjahr 2018"
fassung = "bericht-2017"

[[haushaltsjahr]]
jahr = 2018
eingezahlt = "wie vereinbart"
verausgabt = "43.417,55"
planung_erstellt = 2018-01-12
abschlussbericht_erstellt = 2018-12-28
geprueft = 2019-02-14
pruefungsergebnis = "gebilligt"
"""

HALBE_IHK = """
fassung = "bericht-2017"
[auslegung]
{auslegung}
[[haushaltsjahr]]
jahr = 2018
verausgabt = "80.000"
abschlussbericht_erstellt = 2018-12-28
geprueft = 2019-02-14
pruefungsergebnis = "gebilligt"
einzahlung = [
    {{ partner = "duesseldorf", betrag = "50.000" }},
    {{ partner = "mettmann", betrag = "50.000" }},
    {{ partner = "ihk", betrag = "10.000" }},
]
"""

BEITRITT_GEWAEHLT = """
[auslegung]
beitrittsentscheidung = "alle_partner"
schluessel_nach_beitritt = "additiv"

[[haus"""

PERSONALKOSTEN = """
[[haushaltsjahr]]
jahr = {jahr}
eingezahlt = "wie vereinbart"
geprueft = 2019-02-14
abschlussbericht_erstellt = 2018-12-28
pruefungsergebnis = "gebilligt"
[[haushaltsjahr.ausgabe]]
bezeichnung = "Gehalt"
art = "personalkosten"
betrag = "700"
partner = "mettmann"
"""


def datei(ordner: Path, inhalt: str, name: str = "fall.toml") -> str:
    pfad = ordner / name
    pfad.write_text(inhalt, encoding="utf-8")
    return str(pfad)


def ohne_absturz(aufruf: Aufruf) -> Aufruf:
    assert "Traceback" not in aufruf.stderr
    return aufruf


def fehler(*argumente: str) -> str:
    """Ruft auf, verlangt Status 2 mit leerer Ausgabe und gibt die Meldung."""
    aufruf = ohne_absturz(rufe_auf(*argumente))
    assert (aufruf.status, aufruf.stdout) == (2, "")
    assert aufruf.stderr.startswith("Fehler: ")
    return aufruf.stderr


def test_das_einfache_jahr_gibt_ein_vollstaendiges_ergebnis(tmp_path: Path) -> None:
    aufruf = rufe_auf("abrechnen", datei(tmp_path, JAHR))

    assert (aufruf.status, aufruf.stderr) == (0, "")
    assert "76.582,45 € gehen an die Partner zurück." in aufruf.stdout
    assert "nicht der" in aufruf.stdout


def test_das_einfache_jahr_als_json_ist_genau_ein_dokument(tmp_path: Path) -> None:
    aufruf = rufe_auf("abrechnen", datei(tmp_path, JAHR), "--format", "json")
    daten = json.loads(aufruf.stdout)

    assert aufruf.status == 0
    assert daten["haushaltsjahre"][0]["rueckfuehrung"] == {
        "duesseldorf": "31909.36",
        "mettmann": "31909.35",
        "ihk": "12763.74",
    }


def test_die_begruendung_erscheint_als_text_und_als_json(tmp_path: Path) -> None:
    fall = datei(tmp_path, JAHR)

    assert "Begründung: Haushaltsjahr 2018" in rufe_auf("abrechnen", fall, "--begruendung").stdout
    daten = json.loads(rufe_auf("abrechnen", fall, "--begruendung", "--format", "json").stdout)
    assert daten["haushaltsjahre"][0]["begruendung"][0]["nummer"] == 1


@pytest.mark.parametrize(
    "auslegung",
    ['rundung = "offen"', 'rundung = "offen"\nrundungsvorrang = ["ihk"]'],
    ids=["jede Reihenfolge", "gewaehlt"],
)
def test_auch_bei_offener_rundung_wird_ein_eindeutiges_ergebnis_begruendet(tmp_path: Path, auslegung: str) -> None:
    inhalt = JAHR.replace("[[haus", f"[auslegung]\n{auslegung}\n\n[[haus").replace("43.417,55", "60.000")
    aufruf = rufe_auf("abrechnen", datei(tmp_path, inhalt), "--begruendung")

    assert aufruf.status == 0
    assert "Rundung:        offen" in aufruf.stdout
    assert "Begründung: Haushaltsjahr 2018" in aufruf.stdout


def test_wo_eine_lesart_fehlt_ist_der_status_drei(tmp_path: Path) -> None:
    fall = datei(tmp_path, HALBE_IHK.format(auslegung=""))
    aufruf = rufe_auf("abrechnen", fall, "--begruendung")

    assert aufruf.status == 3
    assert "Es gibt 3 verschiedene" in aufruf.stdout
    assert "Begründet wird, sobald" in aufruf.stdout
    assert rufe_auf("abrechnen", fall, "--format", "json").status == 3


def test_mit_den_gezeigten_zeilen_wird_das_ergebnis_eindeutig(tmp_path: Path) -> None:
    gezeigt = rufe_auf("abrechnen", datei(tmp_path, HALBE_IHK.format(auslegung=""))).stdout
    zeile = next(zeile.strip() for zeile in gezeigt.splitlines() if zeile.strip().startswith("rueckfuehrungsbasis ="))
    aufruf = rufe_auf("abrechnen", datei(tmp_path, HALBE_IHK.format(auslegung=zeile)))

    assert aufruf.status == 0
    assert f"Lesarten:  {zeile}" in aufruf.stdout


def test_ein_verstoss_ist_status_vier(tmp_path: Path) -> None:
    fall = datei(tmp_path, 'fassung = "bericht-2017"\n' + PERSONALKOSTEN.format(jahr=2018))
    aufruf = rufe_auf("abrechnen", fall)

    assert aufruf.status == 4
    assert "Verstoß" in aufruf.stdout


def test_haengt_das_ergebnis_von_einer_lesart_ab_geht_das_dem_verstoss_vor(tmp_path: Path) -> None:
    fall = datei(tmp_path, HALBE_IHK.format(auslegung="") + PERSONALKOSTEN.format(jahr=2019))

    assert rufe_auf("abrechnen", fall).status == 3


def test_unbrauchbare_eingabe_geht_allem_vor(tmp_path: Path) -> None:
    fall = datei(tmp_path, HALBE_IHK.format(auslegung='abstimmung = "laut"') + PERSONALKOSTEN.format(jahr=2030))
    meldung = fehler("abrechnen", fall)

    assert "auslegung.abstimmung" in meldung
    assert "stimmen 2 Angaben nicht" in meldung


def test_eine_falldatei_mit_einem_problem_nennt_stelle_grund_und_beispiel(tmp_path: Path) -> None:
    meldung = fehler("abrechnen", datei(tmp_path, JAHR.replace("43.417,55", "1,234")), "--format", "json")

    assert "In der Datei stimmt etwas nicht:" in meldung
    assert "  haushaltsjahr[0].verausgabt (Zeile 8)\n" in meldung
    assert "Richtig wäre zum Beispiel:" in meldung


def test_ein_schreibfehler_im_toml_nennt_die_zeile_nur_einmal(tmp_path: Path) -> None:
    assert fehler("abrechnen", datei(tmp_path, JAHR + "\nverausgabt")).count("Zeile 14") == 1


def test_eine_falldatei_die_es_nicht_gibt(tmp_path: Path) -> None:
    assert "Diese Datei gibt es nicht" in fehler("abrechnen", str(tmp_path / "fehlt.toml"))


def test_ein_beigetretener_partner_erscheint_mit_seinem_namen(tmp_path: Path) -> None:
    beitritt = """
[[beitritt]]
kennung = "rhein-kreis-neuss"
name = "Rhein-Kreis Neuss"
rechtsform = "kreis"
foerderlich = true
begruendung = "grenzt an"
beitrag = "30.000"
zum = 2018-01-01
zustimmung = ["duesseldorf", "mettmann", "ihk"]
"""
    inhalt = JAHR.replace("[[haus", BEITRITT_GEWAEHLT) + beitritt
    aufruf = rufe_auf("abrechnen", datei(tmp_path, inhalt), "--begruendung")

    assert aufruf.status == 0
    assert "  Rhein-Kreis Neuss    30.000,00 €" in aufruf.stdout
    daten = json.loads(rufe_auf("abrechnen", datei(tmp_path, inhalt), "--begruendung", "--format", "json").stdout)
    assert len(daten["haushaltsjahre"]) == 1


def test_aufteilen_zeigt_den_weg_jedes_cents() -> None:
    aufruf = rufe_auf("aufteilen", "76.582,45")

    assert aufruf.status == 0
    assert "3.190.935 5/12" in aufruf.stdout


def test_aufteilen_mit_gewaehlter_rundung_und_reihenfolge() -> None:
    aufruf = rufe_auf("aufteilen", "0,04 €", "--rundungsvorrang", "ihk, mettmann", "--format", "json")
    daten = json.loads(aufruf.stdout)

    assert daten["betraege"] == {"duesseldorf": "0.01", "mettmann": "0.02", "ihk": "0.01"}
    assert daten["konventionen"]["rundungsvorrang"] == ["ihk", "mettmann"]


def test_aufteilen_kaufmaennisch() -> None:
    daten = json.loads(
        rufe_auf("aufteilen", "0,06", "--rundung", "kaufmaennisch_letzter_gleicht_aus", "--format", "json").stdout
    )

    assert daten["betraege"]["ihk"] == "0.00"


@pytest.mark.parametrize(
    ("argumente", "erwartet"),
    [
        (["1,234"], "BETRAG: „1,234“ lässt sich auf zwei Arten lesen"),
        (["--", "-5"], "Ein Betrag ist nie negativ"),
        (["5", "--fassung", "bericht-2018"], "--fassung: „bericht-2018“ gibt es nicht. Möglich sind: bericht-2017."),
        (["5", "--rundung", "auf"], "--rundung: „auf“ gibt es nicht. Möglich sind: groesster_rest, "),
        (["5", "--rundungsvorrang", "ihk,ihk"], "--rundungsvorrang: „ihk,ihk“ ist keine Liste"),
        (["5", "--rundungsvorrang", "koeln"], "Partner sind: duesseldorf, mettmann, ihk."),
    ],
)
def test_aufteilen_mit_falschen_angaben(argumente: list[str], erwartet: str) -> None:
    assert erwartet in fehler("aufteilen", *argumente)


def test_normen_als_liste_und_einzeln() -> None:
    assert "  17-F8     Bedingung," in rufe_auf("normen").stdout
    assert rufe_auf("normen", "17-f8").stdout.startswith("Satz 17-F8\n")
    assert len(json.loads(rufe_auf("normen", "--format", "json").stdout)["normen"]) == 65
    assert json.loads(rufe_auf("normen", "17-F8", "--format", "json").stdout)["kennung"] == "17-F8"


def test_eine_unbekannte_norm_nennt_aehnliche() -> None:
    assert "Gemeint sein könnte: 17-F" in fehler("normen", "17-F10")


def test_normen_zeigen_den_satz_aus_dem_eigenen_exemplar(tmp_path: Path) -> None:
    bericht = datei(tmp_path, quellentexte()["Sachstandsbericht 2017"], "bericht.txt")

    assert "steht er unverändert" in rufe_auf("normen", "17-F8", "--quelle", bericht).stdout
    liste = rufe_auf("normen", "--quelle", bericht)
    assert (liste.status, liste.stdout.count("unverändert")) == (0, 43)
    assert "ist nicht die Quelle dieses Satzes. Gebraucht wird: Niederschrift 2023." in fehler(
        "normen", "23-9", "--quelle", bericht
    )


def test_ein_geaenderter_satz_ist_status_vier(tmp_path: Path) -> None:
    text = quellentexte()["Sachstandsbericht 2017"].replace("Zahlungsschlüssel", "Verteilungsschlüssel")
    bericht = datei(tmp_path, text, "bericht.txt")

    assert rufe_auf("normen", "17-F8", "--quelle", bericht).status == 4
    assert rufe_auf("normen", "17-F9", "--quelle", bericht).status == 0
    daten = json.loads(rufe_auf("normen", "17-F8", "--quelle", bericht, "--format", "json").stdout)
    assert daten["im_dokument"] == {"stand": "geaendert", "wortlaut": ""}
    abgleich = rufe_auf("quelle", bericht)
    assert abgleich.status == 4
    assert "1 von 43 Sätzen steht nicht mehr so im Dokument." in abgleich.stdout
    assert "\nSatz 17-F8: geändert\n" in abgleich.stdout


def test_quelle_unveraendert(tmp_path: Path) -> None:
    bericht = datei(tmp_path, "\n".join(quellentexte().values()), "beide.txt")
    aufruf = rufe_auf("quelle", bericht)

    assert aufruf.status == 0
    assert "Alle 65 Sätze stehen unverändert im Dokument." in aufruf.stdout
    daten = json.loads(rufe_auf("quelle", bericht, "--format", "json").stdout)
    assert daten["anzahl"] == {"unveraendert": 65, "geaendert": 0, "fehlt": 0}


def gefundene(monkeypatch: pytest.MonkeyPatch, *saetze: Satzabgleich) -> None:
    """Setzt das Ergebnis des Abgleichs, wo die Quellen selbst nicht vorliegen."""
    monkeypatch.setattr("kooperationsvertrag.revision.quellenabgleich.abgleich", lambda _text, _normen: saetze)


def test_endstatus_und_ausgabe_je_nach_stand_der_saetze(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bericht = datei(tmp_path, "Text", "bericht.txt")
    gefundene(monkeypatch, Satzabgleich(norm("17-F8"), Stand.UNVERAENDERT, "Der Satz."))

    assert rufe_auf("quelle", bericht).status == 0
    assert "    Der Satz.\n" in rufe_auf("normen", "17-F8", "--quelle", bericht).stdout
    assert "unverändert" in rufe_auf("normen", "--quelle", bericht).stdout
    assert "ist nicht die Quelle dieses Satzes" in fehler("normen", "23-9", "--quelle", bericht)

    gefundene(monkeypatch, Satzabgleich(norm("17-F8"), Stand.FEHLT, ""))

    assert rufe_auf("quelle", bericht).status == 4
    als_json = rufe_auf("quelle", bericht, "--format", "json")
    assert als_json.status == 4
    assert [satz["kennung"] for satz in json.loads(als_json.stdout)["geaendert"]] == ["17-F8"]
    assert rufe_auf("normen", "17-F8", "--quelle", bericht).status == 4


@pytest.mark.parametrize("kodierung", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_dokumente_werden_in_jeder_ueblichen_kodierung_gelesen(tmp_path: Path, kodierung: str) -> None:
    pfad = tmp_path / "bericht.txt"
    pfad.write_bytes("Prüfung".encode(kodierung))

    assert lies_dokument(pfad) == "Prüfung"


@pytest.mark.parametrize("kodierung", ["utf-8-sig", "utf-16", "cp1252"])
def test_quelle_in_anderer_kodierung(tmp_path: Path, kodierung: str) -> None:
    pfad = tmp_path / "bericht.txt"
    pfad.write_bytes(quellentexte()["Sachstandsbericht 2017"].encode(kodierung, errors="replace"))

    assert "43 Sätze" in rufe_auf("quelle", str(pfad)).stdout


def test_ein_fremdes_dokument_sagt_welches_erwartet_wird(tmp_path: Path) -> None:
    meldung = fehler("quelle", datei(tmp_path, "Ein Kochrezept.", "rezept.txt"), "--format", "json")

    assert "In rezept.txt steht kein Satz der Quellen." in meldung
    assert "Sachstandsbericht 2017" in meldung


@pytest.mark.parametrize(
    ("anfang", "erwartet"),
    [
        (b"%PDF-1.7", "ist eine PDF-Datei"),
        (b"PK\x03\x04", "ist eine Datei von Word oder LibreOffice"),
        (b"\xd0\xcf\x11\xe0", "ist eine ältere Datei von Word"),
        (b"{\\rtf1", "ist eine RTF-Datei"),
        (b"a\0b", "ist keine Textdatei"),
    ],
)
def test_was_kein_text_ist_sagt_wie_daraus_text_wird(tmp_path: Path, anfang: bytes, erwartet: str) -> None:
    pfad = tmp_path / "bericht"
    pfad.write_bytes(anfang)

    assert erwartet in fehler("quelle", str(pfad))


def test_ein_dokument_das_sich_nicht_lesen_laesst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Diese Datei gibt es nicht" in fehler("quelle", str(tmp_path / "fehlt.txt"))
    assert "Das ist ein Ordner" in fehler("quelle", str(tmp_path))

    def verboten(_pfad: Path) -> bytes:
        raise PermissionError

    def defekt(_pfad: Path) -> bytes:
        raise OSError

    bericht = datei(tmp_path, "x", "bericht.txt")
    monkeypatch.setattr(Path, "read_bytes", verboten)
    assert "darf nicht gelesen werden" in fehler("quelle", bericht)
    monkeypatch.setattr(Path, "read_bytes", defekt)
    assert "lässt sich nicht öffnen" in fehler("quelle", bericht)


def test_ein_uebergrosses_dokument_wird_nicht_gelesen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kooperationsvertrag.cli.dokument.HOECHSTGROESSE", 3)

    assert "ist größer als" in fehler("quelle", datei(tmp_path, "1234", "bericht.txt"))


def test_fragen_als_liste_und_einzeln() -> None:
    liste = rufe_auf("fragen").stdout

    assert "OF-16" in liste
    assert "FL-01" in liste
    assert rufe_auf("fragen", "of-16").stdout.startswith("OF-16 ")
    assert rufe_auf("fragen", "rueckfuehrungsbasis").stdout.startswith("OF-16 ")
    assert rufe_auf("fragen", "fl-03").stdout.startswith("Festlegung FL-03\n")
    daten = json.loads(rufe_auf("fragen", "--format", "json").stdout)
    assert {"fragen", "festlegungen"} == set(daten)
    assert json.loads(rufe_auf("fragen", "FL-03", "--format", "json").stdout)["kennung"] == "FL-03"


def test_unbekannte_fragen_und_festlegungen() -> None:
    assert "Das Fragenregister kennt „OF-99“ nicht." in fehler("fragen", "OF-99")
    assert "Es gibt FL-01 bis FL-" in fehler("fragen", "FL-99")


MEHRERE_FRAGEN = """
titel = "Vieles offen"
fassung = "bericht-2017"
{auslegung}
[[anfangsbestand]]
aus_jahr = 2017
betrag = "10.000,01"
schluessel = {{ duesseldorf = 1, mettmann = 1, ihk = 1 }}

[[haushaltsjahr]]
jahr = 2018
verausgabt = "80.000"
abschlussbericht_erstellt = 2018-12-28
geprueft = 2019-02-14
pruefungsergebnis = "gebilligt"
einzahlung = [
    {{ partner = "duesseldorf", betrag = "50.000" }},
    {{ partner = "mettmann", betrag = "50.000" }},
    {{ partner = "ihk", betrag = "10.000" }},
]
  [haushaltsjahr.uebertragung]
  betrag = "20.000"
  datum = 2019-02-14
  ja = ["duesseldorf", "mettmann"]
  nein = ["ihk"]
"""

RUNDUNG_OFFEN = """
fassung = "bericht-2017"
{auslegung}
[[haushaltsjahr]]
jahr = 2018
eingezahlt = "wie vereinbart"
verausgabt = "119.999,95"
abschlussbericht_erstellt = 2018-12-28
geprueft = 2019-02-14
pruefungsergebnis = "gebilligt"
"""

EIN_BESCHLUSS = MEHRERE_FRAGEN.partition("[[anfangsbestand]]")[0] + MEHRERE_FRAGEN[MEHRERE_FRAGEN.index("[[haus") :]


@pytest.mark.parametrize(
    ("vorlage", "gewaehlt"),
    [
        (HALBE_IHK.replace("[auslegung]\n", ""), {}),
        (EIN_BESCHLUSS, {}),
        (EIN_BESCHLUSS, {"abstimmung": '"mehrheit"'}),
        (MEHRERE_FRAGEN, {}),
        (MEHRERE_FRAGEN, {"rueckfuehrungsbasis": '"tatsaechliche_zahlungen"'}),
        (RUNDUNG_OFFEN, {"rundung": '"offen"'}),
    ],
    ids=["eine Frage", "Beschluss", "eine gewaehlt", "viele", "viele, eine gewaehlt", "Rundung offen"],
)
def test_jeder_gezeigte_block_macht_die_falldatei_eindeutig(
    tmp_path: Path, vorlage: str, gewaehlt: dict[str, str]
) -> None:
    def abgerechnet(auslegung: dict[str, str]) -> Aufruf:
        zeilen = [f"{frage} = {antwort}" for frage, antwort in auslegung.items()]
        kopf = "\n".join(["[auslegung]", *zeilen]) if zeilen else ""
        return rufe_auf("abrechnen", datei(tmp_path, vorlage.format(auslegung=kopf)))

    mehrdeutig = abgerechnet(gewaehlt)
    teile = mehrdeutig.stdout.partition("So wird eines davon gewählt")[2].split("\n\n")
    bloecke = [teil for teil in teile if teil.startswith("    ") and " = " in teil]

    assert mehrdeutig.status == 3
    assert len(bloecke) > 1
    for block in bloecke:
        tomllib.loads(block)
        neue = dict(zeile.strip().split(" = ") for zeile in block.splitlines())
        assert set(neue) & set(gewaehlt) <= {"rundung", "rundungsvorrang"}
        assert ohne_absturz(abgerechnet({**gewaehlt, **neue})).status == 0


@pytest.mark.parametrize("name", ["teiluebertragung", "fassungswechsel"])
def test_in_der_begruendung_heisst_ein_beitrag_der_fassung_nur_beitrag(name: str) -> None:
    text = " ".join(rufe_auf("abrechnen", f"examples/{name}.toml", "--begruendung").stdout.split())

    assert "Beitrag Düsseldorf 50.000,00 € (Fassung bericht-2017: Beitrag Düsseldorf)" in text
    assert "fassung Beitrag" not in text
