"""Measures grouping: BCubed as `newsdesk group` places the articles, and as a desk meets them."""

import math
import random
import statistics
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import starmap
from typing import Any, TypeVar

from bench.quality.gold import Gold, newsdesk
from bench.quality.report import Basis, Goal, Part, Table, percent
from bench.quality.singlepass import THRESHOLDS, seen, single_pass
from bot.cli.rows import article
from bot.group import StoryGrouper
from bot.models import Article, Story, StoryId
from scripts.learn_grouping import left_out, pairs_of, read

NAMES = {
    "ecbplus": "full reports, undated (ecbplus)",
    "allsides21": "openings, dated (allsides21)",
    "uci14-headlines": "bare headlines (uci14-headlines)",
}
BOUNDS = {"ecbplus": (90.5, 93), "allsides21": (90, 92), "uci14-headlines": (87, 91)}
LEARNT_FROM = ("ecbplus", "allsides21")
DATED = ("allsides21",)
WINDOW = 3
BATCHES = 20
SEEDS = (0, 1, 2)
T = TypeVar("T")

IN_ORDER = "order of the file"
HEAD = ("method", "P", "R", "F1", "pairs' F1")

Scores = Mapping[str, Any]
Judge = Callable[[Mapping[str, str]], Scores]


def measured(gold: Gold, name: str) -> Part:
    """Return the figures of one set."""
    truth = {str(row["id"]): str(row["cluster"]) for row in gold.rows("clustering", name)}
    judge = partial(gold.scorer("clustering_score").score, truth)
    rows = newsdesk("group", gold.path("clustering", name))
    ours = judge({row["article"]: row["story"] for row in rows})
    articles = [article(row, at) for at, row in enumerate(gold.rows("clustering", name), start=1)]
    met = [judge(placed_in_batches(batches(one))) for one in map(shuffles(articles), SEEDS)]
    plain = baselines(articles, judge, windows=(math.inf, WINDOW) if name in DATED else (math.inf,))
    in_order = [label for label in plain if IN_ORDER in label]
    best = max(in_order, key=lambda label: plain[label]["bcubed_f1"])
    target, hoped = BOUNDS[name]
    goal = Goal(
        figure=f"grouping, {NAMES[name]}: BCubed F1",
        ours=100 * ours["bcubed_f1"],
        beside=100 * plain[best]["bcubed_f1"],
        baseline=best.partition(",")[0],
        target=target,
        hoped=hoped,
        basis=Basis.TUNED,
    )
    lines = (
        _line(f"`newsdesk group`, {IN_ORDER}", ours),
        _means(f"a desk that meets them shuffled, in {BATCHES} batches, mean of {len(SEEDS)}", met),
        *starmap(_line, plain.items()),
    )
    note = f"{len(articles)} articles, {len(set(truth.values()))} stories."
    table = Table(title=f"Grouping: {NAMES[name]}", head=HEAD, rows=lines, notes=(note,))
    return Part(goals=(goal,), tables=(table,))


def baselines(
    articles: Sequence[Article], judge: Judge, *, windows: Sequence[float]
) -> dict[str, Scores]:
    """Return what a single pass scores, at the threshold that suits this very set best."""
    found: dict[str, Scores] = {}
    row = seen(articles)
    for days in windows:
        tried = {
            threshold: judge(single_pass(row, threshold=threshold, days=days))
            for threshold in THRESHOLDS
        }
        best = max(tried, key=lambda threshold: tried[threshold]["bcubed_f1"])
        label = "TF-IDF single pass" + ("" if days == math.inf else f" with a {days}-day window")
        found[f"{label}, {IN_ORDER}, cosine {best:.2f}"] = tried[best]
        again = [
            judge(single_pass(one, threshold=best, days=days)) for one in map(shuffles(row), SEEDS)
        ]
        found[f"{label}, shuffled, mean of {len(SEEDS)}"] = _mean(again)
    return found


def learning(gold: Gold) -> Part:
    """Return how stories are grouped by weights that were learnt without them."""
    sets = {name: read(gold.path("clustering", name)) for name in LEARNT_FROM}
    found = left_out(sets, [pair for one in sets.values() for pair in pairs_of(one)])
    goals = tuple(
        Goal(
            figure=f"grouping, {NAMES[name]}: BCubed F1, stories left out of learning",
            ours=figure,
            target=BOUNDS[name][0],
            hoped=BOUNDS[name][1],
            basis=Basis.LEFT_OUT,
        )
        for name, figure in found.items()
    )
    return Part(goals=goals)


def shuffles(row: Sequence[T]) -> Callable[[int], list[T]]:
    """Return what gives the row in another order for each seed."""
    return lambda seed: random.Random(seed).sample(row, len(row))  # noqa: S311 (a bench, no secret)


def batches(row: Sequence[T]) -> list[Sequence[T]]:
    """Return a row in batches of like size."""
    size = -(-len(row) // BATCHES)
    return [row[at : at + size] for at in range(0, len(row), size)]


def placed_in_batches(given: Sequence[Sequence[Article]]) -> dict[str, str]:
    """Return the story of each article after a desk has met one batch after the other."""
    grouper = StoryGrouper()
    members: dict[StoryId, list[Article]] = defaultdict(list)
    for batch in given:
        known = [Story(id=name, articles=tuple(found)) for name, found in members.items()]
        grouping = grouper.group(batch, known)
        for gone, home in grouping.merged.items():
            members[home] += members.pop(gone)
        for one in batch:
            members[grouping.placed[one.id]].append(one)
    return {one.id: name for name, found in members.items() for one in found}


def _line(label: str, figures: Scores) -> tuple[str, ...]:
    keys = ("bcubed_p", "bcubed_r", "bcubed_f1", "pair_f1")
    return (label, *(percent(figures[key]) for key in keys))


def _means(label: str, scored: Sequence[Scores]) -> tuple[str, ...]:
    return _line(label, _mean(scored))


def _mean(scored: Sequence[Scores]) -> Scores:
    return {key: statistics.mean(one[key] for one in scored) for key in scored[0]}
