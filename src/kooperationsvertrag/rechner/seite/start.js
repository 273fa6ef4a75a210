// Start: Python laden, die Ansichten bauen und zeigen, was die Adresse verlangt.

import { element } from "./formular.js";
import { Fallansicht, Fassungen, Vergleichsansicht } from "./ansicht.js";
import { starte } from "./laden.js";

const AUFGABEN = {
  abrechnen: {
    titel: "Haushaltsjahr abrechnen",
    kurz: "Was ist übrig, wer erhält wie viel zurück, was ist zu beanstanden?",
    absaetze: ["Angeben, was gezahlt und ausgegeben wurde; heraus kommt, was zurückgeht, was bleibt und was zu beanstanden ist, jeder Betrag mit seinem Satz."],
    knopf: "Abrechnen",
  },
  beitritt: {
    titel: "Beitritt prüfen",
    kurz: "Kann jemand Vertragspartner werden, und was ändert sich dadurch?",
    absaetze: ["Angeben, wer beitreten will. Der Rechner prüft in vier Schritten, ob das geht, und zeigt, was sich an Beiträgen, Schlüssel und Stimmen ändern würde."],
    knopf: "Beitritt prüfen",
  },
  vergleichen: {
    titel: "Zwei Fassungen vergleichen",
    kurz: "Was ändert ein Entwurf, Satz für Satz und auf den Cent?",
    absaetze: ["Verglichen werden eingebaute Fassungen und Entwürfe. Ein Entwurf ist eine TOML-Datei; er wird hier geladen."],
    knopf: "Vergleichen",
  },
  pruefen: {
    titel: "Pflichten an einem Tag zeigen",
    kurz: "Was ist an einem Tag fällig, erfüllt oder verletzt?",
    absaetze: ["Angeben, was geschehen ist, und den Tag, auf den es ankommt. Der Text nennt keine Fristen; wo eine Lesart einen Tag ergibt, steht sie dabei."],
    knopf: "Pflichten zeigen",
    stichtag: true,
  },
};

const daten = (kennung) => JSON.parse(document.getElementById(`daten-${kennung}`).textContent);

function melde(prozent, text) {
  const balken = document.getElementById("laden-balken");
  balken.setAttribute("aria-valuenow", String(prozent));
  balken.firstElementChild.style.width = `${prozent}%`;
  document.getElementById("laden-stand").textContent = text;
}

function startansicht() {
  const karten = Object.entries(AUFGABEN).map(([aufgabe, angaben]) =>
    element("li", {}, element("a", { href: `#${aufgabe}` }, angaben.titel), element("p", {}, angaben.kurz)),
  );
  const titel = element("h1", { id: "start-titel", tabindex: "-1" }, "Was ist zu tun?");
  const ort = element(
    "section",
    { id: "ansicht-start", "aria-labelledby": "start-titel", hidden: true },
    titel,
    element("ul", { class: "karten" }, ...karten),
    element("h2", {}, "Worauf die Ergebnisse beruhen"),
    element("p", {}, "Der Rechner folgt einem Sachstandsbericht von 2017 über den Entwurf des Vertrags und einer Niederschrift von 2023. Beides ist nicht der unterzeichnete Vertrag; liegt er vor, so geht er vor. Wo der Text schweigt, wird nicht geraten: Die vertretbaren Lesarten stehen nebeneinander. Eine Rechtsauskunft ist das nicht."),
    element("h2", {}, "Was mit den Eingaben geschieht"),
    element("p", {}, "Sie bleiben in diesem Fenster. Nichts wird gesendet und nichts gespeichert, was nicht jemand selbst speichert; wird das Fenster geschlossen, sind sie weg."),
  );
  return { ort, titel, zeige: () => { ort.hidden = false; document.title = "Rechner zum Kooperationsvertrag"; } };
}

function baue(rufe) {
  const { formulare, fassungen, gremien } = daten("formulare");
  const alleFassungen = new Fassungen(fassungen, rufe);
  const ansichten = { start: startansicht() };
  for (const [aufgabe, angaben] of Object.entries(AUFGABEN)) {
    ansichten[aufgabe] =
      aufgabe === "vergleichen"
        ? new Vergleichsansicht(aufgabe, angaben, rufe, alleFassungen)
        : new Fallansicht(aufgabe, angaben, formulare[aufgabe], rufe, alleFassungen, gremien);
  }
  return ansichten;
}

