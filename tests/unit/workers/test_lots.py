"""Small pieces of work are done together, and each comes out as if it had been alone."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest

from bot.errors import FormatError, WorkError
from bot.ports.work import Result
from bot.workers.lots import MOST, SMALL, InLots

AMPLE = timedelta(seconds=10)


def shouted(word: str) -> str:
    """Return a word in capitals; some are refused."""
    if word == "refused":
        raise FormatError(word, "is no word")
    if word == "fatal":
        raise ValueError(word)
    return word.upper()


class SlowWorkers:
    """Works when it is let to, and notes what each call was about. What crashes is told so."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.may_work = asyncio.Event()

    async def call(self, work: Callable[[], Result], *, about: str, within: timedelta) -> Result:
        """Do the work."""
        self.calls.append(about)
        await self.may_work.wait()
        try:
            return work()
        except ValueError as error:
            raise WorkError(about, f"crashed within {within}") from error


async def outcomes(workers: SlowWorkers, *words: str) -> list[str | BaseException]:
    """Have words shouted all at once; return what came of each."""
    lots = InLots(workers)
    tasks = [
        asyncio.ensure_future(lots.call(partial(shouted, word), about=word, within=AMPLE))
        for word in words
    ]
    for _ in range(5):
        await asyncio.sleep(0)
    workers.may_work.set()
    return await asyncio.gather(*tasks, return_exceptions=True)


async def test_what_waits_is_done_together() -> None:
    """While all are busy, what is asked meanwhile makes up a lot; each gets its own answer."""
    words = [f"word{n}" for n in range(40)]
    workers = SlowWorkers()

    answers = await outcomes(workers, *words)

    assert answers == [word.upper() for word in words]
    assert 40 / MOST <= len(workers.calls) <= 40 / MOST + 5


async def test_lone_piece_is_done_at_once() -> None:
    """Where nobody waits there is no lot to wait for."""
    workers = SlowWorkers()
    workers.may_work.set()

    assert await InLots(workers).call(partial(shouted, "tide"), about="tide", within=AMPLE)
    assert workers.calls == ["tide"]


async def test_refusal_of_one_is_not_that_of_all() -> None:
    """An error of ours goes to whom it belongs."""
    answers = await outcomes(SlowWorkers(), *["a"] * 6, "refused", "b")

    assert [one for one in answers if isinstance(one, str)] == ["A"] * 6 + ["B"]
    assert isinstance(answers[6], FormatError)


async def test_what_ends_a_lot_ends_itself_alone() -> None:
    """After a lot has come to grief its pieces are done one by one, and one of them fails."""
    workers = SlowWorkers()

    answers = await outcomes(workers, *["a"] * 6, "fatal", "b")

    assert [one for one in answers if isinstance(one, str)] == ["A"] * 6 + ["B"]
    assert isinstance(answers[6], WorkError)
    assert workers.calls.count("fatal") == 1


async def test_large_piece_goes_by_itself() -> None:
    """What takes long to hand over gains nothing by company, and keeps nobody waiting."""
    workers = SlowWorkers()
    lots = InLots(workers)
    large = partial(len, b"x" * (SMALL + 1))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(lots.call(large, about=f"{n}", within=AMPLE)) for n in range(10)]
        await asyncio.sleep(0)
        workers.may_work.set()

    assert {task.result() for task in tasks} == {SMALL + 1}
    assert len(workers.calls) == 10


async def test_who_gives_up_does_not_give_up_for_others() -> None:
    """When the one that does a lot for all is cancelled, another does it."""
    workers = SlowWorkers()
    lots = InLots(workers)
    tasks = [
        asyncio.ensure_future(lots.call(partial(shouted, f"w{n}"), about=f"w{n}", within=AMPLE))
        for n in range(20)
    ]
    for _ in range(5):
        await asyncio.sleep(0)
    for task in tasks[:6]:
        task.cancel()
    for _ in range(5):
        await asyncio.sleep(0)
    workers.may_work.set()
    answers = await asyncio.gather(*tasks, return_exceptions=True)

    assert answers[6:] == [f"W{n}" for n in range(6, 20)]
    with pytest.raises(asyncio.CancelledError):
        await tasks[0]
