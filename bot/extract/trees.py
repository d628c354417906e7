"""Decision trees that weigh blocks: how a learnt table is read."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"
"""A leaf's weight, or: which number of the row, its limit, the tree up to it, the one above."""

_HASTE = ((15, 1.5), (30, 1.8), (50, 1.8))
_CLEAR = 4.0
"""After so many trees so clear a sum is final: on the gold pages one in 5,000 would turn."""


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
        for tree in trees:
            node = tree
            while isinstance(node, tuple):
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node
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
        return float(word)
    which, limit = word.split("<")
    below = _tree(words)
    return int(which), float(limit), below, _tree(words)
