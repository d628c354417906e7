"""Promises of `bot.web.recent`: what comes again is known, within bounds."""

from datetime import timedelta

from bot.web.recent import Recent
from tests.builders import NOW

MINUTE = timedelta(minutes=1)


def test_what_comes_again_is_not_new() -> None:
    """For a while, which begins anew each time."""
    recent = Recent(within=5 * MINUTE)
    at = [recent.is_new(("t", "a"), NOW + minute * MINUTE) for minute in (0, 5, 9, 15)]

    assert at == [True, False, False, True]
    assert recent.is_new(("t", "b"), NOW)
    assert recent.is_new(("u", "a"), NOW)


def test_only_so_much_is_remembered() -> None:
    """The latest."""
    recent = Recent(most=2)
    for name in "abc":
        recent.is_new(("t", name), NOW)

    assert not recent.is_new(("t", "c"), NOW)
    assert not recent.is_new(("t", "b"), NOW)
    assert recent.is_new(("t", "a"), NOW)
