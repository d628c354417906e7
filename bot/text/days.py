"""Which date a text means by "Friday" or "yesterday", found out from when it was written.

A weekday is the last one where its verb looks back and the coming one where it looks ahead; a
day that could be either is left alone. Zones of readers and writers are not known: the day is
that of `written_at` as it is given.
"""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from bot.models import NamedDay
from bot.text.day_words import DAY_WORDS, DayWords
from bot.text.quotations import quotations

_WEEK = 7
_CHUNK = re.compile(r"[,،;؛:()\n]| [–—-] |[\"“”„«»]")
_NEXT_TO = 2  # characters between "yesterday" and the weekday that repeats it


def named_days(
    text: str, *, written_at: datetime, language: str | None = None
) -> tuple[NamedDay, ...]:
    """Return the days that `text` names without their date, in order, with their dates.

    Left out: a name ("Black Friday"), a habit ("every Friday"), a day beside its date, "today"
    within a quotation, and what could be either of two days ("next Friday" said on a Tuesday).

    >>> at = datetime(2026, 11, 24)  # a Tuesday
    >>> text = "He said on Friday that it will open on Friday."
    >>> [str(one.day) for one in named_days(text, written_at=at)]
    ['2026-11-20', '2026-11-27']
    """
    form = _form(language)
    if form is None:
        return ()
    today = written_at.date()
    near = [*_relative(text, today, form)]
    found = [*_weekdays(text, today, form, near)]
    stated = {one.start: one.day for one in found}
    agreed = (
        _agreed(one, stated, today)
        for one in near
        if not any(day.start <= one.start < day.end for day in found)
    )
    return tuple(sorted((*agreed, *found), key=lambda one: one.start))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """The patterns of one language, compiled once."""

    words: DayWords
    weekday: re.Pattern[str]
    relative: tuple[tuple[re.Pattern[str], int], ...]
    cues: re.Pattern[str]
    ahead_before: re.Pattern[str]
    origin: re.Pattern[str]
    target: re.Pattern[str]
    moved: re.Pattern[str]
    sooner: re.Pattern[str]
    range: re.Pattern[str]


def _form(language: str | None) -> _Form | None:
    """Return the patterns of `language`, English where it is not known, or None."""
    code = (language or "en")[:2].lower()
    return _compiled(code) if code in DAY_WORDS else None


@cache
def _compiled(code: str) -> _Form:
    words = DAY_WORDS[code]
    names = "|".join(f"(?P<d{at}>{name})" for at, name in enumerate(words.weekdays))
    before = f"(?:{words.latter}|{words.coming}|{words.doubtful_coming}|{words.this})"
    optional = r"(?: (?:يوم|el|au|le|on))? ?"
    return _Form(
        words=words,
        weekday=re.compile(
            rf"(?<!\w)(?P<never>{words.never_before} )?(?P<span>(?:(?P<before>(?i:{before}))"
            rf" (?:يوم )?)?(?:{names})(?!{words.never_after}){words.part}(?!\w)"
            rf"(?: (?P<after>(?:of )?(?:last|next) week|(?i:{before}))(?!\w))?)"
        ),
        relative=tuple(
            (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), days) for pattern, days in words.relative
        ),
        cues=re.compile(
            rf"(?<!\w)(?:(?P<doubtful>{words.doubtful})|(?P<ahead>{words.ahead})"
            rf"|(?P<back>{words.back}))(?!\w)"
        ),
        ahead_before=re.compile(rf"(?<!\w)(?:{words.ahead_before}){optional}$"),
        origin=re.compile(rf"(?<!\w)(?:{words.origin}){optional}$"),
        target=re.compile(rf"(?<!\w)(?:{words.target}){optional}$"),
        moved=re.compile(words.moved),
        sooner=re.compile(words.sooner),
        range=re.compile(rf" ?(?:{words.range}) ?"),
    )


def _relative(text: str, today: date, form: _Form) -> Iterator[NamedDay]:
    """Yield the days named by their distance, but for those that somebody quoted names."""
    spans: list[tuple[int, int]] = [(quote.start, quote.end) for quote in quotations(text)]
    for pattern, days in form.relative:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(a < end and start < b for a, b in spans):
                spans.append((start, end))
                yield NamedDay(start=start, end=end, day=today + timedelta(days=days))


def _agreed(one: NamedDay, stated: dict[int, date], today: date) -> NamedDay:
    """Return "yesterday" with the date of the weekday that follows it at once, if one does."""
    beside = [day for start, day in stated.items() if 0 <= start - one.end <= _NEXT_TO]
    near = abs((beside[0] - today).days) <= _NEXT_TO if beside else False
    return NamedDay(start=one.start, end=one.end, day=beside[0]) if near else one


