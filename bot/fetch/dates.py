"""Dates as feeds write them: RFC 822 and ISO 8601 with all that is done to them. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

from bot.text import dates
from bot.text.months import MONTHS

_MAX_DATE = 64
_NOON = 12
_HOURS = 24
_PIVOT = 69  # POSIX: 69 is 1969, 68 is 2068
_CENTURY = 100
_FARTHEST = timedelta(hours=14)
_KOREA = timezone(timedelta(hours=9))

_TIME = (
    r"(?P<half>오전|오후)?\s?(?P<hour>\d{1,2})(?::?(?P<minute>\d{2}))?"
    r"(?::?(?P<second>\d{2}))?(?:[.,]\d+)?\s?(?P<meridiem>[ap]\.?m\.?)?"
)
_ZONE = r"(?P<zone>(?:[a-z]{1,5})?\s?[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5})?(?:\s?\([^)]*\))?"
_AT = rf"(?:(?:\s?t|,?\s?-?\s|\s?,\s?)\s?{_TIME}\s?{_ZONE})?"
_WEEKDAY = r"(?:[^\W\d]+\.?(?:-[^\W\d]+)?\s?,?\s?)??"
_MONTH = r"(?P<month>[^\W\d]{3,}?)\.?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_N, _D = r"(?P<n>\d{2}|(?<=\D)\d)", r"(?P<day>\d{2}|(?<=\D)\d)"
_USUAL = re.compile(
    r"(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) "
    r"(?:GMT|Z|UTC|([+-])(\d\d)(\d\d))"
)
_ENGLISH = {
    name: number
    for number, name in enumerate(
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"), 1
    )
}
_FORMS = tuple(
    re.compile(form)
    for form in (
        # Tue, 24 Nov 2026 08:00:00 GMT; 24-Nov-26 08:00
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.?(?:\s|-){_MONTH}(?:,?\s|-){_YEAR}{_AT}",
        # Tue, Nov 24, 2026 8:00 AM
        rf"{_WEEKDAY}{_MONTH}\s(?P<day>\d{{1,2}}),?\s(?P<year>\d{{4}}){_AT}",
        # Tue Nov 24 08:00:00 GMT 2026
        rf"{_WEEKDAY}{_MONTH}\s(?P<day>\d{{1,2}})\s{_TIME}\s{_ZONE}\s?(?P<year>\d{{4}})",
        # 2026-11-24T08:00Z; 2026/11/24 8:00; 20261124T0800Z; 2026-11; 2026
        rf"(?P<year>\d{{4}})(?:(?P<mark>[-/.]?){_N}(?:(?P=mark){_D})?)?{_AT}",
        # 2026-328, the day of the year
        rf"(?P<year>\d{{4}})-?(?P<ordinal>\d{{3}}){_AT}",
        # 2026-november-24T8:00+01:00
        rf"(?P<year>\d{{4}})-(?P<month>[^\W\d]{{3,}})-(?P<day>\d{{1,2}}){_AT}",
        rf"(?P<year>\d{{4}})(?P<korean>년)\s?(?P<n>\d{{1,2}})월\s?(?P<day>\d{{1,2}})일{_AT}",
    )
)
_ZONES = {
    "nzdt": 13, "nzst": 12, "aedt": 11, "aest": 10, "acst": 9.5, "awst": 8, "jst": 9, "kst": 9,
    "hkt": 8, "sgt": 8, "pht": 8, "ict": 7, "wib": 7, "ist": 5.5, "pkt": 5, "gst": 4, "msk": 3,
    "eat": 3, "trt": 3, "eest": 3, "eet": 2, "cest": 2, "mesz": 2, "sast": 2, "cat": 2, "cet": 1,
    "met": 1, "mest": 2, "mez": 1, "wat": 1, "bst": 1, "west": 1, "adt": -3, "art": -3, "brt": -3,
    "ast": -4, "edt": -4, "et": -5, "est": -5, "cdt": -5, "ct": -6, "cst": -6, "mdt": -6,
    "mt": -7, "mst": -7, "pdt": -7, "pt": -8, "pst": -8, "akdt": -8, "akst": -9, "hst": -10,
}  # fmt: skip
"""Zones by name: hours east of Greenwich. Names that are not here are taken as Greenwich itself."""


def instant(text: str) -> datetime | None:
    """Return the moment that a date in a feed names, in UTC, or None when it names none.

    A date without a zone is taken to be UTC, one without a time is midnight.

    >>> instant("Tue, 03 Sep 2024 10:00:00"), instant("tomorrow")
    (datetime.datetime(2024, 9, 3, 10, 0, tzinfo=datetime.timezone.utc), None)
    >>> instant("Di, 24 Nov 26 24:00 +01:00")
    datetime.datetime(2026, 11, 24, 23, 0, tzinfo=datetime.timezone.utc)
    """
    text = " ".join(text.split())
    if not text or len(text) > _MAX_DATE:
        return None
    with suppress(ValueError, OverflowError):
        usual = _USUAL.fullmatch(text)
        return _usual(usual) if usual else in_utc(datetime.fromisoformat(text))
    plain = _folded(text)
    for form in _FORMS:
        if found := form.fullmatch(plain):
            with suppress(ValueError, OverflowError):
                return _moment(found)
    with suppress(ValueError, OverflowError):
        moment = dates.instant(text)
        return in_utc(moment) if moment else None
    return None


def _usual(found: re.Match[str]) -> datetime:
    """Return the moment of what nearly all feeds write: it is read in a tenth of the time.

    Raises:
        ValueError: there is no such month, day or time.
    """
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    if month not in _ENGLISH:
        raise ValueError(month)
    moment = datetime(
        int(year), _ENGLISH[month], int(day), int(hour), int(minute), int(second), tzinfo=UTC
    )
    east = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    return moment + east if sign == "-" else moment - east


def in_utc(moment: datetime) -> datetime:
    """Return the same moment in UTC; without a zone it is UTC already."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _folded(text: str) -> str:
    """Return a date without accents, in small letters: feeds lose the accents of names.

    >>> _folded("Παρ, 10 Ιούλ 2026"), _folded("3 Août")
    ('παρ, 10 ιουλ 2026', '3 aout')
    """
    text = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(char for char in text if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare)


