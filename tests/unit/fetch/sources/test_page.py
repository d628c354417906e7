"""Pages of headlines."""

from dataclasses import replace

import pytest

from bot.errors import FormatError, StatusError
from bot.fetch.kinds import Bounds
from bot.fetch.sources.page import create
from tests.unit.fetch.pages import FEED, FRONT, PagesAtHand, means, page, source

HOME = "https://quay.example/"
NAMED = FRONT.replace(
    "<head>",
    '<head><link rel="alternate" type="application/rss+xml" href="/gone">'
    '<link rel="alternate" type="application/rss+xml" href="/rss">',
)


async def test_named_feed_is_read() -> None:
    """Where the page names feeds, the first that can be read is read, afresh each time."""
    pages = PagesAtHand(
        {
            HOME: page(HOME, NAMED, etag="p1"),
            f"{HOME}gone": StatusError(f"{HOME}gone", 404, "404: gone"),
            f"{HOME}rss": page(f"{HOME}rss", FEED, etag="f1"),
        }
    )

    found = await create(means(pages)).read(source("page", HOME))

    assert [entry.title for entry in found.entries] == ["Ferry pier reopens"]
    assert found.etag is None
    assert pages.asked == [HOME, f"{HOME}gone", f"{HOME}rss"]


async def test_headlines_are_read_where_no_feed_is() -> None:
    """Without a feed the headlines are the entries, known by their links."""
    pages = PagesAtHand({HOME: page(HOME, FRONT, etag="p1")})

    found = await create(means(pages, Bounds(max_entries=2))).read(source("page", HOME))

    assert [(entry.id, entry.title) for entry in found.entries] == [
        (f"{HOME}2026/0", "Council approves bridge repair number 0"),
        (f"{HOME}2026/1", "Council approves bridge repair number 1"),
    ]
    assert found.title == "Quay front page"
    assert found.etag == "p1"


async def test_page_that_became_a_feed_is_read() -> None:
    """An address that answers with a feed is read as one."""
    pages = PagesAtHand({HOME: page(HOME, FEED)})

    found = await create(means(pages)).read(source("page", HOME))

    assert len(found.entries) == 1


async def test_page_without_headlines_is_told() -> None:
    """A page that offers nothing is one clear error; no address is guessed."""
    pages = PagesAtHand({HOME: page(HOME, "<html><p>Hello.</p></html>")})

    with pytest.raises(FormatError, match="give the address of the site's feed"):
        await create(means(pages)).read(source("page", HOME))

    assert pages.asked == [HOME]


async def test_selector_chooses_and_no_feed_is_looked_for() -> None:
    """The operator says what of the page is meant, even where the page names feeds."""
    pages = PagesAtHand({HOME: page(HOME, NAMED, etag="p1")})
    chosen = replace(source("page", HOME), selector="a[href$='/3']")

    found = await create(means(pages)).read(chosen)

    assert [entry.id for entry in found.entries] == [f"{HOME}2026/3"]
    assert found.etag == "p1"
    assert pages.asked == [HOME]


async def test_selector_that_matches_nothing_is_told() -> None:
    """With what the page would give without it."""
    pages = PagesAtHand({HOME: page(HOME, FRONT)})

    with pytest.raises(FormatError, match="matches nothing on this page; without a selector"):
        await create(means(pages)).read(replace(source("page", HOME), selector="h9"))
