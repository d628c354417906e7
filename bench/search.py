"""Prints how well stories are found: `python bench/search.py QUERIES ARTICLES…`.

Both are JSON Lines, also packed (`.gz`). A query a line is
`{"qid", "kind", "query", "relevant": [article ids]}`, an article
`{"id", "title", "text", …}`. The articles are grouped and stored as the desk does it, then each
query is asked as `/news search` asks it, things under all their names; the articles of the
stories found, in order, are scored by nDCG@10, MRR and recall@10.
"""

import asyncio
import math
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bot.cli.rows import Row, article, rows
from bot.commands.wanted import understood
from bot.compose.select import best_first, fitting
from bot.config import Settings, known_aliases
from bot.group.grouper import StoryGrouper
from bot.ports import Store
from bot.store.memory import open_memory

DEPTH = 10
ALIASES = known_aliases(Settings())


async def main(queries: Path, collections: Sequence[Path]) -> None:
    """Store, ask, score and print."""
    started = time.process_time()
    store = await stocked(collections)
    print(f"grouped and stored in {time.process_time() - started:.1f} CPU s")
    started = time.process_time()
    scores = await asked(store, queries)
    spent = (time.process_time() - started) / max(1, sum(map(len, scores.values())))
    print(f"{'kind':<12}{'queries':>8}{'nDCG@10':>9}{'MRR':>7}{'recall@10':>11}")
    for kind, each in scores.items():
        ndcg, mrr, recall = (100 * statistics.mean(column) for column in zip(*each, strict=True))
        print(f"{kind:<12}{len(each):>8}{ndcg:>9.1f}{mrr:>7.1f}{recall:>11.1f}")
    print(f"{1000 * spent:.1f} CPU ms a query")
    await store.close()


async def stocked(collections: Sequence[Path]) -> Store:
    """Return a store that holds the articles of some files, grouped as the desk does it."""
    found = [article(row, number) for path in collections for number, row in rows(path)]
    store = await open_memory()
    await store.library.add(found, StoryGrouper().group(found, ()))
    return store


async def asked(store: Store, queries: Path) -> dict[str, list[tuple[float, float, float]]]:
    """Return the scores of every query of a file, by kind."""
    scores: dict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for _, query in rows(queries):
        scores[str(query.get("kind") or "")].append(await _score(store, query))
    return scores


async def _score(store: Store, query: Row) -> tuple[float, float, float]:
    wanted = await understood(store, str(query["query"]), audience=None, aliases=ALIASES)
    stories = await store.search.search(wanted.topic, audience=None)
    listed = [
        member.id
        for story in fitting(stories, wanted.topic)
        for member in best_first(wanted.topic, story)
    ]
    return scored(listed[:DEPTH], frozenset(map(str, query["relevant"])))


def scored(listed: Sequence[str], relevant: frozenset[str]) -> tuple[float, float, float]:
    """Return nDCG, reciprocal rank and recall of a list, each from 0 to 1."""
    hits = [place for place, name in enumerate(listed) if name in relevant]
    most = min(DEPTH, len(relevant))
    gain = sum(1 / math.log2(place + 2) for place in hits)
    ideal = sum(1 / math.log2(place + 2) for place in range(most))
    return gain / ideal, 1 / (hits[0] + 1) if hits else 0.0, len(hits) / most


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
