"""Zwei Fassungen, an denen sich alles Mögliche unterscheidet, und verglichene Fälle dazu."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from kooperationsvertrag.ablauf.haushaltsjahr import Aufzeichnung, Haushaltsjahr, Zahlweise
from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.darstellung.seite import als_text
from kooperationsvertrag.darstellung.synopse import synopse
from kooperationsvertrag.darstellung.vergleich import vergleichsseite
from kooperationsvertrag.fall.vergleich_als_json import VerglichenerFall
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.revision.fassungsvergleich import vergleiche, vergleiche_fall
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einnahmenart, Einzahlung
from kooperationsvertrag.vertrag.fassung import (
    BERICHT_2017,
    Funktion,
    Gueltigkeit,
    Klausel,
    Regelung,
    Sitz,
    Stelle,
    Vertragsfassung,
)
from kooperationsvertrag.vertrag.normen import LEITUNG_UND_STELLVERTRETUNG

KLAUSEL = Klausel("§ 7 Abs. 2", "Was übrig ist, geht nach den Zahlungen des Jahres zurück.", ("17-F8",))

NACH_ZAHLUNGEN = evolve(
    BERICHT_2017,
    kennung="entwurf-a",
    bezeichnung="Entwurf A",
    klauseln=(KLAUSEL,),
    geregelt=(Regelung("rueckfuehrungsbasis", "tatsaechliche_zahlungen", "§ 7 Abs. 2"),),
)
"""Regelt, wonach zurückgeführt wird."""

VIELES_ANDERS = evolve(
    BERICHT_2017,
    kennung="entwurf-b",
    bezeichnung="Entwurf B",
    beitraege=Betraege(
        (
            ("duesseldorf", Geldbetrag.aus_euro(60_000)),
            ("mettmann", Geldbetrag.aus_euro(50_000)),
            ("ihk", Geldbetrag.aus_euro(20_000)),
        )
    ),
    stellen=(Stelle("mettmann", Funktion.LEITUNG, LEITUNG_UND_STELLVERTRETUNG),),
    aufsichtsgremium=(Sitz("ihk", "Präsidium"),),
    sitz_der_abordnung="mettmann",
    klauseln=(evolve(KLAUSEL, text="Was übrig ist, geht nach den Zahlungen des Vorjahres zurück."),),
    geregelt=(
        Regelung("rueckfuehrungsbasis", "vereinbarter_schluessel", "§ 7 Abs. 2"),
        Regelung("rundung", "groesster_rest"),
        Regelung("rundungsvorrang", ("ihk", "mettmann")),
    ),
    entfallen=("17-F3",),
    gueltigkeit=Gueltigkeit(ab=date(2027, 1, 1)),
)
"""Ändert von allem etwas."""


IHK_ZAHLT_DIE_HAELFTE = (
    Einzahlung("duesseldorf", Geldbetrag.aus_euro(50_000)),
    Einzahlung("mettmann", Geldbetrag.aus_euro(50_000)),
    Einzahlung("ihk", Geldbetrag.aus_euro(10_000)),
)
DRITTMITTEL = (Einnahme("Förderung", Einnahmenart.DRITTMITTEL, Geldbetrag.aus_euro(12_000)),)


def verglichen(
    alt: Vertragsfassung,
    neu: Vertragsfassung,
    auslegung: Auslegung = Auslegung(),
    *,
    eingezahlt: tuple[Einzahlung, ...] | Zahlweise = IHK_ZAHLT_DIE_HAELFTE,
    einnahmen: tuple[Einnahme, ...] = (),
) -> VerglichenerFall:
    """Ein Jahr mit 80.000 Euro Ausgaben unter zwei Fassungen."""
    jahr = Haushaltsjahr(
        jahr=2018,
        eingezahlt=eingezahlt,
        ausgaben=(Ausgabe("Projekte", Ausgabenart.PROJEKT, Geldbetrag.aus_euro(80_000)),),
        einnahmen=einnahmen,
        geprueft=date(2019, 2, 14),
        pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
    )
    fall = vergleiche_fall(Aufzeichnung(alt, (jahr,)), neu, auslegung)
    return VerglichenerFall("Die IHK zahlt die Hälfte", "sha256:abc", fall)


NAMEN = BERICHT_2017.namen
BELEG = (("kooperationsvertrag", "1"), ("Bisher", "sha256:1…"), ("Neu", "sha256:2…"))


def als_seite(alt: Vertragsfassung, neu: Vertragsfassung, *faelle: VerglichenerFall) -> str:
    return als_text(vergleichsseite(vergleiche(alt, neu), faelle, NAMEN, BELEG))


def als_html(alt: Vertragsfassung, neu: Vertragsfassung, *faelle: VerglichenerFall) -> str:
    return synopse(vergleiche(alt, neu), faelle, NAMEN, BELEG)
