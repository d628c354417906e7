"""Promises of `bot.web.agreements`: whom to ask next, and what their answers change."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.models import Hub, Push, SourceId, Visit
from bot.web.agreements import (
    LEASE,
    Agenda,
    agenda,
    asked,
    confirmed,
    denied,
    form,
    lease_of,
    leaving,
    missed,
    offered_hubs,
    told,
)
from tests.builders import DAY, HOUR, NOW, source

HERALD = SourceId("herald")
HUB = Hub(address="https://hub.example/", topic="https://herald.example/feed")
OTHER = replace(HUB, address="https://other.example/")
BASE = "https://desk.example/websub/"
NEW = Push(
    token="t",
    source=HERALD,
    hub=HUB,
    callback=f"{BASE}t",
    secret="s",
    ask_at=NOW,
)
AGREED = replace(NEW, leased_until=NOW + DAY, ask_at=NOW + HOUR)
GONE = replace(AGREED, is_leaving=True)


@pytest.mark.parametrize(
    ("pushes", "offered", "expected"),
    [
        ([], {}, Agenda()),
        ([], {HERALD: HUB}, Agenda(begin=((HERALD, HUB),))),
        ([NEW], {HERALD: HUB}, Agenda(ask=(NEW,))),
        ([AGREED], {HERALD: HUB}, Agenda()),
        ([replace(AGREED, ask_at=NOW)], {HERALD: HUB}, Agenda(ask=(replace(AGREED, ask_at=NOW),))),
        ([AGREED], {}, Agenda(leave=(AGREED,))),
        ([NEW], {}, Agenda(forget=(NEW,))),
        ([AGREED], {HERALD: OTHER}, Agenda(begin=((HERALD, OTHER),), leave=(AGREED,))),
        ([GONE], {HERALD: HUB}, Agenda(begin=((HERALD, HUB),))),
        ([replace(GONE, ask_at=NOW)], {}, Agenda(forget=(replace(GONE, ask_at=NOW),))),
        (
            [replace(AGREED, callback="https://old.example/websub/t")],
            {HERALD: HUB},
            Agenda(
                begin=((HERALD, HUB),),
                leave=(replace(AGREED, callback="https://old.example/websub/t"),),
            ),
        ),
    ],
    ids=[
        "nothing",
        "offered",
        "unconfirmed",
        "agreed",
        "to-renew",
        "source-removed",
        "removed-before-agreed",
        "hub-changed",
        "left-and-back",
        "left",
        "desk-moved",
    ],
)
def test_what_there_is_to_do(
    pushes: list[Push], offered: dict[SourceId, Hub], expected: Agenda
) -> None:
    """For each state of an agreement."""
    assert agenda(pushes, offered, base=BASE, now=NOW) == expected


def test_feeds_that_are_visited_offer_hubs() -> None:
    """Not pages, nor what is paused, nor what was never read."""
    feeds = [
        source(),
        source(id="page", kind="page"),
        source(id="paused", paused=True),
        source(id="unread"),
        source(id="plain"),
    ]
    visits = {one.id: Visit(source=one.id, next_at=NOW, hub=HUB) for one in feeds[:3]}
    visits[feeds[4].id] = Visit(source=feeds[4].id, next_at=NOW)

    assert offered_hubs(feeds, visits) == {HERALD: HUB}


def test_a_hub_that_does_not_confirm_is_asked_later_each_time() -> None:
    """Up to once a day, for as long as it is offered."""
    push, waits = NEW, []
    for _ in range(7):
        push = asked(push, NOW)
        waits.append(push.ask_at - NOW)

    assert waits == [
        timedelta(minutes=10),
        timedelta(hours=1),
        timedelta(hours=6),
        *[DAY] * 4,
    ]
    assert push.failures == 7


def test_what_is_confirmed_is_renewed_in_time() -> None:
    """With a quarter of it left; a promise for ever is one for two months."""
    push = confirmed(asked(NEW, NOW), timedelta(days=8), NOW)

    assert (push.leased_until, push.ask_at, push.failures) == (NOW + 8 * DAY, NOW + 6 * DAY, 0)
    assert confirmed(NEW, timedelta(days=9000), NOW).leased_until == NOW + 60 * DAY


def test_what_is_denied_is_asked_for_on_another_day() -> None:
    """And its source is visited as ever."""
    push = denied(AGREED, NOW)

    assert (push.leased_until, push.ask_at, push.failures) == (None, NOW + DAY, 1)


def test_what_is_left_is_waited_for_an_hour() -> None:
    """Then it is forgotten."""
    push = leaving(AGREED, NOW)

    assert (push.is_leaving, push.ask_at) == (True, NOW + HOUR)


@pytest.mark.parametrize("value", ["", "0", "-1", "599", "1.5", "a week", "٣٦٠٠"])
def test_some_promises_are_worth_nothing(value: str) -> None:
    """A lease that is over before it can be renewed."""
    assert lease_of(value) is None


def test_leases_may_be_of_any_length() -> None:
    """Even longer than dates go."""
    assert lease_of("600") == timedelta(minutes=10)
    assert lease_of("9" * 50) == timedelta(seconds=10**9)


def test_the_secret_goes_to_the_hub_when_it_is_asked_to_begin() -> None:
    """And not when it is asked to end."""
    assert form(NEW, "subscribe") == {
        "hub.mode": "subscribe",
        "hub.topic": HUB.topic,
        "hub.callback": f"{BASE}t",
        "hub.secret": "s",
        "hub.lease_seconds": str(int(LEASE.total_seconds())),
    }
    assert "s" not in form(NEW, "unsubscribe").values()
    assert "secret" not in repr(NEW)


def test_while_nobody_listened_hubs_may_have_told() -> None:
    """Those that ever did."""
    heard = replace(AGREED, pushed_at=NOW - DAY)
    quiet = [AGREED, replace(heard, leased_until=NOW), replace(heard, is_leaving=True)]

    assert missed([heard, *quiet], NOW) == (told(heard, NOW),)
