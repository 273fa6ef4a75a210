"""Pflichten: wer wem bis wann was schuldet und wie es darum steht, als Tabelle.

Was für mehrere Partner gleich ist, steht in einer Zeile. Wo der Stand an einer Lesart hängt, steht unter der Tabelle
jede Lesart mit ihrem Tag, ihrem Stand und den Zeilen, die sie in der Falldatei wählen.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from attrs import frozen

from kooperationsvertrag.ablauf.pflicht import HANDLUNGSNAMEN, Pflicht, Pflichthandlung, Pflichtlage, Pflichtstatus
from kooperationsvertrag.auslegung import Lesart, Variante
from kooperationsvertrag.darstellung.ereignisse import gross, tag_in_worten
from kooperationsvertrag.darstellung.seite import Baustein, Namen, Spalte, absatz, aufzaehlung, name, tabelle
from kooperationsvertrag.darstellung.varianten import (
    GEZEIGT,
    NEBENEINANDER,
    andere_wege,
    auswahlzeilen,
    strittige_fragen,
)
from kooperationsvertrag.vertrag.fragen import beschreibung

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

WEM: Mapping[Pflichthandlung, str] = MappingProxyType(
    {
        Pflichthandlung.BEITRAG_LEISTEN: "an",
        Pflichthandlung.EIGENANTEIL_ZAHLEN: "an",
        Pflichthandlung.PERSONALKOSTEN_SELBST_TRAGEN: "",
        Pflichthandlung.PERSONALKOSTEN_ERSTATTEN: "an",
        Pflichthandlung.MITTEL_ZURUECKFUEHREN: "an",
        Pflichthandlung.FORDERUNG_BEGLEICHEN: "an",
        Pflichthandlung.PERSONAL_STELLEN: "für",
        Pflichthandlung.PERSONAL_ABORDNEN: "an",
    }
)
"""Wie der angeschlossen wird, dem etwas geschuldet ist; sonst mit „gegenüber“, und gar nicht, wo es leer ist."""

EMPFAENGER: Mapping[str, str] = MappingProxyType(
    {
        "gemeinsames Budget": "das gemeinsame Budget",
        "Fördergeber": "den Fördergeber",
        "Vertragspartner": "die Vertragspartner",
        "Regionalmanagement": "das Regionalmanagement",
        "Aufsichtsgremium": "dem Aufsichtsgremium",
        "Rechnungsprüfungsamt der Landeshauptstadt Düsseldorf": (
            "dem Rechnungsprüfungsamt der Landeshauptstadt Düsseldorf"
        ),
    }
)
"""Wie der im Satz heißt, dem etwas geschuldet ist; ein Partner heißt mit seinem Namen."""


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
        (Spalte("Pflicht"), Spalte("Bis wann"), Spalte("Stand")),
        [
            (f"{zeile.was}: {zeile.wer} ({_saetze(zeile)})", zeile.bis_wann, zeile.stand)
            for zeile in pflichtzeilen(pflichten, partner, namen)
        ],
    )
    for gruppe in _nach_lesarten(pflichten):
        yield from _lesartenblock(gruppe, partner, namen)


def pflichtzeilen(pflichten: Iterable[Pflicht], partner: Sequence[str], namen: Namen) -> tuple[Pflichtzeile, ...]:
    """Fasst Pflichten zusammen, die sich nur darin unterscheiden, wer sie hat; was noch nicht zählt, zuletzt.

    Args:
        pflichten: Die Pflichten.
        partner: Wer zu „alle Partner“ gehört.
        namen: Kurzer Name je Partner.

    Returns:
        Die Zeilen; jede Pflicht gehört zu genau einer.
    """
    gruppen: dict[tuple[object, ...], list[Pflicht]] = {}
    for pflicht in pflichten:
        zurueck = pflicht.handlung is Pflichthandlung.MITTEL_ZURUECKFUEHREN
        feste_seite = pflicht.traeger if zurueck else pflicht.gegenueber
        wie = (_was(pflicht), _bis_wann(pflicht), stand_in_worten(pflicht))
        gruppen.setdefault((pflicht.handlung, pflicht.jahr, feste_seite, pflicht.normen, *wie), []).append(pflicht)
    zeilen = [
        Pflichtzeile(
            pflichten=tuple(gruppe),
            was=_was(gruppe[0]),
            wer=_wer(gruppe, partner, namen),
            bis_wann=_bis_wann(gruppe[0]),
            stand=stand_in_worten(gruppe[0], ist_fuer_mehrere=len(gruppe) > 1),
        )
        for gruppe in gruppen.values()
    ]
    return tuple(sorted(zeilen, key=lambda zeile: zeile.pflichten[0].status in ZULETZT))


def _saetze(zeile: Pflichtzeile) -> str:
    return ", ".join(norm.kennung for norm in zeile.pflichten[0].normen)


def _was(pflicht: Pflicht) -> str:
    was = HANDLUNGSNAMEN[pflicht.handlung]
    gegenstand = f" „{pflicht.gegenstand}“" if pflicht.gegenstand else ""
    return f"{gross(was)}{gegenstand}"


def _wer(gruppe: Sequence[Pflicht], partner: Sequence[str], namen: Namen) -> str:
    schuldner = _alle_oder_namen([pflicht.traeger for pflicht in gruppe], partner, namen)
    empfaenger = _alle_oder_namen([pflicht.gegenueber for pflicht in gruppe], partner, namen)
    wie = WEM.get(gruppe[0].handlung, "gegenüber")
    if not empfaenger or not wie:
        return schuldner
    if schuldner == empfaenger:
        return f"{schuldner}, eigener Anteil"
    return f"{schuldner} {wie} {EMPFAENGER.get(empfaenger, empfaenger)}"


def _alle_oder_namen(kennungen: Iterable[str], partner: Sequence[str], namen: Namen) -> str:
    genannt = dict.fromkeys(kennungen)
    if len(partner) > 1 and set(genannt) == set(partner):
        return "alle Partner"
    return aufzaehlung([name(namen, kennung) for kennung in genannt])


def _bis_wann(pflicht: Pflicht) -> str:
    lagen = [variante.ergebnis for variante in pflicht.lagen]
    tage = [
        (variante.ergebnis.frist.tag, _lesart(variante)) for variante in pflicht.lagen if variante.ergebnis.frist.tag
    ]
    if not tage or not pflicht.ist_eindeutig or _ist_getan(pflicht):
        return lagen[0].frist.ordnung or f"nicht bestimmt ({', '.join(pflicht.fragen)})"
    return "\n".join(f"{tag_in_worten(tag)} ({lesart})" for tag, lesart in tage)


def _ist_getan(pflicht: Pflicht) -> bool:
    """Ist geleistet, so sind mehrere mögliche letzte Tage nicht mehr der Rede wert."""
    getan = pflicht.status in (Pflichtstatus.ERFUELLT, Pflichtstatus.VERSPAETET_ERFUELLT)
    return getan and len(pflicht.lagen) > 1


def _lesart(variante: Variante[Pflichtlage]) -> str:
    return ", ".join(beschreibung(lesart).titel for _, lesart in variante.auslegung if isinstance(lesart, Lesart))


def stand_in_worten(pflicht: Pflicht, *, ist_fuer_mehrere: bool = False) -> str:
    """Sagt, wie es um eine Pflicht steht; wo die Lesarten auseinandergehen, dass sie es tun."""
    stand = PFLICHTSTATUS[pflicht.status]
    if not pflicht.ist_eindeutig:
        ist_nur_der_betrag_offen = pflicht.status is not Pflichtstatus.UNBESTIMMT
        return f"{stand}, Betrag je nach Lesart" if ist_nur_der_betrag_offen else f"{stand}, je nach Lesart"
    lage = lage_in_worten(pflicht.lagen[0].ergebnis, ist_fuer_mehrere=ist_fuer_mehrere)
    return f"{lage} ({', '.join(pflicht.fragen)})" if pflicht.status is Pflichtstatus.UNBESTIMMT else lage


def lage_in_worten(lage: Pflichtlage, *, ist_fuer_mehrere: bool = False) -> str:
    """Sagt, wie es unter einer Lesart um eine Pflicht steht; gilt das für mehrere, so gilt der Betrag für jeden."""
    am = f" am {tag_in_worten(lage.erfuellt_am)}" if lage.erfuellt_am else ""
    if not lage.rest:
        return f"{PFLICHTSTATUS[lage.status]}{am}"
    von = f" von {lage.betrag}" if lage.rest != lage.betrag else ""
    je = "je " if ist_fuer_mehrere else ""
    return f"{PFLICHTSTATUS[lage.status]}, {'noch ' if von else ''}{je}{lage.rest}{von}"


def _nach_lesarten(pflichten: Iterable[Pflicht]) -> list[list[Pflicht]]:
    """Gibt die Pflichten, deren Stand an einer Lesart hängt; zusammen, was auf dieselbe Weise daran hängt."""
    gruppen: dict[object, list[Pflicht]] = {}
    for pflicht in pflichten:
        if not pflicht.ist_eindeutig:
            gruppen.setdefault((pflicht.handlung, tuple(lage.wege for lage in pflicht.lagen)), []).append(pflicht)
    return list(gruppen.values())


def _lesartenblock(gruppe: Sequence[Pflicht], partner: Sequence[str], namen: Namen) -> Iterator[Baustein]:
    """Setzt jede Lesart mit ihrem Stand; gleiche Stände stehen untereinander und sind nur einmal genannt."""
    wer = _wer(gruppe, partner, namen)
    yield absatz(f"{_was(gruppe[0])} ({wer}), je nach Lesart:")
    strittig = strittige_fragen(gruppe[0].lagen)
    je_stand: dict[str, list[Variante[Pflichtlage]]] = {}
    for nummer, variante in enumerate(gruppe[0].lagen):
        je_stand.setdefault(_stand_der_gruppe(gruppe, nummer, namen), []).append(variante)
    zeilen = [
        (
            stand if stelle == 0 else "",
            tag_in_worten(variante.ergebnis.frist.tag) if variante.ergebnis.frist.tag else "",
            "\n".join(_wahl(variante, strittig)),
        )
        for stand, varianten in je_stand.items()
        for stelle, variante in enumerate(varianten)
    ]
    hat_tage = any(tag for _, tag, _ in zeilen)
    yield tabelle(
        (Spalte("Stand"), *([Spalte("Letzter Tag")] if hat_tage else []), Spalte("In der Falldatei")),
        [(stand, *([tag] if hat_tage else []), wahl) for stand, tag, wahl in zeilen[:GEZEIGT]],
    )
    if len(zeilen) > GEZEIGT:
        yield absatz(f"Gezeigt sind {GEZEIGT} von {len(zeilen)} Ständen.")


def _stand_der_gruppe(gruppe: Sequence[Pflicht], nummer: int, namen: Namen) -> str:
    """Nennt den Stand unter einer Lesart, je Partner, wo er verschieden ist."""
    staende = [lage_in_worten(pflicht.lagen[nummer].ergebnis) for pflicht in gruppe]
    if len(set(staende)) == 1:
        return staende[0]
    zurueck = gruppe[0].handlung is Pflichthandlung.MITTEL_ZURUECKFUEHREN
    partner = [name(namen, pflicht.gegenueber if zurueck else pflicht.traeger) for pflicht in gruppe]
    return "\n".join(f"{wer}: {stand}" for wer, stand in zip(partner, staende, strict=True))


def _wahl(variante: Variante[Pflichtlage], strittig: Container[str]) -> Iterator[str]:
    """Schreibt die Zeilen der Falldatei, unter denen dieser Stand gilt; keine Lesart soll nahegelegt werden."""
    yield from auswahlzeilen(variante.auslegung, strittig)
    andere = andere_wege(variante)
    for weg in andere[:NEBENEINANDER]:
        yield f"oder {'; '.join(auswahlzeilen(weg, strittig))}"
    if len(andere) > NEBENEINANDER:
        yield f"oder {len(andere) - NEBENEINANDER} weitere Verbindungen von Lesarten"


def als_naechstes(
    pflichten: Sequence[Pflicht], stichtag: date, partner: Sequence[str], namen: Namen
) -> Iterator[Baustein]:
    """Setzt, was jetzt zu tun ist; ist das nichts, was am nächsten Tag ansteht, den eine Lesart ergibt.

    Args:
        pflichten: Alle Pflichten mit ihrem Stand.
        stichtag: Der Tag, für den gefragt wird.
        partner: Wer zu „alle Partner“ gehört.
        namen: Kurzer Name je Partner.
    """
    jetzt = [pflicht for status in JETZT for pflicht in pflichten if pflicht.status is status]
    je_nach_lesart = [pflicht for pflicht in pflichten if pflicht not in jetzt and _lagen(pflicht, JETZT)]
    zeilen = [
        *[(gross(zeile.stand), _satz(zeile)) for zeile in pflichtzeilen(jetzt, partner, namen)],
        *[
            (f"Je nach Lesart {aufzaehlung_der_staende(zeile.pflichten[0])}", _satz(zeile))
            for zeile in pflichtzeilen(je_nach_lesart, partner, namen)
        ],
        *([] if jetzt else _naechster_tag(pflichten, stichtag, partner, namen)),
    ]
    if zeilen:
        yield tabelle((Spalte(""), Spalte("")), zeilen, kopf=False)
    else:
        yield absatz("Nichts ist fällig, und keine Lesart ergibt einen Tag, der noch kommt.")


def aufzaehlung_der_staende(pflicht: Pflicht) -> str:
    """Nennt, was eine Pflicht je nach Lesart jetzt ist: fällig, überfällig oder beides."""
    staende = {lage.ergebnis.status for lage in _lagen(pflicht, JETZT)}
    return " oder ".join(PFLICHTSTATUS[status] for status in JETZT if status in staende)


def _lagen(pflicht: Pflicht, staende: Iterable[Pflichtstatus]) -> list[Variante[Pflichtlage]]:
    return [lage for lage in pflicht.lagen if lage.ergebnis.status in staende]


def _naechster_tag(
    pflichten: Iterable[Pflicht], stichtag: date, partner: Sequence[str], namen: Namen
) -> list[tuple[str, str]]:
    anstehend = [
        (tag, lage, pflicht)
        for pflicht in pflichten
        for lage in _lagen(pflicht, (*KOMMT_NOCH, Pflichtstatus.UNBESTIMMT))
        if (tag := lage.ergebnis.frist.tag) and tag >= stichtag
    ]
    naechster = min((tag for tag, _, _ in anstehend), default=None)
    return [
        (f"Bis {tag_in_worten(tag)}", f"{_satz(zeile)}, nach der Lesart „{_lesart(lage)}“{_ob_geschehen(lage)}")
        for tag, lage, pflicht in anstehend
        if tag == naechster
        for zeile in pflichtzeilen([pflicht], partner, namen)
    ]


def _ob_geschehen(lage: Variante[Pflichtlage]) -> str:
    unbekannt = lage.ergebnis.status is Pflichtstatus.UNBESTIMMT
    return "; ob es geschehen ist, ist nicht angegeben" if unbekannt else ""


def _satz(zeile: Pflichtzeile) -> str:
    jahr = zeile.pflichten[0].jahr
    return f"{f'Haushaltsjahr {jahr}: ' if jahr else ''}{zeile.was} ({zeile.wer})"
