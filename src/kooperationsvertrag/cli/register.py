"""Befehle ``normen`` und ``fragen``: die Register, ganz oder ein Eintrag."""

from __future__ import annotations

from pathlib import Path

import click

from kooperationsvertrag.cli.ausgabe import schreibe_json, zeige
from kooperationsvertrag.cli.deutsch import Befehl, UnbrauchbareEingabeError
from kooperationsvertrag.cli.dokument import lies_abgleich
from kooperationsvertrag.cli.grundlage import VERSTOSS, format_option
