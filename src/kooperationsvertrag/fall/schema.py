"""Schema: welche Tabellen und Angaben eine Falldatei hat und von welcher Art jede ist.

Die Klassen heißen ihre Felder wie die Datei ihre Schlüssel. Wo eine Tabelle der Datei und ein Datensatz der
Abrechnung gleich gebaut sind, steht hier der Datensatz selbst. Was mehrere Angaben zugleich betrifft, prüft
:mod:`kooperationsvertrag.fall.zusammenhang`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from attrs import field as feld
from attrs import fields_dict, frozen, has, make_class, resolve_types
from cattrs import ClassValidationError, Converter

from kooperationsvertrag.ablauf.ereignis import (
    EREIGNISART,
    Aufhebung,
    AusgabeGebucht,
    BeitrittErklaert,
    BeschlussGefasst,
    EmpfehlungAbgegeben,
    Ereignis,
)
from kooperationsvertrag.ablauf.haushaltsjahr import Uebertragungsumfang, Zahlweise
from kooperationsvertrag.aufteilung import Rundung, Zahlungsschluessel
from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.fall.angaben import (
    lies_aufgehobenes,
    lies_ausgabenbetrag,
    lies_auswahl,
    lies_ereigniskennung,
    lies_gebuchte_ausgabe,
    lies_jahr,
    lies_kennung,
    lies_schluessel,
    lies_text_oder_leer,
    lies_uebertragungsbetrag,
    lies_wahrheitswert,
    mangel_der_auswahl,
)
from kooperationsvertrag.fall.probleme import (
    FalscherOrtError,
    MangelError,
    Pfad,
    art_des_werts,
    aufzaehlung,
    meinten_sie,
    naechster,
    zitat,
)
from kooperationsvertrag.fall.tabellen import Auskunft, Leser, fehler_in, lies_datei, umwandlung
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.regeln.rechenschaft import Pruefungsergebnis
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einzahlung, Zusatzmittel
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN

T = TypeVar("T")

OHNE_TITEL = "Ohne Titel"
"""Titel eines Falls, der keinen nennt."""
RUNDUNG_OFFEN = "offen"
"""Statt einer Rundung: alle werden durchgerechnet."""
VERTRAGSREIHENFOLGE = "vertragsreihenfolge"
"""Statt einer Liste: bei Gleichstand gilt die Reihenfolge des Vertrags."""


@frozen
class Uebertragungsangabe:
    """Die Tabelle ``[haushaltsjahr.uebertragung]``."""

    betrag: Geldbetrag | Uebertragungsumfang
    """Wie viel, in Cent, oder alles."""
    datum: date
    """Tag des Beschlusses."""
    ja: tuple[str, ...] = ()
    """Wer dafür war."""
    nein: tuple[str, ...] = ()
    """Wer dagegen war."""
    enthaltung: tuple[str, ...] = ()
    """Wer sich enthalten hat."""
    einstimmig: bool = False
    """Statt der drei Listen."""


@frozen
class Jahresangabe:
    """Die Tabelle ``[[haushaltsjahr]]``."""

    jahr: int
    """Das Haushaltsjahr."""
    eingezahlt: Zahlweise | None = None
    """Statt der Einzahlungen."""
    einzahlung: tuple[Einzahlung, ...] = ()
    """Die Einzahlungen."""
    verausgabt: Geldbetrag | None = None
    """Statt der Ausgaben ihre Summe, in Cent."""
    ausgabe: tuple[Ausgabe, ...] = ()
    """Die Ausgaben."""
    einnahme: tuple[Einnahme, ...] = ()
    """Die Einnahmen."""
    zusatzmittel: tuple[Zusatzmittel, ...] = ()
    """Die Zusatzmittel."""
    planung_erstellt: date | None = None
    """Tag der Planung."""
    abschlussbericht_erstellt: date | None = None
    """Tag des Abschlussberichts."""
    geprueft: date | None = None
    """Tag der Prüfung."""
    pruefungsergebnis: Pruefungsergebnis | None = None
    """Ergebnis der Prüfung."""
    uebertragung: Uebertragungsangabe | None = None
    """Beschluss, Mittel zu übertragen."""


@frozen
class Bestandsangabe:
    """Die Tabelle ``[[anfangsbestand]]``."""

    aus_jahr: int
    """Herkunftsjahr."""
    betrag: Geldbetrag
    """Betrag in Cent."""
    schluessel: Zahlungsschluessel | None = None
    """Schlüssel in der Reihenfolge der Datei; ohne Angabe gilt der der Fassung."""


@frozen
class Wechselangabe:
    """Die Tabelle ``[[fassungswechsel]]``."""

    fassung: str
    """Name der Fassung, die an die Stelle der bisherigen tritt."""
    ab: date | None = None
    """Ihr erster Tag; ohne Angabe der, den die Fassung selbst nennt."""


@frozen
class Auslegungsangabe:
    """Die Tabelle ``[auslegung]``."""

    lesarten: tuple[Lesart, ...] = ()
    """Die gewählten Lesarten."""
    rundung: str = Rundung.GROESSTER_REST.value
    """Die gewählte Rundung, oder ``offen``."""
    rundungsvorrang: tuple[str, ...] | None = None
    """Wer bei Gleichstand zuerst erhält; leer für die Reihenfolge des Vertrags, nichts ohne Angabe."""


@frozen
class Falldatei:
    """Eine ganze Falldatei."""

    fassung: str
    """Name der Fassung."""
    haushaltsjahr: tuple[Jahresangabe, ...] = ()
    """Die Haushaltsjahre in der Kurzform."""
    titel: str = OHNE_TITEL
    """Titel des Falls."""
    auslegung: Auslegungsangabe = Auslegungsangabe()
    """Gewählte Lesarten und Rechenkonvention."""
    anfangsbestand: tuple[Bestandsangabe, ...] = ()
    """Was das erste Jahr vorfindet."""
    beitritt: tuple[Beitrittsantrag, ...] = ()
    """Die Beitritte."""
    ereignis: tuple[Ereignis, ...] = ()
    """Die Ereignisse, in der Reihenfolge der Datei."""
    fassungswechsel: tuple[Wechselangabe, ...] = ()
    """Fassungen, die an die Stelle der ersten treten."""


@frozen
class Antragsdatei:
    """Eine ganze Datei mit einem Antrag auf Beitritt."""

    fassung: str
    """Name der Fassung."""
    antrag: Beitrittsantrag | None = None
    """Der Antrag; dass er fehlt, sagt erst :mod:`kooperationsvertrag.fall.antrag`."""
    titel: str = ""
    """Titel; leer, wenn die Datei keinen nennt."""
    auslegung: Auslegungsangabe = Auslegungsangabe()
    """Gewählte Lesarten; wie gerundet wird, spielt für einen Antrag keine Rolle."""


UEBERSCHRIFTEN: dict[type, str] = {
    Jahresangabe: "[[haushaltsjahr]]",
    Einzahlung: "[[haushaltsjahr.einzahlung]]",
    Ausgabe: "[[haushaltsjahr.ausgabe]]",
    Einnahme: "[[haushaltsjahr.einnahme]]",
    Zusatzmittel: "[[haushaltsjahr.zusatzmittel]]",
    Uebertragungsangabe: "[haushaltsjahr.uebertragung]",
    Auslegungsangabe: "[auslegung]",
    Bestandsangabe: "[[anfangsbestand]]",
    Beitrittsantrag: "[[beitritt]]",
    Wechselangabe: "[[fassungswechsel]]",
    Ereignis: "[[ereignis]]",
}
"""Wie die Überschrift jeder Tabelle in der Datei steht."""

UEBERSCHRIFTEN_DES_ANTRAGS: dict[type, str] = {Beitrittsantrag: "[antrag]", Auslegungsangabe: "[auslegung]"}
"""Wie die Überschrift jeder Tabelle in der Datei eines Antrags steht."""

_ANGABEN_AM_ANFANG = ("titel", "fassung")
_BEISPIELE = {
    "titel": '= "Haushaltsjahr 2018"',
    "fassung": '= "bericht-2017"',
    "haushaltsjahr": "[[haushaltsjahr]]",
    "jahr": "= 2018",
    "aus_jahr": "= 2017",
    "betrag": '= "43.417,55"',
    "beitrag": '= "30.000"',
    "datum": "= 2019-02-14",
    "ab": "= 2027-01-01",
    "zum": "= 2026-01-01",
    "partner": '= "duesseldorf"',
    "bezeichnung": '= "Standortkongress"',
    "kennung": '= "rhein-kreis-neuss"',
    "name": '= "Rhein-Kreis Neuss"',
    "akteur": '= "duesseldorf"',
    "an": '= "duesseldorf"',
    "vorhaben": '= "Förderantrag Gewerbeflächen"',
    "gegenstand": '= "uebertragung_beschliessen"',
    "inhalt": '= "die Planung zu genehmigen"',
    "person": '= "Stelle 1"',
    "bewerber": '= "rhein-kreis-neuss"',
    "ersetzt": '= "b-17"',
}
_BEISPIELE_JE_KLASSE: dict[type, dict[str, str]] = {
    BeitrittErklaert: {"akteur": '= "rhein-kreis-neuss"'},
    EmpfehlungAbgegeben: {"gegenstand": '= "planung_genehmigen"'},
}


def lies_vorrang(wert: object, _art: object = None) -> tuple[str, ...]:
    """Liest, wer bei Gleichstand zuerst erhält.

    Args:
        wert: Der Wert, wie TOML ihn liest.

    Returns:
        Die Partner; leer für die Reihenfolge des Vertrags.

    Raises:
        MangelError: Da steht weder die Reihenfolge des Vertrags noch eine Liste.
        IterableValidationError: Ein Glied der Liste ist kein Text; nennt jedes.

    >>> lies_vorrang("vertragsreihenfolge"), lies_vorrang(["ihk", "mettmann"])
    ((), ('ihk', 'mettmann'))
    """
    if wert == VERTRAGSREIHENFOLGE:
        return ()
    beispiel = f'= "{VERTRAGSREIHENFOLGE}" oder = ["ihk", "duesseldorf", "mettmann"]'
    if isinstance(wert, str):
        grund = f"„{zitat(wert)}“ gibt es hier nicht; möglich ist „{VERTRAGSREIHENFOLGE}“ oder eine Liste von Partnern."
        raise MangelError(grund + meinten_sie(naechster(wert, [VERTRAGSREIHENFOLGE])), beispiel)
    if not isinstance(wert, list) or not wert:
        grund = "Hier steht eine leere Liste" if wert == [] else f"Hier steht {art_des_werts(wert)}"
        raise MangelError(f"{grund}; möglich ist „{VERTRAGSREIHENFOLGE}“ oder eine Liste von Partnern.", beispiel)
    return _UMWANDLUNG.structure(wert, tuple[str, ...])


def ereignisklasse(tabelle: Mapping[str, object]) -> type[Ereignis] | None:
    """Gibt die Klasse zur ``art`` eines Ereignisses.

    Args:
        tabelle: Die Tabelle des Ereignisses, noch ungeprüft.

    Returns:
        Die Klasse; nichts, wenn es diese Art nicht gibt.

    >>> ereignisklasse({"art": "beitritt_erklaert"}), ereignisklasse({"art": 5})
    (<class 'kooperationsvertrag.ablauf.ereignis.BeitrittErklaert'>, None)
    """
    art = tabelle.get("art")
    return EREIGNISART.get(art) if isinstance(art, str) else None


def _lies_ereignis(wert: object, _art: object = Ereignis) -> Ereignis:
    """Liest ein Ereignis; auch wo seine Art nicht feststeht, werden seine übrigen Angaben geprüft."""
    if not isinstance(wert, dict):
        raise MangelError(f"Hier steht {art_des_werts(wert)}; erwartet ist eine Tabelle.", UEBERSCHRIFTEN[Ereignis])
    klasse = ereignisklasse(wert)
    angaben = {name: angabe for name, angabe in wert.items() if name != "art"}
    if klasse is None:
        maengel = [_mangel_der_art(wert), *fehler_in(_UMWANDLUNG, angaben, _EREIGNIS_UNBEKANNTER_ART)]
        raise ClassValidationError("ereignis", maengel, Ereignis)
    return _UMWANDLUNG.structure(angaben, klasse)


def _mangel_der_art(ereignis: Mapping[str, object]) -> MangelError:
    if "art" not in ereignis:
        grund = f"Die Angabe fehlt; möglich ist: {aufzaehlung(EREIGNISART)}."
        return MangelError(grund, '= "beitrag_gezahlt"', unterhalb=("art",), fehlt=("art",))
    return mangel_der_auswahl(ereignis["art"], tuple(EREIGNISART), unterhalb=("art",))


def _lies_glied(wert: object, auswahl: type[StrEnum]) -> StrEnum:
    """Liest ein Glied einer Aufzählung; dass Ausgaben nicht gegliedert sind, sagt nur ``verausgabt``."""
    return auswahl(
        lies_auswahl(wert, tuple(glied.value for glied in auswahl if glied is not Ausgabenart.NICHT_GEGLIEDERT))
    )


def _lies_auslegung(wert: object, _art: object = Auslegungsangabe) -> Auslegungsangabe:
    tabelle: object = _UMWANDLUNG.structure(wert, _AUSLEGUNGSTABELLE)
    angaben = {name: getattr(tabelle, name) for name in fields_dict(_AUSLEGUNGSTABELLE)}
    rundung, vorrang = angaben.pop("rundung"), angaben.pop("rundungsvorrang")
    return Auslegungsangabe(tuple(lesart for lesart in angaben.values() if lesart), rundung, vorrang)


_AUSLEGUNGSTABELLE = make_class(
    "Auslegungstabelle",
    {frage.frage(): feld(type=frage, default=None) for frage in AUSLEGUNGSFRAGEN}
    | {"rundung": feld(type=str, default=Rundung.GROESSTER_REST.value), "rundungsvorrang": feld(default=None)},
)
"""Je Auslegungsfrage ein Feld, dazu die Rechenkonvention."""

_EREIGNIS_UNBEKANNTER_ART = make_class(
    "EreignisUnbekannterArt",
    {
        name: feld(type=angabe.type, default=None)
        for klasse in EREIGNISART.values()
        for name, angabe in fields_dict(resolve_types(klasse)).items()
    }
    | {"datum": feld(type=date)},
    kw_only=True,
)
"""Alle Angaben, die irgendein Ereignis hat; nötig ist nur der Tag."""

_LESER_IN_EREIGNISSEN: dict[str, Leser] = {
    "kennung": lies_ereigniskennung,
    "ersetzt": lies_ereigniskennung,
    "beleg": lies_text_oder_leer,
    "grund": lies_text_oder_leer,
    "beschluss": lies_text_oder_leer,
    "personal_von": lies_text_oder_leer,
    "abgeordnet_an": lies_text_oder_leer,
    "begruendung": lies_text_oder_leer,
    "kreis": lies_text_oder_leer,
}
"""Angaben, die bei jedem Ereignis so zu lesen sind."""

_EIGENE_LESER: dict[type, dict[str, Leser]] = {
    Jahresangabe: {"verausgabt": lies_ausgabenbetrag},
    Ausgabe: {"betrag": lies_ausgabenbetrag},
    Uebertragungsangabe: {"betrag": lies_uebertragungsbetrag},
    Beitrittsantrag: {"kennung": lies_kennung, "kreis": lies_text_oder_leer, "begruendung": lies_text_oder_leer},
    Zusatzmittel: {"beschluss": lies_text_oder_leer},
    AusgabeGebucht: {"betrag": lies_gebuchte_ausgabe},
    BeschlussGefasst: {"betrag": lies_uebertragungsbetrag},
    BeitrittErklaert: {"akteur": lies_kennung},
    Aufhebung: {"ersetzt": lies_aufgehobenes},
    _EREIGNIS_UNBEKANNTER_ART: {"betrag": lies_uebertragungsbetrag},
    _AUSLEGUNGSTABELLE: {
        "rundung": lambda wert, _art: lies_auswahl(wert, (*Rundung, RUNDUNG_OFFEN)),
        "rundungsvorrang": lies_vorrang,
    },
}
"""Angaben, bei denen ihre Art nicht sagt, wie sie zu lesen sind."""


def _ueberschrift(klasse: type) -> str:
    if klasse is _EREIGNIS_UNBEKANNTER_ART:
        return UEBERSCHRIFTEN[Ereignis]
    koepfe = [kopf for tabelle, kopf in UEBERSCHRIFTEN.items() if issubclass(klasse, tabelle)]
    return koepfe[0] if koepfe else UEBERSCHRIFTEN[Auslegungsangabe]


def _ist_ereignis(klasse: type) -> bool:
    return _ueberschrift(klasse) == UEBERSCHRIFTEN[Ereignis]


def _leser(klasse: type) -> dict[str, Leser]:
    gemeinsame = _LESER_IN_EREIGNISSEN.items() if _ist_ereignis(klasse) else ()
    return {name: leser for name, leser in gemeinsame if name in fields_dict(klasse)} | _EIGENE_LESER.get(klasse, {})


def _umwandlung() -> Converter:
    neue = umwandlung(_ueberschrift, _leser)
    neue.register_structure_hook_func(lambda art: art is Ereignis, _lies_ereignis)
    neue.register_structure_hook(StrEnum, _lies_glied)
    neue.register_structure_hook(int, lies_jahr)
    neue.register_structure_hook(bool, lies_wahrheitswert)
    neue.register_structure_hook(Zahlungsschluessel, lies_schluessel)
    neue.register_structure_hook(Auslegungsangabe, _lies_auslegung)
    return neue


_UMWANDLUNG = _umwandlung()


def lies_tabellen(tabellen: Mapping[str, object]) -> tuple[Falldatei | None, list[tuple[Pfad, MangelError]]]:
    """Bringt die Tabellen einer Datei in ihre Form.

    Args:
        tabellen: Der Inhalt der Datei, wie TOML ihn liest.

    Returns:
        Die Falldatei, wenn jede Angabe für sich brauchbar ist, und alle Mängel mit ihrer Stelle.

    >>> _, [(pfad, mangel)] = lies_tabellen({"fassung": 2017})
    >>> pfad, mangel.grund
    (('fassung',), 'Hier steht eine ganze Zahl; erwartet ist ein Text.')
    """
    return _lies_datei(tabellen, Falldatei, UEBERSCHRIFTEN)


def lies_antragstabellen(
    tabellen: Mapping[str, object],
) -> tuple[Antragsdatei | None, list[tuple[Pfad, MangelError]]]:
    """Bringt die Tabellen der Datei eines Antrags in ihre Form.

    Args:
        tabellen: Der Inhalt der Datei, wie TOML ihn liest.

    Returns:
        Die Antragsdatei, wenn jede Angabe für sich brauchbar ist, und alle Mängel mit ihrer Stelle.

    >>> _, [(pfad, mangel)] = lies_antragstabellen({"fassung": "bericht-2017", "titel": 5})
    >>> pfad, mangel.grund
    (('titel',), 'Hier steht eine ganze Zahl; erwartet ist ein Text.')
    """
    return _lies_datei(tabellen, Antragsdatei, UEBERSCHRIFTEN_DES_ANTRAGS)


def _lies_datei(
    tabellen: Mapping[str, object], klasse: type[T], ueberschriften: Mapping[type, str]
) -> tuple[T | None, list[tuple[Pfad, MangelError]]]:
    """Liest eine Datei; was nur an einem falschen Ort steht, fehlt an seinem nicht noch einmal."""

    def unbekannt(name: str, tabelle: type) -> MangelError:
        return _unbekannt(name, tabelle, ueberschriften)

    datei, maengel = lies_datei(_UMWANDLUNG, tabellen, klasse, Auskunft(_ueberschrift, unbekannt, _beispiel))
    verirrt = {(pfad[-1],) for pfad, mangel in maengel if pfad and isinstance(mangel, FalscherOrtError)}
    return datei, [(pfad, mangel) for pfad, mangel in maengel if not (mangel.fehlt and pfad in verirrt)]


def _unbekannt(name: str, klasse: type, ueberschriften: Mapping[type, str]) -> MangelError:
    """Sagt, welche Angaben eine Tabelle kennt, oder wohin diese gehört."""
    if name in _ANGABEN_AM_ANFANG:
        grund = f"„{name}“ gehört an den Anfang der Datei, vor die erste Überschrift."
        return FalscherOrtError(grund, f"{name} {_BEISPIELE[name]}, über der ersten Überschrift")
    if name in fields_dict(_AUSLEGUNGSTABELLE):
        grund = f"„{name}“ gehört unter die Überschrift [auslegung]."
        return FalscherOrtError(grund, f"[auslegung] und in einer Zeile darunter {name} = …")
    if _ist_ereignis(klasse):
        return _unbekannt_im_ereignis(name, klasse)
    fremde = _tabelle_der_anderen_datei(name, klasse)
    if fremde:
        return fremde
    bekannte = tuple(fields_dict(klasse))
    andere = [kopf for tabelle, kopf in ueberschriften.items() if has(tabelle) and name in fields_dict(tabelle)]
    gemeint = naechster(name, bekannte)
    hinweis = meinten_sie(gemeint)
    if not hinweis and andere:
        wo = ", dort vor die erste Untertabelle" if ueberschriften is UEBERSCHRIFTEN else ""
        hinweis = f" „{zitat(name)}“ gehört zu {andere[0]}{wo}."
    return MangelError(
        f"Diese Angabe gibt es hier nicht.{hinweis} Bekannt sind: {aufzaehlung(bekannte)}.",
        f"{gemeint or bekannte[0]} = …",
    )


def _tabelle_der_anderen_datei(name: str, klasse: type) -> MangelError | None:
    """Sagt, welcher Befehl eine Tabelle liest, die in der falschen Datei steht; sonst nichts."""
    if klasse is Falldatei and name == "antrag":
        grund = "Einen Antrag prüft der Befehl „beitritt“; in einer Falldatei steht ein Beitritt unter [[beitritt]]."
        return MangelError(grund, "kooperationsvertrag beitritt ANTRAG")
    if klasse is Antragsdatei and name in fields_dict(Falldatei):
        grund = (
            f"„{name}“ gehört in eine Falldatei; die rechnet der Befehl „abrechnen“ ab. Der Befehl „beitritt“ prüft "
            "einen einzelnen Antrag, er steht unter [antrag]."
        )
        return MangelError(grund, "kooperationsvertrag abrechnen FALL")
    return None


def _unbekannt_im_ereignis(name: str, klasse: type) -> MangelError:
    """Sagt, welche Angaben ein Ereignis kennt; wer handelt, heißt nur in der Kurzform „partner“."""
    bekannte = ("art", *fields_dict(klasse))
    gemeint = "akteur" if name == "partner" else naechster(name, bekannte)
    wo = next((f'{UEBERSCHRIFTEN[Ereignis]} mit art = "{art}"' for art, k in EREIGNISART.items() if k is klasse), "")
    return MangelError(
        f"Diese Angabe gibt es in {wo or UEBERSCHRIFTEN[Ereignis]} nicht.{meinten_sie(gemeint)}"
        f" Bekannt sind: {aufzaehlung(bekannte)}.",
        f"{gemeint or bekannte[0]} = …",
    )


def _beispiel(name: str, klasse: type, auswahl: Iterable[StrEnum]) -> str:
    beispiel = _BEISPIELE_JE_KLASSE.get(klasse, _BEISPIELE).get(name) or _BEISPIELE.get(name)
    return beispiel or f'= "{next(iter(auswahl)).value}"'
