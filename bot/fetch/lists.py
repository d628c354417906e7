"""Gets a list of feeds from the web, or from the operator's disk."""

import asyncio
from functools import partial

from bot.errors import FormatError
from bot.fetch.kinds import Means
from bot.fetch.opml import Subscriptions, subscriptions
from bot.fetch.sources.files import body_of, path_of
from bot.models import Page
from bot.text.urls import is_web


async def list_at(address: str, *, means: Means, is_operators: bool) -> Subscriptions:
    """Return what the list at an address names; a path is the operator's alone.

    Raises:
        SourceError: it cannot be had, or is no list of feeds.
    """
    if is_web(address) or not is_operators:
        page = await means.fetcher.fetch(address)
    else:
        body = await asyncio.to_thread(body_of, path_of(address), means.bounds.max_bytes)
        page = Page(url=address, body=body)
    if page is None:
        raise FormatError(address, "says unchanged though it was never read; try again later")
    parse = partial(subscriptions, page, may_be_private=is_operators)
    return await means.parsed(parse, address=page.url)
