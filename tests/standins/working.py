"""A program whose worker hangs: `python -m tests.standins.working MARKER SECONDS`.

It ends on SIGTERM as the desk does: what it does is cancelled.
"""

import asyncio
import contextlib
import signal
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path

from bot.workers.processes import ProcessWorkers
from tests.standins.work import begin_to_hang


async def main(marker: Path, seconds: float) -> None:
    """Have the work done until it is cancelled."""
    task = asyncio.current_task()
    assert task is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    async with ProcessWorkers(most=1) as workers:
        within = timedelta(seconds=seconds)
        await workers.call(partial(begin_to_hang, marker), about="here", within=within)


if __name__ == "__main__":
    with contextlib.suppress(asyncio.CancelledError):
        asyncio.run(main(Path(sys.argv[1]), float(sys.argv[2])))
