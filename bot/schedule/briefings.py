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

    Subscriptions of a channel with the same hour in the same zone are one briefing, whatever
    their days. One made after its hour waits for the next day. Paused channels and alerts have
    none.
    """
    members: dict[tuple[datetime, DeliveryKey], list[Subscription]] = defaultdict(list)
    for subscription in subscriptions:
        plan = plans.get(subscription.channel) or Plan(channel=subscription.channel)
        fell_due = _fell_due(subscription, plan, now)
        if fell_due is not None:
            members[fell_due].append(subscription)
    return tuple(
        Due(
            key=key,
            channel=standing[0].channel,
            subscriptions=tuple(standing),
            due_at=due_at,
            is_late=now - due_at > PUNCTUAL,
        )
        for (due_at, key), standing in sorted(members.items(), key=lambda item: item[0])
    )


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


def _fell_due(
    subscription: Subscription, plan: Plan, now: datetime
) -> tuple[datetime, DeliveryKey] | None:
    """Return when the subscription last fell due and in which briefing; None if in none now."""
    schedule = subscription.schedule
    if subscription.mode is not Mode.DIGEST or schedule is None or _is_paused(plan, now):
        return None
    fire = last_fire(schedule, now)
    if fire is None:
        return None
    day, due_at = fire
    allowed = PUNCTUAL if plan.late is Late.SKIP else GRACE
    if subscription.created_at > due_at or now - due_at > allowed:
        return None
    return due_at, delivery_key(subscription.channel, schedule, day)
