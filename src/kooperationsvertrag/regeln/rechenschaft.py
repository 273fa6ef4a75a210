"""Rechenschaft: Planung, Abschlussbericht, Prüfung und Prüfungsrecht.

Sätze: 17-G1 (Bericht und Rechenschaft), 17-F5 (Rechenschaft der Geschäftsstelle), 17-F6 (Prüfungsrecht), 17-F7
(Planung und Abschlussbericht) und 17-F8 (Prüfung vor der Rückführung).

Nicht geregelt: wer wem wie oft berichtet (OF-22), welche Tage „Beginn“ und „Ende“ sind (OF-23; die Lesarten geben
Tage), wer außer dem Rechnungsprüfungsamt der Landeshauptstadt Düsseldorf prüft und ob dessen Beanstandung etwas aufhält
(OF-24), ob die Prüfung eine Billigung verlangt (OF-25).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen

from kooperationsvertrag.norm import Befund, Norm, Schwere, regel
from kooperationsvertrag.vertrag import festlegungen, normen
from kooperationsvertrag.vertrag.lesarten import Berichtsfrist, Planungsfrist, Pruefung


class Pruefungsergebnis(StrEnum):
    """Was das Aufsichtsgremium zum geprüften Abschlussbericht festgehalten hat."""

    GEBILLIGT = "gebilligt"
    BEANSTANDET = "beanstandet"


class Rechenschaftshandlung(StrEnum):
    """Was im Rahmen der Rechenschaft zu tun ist."""

    PLANUNG_ERSTELLEN = "planung_erstellen"
    """Jahres- und Finanzplanung erstellen."""
    ABSCHLUSSBERICHT_ERSTELLEN = "abschlussbericht_erstellen"
    """Finanziellen und sachlichen Abschlussbericht erstellen."""
    ABSCHLUSSBERICHT_PRUEFEN = "abschlussbericht_pruefen"
    """Den Abschlussbericht prüfen."""
    MITTEL_ZURUECKFUEHREN = "mittel_zurueckfuehren"
    """Nicht verausgabte Mittel zurückführen."""
    BERICHTEN = "berichten"
    """Über die Tätigkeit berichten."""
    RECHENSCHAFT_ABLEGEN = "rechenschaft_ablegen"
    """Über Tätigkeit und Mittel Rechenschaft ablegen."""
    RECHNUNGSPRUEFUNG_DULDEN = "rechnungspruefung_dulden"
    """Die Rechnungsprüfung zulassen."""


JAHRESABLAUF: tuple[Rechenschaftshandlung, ...] = (
    Rechenschaftshandlung.PLANUNG_ERSTELLEN,
    Rechenschaftshandlung.ABSCHLUSSBERICHT_ERSTELLEN,
    Rechenschaftshandlung.ABSCHLUSSBERICHT_PRUEFEN,
    Rechenschaftshandlung.MITTEL_ZURUECKFUEHREN,
)
"""In welcher Reihenfolge ein Haushaltsjahr abläuft (17-F7, 17-F8); Tage nennt der Text nicht (OF-23)."""


@frozen
class Rechenschaftspflicht:
    """Wer wem was schuldet."""

    handlung: Rechenschaftshandlung
    """Was zu tun ist."""
    traeger: str
    """Wer es tut."""
    gegenueber: str
    """Wem gegenüber; leer, wenn der Text niemanden nennt."""
    zeit: str
    """Wann; leer, wenn der Text keine Zeit nennt."""
    voraussetzung: Rechenschaftshandlung | None
    """Was vorher geschehen sein muss, wenn etwas."""
    norm: Norm
    """Der Satz, auf dem die Pflicht beruht."""
    fragen: tuple[str, ...]
    """Kennungen der offenen Fragen dazu."""


RECHENSCHAFTSPFLICHTEN: tuple[Rechenschaftspflicht, ...] = (
    Rechenschaftspflicht(
        handlung=Rechenschaftshandlung.PLANUNG_ERSTELLEN,
        traeger="Geschäftsstelle",
        gegenueber="",
        zeit="zu Beginn jedes Haushaltsjahres der Landeshauptstadt Düsseldorf",
        voraussetzung=None,
        norm=normen.PLANUNG_UND_BERICHT,
        fragen=("OF-22", "OF-23"),
    ),
    Rechenschaftspflicht(
        handlung=Rechenschaftshandlung.ABSCHLUSSBERICHT_ERSTELLEN,
        traeger="Geschäftsstelle",
        gegenueber="",
        zeit="am Ende jedes Haushaltsjahres der Landeshauptstadt Düsseldorf",
        voraussetzung=None,
        norm=normen.PLANUNG_UND_BERICHT,
        fragen=("OF-22", "OF-23"),
    ),
    Rechenschaftspflicht(
        handlung=Rechenschaftshandlung.ABSCHLUSSBERICHT_PRUEFEN,
        traeger="Aufsichtsgremium",
        gegenueber="",
        zeit="",
        voraussetzung=Rechenschaftshandlung.ABSCHLUSSBERICHT_ERSTELLEN,
        norm=normen.RUECKFUEHRUNG,
        fragen=("OF-25",),
    ),
    Rechenschaftspflicht(
        handlung=Rechenschaftshandlung.MITTEL_ZURUECKFUEHREN,
        traeger="Landeshauptstadt Düsseldorf",
        gegenueber="Vertragspartner",
        zeit="",
        voraussetzung=Rechenschaftshandlung.ABSCHLUSSBERICHT_PRUEFEN,
        norm=normen.RUECKFUEHRUNG,
        fragen=("OF-16", "OF-25", "OF-26", "OF-35"),
    ),
    Rechenschaftspflicht(
        handlung=Rechenschaftshandlung.BERICHTEN,
        traeger="Regionalmanagement",
        gegenueber="Aufsichtsgremium",
        zeit="",
        voraussetzung=None,
        norm=normen.BERICHTSPFLICHT,
        fragen=("OF-22",),
    ),
    Rechenschaftspflicht(
        handlung=Rechenschaftshandlung.RECHENSCHAFT_ABLEGEN,
        traeger="Regionalmanagement",
        gegenueber="Aufsichtsgremium",
        zeit="",
        voraussetzung=None,
        norm=normen.BERICHTSPFLICHT,
        fragen=("OF-22",),
    ),
    Rechenschaftspflicht(
        handlung=Rechenschaftshandlung.RECHENSCHAFT_ABLEGEN,
        traeger="Geschäftsstelle",
        gegenueber="Aufsichtsgremium",
        zeit="",
        voraussetzung=None,
        norm=normen.RECHENSCHAFTSPFLICHT,
        fragen=("OF-22",),
    ),
    Rechenschaftspflicht(
        handlung=Rechenschaftshandlung.RECHNUNGSPRUEFUNG_DULDEN,
        traeger="Geschäftsstelle",
        gegenueber="Rechnungsprüfungsamt der Landeshauptstadt Düsseldorf",
        zeit="",
        voraussetzung=None,
        norm=normen.PRUEFUNGSRECHT,
        fragen=("OF-24",),
    ),
)
"""Alle Pflichten; zuerst der Jahresablauf, dann was ohne Zeitpunkt gilt."""


@regel(
    normen.BERICHTSPFLICHT,
    normen.RECHENSCHAFTSPFLICHT,
    normen.PRUEFUNGSRECHT,
    normen.PLANUNG_UND_BERICHT,
    normen.RUECKFUEHRUNG,
    festlegungen.GESCHAEFTSSTELLE_ERSTELLT,
)
def pflichten(handlung: Rechenschaftshandlung) -> tuple[Rechenschaftspflicht, ...]:
    """Jede Handlung der Rechenschaft hat einen, der sie schuldet.

    Wo der Text keinen nennt (17-F7, 17-F8), ist er dem Zusammenhang entnommen; die offene Frage steht dabei.

    Args:
        handlung: Was zu tun ist.

    Returns:
        Die Pflichten dazu; mehrere, wenn mehrere Sätze sie begründen.

    Quelle:
        17-G1, 17-F5, 17-F6, 17-F7, 17-F8.

    >>> [pflicht.traeger for pflicht in pflichten(Rechenschaftshandlung.RECHENSCHAFT_ABLEGEN)]
    ['Regionalmanagement', 'Geschäftsstelle']
    """
    return tuple([pflicht for pflicht in RECHENSCHAFTSPFLICHTEN if pflicht.handlung is handlung])


@regel(normen.PLANUNG_UND_BERICHT, festlegungen.FRISTEN_ALS_TAGE)
def planungstag(jahr: int, lesart: Planungsfrist) -> date:
    """Die Jahres- und Finanzplanung liegt zu Beginn des Haushaltsjahres vor; die Lesart gibt dafür den letzten Tag.

    Args:
        jahr: Das Haushaltsjahr.
        lesart: Was „zu Beginn“ heißt.

    Returns:
        Der letzte Tag, an dem die Planung rechtzeitig ist.

    Quelle:
        17-F7. Einen Tag nennt der Text nicht (OF-23).

    >>> planungstag(2019, Planungsfrist.VOR_JAHRESBEGINN)
    datetime.date(2018, 12, 31)
    >>> planungstag(2019, Planungsfrist.IM_ERSTEN_MONAT)
    datetime.date(2019, 1, 31)
    """
    return {
        Planungsfrist.VOR_JAHRESBEGINN: date(jahr - 1, 12, 31),
        Planungsfrist.AM_ERSTEN_TAG: date(jahr, 1, 1),
        Planungsfrist.IM_ERSTEN_MONAT: date(jahr, 1, 31),
        Planungsfrist.IM_ERSTEN_VIERTELJAHR: date(jahr, 3, 31),
    }[lesart]


@regel(normen.PLANUNG_UND_BERICHT, festlegungen.FRISTEN_ALS_TAGE)
def berichtstag(jahr: int, lesart: Berichtsfrist) -> date:
    """Der Abschlussbericht liegt am Ende des Haushaltsjahres vor; die Lesart gibt dafür den letzten Tag.

    Args:
        jahr: Das Haushaltsjahr, über das berichtet wird.
        lesart: Was „am Ende“ heißt.

    Returns:
        Der letzte Tag, an dem der Bericht rechtzeitig ist.

    Quelle:
        17-F7. Einen Tag nennt der Text nicht (OF-23).

    >>> berichtstag(2018, Berichtsfrist.BIS_JAHRESENDE)
    datetime.date(2018, 12, 31)
    >>> berichtstag(2018, Berichtsfrist.IM_FOLGENDEN_VIERTELJAHR)
    datetime.date(2019, 3, 31)
    """
    return {
        Berichtsfrist.BIS_JAHRESENDE: date(jahr, 12, 31),
        Berichtsfrist.IM_FOLGENDEN_VIERTELJAHR: date(jahr + 1, 3, 31),
        Berichtsfrist.MIT_DEM_JAHRESABSCHLUSS: date(jahr + 1, 12, 31),
    }[lesart]


@regel(normen.RUECKFUEHRUNG, festlegungen.WARTENDES_GELD, festlegungen.RECHNUNGSPRUEFUNG_HAELT_NICHT_AUF)
def ist_pruefung_abgeschlossen(geprueft: date | None, ergebnis: Pruefungsergebnis | None, lesart: Pruefung) -> bool:
    """Ohne abgeschlossene Prüfung durch das Aufsichtsgremium wird nichts zurückgeführt.

    Die Rechnungsprüfung ist keine Voraussetzung (OF-24).

    Args:
        geprueft: Tag der Prüfung; ohne Angabe ist nicht geprüft.
        ergebnis: Was festgehalten ist; ohne Angabe ist keine Billigung festgehalten.
        lesart: Ob die Vornahme genügt oder eine Billigung nötig ist.

    Returns:
        Ob die Prüfung so weit ist, dass zurückgeführt werden kann.

    Quelle:
        17-F8.

    >>> ist_pruefung_abgeschlossen(date(2019, 2, 14), None, Pruefung.VORNAHME_GENUEGT)
    True
    >>> ist_pruefung_abgeschlossen(date(2019, 2, 14), None, Pruefung.BILLIGUNG_NOETIG)
    False
    """
    if geprueft is None:
        return False
    return lesart is Pruefung.VORNAHME_GENUEGT or ergebnis is Pruefungsergebnis.GEBILLIGT


@regel(normen.RUECKFUEHRUNG)
def braucht_lesart_der_pruefung(geprueft: date | None, ergebnis: Pruefungsergebnis | None) -> bool:
    """Ob die Prüfung eine Billigung verlangt, ist nur zu klären, wenn geprüft, aber keine Billigung festgehalten ist.

    Args:
        geprueft: Tag der Prüfung; ohne Angabe ist nicht geprüft.
        ergebnis: Was festgehalten ist; ohne Angabe ist keine Billigung festgehalten.

    Returns:
        Ob die Lesarten der Prüfung (OF-25) hier zu verschiedenen Ergebnissen führen.

    Quelle:
        17-F8.

    >>> braucht_lesart_der_pruefung(date(2019, 2, 14), Pruefungsergebnis.GEBILLIGT)
    False
    """
    return geprueft is not None and ergebnis is not Pruefungsergebnis.GEBILLIGT


@regel(normen.PLANUNG_UND_BERICHT, normen.RUECKFUEHRUNG, festlegungen.NUR_DIE_REIHENFOLGE)
def reihenfolge_befunde(
    *, jahr: int, planung_erstellt: date | None, abschlussbericht_erstellt: date | None, geprueft: date | None
) -> tuple[Befund, ...]:
    """Die Planung kommt vor dem Abschlussbericht, der Abschlussbericht vor der Prüfung.

    Verglichen wird nur die Reihenfolge, nie mit einem Tag im Kalender. Derselbe Tag gilt als richtige Reihenfolge.

    Args:
        jahr: Das Haushaltsjahr.
        planung_erstellt: Tag der Jahres- und Finanzplanung, wenn bekannt.
        abschlussbericht_erstellt: Tag des Abschlussberichts, wenn bekannt.
        geprueft: Tag der Prüfung durch das Aufsichtsgremium; ohne Angabe ist nicht geprüft.

    Returns:
        Eine Warnung je verkehrter Reihenfolge; ein Hinweis, wenn eine Prüfung, aber kein Abschlussbericht
        festgehalten ist. Was nicht bekannt ist, ergibt sonst nichts.

    Quelle:
        17-F7, 17-F8.

    >>> [befund] = reihenfolge_befunde(
    ...     jahr=2018,
    ...     planung_erstellt=None,
    ...     abschlussbericht_erstellt=date(2019, 2, 28),
    ...     geprueft=date(2019, 2, 14),
    ... )
    >>> befund.text
    'Haushaltsjahr 2018: Die Prüfung ist vom 14.02.2019, der Abschlussbericht erst vom 28.02.2019.'
    """
    planung = ("Die Planung", planung_erstellt)
    bericht = ("Der Abschlussbericht", abschlussbericht_erstellt)
    pruefung = ("Die Prüfung", geprueft)
    befunde = [
        *_verkehrt(jahr, "abschlussbericht_vor_planung", planung, bericht, (normen.PLANUNG_UND_BERICHT,)),
        *_verkehrt(jahr, "pruefung_vor_abschlussbericht", bericht, pruefung, (normen.RUECKFUEHRUNG,)),
    ]
    if geprueft is not None and abschlussbericht_erstellt is None:
        text = (
            f"Haushaltsjahr {jahr}: Eine Prüfung vom {geprueft:%d.%m.%Y} ist festgehalten, aber kein Abschlussbericht."
        )
        beide = (normen.PLANUNG_UND_BERICHT, normen.RUECKFUEHRUNG)
        befunde += [
            *_verkehrt(jahr, "pruefung_vor_planung", planung, pruefung, beide),
            Befund("pruefung_ohne_abschlussbericht", Schwere.HINWEIS, text, beide),
        ]
    return tuple(befunde)


def _verkehrt(
    jahr: int, kennung: str, erst: tuple[str, date | None], dann: tuple[str, date | None], saetze: tuple[Norm, ...]
) -> tuple[Befund, ...]:
    """Eine Warnung, wenn das Spätere vor dem Früheren liegt und beide Tage bekannt sind."""
    (frueheres, frueher), (spaeteres, spaeter) = erst, dann
    if frueher is None or spaeter is None or frueher <= spaeter:
        return ()
    text = (
        f"Haushaltsjahr {jahr}: {spaeteres} ist vom {spaeter:%d.%m.%Y}, "
        f"{frueheres[0].lower()}{frueheres[1:]} erst vom {frueher:%d.%m.%Y}."
    )
    return (Befund(kennung, Schwere.WARNUNG, text, saetze),)
