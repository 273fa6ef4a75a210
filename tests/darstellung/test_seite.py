import os

import pytest

from kooperationsvertrag.darstellung.seite import (
    BREITE,
    Spalte,
    absatz,
    als_text,
    angaben,
    aufzaehlung,
    befunde,
    cent,
    eingerueckt,
    geldspalte,
    name,
    tabelle,
    titel,
    ueberschrift,
    zeilen,
)
from kooperationsvertrag.norm import Befund, Schwere
from kooperationsvertrag.vertrag import normen


def test_absaetze_werden_auf_die_breite_der_seite_umbrochen() -> None:
    gesetzt = als_text([absatz("Mittel werden zurückgeführt. " * 20)])

    assert max(len(zeile) for zeile in gesetzt.splitlines()) <= BREITE
    assert len(gesetzt.splitlines()) > 5


def test_ein_betrag_wird_nicht_vom_eurozeichen_getrennt() -> None:
    for vorsprung in range(60, 100):
        gesetzt = als_text([absatz("x" * vorsprung + " 43.417,55 € gehen zurück")])

        assert "43.417,55 €" in gesetzt


def test_ein_schluessel_wird_nicht_umbrochen() -> None:
    for vorsprung in range(80, 100):
        assert "5 : 5 : 2" in als_text([absatz("x" * vorsprung + " 5 : 5 : 2 geteilt")])


def test_ein_betrag_wird_nie_gekuerzt_auch_wenn_die_zeile_breiter_als_die_seite_wird() -> None:
    spalten = [geldspalte(str(nummer)) for nummer in range(12)]
    gesetzt = als_text([tabelle(spalten, [["120.000.000,00 €"] * 12])], breite=60)

    assert gesetzt.count("120.000.000,00 €") == 12
    assert "…" not in gesetzt


def test_lange_woerter_in_schmalen_spalten_werden_geteilt_und_nicht_gekuerzt() -> None:
    gesetzt = als_text([tabelle((Spalte("Wer", hoechstens=10),), [("Gebietskörperschaften",)])])

    assert "Gebietskör\n  perschafte\n  n\n" in gesetzt


def test_keine_zeile_endet_mit_leerzeichen() -> None:
    seite = [titel("Titel"), ueberschrift("Teil"), tabelle((Spalte("A"), Spalte("B")), [("x", ""), ("", "")])]

    assert all(zeile == zeile.rstrip() for zeile in als_text(seite).splitlines())


def test_die_ausgabe_haengt_nicht_von_der_umgebung_ab(monkeypatch: pytest.MonkeyPatch) -> None:
    seite = [titel("Titel"), absatz("Wort " * 60, stil="bold"), befunde([Befund("a", Schwere.VERSTOSS, "Text")])]
    vorher = als_text(seite)
    for variable, wert in {"COLUMNS": "40", "FORCE_COLOR": "1", "TERM": "dumb", "TTY_COMPATIBLE": "1"}.items():
        monkeypatch.setitem(os.environ, variable, wert)

    assert als_text(seite) == vorher
    assert "\x1b" not in vorher


def test_farbe_gibt_es_nur_auf_wunsch() -> None:
    assert "\x1b[" in als_text([titel("Titel")], farbe=True)


def test_tabelle_mit_summe_hat_einen_strich_ueber_der_letzten_zeile() -> None:
    gesetzt = als_text(
        [tabelle((Spalte("Partner"), geldspalte("Betrag")), [("IHK", "2,00 €")], summe=("Summe", "2,00 €"))]
    )

    assert gesetzt == (
        "\n  Partner   Betrag\n  ----------------\n  IHK       2,00 €\n  ----------------\n  Summe     2,00 €\n"
    )


def test_leere_angaben_entfallen() -> None:
    assert als_text([angaben([("Fassung", "bericht-2017"), ("Beleg", "")])]) == "\n  Fassung:  bericht-2017\n"


def test_befunde_nennen_schwere_und_saetze() -> None:
    gesetzt = als_text(
        [
            befunde(
                [
                    Befund("a", Schwere.WARNUNG, "Zu wenig.", (normen.JAHRESBUDGET,)),
                    Befund("b", Schwere.HINWEIS, "Gut."),
                ]
            )
        ]
    )

    assert gesetzt == "\n  Warnung  Zu wenig. (17-F1)\n  Hinweis  Gut.\n"


def test_zeilen_zum_abschreiben_bleiben_wie_sie_sind() -> None:
    lang = "rundungsvorrang = [" + ", ".join(['"duesseldorf"'] * 20) + "]"

    assert als_text([zeilen([lang])], breite=60) == f"\n    {lang}\n"


def test_ein_langer_titel_wird_nicht_gekuerzt() -> None:
    assert als_text([titel("Haushalt " * 20)]).splitlines()[0] == ("Haushalt " * 20).strip()


def test_steuerzeichen_aus_eingaben_werden_ersetzt() -> None:
    seite = als_text([titel("Haus\x1b[31mhalt\n2018"), absatz("rot\x1b[0m")])

    assert seite.splitlines() == ["Haus·[31mhalt 2018", "==================", "", "rot·[0m"]


def test_eingeruecktes_steht_weiter_rechts() -> None:
    assert als_text(eingerueckt(titel("T"), um=3)) == "   T\n   =\n"


def test_unbekannter_partner_erscheint_mit_seiner_kennung() -> None:
    assert name({"ihk": "IHK"}, "ihk") == "IHK"
    assert name({}, "rhein-kreis-neuss") == "rhein-kreis-neuss"


def test_aufzaehlung_von_nichts_und_einem() -> None:
    assert aufzaehlung([]) == ""
    assert aufzaehlung(["IHK"]) == "IHK"


def test_weniger_als_ein_euro_wird_in_cent_genannt() -> None:
    assert [cent(anzahl) for anzahl in (0, 99, 100)] == ["0 Cent", "99 Cent", "1,00 €"]
