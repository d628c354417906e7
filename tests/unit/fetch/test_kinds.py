"""Kinds of source, found by name."""

import threading
from datetime import timedelta

import pytest

from bot.errors import FormatError
from bot.fetch.kinds import Bounds, aside, kind_of
from tests.unit.fetch.pages import PagesAtHand, source


@pytest.mark.parametrize("name", ["telepathy", "", "../feed", "os.path", "Feed"])
def test_unknown_kind_is_told(name: str) -> None:
    """A kind that does not exist is an error that names it; nothing else is imported."""
    with pytest.raises(FormatError, match="no kind of source"):
        kind_of(source(name, "x"), bounds=Bounds(), fetcher=PagesAtHand())


async def test_slow_work_is_given_up() -> None:
    """Parsing that takes too long is an error, and the loop goes on."""
    done = threading.Event()

    with pytest.raises(FormatError, match=r"takes longer than 0\.01 s"):
        await aside(done.wait, address="x", within=timedelta(seconds=0.01))
    done.set()
