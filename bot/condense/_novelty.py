"""What is news to a channel: what it was not told, and what nothing it was told covers."""

# ruff: noqa: RUF001 (look-alike signs are what this file is about)

import re
from collections.abc import Sequence
from decimal import Decimal

from bot.condense._candidates import Candidate, candidates
from bot.models import Article, Story, Told
from bot.text.facts import is_correction
from bot.text.figures import FigureKind, figures
from bot.text.numerals import NUMERALS
from bot.text.words import names, stems, words

_SAME = 0.6  # share of a sentence's words that stand in one told sentence
_COVERED = 0.85  # share that stands in everything told
_DATELINE = re.compile(r"^[^\W\d_][\w .,'-]{1,40}\([\w /-]{2,20}\)\s*[-–—]\s+")
_CALENDAR = frozenset(
    word
    for row in (
        "monday tuesday wednesday thursday friday saturday sunday gmt utc",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag",
        *(" ".join(data.months) for data in NUMERALS.values()),
    )
    for word in words(row)
)


def untold(found: Sequence[Candidate], story: Story, told: Told) -> tuple[Candidate, ...]:
    """Return the sentences that say what `told` and the articles it covered do not.

    An article that was covered holds nothing new: its text never changes. A sentence is new
    when its words are, or when it brings a figure or a name, or when it corrects.
    """
    covered = [a for a in story.articles if a.id in told.articles]
    known = _Known(covered, told)
    new = {number for number, a in enumerate(story.articles) if a.id not in told.articles}
    ids = told.articles
    return tuple(
        one
        for one in found
        if one.article in new
        and not any(cite.article in ids for cite in one.cites)
        and known.lacks(one)
    )


class _Known:
    """Everything a channel knows of a story: what it was told, and the articles that covered."""

    def __init__(self, covered: Sequence[Article], told: Told) -> None:
        self._languages = {article.language for article in covered}
        language = covered[0].language if covered else None
        sentences = [(one.text, one.language) for one in candidates(covered)]
        sentences += [(one.text, language) for one in told.sentences]
        self._texts = frozenset(text for text, _ in sentences)
        self._bags = {frozenset(stems(text, code)) for text, code in sentences}
        self._stems = frozenset(stem for bag in self._bags for stem in bag)
        self._words = _CALENDAR.union(*(words(text) for text in self._texts))
        self._values = frozenset(v for text, code in sentences for v in _values(text, code))
        self._days = frozenset(v for text, code in sentences for v in _days(text, code))

    def lacks(self, one: Candidate) -> bool:
        """Tell whether a sentence says what is not known.

        In a language that was not told before words prove nothing, and names are spelt anew:
        there only a new figure or day is news.
        """
        if one.text in self._texts or not one.stems:
            return False
        new = _values(one.text, one.language) - self._values - self._days
        if self._languages and one.language not in self._languages:
            days = _days(one.text, one.language) - self._days - self._values
            return bool(new | days)
        if new or is_correction(one.text) or self._new_names(one.text):
            return True
        own = frozenset(one.stems)
        most = max((len(own & bag) for bag in self._bags), default=0)
        return most < _SAME * len(own) and len(own & self._stems) < _COVERED * len(own)

    def _new_names(self, text: str) -> bool:
        """Tell whether a text names somebody or something that is not known."""
        told = names(_DATELINE.sub("", text))
        return any(word not in self._words for name in told for word in words(name))


def _values(text: str, language: str | None) -> frozenset[Decimal]:
    """Return the values that a text counts: not its dates and clock times."""
    timely = {FigureKind.DATE, FigureKind.TIME, FigureKind.YEAR}
    return frozenset(f.value for f in figures(text, language) if f.kind not in timely)


def _days(text: str, language: str | None) -> frozenset[Decimal]:
    """Return the days of the month that a text names."""
    return frozenset(f.value for f in figures(text, language) if f.kind is FigureKind.DATE)
