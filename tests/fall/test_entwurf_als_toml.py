"""Entwürfe schreiben: Was geschrieben ist, liest sich als dieselbe Fassung, oder es wird nichts geschrieben."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from fall.entwurfsdateien import BEISPIEL, ERSTER, MIT_ERSTEM, VOLL, ZWEITER, entwurf
from kooperationsvertrag.fall.entwurf import EINGEBAUT, NORM_DER_FUNKTION, lade_entwurf
from kooperationsvertrag.fall.entwurf_als_toml import entwurf_als_toml, toml_text
from kooperationsvertrag.fall.entwurfsbestimmungen import ANTWORTEN
from kooperationsvertrag.fall.probleme import schlicht
from kooperationsvertrag.fall.zusammenhang import KEINE_BEWERBER
from kooperationsvertrag.fehler import FassungError
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import (
    BERICHT_2017,
    Funktion,
    Gueltigkeit,
    Klausel,
    Regelung,
    Sitz,
    Stelle,
    Vertragsfassung,
)
from kooperationsvertrag.vertrag.normen import NORMEN
from kooperationsvertrag.vertrag.partner import DUESSELDORF, IHK, METTMANN, Partner, Rechtsform

N = TypeVar("N")

SATZKENNUNGEN = tuple(norm.kennung for norm in NORMEN)
NEUE_FASSUNG = evolve(BERICHT_2017, kennung="entwurf-2027")

ERWARTET = """format = 1
kennung = "entwurf-2027"
bezeichnung = "Entwurf 2027"
aufbauend_auf = "bericht-2017"
grundlage = "Vorlage"
gueltig_ab = 2027-01-01
ausgeschieden = ["ihk"]
sitz_der_abordnung = "mettmann"
entfallen = ["17-F3"]
jahresbudget = "130.000,00"

[beitraege]
duesseldorf = "50.000,00"
mettmann = "50.000,00"
rhein-kreis-neuss = "30.000,00"

[[partner]]
kennung = "rhein-kreis-neuss"
name = "Rhein-Kreis Neuss"
kurzname = "Neuss"
rechtsform = "kreis"
entscheidungsgremium = "Kreistag des Rhein-Kreises Neuss"
kreis = ""

[[stelle]]
partner = "duesseldorf"
funktion = "leitung"

[[stelle]]
partner = "rhein-kreis-neuss"
funktion = "stellvertretung"

[[sitz]]
partner = "duesseldorf"
amt = "Oberbürgermeister der Landeshauptstadt Düsseldorf"

[[sitz]]
partner = "rhein-kreis-neuss"
amt = "Landrat des Rhein-Kreises Neuss"

[[klausel]]
kennung = "§ 7 Abs. 2"
text = "Zurückgeführt wird nach den Zahlungen des Jahres."
ersetzt = ["17-F8"]

[[klausel]]
kennung = "§ 8"
text = "Die Cent gehen nach dem größten Rest."
ersetzt = []

[[regelung]]
frage = "rueckfuehrungsbasis"
antwort = "tatsaechliche_zahlungen"
klausel = "§ 7 Abs. 2"

[[regelung]]
frage = "rundung"
antwort = "groesster_rest"
klausel = "§ 8"

