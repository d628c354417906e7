"""The days that a text names, with or without their date, and how a day is shown."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.text.day_words import DAY_WORDS
from bot.text.days import named_days
from bot.text.figures import FigureKind, figures
from bot.text.months import MONTHS

_WEEKDAY_BEFORE = re.compile(
    r"(?:{})(?:,? (?:the |dem |den |der |le |el )?|, )$".format(
        "|".join(name for words in DAY_WORDS.values() for name in words.weekdays)
    )
)
_MONTH_NAMES = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
_FORMS = {"de": "{day}. {month}", "es": "{day} de {month}"}
_YEARS_END = re.compile(
    r"(?i:\b(?:by |at |before |until |bis |zum |vor )?(?:the )?(?:end of the year|year['’]s end|"
    r"Jahresende|Ende des Jahres|fin de l['’]année|final de año)\b)|نهاية العام"
)
_BEFORE_END = re.compile(r"^(?i:by|at|before|until|bis|zum|vor) ")
_HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day in a text: where it stands, its date, and its full name in the text's language."""

    start: int
    end: int
    day: date
    words: str


@lru_cache(maxsize=8192)  # each plan that moved asks every older sentence
def days_of(text: str, *, at: datetime, language: str | None = None) -> tuple[Day, ...]:
    """Return the days that a text written `at` names, in order.

    >>> from datetime import UTC
    >>> at = datetime(2026, 10, 15, tzinfo=UTC)
    >>> [(one.words, str(one.day)) for one in days_of("It opens on Friday 16 October.", at=at)]
    [('Friday 16 October', '2026-10-16')]
    >>> [one.words for one in days_of("It will open on Saturday.", at=at)]
    ['Saturday 17 October']
    """
    found = [
        Day(
            start=one.start,
            end=one.end,
            day=one.day,
            words=_named(text[one.start : one.end], one.day, language),
        )
        for one in named_days(text, written_at=at, language=language)
    ]
    for figure in figures(text, language):
        day = _dated(text[figure.start : figure.end], at.date())
        if figure.kind is FigureKind.DATE and day is not None:
            before = _WEEKDAY_BEFORE.search(text[: figure.start])
            start = before.start() if before else figure.start
            words = text[start : figure.end]
            found.append(Day(start=start, end=figure.end, day=day, words=words))
    for match in _YEARS_END.finditer(text):
        end = date(at.year, 12, 31)
        words = _BEFORE_END.sub("", match[0])
        found.append(Day(start=match.start(), end=match.end(), day=end, words=words))
    return tuple(sorted(found, key=lambda one: one.start))


def _dated(written: str, today: date) -> date | None:
    """Return the date of a day and a month, in the year that is nearest to `today`."""
    number = re.search(r"\d{1,2}", written)
    name = re.sub(r"\d+(?:st|nd|rd|th|er)?\.?|\bof\b|\bde\b", " ", written.casefold())
    month = MONTHS.get(" ".join(name.split()).rstrip("."))
    if number is None or month is None:
        return None
    options = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            options.append(date(year, month, int(number[0])))
        except ValueError:
            continue
    return min(options, key=lambda one: abs(one - today), default=None)


def _named(words: str, day: date, language: str | None) -> str:
    """Return a weekday with its date; "today" and "tomorrow" become the date alone."""
    is_weekday = any(re.search(name, words) for row in DAY_WORDS.values() for name in row.weekdays)
    shown = day_and_month(day, language)
    return f"{words} {shown}" if is_weekday else shown


def day_and_month(day: date, language: str | None = None) -> str:
    """Return a date as a language writes it; in English where its months are not known.

    >>> day_and_month(date(2026, 11, 27)), day_and_month(date(2026, 11, 27), "de")
    ('27 November', '27. November')
    """
    code = (language or "en")[:2].lower()
    code = code if code in _MONTH_NAMES else "en"
    month = _MONTH_NAMES[code].split()[day.month - 1]
    return _FORMS.get(code, "{day} {month}").format(day=day.day, month=month)
