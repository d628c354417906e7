"""Promises of `bot.schedule.clock`."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.ports import Clock
from bot.schedule.clock import ShiftedClock, SystemClock

LONG_AGO = datetime(2020, 2, 2, tzinfo=UTC)
SOON = timedelta(minutes=1)


def test_the_machine_s_time_is_utc() -> None:
    """The system clock tells an aware instant, and does not run backwards."""
    clock = SystemClock()

    first = clock.now()

    assert first.tzinfo is UTC
    assert first <= clock.now() < first + SOON


def test_a_shifted_clock_starts_where_it_is_told() -> None:
    """The sample newsroom's day stays its own, and can be moved on."""
    clock = ShiftedClock(LONG_AGO)

    started = clock.now()
    clock.advance(timedelta(days=1))

    assert LONG_AGO <= started < LONG_AGO + SOON
    assert LONG_AGO + timedelta(days=1) <= clock.now() < LONG_AGO + timedelta(days=1) + SOON


@pytest.mark.parametrize(
    "clock", [SystemClock(), ShiftedClock(LONG_AGO)], ids=["system", "shifted"]
)
@pytest.mark.parametrize("duration", [timedelta(0), timedelta(days=-1), timedelta(milliseconds=1)])
async def test_a_wait_that_is_over_returns(clock: Clock, duration: timedelta) -> None:
    """Waiting for nothing, or for the past, does not wait."""
    before = clock.now()

    await clock.sleep(duration)

    assert clock.now() - before < SOON
