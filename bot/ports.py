"""What the core asks of the world. The docstrings are the contract.

Unless a method says otherwise it may be repeated without harm, and a store's methods raise
`StoreError` when the database is unusable.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from bot.models import (
    Actor,
    Article,
    ArticleId,
    Ask,
    Briefing,
    Budget,
    Channel,
    ChannelId,
    Choice,
    Command,
    Delivery,
    DeliveryKey,
    Entry,
    Grouping,
    Message,
    Page,
    Plan,
    Reading,
    Receipt,
    Reply,
    Source,
    SourceId,
    Story,
    StoryId,
    Subscription,
    SubscriptionId,
    Suggests,
    Summary,
    Told,
    Topic,
    Verdict,
    Visit,
    WorkspaceId,
)


class Clock(Protocol):
    """Tells the time and waits for it."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...

    async def sleep(self, duration: timedelta) -> None:
        """Return after `duration`; at once if it is not positive."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What every part is given beside its settings by `create(settings, tools)`.

    `environment` is where secrets are, under the names that the settings give. `home` is the
    folder for files that outlive a run.
    """

    clock: Clock
    environment: Mapping[str, str]
    home: str


class Fetcher(Protocol):
    """Gets pages from strangers: capped, timed, never from a private network."""

    async def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | None:
        """Return the page, or None when the server says it has not changed.

        Raises:
            FetchError: the page cannot be had.
        """
        ...


class Reader(Protocol):
    """Reads sources of every kind."""

    async def read(self, source: Source, visit: Visit | None = None) -> Reading:
        """Return what the source offers now, in its own order; conditional on the last visit.

        Raises:
            SourceError: the source cannot be read.
        """
        ...

    async def discover(self, address: str, *, itself: bool = False) -> tuple[Source, Reading]:
        """Return the source that `address` leads to, and what it offers.

        A feed is itself, a page that names a feed is that feed, an article page is itself; a
        path is a file or a folder. Local paths are for the operator: chat commands refuse them.
        With `itself` an article page is itself even if it names its site's feed.

        Raises:
            SourceError: nothing readable is there.
        """
        ...


class Extractor(Protocol):
    """Gets the article out of a page. Pure: given the same page it gives the same article."""

    def extract(
        self, entry: Entry, page: Page | None, *, source: Source, fetched_at: datetime
    ) -> Article:
        """Return the article that `entry` announces, from its page or from the entry alone.

        Raises:
            ExtractError: there is no article in it.
        """
        ...


class Grouper(Protocol):
    """Finds out which articles are about one event. Pure."""

    def group(self, articles: Sequence[Article], stories: Sequence[Story]) -> Grouping:
        """Place new articles into the known live stories or into new ones."""
        ...


class Condenser(Protocol):
    """Tells a story short."""

    async def condense(self, story: Story, *, budget: Budget, told: Told | None = None) -> Summary:
        """Return a summary whose every sentence cites articles of the story.

        With `told`, only what those sentences do not say, each marked as new; no sentences
        when there is nothing new.

        Raises:
            CondenseError: this condenser cannot; the caller may try another.
        """
        ...


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

    async def record(self, visit: Visit) -> None:
        """Replace the source's last visit; ignored when the source is gone."""
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

    async def story(self, story: StoryId, audience: WorkspaceId | None) -> Story | None:
        """Return the story, following merges, or None when there is none to be seen."""
        ...

    async def locate(self, reference: str, audience: WorkspaceId | None) -> Story | None:
        """Return the story of an article's id or link, or None."""
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
        """Replace the channel's verdicts on these stories."""
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

        Due is: pending, its next try not in the future, and every earlier part sent. At most
        one part of a briefing at a time. A delivery whose lease ran out while sending
        becomes unknown and is not returned.
        """
        ...

    async def settle(self, delivery: Delivery) -> None:
        """Record how a claimed delivery came out, and end its lease.

        A failed or skipped delivery takes back what its briefing told, if no part was sent;
        later parts of it are skipped.
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
    def library(self) -> Library:
        """The articles and stories."""
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
    def outbox(self) -> Outbox:
        """What is owed."""
        ...

    async def close(self) -> None:
        """Let go of the database."""
        ...


class Sender(Protocol):
    """Speaks on a platform."""

    @property
    def platform(self) -> str:
        """The name that its channels carry: "slack", "discord", "console"."""
        ...

    def parts(self, message: Message) -> tuple[Message, ...]:
        """Cut a message into parts that each fit into one post of the platform."""
        ...

    async def send(self, delivery: Delivery) -> Receipt:
        """Post one part. At a repeated try the platform is told the same `nonce`.

        Raises:
            NotSentError: it certainly did not arrive.
            OutcomeUnknownError: it may have.
            ChannelClosedError: it never will.
        """
        ...


class Catalogue(Protocol):
    """What people may ask, and who answers. Handed to every platform that listens."""

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command, in the order in which help lists them."""
        ...

    async def answer(self, ask: Ask) -> Reply:
        """Answer a command line. Never raises but for cancellation: errors are replies too."""
        ...

    async def suggest(self, kind: Suggests, typed: str, channel: Channel) -> tuple[Choice, ...]:
        """Complete `typed`; at most 25 choices, best first, in well under 300 ms."""
        ...


@runtime_checkable
class Listener(Protocol):
    """A platform that also hears."""

    async def listen(self, catalogue: Catalogue) -> None:
        """Answer what people ask until cancelled; connections lost are made again.

        Raises:
            PlatformError: it cannot start: the token is missing, refused or lacks a right.
        """
        ...


@runtime_checkable
class Examined(Protocol):
    """A platform that can say what is wrong with its set-up, for `newsdesk doctor`."""

    async def faults(self) -> tuple[str, ...]:
        """Return each fault with its cure, in words for the operator; none when all is well.

        Looks at the platform itself (token, rights, reachability) but changes nothing.
        """
        ...
