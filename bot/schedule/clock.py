"""The one place that asks the machine what time it is."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        return datetime.now(UTC)

    async def sleep(self, duration: timedelta) -> None:
        """Return after `duration`."""
        await asyncio.sleep(max(0.0, duration.total_seconds()))


@dataclass(slots=True)
class ShiftedClock:
    """The machine's time moved by a fixed span: the sample newsroom's days stay its own.

    `start` is what `now` says at the moment of making; `advance` moves it on.
    """

    start: datetime
    _shift: timedelta = field(init=False)

    def __post_init__(self) -> None:
        """Measure how far `start` is from now."""
        self._shift = self.start - datetime.now(UTC)

    def now(self) -> datetime:
        """Return the present instant on the shifted time line."""
        return datetime.now(UTC) + self._shift

    def advance(self, duration: timedelta) -> None:
        """Move on by `duration` at once."""
        self._shift += duration

    async def sleep(self, duration: timedelta) -> None:
        """Return after `duration` of real time."""
        await asyncio.sleep(max(0.0, duration.total_seconds()))
