"""Fragenbeispiele: zu jeder Frage, die sich rechnen lässt, ein Fall, unter jeder Lesart gerechnet.

Kein Betrag ist getippt, der herauskommt: Getippt ist nur der Sachverhalt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import permutations

from attrs import evolve, frozen
from auszeichnung import maskiert, tabelle
from beispielfassungen import BEISPIELE

from kooperationsvertrag import (
    BERICHT_2017,
    Aufzeichnung,
    Ausgabe,
    Ausgabenart,
    Auslegung,
    Beitrittsantrag,
    Einnahme,
    Einnahmenart,
    Einzahlung,
    Geldbetrag,
    Haushaltsjahr,
    Jahresabrechnung,
    Pruefungsergebnis,
    Rechenkonvention,
    Rundung,
    Stimmabgabe,
    Uebertragungsbeschluss,
    Uebertragungsumfang,
    Zahlungsschluessel,
    Zahlweise,
    Zusatzmittel,
    aufteilen,
    ergebnis,
)
from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.fall.einlesen import lade_fall
from kooperationsvertrag.geld import NULL, Betraege
from kooperationsvertrag.regeln.finanzierung import duerfen_zusatzmittel_angestrebt_werden, leistungsfaehigkeit
from kooperationsvertrag.regeln.gremien import minimale_mehrheiten, sitze
from kooperationsvertrag.regeln.mitgliedschaft import beitraege_nach_beitritt, fassung_nach_beitritt
from kooperationsvertrag.regeln.personal import ist_personal_gestellt
from kooperationsvertrag.regeln.rechenschaft import berichtstag, planungstag
from kooperationsvertrag.vertrag.fragen import FRAGEN, beschreibung
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Berichtsfrist,
    Drittmittel,
    Kreisangehoerige,
    Leistungsfaehigkeit,
    Planungsfrist,
    Pruefung,
    Rueckfuehrungsbasis,
    SchluesselNachBeitritt,
    SitzNachBeitritt,
    Stellendauer,
    UebertragRueckfuehrung,
    UebertragVerbrauch,
    ZusatzmittelVerbrauch,
)
from kooperationsvertrag.vertrag.partner import Rechtsform

euro = Geldbetrag.aus_euro
NEUER = "Rhein-Kreis Neuss"
GRUENDER = BERICHT_2017.partner_kennungen


@frozen
class Fragenbeispiel:
    """Ein Sachverhalt und was jede Lesart daraus macht."""

    sachverhalt: str
    """Was angenommen ist, in einem oder zwei Sätzen."""
    ergebnis: str
    """Die Tabelle der Lesarten, als Markdown."""
    angenommen: str = ""
    """Welche Lesarten anderer Fragen dabei gewählt sind, und wann es auf die Frage hier nicht ankäme."""


def fragenbeispiel(schluessel: str) -> Fragenbeispiel | None:
    """Rechnet das Beispiel zu einer Frage.

    Args:
        schluessel: Der Schlüssel der Frage in der Falldatei.

    Returns:
        Das Beispiel, oder nichts, wenn es zu dem Schlüssel keines gibt.
    """
    rechne = _BEISPIELE.get(schluessel)
    return rechne() if rechne else None


# Fälle, die sich als Haushaltsjahr rechnen lassen ---------------------------------------------------------------------


def _jahr(ausgaben: int, jahr: int = 2026) -> Haushaltsjahr:
    return Haushaltsjahr(
        jahr=jahr,
        eingezahlt=Zahlweise.WIE_VEREINBART,
        ausgaben=(Ausgabe("Projekte", Ausgabenart.PROJEKT, euro(ausgaben)),),
        geprueft=date(jahr + 1, 2, 12),
        pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
    )


def _antrag(*, rechtsform: Rechtsform = Rechtsform.KREIS, zum: date = date(2026, 1, 1)) -> Beitrittsantrag:
    gemeinde = rechtsform is Rechtsform.KREISANGEHOERIGE_GEMEINDE
    return Beitrittsantrag(
        kennung="neuer-partner",
        name="Musterstadt" if gemeinde else NEUER,
        rechtsform=rechtsform,
        beitrag=euro(30_000),
        zum=zum,
        foerderlich=True,
        begruendung="Annahme",
        kreis="Kreis Mettmann" if gemeinde else "",
        zustimmung=(*GRUENDER, "aufsichtsgremium"),
    )


def _je_lesart(
    sachverhalt: str, aufzeichnung: Aufzeichnung, frage: type[Lesart], *gewaehlt: Lesart, mit_beitraegen: bool = False
) -> Fragenbeispiel:
    """Rechnet einen Fall unter jeder Lesart einer Frage und zeigt das letzte Jahr."""
    jahre = {lesart: _letztes_jahr(aufzeichnung, lesart, *gewaehlt) for lesart in frage}
    ergebnistabelle = lesartentabelle(jahre, _namen(aufzeichnung), mit_beitraegen=mit_beitraegen)
    return Fragenbeispiel(sachverhalt, ergebnistabelle, _angenommen(aufzeichnung, frage, gewaehlt))


def _angenommen(aufzeichnung: Aufzeichnung, frage: type[Lesart], gewaehlt: Sequence[Lesart]) -> str:
    """Nennt die Lesarten, unter denen gerechnet ist, und die anderen, unter denen die Frage hier nichts ausmachte."""
    if not gewaehlt:
        return ""
    namen = "; ".join(f"{_lesart(lesart)}, {_nummer(lesart)}" for lesart in gewaehlt)
    ohne_wirkung = [
        f"`{andere}`"
        for lesart in gewaehlt
        for andere in type(lesart)
        if andere is not lesart
        and _nummer(lesart) == _nummer(next(iter(frage)))
        and _ist_einerlei(aufzeichnung, frage, [andere if eine is lesart else eine for eine in gewaehlt])
    ]
    einerlei = (
        f" Unter {' und unter '.join(ohne_wirkung)} käme es hier auf diese Frage nicht an." if ohne_wirkung else ""
    )
    return f"Gewählt ist dabei: {namen}.{einerlei}"


def _ist_einerlei(aufzeichnung: Aufzeichnung, frage: type[Lesart], gewaehlt: Sequence[Lesart]) -> bool:
    jahre = (_letztes_jahr(aufzeichnung, lesart, *gewaehlt) for lesart in frage)
    betraege = [(jahr.rueckfuehrung, jahr.forderungen, jahr.uebertrag_in_folgejahr, jahr.vereinbart) for jahr in jahre]
    return betraege.count(betraege[0]) == len(betraege)


def _nummer(lesart: Lesart) -> str:
    return next(frage.kennung for frage in FRAGEN if any(auswahl.lesart is type(lesart) for auswahl in frage.auswahlen))


def _letztes_jahr(aufzeichnung: Aufzeichnung, *lesarten: Lesart) -> Jahresabrechnung:
    gerechnet = ergebnis(aufzeichnung, Auslegung.mit(*lesarten))
    if not gerechnet.ist_eindeutig:
        raise ValueError(f"Das Beispiel hängt noch von {gerechnet.offene_fragen} ab.")
    return gerechnet.haushaltsjahre[-1]


def _namen(aufzeichnung: Aufzeichnung) -> Mapping[str, str]:
    return {**aufzeichnung.fassung.namen, **{antrag.kennung: antrag.name for antrag in aufzeichnung.beitritte}}


def lesartentabelle(
    jahre: Mapping[Lesart, Jahresabrechnung], namen: Mapping[str, str], *, mit_beitraegen: bool = False
) -> str:
    """Stellt nebeneinander, was Lesarten für ein Haushaltsjahr ergeben; Zeilen ohne Betrag entfallen.

    Args:
        jahre: Je Lesart die Abrechnung.
        namen: Name je Partner.
        mit_beitraegen: Ob auch die vereinbarten Beiträge dastehen.
    """
    gerechnet = list(jahre.values())
    zeilen: list[tuple[str, list[Geldbetrag]]] = []
    if mit_beitraegen:
        zeilen += [
            (f"Beitrag {name}", [jahr.vereinbart.get(wer, NULL) for jahr in gerechnet]) for wer, name in namen.items()
        ]
    zeilen += [
        *(
            (f"Rückführung {name}", [jahr.rueckfuehrung.get(wer, NULL) for jahr in gerechnet])
            for wer, name in namen.items()
        ),
        *(
            (f"noch zu zahlen {name}", [jahr.forderungen.get(wer, NULL) for jahr in gerechnet])
            for wer, name in namen.items()
        ),
        ("weiter ins nächste Jahr", [jahr.uebertrag_in_folgejahr for jahr in gerechnet]),
        ("wartet auf die Prüfung", [jahr.wartet_auf_pruefung for jahr in gerechnet]),
    ]
    return tabelle(
        ("Betrag", *(f"`{lesart}`" for lesart in jahre)),
        [(titel, *map(str, betraege)) for titel, betraege in zeilen if any(betraege)],
        klasse="gestapelt betraege",
    )


def _lesart(lesart: Lesart) -> str:
    return f"{maskiert(beschreibung(lesart).titel)} (`{lesart}`)"


def _beitrittsentscheidung() -> Fragenbeispiel:
    antrag = evolve(_antrag(), zustimmung=("duesseldorf", "mettmann"))
    return _je_lesart(
        f"Der {NEUER} will mit 30.000 € im Jahr beitreten. Düsseldorf und der Kreis Mettmann stimmen zu, die IHK und "
        "das Aufsichtsgremium nicht. Ausgegeben sind 90.000 €. (Gedankenspiel: ein solcher Beitritt ist nicht "
        "bekannt.)",
        Aufzeichnung(BERICHT_2017, (_jahr(90_000),), (antrag,)),
        Beitrittsentscheidung,
        SchluesselNachBeitritt.ADDITIV,
    )


def _kreisangehoerige() -> Fragenbeispiel:
    antrag = _antrag(rechtsform=Rechtsform.KREISANGEHOERIGE_GEMEINDE)
    return _je_lesart(
        "Eine Stadt im Kreis Mettmann will mit 30.000 € im Jahr beitreten; alle stimmen zu. Ausgegeben sind 90.000 €.",
        Aufzeichnung(BERICHT_2017, (_jahr(90_000),), (antrag,)),
        Kreisangehoerige,
        SchluesselNachBeitritt.ADDITIV,
    )


def _schluessel_nach_beitritt() -> Fragenbeispiel:
    return _je_lesart(
        f"Der {NEUER} tritt zum Jahresbeginn bei und bietet 30.000 € im Jahr. Ausgegeben sind 90.000 €. "
        "(Gedankenspiel: ein solcher Beitritt ist nicht bekannt.)",
        Aufzeichnung(BERICHT_2017, (_jahr(90_000),), (_antrag(),)),
        SchluesselNachBeitritt,
        mit_beitraegen=True,
    )


def _beitrittszeitpunkt() -> Fragenbeispiel:
    return _je_lesart(
        f"Der {NEUER} tritt zum 1. Juli mit 30.000 € im Jahr bei. Ausgegeben sind 90.000 €. (Gedankenspiel: ein "
        "solcher Beitritt ist nicht bekannt.)",
        Aufzeichnung(BERICHT_2017, (_jahr(90_000),), (_antrag(zum=date(2026, 7, 1)),)),
        Beitrittszeitpunkt,
        SchluesselNachBeitritt.ADDITIV,
        mit_beitraegen=True,
    )


def _abstimmung() -> Fragenbeispiel:
    beschluss = Uebertragungsbeschluss(
        Uebertragungsumfang.ALLES, date(2027, 2, 12), Stimmabgabe(ja=("duesseldorf", "ihk"), nein=("mettmann",))
    )
    return _je_lesart(
        "Übrig sind 30.000 €. Düsseldorf und die IHK stimmen dafür, alles zu übertragen, der Kreis Mettmann dagegen.",
        Aufzeichnung(BERICHT_2017, (evolve(_jahr(90_000), uebertragung=beschluss),)),
        Abstimmung,
    )


def _rueckfuehrungsbasis() -> Fragenbeispiel:
    gezahlt = (
        Einzahlung("duesseldorf", euro(50_000)),
        Einzahlung("mettmann", euro(50_000)),
        Einzahlung("ihk", euro(10_000)),
    )
    return _je_lesart(
        "Düsseldorf und der Kreis Mettmann zahlen je 50.000 €, die IHK nur 10.000 €. Ausgegeben sind 80.000 €.",
        Aufzeichnung(BERICHT_2017, (evolve(_jahr(80_000), eingezahlt=gezahlt),)),
        Rueckfuehrungsbasis,
    )


def _zusatzmittel_verbrauch() -> Fragenbeispiel:
    return _je_lesart(
        "Der Kreis Mettmann gibt 30.000 € Zusatzmittel. Mit ihnen sind 150.000 € da; ausgegeben sind 110.000 €.",
        Aufzeichnung(BERICHT_2017, (evolve(_jahr(110_000), zusatzmittel=(Zusatzmittel("mettmann", euro(30_000)),)),)),
        ZusatzmittelVerbrauch,
    )


def _pruefung() -> Fragenbeispiel:
    return _je_lesart(
        "Das Aufsichtsgremium hat den Abschlussbericht geprüft und beanstandet. Übrig sind 30.000 €.",
        Aufzeichnung(BERICHT_2017, (evolve(_jahr(90_000), pruefungsergebnis=Pruefungsergebnis.BEANSTANDET),)),
        Pruefung,
    )


def _drittmittel() -> Fragenbeispiel:
    foerderung = Einnahme("Förderung", Einnahmenart.DRITTMITTEL, euro(24_000))
    return _je_lesart(
        "Das Land fördert ein Projekt mit 24.000 €. Ausgegeben sind 90.000 €.",
        Aufzeichnung(BERICHT_2017, (evolve(_jahr(90_000), einnahmen=(foerderung,)),)),
        Drittmittel,
    )


def _uebertrag(frage: type[Lesart], *gewaehlt: Lesart) -> Fragenbeispiel:
    fall = lade_fall(BEISPIELE / "beitritt-zwischen-zwei-jahren.toml")
    erstes, zweites = fall.aufzeichnung.haushaltsjahre
    return _je_lesart(
        f"Aus {erstes.jahr} sind 12.000 € übertragen; sie stammen von den drei Gründern. {zweites.jahr} ist ein "
        "vierter Partner dabei, zusammen zahlen sie 150.000 €, ausgegeben sind 142.000 €. (Gedankenspiel: ein solcher "
        "Beitritt ist nicht bekannt.)",
        fall.aufzeichnung,
        frage,
        SchluesselNachBeitritt.ADDITIV,
        *gewaehlt,
    )


# Fragen, an denen kein Betrag hängt, sondern ein Tag, ein Sitz oder ein Ja --------------------------------------------


def _sitz_nach_beitritt() -> Fragenbeispiel:
    antrag = _antrag()
    beitraege = beitraege_nach_beitritt(
        BERICHT_2017.beitraege, ["ihk"], antrag.kennung, antrag.beitrag, SchluesselNachBeitritt.ADDITIV
    ).beitraege
    danach = fassung_nach_beitritt(BERICHT_2017, antrag, beitraege)
    zeilen = [
        (_lesart(lesart), _lesart(regel), _mehrheiten(sitze(danach, lesart), danach.beitraege, regel, danach.namen))
        for lesart in SitzNachBeitritt
        for regel in Abstimmung
    ]
    return Fragenbeispiel(
        f"Der {NEUER} ist mit 30.000 € im Jahr beigetreten (Gedankenspiel: ein solcher Beitritt ist nicht bekannt). "
        "Wer kann zusammen beschließen?",
        tabelle(("Sitz", "Abstimmung", "kleinste Mehrheiten"), zeilen, breiten="30 30 40", klasse="gestapelt"),
    )


def _mehrheiten(wer: Sequence[str], gewichte: Betraege, regel: Abstimmung, namen: Mapping[str, str]) -> str:
    gefunden = minimale_mehrheiten(wer, gewichte, regel)
    return "\n\n".join(" + ".join(namen[partner] for partner in gruppe) for gruppe in gefunden) or "keine"


def _leistungsfaehigkeit() -> Fragenbeispiel:
    geplant, gebunden = euro(90_000), euro(45_000)
    zeilen = []
    for lesart in Leistungsfaehigkeit:
        grenze = leistungsfaehigkeit(
            jahresbudget=BERICHT_2017.beitraege.summe, uebertrag=NULL, gebunden=gebunden, lesart=lesart
        )
        darf = duerfen_zusatzmittel_angestrebt_werden(
            eigenanteile=geplant, leistungsfaehigkeit=grenze, ist_wichtig=True
        )
        zeilen.append((_lesart(lesart), str(grenze), "ja" if darf else "nein"))
    return Fragenbeispiel(
        f"Wichtige Förderprojekte brauchen {geplant} Eigenanteile; {gebunden} sind schon für anderes gebunden.",
        tabelle(("Lesart", "Leistungsfähigkeit", "dürfen Zusatzmittel angestrebt werden?"), zeilen, klasse="gestapelt"),
    )


def _frist(frage: type[Planungsfrist] | type[Berichtsfrist]) -> Fragenbeispiel:
    tage = [
        (lesart, planungstag(2026, lesart) if isinstance(lesart, Planungsfrist) else berichtstag(2026, lesart))
        for lesart in frage
    ]
    was = "die Planung" if frage is Planungsfrist else "der Abschlussbericht"
    return Fragenbeispiel(
        f"Bis wann muss {was} für das Haushaltsjahr 2026 vorliegen?",
        tabelle(("Lesart", "letzter Tag"), [(_lesart(lesart), f"{tag:%d.%m.%Y}") for lesart, tag in tage]),
    )


def _stellendauer() -> Fragenbeispiel:
    zeilen = []
    for lesart in Stellendauer:
        im_jahr = ist_personal_gestellt(zugesagt=1, jemals=1, im_jahr=1, am_stichtag=0, lesart=lesart)
        danach = ist_personal_gestellt(zugesagt=1, jemals=1, im_jahr=0, am_stichtag=0, lesart=lesart)
        zeilen.append((_lesart(lesart), "ja" if im_jahr else "nein", "ja" if danach else "nein"))
    return Fragenbeispiel(
        "Ein Partner hat eine Stelle zugesagt, sie zu Beginn besetzt und die Person im Lauf eines Jahres abberufen. "
        "Hat er sein Personal gestellt?",
        tabelle(("Lesart", "im Jahr der Abberufung", "im Jahr danach"), zeilen, klasse="gestapelt"),
    )


def _wechseljahr() -> Fragenbeispiel:
    from kooperationsvertrag.regeln.laufzeit import beitraege_im_wechseljahr
    from kooperationsvertrag.vertrag.lesarten import Wechseljahr

    alt = BERICHT_2017.beitraege
    neu = Betraege.von({wer: euro(30_000) if wer == "ihk" else betrag for wer, betrag in alt.items()})
    zeilen = []
    for lesart in Wechseljahr:
        beitraege = beitraege_im_wechseljahr(alt, alt, neu, date(2027, 7, 1), lesart)
        zeilen.append((_lesart(lesart), *(str(beitraege[wer]) for wer in GRUENDER)))
    return Fragenbeispiel(
        "Ab 1. Juli 2027 gilt eine neue Fassung: Die IHK zahlt 30.000 € im Jahr statt 20.000 €. Was ist für 2027 "
        "vereinbart? (Gedankenspiel.)",
        tabelle(("Lesart", *(BERICHT_2017.namen[wer] for wer in GRUENDER)), zeilen, klasse="gestapelt betraege"),
    )


def _rundung() -> Fragenbeispiel:
    schluessel = Zahlungsschluessel.aus_betraegen(BERICHT_2017.beitraege)
    zeilen = []
    for betrag in (euro(100), Geldbetrag(6)):
        for rundung in Rundung:
            geteilt = aufteilen(betrag, schluessel, Rechenkonvention(rundung))
            anteile = (str(geteilt.betraege[wer]) for wer in GRUENDER)
            zeilen.append((str(betrag), _lesart(rundung), *anteile, str(geteilt.verbleibt)))
    return Fragenbeispiel(
        f"Ein Betrag ist {schluessel} zu teilen.",
        tabelle(
            ("Betrag", "Rundung", *(BERICHT_2017.namen[wer] for wer in GRUENDER), "bleibt"),
            zeilen,
            klasse="gestapelt betraege",
        ),
    )


def _rundungsvorrang() -> Fragenbeispiel:
    schluessel = Zahlungsschluessel.aus_betraegen(BERICHT_2017.beitraege)
    zeilen = []
    for folge in permutations(GRUENDER):
        geteilt = aufteilen(Geldbetrag(6), schluessel, Rechenkonvention(vorrang=folge))
        namen = ", ".join(BERICHT_2017.namen[wer] for wer in folge)
        zeilen.append((namen, *(str(geteilt.betraege[wer]) for wer in GRUENDER)))
    return Fragenbeispiel(
        f"{Geldbetrag(6)} sind {schluessel} zu teilen; der Bruchteil ist bei Düsseldorf und dem Kreis Mettmann "
        "gleich groß.",
        tabelle(("Reihenfolge", *(BERICHT_2017.namen[wer] for wer in GRUENDER)), zeilen, klasse="gestapelt betraege"),
    )


_BEISPIELE: Mapping[str, Callable[[], Fragenbeispiel]] = {
    "beitrittsentscheidung": _beitrittsentscheidung,
    "kreisangehoerige": _kreisangehoerige,
    "schluessel_nach_beitritt": _schluessel_nach_beitritt,
    "sitz_nach_beitritt": _sitz_nach_beitritt,
    "beitrittszeitpunkt": _beitrittszeitpunkt,
    "abstimmung": _abstimmung,
    "rueckfuehrungsbasis": _rueckfuehrungsbasis,
    "wechseljahr": _wechseljahr,
    "leistungsfaehigkeit": _leistungsfaehigkeit,
    "zusatzmittel_verbrauch": _zusatzmittel_verbrauch,
    "planungsfrist": lambda: _frist(Planungsfrist),
    "berichtsfrist": lambda: _frist(Berichtsfrist),
    "pruefung": _pruefung,
    "drittmittel": _drittmittel,
    "stellendauer": _stellendauer,
    "rundung": _rundung,
    "rundungsvorrang": _rundungsvorrang,
    "uebertrag_verbrauch": lambda: _uebertrag(UebertragVerbrauch, UebertragRueckfuehrung.RUECKFUEHRBAR),
    "uebertrag_rueckfuehrung": lambda: _uebertrag(UebertragRueckfuehrung, UebertragVerbrauch.JUENGSTE_ZUERST),
}
