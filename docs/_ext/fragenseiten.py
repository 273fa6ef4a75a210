"""Fragenseiten: je offener Frage eine Seite, mit Lesarten, gerechneten Beträgen und allem, was daran hängt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auszeichnung import kasten, maskiert, mit_verweisen, regelverweis, tabelle, verweis, verweise, ziel
from fragenbeispiele import fragenbeispiel
from gegenstaende import satztitel
from regelabschnitt import funktion_zu

from kooperationsvertrag import BERICHT_2017
from kooperationsvertrag.darstellung.fragen import zeile_der_falldatei
from kooperationsvertrag.norm import Festlegung, Regel
from kooperationsvertrag.regeln import alle_regeln
from kooperationsvertrag.revision.luecken import Luecke, luecken, musterfaelle
from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
from kooperationsvertrag.vertrag.fragen import FRAGEN, Lesartbeschreibung, Vertragsfrage


def dateiname(frage: Vertragsfrage) -> str:
    """Gibt den Namen der Seite einer Frage."""
    return frage.kennung.lower()


@cache
def _luecken() -> dict[str, Luecke]:
    return {luecke.schluessel: luecke for luecke in luecken(BERICHT_2017, musterfaelle(BERICHT_2017))}


def uebersichtsseite() -> str:
    """Setzt die Seite, die alle Fragen nennt."""
    zeilen = [
        (
            f"[{frage.kennung}]({dateiname(frage)}.md)",
            maskiert(frage.titel),
            ", ".join(f"`{schluessel}`" for schluessel in frage.waehlbar) or "nur beschrieben",
            _groesste_wirkung(frage),
        )
        for frage in FRAGEN
    ]
    return (
        "\n\n".join(
            [
                "# Offene Fragen",
                f"Der Text lässt {len(FRAGEN)} Fragen offen. Zu jeder stehen die vertretbaren Lesarten "
                "nebeneinander; keine ist vorausgewählt, nur für Bruchteile eines Cents gilt eine Rechenkonvention "
                "(OF-32). Wo sich Lesarten rechnen lassen, stehen die Beträge an erfundenen Fällen dabei; gerechnet "
                "werden sie beim Bauen dieser Seiten.",
                "Was die Bibliothek selbst entschieden hat, steht unter [Festlegungen](../festlegungen.md), wie "
                "sie mit Bruchteilen eines Cents umgeht, unter [Rundung](../rundung.md).",
                tabelle(
                    ("Nr.", "Worum es geht", "Schlüssel in der Falldatei", "bewegt für einen Partner bis zu"),
                    zeilen,
                    breiten="10 42 28 20",
                    klasse="gestapelt",
                ),
                "Der Betrag ist der größte Unterschied für einen Partner in einem Haushaltsjahr, den allein diese "
                "Frage in erdachten Fällen macht (wie `kooperationsvertrag luecken`). Ein Strich heißt: Sie bewegt "
                "dort keinen Betrag.",
                "\n".join(["```{toctree}", ":hidden:", "", *(dateiname(frage) for frage in FRAGEN), "```"]),
            ]
        )
        + "\n"
    )


def _groesste_wirkung(frage: Vertragsfrage) -> str:
    gefunden = [_luecken()[schluessel] for schluessel in frage.waehlbar if schluessel in _luecken()]
    betraege = [luecke.unterschied for luecke in gefunden if luecke.fall]
    return str(max(betraege)) if betraege else "–"


def frageseite(frage: Vertragsfrage) -> str:
    """Setzt die Seite einer Frage."""
    return "\n\n".join(_teile(frage)) + "\n"


def _teile(frage: Vertragsfrage) -> Iterator[str]:
    yield f"({ziel(frage.kennung)})=\n# {frage.kennung} {maskiert(frage.titel)}"
    yield mit_verweisen(ohne_betraege(frage.frage) or frage.frage)
    yield f"**Was davon abhängt:** {mit_verweisen(frage.auswirkung)}"
    for auswahl in frage.auswahlen:
        yield from _waehlbar("Lesarten", auswahl.schluessel, auswahl.moeglichkeiten)
    for konvention in frage.konventionen:
        yield from _waehlbar("Rechenkonvention", konvention.schluessel, konvention.moeglichkeiten)
    if frage.lesarten:
        yield "## Weitere Lesarten, nur beschrieben" if frage.waehlbar else "## Lesarten, nur beschrieben"
        yield _nur_beschriebene(frage.lesarten)
    if frage.empfehlung:
        titel = "Rat für den, der wählen muss; er steht nicht in der Quelle und ist keine Rechtsauskunft"
        yield kasten(titel, mit_verweisen(frage.empfehlung))
    yield "## Was daran hängt"
    yield tabelle(("Was", "Einträge"), _abhaengiges(frage), breiten="20 80", klasse="gestapelt")


def _waehlbar(kopf: str, schluessel: str, werte: Sequence[Lesartbeschreibung]) -> Iterator[str]:
    yield f"## {kopf}: `{schluessel}`"
    if kopf == "Rechenkonvention":
        yield "Die erste ist voreingestellt; jedes Ergebnis nennt sie."
    yield _lesarten(werte)
    beispiel = fragenbeispiel(schluessel)
    if beispiel:
        yield f"### Gerechnetes Beispiel (erfunden)\n\n{maskiert(beispiel.sachverhalt)}"
        yield from [mit_verweisen(beispiel.angenommen)] if beispiel.angenommen else []
        yield beispiel.ergebnis
    luecke = _luecken().get(schluessel)
    if luecke and luecke.fall:
        yield (
            "In den {func}`erdachten Fällen der Bibliothek <kooperationsvertrag.revision.luecken.musterfaelle>` macht "
            f"diese Frage allein bis zu **{luecke.unterschied}** für "
            f"einen Partner in einem Haushaltsjahr aus (Fall: „{maskiert(luecke.fall)}“)."
        )
    yield "So wird gewählt, in der Falldatei:"
    yield f"```toml\n[auslegung]\n{zeile_der_falldatei(schluessel, werte[0].schluessel)}\n```"


def _lesarten(lesarten: Sequence[Lesartbeschreibung]) -> str:
    return tabelle(
        ("Name", "Lesart", "Was sie heißt"),
        [
            (
                f"`{lesart.schluessel}`",
                f"**{maskiert(lesart.titel)}**",
                mit_verweisen(ohne_betraege(lesart.bedeutung) or lesart.bedeutung),
            )
            for lesart in lesarten
        ],
        breiten="24 30 46",
        klasse="gestapelt",
    )


def _nur_beschriebene(lesarten: Sequence[Lesartbeschreibung]) -> str:
    return tabelle(
        ("Lesart", "Was sie heißt"),
        [(f"**{maskiert(lesart.titel)}**", mit_verweisen(lesart.bedeutung)) for lesart in lesarten],
        breiten="34 66",
        klasse="gestapelt",
    )


_SATZENDE = re.compile(r"(?<=[.?]) (?=[A-ZÄÖÜ„])(?!Januar|Juli|Dezember)")


def ohne_betraege(text: str) -> str:
    """Kürzt jeden Satz um seine Beträge: Sie stehen gerechnet daneben.

    >>> ohne_betraege("Geteilt wird 5 : 5 : 2; gerundet sind es 3,00 €. Im Beispiel: 4,00 €. Der Rest bleibt.")
    'Geteilt wird 5 : 5 : 2. Der Rest bleibt.'
    """
    saetze = [_ohne_betrag(satz) for satz in _SATZENDE.split(re.split(r"(?<=[.?]) Beispiel: ", text)[0])]
    return " ".join(satz for satz in saetze if satz)


def _ohne_betrag(satz: str) -> str:
    if "€" not in satz:
        return satz
    anfang = re.split(r"(?<! )[:;] ", satz, maxsplit=1)[0]
    if "€" in anfang or anfang.startswith(("Im Beispiel", "Beispiel", "Mit der Rundung")):
        return ""
    return f"{anfang}."


def _abhaengiges(frage: Vertragsfrage) -> list[tuple[str, str]]:
    saetze = [f"{verweis(kennung)} {satztitel(kennung)}" for kennung in frage.norm_kennungen]
    regeln = [f"{regelverweis(regel)}" for regel in regeln_zur_frage(frage)]
    festgelegt = [f"{verweis(eine)} {maskiert(eine.frage)}" for eine in festlegungen_zur_frage(frage)]
    andere = [andere.kennung for andere in FRAGEN if andere is not frage and frage.kennung in _text(andere)]
    return [
        ("Sätze", ", ".join(saetze) or "kein Satz handelt davon"),
        ("Regeln", ", ".join(regeln) or "keine"),
        ("Festlegungen", "; ".join(festgelegt) or "keine"),
        ("Fragen, die auf sie verweisen", verweise(andere)),
    ]


def regeln_zur_frage(frage: Vertragsfrage) -> tuple[Regel, ...]:
    """Gibt die Regeln, die nach einer Lesart der Frage gehen oder sie in ihrer Beschreibung nennen."""
    return tuple(regel for regel in alle_regeln() if _haengt_ab(regel, frage))


def _haengt_ab(regel: Regel, frage: Vertragsfrage) -> bool:
    funktion = funktion_zu(regel)
    angaben = " ".join(str(art) for art in funktion.__annotations__.values())
    nach_lesart = any(re.search(rf"\b{auswahl.lesart.__name__}\b", angaben) for auswahl in frage.auswahlen)
    return nach_lesart or frage.kennung in (funktion.__doc__ or "")


def festlegungen_zur_frage(frage: Vertragsfrage) -> tuple[Festlegung, ...]:
    """Gibt die Festlegungen, die die Frage nennen oder zu einer Regel gehören, die von ihr abhängt."""
    der_regeln = {eine for regel in regeln_zur_frage(frage) for eine in regel.festlegungen}
    return tuple(
        eine for eine in FESTLEGUNGEN if eine in der_regeln or frage.kennung in f"{eine.frage} {eine.wahl} {eine.grund}"
    )


def _text(frage: Vertragsfrage) -> str:
    lesarten = [*frage.lesarten, *(lesart for werte in frage.waehlbar.values() for lesart in werte)]
    return " ".join([frage.frage, frage.auswirkung, frage.empfehlung, *(lesart.bedeutung for lesart in lesarten)])


def maengel() -> Iterator[str]:
    """Nennt jede Frage, die sich rechnen lässt und kein gerechnetes Beispiel hat."""
    for frage in FRAGEN:
        for schluessel in frage.waehlbar:
            if fragenbeispiel(schluessel) is None:
                yield f"Zur Frage {frage.kennung} ({schluessel}) fehlt ein gerechnetes Beispiel."
