"""Whether the desk's loops run: the one thing for which it is worth to be started anew."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.ports import Clock

STEADY_WITHIN = timedelta(seconds=60)


@dataclass(slots=True)
class Pulse:
    """Felt by whoever asks whether the desk is well; it beats with the loops."""

    clock: Clock
    last: datetime | None = None

    def beat(self) -> None:
        """Leave word that the loops run."""
        self.last = self.clock.now()

    def is_steady(self) -> bool:
        """Say whether the loops ran within the last minute."""
        return self.last is not None and self.clock.now() - self.last <= STEADY_WITHIN
