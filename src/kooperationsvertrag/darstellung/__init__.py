"""Darstellung: Ergebnisse und Register auf Deutsch, als Text und für andere Programme."""
