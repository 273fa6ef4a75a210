"""Zusammenhang: was mehrere Angaben einer Falldatei zugleich betrifft.

Geprüft wird der Inhalt der Datei, wie TOML ihn liest, nicht erst die fertige Falldatei. So findet ein Jahr mit einem
falschen Betrag trotzdem alle seine übrigen Probleme. Angaben von falscher Art werden hier übergangen; die nennt schon
:mod:`kooperationsvertrag.fall.schema`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from kooperationsvertrag.fall.probleme import MangelError, Pfad, aufzaehlung, meinten_sie, naechster, zitat
from kooperationsvertrag.fall.schema import ERSTES_JAHR, LETZTES_JAHR
from kooperationsvertrag.regeln.mitgliedschaft import AUFSICHTSGREMIUM
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.partner import Rechtsform

Tabelle = Mapping[str, object]
"""Eine TOML-Tabelle, noch ungeprüft."""
Mangel = tuple[Pfad, MangelError]
"""Was nicht stimmt, mit dem Weg dahin."""

_STIMMLISTEN = ("ja", "nein", "enthaltung")


@frozen
class Beteiligte:
    """Wer in einem Fall vorkommen darf, und ab wann."""

    gruender: tuple[str, ...]
    """Partner der Fassung."""
    beitritte: Mapping[str, date | None]
    """Neue Partner und der Tag ihres Beitritts, wenn er lesbar ist."""

    def mangel(self, kennung: str, stichtag: date | None) -> MangelError | None:
        """Sagt, warum jemand an einem Tag kein Partner ist, oder nichts."""
        bekannte = (*self.gruender, *self.beitritte)
        if kennung not in bekannte:
            gemeint = naechster(kennung, bekannte)
            grund = f"„{zitat(kennung)}“ ist kein Partner.{meinten_sie(gemeint)}"
            return MangelError(f"{grund} Bekannt sind: {aufzaehlung(bekannte)}.", f'"{gemeint or bekannte[0]}"')
        zum = self.beitritte.get(kennung)
        if zum and stichtag and zum > stichtag:
            grund = f"„{kennung}“ tritt erst zum {zum:%d.%m.%Y} bei und ist am {stichtag:%d.%m.%Y} noch kein Partner."
            return MangelError(grund, f'"{self.gruender[0]}"')
        return None


def zusammenhang(datei: Tabelle, gruender: tuple[str, ...]) -> Iterator[Mangel]:
    """Prüft, ob die Angaben einer Datei zueinander passen.

    Args:
        datei: Der Inhalt der Datei.
        gruender: Kennungen der Partner der Fassung.

    Yields:
        Jeden Mangel mit seiner Stelle.
    """
    beitritte = tabellen(datei, "beitritt")
    beteiligte = Beteiligte(gruender, _beitrittstage(beitritte, gruender))
    yield from _auslegung(datei, beteiligte)
    yield from _jahresfolge(datei)
    for pfad, jahr in tabellen(datei, "haushaltsjahr"):
        for unterhalb, mangel in _jahr(jahr, beteiligte):
            yield (*pfad, *unterhalb), mangel
    yield from _anfangsbestand(datei, beteiligte)
    vergeben = {*gruender, AUFSICHTSGREMIUM}
    for pfad, beitritt in beitritte:
        for unterhalb, mangel in _beitritt(beitritt, beteiligte, vergeben):
            yield (*pfad, *unterhalb), mangel
        kennung = beitritt.get("kennung")
        vergeben |= {kennung} if isinstance(kennung, str) else set()


def tabellen(oben: Tabelle, name: str) -> list[tuple[Pfad, Tabelle]]:
    """Gibt die Tabellen eines Namens mit ihrem Weg; auch eine einzelne statt einer Liste."""
    wert = oben.get(name)
    if isinstance(wert, dict):
        return [((name,), wert)]
    glieder = wert if isinstance(wert, list) else []
    return [((name, nummer), glied) for nummer, glied in enumerate(glieder) if isinstance(glied, dict)]


def _texte(tabelle: Tabelle, name: str) -> list[tuple[Pfad, str]]:
    """Gibt die Texte einer Liste mit ihrem Weg."""
    wert = tabelle.get(name)
    glieder = wert if isinstance(wert, list) else []
    return [((name, nummer), glied) for nummer, glied in enumerate(glieder) if isinstance(glied, str)]


def _jahreszahl(tabelle: Tabelle, name: str) -> int | None:
    wert = tabelle.get(name)
    return wert if type(wert) is int and ERSTES_JAHR <= wert <= LETZTES_JAHR else None


def _tag(tabelle: Tabelle, name: str) -> date | None:
    wert = tabelle.get(name)
    return wert if type(wert) is date else None


def _beitrittstage(beitritte: list[tuple[Pfad, Tabelle]], gruender: tuple[str, ...]) -> dict[str, date | None]:
    kennungen = [(beitritt.get("kennung"), beitritt) for _, beitritt in beitritte]
    return {
        kennung: _tag(beitritt, "zum")
        for kennung, beitritt in kennungen
        if isinstance(kennung, str) and kennung not in gruender
    }


def _auslegung(datei: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    for pfad, auslegung in tabellen(datei, "auslegung"):
        for unterhalb, mangel in _kennungen(auslegung, ("rundungsvorrang",), beteiligte, None):
            yield (*pfad, *unterhalb), mangel


def _kennungen(
    tabelle: Tabelle, listen: tuple[str, ...], beteiligte: Beteiligte, stichtag: date | None
) -> Iterator[Mangel]:
    """Prüft Listen von Partnern: jeder bekannt, keiner zweimal."""
    gesehen: dict[str, str] = {}
    for name in listen:
        for pfad, kennung in _texte(tabelle, name):
            mangel = beteiligte.mangel(kennung, stichtag)
            if mangel:
                yield pfad, mangel
            elif kennung in gesehen:
                wo = "weiter vorn in der Liste schon" if gesehen[kennung] == name else f"schon in „{gesehen[kennung]}“"
                grund = f"„{kennung}“ steht {wo}; jeder Partner steht nur einmal."
                yield pfad, MangelError(grund, f'{name} = ["{beteiligte.gruender[0]}"]')
            gesehen.setdefault(kennung, name)


def _jahresfolge(datei: Tabelle) -> Iterator[Mangel]:
    """Prüft, ob die Jahre ohne Lücke aufsteigen."""
    jahre = tabellen(datei, "haushaltsjahr")
    if datei.get("haushaltsjahr") == []:
        yield ("haushaltsjahr",), MangelError("Ein Fall hat mindestens ein Haushaltsjahr.", "[[haushaltsjahr]]")
    gesehen: set[int] = set()
    davor: int | None = None
    for pfad, tabelle in jahre:
        jahr = _jahreszahl(tabelle, "jahr")
        if jahr in gesehen:
            yield (*pfad, "jahr"), MangelError(f"Das Jahr {jahr} steht schon weiter oben.", f"= {max(gesehen) + 1}")
        elif jahr and davor and jahr < davor:
            yield (
                (*pfad, "jahr"),
                MangelError(f"{jahr} steht nach {davor}; Jahre stehen aufsteigend.", f"= {davor + 1}"),
            )
        elif jahr and davor and jahr > davor + 1:
            grund = f"Zwischen {davor} und {jahr} fehlt ein Jahr; Jahre folgen ohne Lücke aufeinander."
            yield (*pfad, "jahr"), MangelError(grund, f"= {davor + 1}")
        gesehen |= {jahr} if jahr else set()
        davor = jahr


def _jahr(jahr: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    """Prüft ein Haushaltsjahr."""
    yield from _entweder_oder(jahr, "eingezahlt", "einzahlung", 'eingezahlt = "wie vereinbart"')
    yield from _entweder_oder(jahr, "verausgabt", "ausgabe", 'verausgabt = "0", wenn nichts ausgegeben wurde')
    if "pruefungsergebnis" in jahr and "geprueft" not in jahr:
        grund = "Ein Prüfungsergebnis ohne Tag der Prüfung: „geprueft“ fehlt."
        yield ("pruefungsergebnis",), MangelError(grund, "geprueft = 2019-02-14", fehlt=("geprueft",))
    zahl = _jahreszahl(jahr, "jahr")
    jahresende = date(zahl, 12, 31) if zahl else None
    for name in ("einzahlung", "zusatzmittel", "ausgabe"):
        for pfad, zeile in tabellen(jahr, name):
            if name == "ausgabe":
                yield from _wessen_personal(zeile, pfad)
            partner = zeile.get("partner")
            mangel = beteiligte.mangel(partner, jahresende) if isinstance(partner, str) else None
            if mangel:
                yield (*pfad, "partner"), _mit_namen(mangel)
    for pfad, beschluss in tabellen(jahr, "uebertragung"):
        for unterhalb, mangel in _stimmen(beschluss, beteiligte):
            yield (*pfad, *unterhalb), mangel


def _mit_namen(mangel: MangelError) -> MangelError:
    return MangelError(mangel.grund, f"= {mangel.beispiel}")


def _entweder_oder(jahr: Tabelle, summe: str, zeilen: str, beispiel: str) -> Iterator[Mangel]:
    if summe in jahr and zeilen in jahr:
        grund = f"Hier steht „{summe}“, und es gibt auch [[haushaltsjahr.{zeilen}]]; nur eines von beiden ist möglich."
        yield (summe,), MangelError(grund, beispiel)
    elif summe not in jahr and zeilen not in jahr:
        grund = f"Die Angabe fehlt; nötig ist „{summe}“ oder [[haushaltsjahr.{zeilen}]]."
        yield (summe,), MangelError(grund, beispiel, fehlt=(summe,))


def _wessen_personal(ausgabe: Tabelle, pfad: Pfad) -> Iterator[Mangel]:
    art = ausgabe.get("art")
    if art == Ausgabenart.PERSONALKOSTEN and "partner" not in ausgabe:
        grund = "Bei Personalkosten muss stehen, wessen Personal es ist."
        yield (*pfad, "partner"), MangelError(grund, '= "duesseldorf"', fehlt=("partner",))
    elif isinstance(art, str) and art != Ausgabenart.PERSONALKOSTEN and "partner" in ausgabe:
        grund = f"Ein Partner steht nur bei Personalkosten, nicht bei „{zitat(art)}“."
        yield (*pfad, "partner"), MangelError(grund, 'art = "personalkosten", oder die Zeile „partner“ weglassen')


def _stimmen(beschluss: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    listen = [name for name in _STIMMLISTEN if name in beschluss]
    listenbeispiel = 'ja = ["duesseldorf", "mettmann", "ihk"]'
    if beschluss.get("einstimmig") is False:
        grund = "War der Beschluss nicht einstimmig, stehen statt dieser Angabe die Listen ja, nein und enthaltung."
        yield ("einstimmig",), MangelError(grund, listenbeispiel)
    elif "einstimmig" in beschluss and listen:
        grund = f"„einstimmig“ und {aufzaehlung(listen)} stehen nebeneinander; nur eines von beiden ist möglich."
        yield ("einstimmig",), MangelError(grund, "einstimmig = true")
    elif "einstimmig" not in beschluss and not listen:
        grund = "Es fehlt, wie abgestimmt wurde: „einstimmig“ oder die Listen ja, nein und enthaltung."
        beispiel = f"einstimmig = true oder {listenbeispiel}"
        yield ("einstimmig",), MangelError(grund, beispiel, fehlt=("einstimmig", *_STIMMLISTEN))
    yield from _kennungen(beschluss, _STIMMLISTEN, beteiligte, _tag(beschluss, "datum"))


def _anfangsbestand(datei: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    jahre = [_jahreszahl(jahr, "jahr") for _, jahr in tabellen(datei, "haushaltsjahr")]
    erstes = jahre[0] if jahre else None
    for pfad, bestand in tabellen(datei, "anfangsbestand"):
        aus_jahr = _jahreszahl(bestand, "aus_jahr")
        if aus_jahr and erstes and aus_jahr >= erstes:
            grund = f"Ein Anfangsbestand stammt aus einem Jahr vor dem ersten Haushaltsjahr {erstes}."
            yield (*pfad, "aus_jahr"), MangelError(grund, f"= {erstes - 1}")
        schluessel = bestand.get("schluessel")
        for kennung in schluessel if isinstance(schluessel, dict) else ():
            mangel = beteiligte.mangel(kennung, date(aus_jahr, 12, 31) if aus_jahr else None)
            if mangel:
                yield (*pfad, "schluessel", kennung), MangelError(mangel.grund, f"{beteiligte.gruender[0]} = 5")


def _beitritt(beitritt: Tabelle, beteiligte: Beteiligte, vergeben: set[str]) -> Iterator[Mangel]:
    """Prüft einen Beitritt."""
    kennung = beitritt.get("kennung")
    if isinstance(kennung, str) and kennung in vergeben:
        grund = f"Die Kennung „{zitat(kennung)}“ ist schon vergeben."
        yield ("kennung",), MangelError(grund, '= "rhein-kreis-neuss"')
    yield from _urteil(beitritt)
    yield from _kreis(beitritt)
    zustimmende = Beteiligte((*beteiligte.gruender, AUFSICHTSGREMIUM), beteiligte.beitritte)
    yield from _kennungen(beitritt, ("zustimmung",), zustimmende, _tag(beitritt, "zum"))
    for pfad, name in _texte(beitritt, "zustimmung"):
        if name == kennung:
            grund = "Wer beitritt, stimmt nicht seinem eigenen Beitritt zu."
            yield pfad, MangelError(grund, f'= ["{beteiligte.gruender[0]}"]')


def _urteil(beitritt: Tabelle) -> Iterator[Mangel]:
    begruendung = beitritt.get("begruendung", "")
    begruendet = not isinstance(begruendung, str) or bool(begruendung.strip())
    if "foerderlich" in beitritt and not begruendet:
        grund = "Ein Urteil, ob die Mitgliedschaft förderlich ist, braucht seine Begründung."
        yield ("begruendung",), MangelError(grund, '= "grenzt an, gemeinsamer Wirtschaftsraum"', fehlt=("begruendung",))
    elif "foerderlich" not in beitritt and begruendet:
        grund = "Eine Begründung ohne Urteil: „foerderlich“ fehlt."
        yield ("foerderlich",), MangelError(grund, "= true", fehlt=("foerderlich",))


def _kreis(beitritt: Tabelle) -> Iterator[Mangel]:
    rechtsform, kreis = beitritt.get("rechtsform"), beitritt.get("kreis", "")
    if not isinstance(kreis, str):
        return
    genannt = bool(kreis.strip())
    if rechtsform == Rechtsform.KREISANGEHOERIGE_GEMEINDE and not genannt:
        grund = "Bei einer kreisangehörigen Gemeinde fehlt ihr Kreis."
        yield ("kreis",), MangelError(grund, '= "Kreis Mettmann"', fehlt=("kreis",))
    elif genannt and rechtsform != Rechtsform.KREISANGEHOERIGE_GEMEINDE and rechtsform in tuple(Rechtsform):
        yield ("kreis",), MangelError("Ein Kreis steht nur bei einer kreisangehörigen Gemeinde.", '= ""')
