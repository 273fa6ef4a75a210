// Formular: Felder, Listen und Entscheidungen nach ihrer Beschreibung zeichnen. Was eingegeben ist, steht in den Werten.

export const VORHANDEN = "?";
export const NUMMER = "#";

const SCHMAL = 20; // so viele Zeichen zeigt eine Auswahlliste in der schmalsten Spalte
const FELDGRUPPEN = ["beteiligte", "stimmen", "gewichte"];

// Baut ein Element; Angaben ohne Wert entfallen.
export function element(name, angaben = {}, ...kinder) {
  const neu = document.createElement(name);
  for (const [angabe, wert] of Object.entries(angaben)) {
    if (wert === undefined || wert === null || wert === false || wert === "") continue;
    if (angabe.startsWith("bei")) neu.addEventListener(angabe.slice(3), wert);
    else if (angabe === "value" || angabe === "checked" || angabe === "hidden") neu[angabe] = wert;
    else neu.setAttribute(angabe, wert === true ? "" : wert);
  }
  neu.append(...kinder.filter((kind) => kind !== null && kind !== undefined && kind !== ""));
  return neu;
}

// Ob ein Baustein gebraucht wird.
export function gilt(bedingung, werte) {
  if (!bedingung) return true;
  if (!gilt(bedingung.und, werte)) return false;
  const wert = werte[bedingung.feld] ?? "";
  return bedingung.werte.length ? bedingung.werte.includes(wert) : Boolean(wert);
}

// Die Werte eines leeren Formulars.
export function leer(glieder) {
  const werte = {};
  for (const glied of glieder) {
    if (glied.baustein === "feld") werte[glied.name] = leeresFeld(glied);
    else if (glied.baustein === "entscheidung") {
      werte[VORHANDEN + glied.name] = "";
      for (const weg of glied.wege) Object.assign(werte, leer(weg.glieder));
    } else if (glied.baustein === "gruppe") werte[glied.name] = { [VORHANDEN]: "", ...leer(glied.glieder) };
    else werte[glied.name] = Array.from({ length: glied.anfangs }, () => leer(glied.glieder));
  }
  return werte;
}

function leeresFeld(feld) {
  if (feld.art === "beteiligte") return [];
  return feld.art === "stimmen" || feld.art === "gewichte" ? {} : "";
}

// Nach dem Schreiben der Falldatei steht jede Zeile dort, wo sie im Formular steht.
export function nummeriere(werte) {
  for (const wert of Object.values(werte)) {
    if (Array.isArray(wert)) wert.forEach((zeile, nummer) => typeof zeile === "object" && (zeile[NUMMER] = nummer));
    if (wert && typeof wert === "object") nummeriere(wert);
  }
}

// Ein ausgefülltes Formular: umgebung hat kennung, glieder, werte, partner(), fassungen(),
// ladeEntwurf(datei) und entferne(titel), das geschieht, ehe eine Zeile verschwindet.
export class Formular {
  constructor(umgebung) {
    this.umgebung = umgebung;
    this.ort = element("div", { class: "formular" });
    this.offene = new Set();
    this.gezeigteProbleme = [];
  }

  // Zeichnet alles neu und setzt den Fokus dorthin, wo er war, oder auf ein bestimmtes Element.
  zeichne(fokus = document.activeElement?.id) {
    this.ort.replaceChildren(...this.glieder(this.umgebung.glieder, this.umgebung.werte, ""));
    this.zeigeFehler(this.gezeigteProbleme);
    const ziel = fokus && document.getElementById(fokus);
    if (!ziel) return;
    ziel.focus();
    if (ziel.matches("input[type=text]")) ziel.setSelectionRange(ziel.value.length, ziel.value.length);
  }

  glieder(glieder, werte, pfad) {
    return glieder
      .filter((glied) => gilt(glied.wenn, werte))
      .map((glied) => this[glied.baustein](glied, werte, pfad ? `${pfad}.${glied.name}` : glied.name));
  }

  kennung(stelle, zusatz = "") {
    return `${this.umgebung.kennung}-${stelle.replaceAll(/[^A-Za-z0-9_-]+/g, "-").replace(/-$/, "")}${zusatz}`;
  }

  // Felder

  feld(feld, werte, stelle) {
    const block = FELDGRUPPEN.includes(feld.art) ? this[feld.art](feld, werte, stelle) : this.einzelfeld(feld, werte, stelle);
    if (["partner", "akteur"].includes(feld.art) || FELDGRUPPEN.includes(feld.art)) {
      block.dataset.partner = "";
      block.frisch = () => this.feld(feld, werte, stelle);
    }
    return block;
  }

