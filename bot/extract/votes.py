"""Which blocks of a page a library takes for the article's."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.extract.blocks import Block, Box

NAMES = (
    "kept",
    "kept_before",
    "kept_after",
    "kept_box",
    "kept_outer",
    "kept_so_far",
)
_WORD = re.compile(r"\w+")
_RUN = 4


def votes_of(blocks: Sequence[Block], kept: str) -> list[tuple[float, ...]]:
    """Return a row of `NAMES` for each block; `kept` is the text that a library found."""
    if not blocks:
        return []
    shares = shares_in(blocks, kept)
    columns = [shares, [-1.0, *shares[:-1]], [*shares[1:], -1.0], *_boxes(blocks, shares)]
    return list(zip(*columns, strict=True))


def shares_in(blocks: Sequence[Block], text: str) -> list[float]:
    """Return how much of each block stands in a text: the share of its runs of four words."""
    words = _WORD.findall(text)
    runs, line = set(zip(*(words[at:] for at in range(_RUN)), strict=False)), _line(words)
    return [_share(_WORD.findall(block.text), runs, line) for block in blocks]


def _share(words: list[str], runs: set[tuple[str, ...]], line: str) -> float:
    if len(words) < _RUN:
        return float(bool(words) and _line(words) in line)
    own = list(zip(*(words[at:] for at in range(_RUN)), strict=False))
    return sum(run in runs for run in own) / len(own)


def _line(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _boxes(blocks: Sequence[Block], shares: Sequence[float]) -> Iterator[list[float]]:
    """Yield how much of the box, of the one around it, and of all kept text so far was kept."""
    words = [block.text.count(" ") + 1 for block in blocks]
    for boxes in ([one.box for one in blocks], [one.box.outer or one.box for one in blocks]):
        sums: dict[Box, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for box, share, count in zip(boxes, shares, words, strict=True):
            sums[box][0] += share * count
            sums[box][1] += count
        yield [sums[box][0] / sums[box][1] for box in boxes]
    total = 1 + sum(share * count for share, count in zip(shares, words, strict=True))
    so_far, before = 0.0, []
    for share, count in zip(shares, words, strict=True):
        before.append(so_far / total)
        so_far += share * count
    yield before
