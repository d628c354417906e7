"""Articles are looked up for many at once."""

import asyncio
from collections.abc import Collection

import pytest

from bot.errors import StoreError
from bot.models import ArticleId
from bot.pipeline.lookup import Lookup
from bot.store.library import SqlLibrary

STORED = {ArticleId("a1"), ArticleId("a2")}


class Shelf(SqlLibrary):
    """A library that notes what it was asked, and answers when it is let to."""

    def __init__(self, *, faults: int = 0) -> None:
        self.asked: list[set[ArticleId]] = []
        self.open = asyncio.Event()
        self.faults = faults

    async def known(self, articles: Collection[ArticleId]) -> frozenset[ArticleId]:
        """Return what is stored, or fail."""
        self.asked.append(set(articles))
        await self.open.wait()
        if self.faults:
            self.faults -= 1
            raise StoreError("desk.sqlite3: the disk is full")
        return frozenset(STORED & set(articles))


async def test_those_who_ask_meanwhile_are_answered_together() -> None:
    """While one look is under way, all others wait for one more; each gets its own answer."""
    shelf = Shelf()
    lookup = Lookup(shelf)
    asked = [{ArticleId("a1")}, {ArticleId("a2"), ArticleId("a3")}, {ArticleId("a4")}]

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(lookup.known(one)) for one in asked]
        await asyncio.sleep(0)
        tasks += [group.create_task(lookup.known(one)) for one in asked]
        await asyncio.sleep(0)
        shelf.open.set()

    answers = [task.result() for task in tasks]
    assert answers == [{"a1"}, {"a2"}, set()] * 2
    assert len(shelf.asked) == 2
    assert set().union(*shelf.asked) == {"a1", "a2", "a3", "a4"}


async def test_fault_of_one_look_is_not_the_answer_of_all() -> None:
    """Where a look fails, the next who waits for it looks again."""
    shelf = Shelf(faults=2)
    lookup = Lookup(shelf)
    names = [ArticleId("a1"), ArticleId("a2"), ArticleId("a2")]
    asking = [asyncio.ensure_future(lookup.known({name})) for name in names]
    await asyncio.sleep(0)
    shelf.open.set()

    answers = await asyncio.gather(*asking, return_exceptions=True)

    assert [type(answer) for answer in answers] == [StoreError, StoreError, frozenset]
    assert answers[-1] == frozenset({ArticleId("a2")})


@pytest.mark.parametrize("articles", [set(), {ArticleId("a9")}], ids=["none", "one"])
async def test_nothing_is_known_of_the_unknown(articles: set[ArticleId]) -> None:
    """What is not stored is not known, however little is asked."""
    shelf = Shelf()
    shelf.open.set()

    assert await Lookup(shelf).known(articles) == set()
