"""Getting the pages of an entry: its own, those on which it goes on, or another version of it."""

import structlog

from bot.errors import SourceError
from bot.extract.further import next_part, whole_version
from bot.models import Entry, Page
from bot.ports import Fetcher
from bot.schedule.visits import wants_page

MOST_PARTS = 8
"""Pages of one article that are fetched at most."""

log = structlog.get_logger()


async def pages_of(entry: Entry, fetcher: Fetcher) -> tuple[Page, ...]:
    """Return the entry's page, if it is needed and can be had, and the article's further pages.

    A page that shows no text gives way to its AMP or print version. What cannot be had is left
    out: there is less of the article then, in the end what the entry itself says.
    """
    first = entry.page
    if wants_page(entry):
        first = await _fetched(entry.url, fetcher)
    if first is None:
        return ()
    whole = whole_version(first)
    if whole:
        other = await _fetched(whole, fetcher)
        return (first, other) if other else (first,)
    return await _parts(first, fetcher)


async def _parts(first: Page, fetcher: Fetcher) -> tuple[Page, ...]:
    """Return a page and those on which its article goes on, each found on the one before."""
    pages = [first]
    while len(pages) < MOST_PARTS:
        address = next_part(pages[-1], first=first.url, number=len(pages) + 1)
        page = await _fetched(address, fetcher) if address else None
        if page is None:
            break
        pages.append(page)
    return tuple(pages)


async def _fetched(address: str, fetcher: Fetcher) -> Page | None:
    try:
        return await fetcher.fetch(address)
    except SourceError as error:
        log.info("page.failed", url=error.address, problem=error.problem)
        return None
