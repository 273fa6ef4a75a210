// Ansicht: je Aufgabe eine Seite mit Formular, Fehlern und Ergebnis.

import { element, Formular, leer, nummeriere, NUMMER, satz, VORHANDEN } from "./formular.js";
import { dateiname, gelesen, speichere } from "./dateien.js";

const NICHT_GELADEN = "Das ist nicht geladen";
const OHNE_KOMMENTARE = "Nicht alle Kommentare der Datei ließen sich erhalten.";

// Die Entwürfe, die jemand geladen hat; alle Aufgaben kennen sie.
export class Fassungen {
  constructor(eingebaute, rufe) {
    this.alle = [...eingebaute];
    this.dateien = {};
    this.rufe = rufe;
  }

  auswahl() {
    return this.alle.map((fassung) => [fassung.name, fassung.bezeichnung]);
  }

  partner(name) {
    return (this.alle.find((fassung) => fassung.name === name) ?? this.alle[0]).partner;
  }

  // Liest einen Entwurf; gibt, was daran nicht stimmt.
  nimm(name, text) {
    const dateien = { ...this.dateien, [name]: text };
    const fassung = this.rufe({ was: "fassung", name, dateien });
    if (fassung.probleme.length) return fassung.probleme;
    this.dateien = dateien;
    this.alle = [...this.alle.filter((andere) => andere.name !== name), fassung];
    return [];
  }
}

// Was jede Aufgabe hat: Überschrift, Fehlerliste, Meldung, Ergebnis.
class Ansicht {
  constructor(aufgabe, angaben, rufe, fassungen) {
    Object.assign(this, { aufgabe, angaben, rufe, fassungen });
    this.meldung = element("p", { class: "meldung", role: "status" });
    this.rueckgaengig = element("button", { type: "button", id: `${aufgabe}-rueckgaengig`, class: "leise-knopf", hidden: true, beiclick: () => this.stelleWiederHer() }, "Rückgängig machen");
    this.fehlerliste = element("div", { class: "fehlerliste", role: "group", tabindex: "-1", "aria-labelledby": `${aufgabe}-fehlertitel`, hidden: true });
    this.ergebnis = element("section", { class: "ergebnis", tabindex: "-1", "aria-label": "Ergebnis", hidden: true });
    this.ergebnis.addEventListener("click", (ereignis) => {
      if (ereignis.target.dataset.tut === "lesarten") this.waehleLesarten();
    });
    this.veraltet = element("p", { class: "veraltet", role: "status" });
    this.titel = element("h1", { id: `${aufgabe}-ueberschrift`, tabindex: "-1" }, angaben.titel);
    this.ort = element("section", { id: `ansicht-${aufgabe}`, "aria-labelledby": `${aufgabe}-ueberschrift`, hidden: true });
    for (const art of ["input", "change", "click"]) this.ort.addEventListener(art, () => this.vergleicheDanach());
  }

  // Wovon ein Ergebnis abhängt: die Eingaben und die Entwürfe, die sie nennen.
  stand() {
    const eingaben = JSON.stringify([this.umgebung.werte, this.zusatz ?? null, this.faelle?.map(({ name, text }) => [name, text]) ?? null]);
    return eingaben + JSON.stringify(Object.entries(this.fassungen.dateien).filter(([name]) => eingaben.includes(name)));
  }

  // Sagt über dem Ergebnis, wenn sich die Eingaben seither geändert haben.
  vergleicheMitErgebnis() {
    if (this.ergebnis.hidden) return;
    const geaendert = this.stand() !== this.gerechnet;
    this.veraltet.replaceChildren(geaendert ? "Die Eingaben haben sich seither geändert. Dieses Ergebnis gehört zu den früheren." : "");
  }

  // Vergleicht, wenn alles eingetragen ist, was eine Datei mit sich bringt.
  vergleicheDanach() {
    setTimeout(() => this.vergleicheMitErgebnis());
  }

