"""Messages of our own for the tests of the Slack adapter."""

from datetime import UTC, datetime
from typing import Any

from bot.models import (
    Block,
    Button,
    Channel,
    ChannelId,
    Line,
    Link,
    Message,
    Moment,
    StoryCard,
    StoryId,
    Text,
    WorkspaceId,
)

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
