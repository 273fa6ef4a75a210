"""Fassung: der Vertrag zu einer Zeit als unveränderlicher Wert.

Die Zahlen des Vertrags stehen nur hier. Ein Beitritt oder eine Änderung macht eine neue Fassung.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from kooperationsvertrag.fehler import FassungError
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.partner import DUESSELDORF, IHK, METTMANN, Partner


class Funktion(StrEnum):
    """Funktion einer Stelle im Regionalmanagement."""

    LEITUNG = "leitung"
    STELLVERTRETUNG = "stellvertretung"
    SCHWERPUNKT_REGIONALWIRTSCHAFT = "schwerpunkt_regionalwirtschaft"


@frozen
class Stelle:
    """Eine Stelle, die ein Partner zu Beginn besetzt."""

    partner: str
    """Wer sie besetzt."""
    funktion: Funktion
    """Was sie tut."""
    norm: Norm
    """Der Satz, der sie zuweist."""


@frozen
class Sitz:
    """Ein Sitz im Aufsichtsgremium, kraft Amtes."""

    partner: str
    """Für welchen Partner."""
    amt: str
    """Wer ihn innehat."""


@frozen
class Vertragsfassung:
    """Der Vertrag zu einer Zeit.

    >>> BERICHT_2017.beitraege["ihk"], BERICHT_2017.partner_kennungen
    (Geldbetrag(cent=2000000), ('duesseldorf', 'mettmann', 'ihk'))
    """

    kennung: str
    """Name der Fassung, wie er in Falldateien steht."""
    bezeichnung: str
    """Bezeichnung für Menschen."""
    grundlage: str
    """Worauf die Fassung beruht."""
    partner: tuple[Partner, ...]
    """Die Partner in der Reihenfolge des Vertrags."""
    beitraege: Betraege = field()
    """Jährlicher Beitrag je Partner, in Cent (17-F1)."""
    stellen: tuple[Stelle, ...]
    """Zugesagte Stellen (17-P1 bis P4)."""
    aufsichtsgremium: tuple[Sitz, ...]
    """Sitze im Aufsichtsgremium (17-G2)."""
    sitz_der_abordnung: str
    """Partner, an den abgeordnet wird (17-P2) und nach dessen Haushaltsjahr gerechnet wird (17-F7)."""

    @beitraege.validator
    def _pruefe_beitraege(self, _feld: object, beitraege: Betraege) -> None:
        if tuple(beitraege) != self.partner_kennungen:
            raise FassungError(f"Beiträge stehen für {tuple(beitraege)}, Partner sind {self.partner_kennungen}.")
        if any(betrag < NULL for betrag in beitraege.values()) or not beitraege.summe:
            raise FassungError(f"Beiträge sind nicht negativ und zusammen mehr als null: {beitraege!r}.")

    def __attrs_post_init__(self) -> None:
        genannt = {self.sitz_der_abordnung}
        genannt |= {stelle.partner for stelle in self.stellen} | {sitz.partner for sitz in self.aufsichtsgremium}
        fremd = sorted(genannt - set(self.partner_kennungen))
        if fremd:
            raise FassungError(f"Stellen, Sitze und Abordnung nennen, wer nicht Partner ist: {', '.join(fremd)}.")

    @property
    def partner_kennungen(self) -> tuple[str, ...]:
        """Die Kennungen der Partner in der Reihenfolge des Vertrags."""
        return tuple([partner.kennung for partner in self.partner])

    @property
    def namen(self) -> Mapping[str, str]:
        """Kurzer Name je Partner."""
        return {partner.kennung: partner.kurzname for partner in self.partner}


BERICHT_2017 = Vertragsfassung(
    kennung="bericht-2017",
    bezeichnung="Kooperationsvertrag nach dem Sachstandsbericht 2017",
    grundlage=(
        "Bericht des Kreises Mettmann aus dem Herbst 2017 über einen Vertragsentwurf, nicht der unterzeichnete Vertrag"
    ),
    partner=(DUESSELDORF, METTMANN, IHK),
    beitraege=Betraege(
        (
            ("duesseldorf", Geldbetrag.aus_euro(50_000)),
            ("mettmann", Geldbetrag.aus_euro(50_000)),
            ("ihk", Geldbetrag.aus_euro(20_000)),
        )
    ),
    stellen=(
        Stelle("duesseldorf", Funktion.LEITUNG, normen.LEITUNG_UND_STELLVERTRETUNG),
        Stelle("mettmann", Funktion.STELLVERTRETUNG, normen.LEITUNG_UND_STELLVERTRETUNG),
        Stelle("ihk", Funktion.SCHWERPUNKT_REGIONALWIRTSCHAFT, normen.SCHWERPUNKT_REGIONALWIRTSCHAFT),
    ),
    aufsichtsgremium=(
        Sitz("duesseldorf", "Oberbürgermeister der Landeshauptstadt Düsseldorf"),
        Sitz("mettmann", "Landrat des Kreises Mettmann"),
        Sitz("ihk", "Hauptgeschäftsführer der IHK zu Düsseldorf"),
    ),
    sitz_der_abordnung="duesseldorf",
)
"""Die Fassung, von der der Sachstandsbericht 2017 berichtet."""

FASSUNGEN: tuple[Vertragsfassung, ...] = (BERICHT_2017,)
"""Die eingebauten Fassungen."""
