"""Das Normregister: jeder Satz der beiden Quellen in eigenen Worten, mit Fundstelle.

Zugrunde liegen der Sachstandsbericht des Kreises Mettmann von 2017 (43 Sätze, ``17-…``) und die Niederschrift des
Ausschusses vom 09.11.2023 (22 Sätze, ``23-…``). Der Bericht gibt einen Vertrag wieder, der noch abgestimmt wurde, und
nennt nur einen Teil davon. Die Niederschrift hält Äußerungen fest; sie ändern am Vertrag nichts. Keiner der Sätze ist
der unterzeichnete Vertrag.

Die Quellen selbst stehen hier nicht. Jede Fundstelle trägt einen Fingerabdruck ihres Satzes, mit dem sich an einem
eigenen Exemplar prüfen lässt, ob es noch derselbe Satz ist (:mod:`kooperationsvertrag.revision.quellenabgleich`).
Namen von Personen nennt das Register nicht.
"""

from __future__ import annotations

from difflib import get_close_matches

from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.norm import Fundstelle, Norm, Normart, Normstatus, Umsetzung

SACHSTANDSBERICHT_2017 = "Sachstandsbericht 2017"
"""Bericht über den Aufbau des Regionalmanagements, Kreis Mettmann; undatiert, nach dem Inhalt Herbst 2017."""

NIEDERSCHRIFT_2023 = "Niederschrift 2023"
"""Niederschrift über die Sitzung des Ausschusses für Wirtschaftsförderung im Kreis Mettmann vom 09.11.2023."""


class UnbekannteNormError(KooperationsvertragError, LookupError):
    """Eine Kennung steht nicht im Normregister."""

    def __init__(self, *, kennung: str, aehnliche: tuple[str, ...]) -> None:
        self.kennung = kennung
        self.aehnliche = aehnliche
        super().__init__(
            f"Das Normregister kennt „{kennung}“ nicht. "
            + (f"Gemeint sein könnte: {', '.join(aehnliche)}." if aehnliche else "Richtig wäre zum Beispiel 17-F8.")
        )


def _bericht(ueberschrift: str, *, satz: int, stichwort: str, abstand: int, laenge: int, sha256: str) -> Fundstelle:
    return Fundstelle(SACHSTANDSBERICHT_2017, ueberschrift, satz, stichwort, abstand, laenge, sha256)


def _niederschrift(*, satz: int, stichwort: str, abstand: int, laenge: int, sha256: str) -> Fundstelle:
    return Fundstelle(NIEDERSCHRIFT_2023, "Tagesordnungspunkt 8", satz, stichwort, abstand, laenge, sha256)


