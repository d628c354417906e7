"""An article page is itself: one entry, its page at hand."""

from dataclasses import dataclass
from functools import partial

from bot.errors import FormatError
from bot.fetch.kinds import Means
from bot.fetch.sniff import Shape
from bot.fetch.webpage import web_page
from bot.models import Entry, Page, Reading, Source, Visit


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """Reads article pages."""

    means: Means

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return the page as the one entry, or that it has not changed."""
        etag, last_modified = (visit.etag, visit.last_modified) if visit else (None, None)
        page = await self.means.fetcher.fetch(
            source.address, etag=etag, last_modified=last_modified
        )
        if page is None:
            return Reading(unchanged=True, etag=etag, last_modified=last_modified)
        return await self.means.parsed(partial(_reading, page), address=page.url)


def _reading(page: Page) -> Reading:
    found = web_page(page)
    if found.shape not in {Shape.HTML, Shape.TEXT}:
        raise FormatError(page.url, f"this is a {found.shape}, not an article; check the address")
    title = found.title
    return Reading(
        entries=(Entry(id=page.url, url=page.url, title=title, page=page),),
        title=title,
        link=page.url,
        etag=page.etag,
        last_modified=page.last_modified,
        fresh_for=page.fresh_for,
    )


def create(means: Means) -> ArticleSource:
    """Return the reader of article pages."""
    return ArticleSource(means)
