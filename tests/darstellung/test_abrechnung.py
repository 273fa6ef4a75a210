from collections.abc import Iterable

from attrs import evolve

from darstellung.beispieljahre import (
    ALLES_ZUGLEICH,
    AUSGEGLICHEN,
    EINFACH,
    GESCHEITERT,
    KOPF,
    NAMEN,
    SCHLUESSEL,
    TEILWEISE_UEBERTRAGEN,
    UEBERSCHRITTEN,
    UEBERTRAGEN,
    UNGEBILLIGT,
    UNGEPRUEFT,
    betraege,
    eindeutig,
    mehrdeutig,
    mit_rueckfuehrung,
    variante,
)
from kooperationsvertrag.ablauf.abrechnung import Jahresabrechnung, Jahresstatus
from kooperationsvertrag.ablauf.ergebnis import OffeneKonvention
from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung, Zahlungsschluessel, aufteilen
from kooperationsvertrag.darstellung.abrechnung import (
    jahresblock,
    konvention_in_worten,
    konventionssatz,
    kopfzeilen,
    kostenrestcentsatz,
    restcentsatz,
    schluessel_in_worten,
    schlusszeilen,
    standsatz,
)
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag


def gesetzt(jahr: Jahresabrechnung) -> str:
    return als_text(jahresblock(jahr, NAMEN))


def test_das_einfache_jahr_passt_auf_einen_bildschirm() -> None:
    seite = als_text([*kopfzeilen(KOPF), *jahresblock(EINFACH, NAMEN), *schlusszeilen(eindeutig(EINFACH), KOPF)])

    assert len(seite.splitlines()) <= 40


def test_das_einfache_jahr() -> None:
    assert gesetzt(EINFACH) == (
        "\n"
        "Abrechnung 2018\n"
        "---------------\n"
        "\n"
        "76.582,45 € gehen an die Partner zurück.\n"
        "\n"
        "     Eingezahlt  120.000,00 €\n"
        "  -  Verausgabt   43.417,55 €\n"
        "  =  Rest         76.582,45 €\n"
        "\n"
        "  Partner            Vereinbart     Eingezahlt   Rückführung\n"
        "  ----------------------------------------------------------\n"
        "  Düsseldorf        50.000,00 €    50.000,00 €   31.909,36 €\n"
        "  Kreis Mettmann    50.000,00 €    50.000,00 €   31.909,35 €\n"
        "  IHK               20.000,00 €    20.000,00 €   12.763,74 €\n"
        "  ----------------------------------------------------------\n"
        "  Summe            120.000,00 €   120.000,00 €   76.582,45 €\n"
        "\n"
        "Restcents aus 76.582,45 € (5 : 5 : 2): Düsseldorf erhält 1 Cent.\n"
    )


def test_der_kopf_sagt_dass_ein_bericht_zugrunde_liegt() -> None:
    assert "nicht der\n              unterzeichnete Vertrag" in als_text(kopfzeilen(KOPF))


def test_im_ausgeglichenen_jahr_gibt_es_keine_rueckfuehrung() -> None:
    seite = gesetzt(AUSGEGLICHEN)

    assert "Alle verfügbaren Mittel sind verausgabt" in seite
    assert "Rückführung" not in seite
    assert "Restcents" not in seite


def test_eine_ueberschreitung_wird_ausgewiesen_und_niemandem_zugeteilt() -> None:
    seite = gesetzt(UEBERSCHRITTEN)

    assert "5.000,00 € mehr, als verfügbar war" in seite
    assert "=  Überschreitung                                -5.000,00 €" in seite
    assert "davon Eigenanteile 90.000,00 €" in seite
    assert "  Verstoß  Personalkosten sind dem Budget belastet. (17-F4)\n" in seite


def test_ungeprueftes_geld_wartet_und_es_steht_dabei_worauf() -> None:
    assert "76.582,45 € warten darauf, dass das Aufsichtsgremium den Abschlussbericht prüft" in gesetzt(UNGEPRUEFT)
    assert "geprüften Abschlussbericht billigt" in gesetzt(UNGEBILLIGT).replace("\n", " ")


def test_uebertragenes_geld_steht_mit_herkunft_und_schluessel() -> None:
    seite = gesetzt(UEBERTRAGEN)

    assert "76.582,45 € stehen 2019 weiter zur Verfügung; zurückgeführt wird nichts." in seite
    assert "Beschluss über die Übertragung: wirksam." in seite
    assert "  2018           76.582,45 €   Düsseldorf 5/12, Kreis Mettmann 5/12, IHK 1/6\n" in seite


def test_teilweise_uebertragung_zeigt_wohin_der_rest_geht() -> None:
    seite = gesetzt(TEILWEISE_UEBERTRAGEN)

    assert "       Rückführung          56.582,45 €\n" in seite
    assert "       Übertrag nach 2019   20.000,00 €\n" in seite


