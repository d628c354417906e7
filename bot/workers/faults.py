"""What is said of work that did not end as it should."""

import traceback
from datetime import timedelta

import structlog

from bot.errors import WorkError

log = structlog.get_logger()


def too_long(about: str, within: timedelta) -> WorkError:
    """Return the error of work that did not end in time."""
    seconds = f"{within.total_seconds():g} s"
    return WorkError(about, f"takes longer than {seconds} to read; tell its publisher")


def too_large(about: str) -> WorkError:
    """Return the error of work that wanted more memory than it may have."""
    return WorkError(about, "takes too much memory to read; tell its publisher")


def died(about: str, status: int) -> WorkError:
    """Return the error of work whose process ended with it, by a signal when negative."""
    return WorkError(about, f"reading it ended its process ({status}); tell its publisher")


def no_process(about: str) -> WorkError:
    """Return the error of work for which this machine has no process, after logging it."""
    log.error("work.unstarted", about=about)
    problem = "no process can be started to read it; check this machine's limits"
    return WorkError(about, problem, transient=True)


def closing(about: str) -> WorkError:
    """Return the error of work that is asked for, or under way, when the desk closes."""
    return WorkError(about, "not read: the desk is closing", transient=True)


def broken(about: str, error: BaseException) -> WorkError:
    """Return the error of work that broke, after logging where it did.

    What the error says is left out of the log: it may quote what was read.
    """
    where = "".join(traceback.format_tb(error.__traceback__))
    return crashed(about, kind=type(error).__name__, where=where)


def crashed(about: str, *, kind: str, where: str) -> WorkError:
    """Return the error of work that broke at a place in the code, and log it."""
    log.error("work.crashed", about=about, error=kind, where=where)
    return WorkError(about, f"reading it failed here ({kind}); the log says how")
