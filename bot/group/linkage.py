"""Joining what belongs together: clearest pair first, while the mean over all pairs is enough."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush

from bot.group.likeness import Strengths

FOREIGN = 0.3
"""How much a pair in two languages weighs: that little is shared says little there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article in a group. `weight` is its share of a report that several print."""

    place: int
    day: float = 0.0
    language: str = ""
    weight: float = 1.0
    is_bare: bool = False


@dataclass(slots=True)
class Group:
    """Articles that were found to be about one event, and what they are like together."""

    members: list[Member] = field(default_factory=list)
    voices: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    first: float = float("inf")
    last: float = float("-inf")
    is_bare: bool = True

    def extend(self, members: Iterable[Member]) -> None:
        """Take members in."""
        for one in members:
            self.members.append(one)
            self.voices[one.language] += one.weight
            self.first, self.last = min(self.first, one.day), max(self.last, one.day)
            self.is_bare &= one.is_bare


Groups = dict[int, Group]
Judge = Callable[[Group, Group], float]
_Heap = list[tuple[float, int, int, int, int]]


def joined(groups: Groups, strengths: Strengths, *, needed: Judge) -> Groups:
    """Return the groups after joining, in place; a joined group keeps the lower of two names.

    Two groups are joined when the mean strength over all their pairs reaches what `needed` asks
    for two such groups. The pair that exceeds it the most goes first.
    """
    return _Joining(groups, strengths, needed).done()


class _Joining:
    """One run of average linkage. A group's version tells stale entries of the heap."""

    def __init__(self, groups: Groups, strengths: Strengths, needed: Judge) -> None:
        self._groups = groups
        self._needed = needed
        self._sums = _sums(groups, strengths)
        self._versions = dict.fromkeys(groups, 0)
        self._heap: _Heap = []

    def done(self) -> Groups:
        """Join until nothing is left to be joined."""
        for one, row in self._sums.items():
            for other in row:
                if one < other:
                    self._consider(one, other)
        while self._heap:
            _, one, other, first, second = heappop(self._heap)
            if (self._versions.get(one), self._versions.get(other)) == (first, second):
                self._join(one, other)
                for third in self._sums[one]:
                    self._consider(min(one, third), max(one, third))
        return self._groups

    def _consider(self, one: int, other: int) -> None:
        """Put two groups on the heap if they may be joined as they are."""
        mine, theirs = self._groups[one], self._groups[other]
        mean = self._sums[one][other] / _pairs(mine.voices, theirs.voices)
        excess = mean / self._needed(mine, theirs)
        if excess >= 1:
            heappush(self._heap, (-excess, one, other, self._versions[one], self._versions[other]))

    def _join(self, one: int, other: int) -> None:
        self._groups[one].extend(self._groups.pop(other).members)
        self._versions[one] += 1
        del self._versions[other]
        mine = self._sums[one]
        for third, total in self._sums.pop(other).items():
            del self._sums[third][other]
            if third != one:
                mine[third] = self._sums[third][one] = mine.get(third, 0.0) + total


def _pairs(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the weight of all pairs of two groups."""
    total: float = sum(one.values()) * sum(other.values())
    near = sum(weight * other[language] for language, weight in one.items() if language in other)
    return near + FOREIGN * (total - near)


def _sums(groups: Groups, strengths: Strengths) -> Strengths:
    """Return the weighted sums of strengths between groups that have any."""
    home = {one.place: (name, one) for name, group in groups.items() for one in group.members}
    sums: Strengths = {name: {} for name in groups}
    for place, row in strengths.items():
        name, mine = home[place]
        for other, strength in row.items():
            its, theirs = home[other]
            if name != its:
                share = strength * mine.weight * theirs.weight
                if mine.language != theirs.language:
                    share *= FOREIGN
                sums[name][its] = sums[name].get(its, 0.0) + share
    return sums
