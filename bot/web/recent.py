"""What was pushed just now: hubs repeat what they think was lost, and strangers what they saw."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(slots=True)
class Recent:
    """Remembers the last so many pushes, each for so long."""

    most: int = 1000
    within: timedelta = timedelta(minutes=5)
    _seen: OrderedDict[tuple[str, str], datetime] = field(default_factory=OrderedDict, init=False)

    def is_new(self, key: tuple[str, str], now: datetime) -> bool:
        """Say whether this did not come just before, and remember that it came."""
        before = self._seen.pop(key, None)
        self._seen[key] = now
        while len(self._seen) > self.most:
            self._seen.popitem(last=False)
        return before is None or now - before > self.within
