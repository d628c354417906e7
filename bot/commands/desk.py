"""The tools of a run, as commands use them."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import available_timezones

from bot.commands.pending import Pending
from bot.commands.values import Values
from bot.compose.card import story_card
from bot.compose.disagreements import disagreements
from bot.compose.select import Pick
from bot.errors import CommandError
from bot.models import (
    EVERYONE,
    Actor,
    Ask,
    Channel,
    Reply,
    Story,
    StoryCard,
    StoryId,
    Topic,
    WorkspaceId,
)
from bot.pipeline import Pipeline
from bot.ports import Reader, Store

OPERATOR = "console"
"""The platform on which the operator types: what is added there, everyone may see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What answering takes: the pipeline with its parts, and what waits for a button.

    `zone` is used for times typed without one when the platform does not tell the asker's.
    """

    pipeline: Pipeline
    pending: Pending
    zone: str = "UTC"

    @property
    def store(self) -> Store:
        """Everything kept."""
        return self.pipeline.parts.store

    @property
    def reader(self) -> Reader:
        """The reader of sources."""
        return self.pipeline.parts.reader

    def now(self) -> datetime:
        """Return the present instant."""
        return self.pipeline.parts.clock.now()

    def zone_of(self, actor: Actor) -> str:
        """Return the zone of this person's times; the desk's if theirs is unknown or none."""
        return actor.zone if actor.zone in available_timezones() else self.zone

    async def cards(
        self, picks: Sequence[Pick], *, language: str | None = None
    ) -> tuple[StoryCard, ...]:
        """Return the cards of stories told short, told before or not."""
        now = self.now()
        return tuple(
            [
                story_card(
                    await self.pipeline.condense(pick.story, language=language),
                    pick.story,
                    now=now,
                    differences=await asyncio.to_thread(disagreements, pick.story),
                )
                for pick in picks
            ]
        )

    async def story(self, reference: str, channel: Channel) -> Story:
        """Return the story that an id, an article's id or a link stands for.

        Raises:
            CommandError: there is none that this channel may see.
        """
        library = self.store.library
        found = await library.story(StoryId(reference), channel.workspace)
        found = found or await library.locate(reference, channel.workspace)
        if found is None:
            raise CommandError(
                f"No story is known under “{reference[:80]}”. "
                "Use the id below a story, or the link of one of its reports."
            )
        return found


Handler = Callable[[Desk, Ask, Values], Awaitable[Reply]]


def audience(channel: Channel) -> WorkspaceId:
    """Return who may see what is added in a channel: its workspace, or everyone."""
    return EVERYONE if channel.platform == OPERATOR else channel.workspace


def everything() -> Topic:
    """Return the topic of a channel that takes all news."""
    return Topic(text="")


async def channel_topics(desk: Desk, channel: Channel) -> tuple[Topic, ...]:
    """Return the topics that a channel is subscribed to; everything when there are none."""
    standing = await desk.store.subscriptions.of(channel.id)
    return tuple(desk.pipeline.topic(order.topic) for order in standing) or (everything(),)
