"""Promises of `bot.workers.child`: every end that work can come to is an answer."""

import pickle
from collections.abc import Callable
from functools import partial

import pytest

from bot.workers.child import MOST_ANSWER, Answer, End, answered
from tests.standins import work

ADDRESS = "https://quay.example/rss"
NO_LIMIT = 10**9
"""Seconds of CPU: the limit counts for this very process."""


def answer(one: Callable[[], object]) -> Answer:
    """Have work done here."""
    made: Answer = pickle.loads(answered(pickle.dumps(one), NO_LIMIT))  # noqa: S301  packed here
    return made


@pytest.mark.parametrize(
    ("one", "end"),
    [
        (partial(work.doubled, "a"), End.DONE),
        (partial(work.refuse, ADDRESS), End.REFUSED),
        (partial(work.want, MemoryError), End.TOO_LARGE),
        (partial(work.flood, MOST_ANSWER + 1), End.TOO_LARGE),
        (partial(work.stumble, "a"), End.BROKEN),
        (work.odd, End.BROKEN),
    ],
    ids=["done", "refused", "out of memory", "too much", "a bug", "cannot be sent"],
)
def test_work_comes_to_an_end(one: Callable[[], object], end: End) -> None:
    """One of four."""
    assert answer(one).end is end


def test_a_result_is_packed_by_itself() -> None:
    """So that it is unpacked where it is wanted."""
    assert pickle.loads(answer(partial(work.doubled, "a")).value) == "aa"  # noqa: S301


def test_a_bug_is_told_by_its_kind_and_place() -> None:
    """What it says may quote what was read."""
    made = answer(partial(work.stumble, "the text of an article"))

    assert made.value == "KeyError"
    assert "standins/work.py" in made.where
    assert "the text of an article" not in made.where


def test_work_that_cannot_be_unpacked_is_a_bug() -> None:
    """As when a class is not there any more."""
    made: Answer = pickle.loads(answered(b"cnowhere\nnothing\n.", NO_LIMIT))  # noqa: S301

    assert (made.end, made.value) == (End.BROKEN, "ModuleNotFoundError")
