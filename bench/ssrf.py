r"""Leads our own code to addresses behind walls, by five routes: `python bench/ssrf.py FILE`.

FILE has one vector a line, in columns parted by tabs: the verdict, a category, the URL as a JSON
string, the answers of the name server as JSON (one list a look-up, the last one repeats), a note.
Verdicts: `block` connects to nobody; `allow` connects, to public addresses alone; `public-only`
and `either` may do either, but never connect to another address than a public one.

The routes: the URL itself; a page that redirects to it; a page that names it as its feed; a list
of feeds with it; a feed whose article it is. Names are looked up in the vector, and where the
guard lets a connection through it is noted and not made. Exits with 1 on a wrong verdict.
"""

import asyncio
import json
import logging
import socket
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from html import escape
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import structlog

from bot.errors import SourceError
from bot.fetch.http import HttpFetcher, Limits
from bot.fetch.opml import subscriptions
from bot.fetch.reader import SourceReader
from bot.fetch.robots import ObedientFetcher
from bot.models import Page, Source, SourceId
from bot.pipeline.pages import pages_of
from bot.ports import Fetcher
from bot.schedule.clock import SystemClock
from bot.workers.inline import InlineWorkers

HOST = "127.0.0.1"
LIMITS = Limits(pause=timedelta(), total=timedelta(seconds=5))
_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """An address, what name servers say of it, and what may come of it."""

    verdict: str
    category: str
    url: str
    answers: tuple[tuple[str, ...], ...]

    def verdict_by(self, route: str) -> str:
        """Return what may come of it by a route: elsewhere than typed it counts from the page."""
        is_whole = self.url.lower().startswith(("http://", "https://"))
        return self.verdict if route == "URL" or is_whole else "either"

    def is_met(self, route: str, reached: Sequence[str]) -> bool:
        """Say whether these connections are what may come of it."""
        if not all(ip_address(address).is_global for address in reached):
            return False
        match self.verdict_by(route):
            case "block":
                return not reached
            case "allow":
                return bool(reached)
            case _:
                return True


class ScriptedLoop(asyncio.SelectorEventLoop):
    """A loop that looks names up in `answers`: one list for each look-up, the last repeats."""

    answers: tuple[tuple[str, ...], ...] = ()
    asked: int = 0

    async def getaddrinfo(  # type: ignore[override]  # what is not asked for here is left out
        self, host: str, port: int, **_: object
    ) -> list[Any]:
        """Return the addresses that the script has for a name."""
        if not self.answers:
            raise socket.gaierror(socket.EAI_NONAME, f"no such name as {host}")
        found = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port, 0, 0))
            if ":" in address
            else (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))
            for address in found
        ]


class NotedFetcher(HttpFetcher):
    """Our fetcher, whose connections are noted instead of made; but for those to `own`."""

    def __init__(self, own: int) -> None:
        super().__init__(SystemClock(), allow_private=[f"{HOST}:{own}"], limits=LIMITS)
        self.own = own
        self.reached: list[str] = []

    def _guarded_socket(self, info: tuple[Any, ...]) -> socket.socket:
        made = super()._guarded_socket(info)
        address, port = info[4][:2]
        if (address, port) == (HOST, self.own):
            return made
        made.close()
        self.reached.append(address)
        raise ConnectionRefusedError(address)


