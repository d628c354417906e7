"""Politeness towards hosts."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.fetch.pace import LONGEST_REST, Pace, RestingError

PAUSE = timedelta(seconds=2)


class HandClock:
    """A clock that moves only when someone waits."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
        self.waits: list[timedelta] = []

    def now(self) -> datetime:
        """Return the time on the clock."""
        return self.time

    async def sleep(self, duration: timedelta) -> None:
        """Move on by the whole wait at once."""
        self.waits.append(duration)
        self.time += duration


async def test_second_request_waits_for_the_pause() -> None:
    """Between two requests to one host lies the pause; another host is asked at once."""
    clock = HandClock()
    pace = Pace(clock, pause=PAUSE, concurrency=4)

    async with pace.turn("a.example"):
        pass
    async with pace.turn("b.example"):
        pass
    assert clock.waits == []
    async with pace.turn("a.example"):
        pass

    assert clock.waits == [PAUSE]


async def test_one_request_at_a_time_per_host() -> None:
    """While a host answers one request, the next one to it waits."""
    pace = Pace(HandClock(), pause=timedelta(), concurrency=4)
    inside = most = 0

    async def ask() -> None:
        nonlocal inside, most
        async with pace.turn("a.example"):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    async with asyncio.TaskGroup() as group:
        for _ in range(5):
            group.create_task(ask())

    assert most == 1


async def test_requests_over_all_hosts_are_bounded() -> None:
    """No more requests run at once than there are slots."""
    pace = Pace(HandClock(), pause=timedelta(), concurrency=3)
    inside = most = 0

    async def ask(host: str) -> None:
        nonlocal inside, most
        async with pace.turn(host):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    async with asyncio.TaskGroup() as group:
        for number in range(9):
            group.create_task(ask(f"{number}.example"))

    assert most == 3


async def test_clock_set_back_does_not_hold_a_host() -> None:
    """When the clock jumps back, the wait is still no longer than the pause."""
    clock = HandClock()
    pace = Pace(clock, pause=PAUSE, concurrency=1)
    async with pace.turn("a.example"):
        pass
    clock.time -= timedelta(days=1)

    async with pace.turn("a.example"):
        pass

    assert clock.waits == [PAUSE]


async def test_memory_for_idle_hosts_is_bounded() -> None:
    """Hosts that nobody asks any more are forgotten."""
    pace = Pace(HandClock(), pause=PAUSE, concurrency=1)

    for number in range(3000):
        async with pace.turn(f"{number}.example"):
            pass

    assert len(pace._hosts) <= 2001  # noqa: SLF001  the promise is about memory


async def test_host_is_slowed_down_by_itself() -> None:
    """A longer pause holds for the host that asks for it; a shorter one does not count."""
    clock = HandClock()
    pace = Pace(clock, pause=PAUSE, concurrency=4)
    pace.slow_down("a.example", 4 * PAUSE)
    pace.slow_down("b.example", timedelta())

    for host in ("a.example", "b.example", "a.example", "b.example"):
        async with pace.turn(host):
            pass

    assert clock.waits == [4 * PAUSE]


async def test_resting_host_gives_no_turn() -> None:
    """While a host rests nobody is given a turn there, and other hosts are asked as before."""
    clock = HandClock()
    pace = Pace(clock, pause=timedelta(), concurrency=4)
    pace.rest("a.example", 3 * PAUSE, status=429)

    async with pace.turn("b.example"):
        pass
    with pytest.raises(RestingError) as caught:
        async with pace.turn("a.example"):
            pass
    clock.time += 3 * PAUSE
    async with pace.turn("a.example"):
        pass

    assert (caught.value.status, caught.value.left) == (429, 3 * PAUSE)
    assert clock.waits == []


async def test_those_who_wait_are_told_that_the_host_rests() -> None:
    """Who waits for a turn when the host asks for rest is sent away at once."""
    clock = HandClock()
    pace = Pace(clock, pause=PAUSE, concurrency=4)
    refused = 0

    async def ask() -> None:
        nonlocal refused
        try:
            async with pace.turn("a.example"):
                await asyncio.sleep(0)
                pace.rest("a.example", timedelta(hours=1), status=503)
        except RestingError:
            refused += 1

    async with asyncio.TaskGroup() as group:
        for _ in range(5):
            group.create_task(ask())

    assert refused == 4
    assert clock.waits == []


async def test_no_host_rests_for_longer_than_a_day() -> None:
    """One page does not silence its host for a month, nor does a clock that was set back."""
    clock = HandClock()
    pace = Pace(clock, pause=timedelta(), concurrency=4)
    pace.rest("a.example", timedelta(days=30), status=429)

    with pytest.raises(RestingError) as caught:
        async with pace.turn("a.example"):
            pass
    clock.time -= timedelta(days=1)
    async with pace.turn("a.example"):
        pass

    assert caught.value.left == LONGEST_REST


async def test_rest_is_not_forgotten_with_idle_hosts() -> None:
    """A host that rests is remembered while hosts that are free are forgotten."""
    pace = Pace(HandClock(), pause=timedelta(), concurrency=1)
    pace.rest("a.example", timedelta(hours=1), status=429)

    for number in range(1500):
        async with pace.turn(f"{number}.example"):
            pass

    with pytest.raises(RestingError):
        async with pace.turn("a.example"):
            pass
