"""How likely two articles are about one event, given all articles that are alive."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from math import exp, log, sqrt

from bot.group.abroad import Abroad
from bot.group.background import ARTICLES, background
from bot.group.prints import VIEWS, Print

Strengths = dict[int, dict[int, float]]
"""For each article, by place, those it may belong with and how likely that is."""

# Logistic regression over the dev halves of two gold sets together (full articles without
# dates, openings with dates); learn it anew when a view of `prints` changes.
_BIAS = -4.88
_WEIGHTS = (3.26, 1.67, 3.74, 7.87, 6.08, 3.47)  # in the order of VIEWS
_PER_DAY = -1.14
# No set holds stories of full reports with their dates. Set by hand between none, which is right
# on full reports without dates, and that of openings. On dated full reports of different events
# -0.23 joined one pair more, -0.45 as few; rerun both when it is touched. Lengths are in words.
_PER_DAY_FULL = -0.3
_OPENING, _FULL = 100, 150

# Bare headlines share few words and rare ones mislead, so idf is flattened.
_FLAT = 0.3
_PAIRS_COUNT = 0.6
_BARE_SCALE = 1.3

MOST_DAYS = 10
"""Reports dated further apart are no story, however alike; only a reprint is."""

_BACKGROUND_WEIGHT = 0.1  # of the thousand articles; the whole of it costs a point on dev
_NEGLIGIBLE = 0.01
_FEWEST_LIKENESS = 0.05  # below, no pair of one story was seen: not worth the other views
_COMMON_SHARE = 0.1
_COMMON_COUNT = 50
_WORDS_PER_SHARED = 20  # one in twenty words shared is little; same-story pairs share more


class Window:
    """The articles alive, compared with each other: idf, index and strengths.

    Without `abroad` reports in two languages have nothing in common.
    """

    def __init__(self, prints: Sequence[Print], abroad: Abroad | None = None) -> None:
        self._prints = prints
        self._abroad = abroad
        self._idf = [_idf(prints, view) for view in (0, 3, 4, 5)]
        self._by_view = [self._idf[kind] for kind in (0, 0, 0, 1, 2, 3)]
        self._norms = [self._norms_of(one) for one in prints]
        self._index: list[dict[str, list[int]]] = [defaultdict(list) for _ in range(2)]
        for place, one in enumerate(prints):
            for kind, view in enumerate((0, 3)):
                for term in one.views[view]:
                    self._index[kind][term].append(place)

    def strengths(self, places: Sequence[int]) -> Strengths:
        """Return how likely each of `places` belongs with each other article of the window."""
        found: Strengths = defaultdict(dict)
        for place in places:
            for other in self._candidates(place):
                if other not in found[place]:
                    strength = self.strength(place, other)
                    if strength > _NEGLIGIBLE:
                        found[place][other] = found[other][place] = strength
        return found

    def strength(self, one: int, other: int) -> float:
        """Return how likely two articles are about one event, from 0 to 1."""
        mine, theirs = self._prints[one], self._prints[other]
        days = abs(mine.day - theirs.day)
        if days > MOST_DAYS:
            return 0.0
        if _foreign(mine, theirs):
            likely = self._abroad.logit(one, other) if self._abroad else None
            return 0.0 if likely is None else _logistic(likely + _against(mine, theirs, days))
        if mine.is_bare and theirs.is_bare:
            return self._bare(one, other) * exp(-days / MOST_DAYS)
        overall = self._cosine(0, one, other)
        if overall < _FEWEST_LIKENESS:
            return 0.0
        logit = _BIAS + _against(mine, theirs, days) + _WEIGHTS[0] * overall
        for view in range(1, len(VIEWS)):
            logit += _WEIGHTS[view] * self._cosine(view, one, other)
        return _logistic(logit)

    def _candidates(self, place: int) -> list[int]:
        """Return the articles worth a closer look: they share a word that is not common."""
        most = max(_COMMON_COUNT, int(_COMMON_SHARE * len(self._prints)))
        shared: Counter[int] = Counter()
        for kind, view in enumerate((0, 3)):
            for term in self._prints[place].views[view]:
                holders = self._index[kind][term]
                if self._prints[place].is_bare or len(holders) <= most:
                    shared.update(holders)
        del shared[place]
        mine = self._prints[place]
        near = [other for other, count in shared.items() if count > self._chance(place, other)]
        if not self._abroad:
            return near
        far = sorted(self._abroad.companions(place))
        at_home = [one for one in near if not _foreign(mine, self._prints[one])]
        return at_home + [one for one in far if _foreign(mine, self._prints[one])]

    def _chance(self, one: int, other: int) -> int:
        """Return how many words two articles may share by chance."""
        mine, theirs = self._prints[one], self._prints[other]
        return min(len(mine.views[0]), len(theirs.views[0])) // _WORDS_PER_SHARED

    def _cosine(self, view: int, one: int, other: int) -> float:
        mine, theirs = self._prints[one].views[view], self._prints[other].views[view]
        idf = self._by_view[view]
        shared = mine.keys() & theirs.keys()
        if not shared:
            return 0.0
        dot = sum(mine[term] * theirs[term] * idf[term] * idf[term] for term in shared)
        return dot / (self._norms[one][view] * self._norms[other][view])

    def _norms_of(self, one: Print) -> tuple[float, ...]:
        norms = [
            sqrt(sum((count * idf[term]) ** 2 for term, count in terms.items()))
            for terms, idf in zip(one.views, self._by_view, strict=True)
        ]
        flat = sum(self._flat(one, term) for term in chain(one.views[1], one.views[4]))
        return (*norms, sqrt(flat))

    def _flat(self, one: Print, term: str) -> float:
        """Return the square of a term's weight in a bare headline."""
        if term in one.views[1]:
            return float(self._idf[0][term] ** (2 * _FLAT))
        return float(_PAIRS_COUNT**2 * self._idf[2][term] ** (2 * _FLAT))

    def _bare(self, one: int, other: int) -> float:
        mine, theirs = self._prints[one], self._prints[other]
        shared = chain(
            mine.views[1].keys() & theirs.views[1].keys(),
            mine.views[4].keys() & theirs.views[4].keys(),
        )
        dot = sum(self._flat(mine, term) for term in shared)
        norms = self._norms[one][-1] * self._norms[other][-1]
        return min(1.0, _BARE_SCALE * dot / norms) if norms else 0.0


def _foreign(one: Print, other: Print) -> bool:
    """Whether two articles are known to be in two languages."""
    return bool(one.language and other.language and one.language != other.language)


def _against(one: Print, other: Print, days: float) -> float:
    """Return what days apart take from the logit: little between full reports.

    An opening tells a follow-up from a second event by its day alone; a full report recalls
    what went before.
    """
    share = (min(one.length, other.length) - _OPENING) / (_FULL - _OPENING)
    return days * (_PER_DAY + (_PER_DAY_FULL - _PER_DAY) * max(0.0, min(1.0, share)))


def _idf(prints: Sequence[Print], view: int) -> dict[str, float]:
    """Return how telling each term is: rare here and in the news at large."""
    counts: Counter[str] = Counter()
    for one in prints:
        counts.update(one.views[view].keys())
    known, many = background(), len(prints) + ARTICLES * _BACKGROUND_WEIGHT
    return {
        term: log(1 + many / (count + _BACKGROUND_WEIGHT * known.get(term, 1)))
        for term, count in counts.items()
    }


def _logistic(logit: float) -> float:
    return 1 / (1 + exp(-logit))