  // Meldet, was geschehen ist; ersetzt nennt Eingaben, die dabei verschwunden sind und sich zurückholen lassen.
  melde(text, ersetzt = this.ersetzt) {
    this.meldung.replaceChildren(text);
    this.ersetzt = ersetzt;
    this.rueckgaengig.hidden = !ersetzt;
  }

  zeigeFehler(probleme, ziele, titel = probleme.length === 1 ? "Eine Angabe stimmt nicht" : `${probleme.length} Angaben stimmen nicht`) {
    this.fehlerliste.hidden = !probleme.length;
    if (!probleme.length) return;
    const paare = probleme.map((problem, nummer) => [problem, ziele[nummer]]).sort(([, a], [, b]) => reihenfolge(a, b));
    const punkte = paare.map(([problem, ziel]) => element("li", {}, this.fehlerpunkt(problem, ziel)));
    this.fehlerliste.replaceChildren(element("h2", { id: `${this.aufgabe}-fehlertitel` }, titel), element("ul", {}, ...punkte));
    this.fehlerliste.focus();
    this.fehlerliste.scrollIntoView({ block: "start" });
  }

  fehlerpunkt(problem, ziel) {
    if (!ziel) return satz(problem);
    const beiclick = (ereignis) => {
      ereignis.preventDefault();
      const feld = (ziel.id && document.getElementById(ziel.id)) || ziel; // nach einer Auswahl ist das Formular neu gezeichnet
      feld.focus();
      feld.scrollIntoView({ block: "center" });
    };
    return element("a", { href: `#${ziel.id}`, beiclick }, `${mitDoppelpunkt(beschriftung(ziel))} ${satz(problem)}`);
  }

  zeigeErgebnis(antwort) {
    this.ergebnis.hidden = !antwort.seite;
    this.ergebnis.replaceChildren();
    if (!antwort.seite) return;
    this.antwort = antwort;
    const inhalt = element("div", { class: "inhalt" });
    inhalt.innerHTML = antwort.seite;
    gibEigeneKennungen(inhalt, `${this.aufgabe}-`);
    this.gerechnet = this.stand();
    this.veraltet.replaceChildren();
    this.ergebnis.append(this.veraltet, this.werkzeuge(), inhalt);
    this.ergebnis.focus({ preventScroll: true });
    this.ergebnis.scrollIntoView({ block: "start" });
  }

  werkzeuge() {
    const name = dateiname(this.name(), this.aufgabe);
    const knopf = (kennung, text, beiclick) => element("button", { type: "button", id: `${this.aufgabe}-${kennung}`, class: "leise-knopf", beiclick }, text);
    return element(
      "div",
      { class: "leiste" },
      knopf("drucken", "Drucken", () => globalThis.print()),
      knopf("html", "Ergebnis als HTML speichern", () => speichere(`${name}.html`, this.antwort.blatt, "text/html")),
      knopf("json", "Ergebnis als JSON speichern", () => speichere(`${name}.json`, this.antwort.json, "application/json")),
    );
  }

  // Übernimmt die angekreuzten Lesarten.
  waehleLesarten() {
    const gewaehlt = [...this.ergebnis.querySelectorAll("input[data-frage]:checked")];
    if (gewaehlt.length) {
      this.uebernimmLesarten(Object.fromEntries(gewaehlt.map((knopf) => [knopf.dataset.frage, knopf.value])));
      return;
    }
    this.melde("Noch ist keine Lesart gewählt.");
    this.ergebnis.querySelector("input[data-frage]").focus();
  }

  zeige() {
    this.ort.hidden = false;
    this.vergleicheMitErgebnis();
    if (this.gezeichneteFassungen !== this.fassungen.alle) this.formular.zeichne(null);
    this.gezeichneteFassungen = this.fassungen.alle;
    document.title = `${this.angaben.titel} – Rechner zum Kooperationsvertrag`;
  }

