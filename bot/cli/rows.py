"""JSON Lines in: articles and summaries of any origin become models."""

import gzip
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from bot.errors import ConfigError
from bot.models import Article, ArticleId, Citation, Sentence, SourceId, StoryId, Summary

Row = Mapping[str, Any]

NEVER = datetime.fromtimestamp(0, UTC)
"""Stands for the date of an article that gives none."""

WHOLE = sys.maxsize
"""The end of a citation that gives no span: it is of the whole article."""


def rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Yield the objects of a JSON Lines file (`-`: standard input) with their line numbers.

    Raises:
        ConfigError: the file cannot be read, or a line is no JSON object; says which.
    """
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, _row(line, f"{path}, line {number}")
    except OSError as error:
        raise ConfigError("", f"{path}: cannot be read: {error.strerror or error}") from error
    except (UnicodeDecodeError, EOFError) as error:
        raise ConfigError("", f"{path}: cannot be read: {error}") from error


def _opened(path: Path) -> TextIO:
    if str(path) == "-":
        return sys.stdin
    if path.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(path), encoding="utf-8-sig")
    return path.open(encoding="utf-8-sig")


def _row(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ConfigError("", f"{where}: not JSON: {error}") from error
    if not isinstance(row, dict):
        raise ConfigError("", f"{where}: not a JSON object")
    if "\\ud" in line.lower():  # half a character, if its other half is missing, has no bytes
        whole: Row = json.loads(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
        return whole
    return row


def story_of(row: Row, number: int) -> str:
    """Return the story that a row belongs to: the one it names, or one of its own.

    >>> story_of({"id": "a1", "story": "s1"}, 1), story_of({"id": "a1"}, 1), story_of({}, 7)
    ('s1', 'a1', '7')
    """
    return str(row.get("story") or _id(row, number))


def articles_of(row: Row, number: int) -> list[Article]:
    """Return the articles that a row carries, or the one that it is.

    Raises:
        ConfigError: what it carries is no list of objects.
    """
    if row.get("articles") is None:
        return [article(row, number)]
    return carried(row["articles"], number)


def carried(listed: object, number: int) -> list[Article]:
    """Return articles that stand in a row, called by their place in it where they have no id.

    Raises:
        ConfigError: they are no list of objects.
    """
    if not isinstance(listed, list) or not all(isinstance(one, Mapping) for one in listed):
        raise ConfigError("", f"row {number}: articles must be a list of objects")
    return [article(one, place) for place, one in enumerate(listed, start=1)]


def article(row: Row, number: int) -> Article:
    """Return the article of a row: `id`, `title`, `text`, `source`, `url`, `date`, `lang`.

    The text may also be called `src`.
    """
    published = moment(row.get("date") or row.get("published_at") or row.get("day"))
    outlet = str(row.get("source") or row.get("outlet") or "")
    language = row.get("lang") or row.get("language")
    return Article(
        id=ArticleId(_id(row, number)),
        source=SourceId(outlet),
        outlet=outlet,
        url=str(row.get("url") or ""),
        title=str(row.get("title") or ""),
        text=str(row.get("text") or row.get("src") or ""),
        fetched_at=published or NEVER,
        published_at=published,
        language=str(language) if language else None,
    )


def _id(row: Row, number: int) -> str:
    return str(row.get("id") or row.get("sid") or number)


def moment(value: object) -> datetime | None:
    """Return an ISO 8601 date or time as an instant, UTC where it names no zone; else None.

    >>> moment("2026-11-24T08:00+01:00"), moment("3 Aug 2017")
    (datetime.datetime(2026, 11, 24, 7, 0, tzinfo=datetime.timezone.utc), None)
    """
    try:
        at = datetime.fromisoformat(str(value))
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # the first and last days leave the calendar in UTC
        return None


def summary(row: Row, number: int) -> Summary:
    """Return the summary of a row: `headline`, `sentences: [{"text", "cites": […]}]`."""
    return Summary(
        story=StoryId(story_of(row, number)),
        headline=str(row.get("headline") or ""),
        sentences=tuple(_sentence(one, number) for one in _listed(row.get("sentences"))),
    )


def _sentence(row: object, number: int) -> Sentence:
    if not isinstance(row, Mapping):
        return Sentence(text=str(row), cites=())
    if not isinstance(row.get("cites") or [], list):
        raise ConfigError("", f"row {number}: cites must be a list of articles' ids, or of spans")
    cites = tuple(_cite(one, number) for one in _listed(row.get("cites")))
    return Sentence(text=str(row.get("text") or ""), cites=cites)


def _cite(row: object, number: int) -> Citation:
    if not isinstance(row, Mapping):
        return Citation(article=ArticleId(str(row)), start=0, end=WHOLE)
    return Citation(
        article=ArticleId(str(row.get("article") or "")),
        start=_place(row.get("start"), number, default=0),
        end=_place(row.get("end"), number, default=WHOLE),
    )


def _place(value: object, number: int, *, default: int) -> int:
    if value is None:
        return default
    if not isinstance(value, int):
        problem = f"row {number}: a citation's start and end are numbers of characters"
        raise ConfigError("", problem)
    return value


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else []
