"""Der Quellenabgleich: an einem erfundenen Schriftstück bewiesen, an den Quellen bestätigt, wo sie vorliegen."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperationsvertrag.norm import Fundstelle, Norm, Normart, Normstatus, Umsetzung
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand, abgleich, bereinigt, dokumente_in
from kooperationsvertrag.vertrag.normen import NIEDERSCHRIFT_2023, NORMEN, SACHSTANDSBERICHT_2017
from quellen import quellentexte

SATZUNG = "Satzung des Lesekreises"

SAETZE = (
    ("Zweck", "besteht seit dem", "Der Lesekreis Musterdorf e.V. besteht seit dem 03.04.1999 und leiht Bücher aus."),
    (
        "Zweck",
        "gebundene Ausgaben",
        "Angeschafft werden möglichst gebundene Ausgaben, z.B. Romane, Reiseberichte u.a. Werke.",
    ),
    (
        "Beirat",
        "Ihm gehören",
        "Ihm gehören die Bücherwartin, der Kassenwart und zwei Leser/-innen aus der Nachbarschaft an.",
    ),
    (
        "Beirat",
        "tagt mindestens zweimal",
        "Der Beirat tagt mindestens zweimal im Jahr in den Räumen der Bücherei Musterdorf e.V.",
    ),
    ("Kasse", "ein Viertel davon", "Jedes Mitglied zahlt 24,00 Euro im Jahr, ein Viertel davon für neue Regale."),
    ("Kasse", "Überschüsse", "Überschüsse verbleiben in der Kasse."),
)

SCHRIFTSTUECK = """Satzung
des Lesekreises Nr. 3

 Zweck:
Der Lesekreis Musterdorf e.V. besteht seit dem 03.04.1999 und leiht Bü-
cher aus. Angeschafft werden möglichst gebundene Aus-
gaben, z.B. Romane, Reise\u00adberichte u.a. Werke.

Beirat
Ihm gehören\x20\x20

\uf0b7\u00a0die Bücherwartin,

\uf0b7\u00a0der Kassenwart und

\u2022\u00a0zwei Leser/-innen aus der Nachbarschaft an.

\fDer Beirat tagt  mindestens zweimal im Jahr in den Räu-
men der Bücherei Muster\u2010
dorf e.V.

Kasse und Kassenprüfung
Jedes Mitglied zahlt 24,00\u00a0Euro im Jahr, ein Viertel
davon für neue Regale. Überschüsse verbleiben in der Kasse.

