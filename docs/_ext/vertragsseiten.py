"""Vertragsseiten: je Gegenstand des Vertrags eine Seite, Satz für Satz, aus dem Normregister."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from angaben import angaben_zu, festgehalten
from attrs import evolve
from auszeichnung import (
    anzahl,
    ausklappbar,
    kasten,
    maskiert,
    merkmale,
    mit_verweisen,
    regelverweis,
    tabelle,
    verweis,
    ziel,
)
from beispielfassungen import GEDANKENSPIEL, fassungsvergleiche
from beteiligte import art, wem_gegenueber, wer
from gegenstaende import GEGENSTAENDE, Gegenstand, saetze, satztitel
from regelabschnitt import liste_der_tests, regelabschnitt
from satznachweis import nachweismaengel, satznachweis
from testnachweis import Nachweise

from kooperationsvertrag.darstellung.normen import STATUS, UMSETZUNG
from kooperationsvertrag.darstellung.vergleich import AENDERUNG, NICHTS, angabenzeilen, fragenzeilen
from kooperationsvertrag.norm import Norm, Regel, Umsetzung
from kooperationsvertrag.regeln import regeln_zu
from kooperationsvertrag.revision.fassungsvergleich import Aenderung, Fassungsvergleich
from kooperationsvertrag.vertrag import fragen, normen
from kooperationsvertrag.vertrag.fragen import Vertragsfrage

REGISTERTESTS = "tests-des-registers"
"""Sprungmarke der Tests, die jeden Satz prüfen."""
LEITREGELN: Mapping[Norm, tuple[str, ...]] = {
    normen.BEITRITT: (
        "ist_gebietskoerperschaft",
        "ist_beitrittsfaehig",
        "ist_foerderlich",
        "ist_entschieden",
        "wirksam_ab",
        "beitraege_nach_beitritt",
        "beitrag_im_beitrittsjahr",
    ),
    normen.AUFSICHTSGREMIUM: ("sitze", "minimale_mehrheiten"),
    normen.JAHRESBUDGET: (
        "jahresbudget",
        "zahlungsschluessel",
        "rueckstaende",
        "ist_aus_dem_budget_zu_tragen",
        "verausgabte_mittel",
        "verfuegbare_mittel",
    ),
    normen.ZUSATZMITTEL: ("duerfen_zusatzmittel_angestrebt_werden", "leistungsfaehigkeit"),
    normen.PERSONALKOSTEN: ("personalkosten_traeger", "erstattungen"),
    normen.PLANUNG_UND_BERICHT: ("planungstag", "berichtstag", "reihenfolge_befunde"),
    normen.RUECKFUEHRUNG: (
        "rueckfuehrung",
        "ist_pruefung_abgeschlossen",
        "nicht_verausgabte_mittel",
        "kostenausgleich",
        "schluessel_der_zahlungen",
    ),
    normen.UEBERTRAGUNG: ("ist_beschlossen", "uebertragener_betrag", "uebertrag_ins_folgejahr"),
}
"""Je Satz die Regeln, die entscheiden, in der Reihenfolge der Seite; seine anderen helfen ihnen nur beim Rechnen.

