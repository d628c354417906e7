"""`newsdesk brief`."""

from typing import Annotated

import typer

from bot.cli.arguments.options import AsJson, Format, chosen


def brief(
    context: typer.Context,
    topic: Annotated[str, typer.Argument(help="A topic; all news when left out.")] = "",
    *,
    given: Annotated[
        list[str] | None,
        typer.Option("--from", help="File, folder or address to brief from; nothing is stored."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How it is printed.")] = Format.TEXT,
    as_json: AsJson = False,
) -> None:
    """Make one briefing: what the terminal has not been told yet, each sentence cited."""
    from bot.cli import briefing, start

    form = Format.JSON if as_json else form
    start.run(
        chosen(context),
        lambda settings: (
            briefing.from_given(settings, topic, given, form)
            if given
            else briefing.from_desk(settings, topic, form)
        ),
    )
