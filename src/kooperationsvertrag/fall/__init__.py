"""Fall: Falldateien lesen und Ergebnisse als JSON schreiben.

:mod:`~kooperationsvertrag.fall.einlesen` liest eine Falldatei oder nennt alle ihre Probleme,
:mod:`~kooperationsvertrag.fall.als_json` schreibt das Ergebnis einer Abrechnung für andere Programme.
"""
