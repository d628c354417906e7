"""Slack and Discord as the people in them see a desk: two stand-ins, one desk on both."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from pathlib import Path

from bot.models import Actor, Ask, Channel, ChannelId, WorkspaceId
from bot.newsroom import OPENING
from bot.ports import Listener
from tests.journeys.bureau import Bureau, bureau
from tests.standins.discord import DiscordStandIn
from tests.standins.discord_desk import channel as discord_channel
from tests.standins.discord_payloads import MANAGE_CHANNELS, command_data
from tests.standins.discord_rules import official_schema
from tests.standins.gold import gold_folder
from tests.standins.slack import SlackStandin
from tests.standins.slack_posts import Posted

COMMAND = 2
"""The kind of a Discord interaction that is a command."""

QUIET_S = 15.0
"""No answer in this many seconds means that none comes."""

IN_SLACK = Channel(
    id=ChannelId("slack:T1/C1"),
    platform="slack",
    workspace=WorkspaceId("slack:T1"),
    address="C1",
    name="desk",
)

IN_DISCORD = discord_channel()

MANAGER = Actor(id="U1", name="Ada", may_manage=True, zone="Europe/Berlin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody was answered: the words, and in how many seconds it was acknowledged."""

    words: str
    acknowledged_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chats:
    """A desk that listens on both platforms."""

    desk: Bureau
    slack: SlackStandin
    discord: DiscordStandIn

    async def ask_slack(self, line: str, *, manages: bool = True) -> Answer:
        """Type a slash command in Slack's channel, and press what asks for confirmation."""
        command, _, text = line.partition(" ")
        user = "U1" if manages else "U2"
        ack = await self.slack.command(command, text, user=user)
        said = await self._whispered()
        if "Subscribe" in said.buttons:
            await self.slack.press(said, "Subscribe", user=user)
            said = await self._whispered()
        return Answer(words=unescape("\n".join(said.lines)), acknowledged_s=ack.seconds)

    async def change(self, line: str) -> None:
        """Have a command carried out in the channel of each platform, by one who may."""
        for place in (IN_SLACK, IN_DISCORD):
            await self.desk.app.catalogue.answer(Ask(line=line, actor=MANAGER, channel=place))

    @property
    def posts(self) -> tuple[list[str], list[str]]:
        """The words of what stands in Slack's channel and in Discord's, oldest first."""
        in_slack = [
            unescape("\n".join(post.lines)) for post in self.slack.posts if not post.is_private
        ]
        return in_slack, [post.text for post in self.discord.posts]

    async def _whispered(self) -> Posted:
        """Return the next thing that is said to the asker alone; the channel's posts go by."""
        while not (said := await self.slack.said()).is_private:
            continue
        return said

    async def ask_discord(
        self, words: str, options: Mapping[str, object] | None = None, *, manages: bool = True
    ) -> Answer:
        """Use a command in Discord's channel, and press what asks for confirmation."""
        rights = MANAGE_CHANNELS if manages else 0
        data = command_data(self.discord.trees[-1], words, options or {}, None)
        asked = await self.discord.interact(COMMAND, data, permissions=rights)
        await asyncio.wait_for(asked.answered.wait(), QUIET_S)
        taken = asked.acknowledged_after
        if "Subscribe" in asked.buttons:
            asked = await self.discord.press(asked.buttons["Subscribe"], permissions=rights)
            await asyncio.wait_for(asked.answered.wait(), QUIET_S)
        assert taken is not None
        return Answer(words=asked.text, acknowledged_s=taken)


@asynccontextmanager
async def standins() -> AsyncIterator[tuple[SlackStandin, DiscordStandIn]]:
    """Start both stand-ins; at the end every payload must have been in order."""
    folder = gold_folder("discord")
    schema = official_schema(folder) if folder else None
    async with SlackStandin() as slack, DiscordStandIn(schema) as discord:
        slack.users["U2"] = {**slack.users["U1"], "id": "U2"}
        slack.users["U1"]["is_admin"] = True
        yield slack, discord
        assert slack.problems == []
        assert discord.invalid == []


@asynccontextmanager
async def opened_on(  # noqa: PLR0913 — a builder has a default for everything
    slack: SlackStandin,
    discord: DiscordStandIn,
    home: Path,
    *,
    at: datetime = OPENING,
    store: str = "memory",
    listening: Sequence[str] = ("slack", "discord"),
) -> AsyncIterator[Chats]:
    """Open a desk in both stand-ins and connect it to those named."""
    environment = slack.environment | discord.environment
    platforms: dict[str, dict[str, object]] = {"slack": {}, "discord": {}}
    async with bureau(
        home, at=at, store=store, platforms=platforms, environment=environment
    ) as desk:
        tasks = [asyncio.ensure_future(_listen(desk, name)) for name in listening]
        try:
            if "slack" in listening:
                await slack.connected()
            if "discord" in listening:
                await discord.connected()
            yield Chats(desk=desk, slack=slack, discord=discord)
        finally:
            for task in tasks:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task


@asynccontextmanager
async def chats(home: Path, *, at: datetime = OPENING) -> AsyncIterator[Chats]:
    """Open a desk on both platforms."""
    async with standins() as (slack, discord), opened_on(slack, discord, home, at=at) as opened:
        yield opened


async def _listen(desk: Bureau, name: str) -> None:
    platform = desk.app.platforms[name]
    assert isinstance(platform, Listener)
    await platform.listen(desk.app.catalogue)
