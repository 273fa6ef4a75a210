"""Wortlautänderung: was zu prüfen ist, wenn eine Quelle nicht mehr so lautet wie im Normregister.

Der Quellenabgleich stellt fest, welche Sätze geändert sind oder fehlen. Hier steht, was an jedem davon hängt: Regeln,
Angaben der Fassung, offene Fragen und Festlegungen; und umgekehrt zu jeder Regel, welche ihrer Sätze geändert sind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import field, frozen

from kooperationsvertrag.norm import Festlegung, Norm, Regel
from kooperationsvertrag.regeln import alle_regeln
from kooperationsvertrag.revision.fassungsvergleich import angaben_der_fassung
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand
from kooperationsvertrag.vertrag.fassung import BERICHT_2017, Vertragsfassung
from kooperationsvertrag.vertrag.festlegungen import FESTLEGUNGEN
from kooperationsvertrag.vertrag.fragen import FRAGEN, Vertragsfrage


@frozen
class Satzfolgen:
    """Was an einem Satz hängt."""

    abgleich: Satzabgleich
    """Der Satz und wie er im Dokument steht."""
    regeln: tuple[Regel, ...]
    """Die Regeln, die ihn umsetzen; leer, wenn er keine hat."""
    angaben: tuple[tuple[str, str], ...]
    """Die Angaben der Fassung, denen er zugrunde liegt, je mit ihrem Wert."""
    fragen: tuple[Vertragsfrage, ...]
    """Die offenen Fragen, die er aufwirft."""
    festlegungen: tuple[Festlegung, ...]
    """Die Festlegungen, die ihn nennen oder auf denen seine Regeln außerdem beruhen."""


@frozen
class BetroffeneRegel:
    """Eine Regel, von deren Sätzen mindestens einer nicht mehr so lautet."""

    regel: Regel
    """Die Regel."""
    saetze: tuple[Norm, ...] = field(repr=lambda saetze: str([norm.kennung for norm in saetze]))
    """Ihre geänderten und fehlenden Sätze."""


@frozen
class Wortlautaenderung:
    """Was ein Dokument am Wortlaut ändert und was deshalb zu prüfen ist."""

    abgleiche: tuple[Satzabgleich, ...]
    """Jeder Satz der enthaltenen Quellen, auch die unveränderten."""
    saetze: tuple[Satzfolgen, ...]
    """Jeder geänderte oder fehlende Satz mit dem, was an ihm hängt."""
    regeln: tuple[BetroffeneRegel, ...]
    """Jede Regel, die auf einem davon beruht."""

    @property
    def ohne_regel(self) -> tuple[Norm, ...]:
        """Die geänderten und fehlenden Sätze, die keine Regel umsetzt."""
        return tuple(satz.abgleich.norm for satz in self.saetze if not satz.regeln)


def wortlautaenderung(
    abgleiche: Iterable[Satzabgleich],
    fassung: Vertragsfassung = BERICHT_2017,
    regeln: Iterable[Regel] | None = None,
    fragen: Iterable[Vertragsfrage] = FRAGEN,
    festlegungen: Iterable[Festlegung] = FESTLEGUNGEN,
) -> Wortlautaenderung:
    """Stellt zusammen, was nach einer Änderung des Wortlauts zu prüfen ist.

    Args:
        abgleiche: Was der Quellenabgleich zu jedem Satz ergeben hat.
        fassung: Die Fassung, deren Angaben auf den Sätzen beruhen.
        regeln: Die Regeln; ohne Angabe alle.
        fragen: Die offenen Fragen.
        festlegungen: Die eigenen Festlegungen.

    Returns:
        Zu jedem geänderten oder fehlenden Satz, was an ihm hängt, und zu jeder Regel ihre geänderten Sätze.

    >>> from kooperationsvertrag.vertrag.normen import AUFSICHTSGREMIUM
    >>> aenderung = wortlautaenderung([Satzabgleich(AUFSICHTSGREMIUM, Stand.GEAENDERT, "")])
    >>> aenderung.regeln[0].regel.name, [frage.kennung for frage in aenderung.saetze[0].fragen]
    ('sitze', ['OF-07', 'OF-09', 'OF-10', 'OF-11'])
    """
    alle = tuple(abgleiche)
    register = tuple(alle_regeln() if regeln is None else regeln)
    eintraege, eigene = tuple(fragen), tuple(festlegungen)
    abweichend = [satz for satz in alle if satz.stand is not Stand.UNVERAENDERT]
    je_regel = [(regel, tuple(satz.norm for satz in abweichend if satz.norm in regel.normen)) for regel in register]
    return Wortlautaenderung(
        abgleiche=alle,
        saetze=tuple(_folgen(satz, fassung, register, eintraege, eigene) for satz in abweichend),
        regeln=tuple(BetroffeneRegel(regel, saetze) for regel, saetze in je_regel if saetze),
    )


def _folgen(
    satz: Satzabgleich,
    fassung: Vertragsfassung,
    register: Iterable[Regel],
    fragen: Iterable[Vertragsfrage],
    festlegungen: Iterable[Festlegung],
) -> Satzfolgen:
    norm = satz.norm
    regeln = tuple(regel for regel in register if norm in regel.normen)
    ihre = {festlegung.kennung for regel in regeln for festlegung in regel.festlegungen}
    return Satzfolgen(
        abgleich=satz,
        regeln=regeln,
        angaben=tuple(
            (angabe, wert) for angabe, (wert, saetze) in angaben_der_fassung(fassung).items() if norm in saetze
        ),
        fragen=tuple(frage for frage in fragen if norm.kennung in frage.norm_kennungen or frage.kennung in norm.fragen),
        festlegungen=tuple(eine for eine in festlegungen if eine.kennung in ihre or _nennt(eine, norm)),
    )


def _nennt(festlegung: Festlegung, norm: Norm) -> bool:
    text = f"{festlegung.frage} {festlegung.wahl} {festlegung.grund} {festlegung.folge}"
    return re.search(rf"\b{re.escape(norm.kennung)}\b", text) is not None