def _weekdays(text: str, today: date, form: _Form, near: list[NamedDay]) -> Iterator[NamedDay]:
    """Yield the days named by their weekday."""
    matches = [match for match in form.weekday.finditer(text) if not match["never"]]
    if not matches:
        return
    moves = form.moved.search(text) is not None
    if not moves:
        matches = [match for match in matches if not _is_habit(text, match, matches, form)]
    target = next((m for m in matches if moves and form.target.search(text, 0, m.start())), None)
    goal = _ahead(_number(target), today) if target else None
    for match in matches:
        number, before = _number(match), text[: match.start("span")]
        beside = [d.day for d in near if 0 <= match.start("span") - d.end <= _NEXT_TO]
        day: date | None
        if beside:
            day = _nearest(number, beside[0])
        elif match is target:
            day = goal
        elif goal and match.start() < target.start() and form.origin.search(before):  # type: ignore[union-attr]
            day = _parted(number, goal, sooner=form.sooner.search(text) is not None)
        else:
            day = _dated(text, match, today, form)
        if day is not None:
            yield NamedDay(start=match.start("span"), end=match.end("span"), day=day)


def _is_habit(text: str, match: re.Match[str], matches: list[re.Match[str]], form: _Form) -> bool:
    """Tell whether a weekday is the first or the last of "Monday to Friday"."""
    ends = [(match, other) for other in matches] + [(other, match) for other in matches]
    return any(
        form.range.fullmatch(text, one.end("span"), other.start("span")) is not None
        and not form.origin.search(text, 0, one.start("span"))
        for one, other in ends
        if one.end("span") < other.start("span")
    )


def _number(match: re.Match[str]) -> int:
    """Return the number of the weekday that was matched: Monday is 0."""
    return next(at for at in range(_WEEK) if match[f"d{at}"])


def _ahead(number: int, today: date) -> date:
    """Return the coming such weekday, or today."""
    return today + timedelta(days=(number - today.weekday()) % _WEEK)


def _back(number: int, today: date) -> date:
    """Return the last such weekday, or today."""
    return today - timedelta(days=(today.weekday() - number) % _WEEK)


def _nearest(number: int, day: date) -> date:
    """Return the weekday nearest to a day."""
    later = _ahead(number, day)
    return later if (later - day).days < _WEEK / 2 else later - timedelta(days=_WEEK)


def _parted(number: int, goal: date, *, sooner: bool) -> date:
    """Return the day from which a plan was moved to `goal`."""
    one = timedelta(days=1)
    return _ahead(number, goal + one) if sooner else _back(number, goal - one)


def _dated(text: str, match: re.Match[str], today: date, form: _Form) -> date | None:
    """Return the date of one weekday, or None when it could be either of two."""
    number, words = _number(match), form.words
    qualifier = (match["before"] or match["after"] or "").lower()
    one = timedelta(days=1)
    if qualifier.endswith("week"):
        monday = today - timedelta(days=today.weekday())
        weeks = _WEEK if "next" in qualifier else -_WEEK
        return monday + timedelta(days=weeks + number)
    if re.fullmatch(words.latter, qualifier):
        return _back(number, today - one)
    if re.fullmatch(words.coming, qualifier):
        return _ahead(number, today + one)
    if qualifier and re.fullmatch(words.doubtful_coming, qualifier):
        # In the week after this one under either reading, or nobody can tell.
        return _ahead(number, today + one) if number <= today.weekday() else None
    if number == today.weekday():
        return today
    way = _way(text, match, form)
    if way is None:
        return None
    return _ahead(number, today) if way else _back(number, today)


def _way(text: str, match: re.Match[str], form: _Form) -> bool | None:
    """Return whether a weekday lies ahead by the words around it; None when they do not say.

    The nearest verb before it in its part of the sentence tells, else the nearest after it, else
    those of the other parts.
    """
    at = match.start("span")
    cues = [cue for cue in form.cues.finditer(text) if not at <= cue.start() < match.end("span")]
    start = max((cut.end() for cut in _CHUNK.finditer(text, 0, at)), default=0)
    cut = _CHUNK.search(text, match.end("span"))
    end = cut.start() if cut else len(text)
    inside = [cue for cue in cues if start <= cue.start() < end]
    for some in (inside, cues):
        before = [cue for cue in some if cue.start() < at]
        after = [cue for cue in some if cue.start() > at]
        if before or after:
            cue = before[-1] if before else after[0]
            if cue["doubtful"]:
                return None
            if form.ahead_before.search(text, 0, at):
                return None if cue["back"] else True  # "lasted until" and "called off until"
            return cue["ahead"] is not None
    return True if form.ahead_before.search(text, 0, at) else None
