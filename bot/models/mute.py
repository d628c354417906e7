"""What a channel does not want to hear of, for a time or for good."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.models.channel import ChannelId


class Muted(StrEnum):
    """What kind of thing is muted; `target` of the mute names it."""

    STORY = "story"
    TOPIC = "topic"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """A channel's wish not to hear of something: a story's id, a topic as typed, a source's id.

    `until` None means for good.
    """

    channel: ChannelId
    kind: Muted
    target: str
    until: datetime | None
    by: str
    at: datetime
