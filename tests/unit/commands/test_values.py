"""Promises of `bot.commands.values`: option values, read by type."""

from collections.abc import Callable
from datetime import time

import pytest

from bot.commands.values import Values
from bot.errors import CommandError
from tests.builders import DAY, NOW

GIVEN = Values(
    {
        "language": "DE",
        "topic": "harbour",
        "count": "3",
        "time": "6pm",
        "zone": "europe/rome",
        "days": "mon",
    }
    | {"since": "1d", "confirm": "YES"}
)
NONE = Values()


def test_what_is_given_is_read() -> None:
    """Each accessor returns the value in its own type."""
    assert GIVEN.text("topic") == "harbour"
    assert GIVEN.count("count", 5) == 3
    assert GIVEN.time("time") == time(18)
    assert GIVEN.zone("zone") == "Europe/Rome"
    assert GIVEN.days("days") == frozenset({0})
    assert GIVEN.since("since", NOW, "UTC") == NOW - DAY
    assert GIVEN.language("language") == "de"
    assert GIVEN.flag("confirm")


def test_what_is_not_given_is_none() -> None:
    """Nothing is made up for an option that was left out."""
    assert NONE.text("topic") == ""
    assert NONE.count("count", 5) == 5
    assert NONE.time("time") is None
    assert NONE.zone("zone") is None
    assert NONE.days("days") is None
    assert NONE.since("since", NOW, "UTC") is None
    assert NONE.language("language") is None
    assert not NONE.flag("confirm")


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (lambda odd: odd.time("x"), "“soon” is no time of day. Type it like 08:00 or 6pm."),
        (lambda odd: odd.zone("x"), "“soon” is no time zone. Type it like Europe/Berlin."),
        (
            lambda odd: odd.language("x"),
            "“soon” is no language. Type its two letters, as en or de.",
        ),
        (lambda odd: odd.days("x"), "“soon” are no days. Type them like mon-fri or sat,sun."),
        (
            lambda odd: odd.since("x", NOW, "UTC"),
            "“soon” is no time span. Type it like 24h, 3d, 2w, yesterday or 2026-11-20.",
        ),
    ],
)
def test_what_cannot_be_read_is_named(read: Callable[[Values], object], said: str) -> None:
    """The asker is told what was typed and how to type it."""
    with pytest.raises(CommandError) as caught:
        read(Values({"x": "soon"}))

    assert str(caught.value) == said
