"""Dates as pages write them, in many languages, each in the zone that the page names."""
# ruff: noqa: RUF001, RUF002  the digits and quotes of other scripts

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from bot.text.months import MONTHS

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_LAST_MONTH = 12
_NOON = 12

_DIGITS = {
    ord(char): str(index)
    for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "０１２３４５６７８９")
    for index, char in enumerate(digits)
} | {0x307: None}  # the dot that case folding leaves on a Turkish capital I
_HAS_YEAR = re.compile(r"\d{4}")
_NAME = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAME})(?:\s?[/(]\s?(?:{_NAME})\)?)?\.?"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°|ª|[-\s]?(?:e|го|ja|a))?"
_YEAR = r"(?P<year>\d{4})(?!\d)"

_ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})-(?P<n>\d{1,2})-(?P<day>\d{1,2})(?!\d)"
    r"(?:[t ]+(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?(?:[.,]\d+)?"
    r"\s*(?P<offset>z\b|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?)?"
)
_WORDED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DAY}\.?[\s\-/]*(?:de |di |of |d['’])?\s*{_MONTH}[\s,\-/]*(?:de |del |د )?{_YEAR}",
        rf"(?<![^\W\d]){_MONTH}\s+{_DAY}(?:,|\s|\.)+{_YEAR}",
        rf"(?<!\d){_YEAR}\.?,?\s+(?:m\.\s+)?{_MONTH}\s+{_DAY}(?!\d)",
        r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<n>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        r"(?<!\d)(?P<year>\d{4})[./](?P<n>\d{1,2})[./](?P<day>\d{1,2})(?!\d)",
    )
)
_NUMERIC = re.compile(
    r"(?<!\d)(?P<a>\d{1,2})\s?(?P<mark>[./\-])\s?(?P<b>\d{1,2})\s?[./\-]\s?(?P<year>\d{4})(?!\d)"
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:(?P<mark>:|\s?h(?![^\W\d])\s?|\s?[時时点시]\s?)|(?P<dot>[.])"
    r"|(?=\s?[ap]\.?m\b))(?P<minute>\d{2})?"
    r"(?::(?P<second>\d{2}))?(?!\d)\s?(?P<half>[ap]\.?m\b\.?|[صم](?!\w))?"
    r"\s*(?P<uhr>uhr\b)?\s*\(?(?P<zone>(?:utc|gmt)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?"
    r"|[+-]\d{2}:?\d{2}|[a-z]{2,4}\b)?"
)
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "mez": 1, "cest": 2,
    "mesz": 2, "eet": 2, "sast": 2, "eest": 3, "msk": 3, "trt": 3, "mecca": 3, "gst": 4,
    "pkt": 5, "ist": 5.5, "wib": 7, "hkt": 8, "sgt": 8, "jst": 9, "kst": 9, "aest": 10,
    "aedt": 11, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7,
}  # fmt: skip
_NEAR = 40


def instant(text: str, *, month_first: bool = False, zone: tzinfo = UTC) -> datetime | None:
    """Return the first date in `text` as an instant in its own zone, or None.

    A date without a time is midnight, a time without a zone is in `zone`. The zone stays, so
    that the day is the one that the page names.

    >>> instant("Published Monday 12 October 2026, 14:05 CEST").isoformat()
    '2026-10-12T14:05:00+02:00'
    >>> instant("12.10.2026 – 14:05 Uhr").isoformat()
    '2026-10-12T14:05:00+00:00'
    >>> instant("le 3 août 2026 à 20h15").date().isoformat()
    '2026-08-03'
    """
    return next(instants(text, month_first=month_first, zone=zone), None)


