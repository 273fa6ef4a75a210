"""Das Fragenregister: was der Text offen lässt, und wie es sich lesen lässt.

Die Quelle berichtet 2017 von einem Vertragsentwurf und nennt nur einen Teil davon. Wo sie schweigt oder mehrdeutig
ist, stehen hier die Lesarten nebeneinander. Einige Fragen lassen sich ausführen: ihre Lesarten sind in
:mod:`kooperationsvertrag.vertrag.lesarten` benannt und werden in der Falldatei gewählt. Die anderen sind nur
beschrieben; gerechnet wird mit ihnen nicht.

Beträge in den Beispielen rundet die Bibliothek: nach größtem Rest, bei Gleichstand in der Reihenfolge Düsseldorf,
Kreis Mettmann, IHK, neuer Partner (OF-32). Vorschriften sind nur genannt, wo ihr Wortlaut gelesen wurde; das VwVfG in
der Fassung des Bundes, das IHKG im Stand von 2011, das BeamtStG im Stand von 2008/09. Nur genannt, nicht gelesen ist
§ 24 LBG NRW (OF-29).
"""

from __future__ import annotations

from attrs import frozen

from kooperationsvertrag.auslegung import Lesart
from kooperationsvertrag.fehler import KooperationsvertragError
from kooperationsvertrag.vertrag.lesarten import (
    Abstimmung,
    Beitrittsentscheidung,
    Beitrittszeitpunkt,
    Berichtsfrist,
    Drittmittel,
    Kreisangehoerige,
    Leistungsfaehigkeit,
    Planungsfrist,
    Pruefung,
    Rueckfuehrungsbasis,
    SchluesselNachBeitritt,
    SitzNachBeitritt,
    Stellendauer,
    UebertragRueckfuehrung,
    UebertragVerbrauch,
    Wechseljahr,
    ZusatzmittelVerbrauch,
)


class UnbekannteFrageError(KooperationsvertragError, LookupError):
    """Eine Kennung oder ein Schlüssel steht nicht im Fragenregister."""

    def __init__(self, *, kennung: str, aehnliche: tuple[str, ...]) -> None:
        self.kennung = kennung
        self.aehnliche = aehnliche
        super().__init__(
            f"Das Fragenregister kennt „{kennung}“ nicht. "
            + (
                f"Gemeint sein könnte: {', '.join(aehnliche)}."
                if aehnliche
                else "Richtig wäre zum Beispiel OF-16 oder rueckfuehrungsbasis."
            )
        )


@frozen
class Lesartbeschreibung:
    """Was eine Lesart heißt."""

    schluessel: str
    """Name der Lesart in der Falldatei; bei einer nur beschriebenen ein kleiner Buchstabe."""
    titel: str
    """Die Lesart in wenigen Worten."""
    bedeutung: str
    """Was sie in der Praxis heißt."""


@frozen
class Auswahl:
    """Eine Auslegungsfrage, die sich in der Falldatei entscheiden lässt."""

    lesart: type[Lesart]
    """Die Frage als Klasse; ihre Glieder sind die Lesarten."""
    moeglichkeiten: tuple[Lesartbeschreibung, ...]
    """Jede Lesart, in der Reihenfolge der Klasse."""

    @property
    def schluessel(self) -> str:
        """Der Schlüssel der Frage in der Falldatei."""
        return self.lesart.frage()


@frozen
class Konvention:
    """Eine Rechenkonvention: sie ist voreingestellt, wird im Ergebnis genannt und lässt sich ändern."""

    schluessel: str
    """Der Schlüssel der Konvention in der Falldatei."""
    moeglichkeiten: tuple[Lesartbeschreibung, ...]
    """Was sich angeben lässt; zuerst die Voreinstellung."""


@frozen
class Vertragsfrage:
    """Eine Frage, die der Text offen lässt."""

    kennung: str
    """Kennung, zum Beispiel ``OF-16``."""
    titel: str
    """Worum es geht, in wenigen Worten."""
    frage: str
    """Die Frage."""
    norm_kennungen: tuple[str, ...]
    """Kennungen der Sätze, die sie aufwerfen; leer, wo kein Satz davon handelt."""
    auswirkung: str
    """Was von der Antwort abhängt."""
    auswahlen: tuple[Auswahl, ...] = ()
    """Was sich davon in der Falldatei entscheiden lässt."""
    konventionen: tuple[Konvention, ...] = ()
    """Was davon als Rechenkonvention voreingestellt ist."""
    lesarten: tuple[Lesartbeschreibung, ...] = ()
    """Weitere Lesarten, die nur beschrieben sind und nicht gerechnet werden."""
    empfehlung: str = ""
    """Rat für den, der wählen muss, nicht Inhalt der Quelle; leer, wo es keinen gibt."""

    @property
    def waehlbar(self) -> dict[str, tuple[Lesartbeschreibung, ...]]:
        """Was die Falldatei zu dieser Frage sagen kann: jeder Schlüssel mit seinen Möglichkeiten."""
        auswahlen = {auswahl.schluessel: auswahl.moeglichkeiten for auswahl in self.auswahlen}
        konventionen = {konvention.schluessel: konvention.moeglichkeiten for konvention in self.konventionen}
        return auswahlen | konventionen


