"""A small desk for the Discord stand-in: a catalogue of every kind of option, a running part."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.models import (
    Ask,
    Button,
    Channel,
    ChannelId,
    Choice,
    Command,
    Delivery,
    DeliveryKey,
    Link,
    Message,
    Option,
    OptionKind,
    Paragraph,
    Reply,
    StoryCard,
    StoryId,
    Suggests,
    Text,
    WorkspaceId,
)
from bot.ports import Catalogue, Listener
from tests.standins import discord_payloads as payloads
from tests.standins.discord import DiscordStandIn

TOPIC = Option(name="topic", description="What about", suggests=Suggests.TOPICS)
COMMANDS = (
    Command(
        words=("latest",),
        summary="The newest stories",
        options=(
            TOPIC,
            Option(name="count", description="How many", kind=OptionKind.COUNT),
            Option(name="since", description="How far back", kind=OptionKind.SINCE),
            Option(name="post", description="For everyone", kind=OptionKind.FLAG),
        ),
    ),
    Command(
        words=("subscribe",),
        summary="Tell this channel about a topic",
        options=(
            Option(name="topic", description="What about", required=True),
            Option(
                name="mode",
                description="When",
                kind=OptionKind.CHOICE,
                choices=("digest", "alert"),
            ),
        ),
        manages=True,
    ),
    Command(words=("news",), summary="Everything"),
    Command(
        words=("news", "story"),
        summary="A story in full",
        options=(Option(name="story", description="Which", suggests=Suggests.STORIES),),
    ),
    Command(
        words=("news", "digest", "set"),
        summary="When this channel is briefed",
        options=(
            Option(name="time", description="At", kind=OptionKind.TIME),
            Option(name="for", description="A word of Python's own"),
        ),
        manages=True,
    ),
)


def said(words: str) -> Message:
    """Return a message of one line."""
    return Message(title=words, blocks=(Paragraph((Text(words),)),))


def card(number: int = 1, headline: str = "Ferry pier in Lindmoor reopens") -> StoryCard:
    """Return a story with two cited sentences and a button."""
    return StoryCard(
        story=StoryId(f"s{number}"),
        headline=headline,
        url=f"https://quayside.example/{number}",
        lines=(
            (
                Text("The pier opened at noon. "),
                Link("Quayside", f"https://quayside.example/{number}"),
            ),
            (Text("Two ferries called. "), Link("Gull", "https://gull.example/a")),
        ),
        foot=(Text("2 outlets, 3 hours ago"),),
        buttons=(Button(label="Sources", line=f"news story story:s{number} view:sources"),),
    )


def channel(address: str = payloads.CHANNEL) -> Channel:
    """Return a channel of the stand-in's server."""
    return Channel(
        id=ChannelId(f"discord:{payloads.GUILD}/{address}"),
        platform="discord",
        workspace=WorkspaceId(f"discord:{payloads.GUILD}"),
        address=address,
    )


def delivery(message: Message | None = None, *, nonce: str = "n1", to: str = "") -> Delivery:
    """Return a delivery to the stand-in's channel."""
    return Delivery(
        key=DeliveryKey("k1"),
        part=0,
        channel=channel(to or payloads.CHANNEL),
        message=message or said("Good morning"),
        due_at=datetime(2026, 11, 20, 7, 0, tzinfo=UTC),
        nonce=nonce,
    )


@dataclass(slots=True)
class FakeCatalogue:
    """Answers every line with `replies[line]`, else repeats it; remembers what it was asked."""

    replies: dict[str, Reply] = field(default_factory=dict)
    choices: tuple[Choice, ...] = (Choice(label="Harbour", value="harbour"),)
    asks: list[Ask] = field(default_factory=list)
    stuck: bool = False
    broken: bool = False
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        """Answer at once until the gate is closed."""
        self.gate.set()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands above."""
        return COMMANDS

    async def answer(self, ask: Ask) -> Reply:
        """Answer what was prepared."""
        self.asks.append(ask)
        self.asked.set()
        await self.gate.wait()
        return self.replies.get(ask.line) or Reply(message=said(f"asked: {ask.line}"))

    async def suggest(self, kind: Suggests, typed: str, channel: Channel) -> tuple[Choice, ...]:
        """Complete with what was prepared; hang or fail when told so."""
        assert kind in Suggests, (typed, channel)
        if self.stuck:
            await asyncio.Event().wait()
        if self.broken:
            raise RuntimeError("the sample catalogue is broken")
        return self.choices


@asynccontextmanager
async def listening(
    part: Listener, discord: DiscordStandIn, catalogue: Catalogue
) -> AsyncIterator[None]:
    """Let a part listen until the block ends; a part that gives up says so at once."""
    task = asyncio.ensure_future(part.listen(catalogue))
    connected = asyncio.ensure_future(discord.connected())
    await asyncio.wait({task, connected}, return_when=asyncio.FIRST_COMPLETED)
    try:
        if task.done():
            await task
        yield
    finally:
        for one in (connected, task):
            one.cancel()
            with suppress(asyncio.CancelledError):
                await one
