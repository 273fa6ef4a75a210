"""Zweite, unabhängige Rechnung der Haushaltsjahre, zum Vergleich mit der Bibliothek.

Geschrieben allein nach der Schnittstelle (Abschnitt „Meaning in cents“) und absichtlich anders gebaut: einfache
Wörterbücher, Brüche von Cent, kein Import aus der Bibliothek, keine Ableitung, keine Prüfung der Eingaben. Ein Fall
ist ein Wörterbuch (`partner`, `beitraege`, `jahre`, `anfangsbestand`, `beitritte`), eine Auslegung ein Wörterbuch mit
allen Fragen der Schnittstelle; `rechne` gibt je Haushaltsjahr ein Wörterbuch mit den Größen der JSON-Ausgabe in Cent.

Eine Schicht ist `{"jahr", "betrag", "schluessel", "sorte"}`; die Sorte ist `alt` (übertragen), `eigen` (Mittel des
Jahres) oder `zusatz`. Ein Schlüssel nennt nur Partner mit einem Anteil größer null, die Anteile ergeben zusammen eins.
"""

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

Fall = dict[str, Any]
Lesarten = dict[str, Any]
Schluessel = dict[str, Fraction]
Schicht = dict[str, Any]
K = TypeVar("K", bound=Hashable)

HALB = Fraction(1, 2)
KAMMER = "ihk"


# Teilen ---------------------------------------------------------------------------------------------------------------


def groesster_rest(betrag: int, gewichte: Mapping[K, int | Fraction], vorrang: Sequence[K]) -> dict[K, int]:
    """Teilt nach größten Resten; bei gleichem Rest entscheidet die Stelle in `vorrang`."""
    summe = sum(gewichte.values())
    if not summe:
        return dict.fromkeys(gewichte, 0)
    genau = {wer: Fraction(betrag) * gewicht / summe for wer, gewicht in gewichte.items()}
    unten = {wer: math.floor(wert) for wer, wert in genau.items()}
    offen = betrag - sum(unten.values())
    bedient = sorted(gewichte, key=lambda wer: (unten[wer] - genau[wer], vorrang.index(wer)))[:offen]
    return {wer: cent + (wer in bedient) for wer, cent in unten.items()}


def letzter_gleicht_aus(betrag: int, schluessel: Schluessel, reihe: Sequence[str]) -> dict[str, int]:
    """Rundet kaufmännisch; der letzte mit einem Anteil nimmt den Rest, Fehlendes geben die vor ihm von hinten ab."""
    folge = sorted((wer for wer, anteil in schluessel.items() if anteil), key=reihe.index)
    teile = {wer: math.floor(betrag * schluessel[wer] + HALB) for wer in folge[:-1]}
    fehlt = sum(teile.values()) - betrag
    teile[folge[-1]] = max(0, -fehlt)
    for wer in reversed(folge[:-1]):
        gibt = min(max(0, fehlt), teile[wer])
        teile[wer] -= gibt
        fehlt -= gibt
    return teile


def teile(betrag: int, schluessel: Schluessel, reihe: Sequence[str], lesarten: Lesarten) -> tuple[dict[str, int], int]:
    """Teilt nach der gewählten Rundung und nennt dazu die Cent, die nicht verteilt werden."""
    if lesarten["rundung"] == "groesster_rest":
        return groesster_rest(betrag, schluessel, vorrang(reihe, lesarten)), 0
    if lesarten["rundung"] == "kaufmaennisch_letzter_gleicht_aus":
        return letzter_gleicht_aus(betrag, schluessel, reihe), 0
    anteile = {wer: math.floor(betrag * anteil) for wer, anteil in schluessel.items()}
    return anteile, betrag - sum(anteile.values())


def vorrang(reihe: Sequence[str], lesarten: Lesarten) -> list[str]:
    """Wer zuerst bedient wird: die genannten, dann die übrigen in Vertragsreihenfolge."""
    genannt = lesarten["rundungsvorrang"]
    zuerst = [] if isinstance(genannt, str) else [wer for wer in genannt if wer in reihe]
    return [*zuerst, *(wer for wer in reihe if wer not in zuerst)]


def schluessel_aus(gewichte: Mapping[str, int], reihe: Sequence[str]) -> Schluessel:
    """Anteile, die zusammen eins ergeben, in der Reihenfolge von `reihe`."""
    summe = sum(gewichte.values())
    return {wer: Fraction(gewichte[wer], summe) for wer in sorted(gewichte, key=reihe.index) if gewichte[wer]}


