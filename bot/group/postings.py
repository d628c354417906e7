"""Who holds a term: an index that articles join and leave."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

Term = TypeVar("Term", bound=Hashable)

_MOST_GONE = 500


class Postings(Generic[Term]):
    """The holders of each term, by place. What has left is swept out now and then.

    `counts` says how many hold a term, on top of what was `given` beforehand.
    """

    def __init__(self, given: Mapping[Term, int] | None = None) -> None:
        self.counts: Counter[Term] = Counter(given or {})
        self._holders: dict[Term, list[int]] = defaultdict(list)
        self._gone: set[int] = set()

    def add(self, place: int, terms: Iterable[Term]) -> None:
        """Enter an article under a place that was never used before."""
        for term in terms:
            self._holders[term].append(place)
            self.counts[term] += 1

    def drop(self, place: int, terms: Collection[Term]) -> None:
        """Take an article out, given the terms it was entered with."""
        self.counts.subtract(terms)
        self._gone.add(place)
        if len(self._gone) > _MOST_GONE:
            self._sweep()

    def holders(self, term: Term) -> Sequence[int]:
        """Return the places of those that hold a term, in the order in which they came."""
        found = self._holders.get(term, ())
        if not self._gone:
            return found
        return [place for place in found if place not in self._gone]

    def _sweep(self) -> None:
        kept = {
            term: [place for place in places if place not in self._gone]
            for term, places in self._holders.items()
        }
        self._holders = defaultdict(list, {term: places for term, places in kept.items() if places})
        self.counts = Counter({term: count for term, count in self.counts.items() if count})
        self._gone.clear()
