"""Every entry that a source ever offered has one final reason, whatever became of it."""

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from bot.cli.asking import why_row
from bot.commands.asked import Asked, all_fates, asked
from bot.commands.desk import Desk
from bot.commands.pending import Pending
from bot.fetch.items import source_id
from bot.models import ArticleId, Entry, Source
from bot.newsroom import NEXT_MORNING, OPENING, load_articles
from bot.schedule.visits import FIRST_ENTRIES, article_id
from tests.builders import HOUR
from tests.journeys.bureau import Bureau, bureau

ITEM = "<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate>{text}</item>"
LONG = "The notice of the harbour office, number {number}, stays up for a week. " * 20
BROKEN = ("photo", "gone", "guarded")
NOTICES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """All that the sources of a desk offer at one moment: each entry with its source."""

    entries: tuple[tuple[Source, Entry], ...]

    @property
    def names(self) -> set[ArticleId]:
        """The names of the entries' articles."""
        return {article_id(source, entry) for source, entry in self.entries}


async def offered(desk: Bureau) -> Offered:
    """Read every source as a visit does, and take up nothing."""
    reader, sources = desk.app.pipeline.parts.reader, await desk.app.store.sources.all()
    entries = [
        (source, entry) for source in sources for entry in (await reader.read(source)).entries
    ]
    return Offered(entries=tuple(entries))


def tools(desk: Bureau) -> Desk:
    """Return what answering takes."""
    return Desk(pipeline=desk.app.pipeline, pending=Pending())


async def reasons(desk: Bureau, of: Offered) -> dict[ArticleId, Asked]:
    """Ask after each entry by its link, as people do: with tracking."""
    here = desk.terminal.channel
    return {
        article_id(source, entry): await asked(tools(desk), here, f"{entry.url}?utm_source=chat")
        for source, entry in of.entries
    }


def counted(found: dict[ArticleId, Asked]) -> dict[str, int]:
    """Return how many there are of each reason."""
    return dict(Counter(one.fate.reason.value for one in found.values()))


async def test_all_that_the_newsroom_offers_has_a_reason(tmp_path: Path) -> None:
    """After two briefings and a mute: told, grouped, too old, muted or left out for length."""
    async with bureau(tmp_path) as desk:
        await desk.gather()
        await desk.answered("/brief")
        await desk.answered("/news mute market 1d")
        await desk.gather_at(NEXT_MORNING)
        await desk.answered("/brief")
        here = await offered(desk)
        found = await reasons(desk, here)
        listed = await all_fates(tools(desk), desk.terminal.channel)

    appeared = [one for one in load_articles() if one.appears <= NEXT_MORNING]
    counts = counted(found)
    assert len(here.entries) == len(here.names) == len(appeared) == sum(counts.values())
    assert counts.keys() == {"told", "grouped", "too old", "muted", "over length"}
    assert all(one.fate.said.endswith(".") for one in found.values())
    assert {one.article: why_row(one) for one in listed} == {
        name: why_row(one) for name, one in found.items()
    }


async def test_before_any_briefing_each_entry_waits_or_is_too_old(tmp_path: Path) -> None:
    """What will be told and what never will is known without a briefing."""
    async with bureau(tmp_path) as desk:
        await desk.gather()
        here = await offered(desk)
        found = await reasons(desk, here)
        await desk.answered("/subscribe harbour 08:00 confirm:yes")
        on_topic = await reasons(desk, here)

    assert counted(found).keys() == {"not yet", "too old"}
    assert counted(on_topic).keys() == {"not yet", "too old", "not about"}
    assert sum(counted(on_topic).values()) == len(here.entries)


async def test_an_old_article_that_resurfaces_says_of_when_it_is(tmp_path: Path) -> None:
    """No briefing tells it, and no topic makes it news."""
    async with bureau(tmp_path) as desk:
        await desk.gather()
        told = await desk.answered("/brief length:10")
        asked_for = await desk.answered("/brief crane")
        here = await offered(desk)
        (url,) = [entry.url for _, entry in here.entries if "crane-collapse" in entry.url]
        why = await desk.answered(f"/news why {url}")

    assert url not in told + asked_for
    assert "because it is too old: it is of 18 October 2023." in why


async def notices(request: web.Request) -> web.Response:
    """Serve a feed of notices, the first of which have neither title nor text of their own."""
    base, date = f"http://{request.host}", format_datetime(OPENING - HOUR, usegmt=True)
    broken = [ITEM.format(title="", link=f"{base}/{name}", date=date, text="") for name in BROKEN]
    whole = [
        ITEM.format(
            title=f"Notice {number}",
            link=f"{base}/notice-{number}?utm_source=feed",
            date=date,
            text=f"<description>{LONG.format(number=number)}</description>",
        )
        for number in range(NOTICES)
    ]
    text = f"<rss version='2.0'><channel><title>Notices</title>{''.join([*broken, *whole])}"
    return web.Response(text=f"{text}</channel></rss>", content_type="application/rss+xml")


async def photo(request: web.Request) -> web.Response:
    """Serve a picture where an article should be."""
    del request
    return web.Response(body=b"\x89PNG\r\n\x1a\n" + b"\0" * 2000, content_type="image/png")


async def guarded(request: web.Request) -> web.Response:
    """Ask for proof that a person reads."""
    del request
    return web.Response(status=403, headers={"cf-mitigated": "challenge"}, text="<p>Wait</p>")


@asynccontextmanager
async def board() -> AsyncIterator[str]:
    """Serve the notices on loopback; the context is their host and port."""
    app = web.Application()
    for path, answer in (("/feed", notices), ("/photo", photo), ("/guarded", guarded)):
        app.router.add_get(path, answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield ":".join(map(str, runner.addresses[0][:2]))
    finally:
        await runner.cleanup()


@pytest.mark.parametrize("store", ["memory", "sqlite"])
async def test_what_gave_no_article_says_why(tmp_path: Path, store: str) -> None:
    """A picture, a page that is gone, a guard, and the backlog of a source that was added."""
    async with board() as place:
        address = f"http://{place}/feed"
        source = Source(id=source_id("feed", address), kind="feed", address=address, name="Notices")
        async with bureau(tmp_path, sources=[source], allow=[place], store=store) as desk:
            await desk.gather()
            here = await offered(desk)
            found = await reasons(desk, here)
            in_words = {
                name: await desk.answered(f"/news why http://{place}/{name}")
                for name in (*BROKEN, f"notice-{NOTICES - 1}")
            }

    taken = FIRST_ENTRIES - len(BROKEN)
    assert counted(found) == {"not yet": taken, "filtered": len(BROKEN) + NOTICES - taken}
    assert len(here.names) == len(found) == len(BROKEN) + NOTICES
    assert "not text but a picture" in in_words["photo"]
    assert "its page could not be had: 404" in in_words["gone"]
    assert "wants proof that a person is reading" in in_words["guarded"]
    assert "it was already there when the source was added" in in_words["notice-19"]