# Partner und Beiträge -------------------------------------------------------------------------------------------------


def wirksam_ab(zum: date, lesarten: Lesarten) -> date:
    """Der Tag, von dem an ein Beitretender Partner ist."""
    if lesarten["beitrittszeitpunkt"] == "erst_zum_jahresbeginn" and (zum.month, zum.day) != (1, 1):
        return date(zum.year + 1, 1, 1)
    return zum


def ist_entschieden(zustimmung: Sequence[str], partner: Sequence[str], lesarten: Lesarten) -> bool:
    """Ob der Beitritt nach der gewählten Lesart beschlossen ist."""
    dafuer = [wer for wer in partner if wer in zustimmung]
    return {
        "alle_partner": len(dafuer) == len(partner),
        "aufsichtsgremium": "aufsichtsgremium" in zustimmung,
        "mehrheit_der_partner": 2 * len(dafuer) > len(partner),
        "erklaerung_genuegt": True,
    }[str(lesarten["beitrittsentscheidung"])]


def ist_beitrittsfaehig(rechtsform: str, lesarten: Lesarten) -> bool:
    """Ob eine Körperschaft dieser Art beitreten kann."""
    gemeinde = ["kreisangehoerige_gemeinde"] if lesarten["kreisangehoerige"] == "beitrittsfaehig" else []
    return rechtsform in ["kreisfreie_stadt", "kreis", *gemeinde]


def neue_bedingungen(alt: dict[str, int], wer: str, beitrag: int, lesarten: Lesarten) -> dict[str, int]:
    """Die Jahresbeiträge nach einem Beitritt; der neue Partner steht hinten."""
    lesart = lesarten["schluessel_nach_beitritt"]
    reihe = [*alt, wer]
    if lesart == "gleiches_budget":
        return groesster_rest(sum(alt.values()), {**alt, wer: beitrag}, reihe)
    if lesart == "kommunal_gleich":
        gleich = {p: 1 for p in reihe if p != KAMMER}
        kammer = alt.get(KAMMER, 0)
        geteilt = groesster_rest(sum(alt.values()) - kammer, gleich, reihe)
        return {p: geteilt.get(p, kammer) for p in reihe}
    return {**alt, wer: beitrag if lesart == "additiv" else 0}


def beitritte(fall: Fall, lesarten: Lesarten) -> list[dict[str, Any]]:
    """Die wirksamen Beitritte nach ihrem Tag, jeder mit den Jahresbeiträgen, die er herbeiführt."""
    bedingungen = {wer: fall["beitraege"][wer] for wer in fall["partner"]}
    liste: list[dict[str, Any]] = []
    for antrag in sorted(fall["beitritte"], key=lambda a: tuple(a["zum"])):
        zum, wer = date(*antrag["zum"]), antrag["kennung"]
        partner = [*fall["partner"], *(b["wer"] for b in liste if b["ab"] <= zum)]
        if (
            ist_beitrittsfaehig(antrag["rechtsform"], lesarten)
            and antrag["foerderlich"] is True
            and ist_entschieden(antrag["zustimmung"], partner, lesarten)
        ):
            bedingungen = neue_bedingungen(bedingungen, wer, antrag["beitrag"], lesarten)
            liste.append({"wer": wer, "ab": wirksam_ab(zum, lesarten), "danach": bedingungen})
    return liste


def jahresbeitraege(fall: Fall, lesarten: Lesarten, tag: date) -> dict[str, int]:
    """Die vollen Jahresbeiträge an einem Tag; im Jahr eines Beitritts bleiben die alten, der neue kommt hinzu."""
    stand = {wer: fall["beitraege"][wer] for wer in fall["partner"]}
    for beitritt in beitritte(fall, lesarten):
        if beitritt["ab"] <= date(tag.year, 1, 1):
            stand = beitritt["danach"]
        elif beitritt["ab"] <= tag:
            stand = {**stand, beitritt["wer"]: beitritt["danach"][beitritt["wer"]]}
    return stand