GRUENDUNGSAUFTRAG = Norm(
    kennung="17-A1",
    arten=(Normart.TATSACHE,),
    traeger="Verwaltung des Kreises Mettmann",
    gegenueber="Kreistag",
    inhalt=(
        "Der Kreistag gab der Verwaltung auf, mit Düsseldorf und der Kammer ein Regionalmanagement aufzubauen. "
        "Daran zeigt sich, wer beim Kreis über die Gründung entschied."
    ),
    fundstelle=_bericht(
        "Anlass der Vorlage",
        satz=1,
        stichwort="in seiner Sitzung am",
        abstand=14,
        laenge=195,
        sha256="4c9c418613f6f7f3257936133037c9077cd9b22c4eb6be51baac15c854c84493",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.KEINE,
    fragen=("OF-02",),
    zeit="19.12.2016",
)
UNTERRICHTUNG_DES_AUSSCHUSSES = Norm(
    kennung="17-A2",
    arten=(Normart.TATSACHE,),
    traeger="Ausschuss für Wirtschaftsförderung",
    gegenueber="",
    inhalt=(
        "Der Fachausschuss erfuhr aus einem früheren Sachstandsbericht, welche Aufgaben in Grundzügen vorgesehen sind."
    ),
    fundstelle=_bericht(
        "Anlass der Vorlage",
        satz=2,
        stichwort="unter anderem über die Grundzüge",
        abstand=103,
        laenge=175,
        sha256="1163067f9683cd3fef8eeb4027637f94323da350b3350123a6ee4a9a1113a982",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.KEINE,
    zeit="13.03.2017",
)
OEFFENTLICH_RECHTLICHER_VERTRAG = Norm(
    kennung="17-A3",
    arten=(Normart.DEFINITION, Normart.TATSACHE),
    traeger="Vertragspartner",
    gegenueber="die jeweils anderen Vertragspartner",
    inhalt=(
        "Die Zusammenarbeit beruht auf einem öffentlich-rechtlichen Vertrag über Aufgaben und Einzelheiten. Er "
        "wird gerade abschließend abgestimmt; was der Bericht daraus nennt, ist nur ein Auszug."
    ),
    fundstelle=_bericht(
        "Anlass der Vorlage",
        satz=3,
        stichwort="Der öffentlich-rechtliche Kooperationsvertrag",
        abstand=0,
        laenge=179,
        sha256="3dd597d47e91bbce113d17dcbd8aff97793697ef418f28fbb927085f839b691e",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-01", "OF-03"),
    zeit="bei Abfassung des Berichts (undatiert)",
)
VERTRAGSZIEL = Norm(
    kennung="17-Z1",
    arten=(Normart.DEFINITION,),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt=(
        "Zweck ist, die regionale Zusammenarbeit zu vertiefen und ihr eine dauerhafte Einrichtung zu geben. "
        "Begonnen hat sie mit dem Handlungskonzept von 2014 und seinen Projekten."
    ),
    fundstelle=_bericht(
        "Zielstellung des Regionalmanagements",
        satz=1,
        stichwort="über ein Regionalmanagement institutionell",
        abstand=295,
        laenge=345,
        sha256="ff3ecbf4a4dd81ba2ecb008e7ee05d55768cfb5f1e876d74ce4fc2e7d77dd7c9",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-05",),
)
INTENSIVIERUNG = Norm(
    kennung="17-Z2",
    arten=(Normart.PROGRAMM,),
    traeger="Region",
    gegenueber="",
    inhalt="Politik, Verwaltung und Wirtschaft sollen enger zusammenarbeiten als bisher.",
    fundstelle=_bericht(
        "Zielstellung des Regionalmanagements",
        satz=2,
        stichwort="Die bestehende Kooperation",
        abstand=0,
        laenge=121,
        sha256="9ec2f52ccc10013572063a23944605a550690544197f7733e0913c5d3a4fa9f4",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
)
STAERKUNG_DER_REGION = Norm(
    kennung="17-Z3",
    arten=(Normart.PROGRAMM,),
    traeger="Region",
    gegenueber="",
    inhalt=(
        "Mit passenden Maßnahmen soll die Region gegenüber anderen Standorten gewinnen und mehr aus ihren "
        "Möglichkeiten machen."
    ),
    fundstelle=_bericht(
        "Zielstellung des Regionalmanagements",
        satz=3,
        stichwort="im Standortwettbewerb gestärkt",
        abstand=36,
        laenge=104,
        sha256="0f469de329e22149d4a3fdb9fd5732fc60748df45aea115954548fde6da57429",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
)
BEITRITT = Norm(
    kennung="17-Z4",
    arten=(Normart.ERLAUBNIS, Normart.BEFUGNIS, Normart.BEDINGUNG),
    traeger="weitere Gebietskörperschaften",
    gegenueber="Vertragspartner",
    inhalt=(
        "Eine weitere Gebietskörperschaft kann beitreten, wenn ihre Mitgliedschaft den Zielen des Vertrags "
        "dient. Wer entscheidet, mit welchem Beitrag und ab wann, ist nicht gesagt."
    ),
    fundstelle=_bericht(
        "Zielstellung des Regionalmanagements",
        satz=4,
        stichwort="Weitere Gebietskörperschaften",
        abstand=0,
        laenge=130,
        sha256="985e51fdd4be0e559f325686fdd81139e2802960ceece30af07b348373a3b7f0",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-02", "OF-04", "OF-05", "OF-06", "OF-07", "OF-08"),
    bedingung="Der Bewerber ist eine Gebietskörperschaft; seine Mitgliedschaft dient den Vertragszielen.",
)
KERNAUFGABE = Norm(
    kennung="17-U1",
    arten=(Normart.DEFINITION,),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt=(
        "Zu den Kernaufgaben gehört, die Abstimmung innerhalb der Region zu Wirtschaft und Raum anzustoßen und "
        "zu begleiten."
    ),
    fundstelle=_bericht(
        "Aufgaben des Regionalmanagements",
        satz=1,
        stichwort="Begleitung der innerregionalen Abstimmung",
        abstand=35,
        laenge=121,
        sha256="c588fcb7b00ef0189a6a97ecba570d98fa2d09985b8e5283d1f8638f18a84d4c",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-36",),
    zeit="laufend",
)
GRUNDLAGE_DER_KERNAUFGABE = Norm(
    kennung="17-U2",
    arten=(Normart.DEFINITION,),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt=(
        "Diese Kernaufgabe stützt sich auf das regionale Handlungskonzept und auf das Arbeitsprogramm der "
        "Metropolregion Rheinland. Ob deren jeweils neueste Fassung gemeint ist, bleibt offen."
    ),
    fundstelle=_bericht(
        "Aufgaben des Regionalmanagements",
        satz=2,
        stichwort="Die Grundlage bilden",
        abstand=0,
        laenge=108,
        sha256="783953766994d8bb0cb9150b32e957e2e16b95955124b47144137e979ce5cb0c",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-36",),
)
MOEGLICHE_WEITERE_AUFGABEN = Norm(
    kennung="17-U3",
    arten=(Normart.ERLAUBNIS,),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt=(
        "Weitere Aufgaben sind möglich; die Liste ist offen. Wer über ihre Aufnahme entscheidet, ist nicht gesagt."
    ),
    fundstelle=_bericht(
        "Aufgaben des Regionalmanagements",
        satz=3,
        stichwort="oder zu einzelnen Gewerbezweigen",
        abstand=80,
        laenge=202,
        sha256="dd2f5b0a11e67f5d7211a8f357f5f31836e9593c8f739e7473e5bb3664438c21",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-36",),
    bedingung=(
        "Die Aufgabe hat Bezug zur gewerblichen Wirtschaft der Region, zu einem Gewerbezweig oder zur Raumentwicklung."
    ),
)
LEUCHTTURMPROJEKTE = Norm(
    kennung="17-U4",
    arten=(Normart.PFLICHT,),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt=(
        "Das Regionalmanagement soll herausragende Projekte in Gang bringen und dafür, soweit möglich, "
        "öffentliche Fördergelder einsetzen."
    ),
    fundstelle=_bericht(
        "Aufgaben des Regionalmanagements",
        satz=4,
        stichwort="entsprechende regionale Leuchtturmprojekte",
        abstand=25,
        laenge=150,
        sha256="f76a30df99c764f6ac93a733532ae73450cfd91049d1bca843d7ff5574186723",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-36",),
)
STRUKTURFOERDERUNG = Norm(
    kennung="17-U5",
    arten=(Normart.DEFINITION,),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt=(
        "Zur Strukturförderung gehört: Handlungskonzepte schreiben und fortführen, Förderprogramme sichten, "
        "Anträge anregen und begleiten, das Einwerben von Fördermitteln auswerten und festhalten. Wer den Antrag "
        "stellt, ist nicht gesagt."
    ),
    fundstelle=_bericht(
        "Aufgaben des Regionalmanagements",
        satz=5,
        stichwort="im Bereich der regionalen Strukturförderung",
        abstand=15,
        laenge=263,
        sha256="b73181f27a93a81e9e6ae326fbba78b413a85b64556e29e19a56c0a6840ff774",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-19", "OF-36"),
)
INTERREGIONALE_KOOPERATION = Norm(
    kennung="17-U6",
    arten=(Normart.PFLICHT,),
    traeger="Regionalmanagement",
    gegenueber="andere Akteure der Region",
    inhalt=(
        "Die Zusammenarbeit mit Nachbarregionen und anderen Einrichtungen soll begleitet und verstärkt werden; "
        "genannt sind nur Beispiele."
    ),
    fundstelle=_bericht(
        "Aufgaben des Regionalmanagements",
        satz=6,
        stichwort="die interregionale Kooperation mit anderen",
        abstand=13,
        laenge=262,
        sha256="ec485f0d82b50f3cd4098ab4ec7cbe1a158570b484293f9e9b27ccebcc0eb0c2",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
)
VERTRETUNG_BEIM_LAND = Norm(
    kennung="17-U7",
    arten=(Normart.DEFINITION, Normart.BEFUGNIS),
    traeger="Regionalmanagement",
    gegenueber="Land Nordrhein-Westfalen",
    inhalt=(
        "Das Regionalmanagement arbeitet mit dem Land zusammen und spricht dort in Gremien und Gesprächsrunden "
        "für die Region. Eine Vollmacht, die Partner rechtlich zu binden, ist damit nicht genannt."
    ),
    fundstelle=_bericht(
        "Aufgaben des Regionalmanagements",
        satz=7,
        stichwort="in Gremien und Austauschrunden",
        abstand=98,
        laenge=268,
        sha256="ddde3525c1a834990b9129d8066f3668e8303ec1374acbf0047a6569eec79c3c",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-37",),
)
PERSONALGESTELLUNG = Norm(
    kennung="17-P1",
    arten=(Normart.PFLICHT, Normart.PARAMETER, Normart.FRIST),
    traeger="Landeshauptstadt Düsseldorf, Kreis Mettmann, IHK zu Düsseldorf",
    gegenueber="Regionalmanagement",
    inhalt=(
        "Jeder Gründungspartner stellt anfangs eine Person, zusammen drei. Stellenumfang, Ersatz, spätere Zahl "
        "und Personal eines beitretenden Partners sind nicht geregelt."
    ),
    fundstelle=_bericht(
        "Aufgabenwahrnehmung und Personal",
        satz=1,
        stichwort="stellen zu Beginn jeweils einen",
        abstand=65,
        laenge=143,
        sha256="f9013aa36f63345c843fc3c43a9da10daf457a37cfab6dd8703cf7d225d71036",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-27", "OF-28"),
    zeit="zu Beginn",
)
ABORDNUNG = Norm(
    kennung="17-P2",
    arten=(Normart.PFLICHT,),
    traeger="Kreis Mettmann, IHK zu Düsseldorf",
    gegenueber="Landeshauptstadt Düsseldorf",
    inhalt=(
        "Das Personal kommt durch Abordnung zur Landeshauptstadt. Für deren eigenes Personal kann das nur einen "
        "Einsatz im eigenen Haus bedeuten."
    ),
    fundstelle=_bericht(
        "Aufgabenwahrnehmung und Personal",
        satz=2,
        stichwort="erfolgt durch Abordnung",
        abstand=17,
        laenge=70,
        sha256="afe6406db0c2742f1bf4571c26345f715b5f8f4e12dec064180c82dbe1581189",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-29",),
)
LEITUNG_UND_STELLVERTRETUNG = Norm(
    kennung="17-P3",
    arten=(Normart.DEFINITION,),
    traeger="Landeshauptstadt Düsseldorf, Kreis Mettmann",
    gegenueber="",
    inhalt=(
        "Wer das Regionalmanagement und seine Geschäftsstelle leitet, kommt aus Düsseldorf; die Stellvertretung "
        "kommt vom Kreis."
    ),
    fundstelle=_bericht(
        "Aufgabenwahrnehmung und Personal",
        satz=3,
        stichwort="und deren Stellvertretung",
        abstand=110,
        laenge=188,
        sha256="4e1e499c3cb57068c2a04a10cb28ad091c5575c7cc73ea7469a9001c804988cd",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-28",),
)
SCHWERPUNKT_REGIONALWIRTSCHAFT = Norm(
    kennung="17-P4",
    arten=(Normart.DEFINITION,),
    traeger="von der IHK zu Düsseldorf gestellte Person",
    gegenueber="",
    inhalt="Die von der Kammer gestellte Person betreut fachlich die regionale Wirtschaft.",
    fundstelle=_bericht(
        "Aufgabenwahrnehmung und Personal",
        satz=4,
        stichwort="deckt den fachlichen Schwerpunkt",
        abstand=37,
        laenge=87,
        sha256="6ec6f283de0401d51a159020175a8f9765f33fe7216131ad28790ce92d066e64",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
)
VORGESETZTENFUNKTION = Norm(
    kennung="17-P5",
    arten=(Normart.BEFUGNIS,),
    traeger="Leitung des Regionalmanagements",
    gegenueber="abgeordnetes Personal",
    inhalt="Die Leitung ist Vorgesetzte des Personals. Ob das mehr umfasst als die fachliche Weisung, ist offen.",
    fundstelle=_bericht(
        "Aufgabenwahrnehmung und Personal",
        satz=5,
        stichwort="übt die Vorgesetztenfunktion aus",
        abstand=32,
        laenge=62,
        sha256="fff1292d38fc1a276ba14212d559cf59e8df788330efbec8f9540ea3e8a20a49",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-30",),
)
ANSIEDLUNG = Norm(
    kennung="17-V1",
    arten=(Normart.DEFINITION,),
    traeger="Landeshauptstadt Düsseldorf",
    gegenueber="",
    inhalt=(
        "Das Regionalmanagement soll in Düsseldorf zum Dezernat gehören, das für Recht, Ordnung und Wohnen "
        "zuständig ist, und am Standort der Regionalagentur sitzen. Das ist der Stand von 2017."
    ),
    fundstelle=_bericht(
        "Organisatorische und strukturelle Verzahnung",
        satz=1,
        stichwort="und auch räumlich mit der",
        abstand=141,
        laenge=244,
        sha256="607d433a9d4b99ffae487b5cf052ab24f41137690c725ef641891e2ddf5cfdba",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-31", "OF-35"),
)
ANBAHNUNG_DER_ZUSAMMENARBEIT = Norm(
    kennung="17-V2",
    arten=(Normart.TATSACHE, Normart.PROGRAMM),
    traeger="Regionalmanagement, Regionalagentur",
    gegenueber="",
    inhalt=(
        "Die Zusammenarbeit mit der Regionalagentur wird vorbereitet; erhofft werden gemeinsame Daten, Austausch "
        "über Förderung und fachübergreifende Projekte."
    ),
    fundstelle=_bericht(
        "Organisatorische und strukturelle Verzahnung",
        satz=2,
        stichwort="Eine konkrete Zusammenarbeit zwischen",
        abstand=0,
        laenge=242,
        sha256="4156f99f708bf65340bf74b48c62325544eb4258f51ff6268c262a2e596ef889",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.KEINE,
    zeit="bei Abfassung des Berichts (undatiert)",
)
ABSTIMMUNGSGESPRAECHE = Norm(
    kennung="17-V3",
    arten=(Normart.TATSACHE,),
    traeger="Regionalmanagement, Regionalagentur",
    gegenueber="",
    inhalt="Über diese Zusammenarbeit wird bereits gesprochen.",
    fundstelle=_bericht(
        "Organisatorische und strukturelle Verzahnung",
        satz=3,
        stichwort="Entsprechende Abstimmungsgespräche werden",
        abstand=0,
        laenge=47,
        sha256="c4f72f81dffd3cf527ce0aaf8a536a7ce66a48a4fb42325ce022e59a04d9b2e0",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.KEINE,
    zeit="bei Abfassung des Berichts (undatiert)",
)
BERICHTSPFLICHT = Norm(
    kennung="17-G1",
    arten=(Normart.PFLICHT,),
    traeger="Regionalmanagement",
    gegenueber="Aufsichtsgremium",
    inhalt=(
        "Das Regionalmanagement muss dem Aufsichtsgremium berichten und Rechenschaft geben. Ein Turnus ist nicht "
        "genannt."
    ),
    fundstelle=_bericht(
        "Aufsichtsgremium",
        satz=1,
        stichwort="ist einem Aufsichtsgremium",
        abstand=21,
        laenge=79,
        sha256="6c15d724b3319a45a03791a0acd22307cfc8a961c703082529f8e05bf8849be9",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-22",),
)
AUFSICHTSGREMIUM = Norm(
    kennung="17-G2",
    arten=(Normart.DEFINITION, Normart.PARAMETER),
    traeger=(
        "Oberbürgermeister von Düsseldorf, Landrat des Kreises Mettmann, Hauptgeschäftsführer der IHK zu Düsseldorf"
    ),
    gegenueber="",
    inhalt=(
        "Das Aufsichtsgremium besteht aus drei Personen kraft Amtes, je einer aus jedem Haus, gleich wie viel es "
        "zahlt. Vertretung, Vorsitz, Beschlussfähigkeit, Mehrheit und Sitze Beitretender sind nicht geregelt."
    ),
    fundstelle=_bericht(
        "Aufsichtsgremium",
        satz=2,
        stichwort="Diesem gehören an",
        abstand=0,
        laenge=138,
        sha256="79b65569b238ae2e9ebc17a7afecdf5ae7c8b936e2cb1671e2f13b4653fd3007",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-07", "OF-09", "OF-10", "OF-11"),
    bedingung="Die Person hat das Amt inne.",
)
UEBERWACHUNG = Norm(
    kennung="17-G3",
    arten=(Normart.BEFUGNIS, Normart.PFLICHT),
    traeger="Aufsichtsgremium",
    gegenueber="Regionalmanagement",
    inhalt=(
        "Das Aufsichtsgremium wacht über die Arbeit und den Umgang mit dem Geld. Weisungen, Genehmigungen oder "
        "Sanktionen sind nicht genannt."
    ),
    fundstelle=_bericht(
        "Aufsichtsgremium",
        satz=3,
        stichwort="überwacht die Tätigkeiten",
        abstand=19,
        laenge=99,
        sha256="f5a411c116a81564ecf6f714762a1b17dd002d08a308e666f15e57fe4468fbcc",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-12",),
    zeit="laufend",
)
BEGLEITGREMIUM = Norm(
    kennung="17-B1",
    arten=(Normart.DEFINITION,),
    traeger="Mitglieder des Düsseldorfer Rates, Mitglieder des Mettmanner Kreistages, Vertreter der IHK",
    gegenueber="Regionalmanagement",
    inhalt=(
        "Ein zweites, regionales Gremium aus Mitgliedern von Rat und Kreistag und aus Vertretern der Kammer "
        "begleitet die Arbeit. Beteiligungsgremium und Begleitgremium sind dasselbe."
    ),
    fundstelle=_bericht(
        "Regionales Begleitgremium",
        satz=1,
        stichwort="Ein regionales Beteiligungsgremium",
        abstand=0,
        laenge=200,
        sha256="f6e2b7ed3ffc411dfc8fbbf94980d9a6dfd837aab25bec41afec5637e82476c0",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-13",),
)
BERATUNG_UND_EMPFEHLUNG = Norm(
    kennung="17-B2",
    arten=(Normart.BEFUGNIS, Normart.AUSSCHLUSS),
    traeger="Begleitgremium",
    gegenueber="Aufsichtsgremium",
    inhalt="Das Begleitgremium berät das Aufsichtsgremium und gibt ihm Empfehlungen. Es entscheidet nichts.",
    fundstelle=_bericht(
        "Regionales Begleitgremium",
        satz=2,
        stichwort="unterstützt beratend und empfehlend",
        abstand=2,
        laenge=68,
        sha256="b6c436525af502a152b8f4e0dc9336a1542c113ce25abb3b384ccd6df5a900c4",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-13",),
)
GROESSE_DES_BEGLEITGREMIUMS = Norm(
    kennung="17-B3",
    arten=(Normart.TATSACHE,),
    traeger="Begleitgremium",
    gegenueber="",
    inhalt="Wie viele Mitglieder das Begleitgremium hat und wie es sich zusammensetzt, steht noch nicht fest.",
    fundstelle=_bericht(
        "Regionales Begleitgremium",
        satz=3,
        stichwort="Die Größe und Zusammensetzung",
        abstand=0,
        laenge=77,
        sha256="da401566a354a0924fdd594624f673a91ebaa5af886e68577ba6896aadc2ae71",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-13",),
    zeit="bei Abfassung des Berichts (undatiert)",
)
UNBERUEHRTE_BEFUGNISSE = Norm(
    kennung="17-B4",
    arten=(Normart.AUSSCHLUSS,),
    traeger="Entscheidungsgremien der Vertragspartner",
    gegenueber="Begleitgremium, Aufsichtsgremium",
    inhalt=(
        "Was die eigenen Gremien der Partner entscheiden dürfen, bleibt ihnen erhalten. Ob dieser Vorbehalt nur "
        "das Begleitgremium oder auch das Aufsichtsgremium meint, ist offen."
    ),
    fundstelle=_bericht(
        "Regionales Begleitgremium",
        satz=4,
        stichwort="der jeweiligen Entscheidungsgremien",
        abstand=13,
        laenge=88,
        sha256="ffcb7ee2a196cdc23eac78ad22930a63476c7aceac2ff8b52807908caf1edb5f",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-14",),
)
JAHRESBUDGET = Norm(
    kennung="17-F1",
    arten=(Normart.PFLICHT, Normart.PARAMETER),
    traeger="Landeshauptstadt Düsseldorf, Kreis Mettmann, IHK zu Düsseldorf",
    gegenueber="Regionalmanagement, die jeweils anderen Vertragspartner",
    inhalt=(
        "Die Partner setzen für jedes Jahr 120.000 Euro an: Düsseldorf und der Kreis je 50.000, die Kammer "
        "20.000. Das Geld ist bestimmt für Projekte, Veranstaltungen und den Betrieb der Geschäftsstelle."
    ),
    fundstelle=_bericht(
        "Finanzierung und Rechenschaft",
        satz=1,
        stichwort="ein jährliches Budget von",
        abstand=127,
        laenge=286,
        sha256="06e3ac4eb22897e995d2ebc340d52ace49fe057d426012e26f6705fa8cb3d0a5",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-06", "OF-15", "OF-16", "OF-17", "OF-18", "OF-34"),
    zeit="jährlich",
)
EIGENANTEILE = Norm(
    kennung="17-F2",
    arten=(Normart.PFLICHT,),
    traeger="Vertragspartner",
    gegenueber="Regionalmanagement",
    inhalt=("Verlangt eine Förderung einen Eigenanteil, so kommt er aus demselben Budget. Es wächst dadurch nicht."),
    fundstelle=_bericht(
        "Finanzierung und Rechenschaft",
        satz=2,
        stichwort="Förderanträgen ergebende Eigenanteile",
        abstand=7,
        laenge=81,
        sha256="22e594edc9325c8b78e03eb6e9cf9922ac239e140b7a37b3f4cb2c2de54c3851",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-19", "OF-20"),
    bedingung="Ein Förderantrag zieht einen Eigenanteil nach sich.",
)
ZUSATZMITTEL = Norm(
    kennung="17-F3",
    arten=(Normart.BEDINGUNG, Normart.ERLAUBNIS),
    traeger="Vertragspartner",
    gegenueber="eigene Beschlussgremien",
    inhalt=(
        "Reicht das Geld für solche Eigenanteile absehbar nicht, dürfen die Partner bei ihren Gremien um mehr "
        "bitten. Eine Pflicht, darum zu bitten oder es zu geben, besteht nicht; ein Schlüssel fehlt."
    ),
    fundstelle=_bericht(
        "Finanzierung und Rechenschaft",
        satz=3,
        stichwort="Bereitstellung der notwendigen Zusatzmittel",
        abstand=203,
        laenge=253,
        sha256="bd5f087b04ac8d47645398b4b51d57652d4ed3bf189d414e226dee8cc1516de7",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-20", "OF-21"),
    bedingung=(
        "Eigenanteile wichtiger Förderprojekte werden die finanziellen Möglichkeiten voraussichtlich überschreiten."
    ),
    zeit="bevor der Bedarf eintritt",
)
PERSONALKOSTEN = Norm(
    kennung="17-F4",
    arten=(Normart.PFLICHT, Normart.AUSSCHLUSS),
    traeger="jeder Vertragspartner",
    gegenueber="",
    inhalt=(
        "Jeder Partner bezahlt das von ihm gestellte Personal selbst; aus dem gemeinsamen Budget fließt dafür "
        "nichts. Sachkosten der Arbeitsplätze sind nicht erwähnt."
    ),
    fundstelle=_bericht(
        "Finanzierung und Rechenschaft",
        satz=4,
        stichwort="von jedem Partner selbst",
        abstand=94,
        laenge=124,
        sha256="f115cbc993780ec92414eed38638970320513b421d609bae9894a705cd05157c",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-27", "OF-31"),
    bedingung="Das Personal ist für Aufgaben des Regionalmanagements gestellt.",
    zeit="laufend",
)
RECHENSCHAFTSPFLICHT = Norm(
    kennung="17-F5",
    arten=(Normart.PFLICHT,),
    traeger="Geschäftsstelle",
    gegenueber="Aufsichtsgremium",
    inhalt="Die Geschäftsstelle gibt dem Aufsichtsgremium Rechenschaft.",
    fundstelle=_bericht(
        "Finanzierung und Rechenschaft",
        satz=5,
        stichwort="ist gegenüber dem Aufsichtsgremium",
        abstand=40,
        laenge=94,
        sha256="38ec634d0d5b99809d29edaa766197623bcd4bb286706ea98e9ed497c7c14bca",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-22",),
)
PRUEFUNGSRECHT = Norm(
    kennung="17-F6",
    arten=(Normart.AUSSCHLUSS,),
    traeger="Rechnungsprüfungsamt der Stadt Düsseldorf",
    gegenueber="Regionalmanagement, Geschäftsstelle",
    inhalt=(
        "Die städtische Rechnungsprüfung in Düsseldorf behält ihr Recht zu prüfen; das Aufsichtsgremium ersetzt "
        "sie nicht. Andere Prüfer sind nicht erwähnt."
    ),
    fundstelle=_bericht(
        "Finanzierung und Rechenschaft",
        satz=6,
        stichwort="Das Prüfungsrecht des Rechnungsprüfungsamtes",
        abstand=0,
        laenge=86,
        sha256="a45c2884c20878e05e62842020254b896c1c853ebf1fbf0afac36c8971cd33d6",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-24",),
)
PLANUNG_UND_BERICHT = Norm(
    kennung="17-F7",
    arten=(Normart.PFLICHT, Normart.FRIST),
    traeger="Geschäftsstelle",
    gegenueber="",
    inhalt=(
        "Je Haushaltsjahr entstehen zwei Unterlagen: zum Jahresbeginn ein Plan für Arbeit und Geld, zum "
        "Jahresende ein Bericht über Geld und Sache. Wer sie erstellt, ergibt nur der Zusammenhang; einen Tag "
        "nennt der Text nicht."
    ),
    fundstelle=_bericht(
        "Finanzierung und Rechenschaft",
        satz=7,
        stichwort="jeweils zu Beginn des Haushaltsjahres",
        abstand=8,
        laenge=166,
        sha256="6956c222fee8f874a60f5a4f7760eb963d4d010528950c026c437bde2f040e9e",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-22", "OF-23", "OF-25"),
    zeit="Beginn und Ende jedes Haushaltsjahres von Düsseldorf",
)
RUECKFUEHRUNG = Norm(
    kennung="17-F8",
    arten=(Normart.BEDINGUNG, Normart.PFLICHT),
    traeger="Landeshauptstadt Düsseldorf",
    gegenueber="Vertragspartner",
    inhalt=(
        "Was vom Budget des Jahres übrig ist, geht nach der Prüfung des Abschlussberichts an die Haushalte der "
        "Partner zurück, jedem sein Teil nach dem Zahlungsschlüssel. Wer das Geld hält, ergibt nur der "
        "Zusammenhang."
    ),
    fundstelle=_bericht(
        "Finanzierung und Rechenschaft",
        satz=8,
        stichwort="entsprechend dem Zahlungsschlüssel",
        abstand=123,
        laenge=193,
        sha256="db2014ec17c6df400cfbd1680cc0355484f4e1a594e8e3ea86210c31b626ec0e",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-16", "OF-25", "OF-26", "OF-32", "OF-33"),
    bedingung=(
        "Das Aufsichtsgremium hat den Jahresabschlussbericht geprüft; vom Jahresbudget ist Geld nicht verausgabt."
    ),
    zeit="nach der Prüfung",
)
UEBERTRAGUNG = Norm(
    kennung="17-F9",
    arten=(Normart.BEFUGNIS,),
    traeger="Aufsichtsgremium",
    gegenueber="Vertragspartner, Geschäftsstelle",
    inhalt=(
        "Das Aufsichtsgremium darf beschließen, dass übriges Geld dem Regionalmanagement im nächsten "
        "Haushaltsjahr erhalten bleibt, statt zurückzugehen."
    ),
    fundstelle=_bericht(
        "Finanzierung und Rechenschaft",
        satz=9,
        stichwort="in das jeweils folgende Haushaltsjahr",
        abstand=61,
        laenge=171,
        sha256="950be6f0e8af409814ec49e6447ab303aa0f4002c7b0b8d03f79c842596f7791",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.REGEL,
    fragen=("OF-09", "OF-25", "OF-26", "OF-32", "OF-33"),
    bedingung="Das Aufsichtsgremium beschließt es.",
    zeit="in das nächste Haushaltsjahr",
)
ANERKENNUNG = Norm(
    kennung="17-L1",
    arten=(Normart.TATSACHE,),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt=(
        "Ministerium, acht andere Regionalmanagements und die Metropolregion sehen das Regionalmanagement schon "
        "als Partner an. Vertragspartner sind sie damit nicht."
    ),
    fundstelle=_bericht(
        "Laufende Aktivitäten des Regionalmanagements",
        satz=1,
        stichwort="in der laufenden Gründungsphase",
        abstand=54,
        laenge=275,
        sha256="92a5c34e6bb4fbbd0841beae830e423442934853c060772ac1c091063908bec9",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.KEINE,
    fragen=("OF-03",),
    zeit="Gründungsphase",
)
VORSTELLUNG_BEIM_MINISTERIUM = Norm(
    kennung="17-L2",
    arten=(Normart.TATSACHE,),
    traeger="Regionalmanagement",
    gegenueber="Wirtschaftsministerium des Landes",
    inhalt="Das Regionalmanagement hat sich in der Runde des Ministeriums vorgestellt und ist seither dabei.",
    fundstelle=_bericht(
        "Laufende Aktivitäten des Regionalmanagements",
        satz=2,
        stichwort="So hat das Regionalmanagement",
        abstand=0,
        laenge=212,
        sha256="3033dec270d8ad8638ce186b62f4f5412411714e5f9f42a8bb0b9f608b296d9c",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.KEINE,
    zeit="Mai (2017, erschlossen)",
)
AUFTRITT_IN_BERLIN = Norm(
    kennung="17-L3",
    arten=(Normart.TATSACHE,),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt="Das Regionalmanagement zeigte sich mit den anderen beim Fest des Landes in Berlin.",
    fundstelle=_bericht(
        "Laufende Aktivitäten des Regionalmanagements",
        satz=3,
        stichwort="beim NRW Fest",
        abstand=109,
        laenge=161,
        sha256="b70d88fb683c25d0f6788cec84f34bf3f580805e4542f23efdb7aaa4fc83ac58",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.KEINE,
    zeit="September (2017, erschlossen)",
)
INTERNETAUFTRITT = Norm(
    kennung="17-L4",
    arten=(Normart.TATSACHE,),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt="Das Regionalmanagement erscheint auf der gemeinsamen Webseite der Regionalmanagements im Land.",
    fundstelle=_bericht(
        "Laufende Aktivitäten des Regionalmanagements",
        satz=4,
        stichwort="auf der gemeinsamen Internetpräsenz",
        abstand=4,
        laenge=138,
        sha256="a38ade0279b6264fccc9eb674ecabe7f19d7bf33296044628f260b1f9fe67cae",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.KEINE,
)
VERTRETUNG_IM_BEIRAT = Norm(
    kennung="17-L5",
    arten=(Normart.TATSACHE, Normart.BEFUGNIS),
    traeger="Regionalmanagement",
    gegenueber="Metropolregion Rheinland",
    inhalt="Im Beirat der Metropolregion sitzt das Regionalmanagement für die Region.",
    fundstelle=_bericht(
        "Laufende Aktivitäten des Regionalmanagements",
        satz=5,
        stichwort="Es vertritt zudem",
        abstand=0,
        laenge=59,
        sha256="fee11b346a6f7c83c84b85d64fa75f520515f6020fb7b9f1ea534a633dbed1d8",
    ),
    status=Normstatus.BERICHTETER_ENTWURF_2017,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-37",),
)
BERICHT_IM_AUSSCHUSS = Norm(
    kennung="23-1",
    arten=(Normart.TATSACHE,),
    traeger="Geschäftsführer des Regionalmanagements",
    gegenueber="Ausschuss für Wirtschaftsförderung",
    inhalt=(
        "Der Geschäftsführer trägt dem Ausschuss des Kreises vor; die Anlage dazu liegt nicht vor. Der Titel "
        "weicht von der Leitung des Berichts von 2017 ab."
    ),
    fundstelle=_niederschrift(
        satz=1,
        stichwort="Der Geschäftsführer des Regionalmanagements",
        abstand=0,
        laenge=122,
        sha256="37582950c79ef1c7a7c74aecbf6f9f2c6e690fc92c4907d400db5f613a9914d7",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
    fragen=("OF-03", "OF-22"),
)
TRAEGERSCHAFT = Norm(
    kennung="23-2",
    arten=(Normart.TATSACHE,),
    traeger="Kreis Mettmann, IHK zu Düsseldorf",
    gegenueber="",
    inhalt=(
        "Bis zum Regionalmanagement war es für den Kreis ein schwerer Weg; Trägerin ist außer ihm die Kammer. "
        "Düsseldorf bleibt hier ungenannt, ohne dass die Aufzählung abschließend wäre."
    ),
    fundstelle=_niederschrift(
        satz=2,
        stichwort="der Weg zum Regionalmanagement",
        abstand=22,
        laenge=125,
        sha256="8eb72863d7691d93731f8cafb21a63830f5b9f8f382cf022e987495b3e37f2f6",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-03",),
)
SPRACHROHR = Norm(
    kennung="23-3",
    arten=(Normart.TATSACHE,),
    traeger="Regionalmanagement",
    gegenueber="zuständiges Ministerium",
    inhalt="Bei der regionalen Förderung spricht das Regionalmanagement gegenüber dem Ministerium für den Kreis.",
    fundstelle=_niederschrift(
        satz=3,
        stichwort="die Funktion eines Sprachrohres",
        abstand=35,
        laenge=117,
        sha256="c6e7feb1cb36b3cc1f9208bd2fd1613600fc87a2acdf0703e55fbcf4da90aa70",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-37",),
)
ZUGANG_ZU_FOERDERMITTELN = Norm(
    kennung="23-4",
    arten=(Normart.TATSACHE,),
    traeger="Kreis Mettmann",
    gegenueber="Fördergeber",
    inhalt=(
        "Der Kreis kommt durch das Regionalmanagement bevorzugt an regionale Fördergelder. Die Regel dafür steht "
        "nicht im Vertrag."
    ),
    fundstelle=_niederschrift(
        satz=4,
        stichwort="priorisierten Zugang zu regionalen",
        abstand=36,
        laenge=81,
        sha256="6744e56137a245266e8f20896bda13b3dcbdb1a7193cbc027d07a27494294adb",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
    fragen=("OF-05",),
)
EINZELNE_STADT = Norm(
    kennung="23-5",
    arten=(Normart.TATSACHE,),
    traeger="einzelne Stadt",
    gegenueber="Fördergeber",
    inhalt=(
        "Einer Stadt allein sei das nach den einschlägigen Regelwerken verwehrt. Welche das sind, ist nicht gesagt."
    ),
    fundstelle=_niederschrift(
        satz=5,
        stichwort="dass dies eine einzelne Stadt",
        abstand=10,
        laenge=73,
        sha256="cb6922a3082ca0f64a648b622eda8a19889e133745a4cadd51fd4779288c14a6",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-05",),
)
CHANCE = Norm(
    kennung="23-6",
    arten=(Normart.TATSACHE,),
    traeger="Kreis Mettmann",
    gegenueber="Landeshauptstadt Düsseldorf",
    inhalt="Darin wird für den Kreis eine Gelegenheit gesehen, die Region mit Düsseldorf voranzubringen.",
    fundstelle=_niederschrift(
        satz=6,
        stichwort="Aufgrund dieser Umstände ergibt",
        abstand=0,
        laenge=145,
        sha256="50054b9c2736f5ec00b552d4df7508fb2c21942b2921c0e4b0309ae61e4fa8f8",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)
FRAGE_NACH_UNTERNEHMERVERBAENDEN = Norm(
    kennung="23-7",
    arten=(Normart.TATSACHE,),
    traeger="Ausschussmitglied",
    gegenueber="Geschäftsführer des Regionalmanagements",
    inhalt=(
        "Nach Dank für den Vortrag die Frage, ob außer Städten auch Verbände von Unternehmern Partner werden "
        "können. Sie setzt voraus, dass Städte es können."
    ),
    fundstelle=_niederschrift(
        satz=7,
        stichwort="ob neben den Städten auch",
        abstand=65,
        laenge=123,
        sha256="6ded64829e6aa605ea6340a87782b97e9db5120dc183844ad8bc482215e9e567",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
    fragen=("OF-04", "OF-05"),
)
UNTERNEHMERVERBAENDE_NICHT_ERFASST = Norm(
    kennung="23-8",
    arten=(Normart.TATSACHE,),
    traeger="Unternehmerverbände",
    gegenueber="Regionalmanagement",
    inhalt=(
        "Vor Ort sind viele beteiligt, Verbände von Unternehmern jedoch nicht. Das passt dazu, dass nur "
        "Gebietskörperschaften beitreten können."
    ),
    fundstelle=_niederschrift(
        satz=8,
        stichwort="die örtliche Beteiligung relativ breit",
        abstand=20,
        laenge=105,
        sha256="52cd4a42bdc378f91ff6293ad893b0ea98c9e4d123b3aca90519765695a545af",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-04",),
)
EINBINDUNG_UEBER_DEN_KREIS = Norm(
    kennung="23-9",
    arten=(Normart.ERLAUBNIS,),
    traeger="kreisangehörige Städte",
    gegenueber="Regionalmanagement",
    inhalt=(
        "Die Städte des Kreises können ihre Themen vorbringen, weil der Kreis sie vertritt: mittelbare "
        "Beteiligung, keine eigene Mitgliedschaft."
    ),
    fundstelle=_niederschrift(
        satz=9,
        stichwort="Beteiligung der kreisangehörigen Städte",
        abstand=16,
        laenge=135,
        sha256="972c381efcebb986363370aaa2d9af4ee7d9ccddb134cd7b0ed4d1fea789a360",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-05",),
    bedingung="Die Stadt gehört dem Kreis an.",
)
IMPULSWERKSTATT = Norm(
    kennung="23-10",
    arten=(Normart.TATSACHE,),
    traeger="Regionalmanagement",
    gegenueber="Akteure der Region",
    inhalt="Eine Werkstatt für neue Ideen ist geplant; eingeladen wird, wer dafür von Belang ist.",
    fundstelle=_niederschrift(
        satz=10,
        stichwort="auf eine demnächst geplante",
        abstand=27,
        laenge=119,
        sha256="837f1be94fab18697b5dc720558201303f9b7176346d1d64a493408945c10d63",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
    zeit="demnächst (2023)",
)
LOB_FUER_BETEILIGUNG = Norm(
    kennung="23-11",
    arten=(Normart.TATSACHE,),
    traeger="Ausschussmitglied",
    gegenueber="",
    inhalt=(
        "Gelobt wird, dass kleine Unternehmen des Kreises mitwirken; DigiKuk hilft ihnen bei Fragen der Förderung."
    ),
    fundstelle=_niederschrift(
        satz=11,
        stichwort="lobt die Beteiligung kleiner Unternehmen",
        abstand=8,
        laenge=150,
        sha256="a6e1dc26ed3cf2173b6dedb87e17793570243493628bfc5830e2182d8fe5a187",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)
EINDRUCK = Norm(
    kennung="23-12",
    arten=(Normart.TATSACHE,),
    traeger="Ausschussmitglied",
    gegenueber="",
    inhalt="Was das Regionalmanagement dem Kreis noch bringen wird, macht Eindruck.",
    fundstelle=_niederschrift(
        satz=12,
        stichwort="Sie ist beeindruckt von",
        abstand=0,
        laenge=108,
        sha256="95ff8b9b4a84bce8f28668c3c2bdfed0d573ffbc537515ae46ad06e75e6e28ac",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)
LOB_WEITERGEGEBEN = Norm(
    kennung="23-13",
    arten=(Normart.TATSACHE,),
    traeger="Geschäftsführer des Regionalmanagements",
    gegenueber="",
    inhalt=(
        "Das Lob wird weitergereicht; vermutet wird, dass manche kleine Firma ohne DigiKuk die Pandemie nicht "
        "überlebt hätte."
    ),
    fundstelle=_niederschrift(
        satz=13,
        stichwort="das ein oder andere kleine",
        abstand=67,
        laenge=165,
        sha256="b786ad311f278b47f2eae5adf4575824148bced2da183941768dbab2f969823f",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)
FRAGE_NACH_EINORDNUNG = Norm(
    kennung="23-14",
    arten=(Normart.TATSACHE,),
    traeger="Ausschussmitglied",
    gegenueber="Geschäftsführer des Regionalmanagements",
    inhalt=(
        "Nach Lob für den Vortrag die Frage nach dem Platz des Regionalmanagements in der Zusammenarbeit der Region."
    ),
    fundstelle=_niederschrift(
        satz=14,
        stichwort="bezeichnet den Vortrag als",
        abstand=15,
        laenge=135,
        sha256="a8c18b57cbed9ea8a664acac2d5a8f783c3c94c66cdd21e995a447ed29bbf6aa",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)
OPERATIV_NICHT_STRATEGISCH = Norm(
    kennung="23-15",
    arten=(Normart.DEFINITION, Normart.AUSSCHLUSS),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt=(
        "Das Regionalmanagement setzt um; Strategie ist im Grundsatz nicht seine Sache. Das steht in Spannung "
        "dazu, dass es Handlungskonzepte schreiben soll."
    ),
    fundstelle=_niederschrift(
        satz=15,
        stichwort="grundsätzlich operativ und nicht strategisch",
        abstand=44,
        laenge=93,
        sha256="5f25983164ab89ce9c2b417795bf13152820c8c5436273941a74d196e9eec0c7",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.DATEN,
    fragen=("OF-36",),
)
ZUSAMMENARBEIT_MIT_AKTEUREN = Norm(
    kennung="23-16",
    arten=(Normart.TATSACHE,),
    traeger="Regionalmanagement",
    gegenueber="Akteure der Region",
    inhalt=(
        "Das Regionalmanagement arbeitet mit allen zusammen, die in der Region von Belang sind; genannt sind "
        "drei Beispiele."
    ),
    fundstelle=_niederschrift(
        satz=16,
        stichwort="allen regional relevanten Akteuren",
        abstand=37,
        laenge=180,
        sha256="ffcac875af0414f2e2efc9d27727bdc67ab48962bb47b6dfee1e7f5ce9fc5df6",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)
VERNETZUNG = Norm(
    kennung="23-17",
    arten=(Normart.TATSACHE,),
    traeger="Regionalmanagement",
    gegenueber="",
    inhalt="Das Regionalmanagement hat überall Verbindungen.",
    fundstelle=_niederschrift(
        satz=17,
        stichwort="das Regionalmanagement überall vernetzt",
        abstand=21,
        laenge=61,
        sha256="a168817b8fcc0a3dc13bcc5dada47eb2749544d786c85e0552742037fd229f58",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)
FRUEHERE_REGIONALE = Norm(
    kennung="23-18",
    arten=(Normart.TATSACHE,),
    traeger="Ausschussmitglied",
    gegenueber="",
    inhalt="Erinnert wird an eine frühere Regionale, die aufeinander abgestimmte Vorhaben verwirklichen sollte.",
    fundstelle=_niederschrift(
        satz=18,
        stichwort="bereits in der Vergangenheit gab",
        abstand=45,
        laenge=116,
        sha256="e741848f71c46eca2d074169e0d01c54ab4242bf438e4b49dd594b96c20e1d8b",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
    zeit="Vergangenheit",
)
BEDEUTUNG_DER_NETZWERKARBEIT = Norm(
    kennung="23-19",
    arten=(Normart.TATSACHE,),
    traeger="Ausschussmitglied",
    gegenueber="",
    inhalt="Hervorgehoben wird, wie wichtig Netzwerke in der Region sind.",
    fundstelle=_niederschrift(
        satz=19,
        stichwort="die Wichtigkeit der regionalen Netzwerkarbeit",
        abstand=28,
        laenge=70,
        sha256="2bad2a4f25dc19ce3c4341458dc95b89f10315ba1ccead569a8ba82bb0872183",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)
UNIVERSITAETSPROJEKT = Norm(
    kennung="23-20",
    arten=(Normart.TATSACHE,),
    traeger="Ausschussmitglied",
    gegenueber="",
    inhalt="Erzählt wird von einem Vorhaben der Düsseldorfer Universität, das Unternehmen mit Wissenschaft half.",
    fundstelle=_niederschrift(
        satz=20,
        stichwort="Er berichtet in diesem Kontext",
        abstand=0,
        laenge=117,
        sha256="1077966a9969029f7a2bd037535000177fa53e2fe1a6b39bff8188f8a76cfcd7",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)
WIRKUNG_DES_PROJEKTS = Norm(
    kennung="23-21",
    arten=(Normart.TATSACHE,),
    traeger="Ausschussmitglied",
    gegenueber="",
    inhalt="Ohne dieses Vorhaben, so die Meinung, hätten die Unternehmen solche Hilfe kaum bekommen.",
    fundstelle=_niederschrift(
        satz=21,
        stichwort="wäre eine solche Unterstützung für",
        abstand=21,
        laenge=107,
        sha256="39f79931e5026dc47bc0d0507c82cad3c2edbe434c663944f46dc80a8bd13e68",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)
KENNTNISNAHME = Norm(
    kennung="23-22",
    arten=(Normart.TATSACHE,),
    traeger="Ausschuss für Wirtschaftsförderung",
    gegenueber="Kreisverwaltung",
    inhalt=(
        "Der Ausschuss nimmt den Vortrag zur Kenntnis. Er beschließt nichts, ändert keine Regel und bewilligt "
        "kein Geld."
    ),
    fundstelle=_niederschrift(
        satz=22,
        stichwort="nimmt die Ausführungen",
        abstand=12,
        laenge=57,
        sha256="d76c274ece38ac64aaf02d040a16b9a6e859c78bee5745cffea3fedc8d9d7637",
    ),
    status=Normstatus.AUSSAGE_2023,
    umsetzung=Umsetzung.KEINE,
)

NORMEN: tuple[Norm, ...] = (
    GRUENDUNGSAUFTRAG,
    UNTERRICHTUNG_DES_AUSSCHUSSES,
    OEFFENTLICH_RECHTLICHER_VERTRAG,
    VERTRAGSZIEL,
    INTENSIVIERUNG,
    STAERKUNG_DER_REGION,
    BEITRITT,
    KERNAUFGABE,
    GRUNDLAGE_DER_KERNAUFGABE,
    MOEGLICHE_WEITERE_AUFGABEN,
    LEUCHTTURMPROJEKTE,
    STRUKTURFOERDERUNG,
    INTERREGIONALE_KOOPERATION,
    VERTRETUNG_BEIM_LAND,
    PERSONALGESTELLUNG,
    ABORDNUNG,
    LEITUNG_UND_STELLVERTRETUNG,
    SCHWERPUNKT_REGIONALWIRTSCHAFT,
    VORGESETZTENFUNKTION,
    ANSIEDLUNG,
    ANBAHNUNG_DER_ZUSAMMENARBEIT,
    ABSTIMMUNGSGESPRAECHE,
    BERICHTSPFLICHT,
    AUFSICHTSGREMIUM,
    UEBERWACHUNG,
    BEGLEITGREMIUM,
    BERATUNG_UND_EMPFEHLUNG,
    GROESSE_DES_BEGLEITGREMIUMS,
    UNBERUEHRTE_BEFUGNISSE,
    JAHRESBUDGET,
    EIGENANTEILE,
    ZUSATZMITTEL,
    PERSONALKOSTEN,
    RECHENSCHAFTSPFLICHT,
    PRUEFUNGSRECHT,
    PLANUNG_UND_BERICHT,
    RUECKFUEHRUNG,
    UEBERTRAGUNG,
    ANERKENNUNG,
    VORSTELLUNG_BEIM_MINISTERIUM,
    AUFTRITT_IN_BERLIN,
    INTERNETAUFTRITT,
    VERTRETUNG_IM_BEIRAT,
    BERICHT_IM_AUSSCHUSS,
    TRAEGERSCHAFT,
    SPRACHROHR,
    ZUGANG_ZU_FOERDERMITTELN,
    EINZELNE_STADT,
    CHANCE,
    FRAGE_NACH_UNTERNEHMERVERBAENDEN,
    UNTERNEHMERVERBAENDE_NICHT_ERFASST,
    EINBINDUNG_UEBER_DEN_KREIS,
    IMPULSWERKSTATT,
    LOB_FUER_BETEILIGUNG,
    EINDRUCK,
    LOB_WEITERGEGEBEN,
    FRAGE_NACH_EINORDNUNG,
    OPERATIV_NICHT_STRATEGISCH,
    ZUSAMMENARBEIT_MIT_AKTEUREN,
    VERNETZUNG,
    FRUEHERE_REGIONALE,
    BEDEUTUNG_DER_NETZWERKARBEIT,
    UNIVERSITAETSPROJEKT,
    WIRKUNG_DES_PROJEKTS,
    KENNTNISNAHME,
)
"""Alle Sätze, in der Reihenfolge der Quellen."""

_NACH_KENNUNG = {norm.kennung: norm for norm in NORMEN}


def norm(kennung: str) -> Norm:
    """Gibt den Satz mit dieser Kennung.

    Args:
        kennung: Kennung des Satzes, zum Beispiel ``17-F8``.

    Returns:
        Die Norm aus dem Register.

    Raises:
        UnbekannteNormError: Die Kennung steht nicht im Register; der Fehler nennt ähnliche.

    >>> norm("17-F9").fundstelle.ueberschrift
    'Finanzierung und Rechenschaft'
    """
    if kennung not in _NACH_KENNUNG:
        aehnliche = get_close_matches(kennung.upper(), _NACH_KENNUNG, n=3, cutoff=0.5)
        raise UnbekannteNormError(kennung=kennung, aehnliche=tuple(aehnliche))
    return _NACH_KENNUNG[kennung]
