"""Measures searching: stories as `/news search` finds them, beside SQLite's full-text search."""

import asyncio
import sqlite3
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.quality.gold import Gold, Row
from bench.quality.report import Basis, Goal, Part, Table
from bench.search import DEPTH, asked, scored, stocked
from bot.cli.rows import rows
from bot.text.words import words

OURS = "newsdesk, stories"
AS_IS, ANY_STEM = "FTS5 as is (all words)", "FTS5, any word, porter"
BASELINES = {AS_IS: (" ", "unicode61"), ANY_STEM: (" OR ", "porter unicode61 remove_diacritics 2")}
NAMES = {"short": "short queries", "typo": "misspelt queries", "title": "headlines as queries"}
BOUNDS = {"short": (84, 88), "typo": (90, 93)}

Scores = Mapping[str, Sequence[tuple[float, float, float]]]


def latest(gold: Gold) -> Part:
    """Return how stories are found by what users type."""
    paths = [gold.path("clustering", name) for name in ("ecbplus", "allsides21")]
    articles = [*gold.rows("clustering", "ecbplus"), *gold.rows("clustering", "allsides21")]
    found = _every(paths, articles, gold.path("search", "latest-queries"))
    tables = tuple(
        _table(
            f"Searching: {NAMES.get(kind, kind)}", {name: by[kind] for name, by in found.items()}
        )
        for kind in found[OURS]
    )
    goals = tuple(
        Goal(
            figure=f"searching, {NAMES[kind]}: nDCG@10",
            ours=_ndcg(found[OURS][kind]),
            beside=max(_ndcg(found[name][kind]) for name in BASELINES),
            baseline=max(BASELINES, key=lambda name: _ndcg(found[name][kind])),
            target=target,
            hoped=hoped,
            basis=Basis.TUNED,
        )
        for kind, (target, hoped) in BOUNDS.items()
    )
    return Part(goals=goals, tables=tables)


def classic(gold: Gold) -> Part:
    """Return how the TIME collection of 1963 is searched."""
    path = gold.path("search", "time-docs")
    found = _every([path], gold.rows("search", "time-docs"), gold.path("search", "time-queries"))
    return Part(
        tables=(
            _table(
                "Searching: TIME 1963, questions of a sentence",
                {name: next(iter(by.values())) for name, by in found.items()},
            ),
        )
    )


def _every(paths: Sequence[Path], articles: Sequence[Row], queries: Path) -> dict[str, Scores]:
    return {OURS: asyncio.run(_asked(paths, queries)), **_plain(articles, queries)}


async def _asked(paths: Sequence[Path], queries: Path) -> Scores:
    store = await stocked(paths)
    try:
        return await asked(store, queries)
    finally:
        await store.close()


def _plain(articles: Sequence[Row], queries: Path) -> dict[str, Scores]:
    """Return what full-text search scores, by method and kind of query."""
    found: dict[str, Scores] = {}
    for method, (between, tokenizer) in BASELINES.items():
        index = indexed(articles, tokenizer)
        by_kind = defaultdict(list)
        for _, query in rows(queries):
            listed = listing(index, str(query["query"]), between)
            score = scored(listed, frozenset(map(str, query["relevant"])))
            by_kind[str(query.get("kind") or "")].append(score)
        found[method] = by_kind
    return found


def indexed(articles: Sequence[Row], tokenizer: str) -> sqlite3.Connection:
    """Return a full-text index of articles in memory."""
    index = sqlite3.connect(":memory:")
    index.execute(
        f"CREATE VIRTUAL TABLE found USING fts5(id UNINDEXED, title, text, tokenize='{tokenizer}')"
    )
    rows = [(one["id"], one.get("title") or "", one["text"]) for one in articles]
    index.executemany("INSERT INTO found VALUES (?, ?, ?)", rows)
    return index


def listing(index: sqlite3.Connection, query: str, between: str) -> list[str]:
    """Return the articles that a query finds, best first."""
    typed = between.join(f'"{word}"' for word in words(query))
    sql = "SELECT id FROM found WHERE found MATCH ? ORDER BY rank, rowid LIMIT ?"
    return [name for (name,) in index.execute(sql, (typed, DEPTH))]


def _table(title: str, found: Mapping[str, Sequence[tuple[float, float, float]]]) -> Table:
    rows = tuple(
        (name, *(f"{100 * statistics.mean(column):.1f}" for column in zip(*each, strict=True)))
        for name, each in found.items()
    )
    many = len(next(iter(found.values())))
    head = ("method", "nDCG@10", "MRR", "recall@10")
    return Table(title=title, head=head, rows=rows, notes=(f"{many} queries.",))


def _ndcg(scores: Sequence[tuple[float, float, float]]) -> float:
    return 100 * statistics.mean(ndcg for ndcg, _, _ in scores)
