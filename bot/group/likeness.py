"""How likely two articles are about one event, given all articles that are alive."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import exp

from bot.group.abroad import Abroad
from bot.group.headlines import Headlines
from bot.group.meanings import Meanings
from bot.group.prints import ALL, LEDE, NAMES, NUMBERS, PAIRS, TITLE, Print
from bot.group.rarity import Rarity
from bot.group.weights import LEARNT, Weights
from bot.group.window import MOST_DAYS, Window

Strengths = dict[int, dict[int, float]]
"""For each article, by place, those it may belong with and how likely that is."""

# No set holds stories of full reports with their dates. Set by hand between none, which is right
# on full reports without dates, and that of openings. On dated full reports of different events
# -0.23 joined one pair more, -0.45 as few; rerun both when it is touched. Lengths are in words.
_PER_DAY_FULL = -0.3
_OPENING, _FULL = 100, 150

_NEGLIGIBLE = 0.03
_OTHER_VIEWS = (TITLE, LEDE, NAMES, PAIRS, NUMBERS)
_FEWEST_LIKENESS = 0.05  # below, no pair of one story was seen: not worth the other views


class Likeness:
    """How likely the articles of a window are about one event, as the window stands.

    `days` dates those articles that are older than they say. Without `abroad` reports in two
    languages have nothing in common.
    """

    def __init__(
        self,
        window: Window,
        *,
        days: Mapping[int, float] | None = None,
        abroad: Abroad | None = None,
        meanings: Meanings | None = None,
        weights: Weights = LEARNT,
    ) -> None:
        self._window = window
        self._days = {**window.days, **(days or {})}
        self._abroad = abroad
        self._meanings = meanings
        self._weights = weights
        self._rarity = Rarity(window)

    @cached_property
    def _headlines(self) -> Headlines:
        """The bare headlines: made when first asked for, as many a window has few or none."""
        return Headlines(self._window, self._rarity, days=self._days, meanings=self._meanings)

    def strengths(self, places: Sequence[int]) -> Strengths:
        """Return how likely each of `places` belongs with each other article of the window."""
        found: Strengths = defaultdict(dict)
        tried: set[tuple[int, int]] = set()
        for place in places:
            if self._window.prints[place].is_bare:
                for other, strength in self._headlines.strengths(place).items():
                    if strength > _NEGLIGIBLE:
                        found[place][other] = found[other][place] = strength
            for other in self._candidates(place):
                if (other, place) not in tried:
                    tried.add((place, other))
                    strength = self.strength(place, other)
                    if strength > _NEGLIGIBLE:
                        found[place][other] = found[other][place] = strength
        return found

    def strength(self, one: int, other: int) -> float:
        """Return how likely two articles are about one event, from 0 to 1."""
        mine, theirs = self._window.prints[one], self._window.prints[other]
        days = abs(self._days[one] - self._days[other])
        if days > MOST_DAYS:
            return 0.0
        if mine.language != theirs.language and mine.is_foreign_to(theirs):
            likely = self._abroad.logit(one, other) if self._abroad else None
            return 0.0 if likely is None else _logistic(likely + self._against(mine, theirs, days))
        if mine.is_bare and theirs.is_bare:
            return self._headlines.strength(one, other)
        return self._by_views(one, other, self._weights.bias + self._against(mine, theirs, days))

    def _by_views(self, one: int, other: int, logit: float) -> float:
        """Return the likelihood by all views, from what is known beforehand."""
        cosine, weights = self._rarity.cosine, self._weights.views
        overall = cosine(ALL, one, other)
        if overall < _FEWEST_LIKENESS:
            return 0.0
        logit += weights[ALL] * overall
        for view in _OTHER_VIEWS:
            logit += weights[view] * cosine(view, one, other)
        if self._meanings:
            logit += self._weights.meaning * self._meanings.likeness(one, other)
        # Rounded: the order in which likenesses are added up differs from run to run.
        return round(_logistic(logit), 9)

    def _against(self, one: Print, other: Print, days: float) -> float:
        """Return what days apart take from the logit: little between full reports.

        An opening tells a follow-up from a second event by its day alone; a full report recalls
        what went before.
        """
        per_day, full = self._weights.per_day, fullness(one, other)
        return days * (per_day + (_PER_DAY_FULL - per_day) * full)

    def _candidates(self, place: int) -> list[int]:
        """Return the articles worth a closer look, in the article's own language and others."""
        prints, mine = self._window.prints, self._window.prints[place]
        near = self._window.companions(place)
        if mine.is_bare:
            near = [one for one in near if not prints[one].is_bare]
        if not self._abroad:
            return near
        far = sorted(self._abroad.companions(place))
        at_home = [one for one in near if not mine.is_foreign_to(prints[one])]
        return at_home + [one for one in far if mine.is_foreign_to(prints[one])]


def fullness(one: Print, other: Print) -> float:
    """Return how far the shorter of two articles is more than an opening, from 0 to 1."""
    share = (min(one.length, other.length) - _OPENING) / (_FULL - _OPENING)
    return max(0.0, min(1.0, share))


def _logistic(logit: float) -> float:
    return 1 / (1 + exp(-logit))
