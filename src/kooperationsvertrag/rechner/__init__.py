"""Rechner: dieselbe Bibliothek ohne Installation, im Browser oder als eine Datei für Python.

Der Rechner für den Browser ist eine HTML-Datei. In ihr stecken Python (Pyodide), die Bibliothek und was sie zum Laufen
braucht; sie öffnet sich durch Doppelklick und lädt nichts nach. Für Rechner mit Python gibt es dasselbe Programm als
eine Datei mit der Endung ``.pyz``. Hier steht keine Regel.
"""
