"""What the command line prints: text for people, records for programs."""

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NoReturn

import typer
from rich.console import Console

from bot.models import Article, Moment, Sentence, Summary
from bot.text.plain import moment_text

FAILED, USAGE = 1, 2

out = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
errors = Console(
    stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=not sys.stderr.isatty()
)


def json_line(row: Mapping[str, object]) -> None:
    """Print one JSON object on one line of standard output."""
    typer.echo(json.dumps(row, ensure_ascii=False))


def fail(message: str, status: int = FAILED) -> NoReturn:
    """Say what is wrong on standard error and end."""
    errors.print(f"newsdesk: {message}", style="red")
    raise typer.Exit(status)


def article_row(article: Article) -> dict[str, object]:
    """Return an article as a JSON record."""
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "byline": ", ".join(article.bylines),
        "date": iso(article.published_at),
        "updated": iso(article.updated_at),
        "language": article.language,
        "agencies": list(article.agencies),
        "section": article.section,
        "dateline": article.dateline,
        "picture": article.picture,
        "walled": article.is_walled,
        "posts": [{"start": post.start, "at": iso(post.at)} for post in article.posts],
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
        **({"worded_by": summary.worded_by} if summary.worded_by else {}),
    }


def sentence_rows(sentences: Iterable[Sentence]) -> list[dict[str, object]]:
    """Return cited sentences as JSON records, with what is new about them if anything is."""
    return [_sentence_row(one) for one in sentences]


def _sentence_row(one: Sentence) -> dict[str, object]:
    row: dict[str, object] = {
        "text": one.text,
        "cites": [
            {"article": cite.article, "start": cite.start, "end": cite.end} for cite in one.cites
        ],
    }
    if one.is_new:
        row["new"] = True
    if one.change:
        row["change"] = {"kind": one.change.kind.value, "was": one.change.was}
    if one.days:
        row["days"] = [
            {"start": day.start, "end": day.end, "date": day.day.isoformat()} for day in one.days
        ]
    return row


def show_article(article: Article) -> None:
    """Print an article for people."""
    at, changed = article.published_at, article.updated_at
    facts = [
        ", ".join(article.bylines),
        moment_text(Moment(at)) if at else "no date",
        f"updated {moment_text(Moment(changed))}" if changed and changed != at else "",
        article.language or "",
        f"with {', '.join(article.agencies)}" if article.agencies else "",
        article.url,
    ]
    more = [
        article.section,
        f"from {article.dateline}" if article.dateline else "",
        "pay-wall: the page shows its beginning only" if article.is_walled else "",
        f"picture {article.picture}" if article.picture else "",
    ]
    out.print(article.title, style="bold underline")
    for line in (facts, more):
        if any(line):
            out.print(" · ".join(filter(None, line)), style="dim")
    out.print(f"\n{article.text}\n")


def iso(at: datetime | None) -> str | None:
    """Return an instant in ISO 8601."""
    return at.isoformat() if at else None
