"""Ablauf: die Abrechnung eines Haushaltsjahres und mehrerer Jahre nacheinander."""