  // Zeichnet neu, was zeigt, wer Partner ist; wo gerade getippt wird, bleibt alles stehen.
  frischePartnerAuf() {
    for (const block of this.ort.querySelectorAll("[data-partner]")) {
      if (!block.contains(document.activeElement)) block.replaceWith(block.frisch());
    }
    this.zeigeFehler(this.gezeigteProbleme);
  }

  einzelfeld(feld, werte, stelle) {
    const kennung = this.kennung(stelle);
    const angaben = {
      id: kennung,
      "aria-describedby": [feld.hinweis && `${kennung}-hinweis`, `${kennung}-fehler`].filter(Boolean).join(" "),
      "aria-required": feld.noetig ? "true" : undefined,
    };
    return element(
      "div",
      { class: `feld ${feld.art}${istLang(feld) ? " breit" : ""}`, "data-stelle": stelle },
      element("label", { for: kennung }, feld.beschriftung, stern(feld.noetig)),
      hinweis(feld.hinweis, kennung),
      fehlerzeile(kennung),
      this.eingabe(feld, werte, angaben),
      feld.art === "fassung" ? this.entwurfLaden(werte, feld, stelle) : null,
    );
  }

  eingabe(feld, werte, angaben) {
    if (["auswahl", "ja_nein", "partner", "akteur", "fassung"].includes(feld.art)) return this.auswahl(feld, werte, angaben);
    const beiinput = (ereignis) => {
      const war = Boolean(werte[feld.name]);
      werte[feld.name] = ereignis.target.value;
      if (["kennung", "name", "akteur"].includes(feld.name)) this.frischePartnerAuf();
      if (feld.art === "datum" && war !== Boolean(ereignis.target.value)) this.zeichne();
    };
    const tastatur = { jahr: "numeric" }[feld.art];
    return element("input", { ...angaben, type: "text", inputmode: tastatur, autocomplete: "off", value: werte[feld.name] ?? "", beiinput });
  }

  auswahl(feld, werte, angaben) {
    const wert = String(werte[feld.name] ?? "");
    const moeglich = this.moeglich(feld);
    if (wert && !moeglich.some(([name]) => name === wert)) moeglich.push([wert, `${wert} (so in der Datei)`]);
    const leerer = feld.name in this.umgebung.lesarten || !feld.noetig ? "nichts gewählt" : "bitte wählen";
    const beichange = (ereignis) => {
      werte[feld.name] = ereignis.target.value;
      this.zeichne();
    };
    return element(
      "select",
      { ...angaben, beichange },
      ...[["", leerer], ...moeglich].map(([name, text]) => {
        const eine = element("option", {}, text);
        eine.value = name;
        eine.selected = name === wert;
        return eine;
      }),
    );
  }

  moeglich(feld) {
    if (feld.art === "partner") return this.umgebung.partner();
    if (feld.art === "akteur") return [...this.umgebung.partner(), ...this.umgebung.gremien];
    if (feld.art === "fassung") return this.umgebung.fassungen();
    return [...feld.auswahl];
  }

  entwurfLaden(werte, feld, stelle) {
    const kennung = this.kennung(`entwurf-laden-${stelle}`);
    const beichange = async (ereignis) => {
      const name = await this.umgebung.ladeEntwurf(ereignis.target.files[0]);
      if (name) werte[feld.name] = name;
      this.zeichne();
    };
    return element(
      "div",
      { class: "nebenbei" },
      element("label", { for: kennung }, "Einen Entwurf als Fassung laden (TOML-Datei)"),
      element("input", { id: kennung, type: "file", accept: ".toml", beichange }),
    );
  }

  beteiligte(feld, werte, stelle) {
    const gewaehlt = new Set(werte[feld.name] ?? []);
    const alle = [...this.umgebung.partner(), ["aufsichtsgremium", "Aufsichtsgremium"]].filter(([wer]) => wer !== werte.kennung);
    const felder = alle.map(([wer, name]) => {
      const beichange = (ereignis) => {
        ereignis.target.checked ? gewaehlt.add(wer) : gewaehlt.delete(wer);
        werte[feld.name] = [...gewaehlt];
      };
      const kennung = this.kennung(stelle, `-${wer}`);
      return element("label", { class: "wahl" }, element("input", { id: kennung, type: "checkbox", checked: gewaehlt.has(wer), beichange }), element("span", {}, name));
    });
    return this.feldgruppe(feld, stelle, ...felder);
  }

  stimmen(feld, werte, stelle) {
    const stimmen = werte[feld.name];
    const felder = this.umgebung.partner().map(([wer, name]) => {
      const einzeln = { name: wer, art: "auswahl", beschriftung: name, auswahl: [["ja", "Ja"], ["nein", "Nein"], ["enthaltung", "Enthaltung"]] };
      return this.feld(einzeln, stimmen, `${stelle}.${wer}`);
    });
    return this.feldgruppe(feld, stelle, element("div", { class: "zeile" }, ...felder));
  }

