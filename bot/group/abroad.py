"""How likely reports in two languages are about one event: names and figures speak both."""

from collections import Counter
from collections.abc import Iterable
from math import log

from bot.group.background import ARTICLES, background
from bot.group.marks import PLACE, PLAIN, Features
from bot.group.postings import Postings

# Set by hand on reports in two languages: what the marks they share weigh together, and how
# much that is of all that the poorer one has.
_BIAS = -4.0
_EVIDENCE = 0.15
_COVERAGE = 6.0
_FEWEST_SHARED = 5
_FEWEST_NAMED = 2  # tables and lists share many figures by chance
_FULL_COVERAGE = 0.5

_BACKGROUND_WEIGHT = 0.1
_KNOWN_PLAIN = 100  # articles of the thousand that hold a given small or round figure
_COMMON_SHARE = 0.1
_COMMON_COUNT = 50
_MOST_GONE = 500


class Abroad:
    """The articles alive, by place, as readers of other languages know them."""

    def __init__(self) -> None:
        self._features: dict[int, Features] = {}
        self._counts: Counter[str] = Counter()
        self._postings: Postings[str] = Postings()
        self._gone = 0
        # Worked out when asked for: of a few new articles most marks are never compared.
        self._idf: dict[str, float] = {}
        self._totals: dict[tuple[int, bool], float] = {}

    def add(self, place: int, features: Features) -> None:
        """Enter an article under its place in the window."""
        self._features[place] = features
        marks = _marks(features)
        self._counts.update(marks)
        self._postings.add(place, marks)
        self._forget()

    def drop(self, place: int) -> None:
        """Take an article out."""
        self._counts.subtract(_marks(self._features.pop(place)))
        self._gone += 1
        if self._gone > _MOST_GONE:
            self._gone = 0
            self._counts = +self._counts
            self._postings.sweep(self._features)
        self._forget()

    def _forget(self) -> None:
        """Weigh all marks anew: each article that comes or goes makes others more or less rare."""
        self._idf.clear()
        self._totals.clear()

    def companions(self, place: int) -> set[int]:
        """Return the articles that share a mark which is not common."""
        most = max(_COMMON_COUNT, int(_COMMON_SHARE * len(self._features)))
        found: set[int] = set()
        for mark in _marks(self._features[place]):
            if 1 < self._counts[mark] <= most:
                found.update(self._postings.holders(mark))
        return {other for other in found if other != place and other in self._features}

    def logit(self, one: int, other: int) -> float | None:
        """Return the logit of two reports of one day, or None when they share too little."""
        mine, theirs = self._features[one], self._features[other]
        is_one_script = mine.script == theirs.script
        names = [each.written if is_one_script else each.heard for each in (mine, theirs)]
        named = names[0].keys() & names[1].keys()
        counted = mine.figures.keys() & theirs.figures.keys()
        points = sum(names[0][mark] for mark in named)
        if points < _FEWEST_NAMED:
            return None
        if points + sum(mine.figures[mark] for mark in counted) < _FEWEST_SHARED:
            return None
        weight = self._weight(named | counted)
        total = min(self._total(place, is_written=is_one_script) for place in (one, other))
        coverage = min(_FULL_COVERAGE, weight / total)
        return _BIAS + _EVIDENCE * weight + _COVERAGE * coverage

    def _total(self, place: int, *, is_written: bool) -> float:
        """Return the weight of all marks of an article."""
        key = place, is_written
        if key not in self._totals:
            one = self._features[place]
            names = one.written if is_written else one.heard
            self._totals[key] = self._weight(names.keys() | one.figures.keys())
        return self._totals[key]

    def _weight(self, marks: Iterable[str]) -> float:
        """Return how telling marks are together: those rare here and in the news at large."""
        return sum(self._rarity(mark) for mark in sorted(marks))

    def _rarity(self, mark: str) -> float:
        if mark not in self._idf:
            many = len(self._features) + ARTICLES * _BACKGROUND_WEIGHT
            seen = self._counts[mark] + _BACKGROUND_WEIGHT * _known(mark)
            self._idf[mark] = log(1 + many / seen)
        return self._idf[mark]


def _marks(features: Features) -> set[str]:
    return {*features.written, *features.heard, *features.figures}


def _known(mark: str) -> int:
    """Return in how many of the background's articles a mark stands."""
    if mark.startswith(PLAIN):
        return _KNOWN_PLAIN
    return background().get(mark.removeprefix(PLACE), 1)
