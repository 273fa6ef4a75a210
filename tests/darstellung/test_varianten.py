from attrs import evolve

from darstellung.beispieljahre import (
    EINFACH,
    HINWEIS,
    NAMEN,
    UEBERTRAGEN,
    VERSTOSS,
    WARNUNG,
    mehrdeutig,
    mit_rueckfuehrung,
    variante,
)
from kooperationsvertrag.ablauf.ergebnis import Ergebnis
from kooperationsvertrag.aufteilung import Rundung
from kooperationsvertrag.auslegung import OffeneFrage, Variante
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.darstellung.varianten import antworten_auf, buchstabe, variantenblock, verschiedene_betraege
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.vertrag.lesarten import Abstimmung, Rueckfuehrungsbasis

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
    assert "Sie bewegt bis zu 5.000,00 € je Partner." in seite
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
        assert f'    [auslegung]\n    rueckfuehrungsbasis = "{lesart}"\n' in seite


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
    assert "Sie bewegt keinen Betrag" in gesetzt(ergebnis).replace("\n", " ")


def test_eine_reihenfolge_der_partner_wird_als_liste_geschrieben() -> None:
    seite = gesetzt(viele(3))

    assert '    rundungsvorrang = ["partner-0", "ihk"]\n' in seite
    assert "Wer bei Gleichstand zuerst einen Restcent erhält." in seite


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

    assert 'Zu demselben Ergebnis führt auch:\n\n    abstimmung = "gewichtet_einfach"\n' in seite
    assert seite.count("Zu demselben Ergebnis") == 1
    assert seite.index("  einstimmig") < seite.index("  mehrheit") < seite.index("  gewichtet_einfach")


def test_von_vielen_gleichwertigen_stehen_nur_die_ersten() -> None:
    wege = tuple((("rundungsvorrang", (f"partner-{nummer}",)),) for nummer in range(10))
    ergebnis = mehrdeutig(
        Variante(wege[0], wege, (EINFACH,)),
        variante(UEBERTRAGEN, antworten=(("rundungsvorrang", ("ihk",)),)),
        fragen=(OffeneFrage("rundungsvorrang", 1),),
    )

    assert "    … und 5 weitere\n" in gesetzt(ergebnis)


def test_nach_z_kommt_aa() -> None:
    assert [buchstabe(nummer) for nummer in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]
