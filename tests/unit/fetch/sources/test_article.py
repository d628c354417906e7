"""Article pages."""

import pytest

from bot.errors import FormatError
from bot.fetch.sources.article import create
from tests.unit.fetch.pages import ARTICLE, FEED, TEXT, PagesAtHand, means, page, source

ADDRESS = "https://quay.example/pier"


async def test_article_is_its_own_entry() -> None:
    """An article page is one entry with its page at hand."""
    kept = page(ADDRESS, ARTICLE, etag="a1")
    found = await create(means(PagesAtHand({ADDRESS: kept}))).read(source("article", ADDRESS))

    (entry,) = found.entries
    assert (entry.id, entry.url, entry.title) == (ADDRESS, ADDRESS, "Pier reopens")
    assert entry.page == kept
    assert found.etag == "a1"


async def test_plain_text_is_an_article() -> None:
    """A plain-text copy at an address is an entry too; its title is for the extractor."""
    kept = page(ADDRESS, TEXT, content_type="text/plain")
    found = await create(means(PagesAtHand({ADDRESS: kept}))).read(source("article", ADDRESS))

    assert [entry.title for entry in found.entries] == [""]


@pytest.mark.parametrize("body", [FEED, "", "%PDF-1.7", '{"a": 1}'])
async def test_what_is_no_page_is_told(body: str) -> None:
    """A feed, a PDF or nothing at all is no article."""
    pages = PagesAtHand({ADDRESS: page(ADDRESS, body)})

    with pytest.raises(FormatError, match="not an article"):
        await create(means(pages)).read(source("article", ADDRESS))
