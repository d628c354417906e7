"""Runs the stages on the sample newsroom and keeps what one report was at each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.slack import payloads
from bot.condense.extractive import Extractive
from bot.deliver.dispatch import Dispatcher
from bot.extract.article import ArticleExtractor
from bot.fetch.reader import SourceReader
from bot.group.grouper import StoryGrouper
from bot.models import (
    Article,
    Channel,
    ChannelId,
    Delivery,
    DeliveryKey,
    Entry,
    Message,
    Page,
    Plan,
    Receipt,
    Source,
    SourceId,
    Story,
    StoryCard,
    Summary,
    Verdict,
    WorkspaceId,
)
from bot.newsroom.articles import load_articles, load_outlets
from bot.newsroom.pages import Document, Pages
from bot.newsroom.server import OPENING
from bot.pipeline import Pipeline
from bot.ports import Parts, Store
from bot.store.memory import open_memory
from bot.text.topics import parse_topic
from bot.workers.inline import InlineWorkers

ORIGIN = "https://newsroom.example"
FOLLOWED = "northern-ledger"
"""The outlet whose report is followed: its feed has teasers, its pages have furniture."""

HERE = Channel(
    id=ChannelId("slack:T1/C1"),
    platform="slack",
    workspace=WorkspaceId("slack:T1"),
    address="C1",
    name="desk",
)

KEY = DeliveryKey("evening/2026-10-16T20:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """What one report was at each stage."""

    source: Source
    feed: str
    entry: Entry
    page: Page
    article: Article
    story: Story
    summary: Summary
    verdict: Verdict
    card: StoryCard
    payload: dict[str, object]
    delivery: Delivery


class _Standing:
    """A clock that stands: what is made is the same at every run."""

    def now(self) -> datetime:
        """Return the Friday evening on which the sample newsroom opens."""
        return OPENING

    async def sleep(self, duration: timedelta) -> None:
        """Wait for nothing."""
        del duration


class _Shelf:
    """Gets the newsroom's pages without a server."""

    async def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page:
        """Return the page of an outlet."""
        del etag, last_modified
        document = _document(url)
        return Page(url=url, body=document.body, content_type=document.content_type)


class _Slack:
    """Answers as Slack does when a message has arrived."""

    platform = "slack"

    def parts(self, message: Message) -> tuple[Message, ...]:
        """Return the message as it is: it is short."""
        return (message,)

    async def send(self, delivery: Delivery) -> Receipt:
        """Return what proves that it arrived: Slack names a message by its instant."""
        return Receipt(message_id=f"{delivery.due_at.timestamp():.0f}.000100", at=OPENING)


async def journey() -> Journey:
    """Return what the followed report was at each stage."""
    store = await open_memory()
    try:
        return await _journey(store)
    finally:
        await store.close()


async def _journey(store: Store) -> Journey:
    reader = SourceReader(_Shelf(), workers=InlineWorkers())
    clock = _Standing()
    parts = Parts(
        clock=clock,
        store=store,
        reader=reader,
        fetcher=_Shelf(),
        workers=InlineWorkers(),
        extractor=ArticleExtractor(),
        grouper=StoryGrouper(),
        condenser=Extractive(),
        senders={"slack": _Slack()},
    )
    pipeline = Pipeline(parts)
    sources = [_source(outlet.slug) for outlet in load_outlets()]
    await pipeline.gather(sources)
    stories = await store.library.stories(since=OPENING - timedelta(days=3), audience=None)
    article, story, summary = await _followed(pipeline, stories)
    source = next(one for one in sources if one.id == article.source)
    reading = await reader.read(source)
    entry = next(one for one in reading.entries if one.url == article.url)
    made = await pipeline.edition(HERE, [parse_topic("")], plan=Plan(channel=HERE.id))
    await store.channels.save(HERE)
    await pipeline.owe(HERE, made, key=KEY, due_at=OPENING)
    await Dispatcher(store.outbox, {"slack": _Slack()}, clock).work_off()
    (delivery,) = await store.outbox.history(HERE.id)
    return Journey(
        source=source,
        feed=_document(source.address).body.decode(),
        entry=entry,
        page=await _Shelf().fetch(article.url),
        article=article,
        story=story,
        summary=summary,
        verdict=next(one for one in made.verdicts if one.story == story.id),
        card=next(card for card in made.cards if card.story == story.id),
        payload=payloads(made.message)[0],
        delivery=delivery,
    )


async def _followed(pipeline: Pipeline, stories: Sequence[Story]) -> tuple[Article, Story, Summary]:
    """Return a report of the followed outlet that its story's summary cites; the most told one."""
    for story in sorted(stories, key=lambda one: len(one.articles), reverse=True):
        summary = await pipeline.condense(story)
        cited = {cite.article for one in summary.sentences for cite in one.cites}
        for article in story.articles:
            if article.id in cited and article.source == FOLLOWED:
                return article, story, summary
    raise LookupError(f"no summary cites {FOLLOWED} any more: follow another outlet")


def _source(slug: str) -> Source:
    outlet = next(one for one in load_outlets() if one.slug == slug)
    kind = "page" if outlet.form == "page" else "feed"
    path = "" if kind == "page" else outlet.feed
    return Source(id=SourceId(slug), kind=kind, address=f"{ORIGIN}/{slug}/{path}", name=outlet.name)


def _document(url: str) -> Document:
    slug, _, name = url.removeprefix(f"{ORIGIN}/").partition("/")
    outlet = next(one for one in load_outlets() if one.slug == slug)
    shown = [
        one for one in reversed(load_articles()) if one.outlet == slug and one.appears <= OPENING
    ]
    pages = Pages(ORIGIN)
    if not name:
        return pages.home(outlet, shown)
    if name == outlet.feed:
        return pages.feed(outlet, shown)
    return pages.article(next(one for one in shown if one.id == name), outlet, shown)