[[regelung]]
frage = "rundungsvorrang"
antwort = ["rhein-kreis-neuss", "duesseldorf"]
"""


def test_ein_vollstaendiger_entwurf() -> None:
    assert entwurf_als_toml(evolve(ERSTER, grundlage="Vorlage")) == ERWARTET


def test_das_beispiel_gelesen_geschrieben_gelesen() -> None:
    fassung = lade_entwurf(BEISPIEL)
    assert entwurf(entwurf_als_toml(fassung)) == fassung


def test_ohne_stellen_und_sitze_und_mit_ereignis() -> None:
    fassung = evolve(NEUE_FASSUNG, stellen=(), aufsichtsgremium=(), gueltigkeit=Gueltigkeit(None, "Unterzeichnung"))
    geschrieben = entwurf_als_toml(fassung)
    assert 'gueltig_bei = "Unterzeichnung"\n' in geschrieben
    assert "stelle = []\nsitz = []\n" in geschrieben
    assert entwurf(geschrieben) == fassung


def test_vertragsreihenfolge() -> None:
    geregelt = (Regelung("rundung", "groesster_rest"), Regelung("rundungsvorrang", ()))
    geschrieben = entwurf_als_toml(evolve(NEUE_FASSUNG, geregelt=geregelt))
    assert 'antwort = "vertragsreihenfolge"\n' in geschrieben
    assert entwurf(geschrieben).geregelt == geregelt


def test_partner_in_anderer_reihenfolge_und_mit_anderem_namen() -> None:
    partner = (METTMANN, evolve(IHK, kurzname="Kammer"), DUESSELDORF)
    beitraege = Betraege(tuple((einer.kennung, Geldbetrag(1)) for einer in partner))
    fassung = evolve(NEUE_FASSUNG, partner=partner, beitraege=beitraege)
    geschrieben = entwurf_als_toml(fassung)
    assert 'ausgeschieden = ["duesseldorf", "ihk"]\n' in geschrieben
    assert entwurf(geschrieben) == fassung


def test_auf_einem_entwurf_bleibt_bei_ihm_was_er_schon_regelt() -> None:
    fassung = entwurf(
        ZWEITER + '[[regelung]]\nfrage = "rundung"\nantwort = "abrunden_rest_bleibt"\nklausel = "§ 8"\n', MIT_ERSTEM
    )
    geschrieben = entwurf_als_toml(fassung, "entwurf-2027", MIT_ERSTEM)
    assert geschrieben.count("[[regelung]]") == 1
    assert "[[klausel]]" not in geschrieben
    assert "entfallen = []\n" in geschrieben
    assert entwurf(geschrieben, MIT_ERSTEM) == fassung


ABGELEHNT: dict[str, tuple[Callable[[], Vertragsfassung], str]] = {
    "kennung_vergeben": (lambda: BERICHT_2017, "gibt es schon"),
    "kennung_keine": (lambda: evolve(NEUE_FASSUNG, kennung="Entwurf"), "keine Kennung"),
    "zeilenumbruch": (lambda: evolve(NEUE_FASSUNG, bezeichnung="a\nb"), "Zeilenumbrüche"),
    "leerzeichen_am_rand": (lambda: evolve(NEUE_FASSUNG, bezeichnung="a "), "„bezeichnung“ lässt sich nicht"),
    "halbes_zeichen": (lambda: evolve(NEUE_FASSUNG, bezeichnung="\ud800"), "in UTF-8 nicht gibt"),
    "stelle_nach_anderem_satz": (
        lambda: evolve(NEUE_FASSUNG, stellen=(Stelle("ihk", Funktion.LEITUNG, normen.ABORDNUNG),)),
        "„stellen“ lässt sich nicht",
    ),
    "tag_und_ereignis": (
        lambda: evolve(NEUE_FASSUNG, gueltigkeit=Gueltigkeit(date(2027, 1, 1), "Unterzeichnung")),
        "nur eines von beiden",
    ),
    "partner_mit_fremden_zeichen": (
        lambda: evolve(
            NEUE_FASSUNG,
            partner=(evolve(IHK, kennung='i"hk'),),
            beitraege=Betraege((('i"hk', Geldbetrag(1)),)),
            stellen=(),
            aufsichtsgremium=(),
            sitz_der_abordnung='i"hk',
        ),
        "keine Kennung",
    ),
}


@pytest.mark.parametrize(("fassung", "grund"), ABGELEHNT.values(), ids=ABGELEHNT.keys())
def test_was_sich_nicht_aufschreiben_laesst_wird_abgelehnt(fassung: Callable[[], Vertragsfassung], grund: str) -> None:
    with pytest.raises(FassungError, match="lässt sich nicht als Entwurf aufschreiben") as fehler:
        entwurf_als_toml(fassung())
    assert grund in str(fehler.value)


def test_alles_was_die_grundlage_regelt_faellt_weg() -> None:
    ohne = evolve(ERSTER, kennung="entwurf-2028", klauseln=(), geregelt=(), entfallen=())
    geschrieben = entwurf_als_toml(ohne, "entwurf-2027", MIT_ERSTEM)
    assert 'entfallen = ["§ 7 Abs. 2", "§ 8"]\n' in geschrieben
    assert 'wieder_geltend = ["17-F3", "17-F8"]\n' in geschrieben
    assert 'wieder_offen = ["rueckfuehrungsbasis", "rundung", "rundungsvorrang"]\n' in geschrieben
    assert entwurf(geschrieben, MIT_ERSTEM) == ohne


def test_eine_klausel_mit_neuem_wortlaut_ersetzt_die_gleichnamige_und_ihre_frage_ist_bestaetigt() -> None:
    neue = (evolve(ERSTER.klauseln[0], text="Anders."), ERSTER.klauseln[1])
    fassung = evolve(ERSTER, kennung="entwurf-2028", klauseln=(ERSTER.klauseln[1], neue[0]))
    geschrieben = entwurf_als_toml(fassung, "entwurf-2027", MIT_ERSTEM)
    assert 'ersetzt = ["17-F8", "§ 7 Abs. 2"]\n' in geschrieben
    assert "entfallen = []\n" in geschrieben
    assert geschrieben.count("[[klausel]]") == geschrieben.count("[[regelung]]") == 1
    assert entwurf(geschrieben, MIT_ERSTEM) == fassung


def test_eine_gleichnamige_klausel_die_weniger_ersetzt_kommt_nach_der_entfallenen() -> None:
    fassung = evolve(
        ERSTER, kennung="entwurf-2028", klauseln=(Klausel("§ 7 Abs. 2", "Anders."),), geregelt=(), entfallen=("17-F3",)
    )
    geschrieben = entwurf_als_toml(fassung, "entwurf-2027", MIT_ERSTEM)
    assert 'entfallen = ["§ 7 Abs. 2", "§ 8"]\nwieder_geltend = ["17-F8"]\n' in geschrieben
    assert entwurf(geschrieben, MIT_ERSTEM) == fassung


def test_die_grundlage_heisst_wie_die_datei_sie_nennt() -> None:
    fassungen = {**EINGEBAUT, "entwurf-2027.toml": ERSTER}
    fassung = evolve(ERSTER, kennung="entwurf-2028")
    geschrieben = entwurf_als_toml(fassung, "entwurf-2027.toml", fassungen)
    assert 'aufbauend_auf = "entwurf-2027.toml"\n' in geschrieben
    assert entwurf(geschrieben, fassungen) == fassung


def test_umgestellte_regelungen_der_grundlage_werden_abgelehnt_und_nicht_verschluckt() -> None:
    fassung = evolve(ERSTER, kennung="entwurf-2028", geregelt=ERSTER.geregelt[::-1])
    with pytest.raises(FassungError, match="„geregelt“ lässt sich nicht als Änderung von „entwurf-2027“"):
        entwurf_als_toml(fassung, "entwurf-2027", MIT_ERSTEM)


def test_unbekannte_grundlage() -> None:
    with pytest.raises(FassungError, match="„bericht-2071“ gibt es nicht; bekannt sind: „bericht-2017“"):
        entwurf_als_toml(NEUE_FASSUNG, "bericht-2071")


ZEICHEN = st.characters(exclude_categories=["Cs"])


@given(st.text(ZEICHEN) | st.text(st.sampled_from("\"'\\\x00\x7f\t\r\n\x1f\x85ä€😀")))
def test_jeden_text_liest_toml_wie_er_geschrieben_ist(text: str) -> None:
    assert tomllib.loads(f"a = {toml_text(text)}\n[b]\n{toml_text(text)} = [{toml_text(text)}]\n") == {
        "a": text,
        "b": {text: [text]},
    }


LESBAR = st.characters(exclude_categories=["Cs", "Cc"])
LEERBARE_TEXTE = (st.text(LESBAR, max_size=12) | st.text(st.sampled_from("äß\"'\\{}[]#= §„“"), max_size=8)).map(
    str.strip
)
TEXTE = LEERBARE_TEXTE.filter(bool)
KENNUNGEN = st.from_regex(r"[a-z][a-z0-9]{0,5}([-_][a-z0-9]{1,3})?", fullmatch=True).filter(
    lambda kennung: kennung not in KEINE_BEWERBER
)


@st.composite
def partnerlisten(zieh: st.DrawFn) -> tuple[Partner, ...]:
    """Bisherige in beliebiger Reihenfolge, mit altem oder neuem Namen, und beliebig viele neue."""
    kennungen = zieh(
        st.lists(st.sampled_from(["duesseldorf", "mettmann", "ihk"]) | KENNUNGEN, min_size=1, max_size=15, unique=True)
    )
    bisherige = {partner.kennung: partner for partner in BERICHT_2017.partner}
    partner = []
    for nummer, kennung in enumerate(kennungen):
        if kennung in bisherige and zieh(st.booleans()):
            partner.append(bisherige[kennung])
            continue
        rechtsform = zieh(st.sampled_from(Rechtsform))
        kreis = zieh(TEXTE) if rechtsform is Rechtsform.KREISANGEHOERIGE_GEMEINDE else ""
        name = f"{nummer} {zieh(TEXTE)}"
        partner.append(Partner(kennung, name, zieh(TEXTE), rechtsform, zieh(LEERBARE_TEXTE), kreis))
    return tuple(partner)


@st.composite
def klausellisten(zieh: st.DrawFn, saetze: list[str]) -> tuple[Klausel, ...]:
    kennungen = zieh(st.lists(TEXTE.filter(lambda text: text not in SATZKENNUNGEN), unique=True, max_size=5))
    ersetzte = st.lists(st.sampled_from(saetze), unique=True, max_size=3) if saetze else st.just([])
    return tuple(Klausel(kennung, zieh(TEXTE), tuple(zieh(ersetzte))) for kennung in kennungen)


@st.composite
def regelungslisten(zieh: st.DrawFn, partner: tuple[str, ...], klauseln: tuple[Klausel, ...]) -> tuple[Regelung, ...]:
    berufung = st.sampled_from(["", *(klausel.kennung for klausel in klauseln)])
    fragen = zieh(st.lists(st.sampled_from([*ANTWORTEN, "rundungsvorrang"]), unique=True))
    if "rundung" not in fragen:
        fragen = [frage for frage in fragen if frage != "rundungsvorrang"]
    vorrang = st.lists(st.sampled_from(partner), unique=True).map(tuple)
    antworten: dict[str, st.SearchStrategy[str]] = {frage: st.sampled_from(ANTWORTEN[frage]) for frage in ANTWORTEN}
    return tuple(
        Regelung(frage, zieh(antworten[frage]) if frage in antworten else zieh(vorrang), zieh(berufung))
        for frage in fragen
    )


@st.composite
def erdachte_fassungen(zieh: st.DrawFn, kennung: str = "erdacht") -> Vertragsfassung:
    """Eine beliebige Fassung, wie ein Entwurf sie beschreiben kann."""
    partner = zieh(partnerlisten())
    kennungen = tuple(einer.kennung for einer in partner)
    cent = zieh(st.lists(st.integers(0, 10**14), min_size=len(partner), max_size=len(partner)).filter(any))
    entfallen = zieh(st.lists(st.sampled_from(SATZKENNUNGEN), unique=True, max_size=4))
    klauseln = zieh(klausellisten([satz for satz in SATZKENNUNGEN if satz not in entfallen]))
    stellen = zieh(st.lists(st.tuples(st.sampled_from(kennungen), st.sampled_from(Funktion)), unique=True))
    sitze = zieh(st.lists(st.sampled_from(kennungen), unique=True))
    return Vertragsfassung(
        kennung=kennung,
        bezeichnung=zieh(TEXTE),
        grundlage=zieh(TEXTE),
        partner=partner,
        beitraege=Betraege(tuple(zip(kennungen, map(Geldbetrag, cent), strict=True))),
        stellen=tuple(Stelle(wer, funktion, NORM_DER_FUNKTION[funktion]) for wer, funktion in stellen),
        aufsichtsgremium=tuple(Sitz(wer, zieh(TEXTE)) for wer in sitze),
        sitz_der_abordnung=zieh(st.sampled_from(kennungen)),
        klauseln=klauseln,
        geregelt=zieh(regelungslisten(kennungen, klauseln)),
        entfallen=tuple(entfallen),
        gueltigkeit=zieh(
            st.builds(Gueltigkeit, st.dates(date(1900, 1, 1), date(2999, 12, 31)))
            | st.builds(Gueltigkeit, st.none(), LEERBARE_TEXTE)
        ),
    )


@given(erdachte_fassungen())
def test_was_geschrieben_ist_liest_sich_als_dieselbe_fassung(fassung: Vertragsfassung) -> None:
    assert len({schlicht(partner.name) for partner in fassung.partner}) == len(fassung.partner)
    gelesen = entwurf(entwurf_als_toml(fassung))
    assert gelesen == fassung
    assert tuple(gelesen.beitraege) == tuple(fassung.beitraege)


@st.composite
def geaenderte_bestimmungen(zieh: st.DrawFn, grundlage: Vertragsfassung) -> Vertragsfassung:
    """Eine Fassung, die von Klauseln, Regelungen und entfallenen Sätzen einer anderen etwas behält und etwas ändert."""
    neue = zieh(erdachte_fassungen("zweite"))
    entfallen = _einige(zieh, grundlage.entfallen)
    frei = [satz for satz in SATZKENNUNGEN if satz not in grundlage.entfallen]
    bleibende = _einige(zieh, grundlage.klauseln)
    umgeschriebene = [
        evolve(alte, text=zieh(TEXTE), ersetzt=_einige(zieh, alte.ersetzt)) for alte in grundlage.klauseln
    ]
    weitere = {
        klausel.kennung: evolve(klausel, ersetzt=tuple(satz for satz in klausel.ersetzt if satz in frei))
        for klausel in (*umgeschriebene, *neue.klauseln)
        if klausel.kennung not in [eine.kennung for eine in bleibende]
    }
    klauseln = (*bleibende, *_einige(zieh, tuple(weitere.values())))
    ersetzt = {satz for klausel in klauseln for satz in klausel.ersetzt}
    weitere_saetze = [satz for satz in frei if satz not in ersetzt]
    if weitere_saetze:
        entfallen += tuple(zieh(st.lists(st.sampled_from(weitere_saetze), unique=True, max_size=3)))
    return evolve(
        neue,
        klauseln=klauseln,
        entfallen=entfallen,
        geregelt=_geaenderte_regelungen(zieh, grundlage.geregelt, neue.partner_kennungen, klauseln),
    )


def _einige(zieh: st.DrawFn, alle: tuple[N, ...]) -> tuple[N, ...]:
    return tuple(eines for eines in alle if zieh(st.booleans()))


def _geaenderte_regelungen(
    zieh: st.DrawFn, alte: tuple[Regelung, ...], partner: tuple[str, ...], klauseln: tuple[Klausel, ...]
) -> tuple[Regelung, ...]:
    """Behält einige in ihrer Reihenfolge, entscheidet sie wie bisher oder anders, und nimmt neue dazu."""
    neue = {regelung.frage: regelung for regelung in zieh(regelungslisten(partner, klauseln))}
    kennungen = ["", *(klausel.kennung for klausel in klauseln)]
    gleiche = {
        regelung.frage: regelung
        for regelung in _einige(zieh, alte)
        if regelung.klausel in kennungen
        and set(regelung.antwort if isinstance(regelung.antwort, tuple) else ()) <= {*partner}
    }
    geregelt = {regelung.frage: regelung for regelung in alte if regelung.frage in {*gleiche, *neue}} | neue | gleiche
    if "rundung" not in geregelt:
        geregelt.pop("rundungsvorrang", None)
    return tuple(geregelt.values())


@given(st.data())
def test_auch_ein_entwurf_auf_einem_entwurf(daten: st.DataObject) -> None:
    grundlage = daten.draw(erdachte_fassungen())
    fassung = daten.draw(geaenderte_bestimmungen(grundlage))
    fassungen = {"erdacht": grundlage}
    assert entwurf(entwurf_als_toml(fassung, "erdacht", fassungen), fassungen) == fassung


def test_zweimal_geschrieben_ist_gleich() -> None:
    geschrieben = entwurf_als_toml(entwurf(VOLL))
    assert entwurf_als_toml(entwurf(geschrieben)) == geschrieben
