"""Pflichten: wer wem bis wann was schuldet und wie es darum steht, als Tabelle.

Was für mehrere Partner gleich ist, steht in einer Zeile. Wo der Stand an einer Lesart hängt, steht unter der Tabelle
jede Lesart mit ihrem Tag, ihrem Stand und den Zeilen, die sie in der Falldatei wählen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from attrs import frozen

from kooperationsvertrag.ablauf.pflicht import HANDLUNGSNAMEN, Pflicht, Pflichthandlung, Pflichtlage, Pflichtstatus
from kooperationsvertrag.auslegung import Variante
from kooperationsvertrag.darstellung.ereignisse import tag_in_worten
from kooperationsvertrag.darstellung.fragen import wert_der_antwort
from kooperationsvertrag.darstellung.seite import Baustein, Namen, Spalte, absatz, aufzaehlung, name, tabelle
from kooperationsvertrag.darstellung.varianten import GEZEIGT, andere_wege, auswahlzeilen, strittige_fragen

PFLICHTSTATUS: Mapping[Pflichtstatus, str] = MappingProxyType(
    {
        Pflichtstatus.KUENFTIG: "künftig",
        Pflichtstatus.OFFEN: "offen",
        Pflichtstatus.FAELLIG: "fällig",
        Pflichtstatus.UEBERFAELLIG: "überfällig",
        Pflichtstatus.ERFUELLT: "erfüllt",
        Pflichtstatus.VERSPAETET_ERFUELLT: "verspätet erfüllt",
        Pflichtstatus.VERLETZT: "verletzt",
        Pflichtstatus.ENTFALLEN: "entfallen",
        Pflichtstatus.UNBESTIMMT: "unbestimmt",
    }
)
"""Wie der Stand einer Pflicht heißt."""

JETZT = (Pflichtstatus.UEBERFAELLIG, Pflichtstatus.FAELLIG)
"""Dabei ist jetzt etwas zu tun; das Dringendste zuerst."""

KOMMT_NOCH = (Pflichtstatus.OFFEN, Pflichtstatus.KUENFTIG)
"""Dabei ist später etwas zu tun."""

ZULETZT = (Pflichtstatus.KUENFTIG, Pflichtstatus.ENTFALLEN)
"""Was gerade niemanden beschäftigt, steht am Ende."""

WEM = MappingProxyType(
    {
        Pflichthandlung.BEITRAG_LEISTEN: "an",
        Pflichthandlung.EIGENANTEIL_ZAHLEN: "an",
        Pflichthandlung.PERSONALKOSTEN_ERSTATTEN: "an",
        Pflichthandlung.MITTEL_ZURUECKFUEHREN: "an",
        Pflichthandlung.FORDERUNG_BEGLEICHEN: "an",
        Pflichthandlung.PERSONAL_STELLEN: "für",
        Pflichthandlung.PERSONAL_ABORDNEN: "an",
    }
)
"""Wie der angeschlossen wird, dem etwas geschuldet ist; sonst mit „gegenüber“."""


@frozen
class Pflichtzeile:
    """Eine Zeile der Tabelle; sie kann für mehrere Pflichten stehen."""

    pflichten: tuple[Pflicht, ...]
    """Die Pflichten, die sich nur darin unterscheiden, wer sie hat oder wem gegenüber."""
    was: str
    """Was geschuldet ist."""
    wer: str
    """Wer es wem schuldet."""
    bis_wann: str
    """Der letzte Tag mit der Lesart, aus der er folgt, oder die Reihenfolge in Worten."""
    stand: str
    """Der Stand in Worten, mit dem Tag der Leistung oder dem Betrag, der fehlt."""


def pflichtblock(pflichten: Sequence[Pflicht], partner: Sequence[str], namen: Namen) -> Iterator[Baustein]:
    """Setzt Pflichten als Tabelle, und darunter, was an einer Lesart hängt.

    Args:
        pflichten: Die Pflichten eines Haushaltsjahres, oder die ohne Haushaltsjahr.
        partner: Wer zu „alle Partner“ gehört.
        namen: Kurzer Name je Partner.
    """
    yield tabelle(
        (Spalte("Pflicht"), Spalte("Wer"), Spalte("Bis wann"), Spalte("Stand")),
        [(zeile.was, zeile.wer, zeile.bis_wann, zeile.stand) for zeile in pflichtzeilen(pflichten, partner, namen)],
    )
    for gruppe in _nach_lesarten(pflichten):
        yield from _lesartenblock(gruppe, partner, namen)


def pflichtzeilen(
    pflichten: Iterable[Pflicht], partner: Sequence[str], namen: Namen, *, mit_saetzen: bool = True
) -> tuple[Pflichtzeile, ...]:
    """Fasst Pflichten zusammen, die sich nur darin unterscheiden, wer sie hat; was noch nicht zählt, zuletzt.

    Args:
        pflichten: Die Pflichten.
        partner: Wer zu „alle Partner“ gehört.
        namen: Kurzer Name je Partner.
        mit_saetzen: Ob die Sätze dabeistehen, aus denen sie folgen.

    Returns:
        Die Zeilen; jede Pflicht gehört zu genau einer.
    """
    gruppen: dict[tuple[object, ...], list[Pflicht]] = {}
    for pflicht in pflichten:
        zurueck = pflicht.handlung is Pflichthandlung.MITTEL_ZURUECKFUEHREN
        feste_seite = pflicht.traeger if zurueck else pflicht.gegenueber
        wie = (_was(pflicht, mit_saetzen), _bis_wann(pflicht), stand_in_worten(pflicht))
        gruppen.setdefault((pflicht.handlung, pflicht.jahr, feste_seite, *wie), []).append(pflicht)
    zeilen = [
        Pflichtzeile(
            pflichten=tuple(gruppe),
            was=_was(gruppe[0], mit_saetzen),
            wer=_wer(gruppe, partner, namen),
            bis_wann=_bis_wann(gruppe[0]),
            stand=stand_in_worten(gruppe[0]),
        )
        for gruppe in gruppen.values()
    ]
    return tuple(sorted(zeilen, key=lambda zeile: zeile.pflichten[0].status in ZULETZT))


def _was(pflicht: Pflicht, mit_saetzen: bool) -> str:
    was = HANDLUNGSNAMEN[pflicht.handlung]
    gegenstand = f" „{pflicht.gegenstand}“" if pflicht.gegenstand else ""
    saetze = f" ({', '.join(norm.kennung for norm in pflicht.normen)})" if mit_saetzen else ""
    return f"{was[0].upper()}{was[1:]}{gegenstand}{saetze}"


def _wer(gruppe: Sequence[Pflicht], partner: Sequence[str], namen: Namen) -> str:
    schuldner = _alle_oder_namen([pflicht.traeger for pflicht in gruppe], partner, namen)
    empfaenger = _alle_oder_namen([pflicht.gegenueber for pflicht in gruppe], partner, namen)
    if not empfaenger:
        return schuldner
    if schuldner == empfaenger:
        return f"{schuldner}, eigener Anteil"
    return f"{schuldner} {WEM.get(gruppe[0].handlung, 'gegenüber')} {empfaenger}"


def _alle_oder_namen(kennungen: Iterable[str], partner: Sequence[str], namen: Namen) -> str:
    genannt = dict.fromkeys(kennungen)
    if len(partner) > 1 and set(genannt) == set(partner):
        return "alle Partner"
    return aufzaehlung([name(namen, kennung) for kennung in genannt])


def _bis_wann(pflicht: Pflicht) -> str:
    lagen = [variante.ergebnis for variante in pflicht.lagen]
    tage = [(variante.ergebnis.frist.tag, _lesart(variante)) for variante in pflicht.lagen if variante.ergebnis.frist.tag]
    if not tage or not pflicht.ist_eindeutig or _ist_getan(pflicht):
        return lagen[0].frist.ordnung or f"nicht bestimmt ({', '.join(pflicht.fragen)})"
    return "\n".join(f"{tag_in_worten(tag)} ({lesart})" for tag, lesart in tage)


def _ist_getan(pflicht: Pflicht) -> bool:
    """Ist geleistet, so sind mehrere mögliche letzte Tage nicht mehr der Rede wert."""
    getan = pflicht.status in (Pflichtstatus.ERFUELLT, Pflichtstatus.VERSPAETET_ERFUELLT)
    return getan and len(pflicht.lagen) > 1


def _lesart(variante: Variante[Pflichtlage]) -> str:
    return ", ".join(wert_der_antwort(antwort) for _, antwort in variante.auslegung)


def stand_in_worten(pflicht: Pflicht) -> str:
    """Sagt, wie es um eine Pflicht steht; wo die Lesarten auseinandergehen, dass sie es tun."""
    if not pflicht.ist_eindeutig:
        return f"{PFLICHTSTATUS[pflicht.status]}, Betrag" * (pflicht.status is not Pflichtstatus.UNBESTIMMT) + (
            " je nach Lesart" if pflicht.status is not Pflichtstatus.UNBESTIMMT else "unbestimmt, je nach Lesart"
        )
    lage = lage_in_worten(pflicht.lagen[0].ergebnis)
    return f"{lage} ({', '.join(pflicht.fragen)})" if pflicht.status is Pflichtstatus.UNBESTIMMT else lage


def lage_in_worten(lage: Pflichtlage) -> str:
    """Sagt, wie es unter einer Lesart um eine Pflicht steht."""
    am = f" am {tag_in_worten(lage.erfuellt_am)}" if lage.erfuellt_am else ""
    if not lage.rest:
        return f"{PFLICHTSTATUS[lage.status]}{am}"
    von = f" von {lage.betrag}" if lage.rest != lage.betrag else ""
    return f"{PFLICHTSTATUS[lage.status]}: {'noch ' if von else ''}{lage.rest}{von}"
