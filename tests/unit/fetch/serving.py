"""Loopback servers for the fetcher, and fetchers to which they are open."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiohttp import web

from bot.fetch.http import HttpFetcher, Limits
from bot.schedule.clock import SystemClock

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Handler], Awaitable[str]]

SMALL = Limits(
    max_bytes=100_000,
    total=timedelta(seconds=5),
    read=timedelta(seconds=0.2),
    pause=timedelta(),
)


def fetcher_to(*addresses: str, limits: Limits = SMALL) -> HttpFetcher:
    """Return a fetcher to which these addresses are open."""
    ports = [address.removeprefix("http://").rstrip("/") for address in addresses]
    return HttpFetcher(SystemClock(), allow_private=ports, limits=limits)