Wo ein Satz hier fehlt, entscheiden alle seine Regeln.
"""


def fuehrender_satz(regel: Regel) -> Norm:
    """Gibt den Satz, bei dem eine Regel ausgeschrieben steht; bei ihren anderen Sätzen steht ein Verweis."""
    return regel.normen[0]


def vertragsseite(gegenstand: Gegenstand, tests: Nachweise) -> str:
    """Setzt die Seite eines Gegenstands.

    Args:
        gegenstand: Die Seite.
        tests: Die Tests des Projekts.
    """
    teile = [f"# {gegenstand.titel}", gegenstand.einleitung]
    for norm in saetze(gegenstand):
        teile += _satz(norm, tests)
    return "\n\n".join(teile) + "\n"


def uebersichtsseite() -> str:
    """Setzt die Seite, die alle Gegenstände nennt."""
    zeilen = [
        (
            f"[{gegenstand.titel}]({gegenstand.name}.md)",
            gegenstand.einleitung,
            ", ".join(verweis(norm) for norm in saetze(gegenstand)),
        )
        for gegenstand in GEGENSTAENDE
    ]
    verzeichnis = "\n".join(["```{toctree}", ":hidden:", "", *(g.name for g in GEGENSTAENDE), "matrix", "```"])
    return (
        "\n\n".join(
            [
                "# Vertrag",
                "Jeder Satz der beiden Quellen, geordnet nach dem Gegenstand: in eigenen Worten, mit Fundstelle, "
                "Regeln, Beispielen, Lesarten und Tests. Die Seiten entstehen beim Bauen aus dem Normregister.",
                kasten(
                    "Kein Wortlaut",
                    "Die Quellen stehen hier nicht. Wer sie hat, findet jeden Satz über Überschrift, Nummer und "
                    "Stichwort; `kooperationsvertrag quelle DATEI` prüft, ob er noch so dasteht. Was von der "
                    "Grundlage zu halten ist, steht unter [Quellenlage](../quellenlage.md).",
                ),
                tabelle(("Gegenstand", "Worum es geht", "Sätze"), zeilen, breiten="22 50 28", klasse="gestapelt"),
                "Alles auf einen Blick, Satz gegen Regel, Test und Frage: [Matrix](matrix.md).",
                verzeichnis,
            ]
        )
        + "\n"
    )


def _satz(norm: Norm, tests: Nachweise) -> Iterator[str]:
    stelle = norm.fundstelle
    yield f"({ziel(norm.kennung)})=\n## {norm.kennung} {satztitel(norm.kennung)}"
    yield mit_verweisen(norm.inhalt)
    yield merkmale(
        [
            ("Art", art(norm)),
            ("Wer", wer(norm)),
            ("Wem gegenüber", wem_gegenueber(norm)),
            ("Bedingung", mit_verweisen(norm.bedingung)),
            ("Wann", maskiert(norm.zeit)),
            (
                "Fundstelle",
                f"{stelle.dokument}, „{stelle.ueberschrift}“, Satz {stelle.satz}, bei „… {stelle.stichwort} …“",
            ),
            ("Fingerabdruck", f"{stelle.laenge} Zeichen, SHA-256 `{stelle.sha256[:16]}…`"),
            ("Status", STATUS[norm.status]),
            ("Umgesetzt", UMSETZUNG[norm.umsetzung]),
            ("Tests", _tests(norm, tests)),
        ]
    )
    yield from _regeln(norm, tests)
    if norm.fragen:
        yield "### Was offen ist\n\n" + "\n".join(_frage(fragen.frage(kennung)) for kennung in norm.fragen)
    yield "### Was Fassungen daran ändern\n\n" + "\n\n".join(
        _aenderung(norm, vergleich) for vergleich in fassungsvergleiche()
    )


def _tests(norm: Norm, tests: Nachweise) -> str:
    """Wie viele Tests den Satz halten, und welcher Art sie sind."""
    nachweis = satznachweis(norm, tests)
    return ", ".join(
        [
            *([f"{len(nachweis.regeln)} zu seinen Regeln"] if nachweis.regeln else []),
            *([f"{len(nachweis.angaben)} zu seinen Angaben"] if nachweis.angaben else []),
            f"[{len(nachweis.register)} zu jedem Satz des Registers](#{REGISTERTESTS})",
        ]
    )


def _regeln(norm: Norm, tests: Nachweise) -> Iterator[str]:
    eigene = {regel.name: regel for regel in regeln_zu(norm) if fuehrender_satz(regel) is norm}
    leitregeln = [eigene.pop(name) for name in LEITREGELN.get(norm, tuple(eigene))]
    if leitregeln:
        yield "### Die Regel" if len(leitregeln) == 1 else "### Die Regeln"
    for nummer, regel in enumerate(leitregeln):
        yield regelabschnitt(regel, tests, offen=nummer == 0)
    if eigene:
        yield "### Hilfsrechnungen und Hinweise"
    for regel in eigene.values():
        yield regelabschnitt(regel, tests, schlicht=True)
    andere = [regel for regel in regeln_zu(norm) if fuehrender_satz(regel) is not norm]
    if andere:
        yield "### Regeln, die bei einem anderen Satz stehen\n\n" + "\n".join(
            f"- {regelverweis(regel)} (bei {verweis(fuehrender_satz(regel))}): {maskiert(regel.satz)}"
            for regel in andere
        )
    yield from _angaben(norm, tests)


def _angaben(norm: Norm, tests: Nachweise) -> Iterator[str]:
    """Die Angaben, die auf dem Satz beruhen; ohne sie, wo er als Angabe steht."""
    angaben = angaben_zu(norm)
    if angaben:
        zeilen = "\n".join(
            f"- {{data}}`{angabe.modul.removeprefix('kooperationsvertrag.')}.{angabe.name} "
            f"<{angabe.modul}.{angabe.name}>`: {mit_verweisen(angabe.beschreibung)}"
            + "".join(f"\n  - {mit_verweisen(text)}" for text in festgehalten(angabe, norm))
            for angabe in angaben
        )
        yield f"### Als Angabe in der Bibliothek\n\n{zeilen}"
        der_angaben = satznachweis(norm, tests).angaben
        titel = anzahl(len(der_angaben), "Test prüft diese Angaben", "Tests prüfen diese Angaben")
        yield ausklappbar(titel, liste_der_tests(der_angaben), schlicht=True)
    elif norm.umsetzung is Umsetzung.DATEN and not regeln_zu(norm):
        yield (
            "### Als Angabe in der Bibliothek\n\nEine eigene Angabe gibt es dazu nicht; verwendet wird der Satz "
            "selbst, so wie er im {mod}`Normregister <kooperationsvertrag.vertrag.normen>` steht."
        )


def _frage(frage: Vertragsfrage) -> str:
    lesarten = [lesart.titel for werte in frage.waehlbar.values() for lesart in werte]
    lesarten += [lesart.titel for lesart in frage.lesarten]
    return f"- {verweis(frage.kennung)} **{maskiert(frage.titel)}.** Lesarten: {maskiert('; '.join(lesarten))}."


def _aenderung(norm: Norm, vergleich: Fassungsvergleich) -> str:
    """Was eine Fassung an einem Satz ändert: ihn selbst, seine Angaben und die Fragen, die er aufwirft."""
    teil = evolve(
        vergleich,
        fragen=tuple(eine for eine in vergleich.fragen if norm.kennung in fragen.frage(eine.frage).norm_kennungen),
        angaben=tuple(eine for eine in vergleich.angaben if norm in eine.normen),
    )
    namen = {**vergleich.alt.namen, **vergleich.neu.namen}
    (satz,) = [eine for eine in vergleich.bestimmungen if eine.kennung == norm.kennung]
    zeilen: list[Sequence[str]] = []
    if satz.aenderung is not Aenderung.UNVERAENDERT:
        zeilen.append(("der Satz selbst", AENDERUNG[satz.aenderung], "wie oben", satz.neu or NICHTS))
    zeilen += fragenzeilen(teil, namen)
    zeilen += [(angabe, AENDERUNG[Aenderung.GEAENDERT], alt, neu) for angabe, alt, neu, _ in angabenzeilen(teil, namen)]
    kopf = f"`{vergleich.alt.kennung}` → `{vergleich.neu.kennung}` ({GEDANKENSPIEL})"
    if not zeilen:
        return f"{kopf}: unverändert."
    return f"{kopf}:\n\n" + tabelle(
        ("Was", "wie", "bisher", "neu"),
        [tuple(mit_verweisen(zelle) for zelle in zeile) for zeile in zeilen],
        breiten="30 14 28 28",
        klasse="gestapelt",
    )


def regelmaengel(tests: Nachweise) -> Iterator[str]:
    """Nennt jede Regel und jeden Satz, die kein Test hält."""
    return nachweismaengel(tests)
