"""What is kept.

Unless a method says otherwise it may be repeated without harm, and each raises `StoreError` when
the database is unusable.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.models import (
    Actor,
    Article,
    ArticleId,
    Briefing,
    Channel,
    ChannelId,
    Delivery,
    DeliveryKey,
    Grouping,
    Message,
    Mute,
    Muted,
    Plan,
    Push,
    Skipped,
    Source,
    SourceId,
    Spent,
    Story,
    StoryId,
    Subscription,
    SubscriptionId,
    Told,
    Topic,
    Verdict,
    Visit,
    WorkspaceId,
)


class Sources(Protocol):
    """The sources of the desk and the state of their visits."""

    async def save(self, source: Source) -> None:
        """Add the source or replace the one of that id. It is due at once when new."""
        ...

    async def remove(self, source: SourceId) -> None:
        """Forget the source and its visits; its articles stay. Unknown ids are no error."""
        ...

    async def all(self, audience: WorkspaceId | None = None) -> tuple[Source, ...]:
        """Return the sources that `audience` may see, or every one for None; by name."""
        ...

    async def visits(self) -> Mapping[SourceId, Visit]:
        """Return the last visit of every source that has been visited."""
        ...

    async def record(self, *visits: Visit) -> None:
        """Replace the sources' last visits in one go; ignored where a source is gone."""
        ...


class Pushes(Protocol):
    """What was agreed with the hubs of sources. It outlives the source, to be ended in order."""

    async def save(self, push: Push) -> None:
        """Add the agreement or replace the one of that token."""
        ...

    async def remove(self, token: str) -> None:
        """Forget the agreement. Unknown tokens are no error."""
        ...

    async def get(self, token: str) -> Push | None:
        """Return the agreement of that token, or None when there is none."""
        ...

    async def all(self) -> tuple[Push, ...]:
        """Return every agreement, by source."""
        ...


class Library(Protocol):
    """Articles and the stories they tell. Known stories live here."""

    async def known(self, articles: Collection[ArticleId]) -> frozenset[ArticleId]:
        """Return those of `articles` that are stored."""
        ...

    async def add(self, articles: Sequence[Article], grouping: Grouping) -> None:
        """Store articles with their stories and apply merges, all or nothing.

        An article whose id is stored already is left as it is.
        """
        ...

    async def stories(
        self, *, since: datetime, audience: WorkspaceId | None, limit: int = 500
    ) -> tuple[Story, ...]:
        """Return stories with an article dated since, newest first, with all their articles.

        Only articles of `EVERYONE` and of `audience` are in them; of everyone for None.
        """
        ...

    async def resurfaced(self, *, since: datetime) -> tuple[Story, ...]:
        """Return stories with an article first seen since and dated before, of every audience."""
        ...

    async def story(self, story: StoryId, audience: WorkspaceId | None) -> Story | None:
        """Return the story, following merges, or None when there is none to be seen."""
        ...

    async def locate(self, reference: str, audience: WorkspaceId | None) -> Story | None:
        """Return the story of an article's id or link, or None.

        Links may carry tracking parameters.
        """
        ...


class SkippedEntries(Protocol):
    """Entries that were met and gave no article. Storing the article forgets its entry here."""

    async def add(self, skipped: Sequence[Skipped]) -> None:
        """Record entries in place of what was known of them, but for those with an article.

        The newest 20,000 are kept.
        """
        ...

    async def find(self, reference: str, audience: WorkspaceId | None) -> Skipped | None:
        """Return the entry of an article's id or of a link, which may carry tracking; or None."""
        ...

    async def newest(
        self, audience: WorkspaceId | None, *, limit: int = 500
    ) -> tuple[Skipped, ...]:
        """Return the entries that were met last, newest first."""
        ...


class Search(Protocol):
    """Finds stories by words. Strangers' words never reach the query language."""

    async def search(
        self,
        topic: Topic,
        *,
        since: datetime | None = None,
        audience: WorkspaceId | None,
        limit: int = 50,
    ) -> tuple[Story, ...]:
        """Return stories that have any of the topic's words, best first. Never raises on words.

        A topic that is everything gives the newest stories.
        """
        ...

    async def vocabulary(self, prefix: str, *, limit: int = 50) -> tuple[str, ...]:
        """Return words of stored titles that start with `prefix` (folded), commonest first."""
        ...

    async def spelling(
        self, words: Sequence[str], *, audience: WorkspaceId | None
    ) -> Mapping[str, str]:
        """Return what the folded `words` that no article holds most likely stand for.

        Words that an article of this audience holds, or that nothing is near to, are left out.
        What only some workspaces may see is never suggested.
        """
        ...


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
