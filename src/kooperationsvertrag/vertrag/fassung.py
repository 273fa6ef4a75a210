"""Fassung: der Vertrag zu einer Zeit als unveränderlicher Wert.

Die Zahlen des Vertrags stehen nur hier. Ein Beitritt oder eine Änderung macht eine neue Fassung.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from kooperationsvertrag.aufteilung import Rundung
from kooperationsvertrag.fehler import FassungError
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.norm import Norm
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
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
class Klausel:
    """Eine Bestimmung eines Entwurfs, mit eigenem Wortlaut."""

    kennung: str
    """Woran sie zu erkennen ist, zum Beispiel „§ 7 Abs. 2“."""
    text: str
    """Was sie bestimmt, im Wortlaut des Entwurfs."""
    ersetzt: tuple[str, ...] = ()
    """Kennungen der Sätze, an deren Stelle sie tritt."""


@frozen
class Regelung:
    """Eine Auslegungsfrage oder Rechenkonvention, die eine Fassung selbst entscheidet."""

    frage: str
    """Schlüssel der Frage."""
    antwort: str | tuple[str, ...]
    """Die Lesart; bei der Reihenfolge der Rundung die Partner."""
    klausel: str = ""
    """Kennung der Klausel, die es bestimmt; leer, wenn keine genannt ist."""


@frozen
class Gueltigkeit:
    """Ab wann eine Fassung gilt."""

    ab: date | None = None
    """Der erste Tag; nichts, wenn keiner feststeht."""
    bei: str = ""
    """Das Ereignis, mit dem sie in Kraft tritt, wenn kein Tag feststeht; leer, wenn noch gar nichts bestimmt ist."""


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
    klauseln: tuple[Klausel, ...] = ()
    """Eigene Bestimmungen eines Entwurfs."""
    geregelt: tuple[Regelung, ...] = ()
    """Was die Fassung selbst entscheidet, wo der Bericht schweigt."""
    entfallen: tuple[str, ...] = ()
    """Kennungen der Sätze, die nicht mehr gelten, ohne dass etwas an ihre Stelle tritt."""
    gueltigkeit: Gueltigkeit = Gueltigkeit()
    """Ab wann sie gilt."""

    @beitraege.validator
    def _pruefe_beitraege(self, _feld: object, beitraege: Betraege) -> None:
        if tuple(beitraege) != self.partner_kennungen:
            raise FassungError(f"Beiträge stehen für {tuple(beitraege)}, Partner sind {self.partner_kennungen}.")
        if any(betrag < NULL for betrag in beitraege.values()) or not beitraege.summe:
            raise FassungError(f"Beiträge sind nicht negativ und zusammen mehr als null: {beitraege!r}.")

    def __attrs_post_init__(self) -> None:
        geregelt = [regelung.frage for regelung in self.geregelt]
        doppelt = sorted({frage for frage in geregelt if geregelt.count(frage) > 1})
        if doppelt:
            raise FassungError(f"Mehr als einmal geregelt: {', '.join(doppelt)}.")
        for regelung in self.geregelt:
            _pruefe_regelung(regelung, self)
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


def _pruefe_regelung(regelung: Regelung, fassung: Vertragsfassung) -> None:
    """Lässt nur bekannte Fragen mit einer ihrer Antworten zu, und nur Klauseln, die es gibt."""
    moegliche: dict[str, tuple[str, ...]] = {frage.frage(): tuple(frage) for frage in AUSLEGUNGSFRAGEN}
    moegliche["rundung"] = tuple(Rundung)
    if regelung.frage == "rundungsvorrang":
        if not isinstance(regelung.antwort, tuple):
            raise FassungError("„rundungsvorrang“ ist eine Folge von Partnern; leer heißt: wie im Vertrag.")
        if "rundung" not in [andere.frage for andere in fassung.geregelt]:
            raise FassungError("„rundungsvorrang“ ist nur mit „rundung“ zusammen geregelt.")
        fremde = [partner for partner in regelung.antwort if partner not in fassung.partner_kennungen]
        if fremde:
            raise FassungError(f"„rundungsvorrang“ nennt, wer nicht Partner ist: {', '.join(fremde)}.")
    elif regelung.frage not in moegliche:
        raise FassungError(f"Eine Auslegungsfrage „{regelung.frage}“ gibt es nicht.")
    elif regelung.antwort not in moegliche[regelung.frage]:
        lesarten = ", ".join(moegliche[regelung.frage])
        raise FassungError(f"Zu „{regelung.frage}“ gibt es {regelung.antwort!r} nicht; möglich sind: {lesarten}.")
    if regelung.klausel and regelung.klausel not in [klausel.kennung for klausel in fassung.klauseln]:
        raise FassungError(
            f"„{regelung.frage}“ beruft sich auf „{regelung.klausel}“; eine solche Klausel gibt es nicht."
        )


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
