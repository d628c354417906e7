"""Which pages are left alone because their site asks for it, on loopback."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.errors import RefusedError, StatusError, UnreachableError
from bot.fetch.http import Admits, HttpFetcher, Limits
from bot.fetch.robots import KEPT_FOR, LONGEST_DELAY, UNREADABLE_FOR, ObedientFetcher
from bot.models import Page
from tests.fakes import FixedClock

OPEN = "User-agent: *\nDisallow:\n"


@dataclass(slots=True)
class Site:
    """A site with a robots.txt; every other page is itself."""

    robots: str = OPEN
    status: int = 200
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    server: TestServer = field(init=False)

    async def answer(self, request: web.Request) -> web.Response:
        """Answer with the robots.txt, a redirect or a page."""
        self.asked.append(request.path)
        if request.path == "/robots.txt":
            return web.Response(status=self.status, text=self.robots)
        if request.path in self.moved:
            return web.Response(status=302, headers={"Location": self.moved[request.path]})
        return web.Response(text="page")

    def url(self, path: str, *, host: str = "127.0.0.1") -> str:
        """Return the address of a page."""
        return f"http://{host}:{self.server.port}{path}"


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """Give a site that is up."""
    made = Site()
    app = web.Application()
    app.router.add_get("/{tail:.*}", made.answer)
    made.server = TestServer(app)
    await made.server.start_server()
    yield made
    await made.server.close()


@dataclass(slots=True)
class Desk:
    """An obedient fetcher, with its clock at hand."""

    clock: FixedClock
    fetcher: ObedientFetcher


@pytest.fixture
async def desk(site: Site) -> AsyncIterator[Desk]:
    """Give a fetcher to which the site is open."""
    clock = FixedClock()
    opened = [f"127.0.0.1:{site.server.port}"]
    async with HttpFetcher(clock, allow_private=opened, limits=Limits(pause=timedelta())) as guest:
        yield Desk(clock, ObedientFetcher(guest, clock))


@pytest.mark.parametrize(
    "robots",
    [
        "User-agent: *\nDisallow: /news/",
        "user-agent: newsdesk\ndisallow: /news",
        "User-agent: Newsdesk/2.0  # the reader\nDisallow: /*/harbour$\n\nUser-agent: *\nAllow: /",
        "User-agent: Otherbot\nUser-agent: Newsdesk\nDisallow: /",
        "\ufeffUser-agent: *\r\nDisallow: /\r\nAllow: /about\r\n",
    ],
)
async def test_closed_page_is_left_alone(site: Site, desk: Desk, robots: str) -> None:
    """A page that its site closes to bots is not asked for, and the reason is told."""
    site.robots = robots

    with pytest.raises(RefusedError, match=r"robots\.txt asks bots to stay away from this page"):
        await desk.fetcher.fetch(site.url("/news/harbour"))

    assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "robots",
    [
        OPEN,
        "",
        "<html><body>Not here</body></html>",
        "User-agent: *\nDisallow: /login\nDisallow: /*?print=",
        "User-agent: Otherbot\nDisallow: /",
        "User-agent: news\nDisallow: /",
        "User-agent: newsdesk-archive\nDisallow: /",
        "User-agent: *\nDisallow: /\n\nUser-agent: Newsdesk\nAllow: /",
        "User-agent: *\nDisallow: /news/\nAllow: /news/harbour",
        "Disallow: /",
    ],
)
async def test_open_page_is_fetched(site: Site, desk: Desk, robots: str) -> None:
    """What is closed to others, or not closed at all, is open to us."""
    site.robots = robots

    page = await desk.fetcher.fetch(site.url("/news/harbour"))

    assert page is not None
    assert page.body == b"page"


@pytest.mark.parametrize("status", [401, 403, 404, 410])
async def test_site_without_robots_is_open(site: Site, desk: Desk, status: int) -> None:
    """A robots.txt that is not there, or not for us, closes nothing."""
    site.status, site.robots = status, "User-agent: *\nDisallow: /"

    assert await desk.fetcher.fetch(site.url("/news")) is not None


async def test_site_in_trouble_is_left_alone_for_an_hour(site: Site, desk: Desk) -> None:
    """While robots.txt cannot be read no page is asked for; an hour later it is looked at again."""
    site.status = 500

    for _ in range(2):
        with pytest.raises(UnreachableError, match=r"robots\.txt cannot be read"):
            await desk.fetcher.fetch(site.url("/news"))
    asked_in_trouble = list(site.asked)
    site.status = 200
    desk.clock.advance(UNREADABLE_FOR)
    page = await desk.fetcher.fetch(site.url("/news"))

    assert asked_in_trouble == ["/robots.txt"]
    assert page is not None


async def test_site_is_asked_once_a_day(site: Site, desk: Desk) -> None:
    """However many pages are fetched at once, robots.txt is asked for once, and again next day."""
    async with asyncio.TaskGroup() as group:
        for number in range(5):
            group.create_task(desk.fetcher.fetch(site.url(f"/{number}")))
    once = site.asked.count("/robots.txt")
    desk.clock.advance(KEPT_FOR)
    site.robots = "User-agent: *\nDisallow: /"
    with pytest.raises(RefusedError):
        await desk.fetcher.fetch(site.url("/5"))

    assert once == 1
    assert site.asked.count("/robots.txt") == 2


async def test_redirect_to_a_closed_page_is_not_followed(site: Site, desk: Desk) -> None:
    """Every page on the way is asked about, not only the first."""
    site.moved["/go"] = site.url("/closed")
    site.robots = "User-agent: *\nDisallow: /closed"

    with pytest.raises(RefusedError):
        await desk.fetcher.fetch(site.url("/go"))

    assert site.asked == ["/robots.txt", "/go"]


@pytest.mark.parametrize(
    ("asked", "pause"),
    [
        ("2", timedelta(seconds=2)),
        ("1.5", timedelta(seconds=1.5)),
        ("3600", LONGEST_DELAY),
        ("1e300", LONGEST_DELAY),
        ("-1", timedelta()),
        ("nan", timedelta()),
        ("a while", timedelta()),
    ],
)
async def test_site_sets_the_pace(site: Site, desk: Desk, asked: str, pause: timedelta) -> None:
    """Between two pages lies the site's `Crawl-delay`, up to a bound."""
    site.robots = f"User-agent: *\nCrawl-delay: {asked}\nDisallow: /closed"
    await desk.fetcher.fetch(site.url("/1"))
    started = desk.clock.now()

    await desk.fetcher.fetch(site.url("/2"))

    assert desk.clock.now() - started == pause