def _months() -> Iterator[tuple[str, int]]:
    """Yield the names of the months without accents; what stands for two months is the first."""
    for name, number in reversed(list(MONTHS.items())):
        yield _folded(name).rstrip("."), number


_BARE_MONTHS = {"abr": 4, **dict(_months())}


def _moment(found: re.Match[str]) -> datetime:
    """Return the moment of a match.

    Raises:
        ValueError: there is no such month, day or time.
    """
    parts = {name: value for name, value in found.groupdict().items() if value is not None}
    zone = _KOREA if "korean" in parts or "half" in parts else UTC
    if "zone" in parts:
        zone = _zone(parts["zone"])
    start = _day(parts).replace(tzinfo=zone)
    minute, second = int(parts.get("minute", 0)), int(parts.get("second", 0))
    if minute >= 60 or second > 60:  # noqa: PLR2004  a leap second is one
        raise ValueError(found[0])
    return in_utc(start + timedelta(hours=_hour(parts), minutes=minute, seconds=second))


def _day(parts: dict[str, str]) -> datetime:
    year = int(parts["year"])
    if len(parts["year"]) < 4:  # noqa: PLR2004  a year without its century
        year += 20 * _CENTURY if year < _PIVOT else 19 * _CENTURY
    if "ordinal" in parts:
        first = datetime(year, 1, 1, tzinfo=UTC)
        day = first + timedelta(days=int(parts["ordinal"]) - 1)
        if day.year != year:
            raise ValueError(parts["ordinal"])
        return day
    return datetime(year, _month(parts), int(parts.get("day", 1)), tzinfo=UTC)


def _month(parts: dict[str, str]) -> int:
    """Return the number of a month by its name, or by a beginning that only it has."""
    if "month" not in parts:
        return int(parts.get("n", 1))
    name = parts["month"]
    if name in _BARE_MONTHS:
        return _BARE_MONTHS[name]
    (number,) = {month for whole, month in _BARE_MONTHS.items() if whole.startswith(name)}
    return number


def _hour(parts: dict[str, str]) -> int:
    """Return the hour of the day; 24 is the midnight at its end."""
    hour = int(parts.get("hour", 0))
    half = parts.get("meridiem") or parts.get("half", "")
    if half and hour <= _NOON:
        is_late = half.startswith("p") or half == _folded("오후")
        return hour % _NOON + (_NOON if is_late else 0)
    if hour > _HOURS:
        raise ValueError(parts["hour"])
    return hour


def _zone(name: str) -> timezone:
    """Return a zone by its name or offset.

    >>> _zone("gmt+1"), _zone("-0330"), _zone("est")
    (datetime.timezone(datetime.timedelta(seconds=3600)), datetime.timezone(datetime.timedelta(days=-1, seconds=73800)), datetime.timezone(datetime.timedelta(days=-1, seconds=68400)))
    """  # noqa: E501  what Python prints
    figures = re.search(r"([+-])(\d{1,2}):?(\d{2})?$", name)
    if figures is None:
        return timezone(timedelta(hours=_ZONES.get(name, 0)))
    offset = timedelta(hours=int(figures[2]), minutes=int(figures[3] or 0))
    offset = min(offset, _FARTHEST)
    return timezone(-offset if figures[1] == "-" else offset)
