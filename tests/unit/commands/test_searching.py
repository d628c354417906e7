"""Promises of `/latest` about a topic that no source covers: the searches are asked."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.commands.catalogue import DeskCatalogue
from bot.commands.desk import Desk
from bot.commands.searching import searched
from bot.fetch.http import HttpFetcher, Limits
from bot.fetch.reader import SourceReader
from bot.models import EVERYONE, Actor, Ask, Channel, Source, WorkspaceId
from bot.pipeline import Pipeline
from bot.schedule.clock import SystemClock
from bot.text.plain import plain_text
from bot.text.topics import parse_topic
from bot.workers.inline import InlineWorkers
from tests.builders import DAY, HILL, NOW, RIVER, channel, source
from tests.desks import OpenDesk

SOON = timedelta(seconds=0.3)
TERMINAL = channel("terminal", platform="console", workspace=WorkspaceId("console:"))
REPORT = "Beavers felled the poplars of Delta on Monday. The canal board counted {n} stumps."


class World:
    """A server with a search in two forms, articles, and ways to misbehave."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.host = host
        self.asked: list[str] = []
        self.never = asyncio.Event()
        app = web.Application()
        app.router.add_get("/{form}", self.answer)
        app.router.add_get("/news/{n}", self.article)
        self.server = TestServer(app, host=host)

    def search(self, form: str) -> Source:
        """Return the search that answers in a form."""
        one = source(f"Search {form}", id=form, address=f"{self.root}/{form}?q={{topic}}")
        return replace(one, kind="search")

    @property
    def root(self) -> str:
        """The server's address."""
        return f"http://{self.host}:{self.server.port}"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer a search."""
        self.asked.append(request.query["q"])
        links = [f"{self.root}/news/{n}" for n in (1, 2)]
        match request.match_info["form"]:
            case "gdelt":
                listed = [
                    {"url": link, "title": "Beavers fell poplars", "seendate": "20261124T110000Z"}
                    for link in links
                ]
                return web.json_response({"articles": listed})
            case "feed":
                items = "".join(
                    f"<item><title>Beavers fell poplars</title><link>{link}</link></item>"
                    for link in links
                )
                return web.Response(text=f"<rss version='2.0'><channel>{items}</channel></rss>")
            case "half":
                links = [links[0], f"{self.root}/news/never"]
                return web.json_response(
                    {"articles": [{"url": link, "title": "Beavers"} for link in links]}
                )
            case "slow":
                await self.never.wait()
        bodies = {
            "empty": "{}",
            "html": "<html><p>We are busy</p></html>",
            "words": "Your query was too short or too long.",
        }
        return web.Response(text=bodies[request.match_info["form"]])

    async def article(self, request: web.Request) -> web.Response:
        """Answer with an article; one of them never comes."""
        n = request.match_info["n"]
        if n == "never":
            await self.never.wait()
        return web.Response(text=REPORT.format(n=json.dumps(n)))


@pytest.fixture
async def world() -> AsyncIterator[World]:
    """A world on loopback."""
    one = World()
    await one.server.start_server()
    yield one
    one.never.set()
    await one.server.close()


@pytest.fixture
async def far() -> AsyncIterator[World]:
    """A world at another host: one host is asked one thing at a time."""
    one = World("127.0.0.2")
    await one.server.start_server()
    yield one
    one.never.set()
    await one.server.close()


@pytest.fixture
async def asking(empty: OpenDesk, world: World, far: World) -> AsyncIterator[Desk]:
    """A desk that reads from the world."""
    limits = Limits(pause=timedelta())
    opened = [one.root.removeprefix("http://") for one in (world, far)]
    async with HttpFetcher(SystemClock(), allow_private=opened, limits=limits) as fetcher:
        parts = replace(
            empty.pipeline.parts,
            reader=SourceReader(fetcher, workers=InlineWorkers()),
            fetcher=fetcher,
        )
        yield replace(empty.desk, pipeline=Pipeline(parts))


async def latest(desk: Desk, line: str = "beavers", place: Channel | None = None) -> str:
    """Return the answer to `/latest`."""
    ask = Ask(line=f"latest {line}", actor=Actor(id="U1"), channel=place or channel())
    return plain_text((await DeskCatalogue(desk).answer(ask)).message)


@pytest.mark.parametrize("form", ["gdelt", "feed"])
async def test_topic_nobody_covers_is_searched_for(asking: Desk, world: World, form: str) -> None:
    """On the first day too: the answer is told with the sites that reported, and is kept."""
    await asking.store.sources.save(world.search(form))

    first, second = await latest(asking), await latest(asking)

    assert "Beavers" in first
    assert "127.0.0.1" in first
    assert "Search" not in first
    assert second == first
    assert world.asked == ["beavers"]


async def test_what_is_covered_is_not_searched_for(
    asking: Desk, desk: OpenDesk, world: World
) -> None:
    """A topic that the desk's own sources tell of stays here; so does no topic at all."""
    await asking.store.sources.save(world.search("gdelt"))
    del desk

    assert "Harbour" in await latest(asking, "harbour")
    assert "Latest news" in await latest(asking, "")
    assert world.asked == []


