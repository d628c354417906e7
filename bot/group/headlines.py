"""How alike bare headlines are: a few words each, and those of the headlines nearest to them.

"Port shut by strike" and "Pilots walk out" share no word. A third headline that has words of both
is near to either, so each headline borrows the words of its nearest ones, by how near they are.
Names weigh more than other words, and words are also known by how they begin.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from heapq import nlargest
from math import exp, sqrt

from bot.group.casing import Casing
from bot.group.meanings import Meanings
from bot.group.prints import PAIRS, TITLE, Print, Terms
from bot.group.rarity import Rarity
from bot.group.window import MOST_DAYS, Window

# Tuned on a dev half of 3,300 headlines in 49 stories, on random tenths of it and on the titles
# of two more sets; rerun the learning script's evaluation when one is touched.
_FLAT = 0.3  # rare words mislead in headlines, so rarity counts for little
_PAIRS_COUNT = 0.6
_BEGINNING = 4  # letters
_BEGINNINGS_COUNT = 0.4
_NEAREST = 5
_BORROWED = 3.5
_MOST_WORDS = 60
_MEANING_COUNTS = 0.7
_FEWEST_SHARED = 0.03  # of a headline's own words with the other's enriched ones


class Headlines:
    """The bare headlines of a window as it stands, compared with each other."""

    def __init__(
        self,
        window: Window,
        rarity: Rarity,
        *,
        days: Mapping[int, float],
        meanings: Meanings | None = None,
    ) -> None:
        self._prints = window.bare
        self._rarity = rarity
        self._days = days
        self._meanings = meanings
        self._own: dict[int, Terms] = {}
        self._rich: dict[int, Terms] = {}
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        casing = Casing((one.title, one.language) for one in window.bare.values())
        beginnings = Counter(
            beginning for one in window.bare.values() for beginning in _beginnings(one)
        )
        for place, one in window.bare.items():
            self._own[place] = self._weighed(one, casing, beginnings)
            for term, weight in self._own[place].items():
                self._holders[term].append((place, weight))

    def strengths(self, place: int) -> dict[int, float]:
        """Return how likely each other headline is about the event of `place`, if at all."""
        near = self._near(place, self._enriched(place))
        return {
            other: likely
            for other, shared in near.items()
            if shared >= _FEWEST_SHARED and (likely := self.strength(place, other))
        }

    def strength(self, one: int, other: int) -> float:
        """Return how likely two headlines are about one event, from 0 to 1."""
        rich = self._rich
        mine, theirs = (
            rich.get(one) or self._enriched(one),
            rich.get(other) or self._enriched(other),
        )
        if mine.keys().isdisjoint(theirs):  # as most are: asked first, it takes half as long
            return 0.0
        likeness = sum([mine[term] * theirs[term] for term in mine.keys() & theirs.keys()])
        return min(1.0, self._mixed(likeness, one, other)) * self._nearness_in_time(one, other)

    def _mixed(self, likeness: float, one: int, other: int) -> float:
        """Return a likeness in words together with that in meaning, when it is known."""
        if self._meanings is None:
            return likeness
        meant = self._meanings.likeness(one, other)
        return (1 - _MEANING_COUNTS) * likeness + _MEANING_COUNTS * meant

    def _enriched(self, place: int) -> Terms:
        """Return a headline's words together with those that it borrows."""
        if place not in self._rich:
            words = dict(self._own[place])
            for other, nearness in self._nearest(place):
                share = _BORROWED * nearness**2
                for term, weight in self._own[other].items():
                    words[term] = words.get(term, 0.0) + share * weight
            if len(words) > _MOST_WORDS:
                words = dict(nlargest(_MOST_WORDS, words.items(), key=lambda item: item[1]))
            self._rich[place] = _of_length_one(words)
        return self._rich[place]

    def _nearest(self, place: int) -> list[tuple[int, float]]:
        """Return the headlines most alike, and how near they are in words and time."""
        near = [
            (other, likeness * self._nearness_in_time(place, other))
            for other, likeness in self._near(place, self._own[place]).items()
        ]
        return nlargest(
            _NEAREST, near, key=lambda pair: (round(pair[1], 9), self._prints[pair[0]].id)
        )

    def _near(self, place: int, words: Terms) -> Mapping[int, float]:
        """Return how alike the other headlines are to so weighed words."""
        found: dict[int, float] = defaultdict(float)
        for term, weight in words.items():
            for other, its in self._holders.get(term, ()):
                found[other] += weight * its
        found.pop(place, None)
        mine = self._prints[place]
        if not mine.language:
            return found
        return {
            other: likeness
            for other, likeness in found.items()
            if not mine.is_foreign_to(self._prints[other])
        }

    def _weighed(self, one: Print, casing: Casing, beginnings: Mapping[str, int]) -> Terms:
        """Return the words of a headline, pairs and beginnings, the rare ones a little heavier."""
        square, named = self._rarity.square, casing.weight
        words = {
            term: named(term) * square(TITLE, term) ** (_FLAT / 2) for term in one.views[TITLE]
        }
        for pair in one.views[PAIRS]:
            first, second = pair.split(" ", 1)
            both = sqrt(named(first) * named(second))
            words[pair] = _PAIRS_COUNT * both * square(PAIRS, pair) ** (_FLAT / 2)
        for term in _beginnings(one):
            telling = self._rarity.square_of(beginnings[term])
            words[term] = _BEGINNINGS_COUNT * telling ** (_FLAT / 2)
        return _of_length_one(words)

    def _nearness_in_time(self, one: int, other: int) -> float:
        days = abs(self._days[one] - self._days[other])
        return exp(-days / MOST_DAYS) if days <= MOST_DAYS else 0.0


def _beginnings(one: Print) -> set[str]:
    """Return how the longer words of a headline begin, marked as no words."""
    return {f"{term[:_BEGINNING]}-" for term in one.views[TITLE] if len(term) > _BEGINNING}


def _of_length_one(words: Terms) -> Terms:
    length = sqrt(sum([weight * weight for weight in words.values()])) or 1.0
    return {term: weight / length for term, weight in words.items()}
