"""From a source to a story: what the sources bring is read, extracted, grouped and stored."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import structlog

from bot.errors import ExtractError, SourceError, StoreError, WorkError
from bot.models import (
    Article,
    ArticleId,
    Entry,
    Page,
    Reading,
    Source,
    Visit,
)
from bot.pipeline.lookup import Lookup
from bot.pipeline.pages import pages_of
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


class Gathering:
    """Runs the first half of the journey over its parts."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._has_news = False
        self._filing = asyncio.Lock()
        self._sources = asyncio.Semaphore(SOURCES_AT_ONCE)
        self._lookup = Lookup(parts.store.library)
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
            articles = await self.articles(source, fresh)
        left = backlog(source, reading.entries, fresh) if is_first else None
        return Visited(
            visit=after_success(source, visit, reading, self.parts.clock.now(), left=left),
            articles=articles,
        )

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
        """Get the articles that entries announce; those without one are left out."""
        gate = asyncio.Semaphore(PAGES_AT_ONCE)
        given_up: list[WorkError] = []

        async def one(entry: Entry) -> Article | None:
            async with gate:
                if len(given_up) >= PATIENCE:
                    return None
                pages = await pages_of(entry, self.parts.fetcher, self.parts.workers)
                try:
                    return await self._extracted(source, entry, pages)
                except WorkError as error:
                    given_up.append(error)
                    return None

        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(entry)) for entry in entries]
        return tuple(article for task in tasks if (article := task.result()))

    async def _extracted(
        self, source: Source, entry: Entry, pages: Sequence[Page]
    ) -> Article | None:
        """Return the entry's article, or None when there is none in it.

        Raises:
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
        try:
            return await self.parts.workers.call(
                work, about=entry.url or entry.id, within=EXTRACT_WITHIN
            )
        except (ExtractError, WorkError) as error:
            log.info("article.skipped", source=source.id, problem=str(error))
            if not error.transient:
                self._barren.append(article_id(source, entry))
            if isinstance(error, WorkError):
                raise
            return None

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
            self._has_news = True
