"""Eine gute Datei mit einem Antrag, aus der die Tests andere machen, und beliebige gelesene Anträge."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from kooperationsvertrag.auslegung import Auslegung
from kooperationsvertrag.fall.antrag import Pruefauftrag
from kooperationsvertrag.geld import Geldbetrag
from kooperationsvertrag.regeln.mitgliedschaft import Beitrittsantrag
from kooperationsvertrag.vertrag.fassung import BERICHT_2017
from kooperationsvertrag.vertrag.partner import Rechtsform
from strategien import auslegungen

KOPF = """titel = "Ein Gedankenspiel"
fassung = "bericht-2017"
"""

AUSLEGUNG = """
[auslegung]
schluessel_nach_beitritt = "additiv"
"""

ANTRAG = """
[antrag]
kennung = "rhein-kreis-neuss"
name = "Rhein-Kreis Neuss"
rechtsform = "kreis"
kreis = ""
foerderlich = true
begruendung = "grenzt an"
beitrag = "30.000"
zum = 2026-01-01
zustimmung = ["duesseldorf", "mettmann", "ihk", "aufsichtsgremium"]
"""

EINFACH = KOPF + ANTRAG
AUSFUEHRLICH = KOPF + AUSLEGUNG + ANTRAG


@st.composite
def antraege(zieh: st.DrawFn) -> Pruefauftrag:
    """Ein beliebiger gültiger Antrag, mit beliebigen gewählten Lesarten."""
    alle = (*BERICHT_2017.partner_kennungen, "aufsichtsgremium")
    antrag = Beitrittsantrag(
        kennung="neu",
        name=zieh(st.sampled_from(["Neu", "Rhein-Kreis Neuss", "Verbandsgemeinschaft mit einem sehr langen Namen"])),
        rechtsform=zieh(st.sampled_from(Rechtsform)),
        beitrag=zieh(st.one_of(st.integers(0, 30), st.integers(0, 20_000_000), st.integers(0, 10**17)).map(Geldbetrag)),
        zum=zieh(st.dates(date(1900, 1, 1), date(2999, 12, 31)) | st.integers(1900, 2999).map(lambda j: date(j, 1, 1))),
        foerderlich=zieh(st.sampled_from([True, False, None])),
        begruendung=zieh(st.sampled_from(["", "grenzt an"])),
        kreis=zieh(st.sampled_from(["", "Kreis Wesel"])),
        zustimmung=tuple(zieh(st.lists(st.sampled_from(alle), unique=True))),
    )
    gewaehlt = zieh(auslegungen)
    offen = zieh(st.sets(st.sampled_from([frage for frage, _ in gewaehlt.wahl])))
    auslegung = Auslegung(tuple(antwort for antwort in gewaehlt.wahl if antwort[0] not in offen))
    return Pruefauftrag("Ein Gedankenspiel", BERICHT_2017, antrag, auslegung, "sha256:0123456789abcdef")
