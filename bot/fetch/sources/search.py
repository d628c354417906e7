"""A search by topic: an address with `{topic}` in it that answers as feeds or GDELT do."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from bot.fetch.freshness import longest
from bot.fetch.gdelt import complaint, found_by_gdelt
from bot.fetch.items import reading
from bot.fetch.kinds import Means
from bot.fetch.parse import parse_text
from bot.fetch.queries import is_template
from bot.fetch.sniff import Shape, shape_of
from bot.models import Page, Reading, Source, Visit
from bot.text.decode import decoded

_SHARED = timedelta(minutes=15)
"""A search serves the whole world, and always has something new: its dates show no rhythm."""


@dataclass(frozen=True, slots=True)
class SearchSource:
    """Reads the answers of searches. Nothing is sent anywhere until somebody asks."""

    means: Means

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return what the search found; nothing new while its address still lacks a topic."""
        etag, last_modified = (visit.etag, visit.last_modified) if visit else (None, None)
        if is_template(source.address):
            return Reading(unchanged=True, etag=etag, last_modified=last_modified)
        page = await self.means.fetcher.fetch(
            source.address, etag=etag, last_modified=last_modified
        )
        if page is None:
            return Reading(unchanged=True, etag=etag, last_modified=last_modified)
        work = partial(_found, page, self.means.bounds.max_entries)
        found = await self.means.parsed(work, address=page.url)
        return replace(
            found,
            etag=page.etag,
            last_modified=page.last_modified,
            fresh_for=longest(page.fresh_for, found.fresh_for, _SHARED),
        )


def _found(page: Page, max_entries: int) -> Reading:
    text = decoded(page.body, page.charset)
    listed = found_by_gdelt(text, page.url)
    if listed is not None:
        return reading(listed, base=page.url, max_entries=max_entries)
    if shape_of(text) is Shape.TEXT:
        raise complaint(text, page.url)
    return parse_text(text, url=page.url, max_entries=max_entries)


def create(means: Means) -> SearchSource:
    """Return the reader of searches."""
    return SearchSource(means)
