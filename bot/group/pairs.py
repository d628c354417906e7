"""How many articles hold each pair of words: most pairs are held by one and never met again."""

from collections.abc import Set as AbstractSet
from types import MappingProxyType

from bot.group.prints import Terms

_NONE: AbstractSet[str] = frozenset()


class Pairs:
    """The pairs of the articles alive, those that only one holds kept apart.

    An article has a pair for each word, and one in ten is in a second article. Comparing looks
    at those alone; of the others it is enough to know their weight together.
    """

    def __init__(self) -> None:
        # Of pairs that several hold; or held, when all but one have left.
        self._counts: dict[str, int] = {}
        self.counts = MappingProxyType(self._counts)
        self._alone: dict[str, int] = {}
        self._shared: dict[int, set[str]] = {}
        self._weights: dict[int, float] = {}

    def add(self, place: int, terms: Terms) -> None:
        """Enter an article under a place that was never used before."""
        counts, alone = self._counts, self._alone
        shared: set[str] = set()
        for term in terms:
            if term in counts:
                counts[term] += 1
                shared.add(term)
            elif (holder := alone.setdefault(term, place)) != place:
                del alone[term]
                counts[term] = 2
                shared.add(term)
                self._shared.setdefault(holder, set()).add(term)
        if shared:
            self._shared[place] = shared
        self._weights[place] = sum([weight * weight for weight in terms.values()])

    def drop(self, place: int, terms: Terms) -> None:
        """Take an article out, given the terms it was entered with."""
        shared = self._shared.pop(place, _NONE)
        del self._weights[place]
        for term in terms:
            if term not in shared:
                del self._alone[term]
            elif self._counts[term] > 1:
                self._counts[term] -= 1
            else:
                del self._counts[term]

    def count(self, term: str) -> int:
        """Return how many articles hold a pair."""
        return self._counts.get(term) or int(term in self._alone)

    def shared(self, place: int) -> AbstractSet[str]:
        """Return the pairs of an article that others hold too, or did."""
        return self._shared.get(place, _NONE)

    def weight(self, place: int) -> float:
        """Return the sum of the squared weights of an article's pairs."""
        return self._weights[place]
