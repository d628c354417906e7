"""What every store promises to tasks that are cancelled, and to many at once."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any

import pytest

from bot.ports import Store
from tests.contracts.store_builders import (
    CHANNEL,
    HOUR,
    NOW,
    STORES,
    Opener,
    about,
    article,
    briefing,
    ids,
    message,
    opened,
    shelve,
    told,
)


@pytest.fixture(params=STORES, ids=lambda opener: opener.__name__)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Give each store in turn, with a story and a channel in it."""
    opener: Opener = request.param
    async with opened(opener, tmp_path) as opened_store:
        await shelve(opened_store, "s1", article("a1"))
        await opened_store.channels.save(CHANNEL)
        yield opened_store


def work(store: Store, number: int) -> Coroutine[Any, Any, object]:
    """Return something to do, reading or writing."""
    match number % 4:
        case 0:
            return shelve(store, f"n{number}", article(f"n{number}"), article(f"m{number}"))
        case 1:
            return store.search.search(about("harbour"), audience=None)
        case 2:
            return store.outbox.owe(briefing(f"{number}", tells=[told()]), [message(), message()])
        case _:
            return store.outbox.claim(NOW, lease=HOUR, limit=1)


async def cancelled_after(turns: int, doing: Coroutine[Any, Any, object]) -> None:
    """Do something and cancel it after so many turns of the loop."""
    task = asyncio.ensure_future(doing)
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_cancelled_tasks_cost_nothing(store: Store) -> None:
    """After 200 tasks that were cancelled at any point, everything works and nothing is half."""
    async with asyncio.TaskGroup() as group:  # most of these wait for a connection
        for number in range(100):
            group.create_task(cancelled_after(number * 3, work(store, number)))
    for number in range(100, 200):  # these have one; a lock left behind would hold up the next
        async with asyncio.timeout(8):
            await cancelled_after((number - 100) * 3, work(store, number))

    threads_before = threading.active_count()
    async with asyncio.TaskGroup() as group:
        for number in range(1_000, 1_040):
            group.create_task(work(store, number))
    stories = await store.library.stories(since=NOW, audience=None)
    assert "s1" in ids(stories)
    assert {len(story.articles) for story in stories if story.id != "s1"} == {2}
    parts = [one.part for one in await store.outbox.history(CHANNEL.id, limit=500)]
    assert parts.count(0) == parts.count(1) >= 10
    assert threading.active_count() <= threads_before + 5


async def test_closing_leaves_no_thread_behind(tmp_path: Path) -> None:
    """When stores are closed, after cancelled work too, their threads end."""
    before = {thread.ident for thread in threading.enumerate()}
    for opener in STORES:
        async with opened(opener, tmp_path) as store:
            await shelve(store, "s1", article())
            for turns in range(0, 60, 3):
                await cancelled_after(turns, work(store, turns))

    left = [
        thread
        for thread in threading.enumerate()
        if thread.ident not in before and not thread.name.startswith("asyncio_")
    ]
    for thread in left:
        thread.join(timeout=5)
    assert not [thread for thread in left if thread.is_alive()]


async def test_the_loop_is_not_held(store: Store) -> None:
    """While long texts are stored, other tasks go on: no turn of the loop computes for long."""
    text = "The strike at the quay is over, the port of Delta said. " * 2_000
    articles = [article(f"long{number}", text=text) for number in range(20)]
    writing = asyncio.ensure_future(shelve(store, "long", *articles))
    longest = 0.0
    while not writing.done():
        before = time.thread_time()  # what this thread computes, however busy the machine is
        await asyncio.sleep(0)
        longest = max(longest, time.thread_time() - before)
    await writing

    assert longest < 0.1
