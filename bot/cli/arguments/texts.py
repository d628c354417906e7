"""`newsdesk read`, `extract`, `group` and `condense`: the stages on their own."""

from typing import Annotated

import typer

from bot.cli.arguments.options import Addresses, Articles, AsJson, chosen


def read(context: typer.Context, addresses: Addresses, *, as_json: AsJson = False) -> None:
    """Read sources and show their entries, one JSON object a source."""
    del as_json  # entries are records: there is no other form of them
    from bot.cli import start, texts

    start.run(chosen(context), lambda settings: texts.read(settings, addresses))


def extract(context: typer.Context, addresses: Addresses, *, as_json: AsJson = False) -> None:
    """Show the article of a page, of a file or of each entry of a feed."""
    from bot.cli import start, texts

    start.run(chosen(context), lambda settings: texts.extract(settings, addresses, as_json=as_json))


def group(context: typer.Context, articles: Articles, *, as_json: AsJson = False) -> None:
    """Say which articles tell one story, one `{"article", "story"}` a line."""
    del as_json
    from bot.cli import start, texts

    start.run(chosen(context), lambda settings: texts.group(settings, articles))


def condense(
    context: typer.Context,
    articles: Articles,
    *,
    sentences: Annotated[int | None, typer.Option(min=1, max=50, help="Most sentences.")] = None,
    words: Annotated[int | None, typer.Option(min=5, max=2000, help="Most words.")] = None,
    as_json: AsJson = False,
) -> None:
    """Tell articles short, one summary a story: rows with the same `story` are told together."""
    del as_json
    from bot.cli import start, texts

    start.run(
        chosen(context),
        lambda settings: texts.condense(settings, articles, sentences=sentences, words=words),
    )
