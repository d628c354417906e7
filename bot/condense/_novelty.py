"""What is news to a channel, and which figures a later report has overtaken."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal

from bot.condense._candidates import Candidate, candidates
from bot.condense._facts import Fact
from bot.condense._weighing import Weighed
from bot.models import Article, Story, Told
from bot.text.figures import FigureKind, figures
from bot.text.words import names, stems, words

_SAME = 0.6  # share of a sentence's words that stand in one told sentence
_COVERED = 0.85  # share that stands in everything told
_LATER = timedelta(hours=1)
_SHARED = 2  # content words that two counts of one thing have in common
_CORRECTION = re.compile(
    r"(?i:\b(?:correction|corrects|an earlier version|earlier version of|Korrektur|Berichtigung|"
    r"in einer früheren (?:Fassung|Version)|rectificatif|correctif|une version précédente|"
    r"fe de erratas|una versión anterior))|تصحيح"
)


def untold(found: Sequence[Candidate], story: Story, told: Told) -> tuple[Candidate, ...]:
    """Return the sentences that say what `told` and the articles it covered do not.

    An article that was covered holds nothing new: its text never changes. A sentence is new
    when its words are, or when it brings a figure or a name, or when it corrects.
    """
    covered = [a for a in story.articles if a.id in told.articles]
    known = _Known.of(covered, told)
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
    """Everything a channel knows of a story."""

    def __init__(self, texts: Sequence[str], bags: Sequence[frozenset[str]]) -> None:
        self.texts = frozenset(texts)
        self.bags = tuple(bags)
        self.stems = frozenset(stem for bag in bags for stem in bag)
        self.words = frozenset(word for text in texts for word in words(text))
        self.values: frozenset[Decimal] = frozenset()

    @classmethod
    def of(cls, articles: Sequence[Article], told: Told) -> "_Known":
        """Return what was told, and what the articles that were told say besides."""
        language = articles[0].language if articles else None
        known = candidates(articles)
        bags = [frozenset(one.stems) for one in known]
        bags += [frozenset(stems(one.text, language)) for one in told.sentences]
        made = cls([*(one.text for one in known), *(one.text for one in told.sentences)], bags)
        made.values = frozenset(
            value for one in known for value in _values(one.text, one.language)
        ) | frozenset(v for one in told.sentences for v in _values(one.text, language))
        return made

    def lacks(self, one: Candidate) -> bool:
        """Tell whether a sentence says what is not known."""
        if one.text in self.texts or not one.stems:
            return False
        if _CORRECTION.search(one.text):
            return True
        if _values(one.text, one.language) - self.values or self._new_names(one.text):
            return True
        own = frozenset(one.stems)
        most = max((len(own & bag) for bag in self.bags), default=0)
        covered = len(own & self.stems)
        return most < _SAME * len(own) and covered < _COVERED * len(own)

    def _new_names(self, text: str) -> bool:
        """Tell whether a text names somebody or something that is not known."""
        return any(word not in self.words for name in names(text) for word in words(name))


def _values(text: str, language: str | None) -> frozenset[Decimal]:
    """Return the values that a text counts: not its dates and clock times."""
    timely = {FigureKind.DATE, FigureKind.TIME, FigureKind.YEAR}
    return frozenset(f.value for f in figures(text, language) if f.kind not in timely)


def latest(weighed: Sequence[Weighed], story: Story) -> tuple[Weighed, ...]:
    """Return the sentences without tolls that a later report gives anew.

    Two counts are of one thing when their sentences share words beside it. A toll that nobody
    vouches for also goes when a sentence with the same count names who gave it.
    """
    tolls = [one for one in weighed if Fact.TOLL in one.facts.kinds]
    stale = {
        id(one)
        for one in tolls
        if any(_overtakes(other, one, story) or _vouches(other, one) for other in tolls)
    }
    return tuple(one for one in weighed if id(one) not in stale)


def _overtakes(later: Weighed, one: Weighed, story: Story) -> bool:
    """Tell whether `later` is the newer state of the count in `one`."""
    if later.candidate.article == one.candidate.article:
        return False
    if not later.facts.sourced and one.facts.sourced:
        return False
    newer = story.articles[later.candidate.article].dated_at
    older = story.articles[one.candidate.article].dated_at
    changed = later.facts.counts and not one.facts.counts <= later.facts.counts
    return newer - older >= _LATER and bool(changed) and _of_one_thing(later, one)


def _vouches(other: Weighed, one: Weighed) -> bool:
    """Tell whether `other` gives the count of `one` and who said so, which `one` does not."""
    same = bool(other.facts.counts & one.facts.counts)
    return same and other.facts.sourced and not one.facts.sourced


def _of_one_thing(one: Weighed, other: Weighed) -> bool:
    """Tell whether two sentences count the same: they share words that say something."""
    return len(_plain(one.candidate.stems) & _plain(other.candidate.stems)) >= _SHARED


def _plain(found: Iterable[str]) -> frozenset[str]:
    """Return words without figures."""
    return frozenset(stem for stem in found if not stem.isdigit())
