"""The program: every command, and what may be said before its name."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.arguments import (
    asking,
    briefing,
    checking,
    running,
    scheduling,
    setup,
    sources,
    texts,
)
from bot.cli.arguments.options import Chosen

program = typer.Typer(
    name="newsdesk",
    help="A news desk for your team's chat: one cited briefing per channel, at its own hour.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)


def _show_version(asked: bool) -> None:  # noqa: FBT001 — a callback of the argument parser
    if asked:
        from importlib.metadata import version

        typer.echo(f"newsdesk {version('newsdesk')}")
        raise typer.Exit


@program.callback()
def newsdesk(
    context: typer.Context,
    *,
    config: Annotated[
        Path | None, typer.Option(help="Configuration file; config.toml here if there is one.")
    ] = None,
    log_level: Annotated[str | None, typer.Option(help="DEBUG, INFO, WARNING or ERROR.")] = None,
    shown: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    """A news desk for your team's chat."""
    del shown
    context.obj = Chosen(config=config, log_level=log_level)


program.command("run")(running.run_desk)
program.command()(running.chat)
program.command()(running.demo)
program.command()(briefing.brief)
program.command()(asking.latest)
program.command()(asking.search)
program.command()(asking.why)
program.command()(asking.gather)
program.command()(asking.subscriptions)
program.command()(texts.read)
program.command()(texts.extract)
program.command()(texts.group)
program.command()(texts.condense)
program.command()(checking.check)
program.command()(setup.config)
program.command()(setup.doctor)
program.add_typer(sources.program, name="source")
program.add_typer(scheduling.program, name="digest")


def main() -> None:
    """Run the program."""
    program()
