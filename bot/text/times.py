"""When somebody means: times of day, days of the week and spans, as people type them."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_FULL_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap]m)?", re.IGNORECASE)
_SPAN = re.compile(r"(?P<count>\d{1,3})\s*(?P<unit>[hdw])", re.IGNORECASE)
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_GROUPS = {
    "daily": frozenset(range(7)),
    "everyday": frozenset(range(7)),
    "weekdays": frozenset(range(5)),
    "weekends": frozenset({5, 6}),
}
_NOON = 12


def parse_time(text: str) -> time | None:
    """Return a time of day, or None when `text` is none.

    >>> parse_time("8:30"), parse_time("6pm"), parse_time("aleppo"), parse_time("12")
    (datetime.time(8, 30), datetime.time(18, 0), None, None)
    """
    match = _TIME.fullmatch(text.strip())
    if match is None or not (match["minute"] or match["half"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def parse_days(text: str) -> frozenset[int] | None:
    """Return days of the week, Monday 0, or None when `text` names none.

    >>> sorted(parse_days("mon-wed,sun") or ())
    [0, 1, 2, 6]
    """
    days: set[int] = set()
    for part in filter(None, text.strip().lower().split(",")):
        if part in _GROUPS:
            days |= _GROUPS[part]
            continue
        first, dash, last = part.partition("-")
        start, end = _day(first), _day(last if dash else first)
        if start is None or end is None:
            return None
        days |= {(start + step) % 7 for step in range((end - start) % 7 + 1)}
    return frozenset(days) or None


def _day(word: str) -> int | None:
    """Three letters of a day's name are enough, but "money" is no Monday."""
    names = enumerate(_FULL_NAMES)
    return next(
        (day for day, name in names if word[:3] == name[:3] and name.startswith(word)), None
    )


def days_text(days: frozenset[int]) -> str:
    """Return days of the week in words.

    >>> days_text(frozenset(range(5))), days_text(frozenset({0, 2}))
    ('mon-fri', 'mon,wed')
    """
    if len(days) == len(DAY_NAMES):
        return "every day"
    if days == _GROUPS["weekdays"]:
        return "mon-fri"
    return ",".join(DAY_NAMES[day] for day in sorted(days))


def parse_since(text: str, now: datetime, zone: str = "UTC") -> datetime | None:
    """Return the instant that "24h", "3d", "2w", "today", "yesterday" or a date begins at.

    >>> parse_since("3d", datetime(2026, 11, 24, tzinfo=UTC))
    datetime.datetime(2026, 11, 21, 0, 0, tzinfo=datetime.timezone.utc)
    """
    word = text.strip().lower()
    span = _SPAN.fullmatch(word)
    if span:
        return now - int(span["count"]) * _UNITS[span["unit"]]
    midnight = now.astimezone(ZoneInfo(zone)).replace(hour=0, minute=0, second=0, microsecond=0)
    if word in {"today", "yesterday"}:
        return (midnight - timedelta(days=word == "yesterday")).astimezone(UTC)
    try:
        day = datetime.fromisoformat(text.strip())
        return (day if day.tzinfo else day.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
    except (ValueError, OverflowError):  # the first and last years leave the calendar in some zones
        return None


def parse_zone(text: str) -> str | None:
    """Return the IANA name of a zone typed in any case, or None.

    >>> parse_zone("europe/berlin"), parse_zone("utc"), parse_zone("berlin")
    ('Europe/Berlin', 'UTC', None)
    """
    wanted = text.strip().replace(" ", "_").lower()
    if "/" not in wanted and wanted not in {"utc", "gmt"}:
        return None
    return next((zone for zone in available_timezones() if zone.lower() == wanted), None)
