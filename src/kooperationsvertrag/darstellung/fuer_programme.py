"""Für Programme: Aufteilung, Register und Abgleich als JSON.

Beträge sind Texte mit zwei Nachkommastellen, Bruchteile Texte wie ``5/12``. Das JSON einer Abrechnung steht in
:mod:`kooperationsvertrag.fall.als_json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kooperationsvertrag.aufteilung import Aufteilung, Rechenkonvention, Zahlungsschluessel
from kooperationsvertrag.darstellung.aufteilung import andere_rundungen
from kooperationsvertrag.geld import Betraege
from kooperationsvertrag.norm import Festlegung, Norm, Regel
from kooperationsvertrag.regeln import regeln_zu
from kooperationsvertrag.revision.quellenabgleich import Satzabgleich, Stand
from kooperationsvertrag.vertrag.fassung import Vertragsfassung

Json = dict[str, object]
"""Ein JSON-Objekt."""
