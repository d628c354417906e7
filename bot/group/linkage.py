"""Joining what belongs together: best pair first, while the mean over all pairs is enough."""

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from operator import add, mul

from bot.group.likeness import Strengths

Groups = dict[int, list[int]]
Judge = Callable[[Sequence[int], Sequence[int]], float]
Voices = Mapping[int, tuple[str, float]]
Mass = tuple[float, ...]
Masses = dict[int, Mass]

FOREIGN = 0.3
"""How much a pair in two languages weighs: that little is shared says little there."""


def joined(
    groups: Groups,
    strengths: Strengths,
    *,
    needed: Judge,
    least: float = 0.0,
    voices: Voices | None = None,
) -> Groups:
    """Return the groups after joining; a joined group keeps the lower of the two names.

    Two groups are joined when the mean strength over all their pairs, strongest first,
    reaches what `needed` asks for two such groups. It never asks for less than `least`.
    `voices` gives for each place its language and its weight, where they are not all alike.

    >>> joined({0: [0], 1: [1], 2: [2]}, {0: {1: 0.8}, 1: {0: 0.8}}, needed=lambda a, b: 0.5)
    {0: [0, 1], 2: [2]}
    """
    members = {name: list(places) for name, places in groups.items()}
    given = voices or {}
    voice = {place: given.get(place, ("", 1.0)) for row in groups.values() for place in row}
    masses = _masses(groups, voice)
    sums = _sums(members, strengths, voice)
    heap = [
        (-mean, one, other)
        for one, row in sums.items()
        for other, total in row.items()
        if one < other and (mean := total / _pairs(masses[one], masses[other])) >= least
    ]
    heapify(heap)
    while heap:
        mean, one, other = heappop(heap)
        if -mean != _mean(masses, sums, one, other):
            continue  # one of them has grown or is gone since
        if -mean < needed(members[one], members[other]):
            continue
        members[one].extend(members.pop(other))
        _join(masses, sums, one, other)
        for third in sums[one]:
            lower, higher = min(one, third), max(one, third)
            mean = -_mean(masses, sums, lower, higher)
            if -mean >= least:
                heappush(heap, (mean, lower, higher))
    return members


def _masses(groups: Groups, voice: Voices) -> Masses:
    """Return how much each group says in each language."""
    languages = sorted({language for language, _ in voice.values()})
    return {
        name: tuple(
            sum(voice[place][1] for place in places if voice[place][0] == language)
            for language in languages
        )
        for name, places in groups.items()
    }


def _pairs(one: Mass, other: Mass) -> float:
    """Return the weight of all pairs of two groups."""
    if len(one) == 1:
        return one[0] * other[0]
    near: float = sum(map(mul, one, other))
    return near + FOREIGN * (sum(one) * sum(other) - near)


def _sums(members: Groups, strengths: Strengths, voice: Voices) -> Strengths:
    """Return the weighted sums of strengths between groups that have any."""
    group_of = {place: name for name, places in members.items() for place in places}
    sums: Strengths = {name: {} for name in members}
    for place, row in strengths.items():
        language, weight = voice[place]
        for other, strength in row.items():
            mine, theirs = group_of[place], group_of[other]
            if mine != theirs:
                its, heft = voice[other]
                share = strength * weight * heft * (1.0 if its == language else FOREIGN)
                sums[mine][theirs] = sums[mine].get(theirs, 0.0) + share
    return sums


def _mean(masses: Masses, sums: Strengths, one: int, other: int) -> float:
    """Return the mean strength over the pairs of two groups, or -1 when one is gone."""
    if one not in masses or other not in masses:
        return -1.0
    return sums[one].get(other, 0.0) / _pairs(masses[one], masses[other])


def _join(masses: Masses, sums: Strengths, one: int, other: int) -> None:
    masses[one] = tuple(map(add, masses[one], masses.pop(other)))
    for third, total in sums.pop(other).items():
        sums[third].pop(other)
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
