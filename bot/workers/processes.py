"""Work done in processes that can be killed: what hangs, swells or dies takes nothing with it.

Each process is a pool of its own. In a pool that several share, a worker that is killed at the
wrong moment takes its neighbour's work along, or the lock that all of them wait for.
"""

import asyncio
import math
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import timedelta
from functools import partial
from multiprocessing import forkserver
from typing import Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from bot.workers.child import Answer, End, answered, prepare
from bot.workers.faults import closing, crashed, died, no_process, too_large, too_long

MOST_MEMORY = 512_000_000
MOST_CALLS = 500
"""Of one process: what parsers leak goes with it."""

MOST_PROCESSES = 4
START_WITHIN = timedelta(seconds=20)
"""A process starts in 0.03 s, the first one in half a second; a machine may be busy."""

_HEAVY = 250_000
"""Bytes of an answer that is unpacked beside the loop; smaller ones take under 5 ms."""

_Result = TypeVar("_Result")


class ProcessWorkers:
    """Does work in processes of its own: one piece at a time each, no more than `most` at once.

    They start when they are needed and stay, forked from a server that has loaded the modules
    named by `preload` once. Use it as a context manager: it ends them.
    """

    def __init__(
        self,
        *,
        preload: Sequence[str] = (),
        most: int | None = None,
        most_memory: int = MOST_MEMORY,
        most_calls: int = MOST_CALLS,
    ) -> None:
        most = most or _processes_here()
        # There is one server to a program: what its first user has it load is what it has.
        forkserver.set_forkserver_preload([*preload, __name__])
        self._new = partial(_Process, most_memory=most_memory)
        self._most_calls = most_calls
        self._gate = asyncio.Semaphore(most)
        self._idle: list[_Process] = []
        self._waiting: dict[_Process, asyncio.Future[bytes]] = {}
        self._ending: set[asyncio.Future[None]] = set()
        self._threads = ThreadPoolExecutor(2 * most, thread_name_prefix="workers")
        self._is_closed = False

    async def __aenter__(self) -> Self:
        """Start nothing yet."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """End every process, busy or not."""
        await self.close()

    def warm(self) -> None:
        """Begin to load what processes are forked from, where work is sure to come."""
        forkserver.ensure_running()

    async def close(self) -> None:
        """End every process; calls that are under way or waiting raise `WorkError`."""
        self._is_closed = True
        for process, waiter in self._waiting.items():
            if not waiter.done():
                waiter.set_exception(BrokenProcessPool())
            self._end(process)
        while self._idle:
            self._end(self._idle.pop())
        if self._ending:
            await asyncio.wait(self._ending)
        self._threads.shutdown(wait=False)

    async def call(self, work: Callable[[], _Result], *, about: str, within: timedelta) -> _Result:
        """Return what `work` returns; see `bot.ports.Workers`."""
        async with self._gate:  # packed only now: what waits takes no memory twice
            answer = await self._answer(pickle.dumps(work), about=about, within=within)
        match answer.end:
            case End.DONE:
                result: _Result = await self._unpacked(answer.value)
                return result
            case End.REFUSED:
                raise answer.value
            case End.TOO_LARGE:
                raise too_large(about)
            case End.BROKEN:
                raise crashed(about, kind=answer.value, where=answer.where)

    async def _answer(self, packed: bytes, *, about: str, within: timedelta) -> Answer:
        """Have a process do the work; a new one where an idle one turns out to be gone."""
        while not self._is_closed:
            process = self._idle.pop() if self._idle else self._new()
            try:
                return await self._asked(process, packed, within=within)
            except TimeoutError as error:
                raise too_long(about, within) from error
            except ProcessExpired as error:
                if error.exitcode == -signal.SIGXCPU:
                    raise too_long(about, within) from error
                raise died(about, error.exitcode) from error
            except (BrokenProcessPool, RuntimeError) as error:
                if process.calls == 0 and not self._is_closed:
                    raise no_process(about) from error
        raise closing(about)

    async def _asked(self, process: "_Process", packed: bytes, *, within: timedelta) -> Answer:
        """Return the answer of one process. One that gives none is ended, and so is an old one.

        Raises:
            TimeoutError: it took longer.
            ProcessExpired: the process died of it.
            BrokenProcessPool, RuntimeError: it was gone before.
        """
        loop = asyncio.get_running_loop()
        waiter = self._waiting[process] = loop.create_future()

        def settle(future: Future[bytes]) -> None:  # called by a thread of the pool
            loop.call_soon_threadsafe(_settle, waiter, future)

        is_well = False
        try:
            async with asyncio.timeout((within + START_WITHIN).total_seconds()):
                if process.calls:
                    process.ask(packed, within, settle)
                else:  # starting takes a while
                    await loop.run_in_executor(self._threads, process.ask, packed, within, settle)
                answer: Answer = pickle.loads(await waiter)  # noqa: S301  our own process
            process.calls += 1
            is_well = answer.end is not End.TOO_LARGE and process.calls < self._most_calls
        finally:
            if not waiter.cancel() and not waiter.cancelled():
                waiter.exception()  # seen, or asyncio complains of it
            del self._waiting[process]
            if not self._is_closed:  # else it is ended already
                if is_well:
                    self._idle.append(process)
                else:
                    self._end(process)
        return answer

    async def _unpacked(self, value: bytes) -> _Result:
        if len(value) < _HEAVY:
            result: _Result = pickle.loads(value)  # noqa: S301  our own process
            return result
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, pickle.loads, value)

    def _end(self, process: "_Process") -> None:
        """End a process beside the loop: it takes a moment."""
        ending = asyncio.get_running_loop().run_in_executor(self._threads, process.stop)
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)


class _Process:
    """A process, and the pool that keeps it. Its methods may be called in any thread."""

    def __init__(self, *, most_memory: int) -> None:
        self._pool = ProcessPool(
            max_workers=1,
            initializer=prepare,
            initargs=(most_memory,),
            context=multiprocessing.get_context("forkserver"),
        )
        self._lock = threading.Lock()
        self.calls = 0

    def ask(
        self, packed: bytes, within: timedelta, settle: Callable[[Future[bytes]], None]
    ) -> None:
        """Have packed work done, and `settle` called when it is; starts the process if need be."""
        seconds = within.total_seconds()
        with self._lock:
            future = self._pool.schedule(
                answered, args=(packed, math.ceil(seconds)), timeout=seconds
            )
        future.add_done_callback(settle)

    def stop(self) -> None:
        """End the process, whatever it does; return when it is gone."""
        with self._lock:
            self._pool.stop()  # type: ignore[no-untyped-call]  # as pebble left it
            self._pool.join()


def _settle(waiter: asyncio.Future[bytes], future: Future[bytes]) -> None:
    if waiter.done():
        return
    error = future.exception()
    if error is None:
        waiter.set_result(future.result())
    else:
        waiter.set_exception(error)


def _processes_here() -> int:
    """Return how many processes there is work for on this machine."""
    return max(2, min(MOST_PROCESSES, os.cpu_count() or 1))
