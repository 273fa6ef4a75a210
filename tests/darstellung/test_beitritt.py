"""Die Prüfung eines Beitritts als Text."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given

from fall.antraege import antraege
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.darstellung.abrechnung import Kopf
from kooperationsvertrag.darstellung.beitritt import beitrittsseite, ergebnissatz, wirkungssatz
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.fall.antrag import Pruefauftrag
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.revision.beitritt import Zulaessigkeit, beitraege_im_ersten_jahr, pruefe_beitritt
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Kreisangehoerige,
    SchluesselNachBeitritt,
    SitzNachBeitritt,
)
from kooperationsvertrag.vertrag.partner import Rechtsform

NEUSS = Beitrittsantrag(
    kennung="rhein-kreis-neuss",
    name="Rhein-Kreis Neuss",
    rechtsform=Rechtsform.KREIS,
    beitrag=Geldbetrag.aus_euro(30_000),
    zum=date(2026, 1, 1),
    foerderlich=True,
    begruendung="grenzt an",
    zustimmung=(*BERICHT_2017.partner_kennungen, "aufsichtsgremium"),
)
RATINGEN = evolve(
    NEUSS,
    kennung="ratingen",
    name="Stadt Ratingen",
    rechtsform=Rechtsform.KREISANGEHOERIGE_GEMEINDE,
    kreis="Kreis Mettmann",
)
ZWEI = ("duesseldorf", "mettmann")
IM_JULI = evolve(NEUSS, zum=date(2026, 7, 1))
UNBEURTEILT = evolve(NEUSS, foerderlich=None, begruendung="")


def seite(antrag: Beitrittsantrag, auslegung: Auslegung = Auslegung(), breite: int = 100) -> str:
    namen = {**BERICHT_2017.namen, antrag.kennung: antrag.name}
    kopf = Kopf("Ein Gedankenspiel", BERICHT_2017, namen, (("Eingabe", "sha256:0123"),))
    return als_text(beitrittsseite(pruefe_beitritt(BERICHT_2017, antrag, auslegung), kopf, auslegung), breite=breite)


def satz(antrag: Beitrittsantrag, *lesarten: Kreisangehoerige | Beitrittsentscheidung) -> str:
    return ergebnissatz(pruefe_beitritt(BERICHT_2017, antrag, Auslegung.mit(*lesarten)))


def fliessend(text: str) -> str:
    """Setzt den Text in eine Zeile, damit Umbrüche nicht zählen."""
    return " ".join(text.split())


# Das Ergebnis in einem Satz


@pytest.mark.parametrize(
    ("antrag", "erwartet"),
    [
        (NEUSS, "Der Beitritt ist zulässig. Der Bewerber wird am 01.01.2026 Vertragspartner."),
        (
            IM_JULI,
            "Der Beitritt ist zulässig. Der Bewerber wird Vertragspartner; von welchem Tag an, hängt von der Lesart ab "
            "(OF-08).",
        ),
        (
            evolve(NEUSS, zustimmung=ZWEI),
            "Der Beitritt ist zulässig. Ob er wirkt, hängt davon ab, wer über ihn entscheidet (OF-02).",
        ),
        (
            evolve(NEUSS, rechtsform=Rechtsform.VEREIN),
            "Der Beitritt ist unzulässig, weil nur Gebietskörperschaften beitreten können. Er wirkt nicht.",
        ),
        (
            evolve(NEUSS, foerderlich=False),
            "Der Beitritt ist unzulässig, weil die Mitgliedschaft als nicht förderlich gilt. Er wirkt nicht.",
        ),
        (
            evolve(NEUSS, rechtsform=Rechtsform.KAMMER, foerderlich=False),
            "Der Beitritt ist unzulässig, weil nur Gebietskörperschaften beitreten können und die Mitgliedschaft als "
            "nicht förderlich gilt. Er wirkt nicht.",
        ),
        (
            evolve(NEUSS, rechtsform=Rechtsform.LAND),
            "Ob der Beitritt zulässig ist, ist nicht bestimmt: Offen ist, ob der Vertrag diese Rechtsform meint "
            "(OF-04). Solange das offen ist, wirkt er nicht (FL-19).",
        ),
        (
            UNBEURTEILT,
            "Ob der Beitritt zulässig ist, ist nicht bestimmt: Offen ist, ob die Mitgliedschaft förderlich ist. "
            "Solange das offen ist, wirkt er nicht (FL-19).",
        ),
        (
            RATINGEN,
            "Ob der Beitritt zulässig ist, ist nicht bestimmt: Offen ist, ob eine kreisangehörige Gemeinde selbst "
            "beitreten kann (OF-05). Davon hängt auch ab, ob er wirkt.",
        ),
        (
            evolve(RATINGEN, zustimmung=ZWEI),
            "Ob der Beitritt zulässig ist, ist nicht bestimmt: Offen ist, ob eine kreisangehörige Gemeinde selbst "
            "beitreten kann (OF-05). Ob er wirkt, hängt außerdem davon ab, wer über ihn entscheidet (OF-02).",
        ),
    ],
)
def test_das_ergebnis_steht_in_einem_satz(antrag: Beitrittsantrag, erwartet: str) -> None:
    assert satz(antrag) == erwartet
    assert erwartet in fliessend(seite(antrag))


def test_fehlen_zustimmungen_nach_der_geltenden_lesart_so_wirkt_der_beitritt_nicht() -> None:
    alle = Beitrittsentscheidung.ALLE_PARTNER

    assert satz(evolve(NEUSS, zustimmung=ZWEI), alle) == (
        "Der Beitritt ist zulässig. Er wirkt nicht, weil die Zustimmungen nicht genügen."
    )
    assert satz(evolve(UNBEURTEILT, zustimmung=ZWEI), alle).endswith(
        "Offen ist, ob die Mitgliedschaft förderlich ist. Er wirkt nicht, weil die Zustimmungen nicht genügen."
    )


def test_eine_gemeinde_die_nach_der_geltenden_lesart_nicht_beitreten_kann() -> None:
    assert satz(RATINGEN, Kreisangehoerige.NICHT_BEITRITTSFAEHIG) == (
        "Der Beitritt ist unzulässig, weil eine kreisangehörige Gemeinde nach der geltenden Lesart nicht selbst "
        "beitreten kann (OF-05). Er wirkt nicht."
    )


def test_der_vierte_schritt_sagt_fuer_sich_woran_die_wirkung_haengt() -> None:
    def wirkung(antrag: Beitrittsantrag) -> str:
        return wirkungssatz(pruefe_beitritt(BERICHT_2017, antrag))

    assert wirkung(evolve(UNBEURTEILT, rechtsform=Rechtsform.LAND)) == (
        "Solange offen ist, ob der Vertrag diese Rechtsform meint (OF-04) und ob die Mitgliedschaft förderlich ist, "
        "wirkt der Beitritt nicht (FL-19)."
    )
    assert wirkung(evolve(RATINGEN, zustimmung=ZWEI)) == (
        "Ob der Beitritt wirkt, hängt davon ab, ob eine kreisangehörige Gemeinde selbst beitreten kann (OF-05) und wer "
        "über ihn entscheidet (OF-02)."
    )


# Kopf und Schritte


def test_zuerst_stehen_titel_grundlage_und_der_antrag() -> None:
    text = fliessend(seite(evolve(RATINGEN, zustimmung=())))

    assert text.startswith("Ein Gedankenspiel =")
    assert "nicht der unterzeichnete Vertrag" in text
    assert "Bewerber: Stadt Ratingen, kreisangehörige Gemeinde (Kreis Mettmann)" in text
    assert "Angebotener Beitrag: 30.000,00 € im Jahr" in text
    assert "Zugestimmt haben: noch niemand" in text
    assert "Düsseldorf, Kreis Mettmann, IHK und das Aufsichtsgremium" in seite(NEUSS)


def test_vier_schritte_mit_antwort_grund_satz_und_frage() -> None:
    text = fliessend(seite(NEUSS))

    assert "1. Kann der Bewerber nach seiner Rechtsform beitreten? Ja. Nach der Rechtsform kann" in text
    assert "2. Ist die Mitgliedschaft förderlich? Ja. Die Mitgliedschaft gilt als förderlich: „grenzt an" in text
    assert "3. Genügen die Zustimmungen? Ja. Zugestimmt haben 3 von 3 Partnern. Das genügt. Satz: 17-Z4." in text
    assert "4. Wird der Bewerber Vertragspartner? Ja. Der Bewerber wird am 01.01.2026 Vertragspartner." in text
    assert "Offen dazu: OF-02." in text


def test_fuehren_lesarten_zu_verschiedenen_antworten_so_steht_jede_mit_ihrer_zeile_da() -> None:
    text = seite(evolve(NEUSS, zustimmung=ZWEI))

    assert "3. Genügen die Zustimmungen? Das hängt von der Lesart ab." in text
    zeilen = [fliessend(zeile) for zeile in text.splitlines()]
    assert "alle_partner Alle Partner stimmen zu Nein." in zeilen
    assert "mehrheit_der_partner Mehr als die Hälfte der Partner stimmt zu Ja." in zeilen
    assert [zeile for zeile in zeilen if zeile.startswith("beitrittsentscheidung = ")] == [
        'beitrittsentscheidung = "alle_partner"',
        'beitrittsentscheidung = "aufsichtsgremium"',
        'beitrittsentscheidung = "mehrheit_der_partner"',
        'beitrittsentscheidung = "erklaerung_genuegt"',
    ]


def test_bei_einer_gemeinde_steht_jede_lesart_im_ersten_schritt() -> None:
    zeilen = [fliessend(zeile) for zeile in seite(RATINGEN).splitlines()]

    assert "beitrittsfaehig Die Gemeinde kann beitreten Ja." in zeilen
    assert 'kreisangehoerige = "nicht_beitrittsfaehig"' in zeilen


def test_eine_geltende_lesart_steht_bei_ihrem_schritt_und_am_ende() -> None:
    auslegung = Auslegung.mit(Beitrittsentscheidung.ALLE_PARTNER)
    text = fliessend(seite(evolve(NEUSS, zustimmung=ZWEI), auslegung))

    assert 'Das genügt nicht. Es gilt beitrittsentscheidung = "alle_partner".' in text
    assert 'Lesarten: beitrittsentscheidung = "alle_partner" Rundung:' in text
    assert "Lesarten: keine gewählt" in fliessend(seite(NEUSS))


def test_ein_fehlendes_urteil_laesst_sich_eintragen_und_eine_offene_rechtsform_nicht_waehlen() -> None:
    text = fliessend(seite(evolve(UNBEURTEILT, rechtsform=Rechtsform.LAND)))

    assert "1. Kann der Bewerber nach seiner Rechtsform beitreten? Nicht bestimmt." in text
    assert "2. Ist die Mitgliedschaft förderlich? Nicht bestimmt." in text
    assert 'mit true oder false statt der Punkte: foerderlich = … begruendung = "…"' in text
    assert "kreisangehoerige =" not in text


# Beiträge


def test_beitraege_und_schluessel_stehen_unter_jeder_lesart_nebeneinander() -> None:
    text = seite(NEUSS)
    zeilen = [fliessend(zeile) for zeile in text.splitlines()]

    assert "IHK 20.000,00 € 20.000,00 € 16.000,00 € 20.000,00 € 20.000,00 €" in zeilen
    assert "Rhein-Kreis Neuss – 30.000,00 € 24.000,00 € 33.333,33 € 0,00 €" in zeilen
    assert "+30.000,00 € +24.000,00 € +33.333,33 €" in zeilen
    assert "Jahresbudget 120.000,00 € 150.000,00 € 120.000,00 € 120.000,00 € 120.000,00 €" in zeilen
    assert "gleiches_budget Das Jahresbudget bleibt und wird neu verteilt. 5 : 5 : 2 : 3" in zeilen
    assert "kommunal_gleich Die kommunalen Partner zahlen gleich viel. im Verhältnis der Beiträge oben" in zeilen
    assert "kommunal_gleich: Restcents aus 100.000,00 € (1 : 1 : 1): Düsseldorf erhält 1 Cent." in zeilen
    assert "kommunal_gleich: Der neue Partner zahlte im Jahr 3.333,33 € mehr als angeboten." in zeilen
    assert 'schluessel_nach_beitritt = "…"' in zeilen


def test_mit_geltender_lesart_steht_nur_sie_da() -> None:
    text = seite(NEUSS, Auslegung.mit(SchluesselNachBeitritt.ADDITIV))

    assert "gleiches_budget" not in text
    assert 'schluessel_nach_beitritt = "…"' not in text
    assert "sagt der Vertrag nicht (OF-06)" not in text


def test_wirkt_der_beitritt_nicht_so_ist_was_folgt_ein_gedankenspiel() -> None:
    ist_gedankenspiel = "Der Beitritt wirkt nicht. Von hier an steht, was gälte, wenn er wirkte."

    assert ist_gedankenspiel in seite(evolve(NEUSS, rechtsform=Rechtsform.VEREIN))
    assert ist_gedankenspiel not in seite(evolve(NEUSS, zustimmung=ZWEI))


def test_der_beitrag_im_ersten_jahr_steht_nur_da_wo_waehrend_des_jahres_beigetreten_wird() -> None:
    zeilen = [fliessend(zeile) for zeile in seite(IM_JULI).splitlines()]

    assert "Beitrag im ersten Jahr" in zeilen
    assert "nach_tagen 01.07.2026 15.123,29 € 12.098,63 € 16.803,65 € 0,00 €" in zeilen
    assert "erst_zum_jahresbeginn 01.01.2027 30.000,00 € 24.000,00 € 33.333,33 € 0,00 €" in zeilen
    assert 'beitrittszeitpunkt = "voller_jahresbeitrag"' in zeilen
    assert "Siehe unten „Beitrag im ersten Jahr“." in fliessend(seite(IM_JULI))
    assert "Beitrag im ersten Jahr" not in seite(NEUSS)


def test_mit_geltender_zeit_steht_ein_tag_fest() -> None:
    text = seite(IM_JULI, Auslegung.mit(Beitrittszeitpunkt.NACH_MONATEN))

    assert "Der Bewerber wird am 01.07.2026 Vertragspartner." in text
    assert "nach_tagen" not in text
    assert text.count("beitrittszeitpunkt =") == 1
    assert "Siehe unten" not in text


# Stimmen


def test_wer_vorher_und_nachher_zusammen_beschliessen_kann() -> None:
    auslegung = Auslegung.mit(SitzNachBeitritt.JEDER_PARTNER_EIN_SITZ, SchluesselNachBeitritt.ADDITIV)
    zeilen = [fliessend(zeile) for zeile in seite(NEUSS, auslegung).splitlines()]

    assert "Lesart jeder_partner_ein_sitz: Der neue Partner hat einen Sitz; es sind dann 4 Sitze." in zeilen
    assert "einstimmig nur alle 3 zusammen nur alle 4 zusammen" in zeilen
    assert "mehrheit je 2 von 3 je 3 von 4" in zeilen
    assert "gewichtet_zwei_drittel Düsseldorf und Kreis Mettmann Düsseldorf und Kreis Mettmann" in zeilen
    assert "(ohne Einfluss: IHK) oder Düsseldorf, IHK und Rhein-Kreis" in zeilen
    assert "Neu ohne Einfluss: IHK unter gewichtet_einfach." in zeilen
    assert 'abstimmung = "…"' in zeilen
    assert 'sitz_nach_beitritt = "…"' not in zeilen


def test_lesarten_der_beitraege_mit_gleichem_ausgang_stehen_in_einer_zeile() -> None:
    auslegung = Auslegung.mit(SitzNachBeitritt.JEDER_PARTNER_EIN_SITZ, Abstimmung.GEWICHTET_EINFACH)
    text = seite(NEUSS, auslegung)
    zeilen = [fliessend(zeile) for zeile in text.splitlines()]

    assert sum(zeile.startswith("gewichtet_einfach je 2 von 3") for zeile in zeilen) == 2
    assert any(zeile.startswith("bei kommunal_gleich") for zeile in zeilen)
    assert "Neu ohne Einfluss: IHK unter gewichtet_einfach (bei additiv, gleiches_budget, kommunal_gleich)." in zeilen
    assert "Der Vertrag sagt nicht, ob" not in text


def test_ohne_sitz_des_neuen_bleibt_es_bei_allen_regeln_wie_vorher() -> None:
    text = seite(NEUSS, Auslegung.mit(SitzNachBeitritt.LISTE_ABGESCHLOSSEN))

    assert "Es bleibt bei 3 Sitzen; der neue Partner stimmt nicht mit." in text
    assert text.count("wie vorher") == len(Abstimmung)
    assert "Neu ohne Einfluss" not in text


def test_wo_kein_gewicht_ist_kann_niemand_beschliessen() -> None:
    auslegung = Auslegung.mit(
        SitzNachBeitritt.LISTE_ABGESCHLOSSEN, SchluesselNachBeitritt.GLEICHES_BUDGET, Abstimmung.GEWICHTET_EINFACH
    )
    zeilen = [fliessend(z) for z in seite(evolve(NEUSS, beitrag=Geldbetrag(10**17)), auslegung).splitlines()]

    assert "gewichtet_einfach je 2 von 3 niemand" in zeilen
    assert "(ohne Einfluss: Düsseldorf, Kreis Mettmann und IHK)" in zeilen


def test_am_ende_steht_was_offen_bleibt_und_wie_geprueft_wurde() -> None:
    text = seite(NEUSS)

    assert "Ob der neue Partner Personal stellt und abordnet." in text
    assert "neue Jahresbeiträge nach größtem Rest in der Reihenfolge des Vertrags (FL-21)" in text
    assert "Eingabe sha256:0123" in text


# Beliebige Anträge


@given(antraege())
def test_jeder_antrag_laesst_sich_lesen_und_zeigt_die_betraege_der_pruefung(auftrag: Pruefauftrag) -> None:
    antrag, auslegung = auftrag.antrag, auftrag.auslegung
    pruefung = pruefe_beitritt(BERICHT_2017, antrag, auslegung)

    text = seite(antrag, auslegung, breite=240)
    for lage in pruefung.beitragslagen:
        assert all(str(betrag) in text for betrag in (*lage.beitraege.values(), lage.jahresbudget))
        for _, ab, betrag in beitraege_im_ersten_jahr(antrag, lage.beitraege[antrag.kennung], auslegung):
            assert str(betrag) in text
            assert f"{ab:%d.%m.%Y}" in text
    assert ("Der Beitritt ist zulässig." in text) is (pruefung.zulaessigkeit is Zulaessigkeit.ZULAESSIG)
    assert all(ergebnissatz(pruefung) in fliessend(seite(antrag, auslegung, breite)) for breite in (60, 100))
