"""What channels do not want to hear of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.models import ChannelId, Mute, Muted, StoryId
from bot.store.database import Database
from bot.store.dialect import replace_rows
from bot.store.finishing import finishing
from bot.store.schema import mutes
from bot.store.stories import former_ids, kept_ids


@finishing
class SqlMutes:
    """A story's row carries the id that it had when it was muted; merges are followed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, mute: Mute) -> None:
        """Add or replace the mute, under the id that its story has now."""
        async with self._database.writing() as connection:
            await connection.execute(delete(mutes).where(mutes.c.until <= mute.at))
            former = await _names(connection, mute.kind, mute.target)
            await _remove(connection, mute.channel, mute.kind, former)
            row = {
                "channel": mute.channel,
                "kind": mute.kind.value,
                "target": former[0],
                "until": mute.until,
                "by": mute.by,
                "at": mute.at,
            }
            await replace_rows(connection, mutes, [row])

    async def remove(self, channel: ChannelId, kind: Muted, target: str) -> None:
        """End a mute; of a story under any id that it had."""
        async with self._database.writing() as connection:
            await _remove(connection, channel, kind, await _names(connection, kind, target))

    async def of(self, channel: ChannelId, now: datetime) -> tuple[Mute, ...]:
        """Return the mutes in force, newest first; one for stories that became one."""
        query = (
            select(mutes)
            .where(mutes.c.channel == channel, or_(mutes.c.until.is_(None), mutes.c.until > now))
            .order_by(mutes.c.at.desc(), mutes.c.kind, mutes.c.target)
        )
        async with self._database.reading() as connection:
            found = [_to_mute(row) for row in await connection.execute(query)]
            stories = [StoryId(one.target) for one in found if one.kind is Muted.STORY]
            kept = await kept_ids(connection, stories)
        current: dict[tuple[Muted, str], Mute] = {}
        for one in found:
            now_is = kept[StoryId(one.target)] if one.kind is Muted.STORY else one.target
            current.setdefault((one.kind, now_is), replace(one, target=now_is))
        return tuple(current.values())


async def _names(connection: AsyncConnection, kind: Muted, target: str) -> list[str]:
    """Return what the target is called, the present name first."""
    if kind is not Muted.STORY:
        return [target]
    story = StoryId(target)
    kept = (await kept_ids(connection, [story]))[story]
    return [str(name) for name in await former_ids(connection, [kept])]


async def _remove(
    connection: AsyncConnection, channel: ChannelId, kind: Muted, targets: Sequence[str]
) -> None:
    await connection.execute(
        delete(mutes).where(
            mutes.c.channel == channel, mutes.c.kind == kind.value, mutes.c.target.in_(targets)
        )
    )


def _to_mute(row: Row[Any]) -> Mute:
    return Mute(
        channel=ChannelId(row.channel),
        kind=Muted(row.kind),
        target=row.target,
        until=row.until,
        by=row.by,
        at=row.at,
    )
