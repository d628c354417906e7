"""Measures speed against sumy in the same run: machines differ, and are never alone."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence

from bench.quality.gold import Gold
from bench.quality.peers import lex_rank
from bench.quality.report import Part, Table
from bench.throughput import BATCH, Desk
from bot.cli.rows import article
from bot.models import Article, Budget
from bot.store.memory import open_memory

SET = "ecbplus"


def measured(gold: Gold) -> Part:
    """Return how many full reports a core takes through each stage, beside sumy's LexRank."""
    rows = gold.rows("clustering", SET)
    articles = [article(row, number) for number, row in enumerate(rows, start=1)]
    asyncio.run(_spent(articles[:BATCH]))  # imports, and tables that are read once
    took = dict(asyncio.run(_spent(articles)))
    took["all of it"] = sum(took.values())
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
            f"{len(articles)} full reports (ecbplus), met in batches of {BATCH}; CPU time.",
            "Read the last column: articles/s depends on the machine and on what else it does.",
        ),
    )
    return Part(tables=(table,))


async def _spent(articles: Sequence[Article]) -> Mapping[str, float]:
    """Return what a desk spends on each stage of the articles."""
    store = await open_memory()
    desk = Desk(store)
    for at in range(0, len(articles), BATCH):
        await desk.meets(articles[at : at + BATCH])
    await store.close()
    return desk.spent


def _cpu(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
