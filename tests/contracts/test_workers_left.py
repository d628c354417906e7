"""No process outlives the desk, however the desk ends."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.processes import below, is_there, until

ROOT = Path(__file__).parents[2]
LONG = 60.0


@asynccontextmanager
async def desk(marker: Path, seconds: float) -> AsyncIterator[tuple[Process, set[int]]]:
    """Start a desk whose worker hangs, and give it with the processes below it."""
    line = ["-m", "tests.standins.working", str(marker), str(seconds)]
    child = await asyncio.create_subprocess_exec(sys.executable, *line, cwd=ROOT, stderr=PIPE)
    try:
        await until(lambda: marker.exists() and marker.read_text() != "")
        others = below(child.pid)
        assert named(marker) in others
        yield child, others
    finally:
        if child.returncode is None:
            child.kill()
        await child.communicate()


def named(marker: Path) -> int:
    """Return the process that a file names."""
    return int(marker.read_text())


async def gone(processes: set[int]) -> None:
    """Wait until there is none of these."""
    await until(lambda: not any(map(is_there, processes)))


async def test_a_desk_that_is_told_to_stop_leaves_nothing(tmp_path: Path) -> None:
    """Neither processes nor complaints; work that hangs does not hold it up."""
    async with desk(tmp_path / "began", LONG) as (child, others):
        child.send_signal(signal.SIGTERM)
        _, complaints = await asyncio.wait_for(child.communicate(), LONG / 2)

        assert (child.returncode, complaints.decode()) == (0, "")
        await gone(others)


async def test_a_desk_that_is_killed_leaves_nothing(tmp_path: Path) -> None:
    """Its worker is ended by the system when its time is up, since nobody else is left to."""
    async with desk(tmp_path / "began", 0.5) as (child, others):
        child.kill()
        await child.wait()

        await gone(others)
