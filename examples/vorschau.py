"""Beispiel: Was bleibt, wenn drei Jahre lang gespart und im vierten ausgegeben wird?"""

from kooperationsvertrag import (
    BERICHT_2017,
    Aufzeichnung,
    Auslegung,
    Geldbetrag,
    Jahresplan,
    Uebertragungsumfang,
    geplante_jahre,
    vorschau,
)
from kooperationsvertrag.vertrag.lesarten import UebertragRueckfuehrung, UebertragVerbrauch

# Was am Ende übrig ist, stammt zum Teil aus früheren Jahren; ob auch das zurückgeht, ist zu wählen (OF-33).
lesarten = Auslegung.mit(UebertragRueckfuehrung.RUECKFUEHRBAR, UebertragVerbrauch.AELTESTE_ZUERST)
sparen = Jahresplan(Geldbetrag.aus_euro(105_000), Uebertragungsumfang.ALLES)
ausgeben = Jahresplan(Geldbetrag.aus_euro(160_000))

erstes_jahr = Aufzeichnung(BERICHT_2017, geplante_jahre(2027, [sparen]))
ergebnis = vorschau(erstes_jahr, [sparen, sparen, ausgeben], lesarten)

for jahr in ergebnis.haushaltsjahre:
    print(
        f"{jahr.jahr}: verfügbar {jahr.verfuegbar}, verausgabt {jahr.verausgabt}, "
        f"zurück {jahr.rueckfuehrung.summe}, weiter ins nächste Jahr {jahr.uebertrag_in_folgejahr}"
    )
    for schicht in jahr.schichten_in_folgejahr:
        print(f"    davon aus {schicht.aus_jahr}: {schicht.betrag}, Schlüssel {schicht.schluessel}")
