import tomllib

from attrs import evolve
from hypothesis import HealthCheck, given, settings

from darstellung.beispieljahre import (
    EINFACH,
    HINWEIS,
    NAMEN,
    SCHLUESSEL,
    UEBERTRAGEN,
    VERSTOSS,
    WARNUNG,
    betraege,
    mehrdeutig,
    mit_rueckfuehrung,
    variante,
)
from kooperationsvertrag.ablauf.ergebnis import Ergebnis, OffeneKonvention
from kooperationsvertrag.ablauf.ergebnis import ergebnis as rechne
from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung
from kooperationsvertrag.aufteilung import Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Auslegung, OffeneFrage, Variante
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.darstellung.varianten import (
    antworten_auf,
    buchstabe,
    variantenblock,
    vergleichszeilen,
    verschiedene_betraege,
)
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.lesarten import Abstimmung, Rueckfuehrungsbasis
from strategien import aufzeichnungen, halb_offene_auslegungen

BASIS = "rueckfuehrungsbasis"

DREI = mehrdeutig(
    variante(
        evolve(mit_rueckfuehrung(1_250_000, 1_250_000, 500_000), befunde=(WARNUNG,)),
        antworten=((BASIS, Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL),),
    ),
    variante(
        evolve(mit_rueckfuehrung(1_363_637, 1_363_636, 272_727), befunde=(WARNUNG,)),
        antworten=((BASIS, Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN),),
    ),
    variante(
        evolve(mit_rueckfuehrung(1_666_666, 1_666_667, 0), befunde=(WARNUNG, HINWEIS)),
        antworten=((BASIS, Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL),),
    ),
    fragen=(OffeneFrage(BASIS, 500_000),),
)


def gesetzt(ergebnis: Ergebnis) -> str:
    return als_text(variantenblock(ergebnis, NAMEN))


def viele(anzahl: int) -> Ergebnis:
    return mehrdeutig(
        *[
            variante(
                mit_rueckfuehrung(100 * nummer, 100, 100),
                antworten=(("rundungsvorrang", (f"partner-{nummer}", "ihk")), ("rundung", Rundung.GROESSTER_REST)),
            )
            for nummer in range(anzahl)
        ],
        fragen=(OffeneFrage("rundungsvorrang", 100 * anzahl),),
    )


def test_zuerst_steht_dass_das_ergebnis_von_einer_frage_abhaengt() -> None:
    assert gesetzt(DREI).startswith(
        "\nDas Ergebnis hängt von einer Frage ab, die der Text nicht beantwortet. Es gibt 3 verschiedene\nErgebnisse;"
    )


def test_jede_frage_steht_mit_ihren_lesarten_und_deren_bedeutung() -> None:
    seite = gesetzt(DREI)

    assert "OF-16 Zahlungsschlüssel, wenn anders gezahlt wurde als vereinbart (rueckfuehrungsbasis)" in seite
    assert "Die Frage bewegt bis zu 5.000,00 € je Partner." in seite
    assert "  tatsaechliche_zahlungen   Nach den wirklichen Zahlungen." in seite


def test_beispielbetraege_des_registers_stehen_nicht_neben_denen_des_falls() -> None:
    assert "Beispiel" not in gesetzt(DREI)
    assert "13.333,33" not in gesetzt(DREI)


def test_die_ergebnisse_stehen_nebeneinander_der_groesste_unterschied_zuerst() -> None:
    assert (
        "  Jahr   Betrag                                 A             B             C   Unterschied\n"
        "  -----------------------------------------------------------------------------------------\n"
        "  2018   Rückführung IHK               5.000,00 €    2.727,27 €        0,00 €    5.000,00 €\n"
        "  2018   Rückführung Kreis Mettmann   12.500,00 €   13.636,36 €   16.666,67 €    4.166,67 €\n"
        "  2018   Rückführung Düsseldorf       12.500,00 €   13.636,37 €   16.666,66 €    4.166,66 €\n"
    ) in gesetzt(DREI)


def test_zu_jedem_ergebnis_stehen_die_zeilen_fuer_die_falldatei() -> None:
    seite = gesetzt(DREI)

    for lesart in Rueckfuehrungsbasis:
        assert f'\n\n    rueckfuehrungsbasis = "{lesart}"\n' in seite
    assert seite.count("[auslegung]") == 1


