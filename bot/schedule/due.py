"""When schedules fall due, from wall-clock time and zone. Pure.

The rule is RFC 5545's: a time in a gap moves forward by the gap, a time in a fold happens
once, the first time. A date that the zone skipped has none.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.models import Schedule

_DAY = timedelta(days=1)
_PROBES = (time(0), time(12), time(23, 59, 59))


def instant(schedule: Schedule, day: date) -> datetime | None:
    """Return the instant at which the schedule falls due on a local date, or None.

    >>> gap = Schedule(at=time(2, 30), zone="Europe/Stockholm")
    >>> instant(gap, date(2026, 3, 29))
    datetime.datetime(2026, 3, 29, 1, 30, tzinfo=datetime.timezone.utc)
    """
    zone = ZoneInfo(schedule.zone)
    if day.weekday() not in schedule.days or not _exists(day, zone):
        return None
    return datetime.combine(day, schedule.at, tzinfo=zone).astimezone(UTC)


def fires(schedule: Schedule, after: datetime) -> Iterator[datetime]:
    """Yield the instants after `after` at which the schedule falls due, soonest first.

    >>> daily = Schedule(at=time(8), zone="Europe/Berlin")
    >>> next(fires(daily, datetime(2026, 11, 24, 7, tzinfo=UTC)))
    datetime.datetime(2026, 11, 25, 7, 0, tzinfo=datetime.timezone.utc)
    """
    if not schedule.days:
        return
    day = after.astimezone(ZoneInfo(schedule.zone)).date() - _DAY
    while day < date.max:
        due_at = instant(schedule, day)
        if due_at is not None and due_at > after:
            yield due_at
        day += _DAY


def last_fire(schedule: Schedule, now: datetime) -> tuple[date, datetime] | None:
    """Return the latest local date and instant, not after `now`, at which it fell due.

    None when there was none in the last eight days.
    """
    today = now.astimezone(ZoneInfo(schedule.zone)).date()
    for back in range(-1, 9):
        day = today - back * _DAY
        due_at = instant(schedule, day)
        if due_at is not None and due_at <= now:
            return day, due_at
    return None


def _exists(day: date, zone: ZoneInfo) -> bool:
    """Samoa had no 30 December 2011: no wall time of that date comes back from UTC as it was."""
    return any(
        datetime.combine(day, probe, tzinfo=zone).astimezone(UTC).astimezone(zone).date() == day
        for probe in _PROBES
    )
