// Laden: Python in dieser Seite starten. Alles kommt aus der Datei selbst, nichts aus dem Netz.

const EINSTIEG = "from kooperationsvertrag.rechner.schnittstelle import antworte";

// Was zur Probe gerechnet wird; das erste Mal dauert länger als jedes weitere.
const PROBE = 'fassung = "bericht-2017"\n[[haushaltsjahr]]\njahr = 2018\neingezahlt = "wie vereinbart"\nverausgabt = "1"\n';

const MEDIENTYP = { "pyodide.asm.wasm": "application/wasm", "python_stdlib.zip": "application/zip" };

// Macht aus dem Text, in dem Bytes verdichtet und in Base64 stehen, wieder Bytes.
export async function entpackt(text) {
  const zeichen = atob(text.trim());
  const verdichtet = new Uint8Array(zeichen.length);
  for (let stelle = 0; stelle < zeichen.length; stelle += 1) verdichtet[stelle] = zeichen.charCodeAt(stelle);
  const strom = new Blob([verdichtet]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(strom).arrayBuffer());
}

// Nimmt einen eingebetteten Teil aus der Seite; danach belegt er keinen Speicher mehr.
async function entnimm(kennung) {
  const element = document.getElementById(`daten-${kennung}`);
  const bytes = await entpackt(element.textContent);
  element.remove();
  return bytes;
}

// Führt ein eingebettetes Skript aus.
async function fuehreAus(bytes) {
  const adresse = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
  const skript = document.createElement("script");
  await new Promise((fertig, gescheitert) => {
    skript.onload = fertig;
    skript.onerror = () => gescheitert(new Error("Ein Teil des Rechners lässt sich nicht ausführen."));
    skript.src = adresse;
    document.head.append(skript);
  });
  URL.revokeObjectURL(adresse);
  skript.remove();
}

// Gibt dem Browser Zeit, den Fortschritt zu zeichnen.
const pause = () => new Promise((weiter) => setTimeout(weiter, 30));

// Startet Python und gibt die Funktion, die einen Auftrag erledigt. melde(prozent, text) sagt,
// wie weit es ist; verzeichnis nennt die Pakete, die Pyodide nachladen dürfte.
export async function starte(melde, verzeichnis) {
  const schritt = async (prozent, text) => {
    melde(prozent, text);
    await pause();
  };
  await schritt(5, "Python wird ausgepackt.");
  const teile = { "pyodide.asm.wasm": await entnimm("wasm"), "python_stdlib.zip": await entnimm("bibliothek") };
  await schritt(20, "Das Programm wird ausgepackt.");
  await fuehreAus(await entnimm("emscripten"));
  await fuehreAus(await entnimm("pyodide"));
  await schritt(30, "Python wird gestartet.");
  const python = await gestartet(teile, verzeichnis);
  await schritt(60, "Die Regeln des Vertrags werden ausgepackt.");
  python.unpackArchive(await entnimm("pakete"), "zip");
  await schritt(70, "Die Regeln des Vertrags werden geladen.");
  python.runPython(EINSTIEG);
  const antworte = python.globals.get("antworte");
  const rufe = (auftrag) => JSON.parse(antworte(JSON.stringify(auftrag)));
  await schritt(90, "Zur Probe wird gerechnet.");
  const probe = { aufgabe: "abrechnen", text: PROBE };
  rufe({ was: "rechne", ...probe, werte: rufe({ was: "oeffne", ...probe }).werte });
  melde(100, "Der Rechner ist bereit.");
  return rufe;
}

// Lässt Pyodide seine Dateien aus der Seite holen statt aus dem Netz.
async function gestartet(teile, verzeichnis) {
  const urspruenglich = globalThis.fetch;
  globalThis.fetch = async (adresse) => {
    const name = String(adresse).split("/").pop();
    if (!(name in teile)) throw new Error(`Der Rechner lädt nichts nach; verlangt war: ${name}`);
    return new Response(teile[name], { headers: { "Content-Type": MEDIENTYP[name] } });
  };
  try {
    return await globalThis.loadPyodide({
      indexURL: new URL("pyodide/", document.baseURI).href,
      lockFileContents: JSON.stringify(verzeichnis),
      packageBaseUrl: new URL("pyodide/", document.baseURI).href,
    });
  } finally {
    globalThis.fetch = urspruenglich;
  }
}
