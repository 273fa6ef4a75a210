"""Rechnen aus einem eigenen Programm: Zahlen hinein, Beträge heraus.

So bindet ein Haushaltsprogramm die Bibliothek ein: Es füllt ein Haushaltsjahr mit seinen Buchungen, lässt rechnen und
verwendet die Beträge weiter. Die Zahlen sind erfunden.
"""

from datetime import date

from kooperationsvertrag import (
    BERICHT_2017,
    Aufzeichnung,
    Ausgabe,
    Ausgabenart,
    Einzahlung,
    Geldbetrag,
    Haushaltsjahr,
    Pruefungsergebnis,
    Zahlweise,
    ergebnis,
)

AUSGABEN = (
    Ausgabe("Standortkongress", Ausgabenart.VERANSTALTUNG, Geldbetrag(1_825_000)),  # in Cent
    Ausgabe("Gutachten Gewerbeflächen", Ausgabenart.PROJEKT, Geldbetrag.aus_euro(12_400)),  # in ganzen Euro
)

GEZAHLT_WIE_VEREINBART = Haushaltsjahr(
    jahr=2018,
    eingezahlt=Zahlweise.WIE_VEREINBART,
    ausgaben=AUSGABEN,
    geprueft=date(2019, 2, 14),
    pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
)

IHK_ZAHLT_WENIGER = Haushaltsjahr(
    jahr=2018,
    eingezahlt=(
        Einzahlung("duesseldorf", Geldbetrag.aus_euro(50_000)),
        Einzahlung("mettmann", Geldbetrag.aus_euro(50_000)),
        Einzahlung("ihk", Geldbetrag.aus_euro(10_000)),
    ),
    ausgaben=AUSGABEN,
    geprueft=date(2019, 2, 14),
    pruefungsergebnis=Pruefungsergebnis.GEBILLIGT,
)


def zeige(haushaltsjahr: Haushaltsjahr) -> None:
    """Zeigt die Rückführung, oder jede mögliche, wo der Text mehrere Lesarten zulässt."""
    gerechnet = ergebnis(Aufzeichnung(BERICHT_2017, (haushaltsjahr,)))
    if gerechnet.ist_eindeutig:
        print("Das Ergebnis ist eindeutig.")
    else:
        fragen = ", ".join(offen.frage for offen in gerechnet.offene_fragen)
        print(f"Das Ergebnis hängt ab von: {fragen}.")
    for variante in gerechnet.varianten:
        for frage, lesart in variante.auslegung:
            print(f"  {frage} = {lesart}")
        (abrechnung,) = variante.ergebnis
        for partner, betrag in abrechnung.rueckfuehrung.items():
            print(f"    {BERICHT_2017.namen[partner]}: {betrag.dezimal()}")  # Punkt statt Komma, wie Programme es lesen


print("Alle zahlen, was vereinbart ist.")
zeige(GEZAHLT_WIE_VEREINBART)
print()
print("Die IHK zahlt nur die Hälfte.")
zeige(IHK_ZAHLT_WENIGER)
