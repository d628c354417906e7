"""Finding out what an address is, and reading it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import FormatError, RefusedError, SourceError, UnreachableError
from bot.fetch.items import source_id
from bot.fetch.reader import SourceReader
from bot.workers.inline import InlineWorkers
from tests.unit.fetch.pages import ARTICLE, FEED, FRONT, SITEMAP, TEXT, PagesAtHand, page, source

HOME = "https://quay.example/"
FEED_LINK = '<head><link rel="alternate" type="application/rss+xml" href="/rss">'


async def test_feed_is_itself() -> None:
    """The address of a feed is a feed, named by its title, and fetched once."""
    pages = PagesAtHand({f"{HOME}rss": page(f"{HOME}rss", FEED)})

    found, reading = await SourceReader(pages, workers=InlineWorkers()).discover(f" {HOME}rss ")

    assert (found.kind, found.address, found.name) == ("feed", f"{HOME}rss", "Quay & Lantern")
    assert found.id == source_id("feed", f"{HOME}rss")
    assert found.language == "en"
    assert [entry.title for entry in reading.entries] == ["Ferry pier reopens"]
    assert pages.asked == [f"{HOME}rss"]


@pytest.mark.parametrize("html", [ARTICLE, FRONT])
async def test_page_that_names_a_feed_is_that_feed(html: str) -> None:
    """A page leads to the feed that it names."""
    pages = PagesAtHand(
        {
            HOME: page(HOME, html.replace("<head>", FEED_LINK)),
            f"{HOME}rss": page(f"{HOME}rss", FEED),
        }
    )

    found, reading = await SourceReader(pages, workers=InlineWorkers()).discover("quay.example/")

    assert (found.kind, found.address) == ("feed", f"{HOME}rss")
    assert len(reading.entries) == 1


async def test_article_that_names_a_feed_can_be_asked_for_itself() -> None:
    """Who asks for one article gets it, though the page names the feed of its site."""
    pages = PagesAtHand({HOME: page(HOME, ARTICLE.replace("<head>", FEED_LINK))})

    found, reading = await SourceReader(pages, workers=InlineWorkers()).discover(HOME, itself=True)

    assert found.kind == "article"
    assert [entry.title for entry in reading.entries] == ["Pier reopens"]
    assert pages.asked == [HOME]


@pytest.mark.parametrize("body", ["<html><p>Hello.</p></html>", "Hello."])
async def test_short_page_can_be_asked_for_itself(body: str) -> None:
    """What does not look like an article is one when somebody says so."""
    pages = PagesAtHand({HOME: page(HOME, body)})

    found, _ = await SourceReader(pages, workers=InlineWorkers()).discover(HOME, itself=True)

    assert found.kind == "article"


async def test_page_whose_feed_is_broken_is_read_itself() -> None:
    """A named feed that cannot be read does not hide the page."""
    pages = PagesAtHand({HOME: page(HOME, FRONT.replace("<head>", FEED_LINK))})

    found, reading = await SourceReader(pages, workers=InlineWorkers()).discover(HOME)

    assert found.kind == "page"
    assert len(reading.entries) == 6


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        (ARTICLE, "article", "quay.example"),
        (TEXT, "article", "quay.example"),
        (FRONT, "page", "Quay front page"),
    ],
)
async def test_page_without_a_feed_is_itself(body: str, kind: str, name: str) -> None:
    """An article is itself, and so is a page of headlines; neither is fetched twice."""
    pages = PagesAtHand({HOME: page(HOME, body)})

    found, reading = await SourceReader(pages, workers=InlineWorkers()).discover(HOME)

    assert (found.kind, found.address, found.name) == (kind, HOME, name)
    assert reading.entries
    assert pages.asked == [HOME]


@pytest.mark.parametrize("body", ["", "<html><p>Hello.</p></html>", "Hello.", "<opml/>", "{}"])
async def test_address_without_news_is_told(body: str) -> None:
    """Where nothing can be read, one error says what to do."""
    pages = PagesAtHand({HOME: page(HOME, body)})

    with pytest.raises(FormatError, match=r"feed|address"):
        await SourceReader(pages, workers=InlineWorkers()).discover(HOME)


async def test_only_broken_feeds_are_told() -> None:
    """When the one thing that a page offers cannot be read, that error is told."""
    html = f"<html>{FEED_LINK}</head><p>Hello.</p></html>"
    pages = PagesAtHand({HOME: page(HOME, html)})

    with pytest.raises(SourceError, match="404"):
        await SourceReader(pages, workers=InlineWorkers()).discover(HOME)


async def test_plain_http_is_tried_where_no_scheme_was_typed() -> None:
    """A site without TLS is found when only its name is typed, and not behind one's back."""
    lost = UnreachableError(HOME, "does not take connections")
    plain = "http://quay.example/"
    pages = PagesAtHand({HOME: lost, plain: page(plain, FEED)})

    found, _ = await SourceReader(pages, workers=InlineWorkers()).discover("quay.example/")

    assert found.address == plain
    with pytest.raises(UnreachableError):
        await SourceReader(pages, workers=InlineWorkers()).discover(HOME)


