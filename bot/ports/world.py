"""What every part is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.ports.store import Spending


class Clock(Protocol):
    """Tells the time and waits for it."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...

    async def sleep(self, duration: timedelta) -> None:
        """Return after `duration`; at once if it is not positive."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What every part is given beside its settings by `create(settings, tools)`.

    `environment` is where secrets are, under the names that the settings give; it is in no repr,
    since a traceback may show one. `home` is the folder for files that outlive a run. `spending`
    is where a part that costs money keeps count; None where no store is open.
    """

    clock: Clock
    environment: Mapping[str, str] = field(repr=False)
    home: str
    spending: Spending | None = None
