"""Beteiligte: Art, Träger und Gegenüber eines Satzes, wie sie auf seiner Seite stehen.

Das Register nennt knapp, wer gemeint ist. Hier steht dazu, was davon der Satz selbst sagt, was nur der Zusammenhang
ergibt und was offen ist.
"""

from __future__ import annotations

from auszeichnung import maskiert, mit_verweisen

from kooperationsvertrag.darstellung.normen import arten
from kooperationsvertrag.norm import Norm, Normart
from kooperationsvertrag.regeln.aufgaben import Aufgabenart, aufgaben
from kooperationsvertrag.vertrag import normen

NICHT_GENANNT = "im Text nicht genannt"
AUS_DEM_ZUSAMMENHANG = (normen.PLANUNG_UND_BERICHT, normen.RUECKFUEHRUNG)
"""Sätze, die nicht sagen, wen sie verpflichten; es ergibt sich nur aus dem, was um sie steht."""
OFFENES_GEGENUEBER = {
    normen.UNBERUEHRTE_BEFUGNISSE: "Begleitgremium; ob auch Aufsichtsgremium, ist offen (OF-14)",
}
"""Sätze, bei denen offen ist, wem gegenüber sie gelten."""
MIT_GEGENUEBER = {Normart.PFLICHT, Normart.BEFUGNIS, Normart.ERLAUBNIS}
"""Arten, bei denen zu erwarten ist, dass der Satz jemanden nennt, dem gegenüber sie gelten."""


def art(norm: Norm) -> str:
    """Nennt die Arten eines Satzes; was nur ein Soll ist, heißt auch so.

    >>> art(normen.LEUCHTTURMPROJEKTE), art(normen.RUECKFUEHRUNG)
    ('Soll-Vorschrift', 'Bedingung, Pflicht')
    """
    ist_soll = any(aufgabe.norm is norm for aufgabe in aufgaben(Aufgabenart.SOLL))
    return arten(norm).replace("Pflicht", "Soll-Vorschrift") if ist_soll else arten(norm)


def wer(norm: Norm) -> str:
    """Nennt, wen ein Satz verpflichtet, ermächtigt oder beschreibt.

    >>> wer(normen.RUECKFUEHRUNG)
    'Landeshauptstadt Düsseldorf (aus dem Zusammenhang)'
    """
    if not norm.traeger:
        return _fehlendes(norm)
    return maskiert(norm.traeger) + (" (aus dem Zusammenhang)" if norm in AUS_DEM_ZUSAMMENHANG else "")


def wem_gegenueber(norm: Norm) -> str:
    """Nennt, wem gegenüber ein Satz gilt; leer, wo niemand zu erwarten ist.

    >>> wem_gegenueber(normen.PLANUNG_UND_BERICHT), wem_gegenueber(normen.KERNAUFGABE)
    ('im Text nicht genannt', '')
    """
    if norm in OFFENES_GEGENUEBER:
        return mit_verweisen(OFFENES_GEGENUEBER[norm])
    return maskiert(norm.gegenueber) or _fehlendes(norm)


def _fehlendes(norm: Norm) -> str:
    return NICHT_GENANNT if MIT_GEGENUEBER & set(norm.arten) else ""
