"""Fehler: warum sich der Rechner nicht bauen lässt."""

from __future__ import annotations

from kooperationsvertrag.fehler import KooperationsvertragError


class BauError(KooperationsvertragError):
    """Der Rechner lässt sich nicht bauen; die Meldung sagt, was fehlt und was zu tun ist."""
