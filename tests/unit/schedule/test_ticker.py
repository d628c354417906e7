"""Promises of `bot.schedule.ticker`: the loops of the desk."""

import asyncio
from datetime import timedelta

import pytest

from bot.schedule.ticker import ticking

OFTEN = timedelta(milliseconds=10)
RARELY = timedelta(hours=1)
PATIENCE_S = 5


class Rounds:
    """A loop that counts its rounds and ends the test's wait after so many."""

    def __init__(self, until: int = 1, *, fails: bool = False) -> None:
        self.count = 0
        self.done = asyncio.Event()
        self._until = until
        self._fails = fails

    async def __call__(self) -> None:
        """Count one round."""
        self.count += 1
        if self.count >= self._until:
            self.done.set()
        if self._fails:
            raise RuntimeError("the pier is closed")


async def test_a_loop_runs_at_once() -> None:
    """Nobody waits an interval for the first round, and there is but one."""
    loop = Rounds()

    async with asyncio.timeout(PATIENCE_S), ticking({"gather": (loop, RARELY)}):
        await loop.done.wait()

    assert loop.count == 1


async def test_a_loop_that_fails_is_tried_again(capsys: pytest.CaptureFixture[str]) -> None:
    """An error ends the round, is logged, and ends neither the loop nor the others."""
    failing, sound = Rounds(3, fails=True), Rounds(3)

    async with (
        asyncio.timeout(PATIENCE_S),
        ticking({"gather": (failing, OFTEN), "brief": (sound, OFTEN)}),
    ):
        await asyncio.gather(failing.done.wait(), sound.done.wait())

    assert failing.count >= 3
    assert "loop.failed" in capsys.readouterr().out


async def test_a_round_under_way_may_finish() -> None:
    """Stopping starts no round any more, but lets the one in the middle of its work end."""
    started, release, finished = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        started.set()
        await release.wait()
        finished.set()

    async with asyncio.timeout(PATIENCE_S), ticking({"deliver": (slow, OFTEN)}):
        await started.wait()
        asyncio.get_running_loop().call_later(0.02, release.set)

    assert finished.is_set()


async def test_a_round_that_does_not_end_is_cancelled() -> None:
    """Stopping waits for a loop only so long."""
    started, cancelled = asyncio.Event(), asyncio.Event()

    async def endless() -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    async with (
        asyncio.timeout(PATIENCE_S),
        ticking({"deliver": (endless, RARELY)}, finish_within=OFTEN),
    ):
        await started.wait()

    assert cancelled.is_set()


async def test_a_round_that_is_cancelled_is_no_crash(caplog: pytest.LogCaptureFixture) -> None:
    """Stopping in the middle of a round shows nobody a traceback."""
    started = asyncio.Event()

    async def endless() -> None:
        started.set()
        await asyncio.Event().wait()

    async with (
        asyncio.timeout(PATIENCE_S),
        ticking({"gather": (endless, RARELY)}, finish_within=OFTEN),
    ):
        await started.wait()

    assert not caplog.records
