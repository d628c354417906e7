"""Everything that is kept, behind one door.

Unless a method says otherwise it may be repeated without harm, and each raises `StoreError` when
the database is unusable.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.models import (
    Briefing,
    ChannelId,
    Delivery,
    DeliveryKey,
    Message,
    Spent,
)
from bot.ports.channels import Channels, Ledger, Mutes, Subscriptions
from bot.ports.library import Library, Pushes, Search, SkippedEntries, Sources


class Spending(Protocol):
    """What a model cost, day by day of UTC. A restart does not forget it."""

    async def reserve(self, day: date, expected: Spent, *, most_tokens: int) -> bool:
        """Count in what is about to be spent; False, and nothing, if that would be too much.

        Too much is: more than `most_tokens` on that day, with what others have reserved. Not
        repeatable: each call counts.
        """
        ...

    async def settle(self, day: date, expected: Spent, actual: Spent) -> None:
        """Put what was really spent in the place of what was reserved. Not repeatable."""
        ...

    async def of(self, day: date) -> Spent:
        """Return what was spent and reserved on that day."""
        ...


class Outbox(Protocol):
    """Deliveries not yet settled, and those that were."""

    async def owe(self, briefing: Briefing, parts: Sequence[Message]) -> bool:
        """Record the briefing's parts as pending, with what they tell and why, in one go.

        Returns False, and changes nothing, when the key is owed or settled already.
        """
        ...

    async def claim(self, now: datetime, *, lease: timedelta, limit: int) -> tuple[Delivery, ...]:
        """Mark due deliveries as sending, leased to the caller, and return them.

        Due is: pending, its next try not in the future, and no earlier part still to be sent or
        given up. At most one of a channel at a time, the longest due. A delivery whose lease ran
        out while sending becomes unknown and is not returned; later parts do not wait for it.
        """
        ...

    async def settle(self, delivery: Delivery) -> None:
        """Record how a claimed delivery came out, and end its lease.

        Later parts of a failed or skipped delivery are skipped, and what its briefing told is
        taken back: all of it if no part can have arrived, else the stories of the parts that
        did not.
        """
        ...

    async def history(self, channel: ChannelId, *, limit: int = 10) -> tuple[Delivery, ...]:
        """Return the channel's deliveries, latest due first."""
        ...

    async def last_due(self, channel: ChannelId, key: DeliveryKey) -> Delivery | None:
        """Return the first part of the briefing `key`, or None when it was never owed."""
        ...


class Store(Protocol):
    """Everything kept, behind one door. Opening it brings the schema up to date."""

    @property
    def sources(self) -> Sources:
        """The sources."""
        ...

    @property
    def pushes(self) -> Pushes:
        """What was agreed with their hubs."""
        ...

    @property
    def library(self) -> Library:
        """The articles and stories."""
        ...

    @property
    def skipped(self) -> SkippedEntries:
        """The entries that gave no article."""
        ...

    @property
    def search(self) -> Search:
        """The search over them."""
        ...

    @property
    def channels(self) -> Channels:
        """The channels and their plans."""
        ...

    @property
    def subscriptions(self) -> Subscriptions:
        """The standing orders."""
        ...

    @property
    def ledger(self) -> Ledger:
        """What was told, and why."""
        ...

    @property
    def mutes(self) -> Mutes:
        """What channels do not want to hear of."""
        ...

    @property
    def spending(self) -> Spending:
        """What a model cost."""
        ...

    @property
    def outbox(self) -> Outbox:
        """What is owed."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...
