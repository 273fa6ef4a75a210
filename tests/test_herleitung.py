from attrs import frozen

from kooperationsvertrag.geld import NULL, Betraege, Geldbetrag
from kooperationsvertrag.herleitung import Mitschrift, betraege_in, herleitung, ohne_protokoll
from kooperationsvertrag.norm import regel
from kooperationsvertrag.vertrag import normen


@regel(normen.JAHRESBUDGET)
def zusammen(betraege: Betraege, weiterer: Geldbetrag) -> Geldbetrag:
    """Zählt zusammen."""
    return betraege.summe + weiterer


@regel(normen.RUECKFUEHRUNG)
def verdoppelt(betrag: Geldbetrag) -> Geldbetrag:
    """Verdoppelt."""
    return betrag + betrag


def keine_regel(betrag: Geldbetrag) -> Geldbetrag:
    return betrag


@frozen
class Beutel:
    inhalt: tuple[Geldbetrag, ...]
    name: str


def test_ohne_protokoll_kommt_dasselbe_heraus() -> None:
    assert ohne_protokoll(verdoppelt, Geldbetrag(4)) == Mitschrift()(verdoppelt, Geldbetrag(4)) == Geldbetrag(8)


def test_betraege_werden_in_jeder_tiefe_gefunden() -> None:
    beutel = Beutel((Geldbetrag(1), Geldbetrag(2)), "b")
    gefunden = [(stelle, betrag.cent) for stelle, betrag in betraege_in({"x": [beutel]}, "e")]
    assert gefunden == [("e.x[0].inhalt[0]", 1), ("e.x[0].inhalt[1]", 2)]
    assert [stelle for stelle, _ in betraege_in(beutel)] == ["inhalt[0]", "inhalt[1]"]
    assert [stelle for stelle, _ in betraege_in({"x": Geldbetrag(1)})] == ["x"]
    assert list(betraege_in("kein Betrag")) == []


def test_jeder_schritt_sagt_woher_seine_betraege_kommen() -> None:
    eingabe = Betraege.von({"ihk": Geldbetrag(5)})
    mitschrift = Mitschrift()
    summe = mitschrift.im_abschnitt("Jahr")(zusammen, eingabe, weiterer=NULL)
    mitschrift(keine_regel, summe)
    mitschrift(verdoppelt, summe)
    mitschrift(verdoppelt, Geldbetrag(10))
    erster, zweiter, dritter = herleitung(mitschrift.aufrufe, {"eingezahlt": eingabe})
    assert (erster.nummer, erster.abschnitt, erster.regel.name, erster.ergebnis) == (1, "Jahr", "zusammen", summe)
    assert [(angabe.stelle, angabe.herkunft) for angabe in erster.betraege] == [
        ("betraege.ihk", "eingezahlt.ihk"),
        ("weiterer", "null"),
    ]
    assert [(angabe.stelle, angabe.herkunft) for angabe in zweiter.betraege] == [("betrag", "Schritt 1")]
    assert [angabe.herkunft for angabe in dritter.betraege] == [""], "gleich groß ist nicht derselbe Betrag"
    assert dict(erster.argumente) == {"betraege": eingabe, "weiterer": NULL}
