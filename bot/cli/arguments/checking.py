"""`newsdesk check`."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.arguments.options import AsJson, chosen


def check(
    context: typer.Context,
    summaries: Annotated[
        Path, typer.Argument(help="Summaries, one JSON object a line; - for a pipe.")
    ],
    *,
    articles: Annotated[
        Path | None,
        typer.Option(help="Their articles, as JSON Lines; else those in each row, else the store."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="End with status 1 when anything is not borne out.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Check summaries, ours or a model's, and say what is not borne out.

    A row carries `sentences` with their `cites`, as `newsdesk condense` prints them, and may
    carry its `articles`. Rows with `claim`, `cites` and `source`, or with `summary` and `src`,
    are understood too.
    """
    from bot.cli import checking, start

    start.run(
        chosen(context),
        lambda settings: checking.check(
            settings, summaries, articles, strict=strict, as_json=as_json
        ),
    )