def instants(text: str, *, month_first: bool = False, zone: tzinfo = UTC) -> Iterator[datetime]:
    """Yield the dates in `text`; ISO forms first, then those with words, then bare figures."""
    plain = text.casefold().translate(_DIGITS)
    if not _HAS_YEAR.search(plain):
        return
    for match in _ISO.finditer(plain):
        yield from _from_iso(match, zone)
    for pattern in _WORDED:
        for match in pattern.finditer(plain):
            parts = match.groupdict()
            number = int(parts["n"]) if parts.get("n") else MONTHS[parts["month"]]
            numbers = (int(parts["year"]), number, int(parts["day"]))
            yield from _timed(plain, match, numbers, zone=zone)
    for match in _NUMERIC.finditer(plain):
        numbers = _numeric(match, month_first=month_first)
        yield from _timed(plain, match, numbers, zone=zone)


def _from_iso(match: re.Match[str], zone: tzinfo) -> Iterator[datetime]:
    day = _day((int(match["year"]), int(match["n"]), int(match["day"])), zone)
    if day is None:
        return
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    yield from _at(day, (hour, minute, second), _offset(match["offset"] or "", zone))


def _numeric(match: re.Match[str], *, month_first: bool) -> tuple[int, int, int]:
    """Read 3/4/2026: the day stands first unless that cannot be or the page is American."""
    first, second = int(match["a"]), int(match["b"])
    swapped = second > _LAST_MONTH or (
        month_first and match["mark"] == "/" and first <= _LAST_MONTH
    )
    day, month = (second, first) if swapped else (first, second)
    return int(match["year"]), month, day


def _timed(
    text: str, match: re.Match[str], numbers: tuple[int, int, int], *, zone: tzinfo
) -> Iterator[datetime]:
    day = _day(numbers, zone)
    if day is None:
        return
    after = text[match.end() : match.end() + _NEAR]
    before = text[max(0, match.start() - _NEAR) : match.start()]
    for window in (after, before):
        clock = next(filter(_is_clock, _CLOCK.finditer(window)), None)
        if clock is not None:
            yield from _at(day, _hours(clock), _offset(clock["zone"] or "", zone))
            return
    yield day


def _is_clock(match: re.Match[str]) -> bool:
    """Tell 14.05 Uhr from 14.05 million: a dot needs a word that says it is a time."""
    if match["dot"]:
        return bool(match["minute"]) and bool(
            match["uhr"] or match["half"] or match["zone"] in _ZONES
        )
    return bool(match["mark"] and (match["minute"] or match["mark"] != ":")) or bool(match["half"])


def _hours(match: re.Match[str]) -> tuple[int, int, int]:
    hour = int(match["hour"])
    half = (match["half"] or "")[:1]
    if half in {"p", "م"} and hour < _NOON:
        hour += _NOON
    if half in {"a", "ص"} and hour == _NOON:
        hour = 0
    return hour, int(match["minute"] or 0), int(match["second"] or 0)


def _offset(zone: str, usual: tzinfo) -> tzinfo:
    """Read "cest", "gmt+3", "+02:00"; what is unknown is taken as the usual zone."""
    figures = re.search(r"([+-])(\d{1,2}):?(\d{2})?", zone)
    if figures:
        minutes = int(figures[2]) * 60 + int(figures[3] or 0)
        minutes = min(minutes, 14 * 60)
        return timezone(timedelta(minutes=-minutes if figures[1] == "-" else minutes))
    hours = _ZONES.get(zone.strip())
    return usual if hours is None else timezone(timedelta(hours=hours))


def _day(numbers: tuple[int, int, int], zone: tzinfo) -> datetime | None:
    year, month, day = numbers
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return datetime(year, month, day, tzinfo=zone)
    except ValueError:
        return None


def _at(day: datetime, clock: tuple[int, int, int], zone: tzinfo) -> Iterator[datetime]:
    """Yield the day at a time of day, or the bare day when that time does not exist."""
    hour, minute, second = clock
    try:
        local = day.replace(hour=hour, minute=minute, second=second, tzinfo=zone)
    except ValueError:
        yield day
        return
    yield local
