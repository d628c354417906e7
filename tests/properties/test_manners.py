"""No server is visited earlier than it asked."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SourceError, StatusError
from bot.models import Reading, Source, SourceId, Visit
from bot.schedule.rhythm import LONGEST_ASKED
from bot.schedule.visits import after_failure, after_success, is_due

HERALD = Source(id=SourceId("s1"), kind="feed", address="https://a.example/", name="Herald")
SECOND = timedelta(seconds=1)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
WAITS = st.timedeltas(SECOND, timedelta(days=30))
HOURS = st.frozensets(st.integers(0, 167), max_size=160)


def hour_of_week(moment: datetime) -> int:
    """Return the hour of the week, of which Monday midnight is 0."""
    return moment.weekday() * 24 + moment.hour


@given(now=MOMENTS, asked=WAITS, quiet=HOURS, failures=st.integers(0, 20))
def test_success_keeps_away_as_long_as_was_asked(
    now: datetime, asked: timedelta, quiet: frozenset[int], failures: int
) -> None:
    """Until the time is over that a source asked for, a day at most, it is not due."""
    before = Visit(source=HERALD.id, next_at=now, failures=failures)
    reading = Reading(fresh_for=asked, quiet_hours=quiet)

    visit = after_success(HERALD, before, reading, now)

    assert not is_due(HERALD, visit, now + min(asked, LONGEST_ASKED) - SECOND)
    assert hour_of_week(visit.next_at) not in quiet


@given(now=MOMENTS, asked=WAITS, status=st.sampled_from([429, 503, 500, 403]))
def test_refusal_keeps_away_as_long_as_was_asked(
    now: datetime, asked: timedelta, status: int
) -> None:
    """Until the time is over that a server asked for in refusing, it is not due."""
    error = StatusError(HERALD.address, status, "come back later", retry_after=asked)

    visit = after_failure(HERALD, None, error, now)

    assert not is_due(HERALD, visit, now + asked - SECOND)


@given(now=MOMENTS, failures=st.integers(0, 50))
def test_each_failure_keeps_away_no_shorter_than_the_last(now: datetime, failures: int) -> None:
    """A source that fails again is left alone for as long at least."""
    before = Visit(source=HERALD.id, next_at=now, failures=failures)

    first = after_failure(HERALD, before, SourceError(HERALD.address, "gone"), now)
    second = after_failure(HERALD, first, SourceError(HERALD.address, "gone"), now)

    assert now < first.next_at <= second.next_at
