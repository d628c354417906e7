"""Prints how fast articles go through: `python bench/throughput.py ARTICLES... [--live N]`.

ARTICLES is JSON Lines, gzipped or not, as for `newsdesk group`. A desk meets them in batches, in
the order of the files: it groups a batch among all that it knows, condenses each article, and
stores and indexes the batch in memory. `--live` first lets it know so many invented stories,
untimed. CPU time of the whole process, so one core; the first batch is counted.
"""

import argparse
import asyncio
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.group import Newsroom
from bot.cli.rows import article, rows
from bot.condense.extractive import condensed
from bot.group import StoryGrouper
from bot.models import Article, Budget, Grouping, Story, StoryId
from bot.ports import Store
from bot.store.memory import open_memory

BATCH = 25
STAGES = ("group", "condense", "store and index")
BUDGET = Budget(words=60)


class Desk:
    """What a desk does with a batch, each stage on its own watch."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._grouper = StoryGrouper()
        self._members: dict[StoryId, list[Article]] = defaultdict(list)
        self.spent = dict.fromkeys(STAGES, 0.0)

    @property
    def stories(self) -> int:
        """How many stories it knows."""
        return len(self._members)

    def knows(self, articles: Sequence[Article], grouping: Grouping) -> None:
        """Remember where articles belong."""
        for gone, home in grouping.merged.items():
            self._members[home] += self._members.pop(gone)
        for one in articles:
            self._members[grouping.placed[one.id]].append(one)

    def given(self, stories: Sequence[Sequence[Article]]) -> None:
        """Let it have known stories all along."""
        for at, row in enumerate(stories):
            self._members[StoryId(f"given{at}")].extend(row)
        spare = [row[0] for row in stories[:1]]
        self._grouper.group([_again(one) for one in spare], self._known())

    async def meets(self, batch: Sequence[Article]) -> None:
        """Group, condense, store and index a batch."""
        known = self._known()
        with self._timed("group"):
            grouping = self._grouper.group(batch, known)
        with self._timed("condense"):
            for one in batch:
                condensed(Story(id=grouping.placed[one.id], articles=(one,)), budget=BUDGET)
        with self._timed("store and index"):
            await self._store.library.add(batch, grouping)
        self.knows(batch, grouping)

    def _known(self) -> list[Story]:
        return [Story(id=name, articles=tuple(row)) for name, row in self._members.items()]

    @contextmanager
    def _timed(self, stage: str) -> Iterator[None]:
        begun = time.process_time()
        yield
        self.spent[stage] += time.process_time() - begun


async def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--live", type=int, default=0)
    asked = parser.parse_args(arguments)
    found = [article(row, number) for path in asked.articles for number, row in rows(path)]
    store = await open_memory()
    desk = Desk(store)
    if asked.live:
        events = Newsroom(random.Random(asked.live)).events()  # noqa: S311 (a bench, no secret)
        desk.given([next(events) for _ in range(asked.live)])
    for at in range(0, len(found), asked.batch):
        await desk.meets(found[at : at + asked.batch])
    await store.close()
    words = sum(len(one.text.split()) for one in found) / len(found)
    print(f"{len(found)} articles of {words:.0f} words in batches of {asked.batch}")
    print(f"{desk.stories} stories at the end")
    for stage, spent in (*desk.spent.items(), ("together", sum(desk.spent.values()))):
        print(
            f"{stage:<16}{len(found) / spent:>8.0f} articles/s{1e3 * spent / len(found):>8.2f} ms"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{'memory':<16}{peak:>8} MB at most")


def _again(one: Article) -> Article:
    """Return a report of nothing, dated as another: to group it takes in all that is known."""
    return Article(
        id=type(one.id)("again"),
        source=one.source,
        outlet=one.outlet,
        url=one.url,
        title="",
        text="",
        fetched_at=one.fetched_at,
        published_at=one.published_at,
    )


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
