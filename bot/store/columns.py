"""What a column holds, the same on every dialect."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str, limit: int | None = None) -> str:
    r"""Return `text` cut at `limit` characters, with a mark for each character no database takes.

    PostgreSQL refuses NUL and nothing encodes a lone surrogate. Each becomes one character, so
    that citations, which count characters, still fit.

    >>> storable("a\x00b\ud800c", 4)
    'a�b�'
    """
    return _UNSTORABLE.sub("\ufffd", text[:limit])


class Words(TypeDecorator[str]):
    """Text, cut at `limit` characters without a word: what is longer is not news but an attack.

    The cut also falls on what a column is compared with, so that a long link is found again.
    """

    impl = Text
    cache_ok = True

    def __init__(self, limit: int | None = None) -> None:
        super().__init__()
        self.limit = limit

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Make the text storable."""
        del dialect
        return None if value is None else storable(value, self.limit)


class Key(Words):
    """An id: never cut, since two long ones could become one."""

    cache_ok = True


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in UTC. SQLite keeps it as text of one width, which sorts by time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any aware instant into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no zone")
        at = value.astimezone(UTC)
        return at.replace(tzinfo=None) if dialect.name == "sqlite" else at

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back an aware instant."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Coded(TypeDecorator[Any]):
    """A value of ours kept as JSON by a pair of pure functions of `bot.store.codec`."""

    impl = Text
    cache_ok = True

    def __init__(self, encode: Callable[[Any], str], decode: Callable[[str], Any]) -> None:
        super().__init__()
        self.encode = encode
        self.decode = decode

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401
        """Encode the value; None stays NULL."""
        del dialect
        return None if value is None else self.encode(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Decode the value; NULL is None."""
        del dialect
        return None if value is None else self.decode(value)