def test_ein_gescheiterter_beschluss_uebertraegt_nichts() -> None:
    seite = gesetzt(GESCHEITERT)

    assert "nicht zustande gekommen. Beantragt 20.000,00 €, übertragen 0,00 €" in seite
    assert "nach Herkunft" not in seite


def test_ein_jahr_mit_allem_zerlegt_die_partnertabelle_und_nennt_jeden_betrag() -> None:
    seite = gesetzt(ALLES_ZUGLEICH)

    for erwartet in (
        "     Übertrag aus dem Vorjahr                     12.000,00 €\n",
        "  +  Eingezahlt                                  110.000,00 €\n",
        "  +  Zusatzmittel                                 10.000,00 €\n",
        "  +  Drittmittel                                   1.000,00 €\n",
        "  =  Verfügbar                                   133.000,00 €\n",
        "       abzüglich Forderungen                      -3.333,34 €\n",
        "  IHK               20.000,00 €    10.000,00 €   10.000,00 €\n",
        "  IHK                   0,00 €      3.333,34 €\n",
        "  Kreis Mettmann   16.666,67 €                       700,00 €\n",
    ):
        assert erwartet in seite


def test_viele_spalten_ohne_rueckfuehrung_geben_eine_einzige_tabelle() -> None:
    jahr = evolve(
        ALLES_ZUGLEICH,
        rueckfuehrung=type(ALLES_ZUGLEICH.rueckfuehrung)(),
        forderungen=type(ALLES_ZUGLEICH.forderungen)(),
        erstattungen=type(ALLES_ZUGLEICH.erstattungen)(),
    )

    assert gesetzt(jahr).count("  Partner ") == 1


def test_jeder_stand_hat_einen_satz() -> None:
    saetze = {standsatz(evolve(EINFACH, status=status)) for status in Jahresstatus}

    assert len(saetze) == len(Jahresstatus)


def test_restcents_nennen_jeden_empfaenger() -> None:
    assert restcentsatz(aufteilen(Geldbetrag(10_000), SCHLUESSEL), NAMEN) == (
        "Restcents aus 100,00 € (5 : 5 : 2): Düsseldorf erhält 1 Cent und Kreis Mettmann erhält 1 Cent."
    )


def test_wer_beim_kaufmaennischen_runden_abgibt_wird_genannt() -> None:
    konvention = Rechenkonvention(Rundung.KAUFMAENNISCH_LETZTER_GLEICHT_AUS)

    assert restcentsatz(aufteilen(Geldbetrag(6), SCHLUESSEL, konvention), NAMEN).endswith(
        "Düsseldorf erhält 1 Cent, Kreis Mettmann erhält 1 Cent und IHK gibt 1 Cent ab."
    )


def test_was_in_der_kasse_bleibt_wird_genannt() -> None:
    konvention = Rechenkonvention(Rundung.ABRUNDEN_REST_BLEIBT)

    assert restcentsatz(aufteilen(Geldbetrag(10_000), SCHLUESSEL, konvention), NAMEN).endswith(
        "2 Cent bleiben in der Kasse."
    )
    assert restcentsatz(aufteilen(Geldbetrag(10_001), SCHLUESSEL, konvention), NAMEN).endswith(
        "1 Cent bleibt in der Kasse."
    )


def test_ohne_restcents_gibt_es_keinen_satz() -> None:
    assert restcentsatz(aufteilen(Geldbetrag(1_200), SCHLUESSEL), NAMEN) == ""


def test_der_spielraum_einer_anderen_rundung_steht_dabei() -> None:
    assert "änderte je Partner höchstens 1 Cent" in konventionssatz(eindeutig(EINFACH), NAMEN)
    assert "gäbe dieselben Beträge" in konventionssatz(eindeutig(EINFACH, cent_spielraum=0), NAMEN)


def test_offene_rundung_wird_als_solche_genannt() -> None:
    assert konventionssatz(evolve(eindeutig(EINFACH), konvention=OffeneKonvention()), NAMEN).startswith("offen;")


def test_der_gewaehlte_vorrang_wird_genannt() -> None:
    assert konvention_in_worten(Rechenkonvention(vorrang=("ihk", "mettmann")), NAMEN).endswith(
        "bei Gleichstand zuerst IHK, dann Kreis Mettmann"
    )


def test_der_schluss_nennt_lesarten_und_beleg() -> None:
    schluss = als_text(schlusszeilen(eindeutig(EINFACH), KOPF, [("Lesarten", 'abstimmung = "einstimmig"')]))

    assert '  Lesarten:  abstimmung = "einstimmig"\n' in schluss
    assert "  Beleg:     kooperationsvertrag 0.1.0 · Eingabe sha256:0123\n" in schluss


