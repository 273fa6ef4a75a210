"""Partner: wer am Vertrag beteiligt ist und in welcher Rechtsform."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Rechtsform(StrEnum):
    """Rechtsform eines Partners oder Bewerbers."""

    KREISFREIE_STADT = "kreisfreie_stadt"
    KREIS = "kreis"
    KREISANGEHOERIGE_GEMEINDE = "kreisangehoerige_gemeinde"
    LAND = "land"
    BUND = "bund"
    LANDSCHAFTSVERBAND = "landschaftsverband"
    REGIONALVERBAND = "regionalverband"
    STAEDTEREGION = "staedteregion"
    ZWECKVERBAND = "zweckverband"
    KAMMER = "kammer"
    VEREIN = "verein"
    UNTERNEHMEN = "unternehmen"
    SONSTIGE = "sonstige"


@frozen
class Partner:
    """Ein Vertragspartner."""

    kennung: str
    """Kennung, wie sie in Falldateien steht."""
    name: str
    """Voller Name."""
    kurzname: str
    """Kurzer Name für Tabellen."""
    rechtsform: Rechtsform
    """Rechtsform."""
    entscheidungsgremium: str
    """Gremium des Partners, dessen Befugnisse unberührt bleiben; leer, wenn nicht bekannt."""
    kreis: str = ""
    """Bei einer kreisangehörigen Gemeinde ihr Kreis."""


DUESSELDORF = Partner(
    kennung="duesseldorf",
    name="Landeshauptstadt Düsseldorf",
    kurzname="Düsseldorf",
    rechtsform=Rechtsform.KREISFREIE_STADT,
    entscheidungsgremium="Rat der Landeshauptstadt Düsseldorf",
)
METTMANN = Partner(
    kennung="mettmann",
    name="Kreis Mettmann",
    kurzname="Kreis Mettmann",
    rechtsform=Rechtsform.KREIS,
    entscheidungsgremium="Kreistag des Kreises Mettmann",
)
IHK = Partner(
    kennung="ihk",
    name="Industrie- und Handelskammer zu Düsseldorf",
    kurzname="IHK",
    rechtsform=Rechtsform.KAMMER,
    entscheidungsgremium="zuständiges Gremium der IHK zu Düsseldorf",
)
