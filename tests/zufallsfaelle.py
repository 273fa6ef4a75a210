"""Zufällige Fälle mit gewählten Lesarten, für den Vergleich der Bibliothek mit der zweiten Rechnung.

Die Fälle häufen, was selten ist: gleiche Reste, einzelne Cent, verhältnisgleiche und ungleiche Schlüssel, genau
verbrauchte Schichten, Überschreitungen, Stimmengleichheit, Tage um einen Beitritt. Jeder Fall hält sich an die Regeln
der Falldatei; eine Zeile für einen Beitretenden gibt es nur, wo er nach irgendeiner Lesart Partner sein kann.
"""

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from referenz import Fall, Lesarten, ist_wirksam, rechne, vereinbart

GRUENDER = ("duesseldorf", "mettmann", "ihk")
VERTRAG = {"duesseldorf": 5_000_000, "mettmann": 5_000_000, "ihk": 2_000_000}
ARTEN = ("projekt", "veranstaltung", "geschaeftsbetrieb", "eigenanteil")

LESARTEN: dict[str, tuple[str, ...]] = {
    "beitrittsentscheidung": ("alle_partner", "aufsichtsgremium", "mehrheit_der_partner", "erklaerung_genuegt"),
    "kreisangehoerige": ("beitrittsfaehig", "nicht_beitrittsfaehig"),
    "schluessel_nach_beitritt": ("additiv", "gleiches_budget", "kommunal_gleich", "ohne_beitrag"),
    "sitz_nach_beitritt": ("jeder_partner_ein_sitz", "liste_abgeschlossen"),
    "beitrittszeitpunkt": ("nach_monaten", "nach_tagen", "voller_jahresbeitrag", "erst_zum_jahresbeginn"),
    "abstimmung": ("einstimmig", "mehrheit", "gewichtet_einfach", "gewichtet_zwei_drittel"),
    "rueckfuehrungsbasis": ("vereinbarter_schluessel", "tatsaechliche_zahlungen", "kosten_nach_schluessel"),
    "leistungsfaehigkeit": ("jahresbudget", "noch_freie_mittel"),
    "zusatzmittel_verbrauch": ("zuletzt", "anteilig"),
    "pruefung": ("vornahme_genuegt", "billigung_noetig"),
    "drittmittel": ("erhoehen_die_mittel", "ausserhalb_des_budgets"),
    "uebertrag_verbrauch": ("ein_topf", "aelteste_zuerst", "juengste_zuerst", "anteilig"),
    "uebertrag_rueckfuehrung": ("rueckfuehrbar", "verbleibt"),
    "rundung": ("groesster_rest", "kaufmaennisch_letzter_gleicht_aus", "abrunden_rest_bleibt"),
}


# Bausteine ------------------------------------------------------------------------------------------------------------


def betrag(zufall: random.Random) -> int:
    """Ein Betrag in Cent: null, winzig, üblich, krumm oder riesig."""
    art = zufall.random()
    if art < 0.08:
        return 0
    if art < 0.3:
        return zufall.randint(1, 30)
    if art < 0.55:
        return zufall.choice([12_00, 1_000_00, 10_000_00, 12_000_00, 50_000_00]) + zufall.choice([0, 0, 1, 4, 6, 11])
    if art < 0.95:
        return zufall.randint(1, 10 ** zufall.randint(2, 7))
    return zufall.randint(10**14, 10**15)


def auswahl(zufall: random.Random, menge: Sequence[str], dichte: float = 0.6) -> list[str]:
    """Einige, alle oder keine, in zufälliger Reihenfolge."""
    return [wer for wer in zufall.sample(list(menge), len(menge)) if zufall.random() < dichte]


def tag(zufall: random.Random, jahr: int) -> date:
    """Ein Tag des Jahres, mit Vorliebe für Jahresanfang, Jahresmitte und Ränder."""
    schalttag = date(jahr, 3, 1) - timedelta(days=1)
    beliebig = date(jahr, 1, 1) + timedelta(days=zufall.randrange(365))
    gern = [date(jahr, 1, 1), date(jahr, 7, 1), date(jahr, 7, 15), date(jahr, 1, 2), date(jahr, 12, 31), schalttag]
    return zufall.choice([*gern, date(jahr, 1, 1), beliebig, beliebig, beliebig])


