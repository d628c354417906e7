"""Promises of `bot.schedule.rhythm`: how often a source is worth a visit."""

from datetime import timedelta

import pytest

from bot.schedule.rhythm import EVERY, LONGEST, LONGEST_ASKED, SHORTEST, interval, outside
from tests.builders import NOW

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("hours_ago", "waits"),
    [
        ((), EVERY),
        ((0, 1, 2), EVERY),
        ((5, 5, 5, 5, 5, 5), EVERY),
        ((-1, -2, -3, -4), EVERY),
        ((0, 0.1, 0.2, 0.3), SHORTEST),
        ((0, 2, 4, 6), HOUR / 2),
        ((0, 2, 4, 6, 400), HOUR / 2),
        ((0, 100, 200, 300), LONGEST),
        ((48, 49, 50, 51), 2 * HOUR),
        ((900, 901, 902, 903), LONGEST),
    ],
    ids=[
        "nothing",
        "too little to tell",
        "one stamp on all",
        "announcements",
        "a ticker",
        "every two hours",
        "an old piece kept",
        "a weekly",
        "silent for two days",
        "given up",
    ],
)
def test_a_source_shows_its_rhythm(hours_ago: tuple[float, ...], waits: timedelta) -> None:
    """Its dates say how long it may be left alone; without enough of them the usual time holds."""
    assert interval([NOW - hours * HOUR for hours in hours_ago], NOW) == waits


def test_a_source_that_is_always_quiet_is_visited_daily() -> None:
    """Who asks for no visit at all gets one a day."""
    assert outside(range(7 * 24), NOW) == NOW + LONGEST_ASKED
