"""Revision: Dokumente und Fassungen vergleichen."""
