"""Festlegungen: was diese Bibliothek selbst entschieden hat, wo niemand gefragt wird.

Eine Festlegung ist keine Lesart: sie lässt sich nicht wählen. Sie steht hier mit ihrem Grund, damit ihr
widersprochen werden kann.
"""

from __future__ import annotations

from kooperationsvertrag.norm import Festlegung

SCHLUESSEL_AUS_BEITRAEGEN = Festlegung(
    kennung="FL-01",
    frage="Was ist der Zahlungsschlüssel, den 17-F8 nennt und nicht erklärt?",
    wahl="Das Verhältnis der für das Jahr vereinbarten Beiträge, als ganze Zahlen, nie als Prozentsatz.",
    grund="17-F1 nennt die einzigen Zahlungen des Vertrags; Prozente wie 41,67 ergeben zusammen nicht hundert.",
    folge="Mit gerundeten Prozenten (41,67, 41,67 und 16,67, zusammen 100,01) würden aus 30.000 € 30.003 €.",
)
KASSENPRINZIP = Festlegung(
    kennung="FL-02",
    frage="Was ist verausgabt: was bezahlt, was bestellt oder was in Rechnung gestellt ist?",
    wahl="Was als Ausgabe aufgezeichnet ist. Wer Bestelltes mitzählen will, zeichnet es auf.",
    grund="Der Text sagt nur „nicht verausgabt“ (OF-26); die Aufzeichnung ist das, was alle prüfen können.",
    folge=(
        "Zählte schon die Bestellung, ginge für das Jahr der Bestellung weniger zurück und für das Jahr der Zahlung "
        "mehr."
    ),
)
RUECKERSTATTUNG_MINDERT_AUSGABEN = Festlegung(
    kennung="FL-03",
    frage="Wie wirkt eine Rückerstattung, und was gilt, wenn sie die Ausgaben übersteigt?",
    wahl="Sie mindert die Ausgaben des Jahres, in dem sie eingeht; ein Überschuss gehört zu den Jahresmitteln.",
    grund="Das Geld war gemeinsames Budget und bleibt es; der Schlüssel des Jahres liegt am nächsten.",
    folge="Zählte sie im Jahr der Ausgabe, wäre ein schon abgerechnetes Jahr noch einmal abzurechnen.",
)
PERSONALKOSTEN_GELTEN_ALS_VORHANDEN = Festlegung(
    kennung="FL-04",
    frage="Was gilt, wenn Personalkosten dem Budget belastet wurden?",
    wahl="Sie zählen nicht als Ausgabe; der Partner, der das Personal stellt, erstattet sie, und das Geld gilt als da.",
    grund="17-F4 legt diese Kosten jedem Partner selbst auf; sonst trügen die anderen sie mit.",
    folge="Zählten sie als Ausgabe, trügen die anderen Partner nach dem Schlüssel daran mit.",
)
KEINE_ANRECHNUNG = Festlegung(
    kennung="FL-05",
    frage="Mindert ein Übertrag die Beiträge des folgenden Jahres?",
    wahl="Nein. Übertragenes Geld steht zusätzlich zur Verfügung.",
    grund="17-F9 will, dass die Mittel weiter zur Verfügung stehen; eine Anrechnung nähme sie wieder weg.",
    folge="Würde angerechnet, zahlten die Partner im Folgejahr zusammen um den Übertrag weniger ein.",
)
UEBERSCHREITUNG_OHNE_VERTEILUNG = Festlegung(
    kennung="FL-06",
    frage="Wer trägt, was über die verfügbaren Mittel hinaus ausgegeben wurde?",
    wahl="Niemandem wird etwas zugeteilt; die Überschreitung wird ausgewiesen.",
    grund="Der Text regelt sie nicht (OF-34), und 17-F3 legt nahe, dass es für mehr Geld neue Beschlüsse braucht.",
    folge="Würde sie nach dem Schlüssel verteilt, schuldete jeder Partner eine Nachzahlung, die kein Satz vorsieht.",
)
UEBERTRAGUNG_OHNE_PRUEFUNG = Festlegung(
    kennung="FL-07",
    frage="Setzt ein Übertragungsbeschluss die Prüfung des Abschlussberichts voraus?",
    wahl="Nein.",
    grund="Die Prüfung steht nur in 17-F8 als Bedingung der Rückführung, nicht in 17-F9.",
    folge="Sonst wirkte ein Beschluss erst mit der Prüfung; bis dahin wartete das Geld.",
)
FEHLEN_IST_KEIN_JA = Festlegung(
    kennung="FL-08",
    frage="Wie zählen Enthaltung und Abwesenheit?",
    wahl="Sie sind kein Ja. Mehrheiten rechnen von allen Sitzen, nicht von den Anwesenden.",
    grund="Eine Beschlussfähigkeit ist nicht geregelt (OF-10); die Übertragung nimmt jedem Partner eine Rückzahlung.",
    folge="Zählten nur die abgegebenen Stimmen, könnte ein einziges Ja genügen, wenn die anderen fehlen.",
)
STIMMTAG = Festlegung(
    kennung="FL-09",
    frage="Wer stimmt ab, und mit welchem Gewicht, wenn sich die Partner ändern?",
    wahl="Wer am Tag des Beschlusses Partner ist, mit dem vollen Jahresbeitrag dieses Tages.",
    grund="Ein Gremium beschließt in der Besetzung, die es am Tag des Beschlusses hat.",
    folge="Zählten die Partner des Haushaltsjahres, stimmte über dessen Rest noch mit, wer ausgeschieden ist.",
)
UEBERTRAGUNG_HOECHSTENS_DER_REST = Festlegung(
    kennung="FL-10",
    frage="Was gilt, wenn mehr übertragen werden soll, als übrig ist?",
    wahl="Übertragen wird, was übrig ist; eine Warnung sagt es.",
    grund="Der Wille, alles zu behalten, ist erkennbar; mehr als alles geht nicht.",
    folge="Wäre der Beschluss dann unwirksam, ginge nach der Prüfung alles zurück.",
)
SCHEITERN_HEISST_RUECKFUEHRUNG = Festlegung(
    kennung="FL-11",
    frage="Was gilt, wenn ein Übertragungsbeschluss nicht zustande kommt?",
    wahl="Es bleibt bei der Rückführung.",
    grund="17-F9 ist die Ausnahme, 17-F8 die Regel.",
    folge="Bliebe das Geld trotzdem in der Kasse, erhielte kein Partner seinen Anteil.",
)
WARTENDES_GELD = Festlegung(
    kennung="FL-12",
    frage="Was geschieht mit Restmitteln, solange nicht geprüft ist?",
    wahl="Sie warten: sie werden weder zurückgeführt noch verausgabt und sind kein Übertrag.",
    grund="17-F8 führt nach Prüfung zurück; eine andere Verwendung sieht nur 17-F9 vor.",
    folge="Ginge es schon vorher zurück, käme die Prüfung zu spät; würde es verausgabt, fehlte es nach der Prüfung.",
)
ZUSATZMITTEL_SIND_EIGENE_SCHICHT = Festlegung(
    kennung="FL-13",
    frage="An wen gehen nicht verbrauchte Zusatzmittel zurück?",
    wahl="An die, die sie bewilligt haben, im Verhältnis der Bewilligungen; einmal übertragen sind sie Übertrag.",
    grund="Nach 17-F3 bittet um Zusatzmittel nur, wer will; der Schlüssel aus 17-F1 hat mit ihnen nichts zu tun.",
    folge="Gingen sie nach dem Schlüssel des Jahres zurück, erhielten auch Partner davon, die nichts bewilligt haben.",
)
SCHICHTEN_GLEICHEN_SCHLUESSELS = Festlegung(
    kennung="FL-14",
    frage="Wird jede Schicht für sich gerundet?",
    wahl="Nein. Schichten, deren Schlüssel im selben Verhältnis stehen, werden zusammen einmal aufgeteilt.",
    grund="Sonst entstünden Restcents, nur weil gleiches Geld zweimal aufgeschrieben ist.",
    folge=(
        "Würde jede Schicht für sich gerundet, könnte jede weitere einen Partner um einen Cent anders stellen, "
        "kaufmännisch gerundet auch um zwei."
    ),
)
REIHENFOLGE_OHNE_FOLGEN = Festlegung(
    kennung="FL-15",
    frage="In welcher Reihenfolge wird verbraucht, wenn sie auf keinen Betrag wirkt und keine gewählt ist?",
    wahl="Älteste Mittel zuerst, Zusatzmittel zuletzt; innerhalb eines Herkunftsjahres wie übertragen.",
    grund="Ohne Folgen braucht es keine Wahl; ältestes Geld zuerst ist der übliche Gang.",
    folge="An den Beträgen änderte eine andere Reihenfolge nichts, nur an der Begründung.",
)
KOSTENAUSGLEICH = Festlegung(
    kennung="FL-16",
    frage="Welche Kosten teilt die Lesart „kosten_nach_schluessel“?",
    wahl="Was eingezahlt ist, weniger was davon zurückgeht; geteilt nach größtem Rest, gleich wie sonst gerundet wird.",
    grund="So gehen Rückführung und Forderungen immer auf; ein Rest in der Kasse ließe sich niemandem zuordnen.",
    folge="Würden die Ausgaben selbst geteilt, gingen Rückführung und Forderungen bei einem Übertrag nicht auf.",
)
KOSTENAUSGLEICH_ERST_NACH_PRUEFUNG = Festlegung(
    kennung="FL-17",
    frage="Entstehen Forderungen aus dem Kostenausgleich schon vor der Prüfung?",
    wahl="Nein. Sie entstehen mit der Rückführung, deren Gegenstück sie sind.",
    grund="Vor der Prüfung ist nach 17-F8 nichts zurückzuführen.",
    folge="Sonst schuldete ein Partner etwas, bevor feststeht, ob und was zurückgeht.",
)
ZAHLUNG_OHNE_MITGLIEDSCHAFT = Festlegung(
    kennung="FL-18",
    frage="Was gilt, wenn jemand zahlt, der in diesem Jahr nicht Partner ist?",
    wahl="Seine Zahlung zählt wie eine Überzahlung: vereinbart ist für ihn nichts.",
    grund="Das Geld ist da und darf nicht verschwinden; ein Anteil am vereinbarten Schlüssel folgt daraus nicht.",
    folge=(
        "Zählte sie nicht, fehlte in der Rechnung Geld, das da ist. Stünde sie im vereinbarten Schlüssel, erhielten "
        "die Partner nach ihm weniger."
    ),
)
BEITRITT_OHNE_URTEIL = Festlegung(
    kennung="FL-19",
    frage="Wirkt ein Beitritt, solange offen ist, ob er förderlich oder die Rechtsform die richtige ist?",
    wahl="Nein; die Abrechnung warnt.",
    grund=(
        "Beides sind Bedingungen in 17-Z4. Ob ein Beitritt förderlich ist, beurteilt ein Mensch; die Rechtsform bejaht "
        "die Bibliothek nur bei Kreisen, Städten und Gemeinden (OF-04)."
    ),
    folge="Wirkte er ohne dies, änderten sich Schlüssel und Stimmen auf einen bloßen Antrag hin.",
)
BEITRITTSJAHR_KOMMT_HINZU = Festlegung(
    kennung="FL-20",
    frage="Ändert ein Beitritt während des Jahres die Beiträge der bisherigen Partner in diesem Jahr?",
    wahl="Nein. Der Teil des neuen Partners kommt hinzu; eine neue Aufteilung beginnt mit dem nächsten Jahr.",
    grund="Die Beiträge des Jahres sind nach 17-F1 schon veranschlagt.",
    folge="Sonst müssten die bisherigen Partner für ein schon veranschlagtes Jahr neue Beträge veranschlagen.",
)
NEUE_BEITRAEGE_NACH_GROESSTEM_REST = Festlegung(
    kennung="FL-21",
    frage="Wie werden neue Jahresbeiträge auf den Cent gebracht?",
    wahl="Nach größtem Rest in der Reihenfolge des Vertrags, gleich welche Rechenkonvention sonst gilt.",
    grund="Beiträge müssen zusammen das Jahresbudget ergeben, und sie sollen nicht an der Rundung von Resten hängen.",
    folge="Würde nur abgerundet, könnten am Jahresbudget Cent fehlen.",
)
LETZTER_MIT_GEWICHT = Festlegung(
    kennung="FL-22",
    frage="Wer gleicht bei „kaufmaennisch_letzter_gleicht_aus“ aus, wenn der letzte Partner kein Gewicht hat?",
    wahl="Der letzte Partner, der im Schlüssel ein Gewicht hat.",
    grund="Wer nach dem Schlüssel nichts erhält, soll auch durch Rundung nichts erhalten.",
    folge="Sonst bekäme oder verlöre durch die Rundung einen Cent, wer am Geld keinen Anteil hat.",
)
NUR_DIE_REIHENFOLGE = Festlegung(
    kennung="FL-23",
    frage="Prüft die Abrechnung, ob Planung und Bericht rechtzeitig sind?",
    wahl=(
        "Nein. Sie prüft nur die Reihenfolge: Planung vor Bericht vor Prüfung; derselbe Tag genügt. Ein fehlendes "
        "Datum ist für sie kein Verstoß."
    ),
    grund="17-F7 nennt keinen Tag (OF-23), und an einer Verspätung hängt kein Cent. Tage zählen bei den Pflichten.",
    folge="Sonst hinge die Abrechnung daran, welche Frist gewählt ist, obwohl sich kein Betrag ändert.",
)
RECHNUNGSPRUEFUNG_HAELT_NICHT_AUF = Festlegung(
    kennung="FL-24",
    frage="Hält eine Prüfung oder Beanstandung durch das Rechnungsprüfungsamt die Rückführung auf?",
    wahl="Nein.",
    grund="17-F8 nennt nur das Aufsichtsgremium; 17-F6 lässt das Prüfungsrecht unberührt und schafft keine Bedingung.",
    folge="Sonst wartete das Geld auf eine zweite Prüfung, die 17-F8 nicht verlangt.",
)
OHNE_GEWICHT_KEIN_BESCHLUSS = Festlegung(
    kennung="FL-25",
    frage="Kommt eine gewichtete Abstimmung zustande, wenn kein Sitz ein Gewicht hat?",
    wahl="Nein.",
    grund="Mehr als die Hälfte von nichts gibt es nicht.",
    folge="Sonst gälte ein Beschluss, hinter dem kein Beitrag steht.",
)
GESCHAEFTSSTELLE_ERSTELLT = Festlegung(
    kennung="FL-26",
    frage="Wer erstellt Planung und Abschlussbericht?",
    wahl="Die Geschäftsstelle.",
    grund="17-F7 nennt niemanden; die Geschäftsstelle ist nach 17-F5 rechenschaftspflichtig (OF-22).",
    folge=(
        "Sonst träfe die Pflicht das Regionalmanagement, einen Partner oder niemanden. An den Beträgen änderte sich "
        "nichts."
    ),
)
ALLES_HEISST_AUCH_DEN_UEBERTRAG = Festlegung(
    kennung="FL-27",
    frage="Erfasst ein Beschluss, der alles überträgt, auch übertragenes Geld, das ohnehin verbliebe?",
    wahl="Ja, wenn keine Lesart gewählt ist; ist „verbleibt“ gewählt, so erfasst er nur das Übrige.",
    grund="Alles bleibt so oder so; welcher Teil auf dem Beschluss beruht, ändert für niemanden einen Betrag.",
    folge="Sonst wäre eine Lesart zu wählen, von der kein Betrag abhängt.",
)
STRITTIGER_BESCHLUSS_OHNE_GEGENSTAND = Festlegung(
    kennung="FL-28",
    frage="Was gilt für einen strittigen Beschluss, wenn nichts zu übertragen ist?",
    wahl="Ohne gewählte Abstimmungsregel gilt er als nicht wirksam, und gefragt wird nach ihr nicht.",
    grund="An seiner Wirkung hängt kein Cent.",
    folge="Sonst wäre eine Abstimmungsregel zu wählen, von der kein Betrag abhängt.",
)
SUMME_GILT_ALS_ZULAESSIG = Festlegung(
    kennung="FL-29",
    frage="Enthält eine nicht gegliederte Summe der Ausgaben Personalkosten?",
    wahl="Sie gilt als zulässig. Wer Personalkosten darin vermutet, gliedert die Ausgaben.",
    grund="Ein Verstoß wird festgestellt, nicht vermutet.",
    folge="Sonst stünde bei jedem Jahr, von dem nur die Summe bekannt ist, ein Verstoß.",
)
SPAETER_BESCHLUSS_WIRKT = Festlegung(
    kennung="FL-30",
    frage="Wirkt ein Übertragungsbeschluss, der vor dem Haushaltsjahr oder nach dem Folgejahr liegt?",
    wahl="Ja; eine Warnung sagt es.",
    grund="17-F9 nennt keinen Tag, bis zu dem beschlossen sein muss.",
    folge="Wirkte er nicht, ginge das Geld nach der Prüfung zurück.",
)
BUCHUNG_ZAEHLT_WO_SIE_STEHT = Festlegung(
    kennung="FL-31",
    frage="In welchem Jahr zählt eine Buchung, deren Tag in einem anderen Jahr liegt?",
    wahl="In dem Jahr, bei dem sie aufgezeichnet ist; ein Hinweis sagt es.",
    grund="Zahlungen für ein Jahr kommen oft davor oder danach; wohin sie gehören, weiß, wer sie aufzeichnet.",
    folge="Zählte der Tag, fiele eine erst im Januar bezahlte Rechnung ins neue Jahr, und der Rest des alten stiege.",
)
PARTNER_AM_TAG_DES_BEITRITTS = Festlegung(
    kennung="FL-32",
    frage="Wer ist Partner, wenn über einen Beitritt entschieden wird?",
    wahl="Wer es an dem Tag ist, zu dem beigetreten werden soll.",
    grund="17-Z4 nennt weder einen Tag noch ein Verfahren; der Tag des Beitritts ist der einzige bekannte.",
    folge="Zählte der Tag der Entscheidung, so müsste ein Partner, der bis zum Beitritt dazukommt, nicht zustimmen.",
)
GEZAHLT_WIE_VEREINBART_OHNE_WAHL = Festlegung(
    kennung="FL-33",
    frage="Wonach wird zurückgeführt, wenn alle genau zahlen, was vereinbart ist?",
    wahl="Nach dem vereinbarten Schlüssel, auch wenn eine andere Lesart gewählt ist.",
    grund="Die Lesarten fallen dann zusammen, bis auf die Frage, bei wem ein Restcent liegt.",
    folge="Sonst entschiede die gewählte Lesart, wer einen Restcent erhält.",
)
FRISTEN_ALS_TAGE = Festlegung(
    kennung="FL-34",
    frage="Welche Tage sind „zu Beginn“ und „am Ende“ des Haushaltsjahres?",
    wahl=(
        "Das Haushaltsjahr ist das Kalenderjahr. Der letzte Tag für die Planung ist je nach Lesart der 31. Dezember "
        "davor, der 1. Januar, der 31. Januar oder der 31. März; für den Bericht der 31. Dezember, der 31. März danach "
        "oder der 31. Dezember des Folgejahres. Dieser Tag selbst ist noch rechtzeitig."
    ),
    grund=(
        "17-F7 nennt keinen Tag (OF-23); ob etwas zu spät ist, lässt sich nur an einem Tag messen. Dass das "
        "Haushaltsjahr das Kalenderjahr ist, sagt der Text nicht; es ist hier angenommen."
    ),
    folge=(
        "Ein anderer letzter Tag änderte, ab wann eine Pflicht überfällig ist, aber keinen Betrag. Ein anderes "
        "Haushaltsjahr änderte auch Beträge, etwa im Jahr eines Beitritts."
    ),
)
LETZTER_UEBERTRAGUNGSBESCHLUSS = Festlegung(
    kennung="FL-35",
    frage=(
        "Welcher Übertragungsbeschluss gilt, wenn das Aufsichtsgremium über das Geld desselben Jahres mehrmals "
        "beschließt?"
    ),
    wahl="Der letzte.",
    grund="Wer beschließen darf, darf seinen Beschluss auch ändern; 17-F9 schließt das nicht aus.",
    folge="Gälte der erste, ließe sich eine beschlossene Übertragung nicht mehr ändern.",
)
ERSTE_VORLAGE_LETZTE_PRUEFUNG = Festlegung(
    kennung="FL-36",
    frage="Was zählt, wenn Planung oder Bericht mehrmals vorgelegt oder mehrmals geprüft wird?",
    wahl="Ob rechtzeitig vorgelegt ist, sagt die erste Vorlage. Von mehreren Prüfungen gilt die letzte.",
    grund=(
        "Wer nachbessert, hat deshalb nicht zu spät vorgelegt; ein beanstandeter Bericht darf noch einmal geprüft "
        "werden."
    ),
    folge=(
        "Zählte die letzte Vorlage, machte eine Nachbesserung nach dem letzten Tag eine pünktliche Vorlage verspätet. "
        "Zählte die erste Prüfung, bliebe ein nachgebesserter Bericht beanstandet."
    ),
)
GEHEILTE_VERSPAETUNG = Festlegung(
    kennung="FL-37",
    frage="Wie wiegt es, wenn eine Pflicht zu spät erfüllt wird?",
    wahl=(
        "Als Warnung. Ein Verstoß ist nur, was nach dem letzten Tag noch nicht erfüllt ist oder sich nicht mehr "
        "nachholen lässt."
    ),
    grund="An eine Verspätung knüpft der Text keine Folge, auch an einen Verstoß nicht (OF-39).",
    folge="Als Verstoß gewertet, stünde eine nachgeholte Pflicht da wie eine nie erfüllte.",
)
NUR_ERFASSTE_JAHRE = Festlegung(
    kennung="FL-38",
    frage="Für welche Haushaltsjahre werden Pflichten geprüft?",
    wahl="Nur für die, die im Fall stehen. Zu späteren Jahren wird nichts gesagt.",
    grund="Schweigt die Datei, so heißt das nicht, dass die Geschäftsstelle nichts getan hat.",
    folge="Sonst erschienen für jedes Jahr, das in der Datei fehlt, offene Pflichten.",
)
BEGINN_DER_STELLEN = Festlegung(
    kennung="FL-39",
    frage="Wann ist eine Person „zu Beginn“ gestellt?",
    wahl=(
        "Sobald der Partner sie irgendwann gestellt hat. Hat er es nie getan, ist die Pflicht überfällig, wenn "
        "überhaupt Personal erfasst ist und das erste Haushaltsjahr des Falls begonnen hat."
    ),
    grund="17-P1 nennt keinen Tag (OF-27); ist gar kein Personal erfasst, so sagt der Fall dazu nichts.",
    folge="Mit einem festen Tag gälte als säumig, wer erst danach eine Person stellt.",
)
OHNE_TAG_BEKANNT = Festlegung(
    kennung="FL-40",
    frage="Ab wann gilt eine Angabe ohne Tag als bekannt?",
    wahl="Vom Beginn ihres Haushaltsjahres an.",
    grund="Mehr als das Jahr ist nicht bekannt; eine Angabe wegzulassen hieße, sie als nicht gemacht zu behandeln.",
    folge="Würde sie weggelassen, gälte eine Zahlung ohne Tag als nicht geleistet.",
)
BERICHTIGUNG_AB_ERFASSUNG = Festlegung(
    kennung="FL-41",
    frage="Ab wann zählt eine Berichtigung?",
    wahl="Von dem Tag an, an dem sie erfasst ist; vorher zählt die alte Angabe. Beide bleiben sichtbar.",
    grund="Der Stand eines Tages zeigt, was an diesem Tag bekannt war; stillschweigend ändert sich nichts.",
    folge="Zählte sie rückwirkend, ließe sich nicht mehr zeigen, was an einem früheren Tag bekannt war.",
)
RUECKFUEHRUNG_OHNE_FRIST = Festlegung(
    kennung="FL-42",
    frage="Bis wann ist zurückzuführen?",
    wahl="Nach der Prüfung ist die Rückführung fällig, aber nie überfällig.",
    grund="17-F8 nennt keine Frist.",
    folge="Mit einer Frist wäre eine spätere Rückführung verspätet. An den Beträgen änderte sich nichts.",
)
NUR_WER_BEFUGT_IST = Festlegung(
    kennung="FL-43",
    frage=(
        "Was gilt, wenn ein Gremium tut, was ihm der Text nicht zuweist, etwa das Begleitgremium eine Übertragung "
        "beschließt?"
    ),
    wahl="Es wird gemeldet und ändert am Geld nichts.",
    grund="Nach 17-F9 beschließt das Aufsichtsgremium; das Begleitgremium berät und empfiehlt nur (17-B2).",
    folge="Sonst bliebe Geld in der Kasse, obwohl das zuständige Gremium es nicht beschlossen hat.",
)
ZWISCHENSTAND = Festlegung(
    kennung="FL-44",
    frage="Wird ein laufendes Haushaltsjahr abgerechnet?",
    wahl=(
        "Nein, solange auch kein Abschlussbericht vorliegt. Gezeigt werden nur die bisherigen Summen; ein noch nicht "
        "gezahlter Beitrag ist kein Rückstand."
    ),
    grund="Das Jahr ist nicht zu Ende, und wann ein Beitrag fällig ist, sagt der Text nicht (OF-17).",
    folge="Sonst gälte ein noch nicht gezahlter Beitrag als Rückstand und noch nicht ausgegebenes Geld als Rest.",
)
RUNDUNG_DES_ENTWURFS = Festlegung(
    kennung="FL-45",
    frage="Ein Entwurf regelt die Rundung, aber nicht, wer bei Gleichstand zuerst erhält. Was gilt?",
    wahl="Die Reihenfolge des Vertrags. Eine andere lässt sich in der Falldatei dann nicht wählen.",
    grund="Wer die Rundung regelt, will sie nicht offen lassen; die Reihenfolge des Vertrags gilt auch sonst.",
    folge="Sonst ließe sich trotz geregelter Rundung in der Falldatei noch ein Cent verschieben.",
)
FASSUNG_DES_HAUSHALTSJAHRES = Festlegung(
    kennung="FL-46",
    frage="Nach welcher Fassung wird ein Haushaltsjahr abgerechnet, wenn der Vertrag geändert wird?",
    wahl=(
        "Nach der Fassung, die an seinem 1. Januar gilt, auch wenn erst danach geprüft und zurückgeführt wird. Nur "
        "über einen Beschluss wird nach der Fassung abgestimmt, die an seinem Tag gilt. Übertragenes Geld behält "
        "seinen Schlüssel, auch für Partner, die ausgeschieden sind."
    ),
    grund=(
        "Budget, Planung und Bericht gelten nach 17-F1 und 17-F7 für ein Haushaltsjahr. Tritt die neue Fassung mitten "
        "im Jahr in Kraft, so ist das eine Auslegungsfrage (OF-18)."
    ),
    folge=(
        "Zählte die Fassung am Tag der Prüfung, so teilte ein neuer Schlüssel Geld, das unter dem alten eingezahlt ist."
    ),
)

