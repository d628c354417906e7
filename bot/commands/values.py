"""The values of a command's options, checked once and then read by type."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import TypeVar

from bot.errors import CommandError
from bot.text.times import parse_days, parse_since, parse_time, parse_zone

T = TypeVar("T")

_CODE = 2
"""Letters of a language's ISO 639-1 code."""


@dataclass(frozen=True, slots=True)
class Values:
    """Option values by name, as typed; each accessor says what is wrong with its own."""

    typed: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the words given, or "" for none."""
        return self.typed.get(name, "")

    def language(self, name: str) -> str | None:
        """Return a language's two-letter code, or None when it was not given."""
        expected = "is no language. Type its two letters, as en or de."
        return self._parsed(name, _language, expected)

    def flag(self, name: str) -> bool:
        """Return whether the option was given as yes."""
        return self.typed.get(name, "").lower() in {"yes", "true", "on", "1"}

    def count(self, name: str, default: int) -> int:
        """Return a whole number; its bounds were checked by the grammar."""
        return int(self.typed.get(name, default))

    def time(self, name: str) -> time | None:
        """Return a time of day, or None when it was not given."""
        return self._parsed(name, parse_time, "is no time of day. Type it like 08:00 or 6pm.")

    def zone(self, name: str) -> str | None:
        """Return a time zone of the IANA list, or None when it was not given."""
        return self._parsed(name, parse_zone, "is no time zone. Type it like Europe/Berlin.")

    def days(self, name: str) -> frozenset[int] | None:
        """Return days of the week, or None when they were not given."""
        return self._parsed(name, parse_days, "are no days. Type them like mon-fri or sat,sun.")

    def since(self, name: str, now: datetime, zone: str) -> datetime | None:
        """Return the instant from which on, or None when it was not given."""
        expected = "is no time span. Type it like 24h, 3d, 2w, yesterday or 2026-11-20."
        return self._parsed(name, lambda typed: parse_since(typed, now, zone), expected)

    def _parsed(self, name: str, parse: Callable[[str], T | None], problem: str) -> T | None:
        """Return a value as `parse` reads it.

        Raises:
            CommandError: it was given, and `parse` can make nothing of it.
        """
        typed = self.typed.get(name)
        if typed is None:
            return None
        found = parse(typed)
        if found is None:
            raise CommandError(f"“{typed}” {problem}")
        return found


def _language(typed: str) -> str | None:
    code = typed.strip().lower()
    return code if len(code) == _CODE and code.isascii() and code.isalpha() else None
