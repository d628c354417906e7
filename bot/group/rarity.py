"""How telling a term is: rare among the articles alive and in the news at large."""

from collections.abc import Collection, Mapping
from math import log, sqrt
from operator import mul

from bot.group.background import ARTICLES
from bot.group.prints import PAIRS, VIEWS
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
        self._pairs = window.pairs
        self._counts: list[Mapping[str, int]] = [window.counts(at) for at in range(len(VIEWS))]
        self._squares = Squares(len(window) + ARTICLES * BACKGROUND_WEIGHT)
        self._lengths: dict[tuple[int, int], float] = {}

    def square(self, view: int, term: str) -> float:
        """Return how much a term of a view tells, squared."""
        many = self._pairs.count(term) if view == PAIRS else self._counts[view][term]
        return self._squares[many]

    def cosine(self, view: int, one: int, other: int) -> float:
        """Return how alike two articles are in one view, from 0 to 1."""
        shared = self._shared(view, one, other)
        if not shared:
            return 0.0
        mine, theirs = self._prints[one].views[view], self._prints[other].views[view]
        counts, squares = self._counts[view], self._squares
        dot = sum([mine[term] * theirs[term] * squares[counts[term]] for term in shared])
        return dot / (self._length(view, one) * self._length(view, other))

    def _shared(self, view: int, one: int, other: int) -> Collection[str]:
        """Return the terms that two articles have in common."""
        if view == PAIRS:
            return self._pairs.shared(one) & self._pairs.shared(other)
        return self._prints[one].views[view].keys() & self._prints[other].views[view].keys()

    def _length(self, view: int, place: int) -> float:
        key = view, place
        found = self._lengths.get(key)
        if found is None:
            square = self._of_pairs(place) if view == PAIRS else self._of_terms(view, place)
            found = self._lengths[key] = sqrt(square)
        return found

    def _of_terms(self, view: int, place: int) -> float:
        """Return the square of an article's length in a view."""
        weights = self._prints[place].views[view]
        telling = map(self._squares.__getitem__, map(self._counts[view].__getitem__, weights))
        square: float = sum(map(mul, map(mul, weights.values(), weights.values()), telling))
        return square

    def _of_pairs(self, place: int) -> float:
        """Return that of its pairs: all as if no other held them, but for those that others do."""
        weights, counts, squares = (
            self._prints[place].views[PAIRS],
            self._pairs.counts,
            self._squares,
        )
        alone = squares[1]
        shared = [
            weights[pair] * weights[pair] * (squares[counts[pair]] - alone)
            for pair in self._pairs.shared(place)
        ]
        return self._pairs.weight(place) * alone + sum(shared)