  gewichte(feld, werte, stelle) {
    const felder = this.umgebung.partner().map(([wer, name]) =>
      this.feld({ name: wer, art: "jahr", beschriftung: name }, werte[feld.name], `${stelle}.${wer}`),
    );
    return this.feldgruppe(feld, stelle, element("div", { class: "zeile" }, ...felder));
  }

  feldgruppe(feld, stelle, ...felder) {
    const kennung = this.kennung(stelle, "-gruppe");
    const beschrieben = [feld.hinweis && `${kennung}-hinweis`, `${kennung}-fehler`].filter(Boolean).join(" ");
    return element(
      "fieldset",
      { class: "feld", "data-stelle": stelle, id: kennung, tabindex: "-1", "aria-describedby": beschrieben },
      element("legend", {}, feld.beschriftung, stern(feld.noetig)),
      hinweis(feld.hinweis, kennung),
      fehlerzeile(kennung),
      ...felder,
    );
  }

  // Entscheidungen, Gruppen, Listen

  entscheidung(entscheidung, werte, stelle) {
    const name = VORHANDEN + entscheidung.name;
    const wege = entscheidung.wege.flatMap((weg) => {
      const kennung = this.kennung(stelle, `-weg-${weg.wert.replaceAll(" ", "-")}`);
      const beichange = () => {
        werte[name] = weg.wert;
        this.zeichne();
      };
      const gewaehlt = werte[name] === weg.wert;
      const knopf = element("input", { id: kennung, type: "radio", name: this.kennung(stelle, "-weg"), checked: gewaehlt, beichange });
      const pfad = stelle.split(".").slice(0, -1).join(".");
      const darunter = gewaehlt && weg.glieder.length ? element("div", { class: "darunter" }, ...this.glieder(weg.glieder, werte, pfad)) : null;
      return [element("label", { class: "wahl" }, knopf, element("span", {}, weg.beschriftung)), darunter];
    });
    return this.feldgruppe({ ...entscheidung, noetig: true }, stelle, ...wege);
  }

  gruppe(gruppe, werte, stelle) {
    const innen = werte[gruppe.name];
    if (gruppe.zuklappbar) return this.zuklappbar(gruppe, innen, stelle);
    if (!gruppe.freiwillig) return this.feldgruppe({ ...gruppe, noetig: false }, stelle, ...this.glieder(gruppe.glieder, innen, stelle));
    const beichange = (ereignis) => {
      innen[VORHANDEN] = ereignis.target.checked ? "ja" : "";
      this.zeichne();
    };
    const gibtEs = Boolean(innen[VORHANDEN]);
    const knopf = element("input", { id: this.kennung(stelle, "-gibt-es"), type: "checkbox", checked: gibtEs, beichange });
    return this.feldgruppe(
      { ...gruppe, noetig: false },
      stelle,
      element("label", { class: "wahl" }, knopf, element("span", {}, gruppe.freiwillig)),
      gibtEs ? element("div", { class: "darunter" }, ...this.glieder(gruppe.glieder, innen, stelle)) : null,
    );
  }

  zuklappbar(gruppe, innen, stelle) {
    const kennung = this.kennung(stelle);
    const gewaehlt = Object.values(innen).filter((wert) => wert && wert !== "ja").length;
    const beitoggle = (ereignis) => (ereignis.target.open ? this.offene.add(kennung) : this.offene.delete(kennung));
    return element(
      "details",
      { id: kennung, "data-stelle": stelle, open: this.offene.has(kennung), beitoggle },
      element("summary", {}, gewaehlt ? `${gruppe.beschriftung} (${gewaehlt} gewählt)` : gruppe.beschriftung),
      hinweis(gruppe.hinweis, kennung),
      ...this.glieder(gruppe.glieder, innen, stelle),
    );
  }

  liste(liste, werte, stelle) {
    const zeilen = werte[liste.name];
    const eintraege = zeilen.map((zeile, nummer) => this.eintrag(liste, zeilen, nummer, `${stelle}[${nummer}]`));
    const beiclick = () => {
      zeilen.push(this.neuerEintrag(liste, zeilen));
      const erstes = liste.glieder[0].name;
      this.zeichne(this.kennung(`${stelle}[${zeilen.length - 1}].${erstes}`));
    };
    const knopf = element("button", { type: "button", id: this.kennung(stelle, "-mehr"), class: "leise-knopf", beiclick }, liste.hinzufuegen);
    return this.feldgruppe({ ...liste, noetig: false }, stelle, ...eintraege, knopf);
  }

  neuerEintrag(liste, zeilen) {
    const neu = leer(liste.glieder);
    const letzter = zeilen.at(-1)?.[liste.vorschlag] ?? "";
    if (liste.vorschlag && /^[0-9]{4}$/.test(letzter)) neu[liste.vorschlag] = String(Number(letzter) + 1);
    return neu;
  }