def test_kein_block_erscheint_leer() -> None:
    bloecke: Iterable[Jahresabrechnung] = (
        EINFACH,
        AUSGEGLICHEN,
        UEBERSCHRITTEN,
        UNGEPRUEFT,
        UEBERTRAGEN,
        ALLES_ZUGLEICH,
    )

    assert all("\n\n\n" not in gesetzt(jahr) for jahr in bloecke)


KOSTEN = evolve(
    EINFACH,
    eingezahlt=betraege(5_000_000, 5_000_000, 1_000_000),
    verausgabt=Geldbetrag.aus_euro(80_000),
    rueckfuehrung=betraege(1_666_666, 1_666_667, 0),
    forderungen=Betraege.von({"ihk": Geldbetrag(333_333)}),
    aufteilungen=(),
    kostenaufteilung=aufteilen(Geldbetrag.aus_euro(80_000), SCHLUESSEL),
)


def test_einen_restcent_der_kosten_traegt_wer_ihn_hat() -> None:
    assert "Restcents aus den Kosten von 80.000,00 € (5 : 5 : 2): Düsseldorf trägt 1 Cent." in gesetzt(KOSTEN)


def test_neben_dem_restcent_der_kosten_steht_der_einer_zusaetzlichen_rueckfuehrung() -> None:
    zusaetzlich = aufteilen(Geldbetrag(1), SCHLUESSEL)
    jahr = evolve(KOSTEN, rueckfuehrung=betraege(1_666_667, 1_666_667, 0), aufteilungen=(zusaetzlich,))
    text = gesetzt(jahr).replace("\n", " ")

    assert "Düsseldorf trägt 1 Cent. Restcents aus 0,01 € (5 : 5 : 2): Düsseldorf erhält 1 Cent." in text


def test_einen_restcent_des_ueberschusses_erhaelt_wer_ihn_hat() -> None:
    jahr = evolve(
        KOSTEN,
        rueckfuehrung=betraege(5_000_001, 5_000_000, 1_000_000),
        forderungen=Betraege(),
        kostenaufteilung=aufteilen(Geldbetrag(1), SCHLUESSEL),
    )

    assert kostenrestcentsatz(jahr, NAMEN) == (
        "Restcents aus dem Überschuss von 0,01 € (5 : 5 : 2): Düsseldorf erhält 1 Cent."
    )


def test_gehen_die_kosten_auf_gibt_es_keinen_satz() -> None:
    assert kostenrestcentsatz(evolve(KOSTEN, kostenaufteilung=aufteilen(Geldbetrag(1_200), SCHLUESSEL)), NAMEN) == ""
    assert kostenrestcentsatz(EINFACH, NAMEN) == ""


def test_wo_keine_mittel_da_waren_ist_auch_keines_verausgabt() -> None:
    assert standsatz(evolve(AUSGEGLICHEN, verfuegbar=NULL, verausgabt=NULL)) == (
        "Es waren keine Mittel da, und es ist nichts verausgabt."
    )


def test_wohin_uebertragenes_geht_steht_nur_einmal_als_satz() -> None:
    seite = gesetzt(TEILWEISE_UEBERTRAGEN)

    assert seite.count("stehen 2019 weiter zur Verfügung") == 1
    assert "Der Übertrag nach 2019, nach Herkunft:" in seite


def test_erstattungen_sind_noch_zu_leisten() -> None:
    assert "Zu erstatten\n" in gesetzt(ALLES_ZUGLEICH)


def test_wo_nichts_aufgeteilt_ist_wird_ueber_andere_rundungen_nichts_behauptet() -> None:
    assert konventionssatz(eindeutig(UNGEPRUEFT, cent_spielraum=0), NAMEN).endswith("(OF-32).")
    assert "gäbe dieselben Beträge" in konventionssatz(eindeutig(KOSTEN, cent_spielraum=0), NAMEN)


def test_bei_sehr_vielen_ergebnissen_gilt_der_spielraum_nur_fuer_die_ersten_hundert() -> None:
    varianten = [variante(mit_rueckfuehrung(nummer, 1, 1)) for nummer in range(101)]

    assert konventionssatz(mehrdeutig(*varianten, fragen=()), NAMEN).endswith(
        "höchstens 1 Cent. Geprüft ist das für die ersten 100 Ergebnisse."
    )
    assert "ersten" not in konventionssatz(mehrdeutig(*varianten[:100], fragen=()), NAMEN)


def test_ein_unlesbar_langer_schluessel_steht_mit_beitraegen() -> None:
    schluessel = Zahlungsschluessel((("duesseldorf", 5_000_000), ("ihk", 2_000_000), ("neu", 1_209_863)))

    assert "(im Verhältnis 50.000,00 € : 20.000,00 € : 12.098,63 €)" in restcentsatz(
        aufteilen(Geldbetrag(5), schluessel), NAMEN
    )
    assert schluessel_in_worten(schluessel, NAMEN) == (
        "im Verhältnis Düsseldorf 50.000,00 €, IHK 20.000,00 €, neu 12.098,63 €"
    )