def als_zahlen(wann: date) -> tuple[int, int, int]:
    """Der Tag als Jahr, Monat, Tag."""
    return wann.year, wann.month, wann.day


def waehle_lesarten(zufall: random.Random, kennungen: Sequence[str]) -> Lesarten:
    """Zu jeder Frage eine Lesart, dazu Rundung und Vorrang; eine leere Liste ist die Vertragsreihenfolge."""
    lesarten: Lesarten = {frage: zufall.choice(werte) for frage, werte in LESARTEN.items()}
    if zufall.random() < 0.5:
        lesarten["beitrittsentscheidung"] = "erklaerung_genuegt"
    if zufall.random() < 0.35:
        lesarten["rundung"] = "groesster_rest"
    lesarten["rundungsvorrang"] = [] if zufall.random() < 0.4 else auswahl(zufall, kennungen, 0.8)
    return lesarten


# Beitritte und Anfangsbestand -----------------------------------------------------------------------------------------


def antrag(zufall: random.Random, kennung: str, jahre: range, fruehere: Sequence[str]) -> dict[str, Any]:
    """Ein Antrag auf Beitritt, zulässig oder nicht, entschieden oder nicht."""
    gremium = [*GRUENDER, "aufsichtsgremium"]
    vorher = zufall.random() < 0.05
    return {
        "kennung": kennung,
        "rechtsform": zufall.choice(
            ["kreis"] * 5 + ["kreisfreie_stadt"] * 3 + ["kreisangehoerige_gemeinde"] * 2 + ["verein"]
        ),
        "foerderlich": zufall.choice([True] * 10 + [False, None]),
        "beitrag": zufall.choice(
            [30_000_00, 30_000_00, 24_000_00, 33_333_33, zufall.randint(0, 13), betrag(zufall), betrag(zufall)]
        ),
        "zum": als_zahlen(tag(zufall, jahre.start - 1 if vorher else zufall.choice(jahre))),
        "zustimmung": zufall.choice(
            [
                [*GRUENDER],
                [*GRUENDER, *fruehere],
                [*gremium, *fruehere],
                ["aufsichtsgremium"],
                auswahl(zufall, [*gremium, *fruehere]),
                auswahl(zufall, [*gremium, *fruehere], 0.3),
            ]
        ),
    }


def kann_partner_sein(stand: dict[str, Any]) -> bool:
    """Ob ein Antragsteller nach irgendeiner Lesart Partner wird."""
    return stand["foerderlich"] is True and stand["rechtsform"] in (
        "kreis",
        "kreisfreie_stadt",
        "kreisangehoerige_gemeinde",
    )


def beitretende(fall: Fall, bis: date) -> list[str]:
    """Wer bis zu diesem Tag nach irgendeiner Lesart beigetreten sein kann."""
    return [a["kennung"] for a in fall["beitritte"] if kann_partner_sein(a) and date(*a["zum"]) <= bis]


def gewichte(zufall: random.Random, beitraege: dict[str, int]) -> dict[str, int] | None:
    """Der Schlüssel einer früheren Schicht: der des Vertrags, ein Vielfaches davon oder ein anderer."""
    auswaehlbar: list[dict[str, int] | None] = [
        None,
        {"duesseldorf": 5, "mettmann": 5, "ihk": 2},
        {"ihk": 4, "duesseldorf": 10, "mettmann": 10},
        {wer: cent for wer, cent in beitraege.items() if cent},
        {"duesseldorf": 1, "mettmann": 1, "ihk": 1},
        {"duesseldorf": 7, "ihk": 3},
        {"ihk": 1},
        {wer: zufall.randint(1, 10**6) for wer in GRUENDER},
    ]
    return zufall.choice(auswaehlbar)