def test_gemeinsame_befunde_stehen_einmal_eigene_bei_ihrem_ergebnis() -> None:
    seite = gesetzt(DREI)

    assert seite.count(WARNUNG.text) == 1
    assert seite.index(HINWEIS.text) > seite.index("Ergebnis C")
    assert "Haushaltsjahr 2018: Die IHK" in seite


def test_ein_befund_der_sein_jahr_nennt_bekommt_es_nicht_noch_einmal() -> None:
    befund = evolve(VERSTOSS, text="Haushaltsjahr 2018: Personalkosten.")
    ergebnis = mehrdeutig(
        variante(
            evolve(mit_rueckfuehrung(1, 2, 3), befunde=(befund,)),
            antworten=((BASIS, Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL),),
        ),
        variante(
            evolve(mit_rueckfuehrung(2, 2, 2), befunde=(befund,)),
            antworten=((BASIS, Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN),),
        ),
        fragen=(OffeneFrage(BASIS, 1),),
    )

    assert "Haushaltsjahr 2018: Haushaltsjahr" not in gesetzt(ergebnis)


def test_fuenf_ergebnisse_stehen_in_zwei_tabellen() -> None:
    seite = gesetzt(viele(5))

    assert seite.count("  Jahr   Betrag") == 2
    assert "Gezeigt sind" not in seite


def test_bei_dreissig_ergebnissen_stehen_vier_und_wie_es_weniger_werden() -> None:
    seite = gesetzt(viele(30))

    assert "Gezeigt sind 4 von 30 Ergebnissen." in seite
    assert "Ergebnis D" in seite
    assert "Ergebnis E" not in seite
    assert seite.index("OF-32") < seite.index("Gezeigt sind")
    assert "      29,00 €" in seite


def test_eine_antwort_die_zu_vielen_ergebnissen_fuehrt_nennt_nur_deren_zahl() -> None:
    ergebnis = evolve(viele(30), offene_fragen=(OffeneFrage("rundung", 0),))

    assert "30 Ergebnissen" in gesetzt(ergebnis)
    assert "ohne Unterschied je Partner in diesen Jahren, aber nicht ohne Folgen" in gesetzt(ergebnis).replace(
        "\n", " "
    )


def test_eine_reihenfolge_der_partner_wird_als_liste_geschrieben() -> None:
    seite = gesetzt(viele(3))

    assert '    rundungsvorrang = ["partner-0", "ihk"]\n' in seite
    assert (
        "Bei Gleichstand erhält zuerst einen Restcent, wer vorn steht. partner-0, ihk führt zu A; partner-1, ihk"
        in (seite.replace("\n", " "))
    )
    assert "Was sie heißt" not in seite


def test_was_es_in_einem_ergebnis_nicht_gibt_ist_ein_strich() -> None:
    ergebnis = mehrdeutig(
        variante(EINFACH, antworten=(("abstimmung", Abstimmung.EINSTIMMIG),)),
        variante(UEBERTRAGEN, antworten=(("abstimmung", Abstimmung.MEHRHEIT),)),
        fragen=(OffeneFrage("abstimmung", 3_190_936), OffeneFrage("pruefung", 1)),
    )
    seite = gesetzt(ergebnis)

    assert "hängt von 2 Fragen ab" in seite
    assert "Rückführung IHK              12.763,74 €             –" in seite


def test_wo_kein_betrag_verschieden_ist_wird_das_gesagt() -> None:
    ergebnis = mehrdeutig(
        variante(EINFACH, antworten=(("abstimmung", Abstimmung.EINSTIMMIG),)),
        variante(evolve(EINFACH, befunde=(HINWEIS,)), antworten=(("abstimmung", Abstimmung.MEHRHEIT),)),
        fragen=(OffeneFrage("abstimmung", 0),),
    )

    assert "Die Beträge sind überall gleich" in gesetzt(ergebnis)


def test_verschieden_ist_nur_was_nicht_ueberall_gleich_ist() -> None:
    zeilen = verschiedene_betraege(DREI.varianten, NAMEN)

    assert [zeile.unterschied for zeile in zeilen] == [500_000, 416_667, 416_666]
    assert zeilen[0].betraege == (Geldbetrag(500_000), Geldbetrag(272_727), Geldbetrag(0))


