"""What was agreed with the hubs of sources."""

from typing import Any

from sqlalchemy import Row, delete, select

from bot.models import Hub, Push, SourceId
from bot.store.database import Database
from bot.store.dialect import replace_rows
from bot.store.finishing import finishing
from bot.store.schema import pushes


@finishing
class SqlPushes:
    """One row an agreement. None refers to a source: it may outlive it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, push: Push) -> None:
        """Add an agreement or replace the one of that token."""
        async with self._database.writing() as connection:
            await replace_rows(connection, pushes, [_from_push(push)])

    async def remove(self, token: str) -> None:
        """Forget an agreement."""
        async with self._database.writing() as connection:
            await connection.execute(delete(pushes).where(pushes.c.token == token))

    async def get(self, token: str) -> Push | None:
        """Return the agreement of that token, or None when there is none."""
        async with self._database.reading() as connection:
            query = select(pushes).where(pushes.c.token == token)
            row = (await connection.execute(query)).first()
        return _to_push(row) if row else None

    async def all(self) -> tuple[Push, ...]:
        """Return every agreement, by source."""
        async with self._database.reading() as connection:
            query = select(pushes).order_by(pushes.c.source, pushes.c.token)
            rows = (await connection.execute(query)).all()
        return tuple(map(_to_push, rows))


def _from_push(push: Push) -> dict[str, object]:
    return {
        "token": push.token,
        "source": push.source,
        "hub": push.hub.address,
        "hub_topic": push.hub.topic,
        "callback": push.callback,
        "secret": push.secret,
        "ask_at": push.ask_at,
        "leased_until": push.leased_until,
        "failures": push.failures,
        "pushed_at": push.pushed_at,
        "is_leaving": push.is_leaving,
    }


def _to_push(row: Row[Any]) -> Push:
    return Push(
        token=row.token,
        source=SourceId(row.source),
        hub=Hub(address=row.hub, topic=row.hub_topic),
        callback=row.callback,
        secret=row.secret,
        ask_at=row.ask_at,
        leased_until=row.leased_until,
        failures=row.failures,
        pushed_at=row.pushed_at,
        is_leaving=row.is_leaving,
    )
