"""Prints how many articles a second are grouped: `python bench/group.py [LIVE ...]`.

The articles are invented: words of a made-up language, in stories of one to six reports. For
each number of live stories (1,000 and 10,000) the desk is filled, and then meets batches of new
articles, half of them about live stories.
"""

import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.group import StoryGrouper
from bot.models import Article, ArticleId, SourceId, Story, StoryId

LIVE = (1_000, 10_000)
BATCH = 100
BATCHES = 5
START = datetime(2026, 11, 2, tzinfo=UTC)
TOPICS = 60
KINDS = (("common", "topic", "name", "own"), (62, 20, 10, 8))
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]


@dataclass(slots=True)
class Newsroom:
    """Invents events and reports of them."""

    chance: random.Random
    common: list[str] = field(init=False)
    topics: list[list[str]] = field(init=False)
    count: int = 0

    def __post_init__(self) -> None:
        """Make up the language."""
        self.common = [self._word() for _ in range(4_000)]
        self.topics = [[self._word() for _ in range(300)] for _ in range(TOPICS)]

    def events(self) -> Iterator[list[Article]]:
        """Yield the reports of one event after the other."""
        while True:
            topic = self.chance.choice(self.topics)
            names = [self._word().title() for _ in range(8)]
            own = [self._word() for _ in range(25)]
            day = self.chance.uniform(0, 6)
            many = min(6, 1 + int(self.chance.expovariate(0.7)))
            yield [self._report(topic, names, own, day) for _ in range(many)]

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((2, 2, 3, 3, 4))))

    def _report(self, topic: list[str], names: list[str], own: list[str], day: float) -> Article:
        self.count += 1
        at = START + timedelta(days=day + self.chance.uniform(0, 1))
        return Article(
            id=ArticleId(f"a{self.count}"),
            source=SourceId("s"),
            outlet="Delta Herald",
            url="https://herald.example/",
            title=self._sentence(topic, names, own, 9),
            text=" ".join(self._sentence(topic, names, own, 20) for _ in range(18)),
            fetched_at=at,
            published_at=at,
            language="en",
        )

    def _sentence(self, topic: list[str], names: list[str], own: list[str], many: int) -> str:
        """Return words by their kind: common and topical ones by rank, those of the event alike."""
        rank = self.chance.paretovariate
        found = [
            {
                "common": lambda: self.common[int(rank(0.6)) % len(self.common)],
                "topic": lambda: topic[int(rank(0.5)) % len(topic)],
                "name": lambda: self.chance.choice(names),
                "own": lambda: self.chance.choice(own),
            }[kind]()
            for kind in self.chance.choices(*KINDS, k=many)
        ]
        text = " ".join(found)
        return f"{text[0].upper()}{text[1:]}."


def main(lives: Sequence[int]) -> None:
    """Measure and print."""
    print(f"{'live stories':>12}{'articles':>10}{'first call':>12}{'articles/s':>12}{'joined':>8}")
    for live in lives:
        _measure(live)


def _measure(live: int) -> None:
    events = Newsroom(random.Random(live)).events()  # noqa: S311 (a bench, no secret)
    rows = [next(events) for _ in range(live)]
    late = [row.pop() for row in rows if len(row) > 1]  # comes in later
    stories = {StoryId(f"st{at}"): row for at, row in enumerate(rows)}
    of = {one.id: name for name, row in stories.items() for one in row}
    fresh = late[: BATCH * BATCHES // 2]
    fresh += [one for _ in range(BATCH * BATCHES) for one in next(events)][: len(fresh)]
    random.Random(1).shuffle(fresh)  # noqa: S311
    grouper = StoryGrouper()
    took: list[float] = []
    for at in range(-1, BATCHES):
        batch = fresh[at * BATCH : (at + 1) * BATCH] if at >= 0 else late[-1:]
        known = [Story(id=name, articles=tuple(row)) for name, row in stories.items()]
        begun = time.process_time()
        grouping = grouper.group(batch, known)
        took.append(time.process_time() - begun)
        for gone, home in grouping.merged.items():
            stories[home] += stories.pop(gone)
        for one in batch:
            stories.setdefault(grouping.placed[one.id], []).append(one)
    joined = sum(len(row) > 1 for row in stories.values())
    speed = BATCH * BATCHES / sum(took[1:])
    print(f"{live:>12}{len(of):>10}{took[0]:>11.1f}s{speed:>12.0f}{joined:>8}", flush=True)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or LIVE)