def test_antworten_zaehlen_auch_auf_wegen_die_zu_demselben_ergebnis_fuehren() -> None:
    wege = ((("abstimmung", Abstimmung.MEHRHEIT),), (("abstimmung", Abstimmung.GEWICHTET_EINFACH),))

    assert antworten_auf("abstimmung", [Variante((), wege, (EINFACH,))]) == (
        Abstimmung.MEHRHEIT,
        Abstimmung.GEWICHTET_EINFACH,
    )


def test_gleichwertige_lesarten_stehen_dabei_damit_keine_nahegelegt_wird() -> None:
    erste = (("abstimmung", Abstimmung.MEHRHEIT),)
    wege = (erste, (("abstimmung", Abstimmung.GEWICHTET_EINFACH),))
    ergebnis = mehrdeutig(
        Variante(erste, wege, (EINFACH,)),
        variante(UEBERTRAGEN, antworten=(("abstimmung", Abstimmung.EINSTIMMIG),)),
        fragen=(OffeneFrage("abstimmung", 1),),
    )
    seite = gesetzt(ergebnis)

    assert (
        'Zu demselben Ergebnis führen statt aller dieser Zeilen auch:\n\n    abstimmung = "gewichtet_einfach"\n'
        in seite
    )
    assert seite.count("Zu demselben Ergebnis") == 1
    assert seite.index("  einstimmig") < seite.index("  mehrheit") < seite.index("  gewichtet_einfach")


def test_von_vielen_gleichwertigen_stehen_nur_die_ersten() -> None:
    wege = tuple((("rundungsvorrang", (f"partner-{nummer}",)),) for nummer in range(10))
    ergebnis = mehrdeutig(
        Variante(wege[0], wege, (EINFACH,)),
        variante(UEBERTRAGEN, antworten=(("rundungsvorrang", ("ihk",)),)),
        fragen=(OffeneFrage("rundungsvorrang", 1),),
    )

    assert "Ebenso führen dahin 5 weitere Verbindungen von Lesarten.\n" in gesetzt(ergebnis)


