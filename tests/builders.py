"""The nouns of the tests, each with a default for everything."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta

from bot.models import (
    EVERYONE,
    Article,
    ArticleId,
    Channel,
    ChannelId,
    Citation,
    Delivery,
    DeliveryKey,
    Entry,
    Heading,
    Message,
    Mode,
    Page,
    Schedule,
    Sentence,
    Source,
    SourceId,
    Story,
    StoryId,
    Subscription,
    SubscriptionId,
    Summary,
    Told,
    WorkspaceId,
)

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
"""A Tuesday at noon."""

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
RIVER = WorkspaceId("slack:T1")
HILL = WorkspaceId("discord:G9")
CHANNEL = ChannelId("slack:T1/C2")
AT_EIGHT = Schedule(at=time(8), zone="UTC")

HARBOUR = (
    "The harbour of Delta reopened on Tuesday after a strike of nine days.\n\n"
    "Dock workers accepted an offer of four percent more pay, the port authority said.\n\n"
    "Some 40 ships had been waiting outside the breakwater."
)
HARBOUR_LATER = (
    "Pilots of the harbour of Delta walked out on Wednesday, a day after the dock strike ended.\n\n"
    "Twelve pilots demand shorter nights, their union leader Mara Lind said.\n\n"
    "The port authority called the walkout unlawful and went to court in Ostrava."
)
OBSERVATORY = (
    "Astronomers on Mount Corvin found a comet that no catalogue lists.\n\n"
    "The comet will be seen with the naked eye in March, the observatory said."
)


def article(  # noqa: PLR0913 (a builder has a default for everything)
    name: str = "a1",
    *,
    title: str = "Harbour of Delta reopens after strike",
    text: str = HARBOUR,
    at: datetime = NOW,
    outlet: str = "Delta Herald",
    audience: WorkspaceId = EVERYONE,
    url: str | None = None,
    language: str | None = "en",
    agencies: Sequence[str] = (),
) -> Article:
    """Return an article that was published when it was fetched."""
    return Article(
        id=ArticleId(name),
        source=SourceId("herald"),
        outlet=outlet,
        url=f"https://herald.example/{name}" if url is None else url,
        title=title,
        text=text,
        fetched_at=at,
        published_at=at,
        language=language,
        agencies=tuple(agencies),
        audience=audience,
    )


def story(name: str = "s1", *articles: Article) -> Story:
    """Return a story of these articles, or of one."""
    return Story(id=StoryId(name), articles=articles or (article(),))


def sentence(text: str = "The harbour reopened.", *articles: str, is_new: bool = False) -> Sentence:
    """Return a sentence that cites these articles, or the first one."""
    cites = tuple(
        Citation(article=ArticleId(name), start=0, end=len(text)) for name in articles or ("a1",)
    )
    return Sentence(text=text, cites=cites, is_new=is_new)


def summary(*sentences: Sentence, headline: str = "Harbour reopens", story: str = "s1") -> Summary:
    """Return a summary."""
    return Summary(story=StoryId(story), headline=headline, sentences=sentences)


def told(story: str = "s1", *articles: str) -> Told:
    """Return what a channel was told: these articles of a story, or the first."""
    return Told(
        story=StoryId(story),
        articles=frozenset(map(ArticleId, articles or ("a1",))),
        sentences=(Sentence(text="The harbour reopened on Tuesday.", cites=()),),
        at=NOW - DAY,
    )


def source(  # noqa: PLR0913 (a builder has a default for everything)
    name: str = "Delta Herald",
    *,
    id: str = "herald",  # noqa: A002 (the field's own name)
    address: str = "https://herald.example/feed",
    kind: str = "feed",
    audience: WorkspaceId = EVERYONE,
    paused: bool = False,
) -> Source:
    """Return a source."""
    return Source(
        id=SourceId(id), kind=kind, address=address, name=name, audience=audience, paused=paused
    )


def entry(  # noqa: PLR0913 (a builder has a default for everything)
    name: str = "e1",
    *,
    title: str = "Harbour of Delta reopens after strike",
    text: str = HARBOUR,
    at: datetime | None = NOW,
    url: str | None = None,
    page: Page | None = None,
) -> Entry:
    """Return an entry whose own text is the article when it is long enough."""
    return Entry(
        id=name,
        url=f"https://herald.example/{name}" if url is None else url,
        title=title,
        content=text,
        published_at=at,
        page=page,
    )


def channel(
    place: str = "C2",
    *,
    workspace: WorkspaceId = RIVER,
    platform: str = "slack",
    is_direct: bool = False,
) -> Channel:
    """Return a channel of a workspace."""
    return Channel(
        id=ChannelId(f"{workspace}/{place}"),
        platform=platform,
        workspace=workspace,
        address=place,
        name="morning",
        is_direct=is_direct,
    )


def schedule(at: str = "08:00", zone: str = "UTC", days: Iterable[int] = range(7)) -> Schedule:
    """Return a schedule."""
    return Schedule(at=time.fromisoformat(at), zone=zone, days=frozenset(days))


def subscription(  # noqa: PLR0913 (a builder has a default for everything)
    topic: str = "harbour",
    *,
    name: str = "",
    channel: ChannelId = CHANNEL,
    mode: Mode = Mode.DIGEST,
    schedule: Schedule | None = AT_EIGHT,
    created_at: datetime = NOW - 30 * DAY,
) -> Subscription:
    """Return a standing order, a month old."""
    return Subscription(
        id=SubscriptionId(name or f"sub-{channel}-{topic}"),
        channel=channel,
        topic=topic,
        created_at=created_at,
        created_by="U1",
        mode=mode,
        schedule=schedule if mode is Mode.DIGEST else None,
    )


def delivery(key: str = "monday", *, part: int = 0, due_at: datetime = NOW) -> Delivery:
    """Return a delivery that was claimed for the first time."""
    return Delivery(
        key=DeliveryKey(key),
        part=part,
        channel=channel(),
        message=Message(title="Morning", blocks=(Heading("Morning"),)),
        due_at=due_at,
        nonce=f"{key}-{part}",
    )
