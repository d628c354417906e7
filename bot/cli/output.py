"""What the command line prints, and how it ends."""

import asyncio
import json
import logging
import os
import signal
import sys
from collections.abc import Coroutine, Iterable, Mapping
from datetime import datetime
from typing import Any, NoReturn

import structlog
import typer
from rich.console import Console

from bot.errors import ConfigError, NewsdeskError
from bot.models import Article, Sentence, Summary

FAILED, USAGE = 1, 2

out = Console(highlight=False, markup=False, soft_wrap=True)
errors = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def json_line(row: Mapping[str, object]) -> None:
    """Print one JSON object on one line of standard output."""
    typer.echo(json.dumps(row, ensure_ascii=False))


def fail(message: str, status: int = FAILED) -> NoReturn:
    """Say what is wrong on standard error and end."""
    errors.print(f"newsdesk: {message}", style="red")
    raise typer.Exit(status)


def run(work: Coroutine[Any, Any, int | None]) -> None:
    """Run `work`; its errors are said in words, and SIGTERM and Ctrl-C end it cleanly.

    `work` returns the exit status, or None for 0.
    """
    try:
        status = asyncio.run(_stoppable(work))
    except ConfigError as error:
        fail(str(error), USAGE)
    except NewsdeskError as error:
        fail(str(error))
    except BrokenPipeError:
        # The reader of our output left; Python would complain again while flushing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    raise typer.Exit(status or 0)


async def _stoppable(work: Coroutine[Any, Any, int | None]) -> int | None:
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, task.cancel)
    try:
        return await task
    except asyncio.CancelledError:
        return 0


def set_up_logs(level: str, *, as_json: bool) -> None:
    """Send logs to standard error: events and keys, for people or for machines."""
    number = logging.getLevelNamesMapping().get(level.upper())
    if number is None:
        raise ConfigError("desk.log_level", f"{level!r} is none of DEBUG, INFO, WARNING, ERROR")
    renderer = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(),
            # Without the values of variables: among them are tokens.
            exception_formatter=structlog.dev.plain_traceback,
        )
    )
    exceptions = [structlog.processors.format_exc_info] if as_json else []
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *exceptions,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=max(number, logging.WARNING), stream=sys.stderr, force=True)


def article_row(article: Article) -> dict[str, object]:
    """Return an article as a JSON record."""
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "byline": ", ".join(article.bylines),
        "date": _iso(article.published_at),
        "updated": _iso(article.updated_at),
        "language": article.language,
        "agencies": list(article.agencies),
        "text": article.text,
    }


def summary_row(summary: Summary) -> dict[str, object]:
    """Return a summary as a JSON record."""
    return {
        "id": summary.story,
        "story": summary.story,
        "headline": summary.headline,
        "summary": [one.text for one in summary.sentences],
        "sentences": sentence_rows(summary.sentences),
    }


def sentence_rows(sentences: Iterable[Sentence]) -> list[dict[str, object]]:
    """Return cited sentences as JSON records."""
    return [
        {
            "text": one.text,
            "cites": [
                {"article": cite.article, "start": cite.start, "end": cite.end}
                for cite in one.cites
            ],
        }
        for one in sentences
    ]


def show_article(article: Article) -> None:
    """Print an article for people."""
    facts = [
        ", ".join(article.bylines),
        f"{article.published_at:%-d %B %Y, %H:%M} UTC" if article.published_at else "no date",
        article.language or "",
        f"with {', '.join(article.agencies)}" if article.agencies else "",
        article.url,
    ]
    out.print(article.title, style="bold underline")
    out.print(" · ".join(filter(None, facts)), style="dim")
    out.print(f"\n{article.text}\n")


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
