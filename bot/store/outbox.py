"""Deliveries not yet settled, and those that were."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, Select, and_, exists, func, insert, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import StoreError
from bot.models import (
    Briefing,
    ChannelId,
    Delivery,
    DeliveryKey,
    DeliveryState,
    Message,
    StoryCard,
    StoryId,
)
from bot.store.channels import to_channel
from bot.store.database import Database
from bot.store.dialect import capped
from bot.store.finishing import finishing
from bot.store.ledger import record_told, record_verdicts, take_back
from bot.store.schema import channels, deliveries

MAX_CLAIMED = 500
MAX_HISTORY = 500

LEASE_RAN_OUT = "the desk stopped while this was being sent; it may have arrived"

_SETTLED = [DeliveryState.SENT.value, DeliveryState.SKIPPED.value, DeliveryState.FAILED.value]
"""Final. Unknown is not: somebody may still find out what became of the delivery."""

_MAY_HAVE_ARRIVED = frozenset(
    {DeliveryState.SENT.value, DeliveryState.SENDING.value, DeliveryState.UNKNOWN.value}
)

_OVER = [DeliveryState.SENT.value, DeliveryState.UNKNOWN.value]
"""What the next part need not wait for: nobody sends it any more."""

_columns = deliveries.c


@finishing
class SqlOutbox:
    """One row for each part, under the key of its briefing: what is there is owed once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def owe(self, briefing: Briefing, parts: Sequence[Message]) -> bool:
        """Record the parts as pending, with what they tell and why, in one go.

        Raises:
            StoreError: the channel was never saved, or the database is unusable.
            ValueError: there are no parts.
        """
        if not parts:
            raise ValueError(f"the briefing {briefing.key} has no parts")
        async with self._database.writing() as connection:
            if await _part(connection, briefing.key, 0) is not None:
                return False
            known = select(channels.c.id).where(channels.c.id == briefing.channel)
            if (await connection.execute(known)).first() is None:
                raise StoreError(f"{briefing.channel}: save the channel before owing it anything")
            await connection.execute(insert(deliveries), _rows_of(briefing, parts))
            await record_told(connection, briefing.channel, briefing.key, briefing.told)
            await record_verdicts(connection, briefing.channel, briefing.verdicts)
        return True

    async def claim(self, now: datetime, *, lease: timedelta, limit: int) -> tuple[Delivery, ...]:
        """Mark due deliveries as sending and return them, the longest due first; at most 500.

        A delivery whose lease ran out becomes unknown and is not among them.
        """
        async with self._database.writing() as connection:
            await _give_up_lapsed(connection, now)
            query = _due(now).limit(capped(limit, MAX_CLAIMED))
            claimed = [_to_delivery(row) for row in await connection.execute(query)]
            if claimed:
                keys = [(delivery.key, delivery.part) for delivery in claimed]
                await connection.execute(
                    update(deliveries)
                    .where(tuple_(_columns.key, _columns.part).in_(keys))
                    .values(state=DeliveryState.SENDING.value, leased_until=now + lease)
                )
        return tuple(claimed)

    async def settle(self, delivery: Delivery) -> None:
        """Record how a claimed delivery came out. What is sent, failed or skipped stays so."""
        async with self._database.writing() as connection:
            changed = await connection.execute(
                update(deliveries)
                .where(
                    _columns.key == delivery.key,
                    _columns.part == delivery.part,
                    _columns.state.not_in(_SETTLED),
                )
                .values(
                    state=delivery.state.value,
                    attempts=delivery.attempts,
                    next_try_at=delivery.next_try_at,
                    receipt=delivery.receipt,
                    error=delivery.error,
                    settled_at=delivery.settled_at,
                    leased_until=None,
                )
            )
            ended = delivery.state in {DeliveryState.FAILED, DeliveryState.SKIPPED}
            if changed.rowcount and ended:
                await _end(connection, delivery)

    async def history(self, channel: ChannelId, *, limit: int = 10) -> tuple[Delivery, ...]:
        """Return the channel's deliveries, latest due first; at most 500."""
        query = (
            _with_channel()
            .where(_columns.channel == channel)
            .order_by(_columns.due_at.desc(), _columns.key, _columns.part)
            .limit(capped(limit, MAX_HISTORY))
        )
        async with self._database.reading() as connection:
            return tuple(_to_delivery(row) for row in await connection.execute(query))

    async def last_due(self, channel: ChannelId, key: DeliveryKey) -> Delivery | None:
        """Return the first part of the briefing `key`, or None when it was never owed."""
        async with self._database.reading() as connection:
            row = await _part(connection, key, 0)
        return _to_delivery(row) if row is not None and row.channel == channel else None


