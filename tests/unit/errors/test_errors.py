"""Promises of `bot.errors`: one tree, drawn at its top, whose errors say what and where."""

import inspect
import pickle
import re
from datetime import timedelta

import pytest

from bot import errors
from bot.errors import (
    ChannelClosedError,
    CommandError,
    ConfigError,
    DeliveryError,
    ExtractError,
    FormatError,
    NewsdeskError,
    NotAllowedError,
    NotSentError,
    OutcomeUnknownError,
    PlatformError,
    RefusedError,
    SourceError,
    StatusError,
    TooLargeError,
    UnknownCommandError,
    UnreachableError,
    WorkError,
)
from tests.builders import CHANNEL

ADDRESS = "https://herald.example/feed"
KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, NewsdeskError)
]


def test_the_drawing_shows_every_error_below_its_parent() -> None:
    """Whoever reads the top of the file knows the tree."""
    rows = [(line.index(name), name) for line, name in _lines(errors.__doc__ or "")]

    assert len(rows) == len(KINDS)
    for at, (depth, name) in enumerate(rows[1:], start=1):
        parent = next(above for deep, above in reversed(rows[:at]) if deep < depth)
        assert getattr(errors, name).__bases__ == (getattr(errors, parent),)


def _lines(drawing: str) -> list[tuple[str, str]]:
    found = ((line, re.match(r"^[ │├└─]*(\w+Error)\b", line)) for line in drawing.splitlines())
    return [(line, match[1]) for line, match in found if match]


@pytest.mark.parametrize(
    ("error", "said", "transient"),
    [
        (ConfigError("fetch.timeout_s", "too long"), "fetch.timeout_s: too long", False),
        (ConfigError("", "no such file"), "no such file", False),
        (SourceError(ADDRESS, "odd"), f"{ADDRESS}: odd", False),
        (RefusedError(ADDRESS, "a private network"), f"{ADDRESS}: a private network", False),
        (TooLargeError(ADDRESS, "9 MB"), f"{ADDRESS}: 9 MB", False),
        (FormatError(ADDRESS, "no feed"), f"{ADDRESS}: no feed", False),
        (UnreachableError(ADDRESS, "no answer"), f"{ADDRESS}: no answer", True),
        (ExtractError(ADDRESS, "empty"), f"{ADDRESS}: empty", False),
        (WorkError(ADDRESS, "too long"), f"{ADDRESS}: too long", False),
        (NotSentError(CHANNEL, "busy"), "slack:T1/C2: busy", True),
        (NotSentError(CHANNEL, "bad", transient=False), "slack:T1/C2: bad", False),
        (OutcomeUnknownError(CHANNEL, "lost"), "slack:T1/C2: lost", False),
        (ChannelClosedError(CHANNEL, "archived"), "slack:T1/C2: archived", False),
        (PlatformError("slack", "no token"), "slack: no token", False),
        (NotAllowedError("You may not."), "You may not.", False),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_an_error_says_what_and_where(error: NewsdeskError, said: str, *, transient: bool) -> None:
    """And whether trying again can help."""
    assert str(error) == said
    assert error.transient is transient


def test_an_error_carries_what_it_is_about() -> None:
    """For those who act on it."""
    wait = timedelta(seconds=9)

    assert ConfigError("desk.zone", "x").setting == "desk.zone"
    assert (SourceError(ADDRESS, "x").address, SourceError(ADDRESS, "x").problem) == (ADDRESS, "x")
    assert ExtractError(ADDRESS, "x").address == ADDRESS
    assert (WorkError(ADDRESS, "x").about, WorkError(ADDRESS, "x").problem) == (ADDRESS, "x")
    assert NotSentError(CHANNEL, "x", retry_after=wait).retry_after == wait
    assert (OutcomeUnknownError(CHANNEL, "x").channel, PlatformError("p", "x").platform) == (
        CHANNEL,
        "p",
    )
    assert UnknownCommandError("x", ("latest",)).nearest == ("latest",)
    assert UnknownCommandError("x").nearest == ()


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_passes_from_process_to_process(kind: type[NewsdeskError]) -> None:
    """Whatever it holds: its class, its words and what it carries."""
    made = kind(**{name: SAMPLES[name] for name in _arguments(kind)})

    passed = pickle.loads(pickle.dumps(made))  # noqa: S301  packed here

    assert (type(passed), str(passed), passed.args) == (kind, str(made), made.args)
    assert (vars(passed), passed.transient) == (vars(made), made.transient)


SAMPLES = {
    "about": ADDRESS,
    "address": ADDRESS,
    "channel": CHANNEL,
    "nearest": ("latest",),
    "platform": "slack",
    "problem": "odd",
    "retry_after": timedelta(seconds=9),
    "setting": "desk.zone",
    "status": 503,
    "transient": True,
}
"""What errors are made of, by the names of their arguments."""


def _arguments(kind: type[NewsdeskError]) -> list[str]:
    """Return what the class is made with; by its words alone where it says nothing else."""
    named = inspect.signature(kind.__init__).parameters
    return [name for name in named if name not in {"self", "args", "kwargs"}]


@pytest.mark.parametrize(
    ("status", "transient"),
    [
        (404, False),
        (403, False),
        (410, False),
        (408, True),
        (425, True),
        (429, True),
        (500, True),
        (503, True),
    ],
)
def test_a_server_s_trouble_may_pass(status: int, *, transient: bool) -> None:
    """Its own errors and its pleas for time do, its refusals do not."""
    error = StatusError(ADDRESS, status, "x", retry_after=timedelta(seconds=1))

    assert error.transient is transient
    assert (error.status, error.retry_after) == (status, timedelta(seconds=1))


def test_people_in_chat_see_command_errors_alone() -> None:
    """No error of the machinery is one."""
    said = {kind for kind in KINDS if issubclass(kind, CommandError)}

    assert said == {CommandError, NotAllowedError, UnknownCommandError}
    assert not issubclass(DeliveryError, CommandError)