FESTLEGUNGEN: tuple[Festlegung, ...] = (
    SCHLUESSEL_AUS_BEITRAEGEN,
    KASSENPRINZIP,
    RUECKERSTATTUNG_MINDERT_AUSGABEN,
    PERSONALKOSTEN_GELTEN_ALS_VORHANDEN,
    KEINE_ANRECHNUNG,
    UEBERSCHREITUNG_OHNE_VERTEILUNG,
    UEBERTRAGUNG_OHNE_PRUEFUNG,
    FEHLEN_IST_KEIN_JA,
    STIMMTAG,
    UEBERTRAGUNG_HOECHSTENS_DER_REST,
    SCHEITERN_HEISST_RUECKFUEHRUNG,
    WARTENDES_GELD,
    ZUSATZMITTEL_SIND_EIGENE_SCHICHT,
    SCHICHTEN_GLEICHEN_SCHLUESSELS,
    REIHENFOLGE_OHNE_FOLGEN,
    KOSTENAUSGLEICH,
    KOSTENAUSGLEICH_ERST_NACH_PRUEFUNG,
    ZAHLUNG_OHNE_MITGLIEDSCHAFT,
    BEITRITT_OHNE_URTEIL,
    BEITRITTSJAHR_KOMMT_HINZU,
    NEUE_BEITRAEGE_NACH_GROESSTEM_REST,
    LETZTER_MIT_GEWICHT,
    NUR_DIE_REIHENFOLGE,
    RECHNUNGSPRUEFUNG_HAELT_NICHT_AUF,
    OHNE_GEWICHT_KEIN_BESCHLUSS,
    GESCHAEFTSSTELLE_ERSTELLT,
    ALLES_HEISST_AUCH_DEN_UEBERTRAG,
    STRITTIGER_BESCHLUSS_OHNE_GEGENSTAND,
    SUMME_GILT_ALS_ZULAESSIG,
    SPAETER_BESCHLUSS_WIRKT,
    BUCHUNG_ZAEHLT_WO_SIE_STEHT,
    PARTNER_AM_TAG_DES_BEITRITTS,
    GEZAHLT_WIE_VEREINBART_OHNE_WAHL,
    FRISTEN_ALS_TAGE,
    LETZTER_UEBERTRAGUNGSBESCHLUSS,
    ERSTE_VORLAGE_LETZTE_PRUEFUNG,
    GEHEILTE_VERSPAETUNG,
    NUR_ERFASSTE_JAHRE,
    BEGINN_DER_STELLEN,
    OHNE_TAG_BEKANNT,
    BERICHTIGUNG_AB_ERFASSUNG,
    RUECKFUEHRUNG_OHNE_FRIST,
    NUR_WER_BEFUGT_IST,
    ZWISCHENSTAND,
    RUNDUNG_DES_ENTWURFS,
    FASSUNG_DES_HAUSHALTSJAHRES,
)
"""Alle Festlegungen, nach ihrer Nummer."""
