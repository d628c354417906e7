"""Other processes: which there are, and waiting for what becomes of them."""

import asyncio
import subprocess
from collections.abc import Callable

PATIENCE_S = 30


async def until(holds: Callable[[], bool]) -> None:
    """Wait for the world beyond the loop to get there."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds():  # noqa: ASYNC110 — another process sets no event here
            await asyncio.sleep(0.01)


def is_there(process: int) -> bool:
    """Whether there is such a process, and it is no mere entry that nobody has looked at."""
    return any(row[0] == process for row in _rows())


def below(process: int) -> set[int]:
    """Return the processes that a process started, and that those started."""
    rows = _rows()
    found = {process}
    while more := {own for own, parent in rows if parent in found} - found:
        found |= more
    return found - {process}


def _rows() -> list[tuple[int, int]]:
    """Return every living process and its parent."""
    line = ["ps", "-A", "-o", "pid=,ppid=,stat="]
    made = subprocess.run(line, capture_output=True, text=True, check=True)  # noqa: S603 — fixed
    rows = (row.split() for row in made.stdout.splitlines())
    return [(int(own), int(parent)) for own, parent, state in rows if not state.startswith("Z")]
