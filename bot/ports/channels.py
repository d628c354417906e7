"""What is kept of channels: their wishes, and what they were told.

Unless a method says otherwise it may be repeated without harm, and each raises `StoreError` when
the database is unusable.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.models import (
    Actor,
    Channel,
    ChannelId,
    Mute,
    Muted,
    Plan,
    StoryId,
    Subscription,
    SubscriptionId,
    Told,
    Verdict,
)


class Channels(Protocol):
    """The places we know, how each takes its briefings, and who changed that."""

    async def save(self, channel: Channel) -> None:
        """Add the channel or replace what is known of it."""
        ...

    async def get(self, channel: ChannelId) -> Channel | None:
        """Return the channel, or None when it was never saved."""
        ...

    async def plan(self, channel: ChannelId) -> Plan:
        """Return the channel's plan; the default one when it has none."""
        ...

    async def save_plan(self, plan: Plan) -> None:
        """Replace the channel's plan."""
        ...

    async def audit(self, channel: ChannelId, actor: Actor, line: str, at: datetime) -> None:
        """Append who changed what. Not repeatable: each call is one line."""
        ...


class Subscriptions(Protocol):
    """Standing orders."""

    async def save(self, subscription: Subscription) -> None:
        """Add the subscription or replace the one of that id."""
        ...

    async def remove(self, subscription: SubscriptionId) -> None:
        """Forget the subscription. Unknown ids are no error."""
        ...

    async def of(self, channel: ChannelId) -> tuple[Subscription, ...]:
        """Return the channel's subscriptions, oldest first."""
        ...

    async def all(self) -> tuple[Subscription, ...]:
        """Return every subscription, by channel, oldest first."""
        ...


class Mutes(Protocol):
    """What channels do not want to hear of."""

    async def save(self, mute: Mute) -> None:
        """Add the mute, or replace the channel's of that thing. Those that ran out are dropped."""
        ...

    async def remove(self, channel: ChannelId, kind: Muted, target: str) -> None:
        """End a mute. Unknown ones are no error."""
        ...

    async def of(self, channel: ChannelId, now: datetime) -> tuple[Mute, ...]:
        """Return the channel's mutes that are in force, newest first.

        Follows merges: a story's target is the story that it is part of now.
        """
        ...


class Ledger(Protocol):
    """What each channel was told, and why."""

    async def told(
        self, channel: ChannelId, stories: Collection[StoryId]
    ) -> Mapping[StoryId, Told]:
        """Return what the channel was told of these stories; untold ones are left out.

        Follows merges: what was told of a story is told of the one it became part of.
        """
        ...

    async def tellings(self, channel: ChannelId, story: StoryId) -> tuple[Told, ...]:
        """Return each time the channel was told of the story, oldest first; follows merges.

        One without sentences passed the story over.
        """
        ...

    async def verdict(self, channel: ChannelId, story: StoryId) -> Verdict | None:
        """Return the last verdict on the story in this channel, or None."""
        ...

    async def verdicts(self, channel: ChannelId, *, limit: int = 20) -> tuple[Verdict, ...]:
        """Return the channel's latest verdicts, newest first; told ones before the others."""
        ...

    async def tell(self, channel: ChannelId, told: Sequence[Told]) -> None:
        """Record what the channel was told in an answer, outside any delivery."""
        ...

    async def note(self, channel: ChannelId, verdicts: Sequence[Verdict]) -> None:
        """Replace the channel's verdicts on these stories; `NOT_ABOUT` replaces no `TOLD`."""
        ...
