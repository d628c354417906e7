"""The articles alive, entered so that those worth comparing are found without a search."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import count

from bot.group.background import ARTICLES, background
from bot.group.pairs import Pairs
from bot.group.postings import Postings
from bot.group.prints import ALL, NAMES, NUMBERS, PAIRS, Print

BACKGROUND_WEIGHT = 0.1
"""How much the background's thousand articles count; the whole of it costs a point on dev."""

MOST_DAYS = 10
"""Reports dated further apart are no story, however alike; only a reprint is."""

_COMMON_SHARE = 0.1
_COMMON_COUNT = 50
_MOST_LOOKED_UP = 5_000  # holders; past the rarest words, the rest brings no one new
_WORDS_PER_SHARED = 20  # one in twenty words shared is little; same-story pairs share more

KINDS = (ALL, ALL, ALL, NAMES, PAIRS, NUMBERS)
"""For each view, the view whose counts say how rare its terms are."""


class Window:
    """The prints of the articles alive, by place. A place is never used twice.

    What is found depends on who is in the window, not on who was.
    """

    def __init__(self, prints: Iterable[Print] = ()) -> None:
        given = _known_beforehand()
        self.prints: dict[int, Print] = {}
        self.runs: Postings[int] = Postings()
        self.indexed: dict[int, Postings[str]] = {ALL: Postings(given), NAMES: Postings(given)}
        self.pairs = Pairs()
        self._numbers = Counter(given)
        self._asked: dict[int, int] = {}  # how many words must be shared, by an article's size
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
        self._asked[place] = len(one.views[ALL]) // _WORDS_PER_SHARED
        self.runs.add(place, one.sample)
        for view, postings in self.indexed.items():
            postings.add(place, one.views[view].keys())
        self.pairs.add(place, one.views[PAIRS])
        self._numbers.update(one.views[NUMBERS].keys())
        return place

    def drop(self, place: int) -> None:
        """Take an article out."""
        one = self.prints.pop(place)
        del self._asked[place]
        self.runs.drop(place, one.sample)
        for view, postings in self.indexed.items():
            postings.drop(place, one.views[view].keys())
        self.pairs.drop(place, one.views[PAIRS])
        for term in one.views[NUMBERS]:
            self._numbers[term] -= 1
            if not self._numbers[term]:
                del self._numbers[term]

    def counts(self, view: int) -> Mapping[str, int]:
        """Return in how many articles, and as good as in the background, a view's terms stand.

        Pairs that only one article holds are left out: see `Pairs`.
        """
        kind = KINDS[view]
        if kind == PAIRS:
            return self.pairs.counts
        return self.indexed[kind].counts if kind in self.indexed else self._numbers

    def companions(self, place: int) -> list[int]:
        """Return the articles worth a closer look: they share words that are not common.

        The rarest are looked up first, until enough were.
        """
        mine = self.prints[place]
        most = max(_COMMON_COUNT, int(_COMMON_SHARE * len(self)))
        shared: Counter[int] = Counter()
        for view, postings in self.indexed.items():
            left = _MOST_LOOKED_UP
            for term in sorted(mine.views[view], key=postings.counts.__getitem__):
                left -= postings.counts[term]
                if not mine.is_bare and (postings.counts[term] > most or left < 0):
                    break
                shared.update(postings.holders(term))
        del shared[place]
        asked = self._asked
        fewest, enough = 2 if asked[place] else 1, asked[place]
        return [
            other
            for other, many in shared.items()
            if many >= fewest and (many > enough or many > asked[other])
        ]


def _known_beforehand() -> dict[str, int]:
    """Return in how many articles of a window each common word stands before there are any."""
    return {
        term: round(many * BACKGROUND_WEIGHT)
        for term, many in background().items()
        if many <= ARTICLES
    }
