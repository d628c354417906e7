"""How long a server or a feed asks to be left alone. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST = timedelta(days=1)
"""A cache may keep a page for a year; a desk that believed it would tell no news."""

_HEAD = 50_000
_FIRST_ITEM = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s?=\s?\"?(\d{1,10})", re.IGNORECASE)
_TTL = re.compile(r"<ttl>\s{0,9}(\d{1,9})\s{0,9}</ttl>", re.IGNORECASE)
_PERIOD = re.compile(r"<(?:\w+:)?updatePeriod>\s{0,9}(\w{1,9})\s{0,9}</", re.IGNORECASE)
_FREQUENCY = re.compile(r"<(?:\w+:)?updateFrequency>\s{0,9}(\d{1,6})\s{0,9}</", re.IGNORECASE)
_HOUR = re.compile(r"<hour>\s{0,9}(\d{1,2})\s{0,9}</hour>", re.IGNORECASE)
_DAY = re.compile(r"<day>\s{0,9}(\w{6,9})\s{0,9}</day>", re.IGNORECASE)

_HOURS = 24
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """When a feed asks not to be visited: for how long from now, and in which hours of the week."""

    fresh_for: timedelta | None = None
    quiet_hours: frozenset[int] = frozenset()


def fresh_for(headers: Mapping[str, str], *, now: datetime) -> timedelta | None:
    """Return how long a server says that its answer stays as it is, or None if it does not say.

    >>> noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    >>> fresh_for({"Cache-Control": "public, max-age=900", "Age": "300"}, now=noon)
    datetime.timedelta(seconds=600)
    >>> fresh_for({"Expires": "Tue, 24 Nov 2026 12:05:00 GMT"}, now=noon)
    datetime.timedelta(seconds=300)
    """
    control = headers.get("Cache-Control", "")
    if "no-cache" in control.lower() or "no-store" in control.lower():
        return None
    if found := _MAX_AGE.search(control):
        return _positive(timedelta(seconds=int(found[1])) - _age(headers.get("Age", "")))
    expires = _instant(headers.get("Expires", ""))
    if expires is None:
        return None
    return _positive(expires - (_instant(headers.get("Date", "")) or now))


def longest(*waits: timedelta | None) -> timedelta | None:
    """Return the longest of the waits that were asked for, or None when none was.

    >>> longest(None, timedelta(minutes=5), timedelta(minutes=2))
    datetime.timedelta(seconds=300)
    """
    return max((wait for wait in waits if wait is not None), default=None)


def wishes(feed: str) -> Wishes:
    """Return when a feed in XML asks not to be visited, from what stands before its entries.

    >>> wishes("<rss><channel><ttl>60</ttl><item>").fresh_for
    datetime.timedelta(seconds=3600)
    """
    first = _FIRST_ITEM.search(feed, 0, _HEAD)
    head = feed[: first.start() if first else _HEAD]
    return Wishes(
        fresh_for=longest(_time_to_live(head), _update_period(head)),
        quiet_hours=frozenset(_quiet_hours(head)),
    )


def _time_to_live(head: str) -> timedelta | None:
    found = _TTL.search(head)
    return _positive(timedelta(minutes=min(int(found[1]), 10**6))) if found else None


def _update_period(head: str) -> timedelta | None:
    """Return the feed's `sy:updatePeriod` through its `sy:updateFrequency`."""
    period, frequency = _PERIOD.search(head), _FREQUENCY.search(head)
    length = _PERIODS.get(period[1].lower()) if period else None
    if length is None:
        return None
    times = int(frequency[1]) if frequency else 1
    return _positive(length / max(times, 1))


def _quiet_hours(head: str) -> Iterable[int]:
    """Yield the hours of the week that `skipHours` and `skipDays` name; some write 24 for 0."""
    for found in _HOUR.finditer(head):
        if int(found[1]) <= _HOURS:
            yield from (day * _HOURS + int(found[1]) % _HOURS for day in range(len(_DAYS)))
    for found in _DAY.finditer(head):
        if found[1].lower() in _DAYS:
            start = _DAYS.index(found[1].lower()) * _HOURS
            yield from range(start, start + _HOURS)


def _age(value: str) -> timedelta:
    """Return how long the answer has been on its way through caches."""
    value = value.strip()
    is_number = value.isascii() and value.isdecimal() and len(value) <= 10  # noqa: PLR2004  317 years
    return timedelta(seconds=int(value)) if is_number else timedelta()


def _instant(value: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at


def _positive(wait: timedelta) -> timedelta | None:
    """Return the wait, a day at most; None when it is none."""
    return min(wait, LONGEST) if wait > timedelta() else None
