"""From a source to a story: what the sources bring is read, extracted, grouped and stored."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.errors import ExtractError, SourceError, StoreError, WorkError
from bot.fetch.witness import Noting
from bot.models import (
    Article,
    ArticleId,
    Entry,
    Page,
    Reading,
    Skipped,
    Source,
    Story,
    Visit,
)
from bot.pipeline.lookup import Lookup
from bot.pipeline.pages import pages_of
from bot.pipeline.skipping import LEFT_ALONE, passed_by, problem_of, skipped
from bot.ports import Parts
from bot.schedule.visits import (
    after_failure,
    after_success,
    article_id,
    article_ids,
    backlog,
    by_source,
    is_due,
    is_gone,
    taken_up,
    under_its_name,
)

LIVE = timedelta(days=6)
"""How long a story stays open to new reports."""

MOST_LIVE = 2000
"""Live stories that new reports are compared with; the newest, when there are more."""

MOST_BARREN = 5000
"""Entries without an article that are remembered, so that their pages are not fetched again."""

EXTRACT_WITHIN = timedelta(seconds=10)
"""An article takes 0.05 s; what takes longer than this is built to."""

PATIENCE = 2
"""Extractions of one visit that are given up before the source's other entries are left alone.

Each may take all of `EXTRACT_WITHIN`, and meanwhile other sources wait for its process.
"""

SOURCES_AT_ONCE = 64
"""So many that a handful which do not answer leave room for the others: they wait for 20 s each."""

PAGES_AT_ONCE = 4

MOST_SAID = 20_000
"""Entries left out that are remembered, so that they are not recorded at every visit."""

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
    skipped: tuple[Skipped, ...] = ()


class Gathering:
    """Runs the first half of the journey over its parts."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._has_news = False
        self._filing = asyncio.Lock()
        self._sources = asyncio.Semaphore(SOURCES_AT_ONCE)
        self._lookup = Lookup(parts.store.library)
        self._said: deque[tuple[ArticleId, str]] = deque(maxlen=MOST_SAID)
        self._barren: deque[ArticleId] = deque(maxlen=MOST_BARREN)

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
            pushes = by_source(await store.pushes.all())
            sources = [
                one
                for one in await store.sources.all()
                if is_due(one, visits.get(one.id), now, pushes.get(one.id))
            ]
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
        left = [one for result in results for one in result.skipped]
        await store.skipped.add(left)
        self._said.extend((one.article, one.reason) for one in left)
        await store.sources.record(*(result.visit for result in results))
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
            known = await self._lookup.known(article_ids(source, reading.entries))
            met = {*known, *self._barren, *(visit.backlog if visit else ())}
            fresh = taken_up(source, reading.entries, met, is_first=is_first)
            source = await self._named(source, reading)
            articles, without = await self._got(source, fresh)
        now = self.parts.clock.now()
        passed = [
            skipped(source, entry, reason, now)
            for entry, reason in passed_by(
                source, reading.entries, met=met, taken=fresh, is_first=is_first
            )
        ]
        left = backlog(source, reading.entries, fresh) if is_first else None
        return Visited(
            visit=after_success(source, visit, reading, now, left=left),
            articles=articles,
            skipped=(*without, *self._unsaid(passed)),
        )

    def _unsaid(self, passed: Sequence[Skipped]) -> list[Skipped]:
        """Return what was not said before: a feed offers the same old entries at every visit."""
        said = set(self._said) if passed else set()
        return [one for one in passed if (one.article, one.reason) not in said]

    async def _named(self, source: Source, reading: Reading) -> Source:
        """Return the source under its own name, which is kept, where nobody gave it one."""
        named = under_its_name(source, reading)
        if named != source and await self._is_kept(source):
            await self.parts.store.sources.save(named)
        return named

    async def _pause(self, source: Source) -> None:
        """Visit a source no more, if there still is one."""
        if await self._is_kept(source):
            await self.parts.store.sources.save(replace(source, paused=True))
            log.warning("source.paused", source=source.id)

    async def _is_kept(self, source: Source) -> bool:
        """Whether nobody removed the source in the meantime."""
        return any(one.id == source.id for one in await self.parts.store.sources.all())

    async def articles(self, source: Source, entries: Sequence[Entry]) -> tuple[Article, ...]:
        """Get the articles that entries announce; of those without one it is kept why."""
        articles, without = await self._got(source, entries)
        await self.parts.store.skipped.add(without)
        return articles

    async def _got(
        self, source: Source, entries: Sequence[Entry]
    ) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
        """Get the articles of entries, and for each entry without one the reason."""
        gate = asyncio.Semaphore(PAGES_AT_ONCE)
        given_up: list[WorkError] = []

        async def one(entry: Entry) -> Article | Skipped:
            async with gate:
                if len(given_up) >= PATIENCE:
                    return skipped(source, entry, LEFT_ALONE, self.parts.clock.now())
                noting = Noting(self.parts.fetcher)
                pages = await pages_of(entry, noting, self.parts.workers)
                try:
                    return await self._extracted(source, entry, pages)
                except (ExtractError, WorkError) as error:
                    if isinstance(error, WorkError):
                        given_up.append(error)
                    log.info("article.skipped", source=source.id, problem=str(error))
                    if not error.transient:
                        self._barren.append(article_id(source, entry))
                    problem = problem_of(error, noting.problem)
                    return skipped(source, entry, problem, self.parts.clock.now())

        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(entry)) for entry in entries]
        got = [task.result() for task in tasks]
        return (
            tuple(one for one in got if isinstance(one, Article)),
            tuple(one for one in got if isinstance(one, Skipped)),
        )

    async def _extracted(self, source: Source, entry: Entry, pages: Sequence[Page]) -> Article:
        """Return the entry's article.

        Raises:
            ExtractError: there is none in it.
            WorkError: it took too long or too much.
        """
        work = partial(
            self.parts.extractor.extract,
            entry,
            pages[0] if pages else None,
            parts=pages[1:],
            source=source,
            fetched_at=self.parts.clock.now(),
        )
        return await self.parts.workers.call(
            work, about=entry.url or entry.id, within=EXTRACT_WITHIN
        )

    async def file(self, articles: Sequence[Article]) -> None:
        """Group articles with the live stories and store both."""
        if not articles:
            return
        async with self._filing:
            live = await self._live(min(article.dated_at for article in articles) - LIVE)
            articles = sorted(articles, key=lambda article: (article.dated_at, article.id))
            grouping = await asyncio.to_thread(self.parts.grouper.group, articles, live)
            await self.parts.store.library.add(articles, grouping)
            self._has_news = True

    async def _live(self, since: datetime) -> tuple[Story, ...]:
        """Return the stories that new reports may be part of.

        Old articles that came in lately are among them: what reprints one is as old as it is.
        """
        library, since = self.parts.store.library, max(since, self.parts.clock.now() - 2 * LIVE)
        live = await library.stories(since=since, audience=None, limit=MOST_LIVE)
        names = {story.id for story in live}
        old = await library.resurfaced(since=since)
        return (*live, *(story for story in old if story.id not in names))
