"""Politeness: one request at a time per host, a pause between, a bound over all hosts."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.ports import Clock

_MAX_IDLE_HOSTS = 1000


@dataclass(slots=True)
class _Host:
    """What is remembered of a host: whose turn it is, who waits, when it may be asked again."""

    free_at: datetime
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0


class Pace:
    """Hands out turns. Memory for hosts that nobody asks is bounded."""

    def __init__(self, clock: Clock, *, pause: timedelta, concurrency: int) -> None:
        self._clock = clock
        self._pause = pause
        self._slots = asyncio.Semaphore(concurrency)
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until `host` may be asked; it is ours while the context lasts.

        A slot is taken only after the wait, so that one slow host does not hold up the others.
        """
        known = self._hosts.setdefault(host, _Host(free_at=self._clock.now()))
        known.users += 1
        try:
            async with known.turn:
                await self._wait(known)
                try:
                    async with self._slots:
                        yield
                finally:
                    known.free_at = self._clock.now() + self._pause
        finally:
            known.users -= 1
            self._forget()

    async def _wait(self, host: _Host) -> None:
        left = host.free_at - self._clock.now()
        if left > timedelta():
            # A clock that was set back must not hold a host for hours.
            await self._clock.sleep(min(left, self._pause))

    def _forget(self) -> None:
        if len(self._hosts) <= _MAX_IDLE_HOSTS:
            return
        now = self._clock.now()
        idle = [name for name, host in self._hosts.items() if not host.users]
        for name in idle:
            if self._hosts[name].free_at <= now or len(self._hosts) > 2 * _MAX_IDLE_HOSTS:
                del self._hosts[name]
