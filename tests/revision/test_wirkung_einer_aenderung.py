"""Wer eine Klausel ändert, ändert nur, was sie anführt: geprüft an beliebigen Entwürfen und Fällen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ablauf.akten import NEUER, ereignisse, personal, tage
from kooperationsvertrag.ablauf.akte import Akte
from kooperationsvertrag.ablauf.aufzeichnen import beitrittsantraege, haushaltsjahre
from kooperationsvertrag.ablauf.ergebnis import alle_zweige
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Uebertragungsbeschluss, Uebertragungsumfang
from kooperationsvertrag.ablauf.jahresfolge import Jahresfolge, begruendung, jahresfolge
from kooperationsvertrag.ablauf.pflicht import Pflicht, Pflichthandlung
from kooperationsvertrag.ablauf.vertragsstand import stand
from kooperationsvertrag.auslegung import Auslegung, Lesart
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.herleitung import Schritt, betraege_in
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.revision.beitritt import pruefe_beitritt
from kooperationsvertrag.revision.fassungsvergleich import vergleiche
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Regelung, Vertragsfassung
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from kooperationsvertrag.vertrag.partner import Rechtsform
from revision.aenderungen import ALLE, IN_DER_SACHE, NUR_NAMEN, NUR_WORTLAUT, UMBENANNT, Aenderung, geaenderte
from strategien import aufzeichnungen, auslegungen, halb_offene_auslegungen, stimmabgaben

Fallpaar = tuple[Aufzeichnung, Aufzeichnung, Auslegung]
"""Derselbe Fall unter zwei Fassungen, die sich an einer Stelle unterscheiden, mit gewählten Lesarten."""


def soweit_offen(auslegung: Auslegung, *fassungen: Vertragsfassung) -> Auslegung:
    """Die Wahl ohne das, was alle Fassungen selbst entscheiden."""
    je_fassung = [{regelung.frage for regelung in fassung.geregelt} for fassung in fassungen]
    geregelt = set.intersection(*je_fassung)
    return Auslegung(tuple(antwort for antwort in auslegung.wahl if antwort[0] not in geregelt))


def gerechnet(aufzeichnung: Aufzeichnung, auslegung: Auslegung) -> Jahresfolge:
    return jahresfolge(aufzeichnung, soweit_offen(auslegung, *aufzeichnung.register.fassungen))


def begruendet(aufzeichnung: Aufzeichnung, auslegung: Auslegung) -> tuple[Schritt, ...]:
    return begruendung(aufzeichnung, soweit_offen(auslegung, *aufzeichnung.register.fassungen))


def bis_zum_jahr(schritte: Sequence[Schritt], jahr: int) -> list[Schritt]:
    """Die Schritte eines Jahres mit allem, was aus Beitritten und Jahren davor in sie eingeht."""
    spaeter = {f"Haushaltsjahr {nummer}" for nummer in range(jahr + 1, jahr + 9)}
    return [schritt for schritt in schritte if schritt.abschnitt not in spaeter]


@st.composite
def fallpaare(zieh: st.DrawFn, arten: Mapping[str, Aenderung]) -> Fallpaar:
    """Beliebige Fälle; in zweien von dreien ist jedes Jahr gebilligt und über die Übertragung gestritten worden."""
    fall = zieh(aufzeichnungen(hoechstens=3, jahre=2))
    if zieh(st.integers(0, 2)):
        stimmen = stimmabgaben(fall.fassung.partner_kennungen).filter(lambda stimmen: not stimmen.einstimmig)
        fall = evolve(
            fall,
            haushaltsjahre=tuple(
                evolve(
                    jahr,
                    geprueft=date(jahr.jahr + 1, 2, 14),
                    pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
                    uebertragung=Uebertragungsbeschluss(
                        Uebertragungsumfang.ALLES, date(jahr.jahr + 1, 3, 1), zieh(stimmen)
                    ),
                )
                for jahr in fall.haushaltsjahre
            ),
        )
    alt, neu = zieh(geaenderte(fall.fassung, arten))
    return evolve(fall, fassung=alt), evolve(fall, fassung=neu), zieh(auslegungen)


@settings(max_examples=50, derandomize=True)
@pytest.mark.parametrize("arten", [("anderer_sitz",), ("andere_reihenfolge",), ("frage_geregelt",), (*IN_DER_SACHE,)])
@given(data=st.data())
def test_eine_aenderung_aendert_nur_jahre_die_einen_betroffenen_satz_anfuehren(
    arten: Sequence[str], data: st.DataObject
) -> None:
    vorher, nachher, auslegung = data.draw(fallpaare({art: IN_DER_SACHE[art] for art in arten}))
    vergleich = vergleiche(vorher.fassung, nachher.fassung)
    betroffene_regeln = {regel for regel, _ in vergleich.betroffene_regeln}
    schritte = begruendet(vorher, auslegung)

    for alt, neu in zip(gerechnet(vorher, auslegung), gerechnet(nachher, auslegung), strict=True):
        angewandt = {schritt.regel for schritt in bis_zum_jahr(schritte, alt.jahr)}
        angefuehrt = {norm for regel in angewandt for norm in regel.normen}
        if not angefuehrt & set(vergleich.betroffene_saetze):
            assert alt == neu
        if alt != neu:
            assert angewandt & betroffene_regeln


def angefuehrte_saetze(schritte: Sequence[Schritt]) -> dict[int, set[Norm]]:
    """Je Schritt seine Sätze und die aller Schritte und Angaben, aus denen seine Beträge stammen."""
    saetze: dict[int, set[Norm]] = {}
    for schritt in schritte:
        saetze[schritt.nummer] = set(schritt.regel.normen)
        for angabe in schritt.betraege:
            woher, _, nummer = angabe.herkunft.partition(" ")
            if woher == "Schritt":
                saetze[schritt.nummer] |= saetze[int(nummer)]
            if woher == "Fassung":
                saetze[schritt.nummer].add(normen.JAHRESBUDGET)
    return saetze


@settings(max_examples=60, derandomize=True)
@given(fallpaare(IN_DER_SACHE))
def test_auch_jeder_einzelne_schritt_bleibt_gleich_wenn_er_keinen_betroffenen_satz_anfuehrt(fall: Fallpaar) -> None:
    vorher, nachher, auslegung = fall
    betroffen = set(vergleiche(vorher.fassung, nachher.fassung).betroffene_saetze)
    alle_alten, alle_neuen = begruendet(vorher, auslegung), begruendet(nachher, auslegung)
    angefuehrt = angefuehrte_saetze(alle_alten)

    for abschnitt in {schritt.abschnitt for schritt in alle_alten}:
        alte = [schritt for schritt in alle_alten if schritt.abschnitt == abschnitt]
        neue = [schritt for schritt in alle_neuen if schritt.abschnitt == abschnitt]
        if [schritt.regel for schritt in alte] != [schritt.regel for schritt in neue]:
            continue
        for alt, neu in zip(alte, neue, strict=True):
            if not angefuehrt[alt.nummer] & betroffen:
                assert dict(betraege_in(alt.ergebnis)) == dict(betraege_in(neu.ergebnis)), alt.regel.name


@settings(max_examples=25, derandomize=True)
@given(fallpaare(NUR_WORTLAUT))
def test_ein_anderer_wortlaut_allein_aendert_kein_jahr(fall: Fallpaar) -> None:
    vorher, nachher, auslegung = fall

    assert vergleiche(vorher.fassung, nachher.fassung).betroffene_saetze
    assert gerechnet(vorher, auslegung) == gerechnet(nachher, auslegung)


def mit_namen(folge: Jahresfolge, ersetzt: Mapping[str, str]) -> Jahresfolge:
    """Dieselben Abrechnungen; in den Befunden steht ein Name für den anderen."""

    def umbenannt(text: str) -> str:
        for name, anderer in ersetzt.items():
            text = text.replace(name, anderer)
        return text

    return tuple(
        evolve(jahr, befunde=tuple(evolve(befund, text=umbenannt(befund.text)) for befund in jahr.befunde))
        for jahr in folge
    )


@settings(max_examples=25, derandomize=True)
@given(fallpaare(NUR_NAMEN))
def test_ein_anderer_name_aendert_nur_den_namen_in_den_befunden(fall: Fallpaar) -> None:
    vorher, nachher, auslegung = fall
    namen = dict.fromkeys([*vorher.fassung.namen.values(), *nachher.fassung.namen.values()], UMBENANNT)

    assert mit_namen(gerechnet(vorher, auslegung), namen) == mit_namen(gerechnet(nachher, auslegung), namen)


@settings(max_examples=60, derandomize=True)
@given(aufzeichnungen(hoechstens=3), st.sampled_from(AUSLEGUNGSFRAGEN), st.data(), auslegungen)
def test_eine_geregelte_frage_aendert_kein_jahr_bis_zu_dem_nach_ihr_gefragt_wird(
    aufzeichnung: Aufzeichnung, frage: type[Lesart], data: st.DataObject, auslegung: Auslegung
) -> None:
    antwort = str(data.draw(st.sampled_from(list(frage))))
    geregelt = evolve(aufzeichnung.fassung, geregelt=(Regelung(frage.frage(), antwort),))
    alte = gerechnet(aufzeichnung, auslegung)
    neue = gerechnet(evolve(aufzeichnung, fassung=geregelt), auslegung)

    for anzahl, jahr in enumerate(aufzeichnung.haushaltsjahre, start=1):
        bis_dahin = evolve(aufzeichnung, haushaltsjahre=aufzeichnung.haushaltsjahre[:anzahl])
        [zweig] = alle_zweige(bis_dahin, auslegung)
        if frage.frage() not in dict(zweig.antworten):
            assert alte[anzahl - 1] == neue[anzahl - 1], jahr.jahr


@st.composite
def akten_mit_personal(zieh: st.DrawFn) -> Akte:
    """Beliebige Ereignisse; in jeder zweiten Akte haben außerdem alle Gründungspartner Personal gestellt."""
    gestellt = personal(date(2018, 1, 2)) if zieh(st.booleans()) else ()
    return Akte((*zieh(ereignisse(hoechstens=8)), *gestellt))


AUS_DER_ABRECHNUNG = (
    Pflichthandlung.BEITRAG_LEISTEN,
    Pflichthandlung.MITTEL_ZURUECKFUEHREN,
    Pflichthandlung.FORDERUNG_BEGLEICHEN,
)
"""Pflichten, deren Betrag die Abrechnung ergibt; sie beruhen auch auf deren Sätzen."""


def ohne_bezug(
    pflichten: Sequence[Pflicht], betroffen: set[Norm], abgerechnet: set[Norm], zu_beitritten: set[Norm]
) -> list[Pflicht]:
    """Die Pflichten, die auf keinem betroffenen Satz beruhen; dass jemand beigetreten ist, folgt aus dem Beitritt."""

    def saetze(pflicht: Pflicht) -> set[Norm]:
        aus_der_abrechnung = abgerechnet if pflicht.handlung in AUS_DER_ABRECHNUNG else set[Norm]()
        aus_dem_beitritt = zu_beitritten if pflicht.traeger == NEUER else set[Norm]()
        return {*pflicht.normen, *aus_der_abrechnung, *aus_dem_beitritt}

    return [pflicht for pflicht in pflichten if not saetze(pflicht) & betroffen]


def saetze_der_rechnung(
    fassung: Vertragsfassung, akte: Akte, tag: date, auslegung: Auslegung
) -> tuple[set[Norm], set[Norm]]:
    """Alle Sätze, die eine Abrechnung bis zu diesem Tag anführen kann, und die zu den Beitritten."""
    geltend = akte.geltende(tag)
    jahre = haushaltsjahre(fassung, geltend)
    antraege = beitrittsantraege(geltend)
    if not jahre:
        return set(), set()
    schritte = begruendet(Aufzeichnung(fassung, tuple(jahre), tuple(antraege)), auslegung)
    zu_beitritten = {norm for s in schritte if s.abschnitt == "Beitritte" for norm in s.regel.normen}
    return {norm for s in schritte for norm in s.regel.normen}, {normen.BEITRITT, *zu_beitritten}


@settings(max_examples=30, derandomize=True)
@pytest.mark.parametrize("art", IN_DER_SACHE)
@given(data=st.data(), akte=akten_mit_personal(), tag=tage, auslegung=auslegungen)
def test_eine_aenderung_aendert_nur_pflichten_die_auf_einem_betroffenen_satz_beruhen(
    art: str, data: st.DataObject, akte: Akte, tag: date, auslegung: Auslegung
) -> None:
    alt, neu = data.draw(geaenderte(BERICHT_2017, {art: IN_DER_SACHE[art]}))
    betroffen = set(vergleiche(alt, neu).betroffene_saetze)
    abgerechnet, zu_beitritten = saetze_der_rechnung(alt, akte, tag, auslegung)

    vorher, nachher = (stand(fassung, akte, tag, soweit_offen(auslegung, fassung)).pflichten for fassung in (alt, neu))

    assert ohne_bezug(vorher, betroffen, abgerechnet, zu_beitritten) == ohne_bezug(
        nachher, betroffen, abgerechnet, zu_beitritten
    )


@st.composite
def antraege(zieh: st.DrawFn) -> Beitrittsantrag:
    """Anträge jeder Rechtsform, beurteilt oder nicht, mit beliebiger Zustimmung."""
    return Beitrittsantrag(
        kennung=NEUER,
        name="Ein Bewerber",
        rechtsform=zieh(st.sampled_from(Rechtsform)),
        beitrag=Geldbetrag(zieh(st.integers(0, 10_000_000))),
        zum=zieh(st.sampled_from([date(2026, 1, 1), date(2026, 7, 15)])),
        foerderlich=zieh(st.sampled_from([True, True, False, None])),
        zustimmung=tuple(
            zieh(st.lists(st.sampled_from([*BERICHT_2017.partner_kennungen, "aufsichtsgremium"]), unique=True))
        ),
    )


@settings(max_examples=50, derandomize=True)
@given(geaenderte(BERICHT_2017, ALLE), antraege(), halb_offene_auslegungen())
def test_eine_aenderung_aendert_von_der_pruefung_eines_beitritts_nur_was_auf_einem_betroffenen_satz_beruht(
    fassungen: tuple[Vertragsfassung, Vertragsfassung], antrag: Beitrittsantrag, auslegung: Auslegung
) -> None:
    alt, neu = fassungen
    betroffen = set(vergleiche(alt, neu).betroffene_saetze)

    vorher, nachher = (pruefe_beitritt(fassung, antrag, soweit_offen(auslegung, fassung)) for fassung in fassungen)

    for bisher, kuenftig in zip(vorher.schritte, nachher.schritte, strict=True):
        if not set(bisher.normen) & betroffen:
            assert bisher == kuenftig
    if not {normen.BEITRITT, normen.JAHRESBUDGET} & betroffen:
        assert vorher.beitragslagen == nachher.beitragslagen
    if not {normen.BEITRITT, normen.JAHRESBUDGET, normen.AUFSICHTSGREMIUM, normen.UEBERTRAGUNG} & betroffen:
        assert vorher.stimmen == nachher.stimmen
