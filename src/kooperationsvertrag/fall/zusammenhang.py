"""Zusammenhang: was mehrere Angaben einer Falldatei zugleich betrifft.

Geprüft wird der Inhalt der Datei, wie TOML ihn liest, nicht erst die fertige Falldatei. So findet ein Jahr mit einem
falschen Betrag trotzdem alle seine übrigen Probleme. Angaben von falscher Art werden hier übergangen; die nennt schon
:mod:`kooperationsvertrag.fall.schema`. Was die Ereignisse unter sich betrifft, prüft
:mod:`kooperationsvertrag.fall.ereignisse`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from attrs import evolve, frozen

from kooperationsvertrag.ablauf.ereignis import VERTRAGSPARTNER, BeitrittErklaert, Jahresereignis
from kooperationsvertrag.fall.angaben import ERSTES_JAHR, LETZTES_JAHR
from kooperationsvertrag.fall.probleme import MangelError, Pfad, aufzaehlung, meinten_sie, naechster, zitat
from kooperationsvertrag.fall.schema import ereignisklasse
from kooperationsvertrag.regeln.gremien import Gremium
from kooperationsvertrag.regeln.mitgliedschaft import AUFSICHTSGREMIUM
from kooperationsvertrag.vertrag.buchung import Ausgabenart
from kooperationsvertrag.vertrag.fassungsregister import Fassungsregister
from kooperationsvertrag.vertrag.partner import Rechtsform

Tabelle = Mapping[str, object]
"""Eine TOML-Tabelle, noch ungeprüft."""
Mangel = tuple[Pfad, MangelError]
"""Was nicht stimmt, mit dem Weg dahin."""

STIMMLISTEN = ("ja", "nein", "enthaltung")
"""Listen, in denen steht, wer wie gestimmt hat."""
EIGENER_BEITRITT = "Wer beitritt, stimmt nicht seinem eigenen Beitritt zu."
"""Warum ein Bewerber nicht unter den Zustimmenden stehen kann."""
KEINE_BEWERBER = (*Gremium, VERTRAGSPARTNER)
"""Namen von Handelnden, die kein neuer Partner haben kann."""


LAENGSTE_PAUSE = 10
"""So viele Jahre liegen höchstens zwischen zwei Jahren mit Ereignissen; darüber liegt sicher ein Schreibfehler vor."""


@frozen
class Beteiligte:
    """Wer in einem Fall vorkommen darf, und ab wann."""

    gruender: tuple[str, ...]
    """Partner der Fassung."""
    beitritte: Mapping[str, date | None]
    """Neue Partner und der Tag ihres Beitritts, wenn er lesbar ist."""
    spaetere: Mapping[str, date] = MappingProxyType({})
    """Partner, die erst eine spätere Fassung nennt, und der Tag, an dem sie in Kraft tritt."""
    ausgeschieden: Mapping[str, date] = MappingProxyType({})
    """Partner, die eine spätere Fassung nicht mehr nennt, und der Tag, an dem sie in Kraft tritt."""

    @property
    def alle(self) -> tuple[str, ...]:
        """Jeder, der irgendwann Partner ist."""
        return tuple(dict.fromkeys([*self.gruender, *self.beitritte, *self.spaetere]))

    def _partner_ab(self, kennung: str) -> date | None:
        """Der Tag, an dem jemand Partner wird; nichts, wenn er es von Anfang an ist oder der Tag nicht lesbar ist."""
        tage = [tage[kennung] for tage in (self.beitritte, self.spaetere) if kennung in tage]
        return None if kennung in self.gruender or None in tage else min([tag for tag in tage if tag], default=None)

    def mangel(self, kennung: str, stichtag: date | None) -> MangelError | None:
        """Sagt, warum jemand an einem Tag kein Partner ist, oder nichts."""
        bekannte = self.alle
        if kennung not in bekannte:
            gemeint = naechster(kennung, bekannte)
            grund = f"„{zitat(kennung)}“ ist kein Partner.{meinten_sie(gemeint)}"
            return MangelError(f"{grund} Bekannt sind: {aufzaehlung(bekannte)}.", f'"{gemeint or bekannte[0]}"')
        ab, bis = self._partner_ab(kennung), self.ausgeschieden.get(kennung)
        if ab and stichtag and ab > stichtag:
            grund = f"„{kennung}“ tritt erst zum {ab:%d.%m.%Y} bei und ist am {stichtag:%d.%m.%Y} noch kein Partner."
            return MangelError(grund, f'"{self.gruender[0]}"')
        if bis and stichtag and kennung not in self.beitritte and bis <= date(stichtag.year, 1, 1):
            grund = f"„{kennung}“ ist nach der Fassung, die seit {bis:%d.%m.%Y} gilt, kein Partner mehr."
            bleibende = [wer for wer in self.gruender if wer not in self.ausgeschieden]
            return MangelError(grund, f'"{(bleibende or self.gruender)[0]}"')
        return None


def zusammenhang(datei: Tabelle, register: Fassungsregister) -> Iterator[Mangel]:
    """Prüft, ob die Angaben einer Datei zueinander passen.

    Args:
        datei: Der Inhalt der Datei.
        register: Die Fassungen, die sie nennt.

    Yields:
        Jeden Mangel mit seiner Stelle.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> datei = {"haushaltsjahr": [{"jahr": 2018, "eingezahlt": "wie vereinbart"}]}
    >>> [(pfad, mangel.fehlt) for pfad, mangel in zusammenhang(datei, Fassungsregister(BERICHT_2017))]
    [(('haushaltsjahr', 0, 'verausgabt'), ('verausgabt',))]
    """
    beteiligte = beteiligte_in(datei, register)
    gruender = beteiligte.gruender
    yield from _auslegung(datei, beteiligte)
    yield from _jahresfolge(datei)
    for pfad, jahr in tabellen(datei, "haushaltsjahr"):
        for unterhalb, mangel in _jahr(jahr, beteiligte):
            yield (*pfad, *unterhalb), mangel
    yield from _anfangsbestand(datei, beteiligte)
    vergeben = {*gruender, *KEINE_BEWERBER}
    for pfad, beitritt in tabellen(datei, "beitritt"):
        for unterhalb, mangel in _beitritt(beitritt, beteiligte, vergeben):
            yield (*pfad, *unterhalb), mangel
        kennung = beitritt.get("kennung")
        vergeben |= {kennung} if isinstance(kennung, str) else set()


def zusammenhang_des_antrags(datei: Tabelle, gruender: tuple[str, ...]) -> Iterator[Mangel]:
    """Prüft, ob die Angaben der Datei eines Antrags zueinander passen.

    Args:
        datei: Der Inhalt der Datei.
        gruender: Kennungen der Partner der Fassung.

    Yields:
        Jeden Mangel mit seiner Stelle.

    >>> datei = {"antrag": {"kennung": "ihk"}}
    >>> [pfad for pfad, _ in zusammenhang_des_antrags(datei, ("duesseldorf", "mettmann", "ihk"))]
    [('antrag', 'kennung')]
    """
    antraege = tabellen(datei, "antrag")
    bewerber = {text(antrag, "kennung"): tag(antrag, "zum") for _, antrag in antraege}
    beteiligte = Beteiligte(gruender, {name: zum for name, zum in bewerber.items() if name and name not in gruender})
    yield from _auslegung(datei, beteiligte)
    for pfad, antrag in antraege:
        if text(antrag, "kennung") in gruender:
            grund = f"„{text(antrag, 'kennung')}“ ist schon Partner und kann nicht noch einmal beitreten."
            yield (*pfad, "kennung"), MangelError(grund, '= "rhein-kreis-neuss"')
        for unterhalb, mangel in _beitritt(antrag, beteiligte, {*KEINE_BEWERBER}):
            yield (*pfad, *unterhalb), mangel


def tabellen(oben: Tabelle, name: str) -> list[tuple[Pfad, Tabelle]]:
    """Gibt die Tabellen eines Namens mit ihrem Weg.

    Args:
        oben: Die Tabelle, in der sie stehen.
        name: Ihr Name.

    Returns:
        Jede Tabelle mit ihrem Weg, auch eine einzelne statt einer Liste; was keine Tabelle ist, fehlt.

    >>> tabellen({"beitritt": {"kennung": "neuss"}}, "beitritt")
    [(('beitritt',), {'kennung': 'neuss'})]
    """
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


def text(tabelle: Tabelle, name: str) -> str:
    """Gibt einen Text ohne Leerzeichen am Rand.

    Args:
        tabelle: Die Tabelle.
        name: Name der Angabe.

    Returns:
        Der Text; leer, wenn keiner da ist.

    >>> text({"kennung": " neuss "}, "kennung"), text({}, "kennung")
    ('neuss', '')
    """
    wert = tabelle.get(name)
    return wert.strip() if isinstance(wert, str) else ""


def jahreszahl(tabelle: Tabelle, name: str) -> int | None:
    """Gibt eine Jahreszahl.

    Args:
        tabelle: Die Tabelle.
        name: Name der Angabe.

    Returns:
        Das Jahr; nichts, wenn es nicht lesbar ist.

    >>> jahreszahl({"jahr": 2018}, "jahr"), jahreszahl({"jahr": "2018"}, "jahr")
    (2018, None)
    """
    wert = tabelle.get(name)
    return wert if type(wert) is int and ERSTES_JAHR <= wert <= LETZTES_JAHR else None


def tag(tabelle: Tabelle, name: str) -> date | None:
    """Gibt einen Tag.

    Args:
        tabelle: Die Tabelle.
        name: Name der Angabe.

    Returns:
        Der Tag; nichts, wenn er nicht lesbar ist.

    >>> tag({"datum": date(2018, 1, 12)}, "datum"), tag({"datum": "12.1.2018"}, "datum")
    (datetime.date(2018, 1, 12), None)
    """
    wert = tabelle.get(name)
    return wert if type(wert) is date else None


def beteiligte_in(datei: Tabelle, register: Fassungsregister) -> Beteiligte:
    """Gibt die Partner der Fassungen und jeden, dessen Beitritt in der Datei steht.

    Args:
        datei: Der Inhalt der Datei.
        register: Die Fassungen, die sie nennt.

    Returns:
        Wer vorkommen darf, und ab wann; der Tag eines Beitritts ist der zuletzt erklärte.

    >>> from kooperationsvertrag.vertrag.fassung import BERICHT_2017
    >>> datei = {"beitritt": [{"kennung": "neuss", "zum": date(2020, 1, 1)}]}
    >>> beteiligte_in(datei, Fassungsregister(BERICHT_2017)).beitritte
    {'neuss': datetime.date(2020, 1, 1)}
    """
    gruender = register.beginn.partner_kennungen
    beitritte = [(text(beitritt, "kennung"), beitritt) for _, beitritt in tabellen(datei, "beitritt")]
    erklaerungen = [*_erklaerungen(datei), *geltende_erklaerungen(datei)]
    beitritte += [(text(erklaerung, "akteur"), erklaerung) for _, erklaerung in erklaerungen]
    tage = {kennung: tag(beitritt, "zum") for kennung, beitritt in beitritte if kennung and kennung not in gruender}
    return Beteiligte(gruender, tage, _spaetere(register), _ausgeschieden(register))


def _spaetere(register: Fassungsregister) -> Mapping[str, date]:
    neue: dict[str, date] = {}
    for eines in register.geltende:
        for kennung in eines.fassung.partner_kennungen:
            if eines.ab and kennung not in register.beginn.partner_kennungen:
                neue.setdefault(kennung, eines.ab)
    return neue


def _ausgeschieden(register: Fassungsregister) -> Mapping[str, date]:
    """Wen eine Fassung nicht mehr nennt, auch keine danach."""
    weg: dict[str, date] = {}
    for bisher, eines in zip(register.fassungen, register.geltende, strict=False):
        for kennung in bisher.partner_kennungen:
            if eines.ab and kennung not in eines.fassung.partner_kennungen:
                weg[kennung] = eines.ab
    letzte = register.fassungen[-1].partner_kennungen
    return {kennung: ab for kennung, ab in weg.items() if kennung not in letzte}


def geltende_erklaerungen(datei: Tabelle) -> list[tuple[Pfad, Tabelle]]:
    """Gibt die Ereignisse, die einen Beitritt erklären, ohne die ersetzten und aufgehobenen.

    Args:
        datei: Der Inhalt der Datei.

    Returns:
        Jede Erklärung mit ihrem Weg.

    >>> erklaert = {"art": "beitritt_erklaert", "akteur": "neuss", "kennung": "b-1"}
    >>> neu_erklaert = {"art": "beitritt_erklaert", "akteur": "neuss", "ersetzt": "b-1"}
    >>> [pfad for pfad, _ in geltende_erklaerungen({"ereignis": [erklaert, neu_erklaert]})]
    [('ereignis', 1)]
    """
    ersetzte = {text(ereignis, "ersetzt") for _, ereignis in tabellen(datei, "ereignis")} - {""}
    return [
        (pfad, erklaerung) for pfad, erklaerung in _erklaerungen(datei) if text(erklaerung, "kennung") not in ersetzte
    ]


def _erklaerungen(datei: Tabelle) -> list[tuple[Pfad, Tabelle]]:
    ereignisse = tabellen(datei, "ereignis")
    return [(pfad, ereignis) for pfad, ereignis in ereignisse if ereignisklasse(ereignis) is BeitrittErklaert]


def _jahresereignisse(datei: Tabelle) -> list[tuple[Pfad, Tabelle]]:
    """Gibt die Ereignisse, die zu einem Haushaltsjahr gehören, auch wenn dieses nicht lesbar ist."""
    mit_klasse = [(pfad, ereignis, ereignisklasse(ereignis)) for pfad, ereignis in tabellen(datei, "ereignis")]
    return [
        (pfad, ereignis)
        for pfad, ereignis, klasse in mit_klasse
        if (issubclass(klasse, Jahresereignis) if klasse else "jahr" in ereignis)
    ]


def je_jahr(tabellen: list[tuple[Pfad, Tabelle]]) -> dict[int, Pfad]:
    """Gibt zu jedem lesbaren Haushaltsjahr den Weg zu seiner ersten Tabelle.

    Args:
        tabellen: Tabellen mit ihrem Weg.

    Returns:
        Je Haushaltsjahr der Weg; Tabellen ohne lesbares Jahr fehlen.

    >>> je_jahr(tabellen({"haushaltsjahr": [{"jahr": 2018}, {"jahr": "2019"}]}, "haushaltsjahr"))
    {2018: ('haushaltsjahr', 0)}
    """
    gefunden: dict[int, Pfad] = {}
    for pfad, tabelle in tabellen:
        jahr = jahreszahl(tabelle, "jahr")
        if jahr:
            gefunden.setdefault(jahr, pfad)
    return gefunden


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
    jahre, ereignisse = tabellen(datei, "haushaltsjahr"), _jahresereignisse(datei)
    if datei.get("haushaltsjahr", []) == [] and not ereignisse:
        grund = "Ein Fall hat mindestens ein Haushaltsjahr; es fehlt [[haushaltsjahr]] oder ein Ereignis mit „jahr“."
        yield ("haushaltsjahr",), MangelError(grund, "[[haushaltsjahr]]", fehlt=("haushaltsjahr",))
    gesehen: set[int] = set()
    davor: int | None = None
    for pfad, tabelle in jahre:
        jahr = jahreszahl(tabelle, "jahr")
        if jahr in gesehen:
            yield (*pfad, "jahr"), MangelError(f"Das Jahr {jahr} steht schon weiter oben.", f"= {max(gesehen) + 1}")
        elif jahr and davor and jahr < davor:
            yield (
                (*pfad, "jahr"),
                MangelError(f"{jahr} steht nach {davor}; Jahre stehen aufsteigend.", f"= {davor + 1}"),
            )
        gesehen |= {jahr} if jahr else set()
        davor = jahr
    yield from _luecken(je_jahr(jahre), je_jahr(ereignisse))


def _luecken(kurzform: Mapping[int, Pfad], ereignisse: Mapping[int, Pfad]) -> Iterator[Mangel]:
    nur_ereignisse = {jahr: pfad for jahr, pfad in ereignisse.items() if jahr not in kurzform}
    spanne = range(min(nur_ereignisse), max(nur_ereignisse) + 1) if nur_ereignisse else ()
    for davor, jahr in pairwise(sorted({*kurzform, *spanne})):
        if jahr > davor + 1:
            grund = f"Zwischen {davor} und {jahr} fehlt ein Jahr; Jahre folgen ohne Lücke aufeinander."
            hinweis = " Ohne Angaben bleibt nur ein Jahr zwischen zwei Jahren mit Ereignissen." if ereignisse else ""
            pfad = kurzform.get(jahr) or nur_ereignisse[jahr]
            yield (*pfad, "jahr"), MangelError(grund + hinweis, f"= {davor + 1}")
    for davor, jahr in pairwise(sorted(nur_ereignisse)):
        if jahr - davor > LAENGSTE_PAUSE:
            leer = jahr - davor - 1
            grund = f"Zwischen {davor} und {jahr} liegen {leer} Jahre ohne Ereignis; wohl ein Schreibfehler."
            yield (*nur_ereignisse[jahr], "jahr"), MangelError(grund, f"= {davor + 1}")


def _jahr(jahr: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    """Prüft ein Haushaltsjahr."""
    yield from _entweder_oder(jahr, "eingezahlt", "einzahlung", 'eingezahlt = "wie vereinbart"')
    yield from _entweder_oder(jahr, "verausgabt", "ausgabe", 'verausgabt = "0", wenn nichts ausgegeben wurde')
    if "pruefungsergebnis" in jahr and "geprueft" not in jahr:
        grund = "Ein Prüfungsergebnis ohne Tag der Prüfung: „geprueft“ fehlt."
        yield ("pruefungsergebnis",), MangelError(grund, "geprueft = 2019-02-14", fehlt=("geprueft",))
    zahl = jahreszahl(jahr, "jahr")
    jahresende = date(zahl, 12, 31) if zahl else None
    for name in ("einzahlung", "zusatzmittel", "ausgabe"):
        for pfad, zeile in tabellen(jahr, name):
            if name == "ausgabe":
                yield from _wessen_personal(zeile, pfad)
            partner = zeile.get("partner")
            mangel = beteiligte.mangel(partner, jahresende) if isinstance(partner, str) else None
            if mangel:
                yield (*pfad, "partner"), mit_namen(mangel)
    for pfad, beschluss in tabellen(jahr, "uebertragung"):
        for unterhalb, mangel in stimmen(beschluss, beteiligte):
            yield (*pfad, *unterhalb), mangel


def mit_namen(mangel: MangelError) -> MangelError:
    """Setzt vor das Beispiel den Namen der Angabe.

    Args:
        mangel: Ein Mangel, dessen Beispiel nur den Wert nennt.

    Returns:
        Derselbe Mangel mit einem Gleichheitszeichen vor dem Beispiel.

    >>> mit_namen(MangelError("Unbekannt.", '"ihk"')).beispiel
    '= "ihk"'
    """
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


def stimmen(beschluss: Tabelle, beteiligte: Beteiligte, *, noetig: bool = True) -> Iterator[Mangel]:
    """Prüft, wie abgestimmt wurde.

    Args:
        beschluss: Die Tabelle des Beschlusses, wie TOML sie liest.
        beteiligte: Wer abstimmen darf.
        noetig: Ob dastehen muss, wie abgestimmt wurde.

    Yields:
        Jeden Mangel mit seiner Stelle im Beschluss.

    >>> [str(mangel) for _, mangel in stimmen({"ja": ["ihk"], "nein": ["ihk"]}, Beteiligte(("ihk",), {}))]
    ['„ihk“ steht schon in „ja“; jeder Partner steht nur einmal.']
    """
    listen = [name for name in STIMMLISTEN if name in beschluss]
    listenbeispiel = 'ja = ["duesseldorf", "mettmann", "ihk"]'
    if beschluss.get("einstimmig") is False:
        grund = "War der Beschluss nicht einstimmig, stehen statt dieser Angabe die Listen ja, nein und enthaltung."
        yield ("einstimmig",), MangelError(grund, listenbeispiel)
    elif "einstimmig" in beschluss and listen:
        grund = f"„einstimmig“ und {aufzaehlung(listen)} stehen nebeneinander; nur eines von beiden ist möglich."
        yield ("einstimmig",), MangelError(grund, "einstimmig = true")
    elif noetig and "einstimmig" not in beschluss and not listen:
        grund = "Es fehlt, wie abgestimmt wurde: „einstimmig“ oder die Listen ja, nein und enthaltung."
        beispiel = f"einstimmig = true oder {listenbeispiel}"
        yield ("einstimmig",), MangelError(grund, beispiel, fehlt=("einstimmig", *STIMMLISTEN))
    yield from _kennungen(beschluss, STIMMLISTEN, beteiligte, tag(beschluss, "datum"))


def _anfangsbestand(datei: Tabelle, beteiligte: Beteiligte) -> Iterator[Mangel]:
    erstes = min(je_jahr([*tabellen(datei, "haushaltsjahr"), *_jahresereignisse(datei)]), default=None)
    for pfad, bestand in tabellen(datei, "anfangsbestand"):
        aus_jahr = jahreszahl(bestand, "aus_jahr")
        if aus_jahr and erstes and aus_jahr >= erstes:
            grund = f"Ein Anfangsbestand stammt aus einem Jahr vor dem ersten Haushaltsjahr {erstes}."
            yield (*pfad, "aus_jahr"), MangelError(grund, f"= {erstes - 1}")
        schluessel = bestand.get("schluessel")
        for kennung in schluessel if isinstance(schluessel, dict) else ():
            mangel = beteiligte.mangel(kennung, date(aus_jahr, 12, 31) if aus_jahr else None)
            if mangel:
                yield (*pfad, "schluessel", kennung), MangelError(mangel.grund, f"{beteiligte.gruender[0]} = 5")


def zustimmende(beteiligte: Beteiligte) -> Beteiligte:
    """Gibt, wer einem Beitritt zustimmen kann.

    Args:
        beteiligte: Partner und Bewerber.

    Returns:
        Dieselben und das Aufsichtsgremium.

    >>> zustimmende(Beteiligte(("ihk",), {})).alle
    ('ihk', 'aufsichtsgremium')
    """
    return evolve(beteiligte, gruender=(*beteiligte.gruender, AUFSICHTSGREMIUM))


def _beitritt(beitritt: Tabelle, beteiligte: Beteiligte, vergeben: set[str]) -> Iterator[Mangel]:
    """Prüft einen Beitritt."""
    kennung = beitritt.get("kennung")
    if isinstance(kennung, str) and kennung in vergeben:
        grund = f"Die Kennung „{zitat(kennung)}“ ist schon vergeben."
        if kennung in beteiligte.ausgeschieden:
            grund += " Wer ausgeschieden ist, wird wieder Partner, wenn eine weitere Fassung ihn nennt."
        yield ("kennung",), MangelError(grund, '= "rhein-kreis-neuss"')
    yield from urteil(beitritt)
    yield from kreis(beitritt)
    yield from _kennungen(beitritt, ("zustimmung",), zustimmende(beteiligte), tag(beitritt, "zum"))
    for pfad, name in _texte(beitritt, "zustimmung"):
        if name == kennung:
            yield pfad, MangelError(EIGENER_BEITRITT, f'= ["{beteiligte.gruender[0]}"]')


def urteil(beitritt: Tabelle) -> Iterator[Mangel]:
    """Prüft, ob beim Urteil über einen Beitritt seine Begründung steht.

    Args:
        beitritt: Die Tabelle des Beitritts, wie TOML sie liest.

    Yields:
        Den Mangel, wenn nur eines von beiden dasteht.

    >>> [str(mangel) for _, mangel in urteil({"begruendung": "grenzt an"})]
    ['Eine Begründung ohne Urteil: „foerderlich“ fehlt.']
    """
    begruendung = beitritt.get("begruendung", "")
    begruendet = not isinstance(begruendung, str) or bool(begruendung.strip())
    if "foerderlich" in beitritt and not begruendet:
        grund = "Ein Urteil, ob die Mitgliedschaft förderlich ist, braucht seine Begründung."
        yield ("begruendung",), MangelError(grund, '= "grenzt an, gemeinsamer Wirtschaftsraum"', fehlt=("begruendung",))
    elif "foerderlich" not in beitritt and begruendet:
        grund = "Eine Begründung ohne Urteil: „foerderlich“ fehlt."
        yield ("foerderlich",), MangelError(grund, "= true", fehlt=("foerderlich",))


def kreis(beitritt: Tabelle) -> Iterator[Mangel]:
    """Prüft, ob bei einer kreisangehörigen Gemeinde, und nur dort, ihr Kreis steht.

    Args:
        beitritt: Die Tabelle des Beitritts, wie TOML sie liest.

    Yields:
        Den Mangel, wenn der Kreis fehlt oder zu viel ist.

    >>> [str(mangel) for _, mangel in kreis({"rechtsform": "kreis", "kreis": "Kreis Mettmann"})]
    ['Ein Kreis steht nur bei einer kreisangehörigen Gemeinde.']
    """
    rechtsform, kreis = beitritt.get("rechtsform"), beitritt.get("kreis", "")
    if not isinstance(kreis, str):
        return
    genannt = bool(kreis.strip())
    if rechtsform == Rechtsform.KREISANGEHOERIGE_GEMEINDE and not genannt:
        grund = "Bei einer kreisangehörigen Gemeinde fehlt ihr Kreis."
        yield ("kreis",), MangelError(grund, '= "Kreis Mettmann"', fehlt=("kreis",))
    elif genannt and rechtsform != Rechtsform.KREISANGEHOERIGE_GEMEINDE and rechtsform in tuple(Rechtsform):
        yield ("kreis",), MangelError("Ein Kreis steht nur bei einer kreisangehörigen Gemeinde.", '= ""')
