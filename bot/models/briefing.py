"""What goes out: briefings, the reasons behind them, deliveries and their receipts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.models.channel import Channel, ChannelId
from bot.models.message import Message
from bot.models.news import ArticleId, StoryId
from bot.models.summary import Sentence

DeliveryKey = NewType("DeliveryKey", str)


class Reason(StrEnum):
    """Why a story or an article is or is not in a briefing.

    `GROUPED` is an article's alone: its story was told without its sentences. `NOT_YET` is of
    what no briefing has looked at so far, and never recorded.
    """

    TOLD = "told"
    GROUPED = "grouped"
    NOT_ABOUT = "not about"
    ALREADY_TOLD = "already told"
    TOO_OLD = "too old"
    OVER_LENGTH = "over length"
    MUTED = "muted"
    FILTERED = "filtered"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The one final reason for a story in a channel's briefing, in words for people."""

    story: StoryId
    reason: Reason
    detail: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a channel has been told of a story: the articles it covered and the sentences."""

    story: StoryId
    articles: frozenset[ArticleId]
    sentences: tuple[Sentence, ...]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The edition a channel gets at one moment.

    `key` names the channel, the schedule and the local date: the same briefing made twice has
    the same key and is owed once. `told` and `verdicts` are recorded with it.
    """

    key: DeliveryKey
    channel: ChannelId
    due_at: datetime
    message: Message
    told: tuple[Told, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


class DeliveryState(StrEnum):
    """Where a delivery stands. The first two are still owed; the others are settled."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A message owed to a channel: part `part` (from 0) of the briefing `key`.

    `nonce` is the platform-side name of this part, at most 24 characters, the same at every
    try. A part is sent after the parts before it.
    """

    key: DeliveryKey
    part: int
    channel: Channel
    message: Message
    due_at: datetime
    nonce: str
    state: DeliveryState = DeliveryState.PENDING
    attempts: int = 0
    next_try_at: datetime | None = None
    receipt: str | None = None
    error: str | None = None
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Proof that a delivery arrived: the platform's own id of the message."""

    message_id: str
    at: datetime
