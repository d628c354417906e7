"""Getting the pages of an entry: its own, those on which it goes on, or another version of it."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TypeVar

import structlog

from bot.errors import SourceError, WorkError
from bot.extract.further import Onward, next_part, onward
from bot.models import Entry, Page
from bot.ports import Fetcher, Workers
from bot.schedule.visits import wants_page
from bot.text.urls import is_web

MOST_PARTS = 8
"""Pages of one article that are fetched at most."""

LOOK_WITHIN = timedelta(seconds=10)
"""A page's links take 0.02 s; those of one that is made of links take seconds."""

log = structlog.get_logger()
_Found = TypeVar("_Found")


async def pages_of(entry: Entry, fetcher: Fetcher, workers: Workers) -> tuple[Page, ...]:
    """Return the entry's page, if it is needed and can be had, and the article's further pages.

    A page that shows no text gives way to its AMP or print version. What cannot be had is left
    out: there is less of the article then, in the end what the entry itself says.
    """
    first = entry.page
    if wants_page(entry):
        first = await _fetched(entry.url, fetcher)
    if first is None:
        return ()
    if not is_web(first.url):
        return (first,)
    nowhere = Onward(whole="", part="")
    ways = await _looked(partial(onward, first), first, workers, otherwise=nowhere)
    if ways.whole:
        other = await _fetched(ways.whole, fetcher)
        return (first, other) if other else (first,)
    pages, address = [first], ways.part
    while address and (page := await _fetched(address, fetcher)):
        pages.append(page)
        if len(pages) == MOST_PARTS:
            break
        look = partial(next_part, page, first=first.url, number=len(pages) + 1)
        address = await _looked(look, page, workers, otherwise="")
    return tuple(pages)


async def _looked(
    look: Callable[[], _Found], page: Page, workers: Workers, *, otherwise: _Found
) -> _Found:
    """Return what there is to see on a page; `otherwise` when it takes too long to look."""
    try:
        return await workers.call(look, about=page.url, within=LOOK_WITHIN)
    except WorkError as error:
        log.info("page.failed", url=page.url, problem=error.problem)
        return otherwise


async def _fetched(address: str, fetcher: Fetcher) -> Page | None:
    try:
        return await fetcher.fetch(address)
    except SourceError as error:
        log.info("page.failed", url=error.address, problem=error.problem)
        return None