  eintrag(liste, zeilen, nummer, stelle) {
    const zeile = zeilen[nummer];
    const titel = () => {
      const jahr = liste.vorschlag && zeile[liste.vorschlag];
      return jahr ? `${liste.einzeln} ${jahr}` : `${nummer + 1}. ${liste.einzeln}`;
    };
    const beiclick = () => {
      this.umgebung.entferne(titel());
      zeilen.splice(nummer, 1);
      this.gezeigteProbleme = []; // sie zählten die Zeilen noch anders
      this.zeichne(this.kennung(stelle.replace(/\[\d+\]$/, ""), "-mehr"));
    };
    const weg = element("button", { type: "button", id: this.kennung(stelle, "-weg"), class: "leise-knopf", beiclick }, "Entfernen");
    const legende = element("legend");
    const beiinput = () => {
      legende.replaceChildren(titel());
      weg.setAttribute("aria-label", `${titel()} entfernen`);
    };
    beiinput();
    const felder = this.glieder(liste.glieder.filter((glied) => !glied.selten), zeile, stelle);
    return element(
      "fieldset",
      { class: liste.je_zeile ? "eintrag" : "eintrag gross", "data-stelle": stelle, id: this.kennung(stelle), tabindex: "-1", "aria-describedby": this.kennung(stelle, "-fehler"), beiinput },
      legende,
      fehlerzeile(this.kennung(stelle)),
      element("div", { class: liste.je_zeile ? "zeile" : "" }, ...felder),
      this.seltene(liste, zeile, stelle),
      weg,
    );
  }

  // Was nur selten gebraucht wird, steht zugeklappt darunter; steht etwas darin, ist es offen.
  seltene(liste, zeile, stelle) {
    const felder = this.glieder(liste.glieder.filter((glied) => glied.selten), zeile, stelle);
    if (!felder.length) return null;
    const kennung = this.kennung(stelle, "-selten");
    const belegt = liste.glieder.some((glied) => glied.selten && zeile[glied.name]);
    const beitoggle = (ereignis) => (ereignis.target.open ? this.offene.add(kennung) : this.offene.delete(kennung));
    return element("details", { id: kennung, class: "selten", open: belegt || this.offene.has(kennung), beitoggle }, element("summary", {}, "Berichtigung"), element("div", { class: "zeile" }, ...felder));
  }

  // Fehler

  // Zeigt Probleme an ihren Feldern und gibt zu jedem das Element, das den Fokus erhält.
  zeigeFehler(probleme) {
    this.gezeigteProbleme = probleme;
    for (const alt of this.ort.querySelectorAll(".fehler")) alt.replaceChildren();
    for (const alt of this.ort.querySelectorAll("[aria-invalid]")) alt.removeAttribute("aria-invalid");
    return probleme.map((problem) => this.zeigeFehler1(problem));
  }

  zeigeFehler1(problem) {
    const block = this.findeBlock(problem.stelle);
    if (!block) return null;
    for (let oben = block.closest("details"); oben; oben = oben.parentElement.closest("details")) oben.open = true;
    const zeile = block.querySelector(":scope > .fehler");
    if (zeile) zeile.append(element("span", {}, satz(problem)));
    const feld = block.matches("fieldset, details") ? block : block.querySelector("input, select");
    if (!block.matches("details")) feld.setAttribute("aria-invalid", "true");
    if (block.matches("fieldset")) return block.querySelector("input, select") ?? block;
    return block.matches("details") ? block.querySelector("summary") : feld;
  }

  // Sucht das Feld einer Stelle, sonst das nächste darüber.
  findeBlock(stelle) {
    for (let wo = stelle; wo; wo = wo.replace(/(\.?[^.[\]]+|\[\d+\])$/, "")) {
      const gefunden = [...this.ort.querySelectorAll("[data-stelle]")].filter((block) => block.dataset.stelle === wo);
      if (gefunden.length) return gefunden.at(-1);
    }
    return null;
  }
}

// Sagt, was nicht stimmt und wie es richtig wäre.
export function satz(problem) {
  return problem.beispiel ? `${problem.grund} Richtig wäre zum Beispiel: ${problem.beispiel}` : problem.grund;
}

// Ob in einer Auswahl etwas steht, das in einer schmalen Spalte abgeschnitten wäre.
function istLang(feld) {
  return (feld.auswahl ?? []).some(([, text]) => text.length > SCHMAL);
}

function stern(noetig) {
  return noetig ? element("span", { class: "stern", "aria-hidden": "true" }, " *") : null;
}

function hinweis(text, kennung) {
  return text ? element("p", { class: "hinweis", id: `${kennung}-hinweis` }, text) : null;
}

function fehlerzeile(kennung) {
  return element("p", { class: "fehler", id: `${kennung}-fehler` });
}
