"""Prints how many stories a second are told short: `python bench/condense.py [STORIES]`.

The articles are invented, of about 2,000 characters like those of a news agency: words of a
made-up language among the words by which English tells news. They come alone and five to a
story, within three sentences and within sixty words.
"""

import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bot.condense.extractive import condensed
from bot.models import Article, ArticleId, Budget, SourceId, Story, StoryId

STORIES = 200
CHARACTERS = 2_000
START = datetime(2026, 11, 23, tzinfo=UTC)
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]
SMALL = "the of to and in a for on with at by from as that was is were has will its".split()  # noqa: SIM905 - a list of words
FRAMES = (
    "{0}, {1} {2} said on Friday.",
    "{1} {2} told reporters that {0}.",
    "{0}.",
    "At least {3} people were killed, {1} {2} said, and {0}.",
    "{1} {2} accused the {0} of delay.",
    "{1} denied that {0}.",
    '"{0}," said {1} {2}.',
    "But {0} (a landmark) for ${3} million.",
    "He said {0}.",
    "The vote was moved from Monday to Tuesday, {0}.",
)
BUDGETS = (Budget(sentences=3), Budget(sentences=None, words=60))


def articles(chance: random.Random) -> Iterator[Article]:
    """Yield invented reports; five in a row share their words."""
    common = ["".join(chance.choices(SYLLABLES, k=2)) for _ in range(2_000)]
    number = 0
    while True:
        own = chance.choices(common, k=200)
        names = [chance.choice(common).title() for _ in range(6)]
        for _ in range(5):
            number += 1
            yield _article(chance, own, names, number)


def _article(chance: random.Random, own: list[str], names: list[str], number: int) -> Article:
    text: list[str] = []
    while sum(map(len, text)) < CHARACTERS:
        words = chance.choices(own, k=14) + chance.choices(SMALL, k=8)
        chance.shuffle(words)
        frame = chance.choice(FRAMES)
        one, other = chance.choices(names, k=2)
        text.append(frame.format(" ".join(words), one, other, chance.randint(2, 90)))
    return Article(
        id=ArticleId(f"a{number}"),
        source=SourceId(f"s{number % 5}"),
        outlet=f"Outlet {number % 5}",
        url="",
        title=" ".join(chance.choices(own, k=8)),
        text="\n\n".join(f"{line[0].upper()}{line[1:]}" for line in text),
        fetched_at=START,
        published_at=START + timedelta(hours=number % 5),
        language="en",
    )


def main(many: int) -> None:
    """Measure and print."""
    print(f"{'reports':>8}{'budget':>14}{'stories/s':>12}{'reports/s':>12}")
    for size in (1, 5):
        invented = articles(random.Random(1))  # noqa: S311 - a bench, no secret
        stories = [
            Story(id=StoryId(str(at)), articles=tuple(next(invented) for _ in range(size)))
            for at in range(many // size)
        ]
        for budget in BUDGETS:
            begun = time.process_time()
            for story in stories:
                condensed(story, budget=budget)
            speed = len(stories) / (time.process_time() - begun)
            name = f"{budget.sentences} sentences" if budget.sentences else f"{budget.words} words"
            print(f"{size:>8}{name:>14}{speed:>12.0f}{speed * size:>12.0f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else STORIES)
