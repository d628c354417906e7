"""Which briefings are owed at a moment. Pure."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.models import ChannelId, DeliveryKey, Late, Mode, Plan, Schedule, Subscription, Told
from bot.schedule.due import last_fire

GRACE = timedelta(hours=3)
"""A briefing missed by more than this is not made good: its morning is over."""

PUNCTUAL = timedelta(minutes=10)
"""Up to this a briefing is not late: the desk was busy or restarting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A briefing that fell due: one channel's subscriptions of one schedule."""

    key: DeliveryKey
    channel: ChannelId
    subscriptions: tuple[Subscription, ...]
    due_at: datetime
    is_late: bool


def delivery_key(channel: ChannelId, schedule: Schedule, day: date) -> DeliveryKey:
    """Return the name of a channel's briefing of one schedule on one local date.

    Days of the week are no part of it: changing them must not brief twice on one day.
    """
    return _key(channel, f"{schedule.at:%H:%M} {schedule.zone}", day.isoformat())


def alert_key(channel: ChannelId, told: Sequence[Told]) -> DeliveryKey:
    """Return the name of an alert: the channel and the reports that it tells of."""
    reports = sorted(article for one in told for article in one.articles)
    return _key(channel, "alert", *reports)


def asked_key(channel: ChannelId, now: datetime) -> DeliveryKey:
    """Return the name of a briefing that somebody asked for at this moment."""
    return _key(channel, "asked", now.isoformat())


def due(
    subscriptions: Iterable[Subscription], plans: Mapping[ChannelId, Plan], now: datetime
) -> tuple[Due, ...]:
    """Return the briefings that fell due lately, oldest first, whether made already or not.

    Subscriptions of a channel with the same schedule are one briefing. One made after
    its hour waits for the next day. Paused channels and alerts have none.
    """
    groups: dict[tuple[ChannelId, Schedule], list[Subscription]] = defaultdict(list)
    for subscription in subscriptions:
        if subscription.mode is Mode.DIGEST and subscription.schedule is not None:
            groups[subscription.channel, subscription.schedule].append(subscription)
    found = (
        _due(channel, schedule, members, plans.get(channel) or Plan(channel=channel), now)
        for (channel, schedule), members in groups.items()
    )
    return tuple(sorted(filter(None, found), key=lambda one: (one.due_at, one.key)))


def alerts(
    subscriptions: Iterable[Subscription], plans: Mapping[ChannelId, Plan], now: datetime
) -> dict[ChannelId, tuple[Subscription, ...]]:
    """Return the alerts of every channel that is not paused."""
    found: dict[ChannelId, tuple[Subscription, ...]] = {}
    for one in subscriptions:
        plan = plans.get(one.channel) or Plan(channel=one.channel)
        if one.mode is Mode.ALERT and not _is_paused(plan, now):
            found[one.channel] = (*found.get(one.channel, ()), one)
    return found


def _key(*parts: str) -> DeliveryKey:
    return DeliveryKey(hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32])


def _is_paused(plan: Plan, now: datetime) -> bool:
    return plan.paused_until is not None and plan.paused_until > now


def _due(
    channel: ChannelId, schedule: Schedule, members: list[Subscription], plan: Plan, now: datetime
) -> Due | None:
    if _is_paused(plan, now):
        return None
    fire = last_fire(schedule, now)
    if fire is None:
        return None
    day, due_at = fire
    standing = tuple(member for member in members if member.created_at <= due_at)
    lateness = now - due_at
    allowed = PUNCTUAL if plan.late is Late.SKIP else GRACE
    if not standing or lateness > allowed:
        return None
    return Due(
        key=delivery_key(channel, schedule, day),
        channel=channel,
        subscriptions=standing,
        due_at=due_at,
        is_late=lateness > PUNCTUAL,
    )
