"""The extractor: which way a page goes, and what becomes of feeds without pages."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.errors import ExtractError
from bot.extract import ArticleExtractor, article_from_page
from bot.models import Article, Entry, Page, Source, SourceId

NOW = datetime(2026, 10, 12, 12, tzinfo=UTC)
SOURCE = Source(id=SourceId("s"), kind="feed", address="https://c.example/f", name="The Courier")
ENTRY = Entry(id="e1", url="https://c.example/harbour", title="Harbour reopens")
STORY = (
    "<p>Dockers in Halvenport have returned to work after a nine-day strike.</p>"
    "<p>Their union said on Monday that members had accepted an offer of 4.2%.</p>"
    "<p>The port authority expects the first ship to be unloaded by the evening.</p>"
)


def page(body: str, content_type: str = "text/html") -> Page:
    """Return a page of the outlet."""
    return Page(url=ENTRY.url, body=body.encode(), content_type=content_type)


def extract(entry: Entry, found: Page | None) -> Article:
    """Extract as the desk does."""
    return ArticleExtractor().extract(entry, found, source=SOURCE, fetched_at=NOW)


def test_html_page_becomes_an_article() -> None:
    """The text of the page, not of the feed, is the article's."""
    html = f"<html lang=en><title>Harbour reopens</title><article>{STORY}</article></html>"

    article = extract(ENTRY, page(html))

    assert article.text.startswith("Dockers in Halvenport")
    assert article.text.count("\n\n") == 2
    assert article.title == "Harbour reopens"
    assert article.language == "en"
    assert article.outlet == "The Courier"


def test_feed_alone_is_enough() -> None:
    """Without a page the feed's own markup is turned into text."""
    entry = replace(ENTRY, content=STORY, author="By Amira Haddad", published_at=NOW)

    article = extract(entry, None)

    assert "4.2%.\n\nThe port" in article.text
    assert article.bylines == ("Amira Haddad",)
    assert article.published_at == NOW


def test_longer_feed_wins() -> None:
    """When the page says less than the feed, the feed's text is taken."""
    html = "<title>Harbour reopens</title><p>Subscribe to read on about the harbour today.</p>"

    article = extract(replace(ENTRY, content=STORY), page(html))

    assert "accepted an offer" in article.text


def test_broken_page_falls_back_to_the_feed() -> None:
    """A page that cannot be read costs nothing when the feed has text."""
    article = extract(replace(ENTRY, summary=STORY), page("%PDF-1.7"))

    assert "accepted an offer" in article.text


def test_broken_page_without_feed_text_is_an_error() -> None:
    """A page that cannot be read and a feed without text give no article."""
    with pytest.raises(ExtractError):
        extract(ENTRY, page("%PDF-1.7"))


def test_nothing_at_all_is_an_error() -> None:
    """An entry without title and text is no article."""
    with pytest.raises(ExtractError):
        extract(Entry(id="e", url="", title=""), None)


def test_plain_text_is_told_from_html() -> None:
    """A text file goes the plain way whatever its content type says."""
    text = "Harbour reopens\n\n" + "The harbour reopened on Monday, the port authority said. " * 4

    assert article_from_page(page(text, "text/html")).title == "Harbour reopens"


def test_same_link_gives_the_same_id() -> None:
    """The name of an article rests on its link, so that a second feed finds it again."""
    entry = replace(ENTRY, summary=STORY)
    tracked = replace(entry, id="other", url=f"{ENTRY.url}?utm_source=rss")

    assert extract(entry, None).id == extract(tracked, None).id
    assert extract(replace(entry, url="notes"), None).id != extract(entry, None).id


def test_posts_go_with_their_text() -> None:
    """Where the feed's own text is taken, the posts of the page's are not."""
    update = "<div itemprop=liveBlogUpdate><time datetime={}></time><p>Ships left.</p></div>"
    posts = update.format("2026-10-12T10:00Z") + update.format("2026-10-12T11:00Z")

    assert extract(ENTRY, page(f"<h1>Harbour reopens</h1>{posts}")).posts
    assert extract(replace(ENTRY, content=STORY), page(f"<h1>Live</h1>{posts}")).posts == ()
