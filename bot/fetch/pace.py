"""Politeness: one request at a time per host, a pause between, a bound over all hosts.

A host that asks to be left alone rests: until then nobody is given a turn.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.ports import Clock

_MAX_IDLE_HOSTS = 1000

LONGEST_REST = timedelta(days=1)
"""One page of a host may speak for all of them, but not for longer."""


class RestingError(Exception):
    """A host asked to be left alone, with `status`; `left` is how long it still rests."""

    def __init__(self, status: int, left: timedelta) -> None:
        super().__init__(f"rests for {left}")
        self.status = status
        self.left = left


@dataclass(slots=True)
class _Host:
    """What is remembered of a host: whose turn it is, who waits, when it may be asked again."""

    free_at: datetime
    pause: timedelta
    rests_until: datetime | None = None
    status: int = 0
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
    async def turn(self, host: str, *, though_resting: bool = False) -> AsyncIterator[None]:
        """Wait until `host` may be asked; it is ours while the context lasts.

        A slot is taken only after the wait, so that one slow host does not hold up the others.
        `though_resting` is for what a person asks for now: the rest goes on for all others.

        Raises:
            RestingError: the host rests; those who wait for their turn are told at once too.
        """
        known = self._known(host)
        known.users += 1
        try:
            if not though_resting:
                self._let_rest(known)
            async with known.turn:
                if not though_resting:
                    self._let_rest(known)
                await self._wait(known)
                try:
                    async with self._slots:
                        yield
                finally:
                    known.free_at = self._clock.now() + known.pause
        finally:
            known.users -= 1
            self._forget()

    def slow_down(self, host: str, pause: timedelta) -> None:
        """Leave at least `pause` between two requests to `host`."""
        known = self._known(host)
        known.pause = max(self._pause, pause)

    def rest(self, host: str, duration: timedelta, *, status: int) -> None:
        """Give nobody a turn at `host` for so long, but for a day at most."""
        known = self._known(host)
        known.rests_until = self._clock.now() + min(duration, LONGEST_REST)
        known.status = status

    def _known(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host(free_at=self._clock.now(), pause=self._pause))

    def _let_rest(self, host: _Host) -> None:
        if host.rests_until is None:
            return
        left = host.rests_until - self._clock.now()
        # A clock that was set back must not hold a host for longer than anyone may ask.
        if timedelta() < left <= LONGEST_REST:
            raise RestingError(host.status, left)
        host.rests_until = None

    async def _wait(self, host: _Host) -> None:
        left = host.free_at - self._clock.now()
        if left > timedelta():
            # A clock that was set back must not hold a host for hours.
            await self._clock.sleep(min(left, host.pause))

    def _forget(self) -> None:
        if len(self._hosts) <= _MAX_IDLE_HOSTS:
            return
        now = self._clock.now()
        idle = [name for name, host in self._hosts.items() if not host.users]
        for name in idle:
            host = self._hosts[name]
            is_free = max(host.free_at, host.rests_until or now) <= now
            if is_free or len(self._hosts) > 2 * _MAX_IDLE_HOSTS:
                del self._hosts[name]
