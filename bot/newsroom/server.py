"""Serves the sample newsroom over HTTP on loopback: only what has appeared by its clock."""

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.models import Source, SourceId
from bot.newsroom.articles import SampleArticle, SampleOutlet, load_articles, load_outlets
from bot.newsroom.pages import Document, Pages
from bot.ports import Clock
from bot.text.ids import short_id

OPENING = datetime(2026, 10, 16, 18, 0, tzinfo=UTC)
"""Friday evening: the first briefing of the demo."""

NEXT_MORNING = datetime(2026, 10, 17, 7, 0, tzinfo=UTC)
"""Saturday morning: follow-ups have appeared, a second briefing tells only these."""


class SampleNewsroom:
    """The invented outlets on one loopback server, for as long as the context lasts."""

    def __init__(self, clock: Clock, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self.authority = ""
        self.sources: tuple[Source, ...] = ()
        self._clock = clock
        self._host = host
        self._port = port
        self._outlets = {outlet.slug: outlet for outlet in load_outlets()}
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.5)

    async def __aenter__(self) -> Self:
        """Listen; afterwards `authority` and `sources` say where."""
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        host, port = self._runner.addresses[0][:2]
        self.authority = f"{host}:{port}"
        self.sources = tuple(_source(one, self.authority) for one in self._outlets.values())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    def _application(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/robots.txt", _robots)
        app.router.add_get("/{outlet}/", self._home)
        app.router.add_get("/{outlet}/{name}", self._named)
        return app

    async def _home(self, request: web.Request) -> web.Response:
        outlet = self._outlet(request)
        return _answer(request, self._pages().home(outlet, self._shown(outlet)))

    async def _named(self, request: web.Request) -> web.Response:
        """Answer with the outlet's feed, one of its articles, or an article's text copy."""
        outlet, name = self._outlet(request), request.match_info["name"]
        shown = self._shown(outlet)
        if name == outlet.feed:
            return _answer(request, self._pages().feed(outlet, shown))
        for article in shown:
            if name == article.id:
                return _answer(request, self._pages().article(article, outlet, shown))
            if name == f"{article.id}.txt":
                return _answer(request, self._pages().text_copy(article, outlet, shown))
        raise web.HTTPNotFound

    def _outlet(self, request: web.Request) -> SampleOutlet:
        outlet = self._outlets.get(request.match_info["outlet"])
        if outlet is None:
            raise web.HTTPNotFound
        return outlet

    def _shown(self, outlet: SampleOutlet) -> list[SampleArticle]:
        """Return the outlet's articles that have appeared by now, newest first."""
        now = self._clock.now()
        found = [
            article
            for article in reversed(load_articles())
            if article.outlet == outlet.slug and article.appears <= now
        ]
        if not found:  # before the outlet's first article there is nothing to visit
            raise web.HTTPNotFound
        return found

    def _pages(self) -> Pages:
        return Pages(f"http://{self.authority}")


def _source(outlet: SampleOutlet, authority: str) -> Source:
    """Return the source that stands for an outlet. Its id does not know the port."""
    kind = "page" if outlet.form == "page" else "feed"
    path = "" if kind == "page" else outlet.feed
    return Source(
        id=SourceId(short_id("s", kind, outlet.slug)),
        kind=kind,
        address=f"http://{authority}/{outlet.slug}/{path}",
        name=outlet.name,
        language=outlet.language,
    )


async def _robots(request: web.Request) -> web.Response:
    del request  # the same for everyone
    return web.Response(text="User-agent: *\nAllow: /\n")


def _answer(request: web.Request, document: Document) -> web.Response:
    """Return the document, or 304 when the asker has it already."""
    etag = f'"{sha256(document.body).hexdigest()[:20]}"'
    headers = {
        "ETag": etag,
        "Last-Modified": format_datetime(document.modified, usegmt=True),
        "Content-Type": document.content_type,
    }
    if _has_it(request, etag, document.modified):
        del headers["Content-Type"]
        return web.Response(status=web.HTTPNotModified.status_code, headers=headers)
    return web.Response(body=document.body, headers=headers)


def _has_it(request: web.Request, etag: str, modified: datetime) -> bool:
    """Whether the asker's conditions name this very document; the entity tag goes first."""
    if "If-None-Match" in request.headers:
        known = {
            tag.strip().removeprefix("W/") for tag in request.headers["If-None-Match"].split(",")
        }
        return etag in known or "*" in known
    since = request.headers.get("If-Modified-Since", "")
    try:
        return bool(since) and modified.replace(microsecond=0) <= parsedate_to_datetime(since)
    except (TypeError, ValueError):  # an unreadable date, or one without a zone, is no condition
        return False
