"""Promises of `bot.schedule.visits` about sources whose hub tells when they have news."""

from dataclasses import replace

import pytest

from bot.models import Hub, Push, Reading, Visit
from bot.schedule.visits import after_success, by_source, is_due
from tests.builders import DAY, HOUR, NOW, source

PUSH = Push(
    token="t",
    source=source().id,
    hub=Hub(address="https://hub.example/", topic="https://herald.example/feed"),
    callback="https://desk.example/websub/t",
    secret="s",
    ask_at=NOW,
    leased_until=NOW + 30 * DAY,
    pushed_at=NOW - 3 * HOUR,
)
SEEN = Visit(source=source().id, next_at=NOW - HOUR, last_at=NOW - 2 * HOUR)


@pytest.mark.parametrize(
    ("push", "visit", "due"),
    [
        (PUSH, SEEN, False),
        (PUSH, replace(SEEN, last_at=NOW - 6 * HOUR), True),
        (replace(PUSH, pushed_at=NOW), replace(SEEN, next_at=NOW + HOUR), True),
        (replace(PUSH, pushed_at=NOW), replace(SEEN, next_at=NOW + HOUR, failures=1), False),
        (replace(PUSH, pushed_at=NOW - HOUR / 2), replace(SEEN, last_at=NOW - HOUR / 3), True),
        (replace(PUSH, pushed_at=None), SEEN, True),
        (replace(PUSH, pushed_at=NOW - 3 * DAY), SEEN, True),
        (replace(PUSH, leased_until=NOW), SEEN, True),
        (replace(PUSH, leased_until=None), SEEN, True),
        (PUSH, replace(SEEN, last_at=None, next_at=NOW), True),
        (PUSH, None, True),
    ],
    ids=[
        "quiet",
        "rarely",
        "told",
        "told-but-failing",
        "told-just-now",
        "never-told",
        "silent-for-long",
        "lease-over",
        "not-agreed",
        "never-read",
        "new",
    ],
)
def test_a_source_that_tells_of_its_news_is_looked_at_rarely(
    push: Push, visit: Visit | None, *, due: bool
) -> None:
    """At once when it tells; as ever when there is no reason to trust its silence."""
    assert is_due(source(), visit, NOW, push) is due
    assert not is_due(source(paused=True), visit, NOW, push)


def test_what_is_being_ended_counts_no_more() -> None:
    """Of two agreements, the one that stays."""
    leaving = replace(PUSH, token="old", is_leaving=True)

    assert by_source([PUSH, leaving]) == {source().id: PUSH}


def test_a_hub_is_remembered_from_visit_to_visit() -> None:
    """Until the source names none any more; what did not change names none."""
    named = after_success(source(), None, Reading(hub=PUSH.hub), NOW)
    unchanged = after_success(source(), named, Reading(unchanged=True), NOW)
    gone = after_success(source(), unchanged, Reading(), NOW)

    assert (named.hub, unchanged.hub, gone.hub) == (PUSH.hub, PUSH.hub, None)