FRAGEN: tuple[Vertragsfrage, ...] = (
    # Rechtsform, Beitritt, Begriffe
    Vertragsfrage(
        kennung="OF-01",
        titel="Art des Vertrags",
        frage="Was für ein Vertrag ist der öffentlich-rechtliche Kooperationsvertrag?",
        norm_kennungen=("17-A3",),
        auswirkung=(
            "Ob eine fehlende Kündigungsregel ein Mangel ist oder § 60 VwVfG die Lücke füllt, und ob ein Beitritt "
            "genehmigt und bekannt gemacht werden muss."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Freier öffentlich-rechtlicher Vertrag",
                "Es gelten §§ 54 bis 62 VwVfG (gelesen in der Fassung des Bundes): Der Vertrag braucht die "
                "Schriftform. Eine Pflicht, ihn genehmigen zu lassen oder bekannt zu machen, ist nicht ersichtlich.",
            ),
            Lesartbeschreibung(
                "b",
                "Öffentlich-rechtliche Vereinbarung nach § 23 GkG NRW",
                "Parteien einer solchen Vereinbarung sind Gemeinden und Gemeindeverbände; die IHK ist keines von "
                "beiden. Nötig wären Genehmigung und Bekanntmachung (§ 24), zuständig die Bezirksregierung (§ 29 "
                "Abs. 4). Unbefristet oder über mehr als 20 Jahre müsste sie die Kündigung regeln.",
            ),
            Lesartbeschreibung(
                "c",
                "Kommunale Arbeitsgemeinschaft nach § 2 GkG NRW",
                "Auch andere öffentliche Stellen dürfen teilnehmen, also auch die IHK. Die Arbeitsgemeinschaft berät "
                "und stimmt ab; Aufgaben und Befugnisse gehen nicht auf sie über.",
            ),
            Lesartbeschreibung(
                "d",
                "Arbeitsgemeinschaft und freier Vertrag zugleich",
                "Die Zusammenarbeit ist eine Arbeitsgemeinschaft, die Pflichten daraus stehen in einem freien "
                "Vertrag: c und a gelten nebeneinander.",
            ),
        ),
        empfehlung=(
            "Ratsam ist ein freier Vertrag, allein oder mit einer Arbeitsgemeinschaft: Zu § 23 GkG NRW passt die IHK "
            "als Partei nicht."
        ),
    ),
    Vertragsfrage(
        kennung="OF-02",
        titel="Wer über einen Beitritt entscheidet",
        frage=(
            "Wer entscheidet, ob ein Bewerber beitritt? Der Text erlaubt den Beitritt und nennt eine Bedingung, die "
            "jemand beurteilen muss, aber nicht, wer."
        ),
        norm_kennungen=("17-A1", "17-Z4", "17-B4"),
        auswirkung=(
            "Ob der Beitritt wirksam ist, und damit Beiträge, Schlüssel und Sitze von diesem Tag an. Für die Gründung "
            "entschied beim Kreis der Kreistag (17-A1), und die Beschlussgremien behalten ihre Befugnisse (17-B4)."
        ),
        auswahlen=(
            Auswahl(
                Beitrittsentscheidung,
                (
                    Lesartbeschreibung(
                        "alle_partner",
                        "Alle Partner stimmen zu",
                        "Der Beitritt ändert den Vertrag. Jeder bisherige Partner stimmt durch sein zuständiges "
                        "Gremium zu; beim Bewerber entscheidet das eigene.",
                    ),
                    Lesartbeschreibung(
                        "aufsichtsgremium",
                        "Das Aufsichtsgremium beschließt",
                        "Es genügt ein Beschluss des Aufsichtsgremiums. Rat, Kreistag und Gremien der IHK müssen "
                        "nicht gefragt werden.",
                    ),
                    Lesartbeschreibung(
                        "mehrheit_der_partner",
                        "Mehr als die Hälfte der Partner stimmt zu",
                        "Von drei Partnern genügen zwei. Der dritte ist gebunden, auch wenn er nicht will.",
                    ),
                    Lesartbeschreibung(
                        "erklaerung_genuegt",
                        "Die Erklärung des Bewerbers genügt",
                        "Der Beitritt ist ein Recht: Liegen beide Bedingungen vor, wird der Bewerber durch seine "
                        "Erklärung Partner.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "e",
                "Die Zustimmung steckt schon im Vertrag",
                "Mit der Klausel haben alle Partner im Voraus zugestimmt. Gerechnet wird wie unter "
                "„erklaerung_genuegt“, sobald die Bedingungen vorliegen.",
            ),
        ),
        empfehlung="Ratsam ist „alle_partner“, weil ein Beitritt die Rechte jedes Partners berührt.",
    ),
    Vertragsfrage(
        kennung="OF-03",
        titel="Namen der Beteiligten",
        frage=(
            "Meinen Partner, Vertragspartner, Mitglied und Trägerin dasselbe? Auch „Geschäftsführer“ und „Leitung“ "
            "stehen nebeneinander."
        ),
        norm_kennungen=("17-A3", "17-L1", "23-1", "23-2"),
        auswirkung=(
            "Wer zahlt und mitentscheidet. 17-L1 nennt auch Außenstehende Partner. 23-2 lässt Düsseldorf weg; das ist "
            "eine unvollständige Bemerkung, kein Austritt."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Mitglied ist, wer Vertragspartner ist",
                "Wer beitritt, hat alle Rechte und Pflichten des Vertrags.",
            ),
            Lesartbeschreibung(
                "b",
                "Mitgliedschaft ist weniger",
                "Ein Mitglied wirkt mit, ohne Vertragspartner zu werden und ohne einen Beitrag zu zahlen.",
            ),
        ),
        empfehlung="Ratsam ist: Mitglied ist, wer Vertragspartner ist.",
    ),
    Vertragsfrage(
        kennung="OF-04",
        titel="Wer beitreten kann",
        frage="Können nur Gebietskörperschaften beitreten, oder auch Kammern, Verbände und Unternehmen?",
        norm_kennungen=("17-Z4", "23-7", "23-8"),
        auswirkung=(
            "Wessen Antrag schon an der Rechtsform scheitert. Nimmt man a streng, so könnte die IHK, selbst Gründerin, "
            "nicht beitreten, und einem Kreis könnte seine eigene Kammer nicht folgen."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Nur Gebietskörperschaften",
                "Kreise, Städte und Gemeinden; nach dem Wort auch ein Land. Andere Kammern, Unternehmerverbände, "
                "Zweckverbände und Gesellschaften scheiden aus.",
            ),
            Lesartbeschreibung(
                "b",
                "Jeder, wenn der Vertrag dafür geändert wird",
                "Die Partner können mit allen einen neuen Vertrag schließen. Das ist dann kein Beitritt nach 17-Z4.",
            ),
        ),
        empfehlung=(
            "Ratsam ist, nach 17-Z4 nur Gebietskörperschaften aufzunehmen und andere nur durch eine volle "
            "Vertragsänderung."
        ),
    ),
    Vertragsfrage(
        kennung="OF-05",
        titel="Kreisangehörige Gemeinden und „förderlich“",
        frage=(
            "Kann eine kreisangehörige Gemeinde selbst beitreten, obwohl sie über ihren Kreis schon eingebunden ist? "
            "Und woran misst sich, ob eine Mitgliedschaft förderlich ist?"
        ),
        norm_kennungen=("17-Z1", "17-Z4", "23-4", "23-5", "23-7", "23-9"),
        auswirkung=(
            "Ob eine solche Gemeinde Partner wird. Ob die Mitgliedschaft förderlich ist, kann sachlich, nach dem "
            "Ermessen dessen, der entscheidet, oder nach der Nachbarschaft zu beurteilen sein; die Bibliothek "
            "berechnet es nie."
        ),
        auswahlen=(
            Auswahl(
                Kreisangehoerige,
                (
                    Lesartbeschreibung(
                        "beitrittsfaehig",
                        "Die Gemeinde kann beitreten",
                        "Sie ist eine Gebietskörperschaft wie jede andere. Dass der Kreis schon Partner ist, zählt "
                        "erst bei der Frage, ob ihr Beitritt förderlich ist.",
                    ),
                    Lesartbeschreibung(
                        "nicht_beitrittsfaehig",
                        "Die Gemeinde kann nicht beitreten",
                        "Sie wirkt über ihren Kreis mit. Eine einzelne Stadt soll nach einer Äußerung von 2023 an die "
                        "Fördermittel ohnehin nicht herankommen (23-5).",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "c",
                "Beitrittsfähig, aber meist nicht förderlich",
                "Die Rechtsform genügt; der Beitritt scheitert in der Regel daran, dass er den Zielen nichts "
                "hinzufügt. Gerechnet wird wie „beitrittsfaehig“ mit dem Urteil „nicht förderlich“.",
            ),
        ),
        empfehlung="Ratsam ist „beitrittsfaehig“; ob der Beitritt förderlich ist, soll ein Mensch begründen.",
    ),
    Vertragsfrage(
        kennung="OF-06",
        titel="Beiträge und Schlüssel nach einem Beitritt",
        frage=(
            "Was wird aus Jahresbudget, Beiträgen und Schlüssel, wenn jemand beitritt? Beispiel: Der neue Partner "
            "bietet 30.000,00 €."
        ),
        norm_kennungen=("17-Z4", "17-F1"),
        auswirkung="Was jeder künftig zahlt und welchen Teil er von nicht verausgabten Mitteln zurückbekommt.",
        auswahlen=(
            Auswahl(
                SchluesselNachBeitritt,
                (
                    Lesartbeschreibung(
                        "additiv",
                        "Der neue Beitrag kommt hinzu",
                        "Die bisherigen Beiträge bleiben. Im Beispiel steigt das Jahresbudget auf 150.000,00 €, der "
                        "Schlüssel ist 5 : 5 : 2 : 3.",
                    ),
                    Lesartbeschreibung(
                        "gleiches_budget",
                        "Das Jahresbudget bleibt und wird neu verteilt",
                        "Das Budget von 120.000,00 € wird nach den bisherigen Beiträgen und dem neuen aufgeteilt. Im "
                        "Beispiel: Düsseldorf 40.000,00 €, Kreis Mettmann 40.000,00 €, IHK 16.000,00 €, neuer "
                        "Partner 24.000,00 €.",
                    ),
                    Lesartbeschreibung(
                        "kommunal_gleich",
                        "Die kommunalen Partner zahlen gleich viel",
                        "Die IHK zahlt weiter 20.000,00 €; den Rest des Budgets teilen sich die anderen zu gleichen "
                        "Teilen. Mit der Rundung der Bibliothek: Düsseldorf 33.333,34 €, Kreis Mettmann 33.333,33 €, "
                        "neuer Partner 33.333,33 €.",
                    ),
                    Lesartbeschreibung(
                        "ohne_beitrag",
                        "Der neue Partner zahlt nichts",
                        "Ohne besondere Abrede entsteht kein Beitrag. Jahresbudget und Schlüssel bleiben, wie sie "
                        "sind; der neue Partner bekommt auch nichts zurück.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "d",
                "Ein anderer Maßstab",
                "Die Beiträge richten sich nach der Einwohnerzahl oder einem anderen Merkmal. Der Text gibt dafür "
                "keine Zahlen; gerechnet wird es nicht.",
            ),
        ),
        empfehlung=(
            "Ratsam ist eine Vereinbarung. Unter „additiv“ bleiben die bisherigen Beiträge; am Rest wird der Anteil "
            "jedes bisherigen Partners trotzdem kleiner."
        ),
    ),
    Vertragsfrage(
        kennung="OF-07",
        titel="Sitz des neuen Partners im Aufsichtsgremium",
        frage="Hat ein neuer Partner einen Sitz im Aufsichtsgremium, dessen drei Mitglieder der Text einzeln nennt?",
        norm_kennungen=("17-Z4", "17-G2"),
        auswirkung=(
            "Wer über eine Übertragung mitbeschließt und welche Mehrheit nötig ist. Vier Mitglieder können zwei zu "
            "zwei stimmen."
        ),
        auswahlen=(
            Auswahl(
                SitzNachBeitritt,
                (
                    Lesartbeschreibung(
                        "jeder_partner_ein_sitz",
                        "Jeder Partner hat einen Sitz",
                        "Die drei Genannten sind die Spitzen der Partner. Mit jedem neuen Partner kommt seine Spitze "
                        "hinzu.",
                    ),
                    Lesartbeschreibung(
                        "liste_abgeschlossen",
                        "Es bleibt bei den drei Sitzen",
                        "Die Aufzählung ist abschließend. Der neue Partner zahlt, stimmt aber nicht mit.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "c", "Nach Vereinbarung", "Über den Sitz entscheidet, was beim Beitritt vereinbart wird."
            ),
        ),
    ),
    Vertragsfrage(
        kennung="OF-08",
        titel="Beitritt während des Jahres",
        frage=(
            "Was schuldet ein neuer Partner für das Jahr, in dem er beitritt? Beispiel: voller Beitrag 30.000,00 €, "
            "Beitritt zum 1. Juli."
        ),
        norm_kennungen=("17-Z4", "17-P1", "17-F1"),
        auswirkung=(
            "Der Beitrag im ersten Jahr. Offen ist außerdem, ob der neue Partner Personal stellt (17-P1), für früher "
            "Zugesagtes einsteht und an Geld teilhat, das aus Jahren vor seinem Beitritt stammt."
        ),
        auswahlen=(
            Auswahl(
                Beitrittszeitpunkt,
                (
                    Lesartbeschreibung(
                        "nach_monaten",
                        "Anteilig nach Monaten",
                        "Der Monat des Beitritts zählt voll. Im Beispiel sechs von zwölf Monaten: 15.000,00 €.",
                    ),
                    Lesartbeschreibung(
                        "nach_tagen",
                        "Anteilig nach Tagen",
                        "Gezählt wird vom Tag des Beitritts an, kaufmännisch auf den Cent gerundet. Im Beispiel "
                        "184 von 365 Tagen: 15.123,29 €; im Schaltjahr 184 von 366 Tagen: 15.081,97 €.",
                    ),
                    Lesartbeschreibung(
                        "voller_jahresbeitrag",
                        "Der volle Beitrag",
                        "Wer im Laufe des Jahres beitritt, zahlt für das ganze Jahr. Im Beispiel 30.000,00 €.",
                    ),
                    Lesartbeschreibung(
                        "erst_zum_jahresbeginn",
                        "Beitritt nur zum Jahresbeginn",
                        "Der Beitritt wirkt erst vom nächsten 1. Januar an. Im Beispiel ist für das laufende Jahr "
                        "nichts zu zahlen.",
                    ),
                ),
            ),
        ),
    ),
    # Gremien
    Vertragsfrage(
        kennung="OF-09",
        titel="Mehrheit im Aufsichtsgremium",
        frage="Mit welcher Mehrheit beschließt das Aufsichtsgremium, vor allem über eine Übertragung?",
        norm_kennungen=("17-G2", "17-F9"),
        auswirkung=(
            "Ob ein Beschluss wirksam ist und Restmittel bleiben oder zurückgehen. Auch Enthaltung, "
            "Abwesenheit und Stimmengleichheit sind nicht geregelt; die Bibliothek zählt nur, wer Ja sagt (FL-08)."
        ),
        auswahlen=(
            Auswahl(
                Abstimmung,
                (
                    Lesartbeschreibung(
                        "einstimmig",
                        "Alle Mitglieder stimmen zu",
                        "Partner eines Vertrags stehen gleich; ohne Regel bindet nur, was alle wollen. Eine "
                        "Enthaltung verhindert den Beschluss.",
                    ),
                    Lesartbeschreibung(
                        "mehrheit",
                        "Mehr als die Hälfte der Mitglieder",
                        "Jedes Mitglied hat eine Stimme. Von drei Mitgliedern genügen zwei, von vier braucht es drei.",
                    ),
                    Lesartbeschreibung(
                        "gewichtet_einfach",
                        "Mehr als die Hälfte nach Beiträgen",
                        "Gezählt wird nach den Beiträgen 5 : 5 : 2, nötig sind mehr als 6 von 12. Mit den drei "
                        "Gründern kommt immer dasselbe heraus wie bei zwei von drei Stimmen.",
                    ),
                    Lesartbeschreibung(
                        "gewichtet_zwei_drittel",
                        "Zwei Drittel nach Beiträgen",
                        "Nötig sind mindestens 8 von 12. Mit den drei Gründern müssen Düsseldorf und der Kreis "
                        "Mettmann zustimmen und genügen auch; auf die IHK kommt es nie an.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "d",
                "Einvernehmen ohne förmliche Abstimmung",
                "Beschlossen ist, wogegen sich niemand wendet. Das zeigt sich erst in der Sitzung und lässt sich aus "
                "Stimmen nicht berechnen.",
            ),
        ),
        empfehlung=(
            "Ratsam ist eine Geschäftsordnung. Fehlt sie, spricht für „einstimmig“, dass eine Übertragung jedem "
            "Partner seine Rückzahlung nimmt."
        ),
    ),
    Vertragsfrage(
        kennung="OF-10",
        titel="Vertretung und Verfahren im Aufsichtsgremium",
        frage="Können sich die Mitglieder vertreten lassen, wer leitet, und wann ist das Gremium beschlussfähig?",
        norm_kennungen=("17-G2",),
        auswirkung="Ob ein Beschluss gültig ist, bei dem jemand fehlte, vertreten war oder schriftlich abstimmte.",
        lesarten=(
            Lesartbeschreibung(
                "a", "Nur in Person", "Der Text nennt Ämter; wer das Amt innehat, stimmt selbst ab oder gar nicht."
            ),
            Lesartbeschreibung(
                "b",
                "Auch durch die allgemeine Vertretung",
                "Wer das Amt allgemein vertritt, vertritt es auch im Aufsichtsgremium.",
            ),
        ),
    ),
    Vertragsfrage(
        kennung="OF-11",
        titel="Weisung und Interessenkonflikt",
        frage=(
            "Sind Oberbürgermeister, Landrat und Hauptgeschäftsführer bei der Abstimmung an ihre Gremien gebunden, "
            "und dürfen sie abstimmen, wenn es um Geld des eigenen Hauses geht?"
        ),
        norm_kennungen=("17-G2", "17-B4"),
        auswirkung=(
            "Ob eine Stimme gegen einen Beschluss von Rat, Kreistag oder IHK zählt. Die IHK wird nach § 7 Abs. 2 IHKG "
            "(Stand 2011) von Präsident und Hauptgeschäftsführer gemeinsam vertreten; im Aufsichtsgremium sitzt nur "
            "dieser."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Die Stimme zählt, wie sie abgegeben ist",
                "Eine Bindung besteht nur im eigenen Haus. Im Aufsichtsgremium ist die Stimme auch dann gültig, wenn "
                "sie davon abweicht.",
            ),
            Lesartbeschreibung(
                "b",
                "Die Bindung wirkt nach außen",
                "Eine Stimme gegen den Beschluss des eigenen Gremiums bindet den Partner nicht.",
            ),
        ),
    ),
    Vertragsfrage(
        kennung="OF-12",
        titel="Was Überwachen umfasst",
        frage="Darf das Aufsichtsgremium nur prüfen, oder auch genehmigen und anweisen?",
        norm_kennungen=("17-G3",),
        auswirkung=(
            "Ob Planung und Bericht eine Genehmigung brauchen und ob die Geschäftsstelle Weisungen befolgen muss. "
            "17-F7 und 17-F8 sprechen nur vom Erstellen und von der Prüfung."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Nur Einsicht und Kontrolle",
                "Das Aufsichtsgremium lässt sich berichten und prüft; zu genehmigen hat es nichts.",
            ),
            Lesartbeschreibung(
                "b", "Auch Genehmigung", "Jahresplanung und Abschlussbericht gelten erst, wenn es sie gebilligt hat."
            ),
            Lesartbeschreibung("c", "Auch Weisung", "Es kann der Geschäftsstelle sagen, was sie tun soll."),
        ),
        empfehlung="Ratsam ist: nur Einsicht und Kontrolle, dazu die Prüfung, die 17-F8 ausdrücklich nennt.",
    ),
    Vertragsfrage(
        kennung="OF-13",
        titel="Größe und Besetzung des Begleitgremiums",
        frage="Wie groß ist das Begleitgremium, und entsendet ein neuer Partner Mitglieder?",
        norm_kennungen=("17-B1", "17-B2", "17-B3"),
        auswirkung=(
            "Wer berät. Auf Geld und Beschlüsse wirkt es nicht, weil das Gremium nur berät und empfiehlt. Die Größe "
            "ist unbekannt, nicht null. Überschrift und Text nennen das Gremium verschieden, meinen aber dasselbe."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a", "Nur die drei Genannten", "Mitglieder kommen aus Düsseldorf, dem Kreis und der IHK."
            ),
            Lesartbeschreibung("b", "Jeder Partner", "Auch wer beitritt, entsendet Mitglieder."),
        ),
        empfehlung="Ratsam ist, das Gremium als nur beratend anzusehen.",
    ),
    Vertragsfrage(
        kennung="OF-14",
        titel="Wie weit der Vorbehalt für die Beschlussgremien reicht",
        frage=(
            "Bleiben die Befugnisse von Rat, Kreistag und IHK nur vom Begleitgremium unberührt, oder auch vom "
            "Aufsichtsgremium?"
        ),
        norm_kennungen=("17-B4",),
        auswirkung=(
            "Ob eine Übertragung, die das Aufsichtsgremium beschließt, auch die Gremien bindet, die über den Haushalt "
            "entscheiden. Ob Düsseldorf das Geld im eigenen Haushalt weiter verfügbar halten darf, ist in jedem Fall "
            "nach Haushaltsrecht eigens zu prüfen."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Nur gegenüber dem Begleitgremium",
                "Der Satz steht in dessen Absatz und bezieht sich nur darauf. Das Aufsichtsgremium kann die Partner "
                "binden.",
            ),
            Lesartbeschreibung(
                "b",
                "Auch gegenüber dem Aufsichtsgremium",
                "Ein Beschluss über die Übertragung steht unter dem Vorbehalt der Gremien, die über den Haushalt "
                "entscheiden.",
            ),
        ),
    ),
    # Beiträge
    Vertragsfrage(
        kennung="OF-15",
        titel="Was „veranschlagen“ heißt",
        frage="Müssen die Partner ihren Beitrag zahlen, oder nur in ihre Planung einstellen?",
        norm_kennungen=("17-F1",),
        auswirkung=(
            "Ob ein nicht gezahlter Beitrag ein Rückstand ist. Für die IHK heißt veranschlagen: im Wirtschaftsplan "
            "(§ 3 IHKG, Stand 2011)."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Einstellen und zahlen",
                "Der Beitrag steht im Haushalt und ist zu zahlen. Dafür spricht, dass der Betrag getragen werden soll.",
            ),
            Lesartbeschreibung(
                "b", "Nur einstellen", "Gezahlt wird erst, wenn das Geld abgerufen oder gebraucht wird."
            ),
            Lesartbeschreibung("c", "Obergrenze", "Mehr als der Betrag darf nicht verlangt werden, weniger schon."),
        ),
    ),
    Vertragsfrage(
        kennung="OF-16",
        titel="Zahlungsschlüssel, wenn anders gezahlt wurde als vereinbart",
        frage=(
            "Richtet sich die Rückführung nach dem vereinbarten Schlüssel, nach den wirklichen Zahlungen oder nach "
            "den Kosten? Beispiel: Düsseldorf und der Kreis Mettmann zahlen je 50.000,00 €, die IHK nur 10.000,00 €; "
            "verausgabt sind 80.000,00 €, übrig sind 30.000,00 €."
        ),
        norm_kennungen=("17-F1", "17-F8"),
        auswirkung=(
            "Was jeder zurückbekommt und ob jemand noch etwas schuldet. Haben alle gezahlt wie vereinbart, stellt sich "
            "die Frage nicht."
        ),
        auswahlen=(
            Auswahl(
                Rueckfuehrungsbasis,
                (
                    Lesartbeschreibung(
                        "vereinbarter_schluessel",
                        "Nach dem vereinbarten Schlüssel",
                        "Was übrig ist, wird 5 : 5 : 2 geteilt, gleich wer wie viel gezahlt hat. Im Beispiel: "
                        "Düsseldorf 12.500,00 €, Kreis Mettmann 12.500,00 €, IHK 5.000,00 €. Die IHK trägt dann von "
                        "den Ausgaben nur 5.000,00 €.",
                    ),
                    Lesartbeschreibung(
                        "tatsaechliche_zahlungen",
                        "Nach den wirklichen Zahlungen",
                        "Was übrig ist, wird im Verhältnis der Zahlungen geteilt, im Beispiel 5 : 5 : 1. Mit der "
                        "Rundung der Bibliothek: Düsseldorf 13.636,37 €, Kreis Mettmann 13.636,36 €, IHK 2.727,27 €.",
                    ),
                    Lesartbeschreibung(
                        "kosten_nach_schluessel",
                        "Erst die Kosten nach dem Schlüssel, dann der Vergleich mit den Zahlungen",
                        "Die Ausgaben werden 5 : 5 : 2 geteilt; mit der Rundung der Bibliothek: Düsseldorf "
                        "33.333,34 €, Kreis Mettmann 33.333,33 €, IHK 13.333,33 €. Wer mehr gezahlt hat, bekommt den "
                        "Unterschied zurück: Düsseldorf 16.666,66 €, Kreis Mettmann 16.666,67 €. Die IHK schuldet "
                        "noch 3.333,33 €; so viel von der Rückführung muss auf ihre Zahlung warten.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "d",
                "Schlüssel auf den nicht verausgabten Teil des Budgets, abzüglich der Rückstände",
                "Geteilt würden 40.000,00 €, die vom vereinbarten Budget nicht verausgabt sind; die IHK müsste sich "
                "ihren Rückstand von 10.000,00 € anrechnen lassen. Vor dem Runden ist das dasselbe wie "
                "„kosten_nach_schluessel“, darum wird es nicht eigens gerechnet.",
            ),
        ),
        empfehlung=(
            "Ratsam ist eine ausdrückliche Wahl. Zum Wort „Zahlungsschlüssel“ passen die ersten beiden Lesarten; "
            "nur „kosten_nach_schluessel“ teilt die Kosten so, wie es vereinbart war."
        ),
    ),
    Vertragsfrage(
        kennung="OF-17",
        titel="Fälligkeit und verspätete Zahlung",
        frage="Wann sind die Beiträge fällig, in welchen Raten, und was kostet eine Verspätung?",
        norm_kennungen=("17-F1",),
        auswirkung=(
            "Ab wann ein Beitrag fehlt. Die Bibliothek vergleicht nur die Summe des Jahres mit dem Beitrag und rechnet "
            "keine Zinsen. Zinsen sieht der Text nicht vor; anerkannt sind bei öffentlich-rechtlichen Geldforderungen "
            "Zinsen von der Klage an, entsprechend § 291 BGB."
        ),
        lesarten=(
            Lesartbeschreibung("a", "Zum 1. Januar", "Der ganze Beitrag ist zu Beginn des Jahres zu zahlen."),
            Lesartbeschreibung("b", "Auf Anforderung", "Fällig wird der Beitrag, wenn er angefordert wird."),
            Lesartbeschreibung("c", "Vierteljährlich", "Der Beitrag ist in vier Raten zu zahlen."),
            Lesartbeschreibung("d", "Nach Bedarf", "Gezahlt wird, was und wann es gebraucht wird."),
        ),
    ),
    Vertragsfrage(
        kennung="OF-18",
        titel="Erstes und letztes Jahr, Anpassung, Laufzeit",
        frage=(
            "Was gilt für ein Jahr, in dessen Lauf der Vertrag beginnt, endet oder geändert wird, und steigt das "
            "Budget mit den Preisen? Das volle Jahresbudget sind 120.000,00 €."
        ),
        norm_kennungen=("17-F1",),
        auswirkung=(
            "Die Beiträge in unvollständigen Jahren und auf lange Sicht; tritt eine neue Fassung im Laufe eines Jahres "
            "in Kraft, auch alles andere, was sie für dieses Jahr ändert. Eine Laufzeit nennt der Text nicht."
        ),
        auswahlen=(
            Auswahl(
                Wechseljahr,
                (
                    Lesartbeschreibung(
                        "alte_fassung",
                        "Das Jahr endet, wie es begann",
                        "Die neue Fassung gilt erst vom nächsten 1. Januar an. Im Beispiel eines Beitrags, der zum "
                        "1. Juli von 20.000,00 € auf 30.000,00 € steigt: 20.000,00 €.",
                    ),
                    Lesartbeschreibung(
                        "neue_fassung",
                        "Das ganze Jahr nach der neuen Fassung",
                        "Das Jahr wird abgerechnet, als hätte die neue Fassung von Anfang an gegolten; Sitz und Stimme "
                        "ändern sich erst mit ihrem Tag. Im Beispiel 30.000,00 €.",
                    ),
                    Lesartbeschreibung(
                        "nach_monaten",
                        "Beiträge anteilig nach Monaten",
                        "Der Monat des Wechsels zählt voll zur neuen Fassung; im Übrigen gilt sie für das ganze Jahr. "
                        "Im Beispiel je sechs Monate: 25.000,00 €.",
                    ),
                    Lesartbeschreibung(
                        "nach_tagen",
                        "Beiträge anteilig nach Tagen",
                        "Gezählt wird vom Tag des Wechsels an, kaufmännisch auf den Cent gerundet; im Übrigen gilt die "
                        "neue Fassung für das ganze Jahr. Im Beispiel 184 von 365 Tagen: 25.041,10 €.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung("a", "Volles Jahresbudget", "Auch ein angefangenes Jahr kostet den vollen Beitrag."),
            Lesartbeschreibung(
                "b", "Zeitanteilig", "Für ein angefangenes Jahr ist nur ein Teil des Beitrags zu zahlen."
            ),
        ),
        empfehlung=(
            "Ratsam ist das volle Jahresbudget, solange nichts anderes vereinbart ist, und keine Anpassung an die "
            "Preise."
        ),
    ),
    # Eigenanteile und Zusatzmittel
    Vertragsfrage(
        kennung="OF-19",
        titel="Welche Eigenanteile das Budget trägt",
        frage="Trägt das Budget nur Eigenanteile eigener Förderanträge, oder auch die begleiteter Vorhaben?",
        norm_kennungen=("17-U5", "17-F2", "17-F4"),
        auswirkung="Was als Eigenanteil aus dem gemeinsamen Budget bezahlt werden darf.",
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Nur eigene Anträge",
                "Es zählen Anträge, die das Regionalmanagement selbst stellt, rechtlich also wohl Düsseldorf.",
            ),
            Lesartbeschreibung(
                "b",
                "Auch begleitete Vorhaben",
                "Auch wer bei seinem Antrag nur begleitet wird, erhält den Eigenanteil.",
            ),
            Lesartbeschreibung(
                "c",
                "Auch Arbeitszeit statt Geld",
                "Eigenanteil kann auch eingesetztes Personal sein. Dann entsteht ein Widerspruch zu 17-F4, wonach "
                "jeder Partner sein Personal selbst bezahlt.",
            ),
        ),
        empfehlung="Ratsam ist: nur eigene Anträge, und nur in Geld.",
    ),
    Vertragsfrage(
        kennung="OF-20",
        titel="Finanzielle Leistungsfähigkeit",
        frage=(
            "Wann übersteigen Eigenanteile, was das Regionalmanagement leisten kann? Beispiel: "
            "Eigenanteile von 90.000,00 € bei einem geplanten Geschäftsbetrieb von 45.000,00 €."
        ),
        norm_kennungen=("17-F2", "17-F3"),
        auswirkung=(
            "Ob die Partner Zusatzmittel anstreben dürfen. Offen ist auch, ob je Vorhaben oder zusammen gerechnet wird "
            "und wer ein Vorhaben für wichtig hält; das zweite ist in der Bibliothek eine Angabe."
        ),
        auswahlen=(
            Auswahl(
                Leistungsfaehigkeit,
                (
                    Lesartbeschreibung(
                        "jahresbudget",
                        "Das ganze Jahresbudget",
                        "Maßstab sind 120.000,00 €, gleich was davon schon verplant ist. Im Beispiel reicht das Geld.",
                    ),
                    Lesartbeschreibung(
                        "noch_freie_mittel",
                        "Was im Jahr noch frei ist",
                        "Maßstab ist das Jahresbudget mit dem Übertrag, ohne das, was schon verplant oder ausgegeben "
                        "ist. Im Beispiel sind noch 75.000,00 € frei; die Eigenanteile übersteigen sie.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "c", "Mehrere Jahre zusammen", "Maßstab sind die Budgets aller Jahre, über die das Vorhaben läuft."
            ),
        ),
        empfehlung=(
            "Ratsam ist „noch_freie_mittel“ mit der Summe aller Vorhaben des Jahres; ob sie wichtig sind, soll jemand "
            "ausdrücklich sagen."
        ),
    ),
    Vertragsfrage(
        kennung="OF-21",
        titel="Zusatzmittel: wer sie gibt und wann sie verbraucht sind",
        frage=(
            "Nach welchem Schlüssel kommen Zusatzmittel, und wann gelten sie als verbraucht, wenn am Ende Geld "
            "übrig ist?"
        ),
        norm_kennungen=("17-F3",),
        auswirkung=(
            "Wie viel von nicht verausgabtem Geld an die zurückgeht, die Zusatzmittel bewilligt haben (FL-13). Offen "
            "ist auch, was ohne Bewilligung gilt: ob das Vorhaben entfällt oder das Budget den Eigenanteil trägt."
        ),
        auswahlen=(
            Auswahl(
                ZusatzmittelVerbrauch,
                (
                    Lesartbeschreibung(
                        "zuletzt",
                        "Zuletzt",
                        "Erst wird alles andere Geld verbraucht. Was übrig ist, sind dann zuerst Zusatzmittel; sie "
                        "gehen an die zurück, die sie bewilligt haben.",
                    ),
                    Lesartbeschreibung(
                        "anteilig",
                        "Im Verhältnis",
                        "Die Ausgaben verbrauchen Zusatzmittel und anderes Geld im selben Verhältnis. Ein Restcent "
                        "trifft das andere Geld.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "a", "Zusatzmittel nach 5 : 5 : 2", "Jeder Partner gibt seinen Teil nach dem Schlüssel."
            ),
            Lesartbeschreibung(
                "b", "Nur wer bewilligt", "Es gibt nur, wessen Gremium zugestimmt hat, und so viel wie bewilligt."
            ),
            Lesartbeschreibung("c", "Nach dem Nutzen", "Wer vom Vorhaben mehr hat, gibt mehr."),
            Lesartbeschreibung("d", "Zu gleichen Teilen", "Alle Partner geben gleich viel."),
        ),
        empfehlung=(
            "Ratsam ist, keine Pflicht anzunehmen, jeweils zu vereinbaren, wer wie viel gibt, und Zusatzmittel "
            "getrennt zu führen."
        ),
    ),
    # Planung, Bericht, Prüfung
    Vertragsfrage(
        kennung="OF-22",
        titel="Wer wem wie oft berichtet",
        frage="Berichtet das Regionalmanagement oder die Geschäftsstelle, wie oft, und nur dem Aufsichtsgremium?",
        norm_kennungen=("17-G1", "17-F5", "17-F7", "23-1"),
        auswirkung=(
            "Wessen Pflicht der Bericht ist. 2023 wurde auch einem Ausschuss des Kreistags mündlich berichtet (23-1); "
            "Berichte darüber hinaus kommen also vor."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a", "Einmal im Jahr", "Geschuldet ist nur, was 17-F7 nennt: Planung und Abschlussbericht."
            ),
            Lesartbeschreibung(
                "b", "Auch auf Verlangen", "Das Aufsichtsgremium kann jederzeit einen Bericht verlangen."
            ),
        ),
    ),
    Vertragsfrage(
        kennung="OF-23",
        titel="Beginn und Ende des Haushaltsjahres",
        frage="Bis zu welchem Tag müssen Planung und Abschlussbericht vorliegen?",
        norm_kennungen=("17-F7",),
        auswirkung=(
            "Ab wann ein Dokument zu spät kommt. Die Abrechnung fragt danach nicht: Sie prüft nur die Reihenfolge, "
            "Planung vor Bericht vor Prüfung (FL-23). Die Tage zählen, wenn die Pflichten geprüft werden („pruefen“); "
            "welche Tage es sind, hat die Bibliothek festgelegt (FL-34)."
        ),
        auswahlen=(
            Auswahl(
                Planungsfrist,
                (
                    Lesartbeschreibung(
                        "vor_jahresbeginn",
                        "Planung vor dem 1. Januar",
                        "Sie liegt vor, ehe das Jahr beginnt: spätestens am 31. Dezember des Vorjahres.",
                    ),
                    Lesartbeschreibung(
                        "am_ersten_tag", "Planung am 1. Januar", "Sie liegt spätestens am ersten Tag des Jahres vor."
                    ),
                    Lesartbeschreibung(
                        "im_ersten_monat",
                        "Planung im ersten Monat",
                        "Es genügt, wenn sie bald nach Jahresbeginn vorliegt: spätestens am 31. Januar.",
                    ),
                    Lesartbeschreibung(
                        "im_ersten_vierteljahr",
                        "Planung im ersten Vierteljahr",
                        "Auch die ersten Monate gehören zum Beginn: Sie liegt spätestens am 31. März vor.",
                    ),
                ),
            ),
            Auswahl(
                Berichtsfrist,
                (
                    Lesartbeschreibung(
                        "bis_jahresende",
                        "Bericht bis zum 31. Dezember",
                        "Er liegt spätestens am letzten Tag des Jahres vor.",
                    ),
                    Lesartbeschreibung(
                        "im_folgenden_vierteljahr",
                        "Bericht kurz danach",
                        "Die Bücher lassen sich am 31. Dezember noch nicht schließen; er folgt spätestens am 31. März "
                        "des Folgejahres.",
                    ),
                    Lesartbeschreibung(
                        "mit_dem_jahresabschluss",
                        "Bericht mit dem Jahresabschluss Düsseldorfs",
                        "Er folgt dem Abschluss der Stadt. Der Rat stellt den geprüften Abschluss spätestens bis zum "
                        "31. Dezember des Folgejahres fest (§ 96 GO NRW); das ist der letzte Tag auch für den Bericht.",
                    ),
                ),
            ),
        ),
        empfehlung=(
            "Ratsam ist „im_ersten_monat“ für die Planung und „im_folgenden_vierteljahr“ für den Bericht: Beides liegt "
            "nah am Wortlaut und lässt sich einhalten. Besser noch vereinbaren die Partner Tage."
        ),
    ),
    Vertragsfrage(
        kennung="OF-24",
        titel="Wer außer dem Aufsichtsgremium prüft",
        frage="Prüft nur die Rechnungsprüfung Düsseldorfs, oder prüfen auch andere?",
        norm_kennungen=("17-F6",),
        auswirkung=(
            "Wer Einsicht verlangen kann und ob eine Beanstandung die Rückführung aufhält. Der Vorbehalt schafft kein "
            "neues Recht. In der Rechnungsprüfungsordnung Düsseldorfs von 2024 heißt das Amt „Amt für kommunale "
            "Prüfung“."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a", "Nur die Rechnungsprüfung Düsseldorfs", "Andere Prüfrechte nennt der Text nicht und gibt er nicht."
            ),
            Lesartbeschreibung(
                "b",
                "Auch die Prüfer von Kreis und IHK",
                "Sie prüfen nach ihrem eigenen Recht, was mit dem Beitrag ihres Hauses geschieht.",
            ),
            Lesartbeschreibung(
                "c", "Bei Fördermitteln auch die Geldgeber", "Land und Europäische Union prüfen, was sie fördern."
            ),
        ),
        empfehlung="Ratsam ist, die Rechnungsprüfung nicht als Bedingung der Rückführung anzusehen.",
    ),
    Vertragsfrage(
        kennung="OF-25",
        titel="Was Prüfung durch das Aufsichtsgremium heißt",
        frage="Genügt es, dass das Aufsichtsgremium den Jahresabschlussbericht prüft, oder muss es ihn billigen?",
        norm_kennungen=("17-F7", "17-F8", "17-F9"),
        auswirkung=(
            "Ob und wann zurückgeführt wird. Prüft das Gremium nie, ist nach dem Wortlaut nie etwas zurückzuführen; "
            "das Geld wartet (FL-12). Eine Übertragung kann nach dem Wortlaut auch vorher beschlossen werden (FL-07)."
        ),
        auswahlen=(
            Auswahl(
                Pruefung,
                (
                    Lesartbeschreibung(
                        "vornahme_genuegt",
                        "Die Prüfung genügt",
                        "Ist geprüft, wird zurückgeführt, auch wenn der Bericht beanstandet wurde.",
                    ),
                    Lesartbeschreibung(
                        "billigung_noetig",
                        "Der Bericht muss gebilligt sein",
                        "Solange er beanstandet oder eine Billigung nicht festgehalten ist, wartet das Geld.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "c",
                "Nach einiger Zeit gilt der Bericht als geprüft",
                "Rührt sich das Gremium nicht, wird nach angemessener Zeit zurückgeführt. Wie lange das ist, sagt der "
                "Text nicht; gerechnet wird es nicht.",
            ),
        ),
        empfehlung=(
            "Ratsam ist, Jahresabschlussbericht (17-F8) und Abschlussbericht (17-F7) als dasselbe zu lesen. Ob es "
            "genügt, dass geprüft ist, müssen die Partner sagen."
        ),
    ),
    # Restmittel
    Vertragsfrage(
        kennung="OF-26",
        titel="Was nicht verausgabt ist, und Drittmittel",
        frage=(
            "Welches Geld geht zurück: was nicht bezahlt oder was nicht gebunden ist, und gehören Einnahmen von "
            "Dritten dazu?"
        ),
        norm_kennungen=("17-F8", "17-F9"),
        auswirkung=(
            "Wie hoch der Rest ist. Für übertragenes Geld gibt es nach dem Wort „Jahresbudget“ streng genommen gar "
            "keine Regel zur Rückführung (siehe OF-33). Rückerstattungen mindern die Ausgaben (FL-03)."
        ),
        auswahlen=(
            Auswahl(
                Drittmittel,
                (
                    Lesartbeschreibung(
                        "erhoehen_die_mittel",
                        "Drittmittel gehören zum Geld des Jahres",
                        "Sie erhöhen, was verfügbar ist, und ein Rest davon wird nach dem Schlüssel des Jahres "
                        "zurückgeführt.",
                    ),
                    Lesartbeschreibung(
                        "ausserhalb_des_budgets",
                        "Drittmittel stehen außerhalb",
                        "Das Jahresbudget sind nur die Beiträge. Drittmittel werden in der Abrechnung nicht verteilt; "
                        "was mit ihnen geschieht, richtet sich nach ihrer Herkunft.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "a", "Nicht bezahlt", "Verausgabt ist, was aus der Kasse gegangen und als Ausgabe aufgezeichnet ist."
            ),
            Lesartbeschreibung(
                "b",
                "Nicht gebunden",
                "Verausgabt ist auch, was bestellt oder in Rechnung gestellt, aber noch nicht bezahlt ist.",
            ),
        ),
        empfehlung=(
            "Ratsam ist, nach Zahlungen zu rechnen und das Geld des Jahres vom übertragenen getrennt zu halten. Die "
            "Bibliothek zählt, was als Ausgabe aufgezeichnet ist (FL-02); wie übertragenes Geld verbraucht wird, ist "
            "eine Lesart (OF-33)."
        ),
    ),
    # Personal
    Vertragsfrage(
        kennung="OF-27",
        titel="Personal „zu Beginn“",
        frage="Muss jeder Partner nur am Anfang eine Person stellen, oder auf Dauer?",
        norm_kennungen=("17-P1", "17-F4"),
        auswirkung=(
            "Ob eine frei gewordene Stelle nachzubesetzen ist. Gezählt werden Personen. Offen sind auch Arbeitszeit, "
            "weiteres Personal, Personal eines neuen Partners und was zu den Personalkosten zählt (Versorgung, Reisen, "
            "Fortbildung)."
        ),
        auswahlen=(
            Auswahl(
                Stellendauer,
                (
                    Lesartbeschreibung(
                        "nur_zu_beginn",
                        "Nur am Anfang",
                        "Mit der ersten Besetzung ist die Pflicht erfüllt. Wer später geht, muss nicht ersetzt werden.",
                    ),
                    Lesartbeschreibung(
                        "dauernd",
                        "Dauernde Mindestbesetzung",
                        "Die Stelle ist an jedem Tag zu besetzen. Wer geht, ist zu ersetzen.",
                    ),
                    Lesartbeschreibung(
                        "zu_beginn_jedes_jahres",
                        "Zu Beginn jedes Jahres",
                        "In jedem Jahr ist die Stelle von neuem zu besetzen. Weil „Beginn“ kein Tag ist, genügt eine "
                        "Besetzung irgendwann im Kalenderjahr (FL-39).",
                    ),
                ),
            ),
        ),
        empfehlung=(
            "Ratsam ist „nur_zu_beginn“, weil 17-P1 allein vom Anfang spricht; wer eine dauernde Besetzung will, "
            "vereinbart sie."
        ),
    ),
    Vertragsfrage(
        kennung="OF-28",
        titel="Leitung und Stellvertretung ohne Bewerber",
        frage="Was gilt, wenn Düsseldorf keine Leitung oder der Kreis Mettmann keine Stellvertretung stellen kann?",
        norm_kennungen=("17-P1", "17-P3"),
        auswirkung=(
            "Wer das Regionalmanagement leitet, solange eine Stelle frei ist. Träte Düsseldorf aus, ginge die Regel "
            "ins Leere."
        ),
        lesarten=(
            Lesartbeschreibung("a", "Die Stelle bleibt frei", "Nur der genannte Partner darf sie besetzen."),
            Lesartbeschreibung(
                "b", "Die anderen springen ein", "Bis zur Besetzung leitet, wer da ist, zuerst die Stellvertretung."
            ),
        ),
    ),
    Vertragsfrage(
        kennung="OF-29",
        titel="Wie abgeordnet wird",
        frage="Nach welchem Recht wird das Personal an Düsseldorf abgeordnet, und auf wie lange?",
        norm_kennungen=("17-P2",),
        auswirkung=(
            "Ob die Abordnung gültig ist und wer Dritten gegenüber für die Bezüge haftet. Untereinander bleibt es "
            "dabei, dass jeder Partner seine Personalkosten trägt (17-F4)."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Düsseldorfer Personal",
                "Eine Stadt kann nicht an sich selbst abordnen; gemeint ist wohl ein Einsatz innerhalb der eigenen "
                "Verwaltung.",
            ),
            Lesartbeschreibung(
                "b",
                "Beamte des Kreises",
                "Die Abordnung innerhalb des Landes steht in § 24 LBG NRW; was er verlangt, ist hier nicht geprüft. "
                "§§ 13 und 14 BeamtStG (Stand 2008/09) erfassen nur die "
                "Abordnung in ein anderes Land oder zum Bund; dort haftet auch der aufnehmende Dienstherr für die "
                "Bezüge.",
            ),
            Lesartbeschreibung(
                "c",
                "Tarifbeschäftigte",
                "§ 4 TVöD erlaubt eine vorübergehende Abordnung; soll sie länger als drei Monate dauern, ist die "
                "Person vorher anzuhören. Das Regionalmanagement hat aber kein Ende.",
            ),
            Lesartbeschreibung(
                "d",
                "Personal der IHK",
                "Ob dort derselbe Tarifvertrag gilt, ist zu klären; ob es sonst eine eigene Abrede braucht, auch.",
            ),
        ),
    ),
    Vertragsfrage(
        kennung="OF-30",
        titel="Was „Vorgesetztenfunktion“ umfasst",
        frage="Darf die Leitung nur fachlich anweisen, oder auch dienstrechtlich entscheiden?",
        norm_kennungen=("17-P5",),
        auswirkung="Wer Urlaub, Beurteilung und Disziplin des abgeordneten Personals in der Hand hat.",
        lesarten=(
            Lesartbeschreibung(
                "a", "Nur fachlich", "Die Leitung sagt, was zu tun ist; alles andere bleibt beim entsendenden Partner."
            ),
            Lesartbeschreibung("b", "Auch dienstrechtlich", "Die Leitung ist für das Personal Dienstvorgesetzte."),
        ),
        empfehlung="Ratsam ist: nur fachlich.",
    ),
    Vertragsfrage(
        kennung="OF-31",
        titel="Räume, Technik, Reisen",
        frage="Wer bezahlt Räume, Technik, Reisen und Fortbildung?",
        norm_kennungen=("17-V1", "17-F1", "17-F4"),
        auswirkung="Ob solche Ausgaben dem gemeinsamen Budget belastet werden dürfen.",
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Das gemeinsame Budget",
                "Sie gehören zum laufenden Betrieb der Geschäftsstelle, für den die 120.000,00 € auch da sind.",
            ),
            Lesartbeschreibung("b", "Düsseldorf", "Wo das Regionalmanagement angesiedelt ist, werden sie getragen."),
            Lesartbeschreibung("c", "Jeder Partner für sein Personal", "Sie zählen zu den Personalkosten (17-F4)."),
        ),
    ),
    # Restmittel: Runden, Übertragung, Überschreitung
    Vertragsfrage(
        kennung="OF-32",
        titel="Wer den Restcent bekommt",
        frage=(
            "Wie wird gerundet, wenn ein Betrag nach dem Schlüssel nicht in ganzen Cent aufgeht? Rundet man bei "
            "5 : 5 : 2 jeden Teil für sich, stimmt die Summe bei der Hälfte aller Beträge nicht: Aus 100,00 € würden "
            "41,67 €, 41,67 € und 16,67 €, zusammen 100,01 €."
        ),
        norm_kennungen=("17-F8", "17-F9"),
        auswirkung=(
            "Wenige Cent je Aufteilung. Darum ist das keine Auslegungsfrage: Es gilt eine erklärte Rechenkonvention. "
            "Das Ergebnis nennt sie, sagt, wer den Restcent erhielt, und wie viel eine andere Rundung änderte."
        ),
        konventionen=(
            Konvention(
                "rundung",
                (
                    Lesartbeschreibung(
                        "groesster_rest",
                        "Nach größtem Rest",
                        "Erst wird abgerundet, dann gehen die fehlenden Cent einzeln an die größten Bruchteile. Aus "
                        "0,06 € werden 0,03 €, 0,02 € und 0,01 €; aus 100,00 € werden 41,67 €, 41,67 € und 16,66 €.",
                    ),
                    Lesartbeschreibung(
                        "kaufmaennisch_letzter_gleicht_aus",
                        "Kaufmännisch, der Letzte gleicht aus",
                        "Jeder Teil wird kaufmännisch gerundet, der letzte Partner nimmt, was übrig ist. Aus 0,06 € "
                        "werden 0,03 €, 0,03 € und 0,00 €.",
                    ),
                    Lesartbeschreibung(
                        "abrunden_rest_bleibt",
                        "Abrunden, der Rest bleibt in der Kasse",
                        "Jeder Teil wird abgerundet; die übrigen Cent werden übertragen. Aus 100,00 € werden 41,66 €, "
                        "41,66 € und 16,66 €; 0,02 € bleiben.",
                    ),
                    Lesartbeschreibung(
                        "offen",
                        "Alle drei nebeneinander",
                        "Die Konvention wird wie eine Auslegungsfrage behandelt: Gerechnet wird mit jeder der drei, "
                        "und wo kein Vorrang gewählt ist, mit jeder Reihenfolge bei Gleichstand.",
                    ),
                ),
            ),
            Konvention(
                "rundungsvorrang",
                (
                    Lesartbeschreibung(
                        "vertragsreihenfolge",
                        "In der Reihenfolge des Vertrags",
                        "Bei gleichen Bruchteilen bekommt den Restcent zuerst Düsseldorf, dann der Kreis Mettmann, "
                        "dann die IHK, dann wer beigetreten ist. Statt dieses Wortes kann eine Liste der Partner "
                        "stehen: Wer zuerst genannt ist, kommt zuerst; wer fehlt, folgt in der Reihenfolge des "
                        "Vertrags.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "c",
                "Düsseldorf gleicht aus",
                "Wer das Geld verwaltet, behält oder trägt den überzähligen Cent. Gerechnet wird das nicht.",
            ),
        ),
        empfehlung=(
            "Ratsam ist „groesster_rest“ mit einer offen genannten Reihenfolge. Ohne sie geht es nicht: Bei 5 : 5 : 2 "
            "entscheidet in 5 von 12 Fällen erst die Reihenfolge."
        ),
    ),
    Vertragsfrage(
        kennung="OF-33",
        titel="Übertragenes Geld: Verbrauch und Rückführung",
        frage=(
            "In welcher Reihenfolge werden eigene und übertragene Mittel verbraucht, und geht übertragenes Geld "
            "zurück, wenn es wieder übrig bleibt? Beispiel: Übertragen sind 12.000,00 € mit dem Schlüssel 5 : 5 : 2. "
            "Dann tritt jemand bei; das Jahresbudget ist 150.000,00 €, der Schlüssel 5 : 5 : 2 : 3. Verausgabt sind "
            "142.000,00 €, übrig 20.000,00 €, und niemand beschließt eine neue Übertragung."
        ),
        norm_kennungen=("17-F8", "17-F9"),
        auswirkung=(
            "Nach welchem Schlüssel der Rest zurückgeht, wenn sich der Schlüssel geändert hat, und was davon ohne "
            "neuen Beschluss bleibt. Ob Düsseldorf für den Übertrag eine eigene Ermächtigung im Haushalt braucht, ist "
            "daneben zu prüfen."
        ),
        auswahlen=(
            Auswahl(
                UebertragVerbrauch,
                (
                    Lesartbeschreibung(
                        "ein_topf",
                        "Ein Topf mit dem Schlüssel des Jahres",
                        "Übertragenes und eigenes Geld werden eins. Im Beispiel, mit der Rundung der Bibliothek: "
                        "Düsseldorf 6.666,67 €, Kreis Mettmann 6.666,67 €, IHK 2.666,66 €, neuer Partner 4.000,00 €.",
                    ),
                    Lesartbeschreibung(
                        "aelteste_zuerst",
                        "Ältestes Geld zuerst",
                        "Erst wird das übertragene Geld verbraucht, dann das des Jahres. Im Beispiel ist nur Geld des "
                        "Jahres übrig, und es kommt dasselbe heraus wie unter „ein_topf“.",
                    ),
                    Lesartbeschreibung(
                        "juengste_zuerst",
                        "Jüngstes Geld zuerst",
                        "Erst wird das Geld des Jahres verbraucht. Im Beispiel bleiben davon 8.000,00 € und die "
                        "übertragenen 12.000,00 €, jedes mit seinem Schlüssel. Mit der Rundung der Bibliothek "
                        "zusammen: Düsseldorf 7.666,67 €, Kreis Mettmann 7.666,67 €, IHK 3.066,66 €, neuer Partner "
                        "1.600,00 €.",
                    ),
                    Lesartbeschreibung(
                        "anteilig",
                        "Im Verhältnis",
                        "Die Ausgaben verbrauchen beides im selben Verhältnis. Im Beispiel bleiben 18.518,52 € des "
                        "Jahres und 1.481,48 € Übertrag. Mit der Rundung der Bibliothek zusammen: Düsseldorf "
                        "6.790,13 €, Kreis Mettmann 6.790,12 €, IHK 2.716,05 €, neuer Partner 3.703,70 €.",
                    ),
                ),
            ),
            Auswahl(
                UebertragRueckfuehrung,
                (
                    Lesartbeschreibung(
                        "rueckfuehrbar",
                        "Übertragenes Geld geht zurück",
                        "Bleibt es wieder übrig, gilt 17-F8 auch dafür. Soll es bleiben, braucht es einen neuen "
                        "Beschluss.",
                    ),
                    Lesartbeschreibung(
                        "verbleibt",
                        "Übertragenes Geld bleibt",
                        "Zurück geht nach dem Wort „Jahresbudget“ nur das Geld des Jahres. Im Beispiel blieben unter "
                        "„juengste_zuerst“ die 12.000,00 € ohne Beschluss beim Regionalmanagement, und nur 8.000,00 € "
                        "gingen zurück. Unter „ein_topf“ macht es keinen Unterschied.",
                    ),
                ),
            ),
        ),
        lesarten=(
            Lesartbeschreibung(
                "f",
                "Der Übertrag mindert die nächsten Beiträge",
                "Die Partner zahlen im folgenden Jahr um so viel weniger. 17-F9 will aber, dass das Geld weiter zur "
                "Verfügung steht; die Bibliothek rechnet darum nicht an (FL-05).",
            ),
            Lesartbeschreibung(
                "g",
                "Nur einmal übertragen",
                "Nach 17-F9 geht das Geld ins jeweils folgende Jahr. Das lässt sich so lesen, dass es kein zweites "
                "Mal übertragen werden darf.",
            ),
        ),
        empfehlung=(
            "Ratsam ist, das Geld getrennt zu führen, das älteste zuerst zu verbrauchen, nichts auf Beiträge "
            "anzurechnen und jede weitere Übertragung neu zu beschließen."
        ),
    ),
    Vertragsfrage(
        kennung="OF-34",
        titel="Wer eine Überschreitung trägt",
        frage="Wer zahlt, wenn mehr ausgegeben wurde, als da ist?",
        norm_kennungen=("17-F1", "17-F3"),
        auswirkung="Wer nachzahlt. Die Bibliothek weist die Überschreitung aus und verteilt sie nicht (FL-06).",
        lesarten=(
            Lesartbeschreibung(
                "a", "Das darf nicht vorkommen", "Das Budget ist eine Grenze; mehr darf nicht zugesagt werden."
            ),
            Lesartbeschreibung("b", "Alle nach dem Schlüssel", "Die Partner zahlen 5 : 5 : 2 nach."),
            Lesartbeschreibung("c", "Düsseldorf", "Es trägt, wer das Geld verwaltet und die Verträge schließt."),
            Lesartbeschreibung("d", "Das nächste Jahr", "Die Überschreitung geht vom nächsten Jahresbudget ab."),
        ),
        empfehlung=(
            "Ratsam ist, das Budget als Grenze zu lesen: 17-F3 legt nahe, dass mehr Geld neue Beschlüsse braucht."
        ),
    ),
    Vertragsfrage(
        kennung="OF-35",
        titel="Wer das Geld verwahrt",
        frage="Bei wem liegt das gemeinsame Geld?",
        norm_kennungen=("17-V1", "17-F6", "17-F7", "17-F8"),
        auswirkung=(
            "Wer zurückführen muss. Gesagt ist es nicht; 17-V1, 17-F6, 17-F7 und 17-F8 deuten auf Düsseldorf. Dessen "
            "eigener Anteil wäre dann nur umzubuchen. Die IHK hat statt eines Haushalts einen Wirtschaftsplan "
            "(§ 3 IHKG, Stand 2011)."
        ),
        lesarten=(
            Lesartbeschreibung("a", "Düsseldorf", "Die Partner zahlen an Düsseldorf, und Düsseldorf zahlt zurück."),
            Lesartbeschreibung(
                "b", "Jeder behält sein Geld", "Jeder Partner hält seinen Beitrag bereit und zahlt auf Abruf."
            ),
        ),
        empfehlung="Ratsam ist zu vereinbaren, dass Düsseldorf das Geld verwahrt; darauf deutet auch der Text.",
    ),
    # Aufgaben, Ende, Änderung
    Vertragsfrage(
        kennung="OF-36",
        titel="Grenzen der Aufgaben",
        frage=(
            "Wie weit reichen die Aufgaben, wenn das Regionalmanagement operativ arbeiten soll und doch "
            "Handlungskonzepte schreibt?"
        ),
        norm_kennungen=("17-U1", "17-U2", "17-U3", "17-U4", "17-U5", "23-15"),
        auswirkung="Wofür das Budget verwendet werden darf. Berechnen lässt sich das nicht; es ist eine Wertung.",
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Konzepte gehören dazu",
                "17-U5 nennt sie ausdrücklich; die Äußerung von 2023 gilt nur im Grundsatz (23-15).",
            ),
            Lesartbeschreibung(
                "b", "Nur Umsetzung", "Ziele setzen andere; das Regionalmanagement schreibt auf und führt aus."
            ),
        ),
    ),
    Vertragsfrage(
        kennung="OF-37",
        titel="Vertretung der Region",
        frage="Kann das Regionalmanagement die Partner rechtlich binden, wenn es die Region vertritt?",
        norm_kennungen=("17-U7", "17-L5", "23-3"),
        auswirkung="Wer Vertragspartei und Antragsteller ist und wer haftet.",
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Nur Sprachrohr",
                "Es trägt Anliegen vor und bindet niemanden. Eine eigene Rechtsperson ist nicht genannt; Verträge und "
                "Förderungen laufen dann über Düsseldorf.",
            ),
            Lesartbeschreibung(
                "b", "Auch Vollmacht", "Es handelt für die Partner. Eine Vollmacht dafür nennt der Text nicht."
            ),
        ),
    ),
    Vertragsfrage(
        kennung="OF-38",
        titel="Austritt und Auflösung",
        frage="Kann ein Partner austreten, und was geschieht dann mit Geld, Personal und Schlüssel?",
        norm_kennungen=(),
        auswirkung=(
            "Ob jemand gebunden bleibt. Offen sind auch die Rückzahlung, die Rückkehr des Personals, die Haftung für "
            "Zugesagtes und der neue Schlüssel; ohne Düsseldorf blieben vom Jahresbudget 70.000,00 €."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Kein freier Austritt",
                "Es bleibt § 60 VwVfG (Fassung des Bundes): Bei wesentlich geänderten Verhältnissen ist zuerst "
                "anzupassen; gekündigt werden kann nur, wenn das nicht möglich oder nicht zumutbar ist, oder um "
                "schwere Nachteile für das Gemeinwohl abzuwenden.",
            ),
            Lesartbeschreibung(
                "b",
                "Kündigung zum Jahresende",
                "Ein unbefristeter Vertrag lässt sich mit angemessener Frist kündigen. Welche das ist, steht nirgends.",
            ),
            Lesartbeschreibung(
                "c",
                "Der Vertrag regelt es",
                "Der Bericht gibt nur einen Teil des Vertrags wieder; eine Klausel kann fehlen.",
            ),
        ),
        empfehlung="Ratsam ist, keinen Austritt anzunehmen, solange Frist und Folgen nicht vereinbart sind.",
    ),
    Vertragsfrage(
        kennung="OF-39",
        titel="Folgen von Verstößen, Streit",
        frage="Was folgt aus einem Verstoß, und wer entscheidet einen Streit?",
        norm_kennungen=(),
        auswirkung="Die Bibliothek stellt Verstöße fest; Folgen knüpft sie nicht daran, weil der Text keine nennt.",
        lesarten=(
            Lesartbeschreibung("a", "Gericht", "Die Partner klagen vor dem Verwaltungsgericht."),
            Lesartbeschreibung(
                "b",
                "Schlichtung",
                "Die Aufsichtsbehörde schlichtet zuerst; ob das passt, hängt an der Rechtsform (OF-01).",
            ),
        ),
    ),
    Vertragsfrage(
        kennung="OF-40",
        titel="Rang der Quellen",
        frage="Was gilt, wenn der Bericht von 2017, die Niederschrift von 2023 und der Vertrag einander widersprechen?",
        norm_kennungen=("17-A3", "23-22"),
        auswirkung=(
            "Ob eine spätere Äußerung eine Regel ändert. 2023 wurde nur Kenntnis genommen, nichts beschlossen (23-22)."
        ),
        lesarten=(
            Lesartbeschreibung(
                "a",
                "Der Vertrag geht vor, Äußerungen ändern nichts",
                "Die Niederschrift hilft nur beim Verstehen. Taucht der unterzeichnete Vertrag auf, gilt er statt des "
                "Berichts.",
            ),
            Lesartbeschreibung(
                "b", "Spätere Übung zählt mit", "Wie die Partner den Vertrag leben, bestimmt mit, was er bedeutet."
            ),
        ),
        empfehlung="Ratsam ist: Der Vertrag geht vor, Äußerungen ändern nichts.",
    ),
    Vertragsfrage(
        kennung="OF-41",
        titel="Änderung von Budget oder Schlüssel",
        frage="Wie werden Jahresbudget und Beiträge geändert? Ein Verfahren ist nicht genannt.",
        norm_kennungen=("17-F1",),
        auswirkung="Ab wann eine neue Fassung des Vertrags gilt.",
        lesarten=(
            Lesartbeschreibung("a", "Alle ändern den Vertrag", "Jeder Partner stimmt zu, und es wird aufgeschrieben."),
            Lesartbeschreibung(
                "b",
                "Jedes Jahr mit dem Haushalt",
                "Weil jährlich veranschlagt wird, setzt jedes Gremium seinen Beitrag mit dem Haushalt fest.",
            ),
        ),
        empfehlung="Ratsam ist: Nur alle zusammen ändern den Vertrag.",
    ),
)
"""Alle offenen Fragen, nach ihrer Nummer."""


def frage(kennung: str) -> Vertragsfrage:
    """Gibt die Frage mit dieser Kennung oder diesem Schlüssel.

    Args:
        kennung: Kennung der Frage, zum Beispiel ``OF-16``, oder ein Schlüssel der Falldatei, zum Beispiel
            ``rueckfuehrungsbasis``; Groß- und Kleinschreibung zählt nicht.

    Returns:
        Die Frage aus dem Register.

    Raises:
        UnbekannteFrageError: Weder Kennung noch Schlüssel; der Fehler nennt ähnliche.

    >>> frage("of-16").titel
    'Zahlungsschlüssel, wenn anders gezahlt wurde als vereinbart'
    >>> frage("rueckfuehrungsbasis").kennung
    'OF-16'
    """
    gesucht = kennung.strip().lower()
    for eintrag in FRAGEN:
        if gesucht == eintrag.kennung.lower() or gesucht in eintrag.waehlbar:
            return eintrag
    raise UnbekannteFrageError(kennung=kennung, aehnliche=_aehnliche(gesucht))


def _aehnliche(gesucht: str) -> tuple[str, ...]:
    from difflib import get_close_matches  # erst hier: gebraucht wird es nur, wenn nichts gefunden ist

    namen = {eintrag.kennung.lower(): eintrag.kennung for eintrag in FRAGEN}
    namen.update({schluessel: schluessel for eintrag in FRAGEN for schluessel in eintrag.waehlbar})
    return tuple([namen[treffer] for treffer in get_close_matches(gesucht, namen, n=3, cutoff=0.6)])


def beschreibung(lesart: Lesart) -> Lesartbeschreibung:
    """Gibt, was eine Lesart heißt, auch für eine Art zu runden.

    Args:
        lesart: Ein Glied einer Auslegungsfrage oder von :class:`~kooperationsvertrag.aufteilung.Rundung`.

    Returns:
        Titel und Bedeutung.

    Raises:
        UnbekannteFrageError: Die Klasse der Lesart gehört zu keiner Frage des Registers.

    >>> beschreibung(Rueckfuehrungsbasis.TATSAECHLICHE_ZAHLUNGEN).titel
    'Nach den wirklichen Zahlungen'
    >>> from kooperationsvertrag.aufteilung import Rundung
    >>> beschreibung(Rundung.GROESSTER_REST).titel
    'Nach größtem Rest'
    """
    moeglichkeiten = frage(lesart.frage()).waehlbar[lesart.frage()]
    return {moeglichkeit.schluessel: moeglichkeit for moeglichkeit in moeglichkeiten}[lesart.value]
