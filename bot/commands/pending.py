"""What a button stands for when it does not fit on it: confirmations and undoing."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models import Button, ChannelId

LASTS = timedelta(minutes=10)
MOST = 1000
"""Kept at once, over all channels; the oldest go first."""

GO = "go"


@dataclass(frozen=True, slots=True)
class _Waiting:
    channel: ChannelId
    line: str
    until: datetime


@dataclass(frozen=True, slots=True)
class _Kept:
    channel: ChannelId
    names: tuple[str, ...]
    until: datetime


class Pending:
    """Lines waiting to be asked, by an unguessable token, for ten minutes.

    A line that is about more things than it could name has them kept under a token of its own.

    They live in memory alone: after a restart a button says that it has expired, and nothing
    is lost that typing the command again would not bring.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, _Waiting] = {}
        self._kept: dict[str, _Kept] = {}

    def button(
        self, label: str, line: str, *, channel: ChannelId, now: datetime, primary: bool = False
    ) -> Button:
        """Return a button that asks `line` in that channel."""
        while len(self._waiting) >= MOST:
            del self._waiting[next(iter(self._waiting))]
        token = secrets.token_hex(8)
        self._waiting[token] = _Waiting(channel, line, now + LASTS)
        return Button(label=label, line=f"{GO} {token}", primary=primary)

    def line(self, token: str, *, channel: ChannelId, now: datetime) -> str | None:
        """Return the line that waits under the token in that channel, or None; only once."""
        waiting = self._waiting.get(token)
        if waiting is None or waiting.channel != channel:
            return None
        del self._waiting[token]
        return waiting.line if waiting.until > now else None

    def keep(self, names: Sequence[str], *, channel: ChannelId, now: datetime) -> str:
        """Keep what a line is about; return the token that stands for it in the line."""
        while len(self._kept) >= MOST:
            del self._kept[next(iter(self._kept))]
        token = secrets.token_hex(8)
        self._kept[token] = _Kept(channel, tuple(names), now + LASTS)
        return token

    def kept(self, token: str, *, channel: ChannelId, now: datetime) -> tuple[str, ...]:
        """Return what was kept under a token in that channel; nothing when it has expired."""
        kept = self._kept.get(token)
        is_there = kept is not None and kept.channel == channel and kept.until > now
        return kept.names if kept and is_there else ()
