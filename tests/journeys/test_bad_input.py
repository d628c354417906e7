"""A source or a question that is wrong gets one clear answer, and the desk goes on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web

from bot.fetch.items import source_id
from bot.models import Source
from tests.journeys.bureau import Bureau, bureau

HUGE = 30_000_000
FEED = {"Content-Type": "application/rss+xml"}
LOGIN = "<!doctype html><html><head><title>Moved</title></head><body><p>Log in.</p></body></html>"

FAULTS = {
    "html": "this is a web page, not a feed; give the address of its feed, or add it as a page",
    "gone": "404: the page is not there; check the address or remove the source",
    "empty": "an empty answer, not a feed; check the address, or try again later",
    "huge": "larger than 8 MB, the limit set by fetch.max_bytes; raise it or use a feed",
}

ANSWERS = {
    "latest zzyzx": "Nothing about zzyzx in the 12 sources read.",
    "latest harbuor": "No report holds “harbuor”: taken for “harbour”.",
    "latest harz": "Words near it in the news: harbour.",
    "brief zzyzx": "Nothing about zzyzx has come in. Try /latest with other words",
    "latest harbour since:often": "“often” is no time span. Type it like 24h, 3d, 2w, yesterday",
    "latest harbour count:99": "“99” is no count: a number from 1 to 10.",
    "subscribe harbour zone:Mars/City 08:00": "“Mars/City” is no time zone. Type it like Europe/",
    "unsubscribe chess": "This channel is not subscribed to chess.",
    "news story nowhere": "No story is known under “nowhere”. Use the id below a story",
    "news source add ftp://quay.example/f": "is no web address. Type it like https://",
    "news source remove nobody": "There is no source “nobody”. /news source list shows them.",
    "news source test http://10.0.0.1/feed": "leads to a private network, which is not visited",
    "lastest harbour": "There is no command “lastest harbour”.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ailing:
    """A desk that reads the newsroom and a site of which nothing is as it should be."""

    desk: Bureau
    site: str


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ailing(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Ailing]:
    """A desk that has visited every source, the broken ones among them."""
    home = tmp_path_factory.mktemp("home")
    async with broken_site() as site, bureau(home, allow=(site,)) as desk:
        for path in FAULTS:
            await desk.app.store.sources.save(_source(site, path))
        await desk.gather()
        yield Ailing(desk=desk, site=site)


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("path", "fault"), FAULTS.items())
async def test_a_broken_source_is_named_with_its_cure(
    ailing: Ailing, path: str, fault: str
) -> None:
    """A source that cannot be read is named once in the status, with its fault and the cure."""
    status = await ailing.desk.answered("/news status")

    assert status.count(f"{path} fails: {fault}") == 1


@pytest.mark.asyncio(loop_scope="module")
async def test_the_other_sources_are_read(ailing: Ailing) -> None:
    """What the sound sources bring is told although four others are broken."""
    status = await ailing.desk.answered("/news status")

    assert "Sources: 12, last read just now, 4 failing" in status
    assert "harbour" in await ailing.desk.answered("/latest harbour")


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("path", FAULTS)
async def test_a_broken_address_is_refused_when_it_is_tried(ailing: Ailing, path: str) -> None:
    """`/news source test` and `add` say why an address cannot be read, and add nothing."""
    address = f"http://{ailing.site}/{path}"
    before = await ailing.desk.app.store.sources.all()
    tested = await ailing.desk.answered(f"/news source test {address}")
    added = await ailing.desk.answered(f"/news source add {address}")

    assert f"{address} cannot be read: " in tested
    assert f"{address} cannot be read: " in added
    assert await ailing.desk.app.store.sources.all() == before


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("line", "clue"), ANSWERS.items())
async def test_a_wrong_question_is_answered_with_what_to_do(
    ailing: Ailing, line: str, clue: str
) -> None:
    """Whoever asks for what there is not is told so, and what to type instead."""
    assert clue in await ailing.desk.answered(line)


async def test_a_desk_without_sources_says_how_to_add_one(tmp_path: Path) -> None:
    """With no source, `/latest` and the list of sources say how to add one."""
    async with bureau(tmp_path, sources=()) as desk:
        latest = await desk.answered("/latest harbour")
        listed = await desk.answered("/news source list")

    assert "There are no sources yet. Add one with /news source add <address>." in latest
    assert "Add one with /news source add <address>." in listed


def _source(site: str, path: str) -> Source:
    address = f"http://{site}/{path}"
    return Source(id=source_id("feed", address), kind="feed", address=address, name=path)


@asynccontextmanager
async def broken_site() -> AsyncIterator[str]:
    """Serve the site on loopback and yield its host and port; what it does not know is a 404."""
    app = web.Application()
    app.router.add_get("/html", _html)
    app.router.add_get("/empty", _empty)
    app.router.add_get("/huge", _huge)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    try:
        yield f"{host}:{port}"
    finally:
        await runner.cleanup()


async def _html(request: web.Request) -> web.Response:
    del request  # the same for everyone
    return web.Response(text=LOGIN, headers=FEED)


async def _empty(request: web.Request) -> web.Response:
    del request  # the same for everyone
    return web.Response(text="", headers=FEED)


async def _huge(request: web.Request) -> web.StreamResponse:
    """Send until the reader has had enough and hangs up."""
    response = web.StreamResponse(headers=FEED)
    await response.prepare(request)
    chunk = b"<item>" + b"x" * 1_000_000
    try:
        for _ in range(HUGE // len(chunk) + 1):
            await response.write(chunk)
    except ConnectionError:
        return response
    return response
