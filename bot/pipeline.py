"""The journey of an article, from its source to a channel.

    source -> entry -> page -> article -> story -> summary -> briefing -> message -> delivery
     read     fetch    extract   group    select    condense    compose    lay out     owe

Two loops drive it: `gather` visits the sources that are due and files what they bring, `brief`
makes the briefings that fell due and owes them to their channels. The outbox is worked off by
`bot.deliver`. Nothing is decided here: what is new, due or worth telling are pure functions of
the floors below, and the world stands behind ports.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

import structlog

from bot.compose.card import story_card
from bot.compose.edition import Edition, edition, question, zone_of
from bot.compose.language import in_one_language
from bot.compose.reasons import AHEAD, NOTHING_NEW, verdict, why_told
from bot.compose.select import Pick, covered, select, stories_of, told_before, within_length
from bot.errors import CondenseError, ExtractError, SourceError, StoreError
from bot.models import (
    Article,
    ArticleId,
    Briefing,
    Budget,
    Channel,
    ChannelId,
    DeliveryKey,
    Entry,
    Late,
    Page,
    Plan,
    Reason,
    Source,
    Story,
    StoryCard,
    StoryId,
    Subscription,
    Summary,
    Told,
    Topic,
    Verdict,
    Visit,
)
from bot.ports import Parts
from bot.schedule.briefings import Due, alert_key, alerts, due
from bot.schedule.visits import (
    after_failure,
    after_success,
    article_id,
    article_ids,
    is_due,
    is_gone,
    taken_up,
    wants_page,
)
from bot.text.topics import parse_topic

LIVE = timedelta(days=6)
"""How long a story stays open to new reports."""

FRESH = timedelta(hours=48)
"""How old a story's latest report may be to be told in a briefing."""

MOST_LIVE = 2000
"""Live stories that new reports are compared with; the newest, when there are more."""

MOST_BARREN = 5000
"""Entries without an article that are remembered, so that their pages are not fetched again."""

ALERTS_AT_LATEST = timedelta(minutes=5)
"""Alerts are looked at when news was filed, and this often, since other processes file too."""

SOURCES_AT_ONCE = 16
PAGES_AT_ONCE = 4

log = structlog.get_logger()

Progress = Callable[[Source, int, SourceError | None], None]
"""Told after each source: how many articles it brought, or why it could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What one round of visits brought."""

    sources: int = 0
    failed: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """What one visit brought, and the state that it left the source in."""

    visit: Visit
    articles: tuple[Article, ...]