Seite 1
"""


def _norm(nummer: int, ueberschrift: str, stichwort: str, satz: str) -> Norm:
    ohne_leerraum = satz.replace(" ", "").replace("-", "")
    return Norm(
        kennung=f"L-{nummer}",
        arten=(Normart.TATSACHE,),
        traeger="Lesekreis",
        gegenueber="",
        inhalt="Satz aus einer erfundenen Satzung.",
        fundstelle=Fundstelle(
            dokument=SATZUNG,
            ueberschrift=ueberschrift,
            satz=nummer,
            stichwort=stichwort,
            abstand=ohne_leerraum.index(stichwort.replace(" ", "")),
            laenge=len(ohne_leerraum),
            sha256=sha256(ohne_leerraum.encode()).hexdigest(),
        ),
        status=Normstatus.AUSSAGE_2023,
        umsetzung=Umsetzung.KEINE,
    )


LESEKREIS = tuple([_norm(nummer, *satz) for nummer, satz in enumerate(SAETZE, start=1)])


def _staende(text: str, normen: tuple[Norm, ...] = LESEKREIS) -> dict[str, Stand]:
    return {ergebnis.norm.kennung: ergebnis.stand for ergebnis in abgleich(text, normen)}


def _abweichungen(text: str, normen: tuple[Norm, ...] = LESEKREIS) -> dict[str, Stand]:
    return {kennung: stand for kennung, stand in _staende(text, normen).items() if stand is not Stand.UNVERAENDERT}


def _abschnitt(text: str, ergebnis: Satzabgleich) -> tuple[int, int]:
    """Sucht den Satz im nicht geordneten Text."""
    treffer = re.search(r"\s+".join([re.escape(wort) for wort in ergebnis.wortlaut.split()]), text)
    assert treffer is not None
    return treffer.span()


def _mit_ersetztem_satz(text: str, ergebnis: Satzabgleich, satz: str) -> str:
    von, bis = _abschnitt(text, ergebnis)
    return text[:von] + satz + text[bis:]


def _mit_je_einem_ersetzten_wort(text: str, ergebnis: Satzabgleich) -> Iterator[str]:
    von, bis = _abschnitt(text, ergebnis)
    for wort in re.finditer(r"\w+", text[von:bis]):
        yield text[: von + wort.start()] + "Ersatzwort" + text[von + wort.end() :]


def _ohne_silbentrennung(text: str) -> str:
    return re.sub(r"(\w)[-\u2010]\s*\n\s*([a-zäöüß])", r"\1\2", text)


@pytest.fixture
def quelle(request: pytest.FixtureRequest) -> str:
    return quellentexte()[request.param]


beide_quellen = pytest.mark.parametrize("quelle", [SACHSTANDSBERICHT_2017, NIEDERSCHRIFT_2023], indirect=True)


def test_bereinigt_streicht_leerraum_striche_steuerzeichen_und_aufzaehlungszeichen() -> None:
    assert bereinigt("\uf0b7\u00a0Kreis-\r\n stadt – A\u00adm\u200bt\t\u2022\f") == "KreisstadtAmt"


def test_bereinigt_setzt_zerlegte_umlaute_und_ligaturen_zusammen() -> None:
    assert bereinigt(unicodedata.normalize("NFD", "Prüfung größer")) == "Prüfunggrößer"
    assert bereinigt("ﬁnanziell") == "finanziell"


@given(st.text(st.sampled_from("aäöüßÄ .,-–\u00ad\n\u0308ﬁ\uf0b7")))
def test_bereinigt_aendert_beim_zweiten_mal_nichts(text: str) -> None:
    assert bereinigt(bereinigt(text)) == unicodedata.normalize("NFKC", bereinigt(text))


def test_leerer_text_ist_kein_dokument() -> None:
    assert bereinigt("") == ""
    assert dokumente_in("", LESEKREIS) == ()
    assert abgleich("", LESEKREIS) == ()


def test_umbrochenes_schriftstueck_ist_unveraendert() -> None:
    assert dokumente_in(SCHRIFTSTUECK, LESEKREIS) == (SATZUNG,)
    assert list(_staende(SCHRIFTSTUECK).values()) == [Stand.UNVERAENDERT] * 6


def test_wortlaut_behaelt_umbruch_und_silbentrennung_und_ordnet_nur_leerraum() -> None:
    wortlaute = [ergebnis.wortlaut for ergebnis in abgleich(SCHRIFTSTUECK, LESEKREIS)]
    assert wortlaute[0] == "Der Lesekreis Musterdorf e.V. besteht seit dem 03.04.1999 und leiht Bü-\ncher aus."
    assert wortlaute[2].startswith("Ihm gehören\n\uf0b7 die Bücherwartin,\n\uf0b7 der Kassenwart und\n")
    assert wortlaute[4] == "Jedes Mitglied zahlt 24,00 Euro im Jahr, ein Viertel\ndavon für neue Regale."


def test_wortlaut_endet_mit_dem_letzten_angehaengten_zeichen() -> None:
    satz = "Die Bücher liegen im Café"
    text = unicodedata.normalize("NFD", f"Vorn. {satz} hinten.")
    (ergebnis,) = abgleich(text, (_norm(1, "Ort", "Bücher liegen", satz),))
    assert ergebnis.wortlaut == unicodedata.normalize("NFD", satz)


def test_anderes_schriftstueck_wird_nicht_erkannt() -> None:
    text = "Die Feuerwehr übt am Montag. Überschüsse spendet sie."
    assert dokumente_in(text, LESEKREIS) == ()
    assert abgleich(text, LESEKREIS) == ()


def test_ueberall_veraendertes_schriftstueck_wird_an_den_stichwoertern_erkannt() -> None:
    text = SCHRIFTSTUECK.replace("r", "rr").replace("Vierrtel", "Viertel")
    assert list(_staende(text).values()) == [Stand.GEAENDERT] * 6


@pytest.mark.parametrize("nummer", range(6))
def test_jedes_ersetzte_wort_macht_genau_diesen_satz_geaendert(nummer: int) -> None:
    ergebnis = abgleich(SCHRIFTSTUECK, LESEKREIS)[nummer]
    for text in _mit_je_einem_ersetzten_wort(SCHRIFTSTUECK, ergebnis):
        assert _abweichungen(text) == {ergebnis.norm.kennung: Stand.GEAENDERT}, text


@pytest.mark.parametrize("nummer", range(6))
def test_ganz_neuer_satz_am_selben_platz_ist_geaendert(nummer: int) -> None:
    ergebnis = abgleich(SCHRIFTSTUECK, LESEKREIS)[nummer]
    text = _mit_ersetztem_satz(SCHRIFTSTUECK, ergebnis, "Künftig gilt hier etwas völlig anderes als bisher.")
    assert _abweichungen(text) == {ergebnis.norm.kennung: Stand.GEAENDERT}


@pytest.mark.parametrize("nummer", range(6))
def test_gestrichener_satz_fehlt_auch_wenn_die_ueberschrift_bleibt(nummer: int) -> None:
    ergebnis = abgleich(SCHRIFTSTUECK, LESEKREIS)[nummer]
    text = _mit_ersetztem_satz(SCHRIFTSTUECK, ergebnis, "")
    assert _abweichungen(text) == {ergebnis.norm.kennung: Stand.FEHLT}


def test_gestrichener_und_geaenderter_nachbar_werden_unterschieden() -> None:
    erster, zweiter = abgleich(SCHRIFTSTUECK, LESEKREIS)[3:5]
    text = _mit_ersetztem_satz(SCHRIFTSTUECK, erster, "").replace("ein Viertel", "ein Drittel")
    assert _abweichungen(text) == {erster.norm.kennung: Stand.FEHLT, zweiter.norm.kennung: Stand.GEAENDERT}


def test_zwei_gestrichene_nachbarn_fehlen_beide() -> None:
    zweiter, dritter = abgleich(SCHRIFTSTUECK, LESEKREIS)[1:3]
    text = _mit_ersetztem_satz(_mit_ersetztem_satz(SCHRIFTSTUECK, zweiter, ""), dritter, "")
    assert _abweichungen(text) == {"L-2": Stand.FEHLT, "L-3": Stand.FEHLT}


def test_stichwort_in_einem_unveraenderten_satz_zaehlt_nicht() -> None:
    mitglied = _norm(1, "Kasse", "Regale", "Die Bücherwartin bestellt neue Regale.")
    regale = _norm(2, "Kasse", "Regale", "Alte Regale werden verschenkt.")
    schluss = _norm(3, "Kasse", "Abend", "Der Abend klingt aus.")
    text = "Die Bücherwartin bestellt neue Regale. Der Abend klingt aus."
    assert _abweichungen(text, (mitglied, regale, schluss)) == {"L-2": Stand.FEHLT}


def test_haeufiges_stichwort_findet_den_richtigen_satz() -> None:
    norm = _norm(1, "Lager", "Regale", "Hohe Regale tragen Bücher, niedrige Regale tragen Spiele.")
    text = "Regale, Regale und Regale. Hohe Regale tragen Bücher, niedrige Regale tragen Spiele. Regale!"
    assert _staende(text, (norm,)) == {"L-1": Stand.UNVERAENDERT}


def test_verschobener_satz_bleibt_unveraendert() -> None:
    letzter = abgleich(SCHRIFTSTUECK, LESEKREIS)[5]
    text = letzter.wortlaut + " " + _mit_ersetztem_satz(SCHRIFTSTUECK, letzter, "")
    assert _abweichungen(text) == {}


def test_geaenderter_satz_zwischen_verschobenen_nachbarn_wird_gefunden() -> None:
    ergebnisse = abgleich(SCHRIFTSTUECK, LESEKREIS)
    saetze = [ergebnis.wortlaut for ergebnis in ergebnisse]
    saetze[4] = saetze[4].replace("24,00", "36,00")
    assert _abweichungen("\n".join([saetze[5], *saetze[:5]])) == {"L-5": Stand.GEAENDERT}


def test_satz_der_mit_einer_abkuerzung_endet_zaehlt_nach_seiner_laenge() -> None:
    normen = (
        _norm(1, "Ausleihe", "Bücherei", "Die Bücherei öffnet."),
        _norm(2, "Ausleihe", "Romane", "Verliehen werden dort Romane u.a."),
        _norm(3, "Ausleihe", "Gebühr", "Eine Gebühr entfällt."),
    )
    text = "Die Bücherei öffnet. {} Eine Gebühr entfällt."
    assert _abweichungen(text.format("Verliehen werden dort Romane u.a."), normen) == {}
    assert _abweichungen(text.format("Verliehen werden dort Karten u.a."), normen) == {"L-2": Stand.GEAENDERT}
    assert _abweichungen(text.format("– Seite 2 –"), normen) == {"L-2": Stand.FEHLT}


def test_doppelpunkt_beendet_einen_langen_satz_aber_keine_ueberschrift() -> None:
    normen = (
        _norm(1, "Anlass", "Bücherei", "Die Bücherei öffnet."),
        _norm(2, "Anlass", "Abstimmung", "Der Entwurf ist in Abstimmung und nennt diese Punkte:"),
        _norm(3, "Inhalt", "Ausleihe", "Die Ausleihe kostet nichts."),
    )
    vollstaendig = (
        "Die Bücherei öffnet. Der Entwurf ist in {} und nennt diese Punkte: Inhalt: Die Ausleihe kostet nichts."
    )
    assert _abweichungen(vollstaendig.format("Abstimmung"), normen) == {}
    assert _abweichungen(vollstaendig.format("Arbeit"), normen) == {"L-2": Stand.GEAENDERT}
    assert _abweichungen("Die Bücherei öffnet. Inhalt: Die Ausleihe kostet nichts.", normen) == {"L-2": Stand.FEHLT}


@given(st.lists(st.sampled_from([" ", "\n", "\r\n", "  \n\n", "\u00a0", "\f", "\t"]), min_size=1, max_size=40))
def test_jeder_umbruch_an_leerstellen_laesst_alles_unveraendert(leerstellen: list[str]) -> None:
    woerter = _ohne_silbentrennung(SCHRIFTSTUECK).split()
    text = "".join([wort + leerstellen[stelle % len(leerstellen)] for stelle, wort in enumerate(woerter)])
    assert _abweichungen(text) == {}


@given(st.data())
def test_jede_silbentrennung_laesst_alles_unveraendert(data: st.DataObject) -> None:
    text = _ohne_silbentrennung(SCHRIFTSTUECK)
    innen = [treffer.start() for treffer in re.finditer(r"(?<=\w\w)(?=\w\w)", text)]
    for stelle in sorted(data.draw(st.sets(st.sampled_from(innen), max_size=30)), reverse=True):
        text = text[:stelle] + data.draw(st.sampled_from(["-\n", "\u00ad", "\u2010\n "])) + text[stelle:]
    assert _abweichungen(text) == {}


@given(
    nummer=st.integers(0, 5),
    ersatz=st.text(st.sampled_from("abcdefgäöü0123456789"), min_size=1, max_size=12),
    data=st.data(),
)
def test_jedes_einzelne_ersetzte_wort_wird_bemerkt(nummer: int, ersatz: str, data: st.DataObject) -> None:
    saetze = [satz for _, _, satz in SAETZE]
    woerter = saetze[nummer].split(" ")
    stelle = data.draw(st.integers(0, len(woerter) - 1))
    woerter[stelle] = ersatz
    saetze[nummer] = " ".join(woerter)
    assert _staende("\n".join(saetze))[f"L-{nummer + 1}"] is not Stand.UNVERAENDERT
    assert set(_abweichungen("\n".join(saetze))) == {f"L-{nummer + 1}"}


@beide_quellen
def test_quelle_ist_unveraendert_und_nur_sie_wird_berichtet(quelle: str) -> None:
    (dokument,) = dokumente_in(quelle, NORMEN)
    erwartet = [norm for norm in NORMEN if norm.fundstelle.dokument == dokument]
    assert [ergebnis.norm for ergebnis in abgleich(quelle, NORMEN)] == erwartet
    assert _abweichungen(quelle, NORMEN) == {}


def test_beide_quellen_in_einer_datei_in_jeder_reihenfolge() -> None:
    bericht, niederschrift = quellentexte().values()
    for text in (bericht + niederschrift, niederschrift + bericht):
        assert dokumente_in(text, NORMEN) == (SACHSTANDSBERICHT_2017, NIEDERSCHRIFT_2023)
        assert list(_staende(text, NORMEN).values()) == [Stand.UNVERAENDERT] * 65


@beide_quellen
def test_quelle_neu_umbrochen_oder_ohne_silbentrennung_ist_unveraendert(quelle: str) -> None:
    fliesstext = _ohne_silbentrennung(quelle)
    assert _abweichungen(fliesstext, NORMEN) == {}
    assert _abweichungen(textwrap.fill(quelle, 60), NORMEN) == {}
    assert _abweichungen(textwrap.fill(fliesstext, 60), NORMEN) == {}


@beide_quellen
def test_stichwoerter_stehen_in_der_quelle_nur_einmal(quelle: str) -> None:
    for ergebnis in abgleich(quelle, NORMEN):
        stichwort = ergebnis.norm.fundstelle.stichwort
        assert bereinigt(quelle).count(bereinigt(stichwort)) == 1, ergebnis.norm.kennung
        assert stichwort in " ".join(_ohne_silbentrennung(ergebnis.wortlaut).split()), ergebnis.norm.kennung


@beide_quellen
def test_ein_wort_je_satz_der_quelle_ersetzt(quelle: str) -> None:
    for ergebnis in abgleich(quelle, NORMEN):
        texte = list(_mit_je_einem_ersetzten_wort(quelle, ergebnis))
        for text in (texte[0], texte[len(texte) // 2], texte[-1]):
            assert _abweichungen(text, NORMEN) == {ergebnis.norm.kennung: Stand.GEAENDERT}


@beide_quellen
def test_jeder_satz_der_quelle_gestrichen_oder_ganz_neu_gefasst(quelle: str) -> None:
    for ergebnis in abgleich(quelle, NORMEN):
        kennung = ergebnis.norm.kennung
        assert _abweichungen(_mit_ersetztem_satz(quelle, ergebnis, ""), NORMEN) == {kennung: Stand.FEHLT}
        neu = _mit_ersetztem_satz(quelle, ergebnis, "Künftig gilt hier etwas völlig anderes als bisher.")
        assert _abweichungen(neu, NORMEN) == {kennung: Stand.GEAENDERT}