function baueNavigation() {
  const eintraege = [["start", "Start"], ...Object.entries(AUFGABEN).map(([aufgabe, angaben]) => [aufgabe, angaben.titel])];
  const navigation = document.getElementById("aufgaben");
  navigation.append(element("ul", {}, ...eintraege.map(([aufgabe, titel]) => element("li", {}, element("a", { href: `#${aufgabe}` }, titel)))));
  navigation.hidden = false;
}

// Zeigt, was die Adresse verlangt; Sprünge innerhalb einer Ansicht bleiben dem Browser.
function folgeAdresse(ansichten, mitFokus) {
  const verlangt = globalThis.location.hash.slice(1) || "start";
  if (!Object.hasOwn(ansichten, verlangt)) return;
  for (const ansicht of Object.values(ansichten)) ansicht.ort.hidden = true;
  ansichten[verlangt].zeige();
  for (const verweis of document.querySelectorAll("#aufgaben a")) {
    if (verweis.hash === `#${verlangt}`) verweis.setAttribute("aria-current", "page");
    else verweis.removeAttribute("aria-current");
  }
  globalThis.scrollTo(0, 0);
  if (mitFokus) ansichten[verlangt].titel.focus();
}

// Scheitert etwas, womit niemand rechnet, so steht das da, statt dass gar nichts geschieht.
function meldeUnerwartetes(ansichten) {
  const offen = Object.values(ansichten).find((ansicht) => !ansicht.ort.hidden && ansicht.melde);
  offen?.melde("Das hat nicht geklappt. Es ist ein Fehler des Rechners, nicht der Eingaben; sie lassen sich als Datei speichern und mit dem Programm für die Befehlszeile rechnen.");
  offen?.meldung.scrollIntoView({ block: "nearest" });
}

async function beginne() {
  const angaben = daten("angaben");
  const anfang = performance.now();
  try {
    const rufe = await starte(melde, angaben.verzeichnis);
    const ansichten = baue(rufe);
    document.getElementById("inhalt").append(...Object.values(ansichten).map((ansicht) => ansicht.ort));
    document.getElementById("laden").remove();
    baueNavigation();
    for (const art of ["error", "unhandledrejection"]) globalThis.addEventListener(art, () => meldeUnerwartetes(ansichten));
    globalThis.addEventListener("hashchange", () => folgeAdresse(ansichten, true));
    globalThis.addEventListener("beforeunload", (ereignis) => {
      if (Object.values(ansichten).some((ansicht) => ansicht.hatUngespeichertes?.())) ereignis.preventDefault();
    });
    if (!Object.hasOwn(ansichten, globalThis.location.hash.slice(1))) globalThis.history.replaceState(null, "", "#start");
    folgeAdresse(ansichten, true);
    document.documentElement.dataset.bereit = String(Math.round(performance.now() - anfang));
  } catch (fehler) {
    console.error(fehler);
    melde(0, "");
    document.getElementById("laden").append(element("p", { class: "fehler", role: "alert" }, "Der Rechner ließ sich nicht starten. Er braucht einen Browser aus den letzten Jahren (Firefox ab 113, Chrome oder Edge ab 103, Safari ab 16.4)."));
  }
  document.getElementById("fuss").textContent = `Beleg: kooperationsvertrag ${angaben.version} · Pyodide ${angaben.pyodide} (MPL-2.0) · ${angaben.pakete.join(" · ")}`;
}

// Gedruckt steht da, was sonst zugeklappt ist; danach ist wieder zu, was zu war.
let zumDruckenOffen = [];
globalThis.addEventListener("beforeprint", () => {
  zumDruckenOffen = [...document.querySelectorAll(".ergebnis details:not([open])")];
  for (const block of zumDruckenOffen) block.open = true;
});
globalThis.addEventListener("afterprint", () => {
  for (const block of zumDruckenOffen) block.open = false;
});

beginne();