async def test_operator_may_read_files(tmp_path: Path) -> None:
    """With leave, a path is a source of files, known by its whole path."""
    (tmp_path / "pier.html").write_text(ARTICLE)

    found, reading = await SourceReader(
        PagesAtHand(), workers=InlineWorkers(), allow_files=True
    ).discover(str(tmp_path))

    assert (found.kind, found.address, found.name) == ("files", str(tmp_path), tmp_path.name)
    assert [entry.id for entry in reading.entries] == ["pier"]


async def test_bare_path_is_found_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative path is a file when it exists, else an address on the web."""
    (tmp_path / "quay.example").write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)

    found, _ = await SourceReader(
        PagesAtHand(), workers=InlineWorkers(), allow_files=True
    ).discover("quay.example")

    assert found.kind == "files"
    pages = PagesAtHand({"https://quay.example": page(HOME, FEED)})
    found, _ = await SourceReader(pages, workers=InlineWorkers()).discover("quay.example")
    assert found.kind == "feed"


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "./pages", "../x", "~/x", "~nobody-such/x", "file:///etc/passwd"]
)
async def test_chat_may_not_read_files(address: str) -> None:
    """Without leave no path is looked at, neither typed nor stored."""
    reader = SourceReader(PagesAtHand(), workers=InlineWorkers())

    with pytest.raises(RefusedError, match="for the operator"):
        await reader.discover(address)
    with pytest.raises(RefusedError, match="for the operator"):
        await reader.read(source("files", address))


@pytest.mark.parametrize(
    ("kind", "body", "is_for_people"),
    [("article", ARTICLE, True), ("page", FRONT, True), ("feed", FEED, False)],
)
async def test_what_is_for_people_is_got_as_such(
    kind: str, body: str, *, is_for_people: bool
) -> None:
    """Articles and pages of links go through the fetcher for pages, feeds do not."""
    feeds, pages = PagesAtHand({HOME: page(HOME, body)}), PagesAtHand({HOME: page(HOME, body)})

    await SourceReader(feeds, workers=InlineWorkers(), pages=pages).read(source(kind, HOME))

    assert (pages.asked, feeds.asked) == (([HOME], []) if is_for_people else ([], [HOME]))


@pytest.mark.parametrize(
    ("kind", "body"),
    [("article", ARTICLE), ("page", FRONT), ("feed", FEED), ("sitemap", SITEMAP), ("search", FEED)],
)
async def test_every_kind_waits_as_long_as_its_server_asks(kind: str, body: str) -> None:
    """What the server says of its page's freshness comes with the reading."""
    fresh = replace(page(HOME, body), fresh_for=timedelta(hours=3))

    reading = await SourceReader(PagesAtHand({HOME: fresh}), workers=InlineWorkers()).read(
        source(kind, HOME)
    )

    assert reading.fresh_for == timedelta(hours=3)


async def test_searches_are_not_asked_all_the_time() -> None:
    """A search that says nothing of itself is left alone for a quarter of an hour."""
    reading = await SourceReader(
        PagesAtHand({HOME: page(HOME, FEED)}), workers=InlineWorkers()
    ).read(source("search", HOME))

    assert reading.fresh_for == timedelta(minutes=15)


async def test_what_a_person_asks_for_is_got_as_such() -> None:
    """A page that is typed, and the feed it names, go through the fetcher for people who wait."""
    scheduled = PagesAtHand()
    typed = PagesAtHand(
        {
            HOME: page(HOME, ARTICLE.replace("<head>", FEED_LINK)),
            f"{HOME}rss": page(f"{HOME}rss", FEED),
        }
    )

    found, _ = await SourceReader(scheduled, workers=InlineWorkers(), typed=typed).discover(HOME)

    assert found.kind == "feed"
    assert (scheduled.asked, typed.asked) == ([], [HOME, f"{HOME}rss"])
