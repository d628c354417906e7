"""A news sitemap: the pages that a publisher offers to news searches, with title and date."""

from dataclasses import dataclass, replace
from functools import partial

from bot.errors import FormatError, SourceError
from bot.fetch.kinds import Means
from bot.fetch.sitemaps import Sitemap, joined, parse_sitemap
from bot.models import Page, Reading, Source, Visit

_PARTS_READ = 4


@dataclass(frozen=True, slots=True)
class SitemapSource:
    """Reads news sitemaps, and one level of those that an index names."""

    means: Means

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return the news that the sitemap names, the newest first."""
        etag, last_modified = (visit.etag, visit.last_modified) if visit else (None, None)
        page = await self.means.fetcher.fetch(
            source.address, etag=etag, last_modified=last_modified
        )
        if page is None:
            return Reading(unchanged=True, etag=etag, last_modified=last_modified)
        found = await self._parsed(page)
        if found.parts:
            return await self._index(found.parts)
        return replace(
            found.reading,
            etag=page.etag,
            last_modified=page.last_modified,
            fresh_for=page.fresh_for,
        )

    async def _parsed(self, page: Page) -> Sitemap:
        parse = partial(
            parse_sitemap,
            page.body,
            url=page.url,
            charset=page.charset,
            max_entries=self.means.bounds.max_entries,
        )
        return await self.means.parsed(parse, address=page.url)

    async def _index(self, addresses: tuple[str, ...]) -> Reading:
        """Return the news of the parts likeliest to hold some; those that cannot be read are left.

        It carries no validators: those of the index would hide that a part has changed.

        Raises:
            SourceError: no part could be read; of the first one.
        """
        readings: list[Reading] = []
        problem: SourceError | None = None
        for address in addresses[:_PARTS_READ]:
            try:
                page = await self.means.fetcher.fetch(address)
                if page is not None:
                    readings.append((await self._parsed(page)).reading)
            except SourceError as error:
                problem = problem or error
        if not readings:
            raise problem or FormatError(addresses[0], "an index that names no sitemap of news")
        return joined(readings, max_entries=self.means.bounds.max_entries)


def create(means: Means) -> SitemapSource:
    """Return the reader of news sitemaps."""
    return SitemapSource(means)
