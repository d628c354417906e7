"""The sources of the desk and the state of their visits."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, delete, or_, select, true

from bot.models import EVERYONE, ArticleId, Hub, Source, SourceId, Visit, WorkspaceId
from bot.store.database import Database
from bot.store.dialect import in_lots, replace_rows
from bot.store.finishing import finishing
from bot.store.schema import sources
from bot.store.schema import visits as visited


@finishing
class SqlSources:
    """Sources and visits in two tables. A source without a visit is due."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, source: Source) -> None:
        """Add or replace a source. What another address answered no longer counts."""
        moved = or_(sources.c.kind != source.kind, sources.c.address != source.address)
        async with self._database.writing() as connection:
            await connection.execute(
                delete(visited).where(
                    visited.c.source.in_(
                        select(sources.c.id).where(sources.c.id == source.id, moved)
                    )
                )
            )
            await replace_rows(connection, sources, [_from_source(source)])

    async def remove(self, source: SourceId) -> None:
        """Forget a source and its visits."""
        async with self._database.writing() as connection:
            await connection.execute(delete(sources).where(sources.c.id == source))

    async def all(self, audience: WorkspaceId | None = None) -> tuple[Source, ...]:
        """Return the sources that `audience` may see, by name."""
        seen = true() if audience is None else sources.c.audience.in_([EVERYONE, audience])
        query = select(sources).where(seen).order_by(sources.c.name, sources.c.id)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(_to_source(row) for row in rows)

    async def visits(self) -> Mapping[SourceId, Visit]:
        """Return the last visit of every source that has been visited."""
        async with self._database.reading() as connection:
            rows = (await connection.execute(select(visited))).all()
        return {SourceId(row.source): _to_visit(row) for row in rows}

    async def record(self, *visits: Visit) -> None:
        """Replace the last visits of sources, of those that there still are."""
        last = {visit.source: visit for visit in visits}
        async with self._database.writing() as connection:
            for lot in in_lots(list(last)):
                there = select(sources.c.id).where(sources.c.id.in_(lot))
                found = (await connection.execute(there)).scalars().all()
                rows = [_from_visit(last[SourceId(one)]) for one in found]
                await replace_rows(connection, visited, rows)


def _from_source(source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "kind": source.kind,
        "address": source.address,
        "name": source.name,
        "topics": source.topics,
        "language": source.language,
        "audience": source.audience,
        "paused": source.paused,
        "selector": source.selector,
        "owner": source.owner,
    }


def _to_source(row: Row[Any]) -> Source:
    return Source(
        id=SourceId(row.id),
        kind=row.kind,
        address=row.address,
        name=row.name,
        topics=row.topics,
        language=row.language,
        audience=WorkspaceId(row.audience),
        paused=row.paused,
        selector=row.selector or "",
        owner=row.owner or "",
    )


def _from_visit(visit: Visit) -> dict[str, object]:
    return {
        "source": visit.source,
        "next_at": visit.next_at,
        "last_at": visit.last_at,
        "etag": visit.etag,
        "last_modified": visit.last_modified,
        "failures": visit.failures,
        "error": visit.error,
        "interval_s": None if visit.interval is None else int(visit.interval.total_seconds()),
        "quiet_hours": tuple(map(str, sorted(visit.quiet_hours))) or None,
        "moved_to": visit.moved_to,
        "hub": visit.hub.address if visit.hub else None,
        "hub_topic": visit.hub.topic if visit.hub else None,
        "backlog": visit.backlog or None,
    }


def _to_visit(row: Row[Any]) -> Visit:
    return Visit(
        source=SourceId(row.source),
        next_at=row.next_at,
        last_at=row.last_at,
        etag=row.etag,
        last_modified=row.last_modified,
        failures=row.failures,
        error=row.error,
        interval=None if row.interval_s is None else timedelta(seconds=row.interval_s),
        quiet_hours=frozenset(map(int, row.quiet_hours or ())),
        moved_to=row.moved_to,
        hub=Hub(address=row.hub, topic=row.hub_topic) if row.hub and row.hub_topic else None,
        backlog=tuple(map(ArticleId, row.backlog or ())),
    )
