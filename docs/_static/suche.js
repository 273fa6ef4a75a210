// Wie die Suche ordnet: Die Referenz der Python-Namen kommt zuletzt.
var Scorer = {
  score: ([seite, , , , wert]) => (seite.startsWith("referenz/") ? wert / 10 : wert),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
