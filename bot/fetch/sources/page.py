"""A page with headlines: those that a selector chooses, its own feed, or blocks that repeat."""

from dataclasses import dataclass, replace
from functools import partial

from bot.errors import FormatError, SourceError
from bot.fetch.headlines import Headline
from bot.fetch.kinds import Means
from bot.fetch.sniff import Shape
from bot.fetch.sources.feed import feed_reading
from bot.fetch.webpage import WebPage, web_page
from bot.models import Entry, Page, Reading, Source, Visit

_FEEDS_TRIED = 3


@dataclass(frozen=True, slots=True)
class PageSource:
    """Reads pages of headlines. Addresses of feeds are never guessed."""

    means: Means

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return the entries of the page's feed, or its headlines with their links.

        A selector says what the operator wants of the page, so that no feed is looked for.
        """
        etag, last_modified = (visit.etag, visit.last_modified) if visit else (None, None)
        page = await self.means.fetcher.fetch(
            source.address, etag=etag, last_modified=last_modified
        )
        if page is None:
            return Reading(unchanged=True, etag=etag, last_modified=last_modified)
        parse = partial(web_page, page, selector=source.selector)
        parsed = await self.means.parsed(parse, address=page.url)
        if parsed.shape is not Shape.HTML:
            return await feed_reading(page, self.means)
        if source.selector:
            return self._headlines(page, parsed)
        return await self._feed(parsed.feeds) or self._headlines(page, parsed)

    async def _feed(self, addresses: tuple[str, ...]) -> Reading | None:
        """Return what the first feed that can be read offers, or None when none can.

        It carries no validators: those of the page would hide that the feed has changed.
        """
        for address in addresses[:_FEEDS_TRIED]:
            try:
                page = await self.means.fetcher.fetch(address)
                if page is not None:
                    reading = await feed_reading(page, self.means)
                    return replace(reading, etag=None, last_modified=None)
            except SourceError:
                continue
        return None

    def _headlines(self, page: Page, parsed: WebPage) -> Reading:
        links = parsed.headlines[: self.means.bounds.max_entries]
        if not links:
            raise FormatError(
                page.url, "no feed and no headlines here; give the address of the site's feed"
            )
        return Reading(
            entries=tuple(map(_entry, links)),
            title=parsed.title,
            link=page.url,
            etag=page.etag,
            last_modified=page.last_modified,
            fresh_for=page.fresh_for,
        )


def _entry(headline: Headline) -> Entry:
    return Entry(
        id=headline.url,
        url=headline.url,
        title=headline.title,
        summary=headline.summary,
        published_at=headline.published_at,
    )


def create(means: Means) -> PageSource:
    """Return the reader of pages of headlines."""
    return PageSource(means)
