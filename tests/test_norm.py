from kooperationsvertrag.norm import Regel, regel, regel_von
from kooperationsvertrag.vertrag import festlegungen, normen


def test_regel_gibt_die_funktion_unveraendert_zurueck() -> None:
    def doppelt(zahl: int) -> int:
        """Verdoppelt eine Zahl.

        Mehr steht hier.
        """
        return 2 * zahl

    angeheftet = regel(normen.RUECKFUEHRUNG, festlegungen.STIMMTAG, normen.JAHRESBUDGET)(doppelt)
    assert angeheftet is doppelt
    assert angeheftet(4) == 8
    assert regel_von(doppelt) == Regel(
        name="doppelt",
        modul=__name__,
        satz="Verdoppelt eine Zahl.",
        normen=(normen.RUECKFUEHRUNG, normen.JAHRESBUDGET),
        festlegungen=(festlegungen.STIMMTAG,),
    )


def test_was_keine_regel_ist_hat_keine() -> None:
    assert regel_von(len) is None
    assert regel_von(normen.RUECKFUEHRUNG) is None
