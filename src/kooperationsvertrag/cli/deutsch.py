"""Deutsche Befehlszeile: Hilfe und Fehler des Aufrufs in deutschen Sätzen.

click spricht Englisch. Hier steht auf Deutsch, was es in der Hilfe zeigt und was es an einem Aufruf zu beanstanden hat.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from difflib import get_close_matches

import click

UNBRAUCHBARE_EINGABE = 2
"""Endstatus, wenn Aufruf oder Eingabe unbrauchbar sind."""


class UnbrauchbareEingabeError(click.ClickException):
    """Die Eingabe lässt sich nicht verwenden; die Meldung sagt, was zu tun ist."""

    exit_code = UNBRAUCHBARE_EINGABE


def _zeige_hilfe(kontext: click.Context, _parameter: click.Parameter, gewuenscht: bool) -> None:
    if gewuenscht and not kontext.resilient_parsing:
        click.echo(kontext.get_help())
        kontext.exit()


HILFE = click.Option(
    ["--help"], is_flag=True, is_eager=True, expose_value=False, callback=_zeige_hilfe, help="Zeigt diese Hilfe."
)
"""Die Option, die jeder Befehl hat."""


class Befehl(click.Command):
    """Ein Befehl mit deutscher Hilfe."""

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Gibt die deutsche Hilfeoption."""
        return HILFE

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Liest die Angaben und weist überzählige auf Deutsch zurück."""
        ctx.allow_extra_args = True
        try:
            uebrig = super().parse_args(ctx, args)
        except click.UsageError as fehler:
            fehler.ctx = ctx
            raise
        if uebrig:
            raise click.UsageError(
                f"Zu viele Angaben: {' '.join(uebrig)}. Ein Name mit Leerzeichen gehört in Anführungszeichen.", ctx
            )
        return uebrig

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Schreibt die Zeile mit dem Aufruf."""
        _schreibe_aufruf(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Schreibt die Optionen."""
        _schreibe_optionen(self, ctx, formatter)


class Gruppe(click.Group):
    """Das Programm mit seinen Befehlen."""

    command_class = Befehl

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """Gibt die deutsche Hilfeoption."""
        return HILFE

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Sucht den Befehl; ein unbekannter wird mit dem ähnlichsten genannt."""
        if args[0] not in self.commands:
            raise click.UsageError(f"Den Befehl „{args[0]}“ gibt es nicht. {_vorschlag(args[0], self.commands)}", ctx)
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Schreibt die Zeile mit dem Aufruf."""
        _schreibe_aufruf(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Schreibt die Befehle und danach die Optionen."""
        with formatter.section("Befehle"):
            formatter.write_dl([(name, befehl.short_help or "") for name, befehl in self.commands.items()])
        _schreibe_optionen(self, ctx, formatter)


def eines_von(*werte: str) -> Callable[[click.Context, click.Parameter, str], str]:
    """Macht eine Prüfung, die nur Werte einer festen Liste annimmt."""

    def pruefe(kontext: click.Context, parameter: click.Parameter, wert: str) -> str:
        if wert not in werte:
            vorschlag = _vorschlag(wert, werte)
            raise click.UsageError(f"{_bezeichnung(parameter)}: „{wert}“ gibt es nicht. {vorschlag}", kontext)
        return wert

    return pruefe


def meldung(fehler: click.ClickException) -> str:
    """Sagt auf Deutsch, was nicht stimmt.

    Args:
        fehler: Was click am Aufruf beanstandet.

    Returns:
        Die Meldung, bei einem Fehler des Aufrufs mit dem Weg zur Hilfe.
    """
    if not isinstance(fehler, click.UsageError):
        return fehler.format_message()
    hilfe = f"\nHilfe: {fehler.ctx.command_path} --help" if fehler.ctx else ""
    return f"{_beanstandung(fehler)}{hilfe}"


def _beanstandung(fehler: click.UsageError) -> str:
    if isinstance(fehler, click.MissingParameter):
        return f"Es fehlt die Angabe {_bezeichnung(fehler.param)}."
    if isinstance(fehler, click.NoSuchOption):
        vorschlag = f" Gemeint sein könnte: {', '.join(fehler.possibilities)}." if fehler.possibilities else ""
        return f"Die Option {fehler.option_name} gibt es nicht.{vorschlag}"
    if isinstance(fehler, click.BadOptionUsage):
        erwartet = "keinen Wert" if _ist_schalter(fehler) else "einen Wert"
        return f"Die Option {fehler.option_name} braucht {erwartet}."
    return fehler.message


def _ist_schalter(fehler: click.BadOptionUsage) -> bool:
    return fehler.ctx is not None and any(
        isinstance(option, click.Option) and option.is_flag and fehler.option_name in option.opts
        for option in fehler.ctx.command.get_params(fehler.ctx)
    )


def _bezeichnung(parameter: click.Parameter | None) -> str:
    """Nennt einen Parameter so, wie er in der Hilfe steht."""
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return (parameter and parameter.metavar) or "?"


def _vorschlag(wert: str, moeglich: Collection[str]) -> str:
    aehnlich = get_close_matches(wert, list(moeglich), n=1)
    return f"Gemeint sein könnte: {aehnlich[0]}." if aehnlich else f"Möglich sind: {', '.join(moeglich)}."


def _schreibe_aufruf(befehl: click.Command, kontext: click.Context, formatierer: click.HelpFormatter) -> None:
    teile = " ".join(befehl.collect_usage_pieces(kontext))
    formatierer.write_usage(kontext.command_path, teile, prefix="Aufruf: ")


def _schreibe_optionen(befehl: click.Command, kontext: click.Context, formatierer: click.HelpFormatter) -> None:
    zeilen = [
        zeile
        for parameter in befehl.get_params(kontext)
        if isinstance(parameter, click.Option) and (zeile := parameter.get_help_record(kontext))
    ]
    with formatierer.section("Optionen"):
        formatierer.write_dl(zeilen)
