"""When the article was published and last changed: what the page states, and what it shows."""
# ruff: noqa: RUF001  letters of other scripts

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import islice

from bot.extract.front import Front, Line, line_of, marks_of
from bot.extract.shapes import is_date_line
from bot.text.dates import instant

_CHANGED = re.compile(
    r"updated|modified|changed|edited|reviewed|aktualisi|geändert|zuletzt|\bstand\b|mis à jour"
    r"|modifi|actualiza|atualiza|aggiorna|bijgewerkt|uppdatera|oppdater|opdater|güncelle|обновл|更新|تحديث"
    r"|آخر تعديل",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publi|posted|created|erschienen|veröffentlicht|erstellt|yayın|oluştur|опубликован|公開|发布|發布"
    r"|نشر",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:^|\s)(?:by|von|par|por)\s", re.IGNORECASE)
_LABELLED = re.compile(r"[^\W\d_][^:\d]*:\s*[^\W\d_]")
"""A label and something else before the date: a broadcast, an event, a period of validity."""

_ADDRESS = re.compile(r"/(20\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=\D|$)")
_LINE_WORDS, _MOST_SHOWN = 14, 40
_PRINTED = timedelta(days=2)
"""A newspaper's date of print is at most so far from the moment its website shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """How a page's dates are read: its own clock, and whether the month stands first."""

    zone: tzinfo = UTC
    month_first: bool = False

    def first(self, values: Iterable[str]) -> datetime | None:
        """Return the first of the values that is a date."""
        found = (self.read(value) for value in values)
        return next((moment for moment in found if moment), None)

    def read(self, value: str) -> datetime | None:
        """Return a date in words or figures, seconds or milliseconds since 1970, or 20261012."""
        moment = instant(value, month_first=self.month_first, zone=self.zone)
        if moment is None and re.fullmatch(r"1\d{9}(?:\d{3})?", value):
            return datetime.fromtimestamp(int(value[:10]), tz=UTC)
        day = re.fullmatch(r"(20\d\d)(\d\d)(\d\d)", value) if moment is None else None
        return self.read("-".join(day.groups())) if day else moment


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    at: datetime
    is_change: bool


def dates(
    front: Front,
    *,
    calendar: Calendar,
    address: str,
    published: Sequence[str],
    modified: Sequence[str],
) -> tuple[datetime | None, datetime | None]:
    """Return when the article was published and when it was changed; None is not told.

    `published` and `modified` are what the page states, most trustworthy first. What it shows
    counts when it states nothing, or when it states a day alone and shows the hour.
    """
    stated, changed = calendar.first(published), calendar.first(modified)
    shown = list(islice(_shown(front.beside, calendar), _MOST_SHOWN))
    first = next((one.at for one in shown if not one.is_change), None)
    if stated and first and _is_day(stated) and not _is_day(first):
        stated = first if abs(first - stated) <= _PRINTED else stated
    changed = changed or next((one.at for one in shown if one.is_change), None)
    found = stated or first or _searched(front, address, calendar) or _further(front, calendar)
    found = found or calendar.first("-".join(one) for one in _ADDRESS.findall(address)[:1])
    return found, changed if not (found and changed and changed < found) else None


def _shown(lines: Iterable[Line], calendar: Calendar) -> Iterator[_Shown]:
    """Yield the dates that lines say, and those that <time> elements carry."""
    for element, line in lines:
        is_time = element.tag == "time"
        if not is_time and (not _is_dated(line) or next(element.iter("time"), None) is not None):
            continue
        moment = calendar.read(str(element.get("datetime") or line) if is_time else line)
        if moment:
            about = f"{marks_of(element)} {line}"
            holder = element.getparent()
            if is_time and holder is not None:
                about += f" {line_of(holder)}"
            is_change = bool(_CHANGED.search(about)) and not _PUBLISHED.search(about)
            yield _Shown(at=moment, is_change=is_change)


def _is_dated(line: str) -> bool:
    if not any(char.isdigit() for char in line) or len(line.split()) > _LINE_WORDS:
        return False
    if _SIGNED.search(line) or _PUBLISHED.search(line):
        return True
    return is_date_line(line) and not _LABELLED.match(line)


def _further(front: Front, calendar: Calendar) -> datetime | None:
    """Return the first date that stands on a line of its own away from the title."""
    for lines in (front.above(), front.far()):
        found = (one.at for one in _shown(lines, calendar) if not one.is_change)
        if moment := next(found, None):
            return moment
    return None


def _searched(front: Front, address: str, calendar: Calendar) -> datetime | None:
    """Ask htmldate, without its guesses from years that stand somewhere."""
    from htmldate import find_date  # heavy, and seldom needed

    found = find_date(
        front.elements[0], original_date=True, extensive_search=False, url=address or None
    )
    return calendar.read(found) if found else None


def _is_day(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)
