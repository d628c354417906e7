"""A source that offers a hub tells the desk of its news, from the first visit to the story."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from socket import socket

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app import App, opened
from bot.config import Settings
from bot.errors import ConfigError
from bot.models import EVERYONE
from tests.builders import HARBOUR, HOUR, NOW, OBSERVATORY
from tests.fakes import FixedClock, RecordingSender
from tests.standins.hub import HubStandin

FEED = (
    '<rss version="2.0"><channel><title>Herald</title><atom:link xmlns:atom="'
    'http://www.w3.org/2005/Atom" rel="hub" href="{hub}"/><atom:link xmlns:atom="'
    'http://www.w3.org/2005/Atom" rel="self" href="{feed}"/>{items}</channel></rss>'
)
ITEM = (
    "<item><title>{title}</title><guid>{title}</guid><pubDate>{at}</pubDate>"
    "<description>{text}</description></item>"
)


class Press:
    """A publisher's server with a feed, which names a hub."""

    def __init__(self, hub: str) -> None:
        self.hub = hub
        self.items: list[str] = []
        self.visits = 0
        application = web.Application()
        application.router.add_get("/feed", self._feed)
        self.server = TestServer(application)

    @property
    def address(self) -> str:
        """The address of the feed."""
        return f"http://127.0.0.1:{self.server.port}/feed"

    def publish(self, title: str, text: str) -> None:
        """Put a report into the feed."""
        at = "Tue, 24 Nov 2026 11:00:00 GMT"
        self.items.append(ITEM.format(title=title, at=at, text=text))

    async def _feed(self, _: web.Request) -> web.Response:
        self.visits += 1
        items = "".join(self.items)
        return web.Response(
            text=FEED.format(hub=self.hub, feed=self.address, items=items),
            content_type="application/rss+xml",
        )


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@asynccontextmanager
async def press(hub: HubStandin) -> AsyncIterator[Press]:
    """Run a publisher's server."""
    one = Press(hub.address)
    await one.server.start_server()
    yield one
    await one.server.close()


def settings(home: Path, *, feed: str, hub: str, port: int | None) -> Settings:
    """Return the settings of a desk that can be reached at a port, or not at all."""
    places = [one.removeprefix("http://").partition("/")[0] for one in (feed, hub)]
    web_table = {
        "public_url": f"http://127.0.0.1:{port}" if port else "",
        "listen": f"127.0.0.1:{port or 1}",
    }
    return Settings.model_validate(
        {
            "home": str(home),
            "fetch": {"allow_private": places, "pause_s": 0},
            "sources": [{"address": feed}],
            "web": web_table,
        }
    )


@asynccontextmanager
async def running(chosen: Settings, clock: FixedClock) -> AsyncIterator[App]:
    """Run a desk that only posts; its site says that it is well, and its first visits are done."""
    async with opened(chosen, {}, clock=clock) as desk:
        app = replace(desk, platforms={"slack": RecordingSender()})
        task = asyncio.ensure_future(app.run())
        async with aiohttp.ClientSession() as client, asyncio.timeout(60):
            while await health(client, chosen) != 200:
                assert not task.done(), task.exception()
                await asyncio.sleep(0)
            while not await is_read(app):  # noqa: ASYNC110 — nor does a row set an event
                await asyncio.sleep(0)
        try:
            yield app
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def is_read(app: App) -> bool:
    """Say whether every source was visited at this moment."""
    visits = await app.store.sources.visits()
    return [one.last_at for one in visits.values()] == [app.tools.clock.now()]


async def health(client: aiohttp.ClientSession, chosen: Settings) -> int:
    """Return what the site answers about the desk, 0 while there is none."""
    try:
        async with client.get(f"{chosen.web.public_url}/health") as answer:
            return answer.status
    except aiohttp.ClientConnectionError:
        return 0


async def titles(app: App) -> set[str]:
    """Return the titles that the desk knows."""
    found = await app.store.library.stories(since=NOW - 48 * HOUR, audience=EVERYONE)
    return {one.title for story in found for one in story.articles}


async def test_news_is_fetched_when_its_hub_tells(tmp_path: Path) -> None:
    """Not before, but at once; and rarely when it is silent."""
    clock = FixedClock()
    async with HubStandin() as hub, press(hub) as herald:
        herald.publish("Harbour reopens", HARBOUR)
        chosen = settings(tmp_path, feed=herald.address, hub=hub.address, port=free_port())
        async with running(chosen, clock) as app:
            assert app.subscriber is not None
            await app.subscriber.keep_up()
            herald.publish("Comet found", OBSERVATORY)
            clock.advance(timedelta(minutes=1))
            silent = await app.pipeline.gather()
            before = await titles(app)
            status = await hub.push(b"<rss>not even read</rss>")
            told = await app.pipeline.gather()
            after = await titles(app)
            clock.advance(2 * HOUR)
            rarely = await app.pipeline.gather()
            clock.advance(5 * HOUR)
            at_last = await app.pipeline.gather()

        assert hub.last["hub.topic"] == herald.address
    assert (status, silent.sources, told.sources) == (202, 0, 1)
    assert (rarely.sources, at_last.sources) == (0, 1)
    assert (before, after) == ({"Harbour reopens"}, {"Harbour reopens", "Comet found"})


async def test_a_desk_that_starts_again_has_missed_what_was_told(tmp_path: Path) -> None:
    """It keeps its agreements, and visits at once what may have news; without its address, none."""
    clock, port = FixedClock(), free_port()
    async with HubStandin() as hub, press(hub) as herald:
        herald.publish("Harbour reopens", HARBOUR)
        chosen = settings(tmp_path, feed=herald.address, hub=hub.address, port=port)
        async with running(chosen, clock) as app:
            assert app.subscriber is not None
            await app.subscriber.keep_up()
            await hub.push()
            kept = await app.store.pushes.all()
        visits = herald.visits
        clock.advance(timedelta(minutes=1))
        async with running(chosen, clock) as app:
            again = await app.store.pushes.all()
        more = herald.visits - visits
        alone = settings(tmp_path, feed=herald.address, hub=hub.address, port=None)
        async with opened(alone, {}, clock=clock) as desk:
            app = replace(desk, platforms={"slack": RecordingSender()})
            task = asyncio.ensure_future(app.run())
            async with asyncio.timeout(60):
                while await app.store.pushes.all():  # noqa: ASYNC110 — a row sets no event
                    await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    assert [one.token for one in again] == [one.token for one in kept]
    assert len(hub.asked) == 1
    assert more == 1


async def test_a_desk_does_not_start_where_it_cannot_listen(tmp_path: Path) -> None:
    """The setting is named."""
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        chosen = settings(
            tmp_path, feed="http://127.0.0.1:1/", hub="http://127.0.0.1:1/", port=port
        )
        async with opened(chosen, {}, clock=FixedClock(), sources=()) as app:
            with pytest.raises(ConfigError, match=r"web\.listen"):
                await app.run()
