"""A feed: RSS, Atom, RDF or JSON Feed at an address."""

from dataclasses import dataclass, replace
from functools import partial

from bot.fetch.freshness import longest
from bot.fetch.kinds import Means
from bot.fetch.parse import parse_feed
from bot.models import Page, Reading, Source, Visit


@dataclass(frozen=True, slots=True)
class FeedSource:
    """Reads feeds."""

    means: Means

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return the feed's entries, or that nothing has changed."""
        etag, last_modified = (visit.etag, visit.last_modified) if visit else (None, None)
        page = await self.means.fetcher.fetch(
            source.address, etag=etag, last_modified=last_modified
        )
        if page is None:
            return Reading(unchanged=True, etag=etag, last_modified=last_modified)
        return replace(await feed_reading(page, self.means), moved_to=page.moved_to)


async def feed_reading(page: Page, means: Means) -> Reading:
    """Return what the feed on a fetched page offers.

    Raises:
        FormatError: it is no feed, or none that can be read.
    """
    parse = partial(
        parse_feed,
        page.body,
        url=page.url,
        charset=page.charset,
        links=page.links,
        max_entries=means.bounds.max_entries,
    )
    reading = await means.parsed(parse, address=page.url)
    return replace(
        reading,
        etag=page.etag,
        last_modified=page.last_modified,
        fresh_for=longest(page.fresh_for, reading.fresh_for),
    )


def create(means: Means) -> FeedSource:
    """Return the reader of feeds."""
    return FeedSource(means)
