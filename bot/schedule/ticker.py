"""Starts the desk's loops at short intervals through APScheduler.

APScheduler only starts them: what is due is computed from stored wall time and zone, since its
triggers fire twice in a fold and miss in a gap, and its default grace time of one second drops
a run when the loop stalls.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

Loop = Callable[[], Awaitable[object]]

FINISH_WITHIN = timedelta(seconds=6)
"""How long a loop in the middle of its work may take to end when the desk stops."""

log = structlog.get_logger()


@asynccontextmanager
async def ticking(
    loops: Mapping[str, tuple[Loop, timedelta]], *, finish_within: timedelta = FINISH_WITHIN
) -> AsyncIterator[None]:
    """Run every loop at once and then at its interval, never twice at the same time.

    On leaving no loop is started any more; those under way may finish, and are cancelled when
    they take longer than `finish_within`.
    """
    scheduler = AsyncIOScheduler(timezone=UTC)
    under_way: set[asyncio.Task[object]] = set()
    for name, (loop, interval) in loops.items():
        scheduler.add_job(
            _guarded(name, loop, under_way),
            "interval",
            id=name,
            seconds=interval.total_seconds(),
            next_run_time=datetime.now(UTC),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    scheduler.start()
    try:
        yield
    finally:
        scheduler.pause()
        await _finish(under_way, finish_within)
        scheduler.shutdown(wait=False)


def _guarded(
    name: str, loop: Loop, under_way: set[asyncio.Task[object]]
) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        task = asyncio.current_task()
        if task is not None:
            under_way.add(task)
        try:
            await loop()
        except asyncio.CancelledError:
            # It ends here, with its task: APScheduler takes a job that is cancelled for one that
            # crashed, and prints a traceback. Nothing awaits this task but `_finish`.
            log.info("loop.cancelled", loop=name)
        except Exception:  # the outermost loop: the next tick tries again
            log.exception("loop.failed", loop=name)
        finally:
            if task is not None:
                under_way.discard(task)

    return run


async def _finish(tasks: set[asyncio.Task[object]], within: timedelta) -> None:
    if not tasks:
        return
    _, late = await asyncio.wait(set(tasks), timeout=within.total_seconds())
    for task in late:
        task.cancel()
    if late:
        await asyncio.wait(late, timeout=1)
