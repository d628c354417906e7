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
        self._weighed: list[dict[int, Terms]] = [{} for _ in VIEWS]

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
        theirs = self._prints[other].views[view]
        mine = self._weighed[view].get(one)
        if mine is None:
            mine = self._weighed[view][one] = self._weighed_in(view, one)
        shared = mine.keys() & theirs.keys()
        if not shared:
            return 0.0
        # All in C: this is where grouping spends its time.
        dot: float = sum(map(mul, map(mine.__getitem__, shared), map(theirs.__getitem__, shared)))
        lengths = self._lengths[view]
        my_length = lengths.get(one) or self._length(view, one)
        return dot / (my_length * (lengths.get(other) or self._length(view, other)))

    def _weighed_in(self, view: int, place: int) -> Terms:
        """Return an article's terms, each by its weight and by how much it tells."""
        terms = self._prints[place].views[view]
        return dict(zip(terms, map(mul, terms.values(), self._telling(view, terms)), strict=True))

    def _length(self, view: int, place: int) -> float:
        weights = self._prints[place].views[view]
        squared = map(mul, weights.values(), weights.values())
        found = self._lengths[view][place] = sqrt(
            sum(map(mul, squared, self._telling(view, weights)))
        )
        return found

    def _telling(self, view: int, terms: Terms) -> "map[float]":
        return map(self._squares.__getitem__, map(self._counts[view].__getitem__, terms))
