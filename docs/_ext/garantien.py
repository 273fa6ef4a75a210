"""Garantien: was die Bibliothek zusagt, und die Tests, die jede Zusage halten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from auszeichnung import tabelle
from testnachweis import Nachweise


@frozen
class Garantie:
    """Eine Zusage."""

    zusage: str
    """Was zugesagt ist, in einem Satz."""
    tests: tuple[str, ...]
    """Die Tests, die sie halten, als ``datei::name``."""


GARANTIEN: Mapping[str, tuple[Garantie, ...]] = {
    "cent": (
        Garantie(
            "Kein Cent geht verloren, keiner kommt hinzu: Was geteilt wird, ist verteilt oder bleibt in der Kasse.",
            (
                "tests/test_aufteilung.py::test_nichts_geht_verloren",
                "tests/ablauf/test_abrechnung.py::test_was_kommt_ist_was_geht_unter_jeder_lesart",
                "tests/test_beispiele.py::test_abgelegtes_json_sagt_worauf_es_beruht_und_geht_auf",
            ),
        ),
        Garantie(
            "Ein Betrag nimmt nur ganze Cent; Kommazahlen und bloße Zahlen weist er zurück.",
            (
                "tests/test_geld.py::test_ein_betrag_nimmt_nur_ganze_cent",
                "tests/test_geld.py::test_mit_blossen_zahlen_laesst_sich_nicht_rechnen",
            ),
        ),
        Garantie(
            "Niemand erhält einen negativen Betrag.",
            (
                "tests/test_aufteilung.py::test_niemand_erhaelt_etwas_negatives_und_ohne_gewicht_niemand_etwas",
                "tests/ablauf/test_abrechnung.py::test_keine_rueckfuehrung_ist_negativ_unter_keiner_lesart",
            ),
        ),
        Garantie(
            "Nach größtem Rest liegt niemand einen ganzen Cent neben seinem genauen Anteil.",
            ("tests/test_aufteilung.py::test_nach_groesstem_rest_liegt_niemand_einen_ganzen_cent_neben_seinem_anteil",),
        ),
        Garantie(
            "Wer einen Restcent erhielt, steht im Ergebnis, und auch, um wie viele Cent eine andere "
            "Rundung einen Partner höchstens anders stellte.",
            (
                "tests/test_aufteilung.py::test_die_aufteilung_sagt_wer_den_restcent_erhielt",
                "tests/ablauf/test_ergebnis.py::test_cent_spielraum_ist_der_wahre_spielraum",
            ),
        ),
    ),
    "satz": (
        Garantie(
            "Jeder Betrag im Ergebnis kommt aus einem Schritt mit seiner Regel oder aus der Eingabe.",
            (
                "tests/ablauf/test_jahresfolge.py::test_jeder_betrag_im_ergebnis_kommt_aus_einem_schritt_oder_der_eingabe",
                "tests/ablauf/test_jahresfolge.py::test_jeder_betrag_in_einem_schritt_ist_eingabe_parameter_oder_frueheres_ergebnis",
            ),
        ),
        Garantie(
            "Die Mitschrift der Gründe ändert kein Ergebnis.",
            ("tests/ablauf/test_jahresfolge.py::test_die_mitschrift_aendert_kein_ergebnis",),
        ),
        Garantie(
            "Jede Regel beruht auf Sätzen des Registers; jeder Satz, der eine Regel verlangt, hat eine.",
            (
                "tests/test_projekt.py::test_regel_beruht_auf_saetzen_und_festlegungen_des_registers",
                "tests/test_projekt.py::test_jeder_satz_der_eine_regel_verlangt_hat_eine",
            ),
        ),
        Garantie(
            "Im Register stehen alle 65 ausgewerteten Sätze der beiden Quellen, in deren Reihenfolge.",
            ("tests/vertrag/test_normen.py::test_alle_65_saetze_stehen_in_der_reihenfolge_der_quellen",),
        ),
        Garantie(
            "Ist in einem Satz ein einziges Wort ersetzt, so bemerkt es der Befehl „quelle“: geprüft an erdachten "
            "Sätzen für jedes Wort, an jedem Satz der Quellen für das erste, das mittlere und das letzte.",
            (
                "tests/revision/test_quellenabgleich.py::test_jedes_einzelne_ersetzte_wort_wird_bemerkt",
                "tests/revision/test_quellenabgleich.py::test_ein_wort_je_satz_der_quelle_ersetzt",
            ),
        ),
        Garantie(
            "Kein Satz ohne Seite und Test, keine Regel ohne Test: sonst lässt sich diese Dokumentation nicht bauen.",
            (
                "tests/docs/test_bauen.py::test_ein_satz_ohne_seite_bricht_das_bauen_ab",
                "tests/docs/test_satznachweis.py::test_ein_satz_ohne_test_bricht_das_bauen_ab",
                "tests/docs/test_bauen.py::test_eine_regel_ohne_test_bricht_das_bauen_ab",
                "tests/docs/test_bauen.py::test_eine_garantie_ohne_test_bricht_das_bauen_ab",
            ),
        ),
    ),
    "lesarten": (
        Garantie(
            "Eindeutig heißt: Alle nicht ausgeschlossenen Lesarten stimmen überein. Geprüft an erdachten Fällen: ohne "
            "Beitritt gegen jede Verbindung der Lesarten der Abrechnung, mit Beitritt gegen jede von bis zu drei "
            "Fragen.",
            (
                "tests/ablauf/test_ergebnis.py::test_varianten_sind_dasselbe_wie_das_volle_produkt_der_lesarten",
                "tests/ablauf/test_ergebnis.py::test_auch_mit_beitritten_sind_varianten_dasselbe_wie_das_volle_produkt",
            ),
        ),
        Garantie(
            "Das gewöhnliche Jahr braucht keine Wahl.",
            (
                "tests/ablauf/test_ergebnis.py::test_das_einfache_jahr_ist_eindeutig",
                "tests/cli/test_befehle.py::test_das_einfache_jahr_gibt_ein_vollstaendiges_ergebnis",
            ),
        ),
        Garantie(
            "Die Zeilen, die das Programm zum Wählen zeigt, führen wirklich zu dem Ergebnis, neben dem sie stehen.",
            (
                "tests/ablauf/test_ergebnis.py::test_was_eine_variante_zu_waehlen_nennt_fuehrt_zu_ihr",
                "tests/cli/test_befehle.py::test_mit_den_gezeigten_zeilen_wird_das_ergebnis_eindeutig",
            ),
        ),
        Garantie(
            "Eine Lesart, die es nicht gibt, ist ein Fehler und nie eine andere Lesart.",
            ("tests/test_auslegung.py::test_eine_lesart_die_es_nicht_gibt_ist_ein_fehler_und_keine_andere_lesart",),
        ),
    ),
    "aenderung": (
        Garantie(
            "Eine Änderung an einer Fassung ändert nur Ergebnisse, Schritte und Pflichten, die sich auf einen "
            "betroffenen Satz stützen.",
            (
                "tests/revision/test_wirkung_einer_aenderung.py::test_eine_aenderung_aendert_nur_jahre_die_einen_betroffenen_satz_anfuehren",
                "tests/revision/test_wirkung_einer_aenderung.py::test_eine_aenderung_aendert_nur_pflichten_die_auf_einem_betroffenen_satz_beruhen",
                "tests/revision/test_wirkung_einer_aenderung.py::test_auch_jeder_einzelne_schritt_bleibt_gleich_wenn_er_keinen_betroffenen_satz_anfuehrt",
            ),
        ),
        Garantie(
            "Regelt ein Entwurf alle Fragen, so ist jedes Ergebnis eindeutig.",
            ("tests/vertrag/test_geregelt.py::test_regelt_ein_entwurf_alles_so_ist_jedes_ergebnis_eindeutig",),
        ),
        Garantie(
            "Der Vergleich zweier Fassungen ist genau dann leer, wenn sich nichts ändert.",
            (
                "tests/revision/test_fassungsvergleich.py::test_der_vergleich_ist_genau_dann_leer_wenn_sich_nichts_aendert",
            ),
        ),
        Garantie(
            "Gilt ab einem 1. Januar eine neue Fassung, so gibt das dieselben Beträge wie zwei getrennte Fälle mit dem "
            "Übertrag dazwischen, solange kein Beschluss dazwischen liegt.",
            (
                "tests/ablauf/test_fassungswechsel.py::test_ein_wechsel_zum_jahresbeginn_ist_dasselbe_wie_zwei_getrennte_faelle",
            ),
        ),
        Garantie(
            "Ein alter Entwurf liest sich als dieselbe Fassung.",
            ("tests/fall/test_alte_entwuerfe.py::test_ein_alter_entwurf_liest_sich_als_dieselbe_fassung",),
        ),
    ),
    "gebrauch": (
        Garantie(
            "Gleiche Eingaben geben Zeichen für Zeichen dieselbe Ausgabe; jedes Ergebnis nennt seinen Beleg.",
            (
                "tests/cli/test_beleg.py::test_zwei_prozesse_mit_anderer_streuung_geben_zu_jedem_befehl_dieselben_bytes",
                "tests/cli/test_beleg.py::test_jeder_befehl_nennt_den_beleg_im_json_und_am_fuss_der_seite",
            ),
        ),
        Garantie(
            "Der Rechner im Browser gibt dasselbe JSON wie die Befehlszeile, verlangt nichts als seine eigene Datei "
            "und hebt nichts auf.",
            (
                "tests/browser/test_betraege.py::test_ein_beispiel_gibt_das_json_der_befehlszeile",
                "tests/browser/test_betraege.py::test_ein_erzeugter_fall_gibt_das_json_der_befehlszeile",
                "tests/browser/test_betraege.py::test_ein_stand_gibt_das_json_der_befehlszeile",
                "tests/browser/test_betraege.py::test_ein_antrag_gibt_das_json_der_befehlszeile",
                "tests/browser/test_betraege.py::test_ein_vergleich_gibt_json_und_synopse_der_befehlszeile",
                "tests/browser/test_laden.py::test_verlangt_wird_nur_die_datei_selbst",
                "tests/browser/test_laden.py::test_der_rechner_hebt_nichts_auf",
            ),
        ),
        Garantie(
            "Eine zweite, unabhängig geschriebene Rechnung kommt zu denselben Beträgen.",
            ("tests/test_gegen_referenz.py::test_hundert_zufaellige_faelle_stimmen_mit_der_zweiten_rechnung_ueberein",),
        ),
        Garantie(
            "Jedes Beispiel gibt Zeichen für Zeichen aus, was abgelegt ist.",
            ("tests/test_beispiele.py::test_beispiel_gibt_aus_was_abgelegt_ist",),
        ),
        Garantie(
            "Eine unbrauchbare Falldatei wird nicht gerechnet; alle Mängel stehen auf einmal da, mit Stelle und "
            "Beispiel.",
            (
                "tests/cli/test_kaputte_falldateien_am_bildschirm.py::test_kaputte_falldatei_endet_mit_zwei_und_nennt_alle_stellen",
                "tests/cli/test_befehle.py::test_eine_falldatei_mit_einem_problem_nennt_stelle_grund_und_beispiel",
            ),
        ),
        Garantie(
            "Die Reihenfolge der Buchungen ändert nichts.",
            ("tests/ablauf/test_abrechnung.py::test_die_reihenfolge_der_buchungen_aendert_nichts",),
        ),
        Garantie(
            "Jeder Aufruf von `kooperationsvertrag`, der auf diesen Seiten für die Eingabeaufforderung dasteht, läuft; "
            "nur das eigene Dokument für „quelle“ liegt nicht bei.",
            ("tests/docs/test_befehle_der_seiten.py::test_jeder_gezeigte_befehl_laeuft",),
        ),
        Garantie(
            "Von jeder Art dieser Seiten ist eine geprüft: Sie lädt nichts aus dem Netz, ist hell und dunkel ohne "
            "Befund der Barrierefreiheit und passt auf einen schmalen Bildschirm. Suche und aufklappbare Abschnitte "
            "gehen mit der Tastatur.",
            (
                "tests/browser/test_dokumentation.py::test_seite_ist_ohne_befund_der_barrierefreiheit",
                "tests/browser/test_dokumentation.py::test_seite_passt_auf_320_punkte",
                "tests/browser/test_dokumentation.py::test_seite_laedt_nichts_aus_dem_netz",
                "tests/browser/test_dokumentation.py::test_mit_der_tastatur_ist_zu_sehen_wo_sie_ist",
                "tests/browser/test_dokumentation.py::test_die_suche_geht_mit_der_tastatur_auf_und_findet",
                "tests/browser/test_dokumentation.py::test_ein_abschnitt_klappt_mit_der_tastatur_auf",
            ),
        ),
        Garantie(
            "Der Rechner ist in jedem geprüften Zustand ohne Befund der Barrierefreiheit, passt auf einen schmalen "
            "Bildschirm, lässt sich allein mit der Tastatur bedienen und zeigt Fehler am Feld und in einer Liste "
            "darüber.",
            (
                "tests/browser/test_barrierefreiheit.py::test_axe_findet_nichts",
                "tests/browser/test_barrierefreiheit.py::test_bei_320_pixeln_rollt_nichts_zur_seite",
                "tests/browser/test_eingabe.py::test_ein_haushaltsjahr_mit_der_tastatur_allein",
                "tests/browser/test_eingabe.py::test_ein_antrag_mit_der_tastatur_allein",
                "tests/browser/test_eingabe.py::test_ein_vergleich_mit_der_tastatur_allein",
                "tests/browser/test_eingabe.py::test_pflichten_aus_ereignissen_mit_der_tastatur_allein",
                "tests/browser/test_eingabe.py::test_falsche_eingaben_stehen_am_feld_und_oben",
            ),
        ),
    ),
}
"""Alle Zusagen, nach Thema."""


def garantientabelle(garantien: Sequence[Garantie]) -> str:
    """Setzt Zusagen mit den Tests, die sie halten."""
    return tabelle(
        ("Zusage", "Tests, die sie halten"),
        [(eine.zusage, "\n\n".join(_test(test) for test in eine.tests)) for eine in garantien],
        breiten="40 60",
        klasse="gestapelt",
    )


def _test(angabe: str) -> str:
    return f"`{angabe}`"


def maengel(tests: Nachweise, garantien: Sequence[Garantie] | None = None) -> Iterator[str]:
    """Nennt jede Zusage ohne Test und jeden Test einer Zusage, den es nicht gibt."""
    for garantie in (
        garantien if garantien is not None else [eine for zusagen in GARANTIEN.values() for eine in zusagen]
    ):
        if not garantie.tests:
            yield f"Die Garantie „{garantie.zusage}“ hält kein Test."
        for angabe in garantie.tests:
            if tests.test(angabe) is None:
                yield f"Die Garantie „{garantie.zusage}“ nennt einen Test, den es nicht gibt: {angabe}."
