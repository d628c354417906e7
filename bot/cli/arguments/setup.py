"""`newsdesk config` and `doctor`."""

from typing import Annotated

import typer

from bot.cli.arguments.options import AsJson, chosen


def config(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Show the settings in force: from the environment, the file, or their defaults."""
    from bot.cli import setup, start

    start.run(chosen(context), lambda settings: setup.config(settings, as_json=as_json))


def doctor(
    context: typer.Context,
    *,
    running: Annotated[
        bool, typer.Option("--running", help="Only whether a desk runs on this home folder.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Look for what is wrong with the set-up, and say how to mend it."""
    from bot.cli import setup, start

    start.run(
        chosen(context),
        lambda settings: (
            setup.running(settings) if running else setup.doctor(settings, as_json=as_json)
        ),
    )
