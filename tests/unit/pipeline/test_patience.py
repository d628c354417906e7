"""What becomes of a source whose entries hang those who extract them."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.pipeline import Pipeline
from bot.pipeline.gathering import PATIENCE
from tests.builders import entry, source
from tests.desks import OpenDesk, opened_desk
from tests.fakes import BusyWorkers

HERALD = source()
ENTRIES = [entry(f"e{number}", text="The harbour reopened. " * 40) for number in range(9)]


@pytest.fixture(name="desk")
async def _desk() -> AsyncIterator[OpenDesk]:
    async with opened_desk() as desk:
        yield desk


def hanging(desk: OpenDesk, workers: BusyWorkers) -> Pipeline:
    """Return the desk's pipeline with these workers."""
    return Pipeline(replace(desk.pipeline.parts, workers=workers))


async def test_patience_with_one_source_has_an_end(desk: OpenDesk) -> None:
    """After two that were given up its other entries are left alone, but for those under way."""
    workers = BusyWorkers()

    assert await hanging(desk, workers).articles(HERALD, ENTRIES) == ()
    assert PATIENCE <= len(workers.asked) < len(ENTRIES)


@pytest.mark.parametrize(("transient", "again"), [(False, 0), (True, 1)])
async def test_what_hung_is_not_tried_again(desk: OpenDesk, again: int, *, transient: bool) -> None:
    """Unless it was the machine's fault."""
    workers = BusyWorkers(transient=transient)
    pipeline = hanging(desk, workers)
    await desk.store.sources.save(HERALD)
    desk.reader.offer(HERALD.address, ENTRIES[0])
    await pipeline.gather()
    desk.clock.advance(timedelta(days=1))
    await pipeline.gather()

    assert len(workers.asked) == 1 + again
