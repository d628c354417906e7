"""Which articles are copies of others: suspected by a sample, proven on the whole text."""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from bot.group.window import Window
from bot.text.copies import is_copy

_SUSPICION = 0.25
_FEWEST_SAMPLED = 1
_MOST_HOLDERS = 60


def reprints(window: Window, fresh: Iterable[int]) -> list[tuple[int, int]]:
    """Return the pairs of places that are one report, each with a fresh one in it.

    A run of words that very many articles hold is looked up in the first of them only.
    """
    found: set[tuple[int, int]] = set()
    for place in fresh:
        mine = frozenset(window.prints[place].runs)
        for other in _suspects(window, place):
            if is_copy(mine, frozenset(window.prints[other].runs)):
                found.add((min(place, other), max(place, other)))
    return sorted(found)


def _suspects(window: Window, place: int) -> list[int]:
    shared = Counter(chain.from_iterable(window.holders(place, _MOST_HOLDERS)))
    del shared[place]
    sampled = window.prints[place].sampled
    return [
        other
        for other, count in shared.items()
        if count >= max(_FEWEST_SAMPLED, _SUSPICION * min(sampled, window.prints[other].sampled))
    ]
