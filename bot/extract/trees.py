"""Decision trees that weigh blocks: how a learnt table is read."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias, cast

Tree: TypeAlias = "tuple[int, float, Tree, Tree]"
"""Which number of the row, its limit, the tree up to it, the one above; or -1 and a weight."""

_HASTE = ((10, 1.2), (20, 1.5), (30, 1.8), (50, 1.8), (70, 1.5))
_CLEAR = 4.0
"""After so many trees so clear a sum is final: on the gold pages one in 2,000 would turn."""


def chances(table: str, rows: Iterable[Sequence[float]]) -> list[float]:
    """Return for each row how likely it is that its block is the article's.

    >>> chances("0<2 -1 1", [(1,), (3,)])
    [0.2689414213699951, 0.7310585786300049]
    """
    parts = _parts(table)
    return [1 / (1 + math.exp(-_sum(parts, row))) for row in rows]


def _sum(parts: Sequence[tuple[Sequence[Tree], float]], row: Sequence[float]) -> float:
    total = 0.0
    for trees, clear in parts:
        for which, limit, below, above in trees:
            while which >= 0:
                which, limit, below, above = below if row[which] <= limit else above  # noqa: PLW2901
            total += limit
        if total > clear or total < -clear:
            return math.copysign(max(_CLEAR, abs(total)), total)
    return total


@lru_cache(maxsize=4)
def _parts(table: str) -> tuple[tuple[tuple[Tree, ...], float], ...]:
    trees = tuple(_tree(one.split()) for one in table.strip().split("\n\n"))
    parts, begins = [], 0
    for end, clear in (*_HASTE, (len(trees), math.inf)):
        parts.append((trees[begins:end], clear))
        begins = end
    return tuple(parts)


def _tree(words: list[str]) -> Tree:
    """Read a tree from the left: a question and its two answers, or a weight."""
    word = words.pop(0)
    if "<" not in word:
        return cast("Tree", (-1, float(word), None, None))  # nothing follows a weight
    which, limit = word.split("<")
    below = _tree(words)
    return int(which), float(limit), below, _tree(words)
