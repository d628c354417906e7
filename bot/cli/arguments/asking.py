"""`newsdesk latest`, `search`, `why`, `subscriptions` and `gather`."""

from typing import Annotated

import typer

from bot.cli.arguments.options import AsJson, chosen


def latest(
    context: typer.Context,
    topic: Annotated[
        str, typer.Argument(help='Words, this OR that, "a phrase", -without, source:name.')
    ] = "",
    *,
    count: Annotated[int, typer.Option(min=1, max=10, help="How many stories.")] = 5,
    since: Annotated[str, typer.Option(help="24h, 3d, yesterday or a date.")] = "",
    as_json: AsJson = False,
) -> None:
    """Tell the newest stories about a topic."""
    from bot.cli import asking, start

    values = {"topic": topic, "count": str(count), "since": since}
    start.run(chosen(context), lambda settings: asking.latest(settings, values, as_json=as_json))


def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="What to look for.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Find stories by words."""
    from bot.cli import asking, start

    typed = " ".join(words)
    start.run(chosen(context), lambda settings: asking.search(settings, typed, as_json=as_json))


def why(
    context: typer.Context,
    story: Annotated[str, typer.Argument(help="A story's or article's id, or a link.")] = "",
    *,
    every: Annotated[
        bool, typer.Option("--all", help="All that was fetched: counts, or with --json records.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say why a report was told in the terminal, or why not."""
    from bot.cli import asking, start

    start.run(
        chosen(context),
        lambda settings: asking.why(settings, story, every=every, as_json=as_json),
    )


def subscriptions(context: typer.Context, *, as_json: AsJson = False) -> None:
    """List every subscription of every channel."""
    from bot.cli import asking, start

    start.run(chosen(context), lambda settings: asking.subscriptions(settings, as_json=as_json))


def gather(context: typer.Context, *, as_json: AsJson = False) -> None:
    """Visit the sources that are due, once, and print counts."""
    from bot.cli import gathering, start

    start.run(chosen(context), lambda settings: gathering.once(settings, as_json=as_json))
