"""How telling a term is: rare among the articles alive and in the news at large."""

from collections.abc import Mapping
from math import log, sqrt
from operator import mul

from bot.group.background import ARTICLES
from bot.group.prints import VIEWS, Terms
from bot.group.window import BACKGROUND_WEIGHT, Window


class Squares(dict[int, float]):
    """The square of the inverse document frequency, by the number of articles with a term."""

    def __init__(self, many: float) -> None:
        super().__init__()
        self._many = many

    def __missing__(self, count: int) -> float:
        """Work it out when first asked for."""
        found = self[count] = log(1 + self._many / (count + BACKGROUND_WEIGHT)) ** 2
        return found


class Rarity:
    """Cosines between the articles of a window as it stands. Lengths are worked out once."""

    def __init__(self, window: Window) -> None:
        self._prints = window.prints
        self._counts: list[Mapping[str, int]] = [window.counts(at) for at in range(len(VIEWS))]
        self._squares = Squares(len(window) + ARTICLES * BACKGROUND_WEIGHT)
        self._lengths: list[dict[int, float]] = [{} for _ in VIEWS]
        self._weighed: dict[int, list[Terms]] = {}

    def square(self, view: int, term: str) -> float:
        """Return how much a term of a view tells, squared."""
        return self._squares[self._counts[view][term]]

    def square_of(self, count: int) -> float:
        """Return how much a term tells, squared, that so many articles hold."""
        return self._squares[count]

    def cosine(self, view: int, one: int, other: int) -> float:
        """Return how alike two articles are in one view, from 0 to 1.

        It is quickest when the same article comes first again and again.
        """
        weighed = self._weighed.get(one) or self._weighed_terms(one)
        mine, theirs = weighed[view], self._prints[other].views[view]
        shared = mine.keys() & theirs.keys()
        if not shared:
            return 0.0
        # All in C: this is where grouping spends its time.
        dot: float = sum(map(mul, map(mine.__getitem__, shared), map(theirs.__getitem__, shared)))
        lengths = self._lengths[view]
        length = lengths.get(other) or self._length(view, other)
        return dot / (lengths[one] * length)

    def _weighed_terms(self, place: int) -> list[Terms]:
        """Return an article's terms in each view, by weight and by how much each tells."""
        found = self._weighed[place] = []
        for view, terms in enumerate(self._prints[place].views):
            telling = self._telling(view, terms)
            weighed = dict(zip(terms, map(mul, terms.values(), telling), strict=True))
            self._lengths[view][place] = sqrt(sum(map(mul, terms.values(), weighed.values())))
            found.append(weighed)
        return found

    def _length(self, view: int, place: int) -> float:
        terms = self._prints[place].views[view]
        squared = map(mul, terms.values(), terms.values())
        found = self._lengths[view][place] = sqrt(
            sum(map(mul, squared, self._telling(view, terms)))
        )
        return found

    def _telling(self, view: int, terms: Terms) -> "map[float]":
        return map(self._squares.__getitem__, map(self._counts[view].__getitem__, terms))
