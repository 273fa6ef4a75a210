"""Nach dem Grund fragen: welche Regel, welcher Satz, welche Beträge.

Jeder Schritt einer Abrechnung nennt die Regel, die Sätze der Quelle, auf denen sie beruht, und bei jedem Betrag, der
eingeht, woher er kommt. Die Zahlen sind erfunden.
"""

from datetime import date

from kooperationsvertrag import (
    BERICHT_2017,
    Aufzeichnung,
    Ausgabe,
    Ausgabenart,
    Geldbetrag,
    Haushaltsjahr,
    Pruefungsergebnis,
    Zahlweise,
    begruendung,
)
from kooperationsvertrag.herleitung import Schritt, betraege_in

HAUSHALTSJAHR = Haushaltsjahr(
    jahr=2018,
    eingezahlt=Zahlweise.WIE_VEREINBART,
    ausgaben=(Ausgabe("Projekte und Veranstaltungen", Ausgabenart.PROJEKT, Geldbetrag(4_341_755)),),
    geprueft=date(2019, 2, 14),
    pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
)


def zeige(schritt: Schritt) -> None:
    """Zeigt einen Schritt: was getan wird, worauf es beruht, was eingeht und was herauskommt; null bleibt weg."""
    regel = schritt.regel
    print(f"{schritt.nummer}. {regel.satz}")
    print(f"   Sätze: {', '.join(norm.kennung for norm in regel.normen)}")
    for angabe in schritt.betraege:
        if angabe.betrag:
            print(f"   {angabe.stelle}: {angabe.betrag} ({angabe.herkunft})")
    for stelle, betrag in betraege_in(schritt.ergebnis):
        if betrag:
            print(f"   = {stelle or 'Ergebnis'}: {betrag}")


for schritt in begruendung(Aufzeichnung(BERICHT_2017, (HAUSHALTSJAHR,))):
    zeige(schritt)
