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
        self._lengths: dict[tuple[int, int], float] = {}

    def square(self, view: int, term: str) -> float:
        """Return how much a term of a view tells, squared."""
        return self._squares[self._counts[view][term]]

    def cosine(self, view: int, one: int, other: int) -> float:
        """Return how alike two articles are in one view, from 0 to 1."""
        mine, theirs = self._prints[one].views[view], self._prints[other].views[view]
        shared = mine.keys() & theirs.keys()
        if not shared:
            return 0.0
        counts, squares = self._counts[view], self._squares
        dot = sum([mine[term] * theirs[term] * squares[counts[term]] for term in shared])
        return dot / (self._length(view, one) * self._length(view, other))

    def _length(self, view: int, place: int) -> float:
        key = view, place
        found = self._lengths.get(key)
        if found is None:
            terms = self._prints[place].views[view]
            found = self._lengths[key] = self._measured(view, terms)
        return found

    def _measured(self, view: int, terms: Terms) -> float:
        telling = map(self._squares.__getitem__, map(self._counts[view].__getitem__, terms))
        return sqrt(sum(map(mul, map(mul, terms.values(), terms.values()), telling)))
