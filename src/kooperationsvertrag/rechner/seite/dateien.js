// Dateien: lesen, was jemand auswählt, und speichern, was entstanden ist. Nichts davon verlässt den Computer.

export const HOECHSTGROESSE = 1_000_000;

// Liest eine Textdatei; wirft einen Fehler mit einem deutschen Satz, wenn sie keine ist.
export async function gelesen(datei) {
  if (datei.size > HOECHSTGROESSE) throw new Error(`„${datei.name}“ ist größer als 1 MB; solche Dateien haben einige Kilobyte.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await datei.arrayBuffer());
  } catch {
    throw new Error(`„${datei.name}“ ist keine Textdatei in UTF-8. Im Editor unter „Speichern unter“ die Kodierung UTF-8 wählen.`);
  }
}

// Bietet einen Text als Datei zum Speichern an.
export function speichere(name, inhalt, medientyp) {
  const adresse = URL.createObjectURL(new Blob([inhalt], { type: `${medientyp};charset=utf-8` }));
  const verweis = document.createElement("a");
  verweis.href = adresse;
  verweis.download = name;
  verweis.click();
  setTimeout(() => URL.revokeObjectURL(adresse), 60_000);
}

// Macht aus einem Titel einen Dateinamen ohne Umlaute und Leerzeichen.
export function dateiname(titel, sonst) {
  const umlaute = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  const schlicht = titel.toLowerCase().replaceAll(/[äöüß]/g, (zeichen) => umlaute[zeichen]);
  return schlicht.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 60) || sonst;
}
