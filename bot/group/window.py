"""The articles alive, entered so that those worth comparing are found without a search."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count, islice

from bot.group.background import ARTICLES, background
from bot.group.postings import Postings
from bot.group.prints import ALL, LEDE, NAMES, NUMBERS, PAIRS, Print

BACKGROUND_WEIGHT = 0.1
"""How much the background's thousand articles count; the whole of it costs a point on dev."""

MOST_DAYS = 10
"""Reports dated further apart are no story, however alike; only a reprint is."""

KINDS = (ALL, ALL, ALL, NAMES, PAIRS, NUMBERS)
"""For each view, the view whose counts say how rare its terms are."""

_COMMON_SHARE = 0.1
_COMMON_COUNT, _MOST_COMMON = 50, 200
# Names, words and pairs of words of the openings. Of the pairs of dev articles that were at all
# likely, 98 in 100 share so many; of those that were not, 5.
_FEWEST_SHARED = 3
_FEWEST_OF_HEADLINE = 2
_LOOKED_UP = (NAMES, LEDE, PAIRS)
_MOST_GONE = 500


class Window:
    """The prints of the articles alive, by place. A place is never used twice.

    What is found depends on who is in the window, not on who was.
    """

    def __init__(self, prints: Iterable[Print] = ()) -> None:
        given = _known_beforehand()
        self.prints: dict[int, Print] = {}
        self.bare: dict[int, Print] = {}
        self.days: dict[int, float] = {}
        self._counts = {
            ALL: Counter(given),
            NAMES: Counter(given),
            PAIRS: Counter[str](),
            NUMBERS: Counter(given),
        }
        self._runs: Postings[int] = Postings()
        self._terms: dict[int, Postings[str]] = {view: Postings() for view in _LOOKED_UP}
        self._gone = 0
        self._places = count()
        for one in prints:
            self.add(one)

    def __len__(self) -> int:
        """Return how many articles are alive."""
        return len(self.prints)

    def add(self, one: Print) -> int:
        """Enter an article and return its place."""
        place = next(self._places)
        self.prints[place] = one
        self.days[place] = one.day
        if one.is_bare:
            self.bare[place] = one
        for view, counts in self._counts.items():
            counts.update(one.views[view].keys())
        for view, postings in self._terms.items():
            postings.add(place, one.views[view])
        self._runs.add(place, one.sample)
        return place

    def drop(self, place: int) -> None:
        """Take an article out."""
        one = self.prints.pop(place)
        del self.days[place]
        self.bare.pop(place, None)
        for view, counts in self._counts.items():
            counts.subtract(one.views[view].keys())
        self._gone += 1
        if self._gone > _MOST_GONE:
            self._sweep()

    def counts(self, view: int) -> Mapping[str, int]:
        """Return in how many articles, and as good as in the background, a view's terms stand."""
        return self._counts[KINDS[view]]

    def holders(self, place: int, most: int) -> Iterator[list[int]]:
        """Yield, for each run of an article's sample, the first that have it, if others do."""
        for found in self._runs.several(self.prints[place].sample):
            yield list(islice((one for one in found if one in self.prints), most))

    def companions(self, place: int, *, fewest: int = _FEWEST_SHARED) -> list[int]:
        """Return the articles worth a closer look: they share what is not common."""
        mine, prints = self.prints[place], self.prints
        most = min(_MOST_COMMON, max(_COMMON_COUNT, int(_COMMON_SHARE * len(self))))
        holders: list[list[int]] = []
        for view, postings in self._terms.items():
            counts = self.counts(view)
            holders += postings.several(term for term in mine.views[view] if counts[term] <= most)
        shared = Counter(chain.from_iterable(holders))  # at once: a call for each takes ten times
        if mine.is_bare:
            fewest = _FEWEST_OF_HEADLINE
        return [
            other
            for other, many in shared.items()
            if (many >= fewest or (many >= _FEWEST_OF_HEADLINE and other in self.bare))
            and other != place
            and other in prints
        ]

    def _sweep(self) -> None:
        self._gone = 0
        self._runs.sweep(self.prints)
        for postings in self._terms.values():
            postings.sweep(self.prints)
        for view, counts in self._counts.items():
            self._counts[view] = Counter({term: many for term, many in counts.items() if many})


def _known_beforehand() -> dict[str, int]:
    """Return in how many articles of a window each common word stands before there are any."""
    return {
        term: round(many * BACKGROUND_WEIGHT)
        for term, many in background().items()
        if many <= ARTICLES
    }
