"""Where a briefing goes, who asks, and when it falls due."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import NewType

from bot.models.news import WorkspaceId

ChannelId = NewType("ChannelId", str)
SubscriptionId = NewType("SubscriptionId", str)

EVERY_DAY: frozenset[int] = frozenset(range(7))
"""Days of the week as `date.weekday` counts them: Monday is 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A place on a platform.

    `id` is unique over all platforms: "slack:T1/C2", "discord:G1/C2", "console:terminal".
    `workspace` is the Slack team or Discord server, prefixed likewise: "slack:T1".
    `address` is the platform's own id of the place. `is_direct`: one person alone reads it, as
    in a direct message or the terminal.
    """

    id: ChannelId
    platform: str
    workspace: WorkspaceId
    address: str
    name: str = ""
    is_direct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who asks. `zone` and `language` are None where the platform does not tell."""

    id: str
    name: str = ""
    may_manage: bool = False
    zone: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When something falls due: wall-clock time and zone, never an instant."""

    at: time
    zone: str
    days: frozenset[int] = EVERY_DAY


class Mode(StrEnum):
    """How a subscription is told: in the daily briefing, or as soon as there is news."""

    DIGEST = "digest"
    ALERT = "alert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A channel's standing order for a topic.

    `topic` is as typed; empty means everything. `schedule` is None for alerts. Subscriptions
    of a channel that fall due at the same moment are told in one briefing.
    """

    id: SubscriptionId
    channel: ChannelId
    topic: str
    created_at: datetime
    created_by: str
    mode: Mode = Mode.DIGEST
    schedule: Schedule | None = None


class Late(StrEnum):
    """What becomes of a briefing whose hour passed while the desk was down."""

    SEND = "send"
    SKIP = "skip"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a channel takes its briefings.

    `schedule` is what a new subscription gets when it names no time; None until one is set.
    `minutes` is the reading time of a briefing: 2, 5 or 10. `paused_until` is None when the
    channel is not paused; `datetime.max` in UTC stands for "until resumed".
    """

    channel: ChannelId
    schedule: Schedule | None = None
    minutes: int = 5
    late: Late = Late.SEND
    language: str | None = None
    paused_until: datetime | None = None
