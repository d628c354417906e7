"""Promises of `bot.schedule.briefings`: which briefings are owed at a moment."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.models import Late, Mode, Plan, Subscription
from bot.schedule.briefings import (
    GRACE,
    PUNCTUAL,
    Due,
    alert_key,
    alerts,
    asked_key,
    delivery_key,
    due,
)
from tests.builders import CHANNEL, channel, schedule, subscription, told

EIGHT = datetime(2026, 11, 24, 8, tzinfo=UTC)
"""A Tuesday."""

ELSEWHERE = channel("C9").id
SECOND = timedelta(seconds=1)


def owed(*orders: Subscription, at: datetime = EIGHT, plan: Plan | None = None) -> tuple[Due, ...]:
    """Return what is owed to the one channel."""
    return due(orders or (subscription(),), {CHANNEL: plan} if plan else {}, at)


def topics(one: Due) -> list[str]:
    """Return the topics of a briefing."""
    return [order.topic for order in one.subscriptions]


def test_a_briefing_is_owed_from_its_hour_on() -> None:
    """It is due at its hour to the second, and keeps its name while it is."""
    at_once, later = owed(), owed(at=EIGHT + timedelta(hours=1))

    assert owed(at=EIGHT - SECOND) == ()
    assert [one.key for one in at_once] == [one.key for one in later]
    assert at_once[0].due_at == later[0].due_at == EIGHT


def test_subscriptions_of_one_hour_are_one_briefing() -> None:
    """What a channel ordered for one hour comes in one message, in the order of the orders."""
    (one,) = owed(subscription("harbour"), subscription("comet"))

    assert topics(one) == ["harbour", "comet"]


def test_days_may_differ_within_a_briefing() -> None:
    """Orders of one hour for other days are told together on the days that they share."""
    working_days = subscription("harbour", schedule=schedule(days=range(5)))
    daily = subscription("comet")

    tuesday = owed(working_days, daily)
    sunday = owed(working_days, daily, at=EIGHT + timedelta(days=5))

    assert [topics(one) for one in tuesday] == [["harbour", "comet"]]
    assert [topics(one) for one in sunday] == [["comet"]]


def test_other_hours_and_channels_are_briefings_of_their_own() -> None:
    """Each channel and each hour has its own, the longest due first."""
    orders = (
        subscription("comet", schedule=schedule("08:30")),
        subscription("harbour"),
        subscription("harbour", channel=ELSEWHERE),
    )

    found = owed(*orders, at=EIGHT + timedelta(hours=1))

    assert [one.due_at for one in found] == [EIGHT, EIGHT, EIGHT + timedelta(minutes=30)]
    assert {one.channel for one in found[:2]} == {CHANNEL, ELSEWHERE}
    assert len({one.key for one in found}) == 3


def test_a_subscription_made_after_its_hour_waits() -> None:
    """Who subscribes at nine for eight is briefed tomorrow."""
    late = subscription("comet", created_at=EIGHT + SECOND)

    assert owed(late, at=EIGHT + timedelta(hours=1)) == ()
    assert topics(owed(late, subscription(), at=EIGHT + timedelta(hours=1))[0]) == ["harbour"]
    assert topics(owed(late, at=EIGHT + timedelta(days=1))[0]) == ["comet"]


@pytest.mark.parametrize(
    ("late", "after", "is_owed"),
    [
        (Late.SEND, GRACE, True),
        (Late.SEND, GRACE + SECOND, False),
        (Late.ASK, GRACE, True),
        (Late.SKIP, PUNCTUAL, True),
        (Late.SKIP, PUNCTUAL + SECOND, False),
    ],
)
def test_a_missed_briefing_is_made_good_for_a_while(
    late: Late, after: timedelta, *, is_owed: bool
) -> None:
    """Within the grace a late briefing comes all the same, unless late ones are skipped."""
    plan = Plan(channel=CHANNEL, late=late)

    assert bool(owed(at=EIGHT + after, plan=plan)) is is_owed


@pytest.mark.parametrize(
    ("after", "is_late"), [(timedelta(0), False), (PUNCTUAL, False), (PUNCTUAL + SECOND, True)]
)
def test_a_briefing_says_whether_it_is_late(after: timedelta, *, is_late: bool) -> None:
    """Ten minutes are not late: the desk was restarting."""
    assert owed(at=EIGHT + after)[0].is_late is is_late


@pytest.mark.parametrize(("hours", "is_owed"), [(1, False), (0, True), (-1, True)])
def test_a_paused_channel_is_owed_nothing(hours: int, *, is_owed: bool) -> None:
    """Until the pause ends there are no briefings and no alerts."""
    plan = Plan(channel=CHANNEL, paused_until=EIGHT + timedelta(hours=hours))
    alert = subscription(mode=Mode.ALERT)

    assert bool(owed(plan=plan)) is is_owed
    assert bool(alerts([alert], {CHANNEL: plan}, EIGHT)) is is_owed


def test_alerts_are_no_briefings() -> None:
    """An alert has no hour; a briefing is no alert."""
    alert = subscription("comet", mode=Mode.ALERT)
    orders = (alert, subscription(), replace(alert, topic="pier"))

    assert topics(owed(*orders)[0]) == ["harbour"]
    assert alerts(orders, {}, EIGHT) == {CHANNEL: (orders[0], orders[2])}


def test_a_briefing_without_a_time_is_never_due() -> None:
    """An order that lacks its schedule is left alone."""
    assert owed(subscription(schedule=None)) == ()


def test_a_schedule_that_never_falls_due_owes_nothing() -> None:
    """No days, no briefing."""
    assert owed(subscription(schedule=schedule(days=()))) == ()


def test_changing_days_does_not_brief_twice() -> None:
    """The days are no part of the name of a day's briefing; hour, zone, date and channel are."""
    day = date(2026, 11, 24)
    name = delivery_key(CHANNEL, schedule(), day)

    assert name == delivery_key(CHANNEL, schedule(days=range(5)), day)
    assert name not in {
        delivery_key(CHANNEL, schedule("08:01"), day),
        delivery_key(CHANNEL, schedule(zone="Europe/London"), day),
        delivery_key(CHANNEL, schedule(), date(2026, 11, 25)),
        delivery_key(ELSEWHERE, schedule(), day),
    }


def test_an_alert_is_named_after_its_reports() -> None:
    """The same reports are the same alert, in whatever order; another report is another."""
    one, other = told("s1", "a1", "a2"), told("s2", "a3")

    assert alert_key(CHANNEL, [one, other]) == alert_key(CHANNEL, [other, one])
    assert alert_key(CHANNEL, [one]) != alert_key(CHANNEL, [one, other])
    assert alert_key(CHANNEL, [one]) != alert_key(ELSEWHERE, [one])


def test_each_asking_is_a_briefing_of_its_own() -> None:
    """Asked for twice, it is owed twice."""
    assert asked_key(CHANNEL, EIGHT) != asked_key(CHANNEL, EIGHT + SECOND)
