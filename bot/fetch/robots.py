"""robots.txt: which pages a site asks bots to leave alone, and how fast they may come.

Asked for article pages and pages of links. A feed is made for bots, and somebody subscribed to
it: its robots.txt is not asked.
"""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from protego import Protego
from yarl import URL

from bot.errors import FetchError, RefusedError, StatusError, UnreachableError
from bot.fetch.http import Admits
from bot.models import Page
from bot.ports import Clock
from bot.text.decode import decoded

AGENT = "newsdesk"
"""The name that a robots.txt calls us by; the User-Agent starts with it."""

KEPT_FOR = timedelta(days=1)
UNREADABLE_FOR = timedelta(hours=1)
LONGEST_DELAY = timedelta(seconds=10)
"""A longer `Crawl-delay` would hold up the whole round; 10 s is what most who name one name."""

_MAX_SITES = 1000
_MAX_BYTES = 500 * 1024  # RFC 9309 asks to read as much
_MAX_LINE = 2000
_OUR_NAME = re.compile(rf"{AGENT}(?![\w-])")
_AGENT_LINE = re.compile(r"\s*user[- ]?agent\s*[:\s]\s*(.*)", re.IGNORECASE)


class Guest(Protocol):
    """A fetcher that asks about every address on the way, and can be slowed down."""

    async def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        admits: Admits | None = None,
    ) -> Page | None:
        """Return the page, as `Fetcher.fetch`."""
        ...

    def slow_down(self, url: str, pause: timedelta) -> None:
        """Leave at least `pause` between two requests to the host of `url`."""
        ...


@dataclass(slots=True)
class _Site:
    """What is known of one site's robots.txt. Without `rules` nothing is forbidden."""

    asking: asyncio.Lock = field(default_factory=asyncio.Lock)
    until: datetime | None = None
    rules: Protego | None = None
    is_readable: bool = True


class ObedientFetcher:
    """Gets pages that their site does not ask bots to leave alone."""

    def __init__(self, guest: Guest, clock: Clock) -> None:
        self._guest = guest
        self._clock = clock
        self._sites: OrderedDict[str, _Site] = OrderedDict()

    async def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | None:
        """Return the page, as `Fetcher.fetch`.

        Raises:
            RefusedError: the robots.txt of a site on the way asks bots to stay away.
            UnreachableError: that robots.txt cannot be read for now.
            FetchError: the page cannot be had.
        """
        return await self._guest.fetch(
            url, etag=etag, last_modified=last_modified, admits=self.admit
        )

    async def admit(self, url: str) -> None:
        """Pass an address that the robots.txt of its site leaves open; as `fetch` for others."""
        site = await self._site(str(URL(url).origin()))
        if not site.is_readable:
            problem = "its robots.txt cannot be read; the page is tried again later"
            raise UnreachableError(url, problem)
        if site.rules is None:
            return
        if not site.rules.can_fetch(url, AGENT):
            raise RefusedError(url, "its robots.txt asks bots to stay away from this page")
        if delay := site.rules.crawl_delay(AGENT):
            self._guest.slow_down(url, min(timedelta(seconds=min(delay, 3600)), LONGEST_DELAY))

    async def _site(self, origin: str) -> _Site:
        """Return what is known of a site; it is asked once a day, by one at a time."""
        site = self._sites.setdefault(origin, _Site())
        self._sites.move_to_end(origin)
        while len(self._sites) > _MAX_SITES:
            self._sites.popitem(last=False)
        async with site.asking:
            if site.until is None or site.until <= self._clock.now():
                await self._ask(site, f"{origin}/robots.txt")
        return site

    async def _ask(self, site: _Site, address: str) -> None:
        kept_for = KEPT_FOR
        site.rules, site.is_readable = None, True
        try:
            page = await self._guest.fetch(address)
        except FetchError as error:
            # A site that has none, or hides it, forbids nothing; one in trouble may forbid all.
            site.is_readable = not error.transient
            kept_for = KEPT_FOR if site.is_readable else _left_alone(error)
        else:
            if page is not None:
                site.rules = await asyncio.to_thread(_rules, page)
        site.until = self._clock.now() + kept_for


def _left_alone(error: FetchError) -> timedelta:
    """Return how long a robots.txt that cannot be read is not asked for again."""
    asked = error.retry_after if isinstance(error, StatusError) else None
    return min(asked or UNREADABLE_FOR, KEPT_FOR)


def _rules(page: Page) -> Protego:
    return Protego.parse("\n".join(_told(decoded(page.body[:_MAX_BYTES], page.charset))))


def _told(text: str) -> Iterator[str]:
    r"""Yield the lines of a robots.txt, with one name for all bots that are not us.

    The parser keeps every rule once for every bot it is for: a list of thousands of bots before
    thousands of rules would take all memory.

    >>> list(_told("User-agent: Otherbot\nUser-agent: Newsdesk/2\nDisallow: /"))
    ['user-agent: another', 'user-agent: newsdesk', 'Disallow: /']
    """
    for line in text.splitlines():
        found = _AGENT_LINE.match(line[:_MAX_LINE])
        yield _named(found[1]) if found else line[:_MAX_LINE]


def _named(agent: str) -> str:
    name = agent.partition("#")[0].strip().lower()
    if _OUR_NAME.match(name):
        return f"user-agent: {AGENT}"
    return "user-agent: *" if name == "*" else "user-agent: another"
