"""Beispielsätze: zu den Regeln, die über Geld und Stimmen entscheiden, ein Fall in einem deutschen Satz.

Getippt ist nur der Sachverhalt; was herauskommt, rechnet die Bibliothek beim Bauen der Seiten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from kooperationsvertrag import BERICHT_2017
from kooperationsvertrag.aufteilung import Rechenkonvention
from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.darstellung.ereignisse import WORTE
from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.norm import Regel
from kooperationsvertrag.regeln import finanzierung, gremien, mitgliedschaft, personal, rechenschaft, restmittel
from kooperationsvertrag.regeln.mitgliedschaft import Urteil
from kooperationsvertrag.regeln.personal import Besetzung
from kooperationsvertrag.regeln.restmittel import Schicht
from kooperationsvertrag.vertrag.buchung import Ausgabe, Ausgabenart, Einnahme, Einnahmenart
from kooperationsvertrag.vertrag.fragen import beschreibung
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
)
from kooperationsvertrag.vertrag.partner import Rechtsform

euro = Geldbetrag.aus_euro
NEUER = "Rhein-Kreis Neuss"
NAMEN = {partner.kennung: partner.kurzname for partner in BERICHT_2017.partner} | {"neuer": NEUER}
PARTNER = BERICHT_2017.partner_kennungen
BEITRAEGE = BERICHT_2017.beitraege
BUDGET = finanzierung.jahresbudget(BEITRAEGE)
SCHLUESSEL = finanzierung.zahlungsschluessel(BEITRAEGE)
WENIGER_GEZAHLT = Betraege((*BEITRAEGE.paare[:-1], ("ihk", euro(10_000))))


def beispielsatz(regel: Regel) -> str:
    """Gibt zu einer Regel einen gerechneten Fall in Worten; leer, wo es keinen gibt.

    >>> from kooperationsvertrag.norm import regel_von
    >>> regel = regel_von(restmittel.rueckfuehrung)
    >>> assert regel is not None
    >>> beispielsatz(regel).partition(", so ")[2]
    'erhalten Düsseldorf 12.500,00 €, Kreis Mettmann 12.500,00 €, IHK 5.000,00 €.'
    """
    rechne = BEISPIELE.get((regel.modul.rpartition(".")[2], regel.name))
    return rechne() if rechne else ""


# Worte ----------------------------------------------------------------------------------------------------------------


def _betraege(betraege: Betraege) -> str:
    return ", ".join(f"{NAMEN[partner]} {betrag}" for partner, betrag in betraege.paare) or "niemand etwas"


def _und(teile: Iterable[str]) -> str:
    *vorher, letzter = list(teile) or ["niemand"]
    return f"{', '.join(vorher)} und {letzter}" if vorher else letzter


def _namen(kennungen: Iterable[str]) -> str:
    return _und(NAMEN[kennung] for kennung in kennungen)


def _je_lesart(frage: type[Lesart], rechne: Callable[[Lesart], str]) -> str:
    """Setzt je Lesart eine Zeile darunter."""
    return "\n\n" + "\n".join(f"- „{beschreibung(lesart).titel}“: {rechne(lesart)}" for lesart in frage)


def _urteil(urteil: Urteil) -> str:
    return urteil.value.replace("_", " ")


def _tag(tag: date) -> str:
    return f"{tag:%d.%m.%Y}"


# Finanzierung ---------------------------------------------------------------------------------------------------------


def _jahresbudget() -> str:
    return f"Im Jahr tragen bei: {_betraege(BEITRAEGE)}. Das Jahresbudget beträgt {BUDGET}."


def _zahlungsschluessel() -> str:
    anteile = ", ".join(f"{NAMEN[partner]} {SCHLUESSEL.anteil(partner)}" for partner in SCHLUESSEL.partner)
    return f"Aus den Beiträgen ({_betraege(BEITRAEGE)}) wird der Schlüssel {SCHLUESSEL}; die Anteile sind {anteile}."


def _rueckstaende() -> str:
    fehlt = finanzierung.rueckstaende(BEITRAEGE, WENIGER_GEZAHLT)["ihk"]
    return f"Zahlt die IHK von {BEITRAEGE['ihk']} nur {WENIGER_GEZAHLT['ihk']}, so ist sie mit {fehlt} im Rückstand."


def _aus_dem_budget() -> str:
    worte = WORTE[Ausgabenart]
    gegliedert = [art for art in Ausgabenart if art is not Ausgabenart.NICHT_GEGLIEDERT]
    darf = [worte[art] for art in gegliedert if finanzierung.ist_aus_dem_budget_zu_tragen(art)]
    darf_nicht = [worte[art] for art in gegliedert if not finanzierung.ist_aus_dem_budget_zu_tragen(art)]
    return (
        f"Ausgaben dieser Art trägt das gemeinsame Budget: {', '.join(darf)}. Nicht: {', '.join(darf_nicht)}. Eine "
        "nicht gegliederte Summe gilt als zulässig (FL-29)."
    )


def _verausgabt() -> str:
    ausgaben = [
        Ausgabe("Messe", Ausgabenart.VERANSTALTUNG, euro(40_000)),
        Ausgabe("Gehalt", Ausgabenart.PERSONALKOSTEN, euro(1_500), partner="ihk"),
    ]
    erstattet = Einnahme("Messe", Einnahmenart.RUECKERSTATTUNG, euro(5_000))
    return (
        f"Kostet eine Messe {ausgaben[0].betrag}, werden davon {erstattet.betrag} rückerstattet und sind außerdem "
        f"{ausgaben[1].betrag} Gehalt gebucht, so sind {finanzierung.verausgabte_mittel(ausgaben, [erstattet])} "
        "verausgabt; das Gehalt zählt nicht mit."
    )


def _verfuegbar() -> str:
    uebertrag, drittmittel = euro(10_000), euro(5_000)
    rechnung = _je_lesart(
        Drittmittel,
        lambda lesart: str(
            finanzierung.verfuegbare_mittel(
                uebertrag=uebertrag,
                eingezahlt=BUDGET,
                zusatzmittel=NULL,
                drittmittel=finanzierung.drittmittel_im_budget(
                    [Einnahme("Sponsor", Einnahmenart.DRITTMITTEL, drittmittel)], Drittmittel(lesart)
                ),
            )
        ),
    )
    return (
        f"Zu {BUDGET} Einzahlungen kommen {uebertrag} Übertrag und {drittmittel} Drittmittel; verfügbar sind nach der "
        f"Lesart{rechnung}"
    )


def _eigenanteile() -> str:
    ausgaben = [
        Ausgabe("Messe", Ausgabenart.PROJEKT, euro(40_000)),
        Ausgabe("Förderprojekt", Ausgabenart.EIGENANTEIL, euro(15_000)),
    ]
    return (
        f"Sind {ausgaben[0].betrag} für ein Projekt und {ausgaben[1].betrag} als Eigenanteil eines Förderprojekts "
        f"gebucht, so betragen die Eigenanteile {finanzierung.eigenanteile(ausgaben)}; verausgabt sind zusammen "
        f"{finanzierung.verausgabte_mittel(ausgaben)}, alles aus dem gemeinsamen Budget."
    )


def _leistungsfaehigkeit(lesart: Lesart) -> Geldbetrag:
    return finanzierung.leistungsfaehigkeit(
        jahresbudget=BUDGET, uebertrag=NULL, gebunden=euro(45_000), lesart=Leistungsfaehigkeit(lesart)
    )


def _leistung() -> str:
    rechnung = _je_lesart(Leistungsfaehigkeit, lambda lesart: str(_leistungsfaehigkeit(lesart)))
    return (
        f"Sind vom Jahresbudget {BUDGET} schon {euro(45_000)} gebunden, so ist die Leistungsfähigkeit nach der "
        f"Lesart{rechnung}"
    )


def _zusatzmittel() -> str:
    eigenanteile = euro(90_000)
    rechnung = _je_lesart(
        Leistungsfaehigkeit,
        lambda lesart: (
            "ja"
            if finanzierung.duerfen_zusatzmittel_angestrebt_werden(
                eigenanteile=eigenanteile, leistungsfaehigkeit=_leistungsfaehigkeit(lesart), ist_wichtig=True
            )
            else "nein"
        ),
    )
    return (
        f"Werden für wichtige Förderprojekte {eigenanteile} Eigenanteile erwartet und sind vom Jahresbudget {BUDGET} "
        f"schon {euro(45_000)} gebunden: Dürfen Zusatzmittel angestrebt werden? Nach der Lesart{rechnung}"
    )


# Personal -------------------------------------------------------------------------------------------------------------


def _personalgestellung() -> str:
    befunde = personal.personalgestellung_befunde(BERICHT_2017, [Besetzung("duesseldorf"), Besetzung("mettmann")])
    return (
        "Stellen zu Beginn nur Düsseldorf und der Kreis Mettmann je eine Person, so heißt der Befund: "
        f"„{' '.join(befund.text for befund in befunde)}“"
    )


def _traeger() -> str:
    traeger = personal.personalkosten_traeger(Besetzung("ihk", abgeordnet_an="duesseldorf"))
    return (
        f"Stellt die IHK eine Person und ordnet sie nach Düsseldorf ab, so trägt die Personalkosten {NAMEN[traeger]}."
    )


def _erstattungen() -> str:
    gehalt = Ausgabe("Gehalt", Ausgabenart.PERSONALKOSTEN, euro(1_500), partner="ihk")
    return (
        f"Hat das gemeinsame Budget {gehalt.betrag} Gehalt für Personal der IHK getragen, so ist das zu "
        f"erstatten: {_betraege(personal.erstattungen([gehalt]))}."
    )


# Gremien --------------------------------------------------------------------------------------------------------------


def _sitze() -> str:
    return f"Einen Sitz haben {_namen(gremien.sitze(BERICHT_2017, SitzNachBeitritt.LISTE_ABGESCHLOSSEN))}."


def _mehrheiten() -> str:
    rechnung = _je_lesart(
        Abstimmung,
        lambda lesart: " oder ".join(
            _namen(gruppe) for gruppe in gremien.minimale_mehrheiten(PARTNER, BEITRAEGE, Abstimmung(lesart))
        ),
    )
    return f"Es genügt nach der Lesart die Zustimmung von{rechnung}"


def _beschlossen() -> str:
    rechnung = _je_lesart(
        Abstimmung,
        lambda lesart: (
            "beschlossen"
            if gremien.ist_beschlossen(("duesseldorf", "ihk"), PARTNER, BEITRAEGE, Abstimmung(lesart))
            else "nicht beschlossen"
        ),
    )
    return f"Stimmen Düsseldorf und die IHK zu, der Kreis Mettmann nicht, so ist nach der Lesart{rechnung}"


# Rechenschaft ---------------------------------------------------------------------------------------------------------


def _planungstag() -> str:
    tage = _je_lesart(Planungsfrist, lambda lesart: _tag(rechenschaft.planungstag(2027, Planungsfrist(lesart))))
    return f"Für die Planung des Haushaltsjahres 2027 ist der letzte Tag nach der Lesart{tage}"


def _berichtstag() -> str:
    tage = _je_lesart(Berichtsfrist, lambda lesart: _tag(rechenschaft.berichtstag(2027, Berichtsfrist(lesart))))
    return f"Für den Bericht über das Haushaltsjahr 2027 ist der letzte Tag nach der Lesart{tage}"


def _reihenfolge() -> str:
    bericht, geprueft = date(2028, 2, 28), date(2028, 2, 14)
    befunde = rechenschaft.reihenfolge_befunde(
        jahr=2027, planung_erstellt=None, abschlussbericht_erstellt=bericht, geprueft=geprueft
    )
    return (
        f"Ist am {_tag(geprueft)} geprüft, der Abschlussbericht aber erst vom {_tag(bericht)}, so heißt der Befund: "
        f"„{' '.join(befund.text for befund in befunde)}“"
    )


def _pruefung() -> str:
    geprueft = date(2028, 2, 14)
    rechnung = _je_lesart(
        Pruefung,
        lambda lesart: (
            "ja" if rechenschaft.ist_pruefung_abgeschlossen(geprueft, None, Pruefung(lesart)) else "noch nicht"
        ),
    )
    return (
        f"Am {_tag(geprueft)} ist geprüft, eine Billigung aber nicht festgehalten. Wird zurückgeführt? Nach der "
        f"Lesart{rechnung}"
    )


# Restmittel -----------------------------------------------------------------------------------------------------------


def _rest() -> str:
    verausgabt = euro(90_000)
    rest = restmittel.nicht_verausgabte_mittel(BUDGET, verausgabt)
    return f"Sind von {BUDGET} Mitteln {verausgabt} verausgabt, so sind {rest} übrig."


def _rueckfuehrung() -> str:
    rest = euro(30_000)
    geteilt = restmittel.rueckfuehrung(rest=rest, schluessel=SCHLUESSEL, konvention=Rechenkonvention())
    return f"Sind nach der Prüfung {rest} übrig, so erhalten {_betraege(geteilt.betraege)}."


def _kostenausgleich() -> str:
    rest = euro(30_000)
    ausgleich = restmittel.kostenausgleich(rest=rest, eingezahlt=WENIGER_GEZAHLT, schluessel=SCHLUESSEL)
    return (
        f"Eingezahlt haben {_betraege(WENIGER_GEZAHLT)}; übrig sind {rest}. Nach der Lesart "
        f"„{beschreibung(Rueckfuehrungsbasis.KOSTEN_NACH_SCHLUESSEL).titel}“: Von {ausgleich.kosten} Kosten tragen "
        f"{_betraege(ausgleich.kostenanteile)}. Zurück erhalten {_betraege(ausgleich.rueckfuehrung)}; "
        f"noch zu zahlen: {_betraege(ausgleich.forderungen)}. Restcents wie voreingestellt (OF-32)."
    )


def _schluessel_der_zahlungen() -> str:
    return (
        f"Eingezahlt haben {_betraege(WENIGER_GEZAHLT)}. Nach der Lesart "
        f"„{beschreibung(Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN).titel}“ ist der Schlüssel "
        f"{finanzierung.schluessel_der_zahlungen(WENIGER_GEZAHLT)}."
    )


def _uebertragen() -> str:
    vorhanden, faelle = euro(30_000), (euro(10_000), euro(50_000))
    rechnung = "; ".join(
        f"sollen es {beantragt} sein, werden {restmittel.uebertragener_betrag(beantragt, vorhanden)} übertragen"
        for beantragt in faelle
    )
    return f"Übrig sind {vorhanden}: {rechnung}."


def _uebertrag() -> str:
    schichten = [Schicht(2026, euro(10_000), SCHLUESSEL), Schicht(2027, euro(20_000), SCHLUESSEL)]
    bleibt = restmittel.uebertrag_ins_folgejahr(schichten)
    einzeln = _und(f"{schicht.betrag} aus {schicht.aus_jahr}" for schicht in bleibt)
    return (
        f"Gehen {_und(f'{schicht.betrag} aus {schicht.aus_jahr}' for schicht in schichten)} ins nächste Jahr, so "
        f"stehen dort zur Verfügung: {einzeln}, zusammen {restmittel.summe_der_schichten(bleibt)}."
    )


# Mitgliedschaft -------------------------------------------------------------------------------------------------------


def _gebietskoerperschaft() -> str:
    def formen(urteil: Urteil) -> str:
        return ", ".join(
            str(WORTE[Rechtsform][form])
            for form in Rechtsform
            if mitgliedschaft.ist_gebietskoerperschaft(form) is urteil
        )

    return (
        f"Gebietskörperschaft im Sinne des Vertrags: {formen(Urteil.JA)}. Keine: {formen(Urteil.NEIN)}. "
        f"Nicht bestimmt: {formen(Urteil.NICHT_BESTIMMT)}."
    )


def _beitrittsfaehig() -> str:
    form = Rechtsform.KREISANGEHOERIGE_GEMEINDE
    rechnung = _je_lesart(
        Kreisangehoerige, lambda lesart: _urteil(mitgliedschaft.ist_beitrittsfaehig(form, Kreisangehoerige(lesart)))
    )
    return f"Kann eine {WORTE[Rechtsform][form]} beitreten? Nach der Lesart{rechnung}"


def _foerderlich() -> str:
    offen, bejaht = mitgliedschaft.ist_foerderlich(None), mitgliedschaft.ist_foerderlich(True)
    return (
        f"Hat noch niemand geurteilt: {_urteil(offen)}. Hält jemand die Mitgliedschaft für förderlich: "
        f"{_urteil(bejaht)}."
    )


def _entschieden() -> str:
    rechnung = _je_lesart(
        Beitrittsentscheidung,
        lambda lesart: (
            "entschieden"
            if mitgliedschaft.ist_entschieden(("mettmann", "ihk"), PARTNER, Beitrittsentscheidung(lesart))
            else "nicht entschieden"
        ),
    )
    return (
        "Stimmen der Kreis Mettmann und die IHK zu, Düsseldorf und das Aufsichtsgremium nicht, so ist nach der "
        f"Lesart{rechnung}"
    )


def _wirksam_ab() -> str:
    zum = date(2027, 7, 1)
    tage = _je_lesart(
        Beitrittszeitpunkt, lambda lesart: _tag(mitgliedschaft.wirksam_ab(zum, Beitrittszeitpunkt(lesart)))
    )
    return f"Wer zum {_tag(zum)} beitreten will, ist nach der Lesart Partner ab{tage}"


def _neue_beitraege() -> str:
    angebot = euro(30_000)
    rechnung = _je_lesart(
        SchluesselNachBeitritt,
        lambda lesart: _betraege(
            mitgliedschaft.beitraege_nach_beitritt(
                BEITRAEGE, ("ihk",), "neuer", angebot, SchluesselNachBeitritt(lesart)
            ).beitraege
        ),
    )
    return f"Böte der {NEUER} (Gedankenspiel) {angebot} im Jahr, so zahlten nach der Lesart{rechnung}"


def _beitrittsjahr() -> str:
    beitrag, zum = euro(30_000), date(2027, 7, 1)

    def im_jahr(lesart: Lesart) -> str:
        ab = mitgliedschaft.wirksam_ab(zum, Beitrittszeitpunkt(lesart))
        anteil = mitgliedschaft.beitrag_im_beitrittsjahr(beitrag, ab, Beitrittszeitpunkt(lesart))
        return f"{anteil.betrag} für {ab.year}"

    return (
        f"Beitrag {beitrag} im Jahr, Beitritt zum {_tag(zum)}. Im ersten Jahr zahlt der neue Partner nach der "
        f"Lesart{_je_lesart(Beitrittszeitpunkt, im_jahr)}"
    )


BEISPIELE: Mapping[tuple[str, str], Callable[[], str]] = {
    ("finanzierung", "jahresbudget"): _jahresbudget,
    ("finanzierung", "zahlungsschluessel"): _zahlungsschluessel,
    ("finanzierung", "rueckstaende"): _rueckstaende,
    ("finanzierung", "ist_aus_dem_budget_zu_tragen"): _aus_dem_budget,
    ("finanzierung", "verausgabte_mittel"): _verausgabt,
    ("finanzierung", "verfuegbare_mittel"): _verfuegbar,
    ("finanzierung", "eigenanteile"): _eigenanteile,
    ("finanzierung", "leistungsfaehigkeit"): _leistung,
    ("finanzierung", "duerfen_zusatzmittel_angestrebt_werden"): _zusatzmittel,
    ("finanzierung", "schluessel_der_zahlungen"): _schluessel_der_zahlungen,
    ("personal", "personalgestellung_befunde"): _personalgestellung,
    ("personal", "personalkosten_traeger"): _traeger,
    ("personal", "erstattungen"): _erstattungen,
    ("gremien", "sitze"): _sitze,
    ("gremien", "minimale_mehrheiten"): _mehrheiten,
    ("gremien", "ist_beschlossen"): _beschlossen,
    ("rechenschaft", "planungstag"): _planungstag,
    ("rechenschaft", "berichtstag"): _berichtstag,
    ("rechenschaft", "reihenfolge_befunde"): _reihenfolge,
    ("rechenschaft", "ist_pruefung_abgeschlossen"): _pruefung,
    ("restmittel", "nicht_verausgabte_mittel"): _rest,
    ("restmittel", "rueckfuehrung"): _rueckfuehrung,
    ("restmittel", "kostenausgleich"): _kostenausgleich,
    ("restmittel", "uebertragener_betrag"): _uebertragen,
    ("restmittel", "uebertrag_ins_folgejahr"): _uebertrag,
    ("mitgliedschaft", "ist_gebietskoerperschaft"): _gebietskoerperschaft,
    ("mitgliedschaft", "ist_beitrittsfaehig"): _beitrittsfaehig,
    ("mitgliedschaft", "ist_foerderlich"): _foerderlich,
    ("mitgliedschaft", "ist_entschieden"): _entschieden,
    ("mitgliedschaft", "wirksam_ab"): _wirksam_ab,
    ("mitgliedschaft", "beitraege_nach_beitritt"): _neue_beitraege,
    ("mitgliedschaft", "beitrag_im_beitrittsjahr"): _beitrittsjahr,
}
"""Modul und Name der Regel, und was ihr Fall ergibt."""
