"""Promises of gathering: an entry that gives no article leaves a reason."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.errors import StatusError
from bot.models import Entry, Source
from bot.pipeline import Pipeline
from bot.pipeline.skipping import BACKLOG, FLOOD, LEFT_ALONE, OLDER
from bot.schedule.rhythm import EVERY
from bot.schedule.visits import FIRST_ENTRIES, MOST_ENTRIES
from tests.builders import DAY, HARBOUR, HILL, HOUR, NOW, RIVER, entry, source
from tests.desks import OpenDesk, opened_desk
from tests.fakes import BusyWorkers

HERALD = source()
LONG = HARBOUR * 4


@pytest.fixture
async def desk() -> AsyncIterator[OpenDesk]:
    """A desk with one source."""
    async with opened_desk() as opened:
        await opened.store.sources.save(HERALD)
        yield opened


def whole(name: str, *, age: int = 0) -> Entry:
    """Return an entry that holds its article, so many hours old."""
    return entry(name, text=f"{name} {LONG}", at=NOW - age * HOUR)


async def visit(desk: OpenDesk, *entries: Entry, of: Source = HERALD) -> dict[str, str]:
    """Let the source offer entries at its next visit; return the reasons of all that is left."""
    desk.reader.offer(of.address, *entries)
    desk.clock.advance(EVERY)
    await desk.pipeline.gather([of])
    found = await desk.store.skipped.newest(None)
    return {one.url.rpartition("/")[2]: one.reason for one in found}


async def test_the_backlog_of_a_source_is_said_to_be_one(desk: OpenDesk) -> None:
    """What was there when it was added and not taken, at that visit and ever after."""
    offered = [whole(f"e{at}", age=at) for at in range(20)]
    left = {f"e{at}": BACKLOG for at in range(FIRST_ENTRIES, 20)}

    assert await visit(desk, *offered) == left
    assert await visit(desk, *offered) == left


async def test_what_is_older_than_all_that_was_taken_is_said_to_be(desk: OpenDesk) -> None:
    """A feed that digs out old entries later brings no news."""
    await visit(desk, whole("e1", age=1))

    assert await visit(desk, whole("e1", age=1), whole("e2", age=9)) == {"e2": OLDER}


async def test_what_a_flood_leaves_is_taken_next_time(desk: OpenDesk) -> None:
    """Until then the flood is the reason; then it has an article and no reason."""
    await visit(desk, whole("e"))
    flood = [whole(f"e{at}") for at in range(MOST_ENTRIES + 2)]

    left = await visit(desk, *flood)

    assert left == {"e40": FLOOD, "e41": FLOOD}
    assert await visit(desk, *flood) == {}


async def test_a_reason_is_recorded_once(desk: OpenDesk) -> None:
    """A feed offers the same old entries at each visit, which is nothing to write down."""
    offered = [whole(f"e{at}", age=at) for at in range(20)]
    await visit(desk, *offered[:1])
    await visit(desk, *offered)
    first = await desk.store.skipped.newest(None)
    await visit(desk, *offered)

    assert await desk.store.skipped.newest(None) == first != ()


async def test_an_entry_without_an_article_says_why(desk: OpenDesk) -> None:
    """What the extractor said, and what the page said where it could not be had."""
    desk.fetcher.pages["https://herald.example/e2"] = StatusError(
        "https://herald.example/e2", 403, "403: a guard"
    )
    offered = [entry("e1", text=""), entry("e2", text=""), whole("e3")]

    left = await visit(desk, *offered)

    assert left == {
        "e1": "there is no article in it; its page could not be had: 404: the page is not there",
        "e2": "there is no article in it; its page could not be had: 403: a guard",
    }
    assert await desk.store.library.locate("https://herald.example/e3", None) is not None


async def test_what_hangs_and_what_waits_behind_it_say_why(desk: OpenDesk) -> None:
    """Some take too long to read, and the rest of their source is left alone this time."""
    pipeline = Pipeline(replace(desk.pipeline.parts, workers=BusyWorkers()))
    await pipeline.articles(HERALD, [whole(f"e{at}") for at in range(9)])

    reasons = [one.reason for one in await desk.store.skipped.newest(None)]

    assert len(reasons) == 9
    assert set(reasons) == {"takes longer than 10 s to read", LEFT_ALONE}


async def test_what_a_workspace_added_is_skipped_for_itself_alone(desk: OpenDesk) -> None:
    """Nobody else learns what its source offered."""
    private = source(id="own", audience=RIVER)
    await desk.store.sources.save(private)
    await visit(desk, entry("e1", text=""), of=private)

    assert await desk.store.skipped.find("https://herald.example/e1", HILL) is None
    assert await desk.store.skipped.find("https://herald.example/e1", RIVER) is not None


async def test_a_reprint_of_an_old_text_joins_it(desk: OpenDesk) -> None:
    """An old article that came in lately is known to its reprint, which then is no news."""
    await visit(desk, entry("old", text=LONG, at=NOW - 1000 * DAY))
    await visit(desk, entry("old", text=LONG, at=NOW - 1000 * DAY), whole("new"))

    found = await desk.store.library.locate("https://herald.example/new", None)

    assert found is not None
    assert len(found.articles) == 2
