"""Gathering beside sources that do not answer, change their ids, or turn into something else."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import FormatError
from bot.fetch.http import Limits
from bot.models import Entry, Reading, Source, Visit
from bot.pipeline import Pipeline
from bot.pipeline.gathering import SOURCES_AT_ONCE
from bot.schedule.rhythm import EVERY
from bot.schedule.visits import FIRST_ENTRIES, MOST_ENTRIES
from tests.builders import HARBOUR, NOW, entry, source
from tests.desks import OpenDesk, opened_desk
from tests.fakes import FakeReader

SLOW, GOOD = 5, 95
HERALD = source()
LONG = HARBOUR * 4


@pytest.fixture
async def desk() -> AsyncIterator[OpenDesk]:
    """A desk with one source."""
    async with opened_desk() as opened:
        await opened.store.sources.save(HERALD)
        yield opened


class SilentReader(FakeReader):
    """Reads good sources at once, and others when it is let to."""

    def __init__(self) -> None:
        super().__init__()
        self.read_so_far: set[str] = set()
        self.good_are_read = asyncio.Event()
        self.may_answer = asyncio.Event()

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Wait, if the source is silent."""
        del visit
        if source.name.startswith("silent"):
            await self.may_answer.wait()
        self.read_so_far.add(source.name)
        if len(self.read_so_far) == GOOD:
            self.good_are_read.set()
        return Reading()


async def test_sources_that_do_not_answer_hold_up_no_other(desk: OpenDesk) -> None:
    """While five of a hundred sources keep silent, the others are all read."""
    names = [f"silent{n}" for n in range(SLOW)] + [f"good{n}" for n in range(GOOD)]
    sources = [source(name, id=name, address=f"https://{name}.example/") for name in names]
    reader = SilentReader()
    pipeline = Pipeline(replace(desk.pipeline.parts, reader=reader))

    async with asyncio.TaskGroup() as group:
        gathering = group.create_task(pipeline.gather(sources))
        await reader.good_are_read.wait()
        assert not any(name.startswith("silent") for name in reader.read_so_far)
        reader.may_answer.set()

    assert gathering.result().sources == SLOW + GOOD


@pytest.mark.parametrize("places", [SOURCES_AT_ONCE, Limits().concurrency])
def test_silent_sources_take_few_places(places: int) -> None:
    """Five sources that do not answer slow the others down by a tenth at most."""
    assert places / (places - SLOW) <= 1.10


async def test_id_that_changes_each_time_is_no_news(desk: OpenDesk) -> None:
    """An entry that comes back under another id, and with other marks on its link, is known."""
    told = entry("e1", text=LONG)
    desk.reader.offer(HERALD.address, told)
    await desk.pipeline.gather()
    desk.clock.advance(EVERY)
    desk.reader.offer(HERALD.address, replace(told, id="e2", url=f"{told.url}?utm_source=rss#top"))

    assert (await desk.pipeline.gather()).articles == 0


async def test_flood_is_taken_in_portions(desk: OpenDesk) -> None:
    """Of ten thousand entries at once a visit takes as many as it takes, the first one fewer."""
    flood = [entry(f"e{n}", text=f"{n} {LONG}", at=NOW) for n in range(10_000)]
    desk.reader.offer(HERALD.address, *flood[:400])
    first = await desk.pipeline.gather()
    desk.clock.advance(EVERY)
    desk.reader.offer(HERALD.address, *flood)

    assert first.articles == FIRST_ENTRIES
    assert (await desk.pipeline.gather()).articles == MOST_ENTRIES


async def test_entries_dated_back_are_no_news(desk: OpenDesk) -> None:
    """What a source adds with dates from before all that is known of it stays left."""
    desk.reader.offer(HERALD.address, entry("e1", text=LONG, at=NOW))
    await desk.pipeline.gather()
    desk.clock.advance(EVERY)
    old: list[Entry] = [
        entry(f"old{n}", text=f"{n} {LONG}", at=NOW - timedelta(days=400 + n)) for n in range(20)
    ]
    desk.reader.offer(HERALD.address, entry("e1", text=LONG, at=NOW), *old)

    assert (await desk.pipeline.gather()).articles == 0


async def test_feed_that_turned_into_a_page_is_tried_less_and_less(desk: OpenDesk) -> None:
    """A feed that is a web page now says so in its visit, and keeps what it brought."""
    desk.reader.offer(HERALD.address, entry("e1", text=LONG))
    await desk.pipeline.gather()
    desk.reader.readings[HERALD.address] = FormatError(HERALD.address, "this is a web page")
    waits = []
    for _ in range(3):
        await desk.pipeline.gather([HERALD])
        visit = (await desk.store.sources.visits())[HERALD.id]
        waits.append(visit.next_at - desk.clock.now())

    assert visit.error == "this is a web page"
    assert waits == sorted(set(waits))
    assert len(await desk.store.library.stories(since=NOW - timedelta(days=9), audience=None)) == 1
