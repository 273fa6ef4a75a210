"""Was die Seite verlangt, und was sie zur Antwort bekommt."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from beispiele import ORDNER
from cli.aufruf import rufe_auf
from rechner.aufgaben_am_beispiel import AUFGABEN, ENTWURFSDATEIEN, beauftrage, rechne, text_von

JAHR: dict[str, Any] = {
    "jahr": "2018",
    "?eingezahlt": "wie vereinbart",
    "?verausgabt": "summe",
    "verausgabt": "43.417,55",
    "geprueft": "14.02.2019",
    "pruefungsergebnis": "gebilligt",
}
WERTE: dict[str, Any] = {"titel": "Haushaltsjahr 2018", "fassung": "bericht-2017", "haushaltsjahr": [JAHR]}


def _mit(jahr: dict[str, Any]) -> dict[str, Any]:
    return {**WERTE, "haushaltsjahr": [{**JAHR, **jahr}]}


def _stellen(antwort: dict[str, Any]) -> dict[str, str]:
    return {problem["stelle"]: problem["grund"] for problem in antwort["probleme"]}


@pytest.mark.parametrize(("aufgabe", "name", "tag"), AUFGABEN)
def test_oeffnen_und_rechnen_aendert_keine_falldatei(aufgabe: str, name: str, tag: str) -> None:
    antwort = rechne(aufgabe, text_von(name), tag)

    assert antwort["probleme"] == []
    assert (antwort["text"], antwort["erhalten"]) == (text_von(name), True)


def test_ein_neuer_fall_wird_eine_falldatei_wie_von_hand() -> None:
    antwort = beauftrage("schreibe", aufgabe="abrechnen", text="", werte=WERTE)

    assert antwort["text"] == (
        'titel = "Haushaltsjahr 2018"\nfassung = "bericht-2017"\n\n[[haushaltsjahr]]\njahr = 2018\n'
        'eingezahlt = "wie vereinbart"\nverausgabt = "43.417,55"\n'
        'geprueft = 2019-02-14\npruefungsergebnis = "gebilligt"\n'
    )


def test_ein_halbes_zeichen_wird_ersetzt_statt_alles_zu_verhindern() -> None:
    antwort = beauftrage("rechne", aufgabe="abrechnen", text="", werte={**WERTE, "titel": "Jahr \ud83d"})

    assert antwort["probleme"] == []
    assert 'titel = "Jahr \ufffd"' in antwort["text"]


def test_was_das_formular_nicht_zeigt_wird_genannt_und_bleibt() -> None:
    text = text_von("haushaltsjahr-2018") + '\n[haushaltsjahr.notiz]\nvon = "Kasse"\n'
    geoeffnet = beauftrage("oeffne", aufgabe="abrechnen", text=text)

    geschrieben = beauftrage("schreibe", aufgabe="abrechnen", text=text, werte=geoeffnet["werte"])

    assert geoeffnet["weitere"] == ["„notiz“ (Haushaltsjahr 2018)"]
    assert geschrieben["text"] == text


def test_eine_unlesbare_datei_nennt_die_zeile() -> None:
    antwort = beauftrage("oeffne", aufgabe="abrechnen", text='titel = "A"\nfassung = bericht\n')

    assert list(_stellen(antwort)) == ["Zeile 2, Spalte 11"]


def test_eine_datei_die_sich_gar_nicht_lesen_laesst_nennt_ihr_problem() -> None:
    antwort = beauftrage("oeffne", aufgabe="abrechnen", text="a = [\n" + "[" * 2000)

    assert antwort["probleme"]


def test_ein_fehler_steht_an_seiner_stelle_in_worten_des_formulars() -> None:
    werte = _mit({"verausgabt": "1,234", "geprueft": "31.02.2019", "planung_erstellt": "gestern"})

    antwort = beauftrage("rechne", aufgabe="abrechnen", text="", werte=werte)

    assert _stellen(antwort) == {
        "haushaltsjahr[0].planung_erstellt": "„gestern“ ist kein Tag.",
        "haushaltsjahr[0].geprueft": "„31.02.2019“ ist kein Tag.",
        "haushaltsjahr[0].verausgabt": "„1,234“ lässt sich auf zwei Arten lesen: Komma vor drei Ziffern.",
    }
    assert antwort["seite"] == ""


def test_ein_beispiel_steht_da_wie_man_es_eintippt() -> None:
    (problem,) = beauftrage("rechne", aufgabe="abrechnen", text="", werte=_mit({"verausgabt": "1'000"}))["probleme"]

    assert (problem["stelle"], problem["beispiel"]) == ("haushaltsjahr[0].verausgabt", "1.000")


def test_ein_hinweis_nennt_den_abschnitt_des_formulars_und_keine_zeile_der_falldatei() -> None:
    (problem,) = beauftrage("rechne", aufgabe="abrechnen", text="", werte=_mit({"verausgabt": "-5"}))["probleme"]

    assert problem["grund"].endswith("steht als Rückerstattung unter „Weitere Einnahmen“.")
    assert problem["beispiel"] == ""


def test_ein_tag_im_beispiel_ist_deutsch_geschrieben() -> None:
    werte = _mit({"uebertragung": {"?": "ja", "betrag": "alles", "datum": "", "?einstimmig": "einstimmig"}})

    (problem,) = beauftrage("rechne", aufgabe="abrechnen", text="", werte=werte)["probleme"]

    assert problem == {
        "stelle": "haushaltsjahr[0].uebertragung.datum",
        "grund": "Hier fehlt eine Angabe.",
        "beispiel": "14.02.2019",
    }


def test_die_bibliothek_nennt_einen_tag_als_beispiel_wie_das_formular_ihn_liest() -> None:
    werte = {**WERTE, "haushaltsjahr": [JAHR, {**JAHR, "jahr": "2018"}]}

    assert {p["beispiel"] for p in beauftrage("rechne", aufgabe="abrechnen", text="", werte=werte)["probleme"]} == {
        "2019"
    }


def test_ohne_stichtag_werden_auch_die_uebrigen_probleme_genannt() -> None:
    antwort = beauftrage("rechne", aufgabe="pruefen", text="", werte=_mit({"jahr": "x"}), stichtag="morgen")

    assert list(_stellen(antwort)) == ["haushaltsjahr[0].jahr", "stichtag"]


def test_fehlt_nur_der_stichtag_gibt_es_kein_ergebnis() -> None:
    antwort = beauftrage("rechne", aufgabe="pruefen", text="", werte=WERTE, stichtag="")

    assert list(_stellen(antwort)) == ["stichtag"]
    assert (antwort["seite"], antwort["json"]) == ("", "")


@pytest.mark.parametrize(
    ("tag", "grund"),
    [
        ("", "Hier fehlt der Tag, für den geprüft wird."),
        ("heute", "„heute“ ist kein Tag."),
        ("31.02.2026", "„31.02.2026“ ist kein Tag."),
        ("31.03.3026", "Ein Jahr liegt zwischen 1900 und 2999."),
        ("01.04.1899", "Ein Jahr liegt zwischen 1900 und 2999."),
    ],
)
def test_ein_stichtag_wird_angenommen_wie_auf_der_befehlszeile(tag: str, grund: str) -> None:
    (problem,) = beauftrage("rechne", aufgabe="pruefen", text="", werte=WERTE, stichtag=tag)["probleme"]

    assert problem == {"stelle": "stichtag", "grund": grund, "beispiel": "01.04.2019"}
    assert rufe_auf("pruefen", str(ORDNER / "haushaltsjahr-2018.toml"), "--stichtag", tag or "x").status == 2


@pytest.mark.parametrize(
    "getippt", ["IHK, Kreis Mettmann, Düsseldorf", "ihk,mettmann, duesseldorf", "Ihk, KREIS METTMANN, düsseldorf"]
)
def test_wer_zuerst_einen_restcent_erhaelt_laesst_sich_beim_namen_nennen(getippt: str) -> None:
    werte = {**WERTE, "auslegung": {"rundungsvorrang": getippt}}

    antwort = beauftrage("rechne", aufgabe="abrechnen", text="", werte=werte)

    assert antwort["probleme"] == []
    assert 'rundungsvorrang = ["ihk", "mettmann", "duesseldorf"]' in antwort["text"]


def test_im_vorrang_heissen_auch_die_partner_eines_entwurfs_und_bewerber_wie_sie_heissen() -> None:
    beitritt = {
        "kennung": "stadt-krefeld",
        "name": "Stadt Krefeld",
        "rechtsform": "kreisfreie_stadt",
        "beitrag": "1",
        "zum": "01.01.2028",
    }
    werte = {
        **_mit({"jahr": "2027"}),
        "fassung": "entwurf-2027.toml",
        "beitritt": [beitritt],
        "auslegung": {"rundungsvorrang": "Stadt Krefeld, rhein-kreis neuss, Bonn"},
    }

    antwort = beauftrage("rechne", aufgabe="abrechnen", text="", werte=werte)

    assert 'rundungsvorrang = ["stadt-krefeld", "rhein-kreis-neuss", "Bonn"]' in antwort["text"]
    geregelt, unbekannt = antwort["probleme"]
    assert geregelt["grund"].endswith("eine andere Wahl ist nicht möglich. Das Feld kann leer bleiben.")
    assert unbekannt["grund"].startswith("„Bonn“ ist kein Partner. Bekannt sind: „Düsseldorf“")


def test_heissen_mehrere_gleich_so_ist_die_kennung_zu_nennen() -> None:
    beitritt = {"name": "Köln", "rechtsform": "kreisfreie_stadt", "beitrag": "1", "zum": "01.01.2018"}
    werte = {
        **WERTE,
        "beitritt": [{**beitritt, "kennung": "neu"}, {**beitritt, "kennung": "neu2"}],
        "auslegung": {"rundungsvorrang": "Köln, Düsseldorf, IHK, Kreis Mettmann"},
    }

    antwort = beauftrage("rechne", aufgabe="abrechnen", text="", werte=werte)

    assert 'rundungsvorrang = ["Köln", "duesseldorf", "ihk", "mettmann"]' in antwort["text"]
    assert [problem["grund"] for problem in antwort["probleme"] if "rundungsvorrang" in problem["stelle"]] == [
        "„Köln“ heißen mehrere; statt des Namens ist die Kennung nötig: neu oder neu2."
    ]
    werte["auslegung"] = {"rundungsvorrang": "neu2, neu, Düsseldorf, IHK, Kreis Mettmann"}
    assert (
        'rundungsvorrang = ["neu2", "neu", "duesseldorf", "ihk", "mettmann"]'
        in (beauftrage("rechne", aufgabe="abrechnen", text="", werte=werte)["text"])
    )


def test_eine_reihenfolge_aus_der_datei_mit_etwas_anderem_als_texten_bleibt() -> None:
    text = text_von("haushaltsjahr-2018") + "\n[auslegung]\nrundungsvorrang = [1]\n"

    assert rechne("abrechnen", text)["text"] == text


def test_ein_entwurf_wird_eine_fassung_mit_ihren_partnern() -> None:
    antwort = beauftrage("fassung", name="entwurf-2027.toml")

    assert antwort["probleme"] == []
    assert ["rhein-kreis-neuss", "Rhein-Kreis Neuss"] in antwort["partner"]


def test_ein_fall_unter_einem_geladenen_entwurf_laesst_sich_rechnen() -> None:
    antwort = beauftrage(
        "rechne", aufgabe="abrechnen", text="", werte={**_mit({"jahr": "2027"}), "fassung": "entwurf-2027.toml"}
    )

    assert antwort["probleme"] == []
    assert '"rhein-kreis-neuss": "30000.00"' in antwort["json"]


def test_ein_entwurf_der_nicht_geladen_ist_wird_verlangt() -> None:
    antwort = beauftrage("rechne", aufgabe="abrechnen", text="", werte={**WERTE, "fassung": "anderer.toml"})

    assert _stellen(antwort) == {
        "fassung": "Der Entwurf „anderer.toml“ ist nicht geladen; er lässt sich unter dem Feld laden."
    }


def test_ein_kaputter_entwurf_nennt_seine_probleme() -> None:
    assert beauftrage("fassung", name="e.toml", dateien={"e.toml": "kennung = 1"})["probleme"]


def test_ein_vergleich_ohne_neue_fassung_verlangt_sie() -> None:
    antwort = beauftrage("vergleiche", alt="bericht-2017", neu="", faelle=[])

    assert antwort["probleme"][0]["beispiel"] == ""
    assert _stellen(antwort) == {
        "neu": "Hier ist noch keine Fassung gewählt. Unter dem Feld lässt sich ein Entwurf laden."
    }


def test_ein_vergleich_gibt_seine_seite() -> None:
    antwort = beauftrage(
        "vergleiche", alt="bericht-2017", neu="entwurf-2027.toml", faelle=[text_von("haushaltsjahr-2018")]
    )

    assert antwort["probleme"] == []
    assert "Synopse: bericht-2017 und entwurf-2027" in antwort["seite"]


def test_gewaehlte_lesarten_stehen_danach_in_jedem_fall_und_alles_andere_bleibt() -> None:
    texte = [text_von("ihk-zahlt-die-haelfte"), text_von("beitritt-zwischen-zwei-jahren")]
    lesarten = {"rueckfuehrungsbasis": "tatsaechliche_zahlungen"}

    neue = beauftrage("waehle", texte=texte, lesarten=lesarten)["texte"]

    for alt, neu in zip(texte, neue, strict=True):
        vorher, nachher = tomllib.loads(alt), tomllib.loads(neu)
        assert nachher == {**vorher, "auslegung": {**vorher.get("auslegung", {}), **lesarten}}
        assert re.findall(r"#.*", neu) == re.findall(r"#.*", alt)


def test_ein_geoeffneter_fall_behaelt_die_kommentare_jeder_zeile() -> None:
    text = text_von("haushaltsjahr-2018")
    werte = beauftrage("oeffne", aufgabe="abrechnen", text=text)["werte"]
    del werte["haushaltsjahr"][0]["ausgabe"][1]
    werte["haushaltsjahr"][0]["ausgabe"][1]["betrag"] = "1"

    antwort = beauftrage("schreibe", aufgabe="abrechnen", text=text, werte=werte)

    entfernt = text.index('  [[haushaltsjahr.ausgabe]]\n  bezeichnung = "Gutachten')
    danach = text.index('  [[haushaltsjahr.ausgabe]]\n  bezeichnung = "Eigenanteil')
    assert antwort == {"text": text[:entfernt] + text[danach:].replace("9.500,00", "1"), "erhalten": True}


Zeilen = list[dict[str, Any]]


def _listen(werte: dict[str, Any]) -> Iterator[Zeilen]:
    """Nennt jede Liste von Zeilen eines ausgefüllten Formulars."""
    for wert in werte.values():
        if isinstance(wert, dict):
            yield from _listen(wert)
        elif isinstance(wert, list) and wert and isinstance(wert[0], dict):
            yield wert
            for zeile in wert:
                yield from _listen(zeile)


def _mit_marken(text: str) -> str:
    """Setzt vor jede Überschrift und ihre Kommentare eine Marke."""
    nummern = count()
    return re.sub(
        r"(?m)^((?:[ ]*#.*\n)*)([ ]*\[.*\].*\n)",
        lambda kopf: f"# Marke {(nr := next(nummern))}.\n{kopf[1]}{kopf[2]}# Marke {nr} darin\n",
        text,
    )


def _je_marke(text: str) -> dict[str, list[str]]:
    """Gibt, was von einer Marke bis zur nächsten steht."""
    teile = re.split(r"(?m)^(# Marke \d+\.)\n", text)
    return {marke: teil.strip().split("\n") for marke, teil in zip(["", *teile[1::2]], teile[::2], strict=True)}


def _zufaellig_geaendert(werte: dict[str, Any], zufall: random.Random) -> int:
    """Entfernt eine Zeile und ändert eine andere; gibt, wie viele Texte sich so geändert haben."""
    listen = list(_listen(werte))
    if listen:
        zeilen = zufall.choice(listen)
        del zeilen[zufall.randrange(len(zeilen))]
    aenderbar = [
        (zeile, name)
        for zeilen in _listen(werte)
        for zeile in zeilen
        for name in ("betrag", "bezeichnung", "beschluss", "inhalt", "beitrag")
        if zeile.get(name)
    ]
    if not aenderbar:
        return 0
    zeile, name = zufall.choice(aenderbar)
    zeile[name] = "1.234,56"
    return 1


@pytest.mark.parametrize(("aufgabe", "name", "tag"), AUFGABEN)
def test_wird_eine_zeile_entfernt_und_eine_geaendert_so_behaelt_jede_andere_ihre_kommentare(
    aufgabe: str, name: str, tag: str
) -> None:
    text = _mit_marken(text_von(name))
    vorher = _je_marke(text)
    for saat in range(8):
        werte = beauftrage("oeffne", aufgabe=aufgabe, text=text)["werte"]
        geaenderte = _zufaellig_geaendert(werte, random.Random(saat))

        antwort = beauftrage("schreibe", aufgabe=aufgabe, text=text, werte=werte)

        nachher = _je_marke(antwort["text"])
        anders = [(alt, neu) for marke, neu in nachher.items() if (alt := vorher[marke]) != neu]
        assert antwort["erhalten"], saat
        assert len(anders) == geaenderte, saat
        for alt, neu in anders:
            (zeilen,) = [(a, n) for a, n in zip(alt, neu, strict=True) if a != n]
            assert zeilen[0].split("=")[0] == zeilen[1].split("=")[0]
            assert '"1.234,56"' in zeilen[1]


@pytest.mark.parametrize(("aufgabe", "name", "tag"), AUFGABEN)
def test_die_geaenderte_falldatei_gibt_das_json_der_befehlszeile(
    aufgabe: str, name: str, tag: str, tmp_path: Path
) -> None:
    werte = beauftrage("oeffne", aufgabe=aufgabe, text=text_von(name))["werte"]
    _zufaellig_geaendert(werte, random.Random(name))
    for entwurf, inhalt in ENTWURFSDATEIEN.items():
        (tmp_path / entwurf).write_text(inhalt, encoding="utf-8")

    antwort = beauftrage("rechne", aufgabe=aufgabe, text=text_von(name), werte=werte, stichtag=tag)
    (tmp_path / "fall.toml").write_text(antwort["text"], encoding="utf-8")
    befehl = (aufgabe, str(tmp_path / "fall.toml"), *(["--stichtag", tag] if tag else []), "--format", "json")

    aufruf = rufe_auf(*befehl)
    assert (aufruf.status == 2) is bool(antwort["probleme"])
    assert antwort["json"] == (aufruf.stdout if aufruf.status != 2 else "")
