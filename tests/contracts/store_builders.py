"""Every part of the `Store` port, and builders for what is put into one."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.models import (
    EVERYONE,
    Article,
    ArticleId,
    Briefing,
    Channel,
    ChannelId,
    Citation,
    DeliveryKey,
    Grouping,
    Heading,
    Message,
    Post,
    Sentence,
    SourceId,
    Story,
    StoryCard,
    StoryId,
    Told,
    Topic,
    WorkspaceId,
)
from bot.ports import Store
from bot.store.memory import open_memory
from bot.store.sqlite import open_store

NOW = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
RIVER = WorkspaceId("slack:T1")
HILL = WorkspaceId("discord:G9")
CHANNEL = Channel(
    id=ChannelId("slack:T1/C2"), platform="slack", workspace=RIVER, address="C2", name="morning"
)

Opener = Callable[[Path], Awaitable[Store]]


async def in_memory(folder: Path) -> Store:
    """Open the store that needs no disk."""
    del folder
    return await open_memory()


async def on_disk(folder: Path) -> Store:
    """Open the store in one file; a second time gives the same one."""
    return await open_store(folder / "newsdesk.sqlite3")


STORES: tuple[Opener, ...] = (in_memory, on_disk)


@asynccontextmanager
async def opened(opener: Opener, folder: Path) -> AsyncIterator[Store]:
    """Open a store for the time of a block."""
    store = await opener(folder)
    try:
        yield store
    finally:
        await store.close()


def article(  # noqa: PLR0913 (a builder has a default for everything)
    name: str = "a1",
    *,
    title: str = "Harbour reopens",
    text: str = "Ships leave.",
    at: datetime = NOW,
    audience: WorkspaceId = EVERYONE,
    outlet: str = "Delta Herald",
) -> Article:
    """Return an article that was published when it was fetched."""
    return Article(
        id=ArticleId(name),
        source=SourceId("herald"),
        outlet=outlet,
        url=f"https://herald.example/{name}",
        title=title,
        text=text,
        fetched_at=at,
        published_at=at,
        bylines=("Mara Lind",),
        agencies=("AFP",),
        audience=audience,
        section="World",
        dateline="DELTA",
        picture="https://herald.example/harbour.jpg",
        is_walled=True,
        posts=(Post(start=0, at=at),),
    )


async def shelve(store: Store, story: str, *articles: Article) -> None:
    """Store articles of one story."""
    placed = {one.id: StoryId(story) for one in articles}
    await store.library.add(articles, Grouping(placed=placed, merged={}))


async def merge(store: Store, old: str, kept: str) -> None:
    """Make one story part of another."""
    merged = {StoryId(old): StoryId(kept)}
    await store.library.add((), Grouping(placed={}, merged=merged))


def listed(folder: Path) -> list[str]:
    """Return the names of what is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def ids(stories: Sequence[Story]) -> list[str]:
    """Return the ids of stories, in order."""
    return [story.id for story in stories]


def about(*words: str, excluded: Sequence[str] = (), sources: Sequence[str] = ()) -> Topic:
    """Return a topic of words."""
    return Topic(text="", words=words, excluded=tuple(excluded), sources=tuple(sources))


def message(title: str = "Morning") -> Message:
    """Return a message of one line."""
    return Message(title=title, blocks=(Heading(title),))


def carded(*stories: str) -> Message:
    """Return a message with a card for each story."""
    cards = [
        StoryCard(story=StoryId(story), headline=story, url="", lines=(), foot=())
        for story in stories
    ]
    return Message(title="Morning", blocks=tuple(cards))


def told(story: str = "s1", *articles: str, said: str = "Ships leave.") -> Told:
    """Return what a channel is told of a story, in one sentence."""
    cites = (Citation(article=ArticleId("a1"), start=0, end=12),)
    return Told(
        story=StoryId(story),
        articles=frozenset(map(ArticleId, articles or ("a1",))),
        sentences=(Sentence(text=said, cites=cites),),
        at=NOW,
    )


def briefing(
    key: str = "monday", *, due_at: datetime = NOW, tells: Sequence[Told] = ()
) -> Briefing:
    """Return a briefing for the one channel."""
    return Briefing(
        key=DeliveryKey(key),
        channel=CHANNEL.id,
        due_at=due_at,
        message=message(),
        told=tuple(tells),
    )
