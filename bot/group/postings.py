"""Who holds a term: an index that articles join and leave."""

from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Term = TypeVar("Term", bound=Hashable)


class Postings(Generic[Term]):
    """The holders of each term, by place, in the order in which they came.

    Those that have left stay until they are swept out: to look for them takes long.
    """

    def __init__(self) -> None:
        # Most terms have one holder. It stands there bare: a million lists of one would be gone
        # through at each collection of garbage.
        self._holders: dict[Term, int | list[int]] = {}

    def add(self, place: int, terms: Iterable[Term]) -> None:
        """Enter an article under a place that was never used before."""
        holders = self._holders
        for term in terms:
            found = holders.setdefault(term, place)
            if isinstance(found, list):
                found.append(place)
            elif found != place:
                holders[term] = [found, place]

    def holders(self, term: Term) -> Sequence[int]:
        """Return the places of those that hold a term, and of those that did."""
        found = self._holders.get(term, ())
        return (found,) if isinstance(found, int) else found

    def several(self, terms: Iterable[Term]) -> Iterator[list[int]]:
        """Yield the holders of each term that has more than one."""
        return (found for found in map(self._holders.get, terms) if isinstance(found, list))

    def sweep(self, alive: Container[int]) -> None:
        """Forget all who are not alive."""
        kept = {
            term: [place for place in self.holders(term) if place in alive]
            for term in self._holders
        }
        self._holders = {
            term: places[0] if len(places) == 1 else places
            for term, places in kept.items()
            if places
        }
