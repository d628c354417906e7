"""Work done in a thread of this process: for tests, and where what is read is trusted."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from bot.errors import NewsdeskError
from bot.workers.faults import broken, too_large, too_long

_Result = TypeVar("_Result")


class InlineWorkers:
    """Keeps the contract but for what threads cannot do: nothing is killed, memory is not capped.

    The thread of work that took too long runs on.
    """

    async def call(self, work: Callable[[], _Result], *, about: str, within: timedelta) -> _Result:
        """Return what `work` returns; see `bot.ports.Workers`."""
        try:
            async with asyncio.timeout(within.total_seconds()):
                return await asyncio.to_thread(_done, work, about)
        except TimeoutError as error:
            raise too_long(about, within) from error


def _done(work: Callable[[], _Result], about: str) -> _Result:
    """Do the work; whatever it raises that nobody expects becomes a `WorkError`."""
    try:
        return work()
    except NewsdeskError:
        raise
    except MemoryError as error:
        raise too_large(about) from error
    except Exception as error:  # the outermost loop of the work
        raise broken(about, error) from error
