"""What runs in a worker's process: one piece of work after the other, under limits."""

import gc
import logging
import os
import pickle
import resource
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from bot.errors import NewsdeskError

MOST_ANSWER = 64_000_000
"""Bytes of an answer: what is larger would fill the desk's own memory, which has no limit."""


class End(Enum):
    """How work ended."""

    DONE = "done"
    REFUSED = "refused"
    TOO_LARGE = "too large"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a piece of work.

    `value` is what it returned, the error of ours that it raised, or the name of another's;
    `where` is the place in the code where it broke, without what the error says: that may quote
    what was read.
    """

    end: End
    value: Any = None
    where: str = ""


def prepare(most_memory: int) -> None:
    """Make a new process ready for work on what strangers wrote.

    `most_memory` is in bytes, and includes what the process holds already.
    """
    # By default a signal ends even what computes in C, and never returns to Python.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    logging.disable()  # what parsers say of a document may quote it
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _cap_memory(most_memory)
    gc.freeze()  # what is loaded stays: it need not be looked through again and again


def answered(packed: bytes, cpu_seconds: int) -> bytes:
    """Do a packed piece of work, and return its packed `Answer`.

    The system ends the process when the work takes more CPU than that, whoever else forgets to.
    """
    _cap_cpu(cpu_seconds)
    return pickle.dumps(_answer(packed), pickle.HIGHEST_PROTOCOL)


def _answer(packed: bytes) -> Answer:
    try:
        work: Callable[[], object] = pickle.loads(packed)  # noqa: S301  packed by ourselves
        value = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        if len(value) > MOST_ANSWER:
            return Answer(end=End.TOO_LARGE)
        return Answer(end=End.DONE, value=value)
    except NewsdeskError as error:
        return Answer(end=End.REFUSED, value=error)
    except MemoryError:
        return Answer(end=End.TOO_LARGE)
    except Exception as error:  # noqa: BLE001  the outermost loop of a process
        where = "".join(traceback.format_tb(error.__traceback__))
        return Answer(end=End.BROKEN, value=type(error).__name__, where=where)


def _cap_cpu(seconds: int) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + 1 + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))


def _cap_memory(most: int) -> None:
    """Limit the address space to what it is now, and as much as is left of `most`.

    Systems without /proc (macOS) do not keep such a limit either.
    """
    try:
        space, held = map(int, Path("/proc/self/statm").read_text("ascii").split()[:2])
    except OSError:
        return
    page = os.sysconf("SC_PAGE_SIZE")
    limit = space * page + max(0, most - held * page)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