@dataclass(slots=True)
class Site:
    """Our own server: it redirects, names a feed, or publishes an article."""

    url: str = ""
    port: int = 0
    served: set[asyncio.Task[None]] = field(default_factory=set)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request, with bytes of our own: no library would write some of these."""
        path = (await reader.readuntil(b"\r\n\r\n")).split(b" ")[1]
        url = self.url.encode("utf-8", "surrogatepass")
        in_markup = escape(self.url).encode("utf-8", "surrogatepass")
        match path:
            case b"/redirect":
                head, body = b"302 Found\r\nLocation: " + url, b""
            case b"/page":
                head = b"200 OK\r\nContent-Type: text/html"
                body = (
                    b'<html><head><title>Quay</title><link rel="alternate" '
                    b'type="application/rss+xml" href="' + in_markup + b'"></head></html>'
                )
            case b"/feed":
                head = b"200 OK\r\nContent-Type: application/rss+xml"
                body = (
                    b"<rss version='2.0'><channel><title>Quay</title><item><title>Pier</title>"
                    b"<link>" + in_markup + b"</link></item></channel></rss>"
                )
            case _:
                head, body = b"404 Not Found", b""
        length = str(len(body)).encode()
        writer.write(b"HTTP/1.1 " + head + b"\r\nContent-Length: " + length)
        writer.write(b"\r\nConnection: close\r\n\r\n" + body)
        writer.close()


Route = Callable[[NotedFetcher, Vector], Awaitable[None]]


async def by_url(fetcher: NotedFetcher, vector: Vector) -> None:
    """Ask for the address itself."""
    await fetcher.fetch(vector.url)


async def by_redirect(fetcher: NotedFetcher, _: Vector) -> None:
    """Ask for a page that redirects to it."""
    await fetcher.fetch(_own(fetcher, "redirect"))


async def by_autodiscovery(fetcher: NotedFetcher, _: Vector) -> None:
    """Add a page that names it as its feed."""
    await _reader(fetcher).discover(_own(fetcher, "page"))


async def by_opml(fetcher: NotedFetcher, vector: Vector) -> None:
    """Import a list with it, and read what is taken from the list."""
    line = f'<outline type="rss" xmlUrl="{escape(vector.url)}"/>'
    body = f'<opml version="2.0"><body>{line}</body></opml>'.encode("utf-8", "surrogatepass")
    for source in subscriptions(Page(url=_own(fetcher, "list"), body=body)).feeds:
        await _reader(fetcher).read(source)


async def by_article(fetcher: NotedFetcher, _: Vector) -> None:
    """Read a feed, and get the page of its article."""
    pages: Fetcher = ObedientFetcher(fetcher, SystemClock())
    feed = Source(id=SourceId("s1"), kind="feed", address=_own(fetcher, "feed"), name="Quay")
    for entry in (await _reader(fetcher).read(feed)).entries:
        await pages_of(entry, pages, InlineWorkers())


ROUTES: dict[str, Route] = {
    "URL": by_url,
    "redirect": by_redirect,
    "autodiscovery": by_autodiscovery,
    "OPML": by_opml,
    "article link": by_article,
}


def _own(fetcher: NotedFetcher, name: str) -> str:
    return f"http://{HOST}:{fetcher.own}/{name}"


def _reader(fetcher: Fetcher) -> SourceReader:
    return SourceReader(fetcher, workers=InlineWorkers())


async def reached_by(route: str, vector: Vector, site: Site) -> list[str]:
    """Return the addresses that a route to a vector's address connects to.

    Runs in a `ScriptedLoop`.
    """
    loop = asyncio.get_running_loop()
    if not isinstance(loop, ScriptedLoop):
        raise TypeError("not in a ScriptedLoop")
    loop.answers, loop.asked, site.url = vector.answers, 0, vector.url
    async with NotedFetcher(site.port) as fetcher:
        with suppress(SourceError):
            await ROUTES[route](fetcher, vector)
        return fetcher.reached


async def judged(vectors: Sequence[Vector]) -> dict[tuple[str, Vector], list[str]]:
    """Return what each route to each vector connects to."""
    site = Site()
    server = await asyncio.start_server(site.answer, HOST, 0)
    site.port = server.sockets[0].getsockname()[1]
    async with server:
        return {
            (route, vector): await reached_by(route, vector, site)
            for route in ROUTES
            for vector in vectors
        }


def vectors_in(path: Path) -> Iterator[Vector]:
    """Yield the vectors of a file."""
    for line in path.read_text("utf-8").splitlines():
        columns = line.split("\t")
        if line.startswith("#") or len(columns) < _COLUMNS:
            continue
        verdict, category, url, answers = columns[:_COLUMNS]
        yield Vector(
            verdict=verdict,
            category=category,
            url=json.loads(url),
            answers=tuple(map(tuple, json.loads(answers or "[]"))),
        )


def main(path: Path) -> int:
    """Print how many verdicts are right by each route; return 0 when all are."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    vectors = list(vectors_in(path))
    with asyncio.Runner(loop_factory=ScriptedLoop) as runner:
        results = runner.run(judged(vectors))
    wrong = [
        (route, vector, reached)
        for (route, vector), reached in results.items()
        if not vector.is_met(route, reached)
    ]
    for route, vector, reached in wrong:
        print(f"! {route}: {vector.url!r} ({vector.verdict}) connects to {reached or 'nobody'}")
    for route in ROUTES:
        bad = sum(one == route for one, _, _ in wrong)
        print(f"{route:<16}{len(vectors) - bad}/{len(vectors)} right")
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004  the file's path
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