def test_nach_z_kommt_aa() -> None:
    assert [buchstabe(nummer) for nummer in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


NACH_KOPF = Zahlungsschluessel((("duesseldorf", 1), ("mettmann", 1), ("ihk", 1)))


def bloecke(seite: str) -> list[str]:
    """Die Zeilen für die Falldatei, Block für Block."""
    absaetze = seite.partition("So wird eines davon gewählt")[2].split("\n\n")
    return [absatz for absatz in absaetze if absatz.startswith("    ") and " = " in absatz]


def mit_uebertrag(*schluessel: Zahlungsschluessel) -> Ergebnis:
    return mehrdeutig(
        *[
            variante(
                evolve(UEBERTRAGEN, schichten_in_folgejahr=(Schicht(2018, UEBERTRAGEN.uebertrag_in_folgejahr, einer),)),
                antworten=((BASIS, basis),),
            )
            for einer, basis in zip(schluessel, Rueckfuehrungsbasis, strict=False)
        ],
        fragen=(OffeneFrage(BASIS, 0),),
    )


def test_ist_nur_der_schluessel_des_uebertrags_verschieden_steht_er_da() -> None:
    (zeile,) = vergleichszeilen(mit_uebertrag(SCHLUESSEL, NACH_KOPF).varianten, NAMEN)
    seite = gesetzt(mit_uebertrag(SCHLUESSEL, NACH_KOPF))

    assert zeile.bezeichnung == "Schlüssel des Übertrags"
    assert zeile.zellen == ("76.582,45 €\nnach 5 : 5 : 2", "76.582,45 €\nnach 1 : 1 : 1")
    assert "nach 5 : 5 : 2   nach 1 : 1 : 1\n" in seite


def test_gleiche_schluessel_stehen_nicht_neben_verschiedenen_betraegen() -> None:
    ergebnis = mehrdeutig(variante(EINFACH), variante(UEBERTRAGEN), fragen=())

    assert "Schlüssel des Übertrags" not in {z.bezeichnung for z in vergleichszeilen(ergebnis.varianten, NAMEN)}


def test_gleiches_verhaeltnis_verschiedener_partner_steht_mit_namen() -> None:
    einer = Zahlungsschluessel((("duesseldorf", 1), ("ihk", 1)))
    anderer = Zahlungsschluessel((("mettmann", 1), ("ihk", 1)))
    zeilen = vergleichszeilen(mit_uebertrag(einer, anderer).varianten, NAMEN)

    assert [zeile.bezeichnung for zeile in zeilen] == ["Schlüssel des Übertrags", "Anteile am Übertrag"]
    assert zeilen[1].zellen[0] == "76.582,45 €\nDüsseldorf 1/2,\nIHK 1/2"


def test_ein_langer_schluessel_steht_untereinander() -> None:
    langer = Zahlungsschluessel((("duesseldorf", 5_000_000), ("ihk", 1_209_863)))

    assert vergleichszeilen(mit_uebertrag(SCHLUESSEL, langer).varianten, NAMEN)[0].zellen[1] == (
        "76.582,45 €\nim Verhältnis\n50.000,00 € :\n12.098,63 €"
    )


def test_schichten_gleichen_schluessels_stehen_zusammen() -> None:
    halb = Geldbetrag(1_000)
    geteilt = evolve(
        UEBERTRAGEN, schichten_in_folgejahr=(Schicht(2017, halb, SCHLUESSEL), Schicht(2018, halb, SCHLUESSEL))
    )
    ergebnis = mehrdeutig(
        variante(geteilt),
        variante(evolve(UEBERTRAGEN, schichten_in_folgejahr=(Schicht(2018, halb, NACH_KOPF),))),
        fragen=(),
    )

    assert vergleichszeilen(ergebnis.varianten, NAMEN)[0].zellen[0] == "20,00 €\nnach 5 : 5 : 2"


def test_null_euro_und_nichts_werden_unterschieden_wo_sonst_nichts_verschieden_ist() -> None:
    ergebnis = mehrdeutig(
        variante(evolve(EINFACH, rueckfuehrung=Betraege())),
        variante(evolve(EINFACH, rueckfuehrung=betraege(0, 0, 0))),
        fragen=(),
    )
    (zeile,) = vergleichszeilen(ergebnis.varianten, NAMEN)

    assert (zeile.zellen, zeile.unterschied) == (("–", "0,00 €"), "")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(aufzeichnung=aufzeichnungen(hoechstens=4, jahre=2), auslegung=halb_offene_auslegungen())
def test_je_zwei_ergebnisse_unterscheiden_sich_in_einer_zeile(aufzeichnung: Aufzeichnung, auslegung: Auslegung) -> None:
    varianten = rechne(aufzeichnung, auslegung).varianten
    zeilen = vergleichszeilen(varianten, NAMEN)

    assert len({tuple(zeile.zellen[nummer] for zeile in zeilen) for nummer in range(len(varianten))}) == len(varianten)


def test_jede_gleichwertige_wahl_ist_ein_eigener_vollstaendiger_block() -> None:
    erste = (("abstimmung", Abstimmung.MEHRHEIT), (BASIS, Rueckfuehrungsbasis.VEREINBARTER_SCHLUESSEL))
    zweite = (("abstimmung", Abstimmung.EINSTIMMIG), (BASIS, Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN))
    dritte = (("abstimmung", Abstimmung.EINSTIMMIG), (BASIS, Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL))
    ergebnis = mehrdeutig(
        Variante(erste, (erste, zweite, dritte), (EINFACH,)),
        variante(UEBERTRAGEN, antworten=(("abstimmung", Abstimmung.GEWICHTET_EINFACH),)),
        fragen=(OffeneFrage("abstimmung", 1), OffeneFrage(BASIS, 1)),
    )
    seite = gesetzt(ergebnis)

    assert [tomllib.loads(block) for block in bloecke(seite)[:3]] == [
        {frage: str(antwort) for frage, antwort in weg} for weg in (erste, zweite, dritte)
    ]
    assert seite.count("\noder\n") == 1


def test_was_die_falldatei_schon_entscheidet_wird_nicht_noch_einmal_verlangt() -> None:
    schon = ("abstimmung", Abstimmung.MEHRHEIT)
    ergebnis = mehrdeutig(
        *[
            variante(mit_rueckfuehrung(nummer, 1, 1), antworten=(schon, (BASIS, basis)))
            for nummer, basis in enumerate(Rueckfuehrungsbasis)
        ],
        fragen=(OffeneFrage(BASIS, 2),),
    )

    assert "abstimmung" not in gesetzt(ergebnis)


def test_bei_offener_rundung_steht_dass_die_neue_zeile_die_alte_ersetzt() -> None:
    offen = evolve(DREI, konvention=OffeneKonvention())

    assert "so ersetzt die neue sie" in gesetzt(offen).replace("\n", " ")
    assert "ersetzt" not in gesetzt(DREI)
