"""Channels, their plans, who changed them, and their standing orders."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select

from bot.models import (
    Actor,
    Channel,
    ChannelId,
    Late,
    Mode,
    Plan,
    Subscription,
    SubscriptionId,
    WorkspaceId,
)
from bot.store.database import Database
from bot.store.dialect import replace_rows
from bot.store.finishing import finishing
from bot.store.schema import audit, channels, plans, subscriptions


@finishing
class SqlChannels:
    """The places we know. A plan may be saved before its channel is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, channel: Channel) -> None:
        """Add a channel or replace what is known of it."""
        row = {
            "id": channel.id,
            "platform": channel.platform,
            "workspace": channel.workspace,
            "address": channel.address,
            "name": channel.name,
            "is_direct": channel.is_direct,
        }
        async with self._database.writing() as connection:
            await replace_rows(connection, channels, [row])

    async def get(self, channel: ChannelId) -> Channel | None:
        """Return the channel, or None when it was never saved."""
        async with self._database.reading() as connection:
            query = select(channels).where(channels.c.id == channel)
            row = (await connection.execute(query)).first()
        return to_channel(row) if row else None

    async def plan(self, channel: ChannelId) -> Plan:
        """Return the channel's plan, or the default one."""
        async with self._database.reading() as connection:
            query = select(plans).where(plans.c.channel == channel)
            row = (await connection.execute(query)).first()
        return _to_plan(row) if row else Plan(channel=channel)

    async def save_plan(self, plan: Plan) -> None:
        """Replace the channel's plan."""
        row = {
            "channel": plan.channel,
            "schedule": plan.schedule,
            "minutes": plan.minutes,
            "late": plan.late.value,
            "language": plan.language,
            "paused_until": plan.paused_until,
        }
        async with self._database.writing() as connection:
            await replace_rows(connection, plans, [row])

    async def audit(self, channel: ChannelId, actor: Actor, line: str, at: datetime) -> None:
        """Append who changed what."""
        row = {
            "channel": channel,
            "actor": actor.id,
            "actor_name": actor.name,
            "line": line,
            "at": at,
        }
        async with self._database.writing() as connection:
            await connection.execute(insert(audit), [row])


@finishing
class SqlSubscriptions:
    """Standing orders, oldest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, subscription: Subscription) -> None:
        """Add a subscription or replace the one of that id."""
        row = {
            "id": subscription.id,
            "channel": subscription.channel,
            "topic": subscription.topic,
            "created_at": subscription.created_at,
            "created_by": subscription.created_by,
            "mode": subscription.mode.value,
            "schedule": subscription.schedule,
        }
        async with self._database.writing() as connection:
            await replace_rows(connection, subscriptions, [row])

    async def remove(self, subscription: SubscriptionId) -> None:
        """Forget a subscription."""
        async with self._database.writing() as connection:
            await connection.execute(
                delete(subscriptions).where(subscriptions.c.id == subscription)
            )

    async def of(self, channel: ChannelId) -> tuple[Subscription, ...]:
        """Return the channel's subscriptions, oldest first."""
        return await self._found(select(subscriptions).where(subscriptions.c.channel == channel))

    async def all(self) -> tuple[Subscription, ...]:
        """Return every subscription, by channel, oldest first."""
        return await self._found(select(subscriptions))

    async def _found(self, query: Select[Any]) -> tuple[Subscription, ...]:
        order = (subscriptions.c.channel, subscriptions.c.created_at, subscriptions.c.id)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.order_by(*order))).all()
        return tuple(_to_subscription(row) for row in rows)


def to_channel(row: Row[Any]) -> Channel:
    """Return the channel in a row of the table `channels`."""
    return Channel(
        id=ChannelId(row.id),
        platform=row.platform,
        workspace=WorkspaceId(row.workspace),
        address=row.address,
        name=row.name,
        is_direct=row.is_direct,
    )


def _to_plan(row: Row[Any]) -> Plan:
    return Plan(
        channel=ChannelId(row.channel),
        schedule=row.schedule,
        minutes=row.minutes,
        late=Late(row.late),
        language=row.language,
        paused_until=row.paused_until,
    )


def _to_subscription(row: Row[Any]) -> Subscription:
    return Subscription(
        id=SubscriptionId(row.id),
        channel=ChannelId(row.channel),
        topic=row.topic,
        created_at=row.created_at,
        created_by=row.created_by,
        mode=Mode(row.mode),
        schedule=row.schedule,
    )
