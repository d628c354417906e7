"""JSON Lines in: articles and summaries of any origin become models."""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.errors import ConfigError
from bot.models import Article, ArticleId, Citation, Sentence, SourceId, StoryId, Summary

NEVER = datetime.fromtimestamp(0, UTC)
"""Stands for the date of an article that gives none."""

WHOLE = sys.maxsize
"""The end of a citation that gives no span: it is of the whole article."""


def rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a JSON Lines file (`-`: standard input) with their line numbers.

    Raises:
        ConfigError: the file cannot be read, or a line is no JSON object; says which.
    """
    try:
        lines = sys.stdin if str(path) == "-" else path.open(encoding="utf-8")
    except OSError as error:
        raise ConfigError("", f"{path}: cannot be read: {error.strerror}") from error
    with lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise ConfigError("", f"{path}, line {number}: not JSON: {error}") from error
            if not isinstance(row, dict):
                raise ConfigError("", f"{path}, line {number}: not a JSON object")
            yield number, row


def article(row: Mapping[str, Any], number: int) -> Article:
    """Return the article of a row: `id`, `title`, `text`, `source`, `url`, `date`, `lang`."""
    published = moment(row.get("date") or row.get("published_at") or row.get("day"))
    return Article(
        id=ArticleId(str(row.get("id") or row.get("sid") or number)),
        source=SourceId(str(row.get("source") or row.get("outlet") or "")),
        outlet=str(row.get("source") or row.get("outlet") or ""),
        url=str(row.get("url") or ""),
        title=str(row.get("title") or ""),
        text=str(row.get("text") or ""),
        fetched_at=published or NEVER,
        published_at=published,
        language=row.get("lang") or row.get("language"),
    )


def moment(value: object) -> datetime | None:
    """Return an ISO 8601 date or time as an instant, UTC where it names no zone; else None."""
    try:
        at = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def summary(row: Mapping[str, Any], number: int) -> Summary:
    """Return the summary of a row: `headline`, `sentences: [{"text", "cites": […]}]`."""
    return Summary(
        story=StoryId(str(row.get("story") or row.get("id") or number)),
        headline=str(row.get("headline") or ""),
        sentences=tuple(map(_sentence, _listed(row.get("sentences")))),
    )


def _sentence(row: object) -> Sentence:
    if not isinstance(row, Mapping):
        return Sentence(text=str(row), cites=())
    cites = tuple(map(_cite, _listed(row.get("cites"))))
    return Sentence(text=str(row.get("text") or ""), cites=cites)


def _cite(row: object) -> Citation:
    if not isinstance(row, Mapping):
        return Citation(article=ArticleId(str(row)), start=0, end=WHOLE)
    return Citation(
        article=ArticleId(str(row.get("article") or "")),
        start=int(row.get("start") or 0),
        end=int(row["end"]) if row.get("end") is not None else WHOLE,
    )


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else []
