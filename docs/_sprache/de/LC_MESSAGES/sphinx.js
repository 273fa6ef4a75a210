// Was die Suche sagt. Die mitgelieferte Übersetzung von Sphinx nennt keine Zahl der Treffer und bricht dabei ab.
Documentation.addTranslations({
  locale: "de",
  messages: {
    ", in ": ", in ",
    "Hide Search Matches": "Hervorhebung ausblenden",
    "Preparing search...": "Suche wird vorbereitet …",
    "Search Results": "Suchergebnisse",
    "Search finished, found one page matching the search query.": [
      "Ein Treffer.",
      "${resultCount} Treffer.",
    ],
    Searching: "Es wird gesucht",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.":
      "Nichts gefunden. Vielleicht hilft ein anderes Wort oder nur ein Teil davon.",
  },
  plural_expr: "n === 1 ? 0 : 1",
});
