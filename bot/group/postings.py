"""Who holds a term: an index that articles join and leave."""

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

Term = TypeVar("Term", bound=Hashable)

_MOST_GONE = 500


class Postings(Generic[Term]):
    """The holders of each term, by place. What has left is swept out now and then.

    `counts` says how many hold a term, on top of what was `given` beforehand.
    """

    def __init__(self, given: Mapping[Term, int] | None = None) -> None:
        self.counts: Counter[Term] = Counter(given or {})
        # Most terms have one holder. It stands there bare: a million lists of one would be gone
        # through at each collection of garbage.
        self._holders: dict[Term, int | list[int]] = {}
        self._gone: set[int] = set()

    def add(self, place: int, terms: Collection[Term]) -> None:
        """Enter an article under a place that was never used before."""
        holders = self._holders
        for term in terms:
            found = holders.setdefault(term, place)
            if isinstance(found, list):
                found.append(place)
            elif found != place:
                holders[term] = [found, place]
        self.counts.update(terms)

    def drop(self, place: int, terms: Collection[Term]) -> None:
        """Take an article out, given the terms it was entered with."""
        self.counts.subtract(terms)
        self._gone.add(place)
        if len(self._gone) > _MOST_GONE:
            self._sweep()

    def holders(self, term: Term) -> Sequence[int]:
        """Return the places of those that hold a term, in the order in which they came."""
        found = _several(self._holders.get(term, ()))
        if not self._gone:
            return found
        return [place for place in found if place not in self._gone]

    def _sweep(self) -> None:
        kept = {term: self.holders(term) for term in self._holders}
        self._holders = {
            term: places[0] if len(places) == 1 else list(places)
            for term, places in kept.items()
            if places
        }
        self.counts = Counter({term: count for term, count in self.counts.items() if count})
        self._gone.clear()


def _several(found: int | Sequence[int]) -> Sequence[int]:
    return (found,) if isinstance(found, int) else found
