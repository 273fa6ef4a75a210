"""Entwürfe, die sich von einer Fassung an genau einer Stelle unterscheiden: je Art der Änderung eine Strategie."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import evolve
from hypothesis import strategies as st

from kooperationsvertrag.aufteilung import Rundung
from kooperationsvertrag.geld import Betraege, Geldbetrag
from kooperationsvertrag.vertrag import normen
from kooperationsvertrag.vertrag.fassung import Funktion, Klausel, Regelung, Sitz, Stelle, Vertragsfassung
from kooperationsvertrag.vertrag.fragen import frage
from kooperationsvertrag.vertrag.lesarten import AUSLEGUNGSFRAGEN
from kooperationsvertrag.vertrag.normen import NORMEN
from kooperationsvertrag.vertrag.partner import Partner, Rechtsform
from strategien import cents

HINZUGEKOMMEN = "hinzugekommen"
"""Kennung eines Partners, der in keinem Fall vorkommt."""
UMBENANNT = "Umbenannter Partner"
"""Ein Name, der in keinem Fall vorkommt."""

_NORM_DER_STELLE = {
    Funktion.LEITUNG: normen.LEITUNG_UND_STELLVERTRETUNG,
    Funktion.STELLVERTRETUNG: normen.LEITUNG_UND_STELLVERTRETUNG,
    Funktion.SCHWERPUNKT_REGIONALWIRTSCHAFT: normen.SCHWERPUNKT_REGIONALWIRTSCHAFT,
}

Aenderung = Callable[[st.DrawFn, Vertragsfassung], Vertragsfassung]


def _einer(zieh: st.DrawFn, fassung: Vertragsfassung) -> str:
    return zieh(st.sampled_from(fassung.partner_kennungen))


def _klausel(fassung: Vertragsfassung, *ersetzt: str) -> Klausel:
    return Klausel(f"§ {len(fassung.klauseln) + 1}", "Neuer Wortlaut.", ersetzt)


def _anderer_beitrag(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    wer = _einer(zieh, fassung)
    anderer = cents.map(Geldbetrag).filter(lambda betrag: betrag.cent > 0 and betrag != fassung.beitraege[wer])
    return evolve(fassung, beitraege=Betraege.von({**fassung.beitraege, wer: zieh(anderer)}))


def _anderer_name(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    wer = _einer(zieh, fassung)
    return evolve(
        fassung,
        partner=tuple(
            evolve(partner, name=UMBENANNT, kurzname=UMBENANNT) if partner.kennung == wer else partner
            for partner in fassung.partner
        ),
    )


def _andere_rechtsform(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    wer = _einer(zieh, fassung)
    rechtsform = zieh(st.sampled_from(Rechtsform))
    return evolve(
        fassung,
        partner=tuple(
            evolve(partner, rechtsform=rechtsform) if partner.kennung == wer else partner for partner in fassung.partner
        ),
    )


def _weiterer_partner(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    if HINZUGEKOMMEN in fassung.partner_kennungen:
        return fassung
    partner = Partner(HINZUGEKOMMEN, "Ein Kreis", "Ein Kreis", Rechtsform.KREIS, "Kreistag")
    beitrag = Geldbetrag(zieh(st.integers(0, 5_000_000)))
    return evolve(
        fassung,
        partner=(*fassung.partner, partner),
        beitraege=Betraege((*fassung.beitraege.paare, (HINZUGEKOMMEN, beitrag))),
    )


def _andere_reihenfolge(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    partner = tuple(zieh(st.permutations(fassung.partner)))
    return evolve(
        fassung,
        partner=partner,
        beitraege=Betraege(tuple((einer.kennung, fassung.beitraege[einer.kennung]) for einer in partner)),
    )


def _anderer_sitz(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    sitze = list(fassung.aufsichtsgremium)
    if sitze and zieh(st.sampled_from([True, True, True, False])):
        del sitze[zieh(st.integers(0, len(sitze) - 1))]
    else:
        sitze.append(Sitz(_einer(zieh, fassung), "Ein weiteres Amt"))
    return evolve(fassung, aufsichtsgremium=tuple(sitze))


def _andere_stelle(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    stellen = list(fassung.stellen)
    if stellen and zieh(st.sampled_from([True, False])):
        del stellen[zieh(st.integers(0, len(stellen) - 1))]
    else:
        funktion = zieh(st.sampled_from(Funktion))
        stellen.append(Stelle(_einer(zieh, fassung), funktion, _NORM_DER_STELLE[funktion]))
    return evolve(fassung, stellen=tuple(stellen))


def _anderer_sitz_der_abordnung(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    return evolve(fassung, sitz_der_abordnung=_einer(zieh, fassung))


def _satz_entfaellt(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    satz = zieh(st.sampled_from([norm.kennung for norm in NORMEN if norm.kennung not in fassung.entfallen]))
    return evolve(fassung, entfallen=(*fassung.entfallen, satz))


def _satz_ersetzt(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    satz = zieh(st.sampled_from([norm.kennung for norm in NORMEN]))
    return evolve(fassung, klauseln=(*fassung.klauseln, _klausel(fassung, satz)))


def _frage_geregelt(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    moegliche: dict[str, tuple[str, ...]] = {eine.frage(): tuple(eine) for eine in AUSLEGUNGSFRAGEN}
    moegliche["rundung"] = tuple(Rundung)
    schluessel = zieh(st.sampled_from(sorted(moegliche)))
    klausel = _klausel(fassung, zieh(st.sampled_from(frage(schluessel).norm_kennungen)))
    andere = tuple(regelung for regelung in fassung.geregelt if regelung.frage != schluessel)
    return evolve(
        fassung,
        klauseln=(*fassung.klauseln, klausel),
        geregelt=(*andere, Regelung(schluessel, str(zieh(st.sampled_from(moegliche[schluessel]))), klausel.kennung)),
    )


NUR_WORTLAUT: Mapping[str, Aenderung] = {"satz_entfaellt": _satz_entfaellt, "satz_ersetzt": _satz_ersetzt}
"""Änderungen, die an keiner Rechnung etwas ändern können: gerechnet wird mit Angaben und Regelungen."""

NUR_NAMEN: Mapping[str, Aenderung] = {"anderer_name": _anderer_name}
"""Änderungen, die nur ändern, wie jemand heißt."""

IN_DER_SACHE: Mapping[str, Aenderung] = {
    "anderer_beitrag": _anderer_beitrag,
    "andere_rechtsform": _andere_rechtsform,
    "weiterer_partner": _weiterer_partner,
    "andere_reihenfolge": _andere_reihenfolge,
    "anderer_sitz": _anderer_sitz,
    "andere_stelle": _andere_stelle,
    "anderer_sitz_der_abordnung": _anderer_sitz_der_abordnung,
    "frage_geregelt": _frage_geregelt,
}
"""Änderungen, die etwas bewirken können."""

ALLE: Mapping[str, Aenderung] = {**NUR_WORTLAUT, **NUR_NAMEN, **IN_DER_SACHE}
"""Jede Art, eine Fassung an einer Stelle zu ändern."""


@st.composite
def entwuerfe(zieh: st.DrawFn, fassung: Vertragsfassung) -> Vertragsfassung:
    """Die Fassung selbst, oder ein Entwurf, der an ein oder zwei Stellen von ihr abweicht."""
    for art in zieh(st.lists(st.sampled_from(sorted(IN_DER_SACHE)), max_size=2)):
        fassung = ALLE[art](zieh, fassung)
    return fassung


@st.composite
def geaenderte(
    zieh: st.DrawFn, fassung: Vertragsfassung, arten: Mapping[str, Aenderung]
) -> tuple[Vertragsfassung, Vertragsfassung]:
    """Ein Entwurf und einer, der sich von ihm an genau einer Stelle unterscheidet; in beiden Richtungen."""
    alt = zieh(entwuerfe(fassung))
    neu = arten[zieh(st.sampled_from(sorted(arten)))](zieh, alt)
    return (neu, alt) if zieh(st.booleans()) else (alt, neu)