async def test_without_a_search_nothing_leaves_the_desk(asking: Desk, world: World) -> None:
    """Searching is off until the operator or the workspace adds a search."""
    await asking.store.sources.save(source())
    await asking.store.sources.save(replace(world.search("gdelt"), paused=True))

    assert "could be read yet" in await latest(asking, "beavers count:3")
    assert world.asked == []


async def test_what_a_workspace_looked_for_no_other_sees(asking: Desk, world: World) -> None:
    """The articles belong to the workspace that asked; the operator's to everyone."""
    await asking.store.sources.save(world.search("gdelt"))
    await latest(asking)

    library = asking.store.library
    assert len(await library.stories(since=NOW - DAY, audience=RIVER)) == 1
    assert await library.stories(since=NOW - DAY, audience=HILL) == ()

    await latest(asking, place=TERMINAL)
    (story,) = await library.stories(since=NOW - DAY, audience=HILL)
    assert {one.audience for one in story.articles} == {EVERYONE}


async def test_slow_search_is_not_waited_for(asking: Desk, world: World, far: World) -> None:
    """What others found in time is told, and who was late is said."""
    await asking.store.sources.save(far.search("slow"))
    await asking.store.sources.save(world.search("gdelt"))

    found = await searched(asking, channel(), parse_topic("beavers"), within=SOON)

    assert found.problems == ["Search slow did not answer within 0.3 s"]
    assert len(found.articles) == 2


async def test_slow_article_is_not_waited_for(asking: Desk, world: World) -> None:
    """What came before time ran out is filed."""
    await asking.store.sources.save(world.search("half"))

    found = await searched(asking, channel(), parse_topic("beavers"), within=SOON)

    assert len(found.articles) == 1
    assert found.problems == []


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        ("words", "Search words failed: the search says: Your query was too short or too long."),
        ("html", "Search html failed: this is a web page, not a feed"),
        ("empty", "in the 1 source read"),
    ],
)
async def test_search_that_fails_is_told(
    asking: Desk, world: World, form: str, problem: str
) -> None:
    """The asker learns why there is nothing; an empty answer is no failure."""
    await asking.store.sources.save(world.search(form))
    await asking.pipeline.gather()

    said = await latest(asking)

    assert "Nothing about beavers" in said
    assert problem in said


async def test_failure_does_not_hide_what_others_found(asking: Desk, world: World) -> None:
    """Stories come first, then small print."""
    await asking.store.sources.save(world.search("words"))
    await asking.store.sources.save(world.search("feed"))

    said = await latest(asking)

    assert "Latest on beavers" in said
    assert "Search words failed" in said