def anfangsbestand(zufall: random.Random, erstes: int, beitraege: dict[str, int]) -> list[tuple[int, int, Any]]:
    """Null bis vier Schichten aus den Jahren davor, auch mehrere aus einem Jahr und ungeordnet."""
    anzahl = zufall.choice([0, 0, 0, 0, 1, 1, 2, 3, 4])
    return [(erstes - zufall.randint(1, 3), betrag(zufall), gewichte(zufall, beitraege)) for _ in range(anzahl)]


def vertragsbeitraege(zufall: random.Random) -> dict[str, int]:
    """Meist die Beiträge des Vertrags, sonst andere, auch von wenigen Cent."""
    andere: list[Callable[[], dict[str, int]]] = [
        lambda: dict.fromkeys(GRUENDER, 1),
        lambda: {"duesseldorf": 3, "mettmann": 3, "ihk": 1},
        lambda: {"duesseldorf": 5_000_000, "mettmann": 5_000_000, "ihk": 0},
        lambda: {wer: betrag(zufall) + 1 for wer in GRUENDER},
    ]
    return dict(VERTRAG) if zufall.random() < 0.85 else zufall.choice(andere)()


# Ein Haushaltsjahr ----------------------------------------------------------------------------------------------------


def einzahlungen(zufall: random.Random, soll: dict[str, int], fremde: Sequence[str]) -> dict[str, int] | None:
    """Zahlungen wie vereinbart, verhältnisgleich, zu wenig, zu viel, gar keine; auch von (noch) nicht Beigetretenen."""
    if zufall.random() < 0.4:
        return None
    einer = zufall.choice(list(soll))
    arten: list[Callable[[], dict[str, int]]] = [
        lambda: dict(soll),
        lambda: {**soll, einer: soll[einer] // 2},
        lambda: {**soll, einer: max(0, soll[einer] + zufall.choice([-1, 1]) * betrag(zufall))},
        lambda: {wer: cent // 2 for wer, cent in soll.items()},
        lambda: {wer: 2 * cent for wer, cent in soll.items()},
        lambda: {einer: max(1, soll[einer])},
        lambda: {wer: zufall.randint(0, 12) for wer in soll},
        lambda: {wer: betrag(zufall) for wer in soll},
        dict,
    ]
    gezahlt = zufall.choice(arten)()
    gezahlt |= {wer: betrag(zufall) for wer in fremde if zufall.random() < 0.3}
    return {wer: cent for wer, cent in gezahlt.items() if cent}


def zusatzmittel(zufall: random.Random, partner: Sequence[str]) -> list[tuple[str, int]]:
    """Zusatzmittel von einem, mehreren oder nach dem Schlüssel des Vertrags."""
    art = zufall.random()
    if art < 0.55:
        return []
    if art < 0.65:
        mal = zufall.choice([1, 1_000_00, 33])
        return [("duesseldorf", 5 * mal), ("mettmann", 5 * mal), ("ihk", 2 * mal)]
    return [(zufall.choice(partner), betrag(zufall) + 1) for _ in range(zufall.randint(1, 3))]


def ausgabeziel(zufall: random.Random, z: dict[str, Any]) -> int:
    """Wie viel das Jahr ausgibt: nichts, alles, fast alles, zu viel, eine Schicht genau, weniger als nichts."""
    da, alt, zusatz = z["verfuegbar"], z["uebertrag_aus_vorjahr"], sum(z["zusatzmittel"].values())
    grenze = zufall.choice([alt, da - alt, da - zusatz, da - alt - zusatz])
    ziel = zufall.choice(
        [
            0,
            da,
            da + betrag(zufall),
            da - zufall.randint(1, 14),
            da - zufall.randint(1, 14),
            da - betrag(zufall),
            grenze + zufall.randint(-1, 1),
            zufall.randint(0, da),
            zufall.randint(0, da),
            zufall.randint(0, da),
        ]
    )
    return -betrag(zufall) if zufall.random() < 0.06 else max(0, ziel)


def ausgaben(zufall: random.Random, ziel: int, partner: Sequence[str], angaben: dict[str, Any]) -> None:
    """Trägt Ausgaben und Rückerstattungen ein, die zusammen das Ziel ergeben, und manchmal Personalkosten."""
    erstattet = betrag(zufall) if zufall.random() < 0.25 else 0
    erstattet = max(erstattet, -ziel)
    offen = ziel + erstattet
    zeilen: list[tuple[str, int, str]] = []
    for letzte in [False] * zufall.randint(0, 2) + [True]:
        cent = offen if letzte else zufall.randint(0, offen)
        offen -= cent
        zeilen += [(zufall.choice(ARTEN), cent, "")] if cent or zufall.random() < 0.2 else []
    zeilen += [("personalkosten", betrag(zufall), zufall.choice(partner)) for _ in range(3) if zufall.random() < 0.06]
    angaben["ausgaben"] = zufall.sample(zeilen, len(zeilen))
    angaben["einnahmen"] += [("rueckerstattung", erstattet)] if erstattet else []


def stimmen(zufall: random.Random, waehlbar: Sequence[str]) -> dict[str, Any]:
    """Wie die Mitglieder stimmten: einstimmig, knapp, gleich viele, gespalten, gar nicht."""
    if zufall.random() < 0.25:
        return {"ja": [], "nein": [], "enthaltung": [], "einstimmig": True}
    ja = zufall.choice(
        [
            list(waehlbar),
            ["duesseldorf", "mettmann"],
            ["duesseldorf", "ihk"],
            ["duesseldorf"],
            auswahl(zufall, waehlbar, 0.7),
            auswahl(zufall, waehlbar, 0.7),
        ]
    )
    andere = auswahl(zufall, [wer for wer in waehlbar if wer not in ja], 0.8)
    schnitt = zufall.randint(0, len(andere))
    return {"ja": ja, "nein": andere[:schnitt], "enthaltung": andere[schnitt:], "einstimmig": False}


def uebertragung(zufall: random.Random, fall: Fall, lesarten: Lesarten, z: dict[str, Any]) -> dict[str, Any] | None:
    """Ein Beschluss über alles, einen Teil, zu viel oder nichts; oder keiner."""
    if zufall.random() < 0.35:
        return None
    jahr, rest = z["jahr"], z["rest"]
    gern = [date(jahr + 1, 2, 14), date(jahr, 12, 18), date(jahr + 2, 1, 1)]
    gern += [date(*a["zum"]) + timedelta(days=tage) for a in fall["beitritte"] for tage in (-1, 0, 40)]
    gern = [wann for wann in gern if jahr <= wann.year <= jahr + 2]
    wann = zufall.choice([tag(zufall, zufall.choice([jahr, jahr + 1])), *gern])
    teil = zufall.choice(
        [0, 1, rest, max(0, rest - zufall.randint(1, 13)), rest + 1, rest // 2, zufall.randint(0, rest), betrag(zufall)]
    )
    beschluss = {
        "betrag": zufall.choice([None, None, teil, teil, teil]),
        "datum": als_zahlen(wann),
        **stimmen(zufall, [*GRUENDER, *beitretende(fall, wann)]),
    }
    if zufall.random() < 0.5 and not ist_wirksam(fall, lesarten, beschluss):
        beschluss |= {"ja": [], "nein": [], "enthaltung": [], "einstimmig": True}
    return beschluss


def haushaltsjahr(zufall: random.Random, fall: Fall, lesarten: Lesarten, jahr: int) -> None:
    """Hängt ein Jahr an; Ausgaben und Beschluss richten sich nach dem, was da ist."""
    soll = vereinbart(fall, lesarten, jahr)
    fremde = [wer for wer in beitretende(fall, date(jahr, 12, 31)) if wer not in soll]
    geprueft = zufall.random() < 0.75
    angaben: dict[str, Any] = {
        "jahr": jahr,
        "eingezahlt": einzahlungen(zufall, soll, fremde),
        "ausgaben": [],
        "einnahmen": [("drittmittel", betrag(zufall))] if zufall.random() < 0.25 else [],
        "zusatzmittel": zusatzmittel(zufall, list(soll)),
        "geprueft": geprueft,
        "ergebnis": zufall.choice(["gebilligt", "gebilligt", "gebilligt", "beanstandet", None]) if geprueft else None,
        "uebertragung": None,
    }
    fall["jahre"].append(angaben)
    ausgaben(zufall, ausgabeziel(zufall, rechne(fall, lesarten)[-1]), list(soll), angaben)
    angaben["uebertragung"] = uebertragung(zufall, fall, lesarten, rechne(fall, lesarten)[-1])


def zufallsfall(zufall: random.Random) -> tuple[Fall, Lesarten]:
    """Ein vollständiger Fall und zu jeder Frage eine Lesart."""
    erstes = zufall.choice([2018, 2019, 2020, 2023, 2024])
    jahre = range(erstes, erstes + zufall.choice([1, 2, 2, 3, 4]))
    neue = zufall.sample(["rhein-kreis-neuss", "solingen", "ratingen"], zufall.choice([0, 0, 1, 1, 2]))
    antraege = [antrag(zufall, wer, jahre, neue[:i]) for i, wer in enumerate(neue)]
    if zufall.random() < 0.8:
        antraege.sort(key=lambda a: a["zum"])
    beitraege = vertragsbeitraege(zufall)
    fall: Fall = {
        "partner": list(GRUENDER),
        "beitraege": beitraege,
        "jahre": [],
        "anfangsbestand": anfangsbestand(zufall, erstes, beitraege),
        "beitritte": antraege,
    }
    lesarten = waehle_lesarten(zufall, [*GRUENDER, *(a["kennung"] for a in antraege if kann_partner_sein(a))])
    for jahr in jahre:
        haushaltsjahr(zufall, fall, lesarten, jahr)
    return fall, lesarten


# Falldatei ------------------------------------------------------------------------------------------------------------


def euro(cent: int) -> str:
    """Ein Betrag, wie die Falldatei ihn annimmt."""
    return f'"{cent // 100}.{cent % 100:02d}"'


def wert(ding: object) -> str:
    """Ein Wert in TOML: Tag, Wahrheitswert, Liste oder Text."""
    if isinstance(ding, tuple):
        return date(*ding).isoformat()
    if isinstance(ding, bool):
        return str(ding).lower()
    if isinstance(ding, list):
        return "[" + ", ".join(wert(teil) for teil in ding) + "]"
    return f'"{ding}"'


def tabelle(kopf: str, **felder: str | None) -> str:
    """Eine Tabelle mit fertigen Werten; was `None` ist, fehlt."""
    return "\n".join([kopf, *(f"{name} = {text}" for name, text in felder.items() if text is not None), ""])


def bestand_als_toml(zeile: tuple[int, int, dict[str, int] | None]) -> str:
    """Eine Schicht des Anfangsbestands."""
    jahr, cent, schluessel = zeile
    inhalt = ", ".join(f"{wer} = {gewicht}" for wer, gewicht in (schluessel or {}).items())
    return tabelle(
        "[[anfangsbestand]]",
        aus_jahr=str(jahr),
        betrag=euro(cent),
        schluessel=f"{{ {inhalt} }}" if schluessel else None,
    )


def beitritt_als_toml(stand: dict[str, Any]) -> str:
    """Ein Antrag auf Beitritt."""
    geurteilt = stand["foerderlich"] is not None
    return tabelle(
        "[[beitritt]]",
        kennung=wert(stand["kennung"]),
        name=wert(stand["kennung"].title()),
        rechtsform=wert(stand["rechtsform"]),
        kreis=wert("Kreis Mettmann") if stand["rechtsform"] == "kreisangehoerige_gemeinde" else None,
        foerderlich=wert(stand["foerderlich"]) if geurteilt else None,
        begruendung=wert("Zufallsfall") if geurteilt else None,
        beitrag=euro(stand["beitrag"]),
        zum=wert(tuple(stand["zum"])),
        zustimmung=wert(list(stand["zustimmung"])),
    )


def beschluss_als_toml(beschluss: dict[str, Any]) -> str:
    """Ein Beschluss über die Übertragung."""
    einig = beschluss["einstimmig"]
    return tabelle(
        "[haushaltsjahr.uebertragung]",
        betrag=wert("alles") if beschluss["betrag"] is None else euro(beschluss["betrag"]),
        datum=wert(tuple(beschluss["datum"])),
        einstimmig=wert(True) if einig else None,
        **{liste: None if einig else wert(list(beschluss[liste])) for liste in ("ja", "nein", "enthaltung")},
    )


def jahr_als_toml(angaben: dict[str, Any]) -> str:
    """Ein Haushaltsjahr mit seinen Zeilen; hat niemand gezahlt, steht eine Zeile über null da."""
    jahr, gezahlt = angaben["jahr"], angaben["eingezahlt"]
    zeilen = [("duesseldorf", 0)] if gezahlt == {} else list((gezahlt or {}).items())
    kopf = tabelle(
        "[[haushaltsjahr]]",
        jahr=str(jahr),
        eingezahlt=wert("wie vereinbart") if gezahlt is None else None,
        verausgabt=None if angaben["ausgaben"] else wert("0"),
        planung_erstellt=wert((jahr, 1, 1)),
        abschlussbericht_erstellt=wert((jahr, 12, 31)),
        geprueft=wert((jahr + 1, 2, 14)) if angaben["geprueft"] else None,
        pruefungsergebnis=wert(angaben["ergebnis"]) if angaben["ergebnis"] else None,
    )
    return "\n".join(
        [
            kopf,
            *(tabelle("[[haushaltsjahr.einzahlung]]", partner=wert(wer), betrag=euro(c)) for wer, c in zeilen),
            *(
                tabelle(
                    "[[haushaltsjahr.ausgabe]]",
                    bezeichnung=wert(f"Ausgabe {nummer}"),
                    art=wert(art),
                    betrag=euro(cent),
                    partner=wert(wer) if wer else None,
                )
                for nummer, (art, cent, wer) in enumerate(angaben["ausgaben"], 1)
            ),
            *(
                tabelle("[[haushaltsjahr.einnahme]]", bezeichnung=wert("Einnahme"), art=wert(art), betrag=euro(cent))
                for art, cent in angaben["einnahmen"]
            ),
            *(
                tabelle("[[haushaltsjahr.zusatzmittel]]", partner=wert(wer), betrag=euro(c), beschluss=wert("Rat"))
                for wer, c in angaben["zusatzmittel"]
            ),
            *([beschluss_als_toml(angaben["uebertragung"])] if angaben["uebertragung"] else []),
        ]
    )


def als_toml(fall: Fall, lesarten: Lesarten, *, fassung: str = "bericht-2017") -> str:
    """Schreibt Fall und Lesarten als Falldatei.

    Args:
        fall: Der Fall.
        lesarten: Die gewählten Lesarten und Konventionen.
        fassung: Die Fassung; hat der Fall andere Beiträge als der Vertrag, muss sie diese nennen.

    Returns:
        Den Text der Falldatei.
    """
    gewaehlt = {**lesarten, "rundungsvorrang": lesarten["rundungsvorrang"] or "vertragsreihenfolge"}
    return "\n".join(
        [
            tabelle("", titel=wert("Zufallsfall"), fassung=wert(fassung)).lstrip(),
            tabelle("[auslegung]", **{frage: wert(lesart) for frage, lesart in gewaehlt.items()}),
            *(bestand_als_toml(zeile) for zeile in fall["anfangsbestand"]),
            *(beitritt_als_toml(stand) for stand in fall["beitritte"]),
            *(jahr_als_toml(angaben) for angaben in fall["jahre"]),
        ]
    )
