"""Messages of our own for the tests of the Slack adapter."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.models import (
    Block,
    Button,
    Channel,
    ChannelId,
    Delivery,
    DeliveryKey,
    Line,
    Link,
    Message,
    Moment,
    StoryCard,
    StoryId,
    Text,
    WorkspaceId,
)
from bot.schedule.clock import SystemClock

DAWN = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
DESK = Channel(
    id=ChannelId("slack:T1/C1"),
    platform="slack",
    workspace=WorkspaceId("slack:T1"),
    address="C1",
)


def message_of(*given: Block) -> Message:
    """Return a message of blocks."""
    return Message(title="News", blocks=given)


def card(headline: str = "Harbour reopens", **more: Any) -> StoryCard:  # noqa: ANN401
    """Return a story with two cited sentences."""
    cited: tuple[Line, ...] = (
        (Text("It opened at dawn. "), Link("[1]", "https://post.example/1")),
        (Text("Ferries sail. "), Link("[2]", "https://wire.example/2")),
    )
    given: dict[str, Any] = {
        "story": StoryId("s1"),
        "headline": headline,
        "url": "https://post.example/1",
        "lines": cited,
        "foot": (Text("Post, Wire · "), Moment(DAWN, "Europe/Berlin")),
        "buttons": (Button(label="Why", line="news why s1"),),
    }
    return StoryCard(**(given | more))


def objects(value: object) -> list[dict[str, Any]]:
    """Return every object in a payload."""
    if isinstance(value, dict):
        return [value, *(one for inner in value.values() for one in objects(inner))]
    return [one for inner in value for one in objects(inner)] if isinstance(value, list) else []


class TestClock:
    """A clock that moves only when someone sleeps; it keeps every nap."""

    __test__ = False

    def __init__(self) -> None:
        self.time = DAWN
        self.naps: list[timedelta] = []

    def now(self) -> datetime:
        """Return the time so far."""
        return self.time

    async def sleep(self, duration: timedelta) -> None:
        """Let the time pass at once."""
        if duration > timedelta():
            self.naps.append(duration)
            self.time += duration
        await asyncio.sleep(0)


class QuickClock(SystemClock):
    """The machine's time, in which every wait is a short one."""

    async def sleep(self, duration: timedelta) -> None:
        """Return after a hundredth of a second at most."""
        await super().sleep(min(duration, timedelta(milliseconds=10)))


def delivery(message: Message | None = None, *, channel: Channel = DESK) -> Delivery:
    """Return a part of a briefing that is due."""
    return Delivery(
        key=DeliveryKey("desk/2026-11-24"),
        part=0,
        channel=channel,
        message=message or message_of(card()),
        due_at=DAWN,
        nonce="n-1",
    )