async def test_overloaded_site_is_left_alone(site: Site, desk: Desk) -> None:
    """A robots.txt that says "too many requests" is no leave to go on."""
    site.status = 429

    with pytest.raises(UnreachableError):
        await desk.fetcher.fetch(site.url("/news"))

    assert site.asked == ["/robots.txt"]


async def test_other_errors_pass_through(site: Site, desk: Desk) -> None:
    """A page that cannot be had is an error like any other."""
    site.moved["/go"] = "/go"

    with pytest.raises(RefusedError, match="private"):
        await desk.fetcher.fetch("http://10.0.0.1/")
    with pytest.raises(Exception, match="redirects more than 5 times") as caught:
        await desk.fetcher.fetch(site.url("/go"))

    assert not isinstance(caught.value, StatusError)


async def test_list_of_all_bots_takes_no_memory(site: Site, desk: Desk) -> None:
    """Thousands of names before thousands of rules are read as two names."""
    names = "".join(f"User-agent: bot{number}\n" for number in range(8000))
    rules = "".join(f"Disallow: /{number}\n" for number in range(20_000))
    site.robots = f"{names}User-agent: *\n{rules}"

    with pytest.raises(RefusedError):
        await desk.fetcher.fetch(site.url("/7"))
    page = await desk.fetcher.fetch(site.url("/news"))

    assert page is not None


@dataclass(slots=True)
class BareWeb:
    """A web of sites that have nothing but a robots.txt, and that is not there."""

    async def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        admits: Admits | None = None,
    ) -> Page | None:
        """Ask whether the address is admitted; there is nothing."""
        del etag, last_modified
        if admits:
            await admits(url)
            return None
        raise StatusError(url, 404, "404: the page is not there")

    def slow_down(self, url: str, pause: timedelta) -> None:
        """Nobody asks for it."""
        raise AssertionError(url, pause)


async def test_sites_remembered_are_bounded() -> None:
    """Sites that nobody asks any more are forgotten."""
    fetcher = ObedientFetcher(BareWeb(), FixedClock())

    for number in range(1100):
        await fetcher.fetch(f"https://{number}.example/")

    assert len(fetcher._sites) == 1000  # noqa: SLF001  the promise is about memory
