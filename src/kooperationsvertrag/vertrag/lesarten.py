"""Die ausführbaren Auslegungsfragen: je Frage eine Klasse, je Lesart ein Glied.

Die Namen stehen so in Falldateien. Was jede Lesart bedeutet und welche Fragen sich nicht rechnen lassen, steht im
Register :mod:`kooperationsvertrag.vertrag.fragen`.
"""

from kooperationsvertrag.auslegung import Lesart


class Beitrittsentscheidung(Lesart):
    """Wer über einen Beitritt entscheidet (OF-02)."""

    ALLE_PARTNER = "alle_partner"
    AUFSICHTSGREMIUM = "aufsichtsgremium"
    MEHRHEIT_DER_PARTNER = "mehrheit_der_partner"
    ERKLAERUNG_GENUEGT = "erklaerung_genuegt"


class Kreisangehoerige(Lesart):
    """Ob eine kreisangehörige Gemeinde beitreten kann (OF-05)."""

    BEITRITTSFAEHIG = "beitrittsfaehig"
    NICHT_BEITRITTSFAEHIG = "nicht_beitrittsfaehig"


class SchluesselNachBeitritt(Lesart):
    """Beiträge und Schlüssel nach einem Beitritt (OF-06)."""

    ADDITIV = "additiv"
    GLEICHES_BUDGET = "gleiches_budget"
    KOMMUNAL_GLEICH = "kommunal_gleich"
    OHNE_BEITRAG = "ohne_beitrag"


class SitzNachBeitritt(Lesart):
    """Ob der neue Partner einen Sitz im Aufsichtsgremium hat (OF-07)."""

    JEDER_PARTNER_EIN_SITZ = "jeder_partner_ein_sitz"
    LISTE_ABGESCHLOSSEN = "liste_abgeschlossen"


class Beitrittszeitpunkt(Lesart):
    """Was ein Beitritt während des Jahres für den Beitrag heißt (OF-08)."""

    NACH_MONATEN = "nach_monaten"
    NACH_TAGEN = "nach_tagen"
    VOLLER_JAHRESBEITRAG = "voller_jahresbeitrag"
    ERST_ZUM_JAHRESBEGINN = "erst_zum_jahresbeginn"


class Abstimmung(Lesart):
    """Wie das Aufsichtsgremium beschließt (OF-09)."""

    EINSTIMMIG = "einstimmig"
    MEHRHEIT = "mehrheit"
    GEWICHTET_EINFACH = "gewichtet_einfach"
    GEWICHTET_ZWEI_DRITTEL = "gewichtet_zwei_drittel"


class Rueckfuehrungsbasis(Lesart):
    """Wonach zurückgeführt wird, wenn anders gezahlt als vereinbart wurde (OF-16)."""

    VEREINBARTER_SCHLUESSEL = "vereinbarter_schluessel"
    TATSAECHLICHE_ZAHLUNGEN = "tatsaechliche_zahlungen"
    KOSTEN_NACH_SCHLUESSEL = "kosten_nach_schluessel"


class Wechseljahr(Lesart):
    """Was für ein Jahr gilt, in dessen Lauf eine neue Fassung in Kraft tritt (OF-18)."""

    ALTE_FASSUNG = "alte_fassung"
    NEUE_FASSUNG = "neue_fassung"
    NACH_MONATEN = "nach_monaten"
    NACH_TAGEN = "nach_tagen"


class Leistungsfaehigkeit(Lesart):
    """Was die finanzielle Leistungsfähigkeit ist (OF-20)."""

    JAHRESBUDGET = "jahresbudget"
    NOCH_FREIE_MITTEL = "noch_freie_mittel"


class ZusatzmittelVerbrauch(Lesart):
    """Wann Zusatzmittel verbraucht werden (OF-21)."""

    ZULETZT = "zuletzt"
    ANTEILIG = "anteilig"


class Planungsfrist(Lesart):
    """Bis wann die Jahres- und Finanzplanung vorliegen muss (OF-23)."""

    VOR_JAHRESBEGINN = "vor_jahresbeginn"
    AM_ERSTEN_TAG = "am_ersten_tag"
    IM_ERSTEN_MONAT = "im_ersten_monat"
    IM_ERSTEN_VIERTELJAHR = "im_ersten_vierteljahr"


class Berichtsfrist(Lesart):
    """Bis wann der Abschlussbericht vorliegen muss (OF-23)."""

    BIS_JAHRESENDE = "bis_jahresende"
    IM_FOLGENDEN_VIERTELJAHR = "im_folgenden_vierteljahr"
    MIT_DEM_JAHRESABSCHLUSS = "mit_dem_jahresabschluss"


class Pruefung(Lesart):
    """Ob die Prüfung genügt oder eine Billigung nötig ist (OF-25)."""

    VORNAHME_GENUEGT = "vornahme_genuegt"
    BILLIGUNG_NOETIG = "billigung_noetig"


class Drittmittel(Lesart):
    """Ob Drittmittel zu den verteilbaren Mitteln gehören (OF-26)."""

    ERHOEHEN_DIE_MITTEL = "erhoehen_die_mittel"
    AUSSERHALB_DES_BUDGETS = "ausserhalb_des_budgets"


class Stellendauer(Lesart):
    """Wie lange die zugesagten Stellen zu besetzen sind (OF-27)."""

    NUR_ZU_BEGINN = "nur_zu_beginn"
    DAUERND = "dauernd"
    ZU_BEGINN_JEDES_JAHRES = "zu_beginn_jedes_jahres"


class UebertragVerbrauch(Lesart):
    """In welcher Reihenfolge eigene und übertragene Mittel verbraucht werden (OF-33)."""

    EIN_TOPF = "ein_topf"
    AELTESTE_ZUERST = "aelteste_zuerst"
    JUENGSTE_ZUERST = "juengste_zuerst"
    ANTEILIG = "anteilig"


class UebertragRueckfuehrung(Lesart):
    """Ob übertragene Mittel, die übrig bleiben, zurückgeführt werden (OF-33)."""

    RUECKFUEHRBAR = "rueckfuehrbar"
    VERBLEIBT = "verbleibt"


AUSLEGUNGSFRAGEN: tuple[type[Lesart], ...] = (
    Beitrittsentscheidung,
    Kreisangehoerige,
    SchluesselNachBeitritt,
    SitzNachBeitritt,
    Beitrittszeitpunkt,
    Abstimmung,
    Rueckfuehrungsbasis,
    Wechseljahr,
    Leistungsfaehigkeit,
    ZusatzmittelVerbrauch,
    Planungsfrist,
    Berichtsfrist,
    Pruefung,
    Drittmittel,
    Stellendauer,
    UebertragVerbrauch,
    UebertragRueckfuehrung,
)
"""Alle ausführbaren Auslegungsfragen, in der Reihenfolge des Fragenregisters."""