def nonce(key: DeliveryKey, part: int) -> str:
    """Return the name of a part on its platform: short enough for Discord's 25 characters.

    >>> len(nonce(DeliveryKey("slack:T1/C2 daily 2026-11-24"), 0))
    20
    """
    return sha256(f"{key}\x00{part}".encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _rows_of(briefing: Briefing, parts: Sequence[Message]) -> list[dict[str, object]]:
    return [
        {
            "key": briefing.key,
            "part": part,
            "channel": briefing.channel,
            "message": message,
            "due_at": briefing.due_at,
            "nonce": nonce(briefing.key, part),
            "state": DeliveryState.PENDING.value,
            "attempts": 0,
        }
        for part, message in enumerate(parts)
    ]


def _due(now: datetime) -> Select[Any]:
    """Return the query for what may be sent now: of each channel the longest due, and only it.

    Two briefings of one channel would else be mixed, part by part, and many alerts would wait
    for one another within the time that a single one has for its answer.
    """
    earlier, other = deliveries.alias("earlier"), deliveries.alias("other")
    waits = exists().where(
        earlier.c.key == _columns.key,
        earlier.c.part < _columns.part,
        earlier.c.state.not_in(_OVER),
    )
    is_busy = exists().where(
        other.c.channel == _columns.channel, other.c.state == DeliveryState.SENDING.value
    )
    order = (_columns.due_at, _columns.key, _columns.part)
    turn = func.row_number().over(partition_by=_columns.channel, order_by=order)
    ready = (
        select(_columns.key, _columns.part, turn.label("turn"))
        .where(
            _columns.state == DeliveryState.PENDING.value,
            or_(_columns.next_try_at.is_(None), _columns.next_try_at <= now),
            ~waits,
            ~is_busy,
        )
        .subquery()
    )
    is_ready = and_(ready.c.key == _columns.key, ready.c.part == _columns.part)
    return _with_channel().join(ready, is_ready).where(ready.c.turn == 1).order_by(*order)


async def _give_up_lapsed(connection: AsyncConnection, now: datetime) -> None:
    """Make unknown what was being sent when its lease ran out: it may have arrived."""
    await connection.execute(
        update(deliveries)
        .where(_columns.state == DeliveryState.SENDING.value, _columns.leased_until <= now)
        .values(
            state=DeliveryState.UNKNOWN.value,
            attempts=_columns.attempts + 1,
            error=LEASE_RAN_OUT,
            settled_at=now,
            leased_until=None,
        )
    )


async def _end(connection: AsyncConnection, delivery: Delivery) -> None:
    """Skip the later parts, and take back what only parts that never arrived told."""
    await connection.execute(
        update(deliveries)
        .where(
            _columns.key == delivery.key,
            _columns.part > delivery.part,
            _columns.state == DeliveryState.PENDING.value,
        )
        .values(
            state=DeliveryState.SKIPPED.value,
            error=f"part {delivery.part + 1} was {delivery.state.value}",
            settled_at=delivery.settled_at,
        )
    )
    query = select(_columns.state, _columns.message).where(_columns.key == delivery.key)
    rows = (await connection.execute(query)).all()
    arrived = [row.message for row in rows if row.state in _MAY_HAVE_ARRIVED]
    lost = [row.message for row in rows if row.state not in _MAY_HAVE_ARRIVED]
    if arrived:
        await take_back(connection, delivery.key, _told_in(lost) - _told_in(arrived))
    else:
        await take_back(connection, delivery.key)


def _told_in(messages: Sequence[Message]) -> set[StoryId]:
    """Return the stories that have a card in the messages."""
    blocks = [block for message in messages for block in message.blocks]
    return {block.story for block in blocks if isinstance(block, StoryCard)}


async def _part(connection: AsyncConnection, key: DeliveryKey, part: int) -> Row[Any] | None:
    query = _with_channel().where(and_(_columns.key == key, _columns.part == part))
    row: Row[Any] | None = (await connection.execute(query)).first()
    return row


def _with_channel() -> Select[Any]:
    """Return the query for deliveries beside what is known of their channels now."""
    return select(deliveries, channels).join(channels, channels.c.id == _columns.channel)


def _to_delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        key=DeliveryKey(row.key),
        part=row.part,
        channel=to_channel(row),
        message=row.message,
        due_at=row.due_at,
        nonce=row.nonce,
        state=DeliveryState(row.state),
        attempts=row.attempts,
        next_try_at=row.next_try_at,
        receipt=row.receipt,
        error=row.error,
        settled_at=row.settled_at,
    )
