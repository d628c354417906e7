"""Keeps what was asked on the way, and what came of it: for those who look on."""

from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

from bot.errors import FetchError, SourceError
from bot.fetch.http import Admits
from bot.fetch.robots import Guest
from bot.models import Page
from bot.ports import Clock, Fetcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request: the addresses on its way, and the page or the error at its end."""

    url: str
    hops: tuple[str, ...]
    took: timedelta
    page: Page | None = None
    error: FetchError | None = None


@dataclass(slots=True)
class Witness:
    """A fetcher that looks on while another one fetches."""

    guest: Guest
    clock: Clock
    asked: list[Asked] = field(default_factory=list)

    async def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        admits: Admits | None = None,
    ) -> Page | None:
        """Return the page, as the fetcher that is looked at; `FetchError`s pass through."""
        hops: list[str] = []
        started = self.clock.now()

        async def passed(address: str) -> None:
            if admits:
                await admits(address)
            hops.append(address)

        page: Page | None = None
        problem: FetchError | None = None
        try:
            page = await self.guest.fetch(
                url, etag=etag, last_modified=last_modified, admits=passed
            )
        except FetchError as error:
            problem = error
            raise
        finally:
            took = self.clock.now() - started
            self.asked.append(Asked(url=url, hops=tuple(hops), took=took, page=page, error=problem))
        return page

    def slow_down(self, url: str, pause: timedelta) -> None:
        """Leave at least `pause` between two requests to the host of `url`."""
        self.guest.slow_down(url, pause)

    def of(self, url: str = "") -> Asked | None:
        """Return the first request for an address, or at all, that brought a page, else failed."""
        seen = [one for one in self.asked if urlsplit(one.url).path != "/robots.txt"]
        seen = [one for one in seen if not url or one.url == url]
        return next((one for one in seen if one.page), next(iter(seen), None))


@dataclass(slots=True)
class Noting:
    """A fetcher that keeps why a page could not be had."""

    fetcher: Fetcher
    problem: str = ""

    async def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | None:
        """Return the page, as `Fetcher.fetch`."""
        try:
            return await self.fetcher.fetch(url, etag=etag, last_modified=last_modified)
        except SourceError as error:
            self.problem = self.problem or error.problem
            raise