class Pipeline:
    """Runs the journey over its parts."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._filing = asyncio.Lock()
        self._sources = asyncio.Semaphore(SOURCES_AT_ONCE)
        self._barren: deque[ArticleId] = deque(maxlen=MOST_BARREN)
        self._alerts_due_at = parts.clock.now()
        self._telling: WeakValueDictionary[ChannelId, asyncio.Lock] = WeakValueDictionary()

    async def gather(
        self, sources: Sequence[Source] | None = None, *, progress: Progress | None = None
    ) -> Gathered:
        """Visit the sources that are due, or those given; file what they bring.

        All of it is filed at once, oldest first: which source answers first must not decide
        which reports become a story.

        Raises:
            StoreError: the database is unusable.
        """
        store = self.parts.store
        visits = await store.sources.visits()
        now = self.parts.clock.now()
        if sources is None:
            known = await store.sources.all()
            sources = [one for one in known if is_due(one, visits.get(one.id), now)]
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [
                    group.create_task(self._visit(source, visits.get(source.id), progress))
                    for source in sources
                ]
        except ExceptionGroup as broken:  # a visit raises only what ends the whole round
            raise broken.exceptions[0] from broken
        results = [task.result() for task in tasks]
        articles = [article for result in results for article in result.articles]
        await self.file(articles)
        for result in results:
            await store.sources.record(result.visit)
        failed = sum(result.visit.failures > 0 for result in results)
        if results:
            log.info("gathered", sources=len(results), failed=failed, articles=len(articles))
        return Gathered(sources=len(results), failed=failed, articles=len(articles))

    async def _visit(
        self, source: Source, visit: Visit | None, progress: Progress | None
    ) -> Visited:
        """Visit one source; whatever goes wrong there is its own affair."""
        try:
            visited, error = await self._read(source, visit), None
        except StoreError:
            raise
        except SourceError as problem:
            error = problem
            log.warning("source.failed", source=source.id, problem=error.problem)
        except Exception:  # the outermost loop of one source: others must not be cancelled
            error = SourceError(source.address, "reading it failed here; the log says how")
            log.exception("source.crashed", source=source.id)
        if error is not None:
            failed = after_failure(source, visit, error, self.parts.clock.now())
            visited = Visited(visit=failed, articles=())
            if is_gone(error, visit):
                await self._pause(source)
        if progress:
            progress(source, len(visited.articles), error)
        return visited

    async def _read(self, source: Source, visit: Visit | None) -> Visited:
        """Read one source, and get the articles of its new entries."""
        async with self._sources:
            reading = await self.parts.reader.read(source, visit)
            is_first = visit is None or visit.last_at is None
            known = await self.parts.store.library.known(article_ids(source, reading.entries))
            fresh = taken_up(source, reading.entries, {*known, *self._barren}, is_first=is_first)
            articles = await self.articles(source, fresh)
        return Visited(
            visit=after_success(source, visit, reading, self.parts.clock.now()),
            articles=articles,
        )

    async def _pause(self, source: Source) -> None:
        """Visit a source no more, if there still is one."""
        store = self.parts.store
        if any(one.id == source.id for one in await store.sources.all()):
            await store.sources.save(replace(source, paused=True))
            log.warning("source.paused", source=source.id)

    async def articles(self, source: Source, entries: Sequence[Entry]) -> tuple[Article, ...]:
        """Get the articles that entries announce; those without one are left out."""
        gate = asyncio.Semaphore(PAGES_AT_ONCE)

        async def one(entry: Entry) -> Article | None:
            async with gate:
                page = await self._page(entry)
            return await self._extracted(source, entry, page)

        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(entry)) for entry in entries]
        return tuple(article for task in tasks if (article := task.result()))

    async def _page(self, entry: Entry) -> Page | None:
        """Return the entry's page if it is needed and can be had: its own text is the fallback."""
        if not wants_page(entry):
            return entry.page
        try:
            return await self.parts.fetcher.fetch(entry.url)
        except SourceError as error:
            log.info("page.failed", url=error.address, problem=error.problem)
            return None

    async def _extracted(self, source: Source, entry: Entry, page: Page | None) -> Article | None:
        """Return the entry's article under its own name, or None when there is none in it."""
        try:
            article = await asyncio.to_thread(
                self.parts.extractor.extract,
                entry,
                page,
                source=source,
                fetched_at=self.parts.clock.now(),
            )
        except ExtractError as error:
            log.info("article.skipped", source=source.id, problem=str(error))
            self._barren.append(article_id(source, entry))
            return None
        except Exception:  # the outermost loop of one entry: its source's others are still news
            log.exception("article.crashed", source=source.id, entry=article_id(source, entry))
            self._barren.append(article_id(source, entry))
            return None
        return replace(article, id=article_id(source, entry), audience=source.audience)

    async def file(self, articles: Sequence[Article]) -> None:
        """Group articles with the live stories and store both."""
        if not articles:
            return
        async with self._filing:
            since = min(article.dated_at for article in articles) - LIVE
            since = max(since, self.parts.clock.now() - 2 * LIVE)
            live = await self.parts.store.library.stories(
                since=since, audience=None, limit=MOST_LIVE
            )
            articles = sorted(articles, key=lambda article: (article.dated_at, article.id))
            grouping = await asyncio.to_thread(self.parts.grouper.group, articles, live)
            await self.parts.store.library.add(articles, grouping)
            self._alerts_due_at = self.parts.clock.now()

    async def brief(self) -> int:
        """Owe every briefing that fell due and every alert with news; return how many."""
        store, now = self.parts.store, self.parts.clock.now()
        standing = await store.subscriptions.all()
        plans = {one.channel: await store.channels.plan(one.channel) for one in standing}
        owed = 0
        for one in due(standing, plans, now):
            if await store.outbox.last_due(one.channel, one.key) is None:
                owed += await _apart(one.channel, self._owe_due(one, plans[one.channel]))
        if now < self._alerts_due_at:
            return owed
        self._alerts_due_at = now + ALERTS_AT_LATEST
        for channel, subscriptions in alerts(standing, plans, now).items():
            for alert in subscriptions:
                owed += await _apart(channel, self._owe_alert(alert, plans[channel]))
        return owed

    def telling(self, channel: ChannelId) -> asyncio.Lock:
        """Return what to hold from making an edition until it is owed.

        Two editions made at the same moment would both tell what neither had told before.
        """
        return self._telling.setdefault(channel, asyncio.Lock())

    async def _owe_due(self, one: Due, plan: Plan) -> bool:
        channel = await self.parts.store.channels.get(one.channel)
        if channel is None:
            return False
        topics = [parse_topic(subscription.topic) for subscription in one.subscriptions]
        async with self.telling(channel.id):
            if one.is_late and plan.late is Late.ASK:
                made = question(one.due_at, now=self.parts.clock.now(), zone=zone_of(plan))
            else:
                made = await self.edition(channel, topics, plan=plan)
            return await self.owe(channel, made, key=one.key, due_at=one.due_at)

    async def _owe_alert(self, alert: Subscription, plan: Plan) -> bool:
        """Each alert by itself: it tells what came in since it was ordered, while it is fresh."""
        channel, now = await self.parts.store.channels.get(alert.channel), self.parts.clock.now()
        if channel is None:
            return False
        since = max(alert.created_at, now - FRESH)
        async with self.telling(channel.id):
            made = await self.edition(channel, [parse_topic(alert.topic)], plan=plan, since=since)
            if not made.told:
                return False
            return await self.owe(channel, made, key=alert_key(channel.id, made.told), due_at=now)

    async def owe(
        self, channel: Channel, made: Edition, *, key: DeliveryKey, due_at: datetime
    ) -> bool:
        """Put an edition into the outbox; False when that key is there already."""
        briefing = Briefing(
            key=key,
            channel=channel.id,
            due_at=due_at,
            message=made.message,
            told=made.covered,
            verdicts=made.decided,
        )
        sender = self.parts.senders.get(channel.platform)
        parts = sender.parts(made.message) if sender else (made.message,)
        return await self.parts.store.outbox.owe(briefing, parts)

    async def edition(
        self,
        channel: Channel,
        topics: Sequence[Topic],
        *,
        plan: Plan,
        since: datetime | None = None,
        only_new: bool = True,
    ) -> Edition:
        """Make a briefing: what is worth telling, told short, laid out.

        With `only_new` what the channel was told is left out, else it is told again.
        """
        store, now = self.parts.store, self.parts.clock.now()
        since = since or now - FRESH
        stories = await store.library.stories(since=since, audience=channel.workspace)
        names = [story.id for story in stories]
        told = await store.ledger.told(channel.id, names) if only_new else {}
        selection = await asyncio.to_thread(  # every word of two days of news is looked at
            select, stories, topics, told=told, since=since, now=now
        )
        picks, rest = within_length(selection.picks, stories_of(plan.minutes))
        cards, telling, verdicts = await self._tell(picks, told, language=plan.language)
        left_out = [verdict(pick.story.id, Reason.OVER_LENGTH, AHEAD, now) for pick in rest]
        verdicts = (*verdicts, *left_out, *selection.verdicts)
        zone = zone_of(plan)
        typed = [topic.text for topic in topics]
        return Edition(
            message=edition(cards, verdicts, now=now, zone=zone, topics=typed),
            cards=cards,
            told=telling,
            passed_over=tuple(covered(pick.story, now) for pick in rest),
            verdicts=verdicts,
        )

    async def _tell(
        self, picks: Sequence[Pick], told: Mapping[StoryId, Told], *, language: str | None
    ) -> tuple[tuple[StoryCard, ...], tuple[Told, ...], tuple[Verdict, ...]]:
        """Tell each pick short; one that turns out to say nothing new is left out."""
        now = self.parts.clock.now()
        cards: list[StoryCard] = []
        telling: list[Told] = []
        verdicts: list[Verdict] = []
        for pick in picks:
            story, before = pick.story, told_before(told.get(pick.story.id))
            try:
                summary = await self.condense(story, told=before, language=language)
            except CondenseError as error:
                verdicts.append(verdict(story.id, Reason.FILTERED, str(error), now))
                continue
            if before and not summary.sentences:
                verdicts.append(verdict(story.id, Reason.ALREADY_TOLD, NOTHING_NEW, now))
                continue
            cards.append(story_card(summary, story, now=now, telling_more=before is not None))
            telling.append(covered(story, now, summary.sentences))
            verdicts.append(verdict(story.id, Reason.TOLD, why_told(pick, now), now))
        return tuple(cards), tuple(telling), tuple(verdicts)

    async def condense(
        self,
        story: Story,
        *,
        budget: Budget | None = None,
        told: Told | None = None,
        language: str | None = None,
    ) -> Summary:
        """Tell a story short, in one language.

        Raises:
            CondenseError: no condenser can.
        """
        spoken = in_one_language(story, preferred=language, told=told)
        return await self.parts.condenser.condense(spoken, budget=budget or Budget(), told=told)


async def _apart(channel: ChannelId, owing: Awaitable[bool]) -> bool:
    """A briefing that breaks does not keep the other channels from theirs; it is tried again."""
    try:
        return await owing
    except StoreError:
        raise
    except Exception:  # the outermost loop of one briefing
        log.exception("briefing.failed", channel=channel)
        return False
