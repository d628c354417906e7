"""Measures speed against sumy in the same run: machines differ, and are never alone."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable

from bench.quality.gold import Gold
from bench.quality.peers import lex_rank
from bench.quality.report import Part, Table
from bot.cli.rows import article
from bot.condense.extractive import condensed
from bot.group import StoryGrouper
from bot.models import Article, Budget, Grouping, Story, StoryId
from bot.store.memory import open_memory

SET = "ecbplus"


def measured(gold: Gold) -> Part:
    """Return how many full reports a core takes through each stage, beside sumy's LexRank."""
    rows = gold.rows("clustering", SET)
    articles = [article(row, number) for number, row in enumerate(rows, start=1)]
    condensed(Story(id=StoryId("warm"), articles=tuple(articles[:1])), budget=Budget())
    grouping = StoryGrouper().group(articles, ())
    stages: dict[str, Callable[[], object]] = {
        "group": lambda: StoryGrouper().group(articles, ()),
        "condense": lambda: _condense(articles, grouping),
        "index": lambda: asyncio.run(_index(articles, grouping)),
    }
    took = {name: _cpu(work) for name, work in stages.items()}
    took["all three"] = sum(took.values())
    theirs = _cpu(
        lambda: [lex_rank({"src": one.text}, Budget()) for one in articles if one.text.strip()]
    )
    lines = [
        (name, f"{len(articles) / seconds:.0f}", f"{theirs / seconds:.1f}")
        for name, seconds in took.items()
    ]
    lines.append(("sumy LexRank, condensing alone", f"{len(articles) / theirs:.0f}", "1.0"))
    table = Table(
        title="Speed on one core",
        head=("stage", "articles/s", "times sumy"),
        rows=tuple(lines),
        notes=(
            f"{len(articles)} full reports (ecbplus), CPU time of one run.",
            "Read the last column: articles/s depends on the machine and on what else it does.",
        ),
    )
    return Part(tables=(table,))


def _condense(articles: list[Article], grouping: Grouping) -> None:
    stories: dict[StoryId, list[Article]] = defaultdict(list)
    for one in articles:
        stories[grouping.placed[one.id]].append(one)
    for name, members in stories.items():
        condensed(Story(id=name, articles=tuple(members)), budget=Budget())


async def _index(articles: list[Article], grouping: Grouping) -> None:
    store = await open_memory()
    await store.library.add(articles, grouping)
    await store.close()


def _cpu(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