  async ladeEntwurf(datei) {
    try {
      if (!datei.name.endsWith(".toml")) throw new Error(`„${datei.name}“ ist als Entwurf nicht zu brauchen: sein Name endet nicht auf „.toml“.`);
      const text = await gelesen(datei);
      const bisher = this.fassungen.dateien[datei.name];
      const probleme = this.fassungen.nimm(datei.name, text);
      if (!probleme.length) {
        const ersetzt = bisher !== undefined && bisher !== text;
        this.melde(`Der Entwurf „${datei.name}“ ist geladen.${ersetzt ? " Er ersetzt den Entwurf gleichen Namens, der schon geladen war, überall, wo dieser Name gewählt ist." : ""}`);
        return datei.name;
      }
      this.melde("");
      this.zeigeFehler(problemeDerDatei(`${datei.name}, `, probleme), [], NICHT_GELADEN);
    } catch (fehler) {
      this.melde("");
      this.zeigeFehler([{ grund: fehler.message, beispiel: "" }], [], NICHT_GELADEN);
    } finally {
      this.vergleicheDanach();
    }
    return null;
  }
}

// Ergebnisse mehrerer Aufgaben stehen in derselben Seite; ihre Kennungen sollen einander nicht in die Quere kommen.
function gibEigeneKennungen(inhalt, stamm) {
  for (const eines of inhalt.querySelectorAll("[id]")) eines.id = stamm + eines.id;
  for (const knopf of inhalt.querySelectorAll("input[name]")) knopf.name = stamm + knopf.name;
  for (const verweis of inhalt.querySelectorAll("a[href^='#']")) verweis.setAttribute("href", `#${stamm}${verweis.hash.slice(1)}`);
  for (const eines of inhalt.querySelectorAll("[aria-labelledby]")) eines.setAttribute("aria-labelledby", stamm + eines.getAttribute("aria-labelledby"));
}

// Was gedruckt wird, wenn es noch kein Ergebnis gibt.
function nochNichts() {
  return element("p", { class: "ohne-ergebnis" }, "Gedruckt wird das Ergebnis. Hier ist noch nichts gerechnet.");
}

