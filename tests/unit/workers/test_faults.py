"""Promises of `bot.workers.faults`: what went wrong, about what, and whether it may pass."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from structlog.testing import capture_logs

from bot.errors import WorkError
from bot.workers.faults import closing, died, no_process, too_large, too_long

ADDRESS = "https://quay.example/rss"


@pytest.mark.parametrize(
    ("fault", "said", "transient"),
    [
        (partial(too_long, within=timedelta(seconds=10)), "takes longer than 10 s", False),
        (too_large, "takes too much memory", False),
        (partial(died, status=-9), "ended its process (-9)", False),
        (no_process, "no process can be started", True),
        (closing, "the desk is closing", True),
    ],
    ids=["too long", "too large", "died", "no process", "closing"],
)
def test_a_fault_says_what_and_where(
    fault: Callable[[str], WorkError], said: str, *, transient: bool
) -> None:
    """The document's fault stays, the machine's may pass."""
    with capture_logs():
        error = fault(ADDRESS)

    assert (error.about, error.transient) == (ADDRESS, transient)
    assert said in error.problem