def anteil_des_jahres(beitrag: int, ab: date, lesarten: Lesarten) -> int:
    """Der Teil eines Jahresbeitrags für das Jahr des Beitritts, kaufmännisch auf den Cent."""
    ende = date(ab.year + 1, 1, 1)
    teil = {
        "nach_monaten": Fraction(13 - ab.month, 12),
        "nach_tagen": Fraction((ende - ab).days, (ende - date(ab.year, 1, 1)).days),
    }.get(str(lesarten["beitrittszeitpunkt"]), Fraction(1))
    return math.floor(beitrag * teil + HALB)


def vereinbart(fall: Fall, lesarten: Lesarten, jahr: int) -> dict[str, int]:
    """Was jeder Partner des Jahres zu zahlen hat, in Vertragsreihenfolge."""
    anfang = jahresbeitraege(fall, lesarten, date(jahr, 1, 1))
    unterjaehrig = {
        b["wer"]: anteil_des_jahres(b["danach"][b["wer"]], b["ab"], lesarten)
        for b in beitritte(fall, lesarten)
        if b["ab"].year == jahr and b["wer"] not in anfang
    }
    return {**anfang, **unterjaehrig}


# Aufsichtsgremium -----------------------------------------------------------------------------------------------------


def ist_wirksam(fall: Fall, lesarten: Lesarten, beschluss: dict[str, Any]) -> bool:
    """Ob der Beschluss nach der gewählten Abstimmungsregel zustande kam."""
    gewichte = jahresbeitraege(fall, lesarten, date(*beschluss["datum"]))
    if lesarten["sitz_nach_beitritt"] == "liste_abgeschlossen":
        gewichte = {wer: gewichte[wer] for wer in fall["partner"]}
    dafuer = [wer for wer in gewichte if beschluss.get("einstimmig") or wer in beschluss["ja"]]
    stimmen, alle = sum(gewichte[wer] for wer in dafuer), sum(gewichte.values())
    return {
        "einstimmig": len(dafuer) == len(gewichte),
        "mehrheit": 2 * len(dafuer) > len(gewichte),
        "gewichtet_einfach": 2 * stimmen > alle,
        "gewichtet_zwei_drittel": alle > 0 and 3 * stimmen >= 2 * alle,
    }[str(lesarten["abstimmung"])]


# Schichten ------------------------------------------------------------------------------------------------------------


def betraege(schichten: Iterable[Schicht]) -> int:
    """Was in den Schichten zusammen liegt."""
    return sum(int(s["betrag"]) for s in schichten)


def geteilt_nach_gleichheit(schichten: Iterable[Schicht], merkmal: str = "schluessel") -> list[list[Schicht]]:
    """Gruppen von Schichten mit gleichem Merkmal, nach erstem Auftreten."""
    gruppen: list[list[Schicht]] = []
    for schicht in schichten:
        if not any(g[0][merkmal] == schicht[merkmal] for g in gruppen):
            gruppen.append([schicht])
        else:
            next(g for g in gruppen if g[0][merkmal] == schicht[merkmal]).append(schicht)
    return gruppen


def entnahme(schichten: Sequence[Schicht], betrag: int, ordnung: str, zusatz: str) -> list[int]:
    """Wie viel jede Schicht hergibt; sie stehen von alt nach neu, dann Mittel des Jahres, dann Zusatzmittel."""
    vorn = [i for i, s in enumerate(schichten) if s["sorte"] != "zusatz"]
    hinten = [i for i, s in enumerate(schichten) if s["sorte"] == "zusatz"]
    topf = {i: int(s["betrag"]) for i, s in enumerate(schichten)}
    liegt_vorn, liegt_hinten = sum(topf[i] for i in vorn), sum(topf[i] for i in hinten)
    if zusatz == "anteilig" and liegt_vorn + liegt_hinten:
        aus_zusatz = betrag * liegt_hinten // (liegt_vorn + liegt_hinten)
    else:
        aus_zusatz = max(0, betrag - liegt_vorn)
    if ordnung == "anteilig":
        genommen = groesster_rest(betrag - aus_zusatz, {i: topf[i] for i in vorn}, vorn)
        return [*(genommen[i] for i in vorn), *(aus_zusatz for _ in hinten)]
    if ordnung == "juengste_zuerst":
        vorn = sorted(vorn, key=lambda i: (schichten[i]["sorte"] != "eigen", -schichten[i]["jahr"]))
    genommen = {}
    for i, grenze in [*((i, betrag - aus_zusatz) for i in vorn), *((i, betrag) for i in hinten)]:
        genommen[i] = min(topf[i], grenze - sum(genommen.values()))
    return [genommen[i] for i in range(len(schichten))]


