"""Kinds of source, found by name, and what they are read with."""

import threading
from datetime import timedelta
from functools import partial

import pytest

from bot.errors import FormatError, TooLargeError
from bot.fetch.kinds import Bounds, kind_of
from tests.unit.fetch.pages import PagesAtHand, means, source


@pytest.mark.parametrize("name", ["telepathy", "", "../feed", "os.path", "Feed"])
def test_unknown_kind_is_told(name: str) -> None:
    """A kind that does not exist is an error that names it; nothing else is imported."""
    with pytest.raises(FormatError, match="no kind of source"):
        kind_of(source(name, "x"), means(PagesAtHand()))


async def test_slow_work_is_given_up() -> None:
    """Parsing that takes too long is a fault of the source."""
    done = threading.Event()
    short = means(PagesAtHand(), Bounds(parse_time=timedelta(seconds=0.01)))

    with pytest.raises(FormatError, match=r"takes longer than 0\.01 s") as caught:
        await short.parsed(done.wait, address="https://quay.example/rss")
    done.set()
    assert caught.value.address == "https://quay.example/rss"


async def test_what_parsing_raises_passes() -> None:
    """As it was raised."""
    with pytest.raises(TooLargeError):
        await means(PagesAtHand()).parsed(partial(_refuse, "x"), address="x")


def _refuse(address: str) -> None:
    raise TooLargeError(address, "too large")
