"""Articles and the stories they tell."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import EVERYONE, Article, ArticleId, Grouping, Story, StoryId, WorkspaceId
from bot.store.database import Database
from bot.store.dialect import capped, in_lots, replace_rows
from bot.store.finishing import finishing
from bot.store.fulltext import FullText, Indexed, indexed
from bot.store.schema import articles, story_aliases
from bot.store.skipped import forget_skipped
from bot.store.stories import kept_ids, load, newest, rows_of, seen_by
from bot.text.references import reference as meant

MAX_STORIES = 2_000
MAX_RESURFACED = 500


@finishing
class SqlLibrary:
    """Articles as rows that carry their story's id; merged ids as aliases of the kept one."""

    def __init__(self, database: Database, full_text: FullText) -> None:
        self._database = database
        self._full_text = full_text

    async def known(self, articles: Collection[ArticleId]) -> frozenset[ArticleId]:
        """Return those of `articles` that are stored."""
        async with self._database.reading() as connection:
            return frozenset(await _numbers(connection, articles))

    async def add(self, articles: Sequence[Article], grouping: Grouping) -> None:
        """Store articles with their stories and apply merges, all or nothing.

        Titles are kept up to 1,000 characters, texts up to a million.

        Raises:
            ValueError: an article has no place in `grouping`.
        """
        given = {article.id: article for article in articles}
        if unplaced := given.keys() - grouping.placed.keys():
            raise ValueError(f"articles without a story: {', '.join(sorted(unplaced))}")
        # In a thread, before the transaction: long texts would hold up everyone else.
        texts = await asyncio.to_thread(indexed, list(given.values()))
        async with self._database.writing() as connection:
            stored = await _numbers(connection, given.keys())
            new = [article for article in given.values() if article.id not in stored]
            await self._insert(connection, new, grouping.placed, texts)
            for old, kept in grouping.merged.items():
                await _merge(connection, old, kept)

    async def stories(
        self, *, since: datetime, audience: WorkspaceId | None, limit: int = 500
    ) -> tuple[Story, ...]:
        """Return stories with an article dated since, newest first; at most 2,000."""
        at_most = capped(limit, MAX_STORIES)
        async with self._database.reading() as connection:
            found = await newest(
                connection, articles.c.dated_at >= since, seen_by(audience), limit=at_most
            )
            return await load(connection, found, audience)

    async def resurfaced(self, *, since: datetime) -> tuple[Story, ...]:
        """Return stories with an article first seen since and dated before; at most 500."""
        query = (
            select(articles.c.story)
            .where(articles.c.fetched_at >= since, articles.c.dated_at < since)
            .group_by(articles.c.story)
            .order_by(func.max(articles.c.fetched_at).desc(), articles.c.story)
            .limit(MAX_RESURFACED)
        )
        async with self._database.reading() as connection:
            found = [StoryId(row.story) for row in await connection.execute(query)]
            return await load(connection, found, None)

    async def story(self, story: StoryId, audience: WorkspaceId | None) -> Story | None:
        """Return the story, following merges, or None when there is none to be seen."""
        async with self._database.reading() as connection:
            kept = await kept_ids(connection, [story])
            found = await load(connection, [kept[story]], audience)
        return found[0] if found else None

    async def locate(self, reference: str, audience: WorkspaceId | None) -> Story | None:
        """Return the story of an article's id or link; the newest, when a link has several."""
        named = meant(reference, EVERYONE, audience or EVERYONE)
        query = (
            select(articles.c.story)
            .where(
                or_(articles.c.id.in_(named.ids), articles.c.url.in_(named.urls)),
                seen_by(audience),
            )
            .order_by(articles.c.dated_at.desc(), articles.c.id)
            .limit(1)
        )
        async with self._database.reading() as connection:
            story = (await connection.execute(query)).scalar()
            found = await load(connection, [StoryId(story)], audience) if story else ()
        return found[0] if found else None

    async def _insert(
        self,
        connection: AsyncConnection,
        new: Sequence[Article],
        placed: Mapping[ArticleId, StoryId],
        texts: Mapping[ArticleId, Indexed],
    ) -> None:
        if not new:
            return
        kept = await kept_ids(connection, set(placed.values()))
        places = {article: kept[story] for article, story in placed.items()}
        await connection.execute(insert(articles), rows_of(new, places))
        await forget_skipped(connection, [article.id for article in new])
        numbers = await _numbers(connection, [article.id for article in new])
        await self._full_text.add(
            connection, {number: texts[article] for article, number in numbers.items()}
        )


async def _numbers(connection: AsyncConnection, ids: Collection[ArticleId]) -> dict[ArticleId, int]:
    """Return the numbers of those articles that are stored."""
    found: dict[ArticleId, int] = {}
    for lot in in_lots(list(ids)):
        query = select(articles.c.id, articles.c.number).where(articles.c.id.in_(lot))
        for row in await connection.execute(query):
            found[ArticleId(row.id)] = row.number
    return found


async def _merge(connection: AsyncConnection, old: StoryId, kept: StoryId) -> None:
    """Make `old` an alias of `kept`, or of what that became; aliases of aliases do not arise."""
    now = await kept_ids(connection, [old, kept])
    loser, winner = now[old], now[kept]
    if loser == winner:
        return
    await connection.execute(update(articles).where(articles.c.story == loser).values(story=winner))
    await connection.execute(
        update(story_aliases).where(story_aliases.c.kept == loser).values(kept=winner)
    )
    await replace_rows(connection, story_aliases, [{"old": loser, "kept": winner}])
