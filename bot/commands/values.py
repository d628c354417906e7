"""The values of a command's options, checked once and then read by type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from bot.errors import CommandError
from bot.text.times import parse_days, parse_since, parse_time, parse_zone


@dataclass(frozen=True, slots=True)
class Values:
    """Option values by name, as typed; each accessor says what is wrong with its own."""

    typed: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the words given, or "" for none."""
        return self.typed.get(name, "")

    def flag(self, name: str) -> bool:
        """Return whether the option was given as yes."""
        return self.typed.get(name, "").lower() in {"yes", "true", "on", "1"}

    def count(self, name: str, default: int) -> int:
        """Return a whole number; its bounds were checked by the grammar."""
        return int(self.typed.get(name, default))

    def time(self, name: str) -> time | None:
        """Return a time of day, or None when it was not given."""
        typed = self.typed.get(name)
        if typed is None:
            return None
        found = parse_time(typed)
        if found is None:
            raise CommandError(f"“{typed}” is no time of day. Type it like 08:00 or 6pm.")
        return found

    def zone(self, name: str) -> str | None:
        """Return a time zone of the IANA list, or None when it was not given."""
        typed = self.typed.get(name)
        if typed is None:
            return None
        found = parse_zone(typed)
        if found is None:
            raise CommandError(f"“{typed}” is no time zone. Type it like Europe/Berlin.")
        return found

    def days(self, name: str) -> frozenset[int] | None:
        """Return days of the week, or None when they were not given."""
        typed = self.typed.get(name)
        if typed is None:
            return None
        found = parse_days(typed)
        if found is None:
            raise CommandError(f"“{typed}” are no days. Type them like mon-fri or sat,sun.")
        return found

    def since(self, name: str, now: datetime, zone: str) -> datetime | None:
        """Return the instant from which on, or None when it was not given."""
        typed = self.typed.get(name)
        if typed is None:
            return None
        found = parse_since(typed, now, zone)
        if found is None:
            raise CommandError(
                f"“{typed}” is no time span. Type it like 24h, 3d, 2w, yesterday or 2026-11-20."
            )
        return found
