"""Von Hand gesetzte Abrechnungen: jede steht für eine Lage, die dargestellt werden muss."""

from __future__ import annotations

from attrs import evolve

from kooperationsvertrag.ablauf.abrechnung import Beschlussfolge, Jahresabrechnung, Jahresstatus
from kooperationsvertrag.ablauf.ergebnis import Ergebnis
from kooperationsvertrag.ablauf.jahresfolge import Jahresfolge
from kooperationsvertrag.aufteilung import Rechenkonvention, Zahlungsschluessel, aufteilen
from kooperationsvertrag.auslegung import Antwort, OffeneFrage, Variante
from kooperationsvertrag.darstellung.abrechnung import Kopf
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.norm import Befund, Schwere
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import BERICHT_2017

NAMEN = {partner.kennung: partner.kurzname for partner in BERICHT_2017.partner}
KOPF = Kopf("Aufbau und Betrieb", BERICHT_2017, NAMEN, (("kooperationsvertrag", "0.1.0"), ("Eingabe", "sha256:0123")))
SCHLUESSEL = Zahlungsschluessel.aus_betraegen(BERICHT_2017.beitraege)

WARNUNG = Befund(
    "abweichende_zahlung", Schwere.WARNUNG, "Die IHK hat 10.000,00 € weniger gezahlt.", (normen.JAHRESBUDGET,)
)
VERSTOSS = Befund(
    "personalkosten", Schwere.VERSTOSS, "Personalkosten sind dem Budget belastet.", (normen.PERSONALKOSTEN,)
)
HINWEIS = Befund("ohne_saetze", Schwere.HINWEIS, "Hier ist nichts weiter zu tun.")


def betraege(duesseldorf: int, mettmann: int, ihk: int) -> Betraege:
    return Betraege.von(
        {"duesseldorf": Geldbetrag(duesseldorf), "mettmann": Geldbetrag(mettmann), "ihk": Geldbetrag(ihk)}
    )


AUFTEILUNG_2018 = aufteilen(Geldbetrag(7_658_245), SCHLUESSEL)

EINFACH = Jahresabrechnung(
    jahr=2018,
    jahresbudget=Geldbetrag.aus_euro(120_000),
    vereinbart=BERICHT_2017.beitraege,
    eingezahlt=BERICHT_2017.beitraege,
    rueckstaende=Betraege(),
    uebertrag_aus_vorjahr=NULL,
    zusatzmittel=Betraege(),
    drittmittel=NULL,
    verfuegbar=Geldbetrag.aus_euro(120_000),
    verausgabt=Geldbetrag(4_341_755),
    eigenanteile=NULL,
    rest=Geldbetrag(7_658_245),
    ueberschreitung=NULL,
    status=Jahresstatus.RUECKFUEHRUNG,
    rueckfuehrung=AUFTEILUNG_2018.betraege,
    forderungen=Betraege(),
    erstattungen=Betraege(),
    uebertrag_in_folgejahr=NULL,
    wartet_auf_pruefung=NULL,
    schichten_in_folgejahr=(),
    beschluss=None,
    befunde=(),
    aufteilungen=(AUFTEILUNG_2018,),
)

AUSGEGLICHEN = evolve(
    EINFACH,
    verausgabt=Geldbetrag.aus_euro(120_000),
    rest=NULL,
    status=Jahresstatus.AUSGEGLICHEN,
    rueckfuehrung=Betraege(),
    aufteilungen=(),
)

UEBERSCHRITTEN = evolve(
    AUSGEGLICHEN,
    verausgabt=Geldbetrag.aus_euro(125_000),
    eigenanteile=Geldbetrag.aus_euro(90_000),
    ueberschreitung=Geldbetrag.aus_euro(5_000),
    status=Jahresstatus.UEBERSCHREITUNG,
    befunde=(VERSTOSS, HINWEIS),
)