def vermindert(schichten: Sequence[Schicht], genommen: Sequence[int]) -> list[Schicht]:
    """Die Schichten nach der Entnahme; leere entfallen."""
    rest = [{**s, "betrag": s["betrag"] - weg} for s, weg in zip(schichten, genommen, strict=True)]
    return [s for s in rest if s["betrag"]]


def entnommen(schichten: Sequence[Schicht], genommen: Sequence[int]) -> list[Schicht]:
    """Was entnommen wurde, als Schichten; leere entfallen."""
    return [{**s, "betrag": weg} for s, weg in zip(schichten, genommen, strict=True) if weg]


def uebertragene(schichten: Sequence[Schicht]) -> list[Schicht]:
    """Übertragene Schichten nach Herkunftsjahr; gleiches Jahr mit gleichem Schlüssel ist eine Schicht."""
    nach_jahr = geteilt_nach_gleichheit(sorted(schichten, key=lambda s: int(s["jahr"])), "jahr")
    gruppen = [g for jahrgang in nach_jahr for g in geteilt_nach_gleichheit(jahrgang)]
    return [{**g[0], "betrag": betraege(g), "sorte": "alt"} for g in gruppen]


# Ein Haushaltsjahr ----------------------------------------------------------------------------------------------------


def summe_der(zeilen: Iterable[Sequence[Any]], *arten: str) -> int:
    """Summe der Zeilen `(art, cent, …)` mit einer dieser Arten."""
    return sum(int(zeile[1]) for zeile in zeilen if zeile[0] in arten)


