"""Promises of `bot.schedule.due`: the rule over gaps, folds and dates that a zone skipped."""

from datetime import UTC, date, datetime, timedelta
from itertools import islice

import pytest

from bot.schedule.due import fires, instant, last_fire
from tests.builders import schedule

CASES = [
    # zone, local date, wall time, instant
    ("Europe/Berlin", "2026-11-24", "08:00", "2026-11-24T07:00"),  # an ordinary winter day
    ("Europe/Berlin", "2026-07-01", "08:00", "2026-07-01T06:00"),
    ("Europe/Berlin", "2027-03-28", "02:15", "2027-03-28T01:15"),  # in the gap
    ("Europe/Berlin", "2027-03-28", "03:00", "2027-03-28T01:00"),  # the first minute after it
    ("Europe/Berlin", "2027-10-31", "02:15", "2027-10-31T00:15"),  # twice: the first time
    ("America/Chicago", "2027-03-14", "02:59", "2027-03-14T08:59"),
    ("America/Chicago", "2027-11-07", "01:00", "2027-11-07T06:00"),
    ("Australia/Lord_Howe", "2026-10-04", "02:10", "2026-10-03T15:40"),  # a gap of half an hour
    ("Australia/Lord_Howe", "2027-04-04", "01:45", "2027-04-03T14:45"),  # a fold of half an hour
    ("Africa/Cairo", "2026-04-24", "00:20", "2026-04-23T22:20"),  # a day that begins at one
    ("America/Havana", "2026-11-01", "00:30", "2026-11-01T04:30"),  # a fold at midnight
    ("Asia/Kathmandu", "2026-11-24", "07:15", "2026-11-24T01:30"),
    ("Pacific/Kiritimati", "2026-11-24", "08:00", "2026-11-23T18:00"),
    ("Pacific/Apia", "2011-12-29", "08:00", "2011-12-29T18:00"),
    ("Pacific/Apia", "2011-12-31", "08:00", "2011-12-30T18:00"),
]


@pytest.mark.parametrize(("zone", "day", "at", "expected"), CASES)
def test_wall_time_names_one_instant(zone: str, day: str, at: str, expected: str) -> None:
    """A time in a gap moves forward by the gap; a time in a fold is the first of the two."""
    found = instant(schedule(at, zone), date.fromisoformat(day))

    assert found == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Pacific/Apia", "2011-12-30"),
        ("Pacific/Fakaofo", "2011-12-30"),
        ("Pacific/Kwajalein", "1993-08-21"),
    ],
)
@pytest.mark.parametrize("at", ["00:00", "08:00", "23:59"])
def test_a_date_that_the_zone_skipped_has_no_instant(zone: str, day: str, at: str) -> None:
    """Where there was no such date nothing falls due on it."""
    assert instant(schedule(at, zone), date.fromisoformat(day)) is None


def test_other_days_of_the_week_have_no_instant() -> None:
    """A schedule of working days does not fall due on a Sunday."""
    assert instant(schedule(days=range(5)), date(2026, 11, 29)) is None


def test_a_fold_fires_once() -> None:
    """Between the two hours of a fold the next time is the day after."""
    between = datetime(2027, 10, 31, 0, 45, tzinfo=UTC)

    found = next(fires(schedule("02:15", "Europe/Berlin"), between))

    assert found == datetime(2027, 11, 1, 1, 15, tzinfo=UTC)


def test_times_come_in_order_and_after_the_moment() -> None:
    """A time that is just now is not one to come."""
    noon = datetime(2026, 11, 27, 12, tzinfo=UTC)

    found = list(islice(fires(schedule("12:00", days=range(5)), noon), 3))

    assert [one.day for one in found] == [30, 1, 2]


def test_a_schedule_without_days_never_fires() -> None:
    """Nothing is searched for to the end of time."""
    assert list(fires(schedule(days=()), datetime(2026, 11, 24, tzinfo=UTC))) == []


def test_the_calendar_ends() -> None:
    """Looking ahead from the last days of the calendar stops there."""
    end = datetime(9999, 12, 29, tzinfo=UTC)

    assert [one.day for one in fires(schedule("08:00"), end)] == [29, 30]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-24T07:59:59", (date(2026, 11, 23), "2026-11-23T08:00")),
        ("2026-11-24T08:00", (date(2026, 11, 24), "2026-11-24T08:00")),
        ("2026-11-25T07:00", (date(2026, 11, 24), "2026-11-24T08:00")),
    ],
)
def test_the_last_time_is_not_to_come(now: str, expected: tuple[date, str]) -> None:
    """The moment itself counts as past, a second before it does not."""
    day, due_at = last_fire(schedule("08:00"), _utc(now)) or (None, None)

    assert (day, due_at) == (expected[0], _utc(expected[1]))


def test_the_last_time_carries_the_local_date() -> None:
    """East of Greenwich the local date may be a day ahead of the instant's."""
    found = last_fire(schedule("08:00", "Pacific/Auckland"), _utc("2026-11-24T19:30"))

    assert found == (date(2026, 11, 25), _utc("2026-11-24T19:00"))


def test_a_weekly_schedule_finds_its_last_time() -> None:
    """The only day of a week is found from every other day."""
    for ahead in range(7):
        found = last_fire(schedule(days=(2,)), _utc("2026-11-25T08:00") + timedelta(days=ahead))
        assert found == (date(2026, 11, 25), _utc("2026-11-25T08:00"))


def test_without_days_there_was_no_last_time() -> None:
    """A schedule that never falls due did not do so lately."""
    assert last_fire(schedule(days=()), _utc("2026-11-25T08:00")) is None


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