// Was im Formular weiter oben steht, kommt zuerst; was zu keinem Feld gehört, zuletzt.
function reihenfolge(a, b) {
  if (!a || !b || a === b) return Number(!a) - Number(!b);
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

// Sagt, was an einer Datei nicht stimmt; ohne Stelle spricht der Grund für sich.
function problemeDerDatei(name, probleme) {
  return probleme.map((problem) => (problem.stelle ? { ...problem, grund: `${name}${problem.stelle}: ${problem.grund}` } : problem));
}

// Nach einer Frage steht kein Doppelpunkt.
const mitDoppelpunkt = (text) => (text.endsWith("?") ? text : `${text}:`);

// Wie ein Feld heißt, mit dem Eintrag, in dem es steht.
function beschriftung(ziel) {
  if (ziel.dataset.datei) return ziel.dataset.datei;
  const feld = ziel.closest(".feld, .eintrag, details");
  const eigene = feld?.querySelector(":scope > label, :scope > legend, :scope > summary")?.textContent.replace(" *", "") ?? "";
  const darum = feld?.parentElement?.closest(".eintrag")?.querySelector(":scope > legend")?.textContent;
  return darum ? `${darum}, ${eigene}` : eigene;
}

// Eine Aufgabe, deren Angaben in einer Falldatei stehen.
export class Fallansicht extends Ansicht {
  constructor(aufgabe, angaben, formular, rufe, fassungen, gremien) {
    super(aufgabe, angaben, rufe, fassungen);
    this.beschreibung = formular;
    this.umgebung = {
      kennung: aufgabe,
      glieder: formular.glieder,
      lesarten: Object.fromEntries(formular.glieder.find((glied) => glied.name === "auslegung").glieder.map((feld) => [feld.name, true])),
      partner: () => this.partner(),
      gremien,
      fassungen: () => fassungen.auswahl(),
      ladeEntwurf: (datei) => this.ladeEntwurf(datei),
      entferne: (titel) => this.melde(`Entfernt: ${titel}.`, this.festgehalten()),
    };
    this.formular = new Formular(this.umgebung);
    this.zusatz = { stichtag: heute() };
    this.textfeld = element("textarea", { id: `${aufgabe}-text`, rows: "18", spellcheck: "false", "aria-describedby": `${aufgabe}-text-hinweis` });
    this.baue();
    this.beginne();
  }

  baue() {
    const beisubmit = (ereignis) => {
      ereignis.preventDefault();
      this.rechne();
    };
    const form = element(
      "form",
      { novalidate: true, beisubmit, "aria-labelledby": `${this.aufgabe}-ueberschrift` },
      element("p", { class: "hinweis" }, "Felder mit * sind nötig. Beträge wie 43.417,55 oder 43417.55, Tage wie 14.02.2019 oder 2019-02-14."),
      this.formular.ort,
      this.stichtagfeld(),
      element(
        "div",
        { class: "leiste" },
        element("button", { type: "submit", id: `${this.aufgabe}-rechnen` }, this.angaben.knopf),
        element("button", { type: "button", id: `${this.aufgabe}-speichern`, class: "leise-knopf", beiclick: () => this.speichere() }, "Als Datei speichern (TOML)"),
      ),
    );
    this.ort.append(this.titel, ...this.angaben.absaetze.map((text) => element("p", {}, text)), this.laden(), this.meldung, this.rueckgaengig, this.fehlerliste, form, this.textblock(), this.ergebnis, nochNichts());
  }

  laden() {
    const kennung = `${this.aufgabe}-laden`;
    const beichange = async (ereignis) => {
      const datei = ereignis.target.files[0];
      if (datei) await this.ladeDatei(datei);
      ereignis.target.value = "";
    };
    return element(
      "div",
      { class: "leiste laden" },
      element("div", {}, element("label", { for: kennung }, "Datei laden (TOML)"), element("input", { id: kennung, type: "file", accept: ".toml", beichange })),
      element("button", { type: "button", id: `${this.aufgabe}-neu`, class: "leise-knopf", beiclick: () => this.beginneNeu() }, "Neu beginnen"),
    );
  }

  stichtagfeld() {
    if (!this.angaben.stichtag) return null;
    const feld = { name: "stichtag", art: "datum", beschriftung: "Tag, für den geprüft wird", hinweis: "Was danach geschah oder erfasst wurde, zählt nicht.", noetig: true };
    this.stichtagort = this.formular.feld(feld, this.zusatz, "stichtag");
    return this.stichtagort;
  }

  textblock() {
    const beiclick = () => {
      if (this.istTextGeaendert()) this.oeffne(this.textfeld.value, "Der Text ist in das Formular übernommen.", this.beimSchreiben !== this.ausgefuellt());
      else this.melde("Der Text ist nicht geändert; das Formular bleibt, wie es ist.");
    };
    const verwirf = () => {
      this.setzeText(this.text);
      this.zeigeFehler([], []);
      this.melde("Die Änderungen am Text sind verworfen.");
    };
    const beitoggle = (ereignis) => {
      if (ereignis.target.open && !this.istTextGeaendert()) this.uebernimm(this.rufe(this.auftrag("schreibe")));
    };
    return element(
      "details",
      { class: "falltext", beitoggle },
      element("summary", {}, "Die Datei als Text"),
      element("p", { class: "hinweis", id: `${this.aufgabe}-text-hinweis` }, "So liest sie auch das Programm für die Befehlszeile. Was das Formular nicht zeigt, zum Beispiel Kommentare, steht hier und bleibt erhalten."),
      element("label", { for: `${this.aufgabe}-text` }, "Text der Datei"),
      this.textfeld,
      element("button", { type: "button", id: `${this.aufgabe}-uebernehmen`, class: "leise-knopf", beiclick }, "Text in das Formular übernehmen"),
      element("button", { type: "button", id: `${this.aufgabe}-verwerfen`, class: "leise-knopf", beiclick: verwirf }, "Änderungen am Text verwerfen"),
    );
  }

  beginne() {
    this.umgebung.werte = { ...leer(this.umgebung.glieder), ...this.beschreibung.vorgabe };
    this.setzeText("");
    this.leere();
    this.formular.zeichne(null);
    this.melde("", null);
    this.gespeichert = this.ausgefuellt();
  }

  beginneNeu() {
    const ersetzt = this.wasVerlorenGinge();
    this.beginne();
    this.melde(ersetzt ? "Das Formular ist leer." : "", ersetzt);
  }

  // Was im Formular steht, ohne die Nummern, die nur sagen, wo eine Zeile herkommt.
  ausgefuellt() {
    return JSON.stringify(this.umgebung.werte, (name, wert) => (name === NUMMER ? undefined : wert));
  }

  hatUngespeichertes() {
    return this.istTextGeaendert() || this.ausgefuellt() !== this.gespeichert;
  }

  // Die Eingaben, wenn sie nicht gespeichert sind.
  wasVerlorenGinge() {
    return this.hatUngespeichertes() ? this.festgehalten() : null;
  }

  festgehalten() {
    return { werte: structuredClone(this.umgebung.werte), text: this.text, getippt: this.textfeld.value, gespeichert: this.gespeichert };
  }

  stelleWiederHer() {
    const { werte, text, getippt, gespeichert } = this.ersetzt;
    const ersetzt = this.wasVerlorenGinge();
    this.leere();
    this.umgebung.werte = werte;
    this.setzeText(text);
    this.textfeld.value = getippt;
    this.gespeichert = gespeichert;
    this.formular.zeichne(null);
    this.melde("Die früheren Eingaben stehen wieder da.", ersetzt);
    this.titel.focus();
  }

  leere() {
    this.formular.zeigeFehler([]);
    this.zeigeFehler([], []);
    this.ergebnis.hidden = true;
  }

  setzeText(text) {
    this.text = text;
    this.beimSchreiben = this.ausgefuellt();
    this.textfeld.value = text;
    this.gezeigterText = this.textfeld.value; // der Browser vereinheitlicht die Zeilenenden
  }

  istTextGeaendert() {
    return this.textfeld.value !== this.gezeigterText;
  }

  // Rechnen und Speichern gehen vom Formular aus; ein geänderter Text ginge dabei verloren.
  verlangeUebernahme() {
    this.ort.querySelector(".falltext").open = true;
    const grund = "Dieser Text ist geändert, aber noch nicht in das Formular übernommen. Unter dem Text lässt er sich übernehmen oder verwerfen.";
    this.zeigeFehler([{ grund, beispiel: "" }], [this.textfeld]);
  }

  name() {
    const { titel, antrag, haushaltsjahr = [], ereignis = [] } = this.umgebung.werte;
    const jahre = [...haushaltsjahr, ...ereignis].map((zeile) => zeile.jahr).filter(Boolean).sort();
    const genannt = jahre[0] === jahre.at(-1) ? `Haushaltsjahr ${jahre[0]}` : `Haushaltsjahre ${jahre[0]} bis ${jahre.at(-1)}`;
    return titel || antrag?.name || (jahre.length ? genannt : this.aufgabe);
  }

  partner() {
    const werte = this.umgebung.werte;
    const neue = (werte.beitritt ?? []).filter((zeile) => zeile.kennung).map((zeile) => [zeile.kennung, zeile.name || zeile.kennung]);
    const erklaerte = (werte.ereignis ?? []).filter((zeile) => zeile.art === "beitritt_erklaert" && zeile.akteur).map((zeile) => [zeile.akteur, zeile.name || zeile.akteur]);
    const fassungen = [werte, ...(werte.fassungswechsel ?? [])].flatMap((zeile) => this.fassungen.partner(zeile.fassung));
    return [...new Map([...fassungen, ...neue, ...erklaerte])];
  }

  async ladeDatei(datei) {
    try {
      const text = await gelesen(datei);
      if (this.oeffne(text, `„${datei.name}“ ist geladen.`, true, datei.name)) this.gespeichert = this.ausgefuellt();
    } catch (fehler) {
      this.lehneAb([{ grund: fehler.message, beispiel: "" }]);
    }
    this.vergleicheDanach();
  }

  // Lädt nichts und sagt, warum; was da steht, bleibt.
  lehneAb(probleme) {
    this.melde("");
    this.zeigeFehler(probleme, [], NICHT_GELADEN);
    return false;
  }

  // Füllt das Formular mit dem Text einer Falldatei; verdraengt sagt, ob dabei Eingaben verschwinden können.
  oeffne(text, meldung, verdraengt, name = "") {
    const ersetzt = verdraengt ? this.wasVerlorenGinge() : null;
    const antwort = this.rufe({ was: "oeffne", aufgabe: this.aufgabe, text, name });
    if (antwort.probleme.some((problem) => !problem.stelle)) return this.lehneAb(antwort.probleme);
    this.leere();
    if (antwort.probleme.length) {
      this.melde("", this.istTextGeaendert() && this.textfeld.value !== text ? ersetzt : this.ersetzt);
      this.textfeld.value = text;
      this.ort.querySelector(".falltext").open = true;
      this.zeigeFehler(problemeDerDatei("", antwort.probleme), antwort.probleme.map(() => this.textfeld));
      return false;
    }
    this.umgebung.werte = antwort.werte;
    this.setzeText(text);
    this.formular.zeichne(null);
    const weitere = antwort.weitere.length ? ` Die Datei enthält außerdem ${antwort.weitere.join(", ")}. Das Formular zeigt das nicht; es bleibt erhalten und zählt mit.` : "";
    this.melde(meldung + weitere, ersetzt);
    this.meldung.scrollIntoView({ block: "nearest" });
    return true;
  }

  auftrag(was) {
    return { was, aufgabe: this.aufgabe, text: this.text, werte: this.umgebung.werte, stichtag: this.zusatz.stichtag, dateien: this.fassungen.dateien };
  }

  rechne() {
    if (this.istTextGeaendert()) {
      this.verlangeUebernahme();
      return;
    }
    this.ergebnis.hidden = true;
    const antwort = this.rufe(this.auftrag("rechne"));
    this.uebernimm(antwort);
    const ziele = this.ziele(antwort.probleme);
    this.zeigeErgebnis(antwort.probleme.length ? { seite: "" } : antwort);
    this.zeigeFehler(antwort.probleme, ziele);
  }

  ziele(probleme) {
    const ziele = this.formular.zeigeFehler(probleme);
    if (!this.stichtagort) return ziele;
    const zeile = this.stichtagort.querySelector(".fehler");
    const feld = this.stichtagort.querySelector("input");
    const mangel = probleme.find((problem) => problem.stelle === "stichtag");
    zeile.replaceChildren(mangel ? satz(mangel) : "");
    mangel ? feld.setAttribute("aria-invalid", "true") : feld.removeAttribute("aria-invalid");
    return ziele.map((ziel, nummer) => (probleme[nummer].stelle === "stichtag" ? feld : ziel));
  }

  uebernimm(antwort) {
    nummeriere(this.umgebung.werte);
    this.setzeText(antwort.text);
    if (!antwort.erhalten) this.melde(OHNE_KOMMENTARE);
  }

  speichere() {
    if (this.istTextGeaendert()) {
      this.verlangeUebernahme();
      return;
    }
    const antwort = this.rufe(this.auftrag("schreibe"));
    this.uebernimm(antwort);
    const name = `${dateiname(this.name(), this.aufgabe)}.toml`;
    speichere(name, antwort.text, "application/toml");
    this.gespeichert = this.ausgefuellt();
    const verlust = antwort.erhalten ? "" : ` ${OHNE_KOMMENTARE}`;
    this.melde(`Die Eingaben sind als „${name}“ gespeichert. Die Datei lässt sich hier und auf der Befehlszeile wieder verwenden.${verlust}`);
  }

  // Übernimmt Lesarten in das Formular und rechnet neu.
  uebernimmLesarten(lesarten) {
    Object.assign(this.umgebung.werte.auslegung, lesarten, { [VORHANDEN]: "ja" });
    this.formular.zeichne(null);
    this.rechne();
  }
}

function heute() {
  const tag = new Date();
  const zwei = (zahl) => String(zahl).padStart(2, "0");
  return `${zwei(tag.getDate())}.${zwei(tag.getMonth() + 1)}.${tag.getFullYear()}`;
}

// Zwei Fassungen vergleichen.
export class Vergleichsansicht extends Ansicht {
  constructor(aufgabe, angaben, rufe, fassungen) {
    super(aufgabe, angaben, rufe, fassungen);
    this.werte = { alt: fassungen.alle[0].name, neu: "" };
    this.faelle = [];
    this.umgebung = {
      kennung: aufgabe,
      glieder: [
        { baustein: "feld", name: "alt", art: "fassung", beschriftung: "Bisherige Fassung", noetig: true },
        { baustein: "feld", name: "neu", art: "fassung", beschriftung: "Neue Fassung", noetig: true },
      ],
      lesarten: {},
      werte: this.werte,
      partner: () => [],
      fassungen: () => fassungen.auswahl(),
      ladeEntwurf: (datei) => this.ladeEntwurf(datei),
    };
    this.formular = new Formular(this.umgebung);
    this.fallliste = element("ul", { class: "dateien" });
    this.baue();
    this.formular.zeichne(null);
  }

  name() {
    return `vergleich ${this.werte.alt} ${this.werte.neu}`;
  }

  baue() {
    const beisubmit = (ereignis) => {
      ereignis.preventDefault();
      this.rechne();
    };
    const beichange = async (ereignis) => {
      await this.nimmFaelle([...ereignis.target.files]);
      ereignis.target.value = "";
    };
    const form = element(
      "form",
      { novalidate: true, beisubmit, "aria-labelledby": `${this.aufgabe}-ueberschrift` },
      this.formular.ort,
      element(
        "fieldset",
        { class: "feld" },
        element("legend", {}, "Fälle, die unter beiden Fassungen gerechnet werden"),
        element("p", { class: "hinweis" }, "Gespeicherte Falldateien; ihre eigene Fassung zählt hier nicht. Ohne Fall werden nur die Bestimmungen verglichen."),
        this.fallliste,
        element("label", { for: `${this.aufgabe}-fall` }, "Falldateien laden (TOML)"),
        element("input", { id: `${this.aufgabe}-fall`, type: "file", accept: ".toml", multiple: true, beichange }),
      ),
      element("div", { class: "leiste" }, element("button", { type: "submit", id: `${this.aufgabe}-rechnen` }, this.angaben.knopf)),
    );
    this.ort.append(this.titel, ...this.angaben.absaetze.map((text) => element("p", {}, text)), this.meldung, this.fehlerliste, form, this.ergebnis, nochNichts());
  }

  async nimmFaelle(dateien) {
    const geladen = [];
    const fehler = [];
    for (const datei of dateien) {
      try {
        const text = await gelesen(datei);
        const { probleme } = this.rufe({ was: "fall", name: datei.name, text });
        fehler.push(...problemeDerDatei(`${datei.name}, `, probleme));
        if (probleme.length) continue;
        this.faelle.push({ name: datei.name, text, probleme: [] });
        geladen.push(`„${datei.name}“`);
      } catch (grund) {
        fehler.push({ grund: grund.message, beispiel: "" });
      }
    }
    this.zeichneFaelle();
    this.melde(geladen.length ? `Geladen: ${geladen.join(", ")}.` : "");
    this.zeigeFehler(fehler, [], NICHT_GELADEN);
    this.vergleicheDanach();
  }

  zeichneFaelle() {
    const punkte = this.faelle.map((fall, nummer) => {
      const beiclick = () => {
        this.faelle.splice(nummer, 1);
        this.zeichneFaelle();
        this.zeigeFehler([], []);
        document.getElementById(`${this.aufgabe}-fall`).focus();
      };
      const kennung = `${this.aufgabe}-falldatei-${nummer}`;
      const weg = element("button", { type: "button", id: kennung, class: "leise-knopf", beiclick, "aria-label": `${fall.name} entfernen`, "aria-describedby": `${kennung}-fehler`, "data-datei": fall.name }, "Entfernen");
      const fehler = element("p", { class: "fehler", id: `${kennung}-fehler` }, ...fall.probleme.map((problem) => element("span", {}, satz(problem))));
      const speichern = element("button", { type: "button", id: `${kennung}-speichern`, class: "leise-knopf", hidden: !fall.geaendert, beiclick: () => this.speichereFall(fall), "aria-label": `${fall.name} mit den gewählten Lesarten speichern` }, "Mit den Lesarten speichern");
      return element("li", {}, `${fall.name} `, weg, " ", speichern, fehler);
    });
    this.fallliste.replaceChildren(...punkte);
  }

  // Schreibt Lesarten in alle geladenen Fälle und vergleicht neu.
  uebernimmLesarten(lesarten) {
    const { texte } = this.rufe({ was: "waehle", texte: this.faelle.map((fall) => fall.text), lesarten });
    this.faelle.forEach((fall, nummer) => Object.assign(fall, { text: texte[nummer], geaendert: true }));
    this.rechne();
    this.melde("Die gewählten Lesarten gelten jetzt in den geladenen Fällen; neben jedem lässt er sich mit ihnen speichern.");
  }

  speichereFall(fall) {
    speichere(fall.name, fall.text, "application/toml");
    fall.geaendert = false;
    this.zeichneFaelle();
    this.melde(`„${fall.name}“ ist mit den gewählten Lesarten gespeichert.`);
  }

  hatUngespeichertes() {
    return this.faelle.some((fall) => fall.geaendert);
  }

  rechne() {
    this.ergebnis.hidden = true;
    const gleich = this.werte.neu && this.werte.alt === this.werte.neu;
    const mangel = { stelle: "neu", grund: "Das ist dieselbe Fassung wie die bisherige. Zwei Entwürfe brauchen verschiedene Dateinamen.", beispiel: "" };
    const antwort = gleich ? { probleme: [mangel] } : this.rufe({ was: "vergleiche", ...this.werte, faelle: this.faelle.map((fall) => fall.text), dateien: this.fassungen.dateien });
    const { probleme } = antwort;
    const ziele = this.ziele(probleme);
    this.zeigeErgebnis(probleme.length ? { seite: "" } : antwort);
    this.zeigeFehler(probleme, ziele);
  }

  // Zeigt Probleme an den Feldern und neben den Dateien.
  ziele(probleme) {
    const ziele = this.formular.zeigeFehler(probleme);
    this.faelle.forEach((fall, nummer) => (fall.probleme = probleme.filter((problem) => problem.stelle === `faelle[${nummer}]`)));
    this.zeichneFaelle();
    return ziele.map((ziel, nummer) => document.getElementById(`${this.aufgabe}-falldatei-${/^faelle\[(\d+)\]/.exec(probleme[nummer].stelle)?.[1]}`) ?? ziel);
  }
}