def je_partner(zeilen: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Zeilen desselben Partners zusammengezählt; null entfällt."""
    zeilen = list(zeilen)
    summen = {wer: sum(cent for anderer, cent in zeilen if anderer == wer) for wer, _ in zeilen}
    return {wer: cent for wer, cent in summen.items() if cent}


def zahlen(fall: Fall, lesarten: Lesarten, angaben: dict[str, Any], bestand: Sequence[Schicht]) -> dict[str, Any]:
    """Die Größen des Jahres vor jeder Verteilung."""
    soll = vereinbart(fall, lesarten, angaben["jahr"])
    gezahlt = soll if angaben["eingezahlt"] is None else angaben["eingezahlt"]
    fremde = [a["kennung"] for a in fall["beitritte"] if a["kennung"] not in soll and gezahlt.get(a["kennung"], 0)]
    soll = {**soll, **dict.fromkeys(fremde, 0)}
    gezahlt = {wer: gezahlt.get(wer, 0) for wer in soll}
    zusatz = je_partner(angaben["zusatzmittel"])
    erhoehen = lesarten["drittmittel"] == "erhoehen_die_mittel"
    dritte = summe_der(angaben["einnahmen"], "drittmittel") if erhoehen else 0
    ausgegeben = summe_der(angaben["ausgaben"], "projekt", "veranstaltung", "geschaeftsbetrieb", "eigenanteil")
    ausgegeben -= summe_der(angaben["einnahmen"], "rueckerstattung")
    personal = [(zeile[2], zeile[1]) for zeile in angaben["ausgaben"] if zeile[0] == "personalkosten"]
    verfuegbar = betraege(bestand) + sum(gezahlt.values()) + sum(zusatz.values()) + dritte
    return {
        "jahr": angaben["jahr"],
        "vereinbart": soll,
        "eingezahlt": gezahlt,
        "rueckstaende": {wer: soll[wer] - gezahlt[wer] for wer in soll if soll[wer] != gezahlt[wer]},
        "uebertrag_aus_vorjahr": betraege(bestand),
        "zusatzmittel": zusatz,
        "drittmittel": dritte,
        "verfuegbar": verfuegbar,
        "verausgabt": ausgegeben,
        "eigenanteile": summe_der(angaben["ausgaben"], "eigenanteil"),
        "rest": max(0, verfuegbar - ausgegeben),
        "ueberschreitung": max(0, ausgegeben - verfuegbar),
        "erstattungen": je_partner(personal),
    }


def basis(z: dict[str, Any], lesarten: Lesarten) -> str:
    """Die Grundlage der Rückführung; gefragt wird nur, wenn anders gezahlt wurde als vereinbart."""
    return str(lesarten["rueckfuehrungsbasis"]) if z["rueckstaende"] else "vereinbarter_schluessel"


def anfang(z: dict[str, Any], bestand: Sequence[Schicht], reihe: Sequence[str], lesarten: Lesarten) -> list[Schicht]:
    """Alle Schichten vor der ersten Ausgabe: übertragene, Mittel des Jahres, Zusatzmittel."""
    nach_zahlung = basis(z, lesarten) == "tatsaechliche_zahlungen" and sum(z["eingezahlt"].values())
    eigen = {
        "jahr": z["jahr"],
        "betrag": sum(z["eingezahlt"].values()) + z["drittmittel"] + max(0, -z["verausgabt"]),
        "schluessel": schluessel_aus(z["eingezahlt"] if nach_zahlung else z["vereinbart"], reihe),
        "sorte": "eigen",
    }
    zusatz = {
        "jahr": z["jahr"],
        "betrag": sum(z["zusatzmittel"].values()),
        "schluessel": schluessel_aus(z["zusatzmittel"], reihe),
        "sorte": "zusatz",
    }
    return [*bestand, eigen, *([zusatz] if zusatz["betrag"] else [])]


def ein_topf(schichten: Sequence[Schicht]) -> list[Schicht]:
    """Übertragene Mittel und Mittel des Jahres als eine Schicht mit dem Schlüssel des Jahres."""
    pott = {**next(s for s in schichten if s["sorte"] == "eigen")}
    pott["betrag"] = betraege(s for s in schichten if s["sorte"] != "zusatz")
    return [pott, *(s for s in schichten if s["sorte"] == "zusatz")]


def nach_kosten(z: dict[str, Any], zurueck: int, reihe: Sequence[str], lesarten: Lesarten) -> dict[str, int]:
    """Was jeder über seinen Anteil an den Kosten hinaus gezahlt hat; negativ, was er noch schuldet."""
    kosten = sum(z["eingezahlt"].values()) - zurueck
    geteilt = groesster_rest(abs(kosten), schluessel_aus(z["vereinbart"], reihe), vorrang(reihe, lesarten))
    zeichen = -1 if kosten < 0 else 1
    return {wer: cent - zeichen * geteilt.get(wer, 0) for wer, cent in z["eingezahlt"].items()}


def rueckgabe(
    z: dict[str, Any], schichten: Sequence[Schicht], reihe: Sequence[str], lesarten: Lesarten
) -> tuple[dict[str, int], dict[str, int], list[Schicht]]:
    """Rückführung und Forderungen je Partner sowie die Restcent, die als Übertrag bleiben."""
    saldo: dict[str, int] = {}
    if basis(z, lesarten) == "kosten_nach_schluessel":
        saldo = nach_kosten(z, betraege(s for s in schichten if s["sorte"] == "eigen"), reihe, lesarten)
        schichten = [s for s in schichten if s["sorte"] != "eigen"]
    teilungen: list[tuple[dict[str, int], int, Schicht]] = [({wer: max(0, cent) for wer, cent in saldo.items()}, 0, {})]
    for gruppe in geteilt_nach_gleichheit(schichten):
        anteile, uebrig = teile(betraege(gruppe), gruppe[0]["schluessel"], reihe, lesarten)
        juengste = max(int(s["jahr"]) for s in gruppe)
        teilungen.append((anteile, uebrig, {**gruppe[0], "jahr": juengste, "betrag": uebrig}))
    summen = {wer: sum(anteile.get(wer, 0) for anteile, _, _ in teilungen) for wer in reihe}
    zurueck = {wer: cent for wer, cent in summen.items() if cent or wer in z["vereinbart"]}
    forderungen = {wer: -cent for wer, cent in saldo.items() if cent < 0}
    return zurueck if any(zurueck.values()) else {}, forderungen, [s for _, uebrig, s in teilungen if uebrig]


def status(z: dict[str, Any], geprueft: bool) -> str:
    """Der erste Zustand, der zutrifft."""
    hin, her = bool(z["uebertrag_in_folgejahr"]), bool(z["rueckfuehrung"])
    lagen = {
        "ueberschreitung": z["ueberschreitung"],
        "ausgeglichen": not z["rest"],
        "pruefung_ausstehend": z["wartet_auf_pruefung"] and not geprueft,
        "billigung_ausstehend": z["wartet_auf_pruefung"],
        "rueckfuehrung_und_uebertragung": hin and her,
        "uebertragung": hin,
        "rueckfuehrung": True,
    }
    return next(name for name, trifft_zu in lagen.items() if trifft_zu)


def verbleib(z: dict[str, Any], lesarten: Lesarten) -> bool:
    """Ob übertragene Mittel, die übrig bleiben, ohne Beschluss bleiben."""
    return bool(z["uebertrag_aus_vorjahr"] and z["rest"] and lesarten["uebertrag_rueckfuehrung"] == "verbleibt")


def haushaltsjahr(
    fall: Fall, lesarten: Lesarten, angaben: dict[str, Any], bestand: Sequence[Schicht]
) -> tuple[dict[str, Any], list[Schicht]]:
    """Ein Jahr: seine Größen und die Schichten, die ins nächste gehen."""
    z = zahlen(fall, lesarten, angaben, bestand)
    reihe = [*z["vereinbart"], *(a["kennung"] for a in fall["beitritte"] if a["kennung"] not in z["vereinbart"])]
    beschluss = angaben["uebertragung"]
    wirksam = beschluss is not None and ist_wirksam(fall, lesarten, beschluss)
    bleibt_alt = verbleib(z, lesarten)
    schichten = anfang(z, bestand, reihe, lesarten)
    ordnung, zusatz = str(lesarten["uebertrag_verbrauch"]), str(lesarten["zusatzmittel_verbrauch"])
    billigung = lesarten["pruefung"] == "billigung_noetig"
    ist_faellig = angaben["geprueft"] and (angaben["ergebnis"] == "gebilligt" or not billigung)
    if ordnung == "ein_topf":
        schichten = ein_topf(schichten)
    ausgabe = min(max(0, z["verausgabt"]), z["verfuegbar"])
    uebrig = vermindert(schichten, entnahme(schichten, ausgabe, ordnung, zusatz))
    steht = [s for s in uebrig if bleibt_alt and s["sorte"] == "alt"]
    frei = [s for s in uebrig if not (bleibt_alt and s["sorte"] == "alt")]
    beantragt = betraege(frei) if beschluss is None or beschluss["betrag"] is None else beschluss["betrag"]
    weg = entnahme(frei, min(beantragt, betraege(frei)) if wirksam else 0, ordnung, zusatz)
    hinueber, rest = entnommen(frei, weg), vermindert(frei, weg)
    if ist_faellig:
        zurueck, forderungen, restcent = rueckgabe(z, rest, reihe, lesarten)
        wartet = 0
    else:
        zurueck, forderungen, restcent = {}, {}, []
        wartet = betraege(rest)
    folge = uebertragene([*steht, *hinueber, *restcent])
    z |= {
        "rueckfuehrung": zurueck,
        "forderungen": forderungen,
        "uebertrag_in_folgejahr": betraege(folge),
        "wartet_auf_pruefung": wartet,
        "schichten_in_folgejahr": [(s["jahr"], s["betrag"], s["schluessel"]) for s in folge],
        "beschluss": beschluss and {"wirksam": wirksam, "beantragt": beantragt, "uebertragen": betraege(hinueber)},
    }
    return {**z, "status": status(z, angaben["geprueft"])}, folge


def rechne(fall: Fall, lesarten: Lesarten) -> list[dict[str, Any]]:
    """Rechnet alle Haushaltsjahre eines Falls, mit allen Größen in Cent.

    Args:
        fall: Der Fall als Wörterbuch.
        lesarten: Zu jeder Frage der Schnittstelle die gewählte Lesart, dazu `rundung` und `rundungsvorrang`.

    Returns:
        Je Haushaltsjahr ein Wörterbuch.
    """
    reihe = [*fall["partner"], *(a["kennung"] for a in fall["beitritte"])]
    bestand = [
        {
            "jahr": jahr,
            "betrag": cent,
            "schluessel": schluessel_aus(gewichte or fall["beitraege"], reihe),
            "sorte": "alt",
        }
        for jahr, cent, gewichte in sorted(fall["anfangsbestand"], key=lambda zeile: int(zeile[0]))
        if cent
    ]
    jahre = []
    for angaben in fall["jahre"]:
        jahr, bestand = haushaltsjahr(fall, lesarten, angaben, bestand)
        jahre.append(jahr)
    return jahre
