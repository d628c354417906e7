"""Promises of `bot.store.finishing`: what was begun is finished."""

import asyncio

import pytest

from bot.store.finishing import UnderWay, finishing


class Shelf:
    """What parts of the store keep: something that knows what is under way."""

    def __init__(self) -> None:
        self.under_way = UnderWay()


@finishing
class Books:
    """A part of a store that takes its time."""

    def __init__(self, shelf: Shelf) -> None:
        self._database = shelf
        self.may_go_on = asyncio.Event()
        self.kept: list[str] = []

    async def keep(self, title: str) -> int:
        """Keep a title once it may go on."""
        await self.may_go_on.wait()
        if not title:
            raise ValueError("no title")
        self.kept.append(title)
        return len(self.kept)


async def test_a_cancelled_caller_is_gone_at_once_and_the_work_is_done() -> None:
    """The caller does not wait; who closes the store does."""
    shelf = Shelf()
    books = Books(shelf)
    caller = asyncio.ensure_future(books.keep("Harbours"))
    await asyncio.sleep(0)

    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    kept_before = list(books.kept)
    books.may_go_on.set()
    await shelf.under_way.ended()

    assert kept_before == []
    assert books.kept == ["Harbours"]


async def test_what_is_done_is_answered() -> None:
    """A caller who waits gets the result, or the error."""
    books = Books(Shelf())
    books.may_go_on.set()

    assert await books.keep("Harbours") == 1
    with pytest.raises(ValueError, match="no title"):
        await books.keep("")
