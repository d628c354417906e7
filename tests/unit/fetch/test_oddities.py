"""Odd feeds tell what they have to tell; feedparser is asked for a second opinion."""

import io
import re
from calendar import timegm
from datetime import UTC, datetime
from typing import Any

import feedparser
import pytest

from bot.fetch.items import plain
from bot.fetch.parse import parse_feed
from bot.models import Entry, Reading
from tests.unit.fetch.oddities import of_atom, of_encodings, of_errors, of_rss
from tests.unit.fetch.oddities.told import Odd, Told

ODD: dict[str, Odd] = {
    **{f"RSS: {name}": odd for name, odd in of_rss.ODD.items()},
    **{f"Atom: {name}": odd for name, odd in of_atom.ODD.items()},
    **{f"error: {name}": odd for name, odd in of_errors.ODD.items()},
    **{f"encoding: {name}": odd for name, odd in of_encodings.ODD.items()},
}


def told(entry: Entry, expected: Told) -> Told:
    """Return what an entry tells, of what is expected of it."""
    date = entry.published_at.isoformat() if entry.published_at else ""
    text = entry.content or entry.summary
    return Told(
        title=None if expected.title is None else entry.title,
        link=None if expected.link is None else entry.url,
        id=None if expected.id is None else entry.id,
        date=None if expected.date is None else date,
        text=None if expected.text is None else text,
        author=None if expected.author is None else entry.author,
    )


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_odd_feed_tells_what_it_has_to_tell(odd: Odd) -> None:
    """Each odd feed gives its entries, whole and in order."""
    found = parse_feed(odd.body, charset=odd.charset)

    assert odd.title is None or found.title == odd.title
    assert odd.link is None or found.link == odd.link
    assert len(found.entries) == len(odd.entries)
    for entry, expected in zip(found.entries, odd.entries, strict=True):
        assert told(entry, expected) == expected


def second_opinion(odd: Odd) -> Reading:
    """Return what feedparser reads in a feed."""
    headers = {"content-type": f"text/xml; charset={odd.charset}"} if odd.charset else None
    # A stream: given bytes that name a file it would open that file.
    feed = feedparser.parse(io.BytesIO(odd.body), response_headers=headers, sanitize_html=False)
    return Reading(
        title=plain(feed.feed.get("title", ""), 300),
        link=feed.feed.get("link", ""),
        entries=tuple(map(opinion_of, feed.entries)),
    )


def opinion_of(entry: Any) -> Entry:  # noqa: ANN401  feedparser has no types
    """Return what feedparser reads in an entry."""
    date = entry.get("published_parsed") or entry.get("updated_parsed")
    date = date or entry.get("created_parsed")
    contents = [content.value for content in dict.get(entry, "content") or ()]
    return Entry(
        id=entry.get("id", ""),
        url=entry.get("link", ""),
        title=plain(entry.get("title", ""), 300),
        content=max(contents, key=len, default="") or dict.get(entry, "summary") or "",
        author=entry.get("author", ""),
        published_at=datetime.fromtimestamp(timegm(date), UTC) if date else None,
    )


@pytest.mark.parametrize(
    "odd",
    [odd for odd in ODD.values() if not odd.is_ours],
    ids=[name for name, odd in ODD.items() if not odd.is_ours],
)
def test_feedparser_reads_the_same(odd: Odd) -> None:
    """Where we claim no better knowledge, what we expect is what feedparser reads."""
    found = second_opinion(odd)

    assert found.title == (found.title if odd.title is None else odd.title)
    assert len(found.entries) == len(odd.entries)
    for entry, expected in zip(found.entries, odd.entries, strict=True):
        other = told(entry, expected)
        assert bare(other.text) == bare(expected.text)
        assert (other.title, other.link, other.id) == (expected.title, expected.link, expected.id)
        assert (other.date, other.author) == (expected.date, expected.author)


def bare(text: str | None) -> str:
    """Return a text without its markup."""
    return " ".join(re.sub(r"<[^>]*>", " ", text or "").split())
