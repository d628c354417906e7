"""What was begun in the database is finished, whatever becomes of who asked for it.

A task that is cancelled in the middle of a query loses its connection, and SQLite keeps the
lock of the query until that connection is collected: others then wait ten seconds in vain. What
we do takes milliseconds, so it is finished beside the task instead, which is gone at once.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any, TypeVar

Part = TypeVar("Part", bound=type)
T = TypeVar("T")

Method = Callable[..., Coroutine[Any, Any, T]]


class UnderWay:
    """What is being done at this moment, and still will be when nobody waits for it any more."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    async def finish(self, doing: Coroutine[Any, Any, T]) -> T:
        """Return what `doing` returns; when the caller is cancelled it goes on without them."""
        task = asyncio.ensure_future(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return await asyncio.shield(task)

    async def ended(self) -> None:
        """Return when nothing is under way any more."""
        while self._tasks:
            await asyncio.wait(tuple(self._tasks))


def finishing(part: Part) -> Part:
    """Let each public method of a part of the store be finished once it was begun.

    The part keeps its database, which knows what is under way, as `_database`.
    """
    for name, method in list(vars(part).items()):
        if not name.startswith("_") and iscoroutinefunction(method):
            setattr(part, name, _finished(method))
    return part


def _finished(method: Method[T]) -> Method[T]:
    @wraps(method)
    async def finished(self: Any, *args: Any, **kwargs: Any) -> T:  # noqa: ANN401 — any part's
        doing: Awaitable[T] = self._database.under_way.finish(method(self, *args, **kwargs))
        return await doing

    return finished
