"""Work that goes well, and work that goes wrong in every way a parser can."""

import os
import re
import signal
import time
from pathlib import Path
from typing import NoReturn

from bot.errors import StatusError

MANY = 10_000_000


def doubled(text: str) -> str:
    """Return a text twice."""
    return text * 2


def process() -> int:
    """Return the id of the process that works."""
    return os.getpid()


def nap(seconds: float) -> None:
    """Take a while."""
    time.sleep(seconds)


def refuse(address: str) -> NoReturn:
    """Raise an error of ours."""
    raise StatusError(address, 503, "busy")


def stumble(text: str) -> NoReturn:
    """Raise an error that nobody expects, which quotes what was read."""
    raise KeyError(text)


def want(kind: type[Exception]) -> NoReturn:
    """Raise an error of Python's own."""
    raise kind


def sink(depth: int) -> int:
    """Call itself too often."""
    return sink(depth + 1) + 1


def odd() -> object:
    """Return what cannot be sent back."""
    return lambda: None


def hang() -> NoReturn:
    """Never end."""
    while True:
        pass


def hang_in_c(length: int) -> object:
    """Never end, and never come back to Python on the way."""
    return re.match(r"(a|aa)+$", "a" * length + "b")


def hoard() -> NoReturn:
    """Want ever more memory."""
    held = []
    while True:
        held.append(bytearray(MANY))


def flood(size: int) -> bytes:
    """Return a great deal."""
    return bytes(size)


def leave(status: int) -> NoReturn:
    """End the process."""
    os._exit(status)


def fall(number: int) -> None:
    """End the process by a signal."""
    os.kill(os.getpid(), number)
    signal.pause()


def begin_to_hang(marker: Path) -> NoReturn:
    """Say that it began, by a file, and never end."""
    marker.write_text(str(os.getpid()))
    hang()
