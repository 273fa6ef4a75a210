"""Vertragsseiten: je Gegenstand des Vertrags eine Seite, Satz für Satz, aus dem Normregister."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve
from auszeichnung import kasten, maskiert, merkmale, mit_verweisen, regelverweis, tabelle, verweis, ziel
from beispielfassungen import GEDANKENSPIEL, fassungsvergleiche
from gegenstaende import GEGENSTAENDE, Gegenstand, saetze, satztitel, seite_von
from regelabschnitt import regelabschnitt
from testnachweis import Nachweise

from kooperationsvertrag.darstellung.normen import STATUS, UMSETZUNG, arten
from kooperationsvertrag.darstellung.vergleich import AENDERUNG, NICHTS, angabenzeilen, fragenzeilen
from kooperationsvertrag.norm import Norm, Regel, Umsetzung
from kooperationsvertrag.regeln import alle_regeln, regeln_zu
from kooperationsvertrag.revision.fassungsvergleich import Aenderung, Fassungsvergleich
from kooperationsvertrag.vertrag import fragen, normen
from kooperationsvertrag.vertrag.fragen import Vertragsfrage


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
            ("Art", arten(norm)),
            ("Wer", maskiert(norm.traeger)),
            ("Wem gegenüber", maskiert(norm.gegenueber)),
            ("Bedingung", mit_verweisen(norm.bedingung)),
            ("Wann", maskiert(norm.zeit)),
            (
                "Fundstelle",
                f"{stelle.dokument}, „{stelle.ueberschrift}“, Satz {stelle.satz}, bei „… {stelle.stichwort} …“",
            ),
            ("Status", STATUS[norm.status]),
            ("Umgesetzt", UMSETZUNG[norm.umsetzung]),
        ]
    )
    yield from _regeln(norm, tests)
    if norm.fragen:
        yield "### Was offen ist\n\n" + "\n".join(_frage(fragen.frage(kennung)) for kennung in norm.fragen)
    yield "### Was Fassungen daran ändern\n\n" + "\n\n".join(
        _aenderung(norm, vergleich) for vergleich in fassungsvergleiche()
    )


def _rang(regel: Regel, norm: Norm) -> tuple[bool, bool]:
    """Zuerst die Regel, die wie der Satz heißt, dann die Regeln desselben Gegenstands."""
    heisst_wie_der_satz = getattr(normen, regel.name.upper(), None) is norm
    return not heisst_wie_der_satz, not regel.modul.endswith(f".{seite_von(norm.kennung).name}")


def _regeln(norm: Norm, tests: Nachweise) -> Iterator[str]:
    eigene = [regel for regel in regeln_zu(norm) if fuehrender_satz(regel) is norm]
    eigene.sort(key=lambda regel: _rang(regel, norm))
    andere = [regel for regel in regeln_zu(norm) if fuehrender_satz(regel) is not norm]
    if eigene or andere:
        yield "### Wie gerechnet wird"
    for nummer, regel in enumerate(eigene):
        yield regelabschnitt(regel, tests.zu(regel.modul, regel.name), offen=nummer == 0)
    if andere:
        yield "Diese Regeln stützen sich auch auf diesen Satz und stehen bei einem anderen:\n\n" + "\n".join(
            f"- {regelverweis(regel)} (bei {verweis(fuehrender_satz(regel))}): {maskiert(regel.satz)}"
            for regel in andere
        )
    if norm.umsetzung is Umsetzung.DATEN and not (eigene or andere):
        yield "Eine Regel gibt es dazu nicht; der Satz steht als Angabe in der Bibliothek."


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


def regelmaengel(tests: Nachweise, regeln: Sequence[Regel] = ()) -> Iterator[str]:
    """Nennt jede Regel, die kein Test prüft, mit den Sätzen, die damit ungeprüft sind."""
    for regel in regeln or alle_regeln():
        if not tests.zu(regel.modul, regel.name):
            saetze_der_regel = ", ".join(norm.kennung for norm in regel.normen)
            yield f"Die Regel {regel.modul}.{regel.name} (Satz {saetze_der_regel}) prüft kein Test."
