"""Floors hold from below, and ask to be raised."""

import pytest

from tests.quality.floors import FLOORS, hold


def test_a_skill_may_neither_fall_nor_rise_unnoticed() -> None:
    """Under its floor a skill fails; so far above it that the floor is out of date, too."""
    name, floor = next(iter(FLOORS.items()))

    hold(name, floor)
    hold(name, floor + 1, slack=1)
    with pytest.raises(AssertionError, match="under its floor"):
        hold(name, floor - 1, slack=1)
    with pytest.raises(AssertionError, match="raise the floor"):
        hold(name, floor + 2, slack=1)
