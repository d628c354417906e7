"""News sitemaps and the indexes that name them."""

import gzip

import pytest

from bot.errors import FormatError, StatusError
from bot.fetch.reader import SourceReader
from bot.fetch.sources.sitemap import create
from bot.models import Visit
from bot.workers.inline import InlineWorkers
from tests.builders import NOW
from tests.unit.fetch.pages import SITEMAP, PagesAtHand, means, page, source

ADDRESS = "https://quay.example/sitemap.xml"


def index(*parts: tuple[str, str]) -> str:
    """Return an index that names sitemaps with their dates."""
    named = "".join(
        f"<sitemap><loc>/{name}.xml</loc><lastmod>{at}</lastmod></sitemap>" for name, at in parts
    )
    return f"<sitemapindex>{named}</sitemapindex>"


def news(name: str, at: str) -> str:
    """Return a sitemap with one page of news."""
    return (
        f"<urlset><url><loc>https://quay.example/{name}</loc><news:news>"
        f"<news:publication_date>{at}</news:publication_date>"
        f"<news:title>News of {name}</news:title></news:news></url></urlset>"
    )


async def test_index_is_followed_one_level() -> None:
    """Parts named after news come first, then the newest; only four are asked for."""
    parts = {
        f"https://quay.example/{name}.xml": page(f"https://quay.example/{name}.xml", news(name, at))
        for name, at in (("may", "2026-05-01"), ("june", "2026-06-01"), ("news", "2026-04-01"))
    }
    named = index(
        ("jan", "2026-01-01"),
        ("feb", "2026-02-01"),
        ("may", "2026-05-31"),
        ("gone", "2026-05-30"),
        ("june", "2026-06-30"),
        ("news", "2026-04-30"),
    )
    pages = PagesAtHand({ADDRESS: page(ADDRESS, named, etag="v1"), **parts})

    found = await create(means(pages)).read(source("sitemap", ADDRESS))

    assert [entry.title for entry in found.entries] == [
        "News of june",
        "News of may",
        "News of news",
    ]
    assert [asked.rpartition("/")[2] for asked in pages.asked] == [
        "sitemap.xml",
        "news.xml",
        "june.xml",
        "may.xml",
        "gone.xml",
    ]
    assert found.etag is None


async def test_index_in_an_index_is_not_followed() -> None:
    """An index that names itself ends, and says nothing new."""
    loop = index(("sitemap", "2026-01-01"))
    pages = PagesAtHand({ADDRESS: page(ADDRESS, loop)})

    found = await create(means(pages)).read(source("sitemap", ADDRESS))

    assert found.entries == ()
    assert pages.asked == [ADDRESS, ADDRESS]


async def test_index_whose_parts_are_gone_is_told() -> None:
    """When none of its parts can be read, the first one's problem is told."""
    pages = PagesAtHand({ADDRESS: page(ADDRESS, index(("a", "2026-01-01"), ("b", "")))})

    with pytest.raises(StatusError, match=r"a\.xml"):
        await create(means(pages)).read(source("sitemap", ADDRESS))


async def test_packed_sitemap_is_opened() -> None:
    """Sitemaps are often served as gzip files."""
    pages = PagesAtHand({ADDRESS: page(ADDRESS, gzip.compress(SITEMAP.encode()))})

    found = await create(means(pages)).read(source("sitemap", ADDRESS))

    assert [entry.title for entry in found.entries] == ["Ferry pier reopens"]
    assert found.title == "Quay & Lantern"


async def test_unchanged_sitemap_is_not_read_again() -> None:
    """What the last visit left behind is sent back."""
    pages = PagesAtHand({ADDRESS: page(ADDRESS, SITEMAP, etag="v1")})
    visit = Visit(source=source("sitemap", ADDRESS).id, next_at=NOW, etag="v1")

    assert (await create(means(pages)).read(source("sitemap", ADDRESS), visit)).unchanged


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<urlset><url><loc>https://quay.example/about</loc></url></urlset>", "without news"),
        ("<rss version='2.0'></rss>", "a feed, not a sitemap"),
        ("<html><p>Moved.</p></html>", "web page"),
        ("", "an empty answer"),
    ],
)
async def test_what_is_no_news_sitemap_is_told(body: str, problem: str) -> None:
    """A plain sitemap lists every page there is: none of it is news."""
    pages = PagesAtHand({ADDRESS: page(ADDRESS, body)})

    with pytest.raises(FormatError, match=problem):
        await create(means(pages)).read(source("sitemap", ADDRESS))


async def test_quiet_day_is_no_error() -> None:
    """A news sitemap holds two days: it may well be empty."""
    pages = PagesAtHand({ADDRESS: page(ADDRESS, "<urlset></urlset>")})

    assert (await create(means(pages)).read(source("sitemap", ADDRESS))).entries == ()


async def test_sitemap_is_discovered() -> None:
    """An address that answers with a news sitemap is added as one."""
    pages = PagesAtHand({ADDRESS: page(ADDRESS, SITEMAP)})

    found, reading = await SourceReader(pages, workers=InlineWorkers()).discover(ADDRESS)

    assert (found.kind, found.name) == ("sitemap", "Quay & Lantern")
    assert len(reading.entries) == 1
