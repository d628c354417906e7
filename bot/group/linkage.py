"""Joining what belongs together: best pair first, while the mean over all pairs is enough."""

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush

from bot.group.likeness import Strengths

Groups = dict[int, list[int]]
Judge = Callable[[Sequence[int], Sequence[int]], float]


def joined(groups: Groups, strengths: Strengths, *, needed: Judge, least: float = 0.0) -> Groups:
    """Return the groups after joining; a joined group keeps the lower of the two names.

    Two groups are joined when the mean strength over all their pairs, strongest first,
    reaches what `needed` asks for two such groups. It never asks for less than `least`.

    >>> joined({0: [0], 1: [1], 2: [2]}, {0: {1: 0.8}, 1: {0: 0.8}}, needed=lambda a, b: 0.5)
    {0: [0, 1], 2: [2]}
    """
    members = {name: list(places) for name, places in groups.items()}
    sums = _sums(members, strengths)
    heap = [
        (-total / (len(members[one]) * len(members[other])), one, other)
        for one, row in sums.items()
        for other, total in row.items()
        if one < other and total >= least * len(members[one]) * len(members[other])
    ]
    heapify(heap)
    while heap:
        mean, one, other = heappop(heap)
        if -mean != _mean(members, sums, one, other):
            continue  # one of them has grown or is gone since
        if -mean < needed(members[one], members[other]):
            continue
        _join(members, sums, one, other)
        for third in sums[one]:
            lower, higher = min(one, third), max(one, third)
            mean = -_mean(members, sums, lower, higher)
            if -mean >= least:
                heappush(heap, (mean, lower, higher))
    return members


def _sums(members: Groups, strengths: Strengths) -> Strengths:
    """Return the summed strengths between groups that have any."""
    group_of = {place: name for name, places in members.items() for place in places}
    sums: Strengths = {name: {} for name in members}
    for place, row in strengths.items():
        for other, strength in row.items():
            mine, theirs = group_of[place], group_of[other]
            if mine != theirs:
                sums[mine][theirs] = sums[mine].get(theirs, 0.0) + strength
    return sums


def _mean(members: Groups, sums: Strengths, one: int, other: int) -> float:
    """Return the mean strength over the pairs of two groups, or -1 when one is gone."""
    if one not in members or other not in members:
        return -1.0
    return sums[one].get(other, 0.0) / (len(members[one]) * len(members[other]))


def _join(members: Groups, sums: Strengths, one: int, other: int) -> None:
    members[one].extend(members.pop(other))
    for third, total in sums.pop(other).items():
        sums[third].pop(other)
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
