"""Prints how grouping fares when articles come in any order: `python bench/arrival.py GOLD...`.

GOLD is JSON Lines as for `scripts.learn_grouping`. Each set is grouped at once, then five times in
batches of 25 of a shuffled row, by a desk that never looks back: BCubed F1, mean and spread.
"""

import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.group import StoryGrouper
from bot.models import Article, ArticleId, Story, StoryId
from scripts.learn_grouping import Gold, f1, purities_of, read

BATCH = 25
SHUFFLES = 5


def main(paths: Sequence[Path]) -> None:
    """Measure and print."""
    for path in paths:
        gold = read(path)
        at_once = f1(purities_of(gold, StoryGrouper().group(gold.articles, []).placed).values())
        print(f"{path.name}: {at_once:.1f} at once", flush=True)
        begun = time.process_time()
        scores = [_shuffled(gold, seed) for seed in range(SHUFFLES)]
        speed = SHUFFLES * len(gold.articles) / (time.process_time() - begun)
        mean, spread = statistics.mean(scores), statistics.pstdev(scores)
        print(f"{path.name}: {mean:.1f} +- {spread:.1f} in batches ({speed:.0f} articles/s)")


def _shuffled(gold: Gold, seed: int) -> float:
    """Return BCubed F1 of one shuffle."""
    row = list(gold.articles)
    random.Random(seed).shuffle(row)  # noqa: S311 (a bench, no secret)
    grouper = StoryGrouper()
    members: dict[StoryId, list[Article]] = defaultdict(list)
    for batch in _batches(row):
        known = [Story(id=name, articles=tuple(found)) for name, found in members.items()]
        grouping = grouper.group(batch, known)
        for gone, home in grouping.merged.items():
            members[home] += members.pop(gone)
        for one in batch:
            members[grouping.placed[one.id]].append(one)
    placed: dict[ArticleId, StoryId] = {
        one.id: name for name, found in members.items() for one in found
    }
    return f1(purities_of(gold, placed).values())


def _batches(row: Sequence[Article]) -> Iterator[Sequence[Article]]:
    for at in range(0, len(row), BATCH):
        yield row[at : at + BATCH]


if __name__ == "__main__":
    main([Path(word) for word in sys.argv[1:]])
