"""Befehl ``aufteilen``: ein Betrag nach dem Zahlungsschlüssel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kooperationsvertrag.cli.ausgabe import schreibe_json, zeige
from kooperationsvertrag.cli.deutsch import Befehl
from kooperationsvertrag.cli.grundlage import format_option

if TYPE_CHECKING:
    from kooperationsvertrag.aufteilung import Rechenkonvention
    from kooperationsvertrag.geld import Geldbetrag
    from kooperationsvertrag.vertrag.fassung import Vertragsfassung


@click.command(
    cls=Befehl, options_metavar="[OPTIONEN]", short_help="Teilt einen Betrag nach dem Zahlungsschlüssel auf."
)
@click.argument("betrag", metavar="BETRAG")
@click.option("--fassung", metavar="NAME", default="bericht-2017", help="Fassung des Vertrags; sonst bericht-2017.")
@click.option(
    "--rundung",
    metavar="ART",
    default="groesster_rest",
    help="groesster_rest (so, wenn nichts angegeben ist), kaufmaennisch_letzter_gleicht_aus oder abrunden_rest_bleibt.",
)
@click.option(
    "--rundungsvorrang",
    metavar="PARTNER,…",
    default="vertragsreihenfolge",
    help="Wer bei Gleichstand zuerst einen Restcent erhält, zum Beispiel ihk,mettmann; sonst vertragsreihenfolge.",
)
@format_option
def aufteilen(betrag: str, fassung: str, rundung: str, rundungsvorrang: str, ausgabeformat: str) -> int:
    """Teilt BETRAG nach dem Zahlungsschlüssel auf und zeigt, wer welchen Cent erhält.

    BETRAG steht in schlichter (43417.55) oder deutscher Form (43.417,55). Ein Punkt vor genau drei Ziffern ist ein
    Tausenderpunkt.
    """
    gewaehlt = _fassung(fassung)
    konvention = _konvention(rundung, rundungsvorrang, gewaehlt)
    from kooperationsvertrag import aufteilung as rechnen

    schluessel = rechnen.Zahlungsschluessel.aus_betraegen(gewaehlt.beitraege)
    ergebnis = rechnen.aufteilen(_betrag(betrag), schluessel, konvention)
    if ausgabeformat == "json":
        from kooperationsvertrag.darstellung.fuer_programme import aufteilung_json

        schreibe_json(aufteilung_json(ergebnis, gewaehlt))
    else:
        from kooperationsvertrag.darstellung.aufteilung import aufteilungsseite

        zeige(aufteilungsseite(ergebnis, gewaehlt))
    return 0


def _betrag(angabe: str) -> Geldbetrag:
    from kooperationsvertrag.fall.betraege import lies_betrag
    from kooperationsvertrag.fall.probleme import MangelError

    try:
        return lies_betrag(angabe)
    except MangelError as mangel:
        beispiel = mangel.beispiel.removeprefix("= ")
        raise click.UsageError(f"BETRAG: {mangel.grund} Richtig wäre zum Beispiel: {beispiel}") from None


def _fassung(angabe: str) -> Vertragsfassung:
    from kooperationsvertrag.vertrag.fassung import FASSUNGEN

    eingebaut = {fassung.kennung: fassung for fassung in FASSUNGEN}
    if angabe not in eingebaut:
        moeglich = ", ".join(eingebaut)
        raise click.UsageError(f"--fassung: „{angabe}“ gibt es nicht. Möglich sind: {moeglich}.")
    return eingebaut[angabe]


def _konvention(rundung: str, vorrang: str, fassung: Vertragsfassung) -> Rechenkonvention:
    from kooperationsvertrag.aufteilung import Rechenkonvention, Rundung

    if rundung not in list(Rundung):
        moeglich = ", ".join(Rundung)
        raise click.UsageError(f"--rundung: „{rundung}“ gibt es nicht. Möglich sind: {moeglich}.")
    partner = () if vorrang == "vertragsreihenfolge" else tuple(teil.strip() for teil in vorrang.split(","))
    unbekannt = [teil for teil in partner if teil not in fassung.partner_kennungen]
    if unbekannt or len(set(partner)) < len(partner):
        moeglich = ", ".join(fassung.partner_kennungen)
        raise click.UsageError(
            f"--rundungsvorrang: „{vorrang}“ ist keine Liste, die Partner höchstens einmal nennt. "
            f"Partner sind: {moeglich}."
        )
    return Rechenkonvention(Rundung(rundung), partner)