UNGEPRUEFT = evolve(
    EINFACH,
    status=Jahresstatus.PRUEFUNG_AUSSTEHEND,
    rueckfuehrung=Betraege(),
    wartet_auf_pruefung=Geldbetrag(7_658_245),
    aufteilungen=(),
)

UNGEBILLIGT = evolve(UNGEPRUEFT, status=Jahresstatus.BILLIGUNG_AUSSTEHEND)

UEBERTRAGEN = evolve(
    EINFACH,
    status=Jahresstatus.UEBERTRAGUNG,
    rueckfuehrung=Betraege(),
    uebertrag_in_folgejahr=Geldbetrag(7_658_245),
    schichten_in_folgejahr=(Schicht(2018, Geldbetrag(7_658_245), SCHLUESSEL),),
    beschluss=Beschlussfolge(wirksam=True, beantragt=Geldbetrag(7_658_245), uebertragen=Geldbetrag(7_658_245)),
    aufteilungen=(),
)

TEILWEISE_UEBERTRAGEN = evolve(
    EINFACH,
    status=Jahresstatus.RUECKFUEHRUNG_UND_UEBERTRAGUNG,
    rueckfuehrung=betraege(2_357_602, 2_357_602, 943_041),
    uebertrag_in_folgejahr=Geldbetrag.aus_euro(20_000),
    schichten_in_folgejahr=(Schicht(2018, Geldbetrag.aus_euro(20_000), SCHLUESSEL),),
    beschluss=Beschlussfolge(
        wirksam=True, beantragt=Geldbetrag.aus_euro(20_000), uebertragen=Geldbetrag.aus_euro(20_000)
    ),
    aufteilungen=(aufteilen(Geldbetrag(5_658_245), SCHLUESSEL),),
)

GESCHEITERT = evolve(
    EINFACH, beschluss=Beschlussfolge(wirksam=False, beantragt=Geldbetrag.aus_euro(20_000), uebertragen=NULL)
)

ALLES_ZUGLEICH = evolve(
    EINFACH,
    jahr=2019,
    eingezahlt=betraege(5_000_000, 5_000_000, 1_000_000),
    rueckstaende=Betraege.von({"ihk": Geldbetrag.aus_euro(10_000)}),
    uebertrag_aus_vorjahr=Geldbetrag.aus_euro(12_000),
    zusatzmittel=Betraege.von({"duesseldorf": Geldbetrag.aus_euro(10_000)}),
    drittmittel=Geldbetrag.aus_euro(1_000),
    verfuegbar=Geldbetrag.aus_euro(133_000),
    verausgabt=Geldbetrag.aus_euro(103_000),
    eigenanteile=Geldbetrag.aus_euro(4_000),
    rest=Geldbetrag.aus_euro(30_000),
    rueckfuehrung=betraege(1_666_667, 1_666_667, 0),
    forderungen=Betraege.von({"ihk": Geldbetrag(333_334)}),
    erstattungen=Betraege.von({"mettmann": Geldbetrag.aus_euro(700)}),
    befunde=(WARNUNG, VERSTOSS, HINWEIS),
)


def mit_rueckfuehrung(duesseldorf: int, mettmann: int, ihk: int, jahr: Jahresabrechnung = EINFACH) -> Jahresabrechnung:
    return evolve(jahr, rueckfuehrung=betraege(duesseldorf, mettmann, ihk))


def eindeutig(*jahre: Jahresabrechnung, antworten: tuple[Antwort, ...] = (), cent_spielraum: int = 1) -> Ergebnis:
    return Ergebnis(Rechenkonvention(), (variante(*jahre, antworten=antworten),), (), cent_spielraum)


def variante(*jahre: Jahresabrechnung, antworten: tuple[Antwort, ...] = ()) -> Variante[Jahresfolge]:
    return Variante(antworten, (antworten,), jahre)


def mehrdeutig(*varianten: Variante[Jahresfolge], fragen: tuple[OffeneFrage, ...], cent_spielraum: int = 1) -> Ergebnis:
    return Ergebnis(Rechenkonvention(), varianten, fragen, cent_spielraum)
