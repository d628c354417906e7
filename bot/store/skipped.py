"""Entries that gave no article, and why."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import EVERYONE, ArticleId, Skipped, SourceId, WorkspaceId
from bot.store.database import Database
from bot.store.dialect import capped, in_lots, replace_rows
from bot.store.finishing import finishing
from bot.store.schema import articles, skipped
from bot.text.references import reference as meant

MOST_KEPT = 20_000
MAX_LISTED = MOST_KEPT


@finishing
class SqlSkipped:
    """One row for each article that there might have been."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, found: Sequence[Skipped]) -> None:
        """Record entries without an article, each once; the oldest beyond 20,000 go."""
        rows = {one.article: _from_skipped(one) for one in found}
        if not rows:
            return
        async with self._database.writing() as connection:
            for lot in in_lots(list(rows)):
                known = select(articles.c.id).where(articles.c.id.in_(lot))
                for row in await connection.execute(known):
                    del rows[ArticleId(row.id)]
            await replace_rows(connection, skipped, list(rows.values()))
            await _drop_oldest(connection)

    async def find(self, reference: str, audience: WorkspaceId | None) -> Skipped | None:
        """Return the entry of an article's id or link; of several the one met last."""
        named = meant(reference, EVERYONE, audience or EVERYONE)
        query = (
            select(skipped)
            .where(
                or_(skipped.c.article.in_(named.ids), skipped.c.url.in_(named.urls)),
                _seen_by(audience),
            )
            .order_by(skipped.c.at.desc(), skipped.c.article)
            .limit(1)
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).first()
        return _to_skipped(row) if row else None

    async def newest(
        self, audience: WorkspaceId | None, *, limit: int = 500
    ) -> tuple[Skipped, ...]:
        """Return the entries that were met last, newest first."""
        query = (
            select(skipped)
            .where(_seen_by(audience))
            .order_by(skipped.c.at.desc(), skipped.c.article)
            .limit(capped(limit, MAX_LISTED))
        )
        async with self._database.reading() as connection:
            return tuple(map(_to_skipped, await connection.execute(query)))


async def forget_skipped(connection: AsyncConnection, found: Sequence[ArticleId]) -> None:
    """Forget entries whose article came after all."""
    for lot in in_lots(found):
        await connection.execute(delete(skipped).where(skipped.c.article.in_(lot)))


async def _drop_oldest(connection: AsyncConnection) -> None:
    beyond = (
        select(skipped.c.article).order_by(skipped.c.at.desc(), skipped.c.article).offset(MOST_KEPT)
    )
    await connection.execute(delete(skipped).where(skipped.c.article.in_(beyond)))


def _seen_by(audience: WorkspaceId | None) -> ColumnElement[bool]:
    return true() if audience is None else skipped.c.audience.in_([EVERYONE, audience])


def _from_skipped(one: Skipped) -> dict[str, object]:
    return {
        "article": one.article,
        "source": one.source,
        "url": one.url,
        "title": one.title,
        "reason": one.reason,
        "at": one.at,
        "audience": one.audience,
    }


def _to_skipped(row: Row[Any]) -> Skipped:
    return Skipped(
        article=ArticleId(row.article),
        source=SourceId(row.source),
        url=row.url,
        title=row.title,
        reason=row.reason,
        at=row.at,
        audience=WorkspaceId(row.audience),
    )
